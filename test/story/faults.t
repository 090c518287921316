-- What can't be: days out of their order, causes of another plan or another time, a sheet that has to fail and passes; and what was a mistake is undone.

clock 2024-08-01T09:00
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
agency A58010000A 國家文官學院
account 323000000A/ag1 agency_officer name=周淑芬
account A58000000A/csptc csptc_officer name=鄭文彬
account A58010000A/nacs nacs_officer name=蘇文達
exam 112 011 公務人員高等暨普通考試 plan=112-senior-ordinary
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 112 011 agency=323000000A
person B123456780 林志強 男 113 201 agency=323000000A
person F123456784 李大同 男 113 201 agency=323000000A
person C123456781 趙一平 男 113 201 agency=323000000A
rows "UPDATE admission SET exam_level = '普通考試' WHERE id = 1 RETURNING id" = 1
peixun calendar load test/story/calendar-112-115.csv --as A58000000A/csptc
status 0
as 323000000A/ag1
post /trainees/report exam_year=112 tick=1 v.1=1 day=113/08/01 overwrite=no
status 303
post /trainees/report exam_year=113 tick=2 v.2=1 tick=3 v.3=1 day=113/08/01 overwrite=no
status 303

# PLAN-021 Days out of order are named by the labels of both fields
get /allocations/3
send /allocations/3 published=113/07/19 result_published=113/06/14
status 422
see 「分配結果公告日」（113/06/14）不可早於「榜示日」（113/07/19），請更正其中一項。

# PLAN-012 PLAN-021 The day of the letter is its own: before the limit to report; who reports before it is asked about, by its name
get /allocations/3
send /allocations/3 published=113/06/14 result_published=113/07/19 allocated_on=113/08/05 report_by=113/08/02
status 422
see 「報到期限」（113/08/02）不可早於「分配函日期」（113/08/05），請更正其中一項。
send /allocations/3 report_by=113/08/12
status 303
get /allocations/3
raw 113/08/05
post /trainees/report exam_year=113 tick=3 day=113/07/31 overwrite=yes reason=更正
status 200
see 李大同：報到日期 113/07/31 早於分配函日期 113/08/05，請確認無誤。

# PLAN-065 An application that this trainee has no use for: the page and the refusal say the rule, what was found, and what to do
get /trainees/2/records/retrain
see 林志強目前不符辦理 之要件 第12點第4款 訓練辦法第35條之1 受訓狀態為「受訓中」，基礎訓練為「尚未參加」 請由該員之訓練紀錄頁選擇目前可辦理之事項
post /trainees/2/records/retrain ended=113/08/01 filed=113/08/01
status 422
see 林志強目前不符辦理 受訓狀態為「受訓中」
get /trainees/2/records/makeup
see 受訓狀態為「受訓中」 第9點

# PLAN-050 D-10 Who is on the list of 免除基礎訓練 and was not sent stays overdue; where nobody is on it the night after closes it
get /trainees/2/records/earlier-bt
send /trainees/2/records/earlier-bt year=112 exam=地方特考 level=special3 passed_on=113/01/10 provider=college mode=in_person passed=1
get /trainees/2/records/exempt
send /trainees/2/records/exempt
status 303
run jobs
clock 2024-08-09T03:00
run jobs
rows "SELECT subject, state FROM deadline WHERE kind = 'exempt-list' ORDER BY subject" = 1|cancelled,2|open,3|cancelled

# PLAN-050 D-10 Found after that night, it is due again and late
clock 2024-08-12T09:00
as 323000000A/ag1 august
get /trainees/3/records/earlier-bt
send /trainees/3/records/earlier-bt year=112 exam=地方特考 level=special3 passed_on=113/01/10 provider=college mode=in_person passed=1
get /trainees/3/records/exempt
send /trainees/3/records/exempt
status 303
rows "SELECT state, due FROM deadline WHERE kind = 'exempt-list' AND subject = 3 ORDER BY id DESC LIMIT 1" = open|2024-08-08
get /deadlines?kind=exempt-list
see "逾期 4 日" 李大同 林志強

