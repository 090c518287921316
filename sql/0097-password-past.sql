-- Passwords that an account had before its present one, the last two: they are not taken again.                                LEARN-106
CREATE TABLE password_past (
	id SERIAL_ID,
	account BIGINT NOT NULL REFERENCES account (id),
	hash TEXT NOT NULL
);
CREATE INDEX password_past_account ON password_past (account, id);
