-- 整批新增課程, 整批新增科目 and 整批新增講師 by files.

clock 2018-10-15T10:00
agency 323000000A 示範部
agency 323010000B 示範部第一局 under=323000000A
account 323000000A/hr01 top_admin name=周淑芬
account 323010000B/hr03 top_admin
keep there rows "SELECT count(*) FROM code_item WHERE table_code = 'course_category' AND code = '301'"
rows "INSERT INTO code_item (table_code, code, name) VALUES ('course_category', '301', '資訊') ON CONFLICT (table_code, code) DO UPDATE SET name = '資訊' RETURNING code" = 301
course 323000000A A107002 1 資安實務 from=107/11/18 to=107/11/19 category_code=301

# LEARN-230 LEARN-029 The template has the columns of CSV-1 with their marks; the page describes them
as 323000000A/hr01
get /courses/import
see 上傳格式說明 下載 CSV格式 *課程代碼 課程類別代碼 "1 小時、2 天、6 學分" "1 機關薦送、2 自由報名、3 不開放線上報名"
get /courses/import/template
header Content-Disposition template_course.csv
raw "*課程代碼,*期別,*課程名稱,年度,*課程類別代碼,*課程性質,*時數(學分),*認證單位,數位時數,實體時數,*課程開始日期,*課程結束日期,上課時間說明,上課地點,*報名方式,報名開始,報名結束,上線時間,招收名額,限定額滿不再接受報名,*學習費用,限某機關同仁報名,住宿調查,飲食調查,課程簡介,聯絡人,聯絡電話,聯絡電子郵件,備註"

# LEARN-230 LEARN-029 No file, and a template without rows
get /courses/import
send /courses/import
status 422
see 請選擇要上傳的檔案
get /courses/import/template
save template.csv
post /courses/import file=@template.csv
run jobs
follow
see 檢核未通過 E-CSV-08

# LEARN-230 CSV-1 A file in Big5, numbers or names for choices, times with days, a list of agencies: courses of the active agency
write-big5 courses.csv
	*課程代碼,*期別,*課程名稱,年度,*課程類別代碼,*課程性質,*時數(學分),*認證單位,數位時數,實體時數,*課程開始日期,*課程結束日期,上課時間說明,上課地點,*報名方式,報名開始,報名結束,上線時間,招收名額,限定額滿不再接受報名,*學習費用,限某機關同仁報名,住宿調查,飲食調查,課程簡介,聯絡人,聯絡電話,聯絡電子郵件,備註
	A107003,1,系統分析,107,301,混成學習,1,學分,6,12,107/11/01 09:00,107/11/30,,示範大樓101,機關薦送,107/10/01,107/10/20,,20,N,0,323000000A;323*,N,Y,,,,,
	A107005,1,許功蓋教室,,301,1,2,2,,,1071101,2018-11-30,,,3,,,,,,"1,500",,,,,,,,
post /courses/import file=@courses.csv
status 303
run jobs
follow
see 完成 "檔案編碼：Big5（CP950）" 復原整批
rows "SELECT course_code, name, certified_hours, digital_hours, physical_hours, enroll_method, fee, agency_limit, roc_year, start_timed FROM course_shown WHERE course_code IN ('A107003', 'A107005') ORDER BY course_code" = A107003|系統分析|18|6|12|nominate|0|323000000A;323*|107|1,A107005|許功蓋教室|12|12|0|closed|1500||107|0
keep batch rows "SELECT max(id) FROM import_batch"

# LEARN-002 LEARN-003 The batch and its courses are the uploader's agency's alone
as 323010000B/hr03
get /imports/{batch}
status 404
see 查無此資料，或資料不屬於您目前的單位及其所屬機關
get /courses
no 系統分析
as 323000000A/hr01

