-- payment_put: money that is reported for the first time; no row when it is known
INSERT INTO fee_payment (channel, reference, slip_number, amount, paid_on, received, source, source_row, slip, outcome)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (channel, reference, slip_number, amount, paid_on) DO NOTHING RETURNING id;

-- payment_known: the same money, reported before; hidden: by an upload that is not stored yet
SELECT p.id, p.outcome, CASE WHEN b.hidden = 1 THEN 1 ELSE 0 END AS hidden
  FROM fee_payment p LEFT JOIN import_batch b ON b.id = p.batch
 WHERE p.channel = $1 AND p.reference = $2 AND p.slip_number = $3 AND p.amount = $4 AND p.paid_on = $5;

-- payment_take: from an upload that is not stored yet: it is known by now, whatever becomes of that
UPDATE fee_payment SET batch = NULL, received = $2, source = $3, source_row = $4, slip = $5, outcome = $6 WHERE id = $1;

-- payment_slip: what a slip asks for, what decides whether its holder has to pay, and whether it is paid
SELECT s.id, s.admission, s.amount, s.due, coalesce(e.exam_code, f.exam_code) AS exam_code, coalesce(e.fee_exempt_exam, 0) AS fee_exempt_exam,
	coalesce(x.plan, e.plan, '') AS plan,
	coalesce(c.identity, '') AS identity, coalesce(c.identity_proof, 0) AS identity_proof, CASE WHEN k.slip IS NULL THEN 0 ELSE 1 END AS paid
  FROM fee_slip s LEFT JOIN admission a ON a.id = s.admission LEFT JOIN exam e ON e.id = a.exam LEFT JOIN fee_training f ON f.id = -s.admission
	LEFT JOIN training x ON x.admission = a.id AND x.attempt = (SELECT max(t.attempt) FROM training t WHERE t.admission = a.id)
	LEFT JOIN certificate_data c ON c.admission = a.id LEFT JOIN fee_booking k ON k.slip = s.id
 WHERE s.number = $1;

-- payment_reference: is this reference of the channel booked?
SELECT slip FROM fee_booking WHERE channel = $1 AND reference = $2;

-- payment_book: paid; no row when the slip is, or the money was used
INSERT INTO fee_booking (slip, payment, channel, reference, paid_on, booked, booked_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT DO NOTHING RETURNING slip;

-- payment_ledger: a payment came in: booked, or not
INSERT INTO fee_ledger (made, exam_year, exam_name, channel, item, payment, reference, n, received, booked, refunded)
SELECT p.received, coalesce(e.exam_year, f.exam_year, 0), coalesce(e.exam_name, f.exam_name, ''), p.channel, CASE WHEN p.outcome = 'booked' THEN 'booked' ELSE 'open' END, 0, '', 1,
	p.amount, CASE WHEN p.outcome = 'booked' THEN p.amount ELSE 0 END, 0
  FROM fee_payment p LEFT JOIN fee_slip s ON s.id = p.slip LEFT JOIN admission a ON a.id = s.admission LEFT JOIN exam e ON e.id = a.exam
	LEFT JOIN fee_training f ON f.id = -s.admission
 WHERE p.id = $1;

-- payment_of_slip: how it was paid
SELECT b.payment, b.channel, b.reference, b.paid_on, b.booked, p.amount
  FROM fee_slip s JOIN fee_booking b ON b.slip = s.id JOIN fee_payment p ON p.id = b.payment WHERE s.number = $1;

-- payment_outcome_set: found out in the moment of booking
UPDATE fee_payment SET outcome = $2 WHERE id = $1;
