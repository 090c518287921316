-- What others have built on a payment: a decision, and now a receipt that its payer fetched.
DROP VIEW fee_payment_built_on;
CREATE VIEW fee_payment_built_on (payment) AS
SELECT id FROM fee_payment WHERE settled IS NOT NULL
UNION ALL
SELECT b.payment FROM fee_booking b JOIN fee_slip s ON s.id = b.slip
 WHERE EXISTS (SELECT 1 FROM audit u WHERE u.subject_kind = 'trainee' AND u.subject = s.admission AND u.action = 'fee.receipt' AND u.made >= b.booked);