# LEARN-231 LEARN-016 LEARN-022 Every mistake of every row, with file, row, column and code; nothing is stored
write wrong.csv
	課程代碼,期別,課程名稱,課程類別代碼,課程性質,時數(學分),認證單位,數位時數,實體時數,課程開始日期,課程結束日期,上課地點,報名方式,報名開始,報名結束,招收名額,限定額滿不再接受報名,學習費用,限某機關同仁報名
	B1,1,缺費用,301,1,1,小時,,,107/11/01,107/11/02,,3,,,,,,
	B2,1,單位不對,301,1,1,週,,,107/11/01,107/11/02,,3,,,,,0,
	A107002,1,已有,301,1,1,小時,,,107/11/01,107/11/02,,3,,,,,0,
	B3,1,小數,301,1,1.5,小時,,,107/11/01,107/11/02,,3,,,,,0,
	B4,1,類別,999,1,1,小時,,,107/11/01,107/11/02,,3,,,,,0,
	B5,1,去年,301,1,1,小時,,,106/11/01,106/11/02,,3,,,,,0,
	B6,1,起訖,301,2,1,小時,,,107/11/03,107/11/02,教室,2,,,,Y,0,３２３*
	B7,1,合計,301,3,1,學分,6,6,107/11/01,107/11/02,教室,3,,,,,0,323000000Z
	B8,1,正確,301,1,1,小時,,,107/11/01,107/11/02,,3,,,,,0,
	B8,1,重複,301,1,1,小時,,,107/11/01,107/11/02,,3,,,,,0,
post /courses/import file=@wrong.csv
run jobs
follow
see 檢核未通過 "wrong.csv 第 2 列「學習費用」：為必填欄位（E-REQ-01）" "第 3 列「認證單位」：的值「週」不在可選項目中：小時、天、學分（E-CHOICE-01）" "第 4 列「課程代碼」：課程代碼「A107002」期別「1」已存在（E-CRS-02）" "第 5 列「時數(學分)」：只接受整數，不接受小數：「1.5」（E-INT-01）" "第 6 列「課程類別代碼」：代碼不存在：「999」（E-CODE-01）" "E-CRS-01" "課程結束早於課程開始（E-CRS-05）" "請填寫報名開始（E-CRS-03）" "須填寫招收名額（E-CRS-07）" "時數不符：數位 6＋實體 6＝12，應為 18（E-HRS-02）" "機關代碼不存在（E-CRS-04）" "與第 10 列重複（E-CSV-10）"
rows "SELECT count(*) FROM course" = 3

# LEARN-023 LEARN-026 Only the correct rows, by choice; the rest as a file that can be mended and sent again
get /imports/{batch}
keep wrong rows "SELECT max(id) FROM import_batch"
get /imports/{wrong}
send /imports/{wrong}/confirm only_correct=1
run jobs
get /imports/{wrong}
see 部分完成
rows "SELECT name FROM course WHERE course_code LIKE 'B%'" = 正確
get /imports/{wrong}/file/errors
raw 錯誤列號,錯誤欄位,錯誤訊息 缺費用

# LEARN-027 Undone as a whole, unless somebody has built on it
rows "UPDATE course SET last_seq = 1 WHERE course_code = 'A107003' RETURNING 1" = 1
get /imports/{batch}
send /imports/{batch}/undo reason=檔案錯誤
status 409
see 系統分析
rows "UPDATE course SET last_seq = 0 WHERE course_code = 'A107003' RETURNING 1" = 1
get /imports/{batch}
send /imports/{batch}/undo reason=檔案錯誤
status 303
run jobs
rows "SELECT count(*) FROM course WHERE course_code IN ('A107003', 'A107005')" = 0

# LEARN-021 E-CSV-03 E-CSV-09 A file of another kind is told where it belongs, one without needed columns what it lacks
write subjects.csv
	課程代碼,期別,科目名稱,講師姓名
	A107002,1,雲端服務,林新人
post /courses/import file=@subjects.csv
run jobs
follow
see 整批新增科目 E-CSV-09
write lacking.csv
	課程代碼,期別,課程名稱
	A107002,1,雲端服務
post /courses/import file=@lacking.csv
run jobs
follow
see E-CSV-03 課程類別代碼 認證單位

# LEARN-232 CSV-2 Subjects by file: unknown instructors and subjects are added, to be completed
post /courses/subjects/import file=@subjects.csv
run jobs
follow
see 完成
rows "SELECT c.course_code, u.name, i.name, i.to_be_completed FROM course_subject s JOIN course c ON c.id = s.course JOIN subject u ON u.id = s.subject JOIN instructor i ON i.id = s.instructor" = A107002|雲端服務|林新人|1

