-- How far a trainee is, one row an admission that anything happened to beyond the roster; and each attempt at training.

CREATE TABLE trainee_state (
	admission BIGINT PRIMARY KEY,
	state TEXT NOT NULL,
	former_state TEXT NOT NULL DEFAULT '',
	bt_state TEXT NOT NULL DEFAULT 'none',
	result_published TEXT,
	report_by TEXT,
	post_title TEXT NOT NULL DEFAULT '',
	post_series TEXT NOT NULL DEFAULT '',
	post_grade_min INTEGER NOT NULL DEFAULT 0,
	post_grade_max INTEGER NOT NULL DEFAULT 0,
	intended_grade INTEGER NOT NULL DEFAULT 0,
	state_enterprise INTEGER NOT NULL DEFAULT 0,
	qualified INTEGER NOT NULL DEFAULT 0,
	version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX trainee_state_state ON trainee_state (state);

-- 正額 (regular) or 增額 (supplementary), and 榜示日, as a roster brings them.
ALTER TABLE admission ADD COLUMN listed TEXT;
ALTER TABLE admission ADD COLUMN published TEXT;
ALTER TABLE roster_change ADD COLUMN listed TEXT;
ALTER TABLE roster_change ADD COLUMN published TEXT;

CREATE TABLE training (
	id SERIAL_ID,
	admission BIGINT NOT NULL,
	attempt INTEGER NOT NULL,
	kind TEXT NOT NULL,
	agency BIGINT NOT NULL,
	plan TEXT NOT NULL DEFAULT '',
	plan_version INTEGER NOT NULL DEFAULT 0,
	plan_reason TEXT NOT NULL DEFAULT '',
	plan_chosen INTEGER NOT NULL DEFAULT 0,
	report_date TEXT NOT NULL,
	end_date TEXT,
	original_end TEXT,
	shortened INTEGER NOT NULL DEFAULT 0,
	shortening_arrived TEXT,
	bt_exempt INTEGER NOT NULL DEFAULT 0,
	bt_start TEXT,
	bt_end TEXT,
	UNIQUE (admission, attempt)
);
CREATE INDEX training_last_day ON training (end_date);

CREATE TABLE end_ledger (
	id SERIAL_ID,
	training BIGINT NOT NULL REFERENCES training (id),
	cause TEXT NOT NULL,
	was TEXT,
	became TEXT,
	counted_from TEXT,
	length TEXT NOT NULL DEFAULT '',
	office_days INTEGER NOT NULL DEFAULT 0,
	document TEXT NOT NULL DEFAULT '',
	arrived TEXT,
	remark TEXT NOT NULL DEFAULT '',
	account BIGINT NOT NULL,
	made BIGINT NOT NULL
);
CREATE INDEX end_ledger_training ON end_ledger (training);

CREATE TABLE training_event (
	id SERIAL_ID,
	admission BIGINT NOT NULL,
	training BIGINT,
	event TEXT NOT NULL,
	day TEXT NOT NULL,
	was TEXT NOT NULL,
	became TEXT NOT NULL,
	document TEXT NOT NULL DEFAULT '',
	remark TEXT NOT NULL DEFAULT '',
	account BIGINT NOT NULL,
	made BIGINT NOT NULL
);
CREATE INDEX training_event_admission ON training_event (admission, id);

-- What a rule found, as it was found.  Never changed: a correction is a new row that names the old one.
CREATE TABLE decision (
	id SERIAL_ID,
	admission BIGINT NOT NULL,
	rule TEXT NOT NULL,
	plan TEXT NOT NULL DEFAULT '',
	result TEXT NOT NULL,
	code TEXT NOT NULL DEFAULT '',
	reasons TEXT NOT NULL,
	inputs TEXT NOT NULL DEFAULT '',
	record BIGINT,
	account BIGINT NOT NULL,
	made BIGINT NOT NULL,
	corrects BIGINT
);
CREATE INDEX decision_admission ON decision (admission, id);
CREATE INDEX decision_record ON decision (record);

-- The deadlines whose days a new calendar moves, of one piece and within one transaction: empty outside of it.
-- small: deadline_moving
CREATE TABLE deadline_moving (
	id BIGINT PRIMARY KEY,
	due TEXT NOT NULL,
	provisional INTEGER NOT NULL
);
