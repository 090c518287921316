-- Classes of 升官等訓練: days and course hours, who is in which, 報到, leave and 曠課 by the hour, the two sums that never mix.

clock 2016-05-30T09:00
agency A58000000A 公務人員保障暨培訓委員會
agency A58010000B 國家文官學院
agency 301000000A 示範警政署
agency 301010000C 示範警政署第一總隊 under=301000000A
agency 301020000D 示範警察專科學校 under=301000000A
agency 302020000E 示範訓練所
account A58000000A/csptc csptc_officer name=鄭文彬
account A58010000B/nacs nacs_officer name=何佩珊
account 301000000A/sa1 agency_officer name=周淑芬
account 301020000D/school training_institute name=教務組
account 302020000E/other training_institute name=另一訓練所
keep school rows "SELECT id FROM agency WHERE code = '301020000D'"
participant 105 A123456789 王小明 waiting 301000000A 301010000C
participant 105 A223456781 陳美玲 waiting 301000000A 301010000C
participant 105 B123456780 林志強 waiting 301000000A 301010000C
participant 105 D123456782 張文同 waiting 301000000A 301010000C
rows "UPDATE participant SET state = 'withdrawn' WHERE name = '張文同' RETURNING 1" = 1
keep wang rows "SELECT id FROM participant WHERE name = '王小明'"
keep chen rows "SELECT id FROM participant WHERE name = '陳美玲'"

# PROMO-077 A class has days and course hours over 0; the institute makes its own and no other's
as 301020000D/school
get /promotion
see 班別及課程時數
get /promotion/classes/new
send /promotion/classes/new type=zuo_to_zheng year=105 name=第1梯次甲班 institute_code=302020000E start_day=105/06/06 end_day=105/05/01 hours=0
status 422
see "機關代碼「302020000E」非貴機關或所屬機關，無法登錄。" "「課程時數」的時數「0」不正確" "「結訓日期」（105/05/01）不可早於「開訓日期」（105/06/06）"
send /promotion/classes/new institute_code=301020000D end_day=105/07/01 hours=120
status 303
follow
see "班別「105年度佐升正 第1梯次甲班」已儲存" 示範警察專科學校 120.00
keep class rows "SELECT id FROM training_class"
get /promotion/classes/new
send /promotion/classes/new type=zuo_to_zheng year=105 name=第1梯次甲班 institute_code=301020000D start_day=105/06/06 end_day=105/07/01 hours=120
status 422
see "「班別」的「第1梯次甲班」已存在。"
as 302020000E/other
get /promotion/classes/{class}/people
status 403
get "/promotion/classes?type=zuo_to_zheng&year=105"
no 第1梯次甲班
as 301000000A/sa1
get /promotion/classes
status 403

# PROMO-077 People come in one by one: who takes no part, has withdrawn or is elsewhere is named, and nothing is saved
as 301020000D/school
get /promotion/classes/{class}/people
see 佐升正 "超過 24.00 小時（百分之20）" "婚、喪、懷孕、分娩、流產、重病、其他重大事由" 本班尚無人員
send /promotion/classes/{class}/people act=assign ids="A123456789\nD123456782\nE123456783"
status 422
see "張文同 目前為「訓前自願放棄」，無法編班；待訓或受訓中之人員始得編班。" "查無「E123456783」於該年度該訓練之參訓資料"
rows "SELECT count(*) FROM participant WHERE class IS NOT NULL" = 0
send /promotion/classes/{class}/people act=assign ids="A123456789\nA223456781"
status 303
follow
see "已分派至本班 2 人" 王小明 陳美玲 待訓 未報到
rows "SELECT name, institute = {school}, class_from, class_until FROM participant WHERE class = {class} ORDER BY name" = 王小明|1|2016-06-06|2016-07-01,陳美玲|1|2016-06-06|2016-07-01

# PROMO-077 By file: all errors with row and field, nothing of it stored; then who is there already is left as it is
write members.csv
	年度,訓練類別,班別,身分證統一編號,姓名,報到日期
	105,佐升正,第1梯次甲班,B123456780,林志強,
	105,佐升正,第1梯次乙班,F123456784,李大同,
	105,佐升正,第1梯次甲班,D123456782,張文同,
	105,佐升正,第1梯次甲班,A223456781,陳美鈴,
	105,佐升正,第1梯次甲班,A123456789,王小明,105/07/30
