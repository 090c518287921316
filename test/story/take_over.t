-- Finding an admitted person by three fields, taking the person over, and taking that back.

clock 2022-10-03T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
account 323000000A/ag1user agency_officer name=周淑芬
account 323000000A/deputy agency_officer name=王代理
account 323010000B/ag2user agency_officer name=吳建宏
account 323000000A/csptc csptc_officer name=鄭文彬
account 323000000A/nacs nacs_officer
exam 111 007 公務人員特種考試警察人員考試
exam 110 007 公務人員特種考試警察人員考試
person A123456789 王小明 男 111 007 agency=323000000A
person A223456781 陳美玲 女 111 007 agency=323000000A
person B123456780 林志強 男 111 007 agency=323000000A
person S200000017 張怡君 女 111 007
person F123456784 李大同 男 111 007 agency=323010000B
keep p4 rows "SELECT id FROM trainee WHERE national_id = 'S200000017'"
keep p5 rows "SELECT id FROM trainee WHERE national_id = 'F123456784'"

# ACMS-024 The three fields together find the person, with present agency and the act 「轉為本機關人員」
as 323000000A/ag1user
get /trainees/find
status 200
see 身分證字號、年度、考試名稱三項均為必填 注意考試別之選取
send /trainees/find national_id=S200000017 exam_year=111 exam_code=007
status 200
see 張怡君 S200000017 007-公務人員特種考試警察人員考試 女 "目前所屬機關 無" 轉為本機關人員
statements <= 10

# ACMS-024 Without 考試名稱 it is named and no search is made
get /trainees/find
send /trainees/find national_id=S200000017 exam_year=111 exam_code=
status 422
see 「考試名稱」為必填欄位，請輸入。
no 張怡君

# ACMS-024 Another year finds nobody, and the three values are repeated with the note
get /trainees/find
send /trainees/find national_id=S200000017 exam_year=110 exam_code=007
status 404
see 查無符合條件的資料 S200000017 "年度 110" 007-公務人員特種考試警察人員考試 注意考試別之選取 "請修正下列 1 項"
no 張怡君 尚未儲存

# ACMS-020 A year without examinations: the list says so
get /trainees/find?exam_year=109
see "109 年度尚無考試資料"
get /trainees/report?exam_year=109
see "109 年度尚無考試資料"

# ACMS-024 ACMS-011 A search that finds nobody leaves a trace, without the ID in clear; the answer in JSON has the same status
rows "SELECT became FROM audit WHERE action = 'trainee.find-none'" = "S20****017 110 007"
json post /trainees/find {"national_id":"S200000017","exam_year":110,"exam_code":"007"}
status 404
json issues.0.code = ERR_NOT_FOUND
rows "SELECT count(*) FROM audit WHERE became LIKE '%S200000017%' OR was LIKE '%S200000017%'" = 0
rows "SELECT count(*) FROM audit WHERE action = 'trainee.find-none'" = 2

# ACMS-024 Only the ID given: two messages, for 年度 and for 考試名稱
get /trainees/find
send /trainees/find national_id=S200000017 exam_year= exam_code=
status 422
see 「年度」為必填欄位 「考試名稱」為必填欄位
no 「身分證字號」為必填欄位

# ACMS-024 A malformed ID, a wrong check digit, a part of an ID and a wildcard find nobody and say what is wrong
get /trainees/find
send /trainees/find national_id=S200000018 exam_year=111 exam_code=007
status 422
see 身分證字號「S200000018」的格式或檢查碼不正確。
send /trainees/find national_id=S2000 exam_year=111 exam_code=007
status 422
see 「S2000」
send /trainees/find national_id=S20000001% exam_year=111 exam_code=007
status 422
no 張怡君

# ACMS-024 Lower-case and full-width letters and digits are taken as meant
get /trainees/find
send /trainees/find "national_id= ｓ２００００００１７ " exam_year=１１１ exam_code=007
status 200
see 張怡君

# ACMS-024 Choosing another year's examinations makes no search
get /trainees/find
send /trainees/find exam_year=110 show=exams
status 200
no 為必填欄位

# ACMS-024 By JSON: the person without what is the other agency's, or the mistakes as data
json post /trainees/find {"national_id":"F123456784","exam_year":111,"exam_code":"007"}
status 200
json name = 李大同
no-raw birth_date report_date
json post /trainees/find {"national_id":"F123456784"}
status 422
json issues.0.field = exam_year

# ACMS-024 Reading another agency's full ID leaves a trace
rows "SELECT count(*) FROM audit WHERE action = 'trainee.find' AND subject = {p5}" = 1

# ACMS-011 ACMS-026 A found person of another agency opens no page of that agency
get /trainees/{p5}
status 403
no 李大同
get /trainees/{p4}
status 403
get /trainees/999999
status 403

# ACMS-025 A confirmation page stands before the change; nothing has changed yet
get /trainees/find
send /trainees/find national_id=S200000017 exam_year=111 exam_code=007
send /trainees/take-over
status 200
see 請確認 張怡君 確定轉為本機關人員
rows "SELECT coalesce(agency, 0) FROM admission WHERE id = {p4}" = 0

