-- 保留受訓資格, 補訓 and 喪失考試錄取資格: the application, its window, evidence, decision, the end of the cause.

clock 2024-07-05T09:00
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account A58000000A/csptc csptc_officer name=鄭文彬
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
exam 103 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
exam 112 011 公務人員高等暨普通考試 plan=112-senior-ordinary
person A123456789 王小明 男 113 201
person A223456781 陳美玲 女 113 201
person B123456780 林志強 男 113 201
person F123456784 李大同 男 113 201
person C123456781 趙一平 男 103 201
person S200000017 張怡君 女 113 201
person D123456784 周大正 男 103 201 agency=323000000A
peixun calendar load test/story/calendar-112-115.csv --as A58000000A/csptc
status 0
as A58000000A/csptc
get /allocations/1
send /allocations/1 published=113/06/14 result_published=113/07/19 reason=榜示
status 303
get /allocations/2
send /allocations/2 published=113/06/14 result_published=113/07/19 reason=榜示
get /allocations/3
send /allocations/3 published=113/06/14 result_published=113/07/19 reason=榜示
get /allocations/4
send /allocations/4 published=113/06/14 result_published=113/07/19 reason=榜示
get /allocations/6
send /allocations/6 published=113/06/14 result_published=113/07/19 reason=榜示
get /allocations/5
send /allocations/5 published=113/06/14 result_published=113/07/19 reason=榜示

# PLAN-031 PLAN-035 進修碩士 needs the school's proof and the oath; the list says what is missing
get /trainees/1/records
see 保留受訓資格申請
get /trainees/1/records/retain
see 保留受訓資格申請 第8點第1款
send /trainees/1/records/retain cause=master years=2 channel=post posted=113/07/05 address=臺北市文山區試院路 phone=0212345678
status 303
keep study location
follow
see 草稿 進修碩士 得辦理 切結書 學生證 缺

# PLAN-033 More years than the law gives are refused when granted, and told when asked for
get {study}/acts/edit
send {study}/acts/edit cause=master years=3 channel=post posted=113/07/05
status 303
follow
see 不予受理 2年
get {study}/acts/edit
send {study}/acts/edit cause=master years=2 channel=post posted=113/07/05
status 303

# S-5 PLAN-034 PLAN-011 The postmark of 113/07/05 is in time for the results of 113/07/19
get {study}/acts/file
send {study}/acts/file
status 200
see 送出後不能復原 得辦理
send {study}/acts/file
status 303
follow
see 已送出 113/07/05 得辦理 尚缺證明文件
no 逾期
# PLAN-034 P-049 The window cites the applicant's own plan, not another's
get {study}
see "113年公務人員特種考試身心障礙人員考試錄取人員訓練計畫第8點第1款、第8點第3款"
no 112年公務人員高等暨普通考試錄取人員訓練計畫
rows "SELECT state FROM trainee_state WHERE admission = 1" = retain_requested

# PLAN-136 What was sent is not changed; it is sent back for papers with a reason, and its day stays
get {study}/acts/edit
status 409
get {study}/acts/return
send {study}/acts/return
status 422
see 請填寫理由
send {study}/acts/return reason=缺切結書
status 303
follow
see 補件中 缺切結書
clock 2024-07-09T09:00
as A58000000A/csptc w2
post {study}/acts/supply version=1
status 409
see "資料已由 鄭文彬 於 113/07/05"
get {study}/form
save form.pdf
post {study}/files version=1 slot=other file=@form.pdf
status 409
see "資料已由 鄭文彬 於 113/07/05"
get {study}/acts/supply
send {study}/acts/supply
status 303
follow
see 已收件 113/07/05

# PLAN-136 保訓會 finds it among the applications of people whom no agency has yet
get /records?kind=retain
status 200
see 王小明 保留受訓資格申請 尚未分配
as 323000000A/ag1 w2
get /records?kind=retain
no 王小明
get {study}
status 403

# PLAN-012 PLAN-034 Only 保訓會 decides
get {study}/acts/approve
status 403

