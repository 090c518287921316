-- 請領證書繳款: a trainee without an account asks what is to be paid and gets the slip; nobody learns anything else.

clock 2023-02-02T09:00
setting PEIXUN_FEE_STORE_ITEM 6AB
agency 323000000A 示範部
account 323000000A/csptc csptc_officer
exam 111 007 公務人員特種考試警察人員考試
exam 110 007 公務人員特種考試警察人員考試
exam 111 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
exam 111 008 公務人員特種考試關務人員考試
person A123456789 王小明 男 111 007 agency=323000000A
person A123456789 王小明 男 110 007 agency=323000000A
person A223456781 陳美玲 女 111 007 agency=323000000A
person B123456780 林志強 男 111 007 agency=323000000A
person F123456784 李大同 男 111 201 agency=323000000A
person C123456781 張文同 男 111 008 agency=323000000A
rows "INSERT INTO fee_rule (exam, amount, pay_days, valid_from) SELECT id, 500, 17, '2023-01-01' FROM exam WHERE exam_code <> '008' RETURNING 1" = 1,1,1
rows "UPDATE admission SET education_score = '80.00' RETURNING 1" = 1,1,1,1,1,1
rows "INSERT INTO certificate_data (admission, identity, score, practical_end) SELECT id, '一般', '82.00', '2023-02-02' FROM admission RETURNING 1" = 1,1,1,1,1,1

# ACMS-083 ACMS-087 The page is reached without signing in, from the page to sign in, and says the conditions
as nobody
get /sign-in
see 請領證書繳款
get /fee
status 200
see 請領證書繳款 身分證字號 送出查詢 請領證書繳費條件 "實務訓練已期滿：實務訓練迄日小於今日" "教育訓練及實務訓練成績均及格" 「請證」

# ACMS-085 An empty and a malformed number are named at the input
send /fee national_id=
status 422
see 「身分證字號」為必填欄位
get /fee
send /fee national_id=A123456788
status 422
see 格式或檢查碼不正確

# ACMS-087 On the last day itself nothing is offered, on the day after it is; the name is masked and nothing else is told
get /fee
send /fee national_id=A123456789
status 422
see 查無可繳款資料
clock 2023-02-03T09:00
get /fee
send /fee national_id=a123456789
status 200
see 王○明 "111年 公務人員特種考試警察人員考試" "110年 公務人員特種考試警察人員考試" 500元 112/02/20 待繳款
no 王小明 A123456789 示範部 80.00 82.00 一般 084/05/05
no-raw A123456789

# ACMS-085 ACMS-098 Decision 25: the unknown, the failed, the exempt by proof and the exempt by examination get one answer
clock 2023-02-03T09:05
rows "UPDATE certificate_data SET score = '59.99' WHERE admission = 3 RETURNING 1" = 1
rows "UPDATE certificate_data SET identity = '中低收入戶', identity_proof = 1 WHERE admission = 4 RETURNING 1" = 1
get /fee
send /fee national_id=D123456782
status 422
see "查無可繳款資料。可能為：查無此身分證字號"
get /fee
send /fee national_id=A223456781
status 422
see "查無可繳款資料。可能為：查無此身分證字號、實務訓練尚未期滿、成績尚未登錄或未及格、免徵證書費，或已完成繳費。"
get /fee
send /fee national_id=B123456780
status 422
see "查無可繳款資料。可能為：查無此身分證字號"
get /fee
send /fee national_id=F123456784
status 422
see "查無可繳款資料。可能為：查無此身分證字號"

# ACMS-088 Without the proof the same person pays
rows "UPDATE certificate_data SET identity_proof = 0 WHERE admission = 4 RETURNING 1" = 1
get /fee
send /fee national_id=B123456780
status 200
see 林○強 500元

