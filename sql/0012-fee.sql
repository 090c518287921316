-- What a certificate costs, by examination, from a day on.
-- small: fee_rule

CREATE TABLE fee_rule (
	id SERIAL_ID,
	exam BIGINT NOT NULL REFERENCES exam (id),
	amount BIGINT NOT NULL,
	pay_days INTEGER NOT NULL,
	valid_from TEXT NOT NULL,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (exam, valid_from)
);
