-- 基礎訓練: exemption, enrolment, call, on line, waiver, result, violations, 自費重新訓練, review, recusal.

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
person C123456781 趙一平 男 113 201 agency=323000000A
rows "UPDATE admission SET exam_level = '高等考試三級考試' WHERE id <= 2 RETURNING id" = 1,2
peixun calendar load test/story/calendar-112-115.csv --as A58000000A/csptc
status 0
as 323000000A/ag1
post /trainees/report exam_year=112 tick=1 v.1=1 tick=2 v.2=1 day=112/11/01 overwrite=no
status 303

# PLAN-025 112高普 is called by 文官學院, not enrolled; a class before the day of reporting can't be
as A58000000A/nacs
get /trainees/1/records/bt-call
send /trainees/1/records/bt-call name=第5期 start=112/10/30 end=112/11/24 place=國家文官學院
status 422
see 開訓日期早於報到日期
send /trainees/1/records/bt-call name=第5期 start=112/11/06 end=112/12/01 place=國家文官學院 direct=1
status 303
keep call location
rows "SELECT bt_start, bt_end FROM training WHERE admission = 1" = 2023-11-06|2023-12-01
as 323000000A/ag1
get /trainees/1/records/bt-enrol
see 本訓練計畫無此規定 由國家文官學院調訓

# PLAN-141 Another batch before the class; the last day stays
get /trainees/1/records/bt-batch
send /trainees/1/records/bt-batch cause=birth filed=112/11/01
status 303
keep batch location
get {batch}/acts/forward
send {batch}/acts/forward sent=112/11/01
as A58000000A/nacs
get {batch}/acts/approve
send {batch}/acts/approve name=第9期 start=113/01/29 end=113/03/08 place=國家文官學院
status 303
rows "SELECT bt_start, bt_end, end_date FROM training WHERE admission = 1" = 2024-01-29|2024-03-08|2024-02-29
rows "SELECT rule, result FROM decision WHERE rule = 'bt-class'" = bt-class|REVIEW

# PLAN-141 Once it has begun, 停止訓練 is the way
clock 2024-01-30T09:00
as A58000000A/nacs w2
get {call}/acts/start
send {call}/acts/start
as 323000000A/ag1 w2
get /trainees/1/records/bt-batch
see 基礎訓練已開訓 停止訓練

# S-4 PLAN-101 PLAN-103 Failed and served on 113/03/05: 自費重新訓練 by 113/04/08
clock 2024-03-06T09:00
as A58000000A/nacs w3
get /trainees/1/records/bt-result
send /trainees/1/records/bt-result mode=in_person result=failed score=101 noticed=113/03/04
status 422
see 0 至 100
send /trainees/1/records/bt-result mode=in_person result=failed score=55.5 noticed=113/03/04 document=公訓字第1130003333號 served=113/03/05
status 303
keep result location
follow
see 成績予以採計 不及格
rows "SELECT bt_state FROM trainee_state WHERE admission = 1" = failed
rows "SELECT kind, due FROM deadline WHERE kind IN ('self-funded', 'bt-review') AND state = 'open' ORDER BY kind" = "bt-review|2024-03-20,self-funded|2024-04-08"

# PLAN-142 複查 once, within 15 days, fee first
as 323000000A/ag1 w3
get /trainees/1/records/bt-recheck
send /trainees/1/records/bt-recheck received=113/03/05 filed=113/03/06
status 422
see 應先繳納費用
send /trainees/1/records/bt-recheck received=113/03/05 filed=113/03/06 paid=1
status 303
keep recheck location
follow
see 得辦理 113年3月20日 答復末日 113/03/21
get /trainees/1/records/bt-recheck
see 以1次為限
post /trainees/1/records/bt-recheck received=113/03/05 filed=113/03/06 paid=1
status 422
as A58000000A/nacs w3
get {recheck}/acts/extend
send {recheck}/acts/extend reason=調閱資料
status 303
rows "SELECT due FROM deadline WHERE kind = 'bt-answer' AND state = 'open'" = 2024-04-01
get {recheck}/acts/answer
send {recheck}/acts/answer day=113/03/06 outcome=成績無誤
status 303

