-- private_list: records of private institutions of an agency's people; state $4 of them; year $5, person $6: 0 any; $7 a part of the course's
-- name, $8 of the person's, $9 of the institution's
SELECT r.id, r.version, r.person, r.agency, r.category, r.hours, r.digital, r.business AS business_is, r.mode AS mode_is,
	CAST(r.mode AS TEXT) AS mode, CAST(r.business AS TEXT) AS business, CAST(r.review AS TEXT) AS review, p.name, p.national_id,
	s.unit_name AS unit, coalesce(i.name, '') AS institution, k.name AS course, t.code || ' ' || t.name AS category_name, k.start_day, k.end_day,
	(SELECT max(f.id) FROM hours_proof f WHERE f.record = r.id) AS proof, coalesce(w.return_reason, '') AS return_reason, w.reviewed,
	coalesce(nullif(a.full_name, ''), a.name, '') AS reviewer, count(*) OVER () AS total
  FROM agency g CROSS JOIN posting s CROSS JOIN hours_seen r JOIN person p ON p.id = r.person JOIN hours_class k ON k.id = r.class
  LEFT JOIN institution i ON i.id = k.institution JOIN code_item t ON t.id = r.category LEFT JOIN hours_review w ON w.record = r.id
  LEFT JOIN account a ON a.id = w.reviewed_by
 WHERE g.id BETWEEN $1 AND $2 AND s.agency = g.id AND s.is_main = 1 AND s.status <> 'left' AND s.from_day <= $3 AND s.until >= $3
   AND r.person = s.person AND r.review > 0 AND r.review = $4 AND r.deleted IS NULL AND ($5 = 0 OR r.roc_year = $5) AND ($6 = 0 OR r.person = $6)
   AND ($7 = '' OR lower(k.name) LIKE '%' || lower($7) || '%') AND ($8 = '' OR lower(p.name) LIKE '%' || lower($8) || '%')
   AND ($9 = '' OR lower(i.name) LIKE '%' || lower($9) || '%')
 ORDER BY CASE $10 WHEN 'unit' THEN s.unit_name WHEN 'institution' THEN i.name WHEN 'course' THEN k.name WHEN 'end_day' THEN k.end_day
	WHEN 'category_name' THEN t.code END,
	CASE $10 WHEN '-unit' THEN s.unit_name WHEN '-institution' THEN i.name WHEN '-course' THEN k.name WHEN '-end_day' THEN k.end_day
	WHEN '-category_name' THEN t.code WHEN '-name' THEN p.name_key END DESC, p.name_key, r.id
 LIMIT $11 OFFSET $12;

-- private_one: one of them
SELECT r.id, r.version, r.person, r.agency, r.category, r.hours, r.digital, r.business AS business_is, r.mode AS mode_is,
	CAST(r.mode AS TEXT) AS mode, CAST(r.business AS TEXT) AS business, CAST(r.review AS TEXT) AS review, p.name, p.national_id,
	coalesce(u.name, '') AS unit, coalesce(i.name, '') AS institution, k.name AS course, t.code || ' ' || t.name AS category_name, k.start_day,
	k.end_day, (SELECT max(f.id) FROM hours_proof f WHERE f.record = r.id) AS proof, coalesce(w.return_reason, '') AS return_reason, w.reviewed,
	coalesce(nullif(a.full_name, ''), a.name, '') AS reviewer, r.changed, coalesce(nullif(c.full_name, ''), c.name, '') AS changed_name
  FROM hours_seen r JOIN person p ON p.id = r.person JOIN hours_class k ON k.id = r.class LEFT JOIN institution i ON i.id = k.institution
  JOIN code_item t ON t.id = r.category LEFT JOIN unit u ON u.id = r.unit LEFT JOIN hours_review w ON w.record = r.id
  LEFT JOIN account a ON a.id = w.reviewed_by LEFT JOIN account c ON c.id = r.changed_by
 WHERE r.id = $1 AND r.review > 0 AND r.deleted IS NULL;

-- private_agency: where the person of a record has the main posting on a day
SELECT s.agency FROM hours_seen r JOIN posting s ON s.person = r.person AND s.is_main = 1 AND s.status <> 'left' AND s.from_day <= $2 AND s.until >= $2
 WHERE r.id = $1 AND r.deleted IS NULL;

-- private_put: who decided last, and why it was returned
INSERT INTO hours_review (record, reviewed, reviewed_by, return_reason) VALUES ($1, $2, $3, $4)
ON CONFLICT (record) DO UPDATE SET reviewed = excluded.reviewed, reviewed_by = excluded.reviewed_by, return_reason = excluded.return_reason;

-- private_proof: the newest proof of a record
SELECT f.file, f.name FROM hours_proof f WHERE f.record = $1 ORDER BY f.id DESC LIMIT 1;

-- private_learner: the accounts of the person
SELECT id, agency FROM account WHERE person = $1 AND active = 1 ORDER BY id;

