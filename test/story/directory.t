-- 機關 and 內部單位: read and downloaded by the whole back office, brought in by file, kept up one by one.

clock 2018-12-31T09:00
F1

# LEARN-017 LEARN-005 Every back-office user finds and downloads both, as reference for files; a long list is asked for a part of it
as 323000000A/o1
get /codes
see 機關 內部單位
get /directory
status 200
see 379010000E 範例市自來水事業處 379000000A
no 整批匯入機關 新增機關
see 機關代碼或名稱 查詢
get /directory?q=自來水
see 379010000E "共 1 筆"
raw "name=\"q\" id=\"f-q\" value=\"自來水\""
get /directory.csv
raw 機關代碼,機關名稱,上級機關代碼 323010000B
get "/units?agency="
see 人事處 資訊處
no 企劃組 新增內部單位
get "/units?agency=323010000B"
see 企劃組
get "/units?agency=999999999X"
status 404
see E-SCOPE-01
get /units/new
status 403

# LEARN-017 LEARN-042 總處 brings in agencies by file: new ones below each other, others renamed, closed or moved; the tree follows
as 300000000Z/dgpa
get /codes
see 整批匯入機關
get /directory
see 新增機關
get /directory/import/template
raw *機關代碼,*機關名稱,上級機關代碼,事業機構,開課機關,啟用
write agencies.csv
	機關代碼,機關名稱,上級機關代碼,事業機構,啟用
	323022000F,示範部第二局南區分局,323029000g,,
	323029000G,示範部第二局分區,323020000C,,
	323021000D,示範部第二局北部分局,323029000G,,
	379010000E,範例市自來水事業處,,,
	323010000B,示範部第一局,,,是
post /directory/import file=@agencies.csv
run jobs
rows "SELECT state, rows_created, rows_updated, rows_unchanged FROM import_batch" = done|2|1|2
rows "SELECT u.code FROM agency g JOIN agency u ON u.id = g.parent WHERE g.code IN ('323022000F', '323021000D', '379010000E') ORDER BY g.code" = 323029000G,323029000G,379000000A
rows "SELECT count(*) FROM agency_stage" = 0
rows "SELECT is_opening, active, is_enterprise FROM agency WHERE code = '323022000F'" = 1|1|0
as 323000000A/hr01
get "/postings?agency=323029000G&below=1&sort=name"
see 周八雲 "名冊人數 1 人"

# LEARN-017 E-CODE-01 E-CSV-10 E-REQ-01 A code of another form, an unknown superior, a loop: all told at once, nothing stored
as 300000000Z/dgpa
write wrong.csv
	機關代碼,機關名稱,上級機關代碼
	32-1,不完整,
	323030000H,示範部第三局,999999999X
	323020000C,示範部第二局,323022000F
	323040000J,,
	323050000K,示範部第五局,
	323050000K,示範部第五局,
post /directory/import file=@wrong.csv
run jobs
keep batch rows "SELECT max(id) FROM import_batch"
rows "SELECT state, rows_wrong FROM import_batch WHERE id = {batch}" = refused|5
get /imports/{batch}
see "上級機關代碼" E-CODE-01 E-REQ-01 E-CSV-10 第 32-1
rows "SELECT count(*) FROM agency" = 9

# LEARN-016 LEARN-020 LEARN-021 LEARN-022 E-CSV-02 E-CSV-03 E-CSV-04 E-CSV-05 E-CSV-06 E-CSV-07 E-CSV-08 E-CSV-09 E-CSV-12 W-CSV-02 What a file may not be, in the words of the catalogue
write one.csv
	323050000K,示範部第五局
post /directory/import file=@one.csv
run jobs
get /imports/3
see "缺少第一列欄位中文說明，請保留範本的第一列" E-CSV-02
write one.csv
	機關代碼,上級機關代碼
	323050000K,323000000A
post /directory/import file=@one.csv
run jobs
get /imports/4
see "缺少必填欄位：機關名稱" E-CSV-03
write one.csv
	機關代碼,機關名稱,機關名稱
	323050000K,示範部第五局,示範部第五局
