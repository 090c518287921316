-- 成績 of 升官等訓練: sent by the class, total by proportion, 核定, 成績清冊 and 成績單, receipts, correction, the public query.

clock 2016-06-30T09:00
agency A58000000A 公務人員保障暨培訓委員會
agency A58010000B 國家文官學院
agency 301000000A 示範警政署
agency 301010000C 示範警政署第一總隊 under=301000000A
agency 301020000D 示範警察專科學校 under=301000000A
agency 302000000B 示範縣政府
account A58000000A/csptc csptc_officer name=鄭文彬
account A58010000B/nacs nacs_officer name=何佩珊
account 301000000A/sa1 agency_officer name=周淑芬
account 301010000C/sv1 agency_officer name=吳同仁
account 301020000D/school training_institute name=教務組
account 302000000B/sa2 agency_officer name=李科員
participant 105 A123456789 王小明 waiting 301000000A 301010000C
participant 105 A223456781 陳美玲 waiting 301000000A 301010000C
participant 105 B123456780 林志強 waiting 301000000A 301010000C
rows "INSERT INTO promotion_call (type, year, ratio, deadline, released) VALUES ('zuo_to_zheng', 105, '10', '2016-04-30', 1) RETURNING 1" = 1
as 301020000D/school
post /promotion/classes/new type=zuo_to_zheng year=105 name=第1梯次甲班 institute_code=301020000D start_day=105/06/06 end_day=105/07/01 hours=120
status 303
keep class rows "SELECT id FROM training_class"
post /promotion/classes/{class}/people act=assign ids="A123456789\nA223456781\nB123456780"
status 303
rows "UPDATE participant SET state = 'suspended' WHERE name = '林志強' RETURNING 1" = 1
keep wang rows "SELECT id FROM participant WHERE name = '王小明'"
keep chen rows "SELECT id FROM participant WHERE name = '陳美玲'"
keep lin rows "SELECT id FROM participant WHERE name = '林志強'"

# PROMO-085 PROMO-086 The planned window is days 43 to 56 after 結訓; what can't be computed is said
get /promotion/classes/{class}/scores
see "105/08/13～105/08/26" 尚未核定 "105 年度「訓練成績占總成績之比例」尚未設定，無法計算。" 停止訓練

# PROMO-085 Scores are 0 to 100 with two places; a wrong one leaves nothing stored
send /promotion/classes/{class}/scores training.{wang}=101 course.{wang}=77.705
status 422
see "成績「101」不正確" "成績「77.705」不正確"
rows "SELECT count(*) FROM training_result" = 0
send /promotion/classes/{class}/scores training.{wang}=85 course.{wang}=77.7
status 303
rows "SELECT training_score, course_score, total FROM training_result" = 85.00|77.70|
post /promotion/classes/{class}/scores v.{lin}=0 training.{lin}=60 course.{lin}=60
rows "SELECT count(*) FROM training_result" = 1

# PROMO-085 By file: who takes no part, is in no class or was stopped is named with the row; a good file replaces and fills in
write scores.csv
	年度,訓練類別,身分證統一編號,姓名,訓練成績,訓練課程成績
	105,佐升正,A123456789,王小明,85.05,77.70
	105,佐升正,B123456780,林志強,80,80
	105,佐升正,E123456783,孫有方,80,80
	105,佐升正,A223456781,陳美玲,120,59.99
post /promotion/scores/import file=@scores.csv
status 303
run jobs
follow
see 檢核未通過 "林志強 目前為「停止訓練」，不計算成績。" "查無「E123456783」於該年度該訓練之參訓資料" "成績「120」不正確"
rows "SELECT training_score FROM training_result" = 85.00
write scores.csv
	年度,訓練類別,身分證統一編號,姓名,訓練成績,訓練課程成績
	105,佐升正,A123456789,王小明,85.05,77.70
	105,佐升正,A223456781,陳美玲,60,59.98
post /promotion/scores/import file=@scores.csv
run jobs
rows "SELECT p.name, t.training_score, t.course_score FROM training_result t JOIN participant p ON p.id = t.participant ORDER BY p.id" = 王小明|85.05|77.70,陳美玲|60.00|59.98

