-- 學習資訊上傳進度查詢: what was uploaded, how far it is, and its rows.

clock 2018-10-15T10:00
agency 323000000A 示範部
agency 379000000A 範例市政府
account 323000000A/hr01 top_admin name=周淑芬
account 379000000A/hr03 top_admin
account 379000000A/dgpa dgpa
account 323000000A/learner learner
rows "INSERT INTO code_item (table_code, code, name) VALUES ('course_category', '301', '資訊') ON CONFLICT (table_code, code) DO UPDATE SET name = '資訊' RETURNING code" = 301
as 323000000A/hr01
write-big5 courses.csv
	課程代碼,期別,課程名稱,課程類別代碼,課程性質,時數(學分),認證單位,課程開始日期,課程結束日期,報名方式,學習費用
	A1,1,系統分析,301,1,1,小時,107/11/01,107/11/02,3,0
	A2,1,資安,301,1,1.5,小時,107/11/01,107/11/02,3,0
post /courses/import file=@courses.csv
run jobs
write people.csv
	講師姓名,可授科目1,身分證字號
	林新人,採購法,A123456789
post /instructors/import file=@people.csv
run jobs

# LEARN-201 LEARN-202 LEARN-203 Found by when, by 作業項目 and by what stands in the file, whatever its encoding
get /learning/uploads
see 整批新增課程 courses.csv Big5（CP950） 檢核未通過 整批新增講師 people.csv 完成 周淑芬 "共 2 批"
no 錄取人員名冊
get /learning/uploads?kind=%E6%95%B4%E6%89%B9%E6%96%B0%E5%A2%9E%E8%AC%9B%E5%B8%AB
see "共 1 批" people.csv
get /learning/uploads?keyword=%E7%B3%BB%E7%B5%B1%E5%88%86%E6%9E%90
see "共 1 批" courses.csv
get /learning/uploads?keyword=%E6%8E%A1%E8%B3%BC%E6%B3%95
see people.csv
no courses.csv
raw "href=\"/learning/uploads?kind=\">清除條件"
get /learning/uploads?from=107/01/01&to=107/09/30
see 查無符合條件的資料

# LEARN-202 All eight kinds of work are offered, each once, whatever kinds of files are one of them; 薦送報名 is not among them
get /learning/uploads?kind=
order 作業項目 整批新增課程 整批新增科目 整批新增講師 整批新增數位教材資訊 整批新增學員時數(已開班) 整批新增學員時數(未開班) 整批新增學員時數(進修成績) 自動時數上傳
no 薦送報名 自動時數上傳(
rows "UPDATE import_batch SET kind = 'hours_auto_unopened' WHERE kind = 'course' RETURNING state" = refused
get /learning/uploads?kind=自動時數上傳
see "共 1 批" courses.csv
rows "UPDATE import_batch SET kind = 'course' WHERE kind = 'hours_auto_unopened' RETURNING state" = refused

# LEARN-201 E-DATE-02 E-QRY-01 A range that can't be, and one too long for what stands in files
get /learning/uploads?from=107/10/02&to=107/10/01
status 422
see "「申請時間起」不可晚於「申請時間迄」（E-DATE-02）"
get /learning/uploads?from=105/10/02&to=107/10/01&keyword=x
status 422
see "以檔案內容關鍵字查詢時，時間範圍最多 366 天（E-QRY-01）"
get /learning/uploads?from=105/10/02&to=107/10/20
status 200

# LEARN-204 The rows as they came, each with its outcome and why, by outcome; ID numbers masked
keep wrong rows "SELECT id FROM import_batch WHERE kind = 'course'"
keep good rows "SELECT id FROM import_batch WHERE kind = 'instructor'"
get /learning/uploads/{wrong}
see 系統分析 資安 "共 2 列" 課程名稱 結果 原因
get /learning/uploads/{wrong}?result=%E9%8C%AF%E8%AA%A4
see 資安 只接受整數，不接受小數 "共 1 列"
no 系統分析
get /learning/uploads/{good}
see 林新人 A12****789 新增
no-raw A123456789

# LEARN-203 SM-4 In the list each batch has what its state allows, and nothing else; who only looks is offered nothing
get /learning/uploads?kind=
order 整批新增講師 下載原始檔 復原整批 整批新增課程 下載原始檔 下載錯誤資料 僅匯入正確資料列 放棄
no 重試 取消 確認匯入
raw "action=\"/imports/{wrong}/confirm\""
as 379000000A/dgpa
get /learning/uploads?kind=
see courses.csv 下載原始檔
no 復原整批 僅匯入正確資料列 放棄
as 323000000A/hr01

# LEARN-203 LEARN-023 From there the batch is worked on
get /imports/{wrong}
send /imports/{wrong}/confirm only_correct=1
run jobs
get /learning/uploads?kind=%E6%95%B4%E6%89%B9%E6%96%B0%E5%A2%9E%E8%AA%B2%E7%A8%8B
see 部分完成

# LEARN-206 The end of a batch is told to who sent it, until seen
get /notices
see 整批新增課程：部分完成，成功 1 筆，錯誤 1 筆

# LEARN-003 LEARN-004 Of the own agency alone; 總處 sees all; a 學員 none
as 379000000A/hr03
get /learning/uploads
see 查無符合條件的資料
get /learning/uploads/{wrong}
status 404
as 379000000A/dgpa
get /learning/uploads?kind=
see courses.csv
get /learning/uploads/{wrong}
status 200
as 323000000A/learner
get /learning/uploads
status 403
