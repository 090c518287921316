-- import_batch_put: a new upload
INSERT INTO import_batch (kind, account, agency, state, file_name, file, sha256, charset, dry, only_correct, nightly, created, subject)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id;

-- import_batch_one: one upload
SELECT b.*, coalesce(nullif(a.full_name, ''), a.name) AS account_name, CASE WHEN b.state IN ('done', 'partial', 'undone') THEN b.rows_created + b.rows_updated + b.rows_unchanged ELSE 0 END AS rows_ok
  FROM import_batch b JOIN account a ON a.id = b.account WHERE b.id = $1;

-- import_batch_same: the newest upload of the same content that was stored, or is about to be
SELECT id, created, state FROM import_batch
 WHERE sha256 = $1 AND kind = $2 AND agency = $3 AND state IN ('queued', 'checking', 'night', 'storing', 'done', 'partial') ORDER BY id DESC LIMIT 1;

-- import_batch_list: the history, of one agency or of all, of the kinds $5
SELECT b.*, coalesce(nullif(a.full_name, ''), a.name) AS account_name, CASE WHEN b.state IN ('done', 'partial', 'undone') THEN b.rows_created + b.rows_updated + b.rows_unchanged ELSE 0 END AS rows_ok,
	count(*) OVER () AS total
  FROM import_batch b JOIN account a ON a.id = b.account
 WHERE b.agency IN (SELECT x.id FROM agency x WHERE x.id BETWEEN $1 AND $2) AND ($3 = '' OR b.kind = $3) AND ($4 = '' OR b.state = $4)
   AND b.kind IN (SELECT k.value FROM json_each(CAST($5 AS TEXT)) k)
 ORDER BY CASE $6 WHEN 'created' THEN b.id WHEN '-created' THEN -b.id WHEN 'rows_read' THEN b.rows_read WHEN '-rows_read' THEN -b.rows_read
	WHEN 'rows_wrong' THEN b.rows_wrong WHEN '-rows_wrong' THEN -b.rows_wrong END,
	CASE $6 WHEN 'file_name' THEN b.file_name WHEN 'kind' THEN b.kind WHEN 'state' THEN b.state END,
	CASE $6 WHEN '-file_name' THEN b.file_name WHEN '-kind' THEN b.kind WHEN '-state' THEN b.state END DESC, b.id DESC
 LIMIT $7 OFFSET $8;

-- import_upload_list: uploads of 終身學習 from $3 until before $4, of the kinds $5; $6: of these ids alone, "" for all
SELECT b.*, coalesce(nullif(a.full_name, ''), a.name) AS account_name, CASE WHEN b.state IN ('done', 'partial', 'undone') THEN b.rows_created + b.rows_updated + b.rows_unchanged ELSE 0 END AS rows_ok,
	count(*) OVER () AS total
  FROM agency g CROSS JOIN import_batch b JOIN account a ON a.id = b.account
 WHERE g.id BETWEEN $1 AND $2 AND b.agency = g.id AND b.created >= $3 AND b.created < $4
   AND b.kind IN (SELECT k.value FROM json_each(CAST($5 AS TEXT)) k)
   AND ($6 = '' OR b.id IN (SELECT CAST(i.value AS BIGINT) FROM json_each(CAST(CASE WHEN $6 = '' THEN '[]' ELSE $6 END AS TEXT)) i))
 ORDER BY CASE $7 WHEN 'created' THEN b.id WHEN 'rows_read' THEN b.rows_read WHEN '-rows_read' THEN -b.rows_read
	WHEN 'rows_wrong' THEN b.rows_wrong WHEN '-rows_wrong' THEN -b.rows_wrong ELSE -b.id END,
	CASE $7 WHEN 'file_name' THEN b.file_name WHEN 'kind' THEN b.kind WHEN 'state' THEN b.state END,
	CASE $7 WHEN '-file_name' THEN b.file_name WHEN '-kind' THEN b.kind WHEN '-state' THEN b.state END DESC, b.id DESC
 LIMIT $8 OFFSET $9;

-- import_upload_files: what they were, to be looked into
SELECT b.id, b.file FROM agency g CROSS JOIN import_batch b
 WHERE g.id BETWEEN $1 AND $2 AND b.agency = g.id AND b.created >= $3 AND b.created < $4
   AND b.kind IN (SELECT k.value FROM json_each(CAST($5 AS TEXT)) k) ORDER BY b.id DESC LIMIT $6;

-- import_batch_job: by whom it is worked off
UPDATE import_batch SET job = $2 WHERE id = $1;

-- import_batch_state: another state, if it still is in the version that was read
UPDATE import_batch SET state = $3, only_correct = $4, dry = CASE state WHEN 'held' THEN dry ELSE 0 END, reason = $5, finished = $6, version = version + 1
 WHERE id = $1 AND version = $2;

-- import_batch_lease: this run works on it now; no row when it is not to be worked on
UPDATE import_batch SET lease = $2, beat = $3, state = $4, version = version + 1
 WHERE id = $1 AND hidden = 1 AND state IN ('queued', 'checking', 'storing', 'night') RETURNING id;

