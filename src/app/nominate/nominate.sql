-- nominated_list: who was nominated by these agencies; $3 course code, $4 name, $5 term 0 any, $6 opening agency (code or name), $7 from, $8 to
-- (moments, 0: any), $9 person 0 any, $10 a part of the person's name, $11 state as stored "" any
SELECT r.id, r.version, r.course, c.term_no, c.course_code, c.name AS course_name, o.name AS agency_name, p.name, p.national_id, r.unit,
	coalesce(t.name, '') AS title, r.reject_reason, r.withdraw_reason, CAST(coalesce(c.cancelled, 0) AS TEXT) AS cancelled, r.created, c.start_at, c.end_at, r.state,
	count(*) OVER () AS total
  FROM agency g CROSS JOIN registration r JOIN course c ON c.id = r.course JOIN agency o ON o.id = c.agency JOIN person p ON p.id = r.person
  LEFT JOIN code_item t ON t.id = r.title
 WHERE g.id BETWEEN $1 AND $2 AND r.nominating_agency = g.id AND ($3 = '' OR upper(c.course_code) LIKE upper($3) || '%')
   AND ($4 = '' OR lower(c.name) LIKE '%' || lower($4) || '%') AND ($5 = 0 OR c.term_no = $5)
   AND ($6 = '' OR o.code LIKE $6 || '%' OR o.name LIKE '%' || $6 || '%') AND ($7 = 0 OR r.created >= $7) AND ($8 = 0 OR r.created < $8)
   AND ($9 = 0 OR r.person = $9) AND ($10 = '' OR lower(p.name) LIKE '%' || lower($10) || '%') AND ($11 = '' OR r.state = $11)
 ORDER BY CASE $12 WHEN 'created' THEN r.created WHEN 'start_at' THEN c.start_at END,
	CASE $12 WHEN '-created' THEN r.created WHEN '-start_at' THEN c.start_at END DESC, r.id LIMIT $13 OFFSET $14;

-- nominated_one: one nomination of an agency
SELECT r.id, r.version, r.course, c.term_no, c.course_code, c.name AS course_name, o.name AS agency_name, p.name, p.national_id, r.unit,
	coalesce(t.name, '') AS title, r.reject_reason, r.withdraw_reason, CAST(coalesce(c.cancelled, 0) AS TEXT) AS cancelled, r.created, c.start_at, c.end_at, r.state
  FROM registration r JOIN course c ON c.id = r.course JOIN agency o ON o.id = c.agency JOIN person p ON p.id = r.person
  LEFT JOIN code_item t ON t.id = r.title WHERE r.id = $1 AND r.nominating_agency = $2;

-- nominate_batch_pending: what a batch has registered and nobody has decided, and why the batch is taken back
SELECT r.id, r.version, b.undo_reason FROM registration r JOIN import_batch b ON b.id = r.batch
 WHERE r.batch = $1 AND r.state = 'pending' ORDER BY r.id;

-- nominate_batch_decided: the others; who took one back by hand hinders nobody
SELECT p.name || '：' || c.name AS about, CASE r.state WHEN 'approved' THEN '開課機關已核可' ELSE '開課機關已駁回' END AS reason,
	count(*) OVER () AS total
  FROM registration r JOIN person p ON p.id = r.person JOIN course c ON c.id = r.course
 WHERE r.batch = $1 AND r.state IN ('approved', 'rejected') ORDER BY r.id LIMIT $2;

-- nominate_offered: courses of 機關薦送 that are online and take registrations at $1; $2 a part of code or name; $3 those of a list of ids alone,
-- [] all
SELECT c.id, c.course_code, c.term_no, c.name, g.name AS agency_name, c.enroll_from, c.enroll_to, c.agency_limit, coalesce(c.quota, 0) AS quota, c.taken,
	c.quota_hard
  FROM course c JOIN agency g ON g.id = c.agency
 WHERE c.enroll_method = 'nominate' AND c.enroll_to >= $1 AND c.enroll_from <= $1 AND (c.online_from IS NULL OR c.online_from <= $1)
   AND (c.offline_at IS NULL OR c.offline_at > $1) AND c.cancelled IS NULL AND c.deleted IS NULL
   AND ($2 = '' OR upper(c.course_code) LIKE upper($2) || '%' OR lower(c.name) LIKE '%' || lower($2) || '%')
   AND ($3 = '[]' OR c.id IN (SELECT CAST(j.value AS BIGINT) FROM json_each(CAST($3 AS TEXT)) j))
 /*scan*/ ORDER BY c.enroll_to, c.id LIMIT 201;

-- nominate_choice_put: the courses of a file
INSERT INTO nominate_choice (agency, account, courses, created) VALUES ($1, $2, $3, $4) RETURNING id;

-- nominate_courses: those of a choice, in the order in which they were chosen
SELECT c.id, c.name, coalesce(c.quota, 0) AS quota, c.quota_hard, c.taken
  FROM nominate_choice n, json_each(n.courses) j JOIN course c ON c.id = CAST(j.value AS BIGINT) WHERE n.id = $1 ORDER BY c.id;

-- nominate_course_named: a course by its opening agency, code and 期別
SELECT c.id FROM course c JOIN agency g ON g.id = c.agency
 WHERE g.code = $1 AND upper(c.course_code) = upper($2) AND c.term_no = $3 AND c.deleted IS NULL;

-- nominate_people: those of a list of national IDs, and whether the main posting is in the agency $2 on the day $3
SELECT p.id, p.national_id, p.name, CASE WHEN EXISTS (SELECT 1 FROM posting s WHERE s.person = p.id AND s.agency = $2 AND s.is_main = 1
	AND s.status = 'active' AND s.from_day <= $3 AND s.until >= $3) THEN 1 ELSE 0 END AS own
  FROM (SELECT DISTINCT value FROM json_each(CAST($1 AS TEXT))) k CROSS JOIN person p WHERE p.national_id = k.value;

-- nominate_line_put: a row of the file and a course
INSERT INTO nominate_line (batch, number, place, course, person, lodging, meal, phone, email) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- nominate_lines: what a batch registers, in the order of the file
SELECT * FROM nominate_line WHERE batch = $1 ORDER BY number, place;

-- nominate_line_drop: it is done, or not wanted
DELETE FROM nominate_line WHERE batch = $1;
