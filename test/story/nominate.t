-- 人事單位: 薦送報名, its upload, what came of it.

clock 2018-09-20T09:00
F1 courses
rows "UPDATE course SET enroll_from = 1536249600, enroll_to = 1538323199, online_from = 1536249600 WHERE course_code = 'A107003' RETURNING course_code" = A107003
keep c1 rows "SELECT id FROM course WHERE course_code = 'A107001'"
keep c3 rows "SELECT id FROM course WHERE course_code = 'A107003'"

# LEARN-421 LEARN-422 LEARN-004 The page, the template, and what a file may say
as 323000000A/o1
get /hr/nominations
status 403
as 323000000A/hr01
get /hr/nominations
see 薦送報名 新增薦送報名 薦送報名上傳進度查詢 查無符合條件的資料
get /hr/nominations/new/template
raw "*身分證號,*姓名,聯絡電話,電子郵件,住宿,飲食,備註"

# LEARN-423 Offered is what 機關薦送 takes now: C3, and neither C1 nor C4
get /hr/nominations/new
see 選擇課程(可多選) 系統分析 "323000000A;323*" "名額 20，已報名 0" 薦送名單上傳格式說明
no 政府重大政策導讀 採購法
post /hr/nominations/courses course={c3} word=zzz
see "已選擇 1 門" 系統分析

# LEARN-423 LEARN-424 E-REQ-01 E-REG-01 No course, no file, a course that is not to be nominated for
write two.csv
	*身分證號,*姓名,聯絡電話,電子郵件,住宿,飲食,備註
	A200000209,李二美,02-2345-6789,,,,
	B100000306,張三和,,,,,
post /hr/nominations/new file=@two.csv
status 422
see "「選擇課程(可多選)」為必填欄位（E-REQ-01）"
post /hr/nominations/new course={c3}
status 422
see 請選擇要上傳的檔案
post /hr/nominations/new course={c1} file=@two.csv
status 422
see E-REG-01

# LEARN-425 E-REG-10 E-HRS-05 E-ID-03 E-ID-02 Each row is held against who is nominated; one wrong row stops the file
write wrong.csv
	*身分證號,*姓名,聯絡電話,電子郵件,住宿,飲食,備註
	A200000209,李二美,,,,,
	E100000907,鄭九安,,,,,
	B100000306,張三合,,,,,
	F123456784,不在者,,,,,
	A100000108,王一明,,,,,
post /hr/nominations/new course={c3} file=@wrong.csv
status 303
keep batch rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{batch}/file/result
raw "A200000209,李二美,,,,,,新增,檔案有錯誤之資料列，本列未匯入" "E100000907,鄭九安,,,,,,錯誤,「身分證號」：非本機關人員，無法薦送（E-REG-10）"
get /imports/{batch}
see 檢核未通過 "系統分析（A107003 第 1 期）：5 人 × 1 課程 = 5 筆" "非本機關人員，無法薦送（E-REG-10）" "身分證號與姓名不符（E-HRS-05）" "（E-ID-03）" "（E-ID-02）"
rows "SELECT count(*) FROM registration" = 0
rows "SELECT taken FROM course WHERE id = {c3}" = 0

# LEARN-424 SM-2 Everybody of the file is registered, 待審核, in the order of the file
post /hr/nominations/new course={c3} file=@two.csv
status 303
keep batch rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{batch}
see 完成
rows "SELECT p.name, r.seq_no, r.source, r.state, r.phone, g.code FROM registration r JOIN person p ON p.id = r.person JOIN agency g ON g.id = r.nominating_agency ORDER BY r.seq_no" = "李二美|1|nomination|pending|02-2345-6789|323000000A,張三和|2|nomination|pending||323000000A"
rows "SELECT taken, last_seq FROM course WHERE id = {c3}" = 2|2
rows "SELECT count(*) FROM nominate_line" = 0

# LEARN-421 LEARN-005 The nominations, by each condition, and for the own agency alone
get /hr/nominations
see 李二美 張三和 "A20****209" 待審核 取消薦送 A107003 示範部 "共 2 筆"
send /hr/nominations/find course=系統 name=二美
follow
see 李二美 "共 1 筆"
get /hr/nominations?all=
send /hr/nominations/find national_id=B100000306
follow
see 張三和 "B10****306" "共 1 筆"
get "/hr/nominations?state=approved"
see 查無符合條件的資料
get "/hr/nominations?from=107/09/20&to=107/09/19"
status 422
see E-DATE-02
as 323010000B/hr02
get /hr/nominations
see 查無符合條件的資料
as 300000000Z/dgpa
get /hr/nominations
see 李二美

# LEARN-425 E-REG-04 E-REG-02 Registered already; a course for other agencies
as 323000000A/hr01
post /hr/nominations/new course={c3} file=@two.csv
run jobs
keep again rows "SELECT max(id) FROM import_batch"
get /imports/{again}
see "系統分析：已報名此課程（E-REG-04）"
as 379000000A/hr05
write p09.csv
	*身分證號,*姓名
	E100000907,鄭九安
