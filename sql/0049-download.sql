-- 下載申請: a file that somebody asked for, made at once or in the background, kept for some days with its password.

-- function, conditions: of its kind (conditions: JSON); shown: the conditions in words.  state: waiting, ready, fetched, none (no row), expired;
-- 產製中 and 失敗 are the job's.  password: sealed with a key that is outside the database.                     LEARN SM-5, 11.5
CREATE TABLE download_request (
	id SERIAL_ID,
	function TEXT NOT NULL,
	agency BIGINT NOT NULL,
	account BIGINT NOT NULL,
	conditions TEXT NOT NULL,
	shown TEXT NOT NULL,
	format TEXT NOT NULL,
	state TEXT NOT NULL,
	row_count BIGINT,
	file BIGINT REFERENCES stored_file (id),
	size BIGINT,
	password BYTES,
	job BIGINT,
	requested BIGINT NOT NULL,
	expires BIGINT,
	fetched BIGINT
);
CREATE INDEX download_account ON download_request (account, requested);
CREATE INDEX download_agency ON download_request (agency, requested);
CREATE INDEX download_expires ON download_request (expires) WHERE file IS NOT NULL;
CREATE INDEX download_file ON download_request (file) WHERE file IS NOT NULL;
