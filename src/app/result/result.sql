-- result_one: of a participant
SELECT * FROM training_result WHERE participant = $1;

-- result_scores: the members of a class with what was sent of them
SELECT p.id, coalesce(t.version, 0) AS version, p.name, p.national_id, p.agency_name, p.state, coalesce(t.training_score, '') AS training_score,
	coalesce(t.course_score, '') AS course_score, count(*) OVER () AS total
  FROM participant p LEFT JOIN training_result t ON t.participant = p.id WHERE p.class = $1
 ORDER BY CASE $2 WHEN 'name' THEN p.name WHEN 'national_id' THEN p.national_id WHEN 'agency_name' THEN p.agency_code END,
	CASE $2 WHEN '-name' THEN p.name WHEN '-national_id' THEN p.national_id WHEN '-agency_name' THEN p.agency_code END DESC, p.national_id
 LIMIT $3 OFFSET $4;

-- result_members: all members of a class with what was sent of them
SELECT p.id, p.name, p.state, p.agency, p.selector, coalesce(t.version, 0) AS version, coalesce(t.training_score, '') AS training_score,
	coalesce(t.course_score, '') AS course_score
  FROM participant p LEFT JOIN training_result t ON t.participant = p.id WHERE p.class = $1 ORDER BY p.national_id;

-- result_member: one of a class, for entering
SELECT p.name, p.state, coalesce(t.version, 0) AS version, coalesce(t.training_score, '') AS training_score,
	coalesce(t.course_score, '') AS course_score
  FROM participant p LEFT JOIN training_result t ON t.participant = p.id WHERE p.id = $1 AND p.class = $2;

-- result_put: entered for the first time; no row when somebody was first
INSERT INTO training_result (participant, training_score, course_score) VALUES ($1, $2, $3) ON CONFLICT (participant) DO NOTHING RETURNING participant;

-- result_set: other scores, before 核定; no row when somebody was first
UPDATE training_result SET training_score = $3, course_score = $4, version = version + 1
 WHERE participant = $1 AND version = $2 AND determined IS NULL RETURNING participant;

-- result_determine: 核定
UPDATE training_result SET total = $3, passed = $4, training_percent = $5, determined = $6, code = $7, version = version + 1
 WHERE participant = $1 AND version = $2 AND determined IS NULL RETURNING participant;

-- result_amend: other scores after 核定; no row when somebody was first
UPDATE training_result SET training_score = $3, course_score = $4, total = $5, passed = $6, training_percent = $7, version = version + 1
 WHERE participant = $1 AND version = $2 AND determined IS NOT NULL RETURNING participant;

-- result_receipt: the day on which somebody got the 成績單
UPDATE training_result SET receipt = $3, version = version + 1 WHERE participant = $1 AND version = $2 AND determined IS NOT NULL RETURNING participant;

-- determination_one: of a class
SELECT d.day, d.document, d.made, coalesce(nullif(a.full_name, ''), a.name) AS who FROM class_determination d JOIN account a ON a.id = d.account
 WHERE d.class = $1;

-- determination_put: 核定 of a class; no row when that was done
INSERT INTO class_determination (class, day, document, account, made) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (class) DO NOTHING RETURNING class;

