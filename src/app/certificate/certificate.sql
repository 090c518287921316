-- applicant_one: a trainee as 請證 sees one
SELECT v.*, (SELECT count(*) FROM life_record r WHERE r.admission = v.id AND r.kind = 'revocation' AND r.state IN ('found', 'sent')
	AND r.voided IS NULL) AS revocations
  FROM applicant v WHERE v.id = $1 AND ($2 = 0 OR v.agency = $2);

-- applicant_list: the trainees of the agencies $1 to $2 in one examination
SELECT v.*, c.csptc_document, c.csptc_day, c.exam_yuan_document, c.exam_yuan_day, c.made, c.confirmed, f.paid_on, count(*) OVER () AS total, (SELECT count(*) FROM life_record r WHERE r.admission = v.id AND r.kind = 'revocation' AND r.state IN ('found', 'sent')
	AND r.voided IS NULL) AS revocations
  FROM agency g CROSS JOIN exam e CROSS JOIN applicant v LEFT JOIN certificate_serial c ON c.id = v.serial LEFT JOIN fee_standing f ON f.admission = v.id
 WHERE g.id BETWEEN $1 AND $2 AND v.agency = g.id AND v.exam = e.id AND e.exam_year = $3 AND e.exam_code = $4
	AND ($5 = '' OR v.name LIKE '%' || $5 || '%') AND ($6 = '' OR v.number = $6)
	AND ($7 = '' OR ($7 = 'entered') = (v.score IS NOT NULL)) AND ($8 = 0 OR v.id = $8)
 ORDER BY CASE $9 WHEN 'name' THEN v.name_key WHEN 'national_id' THEN v.national_id WHEN 'identity' THEN v.identity
	WHEN 'number' THEN v.number WHEN 'score' THEN v.score WHEN 'education_score' THEN v.education_score END,
	CASE $9 WHEN '-name' THEN v.name_key WHEN '-national_id' THEN v.national_id WHEN '-identity' THEN v.identity
	WHEN '-number' THEN v.number WHEN '-score' THEN v.score WHEN '-education_score' THEN v.education_score END DESC, v.id
 LIMIT $10 OFFSET $11;

-- applicant_numbered: one by 身分證字號 in an examination, among those of the agencies $1 to $2
SELECT t.id FROM trainee t WHERE t.national_id = $5 AND t.exam_year = $3 AND t.exam_code = $4 AND t.agency BETWEEN $1 AND $2;

-- applicant_saved: who entered it last
SELECT a.full_name, a.name, c.saved FROM certificate_data c LEFT JOIN account a ON a.id = c.saved_by WHERE c.admission = $1;

-- data_begin: the first entry; no row when somebody was first
INSERT INTO certificate_data (admission) VALUES ($1) ON CONFLICT (admission) DO NOTHING RETURNING version;

-- data_put: what was entered; no row when somebody was first
UPDATE certificate_data SET identity = $3, identity_proof = $4, score = $5, scored = $6, practical_start = $7, practical_end = $8,
	remark = $9, changed = $10, change_note = $11, change_proof = $12, saved = $13, saved_by = $14, version = version + 1
 WHERE admission = $1 AND version = $2 RETURNING version;

-- counter_next: the next running number of an examination
INSERT INTO certificate_counter (exam, last) VALUES ($1, 1) ON CONFLICT (exam) DO UPDATE SET last = certificate_counter.last + 1 RETURNING last;

-- serial_put: a new application
INSERT INTO certificate_serial (number, agency, exam, made, made_by) VALUES ($1, $2, $3, $4, $5) RETURNING id;

-- serial_one: an application
SELECT s.*, s.state AS stage, e.exam_year, e.exam_code, e.exam_name, e.plan, e.roster_recipient, g.name AS agency_name,
	(SELECT count(*) FROM certificate_member m WHERE m.serial = s.id AND m.live = 1) AS members
  FROM certificate_serial s JOIN exam e ON e.id = s.exam JOIN agency g ON g.id = s.agency WHERE s.id = $1;

-- serial_whose: the agency of an application
SELECT agency, state FROM certificate_serial WHERE id = $1;

-- serial_numbered: an application by its number, of one agency or any
SELECT id FROM certificate_serial WHERE number = $1 AND ($2 = 0 OR agency = $2) AND state <> 'deleted';

