-- code_all: every row of every table
SELECT * FROM code_item ORDER BY table_code, code;

-- code_offered: the rows of a table that are valid on the day $2, and $3 though it were not
SELECT code, name FROM code_item
 WHERE table_code = $1 AND (((valid_from IS NULL OR valid_from <= $2) AND (valid_to IS NULL OR valid_to >= $2)) OR code = $3) ORDER BY sort_no, code;

-- code_has: has this table any row?
SELECT id FROM code_item WHERE table_code = $1 LIMIT 1;

-- code_put: a new row; none when the code exists
INSERT INTO code_item (table_code, code, name, attribute, is_required, sort_no, valid_from, valid_to)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (table_code, code) DO NOTHING RETURNING id;

-- code_classes: 四大課程類別 of each 課程類別 in a year
SELECT category, class FROM category_class WHERE CAST($1 AS BIGINT) BETWEEN first_year AND last_year;

-- code_class_at: of one 課程類別
SELECT class FROM category_class WHERE category = $1 AND CAST($2 AS BIGINT) BETWEEN first_year AND last_year;

-- code_past_drop: from the end of the year $2 on it has been what the row says
DELETE FROM code_past WHERE item = $1 AND until_year >= $2;

-- code_past_put: until the end of that year it was another
INSERT INTO code_past (item, until_year, attribute) VALUES ($1, $2, $3);

-- code_list: the rows of a table
SELECT c.*, coalesce((SELECT max(p.until_year) + 1 FROM code_past p WHERE p.item = c.id), 0) AS attribute_from, count(*) OVER () AS total FROM code_item c WHERE c.table_code = $1
 ORDER BY CASE $2 WHEN 'code' THEN c.code WHEN 'name' THEN c.name WHEN 'attribute' THEN c.attribute WHEN 'valid_from' THEN c.valid_from
	WHEN 'valid_to' THEN c.valid_to END,
	CASE $2 WHEN '-code' THEN c.code WHEN '-name' THEN c.name WHEN '-attribute' THEN c.attribute WHEN '-valid_from' THEN c.valid_from
	WHEN '-valid_to' THEN c.valid_to END DESC,
	CASE $2 WHEN '-sort_no' THEN c.sort_no END DESC, c.sort_no, c.code
 LIMIT $3 OFFSET $4;

-- code_one: a row of a table
SELECT c.*, coalesce((SELECT max(p.until_year) + 1 FROM code_past p WHERE p.item = c.id), 0) AS attribute_from
  FROM code_item c WHERE c.table_code = $1 AND c.id = $2;

-- code_mark: whoever counts by these codes counts again
INSERT INTO tally_dirty (roc_year, person) VALUES (0, 0);

-- code_set: changed; no row when somebody was first
UPDATE code_item SET name = $3, attribute = $4, is_required = $5, sort_no = $6, valid_from = $7, valid_to = $8, version = version + 1
 WHERE id = $1 AND version = $2 RETURNING id;

-- code_stage_put: what a row of a file will do
INSERT INTO code_stage (batch, item, version, table_code, code, name, attribute, is_required, sort_no, valid_from, valid_to)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- code_stage_same: how many of those that are filled in are as they had been
SELECT count(*) AS n FROM code_stage s JOIN code_item c ON c.id = s.item AND c.version = s.version WHERE s.batch = $1;

-- code_stage_new: how many codes are new
SELECT count(*) AS n FROM code_stage WHERE batch = $1 AND item IS NULL;

-- code_stage_was: what is there now
UPDATE code_stage SET was_name = c.name, was_attribute = c.attribute, was_is_required = c.is_required, was_sort_no = c.sort_no,
	was_valid_from = c.valid_from, was_valid_to = c.valid_to
  FROM code_item c WHERE code_stage.batch = $1 AND c.id = code_stage.item;

-- code_stage_fill: filled in
UPDATE code_item SET name = s.name, attribute = s.attribute, is_required = s.is_required, sort_no = s.sort_no, valid_from = s.valid_from,
	valid_to = s.valid_to, version = s.version + 1
  FROM code_stage s WHERE s.batch = $1 AND s.item = code_item.id AND code_item.version = s.version;

-- code_stage_make: the new ones
INSERT INTO code_item (table_code, code, name, attribute, is_required, sort_no, valid_from, valid_to, batch)
SELECT table_code, code, name, attribute, is_required, sort_no, valid_from, valid_to, batch FROM code_stage WHERE batch = $1 AND item IS NULL
ON CONFLICT (table_code, code) DO NOTHING;

-- code_stage_touched: what somebody has changed since
SELECT c.id, c.code || ' ' || c.name AS about, '匯入後已有異動' AS reason, count(*) OVER () AS total
  FROM code_stage s JOIN code_item c ON c.table_code = s.table_code AND c.code = s.code
 WHERE s.batch = $1 AND c.version <> coalesce(s.version + 1, 1) ORDER BY c.id LIMIT $2;

-- code_stage_unfill: what was filled in is as it was
UPDATE code_item SET name = s.was_name, attribute = s.was_attribute, is_required = s.was_is_required, sort_no = s.was_sort_no,
	valid_from = s.was_valid_from, valid_to = s.was_valid_to, version = code_item.version + 1
  FROM code_stage s WHERE s.batch = $1 AND s.item = code_item.id AND code_item.version = s.version + 1;

-- code_stage_end: new ones may be in use: they end
UPDATE code_item SET valid_to = $2, version = code_item.version + 1
  FROM code_stage s WHERE s.batch = $1 AND s.item IS NULL AND code_item.table_code = s.table_code AND code_item.code = s.code
   AND code_item.version = 1;

-- code_stage_drop: it is not needed any more
DELETE FROM code_stage WHERE batch = $1;
