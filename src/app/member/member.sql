-- member_list: accounts by the agencies that they act for
SELECT t.id, t.place, t.agency_name, t.unit, t.full_name, t.name, t.role, t.functions, t.last_sign_in, t.state, t.besides,
	count(*) OVER () AS total
  FROM (SELECT m.*, (SELECT count(*) FROM permission_grant p WHERE p.account = m.id AND p.agency = m.place AND p.revoked_at IS NULL)
		AS functions,
		CASE WHEN m.until < $3 THEN 'expired' WHEN m.active = 0 THEN 'disabled'
		WHEN m.last_sign_in IS NULL OR m.must_change = 1 THEN 'new'
		WHEN (SELECT count(*) FROM sign_in_failure f WHERE f.who = m.signs_in_as AND f.at > $4) >= 5 THEN 'locked'
		ELSE 'active' END AS state
	  FROM (SELECT a.id, a.agency AS place, a.unit, a.full_name, a.name, a.role, a.last_sign_in, a.active, a.must_change,
			coalesce(a.valid_to, '9999-12-31') AS until, g.code, g.name AS agency_name, 0 AS besides,
			g.code || '/' || a.name AS signs_in_as
		  FROM agency g JOIN account a ON a.agency = g.id
		 WHERE g.tree_low BETWEEN $1 AND $2 AND a.role IN ('top_admin', 'agency_officer', 'officer')
		UNION ALL
		SELECT a.id, c.agency, a.unit, a.full_name, a.name, c.role, a.last_sign_in, a.active, a.must_change,
			coalesce(c.valid_to, '9999-12-31'), g.code, g.name, 1, h.code || '/' || a.name
		  FROM agency g JOIN account_agency c ON c.agency = g.id JOIN account a ON a.id = c.account JOIN agency h ON h.id = a.agency
		 WHERE g.tree_low BETWEEN $1 AND $2) m
	 WHERE ($5 = '' OR m.unit LIKE '%' || $5 || '%') AND ($6 = '' OR m.full_name LIKE '%' || $6 || '%')
	   AND ($7 = '' OR m.name LIKE '%' || $7 || '%')
	   AND ($8 = '' OR EXISTS (SELECT 1 FROM permission_grant p WHERE p.account = m.id AND p.agency = m.place AND p.permission = $8
		AND p.revoked_at IS NULL))) t
 WHERE $9 = '' OR t.state = $9
 ORDER BY CASE $10 WHEN 'agency_name' THEN t.code WHEN 'unit' THEN t.unit WHEN 'full_name' THEN t.full_name WHEN 'name' THEN t.name
	WHEN 'role' THEN t.role END,
	CASE $10 WHEN '-agency_name' THEN t.code WHEN '-unit' THEN t.unit WHEN '-full_name' THEN t.full_name WHEN '-name' THEN t.name
	WHEN '-role' THEN t.role END DESC, t.code, t.name, t.id
 LIMIT $11 OFFSET $12;

-- member_one: an account at a place that it acts for
SELECT a.id, a.version, g.id AS place, a.agency AS home, g.code AS agency_code, g.name AS agency_name, a.name, a.full_name, a.unit, a.phone,
	a.email, CASE WHEN a.agency = g.id THEN a.role ELSE c.role END AS role,
	CASE WHEN a.agency = g.id THEN a.valid_to ELSE c.valid_to END AS valid_to, a.active, a.person, p.name AS person_name,
	coalesce(p.national_id, '') AS national_id, CASE WHEN a.subject IS NULL OR a.password_hash IS NOT NULL THEN 0 ELSE 1 END AS outside
  FROM account a JOIN agency g ON g.id = $2 LEFT JOIN account_agency c ON c.account = a.id AND c.agency = g.id
  LEFT JOIN person p ON p.id = a.person
 WHERE a.id = $1 AND (a.agency = g.id OR c.id IS NOT NULL);

-- member_grants: what an account was given for a place, by whom and when
SELECT p.id, p.permission, p.parent, p.granted_at, coalesce(nullif(a.full_name, ''), a.name, '系統') AS by_name
  FROM permission_grant p LEFT JOIN account a ON a.id = p.granted_by
 WHERE p.account = $1 AND p.agency = $2 AND p.revoked_at IS NULL ORDER BY p.id;

-- member_name_taken: has the agency an account of this name?
SELECT id FROM account WHERE agency = $1 AND name = $2;

-- maintainer_put: a new account, whose password somebody else has made
INSERT INTO account (agency, name, full_name, email, phone, unit, role, person, valid_to, active, password_hash, must_change)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, 1) RETURNING id;

-- member_set: changed; no row when somebody was first
UPDATE account SET full_name = $3, email = $4, phone = $5, unit = $6, role = $7, valid_to = $8, active = $9, version = version + 1
 WHERE id = $1 AND version = $2 RETURNING id;

-- member_set_besides: its role and last day at another agency
UPDATE account_agency SET role = $3, valid_to = $4, version = version + 1 WHERE account = $1 AND agency = $2 RETURNING id;

-- member_touch: the version goes on; no row when somebody was first
UPDATE account SET version = version + 1 WHERE id = $1 AND version = $2 RETURNING id;

-- member_besides: another agency to act for; again, where it was
INSERT INTO account_agency (account, agency, role, valid_to) VALUES ($1, $2, $3, $4)
ON CONFLICT (account, agency) DO UPDATE SET role = $3, valid_to = $4, version = account_agency.version + 1 RETURNING id;

-- member_other_tops: active 最高管理者 of an agency besides this account
SELECT count(*) AS n FROM account WHERE agency = $1 AND role = 'top_admin' AND active = 1 AND id <> $2;

-- member_down: a grant and all that depend on it, that are in force
WITH RECURSIVE down (id) AS (
	SELECT id FROM permission_grant WHERE id = $1
	UNION SELECT p.id FROM permission_grant p JOIN down d ON p.parent = d.id WHERE p.revoked_at IS NULL)
SELECT p.id, p.account, p.permission, g.name AS agency_name, coalesce(nullif(a.full_name, ''), a.name) AS account_name
  FROM down d JOIN permission_grant p ON p.id = d.id JOIN account a ON a.id = p.account JOIN agency g ON g.id = p.agency
 WHERE p.id <> $1 ORDER BY g.code, a.name, p.id;

-- member_revoke: that grant and all that depend on it end
WITH RECURSIVE down (id) AS (
	SELECT id FROM permission_grant WHERE id = $1
	UNION SELECT p.id FROM permission_grant p JOIN down d ON p.parent = d.id WHERE p.revoked_at IS NULL)
UPDATE permission_grant SET revoked_at = $2, revoked_by = $3 WHERE revoked_at IS NULL AND id IN (SELECT id FROM down);

-- member_own_grant: who gives must have it: the grant that gives rest on
SELECT id FROM permission_grant WHERE account = $1 AND agency = $2 AND permission = $3 AND revoked_at IS NULL;

-- member_reset: a password that somebody else made, to be changed at once
UPDATE account SET password_hash = $2, must_change = 1, version = version + 1 WHERE id = $1;
