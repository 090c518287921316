-- 請證: scores and period entered, 申請序號 made and changed, confirmed, printed, sent back, numbered.

clock 2023-02-03T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
agency A58000000A 保訓會
account 323000000A/ag1user agency_officer name=周淑芬
account 323000000A/second agency_officer name=吳同仁
account 323010000B/ag2user agency_officer
account A58000000A/csptc csptc_officer name=鄭文彬
account A58000000A/nacs nacs_officer
exam 111 007 公務人員特種考試警察人員考試
exam 111 008 公務人員特種考試關務人員考試
person A123456789 王小明 男 111 007 agency=323000000A
person A223456781 陳美玲 女 111 007 agency=323000000A
person B123456780 林志強 男 111 007 agency=323000000A
person F123456784 李大同 男 111 007 agency=323010000B
person C123456785 張文同 男 111 008 agency=323000000A
rows "UPDATE admission SET education_score = '80.00' WHERE id <> 2 RETURNING 1" = 1,1,1,1
peixun calendar load test/story/calendar-112-115.csv --as A58000000A/csptc
status 0

# ACMS-014 The area of 請證 leads to its four steps
as 323000000A/ag1user w1
post /trainees/report exam_year=111 tick=1 v.1=1 tick=2 v.2=1 tick=3 v.3=1 tick=5 v.5=1 day=111/10/03 overwrite=no confirm=yes
status 303
get /certification
status 200
see （一）填寫實務訓練成績、實訓期間、身分別 請證進度查詢
get /certification/persons
status 200

# ACMS-053 年度 and 考試 are both needed; nobody is told with the conditions; only the own agency's persons come
get "/certification/persons?exam_year=111&exam_code="
status 422
see "「考試代碼」為必填欄位，請輸入。"
get "/certification/persons?exam_year=&exam_code=007"
status 422
get "/certification/persons?exam_year=110&exam_code=007"
see "查無符合條件的資料（年度 110、考試代碼 007"
get "/certification/persons?exam_year=111&exam_code=007"
status 200
see "共 3 人" 修改資料 未產製序號 尚未登錄
no 李大同 張文同
statements <= 12
get "/certification/persons?exam_year=111&exam_code=007&name=小明"
see "共 1 人"

# ACMS-053 ACMS-104 By 身分證字號, which stands in no address; one of another agency or examination is not found, a wrong one is named
get "/certification/persons?exam_year=111&exam_code=007"
see 年度 考試代碼 身分證字號 姓名 申請序號 是否已填成績
send /certification/persons/find national_id=a223456781
status 303
location "/certification/persons?exam_year=111&exam_code=007&name=&number=&entered=&person=2"
follow
see "共 1 人" 陳美玲
no 王小明
raw "value=\"A223456781\""
send /certification/persons/find national_id=A123456788
status 422
see "身分證字號「A123456788」的格式或檢查碼不正確"
raw "value=\"A123456788\""
get "/certification/persons?exam_year=111&exam_code=007"
send /certification/persons/find national_id=F123456784
status 404
see "查無符合條件的資料（年度 111、考試代碼 007" "身分證字號 F12****784"
get "/certification/persons?exam_year=111&exam_code=007"
send /certification/persons/find exam_year= exam_code=007 national_id=
status 422
see 「年度」為必填欄位，請輸入。
send /certification/persons/find exam_year=111 exam_code=007 name=明 entered=open
status 303
follow
see "共 1 人" 王小明

# ACMS-055 Six values of 身分別, in their order
get "/certification/persons?exam_year=111&exam_code=007"
order 一般 原住民族 身心障礙人員 中低收入戶 低收入戶 特殊境遇家庭

# ACMS-054 ACMS-057 ACMS-058 Each mistake at its place, nothing saved, what was typed stays
get /certification/persons/1
status 200
see 教育訓練成績：80.00
send /certification/persons identity.1=一般 score.1= practical_start.1=111/10/03 practical_end.1=112/02/02
status 422
see "「王小明 實務訓練成績」為必填欄位，請輸入。"
raw "selected>一般"
send /certification/persons identity.1=一般 score.1=abc practical_start.1=112/02/02 practical_end.1=111/10/03
status 422
see 成績「abc」不正確 "實訓期間迄」（111/10/03）不可早於「王小明 實訓期間起」（112/02/02）"
send /certification/persons identity.1=皇族 score.1=100.001 practical_start.1=111/02/29 practical_end.1=下週
status 422
see "「王小明 身分別」為必填欄位" 成績「100.001」不正確 "「王小明 實訓期間起」的日期「111/02/29」不正確" "「王小明 實訓期間迄」的日期「下週」不正確"
raw "value=\"下週\""
rows "SELECT count(*) FROM certificate_data" = 0

