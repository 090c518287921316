-- candidate_one: one candidate
SELECT * FROM candidate WHERE id = $1;

-- survey_counts: how many of a 遴選機關 are eligible, were looked at, and are expected for the year after
SELECT count(*) FILTER (WHERE standing = 'eligible') AS eligible, count(*) AS everybody,
	count(*) FILTER (WHERE standing = 'eligible' OR preview = $2 + 1) AS next
  FROM candidate WHERE type = $1 AND year = $2 AND selector = $3;

-- survey_of: what is known of a list of national IDs
SELECT c.national_id, c.standing, c.elements, c.selector, c.selector_name
  FROM json_each(CAST($3 AS TEXT)) k JOIN candidate c ON c.national_id = k.value AND c.type = $1 AND c.year = $2 ORDER BY c.national_id;

-- survey_list: candidates of a training and year, of one agency as employer or as 遴選機關, or of all
SELECT c.*, count(*) OVER () AS total FROM candidate c
 WHERE c.type = $1 AND c.year = $2 AND ($3 = 0 OR c.selector = $3 OR c.agency = $3) AND ($4 = '' OR c.standing = $4)
   AND ($5 = '' OR c.national_id = $5 OR c.name LIKE $5 || '%') AND ($6 = 0 OR c.result_before <> '')
 ORDER BY CASE $7 WHEN 'agency_code' THEN c.agency_code WHEN 'name' THEN c.name WHEN 'standing' THEN c.standing END,
	CASE $7 WHEN '-agency_code' THEN c.agency_code WHEN '-name' THEN c.name WHEN '-standing' THEN c.standing END DESC, c.agency_code, c.id
 LIMIT $8 OFFSET $9;

-- survey_totals: how many of each standing, and how many the last run changed
SELECT standing, count(*) AS n, count(*) FILTER (WHERE result_before <> '') AS changed FROM candidate
 WHERE type = $1 AND year = $2 AND ($3 = 0 OR selector = $3 OR agency = $3) GROUP BY standing;

-- survey_piece: candidates for a run, by id
SELECT * FROM candidate WHERE type = $1 AND year = $2 AND ($3 = 0 OR selector = $3 OR agency = $3) AND id > $4 ORDER BY id LIMIT $5;

-- survey_forget: what the run before changed is no news any more
UPDATE promotion_candidate SET result_before = '' WHERE type = $1 AND year = $2 AND ($3 = 0 OR selector = $3 OR agency = $3) AND result_before <> '';

-- survey_found: what a run found
UPDATE promotion_candidate SET result_before = $3, result = $4, elements = $5, preview = $6, version = version + 1 WHERE id = $1 AND version = $2;

-- candidate_put: a new one
INSERT INTO promotion_candidate (type, year, national_id, name, agency, former, moved_on, selector, post, confirmed, top_step_on, senior_pay,
	grade_3, grade_2, grade_1, exam, exam_grade, school, since, breaks, result, elements, preview, batch)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24);

-- candidate_add: a new one by hand; no row when there is one
INSERT INTO promotion_candidate (type, year, national_id, name, agency, former, moved_on, selector, post, confirmed, top_step_on, senior_pay,
	grade_3, grade_2, grade_1, exam, exam_grade, school, since, breaks, result, elements, preview)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
ON CONFLICT (type, year, national_id) DO NOTHING RETURNING id;

-- candidate_set: changed by hand; no row when somebody was first
UPDATE promotion_candidate SET name = $3, agency = $4, former = $5, moved_on = $6, selector = $7, post = $8, confirmed = $9, top_step_on = $10,
	senior_pay = $11, grade_3 = $12, grade_2 = $13, grade_1 = $14, exam = $15, exam_grade = $16, school = $17, since = $18, breaks = $19,
	result = $20, elements = $21, preview = $22, version = version + 1
 WHERE id = $1 AND version = $2 RETURNING id;

-- candidate_decide: by a person, or taken back
UPDATE promotion_candidate SET decided = $3, decided_letter = $4, decided_day = $5, decided_why = $6, version = version + 1
 WHERE id = $1 AND version = $2 RETURNING id;

-- candidate_known: those of a list of national IDs; busy: another batch is bringing them in
SELECT c.*, g.code AS agency_code, f.code AS former_code,
	CASE WHEN coalesce(b.hidden, 0) = 1 AND b.id <> $2 THEN 1 ELSE 0 END AS busy
  FROM json_each(CAST($1 AS TEXT)) k JOIN promotion_candidate c ON c.national_id = k.value JOIN agency g ON g.id = c.agency
  LEFT JOIN agency f ON f.id = c.former LEFT JOIN import_batch b ON b.id = c.batch
 ORDER BY c.national_id, c.year, c.type;

-- candidate_last: the newest id
SELECT coalesce(max(id), 0) AS id FROM promotion_candidate;

-- candidate_change_put: what a file changes, and what it was
INSERT INTO promotion_candidate_change (batch, candidate, old, version, name, agency, former, moved_on, selector, post, confirmed, top_step_on,
	senior_pay, grade_3, grade_2, grade_1, exam, exam_grade, school, since, breaks, result, elements, preview)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24);

-- candidate_change_apply: all that a batch changes, where nobody was first; back again with old 1
UPDATE promotion_candidate SET name = c.name, agency = c.agency, former = c.former, moved_on = c.moved_on, selector = c.selector, post = c.post,
	confirmed = c.confirmed, top_step_on = c.top_step_on, senior_pay = c.senior_pay, grade_3 = c.grade_3, grade_2 = c.grade_2,
	grade_1 = c.grade_1, exam = c.exam, exam_grade = c.exam_grade, school = c.school, since = c.since, breaks = c.breaks, result = c.result,
	elements = c.elements, preview = c.preview, version = promotion_candidate.version + 1
  FROM promotion_candidate_change c
 WHERE c.batch = $1 AND c.old = $2 AND promotion_candidate.id = c.candidate AND promotion_candidate.version = c.version;

-- candidate_change_drop: they are not needed any more
DELETE FROM promotion_candidate_change WHERE batch = $1;

-- candidate_sweep: rows that nobody is to see
DELETE FROM promotion_candidate WHERE id BETWEEN $2 AND $3 AND batch = $1;

-- candidate_touched: what somebody has changed since
SELECT t.id, t.about, t.reason, count(*) OVER () AS total FROM (
	SELECT c.id, c.name AS about, '匯入後已有異動' AS reason FROM import_piece i
	  JOIN promotion_candidate c ON c.id BETWEEN i.first AND i.last AND c.batch = i.batch
	 WHERE i.batch = $1 AND i.what = 'candidate' AND c.version <> 1
	UNION ALL
	SELECT c.id, c.name, '更新後已有異動' FROM promotion_candidate_change x JOIN promotion_candidate c ON c.id = x.candidate
	 WHERE x.batch = $1 AND x.old = 1 AND c.version <> x.version
) t ORDER BY t.id LIMIT $2;

-- candidate_release: those stay, and are the batch's no more
UPDATE promotion_candidate SET batch = NULL WHERE version <> 1 AND id IN (
	SELECT c.id FROM import_piece i JOIN promotion_candidate c ON c.id BETWEEN i.first AND i.last AND c.batch = i.batch
	 WHERE i.batch = $1 AND i.what = 'candidate');
