-- Classes of 升官等訓練, 報到 to them, leave and 曠課 by the hour.  Who is in which class stands with the participant.
-- Hours are whole hundredths of one, exact.
-- small: training_class

CREATE TABLE training_class (
	id SERIAL_ID,
	type TEXT NOT NULL,
	year INTEGER NOT NULL,
	name TEXT NOT NULL,
	institute BIGINT NOT NULL REFERENCES agency (id),
	start_day TEXT NOT NULL,
	end_day TEXT NOT NULL,
	course BIGINT NOT NULL,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (type, year, name)
);
CREATE INDEX training_class_institute ON training_class (institute, type, year);

-- The day of 報到.
CREATE TABLE class_report (
	participant BIGINT PRIMARY KEY REFERENCES participant (id),
	class BIGINT NOT NULL REFERENCES training_class (id),
	reported TEXT NOT NULL
);
CREATE INDEX class_report_class ON class_report (class);

-- What a file says of participants, until its batch is shown; version: the participant's before it.
CREATE TABLE class_member_change (
	batch BIGINT NOT NULL,
	participant BIGINT NOT NULL,
	version BIGINT NOT NULL,
	class BIGINT NOT NULL,
	class_before BIGINT,
	reported TEXT,
	PRIMARY KEY (batch, participant)
);

-- Leave and 曠課, one entry a day and cause; never changed, only voided.  counts: listed (a cause of 停止訓練 by the year's parameters),
-- other or truancy.
CREATE TABLE class_leave (
	id SERIAL_ID,
	participant BIGINT NOT NULL REFERENCES participant (id),
	class BIGINT NOT NULL REFERENCES training_class (id),
	day TEXT NOT NULL,
	cause TEXT NOT NULL,
	counts TEXT NOT NULL,
	hours BIGINT NOT NULL,
	remark TEXT NOT NULL DEFAULT '',
	account BIGINT NOT NULL,
	made BIGINT NOT NULL,
	batch BIGINT,
	voided BIGINT,
	voided_by BIGINT,
	void_reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX class_leave_participant ON class_leave (participant, day);
CREATE INDEX class_leave_class ON class_leave (class, day);
CREATE INDEX class_leave_batch ON class_leave (batch) WHERE batch IS NOT NULL;

-- What people see: not those of a file that is still being stored.
CREATE VIEW class_leave_seen AS
SELECT l.* FROM class_leave l LEFT JOIN import_batch b ON b.id = l.batch WHERE coalesce(b.hidden, 0) = 0;

-- The sums of each participant who has any, in hundredths of an hour.
CREATE VIEW class_hours AS
SELECT participant, class, CAST(coalesce(sum(CASE WHEN counts = 'listed' THEN hours END), 0) AS BIGINT) AS listed,
	CAST(coalesce(sum(CASE WHEN counts = 'other' THEN hours END), 0) AS BIGINT) AS other,
	CAST(coalesce(sum(CASE WHEN counts = 'truancy' THEN hours END), 0) AS BIGINT) AS truancy
  FROM class_leave_seen WHERE voided IS NULL GROUP BY participant, class;
