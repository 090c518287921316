-- 訓練合格證書 of 升官等訓練: asked for, issued, checked by anybody who holds it; annulled.

clock 2016-09-20T09:00
agency A58000000A 公務人員保障暨培訓委員會
agency 301000000A 示範警政署
agency 301010000C 示範警政署第一總隊 under=301000000A
agency 302000000B 示範縣政府
account A58000000A/csptc csptc_officer name=鄭文彬
account 301000000A/sa1 agency_officer name=周淑芬
account 301010000C/sv1 agency_officer name=吳同仁
account 302000000B/sa2 agency_officer name=李科員
participant 105 A123456789 王小明 passed 301000000A 301010000C from=2016-06-06 to=2016-07-01
participant 105 A223456781 陳美玲 failed 301000000A 301010000C from=2016-06-06 to=2016-07-01
participant 105 B123456780 林志強 passed 301000000A 301010000C from=2016-06-06 to=2016-07-01
rows "INSERT INTO training_result (participant, training_score, course_score, total, training_percent, passed, determined, receipt, code) SELECT id, '80.00', '80.00', '80.00', '10.0000', CASE WHEN state = 'failed' THEN 0 ELSE 1 END, '2016-08-19', '2016-09-01', '123456789012' FROM participant RETURNING 1" = 1,1,1
keep wang rows "SELECT id FROM participant WHERE name = '王小明'"
keep chen rows "SELECT id FROM participant WHERE name = '陳美玲'"
keep lin rows "SELECT id FROM participant WHERE name = '林志強'"

# PROMO-095 About two and a half months after 結訓, on the person's page
as 301010000C/sv1
get /promotion/participants/{wang}
see 約105年9月中旬 "80.00（及格）"

# PROMO-094 The list holds those who passed; the letters go to 考試院, 遴選機關 and 銓敘部
as A58000000A/csptc
get "/promotion/awards?type=zuo_to_zheng&year=105"
see 王小明 林志強 成績及格 未繳
no 陳美玲
get "/promotion/awards/list?type=zuo_to_zheng&year=105"
pdf 105年度佐升正訓練請領訓練合格證書名冊 王小明 第20條第1項
no-pdf 陳美玲
get "/promotion/awards/letters?type=zuo_to_zheng&year=105&to=exam"
pdf 考試院 請發給訓練合格證書 成績及格人員2人
get "/promotion/awards/letters?type=zuo_to_zheng&year=105&to=selectors"
pdf 示範警政署 請查照
get "/promotion/awards/letters?type=zuo_to_zheng&year=105&to=ministry"
pdf 銓敘部

# PROMO-094 Who did not pass is refused by name, and nobody is asked for
get "/promotion/awards?type=zuo_to_zheng&year=105"
post /promotion/awards act=file tick={wang},{chen} document=公訓字第1050014000號 day=105/09/19 type=zuo_to_zheng year=105
status 422
see "陳美玲 目前為「成績不及格」，非成績及格而待請領證書之人員，不得列入。"
rows "SELECT count(*) FROM award_request" = 0
get "/promotion/awards?type=zuo_to_zheng&year=105"
send /promotion/awards act=file tick={wang},{lin}
status 422
see "「文號」為必填欄位，請輸入。"
send /promotion/awards act=file tick={wang},{lin} document=公訓字第1050014000號 day=105/09/19
status 303
follow
see "已報請考試院發給證書 2 人" 請證中 公訓字第1050014000號
rows "SELECT DISTINCT state FROM participant WHERE id IN ({wang}, {lin})" = certificate_requested

# PROMO-094 Numbers are recorded, each once; what is sent back can be asked for again
get "/promotion/awards?type=zuo_to_zheng&year=105"
send /promotion/awards act=return tick={lin} document=考臺組字第1050000001號 day=105/09/20
status 303
rows "SELECT state FROM participant WHERE id = {lin}" = passed
get "/promotion/awards?type=zuo_to_zheng&year=105"
send /promotion/awards act=issue number.{wang}=105訓佐字第000001號 document=考臺組字第1050000002號 day=105/09/20
status 303
follow
see 已發給訓練合格證書 105訓佐字第000001號
get "/promotion/awards?type=zuo_to_zheng&year=105"
send /promotion/awards act=file tick={lin} document=公訓字第1050014001號 day=105/09/20
get "/promotion/awards?type=zuo_to_zheng&year=105"
send /promotion/awards act=issue number.{lin}=105訓佐字第000001號 document=x day=105/09/20
status 422
see "105訓佐字第000001號」已存在"

