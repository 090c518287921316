-- block_courses: the courses of an agency that begin or end between two moments, in the order of lists
SELECT c.id, c.category, c.mode, c.enroll_method, c.start_at, c.end_at, c.certified_hours, coalesce(c.quota, 0) AS quota, c.term_no,
	CASE WHEN c.fee > 0 THEN 1 ELSE 0 END AS paid, CASE WHEN c.agency_limit <> '' THEN 1 ELSE 0 END AS limited, c.taken + c.rejected AS registered,
	c.approved
  FROM course c
 WHERE c.agency = $1 AND ((c.start_at >= $2 AND c.start_at < $3) OR (c.end_at >= $2 AND c.end_at < $3)) AND c.cancelled IS NULL
   AND c.deleted IS NULL AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = c.batch AND b.hidden = 1)
 ORDER BY c.course_code, c.term_no, c.id;

-- block_records: the records of those that end then, by 課程類別 and 職等
SELECT c.category, coalesce(r.rank, 0) AS rank, sum(CASE r.cert WHEN 0 THEN 1 ELSE 0 END) AS pending,
	sum(CASE r.cert WHEN 1 THEN 1 ELSE 0 END) AS passed, sum(CASE r.cert WHEN 2 THEN 1 ELSE 0 END) AS failed,
	sum(CASE r.cert WHEN 1 THEN r.hours ELSE 0 END) AS hours, sum(CASE r.cert WHEN 1 THEN r.digital ELSE 0 END) AS digital
  FROM course c CROSS JOIN hours_class hc CROSS JOIN hours_record r
 WHERE c.agency = $1 AND c.end_at >= $2 AND c.end_at < $3 AND c.cancelled IS NULL AND c.deleted IS NULL
   AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = c.batch AND b.hidden = 1)
   AND hc.course = c.id AND r.roc_year = hc.roc_year AND r.class = hc.id AND r.deleted IS NULL
   AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = r.batch AND b.hidden = 1)
 GROUP BY 1, 2;

-- block_registrations: the registrations for them
SELECT c.category, coalesce(x.rank, 0) AS rank, count(*) AS registered, sum(CASE x.state WHEN 'approved' THEN 1 ELSE 0 END) AS approved
  FROM course c CROSS JOIN registration x
 WHERE c.agency = $1 AND c.end_at >= $2 AND c.end_at < $3 AND c.cancelled IS NULL AND c.deleted IS NULL
   AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = c.batch AND b.hidden = 1)
   AND x.course = c.id AND x.state <> 'withdrawn'
 GROUP BY 1, 2;

-- block_put: as they are now
INSERT INTO course_block (roc_year, agency, categories, ranks, facts) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (roc_year, agency) DO UPDATE SET categories = excluded.categories, ranks = excluded.ranks, facts = excluded.facts;

-- block_put_cells: as they are now
INSERT INTO course_cell (roc_year, agency, cells) VALUES ($1, $2, $3)
ON CONFLICT (roc_year, agency) DO UPDATE SET cells = excluded.cells;

-- block_drop: there is no course any more
DELETE FROM course_block WHERE roc_year = $1 AND agency = $2;

-- block_drop_cells: there is no course any more
DELETE FROM course_cell WHERE roc_year = $1 AND agency = $2;

-- block_next: an agency with a mark
SELECT agency FROM course_dirty ORDER BY agency LIMIT 1;

-- block_take: its marks, which go
DELETE FROM course_dirty WHERE agency = $1 RETURNING start_at, end_at;

-- block_mark: one of a time
INSERT INTO course_dirty (agency, start_at, end_at) VALUES ($1, $2, $3);

-- block_times: from when to when an agency has courses, and blocks
SELECT coalesce(min(start_at), 0) AS first, coalesce(max(end_at), 0) AS last FROM course WHERE agency = $1;

-- block_years: of which years there are blocks of it
SELECT roc_year FROM (SELECT DISTINCT roc_year FROM course_block /*scan*/) y
 WHERE EXISTS (SELECT 1 FROM course_block b WHERE b.roc_year = y.roc_year AND b.agency = $1);

-- block_marked: agencies with a mark of the time between two moments
SELECT d.agency FROM (SELECT DISTINCT agency FROM course_dirty WHERE start_at < $4 AND end_at >= $3) d CROSS JOIN agency g
 WHERE g.id = d.agency AND g.tree_low BETWEEN $1 AND $2 ORDER BY d.agency;

-- block_waiting: how many courses these have, at most $5
SELECT count(*) AS n FROM (SELECT c.id FROM (SELECT DISTINCT agency FROM course_dirty WHERE start_at < $4 AND end_at >= $3) d
	CROSS JOIN agency g CROSS JOIN course c
 WHERE g.id = d.agency AND g.tree_low BETWEEN $1 AND $2 AND c.agency = g.id AND c.end_at >= $3 AND c.end_at < $4 LIMIT $5) x;

-- block_categories: what is kept of some agencies and a year
SELECT g.id AS agency, b.categories AS packed FROM agency g CROSS JOIN course_block b
 WHERE g.tree_low BETWEEN $1 AND $2 AND b.roc_year = $3 AND b.agency = g.id;

-- block_categories_many: the same of many agencies: all of the year are gone through
SELECT b.agency, b.categories AS packed FROM course_block b CROSS JOIN agency g
 WHERE b.roc_year = $3 AND g.id = b.agency AND g.tree_low BETWEEN $1 AND $2;

-- block_ranks: the same, by 職等
SELECT g.id AS agency, b.ranks AS packed FROM agency g CROSS JOIN course_block b
 WHERE g.tree_low BETWEEN $1 AND $2 AND b.roc_year = $3 AND b.agency = g.id;

-- block_ranks_many: the same of many agencies: all of the year are gone through
SELECT b.agency, b.ranks AS packed FROM course_block b CROSS JOIN agency g
 WHERE b.roc_year = $3 AND g.id = b.agency AND g.tree_low BETWEEN $1 AND $2;

-- block_cells: the same, by both
SELECT g.id AS agency, b.cells AS packed FROM agency g CROSS JOIN course_cell b
 WHERE g.tree_low BETWEEN $1 AND $2 AND b.roc_year = $3 AND b.agency = g.id;

-- block_cells_many: the same of many agencies: all of the year are gone through
SELECT b.agency, b.cells AS packed FROM course_cell b CROSS JOIN agency g
 WHERE b.roc_year = $3 AND g.id = b.agency AND g.tree_low BETWEEN $1 AND $2;

-- block_facts: their courses
SELECT g.id AS agency, b.facts AS packed FROM agency g CROSS JOIN course_block b
 WHERE g.tree_low BETWEEN $1 AND $2 AND b.roc_year = $3 AND b.agency = g.id;

-- block_facts_many: the same of many agencies: all of the year are gone through
SELECT b.agency, b.facts AS packed FROM course_block b CROSS JOIN agency g
 WHERE b.roc_year = $3 AND g.id = b.agency AND g.tree_low BETWEEN $1 AND $2;

-- block_all: all of a year, by agency
SELECT b.agency, b.categories, b.ranks, c.cells, b.facts
  FROM course_block b JOIN course_cell c ON c.roc_year = b.roc_year AND c.agency = b.agency WHERE b.roc_year = $1 ORDER BY b.agency;

-- block_opening: agencies with courses, and from when to when
SELECT agency, min(start_at) AS first, max(end_at) AS last FROM course GROUP BY agency /*scan*/ ORDER BY agency;
