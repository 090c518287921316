-- 參訓人數統計表: exact to three places, with what it was computed from.

clock 2016-04-20T09:00
agency A58000000A 公務人員保障暨培訓委員會
agency 301000000A 示範警政署
agency 301010000C 示範警政署第一總隊 under=301000000A
agency 302000000B 示範縣政府
account A58000000A/csptc csptc_officer name=鄭文彬
account 301000000A/sa1 agency_officer name=周淑芬
account 301010000C/sv1 agency_officer name=吳同仁
account 302000000B/sa2 agency_officer name=李科員
selector 301000000A 302000000B
rows "INSERT INTO promotion_call (type, year, ratio, deadline, released) VALUES ('zuo_to_zheng', 105, '30', '2016-04-30', 1), ('zuo_to_zheng', 106, '10', '2017-04-30', 1), ('zuo_to_zheng', 107, '10', '2018-04-30', 1), ('zuo_to_zheng', 108, '20.6', '2019-04-30', 1), ('zuo_to_zheng', 109, '10', '2020-04-30', 1), ('zuo_to_zheng', 110, '25', '2021-04-30', 1), ('zuo_to_zheng', 111, '13.5714', '2022-04-30', 1), ('zuo_to_zheng', 112, '', '2023-04-30', 0) RETURNING 1" = 1,1,1,1,1,1,1,1
rows "INSERT INTO promotion_share (type, year, agency, carried_in) SELECT 'zuo_to_zheng', y.value, g.id, a.value FROM agency g JOIN (SELECT 105 AS value UNION ALL SELECT 106 UNION ALL SELECT 107 UNION ALL SELECT 108 UNION ALL SELECT 109 UNION ALL SELECT 110 UNION ALL SELECT 111) y ON 1 = 1 JOIN (SELECT 105 AS year, '0.345' AS value UNION ALL SELECT 106, '0.450' UNION ALL SELECT 107, '0.150' UNION ALL SELECT 108, '0.200' UNION ALL SELECT 109, '0.449' UNION ALL SELECT 110, '2.000' UNION ALL SELECT 111, '0.000') a ON a.year = y.value WHERE g.code = '301000000A' RETURNING 1" = 1,1,1,1,1,1,1
keep sa1 rows "SELECT id FROM agency WHERE code = '301000000A'"
keep sa2 rows "SELECT id FROM agency WHERE code = '302000000B'"
keep sv1 rows "SELECT id FROM agency WHERE code = '301010000C'"
participant 105 D123456782 錢補訓 waiting 301000000A 301000000A origin=makeup_no_quota
participant 105 E123456783 孫占額 waiting 301000000A 301000000A origin=makeup_in_quota
rows "UPDATE participant SET makeup_of = 1 WHERE national_id = 'D123456782' RETURNING 1" = 1

# PROMO-048 PROMO-004 Only a 遴選機關, and each for itself
as 301010000C/sv1
get /promotion/zuo_to_zheng/105/quota/{sv1}
status 403
see 本作業限遴選機關使用。
as 302000000B/sa2
get /promotion/zuo_to_zheng/105/quota/{sa1}
status 403

# PROMO-033 PROMO-036 PROMO-040 PROMO-042 PROMO-045 Case 3 of the worked table, with its reasons
as 301000000A/sa1
get /promotion/zuo_to_zheng/105/quota/{sa1}
status 200
see 30% 0.345 "105年度依「警佐警察人員晉升警正官等訓練辦法」自105年度起之參數"
# PROMO-038 More than 保訓會 approved outside the allotment is refused with the difference; who was approved is named
see 保訓會核准補訓不占當年度分配名額者：錢補訓。

# PROMO-106 PROMO-030 Who takes a place of the year without being selected is told apart
see "不經遴選而計入當年度分配名額者（直接調訓、補訓）1 人：孫占額。"
send /promotion/zuo_to_zheng/105/quota/{sa1} own_carried_in=0.345 eligible=37 makeup_outside=3 failed_reselected=2 forecast=43
status 422
see 填 3 人，經保訓會核准補訓不占名額者為 1 人，多 2 人

