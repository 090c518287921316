-- 繳費對帳: files of collected money come in, what fits is booked, the rest is settled by 保訓會.

clock 2023-03-05T09:00
setting PEIXUN_FEE_STORE_ITEM 6AB
agency A58000000A 公務人員保障暨培訓委員會
agency 323000000A 示範部
account A58000000A/csptc csptc_officer name=鄭文彬
account A58000000A/other csptc_officer name=林佳蓉
account 323000000A/ag1user agency_officer
exam 111 007 公務人員特種考試警察人員考試
person A123456789 王小明 男 111 007 agency=323000000A
person A223456781 陳美玲 女 111 007 agency=323000000A
person B123456780 林志強 男 111 007 agency=323000000A
person S200000017 張怡君 女 111 007 agency=323000000A
person F123456784 李大同 男 111 007 agency=323000000A
rows "INSERT INTO fee_slip (admission, number, amount, issued, due) SELECT id, '111007000000000' || id, 500, '2023-02-03', '2023-02-20' FROM admission RETURNING 1" = 1,1,1,1,1

# ACMS-095 The page says how files are sent; nothing has come in yet
as A58000000A/csptc
get /
see 繳費對帳
get /payments
status 200
see 繳費對帳 代收款檔匯入 查無符合條件的資料
get /payments/import
see 銀行、郵局及超商之代收檔 *繳費單號 *交易序號 便利商店、美廉社、郵局臨櫃
as 323000000A/ag1user
get /payments
status 403

# ACMS-095 A file is read, each payment booked or kept for a person, and the sums are those of the file
as A58000000A/csptc
write march.csv
	H,STORE,20230304
	D,20230210,SEVEN,A01,1,1110070000000001,500
	D,20230211,FAMILY,B02,2,1110070000000001,500
	D,20230211,SEVEN,A01,3,1110070000000002,400
	D,20230221,SIMPLE,C03,4,1110070000000003,500
	D,20230211,SEVEN,A01,5,9990000000000000,500
	T,5,2400
post /payments/import file=@march.csv dry=1
keep batch rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{batch}
see 檢核完成，待匯入 "代收檔「超商代收明細檔（CSV）」" "第 3 列「繳費單號」：繳費單 1110070000000001 已繳費，本筆為重複繳費" "第 4 列「金額」：應繳 500 元，實繳 400 元（短繳）" "繳款期限 112/02/20 之後由超商代收" "查無繳費單「9990000000000000」"
rows "SELECT count(*) FROM fee_payment" = 0
send /imports/{batch}/confirm
run jobs
get /imports/{batch}
see 完成 本批資料 復原整批
get /payments?batch={batch}
see march.csv 本檔款項合計 已入帳 待處理 合計 2400
json get /payments?batch={batch}
json total = 5
get /
see "4 待處理款項"
get /payments?standing=open
see 重複繳費 短繳 逾期由超商代收 查無繳費單 待處理
see "共 4 筆"
rows "SELECT s.number, b.channel, b.paid_on FROM fee_booking b JOIN fee_slip s ON s.id = b.slip" = 1110070000000001|convenience_store|2023-02-10

# ACMS-095 LEARN-028 The same file once more changes nothing
post /payments/import file=@march.csv again=1
run jobs
rows "SELECT count(*) FROM fee_payment" = 5
rows "SELECT count(*) FROM fee_booking" = 1

# ACMS-096 A double payment can't be booked; it is given back, with reason, who and when
keep double rows "SELECT id FROM fee_payment WHERE outcome = 'double'"
get /payments/{double}
status 200
see 重複繳費 march.csv "第 3 列" 王小明 "111年 公務人員特種考試警察人員考試" 同一繳費單之其他款項 處理方式 退費
no 准予入帳
send /payments/{double}/settle settlement=refund reason=
status 422
see 請填寫理由。
send /payments/{double}/settle settlement=assign slip=1110070000000001 reason=更正
status 409
see "繳費單 1110070000000001 已於 112/02/10 完成繳費（便利商店，交易序號 20230210-SEVEN-A01-1），無法再次入帳"
send /payments/{double}/settle settlement=assign slip= reason=更正
status 422
see 「改入之繳費單號」為必填欄位
send /payments/{double}/settle settlement=assign slip=123 reason=更正
status 422
see 查無繳費單「123」
send /payments/{double}/settle settlement=refund document=公訓字第1120000001號 reason=重複繳費，退還繳款人
status 303
follow
see 已儲存處理結果 "退費：鄭文彬 於 112/03/05 09:00 處理，文號 公訓字第1120000001號" 重複繳費，退還繳款人
press again
status 303
rows "SELECT count(*) FROM audit WHERE action = 'payment.settle' AND reason = '重複繳費，退還繳款人'" = 1

