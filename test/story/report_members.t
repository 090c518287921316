-- 同仁登錄會員統計(含所屬機關) (RPT-5), and with it what every report has.

clock 2018-12-31T09:30
F1 courses

# LEARN-521 LEARN-036 LEARN-005 LEARN-043 An empty form; then the figures of F1 with their basis, headings that lead to definitions, a picture
as 323000000A/hr01
get /reports/members
status 200
see 同仁登錄會員統計(含所屬機關) 統計日期 包含所屬機關 查詢 清除條件
no 資料狀態
get "/reports/members?day=107/12/31&below=1"
status 200
see "機關：323000000A 示範部（含所屬機關）" "統計日期：107/12/31" "製表時間：107/12/31 09:30" "資料狀態：即時" 統計基礎 "100 × 會員數 ÷ 公務人員數" 匯出 Excel ODF 323021000D
raw "href=\"#means-rate\"" "id=\"means-rate\"" "<svg" "class=\"framed\""
no 379000000A

# LEARN-521 LEARN-040 The figures of F1, of each agency and in all; no roster, no share
json get "/reports/members?day=2018-12-31&below=1"
json sections.0.rows.0.staff = 4
json sections.0.rows.0.members = 3
json sections.0.rows.0.others = 1
json sections.0.rows.0.rate = 75.00
json sections.0.rows.1.staff = 3
json sections.0.rows.1.rate = 66.67
json sections.0.rows.2.staff = 0
json sections.0.rows.2.rate = null
json sections.0.rows.3.rate = 100.00
json sections.0.rows.4.staff = 8
json sections.0.rows.4.members = 6
json sections.0.rows.4.others = 2
json sections.0.rows.4.rate = 75.00

# LEARN-522 LEARN-041 非會員 2 of the total are P04 and P07; the list has as many rows as the number says, and files of its own
get "/reports/members/persons?day=107/12/31&below=1&section=members&row=total&figure=others&told=2"
status 200
see 陳四娟 吳七福 "共 2 筆" B20****406 委任(派) 聘用約僱 業務相關時數
no 王一明 資料已更新 B200000406
get "/reports/members/persons.csv?day=107/12/31&below=1&section=members&row=total&figure=others&told=2"
raw "1,323000000A,示範部,人事處,陳四娟" "2,323010000B"
get "/reports/members/persons?day=107/12/31&below=1&section=members&row=323010000B&figure=members&told=3"
see 林五德 黃六珍 "共 2 筆" "資料已更新：報表 3 筆，目前 2 筆"

# LEARN-003 LEARN-004 E-SCOPE-01 E-AUTH-01 Neither an agency above nor a row of another tree
get "/reports/members?agency=379000000A&day=107/12/31"
status 422
see E-SCOPE-01
get "/reports/members/persons?day=107/12/31&below=1&section=members&row=379000000A&figure=staff&told=1"
status 404
see 查無此資料
as 323010000B/hr02
get "/reports/members?agency=323000000A&day=107/12/31"
status 422
see E-SCOPE-01
as 323000000A/o1
get "/reports/members"
status 403
see 您沒有使用此功能的權限

# E-REQ-01 E-DATE-01 Without its day nothing is counted; a day that is none neither
as 323000000A/hr01
get "/reports/members?day=&below=1"
status 422
see "「統計日期」為必填欄位（E-REQ-01）"
get "/reports/members?day=107/02/29&below=1"
status 422
see E-DATE-01

# LEARN-030 LEARN-031 LEARN-034 LEARN-040 Files: figures are numbers, a share without a denominator is an empty cell
get "/reports/members.csv?day=107/12/31&below=1"
raw "323000000A,示範部,4,3,1,75.00" "323020000C,示範部第二局,0,0,0," "合計,,8,6,2,75.00"
get "/reports/members.xlsx?day=107/12/31&below=1"
status 200
save members.xlsx
get "/reports/members.ods?day=107/12/31&below=1"
status 200

