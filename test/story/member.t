-- 會員管理: functions are given down the tree of agencies, never more than one has, and taken back all the way.

clock 2018-12-31T09:00
F1
keep o1 rows "SELECT id FROM account WHERE name = 'o1'"
keep top rows "SELECT id FROM account WHERE name = 'top01'"
keep hr04 rows "SELECT id FROM account WHERE name = 'hr04'"
keep ministry rows "SELECT id FROM agency WHERE code = '323000000A'"
keep first rows "SELECT id FROM agency WHERE code = '323010000B'"
keep branch rows "SELECT id FROM agency WHERE code = '323021000D'"

# LEARN-331 A 最高管理者 sees the accounts of its agency and those below, not those above
as 323020000C/top03
get /members
status 200
see 第二局最高管理者 hr04 功能數 最後登入 狀態 編輯
no 張三和
get /members?agency=323000000A
status 404
see 查無此資料，或資料不屬於您目前的單位及其所屬機關
no 張三和
get /members?agency=999000000Z
status 404
see 查無此資料，或資料不屬於您目前的單位及其所屬機關
rows "SELECT count(*) FROM audit WHERE action = 'refused' AND became = 'E-SCOPE-01'" = 2
get /members/{o1}/{ministry}
status 404
see 查無此資料，或資料不屬於您目前的單位及其所屬機關
get /members/999999/{ministry}
status 404
see 查無此資料，或資料不屬於您目前的單位及其所屬機關

# LEARN-331 LEARN-004 E-AUTH-01 Others have no 會員管理
as 323000000A/hr01
get /members
status 403
see 您沒有使用此功能的權限

# LEARN-331 Searched by function and by state
as 323000000A/top01
get /members?function=hours.maintain&account=o1
see 張三和
no 李二美
get /members?state=disabled
see 查無符合條件的資料
get /members?state=new&account=o1
see 張三和 待啟用

# LEARN-332 A new officer of a subordinate agency: a start password, shown once, to be changed at the first sign-in
as 323000000A/top01
get /members/new
send /members/new agency_code=323010000B national_id=C200000603 name=o6 full_name=黃六珍 role=officer course.maintain=1
status 200
see 起始密碼： 編輯維護人員：黃六珍 由 王一明
raw "name=\"active\" id=\"f-active\" value=\"1\" checked"
keep first_password after "起始密碼："
as nobody
get /sign-in
send /sign-in agency_code=323010000B account=o6 password={first_password}
status 303
get /
status 303
location /account
follow
see 您的密碼是由他人設定的，請先設定只有您知道的新密碼。
send /account/password old={first_password} "fresh=a new sentence of mine" "again=a new sentence of mine"
status 303
get /
status 200
rows "SELECT must_change FROM account WHERE name = 'o6'" = 0

# LEARN-332 E-SCOPE-01 E-ACC-01 E-ID-03 Not outside the subtree, not a name twice, nobody who does not serve there
as 323000000A/top01
get /members/new
send /members/new agency_code=379000000A name=o9 full_name=鄭九安 role=officer
status 422
see 查無此資料，或資料不屬於您目前的單位及其所屬機關
get /members/new
send /members/new agency_code=323010000B name=o6 full_name=某人 role=officer
status 422
see 帳號「o6」已被使用
get /members/new
send /members/new agency_code=323010000B national_id=E100000907 name=o7 full_name=鄭九安 role=officer
status 422
see 「身分證字號」查無此人
rows "SELECT count(*) FROM account WHERE name IN ('o7', 'o9')" = 0

# LEARN-333 E-ACC-02 A function that the giver does not have is refused, and nothing of the form is stored
as 300000000Z/dgpa
get /members/{top}/{ministry}
send /members/{top}/{ministry} -registration.review
status 303
as 323000000A/top01
get /members/{o1}/{ministry}
no-raw "name=\"registration.review\""
post /members/{o1}/{ministry} version=1 full_name=改名 role=officer active=1 registration.review=1
status 422
see 您沒有「報名准駁/下載名冊」的權限，不能授權給他人
rows "SELECT full_name FROM account WHERE id = {o1}" = 張三和
rows "SELECT p.parent IS NOT NULL FROM permission_grant p JOIN account a ON a.id = p.account WHERE a.name = 'o6' AND p.permission = 'course.maintain'" = 1

