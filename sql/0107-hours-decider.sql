-- 參與決策評量表: of those who decide, who has how many records of a category; packed with the facts of an agency and year, and of the same state.

-- facts: as struct hours_decider.
CREATE TABLE hours_decider (
	roc_year INTEGER NOT NULL,
	agency BIGINT NOT NULL,
	stamp BIGINT NOT NULL,
	facts BYTES NOT NULL,
	PRIMARY KEY (roc_year, agency)
)
-- only: sqlite
WITHOUT ROWID
-- end
;
UPDATE hours_stamp SET packed = 0;
