-- class_one: one class
SELECT c.*, g.code AS institute_code, g.name AS institute_name,
	(SELECT count(*) FROM participant p WHERE p.class = c.id) AS members,
	(SELECT count(*) FROM participant p JOIN class_report t ON t.participant = p.id AND t.class = p.class WHERE p.class = c.id) AS reported
  FROM training_class c JOIN agency g ON g.id = c.institute WHERE c.id = $1;

-- class_list: those of the institutes $1 to $2 in a training and year
SELECT c.*, g.code AS institute_code, g.name AS institute_name,
	(SELECT count(*) FROM participant p WHERE p.class = c.id) AS members,
	(SELECT count(*) FROM participant p JOIN class_report t ON t.participant = p.id AND t.class = p.class WHERE p.class = c.id) AS reported,
	count(*) OVER () AS total
  FROM agency g CROSS JOIN training_class c WHERE g.id BETWEEN $1 AND $2 AND c.institute = g.id AND c.type = $3 AND c.year = $4
 ORDER BY CASE $5 WHEN 'name' THEN c.name WHEN 'start_day' THEN c.start_day WHEN 'end_day' THEN c.end_day END,
	CASE $5 WHEN '-name' THEN c.name WHEN '-start_day' THEN c.start_day WHEN '-end_day' THEN c.end_day END DESC, c.id LIMIT $6 OFFSET $7;

-- class_named: by what a file calls it
SELECT c.*, g.code AS institute_code, g.name AS institute_name FROM training_class c JOIN agency g ON g.id = c.institute;

-- class_same_name: another one of this name
SELECT id FROM training_class WHERE type = $1 AND year = $2 AND name = $3 AND id <> $4;

-- class_put: a new class
INSERT INTO training_class (type, year, name, institute, start_day, end_day, course) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id;

-- class_set: changed; no row when somebody was first
UPDATE training_class SET type = $3, year = $4, name = $5, institute = $6, start_day = $7, end_day = $8, course = $9, version = version + 1
 WHERE id = $1 AND version = $2 RETURNING id;

-- class_drop: removed, while nobody is in it and nothing was recorded
DELETE FROM training_class WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM participant p WHERE p.class = training_class.id)
	AND NOT EXISTS (SELECT 1 FROM class_leave l WHERE l.class = training_class.id) RETURNING id;

-- class_recorded: what of a class is recorded: the first and last day, and the most hours of one participant
SELECT (SELECT min(day) FROM class_leave_seen WHERE class = $1 AND voided IS NULL) AS first,
	(SELECT max(day) FROM class_leave_seen WHERE class = $1 AND voided IS NULL) AS last,
	coalesce((SELECT max(listed + other + truancy) FROM class_hours WHERE class = $1), 0) AS most;

-- class_facts: of one participant
SELECT c.id AS class, c.institute, c.name, g.name AS institute_name, c.start_day, c.end_day, t.reported, c.course,
	coalesce(h.listed, 0) AS listed, coalesce(h.other, 0) AS other, coalesce(h.truancy, 0) AS truancy
  FROM participant p JOIN training_class c ON c.id = p.class JOIN agency g ON g.id = c.institute
  LEFT JOIN class_report t ON t.participant = p.id AND t.class = c.id LEFT JOIN class_hours h ON h.participant = p.id AND h.class = c.id
 WHERE p.id = $1;

-- class_people: the members of a class with their hours
SELECT p.id, p.version, p.name, p.national_id, p.agency_name, p.state, t.reported, coalesce(h.listed, 0) AS listed_hours,
	coalesce(h.other, 0) AS other_hours, coalesce(h.truancy, 0) AS truancy_hours, count(*) OVER () AS total
  FROM participant p LEFT JOIN class_report t ON t.participant = p.id AND t.class = p.class
  LEFT JOIN class_hours h ON h.participant = p.id AND h.class = p.class
 WHERE p.class = $1
 ORDER BY CASE $2 WHEN 'name' THEN p.name WHEN 'national_id' THEN p.national_id WHEN 'agency_name' THEN p.agency_code END,
	CASE $2 WHEN '-name' THEN p.name WHEN '-national_id' THEN p.national_id WHEN '-agency_name' THEN p.agency_code END DESC, p.national_id
 LIMIT $3 OFFSET $4;

-- class_members: all members of a class
SELECT p.id, p.name, p.state FROM participant p WHERE p.class = $1 ORDER BY p.national_id;

-- class_due: whose class began by a day, and whose has ended before it
SELECT id FROM participant WHERE state = 'waiting' AND class_from <= $1 UNION ALL SELECT id FROM participant WHERE state = 'in_training' AND class_until < $1
 ORDER BY id LIMIT $2;

