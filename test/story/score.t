-- 成績考核: one sheet from the guide to the head, with every branch; the commission's four rulings; the last extension.

clock 2024-07-01T09:00
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account 323000000A/guide mentor name=林輔導
account A58000000A/csptc csptc_officer
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 113 201 agency=323000000A
person A223456781 陳美玲 女 113 201 agency=323000000A
person F123456784 李大同 男 113 201 agency=323000000A
person B223456782 林小美 女 113 201 agency=323000000A
keep a rows "SELECT id FROM trainee WHERE national_id = 'A123456789'"
keep b rows "SELECT id FROM trainee WHERE national_id = 'A223456781'"
keep c rows "SELECT id FROM trainee WHERE national_id = 'F123456784'"
keep d rows "SELECT id FROM trainee WHERE national_id = 'B223456782'"
as A58000000A/csptc
get /calendar
send /calendar file=@calendar-112-115.csv
status 303
run jobs
clock 2024-08-01T09:00
as 323000000A/ag1
post /trainees/report exam_year=113 tick={a},{b},{c},{d} day=113/08/01 overwrite=no
status 303

# PLAN-107 On the last day nobody is rated yet, and the page says from when on
clock 2024-11-30T09:00
as 323000000A/ag1 last
get /trainees/{a}/records/rating
see 訓練尚未期滿，不得考核 113年12月1日
post /trainees/{a}/records/rating scorer=林輔導 relation=none character=18 ability=13 life=8 attitude=26 performance=21 signed_on=113/11/30
status 422
rows "SELECT count(*) FROM life_record" = 0

# PLAN-107 PLAN-108 The day after: what the packet lacks is named, and goes on only with a reason
clock 2024-12-02T09:00
run jobs
as 323000000A/ag1 first
rows "SELECT state FROM trainee_state WHERE admission = {a}" = "period_ended"
get /trainees/{a}/records/rating
send /trainees/{a}/records/rating scorer=林輔導 relation=none character=18 ability=13 life=8 attitude=26 performance=21 signed_on=113/12/02
status 422
see 附件不齊 實務訓練計畫表尚未上傳 應有4份，缺4份
raw "value=\"林輔導\""
send /trainees/{a}/records/rating gap_reason=紙本另送
status 303
keep r location
follow
see 待單位主管初核 次別
rows "SELECT state FROM trainee_state WHERE admission = {a}" = "rating"

# PLAN-106 An item beyond its points is refused with the points; so is one that is no number, and what is missing
get {r}/acts/review
send {r}/acts/review scorer=王主管 relation=none character=18 ability=13 life=8 attitude=31 performance=21 signed_on=113/12/03
status 422
see 31 30
send {r}/acts/review attitude=二十
status 422
see 最多 2 位小數的數字：「二十」
send {r}/acts/review attitude=
status 422
see 「學習態度」為必填欄位

# PLAN-140 Who is a relative does not score
send {r}/acts/review attitude=26 relation=marriage
status 422
see 應行迴避 訓練辦法第42條之1

# PLAN-109 PLAN-111 S-1 The unit's head passes 86, the head agrees with 76: passed, without the committee; 請證 within 7 days
clock 2024-12-05T09:00
as 323000000A/ag1 fifth
get {r}/acts/review
send {r}/acts/review scorer=王主管 relation=none character=18 ability=13 life=8 attitude=26 performance=21 signed_on=113/12/04
status 303
follow
see 待首長評定 86.00

# PLAN-108 PLAN-109 What each hand has given stands side by side, on the record and before whoever scores next
get {r}/acts/decide
see 各階段評分 "項目 輔導員 單位主管" "單位主管 品德" "王主管 日期 113/12/" "評分者 林輔導 王主管"
no "項目 輔導員 單位主管 機關首長"
send {r}/acts/decide scorer=陳首長 relation=none character=16 ability=11 life=7 attitude=24 performance=18 signed_on=113/12/05
status 303
follow
see 評定及格 76.00
rows "SELECT state FROM trainee_state WHERE admission = {a}" = "passed"
rows "SELECT kind, due FROM deadline WHERE subject = {a} AND kind = 'certificate-apply' AND state = 'open'" = "certificate-apply|2024-12-12"
# ACMS-019 Who can be applied for is counted at home, and the list behind it has as many
get /
see "1 可請證"
get /deadlines?kind=certificate-apply
see "共 1 項" 王小明
get {r}/form
status 200
pdf 王小明 品德 "86.00" 考績委員會
get {r}/acts/deliberate
status 409