get /promotion/classes/import
send /promotion/classes/import file=@members.csv
status 303
run jobs
follow
see 檢核未通過 查無符合條件的資料（第1梯次乙班） "張文同 目前為「訓前自願放棄」" "姓名「陳美鈴」與系統資料「陳美玲」不同" "「報到日期」105/07/30 不在班別「第1梯次甲班」之期間（105/06/06～105/07/01）內"
rows "SELECT count(*) FROM participant WHERE class IS NOT NULL" = 2
write members.csv
	年度,訓練類別,班別,身分證統一編號,姓名,報到日期
	105,佐升正,第1梯次甲班,B123456780,林志強,
	105,佐升正,第1梯次甲班,A123456789,王小明,
post /promotion/classes/import file=@members.csv
status 303
run jobs
rows "SELECT rows_updated, rows_unchanged FROM import_batch ORDER BY id DESC LIMIT 1" = 1|1
rows "SELECT count(*) FROM participant WHERE class = {class}" = 3
keep batch rows "SELECT max(id) FROM import_batch"
get /imports/{batch}
send /imports/{batch}/undo reason=上傳錯檔
run jobs
rows "SELECT count(*) FROM participant WHERE class = {class}" = 2
post /promotion/classes/import file=@members.csv again=yes
run jobs
rows "SELECT count(*) FROM participant WHERE class = {class}" = 3

# PROMO-002 PROMO-077 訓中 begins with the class, whoever has reported; the day of 報到 lies within it
clock 2016-06-06T18:00
run jobs
as 301020000D/school second
rows "SELECT DISTINCT state FROM participant WHERE class = {class}" = in_training
rows "SELECT DISTINCT event, day FROM participant_event WHERE event = 'began'" = began|2016-06-06
get /promotion/classes/{class}/people
send /promotion/classes/{class}/people act=report tick={wang} reported=105/06/05
status 422
see "「報到日期」105/06/05 不在班別"
send /promotion/classes/{class}/people act=report tick={wang} reported=105/06/06
status 303
follow
see "已登錄報到 1 人" "105/06/06" 未報到 "3 人，已報到 1 人"
get /promotion/classes/{class}/people
send /promotion/classes/{class}/people act=release tick={wang}
status 422
see "王小明 已開訓或已有請假、曠課紀錄，無法移出班別。"

# PROMO-077 Leave by cause and day: within the class, at most two places, never more than the course
clock 2016-06-20T18:00
as 301020000D/school third
get /promotion/classes/{class}/people
send /promotion/classes/{class}/people act=leave participant={wang} day=105/06/05 cause=illness hours=1.234
status 422
see "「時數」的時數「1.234」不正確"
send /promotion/classes/{class}/people act=leave participant={wang} day=105/06/05 cause=illness hours=24
status 422
see "「日期」105/06/05 不在班別「第1梯次甲班」之期間（105/06/06～105/07/01）內"
send /promotion/classes/{class}/people act=leave participant={wang} day=105/06/10 cause=illness hours=121
status 422
see "合計 121.00 小時超過課程時數 120.00 小時"
send /promotion/classes/{class}/people act=leave participant={wang} day=105/06/10 cause= hours=3
status 422
see 請選擇事由。

# PROMO-078 120 hours of course, 24 of 重病: exactly 20 %, not above; the hours left are told
send /promotion/classes/{class}/people act=leave participant={wang} day=105/06/10 cause=illness hours=24
status 303
follow
see "24.00 小時（20.00%）" "距上限 0.00" 接近上限
no 應予停止訓練

# PROMO-078 25 of them: the stop is mandatory
get /promotion/classes/{class}/people
send /promotion/classes/{class}/people act=leave participant={wang} day=105/06/11 cause=funeral hours=1
status 303
follow
see "25.00 小時（20.83%）" "距上限 -1.00" 應予停止訓練，請函報保訓會 "本頁 1 人應函報保訓會"

