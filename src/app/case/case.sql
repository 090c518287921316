-- exempt_waiting: what an agency has not sent to 保訓會 yet, by examination
SELECT r.id, r.version, r.state_label AS state, r.summary, t.id AS admission, t.name, t.national_id, t.birth_date, t.exam, t.exam_year,
	t.exam_code, t.exam_name, t.exam_level, t.exam_category, t.plan, t.report_date, d.due
FROM life_record r JOIN trainee t ON t.id = r.admission
	LEFT JOIN deadline d ON d.subject_kind = 'trainee' AND d.subject = t.id AND d.kind = 'exempt-list' AND d.state = 'open'
WHERE r.agency = $1 AND r.kind = 'exempt' AND r.voided IS NULL AND r.state IN ('ready', 'returned')
ORDER BY t.exam_year, t.exam_code, t.exam, t.name_key, r.id LIMIT 2000;

-- makeup_waiting: who waits for allocation after 補訓 or 重新訓練 was approved, in the order of approval
SELECT t.id, t.name, t.national_id, t.exam_year, t.exam_name, t.exam_level, t.exam_category, v.day AS approved, v.document,
	row_number() OVER (ORDER BY v.day, v.id) AS place, count(*) OVER () AS total
FROM trainee_state s JOIN trainee t ON t.id = s.admission
	JOIN training_event v ON v.admission = s.admission AND v.event = 'makeup_approved'
WHERE s.state = 'wait_allocation'
	AND v.id = (SELECT max(x.id) FROM training_event x WHERE x.admission = s.admission AND x.event = 'makeup_approved')
ORDER BY CASE $1 WHEN 'place' THEN v.day WHEN 'name' THEN t.name_key WHEN 'exam_year' THEN CAST(t.exam_year AS TEXT) END,
	CASE $1 WHEN '-place' THEN v.day WHEN '-name' THEN t.name_key WHEN '-exam_year' THEN CAST(t.exam_year AS TEXT) END DESC, v.id
LIMIT $2 OFFSET $3;

-- online_piece: the last day of training is another than the one by which on-line training has to be finished
SELECT d.id, d.subject FROM deadline d JOIN training x ON x.admission = d.subject
WHERE d.kind = 'online-bt' AND d.subject_kind = 'trainee' AND d.state = 'open' AND d.id > $2 AND d.event_day <= $1
	AND x.attempt = (SELECT max(m.attempt) FROM training m WHERE m.admission = d.subject) AND x.end_date <> d.event_day
ORDER BY d.id LIMIT $3;

-- half_piece: who is in training, has no basic training yet, and whose agency has not been told so; until the last day $1
SELECT x.id, x.admission AS subject FROM training x JOIN trainee_state s ON s.admission = x.admission
WHERE x.end_date <= $1 AND x.id > $2 AND s.state = 'in_training' AND s.bt_state = 'none' AND x.bt_exempt = 0
	AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.agency = x.agency AND n.kind = 'case.bt-half' AND n.subject_kind = 'trainee'
		AND n.subject = x.admission)
ORDER BY x.id LIMIT $3;

-- begun_rows: what a day of reporting bears upon: a shortening approved before it, the person's other admissions that are retained
SELECT 'shorten' AS what, admission FROM life_record
 WHERE admission = $1 AND kind = 'shorten' AND state = 'approved' AND training IS NULL AND voided IS NULL
UNION SELECT 'retained', o.id FROM admission_seen a JOIN admission_seen o ON o.person = a.person AND o.id <> a.id
	JOIN trainee_state s ON s.admission = o.id AND s.state = 'retained' WHERE a.id = $1;