post /directory/import file=@one.csv
run jobs
get /imports/5
see "欄位重複：機關名稱" E-CSV-04
write one.csv
	機關代碼,機關名稱
	323050000K,"示範部第五局
post /directory/import file=@one.csv
run jobs
get /imports/6
see "第 2 列的雙引號沒有結束" E-CSV-05
write one.csv
	機關代碼,機關名稱,備註
	323050000K,示範部第五局,甲,乙
post /directory/import file=@one.csv
run jobs
get /imports/7
see "one.csv 第 2 列：有 4 欄，超過標題的 3 欄，請檢查內容中的逗號是否加上雙引號（E-CSV-06）" "忽略未知欄位：備註（W-CSV-02）"
write one.csv
	機關代碼,機關名稱
post /directory/import file=@one.csv
run jobs
get /imports/8
see "檔案沒有資料列" E-CSV-08
write one.csv
	機關代碼,單位名稱
	323000000A,人事處
post /directory/import file=@one.csv
run jobs
get /imports/9
see "這是「內部單位」的格式，請至該功能上傳" E-CSV-09
write one.csv
	機關代碼;機關名稱
	323050000K;示範部第五局
post /directory/import file=@one.csv
run jobs
get /imports/10
see "欄位須以半形逗號分隔" E-CSV-12
rows "SELECT count(*) FROM agency" = 9

# LEARN-020 E-CSV-07 The ceilings are settings: rows and bytes
setting PEIXUN_UPLOAD_ROWS 2
write many.csv
	機關代碼,機關名稱
	323051000K,甲
	323052000K,乙
	323053000K,丙
post /directory/import file=@many.csv
run jobs
get /imports/11
see "檔案超過上限（2 筆資料列）（E-CSV-07）"
setting PEIXUN_UPLOAD_ROWS 3
post /directory/import file=@many.csv again=1
run jobs
rows "SELECT count(*) FROM agency" = 12

# LEARN-017 LEARN-042 Units by file: of one's own agency alone; by the command too
as 323000000A/hr01
get "/units?agency="
see 新增內部單位 整批匯入內部單位
write units.csv
	單位名稱,單位代碼,順序,啟用
	人事處,0100,1,
	法制處,0300,3,
	資訊處,,,否
post /units/import file=@units.csv
run jobs
rows "SELECT rows_created, rows_updated FROM import_batch WHERE id = (SELECT max(id) FROM import_batch)" = 1|2
rows "SELECT name, code, sort_no, active FROM unit u WHERE agency = (SELECT id FROM agency WHERE code = '323000000A') ORDER BY code, name" = 資訊處||0|0,人事處|0100|1|1,法制處|0300|3|1
post /units/import file=@units.csv again=1
write foreign.csv
	機關代碼,單位名稱
	323010000B,法制室
post /units/import file=@foreign.csv
run jobs
keep batch rows "SELECT max(id) FROM import_batch"
get /imports/{batch}
see E-SCOPE-01
peixun import unit @foreign.csv --as 300000000Z/dgpa
status 0
rows "SELECT count(*) FROM unit WHERE name = '法制室'" = 1

# LEARN-011 LEARN-003 E-DUP-01 E-REQ-01 One by one: a name that is there is not given twice; another agency's unit is not there
get /units/new
send /units/new name=法制處
status 422
see E-DUP-01
send /units/new name=
status 422
see E-REQ-01
send /units/new name=秘書處 code=0400
status 303
keep unit rows "SELECT id FROM unit WHERE name = '秘書處' AND code = '0400'"
get /units/{unit}
send /units/{unit} name=秘書室 active=
status 303
rows "SELECT name, active FROM unit WHERE id = {unit}" = 秘書室|0
as 323010000B/hr02
get /units/{unit}
status 404

# LEARN-017 總處 keeps an agency up on its page
as 300000000Z/dgpa
keep agency rows "SELECT id FROM agency WHERE code = '323022000F'"
get /agencies/{agency}
send /agencies/{agency} name=示範部第二局南部分局
status 303
rows "SELECT name FROM agency WHERE id = {agency}" = 示範部第二局南部分局
