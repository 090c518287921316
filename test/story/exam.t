-- Examinations: the choice list by year, and 保訓會's maintenance of them.

agency 323000000A 示範部
account 323000000A/ag1user agency_officer
account 323000000A/csptc csptc_officer
account 323000000A/nacs nacs_officer
exam 111 007 公務人員特種考試警察人員考試
exam 110 001 公務人員普通考試

# ACMS-020 With 年度 111 the entry of the list reads exactly 「007-公務人員特種考試警察人員考試」, with the note beside it
as 323000000A/ag1user
get /trainees/report?exam_year=111
status 200
raw ">007-公務人員特種考試警察人員考試</option>"
no-raw "001-公務人員普通考試"
see 注意考試別之選取
get /trainees/report?exam_year=110
raw ">001-公務人員普通考試</option>"
no-raw "007-公務人員特種考試警察人員考試</option>"

# ACMS-020 An examination that is not in the list finds nobody and repeats the note with the chosen value
get "/trainees/report?exam_year=111&exam_code=999"
see 查無符合條件的資料 999 注意考試別之選取

# ACMS-021 保訓會 adds an examination; it is in the list at once
as 323000000A/csptc
get /exams
status 200
see 新增考試 公務人員特種考試警察人員考試
get /exams/new
send /exams/new exam_year=111 exam_code=008 exam_name=公務人員特種考試一般警察人員考試
status 303
location /exams
follow
see 008-公務人員特種考試一般警察人員考試
rows "SELECT exam_name, pass_mark_practical, plan_due_days, active, roster_recipient FROM exam WHERE exam_code = '008'" = 公務人員特種考試一般警察人員考試|60.00|7|1|國家文官學院
as 323000000A/ag1user
get /trainees/report?exam_year=111
raw ">008-公務人員特種考試一般警察人員考試</option>"

# ACMS-021 A code that the year has already is refused by its name, and nothing is saved
as 323000000A/csptc
get /exams/new
send /exams/new exam_year=111 exam_code=007 exam_name=另一個考試
status 422
see 公務人員特種考試警察人員考試 另一個考試
rows "SELECT count(*) FROM exam WHERE exam_name = '另一個考試'" = 0

# ACMS-021 The same code in another year is another examination
get /exams/new
send /exams/new exam_year=112 exam_code=007 exam_name=公務人員特種考試警察人員考試
status 303

# ACMS-021 Every mistake of a form is named at once, beside what was typed
get /exams/new
send /exams/new exam_year=民國 exam_code=7 exam_name= plan_due_days=0
status 422
see 「年度」只接受 "「考試代碼」為三位數字，例如 007，您輸入的是「7」。" 「考試名稱」為必填欄位 "「計畫表上傳日數」只接受 1 至 90 的整數：「0」"
get /exams/new
send /exams/new exam_year= exam_code= exam_name=
see 「年度」為必填欄位 「考試代碼」為必填欄位 「考試名稱」為必填欄位
send /exams/new exam_year=111 exam_code=-00 exam_name=甲
status 422
see 「考試代碼」為三位數字

# ACMS-021 Pass marks are numbers from 0 to 100
get /exams/new
send /exams/new exam_year=111 exam_code=020 exam_name=甲 pass_mark_education=六十 pass_mark_practical=101
status 422
see 「教育訓練及格分數」 六十 「實務訓練及格分數」 101
rows "SELECT count(*) FROM exam WHERE exam_code = '020'" = 0
send /exams/new exam_year=111 exam_code=020 exam_name=甲 pass_mark_education=-1 pass_mark_practical=60.555
status 422
see 「教育訓練及格分數」的成績「-1」不正確 「實務訓練及格分數」的成績「60.555」不正確
send /exams/new exam_year=111 exam_code=020 exam_name=甲 pass_mark_education=100 pass_mark_practical=59.5
status 303
rows "SELECT pass_mark_education, pass_mark_practical FROM exam WHERE exam_code = '020'" = 100.00|59.50

# ACMS-021 Full-width digits and blanks are taken as meant
get /exams/new
send /exams/new "exam_year= １１１ " exam_code=０２１ exam_name=全形考試
status 303
rows "SELECT exam_year, exam_code FROM exam WHERE exam_name = '全形考試'" = 111|021

# ACMS-021 A change is stored and logged with what was before and after
keep exam rows "SELECT id FROM exam WHERE exam_year = 111 AND exam_code = '008'"
get /exams/{exam}
status 200
send /exams/{exam} exam_name=新名稱 fee_exempt_exam=1
status 303
rows "SELECT exam_name, fee_exempt_exam, version FROM exam WHERE id = {exam}" = 新名稱|1|2
rows "SELECT count(*) FROM audit WHERE action = 'exam.change' AND subject = {exam} AND was LIKE '%一般警察%' AND became LIKE '%新名稱%'" = 1

# ACMS-021 A form opened before somebody else's change is refused and stores nothing
post /exams/{exam} version=1 exam_year=111 exam_code=008 exam_name=舊頁面 pass_mark_education=60 pass_mark_practical=60 roster_recipient=甲 plan_due_days=7 apply_due_days=7
status 409
see 您的輸入尚未儲存 舊頁面
rows "SELECT exam_name FROM exam WHERE id = {exam}" = 新名稱

# ACMS-021 An examination out of use leaves the choice list and stays in 保訓會's
get /exams/{exam}
send /exams/{exam} -active
status 303
as 323000000A/ag1user
get /trainees/report?exam_year=111
no-raw "008-"
as 323000000A/csptc
get /exams?exam_year=111
see 新名稱

# ACMS-021 One without persons can be deleted, once; one with persons can't
get /exams/{exam}
send /exams/{exam}/remove
status 303
rows "SELECT count(*) FROM exam WHERE id = {exam}" = 0
press again
status 303
location /exams
person A123456789 王小明 男 111 007
keep used rows "SELECT id FROM exam WHERE exam_year = 111 AND exam_code = '007'"
get /exams/{used}
send /exams/{used}/remove
status 422
see 已有 "1 名錄取人員" 可改為停用
rows "SELECT count(*) FROM exam WHERE id = {used}" = 1

# ACMS-021 The list is a file and a reply too, sorted as asked
json get /exams?sort=exam_code
status 200
json rows.0.exam_code = 001
json get /exams?sort=-exam_code
json rows.0.exam_code = 021
get /exams.csv
status 200
header Content-Disposition attachment
raw 公務人員特種考試警察人員考試 年度
statements <= 12

# ACMS-021 What a search was comes back on returning to the list
get /exams?exam_year=110
see 公務人員普通考試
no 警察人員
get /exams
location /exams?exam_year=110

# ACMS-011 ACMS-021 Others read the list and can't change it
as 323000000A/nacs
get /exams
status 200
no 新增考試
get /exams/new
status 403
post /exams/new exam_year=111 exam_code=031 exam_name=甲
status 403
as 323000000A/ag1user
get /exams?exam_year=111
no-raw "/exams/{used}"
get /exams/{used}
status 403
post /exams/{used} version=1 exam_year=111 exam_code=007 exam_name=改名
status 403
post /exams/{used}/remove
status 403
rows "SELECT exam_name FROM exam WHERE id = {used}" = 公務人員特種考試警察人員考試
