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
INSERT INTO training_class (type, year, name, institute, start_day, end_day, course) VALUES ('zuo_to_zheng', $1, '第1梯次甲班', $2, $3, $4, 12000)
RETURNING id;

-- sample_class_member: reported on its first day
INSERT INTO class_report (participant, class, reported) VALUES ($1, $2, $3);

-- sample_class_score: what the class sent
INSERT INTO training_result (participant, training_score, course_score) VALUES ($1, $2, $3);

-- sample_colleague_put: one who learns
INSERT INTO person (national_id, name, name_key, sex, birth_date, member_since) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id;

-- sample_learner_put: whose account the agency's learner has
UPDATE account SET person = $1 WHERE agency = $2 AND role = 'learner';
