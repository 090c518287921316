-- code_all: every row of every table
SELECT * FROM code_item ORDER BY table_code, code;

-- code_has: has this table any row?
SELECT id FROM code_item WHERE table_code = $1 LIMIT 1;

-- code_put: a new row; none when the code exists
INSERT INTO code_item (table_code, code, name, attribute, is_required, sort_no, valid_from, valid_to)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (table_code, code) DO NOTHING RETURNING id;
