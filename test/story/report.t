-- 報到日期 of many persons at once: searching, ticking, overwriting or not, its result, correction and undo.

clock 2022-10-31T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
account 323000000A/ag1user agency_officer name=周淑芬
account 323000000A/deputy agency_officer name=王代理
account 323010000B/ag2user agency_officer name=吳建宏
account 323000000A/csptc csptc_officer name=鄭文彬
account 323000000A/nacs nacs_officer
exam 111 007 公務人員特種考試警察人員考試
exam 111 008 公務人員特種考試一般警察人員考試
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 111 007 agency=323000000A
person A223456781 陳美玲 女 111 007 agency=323000000A
person B123456780 林志強 男 111 007 agency=323000000A
person F123456784 李大同 男 111 007 agency=323010000B
person C123456781 趙一平 男 111 008 agency=323000000A
keep p1 rows "SELECT id FROM trainee WHERE national_id = 'A123456789'"
keep p2 rows "SELECT id FROM trainee WHERE national_id = 'A223456781'"
keep p3 rows "SELECT id FROM trainee WHERE national_id = 'B123456780'"
keep p5 rows "SELECT id FROM trainee WHERE national_id = 'F123456784'"

# ACMS-028 年度 alone lists the agency's persons and nobody else's
as 323000000A/ag1user
get /trainees/report?exam_year=111
status 200
see "共 4 人" 王小明 陳美玲 林志強 趙一平 A123456789 "007-公務人員特種考試警察人員考試"
no 李大同
statements <= 12

# ACMS-028 ACMS-011 年度 and 考試名稱 narrow it; another agency's person never appears
get "/trainees/report?exam_year=111&exam_code=007"
see "共 3 人" 王小明 陳美玲 林志強
no 趙一平 李大同
as 323010000B/ag2user
get /trainees/report?exam_year=111
see "共 1 人" 李大同

# ACMS-028 Without 年度 it is named; a year without persons says which conditions found nothing
as 323000000A/ag1user
get /trainees/report?exam_year=
status 422
see 「年度」為必填欄位
get /trainees/report?exam_year=abc
status 422
see 「年度」只接受
get /trainees/report
location /trainees/report?exam_year=111&exam_code=007
get "/trainees/report?exam_year=110&exam_code=007"
see 查無符合條件的資料 "年度 110" 注意考試別之選取

# ACMS-029 Nobody fits the date filter: the hint says how many there are without it
get "/trainees/report?exam_year=111&exam_code=007&report_date=111/10/03"
see 查無符合條件的資料 "未輸入報到日期條件時，可查到 3 人" 不必輸入報到日期，以免反而搜尋不到
get "/trainees/report?exam_year=111&report_date=111/02/30"
status 422
see 「報到日期」的日期「111/02/30」不正確

# ACMS-028 The rows are sorted as asked, and ticks survive paging
json get /trainees/report.json?exam_year=111&sort=national_id
json rows.0.national_id = A123456789
json get /trainees/report.json?exam_year=111&sort=-national_id
json rows.0.national_id = C123456781

# ACMS-028 ACMS-030 全選本頁 ticks every row of the page and 全不選 none; nobody gets a date, what was typed stays
get /trainees/report?exam_year=111
raw "name=\"show\" value=\"all\" formaction=\"/trainees/report?exam_year=111&amp;page=1\""
send /trainees/report show=all day=111/10/03
status 200
see "共 4 人，已勾選 4 人"
raw "aria-label=\"勾選 王小明\" checked" "aria-label=\"勾選 趙一平\" checked" "value=\"111/10/03\""
send /trainees/report show=none
see "共 4 人"
no 已勾選
rows "SELECT count(*) FROM admission WHERE report_date IS NOT NULL" = 0