# LEARN-042 The command gives the same by the rights of an account, as text and as a file; what is refused ends with 1
peixun report --list
status 0
see members 同仁登錄會員統計(含所屬機關) --day
peixun report members --day 107/12/31 --below --as 323000000A/hr01
status 0
see "製表時間：107/12/31 09:30" 66.67 — 合計
peixun report members --day 107/12/31 --below --format csv --as 323000000A/hr01
status 0
see "合計,,8,6,2,75.00"
peixun report members --day 107/12/31 --agency 379000000A --as 323000000A/hr01
status 1
see 查無此資料
peixun report members --colour red --as 323000000A/hr01
status 2
peixun report nothing --as 323000000A/hr01
status 2

# LEARN-035 LEARN-032 More rows than the setting says are made in the background; the request is answered at once
setting PEIXUN_EXPORT_SYNC_ROWS 3
get "/reports/members?day=107/12/31&below=1"
see 於背景產製
send /reports/members/export format=xlsx
status 303
follow
see 已受理 檔案密碼
run jobs
get /downloads
see 同仁登錄會員統計(含所屬機關) 可下載

# LEARN-521 LEARN-522 What is kept says what the postings say; who is a member until a day is none on the day after, though nothing was written then
rows "UPDATE person SET member_until = '2019-01-02' WHERE national_id = 'A100000109' RETURNING 1" = 1
clock 2019-01-02T09:00
as 323000000A/hr01 january
run jobs
rows "SELECT roc_year, judged, whole FROM tally_year WHERE roc_year = 108" = 108|2019-01-02|1
rows "SELECT count(*) FROM tally_dirty" = 0
json get "/reports/members?day=2019-01-02&below=1"
json sections.0.rows.4.staff = 8
json sections.0.rows.4.members = 6
clock 2019-01-03T09:00
as 323000000A/hr01 next
json get "/reports/members?day=2019-01-03&below=1"
json sections.0.rows.4.members = 5
get "/reports/members/persons?day=108/01/03&below=1&section=members&row=total&figure=others&told=3"
see 王一明 陳四娟 吳七福 "共 3 筆"
json get "/reports/members?day=2019-01-02&below=1"
json sections.0.rows.4.members = 6
get "/reports/members/persons?day=108/01/02&below=1&section=members&row=total&figure=others&told=2"
see "共 2 筆"
no 王一明
run jobs
rows "SELECT judged FROM tally_year WHERE roc_year = 108" = 2019-01-03
json get "/reports/members?day=2019-01-03&below=1"
json sections.0.rows.4.others = 3

# LEARN-015 LEARN-041 「顯示完整」 with a reason: the full number, each reading on record; a file stays masked
as 323000000A/hr01 full
get "/reports/members/persons?day=107/12/31&below=1&section=members&row=total&figure=others&told=2"
see 顯示完整 B20****406
no B200000406
send /personal/full reason=核對名冊
status 303
follow
see B200000406 恢復遮罩 "共 2 筆"
rows "SELECT count(*) FROM audit WHERE action = 'personal.read' AND reason = '核對名冊'" = 1
get "/reports/members/persons.xlsx?day=107/12/31&below=1&section=members&row=total&figure=others&told=2"
sheets B20****406 同仁登錄會員名單 "統計基礎：" "製表人："
no-sheets B200000406
as 300000000Z/dgpa full
get "/reports/members/persons?day=107/12/31&below=1&section=members&row=total&figure=others&told=2"
see B20****406
no 顯示完整 B200000406

# LEARN-035 LEARN-521 E-RPT-05 Of a day that no counts are kept of the postings are read: of too many in the background alone
as 323000000A/hr01 next
setting PEIXUN_REPORT_PAGE_READS 3
get "/reports/members?day=108/01/02&below=1"
status 422
see E-RPT-05 於背景產製
get "/reports/members?day=108/01/03&below=1"
status 200
no E-RPT-05