# ACMS-011 ACMS-063 Another agency's person is neither entered nor put on, and it is said so
post /certification/persons row=4 v.4=0 identity.4=一般 score.4=80 practical_start.4=111/10/03 practical_end.4=112/02/02
status 403
see 此人員非貴機關人員，無法執行此作業。
post /certification/serials/new exam_year=111 exam_code=007 tick=4
status 403
see 此人員非貴機關人員，無法執行此作業。
rows "SELECT count(*) FROM certificate_data" = 0
rows "SELECT count(*) FROM certificate_serial" = 0

# ACMS-057 A score below the mark is saved when that was meant; full width digits are taken
get /certification/persons/1
send /certification/persons identity.1=一般 score.1=５９．５ practical_start.1=111/10/03 practical_end.1=112/02/02
status 200
see 確認不及格成績 59.50
rows "SELECT count(*) FROM certificate_data" = 0
send /certification/persons confirm=yes
status 303
rows "SELECT identity, score, practical_start, practical_end, version FROM certificate_data" = 一般|59.50|2022-10-03|2023-02-02|2

# ACMS-061 Many at once, all or nothing; a row that nobody touched is left alone
get "/certification/persons?exam_year=111&exam_code=007"
send /certification/persons identity.1=一般 score.1=82 identity.2=一般 score.2=101 practical_start.2=111/10/03 practical_end.2=112/02/02
status 422
see "「陳美玲 實務訓練成績」的成績「101」不正確"
rows "SELECT score FROM certificate_data" = 59.50
send /certification/persons score.2=75.5
status 303
follow
see "已儲存 2 人的請證資料。"
rows "SELECT admission, score FROM certificate_data ORDER BY 1" = 1|82.00,2|75.50
rows "SELECT count(*) FROM audit WHERE action = 'certificate.data'" = 3

# ACMS-018 The deadline for 請證 runs from the day on which the last score was there
rows "SELECT due FROM deadline WHERE kind = 'certificate-apply' AND state = 'open' ORDER BY 1" = 2023-02-10

# ACMS-073 Two officers at one person: the second is told by whom, loses no input
as 323000000A/second
get /certification/persons/1
send /certification/persons score.1=83
status 303
as 323000000A/ag1user w1
post /certification/persons one=1 row=1 v.1=3 identity.1=一般 score.1=84 practical_start.1=111/10/03 practical_end.1=112/02/02 remark.1=甲
status 409
see "資料已由 吳同仁 於 112/02/03 09:00 更新，您的輸入尚未儲存"
raw "value=\"84\""
rows "SELECT score FROM certificate_data WHERE admission = 1" = 83.00

# ACMS-062 ACMS-064 PLAN-128 Who is not ready is shown with every reason, and can't be ticked
get "/certification/serials/new?exam_year=111&exam_code=007"
status 200
see 可列入 教育訓練成績尚未登錄 「身分別」尚未填寫
raw "value=\"1\" id=\"t1\""
no-raw "value=\"2\" id=\"t2\""

# ACMS-062 全選本頁 and other pages keep the ticks, also without script; no application is made
send /certification/serials/new show=all
status 200
raw "value=\"1\" id=\"t1\" aria-label=\"勾選 王小明\" checked"
post /certification/serials/new?exam_year=111&exam_code=007&page=1 show=page tick=1 tick=999
status 200
see 其他頁已勾選
raw "type=\"hidden\" name=\"tick\" value=\"999\"" "value=\"1\" id=\"t1\" aria-label=\"勾選 王小明\" checked"
rows "SELECT count(*) FROM certificate_serial" = 0

# ACMS-063 One who is not ready: all reasons, no application, no number
post /certification/serials/new exam_year=111 exam_code=007 tick=1 tick=2 tick=3
status 422
see "第 2 列 陳美玲：教育訓練成績未及格或尚未登錄。" "第 3 列 林志強：紅色字體欄位「身分別」尚未填寫。" "第 3 列 林志強：紅色字體欄位「實務訓練成績」尚未填寫。"
rows "SELECT count(*) FROM certificate_serial" = 0
post /certification/serials/new exam_year=111 exam_code=007
status 422
see 尚未勾選任何人員。

