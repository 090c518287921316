-- 複查成績 of 升官等訓練: once, within 15 days, online or on paper; answered within 15 and at most 10 more; what a corrected score leads to.

clock 2016-09-16T09:00
agency A58000000A 公務人員保障暨培訓委員會
agency 301000000A 示範警政署
agency 301010000C 示範警政署第一總隊 under=301000000A
agency 302000000B 示範縣政府
account A58000000A/csptc csptc_officer name=鄭文彬
account 301010000C/sv1 agency_officer name=吳同仁
account 302000000B/sa2 agency_officer name=李科員
rows "INSERT INTO promotion_call (type, year, ratio, training_percent, deadline, released) VALUES ('zuo_to_zheng', 105, '10', '10', '2016-04-30', 1) RETURNING 1" = 1
participant 105 A123456789 王小明 failed 301000000A 301010000C
participant 105 A223456781 陳美玲 passed 301000000A 301010000C
participant 105 B123456780 林志強 passed 301000000A 301010000C
rows "INSERT INTO training_result (participant, training_score, course_score, total, training_percent, passed, determined, receipt, code) SELECT id, '80.00', CASE WHEN state = 'failed' THEN '50.00' ELSE '80.00' END, CASE WHEN state = 'failed' THEN '53.00' ELSE '80.00' END, '10.0000', CASE WHEN state = 'failed' THEN 0 ELSE 1 END, '2016-08-19', '2016-09-01', CASE WHEN name = '王小明' THEN '123456789012' ELSE '999999999999' END FROM participant RETURNING 1" = 1,1,1

# PROMO-091 Both ways are offered; the form is downloaded
as nobody
get /recheck
see 「各項訓練測驗複查成績申請書」 "接到訓練成績單之次日起15日內得申請，逾期不予受理，並以1次為限。"
get /recheck/form
pdf 各項訓練測驗複查成績申請書 申請複查項目 郵戳為憑

# PROMO-091 A wrong code and an unknown number get one answer
get /recheck
send /recheck national_id=A123456789 code=000000000000 content=測驗成績 contact=02
status 422
see 查無資料。請核對身分證統一編號及成績單查驗碼
send /recheck national_id=F123456784 code=123456789012 content=測驗成績 contact=02
status 422
see 查無資料。請核對身分證統一編號及成績單查驗碼
send /recheck national_id=A123456789 code= content=
status 422
see "「成績單查驗碼」為必填欄位，請輸入。" "「申請複查項目」為必填欄位，請輸入。"

# PROMO-090 PROMO-093 Receipt 105/09/01, online on 105/09/16: accepted; answered by 105/10/03, since the 15 days end on a Saturday
get /recheck
send /recheck national_id=A123456789 code=1234-5678-9012 content=測驗成績 contact=02-12345678
status 200
see 已受理複查申請 105/09/16 105/10/03
rows "SELECT channel, applied, state FROM score_recheck" = online|2016-09-16|open

# PROMO-125 PROMO-093 The answer is 保訓會's deadline: on its home page, with the way to it
as A58000000A/csptc
rows "SELECT d.kind, d.due, d.length, g.code FROM deadline d JOIN agency g ON g.id = d.agency" = promotion-recheck-answer|2016-10-03|15d|A58000000A
get /deadlines?kind=promotion-recheck-answer
see 答復複查成績 王小明（105年度佐升正） 警佐警察人員晉升警正官等訓練辦法第16條 "剩 17 日"
get /
see 答復複查成績
keep link raw "href=\"/promotion/rechecks?participant="
get /promotion/rechecks?participant={link}
see 王小明
get /promotion/rechecks?participant=99999
no 王小明

# PROMO-092 ERR_RECHECK_ONCE Once, across both ways
get /recheck
send /recheck national_id=A123456789 code=123456789012 content=再次 contact=02
status 422
see "已於 105/09/16 申請複查，以 1 次為限。"
as A58000000A/csptc
get /promotion/rechecks?waiting=1
see 王小明 線上申辦 待答復 17
get /promotion/rechecks/new
send /promotion/rechecks/new type=zuo_to_zheng year=105 national_id=A123456789 applied=105/09/10 received=105/09/15 content=測驗
status 422
see "已於 105/09/16 申請複查，以 1 次為限。"

