-- check_batch_rows: a finished list of admitted persons against the rows that it made
/*scan*/ SELECT b.id, b.rows_created || ' / ' || (SELECT count(*) FROM import_piece i JOIN admission a ON a.id BETWEEN i.first AND i.last
	AND a.batch = i.batch WHERE i.batch = b.id AND i.what = 'admission') AS found
  FROM import_batch b
 WHERE b.kind = 'roster' AND b.state IN ('done', 'partial') AND b.hidden = 0 AND b.rows_created <> (SELECT count(*) FROM import_piece i
	JOIN admission a ON a.id BETWEEN i.first AND i.last AND a.batch = i.batch WHERE i.batch = b.id AND i.what = 'admission')
 ORDER BY b.id;

-- check_content_sizes: the pieces of a whole file against its size
/*scan*/ SELECT c.id, c.size || ' / ' || coalesce(sum(length(k.bytes)), 0) AS found
  FROM file_content c LEFT JOIN file_chunk k ON k.content = c.id
 WHERE c.whole = 1 GROUP BY c.id, c.size HAVING c.size <> coalesce(sum(length(k.bytes)), 0) ORDER BY c.id;

-- check_contents: the whole files, each to be hashed
/*scan*/ SELECT id, sha256, size FROM file_content WHERE whole = 1 ORDER BY id;

-- check_chunk: one piece of a file
SELECT bytes FROM file_chunk WHERE content = $1 AND number = $2;

-- check_form_file: a form's size and hash against those of the stored file
/*scan*/ SELECT f.id, coalesce(c.sha256, '-') AS found
  FROM plan_form_file f LEFT JOIN stored_file s ON s.id = f.file LEFT JOIN file_content c ON c.id = s.content AND c.whole = 1
 WHERE c.id IS NULL OR c.sha256 <> f.sha256 OR c.size <> f.size ORDER BY f.id;

-- check_form_numbers: the versions of a person's forms are 1 to n
/*scan*/ SELECT admission AS id, count(*) || ' / ' || max(number) AS found FROM plan_form_file
 GROUP BY admission HAVING count(*) <> max(number) OR min(number) <> 1 ORDER BY admission;

-- check_names: the names and the keys that they are sorted by
/*scan*/ SELECT id, name, name_key FROM person ORDER BY id;

-- check_name_key_set: the key by today's order
UPDATE person SET name_key = $2 WHERE id = $1;

-- check_open_deadline: asked for though nobody reported
/*scan*/ SELECT d.id, d.event_day || ' / ' || coalesce(a.report_date, '-') AS found
  FROM deadline d LEFT JOIN admission a ON a.id = d.subject
 WHERE d.state = 'open' AND d.kind = 'plan-form' AND d.subject_kind = 'trainee'
	AND (a.report_date IS NULL OR a.report_date <> d.event_day)
 ORDER BY d.id;

-- check_report_deadline: reported, and the newest deadline does not begin on that day
/*scan*/ SELECT a.id, a.report_date || ' / ' || coalesce(d.event_day, '-') AS found
  FROM admission a LEFT JOIN deadline d ON d.id = (SELECT max(x.id) FROM deadline x WHERE x.subject_kind = 'trainee' AND x.subject = a.id
	AND x.kind = 'plan-form' AND x.state <> 'cancelled')
 WHERE a.report_date IS NOT NULL AND (d.id IS NULL OR d.event_day <> a.report_date)
	AND NOT EXISTS (SELECT 1 FROM trainee_state s WHERE s.admission = a.id AND s.state NOT IN ('allocated', 'in_training', 'period_ended'))
 ORDER BY a.id;

-- check_met_deadline: met, and there is no form that was not sent back
/*scan*/ SELECT d.id, d.ended AS found FROM deadline d
 WHERE d.state = 'met' AND d.kind = 'plan-form' AND d.subject_kind = 'trainee'
	AND NOT EXISTS (SELECT 1 FROM plan_form_file f WHERE f.admission = d.subject AND f.returned IS NULL)
 ORDER BY d.id;

