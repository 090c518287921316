-- payer_list: trainees of the agencies $1 to $2 whose score is there, and who passed a 升官等訓練 (training): what decides on the fee, the slip,
-- and whether it is paid
WITH one AS (
	SELECT v.id, 0 AS training, '' AS type, v.name, v.name_key, v.national_id, v.exam_year, v.exam_code, v.exam_name, v.plan, v.education_score, v.score,
		v.identity, v.identity_proof, v.fee_exempt_exam, v.pass_mark_education, v.pass_mark_practical, v.bt_state, v.bt_exempt,
		coalesce(v.practical_end, v.end_date) AS last_day, NULL AS receipt,
		coalesce(s.amount, (SELECT f.amount FROM fee_rule f WHERE f.exam = v.exam AND f.valid_from <= $6 ORDER BY f.valid_from DESC LIMIT 1)) AS amount,
		CASE WHEN s.id IS NULL THEN 0 ELSE 1 END AS has_slip, s.due, b.paid_on
	  FROM agency g CROSS JOIN applicant v LEFT JOIN fee_slip s ON s.admission = v.id LEFT JOIN fee_booking b ON b.slip = s.id
	 WHERE g.id BETWEEN $1 AND $2 AND v.agency = g.id AND v.score IS NOT NULL AND v.is_promotion = 0
	UNION ALL
	SELECT 0, p.id, p.type, p.name, coalesce(x.name_key, p.name), p.national_id, f.exam_year, f.exam_code, f.exam_name, '', '', '', '', 0, 0, '', '', '', 0,
		NULL, t.receipt, s.amount, CASE WHEN s.id IS NULL THEN 0 ELSE 1 END, s.due, b.paid_on
	  FROM agency g CROSS JOIN participant p JOIN fee_training f ON f.id = p.id JOIN training_result t ON t.participant = p.id
		LEFT JOIN person x ON x.national_id = p.national_id
		LEFT JOIN fee_slip s ON s.admission = -p.id LEFT JOIN fee_booking b ON b.slip = s.id
	 WHERE g.id BETWEEN $1 AND $2 AND p.agency = g.id AND t.passed = 1 AND t.determined IS NOT NULL
		AND p.state IN ('passed', 'certificate_requested', 'certified'))
SELECT one.*, count(*) OVER () AS total FROM one
 WHERE ($3 = 0 OR exam_year = $3) AND ($4 = '' OR exam_code = $4) AND ($5 = '' OR name LIKE '%' || $5 || '%')
 ORDER BY CASE $7 WHEN 'name' THEN name_key WHEN 'exam_name' THEN exam_code WHEN 'due' THEN due END,
	CASE $7 WHEN '-name' THEN name_key WHEN '-exam_name' THEN exam_code WHEN '-due' THEN due END DESC, id, training
 LIMIT $8 OFFSET $9;
