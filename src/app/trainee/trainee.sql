-- trainee_by_key: a person by national ID, year and examination, whoever's
SELECT t.*, g.code AS agency_code, g.name AS agency_name
  FROM trainee t LEFT JOIN agency g ON g.id = t.agency
 WHERE t.national_id = $1 AND t.exam_year = $2 AND t.exam_code = $3;

-- trainee_one: one person
SELECT t.*, g.code AS agency_code, g.name AS agency_name, d.due, d.state AS due_state, d.ended AS met,
	(SELECT count(*) FROM deadline_provisional v WHERE v.deadline = d.id) AS provisional,
	p.issued, c.number AS file_number, c.returned AS file_returned
  FROM trainee t LEFT JOIN agency g ON g.id = t.agency
  LEFT JOIN deadline d ON d.id = (SELECT max(x.id) FROM deadline x WHERE x.subject_kind = 'trainee' AND x.subject = t.id
	AND x.kind = 'plan-form' AND x.state <> 'cancelled')
  LEFT JOIN plan_form p ON p.admission = t.id
  LEFT JOIN plan_form_file c ON c.admission = t.id
	AND c.number = (SELECT max(m.number) FROM plan_form_file m WHERE m.admission = t.id)
 WHERE t.id = $1;

-- trainee_agency: whose is this person?
SELECT agency, person FROM trainee WHERE id = $1;

-- trainee_take: to another agency; no row when somebody was first
UPDATE admission SET former_agency = agency, agency = $3, taken_over = $4, version = version + 1
 WHERE id = $1 AND version = $2 RETURNING id;

-- trainee_give_back: to the agency before, or none; only while nothing was entered
UPDATE admission SET agency = former_agency, former_agency = NULL, taken_over = NULL, version = version + 1
 WHERE id = $1 AND version = $2 RETURNING agency;

-- trainee_list: persons of the agencies $1 to $2 and a year, for 分發人員報到日期維護; the form's state is looked up for one page only
WITH fits AS (
	SELECT t.id,
		CASE $8 WHEN 'name' THEN p.name_key WHEN 'national_id' THEN p.national_id WHEN 'report_date' THEN t.report_date
		WHEN 'due' THEN (SELECT max(x.due) FROM deadline x WHERE x.subject_kind = 'trainee' AND x.subject = t.id
			AND x.kind = 'plan-form' AND x.state <> 'cancelled')
		WHEN 'exam_name' THEN e.exam_code WHEN 'sex' THEN p.sex WHEN 'exam_level' THEN t.exam_level
		WHEN 'exam_category' THEN t.exam_category END AS up,
		CASE $8 WHEN '-name' THEN p.name_key WHEN '-national_id' THEN p.national_id WHEN '-report_date' THEN t.report_date
		WHEN '-due' THEN (SELECT max(x.due) FROM deadline x WHERE x.subject_kind = 'trainee' AND x.subject = t.id
			AND x.kind = 'plan-form' AND x.state <> 'cancelled')
		WHEN '-exam_name' THEN e.exam_code WHEN '-sex' THEN p.sex WHEN '-exam_level' THEN t.exam_level
		WHEN '-exam_category' THEN t.exam_category END AS down
	FROM agency g CROSS JOIN exam e CROSS JOIN admission_seen t JOIN person p ON p.id = t.person
	WHERE g.id BETWEEN $1 AND $2 AND t.agency = g.id AND t.exam = e.id
		AND ($3 = 0 OR e.exam_year = $3) AND ($4 = '' OR e.exam_code = $4)
		AND ($5 = '' OR t.report_date = $5) AND ($6 = '' OR ($6 = 'absent' AND t.report_date IS NULL))),
