-- award_list: who passed in a training and year, or got 免訓 in that year, of one agency as 服務機關 or 遴選機關, or of all
WITH these (id) AS (
	SELECT p.id FROM participant p JOIN award_year y ON y.participant = p.id WHERE p.type = $1 AND p.year = $2 AND y.year = p.year
	UNION ALL SELECT p.id FROM participant p JOIN award_year y ON y.participant = p.id
	 WHERE p.type = $1 AND p.year BETWEEN $2 - 20 AND $2 - 1 AND p.state IN ('exempt_approved', 'certificate_requested', 'certified') AND y.year = $2)
SELECT p.id, p.version, p.type, CAST($2 AS BIGINT) AS year, p.name, p.national_id, p.agency_name, s.name AS selector_name, p.state, coalesce(t.total, '') AS total_score,
	coalesce(q.document, '') AS request_document, q.day AS request_day, coalesce(m.number, '') AS number, coalesce(m.code, '') AS code, m.issued,
	coalesce(m.document, '') AS document, m.cancelled, coalesce(m.cancel_document, '') AS cancel_document, coalesce(m.version, 0) AS seen, f.paid_on, count(*) OVER () AS total
  FROM these x JOIN participant p ON p.id = x.id LEFT JOIN training_result t ON t.participant = p.id JOIN agency s ON s.id = p.selector
  LEFT JOIN award_member m ON m.participant = p.id AND m.request = (SELECT max(o.request) FROM award_member o
	WHERE o.participant = p.id AND (o.live = 1 OR (o.cancelled IS NOT NULL AND p.state = 'annulled')))
  LEFT JOIN award_request q ON q.id = m.request
  LEFT JOIN fee_standing f ON f.admission = -p.id
 WHERE p.state IN ('passed', 'exempt_approved', 'certificate_requested', 'certified', 'annulled')
   AND ($3 = 0 OR p.agency = $3 OR p.selector = $3)
 ORDER BY CASE $4 WHEN 'name' THEN p.name WHEN 'selector_name' THEN s.code WHEN 'number' THEN m.number END,
	CASE $4 WHEN '-name' THEN p.name WHEN '-selector_name' THEN s.code WHEN '-number' THEN m.number END DESC, s.code, p.national_id LIMIT $5 OFFSET $6;

-- award_one: one of them
SELECT p.id, p.version, p.type, y.year, p.name, p.national_id, p.agency_name, s.name AS selector_name, p.state, coalesce(t.total, '') AS total_score,
	coalesce(q.document, '') AS request_document, q.day AS request_day, coalesce(m.number, '') AS number, coalesce(m.code, '') AS code, m.issued,
	coalesce(m.document, '') AS document, m.cancelled, coalesce(m.cancel_document, '') AS cancel_document, coalesce(m.version, 0) AS seen, f.paid_on
  FROM participant p JOIN award_year y ON y.participant = p.id LEFT JOIN training_result t ON t.participant = p.id JOIN agency s ON s.id = p.selector
  LEFT JOIN award_member m ON m.participant = p.id AND m.request = (SELECT max(o.request) FROM award_member o
	WHERE o.participant = p.id AND (o.live = 1 OR (o.cancelled IS NOT NULL AND p.state = 'annulled')))
  LEFT JOIN award_request q ON q.id = m.request
  LEFT JOIN fee_standing f ON f.admission = -p.id
 WHERE p.id = $1;

-- award_request_put: 考試院 is asked
INSERT INTO award_request (document, day, account, made) VALUES ($1, $2, $3, $4) RETURNING id;

-- award_member_put: for whom
INSERT INTO award_member (request, participant) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING participant;

-- award_member_issue: issued; no row when it is not asked for, or the number is another's
UPDATE award_member SET number = $2, issued = $3, document = $4, code = $5, version = version + 1 WHERE participant = $1 AND live = 1 AND number IS NULL
	AND NOT EXISTS (SELECT 1 FROM award_member o WHERE o.number = $2) RETURNING participant;

