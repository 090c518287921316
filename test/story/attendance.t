-- 差勤: leave and absence by the hour, what they make true, rewards and penalties, other training, substitutes, allowance and grants.

clock 2024-07-01T09:00
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account 323000000A/guide1 mentor name=林輔導
account A58000000A/csptc csptc_officer
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
exam 112 001 公務人員高等暨普通考試 plan=112-senior-ordinary
person A123456789 王小明 男 113 201 agency=323000000A
person A223456781 陳美玲 女 113 201 agency=323000000A
person F123456784 李大同 男 112 001 agency=323000000A
person B123456780 林志強 男 113 201 agency=323000000A
keep p rows "SELECT id FROM trainee WHERE national_id = 'A123456789'"
keep q rows "SELECT id FROM trainee WHERE national_id = 'A223456781'"
keep s rows "SELECT id FROM trainee WHERE national_id = 'F123456784'"
keep o rows "SELECT id FROM trainee WHERE national_id = 'B123456780'"
as A58000000A/csptc
get /calendar
send /calendar file=@calendar-112-115.csv
run jobs

# PLAN-100 Who stands in for the post has to be gone by the day of reporting: a task, late when it is done after it
clock 2024-07-20T09:00
as 323000000A/ag1
get /trainees/{p}/records/substitute
send /trainees/{p}/records/substitute basis=before name=約僱人員甲
status 303
keep sub rows "SELECT max(id) FROM life_record WHERE kind = 'substitute'"
clock 2024-08-01T09:00
as 323000000A/ag1 august
post /trainees/report exam_year=113 tick={p},{q},{o} day=113/08/01 overwrite=no
post /trainees/report exam_year=112 tick={s} day=113/08/01 overwrite=no
status 303
clock 2024-08-02T09:00
run jobs
rows "SELECT due, state FROM deadline WHERE kind = 'substitute-release'" = "2024-08-01|open"
as 323000000A/ag1 second
get /records/{sub}/acts/release
send /records/{sub}/acts/release day=113/08/02
status 303
rows "SELECT ended > due FROM deadline WHERE kind = 'substitute-release'" = 1
rows "SELECT count(*) FROM decision WHERE rule = 'substitute-late'" = 1

# PLAN-091 Before the first day nothing; outside the training, and 曠課 outside the basic training, are refused with what to do
get /trainees/{p}/records/leave
send /trainees/{p}/records/leave kind=personal from=113/07/31 until=113/07/31 hours=8
status 422
see 113/07/31不在訓練期間113/08/01至113/11/30內
send /trainees/{p}/records/leave kind=truancy from=113/08/02 until=113/08/02 hours=4
status 422
see 曠課僅適用基礎訓練期間 請改登錄「曠職」
send /trainees/{p}/records/leave kind=other hours=4
status 422
see 「其他假別名稱」為必填欄位

# PLAN-091 16 hours over two days are kept by the day, holidays left out; 延長病假 has holidays too
clock 2024-08-30T09:00
as 323000000A/ag1 end
get /trainees/{q}/records/leave
send /trainees/{q}/records/leave kind=sick from=113/08/16 until=113/08/19 hours=16
status 303
rows "SELECT day, hours FROM leave_day WHERE admission = {q} ORDER BY day" = "2024-08-16|8,2024-08-19|8"
get /trainees/{q}/records/leave
send /trainees/{q}/records/leave kind=other other=身心調適假 from=113/08/21 until=113/08/21 hours=3
status 303
get /attendance?trainee={q}
see 病假 身心調適假 16 2日
statements <= 9
get /attendance.csv?kind=病假
see 113/08/16,陳美玲
no 身心調適假

