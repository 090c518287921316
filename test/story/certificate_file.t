-- 請證 by file: 身分別, 實務訓練成績 and 實訓期間 of many, and 教育訓練成績.

clock 2023-02-03T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局
agency A58000000A 保訓會
account 323000000A/ag1user agency_officer name=周淑芬
account 323000000A/second agency_officer name=吳同仁
account 323010000B/ag2user agency_officer
account A58000000A/csptc csptc_officer name=鄭文彬
account A58000000A/nacs nacs_officer
exam 111 007 公務人員特種考試警察人員考試
person A123456789 王小明 男 111 007 agency=323000000A
person A223456781 陳美玲 女 111 007 agency=323000000A
person B123456780 林志強 男 111 007 agency=323000000A
person F123456784 李大同 男 111 007 agency=323010000B
peixun calendar load test/story/calendar-112-115.csv --as A58000000A/csptc
status 0
as 323000000A/ag1user
post /trainees/report exam_year=111 tick=1 v.1=1 tick=2 v.2=1 tick=3 v.3=1 day=111/10/03 overwrite=no confirm=yes
status 303

# ACMS-059 教育訓練成績 is recorded by file, by 保訓會 or 國家文官學院; an office may not
as 323000000A/ag1user
get /certification/education
status 403
as A58000000A/nacs
get /certification/education
status 200
see 教育訓練成績匯入 *教育訓練成績
write education.csv
	年度,考試代碼,身分證字號,姓名,教育訓練成績
	111,7,A123456789,王小明,80
	111,007,a223456781,陳美鈴,101
	111,007,S200000017,,70
post /certification/education file=@education.csv
keep wrong rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{wrong}
see 檢核未通過 "第 3 列「教育訓練成績」：「教育訓練成績」的成績「101」不正確" 查無此人於該年度及考試代碼之錄取資料
rows "SELECT count(*) FROM admission WHERE education_score IS NOT NULL" = 0
write education.csv
	年度,考試代碼,身分證字號,姓名,教育訓練成績
	111,7,A123456789,王小明,80
	111,007,A223456781,陳美鈴,70
post /certification/education file=@education.csv
keep wrong rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{wrong}
see 姓名「陳美鈴」與系統資料「陳美玲」不同
write education.csv
	年度,考試代碼,身分證字號,姓名,教育訓練成績
	111,7,A123456789,王小明,80
	111,007,A223456781,,70
	111,007,F123456784,,５９．５
post /certification/education file=@education.csv
keep education rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{education}
see 完成
rows "SELECT education_score FROM admission ORDER BY id" = 80.00,70.00,,59.50
rows "SELECT count(*) FROM audit WHERE action = 'certificate.education' AND became LIKE '%80.00%'" = 1

# LEARN-203 The history shows what one may upload, and no other
get /imports
see 教育訓練成績 education.csv
no 錄取人員名冊 請證資料

# ACMS-059 Another score than the stored one is for a person to decide
write education.csv
	年度,考試代碼,身分證字號,教育訓練成績
	111,007,A223456781,75
post /certification/education file=@education.csv
keep other rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{other}/conflicts
see 既有「70.00」，檔案「75.00」
keep conflict rows "SELECT id FROM import_conflict WHERE batch = {other}"
get /imports/{other}/conflicts
send /imports/{other}/conflicts tick={conflict} decision=take
status 303
rows "SELECT education_score FROM admission WHERE id = 2" = 75.00

# ACMS-059 A row that was decided meanwhile is not decided twice; who did it is named
post /imports/{other}/conflicts tick={conflict} decision=keep
status 409
see "資料已由 nacs 於 112/02/03 09:00"
rows "SELECT education_score FROM admission WHERE id = 2" = 75.00

# ACMS-061 The page leads to the upload; the template has the red fields marked
as 323000000A/ag1user w1
get "/certification/persons?exam_year=111&exam_code=007"
see 以檔案匯入
get /certification/import
status 200
see 請證資料匯入 一般、原住民族、身心障礙人員、中低收入戶、低收入戶、特殊境遇家庭
get /certification/import/template
raw "*年度,*考試代碼,*身分證字號,姓名,*身分別,相關證明文件,*實務訓練成績,*實訓期間起,*實訓期間迄,備註"

