-- 證書費: what 保訓會 keeps of each examination.

clock 2023-01-05T09:00
agency 323000000A 示範部
account 323000000A/ag1user agency_officer
account 323000000A/csptc csptc_officer
exam 111 007 公務人員特種考試警察人員考試
exam 112 007 公務人員特種考試警察人員考試

# ACMS-097 An amount is entered per examination, with the days to pay and the day from which it holds; the offices see it
as 323000000A/csptc
get /
see 證書費 各考試之證書費金額與繳款日數
get /fees/new
send /fees/new exam_year=111 exam_code=007 amount=500 pay_days=15 valid_from=112/01/01
status 303
location /fees
follow
see 已儲存 公務人員特種考試警察人員考試 500 112/01/01
rows "SELECT e.exam_year, f.amount, f.pay_days, f.valid_from FROM fee_rule f JOIN exam e ON e.id = f.exam" = 111|500|15|2023-01-01
as 323000000A/ag1user
get /fees
status 200
see 公務人員特種考試警察人員考試 500
no 新增證書費

# ACMS-097 Negative, broken and non-numeric amounts are named, with what was typed; nothing is stored
as 323000000A/csptc
get /fees/new
send /fees/new exam_year=112 exam_code=007 amount=-1 pay_days=0 valid_from=112/13/01
status 422
see "「證書費（元）」只接受 0 至 20000 的整數：「-1」" "「繳款日數」只接受 1 至 365 的整數：「0」" "「適用日期」的日期「112/13/01」不正確"
get /fees/new
send /fees/new exam_year=112 exam_code=007 amount=五百 pay_days=1.5 valid_from=112/01/01
status 422
see "「證書費（元）」只接受 0 至 20000 的整數：「五百」" "「繳款日數」只接受 1 至 365 的整數：「1.5」"
get /fees/new
send /fees/new exam_year= exam_code= amount= pay_days= valid_from=
status 422
see 「年度」為必填欄位 「考試代碼」為必填欄位 「證書費（元）」為必填欄位 「繳款日數」為必填欄位 「適用日期」為必填欄位
rows "SELECT count(*) FROM fee_rule" = 1

# ACMS-097 An examination that is not there is refused by its code
get /fees/new
send /fees/new exam_year=111 exam_code=999 amount=500 pay_days=15 valid_from=112/01/01
status 422
see 「考試代碼」查無「999」
rows "SELECT count(*) FROM fee_rule" = 1

# ACMS-097 Another amount from a later day on stands beside the first; two from one day do not, and nothing may be had free of charge by mistake
get /fees/new
send /fees/new exam_year=111 exam_code=007 amount=600 pay_days=15 valid_from=112/07/01
status 303
get /fees/new
send /fees/new exam_year=111 exam_code=007 amount=700 pay_days=15 valid_from=112/07/01
status 422
see 「適用日期」的「112/07/01」已存在
get /fees/new
send /fees/new exam_year=112 exam_code=007 amount=0 pay_days=15 valid_from=112/07/01
status 303
rows "SELECT amount FROM fee_rule ORDER BY id" = 500,600,0

# ACMS-097 A change is made once, audited with what it was, and not over somebody else's
keep first rows "SELECT id FROM fee_rule WHERE amount = 500"
get /fees/{first}
send /fees/{first} amount=550
status 303
rows "SELECT amount, version FROM fee_rule WHERE id = {first}" = 550|2
rows "SELECT count(*) FROM audit WHERE action = 'fee.change' AND was LIKE '%500%' AND became LIKE '%550%'" = 1
post /fees/{first} id={first} version=1 exam_year=111 exam_code=007 amount=1 pay_days=15 valid_from=112/01/01
status 409
rows "SELECT amount FROM fee_rule WHERE id = {first}" = 550

# ACMS-097 The list of a year is a file too
get /fees.csv?exam_year=112
status 200
raw 112,007,公務人員特種考試警察人員考試,0
no-raw 111,007

# ACMS-097 One that was entered by mistake is removed
get /fees/{first}
send /fees/{first}/remove
status 303
rows "SELECT count(*) FROM fee_rule" = 2

# ACMS-011 An office may look, and not enter one
as 323000000A/ag1user
get /fees/new
status 403
post /fees/new exam_year=112 exam_code=007 amount=1 pay_days=1 valid_from=112/01/01
status 403
rows "SELECT count(*) FROM fee_rule" = 2