post /hr/nominations/new course={c3} file=@p09.csv
run jobs
keep other rows "SELECT max(id) FROM import_batch"
get /imports/{other}
see "系統分析：本課程限特定機關同仁報名（E-REG-02）"

# LEARN-425 E-REG-03 E-REG-05 Places go in the order of the rows; what the course asks must be answered
rows "UPDATE course SET quota = 3, quota_hard = 1, survey_meal = 1 WHERE id = {c3} RETURNING quota" = 3
as 323000000A/hr01
write four.csv
	*身分證號,*姓名,飲食
	A100000109,王一明,
	B200000406,陳四娟,素
	A100000109,王一明,葷
post /hr/nominations/new course={c3} file=@four.csv
run jobs
keep full rows "SELECT max(id) FROM import_batch"
get /imports/{full}
see "請填寫特殊調查「飲食」（E-REG-05）" "第 4 列"
write three.csv
	*身分證號,*姓名,飲食
	B200000406,陳四娟,素
	A100000109,王一明,葷
post /hr/nominations/new course={c3} file=@three.csv
run jobs
keep full rows "SELECT max(id) FROM import_batch"
get /imports/{full}
see "系統分析已報名 3 人，名額 3 人，額滿不再接受報名（E-REG-03）"
rows "SELECT count(*) FROM registration" = 2

# LEARN-426 E-REQ-01 E-REG-06 Taken back while nobody has decided, with a reason; the place is free again
keep p03 rows "SELECT r.id FROM registration r JOIN person p ON p.id = r.person WHERE p.name = '張三和'"
keep p02 rows "SELECT r.id FROM registration r JOIN person p ON p.id = r.person WHERE p.name = '李二美'"
get /hr/nominations/{p03}
see 取消薦送 系統分析
send /hr/nominations/{p03}
status 422
see "「取消原因」為必填欄位（E-REQ-01）"
get /hr/nominations/{p03}
send /hr/nominations/{p03} reason=另有任務
status 303
follow
see 已取消薦送張三和
rows "SELECT taken FROM course WHERE id = {c3}" = 1
get /hr/nominations?state=withdrawn
see 張三和 取消 另有任務
get /hr/nominations/{p03}
see "取消原因 另有任務"
no-raw "id=\"f-reason\""
rows "SELECT reason FROM audit WHERE action = 'registration.withdraw'" = 另有任務
rows "UPDATE registration SET state = 'approved' WHERE id = {p02} RETURNING state" = approved
rows "UPDATE course SET approved = 1 WHERE id = {c3} RETURNING approved" = 1
get /hr/nominations/{p02}
send /hr/nominations/{p02} reason=取消
status 409
see 已核可的報名無法取消 E-REG-06
as 323010000B/hr02
get /hr/nominations/{p02}
status 404

# LEARN-431 LEARN-432 The uploads, by what stands in the file; the original comes back byte by byte
as 323000000A/hr01
get /hr/nominations/uploads
see 薦送報名上傳進度查詢 two.csv wrong.csv three.csv 上傳原始檔案 上傳結果
see "上傳時間 檔案名稱 課程 人數 筆數 成功 錯誤 狀態" "系統分析（A107003 第 1 期） 2 2 2 0 完成" "系統分析（A107003 第 1 期） 5 5 0 4 檢核未通過"
get "/hr/nominations/uploads?keyword=李二美"
see two.csv
no three.csv p09.csv
get "/hr/nominations/uploads?keyword=鄭九安"
see wrong.csv
no two.csv
get "/hr/nominations/uploads?from=107/09/21&to=107/09/20"
status 422
see E-DATE-02
get /imports/{batch}/file/original
same two.csv

# LEARN-027 E-BAT-01 A batch that somebody was decided of stays as a whole; what nobody has decided may be taken back by itself
rows "UPDATE course SET quota = 20, survey_meal = 0 WHERE id = {c3} RETURNING quota" = 20
rows "SELECT count(*) FROM audit WHERE action = 'registration.withdraw'" = 1
write undone.csv
	*身分證號,*姓名
	A100000109,王一明
	B200000406,陳四娟
post /hr/nominations/new course={c3} file=@undone.csv
run jobs
keep undone rows "SELECT max(id) FROM import_batch"
rows "SELECT taken FROM course WHERE id = {c3}" = 3
keep p01 rows "SELECT r.id FROM registration r JOIN person p ON p.id = r.person WHERE p.name = '王一明'"
rows "UPDATE registration SET state = 'approved' WHERE id = {p01} RETURNING state" = approved
rows "UPDATE course SET approved = 2 WHERE id = {c3} RETURNING approved" = 2
get /imports/{undone}
see 復原整批
send /imports/{undone}/undo reason=名單有誤
status 409
see "無法整批復原：1 筆資料在匯入後已被修改或複核（E-BAT-01）" "王一明：系統分析：開課機關已核可" 復原可復原的部分
rows "SELECT count(*) FROM registration WHERE batch = {undone} AND state = 'withdrawn'" = 0
send /imports/{undone}/undo reason=名單有誤 partial=1
status 303
rows "SELECT p.name, r.state, r.withdraw_reason FROM registration r JOIN person p ON p.id = r.person WHERE r.batch = {undone} ORDER BY r.id" = "王一明|approved|,陳四娟|withdrawn|名單有誤"
rows "SELECT taken FROM course WHERE id = {c3}" = 2

