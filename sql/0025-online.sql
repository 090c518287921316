-- 線上繳費: an order at the payment service, and which certificates are paid with it.

-- state: open, paid, failed, cancelled; wrong: the service named another amount.  next_ask: when the service is to be asked what became of it.
CREATE TABLE fee_trade (
	id SERIAL_ID,
	number TEXT NOT NULL UNIQUE,
	amount BIGINT NOT NULL,
	state TEXT NOT NULL DEFAULT 'open',
	made BIGINT NOT NULL,
	method TEXT NOT NULL DEFAULT '',
	reference TEXT NOT NULL DEFAULT '',
	code TEXT NOT NULL DEFAULT '',
	ended BIGINT,
	asked INTEGER NOT NULL DEFAULT 0,
	next_ask BIGINT
);
CREATE INDEX fee_trade_next ON fee_trade (next_ask) WHERE next_ask IS NOT NULL;

-- The slip that is made when the money comes, as it would have been when the order was made.  live 1: nobody may pay it another way.
CREATE TABLE fee_trade_row (
	trade BIGINT NOT NULL REFERENCES fee_trade (id),
	admission BIGINT NOT NULL,
	amount BIGINT NOT NULL,
	issued TEXT NOT NULL,
	due TEXT NOT NULL,
	live INTEGER NOT NULL DEFAULT 1,
	PRIMARY KEY (trade, admission)
);
CREATE UNIQUE INDEX fee_trade_row_live ON fee_trade_row (admission) WHERE live = 1;
CREATE INDEX fee_trade_row_admission ON fee_trade_row (admission);

-- What others have built on an admission: now these, too.
DROP VIEW admission_built_on;
CREATE VIEW admission_built_on (admission) AS
SELECT admission FROM plan_form UNION ALL SELECT admission FROM plan_form_file UNION ALL SELECT admission FROM report_entry_row
UNION ALL SELECT admission FROM trainee_state UNION ALL SELECT admission FROM life_record UNION ALL SELECT admission FROM trainee_grant
UNION ALL SELECT admission FROM certificate_data UNION ALL SELECT admission FROM fee_slip UNION ALL SELECT admission FROM fee_trade_row;
