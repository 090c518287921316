-- 任職紀錄 by file: what a batch of postings will do, kept while it can be taken back.

-- posting NULL: a new one, that becomes `made`; else that one is filled in, or (of no row of the file) ended before a new one begins.
-- eve: the day before from_day; morrow: the day after an absence that ends, on which the posting before it goes on.   LEARN-037, 042
CREATE TABLE posting_stage (
	id SERIAL_ID,
	batch BIGINT NOT NULL,
	posting BIGINT,
	version BIGINT,
	of_file INTEGER NOT NULL,
	national_id TEXT,
	agency BIGINT,
	unit TEXT,
	title BIGINT,
	rank BIGINT,
	person_class BIGINT,
	is_supervisor INTEGER,
	is_main INTEGER,
	status TEXT,
	from_day TEXT,
	to_day TEXT,
	eve TEXT,
	morrow TEXT,
	was_unit BIGINT,
	was_title BIGINT,
	was_rank BIGINT,
	was_person_class BIGINT,
	was_is_supervisor INTEGER,
	was_status TEXT,
	was_to_day TEXT
);
CREATE INDEX posting_stage_batch ON posting_stage (batch, posting);
CREATE INDEX service_record_batch ON service_record (batch) WHERE batch IS NOT NULL;

-- Persons who are nothing else here go with the batch that brought them: who serves somewhere does not.
DROP VIEW person_used;
CREATE VIEW person_used (person) AS SELECT person FROM admission UNION ALL SELECT person FROM service_record
	UNION ALL SELECT person FROM registration;
