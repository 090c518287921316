-- tally_setting_of: what a year asks for: its own, or that of the last year before
SELECT * FROM tally_setting WHERE roc_year <= $1 ORDER BY roc_year DESC LIMIT 1;

-- tally_topics: of a year that has its own
SELECT * FROM tally_topic WHERE roc_year = $1 ORDER BY sort_no, code;

-- tally_classes: 四大課程類別 of a year, in order
SELECT DISTINCT class FROM category_class WHERE CAST($1 AS BIGINT) BETWEEN first_year AND last_year AND class <> '' ORDER BY class;

-- tally_categories: every 課程類別, ended ones too, with its class in that year
SELECT c.id, c.code, c.name, y.class FROM code_item c JOIN category_class y ON y.category = c.id AND CAST($1 AS BIGINT) BETWEEN y.first_year AND y.last_year
 WHERE c.table_code = 'course_category' ORDER BY c.code;

-- tally_groupings: 人員類別 of a year: the last word before its end
SELECT g.class_code, g.grade, g.staff_group FROM tally_group g
 WHERE g.roc_year = (SELECT max(o.roc_year) FROM tally_group o WHERE o.class_code = g.class_code AND o.grade = g.grade AND o.roc_year <= $1)
 ORDER BY g.class_code, g.grade;

-- tally_mark: somebody is to be judged anew
INSERT INTO tally_dirty (roc_year, person) VALUES ($1, $2);

-- tally_deliver_setting: the rule of 106
INSERT INTO tally_setting (roc_year, minimum) SELECT 106, 20 WHERE NOT EXISTS (SELECT 1 FROM tally_setting);

-- tally_deliver_topics: 必須完成課程 of that rule
INSERT INTO tally_topic (roc_year, code, name, parent, hours, categories, sort_no)
SELECT * FROM (VALUES
	(106, '1', '當前政府重大政策', '', 1, '101', 10),
	(106, '2', '環境教育', '', 4, '102', 20),
	(106, '3', '民主治理價值課程', '', 0, '', 30),
	(106, '31', '性別主流化', '3', 1, '103', 31),
	(106, '32', '其他民主治理', '3', 4, '104 105 106 107 108', 32)) v
 WHERE NOT EXISTS (SELECT 1 FROM tally_topic);

-- tally_deliver_groups: 人員類別 as the statistics know them                                                     LEARN 12.4
INSERT INTO tally_group (roc_year, class_code, grade, staff_group)
SELECT * FROM (VALUES
	(1, '1', '', 'political'), (1, '2', '簡任', 'senior'), (1, '2', '薦任', 'junior'), (1, '2', '委任', 'elementary'),
	(1, '3', '', 'contract'), (1, '4', '', 'contract'), (1, '5', '簡任', 'senior'), (1, '5', '薦任', 'junior'), (1, '5', '委任', 'elementary'),
	(1, '6', '', 'education'), (1, '7', '', 'enterprise'), (1, '8', '', 'other'), (1, '9', '', 'other')) v
 WHERE NOT EXISTS (SELECT 1 FROM tally_group);

-- tally_batches: batches whose sums wait beside, and are seen; by jumps from one to the next
WITH RECURSIVE b (batch) AS (
	SELECT min(batch) FROM hours_person_new
	UNION ALL SELECT (SELECT min(n.batch) FROM hours_person_new n WHERE n.batch > b.batch) FROM b WHERE b.batch IS NOT NULL)
SELECT b.batch FROM b WHERE b.batch IS NOT NULL AND NOT EXISTS (SELECT 1 FROM import_batch i WHERE i.id = b.batch AND i.hidden = 1) /*scan*/;

-- tally_batch_persons: who is in such a batch; at most $3
SELECT DISTINCT n.person FROM hours_person_new n WHERE n.batch = $1 AND n.roc_year = $2 LIMIT $3;

