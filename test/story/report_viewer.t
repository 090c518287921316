-- 伍、查看特定統計報表: accounts of 身份「統計報表」.

clock 2018-12-31T09:00
F1 hours

# LEARN-705 E-ACC-01 E-DATE-02 總處 issues an account: which reports, which agencies, until when
as 300000000Z/dgpa
get /report-accounts/new
see 帳號 報表 可查看之機關 可查看人員名單 有效迄日 事由
send /report-accounts/new agency_code=323000000A name=st01 full_name=統計一 reports=members reports=execution agencies=323000000A below=1 valid_from=107/01/01 valid_to=107/12/31 reason=業務需要
status 303
follow
see 起始密碼 st01
rows "SELECT r.report, g.code, r.below, r.person_lists FROM report_grant r JOIN agency g ON g.id = r.agency ORDER BY 1" = execution|323000000A|1|0,members|323000000A|1|0
get /report-accounts/new
send /report-accounts/new agency_code=323000000A name=st01 full_name=統計一 reports=members agencies=323000000A valid_from=107/01/01 valid_to=107/12/31 reason=業務需要
status 422
see "帳號「st01」已被使用（E-ACC-01）"
get /report-accounts/new
send /report-accounts/new agency_code=323000000A name=st02 full_name=統計二 reports=nothing agencies=999 valid_from=107/12/31 valid_to=107/01/01 reason=業務需要
status 422
see E-CODE-01 E-DATE-02
get /report-accounts
see st01 統計一 "課程執行情形表、同仁登錄會員統計(含所屬機關)" 323000000A
keep first rows "SELECT id FROM account WHERE name = 'st01'"
get /report-accounts/{first}
raw "value=\"members\" checked" "value=\"execution\" checked" "value=\"offering\">"

# LEARN-703 E-AUTH-01 E-SCOPE-01 The granted reports and agencies, with the same figures; others are refused
as 323000000A/st01
get /statistics
location /account
rows "UPDATE account SET must_change = 0 WHERE name = 'st01' RETURNING 1" = 1
get /statistics
see 請選擇您要查看的報表 同仁登錄會員統計(含所屬機關) 課程執行情形表 含所屬機關
no 開課狀況統計
get "/statistics/members?day=107/12/31&below=1"
status 200
see 公務人員數 75.00 66.67
no-raw "class=\"framed\""
get "/statistics/offering?from=107/01/01&to=107/12/31&group=mode"
status 403
see 您沒有使用此功能的權限
get "/reports/members?day=107/12/31"
status 403
get "/statistics/members?agency=379000000A&day=107/12/31"
status 422
see E-SCOPE-01
get "/statistics/members?agency=323021000D&day=107/12/31"
see 100.00
get "/statistics/members.csv?day=107/12/31&below=1"
raw "合計,,8,6,2,75.00"
rows "SELECT count(*) FROM audit WHERE action = 'report.open'" = 3

# LEARN-704 E-AUTH-01 Without person lists no number is framed and their addresses are refused; small counts may be hidden
get "/statistics/members/persons?day=107/12/31&below=1&section=members&row=total&figure=others&told=2"
status 403
see 您沒有使用此功能的權限
no 陳四娟
setting PEIXUN_STATS_MIN_CELL 3
get "/statistics/members.csv?day=107/12/31&below=1"
raw "323010000B,示範部第一局,3,＊,＊,＊" "合計,,8,6,＊,75.00"
setting PEIXUN_STATS_MIN_CELL 0
as 300000000Z/dgpa
keep st01 rows "SELECT id FROM account WHERE name = 'st01'"
get /report-accounts/{st01}
send /report-accounts/{st01} person_lists=1
status 303
as 323000000A/st01
get "/statistics/members?day=107/12/31&below=1"
raw "class=\"framed\""
get "/statistics/members/persons?day=107/12/31&below=1&section=members&row=total&figure=others&told=2"
see 陳四娟 吳七福

# LEARN-701 LEARN-702 E-AUTH-02 統計報表 signs in with its own identity and no other, with account and password, no notice in the way
as nobody
get /sign-in
see 身份 統計報表
post /sign-in agency_code=300000000Z account=stats01 password="f1 sentence of words" identity=learner
see E-AUTH-02
post /sign-in agency_code=300000000Z account=stats01 password="f1 sentence of words" identity=stats
status 303

# LEARN-705 E-AUTH-03 It ends by itself
rows "UPDATE account SET valid_to = '2018-12-31' WHERE name = 'stats01' RETURNING 1" = 1
clock 2019-01-01T09:00
as nobody
get /sign-in
post /sign-in agency_code=300000000Z account=stats01 password="f1 sentence of words" identity=stats
status 422
see E-AUTH-03 107/12/31
