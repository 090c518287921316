-- 線上繳費: from a citizen's choice to money that is booked; what the service tells is believed, what others tell is not.

clock 2023-02-03T09:00
setting PEIXUN_FEE_STORE_ITEM 6AB
agency 323000000A 示範部
account 323000000A/csptc csptc_officer
exam 111 007 公務人員特種考試警察人員考試
exam 110 007 公務人員特種考試警察人員考試
person A123456789 王小明 男 111 007 agency=323000000A
person A123456789 王小明 男 110 007 agency=323000000A
person A223456781 陳美玲 女 111 007 agency=323000000A
person B123456780 林志強 男 111 007 agency=323000000A
rows "INSERT INTO fee_rule (exam, amount, pay_days, valid_from) SELECT id, 500, 17, '2023-01-01' FROM exam RETURNING 1" = 1,1
rows "UPDATE admission SET education_score = '80.00' RETURNING 1" = 1,1,1,1
rows "INSERT INTO certificate_data (admission, identity, score, practical_end) SELECT id, '一般', '82.00', '2023-02-02' FROM admission RETURNING 1" = 1,1,1,1

# ACMS-094 An installation without a service hides it: no button, no page, and nobody is listened to
as nobody
get /fee
send /fee national_id=A123456789
see 下載繳費單
no 線上繳費
post raw /fee/online token=x tick=1
status 422
see 線上繳費目前未開放
get /fee/online/a1b2c3
status 404
told MerchantTradeNo=a1b2c3 TradeAmt=500 RtnCode=1
status 404

# ACMS-094 With a service the ticked rows are ordered; the page names what is paid, and its form goes to the service alone
setting PEIXUN_FEE_ONLINE_ADDRESS https://payment.example.tw
setting PEIXUN_FEE_ONLINE_MERCHANT 3002607
setting PEIXUN_FEE_ONLINE_KEY pwFHCqoQZGmho4w6
setting PEIXUN_FEE_ONLINE_IV EkRm7iFT261dpevs
get /fee
send /fee national_id=A123456789
see 線上繳費
send /fee/online -tick
status 422
see 尚未勾選任何人員
send /fee/online tick=1
status 303
follow
status 200
see 確認線上繳費 "111年 公務人員特種考試警察人員考試" 500 "付款在 payment.example.tw 的網頁進行" "112/02/03 09:30"
no A123456789 王小明 110年
raw "action=\"https://payment.example.tw/Cashier/AioCheckOut/V5\"" "name=\"TotalAmount\" value=\"500\"" "name=\"CheckMacValue\""
no-raw pwFHCqoQZGmho4w6 EkRm7iFT261dpevs
header Content-Security-Policy "form-action 'self' https://payment.example.tw"
keep order after 交易編號
rows "SELECT number, amount, state FROM fee_trade" = {order}|500|open
rows "SELECT count(*) FROM fee_slip" = 0

# ACMS-096 While it is under way there is no second order and no slip
get /fee
send /fee national_id=A123456789
see 線上繳費處理中 待繳款
post raw /fee/slips token=x tick=1
see 查詢結果已逾時
get /fee
send /fee national_id=A123456789
send /fee/online tick=1
status 422
see 線上繳費處理中，請完成付款；未完成者，自 "112/02/03 09:30" 起可重新繳費
rows "SELECT count(*) FROM fee_trade" = 1

# ACMS-094 The browser that comes back books nothing, whatever it brings
post raw /fee/online/back MerchantTradeNo={order} RtnCode=1 TradeAmt=500
status 303
location /fee/online/{order}
follow
see 尚未收到付款結果 請勿重複付款
json get /fee/online/{order}
json state = open
with header Sec-Fetch-Site cross-site
post raw /fee/online/back MerchantTradeNo={order}
status 303
rows "SELECT count(*) FROM fee_payment" = 0

# ACMS-094 Forged, changed, of another merchant, of another order, or none at all: refused, logged, nothing booked
told MerchantID=3002607 MerchantTradeNo={order} TradeNo=2302030905071234 TradeAmt=500 RtnCode=1 PaymentType=Credit_CreditCard but CheckMacValue=6C51C9E6888DE861FD62FB1DD17029FC742634498FD813DC43D4243B5685B840
status 400
see 0|refused
told MerchantID=3002607 MerchantTradeNo={order} TradeNo=2302030905071234 TradeAmt=1 RtnCode=1 but TradeAmt=500
status 400
told MerchantID=3002607 MerchantTradeNo={order} TradeNo=2302030905071234 TradeAmt=500 RtnCode=10100058 but RtnCode=1
status 400
told MerchantID=2000132 MerchantTradeNo={order} TradeNo=2302030905071234 TradeAmt=500 RtnCode=1
status 400
told MerchantID=3002607 MerchantTradeNo=aaaaaaaaaaaaaaaaaaaa TradeNo=2302030905071234 TradeAmt=500 RtnCode=1
status 400
post raw /fee/online/told RtnCode=1
status 400
rows "SELECT count(*) FROM fee_payment" = 0
rows "SELECT reason FROM audit WHERE action = 'fee.online.refused' ORDER BY id" = "wrong check value,wrong check value,wrong check value,another merchant,no such order,not a notice"
rows "SELECT count(*) FROM audit WHERE became LIKE '%pwFHCqoQZGmho4w6%' OR became LIKE '%CheckMac%' OR reason LIKE '%6C51%'" = 0

