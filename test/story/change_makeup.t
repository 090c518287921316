-- 補訓: within three months of the end of the cause, 服務機關 → 遴選機關 → 保訓會; who does not ask.

clock 2016-06-20T09:00
agency A58000000A 公務人員保障暨培訓委員會
agency A58010000A 國家文官學院
agency A59000000A 示範警察訓練所
agency A59000001B 示範警察分所
agency 301000000A 示範警政署
agency 301010000C 示範警政署第一總隊 under=301000000A
account A58000000A/csptc csptc_officer name=鄭文彬
account A58010000A/nacs nacs_officer name=孫班務
account A59000000A/school training_institute name=錢教務
account A59000001B/other training_institute name=李教務
account 301000000A/sa1 agency_officer name=周淑芬
account 301010000C/sv1 agency_officer name=吳同仁
selector 301000000A
participant 105 A123456789 王小明 deferred 301000000A 301010000C institute=A59000000A from=2016-06-20 to=2016-07-15 place=1
participant 105 A223456781 陳美玲 suspended 301000000A 301010000C institute=A59000000A from=2016-06-20 to=2016-07-15 place=2
participant 105 B123456780 林志強 deferred 301000000A 301010000C institute=A59000000A from=2016-06-20 to=2016-07-15 place=3
keep t1 rows "SELECT id FROM participant WHERE national_id = 'A123456789'"
keep t2 rows "SELECT id FROM participant WHERE national_id = 'A223456781'"
keep t3 rows "SELECT id FROM participant WHERE national_id = 'B123456780'"
rows "UPDATE participant SET substitute_of = {t3} WHERE id = {t2} RETURNING 1" = 1

# PROMO-101 The end of the cause is recorded; three months begin, who may act is told
as 301010000C/sv1
get /promotion/participants/{t1}/records/promotion-makeup
send /promotion/participants/{t1}/records/promotion-makeup ended=105/06/15 note=病癒
status 303
keep m1 location
follow
see 原因消滅，待申請 105年9月15日
rows "SELECT state FROM participant WHERE id = {t1}" = makeup_open
rows "SELECT kind, due, state FROM deadline" = promotion-makeup|2016-09-15|open
get /promotion/periods
see 申請補訓 105/09/15 剩 87 日 王小明

run jobs

# PROMO-101 ERR_EVIDENCE The application needs its paper
get {m1}/acts/apply
send {m1}/acts/apply applied=105/06/20
status 422
see 請檢附相關證明文件

# PROMO-101 README decision 22 30 and 7 days before the last day the agency is told, once each
clock 2016-08-16T09:00
run jobs
rows "SELECT count(*) FROM notice WHERE kind = 'change.makeup-soon'" = 1
run jobs
rows "SELECT count(*) FROM notice WHERE kind = 'change.makeup-soon'" = 1
as 301010000C/sv1 aug
get /notices
see 補訓申請期限為105/09/15（剩30日）
clock 2016-09-08T09:00
run jobs
as 301010000C/sv1 sep
get /notices
see 補訓申請期限為105/09/15（剩7日）

# PROMO-102 Before the day is over nobody lapses
as A58000000A/csptc sep
get {m1}
see 補訓申請期限為105/09/15，尚未屆滿

# PROMO-102 PROMO-101 ERR_MAKEUP_LATE Too late: refused with the days; proposed to 保訓會 and confirmed by a person; reversed when the end was reported wrongly
clock 2016-09-20T09:00
run jobs
as 301010000C/sv1 late
get {m1}/form
save letter.pdf
get {m1}
send {m1}/files slot=evidence file=@letter.pdf
get {m1}/acts/apply
send {m1}/acts/apply applied=105/09/20
status 422
see "原因消滅日 105/06/15，補訓申請期限為 105/09/15；逾期視同放棄補訓及保留之受訓資格。"
json post {m1}/acts/apply {"applied": "2016-09-20"}
status 422
raw ERR_MAKEUP_LATE
as A58000000A/csptc late
get /notices
see 請確認是否視同放棄
get {m1}/acts/lapse
post {m1}/acts/lapse _confirmed=1
status 303
rows "SELECT state FROM participant WHERE id = {t1}" = lapsed
rows "SELECT kind, state FROM deadline ORDER BY kind" = promotion-lapse|met,promotion-makeup|cancelled
get {m1}/acts/reverse
send {m1}/acts/reverse reason=原因消滅日誤報，應為105/07/15
status 303
as 301010000C/sv1 late
get {m1}/acts/edit
send {m1}/acts/edit ended=105/07/15 note=病癒
status 303
rows "SELECT state FROM participant WHERE id = {t1}" = makeup_open

# PROMO-101 In time by the right day
get {m1}/acts/apply
send {m1}/acts/apply applied=105/09/20
status 303
follow
see 已申請 得辦理

# PROMO-103 PROMO-104 ERR_REQUIRED Both checks at both stations
get {m1}/acts/report
send {m1}/acts/report number=示一字第1號 sent=105/09/20 papers=1
status 422
see 「已審核申請期間」為必填欄位
send {m1}/acts/report number=示一字第1號 sent=105/09/20 papers=1 period=1
status 303
as 301000000A/sa1 late
get {m1}/acts/forward
send {m1}/acts/forward number=示警字第1號 sent=105/09/20 period=1 -papers
status 422
see 「已審核相關證明文件」為必填欄位
send {m1}/acts/forward number=示警字第1號 sent=105/09/20 papers=1 period=1
status 303

