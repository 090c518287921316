-- agency_one: by code
SELECT g.*, u.code AS parent_code, u.name AS parent_name FROM agency g LEFT JOIN agency u ON u.id = g.parent WHERE g.code = $1;

-- agency_by_id: by id
SELECT g.*, u.code AS parent_code, u.name AS parent_name FROM agency g LEFT JOIN agency u ON u.id = g.parent WHERE g.id = $1;

-- agency_put: a new one; no row when the code exists
INSERT INTO agency (code, name, parent) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING RETURNING id;

-- agency_set: changed; no row when somebody was first
UPDATE agency SET name = $3, parent = $4, active = $5, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id;

-- agency_is_above: is $2 the agency $1 or below it?  Then $1 can't hang under $2.
WITH RECURSIVE up (id, parent) AS (
	SELECT id, parent FROM agency WHERE id = $2
	UNION SELECT g.id, g.parent FROM agency g JOIN up ON g.id = up.parent)
SELECT count(*) AS n FROM up WHERE id = $1;

-- agency_list: all, for the operator
SELECT g.id, g.code, g.name, g.active, u.code AS parent_code, u.name AS parent_name, count(*) OVER () AS total
  FROM agency g LEFT JOIN agency u ON u.id = g.parent
 WHERE ($1 = '' OR g.code LIKE $1 || '%' OR g.name LIKE '%' || $1 || '%')
 ORDER BY CASE $2 WHEN 'code' THEN g.code WHEN 'name' THEN g.name WHEN 'parent_code' THEN u.code WHEN 'parent_name' THEN u.name END,
	CASE $2 WHEN '-code' THEN g.code WHEN '-name' THEN g.name WHEN '-parent_code' THEN u.code
	WHEN '-parent_name' THEN u.name END DESC, g.code
 LIMIT $3 OFFSET $4;
