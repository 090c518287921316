-- nomination_one: of a 遴選機關
SELECT n.*, g.code AS agency_code, g.name AS agency_name, b.file_name FROM nomination n JOIN agency g ON g.id = n.agency
  LEFT JOIN import_batch b ON b.id = n.batch WHERE n.type = $1 AND n.year = $2 AND n.agency = $3;

-- nomination_by_id: one roster
SELECT n.*, g.code AS agency_code, g.name AS agency_name, b.file_name FROM nomination n JOIN agency g ON g.id = n.agency
  LEFT JOIN import_batch b ON b.id = n.batch WHERE n.id = $1;

-- nomination_begin: nothing was sent yet
INSERT INTO nomination (type, year, agency) VALUES ($1, $2, $3) ON CONFLICT (type, year, agency) DO NOTHING;

-- nomination_imported: a file was taken in; no row when there is one already
UPDATE nomination SET state = 'imported', batch = $2, imported = $3, version = version + 1 WHERE id = $1 AND state = 'none' RETURNING id;

-- nomination_deleted: the file is taken out again; it stays as a version
UPDATE nomination SET state = 'none', batch = NULL, version = version + 1 WHERE id = $1 AND version = $2 AND state IN ('imported', 'returned') RETURNING id;

-- nomination_confirmed: sent to 保訓會
UPDATE nomination SET state = 'confirmed', confirmed = $3, late = $4, submissions = submissions + 1, return_batch = NULL, version = version + 1
 WHERE id = $1 AND version = $2 AND state = 'imported' RETURNING id;

-- nomination_returned: sent back as a whole
UPDATE nomination SET state = 'returned', returned = $3, return_kind = $4, return_reason = $5, return_batch = batch, resend_until = $6,
	version = version + 1 WHERE id = $1 AND version = $2 AND state = 'confirmed' RETURNING id;

-- nomination_accepted: taken by 保訓會
UPDATE nomination SET state = 'accepted', accepted = $3, version = version + 1 WHERE id = $1 AND version = $2 AND state = 'confirmed' RETURNING id;

-- nomination_counts: rows of a file, by 正選 and 備選 and 參訓身分
SELECT count(*) AS n, count(*) FILTER (WHERE outcome = 'primary') AS chosen, count(*) FILTER (WHERE outcome = 'reserve') AS reserve,
	count(*) FILTER (WHERE outcome = 'primary' AND origin NOT IN ('makeup_no_quota', 'failed_reselected')) AS allotted,
	count(*) FILTER (WHERE outcome = 'primary' AND origin = 'makeup_no_quota') AS makeup,
	count(*) FILTER (WHERE outcome = 'primary' AND origin = 'failed_reselected') AS failed
  FROM nomination_row WHERE batch = $1;

-- nomination_places_twice: 受訓序列 that stand twice
SELECT place, min(name) AS name FROM nomination_row WHERE batch = $1 GROUP BY place HAVING count(*) > 1 ORDER BY place LIMIT 20;

-- nominee_last: the newest id
SELECT coalesce(max(id), 0) AS id FROM nomination_row;

-- nominee_put: a row of a file
INSERT INTO nomination_row (batch, nomination, row_number, serial, agency_code, agency_name, name, national_id, sex, birth_date, title, pay, route,
	since, grade_3, grade_2, grade_1, promotion_order, score, place, outcome, origin, cost, remark, checked)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25);

-- nominee_sweep: rows that nobody is to see
DELETE FROM nomination_row WHERE id BETWEEN $2 AND $3 AND batch = $1;

-- nominees_all: the rows of a file
SELECT * FROM nomination_row WHERE batch = $1 ORDER BY row_number;

-- nominee_one: a row of a file by its number
SELECT * FROM nomination_row WHERE batch = $1 AND row_number = $2;

-- nominee_list: the rows of a file, with what was marked
SELECT x.*, m.field AS mark_field, m.reason AS mark_reason, count(*) OVER () AS total
  FROM nomination_row x LEFT JOIN nomination_mark m ON m.batch = x.batch AND m.row_number = x.row_number AND $2 = 1
 WHERE x.batch = $1
 ORDER BY CASE $3 WHEN 'row_number' THEN x.row_number WHEN 'place' THEN x.place WHEN '-row_number' THEN -x.row_number WHEN '-place' THEN -x.place END,
	CASE $3 WHEN 'name' THEN x.name END, CASE $3 WHEN '-name' THEN x.name END DESC, x.row_number LIMIT $4 OFFSET $5;

-- nominee_elsewhere: persons of a list of national IDs who are on another roster of the training and year that is not empty
SELECT x.national_id, g.name AS agency_name FROM json_each(CAST($4 AS TEXT)) k JOIN nomination_row x ON x.national_id = k.value
  JOIN nomination n ON n.id = x.nomination AND n.batch = x.batch JOIN agency g ON g.id = n.agency
 WHERE n.type = $1 AND n.year = $2 AND n.id <> $3 ORDER BY x.national_id;

