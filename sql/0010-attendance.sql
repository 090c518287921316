-- Leave and absence by day: what a record of several days comes to, kept with it.

CREATE TABLE leave_day (
	record BIGINT NOT NULL REFERENCES life_record (id),
	day TEXT NOT NULL,
	admission BIGINT NOT NULL,
	agency BIGINT NOT NULL,
	kind TEXT NOT NULL,
	phase TEXT NOT NULL,
	hours INTEGER NOT NULL,
	PRIMARY KEY (record, day)
);
CREATE INDEX leave_day_agency ON leave_day (agency, day, record);
CREATE INDEX leave_day_admission ON leave_day (admission, day);

-- An account that must not see a record: who is accused in it.
ALTER TABLE life_record ADD COLUMN shut_out BIGINT;
