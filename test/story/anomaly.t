-- 特殊異常情事: told the same day, reported within three, kept from who has no part in it, and what follows.

clock 2024-07-01T09:00
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account 323000000A/ag3 agency_officer name=趙人事
account 323000000A/head unit_head name=王主管
account A58000000A/csptc csptc_officer
account A58000000A/nacs nacs_officer
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
exam 112 001 公務人員高等暨普通考試 plan=112-senior-ordinary
person A123456789 王小明 男 113 201 agency=323000000A
person A223456781 陳美玲 女 113 201 agency=323000000A
person F123456784 李大同 男 112 001 agency=323000000A
keep p rows "SELECT id FROM trainee WHERE national_id = 'A123456789'"
keep q rows "SELECT id FROM trainee WHERE national_id = 'A223456781'"
keep s rows "SELECT id FROM trainee WHERE national_id = 'F123456784'"
as A58000000A/csptc
get /calendar
send /calendar file=@calendar-112-115.csv
clock 2024-08-01T09:00
as 323000000A/ag1
post /trainees/report exam_year=113 tick={p},{q} day=113/08/01 overwrite=no
post /trainees/report exam_year=112 tick={s} day=113/08/01 overwrite=no
status 303

# PLAN-084 PLAN-085 Known on a Monday: told that day, the written report by Wednesday; named on the page of who may see it, in no file
clock 2024-08-05T09:00
as 323000000A/ag1 august
get /trainees/{p}/records/anomaly
send /trainees/{p}/records/anomaly cause=conflict happened=113/08/05 happened_at=14:00 known=113/08/05 summary=與同仁爭執
status 303
follow
see 待通報 附件7 113年8月7日
keep a rows "SELECT max(id) FROM life_record WHERE kind = 'anomaly'"
rows "SELECT kind, due FROM deadline WHERE subject_kind = 'life' AND subject = {a} ORDER BY due" = "anomaly-notice|2024-08-05,anomaly-report|2024-08-07"
get /
see 特殊異常情事通報 "王小明（113年公務人員特種考試身心障礙人員考試）"
get /deadlines
see 特殊異常情事書面通報 "王小明（113年"
no 受訓人員編號
get /deadlines.csv
see "特殊異常情事通報（電話、傳真或電子郵件）,受訓人員編號"
rows "SELECT count(*) FROM deadline WHERE subject_kind = 'life' AND about LIKE '%王小明%'" = 0
as A58000000A/nacs august
get /deadlines
see 特殊異常情事通報 受訓人員編號
no 與同仁爭執
as 323000000A/ag1 august

# PLAN-086 A conflict without a cause opens no task of revocation
rows "SELECT count(*) FROM deadline WHERE kind = 'revocation-task'" = 0

# PLAN-084 Who, when, how, and that it arrived: told at 16:00 of the day is in time; a channel outside the list is told
get /records/{a}/acts/notify
send /records/{a}/acts/notify day=113/08/05 time=25:00 channel=phone person=周淑芬
status 422
see 時間「25:00」不正確
send /records/{a}/acts/notify time=16:00 confirmed=1 confirmed_at=
status 422
see 「確認時間」為必填欄位
send /records/{a}/acts/notify channel=other -confirmed confirmed_at=
status 303
rows "SELECT state, ended FROM deadline WHERE kind = 'anomaly-notice' AND subject = {a}" = "met|2024-08-05"
rows "SELECT count(*) FROM decision WHERE rule = 'anomaly-channel'" = 1
get /records/{a}
see 登錄確認收到 登錄書面通報
no 登錄性騷擾處理案件
get /records/{a}/acts/confirm
send /records/{a}/acts/confirm day=113/08/05 time=16:10 receiver=承辦人
status 303
post /records/{a}/acts/confirm day=113/08/05 time=16:20
status 422
see 無須辦理「登錄確認收到」，請返回該筆紀錄

# PLAN-085 The form prints what is known; the report in writing ends what is due
get /records/{a}/form
status 200
clock 2024-08-08T09:00
as 323000000A/ag1 eighth
get /records/{a}/acts/report
send /records/{a}/acts/report day=113/08/08 document=示人字第1號
status 303
rows "SELECT ended > due FROM deadline WHERE kind = 'anomaly-report' AND subject = {a}" = 1

# PLAN-085 Known on 113/08/08: the third day is a Saturday, so Monday; 113/08/02 gives 113/08/05
get /trainees/{p}/records/anomaly
send /trainees/{p}/records/anomaly cause=self_harm happened=113/08/07 known=113/08/08 summary=情緒不穩
status 303
rows "SELECT kind, due FROM deadline WHERE subject_kind = 'life' AND state = 'open' ORDER BY due" = "anomaly-notice|2024-08-08,anomaly-report|2024-08-12"
get /trainees/{q}/records/anomaly
send /trainees/{q}/records/anomaly cause=other happened=113/08/02 known=113/08/02 summary=遲到
status 303
rows "SELECT due FROM deadline WHERE kind = 'anomaly-report' AND event_day = '2024-08-02'" = 2024-08-05

