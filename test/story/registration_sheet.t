-- 下載名冊: sign-in sheets on paper and as CSV, the roster behind a password, files that are made in the background.

clock 2018-09-05T10:00
agency 323000000A 示範部
agency 323010000B 示範部第一局 under=323000000A
agency 323021000D 示範部第二局北區分局 under=323000000A
account 323000000A/hr01 top_admin name=王人事
account 323000000A/hr02 agency_officer name=李人事
account 323000000A/late agency_officer name=李人事
account 323010000B/hr03 top_admin name=張人事
account 323000000A/learner learner
give 323000000A/hr02 registration.review
give 323000000A/late registration.review
exam 100 001 測驗
person A100000109 王一明 男 100 001
person A200000209 李二美 女 100 001
person C100000503 林五德 男 100 001
person D200000800 周八雲 女 100 001
keep g rows "SELECT id FROM agency WHERE code = '323000000A'"
rows "INSERT INTO service_record (person, agency, from_day) SELECT p.id, g.id, '2011-01-01' FROM person p JOIN agency g ON g.code = CASE p.name WHEN '林五德' THEN '323010000B' WHEN '周八雲' THEN '323021000D' ELSE '323000000A' END RETURNING 1" = 1,1,1,1
rows "INSERT INTO code_item (table_code, code, name) VALUES ('course_category', '301', '資訊') ON CONFLICT (table_code, code) DO UPDATE SET name = '資訊' RETURNING 1" = 1
rows "INSERT INTO code_item (table_code, code, name) VALUES ('title', 'X1', '專員') RETURNING 1" = 1
keep category rows "SELECT id FROM code_item WHERE table_code = 'course_category' AND code = '301'"
-- C1 lasts three days and nobody is approved yet.
rows "INSERT INTO course (agency, course_code, term_no, name, name_search, roc_year, category, mode, amount, unit_of_amount, certified_hours, digital_hours, physical_hours, start_at, end_at, place, enroll_method, enroll_from, enroll_to, created, taken, last_seq) VALUES ({g}, 'A107001', 1, '政府重大政策導讀', '政府重大政策導讀', 107, {category}, 'physical', 1, 'hour', 1, 0, 1, 1536768000, 1537027199, '示範大樓101', 'free', 1535731200, 1536163199, 1, 4, 4) RETURNING 1" = 1
keep c1 rows "SELECT id FROM course WHERE course_code = 'A107001'"
rows "INSERT INTO registration (course, person, seq_no, source, agency, unit, title, created, meal, phone) SELECT {c1}, p.id, CASE p.name WHEN '林五德' THEN 1 WHEN '李二美' THEN 2 WHEN '周八雲' THEN 3 ELSE 4 END, 'online', s.agency, '資訊處', (SELECT id FROM code_item WHERE code = 'X1'), 1536105600, '2', '0912' FROM person p JOIN service_record s ON s.person = p.id RETURNING 1" = 1,1,1,1

# LEARN-268 LEARN-273 Before anybody is approved there is nothing to print or download
as 323000000A/hr01
get /registrations/{c1}/sheet
status 200
see 輸出欄位 列印簽到表 "匯出 CSV" 下載學員名冊
get /registrations/{c1}/sheet/pdf?kind=online&column=name
status 422
see "尚無核可名單（E-REG-09）"
get /registrations/{c1}/sheet
send /registrations/{c1}/roster
status 422
see "尚無核可名單（E-REG-09）"

# LEARN-268 LEARN-271 The approved ones, by agency and name, with masked IDs, on A4, a sheet for each day
rows "UPDATE registration SET state = CASE WHEN seq_no = 3 THEN 'pending' ELSE 'approved' END RETURNING 1" = 1,1,1,1
rows "UPDATE course SET approved = 3 RETURNING 1" = 1
get /registrations/{c1}/sheet/pdf?kind=online&sorted=agency&column=name&column=national_id&column=agency&column=am&column=pm
status 200
header Content-Type application/pdf
pdf 示範部 政府重大政策導讀簽到表 課程代碼：A107001 期別：1 日期：107/09/13 日期：107/09/15 地點：示範大樓101 A10****109 簽名(上午) 第1頁，共1頁
no-pdf 周八雲 A100000109
get /registrations/{c1}/sheet/pdf?kind=online&sorted=agency&column=name&day=107/09/14
pdf 日期：107/09/14
no-pdf 日期：107/09/13 單位

