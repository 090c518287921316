-- 應免除基礎訓練人員清冊: many trainees on one list, a list an examination; and the tests of 免除基礎訓練 by example.

clock 2024-08-01T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account 323010000B/ag2 agency_officer
account A58000000A/csptc csptc_officer name=鄭文彬
exam 112 011 公務人員高等暨普通考試 plan=112-senior-ordinary
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 113 201 agency=323000000A
person A223456781 陳美玲 女 113 201 agency=323000000A
person B123456780 林志強 男 112 011 agency=323000000A
person F123456784 李大同 男 113 201 agency=323000000A
person S200000017 張怡君 女 113 201 agency=323010000B
rows "UPDATE admission SET exam_level = '三等考試' WHERE id = 2 RETURNING id" = 2
rows "UPDATE admission SET exam_level = '高等考試三級考試' WHERE id = 3 RETURNING id" = 3
peixun calendar load test/story/calendar-112-115.csv --as A58000000A/csptc
status 0
as 323000000A/ag1
post /trainees/report exam_year=113 tick=1 v.1=1 tick=2 v.2=1 tick=3 v.3=1 tick=4 v.4=1 day=113/08/01 overwrite=no
status 303

# PLAN-047 Passed three years before to the day is MET, a day more is not
get /trainees/1/records/earlier-bt
send /trainees/1/records/earlier-bt year=109 exam=高考三級 level=senior3 passed_on=110/08/01 provider=college mode=in_person passed=1
status 303
keep earlier location
get /trainees/1/records/exempt
send /trainees/1/records/exempt
status 303
keep one location
follow
see 符合 109年高考三級基礎訓練成績及格
get {earlier}/acts/edit
send {earlier}/acts/edit year=109 exam=高考三級 level=senior3 passed_on=110/07/31 provider=college mode=in_person passed=1 reason=更正
get {one}
see 不符合
get {earlier}/acts/edit
send {earlier}/acts/edit year=109 exam=高考三級 level=senior3 passed_on=110/08/01 provider=college mode=in_person passed=1 reason=更正

# PLAN-048 三等 with a passed 普通考試 training: test 2
get /trainees/2/records/earlier-bt
send /trainees/2/records/earlier-bt year=112 exam=普通考試 level=ordinary passed_on=112/10/27 provider=commissioned mode=in_person passed=1
get /trainees/2/records/exempt
send /trainees/2/records/exempt
status 303
keep two location
follow
see 符合 112年普通考試基礎訓練成績及格

# PLAN-049 On line training does not count for a later examination; the plan of 112 leaves the lower levels open
get /trainees/3/records/earlier-bt
send /trainees/3/records/earlier-bt year=112 exam=身心障礙特考 level=special4 passed_on=112/05/26 provider=college mode=in_person passed=1
get /trainees/3/records/exempt
send /trainees/3/records/exempt
status 303
follow
see 訓練計畫未定義，請人工認定

# PLAN-050 The list by examination, with the last day of sending; another agency's people are not on it
get /exempt-list
status 200
see 113年公務人員特種考試身心障礙人員考試 112年公務人員高等暨普通考試 王小明 陳美玲 林志強 113/08/08
no 張怡君 李大同

# PLAN-050 PLAN-138 On paper: the annex with everybody of the examination, and the letter
get /exempt-list/2/form
status 200
pdf 應免除基礎訓練人員清冊 王小明 陳美玲 109年高考三級基礎訓練 公務人員保障暨培訓委員會
get /exempt-list/99/form
status 404

# PLAN-050 One list is of one examination; nobody ticked and a day to come are told
get /exempt-list
send /exempt-list sent=113/08/02
status 422
see 尚未勾選任何人員 不可晚於今日
keep three rows "SELECT id FROM life_record WHERE kind = 'exempt' AND admission = 3"
keep r1 rows "SELECT id FROM life_record WHERE kind = 'exempt' AND admission = 1"
keep r2 rows "SELECT id FROM life_record WHERE kind = 'exempt' AND admission = 2"
send /exempt-list tick={r1},{three} sent=113/08/01
status 422
see 一份清冊限同一考試
rows "SELECT count(*) FROM life_record WHERE kind = 'exempt' AND state = 'ready'" = 3

# PLAN-050 Both of 113 are sent at once, in time
get /exempt-list
send /exempt-list tick={r1} tick={r2} document=示人字第1130400號 sent=113/08/01
status 303
follow
see 已登錄函送清冊，共 2 人 林志強
no 王小明
rows "SELECT state, count(*) FROM life_record WHERE kind = 'exempt' GROUP BY state ORDER BY state" = ready|1,sent|2
rows "SELECT subject, state FROM deadline WHERE kind = 'exempt-list' AND subject <= 2 ORDER BY subject" = 1|met,2|met
get {one}
see 已函送清冊 示人字第1130400號

# PLAN-051 Refused: told to enrol, and the difference is marked
as A58000000A/csptc
get {one}/acts/refuse
send {one}/acts/refuse document=公訓字第1130010001號 decided=113/08/01 reason=證明不足
send {one}/acts/refuse
status 303
follow
see 不予免除 核定結果與系統計算不同
rows "SELECT bt_state FROM trainee_state WHERE admission = 1" = none
as 323000000A/ag1
get /
see 請辦理實體課程基礎訓練報名

# PLAN-051 Approved: who was enrolled for a class is no longer, and none is to come
as 323000000A/ag1
get /trainees/2/records/bt-enrol
send /trainees/2/records/bt-enrol enrolled=113/08/01
status 303
keep enrol location
as A58000000A/csptc
get {two}/acts/approve
send {two}/acts/approve document=公訓字第1130010002號 decided=113/08/01 served=113/08/01
send {two}/acts/approve
status 303
rows "SELECT bt_state FROM trainee_state WHERE admission = 2" = exempt
get {enrol}
see 已結案 免除基礎訓練，報名結案
no 登錄調訓通知

# PLAN-050 Sent back: on the list again
as 323000000A/ag1
get /exempt-list
send /exempt-list tick={three} sent=113/08/01
keep third rows "SELECT '/records/' || id FROM life_record WHERE kind = 'exempt' AND admission = 3"
as A58000000A/csptc
get {third}/acts/return
send {third}/acts/return reason=缺成績通知單
as 323000000A/ag1
get /exempt-list
see 林志強 退回補正

# PLAN-050 Another agency and 保訓會 have no such list to send
as 323010000B/ag2
get /exempt-list
see 沒有待函送之人員
as A58000000A/csptc
get /exempt-list
status 403
get /makeup-queue
status 200
