-- 線上申辦: a trainee without an account is let in by 身分證字號, 出生日期 and a code from the own mailbox.

clock 2024-11-10T09:00
setting PEIXUN_MAIL_URL smtp://127.0.0.1:9
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account A58000000A/csptc csptc_officer
agency 323010000B 示範部北區示範局
account 323010000B/ag2 agency_officer
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 113 201 agency=323000000A
person B223456782 陳小美 女 113 201 agency=323000000A

# PLAN-136 Who is nobody's trainee gets the same answer as who is, and no mail; nothing tells them apart
as nobody
get /apply
status 200
see 線上申辦 身分證字號 出生日期 寄送驗證碼
send /apply national_id=A123456789 birth_date=084/05/06 exam_year=113 exam_code=201 email=a@example.com
status 200
see "若與錄取資料相符" 驗證碼
rows "SELECT count(*) FROM mail" = 0
send /apply/code code=123456
status 422
see 驗證碼不正確

# PLAN-136 What can't be is told beside its field, and what was typed stays
get /apply
send /apply national_id=A123456780 birth_date=084/02/30 exam_year=113 exam_code=201 email=nothing
status 422
see "084/02/30" "「電子郵件」的「nothing」"
raw "value=\"201\""

# PLAN-136 The right data: a code goes to the mailbox; a wrong code is refused, the right one opens the own page once
get /apply
send /apply national_id=a123456789 birth_date=084/05/05 exam_year=113 exam_code=201 email=wang@example.com
status 200
rows "SELECT receiver, subject FROM mail" = "wang@example.com|線上申辦驗證碼"
keep code rows "SELECT substr(body, 17, 6) FROM mail"
rows "SELECT count(*) FROM apply_code WHERE code_hash = '{code}'" = 0
send /apply/code code=000000x
status 422
send /apply/code code={code}
status 303
location /apply/home
follow
see 王小明 的申辦與進度 已分配 示範部
no 陳小美
press again
status 422

# PLAN-136 ACMS-011 The own records alone, and nothing of the office
get /trainees/1
status 403
get /trainees/report
status 403
get /records
status 403
get /trainees/2/records/retain
status 403

# PLAN-136 A mailbox once proved is the only one that gets a code
as nobody
get /apply
send /apply national_id=A123456789 birth_date=084/05/05 exam_year=113 exam_code=201 email=thief@example.com
status 200
rows "SELECT count(*) FROM mail" = 1

# PLAN-136 A code is good for ten minutes and five tries; asking too often sends nothing more
clock 2024-11-10T12:00
get /apply
send /apply national_id=B223456782 birth_date=084/05/05 exam_year=113 exam_code=201 email=chen@example.com
keep code rows "SELECT substr(body, 17, 6) FROM mail WHERE receiver = 'chen@example.com'"
clock 2024-11-10T12:11
send /apply/code code={code}
status 422
get /apply
send /apply national_id=B223456782 birth_date=084/05/05 exam_year=113 exam_code=201 email=chen@example.com
keep code rows "SELECT substr(body, 17, 6) FROM mail WHERE receiver = 'chen@example.com' ORDER BY id DESC LIMIT 1"
send /apply/code code=x
send /apply/code code=x
send /apply/code code=x
send /apply/code code=x
send /apply/code code=x
send /apply/code code={code}
status 422
post raw /apply national_id=B223456782 birth_date=084/05/05 exam_year=113 exam_code=201 email=chen@example.com
post raw /apply national_id=B223456782 birth_date=084/05/05 exam_year=113 exam_code=201 email=chen@example.com
post raw /apply national_id=B223456782 birth_date=084/05/05 exam_year=113 exam_code=201 email=chen@example.com
post raw /apply national_id=B223456782 birth_date=084/05/05 exam_year=113 exam_code=201 email=chen@example.com
rows "SELECT count(*) FROM mail WHERE receiver = 'chen@example.com'" = 5

# PLAN-136 Leaving ends the session at once; an idle one ends by itself
clock 2024-11-10T14:00
get /apply
send /apply national_id=B223456782 birth_date=084/05/05 exam_year=113 exam_code=201 email=chen@example.com
keep code rows "SELECT substr(body, 17, 6) FROM mail WHERE receiver = 'chen@example.com' ORDER BY id DESC LIMIT 1"
send /apply/code code={code}
status 303
follow
see 陳小美
send /apply/leave
status 303
get /apply/home
status 303
location "/sign-in…"
rows "SELECT count(*) FROM audit WHERE action = 'apply.enter'" = 2

# PLAN-136 A mailbox that was registered wrongly: the agency corrects it, with a reason; another agency can't
clock 2024-11-11T09:00
as nobody
get /apply
send /apply national_id=A123456789 birth_date=084/05/05 exam_year=113 exam_code=201 email=wang@example.com
keep code rows "SELECT substr(body, 17, 6) FROM mail WHERE receiver = 'wang@example.com' ORDER BY id DESC LIMIT 1"
send /apply/code code={code}
status 303
rows "SELECT count(*) FROM apply_session" = 2
as nobody
get /apply
send /apply national_id=A123456789 birth_date=084/05/05 exam_year=113 exam_code=201 email=wang@example.com
keep code rows "SELECT substr(body, 17, 6) FROM mail WHERE receiver = 'wang@example.com' ORDER BY id DESC LIMIT 1"
keep token raw "name=\"token\" value=\""
as 323010000B/ag2
get /trainees/1/mailbox
status 403
as 323000000A/ag1
get /trainees/1
see 線上申辦信箱
get /trainees/1/mailbox
status 200
see 王小明的線上申辦信箱
raw "value=\"wang@example.com\""
send /trainees/1/mailbox email=wang.example.com reason=
status 422
see "「電子郵件」的「wang.example.com」不是有效" 「理由」為必填欄位
send /trainees/1/mailbox email=ming@example.com reason=本人持身分證至機關更正
status 303
follow
see 先前寄出之驗證碼均已失效 更正經過 周淑芬（示範部） 本人持身分證至機關更正

# PLAN-136 Then the former code and session are void, the former mailbox is told, and codes go to the new one alone
post raw /apply/code token={token} code={code}
status 422
rows "SELECT count(*) FROM apply_session" = 0
as nobody
rows "SELECT count(*) FROM mail WHERE receiver = 'wang@example.com' AND subject = '線上申辦之信箱已更正' AND body NOT LIKE '%王小明%'" = 1
get /apply
send /apply national_id=A123456789 birth_date=084/05/05 exam_year=113 exam_code=201 email=wang@example.com
rows "SELECT count(*) FROM mail WHERE receiver = 'ming@example.com'" = 0
get /apply
send /apply national_id=A123456789 birth_date=084/05/05 exam_year=113 exam_code=201 email=ming@example.com
rows "SELECT count(*) FROM mail WHERE receiver = 'ming@example.com'" = 1

# PLAN-136 ACMS-100 The log and the person's page have it; who opened the page before is told
as 323000000A/ag1
get /trainees/1
see 更正線上申辦信箱 "電子郵件：原 wang@example.com，改為 ming@example.com" 本人持身分證至機關更正
post /trainees/1/mailbox version=1 email=other@example.com reason=又更正
status 409
see "資料已由 周淑芬 於 113/" 您的輸入尚未儲存
