-- The deadlines that are 暫算, in a table of their own: when a calendar comes, all of a year cease to be, and to say so in the deadline
-- itself wrote each with all its indexes.
CREATE TABLE deadline_provisional (
	deadline BIGINT PRIMARY KEY REFERENCES deadline (id) ON DELETE CASCADE
);
INSERT INTO deadline_provisional (deadline) SELECT id FROM deadline WHERE provisional = 1;
DROP VIEW trainee_form;
ALTER TABLE deadline DROP COLUMN provisional;

-- A person with the form, its deadline and its newest file.  standing: how far the form is, but for what a day decides: 'not_issued' and
-- 'waiting' are overdue from the day after `due`.
CREATE VIEW trainee_form AS
SELECT t.id, t.name, t.name_key, t.national_id, t.sex, t.birth_date, t.exam_year, t.exam_code, t.exam_name, t.exam_level, t.exam_category,
	t.plan, t.plan_due_days, t.training_supervisor, t.agency, g.code AS agency_code, g.name AS agency_name, t.report_date,
	d.due, (SELECT count(*) FROM deadline_provisional v WHERE v.deadline = d.id) AS provisional, d.citation, d.state AS due_state, coalesce(p.version, 0) AS version, p.issued,
	p.allocation_agency, p.allocation_date, p.allocation_no, p.unit, p.series, p.guide_title, p.guide_name, p.training_end,
	p.work_items, p.orientation, p.observation, p.cases, p.talks, p.contact_name, p.contact_phone,
	c.number, c.uploaded, c.returned, c.return_reason,
	CASE WHEN t.report_date IS NULL THEN 'absent' WHEN c.returned IS NOT NULL THEN 'returned'
	WHEN d.state = 'met' AND d.ended <= d.due THEN 'uploaded' WHEN d.state = 'met' THEN 'uploaded_late'
	WHEN p.issued IS NULL THEN 'not_issued' ELSE 'waiting' END AS standing
FROM trainee t LEFT JOIN agency g ON g.id = t.agency
	LEFT JOIN deadline d ON d.id = (SELECT max(x.id) FROM deadline x WHERE x.subject_kind = 'trainee' AND x.subject = t.id
		AND x.kind = 'plan-form' AND x.state <> 'cancelled')
	LEFT JOIN plan_form p ON p.admission = t.id
	LEFT JOIN plan_form_file c ON c.admission = t.id
		AND c.number = (SELECT max(m.number) FROM plan_form_file m WHERE m.admission = t.id);