-- tally_postings: of some persons: the main posting of a day
SELECT s.person, s.agency, g.tree_low, g.is_enterprise, s.is_supervisor, p.sex,
	CASE WHEN p.member_since <= $2 AND coalesce(p.member_until, '9999-12-31') >= $2 THEN 1 ELSE 0 END AS is_member, coalesce(c.code, '') AS class_code, coalesce(r.attribute, '') AS grade
  FROM json_each(CAST($1 AS TEXT)) k CROSS JOIN service_record s JOIN person p ON p.id = s.person JOIN agency g ON g.id = s.agency
  LEFT JOIN code_item c ON c.id = s.person_class LEFT JOIN code_item r ON r.id = s.rank
 WHERE s.person = CAST(k.value AS BIGINT) AND s.is_main = 1 AND s.status = 'active' AND s.from_day <= $2
   AND coalesce(s.to_day, '9999-12-31') >= $2 AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = s.batch AND b.hidden = 1)
 ORDER BY s.person, s.from_day DESC;

-- tally_sums: of some persons: what is kept of their records
SELECT s.person, s.category, s.records, s.hours, s.digital, s.business FROM json_each(CAST($2 AS TEXT)) k CROSS JOIN hours_person s
 WHERE s.roc_year = $1 AND s.person = CAST(k.value AS BIGINT) ORDER BY s.person;

-- tally_sums_new: and what waits beside
SELECT n.person, n.category, n.records, n.hours, n.digital, n.business FROM hours_person_new n
 WHERE n.roc_year = $1 AND n.person IN (SELECT CAST(k.value AS BIGINT) FROM json_each(CAST($2 AS TEXT)) k)
   AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = n.batch AND b.hidden = 1) /*scan*/ ORDER BY n.person;

-- tally_cards: of some persons
SELECT c.person, c.agency, g.tree_low, g.is_enterprise, c.slot, c.figures FROM json_each(CAST($2 AS TEXT)) k CROSS JOIN tally_card c
  JOIN agency g ON g.id = c.agency WHERE c.roc_year = $1 AND c.person = CAST(k.value AS BIGINT) ORDER BY c.person;

-- tally_year_one: how far a year is
SELECT y.judged, y.upto, y.whole FROM tally_year y WHERE y.roc_year = $1;

-- tally_marks_all: do marks of everybody or of the tree stand?
SELECT person FROM tally_dirty WHERE (roc_year = 0 OR roc_year = $1) AND person <= 0;

-- tally_person_last: the last person's id
SELECT coalesce(max(id), 0) AS id FROM person;

-- tally_marked: who has a mark; at most $2
SELECT DISTINCT person FROM tally_dirty WHERE (roc_year = 0 OR roc_year = $1) AND person > 0 LIMIT $2;

-- tally_moves: whose main posting or membership ends on one of the days from $1 on, or begins behind it, up to $2; at most $3
SELECT m.person FROM (
	SELECT s.person FROM service_record s WHERE s.from_day > $1 AND s.from_day <= $2 AND s.is_main = 1
	UNION SELECT s.person FROM service_record s WHERE s.to_day IS NOT NULL AND s.to_day >= $1 AND s.to_day < $2 AND s.is_main = 1
	UNION SELECT p.id FROM person p WHERE p.member_since > $1 AND p.member_since <= $2
	UNION SELECT p.id FROM person p WHERE p.member_until IS NOT NULL AND p.member_until >= $1 AND p.member_until < $2) m LIMIT $3;

-- tally_roster: who serves in some agencies on a day; at most $5
SELECT s.person FROM agency g CROSS JOIN service_record s
 WHERE g.tree_low BETWEEN $1 AND $2 AND g.is_enterprise >= $3 AND s.agency = g.id AND s.is_main = 1 AND s.status = 'active' AND s.from_day <= $4
   AND coalesce(s.to_day, '9999-12-31') >= $4 AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = s.batch AND b.hidden = 1) LIMIT $5;

-- tally_slots: the counts of one agency by slot
SELECT slot, figures FROM tally_count WHERE roc_year = $1 AND kind = $2 AND agency = $3 ORDER BY slot;

-- tally_slots_many: the counts of some agencies
SELECT g.tree_low, c.slot, c.figures FROM agency g CROSS JOIN tally_count c
 WHERE g.tree_low BETWEEN $3 AND $4 AND g.is_enterprise >= $5 AND c.roc_year = $1 AND c.kind = $2 AND c.agency = g.id ORDER BY g.tree_low;