# PLAN-106 PLAN-109 Exactly 60 passes; with one 申誡 it is 59.5 and the committee's: C is proposed from what is on record
as 323000000A/ag1 fifth
get /trainees/{b}/records/conduct
send /trainees/{b}/records/conduct kind=申誡 times=1 day=113/09/10 reason=遲到
status 303
get /trainees/{b}/records/rating
see -0.50 申誡1次
send /trainees/{b}/records/rating scorer=林輔導 relation=none character=20 ability=13 life=7 attitude=20 performance=10 signed_on=113/12/03 gap_reason=無
status 303
keep s location
get {s}/acts/review
send {s}/acts/review scorer=王主管 relation=none character=12 ability=9 life=6 attitude=18 performance=15 signed_on=113/12/04
status 422
see 初核不及格，應填寫評語
send {s}/acts/review comment=未達要求
status 303
follow
see 待考績委員會審議 59.50

# PLAN-110 A committee that did not hear the trainee has no result; an absence that is on record will do
get {s}/acts/deliberate
send {s}/acts/deliberate met=113/12/05 statement=none result=failed
status 422
see 陳述意見之機會
send {s}/acts/deliberate statement=absent
status 422
see 請填寫通知受訓人員陳述意見之日期
send {s}/acts/deliberate invited=113/12/01
status 303
follow
see 待首長評定 不及格
see "項目 輔導員 單位主管 考績委員會" "總分 69.50 59.50" "評分者 林輔導 王主管 不及格"

# PLAN-112 The head differs from a failing first review: back to the committee first, then the head's word holds, with a reason
get {s}/acts/decide
send {s}/acts/decide scorer=陳首長 relation=none character=14 ability=10 life=7 attitude=20 performance=16 signed_on=113/12/05
status 303
follow
see 退回考績委員會復議
get {s}/acts/reconsider
send {s}/acts/reconsider met=113/12/05 invited=113/12/01 statement=spoke result=failed
status 303
get {s}/acts/decide
send {s}/acts/decide scorer=陳首長 relation=none character=14 ability=10 life=7 attitude=20 performance=16 signed_on=113/12/05
status 422
see 應於評語欄註明理由
send {s}/acts/decide comment=表現已改善
status 303
follow
see 評定及格 66.50
rows "SELECT state FROM trainee_state WHERE admission = {b}" = "passed"

# PLAN-111 PLAN-113 After a passing first review a head who fails asks the committee, and may keep the word with a reason: to 保訓會
get /trainees/{c}/records/rating
send /trainees/{c}/records/rating scorer=林輔導 relation=none character=12 ability=9 life=6 attitude=18 performance=15 signed_on=113/12/03 gap_reason=無
status 303
keep t location
get {t}/acts/review
send {t}/acts/review scorer=王主管 relation=none character=12 ability=9 life=6 attitude=18 performance=15 signed_on=113/12/04
status 303
follow
see 待首長評定 60.00
get {t}/acts/decide
send {t}/acts/decide scorer=陳首長 relation=none character=12 ability=9 life=6 attitude=18 performance=10 signed_on=113/12/05
status 303
follow
see 待考績委員會審議
get {t}/acts/deliberate
send {t}/acts/deliberate met=113/12/05 invited=113/12/01 statement=wrote result=passed
status 303
get {t}/acts/decide
send {t}/acts/decide scorer=陳首長 relation=none character=12 ability=9 life=6 attitude=18 performance=10 signed_on=113/12/05
status 422
send {t}/acts/decide comment=工作績效不足
status 303
follow
see 評定不及格，待函送保訓會
rows "SELECT state FROM trainee_state WHERE admission = {c}" = "with_commission"
get {t}/acts/send
send {t}/acts/send document=示範字第1號 sent=113/12/05
status 303

