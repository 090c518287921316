-- 保留受訓資格: the window moves with the day on which the results are published; what was granted is ended.

clock 2024-07-06T09:00
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account A58000000A/csptc csptc_officer name=鄭文彬
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 113 201
person A223456781 陳美玲 女 113 201
person B123456780 林志強 男 113 201
exam 113 011 公務人員高等暨普通考試 plan=112-senior-ordinary
person D123456784 周大正 男 113 201
person D123456784 周大正 男 113 011 agency=323000000A
peixun calendar load test/story/calendar-112-115.csv --as A58000000A/csptc
status 0
as A58000000A/csptc
get /allocations/1
send /allocations/1 published=113/06/14 result_published=113/07/19 reason=榜示
get /allocations/2
send /allocations/2 published=113/06/14 reason=榜示
get /allocations/3
send /allocations/3 published=113/06/14 result_published=113/07/26 reason=榜示

# PLAN-034 Late by a day and refused
get /trainees/1/records/retain
send /trainees/1/records/retain cause=illness years=2 channel=online hospital=hospital treatment=1
keep late location
get {late}/acts/file
send {late}/acts/file
send {late}/acts/file
follow
see 逾期 113年7月5日
get {late}/acts/refuse
send {late}/acts/refuse document=公訓字第1130001112號 decided=113/07/06 reason=逾期
send {late}/acts/refuse
status 303
rows "SELECT count(*) FROM deadline WHERE kind = 'retain-recheck'" = 0

# PLAN-010 c The results are published a week later: the refusal is listed for review, reopened and granted
get /allocations/1
send /allocations/1 result_published=113/07/26 reason=公告延後
status 303
rows "SELECT due, state FROM deadline WHERE kind = 'retain-recheck' AND subject = 1" = 2024-07-06|open
get /deadlines
see 重新審查保留受訓資格申請（公告日變更） 王小明
get {late}
see 113年7月12日
get {late}/acts/reopen
send {late}/acts/reopen reason=分配結果公告日變更
status 303
rows "SELECT state FROM trainee_state WHERE admission = 1" = retain_requested
rows "SELECT state FROM deadline WHERE kind = 'retain-recheck' AND subject = 1" = met
get {late}/acts/approve
send {late}/acts/approve document=公訓字第1130001113號 decided=113/07/06 served=113/07/06 years=2
send {late}/acts/approve
status 303
rows "SELECT state FROM trainee_state WHERE admission = 1" = retained

# PLAN-034 d Filed while the day was not known: checked again once it is; known to be another, the review is no longer asked for
get /trainees/2/records/retain
send /trainees/2/records/retain cause=illness years=2 channel=online hospital=hospital treatment=1
keep open location
get {open}/acts/file
send {open}/acts/file
send {open}/acts/file
status 303
get /allocations/2
send /allocations/2 result_published=113/07/19 reason=公告
rows "SELECT state FROM deadline WHERE kind = 'retain-recheck' AND subject = 2" = open
get /allocations/2
send /allocations/2 result_published=113/07/26 reason=公告延後
rows "SELECT state FROM deadline WHERE kind = 'retain-recheck' AND subject = 2" = cancelled

# PLAN-041 b Forged evidence found after the approval: the retention is over, nothing of it is due, and the person may be allocated
get {late}/acts/forged
send {late}/acts/forged document=公訓字第1130009999號 decided=113/07/06 reason=證明書為偽造
send {late}/acts/forged
status 303
rows "SELECT state FROM trainee_state WHERE admission = 1" = admitted
rows "SELECT count(*) FROM deadline WHERE subject = 1 AND state = 'open' AND kind IN ('makeup', 'retain-end')" = 0
get /trainees/1/records
no 補訓／重新訓練申請
as 323000000A/ag1
get /trainees/find
send /trainees/find national_id=A123456789 exam_year=113 exam_code=201
send /trainees/take-over
send /trainees/take-over confirm=yes
status 303

# PLAN-037 c 廢止保留受訓資格 ends it the same way
as A58000000A/csptc w2
get /trainees/3/records/retain
send /trainees/3/records/retain cause=doctor years=3 channel=online notice_only=1
keep doctor location
get {doctor}/acts/file
send {doctor}/acts/file
send {doctor}/acts/file
get {doctor}/acts/approve
send {doctor}/acts/approve document=公訓字第1130001115號 decided=113/07/06 served=113/07/06 years=3 card_by=113/07/20
send {doctor}/acts/approve
status 303
get {doctor}/acts/cancel
send {doctor}/acts/cancel document=公訓字第1130001116號 decided=113/07/06 reason=未補送學生證
send {doctor}/acts/cancel
status 303
rows "SELECT state FROM trainee_state WHERE admission = 3" = admitted
rows "SELECT count(*) FROM deadline WHERE subject = 3 AND state = 'open' AND kind IN ('makeup', 'retain-end', 'retain-card')" = 0

# PLAN-040 c PLAN-023 Who is retained reports for another examination: the end of the cause is to be recorded, and the three months run from that day
get /allocations/4
send /allocations/4 published=113/06/14 result_published=113/07/26 reason=榜示
get /trainees/4/records/retain
send /trainees/4/records/retain cause=illness years=2 channel=online hospital=hospital treatment=1
keep other location
get {other}/acts/file
send {other}/acts/file
send {other}/acts/file
get {other}/acts/approve
send {other}/acts/approve document=公訓字第1130001117號 decided=113/07/06 served=113/07/06 years=2
send {other}/acts/approve
status 303
clock 2025-03-10T09:00
as 323000000A/ag1 w3
post /trainees/report exam_year=113 tick=5 v.5=1 day=114/03/10 overwrite=no
status 303
rows "SELECT subject, due, state FROM deadline WHERE kind = 'retain-other-exam'" = 4|2025-03-10|open
as A58000000A/csptc w3
get /deadlines
see 登錄保留原因消滅（復應其他考試錄取並報到） 周大正
get {other}/acts/end
send {other}/acts/end what=other_exam day=114/03/10
status 303
rows "SELECT state FROM deadline WHERE kind = 'retain-other-exam'" = met
rows "SELECT due FROM deadline WHERE kind = 'makeup' AND subject = 4 AND state = 'open'" = 2025-06-10
