-- 機關 and 內部單位: read and downloaded by the whole back office, brought in by file, kept up one by one.

clock 2018-12-31T09:00
F1

# LEARN-017 Every back-office user finds and downloads both, as reference for files
as 323000000A/o1
get /codes
see 機關 內部單位
get /directory
status 200
see 379010000E 範例市自來水事業處 379000000A
no 整批匯入機關 新增機關
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
