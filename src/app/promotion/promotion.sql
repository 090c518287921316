-- callup_one: the call of a training and year
SELECT * FROM promotion_call WHERE type = $1 AND year = $2;

-- callup_open: the newest year of a training whose rosters are still to come
SELECT year FROM promotion_call WHERE type = $1 AND released = 1 AND deadline >= $2 ORDER BY year DESC LIMIT 1;

-- callup_by_id: one call
SELECT * FROM promotion_call WHERE id = $1;

-- callup_list: all calls
SELECT c.*, count(*) OVER () AS total FROM promotion_call c
 ORDER BY CASE $1 WHEN 'year' THEN year WHEN '-year' THEN -year END, type LIMIT $2 OFFSET $3;

-- callup_put: a new call
INSERT INTO promotion_call (type, year, ratio, deadline, letter, letter_day, committee, released, training_percent)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (type, year) DO NOTHING RETURNING id;

-- callup_set: a call changed; no row when somebody was first
UPDATE promotion_call SET ratio = $3, deadline = $4, letter = $5, letter_day = $6, committee = $7, released = $8, training_percent = $9, reason = $10, version = version + 1
 WHERE id = $1 AND version = $2 RETURNING id;

-- selector_years: does this agency select in that training and year
SELECT id FROM promotion_selector WHERE type = $1 AND agency = $3 AND from_year <= $2 AND coalesce(until_year, 999) >= $2;

-- selector_ever: does this agency select at all
SELECT id FROM promotion_selector WHERE agency = $1 LIMIT 1;

-- selector_up: the one nearest at or above an agency
WITH RECURSIVE up (id, parent, steps) AS (
	SELECT id, parent, 0 FROM agency WHERE id = $3
	UNION ALL SELECT g.id, g.parent, up.steps + 1 FROM agency g JOIN up ON g.id = up.parent WHERE up.steps < 20)
SELECT up.id FROM up JOIN promotion_selector s ON s.agency = up.id
 WHERE s.type = $1 AND s.from_year <= $2 AND coalesce(s.until_year, 999) >= $2 ORDER BY up.steps LIMIT 1;

-- selector_down: each agency that has one, with the years for which it holds, the nearest first
/*scan*/ WITH RECURSIVE down (type, agency, selector, from_year, until_year, steps) AS (
	SELECT type, agency, agency, from_year, coalesce(until_year, 999), 0 FROM promotion_selector
	UNION ALL SELECT d.type, g.id, d.selector, d.from_year, d.until_year, d.steps + 1
	  FROM agency g JOIN down d ON g.parent = d.agency WHERE d.steps < 20)
SELECT d.type, d.agency, g.code, d.selector, d.from_year, d.until_year FROM down d JOIN agency g ON g.id = d.agency
 ORDER BY d.type, g.code, d.steps;

-- selectors_of: those of a training and year
SELECT s.agency, g.code, g.name FROM promotion_selector s JOIN agency g ON g.id = s.agency
 WHERE s.type = $1 AND s.from_year <= $2 AND coalesce(s.until_year, 999) >= $2 ORDER BY g.code;

-- selector_all: all of them
SELECT s.*, g.code AS agency_code, g.name AS agency_name, count(*) OVER () AS total FROM promotion_selector s JOIN agency g ON g.id = s.agency
 ORDER BY CASE $1 WHEN 'agency_code' THEN g.code WHEN 'type' THEN s.type WHEN 'agency_name' THEN g.name END,
	CASE $1 WHEN '-agency_code' THEN g.code WHEN '-type' THEN s.type WHEN '-agency_name' THEN g.name END DESC,
	CASE $1 WHEN 'from_year' THEN s.from_year WHEN '-from_year' THEN -s.from_year END, g.code, s.type LIMIT $2 OFFSET $3;

-- selector_by_id: one of them
SELECT s.*, g.code AS agency_code, g.name AS agency_name FROM promotion_selector s JOIN agency g ON g.id = s.agency WHERE s.id = $1;

-- selector_put: a new one
INSERT INTO promotion_selector (type, agency, from_year, until_year) VALUES ($1, $2, $3, $4)
ON CONFLICT (type, agency, from_year) DO NOTHING RETURNING id;

-- selector_set: its years changed; no row when somebody was first
UPDATE promotion_selector SET until_year = $3, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id;

-- share_one: column A of an agency
SELECT carried_in FROM promotion_share WHERE type = $1 AND year = $2 AND agency = $3;

-- share_by_id: one row
SELECT s.*, g.code AS agency_code, g.name AS agency_name FROM promotion_share s JOIN agency g ON g.id = s.agency WHERE s.id = $1;

-- share_list: column A of all agencies in a year, of all years for 0
SELECT s.*, g.code AS agency_code, g.name AS agency_name, count(*) OVER () AS total FROM promotion_share s JOIN agency g ON g.id = s.agency
 WHERE $1 = 0 OR s.year = $1
 ORDER BY CASE $2 WHEN 'year' THEN s.year WHEN '-year' THEN -s.year END, CASE $2 WHEN 'agency_code' THEN g.code END,
	CASE $2 WHEN '-agency_code' THEN g.code END DESC, s.type, g.code LIMIT $3 OFFSET $4;