# LEARN-272 LEARN-270 CSV with the same columns and order; 序號 always; the choice is remembered for this course
get /registrations/{c1}/sheet/csv?kind=online&sorted=agency&column=name&column=am
status 200
raw "序號,姓名,簽名(上午)"
raw "1,王一明,"
raw "2,李二美,"
raw "3,林五德,"
no-raw 周八雲
get /registrations/{c1}/sheet
raw "value=\"name\" checked"
no-raw "value=\"agency\" checked"
get /registrations/{c1}/sheet/csv?kind=online&sorted=seq&column=name&column=survey
raw "1,林五德,飲食：素"
get /registrations/{c1}/sheet/csv?kind=online
status 422
see "「輸出欄位」為必填欄位（E-REQ-01）"

# LEARN-034 In Big5, what can't be written is named, and no file with question marks comes
rows "UPDATE person SET name = '游錫堃' WHERE name = '林五德' RETURNING 1" = 1
get /registrations/{c1}/sheet/csv?kind=online&column=name&encoding=big5
status 422
see 游錫堃 "（E-EXP-02）"
rows "UPDATE person SET name = '林五德' WHERE name = '游錫堃' RETURNING 1" = 1
get /registrations/{c1}/sheet/csv?kind=online&column=name&encoding=big5
status 200

# LEARN-269 Blank rows for who did not register online
get /registrations/{c1}/sheet/pdf?kind=onsite&rows=40&column=name&day=107/09/13
pdf 簽名 40 第2頁，共2頁 服務機關
no-pdf 王一明 簽名(上午)
get /registrations/{c1}/sheet/pdf?kind=onsite&rows=501&column=name
status 422
see "「空白列數」須介於 1 至 500：「501」（E-RANGE-01）"

# LEARN-273 LEARN-032 LEARN-033 The roster: a zip that opens with the password on the page, and with no other
get /registrations/{c1}/sheet
send /registrations/{c1}/roster roster_sorted=agency
status 303
keep page location
follow
status 200
see 學員名冊 可下載 檔案密碼
keep password after 檔案密碼：
keep one rows "SELECT max(id) FROM download_request"
get /downloads/{one}/file
status 200
header Content-Type application/zip
opens {password} 王一明 A100000109 李二美 林五德 服務機關代碼 0912 專員 資訊處
locked aaaaaaaaaaaa
zip 學員名冊_323000000A_201809051000.xlsx
rows "SELECT count(*) FROM audit WHERE coalesce(became, '') || coalesce(reason, '') || coalesce(was, '') LIKE '%{password}%'" = 0
rows "SELECT count(*) FROM download_request d JOIN stored_file f ON f.id = d.file WHERE d.conditions || d.shown || f.name LIKE '%{password}%'" = 0

# LEARN-274 The page keeps the password after the download, and is found again under 下載申請進度查詢
get /downloads/{one}
see {password} 已下載
get /downloads
see 學員名冊 已下載 "課程：政府重大政策導讀（A107001 第 1 期）；排序方式：服務機關（主鍵），姓名（次鍵）"
no {password}
get /downloads.csv
raw 學員名冊
no-raw {password}

# LEARN-033 Each file has its own password, and only who asked sees file and password
get /registrations/{c1}/sheet
send /registrations/{c1}/roster roster_sorted=name
follow
keep second after 檔案密碼：
no {password}
as 323000000A/hr02
get /downloads/{one}
status 403
see 只有申請人可以下載及檢視檔案密碼
no {password}
get /downloads/{one}/file
status 403
get /downloads
see 查無符合條件的資料
as 323010000B/hr03
get /downloads/{one}
status 404
see 查無此資料
no {password}
get /downloads/999
status 404

