-- 終身學習: registrations, what officers decide on them, and downloads that are asked for.

-- 學員: whose account it is.
ALTER TABLE account ADD COLUMN person BIGINT REFERENCES person (id);
CREATE INDEX account_person ON account (person) WHERE person IS NOT NULL;

-- last_seq: the sequence numbers given so far.  taken is 待審核 and 核可 together, approved the 核可 among them, rejected the 駁回;
-- all kept by whoever changes a registration, in the same statement that asks whether there is room.               LEARN-220
ALTER TABLE course ADD COLUMN last_seq INTEGER NOT NULL DEFAULT 0;
ALTER TABLE course ADD COLUMN approved INTEGER NOT NULL DEFAULT 0;
ALTER TABLE course ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0;
CREATE INDEX course_undecided ON course (agency, end_at) WHERE taken > approved;

-- 報名.  source: online, nomination.  state: pending (待審核), approved (核可), rejected (駁回), withdrawn (取消); 逾期未審 and 課程停開 follow
-- from the course and stand nowhere.  agency, unit, title, rank, person_class, is_supervisor: as they were when the person registered (title,
-- rank, person_class: rows of code_item).  hours: the hours record that it was transferred to.                    LEARN SM-2, 11.3
CREATE TABLE registration (
	id SERIAL_ID,
	course BIGINT NOT NULL REFERENCES course (id),
	person BIGINT NOT NULL REFERENCES person (id),
	seq_no INTEGER NOT NULL,
	source TEXT NOT NULL,
	nominating_agency BIGINT REFERENCES agency (id),
	batch BIGINT,
	state TEXT NOT NULL DEFAULT 'pending',
	decided BIGINT,
	decided_by BIGINT,
	reject_reason TEXT NOT NULL DEFAULT '',
	lodging TEXT NOT NULL DEFAULT '',
	meal TEXT NOT NULL DEFAULT '',
	phone TEXT NOT NULL DEFAULT '',
	email TEXT NOT NULL DEFAULT '',
	agency BIGINT NOT NULL REFERENCES agency (id),
	unit TEXT NOT NULL DEFAULT '',
	title BIGINT,
	rank BIGINT,
	person_class BIGINT,
	is_supervisor INTEGER NOT NULL DEFAULT 0,
	hours BIGINT,
	created BIGINT NOT NULL,
	created_by BIGINT NOT NULL DEFAULT 0,
	version BIGINT NOT NULL DEFAULT 1
);
-- One live registration a person and course.
CREATE UNIQUE INDEX registration_live ON registration (course, person) WHERE state <> 'withdrawn';
CREATE INDEX registration_person ON registration (person, id);

-- 簽到表: the columns and the order that somebody last chose for a course.                                              LEARN-270
CREATE TABLE sheet_choice (
	account BIGINT NOT NULL,
	course BIGINT NOT NULL REFERENCES course (id),
	columns TEXT NOT NULL,
	sorted TEXT NOT NULL,
	PRIMARY KEY (account, course)
);