-- award_member_back: sent back
UPDATE award_member SET live = 0 WHERE participant = $1 AND live = 1 AND number IS NULL RETURNING participant;

-- award_amend: another number, day or letter than was recorded; no row when somebody was first, or the number is another's
UPDATE award_member SET number = $3, issued = $4, document = $5, version = version + 1 WHERE participant = $1 AND live = 1 AND version = $2
	AND number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM award_member o WHERE o.number = $3 AND o.participant <> $1) RETURNING participant;

-- award_blank: the number was not issued after all
UPDATE award_member SET number = NULL, issued = NULL, document = '', code = '', version = version + 1
 WHERE participant = $1 AND live = 1 AND version = $2 RETURNING participant;

-- award_end: the pass is annulled
UPDATE award_member SET live = 0, cancelled = $2, cancel_document = $3, version = version + 1 WHERE participant = $1 AND live = 1 RETURNING participant;

-- award_again: that was a mistake
UPDATE award_member SET live = 1, cancelled = NULL, cancel_document = '', version = version + 1 WHERE participant = $1 AND cancelled IS NOT NULL
	AND request = (SELECT max(o.request) FROM award_member o WHERE o.participant = $1 AND o.cancelled IS NOT NULL)
	AND NOT EXISTS (SELECT 1 FROM award_member o WHERE o.participant = $1 AND o.live = 1) RETURNING participant;

-- award_change_put: what was corrected
INSERT INTO award_change (participant, what, before, after, reason, document, account, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- award_changes: of a participant, the newest first
SELECT c.what, c.before, c.after, c.reason, c.document, c.made, coalesce(nullif(a.full_name, ''), a.name, '系統') AS who
  FROM award_change c LEFT JOIN account a ON a.id = c.account WHERE c.participant = $1 ORDER BY c.id DESC;

-- award_known: of a list of national IDs: who passed, how far the certificate is
SELECT p.id, p.type, y.year, p.national_id, p.name, p.state, coalesce(m.version, 0) AS version, coalesce(m.number, '') AS number, m.issued,
	coalesce(m.document, '') AS document
  FROM json_each(CAST($1 AS TEXT)) k JOIN participant p ON p.national_id = k.value JOIN award_year y ON y.participant = p.id
  LEFT JOIN award_member m ON m.participant = p.id AND m.live = 1 ORDER BY p.national_id, y.year, p.type;

-- award_taken: of a list of numbers: whose they are
SELECT m.number, m.participant FROM json_each(CAST($1 AS TEXT)) k JOIN award_member m ON m.number = k.value;

-- award_import_put: what a file says
INSERT INTO award_import (batch, participant, version, number, issued, document) VALUES ($1, $2, $3, $4, $5, $6);

-- award_import_page: of a batch
SELECT participant, version, number, issued, document FROM award_import WHERE batch = $1 AND participant > $2 ORDER BY participant LIMIT $3;

-- award_import_drop: not needed any more
DELETE FROM award_import WHERE batch = $1;

-- award_import_touched: what somebody has changed since
SELECT p.id, p.name AS about, '匯入後已有異動' AS reason, count(*) OVER () AS total
  FROM award_import x JOIN participant p ON p.id = x.participant LEFT JOIN award_member m ON m.participant = p.id AND m.live = 1
 WHERE x.batch = $1 AND coalesce(m.version, 0) <> x.version + 1 ORDER BY p.id LIMIT $2;

-- award_renumbered: a number that was corrected since, by the code of its certificate
SELECT c.before AS number, m.code FROM award_change c JOIN award_member m ON m.participant = c.participant
 WHERE c.what = 'number' AND c.before = $1 AND m.code <> '' ORDER BY c.id DESC LIMIT 1;

-- award_numbered: by the number on the certificate
SELECT m.number, m.code, m.cancelled, m.issued, m.document, m.live, q.document AS request_document, q.day AS request_day, p.name, p.type, p.year, p.state
  FROM award_member m JOIN award_request q ON q.id = m.request JOIN participant p ON p.id = m.participant WHERE m.number = $1;
