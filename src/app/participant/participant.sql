-- participant_by_id: one participant
SELECT p.*, s.code AS selector_code, s.name AS selector_name, coalesce(i.name, '') AS institute_name FROM participant p
  JOIN agency s ON s.id = p.selector LEFT JOIN agency i ON i.id = p.institute WHERE p.id = $1;

-- participant_by_person: a person in a training of a year
SELECT p.*, s.code AS selector_code, s.name AS selector_name, coalesce(i.name, '') AS institute_name FROM participant p
  JOIN agency s ON s.id = p.selector LEFT JOIN agency i ON i.id = p.institute WHERE p.national_id = $1 AND p.type = $2 AND p.year = $3;

-- participants_by_person: all participations of a person, the newest first
SELECT p.*, s.code AS selector_code, s.name AS selector_name, coalesce(i.name, '') AS institute_name FROM participant p
  JOIN agency s ON s.id = p.selector LEFT JOIN agency i ON i.id = p.institute WHERE p.national_id = $1 ORDER BY p.year DESC, p.id DESC;

-- participants_by_selector: of the 遴選機關 $1 to $2, in a state ('': any), by 受訓序列
SELECT p.*, s.code AS selector_code, s.name AS selector_name, coalesce(i.name, '') AS institute_name
  FROM agency s CROSS JOIN participant p LEFT JOIN agency i ON i.id = p.institute
 WHERE s.id BETWEEN $1 AND $2 AND p.selector = s.id AND p.type = $3 AND p.year = $4 AND ($5 = '' OR p.state = $5) ORDER BY s.code, p.place, p.id;

-- participant_whose: the agencies around a participant
SELECT agency, selector, coalesce(institute, 0) AS institute FROM participant WHERE id = $1;

-- participant_put: a person takes part; no row when that is so already
INSERT INTO participant (type, year, national_id, name, sex, birth_date, title, selector, agency, agency_code, agency_name, nominee, outcome, origin,
	cost, place, makeup_of, state)
SELECT $1, $2, $3, $4, $5, $6, $7, $8, coalesce((SELECT g.id FROM agency g WHERE g.code = $9), $8), $9, $10, $11, $12, $13, $14, $15, $16, $17
 WHERE 1 = 1 ON CONFLICT (national_id, type, year) DO NOTHING RETURNING id, agency;

-- participant_on_roster: who takes part already is on the roster too
UPDATE participant SET nominee = $4, place = $5, title = $6, version = version + 1 WHERE national_id = $1 AND type = $2 AND year = $3;

-- participant_state_set: no row when somebody was first
UPDATE participant SET state = $3, outcome = $4, substitute_of = $5, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id;

-- participant_class_set: no row when somebody was first
UPDATE participant SET class = $3, institute = $4, class_from = $5, class_until = $6, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id;

-- participant_event_put: what happened
INSERT INTO participant_event (participant, event, day, was, became, document, remark, record, account, made)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- participant_came_from: the state before the present one
SELECT was FROM participant_event WHERE participant = $1 AND became = $2 ORDER BY id DESC LIMIT 1;

-- participant_events_of: what happened, the oldest first
SELECT e.event, e.day, e.was, e.became, e.document, e.remark, coalesce(e.record, 0) AS record, e.made,
	CASE WHEN a.id IS NULL THEN '系統' WHEN a.full_name <> '' THEN a.full_name ELSE a.name END AS who
  FROM participant_event e LEFT JOIN account a ON a.id = e.account WHERE e.participant = $1 ORDER BY e.id;
