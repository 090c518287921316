-- material_one: one that people see
SELECT * FROM material_shown WHERE id = $1;

-- material_list: of all agencies; /*scan*/ all materials, a few thousand
SELECT m.*, count(*) OVER () AS total FROM material_shown m
 WHERE m.name_search LIKE $1 ESCAPE '!' AND ($2 = '' OR m.category_code = $2) AND (m.agency_code LIKE $3 ESCAPE '!' OR m.agency_name LIKE $4 ESCAPE '!')
   AND ($5 = '' OR m.finished_on >= $5) AND ($6 = '' OR m.finished_on <= $6) AND ($7 = '' OR m.form = $7) AND m.keywords_search LIKE $8 ESCAPE '!'
 ORDER BY CASE $9 WHEN 'name' THEN m.name WHEN 'category_code' THEN m.category_code WHEN 'finished_on' THEN m.finished_on
		WHEN 'agency_name' THEN m.agency_code WHEN 'form' THEN m.form END,
	CASE $9 WHEN '-name' THEN m.name WHEN '-category_code' THEN m.category_code WHEN '-finished_on' THEN m.finished_on
		WHEN '-agency_name' THEN m.agency_code WHEN '-form' THEN m.form END DESC,
	CASE $9 WHEN 'hours' THEN m.hours WHEN '-hours' THEN -m.hours END, m.id DESC
 LIMIT $10 OFFSET $11;

-- material_put: a new one
INSERT INTO material (agency, name, name_search, category, hours, finished_on, form, development, licence, audience, language, outline, address, cost,
	contact_name, contact_phone, contact_email, keywords, keywords_search, note, created, batch)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);

-- material_same: an agency's of that name and day, but for $4
SELECT id FROM material WHERE agency = $1 AND name = $2 AND finished_on = $3 AND id <> $4 AND deleted IS NULL;

-- material_newest: the id of the one just put in
SELECT coalesce(max(id), 0) AS id FROM material;

-- material_set: changed; no row when somebody was first
UPDATE material SET name = $3, name_search = $4, category = $5, hours = $6, finished_on = $7, form = $8, development = $9, licence = $10,
	audience = $11, language = $12, outline = $13, address = $14, cost = $15, contact_name = $16, contact_phone = $17, contact_email = $18,
	keywords = $19, keywords_search = $20, note = $21, version = version + 1
 WHERE id = $1 AND version = $2 AND deleted IS NULL RETURNING id;

-- material_remove: hidden, kept with who, when and why
UPDATE material SET deleted = $3, deleted_by = $4, delete_reason = $5, version = version + 1
 WHERE id = $1 AND version = $2 AND deleted IS NULL RETURNING id;

-- material_removed: of an agency
SELECT id, name AS about, deleted AS removed, delete_reason AS reason, deleted_by AS removed_by
  FROM material WHERE agency = $1 AND deleted >= $2 ORDER BY deleted DESC, id DESC LIMIT 200;

-- material_again: what a removed one was
SELECT name, finished_on FROM material WHERE id = $1 AND agency = $2 AND deleted IS NOT NULL;

-- material_restore: seen again
UPDATE material SET deleted = NULL, deleted_by = NULL, delete_reason = '', version = version + 1 WHERE id = $1;

-- material_categories_all: 課程類別
SELECT id, code, name, valid_from, valid_to FROM code_item WHERE table_code = 'course_category' ORDER BY sort_no, code;

-- material_known: those of an agency with names of a list; busy: of a batch that is being stored
SELECT m.name, m.finished_on, coalesce(b.hidden, 0) AS busy FROM material m LEFT JOIN import_batch b ON b.id = m.batch
 WHERE m.agency = $1 AND m.deleted IS NULL AND coalesce(m.batch, 0) <> $3
   AND m.name IN (SELECT k.value FROM json_each(CAST($2 AS TEXT)) k);

-- material_sweep: of a batch that is not stored or taken back
DELETE FROM material WHERE id BETWEEN $2 AND $3 AND batch = $1;

-- material_touched: what somebody has changed since
SELECT m.id, m.name AS about, '匯入後已有異動' AS reason, count(*) OVER () AS total
  FROM import_piece p JOIN material m ON m.id BETWEEN p.first AND p.last AND m.batch = p.batch
 WHERE p.batch = $1 AND m.version <> 1 ORDER BY m.id LIMIT $2;

-- material_release: those stay, and are the batch's no more
UPDATE material SET batch = NULL WHERE id IN (
	SELECT m.id FROM import_piece p JOIN material m ON m.id BETWEEN p.first AND p.last AND m.batch = p.batch
	 WHERE p.batch = $1 AND m.version <> 1);