# ACMS-025 Confirmed, the person is in the agency's list; a double press makes one change and one audit entry
send /trainees/take-over confirm=yes
status 303
location /trainees/{p4}
press again
status 303
location /trainees/{p4}
follow
see 張怡君
rows "SELECT count(*) FROM audit WHERE action = 'trainee.take-over' AND subject = {p4}" = 1
get "/trainees/report?exam_year=111&exam_code=007"
see "共 4 人" 張怡君
rows "SELECT version FROM admission WHERE id = {p4}" = 2

# ACMS-025 The confirmation says who, where to and when
get /trainees/find
send /trainees/find national_id=F123456784 exam_year=111 exam_code=007
send /trainees/take-over
send /trainees/take-over confirm=yes
follow
see 李大同 示範部 "111/10/03 09:00"

# ACMS-026 Both agencies see the take-over in the person's history while the other had entered nothing
get /trainees/{p5}
status 200
see 轉為本機關人員 示範部北區示範局 周淑芬
as 323010000B/ag2user
get /trainees/report?exam_year=111
no 李大同

# ACMS-025 Whoever is in this agency already stays as is, with a message
as 323000000A/ag1user
get /trainees/find
send /trainees/find national_id=A123456789 exam_year=111 exam_code=007
see 此人已是本機關人員
post /trainees/take-over national_id=A123456789 exam_year=111 exam_code=007 confirm=yes
status 422
see "王小明 已是本機關人員，無須再轉。"

# ACMS-025 Changed since the search: refused as stale, nothing changed
as 323010000B/ag2user
get /trainees/find
send /trainees/find national_id=S200000017 exam_year=111 exam_code=007
send /trainees/take-over
as 323000000A/deputy
post /trainees/{p4}/give-back reason=查錯人
status 303
as 323010000B/ag2user
post /trainees/take-over national_id=S200000017 exam_year=111 exam_code=007 version=2 confirm=yes
status 409
see "資料已由 王代理 於" 您的輸入尚未儲存
json post /trainees/take-over {"national_id":"S200000017","exam_year":111,"exam_code":"007","version":2}
status 409
json issues.0.code = ERR_STALE
rows "SELECT coalesce(agency, 0) FROM admission WHERE id = {p4}" = 0

# ACMS-026 Once 報到日期 is entered the person is refused to others, naming the agency and the line to call
as 323000000A/ag1user
keep p1 rows "SELECT id FROM trainee WHERE national_id = 'A123456789'"
post /trainees/report tick={p1} day=111/10/03 overwrite=no exam_year=111
status 303
as 323010000B/ag2user
get /trainees/find
send /trainees/find national_id=A123456789 exam_year=111 exam_code=007
no "報到日期 111/10/03"
send /trainees/take-over
status 422
see "王小明 目前為「示範部」之人員，無法轉為本機關人員。" 02-82367113
post /trainees/take-over national_id=A123456789 exam_year=111 exam_code=007 confirm=yes
status 422
json post /trainees/take-over {"national_id":"A123456789","exam_year":111,"exam_code":"007"}
status 422
json issues.0.code = ERR_OWNED
rows "SELECT g.code FROM admission a JOIN agency g ON g.id = a.agency WHERE a.id = {p1}" = 323000000A

# ACMS-027 A mistaken take-over goes back to the former agency, with the reason in the history of both
as 323000000A/ag1user
get /trainees/{p5}
send /trainees/{p5}/give-back reason=
status 422
see 「還原理由」為必填欄位
send /trainees/{p5}/give-back reason=同名誤轉
status 303
rows "SELECT g.code FROM admission a JOIN agency g ON g.id = a.agency WHERE a.id = {p5}" = 323010000B
as 323010000B/ag2user
get /trainees/{p5}
see 還原轉為本機關人員 同名誤轉

# ACMS-027 A person whom the agency did not take over can't be given back to nobody
keep p2 rows "SELECT id FROM trainee WHERE national_id = 'A223456781'"
as 323000000A/ag1user
get /trainees/{p2}
status 200

# ACMS-027 With a 報到日期 it is refused, naming what must be removed first
post /trainees/{p1}/give-back reason=誤轉
status 422
see "王小明 已有報到日期 111/10/03，請先移除後再還原。"
rows "SELECT report_date FROM admission WHERE id = {p1}" = 2022-10-03

# ACMS-027 ACMS-011 Another agency's officer can't give back
as 323010000B/ag2user
post /trainees/{p2}/give-back reason=試試
status 403
rows "SELECT count(*) FROM audit WHERE action = 'trainee.give-back' AND subject = {p2}" = 0

# ACMS-027 ACMS-026 保訓會 may do both for any agency, with a reason that the agency sees
as 323000000A/csptc
get /trainees/find
send /trainees/find national_id=S200000017 exam_year=111 exam_code=007
send /trainees/take-over
status 422
see 「理由」為必填欄位 「轉入機關代碼」為必填欄位
send /trainees/take-over agency_code=323010000B reason=機關來函更正
status 200
see 請確認
send /trainees/take-over confirm=yes
status 303
rows "SELECT g.code FROM admission a JOIN agency g ON g.id = a.agency WHERE a.id = {p4}" = 323010000B
as 323010000B/ag2user
get /trainees/{p4}
see 機關來函更正 鄭文彬

# ACMS-011 國家文官學院 reads and takes nobody over
as 323000000A/nacs
get /trainees/{p4}
status 200
get /trainees/find
status 403
post /trainees/take-over national_id=S200000017 exam_year=111 exam_code=007 confirm=yes
status 403
