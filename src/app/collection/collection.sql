-- collected_slips: the slips of a list of numbers, as one payment's slip is looked up (payment_slip)
SELECT s.number, s.id, s.admission, s.amount, s.due, coalesce(e.exam_code, f.exam_code) AS exam_code,
	coalesce(e.fee_exempt_exam, 0) AS fee_exempt_exam,
	coalesce((SELECT t.plan FROM training t WHERE t.admission = a.id ORDER BY t.attempt DESC LIMIT 1), e.plan, '') AS plan,
	coalesce(c.identity, '') AS identity, coalesce(c.identity_proof, 0) AS identity_proof, CASE WHEN k.slip IS NULL THEN 0 ELSE 1 END AS paid
  FROM json_each(CAST($1 AS TEXT)) n JOIN fee_slip s ON s.number = n.value LEFT JOIN admission a ON a.id = s.admission LEFT JOIN exam e ON e.id = a.exam
	LEFT JOIN fee_training f ON f.id = -s.admission
	LEFT JOIN certificate_data c ON c.admission = a.id LEFT JOIN fee_booking k ON k.slip = s.id
 ORDER BY s.number;

-- collected_known: what a channel has reported before under a list of references; busy: another batch is bringing it in
SELECT p.reference, p.slip_number, p.amount, p.paid_on, CASE WHEN k.slip IS NULL THEN 0 ELSE 1 END AS booked,
	CASE WHEN b.hidden = 1 THEN 1 ELSE 0 END AS busy
  FROM json_each(CAST($1 AS TEXT)) n CROSS JOIN fee_payment p
	LEFT JOIN fee_booking k ON k.channel = p.channel AND k.reference = p.reference
	LEFT JOIN import_batch b ON b.id = p.batch
 WHERE p.channel = $2 AND p.reference = n.value AND p.batch IS DISTINCT FROM $3
 ORDER BY p.reference;

-- collected_file: the name of an upload
SELECT file_name FROM import_batch WHERE id = $1;

-- collected_last: the newest payment's id
SELECT coalesce(max(id), 0) AS id FROM fee_payment;

-- collected_put: a payment that a file brings
INSERT INTO fee_payment (channel, reference, slip_number, amount, paid_on, received, source, source_row, batch, slip, outcome)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- collected_book: what fits its slip is paid from now on, unless somebody was first
INSERT INTO fee_booking (slip, payment, channel, reference, paid_on, booked)
SELECT p.slip, p.id, p.channel, p.reference, p.paid_on, $2 FROM import_piece i CROSS JOIN fee_payment p
 WHERE i.batch = $1 AND i.what = 'payment' AND p.id BETWEEN i.first AND i.last AND p.batch = i.batch AND p.outcome = 'booked' ORDER BY p.id
ON CONFLICT DO NOTHING;

-- collected_fits: how many of a batch fit
SELECT count(*) AS n FROM import_piece i CROSS JOIN fee_payment p
 WHERE i.batch = $1 AND i.what = 'payment' AND p.id BETWEEN i.first AND i.last AND p.batch = i.batch AND p.outcome = 'booked';

-- collected_second: somebody was
UPDATE fee_payment SET outcome = CASE WHEN EXISTS (SELECT 1 FROM fee_booking b WHERE b.slip = fee_payment.slip) THEN 'double' ELSE 'reused' END
 WHERE id IN (SELECT p.id FROM import_piece i CROSS JOIN fee_payment p
	 WHERE i.batch = $1 AND i.what = 'payment' AND p.id BETWEEN i.first AND i.last AND p.batch = i.batch AND p.outcome = 'booked')
   AND NOT EXISTS (SELECT 1 FROM fee_booking b WHERE b.payment = fee_payment.id);

