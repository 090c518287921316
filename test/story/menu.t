-- 系統選單: what each role may use, its areas in the manual's words, the work list, help.

clock 2022-10-12T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
account 323000000A/ag1user agency_officer name=周淑芬
account 323010000B/ag2user agency_officer
account 323000000A/csptc csptc_officer
account 323000000A/nacs nacs_officer
account 323000000A/operator sysadmin
exam 111 007 公務人員特種考試警察人員考試

# ACMS-012 An officer's menu has the sub-systems, the agency's name and code stand on every page
as 323000000A/ag1user
get /
status 200
see 系統選單 分發人員管理 請證系統 示範部（323000000A）
get /assignment
see 示範部（323000000A）
get /certification
see 示範部（323000000A）

# ACMS-012 The operator's menu has no training in it, and typing the address is refused
as 323000000A/operator
get /
status 200
no 分發人員管理 請證系統
see 帳號 機關
get /assignment
status 403
get /certification
status 403
get /trainees/report?exam_year=111
status 403
get /exams
status 403

# ACMS-012 ACMS-011 Accounts and agencies are the operator's alone
as 323000000A/ag1user
get /accounts
status 403
get /agencies
status 403
as 323000000A/csptc
get /accounts
status 403
as 323000000A/nacs
get /agencies/new
status 403

# ACMS-013 分發人員管理: both 主要作業, the number to call, the whole order of work
as 323000000A/ag1user
get /assignment
status 200
see （一）輸入報到日期 （二）上傳實務訓練計畫表 操作問題諮詢電話：02-82367113
order （一）查詢受訓人員並轉為機關人員 （二）輸入報到日期 （三）下載實務訓練計畫表 （四）上傳實務訓練計畫表

# ACMS-014 請證系統: both 主要作業, the number to call, the whole order of work
get /certification
status 200
see （一）輸入實務訓練成績 （二）列印「實務訓練成績清冊」 操作問題諮詢電話：02-26531618、1619
order （一）填寫實務訓練成績、實訓期間、身分別 （二）產製申請序號 （三）確認申請，列印清冊 （四）請證進度查詢

# ACMS-015 The paths are worded as documented, in the area and as the breadcrumb of each page
get /assignment
see 分發人員報到資料維護／各項特考錄取人員分配資料登錄 分發人員報到資料維護／分發人員報到日期維護
get /trainees/find
order 分發人員管理 分發人員報到資料維護 各項特考錄取人員分配資料登錄
get /trainees/report
order 分發人員管理 分發人員報到資料維護 分發人員報到日期維護

# ACMS-016 ACMS-017 ACMS-018 The three key dates stand on the menu page
get /
see 培訓業務系統操作重要時點 報到當日 報到7日內 7日內：辦理「請證作業」

# ACMS-019 ACMS-016 The counters of the work list equal the rows behind their links
person A123456789 王小明 男 111 007 agency=323000000A
person A223456781 陳美玲 女 111 007 agency=323000000A
person B123456780 林志強 男 111 007 agency=323000000A
person F123456784 李大同 男 111 007 agency=323010000B
get /
see "3 未輸入報到日期" "0 計畫表待上傳" "0 可請證" "0 申請序號未確認"
statements <= 10
get /trainees/report?state=absent
status 200
see "共 3 人" 王小明 陳美玲 林志強
no 李大同
get /trainees/report?exam_year=111
keep first rows "SELECT id FROM trainee WHERE national_id = 'A123456789'"
send /trainees/report tick={first} day=111/10/03 overwrite=no
status 303
get /
see "2 未輸入報到日期" "1 計畫表待上傳"
get /trainees/report?state=absent
see "共 2 人"

# ACMS-019 Overdue plan forms are counted as such the day after their last day
clock 2022-10-10T09:00
as 323000000A/ag1user holiday
get /
see "1 計畫表待上傳"
no 其中逾期
clock 2022-10-11T09:00
as 323000000A/ag1user next-day
get /
see "1 計畫表待上傳" "其中逾期 1"

# ACMS-019 保訓會 sees the sum of all agencies
as 323000000A/csptc
get /
see "3 未輸入報到日期" "1 計畫表待上傳"

# ACMS-022 Each work page carries numbered steps and its line to call
as 323000000A/ag1user
get /trainees/report?exam_year=111
see 操作步驟 02-82367113
get /trainees/find
see 操作步驟 注意考試別之選取

# ACMS-012 網站導覽 lists what this person may open, and every entry opens
get /site-map
status 200
see 系統選單 分發人員報到日期維護
no 所有帳號
as nobody
get /site-map
status 200
no 分發人員報到日期維護

# ACMS-012 The operator's 系統選單 leads to the operator's work
as 323000000A/operator
get /
see "新增帳號、指定角色、重設密碼、停用" "登記憑證所屬的機關" 稽核紀錄
no 分發人員管理

# ACMS-001 The health page answers without a session
as nobody
get /health
status 200
raw ok
