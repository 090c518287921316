-- 停止訓練 and 廢止受訓資格: 訓練機關（構）、學校 → 保訓會.

clock 2016-07-07T09:00
agency A58000000A 公務人員保障暨培訓委員會
agency A58010000A 國家文官學院
agency A59000000A 示範警察訓練所
agency A59000001B 示範警察分所
agency 301000000A 示範警政署
agency 301010000C 示範警政署第一總隊 under=301000000A
account A58000000A/csptc csptc_officer name=鄭文彬
account A58010000A/nacs nacs_officer name=孫班務
account A59000000A/school training_institute name=錢教務
account A59000001B/other training_institute name=李教務
account 301000000A/sa1 agency_officer name=周淑芬
account 301010000C/sv1 agency_officer name=吳同仁
selector 301000000A
participant 105 A123456789 王小明 in_training 301000000A 301010000C institute=A59000000A from=2016-06-20 to=2016-07-15 place=1
participant 105 A223456781 陳美玲 in_training 301000000A 301010000C institute=A59000000A from=2016-06-20 to=2016-07-15 place=2
participant 105 B123456780 林志強 in_training 301000000A 301010000C institute=A59000000A from=2016-06-20 to=2016-07-15 place=3
keep t1 rows "SELECT id FROM participant WHERE national_id = 'A123456789'"
keep t2 rows "SELECT id FROM participant WHERE national_id = 'A223456781'"
keep t3 rows "SELECT id FROM participant WHERE national_id = 'B123456780'"

# PROMO-076 ERR_CAUSE ERR_STOP_LATE A cause, and three days from the event; late only with a reason, marked 逾期
as A59000000A/school
get /promotion/participants
see 王小明 受訓中
get /promotion/participants/{t1}
see 停止訓練 廢止受訓資格
get /promotion/participants/{t1}/records/promotion-suspend
send /promotion/participants/{t1}/records/promotion-suspend sort=requested event=105/07/04 applied=105/07/07
status 422
see 請選擇事由
send /promotion/participants/{t1}/records/promotion-suspend sort=requested cause=重病 event=105/07/04 applied=105/07/08
status 422
see 「申請日」不可晚於今日
send /promotion/participants/{t1}/records/promotion-suspend sort=requested cause=重病 event=105/07/04 applied=105/07/07
status 303
keep s1 location
follow
see 得辦理 第12條
rows "SELECT kind, due, state FROM deadline" = promotion-stop|2016-07-07|open
get /promotion/periods
see 申請停止訓練 105/07/07 今日截止 王小明
clock 2016-07-08T09:00
as A59000000A/school d8
get /promotion/participants/{t2}/records/promotion-suspend
send /promotion/participants/{t2}/records/promotion-suspend sort=requested cause=喪 event=105/07/04 applied=105/07/08
status 422
see "事由發生日 105/07/04，申請期限為 105/07/07"
json post /promotion/participants/{t2}/records/promotion-suspend {"sort": "requested", "cause": "喪", "event": "2016-07-04", "applied": "2016-07-08"}
status 422
raw ERR_STOP_LATE
get /promotion/participants/{t2}/records/promotion-suspend
send /promotion/participants/{t2}/records/promotion-suspend sort=requested cause=喪 event=105/07/04 applied=105/07/08 late_reason=家屬聯繫不及
status 303
keep s2 location
follow
see 逾期函報：家屬聯繫不及

# PROMO-079 ERR_EVIDENCE The institute reports with documents and letter; another institute and the agencies do not see the draft
get {s1}/acts/report
send {s1}/acts/report number=示訓字第1號 sent=105/07/08
status 422
see 請檢附相關證明文件
get {s1}/form
status 200
pdf 示範警察訓練所 停止訓練 公務人員保障暨培訓委員會
save letter.pdf
get {s1}
send {s1}/files slot=evidence file=@letter.pdf
status 303
as A59000001B/other d8
get {s1}
status 403
get /promotion/participants
no 王小明
as 301010000C/sv1 d8
get {s1}
status 403
as A59000000A/school d8
get {s1}/acts/report
send {s1}/acts/report number=示訓字第1號 sent=105/07/08
status 303
rows "SELECT state FROM deadline WHERE subject = {t1}" = met

# PROMO-080 The reply: suspended, the qualification kept; agencies and 國家文官學院 have the copy
as A58000000A/csptc d8
get "/promotion/requests?waits=mine"
see 停止訓練 王小明
get {s1}/acts/approve
post {s1}/acts/approve number=公訓字第5號 sent=105/07/08 _confirmed=1
status 303
rows "SELECT state FROM participant WHERE id = {t1}" = suspended
rows "SELECT outcome, filled FROM promotion_result" = stopped|no
as 301000000A/sa1 d8
get /notices
see 停止訓練，保留受訓資格（公訓字第5號）
get {s1}
status 200
as A58010000A/nacs d8
get {s1}
status 200
see 公訓字第5號

