-- Who has paid, and what keeps a payment from being taken back.

-- Each slip with how it stands.
CREATE VIEW fee_standing AS
SELECT s.admission, s.id AS slip, s.number, s.amount, s.issued, s.due, b.payment, b.channel, b.reference, b.paid_on, b.booked
  FROM fee_slip s LEFT JOIN fee_booking b ON b.slip = s.id;

-- What others have built on a payment: it stays when the upload that brought it is taken back.
CREATE VIEW fee_payment_built_on (payment) AS
SELECT id FROM fee_payment WHERE settled IS NOT NULL;