# ACMS-064 The last day itself is too early
clock 2023-02-02T23:00
post /certification/serials/new exam_year=111 exam_code=007 tick=1
status 422
see "實務訓練迄日 112/02/02 尚未屆滿。"
clock 2023-02-03T09:30

# ACMS-064 Where the first check point is switched off, the training is asked for at 確認申請 alone; what is not filled in is asked for all the same
clock 2023-02-02T23:00
setting PEIXUN_SERIAL_EARLY 0
get "/certification/serials/new?exam_year=111&exam_code=007"
see "可列入 確認申請前：實務訓練迄日尚未屆滿"
post /certification/serials/new exam_year=111 exam_code=007 tick=3
status 422
see 紅色字體欄位「身分別」尚未填寫
post /certification/serials/new exam_year=111 exam_code=007 tick=1
status 303
keep s0 location
post {s0}/confirm
status 422
see "第 1 列 王小明：實務訓練迄日 112/02/02 尚未屆滿。"
rows "SELECT state FROM certificate_serial" = open
get {s0}
send {s0}/delete
status 303
setting PEIXUN_SERIAL_EARLY 1
rows "DELETE FROM certificate_member RETURNING 1" = 1
rows "DELETE FROM certificate_serial RETURNING 1" = 1
rows "UPDATE certificate_counter SET last = 0 RETURNING 1" = 1
clock 2023-02-03T09:30

# ACMS-063 ACMS-065 ACMS-066 The number is shown; pressing again makes no second one
get "/certification/serials/new?exam_year=111&exam_code=007"
send /certification/serials/new tick=1
status 303
keep s1 location
press again
status 303
location {s1}
follow
see "申請序號 11100700001" 王小明 確認申請 已產製序號
rows "SELECT count(*) FROM certificate_serial" = 1

# ACMS-019 What is not confirmed is counted at home, and its list has as many
get /
see "1 申請序號未確認"
get /certification/serials?state=open
see "共 1 筆" 11100700001

# ACMS-060 ACMS-071 What is on an application can't be changed
get /certification/persons/1
see 已列入申請序號 申請序號人員異動
post /certification/persons row=1 v.1=4 identity.1=一般 score.1=50 practical_start.1=111/10/03 practical_end.1=112/02/02 one=1
status 409
see "王小明 已列入申請序號 11100700001"
rows "SELECT score FROM certificate_data WHERE admission = 1" = 83.00
post /certification/serials/new exam_year=111 exam_code=007 tick=1
status 409
see "已列入申請序號 11100700001"

# ACMS-067 Another agency's number is not found; an empty one is asked for
get "/certification/serials?number="
status 422
as 323010000B/ag2user
get /certification/serials?number=11100700001
status 422
see "查無申請序號「11100700001」，或該序號非貴機關所有"
get {s1}
status 403
as 323000000A/ag1user w1
get "/certification/serials?number=１１１００７００００１"
location {s1}
get "/certification/serials?number=%20111 007　00001"
location {s1}

# ACMS-069 Others of the same examination join; of another one they do not
rows "UPDATE admission SET education_score = '70' WHERE id = 2 RETURNING 1" = 1
get "/certification/persons?exam_year=111&exam_code=008"
send /certification/persons identity.5=一般 score.5=90 practical_start.5=111/10/03 practical_end.5=112/02/02
status 303
post {s1}/add tick=2 tick=5
status 422
see "張文同 的考試年度或考試種類與申請序號 11100700001 不同，無法加入。" "共 1 人"
no 在其他頁 已勾選
raw "id=\"t2\" aria-label=\"勾選 陳美玲\" checked"
rows "SELECT count(*) FROM certificate_member WHERE live = 1" = 1
get {s1}
send {s1}/add tick=2
status 303
rows "SELECT count(*) FROM certificate_member WHERE live = 1" = 2

# ACMS-068 ACMS-071 Off it, corrected, and on it again under the same number
get {s1}
send {s1}/remove tick=2
status 303
post {s1}/remove
status 422
raw {s1}?sort=
no-raw /remove?
get /certification/persons/2
send /certification/persons score.2=85.5
status 303
get {s1}
send {s1}/add tick=2
status 303
rows "SELECT score FROM certificate_data WHERE admission = 2" = 85.50