# PROMO-078 PROMO-079 Above 20 % of the hours it is mandatory, without time limit and without an application; at 20 % it is not
as A59000000A/school d8
get /promotion/participants/{t3}/records/promotion-suspend
send /promotion/participants/{t3}/records/promotion-suspend sort=mandatory cause=重病 event=105/06/21 applied=105/07/08 listed_hours=24 course_hours=120
status 422
see 應予停止訓練限因停止訓練事由請假缺課超過課程時數百分之二十
send /promotion/participants/{t3}/records/promotion-suspend sort=mandatory cause=重病 event=105/06/21 applied=105/07/08 listed_hours=130 course_hours=120
status 422
send /promotion/participants/{t3}/records/promotion-suspend sort=mandatory cause=重病 event=105/06/21 applied=105/07/08 listed_hours=25 course_hours=120
status 303
follow
see 應予停止訓練 不受申請期限之限制
rows "SELECT count(*) FROM deadline WHERE subject = {t3}" = 0

# PROMO-081 PROMO-083 ERR_CAUSE ERR_EVIDENCE 廢止: a cause of the list; some only with sure evidence
get /promotion/participants/{t3}/records/promotion-revoke
send /promotion/participants/{t3}/records/promotion-revoke event=105/07/05 facts=毆打講座
status 422
see 請選擇事由
send /promotion/participants/{t3}/records/promotion-revoke cause=violence event=105/07/05 facts=毆打講座
status 303
keep v3 location
follow
see 未檢附前不予認定 確實證據
get {v3}/acts/report
send {v3}/acts/report number=示訓字第2號 sent=105/07/08
status 422
see 請檢附相關證明文件
get {v3}/acts/edit
send {v3}/acts/edit cause=test_exclusion event=105/07/05 facts=攜帶資料應試
get {v3}
see 扣考處分
get {v3}/acts/report
send {v3}/acts/report number=示訓字第2號 sent=105/07/08
status 422

# PROMO-083 品德操守不良 also has to be grave
get {v3}
send {v3}/files slot=evidence file=@letter.pdf
get {v3}/acts/edit
send {v3}/acts/edit cause=bad_conduct event=105/07/05 facts=屢次違紀
get {v3}/acts/report
send {v3}/acts/report number=示訓字第2號 sent=105/07/08
status 422
see 須情節嚴重

# PROMO-082 Other leave at 20 % is no cause, above it is; leave for the listed causes is not added
get {v3}/acts/edit
send {v3}/acts/edit cause=absence_20 event=105/07/05 facts=請假過多 other_hours=24 course_hours=120
get {v3}
see 未超過
get {v3}/acts/report
send {v3}/acts/report number=示訓字第2號 sent=105/07/08
status 422
see 事由不成立
get {v3}/acts/edit
send {v3}/acts/edit cause=absence_20 event=105/07/05 facts=請假過多 other_hours=25 course_hours=120
get {v3}
see 應間隔1年度
get {v3}/acts/edit
send {v3}/acts/edit cause=impersonation event=105/07/05 facts=冒名頂替
get {v3}/acts/report
send {v3}/acts/report number=示訓字第2號 sent=105/07/08
status 303

# PROMO-084 PROMO-110 PROMO-111 Decided: revoked with its cause, the bar stands among the results of the years
as A58000000A/csptc d8
get {v3}/acts/approve
post {v3}/acts/approve number=公訓字第6號 sent=105/07/08 _confirmed=1
status 303
rows "SELECT state FROM participant WHERE id = {t3}" = revoked
rows "SELECT year, outcome, cause, letter FROM promotion_result WHERE national_id = 'B123456780'" = 105|revoked|impersonation|公訓字第6號
as 301000000A/sa1 d8
get /notices
see 最早得於111年度重新遴選

# PROMO-084 A decision entered in error is withdrawn with reason and letter; the bar is gone, the history kept
as A58000000A/csptc d8
get {v3}/acts/withdraw
post {v3}/acts/withdraw number=公訓字第7號 sent=105/07/08 _confirmed=1
status 422
post {v3}/acts/withdraw number=公訓字第7號 sent=105/07/08 reason=當事人誤植 _confirmed=1
status 303
rows "SELECT state FROM participant WHERE id = {t3}" = in_training
rows "SELECT count(*) FROM promotion_result WHERE national_id = 'B123456780'" = 0
rows "SELECT event FROM participant_event WHERE participant = {t3} ORDER BY id" = revokes,revocation_withdrawn

# PROMO-002 Before the class 停止訓練 is refused: it belongs to 訓中, 延後訓練 is offered
rows "UPDATE participant SET state = 'waiting', version = version + 1 WHERE id = {t3} RETURNING 1" = 1
as A59000000A/school d8
get /promotion/participants/{t3}/records/promotion-suspend
see "屬訓前階段；「停止訓練」屬訓中階段" 開訓前請改辦理延後訓練
