-- Uploads of many rows as an officer does them, with the roster of admitted persons.

clock 2024-08-01T10:00
agency A58000000A 公務人員保障暨培訓委員會
agency 323000000A 示範部
account A58000000A/csptc csptc_officer
account 323000000A/ag1user agency_officer
exam 111 007 公務人員特種考試警察人員考試

# LEARN-029 The upload page gives the template and says what each column may hold
as A58000000A/csptc
get /roster/import
status 200
see 上傳格式說明 下載 CSV格式 *身分證字號 有錯誤時僅匯入正確資料列 男、女
get /roster/import/template
status 200
header Content-Disposition template_roster.csv
save template.csv
raw "*年度,*考試代碼,*身分證字號,*姓名,*性別,*出生日期,*考試等級,*考試類科,機關代碼,教育訓練成績,錄取別,榜示日"

# LEARN-029 The template, sent back as it is, has no rows; that is no heading error
post /roster/import file=@template.csv
status 303
run jobs
follow
see 檢核未通過 E-CSV-08

# ACMS-023 Without a file nothing is taken
get /roster/import
send /roster/import
status 422
see 請選擇要上傳的檔案

# LEARN-024 ACMS-023 A correct file is taken in, its progress is seen, and it is stored by itself
write roster.csv
	年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科
	111,007,A123456789,王小明,男,080/01/31,三等考試,行政警察人員
	111,007,A223456781,游錫堃,女,081/02/28,三等考試,刑事警察人員
get /roster/import
send /roster/import file=@roster.csv
status 303
location /imports/2
keep batch rows "SELECT max(id) FROM import_batch"
follow
status 200
see 已上傳 roster.csv 本頁會自動更新
raw "<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>"
rows "SELECT count(*) FROM trainee" = 0
run jobs
get /imports/{batch}
see 完成 檔案編碼：UTF-8 辨識的欄位 復原整批
rows "SELECT name, national_id, birth_date FROM trainee ORDER BY national_id" = 王小明|A123456789|1991-01-31,游錫堃|A223456781|1992-02-28

# LEARN-206 The end of a batch is told to who sent it
get /notices
see 錄取人員名冊：完成，成功 2 筆，錯誤 0 筆

# LEARN-203 The history names the batch, its file, who sent it and what came of it
get /imports?state=done
status 200
see 錄取人員名冊 roster.csv UTF-8 完成
get /imports.csv
raw roster.csv

# LEARN-028 The same content under another name waits for a person
write copy.csv
	年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科
	111,007,A123456789,王小明,男,080/01/31,三等考試,行政警察人員
	111,007,A223456781,游錫堃,女,081/02/28,三等考試,刑事警察人員
post /roster/import file=@copy.csv
keep held rows "SELECT max(id) FROM import_batch"
follow
see 相同內容的檔案已於 "113/08/01 10:00" 完成 W-CSV-04 仍要上傳 放棄
run jobs
rows "SELECT state FROM import_batch WHERE id = {held}" = held
post /imports/{held}/confirm
status 303
run jobs
get /imports/{held}
see 完成 相同

# LEARN-016 LEARN-023 All mistakes of all rows, each with file, row, field, reason and code; nothing is stored
write bad.csv
	年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科
	111,007,A123456788,王大明,男,080/02/30,三等考試,行政警察人員
	111,007,S200000017,張怡君,女,080/02/28,三等考試,行政警察人員
	111,007,B123456780,,男,080/02/28,三等考試,行政警察人員
post /roster/import file=@bad.csv
keep bad rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{bad}
see 檢核未通過 "bad.csv 第 2 列「身分證字號」：身分證字號「A123456788」的格式或檢查碼不正確。" 「出生日期」 "第 4 列「姓名」" 僅匯入正確資料列 下載錯誤資料
rows "SELECT count(*) FROM trainee" = 2
json get /imports/{bad}
json state = refused
json issues.0.row = 2
json issues.0.code = ERR_ID

# LEARN-026 The rows to mend and the whole result are files like the upload
get /imports/{bad}/file/errors
status 200
raw "考試類科,錯誤列號,錯誤欄位,錯誤訊息" "身分證字號、出生日期"
no-raw 張怡君
get /imports/{bad}/file/result
raw "結果,原因" 張怡君 新增
get /imports/{bad}/file/original
raw 王大明

# LEARN-023 「僅匯入正確資料列」 stores the others
get /imports/{bad}
send /imports/{bad}/confirm only_correct=1
status 303
run jobs
get /imports/{bad}
see 部分完成
rows "SELECT name FROM trainee WHERE national_id = 'S200000017'" = 張怡君

