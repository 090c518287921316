-- training_one: one admission as far as it is: its state, and its last attempt
SELECT a.id AS admission, a.agency AS holder, a.report_date AS reported, p.name, e.exam_year, e.exam_name, e.plan AS exam_plan,
	s.version, s.state, s.former_state, s.bt_state, l.published,
	CASE WHEN l.listed = 'supplementary' THEN 1 ELSE 0 END AS supplementary, s.result_published, s.report_by, s.allocated_on, s.post_title,
	s.post_series, s.post_grade_min, s.post_grade_max, s.intended_grade, s.state_enterprise, s.qualified,
	x.id, x.attempt, x.kind, x.plan, x.plan_reason, x.plan_chosen, x.report_date, x.end_date, x.original_end, x.shortened,
	x.shortening_arrived, x.bt_exempt, x.bt_start, x.bt_end,
	(SELECT max(l.counted_from) FROM end_ledger l WHERE l.training = x.id AND l.cause = 'extended') AS extended_from,
	EXISTS (SELECT 1 FROM training_event v WHERE v.admission = a.id AND v.event = 'makeup_approved') AS makeup
  FROM admission_seen a JOIN admission l ON l.id = a.id JOIN person p ON p.id = a.person JOIN exam e ON e.id = a.exam
  LEFT JOIN trainee_state s ON s.admission = a.id
  LEFT JOIN training x ON x.admission = a.id AND x.attempt = (SELECT max(m.attempt) FROM training m WHERE m.admission = a.id)
 WHERE a.id = $1;

-- training_exam: by what the plan is chosen
SELECT e.plan, e.exam_name, e.exam_year, a.exam_category FROM admission a JOIN exam e ON e.id = a.exam WHERE a.id = $1;

-- training_state_begin: the first thing that is stored; no row when somebody was first
INSERT INTO trainee_state (admission, state) VALUES ($1, $2) ON CONFLICT (admission) DO NOTHING RETURNING version;

-- training_state_next: no row when somebody was first
UPDATE trainee_state SET version = version + 1 WHERE admission = $1 AND version = $2 RETURNING version;

-- training_state_put: where the admission is
UPDATE trainee_state SET state = $2, former_state = $3, bt_state = $4 WHERE admission = $1;

-- training_attempt_begin: an attempt
INSERT INTO training (admission, attempt, kind, agency, report_date) VALUES ($1, $2, $3, $4, $5) RETURNING id;

-- training_attempt_put: what it is now
UPDATE training SET plan = $2, plan_version = $3, plan_reason = $4, plan_chosen = $5, report_date = $6, end_date = $7, original_end = $8,
	shortened = $9, shortening_arrived = $10, bt_exempt = $11, bt_start = $12, bt_end = $13, agency = $14
 WHERE id = $1;

-- training_used: does a record of the trainee's life hang on the attempt?
SELECT id FROM life_record WHERE admission = $1 AND training = $2 AND voided IS NULL LIMIT 1;

-- training_ledger_drop: an attempt that was taken back
DELETE FROM end_ledger WHERE training = $1;

-- training_attempt_drop: an attempt that was taken back
DELETE FROM training WHERE id = $1;

-- training_report_set: the day of reporting that the lists show
UPDATE admission SET report_date = $2, report_entered = $3, version = version + 1 WHERE id = $1;

-- training_event_put: what happened
INSERT INTO training_event (admission, training, event, day, was, became, document, remark, account, made)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- training_opened: where the last of two events came from
SELECT was FROM training_event WHERE admission = $1 AND (event = $2 OR event = $3) ORDER BY id DESC LIMIT 1;

-- training_ledger_put: what moved the last day
INSERT INTO end_ledger (training, cause, was, became, counted_from, length, office_days, document, arrived, remark, account, made)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- training_ledger_rows: in the order in which they came
SELECT cause, was, became, counted_from, length, office_days, document, arrived, remark, made
  FROM end_ledger WHERE training = $1 ORDER BY id;

-- training_decision_put: what a rule found
INSERT INTO decision (admission, rule, plan, result, code, reasons, inputs, record, account, made, corrects)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id;

-- training_past_end: who is in training or in an extension that ended before a day, after an id
SELECT s.admission FROM trainee_state s
 WHERE s.state IN ('in_training', 'extended') AND s.admission > $2 AND (SELECT x.end_date FROM training x WHERE x.admission = s.admission
	ORDER BY x.attempt DESC LIMIT 1) < $1
 ORDER BY s.admission LIMIT $3;

