-- opening_agencies: the agencies of a span, by code
SELECT id, code, name FROM agency WHERE tree_low BETWEEN $1 AND $2 ORDER BY code;

-- opening_courses: courses of a list of ids ($1), of which there are $2 in all; $3 0: the ids are those of the page alone
SELECT c.id, g.code AS agency_code, g.name AS agency_name, c.course_code, c.term_no, c.name, coalesce(k.code || ' ' || k.name, '') AS category, c.mode,
	c.start_at, c.end_at, c.certified_hours, c.taken + c.rejected AS registrations, c.approved, CAST($2 AS BIGINT) AS total
  FROM json_each(CAST($1 AS TEXT)) j CROSS JOIN course c CROSS JOIN agency g LEFT JOIN code_item k ON k.id = c.category
 WHERE c.id = CAST(j.value AS BIGINT) AND g.id = c.agency
 ORDER BY CASE $4 WHEN 'start' THEN c.start_at WHEN '-start' THEN -c.start_at END, CASE $4 WHEN 'name' THEN c.name_key END,
	CASE $4 WHEN '-name' THEN c.name_key WHEN '-agency_code' THEN g.code END DESC, g.code, c.course_code, c.term_no, c.id
 LIMIT $5 OFFSET CAST($6 AS BIGINT) * $3;

-- opening_passed: how many have passed of some courses, by their ids
SELECT hc.course, count(*) AS passed FROM json_each(CAST($1 AS TEXT)) j CROSS JOIN hours_class hc CROSS JOIN hours_seen r
 WHERE hc.course = CAST(j.value AS BIGINT) AND r.roc_year = hc.roc_year AND r.class = hc.id AND r.deleted IS NULL AND r.cert = 1
 GROUP BY hc.course ORDER BY hc.course;

-- offering_named: courses that begin in a span of time, by texts: $5 and $6 a part of the name, $7 code, $8 a part of the place; "": any
SELECT c.id FROM agency g CROSS JOIN course c
 WHERE g.tree_low BETWEEN $1 AND $2 AND c.agency = g.id AND c.start_at >= $3 AND c.start_at < $4
   AND ($5 = '' OR c.name_search LIKE '%' || $5 || '%' OR c.name LIKE '%' || $6 || '%') AND ($7 = '' OR upper(c.course_code) LIKE $7 || '%')
   AND ($8 = '' OR c.place LIKE '%' || $8 || '%');

-- execution_reads: courses that end in a span of time, at most $5
SELECT count(*) AS n FROM (SELECT c.id FROM agency g CROSS JOIN course c
 WHERE g.tree_low BETWEEN $1 AND $2 AND c.agency = g.id AND c.end_at >= $3 AND c.end_at < $4 LIMIT $5) x;

-- execution_courses: courses that end in a span of time and are of a category of $5 ([]: any)
SELECT c.id, c.course_code || ' 第' || c.term_no || '期 ' || c.name AS label, coalesce(c.quota, 0) AS quota, c.taken + c.rejected AS registered,
	c.approved
  FROM agency g CROSS JOIN course c LEFT JOIN code_item k ON k.id = c.category
 WHERE g.tree_low BETWEEN $1 AND $2 AND c.agency = g.id AND c.end_at >= $3 AND c.end_at < $4 AND c.cancelled IS NULL AND c.deleted IS NULL
   AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = c.batch AND b.hidden = 1)
   AND ($5 = '[]' OR k.code IN (SELECT value FROM json_each(CAST($5 AS TEXT))))
 ORDER BY g.code, c.course_code, c.term_no, c.id;

-- execution_records: the records of some courses ($1) by course; of the ranks $2 (codes or 官等; []: any)
SELECT hc.course AS id, sum(CASE r.cert WHEN 0 THEN 1 ELSE 0 END) AS pending, sum(CASE r.cert WHEN 1 THEN 1 ELSE 0 END) AS passed,
	sum(CASE r.cert WHEN 2 THEN 1 ELSE 0 END) AS failed, sum(CASE r.cert WHEN 1 THEN r.hours ELSE 0 END) AS hours,
	sum(CASE r.cert WHEN 1 THEN r.digital ELSE 0 END) AS digital
  FROM json_each(CAST($1 AS TEXT)) j CROSS JOIN hours_class hc CROSS JOIN hours_seen r LEFT JOIN code_item q ON q.id = r.rank
 WHERE hc.course = CAST(j.value AS BIGINT) AND r.roc_year = hc.roc_year AND r.class = hc.id AND r.deleted IS NULL
   AND ($2 = '[]' OR q.code IN (SELECT value FROM json_each(CAST($2 AS TEXT)))
	OR q.attribute IN (SELECT value FROM json_each(CAST($2 AS TEXT))))
 GROUP BY hc.course ORDER BY hc.course;

-- execution_registrations: the registrations for them, where ranks are asked for
SELECT x.course AS id, count(*) AS registered, sum(CASE x.state WHEN 'approved' THEN 1 ELSE 0 END) AS approved
  FROM json_each(CAST($1 AS TEXT)) j CROSS JOIN registration x LEFT JOIN code_item q ON q.id = x.rank
 WHERE x.course = CAST(j.value AS BIGINT) AND x.state <> 'withdrawn'
   AND ($2 = '[]' OR q.code IN (SELECT value FROM json_each(CAST($2 AS TEXT)))
	OR q.attribute IN (SELECT value FROM json_each(CAST($2 AS TEXT))))
 GROUP BY x.course ORDER BY x.course;

