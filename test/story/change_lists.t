-- Lists of participants and of what runs; 常見問題; the year that a page is about.

clock 2026-11-20T09:00
agency A58000000A 公務人員保障暨培訓委員會
agency 301000000A 示範警政署
agency 301010000C 示範警政署第一總隊 under=301000000A
agency 302000000B 示範縣政府
account A58000000A/csptc csptc_officer name=鄭文彬
account 301000000A/sa1 agency_officer name=周淑芬
account 301010000C/sv1 agency_officer name=吳同仁
account 302000000B/sa2 agency_officer name=李科員
selector 301000000A
rows "INSERT INTO promotion_call (type, year, ratio, deadline, released, letter, letter_day) VALUES ('zuo_to_zheng', 116, '10', '2027-04-30', 1, '公訓字第1號', '2026-11-02'), ('zuo_to_zheng', 115, '10', '2026-04-30', 1, '公訓字第0號', '2026-02-02') RETURNING 1" = 1,1
participant 115 A123456789 王小明 deferred 301000000A 301010000C place=1
participant 115 A223456781 陳美玲 in_training 301000000A 301010000C place=2
participant 115 B123456780 林志強 waiting 301000000A 301010000C place=3

# PROMO-021 PROMO-022 A page is about the year whose call is open, not about the running one
as 301000000A/sa1
get /promotion/survey
see 116年度依
get /promotion/quota
see 116年度依
get /promotion/survey?year=115
see 115年度依

# PROMO-032 Nine questions in the order of the guide, next to the screens they concern; 保訓會 keeps up the answers
see 辦理遴選常見問題
get /promotion/faq
status 200
order "1. 名冊何時報送？" "2. 參訓資格採計至何時？" "3. 積分如何採計？" "4. 參訓名額如何計算？" "5. 備選名額有多少？" "6. 應薦送而漏未薦送者如何處理？" "7. 曾經成績不及格者得否再參訓？" "8. 商調人員由何機關遴選？" "9. 未設甄審委員會者如何辦理？"
no 修改第
as A58000000A/csptc
get /promotion/faq/5
send /promotion/faq/5 answer=年度分配受訓名額之10%，小數捨去。
status 303
get /promotion/faq
see 年度分配受訓名額之10%，小數捨去。 修改第
order "4. 參訓名額" "小數捨去" "6. 應薦送"

# PROMO-125 What runs, soonest first, for one's own; as a file too
as 301010000C/sv1
get /promotion/participants/1/records/promotion-makeup
send /promotion/participants/1/records/promotion-makeup ended=115/11/02
status 303
get /promotion/periods
status 200
see 王小明 申請補訓 115/11/02
no 名冊報送
as 301000000A/sa1
get /promotion/periods
order 申請補訓 佐升正名冊報送
see 116/04/30
get /promotion/periods.csv
status 200
raw 王小明 申請補訓 116/02/02
json get /promotion/periods
json rows.0.name = 王小明
as 302000000B/sa2
get /promotion/periods
no 王小明
no 名冊報送

# PROMO-122 Lists are sorted, searched and taken home; each sees its own
as 301000000A/sa1
get /promotion/participants?sort=-name
status 200
get /promotion/participants?state=waiting
see 林志強
no 王小明
get /promotion/participants?q=%E9%99%B3%E7%BE%8E%E7%8E%B2
see 陳美玲
no 林志強
send /promotion/participants/find national_id=a223456781
status 303
follow
see 陳美玲 受訓中
get /promotion/participants.xlsx
status 200
get /promotion/requests.csv
raw 補訓 王小明 示範警政署第一總隊
as 302000000B/sa2
get /promotion/participants
send /promotion/participants/find national_id=A223456781
status 404
get /promotion/participants.csv
no-raw 王小明
get /promotion/requests.csv
no-raw 王小明

# PROMO-122 Every act stands in the history, with who did it
as A58000000A/csptc
get /promotion/participants/1
see 原因消滅
rows "SELECT action, subject_kind FROM audit WHERE subject_kind = 'participant' ORDER BY id LIMIT 2" = life.promotion-makeup.file|participant,participant.cause_ended|participant

# PROMO-002 Each person is in one phase; a person who trains is told that 延後訓練 belongs to 訓前
as 301010000C/sv1
get /promotion/participants/2
see "「延後訓練」屬訓前階段" 訓練期間請改辦理停止訓練
raw "aria-current=\"step\""
