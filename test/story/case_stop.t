-- 停止訓練 of four sorts, and 重新訓練 after it.

clock 2023-11-01T09:00
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account A58000000A/csptc csptc_officer name=鄭文彬
account A58000000A/nacs nacs_officer name=蘇文達
exam 112 011 公務人員高等暨普通考試 plan=112-senior-ordinary
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 112 011 agency=323000000A
person A223456781 陳美玲 女 112 011 agency=323000000A
person B123456780 林志強 男 113 201 agency=323000000A
person F123456784 李大同 男 113 201 agency=323000000A
peixun calendar load test/story/calendar-112-115.csv --as A58000000A/csptc
status 0
as 323000000A/ag1
post /trainees/report exam_year=112 tick=1 v.1=1 tick=2 v.2=1 day=112/11/01 overwrite=no
status 303

# S-6 PLAN-062 替代役 from 112/12/04: to be asked for by 112/12/19
clock 2023-12-04T09:00
as 323000000A/ag1 w2
get /trainees/1/records
see 停止訓練（服役、公假） 應予停止訓練
get /trainees/1/records/stop-service
send /trainees/1/records/stop-service cause=substitute event=112/12/04
status 303
keep stop location
follow
see 待申請 替代役 得辦理 112年12月19日
rows "SELECT kind, due FROM deadline WHERE kind = 'stop-service'" = stop-service|2023-12-19
get {stop}/acts/file
send {stop}/acts/file filed=112/12/04
status 303
rows "SELECT state FROM deadline WHERE kind = 'stop-service'" = met
get {stop}/acts/forward
send {stop}/acts/forward document=示人字第1120100號 sent=112/12/04
status 303

# PLAN-138 The letter to 保訓會
get {stop}/form
status 200
pdf 公務人員保障暨培訓委員會 替代役 王小明 停止訓練

# S-6 PLAN-064 Approved for the whole training: everything that runs ends
clock 2023-12-08T09:00
as A58000000A/csptc w3
get {stop}/acts/approve
send {stop}/acts/approve document=公訓字第1120011111號 decided=112/12/07 served=112/12/08 scope=bt_only from=112/12/04
status 422
see 服役或公假之停止訓練為停止全部訓練
send {stop}/acts/approve document=公訓字第1120011111號 decided=112/12/07 served=112/12/08 scope=all from=112/12/04
send {stop}/acts/approve
status 303
follow
see 停止訓練 停止全部訓練 112/12/04
rows "SELECT state FROM trainee_state WHERE admission = 1" = stopped
rows "SELECT count(*) FROM deadline WHERE subject = 1 AND state = 'open' AND kind IN ('training-end', 'shortening', 'internship-end')" = 0

# S-6 PLAN-065 The service ends on 113/04/01: 重新訓練 by 113/04/16
clock 2024-04-01T09:00
as 323000000A/ag1 w4
get {stop}/acts/end
send {stop}/acts/end ended=113/04/01 document=退伍令
status 303
follow
see 原因消滅 113/04/01
rows "SELECT due FROM deadline WHERE kind = 'retrain' AND state = 'open'" = 2024-04-16

# S-6 PLAN-067 Nothing filed by then: 保訓會 revokes
clock 2024-04-17T09:00
as A58000000A/csptc w5
get {stop}
see 未申請重新訓練 應由保訓會廢止受訓資格 符合

# S-6 PLAN-065 PLAN-066 Filed on the last day: approved, and 113/05/02 begins four months anew
clock 2024-04-16T09:00
as 323000000A/ag1 w6
get /trainees/1/records/retrain
see 重新訓練申請
send /trainees/1/records/retrain ended=113/04/01 filed=113/04/16
status 303
keep again location
follow
see 得辦理 113年4月16日
no 廢止受訓資格
rows "SELECT state FROM trainee_state WHERE admission = 1" = retrain_requested
rows "SELECT state FROM deadline WHERE kind = 'retrain'" = met
get {stop}
no 應由保訓會廢止受訓資格
clock 2024-04-25T09:00
as A58000000A/csptc w7
get {again}/acts/approve
send {again}/acts/approve document=公訓字第1130005555號 decided=113/04/24 served=113/04/25
send {again}/acts/approve
status 303
clock 2024-05-02T09:00
as 323000000A/ag1 w8
get {again}/acts/restart
send {again}/acts/restart day=113/05/02 other_agency=另一機關
send {again}/acts/restart
status 303
follow
see 已重新訓練 113/05/02
rows "SELECT attempt, kind, report_date, end_date FROM training WHERE admission = 1 ORDER BY attempt" = 1|first|2023-11-01|2024-02-29,2|retrain|2024-05-02|2024-09-01
rows "SELECT state FROM trainee_state WHERE admission = 1" = in_training
rows "SELECT due FROM deadline WHERE kind = 'training-end' AND state = 'open' AND subject = 1" = 2024-09-01
rows "SELECT rule, result FROM decision WHERE rule = 'retrain-agency'" = retrain-agency|REVIEW