# PROMO-094 The 遴選機關 is told and sees it; another agency does not; the proof carries number and code
as 301000000A/sa1
get /notices
see "王小明 之訓練合格證書，保訓會已報請考試院發給"
get "/promotion/awards?type=zuo_to_zheng&year=105"
see 105訓佐字第000001號
no 登錄證書字號
get /promotion/awards/{wang}/note
pdf 訓練合格證明 105訓佐字第000001號 查驗碼
as 302000000B/sa2
get /promotion/awards/{wang}/note
status 403
get "/promotion/awards?type=zuo_to_zheng&year=105"
no 王小明

# PROMO-094 PROMO-114 Anybody with number and code sees that it is good, with a masked name; after an annulment, that it is not, and no name
keep code rows "SELECT code FROM award_member WHERE number IS NOT NULL"
as nobody
get "/verify?number=105訓佐字第000001號&code={code}"
status 200
see 與系統紀錄相符 訓練合格證書 105年度佐升正訓練 王○明
no 王小明
get "/verify?number=105訓佐字第000001號&code=00000000000000000000"
status 422
no 王○明

# PROMO-094 Numbers by file: every wrong row is told with row and field, and nothing of the file is stored
as A58000000A/csptc
get /promotion/awards/import
see 訓練合格證書字號 已登錄之字號請於該員之證書頁更正並填寫理由。
write numbers.csv
	年度,訓練類別,身分證統一編號,姓名,證書字號,發證日期,考試院發證文號
	105,佐升正,B123456780,林志強,105訓佐字第000001號,105/09/20,考臺組字第1050000003號
	105,佐升正,A223456781,陳美玲,105訓佐字第000003號,105/09/20,考臺組字第1050000003號
	105,佐升正,A123456789,王小明,105訓佐字第000009號,105/09/20,考臺組字第1050000003號
	105,佐升正,F123456784,李大同,105訓佐字第000004號,105/09/21,考臺組字第1050000003號
	105,佐升正,E123456783,張一心,105訓佐字第000005號,105/09/20,考臺組字第1050000003號
send /promotion/awards/import file=@numbers.csv
status 303
run jobs
follow
see 檢核未通過 "105訓佐字第000001號」已存在" "陳美玲 目前為「成績不及格」，無法辦理「登錄證書字號」" "王小明 已登錄證書字號「105訓佐字第000001號」，與檔案不同" "「發證日期」不可晚於今日（105/09/20）。" 查無「E123456783」於該年度該訓練之參訓資料
rows "SELECT count(*) FROM award_member WHERE number IS NOT NULL" = 1

# PROMO-094 A right file: issued; the whole can be taken back while nobody has touched it, and comes again
write numbers.csv
	年度,訓練類別,身分證統一編號,姓名,證書字號,發證日期,考試院發證文號
	105,佐升正,B123456780,林志強,105訓佐字第000008號,105/09/20,考臺組字第1050000003號
	105,佐升正,A123456789,王小明,105訓佐字第000001號,105/09/20,考臺組字第1050000002號
post /promotion/awards/import file=@numbers.csv
status 303
run jobs
rows "SELECT rows_updated, rows_unchanged FROM import_batch ORDER BY id DESC LIMIT 1" = 1|1
rows "SELECT p.state, m.number, m.issued, m.document FROM participant p JOIN award_member m ON m.participant = p.id AND m.live = 1 WHERE p.id = {lin}" = certified|105訓佐字第000008號|2016-09-20|考臺組字第1050000003號
keep batch rows "SELECT max(id) FROM import_batch"
get /imports/{batch}
send /imports/{batch}/undo reason=上傳錯檔
run jobs
rows "SELECT p.state, m.number FROM participant p JOIN award_member m ON m.participant = p.id AND m.live = 1 WHERE p.id = {lin}" = certificate_requested|
post /promotion/awards/import file=@numbers.csv again=yes
run jobs
rows "SELECT state FROM participant WHERE id = {lin}" = certified