# PROMO-077 The same day and cause twice is a mistake; an entry is voided with a reason, never changed, and stays on the list
get /promotion/classes/{class}/people
send /promotion/classes/{class}/people act=leave participant={wang} day=105/06/11 cause=funeral hours=2
status 422
see "105/06/11「喪」已登錄 1.00 小時"
keep entry rows "SELECT id FROM class_leave WHERE cause = 'funeral'"
get /promotion/classes/{class}/leave
see 停止訓練事由 重病 喪 教務組
send /promotion/classes/{class}/leave entry={entry}
status 422
see "「作廢理由」為必填欄位，請輸入。"
send /promotion/classes/{class}/leave entry={entry} reason=登錄於他人
status 303
follow
see 登錄於他人
get /promotion/classes/{class}/people
see "24.00 小時（20.00%）"
no 應予停止訓練

# PROMO-082 24 hours of other leave: no revocation; leave for the listed causes is not added to it
write leave.csv
	年度,訓練類別,身分證統一編號,姓名,日期,假別或曠課,時數,備註
	105,佐升正,A123456789,王小明,105/06/13,事假,24,
	105,佐升正,A223456781,陳美玲,105/06/13,重病,15,
	105,佐升正,A223456781,陳美玲,105/06/14,公假,15.00,
	105,佐升正,B123456780,林志強,105/06/14,事假,24.01,
	105,佐升正,B123456780,林志強,105/06/15,曠課,0.5,
post /promotion/classes/leave-import file=@leave.csv
status 303
run jobs
follow
see 完成
get /promotion/classes/{class}/people
see "15.00 小時（12.50%）" "24.51 小時（20.43%）" "距上限 -0.51" "請假缺課超過規定，請函報保訓會廢止受訓資格；曠課，請函報保訓會廢止受訓資格" "本頁 1 人應函報保訓會"
rows "SELECT p.name, h.listed, h.other, h.truancy FROM class_hours h JOIN participant p ON p.id = h.participant ORDER BY p.id" = 王小明|2400|2400|0,陳美玲|1500|1500|0,林志強|0|2401|50

# PROMO-078 PROMO-082 The hours that are kept stand in the forms of 停止訓練 and 廢止受訓資格: each its own sum, 曠課 with the other leave
get /promotion/participants/{wang}/records/promotion-suspend
raw "value=\"24.00\"" "value=\"120.00\""
keep absent rows "SELECT id FROM participant WHERE name = '林志強'"
get /promotion/participants/{absent}/records/promotion-revoke
raw "value=\"24.51\"" "value=\"120.00\""

# PROMO-077 A file again stores nothing twice; one with a wrong row stores nothing
post /promotion/classes/leave-import file=@leave.csv again=yes
run jobs
rows "SELECT rows_created, rows_unchanged FROM import_batch ORDER BY id DESC LIMIT 1" = 0|5
write leave.csv
	年度,訓練類別,身分證統一編號,姓名,日期,假別或曠課,時數,備註
	105,佐升正,A223456781,陳美玲,105/06/16,事假,89,
	105,佐升正,A223456781,陳美玲,105/06/17,事假,2,
	105,佐升正,D123456782,張文同,105/06/17,事假,2,
post /promotion/classes/leave-import file=@leave.csv
run jobs
follow
see "合計 121.00 小時超過課程時數 120.00 小時" "張文同 尚未編班，請先分派班別。"
rows "SELECT count(*) FROM class_leave WHERE day >= '2016-06-16'" = 0

# PROMO-077 What is recorded has to fit the class as it is changed; the members' days go with it
get /promotion/classes/{class}
send /promotion/classes/{class} start_day=105/06/14 hours=40
status 422
see "已登錄 105/06/10 之請假或曠課" "合計 48.00 小時超過課程時數 40.00 小時"
send /promotion/classes/{class} start_day=105/06/06 end_day=105/07/08 hours=120
status 303
rows "SELECT DISTINCT class_until FROM participant WHERE class = {class}" = 2016-07-08

# PROMO-077 保訓會 and 國家文官學院 see it; 保訓會 does not enter hours
as A58010000B/nacs
get /promotion/classes/{class}/people.csv
raw 王小明 24.00 20.43
as A58000000A/csptc
get /promotion/classes/{class}/people
status 200
no 登錄請假或曠課 分派人員至本班
post /promotion/classes/{class}/people act=report tick={wang}
status 403

# PROMO-002 訓後 begins the day after 結訓
clock 2016-07-08T23:00
run jobs
rows "SELECT DISTINCT state FROM participant WHERE class = {class}" = in_training
clock 2016-07-09T01:00
run jobs
rows "SELECT DISTINCT state FROM participant WHERE class = {class}" = completed