-- import_batch_beat: a sign of life, and the fence: no row when another run has taken over
UPDATE import_batch SET beat = $3 WHERE id = $1 AND lease = $2 AND hidden = 1 AND state IN ('checking', 'storing');

-- import_batch_checked: what the check found
UPDATE import_batch SET state = $3, encoding = $4, format = $5, columns_found = $6, rows_read = $7, rows_wrong = $8, rows_created = $9,
	rows_updated = $10, rows_unchanged = $11, rows_conflict = $12, warnings = $13, reason = $14, finished = $15, result = $16,
	errors = $17, version = version + 1
 WHERE id = $1 AND lease = $2 AND hidden = 1 AND state IN ('checking', 'storing');

-- import_batch_show: the one switch: from here on everybody sees the rows
UPDATE import_batch SET hidden = 0, state = $3, rows_created = $4, rows_updated = $5, rows_unchanged = $6, finished = $7,
	reason = '', version = version + 1
 WHERE id = $1 AND lease = $2 AND hidden = 1 AND state = 'storing';

-- import_batch_because: why it is about to be taken back, for whom takes its rows back
UPDATE import_batch SET undo_reason = $2 WHERE id = $1;

-- import_batch_hide: the same switch back
UPDATE import_batch SET hidden = 1, state = 'undone', undone = $3, undone_by = $4, undo_left = $5, version = version + 1
 WHERE id = $1 AND version = $2 AND hidden = 0;

-- import_batch_failed: given up by the queue, or by a command that died
UPDATE import_batch SET state = $3, reason = $4, lease = 0, version = version + 1 WHERE id = $1 AND version = $2;

-- import_batch_hidden: batches that may have left something behind
SELECT * FROM import_batch WHERE hidden = 1 AND (state IN ('checking', 'storing', 'queued', 'night')
	OR EXISTS (SELECT 1 FROM import_piece p WHERE p.batch = import_batch.id)) ORDER BY id;

-- import_piece_put: ids of rows that were made
INSERT INTO import_piece (batch, number, what, first, last) VALUES ($1, $2, $3, $4, $5);

-- import_piece_last: the newest range of a batch
SELECT number, what, first, last FROM import_piece WHERE batch = $1 ORDER BY number DESC LIMIT 1;

-- import_piece_cut: what is swept of it
UPDATE import_piece SET last = $3 WHERE batch = $1 AND number = $2;

-- import_piece_drop: all of it is swept
DELETE FROM import_piece WHERE batch = $1 AND number = $2;

-- import_issue_count: how many of the first complaints are kept
SELECT count(*) AS n FROM import_issue WHERE batch = $1;

-- import_issue_put: one of the first complaints
INSERT INTO import_issue (batch, number, row_number, field, code, text, severity) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- import_issue_drop: of an earlier check
DELETE FROM import_issue WHERE batch = $1;

-- import_issues: the first complaints
SELECT row_number, field, code, text, severity FROM import_issue WHERE batch = $1 ORDER BY number LIMIT $2;

-- import_conflict_put: a row for a person to decide on
INSERT INTO import_conflict (batch, row_number, about, difference, record) VALUES ($1, $2, $3, $4, $5);

-- import_conflict_drop: of an earlier try
DELETE FROM import_conflict WHERE batch = $1;

-- import_conflict_list: those of a batch
SELECT *, count(*) OVER () AS total FROM import_conflict WHERE batch = $1 AND ($2 = 0 OR decision IS NULL)
 ORDER BY CASE $3 WHEN '-row_number' THEN -row_number ELSE row_number END, id LIMIT $4 OFFSET $5;

-- import_conflict_one: one that nobody has decided yet
SELECT * FROM import_conflict WHERE id = $1 AND batch = $2 AND decision IS NULL;

-- import_conflict_open: how many wait
SELECT count(*) AS n FROM import_conflict WHERE batch = $1 AND decision IS NULL;

-- import_conflict_decided: the file's data taken, or the stored ones kept
UPDATE import_conflict SET decision = $2, decided = $3, decided_by = $4 WHERE id = $1 AND decision IS NULL;

-- import_aliases: what files in circulation call the columns of a kind
SELECT heading, field, rule FROM import_alias WHERE kind = $1 ORDER BY id;

-- import_role: as what an account uploads for an agency
SELECT coalesce((SELECT x.role FROM account_agency x WHERE x.account = a.id AND x.agency = $2), a.role) AS role FROM account a WHERE a.id = $1;

-- import_upload_about: what the files of some batches (a JSON list of their ids) are for
SELECT a.batch, a.about FROM json_each(CAST($1 AS TEXT)) j CROSS JOIN import_about a WHERE a.batch = CAST(j.value AS BIGINT) ORDER BY a.batch, a.about;

-- import_batch_old: batches of these kinds that ended before $1 and whose files are still kept
SELECT id, file, result, errors FROM import_batch
 WHERE finished < $1 AND file IS NOT NULL AND kind IN (SELECT k.value FROM json_each(CAST($2 AS TEXT)) k) ORDER BY finished LIMIT 100;

-- import_batch_bare: they are not any more
UPDATE import_batch SET file = NULL, result = NULL, errors = NULL WHERE id = $1;
