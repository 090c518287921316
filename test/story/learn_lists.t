-- 終身學習: what every list does, what the clock alone brings about, and messages of no single page.

clock 2018-09-05T10:00
F1 courses
rows "INSERT INTO instructor (agency, name, name_key, name_search, subject_1, subject_search, org_name, updated) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 42) SELECT p.agency, x.name, x.name_key, x.name, '採購法', '採購法', 'n' || (100 + n.i), 1 FROM n CROSS JOIN posting p JOIN person x ON x.id = p.person WHERE x.national_id = 'A200000209' RETURNING 1" = 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1
rows "INSERT INTO instructor (agency, name, name_key, name_search, subject_1, subject_search, org_name, updated) SELECT g.id, x.name, x.name_key, x.name, '採購法', '採購法', 'z', 1 FROM agency g, person x WHERE g.code = '323000000A' AND x.national_id IN ('A100000109', 'C100000503', 'D200000800') RETURNING 1" = 1,1,1
run jobs

# LEARN-006 45 hits on pages of 20: the third has five, and a page beyond the end is the last one
as 323000000A/hr01
get "/instructors?subject=採購&per=20&page=3"
status 200
see "共 45 筆，第 3 / 3 頁"
times 5 採購法
get "/instructors?subject=採購&per=20&page=9"
see "共 45 筆，第 3 / 3 頁"
times 5 採購法

# LEARN-006 By strokes, 王 4 林 8 周 8 李 7; those of one name stand in one order on whatever page
get "/instructors?subject=採購&per=100&sort=name"
order 王一明 n101 n102 n142
order 李二美 林五德
order 李二美 周八雲
get "/instructors?subject=採購&per=20&page=1&sort=name"
order 王一明 n101 n119
no n120
get "/instructors?subject=採購&per=20&page=2&sort=name"
order n120 n139
no n119 n140
get "/instructors?subject=採購&per=20&page=3&sort=-name"
order n139 n142 王一明

# LEARN-006 Nothing found is said, and the form keeps what was asked
get "/instructors?name=無此人&subject=採購"
see 查無符合條件的資料
raw "value=\"無此人\"" "value=\"採購\""

# LEARN-006 LEARN-287 What is ticked on one page is ticked still when another was looked at, and what was typed is typed
rows "INSERT INTO person (national_id, name, name_key, sex, birth_date) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 25) SELECT 'B' || (100000000 + i), p.name, p.name_key, 'male', '1980-01-01' FROM n JOIN person p ON p.national_id = 'A100000109' RETURNING 1" = 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1
keep c2 rows "SELECT id FROM course WHERE course_code = 'A107002'"
rows "INSERT INTO registration (course, person, seq_no, source, agency, created, state) SELECT {c2}, p.id, p.id, 'online', c.agency, 1, 'pending' FROM person p JOIN course c ON c.id = {c2} WHERE p.national_id LIKE 'B1000000__' AND p.name = '王一明' RETURNING 1" = 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1
rows "UPDATE course SET taken = 25, last_seq = 100, quota = 99 WHERE id = {c2} RETURNING taken" = 25
keep first rows "SELECT min(id) FROM registration WHERE course = {c2}"
keep last rows "SELECT max(id) FROM registration WHERE course = {c2}"
as 323000000A/hr01
get /registrations/{c2}?per=20
send /registrations/{c2}?per=20&page=2 show=page decision.{first}=approved
status 200
see "第 2 / 2 頁"
send /registrations/{c2} decision.{last}=approved
see "將核可 2 筆，駁回 0 筆"
send /registrations/{c2} confirmed=1
status 303
rows "SELECT state, count(*) FROM registration WHERE course = {c2} GROUP BY state ORDER BY state" = approved|2,pending|23
get /registrations/{c2}?per=20
send /registrations/{c2} all=approved
send /registrations/{c2} confirmed=1
clock 2018-09-19T02:00
run jobs
as 323000000A/hr01 ended
keep class rows "SELECT k.id FROM hours_class k WHERE k.course = {c2}"
keep one rows "SELECT min(id) FROM hours_record WHERE class = {class}"
get /hours/classes/{class}?per=20
send /hours/classes/{class}?per=20&page=2 show=page tick={one} h.{one}=4
see "已勾選 1 人（其中 1 人在其他頁）" "第 2 / 2 頁"
send /hours/classes/{class} delete=1
see "將刪除下列 1 位學員" B10****001
get /hours/classes/{class}?per=20
send /hours/classes/{class}?per=20&page=2 show=page h.{one}=4
send /hours/classes/{class}
status 303
rows "SELECT hours FROM hours_record WHERE id = {one}" = 4

