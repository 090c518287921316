-- 性別主流化訓練情形調查: rounds by 總處, a form a year and agency.
-- small: gender_round gender_category gender_excused

CREATE TABLE gender_round (
	roc_year INTEGER PRIMARY KEY,
	open_day TEXT NOT NULL,
	deadline TEXT NOT NULL,
	min_hours INTEGER NOT NULL DEFAULT 1,
	version BIGINT NOT NULL DEFAULT 1
);

-- The 課程類別 that are counted.
CREATE TABLE gender_category (
	roc_year INTEGER NOT NULL,
	category BIGINT NOT NULL,
	PRIMARY KEY (roc_year, category)
);

-- 「不須填報」 by 總處's list; an agency whose roster is empty need not either.                                          LEARN-564
CREATE TABLE gender_excused (
	roc_year INTEGER NOT NULL,
	agency BIGINT NOT NULL,
	PRIMARY KEY (roc_year, agency)
);

-- state: none (a new deadline alone), draft (暫存), sent (已送出).  deadline: of this agency alone.                       SM-7
CREATE TABLE gender_survey (
	id SERIAL_ID,
	roc_year INTEGER NOT NULL,
	agency BIGINT NOT NULL REFERENCES agency (id),
	state TEXT NOT NULL,
	deadline TEXT,
	submitted BIGINT,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (roc_year, agency)
);
CREATE INDEX gender_survey_agency ON gender_survey (agency, roc_year);

-- line 1 政務人員 2 一般公務人員－主管 3 一般公務人員－非主管 4 聘用約僱人員 5 其他專任人員; c_: as computed, r_: as reported.
CREATE TABLE gender_line (
	survey BIGINT NOT NULL REFERENCES gender_survey (id),
	line INTEGER NOT NULL,
	c_staff_m INTEGER NOT NULL,
	c_staff_f INTEGER NOT NULL,
	c_trained_m INTEGER NOT NULL,
	c_trained_f INTEGER NOT NULL,
	c_hours INTEGER NOT NULL,
	r_staff_m INTEGER NOT NULL,
	r_staff_f INTEGER NOT NULL,
	r_trained_m INTEGER NOT NULL,
	r_trained_f INTEGER NOT NULL,
	r_hours INTEGER NOT NULL,
	note TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (survey, line)
);
