-- 停止訓練 at both ends: before reporting, and approved when the period is over already.

clock 2024-08-01T09:00
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account A58000000A/csptc csptc_officer name=鄭文彬
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 113 201 agency=323000000A
person F123456784 李大同 男 113 201 agency=323000000A
peixun calendar load test/story/calendar-112-115.csv --as A58000000A/csptc
status 0
as 323000000A/ag1
post /trainees/report exam_year=113 tick=2 v.2=1 day=113/08/01 overwrite=no
status 303

# PLAN-062 PLAN-064 After 分配訓練 and before reporting: the stop is approved for the whole training, and the limit to report ends
clock 2024-08-01T09:00
as 323000000A/ag1 w13
get /allocations/1
send /allocations/1 report_by=113/08/15 document=總處培字第1130000001號
status 303
get /trainees/1/records/stop-service
send /trainees/1/records/stop-service cause=substitute event=113/08/01
status 303
keep early location
get {early}/acts/file
send {early}/acts/file filed=113/08/01

# PLAN-136 A form that asks for the day of an act proposes today; no number is proposed, and what is left out of a submission stays out
json post {early}/acts/forward {"document":"示人字第1130108號"}
status 422
json issues.0.field = sent
get {early}/acts/forward
raw "value=\"113/08/01\""
no-raw 示人字第
send {early}/acts/forward document=示人字第1130108號
status 303
rows "SELECT answers FROM life_step WHERE act = 'forward'" = "{\"document\":\"示人字第1130108號\",\"sent\":\"2024-08-01\"}"
clock 2024-08-05T09:00
as A58000000A/csptc w13
get {early}/acts/approve
send {early}/acts/approve document=公訓字第1130008888號 decided=113/08/05 served=113/08/05 scope=all from=113/08/01
send {early}/acts/approve
status 303
rows "SELECT state FROM trainee_state WHERE admission = 1" = stopped
rows "SELECT state, reason FROM deadline WHERE kind = 'report' AND subject = 1" = cancelled|停止訓練

# PLAN-065 PLAN-066 PLAN-004 The service over, 重新訓練 begins at that agency under the plan of its year: the first attempt, of the full period
clock 2025-03-03T09:00
as 323000000A/ag1 w14
get {early}/acts/end
send {early}/acts/end ended=114/02/20
get /trainees/1/records/retrain
send /trainees/1/records/retrain ended=114/02/20 filed=114/02/25
status 303
keep late location
as A58000000A/csptc w14
get {late}/acts/approve
send {late}/acts/approve document=公訓字第1140001111號 decided=114/03/03 served=114/03/03
send {late}/acts/approve
status 303
as 323000000A/ag1 w14
get {late}/acts/restart
send {late}/acts/restart day=114/03/03
send {late}/acts/restart
status 303
rows "SELECT attempt, kind, report_date, end_date FROM training WHERE admission = 1" = 1|retrain|2025-03-03|2025-07-02
rows "SELECT state FROM trainee_state WHERE admission = 1" = in_training
rows "SELECT report_date FROM admission WHERE id = 1" = 2025-03-03

# PLAN-062 The approval comes when the period is over: a stop from a day within it counts, one from a later day is none
clock 2024-11-25T09:00
as 323000000A/ag1 w15
get /trainees/2/records/stop-service
send /trainees/2/records/stop-service cause=military event=113/11/25
keep slow location
get {slow}/acts/file
send {slow}/acts/file filed=113/11/25
get {slow}/acts/forward
send {slow}/acts/forward document=示人字第1130109號 sent=113/11/25
clock 2024-12-04T23:00
run jobs
clock 2024-12-05T09:00
run jobs
rows "SELECT state FROM trainee_state WHERE admission = 2" = period_ended
as A58000000A/csptc w15
get {slow}/acts/approve
send {slow}/acts/approve document=公訓字第1130009999號 decided=113/12/05 served=113/12/05 scope=all from=113/12/01
send {slow}/acts/approve
status 422
see 受訓人員目前為「訓練期滿」，無法登錄「停止訓練」
get {slow}/acts/approve
send {slow}/acts/approve document=公訓字第1130009999號 decided=113/12/05 served=113/12/05 scope=all from=113/11/25
send {slow}/acts/approve
status 303
rows "SELECT state FROM trainee_state WHERE admission = 2" = stopped
