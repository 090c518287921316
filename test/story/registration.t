-- 前台: a class is found while it is online; a learner registers, sees what becomes of it, and withdraws.

clock 2018-09-05T10:00
agency 323000000A 示範部
agency 323010000B 示範部第一局 under=323000000A
agency 379000000A 範例市政府
account 323000000A/p02 learner name=李二美
account 323010000B/p05 learner name=林五德
account 379000000A/p09 learner name=鄭九安
account 323000000A/lost learner name=無此人
account 323010000B/late learner name=林五德
account 323000000A/hr01 top_admin name=王人事
exam 100 001 測驗
person A200000209 李二美 女 100 001
person C100000503 林五德 男 100 001
person E100000907 鄭九安 男 100 001
rows "UPDATE person SET birth_date = '1970-01-01', phone = '02-12345678', email = 'p@example.gov.tw' RETURNING 1" = 1,1,1
rows "INSERT INTO service_record (person, agency, from_day) SELECT p.id, g.id, '2011-01-01' FROM person p JOIN agency g ON g.code = CASE p.national_id WHEN 'A200000209' THEN '323000000A' WHEN 'C100000503' THEN '323010000B' ELSE '379000000A' END RETURNING 1" = 1,1,1
rows "UPDATE account SET person = (SELECT p.id FROM person p WHERE p.name = account.full_name) WHERE role = 'learner' RETURNING 1" = 1,1,1,1,1
keep g rows "SELECT id FROM agency WHERE code = '323000000A'"
rows "INSERT INTO code_item (table_code, code, name) VALUES ('course_category', '301', '資訊') ON CONFLICT (table_code, code) DO UPDATE SET name = '資訊' RETURNING 1" = 1
keep category rows "SELECT id FROM code_item WHERE table_code = 'course_category' AND code = '301'"
-- C1 自由報名, C2 with 2 hard places, C3 機關薦送 for 323*, C4 without online registration.  Moments: 1536105600 is 107-09-05 08:00.
rows "INSERT INTO course (agency, course_code, term_no, name, name_search, roc_year, category, mode, amount, unit_of_amount, certified_hours, digital_hours, physical_hours, start_at, end_at, place, enroll_method, enroll_from, enroll_to, online_from, quota, quota_hard, agency_limit, created) VALUES ({g}, 'A107001', 1, '政府重大政策導讀', '政府重大政策導讀', 107, {category}, 'digital', 1, 'hour', 1, 1, 0, 1538323200, 1538409599, '', 'free', 1535731200, 1536595199, NULL, 100, 0, '', 1), ({g}, 'A107002', 1, '資安實務 ABC', '資安實務 ABC', 107, {category}, 'physical', 1, 'day', 6, 0, 6, 1537200000, 1537286399, '示範大樓101', 'free', 1535731200, 1536595199, 1536112800, 2, 1, '', 1), ({g}, 'A107003', 1, '系統分析', '系統分析', 107, {category}, 'blended', 1, 'credit', 18, 6, 12, 1538323200, 1540915199, '示範大樓102', 'nominate', 1535731200, 1536595199, NULL, 20, 0, '323000000A;323*', 1), ({g}, 'B107001', 1, '採購法', '採購法', 107, {category}, 'physical', 6, 'hour', 6, 0, 6, 1538323200, 1538409599, '示範大樓103', 'closed', NULL, NULL, NULL, NULL, 0, '', 1) RETURNING 1" = 1,1,1,1
keep c1 rows "SELECT id FROM course WHERE course_code = 'A107001'"
keep c2 rows "SELECT id FROM course WHERE course_code = 'A107002'"
keep c3 rows "SELECT id FROM course WHERE course_code = 'A107003'"
keep c4 rows "SELECT id FROM course WHERE course_code = 'B107001'"

# LEARN-233 LEARN-219 LEARN-221 Anybody finds what is online, by part of its name in any width and case; what is not yet, or no more, is not found
as nobody
get /learn/courses
status 200
see "政府重大政策導讀" "系統分析" 採購法 "共 4 班" 免費 "已報名 0 / 名額 100"
get /learn/courses?keyword=ａｂｃ
see "資安實務 ABC"
no 採購法
get /learn/courses?method=nominate&mode=blended&agency=示範&category=301&from=107/10/01&to=107/10/31
see 系統分析 "共 1 班" "1 學分（混成學習）"
raw "href=\"/learn/courses?keyword=\">清除條件"
get /learn/courses?agency=323000000a
see 系統分析
get /learn/courses?keyword=%25
see "查無符合條件的課程。"
get /learn/courses?from=107/11/01
see "查無符合條件的課程。"
get /learn/courses?from=107/11/01&to=107/10/01
status 422
see "「上課日期起」不可晚於「上課日期迄」（E-DATE-02）"
clock 2018-09-05T09:59
get /learn/courses?keyword=資安
see "查無符合條件的課程。"
clock 2018-09-05T10:00
get /learn/courses?keyword=資安
see 資安實務
get /learn/courses.csv?keyword=資安
raw "資安實務 ABC,示範部,A107002,1,"

# LEARN-234 An account that nobody has tied to a person, and one that is no 學員
as 323000000A/lost
get /learn/courses/{c1}
see "線上報名須以「學員」身份登入"
post /learn/courses/{c1}/register phone=1
status 422
see "尚未連結至人員資料"
as 323000000A/hr01
get /learn/registrations
status 403
as nobody
get /learn/courses/999
status 404
see 查無此資料

