-- status_list: 同仁學習狀況明細: who serves on day $3 in the agencies $1 to $2 and answers the conditions, with the sums of what counts.  Persons:
-- $4 unit, $5 name, $6 national ID, $7 sex, $8 titles, $9 ranks, $10 人員區分, $11 主管.  Records: years $12 to $13, categories $14, mode $15, ending
-- from $16 to $17, and by today $18; $19 1: of one whole year, from the sums that are kept.  Then least and most of hours, digital, physical,
-- business ones ($20 to $27), and $28 1: those without any
WITH p AS MATERIALIZED (
	SELECT x.person AS id, x.agency_code, x.agency_name, x.unit_name, x.title_name, x.rank_name, x.rank_code, x.class_name, x.is_supervisor,
		q.name, q.name_key, q.national_id, q.sex
	  FROM agency g CROSS JOIN posting x CROSS JOIN person q
	 WHERE g.tree_low BETWEEN $1 AND $2 AND x.agency = g.id AND x.is_main = 1 AND x.status = 'active' AND x.from_day <= $3 AND x.until >= $3
	   AND q.id = x.person AND ($4 = '%' OR upper(x.unit_name) LIKE $4 ESCAPE '!') AND ($5 = '%' OR upper(q.name) LIKE $5 ESCAPE '!')
	   AND ($6 = '' OR q.national_id = $6) AND ($7 = '' OR q.sex = $7)
	   AND ($8 = '[]' OR x.title IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST($8 AS TEXT))))
	   AND ($9 = '[]' OR x.rank IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST($9 AS TEXT))))
	   AND ($10 = '' OR x.class_code = $10) AND ($11 < 0 OR x.is_supervisor = $11)),
t AS (
	SELECT n.person, n.category, n.records, n.hours, n.digital, n.business FROM p CROSS JOIN hours_person n
	 WHERE $19 = 1 AND n.roc_year = $12 AND n.person = p.id
	UNION ALL
	SELECT n.person, n.category, n.records, n.hours, n.digital, n.business FROM hours_person_new n JOIN p ON p.id = n.person
	 WHERE $19 = 1 AND n.roc_year = $12 AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = n.batch AND b.hidden = 1)
	UNION ALL
	SELECT r.person, r.category, -1, -r.hours, -r.digital, -r.hours * r.business
	  FROM hours_class k CROSS JOIN hours_seen r CROSS JOIN p
	 WHERE $19 = 1 AND k.roc_year = $12 AND k.end_day > $18 AND r.roc_year = k.roc_year AND r.class = k.id AND r.deleted IS NULL AND r.cert = 1
	   AND r.review IN (0, 2) AND p.id = r.person
	UNION ALL
	SELECT r.person, r.category, 1, r.hours, r.digital, r.hours * r.business
	  FROM (WITH RECURSIVE y (year) AS (SELECT CAST($12 AS BIGINT) UNION ALL SELECT y.year + 1 FROM y WHERE y.year < $13) SELECT year FROM y) y
	  CROSS JOIN p CROSS JOIN hours_seen r CROSS JOIN hours_class k
	 WHERE $19 = 0 AND r.roc_year = y.year AND r.person = p.id AND r.deleted IS NULL AND r.cert = 1 AND r.review IN (0, 2)
	   AND ($15 = 0 OR r.mode = $15) AND k.id = r.class AND k.end_day BETWEEN $16 AND $17 AND k.end_day <= $18),
s AS (
	SELECT person, sum(records) AS records, sum(hours) AS hours, sum(digital) AS digital, sum(business) AS business FROM t
	 WHERE $14 = '[]' OR category IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST($14 AS TEXT))) GROUP BY person),
e AS (
	SELECT p.*, coalesce(s.records, 0) AS records, coalesce(s.hours, 0) AS hours, coalesce(s.digital, 0) AS digital,
		coalesce(s.hours, 0) - coalesce(s.digital, 0) AS physical, coalesce(s.business, 0) AS business FROM p LEFT JOIN s ON s.person = p.id)
