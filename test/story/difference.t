-- The same act under the plans of 112高普 (王小明) and of 113身障 (林志強): another answer, with another citation.      PLAN-006, 007

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
person F123456784 李大同 男 112 011 agency=323000000A
person C123456781 趙一平 男 113 201 agency=323000000A
rows "UPDATE admission SET exam_level = '普通考試' WHERE id IN (1, 3) RETURNING id" = 1,3
peixun calendar load test/story/calendar-112-115.csv --as A58000000A/csptc
status 0
as 323000000A/ag1
post /trainees/report exam_year=112 tick=1 v.1=1 tick=3 v.3=1 day=113/08/01 overwrite=no
status 303
post /trainees/report exam_year=113 tick=2 v.2=1 tick=4 v.4=1 day=113/08/01 overwrite=no
status 303

# P-012 P-013 P-015 Basic training: the agency enrols for 113身障, 國家文官學院 calls 112高普
get /trainees/1/records/bt-enrol
see 本訓練計畫無此規定 由國家文官學院調訓
get /trainees/2/records/bt-enrol
see 第2點第1款第1目
as A58010000A/nacs
get /trainees/2/records/bt-call
see 本訓練計畫無此規定：逕行調訓
get /trainees/1/records/bt-call
see 第7點第1款

# P-016 Reporting straight to the class by the letter of allocation: 112高普 alone
see 依分配函於報到後逕向訓練機關（構）學校報到
send /trainees/1/records/bt-call name=第5期 start=113/08/05 end=113/08/30 place=國家文官學院 direct=1
status 303

# P-017 P-018 On line: 113身障 with consent, 112高普 not at all
as 323000000A/ag1
get /trainees/1/records/bt-online
see 本訓練計畫無此規定：線上學習基礎訓練
get /trainees/2/records/bt-online
see 第2點第1款第2目 經保訓會同意

# P-019 逕予免除實體課程: 113身障 alone
as A58010000A/nacs
get /trainees/1/records/bt-waive
see 本訓練計畫無此規定：逕予免除實體課程基礎訓練
get /trainees/2/records/bt-waive
see 第2點第1款第3目

# P-020 P-021 P-023 P-024 A basic training of 50 points: counted in 112高普 with a month to ask for 自費重新訓練, kept and not counted in 113身障
get /trainees/1/records/bt-result
send /trainees/1/records/bt-result mode=in_person result=failed score=50 noticed=113/08/01 served=113/08/01
status 303
follow
see 成績予以採計
get /trainees/2/records/bt-result
send /trainees/2/records/bt-result mode=in_person result=failed score=50 noticed=113/08/01 served=113/08/01
follow
see 不予採計 第19點第1款第1目
rows "SELECT subject, due FROM deadline WHERE kind = 'self-funded'" = 1|2024-09-02
as 323000000A/ag1
get /trainees/1/records/bt-self-funded
see 第19點第1款第2目；訓練辦法第38條、訓練辦法第25條第3項
get /trainees/2/records/bt-self-funded
see 本訓練計畫無此規定：自費重新訓練

# P-022 P-120 Cheating in a test: item 6 of 112高普, item 2 of 113身障, which speaks of 實體課程
as A58010000A/nacs
get /trainees/1/records/bt-violation
send /trainees/1/records/bt-violation tested=113/08/01 sanction=barred cheating=yes decided=113/08/01 facts=夾帶
status 303
follow
see 參加基礎訓練課程測驗 第20點第1款第6目；訓練辦法第44條第1項 第19點第1款第1目；訓練辦法第36條之1
get /trainees/2/records/bt-violation
send /trainees/2/records/bt-violation tested=113/08/01 sanction=barred cheating=yes decided=113/08/01 facts=夾帶
follow
see 參加實體課程基礎訓練課程測驗 第20點第1款第2目；訓練辦法第11條之1、比照訓練辦法第44條第1項 第19點第1款第2目；訓練辦法第36條之1

