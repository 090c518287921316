-- What holds a course fast, and what is only pointed out, told in the words and codes of the catalogue.

clock 2018-07-02T09:00
F1 courses
keep c4 rows "SELECT id FROM course WHERE course_code = 'B107001'"
as 323010000B/hr02
write given.csv
	*身分證號,*課程代碼,*期別,*學習性質,*訓練總數,*訓練總數單位
	C200000603,B107001,1,實體學習,6,小時
post /hours/import/opened file=@given.csv
run jobs
rows "SELECT state FROM import_batch" = done

# LEARN-227 E-CRS-06 Hours were given: what they rest on stays, unless one asks for it; those certified stay as they are
get /courses/{c4}
send /courses/{c4} place=示範教室 amount=7
status 422
see 已有學員時數，「時數(學分)」不可修改 E-CRS-06
rows "SELECT certified_hours FROM course WHERE id = {c4}" = 6
send /courses/{c4} place=示範教室 amount=7 sync=1
status 303
rows "SELECT c.certified_hours, r.hours FROM course c JOIN hours_class k ON k.course = c.id JOIN hours_record r ON r.class = k.id WHERE c.id = {c4}" = 7|6

# LEARN-227 W-CRS-03 Those that are certified are told, and the course leads to where they are
follow
see 已認證之時數 "1 筆未隨同更新，請至「登錄/維護學習時數」逐筆處理。"
get /courses/{c4}
raw "href=\"/hours?code=B107001&amp;term=1\""
get /hours?code=B107001&term=1
see 採購法 登錄時數

# LEARN-227 LEARN-220 W-CRS-02 Fewer places than there are registrations: stored, and pointed out
rows "INSERT INTO registration (course, person, seq_no, source, agency, created) SELECT {c4}, p.id, p.id, 'online', 1, 1 FROM person p WHERE p.national_id IN ('A100000109', 'A200000209', 'B100000306') RETURNING 1" = 1,1,1
rows "UPDATE course SET taken = 3, last_seq = 20 WHERE id = {c4} RETURNING taken" = 3
get /courses/{c4}
send /courses/{c4} quota=2
status 303
follow
see 招收名額少於已報名人數（3 人），既有報名不受影響
rows "SELECT quota FROM course WHERE id = {c4}" = 2

# LEARN-213 E-CRS-10 An agency that is no 開課機關 opens none, on the page and by file
rows "UPDATE agency SET is_opening = 0 WHERE code = '323010000B' RETURNING is_opening" = 0
get /courses/new
status 403
see 貴機關不是開課機關，無法新增課程
write new.csv
	課程代碼,期別,課程名稱,課程類別代碼,課程性質,時數(學分),認證單位,課程開始日期,課程結束日期,報名方式,學習費用
	A1,1,系統分析,301,1,1,小時,107/11/01,107/11/02,3,0
peixun import course @new.csv --as 323010000B/hr02
status 1
see 貴機關不是開課機關 E-CRS-10
rows "SELECT count(*) FROM course WHERE course_code = 'A1'" = 0