# PLAN-085 112高普: its annex is not at hand; told the same day, no day is made up for the report
get /trainees/{s}/records/anomaly
send /trainees/{s}/records/anomaly cause=other happened=113/08/08 known=113/08/08 summary=遲到
status 303
follow
see 訓練計畫未定義
keep x rows "SELECT max(id) FROM life_record WHERE kind = 'anomaly'"
rows "SELECT kind FROM deadline WHERE subject_kind = 'life' AND subject = {x}" = anomaly-notice

# PLAN-084 Known later than it happened, told the day after: overdue, and it says so
clock 2024-09-13T09:00
as 323000000A/ag1 september
get /trainees/{p}/records/anomaly
send /trainees/{p}/records/anomaly cause=other happened=113/09/10 known=113/09/12 summary=未到班
status 303
keep b rows "SELECT max(id) FROM life_record WHERE kind = 'anomaly'"
get /records/{b}/acts/notify
send /records/{b}/acts/notify day=113/09/13 time=09:10 channel=mail person=周淑芬 confirmed=1 confirmed_at=09:20
status 303
rows "SELECT ended > due FROM deadline WHERE kind = 'anomaly-notice' AND subject = {b}" = 1
rows "SELECT count(*) FROM decision WHERE rule = 'anomaly-late'" = 1

# PLAN-088 性騷擾: the rules by which it is handled, a case number, no revocation of itself; who is accused sees nothing of it
get /trainees/{q}/records/anomaly
send /trainees/{q}/records/anomaly cause=harassment happened=113/09/10 known=113/09/13 summary=申訴 accused=nobody
status 422
see 本機關沒有帳號「nobody」
send /trainees/{q}/records/anomaly accused=ag3
status 303
follow
see 性騷擾事件處理須知 第16點第4款
keep h rows "SELECT max(id) FROM life_record WHERE kind = 'anomaly'"
get /records/{h}/acts/case
send /records/{h}/acts/case number=113-01 day=113/09/13 body=性騷擾申訴評議會
status 303
rows "SELECT count(*) FROM deadline WHERE kind = 'revocation-task'" = 0
as 323000000A/ag3
get /records/{h}
status 403
get /deadlines
see 特殊異常情事通報 受訓人員編號
get /trainees/{q}/records
see 113/08/02
no 113/09/10
get /records?kind=anomaly
see "共 5 筆"
get /trainees/{q}
see 異動紀錄
no 特殊異常情事通報：登錄
as 323000000A/ag1 september
get /trainees/{s}/records/anomaly
send /trainees/{s}/records/anomaly cause=harassment happened=113/09/10 known=113/09/13 summary=申訴
follow
see 第16點第3款

# PLAN-087 Each reading is in the audit log, what was written is not; 國家文官學院 has no part in it
rows "SELECT count(*) FROM audit WHERE action LIKE 'life.anomaly.%' AND (became LIKE '%申訴%' OR was LIKE '%申訴%')" = 0
rows "SELECT CASE WHEN count(*) > 3 THEN 'traced' END FROM audit WHERE action = 'life.anomaly.read'" = traced
as A58000000A/nacs
get /records/{a}
status 403
get /trainees/{p}
see 報到 異動紀錄
no 特殊異常

# PLAN-127 PLAN-072 亡故 ends the training, closes what was due, asks for the survivors' grant, and is told like the rest
as 323000000A/ag1 september
clock 2024-09-16T09:00
as 323000000A/ag1 sixteenth
run jobs
get /trainees/{p}/records/anomaly
send /trainees/{p}/records/anomaly cause=death happened=113/09/16 known=113/09/16 summary=病故
status 303
rows "SELECT state FROM trainee_state WHERE admission = {p}" = deceased
rows "SELECT kind FROM deadline WHERE subject = {p} AND subject_kind = 'trainee' AND state = 'open'" = bereavement
keep d rows "SELECT max(id) FROM life_record WHERE kind = 'anomaly'"
rows "SELECT kind, due FROM deadline WHERE subject_kind = 'life' AND subject = {d} ORDER BY kind" = "anomaly-notice|2024-09-16,anomaly-report|2024-09-18"
rows "SELECT count(*) FROM deadline WHERE kind = 'revocation-task'" = 0
run jobs
rows "SELECT kind FROM deadline WHERE subject = {p} AND subject_kind = 'trainee' AND state = 'open'" = bereavement
get /trainees/{q}/records/benefit
send /trainees/{q}/records/benefit kind=bereavement day=113/09/16 amount=100000
status 422
see 遺族撫慰金於受訓人員亡故後發給
get /trainees/{p}/records/benefit
send /trainees/{p}/records/benefit kind=bereavement day=113/09/16 amount=100000
status 303
rows "SELECT state FROM deadline WHERE kind = 'bereavement'" = met
