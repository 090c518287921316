-- Courses of 終身學習 as an agency opens, changes and ends them.

clock 2018-10-15T10:00
agency 323000000A 示範部
agency 323010000B 示範部第一局 under=323000000A
agency 323020000C 示範部第二局 under=323000000A
agency 323021000D 示範部第二局北區分局 under=323020000C
agency 379000000A 範例市政府
account 323000000A/hr01 top_admin name=周淑芬
account 323000000A/hr02 agency_officer name=吳建宏
account 323010000B/hr03 top_admin
account 379000000A/dgpa dgpa
give 323000000A/hr02 course.maintain
rows "UPDATE code_item SET valid_to = '2018-12-31' WHERE table_code = 'course_category' AND code = '108' RETURNING 1" = 1

# LEARN-211 No course yet
as 323000000A/hr01
get /courses
status 200
see 尚未建立課程 新增課程 整批新增課程 整批新增科目

# LEARN-213 A course with all that is needed is stored, and is first in the list; the next code is proposed
get /courses/new
see 課程基本資料 特殊調查 科目與講師
raw A107001
send /courses/new course_code=A107004 term_no=1 name=資安實務 roc_year=107 category_code=301 mode=physical amount=2 unit_of_amount=day start_at=107/11/18 end_at=107/11/19 place=示範大樓101 enroll_method=free enroll_from=107/10/01 enroll_to=107/11/10 fee=0
status 303
follow
see A107004 資安實務 "301 資訊" 實體學習 "2 天 = 12 小時" 上線 自由報名 "107/11/18 至 107/11/19"
rows "SELECT certified_hours, digital_hours, physical_hours, start_timed, end_timed FROM course_shown" = 12|0|12|0|0
keep course rows "SELECT id FROM course"

# LEARN-211 Own courses alone; another agency sees none, and can't open one
as 323010000B/hr03
get /courses
see 尚未建立課程
get /courses/{course}
status 404
see 查無此資料，或資料不屬於您目前的單位及其所屬機關
rows "SELECT count(*) FROM audit WHERE action = 'refused' AND became = 'E-SCOPE-01'" = 1
json get /courses/{course}
status 404
json error.code = E-SCOPE-01
as 379000000A/dgpa
get /courses
see 資安實務
get /courses/{course}
status 200

# LEARN-213 E-REQ-01 What is missing is told all at once, with its code, and the form keeps what was typed
as 323000000A/hr01
get /courses/new
send /courses/new course_code= term_no= name=系統分析 roc_year= category_code= start_at= end_at= fee= amount= place= enroll_from= enroll_to=
status 422
see "「課程代碼」為必填欄位（E-REQ-01）" "「期別」為必填欄位（E-REQ-01）" "「年度」為必填欄位（E-REQ-01）" "「課程類別」為必填欄位（E-REQ-01）" "「學習費用」為必填欄位（E-REQ-01）" "「時數(學分)」為必填欄位（E-REQ-01）" "「課程開始」為必填欄位（E-REQ-01）"
raw 系統分析
rows "SELECT count(*) FROM course" = 1

# LEARN-213 E-CRS-02 The key is the agency's: a taken one is refused with a way to it, the next 期別 and another agency's are not
get /courses/new
send /courses/new course_code=A107004 term_no=1 name=重複 roc_year=107 category_code=301 mode=digital amount=1 unit_of_amount=hour start_at=107/11/18 end_at=107/11/19 enroll_method=closed fee=0
status 422
see "課程代碼「A107004」期別「1」已存在（E-CRS-02）" 既有課程 資安實務
get /courses/new
send /courses/new course_code=A107004 term_no=2 name=資安實務 roc_year=107 category_code=301 mode=digital amount=1 unit_of_amount=hour start_at=107/11/18 end_at=107/11/19 enroll_method=closed fee=0
status 303
as 323010000B/hr03
get /courses/new
send /courses/new course_code=A107004 term_no=1 name=別機關 roc_year=107 category_code=301 mode=digital amount=1 unit_of_amount=hour start_at=107/11/18 end_at=107/11/19 enroll_method=closed fee=0
status 303
as 323000000A/hr01

