-- 終身學習: digital materials that agencies report; what refers to a course is looked up by it.

CREATE INDEX registration_course ON registration (course);
CREATE INDEX sheet_choice_course ON sheet_choice (course);

-- 數位教材.  agency: the 通報機關.  category: an id of code_item.                                                         LEARN-324
CREATE TABLE material (
	id SERIAL_ID,
	agency BIGINT NOT NULL REFERENCES agency (id),
	name TEXT NOT NULL,
	name_search TEXT NOT NULL DEFAULT '',
	category BIGINT NOT NULL,
	hours INTEGER NOT NULL,
	finished_on TEXT NOT NULL,
	form TEXT NOT NULL,
	development TEXT NOT NULL,
	licence TEXT NOT NULL,
	audience TEXT NOT NULL DEFAULT '',
	language TEXT NOT NULL DEFAULT '',
	outline TEXT NOT NULL DEFAULT '',
	address TEXT NOT NULL DEFAULT '',
	cost INTEGER,
	contact_name TEXT NOT NULL,
	contact_phone TEXT NOT NULL,
	contact_email TEXT NOT NULL DEFAULT '',
	keywords TEXT NOT NULL DEFAULT '',
	keywords_search TEXT NOT NULL DEFAULT '',
	note TEXT NOT NULL DEFAULT '',
	deleted BIGINT,
	deleted_by BIGINT,
	delete_reason TEXT NOT NULL DEFAULT '',
	batch BIGINT,
	created BIGINT NOT NULL,
	version BIGINT NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX material_key ON material (agency, name, finished_on) WHERE deleted IS NULL;
CREATE INDEX material_agency ON material (agency, deleted);

CREATE VIEW material_shown AS
SELECT m.*, g.code AS agency_code, g.name AS agency_name, coalesce(k.code, '') AS category_code, coalesce(k.name, '') AS category_name
  FROM material m JOIN agency g ON g.id = m.agency LEFT JOIN code_item k ON k.id = m.category LEFT JOIN import_batch b ON b.id = m.batch
 WHERE m.deleted IS NULL AND coalesce(b.hidden, 0) = 0;
