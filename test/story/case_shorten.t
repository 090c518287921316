-- 縮短實務訓練: earlier service, the application to the agency, its review, the decision of 保訓會 and what it moves.

clock 2023-11-06T09:00
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account A58000000A/csptc csptc_officer name=鄭文彬
exam 112 011 公務人員高等暨普通考試 plan=112-senior-ordinary
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 112 011 agency=323000000A
person A223456781 陳美玲 女 113 201 agency=323000000A
peixun calendar load test/story/calendar-112-115.csv --as A58000000A/csptc
status 0
rows "UPDATE admission SET exam_level = '普通考試' WHERE id = 1 RETURNING id" = 1
rows "UPDATE admission SET exam_level = '三等考試' WHERE id = 2 RETURNING id" = 2

# S-2 PLAN-052 Reporting on 112/11/01 opens the application until 112/12/01
clock 2023-11-01T09:00
as 323000000A/ag1 w2
post /trainees/report exam_year=112 tick=1 v.1=1 day=112/11/01 overwrite=no
status 303
rows "SELECT kind, due FROM deadline WHERE kind IN ('shortening', 'training-end') ORDER BY kind" = "shortening|2023-12-01,training-end|2024-02-29"

# PLAN-024 PLAN-053 Without the post's series the rule says what is missing; 4 months of other series do not count
clock 2023-11-06T09:00
as 323000000A/ag1 w3
get /trainees/1/records
status 200
see 申請與核定 縮短實務訓練申請 曾任公職年資
get /trainees/1/records/shorten
status 200
send /trainees/1/records/shorten filed=112/11/06 channel=agency work=綜合行政業務
status 303
keep short location
follow
see 資料不足 擬任職等 擬任職務之職系
get /trainees/1/records/service
send /trainees/1/records/service agency=臺北市政府 title=書記 from=108/09/01 to=109/01/15 series=財稅行政 grade=3
status 303
keep service location
rows "UPDATE trainee_state SET post_title = '辦事員', post_series = '綜合行政', post_grade_min = 3, post_grade_max = 5, intended_grade = 3, version = version WHERE admission = 1 RETURNING intended_grade" = 3
get {short}
see 系統計算 不予受理 4個月

# PLAN-054 Service without a series: certified work is for 保訓會 to recognise, then it counts
get /trainees/1/records/service
send /trainees/1/records/service agency=臺灣銀行 title=辦事員 from=111/01/03 to=111/05/02 grade=3 certificate=1
status 303
keep bank location
get {short}
see 請人工認定
as A58000000A/csptc w3
get {bank}/acts/recognise
send {bank}/acts/recognise series=綜合行政 document=公訓字第1120000001號 decided=112/11/06
status 303
follow
see 保訓會認定之職系 綜合行政 公訓字第1120000001號
get {short}
see 得辦理

# PLAN-058 The agency's own result is put beside the finding; another one wants a confirmation
as 323000000A/ag1 w3
get {short}/acts/review
send {short}/acts/review meets=no
status 422
see 審核結果與系統計算不同 請核對後勾選確認
send {short}/acts/review meets=yes
status 303
follow
see 機關已審核 機關審核結果
get {short}/acts/forward
send {short}/acts/forward document=示人字第1120001號 sent=112/11/07
status 422
see 不可晚於今日
send {short}/acts/forward document=示人字第1120001號 sent=112/11/06
status 303
follow
see 已函送保訓會

# PLAN-012 The agency does not decide
get {short}/acts/approve
status 403

# PLAN-138 The form and the letter come as one file
get {short}/form
status 200
pdf 縮短實務訓練申請書 王小明 臺北市政府 公務人員保障暨培訓委員會

# S-2 PLAN-059 PLAN-013 PLAN-017 The approval that came on 112/11/20 ends the training on 112/12/31; 試辦 from that day
clock 2023-11-20T09:00
as A58000000A/csptc w4
get {short}/acts/approve
send {short}/acts/approve document=公訓字第1120009999號 decided=112/11/17 served=112/11/20
status 200
see 確認
send {short}/acts/approve
status 303
follow
see 縮短實務訓練 核准函文到日 112/11/20
no 核定結果與系統計算不同
rows "SELECT state FROM trainee_state WHERE admission = 1" = in_training
rows "SELECT end_date, shortened, shortening_arrived FROM training WHERE admission = 1" = "2023-12-31|1|2023-11-20"
rows "SELECT cause, was, became, document FROM end_ledger WHERE cause = 'shortened'" = "shortened|2024-02-29|2023-12-31|公訓字第1120009999號"
rows "SELECT kind, due FROM deadline WHERE kind = 'training-end'" = "training-end|2023-12-31"
as 323000000A/ag1 w4
get /trainees/1
see 112/12/31 試辦
get /
see 經保訓會核准縮短實務訓練

# PLAN-059 It is not offered twice
get /trainees/1/records/shorten
see 已核准縮短實務訓練
post /trainees/1/records/shorten filed=112/11/20 channel=agency
status 422
see 已核准縮短實務訓練

# PLAN-015 A withdrawn approval leads back to 4 months
as A58000000A/csptc w4
get {short}/acts/revoke
send {short}/acts/revoke document=公訓字第1120010000號 decided=112/11/20 served=112/11/20 reason=審定函有誤
send {short}/acts/revoke
status 303
rows "SELECT end_date, shortened FROM training WHERE admission = 1" = "2024-02-29|0"

# PLAN-052 Handed in after the last day, or past the agency: told so, taken all the same for 保訓會 to decide
clock 2024-08-01T09:00
as 323000000A/ag1 w5
post /trainees/report exam_year=113 tick=2 v.2=1 day=113/08/01 overwrite=no
status 303
rows "SELECT due FROM deadline WHERE kind = 'shortening' AND subject = 2" = 2024-09-02
rows "UPDATE trainee_state SET post_series = '綜合行政', intended_grade = 6 WHERE admission = 2 RETURNING intended_grade" = 6
clock 2024-09-20T09:00
as 323000000A/ag1 w6
get /trainees/2/records/service
send /trainees/2/records/service agency=新北市政府 title=辦事員 from=112/01/01 to=112/12/31 series=綜合行政 grade=4
get /trainees/2/records/shorten
send /trainees/2/records/shorten filed=113/09/03 channel=agency
status 303
keep late location
follow
see 不予受理 113年9月2日
rows "SELECT state, ended FROM deadline WHERE kind = 'shortening' AND subject = 2" = met|2024-09-03
get {late}/acts/edit
send {late}/acts/edit filed=113/09/02 channel=direct reason=更正
status 303
follow
see 與規定程序不合

# PLAN-011 PLAN-052 What counts is the day the agency got it, not the day it went on
get {late}/acts/edit
send {late}/acts/edit filed=113/09/02 channel=agency reason=更正
follow
no 逾期
see 113年9月2日

# PLAN-055 三等, intended 6, held 委任4: no condition holds, 不符合; the agency may send it all the same, marked
see 不予受理
get {late}/acts/review
send {late}/acts/review meets=yes confirmed=1
status 303
follow
see 核定結果與系統計算不同

# PLAN-055 Intended 委任5 and held 委任4 is enough
rows "UPDATE trainee_state SET intended_grade = 5 WHERE admission = 2 RETURNING intended_grade" = 5
get {late}
see 得辦理
