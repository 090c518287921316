-- life_records: all records of a subject that are not voided, by day
SELECT id, version, kind, coalesce(training, 0) AS training, agency, state, day, data, coalesce(shut_out, 0) AS shut_out FROM life_record
WHERE subject_kind = $1 AND subject = $2 AND voided IS NULL ORDER BY day, id;

-- life_steps: what was done on the records of a subject, the oldest first
SELECT s.record, s.act, s.made, s.account, s.reason, s.answers, s.changed, a.full_name, a.name AS account_name, g.name AS agency_name
FROM life_record r JOIN life_step s ON s.record = r.id LEFT JOIN account a ON a.id = s.account LEFT JOIN agency g ON g.id = a.agency
WHERE r.subject_kind = $1 AND r.subject = $2 AND r.voided IS NULL ORDER BY s.record, s.id;

-- life_files: the papers of the records of a subject
SELECT f.record, f.id, f.slot, f.file, f.name, f.size, f.sha256, f.made, coalesce(a.full_name, '') AS by_name
FROM life_record r JOIN life_file f ON f.record = r.id LEFT JOIN account a ON a.id = f.account
WHERE r.subject_kind = $1 AND r.subject = $2 AND r.voided IS NULL ORDER BY f.record, f.id;

-- life_where: whose record is it, and of what kind?
SELECT subject, agency, kind, state FROM life_record WHERE id = $1;

-- life_insert: a record begins
INSERT INTO life_record (kind, admission, training, agency, state, day, data, summary, state_label, see, sensitive, at_agency,
	waits, subject_kind, subject)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id;

-- life_update: what an act made of it; no row when somebody was first
UPDATE life_record SET state = $3, day = $4, data = $5, summary = $6, voided = $7, state_label = $8, at_agency = $9, waits = $10, see = $11,
	version = version + 1
WHERE id = $1 AND version = $2 RETURNING version;

-- life_step_put: an act was done
INSERT INTO life_step (record, act, became, answers, changed, reason, account, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- life_file_put: a paper came
INSERT INTO life_file (record, slot, file, name, size, sha256, account, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- life_touch: a paper came, so what was seen before is old
UPDATE life_record SET version = version + 1 WHERE id = $1 AND version = $2 RETURNING version;

-- life_given_over: the trainee is another agency's now
UPDATE life_record SET agency = $2 WHERE admission = $1 RETURNING id;

-- life_list: the records of the agencies $1 to $2 (0: of nobody yet) that rights $3 may see, sensitive ones with $4, those an agency
-- still keeps with $5; $8 not 0: only of the trainees that this account is named for on the day $9; $10: who asks;
-- $11 not 0: only those that wait for one of these stations
SELECT r.id, r.kind, r.state_label AS state, r.day, r.summary, t.name, t.national_id, t.exam_year, t.exam_name, g.name AS agency_name,
	count(*) OVER () AS total
FROM (SELECT id, name FROM agency UNION ALL SELECT 0, '（尚未分配）') g CROSS JOIN life_record r JOIN trainee t ON t.id = r.admission
WHERE g.id BETWEEN $1 AND $2 AND r.agency = g.id AND r.voided IS NULL AND (r.see & $3) <> 0 AND r.sensitive <= $4 AND r.at_agency <= $5
	AND ($11 = 0 OR (r.waits & $11) <> 0) AND ($6 = '' OR r.kind = $6) AND ($7 = '' OR r.state_label = $7)
	AND ($8 = 0 OR EXISTS (SELECT 1 FROM trainee_grant n WHERE n.admission = r.admission AND n.account = $8 AND n.from_day <= $9
		AND (n.to_day IS NULL OR n.to_day >= $9))) AND coalesce(r.shut_out, 0) <> $10
ORDER BY CASE $12 WHEN 'day' THEN r.day WHEN 'name' THEN t.name_key WHEN 'kind' THEN r.kind WHEN 'state' THEN r.state_label END,
	CASE $12 WHEN '-day' THEN r.day WHEN '-name' THEN t.name_key WHEN '-kind' THEN r.kind WHEN '-state' THEN r.state_label END DESC, r.id
LIMIT $13 OFFSET $14;
