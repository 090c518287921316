-- Counts that are kept for the reports on the person's basis of 終身學習 (doc/decisions/0012), and what they are judged by.
-- small: tally_dirty tally_year tally_setting tally_topic tally_group

-- What a year asks for: business-related hours (minimum); the goals of 績效考評, percent (hours for the first), NULL: none.
-- A year without a row is judged as the one before it.                                                    LEARN-472, 503
CREATE TABLE tally_setting (
	id SERIAL_ID,
	roc_year INTEGER NOT NULL UNIQUE,
	minimum INTEGER NOT NULL,
	goal_hours INTEGER,
	goal_digital INTEGER,
	goal_reached INTEGER,
	goal_required INTEGER,
	goal_professional INTEGER,
	version BIGINT NOT NULL DEFAULT 1
);

-- 必須完成課程: topics of a year.  parent: the code of the topic that it is a part of, "" for none; categories: codes of 課程類別, divided by
-- blanks; a topic that others are parts of has neither hours nor categories of its own.                   LEARN-472
CREATE TABLE tally_topic (
	id SERIAL_ID,
	roc_year INTEGER NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	parent TEXT NOT NULL DEFAULT '',
	hours INTEGER NOT NULL DEFAULT 0,
	categories TEXT NOT NULL DEFAULT '',
	sort_no INTEGER NOT NULL DEFAULT 0,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (roc_year, code)
);

-- 人員類別 of the statistics, from 人員區分 and 官等 ("": whatever it is); roc_year: from this year on.    LEARN-482, 12.4
CREATE TABLE tally_group (
	id SERIAL_ID,
	roc_year INTEGER NOT NULL,
	class_code TEXT NOT NULL,
	grade TEXT NOT NULL DEFAULT '',
	staff_group TEXT NOT NULL,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (roc_year, class_code, grade)
);

-- How far a year is: judged: of which day its cards are; upto: of a pass over all persons, whose last was this one; whole: no pass is under way.
CREATE TABLE tally_year (
	roc_year INTEGER PRIMARY KEY,
	judged TEXT NOT NULL,
	upto BIGINT NOT NULL DEFAULT 0,
	whole INTEGER NOT NULL DEFAULT 0
);

-- Who has to be judged anew: a row is added with the change, taken away with what follows from it.  roc_year 0: in every year;
-- person 0: everybody; person -1: nobody, but the tree of agencies is another one.
CREATE TABLE tally_dirty (
	id SERIAL_ID,
	roc_year INTEGER NOT NULL,
	person BIGINT NOT NULL
);

-- What a person adds to the counts of a year: where (agency of the main posting), as what (slot) and what (figures, packed: pack.c).
CREATE TABLE tally_card (
	roc_year INTEGER NOT NULL,
	person BIGINT NOT NULL,
	agency BIGINT NOT NULL,
	slot INTEGER NOT NULL,
	figures BYTES NOT NULL,
	PRIMARY KEY (roc_year, person)
)
-- only: sqlite
WITHOUT ROWID
-- end
;
CREATE INDEX tally_card_agency ON tally_card (roc_year, agency);

-- The sums of cards.  kind 0: of an agency (slot 0), 1: of an agency by slot, 2: of an agency that has others below it with these, by slot
-- (agency 0: of all).
CREATE TABLE tally_count (
	roc_year INTEGER NOT NULL,
	kind INTEGER NOT NULL,
	agency BIGINT NOT NULL,
	slot INTEGER NOT NULL,
	figures BYTES NOT NULL,
	PRIMARY KEY (roc_year, kind, agency, slot)
)
-- only: sqlite
WITHOUT ROWID
-- end
;

-- Postings that begin or end on some days.
CREATE INDEX service_record_from ON service_record (from_day);
CREATE INDEX service_record_to ON service_record (to_day) WHERE to_day IS NOT NULL;