# P-011 P-027 P-045 P-094 P-096 P-098 Rights: 比照 and 原編列 in 113身障; the old service of everybody there, of incumbents in 112高普; 休假年資 or 日數
as 323000000A/ag1
get /trainees/1/rights
see 休假年資 第22點第4款 各用人機關（構）學校編列之預算 第22點第5款
no 112年6月30日以前 比照「公務人員考試錄取人員基礎訓練生活管理要點」 原編列
get /trainees/2/rights
see 休假日數 第22點第3款 各用人機關（構）學校原編列之預算 第22點第4款 112年6月30日以前 第22點第5款 訓練辦法第11條之1，比照「公務人員考試錄取人員基礎訓練生活管理要點」

# P-086 Pay: by the levels of each plan
see 四等考試錄取人員，津貼比照委任第三職等本俸一級俸給
get /trainees/1/rights
see 普通考試錄取人員，津貼比照委任第三職等本俸一級俸給

# P-132 P-133 Who stands in for leave of a month: 第22點第2款, or 第1款
get /trainees/1/records/substitute
see 第22點第2款
get /trainees/2/records/substitute
see 第22點第1款

# P-109 性騷擾: 第16點第3款, or 第4款
get /trainees/1/records/anomaly
send /trainees/1/records/anomaly cause=harassment happened=113/08/01 known=113/08/01 summary=申訴
follow
see 第16點第3款
get /trainees/2/records/anomaly
send /trainees/2/records/anomaly cause=harassment happened=113/08/01 known=113/08/01 summary=申訴
follow
see 第16點第4款

# P-106 P-107 Its report in writing: within three days counted from that day in 113身障; no day is made up for 112高普
rows "SELECT d.due, r.admission FROM deadline d JOIN life_record r ON r.id = d.subject WHERE d.kind = 'anomaly-report'" = 2024-08-05|2
rows "SELECT count(*) FROM deadline WHERE kind = 'anomaly-notice' AND due = '2024-08-01'" = 2

# P-108 The list of help: in 113身障 alone
get /trainees/2/resources
see 第16點第5款、第16點第6款、附表
get /trainees/1/resources
status 404
see 本訓練計畫無此規定

# P-101 P-102 P-103 P-104 輔導: what must be there at least and the bands are in the annexes of 113身障
get /trainees/2/records/guide-record
send /trainees/2/records/guide-record from=113/08/01 until=113/08/31 orientation=done observation=done observed=1 cases=not_yet talks=not_yet character=D ability=B life=B attitude=B performance=B work_items=收發
status 303
follow
see 工作觀摩 至少 附件6填表說明三、附件6填表說明五 使用機關自訂表件時上傳（113年公務人員特種考試身心障礙人員考試錄取人員訓練計畫附件6填表說明七）
get /trainees/1/records/guide-record
send /trainees/1/records/guide-record from=113/08/01 until=113/08/31 orientation=done observation=done observed=1 cases=not_yet talks=not_yet character=D ability=B life=B attitude=B performance=B work_items=收發
status 303
follow
see 暫用113年格式 第16點第2款第4目
see 使用機關自訂表件時上傳
no 附件6填表說明三 附件6填表說明七
get /trainees/1/records/talk
see 訓練辦法第32條
get /trainees/2/records/talk
see 附件5填表說明三、附件6填表說明二

# P-082 A-29 Custody: before a stop comes item 12 of 112高普, item 10 of 113身障, each in the words of its own plan
get /trainees/3/records/stop-custody
send /trainees/3/records/stop-custody cause=custody event=113/08/01 known=113/08/01
status 303
follow
see 除依第20點第1款第12目予以廢止受訓資格者外，應予停止訓練
no 除已依
get /trainees/4/records/stop-custody
send /trainees/4/records/stop-custody cause=custody event=113/08/01 known=113/08/01
status 303
follow
see 除已依第20點第1款第10目予以廢止受訓資格者外，應予停止訓練

# P-121 P-120 Three days of 曠職: item 4 of 112高普, item 3 of 113身障
clock 2024-09-03T09:00
as 323000000A/ag1 september
get /trainees/3/records/leave
send /trainees/3/records/leave kind=absence from=113/08/28 until=113/08/30 hours=24
status 303
follow
see 第20點第1款第4目；訓練辦法第44條第1項
get /trainees/4/records/leave
send /trainees/4/records/leave kind=absence from=113/08/28 until=113/08/30 hours=24
status 303
follow
see 第20點第1款第3目；訓練辦法第11條之1、比照訓練辦法第44條第1項