SELECT e.*, count(*) OVER () AS total FROM e
 WHERE e.hours >= $20 AND e.hours <= $21 AND e.digital >= $22 AND e.digital <= $23 AND e.physical >= $24 AND e.physical <= $25
   AND e.business >= $26 AND e.business <= $27 AND ($28 = 0 OR e.hours = 0)
 ORDER BY CASE $29 WHEN 'records' THEN e.records WHEN '-records' THEN -e.records WHEN 'hours' THEN e.hours WHEN '-hours' THEN -e.hours
		WHEN 'digital' THEN e.digital WHEN '-digital' THEN -e.digital WHEN 'physical' THEN e.physical WHEN '-physical' THEN -e.physical
		WHEN 'business' THEN e.business WHEN '-business' THEN -e.business END,
	CASE $29 WHEN 'name' THEN e.name_key WHEN 'national_id' THEN e.national_id WHEN 'rank_name' THEN e.rank_code END,
	CASE $29 WHEN '-name' THEN e.name_key WHEN '-national_id' THEN e.national_id WHEN '-agency_name' THEN e.agency_code
		WHEN '-rank_name' THEN e.rank_code END DESC,
	e.agency_code, e.unit_name, e.name_key, e.id /*scan*/ LIMIT $30 OFFSET $31;

-- colleague_records: of some persons, years $2 to $3, categories $4, mode $5, ending from $6 to $7; $8 1: what counts on day $9 alone
SELECT t.* FROM (WITH RECURSIVE y (year) AS (SELECT CAST($2 AS BIGINT) UNION ALL SELECT y.year + 1 FROM y WHERE y.year < $3) SELECT year FROM y) y
	CROSS JOIN json_each(CAST($1 AS TEXT)) j CROSS JOIN hours_told t
 WHERE t.person = CAST(j.value AS BIGINT) AND t.roc_year = y.year AND t.deleted IS NULL
   AND ($4 = '[]' OR t.category IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST($4 AS TEXT)))) AND ($5 = 0 OR t.mode = $5)
   AND t.end_day BETWEEN $6 AND $7 AND ($8 = 0 OR (t.cert = 1 AND t.review IN (0, 2) AND t.end_day <= $9))
 ORDER BY t.person, t.end_day, t.id;

-- colleague_keyed: records of a year by class and person: class * 2^32 + person each
SELECT t.* FROM json_each(CAST($2 AS TEXT)) j CROSS JOIN hours_told t
 WHERE t.roc_year = $1 AND t.class = CAST(j.value AS BIGINT) / 4294967296 AND t.person = CAST(j.value AS BIGINT) % 4294967296 AND t.deleted IS NULL
 ORDER BY t.person, t.end_day, t.id;

-- colleague_person: who it is, and where on a day
SELECT p.id, p.name, p.national_id, coalesce(x.agency_name, '') AS agency_name, coalesce(x.unit_name, '') AS unit_name,
	coalesce(x.title_name, '') AS title_name, coalesce(x.rank_name, '') AS rank_name, coalesce(x.class_name, '') AS class_name
  FROM person p LEFT JOIN posting x ON x.person = p.id AND x.is_main = 1 AND x.from_day <= $2 AND x.until >= $2 WHERE p.id = $1;

-- colleague_units: of an agency, those that somebody has
SELECT id, name FROM unit WHERE agency = $1 AND active = 1 ORDER BY sort_no, name;

