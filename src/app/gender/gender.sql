-- gender_round_one: the round of a year
SELECT * FROM gender_round WHERE roc_year = $1;

-- gender_round_newest: the newest round that has begun
SELECT * FROM gender_round WHERE open_day <= $1 ORDER BY roc_year DESC LIMIT 1;

-- gender_round_put: opened or changed; no row: somebody was first
INSERT INTO gender_round (roc_year, open_day, deadline, min_hours) VALUES ($1, $2, $3, $4)
ON CONFLICT (roc_year) DO UPDATE SET open_day = excluded.open_day, deadline = excluded.deadline, min_hours = excluded.min_hours,
	version = gender_round.version + 1 WHERE gender_round.version = $5 RETURNING version;

-- gender_category_clear: its categories go
DELETE FROM gender_category WHERE roc_year = $1;

-- gender_category_put: one of them
INSERT INTO gender_category (roc_year, category) VALUES ($1, $2) ON CONFLICT (roc_year, category) DO NOTHING;

-- gender_categories: the codes of a round
SELECT t.code FROM gender_category c JOIN code_item t ON t.id = c.category WHERE c.roc_year = $1 ORDER BY t.code;

-- gender_excused_clear: who need not report
DELETE FROM gender_excused WHERE roc_year = $1;

-- gender_excused_put: one of them
INSERT INTO gender_excused (roc_year, agency) VALUES ($1, $2) ON CONFLICT (roc_year, agency) DO NOTHING;

-- gender_excused_codes: their codes
SELECT g.code FROM gender_excused e JOIN agency g ON g.id = e.agency WHERE e.roc_year = $1 ORDER BY g.code;

-- gender_agencies: how the agencies of a tree stand in a year; n_staff: has the roster of the day $4 anybody who must be reported; $5 1: only
-- those that have not sent theirs
SELECT x.*, count(*) OVER () AS total
  FROM (SELECT g.id, g.code, g.name, CAST(CAST($3 AS BIGINT) AS TEXT) AS year, coalesce(s.id, 0) AS survey, r.open_day,
	 coalesce(s.deadline, r.deadline) AS deadline, s.submitted, CASE WHEN e.agency IS NOT NULL THEN 0 WHEN EXISTS (SELECT 1 FROM posting p
	 WHERE p.agency = g.id AND p.is_main = 1 AND p.status = 'active' AND p.from_day <= $4 AND p.until >= $4) THEN 1 ELSE 0 END AS n_staff,
	 coalesce(s.state, 'none') AS state
	  FROM agency g JOIN gender_round r ON r.roc_year = $3 LEFT JOIN gender_survey s ON s.roc_year = r.roc_year AND s.agency = g.id
	  LEFT JOIN gender_excused e ON e.roc_year = r.roc_year AND e.agency = g.id
	 WHERE g.tree_low BETWEEN $1 AND $2 AND g.active = 1) x
 WHERE $5 = 0 OR (x.n_staff = 1 AND x.state <> 'sent')
 ORDER BY CASE $6 WHEN '-code' THEN x.code END DESC, x.code LIMIT $7 OFFSET $8;

-- gender_one: one agency's form of a year, whether or not there is one
SELECT g.id, g.code, g.name, coalesce(s.id, 0) AS survey, coalesce(s.state, 'none') AS state, coalesce(s.version, 0) AS version, s.submitted,
	coalesce(s.deadline, r.deadline) AS deadline, r.open_day, r.min_hours, CASE WHEN e.agency IS NOT NULL THEN 0
	WHEN EXISTS (SELECT 1 FROM posting p WHERE p.agency = g.id AND p.is_main = 1 AND p.status = 'active' AND p.from_day <= $3 AND p.until >= $3)
	THEN 1 ELSE 0 END AS n_staff
  FROM agency g JOIN gender_round r ON r.roc_year = $2 LEFT JOIN gender_survey s ON s.roc_year = r.roc_year AND s.agency = g.id
  LEFT JOIN gender_excused e ON e.roc_year = r.roc_year AND e.agency = g.id WHERE g.id = $1;

