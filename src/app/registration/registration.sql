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
UPDATE registration SET state = 'withdrawn', version = version + 1 WHERE id = $1 AND version = $2 AND state = 'pending' RETURNING course;