# LEARN-018 LEARN-282 The server was down for days: when it runs again each who was approved is transferred, once, and the course is offline
rows "INSERT INTO registration (course, person, seq_no, source, state, agency, created) SELECT c.id, p.id, 1, 'nomination', 'approved', c.agency, 1 FROM course c, person p WHERE c.course_code = 'A107003' AND p.national_id IN ('A200000209', 'D200000800') RETURNING seq_no" = 1,1
rows "UPDATE course SET taken = 2, approved = 2, last_seq = 1 WHERE course_code = 'A107003' RETURNING taken" = 2
clock 2018-10-30T12:00
run jobs
rows "SELECT count(*) FROM hours_record r JOIN hours_class k ON k.id = r.class JOIN course c ON c.id = k.course WHERE c.course_code = 'A107003'" = 0
clock 2018-11-03T12:00
keep c3 rows "SELECT id FROM course WHERE course_code = 'A107003'"
as 323000000A/hr01 november
get /courses/{c3}
see 下線、已結束
run jobs
run jobs
rows "SELECT count(*), count(DISTINCT r.person) FROM hours_record r JOIN hours_class k ON k.id = r.class WHERE k.course = {c3}" = 2|2
get /courses/{c3}
see 下線、已結束、已轉出

# LEARN-018 A run that failed is tried again, and 總處 sees on 首頁 that it did; others don't
rows "INSERT INTO job (kind, agency, state, not_before, added, tries, lease, cancel, reason) VALUES ('hours.transfer', 0, 'waiting', 1541217900, 1541217600, 1, 1, 0, 'incident E0000ABCD') RETURNING tries" = 1
rows "INSERT INTO job (kind, agency, state, not_before, added, tries, lease, cancel, reason) SELECT k.kind, 0, 'waiting', 1541217900, 1541217600, 1, 1, 0, 'incident E0000ABCE' FROM (SELECT 'opening.blocks' AS kind UNION SELECT 'hours.pack') k RETURNING tries" = 1,1
as 300000000Z/dgpa
get /learning
see 系統作業異常 "學習時數轉出：第 1 次執行未完成，將於 107/11/03 12:05 重試（編號 E0000ABCD）"
see "開課及課程執行統計更新：第 1 次執行未完成" "學習時數查詢資料更新：第 1 次執行未完成"
as 323000000A/top01
get /learning
no 系統作業異常
clock 2018-11-03T12:06
run jobs
as 300000000Z/dgpa later
get /learning
no 系統作業異常

# LEARN-012 LEARN-016 E-FORM-01 A form of another session is not taken; what was typed is shown to be sent once more
as 323000000A/top01 again
post raw /materials/new title=影片
location /parked/…
follow
see "表單已逾時或已送出，請確認內容後再送出一次（E-FORM-01）" 重新送出
json get /learning
status 200

# LEARN-016 E-AUTH-01 A refusal shows its code
as 323010000B/learner06
get /courses
status 403
see "您沒有使用此功能的權限（E-AUTH-01）"

# LEARN-024 LEARN-025 E-BAT-02 A batch that could not be run to its end keeps its file, says so, and is tried again
as 323000000A/hr01 batch
write people.csv
	講師姓名,可授科目1
	林新人,採購法
