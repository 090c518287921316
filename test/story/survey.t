-- 升官等訓練: who selects, the call of a year, who is eligible and why not.

clock 2016-04-20T09:00
agency A58000000A 公務人員保障暨培訓委員會
agency 300000000A 行政院
agency 301000000A 示範警政署 under=300000000A
agency 301010000C 示範警政署第一總隊 under=301000000A
agency 302000000B 示範縣政府
agency 302010000C 示範縣政府警察局 under=302000000B
account A58000000A/csptc csptc_officer name=鄭文彬
account 301000000A/sa1 agency_officer name=周淑芬
account 301010000C/sv1 agency_officer name=吳同仁
account 302000000B/sa2 agency_officer name=李科員

# PROMO-004 保訓會 keeps who selects for which training in which years
as A58000000A/csptc
get /promotion/selectors/new
send /promotion/selectors/new type=佐升正 agency_code=301000000a from_year=100
status 303
get /promotion/selectors/new
send /promotion/selectors/new type=佐升正 agency_code=302000000B from_year=100
get /promotion/selectors/new
send /promotion/selectors/new type=佐升正 agency_code=999000000X from_year=100
status 422
see "機關代碼 999000000X"
get /promotion/selectors
see 示範警政署 示範縣政府 "共 2 筆"

# PROMO-005 PROMO-121 The parameter sheet: each number with its article; the year says which set
get "/promotion/parameters?type=zuo_to_zheng&year=105"
status 200
see "105年度依「警佐警察人員晉升警正官等訓練辦法」自105年度起之參數" "105年4月30日" 第6條第2項 "事由發生後3日內" 第19條第2項 "曠課：應間隔3年度" "0.950" "備選名額10%"
get "/promotion/parameters?type=zuo_to_zheng&year=113"
see "自113年度起之參數" "事由發生後5日內" 養育三足歲以下子女
get "/promotion/parameters?type=zuo_to_zheng&year=107"
see "106年度至112年度之結果請再確認"
get "/promotion/parameters?type=wei_to_jian&year=113"
see "參訓資格 參數尚未設定，無法計算"

# PROMO-021 A call without ratio or column A is not released; what lacks is named
get /promotion/calls/new
send /promotion/calls/new year=105 type=佐升正 deadline=105/04/30 released=1
status 422
see "105 年度「年度調訓比例」尚未設定，無法計算。" "前一年度保留至當年度名額（A 欄）：示範警政署、示範縣政府"
rows "SELECT count(*) FROM promotion_call" = 0
get /promotion/calls/new
send /promotion/calls/new year=105 type=佐升正 deadline=105/04/30 ratio=30% letter=公訓字第1050000001號 letter_day=105/02/01
status 303
rows "SELECT ratio, deadline, released FROM promotion_call" = 30|2016-04-30|0
get /promotion/shares/new
send /promotion/shares/new year=105 type=佐升正 agency_code=301000000A carried_in=0.345
get /promotion/shares/new
send /promotion/shares/new year=105 type=佐升正 agency_code=302000000B carried_in=0
status 303
get /promotion/shares/new
send /promotion/shares/new year=105 type=佐升正 agency_code=301010000C carried_in=0
status 422
see "105年度佐升正之遴選機關 示範警政署第一總隊"
get /promotion/calls/1
send /promotion/calls/1 released=1
status 303
rows "SELECT released, committee FROM promotion_call" = 1|1
get /promotion/calls/1
send /promotion/calls/1 year=106
status 422
see "登錄後不可變更，原為「105年度佐升正」"