-- execution_course_records: how many records some courses ($1) have, of the ranks $2, of the rank $3 where `by_rank` ($4), of cert $5 (-1: any)
SELECT hc.course, count(*) AS n
  FROM json_each(CAST($1 AS TEXT)) j CROSS JOIN hours_class hc CROSS JOIN hours_seen r LEFT JOIN code_item q ON q.id = r.rank
 WHERE hc.course = CAST(j.value AS BIGINT) AND r.roc_year = hc.roc_year AND r.class = hc.id AND r.deleted IS NULL
   AND ($2 = '[]' OR q.code IN (SELECT value FROM json_each(CAST($2 AS TEXT)))
	OR q.attribute IN (SELECT value FROM json_each(CAST($2 AS TEXT))))
   AND ($4 = 0 OR coalesce(q.code, '') = $3) AND ($5 = -1 OR r.cert = $5)
 GROUP BY hc.course ORDER BY hc.course;

-- execution_record_list: these records, of which there are $6 in all and $7 before the first of these courses
SELECT r.id, coalesce(a.name, '') AS agency_name, coalesce(u.name, '') AS unit_name, p.name, p.national_id, coalesce(t.name, '') AS title_name,
	coalesce(q.name, '') AS rank_name, c.name AS course_name, coalesce(k.code || ' ' || k.name, '') AS category, g.name AS institution,
	hc.start_day, hc.end_day, CAST(r.mode AS TEXT) AS mode, r.hours, r.digital, r.hours - r.digital AS physical, r.business,
	CAST(r.cert AS TEXT) AS cert, CAST($6 AS BIGINT) AS total
  FROM json_each(CAST($1 AS TEXT)) j CROSS JOIN course c CROSS JOIN agency g CROSS JOIN hours_class hc CROSS JOIN hours_seen r
  JOIN person p ON p.id = r.person LEFT JOIN agency a ON a.id = r.agency LEFT JOIN unit u ON u.id = r.unit LEFT JOIN code_item t ON t.id = r.title
  LEFT JOIN code_item q ON q.id = r.rank LEFT JOIN code_item k ON k.id = c.category
 WHERE c.id = CAST(j.value AS BIGINT) AND g.id = c.agency AND hc.course = c.id AND r.roc_year = hc.roc_year AND r.class = hc.id AND r.deleted IS NULL
   AND ($2 = '[]' OR q.code IN (SELECT value FROM json_each(CAST($2 AS TEXT)))
	OR q.attribute IN (SELECT value FROM json_each(CAST($2 AS TEXT))))
   AND ($4 = 0 OR coalesce(q.code, '') = $3) AND ($5 = -1 OR r.cert = $5)
 ORDER BY CASE $8 WHEN 'name' THEN p.name_key END, CASE $8 WHEN '-name' THEN p.name_key END DESC, g.code, c.course_code, c.term_no, c.id,
	p.name_key, r.id LIMIT $9 OFFSET CAST($10 AS BIGINT) - $7;

-- execution_course_registrations: how many registrations they have, as above; approved ones only ($5 = 1)
SELECT x.course, count(*) AS n
  FROM json_each(CAST($1 AS TEXT)) j CROSS JOIN registration x LEFT JOIN code_item q ON q.id = x.rank
 WHERE x.course = CAST(j.value AS BIGINT) AND x.state <> 'withdrawn'
   AND ($2 = '[]' OR q.code IN (SELECT value FROM json_each(CAST($2 AS TEXT)))
	OR q.attribute IN (SELECT value FROM json_each(CAST($2 AS TEXT))))
   AND ($4 = 0 OR coalesce(q.code, '') = $3) AND ($5 = -1 OR x.state = 'approved')
 GROUP BY x.course ORDER BY x.course;

-- execution_registration_list: these registrations, of which there are $6 in all and $7 before the first of these courses
SELECT x.id, coalesce(a.name, '') AS agency_name, x.unit AS unit_name, p.name, p.national_id, coalesce(t.name, '') AS title_name,
	coalesce(q.name, '') AS rank_name, g.name AS institution, c.course_code, c.term_no, c.name AS course_name,
	coalesce(k.code || ' ' || k.name, '') AS category, x.created, x.state, CAST($6 AS BIGINT) AS total
  FROM json_each(CAST($1 AS TEXT)) j CROSS JOIN course c CROSS JOIN agency g CROSS JOIN registration x
  JOIN person p ON p.id = x.person LEFT JOIN agency a ON a.id = x.agency LEFT JOIN code_item t ON t.id = x.title
  LEFT JOIN code_item q ON q.id = x.rank LEFT JOIN code_item k ON k.id = c.category
 WHERE c.id = CAST(j.value AS BIGINT) AND g.id = c.agency AND x.course = c.id AND x.state <> 'withdrawn'
   AND ($2 = '[]' OR q.code IN (SELECT value FROM json_each(CAST($2 AS TEXT)))
	OR q.attribute IN (SELECT value FROM json_each(CAST($2 AS TEXT))))
   AND ($4 = 0 OR coalesce(q.code, '') = $3) AND ($5 = -1 OR x.state = 'approved')
 ORDER BY CASE $8 WHEN 'name' THEN p.name_key END, CASE $8 WHEN '-name' THEN p.name_key END DESC, g.code, c.course_code, c.term_no, c.id,
	p.name_key, x.id LIMIT $9 OFFSET CAST($10 AS BIGINT) - $7;
