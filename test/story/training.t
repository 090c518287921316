-- How far a trainee is: who may act for whom, what an allocation says, the day of reporting and what follows from it.

clock 2024-08-01T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
account 323000000A/ag1user agency_officer name=周淑芬
account 323000000A/mentor1 mentor name=林輔導
account 323000000A/mentor2 mentor name=陳輔導
account 323000000A/unithead unit_head name=黃主管
account 323000000A/hrhead hr_head
account 323000000A/top top_admin
account 323000000A/csptc csptc_officer name=鄭文彬
account 323010000B/ag2user agency_officer
account 323010000B/mentor3 mentor
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
exam 113 202 公務人員特種考試身心障礙人員考試四等 plan=113-disabled
exam 112 001 公務人員高等考試三級考試暨普通考試 plan=112-senior-ordinary
person A123456789 王小明 男 113 201 agency=323000000A
person A223456781 陳美玲 女 113 201 agency=323000000A
person F123456784 李大同 男 113 201 agency=323010000B
keep p1 rows "SELECT id FROM trainee WHERE national_id = 'A123456789'"
keep p2 rows "SELECT id FROM trainee WHERE national_id = 'A223456781'"
keep p3 rows "SELECT id FROM trainee WHERE national_id = 'F123456784'"

# PLAN-087 a A mentor who is named for nobody sees nobody; the list is empty
as 323000000A/mentor1
get /
status 200
see 我的受訓人員
no 分發人員管理
get /trainees/mine
status 200
no 王小明 陳美玲
get /trainees/{p1}
status 403
get /trainees/report?exam_year=113
status 403

# PLAN-087 The agency's officer names the mentor, from a day on; only accounts of the own agency can be named
as 323000000A/ag1user
get /trainees/{p1}/grants
status 200
get /trainees/{p1}/grants/new
see 林輔導 陳輔導 黃主管 輔導員 單位主管
no mentor3 ag1user
send /trainees/{p1}/grants/new account=mentor1 from_day=113/08/01 to_day=113/07/01
status 422
see 「迄日」（113/07/01）不可早於「起日」（113/08/01），請更正其中一項。
send /trainees/{p1}/grants/new account=mentor1 from_day=113/08/01 to_day=
status 303
follow
see mentor1 林輔導 輔導員 113/08/01
get /trainees/{p1}/grants/new
send /trainees/{p1}/grants/new account=mentor1 from_day=113/08/15 to_day=
status 422
see 此帳號於該期間已有授權
get /trainees/{p1}/grants/new
send /trainees/{p1}/grants/new account=mentor3 from_day=113/08/15 to_day=
status 422
rows "SELECT count(*) FROM trainee_grant" = 1
rows "SELECT count(*) FROM audit WHERE action = 'grant.add'" = 1

# PLAN-087 a From then on this mentor sees this trainee and no other; another mentor sees nobody
as 323000000A/mentor1
get /
see 您自113年8月1日起為受訓人員王小明之輔導員。
get /trainees/mine
see 王小明 已分配
no 陳美玲
get /trainees/{p1}
status 200
see 王小明
get /trainees/{p2}
status 403
see 您目前不是此人員之輔導員或單位主管 「分配與授權」
get /trainees/99999
status 403
see 您目前不是此人員之輔導員或單位主管
json get /trainees/{p1}.json
json name = 王小明
get /trainees/{p1}/grants
status 403
as 323000000A/mentor2
get /trainees/mine
no 王小明
get /trainees/{p1}
status 403

# PLAN-087, LEARN-003 The agency's notices name trainees: they are for who may see trainees, not for a mentor, nor for who keeps courses
as 323000000A/ag1user
rows "INSERT INTO notice (agency, account, kind, subject_kind, subject, text, link, made) SELECT id, 0, 'x', 'trainee', 1, '陳美玲的期限已變更', '', 1 FROM agency WHERE code = '323000000A' RETURNING 1" = 1
get /notices
see 陳美玲的期限已變更
as 323000000A/mentor1
get /notices
no 陳美玲
see 王小明
as 323000000A/top
get /notices
no 陳美玲
get /
no 陳美玲

