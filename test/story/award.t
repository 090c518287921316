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
rows "INSERT INTO participant (type, year, national_id, name, birth_date, selector, agency, agency_code, agency_name, outcome, origin, cost, state, class_from, class_until) SELECT 'zuo_to_zheng', 105, x.id, x.name, '1981-01-31', s.id, g.id, g.code, g.name, 'primary', 'first_time', 'public', x.state, '2016-06-06', '2016-07-01' FROM agency s JOIN agency g ON g.code = '301010000C' CROSS JOIN (SELECT 'A123456789' AS id, '王小明' AS name, 'passed' AS state UNION ALL SELECT 'A223456781', '陳美玲', 'failed' UNION ALL SELECT 'B123456780', '林志強', 'passed') x WHERE s.code = '301000000A' RETURNING 1" = 1,1,1
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
rows "UPDATE participant SET state = 'annulled' WHERE id = {wang} RETURNING 1" = 1
get "/verify?number=105訓佐字第000001號&code={code}"
see 本證書已註銷：訓練及格資格業經撤銷
no 王○明
