-- offering_all: courses that begin in a span of time, by what they are grouped by ($5); n: those of mode $6, of a category of $7 and of method
-- $8 (each "" or []: any)
SELECT CASE $5 WHEN 'mode' THEN c.mode WHEN 'category' THEN k.code WHEN 'method' THEN c.enroll_method WHEN 'agency' THEN g.code
	ELSE CAST((c.start_at + 28800) / 86400 AS TEXT) END AS key,
	min(CASE $5 WHEN 'agency' THEN g.code || ' ' || g.name ELSE '' END) AS label, count(*) AS every,
	sum(CASE WHEN (CAST($6 AS TEXT) = '' OR c.mode = $6) AND ($8 = '' OR c.enroll_method = $8)
		AND ($7 = '[]' OR k.code IN (SELECT value FROM json_each(CAST($7 AS TEXT)))) THEN 1 ELSE 0 END) AS n
  FROM agency g CROSS JOIN course c LEFT JOIN code_item k ON k.id = c.category
 WHERE g.tree_low BETWEEN $1 AND $2 AND c.agency = g.id AND c.start_at >= $3 AND c.start_at < $4 AND c.cancelled IS NULL AND c.deleted IS NULL
   AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = c.batch AND b.hidden = 1)
 GROUP BY 1;

-- offering_some: the same of those that meet more conditions: $9 開課機關, $10 and $11 hours, $12 free or paid, $13 and $14 places, $15 and $16 a
-- part of the name, $17 some or none (限機關), $18 code, $19 term, $20 a part of the place; -1, "": any
SELECT CASE $5 WHEN 'mode' THEN c.mode WHEN 'category' THEN k.code WHEN 'method' THEN c.enroll_method WHEN 'agency' THEN g.code
	ELSE CAST((c.start_at + 28800) / 86400 AS TEXT) END AS key, count(*) AS n
  FROM agency g CROSS JOIN course c LEFT JOIN code_item k ON k.id = c.category
 WHERE g.tree_low BETWEEN $1 AND $2 AND c.agency = g.id AND c.start_at >= $3 AND c.start_at < $4 AND c.cancelled IS NULL AND c.deleted IS NULL
   AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = c.batch AND b.hidden = 1)
   AND (CAST($6 AS TEXT) = '' OR c.mode = $6) AND ($7 = '[]' OR k.code IN (SELECT value FROM json_each(CAST($7 AS TEXT)))) AND ($8 = '' OR c.enroll_method = $8)
   AND ($9 = '' OR g.code = $9) AND c.certified_hours >= $10 AND ($11 = -1 OR c.certified_hours <= $11)
   AND ($12 = '' OR ($12 = 'free' AND c.fee = 0) OR ($12 = 'paid' AND c.fee > 0)) AND coalesce(c.quota, 0) >= $13
   AND ($14 = -1 OR coalesce(c.quota, 0) <= $14) AND ($15 = '' OR c.name_search LIKE '%' || $15 || '%' OR c.name LIKE '%' || $16 || '%')
   AND ($17 = '' OR ($17 = 'some' AND c.agency_limit <> '') OR ($17 = 'none' AND c.agency_limit = ''))
   AND ($18 = '' OR upper(c.course_code) LIKE $18 || '%') AND ($19 = -1 OR c.term_no = $19) AND ($20 = '' OR c.place LIKE '%' || $20 || '%')
 GROUP BY 1;