# ACMS-068 ACMS-099 Another order or 全選本頁 keeps what is ticked, also without script, and takes nobody off
post {s1}?sort=-score show=page tick=2
status 200
see "共 2 人，已勾選 1 人"
raw "value=\"2\" id=\"t2\" aria-label=\"勾選 陳美玲\" checked" "formaction=\"{s1}?sort=score\""
no-raw "id=\"t1\" aria-label=\"勾選 王小明\" checked"
post {s1} show=all
see "共 2 人，已勾選 2 人"
rows "SELECT count(*) FROM certificate_member WHERE live = 1" = 2
post {s1}
status 303
location {s1}

# ACMS-073 Two officers at one application: the second is told
keep version rows "SELECT version FROM certificate_serial"
as 323000000A/second
get {s1}
send {s1}/remove tick=1
status 303
as 323000000A/ag1user w1
post {s1}/confirm version={version}
status 409
see "資料已由 吳同仁 於 112/02/03"
rows "SELECT state FROM certificate_serial" = open
get {s1}
send {s1}/add tick=1
status 303

# ACMS-078 Before it is confirmed the roster is a draft
get {s1}/roster
pdf 草稿 王小明
rows "SELECT count(*) FROM certificate_serial WHERE printed IS NOT NULL" = 0

# ACMS-076 ACMS-074 PLAN-129 Confirmed: locked, the deadline is met, the roster can be printed
get {s1}
see "共 2 人。確認後即不能加入"
send {s1}/confirm
status 303
follow
see 已確認申請 函送國家文官學院 "國家文官學院 → 保訓會 → 考試院" "產製時間 112/02/03 09:30"
rows "SELECT DISTINCT state FROM deadline WHERE kind = 'certificate-apply' AND subject = 1" = met
post {s1}/remove tick=1
status 409
see "申請序號 11100700001 已於 112/02/03 09:30 確認申請，無法異動。"
post {s1}/delete
status 409
post {s1}/confirm
status 409

# ACMS-067 ACMS-060 Opened again by its number: the members are shown, why nothing can be done is said, and no act is offered
get /certification/serials?number=11100700001
follow
see 王小明 陳美玲 "申請序號 11100700001 已於 112/02/03 09:30 確認申請，無法異動。"
no 刪除勾選之人員 加入人員 刪除申請序號
no-raw "type=\"checkbox\""

# ACMS-078 ACMS-079 PLAN-129 b The roster: both names, scores, periods, 總編號, the number
get {s1}/roster
status 200
pdf 實務訓練及性質特殊訓練成績清冊 王小明 陳美玲 83.00 85.50 11100700001 國家文官學院
rows "SELECT count(*) FROM certificate_serial WHERE printed IS NOT NULL" = 1
get {s1}.csv
status 200
see 王小明 83.00

# ACMS-078 Printed again on a later day, after the examination was renamed, it is the same to the byte
get {s1}/roster
save roster.pdf
clock 2023-02-04T17:00
as 323000000A/ag1user w2
rows "UPDATE exam SET exam_name = '新考試', roster_recipient = '某會' WHERE exam_code = '007' RETURNING 1" = 1
get {s1}/roster
status 200
same roster.pdf
rows "UPDATE exam SET exam_name = '公務人員特種考試警察人員考試', roster_recipient = '國家文官學院' WHERE exam_code = '007' RETURNING 1" = 1
clock 2023-02-03T09:30
as 323000000A/ag1user w1

