-- fee_list: for 保訓會, the newest first
SELECT f.id, f.version, e.exam_year, e.exam_code, e.exam_name, f.amount, f.pay_days, f.valid_from, e.fee_exempt_exam, count(*) OVER () AS total
  FROM fee_rule f JOIN exam e ON e.id = f.exam WHERE ($1 = 0 OR e.exam_year = $1)
 ORDER BY CASE $2 WHEN 'exam_year' THEN e.exam_year WHEN '-exam_year' THEN -e.exam_year WHEN 'amount' THEN f.amount WHEN '-amount' THEN -f.amount END,
	CASE $2 WHEN 'exam_code' THEN e.exam_code WHEN 'valid_from' THEN f.valid_from END,
	CASE $2 WHEN '-exam_code' THEN e.exam_code WHEN '-valid_from' THEN f.valid_from END DESC,
	e.exam_year DESC, e.exam_code, f.valid_from DESC
 LIMIT $3 OFFSET $4;

-- fee_by_id: one amount
SELECT f.id, f.version, f.exam, e.exam_year, e.exam_code, e.exam_name, f.amount, f.pay_days, f.valid_from, e.fee_exempt_exam
  FROM fee_rule f JOIN exam e ON e.id = f.exam WHERE f.id = $1;

-- fee_same_day: another amount of that examination from the same day on
SELECT id FROM fee_rule WHERE exam = $1 AND valid_from = $2 AND id <> $3;

-- fee_put: a new amount
INSERT INTO fee_rule (exam, amount, pay_days, valid_from) VALUES ($1, $2, $3, $4) RETURNING id;

-- fee_set: changed; no row when somebody was first
UPDATE fee_rule SET exam = $3, amount = $4, pay_days = $5, valid_from = $6, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id;

-- fee_drop: removed
DELETE FROM fee_rule WHERE id = $1 RETURNING id;

-- fee_on: what an examination's certificate costs on a day
SELECT amount, pay_days FROM fee_rule WHERE exam = $1 AND valid_from <= $2 ORDER BY valid_from DESC LIMIT 1;

-- fee_person: by the whole number
SELECT id FROM person WHERE national_id = $1;

-- fee_of_person: each examination of a person, with what decides on the fee
SELECT v.id, v.name, v.exam, v.exam_year, v.exam_code, v.exam_name, v.plan, v.education_score, v.score, v.identity, v.identity_proof,
	v.fee_exempt_exam, v.is_promotion, v.pass_mark_education, v.pass_mark_practical, v.bt_state, v.bt_exempt, coalesce(v.practical_end, v.end_date) AS last_day,
	coalesce(s.number, '') AS slip, coalesce(s.amount, 0) AS slip_amount, s.issued, s.due,
	CASE WHEN b.slip IS NULL THEN 0 ELSE 1 END AS paid, coalesce(o.made, 0) AS online
  FROM admission a JOIN applicant v ON v.id = a.id LEFT JOIN fee_slip s ON s.admission = a.id
	LEFT JOIN fee_booking b ON b.slip = s.id
	LEFT JOIN fee_trade_row r ON r.admission = a.id AND r.live = 1 LEFT JOIN fee_trade o ON o.id = r.trade
 WHERE a.person = $1 ORDER BY v.exam_year DESC, v.id;

-- fee_slip_put: given out for the first time
INSERT INTO fee_slip (admission, number, amount, issued, due) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING;

-- fee_slip_one: as it was given out
SELECT number, amount, issued, due FROM fee_slip WHERE admission = $1;

-- fee_of_trainings: each 升官等訓練 that a person has passed, with what decides on the fee
SELECT f.id, f.name, f.type, f.exam_year, f.exam_code, f.exam_name, t.receipt, coalesce(s.number, '') AS slip, coalesce(s.amount, 0) AS slip_amount,
	s.issued, s.due, CASE WHEN b.slip IS NULL THEN 0 ELSE 1 END AS paid, coalesce(o.made, 0) AS online
  FROM person x JOIN fee_training f ON f.national_id = x.national_id JOIN training_result t ON t.participant = f.id
	LEFT JOIN fee_slip s ON s.admission = -f.id LEFT JOIN fee_booking b ON b.slip = s.id
	LEFT JOIN fee_trade_row r ON r.admission = -f.id AND r.live = 1 LEFT JOIN fee_trade o ON o.id = r.trade
 WHERE x.id = $1 AND t.passed = 1 AND t.determined IS NOT NULL AND f.state IN ('passed', 'certificate_requested', 'certified')
 ORDER BY f.exam_year DESC, f.id;

-- fee_receipt_of_slip: what a person has paid with this slip
SELECT t.admission, t.amount, v.exam_year, v.exam_name, v.name, t.number, t.payment, t.channel, t.reference, t.paid_on, t.booked
  FROM fee_standing t JOIN admission a ON a.id = t.admission JOIN trainee v ON v.id = a.id
 WHERE t.number = $2 AND a.person = $1 AND t.payment IS NOT NULL
UNION ALL
SELECT t.admission, t.amount, f.exam_year, f.exam_name, f.name, t.number, t.payment, t.channel, t.reference, t.paid_on, t.booked
  FROM fee_standing t JOIN fee_training f ON f.id = -t.admission JOIN person x ON x.national_id = f.national_id
 WHERE t.number = $2 AND x.id = $1 AND t.payment IS NOT NULL;

-- fee_receipt_of_payment: what was paid with this money
SELECT t.admission, t.amount, v.exam_year, v.exam_name, v.name, t.number, t.payment, t.channel, t.reference, t.paid_on, t.booked
  FROM fee_booking b JOIN fee_standing t ON t.slip = b.slip JOIN trainee v ON v.id = t.admission WHERE b.payment = $1
UNION ALL
SELECT t.admission, t.amount, f.exam_year, f.exam_name, f.name, t.number, t.payment, t.channel, t.reference, t.paid_on, t.booked
  FROM fee_booking b JOIN fee_standing t ON t.slip = b.slip JOIN fee_training f ON f.id = -t.admission WHERE b.payment = $1;

-- fee_query_count: how often this address has asked since then
SELECT count(*) AS n FROM fee_query WHERE address = $1 AND made > $2;

-- fee_query_put: somebody asks
INSERT INTO fee_query (token_hash, person, address, made) VALUES ($1, $2, $3, $4);

-- fee_query_one: what a token stands for
SELECT coalesce(person, 0) AS person FROM fee_query WHERE token_hash = $1 AND made > $2;

-- fee_query_sweep: old ones
DELETE FROM fee_query WHERE made < $1;

-- fee_training_standing: does a participant owe the fee of the certificate, since when, and is it paid?
SELECT f.id, f.name, f.type, f.exam_year, p.agency, t.receipt, b.paid_on,
	CASE WHEN t.passed = 1 AND f.state IN ('passed', 'certificate_requested', 'certified') THEN 1 ELSE 0 END AS owes
  FROM fee_training f JOIN participant p ON p.id = f.id JOIN training_result t ON t.participant = f.id
	LEFT JOIN fee_slip s ON s.admission = -f.id LEFT JOIN fee_booking b ON b.slip = s.id
 WHERE f.id = $1 AND t.determined IS NOT NULL;

-- fee_training_of_slip: the participant whom a slip is for
SELECT -admission AS participant FROM fee_slip WHERE id = $1 AND admission < 0;
