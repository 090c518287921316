-- 升官等訓練名冊線上報送: the fourteen steps, the checks of each row, return and second submission, the lock.

clock 2016-04-20T09:00
agency A58000000A 公務人員保障暨培訓委員會
agency 301000000A 示範警政署
agency 301010000C 示範警政署第一總隊 under=301000000A
agency 302000000B 示範縣政府
agency 302010000C 示範縣政府警察局 under=302000000B
account A58000000A/csptc csptc_officer name=鄭文彬
account 301000000A/sa1 agency_officer name=周淑芬
account 301000000A/deputy agency_officer name=林代理
account 301010000C/sv1 agency_officer name=吳同仁
account 302000000B/sa2 agency_officer name=李科員
selector 301000000A 302000000B
rows "INSERT INTO promotion_selector (type, agency, from_year) SELECT 'jian_to_jianren', id, 100 FROM agency WHERE code = '301000000A' RETURNING 1" = 1
rows "INSERT INTO promotion_call (type, year, ratio, deadline, released, letter, letter_day) VALUES ('zuo_to_zheng', 105, '10', '2016-04-30', 1, '公訓字第1050000001號', '2016-02-01'), ('jian_to_jianren', 113, '', '2024-03-31', 1, '', NULL) RETURNING 1" = 1,1
rows "INSERT INTO promotion_share (type, year, agency, carried_in) SELECT 'zuo_to_zheng', 105, id, '0.450' FROM agency WHERE code = '301000000A' RETURNING 1" = 1
rows "INSERT INTO promotion_result (type, year, national_id, name, outcome, cause, at_fault) VALUES ('zuo_to_zheng', 104, 'A223456781', '陳美玲', 'failed', '', ''), ('zuo_to_zheng', 104, 'B123456780', '林志強', 'revoked', 'truancy', ''), ('zuo_to_zheng', 103, 'D123456782', '張文同', 'expelled', '', 'no'), ('zuo_to_zheng', 102, 'E123456783', '孫有方', 'passed', '', ''), ('zuo_to_zheng', 105, 'G123456785', '李同年', 'failed', '', '') RETURNING 1" = 1,1,1,1,1
rows "UPDATE promotion_call SET committee = 0 WHERE type = 'jian_to_jianren' RETURNING 1" = 1
keep sa1 rows "SELECT id FROM agency WHERE code = '301000000A'"
keep sa2 rows "SELECT id FROM agency WHERE code = '302000000B'"
keep sv1 rows "SELECT id FROM agency WHERE code = '301010000C'"

# PROMO-048 ERR_SELECTING_ONLY: who does not select finds neither the entry nor the page
as 301010000C/sv1
get /promotion/rosters
status 403
see 本作業限遴選機關使用。
get /promotion/zuo_to_zheng/105/rosters/{sv1}
status 403
see 本作業限遴選機關使用。
json get /promotion/zuo_to_zheng/105/rosters/{sv1}
status 403
json error.code = ERR_SELECTING_ONLY
as 302000000B/sa2
get /promotion/zuo_to_zheng/105/rosters/{sa1}
status 403
no 示範警政署
as 301010000C/sv1

# PROMO-048 PROMO-051 The menu has the entry for a 遴選機關, and hides it from others
get /
no 升官等線上報送系統
get /site-map
status 200
no 升官等線上報送系統
get /promotion
see 調查符合參訓資格人數
no 線上報送名冊 升官等線上報送系統
as 301000000A/sa1
get /
see 升官等線上報送系統
get /promotion
see （三）線上報送名冊 升官等線上報送系統

# PROMO-051 PROMO-052 The items open to this agency, with state and deadline
as 301000000A/sa1
get /promotion/rosters
status 200
see 升官等線上報送系統 105年度佐升正 113年度薦升簡 未匯入 "報送期限 105/04/30" "剩 10 日"

# PROMO-053 ERR_TYPE Nothing chosen; then the work page with its state and the dates of the year
get "/promotion/rosters?type=&year=105&go=1"
status 422
see 請選擇擬作業之訓練類別。
json get "/promotion/rosters?type=&year=105&go=1"
status 422
json issues.0.code = ERR_TYPE
get "/promotion/rosters?type=zuo_to_zheng&year=105&go=1"
status 303
follow
status 200
see 未匯入 匯入資料 "105年度依「警佐警察人員晉升警正官等訓練辦法」自105年度起之參數"

