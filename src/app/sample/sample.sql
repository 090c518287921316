-- sample_empty: how many agencies there are
SELECT count(*) AS n FROM agency;

-- sample_person_put: an invented person
INSERT INTO person (national_id, name, name_key, sex, birth_date) VALUES ($1, $2, $3, $4, $5) RETURNING id;

-- sample_admission_put: admitted; agency 0: not taken over by anybody yet
INSERT INTO admission (person, exam, agency, exam_level, exam_category, education_score, taken_over)
VALUES ($1, $2, $3, $4, $5, NULL, $6) RETURNING id;

-- sample_absent: persons of an agency and examination who have not reported
SELECT id FROM admission WHERE agency = $1 AND exam = $2 AND report_date IS NULL ORDER BY id LIMIT $3;

-- sample_reported: persons of an agency who have
SELECT id FROM admission WHERE agency = $1 AND report_date IS NOT NULL ORDER BY report_date, id;

-- sample_grants: the first persons of an agency who have reported, and those of it who guide
INSERT INTO trainee_grant (admission, account, role, from_day)
SELECT t.id, a.id, a.role, CAST($2 AS TEXT)
  FROM (SELECT id, agency FROM admission WHERE agency = $1 AND report_date IS NOT NULL ORDER BY id LIMIT $3) t
  JOIN account a ON a.agency = t.agency AND a.role IN ('mentor', 'unit_head');

-- sample_planned: those of an agency, not reported yet, whose examination has a plan
SELECT a.id FROM admission a JOIN exam e ON e.id = a.exam WHERE a.agency = $1 AND a.report_date IS NULL AND e.plan <> '' ORDER BY a.id DESC LIMIT $2;

-- sample_selector_put: who selects for 佐升正
INSERT INTO promotion_selector (type, agency, from_year) VALUES ('zuo_to_zheng', $1, 100);

-- sample_call_put: the call of a year
INSERT INTO promotion_call (type, year, ratio, deadline, letter, released) VALUES ('zuo_to_zheng', $1, '30', $2, '公訓字第1150000001號', 1);

-- sample_share_put: column A
INSERT INTO promotion_share (type, year, agency, carried_in) VALUES ('zuo_to_zheng', $1, $2, $3);

-- sample_fee_put: what a certificate costs
INSERT INTO fee_rule (exam, amount, pay_days, valid_from) VALUES ($1, $2, $3, $4);

-- sample_education: 教育訓練成績
UPDATE admission SET education_score = $2 WHERE id = $1;

-- sample_class_put: a class of 佐升正
INSERT INTO training_class (type, year, name, institute, start_day, end_day, course) VALUES ('zuo_to_zheng', $1, $5, $2, $3, $4, 12000)
RETURNING id;

-- sample_class_member: reported on its first day
INSERT INTO class_report (participant, class, reported) VALUES ($1, $2, $3);

-- sample_class_score: what the class sent
INSERT INTO training_result (participant, training_score, course_score) VALUES ($1, $2, $3);

-- sample_result_put: determined
INSERT INTO training_result (participant, training_score, course_score, total, training_percent, passed, determined, receipt, code)
VALUES ($1, $2, $3, $4, '10.0000', $5, $6, $7, $8);

-- sample_determination_put: of a class
INSERT INTO class_determination (class, day, document, account, made) VALUES ($1, $2, '公訓字第1130000010號', $3, $4);

-- sample_recheck_put: asked for, to be answered
INSERT INTO score_recheck (participant, channel, applied, received, content, contact, made)
VALUES ($1, 'online', $2, $2, '測驗成績計分', '02-8236-0000', $3);

-- sample_award_request: 考試院 is asked
INSERT INTO award_request (document, day, account, made) VALUES ('公訓字第1130000011號', $1, $2, $3) RETURNING id;

-- sample_award_member: for whom
INSERT INTO award_member (request, participant) VALUES ($1, $2);

-- sample_award_number: issued
UPDATE award_member SET number = $2, issued = $3, document = '考臺組字第1130000002號', code = '10000000000000000001' WHERE participant = $1;

-- sample_colleague_put: one who learns
INSERT INTO person (national_id, name, name_key, sex, birth_date, member_since) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id;

-- sample_learner_put: whose account the agency's learner has
UPDATE account SET person = $1 WHERE agency = $2 AND role = 'learner';
