-- The same without a browser: 報到日期 for a list, taking over a list, a list of admitted persons.

clock 2022-10-31T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
account 323000000A/ag1user agency_officer name=周淑芬
account 323010000B/ag2user agency_officer
account 323000000A/csptc csptc_officer name=鄭文彬
account 323000000A/nacs nacs_officer
exam 111 007 公務人員特種考試警察人員考試
person A123456789 王小明 男 111 007 agency=323000000A
person A223456781 陳美玲 女 111 007 agency=323000000A
person S200000017 張怡君 女 111 007
person F123456784 李大同 男 111 007 agency=323010000B

# ACMS-101 ACMS-030 A dry run tells what would change and changes nothing
write two.csv
	身分證字號,年度,考試代碼,報到日期
	A123456789,111,007,111/10/03
	A223456781,111,007,2022-10-04
peixun report-day @two.csv --overwrite no --dry-run --as 323000000A/ag1user
status 0
see "試算：將寫入 2 人、覆蓋 0 人、略過 0 人。"
rows "SELECT count(*) FROM admission WHERE report_date IS NOT NULL" = 0

# ACMS-101 ACMS-030 The list is stored, with audit, deadline and an entry that the pages show
peixun report-day @two.csv --overwrite no --as 323000000A/ag1user
status 0
see "已寫入 2 人"
rows "SELECT report_date FROM trainee WHERE report_date IS NOT NULL ORDER BY national_id" = 2022-10-03,2022-10-04
rows "SELECT due FROM deadline WHERE state = 'open' ORDER BY due" = 2022-10-10,2022-10-11
as 323000000A/ag1user
get /trainees/report/entries
see 周淑芬 111/10/03 111/10/04

# ACMS-101 ACMS-032 The same once more skips them; 是 replaces
peixun report-day @two.csv --overwrite no --day 111/10/20 --as 323000000A/ag1user
status 0
see "已寫入 0 人、覆蓋 0 人、略過 2 人"
peixun report-day @two.csv --overwrite yes --day 111/10/20 --as 323000000A/ag1user
status 0
see "覆蓋 2 人"
rows "SELECT report_date FROM trainee WHERE report_date IS NOT NULL ORDER BY national_id" = 2022-10-20,2022-10-20

# ACMS-101 ACMS-011 Each mistake is told by file, row and field, and nothing is changed: not even the row that was right
write wrong.csv
	身分證字號,年度,考試代碼,報到日期
	A123456789,111,007,111/10/05
	A223456781,111,007,111/02/30
	A123456788,111,007,111/10/05
	S200000017,111,099,111/10/05
peixun report-day @wrong.csv --overwrite yes --as 323000000A/ag1user
status 1
see wrong.csv "第 3 列「報到日期」" 111/02/30 "第 4 列「身分證字號」"
write foreign.csv
	身分證字號,年度,考試代碼,報到日期
	A123456789,111,007,111/10/05
	F123456784,111,007,111/10/05
peixun report-day @foreign.csv --overwrite yes --as 323000000A/ag1user
status 1
see "第 3 列" 此人員非貴機關人員
write future.csv
	身分證字號,年度,考試代碼,報到日期
	A123456789,111,007,111/11/01
peixun report-day @future.csv --overwrite yes --as 323000000A/ag1user
status 1
see 不可晚於今日
rows "SELECT report_date FROM trainee WHERE report_date IS NOT NULL ORDER BY national_id" = 2022-10-20,2022-10-20

# ACMS-101 An empty file, a missing column, a file or an account that is not there: said in words
write empty.csv
	身分證字號,年度,考試代碼,報到日期
peixun report-day @empty.csv --overwrite no --as 323000000A/ag1user
status 1
see 檔案沒有資料列
write short.csv
	身分證字號,考試代碼
	A123456789,007
peixun report-day @short.csv --overwrite no --as 323000000A/ag1user
status 1
see 年度
peixun report-day @nowhere.csv --overwrite no --as 323000000A/ag1user
status 1
peixun report-day @two.csv --overwrite no --as 323000000A/ghost
status 1
see 沒有帳號
peixun report-day @two.csv --overwrite perhaps --as 323000000A/ag1user
status 2