# ACMS-084 Who has paid is seen on the roster's page and in the progress: 未繳, 免繳, 已繳費 with its day
get {s1}
see 證書費 未繳
rows "UPDATE certificate_data SET identity = '低收入戶', identity_proof = 1 WHERE admission = 2 RETURNING 1" = 1
rows "INSERT INTO fee_slip (admission, number, amount, issued, due) VALUES (1, '1110071234567890', 500, '2023-02-03', '2023-02-20') RETURNING 1" = 1
rows "INSERT INTO fee_payment (channel, reference, slip_number, amount, paid_on, received, source, slip, outcome) VALUES ('ctbc_counter', 'R1', '1110071234567890', 500, '2023-02-03', 1675386000, 'x', 1, 'booked') RETURNING 1" = 1
rows "INSERT INTO fee_booking (slip, payment, channel, reference, paid_on, booked) VALUES (1, 1, 'ctbc_counter', 'R1', '2023-02-03', 1675386000) RETURNING 1" = 1
rows "INSERT INTO fee_ledger (made, exam_year, exam_name, channel, item, payment, reference, n, received, booked, refunded) VALUES (1675386000, 111, 'x', 'ctbc_counter', 'booked', 0, '', 1, 500, 500, 0) RETURNING 1" = 1
get {s1}
see "已繳費 112/02/03" 免繳
no 未繳
get {s1}.csv
see 證書費
get "/certification/progress?exam_year=111&exam_code=007"
see 證書費 "已繳費 112/02/03" 免繳
rows "UPDATE certificate_data SET identity = '一般', identity_proof = 0 WHERE admission = 2 RETURNING 1" = 1
get {s1}.csv
status 200
get {s1}.xlsx
status 200

# ACMS-081 Progress: confirmed, without numbers
get "/certification/progress?exam_year=111&exam_code=007"
see 已確認申請 未產製序號 11100700001 產製序號時間 "112/02/03 09:30"
get "/certification/progress?exam_year=111&exam_code="
status 422

# ACMS-080 The agency records its letter; 國家文官學院 has a list of what has not come on paper yet, and records what did
as 323000000A/ag1user w1
get {s1}
send {s1}/send day=112/02/04 document=
status 422
see 「發文日期」不可晚於今日（112/02/03）。
get {s1}
send {s1}/send day=112/02/30 document=
status 422
see "「發文日期」的日期「112/02/30」不正確"
get {s1}
send {s1}/send day=112/02/03 document=示人字第1120000001號
status 303
as 323000000A/ag1user
get /certification/received
status 403
as A58000000A/nacs
get /certification/received
see 11100700001 示範部 示人字第1120000001號 國家文官學院
keep serial rows "SELECT id FROM certificate_serial WHERE number = '11100700001'"
send /certification/received day=112/02/03
status 422
see 尚未勾選任何申請序號
post /certification/received?which=all&sort=-number show=page tick={serial} day=112/02/03
status 200
see "共 1 筆，已勾選 1 筆"
raw "type=\"hidden\" name=\"which\" value=\"all\""
get /certification/received
send /certification/received tick={serial} day=112/02/04
status 422
get /certification/received
send /certification/received tick={serial} day=112/02/03
status 303
get /certification/received
see 沒有等待收件之成績清冊
get /certification/received?which=all
see 11100700001 112/02/03
get {s1}
see 收到紙本 112/02/03

# ACMS-077 Sent back with a reason: open again under the same number, the agency is told
as A58000000A/nacs
get {s1}
send {s1}/return reason= tick=2
status 422
raw "value=\"2\" id=\"t2\" aria-label=\"勾選 陳美玲\" checked"
post {s1}/return reason=成績誤植 tick=3
status 422
see 所勾選之人員不在此申請序號內
get {s1}
send {s1}/return reason=成績誤植 tick=2
status 303
rows "SELECT state FROM deadline WHERE kind = 'certificate-apply' AND subject = 1" = open
as 323000000A/ag1user w1
get /
see 申請序號11100700001已退回，請更正後重新確認申請：成績誤植（應更正：陳美玲）
get {s1}
see 先前列印之清冊無效 成績誤植 確認申請 應更正：陳美玲 "陳美玲 應更正"
no "王小明 應更正"
send {s1}/remove tick=2
status 303
follow
see 應更正：陳美玲
send {s1}/add tick=2
status 303
follow
no 應更正
send {s1}/confirm
status 303

# PLAN-129 d An agency's new name is no change of a person's data
rows "UPDATE agency SET name = name || '（改名）' WHERE code = '323000000A' RETURNING 1" = 1
get {s1}
no 清冊失效
rows "UPDATE agency SET name = replace(name, '（改名）', '') WHERE code = '323000000A' RETURNING 1" = 1