# ACMS-096 Two officers at once: the second is told what the first decided, and nothing is done twice
keep short rows "SELECT id FROM fee_payment WHERE outcome = 'short'"
as A58000000A/csptc
get /payments/{short}
see 短繳 "應繳 500 元" 准予入帳
send /payments/{short}/settle settlement=accept reason=餘額100元已補繳於會計室
status 303
as A58000000A/other
post /payments/{short}/settle version=1 settlement=refund reason=短繳退回
status 409
see 「准予入帳」，無法辦理「退費」
rows "SELECT s.number FROM fee_booking b JOIN fee_slip s ON s.id = b.slip WHERE b.booked_by IS NOT NULL" = 1110070000000002

# ACMS-093 What a store took too late is for a person: accepted all the same, or given back
as A58000000A/csptc
keep late rows "SELECT id FROM fee_payment WHERE outcome = 'late'"
get /payments/{late}
send /payments/{late}/settle settlement=accept reason=超商誤收，准予入帳
status 303
rows "SELECT count(*) FROM fee_booking" = 3

# ACMS-095 Money for a number that no slip has goes to the right slip, and back again when that was a mistake
keep unknown rows "SELECT id FROM fee_payment WHERE outcome = 'unknown_slip'"
get /payments/{unknown}
no 准予入帳
send /payments/{unknown}/settle settlement=assign slip=1110070000000004 reason=代收機構來函更正單號
status 303
rows "SELECT count(*) FROM fee_booking b JOIN fee_slip s ON s.id = b.slip WHERE s.number = '1110070000000004'" = 1
get /payments/{unknown}
see 改入其他繳費單 張怡君
send /payments/{unknown}/reopen reason=
status 422
see 請填寫理由。
send /payments/{unknown}/reopen reason=單號應為另一人
status 303
follow
see 已撤銷處理 待處理
no 張怡君
rows "SELECT count(*) FROM fee_booking b JOIN fee_slip s ON s.id = b.slip WHERE s.number = '1110070000000004'" = 0
get /payments/{unknown}
send /payments/{unknown}/settle settlement=close reason=查無繳款人，列其他收入
status 303
get /payments?standing=open
see 查無符合條件的資料
get /payments?standing=all
see 已入帳 退費 准予入帳 結案（免退費） 王小明 林志強
get /payments?number=1110070000000001
see 重複繳費 已入帳
get /payments?from=112/02/21&to=112/02/21&standing=all
see 20230221-SIMPLE-C03-4
no 20230211-FAMILY-B02-2
get /payments?from=112/13/01
status 422
see 「繳款日期自」的日期「112/13/01」不正確
get /payments.csv?standing=all
raw 20230211-FAMILY-B02-2

# ACMS-095 What was settled keeps its upload; the rest of it can be taken back
get /imports/{batch}
send /imports/{batch}/undo reason=檔案錯誤
status 409
see 已由承辦人處理或已據以辦理
send /imports/{batch}/undo partial=1 reason=檔案錯誤
status 303
run jobs
rows "SELECT outcome, settlement FROM fee_payment ORDER BY reference" = double|refund,short|accept,unknown_slip|close,late|accept
rows "SELECT count(*) FROM fee_booking" = 2

# ACMS-095 A file with a wrong line books nothing and says which; so does one whose sum does not agree
write wrong.csv
	H,STORE,20230304
	D,20230210,SEVEN,A01,6,1110070000000004,500
	D,20230230,SEVEN,A01,7,1110070000000005,500
	T,2,1000
post /payments/import file=@wrong.csv
keep wrong rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{wrong}
see 檢核未通過 "wrong.csv 第 3 列「繳款日期」" 僅匯入正確資料列
write sum.csv
	H,STORE,20230304
	D,20230210,SEVEN,A01,6,1110070000000004,500
	T,1,900
post /payments/import file=@sum.csv
keep sum rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{sum}
see 檢核未通過 "檔案不符代收檔「超商代收明細檔（CSV）」之格式：第 3 列尾筆之總金額為「900」，明細合計 500 元。未匯入任何資料"
rows "SELECT count(*) FROM fee_booking" = 2

# ACMS-101 The same from the command line, with the same words
peixun import payment @wrong.csv --again --as A58000000A/csptc
status 1
see "wrong.csv 第 3 列「繳款日期」：「繳款日期」的日期「20230230」不正確"
rows "SELECT count(*) FROM fee_booking" = 2
peixun import payment @wrong.csv --again --only-correct --as A58000000A/csptc
status 1
rows "SELECT s.number FROM fee_booking b JOIN fee_slip s ON s.id = b.slip ORDER BY s.number" = 1110070000000002,1110070000000003,1110070000000004
peixun import payment @wrong.csv --again --as 323000000A/ag1user
status 1

