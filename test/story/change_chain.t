-- 訓前自願放棄 and 延後訓練: 服務機關 → 遴選機關 → 保訓會, and who moves up.

clock 2016-06-01T09:00
agency A58000000A 公務人員保障暨培訓委員會
agency A58010000A 國家文官學院
agency 301000000A 示範警政署
agency 301010000C 示範警政署第一總隊 under=301000000A
agency 302000000B 示範縣政府
account A58000000A/csptc csptc_officer name=鄭文彬
account A58010000A/nacs nacs_officer name=孫班務
account 301000000A/sa1 agency_officer name=周淑芬
account 301010000C/sv1 agency_officer name=吳同仁
account 302000000B/sa2 agency_officer name=李科員
account A58010000A/school training_institute name=錢教務
participant 105 A123456789 王小明 waiting 301000000A 301010000C from=2016-06-20 to=2016-07-15 place=1
participant 105 A223456781 陳美玲 waiting 301000000A 301010000C from=2016-06-20 to=2016-07-15 origin=failed_reselected cost=self place=2
participant 105 B123456780 林志強 waiting 301000000A 301010000C from=2016-06-20 to=2016-07-15 place=3
participant 105 C123456781 趙一二 reserve 301000000A 301010000C from=2016-06-20 to=2016-07-15 outcome=reserve place=4
participant 105 D123456782 錢三四 reserve 301000000A 301010000C from=2016-06-20 to=2016-07-15 outcome=reserve place=5
participant 105 E123456783 孫五六 waiting 301000000A 301010000C from=2016-06-20 to=2016-07-15 origin=makeup_in_quota place=6
keep t1 rows "SELECT id FROM participant WHERE national_id = 'A123456789'"
keep t2 rows "SELECT id FROM participant WHERE national_id = 'A223456781'"
keep t3 rows "SELECT id FROM participant WHERE national_id = 'B123456780'"
keep r1 rows "SELECT id FROM participant WHERE national_id = 'C123456781'"
keep r2 rows "SELECT id FROM participant WHERE national_id = 'D123456782'"
keep t4 rows "SELECT id FROM participant WHERE national_id = 'E123456783'"

# PROMO-006 PROMO-003 One page a participant: phase, parties, what may be done; the lists of those who may see it
as 301010000C/sv1
get /promotion/participants
status 200
see 王小明 佐升正 待訓 備選 示範警政署
get /promotion/participants/{t1}
status 200
see 王小明 105年度佐升正 待訓 訓前自願放棄 延後訓練 服務機關 示範警政署第一總隊 遴選機關 示範警政署 公務人員保障暨培訓委員會 國家文官學院 105年6月20日開訓
no 停止訓練
json get /promotion/participants/{t1}
json state = waiting
as 302000000B/sa2
get /promotion/participants
no 王小明
get /promotion/participants/{t1}
status 403
get /promotion/participants/{t1}/records/promotion-withdraw
status 403

# PROMO-066 PROMO-071 The 服務機關 records the withdrawal; only it sees the draft
as 301010000C/sv1
get /promotion/participants/{t1}/records/promotion-withdraw
status 200
see 放棄日期 切結書
send /promotion/participants/{t1}/records/promotion-withdraw declared=105/06/01
status 303
keep w1 location
follow
see 草稿 態樣1 須遞補備選人員參訓 建議請當事人填具放棄參訓資格切結書
as 301000000A/sa1
get {w1}
status 403
get /promotion/requests
see 查無符合條件的資料

# PROMO-071 Days open, days until the class
clock 2016-06-08T09:00
as 301010000C/sv1 w2
get {w1}
see 自105/06/01起已7日 距開訓日105/06/20尚有12日 請掌握函報保訓會之工作期程

# PROMO-067 ERR_REQUIRED Reported by letter: number and day; without 切結書 a reason
get {w1}/acts/report
send {w1}/acts/report number= sent=105/06/08
status 422
see 「文號」為必填欄位 未檢附放棄參訓資格切結書
get {w1}/acts/edit
send {w1}/acts/edit declared=105/06/01 why=因家庭因素自願放棄
status 303
get {w1}/acts/report
send {w1}/acts/report number=示一字第1號 sent=105/06/09
status 422
see 不可晚於今日
send {w1}/acts/report number=示一字第1號 sent=105/06/08
status 303
follow
see 已函報遴選機關 示一字第1號

