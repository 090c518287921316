-- 自願中途離訓: the statement, the leaving procedure, the letter, the decision.

clock 2024-08-01T09:00
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account A58000000A/csptc csptc_officer name=鄭文彬
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 113 201 agency=323000000A
person A223456781 陳美玲 女 113 201 agency=323000000A
person F123456784 李大同 男 113 201 agency=323000000A
as 323000000A/ag1
post /trainees/report exam_year=113 tick=1 v.1=1 tick=2 v.2=1 tick=3 v.3=1 day=113/08/01 overwrite=no
status 303

# PLAN-125 One of five reasons; another examination has a name
clock 2024-10-05T09:00
as 323000000A/ag1 w2
get /trainees/1/records/withdraw
send /trainees/1/records/withdraw cause=other_exam declared=113/10/05
status 422
see 「考試名稱」為必填欄位
send /trainees/1/records/withdraw cause=other_exam other_exam=112高普 declared=113/10/05 address=臺北市
status 303
keep leave location
follow
see 資料不足 申請書之簽章 離訓手續 復應其他考試錄取

# PLAN-125 Unsigned, or before the leaving procedure, it isn't sent
get {leave}/acts/send
send {leave}/acts/send sent=113/10/05
status 422
see 申請書尚未簽章完成 請先辦理離訓手續
rows "SELECT state FROM trainee_state WHERE admission = 1" = in_training

# PLAN-125 PLAN-138 The form with its boxes, and the letter
get {leave}/form
status 200
pdf 自願中途離訓申請書 王小明 112高普 公務人員保障暨培訓委員會 自願中途離訓

# PLAN-125 PLAN-126 Sent with the rating's evidence, and decided by 保訓會
get {leave}/acts/edit
send {leave}/acts/edit cause=other_exam other_exam=112高普 declared=113/10/05 left=113/10/05 signed_by_all=1 procedure_done=1 with_rating=1
status 303
follow
see 併送評定成績不及格之相關事證資料
get {leave}/acts/send
send {leave}/acts/send document=示人字第1130500號 sent=113/10/05
send {leave}/acts/send
status 303
rows "SELECT state FROM trainee_state WHERE admission = 1" = revoke_filed
as A58000000A/csptc w2
get {leave}/acts/revoke
send {leave}/acts/revoke document=公訓字第1130011111號 decided=113/10/05 served=113/10/05
send {leave}/acts/revoke
status 303
rows "SELECT state FROM trainee_state WHERE admission = 1" = revoked
rows "SELECT count(*) FROM deadline WHERE subject = 1 AND state = 'open'" = 0

# PLAN-125 Not revoked: the trainee is where the trainee was
as 323000000A/ag1 w2
get /trainees/2/records/withdraw
send /trainees/2/records/withdraw cause=family declared=113/10/05 left=113/10/05 signed_by_all=1 procedure_done=1
keep two location
get {two}/acts/send
send {two}/acts/send sent=113/10/05
send {two}/acts/send
as A58000000A/csptc w2
get {two}/acts/keep
send {two}/acts/keep decided=113/10/05 reason=當事人撤回意思表示
send {two}/acts/keep
status 303
rows "SELECT state FROM trainee_state WHERE admission = 2" = in_training

# PLAN-126 c Who leaves after a passing rating: the revocation alone goes to 保訓會, and 請證 is blocked
clock 2024-12-02T09:00
run jobs
as 323000000A/ag1 w3
get /trainees/3/records/rating
send /trainees/3/records/rating scorer=林輔導 relation=none character=18 ability=13 life=8 attitude=26 performance=21 signed_on=113/12/02 gap_reason=紙本另送
keep rating location
get {rating}/acts/review
send {rating}/acts/review scorer=王主管 relation=none character=18 ability=13 life=8 attitude=26 performance=21 signed_on=113/12/02
get {rating}/acts/decide
send {rating}/acts/decide scorer=陳首長 relation=none character=16 ability=11 life=7 attitude=24 performance=18 signed_on=113/12/02
status 303
rows "SELECT state FROM trainee_state WHERE admission = 3" = passed
get /trainees/3/records
see 自願中途離訓
get /trainees/3/records/withdraw
see 離訓事由
send /trainees/3/records/withdraw cause=career declared=113/12/02 left=113/12/02 signed_by_all=1 procedure_done=1 with_rating=1
status 422
see 評定及格 不併送
send /trainees/3/records/withdraw with_rating=
status 303
keep three location
follow
see 符合廢止受訓資格事由
no 併送評定成績不及格
no 評定成績不及格之相關事證資料
get {three}/acts/send
send {three}/acts/send document=示人字第1130600號 sent=113/12/02
send {three}/acts/send
status 303
rows "SELECT state FROM trainee_state WHERE admission = 3" = revoke_filed
get /certification/persons/3
see 廢止受訓資格案
