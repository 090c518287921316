-- payer_list: trainees of the agencies $1 to $2 whose score is there: what decides on the fee, the slip, and whether it is paid
SELECT v.id, v.name, v.national_id, v.exam, v.exam_year, v.exam_code, v.exam_name, v.plan, v.education_score, v.score, v.identity, v.identity_proof,
	v.fee_exempt_exam, v.pass_mark_education, v.pass_mark_practical, v.bt_state, v.bt_exempt, coalesce(v.practical_end, v.end_date) AS last_day,
	coalesce(s.amount, (SELECT f.amount FROM fee_rule f WHERE f.exam = v.exam AND f.valid_from <= $6 ORDER BY f.valid_from DESC LIMIT 1)) AS amount,
	CASE WHEN s.id IS NULL THEN 0 ELSE 1 END AS has_slip, s.due, b.paid_on, count(*) OVER () AS total
  FROM agency g CROSS JOIN applicant v LEFT JOIN fee_slip s ON s.admission = v.id LEFT JOIN fee_booking b ON b.slip = s.id
 WHERE g.id BETWEEN $1 AND $2 AND v.agency = g.id AND v.score IS NOT NULL AND v.is_promotion = 0
	AND ($3 = 0 OR v.exam_year = $3) AND ($4 = '' OR v.exam_code = $4) AND ($5 = '' OR v.name LIKE '%' || $5 || '%')
 ORDER BY CASE $7 WHEN 'name' THEN v.name_key WHEN 'exam_name' THEN v.exam_code WHEN 'due' THEN s.due END,
	CASE $7 WHEN '-name' THEN v.name_key WHEN '-exam_name' THEN v.exam_code WHEN '-due' THEN s.due END DESC, v.id
 LIMIT $8 OFFSET $9;
