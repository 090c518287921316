-- Records of other subjects than trainees: subject_kind and subject say whom a record is about.  admission stays for trainees, 0 for others.
-- see is what the present state allows.

ALTER TABLE life_record ADD COLUMN subject_kind TEXT NOT NULL DEFAULT 'trainee';
ALTER TABLE life_record ADD COLUMN subject BIGINT NOT NULL DEFAULT 0;
UPDATE life_record SET subject = admission;
CREATE INDEX life_record_subject ON life_record (subject_kind, subject, day, id);

-- Who moved up in whose place.
CREATE INDEX participant_substitute ON participant (substitute_of) WHERE substitute_of IS NOT NULL;
CREATE INDEX participant_year ON participant (year, type);

-- Of which deadline has somebody been told, so many days before it (-1: that it was missed).
CREATE TABLE change_reminder (
	deadline BIGINT NOT NULL,
	days INTEGER NOT NULL,
	PRIMARY KEY (deadline, days)
);