# PLAN-124 P-126 What 保訓會 acts on of itself is what the plan lists: 自費重新訓練 is no cause of 113身障, and has a number in 112高普
clock 2024-09-03T09:00
as A58000000A/csptc september
get /trainees/2/records/revocation
send /trainees/2/records/revocation cause=not_self_funded sender=commission found=113/09/03 facts=未申請
status 422
see 本訓練計畫無「基礎訓練不及格未申請自費重新訓練」之廢止事由
get /trainees/1/records/revocation
send /trainees/1/records/revocation cause=not_self_funded sender=commission found=113/09/03 facts=未申請
status 303
keep own location
follow
see 112年公務人員高等暨普通考試錄取人員訓練計畫第20點第4款第1目；訓練辦法第45條第2項
get {own}/acts/void
send {own}/acts/void reason=誤登
status 303

# PLAN-123 PLAN-120 Who gave up after the allocation is the agency's to report
get /trainees/2/records/revocation
send /trainees/2/records/revocation cause=waived_before sender=authority found=113/09/03 facts=放棄
status 422
see 分配訓練後放棄者 第20點第1款

# PLAN-122 A cause of the training is not found before it, nor where nobody has reported
as 323000000A/ag1 september
get /trainees/1/records/revocation
send /trainees/1/records/revocation cause=bt_truancy_5 sender=institution found=113/07/03 facts=曠課
status 422
see 113/07/03早於報到日期113/08/01
send /trainees/1/records/revocation found=114/02/29
status 422
see 114/02/29
send /trainees/1/records/revocation found=113/09/03
status 303
keep r location
get /trainees/4/records/revocation
send /trainees/4/records/revocation cause=pt_absent_3d sender=agency found=113/09/03 facts=曠職
status 422
see 受訓人員尚未報到

# PLAN-122 It is not sent before it was found, nor tomorrow, and not decided before it was sent
get {r}/acts/send
send {r}/acts/send document=示字第1號 sent=113/09/02
status 422
see 發文日期113/09/02早於事實發生或知悉日期113/09/03
send {r}/acts/send sent=113/09/04
status 422
see 113/09/03
rows "SELECT count(*) FROM deadline WHERE kind = 'revocation-task' AND subject = 1 AND state = 'open'" = 1

# PLAN-137 PLAN-086 Noted by mistake and voided, nothing is left to report
get {r}/acts/void
send {r}/acts/void reason=誤登
status 303
rows "SELECT state, reason FROM deadline WHERE kind = 'revocation-task' AND subject = 1 ORDER BY id DESC LIMIT 1" = cancelled|廢止事由已不存在

# PLAN-091 曠職 is known when it has happened, and not before it did; leave on days that are none is told
get /trainees/3/records/leave
send /trainees/3/records/leave kind=absence from=113/09/05 until=113/09/05 hours=8
status 422
see 不可晚於今日 113/09/03
get /trainees/3/records/leave
send /trainees/3/records/leave kind=absence from=113/08/28 until=113/08/28 hours=8 known=113/08/27
status 422
see 知悉日期113/08/27早於起日113/08/28
get /trainees/2/records/leave
send /trainees/2/records/leave kind=personal from=113/08/24 until=113/08/25 hours=8
status 303
follow
see 113/08/24至113/08/25均為例假日 公務人員請假規則第15條

# PLAN-084 PLAN-080 What is told or written is not before what happened; a talk does not end before it begins
get /trainees/2/records/anomaly
send /trainees/2/records/anomaly cause=conflict happened=113/09/02 known=113/09/01 summary=爭執
status 422
see 知悉日期113/09/01早於發生日期113/09/02
get /trainees/2/records/talk
send /trainees/2/records/talk kind=mid day=113/09/02 from=14:00 until=13:30 persons=林輔導 minutes=無
status 422
see 結束時間13:30不晚於開始時間14:00

# PLAN-125 Who has not begun does not break off
get /trainees/2/records/withdraw
send /trainees/2/records/withdraw cause=family declared=113/07/31
status 422
see 申請日期113/07/31早於報到日期113/08/01 第20點第5款第1目

