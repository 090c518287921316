-- 學習時數: what the records that count say, packed by year and agency of the time, for questions with any conditions.

-- How often the facts of an agency and year have changed, and which of these states is packed.
CREATE TABLE hours_stamp (
	roc_year INTEGER NOT NULL,
	agency BIGINT NOT NULL,
	stamp BIGINT NOT NULL,
	packed BIGINT NOT NULL,
	PRIMARY KEY (roc_year, agency)
)
-- only: sqlite
WITHOUT ROWID
-- end
;
CREATE INDEX hours_stamp_stale ON hours_stamp (roc_year, agency) WHERE stamp <> packed;
INSERT INTO hours_stamp (roc_year, agency, stamp, packed) SELECT DISTINCT roc_year, agency, 1, 0 FROM hours_agency;

-- facts: as struct hours_fact; of the state `stamp`.
CREATE TABLE hours_block (
	roc_year INTEGER NOT NULL,
	agency BIGINT NOT NULL,
	stamp BIGINT NOT NULL,
	facts BYTES NOT NULL,
	PRIMARY KEY (roc_year, agency)
);
-- only: postgresql
ALTER TABLE hours_block ALTER facts SET STORAGE EXTERNAL;
-- end
CREATE INDEX hours_record_agency ON hours_record (roc_year, agency, person) WHERE deleted IS NULL;
