-- 報名准駁: the opening agency approves or rejects, one by one or all; what is approved stays so.

clock 2018-09-05T10:00
agency 323000000A 示範部
agency 323010000B 示範部第一局 under=323000000A
agency 323020000C 示範部第二局 under=323000000A
agency 323021000D 示範部第二局北區分局 under=323020000C
agency A58000000A 人事行政總處
account 323000000A/hr01 top_admin name=王人事
account 323000000A/hr02 agency_officer name=李人事
account 323000000A/late1 top_admin
account 323000000A/late2 top_admin
account 323000000A/late3 top_admin
account 323010000B/hr03 top_admin name=張人事
account A58000000A/dgpa dgpa
exam 100 001 測驗
person A100000109 王一明 男 100 001
person A200000209 李二美 女 100 001
person C100000503 林五德 男 100 001
person D200000800 周八雲 女 100 001
keep g rows "SELECT id FROM agency WHERE code = '323000000A'"
rows "INSERT INTO service_record (person, agency, from_day) SELECT p.id, g.id, '2011-01-01' FROM person p JOIN agency g ON g.code = CASE p.name WHEN '林五德' THEN '323010000B' WHEN '周八雲' THEN '323021000D' ELSE '323000000A' END RETURNING 1" = 1,1,1,1
rows "INSERT INTO code_item (table_code, code, name) VALUES ('course_category', '301', '資訊') ON CONFLICT (table_code, code) DO UPDATE SET name = '資訊' RETURNING 1" = 1
keep category rows "SELECT id FROM code_item WHERE table_code = 'course_category' AND code = '301'"
-- C1 has three who wait, in the order 林五德 李二美 周八雲; C2 two hard places; C3 is 機關薦送 and has nobody.
rows "INSERT INTO course (agency, course_code, term_no, name, name_search, roc_year, category, mode, amount, unit_of_amount, certified_hours, digital_hours, physical_hours, start_at, end_at, place, enroll_method, enroll_from, enroll_to, quota, quota_hard, created, taken, last_seq) VALUES ({g}, 'A107001', 1, '政府重大政策導讀', '政府重大政策導讀', 107, {category}, 'digital', 1, 'hour', 1, 1, 0, 1536300000, 1536335999, '', 'free', 1535731200, 1536163199, 2, 0, 1, 3, 3), ({g}, 'A107002', 1, '資安實務', '資安實務', 107, {category}, 'physical', 1, 'day', 6, 0, 6, 1537200000, 1537286399, '示範大樓101', 'free', 1535731200, 1536595199, 2, 1, 1, 2, 2), ({g}, 'A107003', 1, '系統分析', '系統分析', 107, {category}, 'blended', 1, 'credit', 18, 6, 12, 1538323200, 1540915199, '示範大樓102', 'nominate', 1535731200, 1536595199, 20, 0, 1, 0, 0) RETURNING 1" = 1,1,1
keep c1 rows "SELECT id FROM course WHERE course_code = 'A107001'"
keep c2 rows "SELECT id FROM course WHERE course_code = 'A107002'"
rows "INSERT INTO registration (course, person, seq_no, source, agency, created, meal) SELECT {c1}, p.id, CASE p.name WHEN '林五德' THEN 1 WHEN '李二美' THEN 2 ELSE 3 END, 'online', s.agency, 1536105600, CASE p.name WHEN '林五德' THEN '2' ELSE '' END FROM person p JOIN service_record s ON s.person = p.id WHERE p.name <> '王一明' RETURNING 1" = 1,1,1
rows "INSERT INTO registration (course, person, seq_no, source, agency, created) SELECT {c2}, p.id, CASE p.name WHEN '王一明' THEN 1 ELSE 2 END, 'nomination', s.agency, 1536105600 FROM person p JOIN service_record s ON s.person = p.id WHERE p.name IN ('王一明', '李二美') RETURNING 1" = 1,1
keep lin rows "SELECT r.id FROM registration r JOIN person p ON p.id = r.person WHERE r.course = {c1} AND p.name = '林五德'"
keep li rows "SELECT r.id FROM registration r JOIN person p ON p.id = r.person WHERE r.course = {c1} AND p.name = '李二美'"
keep zhou rows "SELECT r.id FROM registration r JOIN person p ON p.id = r.person WHERE r.course = {c1} AND p.name = '周八雲'"

