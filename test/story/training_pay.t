-- 訓練合格證書's fee: who has to pay, money by files of banks and stores, and 線上繳費.

setting PEIXUN_FEE_STORE_ITEM 6C8
clock 2016-09-02T09:00
agency A58000000A 公務人員保障暨培訓委員會
agency 301000000A 示範警政署
agency 301010000C 示範警政署第一總隊 under=301000000A
account A58000000A/csptc csptc_officer name=鄭文彬
account 301010000C/sv1 agency_officer name=吳同仁
participant 105 A123456789 王小明 passed 301000000A 301010000C
participant 105 A223456781 陳美玲 failed 301000000A 301010000C
participant 105 B123456780 林志強 passed 301000000A 301010000C
rows "INSERT INTO training_result (participant, training_score, course_score, total, training_percent, passed, determined, code) SELECT id, '80.00', '80.00', '80.00', '10.0000', CASE WHEN state = 'failed' THEN 0 ELSE 1 END, '2016-08-19', '123456789012' FROM participant RETURNING 1" = 1,1,1
rows "INSERT INTO person (national_id, name, name_key, sex, birth_date) SELECT national_id, name, '', 'male', birth_date FROM participant RETURNING 1" = 1,1,1
keep wang rows "SELECT id FROM participant WHERE name = '王小明'"
keep lin rows "SELECT id FROM participant WHERE name = '林志強'"
peixun check-data --mend-order

# PROMO-096 PROMO-100 ACMS-084 Who passed stands among those who have to pay; who failed does not; the notice names them
as 301010000C/sv1
get "/promotion/scores?type=zuo_to_zheng&year=105"
send /promotion/scores tick={wang} receipt=105/09/01
status 303
get /certification/payers
see 王小明 林志強 105 佐升正訓練 應繳 500 105/09/08
no 陳美玲
json get /certification/payers?exam_year=105
json total = 2
get /certification/payers/notice?exam_year=105
pdf 請領證書繳款通知 105年佐升正訓練 王小明 林志強 500元 105/09/08

# PROMO-099 ACMS-095 A store's file pays the slip: booked, no deadline any more; taken back, it is one again
as nobody
get /fee
send /fee national_id=A123456789
keep tick raw "name=\"tick\" value=\""
send /fee/slips tick={tick}
status 200
keep slip rows "SELECT number FROM fee_slip"
as A58000000A/csptc
write store.csv
	H,STORE,20160902
	D,20160902,SEVEN,A01,1,{slip},500
	T,1,500
post /payments/import file=@store.csv
run jobs
rows "SELECT b.channel, b.paid_on FROM fee_booking b" = convenience_store|2016-09-02
rows "SELECT state, ended FROM deadline WHERE kind = 'promotion-fee'" = met|2016-09-02
keep batch rows "SELECT max(id) FROM import_batch"
get /imports/{batch}
send /imports/{batch}/undo reason=上傳錯檔
run jobs
rows "SELECT count(*) FROM fee_booking" = 0
rows "SELECT state FROM deadline WHERE kind = 'promotion-fee'" = open
post /payments/import file=@store.csv again=1
run jobs
rows "SELECT state FROM deadline WHERE kind = 'promotion-fee'" = met
as 301010000C/sv1
get /certification/payers?exam_year=105
see 已繳 105/09/02

# PROMO-099 ACMS-094 線上繳費 of a 訓練合格證書: ordered, told by the service, booked once
setting PEIXUN_FEE_ONLINE_ADDRESS https://payment.example.tw
setting PEIXUN_FEE_ONLINE_MERCHANT 3002607
setting PEIXUN_FEE_ONLINE_KEY pwFHCqoQZGmho4w6
setting PEIXUN_FEE_ONLINE_IV EkRm7iFT261dpevs
as nobody
get /fee
send /fee national_id=B123456780
see "105年 佐升正訓練" 線上繳費
keep tick raw "name=\"tick\" value=\""
send /fee/online tick={tick}
status 303
follow
see 確認線上繳費 "105年 佐升正訓練" 500
keep order after 交易編號
told MerchantID=3002607 MerchantTradeNo={order} TradeNo=1609020905071234 TradeAmt=500 RtnCode=1 RtnMsg=交易成功 "PaymentDate=2016/09/02 09:00:07" PaymentType=WebATM_TAISHIN SimulatePaid=0
status 200
rows "SELECT p.channel, p.amount, p.outcome, s.admission + {lin} FROM fee_payment p JOIN fee_slip s ON s.id = p.slip WHERE p.reference = '1609020905071234'" = online|500|booked|0
get /fee
send /fee national_id=B123456780
status 422
see 查無可繳款資料。
as 301010000C/sv1
get /certification/payers.csv?exam_year=105
no-raw ,應繳, ,逾期未繳,
get /certification/payers/notice?exam_year=105
status 409

# PROMO-097 The 成績單 signed for after it was paid: no day runs
get "/promotion/scores?type=zuo_to_zheng&year=105"
send /promotion/scores tick={lin} receipt=105/09/02
status 303
rows "SELECT state FROM deadline WHERE kind = 'promotion-fee' AND subject = {lin}" = met
