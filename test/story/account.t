-- One's own account: password, tokens for programs; 機關憑證; the operator's list.

clock 2022-10-03T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
agency 323020000C 示範部南區示範局 under=323000000A
account 323000000A/ag1user agency_officer "password=correct horse battery" name=周淑芬
account 323000000A/deputy agency_officer name=王代理
account 323010000B/ag2user agency_officer "password=another long sentence"
account 323000000A/operator sysadmin
certificate 323010000B AAAA000001
certificate 323000000A AAAA000002
certificate 323020000C AAAA000003

# ACMS-008 Signed in by password one must give the old one; the rules stand beside the field
as 323000000A/ag1user
get /account
status 200
see 舊密碼 "至少 12 個字，且不可包含帳號或機關代碼，不可與最近三次的密碼相同。" 周淑芬 機關人事人員
send /account/password "fresh=a brand new password" "again=a brand new password"
status 422
see "目前密碼不正確（E-PWD-01）"
send /account/password "old=wrong old password" "fresh=a brand new password" "again=a brand new password"
status 422
see "目前密碼不正確（E-PWD-01）"

# ACMS-008 LEARN-106 E-PWD-01 E-PWD-02 E-PWD-03 Unequal, too short, or with the account or the code in it: named, all at once, and the old one stays valid
send /account/password "old=correct horse battery" fresh=short again=shorter
status 422
see "新密碼不符合規則：至少 12 個字，且不可包含帳號或機關代碼（E-PWD-02）" "兩次輸入的新密碼不同（E-PWD-03）"
send /account/password "old=correct horse battery" "fresh=my AG1USER password" "again=my AG1USER password"
status 422
see E-PWD-02
send /account/password "old=correct horse battery" "fresh=323000000a and more" "again=323000000a and more"
status 422
as nobody
get /sign-in
send /sign-in agency_code=323000000A account=ag1user "password=correct horse battery"
status 303

# ACMS-008 A new password works at once, the old one no longer, and other sessions of the account end
as 323000000A/ag1user second-window
get /account
status 200
as 323000000A/ag1user
get /account
send /account/password "old=correct horse battery" "fresh=全新的密碼至少要十二個字喔" "again=全新的密碼至少要十二個字喔"
status 303
follow
see 密碼已變更，舊密碼已失效；其他裝置的登入也已結束。
as 323000000A/ag1user second-window
get /account
location /sign-in?next=%2Faccount
as nobody
get /sign-in
send /sign-in agency_code=323000000A account=ag1user "password=correct horse battery"
status 422
send /sign-in agency_code=323000000A account=ag1user "password=全新的密碼至少要十二個字喔"
status 303
rows "SELECT count(*) FROM audit WHERE action = 'account.password'" = 1

# LEARN-106 E-PWD-02 None of the last three again; the one before those is taken
as 323000000A/ag1user
get /account
send /account/password "old=全新的密碼至少要十二個字喔" "fresh=全新的密碼至少要十二個字喔" "again=全新的密碼至少要十二個字喔"
status 422
see "新密碼不符合規則：不可與最近三次的密碼相同（E-PWD-02）"
send /account/password "old=全新的密碼至少要十二個字喔" "fresh=correct horse battery" "again=correct horse battery"
status 422
see 不可與最近三次的密碼相同
send /account/password "old=全新的密碼至少要十二個字喔" "fresh=the third of my sentences" "again=the third of my sentences"
status 303
get /account
send /account/password "old=the third of my sentences" "fresh=correct horse battery" "again=correct horse battery"
status 422
send /account/password "old=the third of my sentences" "fresh=the fourth of my sentences" "again=the fourth of my sentences"
status 303
get /account
send /account/password "old=the fourth of my sentences" "fresh=correct horse battery" "again=correct horse battery"
status 303
get /account
send /account/password "old=correct horse battery" "fresh=全新的密碼至少要十二個字喔" "again=全新的密碼至少要十二個字喔"
status 303
rows "SELECT count(*) FROM password_past" = 2
rows "SELECT count(*) FROM audit WHERE was LIKE '%horse%' OR became LIKE '%全新的%'" = 0

