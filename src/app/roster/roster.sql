-- roster_exams: all examinations in use
SELECT id, exam_year, exam_code FROM exam WHERE active = 1 ORDER BY exam_year, exam_code;

-- roster_agencies: all agencies in use
SELECT id, code FROM agency WHERE active = 1 ORDER BY code;

-- roster_known: the persons of a list of national IDs, each with their admissions; busy: another batch is bringing them in
SELECT p.id AS person, p.national_id, p.name, p.sex, p.birth_date, p.version AS person_version, a.id AS admission, a.exam, a.agency,
	a.exam_level, a.exam_category, a.education_score, a.listed, a.published, a.version, g.code AS agency_code,
	CASE WHEN coalesce(x.hidden, 0) = 1 AND x.id <> $2 THEN 1 WHEN coalesce(y.hidden, 0) = 1 AND y.id <> $2 THEN 1 ELSE 0 END AS busy
  FROM json_each(CAST($1 AS TEXT)) k JOIN person p ON p.national_id = k.value
  LEFT JOIN admission a ON a.person = p.id
  LEFT JOIN agency g ON g.id = a.agency
  LEFT JOIN import_batch x ON x.id = p.batch
  LEFT JOIN import_batch y ON y.id = a.batch
 ORDER BY p.national_id, a.exam;

-- roster_person_last: the newest person's id
SELECT coalesce(max(id), 0) AS id FROM person;

-- roster_person_put: a new person
INSERT INTO person (national_id, name, name_key, sex, birth_date, batch) VALUES ($1, $2, $3, $4, $5, $6);

-- roster_person_ids: of those just put in, in the order in which they were
SELECT id FROM person WHERE id > $1 AND batch = $2 ORDER BY id;

-- roster_admission_last: the newest admission's id
SELECT coalesce(max(id), 0) AS id FROM admission;

-- roster_admission_put: admitted to an examination
INSERT INTO admission (person, exam, agency, exam_level, exam_category, education_score, taken_over, batch, listed, published)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- roster_change_put: what a row fills in on an admission that is there
INSERT INTO roster_change (batch, admission, version, agency, education_score, taken_over, before_agency, before_score, before_taken_over, listed, published)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- roster_change_apply: all that a batch fills in, where nobody was first
UPDATE admission SET agency = coalesce(c.agency, admission.agency), education_score = coalesce(c.education_score, admission.education_score),
	taken_over = coalesce(c.taken_over, admission.taken_over), listed = coalesce(c.listed, admission.listed),
	published = coalesce(c.published, admission.published), version = c.version + 1
  FROM roster_change c WHERE c.batch = $1 AND admission.id = c.admission AND admission.version = c.version;

-- roster_change_moved: whom a batch has given an agency and of whom more is kept than the admission
SELECT c.admission, c.agency, coalesce(c.before_agency, 0) AS before_agency, c.taken_over
  FROM roster_change c JOIN admission a ON a.id = c.admission AND a.version = c.version + 1
 WHERE c.batch = $1 AND c.agency IS NOT NULL AND (EXISTS (SELECT 1 FROM trainee_state s WHERE s.admission = a.id)
	OR EXISTS (SELECT 1 FROM life_record l WHERE l.admission = a.id)
	OR EXISTS (SELECT 1 FROM deadline d WHERE d.subject_kind = 'trainee' AND d.subject = a.id));

-- roster_change_drop: it is not needed any more
DELETE FROM roster_change WHERE batch = $1;

-- roster_admission_sweep: rows that nobody is to see
DELETE FROM admission WHERE id BETWEEN $2 AND $3 AND batch = $1;

-- roster_person_sweep: persons who are nothing else here
DELETE FROM person WHERE id BETWEEN $2 AND $3 AND batch = $1 AND NOT EXISTS (SELECT 1 FROM person_used u WHERE u.person = person.id);

-- roster_touched_rows: what somebody has built on or changed since
SELECT t.id, t.about, t.reason, count(*) OVER () AS total FROM (
	SELECT a.id, p.name || '　' || e.exam_year || '-' || e.exam_code AS about,
		CASE WHEN a.version <> 1 THEN '匯入後已有異動' ELSE '已有計畫表或報到資料' END AS reason
	  FROM import_piece i JOIN admission a ON a.id BETWEEN i.first AND i.last AND a.batch = i.batch
	  JOIN person p ON p.id = a.person JOIN exam e ON e.id = a.exam
	 WHERE i.batch = $1 AND i.what = 'admission'
	   AND (a.version <> 1 OR EXISTS (SELECT 1 FROM admission_built_on o WHERE o.admission = a.id))
	UNION ALL
	SELECT a.id, p.name || '　' || e.exam_year || '-' || e.exam_code, '更新後已有異動'
	  FROM roster_change c JOIN admission a ON a.id = c.admission JOIN person p ON p.id = a.person JOIN exam e ON e.id = a.exam
	 WHERE c.batch = $1 AND a.version <> c.version + 1
) t ORDER BY t.id LIMIT $2;

-- roster_release: those stay, and are the batch's no more
UPDATE admission SET batch = NULL WHERE id IN (
	SELECT a.id FROM import_piece i JOIN admission a ON a.id BETWEEN i.first AND i.last AND a.batch = i.batch
	 WHERE i.batch = $1 AND i.what = 'admission'
	   AND (a.version <> 1 OR EXISTS (SELECT 1 FROM admission_built_on o WHERE o.admission = a.id)));

-- roster_change_undo: what was filled in is taken out again
UPDATE admission SET agency = c.before_agency, education_score = c.before_score, taken_over = c.before_taken_over,
	listed = CASE WHEN c.listed IS NULL THEN admission.listed END, published = CASE WHEN c.published IS NULL THEN admission.published END,
	version = admission.version + 1
  FROM roster_change c WHERE c.batch = $1 AND admission.id = c.admission AND admission.version = c.version + 1;

-- roster_person_set: a person's data as in the file
UPDATE person SET name = $3, name_key = $4, sex = $5, birth_date = $6, version = version + 1 WHERE id = $1 AND version = $2;

-- roster_admission_set: an admission's data as in the file; who goes to another agency is taken over by it
UPDATE admission SET exam_level = $3, exam_category = $4, agency = $5, education_score = $6, version = version + 1,
	former_agency = CASE WHEN agency IS DISTINCT FROM $5 THEN agency ELSE former_agency END,
	taken_over = CASE WHEN agency IS DISTINCT FROM $5 THEN $7 ELSE taken_over END, listed = $8, published = $9
 WHERE id = $1 AND version = $2;