-- serial_list: the applications of the agencies $1 to $2, the newest first
SELECT s.*, s.state AS stage, e.exam_year, e.exam_code, e.exam_name, e.plan, e.roster_recipient, g.name AS agency_name,
	(SELECT count(*) FROM certificate_member m WHERE m.serial = s.id AND m.live = 1) AS members, count(*) OVER () AS total
  FROM agency g CROSS JOIN certificate_serial s JOIN exam e ON e.id = s.exam
 WHERE g.id BETWEEN $1 AND $2 AND s.agency = g.id AND s.state <> 'deleted' AND ($3 = '' OR s.state = $3)
 ORDER BY CASE $4 WHEN 'number' THEN s.number WHEN 'stage' THEN s.state END,
	CASE $4 WHEN '-number' THEN s.number WHEN '-stage' THEN s.state END DESC, s.id DESC
 LIMIT $5 OFFSET $6;

-- serial_next: whoever changes it takes the next version; no row when somebody was first
UPDATE certificate_serial SET version = version + 1 WHERE id = $1 AND version = $2 RETURNING version;

-- serial_state: where it is
UPDATE certificate_serial SET state = $2, ended = $3 WHERE id = $1;

-- serial_confirmed: confirmed
UPDATE certificate_serial SET state = 'confirmed', confirmed = $2, confirmed_by = $3, printed = NULL, returned = NULL, return_reason = '',
	kept_agency = $4, kept_exam = $5, kept_route = $6 WHERE id = $1;

-- serial_sent: the agency's letter
UPDATE certificate_serial SET state = 'sent', sent_day = $2, sent_document = $3 WHERE id = $1;

-- serial_returned: open again
UPDATE certificate_serial SET state = 'open', returned = $2, return_reason = $3, confirmed = NULL, confirmed_by = NULL, sent_day = NULL,
	sent_document = '', received = NULL, received_by = NULL WHERE id = $1;

-- serial_csptc_put: 保訓會請證文號
UPDATE certificate_serial SET state = 'csptc_numbered', csptc_document = $2, csptc_day = $3 WHERE id = $1;

-- serial_exam_yuan_put: 考試院發證文號
UPDATE certificate_serial SET state = 'certified', exam_yuan_document = $2, exam_yuan_day = $3, ended = $4 WHERE id = $1;

-- serial_printed: the roster was printed
UPDATE certificate_serial SET printed = $2 WHERE id = $1;

-- csptc_used: applications that have this number
SELECT id, number FROM certificate_serial WHERE csptc_document = $1 AND csptc_document <> '';

-- exam_yuan_used: applications that have this number
SELECT id, number FROM certificate_serial WHERE exam_yuan_document = $1 AND exam_yuan_document <> '';

-- member_put: a trainee onto an application, for the first time or again
INSERT INTO certificate_member (serial, admission, added, added_by) VALUES ($1, $2, $3, $4)
ON CONFLICT (serial, admission) DO UPDATE SET live = 1, marked = 0, added = excluded.added, added_by = excluded.added_by, removed = NULL, removed_by = NULL;

-- data_held: what was entered is on an application from now on, so that who saves it at this moment is told
UPDATE certificate_data SET version = version + 1 WHERE admission = $1 AND version = $2 RETURNING version;

-- member_off: off it; no row when the trainee is not on it
UPDATE certificate_member SET live = 0, removed = $3, removed_by = $4 WHERE serial = $1 AND admission = $2 AND live = 1 RETURNING admission;

-- member_mark: on that one something has to be put right; no row when the trainee is not on it
UPDATE certificate_member SET marked = 1 WHERE serial = $1 AND admission = $2 AND live = 1 RETURNING admission;

-- member_unmark: nothing has to be put right any more
UPDATE certificate_member SET marked = 0 WHERE serial = $1 AND marked = 1;

-- member_marked: on whom something has to be put right, though taken off for it
SELECT t.name FROM certificate_member m JOIN trainee t ON t.id = m.admission WHERE m.serial = $1 AND m.marked = 1 ORDER BY t.name_key, t.id;

-- member_fee: what decides whether the members have to pay, and whether they have
SELECT v.*, f.paid_on FROM certificate_member m JOIN applicant v ON v.id = m.admission LEFT JOIN fee_standing f ON f.admission = v.id
 WHERE m.serial = $1 AND m.live = 1;

-- member_keep: what the roster says of one
UPDATE certificate_member SET place = $3, name = $4, national_id = $5, sex = $6, birth_date = $7, exam_level = $8, exam_category = $9,
	agency_name = $10, score = $11, start_day = $12, until_day = $13, end_day = $14, remark = $15
 WHERE serial = $1 AND admission = $2;