# P-122 P-123 P-029 In class, 8 of 120 hours of 曠課: a cause of 112高普, none of 113身障; leave there is by the rules, or 比照 them
get /trainees/3/records/leave
send /trainees/3/records/leave kind=truancy phase=bt from=113/08/05 until=113/08/05 hours=8 course_hours=120
status 303
follow
see 曠課8小時 第20點第1款第4目 第17點第1款；訓練辦法第30條
get /trainees/4/records/leave
send /trainees/4/records/leave kind=truancy phase=bt from=113/08/05 until=113/08/05 hours=8 course_hours=120
status 303
follow
see 本訓練計畫無基礎訓練 第17點第1款；訓練辦法第30條

# P-085 P-126 Who was stopped and asks for nothing: 保訓會 revokes by 第20點第4款第2目, or 第20點第4款
as A58000000A/csptc september
get /trainees/3/records/revocation
send /trainees/3/records/revocation cause=not_retrained sender=commission found=113/09/03 facts=未申請
follow
see 第20點第4款第2目；訓練辦法第45條第2項
get /trainees/4/records/revocation
send /trainees/4/records/revocation cause=not_retrained sender=commission found=113/09/03 facts=未申請
follow
see 第20點第4款；訓練辦法第11條之1、比照訓練辦法第45條第2項第2款

# P-112 P-113 P-116 P-117 P-118 A failing score: each step by its own articles; until it is decided the training goes on
clock 2024-12-10T09:00
run jobs
as 323000000A/ag1 december
get /trainees/1/records/rating
send /trainees/1/records/rating scorer=林輔導 relation=none character=12 ability=9 life=6 attitude=15 performance=15 signed_on=113/12/02 gap_reason=無
keep a location
get {a}/acts/review
send {a}/acts/review scorer=王主管 relation=none character=12 ability=9 life=6 attitude=15 performance=15 signed_on=113/12/02 comment=未達要求
get {a}/acts/deliberate
send {a}/acts/deliberate met=113/12/03 invited=113/12/02 statement=spoke result=failed
get {a}/acts/decide
send {a}/acts/decide scorer=陳首長 relation=none character=12 ability=9 life=6 attitude=15 performance=15 signed_on=113/12/03
get {a}/acts/send
send {a}/acts/send document=示字第1號 sent=113/12/03
status 303
get /trainees/1
see 視為訓練期間 第19點第2款第2目之3；訓練辦法第39條第4項
get /trainees/2/records/rating
send /trainees/2/records/rating scorer=林輔導 relation=none character=12 ability=9 life=6 attitude=15 performance=15 signed_on=113/12/02 gap_reason=無
keep b location
get {b}/acts/review
send {b}/acts/review scorer=王主管 relation=none character=12 ability=9 life=6 attitude=15 performance=15 signed_on=113/12/02 comment=未達要求
get {b}/acts/deliberate
send {b}/acts/deliberate met=113/12/03 invited=113/12/02 statement=spoke result=failed
get {b}/acts/decide
send {b}/acts/decide scorer=陳首長 relation=none character=12 ability=9 life=6 attitude=15 performance=15 signed_on=113/12/03
get {b}/acts/send
send {b}/acts/send document=示字第2號 sent=113/12/03
status 303
get /trainees/2
see 視為訓練期間 第19點第2款第2目之3；訓練辦法第40條之1第2項
rows "SELECT count(*) FROM deadline WHERE kind = 'score-send' AND subject = 1 AND citation LIKE '%訓練辦法第39條、訓練辦法第40條、訓練辦法第41條至第42條之1%'" = 1
rows "SELECT count(*) FROM deadline WHERE kind = 'score-send' AND subject = 2 AND citation LIKE '%訓練辦法第40條之1至第42條之1、比照訓練辦法第39條第3項、第40條%'" = 1
as A58000000A/csptc december
get {a}/acts/rule
send {a}/acts/rule ruling=pass document=公訓字第1號 decided=113/12/09 arrived=113/12/10 reason=評定不當
see 訓練辦法第39條第5項
get {b}/acts/rule
send {b}/acts/rule ruling=pass document=公訓字第2號 decided=113/12/09 arrived=113/12/10 reason=評定不當
see 訓練辦法第40條之1第3項