# LEARN-217 Only 自由報名 has a button; the others say how one comes in
get /learn/courses/{c1}
see 登入後報名
raw "/sign-in?identity=learner&amp;next=%2Flearn%2Fcourses%2F{c1}"
no 送出報名
get /sign-in?identity=learner&next=%2Flearn%2Fcourses%2F{c1}
raw "<option value=\"learner\" selected>"
as 323010000B/p05
get /learn/courses/{c1}
see 送出報名 "送出後須經開課單位核可"
get /learn/courses/{c3}
see 由機關薦送
no 送出報名
post /learn/courses/{c3}/register phone=1
status 422
see "本課程不開放線上報名（E-REG-08）"
get /learn/courses/{c4}
see "本課程不開放線上報名，請洽開課機關。"
post /learn/courses/{c4}/register phone=1
status 422
see "（E-REG-08）"
rows "SELECT count(*) FROM registration" = 0

# LEARN-234 Registered: 待審核, with a number, the agency as it is now; once only
get /learn/courses/{c1}
send /learn/courses/{c1}/register phone=0912-345678
status 303
follow
see "報名已送出，待開課單位核可" 政府重大政策導讀 待審核 "（序號 1）"
rows "SELECT r.state, r.seq_no, r.source, r.phone, r.email, g.code FROM registration r JOIN agency g ON g.id = r.agency" = "pending|1|online|0912-345678|p@example.gov.tw|323010000B"
get /learn/courses/{c1}
see "您已報名本課程" 待審核 "已報名 1 / 名額 100"
post /learn/courses/{c1}/register phone=1
status 422
see "已報名此課程（E-REG-04）"
rows "SELECT count(*) FROM registration" = 1

# LEARN-012 The same form pressed twice is one registration, and no complaint
get /learn/courses/{c2}
send /learn/courses/{c2}/register
status 303
press again
status 303
rows "SELECT taken, last_seq FROM course WHERE course_code = 'A107002'" = "1|1"

# LEARN-220 The last place goes once; a withdrawal frees it
as 323000000A/p02
get /learn/courses/{c2}
send /learn/courses/{c2}/register
status 303
as 379000000A/p09
get /learn/courses/{c2}
see "已報名 2 / 名額 2（額滿）" 名額已滿
post /learn/courses/{c2}/register phone=1
status 422
see "名額已滿：已報名 2 人，名額 2 人，額滿不再接受報名（E-REG-03）"
as 323010000B/p05
get /learn/registrations
keep mine rows "SELECT id FROM registration WHERE course = {c2} AND person = (SELECT id FROM person WHERE name = '林五德')"
send /learn/registrations/{mine}/withdraw
status 303
follow
see "已取消報名：資安實務 ABC" 取消
as 379000000A/p09
get /learn/courses/{c2}
send /learn/courses/{c2}/register
status 303
rows "SELECT seq_no, state FROM registration WHERE course = {c2} ORDER BY id" = "1|withdrawn,2|pending,3|pending"

# LEARN-235 A foreign registration is not there; one that is 核可 can't be taken back
post /learn/registrations/{mine}/withdraw version=2
status 404
as 323010000B/p05
post /learn/registrations/{mine}/withdraw version=2
status 422
see "此筆報名目前為「取消」，無法取消"
rows "UPDATE registration SET state = 'approved', version = 2 WHERE course = {c1} RETURNING 1" = 1
rows "UPDATE course SET approved = 1 WHERE id = {c1} RETURNING 1" = 1
keep c1r rows "SELECT id FROM registration WHERE course = {c1}"
get /learn/registrations
see 核可
post /learn/registrations/{c1r}/withdraw version=2
status 422
see "已核可的報名無法取消（E-REG-06）"

# LEARN-223 限某機關: who serves elsewhere is refused
rows "UPDATE course SET agency_limit = '323*' WHERE id = {c1} RETURNING 1" = 1
as 379000000A/p09
post /learn/courses/{c1}/register phone=1
status 422
see "本課程限特定機關同仁報名（E-REG-02）"

# LEARN-224 特殊調查 that is ticked must be answered, the other is not asked
rows "UPDATE course SET survey_meal = 1 WHERE id = {c1} RETURNING 1" = 1
as 323000000A/p02
get /learn/courses/{c1}
see 飲食
no 住宿
send /learn/courses/{c1}/register
status 422
see "請填寫特殊調查「飲食」（E-REG-05）"
send /learn/courses/{c1}/register meal=2
status 303
rows "SELECT meal FROM registration WHERE course = {c1} AND meal <> ''" = 2

# LEARN-218 LEARN-219 Until the last second of the period; after it the class is not found, a saved link says so, and nobody registers
clock 2018-09-10T23:59
get /learn/courses?keyword=資安
see 資安實務
clock 2018-09-11T00:00
as nobody
get /learn/courses?keyword=資安
see "查無符合條件的課程。"
get /learn/courses/{c2}
status 410
see 本課程已下線
as 323010000B/late
post /learn/courses/{c2}/register phone=1
status 422
see "不在報名期間內" "107/09/10 23:59" "（E-REG-01）"
get /learn/courses/{c4}
see 採購法

# LEARN-228 SM-1 Called off: registrations are 課程停開
rows "UPDATE course SET cancelled = 1 WHERE id = {c1} RETURNING 1" = 1
get /learn/registrations
see 課程停開