# ACMS-094 A trial of the operator is no money
told MerchantID=3002607 MerchantTradeNo={order} TradeNo=2302030905071234 TradeAmt=500 RtnCode=1 SimulatePaid=1
status 200
see 1|OK
rows "SELECT count(*) FROM fee_payment" = 0

# ACMS-094 The genuine notice books, with the day on which it was paid and the slip as it would have been
clock 2023-02-03T09:06
told MerchantID=3002607 MerchantTradeNo={order} TradeNo=2302030905071234 TradeAmt=500 RtnCode=1 RtnMsg=交易成功 "PaymentDate=2023/02/03 09:05:07" PaymentType=Credit_CreditCard SimulatePaid=0
status 200
see 1|OK
rows "SELECT p.channel, p.reference, p.amount, p.paid_on, p.outcome FROM fee_payment p JOIN fee_slip s ON s.id = p.slip AND s.number = p.slip_number" = online|2302030905071234|500|2023-02-03|booked
keep slip rows "SELECT number FROM fee_slip WHERE admission = 1"
rows "SELECT admission, amount, issued, due FROM fee_slip" = 1|500|2023-02-03|2023-02-20
get /fee/online/{order}
see 已繳費 "112/02/03 09:06" "繳費單編號 {slip}"
get /fee/online/{order}/pay
status 303
location /fee/online/{order}

# ACMS-094 ACMS-096 Told again, at once or days later, it is known: nothing more is booked, and the service is content
clock 2023-02-05T12:00
told MerchantID=3002607 MerchantTradeNo={order} TradeNo=2302030905071234 TradeAmt=500 RtnCode=1 PaymentType=Credit_CreditCard SimulatePaid=0
status 200
see 1|OK
rows "SELECT count(*) FROM fee_payment" = 1
rows "SELECT count(*) FROM fee_booking" = 1

# ACMS-096 What is paid can't be ticked again; the other one stays
get /fee
send /fee national_id=A123456789
see 110年
no 111年

# ACMS-098 The receipt is for who knows the slip's number besides the ID: masked, in capitals; for others there is nothing
clock 2023-02-05T12:05
get /fee
send /fee national_id=A123456789 slip={slip}
status 200
see 已繳費 王○明 "111年 公務人員特種考試警察人員考試" 500元（線上繳費） 112/02/03 110年
no 王小明
send /fee/receipt
status 200
header Content-Type application/pdf
pdf 證書費繳款收據 收據編號11200000001 {slip} 王○明 112年2月3日 新臺幣伍佰元整（500元） 線上繳費 2302030905071234
no-pdf 王小明 A123456789
get /fee
send /fee national_id=A123456789 slip=1110070000000001
see 110年
no-raw "action=\"/fee/receipt\""
get /fee
send /fee national_id=D123456782 slip={slip}
status 422
see 查無可繳款資料
no-raw "action=\"/fee/receipt\""
post raw /fee/receipt token=guess slip={slip}
status 422
see 查詢結果已逾時
as 323000000A/csptc
keep payment rows "SELECT payment FROM fee_booking"
get /payments/{payment}
see 列印收據
get /payments/{payment}/receipt
status 200
pdf 王小明 收據編號11200000001 伍佰
get /payments/999/receipt
status 404
as nobody

# ACMS-094 A card that is refused: the row is as it was before, with nothing lost
clock 2023-02-06T10:00
get /fee
send /fee national_id=A223456781
send /fee/online tick=3
follow
keep second after 交易編號
told MerchantID=3002607 MerchantTradeNo={second} TradeNo=2302061000000001 TradeAmt=500 RtnCode=10100058 RtnMsg=拒絕交易
status 200
get /fee/online/{second}
see 付款未完成 沒有入帳
get /fee
send /fee national_id=A223456781
see 待繳款
rows "SELECT count(*) FROM fee_slip" = 1

# ACMS-094 Cancelled by its owner: as before, too; and money that comes all the same is booked
clock 2023-02-06T10:05
get /fee
send /fee national_id=A223456781
send /fee/online tick=3
follow
keep third after 交易編號
send /fee/online/{third}/cancel
status 303
follow
see 已取消線上繳費
get /fee
send /fee national_id=A223456781
see 待繳款
told MerchantID=3002607 MerchantTradeNo={third} TradeNo=2302061006000001 TradeAmt=500 RtnCode=1
see 1|OK
get /fee/online/{third}
keep slip3 rows "SELECT number FROM fee_slip WHERE admission = 3"
see 已繳費 {slip3}
post raw /fee/online/{third}/cancel
status 303
follow
see 已繳費