-- offering_courses: these courses; of the row $21 where one is named ("": all of them)
SELECT c.id, g.code AS agency_code, g.name AS agency_name, c.course_code, c.term_no, c.name, coalesce(k.code || ' ' || k.name, '') AS category, c.mode,
	c.start_at, c.end_at, c.certified_hours, c.taken + c.rejected AS registrations, c.approved, count(*) OVER () AS total,
	(SELECT count(*) FROM hours_class hc JOIN hours_seen r ON r.roc_year = hc.roc_year AND r.class = hc.id
	  WHERE hc.course = c.id AND r.deleted IS NULL AND r.cert = 1) AS passed
  FROM agency g CROSS JOIN course c LEFT JOIN code_item k ON k.id = c.category
 WHERE g.tree_low BETWEEN $1 AND $2 AND c.agency = g.id AND c.start_at >= $3 AND c.start_at < $4 AND c.cancelled IS NULL AND c.deleted IS NULL
   AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = c.batch AND b.hidden = 1)
   AND (CAST($6 AS TEXT) = '' OR c.mode = $6) AND ($7 = '[]' OR k.code IN (SELECT value FROM json_each(CAST($7 AS TEXT)))) AND ($8 = '' OR c.enroll_method = $8)
   AND ($9 = '' OR g.code = $9) AND c.certified_hours >= $10 AND ($11 = -1 OR c.certified_hours <= $11)
   AND ($12 = '' OR ($12 = 'free' AND c.fee = 0) OR ($12 = 'paid' AND c.fee > 0)) AND coalesce(c.quota, 0) >= $13
   AND ($14 = -1 OR coalesce(c.quota, 0) <= $14) AND ($15 = '' OR c.name_search LIKE '%' || $15 || '%' OR c.name LIKE '%' || $16 || '%')
   AND ($17 = '' OR ($17 = 'some' AND c.agency_limit <> '') OR ($17 = 'none' AND c.agency_limit = ''))
   AND ($18 = '' OR upper(c.course_code) LIKE $18 || '%') AND ($19 = -1 OR c.term_no = $19) AND ($20 = '' OR c.place LIKE '%' || $20 || '%')
   AND ($21 = '' OR $21 = CASE $5 WHEN 'mode' THEN c.mode WHEN 'category' THEN k.code WHEN 'method' THEN c.enroll_method WHEN 'agency' THEN g.code
	ELSE $21 END)
 ORDER BY CASE $22 WHEN 'start' THEN c.start_at WHEN '-start' THEN -c.start_at WHEN 'hours' THEN c.certified_hours
	WHEN '-hours' THEN -c.certified_hours END, CASE $22 WHEN 'name' THEN c.name_key END,
	CASE $22 WHEN '-name' THEN c.name_key WHEN '-agency_code' THEN g.code END DESC, g.code, c.course_code, c.term_no, c.id LIMIT $23 OFFSET $24;

-- execution_reads: courses that end in a span of time, at most $5
SELECT count(*) AS n FROM (SELECT c.id FROM agency g CROSS JOIN course c
 WHERE g.tree_low BETWEEN $1 AND $2 AND c.agency = g.id AND c.end_at >= $3 AND c.end_at < $4 LIMIT $5) x;

-- execution_courses: courses that end in a span of time and are of a category of $6 ([]: any), by $5: course, category or agency
SELECT CASE $5 WHEN 'course' THEN CAST(c.id AS TEXT) WHEN 'category' THEN k.code ELSE g.code END AS key,
	min(CASE $5 WHEN 'course' THEN c.course_code || ' 第' || c.term_no || '期 ' || c.name WHEN 'category' THEN k.code || ' ' || k.name
		ELSE g.code || ' ' || g.name END) AS label, count(*) AS classes, sum(coalesce(c.quota, 0)) AS quota,
	sum(c.taken + c.rejected) AS registered, sum(c.approved) AS approved
  FROM agency g CROSS JOIN course c LEFT JOIN code_item k ON k.id = c.category
 WHERE g.tree_low BETWEEN $1 AND $2 AND c.agency = g.id AND c.end_at >= $3 AND c.end_at < $4 AND c.cancelled IS NULL AND c.deleted IS NULL
   AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = c.batch AND b.hidden = 1)
   AND ($6 = '[]' OR k.code IN (SELECT value FROM json_each(CAST($6 AS TEXT))))
 GROUP BY 1 ORDER BY min(g.code), 1;

