-- Each trainee as 請證 sees one, with how many files prove a change of data.

DROP VIEW applicant;
CREATE VIEW applicant AS
SELECT t.id, t.name, t.name_key, t.national_id, t.sex, t.birth_date, t.exam, t.exam_year, t.exam_code, t.exam_name, t.exam_level,
	t.exam_category, t.education_score, t.agency, t.report_date, coalesce(x.plan, t.plan) AS plan, e.fee_exempt_exam, e.is_promotion,
	e.pass_mark_education, e.pass_mark_practical, e.apply_due_days, g.name AS agency_name,
	coalesce(s.state, CASE WHEN t.report_date IS NULL THEN 'allocated' ELSE 'in_training' END) AS state, coalesce(s.bt_state, 'none') AS bt_state,
	x.end_date, coalesce(x.shortened, 0) AS shortened, coalesce(x.bt_exempt, 0) AS bt_exempt,
	CASE WHEN x.original_end IS NOT NULL AND x.original_end < x.end_date THEN 1 ELSE 0 END AS extended,
	coalesce(c.version, 0) AS version, coalesce(c.identity, '') AS identity, coalesce(c.identity_proof, 0) AS identity_proof, c.score,
	c.scored, c.practical_start, c.practical_end, coalesce(c.remark, '') AS remark, coalesce(c.changed, 0) AS changed,
	coalesce(c.change_note, '') AS change_note, coalesce(c.change_proof, '') AS change_proof,
	(SELECT count(*) FROM certificate_proof f WHERE f.admission = t.id AND f.what = 'change' AND f.removed IS NULL) AS change_files, c.saved, c.saved_by,
	coalesce(m.serial, 0) AS serial, coalesce(n.number, '') AS number, coalesce(n.state, '') AS serial_state
FROM trainee t JOIN exam e ON e.id = t.exam LEFT JOIN agency g ON g.id = t.agency
	LEFT JOIN trainee_state s ON s.admission = t.id
	LEFT JOIN training x ON x.admission = t.id AND x.attempt = (SELECT max(a.attempt) FROM training a WHERE a.admission = t.id)
	LEFT JOIN certificate_data c ON c.admission = t.id
	LEFT JOIN certificate_member m ON m.admission = t.id AND m.live = 1
	LEFT JOIN certificate_serial n ON n.id = m.serial;
