-- course_one: one that people see
SELECT * FROM course_shown WHERE id = $1;

-- course_by_key: one by what its agency calls it
SELECT * FROM course_shown WHERE agency = $1 AND course_code = $2 AND term_no = $3;

-- course_put_row: a new one
INSERT INTO course (agency, course_code, term_no, name, name_key, name_search, roc_year, category, mode, amount, unit_of_amount, certified_hours,
	digital_hours, physical_hours, start_at, end_at, start_timed, end_timed, time_note, place, enroll_method, enroll_from, enroll_to,
	online_from, quota, quota_hard, fee, agency_limit, survey_lodging, survey_meal, intro, contact_name, contact_phone, contact_email, note,
	created, created_by, batch)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28,
	$29, $30, $31, $32, $33, $34, $35, $36, $37, $38);

-- course_id_of: of the row just put in
SELECT id FROM course WHERE agency = $1 AND course_code = $2 AND term_no = $3 AND deleted IS NULL;
