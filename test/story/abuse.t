-- What somebody would try who means ill, or presses what nobody is meant to press.

clock 2022-10-31T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
account 323000000A/ag1user agency_officer "password=correct horse battery" name=周淑芬
account 323000000A/cardonly agency_officer name=王代理
account 323010000B/ag2user agency_officer name=吳建宏
account 323000000A/csptc csptc_officer name=鄭文彬
exam 111 007 公務人員特種考試警察人員考試
person A123456789 王小明 男 111 007 agency=323000000A
person A223456781 陳美玲 女 111 007 agency=323000000A
person F123456784 李大同 男 111 007 agency=323010000B
person B123456780 林志強 男 111 007
keep p1 rows "SELECT id FROM trainee WHERE national_id = 'A123456789'"
keep p2 rows "SELECT id FROM trainee WHERE national_id = 'A223456781'"
keep foreign rows "SELECT id FROM trainee WHERE national_id = 'F123456784'"
keep nobodys rows "SELECT id FROM trainee WHERE national_id = 'B123456780'"
keep long rows "WITH RECURSIVE t (n, s) AS (SELECT 1, CAST('x' AS TEXT) UNION ALL SELECT n + 1, s || s FROM t WHERE n < 14) SELECT s FROM t WHERE n = 14"
keep huge rows "WITH RECURSIVE t (n, s) AS (SELECT 1, CAST('x' AS TEXT) UNION ALL SELECT n + 1, s || s FROM t WHERE n < 16) SELECT s FROM t WHERE n = 16"

# ACMS-006 No password opens an account that has none, also not one that the program itself knows
as nobody
get /sign-in
send /sign-in agency_code=323000000A account=cardonly "password=no such account"
status 422
rows "SELECT count(*) FROM session" = 0

# ACMS-009 A code or a name that is too long or wide is a failure like any other
get /sign-in
send /sign-in agency_code=機關代碼機關代碼 account=帳號 password=x
status 422
send /sign-in agency_code={long} account={long} password=x
status 422

# ACMS-010 Signing in leads to an address of ours, also where a browser would leave a tab out
get /sign-in
send /sign-in agency_code=323000000A account=ag1user "password=correct horse battery" "next=/	/example.org"
status 303
location /
post raw /sign-in agency_code=323000000A account=ag1user "password=correct horse battery" next=//example.org
location /
post raw /sign-in agency_code=323000000A account=ag1user "password=correct horse battery" next=/exams?a=1
location /exams?a=1

# ACMS-010 Signing out with a token for programs ends nobody's session
as 323010000B/ag2user
get /
as 323000000A/ag1user
get /account
send /account/tokens label=人事系統
keep token after 新的權杖：
keep sessions rows "SELECT count(*) FROM session"
as nobody
with header Authorization "Bearer {token}"
json post /sign-out {}
rows "SELECT count(*) FROM session" = {sessions}

# ACMS-010 What was typed into a form that came too late is shown to the browser that sent it and to no other
post raw /trainees/take-over national_id=A123456789
location /sign-in?parked=…
keep parked location
as 323010000B/ag2user other
get {parked}
send /sign-in agency_code=323000000A account=ag1user "password=correct horse battery"
location /parked/…
follow
status 404
no A123456789

# ACMS-010 What is too long to be kept is not kept; the address is that of signing in
as nobody
post raw /trainees/take-over a={huge}{huge}{huge} b={huge}{huge}{huge} c={huge}{huge}{huge}
location /sign-in
rows "SELECT count(*) FROM parked_form" = 1

# ACMS-028 Conditions and one-time tokens of any length are no fault
as 323000000A/ag1user
get /trainees/report?exam_year=111&exam_code={long}
status 200
get /plan-forms?exam_year=111&exam_code={long}
status 200
post raw /notices notice=1 _once={long}
location /parked/…

# ACMS-104 What came with an old token and is too long to be kept is refused
post raw /notices a={huge}{huge}{huge} b={huge}{huge}{huge} c={huge}{huge}{huge}
status 403
see 頁面已逾時或並非由本系統送出
post /notices notice=1 _once={long}

# ACMS-030 The same person ticked twice is one person
post /trainees/report tick={p1},{p1} tick={p1} day=111/10/03 overwrite=no exam_year=111
status 303
rows "SELECT count(*) FROM report_entry_row WHERE admission = {p1}" = 1
post /trainees/report tick={p1},{p1} day=111/10/03 overwrite=no exam_year=111
status 303

# ACMS-033 ACMS-011 What 保訓會 enters for persons of two agencies is told to each of them about its own alone
as 323000000A/csptc
post /trainees/report tick={p2},{foreign} day=111/10/04 overwrite=no exam_year=111 reason=電話通知
status 303
as 323000000A/ag1user
keep mine rows "SELECT max(e.id) FROM report_entry e JOIN report_entry_row x ON x.entry = e.id WHERE x.admission = {p2}"
get /trainees/report/entries/{mine}
see 陳美玲 電話通知
no 李大同 F123456784
get /trainees/report/entries/{mine}.csv
no-raw 李大同
as 323010000B/ag2user
keep theirs rows "SELECT max(e.id) FROM report_entry e JOIN report_entry_row x ON x.entry = e.id WHERE x.admission = {foreign}"
get /trainees/report/entries/{theirs}
see 李大同 電話通知
no 陳美玲
get /trainees/report/entries/{mine}
status 404

# ACMS-030 Nobody's person gets no 報到日期: no agency would see what is due
as 323000000A/csptc
post /trainees/report tick={nobodys} day=111/10/04 overwrite=no exam_year=111 reason=電話通知
status 422
rows "SELECT count(*) FROM admission WHERE agency IS NULL AND report_date IS NOT NULL" = 0

# ACMS-036 ACMS-017 A later 報到日期 after the form came asks for no second form
as 323000000A/ag1user
get /plan-forms?exam_year=111
send /plan-forms tick={p1} how=one
status 200
save signed.pdf
clock 2022-11-02T09:00
as 323000000A/ag1user again
post /plan-forms/{p1}/files seal=1 file=@signed.pdf
status 303
clock 2022-11-04T09:00
as 323000000A/ag1user third
post /trainees/report tick={p1} day=111/11/03 overwrite=yes confirm=1 exam_year=111
status 303
rows "SELECT count(*) FROM deadline WHERE subject = {p1} AND state = 'open'" = 0
get /trainees/report?exam_year=111
see 已上傳

# ACMS-011 ACMS-017 A person whom a roster brings to another agency is on its list of what is due, and no longer on the former one's
as 323000000A/csptc later
write moved.csv
	年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科,機關代碼
	111,007,F123456784,李大同,男,084/05/05,四等考試,一般行政,323000000A
post /roster/import file=@moved.csv
run jobs
keep moved rows "SELECT max(id) FROM import_batch"
keep row rows "SELECT max(id) FROM import_conflict"
post /imports/{moved}/conflicts tick={row} decision=take
status 303
rows "SELECT count(*) FROM deadline d JOIN admission a ON a.id = d.subject WHERE d.agency <> a.agency" = 0
as 323010000B/ag2user later
get /deadlines
no 李大同

# ACMS-023 ACMS-026 The agency that loses somebody by a roster is told; the person was taken over now, from there
get /
see "李大同（111年 007）經保訓會依錄取人員名冊改分發至機關代碼 323000000A，已不在貴機關人員之列"
rows "SELECT f.code, a.taken_over FROM admission a JOIN person p ON p.id = a.person JOIN agency f ON f.id = a.former_agency WHERE p.name = '李大同'" = 323010000B|1667523600
as 323000000A/ag1user later
get /
see 李大同
