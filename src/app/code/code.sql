-- code_all: every row of every table
SELECT * FROM code_item ORDER BY table_code, code;

-- code_has: has this table any row?
SELECT id FROM code_item WHERE table_code = $1 LIMIT 1;

-- code_put: a new row; none when the code exists
INSERT INTO code_item (table_code, code, name, attribute, is_required, sort_no, valid_from, valid_to)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (table_code, code) DO NOTHING RETURNING id;

-- code_list: the rows of a table
SELECT c.*, count(*) OVER () AS total FROM code_item c WHERE c.table_code = $1
 ORDER BY CASE $2 WHEN 'code' THEN c.code WHEN 'name' THEN c.name WHEN 'attribute' THEN c.attribute WHEN 'valid_from' THEN c.valid_from
	WHEN 'valid_to' THEN c.valid_to END,
	CASE $2 WHEN '-code' THEN c.code WHEN '-name' THEN c.name WHEN '-attribute' THEN c.attribute WHEN '-valid_from' THEN c.valid_from
	WHEN '-valid_to' THEN c.valid_to END DESC,
	CASE $2 WHEN '-sort_no' THEN c.sort_no END DESC, c.sort_no, c.code
 LIMIT $3 OFFSET $4;

-- code_one: a row of a table
SELECT * FROM code_item WHERE table_code = $1 AND id = $2;

-- code_mark: whoever counts by these codes counts again
INSERT INTO tally_dirty (roc_year, person) VALUES (0, 0);

-- code_set: changed; no row when somebody was first
UPDATE code_item SET name = $3, attribute = $4, is_required = $5, sort_no = $6, valid_from = $7, valid_to = $8, version = version + 1
 WHERE id = $1 AND version = $2 RETURNING id;