# PLAN-091 Four hours of leave and four of 曠職 stand on one day; more than eight are told; two kinds over one another are refused
get /trainees/{o}/records/leave
send /trainees/{o}/records/leave kind=personal from=113/08/20 until=113/08/20 from_time=08:30 until_time=12:30 hours=4
status 303
get /trainees/{o}/records/leave
send /trainees/{o}/records/leave kind=sick from=113/08/20 until=113/08/20 from_time=10:00 until_time=14:00 hours=4
status 422
see 重疊（OVERLAP） 請更正起訖時間或時數
send /trainees/{o}/records/leave kind=absence from_time=13:30 until_time=17:30
status 303
get /trainees/{o}/records/leave
send /trainees/{o}/records/leave kind=annual from=113/08/21 until=113/08/21 hours=10
status 303
follow
see 合計10小時，超過1日8小時
rows "SELECT count(*) FROM decision WHERE rule = 'leave-hours' AND reasons LIKE '%合計10小時，超過1日8小時%'" = 1

# PLAN-084 PLAN-085 PLAN-092 曠職 is an anomaly, to be told that day; three days of it are a cause at once, two and a half are not      S-7
clock 2024-09-03T16:00
as 323000000A/ag1 third
get /trainees/{p}/records/leave
send /trainees/{p}/records/leave kind=absence from=113/09/03 until=113/09/03 hours=8
status 303
follow
see 已登錄 第20點第1款
rows "SELECT kind, due FROM deadline WHERE subject_kind = 'life' AND event_day = '2024-09-03' ORDER BY due" = "anomaly-notice|2024-09-03,anomaly-report|2024-09-05"
clock 2024-09-10T16:00
as 323000000A/ag1 tenth
get /trainees/{p}/records/leave
send /trainees/{p}/records/leave kind=absence from=113/09/10 until=113/09/10 hours=8
status 303
rows "SELECT kind, due FROM deadline WHERE subject_kind = 'life' AND event_day = '2024-09-10' ORDER BY due" = "anomaly-notice|2024-09-10,anomaly-report|2024-09-12"
get /trainees/{p}/records/leave
send /trainees/{p}/records/leave kind=absence from=113/09/11 until=113/09/11 hours=7
status 422
see 不可晚於今日
clock 2024-09-18T16:00
as 323000000A/ag1 eighteenth
get /trainees/{p}/records/leave
send /trainees/{p}/records/leave kind=absence from=113/09/18 until=113/09/18 hours=7
status 303
rows "SELECT count(*) FROM deadline WHERE kind = 'revocation-task'" = 0
keep l rows "SELECT max(id) FROM life_record WHERE kind = 'leave'"
get /records/{l}/acts/correct
send /records/{l}/acts/correct hours=8 reason=時數登錯
status 303
rows "SELECT due, state FROM deadline WHERE kind = 'revocation-task' AND subject = {p}" = "2024-09-18|open"
rows "SELECT due FROM deadline WHERE kind = 'anomaly-report' AND event_day = '2024-09-18'" = 2024-09-20
get /trainees/{p}
see 函報保訓會廢止受訓資格 第20點第1款

# PLAN-071 Three days of the month are deducted; of 7 hours none; the amount by the days of the month
get /trainees/{p}/records/allowance
see 113/08/01
send /trainees/{p}/records/allowance month=113/09/15 base=40000
status 303
follow
see 比照委任第三職等本俸一級俸給 扣除日數 3 扣除金額（元） 4000 訓練辦法第26條之1 全民健康保險
get /trainees/{o}/records/allowance
send /trainees/{o}/records/allowance month=113/08/01
status 303
follow
see 扣除日數 0 事假 "[法規] 公務人員請假規則第3條（使用前請核對）"
get /trainees/{p}/records/allowance
send /trainees/{p}/records/allowance month=113/09/01
status 422
see 該月津貼已登錄
send /trainees/{p}/records/allowance month=113/12/01
status 422
see 該月不在訓練期間