-- tally_slots_wide: the same in no order: all of the year are gone through
SELECT g.tree_low, c.slot, c.figures FROM tally_count c CROSS JOIN agency g
 WHERE c.roc_year = $1 AND c.kind = $2 AND g.id = c.agency AND g.tree_low BETWEEN $3 AND $4 AND g.is_enterprise >= $5;

-- tally_slots_year: the counts of all agencies
SELECT c.agency, c.slot, c.figures FROM tally_count c WHERE c.roc_year = $1 AND c.kind = $2 ORDER BY c.agency, c.slot;

-- tally_agencies: some agencies by their place in the tree
SELECT id, code, name, tree_low, active FROM agency WHERE tree_low BETWEEN $1 AND $2 AND is_enterprise >= $3 ORDER BY tree_low;

-- tally_below: is there an agency below this one?
SELECT id FROM agency WHERE parent = $1 LIMIT 1;

-- tally_agency_cards: the cards of some agencies, by name
SELECT c.person, c.agency, g.tree_low, g.is_enterprise, c.slot, c.figures, p.name_key FROM agency g CROSS JOIN tally_card c JOIN person p ON p.id = c.person
 WHERE g.tree_low BETWEEN $2 AND $3 AND g.is_enterprise >= $4 AND c.roc_year = $1 AND c.agency = g.id ORDER BY g.tree_low, p.name_key, c.person;

-- tally_names: by what some persons are put in order
SELECT p.id, p.name_key FROM json_each(CAST($1 AS TEXT)) k CROSS JOIN person p WHERE p.id = CAST(k.value AS BIGINT) ORDER BY p.id;

-- tally_tree: every agency by its place
SELECT id, coalesce(parent, 0) AS parent, tree_low, tree_high FROM agency ORDER BY tree_low;

-- tally_years: those that are kept
SELECT roc_year FROM tally_year ORDER BY roc_year;

-- tally_years_new: years with records of which nothing is kept, and the year that it is
WITH RECURSIVE y (roc_year) AS (
	SELECT min(roc_year) FROM hours_person
	UNION ALL SELECT (SELECT min(p.roc_year) FROM hours_person p WHERE p.roc_year > y.roc_year) FROM y WHERE y.roc_year IS NOT NULL)
SELECT roc_year FROM (SELECT roc_year FROM y WHERE roc_year IS NOT NULL AND roc_year <= $1 UNION SELECT CAST($1 AS INTEGER)) v
 WHERE NOT EXISTS (SELECT 1 FROM tally_year t WHERE t.roc_year = v.roc_year) /*scan*/ ORDER BY roc_year;

-- tally_year_open: a year begins to be kept
INSERT INTO tally_year (roc_year, judged) VALUES ($1, $2) ON CONFLICT (roc_year) DO NOTHING;

-- tally_year_hold: whoever else writes counts of this year waits
UPDATE tally_year SET upto = upto WHERE roc_year = $1;

-- tally_year_again: everybody is judged anew
UPDATE tally_year SET upto = 0, whole = 0, judged = $2 WHERE roc_year = $1;

-- tally_year_day: of a later day
UPDATE tally_year SET judged = $2 WHERE roc_year = $1;

-- tally_year_upto: so far a pass has come; whole: to the end
UPDATE tally_year SET upto = $2, whole = $3 WHERE roc_year = $1;

-- tally_marks_general: marks that are no single person's of a single year
SELECT id, roc_year, person FROM tally_dirty WHERE roc_year = 0 OR person <= 0 ORDER BY id LIMIT 1000;

-- tally_mark_years: a mark of every year becomes one of each
INSERT INTO tally_dirty (roc_year, person) SELECT roc_year, CAST($1 AS BIGINT) FROM tally_year;

-- tally_marks_take: some of the marks of a year
SELECT id, person FROM tally_dirty WHERE roc_year = $1 AND person > 0 ORDER BY id LIMIT $2;

-- tally_marks_drop: they are done
DELETE FROM tally_dirty WHERE id IN (SELECT CAST(k.value AS BIGINT) FROM json_each(CAST($1 AS TEXT)) k);

