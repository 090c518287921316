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
