-- 統計報表: what is kept of courses, registrations and records for RPT-7 and RPT-8: whoever changes one sees it at once, and after the job.

clock 2018-12-31T09:00
F1 hours
as 323000000A/hr01
keep c2 rows "SELECT id FROM course WHERE course_code = 'A107002'"
keep c2class rows "SELECT k.id FROM hours_class k WHERE k.course = {c2}"

# LEARN-039 LEARN-611 The job keeps what there is, and nothing waits any more; the figures are those of before
json get "/reports/execution?kind=category&year=107&below=1"
json sections.0.rows.0.row = "101 當前政府重大政策"
json sections.0.rows.0.records = 3
json sections.0.rows.1.records = 3
json sections.0.rows.3.classes = 4
json sections.0.rows.3.hours = 33
run jobs
clock 2018-12-31T09:01
run jobs
rows "SELECT count(*) FROM course_dirty" = 0
rows "SELECT count(*) FROM course_block WHERE roc_year = 107" = 2
json get "/reports/execution?kind=category&year=107&below=1"
json sections.0.rows.0.row = "101 當前政府重大政策"
json sections.0.rows.0.records = 3
json sections.0.rows.1.records = 3
json sections.0.rows.3.classes = 4
json sections.0.rows.3.hours = 33
json get "/reports/execution?kind=agency&year=107&below=1&ranks=薦任"
json sections.0.rows.0.classes = 3
json sections.0.rows.0.records = 4
json sections.0.rows.1.classes = 1
peixun check-data
status 0

# LEARN-039 LEARN-612 A record that is added, changed and deleted on its page
get /hours/classes/{c2class}
send /hours/classes/{c2class}/add national_id=A100000109 hours=6 cert=1
status 303
json get "/reports/execution?kind=category&year=107&below=1&categories=301"
json sections.0.rows.0.records = 4
json sections.0.rows.0.passed = 3
json sections.0.rows.0.hours = 30
get "/reports/execution/records?kind=agency&year=107&below=1&section=execution&row=323000000A&figure=records&told=7"
see 王一明 資安實務 "共 7 筆"
no 資料已更新
clock 2018-12-31T09:02
run jobs
rows "SELECT count(*) FROM course_dirty" = 0
json get "/reports/execution?kind=category&year=107&below=1&categories=301"
json sections.0.rows.0.records = 4
json sections.0.rows.0.hours = 30
keep p10 rows "SELECT r.id FROM hours_record r JOIN person p ON p.id = r.person WHERE p.national_id = 'E100001002'"
get /hours/classes/{c2class}
send /hours/classes/{c2class} c.{p10}=0
status 303
json get "/reports/execution?kind=rank&year=107&below=1&categories=301"
json sections.0.rows.4.records = 4
json sections.0.rows.4.pending = 1
json sections.0.rows.4.passed = 2
clock 2018-12-31T09:04
run jobs
json get "/reports/execution?kind=rank&year=107&below=1&categories=301"
json sections.0.rows.4.pending = 1
get /hours/classes/{c2class}
send /hours/classes/{c2class} delete=1 tick={p10}
send /hours/classes/{c2class} confirm=1 reason=重複登錄
status 303
json get "/reports/execution?kind=rank&year=107&below=1&categories=301"
json sections.0.rows.3.records = 3
clock 2018-12-31T09:06
run jobs
json get "/reports/execution?kind=rank&year=107&below=1&categories=301"
json sections.0.rows.3.records = 3
peixun check-data
status 0

# LEARN-039 LEARN-234 LEARN-266 A registration, and the decision on it, of all ranks and of one
get /courses/new
send /courses/new course_code=W1 term_no=1 name=報名班 category_code=302 mode=digital amount=1 unit_of_amount=hour start_at=107/12/31 end_at=107/12/31 enroll_method=free enroll_from=107/12/01 enroll_to=107/12/31 fee=0
status 303
keep w1 rows "SELECT id FROM course WHERE course_code = 'W1'"
as 323000000A/learner03
get /learn/courses/{w1}
send /learn/courses/{w1}/register phone=0912-345678
status 303
as 323000000A/hr01
json get "/reports/execution?kind=agency&year=107&categories=302"
json sections.0.rows.0.classes = 1
json sections.0.rows.0.registered = 1
json sections.0.rows.0.approved = 0
json get "/reports/execution?kind=agency&year=107&categories=302&ranks=薦任"
json sections.0.rows.0.registered = 1
clock 2018-12-31T09:08
run jobs
keep asked rows "SELECT id FROM registration"
get /registrations/{w1}
send /registrations/{w1} decision.{asked}=approved
send /registrations/{w1} confirmed=1
status 303
json get "/reports/execution?kind=agency&year=107&categories=302"
json sections.0.rows.0.approved = 1
clock 2018-12-31T09:10
run jobs
json get "/reports/execution?kind=agency&year=107&categories=302&ranks=薦任"
json sections.0.rows.0.registered = 1
json sections.0.rows.0.approved = 1
peixun check-data
status 0

