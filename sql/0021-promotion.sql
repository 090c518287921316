-- 升官等訓練: who selects, the call of a year, what became of people in earlier years, who is eligible.
-- type is an id of promotion_types (zuo_to_zheng …); year is a 民國 year; figures with fractions are text, exact.
-- small: promotion_selector promotion_call promotion_share

-- 遴選機關, each for the trainings and the years for which it selects.
CREATE TABLE promotion_selector (
	id SERIAL_ID,
	type TEXT NOT NULL,
	agency BIGINT NOT NULL REFERENCES agency (id),
	from_year INTEGER NOT NULL,
	until_year INTEGER,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (type, agency, from_year)
);

-- The yearly call; released: the 遴選機關 see it.
CREATE TABLE promotion_call (
	id SERIAL_ID,
	type TEXT NOT NULL,
	year INTEGER NOT NULL,
	ratio TEXT NOT NULL DEFAULT '',
	deadline TEXT,
	letter TEXT NOT NULL DEFAULT '',
	letter_day TEXT,
	committee INTEGER NOT NULL DEFAULT 1,
	released INTEGER NOT NULL DEFAULT 0,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (type, year)
);

-- Column A of the statement, as 保訓會 publishes it.
CREATE TABLE promotion_share (
	id SERIAL_ID,
	type TEXT NOT NULL,
	year INTEGER NOT NULL,
	agency BIGINT NOT NULL REFERENCES agency (id),
	carried_in TEXT NOT NULL,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (type, year, agency)
);

-- What became of people in a training, also before this program was there.
CREATE TABLE promotion_result (
	id SERIAL_ID,
	type TEXT NOT NULL,
	year INTEGER NOT NULL,
	national_id TEXT NOT NULL,
	name TEXT NOT NULL,
	outcome TEXT NOT NULL,
	cause TEXT NOT NULL DEFAULT '',
	at_fault TEXT NOT NULL DEFAULT '',
	delivered TEXT,
	filled TEXT NOT NULL DEFAULT '',
	letter TEXT NOT NULL DEFAULT '',
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (national_id, type, year, outcome)
);

-- One person's 參訓資格 of a year.  agency: where the person serves; selector: the 遴選機關 that selects this person.
CREATE TABLE promotion_candidate (
	id SERIAL_ID,
	type TEXT NOT NULL,
	year INTEGER NOT NULL,
	national_id TEXT NOT NULL,
	name TEXT NOT NULL,
	agency BIGINT NOT NULL REFERENCES agency (id),
	former BIGINT,
	moved_on TEXT,
	selector BIGINT NOT NULL REFERENCES agency (id),
	post TEXT NOT NULL DEFAULT '',
	confirmed TEXT NOT NULL DEFAULT '',
	top_step_on TEXT,
	senior_pay TEXT NOT NULL DEFAULT '',
	grade_3 TEXT NOT NULL DEFAULT '',
	grade_2 TEXT NOT NULL DEFAULT '',
	grade_1 TEXT NOT NULL DEFAULT '',
	exam TEXT NOT NULL DEFAULT '',
	exam_grade INTEGER,
	school TEXT NOT NULL DEFAULT '',
	since TEXT,
	breaks TEXT NOT NULL DEFAULT '',
	result TEXT NOT NULL DEFAULT '',
	elements TEXT NOT NULL DEFAULT '',
	result_before TEXT NOT NULL DEFAULT '',
	preview INTEGER,
	decided TEXT NOT NULL DEFAULT '',
	decided_letter TEXT NOT NULL DEFAULT '',
	decided_day TEXT,
	decided_why TEXT NOT NULL DEFAULT '',
	batch BIGINT,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (type, year, national_id)
);
CREATE INDEX promotion_candidate_selector ON promotion_candidate (selector, type, year);
CREATE INDEX promotion_candidate_agency ON promotion_candidate (agency, type, year);
CREATE INDEX promotion_candidate_person ON promotion_candidate (national_id);

-- What a file changes on candidates that are there: the new values (old 0) until the batch is shown, and what they were (old 1).
CREATE TABLE promotion_candidate_change (
	batch BIGINT NOT NULL,
	candidate BIGINT NOT NULL,
	old INTEGER NOT NULL,
	version BIGINT NOT NULL,
	name TEXT NOT NULL,
	agency BIGINT NOT NULL,
	former BIGINT,
	moved_on TEXT,
	selector BIGINT NOT NULL,
	post TEXT NOT NULL,
	confirmed TEXT NOT NULL,
	top_step_on TEXT,
	senior_pay TEXT NOT NULL,
	grade_3 TEXT NOT NULL,
	grade_2 TEXT NOT NULL,
	grade_1 TEXT NOT NULL,
	exam TEXT NOT NULL,
	exam_grade INTEGER,
	school TEXT NOT NULL,
	since TEXT,
	breaks TEXT NOT NULL,
	result TEXT NOT NULL,
	elements TEXT NOT NULL,
	preview INTEGER,
	PRIMARY KEY (batch, candidate, old)
);

-- Candidates as people see them: not those of a file that is just being stored.  standing: what a person decided, else what was found.
CREATE VIEW candidate AS
SELECT c.*, g.code AS agency_code, g.name AS agency_name, f.code AS former_code, s.code AS selector_code, s.name AS selector_name,
	CASE WHEN c.decided <> '' THEN c.decided ELSE c.result END AS standing
  FROM promotion_candidate c JOIN agency g ON g.id = c.agency JOIN agency s ON s.id = c.selector LEFT JOIN agency f ON f.id = c.former
  LEFT JOIN import_batch b ON b.id = c.batch
 WHERE coalesce(b.hidden, 0) = 0;