page AS (SELECT * FROM fits ORDER BY up, down DESC, id LIMIT $9 OFFSET $10)
SELECT t.id, t.version, p.name, p.national_id, p.sex, e.exam_year, e.exam_code, e.exam_name, t.exam_level, t.exam_category,
	t.report_date, t.report_entered, d.due, (SELECT count(*) FROM deadline_provisional v WHERE v.deadline = d.id) AS provisional,
	(SELECT count(*) FROM fits) AS total,
	CASE WHEN t.report_date IS NULL THEN 'absent' WHEN c.returned IS NOT NULL THEN 'returned'
	WHEN d.state = 'met' AND d.ended <= d.due THEN 'uploaded' WHEN d.state = 'met' THEN 'uploaded_late'
	WHEN d.due < $7 THEN 'overdue' WHEN f.issued IS NULL THEN 'not_issued' ELSE 'waiting' END AS form_state
  FROM page CROSS JOIN admission t JOIN person p ON p.id = t.person JOIN exam e ON e.id = t.exam
  LEFT JOIN deadline d ON t.report_date IS NOT NULL AND d.id = (SELECT max(x.id) FROM deadline x
	WHERE x.subject_kind = 'trainee' AND x.subject = t.id AND x.kind = 'plan-form' AND x.state <> 'cancelled')
  LEFT JOIN plan_form f ON f.admission = t.id
  LEFT JOIN plan_form_file c ON c.admission = f.admission
	AND c.number = (SELECT max(m.number) FROM plan_form_file m WHERE m.admission = f.admission)
 WHERE t.id = page.id
 ORDER BY page.up, page.down DESC, page.id;

-- report_ticked: the ticked persons that the agency may change; foreign ones are not there
SELECT t.id, t.version, t.name, t.national_id, t.exam_year, t.exam_code, t.exam_name, t.plan_due_days, t.agency,
	t.report_date, coalesce(s.allocated_on, s.result_published) AS allocated, CASE WHEN s.allocated_on IS NULL THEN 0 ELSE 1 END AS by_letter,
	(SELECT max(f.number) FROM plan_form_file f WHERE f.admission = t.id) AS file_number,
	coalesce((SELECT n.number FROM certificate_member m JOIN certificate_serial n ON n.id = m.serial
		WHERE m.admission = t.id AND m.live = 1), '') AS serial
  FROM trainee t LEFT JOIN trainee_state s ON s.admission = t.id WHERE t.id = $1 AND ($2 = 0 OR t.agency = $2);

-- report_put: the date of one person; no row when somebody was first, or put the person on an application for the certificate
UPDATE admission SET report_date = $3, report_entered = $4, version = version + 1
 WHERE id = $1 AND version = $2 AND NOT EXISTS (SELECT 1 FROM certificate_member m WHERE m.admission = $1 AND m.live = 1) RETURNING version;

-- trainee_serial: the application for the certificate on which the person is
SELECT n.number FROM certificate_member m JOIN certificate_serial n ON n.id = m.serial WHERE m.admission = $1 AND m.live = 1;

-- entry_put: one press of 「匯入資料」
INSERT INTO report_entry (agency, account, at, report_date, overwrite, reason) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id;

-- entry_row_put: what it did to one person
INSERT INTO report_entry_row (entry, admission, outcome, before_date, after_date, after_version)
VALUES ($1, $2, $3, $4, $5, $6);

-- entry_one: an entry, for those who may see it
SELECT e.*, a.full_name, a.name AS account_name FROM report_entry e JOIN account a ON a.id = e.account
 WHERE e.id = $1 AND ($2 = 0 OR e.agency = $2);

-- entry_rows: what it did, by name
SELECT r.admission AS id, r.outcome, r.before_date, r.after_date, r.after_version, t.name, t.national_id, t.version, d.due
  FROM report_entry_row r JOIN trainee t ON t.id = r.admission
  LEFT JOIN deadline d ON d.id = (SELECT max(x.id) FROM deadline x WHERE x.subject_kind = 'trainee' AND x.subject = t.id
	AND x.kind = 'plan-form' AND x.state <> 'cancelled')
 WHERE r.entry = $1 ORDER BY t.name_key, t.id;