# PROMO-124 The letter of the step that is due, as a draft with the facts of the case
get {w1}/form
status 200
pdf 示範警政署 函報本年度佐升正訓練參訓人員王小明 訓前自願放棄 A123456789 公務人員保障暨培訓委員會

# PROMO-067 PROMO-003 It arrives at the 遴選機關 and nowhere else, with a notice
as 301000000A/sa1 w2
get /notices
see 王小明 待遴選機關辦理
get "/promotion/requests?waits=mine"
see 訓前自願放棄 已函報遴選機關
get /promotion/participants/{t1}
see 待遴選機關辦理
as A58000000A/csptc w2
get {w1}
status 403
as 302000000B/sa2 w2
get {w1}
status 403

# PROMO-066 Sent back with a reason, and reported again
as 301000000A/sa1 w2
get {w1}/acts/back
send {w1}/acts/back
status 422
send {w1}/acts/back reason=請補放棄日期
status 303
as 301010000C/sv1 w2
get {w1}
see 退回服務機關補正 請補放棄日期
get {w1}/form
save letter.pdf
get {w1}
send {w1}/files slot=evidence file=@letter.pdf
status 303
get {w1}/acts/report
send {w1}/acts/report number=示一字第2號 sent=105/06/08
status 303

# PROMO-068 PROMO-069 ERR_REQUIRED The decision, with the reserves in order; skipping one needs a reason
as 301000000A/sa1 w2
get {w1}/acts/forward
status 200
see 備選人員（依受訓序列遞補） 趙一二 錢三四 態樣1
send {w1}/acts/forward number=示警字第1號 sent=105/06/08
status 422
see 「遞補」為必填欄位
send {w1}/acts/forward number=示警字第1號 sent=105/06/08 backfill=required substitute=9
status 422
see 本年度備選人員中無受訓序列9者
send {w1}/acts/forward number=示警字第1號 sent=105/06/08 backfill=required substitute=5
status 422
see 備選應依受訓序列遞補（次一順位為第4序列趙一二），未依序者請填理由
send {w1}/acts/forward number=示警字第1號 sent=105/06/08 backfill=required substitute=
status 303
follow
see 已函報保訓會

# PROMO-068 README decision 24: a decision other than the 態樣 is flagged with the rule, not refused
as 301010000C/sv1 w2
get /promotion/participants/{t2}/records/promotion-withdraw
send /promotion/participants/{t2}/records/promotion-withdraw declared=105/06/08 why=自願放棄
status 303
keep w2 location
follow
see 態樣2 無須遞補備選人員參訓
get {w2}/acts/report
send {w2}/acts/report number=示一字第3號 sent=105/06/08
as 301000000A/sa1 w2
get {w2}/acts/forward
send {w2}/acts/forward number=示警字第2號 sent=105/06/08 backfill=required why=業務需要
status 303
rows "SELECT rule, result FROM decision WHERE rule = 'substitution'" = substitution|REVIEW

# PROMO-068 No 態樣 for other origins: a reason
as 301010000C/sv1 w2
get /promotion/participants/{t4}/records/promotion-withdraw
send /promotion/participants/{t4}/records/promotion-withdraw declared=105/06/08 why=自願放棄
keep w4 location
get {w4}/acts/report
send {w4}/acts/report number=示一字第5號 sent=105/06/08
as 301000000A/sa1 w2
get {w4}/acts/forward
send {w4}/acts/forward number=示警字第3號 sent=105/06/08 backfill=not_required
status 422
see 無對應之態樣，請填遞補與否之理由

# PROMO-070 PROMO-069 The reply: withdrawn, R1 is 正選 and linked, R2 is first reserve; the copy reaches 國家文官學院
as A58010000A/nacs w2
get {w1}
status 403
as A58000000A/csptc w2
get {w1}/acts/approve
send {w1}/acts/approve number=公訓字第1號 sent=105/06/08
status 200
see 送出後不能復原
send {w1}/acts/approve
status 303
rows "SELECT p.name, p.state, p.outcome, coalesce(s.name, '') FROM participant p LEFT JOIN participant s ON s.id = p.substitute_of ORDER BY p.place" = 王小明|withdrawn|primary|,陳美玲|waiting|primary|,林志強|waiting|primary|,趙一二|waiting|primary|王小明,錢三四|reserve|reserve|,孫五六|waiting|primary|
rows "SELECT event, was, became, document FROM participant_event WHERE participant = {r1}" = moved_up|reserve|waiting|公訓字第1號
as 301000000A/sa1 w2
get /notices
see 保訓會函復同意（公訓字第1號） 趙一二：由備選遞補為正選
as A58010000A/nacs w2
get /notices
see （副知）「訓前自願放棄」保訓會函復同意
get {w1}
status 200
see 公訓字第1號
get /promotion/participants/{t1}
see 訓前自願放棄