# PROMO-007 PROMO-019 PROMO-003 A file of all persons: each is checked, each belongs to the 遴選機關 above the employer
write survey.csv
	年度,訓練類別,服務機關代碼,身分證統一編號,姓名,現任職務,經銓敘審定合格實授,晉敘至本俸最高級日,支年功俸,考績（前3年）,考績（前2年）,考績（前1年）,考試資格,銓定相當職等,學歷資格,任合格實授職務起日,年資中斷期間,商調到職日,原任機關代碼
	105,佐升正,301010000C,A123456789,王小明,警佐一階,是,104/01/01,,甲,甲,乙,普通考試或警察特考四等考試,,,101/01/01,,,
	105,佐升正,301010000C,A223456781,陳美玲,警佐一階,是,105/05/15,,乙,甲,甲,普通考試或警察特考四等考試,,,101/01/01,,,
	105,佐升正,301010000C,B123456780,林志強,警佐二階,是,104/01/01,,甲,甲,甲,普通考試或警察特考四等考試,,,101/01/01,,,
	105,佐升正,301010000C,F123456784,李大同,警佐一階,是,104/01/01,,甲,乙,乙,,,警員班,95/09/01,,,
	105,佐升正,301010000C,D123456782,張文同,警佐一階,是,104/01/01,是,甲,,甲,,,四年學制以上,99/01/01,,,
	105,佐升正,301010000C,S200000017,張怡君,警佐一階,,104/01/01,,甲,甲,甲,普通考試或警察特考四等考試,,,,,,
	105,佐升正,302010000C,C123456781,趙一二,警佐一階,是,104/01/01,,甲,甲,甲,普通考試或警察特考四等考試,,,101/01/01,,,
as 301000000A/sa1
get /promotion/survey/import
status 200
send /promotion/survey/import file=@survey.csv
status 303
run jobs
follow
see "「302010000C」非貴機關或所屬機關，無法登錄。" 檢核未通過
rows "SELECT count(*) FROM promotion_candidate" = 0
post /promotion/survey/import file=@survey.csv only_correct=yes again=yes
run jobs
rows "SELECT c.name, c.standing, c.elements, s.code FROM candidate c JOIN agency s ON s.id = c.selector ORDER BY c.id" = 王小明|eligible||301000000A,陳美玲|not_eligible|官等俸級|301000000A,林志強|not_eligible|現職人員|301000000A,張文同|review|考績|301000000A,李大同|not_eligible|考績、年資|301000000A,張怡君|lacking|資料不足：經銓敘審定合格實授、任合格實授職務起日|301000000A

# PROMO-018 PROMO-019 The list with reasons, totals, as file; eligible is not selected
get "/promotion/survey?type=zuo_to_zheng&year=105"
status 200
see "共 6 人" "1 符合" "3 不符" "1 需人工審查" "1 資料不足" 具備參訓資格，仍應參加遴選，積分高者優先遴選受訓 "官等俸級"
statements <= 9
get "/promotion/survey.csv?type=zuo_to_zheng&year=105&standing=not_eligible"
raw 陳美玲 官等俸級
no-raw 王小明

# PROMO-008 PROMO-009 PROMO-010 PROMO-012 PROMO-016 Element by element: found, needed, article; the cut-off day
keep chen rows "SELECT id FROM candidate WHERE name = '陳美玲'"
get /promotion/survey/{chen}/check
see "官等俸級：105年5月15日晉敘至最高級；應於105年4月30日以前晉敘至警佐一階本俸最高級，不符" "現職人員：現任警佐一階" "102年乙、103年甲、104年甲" 第6條第1項 第6條第2項 "以105年4月30日為採計截止日" "如其他要件不變，預估106年度符合"
keep lee rows "SELECT id FROM candidate WHERE name = '李大同'"
get /promotion/survey/{lee}/check
see "警察學校或警察專科學校警員班畢業" 105年8月31日屆滿，年資未滿
keep lin rows "SELECT id FROM candidate WHERE name = '林志強'"
get /promotion/survey/{lin}/check
see "現任警佐二階" "應為經銓敘部銓敘審定合格實授現任警佐一階職務人員，不符"
keep zhang rows "SELECT id FROM candidate WHERE name = '張文同'"
get /promotion/survey/{zhang}/check
see "103年之年終考績應恰有1筆，需人工審查" "支年功俸，視為已達本俸最高級，請確認"

# PROMO-017 A decision of a person needs the letter that it cites; nothing changes without
get /promotion/survey/{zhang}/check
send /promotion/survey/{zhang}/decide decided=eligible why=依函釋併計
status 422
see "「函釋文號」為必填欄位，請輸入。" "「函釋日期」為必填欄位，請輸入。"
rows "SELECT standing FROM candidate WHERE id = {zhang}" = review
send /promotion/survey/{zhang}/decide decided=eligible letter=部法二字第1040000001號 day=104/12/01 why=依函釋併計
status 303
follow
see 人工審定 部法二字第1040000001號
get "/promotion/survey?type=zuo_to_zheng&year=105&standing=eligible"
see "共 2 人" 人工審定 張文同

