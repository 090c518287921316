-- review_open: courses of the agencies $1 to $2 that have not ended and have registrations to decide on
SELECT c.id, c.course_code, c.term_no, c.name, c.start_at, c.end_at, c.start_timed, c.end_timed, c.place, c.enroll_method, c.quota, c.quota_hard,
	c.taken, c.approved, c.rejected, c.taken - c.approved AS pending, c.cancelled, c.agency_name, count(*) OVER () AS total
  FROM agency g CROSS JOIN course_shown c
 WHERE g.id BETWEEN $1 AND $2 AND c.agency = g.id AND c.taken > c.approved AND c.end_at >= $3 AND c.cancelled IS NULL
 ORDER BY CASE $4 WHEN 'start_at' THEN c.start_at WHEN 'pending' THEN c.taken - c.approved END,
	CASE $4 WHEN '-start_at' THEN c.start_at WHEN '-pending' THEN c.taken - c.approved END DESC, c.start_at, c.id LIMIT $5 OFFSET $6;

-- review_find: courses of the agencies $1 to $2 by the conditions that are given
SELECT c.id, c.course_code, c.term_no, c.name, c.start_at, c.end_at, c.start_timed, c.end_timed, c.place, c.enroll_method, c.quota, c.quota_hard,
	c.taken, c.approved, c.rejected, c.taken - c.approved AS pending, c.cancelled, c.agency_name, count(*) OVER () AS total
  FROM agency g CROSS JOIN course_shown c
 WHERE g.id BETWEEN $1 AND $2 AND c.agency = g.id AND ($3 = '' OR substr(upper(c.course_code), 1, length($3)) = $3)
	AND ($4 = '' OR replace(c.name_search, $4, '') <> c.name_search) AND (CAST($5 AS BIGINT) = 0 OR c.term_no = $5)
	AND (CAST($6 AS BIGINT) = 0 OR c.end_at >= $6) AND (CAST($7 AS BIGINT) = 0 OR c.start_at < $7)
	AND ($8 = '' OR replace(upper(c.place), $8, '') <> upper(c.place)) AND ($9 = '' OR c.category_code = $9) AND ($10 = '' OR c.enroll_method = $10)
	AND (CAST($11 AS BIGINT) < 0 OR c.fee = $11)
 ORDER BY CASE $12 WHEN 'start_at' THEN c.start_at WHEN 'pending' THEN c.taken - c.approved END,
	CASE $12 WHEN '-start_at' THEN c.start_at WHEN '-pending' THEN c.taken - c.approved END DESC, c.start_at DESC, c.id LIMIT $13 OFFSET $14;

-- review_list: who is registered for a course, the withdrawn left out; agency_level counts from the root of the tree
SELECT r.id, r.version, r.seq_no, r.state, r.source, r.reject_reason, r.lodging, r.meal, r.created, r.unit, p.name, p.national_id,
	g.code AS agency_code, g.name AS agency_name, t.name AS title, k.name AS rank,
	(WITH RECURSIVE up(parent, n) AS (SELECT g.parent, 1 UNION ALL SELECT a.parent, up.n + 1 FROM up JOIN agency a ON a.id = up.parent)
		SELECT max(n) FROM up) AS agency_level, count(*) OVER () AS total
  FROM registration r JOIN person p ON p.id = r.person JOIN agency g ON g.id = r.agency
	LEFT JOIN code_item t ON t.id = r.title LEFT JOIN code_item k ON k.id = r.rank
 WHERE r.course = $1 AND r.state <> 'withdrawn'
 ORDER BY CASE $2 WHEN 'name' THEN p.name_key END, CASE $2 WHEN '-name' THEN p.name_key END DESC,
	CASE $2 WHEN 'agency_name' THEN 1 WHEN '-agency_name' THEN -1 ELSE 0 END *
		(WITH RECURSIVE up(parent, n) AS (SELECT g.parent, 1 UNION ALL SELECT a.parent, up.n + 1 FROM up JOIN agency a ON a.id = up.parent)
		SELECT max(n) FROM up),
	CASE $2 WHEN 'agency_name' THEN g.code END, CASE $2 WHEN '-agency_name' THEN g.code END DESC,
	CASE $2 WHEN 'agency_name' THEN r.unit END, CASE $2 WHEN '-seq_no' THEN r.seq_no END DESC, r.seq_no LIMIT $3 OFFSET $4;

