-- 終身學習: subjects, instructors, what is taught in a course and by whom.
-- small: subject

-- As they are searched: folded, in capitals.                                                                            LEARN-005
ALTER TABLE course ADD COLUMN name_search TEXT NOT NULL DEFAULT '';

-- Courses as people see them: not deleted ones, nor those of a file that is just being stored.
CREATE VIEW course_shown AS
SELECT c.*, g.code AS agency_code, g.name AS agency_name, coalesce(k.code, '') AS category_code, coalesce(k.name, '') AS category_name
  FROM course c JOIN agency g ON g.id = c.agency LEFT JOIN code_item k ON k.id = c.category LEFT JOIN import_batch b ON b.id = c.batch
 WHERE c.deleted IS NULL AND coalesce(b.hidden, 0) = 0;

-- 科目
CREATE TABLE subject (
	id SERIAL_ID,
	agency BIGINT NOT NULL REFERENCES agency (id),
	name TEXT NOT NULL,
	UNIQUE (agency, name)
);

-- 講師.  agency: who keeps the entry.  expertise_1 … 3: codes of the categories.  subject_search: 可授科目 1 to 5 as they are searched,
-- a line each.  to_be_completed: 資料待補, entered by name alone.                                                       LEARN-226, 242
CREATE TABLE instructor (
	id SERIAL_ID,
	agency BIGINT NOT NULL REFERENCES agency (id),
	name TEXT NOT NULL,
	name_key TEXT NOT NULL DEFAULT '',
	name_search TEXT NOT NULL DEFAULT '',
	subject_1 TEXT NOT NULL,
	subject_2 TEXT NOT NULL DEFAULT '',
	subject_3 TEXT NOT NULL DEFAULT '',
	subject_4 TEXT NOT NULL DEFAULT '',
	subject_5 TEXT NOT NULL DEFAULT '',
	subject_search TEXT NOT NULL DEFAULT '',
	national_id TEXT NOT NULL DEFAULT '',
	sex TEXT NOT NULL DEFAULT '',
	org_name TEXT NOT NULL DEFAULT '',
	title TEXT NOT NULL DEFAULT '',
	education TEXT NOT NULL DEFAULT '',
	experience TEXT NOT NULL DEFAULT '',
	expertise_1 TEXT NOT NULL DEFAULT '',
	expertise_2 TEXT NOT NULL DEFAULT '',
	expertise_3 TEXT NOT NULL DEFAULT '',
	phone TEXT NOT NULL DEFAULT '',
	mobile TEXT NOT NULL DEFAULT '',
	email TEXT NOT NULL DEFAULT '',
	address TEXT NOT NULL DEFAULT '',
	is_public INTEGER NOT NULL DEFAULT 0,
	contact_public INTEGER NOT NULL DEFAULT 0,
	to_be_completed INTEGER NOT NULL DEFAULT 0,
	note TEXT NOT NULL DEFAULT '',
	deleted BIGINT,
	deleted_by BIGINT,
	delete_reason TEXT NOT NULL DEFAULT '',
	batch BIGINT,
	updated BIGINT NOT NULL,
	version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX instructor_agency ON instructor (agency, name_key);
CREATE INDEX instructor_public ON instructor (name_key) WHERE is_public = 1;
CREATE INDEX instructor_name ON instructor (name);

CREATE VIEW instructor_shown AS
SELECT i.*, g.code AS agency_code, g.name AS agency_name
  FROM instructor i JOIN agency g ON g.id = i.agency LEFT JOIN import_batch b ON b.id = i.batch
 WHERE i.deleted IS NULL AND coalesce(b.hidden, 0) = 0;

-- 課程科目講師.  class_date "" and times "": not said.
CREATE TABLE course_subject (
	id SERIAL_ID,
	course BIGINT NOT NULL REFERENCES course (id),
	seq INTEGER NOT NULL,
	subject BIGINT NOT NULL REFERENCES subject (id),
	instructor BIGINT NOT NULL REFERENCES instructor (id),
	hours INTEGER,
	class_date TEXT NOT NULL DEFAULT '',
	from_time TEXT NOT NULL DEFAULT '',
	to_time TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	batch BIGINT,
	UNIQUE (course, subject, instructor, class_date, from_time)
);
CREATE INDEX course_subject_instructor ON course_subject (instructor);
