-- 成績 of 升官等訓練: what the classes send, the total, 核定, who got the 成績單 when.  Scores are texts with two places, exact.

ALTER TABLE promotion_call ADD COLUMN training_percent TEXT NOT NULL DEFAULT '';

CREATE INDEX participant_training ON participant (type, year);

-- training_percent: by which the total was computed.  code: on the 成績單, known to its holder alone.
CREATE TABLE training_result (
	participant BIGINT PRIMARY KEY REFERENCES participant (id),
	training_score TEXT NOT NULL DEFAULT '',
	course_score TEXT NOT NULL DEFAULT '',
	total TEXT NOT NULL DEFAULT '',
	training_percent TEXT NOT NULL DEFAULT '',
	passed INTEGER,
	determined TEXT,
	receipt TEXT,
	code TEXT NOT NULL DEFAULT '',
	version BIGINT NOT NULL DEFAULT 1
);

-- What changed after 核定, and each day of receipt: the values before and after, the newest last.
CREATE TABLE result_change (
	id SERIAL_ID,
	participant BIGINT NOT NULL REFERENCES participant (id),
	what TEXT NOT NULL,
	before TEXT NOT NULL,
	after TEXT NOT NULL,
	reason TEXT NOT NULL DEFAULT '',
	document TEXT NOT NULL DEFAULT '',
	account BIGINT NOT NULL,
	made BIGINT NOT NULL
);
CREATE INDEX result_change_participant ON result_change (participant, id);

-- 核定, one a class.
CREATE TABLE class_determination (
	class BIGINT PRIMARY KEY REFERENCES training_class (id),
	day TEXT NOT NULL,
	document TEXT NOT NULL DEFAULT '',
	account BIGINT NOT NULL,
	made BIGINT NOT NULL
);

-- What a file says of scores, until its batch is shown.
CREATE TABLE result_import (
	batch BIGINT NOT NULL,
	participant BIGINT NOT NULL,
	version BIGINT NOT NULL,
	training_score TEXT NOT NULL,
	course_score TEXT NOT NULL,
	training_before TEXT NOT NULL,
	course_before TEXT NOT NULL,
	PRIMARY KEY (batch, participant)
);

-- Who asked on the public page, so that nobody asks too often.
CREATE TABLE result_look (
	id SERIAL_ID,
	address TEXT NOT NULL,
	made BIGINT NOT NULL
);
CREATE INDEX result_look_address ON result_look (address, made);
CREATE INDEX result_look_made ON result_look (made);
