-- Payments as 保訓會 reads them: each with whose slip it names and how it stands.
CREATE VIEW payment_line AS
SELECT p.id, p.version, p.channel, p.reference, p.slip_number, p.amount, p.paid_on, p.received, p.source, p.source_row, p.batch, p.slip, p.outcome,
	p.settlement, p.settled, p.settled_by, p.settle_reason, p.settle_document, s.amount AS owed, s.due, s.admission, v.name, v.exam_year, v.exam_name,
	CASE WHEN p.settled IS NOT NULL THEN p.settlement WHEN p.outcome = 'booked' THEN 'booked' ELSE 'open' END AS standing
  FROM fee_payment_seen p LEFT JOIN fee_slip s ON s.id = p.slip LEFT JOIN trainee v ON v.id = s.admission;

-- Also asked for by the number on a slip, whether there is such a slip or not.
CREATE INDEX fee_payment_number ON fee_payment (slip_number);
CREATE INDEX fee_payment_reference ON fee_payment (reference);
