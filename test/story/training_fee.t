-- 證書費 of 訓練合格證書: the same public page, slips, online payment, receipts and statement as of other certificates.

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
participant 105 D123456782 張文同 annulled 301000000A 301010000C
rows "INSERT INTO training_result (participant, training_score, course_score, total, training_percent, passed, determined, receipt, code) SELECT id, '80.00', '80.00', '80.00', '10.0000', CASE WHEN state = 'failed' THEN 0 ELSE 1 END, '2016-08-19', CASE WHEN name = '林志強' THEN NULL ELSE '2016-09-01' END, '123456789012' FROM participant RETURNING 1" = 1,1,1,1
rows "INSERT INTO person (national_id, name, name_key, sex, birth_date) SELECT national_id, name, '', 'male', birth_date FROM participant RETURNING 1" = 1,1,1,1
keep wang rows "SELECT id FROM participant WHERE name = '王小明'"
peixun check-data --mend-order

# PROMO-096 PROMO-097 PROMO-098 Who passed finds a row of 500 in the same public list, by 國民身分證統一編號, until receipt + 7 days
as nobody
get /fee
see 訓練合格證書證書費新臺幣500元 "自動櫃員機（ATM）轉帳、網路信用卡、全國繳費網（WebATM）"
send /fee national_id=A123456789
status 200
see "105年 佐升正訓練" 500元 105/09/08 王○明 待繳款
no 80.00

# PROMO-100 ERR_PAY_NONE Who failed, whose pass was annulled, and who is unknown get one answer
get /fee
send /fee national_id=A223456781
status 422
see 查無可繳款資料。
send /fee national_id=D123456782
status 422
see 查無可繳款資料。
send /fee national_id=F123456784
status 422
see 查無可繳款資料。
get /fee
send /fee national_id=Z999999999
status 422
see "身分證字號「Z999999999」的格式或檢查碼不正確。"

# PROMO-097 Without a receipt date no deadline is shown, and it can be paid
get /fee
send /fee national_id=B123456780
status 200
see "105年 佐升正訓練" 500元
no 105/09/09

# PROMO-096 PROMO-099 The slip says what it is for, and where it is paid: no 美廉社
get /fee
send /fee national_id=A123456789
keep tick raw "name=\"tick\" value=\""
send /fee/slips tick={tick}
status 200
pdf 105年佐升正訓練請領證書繳費單 訓練合格證書證書費 新臺幣500元整 便利商店 全省郵局臨櫃 中國信託商業銀行全省各分行臨櫃 105年9月8日
no-pdf 美廉社 王小明
rows "SELECT s.amount, s.due, s.admission + p.id FROM fee_slip s JOIN participant p ON p.name = '王小明'" = 500|2016-09-08|0
keep slip rows "SELECT number FROM fee_slip"

# PROMO-097 Past the last day: overdue, at a counter alone
clock 2016-09-09T09:00
get /fee
send /fee national_id=A123456789
see 已逾繳款期限 超過繳款期限，不可至超商繳費，需臨櫃繳費。
keep tick raw "name=\"tick\" value=\""
send /fee/slips tick={tick}
pdf 全省郵局臨櫃
no-pdf 便利商店

# PROMO-098 ACMS-096 Money that comes in is booked once, the row is gone, and the payer fetches the receipt
rows "INSERT INTO fee_payment (channel, reference, slip_number, amount, paid_on, received, source, slip, outcome) SELECT 'post_office_counter', 'P1', number, 500, '2016-09-08', 1473325200, 'x', id, 'unknown_slip' FROM fee_slip RETURNING 1" = 1
rows "INSERT INTO fee_ledger (made, exam_year, exam_name, channel, item, payment, reference, n, received, booked, refunded) VALUES (1473325200, 105, '佐升正訓練', 'post_office_counter', 'open', 0, '', 1, 500, 0, 0) RETURNING 1" = 1
as A58000000A/csptc
keep payment rows "SELECT id FROM fee_payment"
get /payments/{payment}
see 王小明 "105年 佐升正訓練"
send /payments/{payment}/settle settlement=accept reason=更正單號
status 303

# PROMO-097 PROMO-125 What is paid is no deadline any more; a decision that is taken back makes it one again
rows "SELECT kind, due, state, ended FROM deadline" = promotion-fee|2016-09-08|met|2016-09-08
get /payments/{payment}
send /payments/{payment}/reopen reason=誤認
status 303
rows "SELECT kind, state FROM deadline" = promotion-fee|open
get /payments/{payment}
send /payments/{payment}/settle settlement=accept reason=更正單號
status 303
rows "SELECT kind, state FROM deadline" = promotion-fee|met
get "/promotion/scores?type=zuo_to_zheng&year=105"
status 200
as nobody
get /fee
send /fee national_id=A123456789
status 422
see 查無可繳款資料。
send /fee national_id=A123456789 slip={slip}
see 已繳費 "105年 佐升正訓練"
send /fee/receipt
pdf 證書費繳款收據 訓練合格證書證書費 伍佰
get /fee
send /fee national_id=B123456780 slip={slip}
no 已繳費

# ACMS-096 The month's statement names the training
as A58000000A/csptc
get "/payments/statement?year=105&month=9"
see 105年佐升正訓練 500