# PROMO-069 Sent back by 保訓會; the reserve used up is said, and the case goes on without one
as A58000000A/csptc w2
get {w2}/acts/send_back
send {w2}/acts/send_back reason=請依態樣2辦理
status 303
as 301000000A/sa1 w2
get {w2}
see 退回遴選機關補正
get {w2}/acts/forward
send {w2}/acts/forward number=示警字第4號 sent=105/06/08 backfill=not_required
as A58000000A/csptc w2
get {w2}/acts/approve
post {w2}/acts/approve number=公訓字第2號 sent=105/06/08 _confirmed=1
status 303
rows "SELECT state FROM participant WHERE id = {r2}" = reserve
rows "UPDATE participant SET state = 'removed' WHERE id = {r2} RETURNING 1" = 1
as 301000000A/sa1 w2
get {w4}/acts/forward
send {w4}/acts/forward number=示警字第5號 sent=105/06/08 backfill=required why=補訓人員放棄
status 303
rows "SELECT result FROM decision WHERE rule = 'reserve'" = REVIEW
rows "UPDATE participant SET state = 'reserve' WHERE id = {r2} RETURNING 1" = 1

# PROMO-072 PROMO-073 ERR_CAUSE ERR_EVIDENCE 延後訓練: a cause of the year's list, papers before the report; the draft stays
as 301010000C/sv1 w2
get /promotion/participants/{t3}/records/promotion-defer
send /promotion/participants/{t3}/records/promotion-defer event=105/06/05
status 422
see 請選擇事由
json post /promotion/participants/{t3}/records/promotion-defer {"event": "2016-06-05"}
status 422
json issues.0.code = ERR_CAUSE
get /promotion/participants/{t3}/records/promotion-defer
send /promotion/participants/{t3}/records/promotion-defer cause=養育三足歲以下子女 event=105/06/05
status 422
see 非得申請延後訓練之事由 第11條
send /promotion/participants/{t3}/records/promotion-defer cause=其他重大事由 event=105/06/05
status 422
see 「事由說明」為必填欄位
send /promotion/participants/{t3}/records/promotion-defer cause=重病 event=105/06/05
status 303
keep d3 location
get {d3}/acts/report
send {d3}/acts/report number=示一字第6號 sent=105/06/08
status 422
see 請檢附相關證明文件
json post {d3}/acts/report {"number": "示一字第6號", "sent": "2016-06-08"}
status 422
raw ERR_EVIDENCE
rows "SELECT state FROM life_record WHERE kind = 'promotion-defer'" = draft
get {d3}
send {d3}/files slot=evidence file=@letter.pdf
status 303
get {d3}/acts/report
send {d3}/acts/report number=示一字第6號 sent=105/06/08
status 303

# PROMO-073 README decision 22: a medical proof is read by whom the case passes, and each reading leaves a trace
as 301000000A/sa1 w2
get {d3}
status 200
see 重病
rows "SELECT count(*) FROM audit WHERE action = 'life.promotion-defer.read'" = 2
get /promotion/requests
no 重病

# PROMO-074 The 遴選機關 is not satisfied: sent back with a reason, mended by the 服務機關, reported again; only who has it may send it back
get {d3}/acts/back
send {d3}/acts/back
status 422
send {d3}/acts/back reason=診斷證明書未載明期間
status 303
rows "SELECT state FROM life_record WHERE kind = 'promotion-defer'" = returned
get {d3}
see 退回服務機關補正 診斷證明書未載明期間
post {d3}/acts/forward number=示警字第6號 sent=105/06/08 backfill=required
status 409
as 301010000C/sv1 w2
get /promotion/requests?waits=mine
see 林志強 延後訓練
get {d3}/acts/edit
send {d3}/acts/edit cause=重病 event=105/06/04
status 303
get {d3}/acts/report
send {d3}/acts/report number=示一字第6號 sent=105/06/08
status 303
as 301000000A/sa1 w2

