-- 升官等訓練 from the command line: what the pages do and show, by the same rights; nothing is changed where the status is not 0.

clock 2016-04-20T09:00
agency A58000000A 公務人員保障暨培訓委員會
agency 301000000A 示範警政署
agency 301010000C 示範警政署第一總隊 under=301000000A
agency 302000000B 示範縣政府
account A58000000A/csptc csptc_officer
account 301000000A/sa1 agency_officer
account 302000000B/sa2 agency_officer
rows "INSERT INTO promotion_selector (type, agency, from_year) SELECT 'zuo_to_zheng', id, 100 FROM agency WHERE code IN ('301000000A', '302000000B') RETURNING 1" = 1,1
rows "INSERT INTO promotion_call (type, year, ratio, deadline, released, committee) VALUES ('zuo_to_zheng', 105, '30', '2016-04-30', 1, 0) RETURNING 1" = 1
rows "INSERT INTO promotion_share (type, year, agency, carried_in) SELECT 'zuo_to_zheng', 105, id, '0.345' FROM agency WHERE code = '301000000A' RETURNING 1" = 1
keep sa1 rows "SELECT id FROM agency WHERE code = '301000000A'"
write survey.csv
	年度,訓練類別,服務機關代碼,身分證統一編號,姓名,現任職務,經銓敘審定合格實授,晉敘至本俸最高級日,支年功俸,考績（前3年）,考績（前2年）,考績（前1年）,考試資格,銓定相當職等,學歷資格,任合格實授職務起日,年資中斷期間,商調到職日,原任機關代碼
	105,佐升正,301010000C,A123456789,王小明,警佐一階,是,104/01/01,,甲,甲,乙,普通考試或警察特考四等考試,,,101/01/01,,,
	105,佐升正,301010000C,A223456781,陳美玲,警佐一階,是,105/05/15,,乙,甲,甲,普通考試或警察特考四等考試,,,101/01/01,,,

# PROMO-123 PROMO-019 Everybody of a year is checked and listed with the reason; the status is 0 for that alone
peixun import survey @survey.csv --as 301000000A/sa1
status 0
rows "UPDATE promotion_candidate SET top_step_on = '2016-04-15' WHERE name = '陳美玲' RETURNING result" = not_eligible
peixun eligibility zuo_to_zheng 105 --as 301000000A/sa1
status 0
see 王小明 陳美玲 符合
no 官等俸級
rows "SELECT name, result FROM promotion_candidate ORDER BY id" = 王小明|eligible,陳美玲|eligible
peixun eligibility zuo_to_zheng 105 --as 302000000B/sa2
status 0
no 王小明
rows "UPDATE promotion_candidate SET top_step_on = '2016-05-15' WHERE name = '陳美玲' RETURNING result" = eligible
peixun eligibility zuo_to_zheng 105 --as A58000000A/csptc
status 1
see 沒有
peixun eligibility zuo_to_zheng 105 --as 301000000A/nobody
status 1
peixun eligibility 無此訓練 105 --as 301000000A/sa1
status 2
see usage
peixun eligibility zuo_to_zheng 105
status 2
rows "SELECT result FROM promotion_candidate WHERE name = '陳美玲'" = eligible

# PROMO-123 PROMO-056 A roster's file is checked without being taken in: file, row and field of each mistake
write roster.csv
	序號,服務機關代碼,服務機關,姓名,身分證統一編號,性別,出生日期,職稱,官等俸級,參訓資格,警佐一階到職日,考績（前3年）,考績（前2年）,考績（前1年）,陞遷序列,積分,受訓序列,正選/備選,參訓身分,公費/自費,備註
	1,301010000C,示範警政署第一總隊,王小明,A123456788,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,1,正選,第1次參訓,公費,
peixun import nomination @roster.csv --for zuo_to_zheng/105 --dry-run --as 301000000A/sa1
status 1
see roster.csv "第 2 列" 身分證統一編號 A123456788
write roster.csv
	序號,服務機關代碼,服務機關,姓名,身分證統一編號,性別,出生日期,職稱,官等俸級,參訓資格,警佐一階到職日,考績（前3年）,考績（前2年）,考績（前1年）,陞遷序列,積分,受訓序列,正選/備選,參訓身分,公費/自費,備註
	1,301010000C,示範警政署第一總隊,王小明,A123456789,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,1,正選,第1次參訓,公費,
peixun import nomination @roster.csv --for zuo_to_zheng/105 --dry-run --as 301000000A/sa1
status 0
rows "SELECT count(*) FROM nomination_row" = 0
peixun import nomination @roster.csv --for zuo_to_zheng/105 --as 301000000A/sa1
status 0
rows "SELECT count(*) FROM nomination_row" = 1
peixun import nomination @roster.csv --for zuo_to_zheng/105 --again --as 301000000A/sa1
status 1
see "本年度「佐升正」已有匯入資料，請先刪除已上傳資料再重新上傳。"

# PROMO-123 PROMO-122 Rosters, statements and score lists go home as files, each to who may see them
as 301000000A/sa1
post /promotion/zuo_to_zheng/105/quota/{sa1} eligible=37 makeup_outside=0 failed_reselected=0 forecast=43
status 303
peixun export /promotion/zuo_to_zheng/105/rosters/{sa1}/rows.csv --as 301000000A/sa1
status 0
see 王小明 A123456789
peixun export /promotion/zuo_to_zheng/105/rosters/{sa1}/rows.csv --as 302000000B/sa2
status 1
no 王小明
peixun export "/promotion/quota.csv?type=zuo_to_zheng&year=105" --as A58000000A/csptc
status 0
see 301000000A 11.445
peixun export "/promotion/scores.csv?type=zuo_to_zheng&year=105" --as A58000000A/csptc
status 0
see 總成績
no 王小明

# PROMO-123 PROMO-125 Deadlines that fall in the next days: those alone; a roster that was sent has no last day any more
peixun export "/promotion/periods.csv?days=9" --as 301000000A/sa1
status 0
no 佐升正名冊報送
peixun export "/promotion/periods.csv?days=10" --as 301000000A/sa1
status 0
see 佐升正名冊報送 105/04/30
as 301000000A/sa1
get /promotion/periods?days=10
see 佐升正名冊報送
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm right=1
status 303
get /promotion/periods
no 佐升正名冊報送
as 302000000B/sa2
get /promotion/periods
see 佐升正名冊報送
