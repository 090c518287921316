-- 稽核紀錄: who did what, in words: the titles of kinds and acts, not their codes.

clock 2024-07-05T09:00
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account A58000000A/csptc csptc_officer name=鄭文彬
account A58000000A/admin sysadmin
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 113 201
person A223456781 陳美玲 女 113 201 agency=323000000A
as A58000000A/csptc
get /allocations/1
send /allocations/1 published=113/06/14 result_published=113/07/19 reason=榜示
status 303
get /trainees/1/records/retain
send /trainees/1/records/retain cause=illness years=1 channel=post posted=113/07/05
status 303
keep record location
get {record}/acts/withdraw
get {record}/acts/file
send {record}/acts/file
send {record}/acts/file
status 303
as 323000000A/ag1
post /trainees/report exam_year=113 tick=2 v.2=1 day=113/07/05 overwrite=no
status 303

# ACMS-100 PLAN-006 An act on a record, an event of the training and what is kept up are told by their official names
as A58000000A/admin
get /audit?from=113/07/05&to=113/07/05
status 200
see 保留受訓資格申請：建立申請書 保留受訓資格申請：送出申請 申請保留受訓資格 分配資料 報到日期 受訓人員
get /audit?from=113/07/05&to=113/07/05&action=life.retain.file
see 保留受訓資格申請：送出申請
no 分配資料
get /audit.csv?from=113/07/05&to=113/07/05
see 保留受訓資格申請：送出申請

# ACMS-100 What was refused and what the operator keeps up, too
get /agencies/new
send /agencies/new code=323010000B name=示範局
get /audit?from=113/07/05&to=113/07/05
see 新增機關
