-- planform_one: one person's form; $2 is today
SELECT f.*, p.guide_from, coalesce(p.outdated, 0) AS outdated,
	CASE WHEN f.standing IN ('not_issued', 'waiting') AND f.due < $2 THEN 'overdue' ELSE f.standing END AS form_state
  FROM trainee_form f LEFT JOIN plan_form p ON p.admission = f.id WHERE f.id = $1;

-- planform_list: the persons whose forms can be downloaded; what their forms hold is looked up for one page only
WITH fits AS (
	SELECT t.id, p.name_key AS last,
		CASE $7 WHEN 'name' THEN p.name_key WHEN 'national_id' THEN p.national_id WHEN 'sex' THEN p.sex WHEN 'exam_name' THEN e.exam_code
		WHEN 'exam_level' THEN t.exam_level WHEN 'exam_category' THEN t.exam_category WHEN 'report_date' THEN coalesce(t.report_date, '~')
		WHEN 'due' THEN coalesce((SELECT x.due FROM deadline x WHERE x.subject_kind = 'trainee' AND x.subject = t.id
			AND x.kind = 'plan-form' AND x.state <> 'cancelled' ORDER BY x.id DESC LIMIT 1), '~') END AS up,
		CASE $7 WHEN '-name' THEN p.name_key WHEN '-national_id' THEN p.national_id WHEN '-sex' THEN p.sex WHEN '-exam_name' THEN e.exam_code
		WHEN '-exam_level' THEN t.exam_level WHEN '-exam_category' THEN t.exam_category WHEN '-report_date' THEN coalesce(t.report_date, '')
		WHEN '-due' THEN coalesce((SELECT x.due FROM deadline x WHERE x.subject_kind = 'trainee' AND x.subject = t.id
			AND x.kind = 'plan-form' AND x.state <> 'cancelled' ORDER BY x.id DESC LIMIT 1), '') END AS down,
		CASE $7 WHEN 'issued' THEN coalesce((SELECT f.issued FROM plan_form f WHERE f.admission = t.id), 0)
		WHEN '-issued' THEN -coalesce((SELECT f.issued FROM plan_form f WHERE f.admission = t.id), 0) END AS number
	FROM agency g CROSS JOIN exam e CROSS JOIN admission_seen t JOIN person p ON p.id = t.person
	WHERE g.id BETWEEN $1 AND $2 AND t.agency = g.id AND t.exam = e.id AND e.exam_year = $3 AND ($4 = '' OR e.exam_code = $4)
		AND ($5 = '' OR p.sex = $5) AND ($6 = '' OR substr(p.national_id, 1, 1) = $6)),
page AS (SELECT * FROM fits ORDER BY up, down DESC, number, last, id LIMIT $8 OFFSET $9)
SELECT f.*, (SELECT count(*) FROM fits) AS total
  FROM page CROSS JOIN trainee_form f
 WHERE f.id = page.id
 ORDER BY page.up, page.down DESC, page.number, page.last, page.id;

-- planform_choice: for the drop-down list of persons to upload for; $6 is today
SELECT f.id, f.name, f.national_id, CASE WHEN f.standing IN ('not_issued', 'waiting') AND f.due < $6 THEN 'overdue' ELSE f.standing END AS form_state
  FROM trainee_form f
 WHERE f.agency IN (SELECT x.id FROM agency x WHERE x.id BETWEEN $1 AND $2) AND f.exam_year = $3
	AND ($4 = '' OR f.sex = $4) AND ($5 = '' OR substr(f.national_id, 1, 1) = $5)
 ORDER BY f.name_key, f.id LIMIT $7;