# S-4 PLAN-103 PLAN-104 Applied for on 113/03/20: approved, and the last day is 113/03/28
clock 2024-03-21T09:00
as 323000000A/ag1 w4
get /trainees/1/records/bt-self-funded
see 113/03/05
send /trainees/1/records/bt-self-funded noticed=113/03/04 notice_no=公訓字第1130003333號 served=113/03/05 filed=113/03/20 address=臺北市
status 303
keep self location
follow
see 得辦理 113年4月8日
rows "SELECT state FROM deadline WHERE kind = 'self-funded'" = met
get {self}/form
pdf 自費重新訓練申請書 王小明
get {self}/acts/forward
send {self}/acts/forward document=示人字第1130200號 sent=113/03/21
as A58000000A/csptc w4
get {self}/acts/approve
see 重新訓練結訓日期
send {self}/acts/approve document=公訓字第1130004444號 decided=113/03/21 served=113/03/21 class_end=113/03/01
status 422
see 結訓日期早於不及格通知日期
send {self}/acts/approve class_end=113/04/12
# PLAN-104 The class ends after E′: both days are shown, before it is done and on the record; the last day stays E′
see 113年4月12日 113年3月28日 期滿日不因此變更 保訓會來函
send {self}/acts/approve
status 303
follow
see 加計重新訓練後之訓練期滿日 113/03/28 重新訓練結訓日期 113/04/12 期滿日不因此變更 保訓會來函
rows "SELECT count(*) FROM decision WHERE rule = 'self-class' AND reasons LIKE '%113年4月12日%113年3月28日%'" = 1
rows "SELECT end_date, original_end FROM training WHERE admission = 1" = 2024-03-28|2024-02-29
rows "SELECT bt_state FROM trainee_state WHERE admission = 1" = self_running

# PLAN-103 A second time is refused
as 323000000A/ag1 w4
get /trainees/1/records/bt-self-funded
see 以1次為限

# S-4 PLAN-105 Failed again: cause 2 of 112高普, and the agency is told
clock 2024-04-15T09:00
as A58000000A/nacs w5
get {self}/acts/fail
send {self}/acts/fail score=58 noticed=113/04/12 document=公訓字第1130005000號
send {self}/acts/fail
status 303
follow
see 重新訓練仍不及格 第2目
rows "SELECT due FROM deadline WHERE kind = 'revocation-task' AND subject = 1 AND state = 'open'" = 2024-04-15
rows "SELECT bt_state FROM trainee_state WHERE admission = 1" = failed_final
as 323000000A/ag1 w5
get /
see 符合廢止受訓資格事由

# PLAN-105 Nobody asked by 113/04/08: 保訓會 has to revoke
as A58000000A/nacs w5
get /trainees/2/records/bt-result
send /trainees/2/records/bt-result mode=in_person result=failed score=50 noticed=113/03/04 served=113/03/05
status 303
follow
see 未於113年4月8日前申請自費重新訓練，應由保訓會廢止受訓資格

# S-4 PLAN-105 The other way: applied for by post on the last day, and the second try is passed
as 323000000A/ag1 w5
get /trainees/2/records/bt-self-funded
send /trainees/2/records/bt-self-funded noticed=113/03/04 served=113/03/05 filed=113/04/08
status 303
keep self2 location
follow
see 得辦理
as A58000000A/csptc w5
get {self2}/acts/approve
send {self2}/acts/approve document=公訓字第1130005001號 decided=113/04/12
send {self2}/acts/approve
status 303
as A58000000A/nacs w5
get {self2}/acts/pass
send {self2}/acts/pass score=61.5 noticed=113/04/15 document=公訓字第1130005002號
send {self2}/acts/pass
status 303
rows "SELECT bt_state FROM trainee_state WHERE admission = 2" = passed