post /instructors/import file=@people.csv
keep batch rows "SELECT max(id) FROM import_batch"
rows "UPDATE job SET state = 'failed', tries = 3, ended = added, reason = 'incident E0000FFFF' WHERE kind = 'import' AND state = 'waiting' RETURNING tries" = 3
rows "UPDATE import_batch SET state = 'storing', hidden = 1 WHERE id = {batch} RETURNING hidden" = 1
clock 2018-11-03T13:30
run jobs
as 323000000A/hr01 afternoon
get /imports/{batch}
see 失敗 "系統忙碌或發生錯誤，檔案已保留，資料未匯入，稍後會自動重試"
send /imports/{batch}/retry
run jobs
rows "SELECT state FROM import_batch WHERE id = {batch}" = done

# LEARN-205 E-BAT-02 A platform that sends more than the permitted rate is told when to come again
rows "INSERT INTO hours_request (account, number, batch, sha256, created) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30) SELECT a.id, 'R' || n.i, {batch}, '', 1541223000 FROM n, account a WHERE a.name = 'hr01' RETURNING 1" = 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1
post /hours/auto request=R31 kind=opened file=@people.csv
status 429
header Retry-After 60
see （E-BAT-02）

# LEARN-026 LEARN-204 E-DL-02 Files uploaded are kept for 730 days, as set; then the counts stay, and why there is no file is said
get /imports/{batch}/file/original
status 200
setting PEIXUN_UPLOAD_KEEP_DAYS 10
clock 2018-11-14T13:00
run jobs
as 323000000A/hr01 kept
get /imports/{batch}/file/original
status 410
see "檔案已逾保存期限，請重新申請（E-DL-02）"
get /learning/uploads/{batch}
status 200
get /learning/uploads
see 整批新增講師 people.csv 完成
rows "SELECT count(*) FROM stored_file" = 0

# LEARN-024 SM-4 At night, where that is set: checked at once, stored in the window
setting PEIXUN_UPLOAD_KEEP_DAYS 730
setting PEIXUN_BATCH_MODE nightly
setting PEIXUN_BATCH_WINDOW 21:00-05:00
clock 2018-11-15T10:00
as 323000000A/hr01 night
write night.csv
	講師姓名,可授科目1
	夜間講師,採購法
post /instructors/import file=@night.csv
keep night rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{night}
see 等待夜間批次
clock 2018-11-15T20:30
run jobs
rows "SELECT state FROM import_batch WHERE id = {night}" = night
clock 2018-11-15T21:01
run jobs
rows "SELECT state FROM import_batch WHERE id = {night}" = done
setting PEIXUN_BATCH_MODE immediate

# LEARN-027 LEARN-013 LEARN-275 For how long a batch is undone, what was removed comes back and a late registration is decided on, is set
setting PEIXUN_UNDO_DAYS 2
setting PEIXUN_RESTORE_DAYS 2
setting PEIXUN_REGISTRATION_LATE_DAYS 2
keep teacher rows "SELECT id FROM instructor WHERE name = '夜間講師'"
clock 2018-11-16T10:00
as 323000000A/hr01 set
get /imports/{night}
see 復原整批
rows "UPDATE instructor SET deleted = 1542333600, deleted_by = (SELECT id FROM account WHERE name = 'hr01'), delete_reason = '誤建' WHERE id = {teacher} RETURNING delete_reason" = 誤建
get /instructors?sort=name
get /instructors/removed
see 夜間講師
clock 2018-11-18T10:30
as 323000000A/hr01 later
get /imports/{night}
no 復原整批
get /instructors/removed
no 夜間講師
get /registrations/{c3}
see "課程結束已逾 2 日，不再審核。"

# LEARN-001 How many wrong passwords lock an account is set, 5 where nothing else is
setting PEIXUN_LOGIN_MAX_FAILURES 2
as nobody
get /sign-in
send /sign-in agency_code=323000000A account=hr09 "password=wrong one"
status 422
send /sign-in agency_code=323000000A account=hr09 "password=wrong two"
status 422
send /sign-in agency_code=323000000A account=hr09 "password=f1 sentence of words"
status 429