# PROMO-033 PROMO-036 PROMO-040 PROMO-042 PROMO-045 Case 3, stored
send /promotion/zuo_to_zheng/105/quota/{sa1} own_carried_in=0.345 eligible=37 makeup_outside=1 failed_reselected=2 forecast=43
status 303
follow
see "年度參訓名額 14 人，備選名額 1 人，保留至次年度 0.445" 11.445 "37人 × 30.0000% + 前年度保留0.345 = 11.445" 第7條、第8條
rows "SELECT c, whole, fraction_place, total, reserve, carried_out, ratio, carried_in FROM promotion_statement" = 11.445|11|0|14|1|0.445|30|0.345
no 二者不同

# PROMO-037 PROMO-041 PROMO-045 The other cases of the worked table
get /promotion/zuo_to_zheng/106/quota/{sa1}
send /promotion/zuo_to_zheng/106/quota/{sa1} eligible=5 makeup_outside=0 failed_reselected=0 forecast=5
get /promotion/zuo_to_zheng/107/quota/{sa1}
send /promotion/zuo_to_zheng/107/quota/{sa1} eligible=10 makeup_outside=0 failed_reselected=0 forecast=10
get /promotion/zuo_to_zheng/108/quota/{sa1}
send /promotion/zuo_to_zheng/108/quota/{sa1} eligible=125 makeup_outside=0 failed_reselected=3 forecast=125
get /promotion/zuo_to_zheng/109/quota/{sa1}
send /promotion/zuo_to_zheng/109/quota/{sa1} eligible=5 makeup_outside=0 failed_reselected=0 forecast=5
get /promotion/zuo_to_zheng/110/quota/{sa1}
send /promotion/zuo_to_zheng/110/quota/{sa1} eligible=40 makeup_outside=0 failed_reselected=0 forecast=40
rows "SELECT year, carried_in, eligible, ratio, c, whole, fraction_place, makeup_outside, failed_reselected, total, reserve, carried_out FROM promotion_statement WHERE year > 105 ORDER BY year" = 106|0.450|5|10|0.950|0|1|0|0|1|0|0.000,107|0.150|10|10|1.150|1|0|0|0|1|0|0.150,108|0.200|125|20.6|25.950|25|1|0|3|29|2|0.000,109|0.449|5|10|0.949|0|0|0|0|0|0|0.949,110|2.000|40|25|12.000|12|0|0|0|12|1|0.000

# PROMO-044 No rounding lifts a fraction over 0.950
get /promotion/zuo_to_zheng/111/quota/{sa1}
send /promotion/zuo_to_zheng/111/quota/{sa1} eligible=7 makeup_outside=0 failed_reselected=0 forecast=7
rows "SELECT c, fraction_place FROM promotion_statement WHERE year = 111" = 0.949|0

# PROMO-034 PROMO-042 Both accounts side by side: last year's carried over stands in by itself, a difference is told
get /promotion/zuo_to_zheng/106/quota/{sa1}
send /promotion/zuo_to_zheng/106/quota/{sa1} own_carried_in=0.445
status 303
follow
see "保訓會所列保留名額為 0.450，本機關列管為 0.445，二者不同"
rows "SELECT c FROM promotion_statement WHERE year = 106" = 0.950
rows "DELETE FROM promotion_statement WHERE year = 110 RETURNING 1" = 1
get /promotion/zuo_to_zheng/110/quota/{sa1}
raw "value=\"0.949\""

# PROMO-035 PROMO-043 A number that is not the list's, and a forecast below this year's, are warned of and saved
rows "INSERT INTO promotion_candidate (type, year, national_id, name, agency, selector, result) VALUES ('zuo_to_zheng', 105, 'A123456789', '王小明', {sv1}, {sa1}, 'eligible') RETURNING 1" = 1
get /promotion/zuo_to_zheng/105/quota/{sa1}
see "符合受訓資格人數填 37 人，參訓資格調查清單為 1 人，二者不同。"
send /promotion/zuo_to_zheng/105/quota/{sa1} forecast=6
status 303
follow
see "預估106年度符合受訓資格人數 6 人低於105年度之 37 人"

