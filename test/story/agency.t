-- The tree of agencies, kept by the operator.

agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
account 323000000A/operator sysadmin
account 323000000A/second sysadmin
account 323010000B/ag2user agency_officer "password=another long sentence"

# ACMS-006 A new agency is listed under its superior
as 323000000A/operator
get /agencies
status 200
see 新增機關 示範部北區示範局
get /agencies/new
send /agencies/new code=323020000c name=示範部南區示範局 parent_code=323000000a
status 303
location /agencies
follow
see 323020000C 示範部南區示範局
rows "SELECT g.code, u.code FROM agency g JOIN agency u ON u.id = g.parent WHERE g.name = '示範部南區示範局'" = 323020000C|323000000A

# ACMS-006 A code that exists, a superior that doesn't, and empty fields are named
get /agencies/new
send /agencies/new code=323020000C name=又一個
status 422
see 「機關代碼」的「323020000C」已存在
send /agencies/new code=399000000X name=新的 parent_code=000000000X
status 422
see "查無符合條件的資料（機關代碼 000000000X）" 新的
send /agencies/new code= name=
status 422
see 「機關代碼」為必填欄位 「機關名稱」為必填欄位
rows "SELECT count(*) FROM agency" = 3

# ACMS-006 A code is ten capital letters and digits
get /agencies/new
send /agencies/new code=32-0 name=不完整
status 422
see 「機關代碼」
send /agencies/new code=３２３０３００００Ｄ name=示範部東區示範局
status 303
rows "SELECT code FROM agency WHERE name = '示範部東區示範局'" = 323030000D

# ACMS-006 An agency can't hang below itself or its own subordinate
keep top rows "SELECT id FROM agency WHERE code = '323000000A'"
get /agencies/{top}
send /agencies/{top} parent_code=323010000B
status 422
see 不可隸屬於其本身或其下級機關
send /agencies/{top} parent_code=323000000A
status 422
rows "SELECT coalesce(parent, 0) FROM agency WHERE id = {top}" = 0

# ACMS-006 An agency put out of use: nobody of it signs in, and who was signed in is out
keep north rows "SELECT id FROM agency WHERE code = '323010000B'"
as 323010000B/ag2user
get /
status 200
as 323000000A/operator
get /agencies/{north}
send /agencies/{north} -active
status 303
as 323010000B/ag2user
get /
location /sign-in
get /sign-in
send /sign-in agency_code=323010000B account=ag2user "password=another long sentence"
status 422
see "機關代碼、帳號或密碼錯誤。"

# ACMS-006 A renamed agency is seen under its new name at once; the change is logged
as 323000000A/operator
get /agencies/{north}
send /agencies/{north} name=示範部北區分署 active=1
status 303
rows "SELECT count(*) FROM audit WHERE action = 'agency.change' AND became LIKE '%北區分署%'" = 1
as 323010000B/ag2user
get /
see 示範部北區分署（323010000B）

# ACMS-006 The code of an agency never changes by its form
as 323000000A/operator
post /agencies/{north} version=3 code=999999999Z name=示範部北區分署 active=1
rows "SELECT code FROM agency WHERE id = {north}" = 323010000B

# ACMS-006 Whoever was second is told and has stored nothing
as 323000000A/second
post /agencies/{north} version=1 name=晚了一步 active=1
status 409
see 您的輸入尚未儲存 晚了一步
rows "SELECT name FROM agency WHERE id = {north}" = 示範部北區分署

# ACMS-006 A double press makes one agency and one audit entry
as 323000000A/operator
get /agencies/new
send /agencies/new code=323040000E name=示範部西區示範局
status 303
press again
status 303
rows "SELECT count(*) FROM agency WHERE code = '323040000E'" = 1
rows "SELECT count(*) FROM audit WHERE action = 'agency.add' AND became LIKE '%323040000E%'" = 1
