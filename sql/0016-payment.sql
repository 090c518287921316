-- Money that a channel says came in, and what was paid with it.  A payment is recorded once and never changed; what is wrong with it is
-- settled by a person later.

-- outcome: what was found when it came; slip: the one that it names, NULL when there is none.  batch: the upload that brought it.
CREATE TABLE fee_payment (
	id SERIAL_ID,
	channel TEXT NOT NULL,
	reference TEXT NOT NULL,
	slip_number TEXT NOT NULL,
	amount BIGINT NOT NULL,
	paid_on TEXT NOT NULL,
	received BIGINT NOT NULL,
	source TEXT NOT NULL,
	source_row BIGINT,
	batch BIGINT,
	slip BIGINT REFERENCES fee_slip (id),
	outcome TEXT NOT NULL,
	settlement TEXT,
	settled BIGINT,
	settled_by BIGINT,
	settle_reason TEXT NOT NULL DEFAULT '',
	settle_document TEXT NOT NULL DEFAULT '',
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (channel, reference, slip_number, amount, paid_on)
);
CREATE INDEX fee_payment_batch ON fee_payment (batch) WHERE batch IS NOT NULL;
CREATE INDEX fee_payment_slip ON fee_payment (slip) WHERE slip IS NOT NULL;
CREATE INDEX fee_payment_day ON fee_payment (paid_on);
CREATE INDEX fee_payment_open ON fee_payment (id) WHERE outcome <> 'booked' AND settled IS NULL;

-- What is paid, with which money: no slip twice, no money twice.
CREATE TABLE fee_booking (
	slip BIGINT PRIMARY KEY REFERENCES fee_slip (id),
	payment BIGINT NOT NULL UNIQUE REFERENCES fee_payment (id),
	channel TEXT NOT NULL,
	reference TEXT NOT NULL,
	paid_on TEXT NOT NULL,
	booked BIGINT NOT NULL,
	booked_by BIGINT,
	UNIQUE (channel, reference)
);

-- What everybody sees: without the rows of an upload that is still being stored.
CREATE VIEW fee_payment_seen AS
SELECT p.* FROM fee_payment p WHERE NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = p.batch AND b.hidden = 1);