-- training_on_exempt_list: is the trainee put down for 免除基礎訓練?
SELECT id FROM life_record WHERE admission = $1 AND kind = 'exempt' AND voided IS NULL LIMIT 1;

-- training_unknown: who had reported before anything of this was kept
/*scan*/ SELECT a.id AS admission FROM admission_seen a
 WHERE a.id > $1 AND a.report_date IS NOT NULL AND NOT EXISTS (SELECT 1 FROM trainee_state s WHERE s.admission = a.id)
 ORDER BY a.id LIMIT $2;

-- training_allocation_put: what the letter of allocation says
UPDATE trainee_state SET result_published = $2, report_by = $3, post_title = $4, post_series = $5, post_grade_min = $6, post_grade_max = $7,
	intended_grade = $8, state_enterprise = $9, qualified = $10, allocated_on = $11
 WHERE admission = $1;

-- training_listed_put: what the list of admitted persons says, where it is another than before
UPDATE admission SET published = $3, version = version + 1,
	listed = CASE WHEN $2 = 1 THEN 'supplementary' WHEN listed = 'supplementary' THEN 'regular' ELSE listed END
 WHERE id = $1 AND (published IS DISTINCT FROM $3 OR ($2 = 1) <> (coalesce(listed, '') = 'supplementary'));

-- training_allocations: the trainees of the agencies $1 to $2, of a year, in a state
SELECT a.id, p.name, e.exam_name, CASE WHEN s.state IS NOT NULL AND s.state NOT IN ('admitted', 'allocated') THEN s.state
	WHEN a.report_date IS NOT NULL THEN 'in_training' ELSE 'allocated' END AS state, s.report_by, coalesce(s.post_title, '') AS post_title,
	coalesce(s.post_series, '') AS post_series, CASE WHEN s.intended_grade > 0 THEN CAST(s.intended_grade AS TEXT) ELSE '' END AS intended_grade,
	CASE WHEN l.listed = 'supplementary' THEN 1 ELSE 0 END AS supplementary, count(*) OVER () AS total
  FROM agency g CROSS JOIN admission_seen a JOIN admission l ON l.id = a.id JOIN person p ON p.id = a.person JOIN exam e ON e.id = a.exam
  LEFT JOIN trainee_state s ON s.admission = a.id
 WHERE g.id BETWEEN $1 AND $2 AND a.agency = g.id AND ($3 = 0 OR e.exam_year = $3)
	AND ($4 = '' OR $4 = CASE WHEN s.state IS NOT NULL AND s.state NOT IN ('admitted', 'allocated') THEN s.state
	WHEN a.report_date IS NOT NULL THEN 'in_training' ELSE 'allocated' END)
 ORDER BY CASE $5 WHEN 'name' THEN p.name_key WHEN 'exam_name' THEN e.exam_name WHEN 'report_by' THEN s.report_by END,
	CASE $5 WHEN '-name' THEN p.name_key WHEN '-exam_name' THEN e.exam_name WHEN '-report_by' THEN s.report_by END DESC, a.id
 LIMIT $6 OFFSET $7;

-- training_same_person: the person's other admissions
SELECT o.id FROM admission_seen a JOIN admission_seen o ON o.person = a.person AND o.id <> a.id WHERE a.id = $1 ORDER BY o.id;

-- training_opened_by: the newest of two events
SELECT event FROM training_event WHERE admission = $1 AND (event = $2 OR event = $3) ORDER BY id DESC LIMIT 1;

-- training_agency_name: who has the person, and for what level
SELECT a.exam_level, coalesce(g.name, '') AS name FROM admission a LEFT JOIN agency g ON g.id = a.agency WHERE a.id = $1;

-- training_attempt_goes: an attempt goes on at another agency
UPDATE training SET agency = $2 WHERE id = $1;

-- training_allocated_since: was who waited for it allocated, since a moment?
SELECT id FROM training_event WHERE admission = $1 AND event = 'allocated' AND made >= $2 LIMIT 1;

-- training_record_deadlines: the records of a trainee that have open deadlines of their own
SELECT DISTINCT d.subject FROM life_record r JOIN deadline d ON d.subject_kind = 'life' AND d.subject = r.id
 WHERE r.admission = $1 AND d.state = 'open';

-- training_attempts: who has begun
/*scan*/ SELECT DISTINCT admission FROM training ORDER BY admission;
