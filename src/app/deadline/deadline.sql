-- deadline_last: the newest of a kind and subject that was not cancelled; always a row, with the version of the calendar in force
SELECT c.calendar, d.id, d.event_day, d.length, d.counted, d.citation, d.about, d.agency, d.raw, d.due,
	(SELECT count(*) FROM deadline_provisional v WHERE v.deadline = d.id) AS provisional, d.state, d.ended
  FROM (SELECT coalesce(sum(version), 0) AS calendar FROM office_year) c
	LEFT JOIN deadline d ON d.id = (SELECT x.id FROM deadline x
		WHERE x.subject_kind = $1 AND x.subject = $2 AND x.kind = $3 AND x.state IN ('open', 'met') ORDER BY x.id DESC LIMIT 1);

-- deadline_insert: a deadline begins
INSERT INTO deadline (kind, subject_kind, subject, about, agency, event_day, length, counted, citation, raw, due, state, started)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open', $12) RETURNING id;

-- deadline_provisional_put: 暫算 from now on
INSERT INTO deadline_provisional (deadline) VALUES ($1) ON CONFLICT (deadline) DO NOTHING;

-- deadline_provisional_end: no longer
DELETE FROM deadline_provisional WHERE deadline = $1;

-- deadline_move: set off by another event, or of other words
UPDATE deadline SET about = $2, agency = $3, event_day = $4, length = $5, counted = $6, citation = $7, raw = $8, due = $9
WHERE id = $1;

-- deadline_change_put: what it was before
INSERT INTO deadline_change (deadline, made, event_day, due, provisional, cause)
SELECT d.id, CAST($2 AS BIGINT), d.event_day, d.due, (SELECT count(*) FROM deadline_provisional v WHERE v.deadline = d.id), CAST($3 AS TEXT)
  FROM deadline d WHERE d.id = $1;

-- deadline_change_rows: what it was, the oldest first
SELECT made, event_day, due, provisional, cause FROM deadline_change WHERE deadline = $1 ORDER BY id;

-- deadline_met: done by this day
UPDATE deadline SET state = 'met', ended = $4
WHERE kind = $1 AND subject_kind = $2 AND subject = $3 AND state = 'open';

-- deadline_open_again: what was met is asked for again, by the day that the calendar gives now
UPDATE deadline SET state = 'open', ended = NULL, due = $2 WHERE id = $1;

-- deadline_agency: its subject is of another agency now
UPDATE deadline SET agency = $3 WHERE subject_kind = $1 AND subject = $2;

-- deadline_end: no longer asked for: of one kind, or of all
UPDATE deadline SET state = 'cancelled', ended = $4, reason = $5
WHERE subject_kind = $1 AND subject = $2 AND state = 'open' AND (CAST($3 AS TEXT) IS NULL OR kind = CAST($3 AS TEXT));

-- deadline_rows_below: open, of an agency and (with $2) those below it, of a kind or of all, due from $7 on before $4
WITH RECURSIVE below (id) AS (
	SELECT CAST($1 AS BIGINT) UNION SELECT g.id FROM agency g JOIN below ON g.parent = below.id WHERE $2 = 1)
SELECT d.id, d.kind, d.subject_kind, d.subject, d.about, d.agency, d.event_day, d.length, d.counted, d.citation, d.raw, d.due,
	(SELECT count(*) FROM deadline_provisional v WHERE v.deadline = d.id) AS provisional, d.state, d.ended, d.reason,
	COUNT(*) OVER () AS total
FROM deadline d
WHERE d.state = 'open' AND d.agency IN (SELECT id FROM below) AND (CAST($3 AS TEXT) IS NULL OR d.kind = CAST($3 AS TEXT))
	AND d.due >= $7 AND d.due < $4
ORDER BY d.due, d.id LIMIT $5 OFFSET $6;

-- deadline_rows_all: open, of all agencies, of a kind or of all, due from $5 on before $2
SELECT d.id, d.kind, d.subject_kind, d.subject, d.about, d.agency, d.event_day, d.length, d.counted, d.citation, d.raw, d.due,
	(SELECT count(*) FROM deadline_provisional v WHERE v.deadline = d.id) AS provisional, d.state, d.ended, d.reason,
	COUNT(*) OVER () AS total
FROM deadline d
WHERE d.state = 'open' AND (CAST($1 AS TEXT) IS NULL OR d.kind = CAST($1 AS TEXT)) AND d.due >= $5 AND d.due < $2
ORDER BY d.due, d.id LIMIT $3 OFFSET $4;

-- deadline_rows_subject: all of one record
SELECT id, kind, subject_kind, subject, about, agency, event_day, length, counted, citation, raw, due,
	(SELECT count(*) FROM deadline_provisional v WHERE v.deadline = deadline.id) AS provisional, state, ended, reason