# ACMS-086 Nothing ticked: named, and the rows stay; one of two ticked: a slip for that alone
clock 2023-02-03T09:10
get /fee
send /fee national_id=A123456789
send /fee/slips -tick
status 422
see 尚未勾選任何人員 王○明
rows "SELECT count(*) FROM fee_slip" = 0
send /fee/slips tick=1
status 200
header Content-Type application/pdf
pdf 111年公務人員特種考試警察人員考試 請領證書繳費單 111007 王○明 新臺幣500元整 繳款期限112年2月20日 便利商店、美廉社 全省郵局臨櫃 中國信託商業銀行全省各分行臨櫃 1202206AB 超過繳款期限，不可至超商繳費，需臨櫃繳費
rows "SELECT admission, amount, issued, due FROM fee_slip" = 1|500|2023-02-03|2023-02-20
keep slip rows "SELECT number FROM fee_slip"
pdf {slip}

# ACMS-098 The number is what the receipt is fetched with, so it is made of nothing that anybody knows; a stranger who guesses is told nothing
rows "SELECT count(*) FROM fee_slip WHERE number LIKE '111007%' AND length(number) = 16 AND number NOT LIKE '%000000000_'" = 1
get /fee
send /fee national_id=A123456789 slip=1110070000000001
status 200
no 已繳費 收據編號

# ACMS-091 ACMS-097 Downloaded again on another day and after the amount was changed, it is the same slip
clock 2023-02-06T09:00
rows "UPDATE fee_rule SET amount = 900 RETURNING 1" = 1,1,1
get /fee
send /fee national_id=A123456789
see 已產製繳費單 500元 900元
send /fee/slips tick=1
status 200
pdf {slip} 新臺幣500元整 112年2月20日
rows "SELECT count(*) FROM fee_slip" = 1

# ACMS-093 On the last day the stores take it; on the day after, the slip has no code that they read
clock 2023-02-20T09:00
get /fee
send /fee national_id=A123456789
send /fee/slips tick=1
pdf 便利商店、美廉社 1202206AB
clock 2023-02-21T09:00
get /fee
send /fee national_id=A123456789
see 已逾繳款期限 超過繳款期限，不可至超商繳費，需臨櫃繳費
send /fee/slips tick=1
status 200
pdf 全省郵局臨櫃 中國信託商業銀行全省各分行臨櫃 {slip} 需臨櫃繳費
no-pdf 便利商店 1202206AB

# ACMS-091 An examination without an amount: told, and no slip
get /fee
send /fee national_id=C123456781
status 200
see 張○同
send /fee/slips tick=6
status 422
see 公務人員特種考試關務人員考試 尚未設定
rows "SELECT count(*) FROM fee_slip" = 1

# ACMS-098 Another person's row can't be had with one's own question, nor anything without one or with one of yesterday
get /fee
send /fee national_id=B123456780
send /fee/slips tick=4
status 200
rows "SELECT count(*) FROM fee_slip" = 2
post raw /fee/slips token=guess tick=1
status 422
see 查詢結果已逾時，請重新查詢。
clock 2023-02-21T09:20
get /fee
send /fee national_id=B123456780
clock 2023-02-21T09:40
send /fee/slips tick=4
status 422
see 查詢結果已逾時，請重新查詢。
rows "SELECT count(*) FROM fee_slip" = 2

# ACMS-085 Ten questions a minute from one address, the eleventh waits, known or not; a minute later it may ask again
clock 2023-02-22T09:00
get /fee
send /fee national_id=D123456782
get /fee
send /fee national_id=D123456782
get /fee
send /fee national_id=D123456782
get /fee
send /fee national_id=D123456782
get /fee
send /fee national_id=D123456782
get /fee
send /fee national_id=A123456789
get /fee
send /fee national_id=A123456789
get /fee
send /fee national_id=A123456789
get /fee
send /fee national_id=A123456789
get /fee
send /fee national_id=A123456789
status 200
get /fee
send /fee national_id=A123456789
status 429
see 查詢次數過多
get /fee
send /fee national_id=D123456782
status 429
see 查詢次數過多
clock 2023-02-22T09:02
get /fee
send /fee national_id=A123456789
status 200

