-- session_find: who holds this session, for the active agency, a row for each function that was given there; role is NULL where the
-- account may not act for that agency any more
SELECT s.id, s.form_token, s.by_certificate, s.identity, s.seen, s.created, a.id AS account, a.name AS account_name, a.full_name,
	CASE WHEN g.id = a.agency THEN a.role ELSE c.role END AS role, a.person, a.must_change, a.subject,
	CASE WHEN EXISTS (SELECT 1 FROM account_agency o WHERE o.account = a.id) THEN 1 ELSE 0 END AS elsewhere,
	g.id AS agency, g.code AS agency_code, g.name AS agency_name, p.permission
  FROM session s JOIN account a ON a.id = s.account JOIN agency g ON g.id = coalesce(s.agency, a.agency)
  LEFT JOIN account_agency c ON c.account = a.id AND c.agency = s.agency AND coalesce(c.valid_from, $2) <= $2
	AND coalesce(c.valid_to, $2) >= $2
  LEFT JOIN permission_grant p ON p.account = a.id AND p.agency = g.id AND p.revoked_at IS NULL
 WHERE s.token_hash = $1 AND a.active = 1 AND g.active = 1 AND coalesce(a.valid_to, $2) >= $2;

-- session_touch: the time of last use
UPDATE session SET seen = $2 WHERE id = $1;

-- session_put: a new session
INSERT INTO session (token_hash, account, form_token, by_certificate, address, created, seen, agency, identity)
VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8);

-- session_end: signing out
DELETE FROM session WHERE id = $1;

-- session_end_others: a new password ends the account's other sessions
DELETE FROM session WHERE account = $1 AND id <> $2;

-- session_sweep: sessions that were not used for long
DELETE FROM session WHERE seen < $1;

-- token_revoke_all: of an account whose password was changed, or which may not sign in any more; how many were in force
UPDATE api_token SET revoked = $2 WHERE account = $1 AND revoked IS NULL AND expires > $2;

-- token_find: who holds this API token
SELECT t.id, t.used AS seen, a.id AS account, a.name AS account_name, a.full_name, a.role, a.person, 0 AS must_change, a.subject, 0 AS elsewhere,
	g.id AS agency, g.code AS agency_code, g.name AS agency_name, p.permission
  FROM api_token t JOIN account a ON a.id = t.account JOIN agency g ON g.id = a.agency
  LEFT JOIN permission_grant p ON p.account = a.id AND p.agency = g.id AND p.revoked_at IS NULL
 WHERE t.token_hash = $1 AND t.revoked IS NULL AND t.expires > $2 AND a.active = 1 AND g.active = 1 AND coalesce(a.valid_to, $3) >= $3;

-- token_touch: the time of last use
UPDATE api_token SET used = $2 WHERE id = $1;

-- token_put: a new token of an account
INSERT INTO api_token (account, token_hash, label, created, expires) VALUES ($1, $2, $3, $4, $5);

-- token_list: an account's tokens, the newest first
SELECT id, label, created, used, revoked, expires FROM api_token WHERE account = $1 ORDER BY id DESC;

-- token_revoke: only the account's own
UPDATE api_token SET revoked = $3 WHERE id = $1 AND account = $2 AND revoked IS NULL RETURNING label;

-- account_for_sign_in: the three values must match together
SELECT a.id, a.name, a.role, a.person, a.valid_to, a.password_hash, g.code AS agency_code
  FROM account a JOIN agency g ON g.id = a.agency
 WHERE g.code = $1 AND a.name = $2 AND a.active = 1 AND g.active = 1;

-- account_full: one account with agency and role, a row for each function that was given to it there
SELECT a.id AS account, a.name AS account_name, a.full_name, a.role, a.person, 0 AS must_change, a.subject, 0 AS elsewhere,
	g.id AS agency, g.code AS agency_code, g.name AS agency_name, p.permission
  FROM account a JOIN agency g ON g.id = a.agency
  LEFT JOIN permission_grant p ON p.account = a.id AND p.agency = g.id AND p.revoked_at IS NULL
 WHERE g.code = $1 AND a.name = $2 AND a.active = 1 AND g.active = 1;

