-- hours_courses: the courses of an agency
SELECT id, upper(course_code) AS code, term_no, category, mode, certified_hours, digital_hours, start_at, end_at FROM course
 WHERE agency = $1 AND deleted IS NULL AND cancelled IS NULL ORDER BY upper(course_code), term_no;

-- hours_institutions: all that are known, few thousand
SELECT id, name, kind FROM institution ORDER BY name;

-- hours_agencies: the tree
SELECT id, coalesce(parent, 0) AS parent, name FROM agency ORDER BY id;

-- hours_choices: 類別維護 of all agencies that have their own
SELECT agency, category FROM business_category ORDER BY agency, category;

-- hours_person_last: how many persons there may be
SELECT coalesce(max(id), 0) AS id FROM person;

-- hours_learners_all: everybody with the main postings
SELECT p.id, p.national_id, p.name, p.sex, s.from_day, s.to_day, s.agency, s.unit, s.title, s.rank, s.person_class, s.is_supervisor
  FROM person p LEFT JOIN service_record s ON s.person = p.id AND s.is_main = 1 AND s.status <> 'left' /*scan*/ ORDER BY p.id, s.from_day DESC;

-- hours_learners_some: those of a list of national IDs with their main postings
SELECT p.id, p.national_id, p.name, p.sex, s.from_day, s.to_day, s.agency, s.unit, s.title, s.rank, s.person_class, s.is_supervisor
  FROM (SELECT DISTINCT value FROM json_each(CAST($1 AS TEXT))) k CROSS JOIN person p
  LEFT JOIN service_record s ON s.person = p.id AND s.is_main = 1 AND s.status <> 'left' WHERE p.national_id = k.value ORDER BY p.id, s.from_day DESC;

-- hours_births_other: of "national ID and day of birth", those that are another day with us
SELECT p.national_id, substr(k.value, 12) AS said FROM json_each(CAST($1 AS TEXT)) k CROSS JOIN person p
 WHERE p.national_id = substr(k.value, 1, 10) AND p.birth_date <> substr(k.value, 12);

-- hours_hidden: batches that others are storing
SELECT id FROM import_batch WHERE hidden = 1 AND state = 'storing' AND id <> $1;

-- hours_class_find: classes of a year by their folds, in the order of these
SELECT c.id, c.kind, c.institution, coalesce(i.name, '') AS institution_name, c.name, c.start_day, c.end_day, c.category,
	coalesce(c.study_kind, 0) AS study_kind, c.fold, c.spelt
  FROM json_each(CAST($1 AS TEXT)) k CROSS JOIN hours_class c
  LEFT JOIN institution i ON i.id = c.institution WHERE c.roc_year = $2 AND c.fold = CAST(k.value AS BIGINT) ORDER BY c.fold, c.spelt;

-- hours_class_records: what is stored of a class, at most $3 records, by person
SELECT id, person, version, batch, owner, agency, category, ((((((amount * CAST(8 AS BIGINT) + unit_of_amount) * 262144 + hours) * 262144 + digital)
	* 4 + mode) * 4 + cert) * 4 + review) * 2 + business AS facts, more
  FROM hours_record WHERE roc_year = $1 AND class = $2 AND deleted IS NULL ORDER BY person LIMIT $3;

-- hours_class_some: the same of a list of persons
SELECT h.id, h.person, h.version, h.batch, h.owner, h.agency, h.category, ((((((h.amount * CAST(8 AS BIGINT) + h.unit_of_amount) * 262144 + h.hours)
	* 262144 + h.digital) * 4 + h.mode) * 4 + h.cert) * 4 + h.review) * 2 + h.business AS facts, h.more
  FROM json_each(CAST($3 AS TEXT)) k CROSS JOIN hours_record h
 WHERE h.roc_year = $1 AND h.class = $2 AND h.person = CAST(k.value AS BIGINT) AND h.deleted IS NULL ORDER BY h.person;

-- hours_class_person: a person's record of a class
SELECT id FROM hours_record WHERE roc_year = $1 AND class = $2 AND person = $3 AND deleted IS NULL;

-- hours_institution_put: a new one, unless somebody was first
INSERT INTO institution (name, kind) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING;

-- hours_institution_one: by its name
SELECT id FROM institution WHERE name = $1;

-- hours_class_last: the newest class's id
SELECT coalesce(max(id), 0) AS id FROM hours_class;

-- hours_class_put: a new class
INSERT INTO hours_class (roc_year, kind, course, institution, name, start_day, end_day, category, study_kind, fold, spelt, batch)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- hours_class_made: those just put in, in the order in which they were
SELECT id FROM hours_class WHERE id > $1 AND batch = $2 ORDER BY id;

-- hours_class_own: whose they are
INSERT INTO hours_class_owner (owner, roc_year, class)
SELECT CAST($1 AS BIGINT), c.roc_year, c.id FROM json_each(CAST($2 AS TEXT)) k CROSS JOIN hours_class c WHERE c.id = CAST(k.value AS BIGINT)
ON CONFLICT (owner, roc_year, class) DO NOTHING;

-- hours_record_last: the newest record's id
SELECT coalesce(max(id), 0) AS id FROM hours_record;