# LEARN-261 LEARN-275 Courses that wait, those that begin within three days marked; with a condition any course of the agency
as 323000000A/hr01
get /registrations
status 200
see 政府重大政策導讀 資安實務 即將開課 "共 2 班"
no 系統分析
get /registrations?method=nominate
see 系統分析 "共 1 班"
get /registrations?place=示範&category=301&from=107/09/18&to=107/09/18&fee=0&term=1&code=a1070&name=資安
see 資安實務 "共 1 班"
raw "<option value=\"301\" selected>301 資訊</option>"
raw "href=\"/registrations?all=\">清除條件"
rows "UPDATE course SET place = '示範大樓 B1' WHERE id = {c2} RETURNING 1" = 1
get /registrations?place=ｂ1
see 資安實務 "共 1 班"
rows "UPDATE course SET place = '示範大樓101' WHERE id = {c2} RETURNING 1" = 1
get /registrations?place=%25
see 查無符合條件的課程
get /registrations?fee=1.5
status 422
see "只接受整數，不接受小數：「1.5」（E-INT-01）"
as 323010000B/hr03
get /registrations?all=1
see 查無符合條件的課程
get /registrations/{c1}?sort=seq_no
status 404
see "查無此資料，或資料不屬於您目前的單位及其所屬機關（E-SCOPE-01）"

# LEARN-262 In three orders, with masked IDs and the answers
as 323000000A/hr01
get /registrations/{c1}?sort=seq_no
order 林五德 李二美 周八雲
see "C10****503" 線上 飲食：素 待審核
no C100000503
get /registrations/{c1}?sort=agency_name
order 李二美 林五德 周八雲
get /registrations/{c1}?sort=name
order 李二美 周八雲 林五德
get /registrations/{c1}.csv
raw "C10****503,示範部第一局"

# LEARN-265 駁回 needs a reason; without one nothing of the form is stored
get /registrations/{c1}?sort=seq_no
send /registrations/{c1} decision.{zhou}=rejected decision.{li}=approved
status 422
see "周八雲：請輸入駁回原因（E-REG-07）"
rows "SELECT count(*) FROM registration WHERE state <> 'pending'" = 0

post /registrations/{c1} v.{zhou}=1 decision.{zhou}=rejected reason.{zhou}=一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一
status 422
see "「駁回原因」最多 200 個字，目前 201 個字（E-LEN-01）"

rows "UPDATE registration SET email = CASE WHEN id = {li} THEN 'li@example.com' ELSE 'zhou@example.com' END WHERE id IN ({li}, {zhou}) RETURNING 1" = 1,1
setting PEIXUN_MAIL_URL smtp://127.0.0.1:9

# LEARN-264 LEARN-263 Approving asks once more and names the numbers; only rows that were changed are stored
send /registrations/{c1} decision.{zhou}=rejected decision.{li}=approved reason.{zhou}=資格不符
status 200
see "將核可 1 筆，駁回 1 筆" "一經核可的報名無法取消"
rows "SELECT count(*) FROM registration WHERE state <> 'pending'" = 0
send /registrations/{c1} confirmed=1
status 303
follow
see "核可 1 筆，駁回 1 筆" 資格不符
rows "SELECT r.state, coalesce(a.name, '-') FROM registration r LEFT JOIN account a ON a.id = r.decided_by WHERE r.course = {c1} ORDER BY r.seq_no" = "pending|-,approved|hr01,rejected|hr01"
rows "SELECT taken, approved, rejected FROM course WHERE id = {c1}" = "2|1|1"