# PROMO-020 PROMO-021 PROMO-120 The call, the four dates of the year, the number to call for this training
see 公訓字第1050000001號 105/02/01 "服務專線（佐升正法規疑義）：02-82367128" "參訓資格採計截止日 105/04/30" "積分採計截止日 104/12/31" "任職機關認定日 104/12/31" "報送期限 105/04/30"

# PROMO-054 Blank form and sample as xlsx and ods; a blank form sent in is refused: no rows; so is the sample
get /promotion/zuo_to_zheng/105/rosters/{sa1}/form/blank
status 200
header Content-Disposition .xlsx
save blank.xlsx
get /promotion/zuo_to_zheng/105/rosters/{sa1}/form/blank?as=ods
save blank.ods
get /promotion/zuo_to_zheng/105/rosters/{sa1}/form/sample?as=ods
save sample.ods
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@blank.xlsx
status 422
see "「blank.xlsx」沒有任何資料列。"
send /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@blank.ods
status 422
see "「blank.ods」沒有任何資料列。"
send /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@sample.ods
status 422
see "第 2 列 範例一「身分證統一編號」：身分證字號「A000000000」的格式或檢查碼不正確。（輸入值「A000000000」）。"
rows "SELECT count(*) FROM nomination_row" = 0

# PROMO-056 ERR_REQUIRED ERR_FILE_EXCEL ERR_FILE_HEADER No file, no table, another heading: nothing is taken
send /promotion/zuo_to_zheng/105/rosters/{sa1}/import -file
status 422
see 「檔案」為必填欄位，請輸入。
write picture.xlsx
	%PDF-1.4 not a sheet
send /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@picture.xlsx
status 422
see "「picture.xlsx」不是可讀取的 Excel 檔（.xlsx）、.ods 檔或 CSV 檔。"
write heading.csv
	序號,服務機關代碼,服務機關,身分證統一編號,姓名,性別,出生日期,職稱,官等俸級,參訓資格,警佐一階到職日,考績（前3年）,考績（前2年）,考績（前1年）,陞遷序列,積分,受訓序列,正選/備選,參訓身分,公費/自費,備註
	1,301010000C,示範警政署第一總隊,王小明,A123456789,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,1,正選,第1次參訓,公費,
send /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@heading.csv
status 422
see "「heading.csv」的欄位與空白表單不符：第 4 欄應為「姓名」，實為「身分證統一編號」。請使用系統下載之空白表單。"

# PROMO-056 ERR_ROW ERR_ROW_DUP Every faulty cell at once, by the spreadsheet's rows; nothing is stored
write wrong.csv
	序號,服務機關代碼,服務機關,姓名,身分證統一編號,性別,出生日期,職稱,官等俸級,參訓資格,警佐一階到職日,考績（前3年）,考績（前2年）,考績（前1年）,陞遷序列,積分,受訓序列,正選/備選,參訓身分,公費/自費,備註
	1,301010000C,示範警政署第一總隊,王小明,A123456789,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,1,正選,第1次參訓,公費,
	2,301010000C,示範警政署第一總隊,趙一二,C123456780,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,2,正選,第1次參訓,公費,
	3,301010000C,示範警政署第一總隊,,C123456781,男,070/13/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,3,正選,第1次參訓,公費,
	4,301010000C,示範警政署第一總隊,王小明,A123456789,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,4,正選,第1次參訓,公費,
	5,301010000C,示範警政署第一總隊,錢三,H123456786,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,八十,5,候補,第1次參訓,公費,
send /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@wrong.csv
status 422
see "第 3 列 趙一二「身分證統一編號」：身分證字號「C123456780」的格式或檢查碼不正確。（輸入值「C123456780」）。" "第 4 列 「姓名」：「姓名」為必填欄位，請輸入。" "第 4 列 「出生日期」" "第 5 列與第 2 列為同一人（A123456789）。" "第 6 列 錢三「正選/備選」" "第 6 列 錢三「積分」"
rows "SELECT count(*) FROM nomination_row" = 0
rows "SELECT state FROM nomination" = none

