-- 證書費收款月報: every change of what came in, was booked and was given back, in the moment in which it was made, and never changed
-- afterwards: a month that was stated stays as it was.

-- item: booked (by itself), open (did not fit its slip), what a person decided (accept, assign, refund, close), and what takes one of
-- them back (undo_…), with figures below zero.  n: payments that came in.  payment: of a decision; 0: several payments together.
CREATE TABLE fee_ledger (
	id SERIAL_ID,
	made BIGINT NOT NULL,
	exam_year INTEGER NOT NULL,
	exam_name TEXT NOT NULL,
	channel TEXT NOT NULL,
	item TEXT NOT NULL,
	payment BIGINT NOT NULL,
	reference TEXT NOT NULL,
	n BIGINT NOT NULL,
	received BIGINT NOT NULL,
	booked BIGINT NOT NULL,
	refunded BIGINT NOT NULL
);
CREATE INDEX fee_ledger_made ON fee_ledger (made);
CREATE INDEX fee_ledger_payment ON fee_ledger (payment) WHERE payment <> 0;

INSERT INTO fee_ledger (made, exam_year, exam_name, channel, item, payment, reference, n, received, booked, refunded)
SELECT coalesce(b.booked, p.received), coalesce(e.exam_year, 0), coalesce(e.exam_name, ''), p.channel,
	CASE WHEN p.outcome = 'booked' THEN 'booked' ELSE 'open' END, 0, '', count(*), sum(p.amount),
	CASE WHEN p.outcome = 'booked' THEN sum(p.amount) ELSE 0 END, 0
  FROM fee_payment_seen p LEFT JOIN fee_booking b ON b.payment = p.id AND p.outcome = 'booked'
	LEFT JOIN fee_slip s ON s.number = p.slip_number LEFT JOIN admission a ON a.id = s.admission LEFT JOIN exam e ON e.id = a.exam
 GROUP BY coalesce(b.booked, p.received), coalesce(e.exam_year, 0), coalesce(e.exam_name, ''), p.channel, p.outcome;

INSERT INTO fee_ledger (made, exam_year, exam_name, channel, item, payment, reference, n, received, booked, refunded)
SELECT p.settled, coalesce(e.exam_year, 0), coalesce(e.exam_name, ''), p.channel, p.settlement, p.id, p.reference, 0, 0,
	CASE WHEN b.payment IS NULL THEN 0 ELSE p.amount END, CASE WHEN p.settlement = 'refund' THEN p.amount ELSE 0 END
  FROM fee_payment p LEFT JOIN fee_booking b ON b.payment = p.id LEFT JOIN fee_slip s ON s.id = p.slip
	LEFT JOIN admission a ON a.id = s.admission LEFT JOIN exam e ON e.id = a.exam
 WHERE p.settled IS NOT NULL;

DROP INDEX fee_booking_booked;
DROP INDEX fee_payment_settled;
DROP INDEX fee_payment_waiting;