# ACMS-061 ACMS-054 ACMS-055 ACMS-057 ACMS-058 All mistakes at once, each with row and field; nothing is stored; another agency's person is refused
write wrong.csv
	年度,考試代碼,身分證字號,姓名,身分別,相關證明文件,實務訓練成績,實訓期間起,實訓期間迄
	111,007,A123456789,王小明,外星人,,abc,112/02/02,111/10/03
	111,007,A223456781,陳美玲,一般,,,111/10/03,112/02/30
	111,007,F123456784,李大同,一般,,80,111/10/03,112/02/02
post /certification/import file=@wrong.csv
keep wrong rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{wrong}
see 檢核未通過 "第 2 列「身分別」" "第 2 列「實務訓練成績」：「實務訓練成績」的成績「abc」不正確" "第 2 列「實訓期間迄」：「實訓期間迄」（111/10/03）不可早於「實訓期間起」" "第 3 列「實務訓練成績」：「實務訓練成績」為必填欄位" "第 3 列「實訓期間迄」" "第 4 列「身分證字號」：此人員非貴機關人員"
rows "SELECT count(*) FROM certificate_data" = 0
get /imports/{wrong}/file/errors
raw "錯誤列號,錯誤欄位,錯誤訊息"

# ACMS-061 A dry run tells what would come of it, Big5 as Excel writes it; a score below the mark is warned of          ACMS-057
write-big5 data.csv
	年度,考試代碼,身分證字號,姓名,身分別,相關證明文件,實務訓練成績,實訓期間起,實訓期間迄,備註
	111,007,A123456789,王小明,一般,,82,111/10/03,112/02/02,
	111,007,A223456781,陳美玲,原住民族,是,59.5,111.10.3,1120202,分發二次
post /certification/import file=@data.csv dry=1
keep data rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{data}
see Big5 "實務訓練成績 59.50 未達及格標準 60.00" 更新
rows "SELECT count(*) FROM certificate_data" = 0
send /imports/{data}/confirm
run jobs
rows "SELECT admission, identity, identity_proof, score, practical_start, practical_end, remark, version FROM certificate_data ORDER BY 1" = 1|一般|0|82.00|2022-10-03|2023-02-02||2,2|原住民族|1|59.50|2022-10-03|2023-02-02|分發二次|2
rows "SELECT count(*) FROM audit WHERE action = 'certificate.data' AND account = 1" = 2

# ACMS-018 ACMS-061 What is entered by file is due as what is typed
rows "SELECT subject, due FROM deadline WHERE kind = 'certificate-apply' AND state = 'open'" = 1|2023-02-10

# ACMS-061 The list itself, saved as a sheet, is a file that can be sent back; xlsx and ods are taken alike
post /certification/persons row=3 v.3=0 identity.3=一般 score.3=66 practical_start.3=111/10/03 practical_end.3=112/02/02 one=1
status 303
get "/certification/persons.xlsx?exam_year=111&exam_code=007"
save list.xlsx
post /certification/import file=@list.xlsx
run jobs
rows "SELECT state, rows_unchanged, rows_updated, rows_conflict, format FROM import_batch ORDER BY id DESC LIMIT 1" = done|3|0|0|.xlsx
get "/certification/persons.ods?exam_year=111&exam_code=007"
save list.ods
post /certification/import file=@list.ods
run jobs
rows "SELECT state, rows_unchanged FROM import_batch ORDER BY id DESC LIMIT 1" = done|3

# ACMS-061 What differs from what was entered waits for a person, who takes it or keeps the stored one
write differs.csv
	年度,考試代碼,身分證字號,身分別,實務訓練成績,實訓期間起,實訓期間迄
	111,007,A223456781,原住民族,85.5,111/10/03,112/02/02
post /certification/import file=@differs.csv
keep differs rows "SELECT max(id) FROM import_batch"
run jobs
rows "SELECT score FROM certificate_data WHERE admission = 2" = 59.50
get /imports/{differs}/conflicts
see 既有「59.50」，檔案「85.50」
keep conflict rows "SELECT id FROM import_conflict WHERE batch = {differs}"
send /imports/{differs}/conflicts tick={conflict} decision=take
status 303
rows "SELECT score FROM certificate_data WHERE admission = 2" = 85.50

# ACMS-060 ACMS-061 Who is on an application is refused by file too
get "/certification/serials/new?exam_year=111&exam_code=007"
send /certification/serials/new tick=1
status 303
keep serial location
write locked.csv
	年度,考試代碼,身分證字號,身分別,實務訓練成績,實訓期間起,實訓期間迄
	111,007,A123456789,一般,70,111/10/03,112/02/02
	111,007,B123456780,一般,66,111/10/03,112/02/02
