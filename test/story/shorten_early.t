-- 縮短實務訓練 approved before the day of reporting: the last day, the stages and what is asked for follow from that day.

clock 2024-07-22T09:00
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account A58000000A/csptc csptc_officer name=鄭文彬
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 113 201 agency=323000000A
person A223456781 陳美玲 女 113 201 agency=323000000A
peixun calendar load test/story/calendar-112-115.csv --as A58000000A/csptc
status 0

# PLAN-052 PLAN-024 Filed after the allocation and before reporting: judged by the limit to report
as 323000000A/ag1
get /allocations/1
send /allocations/1 report_by=113/08/01 document=總處培字第1130000001號 post_title=科員 post_series=綜合行政 post_grade_min=3 post_grade_max=5 intended_grade=5
status 303
get /trainees/1/records/service
send /trainees/1/records/service agency=臺北市政府 title=辦事員 from=112/01/03 to=112/12/31 series=綜合行政 grade=4
status 303
get /trainees/1/records/shorten
send /trainees/1/records/shorten filed=113/07/22 channel=agency work=綜合行政業務
status 303
keep short location
follow
see 已提出 得辦理
get /trainees/1/records
see 縮短實務訓練申請尚在處理中。
get {short}/acts/review
send {short}/acts/review meets=yes
get {short}/acts/forward
send {short}/acts/forward document=示人字第1130001號 sent=113/07/22
status 303

# PLAN-017 a Approved and arrived on 113/07/29: nothing has begun yet
clock 2024-07-29T09:00
as A58000000A/csptc w2
get {short}/acts/approve
send {short}/acts/approve document=公訓字第1130007777號 decided=113/07/26 served=113/07/29
send {short}/acts/approve
status 303
rows "SELECT count(*) FROM training WHERE admission = 1" = 0
as 323000000A/ag1 w2
get /
see 經保訓會核准縮短實務訓練 自報到之日起算
get /trainees/1/records
see 已核准縮短實務訓練。

# PLAN-017 a PLAN-013 Reported on 113/08/01: two months from that day, 試辦 from that day, both rows in the ledger
clock 2024-08-01T09:00
as 323000000A/ag1 w3
post /trainees/report exam_year=113 tick=1 v.1=1 day=113/08/01 overwrite=no
status 303
rows "SELECT end_date, shortened, shortening_arrived FROM training WHERE admission = 1" = 2024-09-30|1|2024-07-29
rows "SELECT cause, became, document FROM end_ledger ORDER BY id" = initial|2024-11-30|,shortened|2024-09-30|公訓字第1130007777號
rows "SELECT kind, due, state FROM deadline WHERE subject = 1 AND kind IN ('training-end', 'shortening', 'internship-end') ORDER BY kind" = internship-end|2024-08-31|cancelled,shortening|2024-09-02|met,training-end|2024-09-30|open
get /trainees/1
see "試辦階段 113/08/01 至 113/09/30"
no 實習階段

# PLAN-022 PLAN-015 The day corrected: the end follows, still of two months
post /trainees/report exam_year=113 tick=1 v.1=2 day=113/07/31 overwrite=yes confirm=1
status 303
rows "SELECT end_date, shortened FROM training WHERE admission = 1" = 2024-09-30|1
rows "SELECT due FROM deadline WHERE subject = 1 AND kind = 'training-end'" = 2024-09-30

# PLAN-013 d An approval that arrives after the shortened end: the end is counted from reporting all the same, and the page says so
as 323000000A/ag1 w4
get /allocations/2
send /allocations/2 post_title=科員 post_series=綜合行政 post_grade_min=3 post_grade_max=5 intended_grade=5
post /trainees/report exam_year=113 tick=2 v.2=1 day=113/08/01 overwrite=no
status 303
get /trainees/2/records/shorten
send /trainees/2/records/shorten filed=113/08/01 channel=agency work=綜合行政業務
keep slow location
get {slow}/acts/review
send {slow}/acts/review meets=yes confirmed=1
get {slow}/acts/forward
send {slow}/acts/forward document=示人字第1130002號 sent=113/08/01
clock 2024-10-07T09:00
as A58000000A/csptc w4
get {slow}/acts/approve
send {slow}/acts/approve document=公訓字第1130009999號 decided=113/10/04 served=113/10/07
see 核准日晚於縮短後期滿日 113年9月30日
send {slow}/acts/approve
status 303
rows "SELECT end_date FROM training WHERE admission = 2" = 2024-09-30
