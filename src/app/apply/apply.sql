-- apply_person: the person that all of these fit, with the mailbox on record
SELECT t.person, t.name, coalesce(c.email, '') AS email FROM trainee t LEFT JOIN person_contact c ON c.person = t.person
WHERE t.national_id = $1 AND t.exam_year = $2 AND t.exam_code = $3 AND t.birth_date = $4;

-- apply_asked: how often this was asked since then, for whom and from where
SELECT (SELECT count(*) FROM apply_code WHERE asked = $1 AND made > $3) AS person_n,
	(SELECT count(*) FROM apply_code WHERE address = $2 AND made > $3) AS address_n;

-- apply_code_put: a code waits to be typed
INSERT INTO apply_code (token_hash, code_hash, person, email, asked, address, made) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- apply_code_one: what a token stands for
SELECT id, code_hash, coalesce(person, 0) AS person, email, tries, made FROM apply_code WHERE token_hash = $1 AND used IS NULL;

-- apply_code_tried: a wrong code
UPDATE apply_code SET tries = tries + 1 WHERE id = $1;

-- apply_code_used: it is good for once; no row when somebody was first
UPDATE apply_code SET used = $2 WHERE id = $1 AND used IS NULL RETURNING id;

-- apply_contact: the mailbox that answered
INSERT INTO person_contact (person, email) VALUES ($1, $2)
ON CONFLICT (person) DO UPDATE SET email = EXCLUDED.email, version = person_contact.version + 1;

-- apply_session_put: a session begins
INSERT INTO apply_session (token_hash, person, form_token, address, created, seen) VALUES ($1, $2, $3, $4, $5, $5);

-- apply_session_find: whose session is it?
SELECT s.id, s.person, s.form_token, s.seen, s.created, p.name FROM apply_session s JOIN person p ON p.id = s.person WHERE s.token_hash = $1;

-- apply_session_touch: it is in use
UPDATE apply_session SET seen = $2 WHERE id = $1;

-- apply_session_end: it is over
DELETE FROM apply_session WHERE id = $1;

-- apply_admissions: the examinations of a person, the newest first
SELECT id FROM trainee WHERE person = $1 ORDER BY exam_year DESC, id;

-- apply_sweep_codes: old codes
DELETE FROM apply_code WHERE made < $1;

-- apply_sweep_sessions: old sessions
DELETE FROM apply_session WHERE seen < $1;

-- apply_mailbox_one: where codes of a person go
SELECT email, version FROM person_contact WHERE person = $1;

-- apply_mailbox_history: when and why the office corrected it, by any of the person's examinations, the newest first
SELECT a.made, a.reason, coalesce(c.full_name, '') || '（' || coalesce(g.name, '') || '）' AS who
FROM trainee t JOIN trainee o ON o.person = t.person JOIN audit a ON a.subject_kind = 'trainee' AND a.subject = o.id AND a.action = $2
	LEFT JOIN account c ON c.id = a.account LEFT JOIN agency g ON g.id = c.agency
WHERE t.id = $1 ORDER BY a.id DESC;

-- apply_codes_void: codes of a person that wait to be typed
UPDATE apply_code SET used = $2 WHERE person = $1 AND used IS NULL;

-- apply_sessions_end: all of a person
DELETE FROM apply_session WHERE person = $1;