-- entry_count: how many had this outcome
SELECT count(*) AS n FROM report_entry_row WHERE entry = $1 AND outcome = $2;

-- entry_rows_page: what it did, as a list; a person who is of another agency by now is not shown to this one
SELECT r.admission AS id, r.outcome, r.before_date, r.after_date, t.name, t.national_id, d.due, count(*) OVER () AS total
  FROM report_entry_row r JOIN trainee t ON t.id = r.admission
  LEFT JOIN deadline d ON d.id = (SELECT max(x.id) FROM deadline x WHERE x.subject_kind = 'trainee' AND x.subject = t.id
	AND x.kind = 'plan-form' AND x.state <> 'cancelled')
 WHERE r.entry = $1 AND ($2 = 0 OR t.agency = $2)
 ORDER BY CASE $3 WHEN 'name' THEN t.name_key WHEN 'national_id' THEN t.national_id WHEN 'outcome' THEN r.outcome
	WHEN 'before_date' THEN r.before_date WHEN 'after_date' THEN r.after_date WHEN 'due' THEN d.due END,
	CASE $3 WHEN '-name' THEN t.name_key WHEN '-national_id' THEN t.national_id WHEN '-outcome' THEN r.outcome
	WHEN '-before_date' THEN r.before_date WHEN '-after_date' THEN r.after_date WHEN '-due' THEN d.due END DESC, t.id
 LIMIT $4 OFFSET $5;

-- entry_list: an agency's entries, the newest first
SELECT e.id, e.at, e.report_date, e.overwrite, e.undone, a.full_name,
	(SELECT count(*) FROM report_entry_row r WHERE r.entry = e.id AND r.outcome <> 'skipped') AS changed,
	(SELECT count(*) FROM report_entry_row r WHERE r.entry = e.id AND r.outcome = 'skipped') AS skipped,
	count(*) OVER () AS total
  FROM agency g CROSS JOIN report_entry e JOIN account a ON a.id = e.account WHERE g.id BETWEEN $1 AND $2 AND e.agency = g.id
 ORDER BY CASE $3 WHEN 'at' THEN e.at WHEN '-at' THEN -e.at END, e.id DESC LIMIT $4 OFFSET $5;

-- entry_row_now: one person of an entry, as things stand
SELECT r.outcome, r.before_date, r.after_version, t.version, t.name, t.exam_year, t.exam_code, t.plan_due_days, t.agency,
	t.report_date, (SELECT max(f.number) FROM plan_form_file f WHERE f.admission = t.id) AS file_number,
	coalesce((SELECT n.number FROM certificate_member m JOIN certificate_serial n ON n.id = m.serial
		WHERE m.admission = t.id AND m.live = 1), '') AS serial
  FROM report_entry_row r JOIN trainee t ON t.id = r.admission WHERE r.entry = $1 AND r.admission = $2;

-- entry_undo: once
UPDATE report_entry SET undone = $2 WHERE id = $1 AND undone IS NULL RETURNING id;

-- form_there: since when a signed form is there; no row when the newest was sent back
SELECT min(f.uploaded) AS first_uploaded FROM plan_form_file f WHERE f.admission = $1
HAVING max(CASE WHEN f.returned IS NULL THEN f.number ELSE 0 END) = max(f.number);

-- grant_now: is this account named for the person on a day, and is the person still of its agency?
SELECT g.role FROM trainee_grant g JOIN account a ON a.id = g.account JOIN admission_seen t ON t.id = g.admission
 WHERE g.admission = $1 AND g.account = $2 AND g.from_day <= $3 AND (g.to_day IS NULL OR g.to_day >= $3) AND t.agency = a.agency;