# PROMO-085 PROMO-086 ERR_PARAM No weights, no 核定; not before 結訓
clock 2016-08-20T09:00
run jobs
as A58000000A/csptc
get /promotion/classes/{class}/scores
send /promotion/classes/{class}/scores/determine day=105/06/30 document=公訓字第1050012345號
status 422
see "105 年度「訓練成績占總成績之比例」尚未設定，無法計算。" "不可早於「結訓日期」（105/07/01）"
json post /promotion/classes/{class}/scores/determine {"day": "2016-08-19", "document": "公訓字第1050012345號"}
status 422
json issues.0.code = ERR_PARAM
rows "SELECT count(*) FROM class_determination" = 0
get /promotion/calls/1
send /promotion/calls/1 training_percent=10
status 303
get /promotion/parameters?type=zuo_to_zheng&year=105
see 比例由保訓會於年度調訓設定

# PROMO-085 The rounding is shown; 59.99 is below 60
get /promotion/classes/{class}/scores
see "訓練成績85.05 × 10.00% + 訓練課程成績77.70 × 90.00% = 78.4350，取至小數第2位（第3位四捨五入）為78.44" 78.44 59.98 不及格
raw >及格<

# PROMO-085 PROMO-086 Somebody without a score is named; then 核定 fixes all, and nobody who was stopped has a total
rows "UPDATE training_result SET course_score = '' WHERE participant = {chen} RETURNING 1" = 1
send /promotion/classes/{class}/scores/determine day=105/08/19 document=公訓字第1050012345號
status 422
see "陳美玲（第1梯次甲班）尚缺訓練成績或訓練課程成績，無法計算總成績。"
rows "UPDATE training_result SET course_score = '59.98' WHERE participant = {chen} RETURNING 1" = 1
get /promotion/classes/{class}/scores
send /promotion/classes/{class}/scores/determine day=105/08/19 document=公訓字第1050012345號
status 303
follow
see "已核定 2 人之成績" 公訓字第1050012345號
rows "SELECT p.name, p.state, t.total, t.determined FROM participant p LEFT JOIN training_result t ON t.participant = p.id ORDER BY p.id" = 王小明|passed|78.44|2016-08-19,陳美玲|failed|59.98|2016-08-19,林志強|suspended||

# PROMO-086 What is determined does not change by page or file
as 301020000D/school second
post /promotion/classes/{class}/scores v.{chen}=2 training.{chen}=100 course.{chen}=100
status 409
see "班別「第1梯次甲班」之成績已核定"
post /promotion/scores/import file=@scores.csv again=yes
run jobs
follow
see "王小明 之成績已核定，不可匯入"

# PROMO-087 成績清冊 for the 遴選機關: all its persons, as PDF and as sheet; another's are not shown
as 301000000A/sa1
get "/promotion/scores?type=zuo_to_zheng&year=105"
see 王小明 78.44 陳美玲 未簽收 列印成績清冊
no 列印成績單
get "/promotion/scores/register?type=zuo_to_zheng&year=105"
status 200
pdf 105年度佐升正訓練成績清冊 王小明 85.05 77.70 78.44 陳美玲 不及格
get "/promotion/scores.csv?type=zuo_to_zheng&year=105"
raw 王小明 78.44
as 302000000B/sa2
get "/promotion/scores/register?type=zuo_to_zheng&year=105"
status 409
see 成績尚未核定，或查無貴機關人員之成績。
get /promotion/scores/{wang}
status 403

# PROMO-087 PROMO-099 成績單 for the 服務機關, with what can be asked for and how the fee is paid; who failed has nothing to pay
as 301010000C/sv1
get "/promotion/scores?type=zuo_to_zheng&year=105"
see 列印成績單 列印簽收清冊
no 列印成績清冊
get "/promotion/scores/reports?participant={wang}"
status 200
pdf 公務人員保障暨培訓委員會105年度佐升正訓練成績單 王小明 78.44 及格 接到成績單之次日起15日內得申請複查成績 郵戳為憑 新臺幣500元 7日內 請領證書繳款 便利商店、郵局或中國信託商業銀行臨櫃 自動櫃員機（ATM）轉帳、網路信用卡、全國繳費網（WebATM）
get "/promotion/scores/reports?participant={chen}"
pdf 不及格
no-pdf 新臺幣500元
get "/promotion/scores/signing?type=zuo_to_zheng&year=105"
pdf 成績單簽收清冊 王小明 陳美玲 簽收人

