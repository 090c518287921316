-- 人事單位: 性別主流化訓練情形調查.

clock 2019-01-10T09:00
F1 hours

# LEARN-561 LEARN-562 E-SVY-01 Without a round there is nothing to report
as 323000000A/hr01
get "/hr/gender?year=107"
see 此年度尚未開放調查
no 彙總
get "/hr/gender/form?year=107"
status 404
see 不在填報期間內（期限 尚未設定），僅能檢視
get /hr/gender/form
status 422
see "「年度」為必填欄位（E-REQ-01）"

# LEARN-566 LEARN-004 E-DATE-02 E-CODE-01 總處 opens a round; nobody else may
get /hr/gender/round?year=107
status 403
as 300000000Z/dgpa
get /hr/gender/round?year=107
see 計入的課程類別 最低時數 不須填報的機關
send /hr/gender/round year=107 open=108/01/01 deadline=107/12/31 least=1 categories=103
status 422
see E-DATE-02
get /hr/gender/round?year=107
send /hr/gender/round year=107 open=108/01/01 deadline=108/01/31 least=1 categories=999 excused=999999999X
status 422
see E-CODE-01
get /hr/gender/round?year=107
send /hr/gender/round year=107 open=108/01/01 deadline=108/01/31 least=1 categories=103
status 303
rows "SELECT roc_year, open_day, deadline, min_hours FROM gender_round" = 107|2019-01-01|2019-01-31|1

# LEARN-566 E-STALE-01 Two of 總處 at the same round: the second is told who was first and when
post /hr/gender/round year=107 open=108/01/01 deadline=108/02/28 least=2 categories=103
status 409
see "此筆資料已由 總處承辦人 於 108/01/10 09:00 修改，您的修改尚未儲存（E-STALE-01）"
rows "SELECT deadline FROM gender_round" = 2019-01-31

# LEARN-564 Excused by 總處's list: the words 「不須填報」 alone
get /hr/gender/round?year=107
send /hr/gender/round excused=323010000B
status 303
as 323010000B/hr02
get "/hr/gender?year=107"
see 不須填報 "共 1 個機關"
no 新增調查表
get "/hr/gender/form?year=107"
status 409
see "貴機關不須填報（E-SVY-02）"
as 300000000Z/dgpa
get /hr/gender/round?year=107
send /hr/gender/round excused=
status 303

# LEARN-561 LEARN-565 SM-7 E-SVY-01 Before the round opens there is no 「新增調查表」, and nothing is taken
get /hr/gender/round?year=107
send /hr/gender/round open=108/01/11
status 303
as 323000000A/hr01
get "/hr/gender?year=107"
see 未填報
no 新增調查表
get "/hr/gender/form?year=107"
see "108/01/11 起開放填報"
no 送出
post /hr/gender/form year=107 send=1
status 409
see "不在填報期間內（期限 108/01/31），僅能檢視（E-SVY-01）"
as 300000000Z/dgpa
get /hr/gender/round?year=107
send /hr/gender/round open=108/01/01
status 303

# LEARN-561 LEARN-564 LEARN-566 E-SVY-02 The agency and those below it; who has nobody need not report; 首頁 reminds
as 323000000A/hr01
get /learning
see "107 年度尚未送出" "填報期限 108/01/31"
get "/hr/gender?year=107"
see 323000000A 示範部第一局 未填報 不須填報 新增調查表 "共 4 個機關"
no 379000000A
as 323020000C/top03
get "/hr/gender/form?year=107"
status 409
see 貴機關不須填報
post /hr/gender/form year=107 send=1
status 409
see 貴機關不須填報
rows "SELECT count(*) FROM gender_survey" = 0

