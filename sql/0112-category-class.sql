-- 四大課程類別 of the years: what the 屬性 of a 課程類別 was until a year, and of each year.                                    LEARN-482
-- small: code_past

-- Until the end of the year (ROC) it was this; behind the last of a code the row of code_item holds.
CREATE TABLE code_past (
	item BIGINT NOT NULL REFERENCES code_item (id),
	until_year INTEGER NOT NULL,
	attribute TEXT NOT NULL,
	PRIMARY KEY (item, until_year)
);

CREATE VIEW category_class AS
SELECT past.item AS category, 1 + coalesce((SELECT max(former.until_year) FROM code_past former
	WHERE former.item = past.item AND former.until_year < past.until_year), 0) AS first_year, past.until_year AS last_year, past.attribute AS class
  FROM code_past past
UNION ALL
SELECT code.id, 1 + coalesce((SELECT max(former.until_year) FROM code_past former WHERE former.item = code.id), 0), 9999, code.attribute
  FROM code_item code WHERE code.table_code = 'course_category';
