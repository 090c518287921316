-- The class of a course that was opened here; what files in circulation call their columns.
-- small: import_alias

CREATE INDEX hours_class_course ON hours_class (course) WHERE course IS NOT NULL;

-- Headings of files in circulation and the field that each means; field '': known, and not used.  rule: '' the value as it is; append: behind
-- what the field has, with its heading; name=value: that field too has this value.                                      LEARN-295, CSV-5A
CREATE TABLE import_alias (
	id SERIAL_ID,
	kind TEXT NOT NULL,
	heading TEXT NOT NULL,
	field TEXT NOT NULL,
	rule TEXT NOT NULL DEFAULT '',
	UNIQUE (kind, heading)
);