# PROMO-022 PROMO-033 What is no number is named, what the year does not give too; nothing is saved
get /promotion/zuo_to_zheng/105/quota/{sa1}
send /promotion/zuo_to_zheng/105/quota/{sa1} eligible=-1 own_carried_in=一
status 422
see "「當年度符合受訓資格人數（B）」只接受 0 至 9999999 的整數：「-1」。" "只接受最多 3 位小數"
as 302000000B/sa2
get /promotion/zuo_to_zheng/105/quota/{sa2}
send /promotion/zuo_to_zheng/105/quota/{sa2} eligible=5 makeup_outside=0 failed_reselected=0 forecast=5
status 422
see "105 年度「前一年度保留至當年度名額（A 欄）」尚未設定，無法計算。"
get /promotion/zuo_to_zheng/112/quota/{sa2}
status 422
see "112 年度「佐升正」之調訓尚未發布"
get /promotion/quota?type=zuo_to_zheng&year=112
see 該年度之調訓尚未發布，請俟保訓會發布後辦理。
no 本機關統計表
rows "SELECT count(*) FROM promotion_statement WHERE agency = {sa2}" = 0

# PROMO-029 PROMO-047 On paper, as sheet, as JSON; 保訓會 sees the sum
as 301000000A/sa1
get /promotion/zuo_to_zheng/105/quota/{sa1}/pdf
status 200
pdf 參訓人數統計表 示範警政署 11.445 14 0.445 "C欄小數點後未達0.950之數字" 包含105年度符合受訓資格人數
get "/promotion/quota.csv?type=zuo_to_zheng&year=105"
raw "301000000A,示範警政署,0.345,0.345,30,37,11.445,11,0,1,2,14,1,0.445,6"
json get /promotion/zuo_to_zheng/105/quota/{sa1}
json c = 11.445
json total = 14
as A58000000A/csptc
get "/promotion/quota?type=zuo_to_zheng&year=105"
status 200
see "1 個遴選機關" "14 名年度參訓名額" 示範警政署

# PROMO-126 Two officers at one statement: the second is told
as 301000000A/sa1 w1
get /promotion/zuo_to_zheng/105/quota/{sa1}
post /promotion/zuo_to_zheng/105/quota/{sa1} version=1 eligible=38 makeup_outside=0 failed_reselected=0 forecast=43
status 409
see "資料已由 周淑芬 於 105/"
rows "SELECT eligible FROM promotion_statement WHERE year = 105" = 37

# PROMO-005 A new year begins as a copy of the one before, neither released nor with its letter
keep call rows "SELECT id FROM promotion_call WHERE year = 111"
as A58000000A/csptc
get /promotion/calls/{call}
raw "/promotion/calls/new?from={call}"
get "/promotion/calls/new?from={call}"
raw "value=\"112\"" "value=\"13.5714\"" "value=\"112/04/30\""
no-raw "name=\"released\" id=\"f-released\" value=\"1\" checked"
send /promotion/calls/new year=113
status 303
rows "SELECT ratio, deadline, released FROM promotion_call WHERE year = 113" = 13.5714|2023-04-30|0

# PROMO-005 What was computed with is corrected with a reason, a new one each time, which the agency is shown with the difference
keep call rows "SELECT id FROM promotion_call WHERE year = 105"
as A58000000A/csptc
get /promotion/shares/new
send /promotion/shares/new year=105 type=佐升正 agency_code=302000000B carried_in=0
status 303
get /promotion/calls/{call}
send /promotion/calls/{call} ratio=31
status 422
see "此數值已用於 1 份參訓人數統計表，更正時請填寫本次更正理由"
rows "SELECT ratio FROM promotion_call WHERE year = 105" = 30
send /promotion/calls/{call} ratio=31 reason=公告比例誤植
status 303
get /promotion/calls/{call}
send /promotion/calls/{call} ratio=32
status 422
send /promotion/calls/{call} ratio=31 letter=公訓字第1050000009號
status 303
rows "SELECT count(*) FROM audit WHERE action = 'promotion_call.change' AND became LIKE '%公告比例誤植%'" = 1
keep share rows "SELECT id FROM promotion_share WHERE year = 105 AND agency = {sa1}"
get /promotion/shares/{share}
send /promotion/shares/{share} carried_in=0.245
status 422
see 更正理由 "已用於 1 份參訓人數統計表"
as 301000000A/sa1 w1
get /promotion/zuo_to_zheng/105/quota/{sa1}
see "年度調訓比例或保訓會所列保留名額於儲存後已變更，請重新計算。"
rows "SELECT ratio, c FROM promotion_statement WHERE year = 105" = 30|11.445