# LEARN-214 E-CRS-01 This year or later, and the year of 課程開始
get /courses/new
send /courses/new course_code=Y1 term_no=1 name=年初 roc_year=107 category_code=301 mode=digital amount=1 unit_of_amount=hour start_at=107/01/10 end_at=107/11/19 enroll_method=closed fee=0
status 303
get /courses/new
send /courses/new course_code=Y2 term_no=1 name=去年 roc_year=106 category_code=301 mode=digital amount=1 unit_of_amount=hour start_at=106/12/31 end_at=107/11/19 enroll_method=closed fee=0
status 422
see "只能新增當年度（107）以後的課程，且年度須與課程開始日期相同（E-CRS-01）"
get /courses/new
send /courses/new course_code=Y3 term_no=1 name=明年 roc_year=107 category_code=301 mode=digital amount=1 unit_of_amount=hour start_at=108/02/01 end_at=108/02/19 enroll_method=closed fee=0
status 422
see E-CRS-01
send /courses/new roc_year=108
status 303

# LEARN-215 LEARN-009 E-INT-01 E-RANGE-01 Whole numbers from 1 on, wide digits and commas taken; days and credits become hours, shown by 「檢查」
get /courses/new
send /courses/new course_code=H1 term_no=1 name=時數 roc_year=107 category_code=301 mode=digital amount=0.5 unit_of_amount=day start_at=107/11/01 end_at=107/11/19 enroll_method=closed fee=1,500
status 422
see "「時數(學分)」只接受整數，不接受小數：「0.5」（E-INT-01）"
no 「學習費用」只接受
send /courses/new amount=0
status 422
see "「時數(學分)」須介於 1 至 9999：「0」（E-RANGE-01）"
send /courses/new amount=-3
see "「時數(學分)」只接受整數，不接受小數：「-3」（E-INT-01）"
send /courses/new amount=３ unit_of_amount=credit look=check
status 200
see "檢查無誤，尚未儲存" "3 學分 = 54 小時：數位 54 小時、實體 0 小時"
rows "SELECT count(*) FROM course WHERE course_code = 'H1'" = 0
send /courses/new
status 303
rows "SELECT amount, unit_of_amount, certified_hours, digital_hours, fee FROM course WHERE course_code = 'H1'" = 3|credit|54|54|1500

# LEARN-216 E-HRS-01 E-HRS-02 E-HRS-03 混成學習 says both sides, and they make the whole
get /courses/new
send /courses/new course_code=M1 term_no=1 name=混成 roc_year=107 category_code=301 mode=blended amount=1 unit_of_amount=credit digital_hours=6 physical_hours=6 start_at=107/11/01 end_at=107/11/19 place=教室 enroll_method=closed fee=0
status 422
see "時數不符：數位 6＋實體 6＝12，應為 18（E-HRS-02）"
send /courses/new physical_hours=
status 422
see "混成學習須同時填寫數位時數與實體時數：缺「實體時數」（E-HRS-01）"
send /courses/new mode=digital physical_hours=6 digital_hours=
status 422
see "數位學習 不需填寫「實體時數」（E-HRS-03）"
send /courses/new mode=blended digital_hours=6 physical_hours=12
status 303
rows "SELECT digital_hours, physical_hours FROM course WHERE course_code = 'M1'" = 6|12

