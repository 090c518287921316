-- quota_one: the statement of a 遴選機關
SELECT s.*, g.code AS agency_code, g.name AS agency_name FROM promotion_statement s JOIN agency g ON g.id = s.agency
 WHERE s.type = $1 AND s.year = $2 AND s.agency = $3;

-- quota_put: a new statement; no row when there is one
INSERT INTO promotion_statement (type, year, agency, own_carried_in, carried_in, ratio, eligible, makeup_outside, failed_reselected, forecast,
	c, whole, fraction_place, total, reserve, carried_out, saved)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) ON CONFLICT (type, year, agency) DO NOTHING RETURNING id;

-- quota_set: computed anew; no row when somebody was first
UPDATE promotion_statement SET own_carried_in = $3, carried_in = $4, ratio = $5, eligible = $6, makeup_outside = $7, failed_reselected = $8,
	forecast = $9, c = $10, whole = $11, fraction_place = $12, total = $13, reserve = $14, carried_out = $15, saved = $16, version = version + 1
 WHERE id = $1 AND version = $2 AND NOT EXISTS (SELECT 1 FROM nomination n WHERE n.type = promotion_statement.type
	AND n.year = promotion_statement.year AND n.agency = promotion_statement.agency AND n.state IN ('confirmed', 'accepted')) RETURNING id;

-- quota_locked: it was sent together with a confirmed roster
SELECT confirmed FROM nomination WHERE type = $1 AND year = $2 AND agency = $3 AND state IN ('confirmed', 'accepted');

-- quota_list: the statements of a training and year, of one 遴選機關 or of all
SELECT s.*, g.code AS agency_code, g.name AS agency_name, count(*) OVER () AS total_rows, count(*) OVER () AS total
  FROM promotion_statement s JOIN agency g ON g.id = s.agency WHERE s.type = $1 AND s.year = $2 AND ($3 = 0 OR s.agency = $3)
 ORDER BY CASE $4 WHEN 'agency_code' THEN g.code END, CASE $4 WHEN '-agency_code' THEN g.code END DESC, g.code LIMIT $5 OFFSET $6;

-- quota_sum: over all 遴選機關
SELECT count(*) AS n, coalesce(sum(eligible), 0) AS eligible, coalesce(sum(whole), 0) AS whole, coalesce(sum(fraction_place), 0) AS fraction_place,
	coalesce(sum(makeup_outside), 0) AS makeup_outside, coalesce(sum(failed_reselected), 0) AS failed_reselected,
	coalesce(sum(total), 0) AS total, coalesce(sum(reserve), 0) AS reserve, coalesce(sum(forecast), 0) AS forecast
  FROM promotion_statement WHERE type = $1 AND year = $2;

-- quota_called_rows: who takes a place of the year without being selected (直接調訓, 補訓 of somebody whose place was filled), but for those on a roster's file
SELECT p.name FROM participant p WHERE p.selector = $1 AND p.type = $2 AND p.year = $3 AND p.origin IN ('omitted_direct', 'makeup_in_quota')
	AND p.state NOT IN ('omitted', 'removed') AND coalesce(p.nominee, 0) = 0
	AND NOT EXISTS (SELECT 1 FROM nomination_row x WHERE x.batch = $4 AND x.national_id = p.national_id) ORDER BY p.id;