-- roster_live: the members as they are now
SELECT v.*, m.marked, row_number() OVER (ORDER BY v.name_key, v.id) AS place, v.practical_start AS start_day, v.practical_end AS until_day,
	coalesce(v.end_date, v.practical_end) AS end_day, count(*) OVER () AS total, (SELECT count(*) FROM life_record r WHERE r.admission = v.id AND r.kind = 'revocation' AND r.state IN ('found', 'sent')
	AND r.voided IS NULL) AS revocations
  FROM certificate_member m JOIN applicant v ON v.id = m.admission WHERE m.serial = $1 AND m.live = 1
 ORDER BY CASE $2 WHEN 'name' THEN v.name_key WHEN 'score' THEN v.score END,
	CASE $2 WHEN '-name' THEN v.name_key WHEN '-score' THEN v.score END DESC, v.name_key, v.id LIMIT $3 OFFSET $4;

-- roster_kept: the members as they were confirmed
SELECT m.admission AS id, m.place, m.name, m.national_id, m.sex, m.birth_date, m.exam_level, m.exam_category, m.agency_name, m.score,
	m.start_day, m.until_day, m.end_day, m.remark, m.marked, count(*) OVER () AS total
  FROM certificate_member m WHERE m.serial = $1 AND m.live = 1
 ORDER BY CASE $2 WHEN 'name' THEN m.name WHEN 'score' THEN m.score END,
	CASE $2 WHEN '-name' THEN m.name WHEN '-score' THEN m.score END DESC, m.place LIMIT $3 OFFSET $4;

-- addable: the agency's trainees of an examination who are on no application
SELECT v.*, (SELECT count(*) FROM life_record r WHERE r.admission = v.id AND r.kind = 'revocation' AND r.state IN ('found', 'sent')
	AND r.voided IS NULL) AS revocations
  FROM applicant v WHERE v.agency = $1 AND v.exam = $2 AND v.serial = 0 AND v.score IS NOT NULL ORDER BY v.name_key, v.id LIMIT 500;

-- serial_filed_list: every agency's confirmed applications, those that wait the longest first
SELECT s.*, s.state AS stage, e.exam_year, e.exam_code, e.exam_name, e.plan, e.roster_recipient, g.name AS agency_name,
	(SELECT count(*) FROM certificate_member m WHERE m.serial = s.id AND m.live = 1) AS members, count(*) OVER () AS total
  FROM exam e CROSS JOIN certificate_serial s JOIN agency g ON g.id = s.agency
 WHERE s.exam = e.id AND s.state IN ('confirmed', 'sent', 'csptc_numbered', 'certified')
 ORDER BY CASE $1 WHEN 'number' THEN s.number WHEN 'stage' THEN s.state END,
	CASE $1 WHEN '-number' THEN s.number WHEN '-stage' THEN s.state END DESC, s.id
 LIMIT $2 OFFSET $3;

-- bulk_known: the trainees of a list of national IDs, of one agency or any
SELECT v.*, a.version AS place
  FROM json_each(CAST($1 AS TEXT)) k JOIN applicant v ON v.national_id = k.value JOIN admission a ON a.id = v.id
 WHERE $2 = 0 OR v.agency = $2;

-- change_put: what a file changes, or what was there before
INSERT INTO certificate_change (batch, admission, side, version, identity, identity_proof, score, practical_start, practical_end, remark)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- change_page: some of what a file changes, or of what was there before
SELECT * FROM certificate_change WHERE batch = $1 AND side = $4 AND admission > $2 ORDER BY admission LIMIT $3;

-- change_drop: it is not needed any more
DELETE FROM certificate_change WHERE batch = $1;

-- change_touched: what somebody has changed or built on since
SELECT v.id, v.name || '　' || v.exam_year || '-' || v.exam_code AS about,
	CASE WHEN v.serial <> 0 THEN '已列入申請序號 ' || v.number ELSE '匯入後已有異動' END AS reason, count(*) OVER () AS total
  FROM certificate_change h JOIN applicant v ON v.id = h.admission
 WHERE h.batch = $1 AND h.side = 1 AND (v.serial <> 0 OR v.version <> CASE WHEN h.version = 0 THEN 2 ELSE h.version + 1 END)
 ORDER BY v.id LIMIT $2;

-- education_put: what a file changes of one
INSERT INTO education_change (batch, admission, version, score, before_score) VALUES ($1, $2, $3, $4, $5);

-- education_page: some of what a file changes
SELECT * FROM education_change WHERE batch = $1 AND admission > $2 ORDER BY admission LIMIT $3;

-- education_drop: it is not needed any more
DELETE FROM education_change WHERE batch = $1;

-- education_set: 教育訓練成績; no row when somebody was first
UPDATE admission SET education_score = $3, version = version + 1 WHERE id = $1 AND version = $2 RETURNING version;

