-- Every page by its links, and every address with what nobody would type, as each role.

clock 2022-10-31T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
account 323000000A/ag1user agency_officer
account 323000000A/deputy agency_officer
account 323000000A/csptc csptc_officer
account 323000000A/nacs nacs_officer
account 323000000A/operator sysadmin
account 323010000B/ag2user agency_officer
exam 111 007 公務人員特種考試警察人員考試
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 111 007 agency=323000000A
person A223456781 陳美玲 女 111 007 agency=323000000A
person F123456784 李大同 男 111 007 agency=323010000B
keep one rows "SELECT id FROM trainee WHERE national_id = 'A123456789'"
as 323000000A/ag1user
post /trainees/report tick={one} day=111/10/03 overwrite=no exam_year=111
status 303

# ACMS-012 ACMS-015 No link leads nowhere: pages, sorted lists and files alike, for each role
as 323000000A/ag1user
crawl /trainees/report?exam_year=111 60
as 323000000A/csptc
crawl /trainees/report?exam_year=111 60
as 323000000A/nacs
crawl /trainees/report?exam_year=111 60
as 323000000A/operator
crawl / 40
as nobody
crawl /sign-in 5

# ACMS-011 Whatever is typed into any address is refused or taken in words, never a fault; no data is lost by it
as 323000000A/ag1user
odd
as 323000000A/csptc
odd
as 323000000A/operator
odd
as nobody
odd
rows "SELECT national_id, report_date FROM trainee WHERE national_id = 'A123456789'" = A123456789|2022-10-03

# ACMS-002 Below a base path every link, form, script and redirection stays below it
setting PEIXUN_BASE /WebACMS
as 323000000A/ag1user
crawl /WebACMS/ 60
get /WebACMS/trainees/report?exam_year=111
keep two rows "SELECT id FROM trainee WHERE national_id = 'A223456781'"
send /WebACMS/trainees/report tick={two} day=111/10/03
location /WebACMS/trainees/report/entries/…
get /WebACMS/exams
get /WebACMS/trainees/find
send /WebACMS/sign-out
location /WebACMS/sign-in
as 323000000A/csptc
crawl /WebACMS/ 60
as nobody
crawl /WebACMS/sign-in 5
setting PEIXUN_BASE ""

# ACMS-104 A name with markup in it is shown as it is, everywhere
person D123456782 "<b>陳&amp;\"'</b>" 女 111 007 agency=323000000A
as 323000000A/deputy
get /trainees/report?exam_year=111
no-raw "<b>陳"
see "<b>陳&amp;\"'</b>"
keep d rows "SELECT id FROM trainee WHERE national_id = 'D123456782'"
get /trainees/{d}
no-raw "<b>陳"
get /trainees/{d}/records
no-raw "<b>陳"
crawl /trainees/report?exam_year=111 40
