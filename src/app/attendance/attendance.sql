-- balance_piece: trainees whose rewards and penalties are to be balanced, since their last day has passed; $2: ids behind
SELECT id, subject FROM deadline WHERE state = 'open' AND kind = 'conduct-balance' AND due < $1 AND id > $2 ORDER BY id LIMIT $3;

-- release_piece: trainees whose day of reporting, not after $1, is not the day on which the substitute was to be gone; $2: ids behind
SELECT d.id, d.subject FROM deadline d JOIN admission a ON a.id = d.subject
 WHERE d.state = 'open' AND d.kind = 'substitute-release' AND d.subject_kind = 'trainee' AND a.report_date <> d.event_day AND a.report_date <= $1
	AND d.id > $2 ORDER BY d.id LIMIT $3;

-- leave_day_remove: the days of a record, before they are written anew
DELETE FROM leave_day WHERE record = $1;

-- leave_day_given_over: the trainee is another agency's now
UPDATE leave_day SET agency = $2 WHERE admission = $1;

-- leave_day_put: the hours of one day
INSERT INTO leave_day (record, day, admission, agency, kind, phase, hours) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- leave_day_list: leave and absence by day of the agencies $1 to $2, from a day to a day, of a kind ("": all) and a trainee (0: all);
-- $7 not 0: only of the trainees that this account is named for on the day $8
SELECT d.record AS id, d.day, t.id AS trainee, t.name, t.national_id, t.exam_year, t.exam_name, g.name AS agency_name, d.kind, d.phase, d.hours,
	count(*) OVER () AS total
  FROM agency g CROSS JOIN leave_day d JOIN trainee t ON t.id = d.admission
 WHERE g.id BETWEEN $1 AND $2 AND d.agency = g.id AND d.day BETWEEN $3 AND $4 AND ($5 = '' OR d.kind = $5) AND ($6 = 0 OR d.admission = $6)
	AND ($7 = 0 OR EXISTS (SELECT 1 FROM trainee_grant n WHERE n.admission = d.admission AND n.account = $7 AND n.from_day <= $8
		AND (n.to_day IS NULL OR n.to_day >= $8)))
 ORDER BY CASE $9 WHEN 'day' THEN d.day WHEN 'name' THEN t.name_key WHEN 'kind' THEN d.kind WHEN 'national_id' THEN t.national_id
	WHEN 'agency_name' THEN g.code END,
	CASE $9 WHEN '-day' THEN d.day WHEN '-name' THEN t.name_key WHEN '-kind' THEN d.kind WHEN '-national_id' THEN t.national_id
	WHEN '-agency_name' THEN g.code END DESC, d.day, d.record
 LIMIT $10 OFFSET $11;

-- leave_day_totals: the same by kind and phase
SELECT d.kind, d.phase, sum(d.hours) AS hours, count(DISTINCT d.admission) AS persons
  FROM agency g CROSS JOIN leave_day d
 WHERE g.id BETWEEN $1 AND $2 AND d.agency = g.id AND d.day BETWEEN $3 AND $4 AND ($5 = '' OR d.kind = $5) AND ($6 = 0 OR d.admission = $6)
	AND ($7 = 0 OR EXISTS (SELECT 1 FROM trainee_grant n WHERE n.admission = d.admission AND n.account = $7 AND n.from_day <= $8
		AND (n.to_day IS NULL OR n.to_day >= $8)))
 GROUP BY d.kind, d.phase ORDER BY hours DESC, d.kind;
