-- Rows of files of 機關 and 內部單位, until they are shown.  agency and unit NULL: a new one; else that one is filled in.
CREATE TABLE agency_stage (
	id SERIAL_ID,
	batch BIGINT NOT NULL,
	agency BIGINT,
	version BIGINT,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	parent_code TEXT NOT NULL,
	is_enterprise INTEGER NOT NULL,
	is_opening INTEGER NOT NULL,
	active INTEGER NOT NULL
);
CREATE INDEX agency_stage_batch ON agency_stage (batch, agency);

CREATE TABLE unit_stage (
	id SERIAL_ID,
	batch BIGINT NOT NULL,
	unit BIGINT,
	version BIGINT,
	agency BIGINT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	sort_no INTEGER NOT NULL,
	active INTEGER NOT NULL
);
CREATE INDEX unit_stage_batch ON unit_stage (batch, unit);
