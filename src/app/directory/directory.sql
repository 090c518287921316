-- directory_agencies: all, by code
SELECT g.id, g.version, g.code, g.name, coalesce(u.code, '') AS parent_code, coalesce(u.name, '') AS parent_name, g.is_enterprise, g.is_opening,
	g.active FROM agency g LEFT JOIN agency u ON u.id = g.parent ORDER BY g.code;

-- agency_stage_put: what a row of a file will do
INSERT INTO agency_stage (batch, agency, version, code, name, parent_code, is_enterprise, is_opening, active)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- agency_stage_same: how many of those that are filled in are as they had been
SELECT count(*) AS n FROM agency_stage s JOIN agency g ON g.id = s.agency AND g.version = s.version WHERE s.batch = $1;

-- agency_stage_new: how many are new
SELECT count(*) AS n FROM agency_stage WHERE batch = $1 AND agency IS NULL;

-- agency_stage_fill: filled in
UPDATE agency SET name = s.name, is_enterprise = s.is_enterprise, is_opening = s.is_opening, active = s.active, version = s.version + 1
  FROM agency_stage s WHERE s.batch = $1 AND s.agency = agency.id AND agency.version = s.version;

-- agency_stage_make: the new ones
INSERT /*scan*/ INTO agency (code, name, is_enterprise, is_opening, active)
SELECT code, name, is_enterprise, is_opening, active FROM agency_stage WHERE batch = $1 AND agency IS NULL
ON CONFLICT (code) DO NOTHING;

-- agency_stage_hang: each below the one that its row names
UPDATE agency SET parent = (SELECT u.id FROM agency u WHERE u.code = s.parent_code)
  FROM agency_stage s WHERE s.batch = $1 AND s.code = agency.code;

-- agency_stage_drop: it is not needed any more
DELETE FROM agency_stage WHERE batch = $1;

-- directory_unit_list: of some agencies
SELECT u.id, u.version, u.agency, g.code AS agency_code, g.name AS agency_name, u.code, u.name, u.sort_no, u.active, count(*) OVER () AS total
  FROM agency g CROSS JOIN unit u
 WHERE g.tree_low BETWEEN $1 AND $2 AND u.agency = g.id AND u.name LIKE $3 ESCAPE '!'
 ORDER BY CASE $4 WHEN 'code' THEN u.code WHEN 'name' THEN u.name END,
	CASE $4 WHEN '-code' THEN u.code WHEN '-name' THEN u.name WHEN '-agency_code' THEN g.code END DESC, g.code, u.sort_no, u.name, u.id
 LIMIT $5 OFFSET $6;

-- directory_unit_one: one
SELECT u.id, u.version, u.agency, g.code AS agency_code, g.name AS agency_name, u.code, u.name, u.sort_no, u.active
  FROM unit u JOIN agency g ON g.id = u.agency WHERE u.id = $1;

-- directory_unit_put: a new one; no row when the agency has one of the name.  The plan has a look for children, which is skipped
INSERT /*scan*/ INTO unit (agency, code, name, sort_no, active) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (agency, name) DO NOTHING RETURNING id;

-- directory_unit_named: of that name, another one
SELECT id FROM unit WHERE agency = $1 AND name = $2 AND id <> $3;

-- directory_unit_set: changed; no row when somebody was first
UPDATE unit SET code = $3, name = $4, sort_no = $5, active = $6, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id;

-- directory_unit_known: the units of the agencies of a list of codes
SELECT u.id, u.version, u.agency, u.code, u.name, u.sort_no, u.active
  FROM json_each(CAST($1 AS TEXT)) k JOIN agency g ON g.code = k.value JOIN unit u ON u.agency = g.id ORDER BY g.code, u.name;

-- unit_stage_put: what a row of a file will do
INSERT INTO unit_stage (batch, unit, version, agency, code, name, sort_no, active) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- unit_stage_same: how many of those that are filled in are as they had been
SELECT count(*) AS n FROM unit_stage s JOIN unit u ON u.id = s.unit AND u.version = s.version WHERE s.batch = $1;

-- unit_stage_new: how many are new
SELECT count(*) AS n FROM unit_stage WHERE batch = $1 AND unit IS NULL;

-- unit_stage_fill: filled in
UPDATE unit SET code = s.code, sort_no = s.sort_no, active = s.active, version = s.version + 1
  FROM unit_stage s WHERE s.batch = $1 AND s.unit = unit.id AND unit.version = s.version;

-- unit_stage_make: the new ones
INSERT /*scan*/ INTO unit (agency, code, name, sort_no, active)
SELECT agency, code, name, sort_no, active FROM unit_stage WHERE batch = $1 AND unit IS NULL ON CONFLICT (agency, name) DO NOTHING;

-- unit_stage_drop: it is not needed any more
DELETE FROM unit_stage WHERE batch = $1;
