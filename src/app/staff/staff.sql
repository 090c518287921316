-- staff_main_agency: where the main posting of a person is on a day
SELECT agency FROM posting WHERE person = $1 AND is_main = 1 AND from_day <= $2 AND until >= $2;

-- staff_person_of: by national ID
SELECT id, name, birth_date FROM person WHERE national_id = $1;

-- staff_in: a posting of a person in some agencies on a day
SELECT x.id FROM posting x WHERE x.person = $1 AND x.tree_low BETWEEN $2 AND $3 AND x.status <> 'left' AND x.from_day <= $4
   AND x.until >= $4 LIMIT 1;

-- staff_roster_count: how many serve there on a day
SELECT count(DISTINCT x.person) AS n FROM agency g CROSS JOIN posting x
 WHERE g.tree_low BETWEEN $1 AND $2 AND x.agency = g.id AND x.is_main = 1 AND x.status = 'active' AND x.from_day <= $3 AND x.until >= $3;

-- staff_national_id: of a person
SELECT national_id FROM person WHERE id = $1;

-- staff_agencies: all that are in use
SELECT id, code FROM agency WHERE active = 1 ORDER BY code;

-- staff_known: the persons of a list of national IDs with their postings; busy: another batch is bringing them in
SELECT p.id AS person, p.national_id, p.name, p.birth_date, s.id, s.version, s.agency, g.name AS agency_name, coalesce(u.name, '') AS unit,
	coalesce(s.title, 0) AS title, coalesce(s.rank, 0) AS rank, coalesce(s.person_class, 0) AS person_class, s.is_supervisor, s.is_main,
	s.status, s.from_day, s.to_day, CASE WHEN coalesce(b.hidden, 0) = 1 AND b.id <> $2 THEN 1 ELSE 0 END AS busy
  FROM json_each(CAST($1 AS TEXT)) k JOIN person p ON p.national_id = k.value
  LEFT JOIN service_record s ON s.person = p.id LEFT JOIN agency g ON g.id = s.agency LEFT JOIN unit u ON u.id = s.unit
  LEFT JOIN import_batch b ON b.id = p.batch
 ORDER BY p.national_id, s.from_day, s.id;

-- staff_person_last: the newest person's id
SELECT coalesce(max(id), 0) AS id FROM person;

-- staff_person_put: somebody new
INSERT INTO person (national_id, name, name_key, sex, birth_date, batch) VALUES ($1, $2, $3, $4, $5, $6);

-- staff_person_sweep: persons of a batch who are nothing else here
DELETE FROM person WHERE id BETWEEN $2 AND $3 AND batch = $1 AND NOT EXISTS (SELECT 1 FROM person_used u WHERE u.person = person.id);

-- staff_stage_put: what a row of a file will do
INSERT INTO posting_stage (batch, posting, version, of_file, national_id, agency, unit, title, rank, person_class, is_supervisor, is_main,
	status, from_day, to_day, eve, morrow)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);

-- staff_stage_same: how many of those that rows fill in are as they had been
SELECT count(*) AS n FROM posting_stage c JOIN service_record s ON s.id = c.posting AND s.version = c.version WHERE c.batch = $1 AND c.of_file = 1;

-- staff_units_new: units that a batch names and nobody has
SELECT DISTINCT c.agency, c.unit FROM posting_stage c WHERE c.batch = $1 AND c.unit <> '' AND c.agency IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.agency = c.agency AND u.name = c.unit) ORDER BY c.agency, c.unit;

-- staff_unit_put: a unit
INSERT INTO unit (agency, name) VALUES ($1, $2) ON CONFLICT (agency, name) DO NOTHING;