# PROMO-019 The run: the same data give the same; what changed is told
get "/promotion/survey?type=zuo_to_zheng&year=105"
send /promotion/survey/run
status 303
follow
see "已審查 6 人，0 人結果變動。"
rows "UPDATE promotion_candidate SET top_step_on = '2016-04-15' WHERE id = {chen} RETURNING 1" = 1
get "/promotion/survey?type=zuo_to_zheng&year=105"
send /promotion/survey/run
follow
see "已審查 6 人，1 人結果變動。" "最近一次審查有 1 人結果變動"
get "/promotion/survey?type=zuo_to_zheng&year=105&changed=1"
see "共 1 人" 陳美玲

# PROMO-019 A corrected file takes the place of what was there; who was decided by a person waits for one
write again.csv
	年度,訓練類別,服務機關代碼,身分證統一編號,姓名,現任職務
	105,佐升正,301010000C,B123456780,林志強,警佐一階
	105,佐升正,301010000C,D123456782,張文同,警佐二階
post /promotion/survey/import file=@again.csv
run jobs
rows "SELECT rows_updated, rows_conflict FROM import_batch ORDER BY id DESC LIMIT 1" = 1|1
rows "SELECT name, post, standing FROM candidate WHERE id IN ({lin}, {zhang}) ORDER BY name" = 張文同|警佐一階|eligible,林志強|警佐一階|eligible

# LEARN-204 PROMO-019 An undone file gives back what it had changed
keep batch rows "SELECT max(id) FROM import_batch"
get /imports/{batch}
send /imports/{batch}/undo reason=誤傳
status 303
run jobs
rows "SELECT post, standing FROM candidate WHERE id = {lin}" = 警佐二階|not_eligible

# PROMO-027 Who moved on or before 12/31 is selected by the new agency, who moved later by the old one
get /promotion/survey/{lin}
send /promotion/survey/{lin} moved_on=105/01/01
status 422
see "「原任機關代碼」為必填欄位，請輸入。"
send /promotion/survey/{lin} moved_on=105/01/01 former_code=302010000C
status 303
rows "SELECT selector_code FROM candidate WHERE id = {lin}" = 302000000B
as 302000000B/sa2
get "/promotion/survey?type=zuo_to_zheng&year=105"
see "共 1 人" 林志強
get /promotion/survey/{lin}
status 200
as 301000000A/sa1
get /promotion/survey/{lin}/check
status 403
as 301010000C/sv1
get /promotion/survey/{lin}
send /promotion/survey/{lin} moved_on=104/12/31
status 303
rows "SELECT selector_code FROM candidate WHERE id = {lin}" = 301000000A

# PROMO-003 Others' candidates are not seen
as 302000000B/sa2
get /promotion/survey/{lin}/check
status 403
get /promotion/survey/{chen}
status 403
as 301010000C/sv1
get "/promotion/survey?type=zuo_to_zheng&year=105"
see "共 6 人"
get /promotion/survey/{chen}/check
status 200
json get /promotion/survey/{chen}/check
json candidate.standing = eligible

# PROMO-001 A training without parameters is not judged by those of 佐升正
get /promotion/survey/new
as A58000000A/csptc
get /promotion/selectors/new
send /promotion/selectors/new type=委升薦 agency_code=301000000A from_year=100
as 301010000C/sv1
get /promotion/survey/new
send /promotion/survey/new year=113 type=委升薦 agency_code=301010000C national_id=A123456789 name=王小明 post=委任第五職等
status 303
rows "SELECT standing FROM candidate WHERE type = 'wei_to_jian'" = no_rule

# PROMO-063 PROMO-111 What became of people before is entered by 保訓會: a revocation with its cause
as A58000000A/csptc
get /promotion/results/new
send /promotion/results/new year=104 type=佐升正 national_id=B123456780 name=林志強 outcome=廢止受訓資格
status 422
see 請選擇事由。
send /promotion/results/new year=104 type=佐升正 national_id=B123456780 name=林志強 outcome=廢止受訓資格 cause=曠課
status 303
rows "SELECT outcome, cause FROM promotion_result" = revoked|truancy
