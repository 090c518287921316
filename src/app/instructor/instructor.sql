-- instructor_one: one that people see
SELECT * FROM instructor_shown WHERE id = $1;

-- instructor_named: own and public ones of a name
SELECT id, name, org_name, title, agency_name, updated FROM instructor_shown
 WHERE name = $2 AND (agency = $1 OR is_public = 1) ORDER BY CASE WHEN agency = $1 THEN 0 ELSE 1 END, org_name, id;

-- instructor_like: own ones, then public ones of others, by a part of the name
SELECT id, name, org_name, title, agency_name, name_key, 0 AS foreign_one FROM instructor_shown
 WHERE agency = $1 AND name_search LIKE $2 ESCAPE '!'
UNION ALL
SELECT id, name, org_name, title, agency_name, name_key, 1 FROM instructor_shown
 WHERE is_public = 1 AND agency <> $1 AND name_search LIKE $2 ESCAPE '!'
 ORDER BY foreign_one, name_key, id LIMIT $3;

-- instructor_list: of one agency, or of all
SELECT i.*, count(*) OVER () AS total FROM agency g CROSS JOIN instructor_shown i
 WHERE g.id BETWEEN $1 AND $2 AND i.agency = g.id AND i.name_search LIKE $3 ESCAPE '!' AND i.subject_search LIKE $4 ESCAPE '!'
   AND ($5 = 0 OR i.batch = $5)
 ORDER BY CASE $6 WHEN 'name' THEN i.name_key WHEN 'org_name' THEN i.org_name END,
	CASE $6 WHEN '-name' THEN i.name_key WHEN '-org_name' THEN i.org_name END DESC,
	CASE $6 WHEN 'updated' THEN i.updated WHEN '-updated' THEN -i.updated END, i.name_key, i.id
 LIMIT $7 OFFSET $8;

-- instructor_search: own ones of the agencies $1 to $2, and public ones of all others; /*scan*/ those that are public
SELECT x.*, count(*) OVER () AS total FROM (
	SELECT i.* FROM agency g CROSS JOIN instructor_shown i
	 WHERE g.id BETWEEN $1 AND $2 AND i.agency = g.id AND i.name_search LIKE $3 ESCAPE '!' AND i.subject_search LIKE $4 ESCAPE '!'
	UNION ALL
	SELECT i.* FROM instructor_shown i
	 WHERE i.is_public = 1 AND (i.agency < $1 OR i.agency > $2) AND i.name_search LIKE $3 ESCAPE '!' AND i.subject_search LIKE $4 ESCAPE '!'
 ) x
 ORDER BY CASE $5 WHEN 'name' THEN x.name_key WHEN 'org_name' THEN x.org_name END,
	CASE $5 WHEN '-name' THEN x.name_key WHEN '-org_name' THEN x.org_name END DESC, x.name_key, x.id
 LIMIT $6 OFFSET $7;

-- instructor_put: a new one
INSERT INTO instructor (agency, name, name_key, name_search, subject_1, subject_2, subject_3, subject_4, subject_5, subject_search, national_id,
	sex, org_name, title, education, experience, expertise_1, expertise_2, expertise_3, phone, mobile, email, address, is_public,
	contact_public, note, to_be_completed, updated, batch)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29);

-- instructor_newest: the id of the one just put in
SELECT coalesce(max(id), 0) AS id FROM instructor;

-- instructor_own_newest: the same, of an agency and name
SELECT max(id) AS id FROM instructor WHERE agency = $1 AND name = $2;

-- instructor_set: changed; no row when somebody was first
UPDATE instructor SET name = $3, name_key = $4, name_search = $5, subject_1 = $6, subject_2 = $7, subject_3 = $8, subject_4 = $9, subject_5 = $10,
	subject_search = $11, national_id = $12, sex = $13, org_name = $14, title = $15, education = $16, experience = $17, expertise_1 = $18,
	expertise_2 = $19, expertise_3 = $20, phone = $21, mobile = $22, email = $23, address = $24, is_public = $25, contact_public = $26,
	note = $27, to_be_completed = $28, updated = $29, version = version + 1
 WHERE id = $1 AND version = $2 AND deleted IS NULL RETURNING id;

-- instructor_remove: hidden from lists and choices; kept with who, when and why
UPDATE instructor SET deleted = $3, deleted_by = $4, delete_reason = $5, version = version + 1
 WHERE id = $1 AND version = $2 AND deleted IS NULL RETURNING id;

-- instructor_removed: of an agency
SELECT i.id, i.name || CASE WHEN i.org_name = '' THEN '' ELSE '（' || i.org_name || '）' END AS about, i.deleted AS removed,
	i.delete_reason AS reason, i.deleted_by AS removed_by
  FROM instructor i WHERE i.agency = $1 AND i.deleted >= $2 ORDER BY i.deleted DESC, i.id DESC LIMIT 200;

-- instructor_again: what a removed one was
SELECT name, org_name, national_id FROM instructor WHERE id = $1 AND agency = $2 AND deleted IS NOT NULL;

-- instructor_restore: seen again
UPDATE instructor SET deleted = NULL, deleted_by = NULL, delete_reason = '', version = version + 1 WHERE id = $1;

-- instructor_twin: own ones of the same name and 服務機關, or with the same ID number, but for $5
SELECT id, name, org_name FROM instructor_shown
 WHERE agency = $1 AND id <> $5 AND ((name = $2 AND org_name = $3) OR ($4 <> '' AND national_id = $4)) ORDER BY id LIMIT 1;

-- instructor_own_keys: what makes own ones the same, of names and ID numbers of a list; busy: of a batch that is being stored
SELECT i.name, i.org_name, i.national_id, coalesce(b.hidden, 0) AS busy FROM instructor i LEFT JOIN import_batch b ON b.id = i.batch
 WHERE i.agency = $1 AND i.deleted IS NULL AND coalesce(i.batch, 0) <> $3
   AND (i.name IN (SELECT k.value FROM json_each(CAST($2 AS TEXT)) k)
	OR (i.national_id <> '' AND i.national_id IN (SELECT k.value FROM json_each(CAST($2 AS TEXT)) k)));

-- instructor_sweep_rows: of a batch that is not stored or taken back, and on which nothing hangs
DELETE FROM instructor WHERE id BETWEEN $2 AND $3 AND batch = $1
   AND NOT EXISTS (SELECT 1 FROM course_subject s WHERE s.instructor = instructor.id);

-- instructor_touched: what somebody has changed or built on since
SELECT i.id, i.name || CASE WHEN i.org_name = '' THEN '' ELSE '（' || i.org_name || '）' END AS about,
	CASE WHEN i.version <> 1 THEN '匯入後已有異動' ELSE '已列為課程之講師' END AS reason, count(*) OVER () AS total
  FROM import_piece p JOIN instructor i ON i.id BETWEEN p.first AND p.last AND i.batch = p.batch
 WHERE p.batch = $1 AND (i.version <> 1 OR EXISTS (SELECT 1 FROM course_subject s WHERE s.instructor = i.id))
 ORDER BY i.id LIMIT $2;

-- instructor_release: those stay, and are the batch's no more
UPDATE instructor SET batch = NULL WHERE id IN (
	SELECT i.id FROM import_piece p JOIN instructor i ON i.id BETWEEN p.first AND p.last AND i.batch = p.batch
	 WHERE p.batch = $1 AND (i.version <> 1 OR EXISTS (SELECT 1 FROM course_subject s WHERE s.instructor = i.id)));

-- instructor_expertises: 類別代碼表
SELECT code, name FROM code_item WHERE table_code = 'course_category' ORDER BY sort_no, code;
