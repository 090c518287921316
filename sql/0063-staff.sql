-- Whom an account stands for where, what it was given there, and the tree of agencies as intervals.
-- small: account_agency permission_grant

-- The agencies at and below one are those whose tree_low lies between its tree_low and its tree_high (agency_renumber).
ALTER TABLE agency ADD COLUMN tree_low BIGINT NOT NULL DEFAULT 0;
ALTER TABLE agency ADD COLUMN tree_high BIGINT NOT NULL DEFAULT 0;
CREATE INDEX agency_tree ON agency (tree_low);

-- subject: by what an outside identity service calls this account; NULL: a local one.
-- must_change: the password was given by somebody else.  last_sign_in: NULL: never yet (待啟用).                      SM-8
ALTER TABLE account ADD COLUMN subject TEXT;
ALTER TABLE account ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN valid_from TEXT;
ALTER TABLE account ADD COLUMN valid_to TEXT;
ALTER TABLE account ADD COLUMN last_sign_in BIGINT;
CREATE UNIQUE INDEX account_subject ON account (subject) WHERE subject IS NOT NULL;

-- 兼辦: another agency that an account acts for, with its role there.                                                 LEARN-103
CREATE TABLE account_agency (
	id SERIAL_ID,
	account BIGINT NOT NULL REFERENCES account (id),
	agency BIGINT NOT NULL REFERENCES agency (id),
	role TEXT NOT NULL,
	valid_from TEXT,
	valid_to TEXT,
	version BIGINT NOT NULL DEFAULT 1,
	UNIQUE (account, agency)
);

-- A function given to an account for one agency.  parent: the grant of a 最高管理者 that it depends on; NULL: 總處 gave it.  LEARN-333
CREATE TABLE permission_grant (
	id SERIAL_ID,
	account BIGINT NOT NULL REFERENCES account (id),
	agency BIGINT NOT NULL REFERENCES agency (id),
	permission TEXT NOT NULL,
	parent BIGINT REFERENCES permission_grant (id),
	granted_by BIGINT NOT NULL,
	granted_at BIGINT NOT NULL,
	revoked_at BIGINT,
	revoked_by BIGINT
);
CREATE UNIQUE INDEX permission_grant_live ON permission_grant (account, agency, permission) WHERE revoked_at IS NULL;
CREATE INDEX permission_grant_parent ON permission_grant (parent) WHERE revoked_at IS NULL;

-- agency: the active one; NULL: the account's own.  identity: what one chose to be when signing in.                   LEARN-001, 002
ALTER TABLE session ADD COLUMN agency BIGINT;
ALTER TABLE session ADD COLUMN identity TEXT NOT NULL DEFAULT 'staff';
ALTER TABLE account ADD COLUMN last_agency BIGINT;

-- required: 必須完成 (of a 課程類別).
ALTER TABLE code_item ADD COLUMN is_required INTEGER NOT NULL DEFAULT 0;
ALTER TABLE code_item ADD COLUMN batch BIGINT;

ALTER TABLE unit ADD COLUMN valid_from TEXT;
ALTER TABLE unit ADD COLUMN valid_to TEXT;

ALTER TABLE service_record ADD COLUMN batch BIGINT;

-- Who serves where: a row a posting, with its words; until: its last day, far away when it lasts.  On a day it is that with
-- from_day <= day AND until >= day.  Postings of a file that is still being stored are not seen.                     LEARN-037
CREATE VIEW posting AS
SELECT s.id, s.person, s.agency, s.unit, s.title, s.rank, s.person_class, s.is_supervisor, s.is_main, s.status, s.from_day,
	coalesce(s.to_day, '9999-12-31') AS until, s.version,
	g.code AS agency_code, g.name AS agency_name, g.is_enterprise, g.tree_low, coalesce(u.name, '') AS unit_name,
	coalesce(t.code, '') AS title_code, coalesce(t.name, '') AS title_name, coalesce(k.code, '') AS rank_code,
	coalesce(k.name, '') AS rank_name, coalesce(k.attribute, '') AS rank_grade, coalesce(c.code, '') AS class_code,
	coalesce(c.name, '') AS class_name
  FROM service_record s JOIN agency g ON g.id = s.agency LEFT JOIN unit u ON u.id = s.unit LEFT JOIN code_item t ON t.id = s.title
  LEFT JOIN code_item k ON k.id = s.rank LEFT JOIN code_item c ON c.id = s.person_class
 WHERE NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = s.batch AND b.hidden = 1);