# PLAN-070 A reviewed grade counts only with the qualification, and only where it is higher
get /trainees/{q}/records/allowance
send /trainees/{q}/records/allowance month=113/08/01 reviewed_grade=5 reviewed_step=6
status 303
follow
see 比照委任第三職等本俸一級俸給 未具擬任職務法定任用資格
get /allocations/{q}
send /allocations/{q} qualified=1
status 303
get /trainees/{q}/records/allowance
send /trainees/{q}/records/allowance month=113/09/01 reviewed_grade=5 reviewed_step=6
status 303
follow
see 銓敘審定第5職等本俸6級 依銓敘審定級俸支給
get /trainees/{q}/records/allowance
send /trainees/{q}/records/allowance month=113/10/01 reviewed_grade=2 reviewed_step=3
status 303
follow
see 比照委任第三職等本俸一級俸給 未高於考試取得資格

# PLAN-069 An enterprise pays by its own rules: its amount is needed
get /allocations/{o}
send /allocations/{o} state_enterprise=1
status 303
get /trainees/{o}/records/allowance
send /trainees/{o}/records/allowance month=113/09/01 base=
status 422
see 請輸入公營事業機構發給之金額
send /trainees/{o}/records/allowance base=38000
status 303
follow
see 依公營事業機構規定

# PLAN-072 A grant within the training is kept; one outside is told, not refused
get /trainees/{p}/records/benefit
send /trainees/{p}/records/benefit kind=birth day=113/10/08 amount=30000
status 303
get /trainees/{p}/records/benefit
send /trainees/{p}/records/benefit kind=marriage day=113/12/05 amount=30000
status 303
rows "SELECT count(*) FROM decision WHERE rule = 'benefit-period'" = 1

# PLAN-097 Penalties and rewards offset each other; the test is made on the last day, not before
get /trainees/{p}/records/conduct
send /trainees/{p}/records/conduct kind=demerit times=3 day=113/09/12 reason=屢次曠職 document=示人字第2號
status 303
follow
see 獎懲 訓練期滿日113/11/30認定
rows "SELECT event_day, state FROM deadline WHERE kind = 'conduct-balance' AND subject = {p}" = "2024-11-30|open"
get /trainees/{q}/records/conduct
send /trainees/{q}/records/conduct kind=demerit times=3 day=113/09/12 reason=洩密
get /trainees/{q}/records/conduct
send /trainees/{q}/records/conduct kind=merit times=1 day=113/09/13 reason=績優
status 303
rows "SELECT count(*) FROM deadline WHERE kind = 'revocation-task' AND subject = {q}" = 0

# PLAN-019 集中訓練 of two weeks is 公假; three weeks are told; 不派訓 and days outside are refused
get /trainees/{q}/records/concentrated
send /trainees/{q}/records/concentrated name=集中訓練 organiser=保訓會 from=113/10/07 until=113/10/18 sent=no
status 422
see 不得拒絕指派受訓人員參訓（NOT_ALLOWED） 第5點第2款第2目
send /trainees/{q}/records/concentrated sent=yes until=113/12/06
status 422
see 集中訓練應在實務訓練期間
send /trainees/{q}/records/concentrated until=113/10/18
status 303
rows "SELECT count(*), sum(hours) FROM leave_day WHERE admission = {q} AND kind = '集中訓練公假'" = "9|72"
rows "SELECT count(*) FROM decision WHERE rule = 'concentrated-length'" = 0
get /trainees/{o}/records/concentrated
send /trainees/{o}/records/concentrated name=集中訓練 organiser=保訓會 from=113/10/07 until=113/10/27 sent=yes
status 303
rows "SELECT count(*) FROM decision WHERE rule = 'concentrated-length' AND reasons LIKE '%期間以1至2週為原則%'" = 1

# PLAN-020 What the agency orders is taken; study, chosen or asked for, is refused with its point
get /trainees/{p}/records/outside
send /trainees/{p}/records/outside kind=sent_study name=碩士學分 from=113/10/01 until=113/10/31 reason=進修
status 422
see 不得經選送或自行申請參加進修 第5點第2款第3目
send /trainees/{p}/records/outside kind=own_study
status 422
send /trainees/{p}/records/outside kind=assigned name=採購實務 reason=業務需要
status 303

