-- decision_agencies: the agencies of a level: of these, by code; $3 0: all of them, else the one and those right below it
SELECT id, code, name FROM agency WHERE tree_low BETWEEN $1 AND $2 AND ($3 = 0 OR id = $3 OR parent = $3) AND active = 1 ORDER BY code;

-- decision_places: the agencies of a span in the order of their codes
SELECT id FROM agency WHERE tree_low BETWEEN $1 AND $2 ORDER BY code;

-- decision_names: names of some persons in the order of strokes, by their ids
SELECT p.id, p.name_key FROM json_each(CAST($1 AS TEXT)) j CROSS JOIN person p WHERE p.id = CAST(j.value AS BIGINT) ORDER BY p.id;

-- decision_last: of some persons ($1), the agency at the last of the records that count: of the agencies $2 to $3, year $4, categories $5, sex $6
SELECT s.person, l.agency
  FROM (SELECT r.person, max(r.id) AS last FROM json_each(CAST($1 AS TEXT)) i CROSS JOIN hours_seen r CROSS JOIN agency g
	 WHERE r.roc_year = $4 AND r.person = CAST(i.value AS BIGINT) AND g.id = r.agency AND g.tree_low BETWEEN $2 AND $3 AND r.is_supervisor = 1
	   AND r.cert = 1 AND r.deleted IS NULL AND r.review IN (0, 2)
	   AND ($5 = '[]' OR r.category IN (SELECT k.id FROM json_each(CAST($5 AS TEXT)) j JOIN code_item k ON k.table_code = 'course_category'
		AND k.code = j.value))
	   AND ($6 = 0 OR r.sex = $6)
	 GROUP BY 1) s
  CROSS JOIN hours_record l WHERE l.id = s.last AND l.roc_year = $4 ORDER BY s.person;

-- decision_people: some persons ($6) behind, of sex $5 (0: any), with the sums of these records, as they were at the last of them; $7: how many
-- there are in all; $8 0: these are the page alone
SELECT p.id, a.code AS agency_code, a.name AS agency_name, coalesce(u.name, '') AS unit_name, p.name, p.national_id, p.sex,
	coalesce(t.name, '') AS title_name, coalesce(q.name, '') AS rank_name, coalesce(q.attribute, '') AS rank_grade,
	coalesce(pc.code, '') AS class_code,
	'' AS group_name, s.courses, s.hours, s.digital, s.hours - s.digital AS physical, s.business, CAST($7 AS BIGINT) AS total
  FROM (SELECT r.person, max(r.id) AS last, count(*) AS courses, sum(r.hours) AS hours, sum(r.digital) AS digital, sum(r.hours * r.business) AS business
	  FROM json_each(CAST($6 AS TEXT)) i CROSS JOIN hours_seen r CROSS JOIN agency g
	 WHERE r.roc_year = $3 AND r.person = CAST(i.value AS BIGINT) AND g.id = r.agency AND g.tree_low BETWEEN $1 AND $2 AND r.is_supervisor = 1
	   AND r.cert = 1 AND r.deleted IS NULL AND r.review IN (0, 2)
	   AND ($4 = '[]' OR r.category IN (SELECT k.id FROM json_each(CAST($4 AS TEXT)) j JOIN code_item k ON k.table_code = 'course_category'
		AND k.code = j.value))
	   AND ($5 = 0 OR r.sex = $5)
	 GROUP BY 1) s
  CROSS JOIN hours_record l CROSS JOIN person p CROSS JOIN agency a
  LEFT JOIN unit u ON u.id = l.unit LEFT JOIN code_item t ON t.id = l.title LEFT JOIN code_item q ON q.id = l.rank
  LEFT JOIN code_item pc ON pc.id = l.person_class
 WHERE l.id = s.last AND l.roc_year = $3 AND p.id = s.person AND a.id = l.agency
 ORDER BY CASE $9 WHEN 'name' THEN p.name_key END, CASE $9 WHEN '-name' THEN p.name_key WHEN '-agency_code' THEN a.code END DESC,
	a.code, p.name_key, p.id LIMIT $10 OFFSET CAST($11 AS BIGINT) * $8;

-- decision_records: the records behind, of some agencies ($1), of sex $4 (0: any), of which there are $5 in all and $6 before these agencies
SELECT r.id, a.name AS agency_name, coalesce(u.name, '') AS unit_name, p.name, p.national_id, coalesce(t.name, '') AS title_name,
	coalesce(q.name, '') AS rank_name, coalesce(c.name, hc.name) AS course_name, k.code || ' ' || k.name AS category,
	coalesce(o.name, i.name, '') AS institution, hc.start_day, hc.end_day, CAST(r.mode AS TEXT) AS mode, r.hours, r.digital,
	r.hours - r.digital AS physical, r.business, CAST(r.cert AS TEXT) AS cert, CAST($5 AS BIGINT) AS total
  FROM json_each(CAST($1 AS TEXT)) w CROSS JOIN agency a CROSS JOIN hours_record r JOIN hours_class hc ON hc.id = r.class
  JOIN person p ON p.id = r.person
  JOIN code_item k ON k.id = r.category LEFT JOIN course c ON c.id = hc.course LEFT JOIN agency o ON o.id = c.agency
  LEFT JOIN institution i ON i.id = hc.institution LEFT JOIN unit u ON u.id = r.unit LEFT JOIN code_item t ON t.id = r.title
  LEFT JOIN code_item q ON q.id = r.rank
 WHERE a.id = CAST(w.value AS BIGINT) AND r.roc_year = $2 AND r.agency = a.id AND r.is_supervisor = 1 AND r.cert = 1 AND r.deleted IS NULL
   AND r.review IN (0, 2) AND r.sex > 0 AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = r.batch AND b.hidden = 1)
   AND ($3 = '[]' OR r.category IN (SELECT x.id FROM json_each(CAST($3 AS TEXT)) j JOIN code_item x ON x.table_code = 'course_category'
	AND x.code = j.value))
   AND ($4 = 0 OR r.sex = $4)
 ORDER BY CASE $7 WHEN 'name' THEN p.name_key END, CASE $7 WHEN '-name' THEN p.name_key END DESC, a.code, p.name_key, r.id
 LIMIT $8 OFFSET CAST($9 AS BIGINT) - $6;
