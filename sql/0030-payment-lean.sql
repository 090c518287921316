-- A payment is found by what its channel calls it, by its day, by the slip that is paid with it, and, where it did not fit, by the number that it
-- names; those of an upload, by the ranges of ids that it made.
DROP INDEX fee_payment_batch;
DROP INDEX fee_payment_slip;
DROP INDEX fee_payment_reference;
DROP INDEX fee_payment_number;
CREATE INDEX fee_payment_misfit ON fee_payment (slip_number) WHERE outcome <> 'booked';
