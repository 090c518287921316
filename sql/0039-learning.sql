-- 終身學習: where everybody serves, by dates; the code tables of 總處; the courses.
-- small: unit code_item

-- is_enterprise: 事業機構.  is_opening: 開課機關.
ALTER TABLE agency ADD COLUMN is_enterprise INTEGER NOT NULL DEFAULT 0;
ALTER TABLE agency ADD COLUMN is_opening INTEGER NOT NULL DEFAULT 1;

-- 內部單位
CREATE TABLE unit (
	id SERIAL_ID,
	agency BIGINT NOT NULL REFERENCES agency (id),
	code TEXT NOT NULL DEFAULT '',
	name TEXT NOT NULL,
	sort_no INTEGER NOT NULL DEFAULT 0,
	active INTEGER NOT NULL DEFAULT 1,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (agency, name)
);

-- A code of a table of 總處 is ended, never removed.  attribute: what the table says of it besides (四大課程類別 of a category, 官等 of a
-- rank).                                                                                                                LEARN-017
CREATE TABLE code_item (
	id SERIAL_ID,
	table_code TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	attribute TEXT NOT NULL DEFAULT '',
	sort_no INTEGER NOT NULL DEFAULT 0,
	valid_from TEXT,
	valid_to TEXT,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (table_code, code)
);

-- 任職紀錄.  title, rank, person_class: rows of code_item.  status: active, on_leave (留職停薪), left.  from_day … to_day both included;
-- to_day NULL: it lasts.  Main postings of one person never overlap.                                                    LEARN-037
CREATE TABLE service_record (
	id SERIAL_ID,
	person BIGINT NOT NULL REFERENCES person (id),
	agency BIGINT NOT NULL REFERENCES agency (id),
	unit BIGINT REFERENCES unit (id),
	title BIGINT,
	rank BIGINT,
	person_class BIGINT,
	is_supervisor INTEGER NOT NULL DEFAULT 0,
	is_main INTEGER NOT NULL DEFAULT 1,
	status TEXT NOT NULL DEFAULT 'active',
	from_day TEXT NOT NULL,
	to_day TEXT,
	version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX service_record_person ON service_record (person, from_day);
CREATE INDEX service_record_agency ON service_record (agency, from_day);

-- 會員: how long a person has been one; how to be reached.
ALTER TABLE person ADD COLUMN member_since TEXT;
ALTER TABLE person ADD COLUMN member_until TEXT;
ALTER TABLE person ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN phone TEXT NOT NULL DEFAULT '';

-- 課程.  Moments are seconds; mode: digital, physical, blended; unit_of_amount: hour, day, credit; hours are whole hours after conversion;
-- enroll_method: nominate, free, closed.  taken: live registrations that hold a place, kept by who changes them.         LEARN-213 …
CREATE TABLE course (
	id SERIAL_ID,
	agency BIGINT NOT NULL REFERENCES agency (id),
	course_code TEXT NOT NULL,
	term_no INTEGER NOT NULL,
	name TEXT NOT NULL,
	name_key TEXT NOT NULL DEFAULT '',
	roc_year INTEGER NOT NULL,
	category BIGINT NOT NULL,
	mode TEXT NOT NULL,
	amount INTEGER NOT NULL,
	unit_of_amount TEXT NOT NULL,
	certified_hours INTEGER NOT NULL,
	digital_hours INTEGER NOT NULL,
	physical_hours INTEGER NOT NULL,
	start_at BIGINT NOT NULL,
	end_at BIGINT NOT NULL,
	start_timed INTEGER NOT NULL DEFAULT 0,
	end_timed INTEGER NOT NULL DEFAULT 0,
	time_note TEXT NOT NULL DEFAULT '',
	place TEXT NOT NULL DEFAULT '',
	enroll_method TEXT NOT NULL,
	enroll_from BIGINT,
	enroll_to BIGINT,
	online_from BIGINT,
	offline_at BIGINT,
	quota INTEGER,
	quota_hard INTEGER NOT NULL DEFAULT 0,
	taken INTEGER NOT NULL DEFAULT 0,
	fee INTEGER NOT NULL DEFAULT 0,
	agency_limit TEXT NOT NULL DEFAULT '',
	survey_lodging INTEGER NOT NULL DEFAULT 0,
	survey_meal INTEGER NOT NULL DEFAULT 0,
	intro TEXT NOT NULL DEFAULT '',
	contact_name TEXT NOT NULL DEFAULT '',
	contact_phone TEXT NOT NULL DEFAULT '',
	contact_email TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	cancelled BIGINT,
	cancel_reason TEXT NOT NULL DEFAULT '',
	transferred BIGINT,
	deleted BIGINT,
	deleted_by BIGINT,
	delete_reason TEXT NOT NULL DEFAULT '',
	batch BIGINT,
	created BIGINT NOT NULL,
	created_by BIGINT NOT NULL DEFAULT 0,
	version BIGINT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX course_key ON course (agency, course_code, term_no) WHERE deleted IS NULL;
CREATE INDEX course_end ON course (end_at);
CREATE INDEX course_agency ON course (agency, created);