-- tally_moves_mark: who moves from one day to another gets a mark
INSERT INTO tally_dirty (roc_year, person)
SELECT CAST($1 AS INTEGER), m.person FROM (
	SELECT s.person FROM service_record s WHERE s.from_day > $2 AND s.from_day <= $3 AND s.is_main = 1
	UNION SELECT s.person FROM service_record s WHERE s.to_day IS NOT NULL AND s.to_day >= $2 AND s.to_day < $3 AND s.is_main = 1
	UNION SELECT p.id FROM person p WHERE p.member_since > $2 AND p.member_since <= $3
	UNION SELECT p.id FROM person p WHERE p.member_until IS NOT NULL AND p.member_until >= $2 AND p.member_until < $3) m;

-- tally_persons: the next persons of a pass
SELECT id FROM person WHERE id > $1 ORDER BY id LIMIT $2;

-- tally_card_put: what a person adds now
INSERT INTO tally_card (roc_year, person, agency, slot, figures) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (roc_year, person) DO UPDATE SET agency = excluded.agency, slot = excluded.slot, figures = excluded.figures;

-- tally_card_drop: nothing any more
DELETE FROM tally_card WHERE roc_year = $1 AND person = $2;

-- tally_count_one: one sum
SELECT figures FROM tally_count WHERE roc_year = $1 AND kind = $2 AND agency = $3 AND slot = $4;

-- tally_count_put: it is another one now
INSERT INTO tally_count (roc_year, kind, agency, slot, figures) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (roc_year, kind, agency, slot) DO UPDATE SET figures = excluded.figures;

-- tally_count_drop: nothing any more
DELETE FROM tally_count WHERE roc_year = $1 AND kind = $2 AND agency = $3 AND slot = $4;

-- tally_count_wipe: all of a kind
DELETE FROM tally_count WHERE roc_year = $1 AND kind = $2;

-- tally_cards_year: every card, by the place of its agency
SELECT g.id AS agency, g.tree_low, c.slot, c.figures FROM tally_card c JOIN agency g ON g.id = c.agency WHERE c.roc_year = $1 /*scan*/ ORDER BY g.tree_low;

-- tally_listed: some persons as a list shows them, of a day ($2); $3: how many there are in all; $4 0: the ids are those of the page alone
SELECT p.id, x.agency_code, x.agency_name, x.unit_name, p.name, p.national_id, p.sex, x.title_name, x.rank_name, x.rank_grade, x.class_code,
	'' AS group_name, CAST($3 AS BIGINT) AS total
  FROM json_each(CAST($1 AS TEXT)) k CROSS JOIN person p JOIN posting x ON x.person = p.id
 WHERE p.id = CAST(k.value AS BIGINT) AND x.is_main = 1 AND x.status = 'active' AND x.from_day <= $2 AND x.until >= $2
 ORDER BY CASE $5 WHEN 'name' THEN p.name_key END, CASE $5 WHEN '-name' THEN p.name_key WHEN '-agency_code' THEN x.agency_code END DESC,
	x.tree_low, p.name_key, p.id LIMIT $6 OFFSET CAST($7 AS BIGINT) * $4;

-- tally_records: the records that count of some persons in a year; of a category ($3), a class ($4), none of these ($5 1), "" and 0: of all
SELECT r.id, g.name AS agency_name, coalesce(u.name, '') AS unit_name, p.name, p.national_id, coalesce(t.name, '') AS title_name,
	coalesce(q.name, '') AS rank_name, coalesce(nullif(k.name, ''), c.name) AS course_name, m.code || ' ' || m.name AS category,
	coalesce(i.name, o.name) AS opened_by, k.start_day AS start, k.end_day AS "end", r.mode, r.hours, r.digital, r.business,
	count(*) OVER () AS total
  FROM json_each(CAST($2 AS TEXT)) j CROSS JOIN hours_seen r JOIN hours_class k ON k.id = r.class JOIN person p ON p.id = r.person
  JOIN agency o ON o.id = r.owner JOIN code_item m ON m.id = r.category LEFT JOIN agency g ON g.id = r.agency LEFT JOIN unit u ON u.id = r.unit
  LEFT JOIN code_item t ON t.id = r.title LEFT JOIN code_item q ON q.id = r.rank LEFT JOIN course c ON c.id = k.course
  LEFT JOIN institution i ON i.id = k.institution
 WHERE r.roc_year = $1 AND r.person = CAST(j.value AS BIGINT) AND r.cert = 1 AND r.review IN (0, 2) AND r.deleted IS NULL
   AND ($3 = '' OR m.code = $3) AND (($4 = '' AND $5 = 0) OR r.category IN (SELECT y.category FROM category_class y
	WHERE CAST($1 AS BIGINT) BETWEEN y.first_year AND y.last_year AND y.class = $4))
 ORDER BY CASE $6 WHEN 'end' THEN k.end_day WHEN 'name' THEN p.name_key END,
	CASE $6 WHEN '-end' THEN k.end_day WHEN '-name' THEN p.name_key END DESC, k.end_day, p.name_key, r.id LIMIT $7 OFFSET $8;