-- check_entry_version: what an entry wrote can't be of a later version than the person's
/*scan*/ SELECT r.admission AS id, r.after_version || ' / ' || a.version AS found FROM report_entry_row r JOIN admission a ON a.id = r.admission
 WHERE r.after_version > a.version ORDER BY r.admission, r.entry;

-- check_versions: a record's version begins with 1; a form that was only downloaded has 0
/*scan*/ SELECT 'agency' AS found, id FROM agency WHERE version < 1
UNION ALL SELECT 'account', id FROM account WHERE version < 1
UNION ALL SELECT 'exam', id FROM exam WHERE version < 1
UNION ALL SELECT 'person', id FROM person WHERE version < 1
UNION ALL SELECT 'admission', id FROM admission WHERE version < 1
UNION ALL SELECT 'plan_form', admission FROM plan_form WHERE version < 0
UNION ALL SELECT 'import_batch', id FROM import_batch WHERE version < 1;

-- check_orphans: rows that refer to what is not there, where the schema does not forbid it
/*scan*/ SELECT 'admission.person ' || x.person AS found, x.id FROM admission x WHERE NOT EXISTS (SELECT 1 FROM person y WHERE y.id = x.person)
UNION ALL SELECT 'admission.exam ' || x.exam, x.id FROM admission x WHERE NOT EXISTS (SELECT 1 FROM exam y WHERE y.id = x.exam)
UNION ALL SELECT 'admission.agency ' || x.agency, x.id FROM admission x
	WHERE x.agency IS NOT NULL AND NOT EXISTS (SELECT 1 FROM agency y WHERE y.id = x.agency)
UNION ALL SELECT 'admission.former_agency ' || x.former_agency, x.id FROM admission x
	WHERE x.former_agency IS NOT NULL AND NOT EXISTS (SELECT 1 FROM agency y WHERE y.id = x.former_agency)
UNION ALL SELECT 'admission.batch ' || x.batch, x.id FROM admission x
	WHERE x.batch IS NOT NULL AND NOT EXISTS (SELECT 1 FROM import_batch y WHERE y.id = x.batch)
UNION ALL SELECT 'person.batch ' || x.batch, x.id FROM person x
	WHERE x.batch IS NOT NULL AND NOT EXISTS (SELECT 1 FROM import_batch y WHERE y.id = x.batch)
UNION ALL SELECT 'plan_form.admission', x.admission FROM plan_form x WHERE NOT EXISTS (SELECT 1 FROM admission y WHERE y.id = x.admission)
UNION ALL SELECT 'plan_form_file.admission ' || x.admission, x.id FROM plan_form_file x
	WHERE NOT EXISTS (SELECT 1 FROM admission y WHERE y.id = x.admission)
UNION ALL SELECT 'report_entry.agency ' || x.agency, x.id FROM report_entry x WHERE NOT EXISTS (SELECT 1 FROM agency y WHERE y.id = x.agency)
UNION ALL SELECT 'report_entry_row.admission ' || x.admission, x.entry FROM report_entry_row x
	WHERE NOT EXISTS (SELECT 1 FROM admission y WHERE y.id = x.admission)
UNION ALL SELECT 'deadline.agency ' || x.agency, x.id FROM deadline x
	WHERE x.agency <> 0 AND NOT EXISTS (SELECT 1 FROM agency y WHERE y.id = x.agency)
UNION ALL SELECT 'deadline.subject ' || x.subject, x.id FROM deadline x
	WHERE x.subject_kind = 'trainee' AND NOT EXISTS (SELECT 1 FROM admission y WHERE y.id = x.subject)
UNION ALL SELECT 'trainee_state.admission', x.admission FROM trainee_state x
	WHERE NOT EXISTS (SELECT 1 FROM admission y WHERE y.id = x.admission)
