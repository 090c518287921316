-- 請證: what an office enters of a trainee, the applications (申請序號), who is on them and what they said of each.
-- small: certificate_counter

CREATE TABLE certificate_data (
	admission BIGINT PRIMARY KEY,
	identity TEXT NOT NULL DEFAULT '',
	identity_proof INTEGER NOT NULL DEFAULT 0,
	score TEXT,
	scored TEXT,
	practical_start TEXT,
	practical_end TEXT,
	remark TEXT NOT NULL DEFAULT '',
	changed INTEGER NOT NULL DEFAULT 0,
	change_note TEXT NOT NULL DEFAULT '',
	change_proof TEXT NOT NULL DEFAULT '',
	saved BIGINT,
	saved_by BIGINT,
	version BIGINT NOT NULL DEFAULT 1
);

-- The last running number of an examination: never given twice.
CREATE TABLE certificate_counter (
	exam BIGINT PRIMARY KEY,
	last INTEGER NOT NULL
);

CREATE TABLE certificate_serial (
	id SERIAL_ID,
	number TEXT NOT NULL UNIQUE,
	agency BIGINT NOT NULL,
	exam BIGINT NOT NULL,
	state TEXT NOT NULL DEFAULT 'open',
	made BIGINT NOT NULL,
	made_by BIGINT NOT NULL,
	confirmed BIGINT,
	confirmed_by BIGINT,
	printed BIGINT,
	sent_day TEXT,
	sent_document TEXT NOT NULL DEFAULT '',
	returned BIGINT,
	return_reason TEXT NOT NULL DEFAULT '',
	csptc_document TEXT NOT NULL DEFAULT '',
	csptc_day TEXT,
	exam_yuan_document TEXT NOT NULL DEFAULT '',
	exam_yuan_day TEXT,
	ended BIGINT,
	version BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX certificate_serial_agency ON certificate_serial (agency, exam);
CREATE INDEX certificate_serial_exam ON certificate_serial (exam, state);
CREATE INDEX certificate_serial_csptc ON certificate_serial (csptc_document) WHERE csptc_document <> '';
CREATE INDEX certificate_serial_exam_yuan ON certificate_serial (exam_yuan_document) WHERE exam_yuan_document <> '';

-- What the roster says of each, kept at 「確認申請」; live 0: taken off again.  Nobody is on two live ones.
CREATE TABLE certificate_member (
	serial BIGINT NOT NULL REFERENCES certificate_serial (id),
	admission BIGINT NOT NULL,
	live INTEGER NOT NULL DEFAULT 1,
	added BIGINT NOT NULL,
	added_by BIGINT NOT NULL,
	removed BIGINT,
	removed_by BIGINT,
	place INTEGER NOT NULL DEFAULT 0,
	name TEXT NOT NULL DEFAULT '',
	national_id TEXT NOT NULL DEFAULT '',
	sex TEXT NOT NULL DEFAULT '',
	birth_date TEXT,
	exam_level TEXT NOT NULL DEFAULT '',
	exam_category TEXT NOT NULL DEFAULT '',
	agency_name TEXT NOT NULL DEFAULT '',
	score TEXT NOT NULL DEFAULT '',
	start_day TEXT,
	until_day TEXT,
	end_day TEXT,
	remark TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (serial, admission)
);
CREATE UNIQUE INDEX certificate_member_live ON certificate_member (admission) WHERE live = 1;

-- Each trainee as 請證 sees one.
CREATE VIEW applicant AS
SELECT t.id, t.name, t.name_key, t.national_id, t.sex, t.birth_date, t.exam, t.exam_year, t.exam_code, t.exam_name, t.exam_level,
	t.exam_category, t.education_score, t.agency, t.report_date, coalesce(x.plan, t.plan) AS plan, e.fee_exempt_exam, e.is_promotion,
	e.pass_mark_education, e.pass_mark_practical, e.apply_due_days, g.name AS agency_name,
	coalesce(s.state, CASE WHEN t.report_date IS NULL THEN 'allocated' ELSE 'in_training' END) AS state, coalesce(s.bt_state, 'none') AS bt_state,
	x.end_date, coalesce(x.shortened, 0) AS shortened, coalesce(x.bt_exempt, 0) AS bt_exempt,
	CASE WHEN x.original_end IS NOT NULL AND x.original_end < x.end_date THEN 1 ELSE 0 END AS extended,
	coalesce(c.version, 0) AS version, coalesce(c.identity, '') AS identity, coalesce(c.identity_proof, 0) AS identity_proof, c.score,
	c.scored, c.practical_start, c.practical_end, coalesce(c.remark, '') AS remark, coalesce(c.changed, 0) AS changed,
	coalesce(c.change_note, '') AS change_note, coalesce(c.change_proof, '') AS change_proof, c.saved, c.saved_by,
	coalesce(m.serial, 0) AS serial, coalesce(n.number, '') AS number, coalesce(n.state, '') AS serial_state
FROM trainee t JOIN exam e ON e.id = t.exam LEFT JOIN agency g ON g.id = t.agency
	LEFT JOIN trainee_state s ON s.admission = t.id
	LEFT JOIN training x ON x.admission = t.id AND x.attempt = (SELECT max(a.attempt) FROM training a WHERE a.admission = t.id)
	LEFT JOIN certificate_data c ON c.admission = t.id
	LEFT JOIN certificate_member m ON m.admission = t.id AND m.live = 1
	LEFT JOIN certificate_serial n ON n.id = m.serial;

-- What others have built on an admission: now these, too.
DROP VIEW admission_built_on;
CREATE VIEW admission_built_on (admission) AS
SELECT admission FROM plan_form UNION ALL SELECT admission FROM plan_form_file UNION ALL SELECT admission FROM report_entry_row
UNION ALL SELECT admission FROM trainee_state UNION ALL SELECT admission FROM life_record UNION ALL SELECT admission FROM trainee_grant
UNION ALL SELECT admission FROM certificate_data;
