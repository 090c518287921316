-- audit_insert: one event
INSERT INTO audit (made, account, agency, address, action, subject_kind, subject, was, became, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- audit_flood_one: how many were put in in an hour
SELECT n FROM audit_flood WHERE action = $1 AND hour = $2 AND address = $3;

-- audit_flood_put: one more
INSERT INTO audit_flood (action, hour, address, n) VALUES ($1, $2, $3, 1)
ON CONFLICT (action, hour, address) DO UPDATE SET n = audit_flood.n + 1;

-- audit_flood_sweep: of hours that are over
DELETE FROM audit_flood WHERE action = $1 AND hour < $2;

-- audit_of_subject: the history of one record
SELECT u.id, u.made AS at, u.account, u.agency, u.address, u.action, u.subject_kind, u.subject, u.was, u.became, u.reason,
	a.full_name, a.name AS account_name, g.name AS agency_name
FROM audit u LEFT JOIN account a ON a.id = u.account LEFT JOIN agency g ON g.id = a.agency
WHERE u.subject_kind = $1 AND u.subject = $2 ORDER BY u.id;

-- audit_told_of: the history of one record, for its page
SELECT u.made AS at, u.account, u.action, u.was, u.became, u.reason, a.full_name, a.name AS account_name, g.name AS agency_name
FROM audit u LEFT JOIN account a ON a.id = u.account LEFT JOIN agency g ON g.id = a.agency
WHERE u.subject_kind = $1 AND u.subject = $2 ORDER BY u.id;

-- audit_last_change: who changed a record last, and when
SELECT a.made AS at, COALESCE(NULLIF(c.full_name, ''), c.name, '系統') AS who
FROM audit a LEFT JOIN account c ON c.id = a.account
WHERE a.subject_kind = $1 AND a.subject = $2 AND (a.was IS NOT NULL OR a.became IS NOT NULL) AND a.action NOT LIKE '%read'
ORDER BY a.id DESC LIMIT 1;

-- audit_page: the newest events below an id
SELECT /*scan*/ id, made AS at, account, agency, address, action, subject_kind, subject, was, became, reason
FROM audit
WHERE (id < $1 OR $1 = 0) AND (account = $2 OR $2 = 0) AND (agency = $3 OR $3 = 0)
	AND (CAST($4 AS TEXT) IS NULL OR action = CAST($4 AS TEXT)) AND made >= $5 AND (made < $6 OR $6 = 0)
ORDER BY id DESC LIMIT $7;

-- audit_page_account: the newest events of one account
SELECT id, made AS at, account, agency, address, action, subject_kind, subject, was, became, reason
FROM audit
WHERE account = $2 AND (id < $1 OR $1 = 0) AND (agency = $3 OR $3 = 0)
	AND (CAST($4 AS TEXT) IS NULL OR action = CAST($4 AS TEXT)) AND made >= $5 AND (made < $6 OR $6 = 0)
ORDER BY id DESC LIMIT $7;

-- audit_take: rows that no seal holds become members of this one
UPDATE audit SET seal = $1 WHERE id IN (SELECT id FROM audit WHERE seal IS NULL ORDER BY id LIMIT $2)
RETURNING id, made, account, agency, address, action, subject_kind, subject, was, became, reason;

-- audit_members: the rows that say they are members of a seal
SELECT id, made, account, agency, address, action, subject_kind, subject, was, became, reason
FROM audit WHERE seal = $1 ORDER BY id;

-- audit_waiting: whether a row waits for its seal
SELECT id FROM audit WHERE seal IS NULL LIMIT 1;

-- audit_waiting_long: rows without a seal
SELECT id, made FROM audit WHERE seal IS NULL AND made < $1 ORDER BY id LIMIT 100;

-- audit_seal_last: the newest seal
SELECT number, mac FROM audit_seal WHERE number = (SELECT MAX(number) FROM audit_seal);

-- audit_seal_put: a new seal
INSERT INTO audit_seal (number, made, members, previous, mac) VALUES ($1, $2, $3, $4, $5);

-- audit_seal_row: one seal
SELECT number, made, members, previous, mac FROM audit_seal WHERE number = $1;

-- audit_strays: rows of a seal that does not exist
SELECT /*scan*/ a.id, a.seal FROM audit a LEFT JOIN audit_seal s ON s.number = a.seal
WHERE a.seal IS NOT NULL AND s.number IS NULL ORDER BY a.id LIMIT 100;

-- audit_list: the events of some days, for the operator
SELECT a.id, a.made AS at, a.address, a.action, a.subject_kind, a.subject, a.was, a.became, a.reason,
	COALESCE(c.name, '系統') AS who, g.code AS agency_code, count(*) OVER () AS total
  FROM audit a LEFT JOIN account c ON c.id = a.account LEFT JOIN agency g ON g.id = c.agency
 WHERE a.made >= $1 AND a.made < $2 AND ($3 = '' OR a.action = $3) AND ($4 = '' OR c.name = $4)
 ORDER BY CASE $5 WHEN 'at' THEN a.id WHEN '-at' THEN -a.id END, a.id LIMIT $6 OFFSET $7;