# ACMS-101 The list and the decisions by command: the same words, the same refusals
peixun fee list --standing refund --as A58000000A/csptc
status 0
see 繳款日期,繳費管道,交易序號,繳費單號 20230211-FAMILY-B02-2 重複繳費
keep last rows "INSERT INTO fee_payment (channel, reference, slip_number, amount, paid_on, received, source, slip, outcome) SELECT 'online', 'C1', number, 450, '2023-03-01', 1677636000, '線上繳費通知', id, 'short' FROM fee_slip WHERE number = '1110070000000005' RETURNING id"
rows "INSERT INTO fee_ledger (made, exam_year, exam_name, channel, item, payment, reference, n, received, booked, refunded) VALUES (1677636000, 111, 'x', 'online', 'open', 0, '', 1, 450, 0, 0) RETURNING 1" = 1
peixun fee settle {last} accept --as A58000000A/csptc
status 1
see 請填寫理由。
peixun fee settle {last} assign --reason 更正 --slip 1110070000000004 --as A58000000A/csptc
status 1
see "繳費單 1110070000000004 已於 112/02/10 完成繳費"
peixun fee settle {last} accept --reason 餘額已補繳 --as 323000000A/ag1user
status 1
see 您的帳號沒有「繳費對帳」的權限
peixun fee settle {last} accept --reason 餘額已補繳 --as A58000000A/csptc
status 0
rows "SELECT count(*) FROM fee_booking b JOIN fee_slip s ON s.id = b.slip WHERE s.number = '1110070000000005'" = 1
peixun fee reopen {last} --reason 誤按 --as A58000000A/csptc
status 0
rows "SELECT count(*) FROM fee_booking b JOIN fee_slip s ON s.id = b.slip WHERE s.number = '1110070000000005'" = 0
peixun fee settle {last}
status 2
see "usage: peixun fee list"

# ACMS-095 ACMS-100 The office sees on its trainee's page whether the fee is paid
as 323000000A/ag1user
keep paid rows "SELECT admission FROM fee_slip WHERE number = '1110070000000004'"
keep unpaid rows "SELECT admission FROM fee_slip WHERE number = '1110070000000005'"
get /trainees/{paid}
see 證書費 "已於 112/02/10 繳納 500 元（便利商店）" "繳納證書費 500 元" 已繳費
get /trainees/{unpaid}
see 證書費 "逾期未繳：應繳 500 元，繳款期限 112/02/20"
no 已繳費

# ACMS-095 A payment whose receipt the payer has fetched keeps its upload
write april.csv
	H,STORE,20230304
	D,20230301,SEVEN,A01,9,1110070000000001,500
	T,1,500
as A58000000A/csptc
rows "UPDATE fee_slip SET due = '2023-03-31' WHERE number = '1110070000000001' RETURNING 1" = 1
post /payments/import file=@april.csv
keep april rows "SELECT max(id) FROM import_batch"
run jobs
rows "SELECT count(*) FROM fee_booking b JOIN fee_slip s ON s.id = b.slip WHERE s.number = '1110070000000001'" = 1
as nobody
get /fee
send /fee national_id=A123456789 slip=1110070000000001
status 200
see 已繳費
send /fee/receipt
status 200
header Content-Type application/pdf
as A58000000A/csptc
get /imports/{april}
send /imports/{april}/undo reason=檔案錯誤
status 409
see 已由承辦人處理或已據以辦理

# ACMS-095 ACMS-096 A month that is over stays as it was stated: what is decided, taken back or undone later stands in the month in which it is done
get /payments/statement.csv?year=112&month=3
save march-statement.csv
keep rest rows "SELECT id FROM fee_payment WHERE settlement = 'accept' AND amount = 500"
keep rest-number rows "SELECT reference FROM fee_payment WHERE id = {rest}"
clock 2023-04-06T09:00
as A58000000A/csptc april
get /payments/{rest}
send /payments/{rest}/reopen reason=應退費
status 303
get /payments/{rest}
send /payments/{rest}/settle settlement=refund reason=逾期代收，退還繳款人 document=112002
status 303
get /payments/statement.csv?year=112&month=3
same march-statement.csv
get /payments/statement.csv?year=112&month=4
see 撤銷更正：准予入帳,{rest-number},1,0,-500,0 更正：退費,{rest-number},1,0,0,500 合計,,0,0,-500,500
clock 2023-04-07T09:00
as A58000000A/csptc april2
write may.csv
	H,STORE,20230407
	D,20230407,SEVEN,A01,19,1110070000000005,500
	D,20230407,SEVEN,A01,20,1110070000000009,500
	T,2,1000
rows "UPDATE fee_slip SET due = '2023-04-30' WHERE number = '1110070000000005' RETURNING 1" = 1
post /payments/import file=@may.csv
keep may rows "SELECT max(id) FROM import_batch"
run jobs
get /payments/statement.csv?year=112&month=4
see 繳費入帳,,1,500,500,0 與繳費單不符,,1,500,0,0 合計,,2,1000,0,500
save april-statement.csv
clock 2023-05-02T09:00
as A58000000A/csptc may
get /imports/{may}
send /imports/{may}/undo reason=檔案錯誤
status 303
run jobs
get /payments/statement.csv?year=112&month=4
same april-statement.csv
get /payments/statement.csv?year=112&month=5
see 復原匯入：繳費入帳,,-1,-500,-500,0 復原匯入：與繳費單不符,,-1,-500,0,0 合計,,-2,-1000,-500,0
peixun check-data
status 0