# PROMO-063 ERR_BAN ERR_ELIG PROMO-027 PROMO-031 PROMO-107 PROMO-109 PROMO-111 PROMO-115 PROMO-119 Rows against what is known
rows "INSERT INTO promotion_candidate (type, year, national_id, name, agency, selector, result, elements) VALUES ('zuo_to_zheng', 105, 'H123456786', '錢三', {sv1}, {sa1}, 'not_eligible', '官等俸級'), ('zuo_to_zheng', 105, 'J123456787', '孫四', {sv1}, {sa2}, 'eligible', '') RETURNING 1" = 1,1
write known.csv
	序號,服務機關代碼,服務機關,姓名,身分證統一編號,性別,出生日期,職稱,官等俸級,參訓資格,警佐一階到職日,考績（前3年）,考績（前2年）,考績（前1年）,陞遷序列,積分,受訓序列,正選/備選,參訓身分,公費/自費,備註
	1,301010000C,示範警政署第一總隊,林志強,B123456780,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,1,正選,第1次參訓,公費,
	2,301010000C,示範警政署第一總隊,陳美玲,A223456781,女,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,2,正選,第1次參訓,公費,
	3,301010000C,示範警政署第一總隊,張文同,D123456782,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,3,正選,退訓後重新訓練,自費,
	4,301010000C,示範警政署第一總隊,孫有方,E123456783,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,4,正選,第1次參訓,公費,
	5,301010000C,示範警政署第一總隊,李同年,G123456785,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,5,正選,成績不及格重新訓練,自費,
	9,301010000C,示範警政署第一總隊,吳九,L123456788,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,9,正選,成績不及格重新訓練,公費,
	6,301010000C,示範警政署第一總隊,錢三,H123456786,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,6,正選,第1次參訓,公費,
	7,301010000C,示範警政署第一總隊,孫四,J123456787,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,7,正選,第1次參訓,公費,
	8,302010000C,示範警政署第一總隊,周五,K123456788,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,8,正選,第1次參訓,公費,
send /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@known.csv
status 422
see "林志強 於 104 年度因「曠課」經廢止受訓資格，應間隔 3 年度，最早得於 108 年度重新遴選。" "陳美玲 於 104 年度成績不及格，參訓身分應為「成績不及格重新訓練」" "參訓身分「退訓後重新訓練」應為公費" "孫有方 已於 102 年度「佐升正」訓練成績及格" "李同年 於 105 年度成績不及格，應自次年度起重新遴選" "參訓身分「成績不及格重新訓練」應為自費" "錢三 不符參訓資格：官等俸級。" "孫四 應由「示範縣政府」遴選" "機關代碼「302010000C」非貴機關或所屬機關"
rows "SELECT count(*) FROM nomination_row" = 0

# PROMO-114 PROMO-116 PROMO-119 After 撤銷: from the day after delivery, not before that day is known, and at one's own cost if at fault
rows "INSERT INTO promotion_result (type, year, national_id, name, outcome, at_fault, delivered) VALUES ('zuo_to_zheng', 104, 'M123456789', '鄭今日', 'annulled', 'yes', '2016-04-20'), ('zuo_to_zheng', 104, 'N123456780', '吳未達', 'annulled', 'no', NULL), ('zuo_to_zheng', 104, 'P123456781', '周有責', 'annulled', 'yes', '2015-10-05'), ('zuo_to_zheng', 104, 'Q123456782', '王無責', 'annulled', 'no', '2015-10-05') RETURNING 1" = 1,1,1,1
write annulled.csv
	序號,服務機關代碼,服務機關,姓名,身分證統一編號,性別,出生日期,職稱,官等俸級,參訓資格,警佐一階到職日,考績（前3年）,考績（前2年）,考績（前1年）,陞遷序列,積分,受訓序列,正選/備選,參訓身分,公費/自費,備註
	1,301010000C,示範警政署第一總隊,鄭今日,M123456789,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,1,正選,撤銷後重新訓練,自費,
	2,301010000C,示範警政署第一總隊,吳未達,N123456780,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,2,正選,撤銷後重新訓練,公費,
	3,301010000C,示範警政署第一總隊,周有責,P123456781,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,3,正選,撤銷後重新訓練,公費,
	4,301010000C,示範警政署第一總隊,王無責,Q123456782,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,4,正選,第1次參訓,公費,
