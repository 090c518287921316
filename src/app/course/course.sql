-- course_one: one that people see
SELECT * FROM course_shown WHERE id = $1;

-- course_by_key: one by what its agency calls it
SELECT * FROM course_shown WHERE agency = $1 AND course_code = $2 AND term_no = $3;

-- course_put_row: a new one
INSERT INTO course (agency, course_code, term_no, name, name_key, name_search, roc_year, category, mode, amount, unit_of_amount, certified_hours,
	digital_hours, physical_hours, start_at, end_at, start_timed, end_timed, time_note, place, enroll_method, enroll_from, enroll_to,
	online_from, quota, quota_hard, fee, agency_limit, survey_lodging, survey_meal, intro, contact_name, contact_phone, contact_email, note,
	created, created_by, batch)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28,
	$29, $30, $31, $32, $33, $34, $35, $36, $37, $38);

-- course_id_of: of the row just put in
SELECT id FROM course WHERE agency = $1 AND course_code = $2 AND term_no = $3 AND deleted IS NULL;

-- course_set: changed; no row when somebody was first
UPDATE course SET course_code = $3, term_no = $4, name = $5, name_key = $6, name_search = $7, roc_year = $8, category = $9, mode = $10,
	amount = $11, unit_of_amount = $12, certified_hours = $13, digital_hours = $14, physical_hours = $15, start_at = $16, end_at = $17,
	start_timed = $18, end_timed = $19, time_note = $20, place = $21, enroll_method = $22, enroll_from = $23, enroll_to = $24,
	online_from = $25, quota = $26, quota_hard = $27, fee = $28, agency_limit = $29, survey_lodging = $30, survey_meal = $31, intro = $32,
	contact_name = $33, contact_phone = $34, contact_email = $35, note = $36, version = version + 1
 WHERE id = $1 AND version = $2 AND deleted IS NULL RETURNING id;

-- course_mark: what is kept of it is another
INSERT INTO course_dirty (agency, start_at, end_at) SELECT agency, start_at, end_at FROM course WHERE id = $1;

-- course_mark_all: of all those of an agency
INSERT INTO course_dirty (agency, start_at, end_at) VALUES ($1, 0, 9999999999);

-- course_list: those of an agency that answer every condition; a condition that is empty (or 0) is not asked
SELECT c.*, CASE WHEN c.cancelled IS NOT NULL THEN 'cancelled' WHEN c.online_from > $13 THEN 'waiting'
	WHEN c.offline_at IS NOT NULL OR CASE WHEN c.enroll_method = 'closed' OR c.enroll_to IS NULL THEN c.end_at ELSE c.enroll_to END < $13
	THEN 'offline' ELSE 'online' END AS state, count(*) OVER () AS total
  FROM agency g CROSS JOIN course_shown c
 WHERE g.id BETWEEN $1 AND $2 AND c.agency = g.id AND upper(c.course_code) LIKE $3 ESCAPE '!' AND c.name_search LIKE $4 ESCAPE '!'
   AND ($5 = 0 OR c.term_no = $5) AND ($6 = 0 OR c.roc_year = $6) AND ($7 = '' OR c.category_code = $7) AND ($8 = '' OR c.mode = $8)
   AND ($9 = '' OR c.enroll_method = $9) AND ($10 = 0 OR c.end_at >= $10) AND ($11 = 0 OR c.start_at <= $11)
   AND ($12 = '' OR $12 = CASE WHEN c.cancelled IS NOT NULL THEN 'cancelled' WHEN c.online_from > $13 THEN 'waiting'
	WHEN c.offline_at IS NOT NULL OR CASE WHEN c.enroll_method = 'closed' OR c.enroll_to IS NULL THEN c.end_at ELSE c.enroll_to END < $13
	THEN 'offline' ELSE 'online' END) AND ($14 = 0 OR c.batch = $14)
 ORDER BY CASE $15 WHEN 'name' THEN c.name_key WHEN 'course_code' THEN c.course_code WHEN 'mode' THEN c.mode WHEN 'category_code' THEN c.category_code
		WHEN 'enroll_method' THEN c.enroll_method WHEN 'unit_of_amount' THEN c.unit_of_amount END,
	CASE $15 WHEN '-name' THEN c.name_key WHEN '-course_code' THEN c.course_code WHEN '-mode' THEN c.mode WHEN '-category_code' THEN c.category_code
		WHEN '-enroll_method' THEN c.enroll_method WHEN '-unit_of_amount' THEN c.unit_of_amount END DESC,
	CASE $15 WHEN 'term_no' THEN c.term_no WHEN '-term_no' THEN -c.term_no WHEN 'roc_year' THEN c.roc_year WHEN '-roc_year' THEN -c.roc_year
		WHEN 'amount' THEN c.amount WHEN '-amount' THEN -c.amount WHEN 'certified_hours' THEN c.certified_hours
		WHEN '-certified_hours' THEN -c.certified_hours WHEN 'start_at' THEN c.start_at WHEN '-start_at' THEN -c.start_at
		WHEN 'end_at' THEN c.end_at WHEN '-end_at' THEN -c.end_at WHEN 'created' THEN c.created ELSE -c.created END, c.id DESC
 LIMIT $16 OFFSET $17;

