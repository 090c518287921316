-- mentor_account: an account of the agency that can be used and has the role ("": any), by its name
SELECT id FROM account WHERE agency = $1 AND name = $2 AND active = 1 AND ($3 = '' OR role = $3);

-- mentor_grant: from a day on this account may act for the trainee, unless it may already
INSERT INTO trainee_grant (admission, account, role, from_day)
SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT 1 FROM trainee_grant n WHERE n.admission = $1 AND n.account = $2 AND n.from_day <= $4
	AND (n.to_day IS NULL OR n.to_day >= $4));

-- mentor_grant_end: until a day
UPDATE trainee_grant SET to_day = $4, version = version + 1
 WHERE admission = $1 AND account = $2 AND role = $3 AND (to_day IS NULL OR to_day > $4);

-- mentor_grant_resume: what ended on a day goes on
UPDATE trainee_grant SET to_day = NULL, version = version + 1 WHERE admission = $1 AND account = $2 AND role = $3 AND to_day = $4;

-- anomaly_name: whose record it is, for an account that is not shut out of it
SELECT t.name, t.exam_year, t.exam_name FROM life_record r JOIN trainee t ON t.id = r.admission
 WHERE r.id = $1 AND coalesce(r.shut_out, 0) <> $2;

-- anomaly_shut_out: who must not see a record
UPDATE life_record SET shut_out = $2 WHERE id = $1;

-- guidance_piece: trainees whose training goes on, behind $1
SELECT admission FROM trainee_state WHERE admission > $1 AND state IN ('in_training', 'extended', 'period_ended') ORDER BY admission LIMIT $2;

-- guidance_list: what is due of the trainees of the agencies $1 to $2; $3: a duty, or "" for all; $4: only what was due before this day;
-- $6 not 0: only of the trainees that this account is named for today, $5
SELECT d.subject AS id, t.name, t.national_id, t.exam_year, t.exam_name, g.name AS agency_name, d.kind AS duty, d.event_day AS due,
	CASE WHEN d.due < $5 THEN 'overdue' ELSE 'open' END AS standing, d.citation, count(*) OVER () AS total
  FROM agency g CROSS JOIN deadline d JOIN trainee t ON t.id = d.subject
 WHERE g.id BETWEEN $1 AND $2 AND d.agency = g.id AND d.state = 'open' AND d.subject_kind = 'trainee' AND d.kind LIKE 'guide-%'
	AND ($3 = '' OR d.kind LIKE $3 || '%') AND ($4 = '' OR d.due < $4)
	AND ($6 = 0 OR EXISTS (SELECT 1 FROM trainee_grant n WHERE n.admission = t.id AND n.account = $6 AND n.from_day <= $5
		AND (n.to_day IS NULL OR n.to_day >= $5)))
 ORDER BY CASE $7 WHEN 'due' THEN d.event_day WHEN 'name' THEN t.name_key WHEN 'duty' THEN d.kind WHEN 'agency_name' THEN g.code
	WHEN 'national_id' THEN t.national_id WHEN 'exam_name' THEN t.exam_name END,
	CASE $7 WHEN '-due' THEN d.event_day WHEN '-name' THEN t.name_key WHEN '-duty' THEN d.kind WHEN '-agency_name' THEN g.code
	WHEN '-national_id' THEN t.national_id WHEN '-exam_name' THEN t.exam_name END DESC, d.event_day, d.id
 LIMIT $8 OFFSET $9;
