-- Code tables by file: what a batch does to them, kept while it can be taken back.                                       LEARN-017, 042

-- item NULL: a new code; else that one is filled in.  was_…: what stood there before.
CREATE TABLE code_stage (
	id SERIAL_ID,
	batch BIGINT NOT NULL,
	item BIGINT,
	version BIGINT,
	table_code TEXT NOT NULL,
	code TEXT NOT NULL,
	name TEXT NOT NULL,
	attribute TEXT NOT NULL,
	is_required INTEGER NOT NULL,
	sort_no INTEGER NOT NULL,
	valid_from TEXT,
	valid_to TEXT,
	was_name TEXT,
	was_attribute TEXT,
	was_is_required INTEGER,
	was_sort_no INTEGER,
	was_valid_from TEXT,
	was_valid_to TEXT
);
CREATE INDEX code_stage_batch ON code_stage (batch, item);
