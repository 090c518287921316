-- delivery_rows: records that count of an agency's people on the day $2, of the year $3 that ended from $4 to $5; person $6 0 any; $7 a part of the
-- course's name; $8 categories, $9 units, $10 person classes as JSON lists, [] any; $11 1: only what was never fetched; $12 today
SELECT r.id, r.roc_year, r.person, r.version, r.class, r.title, r.rank, r.person_class, r.category, r.mode, r.amount, r.unit_of_amount, r.hours,
	r.digital, r.business, r.source, r.more, g.code AS agency_code, g.name AS agency_name, s.unit_name, p.national_id, p.name,
	coalesce(t.name, '') AS title_name, coalesce(q.name, '') AS rank_name, coalesce(h.name, '') AS class_name, coalesce(c.course_code, '') AS course_code,
	coalesce(c.term_no, 0) AS term_no, coalesce(nullif(k.name, ''), c.name) AS course, y.code AS category_code, y.name AS category_name,
	coalesce(i.name, o.name, '') AS institution, k.start_day, k.end_day, coalesce(r.certified, b.finished) AS certified,
	coalesce(r.changed, r.created, b.finished) AS changed, CASE WHEN d.record IS NULL THEN 0 WHEN d.corrected = 1 THEN 2 ELSE 1 END AS delivered
  FROM agency g CROSS JOIN posting s CROSS JOIN hours_seen r JOIN person p ON p.id = r.person JOIN hours_class k ON k.id = r.class
  LEFT JOIN course c ON c.id = k.course LEFT JOIN agency o ON o.id = c.agency LEFT JOIN institution i ON i.id = k.institution
  JOIN code_item y ON y.id = r.category LEFT JOIN code_item t ON t.id = r.title LEFT JOIN code_item q ON q.id = r.rank
  LEFT JOIN code_item h ON h.id = r.person_class LEFT JOIN import_batch b ON b.id = r.batch
  LEFT JOIN hours_delivery d ON d.agency = g.id AND d.record = r.id
 WHERE g.id = $1 AND s.agency = g.id AND s.is_main = 1 AND s.status <> 'left' AND s.from_day <= $2 AND s.until >= $2 AND r.roc_year = $3
   AND r.person = s.person AND r.cert = 1 AND r.review IN (0, 2) AND r.deleted IS NULL AND k.end_day >= $4 AND k.end_day <= $5 AND k.end_day <= $12
   AND ($6 = 0 OR r.person = $6) AND ($7 = '' OR lower(coalesce(nullif(k.name, ''), c.name)) LIKE '%' || lower($7) || '%')
   AND ($8 = '[]' OR r.category IN (SELECT CAST(j.value AS BIGINT) FROM json_each(CAST($8 AS TEXT)) j))
   AND ($9 = '[]' OR s.unit IN (SELECT CAST(j.value AS BIGINT) FROM json_each(CAST($9 AS TEXT)) j))
   AND ($10 = '[]' OR r.person_class IN (SELECT CAST(j.value AS BIGINT) FROM json_each(CAST($10 AS TEXT)) j))
   AND ($11 = 0 OR d.record IS NULL)
 ORDER BY s.unit_name, p.name_key, k.end_day, r.id;

-- delivery_corrected: what was fetched and has changed since, as it is now, of people wherever they serve: of the year $2; $3 person, $4 name,
-- $5 categories, $6 units, $7 person classes; $8 today; that ended from $9 to $10, or in another year now
SELECT r.id, r.roc_year, r.person, r.version, r.class, r.title, r.rank, r.person_class, r.category, r.mode, r.amount, r.unit_of_amount, r.hours,
	r.digital, r.business, r.source, r.more, g.code AS agency_code, g.name AS agency_name, coalesce(u.name, '') AS unit_name, p.national_id, p.name,
	coalesce(t.name, '') AS title_name, coalesce(q.name, '') AS rank_name, coalesce(h.name, '') AS class_name, coalesce(c.course_code, '') AS course_code,
	coalesce(c.term_no, 0) AS term_no, coalesce(nullif(k.name, ''), c.name) AS course, y.code AS category_code, y.name AS category_name,
	coalesce(i.name, o.name, '') AS institution, k.start_day, k.end_day, coalesce(r.certified, b.finished) AS certified,
	coalesce(r.changed, r.created, b.finished) AS changed, 2 AS delivered
  FROM agency g CROSS JOIN hours_delivery d JOIN hours_seen r ON r.id = d.record JOIN person p ON p.id = r.person JOIN hours_class k ON k.id = r.class
  LEFT JOIN course c ON c.id = k.course LEFT JOIN agency o ON o.id = c.agency LEFT JOIN institution i ON i.id = k.institution
  JOIN code_item y ON y.id = r.category LEFT JOIN code_item t ON t.id = r.title LEFT JOIN code_item q ON q.id = r.rank
  LEFT JOIN code_item h ON h.id = r.person_class LEFT JOIN import_batch b ON b.id = r.batch LEFT JOIN unit u ON u.id = r.unit
 WHERE g.id = $1 AND d.agency = g.id AND d.roc_year = $2 AND d.corrected = 1 AND r.cert = 1 AND r.review IN (0, 2) AND r.deleted IS NULL
   AND k.end_day <= $8 AND (r.roc_year <> d.roc_year OR (k.end_day >= $9 AND k.end_day <= $10))
   AND ($3 = 0 OR d.person = $3) AND ($4 = '' OR lower(coalesce(nullif(k.name, ''), c.name)) LIKE '%' || lower($4) || '%')
   AND ($5 = '[]' OR r.category IN (SELECT CAST(j.value AS BIGINT) FROM json_each(CAST($5 AS TEXT)) j))
   AND ($6 = '[]' OR r.unit IN (SELECT CAST(j.value AS BIGINT) FROM json_each(CAST($6 AS TEXT)) j))
   AND ($7 = '[]' OR r.person_class IN (SELECT CAST(j.value AS BIGINT) FROM json_each(CAST($7 AS TEXT)) j))
 ORDER BY unit_name, p.name_key, k.end_day, r.id;