# LEARN-039 LEARN-601 A course that is opened, moved to another year, called off, deleted and restored
as 323000000A/hr01
json get "/reports/offering?from=2018-01-01&to=2018-12-31&group=agency&below=1"
json sections.0.rows.2.courses = 5
get /courses/new
send /courses/new course_code=X1 term_no=1 name=新班 category_code=301 mode=digital amount=6 unit_of_amount=hour start_at=107/12/30 end_at=107/12/31 enroll_method=closed fee=0 quota=7
status 303
json get "/reports/offering?from=2018-01-01&to=2018-12-31&group=agency&below=1"
json sections.0.rows.2.courses = 6
json get "/reports/execution?kind=category&year=107&below=1&categories=301"
json sections.0.rows.0.classes = 3
json sections.0.rows.0.quota = 57
clock 2018-12-31T09:12
run jobs
json get "/reports/offering?from=2018-01-01&to=2018-12-31&group=category&below=1&quota_to=7&hours_from=6"
json sections.0.rows.0.group = "301 資訊"
json sections.0.rows.0.courses = 1
keep x1 rows "SELECT id FROM course WHERE course_code = 'X1'"
get /courses/{x1}
send /courses/{x1} end_at=108/01/02
status 303
json get "/reports/execution?kind=category&year=107&below=1&categories=301"
json sections.0.rows.0.classes = 2
json get "/reports/execution?kind=category&year=108&below=1&categories=301"
json sections.0.rows.0.classes = 1
json get "/reports/offering?from=2018-01-01&to=2018-12-31&group=agency&below=1"
json sections.0.rows.2.courses = 6
clock 2018-12-31T09:14
run jobs
json get "/reports/execution?kind=category&year=107&below=1&categories=301"
json sections.0.rows.0.classes = 2
json get "/reports/execution?kind=category&year=108&below=1&categories=301"
json sections.0.rows.0.classes = 1
get "/reports/offering/courses?from=107/12/01&to=107/12/31&group=agency&below=1&section=offering&row=total&figure=courses&told=2"
see 新班 報名班 "共 2 筆"
peixun check-data
status 0
get /courses/{x1}
send /courses/{x1}/stop stop_reason=人數不足
status 303
json get "/reports/execution?kind=category&year=108&below=1&categories=301"
json sections.0.rows.0.row = 合計
clock 2018-12-31T09:16
run jobs
json get "/reports/execution?kind=category&year=108&below=1&categories=301"
json sections.0.rows.0.row = 合計
rows "SELECT count(*) FROM course_block WHERE roc_year = 108" = 0
peixun check-data
status 0

# LEARN-039 LEARN-230 LEARN-027 A file of courses, and its undoing
write courses.csv
	*課程代碼,*期別,*課程名稱,年度,*課程類別代碼,*課程性質,*時數(學分),*認證單位,*課程開始日期,*課程結束日期,*報名方式,*學習費用
	Y1,1,整批,107,302,1,2,小時,107/11/01,107/11/30,3,500
post /courses/import file=@courses.csv
clock 2018-12-31T09:18
run jobs
keep batch rows "SELECT max(id) FROM import_batch"
json get "/reports/offering?from=2018-01-01&to=2018-12-31&group=mode&below=1&paid=paid"
json sections.0.rows.0.courses = 1
clock 2018-12-31T09:20
run jobs
json get "/reports/offering?from=2018-01-01&to=2018-12-31&group=mode&below=1&paid=paid"
json sections.0.rows.0.courses = 1
get /imports/{batch}
send /imports/{batch}/undo reason=檔案錯誤
status 303
json get "/reports/offering?from=2018-01-01&to=2018-12-31&group=mode&below=1&paid=paid"
json sections.0.rows.0.group = 總計
clock 2018-12-31T09:22
run jobs
json get "/reports/offering?from=2018-01-01&to=2018-12-31&group=mode&below=1&paid=paid"
json sections.0.rows.0.group = 總計
peixun check-data
status 0

# LEARN-039 A file of hours, and its undoing
json get "/reports/execution?kind=agency&year=107"
json sections.0.rows.0.records = 6
write hours.csv
	*身分證號,*課程代碼,*期別,*課程類別代碼,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位,*認證
	A200000209,A107002,1,301,107/09/18,107/09/18,2,1,2,1
post /hours/import/opened file=@hours.csv
clock 2018-12-31T09:24
run jobs
keep batch rows "SELECT max(id) FROM import_batch"
json get "/reports/execution?kind=agency&year=107"
json sections.0.rows.0.records = 7
clock 2018-12-31T09:26
run jobs
json get "/reports/execution?kind=agency&year=107"
json sections.0.rows.0.records = 7
get /imports/{batch}
send /imports/{batch}/undo reason=檔案錯誤
status 303
json get "/reports/execution?kind=agency&year=107"
json sections.0.rows.0.records = 6
clock 2018-12-31T09:28
run jobs
json get "/reports/execution?kind=agency&year=107"
json sections.0.rows.0.records = 6
peixun check-data
status 0

# LEARN-039 What was changed behind it all is found by check-data
rows "UPDATE course SET quota = 31 WHERE id = {c2} RETURNING 1" = 1
peixun check-data
status 1
see "開課及課程執行統計：107年度機關"
rows "UPDATE course SET quota = 30 WHERE id = {c2} RETURNING 1" = 1
