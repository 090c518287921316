-- 開課狀況統計, 課程執行情形表: what is kept of the courses of an agency and year, so that these reports read no course and no record.
-- small: course_dirty

-- Courses of an agency that lie in this time have changed, or who is registered for them, or their records.  Append only: nobody queues.
CREATE TABLE course_dirty (
	id SERIAL_ID,
	agency BIGINT NOT NULL,
	start_at BIGINT NOT NULL,
	end_at BIGINT NOT NULL
);
CREATE INDEX course_dirty_agency ON course_dirty (agency, start_at, end_at);
INSERT INTO course_dirty (agency, start_at, end_at) SELECT DISTINCT agency, 0, 9999999999 FROM course;

-- categories, ranks: sums of the courses that end in the year, by 課程類別 and by 職等; facts: of the courses that begin or end in it.
CREATE TABLE course_block (
	roc_year INTEGER NOT NULL,
	agency BIGINT NOT NULL,
	categories BYTES NOT NULL,
	ranks BYTES NOT NULL,
	facts BYTES NOT NULL,
	PRIMARY KEY (roc_year, agency)
)
-- only: sqlite
WITHOUT ROWID
-- end
;
-- The same sums by 課程類別 and 職等 together, which are ten times as many.
CREATE TABLE course_cell (
	roc_year INTEGER NOT NULL,
	agency BIGINT NOT NULL,
	cells BYTES NOT NULL,
	PRIMARY KEY (roc_year, agency)
);
-- only: postgresql
ALTER TABLE course_block ALTER categories SET STORAGE EXTERNAL, ALTER ranks SET STORAGE EXTERNAL, ALTER facts SET STORAGE EXTERNAL;
ALTER TABLE course_cell ALTER cells SET STORAGE EXTERNAL;
-- end
