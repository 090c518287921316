-- 學習時數: what everybody has learnt, a row a person and class; sums of it that are kept, never recounted (doc/decisions/0009).
-- small: institution business_category

-- 學習機關(構).  kind: government, school, private.                                                                     LEARN-304
CREATE TABLE institution (
	id SERIAL_ID,
	name TEXT NOT NULL UNIQUE,
	kind TEXT NOT NULL,
	agency BIGINT REFERENCES agency (id),
	version BIGINT NOT NULL DEFAULT 1
);

-- 與業務相關 by default, an agency's own choice; agency 0: that of 總處.                                                 LEARN-531
CREATE TABLE business_category (
	agency BIGINT NOT NULL,
	category BIGINT NOT NULL,
	PRIMARY KEY (agency, category)
);

-- A class is what the six fields say besides the person: of a course that was opened here (kind 1), of another one (2), of studies (3).
-- fold: the fields without what makes no difference to a reader; spelt: the very fields; both as numbers.  For kind 1 they are the course and 0.
-- category: a row of code_item, of studies that which their kind is counted as.                                  LEARN-293, 302, 303, 312
CREATE TABLE hours_class (
	id SERIAL_ID,
	roc_year INTEGER NOT NULL,
	kind INTEGER NOT NULL,
	course BIGINT,
	institution BIGINT,
	name TEXT NOT NULL,
	start_day TEXT NOT NULL,
	end_day TEXT NOT NULL,
	category BIGINT NOT NULL,
	study_kind BIGINT,
	fold BIGINT NOT NULL,
	spelt BIGINT NOT NULL,
	batch BIGINT,
	UNIQUE (roc_year, fold, spelt)
);

-- Whose classes they are: who has entered records of them.
CREATE TABLE hours_class_owner (
	owner BIGINT NOT NULL,
	roc_year INTEGER NOT NULL,
	class BIGINT NOT NULL,
	PRIMARY KEY (owner, roc_year, class)
)
-- only: sqlite
WITHOUT ROWID
-- end
;

