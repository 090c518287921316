-- viewer_grants: what a report account was given of a report ($2; "": of all), the agencies in the order of their codes
SELECT r.report, r.agency, r.below, r.person_lists, g.code, g.name, g.tree_low, g.tree_high
  FROM report_grant r JOIN agency g ON g.id = r.agency WHERE r.account = $1 AND ($2 = '' OR r.report = $2) ORDER BY g.code;

-- members_by_agency: of these agencies, how many of the roster of a day there are and how many of these are 會員
SELECT g.id, g.code, g.name, count(p.id) AS staff,
	coalesce(sum(CASE WHEN p.member_since <= $1 AND coalesce(p.member_until, '9999-12-31') >= $1 THEN 1 ELSE 0 END), 0) AS members
  FROM agency g LEFT JOIN service_record s ON s.agency = g.id AND s.is_main = 1 AND s.status = 'active' AND s.from_day <= $1
	AND coalesce(s.to_day, '9999-12-31') >= $1 AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = s.batch AND b.hidden = 1)
  LEFT JOIN person p ON p.id = s.person
 WHERE g.tree_low BETWEEN $2 AND $3 AND g.active = 1 GROUP BY g.id, g.code, g.name ORDER BY g.code;

-- members_people: the roster of these agencies on a day; $4 1: 會員, 0: 非會員, -1: all
SELECT x.person AS id, x.agency_code, x.agency_name, x.unit_name, p.name, p.national_id, p.sex, x.title_name, x.rank_name, x.rank_grade,
	x.class_code, '' AS group_name, 0 AS courses, 0 AS hours, 0 AS digital, 0 AS physical, 0 AS business, count(*) OVER () AS total
  FROM agency g CROSS JOIN posting x JOIN person p ON p.id = x.person
 WHERE g.tree_low BETWEEN $2 AND $3 AND g.active = 1 AND x.agency = g.id AND x.is_main = 1 AND x.status = 'active' AND x.from_day <= $1
   AND x.until >= $1
   AND ($4 = -1 OR $4 = CASE WHEN p.member_since <= $1 AND coalesce(p.member_until, '9999-12-31') >= $1 THEN 1 ELSE 0 END)
 ORDER BY CASE $5 WHEN 'name' THEN p.name_key END, CASE $5 WHEN '-name' THEN p.name_key WHEN '-agency_code' THEN x.agency_code END DESC,
	x.agency_code, p.name_key, p.id LIMIT $6 OFFSET $7;

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