-- hours_record_put: a new record of a file
INSERT INTO hours_record (roc_year, class, person, owner, agency, unit, title, rank, person_class, is_supervisor, sex, category, mode, amount,
	unit_of_amount, hours, digital, business, cert, review, source, more, batch)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23);

-- hours_served_made: the agencies at which the persons of a batch's new records were then
INSERT INTO hours_served (roc_year, agency, person) SELECT DISTINCT roc_year, agency, person FROM hours_record
 WHERE id BETWEEN $2 AND $3 AND batch = $1 ORDER BY roc_year, agency, person ON CONFLICT (roc_year, agency, person) DO NOTHING;

-- hours_served_one: the same of one record
INSERT INTO hours_served (roc_year, agency, person) VALUES ($1, $2, $3) ON CONFLICT (roc_year, agency, person) DO NOTHING;

-- hours_record_sweep: rows that nobody is to see
DELETE FROM hours_record WHERE id BETWEEN $2 AND $3 AND batch = $1;

-- hours_change_put: what a row changes on a record that is there
INSERT INTO hours_change (batch, record, roc_year, version, person, agency, category, mode, amount, unit_of_amount, hours, digital, business, cert,
	review, more, was_mode, was_amount, was_unit, was_hours, was_digital, was_business, was_cert, was_review, was_more, old_values, new_values)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27);

-- hours_change_apply: all that a batch changes, where nobody was first
UPDATE hours_record SET mode = c.mode, amount = c.amount, unit_of_amount = c.unit_of_amount, hours = c.hours, digital = c.digital,
	business = c.business, cert = c.cert, review = c.review, more = c.more, changed = $2, changed_by = $3,
	certified = CASE WHEN c.cert <> c.was_cert THEN $2 ELSE hours_record.certified END, version = c.version + 1
  FROM hours_change c WHERE c.batch = $1 AND hours_record.id = c.record AND hours_record.roc_year = c.roc_year
   AND hours_record.version = c.version AND hours_record.deleted IS NULL;

-- hours_change_tell: its traces
INSERT INTO hours_revision (record, version, at, account, action, old_values, new_values, batch)
SELECT c.record, c.version + 1, $2, $3, 'batch', c.old_values, c.new_values, c.batch FROM hours_change c WHERE c.batch = $1 ORDER BY c.record;

-- hours_change_drop: it is not needed any more
DELETE FROM hours_change WHERE batch = $1;

-- hours_person_drop: sums that nobody is to see
DELETE FROM hours_person_new WHERE batch = $1;

-- hours_agency_drop: sums that nobody is to see
DELETE FROM hours_agency_new WHERE batch = $1;

-- hours_touched_rows: what somebody has changed since
SELECT t.id, t.about, t.reason, count(*) OVER () AS total FROM (
	SELECT r.id, p.name || '　' || coalesce(nullif(k.name, ''), c.name) AS about, '匯入後已有異動' AS reason
	  FROM import_piece i JOIN hours_record r ON r.id BETWEEN i.first AND i.last AND r.batch = i.batch
	  JOIN person p ON p.id = r.person JOIN hours_class k ON k.id = r.class LEFT JOIN course c ON c.id = k.course
	 WHERE i.batch = $1 AND i.what = 'hours_record' AND r.version <> 1
	UNION ALL
	SELECT r.id, p.name || '　' || coalesce(nullif(k.name, ''), c.name), '更新後已有異動'
	  FROM hours_change h JOIN hours_record r ON r.id = h.record AND r.roc_year = h.roc_year JOIN person p ON p.id = r.person
	  JOIN hours_class k ON k.id = r.class LEFT JOIN course c ON c.id = k.course
	 WHERE h.batch = $1 AND r.version <> h.version + 1
) t ORDER BY t.id LIMIT $2;

-- hours_release: those stay, and are the batch's no more
UPDATE hours_record SET batch = NULL, created = coalesce(created, (SELECT b.created FROM import_batch b WHERE b.id = $1)) WHERE id IN (
	SELECT r.id FROM import_piece i JOIN hours_record r ON r.id BETWEEN i.first AND i.last AND r.batch = i.batch
	 WHERE i.batch = $1 AND i.what = 'hours_record' AND r.version <> 1);

-- hours_person_move: what was not folded in yet counts on, until it is set off
UPDATE hours_person_new SET batch = -batch WHERE batch = $1;

-- hours_agency_move: what was not folded in yet counts on, until it is set off
UPDATE hours_agency_new SET batch = -batch WHERE batch = $1;

-- hours_person_back: what the batch counted, with the opposite sign
INSERT INTO hours_person_new (batch, piece, roc_year, person, category, records, hours, digital, business)
SELECT -CAST($1 AS BIGINT), -1, roc_year, person, category, sum(records), sum(hours), sum(digital), sum(business)
  FROM hours_undo /*scan*/ WHERE batch = $1 GROUP BY roc_year, person, category;

-- hours_agency_back: what the batch counted, with the opposite sign
INSERT INTO hours_agency_new (batch, piece, roc_year, agency, category, records, hours, digital, business)
SELECT -CAST($1 AS BIGINT), -1, roc_year, agency, category, sum(records), sum(hours), sum(digital), sum(business)
  FROM hours_undo /*scan*/ WHERE batch = $1 GROUP BY roc_year, agency, category;