# ACMS-101 ACMS-011 A command acts with its account's rights: 國家文官學院 enters nothing, 保訓會 only with a reason
peixun report-day @two.csv --overwrite yes --day 111/10/21 --as 323000000A/nacs
status 1
see 沒有「維護報到日期」的權限
peixun report-day @two.csv --overwrite yes --day 111/10/21 --as 323000000A/csptc
status 1
see 請填寫理由
peixun report-day @two.csv --overwrite yes --day 111/10/21 --reason 機關來函 --as 323000000A/csptc
status 0
as 323000000A/ag1user
keep p1 rows "SELECT id FROM trainee WHERE national_id = 'A123456789'"
get /trainees/{p1}
see 機關來函 鄭文彬

# ACMS-101 ACMS-025 ACMS-026 Taking a list over: one who can't be had refuses the list
write take.csv
	身分證字號,年度,考試代碼
	S200000017,111,007
	A123456789,111,007
peixun take-over @take.csv --as 323010000B/ag2user
status 1
see "第 3 列" "王小明 目前為「示範部」之人員"
rows "SELECT count(*) FROM trainee WHERE national_id = 'S200000017' AND agency IS NULL" = 1
write one.csv
	身分證字號,年度,考試代碼
	S200000017,111,007
peixun take-over @one.csv --dry-run --as 323010000B/ag2user
status 0
rows "SELECT count(*) FROM trainee WHERE national_id = 'S200000017' AND agency IS NULL" = 1
peixun take-over @one.csv --as 323010000B/ag2user
status 0
as 323010000B/ag2user
get /trainees/report?exam_year=111
see 張怡君

# ACMS-023 ACMS-101 A correct list of admitted persons is loaded in one step; a dry run loads nothing
write roster.csv
	年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科,機關代碼
	111,007,B123456780,林志強,男,080/01/31,三等考試,行政警察人員,323000000A
	111,7,C123456781,𠮷野家豪,男,1991-02-28,三等考試,行政警察人員,
peixun import roster @roster.csv --dry-run --as 323000000A/csptc
status 0
see "新增 2"
rows "SELECT count(*) FROM trainee" = 4
peixun import roster @roster.csv --again --as 323000000A/csptc
status 0
rows "SELECT national_id, name, birth_date, exam_code FROM trainee WHERE national_id IN ('B123456780', 'C123456781') ORDER BY national_id" = B123456780|林志強|1991-01-31|007,C123456781|𠮷野家豪|1991-02-28|007
as 323000000A/ag1user
get /trainees/report?exam_year=111
see 林志強

# ACMS-023 ACMS-101 A row that is there already is unchanged; one that differs is a conflict, and that is no complete success
write again.csv
	年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科
	111,007,B123456780,林志強,男,080/01/31,三等考試,行政警察人員
	111,007,C123456781,吉野家豪,男,1991-02-28,三等考試,行政警察人員
peixun import roster @again.csv --dry-run --as 323000000A/csptc
status 1
peixun import roster @again.csv --again --as 323000000A/csptc
status 1
see "相同 1" "待複核 1"
rows "SELECT name FROM trainee WHERE national_id = 'C123456781'" = 𠮷野家豪

# ACMS-023 Any bad row refuses the file with row, field, value and reason; both rows of a duplicate are named
write bad.csv
	年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科
	111,007,D123456782,孫一身,男,080/02/30,三等考試,行政警察人員
	111,007,D123456789,孫二身,男,080/01/31,三等考試,行政警察人員
	111,007,E123456783,,女,080/01/31,三等考試,行政警察人員
	111,007,E123456783,錢五,甲,080/01/31,三等考試,行政警察人員
	111,099,D123456782,孫三身,男,080/01/31,三等考試,行政警察人員
peixun import roster @bad.csv --as 323000000A/csptc
status 1
see 080/02/30 D123456789 「姓名」 甲 099
rows "SELECT count(*) FROM trainee" = 6
peixun import roster @roster.csv --again --as 323000000A/ag1user
status 1
see 匯入錄取人員名冊