# LEARN-027 Nobody was decided of: all of it goes, the places are free, the people may be nominated again
write again.csv
	*身分證號,*姓名
	B100000306,張三和
	B200000406,陳四娟
post /hr/nominations/new course={c3} file=@again.csv
run jobs
keep whole rows "SELECT max(id) FROM import_batch"
rows "SELECT taken FROM course WHERE id = {c3}" = 4
get /imports/{whole}
send /imports/{whole}/undo reason=名單有誤
status 303
run jobs
get /imports/{whole}
see 已復原
rows "SELECT taken FROM course WHERE id = {c3}" = 2
rows "SELECT count(*) FROM registration WHERE batch = {whole} AND state = 'withdrawn'" = 2
post /hr/nominations/new course={c3} file=@again.csv
run jobs
rows "SELECT taken FROM course WHERE id = {c3}" = 4

# LEARN-015 「顯示完整」 of the nominated, with a reason and one entry
get /hr/nominations?all=
see A20****209
no A200000209
send /personal/full reason=聯繫住宿
status 303
follow
see A200000209 恢復遮罩
rows "SELECT count(*) FROM audit WHERE action = 'personal.read' AND reason = '聯繫住宿'" = 1

# LEARN-015 The same on the page of one, with a reason of its own
get /hr/nominations/{p02}
see A20****209 顯示完整
no A200000209
send /personal/full reason=取消前核對
status 303
follow
see A200000209 恢復遮罩
rows "SELECT count(*) FROM audit WHERE action = 'personal.read' AND reason = '取消前核對'" = 1

# LEARN-424 LEARN-421 Three people and two courses: six registrations, at the two opening agencies, each found where it belongs
keep c4 rows "SELECT id FROM course WHERE course_code = 'B107001'"
rows "UPDATE course SET enroll_method = 'nominate', enroll_from = 1536249600, enroll_to = 1538323199, start_at = 1540000000, end_at = 1540003600, online_from = 1536249600 WHERE id = {c4} RETURNING course_code" = B107001
rows "DELETE FROM registration RETURNING 1" = 1,1,1,1,1,1,1,1
rows "UPDATE course SET taken = 0, approved = 0 WHERE id IN ({c3}, {c4}) RETURNING taken" = 0,0
write six.csv
	*身分證號,*姓名
	A100000109,王一明
	A200000209,李二美
	B100000306,張三和
post /hr/nominations/new course={c3},{c4} file=@six.csv
status 303
follow
see "每人報名 2 門課程"
keep six rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{six}
see 完成 "3 人 × 2 課程 = 6 筆"
rows "SELECT g.code, c.course_code, r.state, count(*) FROM registration r JOIN course c ON c.id = r.course JOIN agency g ON g.id = c.agency GROUP BY g.code, c.course_code, r.state ORDER BY 1" = 323000000A|A107003|pending|3,323010000B|B107001|pending|3
get "/hr/nominations?agency=323010000B"
see 採購法 "共 3 筆"
get "/hr/nominations?code=a1070&term=1"
see 系統分析 "共 3 筆"
get "/hr/nominations?term=2"
see 查無符合條件的資料

# LEARN-423 More courses than a page lists: it says so, and a word finds the rest
keep added rows "SELECT 200"
rows "INSERT INTO course (agency, course_code, term_no, name, name_key, roc_year, category, mode, amount, unit_of_amount, certified_hours, digital_hours, physical_hours, start_at, end_at, enroll_method, enroll_from, enroll_to, online_from, agency_limit, created) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {added}) SELECT c.agency, 'N' || (1000 + n.i), 1, '系列講座', c.name_key, c.roc_year, c.category, c.mode, c.amount, c.unit_of_amount, c.certified_hours, c.digital_hours, c.physical_hours, c.start_at, c.end_at, c.enroll_method, c.enroll_from, c.enroll_to, c.online_from, '', 0 FROM n JOIN course c ON c.id = {c3} ON CONFLICT DO NOTHING RETURNING CASE WHEN course_code = 'N1200' THEN 'all' END" = ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,all
get /hr/nominations/new
see 僅列報名截止日較近的前 "系列講座（N1198 第 1 期）"
no "系列講座（N1199 第 1 期）"
get "/hr/nominations/new?word=N1200"
see "系列講座（N1200 第 1 期）"
no 僅列報名截止日