# ACMS-028 ACMS-030 A column head orders the list without losing ticks or what was typed, and begins at the first page
get /trainees/report?exam_year=111&per=20
raw "name=\"show\" value=\"page\" formaction=\"/trainees/report?exam_year=111&amp;per=20&amp;sort=national_id\""
post /trainees/report?exam_year=111&per=20&sort=-national_id show=page page=2 tick={p1} day=111/10/03
status 200
see "共 4 人，已勾選 1 人" "第 1 / 1 頁"
raw "aria-label=\"勾選 王小明\" checked" "value=\"111/10/03\"" "aria-sort=\"descending\""
order C123456781 A123456789
rows "SELECT count(*) FROM admission WHERE report_date IS NOT NULL" = 0

# ACMS-028 After a refusal the links to other pages, orders and files keep the conditions and the order
get /trainees/report?exam_year=111&exam_code=007&sort=-national_id
send /trainees/report tick={p1} day=
status 422
raw "href=\"/trainees/report.csv?exam_year=111&amp;exam_code=007&amp;sort=-national_id\""
raw "formaction=\"/trainees/report?exam_year=111&amp;exam_code=007&amp;sort=national_id\""

# ACMS-030 ACMS-034 A date that does not exist is named, nobody changes, ticks, date and choice stay
get /trainees/report?exam_year=111
send /trainees/report tick={p1} day=111/02/30 overwrite=yes
status 422
see 「報到日期」的日期「111/02/30」不正確 111/02/30 "尚未儲存，請修正下列 1 項"
raw "value=\"{p1}\" id=\"t{p1}\" aria-label=\"勾選 王小明\" checked" "value=\"yes\" checked"
rows "SELECT count(*) FROM admission WHERE report_date IS NOT NULL" = 0

# ACMS-030 Nothing ticked, no date, no choice: each is named
get /trainees/report?exam_year=111
send /trainees/report day=111/10/03
status 422
see 尚未勾選任何人員。
send /trainees/report tick={p1} day=
status 422
see 「報到日期」為必填欄位
post /trainees/report tick={p1} day=111/10/03 exam_year=111
status 422
see 「是否覆蓋已建立或已匯入資料」為必填欄位
rows "SELECT count(*) FROM admission WHERE report_date IS NOT NULL" = 0

# ACMS-034 Not later than today, not before the year of the examination; today itself is taken
get /trainees/report?exam_year=111
send /trainees/report tick={p1} day=111/11/01
status 422
see 「報到日期」不可晚於今日（111/10/31）。
send /trainees/report tick={p1} day=110/12/31
status 422
see "111/01/01"
rows "SELECT count(*) FROM admission WHERE report_date IS NOT NULL" = 0

# ACMS-030 The ticked persons get the date by the choice that can't destroy data; who is not ticked never changes
get /trainees/report?exam_year=111
raw "value=\"no\" checked"
send /trainees/report tick={p1} tick={p3} day=111/10/03
status 303
rows "SELECT national_id, report_date FROM trainee WHERE exam_code = '007' AND agency IS NOT NULL ORDER BY national_id" = A123456789|2022-10-03,A223456781|,B123456780|2022-10-03,F123456784|
statements <= 47

# ACMS-033 The result names written and skipped with dates and the new 上傳期限, and is reachable again and as a file
follow
status 200
see "寫入 2 人、覆蓋 0 人、略過 0 人" 王小明 林志強 111/10/03 111/10/10 周淑芬
no 陳美玲
get /trainees/report/entries
see 周淑芬 111/10/03
keep entry rows "SELECT max(id) FROM report_entry"
get /trainees/report/entries/{entry}.csv
status 200
raw 王小明 111/10/10
header Content-Disposition attachment

# ACMS-016 ACMS-017 An entry after the day itself is marked 逾期登錄; 上傳期限 is shown per person and marked 暫算 without a calendar
get /trainees/report?exam_year=111
see "111/10/03 逾期登錄" "111/10/10 暫算" 逾期未上傳
get /trainees/{p1}
see 逾期登錄 111/10/10