# LEARN-562 RPT-6 Preset as computed: 男 2/2, 女 2/1, 6 hours
as 323000000A/hr01
get "/hr/gender/form?year=107"
see "現有人數 計" "參訓人數 計" "一般公務人員－主管 1 計算 1 1 計算 1 2 計算 2 1 計算 1 1 計算 1 2 計算 2 5 計算 5 100.00 100.00 100.00 2.50"
see "合計 2 計算 2 2 計算 2 4 計算 4 2 計算 2 1 計算 1 3 計算 3 6 計算 6 100.00 50.00 75.00 2.00"
raw "name=\"staff_m.2\" id=\"f-staff_m.2\" value=\"1\"" "name=\"trained_m.2\" id=\"f-trained_m.2\" value=\"1\"" "name=\"trained_f.3\" id=\"f-trained_f.3\" value=\"0\"" "name=\"hours.2\" id=\"f-hours.2\" value=\"5\""

# LEARN-563 E-INT-01 E-SVY-03 E-REQ-01 Corrected by hand: whole numbers, 參訓 within 現有, a note where it differs
send /hr/gender/form trained_f.3=3 note.3=外訓 send=1
status 422
see "「一般公務人員－非主管 參訓人數 女」3 不合理：現有 1（E-SVY-03）"
get "/hr/gender/form?year=107"
send /hr/gender/form trained_f.3=1.5 send=1
status 422
see "「一般公務人員－非主管 參訓人數 女」只接受整數，不接受小數：「1.5」（E-INT-01）"
get "/hr/gender/form?year=107"
send /hr/gender/form hours.3=9999999 note.3=外訓 send=1
status 422
see "「一般公務人員－非主管 參訓總時數」須介於 0 至 999999：「9999999」（E-RANGE-01）"
get "/hr/gender/form?year=107"
send /hr/gender/form hours.1=4 note.1=外訓 send=1
status 422
see "「政務人員 參訓總時數」4 不合理：參訓 0 人（E-SVY-03）"
get "/hr/gender/form?year=107"
send /hr/gender/form trained_f.3=1 send=1
status 422
see "「一般公務人員－非主管 說明」為必填欄位（E-REQ-01）"

# LEARN-563 SM-7 「暫存」 keeps what is not ready yet; then 「送出」: what was computed stays beside it
get "/hr/gender/form?year=107"
send /hr/gender/form trained_f.3=1 keep=1
status 303
get "/hr/gender/form?year=107"
raw "name=\"trained_f.3\" id=\"f-trained_f.3\" value=\"1\""
send /hr/gender/form send=1
status 422
see E-REQ-01
get "/hr/gender/form?year=107"
send /hr/gender/form "note.3=外訓 1 人" keep=1
status 303
follow
see 已暫存 暫存 編輯
get "/hr/gender/form?year=107"
see 不同 "合計 2 計算 2 2 計算 2 4 計算 4 2 計算 2 2 計算 1 不同 4 計算 3 不同"
send /hr/gender/form send=1
status 303
follow
see 已送出 編輯 108/01/10
rows "SELECT l.c_trained_f, l.r_trained_f, l.note FROM gender_line l JOIN gender_survey s ON s.id = l.survey WHERE l.line = 3" = "0|1|外訓 1 人"
get /learning
no 107 年度尚未送出

# LEARN-565 E-STALE-01 Edited again before the deadline; who was first is told of
post /hr/gender/form year=107 version=1 note.3=外訓 send=1
status 409
see "此筆資料已由 李二美 於 108/01/10 09:00 修改，您的修改尚未儲存（E-STALE-01）"
get "/hr/gender/form?year=107"
send /hr/gender/form trained_f.3=0 note.3= send=1
status 303

# LEARN-566 Who has not sent theirs, alone
get "/reports/gender?year=107&below=1"
see "尚未送出 2 個機關" 尚未送出的機關 323021000D 示範部第二局北區分局 未填報
get "/hr/gender?year=107"
see "共 4 個機關"
get "/hr/gender?year=107&missing=1"
see 示範部第一局 示範部第二局北區分局 "共 2 個機關"
no 不須填報 已送出
get "/hr/gender.csv?year=107&missing=1"
raw 323010000B,示範部第一局,107,未填報

# LEARN-003 LEARN-561 The agency above looks at the forms below, and writes none of them
as 323010000B/hr02
get "/hr/gender/form?year=107&agency=323000000A"
status 404
get "/hr/gender/form?year=107"
send /hr/gender/form send=1
status 303
as 323021000D/hr04
get "/hr/gender/form?year=107"
send /hr/gender/form send=1
status 303
as 323000000A/hr01
get "/hr/gender/form?year=107&agency=323010000B"
status 200
see 示範部第一局
no 暫存
get "/hr/gender?year=107&missing=1"
see 沒有未送出的機關

