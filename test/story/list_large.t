-- Files of the lists of 終身學習: their head rows and names, and those of many rows, made in the background.

clock 2018-12-31T09:30
F1 courses
as 323000000A/hr01

# LEARN-030 LEARN-031 LEARN-036 Its sheets say what they are: report name, conditions, agency, time produced, who
get "/postings.xlsx?day=107/06/30&unit=%E8%B3%87%E8%A8%8A&state=active"
status 200
header Content-Disposition "%E5%90%8C%E4%BB%81%E5%90%8D%E5%86%8A_323000000A_201812310930.xlsx"
sheets 同仁名冊 "查詢條件：基準日：107/06/30；單位：資訊；任職狀態：在職" "機關：323000000A示範部" "製表時間：107/12/31" "資料狀態：即時" "製表人：李二美" 李二美 張三和
no-sheets 王一明
get "/postings.ods?day=107/06/30"
sheets 同仁名冊 "機關：323000000A示範部" "製表人：李二美"
get /hr/gender.xlsx
sheets 性別主流化訓練情形調查 "機關：323000000A示範部" "製表時間：107/12/31"
get /hr/review.ods
sheets "學習時數(複核及修改)" "機關：323000000A示範部"
get /hr/nominations.xlsx
sheets 薦送報名 "機關：323000000A示範部" "製表人：李二美"
get "/postings.csv?day=107/06/30"
no-raw 製表時間

# LEARN-035 More rows than export.sync_rows: the page offers the file in the background, and answers at once with the number of the request
setting PEIXUN_EXPORT_SYNC_ROWS 3
get "/postings?day=107/12/31&below=1&sort=-name"
see "下載全部 8 筆（於背景產製）："
get "/postings.xlsx?day=107/12/31&below=1&sort=-name"
status 303
follow
see "共 8 筆，超過 3 筆的檔案於背景產製"
send /downloads/list format=xlsx
status 303
keep number rows "SELECT max(id) FROM download_request"
follow
see "已受理，申請編號 {number}" 申請中
run jobs
get /downloads/{number}
see 匯出清單 可下載 8 "同仁名冊；查詢條件：基準日：107/12/31；包含所屬機關：是"
keep password after 檔案密碼：
get /downloads/{number}/file
opens {password} 同仁名冊 王一明 A10****109 周八雲 "製表人：李二美"
get "/postings?day=107/12/31&unit=%E8%B3%87%E8%A8%8A&sort=name"
see "下載全部 2 筆："
get "/postings.csv?day=107/12/31&unit=%E8%B3%87%E8%A8%8A"
raw 張三和

# LEARN-004 E-AUTH-01 LEARN-003 E-SCOPE-01 A list that one may not see can't be asked for; what is no list is not there
as 323000000A/o1
json post /downloads/list {"of":"/postings","query":"","format":"csv","rows":8}
status 403
raw E-AUTH-01
json post /downloads/list {"of":"/learning","query":"","format":"csv","rows":8}
status 404
json post /downloads/list {"of":"/courses","query":"","format":"doc","rows":8}
status 404

# LEARN-002 LEARN-004 What was asked for is made with the rights that its asker has then, for the agency of then
setting PEIXUN_EXPORT_SYNC_ROWS 2
get "/courses?sort=name"
send /downloads/list format=csv
keep number rows "SELECT max(id) FROM download_request"
rows "UPDATE permission_grant SET revoked_at = 1 WHERE permission <> 'batch.query' AND account = (SELECT id FROM account WHERE name = 'o1') RETURNING 1" = 1,1,1
run jobs
get /downloads/{number}
status 403

# LEARN-413 file.keep_days: the file is there for as many days as the setting says, and no longer
as 323010000B/hr02
setting PEIXUN_FILE_KEEP_DAYS 2
get "/postings?day=107/12/31&sort=name"
send /downloads/list format=ods
run jobs
keep number rows "SELECT max(id) FROM download_request"
get /downloads/{number}
see "檔案保存 2 日"
clock 2019-01-02T09:00
as 323010000B/hr02 later
get /downloads/{number}/file
status 200
clock 2019-01-02T10:00
as 323010000B/hr02 last
get /downloads/{number}
see E-DL-02 逾期刪除 重新申請
get /downloads/{number}/file
status 410