# ACMS-004 A 機關憑證 of a known agency signs its only officer in
setting PEIXUN_CERTIFICATE_PORT 8443
setting PEIXUN_CERTIFICATE_URL https://acms.example:8443
as nobody
get /sign-in
raw "href=\"https://acms.example:8443/certificate\""
see 方式一：使用機關憑證登入
with card AAAA000001
get /certificate
status 303
get /
status 200
see 示範部北區示範局（323010000B）

# ACMS-008 ACMS-004 After a certificate the officer sees the agency's accounts, chooses one, and sets a new password without the old
as nobody
with card AAAA000002
get /certificate
status 200
see 示範部（323000000A） ag1user 周淑芬 deputy 王代理
keep officer rows "SELECT id FROM account WHERE name = 'ag1user'"
with card AAAA000002
post raw /certificate account={officer}
status 303
get /account
status 200
no "舊密碼*"
see 以機關憑證登入，不必輸入舊密碼
send /account/password "fresh=forgotten and found" "again=forgotten and found"
status 303
as nobody
get /sign-in
send /sign-in agency_code=323000000A account=ag1user "password=forgotten and found"
status 303

# ACMS-004 ACMS-011 A certificate opens only its own agency's accounts
as nobody
keep foreign rows "SELECT id FROM account WHERE name = 'ag2user'"
with card AAAA000002
post raw /certificate account={foreign}
status 403
get /
location /sign-in

# ACMS-004 Refused, cancelled, forged, expired, revoked or unknown: the cause is named with the line to call, nobody is signed in
as nobody
with card problem none
get /certificate
status 403
see 瀏覽器沒有送出憑證 02-82366932
with card problem untrusted
get /certificate
see 不是本系統信任的憑證管理中心
with card problem expired
get /certificate
see 逾有效期限
with card problem revoked
get /certificate
see 已被廢止
with card ZZZZ999999
get /certificate
status 403
see 未登記為任何機關的機關憑證 "請將憑證識別 ZZZZ999999 告知系統管理者"
get /certificate
status 403
with card AAAA000003
get /certificate
status 403
see 此機關尚無帳號
with card problem unchecked
get /certificate
status 403
see 無法查驗憑證是否已被廢止
get /
location /sign-in
rows "SELECT count(*) FROM audit WHERE action LIKE 'sign-in.certificate-%'" = 7

# ACMS-004 A certificate refused has a way back to the sign-in page
with card problem expired
get /certificate
raw "href=\"/sign-in\""

# ACMS-010 What was typed before the session ended is there after signing in with the certificate too
as nobody
get "/sign-in?parked=abc&next=/account"
raw "href=\"https://acms.example:8443/certificate?next=%2Faccount&amp;parked=abc\""
with card AAAA000001
get "/certificate?next=/account&parked="
status 303
location "http://127.0.0.1:8080/account"
as nobody
with card AAAA000002
get "/certificate?next=//evil.example/&parked=abc"
raw "name=\"parked\" value=\"abc\""
with card AAAA000002
post raw /certificate account={officer} next=//evil.example/ parked=abc
location "http://127.0.0.1:8080/parked/abc"
as nobody
with card AAAA000002
post raw /certificate account={officer} next=//evil.example/
location "http://127.0.0.1:8080/"

# ACMS-004 One certificate belongs to one agency: once seen, its fingerprint and its serial number are known to be the same
as 323000000A/operator
get /agency-certificates/new
send /agency-certificates/new agency_code=323000000A identity=AAAA000001
status 422
see 已存在
keep print rows "SELECT fingerprint FROM certificate_seen WHERE serial_number = 'AAAA000001'"
send /agency-certificates/new agency_code=323000000A identity={print}
status 422
see "同一張憑證已以憑證識別「AAAA000001」登記於示範部北區示範局"
send /agency-certificates/new agency_code=323010000B identity={print}
status 303

# ACMS-004 Where it was registered twice before anybody could know (BBBB000001, by its fingerprint too), it opens neither agency
certificate 323010000B BBBB000001
certificate 323000000A 9d53f059f944fda5bd638f4b6720b70a547811aceee4fe7d6506dc8c1965633b
as nobody
with card BBBB000001
get /certificate
status 403
see 登記於不只一個機關 請通知系統管理者 02-82366932
get /
location /sign-in