# S-5 PLAN-033 PLAN-039 Approved for 2 years and served on 113/07/25: kept from 113/07/26 to 115/07/25
clock 2024-07-26T09:00
as A58000000A/csptc w3
get {study}/acts/approve
send {study}/acts/approve document=公訓字第1130001111號 decided=113/07/22 served=113/07/25 years=3
status 422
see 超過規定上限 最長為2年
send {study}/acts/approve document=公訓字第1130001111號 decided=113/07/22 served=113/07/25 years=2
send {study}/acts/approve
status 303
follow
see 已核准 保留期間起 113/07/26 保留期間迄 115/07/25
rows "SELECT state FROM trainee_state WHERE admission = 1" = retained
rows "SELECT kind, due FROM deadline WHERE state = 'open' AND subject = 1 ORDER BY kind" = "makeup|2026-10-27,retain-end|2026-07-25"
get /deadlines?kind=makeup
see 申請補訓或重新訓練 王小明 115/10/27
rows "SELECT rule, result FROM decision WHERE admission = 1 AND rule = 'retention-period'" = "retention-period|OK"

# S-5 PLAN-040 PLAN-043 Graduated on 114/06/20: 補訓 has to be asked for by 114/09/22
clock 2025-07-01T09:00
as A58000000A/csptc w4
get {study}/acts/end
send {study}/acts/end what=graduated day=114/06/20 document=畢業證書
status 303
follow
see 原因消滅 114/06/20 畢業
rows "SELECT due FROM deadline WHERE kind = 'makeup' AND state = 'open' AND subject = 1" = 2025-09-22

# PLAN-042 S-5 Since 104 there is 補訓 alone
get /trainees/1/records/makeup
see 補訓 113年 公訓字第1130001111號
send /trainees/1/records/makeup wanted=retrain cause=master channel=online
status 422
see 重新訓練
send /trainees/1/records/makeup wanted=makeup cause=master channel=online
status 303
keep makeup location
follow
see 草稿 學位證書 缺

# S-5 PLAN-043 PLAN-136 Sent on 114/08/01: in time, and the day of sending counts
clock 2025-08-01T23:50
as A58000000A/csptc w5
get {makeup}/acts/file
send {makeup}/acts/file
send {makeup}/acts/file
status 303
follow
see 已送出 114/08/01 得辦理 114年9月22日
rows "SELECT state FROM trainee_state WHERE admission = 1" = makeup_requested
rows "SELECT state FROM deadline WHERE kind = 'makeup' AND subject = 1" = met

# S-5 PLAN-046 Approved: waits for allocation
get {makeup}/acts/approve
send {makeup}/acts/approve document=公訓字第1140002222號 decided=114/08/01 served=114/08/01
send {makeup}/acts/approve
status 303
rows "SELECT state FROM trainee_state WHERE admission = 1" = wait_allocation

# S-5 PLAN-004 PLAN-012 He reports on 115/01/05 under the newest plan there is, and trains for four months
clock 2026-01-05T09:00
as 323000000A/ag1 w5b
get /trainees/find
send /trainees/find national_id=A123456789 exam_year=113 exam_code=201
status 200
send /trainees/take-over
send /trainees/take-over confirm=yes
status 303
post /trainees/report exam_year=113 tick=1 v.1=3 day=115/01/05 overwrite=no
status 303
rows "SELECT state FROM trainee_state WHERE admission = 1" = in_training
rows "SELECT kind, plan, end_date FROM training WHERE admission = 1" = makeup|113-disabled|2026-05-04
as A58000000A/csptc w5b

# PLAN-138 Both forms, and what is still missing on them
get {makeup}/form
status 200
pdf 正額錄取人員 補訓 王小明 公訓字

# PLAN-046 With it the letter of 保訓會 to those who allocate; the agency that has him by now sees the application alone
pdf "受文者：行政院人事行政總處、銓敘部" "113年公務人員特種考試身心障礙人員考試正額錄取人員王小明申請補訓一案" 請遇缺依序分配訓練 公訓字第1140002222號
as 323000000A/ag1 w5c
get {makeup}/form
status 200
no-pdf 請遇缺依序分配訓練
as A58000000A/csptc w5b
get {study}/form
status 200
pdf 保留受訓資格申請書 進修碩士 王小明

