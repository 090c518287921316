-- Days that pass: status days, rights that lapse, and what somebody else must do once a day was missed.

clock 2023-11-01T09:00
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account A58000000A/csptc csptc_officer name=鄭文彬
account A58000000A/nacs nacs_officer name=蘇文達
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
exam 112 011 公務人員高等暨普通考試 plan=112-senior-ordinary
person A123456789 王小明 男 113 201
person A223456781 陳美玲 女 113 201
person B123456780 林志強 男 113 201 agency=323000000A
person F123456784 李大同 男 112 011 agency=323000000A
person C123456781 趙一平 男 113 201 agency=323000000A
peixun calendar load test/story/calendar-112-115.csv --as A58000000A/csptc
status 0
run jobs

# D-25 PLAN-103 PLAN-105 c PLAN-124 a Basic training failed and nothing asked for: the task of 保訓會 on the day after
as 323000000A/ag1 w10
post /trainees/report exam_year=112 tick=4 v.4=1 day=112/11/01 overwrite=no
status 303
clock 2024-03-05T09:00
as A58000000A/nacs w10
get /trainees/4/records/bt-result
send /trainees/4/records/bt-result mode=in_person result=failed score=55 noticed=113/03/04 served=113/03/05 document=國訓字第1130000001號
status 303
rows "SELECT due FROM deadline WHERE kind = 'self-funded'" = 2024-04-08
clock 2024-04-09T09:00
run jobs
rows "SELECT due, state FROM deadline WHERE kind = 'ex-officio'" = 2024-04-09|open
as A58000000A/csptc w10
get /deadlines
see 依職權廢止受訓資格（未申請重新訓練） 李大同 第45條第2項

# D-25 PLAN-103 A postmark in time comes to light: the task is gone
as 323000000A/ag1 w11
get /trainees/4/records/bt-self-funded
send /trainees/4/records/bt-self-funded noticed=113/03/04 served=113/03/05 filed=113/04/08
status 303
rows "SELECT state FROM deadline WHERE kind = 'ex-officio'" = cancelled

# D-01 PLAN-010 PLAN-034 The last day to ask for retention is 14 days before the results are published; it follows when these move
clock 2024-06-20T09:00
as A58000000A/csptc w1
get /allocations/1
send /allocations/1 published=113/06/14 result_published=113/07/19 reason=榜示
status 303
rows "SELECT kind, due, state FROM deadline WHERE subject = 1" = retain-close|2024-07-05|open
get /deadlines
see 申請保留受訓資格（截止） 王小明 113/07/05 第8點
get /allocations/1
send /allocations/1 result_published=113/07/26 reason=公告延後
status 303
rows "SELECT due FROM deadline WHERE subject = 1" = 2024-07-12
get /allocations/2
send /allocations/2 published=113/06/14 result_published=113/07/19 reason=榜示
status 303

# D-01 增額 have no such right
get /allocations/2
send /allocations/2 supplementary=1 reason=更正
status 303
rows "SELECT state FROM deadline WHERE subject = 2" = cancelled
get /allocations/2
send /allocations/2 supplementary= reason=更正
status 303

# D-01 Asked for: met.  Not asked for: lapsed the day after
clock 2024-07-05T09:00
as A58000000A/csptc w2
get /trainees/1/records/retain
send /trainees/1/records/retain cause=doctor years=3 channel=online notice_only=1
keep doctor location
get {doctor}/acts/file
send {doctor}/acts/file
send {doctor}/acts/file
status 303
rows "SELECT state, ended FROM deadline WHERE subject = 1 AND kind = 'retain-close'" = met|2024-07-05
clock 2024-07-06T09:00
run jobs
rows "SELECT state, reason FROM deadline WHERE subject = 2 AND kind = 'retain-close' AND reason LIKE '期限%'" = cancelled|期限屆滿，未提出

# D-06 PLAN-037 The card is to come by a day that 保訓會 sets
as A58000000A/csptc w3
get {doctor}/acts/approve
send {doctor}/acts/approve document=公訓字第1130001115號 decided=113/07/05 served=113/07/05 years=1 card_by=113/09/30
send {doctor}/acts/approve
status 303

