-- 請領證書繳款: who asked from where, and the slips that were given out.

CREATE TABLE fee_query (
	id SERIAL_ID,
	token_hash TEXT NOT NULL UNIQUE,
	person BIGINT,
	address TEXT NOT NULL,
	made BIGINT NOT NULL
);
CREATE INDEX fee_query_address ON fee_query (address, made);
CREATE INDEX fee_query_made ON fee_query (made);

-- Amount and last day as they were when it was first given out: what is on paper stays true.
CREATE TABLE fee_slip (
	id SERIAL_ID,
	admission BIGINT NOT NULL UNIQUE,
	number TEXT NOT NULL UNIQUE,
	amount BIGINT NOT NULL,
	issued TEXT NOT NULL,
	due TEXT NOT NULL
);

-- What others have built on an admission: now these, too.
DROP VIEW admission_built_on;
CREATE VIEW admission_built_on (admission) AS
SELECT admission FROM plan_form UNION ALL SELECT admission FROM plan_form_file UNION ALL SELECT admission FROM report_entry_row
UNION ALL SELECT admission FROM trainee_state UNION ALL SELECT admission FROM life_record UNION ALL SELECT admission FROM trainee_grant
UNION ALL SELECT admission FROM certificate_data UNION ALL SELECT admission FROM fee_slip;