-- course_categories: 課程類別, with the days on which a code may be used
SELECT id, code, name, valid_from, valid_to FROM code_item WHERE table_code = 'course_category' ORDER BY sort_no, code;

-- course_agencies: all agencies in use
SELECT code, name FROM agency WHERE active = 1 ORDER BY code;

-- course_next_term: the next free 期別 of a code
SELECT coalesce(max(term_no), 0) + 1 AS term_no FROM course WHERE agency = $1 AND course_code = $2 AND deleted IS NULL;

-- course_next_code: how many courses of an agency have a code that begins so
SELECT count(*) AS n FROM course WHERE agency = $1 AND course_code LIKE $2 || '%';

-- course_online: 下線 and 重新上線 by hand
UPDATE course SET offline_at = $3, version = version + 1 WHERE id = $1 AND version = $2 AND cancelled IS NULL AND deleted IS NULL RETURNING id;

-- course_cancel: 停開
UPDATE course SET cancelled = $3, cancel_reason = $4, version = version + 1
 WHERE id = $1 AND version = $2 AND cancelled IS NULL AND deleted IS NULL RETURNING id;

-- course_remove: hidden, kept with who, when and why
UPDATE course SET deleted = $3, deleted_by = $4, delete_reason = $5, version = version + 1
 WHERE id = $1 AND version = $2 AND deleted IS NULL RETURNING id;

-- course_removed: of an agency
SELECT id, name || '（' || course_code || ' 第 ' || term_no || ' 期）' AS about, deleted AS removed, delete_reason AS reason, deleted_by AS removed_by
  FROM course WHERE agency = $1 AND deleted >= $2 ORDER BY deleted DESC, id DESC LIMIT 200;

-- course_again: what a removed one was called
SELECT course_code, term_no FROM course WHERE id = $1 AND agency = $2 AND deleted IS NOT NULL;

-- course_restore: seen again
UPDATE course SET deleted = NULL, deleted_by = NULL, delete_reason = '', version = version + 1 WHERE id = $1;

-- lesson_list: 科目與講師 of a course, in their order; who was removed keeps the name here
SELECT s.id, s.hours, s.class_date, s.from_time, s.to_time, s.note, s.instructor, u.name AS subject, i.name AS teacher, i.org_name
  FROM course_subject s JOIN subject u ON u.id = s.subject JOIN instructor i ON i.id = s.instructor LEFT JOIN import_batch b ON b.id = s.batch
 WHERE s.course = $1 AND coalesce(b.hidden, 0) = 0 ORDER BY s.seq, s.id;

-- lesson_clear: before they are stored anew
DELETE FROM course_subject WHERE course = $1;

-- lesson_put: one
INSERT INTO course_subject (course, seq, subject, instructor, hours, class_date, from_time, to_time, note, batch)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- subject_put: one that the agency had not
INSERT INTO subject (agency, name) VALUES ($1, $2) ON CONFLICT (agency, name) DO NOTHING;

-- subject_one: by name
SELECT id FROM subject WHERE agency = $1 AND name = $2;

-- subject_like: those of an agency by a part of the name
SELECT name FROM subject WHERE agency = $1 AND name LIKE $2 ESCAPE '!' ORDER BY name LIMIT $3;