# PLAN-102 扣考 for cheating is a cause; without cheating a person looks; 扣分 is none
get /trainees/2/records/bt-violation
send /trainees/2/records/bt-violation tested=113/02/01 facts=夾帶小抄 sanction=barred cheating=yes decided=113/02/02
status 303
follow
see 符合 扣考
get /trainees/2/records/bt-violation
send /trainees/2/records/bt-violation tested=113/02/01 facts=遲到 sanction=barred cheating=no decided=113/02/02
follow
see 請人工認定
get /trainees/2/records/bt-violation
send /trainees/2/records/bt-violation tested=113/02/01 facts=手機響 sanction=deduct decided=113/02/02
follow
no 請人工認定
get /trainees/2/records/bt-violation
send /trainees/2/records/bt-violation facts=手機響 sanction=deduct decided=113/02/02
status 422
see 「測驗日期」為必填欄位

# PLAN-140 A relative does not rate: declared, with who rates instead
as 323000000A/ag1 w5
get /trainees/2/records/recuse
send /trainees/2/records/recuse role=unit_head name=陳大山 relation=blood declared=113/04/15
status 422
see 「迴避後由何人代理」為必填欄位
send /trainees/2/records/recuse role=unit_head name=陳大山 relation=blood deputy=副主管林一 declared=113/04/15
status 303
follow
see 應自行迴避 符合
get /trainees/2/records/recuse
send /trainees/2/records/recuse role=guide name=林二 relation=none declared=113/04/15
follow
see 無應迴避之關係 不符合

# PLAN-047 PLAN-049 PLAN-050 身障四等 with a 初等考試 training of 111: test 2; what is not passed or not of the college does not count
clock 2024-08-01T09:00
as 323000000A/ag1 w6
post /trainees/report exam_year=113 tick=3 v.3=1 tick=4 v.4=1 tick=5 v.5=1 day=113/08/01 overwrite=no
status 303
rows "SELECT due FROM deadline WHERE kind = 'exempt-list' AND subject = 3" = 2024-08-08
get /trainees/3/records
see 請先登錄「曾受基礎訓練紀錄」
get /trainees/3/records/earlier-bt
send /trainees/3/records/earlier-bt year=111 exam=初等考試 level=junior passed_on=111/11/04 provider=other mode=in_person passed=1
status 303
keep earlier location
get /trainees/3/records/exempt
send /trainees/3/records/exempt
status 303
keep exempt location
follow
see 不符合
as 323000000A/ag1 w6
get {earlier}/acts/edit
send {earlier}/acts/edit year=111 exam=初等考試 level=junior passed_on=111/11/04 provider=college mode=in_person passed=1 reason=更正
status 303
get {exempt}
see 符合 第10點
get {exempt}/acts/edit
send {exempt}/acts/edit remark=
follow
see 111年初等考試基礎訓練成績及格

# PLAN-050 Sent on 113/08/12: four days late, taken all the same
clock 2024-08-12T09:00
as 323000000A/ag1 w7
get {exempt}/acts/send
send {exempt}/acts/send document=示人字第1130300號 sent=113/08/12
status 303
follow
see 清冊逾期4日函送，仍予受理
get {exempt}/form
pdf 應免除基礎訓練人員清冊 林志強

# PLAN-051 PLAN-014 Exempted: four months all the same, and nothing to enrol for
clock 2024-08-20T09:00
as A58000000A/csptc w8
get {exempt}/acts/approve
send {exempt}/acts/approve decided=113/08/20 served=113/08/20
send {exempt}/acts/approve
status 303
follow
see 免除基礎訓練
rows "SELECT end_date, bt_exempt FROM training WHERE admission = 3" = 2024-11-30|1
rows "SELECT bt_state FROM trainee_state WHERE admission = 3" = exempt
rows "SELECT rule, result FROM decision WHERE rule = 'document'" = document|REVIEW
as 323000000A/ag1 w8
get /trainees/3/records/bt-enrol
see 已核准免除基礎訓練

# PLAN-030 Want of hands is no reason to keep a trainee from class; a stay in hospital is
get /trainees/4/records/bt-enrol
send /trainees/4/records/bt-enrol enrolled=113/08/20 needs=手語翻譯
status 303
keep enrol location
get {enrol}/acts/postpone
send {enrol}/acts/postpone reason=busy note=人力不足
status 422
see 不得以業務繁忙為由 第16點第3款
send {enrol}/acts/postpone reason=hospital note=住院
status 303
follow
see 延期 住院

