-- A trainee without an account sends 附件1 on line: the day of sending counts, and nothing can be changed afterwards.

clock 2024-07-05T09:00
setting PEIXUN_MAIL_URL smtp://127.0.0.1:9
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account A58000000A/csptc csptc_officer name=鄭文彬
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 113 201
person B223456782 陳小美 女 113 201
as A58000000A/csptc
get /allocations/1
send /allocations/1 published=113/06/14 result_published=113/07/19 reason=榜示
status 303
get /trainees/2/records/retain
send /trainees/2/records/retain cause=illness years=1 channel=post posted=113/07/05
status 303

# PLAN-136 PLAN-034 The trainee begins 附件1, with the papers that it takes
clock 2024-07-05T23:45
as nobody
get /apply
send /apply national_id=A123456789 birth_date=084/05/05 exam_year=113 exam_code=201 email=wang@example.com
keep code rows "SELECT substr(body, 17, 6) FROM mail"
send /apply/code code={code}
status 303
follow
see 保留受訓資格申請
no 縮短實務訓練
get /trainees/1/records/retain
status 200
send /trainees/1/records/retain cause=child_care years=3 channel=post child_birth=112/05/20 spouse_servant=no spouse_leave=no
status 303
keep mine location
follow
see 草稿 網路線上申辦 新式戶口名簿 附件1-2 送出申請
no 登錄核准 收件

# PLAN-136 PLAN-011 Sent at 23:50 of the last day: in time; afterwards it can be withdrawn, not changed
get {mine}/acts/file
send {mine}/acts/file
send {mine}/acts/file
status 303
follow
see 已送出 113/07/05 得辦理 撤回申請
no 修改申請書
get {mine}/acts/edit
status 409
get {mine}/acts/approve
status 403

# PLAN-087 ACMS-011 Nobody else's
get /records/1
status 403
get /trainees/2/records/retain
status 403

# PLAN-136 PLAN-034 保訓會 finds it, decides, and the trainee reads the decision
clock 2024-07-12T09:00
as A58000000A/csptc w2
get /records?kind=retain
see 王小明
get {mine}/acts/approve
send {mine}/acts/approve document=公訓字第1130001200號 decided=113/07/11 served=113/07/12 years=2
send {mine}/acts/approve
status 303
as nobody
get /apply
send /apply national_id=A123456789 birth_date=084/05/05 exam_year=113 exam_code=201 email=wang@example.com
keep code2 rows "SELECT substr(body, 17, 6) FROM mail ORDER BY id DESC LIMIT 1"
send /apply/code code={code2}
follow
see 保留受訓資格 已核准
get {mine}
status 200
see 公訓字第1130001200號 保留期間迄 115/07/12

# PLAN-043 PLAN-136 And sends 附件2 when the cause has ended
get {mine}/acts/end
send {mine}/acts/end what=child_three day=113/07/12
status 303
get /trainees/1/records/makeup
send /trainees/1/records/makeup wanted=makeup cause=child_care channel=online
status 303
keep back location
get {back}/acts/file
send {back}/acts/file
send {back}/acts/file
status 303
follow
see 已送出 113/07/12 得辦理
rows "SELECT state FROM trainee_state WHERE admission = 1" = makeup_requested