-- hours_change_undo: what was changed is as before
UPDATE hours_record SET mode = c.was_mode, amount = c.was_amount, unit_of_amount = c.was_unit, hours = c.was_hours, digital = c.was_digital,
	business = c.was_business, cert = c.was_cert, review = c.was_review, more = c.was_more, changed = $2, changed_by = $3,
	version = c.version + 2
  FROM hours_change c WHERE c.batch = $1 AND hours_record.id = c.record AND hours_record.roc_year = c.roc_year
   AND hours_record.version = c.version + 1;

-- hours_change_untell: its traces
INSERT INTO hours_revision (record, version, at, account, action, old_values, new_values, batch)
SELECT c.record, c.version + 2, $2, $3, 'undo', c.new_values, c.old_values, c.batch FROM hours_change c
  JOIN hours_record r ON r.id = c.record AND r.roc_year = c.roc_year AND r.version = c.version + 2 WHERE c.batch = $1 ORDER BY c.record;

-- hours_person_stage: what a piece of a batch counts
INSERT INTO hours_person_new (batch, piece, roc_year, person, category, records, hours, digital, business)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- hours_agency_stage: what a piece of a batch counts
INSERT INTO hours_agency_new (batch, piece, roc_year, agency, category, records, hours, digital, business)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- hours_person_add: a record counts, or counts otherwise
INSERT INTO hours_person (roc_year, person, category, records, hours, digital, business) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (roc_year, person, category) DO UPDATE SET records = hours_person.records + excluded.records, hours = hours_person.hours + excluded.hours,
	digital = hours_person.digital + excluded.digital, business = hours_person.business + excluded.business;

-- hours_agency_add: a record counts, or counts otherwise
INSERT INTO hours_agency (roc_year, agency, category, records, hours, digital, business) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (roc_year, agency, category) DO UPDATE SET records = hours_agency.records + excluded.records, hours = hours_agency.hours + excluded.hours,
	digital = hours_agency.digital + excluded.digital, business = hours_agency.business + excluded.business;

-- hours_person_mark: whoever counts persons looks at this one again
INSERT INTO tally_dirty (roc_year, person) VALUES ($1, $2);

-- hours_person_mark_folded: and at those of a piece
INSERT INTO tally_dirty (roc_year, person) SELECT DISTINCT n.roc_year, n.person FROM hours_person_new n WHERE n.batch = $1 AND n.piece = $2;

-- hours_fold_batches: whose sums wait
SELECT n.batch FROM (SELECT batch FROM hours_agency_new UNION SELECT batch FROM hours_person_new) n
 WHERE NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = n.batch AND b.hidden = 1) /*scan*/ ORDER BY n.batch;

-- hours_fold_first: a piece of what waits of a batch
SELECT min(n.piece) AS piece FROM (SELECT min(piece) AS piece FROM hours_agency_new WHERE batch = $1
	UNION ALL SELECT min(piece) FROM hours_person_new WHERE batch = $1) n
 WHERE NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = $1 AND b.hidden = 1);

-- hours_person_fold: a piece into the sums
INSERT INTO hours_person (roc_year, person, category, records, hours, digital, business)
SELECT n.roc_year, n.person, n.category, n.records, n.hours, n.digital, n.business FROM hours_person_new n WHERE n.batch = $1 AND n.piece = $2
 ORDER BY n.roc_year, n.person, n.category
ON CONFLICT (roc_year, person, category) DO UPDATE SET records = hours_person.records + excluded.records, hours = hours_person.hours + excluded.hours,
	digital = hours_person.digital + excluded.digital, business = hours_person.business + excluded.business;

-- hours_person_folded: it is there now
DELETE FROM hours_person_new WHERE batch = $1 AND piece = $2;

-- hours_agency_fold: a piece into the sums
INSERT INTO hours_agency (roc_year, agency, category, records, hours, digital, business)
SELECT n.roc_year, n.agency, n.category, n.records, n.hours, n.digital, n.business FROM hours_agency_new n WHERE n.batch = $1 AND n.piece = $2
 ORDER BY n.roc_year, n.agency, n.category
ON CONFLICT (roc_year, agency, category) DO UPDATE SET records = hours_agency.records + excluded.records, hours = hours_agency.hours + excluded.hours,
	digital = hours_agency.digital + excluded.digital, business = hours_agency.business + excluded.business;

-- hours_stamp_fold: whose facts have changed with a piece
INSERT INTO hours_stamp (roc_year, agency, stamp, packed)
SELECT DISTINCT n.roc_year, n.agency, 1, 0 FROM hours_agency_new n WHERE n.batch = $1 AND n.piece = $2 ORDER BY n.roc_year, n.agency
ON CONFLICT (roc_year, agency) DO UPDATE SET stamp = hours_stamp.stamp + 1;

-- hours_stamp_put: the facts of an agency and year have changed
INSERT INTO hours_stamp (roc_year, agency, stamp, packed) VALUES ($1, $2, 1, 0)
ON CONFLICT (roc_year, agency) DO UPDATE SET stamp = hours_stamp.stamp + 1;

-- hours_pack_stale: what is to be packed anew
SELECT roc_year, agency FROM hours_stamp WHERE stamp <> packed ORDER BY roc_year, agency LIMIT 200;