# PLAN-087 Another agency's officer can't name anybody here, nor can 人事主管; 保訓會 looks
as 323010000B/ag2user
get /trainees/{p1}/grants
status 403
as 323000000A/hrhead
get /trainees/{p1}
status 200
get /trainees/{p1}/grants
status 403
get /trainees/{p3}
status 403
as 323000000A/csptc
get /trainees/{p1}/grants
see mentor1

# PLAN-087 When the days are over the mentor is shut out again
as 323000000A/ag1user
keep grant rows "SELECT id FROM trainee_grant"
get /trainees/{p1}/grants/{grant}
see 113/08/01
send /trainees/{p1}/grants/{grant} account=mentor1 from_day=113/08/01 to_day=113/08/31
status 303
get /trainees/{p2}/grants/{grant}
status 404
clock 2024-08-31T09:00
as 323000000A/mentor1 later
get /trainees/{p1}
status 200
clock 2024-09-01T09:00
as 323000000A/mentor1 evenlater
get /trainees/{p1}
status 403
get /trainees/mine
no 王小明

# PLAN-087 Who is taken over by another agency leaves the mentors of this one
clock 2024-08-02T09:00
rows "UPDATE admission SET agency = (SELECT id FROM agency WHERE code = '323010000B') WHERE id = {p1} RETURNING 1" = 1
as 323000000A/mentor1 moved
get /trainees/{p1}
status 403
get /trainees/mine
no 王小明
rows "UPDATE admission SET agency = (SELECT id FROM agency WHERE code = '323000000A') WHERE id = {p1} RETURNING 1" = 1

# PLAN-021 PLAN-024 a The letter of allocation: post, grades, series and the limit to report, which becomes a deadline
as 323000000A/ag1user alloc
get /allocations?exam_year=113
see 王小明 陳美玲 已分配
no 李大同
get /allocations/{p1}
see 榜示日 分配結果公告日 報到期限 擬任職務 職務列等（最低） 擬任職等 職系 公營事業機構 增額錄取 具法定任用資格且經銓敘審定
send /allocations/{p1} post_grade_min=7 post_grade_max=5 intended_grade=6
status 422
see 不可低於 不在職務列等之內
send /allocations/{p1} published=113/05/01 result_published=113/07/19 report_by=113/08/01 document=總處培字第1號 post_title=科員 post_series=一般行政 post_grade_min=5 post_grade_max=7 intended_grade=6
status 303
rows "SELECT post_title, post_series, post_grade_min, post_grade_max, intended_grade, report_by, result_published FROM trainee_state WHERE admission = {p1}" = 科員|一般行政|5|7|6|2024-08-01|2024-07-19
# PLAN-024 A series that is not in the list is stored, with a warning; one that is in it, or a post without any, says nothing
follow
follow
see 職系「一般行政」不在職組暨職系名稱一覽表所列57職系之內 使用前請核對
get /allocations/{p1}
send /allocations/{p1} post_series=綜合行政
follow
follow
see 已儲存
no 不在職組暨職系名稱一覽表
get /allocations/{p1}
send /allocations/{p1} post_series=一般行政 state_enterprise=1
follow
follow
no 不在職組暨職系名稱一覽表
get /allocations/{p1}
send /allocations/{p1} state_enterprise=
status 303
rows "SELECT due, state, citation FROM deadline WHERE subject = {p1} AND kind = 'report'" = "2024-08-01|open|113年公務人員特種考試身心障礙人員考試錄取人員訓練計畫第7點第1款；訓練辦法第12條"
get /trainees/{p1}
see 分配資料 輔導員與單位主管之授權 報到
json get /allocations/{p1}.json
json post_title = 科員
json report_by = 2024-08-01

# PLAN-021 b The day after the limit it is overdue; d an agreed later day takes its place, the old one is kept
clock 2024-08-02T09:00
as 323000000A/ag1user alloc2
get /trainees/{p1}
see "逾期 1 日"
get /allocations/{p1}
send /allocations/{p1} report_by=113/08/09 document=總處培字第2號
status 303
rows "SELECT due FROM deadline WHERE subject = {p1} AND kind = 'report'" = 2024-08-09
rows "SELECT was, became, document FROM training_event WHERE admission = {p1} AND event = 'report_by' ORDER BY id DESC LIMIT 1" = 2024-08-01|2024-08-09|總處培字第2號