-- staff_ends: the postings on which new ones of a batch follow, to be ended on the eve
INSERT INTO posting_stage (batch, posting, version, of_file, unit, title, rank, person_class, is_supervisor, status, to_day)
SELECT CAST($1 AS BIGINT), s.id, s.version, 0, (SELECT u.name FROM unit u WHERE u.id = s.unit), s.title, s.rank, s.person_class,
	s.is_supervisor, s.status, min(c.eve)
  FROM posting_stage c JOIN person p ON p.national_id = c.national_id JOIN service_record s ON s.person = p.id AND s.is_main = c.is_main
   AND (s.is_main = 1 OR s.agency = c.agency)
 WHERE c.batch = $1 AND c.posting IS NULL AND s.from_day < c.from_day AND coalesce(s.to_day, '9999-12-31') >= c.from_day
   AND NOT EXISTS (SELECT 1 FROM posting_stage o WHERE o.batch = $1 AND o.posting = s.id)
 GROUP BY s.id, s.version, s.unit, s.title, s.rank, s.person_class, s.is_supervisor, s.status;

-- staff_ends_filled: the same of those that the file fills in besides
UPDATE posting_stage SET to_day = (SELECT min(c.eve) FROM posting_stage c WHERE c.batch = $1 AND c.posting IS NULL
	AND c.national_id = posting_stage.national_id AND c.is_main = posting_stage.is_main
	AND (c.is_main = 1 OR c.agency = posting_stage.agency) AND c.from_day > posting_stage.from_day
	AND c.from_day <= coalesce(posting_stage.to_day, '9999-12-31'))
 WHERE batch = $1 AND EXISTS (SELECT 1 FROM posting_stage c WHERE c.batch = $1 AND c.posting IS NULL
	AND c.national_id = posting_stage.national_id AND c.is_main = posting_stage.is_main
	AND (c.is_main = 1 OR c.agency = posting_stage.agency) AND c.from_day > posting_stage.from_day
	AND c.from_day <= coalesce(posting_stage.to_day, '9999-12-31'));

-- staff_returns: after a leave that ends, what was before it goes on
INSERT INTO posting_stage (batch, of_file, national_id, agency, unit, title, rank, person_class, is_supervisor, is_main, status, from_day, to_day, eve)
SELECT CAST($1 AS BIGINT), 0, c.national_id, s.agency, (SELECT u.name FROM unit u WHERE u.id = s.unit), s.title, s.rank, s.person_class,
	s.is_supervisor, s.is_main, s.status, c.morrow, s.to_day, c.to_day
  FROM posting_stage c JOIN person p ON p.national_id = c.national_id JOIN service_record s ON s.person = p.id AND s.is_main = c.is_main
   AND s.agency = c.agency
 WHERE c.batch = $1 AND c.posting IS NULL AND c.morrow IS NOT NULL AND s.from_day < c.from_day AND s.status = 'active'
   AND coalesce(s.to_day, '9999-12-31') >= c.morrow
   AND NOT EXISTS (SELECT 1 FROM posting_stage o WHERE o.batch = $1 AND o.posting IS NULL AND o.national_id = c.national_id
	AND o.is_main = c.is_main AND o.agency = c.agency AND o.from_day = c.morrow);

-- staff_was: what is there now of those that are filled in or ended
UPDATE posting_stage SET was_unit = s.unit, was_title = s.title, was_rank = s.rank, was_person_class = s.person_class,
	was_is_supervisor = s.is_supervisor, was_status = s.status, was_to_day = s.to_day
  FROM service_record s WHERE posting_stage.batch = $1 AND s.id = posting_stage.posting;

-- staff_fill: they are filled in
UPDATE service_record SET unit = (SELECT u.id FROM unit u WHERE u.agency = service_record.agency AND u.name = c.unit), title = c.title,
	rank = c.rank, person_class = c.person_class, is_supervisor = c.is_supervisor, status = c.status, to_day = c.to_day, version = c.version + 1
  FROM posting_stage c WHERE c.batch = $1 AND c.posting = service_record.id AND service_record.version = c.version;

-- staff_make: and the new ones
INSERT INTO service_record (person, agency, unit, title, rank, person_class, is_supervisor, is_main, status, from_day, to_day, batch)
SELECT p.id, c.agency, (SELECT u.id FROM unit u WHERE u.agency = c.agency AND u.name = c.unit), c.title, c.rank, c.person_class, c.is_supervisor,
	c.is_main, c.status, c.from_day, c.to_day, nullif(c.batch, 0)
  FROM posting_stage c JOIN person p ON p.national_id = c.national_id WHERE c.batch = $1 AND c.posting IS NULL;

