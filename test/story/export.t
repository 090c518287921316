-- Any list as a file, without a browser.

clock 2022-10-31T09:00
agency 323000000A 示範部
agency 323010000B 示範局
account 323000000A/ag1user agency_officer
account 323010000B/ag2user agency_officer
account 323000000A/csptc csptc_officer
exam 111 007 公務人員特種考試警察人員考試
person A123456789 王小明 男 111 007 agency=323000000A
person A223456781 陳美玲 女 111 007 agency=323000000A
person F123456784 李大同 男 111 007 agency=323010000B

# ACMS-101 ACMS-051 A list goes to standard output or into a file, with the account's own persons alone
peixun export /trainees/report.csv?exam_year=111 --as 323000000A/ag1user
status 0
see 姓名 王小明 陳美玲
no 李大同 HTTP/
peixun export "/trainees/report.csv?exam_year=111" --as 323000000A/csptc -o @all.csv
status 0
no 姓名
peixun report-day @all.csv --overwrite yes --as 323000000A/csptc
status 1
see all.csv
peixun export /trainees/report.json?exam_year=111 --as 323010000B/ag2user
status 0
json rows.0.name = 李大同
json total = 1

# ACMS-101 What the web refuses is refused, in its words, and no file is made
peixun export /trainees/report.csv --as 323000000A/ag1user -o @none.csv
status 1
see "「年度」為必填欄位"
peixun report-day @none.csv --overwrite yes --as 323000000A/csptc
status 1
see "No such file"
peixun export /accounts.csv --as 323000000A/ag1user
status 1
see "沒有「維護帳號」的權限"
peixun export /nothing.csv --as 323000000A/ag1user
status 1
see 找不到網頁
peixun export /notices --as 323000000A/ag1user
status 1
see 沒有可下載的檔案
peixun export /exams.csv --as 323000000A/nobody
status 1
see 沒有這個帳號
peixun export /exams.csv
status 2
peixun export exams.csv --as 323000000A/ag1user
status 2

# ACMS-051 ACMS-101 Who is late with the plan form
write days.csv
	身分證字號,年度,考試代碼,報到日期
	A123456789,111,007,111/10/03
	A223456781,111,007,111/10/31
peixun report-day @days.csv --overwrite no --as 323000000A/ag1user
status 0
peixun overdue --as 323000000A/ag1user
status 0
see 王小明 111/10/10 逾期未上傳
no 陳美玲
peixun overdue
status 2

# ACMS-101 JSON too is all of the list, of which a page has 50; a page that is asked for stays one
account 323000000A/keeper sysadmin
rows "INSERT INTO agency (code, name) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60) SELECT 'Z' || (10000 + i), '多個機關' FROM n RETURNING 1" = 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1
peixun export /agencies.json --as 323000000A/keeper
status 0
json total = 62
json rows.61.name = 多個機關
peixun export /agencies.json?per=20 --as 323000000A/keeper
status 0
json total = 62
no Z10060
