-- 終身學習: who acts for which agency, and how far an agency reaches.

clock 2018-12-31T09:00
F1

# LEARN-003 The tree is kept as intervals: what lies below an agency is between its two numbers
rows "SELECT code FROM agency g WHERE EXISTS (SELECT 1 FROM agency u WHERE u.code = '323000000A' AND g.tree_low BETWEEN u.tree_low AND u.tree_high) ORDER BY code" = 323000000A,323010000B,323020000C,323021000D
rows "SELECT tree_high - tree_low FROM agency WHERE code = '323021000D'" = 0
account 300000000Z/operator sysadmin
as 300000000Z/operator
keep moved rows "SELECT id FROM agency WHERE code = '323021000D'"
get /agencies/{moved}
send /agencies/{moved} parent_code=379000000A
status 303
rows "SELECT code FROM agency g WHERE EXISTS (SELECT 1 FROM agency u WHERE u.code = '379000000A' AND g.tree_low BETWEEN u.tree_low AND u.tree_high) ORDER BY code" = 323021000D,379000000A,379010000E
get /agencies/{moved}
send /agencies/{moved} parent_code=323020000C
status 303
rows "SELECT count(*) FROM agency g JOIN agency u ON g.tree_low BETWEEN u.tree_low AND u.tree_high WHERE u.code = '323000000A'" = 4

# LEARN-037 The roster of an agency on a day: main postings, neither 留職停薪 nor 離職
rows "SELECT count(*) FROM agency g CROSS JOIN posting x WHERE g.code = '323000000A' AND x.agency = g.id AND x.is_main = 1 AND x.status = 'active' AND x.from_day <= '2018-12-31' AND x.until >= '2018-12-31'" = 4

# LEARN-001 An account of 統計報表 is refused as 管理人員, and let in as what it is
as nobody
get /sign-in
see 身份 管理人員 學員 統計報表
send /sign-in agency_code=300000000Z account=stats01 "password=f1 sentence of words" identity=staff
status 422
see 帳號、密碼或身份不正確 （E-AUTH-02）
send /sign-in agency_code=300000000Z account=stats01 "password=f1 sentence of words" identity=stats
status 303
get /
see 目前單位：人事行政總處（300000000Z）

# LEARN-001 LEARN-002 Signed in as 管理人員 the page head says for which agency one acts
as nobody
get /sign-in
send /sign-in agency_code=323000000A account=hr01 "password=f1 sentence of words" identity=staff
status 303
get /
see 目前單位：示範部（323000000A）
no 切換兼辦單位

# LEARN-001 Who may only learn is no 管理人員
as nobody
get /sign-in
send /sign-in agency_code=323000000A account=learner03 "password=f1 sentence of words" identity=staff
status 422
see 帳號、密碼或身份不正確 （E-AUTH-02）

# LEARN-103 Who acts for another agency too has the list of both, the current one marked
keep hr01 rows "SELECT id FROM account WHERE name = 'hr01'"
keep other rows "SELECT id FROM agency WHERE code = '323010000B'"
rows "INSERT INTO account_agency (account, agency, role) SELECT {hr01}, {other}, 'agency_officer' RETURNING role" = agency_officer
as 323000000A/hr01
get /
see 切換兼辦單位
get /switch
see 示範部（323000000A） 示範部第一局（323010000B） （目前單位）

# LEARN-104 Another agency: the page head, and at the next sign-in again
send /switch agency={other}
status 303
follow
see 目前單位：示範部第一局（323010000B）
as nobody
get /sign-in
send /sign-in agency_code=323000000A account=hr01 "password=f1 sentence of words"
get /
see 目前單位：示範部第一局（323010000B）

# LEARN-104 LEARN-002 An agency that one may not act for is refused; withdrawn meanwhile, the next request leads to the choice
keep foreign rows "SELECT id FROM agency WHERE code = '379000000A'"
post /switch agency={foreign}
status 422
see 您已不再具有「所選單位」的權限，請重新選擇單位 （E-SCOPE-02）
rows "UPDATE account_agency SET valid_to = '2018-12-30' WHERE account = {hr01} RETURNING role" = agency_officer
get /
status 303
location /switch
follow
see 您已不再具有「示範部第一局」的權限，請重新選擇單位 示範部（323000000A）
no 示範部第一局（323010000B）
json get /
status 403
json error.code = E-SCOPE-02
keep home rows "SELECT id FROM agency WHERE code = '323000000A'"
get /switch
send /switch agency={home}
status 303
follow
see 目前單位：示範部（323000000A）

# E-AUTH-03 SM-8 An account past its last day says so
rows "UPDATE account SET valid_to = '2018-12-30' WHERE name = 'o1' RETURNING role" = officer
as nobody
get /sign-in
send /sign-in agency_code=323000000A account=o1 "password=f1 sentence of words"
status 422
see 此帳號已逾有效期限（107/12/30），請洽人事行政總處 （E-AUTH-03）

# LEARN-017 The code tables that come with the program
rows "SELECT name, attribute, is_required FROM code_item WHERE table_code = 'course_category' AND code = '301'" = "資訊|3 專業訓練|0"
rows "SELECT count(*) FROM code_item WHERE table_code = 'course_category'" = 23
rows "SELECT attribute FROM code_item WHERE table_code = 'amount_unit' AND name = '學分'" = 18