# LEARN-411 LEARN-412 最高管理者 sees what others of the agency asked for, without their files and passwords; conditions are days
as 323000000A/hr02
get /registrations/{c1}/sheet
send /registrations/{c1}/roster roster_sorted=seq
follow
keep theirs after 檔案密碼：
as 323000000A/hr01
get /downloads?from=107/09/05&to=107/09/05
see 李人事 王人事 "共 3 筆"
no {theirs}
get /downloads?from=107/09/04&to=107/09/04
see 查無符合條件的資料
get /downloads?from=107/09/05&to=107/09/04
status 422
see "（E-DATE-02）"
get /downloads?from=x
status 422

# LEARN-035 SM-5 Above export.sync_rows the page answers at once with a number, and the file is made in the background
setting PEIXUN_EXPORT_SYNC_ROWS 2
get /registrations/{c1}/sheet
send /registrations/{c1}/roster roster_sorted=agency
status 303
follow
see "已受理，申請編號" 申請中 檔案產製中
no 檔案密碼：
keep later rows "SELECT max(id) FROM download_request"
get /downloads/{later}/file
status 410
run jobs
get /downloads/{later}
see 可下載
keep backpw after 檔案密碼：
get /downloads/{later}/file
opens {backpw} 王一明 A100000109
get /notices
see 學員名冊已產製完成

# SM-5 A file that can't be made says so, and may be asked for again
get /registrations/{c1}/sheet
send /registrations/{c1}/roster roster_sorted=agency
keep broken rows "SELECT max(id) FROM download_request"
rows "UPDATE job SET state = 'failed' WHERE kind = 'download' AND state = 'waiting' RETURNING 1" = 1
get /downloads/{broken}
see 失敗 "檔案產製失敗，請稍後再試（{broken}）（E-EXP-01）" 重新申請
send /downloads/{broken}/again
status 303
run jobs
follow
see 可下載

# SM-5 Nothing to be had
rows "UPDATE registration SET state = 'pending' WHERE state = 'approved' RETURNING 1" = 1,1,1
rows "UPDATE course SET approved = 0 RETURNING 1" = 1
get /downloads/{broken}
send /downloads/{broken}/again
follow
see 查無資料 重新申請
rows "UPDATE registration SET state = 'approved' WHERE seq_no <> 3 RETURNING 1" = 1,1,1
rows "UPDATE course SET approved = 3 RETURNING 1" = 1

# LEARN-032 By the setting, a zip that Windows Explorer opens, with a warning
setting PEIXUN_EXPORT_SYNC_ROWS 5000
setting PEIXUN_ZIP_METHOD legacy
get /registrations/{c1}/sheet
send /registrations/{c1}/roster roster_sorted=agency
follow
see 舊式加密（ZipCrypto）
keep old after 檔案密碼：
keep oldone rows "SELECT max(id) FROM download_request"
get /downloads/{oldone}/file
opens {old} 林五德 李二美 王一明
setting PEIXUN_ZIP_METHOD aes256

# LEARN-413 After its days file and password are gone, the request stays and can be repeated
clock 2018-09-12T10:01
as 323000000A/late
get /registrations/{c1}/sheet
send /registrations/{c1}/roster roster_sorted=agency
keep mine rows "SELECT max(id) FROM download_request"
follow
keep minepw after 檔案密碼：
run jobs
rows "SELECT count(*) FROM download_request WHERE state = 'expired' AND file IS NULL AND password IS NULL AND id < {mine}" = 6
rows "UPDATE download_request SET expires = 1536717600 WHERE id = {mine} RETURNING 1" = 1
get /downloads/{mine}
see 逾期刪除 "檔案已逾保存期限，請重新申請（E-DL-02）"
no {minepw}
get /downloads/{mine}/file
status 410
see 檔案已逾保存期限
run jobs
get /downloads/{mine}
send /downloads/{mine}/again
status 303
follow
see 可下載

# LEARN-003 A 學員 has none of this
as 323000000A/learner
get /downloads
status 403
get /registrations/{c1}/sheet
status 403

-- What was written here past the pages is counted anew.
rows "INSERT INTO course_dirty (agency, start_at, end_at) SELECT DISTINCT agency, 0, 9999999999 FROM course RETURNING 1" = 1