UNION ALL SELECT 'training.admission ' || x.admission, x.id FROM training x WHERE NOT EXISTS (SELECT 1 FROM admission y WHERE y.id = x.admission)
UNION ALL SELECT 'life_record.admission ' || x.admission, x.id FROM life_record x
	WHERE x.subject_kind = 'trainee' AND NOT EXISTS (SELECT 1 FROM admission y WHERE y.id = x.admission)
UNION ALL SELECT 'trainee_grant.admission ' || x.admission, x.id FROM trainee_grant x
	WHERE NOT EXISTS (SELECT 1 FROM admission y WHERE y.id = x.admission)
UNION ALL SELECT 'notice.agency ' || x.agency, x.id FROM notice x
	WHERE x.agency <> 0 AND NOT EXISTS (SELECT 1 FROM agency y WHERE y.id = x.agency)
UNION ALL SELECT 'import_batch.file ' || x.file, x.id FROM import_batch x
	WHERE x.file IS NOT NULL AND NOT EXISTS (SELECT 1 FROM stored_file y WHERE y.id = x.file)
UNION ALL SELECT 'import_batch.result ' || x.result, x.id FROM import_batch x
	WHERE x.result IS NOT NULL AND NOT EXISTS (SELECT 1 FROM stored_file y WHERE y.id = x.result)
UNION ALL SELECT 'import_batch.errors ' || x.errors, x.id FROM import_batch x
	WHERE x.errors IS NOT NULL AND NOT EXISTS (SELECT 1 FROM stored_file y WHERE y.id = x.errors);

-- check_unused_files: stored files that nothing refers to
/*scan*/ SELECT s.id, s.type AS found FROM stored_file s
 WHERE NOT EXISTS (SELECT 1 FROM plan_form_file f WHERE f.file = s.id)
   AND NOT EXISTS (SELECT 1 FROM manual_file m WHERE m.file = s.id)
   AND NOT EXISTS (SELECT 1 FROM announcement n WHERE n.file = s.id)
	AND NOT EXISTS (SELECT 1 FROM life_file f WHERE f.file = s.id)
	AND NOT EXISTS (SELECT 1 FROM certificate_proof f WHERE f.file = s.id)
	AND NOT EXISTS (SELECT 1 FROM download_request d WHERE d.file = s.id)
	AND NOT EXISTS (SELECT 1 FROM hours_proof p WHERE p.file = s.id)
	AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.file = s.id OR b.result = s.id OR b.errors = s.id)
 ORDER BY s.id;

-- check_course_places: places, approvals and rejections of a course against its registrations
/*scan*/ SELECT c.id, c.taken || '/' || c.approved || '/' || c.rejected AS found
  FROM course c LEFT JOIN (SELECT course, sum(CASE WHEN state IN ('pending', 'approved') THEN 1 ELSE 0 END) AS taken,
		sum(CASE WHEN state = 'approved' THEN 1 ELSE 0 END) AS approved, sum(CASE WHEN state = 'rejected' THEN 1 ELSE 0 END) AS rejected
		FROM registration GROUP BY course) r ON r.course = c.id
 WHERE c.taken <> coalesce(r.taken, 0) OR c.approved <> coalesce(r.approved, 0) OR c.rejected <> coalesce(r.rejected, 0) ORDER BY c.id;

-- check_end_ledger: the last day of an attempt against the newest row of its ledger
/*scan*/ SELECT x.id, coalesce(x.end_date, '-') || ' / ' || coalesce(l.became, '-') AS found
  FROM training x LEFT JOIN end_ledger l ON l.id = (SELECT max(m.id) FROM end_ledger m WHERE m.training = x.id)
 WHERE x.end_date IS DISTINCT FROM l.became ORDER BY x.id;