-- share_put: a new row
INSERT INTO promotion_share (type, year, agency, carried_in) VALUES ($1, $2, $3, $4) ON CONFLICT (type, year, agency) DO NOTHING RETURNING id;

-- share_set: changed; no row when somebody was first
UPDATE promotion_share SET carried_in = $3, reason = $4, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id;

-- values_used: what was computed with the values of a training's year, of an agency or (0) of all
SELECT (SELECT count(*) FROM promotion_statement s WHERE s.type = $1 AND s.year = $2 AND ($3 = 0 OR s.agency = $3)) AS statements,
	(SELECT count(*) FROM class_determination d JOIN training_class c ON c.id = d.class WHERE c.type = $1 AND c.year = $2) AS classes;

-- shares_lacking: the 遴選機關 of a training and year for which no column A is known
SELECT g.code, g.name FROM promotion_selector s JOIN agency g ON g.id = s.agency
 WHERE s.type = $1 AND s.from_year <= $2 AND coalesce(s.until_year, 999) >= $2
   AND NOT EXISTS (SELECT 1 FROM promotion_share x WHERE x.type = $1 AND x.year = $2 AND x.agency = s.agency) ORDER BY g.code;

-- past_list: what became of people; of one person where an ID is given
/*scan*/ SELECT p.*, count(*) OVER () AS total FROM promotion_result p WHERE ($1 = '' OR p.national_id = $1) AND ($2 = 0 OR p.year = $2)
 ORDER BY CASE $3 WHEN 'year' THEN p.year WHEN '-year' THEN -p.year END, CASE $3 WHEN 'name' THEN p.name END,
	CASE $3 WHEN '-name' THEN p.name END DESC, p.id LIMIT $4 OFFSET $5;

-- past_by_id: one row
SELECT * FROM promotion_result WHERE id = $1;

-- past_put: a new row
INSERT INTO promotion_result (type, year, national_id, name, outcome, cause, at_fault, delivered, filled, letter)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (national_id, type, year, outcome) DO NOTHING RETURNING id;

-- past_set: changed; no row when somebody was first
UPDATE promotion_result SET name = $3, cause = $4, at_fault = $5, delivered = $6, filled = $7, letter = $8, version = version + 1
 WHERE id = $1 AND version = $2 RETURNING id;

-- past_keep_one: what the program itself knows of, in place of what stood there
INSERT INTO promotion_result (type, year, national_id, name, outcome, cause, at_fault, delivered, filled, letter)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (national_id, type, year, outcome) DO UPDATE SET name = excluded.name,
	cause = excluded.cause, at_fault = excluded.at_fault, delivered = excluded.delivered, filled = excluded.filled, letter = excluded.letter,
	version = promotion_result.version + 1;

-- past_drop_one: it did not come to that
DELETE FROM promotion_result WHERE national_id = $1 AND type = $2 AND year = $3 AND outcome = $4;

-- past_drop: entered in error
DELETE FROM promotion_result WHERE id = $1 RETURNING id;

-- past_of: those of a list of national IDs in a training
SELECT p.* FROM json_each(CAST($2 AS TEXT)) k JOIN promotion_result p ON p.national_id = k.value AND p.type = $1 ORDER BY p.national_id, p.year, p.id;

-- faq_all: 常見問題 in their order
SELECT * FROM promotion_faq ORDER BY id;

-- faq_one: one of them
SELECT * FROM promotion_faq WHERE id = $1;

-- faq_set: changed; no row when somebody was first
UPDATE promotion_faq SET question = $3, answer = $4, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id;

-- faq_deliver: the questions as they were first answered, where nothing is kept yet                                       PROMO-032
INSERT INTO promotion_faq (id, question, answer)
SELECT * FROM (VALUES
(1, '名冊何時報送？', '每年4月30日前報送保訓會，逾期不予受理。見「線上報送名冊」。'),
(2, '參訓資格採計至何時？', '採計至當年度4月30日；其後之事實不計。'),
(3, '積分如何採計？', '依各主管機關之陞遷評分標準，採計至前一年度12月31日；陞遷序列及積分高者優先遴選受訓。'),
(4, '參訓名額如何計算？', '前一年度保留名額，加當年度符合受訓資格人數乘以分配調訓比例，加補訓不占名額人數，加歷年成績不及格經遴選重新訓練（正選）人數。各欄之取捨見「計算參訓名額」。'),
(5, '備選名額有多少？', '年度分配受訓名額之10%，以整數計。'),
(6, '應薦送而漏未薦送者如何處理？', '非可歸責其本人者，經服務機關及遴選機關甄審委員會審查、主管機關函報保訓會同意後，於次年度直接調訓，並計入該遴選機關次年度分配名額。名冊之參訓身分填「漏未薦送直接調訓」。'),
(7, '曾經成績不及格者得否再參訓？', '自次年度起，符合資格者得依規定重新遴選；全額自費，得以公假參訓，正選者不占當年度分配名額。'),
(8, '商調人員由何機關遴選？', '以前一年度12月31日之任職機關為準：當日以前調任者由新任機關，當年度1月1日以後調任者由原任機關遴選。'),
(9, '未設甄審委員會者如何辦理？', '情形特殊者，由遴選機關組成臨時性之審查委員會辦理；登錄會議時一併填寫委員及事由。')) v WHERE NOT EXISTS (SELECT 1 FROM promotion_faq);