# ACMS-030 A double press of 匯入資料 makes one entry
get /trainees/report?exam_year=111
send /trainees/report tick={p2} day=111/10/03 overwrite=no
status 303
press again
status 303
rows "SELECT count(*) FROM report_entry" = 2
rows "SELECT count(*) FROM audit WHERE action = 'trainee.report-date' AND subject = {p2}" = 1

# ACMS-032 「否」 fills only the missing ones: the others are skipped by name
get "/trainees/report?exam_year=111"
keep p6 rows "SELECT id FROM trainee WHERE national_id = 'C123456781'"
send /trainees/report tick={p6} tick={p2} day=111/10/31 overwrite=no
status 303
follow
see "寫入 1 人、覆蓋 0 人、略過 1 人" 趙一平 陳美玲 略過
rows "SELECT report_date FROM admission WHERE id IN ({p2}, {p6}) ORDER BY id" = 2022-10-03,2022-10-31

# ACMS-032 All of them have a date: 0 written, all named as skipped, no error
get /trainees/report?exam_year=111
send /trainees/report tick={p1} tick={p2} day=111/10/31 overwrite=no
status 303
follow
see "寫入 0 人、覆蓋 0 人、略過 2 人" 王小明 陳美玲
rows "SELECT report_date FROM admission WHERE id IN ({p1}, {p2}) ORDER BY id" = 2022-10-03,2022-10-03

# ACMS-031 「是」: a page lists every date to be replaced, old and new, before anything is written
get /trainees/report?exam_year=111
send /trainees/report tick={p1} tick={p2} day=111/10/31 overwrite=yes
status 200
see 確認覆蓋 "王小明 111/10/03 111/10/31" "陳美玲 111/10/03 111/10/31" 確定覆蓋
rows "SELECT report_date FROM admission WHERE id IN ({p1}, {p2}) ORDER BY id" = 2022-10-03,2022-10-03
send /trainees/report
status 303
follow
see "寫入 0 人、覆蓋 2 人、略過 0 人" 111/10/03 111/10/31
rows "SELECT report_date FROM admission WHERE id IN ({p1}, {p2}, {p3}) ORDER BY id" = 2022-10-31,2022-10-31,2022-10-03
rows "SELECT due FROM deadline WHERE subject = {p1} AND state = 'open'" = 2022-11-07

# ACMS-036 Clearing needs a reason; the person is 尚未報到 again and the deadline is gone
get /trainees/{p1}
send /trainees/{p1}/clear clear_reason=
status 422
see 「清除理由」為必填欄位
send /trainees/{p1}/clear clear_reason=登錄錯人
status 303
rows "SELECT coalesce(report_date, '-') FROM admission WHERE id = {p1}" = -
rows "SELECT count(*) FROM deadline WHERE subject = {p1} AND state = 'open'" = 0
get /trainees/{p1}
see 尚未報到 "理由：登錄錯人" "報到日期：原 111/10/03，改為 111/10/31"

# ACMS-036 An entry is undone as a whole, with its reason: every date is what it was before
get /trainees/report?exam_year=111
send /trainees/report tick={p2} tick={p3} day=111/10/20 overwrite=yes
send /trainees/report
status 303
keep undo location
get {undo}
send {undo}/undo reason=
status 422
see 「理由」為必填欄位
send {undo}/undo reason=日期有誤
status 303
follow
see 已於 還原
rows "SELECT report_date FROM admission WHERE id IN ({p2}, {p3}) ORDER BY id" = 2022-10-31,2022-10-03
rows "SELECT due FROM deadline WHERE subject = {p3} AND state = 'open'" = 2022-10-10
post {undo}/undo reason=再一次
status 422
see "無法復原：這次匯入已於 111/10/31 09:00 還原"