# PROMO-088 Receipts in bulk: not before 核定, not in the future; the days that follow are told
clock 2016-09-02T09:00
as 301010000C/sv1 second
get "/promotion/scores?type=zuo_to_zheng&year=105"
send /promotion/scores tick={wang},{chen} receipt=105/09/03
status 422
see "「簽收日期」不可晚於今日（105/09/02）。"
send /promotion/scores tick={wang},{chen} receipt=105/08/18
status 422
see "王小明 之核定日期"
send /promotion/scores tick={wang},{chen} receipt=105/09/01
status 303
follow
see "已登錄 2 人之成績單簽收日期" "105/09/01" "105/09/16" "105/09/08"
get "/promotion/scores.json?type=zuo_to_zheng&year=105"
json rows.0.fee_until = 2016-09-08
json rows.1.fee_until = null

# PROMO-125 PROMO-090 PROMO-097 Both days stand in the engine of deadlines: on the home page, in 期限一覽 and among what runs; who failed pays nothing
rows "SELECT p.name, d.kind, d.due, d.length, d.state FROM deadline d JOIN participant p ON p.id = d.subject WHERE d.subject_kind = 'participant' ORDER BY p.name, d.kind" = 王小明|promotion-fee|2016-09-08|7d|open,王小明|promotion-recheck|2016-09-16|15d|open,陳美玲|promotion-recheck|2016-09-16|15d|open
get /
see 繳納訓練合格證書證書費 申請複查成績 王小明（105年度佐升正） 警佐警察人員晉升警正官等訓練辦法第16條
get /deadlines?kind=promotion-fee
see 王小明（105年度佐升正） 逾期不可至超商繳費，需臨櫃繳費 當事人
no 陳美玲
get /promotion/periods
order 繳納訓練合格證書證書費 申請複查成績

# PROMO-088 PROMO-127 A corrected day needs a reason, keeps its history, and moves what follows
get "/promotion/scores?type=zuo_to_zheng&year=105"
send /promotion/scores tick={wang} receipt=105/08/31
status 422
see "王小明 已登錄於 105/09/01 簽收，更正請填寫「更正理由」。"
send /promotion/scores tick={wang} receipt=105/08/31 reason=登錄錯誤
status 303
get /promotion/scores/{wang}
see 異動紀錄 登錄錯誤 105/09/01 105/08/31 105/09/15 105/09/07
rows "SELECT kind, due FROM deadline WHERE subject = {wang} AND state = 'open' ORDER BY kind" = promotion-fee|2016-09-07,promotion-recheck|2016-09-15

# PROMO-088 Only the 服務機關 hands out its own people's
as 301000000A/sa1 second
post /promotion/scores tick={wang} receipt=105/09/01 reason=x
status 403
see 此人員非貴機關人員

# PROMO-089 Pass or fail on the public page, no scores and no name; whoever is not found gets one neutral answer
as nobody
get /result
send /result national_id=A123456789 birth_date=070/01/31
status 200
see "105年度 佐升正" 合格
no 78.44 王小明 不合格
send /result national_id=A223456781 birth_date=070/01/31
see 不合格
send /result national_id=A123456789 birth_date=070/02/01
status 422
see 查無資料。可能為：身分證統一編號或出生日期與名冊不符、成績尚未核定。
send /result national_id=B123456780 birth_date=070/01/31
status 422
see 查無資料。可能為：身分證統一編號或出生日期與名冊不符、成績尚未核定。

# PROMO-089 Who asks too often waits
send /result national_id=A123456789 birth_date=070/01/31
send /result national_id=A123456789 birth_date=070/01/31
send /result national_id=A123456789 birth_date=070/01/31
send /result national_id=A123456789 birth_date=070/01/31
send /result national_id=A123456789 birth_date=070/01/31
send /result national_id=A123456789 birth_date=070/01/31
status 200
send /result national_id=A123456789 birth_date=070/01/31
status 429

# PROMO-127 PROMO-126 保訓會 corrects with reason and letter: pass or fail follows, what was stays as history, a stale page changes nothing
as A58000000A/csptc second
get /promotion/scores/{chen}
see 更正成績
keep version raw "name=\"version\" value=\""
send /promotion/scores/{chen} training_score=60 course_score=60.5
status 422
see "「更正理由」為必填欄位，請輸入。"
send /promotion/scores/{chen} training_score=60 course_score=60.5 reason=登錄錯誤 document=公訓字第1050013000號
status 303
follow
see 已更正成績 60.45 及格 59.98 60.50 公訓字第1050013000號
rows "SELECT state FROM participant WHERE id = {chen}" = passed
post /promotion/scores/{chen} training_score=1 course_score=1 reason=x version={version}
status 409
rows "SELECT total FROM training_result WHERE participant = {chen}" = 60.45
as nobody
clock 2016-09-02T09:02
get /result
send /result national_id=A223456781 birth_date=070/01/31
see 合格
no 不合格
