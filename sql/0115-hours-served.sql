-- Whose records of a year there are, or have been, at an agency: by these persons the facts of an agency are found.  A row a person and year,
-- where an index of the records had one a record, in places all over it, which whoever stored a file went through again and again.
CREATE TABLE hours_served (
	roc_year INTEGER NOT NULL,
	agency BIGINT NOT NULL,
	person BIGINT NOT NULL,
	PRIMARY KEY (roc_year, agency, person)
)
-- only: sqlite
WITHOUT ROWID
-- end
;
INSERT INTO hours_served (roc_year, agency, person) SELECT DISTINCT roc_year, agency, person FROM hours_record WHERE deleted IS NULL;
INSERT INTO hours_served (roc_year, agency, person) SELECT DISTINCT roc_year, agency, person FROM hours_record WHERE deleted IS NOT NULL
	ON CONFLICT (roc_year, agency, person) DO NOTHING;
DROP INDEX hours_record_agency;