post /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@annulled.csv
status 422
see "鄭今日 之撤銷函於 105/04/20 送達，自次日起始得重新遴選" "吳未達 之撤銷函送達日尚未登錄，無法重新遴選；請洽保訓會登錄" "第 4 列 周有責「公費/自費」：參訓身分「撤銷後重新訓練」應為自費" "王無責 於 104 年度撤銷訓練及格資格，參訓身分應為「撤銷後重新訓練」"
no "第 5 列 王無責「公費/自費」"
rows "SELECT count(*) FROM nomination_row" = 0

# PROMO-058 PROMO-059 ERR_BATCH_NONE There is nothing to delete or to confirm yet
post /promotion/zuo_to_zheng/105/rosters/{sa1}/delete sure=1
status 409
see 尚無匯入資料。
post /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm right=1
status 409
see 尚無匯入資料。
json post /promotion/zuo_to_zheng/105/rosters/{sa1}/delete {"sure": true}
status 409
json issues.0.code = ERR_BATCH_NONE

# PROMO-056 PROMO-057 A right file is taken in: 匯入完成, with its numbers
write roster.csv
	序號,服務機關代碼,服務機關,姓名,身分證統一編號,性別,出生日期,職稱,官等俸級,參訓資格,警佐一階到職日,考績（前3年）,考績（前2年）,考績（前1年）,陞遷序列,積分,受訓序列,正選/備選,參訓身分,公費/自費,備註
	1,301010000C,示範警政署第一總隊,王小明,A123456789,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,1,正選,第1次參訓,公費,
	2,301010000C,示範警政署第一總隊,陳美玲,A223456781,女,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,2,正選,成績不及格重新訓練,自費,
	3,301010000C,示範警政署第一總隊,趙一二,C123456781,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,3,備選,第1次參訓,公費,
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@roster.csv
status 303
follow
see "匯入完成：roster.csv，共 3 筆，正選 2 人、備選 1 人。" 已匯入 "共 3 筆：正選 2 人，備選 1 人。"
rows "SELECT row_number, name, score, outcome, origin, cost, checked FROM nomination_row ORDER BY 1" = 2|王小明|88.50|primary|first_time|public|0,3|陳美玲|88.50|primary|failed_reselected|self|0,4|趙一二|88.50|reserve|first_time|public|0

# PROMO-065 PROMO-122 In JSON the roster has its numbers, its statement and the days left
json get /promotion/zuo_to_zheng/105/rosters/{sa1}
json state = imported
json rows = 3
json statement = false
json deadline = 2016-04-30
json days_left = 10

# PROMO-056 ERR_BATCH_EXISTS Another file is refused while one is there; the first stays
post /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@roster.csv
status 409
see "本年度「佐升正」已有匯入資料，請先刪除已上傳資料再重新上傳。"
rows "SELECT count(*) FROM nomination_row" = 3

# PROMO-058 The uploaded data can be looked at and downloaded, as list and as they were sent
get /promotion/zuo_to_zheng/105/rosters/{sa1}/rows
status 200
see 王小明 A123456789 第1次參訓 "共 3 筆"
get /promotion/zuo_to_zheng/105/rosters/{sa1}/rows.csv
raw 王小明 101/01/01 成績不及格重新訓練
get /promotion/zuo_to_zheng/105/rosters/{sa1}/file
status 200
raw "A123456789,男,070/01/31,警員"

# PROMO-029 The roster on paper, a draft until it is confirmed
get /promotion/zuo_to_zheng/105/rosters/{sa1}/pdf
status 200
pdf 105年度佐升正訓練受訓（含備選）人員名冊 王小明 A123456789 第1次參訓 88.50 草稿

# PROMO-029 PROMO-046 ERR_RESERVE Statement missing; then 備選 beyond the statement: refused, the roster stays imported
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm right=1
status 422
see "尚未儲存本年度參訓人數統計表"
get /promotion/zuo_to_zheng/105/quota/{sa1}
send /promotion/zuo_to_zheng/105/quota/{sa1} eligible=5 makeup_outside=0 failed_reselected=1 forecast=5
get /promotion/zuo_to_zheng/105/rosters/{sa1}
see 名冊與參訓人數統計表 超過
json get /promotion/zuo_to_zheng/105/rosters/{sa1}
json statement = true
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm
status 422
see 請勾選「已核對名冊資料正確無誤」後再送出。
send /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm right=1
status 422
see "備選 1 人，超過備選名額 0 人。"
json post /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm {"right": true}
status 422
raw ERR_RESERVE ERR_COMMITTEE
get /promotion/zuo_to_zheng/105/rosters/{sa1}
rows "SELECT state FROM nomination" = imported