# PLAN-027 On line only with consent: reported, forwarded, decided; 112高普 has none
get /trainees/1/records/bt-online
see 本訓練計畫無此規定 線上學習
get /trainees/4/records/bt-online
send /trainees/4/records/bt-online filed=113/08/20 why=行動不便
status 303
keep online location
get {online}/acts/finish
status 409
as A58000000A/nacs w8
get {online}/acts/forward
send {online}/acts/forward sent=113/08/20
as A58000000A/csptc w8
get {online}/acts/consent
send {online}/acts/consent document=公訓字第1130008888號 decided=113/08/20 served=113/08/20
send {online}/acts/consent
status 303
follow
see 同意線上學習 113年11月30日
rows "SELECT bt_state FROM trainee_state WHERE admission = 4" = online
rows "SELECT due FROM deadline WHERE kind = 'online-bt'" = 2024-11-30

# PLAN-028 An extension moves the last day of on-line training with it
run jobs
rows "UPDATE training SET end_date = '2025-02-16' WHERE admission = 4 RETURNING end_date" = 2025-02-16
clock 2024-08-21T03:00
run jobs
rows "SELECT due FROM deadline WHERE kind = 'online-bt' AND state = 'open'" = 2025-02-16
rows "UPDATE training SET end_date = '2024-11-30' WHERE admission = 4 RETURNING end_date" = 2024-11-30
clock 2024-08-22T03:00
run jobs
rows "SELECT due FROM deadline WHERE kind = 'online-bt' AND state = 'open'" = 2024-11-30

# PLAN-026 Half of the period is over and nobody enrolled: the agency hears of it, once
rows "SELECT count(*) FROM notice WHERE kind = 'case.bt-half'" = 0
clock 2024-10-02T03:00
run jobs
rows "SELECT subject, count(*) FROM notice WHERE kind = 'case.bt-half' GROUP BY subject" = 5|1

# PLAN-028 Two days after the last day is late; on it is in time; the hours are nowhere published yet
clock 2024-12-03T09:00
as A58000000A/nacs w9
get {online}/acts/finish
send {online}/acts/finish completed=113/12/02 hours=60
status 303
follow
see 逾訓練期滿日113年11月30日 2日
rows "SELECT bt_state FROM trainee_state WHERE admission = 4" = online_done

# PLAN-029 逕予免除 is the authority's alone; on line may still be asked for
clock 2024-09-10T09:00
as 323000000A/ag1 w10
get /trainees/5/records/bt-waive
status 403
as A58000000A/nacs w10
get /trainees/5/records/bt-waive
send /trainees/5/records/bt-waive by=college day=113/09/10 document=公訓字第1130009000號 why=因故請假超過規定時數
send /trainees/5/records/bt-waive
status 303
rows "SELECT bt_state, end_date FROM trainee_state s JOIN training t ON t.admission = s.admission WHERE s.admission = 5" = waived|2024-11-30
as 323000000A/ag1 w10
get /trainees/5/records/bt-online
send /trainees/5/records/bt-online filed=113/09/10 why=仍願學習
status 303

# PLAN-101 PLAN-103 S-4 身障: a score of 50 is kept, not counted, and leads nowhere
as A58000000A/nacs w10
get /trainees/5/records/bt-result
send /trainees/5/records/bt-result mode=in_person result=failed score=50 noticed=113/09/10 served=113/09/10
status 303
follow
see 不予採計
rows "SELECT count(*) FROM deadline WHERE subject = 5 AND kind IN ('self-funded', 'bt-review')" = 0
as 323000000A/ag1 w10
get /trainees/5/records/bt-self-funded
see 本訓練計畫無此規定
post /trainees/5/records/bt-self-funded noticed=113/09/10 served=113/09/10 filed=113/09/10
status 422
see 本訓練計畫無此規定

# PLAN-142 身障: the score is not counted; a person looks whether a review makes sense
get /trainees/5/records/bt-view
send /trainees/5/records/bt-view received=113/09/10 filed=113/09/10 paid=1
status 303
follow
see 請人工認定 不予採計
