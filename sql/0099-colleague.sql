-- 人事單位: full numbers on a page, asking by a number that stands in no address, saved conditions of 多條件複選產製報表.
-- small: full_display

-- For which page an account has asked for full numbers, why and how long.                                            LEARN-015
CREATE TABLE full_display (
	account BIGINT NOT NULL,
	path TEXT NOT NULL,
	reason TEXT NOT NULL,
	until BIGINT NOT NULL,
	PRIMARY KEY (account, path)
);

CREATE TABLE person_query (
	id SERIAL_ID,
	national_id TEXT NOT NULL,
	account BIGINT NOT NULL,
	at BIGINT NOT NULL,
	UNIQUE (national_id, account)
);

-- conditions: as an address says them.  shared: within the agency.                                                    LEARN-634
CREATE TABLE condition_set (
	id SERIAL_ID,
	account BIGINT NOT NULL REFERENCES account (id),
	agency BIGINT NOT NULL REFERENCES agency (id),
	name TEXT NOT NULL,
	conditions TEXT NOT NULL,
	shared INTEGER NOT NULL DEFAULT 0,
	made BIGINT NOT NULL,
	UNIQUE (account, name)
);
CREATE INDEX condition_set_agency ON condition_set (agency) WHERE shared = 1;

-- What ends after a day is not counted before: few of a year, found by it.
CREATE INDEX hours_class_end ON hours_class (roc_year, end_day);

-- A record of hours as people are told of it: with its class, course, where the learner was, all in words.
CREATE VIEW hours_told AS
SELECT r.id, r.roc_year, r.class, r.person, r.agency, r.category, r.mode, r.hours, r.digital, r.hours - r.digital AS physical, r.business, r.cert,
	r.review, r.deleted, k.kind, k.start_day, k.end_day, coalesce(c.name, k.name) AS course_name, coalesce(c.name_key, '') AS course_key,
	coalesce(c.course_code, '') AS course_code, coalesce(c.term_no, 0) AS term_no, coalesce(o.name, i.name, '') AS institution,
	t.code || ' ' || t.name AS category_name, t.code AS category_code, coalesce(g.code, '') AS agency_code, coalesce(g.name, '') AS agency_name,
	coalesce(u.name, '') AS unit_name, coalesce(l.name, '') AS title_name, coalesce(q.name, '') AS rank_name, coalesce(b.name, '') AS class_name,
	p.name, p.name_key, p.national_id, p.sex
  FROM hours_seen r JOIN hours_class k ON k.id = r.class JOIN person p ON p.id = r.person JOIN code_item t ON t.id = r.category
  LEFT JOIN course c ON c.id = k.course LEFT JOIN agency o ON o.id = c.agency LEFT JOIN institution i ON i.id = k.institution
  LEFT JOIN agency g ON g.id = r.agency LEFT JOIN unit u ON u.id = r.unit LEFT JOIN code_item l ON l.id = r.title
  LEFT JOIN code_item q ON q.id = r.rank LEFT JOIN code_item b ON b.id = r.person_class;