# PROMO-058 Deleted and sent anew: only the second file's rows are there, the first stays as a version
send /promotion/zuo_to_zheng/105/rosters/{sa1}/delete
status 422
see 請勾選「確認刪除已上傳檔案」後再送出。
send /promotion/zuo_to_zheng/105/rosters/{sa1}/delete sure=1
status 303
follow
see 未匯入 已刪除已上傳檔案
write three.csv
	序號,服務機關代碼,服務機關,姓名,身分證統一編號,性別,出生日期,職稱,官等俸級,參訓資格,警佐一階到職日,考績（前3年）,考績（前2年）,考績（前1年）,陞遷序列,積分,受訓序列,正選/備選,參訓身分,公費/自費,備註
	1,301010000C,示範警政署第一總隊,王小明,A123456789,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,1,正選,第1次參訓,公費,
	2,301010000C,示範警政署第一總隊,陳美玲,A223456781,女,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,2,正選,成績不及格重新訓練,自費,
	3,301010000C,示範警政署第一總隊,趙一二,C123456781,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,3,正選,第1次參訓,公費,
send /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@three.csv
status 303
rows "SELECT x.name, x.outcome FROM nomination_row x JOIN nomination n ON n.batch = x.batch ORDER BY x.row_number" = 王小明|primary,陳美玲|primary,趙一二|primary
rows "SELECT count(*) FROM nomination_row" = 6

# PROMO-025 PROMO-026 No committee's meeting recorded: refused, naming the agency; a temporary one needs its members and its reason
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm right=1
status 422
see "示範警政署 尚未登錄本年度甄審委員會（或臨時性之審查委員會）會議"
get /promotion/zuo_to_zheng/105/selection/{sa1}
send /promotion/zuo_to_zheng/105/selection/{sa1}/meeting kind=臨時性之審查委員會 held_on=105/04/15 record=第1次會議紀錄
status 422
see 「委員」為必填欄位，請輸入。 「情形特殊之事由」為必填欄位，請輸入。
send /promotion/zuo_to_zheng/105/selection/{sa1}/meeting held_on=105/04/15 record=第1次會議紀錄 members=周淑芬、林代理 reason=未設甄審委員會
status 303
follow
see 臨時性之審查委員會 第1次會議紀錄

# PROMO-046 PROMO-059 ERR_QUOTA More 正選 than places
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm right=1
status 422
see "正選 2 人，超過本年度參訓名額 1 人（超出 1 人）。"
json post /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm {"right": true}
status 422
json issues.0.code = ERR_QUOTA

# PROMO-039 PROMO-046 Who failed before is counted in the statement as on the roster, or it is not taken
get /promotion/zuo_to_zheng/105/quota/{sa1}
send /promotion/zuo_to_zheng/105/quota/{sa1} failed_reselected=2
status 303
get /promotion/zuo_to_zheng/105/rosters/{sa1}
see 應相同
send /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm right=1
status 422
see "名冊「成績不及格重新訓練」1 人，參訓人數統計表為 2 人，二者應相同。"
get /promotion/zuo_to_zheng/105/quota/{sa1}
send /promotion/zuo_to_zheng/105/quota/{sa1} failed_reselected=1
status 303

# PROMO-058 Two versions side by side
get /promotion/zuo_to_zheng/105/rosters/{sa1}
see 歷程及各版檔案 與前一版比較
keep one rows "SELECT min(batch) FROM nomination_row"
keep two rows "SELECT max(batch) FROM nomination_row"
get "/promotion/zuo_to_zheng/105/rosters/{sa1}/compare?from={one}&to={two}"
see "正選/備選由「備選」改為「正選」" "1 項差異"
write two.csv
	序號,服務機關代碼,服務機關,姓名,身分證統一編號,性別,出生日期,職稱,官等俸級,參訓資格,警佐一階到職日,考績（前3年）,考績（前2年）,考績（前1年）,陞遷序列,積分,受訓序列,正選/備選,參訓身分,公費/自費,備註
	1,301010000C,示範警政署第一總隊,王小明,A123456789,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,1,正選,第1次參訓,公費,
	2,301010000C,示範警政署第一總隊,陳美玲,A223456781,女,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,2,正選,成績不及格重新訓練,自費,
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/delete sure=1
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@two.csv
status 303

