-- 通知受訓人員繳款: the agency sees who has to pay, and prints a notice.

clock 2023-02-03T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局
agency A58000000A 保訓會
account 323000000A/ag1user agency_officer name=周淑芬
account 323010000B/ag2user agency_officer
account A58000000A/csptc csptc_officer
exam 111 007 公務人員特種考試警察人員考試
person A123456789 王小明 男 111 007 agency=323000000A
person A223456781 陳美玲 女 111 007 agency=323000000A
person B123456780 林志強 男 111 007 agency=323000000A
person S200000017 張怡君 女 111 007 agency=323000000A
person F123456784 李大同 男 111 007 agency=323010000B
rows "UPDATE admission SET education_score = '80.00' WHERE id <> 4 RETURNING 1" = 1,1,1,1
rows "INSERT INTO fee_rule (exam, amount, pay_days, valid_from) VALUES (1, 500, 10, '2022-01-01') RETURNING 1" = 1
as 323000000A/ag1user
post /certification/persons row=1 v.1=0 identity.1=一般 score.1=82 practical_start.1=111/10/03 practical_end.1=112/02/02 row=2 v.2=0 identity.2=一般 score.2=82 practical_start.2=111/10/03 practical_end.2=112/02/02 row=3 v.3=0 identity.3=中低收入戶 identity_proof.3=1 score.3=82 practical_start.3=111/10/03 practical_end.3=112/02/02 row=4 v.4=0 identity.4=一般 score.4=82 practical_start.4=111/10/03 practical_end.4=112/02/02
status 303
rows "INSERT INTO fee_slip (admission, number, amount, issued, due) VALUES (2, '1110070000000002', 500, '2023-01-10', '2023-01-20') RETURNING 1" = 1

# ACMS-084 應繳, 免繳, 逾期未繳, and who can't pay yet; of the own agency alone
get /certification/payers
status 200
see "共 4 筆" 應繳 免繳 逾期未繳 尚不符繳費條件 500 112/01/20 /fee
no 李大同
json get /certification/payers.json?sort=name
json total = 4
statements <= 12

# ACMS-084 已繳, once the money is booked
rows "INSERT INTO fee_payment (channel, reference, slip_number, amount, paid_on, received, source, slip, outcome) VALUES ('ctbc_counter', 'R1', '1110070000000002', 500, '2023-02-01', 1675200000, 'x', 1, 'booked') RETURNING 1" = 1
rows "INSERT INTO fee_booking (slip, payment, channel, reference, paid_on, booked) VALUES (1, 1, 'ctbc_counter', 'R1', '2023-02-01', 1675200000) RETURNING 1" = 1
rows "INSERT INTO fee_ledger (made, exam_year, exam_name, channel, item, payment, reference, n, received, booked, refunded) VALUES (1675200000, 111, 'x', 'ctbc_counter', 'booked', 0, '', 1, 500, 500, 0) RETURNING 1" = 1
get /certification/payers
see 已繳 112/02/01
no 逾期未繳

# ACMS-084 The notice names who has to pay, with address, conditions and places; the address as a QR code
get "/certification/payers/notice?exam_year=111&exam_code=007"
status 200
pdf 請領證書繳款通知 示範部 王小明 500元 便利商店、美廉社 全省郵局臨櫃 中國信託商業銀行全省各分行臨櫃 實務訓練迄日小於今日
no-pdf 陳美玲 林志強 張怡君
scan /fee
as 323010000B/ag2user
get /certification/payers/notice
status 409
see 目前沒有應繳證書費之人員