# LEARN-566 RPT-6 The sums of the subtree: 現有 8, 參訓 6, 75.00, 男 4/4, 女 2/4, 10 hours; the same as a file
get "/hr/gender?year=107"
follow 彙總
see 合計 聘用約僱人員 75.00 1.67 "統計基礎：各機關已送出之調查表填報數" "填報情形：已送出 3 個機關，尚未送出 0 個機關，不須填報 1 個機關"
rows "SELECT sum(l.r_staff_m), sum(l.r_staff_f), sum(l.r_trained_m), sum(l.r_trained_f), sum(l.r_hours) FROM gender_line l" = 4|4|4|2|10
json get "/reports/gender?year=107&below=1"
json sections.0.rows.5.staff = 8
json sections.0.rows.5.trained = 6
json sections.0.rows.5.trained_f = 2
json sections.0.rows.5.rate = 75.00
json sections.0.rows.5.hours = 10
get "/reports/gender.csv?year=107&below=1"
raw "合計,4,4,8,4,2,6,100.00,50.00,75.00,10,1.67"
get "/reports/gender.xlsx?year=107&below=1"
sheets 性別主流化訓練情形彙總 <v>8</v> <v>75</v> 年度：107
get "/reports/gender?year=107"
see "現有人數" "示範部"
get "/reports/gender?year=106"
status 422
see "106 年度尚未設定：性別主流化訓練情形調查（E-RPT-01）"
as 323010000B/hr02
get "/reports/gender?year=107&agency=323000000A"
status 422
see E-SCOPE-01
as 323000000A/hr01

# LEARN-703 LEARN-566 A report account may be given the sums, and sees no more
as 300000000Z/dgpa
post /report-accounts/new agency_code=323000000A name=st01 full_name=統計一 reports=gender agencies=323000000A below=1 valid_from=107/01/01 valid_to=109/12/31 reason=業務需要
status 303
rows "UPDATE account SET must_change = 0 WHERE name = 'st01' RETURNING 1" = 1
as 323000000A/st01
get "/statistics/gender?year=107&agency=323000000A&below=1"
see 合計 75.00 1.67 "尚未送出 0 個機關"
get "/hr/gender?year=107"
status 403

# LEARN-565 E-SVY-01 The deadline's day is in it; the day after is not, and nothing is stored
clock 2019-01-31T23:59
as 323000000A/hr01 late
get "/hr/gender/form?year=107"
send /hr/gender/form trained_f.3=1 note.3=補登 send=1
status 303
get "/hr/gender/form?year=107"
clock 2019-02-01T00:00
as 323000000A/hr01 over
get "/hr/gender/form?year=107"
see "已超過填報期限（108/01/31），僅能檢視"
no 送出
post /hr/gender/form year=107 version=5 hours.3=77 note.3=補登 send=1
status 409
see "不在填報期間內（期限 108/01/31），僅能檢視（E-SVY-01）" 77 補登
no 送出
rows "SELECT l.r_trained_f FROM gender_line l JOIN gender_survey s ON s.id = l.survey JOIN agency g ON g.id = s.agency WHERE l.line = 3 AND g.code = '323000000A'" = 1
get "/hr/gender?year=107"
see 檢視
as 379000000A/hr05
get "/hr/gender?year=107"
see 逾期未填
no 新增調查表

# LEARN-565 總處 reopens it for one agency
as 300000000Z/dgpa late
get /hr/gender/round?year=107
send /hr/gender/reopen code=323000000A until=108/01/15
status 422
see "「填報期限」不可晚於「新的填報期限」（E-DATE-02）"
get /hr/gender/round?year=107
send /hr/gender/reopen code=323000000A until=108/02/15
status 303
follow
see "示範部可填報至 108/02/15"
as 323000000A/hr01 over
get "/hr/gender/form?year=107"
see 送出