-- choice_from: whose 類別維護 holds for an agency: its own, or that of the nearest above it
SELECT a.id, a.name FROM agency g CROSS JOIN business_choice b JOIN agency a ON a.id = b.agency
 WHERE g.id = $1 AND a.tree_low <= g.tree_low AND a.tree_high >= g.tree_low ORDER BY a.tree_low DESC LIMIT 1;

-- choice_one: who set it when; agency 0: 總處
SELECT b.version, b.changed, coalesce(nullif(a.full_name, ''), a.name, '') AS who FROM business_choice b LEFT JOIN account a ON a.id = b.changed_by
 WHERE b.agency = $1;

-- choice_ticked: the categories of it
SELECT category FROM business_category WHERE agency = $1 AND category <> 0;

-- choice_put: a choice of its own; no row: somebody was first
INSERT INTO business_choice (agency, version, changed, changed_by) VALUES ($1, 1, $3, $4)
ON CONFLICT (agency) DO UPDATE SET version = business_choice.version + 1, changed = excluded.changed, changed_by = excluded.changed_by
 WHERE business_choice.version = $2 RETURNING version;

-- choice_drop: none of its own any more
DELETE FROM business_choice WHERE agency = $1 AND version = $2;

-- choice_clear: its categories go
DELETE FROM business_category WHERE agency = $1;

-- choice_tick: one of them; category 0 stands for the choice itself
INSERT INTO business_category (agency, category) VALUES ($1, $2) ON CONFLICT (agency, category) DO NOTHING;

-- snapshot_list: records of an agency's people, of the years $1 (a JSON list); $5 course code, $6 term 0 any, $7 a part of the name, $8 of the
-- person's, $9 the person 0 any; ended from $10 to $11
SELECT r.id, r.version, coalesce(r.title, 0) AS title, coalesce(r.rank, 0) AS rank, p.name, p.national_id, coalesce(c.course_code, '') AS course_code,
	coalesce(c.term_no, 0) AS term_no, coalesce(nullif(k.name, ''), c.name) AS course, k.start_day, k.end_day, coalesce(t.name, '') AS title_name,
	coalesce(q.name, '') AS rank_name, r.changed, coalesce(nullif(a.full_name, ''), a.name, '') AS changed_name, count(*) OVER () AS total
  FROM json_each(CAST($1 AS TEXT)) y CROSS JOIN agency g CROSS JOIN posting s CROSS JOIN hours_seen r JOIN person p ON p.id = r.person
  JOIN hours_class k ON k.id = r.class LEFT JOIN course c ON c.id = k.course LEFT JOIN code_item t ON t.id = r.title
  LEFT JOIN code_item q ON q.id = r.rank LEFT JOIN account a ON a.id = r.changed_by
 WHERE g.id BETWEEN $2 AND $3 AND s.agency = g.id AND s.is_main = 1 AND s.status <> 'left' AND s.from_day <= $4 AND s.until >= $4
   AND r.roc_year = CAST(y.value AS BIGINT) AND r.person = s.person AND r.deleted IS NULL
   AND ($5 = '' OR upper(c.course_code) LIKE upper($5) || '%') AND ($6 = 0 OR c.term_no = $6)
   AND ($7 = '' OR lower(coalesce(nullif(k.name, ''), c.name)) LIKE '%' || lower($7) || '%')
   AND ($8 = '' OR lower(p.name) LIKE '%' || lower($8) || '%') AND ($9 = 0 OR r.person = $9) AND k.end_day >= $10 AND k.end_day <= $11
 ORDER BY CASE $12 WHEN 'course_code' THEN c.course_code WHEN 'course' THEN coalesce(nullif(k.name, ''), c.name) WHEN 'end_day' THEN k.end_day
	WHEN 'name' THEN p.name_key END,
	CASE $12 WHEN '-course_code' THEN c.course_code WHEN '-course' THEN coalesce(nullif(k.name, ''), c.name) WHEN '-end_day' THEN k.end_day
	WHEN '-name' THEN p.name_key END DESC, r.id
 LIMIT $13 OFFSET $14;

-- snapshot_some: of a JSON list $1 the records of an agency's people on a day, as far as a change asks
SELECT r.id, r.version, coalesce(r.title, 0) AS title, coalesce(r.rank, 0) AS rank, p.name, coalesce(nullif(k.name, ''), c.name) AS course, r.changed,
	coalesce(nullif(a.full_name, ''), a.name, '') AS changed_name
  FROM (SELECT DISTINCT value FROM json_each(CAST($1 AS TEXT))) j CROSS JOIN hours_seen r JOIN person p ON p.id = r.person
  JOIN hours_class k ON k.id = r.class LEFT JOIN course c ON c.id = k.course LEFT JOIN account a ON a.id = r.changed_by
 WHERE r.id = CAST(j.value AS BIGINT) AND r.deleted IS NULL AND EXISTS (SELECT 1 FROM posting s WHERE s.person = r.person AND s.is_main = 1
	AND s.status <> 'left' AND s.agency BETWEEN $2 AND $3 AND s.from_day <= $4 AND s.until >= $4)
 ORDER BY k.end_day, r.id;
