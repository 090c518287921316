-- 成績下載: what each agency has fetched, so that corrections flow back to it.

-- A record as it was last delivered to an agency; one row an agency and record, not a fetch.  The facts are those of hours_record.  corrected 1: it
-- has changed since (kept by who changes a record).                                                             LEARN-110, 404, 406
CREATE TABLE hours_delivery (
	agency BIGINT NOT NULL,
	record BIGINT NOT NULL,
	roc_year INTEGER NOT NULL,
	person BIGINT NOT NULL,
	version BIGINT NOT NULL,
	class BIGINT NOT NULL,
	title BIGINT,
	rank BIGINT,
	person_class BIGINT,
	category BIGINT NOT NULL,
	mode INTEGER NOT NULL,
	amount INTEGER NOT NULL,
	unit_of_amount INTEGER NOT NULL,
	hours INTEGER NOT NULL,
	digital INTEGER NOT NULL,
	business INTEGER NOT NULL,
	at BIGINT NOT NULL,
	corrected INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (agency, record)
)
-- only: sqlite
WITHOUT ROWID
-- end
;
CREATE INDEX hours_delivery_record ON hours_delivery (record);
CREATE INDEX hours_delivery_corrected ON hours_delivery (agency, roc_year) WHERE corrected = 1;

-- What the file of a request holds, until it is fetched or gone.  gone 1: told as deleted.
CREATE TABLE hours_delivery_file (
	request BIGINT NOT NULL,
	record BIGINT NOT NULL,
	gone INTEGER NOT NULL,
	roc_year INTEGER NOT NULL,
	person BIGINT NOT NULL,
	version BIGINT NOT NULL,
	class BIGINT NOT NULL,
	title BIGINT,
	rank BIGINT,
	person_class BIGINT,
	category BIGINT NOT NULL,
	mode INTEGER NOT NULL,
	amount INTEGER NOT NULL,
	unit_of_amount INTEGER NOT NULL,
	hours INTEGER NOT NULL,
	digital INTEGER NOT NULL,
	business INTEGER NOT NULL,
	PRIMARY KEY (request, record)
)
-- only: sqlite
WITHOUT ROWID
-- end
;
