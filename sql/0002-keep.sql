-- What the slices stand on: jobs, the audit log, stored files, the office calendar and deadlines.
-- account and agency are the ids of 0001; they are not foreign keys, so that a log outlives what it speaks of.
-- small: job_turn job_period office_year

CREATE TABLE job (
	id SERIAL_ID,
	kind TEXT NOT NULL,
	subject BIGINT,
	payload TEXT,
	agency BIGINT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
	not_before BIGINT NOT NULL,
	added BIGINT NOT NULL,
	ended BIGINT,
	tries BIGINT NOT NULL,
	lease BIGINT NOT NULL,
	board TEXT,
	slot BIGINT,
	beat BIGINT,
	cancel INTEGER NOT NULL,
	done_part BIGINT,
	total_part BIGINT,
	doing TEXT,
	reason TEXT
);
CREATE INDEX job_waiting ON job (agency, not_before, id) WHERE state = 'waiting';
CREATE INDEX job_due ON job (not_before) WHERE state = 'waiting';
CREATE INDEX job_running ON job (id) WHERE state = 'running';
CREATE INDEX job_open ON job (kind) WHERE state IN ('waiting', 'running');
CREATE INDEX job_ended ON job (ended) WHERE ended IS NOT NULL;
CREATE INDEX job_by_agency ON job (agency, id);

-- When each agency's last job was begun, as a running number: the one that waited longest is next.
CREATE TABLE job_turn (
	agency BIGINT PRIMARY KEY,
	turn BIGINT NOT NULL
);
CREATE INDEX job_turn_last ON job_turn (turn);

CREATE TABLE job_period (
	kind TEXT PRIMARY KEY,
	next_at BIGINT NOT NULL
);

-- Rows are only added; sealing sets `seal` once.
CREATE TABLE audit (
	id SERIAL_ID,
	made BIGINT NOT NULL,
	account BIGINT,
	agency BIGINT,
	address TEXT,
	action TEXT NOT NULL,
	subject_kind TEXT,
	subject BIGINT,
	was TEXT,
	became TEXT,
	reason TEXT,
	seal BIGINT
);
CREATE INDEX audit_by_seal ON audit (seal, id);
CREATE INDEX audit_by_account ON audit (account, id);
CREATE INDEX audit_by_made ON audit (made);
CREATE INDEX audit_by_subject ON audit (subject_kind, subject, id);

-- members: of each row its id (8 bytes, big end first) and its SHA-256, in the order of ids.
CREATE TABLE audit_seal (
	number BIGINT PRIMARY KEY,
	made BIGINT NOT NULL,
	members BYTES NOT NULL,
	previous TEXT NOT NULL,
	mac TEXT NOT NULL
);

-- A content is stored once.  While its pieces arrive it is not whole, and nobody sees it.
CREATE TABLE file_content (
	id SERIAL_ID,
	sha256 TEXT NOT NULL,
	size BIGINT NOT NULL,
	whole INTEGER NOT NULL,
	touched BIGINT NOT NULL
);
CREATE UNIQUE INDEX file_content_whole ON file_content (sha256) WHERE whole = 1;
CREATE INDEX file_content_touched ON file_content (touched, id);
CREATE TABLE file_chunk (
	content BIGINT NOT NULL REFERENCES file_content (id) ON DELETE CASCADE,
	number BIGINT NOT NULL,
	bytes BYTES NOT NULL,
	PRIMARY KEY (content, number)
);
CREATE TABLE stored_file (
	id SERIAL_ID,
	content BIGINT NOT NULL REFERENCES file_content (id),
	name TEXT NOT NULL,
	type TEXT NOT NULL,
	made BIGINT NOT NULL
);
CREATE INDEX stored_file_content ON stored_file (content);

-- The official calendar: every day of each loaded year.  version: how often it was loaded.
CREATE TABLE office_day (
	day TEXT PRIMARY KEY,
	is_off INTEGER NOT NULL,
	remark TEXT NOT NULL
);
CREATE TABLE office_year (
	year BIGINT PRIMARY KEY,
	version BIGINT NOT NULL,
	source TEXT NOT NULL,
	loaded BIGINT NOT NULL
);

-- raw: the last day before it is moved to an office day.  length NULL: the day is fixed.  calendar: the version it was computed by.
CREATE TABLE deadline (
	id SERIAL_ID,
	kind TEXT NOT NULL,
	subject_kind TEXT NOT NULL,
	subject BIGINT NOT NULL,
	about TEXT NOT NULL,
	agency BIGINT NOT NULL,
	event_day TEXT NOT NULL,
	length TEXT,
	counted TEXT,
	citation TEXT NOT NULL,
	raw TEXT NOT NULL,
	due TEXT NOT NULL,
	provisional INTEGER NOT NULL,
	calendar BIGINT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('open', 'met', 'cancelled')),
	ended TEXT,
	reason TEXT,
	started BIGINT NOT NULL
);
CREATE UNIQUE INDEX deadline_open ON deadline (kind, subject_kind, subject) WHERE state = 'open';
CREATE INDEX deadline_due ON deadline (due, id) WHERE state = 'open';
CREATE INDEX deadline_agency ON deadline (agency, due, id) WHERE state = 'open';
-- Those that a new calendar may move: open ones, and of those that were met whose being in time it may decide anew.
CREATE INDEX deadline_computed ON deadline (calendar, id)
	WHERE length IS NOT NULL AND (state = 'open' OR (state = 'met' AND (provisional = 1 OR ended > due)));
CREATE INDEX deadline_subject ON deadline (subject_kind, subject, kind, id);

-- What a deadline was before it moved.
CREATE TABLE deadline_change (
	id SERIAL_ID,
	deadline BIGINT NOT NULL REFERENCES deadline (id),
	made BIGINT NOT NULL,
	event_day TEXT NOT NULL,
	due TEXT NOT NULL,
	provisional INTEGER NOT NULL,
	cause TEXT NOT NULL CHECK (cause IN ('event', 'calendar', 'reopened'))
);
CREATE INDEX deadline_change_of ON deadline_change (deadline, id);

-- What somebody must be told.  account 0: all of the agency, and the first who has seen it has seen it for all.
CREATE TABLE notice (
	id SERIAL_ID,
	agency BIGINT NOT NULL,
	account BIGINT NOT NULL,
	kind TEXT NOT NULL,
	subject_kind TEXT NOT NULL,
	subject BIGINT NOT NULL,
	text TEXT NOT NULL,
	link TEXT NOT NULL,
	made BIGINT NOT NULL,
	seen BIGINT,
	seen_by BIGINT
);
CREATE UNIQUE INDEX notice_new ON notice (agency, account, kind, subject_kind, subject) WHERE seen IS NULL;
CREATE INDEX notice_by_agency ON notice (agency, id);