# PLAN-024 README decision 16: 保訓會 corrects with a reason; two who change the same data don't overwrite each other
as 323000000A/csptc alloc
get /allocations/{p1}
send /allocations/{p1} post_title=專員
status 422
see 「理由（保訓會）」為必填欄位
keep seen rows "SELECT version FROM trainee_state WHERE admission = {p1}"
get /allocations/{p1}
send /allocations/{p1} post_title=專員 reason=依分配函更正
status 303
as 323000000A/ag1user alloc3
post /allocations/{p1} version={seen} post_title=科長
status 409
post /allocations/{p1} version=0 post_title=科長
status 409
rows "SELECT post_title FROM trainee_state WHERE admission = {p1}" = 專員

# PLAN-022 PLAN-137 a The day of reporting meets the limit and opens what hangs on it; S-1
clock 2024-08-01T09:00
as 323000000A/ag1user s1
post /trainees/report exam_year=113 tick={p1} day=113/08/01 overwrite=no
status 303
rows "SELECT kind, due, state FROM deadline WHERE subject = {p1} ORDER BY kind" = "exempt-list|2024-08-08|open,internship-end|2024-08-31|open,plan-form|2024-08-07|open,report|2024-08-09|met,report-entry|2024-08-01|met,report-missed|2024-08-02|cancelled,shortening|2024-09-02|open,training-end|2024-11-30|open"
get /trainees/{p1}
see 受訓中 113/11/30 113/09/02 函送應免除基礎訓練人員清冊 申請縮短實務訓練
json get /trainees/{p1}/plan.json
json plan = 113-disabled
json end_date = 2024-11-30
json by_person = false

# PLAN-022 c R corrected from 08/01 to 08/05 moves the last day and every deadline, with a row in the ledger
clock 2024-08-06T09:00
as 323000000A/ag1user s1b
post /trainees/report exam_year=113 tick={p1} day=113/08/05 overwrite=yes confirm=yes
rows "SELECT end_date FROM training WHERE admission = {p1}" = 2024-12-04
rows "SELECT l.cause, l.was, l.became FROM end_ledger l JOIN training t ON t.id = l.training WHERE t.admission = {p1} ORDER BY l.id" = initial||2024-11-30,corrected|2024-11-30|2024-12-04

# PLAN-004 Another plan is chosen by a person with a reason, and is taken back
get /trainees/{p1}/plan
see 113年公務人員特種考試身心障礙人員考試錄取人員訓練計畫 當年度訓練
send /trainees/{p1}/plan plan=112-senior-ordinary reason=
status 422
send /trainees/{p1}/plan plan=112-senior-ordinary reason=依保訓會函示
status 303
json get /trainees/{p1}/plan.json
json plan = 112-senior-ordinary
json by_person = true
json why = 依保訓會函示
get /trainees/{p1}/plan
send /trainees/{p1}/plan plan= reason=更正
status 303
json get /trainees/{p1}/plan.json
json plan = 113-disabled

# PLAN-022 A day of reporting more than 30 days ago is asked about before it is written
person A223456781 陳美玲 女 112 001 agency=323000000A
keep p6 rows "SELECT id FROM trainee WHERE national_id = 'A223456781' AND exam_year = 112"
as 323000000A/ag1user old
post /trainees/report exam_year=112 tick={p6} day=113/07/06 overwrite=no
status 200
see "報到日期 113/07/06 早於今日 31 日，請確認無誤。" 確定匯入
rows "SELECT report_date FROM admission WHERE id = {p6}" = ""
send /trainees/report confirm=yes
status 303
rows "SELECT report_date FROM admission WHERE id = {p6}" = 2024-07-06
person A223456781 陳美玲 女 113 202 agency=323000000A
keep p7 rows "SELECT id FROM trainee WHERE national_id = 'A223456781' AND exam_code = '202'"
post /trainees/report exam_year=113 tick={p7} day=113/07/07 overwrite=no
status 303

# PLAN-010 Results within 14 days of 榜示日 leave no time to ask for 保留受訓資格: one of the two days is wrong
get /allocations/{p7}
send /allocations/{p7} published=113/06/14 result_published=113/06/20
status 422
see 保留受訓資格申請截止日113/06/06（分配結果公告日之14日前）早於榜示日113/06/14 第8點第3款

