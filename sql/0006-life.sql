-- What happens in a trainee's life: records of many kinds, the acts done on them, their papers.  data, answers: JSON by the kind's fields.
-- see, sensitive, at_agency: who may find it in a list, as the kind declares it.

CREATE TABLE life_record (
	id SERIAL_ID,
	kind TEXT NOT NULL,
	admission BIGINT NOT NULL,
	training BIGINT,
	agency BIGINT NOT NULL,
	state TEXT NOT NULL,
	day TEXT NOT NULL,
	data TEXT NOT NULL,
	state_label TEXT NOT NULL DEFAULT '',
	summary TEXT NOT NULL DEFAULT '',
	see BIGINT NOT NULL DEFAULT 0,
	sensitive INTEGER NOT NULL DEFAULT 0,
	at_agency INTEGER NOT NULL DEFAULT 0,
	voided BIGINT,
	version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX life_record_admission ON life_record (admission, day, id);
CREATE INDEX life_record_kind ON life_record (agency, kind, state);

CREATE TABLE life_step (
	id SERIAL_ID,
	record BIGINT NOT NULL REFERENCES life_record (id),
	act TEXT NOT NULL,
	became TEXT NOT NULL,
	answers TEXT NOT NULL DEFAULT '',
	changed TEXT NOT NULL DEFAULT '',
	reason TEXT NOT NULL DEFAULT '',
	account BIGINT NOT NULL,
	made BIGINT NOT NULL
);
CREATE INDEX life_step_record ON life_step (record, id);

CREATE TABLE life_file (
	id SERIAL_ID,
	record BIGINT NOT NULL REFERENCES life_record (id),
	slot TEXT NOT NULL,
	file BIGINT NOT NULL,
	name TEXT NOT NULL,
	size BIGINT NOT NULL,
	sha256 TEXT NOT NULL,
	account BIGINT NOT NULL,
	made BIGINT NOT NULL
);
CREATE INDEX life_file_record ON life_file (record, id);

-- Who may act for one trainee: 輔導員, 單位主管.  A person whom a record is about as the accused is shut out of it.
CREATE TABLE trainee_grant (
	id SERIAL_ID,
	admission BIGINT NOT NULL,
	account BIGINT NOT NULL,
	role TEXT NOT NULL,
	from_day TEXT NOT NULL,
	to_day TEXT,
	version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX trainee_grant_admission ON trainee_grant (admission);
CREATE INDEX trainee_grant_account ON trainee_grant (account);

-- What others have built on an admission: now these, too.
DROP VIEW admission_built_on;
CREATE VIEW admission_built_on (admission) AS
SELECT admission FROM plan_form UNION ALL SELECT admission FROM plan_form_file UNION ALL SELECT admission FROM report_entry_row
UNION ALL SELECT admission FROM trainee_state UNION ALL SELECT admission FROM life_record UNION ALL SELECT admission FROM trainee_grant;