-- collected_ledger: what of a batch was booked, and what was not: by examination and channel, as it comes in (side 1) or is taken back (-1)
INSERT INTO fee_ledger (made, exam_year, exam_name, channel, item, payment, reference, n, received, booked, refunded)
SELECT CAST($2 AS BIGINT), coalesce(e.exam_year, x.training_year, 0), coalesce(e.exam_name, x.training_name, ''), x.channel,
	CASE WHEN CAST($3 AS BIGINT) < 0 THEN 'undo_' ELSE '' END || CASE WHEN x.fits = 1 THEN 'booked' ELSE 'open' END, 0, '', CAST($3 AS BIGINT) * sum(x.n), CAST($3 AS BIGINT) * sum(x.amount),
	CAST($3 AS BIGINT) * sum(CASE WHEN x.fits = 1 THEN x.amount ELSE 0 END), 0
  FROM (SELECT a.exam, f.exam_year AS training_year, f.exam_name AS training_name, p.channel, CASE WHEN p.outcome = 'booked' THEN 1 ELSE 0 END AS fits, count(*) AS n, sum(p.amount) AS amount
	  FROM import_piece i CROSS JOIN fee_payment p LEFT JOIN fee_slip s ON s.id = p.slip LEFT JOIN admission a ON a.id = s.admission
		LEFT JOIN fee_training f ON f.id = -s.admission
	 WHERE i.batch = $1 AND i.what = 'payment' AND p.id BETWEEN i.first AND i.last AND p.batch = i.batch
	 GROUP BY a.exam, f.exam_year, f.exam_name, p.channel, CASE WHEN p.outcome = 'booked' THEN 1 ELSE 0 END) x LEFT JOIN exam e ON e.id = x.exam
 GROUP BY coalesce(e.exam_year, x.training_year, 0), coalesce(e.exam_name, x.training_name, ''), x.channel, x.fits;

-- collected_trainings: slips of 升官等訓練 that a batch has paid
SELECT s.id AS slip FROM import_piece i CROSS JOIN fee_payment p JOIN fee_slip s ON s.id = p.slip
 WHERE i.batch = $1 AND i.what = 'payment' AND p.id BETWEEN i.first AND i.last AND p.batch = i.batch AND p.outcome = 'booked' AND s.admission < 0
 ORDER BY s.id;

-- collected_sweep: payments that nobody is to see
DELETE FROM fee_payment WHERE id BETWEEN $2 AND $3 AND batch = $1;

-- collected_touched: what somebody has built on since
SELECT t.id, t.about, t.reason, count(*) OVER () AS total FROM (
	SELECT p.id, p.slip_number || '　交易序號 ' || p.reference AS about, '已由承辦人處理或已據以辦理' AS reason
	  FROM import_piece i CROSS JOIN fee_payment p
	 WHERE i.batch = $1 AND i.what = 'payment' AND p.id BETWEEN i.first AND i.last AND p.batch = i.batch
	   AND EXISTS (SELECT 1 FROM fee_payment_built_on o WHERE o.payment = p.id)
	UNION ALL
	SELECT p.id, p.slip_number || '　交易序號 ' || p.reference, '其後另有同一繳費單之繳費，已列為重複繳費'
	  FROM import_piece i CROSS JOIN fee_payment p JOIN fee_booking b ON b.payment = p.id
	 WHERE i.batch = $1 AND i.what = 'payment' AND p.id BETWEEN i.first AND i.last AND p.batch = i.batch
	   AND NOT EXISTS (SELECT 1 FROM fee_payment_built_on o WHERE o.payment = p.id)
	   AND EXISTS (SELECT 1 FROM fee_payment d WHERE d.slip_number = p.slip_number AND d.outcome <> 'booked' AND d.outcome = 'double' AND d.batch IS DISTINCT FROM $1)
) t ORDER BY t.id LIMIT $2;

-- collected_release: those stay, and are the batch's no more
UPDATE fee_payment SET batch = NULL WHERE id IN (
	SELECT p.id FROM import_piece i CROSS JOIN fee_payment p
	 WHERE i.batch = $1 AND i.what = 'payment' AND p.id BETWEEN i.first AND i.last AND p.batch = i.batch
	   AND (EXISTS (SELECT 1 FROM fee_payment_built_on o WHERE o.payment = p.id)
		OR EXISTS (SELECT 1 FROM fee_booking b JOIN fee_payment d ON d.slip_number = p.slip_number AND d.outcome <> 'booked' AND d.outcome = 'double'
			AND d.batch IS DISTINCT FROM $1 WHERE b.payment = p.id)));

