-- 證書費收款月報: what was booked, decided and received in a time.
CREATE INDEX fee_booking_booked ON fee_booking (booked);
CREATE INDEX fee_payment_settled ON fee_payment (settled) WHERE settled IS NOT NULL;
CREATE INDEX fee_payment_waiting ON fee_payment (received) WHERE outcome <> 'booked' AND settled IS NULL;