# PLAN-095 More than half of the period: 488 hours of 976 are not, one more is; other trainees' leave is not added        PLAN-086
get /trainees/{s}/records/leave
send /trainees/{s}/records/leave kind=sick from=113/08/12 until=113/11/08 hours=488
status 303
rows "SELECT result FROM decision WHERE rule = 'leave-fraction' ORDER BY id DESC LIMIT 1" = NOT_MET
rows "SELECT count(*) FROM decision WHERE rule = 'leave-office-days' AND admission = {s}" = 1
get /trainees/{s}/records/leave
send /trainees/{s}/records/leave kind=birth from=113/11/11 until=113/11/11 hours=8
status 303
rows "SELECT result FROM decision WHERE rule = 'leave-fraction' ORDER BY id DESC LIMIT 1" = NOT_MET
get /trainees/{s}/records/leave
send /trainees/{s}/records/leave kind=personal from=113/11/12 until=113/11/12 hours=1
status 303
rows "SELECT result FROM decision WHERE rule = 'leave-fraction' ORDER BY id DESC LIMIT 1" = MET
rows "SELECT state FROM deadline WHERE kind = 'revocation-task' AND subject = {s}" = open

# PLAN-098 Leave of a month without an office day between lets a substitute be arranged; a day less does not, a gap does not
get /trainees/{s}/records/substitute
send /trainees/{s}/records/substitute basis=leave name=代理人乙 from=113/08/12 until=113/09/10 agreed_by=主管機關
status 422
see 連續請假未達1個月
send /trainees/{s}/records/substitute until=113/09/11
status 303
rows "SELECT result FROM decision WHERE rule = 'substitute-leave' ORDER BY id DESC LIMIT 1" = MET
get /trainees/{p}/records/substitute
send /trainees/{p}/records/substitute basis=leave name=代理人乙 from=113/09/02 until=113/10/01
status 422
see 請假不連續

# PLAN-099 A stop of a month needs the consent; that of the basic training alone is for a person to decide
get /trainees/{p}/records/substitute
send /trainees/{p}/records/substitute basis=stop name=代理人丙 from=113/09/02 until=113/10/11 stop=custody agreed_by=主管機關
status 422
see 分發機關尚未同意
send /trainees/{p}/records/substitute agreed=1
status 303
get /trainees/{p}/records/substitute
send /trainees/{p}/records/substitute basis=stop name=代理人丁 from=113/09/02 until=113/10/31 stop=bt agreed_by=主管機關
status 303
rows "SELECT result FROM decision WHERE rule = 'substitute-stop' ORDER BY id DESC LIMIT 1" = REVIEW

# PLAN-093 PLAN-094 PLAN-061 The basic training of 112高普: 6 of 117 hours of 曠課 are a cause; of 113身障 they are none
get /trainees/{s}/records/leave
send /trainees/{s}/records/leave kind=truancy phase=bt from=113/08/05 until=113/08/05 hours=5 course_hours=117
status 303
rows "SELECT result FROM decision WHERE rule = 'absence-limits' AND reasons LIKE '%曠課5小時%' ORDER BY id DESC LIMIT 1" = NOT_MET
get /trainees/{s}/records/leave
send /trainees/{s}/records/leave kind=truancy phase=bt from=113/08/06 until=113/08/06 hours=1 course_hours=117
status 303
rows "SELECT result FROM decision WHERE rule = 'absence-limits' AND reasons LIKE '%曠課6小時%' ORDER BY id DESC LIMIT 1" = MET
get /trainees/{q}/records/leave
send /trainees/{q}/records/leave kind=truancy phase=bt from=113/09/05 until=113/09/05 hours=8 course_hours=120
status 303
rows "SELECT result FROM decision WHERE admission = {q} AND rule = 'absence-limits' AND reasons LIKE '%無基礎訓練%' ORDER BY id DESC LIMIT 1" = NOT_IN_PLAN
get /trainees/{s}/records/leave
send /trainees/{s}/records/leave kind=funeral phase=bt from=113/08/07 until=113/08/09 hours=24 course_hours=117
status 303
rows "SELECT result FROM decision WHERE rule = 'bt-mandatory-stop' AND admission = {s} ORDER BY id DESC LIMIT 1" = MET