-- account_at: the same of an account acting for an agency on a day
SELECT a.id AS account, a.name AS account_name, a.full_name, coalesce(c.role, a.role) AS role, a.person, 0 AS must_change, a.subject,
	0 AS elsewhere, g.id AS agency, g.code AS agency_code, g.name AS agency_name, p.permission
  FROM account a JOIN agency g ON g.id = $2
  LEFT JOIN account_agency c ON c.account = a.id AND c.agency = g.id AND coalesce(c.valid_from, $3) <= $3 AND coalesce(c.valid_to, $3) >= $3
  LEFT JOIN permission_grant p ON p.account = a.id AND p.agency = g.id AND p.revoked_at IS NULL
 WHERE a.id = $1 AND (a.agency = g.id OR c.id IS NOT NULL) AND a.active = 1 AND g.active = 1 AND coalesce(a.valid_to, $3) >= $3;

-- account_name: for histories
SELECT a.name, a.full_name, g.name AS agency_name FROM account a JOIN agency g ON g.id = a.agency WHERE a.id = $1;

-- account_password: what is stored of an account's password
SELECT password_hash FROM account WHERE id = $1;

-- account_past_password: the present one becomes a past one
INSERT INTO password_past (account, hash) SELECT id, password_hash FROM account WHERE id = $1 AND password_hash IS NOT NULL;

-- account_past_forget: all but the last two of them
DELETE FROM password_past WHERE account = $1 AND id < (SELECT min(id) FROM (SELECT id FROM password_past WHERE account = $1
	ORDER BY id DESC LIMIT 2) x);

-- account_past: the last two
SELECT hash FROM password_past WHERE account = $1 ORDER BY id DESC LIMIT 2;

-- account_set_password: a new one, by whom it is for or by the operator
UPDATE account SET password_hash = $2, must_change = 0, version = version + 1 WHERE id = $1;

-- account_put: a new account; no row when the pair exists
INSERT INTO account (agency, name, full_name, role, password_hash) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (agency, name) DO NOTHING RETURNING id;

-- account_by_id: one account, for the operator
SELECT a.id, a.version, a.name, a.full_name, a.email, a.phone, a.role, a.active, '' AS password, g.code AS agency_code,
	g.name AS agency_name FROM account a JOIN agency g ON g.id = a.agency WHERE a.id = $1;

-- account_pair: who has this name in the agency?
SELECT id FROM account WHERE agency = $1 AND name = $2;

-- account_of_pair: an account, active or not, by what people call it
SELECT a.id FROM account a JOIN agency g ON g.id = a.agency WHERE g.code = $1 AND a.name = $2;

-- account_put_whole: a new account, by the operator
INSERT INTO account (agency, name, full_name, email, phone, role, active) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id;

-- account_set: changed; no row when somebody was first
UPDATE account SET agency = $3, name = $4, full_name = $5, email = $6, phone = $7, role = $8, active = $9, version = version + 1
 WHERE id = $1 AND version = $2 RETURNING id;

-- account_officers: the agency's officers, for signing in with its certificate
SELECT id, name, full_name FROM account WHERE agency = $1 AND role = 'agency_officer' AND active = 1 ORDER BY name;

-- failure_put: a sign-in that failed
INSERT INTO sign_in_failure (who, address, at) VALUES ($1, $2, $3);

-- failure_count: of this pair since then, and when the first of the newest five was
SELECT count(*) AS n, max(at) AS last FROM sign_in_failure WHERE who = $1 AND at > $2;

-- failure_count_address: from this address since then
SELECT count(*) AS n, max(at) AS last FROM sign_in_failure WHERE address = $1 AND at > $2;

-- failure_clear: a success forgets the pair's failures
DELETE FROM sign_in_failure WHERE who = $1;

-- failure_sweep: old ones
DELETE FROM sign_in_failure WHERE at < $1;

-- certificate_agency: the agency that a 機關憑證 belongs to, by its fingerprint or its serial number; it should be one
SELECT g.id, g.code, g.name, g.active FROM client_certificate c JOIN agency g ON g.id = c.agency
 WHERE c.identity IN ($1, $2) AND c.active = 1;

-- certificate_seen_put: fingerprint and serial number of a certificate that was believed
INSERT INTO certificate_seen (fingerprint, serial_number, at) VALUES ($1, $2, $3) ON CONFLICT (fingerprint) DO NOTHING;

-- certificate_elsewhere: where the same certificate is registered for another agency by its other identity
SELECT c.identity, g.name FROM certificate_seen s JOIN client_certificate c
	ON c.identity = CASE WHEN s.fingerprint = $1 THEN s.serial_number ELSE s.fingerprint END
  JOIN agency g ON g.id = c.agency
 WHERE (s.fingerprint = $1 OR s.serial_number = $1) AND c.active = 1 AND c.agency <> $2 LIMIT 1;

