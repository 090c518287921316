-- Statements as they should be; this line names none, as it has more than one word before its colon: see?

-- thing_list: every kind of token
-- more about it; a semicolon here ends nothing, and 'nor does this
SELECT id, "order", 'it''s; -- no comment', name /* nor ; this */ FROM thing -- for the rest of the line
	WHERE id > $1 AND (name = CAST($2 AS TEXT) OR 姓名 = $2) AND payload ->> 'a' <> '?';
-- thing_add: has a COPY form
INSERT INTO thing (id, name, day)
	VALUES ($1, $2, $3);
-- thing_add_now: a constant among the values: no COPY form
INSERT INTO thing (id, state) VALUES ($1, 'new');
-- thing_add_back: nor with RETURNING
INSERT INTO thing (id, name) VALUES ($1, $2) RETURNING id;
-- thing_swapped: nor in another order
INSERT INTO thing (id, name) VALUES ($2, $1);
-- thing_one: one column
INSERT INTO thing (id) VALUES ($1);
-- thing_upsert: a write, twice the same value
INSERT INTO thing (id, name) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET name = $2;
-- thing_with: a write behind WITH
WITH old AS (SELECT id FROM thing WHERE day < $1)
DELETE FROM thing WHERE id IN (SELECT id FROM old);
-- thing_count: reads behind WITH, and says that it reads all
WITH all_of AS (SELECT id, replace(name, 'a', 'b') FROM thing) SELECT /*scan*/ count(*) AS n FROM all_of;
-- thing_put: writes
update thing SET name = $2, version = version + 1 WHERE id = $1 AND version = $3;