# PLAN-063 緩刑 and 易科罰金 stop nothing; 羈押 does, and is due the day it is known
clock 2023-12-20T09:00
as 323000000A/ag1 w9
get /trainees/2/records/stop-custody
send /trainees/2/records/stop-custody cause=suspended event=112/12/18 known=112/12/20
status 303
keep custody location
follow
see 不符合 宣告緩刑者，不在應予停止訓練之列
get {custody}/acts/edit
send {custody}/acts/edit cause=fine event=112/12/18 known=112/12/20
follow
see 不符合 易科罰金
get {custody}/acts/edit
send {custody}/acts/edit cause=custody event=112/12/18 known=112/12/20
follow
see 符合 第20點第1款第12目 應予停止訓練
rows "SELECT due FROM deadline WHERE kind = 'stop-custody' AND state = 'open'" = 2023-12-20
rows "SELECT count(*) FROM audit WHERE action = 'life.stop-custody.read' AND subject = 2" = 3
as A58000000A/nacs w9
get {custody}
status 403
as 323000000A/ag1 w9
get {custody}/acts/forward
send {custody}/acts/forward document=示人字第1120102號 sent=112/12/20
as A58000000A/csptc w9
get {custody}/acts/approve
send {custody}/acts/approve document=公訓字第1120012222號 decided=112/12/20 served=112/12/20 scope=all from=112/12/18
send {custody}/acts/approve
status 303
rows "SELECT state FROM trainee_state WHERE admission = 2" = stopped

# PLAN-060 Outside basic training it is not offered, and the remedy is named
clock 2024-08-01T09:00
as 323000000A/ag1 w10
post /trainees/report exam_year=113 tick=3 v.3=1 tick=4 v.4=1 day=113/08/01 overwrite=no
status 303
get /trainees/3/records
see 非基礎訓練期間
post /trainees/3/records/stop-bt cause=funeral event=113/08/01
status 422
see 非基礎訓練期間

# PLAN-026 In class: enrolled by the agency, called and begun by 文官學院
get /trainees/3/records/bt-enrol
send /trainees/3/records/bt-enrol enrolled=113/08/01
status 303
keep enrol location
as A58000000A/nacs w10
get {enrol}/acts/call
send {enrol}/acts/call name=第1期 start=113/08/05 end=113/08/30 place=國家文官學院
status 303
get {enrol}/acts/start
send {enrol}/acts/start
status 303
rows "SELECT bt_state FROM trainee_state WHERE admission = 3" = running

# PLAN-060 The event of 113/08/12: 113/08/19 is the last day; filed on 08/20 it is late, and 保訓會 decides
clock 2024-08-20T09:00
as 323000000A/ag1 w11
get /trainees/3/records/stop-bt
send /trainees/3/records/stop-bt cause=funeral event=113/08/12 mode=in_person
status 303
keep bt location
rows "SELECT due FROM deadline WHERE kind = 'stop-bt'" = 2024-08-19
get {bt}/acts/file
send {bt}/acts/file filed=113/08/20
status 303
follow
see 逾期，由保訓會決定 113年8月19日

# PLAN-060 The rule speaks of 實體課程: on line there is no such stop
get /trainees/3/records/stop-bt
send /trainees/3/records/stop-bt cause=funeral event=113/08/12 mode=online
status 422
see 線上學習基礎訓練無此規定

# PLAN-064 PLAN-067 Basic training alone is stopped; practical training goes on; not asking for 重新訓練 revokes nobody of 身障
get {bt}/acts/forward
send {bt}/acts/forward document=示人字第1130103號 sent=113/08/20
as A58000000A/csptc w11
get {bt}/acts/approve
send {bt}/acts/approve document=公訓字第1130007777號 decided=113/08/20 served=113/08/20 scope=bt_only from=113/08/12
send {bt}/acts/approve
status 303
follow
see 核定結果與系統計算不同
rows "SELECT state, bt_state FROM trainee_state WHERE admission = 3" = in_training|stopped
rows "SELECT count(*) FROM deadline WHERE subject = 3 AND state = 'open' AND kind = 'training-end'" = 1

# PLAN-065 d Nobody knows when the cause ends: somebody is asked to find out, until it is recorded
rows "SELECT due, state FROM deadline WHERE subject = 3 AND kind = 'stop-ask'" = 2024-09-12|open
get {bt}/acts/end
send {bt}/acts/end ended=113/08/20
status 303
rows "SELECT state FROM deadline WHERE subject = 3 AND kind = 'stop-ask'" = met
rows "SELECT kind, due FROM deadline WHERE subject = 3 AND state = 'open' AND kind LIKE 'retrain%'" = retrain-bt|2024-09-04
clock 2024-09-10T09:00
as A58000000A/csptc w12
get {bt}
see 未申請重新訓練不廢止受訓資格 不符合

# PLAN-067 b The class was left: another is offered
as 323000000A/ag1 w12
get {enrol}
see 未完成 核准停止基礎訓練
get /trainees/3/records/bt-enrol
no 已報名實體課程基礎訓練。
send /trainees/3/records/bt-enrol enrolled=113/09/10
status 303
rows "SELECT bt_state FROM trainee_state WHERE admission = 3" = enrolled

# PLAN-061 25 of 120 hours is over 20%; 24 is not
as 323000000A/ag1 w12
get /trainees/4/records/bt-enrol
send /trainees/4/records/bt-enrol enrolled=113/09/01
keep enrol4 location
as A58000000A/nacs w12
get {enrol4}/acts/call
send {enrol4}/acts/call name=第2期 start=113/09/02 end=113/09/27 place=國家文官學院
get {enrol4}/acts/start
send {enrol4}/acts/start
get /trainees/4/records/stop-absent
send /trainees/4/records/stop-absent absent_hours=24 course_hours=120 event=113/09/10
status 303
keep absent location
follow
see 不符合 20.00%
get {absent}/acts/edit
send {absent}/acts/edit absent_hours=25 course_hours=120 event=113/09/10
follow
see 符合 20.83% 應予停止基礎訓練 個人身心障礙因素