-- collected_unbook: the others are not paid with any more
DELETE FROM fee_booking WHERE payment IN (SELECT p.id FROM import_piece i CROSS JOIN fee_payment p
	 WHERE i.batch = $1 AND i.what = 'payment' AND p.id BETWEEN i.first AND i.last AND p.batch = i.batch);

-- payments_open: what a person has to settle
SELECT *, count(*) OVER () AS total FROM payment_line WHERE outcome <> 'booked' AND settled IS NULL AND ($1 = '' OR channel = $1) AND ($2 = '' OR outcome = $2)
 ORDER BY CASE $3 WHEN 'amount' THEN amount WHEN '-amount' THEN -amount WHEN '-id' THEN -id END,
	CASE $3 WHEN 'paid_on' THEN paid_on WHEN 'slip_number' THEN slip_number WHEN 'outcome' THEN outcome END,
	CASE $3 WHEN '-paid_on' THEN paid_on WHEN '-slip_number' THEN slip_number WHEN '-outcome' THEN outcome END DESC, id
 LIMIT $4 OFFSET $5;

-- payments_dated: those paid from one day to another
SELECT *, count(*) OVER () AS total FROM payment_line WHERE paid_on BETWEEN $1 AND $2 AND ($3 = '' OR channel = $3) AND ($4 = '' OR outcome = $4)
	AND ($5 = '' OR standing = $5)
 ORDER BY CASE $6 WHEN 'amount' THEN amount WHEN '-amount' THEN -amount WHEN '-id' THEN -id END,
	CASE $6 WHEN 'paid_on' THEN paid_on WHEN 'slip_number' THEN slip_number WHEN 'outcome' THEN outcome END,
	CASE $6 WHEN '-paid_on' THEN paid_on WHEN '-slip_number' THEN slip_number WHEN '-outcome' THEN outcome END DESC, id
 LIMIT $7 OFFSET $8;

-- payments_of_batch: what an upload brought
SELECT l.*, count(*) OVER () AS total FROM import_piece i CROSS JOIN payment_line l
 WHERE i.batch = $1 AND i.what = 'payment' AND l.id BETWEEN i.first AND i.last AND l.batch = i.batch AND ($2 = '' OR channel = $2) AND ($3 = '' OR outcome = $3) AND ($4 = '' OR standing = $4)
 ORDER BY CASE $5 WHEN 'amount' THEN amount WHEN '-amount' THEN -amount WHEN '-id' THEN -id END,
	CASE $5 WHEN 'paid_on' THEN paid_on WHEN 'slip_number' THEN slip_number WHEN 'outcome' THEN outcome END,
	CASE $5 WHEN '-paid_on' THEN paid_on WHEN '-slip_number' THEN slip_number WHEN '-outcome' THEN outcome END DESC, id
 LIMIT $6 OFFSET $7;

-- payments_numbered: by the number on the slip, or by the channel's reference
SELECT *, count(*) OVER () AS total FROM payment_line WHERE id IN (SELECT id FROM fee_payment WHERE slip_number = $1 AND outcome <> 'booked' UNION ALL
	SELECT b.payment FROM fee_slip s JOIN fee_booking b ON b.slip = s.id WHERE s.number = $1 UNION ALL
	SELECT id FROM fee_payment WHERE channel IN ('convenience_store', 'simple_mart', 'post_office_counter', 'ctbc_counter', 'online', 'atm',
		'credit_card_online', 'webatm') AND reference = $1)
 ORDER BY CASE $2 WHEN 'amount' THEN amount WHEN '-amount' THEN -amount WHEN '-id' THEN -id END,
	CASE $2 WHEN 'paid_on' THEN paid_on WHEN 'slip_number' THEN slip_number WHEN 'outcome' THEN outcome END,
	CASE $2 WHEN '-paid_on' THEN paid_on WHEN '-slip_number' THEN slip_number WHEN '-outcome' THEN outcome END DESC, id
 LIMIT $3 OFFSET $4;