# LEARN-263 Who left a mailbox is written to, without what is personal, and with no reason
rows "SELECT receiver, subject FROM mail ORDER BY receiver" = "li@example.com|報名審核結果,zhou@example.com|報名審核結果"
rows "SELECT count(*) FROM mail WHERE body LIKE '%政府重大政策導讀%審核結果：核可%/learn/registrations%' AND body NOT LIKE '%李二美%'" = 1
rows "SELECT count(*) FROM mail WHERE body LIKE '%審核結果：駁回%' AND body NOT LIKE '%資格不符%'" = 1
setting PEIXUN_MAIL_URL ""

# LEARN-264 No hand-made request takes an approval back
post /registrations/{c1} v.{li}=2 decision.{li}=rejected reason.{li}=後悔 confirmed=1
status 422
see "已核可的報名無法取消（E-REG-06）"
rows "SELECT state FROM registration WHERE id = {li}" = approved

# LEARN-263 Somebody decided meanwhile: nothing of the form is stored, and the page shows how it stands
post /registrations/{c1} v.{zhou}=1 decision.{zhou}=approved v.{lin}=1 decision.{lin}=approved confirmed=1
status 409
see "此筆資料已由 王人事（示範部） 於 107/09/05 10:00 修改，您的修改尚未儲存（E-STALE-01）"
rows "SELECT state FROM registration WHERE id = {lin}" = pending

# LEARN-267 A number that is information only is passed with a warning; SM-2 who was rejected may still be approved
get /registrations/{c1}?sort=seq_no
send /registrations/{c1} decision.{zhou}=approved decision.{lin}=approved
status 200
see "核可後將達 3 人，超過名額 2 人。此課程未限定額滿"
send /registrations/{c1} confirmed=1
status 303
rows "SELECT taken, approved, rejected FROM course WHERE id = {c1}" = "3|3|0"

# LEARN-267 A hard one is not
rows "UPDATE course SET quota = 1 WHERE id = {c2} RETURNING 1" = 1
get /registrations/{c2}?sort=seq_no
send /registrations/{c2} all=approved
status 422
see "名額已滿：核可後將達 2 人，超過名額 1 人（E-REG-03）"
rows "SELECT count(*) FROM registration WHERE course = {c2} AND state <> 'pending'" = 0
post /registrations/{c2} all=approved confirmed=1
status 422
see "（E-REG-03）"
rows "SELECT approved FROM course WHERE id = {c2}" = 0

# LEARN-224 What was answered to 特殊調查, in sums, of those who hold a place
rows "UPDATE course SET survey_meal = 1 WHERE id = {c1} RETURNING 1" = 1
rows "UPDATE registration SET meal = CASE WHEN id = {lin} THEN '2' ELSE '1' END WHERE course = {c1} RETURNING 1" = 1,1,1
get /registrations/{c1}?sort=seq_no
see "飲食 葷 0 2" "飲食 素 0 1" "飲食 不用餐 0 0"
no "住宿 需要"
rows "UPDATE registration SET state = 'pending' WHERE id = {lin} RETURNING 1" = 1
get /registrations/{c1}?sort=seq_no
see "飲食 素 1 0"
rows "UPDATE registration SET state = 'approved' WHERE id = {lin} RETURNING 1" = 1

# LEARN-266 全部駁回 asks for one reason, and a row may have its own
rows "UPDATE account SET email = 'hr03@example.com' WHERE name = 'hr03' RETURNING 1" = 1
rows "UPDATE registration SET created_by = (SELECT id FROM account WHERE name = 'hr03'), nominating_agency = (SELECT id FROM agency WHERE code = '323010000B') WHERE course = {c2} RETURNING 1" = 1,1
setting PEIXUN_MAIL_URL smtp://127.0.0.1:9
get /registrations/{c2}?sort=seq_no
send /registrations/{c2} all=rejected
status 422
see "全部駁回：請輸入駁回原因（E-REG-07）"
send /registrations/{c2} all=rejected reason=課程調整
see "駁回 2 筆"
send /registrations/{c2} confirmed=1
status 303
rows "SELECT state, reject_reason FROM registration WHERE course = {c2}" = "rejected|課程調整,rejected|課程調整"
rows "SELECT taken, approved, rejected FROM course WHERE id = {c2}" = "0|0|2"

