-- Every way in which a migration makes or changes a table.
CREATE TABLE thing (
	id SERIAL_ID,                     -- a remark, with a comma
	name TEXT NOT NULL DEFAULT 'a, b);',
	parent BIGINT REFERENCES thing (id),
	content BYTES NOT NULL CHECK (length(content) < 10),
	gone TEXT,
	UNIQUE (name, parent)
);
CREATE INDEX thing_name ON thing (name);
/* Keys of another kind. */
CREATE TABLE IF NOT EXISTS thing_day (
	thing BIGINT NOT NULL,
	day TEXT NOT NULL,
	CHECK (day <> ''),
	PRIMARY KEY (thing, day)
);
CREATE TABLE office (code TEXT NOT NULL CHECK (code IN ('a', 'b')) PRIMARY KEY);
CREATE TABLE passing (id SERIAL_ID);
CREATE VIEW things AS SELECT id FROM thing;
ALTER TABLE thing DROP COLUMN gone;
ALTER TABLE thing ADD COLUMN state INTEGER NOT NULL DEFAULT 0;
ALTER TABLE thing RENAME COLUMN name TO title;
ALTER TABLE office RENAME TO bureau;
DROP TABLE passing;
-- only: postgresql
ALTER TABLE thing ADD CONSTRAINT thing_state CHECK (state < 9);
CREATE TABLE thing_part PARTITION OF thing FOR VALUES FROM (1) TO (2);
-- end
