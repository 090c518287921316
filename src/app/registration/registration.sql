-- registration_course: what a registration needs of its course, and whether this person is registered
SELECT c.agency, c.enroll_method, c.enroll_from, c.enroll_to, c.online_from, c.offline_at, c.quota, c.quota_hard, c.taken, c.agency_limit,
	c.survey_lodging, c.survey_meal, c.cancelled, c.deleted, r.state
  FROM course c LEFT JOIN registration r ON r.course = c.id AND r.person = $2 AND r.state <> 'withdrawn'
 WHERE c.id = $1;

-- registration_postings: where somebody serves on a day, the main posting first
SELECT s.agency, g.code, u.name AS unit, s.title, s.rank, s.person_class, s.is_supervisor
  FROM service_record s JOIN agency g ON g.id = s.agency LEFT JOIN unit u ON u.id = s.unit
 WHERE s.person = $1 AND s.from_day <= $2 AND (s.to_day IS NULL OR s.to_day >= $2) AND s.status <> 'left'
 ORDER BY s.is_main DESC, s.from_day DESC, s.id;

-- registration_take: a place and the next number, if there still is one; no row when there is none
UPDATE course SET taken = taken + 1, last_seq = last_seq + 1
 WHERE id = $1 AND deleted IS NULL AND cancelled IS NULL AND enroll_method = $2 AND enroll_from <= $3 AND enroll_to >= $3
	AND (quota_hard = 0 OR quota IS NULL OR taken < quota)
RETURNING last_seq;

-- registration_put: a new one; no row when this person has a live one
INSERT INTO registration (course, person, seq_no, source, nominating_agency, batch, lodging, meal, phone, email, agency, unit, title, rank,
	person_class, is_supervisor, created, created_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
ON CONFLICT (course, person) WHERE state <> 'withdrawn' DO NOTHING RETURNING id;

-- registration_free: a place is free again
UPDATE course SET taken = taken - 1 WHERE id = $1;

-- registration_withdrawn: taken back while nobody has decided; no row when it is too late
UPDATE registration SET state = 'withdrawn', withdraw_reason = $3, version = version + 1
 WHERE id = $1 AND version = $2 AND state = 'pending' RETURNING course;

-- registration_person: whose account it is, and how to be reached
SELECT p.id, p.name, p.phone, p.email FROM account a JOIN person p ON p.id = a.person WHERE a.id = $1;

-- front_list: classes that are online at $1; the other conditions are "" or 0 where they do not apply (a part is looked for as it is: %
-- and _ are nothing special)
SELECT c.id, c.course_code, c.term_no, c.name, c.agency_name, c.category_name AS category, c.mode, c.amount, c.unit_of_amount, c.start_at, c.end_at,
	c.start_timed, c.end_timed, c.place, c.enroll_method, c.enroll_from, c.enroll_to, c.quota, c.quota_hard, c.taken, c.fee,
	count(*) OVER () AS total
  FROM course_shown c
 WHERE c.end_at >= $1 AND c.cancelled IS NULL AND c.offline_at IS NULL AND (c.online_from IS NULL OR c.online_from <= $1)
	AND (c.enroll_method = 'closed' OR c.enroll_to IS NULL OR c.enroll_to >= $1)
	AND ($2 = '' OR replace(c.name_search, $2, '') <> c.name_search) AND ($3 = '' OR c.category_code = $3)
	AND ($4 = '' OR c.agency_code = $4 OR replace(upper(c.agency_name), $4, '') <> upper(c.agency_name)) AND ($5 = '' OR c.mode = $5)
	AND (CAST($6 AS BIGINT) = 0 OR c.end_at >= $6) AND (CAST($7 AS BIGINT) = 0 OR c.start_at < $7) AND ($8 = '' OR c.enroll_method = $8)
 ORDER BY CASE $9 WHEN 'start_at' THEN c.start_at WHEN 'enroll_to' THEN c.enroll_to END,
	CASE $9 WHEN '-start_at' THEN c.start_at WHEN '-enroll_to' THEN c.enroll_to END DESC, c.start_at, c.id LIMIT $10 OFFSET $11;

-- front_mine: somebody's live registration for a course
SELECT id, version, state, reject_reason, seq_no FROM registration WHERE course = $1 AND person = $2 AND state <> 'withdrawn';

-- own_list: all registrations of a person
SELECT r.id, r.version, r.course, r.seq_no, r.state, r.reject_reason, r.created, r.decided, c.name, c.course_code, c.term_no, c.place, c.start_at,
	c.end_at, c.start_timed, c.end_timed, c.cancelled, g.name AS agency_name, count(*) OVER () AS total
  FROM registration r JOIN course c ON c.id = r.course JOIN agency g ON g.id = c.agency
 WHERE r.person = $1
 ORDER BY CASE $2 WHEN 'created' THEN r.created WHEN 'start_at' THEN c.start_at END,
	CASE $2 WHEN '-created' THEN r.created WHEN '-start_at' THEN c.start_at END DESC, r.id DESC LIMIT $3 OFFSET $4;

-- own_one: one of them
SELECT r.id, r.version, r.course, r.state, c.name FROM registration r JOIN course c ON c.id = r.course WHERE r.id = $1 AND r.person = $2;