-- review_answers: what was answered to 特殊調查, by how many of those who hold a place
SELECT state, lodging, meal, count(*) AS n FROM registration WHERE course = $1 AND state IN ('pending', 'approved') GROUP BY state, lodging, meal;

-- review_course: what a decision is held against
SELECT end_at, cancelled, quota, quota_hard, taken, approved FROM course WHERE id = $1;

-- review_of: registrations of a course by id, for what was chosen on the page
SELECT r.id, r.version, r.state, r.decided, r.decided_by, p.name FROM registration r JOIN person p ON p.id = r.person
 WHERE r.id = $1 AND r.course = $2 AND r.state <> 'withdrawn';

-- review_pending: how many wait, and the newest of them
SELECT count(*) AS n, coalesce(max(id), 0) AS upto FROM registration WHERE course = $1 AND state <> 'withdrawn' AND state = 'pending';

-- review_decide: one registration; no row when somebody was first
UPDATE registration SET state = $3, reject_reason = $4, decided = $5, decided_by = $6, version = version + 1
 WHERE id = $1 AND version = $2 AND state IN ('pending', 'rejected') RETURNING person;

-- review_decide_all: all that wait, up to the newest that the page knew
UPDATE registration SET state = $2, reject_reason = $3, decided = $4, decided_by = $5, version = version + 1
 WHERE course = $1 AND state <> 'withdrawn' AND state = 'pending' AND id <= $6;

-- review_mailboxes: those who were decided on just now, and where to write to them: what they gave for this course, else what their account has
SELECT CASE WHEN g.email <> '' THEN g.email ELSE (SELECT coalesce(min(a.email), '') FROM account a WHERE a.person = g.person AND a.email <> '') END AS email,
	g.state, c.name, c.course_code, c.term_no
  FROM registration g JOIN course c ON c.id = g.course WHERE g.course = $1 AND g.decided = $2 AND g.decided_by = $3 ORDER BY g.id;

-- review_nominators: who nominated those that were rejected just now, and how many of them
SELECT a.id, a.email, g.nominating_agency, c.name, c.course_code, c.term_no, count(*) AS n
  FROM registration g JOIN course c ON c.id = g.course JOIN account a ON a.id = g.created_by
 WHERE g.course = $1 AND g.decided = $2 AND g.decided_by = $3 AND g.source = 'nomination' AND g.state = 'rejected'
 GROUP BY a.id, a.email, g.nominating_agency, c.name, c.course_code, c.term_no ORDER BY a.id, g.nominating_agency;

-- review_count: what has changed on the course; no row when there are not so many places
UPDATE course SET approved = approved + $2, rejected = rejected + $3, taken = taken + $4
 WHERE id = $1 AND cancelled IS NULL AND deleted IS NULL AND (quota_hard = 0 OR quota IS NULL OR CAST($2 AS BIGINT) = 0 OR approved + $2 <= quota)
	AND (quota_hard = 0 OR quota IS NULL OR CAST($4 AS BIGINT) <= 0 OR taken + $4 <= quota)
RETURNING approved, rejected;

-- review_uses: live registrations of a course
SELECT count(*) AS n FROM registration WHERE course = $1 AND state <> 'withdrawn';

-- sheet_rows: the approved ones of a course, by agency and name, by name, or as they came
SELECT r.id, r.seq_no, r.unit, r.lodging, r.meal, r.created, r.source, CASE WHEN r.phone = '' THEN p.phone ELSE r.phone END AS phone,
	CASE WHEN r.email = '' THEN p.email ELSE r.email END AS email, p.name, p.national_id, p.sex, g.code AS agency_code, g.name AS agency_name,
	t.name AS title, k.name AS rank
  FROM registration r JOIN person p ON p.id = r.person JOIN agency g ON g.id = r.agency
	LEFT JOIN code_item t ON t.id = r.title LEFT JOIN code_item k ON k.id = r.rank
 WHERE r.course = $1 AND r.state <> 'withdrawn' AND r.state = 'approved'
 ORDER BY CASE $2 WHEN 'agency' THEN g.code END, CASE WHEN $2 IN ('agency', 'name') THEN p.name_key END, r.seq_no;

-- sheet_chosen: what somebody last chose for a course
SELECT columns, sorted FROM sheet_choice WHERE account = $1 AND course = $2;

-- sheet_choose: remembered
INSERT INTO sheet_choice (account, course, columns, sorted) VALUES ($1, $2, $3, $4)
ON CONFLICT (account, course) DO UPDATE SET columns = excluded.columns, sorted = excluded.sorted;
