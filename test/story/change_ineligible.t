-- 參訓資格不符: 更正名冊, 退訓, 撤銷, 免訓; and who was left out.

clock 2016-10-05T09:00
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
participant 105 A123456789 王小明 waiting 301000000A 301010000C institute=A59000000A from=2016-06-20 to=2016-07-15 place=1
participant 105 A223456781 陳美玲 in_training 301000000A 301010000C institute=A59000000A from=2016-06-20 to=2016-07-15 place=2
participant 105 B123456780 林志強 certified 301000000A 301010000C institute=A59000000A from=2016-06-20 to=2016-07-15 place=3
keep t1 rows "SELECT id FROM participant WHERE national_id = 'A123456789'"
keep t2 rows "SELECT id FROM participant WHERE national_id = 'A223456781'"
keep t3 rows "SELECT id FROM participant WHERE national_id = 'B123456780'"

# PROMO-112 Before the training: the 遴選機關 asks for the roster to be corrected; a draft is its own
rows "UPDATE participant SET class_from = '2016-11-01' WHERE id = {t1} RETURNING 1" = 1
as 301000000A/sa1
get /promotion/participants/{t1}/records/promotion-roster-fix
send /promotion/participants/{t1}/records/promotion-roster-fix found=105/10/05 why=最近3年考績為甲、乙、乙
status 303
keep f1 location
follow
see 訓練前發現：遴選機關應儘速函報保訓會更正受訓人員名冊 第20條
as 301010000C/sv1
get {f1}
status 403
as 301000000A/sa1
get {f1}/acts/forward
send {f1}/acts/forward number=示警字第1號 sent=105/10/05
as A58000000A/csptc
get {f1}/acts/approve
post {f1}/acts/approve number=公訓字第1號 sent=105/10/05 _confirmed=1
status 422
see 「遞補」為必填欄位
post {f1}/acts/approve number=公訓字第1號 sent=105/10/05 backfill=not_required _confirmed=1
status 303
rows "SELECT state FROM participant WHERE id = {t1}" = removed
rows "SELECT was, became, document FROM participant_event WHERE participant = {t1}" = waiting|removed|公訓字第1號

# PROMO-112 PROMO-113 Once the class has begun: 退訓 by 保訓會 instead
as 301000000A/sa1
get /promotion/participants/{t2}/records/promotion-roster-fix
see 訓練期間發現者，由保訓會予以退訓
get /promotion/participants/{t2}/records/promotion-expel
status 403

# PROMO-113 ERR_REQUIRED 退訓: whose fault has to be said
as A58000000A/csptc
get /promotion/participants/{t2}/records/promotion-expel
post /promotion/participants/{t2}/records/promotion-expel number=公訓字第2號 sent=105/10/05 why=考績不符 _confirmed=1
status 422
see 「可歸責於受訓人員」為必填欄位
post /promotion/participants/{t2}/records/promotion-expel number=公訓字第2號 sent=105/10/05 why=考績不符 at_fault=yes liability=移送權責機關 _confirmed=1
status 303
follow
see 全額自費 依法處理 移送權責機關
rows "SELECT state FROM participant WHERE id = {t2}" = expelled
rows "SELECT outcome, at_fault FROM promotion_result WHERE national_id = 'A223456781'" = expelled|yes

# PROMO-114 撤銷: the pass is annulled; without the day of delivery no period runs, and that is said
get /promotion/participants/{t3}/records/promotion-annul
post /promotion/participants/{t3}/records/promotion-annul number=公訓字第3號 sent=105/10/03 why=年資不足 at_fault=no _confirmed=1
status 303
keep a3 location
follow
see 撤銷函送達日尚未登錄 註銷訓練合格證書
rows "SELECT state FROM participant WHERE id = {t3}" = annulled
rows "SELECT count(*) FROM deadline" = 0
as 301000000A/sa1
get /promotion/participants/{t3}/records/promotion-exempt
send /promotion/participants/{t3}/records/promotion-exempt applied=105/10/05 eligible=1 selected=1
status 422
see 撤銷函送達日尚未由保訓會登錄
as A58000000A/csptc
get {a3}/acts/edit
send {a3}/acts/edit delivered=105/10/05 at_fault=no reason=送達證書到會
status 303
rows "SELECT kind, due FROM deadline" = promotion-exempt|2019-10-07
rows "SELECT outcome, at_fault, delivered FROM promotion_result WHERE national_id = 'B123456780'" = annulled|no|2016-10-05
get /promotion/periods
see 申請免訓 108/10/07