-- planform_overview: how far each person's form is; $7 is today.  What is neither asked for nor sorted by is looked up for one page only.
WITH fits AS (
	SELECT t.id, p.name_key AS last,
		CASE $8 WHEN 'name' THEN p.name_key WHEN 'national_id' THEN p.national_id WHEN 'exam_name' THEN e.exam_code
		WHEN 'agency_name' THEN g.code WHEN 'report_date' THEN coalesce(t.report_date, '~')
		WHEN 'due' THEN coalesce((SELECT x.due FROM deadline x WHERE x.subject_kind = 'trainee' AND x.subject = t.id
			AND x.kind = 'plan-form' AND x.state <> 'cancelled' ORDER BY x.id DESC LIMIT 1), '~')
		WHEN 'form_state' THEN (SELECT CASE WHEN f.standing IN ('not_issued', 'waiting') AND f.due < $7 THEN 'overdue' ELSE f.standing END
			FROM trainee_form f WHERE f.id = t.id) END AS up,
		CASE $8 WHEN '-name' THEN p.name_key WHEN '-national_id' THEN p.national_id WHEN '-exam_name' THEN e.exam_code
		WHEN '-agency_name' THEN g.code WHEN '-report_date' THEN coalesce(t.report_date, '')
		WHEN '-due' THEN coalesce((SELECT x.due FROM deadline x WHERE x.subject_kind = 'trainee' AND x.subject = t.id
			AND x.kind = 'plan-form' AND x.state <> 'cancelled' ORDER BY x.id DESC LIMIT 1), '')
		WHEN '-form_state' THEN (SELECT CASE WHEN f.standing IN ('not_issued', 'waiting') AND f.due < $7 THEN 'overdue' ELSE f.standing END
			FROM trainee_form f WHERE f.id = t.id) END AS down,
		CASE $8 WHEN 'issued' THEN coalesce((SELECT f.issued FROM trainee_form f WHERE f.id = t.id), 0) WHEN '-issued' THEN -coalesce((SELECT f.issued FROM trainee_form f WHERE f.id = t.id), 0)
		WHEN 'uploaded' THEN coalesce((SELECT f.uploaded FROM trainee_form f WHERE f.id = t.id), 0) WHEN '-uploaded' THEN -coalesce((SELECT f.uploaded FROM trainee_form f WHERE f.id = t.id), 0)
		WHEN 'number' THEN coalesce((SELECT f.number FROM trainee_form f WHERE f.id = t.id), 0) WHEN '-number' THEN -coalesce((SELECT f.number FROM trainee_form f WHERE f.id = t.id), 0) END AS number
	FROM agency g CROSS JOIN exam e CROSS JOIN admission_seen t JOIN person p ON p.id = t.person
	WHERE g.id BETWEEN $1 AND $2 AND t.agency = g.id AND t.exam = e.id AND ($3 = 0 OR e.exam_year = $3)
		AND ($4 = '' OR e.exam_code = $4) AND ($5 = '' OR g.code = $5)
		AND ($6 = '' OR EXISTS (SELECT 1 FROM trainee_form f WHERE f.id = t.id AND (($6 = 'open' AND f.due_state = 'open')
			OR $6 = CASE WHEN f.standing IN ('not_issued', 'waiting') AND f.due < $7 THEN 'overdue' ELSE f.standing END)))),
page AS (SELECT * FROM fits ORDER BY up, down DESC, number, last, id LIMIT $9 OFFSET $10)
SELECT f.id, f.name, f.name_key, f.national_id, f.exam_year, f.exam_code, f.exam_name, f.agency_code, f.agency_name, f.report_date, f.due,
	f.provisional, f.due_state, f.issued, f.uploaded, f.number,
	CASE WHEN f.standing IN ('not_issued', 'waiting') AND f.due < $7 THEN 'overdue' ELSE f.standing END AS form_state,
	(SELECT count(*) FROM fits) AS total
  FROM page CROSS JOIN trainee_form f
 WHERE f.id = page.id
 ORDER BY page.up, page.down DESC, page.number, page.last, page.id;

-- planform_totals: the same by agency; $6 is today
SELECT f.agency_code, f.agency_name, count(*) AS persons,
	sum(CASE WHEN f.standing = 'absent' THEN 1 ELSE 0 END) AS absent,
	sum(CASE WHEN f.standing IN ('not_issued', 'waiting') AND f.due >= $6 THEN 1 ELSE 0 END) AS waiting,
	sum(CASE WHEN f.standing IN ('not_issued', 'waiting') AND f.due < $6 THEN 1 ELSE 0 END) AS overdue,
	sum(CASE WHEN f.standing = 'returned' THEN 1 ELSE 0 END) AS returned,
	sum(CASE WHEN f.standing = 'uploaded' THEN 1 ELSE 0 END) AS uploaded,
	sum(CASE WHEN f.standing = 'uploaded_late' THEN 1 ELSE 0 END) AS uploaded_late
  FROM trainee_form f
 WHERE f.agency IN (SELECT z.id FROM agency z WHERE z.id BETWEEN $1 AND $2) AND f.exam_year = $3
	AND ($4 = '' OR f.exam_code = $4) AND ($5 = '' OR f.agency_code = $5)
 GROUP BY f.agency_code, f.agency_name ORDER BY overdue DESC, f.agency_code;