-- unit_list: 同仁課程資料查詢: records of the agencies $1 to $2 at the time, and registrations that have no hours yet.  $3 to $4 years, ending from $5
-- to $6, $7 units, $8 name, $9 national ID, $10 course, $11 its code, $12 categories, $13 who opened it, $14 state; $15 and $16: $5 and $6 as moments
SELECT t.*, count(*) OVER () AS total FROM (
	SELECT h.person AS id, h.unit_name, h.name, h.name_key, h.national_id, h.title_name, h.course_code, h.term_no, h.course_name,
		h.category_name, h.category_code, h.institution, h.start_day, h.end_day, CAST(h.mode AS TEXT) AS mode, h.hours,
		coalesce((SELECT g.state FROM hours_class k JOIN registration g ON g.course = k.course AND g.person = h.person WHERE k.id = h.class
			ORDER BY g.id DESC LIMIT 1), '') AS registration,
		CASE WHEN h.review = 1 THEN 'review' WHEN h.review = 3 THEN 'returned' WHEN h.cert = 1 THEN 'passed' WHEN h.cert = 2 THEN 'failed'
			ELSE 'pending' END AS approval, h.id AS place
	  FROM (WITH RECURSIVE y (year) AS (SELECT CAST($3 AS BIGINT) UNION ALL SELECT y.year + 1 FROM y WHERE y.year < $4) SELECT year FROM y) y
	  CROSS JOIN agency a CROSS JOIN hours_served v CROSS JOIN hours_told h
	 WHERE a.tree_low BETWEEN $1 AND $2 AND v.roc_year = y.year AND v.agency = a.id AND h.roc_year = v.roc_year AND h.person = v.person
	   AND h.agency = a.id AND h.deleted IS NULL AND h.end_day BETWEEN $5 AND $6
	   AND ($7 = '[]' OR h.unit_name IN (SELECT u.name FROM json_each(CAST($7 AS TEXT)) j JOIN unit u ON u.id = CAST(j.value AS BIGINT)))
	   AND ($12 = '[]' OR h.category IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST($12 AS TEXT))))
	UNION ALL
	SELECT p.id, g.unit, p.name, p.name_key, p.national_id, coalesce(l.name, ''), c.course_code, c.term_no, c.name, c.category_code || ' ' ||
		c.category_name, c.category_code, c.agency_name, '', '', CASE c.mode WHEN 'digital' THEN '1' WHEN 'physical' THEN '2' ELSE '3' END,
		c.certified_hours, g.state, 'none', -g.id
	  FROM agency a CROSS JOIN registration g JOIN course_shown c ON c.id = g.course JOIN person p ON p.id = g.person
	  LEFT JOIN code_item l ON l.id = g.title
	 WHERE a.tree_low BETWEEN $1 AND $2 AND g.agency = a.id AND c.end_at BETWEEN $15 AND $16
	   AND ($7 = '[]' OR g.unit IN (SELECT u.name FROM json_each(CAST($7 AS TEXT)) j JOIN unit u ON u.id = CAST(j.value AS BIGINT)))
	   AND ($12 = '[]' OR c.category IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST($12 AS TEXT))))
	   AND NOT EXISTS (SELECT 1 FROM hours_class k JOIN hours_seen r ON r.roc_year = k.roc_year AND r.class = k.id AND r.person = g.person
		AND r.deleted IS NULL WHERE k.course = g.course)
  ) t
 WHERE ($8 = '%' OR upper(t.name) LIKE $8 ESCAPE '!') AND ($9 = '' OR t.national_id = $9) AND ($10 = '%' OR upper(t.course_name) LIKE $10 ESCAPE '!')
   AND ($11 = '%' OR upper(t.course_code) LIKE $11 ESCAPE '!') AND ($13 = '%' OR upper(t.institution) LIKE $13 ESCAPE '!')
   AND ($14 = '' OR t.approval = $14)
 ORDER BY CASE $17 WHEN 'hours' THEN t.hours WHEN '-hours' THEN -t.hours END,
	CASE $17 WHEN 'name' THEN t.name_key WHEN 'national_id' THEN t.national_id WHEN 'course_code' THEN t.course_code WHEN 'end_day' THEN t.end_day
		WHEN 'course_name' THEN t.course_name END,
	CASE $17 WHEN '-unit_name' THEN t.unit_name WHEN '-name' THEN t.name_key WHEN '-national_id' THEN t.national_id
		WHEN '-course_code' THEN t.course_code WHEN '-end_day' THEN t.end_day WHEN '-course_name' THEN t.course_name END DESC,
	t.unit_name, t.name_key, t.id, t.end_day, t.place /*scan*/ LIMIT $18 OFFSET $19;