# PROMO-090 PROMO-091 The postmark counts: 105/09/16 that arrives on 105/09/19 is in time; without it nothing is taken
clock 2016-09-20T09:00
as A58000000A/csptc second
get /promotion/rechecks/new
send /promotion/rechecks/new type=zuo_to_zheng year=105 national_id=A223456781 received=105/09/19 content=測驗
status 422
see "「郵戳日」為必填欄位，請輸入。"
send /promotion/rechecks/new applied=105/09/16
status 303
follow
follow
see "已登錄 陳美玲 之複查申請"
rows "SELECT channel, applied, received FROM score_recheck ORDER BY id DESC LIMIT 1" = paper|2016-09-16|2016-09-19

# PROMO-090 ERR_RECHECK_LATE A postmark of 105/09/20 is too late, with the last day; so is the page
get /promotion/rechecks/new
send /promotion/rechecks/new type=zuo_to_zheng year=105 national_id=B123456780 applied=105/09/20 received=105/09/20 content=測驗
status 422
see "成績單接到日 105/09/01，複查申請期限為 105/09/16，逾期不予受理。"
as nobody
get /recheck
send /recheck national_id=B123456780 code=999999999999 content=測驗 contact=02
status 422
see "成績單接到日 105/09/01，複查申請期限為 105/09/16，逾期不予受理。"
json post /recheck {"national_id": "B123456780", "code": "999999999999", "content": "測驗", "contact": "02"}
status 422
json issues.0.code = ERR_RECHECK_LATE
json post /recheck {"national_id": "A123456789", "code": "123456789012", "content": "測驗", "contact": "02"}
status 422
json issues.0.code = ERR_RECHECK_ONCE
rows "SELECT count(*) FROM score_recheck" = 2

# PROMO-093 An extension needs its reason and the notice; ten days are added to the first end, once
as A58000000A/csptc second
keep wang rows "SELECT k.id FROM score_recheck k JOIN participant p ON p.id = k.participant WHERE p.name = '王小明'"
get /promotion/rechecks/{wang}
send /promotion/rechecks/{wang}/extend
status 422
see "「特殊事由」為必填欄位，請輸入。" "「通知申請人之文號」為必填欄位，請輸入。"
send /promotion/rechecks/{wang}/extend extend_reason=須調閱試卷 extend_document=公訓字第1050013001號
status 303
follow
see 105/10/11 須調閱試卷 延長答復
rows "SELECT d.due, d.length FROM deadline d JOIN participant p ON p.id = d.subject WHERE p.name = '王小明' AND d.kind = 'promotion-recheck-answer'" = 2016-10-11|25d
no "以 1 次為限，並應通知申請人"
post /promotion/rechecks/{wang}/extend extend_reason=x extend_document=y
status 409
see "複查申請目前為「延長答復」，無法辦理「延長答復（以1次為限）」。"

# PROMO-093 A corrected score replaces the old one with history; pass or fail, the fee and the public page follow
get /promotion/rechecks/{wang}
send /promotion/rechecks/{wang}/answer result=corrected training_score=80 course_score=60.5 answer_document=公訓字第1050013100號
status 422
see "「複查說明」為必填欄位，請輸入。"
send /promotion/rechecks/{wang}/answer result=corrected training_score=80 course_score=60.5 answer_document=公訓字第1050013100號 answer_reason=漏計一題
status 303
follow
see 更正成績 漏計一題 已答復
rows "SELECT d.kind, d.due, d.state FROM deadline d JOIN participant p ON p.id = d.subject WHERE p.name = '王小明' ORDER BY d.kind" = promotion-fee|2016-09-08|open,promotion-recheck-answer|2016-10-11|met
rows "SELECT p.state, t.total, t.passed FROM participant p JOIN training_result t ON t.participant = p.id WHERE p.name = '王小明'" = passed|62.45|1
rows "SELECT what, before, after, document FROM result_change ORDER BY id" = course_score|50.00|60.50|公訓字第1050013100號,total|53.00|62.45|公訓字第1050013100號
as nobody
get /result
send /result national_id=A123456789 birth_date=070/01/31
see 合格