# LEARN-217 LEARN-218 LEARN-219 LEARN-220 E-CRS-03 E-CRS-05 E-CRS-07 W-CRS-01 Days in their order, a number where places are counted, a place where one has to go
get /courses/new
send /courses/new course_code=P1 term_no=1 name=期間 roc_year=107 category_code=301 mode=physical amount=1 unit_of_amount=hour start_at=107/11/20 end_at=107/11/19 place= enroll_method=free enroll_from= enroll_to= quota= quota_hard=1 fee=0
status 422
see "課程日期不正確：課程結束早於課程開始（E-CRS-05）" "報名期間或上線時間不正確：請填寫報名開始（E-CRS-03）" "勾選額滿不再接受報名時，須填寫招收名額（E-CRS-07）" "「上課地點」為必填欄位（E-REQ-01）"
send /courses/new end_at=107/11/30 place=教室 quota=30 enroll_from=107/11/12 enroll_to=107/11/10
status 422
see "報名期間或上線時間不正確：報名結束早於報名開始（E-CRS-03）"
send /courses/new enroll_from=107/10/01 enroll_to=107/12/10
see "報名期間或上線時間不正確：報名結束晚於課程結束（E-CRS-03）"
send /courses/new enroll_to=107/11/10 online_from="107/11/11 09:00"
see "報名期間或上線時間不正確：上線時間晚於報名結束（E-CRS-03）"
send /courses/new online_from= enroll_to=107/11/25
status 303
follow
see 報名結束晚於課程開始，請確認

# LEARN-007 E-DATE-01 E-DATE-03 A day that does not exist, and a year beyond reach
get /courses/new
send /courses/new course_code=D1 term_no=1 name=日期 roc_year=107 category_code=301 mode=digital amount=1 unit_of_amount=hour start_at=1070229 end_at=127/11/19 enroll_method=closed fee=0
status 422
see "「課程開始」日期不正確：「1070229」，請用 107/01/31、1070131 或 2018-01-31（E-DATE-01）"
send /courses/new start_at=107/11/01
see "「課程結束」超出可接受的年度：「127/11/19」（E-DATE-03）"

# LEARN-213 LEARN-010 E-CHAR-01 E-LEN-01 What a code is made of; a name is kept as it is written
get /courses/new
send /courses/new course_code=A1課 term_no=1 name=名 roc_year=107 category_code=301 mode=digital amount=1 unit_of_amount=hour start_at=107/11/01 end_at=107/11/19 enroll_method=closed fee=0
status 422
see "「課程代碼」第 3 個字無法接受（E-CHAR-01）"
send /courses/new course_code=ABCDEFGHIJKLMNOPQRSTU
see "「課程代碼」最多 20 個字，目前 21 個字（E-LEN-01）"
send /courses/new course_code=N1 name="<b>測試</b>堃"
status 303
get /courses?code=N1
see "<b>測試</b>堃"
no-raw "<b>測試</b>"

# LEARN-017 E-CODE-01 E-CODE-02 A category of the table that is valid on the last day
json post /courses/new {"course_code":"C9","term_no":1,"name":"類別","roc_year":107,"category_code":"999","mode":"digital","amount":1,"unit_of_amount":"hour","start_at":"2018-11-01","end_at":"2018-11-19","enroll_method":"closed","fee":0}
status 422
json issues.0.code = E-CODE-01
json post /courses/new {"course_code":"C9","term_no":1,"name":"類別","roc_year":108,"category_code":"108","mode":"digital","amount":1,"unit_of_amount":"hour","start_at":"2019-01-05","end_at":"2019-01-06","enroll_method":"closed","fee":0}
status 422
json issues.0.code = E-CODE-02
json post /courses/new {"course_code":"C9","term_no":1,"name":"類別","roc_year":107,"category_code":"108","mode":"wrong","amount":1,"unit_of_amount":"hour","start_at":"2018-11-01","end_at":"2018-11-19","enroll_method":"closed"}
status 422
json issues.0.code = E-CHOICE-01
json issues.1.code = E-REQ-01

# LEARN-222 E-CRS-04 The list of agencies: each item is looked at; wide signs are put right for the person to confirm
get /courses/new
send /courses/new course_code=L1 term_no=1 name=限機關 roc_year=107 category_code=301 mode=digital amount=1 unit_of_amount=hour start_at=107/11/01 end_at=107/11/19 enroll_method=closed fee=0 agency_limit=323000000A；323*
status 422
see "「限某機關同仁報名」第 1 項「323000000A」不正確：應使用半形「;」及「*」，已改為半形，請確認（E-CRS-04）"
raw "value=\"323000000A;323*\""
send /courses/new agency_limit=32*3
see "第 1 項「32*3」不正確" E-CRS-04
send /courses/new agency_limit="323000000a ; 323000000Z"
see "第 2 項「323000000Z」不正確：機關代碼不存在（E-CRS-04）"
send /courses/new agency_limit=*
see "第 1 項「*」不正確"
send /courses/new agency_limit="323000000a; 323*;323*;" look=check
status 200
see "323000000A 示範部；323* 符合 4 個機關"
send /courses/new
status 303
rows "SELECT agency_limit FROM course WHERE course_code = 'L1'" = 323000000A;323*