-- staff_overlap: two postings on one day, of one of a batch's persons, that exclude each other
SELECT a.id FROM posting_stage c JOIN person p ON p.national_id = c.national_id
  JOIN service_record a ON a.person = p.id
  JOIN service_record b ON b.person = p.id AND b.is_main = a.is_main AND (b.is_main = 1 OR b.agency = a.agency) AND b.id <> a.id
   AND b.from_day >= a.from_day AND b.from_day <= coalesce(a.to_day, '9999-12-31')
 WHERE c.batch = $1 LIMIT 1;

-- staff_stage_old: how many there are of what is filled in or ended
SELECT count(*) AS n FROM posting_stage WHERE batch = $1 AND posting IS NOT NULL;

-- staff_of_day: the one that begins on a day
SELECT id FROM service_record WHERE person = $1 AND agency = $2 AND is_main = $3 AND from_day = $4;

-- staff_drop: one that should never have been
DELETE FROM service_record WHERE id = $1 AND version = $2 RETURNING id;

-- staff_reopen: what had ended on its eve lasts as long as that would have
UPDATE service_record SET to_day = $5, version = version + 1
 WHERE person = $1 AND is_main = $2 AND (is_main = 1 OR agency = $3) AND to_day = $4;

-- staff_touched: what somebody has changed since a batch wrote it
SELECT t.id, t.about, t.reason, count(*) OVER () AS total FROM (
	SELECT s.id, p.name || '　' || s.from_day AS about, '匯入後已有異動' AS reason FROM service_record s JOIN person p ON p.id = s.person
	 WHERE s.batch = $1 AND s.version <> 1
	UNION ALL
	SELECT s.id, p.name || '　' || s.from_day, '更新後已有異動' FROM posting_stage c JOIN service_record s ON s.id = c.posting
	  JOIN person p ON p.id = s.person WHERE c.batch = $1 AND s.version <> c.version + 1
) t ORDER BY t.id LIMIT $2;

-- staff_release: what was changed since stays, and is the batch's no more
UPDATE service_record SET batch = NULL WHERE batch = $1 AND version <> 1;

-- staff_unmake: what a batch made goes
DELETE FROM service_record WHERE batch = $1;

-- staff_unfill: what it filled in is as it was; what it ended stays so where something follows it
UPDATE service_record SET unit = c.was_unit, title = c.was_title, rank = c.was_rank, person_class = c.was_person_class,
	is_supervisor = c.was_is_supervisor, status = c.was_status, to_day = c.was_to_day, version = service_record.version + 1
  FROM posting_stage c WHERE c.batch = $1 AND c.posting = service_record.id AND service_record.version = c.version + 1
   AND NOT EXISTS (SELECT 1 FROM service_record n WHERE n.person = service_record.person AND n.is_main = service_record.is_main
	AND (n.is_main = 1 OR n.agency = service_record.agency) AND n.from_day > service_record.from_day
	AND n.from_day <= coalesce(c.was_to_day, '9999-12-31'));

-- staff_mark_staged: who is in a batch is counted anew by whoever counts persons
INSERT INTO tally_dirty (roc_year, person) SELECT DISTINCT 0, p.id FROM posting_stage c JOIN person p ON p.national_id = c.national_id WHERE c.batch = $1;

-- staff_mark: somebody is
INSERT INTO tally_dirty (roc_year, person) VALUES (0, $1);

-- staff_stage_drop: it is not needed any more
DELETE FROM posting_stage WHERE batch = $1;