# PROMO-127 A wrong number is corrected with a reason and its history; never one that is another's, never twice by two people
get /promotion/awards/{lin}
see 105訓佐字第000008號 更正證書字號
send /promotion/awards/{lin} number=105訓佐字第000002號
status 422
see "「更正理由」為必填欄位，請輸入。"
send /promotion/awards/{lin} number=105訓佐字第000001號 reason=誤繕
status 422
see "105訓佐字第000001號」已存在"
send /promotion/awards/{lin} number=105訓佐字第000008號 reason=誤繕
status 422
see 與已登錄者相同，無須更正。
get /promotion/awards/{lin}
send /promotion/awards/{lin} number=105訓佐字第000002號 reason=誤繕 letter=考臺組字第1050000004號
status 303
follow
see 105訓佐字第000002號 異動紀錄 105訓佐字第000008號 誤繕 考臺組字第1050000004號 鄭文彬
post /promotion/awards/{lin} number=105訓佐字第000003號 reason=x version=1
status 409
keep lincode rows "SELECT code FROM award_member WHERE number = '105訓佐字第000002號'"
as 301010000C/sv1
get /promotion/awards/{lin}
see 105訓佐字第000002號 異動紀錄
no "更正理由"
as 302000000B/sa2
get /promotion/awards/{lin}
status 403
as nobody
get "/verify?number=105訓佐字第000002號&code={lincode}"
see 與系統紀錄相符 林○強
get "/verify?number=105訓佐字第000008號&code={lincode}"
see 本證書字號業經更正，所載字號不再有效
no 林○強

# PROMO-114 The annulment reaches the certificate: list, page, proof and the public page tell it; taken back, it is good again
as A58000000A/csptc
get /promotion/participants/{wang}/records/promotion-annul
post /promotion/participants/{wang}/records/promotion-annul number=公訓字第3號 sent=105/09/20 delivered=105/09/20 why=年資不足 at_fault=no _confirmed=1
status 303
keep annul location
rows "SELECT live, cancelled, cancel_document FROM award_member WHERE participant = {wang}" = 0|2016-09-20|公訓字第3號
get "/promotion/awards?type=zuo_to_zheng&year=105"
see "105/09/20 註銷" 撤銷訓練及格資格
get /promotion/awards/{wang}
see "本證書已註銷：訓練及格資格於 105/09/20 撤銷（公訓字第3號）。"
no 更正證書字號
get /promotion/awards/{wang}/note
status 409
post /promotion/awards/{wang} number=105訓佐字第000007號 issued=105/09/20 document=x reason=x
status 409
see "王小明 目前為「撤銷訓練及格資格」，無法辦理「更正證書字號」。"
as nobody
get "/verify?number=105訓佐字第000001號&code={code}"
see "本證書已於 105/09/20 註銷：訓練及格資格業經撤銷"
no 王○明
as A58000000A/csptc
get {annul}/acts/mistake
post {annul}/acts/mistake _reason=誤登 reason=誤登 _confirmed=1
status 303
rows "SELECT m.live, m.cancelled, p.state FROM award_member m JOIN participant p ON p.id = m.participant WHERE p.id = {wang}" = 1||certified
as nobody
get "/verify?number=105訓佐字第000001號&code={code}"
see 與系統紀錄相符

# PROMO-118 After an annulment 免訓 is approved: on the list of that year, with a certificate of its own
as A58000000A/csptc
get /promotion/participants/{wang}/records/promotion-annul
post /promotion/participants/{wang}/records/promotion-annul number=公訓字第4號 sent=105/09/20 delivered=105/09/20 why=年資不足 at_fault=no _confirmed=1
rows "INSERT INTO participant_event (participant, event, day, was, became, account, made) VALUES ({wang}, 'exempted', '2017-03-01', 'annulled', 'exempt_approved', 1, 1488300000) RETURNING 1" = 1
rows "UPDATE participant SET state = 'exempt_approved' WHERE id = {wang} RETURNING 1" = 1
clock 2017-05-02T09:00
as A58000000A/csptc y106
get "/promotion/awards?type=zuo_to_zheng&year=105"
no 王小明
get "/promotion/awards?type=zuo_to_zheng&year=106"
see 王小明 核准免訓
no 林志強
no 105訓佐字第000001號
send /promotion/awards act=file tick={wang} document=公訓字第1060014000號 day=106/05/01
status 303
get "/promotion/awards?type=zuo_to_zheng&year=106"
send /promotion/awards act=issue number.{wang}=106訓佐字第000001號 document=考臺組字第1060000001號 day=106/05/02
status 303
follow
see 106訓佐字第000001號
as nobody
get "/verify?number=105訓佐字第000001號&code={code}"
see 已於 註銷