-- execution_records: the hours records of these courses, by the same or by rank; of the ranks $7 (codes or 官等; []: any)
SELECT CASE $5 WHEN 'course' THEN CAST(c.id AS TEXT) WHEN 'category' THEN k.code WHEN 'agency' THEN g.code ELSE coalesce(q.code, '') END AS key,
	coalesce(min(CASE $5 WHEN 'rank' THEN q.name ELSE '' END), '') AS label,
	count(*) AS records, sum(CASE r.cert WHEN 0 THEN 1 ELSE 0 END) AS pending, sum(CASE r.cert WHEN 1 THEN 1 ELSE 0 END) AS passed,
	sum(CASE r.cert WHEN 2 THEN 1 ELSE 0 END) AS failed, sum(CASE r.cert WHEN 1 THEN r.hours ELSE 0 END) AS hours,
	sum(CASE r.cert WHEN 1 THEN r.digital ELSE 0 END) AS digital, min(coalesce(q.sort_no, 0)) AS sort_no
  FROM agency g CROSS JOIN course c LEFT JOIN code_item k ON k.id = c.category
  JOIN hours_class hc ON hc.course = c.id JOIN hours_record r ON r.roc_year = hc.roc_year AND r.class = hc.id
  LEFT JOIN code_item q ON q.id = r.rank
 WHERE g.tree_low BETWEEN $1 AND $2 AND c.agency = g.id AND c.end_at >= $3 AND c.end_at < $4 AND c.cancelled IS NULL AND c.deleted IS NULL
   AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = c.batch AND b.hidden = 1)
   AND ($6 = '[]' OR k.code IN (SELECT value FROM json_each(CAST($6 AS TEXT)))) AND r.deleted IS NULL
   AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = r.batch AND b.hidden = 1)
   AND ($7 = '[]' OR q.code IN (SELECT value FROM json_each(CAST($7 AS TEXT)))
	OR q.attribute IN (SELECT value FROM json_each(CAST($7 AS TEXT))))
 GROUP BY 1 ORDER BY min(coalesce(q.sort_no, 0)), 1;

-- execution_registrations: the registrations of these courses, by the same, where ranks are asked for
SELECT CASE $5 WHEN 'course' THEN CAST(c.id AS TEXT) WHEN 'category' THEN k.code WHEN 'agency' THEN g.code ELSE coalesce(q.code, '') END AS key,
	coalesce(min(CASE $5 WHEN 'rank' THEN q.name ELSE '' END), '') AS label, min(coalesce(q.sort_no, 0)) AS sort_no,
	count(*) AS registered, sum(CASE x.state WHEN 'approved' THEN 1 ELSE 0 END) AS approved
  FROM agency g CROSS JOIN course c LEFT JOIN code_item k ON k.id = c.category JOIN registration x ON x.course = c.id AND x.state <> 'withdrawn'
  LEFT JOIN code_item q ON q.id = x.rank
 WHERE g.tree_low BETWEEN $1 AND $2 AND c.agency = g.id AND c.end_at >= $3 AND c.end_at < $4 AND c.cancelled IS NULL AND c.deleted IS NULL
   AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = c.batch AND b.hidden = 1)
   AND ($6 = '[]' OR k.code IN (SELECT value FROM json_each(CAST($6 AS TEXT))))
   AND ($7 = '[]' OR q.code IN (SELECT value FROM json_each(CAST($7 AS TEXT)))
	OR q.attribute IN (SELECT value FROM json_each(CAST($7 AS TEXT))))
 GROUP BY 1 ORDER BY min(coalesce(q.sort_no, 0)), 1;

