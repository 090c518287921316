-- 請證 by a plan: its rule says who is ready, its route where the roster goes, and the trainee's state follows.

clock 2024-08-01T09:00
agency 323000000A 示範部
agency A58000000A 保訓會
account 323000000A/ag1 agency_officer name=周淑芬
account A58000000A/csptc csptc_officer name=鄭文彬
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
exam 112 011 公務人員高等暨普通考試 plan=112-senior-ordinary
person A123456789 王小明 男 113 201 agency=323000000A
person A223456781 陳美玲 女 113 201 agency=323000000A
person B123456780 林志強 男 112 011 agency=323000000A
person F123456784 李大同 男 112 011 agency=323000000A
peixun calendar load test/story/calendar-112-115.csv --as A58000000A/csptc
status 0
as 323000000A/ag1
post /trainees/report exam_year=113 tick=1 v.1=1 tick=2 v.2=1 tick=3 v.3=1 day=113/08/01 overwrite=no
status 303
rows "UPDATE trainee_state SET bt_state = 'done' WHERE admission = 1 RETURNING 1" = 1
rows "UPDATE trainee_state SET bt_state = 'failed' WHERE admission = 3 RETURNING 1" = 1

# ACMS-058 Who has not reported has no day to begin with
as A58000000A/csptc w8
get /certification/persons/4
status 200
see 尚未輸入報到日期。 「實訓期間」尚未填寫
as 323000000A/ag1

# PLAN-128 a The last day itself is not over: each failing point with its words and its citation
clock 2024-11-30T09:00
as 323000000A/ag1 w2
get "/certification/persons?exam_year=113&exam_code=201"
send /certification/persons identity.1=一般 score.1=80 identity.2=一般 score.2=80
status 303
get "/certification/serials/new?exam_year=113&exam_code=201"
see 訓練期滿日113年11月30日未過 基礎訓練未完成 第21點

# PLAN-128 b d The next day who has all is ready; without the basic training one is not
clock 2024-12-02T09:00
as 323000000A/ag1 w3
get "/certification/serials/new?exam_year=113&exam_code=201"
see 可列入 基礎訓練未完成
no 未過
post /certification/serials/new exam_year=113 exam_code=201 tick=1 tick=2
status 422
see "第 2 列 陳美玲：基礎訓練未完成"
rows "SELECT count(*) FROM certificate_serial" = 0

# PLAN-128 A cause of revocation that is noted, though not sent yet, keeps somebody off the list; voided, no more
get /trainees/1/records/revocation
send /trainees/1/records/revocation cause=bad_conduct sender=agency found=113/12/02 facts=竊盜 evidence=起訴書
status 303
keep v location
get "/certification/serials/new?exam_year=113&exam_code=201"
no 可列入
post /certification/serials/new exam_year=113 exam_code=201 tick=1
status 422
see 廢止
get {v}/acts/void
send {v}/acts/void reason=誤登
status 303
get "/certification/serials/new?exam_year=113&exam_code=201"
see 可列入

# PLAN-128 c Where the score of the basic training counts, a failed one is not enough
get "/certification/persons?exam_year=112&exam_code=011"
send /certification/persons identity.3=低收入戶 identity_proof.3=1 score.3=80
status 303
get "/certification/serials/new?exam_year=112&exam_code=011"
see 基礎訓練不及格，應及格或免除

# PLAN-130 a PLAN-131 a PLAN-129 The list of 113身障 goes to 保訓會, with the note on the fee; the trainee is 請證中
get "/certification/serials/new?exam_year=113&exam_code=201"
send /certification/serials/new tick=1
status 303
keep one location
follow
see 身心障礙人員考試，無須繳納證書費用 113/11/30
send {one}/confirm
status 303
follow
see "下一步：函送保訓會" "保訓會 → 考試院"
get {one}/roster
pdf 須繳納證書費用 函送：保訓會
rows "SELECT state FROM trainee_state WHERE admission = 1" = certificate_filed
rows "SELECT event FROM training_event WHERE admission = 1 ORDER BY id DESC LIMIT 1" = certificate_filed

# PLAN-130 b PLAN-131 c That of 112高普 goes to 文官學院, which passes it on; a low income household with proof is noted
rows "UPDATE trainee_state SET bt_state = 'passed' WHERE admission = 3 RETURNING 1" = 1
get "/certification/serials/new?exam_year=112&exam_code=011"
send /certification/serials/new tick=3
keep two location
follow
see 低收入戶，無須繳納證書費用 文官學院
send {two}/confirm
status 303
follow
see "文官學院 → 保訓會 → 考試院"

# ACMS-077 Sent back, the trainee is 評定及格 again
as A58000000A/csptc
get {two}
send {two}/return reason=補正
status 303
rows "SELECT state FROM trainee_state WHERE admission = 3" = passed

# PLAN-133 a The certificate: the trainee's state is final
keep number rows "SELECT id FROM certificate_serial WHERE exam = 1"
post /certification/numbers tick={number} what=csptc document=公訓字第1號 day=113/12/02
post /certification/numbers tick={number} what=exam_yuan document=考字第1號 day=113/12/02
status 303
rows "SELECT state FROM trainee_state WHERE admission = 1" = certified
rows "SELECT count(*) FROM deadline WHERE subject = 1 AND state = 'open'" = 0

# PLAN-133 c Who was revoked in the meantime is not certified
rows "UPDATE trainee_state SET state = 'revoked' WHERE admission = 3 RETURNING 1" = 1
rows "UPDATE certificate_serial SET state = 'csptc_numbered' WHERE exam = 2 RETURNING 1" = 1
keep other rows "SELECT id FROM certificate_serial WHERE exam = 2"
post /certification/numbers tick={other} what=exam_yuan document=考字第2號 day=113/12/02
status 422
see "林志強 目前為「廢止受訓資格」，無法登錄「發給考試及格證書」。"
rows "SELECT exam_yuan_document FROM certificate_serial WHERE exam = 2" = ""
rows "UPDATE trainee_state SET state = 'passed' WHERE admission = 3 RETURNING 1" = 1
