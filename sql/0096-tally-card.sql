-- Cards lie together by agency, as lists read them.

DROP INDEX tally_card_agency;
ALTER TABLE tally_card RENAME TO tally_card_before;
CREATE TABLE tally_card (
	roc_year INTEGER NOT NULL,
	person BIGINT NOT NULL,
	agency BIGINT NOT NULL,
	slot INTEGER NOT NULL,
	figures BYTES NOT NULL,
	PRIMARY KEY (roc_year, agency, person)
)
-- only: sqlite
WITHOUT ROWID
-- end
;
INSERT INTO tally_card (roc_year, person, agency, slot, figures) SELECT roc_year, person, agency, slot, figures FROM tally_card_before;
DROP TABLE tally_card_before;
CREATE UNIQUE INDEX tally_card_person ON tally_card (roc_year, person);