# PROMO-074 PROMO-075 Within the allotment a substitute; deferred, the qualification kept, 補訓 possible; whether the place was filled is kept
get {d3}/acts/forward
send {d3}/acts/forward number=示警字第6號 sent=105/06/08 backfill=required
status 303
as A58000000A/csptc w2
get {d3}/acts/approve
post {d3}/acts/approve number=公訓字第3號 sent=105/06/08 _confirmed=1
status 303
rows "SELECT name, state FROM participant WHERE id IN ({t3}, {r2}) ORDER BY place" = 林志強|deferred,錢三四|waiting
rows "SELECT outcome, filled FROM promotion_result WHERE national_id = 'B123456780'" = deferred|yes
as 301010000C/sv1 w2
get /promotion/participants/{t3}
see 補訓 原因消滅後3個月內

# PROMO-074 A substitute for a person outside the allotment is refused with the reason
rows "UPDATE participant SET state = 'waiting', version = version + 1 WHERE id = {t2} RETURNING 1" = 1
get /promotion/participants/{t2}/records/promotion-defer
send /promotion/participants/{t2}/records/promotion-defer cause=分娩 event=105/06/05
keep d2 location
get {d2}
send {d2}/files slot=evidence file=@letter.pdf
get {d2}/acts/report
send {d2}/acts/report number=示一字第7號 sent=105/06/08
as 301000000A/sa1 w2
get {d2}/acts/forward
send {d2}/acts/forward number=示警字第7號 sent=105/06/08 backfill=required
status 422
see 遞補限占年度分配名額者 成績不及格重新訓練
send {d2}/acts/forward number=示警字第7號 sent=105/06/08 backfill=not_required
status 303

# PROMO-075 Refused: the person waits as before
as A58000000A/csptc w2
get {d2}/acts/refuse
post {d2}/acts/refuse number=公訓字第4號 sent=105/06/08 reason=要件不符 _confirmed=1
status 303
rows "SELECT state FROM participant WHERE id = {t2}" = waiting

# PROMO-127 An answer entered by mistake is corrected with a reason: the person is where it was, the history stays
get {d3}/acts/mistake
post {d3}/acts/mistake _confirmed=1
status 422
post {d3}/acts/mistake reason=登錄於錯誤之案件 _confirmed=1
status 303
rows "SELECT state FROM participant WHERE id = {t3}" = waiting
rows "SELECT count(*) FROM promotion_result WHERE national_id = 'B123456780'" = 0
rows "SELECT event FROM participant_event WHERE participant = {t3} ORDER BY id" = defers,entry_withdrawn

# PROMO-127 PROMO-069 Who had moved up by that answer is 備選 again, in the same order, and the agencies are told
rows "SELECT state, outcome, coalesce(substitute_of, 0) FROM participant WHERE id = {r2}" = reserve|reserve|0
rows "SELECT event FROM participant_event WHERE participant = {r2} ORDER BY id" = moved_up,moved_back
as 301010000C/sv1 w2
get /notices
see 錢三四之遞補因「延後訓練」更正誤登而撤銷，仍為備選
as A58000000A/csptc w2
get {d3}
see 更正誤登 登錄於錯誤之案件 已函報保訓會

# PROMO-066 PROMO-072 PROMO-002 After the class start both are refused, naming the procedures of 訓中
clock 2016-06-20T09:00
as 301010000C/sv1 later
get /promotion/participants/{r1}
see "屬訓中階段；「訓前自願放棄」屬訓前階段" 訓練期間請改辦理停止訓練
get /promotion/participants/{r1}/records/promotion-defer
see 訓練期間請改辦理停止訓練
post /promotion/participants/{r1}/records/promotion-defer cause=重病 event=105/06/05
status 422

# PROMO-126 Two at once: the second is told, nothing is lost
as 301010000C/sv1 later
rows "UPDATE life_record SET version = version + 1 WHERE kind = 'promotion-withdraw' RETURNING 1" = 1,1,1
as A58000000A/csptc later
get {w4}
post {w4}/acts/approve version=1 number=公訓字第9號 sent=105/06/20 _confirmed=1
status 409