-- grant_accounts: whom the person's agency can name
SELECT a.id, a.name, a.full_name, a.role FROM admission_seen t JOIN account a ON a.agency = t.agency
 WHERE t.id = $1 AND a.active = 1 AND a.role IN ('mentor', 'unit_head') ORDER BY a.role, a.name;

-- grant_account: one of them by name
SELECT a.id, a.role FROM admission_seen t JOIN account a ON a.agency = t.agency
 WHERE t.id = $1 AND a.name = $2 AND a.active = 1 AND a.role IN ('mentor', 'unit_head');

-- grant_open: is the account named for the person within these days already?
SELECT id FROM trainee_grant
 WHERE admission = $1 AND account = $2 AND (to_day IS NULL OR to_day >= $3) AND (CAST($4 AS TEXT) IS NULL OR from_day <= CAST($4 AS TEXT)) LIMIT 1;

-- grant_put: named
INSERT INTO trainee_grant (admission, account, role, from_day, to_day) VALUES ($1, $2, $3, $4, $5) RETURNING id;

-- grant_set: other days; no row when somebody was first
UPDATE trainee_grant SET from_day = $3, to_day = $4, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id;

-- grant_one: one of them
SELECT g.id, g.version, g.admission, a.name, a.full_name, g.role AS role_label, g.from_day, g.to_day
  FROM trainee_grant g JOIN account a ON a.id = g.account WHERE g.id = $1;

-- grant_list: who was named for a person
SELECT g.id, g.version, a.name, a.full_name, CASE g.role WHEN 'mentor' THEN '輔導員' ELSE '單位主管' END AS role_label, g.from_day, g.to_day,
	count(*) OVER () AS total
  FROM trainee_grant g JOIN account a ON a.id = g.account WHERE g.admission = $1
 ORDER BY CASE $2 WHEN 'from_day' THEN g.from_day END, CASE $2 WHEN '-from_day' THEN g.from_day END DESC, g.id LIMIT $3 OFFSET $4;

-- grant_mine: for whom an account is named on a day
SELECT t.id, p.name, e.exam_name, t.exam_level, coalesce(s.state, CASE WHEN t.report_date IS NULL THEN 'allocated' ELSE 'in_training' END) AS state,
	t.report_date, x.end_date, count(*) OVER () AS total
  FROM trainee_grant g JOIN account a ON a.id = g.account JOIN admission_seen t ON t.id = g.admission AND t.agency = a.agency
  JOIN person p ON p.id = t.person JOIN exam e ON e.id = t.exam LEFT JOIN trainee_state s ON s.admission = t.id
  LEFT JOIN training x ON x.admission = t.id AND x.attempt = (SELECT max(m.attempt) FROM training m WHERE m.admission = t.id)
 WHERE g.account = $1 AND g.from_day <= $2 AND (g.to_day IS NULL OR g.to_day >= $2)
 ORDER BY CASE $3 WHEN 'name' THEN p.name_key WHEN 'exam_name' THEN e.exam_name WHEN 'exam_level' THEN t.exam_level
	WHEN 'report_date' THEN t.report_date WHEN 'end_date' THEN x.end_date END,
	CASE $3 WHEN '-name' THEN p.name_key WHEN '-exam_name' THEN e.exam_name WHEN '-exam_level' THEN t.exam_level
	WHEN '-report_date' THEN t.report_date WHEN '-end_date' THEN x.end_date END DESC, t.id LIMIT $4 OFFSET $5;

-- trainee_recorded: was anything done on a record of this person's life since a moment?
SELECT s.id FROM life_record r JOIN life_step s ON s.record = r.id WHERE r.admission = $1 AND r.voided IS NULL AND s.made >= $2 LIMIT 1;

-- trainee_limited: was a limit to report set since a moment?
SELECT id FROM training_event WHERE admission = $1 AND event = 'report_by' AND made >= $2 LIMIT 1;

-- trainee_about: what a notice calls a person
SELECT name, exam_year, exam_code FROM trainee WHERE id = $1;