# PROMO-105 PROMO-106 This year or the next; nobody took the place, so it is outside the allotment of that year
as A58000000A/csptc late
get {m1}
see 不計入補訓年度之分配名額
get {m1}/acts/approve
post {m1}/acts/approve number=公訓字第1號 sent=105/09/20 year=107 _confirmed=1
status 422
see 補訓年度限當年度（105）或次年度（106）
post {m1}/acts/approve number=公訓字第1號 sent=105/09/20 year=106 _confirmed=1
status 303
rows "SELECT year, state, origin, coalesce(makeup_of, 0) FROM participant WHERE national_id = 'A123456789' ORDER BY year" = 105|makeup_approved|first_time|0,106|waiting|makeup_no_quota|{t1}
get /promotion/participants/{t1}
see 其他年度 106年度佐升正

# PROMO-105 PROMO-106 In the same year the same participation waits again; where the place was filled it is counted
as 301010000C/sv1 late
get /promotion/participants/{t3}/records/promotion-makeup
send /promotion/participants/{t3}/records/promotion-makeup ended=105/09/15
keep m3 location
get {m3}
send {m3}/files slot=evidence file=@letter.pdf
get {m3}/acts/apply
send {m3}/acts/apply applied=105/09/20
get {m3}/acts/report
send {m3}/acts/report number=示一字第2號 sent=105/09/20 papers=1 period=1
as 301000000A/sa1 late
get {m3}/acts/forward
send {m3}/acts/forward number=示警字第2號 sent=105/09/20 papers=1 period=1
as A58000000A/csptc late
get {m3}
see 計入補訓年度之分配名額
get {m3}/acts/approve
post {m3}/acts/approve number=公訓字第2號 sent=105/09/20 year=105 _confirmed=1
status 303
rows "SELECT year, state FROM participant WHERE national_id = 'B123456780'" = 105|waiting

# PROMO-126 The one who is second is told
post {m3}/acts/approve number=公訓字第2號 sent=105/09/20 year=105 _confirmed=1
status 409

# PROMO-127 An approval for this year that was a mistake: the place is as before, the substitute of the 延後訓練 stays; asked for again it is answered again
get {m3}/acts/mistake
post {m3}/acts/mistake reason=年度誤植 _confirmed=1
status 303
rows "SELECT state FROM participant WHERE id = {t3}" = makeup_open
rows "SELECT substitute_of - {t3} FROM participant WHERE id = {t2}" = 0

# PROMO-124 A number that its sender has used for another case is told, and nothing is refused; the other case tells it too
get {m3}/acts/approve
post {m3}/acts/approve number=公訓字第1號 sent=105/09/20 year=105 _confirmed=1
status 303
get {m3}
see "文號「公訓字第1號」公務人員保障暨培訓委員會另用於1件案件；一函數案者無須更正，誤登者請更正"
no 文號「公訓字第2號」
get {m1}
see "文號「公訓字第1號」公務人員保障暨培訓委員會另用於1件案件"

# PROMO-127 An approval for the next year that was a mistake takes its participation back; approved again it is the same one
get {m1}/acts/mistake
post {m1}/acts/mistake reason=年度誤植 _confirmed=1
status 303
rows "SELECT year, state FROM participant WHERE national_id = 'A123456789' ORDER BY year" = 105|makeup_open,106|removed
get {m1}/acts/approve
post {m1}/acts/approve number=公訓字第5號 sent=105/09/20 year=106 _confirmed=1
status 303
rows "SELECT year, state FROM participant WHERE national_id = 'A123456789' ORDER BY year" = 105|makeup_approved,106|waiting

# PROMO-127 What has come of it since is corrected first: the newest entry alone is taken back
rows "UPDATE participant SET state = 'in_training' WHERE national_id = 'A123456789' AND year = 106 RETURNING 1" = 1
get {m1}/acts/mistake
post {m1}/acts/mistake reason=再更正 _confirmed=1
status 422
see "於106年度之補訓目前為「受訓中」，無法更正核准；請先更正該年度之紀錄"
rows "SELECT state FROM participant WHERE id = {t1}" = makeup_approved

# PROMO-069 備選 hold until the year's end: then the state says so, and nobody moves up
participant 105 F123456784 李備選 reserve 301000000A 301010000C outcome=reserve place=9
keep spare rows "SELECT id FROM participant WHERE name = '李備選'"
clock 2016-12-31T10:00
run jobs
rows "SELECT state FROM participant WHERE id = {spare}" = reserve
as 301010000C/sv1 december
get /promotion/participants/{spare}
see "年度終了未遞補者失其效力（升官等訓練辦法第8條）"
clock 2017-01-02T10:00
run jobs
rows "SELECT state FROM participant WHERE id = {spare}" = reserve_lapsed
rows "SELECT event, day, account FROM participant_event WHERE participant = {spare}" = reserve_lapses|2016-12-31|0
as 301010000C/sv1 january
get /promotion/participants/{spare}
see 備選失效 "備選於105年度終了失其效力（升官等訓練辦法第8條）；次年度起依規定重新遴選。"

# PROMO-069 A decision for 遞補 after the year's end is refused with the reason; without it the case goes on
participant 105 E123456783 張待訓 waiting 301000000A 301010000C place=10
keep waits rows "SELECT id FROM participant WHERE name = '張待訓'"
get /promotion/participants/{waits}/records/promotion-withdraw
send /promotion/participants/{waits}/records/promotion-withdraw declared=106/01/02 why=本人自願放棄
status 303
keep w1 location
get {w1}/acts/report
send {w1}/acts/report number=示一字第9號 sent=106/01/02
status 303
as 301000000A/sa1 january
get {w1}/acts/forward
send {w1}/acts/forward number=示警字第9號 sent=106/01/02 backfill=required
status 422
see 備選人員至105年度終了失其效力，不得遞補
send {w1}/acts/forward number=示警字第9號 sent=106/01/02 backfill=not_required why=年度終了
status 303