-- education_touched: what somebody has changed or built on since
SELECT v.id, v.name || '　' || v.exam_year || '-' || v.exam_code AS about,
	CASE WHEN v.serial <> 0 THEN '已列入申請序號 ' || v.number ELSE '匯入後已有異動' END AS reason, count(*) OVER () AS total
  FROM education_change h JOIN applicant v ON v.id = h.admission JOIN admission a ON a.id = v.id
 WHERE h.batch = $1 AND (v.serial <> 0 OR a.version <> h.version + 1) ORDER BY v.id LIMIT $2;

-- proof_list: the papers of one, the oldest first
SELECT p.*, coalesce(nullif(a.full_name, ''), a.name) AS account_name FROM certificate_proof p LEFT JOIN account a ON a.id = p.account
 WHERE p.admission = $1 AND p.removed IS NULL ORDER BY p.id;

-- proof_one: one paper of one
SELECT p.* FROM certificate_proof p WHERE p.id = $1 AND p.admission = $2 AND p.removed IS NULL;

-- proof_put: a paper came
INSERT INTO certificate_proof (admission, what, identity, file, name, size, sha256, account, made)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id;

-- proof_remove: a paper that is not hers; no row when somebody was first
UPDATE certificate_proof SET file = NULL, removed = $2, removed_by = $3, remove_reason = $4 WHERE id = $1 AND removed IS NULL RETURNING admission;

-- proof_mark: 已檢附 or 未檢附
UPDATE certificate_data SET identity_proof = $2, version = version + 1 WHERE admission = $1;

-- check_put: handed out
INSERT INTO certificate_check (number, code, serial, admission, made) VALUES ($1, $2, $3, $4, $5);

-- check_end: all of an application are not good any more
UPDATE certificate_check SET ended = $2, why = $3 WHERE serial = $1 AND ended IS NULL;

-- check_of_serial: what the roster of an application carries
SELECT number, code FROM certificate_check WHERE serial = $1 AND admission IS NULL AND ended IS NULL;

-- check_of_person: what the proof of one carries
SELECT c.number, c.code, c.serial FROM certificate_check c WHERE c.admission = $1 AND c.ended IS NULL;

-- check_numbered: all that were handed out under a number
SELECT c.number, c.code, c.serial, coalesce(c.admission, 0) AS admission, c.made, c.ended, c.why, s.state, s.confirmed, s.csptc_document,
	s.csptc_day, s.exam_yuan_document, s.exam_yuan_day, e.exam_year, e.exam_name, g.name AS agency_name, m.name, m.exam_level, m.exam_category,
	coalesce(t.state, '') AS training_state, (SELECT count(*) FROM certificate_member x WHERE x.serial = s.id AND x.live = 1) AS members
  FROM certificate_check c JOIN certificate_serial s ON s.id = c.serial JOIN exam e ON e.id = s.exam JOIN agency g ON g.id = s.agency
  LEFT JOIN certificate_member m ON m.serial = c.serial AND m.admission = c.admission AND m.live = 1
  LEFT JOIN trainee_state t ON t.admission = c.admission
 WHERE c.number = $1 ORDER BY c.id DESC LIMIT 100;

-- guess_count: how often this address was wrong since then
SELECT count(*) AS n FROM certificate_guess WHERE address = $1 AND made > $2;

-- guess_put: once more
INSERT INTO certificate_guess (address, made) VALUES ($1, $2);

-- guess_sweep: old ones
DELETE FROM certificate_guess WHERE made < $1;

-- serial_awaited: every agency's confirmed applications whose roster has not come on paper yet, those that wait the longest first
SELECT s.*, s.state AS stage, e.exam_year, e.exam_code, e.exam_name, e.plan, e.roster_recipient, g.name AS agency_name,
	(SELECT count(*) FROM certificate_member m WHERE m.serial = s.id AND m.live = 1) AS members, count(*) OVER () AS total
  FROM exam e CROSS JOIN certificate_serial s JOIN agency g ON g.id = s.agency
 WHERE s.exam = e.id AND s.state IN ('confirmed', 'sent') AND ($1 = 'all' OR s.received IS NULL)
 ORDER BY CASE $2 WHEN 'number' THEN s.number END, CASE $2 WHEN '-number' THEN s.number END DESC, s.id LIMIT $3 OFFSET $4;

-- serial_received: its roster came on paper
UPDATE certificate_serial SET received = $2, received_by = $3 WHERE id = $1;

-- bulk_one: a trainee by national ID, year and examination, of one agency
SELECT t.id FROM trainee t WHERE t.national_id = $1 AND t.exam_year = $2 AND t.exam_code = $3 AND t.agency = $4;
