-- agency_one: by code
SELECT g.*, u.code AS parent_code, u.name AS parent_name FROM agency g LEFT JOIN agency u ON u.id = g.parent WHERE g.code = $1;

-- agency_by_id: by id
SELECT g.*, u.code AS parent_code, u.name AS parent_name FROM agency g LEFT JOIN agency u ON u.id = g.parent WHERE g.id = $1;

-- agency_put: a new one; no row when the code exists.  The plan has a look for children, which is skipped while no key dangles
INSERT /*scan*/ INTO agency (code, name, parent) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING RETURNING id;

-- agency_set: changed; no row when somebody was first
UPDATE agency SET name = $3, parent = $4, active = $5, is_enterprise = $6, is_opening = $7, version = version + 1
 WHERE id = $1 AND version = $2 RETURNING id;

-- agency_is_above: is $2 the agency $1 or below it?  Then $1 can't hang under $2.
WITH RECURSIVE up (id, parent) AS (
	SELECT id, parent FROM agency WHERE id = $2
	UNION SELECT g.id, g.parent FROM agency g JOIN up ON g.id = up.parent)
SELECT count(*) AS n FROM up WHERE id = $1;

-- agency_list: all, for the operator
SELECT g.id, g.code, g.name, g.active, g.is_enterprise, g.is_opening, u.code AS parent_code, u.name AS parent_name, count(*) OVER () AS total
  FROM agency g LEFT JOIN agency u ON u.id = g.parent
 WHERE ($1 = '' OR g.code LIKE $1 || '%' OR g.name LIKE '%' || $1 || '%')
 ORDER BY CASE $2 WHEN 'code' THEN g.code WHEN 'name' THEN g.name WHEN 'parent_code' THEN u.code WHEN 'parent_name' THEN u.name END,
	CASE $2 WHEN '-code' THEN g.code WHEN '-name' THEN g.name WHEN '-parent_code' THEN u.code
	WHEN '-parent_name' THEN u.name END DESC, g.code
 LIMIT $3 OFFSET $4;

-- agency_number: every agency gets the interval of its subtree: numbers in the order of a walk by code; what has it already is left alone
WITH RECURSIVE walk (id, path) AS (
	SELECT id, code FROM agency WHERE parent IS NULL
	UNION ALL SELECT g.id, w.path || '/' || g.code FROM walk w JOIN agency g ON g.parent = w.id),
place AS (SELECT id, row_number() OVER (ORDER BY path) AS low FROM walk),
up (id, above) AS (
	SELECT id, id FROM agency
	UNION SELECT u.id, g.parent FROM up u JOIN agency g ON g.id = u.above WHERE g.parent IS NOT NULL),
size AS (SELECT above, count(*) AS n FROM up GROUP BY above)
UPDATE agency SET tree_low = p.low, tree_high = p.low + s.n - 1
  FROM place p JOIN size s ON s.above = p.id
 WHERE agency.id = p.id AND (agency.tree_low <> p.low OR agency.tree_high <> p.low + s.n - 1);

-- agency_tree_mark: whoever adds up along the tree looks at it again
INSERT INTO tally_dirty (roc_year, person) VALUES (0, -1);

-- agency_span: an agency by code and its interval, where it lies in another's
SELECT id, code, name, tree_low, tree_high FROM agency WHERE code = $1 AND active = 1 AND tree_low BETWEEN $2 AND $3;

-- agency_span_by_id: an agency's interval
SELECT id, code, name, tree_low, tree_high FROM agency WHERE id = $1;
