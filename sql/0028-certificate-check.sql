-- 請證查驗: what was handed out to be checked by anybody who holds the paper, and the guesses that failed.

-- number: of the application, or of one on its roster ("11100700001-3"); code: never guessed; ended: not good any more, and why.
CREATE TABLE certificate_check (
	id SERIAL_ID,
	number TEXT NOT NULL,
	code TEXT NOT NULL,
	serial BIGINT NOT NULL REFERENCES certificate_serial (id),
	admission BIGINT,
	made BIGINT NOT NULL,
	ended BIGINT,
	why TEXT NOT NULL DEFAULT ''
);
CREATE INDEX certificate_check_number ON certificate_check (number);
CREATE INDEX certificate_check_serial ON certificate_check (serial);
CREATE INDEX certificate_check_admission ON certificate_check (admission) WHERE admission IS NOT NULL;

CREATE TABLE certificate_guess (
	id SERIAL_ID,
	address TEXT NOT NULL,
	made BIGINT NOT NULL
);
CREATE INDEX certificate_guess_address ON certificate_guess (address, made);
CREATE INDEX certificate_guess_made ON certificate_guess (made);