# LEARN-225 LEARN-226 What is typed and new enters the database with the course, and only with it
get /courses/{course}
send /courses/{course} name= subject_1=雲端服務 teacher_1=林新人
status 422
rows "SELECT count(*) FROM instructor" = 0
get /courses/{course}
send /courses/{course} subject_1=雲端服務 teacher_1=林新人 lesson_hours_1=3 class_date_1=107/11/18 from_time_1=9:00 to_time_1=12:00
status 303
rows "SELECT name, subject_1, is_public, to_be_completed FROM instructor" = 林新人|雲端服務|0|1
rows "SELECT u.name, i.name, s.hours, s.class_date, s.from_time, s.to_time FROM course_subject s JOIN subject u ON u.id = s.subject JOIN instructor i ON i.id = s.instructor" = 雲端服務|林新人|3|2018-11-18|09:00|12:00
get /instructors?name=新人
see 林新人 雲端服務 資料待補

# LEARN-225 E-INS-01 E-DUP-01 Several of a name are chosen from, never picked silently; a pair stands once
rows "INSERT INTO instructor (agency, name, name_search, subject_1, org_name, updated) SELECT a.agency, '王大同', '王大同', 'x', v.org, 1 FROM instructor a, (SELECT '甲機關' AS org UNION ALL SELECT '乙大學') v ORDER BY v.org RETURNING 1" = 1,1
get /courses/{course}
send /courses/{course} subject_2=資安法 teacher_2=王大同
status 422
see "有 2 位講師名為「王大同」" E-INS-01 王大同（甲機關） 王大同（乙大學） 新增講師「王大同」
keep wang rows "SELECT id FROM instructor WHERE org_name = '乙大學'"
send /courses/{course} pick_2={wang}
status 303
rows "SELECT i.org_name FROM course_subject s JOIN instructor i ON i.id = s.instructor ORDER BY s.seq" = ,乙大學
get /courses/{course}
send /courses/{course} subject_3=雲端服務 teacher_3=林新人 class_date_3=107/11/18 from_time_3=09:00
status 422
see "資料已存在：雲端服務、林新人（E-DUP-01）"

# LEARN-225 The pairs in the order that is typed; one that is ticked is removed; what a file said of a pair stays with it
rows "UPDATE course_subject SET note = '上機' WHERE seq = 1 RETURNING 1" = 1
get /courses/{course}
raw "name=\"order_1\" id=\"f-order_1\" value=\"1\" size=\"2\" aria-label=\"順序（第 1 列）\"" "name=\"drop_2\""
send /courses/{course} order_1=9 order_2=x
status 422
see "「順序（第 2 列）」只接受整數"
send /courses/{course} order_2=2
status 303
rows "SELECT u.name, s.seq, s.note FROM course_subject s JOIN subject u ON u.id = s.subject WHERE s.course = {course} ORDER BY s.seq" = 資安法|1|,雲端服務|2|上機
get /courses/{course}
send /courses/{course} order_1=2 order_2=1 subject_3=測試科目 teacher_3=林新人
status 303
rows "SELECT u.name FROM course_subject s JOIN subject u ON u.id = s.subject WHERE s.course = {course} ORDER BY s.seq" = 雲端服務,資安法,測試科目
get /courses/{course}
send /courses/{course} drop_3=1
status 303
rows "SELECT u.name, s.seq FROM course_subject s JOIN subject u ON u.id = s.subject WHERE s.course = {course} ORDER BY s.seq" = 雲端服務|1,資安法|2

