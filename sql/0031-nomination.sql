-- 名冊線上報送 of 升官等訓練.
-- small: nomination nomination_step nomination_mark

-- What a batch of an import is for, where its kind says so.
ALTER TABLE import_batch ADD COLUMN subject BIGINT NOT NULL DEFAULT 0;

-- 名冊線上報送: one a 遴選機關, training and year.  batch: the import whose rows are the roster now.
CREATE TABLE nomination (
	id SERIAL_ID,
	type TEXT NOT NULL,
	year INTEGER NOT NULL,
	agency BIGINT NOT NULL REFERENCES agency (id),
	state TEXT NOT NULL DEFAULT 'none',
	batch BIGINT,
	submissions INTEGER NOT NULL DEFAULT 0,
	imported BIGINT,
	confirmed BIGINT,
	late INTEGER NOT NULL DEFAULT 0,
	returned BIGINT,
	return_kind TEXT NOT NULL DEFAULT '',
	return_reason TEXT NOT NULL DEFAULT '',
	return_batch BIGINT,
	resend_until TEXT,
	accepted BIGINT,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (type, year, agency)
);

-- The rows of every file that was taken in; those of files that were deleted or returned stay, as versions.
CREATE TABLE nomination_row (
	id SERIAL_ID,
	batch BIGINT NOT NULL,
	nomination BIGINT NOT NULL REFERENCES nomination (id),
	row_number BIGINT NOT NULL,
	serial TEXT NOT NULL,
	agency_code TEXT NOT NULL,
	agency_name TEXT NOT NULL,
	name TEXT NOT NULL,
	national_id TEXT NOT NULL,
	sex TEXT NOT NULL,
	birth_date TEXT NOT NULL,
	title TEXT NOT NULL,
	pay TEXT NOT NULL,
	route TEXT NOT NULL,
	since TEXT NOT NULL,
	grade_3 TEXT NOT NULL,
	grade_2 TEXT NOT NULL,
	grade_1 TEXT NOT NULL,
	promotion_order BIGINT NOT NULL,
	score TEXT NOT NULL,
	place BIGINT NOT NULL,
	outcome TEXT NOT NULL,
	origin TEXT NOT NULL,
	cost TEXT NOT NULL,
	remark TEXT NOT NULL,
	checked INTEGER NOT NULL
);
CREATE INDEX nomination_row_batch ON nomination_row (batch, row_number);
CREATE INDEX nomination_row_nomination ON nomination_row (nomination);
CREATE INDEX nomination_row_person ON nomination_row (national_id);

-- What 保訓會 marked when it sent a roster back.
CREATE TABLE nomination_mark (
	id SERIAL_ID,
	nomination BIGINT NOT NULL REFERENCES nomination (id),
	batch BIGINT NOT NULL,
	row_number BIGINT NOT NULL,
	field TEXT NOT NULL DEFAULT '',
	reason TEXT NOT NULL
);
CREATE INDEX nomination_mark_batch ON nomination_mark (batch, row_number);

-- What was done with a roster, the oldest first.
CREATE TABLE nomination_step (
	id SERIAL_ID,
	nomination BIGINT NOT NULL REFERENCES nomination (id),
	act TEXT NOT NULL,
	batch BIGINT,
	account BIGINT NOT NULL,
	reason TEXT NOT NULL DEFAULT '',
	at BIGINT NOT NULL
);
CREATE INDEX nomination_step_nomination ON nomination_step (nomination, id);
