-- download_put: asked for
INSERT INTO download_request (function, agency, account, conditions, shown, format, state, requested) VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7)
RETURNING id;

-- download_job_set: who makes it
UPDATE download_request SET job = $2 WHERE id = $1;

-- download_one: one request, with how far its job is
SELECT d.*, j.state AS job_state, a.full_name, a.name AS account_name
  FROM download_request d LEFT JOIN job j ON j.id = d.job LEFT JOIN account a ON a.id = d.account
 WHERE d.id = $1;

-- download_done: the file is there; no row when it was already
UPDATE download_request SET state = 'ready', row_count = $2, file = $3, size = $4, password = $5, expires = $6 WHERE id = $1 AND state = 'waiting'
RETURNING account;

-- download_nothing: there was no row
UPDATE download_request SET state = 'none', row_count = 0 WHERE id = $1 AND state = 'waiting';

-- download_fetched: somebody took it
UPDATE download_request SET state = 'fetched', fetched = $2 WHERE id = $1 AND state IN ('ready', 'fetched');

-- download_over: files whose days are over
SELECT id, file, function FROM download_request WHERE file IS NOT NULL AND expires <= $1 ORDER BY expires LIMIT 500;

-- download_expire: the file goes, and its password; the request stays
UPDATE download_request SET state = 'expired', file = NULL, password = NULL WHERE id = $1;

-- download_own: what an account asked for, in a span of time
SELECT d.*, j.state AS job_state, a.full_name, a.name AS account_name, count(*) OVER () AS total
  FROM download_request d LEFT JOIN job j ON j.id = d.job LEFT JOIN account a ON a.id = d.account
 WHERE d.account = $1 AND d.requested >= $2 AND d.requested < $3
 ORDER BY CASE $4 WHEN 'requested' THEN d.requested WHEN 'row_count' THEN d.row_count WHEN 'size' THEN d.size WHEN 'expires' THEN d.expires END,
	CASE $4 WHEN '-requested' THEN d.requested WHEN '-row_count' THEN d.row_count WHEN '-size' THEN d.size WHEN '-expires' THEN d.expires END DESC,
	d.id DESC LIMIT $5 OFFSET $6;

-- download_of_agencies: the same of all accounts of the agencies $1 to $2
SELECT d.*, j.state AS job_state, a.full_name, a.name AS account_name, count(*) OVER () AS total
  FROM agency g CROSS JOIN download_request d LEFT JOIN job j ON j.id = d.job LEFT JOIN account a ON a.id = d.account
 WHERE g.id BETWEEN $1 AND $2 AND d.agency = g.id AND d.requested >= $3 AND d.requested < $4
 ORDER BY CASE $5 WHEN 'requested' THEN d.requested WHEN 'row_count' THEN d.row_count WHEN 'size' THEN d.size WHEN 'expires' THEN d.expires END,
	CASE $5 WHEN '-requested' THEN d.requested WHEN '-row_count' THEN d.row_count WHEN '-size' THEN d.size WHEN '-expires' THEN d.expires END DESC,
	d.id DESC LIMIT $6 OFFSET $7;

-- download_agency_code: for the file's name
SELECT code, name FROM agency WHERE id = $1;
