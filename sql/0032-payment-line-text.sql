-- What is owed and the row of a file, as text: empty where there is none.
DROP VIEW payment_line;
CREATE VIEW payment_line AS
SELECT p.id, p.version, p.channel, p.reference, p.slip_number, p.amount, p.paid_on, p.received, p.source, CAST(p.source_row AS TEXT) AS source_row,
	p.batch, p.slip, p.outcome, p.settlement, p.settled, p.settled_by, p.settle_reason, p.settle_document, CAST(s.amount AS TEXT) AS owed, s.due,
	s.admission, v.name, v.exam_year, v.exam_name,
	CASE WHEN p.settled IS NOT NULL THEN p.settlement WHEN p.outcome = 'booked' THEN 'booked' ELSE 'open' END AS standing
  FROM fee_payment_seen p LEFT JOIN fee_slip s ON s.id = p.slip LEFT JOIN trainee v ON v.id = s.admission;