-- delivery_gone: what was fetched and is deleted, or does not count any more: as it was delivered; the conditions as above
SELECT d.record AS id, d.roc_year, d.person, d.version, d.class, d.title, d.rank, d.person_class, d.category, d.mode, d.amount, d.unit_of_amount, d.hours,
	d.digital, d.business, coalesce(r.source, 0) AS source, r.more, g.code AS agency_code, g.name AS agency_name, coalesce(u.name, '') AS unit_name,
	p.national_id, p.name, coalesce(t.name, '') AS title_name, coalesce(q.name, '') AS rank_name, coalesce(h.name, '') AS class_name,
	coalesce(c.course_code, '') AS course_code, coalesce(c.term_no, 0) AS term_no, coalesce(nullif(k.name, ''), c.name, '') AS course,
	y.code AS category_code, y.name AS category_name, coalesce(i.name, o.name, '') AS institution, k.start_day, k.end_day, r.certified,
	coalesce(r.changed, d.at) AS changed, 3 AS delivered
  FROM agency g CROSS JOIN hours_delivery d JOIN person p ON p.id = d.person LEFT JOIN hours_class k ON k.id = d.class
  LEFT JOIN course c ON c.id = k.course LEFT JOIN agency o ON o.id = c.agency LEFT JOIN institution i ON i.id = k.institution
  JOIN code_item y ON y.id = d.category LEFT JOIN code_item t ON t.id = d.title LEFT JOIN code_item q ON q.id = d.rank
  LEFT JOIN code_item h ON h.id = d.person_class LEFT JOIN hours_seen r ON r.id = d.record LEFT JOIN unit u ON u.id = r.unit
 WHERE g.id = $1 AND d.agency = g.id AND d.roc_year = $2 AND d.corrected = 1
   AND NOT coalesce(r.cert = 1 AND r.review IN (0, 2) AND r.deleted IS NULL, 1 = 0)
   AND ($3 = 0 OR d.person = $3) AND ($4 = '' OR lower(coalesce(nullif(k.name, ''), c.name, '')) LIKE '%' || lower($4) || '%')
   AND ($5 = '[]' OR d.category IN (SELECT CAST(j.value AS BIGINT) FROM json_each(CAST($5 AS TEXT)) j))
   AND ($6 = '[]' OR r.unit IN (SELECT CAST(j.value AS BIGINT) FROM json_each(CAST($6 AS TEXT)) j))
   AND ($7 = '[]' OR d.person_class IN (SELECT CAST(j.value AS BIGINT) FROM json_each(CAST($7 AS TEXT)) j))
   AND (k.id IS NULL OR (k.end_day >= $8 AND k.end_day <= $9))
 ORDER BY unit_name, p.name_key, k.end_day, d.record;

-- delivery_corrected_count: how many are owed of a year
SELECT count(*) AS n FROM hours_delivery WHERE agency = $1 AND roc_year = $2 AND corrected = 1;

-- delivery_count: about how many a year has of an agency's people
SELECT coalesce(sum(x.records), 0) AS n FROM posting s CROSS JOIN hours_person x
 WHERE s.agency = $1 AND s.is_main = 1 AND s.status <> 'left' AND s.from_day <= $2 AND s.until >= $2 AND x.roc_year = $3 AND x.person = s.person;

-- delivery_file_put: a record of a request's file
INSERT INTO hours_delivery_file (request, record, gone, roc_year, person, version, class, title, rank, person_class, category, mode, amount,
	unit_of_amount, hours, digital, business)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);

-- delivery_fetched: its records are delivered to the agency; one that has changed meanwhile is owed again
INSERT INTO hours_delivery (agency, record, roc_year, person, version, class, title, rank, person_class, category, mode, amount, unit_of_amount, hours,
	digital, business, at, corrected)
SELECT CAST($1 AS BIGINT), f.record, f.roc_year, f.person, f.version, f.class, f.title, f.rank, f.person_class, f.category, f.mode, f.amount,
	f.unit_of_amount, f.hours, f.digital, f.business, CAST($3 AS BIGINT),
	CASE WHEN (SELECT r.version FROM hours_record r WHERE r.id = f.record AND r.roc_year = f.roc_year) = f.version THEN 0 ELSE 1 END
  FROM hours_delivery_file f WHERE f.request = $2 AND f.gone = 0
ON CONFLICT (agency, record) DO UPDATE SET roc_year = excluded.roc_year, person = excluded.person, version = excluded.version, class = excluded.class,
	title = excluded.title, rank = excluded.rank, person_class = excluded.person_class, category = excluded.category, mode = excluded.mode,
	amount = excluded.amount, unit_of_amount = excluded.unit_of_amount, hours = excluded.hours, digital = excluded.digital,
	business = excluded.business, at = excluded.at, corrected = excluded.corrected;

-- delivery_fetched_gone: what was told as deleted is known to be
DELETE FROM hours_delivery WHERE agency = $1 AND record IN (SELECT f.record FROM hours_delivery_file f WHERE f.request = $2 AND f.gone = 1);

-- delivery_file_drop: fetched, or gone
DELETE FROM hours_delivery_file WHERE request = $1;

-- delivery_units: 部門名稱 of an agency
SELECT id, name FROM unit WHERE agency = $1 ORDER BY name;
