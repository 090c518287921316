-- Trainees without an account: how they are reached, the code that proves it, and their sessions.

CREATE TABLE person_contact (
	person BIGINT PRIMARY KEY,
	email TEXT NOT NULL DEFAULT '',
	version BIGINT NOT NULL DEFAULT 1
);

-- admission NULL: nobody fitted; the row is there so that nobody can tell.
CREATE TABLE apply_code (
	id SERIAL_ID,
	token_hash TEXT NOT NULL UNIQUE,
	code_hash TEXT NOT NULL,
	person BIGINT,
	email TEXT NOT NULL,
	asked TEXT NOT NULL,
	address TEXT NOT NULL,
	tries INTEGER NOT NULL DEFAULT 0,
	made BIGINT NOT NULL,
	used BIGINT
);
CREATE INDEX apply_code_asked ON apply_code (asked, made);
CREATE INDEX apply_code_address ON apply_code (address, made);
CREATE INDEX apply_code_made ON apply_code (made);

CREATE TABLE apply_session (
	id SERIAL_ID,
	token_hash TEXT NOT NULL UNIQUE,
	person BIGINT NOT NULL,
	form_token TEXT NOT NULL,
	address TEXT NOT NULL,
	created BIGINT NOT NULL,
	seen BIGINT NOT NULL
);
CREATE INDEX apply_session_seen ON apply_session (seen);