# ACMS-036 An entry is not undone when one of its persons was changed since
get /trainees/report?exam_year=111
send /trainees/report tick={p1} tick={p2} day=111/10/21 overwrite=yes
send /trainees/report
keep first location
get /trainees/report?exam_year=111
send /trainees/report tick={p2} day=111/10/22 overwrite=yes
send /trainees/report
post {first}/undo reason=晚了
status 422
see 陳美玲 您的輸入尚未儲存
rows "SELECT report_date FROM admission WHERE id IN ({p1}, {p2}) ORDER BY id" = 2022-10-21,2022-10-22

# ACMS-037 Changed by somebody else since the list was shown: refused by name, ticks and date stay, the list shows the new values
as 323000000A/deputy
get /trainees/report?exam_year=111
send /trainees/report tick={p3} day=111/10/25 overwrite=yes
send /trainees/report
status 303
as 323000000A/ag1user
post /trainees/report exam_year=111 tick={p3} v.{p3}=1 day=111/10/26 overwrite=yes
status 409
see 林志強 111/10/25 111/10/26 "林志強 的資料已由 王代理 於 111/10/31 09:00 更新，您的輸入尚未儲存"
raw "aria-label=\"勾選 林志強\" checked"
rows "SELECT report_date FROM admission WHERE id = {p3}" = 2022-10-25
json post /trainees/report {"tick":[{p3}],"v.{p3}":1,"day":"2022-10-26","overwrite":true}
status 409

# ACMS-011 Another agency's person in the ticks refuses the whole entry and tells nothing
post /trainees/report exam_year=111 tick={p1} tick={p5} day=111/10/26 overwrite=yes
status 403
see 此人員非貴機關人員
no 李大同
rows "SELECT report_date FROM admission WHERE id IN ({p1}, {p5}) ORDER BY id" = 2022-10-21,
post /trainees/{p5}/clear clear_reason=試試
status 403

# ACMS-011 Another agency's entry is not there, for looking, as a file, for undoing
as 323010000B/ag2user
get {first}
status 404
get {first}.csv
status 404
post {first}/undo reason=試試
status 404
get /trainees/report/entries
no 周淑芬

# ACMS-030 The same by JSON: ISO days only, all or nothing, mistakes as data
as 323000000A/ag1user
json post /trainees/report {"tick":[{p3}],"day":"111/10/03","overwrite":"yes"}
status 422
json issues.0.code = ERR_DATE_ISO
json post /trainees/report {"tick":[{p3}],"day":"2022-10-27","overwrite":true}
status 200
rows "SELECT report_date FROM admission WHERE id = {p3}" = 2022-10-27

# ACMS-030 ACMS-011 保訓會 corrects an agency's date only with a reason, and the agency sees it
as 323000000A/csptc
get "/trainees/report?exam_year=111&exam_code=007"
see 李大同 王小明
send /trainees/report tick={p5} day=111/10/03 overwrite=no
status 422
see 「更正理由」為必填欄位
send /trainees/report tick={p5} day=111/10/03 overwrite=no reason=機關來函
status 303
as 323010000B/ag2user
get /trainees/{p5}
see 機關來函 鄭文彬 111/10/03
get /trainees/report/entries
see 鄭文彬

# ACMS-030 ACMS-011 國家文官學院 reads dates and enters none
as 323000000A/nacs
get /trainees/report?exam_year=111
status 200
see 李大同
no-raw "name=\"overwrite\""
post /trainees/report tick={p5} day=111/10/04 overwrite=yes reason=x
status 403

# ACMS-017 Where the plan says 報到之日起7日內 the day of reporting is day 1
clock 2024-08-01T09:00
person D123456782 孫一身 男 113 201 agency=323000000A
keep p7 rows "SELECT id FROM trainee WHERE exam_code = '201'"
as 323000000A/ag1user later
post /trainees/report exam_year=113 tick={p7} day=113/08/01 overwrite=no
status 303
rows "SELECT due FROM deadline WHERE subject = {p7} AND kind = 'plan-form'" = 2024-08-07
