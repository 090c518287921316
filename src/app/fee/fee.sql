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