-- result_change_put: what changed after 核定
INSERT INTO result_change (participant, what, before, after, reason, document, account, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- result_changes: of a participant, the newest first
SELECT c.what, c.before, c.after, c.reason, c.document, c.made, coalesce(nullif(a.full_name, ''), a.name, '系統') AS who
  FROM result_change c LEFT JOIN account a ON a.id = c.account WHERE c.participant = $1 ORDER BY c.id DESC;

-- result_released: determined results of a training and year: of one agency as 服務機關, 遴選機關 or 訓練機關, or of all
SELECT p.id, t.version, p.agency, p.selector, p.type, p.year, p.name, p.national_id, p.agency_name, s.name AS selector_name, p.state,
	coalesce(c.name, '') AS class_name, c.start_day, c.end_day, t.training_score, t.course_score, t.total AS total_score, t.passed, t.determined, t.receipt,
	count(*) OVER () AS total
  FROM participant p JOIN training_result t ON t.participant = p.id JOIN agency s ON s.id = p.selector LEFT JOIN training_class c ON c.id = p.class
 WHERE p.type = $1 AND p.year = $2 AND t.determined IS NOT NULL AND ($3 = 0 OR p.agency = $3 OR p.selector = $3 OR p.institute = $3)
   AND ($4 = '' OR p.national_id = $4 OR p.name LIKE $4 || '%') AND ($5 = 0 OR t.receipt IS NULL)
 ORDER BY CASE $6 WHEN 'name' THEN p.name WHEN 'national_id' THEN p.national_id WHEN 'agency_name' THEN p.agency_code WHEN 'receipt' THEN t.receipt END,
	CASE $6 WHEN '-name' THEN p.name WHEN '-national_id' THEN p.national_id WHEN '-agency_name' THEN p.agency_code WHEN '-receipt' THEN t.receipt END DESC,
	p.agency_code, p.national_id LIMIT $7 OFFSET $8;

-- result_released_one: one of them
SELECT p.id, t.version, p.agency, p.selector, p.type, p.year, p.name, p.national_id, p.agency_name, s.name AS selector_name, p.state,
	coalesce(c.name, '') AS class_name, c.start_day, c.end_day, t.training_score, t.course_score, t.total AS total_score, t.passed, t.determined, t.receipt,
	t.code, t.training_percent
  FROM participant p JOIN training_result t ON t.participant = p.id JOIN agency s ON s.id = p.selector LEFT JOIN training_class c ON c.id = p.class
 WHERE p.id = $1 AND t.determined IS NOT NULL;

-- result_public: what became of a person's trainings, for who knows the number and the day of birth
SELECT p.type, p.year, t.passed, p.state FROM participant p JOIN training_result t ON t.participant = p.id
 WHERE p.national_id = $1 AND p.birth_date = $2 AND t.determined IS NOT NULL ORDER BY p.year DESC, p.type;

-- result_known: of a list of national IDs: who takes part, what was sent
SELECT p.id, p.type, p.year, p.national_id, p.name, p.state, coalesce(p.class, 0) AS class, coalesce(p.institute, 0) AS institute,
	coalesce(t.version, 0) AS version, coalesce(t.training_score, '') AS training_score, coalesce(t.course_score, '') AS course_score, t.determined
  FROM json_each(CAST($1 AS TEXT)) k JOIN participant p ON p.national_id = k.value LEFT JOIN training_result t ON t.participant = p.id
 ORDER BY p.national_id, p.year, p.type;

-- result_import_put: what a file says
INSERT INTO result_import (batch, participant, version, training_score, course_score, training_before, course_before)
VALUES ($1, $2, $3, $4, $5, $6, $7);

-- result_import_page: of a batch
SELECT participant, version, training_score, course_score, training_before, course_before FROM result_import
 WHERE batch = $1 AND participant > $2 ORDER BY participant LIMIT $3;

-- result_import_drop: not needed any more
DELETE FROM result_import WHERE batch = $1;

-- result_import_touched: what somebody has changed since
SELECT p.id, p.name AS about, '匯入後已有異動' AS reason, count(*) OVER () AS total
  FROM result_import x JOIN participant p ON p.id = x.participant LEFT JOIN training_result t ON t.participant = p.id
 WHERE x.batch = $1 AND coalesce(t.version, 0) <> x.version + 1 ORDER BY p.id LIMIT $2;

-- look_count: how often this address has asked since then
SELECT count(*) AS n FROM result_look WHERE address = $1 AND made > $2;

-- look_put: somebody asks
INSERT INTO result_look (address, made) VALUES ($1, $2);

-- look_sweep: old ones
DELETE FROM result_look WHERE made < $1;

-- result_recheck: when a 複查 was asked for
SELECT applied FROM score_recheck WHERE participant = $1;

-- result_person: who passes may have to pay, and is asked for by the number
INSERT INTO person (national_id, name, name_key, sex, birth_date) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (national_id) DO NOTHING;
