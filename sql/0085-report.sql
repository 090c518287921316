-- 查看特定統計報表: which reports of which agencies an account of 身份「統計報表」 sees.
-- small: report_grant

-- report: its name; below: with the agencies below; person_lists: the persons behind the numbers too.  Days both included.  LEARN-705
CREATE TABLE report_grant (
	id SERIAL_ID,
	account BIGINT NOT NULL REFERENCES account (id),
	report TEXT NOT NULL,
	agency BIGINT NOT NULL REFERENCES agency (id),
	below INTEGER NOT NULL DEFAULT 0,
	person_lists INTEGER NOT NULL DEFAULT 0,
	reason TEXT NOT NULL DEFAULT '',
	given_by BIGINT NOT NULL,
	given_at BIGINT NOT NULL,
	UNIQUE (account, report, agency)
);

-- 開課狀況統計 and 課程執行情形表 go from the agencies to their courses by day.
CREATE INDEX course_started ON course (agency, start_at, category, mode, enroll_method, cancelled, deleted, batch);
CREATE INDEX course_ended ON course (agency, end_at);

-- 參與決策評量表: the records of those who decide, so that a category of a year is read from the index alone.
CREATE INDEX hours_record_decision ON hours_record (roc_year, agency, category, person, sex, review, batch)
 WHERE is_supervisor = 1 AND cert = 1 AND deleted IS NULL;
