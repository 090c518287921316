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