-- payments_sum: an upload's money by how it stands
SELECT l.standing, count(*) AS n, sum(l.amount) AS amount FROM import_piece i CROSS JOIN payment_line l
 WHERE i.batch = $1 AND i.what = 'payment' AND l.id BETWEEN i.first AND i.last AND l.batch = i.batch GROUP BY l.standing ORDER BY l.standing;

-- payment_one: one of them
SELECT l.*, coalesce(nullif(a.full_name, ''), a.name) AS settler FROM payment_line l LEFT JOIN account a ON a.id = l.settled_by WHERE l.id = $1;

-- payments_of_slip: all that came in for a trainee
SELECT * FROM payment_line WHERE id IN (SELECT p.id FROM fee_slip s JOIN fee_payment p ON p.slip_number = s.number AND p.outcome <> 'booked' WHERE s.admission = $1
	UNION SELECT b.payment FROM fee_slip s JOIN fee_booking b ON b.slip = s.id WHERE s.admission = $1) ORDER BY paid_on, id;

-- settle_slip: a slip by its number, with the payment that it was paid with
SELECT s.id, s.number, b.payment, b.channel, b.reference, b.paid_on FROM fee_slip s LEFT JOIN fee_booking b ON b.slip = s.id WHERE s.number = $1;

-- settle_used: for which slip is this reference of the channel booked?
SELECT s.number FROM fee_booking b JOIN fee_slip s ON s.id = b.slip WHERE b.channel = $1 AND b.reference = $2;

-- settle_book: paid by a person's decision; no row when somebody was first
INSERT INTO fee_booking (slip, payment, channel, reference, paid_on, booked, booked_by)
SELECT CAST($2 AS BIGINT), p.id, p.channel, p.reference, p.paid_on, $3, $4 FROM fee_payment p WHERE p.id = $1
ON CONFLICT DO NOTHING RETURNING slip;

-- settle_put: what a person decided; no row when somebody was first
UPDATE fee_payment SET settlement = $3, settled = $4, settled_by = $5, settle_reason = $6, settle_document = $7, slip = coalesce($8, slip), version = version + 1
 WHERE id = $1 AND version = $2 AND outcome <> 'booked' AND settled IS NULL RETURNING id;

-- settle_ledger: what the decision changes
INSERT INTO fee_ledger (made, exam_year, exam_name, channel, item, payment, reference, n, received, booked, refunded)
SELECT p.settled, coalesce(e.exam_year, f.exam_year, 0), coalesce(e.exam_name, f.exam_name, ''), p.channel, p.settlement, p.id, p.reference, 0, 0,
	CASE WHEN b.payment IS NULL THEN 0 ELSE p.amount END, CASE WHEN p.settlement = 'refund' THEN p.amount ELSE 0 END
  FROM fee_payment p LEFT JOIN fee_booking b ON b.payment = p.id LEFT JOIN fee_slip s ON s.id = p.slip
	LEFT JOIN admission a ON a.id = s.admission LEFT JOIN exam e ON e.id = a.exam LEFT JOIN fee_training f ON f.id = -s.admission
 WHERE p.id = $1;

-- settle_ledger_back: the last decision about a payment is taken back
INSERT INTO fee_ledger (made, exam_year, exam_name, channel, item, payment, reference, n, received, booked, refunded)
SELECT CAST($2 AS BIGINT), exam_year, exam_name, channel, 'undo_' || item, payment, reference, -n, -received, -booked, -refunded
  FROM fee_ledger WHERE id = (SELECT max(id) FROM fee_ledger WHERE payment = $1);

-- settle_built: what else was done with it, besides settling it
SELECT count(*) AS n FROM fee_payment_built_on WHERE payment = $1;

-- settle_clear: to be settled anew
UPDATE fee_payment SET settlement = NULL, settled = NULL, settled_by = NULL, settle_reason = '', settle_document = '',
	slip = (SELECT s.id FROM fee_slip s WHERE s.number = fee_payment.slip_number), version = version + 1
 WHERE id = $1 AND version = $2 AND settled IS NOT NULL RETURNING id;

-- settle_unbook: not paid with it any more
DELETE FROM fee_booking WHERE payment = $1;

-- collected_standing: how a trainee's slip stands
SELECT number, amount, due, channel, paid_on FROM fee_standing WHERE admission = $1;