# PLAN-137 PLAN-092 Three days of 曠職 of which one was a mistake are no cause; a task that something else asked for stays
get /trainees/3/records/leave
send /trainees/3/records/leave kind=absence from=113/08/27 until=113/08/28 hours=16
status 303
get /trainees/3/records/leave
send /trainees/3/records/leave kind=absence from=113/08/29 until=113/08/29 hours=8
status 303
keep third location
rows "SELECT state FROM deadline WHERE kind = 'revocation-task' AND subject = 3" = open
get {third}/acts/void
send {third}/acts/void reason=已補假單
status 303
rows "SELECT state FROM deadline WHERE kind = 'revocation-task' AND subject = 3" = cancelled
get /trainees/3/records/leave
send /trainees/3/records/leave kind=absence from=113/08/30 until=113/08/30 hours=8
status 303
keep third location
rows "SELECT count(*) FROM deadline WHERE kind = 'revocation-task' AND subject = 3 AND state = 'open'" = 1
get {third}/acts/correct
send {third}/acts/correct hours=7 reason=更正時數
status 303
rows "SELECT count(*) FROM deadline WHERE kind = 'revocation-task' AND subject = 3 AND state = 'open'" = 0

# PLAN-063 Nothing is found of a case that nobody named; the plan numbers what comes before a stop
get /trainees/3/records/stop-custody
send /trainees/3/records/stop-custody cause=detention event=113/09/03 known=113/09/03
status 422
no 應予停止訓練者
no 系統計算

# PLAN-140 PLAN-141 PLAN-142 What the plans leave to the law cites the law
get /trainees/3/records/recuse
see 訓練辦法第36條至第37條、訓練辦法第39條至第42條之1
get /trainees/1/records/recuse
see 訓練辦法第36條至第42條之1
get /trainees/1/records/bt-recheck
see 第22點第7款；訓練辦法第37條之2

# README decision 19: where 112高普 has the layout of 113 its forms say so on the page; those of 113 do not
get /trainees/1/records/guide-record
send /trainees/1/records/guide-record from=113/08/01 until=113/08/31 orientation=done observation=not_yet cases=not_yet talks=not_yet character=B ability=B life=B attitude=B performance=B work_items=收發
status 303
follow
see 暫用113年格式
get /trainees/3/records/guide-record
send /trainees/3/records/guide-record from=113/08/01 until=113/08/31 orientation=done observation=not_yet cases=not_yet talks=not_yet character=B ability=B life=B attitude=B performance=B work_items=收發
status 303
follow
no 暫用113年格式

# PLAN-110 PLAN-109 Each step of the chain has its day after the one before; who is called after the meeting was not heard
clock 2024-12-10T09:00
run jobs
as 323000000A/ag1 december
get /trainees/2/records/rating
send /trainees/2/records/rating scorer=林輔導 relation=none character=12 ability=9 life=6 attitude=18 performance=15 signed_on=113/12/04 gap_reason=無
status 303
keep s location
get {s}/acts/review
send {s}/acts/review scorer=王主管 relation=none character=12 ability=9 life=6 attitude=15 performance=15 signed_on=113/12/03 comment=未達要求
status 422
see 113/12/03早於前一程序之日期113/12/04
send {s}/acts/review signed_on=113/12/05
status 303
get {s}/acts/deliberate
send {s}/acts/deliberate met=113/12/04 invited=113/12/01 statement=spoke result=failed
status 422
see 113/12/04早於前一程序之日期113/12/05
send {s}/acts/deliberate met=113/12/06 invited=113/12/07
status 422
see 通知日期113/12/07晚於開會日期113/12/06 第19點第2款第2目之1
send {s}/acts/deliberate invited=113/12/05 character=12 ability=9 life=6 attitude=18 performance=15
status 422
see 審議結果「不及格」與考評總分60.00分不符
send {s}/acts/deliberate performance=14
status 303
get {s}/acts/decide
send {s}/acts/decide scorer=陳首長 relation=none character=12 ability=9 life=6 attitude=15 performance=15 signed_on=113/12/05
status 422
see 113/12/05早於前一程序之日期113/12/06
send {s}/acts/decide signed_on=113/12/06
status 303
get {s}/acts/send
send {s}/acts/send document=示字第2號 sent=113/12/05
status 422
see 113/12/05早於前一程序之日期113/12/06
send {s}/acts/send sent=113/12/09
status 303

