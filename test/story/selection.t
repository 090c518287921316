-- 遴選: scores until 12/31, the order that follows, ties for the committee, its meeting, the order that it fixed.

clock 2016-04-20T09:00
agency A58000000A 公務人員保障暨培訓委員會
agency 301000000A 示範警政署
agency 301010000C 示範警政署第一總隊 under=301000000A
agency 302000000B 示範縣政府
account A58000000A/csptc csptc_officer
account 301000000A/sa1 agency_officer name=周淑芬
account 302000000B/sa2 agency_officer
selector 301000000A 302000000B
rows "INSERT INTO promotion_call (type, year, ratio, deadline, released) VALUES ('zuo_to_zheng', 105, '40', '2016-04-30', 1) RETURNING 1" = 1
rows "INSERT INTO promotion_share (type, year, agency, carried_in) SELECT 'zuo_to_zheng', 105, id, '0.000' FROM agency WHERE code = '301000000A' RETURNING 1" = 1
keep sa1 rows "SELECT id FROM agency WHERE code = '301000000A'"
keep sv1 rows "SELECT id FROM agency WHERE code = '301010000C'"
rows "INSERT INTO promotion_candidate (type, year, national_id, name, agency, selector, result) VALUES ('zuo_to_zheng', 105, 'A123456789', '王小明', {sv1}, {sa1}, 'eligible'), ('zuo_to_zheng', 105, 'A223456781', '陳美玲', {sv1}, {sa1}, 'eligible'), ('zuo_to_zheng', 105, 'C123456781', '趙一二', {sv1}, {sa1}, 'eligible'), ('zuo_to_zheng', 105, 'D123456782', '張文同', {sv1}, {sa1}, 'eligible'), ('zuo_to_zheng', 105, 'B123456780', '林志強', {sv1}, {sa1}, 'not_eligible') RETURNING 1" = 1,1,1,1,1

# PROMO-023 What is dated after 12/31 of the year before is named and not taken; on 12/31 it counts
as 301000000A/sa1
get /promotion/zuo_to_zheng/105/selection/{sa1}
status 200
see "積分採計截止日 104/12/31" "符合參訓資格 4 人" 未計分
no 林志強
send /promotion/zuo_to_zheng/105/selection/{sa1} order.1=1 score.1=88.5 "items.1=嘉獎 104/12/31 0.5、記功 105/01/15 1.5"
status 422
see "計分項目「記功 105/01/15 1.5」晚於積分採計截止日 104/12/31，不予採計。"
no "嘉獎 104/12/31 0.5」晚於"
rows "SELECT count(*) FROM promotion_score" = 0
send /promotion/zuo_to_zheng/105/selection/{sa1} order.1=1 score.1=-1 items.1= order.2= score.2=80
status 422
see "積分「-1」應為 0 以上" "陳美玲：陞遷序列與積分應一併填寫。"

# PROMO-024 陞遷序列 first, then 積分; equal ones are marked and left to the committee
get /promotion/zuo_to_zheng/105/selection/{sa1}
send /promotion/zuo_to_zheng/105/selection/{sa1} order.1=1 score.1=86.0 "items.1=嘉獎 104/12/31 0.5" order.2=1 score.2=８８.５ order.3=2 score.3=95 order.4=2 score.4=95
status 303
rows "SELECT candidate, promotion_order, score FROM promotion_score ORDER BY 1" = 1|1|8600,2|1|8850,3|2|9500,4|2|9500
get /promotion/zuo_to_zheng/105/selection/{sa1}
order 陳美玲 王小明 趙一二
see 同分 待委員會排定

# PROMO-041 By the places of the year: 正選, 備選, 未獲選
get /promotion/zuo_to_zheng/105/quota/{sa1}
send /promotion/zuo_to_zheng/105/quota/{sa1} eligible=4 makeup_outside=0 failed_reselected=0 forecast=4
status 303
get /promotion/zuo_to_zheng/105/selection/{sa1}.csv
raw "陳美玲,A223456781,示範警政署第一總隊,1,88.50,,1,否,0,正選"
raw 未獲選

# PROMO-025 The order is fixed by a committee: without its meeting it is refused, naming the agency
get /promotion/zuo_to_zheng/105/selection/{sa1}
send /promotion/zuo_to_zheng/105/selection/{sa1} place.2=1 place.1=2 place.4=3 place.3=4
status 422
see "示範警政署 尚未登錄本年度甄審委員會"
send /promotion/zuo_to_zheng/105/selection/{sa1}/meeting held_on=105/05/15 record=第1次會議
status 422
see 不可晚於今日
send /promotion/zuo_to_zheng/105/selection/{sa1}/meeting held_on=105/04/15 record=第1次會議
status 303
get /promotion/zuo_to_zheng/105/selection/{sa1}
send /promotion/zuo_to_zheng/105/selection/{sa1} place.2=1 place.1=2 place.4=2
status 422
see "受訓序列 2 重複"
send /promotion/zuo_to_zheng/105/selection/{sa1} place.2=1 place.1=2 place.4=3 place.3=4
status 303
rows "SELECT candidate, place FROM promotion_score ORDER BY 1" = 1|2,2|1,3|4,4|3

# PROMO-126 Two officers at one sheet
post /promotion/zuo_to_zheng/105/selection/{sa1} v.1=1 order.1=1 score.1=99
status 409

# PROMO-018 Who has no place of the committee is not 正選 on a roster; nor is another place taken
write roster.csv
	序號,服務機關代碼,服務機關,姓名,身分證統一編號,性別,出生日期,職稱,官等俸級,參訓資格,警佐一階到職日,考績（前3年）,考績（前2年）,考績（前1年）,陞遷序列,積分,受訓序列,正選/備選,參訓身分,公費/自費,備註
	1,301010000C,示範警政署第一總隊,陳美玲,A223456781,女,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,5,正選,第1次參訓,公費,
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@roster.csv
status 303
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm right=1
status 422
see "第 2 列 陳美玲「受訓序列」：受訓序列與甄審委員會排定之 1 不同（輸入值「5」）。"
rows "UPDATE promotion_score SET place = NULL WHERE candidate = 2 RETURNING 1" = 1
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm right=1
status 422
see "第 2 列 陳美玲「受訓序列」：尚無甄審委員會排定之受訓序列（輸入值「5」）。"

# PROMO-030 Who was left out is called directly and takes one of the places: so many fewer are left for selection, on the sheet and on the roster
rows "SELECT whole + fraction_place FROM promotion_statement" = 1
rows "INSERT INTO participant (type, year, national_id, name, selector, agency, agency_code, agency_name, outcome, origin, cost, state) VALUES ('zuo_to_zheng', 105, 'E123456783', '李漏薦', {sa1}, {sv1}, '301010000C', '示範警政署第一總隊', 'primary', 'omitted_direct', 'public', 'omitted') RETURNING 1" = 1
get /promotion/zuo_to_zheng/105/selection/{sa1}
see "分配名額 1 人，備選 0 人"
rows "UPDATE participant SET state = 'waiting' RETURNING 1" = 1
get /promotion/zuo_to_zheng/105/selection/{sa1}
see "分配名額 1 人（李漏薦不經遴選，計入名額；可遴選 0 人），備選 0 人"
no 正選
get /promotion/zuo_to_zheng/105/rosters/{sa1}
see 正選（占分配名額），含不經遴選之李漏薦 超過
send /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm right=1
status 422
see "正選 2 人，超過本年度參訓名額 1 人（超出 1 人）。"

# PROMO-003 Another agency's sheet is not seen
as 302000000B/sa2
get /promotion/zuo_to_zheng/105/selection/{sa1}
status 403