# ACMS-011 A token is shown once and lets a program act with its owner's rights
as 323000000A/deputy
get /account
send /account/tokens label=人事系統
status 200
keep token after 新的權杖：
get /account
see 人事系統
no {token}
rows "SELECT count(*) FROM api_token WHERE token_hash = '{token}'" = 0
as nobody
with header Authorization "Bearer {token}"
json get /trainees/report.json?exam_year=111
status 200
with header Authorization "Bearer {token}"
get /accounts
status 403
with header Authorization "Bearer {token}x"
json get /exams
status 401

# ACMS-011 A token without its use named is refused
as 323000000A/deputy
get /account
send /account/tokens label=
status 422
see 「用途」為必填欄位
rows "SELECT count(*) FROM api_token" = 1

# ACMS-011 A double press makes one token
get /account
send /account/tokens label=第二個
press again
rows "SELECT count(*) FROM api_token WHERE label = '第二個'" = 1

# ACMS-011 The page that shows a new token makes the next one too
get /account
send /account/tokens label=第三個
status 200
send /account/tokens label=第四個
status 200
see 新的權杖
rows "SELECT count(*) FROM api_token WHERE label IN ('第三個', '第四個')" = 2

# ACMS-011 A revoked token opens nothing; nobody revokes another's
keep id rows "SELECT id FROM api_token WHERE label = '人事系統'"
as 323010000B/ag2user
post /account/tokens/revoke token={id}
status 422
see 您沒有這個權杖，或已廢止。
rows "SELECT count(*) FROM api_token WHERE id = {id} AND revoked IS NULL" = 1
as 323000000A/deputy
post /account/tokens/revoke token={id}
status 303
follow
see 已廢止
as nobody
with header Authorization "Bearer {token}"
json get /exams
status 401

# ACMS-011 A token ends after a year, and says so beside its last use; one that was never used says that
as 323000000A/deputy
get /account
send /account/tokens label=年度介接
keep yearly after 新的權杖：
get /account
see 有效至 112/10/03 尚未使用
as nobody
with header Authorization "Bearer {yearly}"
json get /exams
status 200
as 323000000A/deputy
get /account
see "年度介接 111/10/03 09:00 111/10/03 09:00 112/10/03 09:00 廢止"
clock 2023-10-03T08:59
as nobody
with header Authorization "Bearer {yearly}"
json get /exams
status 200
clock 2023-10-03T09:00
with header Authorization "Bearer {yearly}"
json get /exams
status 401
as 323000000A/deputy later
get /account
see 已到期

# ACMS-008 A new password ends the tokens too, and says how many
send /account/tokens label=明年
keep next after 新的權杖：
as 323000000A/operator later
keep deputy rows "SELECT id FROM account WHERE name = 'deputy'"
get /accounts/{deputy}
send /accounts/{deputy} "password=from the operator, once"
status 303
as nobody
with header Authorization "Bearer {next}"
json get /exams
status 401
as 323000000A/deputy later
get /account
location /sign-in?next=%2Faccount
as nobody
get /sign-in
send /sign-in agency_code=323000000A account=deputy "password=from the operator, once"
get /
see "您的密碼已由系統管理者重設，先前的登入與 1 個 API 權杖已結束"
get /account
send /account/tokens label=再次
keep third after 新的權杖：
send /account/password "old=from the operator, once" "fresh=my own long sentence" "again=my own long sentence"
follow
see "其他裝置的登入與 1 個 API 權杖也已結束"
get /account
status 200
as nobody
with header Authorization "Bearer {third}"
json get /exams
status 401

# ACMS-007 Who may not sign in any more leaves no token behind, even when the account is used again
as 323000000A/deputy latest
get /account
send /account/tokens label=離職前
keep fourth after 新的權杖：
as 323000000A/operator later
get /accounts/{deputy}
send /accounts/{deputy} -active
status 303
get /accounts/{deputy}
send /accounts/{deputy} active=1
status 303
as nobody
with header Authorization "Bearer {fourth}"
json get /exams
status 401
as 323000000A/deputy latest
get /account
location /sign-in?next=%2Faccount

# ACMS-009 The operator sees every account, without passwords
as 323000000A/operator later
get /accounts
status 200
see ag1user deputy ag2user 機關人事人員 系統管理者
no-raw argon2
json get /accounts.json?agency_code=323010000b
json total = 1
get /accounts.csv
status 200