-- execution_course_list: these courses; of the row $7 ("": all)
SELECT c.id, g.code AS agency_code, g.name AS agency_name, c.course_code, c.term_no, c.name, coalesce(k.code || ' ' || k.name, '') AS category, c.mode,
	c.start_at, c.end_at, c.certified_hours, c.taken + c.rejected AS registrations, c.approved, count(*) OVER () AS total,
	(SELECT count(*) FROM hours_class hc JOIN hours_seen r ON r.roc_year = hc.roc_year AND r.class = hc.id
	  WHERE hc.course = c.id AND r.deleted IS NULL AND r.cert = 1) AS passed
  FROM agency g CROSS JOIN course c LEFT JOIN code_item k ON k.id = c.category
 WHERE g.tree_low BETWEEN $1 AND $2 AND c.agency = g.id AND c.end_at >= $3 AND c.end_at < $4 AND c.cancelled IS NULL AND c.deleted IS NULL
   AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = c.batch AND b.hidden = 1)
   AND ($6 = '[]' OR k.code IN (SELECT value FROM json_each(CAST($6 AS TEXT))))
   AND ($7 = '' OR $7 = CASE $5 WHEN 'course' THEN CAST(c.id AS TEXT) WHEN 'category' THEN k.code ELSE g.code END)
 ORDER BY CASE $8 WHEN 'start' THEN c.start_at WHEN '-start' THEN -c.start_at WHEN 'hours' THEN c.certified_hours
	WHEN '-hours' THEN -c.certified_hours END, CASE $8 WHEN 'name' THEN c.name_key END,
	CASE $8 WHEN '-name' THEN c.name_key WHEN '-agency_code' THEN g.code END DESC, g.code, c.course_code, c.term_no, c.id LIMIT $9 OFFSET $10;

-- execution_record_list: their records; of the row $8 ("": all) and of cert $9 (-1: any)
SELECT r.id, coalesce(a.name, '') AS agency_name, coalesce(u.name, '') AS unit_name, p.name, p.national_id, coalesce(t.name, '') AS title_name,
	coalesce(q.name, '') AS rank_name, c.name AS course_name, coalesce(k.code || ' ' || k.name, '') AS category, g.name AS institution,
	hc.start_day, hc.end_day, CAST(r.mode AS TEXT) AS mode, r.hours, r.digital, r.hours - r.digital AS physical, r.business,
	CAST(r.cert AS TEXT) AS cert, count(*) OVER () AS total
  FROM agency g CROSS JOIN course c LEFT JOIN code_item k ON k.id = c.category
  JOIN hours_class hc ON hc.course = c.id JOIN hours_record r ON r.roc_year = hc.roc_year AND r.class = hc.id
  JOIN person p ON p.id = r.person LEFT JOIN agency a ON a.id = r.agency LEFT JOIN unit u ON u.id = r.unit LEFT JOIN code_item t ON t.id = r.title
  LEFT JOIN code_item q ON q.id = r.rank
 WHERE g.tree_low BETWEEN $1 AND $2 AND c.agency = g.id AND c.end_at >= $3 AND c.end_at < $4 AND c.cancelled IS NULL AND c.deleted IS NULL
   AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = c.batch AND b.hidden = 1)
   AND ($6 = '[]' OR k.code IN (SELECT value FROM json_each(CAST($6 AS TEXT)))) AND r.deleted IS NULL
   AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = r.batch AND b.hidden = 1)
   AND ($7 = '[]' OR q.code IN (SELECT value FROM json_each(CAST($7 AS TEXT)))
	OR q.attribute IN (SELECT value FROM json_each(CAST($7 AS TEXT))))
   AND ($8 = 'total' OR $8 = CASE $5 WHEN 'course' THEN CAST(c.id AS TEXT) WHEN 'category' THEN k.code WHEN 'agency' THEN g.code
	ELSE coalesce(q.code, '') END) AND ($9 = -1 OR r.cert = $9)
 ORDER BY CASE $10 WHEN 'name' THEN p.name_key END, CASE $10 WHEN '-name' THEN p.name_key END DESC, p.name_key, r.id LIMIT $11 OFFSET $12;