-- mark_put: a row marked
INSERT INTO nomination_mark (nomination, batch, row_number, field, reason) VALUES ($1, $2, $3, $4, $5);

-- mark_drop: a mark taken off
DELETE FROM nomination_mark WHERE id = $1 AND batch = $2 RETURNING id;

-- marks_of: of a file, with the names
SELECT m.id, m.row_number, m.field, m.reason, x.name, x.national_id FROM nomination_mark m
  JOIN nomination_row x ON x.batch = m.batch AND x.row_number = m.row_number WHERE m.batch = $1 ORDER BY m.row_number, m.id;

-- step_put: what was done with a roster
INSERT INTO nomination_step (nomination, act, batch, account, reason, at) VALUES ($1, $2, $3, $4, $5, $6);

-- steps_of: what was done with a roster
SELECT s.act, s.batch, s.reason, s.at, coalesce(nullif(a.full_name, ''), a.name) AS who, b.file_name
  FROM nomination_step s JOIN account a ON a.id = s.account LEFT JOIN import_batch b ON b.id = s.batch WHERE s.nomination = $1 ORDER BY s.id;

-- nomination_batch: is this import one of the roster's files
SELECT b.id, b.file, b.file_name FROM import_batch b WHERE b.id = $1 AND b.kind = 'nomination' AND b.subject = $2 AND b.hidden = 0;

-- nomination_issue_rows: what was wrong with a file
SELECT row_number, field, code, text FROM import_issue WHERE batch = $1 AND severity = 'error' ORDER BY row_number, number LIMIT $2;

-- nomination_items: the trainings whose call is out, for which an agency selects, with its roster
SELECT c.type, c.year, c.deadline, coalesce(n.state, 'none') AS state FROM promotion_call c JOIN promotion_selector s
  ON s.type = c.type AND s.from_year <= c.year AND coalesce(s.until_year, 999) >= c.year
  LEFT JOIN nomination n ON n.type = c.type AND n.year = c.year AND n.agency = s.agency
 WHERE s.agency = $1 AND c.released = 1 ORDER BY c.year DESC, c.type;

-- nomination_overview: each 遴選機關 of a training and year, from $3 to $4, those that have not confirmed first
SELECT s.agency AS id, g.code AS agency_code, g.name AS agency_name, coalesce(n.state, 'none') AS state, n.imported, n.confirmed, n.returned,
	n.accepted, coalesce(n.submissions, 0) AS submissions, coalesce(n.late, 0) AS late, c.deadline, n.resend_until,
	(SELECT count(*) FROM nomination_row x WHERE x.batch = n.batch) AS rows,
	(SELECT count(*) FROM nomination_row x WHERE x.batch = n.batch AND x.outcome = 'primary') AS chosen,
	(SELECT count(*) FROM nomination_row x WHERE x.batch = n.batch AND x.outcome = 'reserve') AS reserve,
	CASE WHEN q.id IS NULL THEN 0 ELSE 1 END AS statement, count(*) OVER () AS total
  FROM promotion_selector s JOIN agency g ON g.id = s.agency LEFT JOIN nomination n ON n.agency = s.agency AND n.type = $1 AND n.year = $2
  LEFT JOIN promotion_statement q ON q.agency = s.agency AND q.type = $1 AND q.year = $2
  LEFT JOIN promotion_call c ON c.type = $1 AND c.year = $2
 WHERE s.agency BETWEEN $3 AND $4 AND s.type = $1 AND s.from_year <= $2 AND coalesce(s.until_year, 999) >= $2
 ORDER BY CASE WHEN coalesce(n.state, 'none') IN ('confirmed', 'accepted') THEN 1 ELSE 0 END,
	CASE $5 WHEN 'agency_code' THEN g.code END, CASE $5 WHEN '-agency_code' THEN g.code END DESC, g.code LIMIT $6 OFFSET $7;

-- nomination_unsent: 遴選機關 of a training and year that have not confirmed theirs
SELECT s.agency, c.deadline FROM promotion_selector s LEFT JOIN nomination n ON n.agency = s.agency AND n.type = $1 AND n.year = $2
  LEFT JOIN promotion_call c ON c.type = $1 AND c.year = $2
 WHERE s.type = $1 AND s.from_year <= $2 AND coalesce(s.until_year, 999) >= $2 AND coalesce(n.state, 'none') NOT IN ('confirmed', 'accepted')
 ORDER BY s.agency;

-- nomination_twice: persons on the rosters of two 遴選機關
SELECT x.national_id, x.name, g.name AS agency_name, h.name AS other_name FROM nomination n JOIN nomination_row x ON x.batch = n.batch
  JOIN nomination_row y ON y.national_id = x.national_id JOIN nomination m ON m.batch = y.batch AND m.type = n.type AND m.year = n.year AND m.id > n.id
  JOIN agency g ON g.id = n.agency JOIN agency h ON h.id = m.agency WHERE n.type = $1 AND n.year = $2 ORDER BY x.national_id LIMIT 200;