-- colleague_members: 同仁登錄會員明細: who serves on day $3 in the agencies $1 to $2.  $4 units, $5 name, $6 national ID, $7 人員區分, $8 a part of 官職等, $9 a
-- member on that day, yes or no
SELECT t.*, count(*) OVER () AS total FROM (
	SELECT q.id, q.name, q.name_key, q.national_id, x.unit_name, x.rank_name, x.rank_code, x.class_name, x.class_code, x.title_name,
		CASE WHEN q.member_since <= $3 AND (q.member_until IS NULL OR q.member_until >= $3) THEN 1 ELSE 0 END AS is_member,
		q.member_since, q.email, (SELECT max(a.last_sign_in) FROM account a WHERE a.person = q.id) AS last_sign_in, x.unit
	  FROM agency g CROSS JOIN posting x CROSS JOIN person q
	 WHERE g.tree_low BETWEEN $1 AND $2 AND x.agency = g.id AND x.is_main = 1 AND x.status = 'active' AND x.from_day <= $3 AND x.until >= $3
	   AND q.id = x.person) t
 WHERE ($4 = '[]' OR t.unit IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST($4 AS TEXT)))) AND ($5 = '%' OR upper(t.name) LIKE $5 ESCAPE '!')
   AND ($6 = '' OR t.national_id = $6) AND ($7 = '' OR t.class_code = $7) AND ($8 = '%' OR upper(t.rank_name) LIKE $8 ESCAPE '!')
   AND ($9 = '' OR t.is_member = CASE $9 WHEN 'yes' THEN 1 ELSE 0 END)
 ORDER BY CASE $10 WHEN 'last_sign_in' THEN t.last_sign_in WHEN '-last_sign_in' THEN -t.last_sign_in WHEN 'is_member' THEN t.is_member
		WHEN '-is_member' THEN -t.is_member END,
	CASE $10 WHEN 'national_id' THEN t.national_id WHEN 'unit_name' THEN t.unit_name WHEN 'rank_name' THEN t.rank_code
		WHEN 'class_name' THEN t.class_code WHEN 'title_name' THEN t.title_name WHEN 'member_since' THEN t.member_since END,
	CASE $10 WHEN '-name' THEN t.name_key WHEN '-national_id' THEN t.national_id WHEN '-unit_name' THEN t.unit_name WHEN '-rank_name' THEN t.rank_code
		WHEN '-class_name' THEN t.class_code WHEN '-title_name' THEN t.title_name WHEN '-member_since' THEN t.member_since END DESC,
	t.name_key, t.id /*scan*/ LIMIT $11 OFFSET $12;