# PLAN-034 Sent one day late on line: taken, found late, refused by a person
clock 2024-07-06T09:00
as A58000000A/csptc w6
get /trainees/2/records/retain
send /trainees/2/records/retain cause=illness years=2 channel=online hospital=clinic
keep late location
get {late}/acts/file
send {late}/acts/file
send {late}/acts/file
status 303
follow
see 逾期 113年7月5日 不予受理

# PLAN-035 A clinic's certificate is none
see 證明文件不符規定 特約診所之證明不予採認
get {late}/acts/refuse
send {late}/acts/refuse document=公訓字第1130001112號 decided=113/07/06 reason=逾期
send {late}/acts/refuse
status 303
follow
see 不准
no 核定結果與系統計算不同
rows "SELECT state FROM trainee_state WHERE admission = 2" = admitted

# PLAN-006 Approved against the finding: taken, and marked
get /trainees/3/records/retain
send /trainees/3/records/retain cause=illness years=1 channel=online hospital=hospital
keep odd location
get {odd}/acts/file
send {odd}/acts/file
send {odd}/acts/file
follow
see 特約醫院證明應載明病名及治療期程或方式
get {odd}/acts/approve
send {odd}/acts/approve document=公訓字第1130001113號 decided=113/07/06 served=113/07/06 years=1
send {odd}/acts/approve
status 303
follow
see 核定結果與系統計算不同 114/07/06
rows "SELECT due FROM deadline WHERE kind = 'makeup' AND state = 'open' AND subject = 3" = 2025-10-07

# PLAN-036 Both answers about the spouse decide; one no is enough; none is missing
get /trainees/4/records/retain
send /trainees/4/records/retain cause=child_care years=3 channel=online child_birth=112/05/20
keep child location
follow
see 資料不足 配偶
get {child}/acts/edit
send {child}/acts/edit cause=child_care years=3 channel=online child_birth=112/05/20 spouse_servant=yes spouse_leave=yes
follow
see 不予受理 育嬰留職停薪
get {child}/acts/edit
send {child}/acts/edit cause=child_care years=3 channel=online child_birth=110/06/01 spouse_servant=no
follow
see 子女於113年6月1日滿三足歲，申請時已無「養育三足歲以下子女」之原因
get {child}/acts/edit
send {child}/acts/edit cause=child_care years=3 channel=online child_birth=112/05/20 spouse_servant=yes spouse_leave=no
follow
see 新式戶口名簿 附件1-2
no 滿三足歲，申請時已無
no 資料不足 配偶為公務人員且依法已申請

# PLAN-040 The child's third birthday is the day the cause ends
get {child}/acts/file
send {child}/acts/file
send {child}/acts/file
get {child}/acts/approve
send {child}/acts/approve document=公訓字第1130001114號 decided=113/07/06 served=113/07/06 years=3
send {child}/acts/approve
status 303
rows "SELECT kind, due FROM deadline WHERE state = 'open' AND subject = 4 ORDER BY kind" = "child-three|2026-05-20,makeup|2026-08-20,retain-end|2027-07-06"

# PLAN-044 PLAN-043 Nothing asked for: the loss is a person's to record, and the finding stands beside it
clock 2025-10-07T09:00
as A58000000A/csptc w7
get /trainees/3/records/forfeit
send /trainees/3/records/forfeit why=not_asked document=公訓字第1140003333號 decided=114/10/07
status 200
see 得辦理
clock 2025-10-08T09:00
as A58000000A/csptc w8
get /trainees/3/records/forfeit
send /trainees/3/records/forfeit why=not_asked document=公訓字第1140003333號 decided=114/10/08
send /trainees/3/records/forfeit
status 303
keep lost location
follow
see 喪失考試錄取資格
no 標示
rows "SELECT state FROM trainee_state WHERE admission = 3" = lost