# The numbers of the annexes: 成績考核表 is 附件10, or 附件9; 自願中途離訓申請書 附件11, or 附件10
as 323000000A/ag1 december
get {a}/form
pdf 附件10 112年公務人員高等暨普通考試錄取人員實務訓練成績考核表
get {b}/form
pdf 附件9 113年公務人員特種考試身心障礙人員考試錄取人員實務訓練成績考核表
get /trainees/3/records/withdraw
send /trainees/3/records/withdraw cause=family declared=113/12/02 left=113/12/02
status 303
keep c location
get {c}/form
pdf 附件11
get /trainees/4/records/withdraw
send /trainees/4/records/withdraw cause=family declared=113/12/02 left=113/12/02
status 303
keep d location
get {d}/form
pdf 附件10

# P-052 P-058 P-059 Admitted in 103: the law before may be chosen in 113身障, and 重新訓練 asked for; in 112高普 neither
write 112.json
	{"plan":"112-senior-ordinary","exam_year":103,"list":"regular","cause":"進修碩士"}
peixun decide retention < @112.json
see "\"law\":\"new\",\"max\":\"2y\""
write 113.json
	{"plan":"113-disabled","exam_year":103,"list":"regular","cause":"進修碩士"}
peixun decide retention < @113.json
see "\"law\":\"old\",\"max\":\"3y\"" 附件1注意三、附件1注意四；考選部103年2月11日選規一字第1031300049號函
write 112.json
	{"plan":"112-senior-ordinary","exam_year":103}
peixun decide makeup-kind < @112.json
see "[\"makeup\"]"
write 113.json
	{"plan":"113-disabled","exam_year":103}
peixun decide makeup-kind < @113.json
see "[\"makeup\",\"retrain\"]"

# P-066 P-067 P-069 A passed 初等考試 training: exempts 四等 by the annex of 113身障; the annex of 112高普 is not at hand, a person decides
write 112.json
	{"plan":"112-senior-ordinary","level":"普通考試","report_date":"2024-08-01","earlier":[{"exam":"初等考試","level":"初等考試","passed_on":"2022-11-04","provider":"college","mode":"in_person","passed":true}]}
peixun decide bt-exemption < @112.json
see PARAM_MISSING 次一等級以下考試對照，請人工認定 第22點第7款
write 113.json
	{"plan":"113-disabled","level":"四等考試","report_date":"2024-08-01","earlier":[{"exam":"初等考試","level":"初等考試","passed_on":"2022-11-04","provider":"college","mode":"in_person","passed":true}]}
peixun decide bt-exemption < @113.json
see "\"MET\"" 第10點第2款、附件3

# P-008 P-073 One grade lower: 委任第四職等 for a post of 委任第五職等 is enough in both; the level of one plan is none of the other
write 112.json
	{"plan":"112-senior-ordinary","level":"高等考試二級考試","report_date":"2024-08-01","filed_on":"2024-08-05","channel":"agency","intended":{"grade":6,"series":"綜合行政"},"service":[{"from":"2023-01-01","to":"2023-12-31","series":"綜合行政","grade":5}]}
peixun decide pt-shortening < @112.json
see "\"branch\":\"one_grade_lower\""
write 113.json
	{"plan":"113-disabled","level":"高等考試二級考試","report_date":"2024-08-01","filed_on":"2024-08-05","channel":"agency","intended":{"grade":6,"series":"綜合行政"},"service":[{"from":"2023-01-01","to":"2023-12-31","series":"綜合行政","grade":5}]}
peixun decide pt-shortening < @113.json
see PARAM_MISSING

# P-131 The certificate's fee: none for 113身障, due for 112高普
write 113.json
	{"plan":"113-disabled","amount":500}
peixun decide certificate-fee < @113.json
see "\"amount\":0,\"exempt_by\":\"exam\"" 附件11填表說明三
write 112.json
	{"plan":"112-senior-ordinary","amount":500}
peixun decide certificate-fee < @112.json
see "\"amount\":500"

# PLAN-007 All of them stand side by side
get "/plans/compare?a=113-disabled&b=112-senior-ordinary"
status 200
see 基礎訓練是否採計成績 "不同 自費重新訓練次數上限"
