-- change_known: was the place taken by somebody else, and what a 撤銷 said
SELECT CASE WHEN EXISTS (SELECT 1 FROM participant s WHERE s.substitute_of = p.id) THEN 1 ELSE 0 END AS filled,
	coalesce(x.at_fault, '') AS at_fault, x.delivered
  FROM participant p LEFT JOIN promotion_result x ON x.national_id = p.national_id AND x.type = p.type AND x.year = p.year AND x.outcome = 'annulled'
 WHERE p.id = $1;

-- change_substitutes: who moved up in the place of a participant, by this record
SELECT p.id FROM participant p WHERE p.substitute_of = $1
	AND EXISTS (SELECT 1 FROM participant_event e WHERE e.participant = p.id AND e.event = 'moved_up' AND e.record = $2) ORDER BY p.id;

-- change_letter_put: a step gave a letter's number
INSERT INTO promotion_letter (record, participant, agency, number, sent) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (record, agency, number) DO NOTHING;

-- change_letters_shared: numbers of a participant's cases that their sender has used for other cases too
SELECT l.record, l.number, g.name AS sender, count(*) AS others FROM promotion_letter l JOIN agency g ON g.id = l.agency
  JOIN promotion_letter o ON o.agency = l.agency AND o.number = l.number AND o.record <> l.record
 WHERE l.participant = $1 GROUP BY l.record, l.number, g.name ORDER BY l.record, l.number;

-- change_reserves_over: 備選 of years that are over, who did not move up
SELECT id FROM participant WHERE state = 'reserve' AND year < $1 AND id > $2 ORDER BY id LIMIT $3;

-- change_due_soon: open ones of a kind that are due from a day to a day
SELECT id, subject, agency, about, due FROM deadline WHERE state = 'open' AND due BETWEEN $2 AND $3 AND kind = $1 ORDER BY due, id;

-- change_missed: open ones of a kind that were due before a day
SELECT id, subject, agency, about, due FROM deadline WHERE state = 'open' AND due < $2 AND kind = $1 ORDER BY due, id;

-- change_reminded: somebody is told, so many days before; no row when somebody was
INSERT INTO change_reminder (deadline, days) VALUES ($1, $2) ON CONFLICT (deadline, days) DO NOTHING RETURNING deadline;

-- change_people: participants of the agency $1 (0: of all), of a training ('': any) and a year (0: any), in a state, by name
/*scan*/ WITH own (id) AS (
	SELECT id FROM participant WHERE agency = $1 UNION SELECT id FROM participant WHERE selector = $1
	UNION SELECT id FROM participant WHERE institute = $1 UNION SELECT id FROM participant WHERE $1 = 0)
SELECT p.*, s.code AS selector_code, s.name AS selector_name, coalesce(i.name, '') AS institute_name, count(*) OVER () AS total
  FROM own JOIN participant p ON p.id = own.id JOIN agency s ON s.id = p.selector LEFT JOIN agency i ON i.id = p.institute
 WHERE ($2 = '' OR p.type = $2) AND ($3 = 0 OR p.year = $3) AND ($4 = '' OR p.state = $4) AND ($5 = '' OR p.name = $5)
 ORDER BY CASE $6 WHEN 'year' THEN p.year WHEN '-year' THEN -p.year WHEN 'place' THEN p.place WHEN '-place' THEN -p.place END,
	CASE $6 WHEN 'name' THEN p.name WHEN 'type' THEN p.type WHEN 'state' THEN p.state END,
	CASE $6 WHEN '-name' THEN p.name WHEN '-type' THEN p.type WHEN '-state' THEN p.state END DESC, p.year DESC, s.code, p.place, p.id
 LIMIT $7 OFFSET $8;

