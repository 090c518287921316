-- exam_of_year: the choice list of a year
SELECT exam_code, exam_name FROM exam WHERE exam_year = $1 AND active = 1 ORDER BY exam_code;

-- exam_one: one examination by year and code
SELECT * FROM exam WHERE exam_year = $1 AND exam_code = $2;

-- exam_by_id: one examination
SELECT e.*, (SELECT count(*) FROM admission a WHERE a.exam = e.id
	AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = a.batch AND b.hidden = 1)) AS trainees FROM exam e WHERE e.id = $1;

-- exam_year_newest: the year to begin with
SELECT max(exam_year) AS exam_year FROM exam WHERE active = 1;

-- exam_list: for 保訓會
SELECT e.*, (SELECT count(*) FROM admission a WHERE a.exam = e.id
	AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = a.batch AND b.hidden = 1)) AS trainees, count(*) OVER () AS total
  FROM exam e WHERE ($1 = 0 OR e.exam_year = $1)
 ORDER BY CASE $2 WHEN 'exam_year' THEN e.exam_year WHEN '-exam_year' THEN -e.exam_year END,
	CASE $2 WHEN 'exam_code' THEN e.exam_code WHEN 'exam_name' THEN e.exam_name WHEN 'plan' THEN e.plan END,
	CASE $2 WHEN '-exam_code' THEN e.exam_code WHEN '-exam_name' THEN e.exam_name WHEN '-plan' THEN e.plan END DESC,
	e.exam_year DESC, e.exam_code
 LIMIT $3 OFFSET $4;

-- exam_put: a new one; no row when the year has the code
INSERT INTO exam (exam_year, exam_code, exam_name, plan, fee_exempt_exam, is_promotion, pass_mark_education,
	pass_mark_practical, roster_recipient, plan_due_days, apply_due_days, training_supervisor, active)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
ON CONFLICT (exam_year, exam_code) DO NOTHING RETURNING id;

-- exam_set: changed; no row when somebody was first
UPDATE exam SET exam_year = $3, exam_code = $4, exam_name = $5, plan = $6, fee_exempt_exam = $7, is_promotion = $8,
	pass_mark_education = $9, pass_mark_practical = $10, roster_recipient = $11, plan_due_days = $12, apply_due_days = $13,
	training_supervisor = $14, active = $15, version = version + 1
 WHERE id = $1 AND version = $2 RETURNING id;

-- exam_drop: only one without persons
DELETE FROM exam WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM admission a WHERE a.exam = $1) RETURNING id;