-- class_report_put: reported, or on another day
INSERT INTO class_report (participant, class, reported) VALUES ($1, $2, $3)
ON CONFLICT (participant) DO UPDATE SET class = excluded.class, reported = excluded.reported RETURNING participant;

-- class_report_drop: not reported after all
DELETE FROM class_report WHERE participant = $1 RETURNING participant;

-- class_leave_put: one entry
INSERT INTO class_leave (participant, class, day, cause, counts, hours, remark, account, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id;

-- leave_same: the same day and cause of a participant is there
SELECT id, hours FROM class_leave_seen WHERE participant = $1 AND day = $2 AND cause = $3 AND voided IS NULL;

-- leave_had: all hours of a participant in a class
SELECT coalesce((SELECT listed + other + truancy FROM class_hours WHERE participant = $1 AND class = $2), 0) AS hours;

-- leave_any: is anything recorded of a participant in a class
SELECT 1 AS n FROM class_leave WHERE participant = $1 AND class = $2 AND voided IS NULL LIMIT 1;

-- leave_void: not what happened
UPDATE class_leave SET voided = $3, voided_by = $4, void_reason = $5 WHERE id = $1 AND class = $2 AND voided IS NULL RETURNING participant;

-- class_leave_list: the entries of a class, those that were voided too
SELECT l.id, p.name, p.national_id, l.day, l.cause, l.counts, l.hours AS hundredths, l.remark, l.made, coalesce(nullif(a.full_name, ''), a.name) AS who,
	l.voided, l.void_reason, count(*) OVER () AS total
  FROM class_leave_seen l JOIN participant p ON p.id = l.participant JOIN account a ON a.id = l.account
 WHERE l.class = $1
 ORDER BY CASE $2 WHEN 'day' THEN l.day WHEN 'name' THEN p.name END,
	CASE $2 WHEN '-day' THEN l.day WHEN '-name' THEN p.name END DESC, l.id LIMIT $3 OFFSET $4;

-- member_known: of a list of national IDs: who takes part, in which class, reported when
SELECT p.id, p.version, p.type, p.year, p.national_id, p.name, p.state, coalesce(p.class, 0) AS class, t.reported
  FROM json_each(CAST($1 AS TEXT)) k JOIN participant p ON p.national_id = k.value LEFT JOIN class_report t ON t.participant = p.id AND t.class = p.class
 ORDER BY p.national_id, p.year, p.type;

-- member_change_put: what a file says
INSERT INTO class_member_change (batch, participant, version, class, class_before, reported) VALUES ($1, $2, $3, $4, $5, $6);

-- member_change_page: of a batch
SELECT participant, version, class, coalesce(class_before, 0) AS class_before, reported FROM class_member_change
 WHERE batch = $1 AND participant > $2 ORDER BY participant LIMIT $3;

-- member_change_drop: not needed any more
DELETE FROM class_member_change WHERE batch = $1;

-- member_touched: what somebody has changed since
SELECT p.id, p.name AS about, '匯入後已有異動' AS reason, count(*) OVER () AS total
  FROM class_member_change x JOIN participant p ON p.id = x.participant
 WHERE x.batch = $1 AND (p.version <> x.version + 1 OR EXISTS (SELECT 1 FROM class_leave l WHERE l.participant = p.id AND l.class = x.class))
 ORDER BY p.id LIMIT $2;

-- leave_known: of a list of participants (ids as JSON): what is recorded
SELECT l.participant, l.day, l.cause, l.hours, CASE WHEN coalesce(b.hidden, 0) = 1 AND b.id <> $2 THEN 1 ELSE 0 END AS busy
  FROM json_each(CAST($1 AS TEXT)) k JOIN class_leave l ON l.participant = CAST(k.value AS BIGINT)
  LEFT JOIN import_batch b ON b.id = l.batch WHERE l.voided IS NULL AND coalesce(l.batch, 0) <> $2 ORDER BY l.participant, l.day, l.cause;

-- leave_last: the newest id
SELECT coalesce(max(id), 0) AS id FROM class_leave;

-- leave_load: entries of a file
INSERT INTO class_leave (participant, class, day, cause, counts, hours, remark, account, made, batch) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- leave_sweep: rows that nobody is to see
DELETE FROM class_leave WHERE id BETWEEN $2 AND $3 AND batch = $1;

-- leave_touched: entries of a file that were voided since
SELECT l.id, p.name AS about, '匯入後已作廢' AS reason, count(*) OVER () AS total FROM class_leave l JOIN participant p ON p.id = l.participant
 WHERE l.batch = $1 AND l.voided IS NOT NULL ORDER BY l.id LIMIT $2;

-- leave_release: those stay, and are the batch's no more
UPDATE class_leave SET batch = NULL WHERE batch = $1 AND voided IS NOT NULL;