-- change_list: cases that $2 (rights of the role), $3 (of 服務機關), $4 (of 遴選機關) and $5 (of 訓練機關) may see, of the agency $1 (0: of all);
-- $6 not 0: only those that wait for who asks; of a kind, of a year (0: any)
/*scan*/ WITH own (id, may, stations) AS (
	SELECT p.id, CAST($2 AS BIGINT) | CASE WHEN p.agency = $1 THEN CAST($3 AS BIGINT) ELSE 0 END
		| CASE WHEN p.selector = $1 THEN CAST($4 AS BIGINT) ELSE 0 END | CASE WHEN p.institute = $1 OR $1 = 0 THEN CAST($5 AS BIGINT) ELSE 0 END,
		CASE WHEN p.agency = $1 AND CAST($3 AS BIGINT) <> 0 THEN 4 ELSE 0 END | CASE WHEN p.selector = $1 AND CAST($4 AS BIGINT) <> 0 THEN 8 ELSE 0 END
		| CASE WHEN $9 = 1 THEN 16 ELSE 0 END | CASE WHEN (p.institute = $1 OR $1 = 0) AND CAST($5 AS BIGINT) <> 0 THEN 32 ELSE 0 END
	  FROM participant p WHERE $1 = 0 OR p.agency = $1 OR p.selector = $1 OR p.institute = $1)
SELECT r.id, r.kind, r.state_label AS state, r.day, r.summary, p.name, p.national_id, p.year, p.type, p.agency_name, s.name AS selector_name,
	count(*) OVER () AS total
  FROM own JOIN life_record r ON r.subject_kind = 'participant' AND r.subject = own.id JOIN participant p ON p.id = own.id
  JOIN agency s ON s.id = p.selector
 WHERE r.voided IS NULL AND (r.see & own.may) <> 0 AND ($6 = 0 OR (r.waits & own.stations) <> 0) AND ($7 = '' OR r.kind = $7)
   AND ($8 = 0 OR p.year = $8)
 ORDER BY CASE $10 WHEN 'day' THEN r.day WHEN 'name' THEN p.name WHEN 'kind' THEN r.kind WHEN 'state' THEN r.state_label END,
	CASE $10 WHEN '-day' THEN r.day WHEN '-name' THEN p.name WHEN '-kind' THEN r.kind WHEN '-state' THEN r.state_label END DESC, r.id
 LIMIT $11 OFFSET $12;

-- change_periods: what runs for the participants of the agency $1 (0: of all) and ends by $3, and the days for rosters that it has yet to send
/*scan*/ WITH own (id) AS (
	SELECT id FROM participant WHERE agency = $1 UNION SELECT id FROM participant WHERE selector = $1
	UNION SELECT id FROM participant WHERE institute = $1 UNION SELECT id FROM participant WHERE $1 = 0),
running (id, subject, name, what, kind, since, due, citation) AS (
	SELECT d.id, d.subject, p.name, p.year || '年度', d.kind, d.event_day, d.due, d.citation
	  FROM own JOIN deadline d ON d.subject_kind = 'participant' AND d.subject = own.id AND d.state = 'open' JOIN participant p ON p.id = own.id
	UNION ALL SELECT -c.id, 0, '', c.year || '年度', 'promotion-roster', c.letter_day, c.deadline, c.type FROM promotion_call c
	 WHERE c.released = 1 AND c.deadline >= $2 AND ($1 = 0 OR EXISTS (SELECT 1 FROM promotion_selector s WHERE s.type = c.type AND s.agency = $1
		AND s.from_year <= c.year AND coalesce(s.until_year, 999) >= c.year) AND NOT EXISTS (SELECT 1 FROM nomination n
		WHERE n.type = c.type AND n.year = c.year AND n.agency = $1 AND n.state IN ('confirmed', 'accepted'))))
SELECT running.*, count(*) OVER () AS total FROM running WHERE due <= $3
 ORDER BY CASE $4 WHEN 'due' THEN due WHEN 'name' THEN name END, CASE $4 WHEN '-due' THEN due WHEN '-name' THEN name END DESC, due, id
 LIMIT $5 OFFSET $6;
