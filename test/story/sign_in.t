-- Signing in and out: the address, both ways, lock-out, idle time-out, and what was typed meanwhile.

clock 2022-10-03T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
account 323000000A/ag1user agency_officer "password=correct horse battery" name=周淑芬
account 323010000B/ag2user agency_officer "password=another long sentence"
account 323000000A/csptc csptc_officer "password=commission of training"

# ACMS-001 ACMS-003 The public address leads to the sign-in page with both ways, its links and the three lines
setting PEIXUN_CERTIFICATE_PORT 8443
setting PEIXUN_CERTIFICATE_URL https://acms.example:8443
as nobody
get /
status 303
location /sign-in
follow
status 200
see 方式一：使用機關憑證登入 方式二：輸入機關代碼、帳號、密碼 忘記帳號密碼 請領證書繳款
see "「無法登入」 02-82366932" "「錄取人員報到事宜」 02-82367113" "「請證」 02-26531619、1618"
no "登出"

# ACMS-001 An unknown address is a page of its own with the way to the sign-in page, for people and programs alike
get /no-such-page
status 404
see 找不到網頁 前往登入
raw "href=\"/sign-in\""
json get /no-such-page
status 404
json error.code = ERR_PAGE_NOT_FOUND

# ACMS-001 A malformed address or query is refused, not a fault
get /%zz
status 404
get /sign-in?next=%ff
status 400
get //
status 404

# ACMS-002 The address of the installation works with and without a slash at its end
setting PEIXUN_BASE /WebACMS
get /WebACMS
status 303
location /WebACMS/sign-in
get /WebACMS/
location /WebACMS/sign-in
follow
status 200
raw "action=\"/WebACMS/sign-in\"" "href=\"/WebACMS/static/peixun.css"
send /WebACMS/sign-in agency_code=323000000A account=ag1user "password=correct horse battery"
status 303
location /WebACMS/
get /WebACMSX
status 404
setting PEIXUN_BASE ""

# ACMS-002 A deep link leads through the sign-in page to the page asked for
as nobody
get /exams?exam_year=111
location /sign-in?next=%2Fexams%3Fexam_year%3D111
follow
send /sign-in agency_code=323000000A account=ag1user "password=correct horse battery"
status 303
location /exams?exam_year=111
follow
status 200

# ACMS-002 A deep link never leads to another site
as nobody
get /sign-in?next=//evil.example/
send /sign-in agency_code=323000000A account=ag1user "password=correct horse battery"
location /
as nobody
get /sign-in?next=https://evil.example/
send /sign-in agency_code=323000000A account=ag1user "password=correct horse battery"
location /
as nobody
get /sign-in?next=/%5Cevil.example/
send /sign-in agency_code=323000000A account=ag1user "password=correct horse battery"
location /

# ACMS-004 Without the listener for 機關憑證 the page hides 方式一, and 方式二 works alone
setting PEIXUN_CERTIFICATE_PORT 0
as nobody
get /sign-in
see 方式二：輸入機關代碼、帳號、密碼
no 方式一 使用機關憑證登入
no-raw "href=\"http"

# ACMS-005 Both help texts are there, and the system's own pages need no pop-up window
setting PEIXUN_CERTIFICATE_PORT 8443
get /sign-in
raw "href=\"/help/certificate\"" "href=\"/help/popup\""
get /help/certificate
status 200
see 使用機關憑證如有問題，請參閱說明 PIN
get /help/popup
see 快顯視窗說明 不使用快顯視窗

# ACMS-006 The three values together lead to 系統選單 of that agency; blanks around the first two don't matter
as nobody
get /sign-in
send /sign-in "agency_code= 323000000a " "account= ag1user " "password=correct horse battery"
status 303
header Set-Cookie HttpOnly
follow
status 200
see 系統選單 示範部（323000000A） 周淑芬 登出
statements <= 6

# ACMS-006 Another agency's code with this account is refused without saying which value was wrong
as nobody
get /sign-in
send /sign-in agency_code=323010000B account=ag1user "password=correct horse battery"
status 422
see "機關代碼、帳號或密碼錯誤。如無法登入，請電洽 02-82366932。" 323010000B ag1user
no-raw "correct horse"
get /
location /sign-in

# ACMS-006 A wrong password, an unknown account and an unknown agency get the same words
get /sign-in
send /sign-in agency_code=323000000A account=ag1user "password=wrong wrong wrong"
status 422
see "機關代碼、帳號或密碼錯誤。"
send /sign-in agency_code=323000000A account=nobody "password=wrong wrong wrong"
status 422
see "機關代碼、帳號或密碼錯誤。"
send /sign-in agency_code=999999999Z account=ag1user "password=wrong wrong wrong"
status 422
see "機關代碼、帳號或密碼錯誤。"

# ACMS-006 Each empty field is named, and no failed attempt is counted
keep failures rows "SELECT count(*) FROM sign_in_failure"
get /sign-in
send /sign-in agency_code=323000000A account=ag1user
status 422
see "「密碼」為必填欄位，請輸入。"
no "「帳號」為必填欄位"
send /sign-in agency_code= account= password=
see "「機關代碼」為必填欄位，請輸入。" "「帳號」為必填欄位，請輸入。" "「密碼」為必填欄位，請輸入。"
rows "SELECT count(*) FROM sign_in_failure" = {failures}

# ACMS-006 The blanks of a password count
get /sign-in
send /sign-in agency_code=323000000A account=ag1user "password= correct horse battery"
status 422