# ACMS-085 Behind a proxy that is trusted each client has its own ten, a network of IPv6 together; what others say in that header is not believed
clock 2023-02-22T09:04
get /fee
with header X-Forwarded-For "203.0.113.1"
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For "203.0.113.2"
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For "203.0.113.3"
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For "203.0.113.4"
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For "203.0.113.5"
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For "203.0.113.6"
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For "203.0.113.7"
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For "203.0.113.8"
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For "203.0.113.9"
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For "203.0.113.10"
send /fee national_id=D123456782
status 422
get /fee
with header X-Forwarded-For 203.0.113.11
send /fee national_id=D123456782
status 429
setting PEIXUN_PROXY "198.51.100.7, 192.0.2.1"
get /fee
with header X-Forwarded-For "203.0.113.1, 203.0.113.12, 198.51.100.7"
send /fee national_id=D123456782
status 422
rows "SELECT count(*) FROM fee_query WHERE address = '203.0.113.12'" = 1
get /fee
with header X-Forwarded-For "203.0.113.12, not an address"
send /fee national_id=D123456782
status 429
clock 2023-02-22T09:06
get /fee
with header X-Forwarded-For 2001:db8:1:2::1
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For 2001:db8:1:2::2
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For 2001:db8:1:2::3
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For 2001:db8:1:2::4
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For 2001:db8:1:2::5
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For 2001:db8:1:2::6
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For 2001:db8:1:2::7
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For 2001:db8:1:2::8
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For 2001:db8:1:2::9
send /fee national_id=D123456782
get /fee
with header X-Forwarded-For 2001:db8:1:2::a
send /fee national_id=D123456782
status 422
get /fee
with header X-Forwarded-For 2001:db8:1:2:ffff::1
send /fee national_id=D123456782
status 429
get /fee
with header X-Forwarded-For [2001:db8:1:3::1]
send /fee national_id=D123456782
status 422
setting PEIXUN_PROXY ""

# ACMS-098 Each question is in the log with the number masked, and nowhere whole
rows "SELECT count(*) FROM audit WHERE action = 'fee.query' AND became LIKE '%A12****789%'" = 13
rows "SELECT count(*) FROM audit WHERE action = 'fee.query' AND became LIKE '%A123456789%'" = 0

# ACMS-097 What costs nothing is not offered
clock 2023-02-22T09:10
get /fee
send /fee national_id=C123456781
status 200
rows "INSERT INTO fee_rule (exam, amount, pay_days, valid_from) SELECT id, 0, 17, '2023-01-01' FROM exam WHERE exam_code = '008' RETURNING 1" = 1
get /fee
send /fee national_id=C123456781
status 422
see 查無可繳款資料
rows "UPDATE fee_rule SET amount = 500 WHERE amount = 0 RETURNING 1" = 1

# ACMS-090 A row of 升官等訓練 has conditions of its own and is not offered by these
rows "UPDATE exam SET is_promotion = 1 WHERE exam_code = '008' RETURNING 1" = 1
get /fee
send /fee national_id=C123456781
status 422
see 查無可繳款資料

# ACMS-087 What passes is the examination's own mark, not sixty
clock 2023-02-22T09:20
rows "UPDATE exam SET pass_mark_practical = '85.00' WHERE exam_code = '007' RETURNING 1" = 1,1
get /fee
send /fee national_id=A123456789
status 422
see 查無可繳款資料
rows "UPDATE exam SET pass_mark_practical = '82.00', pass_mark_education = '80.50' WHERE exam_code = '007' AND exam_year = 111 RETURNING 1" = 1
get /fee
send /fee national_id=A123456789
status 422
rows "UPDATE exam SET pass_mark_education = '80.00' WHERE exam_code = '007' AND exam_year = 111 RETURNING 1" = 1
get /fee
send /fee national_id=A123456789
status 200
see 王○明