-- certificate_put: maps a certificate to an agency
INSERT INTO client_certificate (agency, identity, note, active) VALUES ($1, $2, $3, $4)
ON CONFLICT (identity) DO NOTHING RETURNING id;

-- certificate_known: is this identity registered?
SELECT id FROM client_certificate WHERE identity = $1;

-- certificate_by_id: one registered certificate
SELECT c.*, g.code AS agency_code, g.name AS agency_name FROM client_certificate c JOIN agency g ON g.id = c.agency WHERE c.id = $1;

-- certificate_set: changed; no row when somebody was first
UPDATE client_certificate SET agency = $3, identity = $4, note = $5, active = $6, version = version + 1
 WHERE id = $1 AND version = $2 RETURNING id;

-- certificate_list: all, for the operator
SELECT c.*, g.code AS agency_code, g.name AS agency_name, count(*) OVER () AS total
  FROM client_certificate c JOIN agency g ON g.id = c.agency
 ORDER BY CASE $1 WHEN 'agency_code' THEN g.code WHEN 'agency_name' THEN g.name WHEN 'identity' THEN c.identity END,
	CASE $1 WHEN '-agency_code' THEN g.code WHEN '-agency_name' THEN g.name WHEN '-identity' THEN c.identity END DESC, g.code, c.id
 LIMIT $2 OFFSET $3;

-- parked_put: what was typed into a form whose session had ended
INSERT INTO parked_form (token_hash, path, pairs, had_file, created) VALUES ($1, $2, $3, $4, $5);

-- parked_find: to be shown again
SELECT path, pairs, had_file FROM parked_form WHERE token_hash = $1;

-- parked_sweep: nobody came back for them
DELETE FROM parked_form WHERE created < $1;

-- account_list: all accounts, for the operator
SELECT a.id, a.name, a.full_name, a.role, a.active, a.version, g.code AS agency_code, g.name AS agency_name,
	CASE WHEN a.password_hash IS NULL THEN 0 ELSE 1 END AS has_password, count(*) OVER () AS total
  FROM account a JOIN agency g ON g.id = a.agency
 WHERE ($1 = '' OR g.code = $1) AND ($2 = '' OR a.role = $2)
 ORDER BY CASE WHEN $3 = 'agency_code' THEN g.code WHEN $3 = 'name' THEN a.name WHEN $3 = 'full_name' THEN a.full_name
	WHEN $3 = 'role' THEN a.role WHEN $3 = 'agency_name' THEN g.name END,
	CASE WHEN $3 = '-agency_code' THEN g.code WHEN $3 = '-name' THEN a.name WHEN $3 = '-full_name' THEN a.full_name
	WHEN $3 = '-role' THEN a.role WHEN $3 = '-agency_name' THEN g.name END DESC, g.code, a.name
 LIMIT $4 OFFSET $5;

-- account_agencies: those with an active account of a role
SELECT DISTINCT a.agency FROM account a JOIN agency g ON g.id = a.agency WHERE a.role = $1 AND a.active = 1 AND g.active = 1;

-- permission_put: a function is given; nothing happens where it was
INSERT INTO permission_grant (account, agency, permission, parent, granted_by, granted_at) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (account, agency, permission) WHERE revoked_at IS NULL DO NOTHING;

-- switch_choices: the agencies that an account may act for on a day: its own first, then those it has besides
SELECT g.id, g.code, g.name, a.role, 0 AS besides FROM account a JOIN agency g ON g.id = a.agency WHERE a.id = $1 AND g.active = 1
UNION ALL
SELECT g.id, g.code, g.name, c.role, 1 FROM account_agency c JOIN agency g ON g.id = c.agency
 WHERE c.account = $1 AND g.active = 1 AND coalesce(c.valid_from, $2) <= $2 AND coalesce(c.valid_to, $2) >= $2
 ORDER BY besides, code;

-- switch_session: another active agency from now on
UPDATE session SET agency = $2 WHERE id = $1;

-- switch_remember: it is proposed at the next sign-in
UPDATE account SET last_agency = $2 WHERE id = $1;

-- sign_in_agency: where an account acted last, if it still may
SELECT c.agency FROM account a JOIN account_agency c ON c.account = a.id AND c.agency = a.last_agency JOIN agency g ON g.id = c.agency
 WHERE a.id = $1 AND g.active = 1 AND coalesce(c.valid_from, $2) <= $2 AND coalesce(c.valid_to, $2) >= $2;

-- sign_in_seen: an account was signed in to
UPDATE account SET last_sign_in = $2 WHERE id = $1;