-- offered_list: 機關課程查詢: courses opened by the agencies $1 to $2, beginning from $3 to before $4.  $5 code, $6 name, $7 期別, $8 categories, $9 課程性質, $10
-- 報名方式, $11 place, $12 now
SELECT t.*, count(*) OVER () AS total FROM (
	SELECT c.id, c.agency_code, c.agency_name, c.course_code, c.term_no, c.name, c.name_key, c.category_code || ' ' || c.category_name AS category_name,
		c.category_code, c.mode, c.amount, c.unit_of_amount, c.certified_hours, c.start_at, c.end_at, c.place, c.enroll_method, coalesce(c.quota, 0) AS quota,
		c.taken + c.rejected AS asked, c.approved,
		CASE WHEN c.cancelled IS NOT NULL THEN 'cancelled' WHEN c.online_from > $12 THEN 'waiting'
			WHEN c.offline_at IS NOT NULL OR CASE WHEN c.enroll_method = 'closed' OR c.enroll_to IS NULL THEN c.end_at ELSE c.enroll_to END < $12
			THEN 'offline' ELSE 'online' END AS state
	  FROM agency g CROSS JOIN course_shown c
	 WHERE g.tree_low BETWEEN $1 AND $2 AND c.agency = g.id AND c.start_at >= $3 AND c.start_at < $4
	   AND ($5 = '%' OR upper(c.course_code) LIKE $5 ESCAPE '!') AND ($6 = '%' OR upper(c.name) LIKE $6 ESCAPE '!') AND ($7 = 0 OR c.term_no = $7)
	   AND ($8 = '[]' OR c.category IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST($8 AS TEXT)))) AND ($9 = '' OR c.mode = $9)
	   AND ($10 = '' OR c.enroll_method = $10) AND ($11 = '%' OR upper(c.place) LIKE $11 ESCAPE '!')) t
 ORDER BY CASE $13 WHEN 'term_no' THEN t.term_no WHEN '-term_no' THEN -t.term_no WHEN 'certified_hours' THEN t.certified_hours
		WHEN '-certified_hours' THEN -t.certified_hours WHEN 'start_at' THEN t.start_at WHEN '-start_at' THEN -t.start_at
		WHEN 'asked' THEN t.asked WHEN '-asked' THEN -t.asked WHEN 'approved' THEN t.approved WHEN '-approved' THEN -t.approved END,
	CASE $13 WHEN 'course_code' THEN t.course_code WHEN 'name' THEN t.name_key WHEN 'category_name' THEN t.category_code WHEN 'mode' THEN t.mode END,
	CASE $13 WHEN '-agency_name' THEN t.agency_code WHEN '-course_code' THEN t.course_code WHEN '-name' THEN t.name_key
		WHEN '-category_name' THEN t.category_code WHEN '-mode' THEN t.mode END DESC,
	t.agency_code, t.course_code, t.term_no, t.id /*scan*/ LIMIT $14 OFFSET $15;

-- offered_passed: of some courses, how many records count
SELECT k.course, count(*) AS n FROM json_each(CAST($1 AS TEXT)) j CROSS JOIN hours_class k CROSS JOIN hours_seen r
 WHERE k.course = CAST(j.value AS BIGINT) AND r.roc_year = k.roc_year AND r.class = k.id AND r.deleted IS NULL AND r.cert = 1 AND r.review IN (0, 2)
 GROUP BY k.course;

-- category_people: 同仁學習類別時數一覽: who serves on day $3 in the agencies $1 to $2, $4 units, $5 人員區分
SELECT x.person AS id, x.unit_name, x.title_name, x.rank_name, q.name, q.national_id
  FROM agency g CROSS JOIN posting x CROSS JOIN person q
 WHERE g.tree_low BETWEEN $1 AND $2 AND x.agency = g.id AND x.is_main = 1 AND x.status = 'active' AND x.from_day <= $3 AND x.until >= $3
   AND q.id = x.person AND ($4 = '[]' OR x.unit IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST($4 AS TEXT)))) AND ($5 = '' OR x.class_code = $5)
 ORDER BY x.unit_name, q.name_key, x.person;

-- category_hours: what counts of some persons by category: years $2 to $3, categories $4, ending from $5 to $6 and by $7
SELECT r.person, r.category, sum(r.hours) AS hours
  FROM (WITH RECURSIVE y (year) AS (SELECT CAST($2 AS BIGINT) UNION ALL SELECT y.year + 1 FROM y WHERE y.year < $3) SELECT year FROM y) y
	CROSS JOIN json_each(CAST($1 AS TEXT)) j CROSS JOIN hours_seen r CROSS JOIN hours_class k
 WHERE r.roc_year = y.year AND r.person = CAST(j.value AS BIGINT) AND r.deleted IS NULL AND r.cert = 1 AND r.review IN (0, 2)
   AND ($4 = '[]' OR r.category IN (SELECT CAST(value AS BIGINT) FROM json_each(CAST($4 AS TEXT))))
   AND k.id = r.class AND k.end_day BETWEEN $5 AND $6 AND k.end_day <= $7
 GROUP BY r.person, r.category;