FROM deadline WHERE subject_kind = $1 AND subject = $2 ORDER BY event_day, due, id;

-- deadline_counts_below: open and overdue by kind, of an agency and (with $2) those below it
WITH RECURSIVE below (id) AS (
	SELECT CAST($1 AS BIGINT) UNION SELECT g.id FROM agency g JOIN below ON g.parent = below.id WHERE $2 = 1)
SELECT d.kind, COUNT(*) AS open_n, COUNT(*) FILTER (WHERE d.due < $3) AS overdue_n
FROM deadline d WHERE d.state = 'open' AND d.agency IN (SELECT id FROM below) GROUP BY d.kind ORDER BY d.kind;

-- deadline_counts_all: open and overdue by kind
SELECT kind, COUNT(*) AS open_n, COUNT(*) FILTER (WHERE due < $1) AS overdue_n
FROM deadline WHERE state = 'open' GROUP BY kind ORDER BY kind;

-- deadline_swept: by which calendar, and how far
SELECT calendar, upto FROM deadline_sweep;

-- deadline_sweep_put: so far
INSERT INTO deadline_sweep (one, calendar, upto) VALUES (1, $1, $2)
ON CONFLICT (one) DO UPDATE SET calendar = excluded.calendar, upto = excluded.upto;

-- deadline_piece: those behind $1 whose day a calendar may change: open, or met late or by a provisional day
SELECT id, kind, subject_kind, subject, about, agency, event_day, length, counted, citation, raw, due,
	(SELECT count(*) FROM deadline_provisional v WHERE v.deadline = deadline.id) AS provisional, state, ended, reason
FROM deadline
WHERE id > $1 AND length IS NOT NULL AND (state = 'open' OR (state = 'met' AND (ended > due
	OR EXISTS (SELECT 1 FROM deadline_provisional p WHERE p.deadline = deadline.id))))
ORDER BY id LIMIT $2;

-- deadline_moving_put: one whose day is another by the new calendar
INSERT INTO deadline_moving (id, due, provisional) VALUES ($1, $2, $3);

-- deadline_moving_keep: what those of another day were before
INSERT INTO deadline_change (deadline, made, event_day, due, provisional, cause)
SELECT d.id, CAST($1 AS BIGINT), d.event_day, d.due,
	(SELECT count(*) FROM deadline_provisional v WHERE v.deadline = d.id), 'calendar'
  FROM deadline_moving m CROSS JOIN deadline d WHERE d.id = m.id AND d.due <> m.due;

-- deadline_moving_known: those that are 暫算 no longer
DELETE FROM deadline_provisional WHERE deadline IN (SELECT m.id FROM deadline_moving m WHERE m.provisional = 0);

-- deadline_moving_unknown: those that are now
INSERT INTO deadline_provisional (deadline) SELECT m.id FROM deadline_moving m WHERE m.provisional = 1
ON CONFLICT (deadline) DO NOTHING;

-- deadline_moving_days: their days, where these are others
UPDATE deadline SET due = (SELECT m.due FROM deadline_moving m WHERE m.id = deadline.id)
WHERE id IN (SELECT m.id FROM deadline_moving m CROSS JOIN deadline d WHERE d.id = m.id AND d.due <> m.due);

-- deadline_moving_end: none is left
DELETE FROM deadline_moving;

-- deadline_current: open ones up to this id
/*scan*/ SELECT id, kind, subject_kind, subject, about, agency, event_day, length, counted, citation, raw, due,
	(SELECT count(*) FROM deadline_provisional v WHERE v.deadline = deadline.id) AS provisional, state, ended, reason
FROM deadline WHERE state = 'open' AND length IS NOT NULL AND id <= $1 ORDER BY id;

-- deadline_page: open ones of the agencies $1 to $2 (0: of nobody yet), of a kind or of all (''), due before $4 or whenever ('')
SELECT d.id, d.kind, d.subject, d.about, d.due,
	(SELECT count(*) FROM deadline_provisional v WHERE v.deadline = d.id) AS provisional, d.event_day, d.citation, g.name AS agency_name, count(*) OVER () AS total
FROM (SELECT id, name FROM agency UNION ALL SELECT 0, '（尚未分配）') g CROSS JOIN deadline d
WHERE g.id BETWEEN $1 AND $2 AND d.agency = g.id AND d.state = 'open' AND ($3 = '' OR d.kind = $3) AND ($4 = '' OR d.due < $4)
ORDER BY CASE $5 WHEN 'due' THEN d.due WHEN 'kind' THEN d.kind WHEN 'about' THEN d.about WHEN 'event_day' THEN d.event_day END,
	CASE $5 WHEN '-due' THEN d.due WHEN '-kind' THEN d.kind WHEN '-about' THEN d.about WHEN '-event_day' THEN d.event_day END DESC, d.id
LIMIT $6 OFFSET $7;