# LEARN-225 A part of a name is enough to be offered
get /courses/{course}
send /courses/{course} subject_3=雲 teacher_3=大同 look=lessons
see 王大同（甲機關） "既有科目：雲端服務"

# LEARN-213 E-CRS-05 A class lies within its course, and ends after it began
get /courses/{course}
send /courses/{course} class_date_2=107/12/01 from_time_2=12:00 to_time_2=09:00
status 422
see "課程日期不正確：上課日期 107/12/01 不在課程期間內（E-CRS-05）" "「開始時間」不可晚於「結束時間」（E-DATE-02）"

# LEARN-227 LEARN-011 E-STALE-01 Who comes second overwrites nothing
keep version rows "SELECT version FROM course WHERE id = {course}"
get /courses/{course}
send /courses/{course} quota=30
status 303
as 323000000A/hr02
json post /courses/{course} {"quota":40,"version":{version}}
status 409
json issues.0.code = E-STALE-01
raw "此筆資料已由 周淑芬"
rows "SELECT quota FROM course WHERE id = {course}" = 30

# LEARN-014 LEARN-227 The history of a course says which field was changed from what to what, by whom and when
get /courses/{course}
see 異動紀錄
order 招收名額 30 周淑芬
order 科目與講師 "雲端服務（林新人，107/11/18 09:00，3 小時）" "雲端服務（林新人，107/11/18 09:00，3 小時）、資安法（王大同）"
get /courses/{course}
send /courses/{course} quota=35 start_at="107/11/18 09:00"
get /courses/{course}
order 招收名額 30 35
order 課程開始 107/11/18 "107/11/18 09:00"

# LEARN-229 A copy has all but the days, and the next free 期別; the pairs come along
get /courses/{course}/copy
status 200
raw A107004 "value=\"3\"" 資安實務 雲端服務 林新人
send /courses/new start_at=107/12/01 end_at=107/12/02 enroll_from=107/11/01 enroll_to=107/11/20
status 303
rows "SELECT term_no, amount, unit_of_amount, mode FROM course WHERE course_code = 'A107004' AND agency = (SELECT agency FROM course WHERE id = {course}) ORDER BY term_no" = 1|2|day|physical,2|1|hour|digital,3|2|day|physical
rows "SELECT count(*) FROM course_subject s JOIN course c ON c.id = s.course WHERE c.term_no = 3" = 2

# LEARN-212 LEARN-005 The query: each condition, codes from their beginning, names by a part; a range that can't be asks nothing
get /courses?category=301&code=A107
see A107004
no 限機關
get /courses?name=安實&term=3
see "共 1 筆"
get /courses?state=online&mode=physical
see 資安實務
get /courses?from=107/12/31&to=107/01/01
status 422
see "「課程期間起」不可晚於「課程期間迄」（E-DATE-02）"
get /courses?from=1070229
status 422
see E-DATE-01
get /courses/new
send /courses/new course_code=low-1 term_no=1 name=小寫代碼 roc_year=107 category_code=301 mode=digital amount=1 unit_of_amount=hour start_at=107/11/01 end_at=107/11/19 enroll_method=closed fee=0
status 303
get /courses?code=LOW
see 小寫代碼 "共 1 筆"
get /courses.csv?code=A107004
raw A107004 資安實務

# LEARN-219 SM-1 Taken offline and brought back by hand within 報名期間, and never beyond it
get /courses/{course}
send /courses/{course}/online
status 303
follow
see 下線 重新上線
get /courses/{course}
send /courses/{course}/online
status 303
follow
see 上線
clock 2018-11-11T00:00
as 323000000A/hr01 w1
get /courses/{course}
see 下線
no 於報名期間內得重新上線
post /courses/{course}/online off=
status 422
see E-CRS-09