# PLAN-044 An earlier postmark comes to light: the state is as it was, and 附件2 can be entered
get {lost}/acts/take_back
send {lost}/acts/take_back reason=查有114/09/30郵戳
send {lost}/acts/take_back
status 303
rows "SELECT state FROM trainee_state WHERE admission = 3" = retained
get /trainees/3/records/makeup
send /trainees/3/records/makeup wanted=makeup cause=illness channel=post posted=114/09/30
keep post location
get {post}/acts/file
send {post}/acts/file
send {post}/acts/file
status 303
follow
see 得辦理 114/09/30

# PLAN-031 增額 may not ask
rows "UPDATE admission SET listed = 'supplementary' WHERE id = 2 RETURNING listed" = supplementary
get /trainees/2/records/retain
see 僅正額錄取人員得申請保留受訓資格

# PLAN-032 103年: 進修碩士 under the old law is 3 years
get /trainees/5/records/retain
send /trainees/5/records/retain cause=master years=3 channel=online
status 303
follow
see 舊法 3年 得辦理



# PLAN-037 No student card yet: the letter of admission first, the card by a day that 保訓會 sets
clock 2024-07-05T09:00
as A58000000A/csptc w9
get /trainees/5/records
see 草稿
get /trainees/6/records/retain
send /trainees/6/records/retain cause=doctor years=3 channel=online notice_only=1
status 303
keep doctor location
follow
see 錄取通知單 缺 選附
get {doctor}/acts/file
send {doctor}/acts/file
send {doctor}/acts/file
get {doctor}/acts/approve
send {doctor}/acts/approve document=公訓字第1130001115號 decided=113/07/05 served=113/07/05 years=3 card_by=113/09/30
send {doctor}/acts/approve
status 303
rows "SELECT due FROM deadline WHERE kind = 'retain-card' AND state = 'open'" = 2024-09-30
get {doctor}/acts/card
send {doctor}/acts/card
status 303
rows "SELECT state FROM deadline WHERE kind = 'retain-card'" = met

# PLAN-040 The first end counts: reporting for another examination, then graduation
clock 2025-07-01T09:00
as A58000000A/csptc w10
get {doctor}/acts/end
send {doctor}/acts/end what=graduated day=114/06/20
get {doctor}/acts/end
send {doctor}/acts/end what=other_exam day=114/03/10
status 303
follow
see 114/03/10 復應其他公務人員考試錄取並報到接受訓練
rows "SELECT due FROM deadline WHERE kind = 'makeup' AND state = 'open' AND subject = 6" = 2025-06-10

# PLAN-041 Forged papers found after the approval: 不准, for 保訓會 to end the retention
get {doctor}/acts/forged
send {doctor}/acts/forged document=公訓字第1140001116號 decided=114/07/01 reason=學生證係偽造
send {doctor}/acts/forged
status 303
follow
see 不准 學生證係偽造

# PLAN-038 In training only who was admitted by 103: within 10 days of the event, through the agency
clock 2024-05-06T09:00
as 323000000A/ag1 w11
post /trainees/report exam_year=103 tick=7 v.7=1 day=113/05/06 overwrite=no
status 303
clock 2024-05-17T09:00
as 323000000A/ag1 w12
get /trainees/7/records/retain
send /trainees/7/records/retain cause=illness years=2 channel=agency happened=113/05/06 received=113/05/16 hospital=hospital treatment=1
status 303
keep old location
get {old}/acts/file
send {old}/acts/file
send {old}/acts/file
status 303
follow
see 113年5月16日 得辦理
no 逾期
rows "SELECT state FROM trainee_state WHERE admission = 7" = retain_requested

# PLAN-042 Kept in training: 重新訓練 is what is offered afterwards
as A58000000A/csptc w12
get {old}/acts/approve
send {old}/acts/approve document=公訓字第1130001117號 decided=113/05/17 served=113/05/17 years=2
send {old}/acts/approve
status 303
rows "SELECT state FROM trainee_state WHERE admission = 7" = retained
get /trainees/7/records/makeup
send /trainees/7/records/makeup wanted=makeup cause=illness channel=online
status 422
see 不得申請補訓
send /trainees/7/records/makeup wanted=retrain cause=illness channel=online
status 303