-- check_state_events: where a trainee is against the newest event that led there
/*scan*/ SELECT s.admission AS id, s.state || ' / ' || coalesce(v.became, '-') AS found
  FROM trainee_state s LEFT JOIN training_event v ON v.id = (SELECT max(m.id) FROM training_event m WHERE m.admission = s.admission
	AND m.event NOT IN ('bt', 'bt_class', 'plan', 'report_by', 'overlap_chosen', 'overlap_not_chosen'))
 WHERE s.state <> coalesce(v.became, s.state) OR (v.id IS NULL AND s.state NOT IN ('admitted', 'allocated')) ORDER BY s.admission;

-- check_record_agency: a record, a day of leave or a deadline of another agency than the person
/*scan*/ SELECT r.id, 'life_record ' || r.agency || ' / ' || coalesce(a.agency, 0) AS found FROM life_record r JOIN admission a ON a.id = r.admission
 WHERE r.agency <> coalesce(a.agency, 0)
UNION ALL SELECT d.record, 'leave_day ' || d.agency || ' / ' || coalesce(a.agency, 0) FROM leave_day d JOIN admission a ON a.id = d.admission
 WHERE d.agency <> coalesce(a.agency, 0)
UNION ALL SELECT d.id, 'deadline ' || d.agency || ' / ' || coalesce(a.agency, 0) FROM deadline d JOIN admission a ON a.id = d.subject
 WHERE d.subject_kind = 'trainee' AND d.state = 'open' AND d.agency <> coalesce(a.agency, 0);

-- check_attempt_day: the day of reporting that lists show against that of the last attempt
/*scan*/ SELECT a.id, a.report_date || ' / ' || x.report_date AS found
  FROM training x JOIN admission a ON a.id = x.admission
 WHERE x.attempt = (SELECT max(m.attempt) FROM training m WHERE m.admission = x.admission) AND a.report_date <> x.report_date ORDER BY a.id;

-- check_payment_booked: what is called booked is, once, and nothing else
/*scan*/ SELECT p.id, p.outcome || ' / ' || coalesce(p.settlement, '') AS found FROM fee_payment p
	LEFT JOIN fee_booking b ON b.payment = p.id LEFT JOIN import_batch i ON i.id = p.batch
 WHERE (CASE WHEN coalesce(i.hidden, 0) = 0 AND (p.outcome = 'booked' OR (p.settlement IS NOT NULL AND p.settlement IN ('accept', 'assign'))) THEN 1 ELSE 0 END)
	<> (CASE WHEN b.slip IS NULL THEN 0 ELSE 1 END)
 ORDER BY p.id;

-- check_booking_payment: a booking says what its payment says
/*scan*/ SELECT b.slip AS id, b.channel || ' ' || b.reference AS found FROM fee_booking b JOIN fee_payment p ON p.id = b.payment
 WHERE p.slip IS DISTINCT FROM b.slip OR p.channel <> b.channel OR p.reference <> b.reference OR p.paid_on <> b.paid_on
 ORDER BY b.slip;

-- check_fee_ledger: what the months' statements say came in, was booked and given back, against the payments themselves
/*scan*/ SELECT CAST(sum(n) AS BIGINT) AS id, channel || ' ' || sum(received) || ' / ' || sum(booked) || ' / ' || sum(refunded) AS found FROM (
	SELECT channel, n, received, booked, refunded FROM fee_ledger
	UNION ALL
	SELECT p.channel, -1, -p.amount, CASE WHEN b.payment IS NULL THEN 0 ELSE -p.amount END,
		CASE WHEN p.settlement IS NOT NULL AND p.settlement = 'refund' THEN -p.amount ELSE 0 END
	  FROM fee_payment_seen p LEFT JOIN fee_booking b ON b.payment = p.id) x
 GROUP BY channel HAVING sum(n) <> 0 OR sum(received) <> 0 OR sum(booked) <> 0 OR sum(refunded) <> 0 ORDER BY channel;
