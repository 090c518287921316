-- viewer_grants: what a report account was given of a report ($2; "": of all), the agencies in the order of their codes
SELECT r.report, r.agency, r.below, r.person_lists, g.code, g.name, g.tree_low, g.tree_high
  FROM report_grant r JOIN agency g ON g.id = r.agency WHERE r.account = $1 AND ($2 = '' OR r.report = $2) ORDER BY g.code;

-- viewer_accounts: the report accounts
SELECT a.id, a.version, g.code AS agency_code, g.name AS agency_name, a.name, a.full_name, a.valid_from, a.valid_to, a.active, count(*) OVER () AS total
  FROM account a JOIN agency g ON g.id = a.agency WHERE a.role = 'stats' /*scan*/
 ORDER BY CASE $1 WHEN 'name' THEN a.name WHEN 'valid_to' THEN a.valid_to END, CASE $1 WHEN '-name' THEN a.name WHEN '-valid_to' THEN a.valid_to END DESC,
	g.code, a.name LIMIT $2 OFFSET $3;

-- viewer_account_one: one of them
SELECT a.id, a.version, g.code AS agency_code, g.name AS agency_name, a.name, a.full_name, a.valid_from, a.valid_to, a.active
  FROM account a JOIN agency g ON g.id = a.agency WHERE a.id = $1 AND a.role = 'stats';

-- viewer_account_set: who it is for and how long
UPDATE account SET full_name = $3, valid_from = $4, valid_to = $5, active = $6, version = version + 1 WHERE id = $1 AND version = $2 AND role = 'stats'
RETURNING id;

-- viewer_account_first: a new one; the password was given by somebody else
UPDATE account SET valid_from = $2, valid_to = $3, must_change = 1 WHERE id = $1;

-- viewer_grants_of: what an account was given, by report and agency
SELECT r.report, g.code, r.below, r.person_lists, r.reason FROM report_grant r JOIN agency g ON g.id = r.agency WHERE r.account = $1
 ORDER BY r.report, g.code;

-- viewer_grants_drop: before they are given anew
DELETE FROM report_grant WHERE account = $1;

-- viewer_grant_put: a report of an agency
INSERT INTO report_grant (account, report, agency, below, person_lists, reason, given_by, given_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