# ACMS-009 The sixth attempt within 15 minutes is refused even with the right password, and says until when
clock 2022-10-03T10:00
as nobody
get /sign-in
send /sign-in agency_code=323010000B account=ag2user "password=wrong one"
send /sign-in agency_code=323010000B account=ag2user "password=wrong two"
send /sign-in agency_code=323010000B account=ag2user "password=wrong three"
send /sign-in agency_code=323010000B account=ag2user "password=wrong four"
clock 2022-10-03T10:05
send /sign-in agency_code=323010000B account=ag2user "password=wrong five"
status 422
send /sign-in agency_code=323010000B account=ag2user "password=another long sentence"
status 429
see 登入失敗次數過多 "111/10/03 10:20" 02-82366932
rows "SELECT count(*) FROM audit WHERE action = 'sign-in.failed' AND became LIKE '323010000B/ag2user%'" = 5
rows "SELECT count(*) FROM audit WHERE action = 'sign-in.locked'" = 1

# ACMS-009 The block is on the pair: another account of the same house still signs in
as nobody
get /sign-in
send /sign-in agency_code=323000000A account=csptc "password=commission of training"
status 303

# ACMS-009 An account that does not exist is blocked alike
as nobody
get /sign-in
send /sign-in agency_code=323000000A account=ghost password=1
send /sign-in agency_code=323000000A account=ghost password=2
send /sign-in agency_code=323000000A account=ghost password=3
send /sign-in agency_code=323000000A account=ghost password=4
send /sign-in agency_code=323000000A account=ghost password=5
status 422
send /sign-in agency_code=323000000A account=ghost password=6
status 429
see 登入失敗次數過多
json post /sign-in {"agency_code":"323000000A","account":"ghost","password":"7"}
status 429
json issues.0.code = ERR_LOCKED

# ACMS-009 When the 15 minutes are over the right password is taken again
clock 2022-10-03T10:21
as nobody
get /sign-in
send /sign-in agency_code=323010000B account=ag2user "password=another long sentence"
status 303
rows "SELECT count(*) FROM sign_in_failure WHERE who = '323010000B/ag2user'" = 0

# ACMS-010 登出 ends the session: its cookie opens nothing afterwards
clock 2022-10-03T11:00
as nobody
get /sign-in
send /sign-in agency_code=323000000A account=ag1user "password=correct horse battery"
follow
send /sign-out
location /sign-in
follow
see 您已登出。
get /
location /sign-in

# ACMS-010 A session that was used within 30 minutes lives on; after 30 idle minutes the sign-in page is shown
as 323000000A/ag1user
get /
status 200
clock 2022-10-03T11:29
get /
status 200
clock 2022-10-03T11:58
get /
status 200
clock 2022-10-03T12:29
get /
location /sign-in

# ACMS-010 However busy, a session ends 12 hours after signing in
setting PEIXUN_IDLE_MINUTES 400
as 323000000A/ag1user the-whole-day
get /
status 200
clock 2022-10-03T18:29
get /
status 200
clock 2022-10-04T00:29
get /
status 200
clock 2022-10-04T00:30
get /
location /sign-in
setting PEIXUN_IDLE_MINUTES 30
clock 2022-10-03T12:29

# ACMS-010 A form that comes after the time-out is kept and shown again after signing in; nothing is stored meanwhile
as 323000000A/csptc
get /contacts/new
clock 2022-10-03T14:00
send /contacts/new topic=宿舍事宜 "numbers=02-1234 <b>5678</b>" place=9
status 303
location /sign-in?parked=…
rows "SELECT count(*) FROM contact_line WHERE topic = '宿舍事宜'" = 0
follow
send /sign-in agency_code=323000000A account=csptc "password=commission of training"
location /parked/…
follow
status 200
see 頁面已逾時，您輸入的資料已為您保留，尚未儲存 宿舍事宜 "02-1234 <b>5678</b>"
send /contacts/new
status 303
location /contacts
rows "SELECT numbers FROM contact_line WHERE topic = '宿舍事宜'" = "02-1234 <b>5678</b>"

# ACMS-010 A program whose token or session has ended gets 401 in JSON, not a page
as nobody
json get /exams
status 401
json error.code = ERR_SIGN_IN
header WWW-Authenticate Bearer
json post /contacts/new {"topic":"甲"}
status 401

# ACMS-104 A form without the session's token, or with that of an earlier session, changes nothing: what was typed is shown to be sent again
as 323000000A/csptc
post raw /contacts/new topic=偽造 numbers=1 place=1
location /parked/…
post raw /contacts/new topic=舊頁 "numbers=02-8765 <i>4321</i>" place=9 _token=earlier
status 303
location /parked/…
rows "SELECT count(*) FROM contact_line WHERE topic IN ('偽造', '舊頁')" = 0
follow
see 頁面已逾時，您輸入的資料已為您保留，尚未儲存 舊頁 "02-8765 <i>4321</i>"
send /contacts/new
location /contacts
rows "SELECT numbers FROM contact_line WHERE topic = '舊頁'" = "02-8765 <i>4321</i>"

# ACMS-104 What another site sends is refused outright
with header Sec-Fetch-Site cross-site
post /contacts/new topic=偽造 numbers=1 place=1
status 403
see 頁面已逾時或並非由本系統送出
rows "SELECT count(*) FROM contact_line WHERE topic = '偽造'" = 0