post /certification/import file=@locked.csv
keep locked rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{locked}
see 檢核未通過 "王小明 已列入申請序號 11100700001"
rows "SELECT state FROM import_batch WHERE id = {locked}" = refused

# ACMS-061 Undone as a whole, and the deadline goes with it; what somebody built on since is told and stays
person S200000017 張怡君 女 111 007 agency=323000000A
rows "UPDATE admission SET education_score = '80.00' WHERE id = 5 RETURNING 1" = 1
write more.csv
	年度,考試代碼,身分證字號,身分別,實務訓練成績,實訓期間起,實訓期間迄
	111,007,S200000017,一般,70,111/10/03,112/02/02
post /certification/import file=@more.csv
keep more rows "SELECT max(id) FROM import_batch"
run jobs
rows "SELECT score FROM certificate_data WHERE admission = 5" = 70.00
rows "SELECT state FROM deadline WHERE kind = 'certificate-apply' AND subject = 5" = open
get /imports/{more}
send /imports/{more}/undo reason=誤傳
status 303
rows "SELECT score, identity FROM certificate_data WHERE admission = 5" = |
rows "SELECT state FROM deadline WHERE kind = 'certificate-apply' AND subject = 5" = cancelled
get /imports/{data}
send /imports/{data}/undo reason=誤傳
see "已列入申請序號 11100700001"
rows "SELECT score FROM certificate_data WHERE admission = 1" = 82.00

# ACMS-101 The same by the command
peixun import certificate-data test/story/certificate-data.csv --dry-run --as 323000000A/ag1user
status 0
rows "SELECT count(*) FROM certificate_data WHERE admission = 5 AND score IS NULL" = 1
peixun import certificate-data test/story/certificate-data.csv --as 323000000A/ag1user
status 0
rows "SELECT score, identity FROM certificate_data WHERE admission = 5" = 77.00|低收入戶
peixun import certificate-data test/story/certificate-data.csv --as A58000000A/csptc
status 1

# ACMS-101 ACMS-063 An application by the command: refused in the words of the page, tried without a trace, made
peixun certificate make test/story/certificate-data.csv --as 323000000A/nobody
status 1
peixun certificate make --as 323000000A/ag1user
status 2
see "usage: peixun certificate"
rows "UPDATE certificate_data SET score = '50.00' WHERE admission = 5 RETURNING 1" = 1
peixun certificate make test/story/certificate-data.csv --as 323000000A/ag1user
status 1
see 張怡君 實務訓練成績未及格
rows "UPDATE certificate_data SET score = '77.00' WHERE admission = 5 RETURNING 1" = 1
peixun certificate make test/story/certificate-data.csv --dry-run --as 323000000A/ag1user
status 0
see 試算 11100700002
rows "SELECT count(*) FROM certificate_serial" = 1
peixun certificate make test/story/certificate-data.csv --json --as 323000000A/ag1user
status 0
see "\"number\":\"11100700002\",\"members\":1"

# ACMS-101 ACMS-076 ACMS-082 Confirmed, sent, numbered; not twice, not by another agency, not in the wrong order
peixun certificate confirm 11100700002 --as 323010000B/ag2user
status 1
see 查無申請序號「11100700002」
peixun certificate confirm 11100700002 --as 323000000A/ag1user
status 0
peixun certificate confirm 11100700002 --as 323000000A/ag1user
status 1
see 確認申請，無法異動
peixun certificate send 11100700002 --document 示人字第1號 --as 323000000A/ag1user
status 1
see 「日期」為必填欄位
peixun certificate send 11100700002 --day 112/02/03 --document 示人字第1號 --as 323000000A/ag1user
status 0
peixun certificate csptc 11100700002 --day 112/02/03 --document 公訓字第1號 --as 323000000A/ag1user
status 1
peixun certificate exam-yuan 11100700002 --day 112/02/03 --document 考字第1號 --as A58000000A/csptc
status 1
see 登錄考試院發證文號
peixun certificate csptc 11100700002 --day 112/02/03 --document 公訓字第1號 --as A58000000A/csptc
status 0
peixun certificate exam-yuan 11100700002 --day 112/02/03 --document 考字第1號 --as A58000000A/csptc
status 0
rows "SELECT state, csptc_document, exam_yuan_document FROM certificate_serial WHERE number = '11100700002'" = certified|公訓字第1號|考字第1號