# ACMS-096 Paid for a second time by an order that had lapsed: recorded for 保訓會 to give back
told MerchantID=3002607 MerchantTradeNo={second} TradeNo=2302061007000001 TradeAmt=500 RtnCode=1
see 1|OK
rows "SELECT outcome FROM fee_payment ORDER BY id" = booked,booked,double
get /fee/online/{second}
see 未能入帳 辦理退費

# ACMS-094 Another amount than was ordered: refused, nothing is paid with it, and 保訓會 has it on the list
clock 2023-02-06T11:00
get /fee
send /fee national_id=B123456780
send /fee/online tick=4
follow
keep fourth after 交易編號
told MerchantID=3002607 MerchantTradeNo={fourth} TradeNo=2302061101000001 TradeAmt=400 RtnCode=1
status 400
rows "SELECT slip_number, amount, outcome FROM fee_payment ORDER BY id DESC LIMIT 1" = {fourth}|400|unknown_slip
get /fee/online/{fourth}
see 金額不符
told MerchantID=3002607 MerchantTradeNo={fourth} TradeNo=2302061101000001 TradeAmt=400 RtnCode=1
status 400
rows "SELECT count(*) FROM fee_payment" = 4

# ACMS-086 Two rows in one order: each is booked, with a reference of its own
clock 2023-02-07T09:00
rows "INSERT INTO fee_rule (exam, amount, pay_days, valid_from) SELECT id, 700, 17, '2023-02-07' FROM exam RETURNING 1" = 1,1
person C123456781 張文同 男 111 007 agency=323000000A
person C123456781 張文同 男 110 007 agency=323000000A
rows "UPDATE admission SET education_score = '80.00' WHERE education_score IS NULL RETURNING 1" = 1,1
rows "INSERT INTO certificate_data (admission, identity, score, practical_end) SELECT id, '一般', '82.00', '2023-02-02' FROM admission WHERE id > 4 RETURNING 1" = 1,1
get /fee
send /fee national_id=C123456781
send /fee/online tick=5 tick=6
follow
see 1400
keep fifth after 交易編號
rows "UPDATE fee_rule SET amount = 900 WHERE amount = 700 RETURNING 1" = 1,1
told MerchantID=3002607 MerchantTradeNo={fifth} TradeNo=2302070901000001 TradeAmt=1400 RtnCode=1
see 1|OK
rows "SELECT s.admission, p.amount, p.reference, p.outcome FROM fee_payment p JOIN fee_slip s ON s.number = p.slip_number WHERE p.source_row IS NULL ORDER BY p.id DESC LIMIT 2" = 6|700|2302070901000001-2|booked,5|700|2302070901000001-1|booked

# ACMS-095 ACMS-096 The month's statement: by examination and channel, each decision a line of its own; its sum is that of the bookings
clock 2023-02-08T10:00
as 323000000A/csptc later
keep short rows "SELECT id FROM fee_payment WHERE outcome = 'double'"
get /payments/{short}
send /payments/{short}/settle settlement=refund reason=重複 document=112001
status 303
get /payments/statement
status 200
see 112年2月證書費收款月報 111年公務人員特種考試警察人員考試 繳費入帳 更正：退費 2302061007000001 與繳費單不符 管道小計 合計
get /payments/statement.csv
see 序,考試,繳費管道,項目,交易序號,筆數,收款金額,入帳金額,退費金額 1,111年公務人員特種考試警察人員考試,線上繳費,繳費入帳,,3,1700,1700,0
	3,110年公務人員特種考試警察人員考試,線上繳費,繳費入帳,,1,700,700,0 線上繳費,與繳費單不符,,1,500,0,0 線上繳費,與繳費單不符,,1,400,0,0 線上繳費,更正：退費,2302061007000001,1,0,0,500
	合計,,6,3300,2400,500
rows "SELECT sum(p.amount) FROM fee_booking b JOIN fee_payment p ON p.id = b.payment" = 2400
get /payments/statement.xlsx
status 200
get /payments/statement.ods
status 200
get /payments/statement.json
status 200
get /payments/statement/paper?year=112&month=2
status 200
pdf 112年2月證書費收款月報 更正：退費 合計 3300 2400 500
get /payments/statement?year=112&month=1
see 合計
no 繳費入帳
as nobody

# ACMS-091 ACMS-094 A slip leads to the page, too, as long as it may be paid there
clock 2023-02-08T11:00
get /fee
send /fee national_id=B123456780
send /fee/slips tick=4
pdf 線上繳費 http://127.0.0.1:8080/fee

# ACMS-094 After 繳款期限 it is off, unless it is switched on
clock 2023-02-27T09:00
get /fee
send /fee national_id=B123456780
see 已逾繳款期限 下載繳費單
no 線上繳費
keep token raw "name=\"token\" value=\""
post raw /fee/online token={token} tick=4
status 422
see 已逾繳款期限，不提供線上繳費
setting PEIXUN_FEE_ONLINE_LATE 1
get /fee
send /fee national_id=B123456780
see 線上繳費
send /fee/online tick=4
status 303
setting PEIXUN_FEE_ONLINE_LATE 0