# PROMO-092 PROMO-126 What is answered stays answered; the agency is told and reads, another does not
as A58000000A/csptc second
post /promotion/rechecks/{wang}/answer result=unchanged answer_document=x answer_reason=y
status 409
as 301010000C/sv1
get /notices
see "王小明 之複查成績已答復：更正成績"
get /promotion/rechecks/{wang}
status 200
no 登錄答復
as 302000000B/sa2
get /promotion/rechecks/{wang}
status 403
get /promotion/rechecks
no 王小明

# PROMO-093 PROMO-125 Fifteen days that end on a holiday which nobody knew of yet: the day follows the calendar that comes later, on list, page and JSON
clock 2024-09-02T09:00
rows "INSERT INTO participant (type, year, national_id, name, birth_date, selector, agency, agency_code, agency_name, outcome, origin, cost, state) SELECT 'zuo_to_zheng', 113, x.id, x.name, '1981-01-31', s.id, g.id, g.code, g.name, 'primary', 'first_time', 'public', 'failed' FROM agency s JOIN agency g ON g.code = '301010000C' CROSS JOIN (SELECT 'C123456781' AS id, '趙一二' AS name UNION ALL SELECT 'D123456782', '錢大文') x WHERE s.code = '301000000A' RETURNING 1" = 1,1
rows "INSERT INTO training_result (participant, training_score, course_score, total, training_percent, passed, determined, code) SELECT id, '80.00', '50.00', '53.00', '10.0000', 0, '2024-08-19', CASE WHEN name = '趙一二' THEN '555555555555' ELSE '666666666666' END FROM participant WHERE year = 113 RETURNING 1" = 1,1
as 301010000C/sv1 y113
keep zhao rows "SELECT id FROM participant WHERE name = '趙一二'"
keep qian rows "SELECT id FROM participant WHERE name = '錢大文'"
get "/promotion/scores?type=zuo_to_zheng&year=113"
send /promotion/scores tick={zhao},{qian} receipt=113/09/02
status 303
as nobody
get /recheck
send /recheck national_id=C123456781 code=555555555555 content=測驗成績 contact=02
status 200
see 113/09/17
as A58000000A/csptc y113
get /promotion/rechecks?waiting=1
see 趙一二 113/09/17
peixun calendar load test/story/calendar-112-115.csv --as A58000000A/csptc
run jobs
clock 2024-09-02T09:02
run jobs
get /promotion/rechecks?waiting=1
see 趙一二 113/09/18
no 113/09/17
keep asked rows "SELECT id FROM score_recheck ORDER BY id DESC LIMIT 1"
get /promotion/rechecks/{asked}
see 113/09/18
json get /promotion/rechecks/{asked}
json due = 2024-09-18
json days_left = 16
get /notices
see 「答復複查成績」趙一二（113年度佐升正）的期限因辦公日曆更新，由113年9月17日改為113年9月18日

# PROMO-093 PROMO-125 Both deadlines of a 複查 go by mail, names masked: 保訓會 is told of its answer, the agency of the days that its person has
setting PEIXUN_MAIL_URL smtp://127.0.0.1:9
get /account/reminders
send /account/reminders email=csptc@example.gov.tw ahead=2 by_mail=1
status 303
as 301010000C/sv1 y113
get /account/reminders
send /account/reminders email=sv1@example.gov.tw ahead=2 by_mail=1
status 303
clock 2024-09-16T07:31
run jobs
rows "SELECT count(*) FROM mail WHERE receiver = 'csptc@example.gov.tw' AND body LIKE '%剩2日）答復複查成績：趙○二（113年度佐升正）%' AND body NOT LIKE '%趙一二%'" = 1
rows "SELECT count(*) FROM mail WHERE receiver = 'sv1@example.gov.tw' AND body LIKE '%113/09/18（剩2日）申請複查成績：錢○文（113年度佐升正）%' AND body NOT LIKE '%趙○二%'" = 1