-- staff_list: who serves at some agencies on a day
SELECT x.id, p.national_id, p.name, x.agency_code, x.agency_name, x.unit_name, x.title_name, x.rank_name, x.class_name,
	CASE WHEN x.is_main = 1 THEN '主要' ELSE '兼任' END AS post, x.status, x.is_supervisor, x.from_day,
	CASE WHEN x.until = '9999-12-31' THEN NULL ELSE x.until END AS until, count(*) OVER () AS total
  FROM agency g CROSS JOIN posting x JOIN service_record s ON s.id = x.id JOIN person p ON p.id = x.person
 WHERE g.tree_low BETWEEN $1 AND $2 AND x.agency = g.id
   AND ($9 = '' OR s.batch = CAST($9 AS BIGINT)) AND ($9 <> '' OR (x.from_day <= $3 AND x.until >= $3))
   AND ($4 = '' OR x.unit_name LIKE $4 ESCAPE '!') AND ($5 = '' OR p.name LIKE $5 ESCAPE '!')
   AND ($6 = '' OR x.status = $6) AND ($7 = '' OR x.title_name LIKE $7 ESCAPE '!') AND ($8 = '' OR x.rank_name LIKE $8 ESCAPE '!')
 ORDER BY CASE $10 WHEN 'name' THEN p.name_key WHEN 'agency_code' THEN x.agency_code WHEN 'unit_name' THEN x.unit_name
	WHEN 'title_name' THEN x.title_code WHEN 'rank_name' THEN x.rank_code WHEN 'class_name' THEN x.class_code WHEN 'status' THEN x.status
	WHEN 'from_day' THEN x.from_day WHEN 'until' THEN x.until WHEN 'post' THEN CASE WHEN x.is_main = 1 THEN '0' ELSE '1' END
	WHEN 'agency_name' THEN x.agency_name END,
	CASE $10 WHEN '-name' THEN p.name_key WHEN '-agency_code' THEN x.agency_code WHEN '-unit_name' THEN x.unit_name
	WHEN '-title_name' THEN x.title_code WHEN '-rank_name' THEN x.rank_code WHEN '-class_name' THEN x.class_code WHEN '-status' THEN x.status
	WHEN '-from_day' THEN x.from_day WHEN '-until' THEN x.until WHEN '-post' THEN CASE WHEN x.is_main = 1 THEN '0' ELSE '1' END
	WHEN '-agency_name' THEN x.agency_name END DESC, x.agency_code, p.name_key, x.id
 LIMIT $11 OFFSET $12;

-- staff_one: a posting as it is written
SELECT s.id, s.version, s.person, s.agency, p.national_id, p.name, g.code AS agency_code, coalesce(u.name, '') AS unit, coalesce(t.name, '') AS title,
	coalesce(k.name, '') AS rank, coalesce(c.name, '') AS person_class, s.is_supervisor, 1 - s.is_main AS is_beside, s.status, s.from_day, s.to_day
  FROM service_record s JOIN person p ON p.id = s.person JOIN agency g ON g.id = s.agency LEFT JOIN unit u ON u.id = s.unit
  LEFT JOIN code_item t ON t.id = s.title LEFT JOIN code_item k ON k.id = s.rank LEFT JOIN code_item c ON c.id = s.person_class
 WHERE s.id = $1;

-- staff_line_of: the postings of a person that exclude each other
SELECT s.id, s.agency, g.name, s.from_day, s.to_day FROM service_record s JOIN agency g ON g.id = s.agency
 WHERE s.person = $1 AND s.is_main = $2 AND (s.is_main = 1 OR s.agency = $3) ORDER BY s.from_day;

-- staff_agency_of: whose a posting is
SELECT agency FROM service_record WHERE id = $1;

-- staff_new_person: somebody who was nowhere yet
INSERT INTO person (national_id, name, name_key, sex, birth_date) VALUES ($1, $2, $3, $4, $5) RETURNING id;

-- staff_person_one: whose posting it is
SELECT p.id, p.version, p.national_id, p.name, p.sex, p.birth_date FROM service_record s JOIN person p ON p.id = s.person WHERE s.id = $1;

-- staff_person_set: corrected; no row when somebody was first
UPDATE person SET name = $3, name_key = $4, sex = $5, birth_date = $6, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id;