-- members_by_agency: of these agencies, how many of the roster of a day there are and how many of these are 會員
SELECT g.id, g.code, g.name, count(p.id) AS staff,
	coalesce(sum(CASE WHEN p.member_since <= $1 AND coalesce(p.member_until, '9999-12-31') >= $1 THEN 1 ELSE 0 END), 0) AS members
  FROM agency g LEFT JOIN service_record s ON s.agency = g.id AND s.is_main = 1 AND s.status = 'active' AND s.from_day <= $1
	AND coalesce(s.to_day, '9999-12-31') >= $1 AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.id = s.batch AND b.hidden = 1)
  LEFT JOIN person p ON p.id = s.person
 WHERE g.tree_low BETWEEN $2 AND $3 AND (g.active = 1 OR s.id IS NOT NULL) GROUP BY g.id, g.code, g.name ORDER BY g.code;

-- members_reads: postings of these agencies, at most $3
SELECT count(*) AS n FROM (SELECT s.id FROM agency g CROSS JOIN service_record s WHERE g.tree_low BETWEEN $1 AND $2 AND s.agency = g.id LIMIT $3) x;

-- members_people: the roster of these agencies on a day; $4 1: 會員, 0: 非會員, -1: all
SELECT x.person AS id, x.agency_code, x.agency_name, x.unit_name, p.name, p.national_id, p.sex, x.title_name, x.rank_name, x.rank_grade,
	x.class_code, '' AS group_name, 0 AS courses, 0 AS hours, 0 AS digital, 0 AS physical, 0 AS business, count(*) OVER () AS total
  FROM agency g CROSS JOIN posting x JOIN person p ON p.id = x.person
 WHERE g.tree_low BETWEEN $2 AND $3 AND x.agency = g.id AND x.is_main = 1 AND x.status = 'active' AND x.from_day <= $1
   AND x.until >= $1
   AND ($4 = -1 OR $4 = CASE WHEN p.member_since <= $1 AND coalesce(p.member_until, '9999-12-31') >= $1 THEN 1 ELSE 0 END)
 ORDER BY CASE $5 WHEN 'name' THEN p.name_key END, CASE $5 WHEN '-name' THEN p.name_key WHEN '-agency_code' THEN x.agency_code END DESC,
	x.agency_code, p.name_key, p.id LIMIT $6 OFFSET $7;

-- tally_setting_year: has this year rows of its own?
SELECT id FROM tally_setting WHERE roc_year = $1;

-- tally_setting_one: by id
SELECT * FROM tally_setting WHERE id = $1;

-- tally_setting_list: every year with rows of its own
SELECT t.*, count(*) OVER () AS total FROM tally_setting t
 ORDER BY CASE $1 WHEN 'roc_year' THEN t.roc_year WHEN '-roc_year' THEN -t.roc_year WHEN 'minimum' THEN t.minimum WHEN '-minimum' THEN -t.minimum
	WHEN 'goal_hours' THEN t.goal_hours WHEN '-goal_hours' THEN -t.goal_hours WHEN 'goal_digital' THEN t.goal_digital
	WHEN '-goal_digital' THEN -t.goal_digital WHEN 'goal_reached' THEN t.goal_reached WHEN '-goal_reached' THEN -t.goal_reached
	WHEN 'goal_required' THEN t.goal_required WHEN '-goal_required' THEN -t.goal_required
	WHEN 'goal_professional' THEN t.goal_professional WHEN '-goal_professional' THEN -t.goal_professional END, t.roc_year LIMIT $2 OFFSET $3;