# PLAN-115 Until the commission has decided the training goes on: an absence still counts, and three days of it are a cause
as 323000000A/ag1 fifth
get /trainees/{c}/records/leave
send /trainees/{c}/records/leave kind=absence from=113/12/03 until=113/12/05 hours=24
status 303
follow
see 第20點第1款第3目
rows "SELECT state FROM trainee_state WHERE admission = {c}" = "with_commission"
get /trainees/{c}/records/rating
see 本次訓練之成績考核已開始

# PLAN-114 PLAN-117 The commission extends by two months from the day after the letter came; the agency may not say so, and five are too many
get {t}/acts/rule
status 403
clock 2025-01-06T09:00
as A58000000A/csptc january
get {t}/acts/rule
send {t}/acts/rule ruling=extend document=公訓字第2號 decided=114/01/03 arrived=114/01/06 length=5m reason=尚有進步空間
status 422
see 超過規定上限
send {t}/acts/rule length=2m
status 200
see 請確認 准予延長實務訓練
send {t}/acts/rule
status 303
rows "SELECT state FROM trainee_state WHERE admission = {c}" = "extended"
rows "SELECT end_date, original_end FROM training WHERE admission = {c}" = "2025-03-06|2024-11-30"

# PLAN-118 S-3 After the extension another sheet: 62 passes with its end; a second extension is not on offer
clock 2025-03-10T09:00
run jobs
as 323000000A/ag1 march
get /trainees/{c}/records/rating
send /trainees/{c}/records/rating scorer=林輔導 relation=none character=13 ability=9 life=6 attitude=19 performance=15 signed_on=114/03/10 gap_reason=無
status 303
keep u location
follow
see 次別
get {u}/acts/review
send {u}/acts/review scorer=王主管 relation=none character=10 ability=9 life=6 attitude=15 performance=15 signed_on=114/03/10 comment=未達要求
status 303
get {u}/acts/deliberate
send {u}/acts/deliberate met=114/03/10 invited=114/03/08 statement=spoke result=failed
status 303
get {u}/acts/decide
send {u}/acts/decide scorer=陳首長 relation=none character=10 ability=9 life=6 attitude=15 performance=15 signed_on=114/03/10
status 303
get {u}/acts/send
send {u}/acts/send document=示範字第9號 sent=114/03/10
status 303
clock 2025-03-20T09:00
as A58000000A/csptc marchtwenty
get {u}/acts/rule
send {u}/acts/rule ruling=extend document=公訓字第3號 decided=114/03/19 arrived=114/03/20 length=1m reason=再延長
status 422
see 延長實務訓練以1次為限

# PLAN-114 PLAN-122 A failing score that is confirmed leads to the revocation, decided with its number
send {u}/acts/rule ruling=confirm_fail length= arrived=
send {u}/acts/rule
status 303
rows "SELECT state FROM trainee_state WHERE admission = {c}" = "revoke_filed"
rows "SELECT count(*) FROM deadline WHERE subject = {c} AND state = 'open' AND kind LIKE 'revo%'" = 1
get /trainees/{c}/records/revocation
send /trainees/{c}/records/revocation cause=pt_failed found=114/03/19 facts=核定不及格
status 303
keep v location
follow
see 第20點第1款第5目 實務訓練成績不及格
get {v}/acts/send
send {v}/acts/send document=公訓字第4號 sent=114/03/20
send {v}/acts/send
status 303
get {v}/acts/decide
send {v}/acts/decide result=revoke document=公訓字第5號 decided=114/03/20
send {v}/acts/decide
status 303
rows "SELECT state FROM trainee_state WHERE admission = {c}" = "revoked"
rows "SELECT count(*) FROM deadline WHERE subject = {c} AND state = 'open'" = 0

# PLAN-121 PLAN-087 A cause that only a person can know needs its evidence; one that the plan does not have is refused; readings leave a trace
clock 2024-12-06T09:00
as 323000000A/ag1 sixth
get /trainees/{d}/records/revocation
send /trainees/{d}/records/revocation cause=violence found=113/10/01 facts=推擠主管
status 422
see 應有具體事證
send /trainees/{d}/records/revocation cause=bt_truancy_5 evidence=點名紀錄
status 422
see 本訓練計畫無
rows "SELECT count(*) FROM audit WHERE action = 'life.revocation.read'" = 1