-- 學習時數紀錄.  roc_year: of the class's end.  owner: the agency that entered it.  agency … sex: as the person was on the first day (agency 0:
-- not known; sex 1 男, 2 女; unit, title …: NULL unknown).  mode 1 數位 2 實體 3 混成; unit_of_amount 1 小時 2 天 6 學分; hours after conversion,
-- of which digital.  cert 0 未認證 1 通過 2 不通過; review 0 免複核 1 待複核 2 複核通過 3 退回; source 1 transfer 2 batch 3 by hand 4 client
-- 5 learner.  more: what is seldom given, as JSON.  batch: which brought it; a hidden one's rows nobody sees.  created, certified: NULL: with
-- its batch.  It counts: cert 1, review 0 or 2, not deleted, batch not hidden.                                    LEARN-038, 11.4, SM-3, SM-6
CREATE TABLE hours_record (
	id SERIAL_PART,
	roc_year INTEGER NOT NULL,
	class BIGINT NOT NULL,
	person BIGINT NOT NULL,
	owner BIGINT NOT NULL,
	agency BIGINT NOT NULL,
	unit BIGINT,
	title BIGINT,
	rank BIGINT,
	person_class BIGINT,
	is_supervisor INTEGER NOT NULL,
	sex INTEGER NOT NULL,
	category BIGINT NOT NULL,
	mode INTEGER NOT NULL,
	amount INTEGER NOT NULL,
	unit_of_amount INTEGER NOT NULL,
	hours INTEGER NOT NULL,
	digital INTEGER NOT NULL,
	business INTEGER NOT NULL,
	cert INTEGER NOT NULL,
	review INTEGER NOT NULL,
	source INTEGER NOT NULL,
	more TEXT,
	batch BIGINT,
	created BIGINT,
	certified BIGINT,
	changed BIGINT,
	changed_by BIGINT,
	deleted BIGINT,
	deleted_by BIGINT,
	delete_reason TEXT,
	version INTEGER NOT NULL DEFAULT 1
-- only: postgresql
	, PRIMARY KEY (id, roc_year)
-- end
)
-- only: postgresql
PARTITION BY RANGE (roc_year)
-- end
;
-- only: postgresql
CREATE TABLE hours_record_early PARTITION OF hours_record FOR VALUES FROM (MINVALUE) TO (100);
CREATE TABLE hours_record_100 PARTITION OF hours_record FOR VALUES FROM (100) TO (101);
CREATE TABLE hours_record_101 PARTITION OF hours_record FOR VALUES FROM (101) TO (102);
CREATE TABLE hours_record_102 PARTITION OF hours_record FOR VALUES FROM (102) TO (103);
CREATE TABLE hours_record_103 PARTITION OF hours_record FOR VALUES FROM (103) TO (104);
CREATE TABLE hours_record_104 PARTITION OF hours_record FOR VALUES FROM (104) TO (105);
CREATE TABLE hours_record_105 PARTITION OF hours_record FOR VALUES FROM (105) TO (106);
CREATE TABLE hours_record_106 PARTITION OF hours_record FOR VALUES FROM (106) TO (107);
CREATE TABLE hours_record_107 PARTITION OF hours_record FOR VALUES FROM (107) TO (108);
CREATE TABLE hours_record_108 PARTITION OF hours_record FOR VALUES FROM (108) TO (109);
CREATE TABLE hours_record_109 PARTITION OF hours_record FOR VALUES FROM (109) TO (110);
CREATE TABLE hours_record_110 PARTITION OF hours_record FOR VALUES FROM (110) TO (111);
CREATE TABLE hours_record_111 PARTITION OF hours_record FOR VALUES FROM (111) TO (112);
CREATE TABLE hours_record_112 PARTITION OF hours_record FOR VALUES FROM (112) TO (113);
CREATE TABLE hours_record_113 PARTITION OF hours_record FOR VALUES FROM (113) TO (114);
CREATE TABLE hours_record_114 PARTITION OF hours_record FOR VALUES FROM (114) TO (115);
CREATE TABLE hours_record_115 PARTITION OF hours_record FOR VALUES FROM (115) TO (116);
CREATE TABLE hours_record_116 PARTITION OF hours_record FOR VALUES FROM (116) TO (117);
CREATE TABLE hours_record_117 PARTITION OF hours_record FOR VALUES FROM (117) TO (118);
CREATE TABLE hours_record_118 PARTITION OF hours_record FOR VALUES FROM (118) TO (119);
CREATE TABLE hours_record_119 PARTITION OF hours_record FOR VALUES FROM (119) TO (120);
CREATE TABLE hours_record_120 PARTITION OF hours_record FOR VALUES FROM (120) TO (121);
CREATE TABLE hours_record_121 PARTITION OF hours_record FOR VALUES FROM (121) TO (122);
CREATE TABLE hours_record_122 PARTITION OF hours_record FOR VALUES FROM (122) TO (123);
CREATE TABLE hours_record_123 PARTITION OF hours_record FOR VALUES FROM (123) TO (124);
CREATE TABLE hours_record_124 PARTITION OF hours_record FOR VALUES FROM (124) TO (125);
CREATE TABLE hours_record_125 PARTITION OF hours_record FOR VALUES FROM (125) TO (126);
CREATE TABLE hours_record_126 PARTITION OF hours_record FOR VALUES FROM (126) TO (127);
CREATE TABLE hours_record_127 PARTITION OF hours_record FOR VALUES FROM (127) TO (128);
CREATE TABLE hours_record_128 PARTITION OF hours_record FOR VALUES FROM (128) TO (129);
CREATE TABLE hours_record_129 PARTITION OF hours_record FOR VALUES FROM (129) TO (130);
CREATE TABLE hours_record_130 PARTITION OF hours_record FOR VALUES FROM (130) TO (131);
CREATE TABLE hours_record_131 PARTITION OF hours_record FOR VALUES FROM (131) TO (132);
CREATE TABLE hours_record_132 PARTITION OF hours_record FOR VALUES FROM (132) TO (133);
CREATE TABLE hours_record_133 PARTITION OF hours_record FOR VALUES FROM (133) TO (134);
CREATE TABLE hours_record_134 PARTITION OF hours_record FOR VALUES FROM (134) TO (135);
CREATE TABLE hours_record_135 PARTITION OF hours_record FOR VALUES FROM (135) TO (136);
CREATE TABLE hours_record_late PARTITION OF hours_record FOR VALUES FROM (136) TO (MAXVALUE);
-- end
CREATE UNIQUE INDEX hours_record_key ON hours_record (roc_year, class, person) WHERE deleted IS NULL;
CREATE INDEX hours_record_person ON hours_record (roc_year, person);
CREATE INDEX hours_record_review ON hours_record (agency) WHERE review = 1 AND deleted IS NULL;

-- What a batch changes on records that are there: applied when it becomes visible, put back when it is undone.  old_values, new_values: for
-- people; was_more, more: the texts as they are stored.
CREATE TABLE hours_change (
	batch BIGINT NOT NULL,
	record BIGINT NOT NULL,
	roc_year INTEGER NOT NULL,
	version BIGINT NOT NULL,
	person BIGINT NOT NULL,
	agency BIGINT NOT NULL,
	category BIGINT NOT NULL,
	mode INTEGER NOT NULL,
	amount INTEGER NOT NULL,
	unit_of_amount INTEGER NOT NULL,
	hours INTEGER NOT NULL,
	digital INTEGER NOT NULL,
	business INTEGER NOT NULL,
	cert INTEGER NOT NULL,
	review INTEGER NOT NULL,
	more TEXT,
	was_mode INTEGER NOT NULL,
	was_amount INTEGER NOT NULL,
	was_unit INTEGER NOT NULL,
	was_hours INTEGER NOT NULL,
	was_digital INTEGER NOT NULL,
	was_business INTEGER NOT NULL,
	was_cert INTEGER NOT NULL,
	was_review INTEGER NOT NULL,
	was_more TEXT,
	old_values TEXT NOT NULL,
	new_values TEXT NOT NULL,
	PRIMARY KEY (batch, record)
);

