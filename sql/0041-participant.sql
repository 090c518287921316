-- 升官等訓練: who takes part, from the acceptance of the roster on.

-- One person in one training of one year.  agency: 服務機關 (the 遴選機關, where the roster's code is no agency's); selector: 遴選機關;
-- institute: the agency that runs the class.  nominee: the roster's row.  substitute_of: whose place this person took; makeup_of: the
-- earlier participation that is made up for.  place: 受訓序列.
CREATE TABLE participant (
	id SERIAL_ID,
	type TEXT NOT NULL,
	year INTEGER NOT NULL,
	national_id TEXT NOT NULL,
	name TEXT NOT NULL,
	sex TEXT NOT NULL DEFAULT '',
	birth_date TEXT,
	title TEXT NOT NULL DEFAULT '',
	selector BIGINT NOT NULL REFERENCES agency (id),
	agency BIGINT NOT NULL REFERENCES agency (id),
	agency_code TEXT NOT NULL,
	agency_name TEXT NOT NULL,
	institute BIGINT REFERENCES agency (id),
	class BIGINT,
	class_from TEXT,
	class_until TEXT,
	nominee BIGINT,
	outcome TEXT NOT NULL,
	origin TEXT NOT NULL,
	cost TEXT NOT NULL,
	place BIGINT NOT NULL DEFAULT 0,
	substitute_of BIGINT,
	makeup_of BIGINT,
	state TEXT NOT NULL,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (national_id, type, year)
);
CREATE INDEX participant_selector ON participant (selector, type, year);
CREATE INDEX participant_agency ON participant (agency, type, year);
CREATE INDEX participant_institute ON participant (institute, type, year);
CREATE INDEX participant_class ON participant (class);
CREATE INDEX participant_state ON participant (state, type, year);

-- What happened to a participant, the oldest first.  record: of life_record, where one led to it.
CREATE TABLE participant_event (
	id SERIAL_ID,
	participant BIGINT NOT NULL REFERENCES participant (id),
	event TEXT NOT NULL,
	day TEXT NOT NULL,
	was TEXT NOT NULL,
	became TEXT NOT NULL,
	document TEXT NOT NULL DEFAULT '',
	remark TEXT NOT NULL DEFAULT '',
	record BIGINT,
	account BIGINT NOT NULL,
	made BIGINT NOT NULL
);
CREATE INDEX participant_event_participant ON participant_event (participant, id);
