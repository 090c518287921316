-- 講師: kept by each agency, shared with others.

clock 2018-10-15T10:00
agency 323000000A 示範部
agency 379000000A 範例市政府
account 323000000A/hr01 top_admin name=周淑芬
account 323000000A/officer officer
account 379000000A/hr03 top_admin
account 379000000A/dgpa dgpa
rows "INSERT INTO code_item (table_code, code, name) VALUES ('course_category', '301', '資訊') ON CONFLICT (table_code, code) DO UPDATE SET name = '資訊' RETURNING code" = 301

# LEARN-242 E-REQ-01 Two fields are needed; the other ones may stay empty
as 323000000A/hr01
get /instructors/new
send /instructors/new name=王大同
status 422
see "「可授科目 1」為必填欄位（E-REQ-01）"
raw "value=\"王大同\""
send /instructors/new subject_1=採購法 subject_3=資訊安全 org_name=甲機關
status 303
follow
see 王大同 甲機關 採購法、資訊安全 不公開

# LEARN-241 Each row of the list leads to 「編輯」 and to 「刪除」 of its page
keep wang rows "SELECT id FROM instructor WHERE name = '王大同'"
raw "href=\"/instructors/{wang}\" aria-label=\"編輯 王大同\"" "href=\"/instructors/{wang}#remove\" aria-label=\"刪除 王大同\""
get /instructors/shared
no 編輯 刪除
get /instructors/{wang}
raw "action=\"/instructors/{wang}/remove\" class=\"card\" id=\"remove\""

# LEARN-241 LEARN-005 A part of a name or of any subject finds; letters of any width and size
get /instructors?subject=資安
see 查無符合條件的資料
get /instructors?subject=資訊
see 王大同
get /instructors?name=大
see 王大同
get /instructors/new
send /instructors/new name=Smith subject_1=SQL資料庫
status 303
get /instructors?subject=ｓｑｌ
see Smith
get /instructors?name=%25
no Smith

# LEARN-242 The same name and 服務機關 is asked about, and taken when confirmed
get /instructors/new
send /instructors/new name=王大同 subject_1=民法 org_name=甲機關
status 200
see 已有相同姓名及服務機關(構)之講師 仍要新增
rows "SELECT count(*) FROM instructor WHERE name = '王大同'" = 1
send /instructors/new
status 303
rows "SELECT count(*) FROM instructor WHERE name = '王大同'" = 2

# LEARN-245 E-CODE-01 LEARN-008 E-ID-01 E-ID-02 專長代碼 are those of the table; an ID number has its form and its check digit
get /instructors/new
raw "301 資訊"
json post /instructors/new {"name":"甲","subject_1":"乙","expertise_1":"999","national_id":"A123456788"}
status 422
raw E-CODE-01 999 E-ID-02
json post /instructors/new {"name":"甲","subject_1":"乙","national_id":"A300000000"}
status 422
json issues.0.code = E-ID-01
json post /instructors/new {"name":"林新人","subject_1":"雲端服務","expertise_1":"301","national_id":"A123456789","phone":"02-1234","mobile":"0911222333","email":"lin@example.edu.tw","address":"示範路1號","org_name":"示範大學"}
status 200
keep lin rows "SELECT id FROM instructor WHERE name = '林新人'"

# LEARN-015 The list shows an ID number masked
get /instructors.json
raw A12****789
no-raw A123456789

# LEARN-247 LEARN-251 不公開: nobody else finds it; 公開: everybody does; withdrawn at once
as 379000000A/hr03
get /instructors/shared?name=%E6%9E%97%E6%96%B0
no 林新人
get /instructors/shared/{lin}
status 404
see 查無此資料
as 323000000A/hr01
get /instructors/{lin}
send /instructors/{lin} is_public=1
status 303
as 379000000A/hr03
get /instructors/shared?name=%E6%9E%97%E6%96%B0
see 林新人 示範部 公開

# LEARN-252 Never the ID number, the mobile number or the address; how to be reached only where the owner says so
get /instructors/shared/{lin}
see 林新人 示範大學 雲端服務 "301 資訊" 加入本機關講師
no-raw A123456789
no-raw A12****789
no-raw 0911222333
no-raw 示範路1號
no-raw 02-1234
json get /instructors/shared/{lin}
no-raw A123456789
get /instructors/shared.csv?name=%E6%9E%97%E6%96%B0
raw 林新人
no-raw A123456789
no-raw 0911222333
as 323000000A/hr01
get /instructors/{lin}
send /instructors/{lin} contact_public=1
as 379000000A/hr03
get /instructors/shared/{lin}
see 02-1234 lin@example.edu.tw
no-raw 0911222333

# LEARN-243 E-SCOPE-01 Another agency's entry is not to be changed
post /instructors/{lin} name=改名 subject_1=x
status 404
see 查無此資料，或資料不屬於您目前的單位及其所屬機關
rows "SELECT name FROM instructor WHERE id = {lin}" = 林新人

# LEARN-252 「加入本機關講師」 makes an own copy without what may not be seen
get /instructors/shared/{lin}
send /instructors/shared/{lin}/copy
status 303
rows "SELECT name, subject_1, national_id, mobile, is_public FROM instructor WHERE name = '林新人' AND id <> {lin}" = 林新人|雲端服務|||0

# LEARN-243 LEARN-011 Changed with the version that was read
as 323000000A/hr01
keep version rows "SELECT version FROM instructor WHERE id = {lin}"
get /instructors/{lin}
send /instructors/{lin} title=教授
status 303
json post /instructors/{lin} {"title":"講師","version":{version}}
status 409
json issues.0.code = E-STALE-01

# LEARN-244 Deleted after naming who: out of the choices, a course keeps the name; restored
course 323000000A A107002 1 資安實務 from=107/11/18 to=107/11/19
keep course rows "SELECT id FROM course"
rows "INSERT INTO subject (agency, name) SELECT agency, '雲端服務' FROM course RETURNING 1" = 1
rows "INSERT INTO course_subject (course, seq, subject, instructor) SELECT {course}, 1, id, {lin} FROM subject RETURNING 1" = 1
get /instructors/{lin}
see "將刪除講師「林新人（示範大學）」"
send /instructors/{lin}/remove reason=
status 422
send /instructors/{lin}/remove reason=已離職
status 303
rows "SELECT count(*) FROM instructor_shown WHERE id = {lin}" = 0
get /courses/{course}
raw 林新人 雲端服務
get /instructors/shared?name=%E6%9E%97%E6%96%B0
no 示範大學
get /courses/{course}
send /courses/{course} subject_2=y teacher_2=林新 look=lessons
no 林新人（示範大學）
get /instructors/removed
see 林新人 已離職
send /instructors/removed/{lin}/restore
status 303
get /instructors/{lin}
status 200

# LEARN-004 總處 reads; an officer without the right does not
as 379000000A/dgpa
get /instructors
see 林新人
get /instructors/{lin}
status 403
as 323000000A/officer
get /instructors
status 403
