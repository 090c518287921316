-- Uploads of many rows: what a batch read, made, changed and left for a person to decide.

ALTER TABLE import_batch ADD COLUMN lease BIGINT NOT NULL DEFAULT 0;
ALTER TABLE import_batch ADD COLUMN beat BIGINT NOT NULL DEFAULT 0;
ALTER TABLE import_batch ADD COLUMN dry INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_batch ADD COLUMN nightly INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_batch ADD COLUMN charset TEXT NOT NULL DEFAULT '';
ALTER TABLE import_batch ADD COLUMN result BIGINT;
ALTER TABLE import_batch ADD COLUMN errors BIGINT;
ALTER TABLE import_batch ADD COLUMN undo_left BIGINT NOT NULL DEFAULT 0;
CREATE INDEX import_batch_agency ON import_batch (agency, id);

-- What a batch made: the ids of a table's rows, in ranges; other rows may lie between, so each of ours also names the batch.
CREATE TABLE import_piece (
	batch BIGINT NOT NULL REFERENCES import_batch (id),
	number BIGINT NOT NULL,
	what TEXT NOT NULL,
	first BIGINT NOT NULL,
	last BIGINT NOT NULL,
	PRIMARY KEY (batch, number)
);

-- The first complaints, for the page; the result file has all of them.  severity: error, conflict or warning.
CREATE TABLE import_issue (
	batch BIGINT NOT NULL REFERENCES import_batch (id),
	number BIGINT NOT NULL,
	row_number BIGINT NOT NULL,
	field TEXT NOT NULL,
	code TEXT NOT NULL,
	text TEXT NOT NULL,
	severity TEXT NOT NULL,
	PRIMARY KEY (batch, number)
);

-- Rows that differ from what is stored, waiting for a person.  record: the file's cells, as JSON.
CREATE TABLE import_conflict (
	id SERIAL_ID,
	batch BIGINT NOT NULL REFERENCES import_batch (id),
	row_number BIGINT NOT NULL,
	about TEXT NOT NULL,
	difference TEXT NOT NULL,
	record TEXT NOT NULL,
	decision TEXT,
	decided BIGINT,
	decided_by BIGINT
);
CREATE INDEX import_conflict_batch ON import_conflict (batch, id);

-- Which batch brought a person in, so that an undone batch leaves nobody behind who is nothing else here.
ALTER TABLE person ADD COLUMN batch BIGINT;
CREATE VIEW person_used (person) AS SELECT person FROM admission;

-- What others have built on an admission, its version apart: such a row stays when its batch is undone.
CREATE VIEW admission_built_on (admission) AS
SELECT admission FROM plan_form UNION ALL SELECT admission FROM plan_form_file UNION ALL SELECT admission FROM report_entry_row;
CREATE INDEX report_entry_row_admission ON report_entry_row (admission);

-- What a roster fills in on rows that are there: applied when the batch becomes visible, taken back when it is undone.
CREATE TABLE roster_change (
	batch BIGINT NOT NULL,
	admission BIGINT NOT NULL,
	version BIGINT NOT NULL,
	agency BIGINT,
	education_score TEXT,
	taken_over BIGINT,
	before_agency BIGINT,
	before_score TEXT,
	before_taken_over BIGINT,
	PRIMARY KEY (batch, admission)
);

-- Many keys in one value: json_each('["a","b"]') gives them as rows on both engines.
-- only: postgresql
CREATE FUNCTION json_each(list TEXT) RETURNS TABLE (value TEXT) LANGUAGE sql IMMUTABLE AS
'SELECT jsonb_array_elements_text(list::jsonb)';
-- end