-- 歷程: every change of a record after it was entered.                                                                  LEARN-316
CREATE TABLE hours_revision (
	id SERIAL_ID,
	record BIGINT NOT NULL,
	version BIGINT NOT NULL,
	at BIGINT NOT NULL,
	account BIGINT NOT NULL,
	action TEXT NOT NULL,
	old_values TEXT NOT NULL DEFAULT '',
	new_values TEXT NOT NULL DEFAULT '',
	reason TEXT NOT NULL DEFAULT '',
	batch BIGINT
);
CREATE INDEX hours_revision_record ON hours_revision (record, id);

-- 複核 of hours at private institutions; proof: what the learner sent along.                                             SM-6
CREATE TABLE hours_review (
	record BIGINT PRIMARY KEY,
	proof BIGINT,
	proof_name TEXT NOT NULL DEFAULT '',
	reviewed BIGINT,
	reviewed_by BIGINT,
	return_reason TEXT NOT NULL DEFAULT ''
);

-- Sums of the records that count: by person, and by the agency that the learner was in.  What a batch adds waits in …_new, piece by piece,
-- seen by nobody while the batch is hidden (batch < 0: of one taken back, seen by all), and is folded in afterwards: a reader adds both.
CREATE TABLE hours_person (
	roc_year INTEGER NOT NULL,
	person BIGINT NOT NULL,
	category BIGINT NOT NULL,
	records BIGINT NOT NULL,
	hours BIGINT NOT NULL,
	digital BIGINT NOT NULL,
	business BIGINT NOT NULL,
	PRIMARY KEY (roc_year, person, category)
)
-- only: sqlite
WITHOUT ROWID
-- end
;
CREATE TABLE hours_person_new (
	batch BIGINT NOT NULL,
	piece BIGINT NOT NULL,
	roc_year INTEGER NOT NULL,
	person BIGINT NOT NULL,
	category BIGINT NOT NULL,
	records BIGINT NOT NULL,
	hours BIGINT NOT NULL,
	digital BIGINT NOT NULL,
	business BIGINT NOT NULL,
	PRIMARY KEY (batch, piece, roc_year, person, category)
)
-- only: sqlite
WITHOUT ROWID
-- end
;
CREATE TABLE hours_agency (
	roc_year INTEGER NOT NULL,
	agency BIGINT NOT NULL,
	category BIGINT NOT NULL,
	records BIGINT NOT NULL,
	hours BIGINT NOT NULL,
	digital BIGINT NOT NULL,
	business BIGINT NOT NULL,
	PRIMARY KEY (roc_year, agency, category)
)
-- only: sqlite
WITHOUT ROWID
-- end
;
CREATE TABLE hours_agency_new (
	batch BIGINT NOT NULL,
	piece BIGINT NOT NULL,
	roc_year INTEGER NOT NULL,
	agency BIGINT NOT NULL,
	category BIGINT NOT NULL,
	records BIGINT NOT NULL,
	hours BIGINT NOT NULL,
	digital BIGINT NOT NULL,
	business BIGINT NOT NULL,
	PRIMARY KEY (batch, piece, roc_year, agency, category)
)
-- only: sqlite
WITHOUT ROWID
-- end
;

CREATE VIEW hours_person_seen AS
SELECT roc_year, person, category, records, hours, digital, business FROM hours_person
UNION ALL
SELECT n.roc_year, n.person, n.category, n.records, n.hours, n.digital, n.business FROM hours_person_new n
 WHERE NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = n.batch AND b.hidden = 1);
CREATE VIEW hours_agency_seen AS
SELECT roc_year, agency, category, records, hours, digital, business FROM hours_agency
UNION ALL
SELECT n.roc_year, n.agency, n.category, n.records, n.hours, n.digital, n.business FROM hours_agency_new n
 WHERE NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = n.batch AND b.hidden = 1);

-- The records that anybody may see, deleted ones too.
CREATE VIEW hours_seen AS
SELECT r.* FROM hours_record r WHERE NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = r.batch AND b.hidden = 1);

-- Requests of an outside learning platform: each number acts once.                                                      LEARN-205
CREATE TABLE hours_request (
	account BIGINT NOT NULL,
	number TEXT NOT NULL,
	batch BIGINT NOT NULL,
	sha256 TEXT NOT NULL,
	created BIGINT NOT NULL,
	PRIMARY KEY (account, number)
);
