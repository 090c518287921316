-- 訓練合格證書: its fee goes the way of all certificates.  What is paid for is named by an admission, or by a participant of a 升官等訓練 as a
-- number below zero: fee_slip, fee_trade_row.

-- What a slip says of a training.
CREATE VIEW fee_training AS
SELECT p.id, p.national_id, p.name, p.type, p.year AS exam_year, p.state,
	CASE p.type WHEN 'zuo_to_zheng' THEN '901' WHEN 'wei_to_jian' THEN '902' WHEN 'jian_to_jianren' THEN '903' ELSE '904' END AS exam_code,
	CASE p.type WHEN 'zuo_to_zheng' THEN '佐升正訓練' WHEN 'wei_to_jian' THEN '委升薦訓練' WHEN 'jian_to_jianren' THEN '薦升簡訓練' ELSE '正升監訓練' END
		AS exam_name
  FROM participant p;

DROP VIEW payment_line;
CREATE VIEW payment_line AS
SELECT p.id, p.version, p.channel, p.reference, p.slip_number, p.amount, p.paid_on, p.received, p.source, CAST(p.source_row AS TEXT) AS source_row,
	p.batch, p.slip, p.outcome, p.settlement, p.settled, p.settled_by, p.settle_reason, p.settle_document, CAST(s.amount AS TEXT) AS owed, s.due,
	s.admission, coalesce(v.name, f.name) AS name, coalesce(v.exam_year, f.exam_year) AS exam_year, coalesce(v.exam_name, f.exam_name) AS exam_name,
	CASE WHEN p.settled IS NOT NULL THEN p.settlement WHEN p.outcome = 'booked' THEN 'booked' ELSE 'open' END AS standing
  FROM fee_payment_seen p LEFT JOIN fee_slip s ON s.id = p.slip LEFT JOIN trainee v ON v.id = s.admission LEFT JOIN fee_training f ON f.id = -s.admission;

DROP VIEW fee_payment_built_on;
CREATE VIEW fee_payment_built_on (payment) AS
SELECT id FROM fee_payment WHERE settled IS NOT NULL
UNION ALL
SELECT b.payment FROM fee_booking b JOIN fee_slip s ON s.id = b.slip
 WHERE EXISTS (SELECT 1 FROM audit u WHERE u.subject_kind = 'trainee' AND u.subject = s.admission AND u.action = 'fee.receipt' AND u.made >= b.booked)
    OR EXISTS (SELECT 1 FROM audit u WHERE u.subject_kind = 'participant' AND u.subject = -s.admission AND u.action = 'fee.receipt' AND u.made >= b.booked);