# PROMO-028 ERR_DEADLINE Too late: the data are kept; a rest day's grace is marked                README decision 23
clock 2016-05-03T09:00
as 301000000A/sa1 may
get /promotion/zuo_to_zheng/105/rosters/{sa1}
see 已逾期
send /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm right=1
status 422
see "報送期限為 105年4月30日，逾期不予受理。"
json post /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm {"right": true}
status 422
json issues.0.code = ERR_DEADLINE
rows "SELECT state FROM nomination" = imported
clock 2016-05-02T09:00
as 301000000A/sa1 second
get /promotion/zuo_to_zheng/105/rosters/{sa1}
see 末日為例假日

# PROMO-059 PROMO-060 Confirmed: 保訓會 is told, and the roster is locked on the page
clock 2016-04-29T09:00
as 301000000A/sa1 april
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm right=1
status 303
follow
see 已確認上傳 "已於 105/04/29 09:00 確認上傳並通知保訓會，僅能下載先前上傳的檔案。如需重新上傳，請聯繫保訓會退回。"
no-raw "rosters/2/delete"
as A58000000A/csptc
get /notices
see "示範警政署：105年度佐升正名冊已確認上傳。"

# PROMO-060 PROMO-126 ERR_BATCH_LOCKED No path changes it: not the address, not JSON, not the command, not a second officer, not the history
as 301000000A/sa1 april
post /promotion/zuo_to_zheng/105/rosters/{sa1}/delete sure=1
status 409
see 僅能下載先前上傳的檔案
post /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@roster.csv
status 409
see "已於 105/04/29 09:00 確認上傳並通知保訓會"
json post /promotion/zuo_to_zheng/105/rosters/{sa1}/delete {"sure": true}
status 409
json issues.0.code = ERR_BATCH_LOCKED
json post /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm {"right": true}
status 409
json issues.0.code = ERR_BATCH_LOCKED
post /promotion/zuo_to_zheng/105/quota/{sa1} eligible=500 makeup_outside=0 failed_reselected=1 forecast=5 version=1
status 409
see "已於 105/04/29 09:00 確認上傳並通知保訓會"
rows "SELECT eligible FROM promotion_statement" = 5
get /promotion/zuo_to_zheng/105/quota/{sa1}
no 計算並儲存
get /promotion/zuo_to_zheng/105/selection/{sa1}
no 儲存積分
post /promotion/zuo_to_zheng/105/selection/{sa1} v.1=0 order.1=1 score.1=99
status 409
see "已於 105/04/29 09:00 確認上傳並通知保訓會"
json post /promotion/zuo_to_zheng/105/selection/{sa1} {"v.1": 0, "order.1": 1, "score.1": 99}
status 409
rows "SELECT count(*) FROM promotion_score" = 0
peixun import nomination @roster.csv --for zuo_to_zheng/105 --again --as 301000000A/sa1
status 1
raw "已於 105/04/29 09:00 確認上傳並通知保訓會"
keep batch rows "SELECT batch FROM nomination"
post /imports/{batch}/undo reason=誤傳
status 409
peixun import undo {batch} --reason 誤傳 --as 301000000A/sa1
status 1
rows "SELECT state, batch FROM nomination" = confirmed|{batch}
rows "SELECT count(*) FROM nomination_row WHERE batch = {batch}" = 2
get /promotion/zuo_to_zheng/105/rosters/{sa1}/file
status 200
raw A123456789

# PROMO-123 The command checks a file without taking it in
peixun import nomination @known.csv --for zuo_to_zheng/105 --dry-run --as 302000000B/sa2
status 1
raw "最早得於 108 年度重新遴選"
rows "SELECT count(*) FROM nomination WHERE state <> 'none'" = 1

