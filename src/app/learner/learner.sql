-- learner_person: whose account it is
SELECT person FROM account WHERE id = $1 AND person IS NOT NULL;

-- learner_list: what a person reported of a year
SELECT x.id, c.name, i.name AS institution, k.name AS category, c.start_day, c.end_day, x.hours, x.digital, CAST(x.review AS TEXT) AS review,
	coalesce(w.return_reason, '') AS return_reason, count(*) OVER () AS total
  FROM hours_record x JOIN hours_class c ON c.id = x.class LEFT JOIN institution i ON i.id = c.institution LEFT JOIN code_item k ON k.id = x.category
  LEFT JOIN hours_review w ON w.record = x.id
 WHERE x.roc_year = $1 AND x.person = $2 AND x.source = 5 AND x.deleted IS NULL
 ORDER BY CASE $3 WHEN 'end_day' THEN c.end_day END, CASE $3 WHEN '-end_day' THEN c.end_day END DESC, x.id DESC LIMIT $4 OFFSET $5;

-- learner_proof: a file beside its record
INSERT INTO hours_proof (record, roc_year, file, name, at) VALUES ($1, $2, $3, $4, $5);

-- learner_returned: a record of this person that was returned
SELECT x.id, x.version, c.name, i.name AS institution, k.code AS category, c.start_day, c.end_day, x.mode, x.unit_of_amount, x.amount, x.hours, x.digital,
	coalesce(w.return_reason, '') AS return_reason
  FROM hours_record x JOIN hours_class c ON c.id = x.class LEFT JOIN institution i ON i.id = c.institution LEFT JOIN code_item k ON k.id = x.category
  LEFT JOIN hours_review w ON w.record = x.id
 WHERE x.id = $1 AND x.person = $2 AND x.source = 5 AND x.review = 3 AND x.deleted IS NULL;

-- learner_records: what a person has learnt in a year
SELECT x.id, x.version, coalesce(o.name, c.name) AS name, coalesce(i.name, g.name, '') AS institution, k.name AS category, c.start_day, c.end_day, x.hours, x.digital,
	x.hours - x.digital AS physical, CAST(x.cert AS TEXT) AS cert, CAST(x.review AS TEXT) AS review,
	coalesce(x.changed, x.created, b.finished, 0) AS changed, count(*) OVER () AS total
  FROM hours_seen x JOIN hours_class c ON c.id = x.class LEFT JOIN institution i ON i.id = c.institution LEFT JOIN course o ON o.id = c.course
  LEFT JOIN agency g ON g.id = o.agency LEFT JOIN code_item k ON k.id = x.category LEFT JOIN import_batch b ON b.id = x.batch
 WHERE x.roc_year = $1 AND x.person = $2 AND x.deleted IS NULL
 ORDER BY CASE $3 WHEN 'end_day' THEN c.end_day WHEN 'name' THEN coalesce(o.name, c.name) END,
	CASE $3 WHEN '-end_day' THEN c.end_day WHEN '-name' THEN coalesce(o.name, c.name) END DESC,
	CASE $3 WHEN 'changed' THEN coalesce(x.changed, x.created, b.finished, 0) WHEN '-changed' THEN -coalesce(x.changed, x.created, b.finished, 0) END,
	x.id DESC LIMIT $4 OFFSET $5;
