-- 請證 by file: what a file changes on trainees who are there, with what was there before; the same of 教育訓練成績.

-- side 0: before, 1: as in the file.  version: of the data before.
CREATE TABLE certificate_change (
	batch BIGINT NOT NULL,
	admission BIGINT NOT NULL,
	side INTEGER NOT NULL,
	version BIGINT NOT NULL,
	identity TEXT NOT NULL,
	identity_proof INTEGER NOT NULL,
	score TEXT NOT NULL,
	practical_start TEXT,
	practical_end TEXT,
	remark TEXT NOT NULL,
	PRIMARY KEY (batch, admission, side)
);

-- version: of the admission before.
CREATE TABLE education_change (
	batch BIGINT NOT NULL,
	admission BIGINT NOT NULL,
	version BIGINT NOT NULL,
	score TEXT NOT NULL,
	before_score TEXT NOT NULL,
	PRIMARY KEY (batch, admission)
);