-- course_opening: is it a 開課機關?
SELECT is_opening FROM agency WHERE id = $1;

-- course_known: what the agency has of a list of codes; busy: of a batch that is being stored
SELECT c.course_code, c.term_no, c.id, coalesce(b.hidden, 0) AS busy FROM course c LEFT JOIN import_batch b ON b.id = c.batch
 WHERE c.agency = $1 AND c.deleted IS NULL AND coalesce(c.batch, 0) <> $3
   AND c.course_code IN (SELECT k.value FROM json_each(CAST($2 AS TEXT)) k);

-- course_newest: the id of the one just put in
SELECT coalesce(max(id), 0) AS id FROM course;

-- course_sweep: of a batch that is not stored or taken back
DELETE FROM course WHERE id BETWEEN $2 AND $3 AND batch = $1;

-- lesson_sweep_courses: what is taught in those
DELETE FROM course_subject WHERE course IN (SELECT c.id FROM course c WHERE c.id BETWEEN $2 AND $3 AND c.batch = $1);

-- course_touched: what somebody has changed or built on since
SELECT c.id, c.name || '（' || c.course_code || ' 第 ' || c.term_no || ' 期）' AS about,
	CASE WHEN c.taken > 0 THEN '已有報名' WHEN c.version <> 1 THEN '匯入後已有異動' ELSE '已有科目與講師' END AS reason, count(*) OVER () AS total
  FROM import_piece p JOIN course c ON c.id BETWEEN p.first AND p.last AND c.batch = p.batch
 WHERE p.batch = $1 AND (c.version <> 1 OR c.taken > 0 OR c.transferred IS NOT NULL OR c.last_seq > 0
	OR EXISTS (SELECT 1 FROM course_subject s WHERE s.course = c.id))
 ORDER BY c.id LIMIT $2;

-- course_release: those stay, and are the batch's no more
UPDATE course SET batch = NULL WHERE id IN (
	SELECT c.id FROM import_piece p JOIN course c ON c.id BETWEEN p.first AND p.last AND c.batch = p.batch
	 WHERE p.batch = $1 AND (c.version <> 1 OR c.taken > 0 OR c.transferred IS NOT NULL OR c.last_seq > 0
		OR EXISTS (SELECT 1 FROM course_subject s WHERE s.course = c.id)));

-- lesson_courses: the courses of an agency with these codes
SELECT id, course_code, term_no, start_at, end_at FROM course_shown
 WHERE agency = $1 AND course_code IN (SELECT k.value FROM json_each(CAST($2 AS TEXT)) k) ORDER BY course_code, term_no;

-- lesson_known: what is taught in courses of a list already; busy: of a batch that is being stored
SELECT s.course, u.name AS subject, i.name AS teacher, i.org_name, s.class_date, s.from_time, coalesce(b.hidden, 0) AS busy
  FROM course_subject s JOIN subject u ON u.id = s.subject JOIN instructor i ON i.id = s.instructor LEFT JOIN import_batch b ON b.id = s.batch
 WHERE coalesce(s.batch, 0) <> $2 AND s.course IN (SELECT CAST(k.value AS BIGINT) FROM json_each(CAST($1 AS TEXT)) k);

-- lesson_teachers: those who may be chosen, of a list of names
SELECT i.id, i.name, i.org_name FROM instructor_shown i
 WHERE i.name IN (SELECT k.value FROM json_each(CAST($2 AS TEXT)) k) AND (i.agency = $1 OR i.is_public = 1) ORDER BY i.name, i.id;

-- lesson_newest: the id of the one just put in
SELECT coalesce(max(id), 0) AS id FROM course_subject;

-- lesson_last: the place of the last one of a course
SELECT coalesce(max(seq), 0) AS seq FROM course_subject WHERE course = $1;

-- lesson_sweep: of a batch that is not stored or taken back
DELETE FROM course_subject WHERE id BETWEEN $2 AND $3 AND batch = $1;

-- lesson_touched: what somebody has changed since: a course that is saved on its form takes its lessons over
SELECT 0 AS id, '' AS about, '' AS reason, 0 AS total WHERE $1 < 0 AND $2 < 0;