# PLAN-096 延長病假: the day after its end is asked whether somebody came back; extended again it moves; not back, a person confirms it
get /trainees/{o}/records/leave
send /trainees/{o}/records/leave kind=long_sick from=113/10/28 until=113/10/31 hours=32
status 303
keep k rows "SELECT max(id) FROM life_record WHERE kind = 'leave' AND admission = {o}"
rows "SELECT due FROM deadline WHERE kind = 'sick-leave-end' AND subject = {o}" = 2024-11-01
get /records/{k}/acts/prolong
send /records/{k}/acts/prolong until=113/10/31 hours=72 document=示人字第3號
status 422
see 再延長之迄日113/10/31應晚於原核准之迄日113/10/31，請更正日期
get /records/{k}/acts/return
send /records/{k}/acts/return day=113/10/01
status 422
see 「銷假日期」（113/10/01）不可早於「起日」（113/10/28），請更正其中一項。
get /records/{k}/acts/prolong
send /records/{k}/acts/prolong until=113/11/05 hours=72 document=示人字第3號
status 303
rows "SELECT due FROM deadline WHERE kind = 'sick-leave-end' AND subject = {o}" = 2024-11-06
rows "SELECT count(*), sum(hours) FROM leave_day WHERE record = {k}" = "9|72"
get /records/{k}/acts/expire
send /records/{k}/acts/expire reason=未能銷假
status 422
see 期滿次日起始得登錄
clock 2024-11-06T09:00
as 323000000A/ag1 november
get /records/{k}/acts/expire
send /records/{k}/acts/expire reason=未能銷假
status 200
see 送出後不能復原
send /records/{k}/acts/expire
status 303
rows "SELECT state FROM deadline WHERE kind = 'sick-leave-end' AND subject = {o}" = met
rows "SELECT result FROM decision WHERE rule = 'revocation' AND admission = {o} ORDER BY id DESC LIMIT 1" = MET
rows "SELECT state FROM deadline WHERE kind = 'revocation-task' AND subject = {o}" = open

# PLAN-097 After the last day the balance is made: nine is a cause, six is not
clock 2024-12-01T09:00
run jobs
rows "SELECT result FROM decision WHERE rule = 'revocation' AND admission = {p} AND reasons LIKE '%一大過%' ORDER BY id DESC LIMIT 1" = MET
rows "SELECT state, ended FROM deadline WHERE kind = 'conduct-balance' ORDER BY subject" = "met|2024-11-30,met|2024-11-30"
rows "SELECT count(*) FROM deadline WHERE kind = 'revocation-task' AND subject = {q}" = 0

# PLAN-073 PLAN-074 PLAN-075 PLAN-076 PLAN-077 PLAN-090 What the plan gives, in its words and with its points; the two plans differ
as 323000000A/ag1 december
get /trainees/{p}
see 權益與規定 輔導與諮商相關網路資源 "假別：曠職" "起日：113/09/03"
get /trainees/{s}
no 輔導與諮商相關網路資源
get /trainees/{s}/resources
status 404
see 本訓練計畫無此規定
get /trainees/{p}/rights
see 委任第三職等本俸一級 全民健康保險 公教人員保險 不得繳付退撫基金費用 第22點第4款 休假日數 原編列之預算 生活管理要點 第22點第5款 比照公務員服務法
get /trainees/{q}/rights
see 得繼續併計其年資給予休假 不適用「不得繳付退撫基金費用」
get /trainees/{s}/rights
see 休假年資 第22點第4款 各用人機關（構）學校編列之預算
no 112年6月30日以前