-- colleague_account: who asked
SELECT coalesce(nullif(full_name, ''), name) AS name FROM account WHERE id = $1;

-- choice_span: an agency within reach
SELECT id, code, name, tree_low, tree_high FROM agency WHERE code = $1 AND active = 1 AND tree_low BETWEEN $2 AND $3;

-- choice_agencies: what agencies are called
SELECT id, code, name FROM agency WHERE tree_low BETWEEN $1 AND $2 ORDER BY id;

-- choice_units: the units of some agencies
SELECT u.id, u.name FROM agency g CROSS JOIN unit u WHERE g.tree_low BETWEEN $1 AND $2 AND u.agency = g.id;

-- choice_unit_names: what some units are called
SELECT u.id, u.name FROM (SELECT DISTINCT CAST(value AS BIGINT) AS id FROM json_each(CAST($1 AS TEXT))) j CROSS JOIN unit u WHERE u.id = j.id;

-- choice_classes: name and institution of some classes, in the order of their ids
SELECT k.id, coalesce(c.name, k.name) AS name, coalesce(o.name, i.name, '') AS institution
  FROM json_each(CAST($1 AS TEXT)) j CROSS JOIN hours_class k LEFT JOIN course c ON c.id = k.course LEFT JOIN agency o ON o.id = c.agency
  LEFT JOIN institution i ON i.id = k.institution WHERE k.id = CAST(j.value AS BIGINT) ORDER BY k.id;

-- choice_roster: who serves on day $3 in the agencies $1 to $2
SELECT s.person, s.agency, coalesce(s.unit, 0) AS unit, coalesce(s.title, 0) AS title, coalesce(s.rank, 0) AS rank,
	coalesce(s.person_class, 0) AS person_class, s.is_supervisor, q.sex
  FROM agency g CROSS JOIN posting s CROSS JOIN person q
 WHERE g.tree_low BETWEEN $1 AND $2 AND s.agency = g.id AND s.is_main = 1 AND s.status = 'active' AND s.from_day <= $3 AND s.until >= $3
   AND q.id = s.person;

-- choice_keys: some persons' names in the order of strokes
SELECT p.id, p.name_key FROM json_each(CAST($1 AS TEXT)) j CROSS JOIN person p WHERE p.id = CAST(j.value AS BIGINT) ORDER BY p.id;

-- choice_people: who some persons are
SELECT p.id, p.name, p.national_id FROM json_each(CAST($1 AS TEXT)) j CROSS JOIN person p WHERE p.id = CAST(j.value AS BIGINT);

-- choice_sets: the own sets of conditions, and those shared in the agency
SELECT s.id, s.account, s.name, s.conditions, s.shared, coalesce(nullif(a.full_name, ''), a.name) AS who
  FROM condition_set s JOIN account a ON a.id = s.account WHERE s.account = $1
UNION ALL
SELECT s.id, s.account, s.name, s.conditions, s.shared, coalesce(nullif(a.full_name, ''), a.name)
  FROM condition_set s JOIN account a ON a.id = s.account WHERE s.agency = $2 AND s.shared = 1 AND s.account <> $1 ORDER BY 3, 1;

-- choice_set_put: a new one; no row when the name exists
INSERT INTO condition_set (account, agency, name, conditions, shared, made) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (account, name) DO NOTHING RETURNING id;

-- choice_set_drop: an own one goes
DELETE FROM condition_set WHERE id = $1 AND account = $2;