-- hours_pack_stamp: how often facts of an agency and year have changed
SELECT stamp FROM hours_stamp WHERE roc_year = $1 AND agency = $2;

-- hours_pack_records: the records of an agency and year that count
SELECT r.person, r.class, coalesce(r.unit, 0) AS unit, coalesce(r.title, 0) AS title, coalesce(r.rank, 0) AS rank,
	coalesce(r.person_class, 0) AS person_class, r.category, r.hours, r.digital, k.end_day, r.mode, r.business, r.is_supervisor, r.sex, k.kind
  FROM hours_served v CROSS JOIN hours_seen r JOIN hours_class k ON k.id = r.class
 WHERE v.roc_year = $1 AND v.agency = $2 AND r.roc_year = $1 AND r.person = v.person AND r.agency = $2 AND r.deleted IS NULL AND r.cert = 1
   AND r.review IN (0, 2) ORDER BY r.person, k.end_day, r.id;

-- hours_pack_put: as they are now
INSERT INTO hours_block (roc_year, agency, stamp, facts) VALUES ($1, $2, $3, $4)
ON CONFLICT (roc_year, agency) DO UPDATE SET stamp = excluded.stamp, facts = excluded.facts;

-- hours_packed: that was the state of this stamp
UPDATE hours_stamp SET packed = $3 WHERE roc_year = $1 AND agency = $2;

-- hours_pack_known: of the agencies $2 to $3, which have facts of a year, and is what is packed as it is now?
SELECT s.agency, CASE WHEN b.stamp = s.stamp THEN 1 ELSE 0 END AS fresh
  FROM agency g CROSS JOIN hours_stamp s LEFT JOIN hours_block b ON b.roc_year = s.roc_year AND b.agency = s.agency
 WHERE g.tree_low BETWEEN $2 AND $3 AND s.roc_year = $1 AND s.agency = g.id;

-- hours_pack_waiting: those of which a batch is seen and not folded in yet
SELECT DISTINCT n.agency FROM hours_agency_new n JOIN agency g ON g.id = n.agency
 WHERE n.roc_year = $1 AND g.tree_low BETWEEN $2 AND $3 AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = n.batch AND b.hidden = 1) /*scan*/ ORDER BY n.agency;

-- hours_pack_blocks: of some agencies
SELECT b.agency, b.facts FROM json_each(CAST($2 AS TEXT)) j CROSS JOIN hours_block b WHERE b.roc_year = $1 AND b.agency = CAST(j.value AS BIGINT);

-- hours_decider_put: as they are now
INSERT INTO hours_decider (roc_year, agency, stamp, facts) VALUES ($1, $2, $3, $4)
ON CONFLICT (roc_year, agency) DO UPDATE SET stamp = excluded.stamp, facts = excluded.facts;

-- hours_decider_blocks: of the agencies $2 to $3 which have facts of a year; facts NULL: what is packed is of another state
SELECT s.agency, d.facts
  FROM agency g CROSS JOIN hours_stamp s LEFT JOIN hours_decider d ON d.roc_year = s.roc_year AND d.agency = s.agency AND d.stamp = s.stamp
 WHERE g.tree_low BETWEEN $2 AND $3 AND s.roc_year = $1 AND s.agency = g.id;

-- hours_decider_wide: the same of many agencies: all of the year are gone through
SELECT s.agency, d.facts
  FROM hours_stamp s CROSS JOIN agency g LEFT JOIN hours_decider d ON d.roc_year = s.roc_year AND d.agency = s.agency AND d.stamp = s.stamp
 WHERE s.roc_year = $1 AND g.id = s.agency AND g.tree_low BETWEEN $2 AND $3;

-- hours_decider_records: the same of some agencies from the records
SELECT r.agency, r.person, r.category, r.sex, count(*) AS records
  FROM json_each(CAST($2 AS TEXT)) j CROSS JOIN hours_seen r
 WHERE r.roc_year = $1 AND r.agency = CAST(j.value AS BIGINT) AND r.is_supervisor = 1 AND r.cert = 1 AND r.deleted IS NULL AND r.review IN (0, 2)
 GROUP BY r.agency, r.person, r.category, r.sex ORDER BY r.agency, r.person;

-- hours_course_mark: what is kept of the course of a class is another
INSERT INTO course_dirty (agency, start_at, end_at)
SELECT c.agency, c.start_at, c.end_at FROM hours_class k JOIN course c ON c.id = k.course WHERE k.id = $1;

-- hours_agency_folded: it is there now
DELETE FROM hours_agency_new WHERE batch = $1 AND piece = $2;

-- hours_class_new: a new class of a record that is no row of a file; somebody may have been first
INSERT INTO hours_class (roc_year, kind, course, institution, name, start_day, end_day, category, study_kind, fold, spelt)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id;

-- hours_class_own_one: whose it is
INSERT INTO hours_class_owner (owner, roc_year, class) VALUES ($1, $2, $3) ON CONFLICT (owner, roc_year, class) DO NOTHING;

-- hours_posting: where a person served on a day
SELECT agency FROM service_record WHERE person = $1 AND is_main = 1 AND status <> 'left' AND from_day <= $2 AND coalesce(to_day, '9999-12-31') >= $2
 ORDER BY from_day DESC LIMIT 1;