# PROMO-061 ERR_RETURN_ROWS A return from review needs a marked row; the roster stays confirmed
as A58000000A/csptc
get /promotion/zuo_to_zheng/105/rosters/{sa1}
status 200
see 整批退回 受理
send /promotion/zuo_to_zheng/105/rosters/{sa1}/return
status 422
see 請標示至少一筆有問題的資料並填寫原因。
json post /promotion/zuo_to_zheng/105/rosters/{sa1}/return {"kind": "review"}
status 422
json issues.0.code = ERR_RETURN_ROWS
rows "SELECT state FROM nomination WHERE id = 1" = confirmed
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/mark row=2 field=grade_1
status 422
see 「原因」為必填欄位，請輸入。
send /promotion/zuo_to_zheng/105/rosters/{sa1}/mark row=99 field=grade_1 reason=考績不符
status 422
see "第 99 列"
send /promotion/zuo_to_zheng/105/rosters/{sa1}/mark row=2 field=grade_1 reason=考績不符
status 303
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/return until=105/05/20 return_reason=請補正
status 303
rows "SELECT state, return_kind, resend_until FROM nomination WHERE id = 1" = returned|review|2016-05-20

# PROMO-061 PROMO-062 The agency sees which row, which field, why; the list as a sheet has the marks
as 301000000A/sa1 april
get /notices
see "保訓會已整批退回105年度佐升正名冊：請補正"
get /promotion/zuo_to_zheng/105/rosters/{sa1}
see 已退回 考績（前1年） 考績不符 王小明 "請於 105/05/20 前重新報送"
get /promotion/zuo_to_zheng/105/rosters/{sa1}/rows.csv
raw 考績不符
get /promotion/zuo_to_zheng/105/rosters/{sa1}
post /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@roster.csv
status 409
see "已有匯入資料，請先刪除已上傳資料再重新上傳。"
post /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm right=1
status 409
see 已有匯入資料
json post /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm {"right": true}
status 409
json issues.0.code = ERR_BATCH_EXISTS

# PROMO-062 PROMO-126 Deleted, mended, sent again: the marks stay in sight, rows that did not change are pointed out
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/delete sure=1
status 303
get /promotion/zuo_to_zheng/105/rosters/{sa1}
see 未匯入 考績不符
send /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@two.csv
status 303
get /promotion/zuo_to_zheng/105/rosters/{sa1}
see 未變更，請確認
send /promotion/zuo_to_zheng/105/rosters/{sa1}/delete sure=1
write mended.csv
	序號,服務機關代碼,服務機關,姓名,身分證統一編號,性別,出生日期,職稱,官等俸級,參訓資格,警佐一階到職日,考績（前3年）,考績（前2年）,考績（前1年）,陞遷序列,積分,受訓序列,正選/備選,參訓身分,公費/自費,備註
	1,301010000C,示範警政署第一總隊,王小明,A123456789,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,87,1,正選,第1次參訓,公費,
	2,301010000C,示範警政署第一總隊,陳美玲,A223456781,女,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,2,正選,成績不及格重新訓練,自費,
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/import file=@mended.csv
get /promotion/zuo_to_zheng/105/rosters/{sa1}
see 已變更
clock 2016-05-18T09:00
as 301000000A/sa1 late
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/confirm right=1
status 303
follow
see "第 2 次報送"
no 考績不符

# PROMO-063 Somebody on another agency's roster is refused, and the other is named
rows "UPDATE promotion_selector SET until_year = 999 WHERE agency = {sa2} RETURNING 1" = 1
write other.csv
	序號,服務機關代碼,服務機關,姓名,身分證統一編號,性別,出生日期,職稱,官等俸級,參訓資格,警佐一階到職日,考績（前3年）,考績（前2年）,考績（前1年）,陞遷序列,積分,受訓序列,正選/備選,參訓身分,公費/自費,備註
	1,302010000C,示範警政署第一總隊,王小明,A123456789,男,070/01/31,警員,警佐一階本俸一級,普通考試或警察特考四等考試,101/01/01,甲,甲,乙,1,88.5,1,正選,第1次參訓,公費,
as 302000000B/sa2 late
get /promotion/zuo_to_zheng/105/rosters/{sa2}
send /promotion/zuo_to_zheng/105/rosters/{sa2}/import file=@other.csv
status 422
see "王小明 已列於「示範警政署」本年度名冊"