# ACMS-023 A row that differs is never overwritten; a person decides
write differs.csv
	年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科,機關代碼
	111,007,A123456789,王曉明,男,080/01/31,三等考試,行政警察人員,
	111,007,A223456781,游錫坤,女,081/02/28,三等考試,刑事警察人員,
	111,007,S200000017,張怡君,女,080/02/28,三等考試,行政警察人員,323000000A
post /roster/import file=@differs.csv
keep differs rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{differs}
see 完成 "複核 2 筆差異"
rows "SELECT name FROM trainee WHERE national_id = 'A123456789'" = 王小明
rows "SELECT g.code FROM trainee t JOIN agency g ON g.id = t.agency WHERE t.national_id = 'S200000017'" = 323000000A
get /imports/{differs}/conflicts
see A12****789 王小明 王曉明 採用檔案資料 保留既有資料
keep first rows "SELECT min(id) FROM import_conflict"
send /imports/{differs}/conflicts tick={first} decision=take
status 303
rows "SELECT name FROM trainee WHERE national_id = 'A123456789'" = 王曉明
rows "SELECT count(*) FROM import_conflict WHERE decision IS NULL" = 1

# decision 15 Nothing ticked, and what is decided already, are refused
post /imports/{differs}/conflicts decision=take
status 422
see 尚未勾選任何人員
post /imports/{differs}/conflicts tick={first} decision=keep
status 409
rows "SELECT name FROM trainee WHERE national_id = 'A123456789'" = 王曉明

# LEARN-027 Undoing needs a reason and is refused where somebody has built on it, with the rows
as 323000000A/ag1user
keep trainee rows "SELECT id FROM trainee WHERE national_id = 'S200000017'"
post /trainees/report tick={trainee} day=113/08/01 overwrite=no exam_year=111
status 303
as A58000000A/csptc
get /imports/{bad}
send /imports/{bad}/undo reason=
status 422
get /imports/{bad}
send /imports/{bad}/undo reason=檔案錯誤
status 409
see "無法整批復原：1 筆資料在匯入後已被修改或複核（E-BAT-01）" 張怡君 復原可復原的部分
json post /imports/{bad}/undo {"reason":"檔案錯誤"}
status 409
rows "SELECT count(*) FROM trainee" = 3

# LEARN-027 A batch on which nothing was built is undone as a whole
write more.csv
	年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科
	111,007,B123456780,林志強,男,080/02/28,三等考試,行政警察人員
	111,007,F123456784,李大同,男,080/02/28,三等考試,行政警察人員
post /roster/import file=@more.csv
keep more rows "SELECT max(id) FROM import_batch"
run jobs
rows "SELECT count(*) FROM trainee" = 5
get /imports/{more}
send /imports/{more}/undo reason=檔案錯誤
status 303
follow
see 已復原 檔案錯誤
rows "SELECT count(*) FROM trainee" = 3
run jobs
rows "SELECT count(*) FROM person" = 3
post /imports/{more}/undo reason=再一次
status 409

# LEARN-024 A file that is only to be checked waits, and is stored or given up by its person
write dry.csv
	年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科
	111,007,B123456780,林志強,男,080/02/28,三等考試,行政警察人員
get /roster/import
send /roster/import file=@dry.csv dry=1
keep dry rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{dry}
see "檢核完成，待匯入" 確認匯入 放棄
rows "SELECT count(*) FROM trainee" = 3
send /imports/{dry}/confirm
run jobs
rows "SELECT count(*) FROM trainee" = 4

# LEARN-025 A batch that has not begun to be stored is cancelled
write late.csv
	年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科
	111,007,F123456784,李大同,男,080/02/28,三等考試,行政警察人員
post /roster/import file=@late.csv
keep late rows "SELECT max(id) FROM import_batch"
get /imports/{late}
send /imports/{late}/give-up
status 303
run jobs
get /imports/{late}
see 已取消
rows "SELECT count(*) FROM trainee" = 4

# ACMS-011 Another agency's officer has nothing of it
as 323000000A/ag1user
get /imports/{bad}
status 403
get /roster/import
status 403

# LEARN-021 ACMS-023 Headings under other names: what is missing is told beside what was not understood
write names.csv
	民國年度,考試代碼,身分證字號,中文姓名,性別,出生日期,考試等級,考試類科
	111,007,A123456789,王小明,男,080/01/31,三等考試,行政警察人員
as A58000000A/csptc
get /roster/import
send /roster/import file=@names.csv
status 303
run jobs
follow
see "缺少必填欄位：年度、姓名；檔案中未辨識的欄位名稱：民國年度、中文姓名"