-- hours_record_new: with the posting of the first day ($5)
INSERT INTO hours_record (roc_year, class, person, owner, agency, unit, title, rank, person_class, is_supervisor, sex, category, mode, amount,
	unit_of_amount, hours, digital, business, cert, review, source, more, created, changed, changed_by, certified)
SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), p.id, CAST($4 AS BIGINT), coalesce(s.agency, 0), s.unit, s.title, s.rank, s.person_class,
	coalesce(s.is_supervisor, 0), CASE p.sex WHEN 'male' THEN 1 WHEN 'female' THEN 2 ELSE 0 END, CAST($6 AS BIGINT), CAST($7 AS BIGINT),
	CAST($8 AS BIGINT), CAST($9 AS BIGINT), CAST($10 AS BIGINT), CAST($11 AS BIGINT), CAST($12 AS BIGINT), CAST($13 AS BIGINT), CAST($14 AS BIGINT),
	CAST($15 AS BIGINT), CAST($16 AS TEXT), CAST($17 AS BIGINT), CAST($17 AS BIGINT), CAST($18 AS BIGINT),
	CASE WHEN CAST($13 AS BIGINT) = 0 THEN NULL ELSE CAST($17 AS BIGINT) END
  FROM person p LEFT JOIN service_record s ON s.id = (SELECT x.id FROM service_record x WHERE x.person = p.id AND x.is_main = 1 AND x.status <> 'left'
	AND x.from_day <= CAST($5 AS TEXT) AND coalesce(x.to_day, '9999-12-31') >= CAST($5 AS TEXT) ORDER BY x.from_day DESC LIMIT 1)
 WHERE p.id = $3 RETURNING id;

-- hours_course_count: records of a course; certified: those that are 通過 or 不通過
SELECT count(*) AS n, coalesce(sum(CASE WHEN r.cert = 0 THEN 0 ELSE 1 END), 0) AS certified
  FROM hours_class k JOIN hours_seen r ON r.roc_year = k.roc_year AND r.class = k.id WHERE k.course = $1 AND r.deleted IS NULL;

-- hours_review_count: what waits for 複核 of an agency's people
SELECT count(*) AS n FROM hours_seen r WHERE r.agency = $1 AND r.review = 1 AND r.deleted IS NULL;