# LEARN-219 SM-1 Before 上線時間 it waits; at it it is online
clock 2018-10-16T08:59
as 323000000A/hr01 w2
get /courses/new
send /courses/new course_code=T1 term_no=1 name=等待 roc_year=107 category_code=301 mode=digital amount=1 unit_of_amount=hour start_at=107/11/01 end_at=107/11/19 enroll_method=closed fee=0 online_from="107/10/16 09:00"
status 303
keep waits rows "SELECT id FROM course WHERE course_code = 'T1'"
get /courses/{waits}
see 待上線
clock 2018-10-16T09:00
as 323000000A/hr01 w3
get /courses/{waits}
see 上線
get /courses?state=waiting
no 等待
clock 2018-11-19T23:59
as 323000000A/hr01 w4
get /courses/{waits}
see 上線
clock 2018-11-20T00:00
as 323000000A/hr01 w5
get /courses/{waits}
see 下線、已結束
clock 2018-10-16T09:00
as 323000000A/hr01 w6

# LEARN-228 SM-1 停開 needs a reason and is final
get /courses/{waits}
send /courses/{waits}/stop stop_reason=
status 422
see "「停開原因」為必填欄位（E-REQ-01）"
send /courses/{waits}/stop stop_reason=報名不足
status 303
follow
see 停開 報名不足
post /courses/{waits}/stop stop_reason=再一次
status 422

# LEARN-228 LEARN-013 Deleted with a reason, kept with who and when, and restored by who may
get /courses/{waits}
send /courses/{waits}/remove reason=
status 422
send /courses/{waits}/remove reason=重複建檔
status 303
rows "SELECT count(*) FROM course_shown WHERE course_code = 'T1'" = 0
get /courses/{waits}
status 404
get /courses/removed
see 等待 重複建檔 周淑芬
as 323000000A/hr02 late
get /courses/removed
see 等待
post /courses/removed/{waits}/restore
status 404
as 323000000A/hr01 back
get /courses/removed
send /courses/removed/{waits}/restore
status 303
follow
follow
see 已復原
get /courses/{waits}
status 200
see 異動紀錄 停開

# LEARN-013 E-DUP-02 Not where another has taken the key; not after 180 days
get /courses/{waits}
send /courses/{waits}/remove reason=重複建檔
get /courses/new
send /courses/new course_code=T1 term_no=1 name=新的 roc_year=107 category_code=301 mode=digital amount=1 unit_of_amount=hour start_at=107/11/01 end_at=107/11/19 enroll_method=closed fee=0
status 303
get /courses/removed
send /courses/removed/{waits}/restore
status 422
see "無法復原：已有相同的資料" E-DUP-02
clock 2019-04-20T09:00
as 323000000A/hr01 w7
get /courses/removed
no 等待
clock 2018-10-16T09:00
as 323000000A/hr01 w8

# LEARN-012 Pressed twice, one course
get /courses/new
send /courses/new course_code=TW1 term_no=1 name=兩次 roc_year=107 category_code=301 mode=digital amount=1 unit_of_amount=hour start_at=107/11/01 end_at=107/11/19 enroll_method=closed fee=0
status 303
press again
status 303
rows "SELECT count(*) FROM course WHERE course_code = 'TW1'" = 1

# LEARN-213 An agency that is no 開課機關 opens none
rows "UPDATE agency SET is_opening = 0 WHERE code = '323010000B' RETURNING 1" = 1
as 323010000B/hr03 late
get /courses/new
status 403
see 貴機關不是開課機關

# LEARN-228 E-CRS-08 With a registration it is not deleted, and the counts say why
exam 107 007 公務人員高等考試
person A100000109 王一明 男 107 007
rows "INSERT INTO registration (course, person, seq_no, source, agency, created) SELECT c.id, p.id, 1, 'online', c.agency, 1 FROM course c, person p WHERE c.id = {course} RETURNING 1" = 1
rows "UPDATE course SET taken = 1, last_seq = 1 WHERE id = {course} RETURNING 1" = 1
as 323000000A/hr01 last
get /courses/{course}
see "1 筆報名、0 筆時數"
send /courses/{course}/remove reason=試刪
status 422
see "已有 1 筆報名、0 筆時數，不可刪除（E-CRS-08）"
rows "SELECT count(*) FROM course_shown WHERE id = {course}" = 1