# LEARN-265 Who nominated them is told at home and by mail: how many of which class, not whom
setting PEIXUN_MAIL_URL ""
rows "SELECT count(*) FROM mail WHERE receiver = 'hr03@example.com' AND subject = '薦送報名審核結果' AND body LIKE '%資安實務%駁回 2 人%/hr/nominations?code=A107002&term=1&state=rejected%' AND body NOT LIKE '%王一明%'" = 1
as 323010000B/hr03
get /notices
see "薦送報名「資安實務」（A107002 第 1 期）：開課機關駁回 2 人，請查看駁回原因。"
as 323000000A/hr01
get /notices
no 薦送報名

# LEARN-266 全部核可 takes all pages, and leaves who came after the page was shown
rows "DELETE FROM registration WHERE course = {c2} RETURNING 1" = 1,1
rows "INSERT INTO person (national_id, name, name_key, sex, birth_date) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 45) SELECT 'B' || (100000000 + i), p.name, p.name_key, 'male', '1980-01-01' FROM n JOIN person p ON p.national_id = 'A100000109' RETURNING 1" = 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1
rows "INSERT INTO registration (course, person, seq_no, source, agency, created) SELECT {c2}, id, id, 'online', {g}, 1 FROM person WHERE national_id LIKE 'B%' RETURNING 1" = 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1
rows "UPDATE course SET quota = 200, taken = 45, rejected = 0 WHERE id = {c2} RETURNING 1" = 1
keep first rows "SELECT min(id) FROM registration WHERE course = {c2}"
get /registrations/{c2}?per=20
send /registrations/{c2} all=approved decision.{first}=rejected reason.{first}=重複
see "將核可 44 筆，駁回 1 筆"
rows "INSERT INTO registration (course, person, seq_no, source, agency, created) SELECT {c2}, id, 999, 'online', {g}, 1 FROM person WHERE national_id = 'A100000109' RETURNING 1" = 1
rows "UPDATE course SET taken = taken + 1 WHERE id = {c2} RETURNING 1" = 1
send /registrations/{c2} confirmed=1
status 303
rows "SELECT state, count(*) FROM registration WHERE course = {c2} GROUP BY state ORDER BY state" = "approved|44,pending|1,rejected|1"
rows "SELECT taken, approved, rejected FROM course WHERE id = {c2}" = "45|44|1"

# LEARN-003 LEARN-004 總處 reads, and decides nothing
as A58000000A/dgpa
get /registrations/{c2}?sort=seq_no
status 200
no 送出
post /registrations/{c2} all=approved confirmed=1
status 403

# LEARN-275 After the course what waits is 逾期未審; it can be decided for thirty days, and not after them
keep last rows "SELECT id FROM registration WHERE course = {c2} AND state = 'pending'"
clock 2018-09-19T00:00
as 323000000A/late1
get /registrations/{c2}?sort=-seq_no
see 逾期未審
get /registrations?code=A107002
see 資安實務 逾期未審
clock 2018-10-19T00:00
as 323000000A/late2
get /registrations/{c2}?sort=seq_no
see "課程結束已逾 30 日，不再審核。"
no 送出
post /registrations/{c2} v.{last}=1 decision.{last}=approved confirmed=1
status 422
see "不在報名期間內（E-REG-01）"
clock 2018-10-18T23:59
as 323000000A/late3
get /registrations/{c2}?sort=-seq_no
send /registrations/{c2} decision.{last}=approved
see "將核可 1 筆"
send /registrations/{c2} confirmed=1
status 303
rows "SELECT state FROM registration WHERE id = {last}" = approved

# SM-1 SM-2 Of a course that was called off nothing is decided
rows "UPDATE course SET cancelled = 1 WHERE id = {c2} RETURNING 1" = 1
get /registrations/{c2}?sort=seq_no
see 課程停開 不再審核
post /registrations/{c2} all=approved confirmed=1
status 422