-- tally_setting_copy: a year as the one before it
INSERT INTO tally_setting (roc_year, minimum, goal_hours, goal_digital, goal_reached, goal_required, goal_professional)
SELECT CAST($1 AS INTEGER), coalesce(max(t.minimum), 20), max(t.goal_hours), max(t.goal_digital), max(t.goal_reached), max(t.goal_required),
	max(t.goal_professional)
  FROM tally_setting t WHERE t.roc_year = (SELECT max(o.roc_year) FROM tally_setting o WHERE o.roc_year < $1);

-- tally_topic_copy: its topics; before its setting
INSERT INTO tally_topic (roc_year, code, name, parent, hours, categories, sort_no)
SELECT CAST($1 AS INTEGER), t.code, t.name, t.parent, t.hours, t.categories, t.sort_no FROM tally_topic t
 WHERE t.roc_year = (SELECT max(o.roc_year) FROM tally_setting o WHERE o.roc_year < $1);

-- tally_setting_set: changed; no row when somebody was first
UPDATE tally_setting SET minimum = $3, goal_hours = $4, goal_digital = $5, goal_reached = $6, goal_required = $7, goal_professional = $8,
	version = version + 1 WHERE id = $1 AND version = $2 RETURNING id;

-- tally_topic_one: by id
SELECT * FROM tally_topic WHERE id = $1;

-- tally_topic_list: of all years
SELECT t.*, count(*) OVER () AS total FROM tally_topic t
 ORDER BY CASE $1 WHEN 'code' THEN t.code WHEN 'name' THEN t.name WHEN 'parent' THEN t.parent END,
	CASE $1 WHEN '-code' THEN t.code WHEN '-name' THEN t.name WHEN '-parent' THEN t.parent END DESC,
	CASE $1 WHEN 'roc_year' THEN t.roc_year WHEN '-roc_year' THEN -t.roc_year WHEN 'hours' THEN t.hours WHEN '-hours' THEN -t.hours
	WHEN 'sort_no' THEN t.sort_no WHEN '-sort_no' THEN -t.sort_no END, t.roc_year DESC, t.sort_no, t.code LIMIT $2 OFFSET $3;

-- tally_topic_put: a new one; none when the code exists
INSERT INTO tally_topic (roc_year, code, name, parent, hours, categories, sort_no) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (roc_year, code) DO NOTHING RETURNING id;

-- tally_topic_set: changed; no row when somebody was first
UPDATE tally_topic SET name = $3, parent = $4, hours = $5, categories = $6, sort_no = $7, version = version + 1
 WHERE id = $1 AND version = $2 RETURNING id;

-- tally_topic_drop: 「刪除」
DELETE FROM tally_topic WHERE id = $1 AND version = $2;

-- tally_group_one: by id
SELECT * FROM tally_group WHERE id = $1;

-- tally_group_list: all
SELECT t.*, count(*) OVER () AS total FROM tally_group t
 ORDER BY CASE $1 WHEN 'class_code' THEN t.class_code WHEN 'grade' THEN t.grade WHEN 'staff_group' THEN t.staff_group END,
	CASE $1 WHEN '-class_code' THEN t.class_code WHEN '-grade' THEN t.grade WHEN '-staff_group' THEN t.staff_group END DESC,
	CASE $1 WHEN 'roc_year' THEN t.roc_year WHEN '-roc_year' THEN -t.roc_year END, t.class_code, t.grade, t.roc_year LIMIT $2 OFFSET $3;

-- tally_group_put: a new one; none when there is one
INSERT INTO tally_group (roc_year, class_code, grade, staff_group) VALUES ($1, $2, $3, $4)
ON CONFLICT (roc_year, class_code, grade) DO NOTHING RETURNING id;

-- tally_group_set: changed; no row when somebody was first
UPDATE tally_group SET staff_group = $3, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id;