-- gender_computed: an agency's roster of the day $2 by line and sex; trained: with so many hours of the round's categories in the year $3 that
-- count by then                                                                                              RPT-6
SELECT t.line, t.sex, count(*) AS staff, sum(CASE WHEN t.hours >= t.least THEN 1 ELSE 0 END) AS trained,
	sum(CASE WHEN t.hours >= t.least THEN t.hours ELSE 0 END) AS hours
  FROM (SELECT CASE WHEN s.class_code = '1' THEN 1 WHEN s.class_code IN ('2', '5') AND s.is_supervisor = 1 THEN 2 WHEN s.class_code IN ('2', '5') THEN 3
	WHEN s.class_code IN ('3', '4') THEN 4 ELSE 5 END AS line, p.sex, r.min_hours AS least,
	coalesce((SELECT sum(h.hours) FROM hours_seen h JOIN hours_class k ON k.id = h.class
	 WHERE h.roc_year = $3 AND h.person = s.person AND h.cert = 1 AND h.review IN (0, 2) AND h.deleted IS NULL AND k.end_day <= $2
	 AND h.category IN (SELECT c.category FROM gender_category c WHERE c.roc_year = $3)), 0) AS hours
  FROM gender_round r CROSS JOIN posting s JOIN person p ON p.id = s.person
 WHERE r.roc_year = $3 AND s.agency = $1 AND s.is_main = 1 AND s.status = 'active' AND s.from_day <= $2 AND s.until >= $2) t
 GROUP BY t.line, t.sex ORDER BY t.line, t.sex;

-- gender_lines: what a form says
SELECT * FROM gender_line WHERE survey = $1 ORDER BY line;

-- gender_put: a form is kept or sent; no row: somebody was first
INSERT INTO gender_survey (roc_year, agency, state, submitted) VALUES ($1, $2, $3, $4)
ON CONFLICT (roc_year, agency) DO UPDATE SET state = excluded.state, submitted = coalesce(excluded.submitted, gender_survey.submitted),
	version = gender_survey.version + 1 WHERE gender_survey.version = $5 RETURNING id;

-- gender_line_put: a line of it
INSERT INTO gender_line (survey, line, c_staff_m, c_staff_f, c_trained_m, c_trained_f, c_hours, r_staff_m, r_staff_f, r_trained_m, r_trained_f, r_hours,
	note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
ON CONFLICT (survey, line) DO UPDATE SET c_staff_m = excluded.c_staff_m, c_staff_f = excluded.c_staff_f, c_trained_m = excluded.c_trained_m,
	c_trained_f = excluded.c_trained_f, c_hours = excluded.c_hours, r_staff_m = excluded.r_staff_m, r_staff_f = excluded.r_staff_f,
	r_trained_m = excluded.r_trained_m, r_trained_f = excluded.r_trained_f, r_hours = excluded.r_hours, note = excluded.note;

-- gender_reopen: a deadline of one agency alone
INSERT INTO gender_survey (roc_year, agency, state, deadline) VALUES ($1, $2, 'none', $3)
ON CONFLICT (roc_year, agency) DO UPDATE SET deadline = excluded.deadline, version = gender_survey.version + 1 RETURNING id;

-- gender_summary: what the agencies of a tree have sent, summed by line
SELECT l.line, sum(l.r_staff_m) AS staff_m, sum(l.r_staff_f) AS staff_f, sum(l.r_trained_m) AS trained_m, sum(l.r_trained_f) AS trained_f,
	sum(l.r_hours) AS hours
  FROM agency g CROSS JOIN gender_survey s CROSS JOIN gender_line l
 WHERE g.tree_low BETWEEN $1 AND $2 AND s.agency = g.id AND s.roc_year = $3 AND s.state = 'sent' AND l.survey = s.id
 GROUP BY l.line ORDER BY l.line;