# LEARN-232 E-DUP-01 E-HRS-04 E-INS-01 What is there already, courses that are not, and names that several have
rows "INSERT INTO instructor (agency, name, name_search, subject_1, org_name, updated) SELECT g.id, '王大同', '王大同', 'x', v.org, 1 FROM agency g, (SELECT '甲機關' AS org UNION ALL SELECT '乙大學') v WHERE g.code = '323000000A' ORDER BY v.org RETURNING 1" = 1,1
write more.csv
	課程代碼,期別,科目名稱,講師姓名,講師服務機關,科目時數,上課日期,開始時間,結束時間
	A107002,1,雲端服務,林新人,,,,,
	A999999,1,雲端服務,林新人,,,,,
	A107002,1,資安法,王大同,,,,,
	A107002,1,資安法二,王大同,乙大學,3,107/12/18,9:00,12:00
	A107002,1,資安法三,王大同,乙大學,3,107/11/18,12:00,9:00
post /courses/subjects/import file=@more.csv
run jobs
follow
see "第 2 列「科目名稱」：資料已存在：雲端服務、林新人（E-DUP-01）" "第 3 列「課程代碼」：找不到課程代碼「A999999」、期別「1」（E-HRS-04）" "第 4 列「講師姓名」：有 2 位講師名為「王大同」" "上課日期 107/12/18 不在課程期間內（E-CRS-05）" "「開始時間」不可晚於「結束時間」（E-DATE-02）"
rows "SELECT count(*) FROM course_subject" = 1

# LEARN-232 LEARN-226 One new instructor in two rows is made once; undoing takes both away again
write new.csv
	課程代碼,期別,科目名稱,講師姓名,上課日期
	A107002,1,密碼學,陳新人,107/11/18
	A107002,1,資料庫,陳新人,107/11/19
post /courses/subjects/import file=@new.csv
run jobs
rows "SELECT count(*) FROM instructor WHERE name = '陳新人'" = 1
rows "SELECT count(*) FROM course_subject" = 3
keep new rows "SELECT max(id) FROM import_batch"
get /imports/{new}
send /imports/{new}/undo reason=錯誤
status 303
run jobs
rows "SELECT count(*) FROM course_subject" = 1
rows "SELECT count(*) FROM instructor WHERE name = '陳新人'" = 0

# LEARN-246 CSV-3 Instructors by file: the two needed columns, codes of the table, what is there already
get /instructors/import/template
raw "*講師姓名,*可授科目1,可授科目2,可授科目3,可授科目4,可授科目5,身分證字號,性別,服務機關(構),職稱,最高學歷,經歷,專長代碼1,專長代碼2,專長代碼3,聯絡電話,行動電話,電子郵件,通訊地址,是否公開,公開聯絡方式,備註"
write instructors.csv
	講師姓名,可授科目1,可授科目2,身分證字號,性別,服務機關(構),專長代碼1,電子郵件,是否公開
	游錫堃,採購法,,A123456789,1,示範大學,301,you@example.edu.tw,Y
	李小華,,資安,,女,,999,wrong,
	王大同,x,,,,甲機關,,,
	張三,y,,A123456788,,,,,
post /instructors/import file=@instructors.csv
run jobs
follow
see 檢核未通過 "第 3 列「可授科目1」：為必填欄位（E-REQ-01）" "第 3 列「專長代碼1」：代碼不存在：「999」（E-CODE-01）" "第 4 列「講師姓名」：講師已存在：王大同（甲機關）（E-INS-02）" "第 5 列「身分證字號」：檢查碼不正確，請核對（E-ID-02）"
keep people rows "SELECT max(id) FROM import_batch"
get /imports/{people}
send /imports/{people}/confirm only_correct=1
run jobs
rows "SELECT name, subject_1, sex, expertise_1, is_public FROM instructor WHERE national_id = 'A123456789'" = 游錫堃|採購法|male|301|1

# LEARN-204 LEARN-026 From a batch one gets to what it brought, and to nothing else
as 323000000A/hr01
write batch.csv
	*講師姓名,*可授科目1
	批次來的,採購法
post /instructors/import file=@batch.csv
run jobs
keep people rows "SELECT max(id) FROM import_batch"
get /imports/{people}
raw /instructors?batch={people}
get /instructors?batch={people}
see 批次來的 "共 1 筆"
write batch2.csv
	課程代碼,期別,課程名稱,課程類別代碼,課程性質,時數(學分),認證單位,課程開始日期,課程結束日期,報名方式,學習費用
	BATCH1,1,批次來的課程,301,1,1,小時,107/11/01,107/11/02,3,0
post /courses/import file=@batch2.csv
run jobs
keep courses rows "SELECT max(id) FROM import_batch"
get /imports/{courses}
raw /courses?batch={courses}
get /courses?batch={courses}
see 批次來的課程 "共 1 筆"
no 資安實務