# PLAN-012 A day of reporting before the results of the allocation is asked about before it is written
rows "UPDATE trainee_state SET result_published = '2024-07-12' WHERE admission = {p7} RETURNING 1" = 1
post /trainees/report exam_year=113 tick={p7} day=113/07/10 overwrite=yes reason=更正
status 200
see "報到日期 113/07/10 早於分配結果公告日 113/07/12，請確認無誤。" 確定覆蓋
rows "SELECT report_date FROM admission WHERE id = {p7}" = 2024-07-07
rows "UPDATE trainee_state SET result_published = NULL WHERE admission = {p7} RETURNING 1" = 1

# PLAN-023 b Trainings one after the other don't overlap
person A123456789 王小明 男 112 001 agency=323010000B
keep p4 rows "SELECT id FROM trainee WHERE national_id = 'A123456789' AND exam_year = 112"
as 323010000B/ag2user o1
post /trainees/report exam_year=112 tick={p4} day=112/11/01 overwrite=no confirm=yes
rows "SELECT end_date FROM training WHERE admission = {p4}" = 2024-02-29
get /trainees/{p4}/overlap
see 沒有訓期重疊

# PLAN-023 a c Both at the same time: a choice is demanded, a person records it, nothing else changes
person A123456789 王小明 男 113 202 agency=323010000B
keep p5 rows "SELECT id FROM trainee WHERE national_id = 'A123456789' AND exam_code = '202'"
post /trainees/report exam_year=113 tick={p5} day=113/08/06 overwrite=no
status 303
get /
see 王小明訓期重疊（OVERLAP）
get /trainees/{p5}
see 訓期重疊，應選擇一種考試之等級或類科接受訓練
get /trainees/{p5}/overlap
see 應選擇一種考試 第7點第3款 尚未選擇 示範部
send /trainees/{p5}/overlap chosen={p4} statement=113/08/06
status 422
send /trainees/{p5}/overlap chosen={p1} statement=
status 422
send /trainees/{p5}/overlap chosen={p1} statement=113/08/06 document=人字第1號
status 303
get /trainees/{p5}
see 訓期重疊，未選擇受訓
rows "SELECT state FROM trainee_state WHERE admission IN ({p1}, {p5}) ORDER BY admission" = in_training,in_training
as 323000000A/ag1user o2
get /
see 王小明訓期重疊，已選擇此項考試受訓
get /trainees/{p1}
see 訓期重疊，已選擇受訓
json get /trainees/{p1}/overlap.json
json overlap = 訓期重疊，已選擇受訓

# PLAN-066 S-6 The nightly job ends the period on the day after the last one, once
clock 2024-12-04T23:00
run jobs
rows "SELECT state FROM trainee_state WHERE admission = {p1}" = in_training
clock 2024-12-05T06:00
run jobs
rows "SELECT state FROM trainee_state WHERE admission = {p1}" = period_ended
run jobs
rows "SELECT count(*) FROM training_event WHERE admission = {p1} AND event = 'period_ended'" = 1
as 323000000A/ag1user n1
get /trainees/{p1}
see 訓練期滿 "狀態：原 受訓中，改為 訓練期滿" "改為 112-senior-ordinary" "擬任職務：原 科員，改為 專員" 職務列等（最低）：委任第五職等 訓期重疊：選擇受訓
no training. state： post_title

# ACMS-027 PLAN-021 Who has a limit to report is not given back until it is cleared
clock 2024-08-01T09:00
person C123456781 趙一二 男 113 201
as 323000000A/ag1user g1
post /trainees/take-over national_id=C123456781 exam_year=113 exam_code=201 confirm=yes
status 303
keep p8 rows "SELECT id FROM trainee WHERE national_id = 'C123456781'"
get /allocations/{p8}
send /allocations/{p8} report_by=113/08/20
status 303
get /trainees/{p8}
send /trainees/{p8}/give-back reason=誤轉
status 422
see 報到期限 113/08/20
get /allocations/{p8}
send /allocations/{p8} report_by=
status 303
rows "SELECT state FROM deadline WHERE subject = {p8} AND kind = 'report'" = cancelled
get /trainees/{p8}
send /trainees/{p8}/give-back reason=誤轉
status 303
json get /trainees/{p8}/plan.json
status 403
rows "SELECT state FROM trainee_state WHERE admission = {p8}" = allocated
