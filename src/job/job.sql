-- job_insert: a job into the queue
INSERT INTO job (kind, subject, payload, agency, state, not_before, added, tries, lease, cancel)
VALUES ($1, $2, $3, $4, 'waiting', $5, $6, 0, 0, 0) RETURNING id;

-- job_any_due: whether something waits whose time has come
SELECT 1 AS due FROM job WHERE state = 'waiting' AND not_before <= $1 LIMIT 1;

-- job_take: the oldest due job of the agency that waited longest for its turn
WITH RECURSIVE asking (agency) AS (
	SELECT MIN(agency) FROM job WHERE state = 'waiting'
	UNION ALL
	SELECT (SELECT MIN(j.agency) FROM job j WHERE j.state = 'waiting' AND j.agency > asking.agency)
	FROM asking WHERE asking.agency IS NOT NULL
), head AS (
	SELECT a.agency, (SELECT j.id FROM job j
		WHERE j.state = 'waiting' AND j.agency = a.agency AND j.not_before <= $1
		ORDER BY j.not_before, j.id LIMIT 1) AS id
	FROM asking a WHERE a.agency IS NOT NULL
)
UPDATE job SET state = 'running', tries = tries + 1, lease = lease + 1, board = $2, slot = $3, beat = $1,
	done_part = NULL, total_part = NULL, doing = NULL
WHERE state = 'waiting' AND id = (
	SELECT h.id FROM head h LEFT JOIN job_turn t ON t.agency = h.agency
	WHERE h.id IS NOT NULL ORDER BY COALESCE(t.turn, 0), h.id LIMIT 1)
RETURNING id, kind, subject, payload, agency, tries, lease, cancel;

-- job_turn_put: the agency has had its turn
INSERT INTO job_turn (agency, turn) VALUES ($1, (SELECT COALESCE(MAX(turn), 0) + 1 FROM job_turn))
ON CONFLICT (agency) DO UPDATE SET turn = excluded.turn;

-- job_end: a leased job is done, failed or cancelled
UPDATE job SET state = $3, reason = $4, ended = $5 WHERE id = $1 AND lease = $2 AND state = 'running';

-- job_forget: a periodic job is done
DELETE FROM job WHERE id = $1 AND lease = $2 AND state = 'running';

-- job_back: a leased job waits for its next try
UPDATE job SET state = 'waiting', reason = $3, not_before = $4, tries = $5, board = NULL, slot = NULL
WHERE id = $1 AND lease = $2 AND state = 'running';

-- job_running_rows: what is being run, by whom
SELECT id, kind, tries, lease, board, slot, beat, cancel FROM job WHERE state = 'running' ORDER BY id;

-- job_running_one: whether this lease still runs, and whether it shall stop
SELECT id, kind, tries, lease, board, slot, beat, cancel FROM job WHERE id = $1 AND lease = $2 AND state = 'running';

-- job_beat: its worker lives; how far it is
UPDATE job SET beat = $3, done_part = $4, total_part = $5, doing = $6 WHERE id = $1 AND lease = $2 AND state = 'running'
RETURNING cancel;

-- job_row: one job
SELECT id, kind, subject, agency, state, tries, added, ended, not_before, reason, done_part, total_part, doing
FROM job WHERE id = $1;

-- job_rows: the newest jobs, of one agency or of all
SELECT /*scan*/ id, kind, subject, agency, state, tries, added, ended, reason FROM job
WHERE agency = $1 OR $1 = 0 ORDER BY id DESC LIMIT $2;

-- job_cancel_waiting: off the queue
UPDATE job SET state = 'cancelled', ended = $2 WHERE id = $1 AND state = 'waiting';

-- job_cancel_running: it shall stop
UPDATE job SET cancel = 1 WHERE id = $1 AND state = 'running';

-- job_again: an ended job once more
UPDATE job SET state = 'waiting', tries = 0, cancel = 0, ended = NULL, reason = NULL, not_before = $2
WHERE id = $1 AND state IN ('failed', 'cancelled');

-- job_period_rows: when periodic kinds are next due
SELECT kind, next_at FROM job_period;

-- job_period_put: when this kind is next due
INSERT INTO job_period (kind, next_at) VALUES ($1, $2)
ON CONFLICT (kind) DO UPDATE SET next_at = excluded.next_at WHERE job_period.next_at < excluded.next_at;

-- job_unfinished: whether a job of this kind waits or runs
SELECT 1 AS found FROM job WHERE kind = $1 AND state IN ('waiting', 'running') LIMIT 1;

-- job_sweep: what ended long ago
DELETE FROM job WHERE ended < $1;