# PLAN-129 d Data that changed after the roster was made: it is invalid, the persons go onto a new number
rows "UPDATE person SET birth_date = '1995-05-06' WHERE national_id = 'A123456789' RETURNING 1" = 1
get {s1}
see 清冊失效 王小明：出生日期由「84/05/05」改為「84/05/06」
get {s1}/roster
status 409
get {s1}
send {s1}/void
status 303
get "/certification/serials/new?exam_year=111&exam_code=007"
send /certification/serials/new tick=1
status 303
keep s2 location
keep n2 rows "SELECT id FROM certificate_serial WHERE number = '11100700002'"
follow
see "申請序號 11100700002" 84/05/06
post {s1}/void
status 409

# PLAN-132 A change is proved, or the person can't be put on
get /certification/persons/2
send /certification/persons "change_note.2=改名為陳美齡"
status 303
get "/certification/serials/new?exam_year=111&exam_code=007"
see 資料變更未檢附證明文件
post {s2}/add tick=2
status 422
see "第 1 列 陳美玲：資料變更未檢附證明文件"
get /certification/persons/2
send /certification/persons "change_proof.2=戶籍謄本"
status 303
get "/certification/serials/new?exam_year=111&exam_code=007"
see 資料變更未檢附證明文件
get {s2}/roster
save proof.pdf
get /certification/persons/2
send /certification/persons/2/proofs what=change file=@proof.pdf
status 303
get {s2}
send {s2}/add tick=2
status 303
follow
see 資料變更：改名為陳美齡（附戶籍謄本）

# ACMS-070 ACMS-072 Emptied, it can't be confirmed; deleted, its number is not found and not used again
get /certification/serials/new?exam_year=111&exam_code=008
send /certification/serials/new tick=5
keep third location
get {third}
send {third}/remove tick=5
status 303
post {third}/confirm
status 422
see "內無人員，無法確認申請。"
get {third}
see 無人員
get /
see "申請序號未確認（1 無人員）"
get {third}
send {third}/delete
status 303
follow
status 200
see "申請序號 11100800001 已刪除，釋出 0 人"
get /certification/serials?number=11100800001
status 422
get {third}
status 404
get /certification/serials/new?exam_year=111&exam_code=008
send /certification/serials/new tick=5
keep s4 location
keep n4 rows "SELECT id FROM certificate_serial WHERE number = '11100800002'"
follow
see 11100800002

# ACMS-082 README-28 保訓會 records 請證文號 from confirmed on; 發證文號 only after it; a number used before is refused
get {s2}
send {s2}/confirm
status 303
as A58000000A/csptc
get /certification/numbers
see 11100700002
no 11100800002
post /certification/numbers?sort=-number show=page tick={n2} document=公訓字 what=csptc
status 200
see "共 1 筆，已勾選 1 筆"
raw "id=\"t{n2}\" aria-label=\"勾選 11100700002\" checked" "value=\"公訓字\""
get /certification/numbers
send /certification/numbers tick={n2} what=exam_yuan document=考授銓字第1號 day=112/02/03
status 409
see "目前為「已確認申請」，無法辦理「登錄考試院發證文號」"
send /certification/numbers tick={n2} what=csptc document= day=112/02/03
status 422
send /certification/numbers tick={n2} what=csptc document=公訓字第1130006555號 day=112/02/04
status 422
send /certification/numbers tick={n2} what=csptc document=公訓字第1130006555號 day=112/02/03
status 303
as 323000000A/ag1user w1
get {s4}
send {s4}/confirm
status 303
as A58000000A/csptc
get /certification/numbers
send /certification/numbers tick={n4} what=csptc document=公訓字第1130006555號 day=112/02/03
status 409
see "文號「公訓字第1130006555號」已用於申請序號 11100700002"
post {s2}/return reason=晚了
status 409
see 公訓字第1130006555號
get /certification/numbers
send /certification/numbers tick={n2} what=exam_yuan document=考授銓字第1號 day=112/02/03
status 303
rows "SELECT state, csptc_document, exam_yuan_document FROM certificate_serial WHERE number = '11100700002'" = certified|公訓字第1130006555號|考授銓字第1號
get "/certification/progress?exam_year=111&exam_code=007"
see 考試院已發證 公訓字第1130006555號 考授銓字第1號

# PLAN-133 b A wrong number is corrected; what it was stays in the history
get /certification/numbers
send /certification/numbers tick={n2} what=exam_yuan document=考授銓字第2號 day=112/02/03
status 303
rows "SELECT count(*) FROM audit WHERE action = 'certificate.exam-yuan-number' AND was LIKE '%第1號%' AND became LIKE '%第2號%'" = 1