# LEARN-334 Taken back, it acts on the next request
as 323010000B/o6
get /
status 200
as 323000000A/top01
keep o6 rows "SELECT id FROM account WHERE name = 'o6'"
get /members/{o6}/{first}
send /members/{o6}/{first} -course.maintain
status 303
rows "SELECT count(*) FROM permission_grant WHERE account = {o6} AND revoked_at IS NULL" = 0

# LEARN-334 E-ACC-03 The last 最高管理者 stays
as 300000000Z/dgpa
get /members/{top}/{ministry}
send /members/{top}/{ministry} -active
status 422
see 此為該機關唯一的最高管理者，不可移除
rows "SELECT active FROM account WHERE id = {top}" = 1

# LEARN-334 A 最高管理者 can't widen its own functions, nor touch another's
as 323000000A/top01
get /members/{top}/{ministry}
post /members/{top}/{ministry} version=1 full_name=王一明 role=top_admin active=1 registration.review=1
status 422
post /members/{top}/{ministry}/reset
status 403

# LEARN-335 Help with a password: the old one is of no use, the helper is on record
as 323000000A/top01
get /members/{o1}/{ministry}
send /members/{o1}/{ministry}/reset
status 200
see 起始密碼：
as nobody
get /sign-in
send /sign-in agency_code=323000000A account=o1 "password=f1 sentence of words"
status 422
rows "SELECT a.name FROM audit u JOIN account a ON a.id = u.account WHERE u.action = 'member.reset' AND u.subject = {o1}" = top01

# LEARN-336 What 總處 takes back from a 最高管理者 is taken from all to whom it was given, after a look at who they are
as 323000000A/top01
get /members/{o6}/{first}
send /members/{o6}/{first} course.maintain=1
status 303
as 300000000Z/dgpa
get /members/{top}/{ministry}
send /members/{top}/{ministry} -course.maintain
status 422
see 收回後，下列 1 個帳號的授權一併終止 示範部第一局 黃六珍：新增/維護課程
rows "SELECT count(*) FROM permission_grant WHERE account = {o6} AND revoked_at IS NULL" = 1
send /members/{top}/{ministry} sure=1
status 303
rows "SELECT count(*) FROM permission_grant WHERE account IN ({o6}, {top}) AND permission = 'course.maintain' AND revoked_at IS NULL" = 0

# LEARN-337 總處 sets what each 最高管理者 has: what it may not, another may
keep top06 rows "SELECT id FROM account WHERE name = 'top06'"
keep water rows "SELECT id FROM agency WHERE code = '379010000E'"
as 300000000Z/dgpa
get /members?function=rpt.enterprise
see 趙十全 王一明
get /members/{top}/{ministry}
send /members/{top}/{ministry} -rpt.enterprise
status 303
get /members?function=rpt.enterprise
see 趙十全
no 王一明

# LEARN-103 LEARN-333 兼辦: another agency, with functions of its own there
as 323000000A/top01
get /members/{o1}/{ministry}
send /members/{o1}/{ministry}/besides besides_agency=323021000D besides_role=officer
status 303
follow
see （兼辦） 請勾選其功能權限
send /members/{o1}/{branch} hours.maintain=1
status 303
rows "SELECT p.permission FROM permission_grant p WHERE p.account = {o1} AND p.agency = {branch}" = hours.maintain
get /members/{o1}/{ministry}
send /members/{o1}/{ministry}/besides besides_agency=379000000A besides_role=officer
status 422
see 查無此資料，或資料不屬於您目前的單位及其所屬機關

# SM-8 Five failures lock an account for a quarter of an hour; 停用 ends it, and it may be opened again
as nobody
get /sign-in
send /sign-in agency_code=323021000D account=hr04 password=wrong1
send /sign-in agency_code=323021000D account=hr04 password=wrong2
send /sign-in agency_code=323021000D account=hr04 password=wrong3
send /sign-in agency_code=323021000D account=hr04 password=wrong4
send /sign-in agency_code=323021000D account=hr04 password=wrong5
rows "UPDATE account SET last_sign_in = 1 WHERE id = {hr04} RETURNING 1" = 1
as 323000000A/top01
get /members?account=hr04
see 鎖定
get /members/{hr04}/{branch}
send /members/{hr04}/{branch} -active
status 303
get /members?account=hr04
see 停用
get /members/{hr04}/{branch}
send /members/{hr04}/{branch} active=1 valid_to=107/12/30
get /members?account=hr04
see 逾期