# PLAN-114 PLAN-117 保訓會 decides after it was asked and after it looked, and its letter arrives after that: an extension can't begin before
as A58000000A/csptc december
get {s}/acts/rule
send {s}/acts/rule ruling=extend document=公訓字第1號 decided=113/12/08 arrived=113/12/10 length=2m reason=尚有進步空間
status 422
see 113/12/08早於前一程序之日期113/12/09
send {s}/acts/rule decided=113/12/10 arrived=113/12/09
status 422
see 文到日113/12/09早於核定日期113/12/10
send {s}/acts/rule arrived=113/12/20
status 422
see 113/12/10
send {s}/acts/rule arrived=113/12/10 decided=113/12/09 visited=113/12/10
status 422
see 訪查日期113/12/10晚於核定日期113/12/09
send {s}/acts/rule visited=113/12/09
status 200
send {s}/acts/rule
status 303
rows "SELECT end_date FROM training WHERE admission = 2" = 2025-02-10

# PLAN-106 A sheet that the rules make fail fails with 88 points too: the committee can't pass it, nor the head
as 323000000A/ag1 december
get /trainees/1/records/rating
send /trainees/1/records/rating mandatory_fail=1 mandatory_reason=考試規則所定情形 scorer=林輔導 relation=none character=18 ability=13 life=9 attitude=26 performance=22 signed_on=113/12/04 gap_reason=無
status 303
keep m location
get {m}/acts/review
send {m}/acts/review scorer=王主管 relation=none character=18 ability=13 life=9 attitude=26 performance=22 signed_on=113/12/05 comment=應予不及格
status 303
get {m}/acts/deliberate
send {m}/acts/deliberate met=113/12/06 invited=113/12/05 statement=spoke result=passed
status 422
see 必須列為不及格 考試規則所定情形
send {m}/acts/deliberate result=failed
status 303
get {m}/acts/decide
send {m}/acts/decide scorer=陳首長 relation=none character=18 ability=13 life=9 attitude=26 performance=22 signed_on=113/12/06
status 303
follow
see 評定不及格 88.00
rows "SELECT state FROM trainee_state WHERE admission = 1" = with_commission

# PLAN-114 D-42 Sent back on 113/12/16, it is to be rated again by 113/12/31; nobody did, and 保訓會 passes it with the former end
get {m}/acts/send
send {m}/acts/send document=示字第3號 sent=113/12/10
status 303
clock 2024-12-16T09:00
as A58000000A/csptc sixteenth
get {m}/acts/rule
send {m}/acts/rule ruling=return document=公訓字第2號 decided=113/12/13 arrived=113/12/16 reason=未敘明應予不及格之依據
send {m}/acts/rule
status 303
get {m}
see 重新評定之期限為113年12月31日 訓練辦法第41條
clock 2025-01-02T09:00
as A58000000A/csptc january
get {m}/acts/pass
send {m}/acts/pass document=公訓字第3號 decided=113/12/31 reason=逾期未重新評定
status 422
see 核定日期113/12/31在重新評定之期限113/12/31之前
send {m}/acts/pass decided=114/01/02
status 200
see 送出後不能復原
send {m}/acts/pass
status 303
follow
see 逕予核定及格 公訓字第3號
rows "SELECT state FROM trainee_state WHERE admission = 1" = passed
rows "SELECT end_date FROM training WHERE admission = 1" = 2024-11-30
rows "SELECT kind, due, state FROM deadline WHERE subject = 1 AND kind IN ('score-again', 'certificate-apply') ORDER BY kind" = certificate-apply|2025-01-09|open,score-again|2024-12-31|cancelled