-- hours_revision_put: a change of a record
INSERT INTO hours_revision (record, version, at, account, action, old_values, new_values, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- hours_record_set: other hours, another result
UPDATE hours_record SET mode = $3, amount = $4, unit_of_amount = $5, hours = $6, digital = $7, business = $8,
	certified = CASE WHEN cert <> $9 THEN $11 ELSE certified END, cert = $9, review = $10, changed = $11, changed_by = $12, version = version + 1
 WHERE id = $1 AND version = $2 AND deleted IS NULL;

-- hours_record_delete: 「刪除」
UPDATE hours_record SET deleted = $3, deleted_by = $4, delete_reason = $5, changed = $3, changed_by = $4, version = version + 1
 WHERE id = $1 AND version = $2 AND deleted IS NULL;

-- hours_record_restore: 「復原」
UPDATE hours_record SET deleted = NULL, deleted_by = NULL, delete_reason = NULL, changed = $3, changed_by = $4, version = version + 1
 WHERE id = $1 AND version = $2 AND deleted IS NOT NULL;

-- hours_record_move: to another class
UPDATE hours_record SET roc_year = $3, class = $4, category = $5, changed = $6, changed_by = $7, version = version + 1
 WHERE id = $1 AND version = $2 AND deleted IS NULL;

-- hours_class_list: the classes of which these agencies have entered records; kind $3 0: any; year $4 0: any; $5 course code, $6 term 0: any,
-- $7 category code, $8 a part of the name, all without case; $9 the agency that entered them: its code or a part of its name
SELECT k.id, k.roc_year, CAST(k.kind AS TEXT) AS kind, o.owner, coalesce(c.course_code, '') AS course_code, coalesce(c.term_no, 0) AS term_no,
	coalesce(c.name, k.name) AS name, coalesce(i.name, g.name) AS institution, t.code || ' ' || t.name AS category, k.start_day, k.end_day,
	count(*) OVER () AS total
  FROM agency g CROSS JOIN hours_class_owner o JOIN hours_class k ON k.id = o.class LEFT JOIN course c ON c.id = k.course
  LEFT JOIN institution i ON i.id = k.institution JOIN code_item t ON t.id = k.category
 WHERE g.id BETWEEN $1 AND $2 AND o.owner = g.id AND ($4 = 0 OR o.roc_year = $4) AND ($3 = 0 OR k.kind = $3)
   AND ($5 = '' OR lower(c.course_code) LIKE lower($5) || '%') AND ($6 = 0 OR c.term_no = $6) AND ($7 = '' OR t.code LIKE $7 || '%')
   AND ($8 = '' OR replace(lower(coalesce(c.name, k.name)), lower($8), '') <> lower(coalesce(c.name, k.name)))
   AND ($9 = '' OR g.code = upper($9) OR replace(g.name, $9, '') <> g.name)
   AND EXISTS (SELECT 1 FROM hours_seen r WHERE r.roc_year = k.roc_year AND r.class = k.id AND r.owner = o.owner AND r.deleted IS NULL)
 ORDER BY CASE $10 WHEN 'course_code' THEN c.course_code WHEN 'name' THEN coalesce(c.name, k.name) WHEN 'start_day' THEN k.start_day
	WHEN 'end_day' THEN k.end_day WHEN 'category' THEN t.code END,
	CASE $10 WHEN '-course_code' THEN c.course_code WHEN '-name' THEN coalesce(c.name, k.name) WHEN '-start_day' THEN k.start_day
	WHEN '-end_day' THEN k.end_day WHEN '-category' THEN t.code END DESC, k.id DESC
 LIMIT $11 OFFSET $12;

-- hours_class_numbers: of some classes, how many records an owner has and how they stand
SELECT k.id, r.owner, count(*) AS people, sum(CASE r.cert WHEN 0 THEN 1 ELSE 0 END) AS pending, sum(CASE r.cert WHEN 1 THEN 1 ELSE 0 END) AS passed,
	sum(CASE r.cert WHEN 2 THEN 1 ELSE 0 END) AS failed
  FROM json_each(CAST($1 AS TEXT)) j CROSS JOIN hours_class k CROSS JOIN hours_seen r
 WHERE k.id = CAST(j.value AS BIGINT) AND r.roc_year = k.roc_year AND r.class = k.id AND r.deleted IS NULL GROUP BY k.id, r.owner;

-- hours_class_one: a class as its page shows it
SELECT k.id, k.roc_year, k.kind, coalesce(k.course, 0) AS course, coalesce(c.course_code, '') AS course_code, coalesce(c.term_no, 0) AS term_no,
	coalesce(c.name, k.name) AS name, coalesce(i.name, '') AS institution, coalesce(i.kind, '') AS institution_kind, t.code || ' ' || t.name AS category,
	k.category AS category_id, coalesce(k.study_kind, 0) AS study_kind, k.start_day, k.end_day, coalesce(c.certified_hours, 0) AS course_hours,
	coalesce(c.mode, '') AS course_mode
  FROM hours_class k LEFT JOIN course c ON c.id = k.course LEFT JOIN institution i ON i.id = k.institution JOIN code_item t ON t.id = k.category
 WHERE k.id = $1;

-- hours_class_owned: may this agency do anything with it?
SELECT 1 AS yes FROM hours_class k JOIN hours_class_owner o ON o.roc_year = k.roc_year AND o.class = k.id WHERE k.id = $1 AND o.owner = $2;

-- hours_lines: the learners of a class of which these agencies entered the records; $4 0: those that stand, else those deleted since that moment
SELECT r.*, r.unit_of_amount AS unit, r.hours - r.digital AS physical, p.name, p.national_id, coalesce(g.name, '') AS agency_name,
	coalesce(t.name, '') AS title_name, coalesce(q.name, '') AS rank_name, coalesce(nullif(a.full_name, ''), a.name, '') AS changed_name, p.name_key,
	count(*) OVER () AS total
  FROM hours_seen r JOIN person p ON p.id = r.person LEFT JOIN agency g ON g.id = r.agency LEFT JOIN code_item t ON t.id = r.title
  LEFT JOIN code_item q ON q.id = r.rank LEFT JOIN account a ON a.id = r.changed_by
 WHERE r.roc_year = (SELECT k.roc_year FROM hours_class k WHERE k.id = $1) AND r.class = $1 AND r.owner BETWEEN $2 AND $3
   AND (($4 = 0 AND r.deleted IS NULL) OR ($4 > 0 AND r.deleted >= $4))
 ORDER BY CASE $5 WHEN 'hours' THEN r.hours WHEN '-hours' THEN -r.hours WHEN 'cert' THEN r.cert WHEN '-cert' THEN -r.cert END,
	CASE $5 WHEN 'national_id' THEN p.national_id WHEN 'agency_name' THEN g.name WHEN 'title_name' THEN t.name WHEN 'rank_name' THEN q.name END,
	CASE $5 WHEN '-name' THEN p.name_key WHEN '-national_id' THEN p.national_id WHEN '-agency_name' THEN g.name END DESC, p.name_key, r.id
 LIMIT $6 OFFSET $7;

-- hours_line_one: one record, by its id
SELECT r.*, r.unit_of_amount AS unit, r.hours - r.digital AS physical, p.name, p.national_id, coalesce(g.name, '') AS agency_name,
	coalesce(t.name, '') AS title_name, coalesce(q.name, '') AS rank_name, coalesce(nullif(a.full_name, ''), a.name, '') AS changed_name
  FROM hours_seen r JOIN person p ON p.id = r.person LEFT JOIN agency g ON g.id = r.agency LEFT JOIN code_item t ON t.id = r.title
  LEFT JOIN code_item q ON q.id = r.rank LEFT JOIN account a ON a.id = r.changed_by
 WHERE r.id = $1;

-- hours_revisions: the history of a record
SELECT v.version, v.at, v.action, v.old_values, v.new_values, v.reason, coalesce(v.batch, 0) AS batch,
	coalesce(nullif(a.full_name, ''), a.name, '') AS who
  FROM hours_revision v LEFT JOIN account a ON a.id = v.account WHERE v.record = $1 ORDER BY v.id;

-- hours_entered: how a record came in
SELECT r.source, coalesce(r.created, b.finished, b.created) AS at, coalesce(r.batch, 0) AS batch,
	coalesce(nullif(a.full_name, ''), a.name, '') AS who
  FROM hours_record r LEFT JOIN import_batch b ON b.id = r.batch LEFT JOIN account a ON a.id = b.account WHERE r.id = $1;

-- hours_person_by_id: who has this national ID
SELECT id, name FROM person WHERE national_id = $1;

-- hours_transfer_due: approved registrations, not transferred yet, of the first course behind $2 that has such and has ended before $1
SELECT g.id, g.course, g.person, c.agency, c.certified_hours, c.digital_hours, c.amount, c.mode, c.unit_of_amount, c.category, c.start_at, c.end_at
  FROM registration g CROSS JOIN course c
 WHERE g.course = (SELECT w.course FROM registration w CROSS JOIN course e
	WHERE w.course > $2 AND w.state = 'approved' AND w.hours IS NULL AND e.id = w.course AND e.end_at < $1 AND e.cancelled IS NULL
	  AND e.deleted IS NULL ORDER BY w.course LIMIT 1)
   AND c.id = g.course AND g.state = 'approved' AND g.hours IS NULL
 ORDER BY g.id;

-- hours_transferred: which record a registration became
UPDATE registration SET hours = $2 WHERE id = $1 AND hours IS NULL;

-- hours_course_transferred: something of it was
UPDATE course SET transferred = $2 WHERE id = $1 AND transferred IS NULL;

-- hours_follow: a course's hours are others now: what is not certified follows
SELECT r.id FROM hours_class k JOIN hours_seen r ON r.roc_year = k.roc_year AND r.class = k.id
 WHERE k.course = $1 AND r.deleted IS NULL AND r.cert = 0 ORDER BY r.id;

-- hours_recount_person: what the sums of a year say otherwise than the records, by person
SELECT t.roc_year, t.who, t.category, sum(t.records) AS records, sum(t.hours) AS hours, sum(t.digital) AS digital, sum(t.business) AS business FROM (
	SELECT r.roc_year, r.person AS who, r.category, 1 AS records, r.hours, r.digital, r.hours * r.business AS business FROM hours_seen r
	 WHERE r.cert = 1 AND r.review IN (0, 2) AND r.deleted IS NULL
	UNION ALL
	SELECT s.roc_year, s.person, s.category, -s.records, -s.hours, -s.digital, -s.business FROM hours_person_seen s
  ) t /*scan*/ GROUP BY t.roc_year, t.who, t.category HAVING sum(t.records) <> 0 OR sum(t.hours) <> 0 OR sum(t.digital) <> 0 OR sum(t.business) <> 0
 LIMIT 200;

-- hours_recount_agency: the same by agency
SELECT t.roc_year, t.who, t.category, sum(t.records) AS records, sum(t.hours) AS hours, sum(t.digital) AS digital, sum(t.business) AS business FROM (
	SELECT r.roc_year, r.agency AS who, r.category, 1 AS records, r.hours, r.digital, r.hours * r.business AS business FROM hours_seen r
	 WHERE r.cert = 1 AND r.review IN (0, 2) AND r.deleted IS NULL
	UNION ALL
	SELECT s.roc_year, s.agency, s.category, -s.records, -s.hours, -s.digital, -s.business FROM hours_agency_seen s
  ) t /*scan*/ GROUP BY t.roc_year, t.who, t.category HAVING sum(t.records) <> 0 OR sum(t.hours) <> 0 OR sum(t.digital) <> 0 OR sum(t.business) <> 0
 LIMIT 200;

-- hours_decider_years: years of which anything is packed
SELECT DISTINCT roc_year FROM hours_decider /*scan*/;

-- hours_recount_decider: the records of those who decide by agency, and sums by which others would show
SELECT r.agency, count(*) AS records, sum(r.person) AS persons, sum(r.person % 1000 * r.category) AS categories, sum(r.person * r.sex) AS sexes
  FROM hours_seen r WHERE r.roc_year = $1 AND r.is_supervisor = 1 AND r.cert = 1 AND r.deleted IS NULL AND r.review IN (0, 2) AND r.sex > 0
 GROUP BY r.agency /*scan*/ ORDER BY r.agency;

-- hours_recount_served: records of which an agency's facts would not know
SELECT r.id FROM hours_record r WHERE r.deleted IS NULL AND NOT EXISTS (SELECT 1 FROM hours_served v
	WHERE v.roc_year = r.roc_year AND v.agency = r.agency AND v.person = r.person) /*scan*/ LIMIT 200;

-- hours_recount_split: records whose numbers can't be, and those that refer to nothing
SELECT r.id, r.hours, r.digital, r.amount FROM hours_seen r
 WHERE r.digital < 0 OR r.digital > r.hours OR (r.mode = 1 AND r.digital <> r.hours) OR (r.mode = 2 AND r.digital <> 0)
	OR NOT EXISTS (SELECT 1 FROM hours_class k WHERE k.id = r.class AND k.roc_year = r.roc_year)
	OR NOT EXISTS (SELECT 1 FROM person p WHERE p.id = r.person) /*scan*/ LIMIT 200;

-- hours_request_one: the batch of a request
SELECT batch FROM hours_request WHERE account = $1 AND number = $2;

-- hours_request_put: a request is taken; a number acts once
INSERT INTO hours_request (account, number, batch, sha256, created) VALUES ($1, $2, $3, '', $4);

-- hours_request_recent: how many came of late
SELECT count(*) AS n FROM hours_request WHERE account = $1 AND created > $2;

-- hours_aliases_deliver: what files in circulation call the columns, where nothing is kept of it yet                      LEARN-295
INSERT INTO import_alias (kind, heading, field, rule)
SELECT * FROM (VALUES
	('hours_unopened', '身分證字號', 'national_id', ''),
	('hours_unopened', '身份證字號', 'national_id', ''),
	('hours_unopened', '名稱', 'title', ''),
	('hours_unopened', '開課起始日期', 'start', ''),
	('hours_unopened', '上課起始日期', 'start', ''),
	('hours_unopened', '開課結束日期', 'end', ''),
	('hours_unopened', '上課結束日期', 'end', ''),
	('hours_unopened', '課程類別代碼', 'category', ''),
	('hours_unopened', '課程時數', 'amount', 'unit=1'),
	('hours_unopened', '實施縣市', 'county', ''),
	('hours_unopened', '出勤上課狀況', 'note', 'append'),
	('hours_unopened', '內容概要', 'note', 'append'),
	('hours_unopened', '實施地點', 'note', 'append'),
	('hours_unopened', '生日', 'birth', ''),
	('hours_unopened', '年度', '', ''),
	('hours_unopened', '學位學分', '', ''),
	('hours_unopened', '課程代碼', '', ''),
	('hours_unopened', '課程方法代碼', '', ''),
	('hours_unopened', '學員所屬機關(構)代碼', '', ''),
	('hours_unopened', '開課起始時間', '', ''),
	('hours_unopened', '開課結束時間', '', ''),
	('hours_unopened', '實際上課起始日期', '', ''),
	('hours_unopened', '實際上課起始時間', '', ''),
	('hours_unopened', '實際上課結束日期', '', ''),
	('hours_unopened', '實際上課結束時間', '', ''),
	('hours_auto_unopened', '身分證字號', 'national_id', ''),
	('hours_auto_unopened', '身份證字號', 'national_id', ''),
	('hours_auto_unopened', '名稱', 'title', ''),
	('hours_auto_unopened', '開課起始日期', 'start', ''),
	('hours_auto_unopened', '上課起始日期', 'start', ''),
	('hours_auto_unopened', '開課結束日期', 'end', ''),
	('hours_auto_unopened', '上課結束日期', 'end', ''),
	('hours_auto_unopened', '課程類別代碼', 'category', ''),
	('hours_auto_unopened', '課程時數', 'amount', 'unit=1'),
	('hours_auto_unopened', '實施縣市', 'county', ''),
	('hours_auto_unopened', '出勤上課狀況', 'note', 'append'),
	('hours_auto_unopened', '內容概要', 'note', 'append'),
	('hours_auto_unopened', '實施地點', 'note', 'append'),
	('hours_auto_unopened', '生日', 'birth', ''),
	('hours_auto_unopened', '年度', '', ''),
	('hours_auto_unopened', '學位學分', '', ''),
	('hours_auto_unopened', '課程代碼', '', ''),
	('hours_auto_unopened', '課程方法代碼', '', ''),
	('hours_auto_unopened', '學員所屬機關(構)代碼', '', ''),
	('hours_auto_unopened', '開課起始時間', '', ''),
	('hours_auto_unopened', '開課結束時間', '', ''),
	('hours_auto_unopened', '實際上課起始日期', '', ''),
	('hours_auto_unopened', '實際上課起始時間', '', ''),
	('hours_auto_unopened', '實際上課結束日期', '', ''),
	('hours_auto_unopened', '實際上課結束時間', '', '')) v WHERE NOT EXISTS (SELECT 1 FROM import_alias);

-- hours_record_snapshot: 職稱 and 官職等 of the time are others
UPDATE hours_record SET title = $3, rank = $4, changed = $5, changed_by = $6, version = version + 1
 WHERE id = $1 AND version = $2 AND deleted IS NULL;

-- hours_snapshot_now: what they are
SELECT r.title, r.rank, t.name AS title_name, k.name AS rank_name
  FROM hours_record r LEFT JOIN code_item t ON t.id = r.title LEFT JOIN code_item k ON k.id = r.rank WHERE r.id = $1;

-- hours_code_name: a row of a code table
SELECT name FROM code_item WHERE id = $1;

-- hours_delivery_mark: who has fetched a record is owed its correction
UPDATE hours_delivery SET corrected = 1 WHERE record = $1;

-- hours_delivery_mark_batch: the same of all that a batch has changed
UPDATE hours_delivery SET corrected = 1 WHERE record IN (SELECT c.record FROM hours_change c WHERE c.batch = $1);

-- hours_delivery_mark_gone: and of those that go with a batch
UPDATE hours_delivery SET corrected = 1 WHERE record IN (
	SELECT r.id FROM import_piece i JOIN hours_record r ON r.id BETWEEN i.first AND i.last AND r.batch = i.batch
	 WHERE i.batch = $1 AND i.what = 'hours_record');
