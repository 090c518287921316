-- Who works here, who is trained, in which examination.
-- Days are ISO text, moments are seconds since 1970, yes/no is 0 or 1.
-- small: agency account exam contact_line client_certificate import_batch

CREATE TABLE agency (
	id SERIAL_ID,
	code TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	parent BIGINT REFERENCES agency (id),
	active INTEGER NOT NULL DEFAULT 1,
	version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE account (
	id SERIAL_ID,
	agency BIGINT NOT NULL REFERENCES agency (id),
	name TEXT NOT NULL,
	full_name TEXT NOT NULL DEFAULT '',
	email TEXT NOT NULL DEFAULT '',
	phone TEXT NOT NULL DEFAULT '',
	role TEXT NOT NULL,
	password_hash TEXT,
	active INTEGER NOT NULL DEFAULT 1,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (agency, name)
);

-- A 機關憑證 is known by the serialNumber of its subject or by its fingerprint.
CREATE TABLE client_certificate (
	id SERIAL_ID,
	agency BIGINT NOT NULL REFERENCES agency (id),
	identity TEXT NOT NULL UNIQUE,
	note TEXT NOT NULL DEFAULT '',
	active INTEGER NOT NULL DEFAULT 1,
	version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE session (
	id SERIAL_ID,
	token_hash TEXT NOT NULL UNIQUE,
	account BIGINT NOT NULL REFERENCES account (id),
	form_token TEXT NOT NULL,
	by_certificate INTEGER NOT NULL,
	address TEXT NOT NULL,
	created BIGINT NOT NULL,
	seen BIGINT NOT NULL
);

CREATE INDEX session_account ON session (account);
CREATE INDEX session_seen ON session (seen);

CREATE TABLE sign_in_failure (
	id SERIAL_ID,
	who TEXT NOT NULL,
	address TEXT NOT NULL,
	at BIGINT NOT NULL
);
CREATE INDEX sign_in_failure_who ON sign_in_failure (who, at);
CREATE INDEX sign_in_failure_address ON sign_in_failure (address, at);
CREATE INDEX sign_in_failure_at ON sign_in_failure (at);

CREATE TABLE api_token (
	id SERIAL_ID,
	account BIGINT NOT NULL REFERENCES account (id),
	token_hash TEXT NOT NULL UNIQUE,
	label TEXT NOT NULL,
	created BIGINT NOT NULL,
	used BIGINT,
	revoked BIGINT
);
CREATE INDEX api_token_account ON api_token (account);

-- What was typed into a form that came after the session had ended.
CREATE TABLE parked_form (
	id SERIAL_ID,
	token_hash TEXT NOT NULL UNIQUE,
	path TEXT NOT NULL,
	pairs TEXT NOT NULL,
	had_file INTEGER NOT NULL,
	created BIGINT NOT NULL
);
CREATE INDEX parked_form_created ON parked_form (created);

-- Forms that must not act twice carry a one-time token; the second press gets the first one's answer.
CREATE TABLE form_use (
	token TEXT PRIMARY KEY,
	account BIGINT NOT NULL,
	location TEXT NOT NULL,
	at BIGINT NOT NULL
);
CREATE INDEX form_use_at ON form_use (at);

CREATE TABLE contact_line (
	id SERIAL_ID,
	topic TEXT NOT NULL,
	numbers TEXT NOT NULL,
	shown_on TEXT NOT NULL,
	place INTEGER NOT NULL,
	version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE exam (
	id SERIAL_ID,
	exam_year INTEGER NOT NULL,
	exam_code TEXT NOT NULL,
	exam_name TEXT NOT NULL,
	plan TEXT NOT NULL DEFAULT '',
	fee_exempt_exam INTEGER NOT NULL DEFAULT 0,
	is_promotion INTEGER NOT NULL DEFAULT 0,
	pass_mark_education TEXT NOT NULL DEFAULT '60.00',
	pass_mark_practical TEXT NOT NULL DEFAULT '60.00',
	roster_recipient TEXT NOT NULL DEFAULT '國家文官學院',
	plan_due_days INTEGER NOT NULL DEFAULT 7,
	apply_due_days INTEGER NOT NULL DEFAULT 7,
	training_supervisor INTEGER NOT NULL DEFAULT 1,
	active INTEGER NOT NULL DEFAULT 1,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (exam_year, exam_code)
);

CREATE TABLE person (
	id SERIAL_ID,
	national_id TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	name_key TEXT NOT NULL,
	sex TEXT NOT NULL,
	birth_date TEXT NOT NULL,
	version BIGINT NOT NULL DEFAULT 1
);

-- hidden: rows of the batch are being stored and not yet seen by anybody.
CREATE TABLE import_batch (
	id SERIAL_ID,
	kind TEXT NOT NULL,
	account BIGINT NOT NULL,
	agency BIGINT NOT NULL,
	state TEXT NOT NULL,
	hidden INTEGER NOT NULL DEFAULT 1,
	file_name TEXT NOT NULL,
	file BIGINT,
	sha256 TEXT NOT NULL,
	encoding TEXT NOT NULL DEFAULT '',
	format TEXT NOT NULL DEFAULT '',
	columns_found TEXT NOT NULL DEFAULT '',
	only_correct INTEGER NOT NULL DEFAULT 0,
	rows_read BIGINT NOT NULL DEFAULT 0,
	rows_wrong BIGINT NOT NULL DEFAULT 0,
	rows_created BIGINT NOT NULL DEFAULT 0,
	rows_updated BIGINT NOT NULL DEFAULT 0,
	rows_unchanged BIGINT NOT NULL DEFAULT 0,
	rows_conflict BIGINT NOT NULL DEFAULT 0,
	warnings BIGINT NOT NULL DEFAULT 0,
	reason TEXT NOT NULL DEFAULT '',
	job BIGINT,
	created BIGINT NOT NULL,
	finished BIGINT,
	undone BIGINT,
	undone_by BIGINT,
	undo_reason TEXT NOT NULL DEFAULT '',
	version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX import_batch_same ON import_batch (sha256, kind, agency);
CREATE INDEX import_batch_hidden ON import_batch (hidden) WHERE hidden = 1;

-- One admission is one person in one examination; agency is empty until it is taken over.
CREATE TABLE admission (
	id SERIAL_ID,
	person BIGINT NOT NULL,
	exam BIGINT NOT NULL,
	agency BIGINT,
	former_agency BIGINT,
	exam_level TEXT NOT NULL,
	exam_category TEXT NOT NULL,
	education_score TEXT,
	taken_over BIGINT,
	report_date TEXT,
	report_entered BIGINT,
	batch BIGINT,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (person, exam)
);
CREATE INDEX admission_agency ON admission (agency, exam);
CREATE INDEX admission_exam ON admission (exam);

-- What everybody sees: without the rows of a batch that is still being stored.
CREATE VIEW admission_seen AS
SELECT a.* FROM admission a WHERE NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = a.batch AND b.hidden = 1);

CREATE VIEW trainee AS
SELECT a.id, a.person, a.exam, a.agency, a.former_agency, a.exam_level, a.exam_category, a.education_score,
	a.taken_over, a.report_date, a.report_entered, a.batch, a.version,
	p.national_id, p.name, p.name_key, p.sex, p.birth_date,
	e.exam_year, e.exam_code, e.exam_name, e.plan, e.plan_due_days, e.training_supervisor
FROM admission_seen a JOIN person p ON p.id = a.person JOIN exam e ON e.id = a.exam;

-- One press of 「匯入資料」, so that its result can be looked at again and undone.
CREATE TABLE report_entry (
	id SERIAL_ID,
	agency BIGINT NOT NULL,
	account BIGINT NOT NULL,
	at BIGINT NOT NULL,
	report_date TEXT,
	overwrite INTEGER NOT NULL,
	reason TEXT NOT NULL DEFAULT '',
	undone BIGINT
);
CREATE INDEX report_entry_agency ON report_entry (agency, at);

CREATE TABLE report_entry_row (
	entry BIGINT NOT NULL REFERENCES report_entry (id),
	admission BIGINT NOT NULL,
	outcome TEXT NOT NULL,
	before_date TEXT,
	after_date TEXT,
	after_version BIGINT NOT NULL,
	PRIMARY KEY (entry, admission)
);

CREATE TABLE plan_form (
	admission BIGINT PRIMARY KEY,
	work_items TEXT NOT NULL DEFAULT '',
	guidance TEXT NOT NULL DEFAULT '',
	guide_name TEXT NOT NULL DEFAULT '',
	guide_title TEXT NOT NULL DEFAULT '',
	unit TEXT NOT NULL DEFAULT '',
	allocation_no TEXT NOT NULL DEFAULT '',
	issued BIGINT,
	issued_by BIGINT,
	version BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE plan_form_file (
	id SERIAL_ID,
	admission BIGINT NOT NULL,
	number INTEGER NOT NULL,
	file BIGINT NOT NULL,
	original_name TEXT NOT NULL,
	size BIGINT NOT NULL,
	sha256 TEXT NOT NULL,
	seal_declared INTEGER NOT NULL,
	uploaded BIGINT NOT NULL,
	uploaded_by BIGINT NOT NULL,
	returned BIGINT,
	returned_by BIGINT,
	return_reason TEXT NOT NULL DEFAULT '',
	UNIQUE (admission, number)
);

-- The conditions that somebody last searched a list with.
CREATE TABLE list_memory (
	account BIGINT NOT NULL,
	path TEXT NOT NULL,
	query TEXT NOT NULL,
	PRIMARY KEY (account, path)
);