# PROMO-064 PROMO-065 保訓會 accepts; its overview has all agencies with numbers, the open ones first
as A58000000A/csptc late
get /promotion/zuo_to_zheng/105/rosters/{sa1}
send /promotion/zuo_to_zheng/105/rosters/{sa1}/accept
status 303
get "/promotion/rosters?type=zuo_to_zheng&year=105"
status 200
order 示範縣政府 示範警政署
see 未匯入 已受理 已逾期
get "/promotion/rosters.csv?type=zuo_to_zheng&year=105"
raw "301000000A,示範警政署,已受理,2,2,0,是"

# PROMO-065 Those that have not confirmed are reminded: they alone, with the last day and the way there; who clicks twice is no second notice
rows "SELECT count(*) FROM notice WHERE kind = 'nomination.remind'" = 0
get "/promotion/rosters?type=zuo_to_zheng&year=105"
send /promotion/rosters/remind
status 303
follow
see 已提醒 1 個尚未確認上傳之遴選機關。
send /promotion/rosters/remind
status 303
rows "SELECT g.code, n.text, n.link FROM notice n JOIN agency g ON g.id = n.agency WHERE n.kind = 'nomination.remind'" = "302000000B|105年度佐升正名冊尚未確認上傳，報送期限 105/04/30（已逾期），請儘速辦理，逾期不予受理。|/promotion/zuo_to_zheng/105/rosters/{sa2}"
rows "SELECT count(*) FROM audit WHERE action = 'nomination.remind' AND became LIKE '%\"agencies\":1%'" = 2
post /promotion/rosters/remind type=nothing year=105
status 422
see 請選擇擬作業之訓練類別。
post /promotion/zuo_to_zheng/105/rosters/{sa1}/return kind=on_request return_reason=誤植
status 409
see "名冊目前為「已受理」，無法辦理「整批退回」。"

# PROMO-064 Its persons take part from now on: 正選 wait; a second acceptance is refused
rows "SELECT p.name, p.state, p.outcome, p.origin, p.cost, p.place, g.code, p.version FROM participant p JOIN agency g ON g.id = p.agency ORDER BY p.place" = 王小明|waiting|primary|first_time|public|1|301010000C|1,陳美玲|waiting|primary|failed_reselected|self|2|301010000C|1
rows "SELECT e.event, e.was, e.became, a.name FROM participant_event e JOIN account a ON a.id = e.account ORDER BY e.id" = accepted||waiting|csptc,accepted||waiting|csptc
post /promotion/zuo_to_zheng/105/rosters/{sa1}/accept
status 409
rows "SELECT count(*) FROM participant" = 2

# PROMO-001 README decision 27: a training without parameters of its own has no 警佐 condition and no statement
clock 2024-03-20T09:00
as 301000000A/sa1 of113
write jian.csv
	序號,服務機關代碼,服務機關,姓名,身分證統一編號,性別,出生日期,職稱,官等俸級,參訓資格,現職等階到職日,考績（前3年）,考績（前2年）,考績（前1年）,陞遷序列,積分,受訓序列,正選/備選,參訓身分,公費/自費,備註
	1,301010000C,示範警政署第一總隊,王小明,A123456789,男,070/01/31,警員,薦任第九職等,高等考試,101/01/01,甲,甲,乙,1,88.5,1,正選,第1次參訓,公費,
get /promotion/jian_to_jianren/113/rosters/{sa1}
send /promotion/jian_to_jianren/113/rosters/{sa1}/import file=@jian.csv
status 303
follow
no 參訓人數統計表
send /promotion/jian_to_jianren/113/rosters/{sa1}/confirm right=1
status 303
rows "SELECT state FROM nomination WHERE type = 'jian_to_jianren'" = confirmed

# PROMO-061 A return on the agency's request needs words and no row
as A58000000A/csptc of113
get /promotion/jian_to_jianren/113/rosters/{sa1}
send /promotion/jian_to_jianren/113/rosters/{sa1}/return kind=on_request
status 422
see 「說明」為必填欄位，請輸入。
send /promotion/jian_to_jianren/113/rosters/{sa1}/return kind=on_request return_reason=機關來電請求
status 303
rows "SELECT state, return_kind FROM nomination WHERE type = 'jian_to_jianren'" = returned|on_request