# D-07 PLAN-021 b Not reported by the limit: the day after the agency has to act; a later limit takes that back
clock 2024-07-20T09:00
as 323000000A/ag1 w6
get /allocations/3
send /allocations/3 report_by=113/08/01 document=總處培字第1130000001號
status 303
clock 2024-08-02T09:00
run jobs
rows "SELECT kind, due, state FROM deadline WHERE subject = 3 ORDER BY kind" = report|2024-08-01|open,report-missed|2024-08-02|open
as 323000000A/ag1 w7
get /deadlines
see 未報到處理 林志強 喪失考試錄取資格
get /allocations/3
send /allocations/3 report_by=113/08/15 document=示人字第1130000001號
status 303
rows "SELECT kind, due, state FROM deadline WHERE subject = 3 ORDER BY kind" = report|2024-08-15|open,report-missed|2024-08-02|cancelled
clock 2024-08-16T09:00
run jobs
as 323000000A/ag1 w8
post /trainees/report exam_year=113 tick=3 v.3=1 day=113/08/16 overwrite=no
status 303
rows "SELECT state FROM deadline WHERE kind = 'report-missed' ORDER BY id" = cancelled,met

# PLAN-127 b, c A death ends what is to be done about a revocation; the report on what happened is due all the same
clock 2024-09-02T09:00
as 323000000A/ag1 w14
post /trainees/report exam_year=113 tick=5 v.5=1 day=113/09/02 overwrite=no
status 303
clock 2024-09-06T09:00
as 323000000A/ag1 w15
get /trainees/5/records/leave
send /trainees/5/records/leave kind=absence from=113/09/04 until=113/09/06 hours=24
status 303
rows "SELECT state FROM deadline WHERE kind = 'revocation-task' AND subject = 5" = open
get /trainees/5/records/anomaly
send /trainees/5/records/anomaly cause=death happened=113/09/06 known=113/09/06 summary=亡故
status 303
rows "SELECT state FROM trainee_state WHERE admission = 5" = deceased
rows "SELECT state, reason FROM deadline WHERE kind = 'revocation-task' AND subject = 5" = cancelled|亡故
rows "SELECT kind FROM deadline WHERE subject = 5 AND subject_kind = 'trainee' AND state = 'open'" = bereavement
rows "SELECT count(*) FROM deadline WHERE kind = 'anomaly-report' AND state = 'open'" = 2

# D-06 PLAN-037 c The student card does not come by its day: 保訓會 has the task to end the retention
clock 2024-10-01T09:00
run jobs
as A58000000A/csptc w4
get /deadlines
see 廢止保留受訓資格（未補送學生證） 王小明 113/10/01
get {doctor}/acts/card
send {doctor}/acts/card
status 303
rows "SELECT state FROM deadline WHERE kind = 'retain-cancel'" = cancelled
run jobs
rows "SELECT count(*) FROM deadline WHERE kind = 'retain-cancel'" = 1

# D-32 PLAN-107 The period over, the mentor has to rate from the next day on: on the list, and met by the rating
clock 2024-12-16T09:00
run jobs
rows "SELECT event_day, due, state FROM deadline WHERE kind = 'rating' AND subject = 3" = 2024-12-15|2024-12-16|open
as 323000000A/ag1 w9
get /deadlines
see 實務訓練成績考核（輔導員評擬） 林志強

# D-41 PLAN-125 The papers of who left: a reminder of seven days
get /trainees/3/records/withdraw
send /trainees/3/records/withdraw cause=family declared=113/12/16 left=113/12/16
status 303
rows "SELECT due FROM deadline WHERE kind = 'withdraw-send'" = 2024-12-23

# D-03 D-04 PLAN-044 a The retention is over: met by passing; three months later the loss is a task of 保訓會, begun once
clock 2025-07-06T09:00
run jobs
rows "SELECT kind, due, state FROM deadline WHERE subject = 1 AND kind IN ('retain-end', 'makeup') ORDER BY kind" = makeup|2025-10-07|open,retain-end|2025-07-05|met
clock 2025-10-08T09:00
run jobs
clock 2025-10-09T09:00
run jobs
rows "SELECT due, state FROM deadline WHERE kind = 'forfeit-task'" = 2025-10-08|open
as A58000000A/csptc w5
get /deadlines
see 認定喪失考試錄取資格 王小明
get /trainees/1/records/forfeit
send /trainees/1/records/forfeit why=not_asked document=公訓字第1140003333號 decided=114/10/09
send /trainees/1/records/forfeit
status 303
rows "SELECT state, ended FROM deadline WHERE kind = 'forfeit-task'" = met|2025-10-09