-- planform_put: what was filled in; no row when somebody was first
INSERT INTO plan_form (admission, allocation_agency, allocation_date, allocation_no, unit, series, guide_title, guide_name, training_end,
	work_items, orientation, observation, cases, talks, contact_name, contact_phone, guide_from, outdated, version)
VALUES ($1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 1)
ON CONFLICT (admission) DO UPDATE SET allocation_agency = excluded.allocation_agency, allocation_date = excluded.allocation_date,
	allocation_no = excluded.allocation_no, unit = excluded.unit, series = excluded.series, guide_title = excluded.guide_title,
	guide_name = excluded.guide_name, training_end = excluded.training_end, work_items = excluded.work_items,
	orientation = excluded.orientation, observation = excluded.observation, cases = excluded.cases, talks = excluded.talks,
	contact_name = excluded.contact_name, contact_phone = excluded.contact_phone, guide_from = excluded.guide_from,
	outdated = excluded.outdated, version = plan_form.version + 1
 WHERE plan_form.version = $2
RETURNING version;

-- planform_mark: the form was downloaded; what is filled in stays as it is
INSERT INTO plan_form (admission, issued, issued_by, version) VALUES ($1, $2, $3, 0)
ON CONFLICT (admission) DO UPDATE SET issued = excluded.issued, issued_by = excluded.issued_by RETURNING admission;

-- planform_hold: one upload for a person at a time; no row when the form was never downloaded
UPDATE plan_form SET issued = issued WHERE admission = $1 AND issued IS NOT NULL RETURNING admission;

-- file_guide: whom a signed form names
SELECT coalesce(guide, '') AS guide FROM plan_form_file WHERE admission = $1 AND number = $2;

-- file_put: the next version of the signed form
INSERT INTO plan_form_file (admission, number, file, original_name, size, sha256, seal_declared, uploaded, uploaded_by, guide, guide_from)
VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8, (SELECT p.guide_title || p.guide_name FROM plan_form p WHERE p.admission = $1),
	(SELECT p.guide_from FROM plan_form p WHERE p.admission = $1))
RETURNING number;

-- file_first: of which version was the first, and when; what is the newest?
SELECT min(uploaded) AS first_uploaded, coalesce(max(number), 0) AS number FROM plan_form_file WHERE admission = $1;

-- file_list: all versions, the newest first
SELECT f.number, f.file, f.original_name, f.size, f.sha256, f.uploaded, a.full_name AS uploaded_by, f.returned, b.full_name AS returned_by,
	f.return_reason, f.guide, f.guide_from
  FROM plan_form_file f LEFT JOIN account a ON a.id = f.uploaded_by LEFT JOIN account b ON b.id = f.returned_by
 WHERE f.admission = $1 ORDER BY f.number DESC;

-- file_one: one version
SELECT file, original_name, size FROM plan_form_file WHERE admission = $1 AND number = $2;

-- file_return: 核章不全, the newest version only; no row when it was returned already or is not the newest
UPDATE plan_form_file SET returned = $3, returned_by = $4, return_reason = $5
 WHERE admission = $1 AND number = $2 AND returned IS NULL
	AND number = (SELECT max(m.number) FROM plan_form_file m WHERE m.admission = $1)
RETURNING number;

-- file_return_undo: it was complete after all
UPDATE plan_form_file SET returned = NULL, returned_by = NULL, return_reason = ''
 WHERE admission = $1 AND number = $2 AND returned IS NOT NULL
	AND number = (SELECT max(m.number) FROM plan_form_file m WHERE m.admission = $1)
RETURNING number;

-- contact_of: whose name and number stand under a form that says nothing else
SELECT full_name, phone FROM account WHERE id = $1;