# PLAN-091 A mentor sees the days of the own trainees alone
as 323000000A/guide1 december
get /attendance
no 王小明

# PLAN-071 e: 4 months allow 2.5 days of 事假 by the law: of 28 hours 8 are over, one day; 40,000 in a month of 30 days
clock 2024-08-01T09:00
person C123456781 張育德 男 113 201 agency=323000000A
keep z rows "SELECT id FROM trainee WHERE national_id = 'C123456781'"
as 323000000A/ag1 once-more
post /trainees/report exam_year=113 tick={z} day=113/08/01 overwrite=no
status 303
clock 2024-09-30T09:00
as 323000000A/ag1 end-of-september
get /trainees/{z}/records/leave
send /trainees/{z}/records/leave kind=personal from=113/09/02 until=113/09/05 hours=28
status 303
get /trainees/{z}/records/allowance
send /trainees/{z}/records/allowance month=113/09/01 base=40000
status 303
follow
see 扣除日數 1 1333 事假超過規定日數 扣除1日，餘0小時

# PLAN-139 Leave beyond the law's days adds as many office days, 延長病假 its days; computed, confirmed by a person, once
clock 2024-07-30T09:00
person D123456780 曾承翰 男 113 201 agency=323000000A
person E223456780 葉子晴 女 113 201 agency=323000000A
keep y rows "SELECT id FROM trainee WHERE national_id = 'D123456780'"
keep w rows "SELECT id FROM trainee WHERE national_id = 'E223456780'"
clock 2024-08-01T09:00
as 323000000A/ag1 last-august
post /trainees/report exam_year=113 tick={y},{w} day=113/08/01 overwrite=no
status 303
clock 2024-11-18T09:00
as 323000000A/ag1 last-november
get /trainees/{y}/records/leave-extension
see 請假未超過規定日數，無須相對延長
get /trainees/{y}/records/leave
send /trainees/{y}/records/leave kind=sick from=113/09/02 until=113/09/18 hours=96
status 303
get /trainees/{y}/records/leave-extension
send /trainees/{y}/records/leave-extension office_days=5
status 200
see 病假12日，規定9日4小時，超過2日4小時 [法規] 應延長上班日3日、日曆日0日 與系統計算不同 送出後不能復原
get /trainees/{y}/records/leave-extension
send /trainees/{y}/records/leave-extension document=示人字第9號
send /trainees/{y}/records/leave-extension
status 303
rows "SELECT end_date FROM training WHERE admission = {y}" = 2024-12-04
rows "SELECT cause, was, became FROM end_ledger l JOIN training t ON t.id = l.training WHERE t.admission = {y} ORDER BY l.id DESC LIMIT 1" = "leave|2024-11-30|2024-12-04"
get /trainees/{y}/records/leave-extension
see 請假未超過規定日數，無須相對延長
get /trainees/{w}/records/leave
send /trainees/{w}/records/leave kind=personal from=113/09/02 until=113/09/04 hours=24
get /trainees/{w}/records/leave-extension
send /trainees/{w}/records/leave-extension document=示人字第10號
send /trainees/{w}/records/leave-extension
status 303
rows "SELECT end_date FROM training WHERE admission = {w}" = 2024-12-02
get /trainees/{w}/records/leave
send /trainees/{w}/records/leave kind=long_sick from=113/10/01 until=113/10/20 hours=160
get /trainees/{w}/records/leave-extension
see "延長日曆日數 20"
send /trainees/{w}/records/leave-extension document=示人字第11號
send /trainees/{w}/records/leave-extension
status 303
rows "SELECT end_date FROM training WHERE admission = {w}" = 2024-12-22