# PROMO-117 ERR_EXEMPT_FAULT ERR_EXEMPT_LATE 免訓: not for who is to blame, not after three years
rows "UPDATE promotion_result SET at_fault = 'yes' WHERE national_id = 'B123456780' RETURNING 1" = 1
as 301000000A/sa1
get /promotion/participants/{t3}/records/promotion-exempt
send /promotion/participants/{t3}/records/promotion-exempt applied=105/10/05 eligible=1 selected=1
status 422
see 撤銷可歸責於受訓人員，不得申請免訓。
json post /promotion/participants/{t3}/records/promotion-exempt {"applied": "2016-10-05", "eligible": true, "selected": true}
status 422
raw ERR_EXEMPT_FAULT
rows "UPDATE promotion_result SET at_fault = 'no' WHERE national_id = 'B123456780' RETURNING 1" = 1
clock 2020-01-10T09:00
as 301000000A/sa1 y109
get /promotion/participants/{t3}/records/promotion-exempt
send /promotion/participants/{t3}/records/promotion-exempt applied=109/01/10 eligible=1 selected=1
status 422
see "撤銷函送達日 105/10/05，免訓申請期限為 108/10/07。"
json post /promotion/participants/{t3}/records/promotion-exempt {"applied": "2020-01-10", "eligible": true, "selected": true}
status 422
raw ERR_EXEMPT_LATE
get /promotion/participants/{t3}/records/promotion-exempt
send /promotion/participants/{t3}/records/promotion-exempt applied=109/01/10 eligible=1 selected=1
send /promotion/participants/{t3}/records/promotion-exempt applied=107/05/01 eligible=1 -selected
status 303
keep x3 location

# PROMO-117 ERR_EVIDENCE The form, the eligibility and the new selection
get {x3}/acts/forward
send {x3}/acts/forward number=示警字第2號 sent=109/01/10
status 422
see 請檢附相關證明文件 免訓須符合參訓資格並依規定重新遴選
get {x3}/form
save letter.pdf
get {x3}
send {x3}/files slot=evidence file=@letter.pdf
get {x3}/acts/edit
send {x3}/acts/edit applied=107/05/01 eligible=1 selected=1
get {x3}/acts/forward
send {x3}/acts/forward number=示警字第2號 sent=109/01/10
status 303

# PROMO-118 Approved: as if trained; the next is the certificate, without class and score
as A58000000A/csptc y109
get {x3}/acts/approve
post {x3}/acts/approve number=公訓字第4號 sent=109/01/10 _confirmed=1
status 303
rows "SELECT state FROM participant WHERE id = {t3}" = exempt_approved
rows "SELECT outcome FROM promotion_result WHERE national_id = 'B123456780'" = passed

# PROMO-127 That approval was a mistake: annulled as before, with fault and day of delivery; then it is answered again
get {x3}/acts/mistake
post {x3}/acts/mistake reason=誤登 _confirmed=1
status 303
rows "SELECT state FROM participant WHERE id = {t3}" = annulled
rows "SELECT outcome, at_fault, delivered FROM promotion_result WHERE national_id = 'B123456780'" = annulled|no|2016-10-05
get {x3}/acts/approve
post {x3}/acts/approve number=公訓字第4號 sent=109/01/10 _confirmed=1
status 303
rows "SELECT outcome FROM promotion_result WHERE national_id = 'B123456780'" = passed

# PROMO-127 Before the exemption is taken back the annulment can't be
get {a3}/acts/mistake
post {a3}/acts/mistake reason=誤登 _confirmed=1
status 422
see 其後已登錄「核准免訓」，請先更正該筆，再更正本案
rows "SELECT state FROM participant WHERE id = {t3}" = exempt_approved

# PROMO-030 Left out: both reviews, the letter and the consent; then called directly in the next year, within the allotment
as 301010000C/sv1 y109
get /promotion/participants/omitted
post /promotion/participants/omitted type=zuo_to_zheng year=110 name=李漏薦 national_id=E123456783 sex=male birth_date=070/01/31 agency_code=301010000C agency_name=示範警政署第一總隊 title=警員
status 422
see 本作業限遴選機關使用
as 301000000A/sa1 y109
get /promotion/participants/omitted
send /promotion/participants/omitted type=zuo_to_zheng year=110 name=李漏薦 national_id=E123456783 sex=male birth_date=070/01/31 agency_code=301010000C agency_name=示範警政署第一總隊 title=警員
status 303
keep o1 location
get {o1}
send {o1} at_fault=yes why=機關漏列
status 422
see 可歸責於其本人者，不得直接調訓
send {o1} at_fault=no why=機關漏列
status 303
keep o2 location
get {o2}/acts/forward
send {o2}/acts/forward number=示警字第3號 sent=109/01/10
status 422
see 缺服務機關甄審委員會之審議 缺遴選機關甄審委員會之審議
get {o2}/acts/edit
send {o2}/acts/edit at_fault=no why=機關漏列 service_review=109/01/06 selecting_review=109/01/08
get {o2}/acts/forward
send {o2}/acts/forward number=示警字第3號 sent=109/01/10
status 303
as A58000000A/csptc y109
get {o2}/acts/approve
post {o2}/acts/approve number=公訓字第5號 sent=109/01/10 _confirmed=1
status 303
rows "SELECT state, origin, year FROM participant WHERE national_id = 'E123456783'" = waiting|omitted_direct|110
rows "SELECT outcome FROM promotion_result WHERE national_id = 'E123456783'" = omitted

# PROMO-127 A consent that was a mistake
get {o2}/acts/mistake
post {o2}/acts/mistake reason=誤登 _confirmed=1
status 303
rows "SELECT state FROM participant WHERE national_id = 'E123456783'" = omitted
rows "SELECT count(*) FROM promotion_result WHERE national_id = 'E123456783'" = 0
