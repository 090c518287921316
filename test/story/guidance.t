-- 輔導: who guides, the monthly record, the two talks, an interview after a D, anomalies; what is due of them and when.

clock 2024-07-01T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account 323000000A/guide1 mentor name=林輔導
account 323000000A/guide2 mentor name=陳輔導
account 323000000A/head unit_head name=王主管
account 323010000B/ag2 agency_officer
account A58000000A/csptc csptc_officer
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
status 303
run jobs

# PLAN-081 Before the day of reporting nothing can be recorded, and why is said
as 323000000A/ag1
get /trainees/{p}/records
status 200
see 實務訓練輔導紀錄表 尚未登錄報到日期
get /trainees/{p}/records/guide-record
see 尚未登錄報到日期

# PLAN-078 A mentor with an account may act for the trainee from the day named, another mentor may not          PLAN-087
clock 2024-08-01T09:00
as 323000000A/ag1 august
post /trainees/report exam_year=113 tick={p},{q} day=113/08/01 overwrite=no
status 303
get /trainees/{p}/records/mentor
send /trainees/{p}/records/mentor title=科長 name=林輔導 unit=人事室 account=nobody
status 422
see 沒有可使用之輔導員帳號「nobody」
send /trainees/{p}/records/mentor account=guide1
status 303
rows "SELECT role, from_day FROM trainee_grant" = "mentor|2024-08-01"
as 323000000A/guide1
get /trainees/{p}/records
status 200
as 323000000A/guide2 t1
get /trainees/{p}/records
status 403

# PLAN-081 On the next day a record for each month that has begun is due, and nothing else
clock 2024-08-02T09:00
run jobs
rows "SELECT kind, due FROM deadline WHERE kind LIKE 'guide-%' AND state = 'open' AND subject = {p}" = "guide-record-1|2024-08-31"

# PLAN-081 PLAN-080 Months are counted from the day of reporting without drift; what ended before it was entered is owed in full
as 323000000A/ag1 second
post /trainees/report exam_year=112 tick={s} day=112/10/31 overwrite=no confirm=yes
status 303
clock 2024-08-03T09:00
run jobs
rows "SELECT kind, due FROM deadline WHERE kind LIKE 'guide-%' AND state = 'open' AND subject = {s} ORDER BY due" = "guide-record-1|2023-11-30,guide-record-2|2023-12-30,guide-talk-mid|2024-01-29,guide-record-3|2024-01-30,guide-record-4|2024-02-29,guide-talk-final|2024-02-29"

# PLAN-018 Work of a day in the first month is not signed, and a choice against the stage is told, not refused
as 323000000A/guide1 third
get /trainees/{p}/records/work
send /trainees/{p}/records/work day=113/08/01 item=整理公文 mode=
status 303
follow
see 不具名協助 第5點第2款第1目
get /trainees/{p}/records/work
send /trainees/{p}/records/work day=113/07/31 item=整理公文
status 422
see 113/07/31不在訓練期間113/08/01至113/11/30內
send /trainees/{p}/records/work day=113/08/01 item=擬稿 mode=signed
status 303
get /trainees/{p}/records/work
send /trainees/{p}/records/work day=113/08/01 item=擬稿 mode=signed
rows "SELECT count(*) FROM decision WHERE rule = 'work-mode' AND result = 'REVIEW'" = 2

# PLAN-090 The rules of living are shown with their point; that they were read is kept with its day
as 323000000A/ag1 third
get /trainees/{p}/records/living-rules
send /trainees/{p}/records/living-rules day=113/08/01
follow
see 生活管理要點 第15點 公務員服務法

# PLAN-081 A period outside the training is refused with the period; so is one that is not a period
clock 2024-09-02T09:00
as 323000000A/guide1 september
get /trainees/{p}/records/guide-record
see 113/08/01 113/08/31 人事室
send /trainees/{p}/records/guide-record from=113/07/15 work_items=公文處理 orientation=done observation=going_on observed=1 cases=going_on case_count=1 talks=not_yet character=B ability=B life=B attitude=C performance=B
status 422
see 113/07/15不在訓練期間113/08/01至113/11/30內 第4點第1款
send /trainees/{p}/records/guide-record from=113/08/31 until=113/08/01
status 422
see 「紀錄期間迄日」（113/08/01）不可早於「紀錄期間起日」（113/08/31），請更正其中一項。

# PLAN-081 A sheet for more than a month is none for each of them: refused with the last day that it may reach to
send /trainees/{p}/records/guide-record from=113/08/01 until=113/10/31
status 422
see 每月應至少填寫1份，1份紀錄不得逾1個月；自113/08/01起至遲填至113/08/31，其後期間請另填1份，現為113/10/31 附件6填表說明一

# PLAN-082 Letters and scores: 70 is B, 80 is A, 79.9 is B, 59.9 is D; another word is refused, a missing item too
send /trainees/{p}/records/guide-record from=113/08/01 until=113/08/31 character=甲
status 422
see 「品德」請填等級A、B、C、D，或0至100之分數，您填的是「甲」
send /trainees/{p}/records/guide-record character=
status 422
see 「品德」為必填欄位
send /trainees/{p}/records/guide-record character=70 ability=79.9 life=80 attitude=C performance=b
status 303
follow
see 品德 B 才能 B 生活表現 A 學習態度 C 工作績效 B
no 不及格之虞
rows "SELECT state FROM deadline WHERE kind = 'guide-record-1' AND subject = {p}" = met
rows "SELECT count(*) FROM deadline WHERE kind = 'guide-interview'" = 0

# PLAN-081 The next month is due from its first day on; what is missing is found by the rule and cited
run jobs
rows "SELECT kind, due, state FROM deadline WHERE kind LIKE 'guide-%' AND subject = {p} ORDER BY id" = "guide-record-1|2024-08-31|met,guide-record-2|2024-09-30|open,guide-talk-mid|2024-10-30|open"
rows "SELECT kind, due FROM deadline WHERE kind LIKE 'guide-%' AND state = 'open' AND subject = {q} ORDER BY due" = "guide-record-1|2024-08-31,guide-record-2|2024-09-30,guide-talk-mid|2024-10-30"
keep r rows "SELECT max(id) FROM life_record WHERE kind = 'guide-record'"
json get /records/{r}
see "guidance-gaps"

# PLAN-079 工作觀摩 that is called finished with two of three is told, and printed all the same
get /trainees/{p}/records/guide-record
see 公文處理 113/09/01 113/09/30
send /trainees/{p}/records/guide-record from=113/08/15 until=113/09/02 observation=done observed=2 cases=done case_count=3 character=B ability=B life=B attitude=B performance=B
status 303
follow
see 工作觀摩應至少選擇3項業務

# PLAN-081 A-31 Over the end of a month of training: told for which of the two it counts, since the plan is silent
see 訓練計畫未定「每月」自何日起算 計入第2個月（113/09/01至113/09/30），第1個月（至113/08/31）應另有1份

# PLAN-082 PLAN-083 A D is an alert, and an interview is due the same day
clock 2024-09-10T09:00
as 323000000A/guide1 tenth
get /trainees/{p}/records/guide-record
send /trainees/{p}/records/guide-record from=113/09/03 until=113/09/10 character=B ability=B life=B attitude=B performance=59.9
status 303
follow
see 工作績效 D
rows "SELECT due, state FROM deadline WHERE kind = 'guide-interview' AND subject = {p}" = "2024-09-10|open"
rows "SELECT count(*) FROM decision WHERE rule = 'guidance-band' AND reasons LIKE '%不及格之虞%'" = 1

# PLAN-089 Then the list of help is shown first; it is the plan's, of ten entries, and 112高普 has none
get /trainees/{p}/resources
see 考評為D 全國社區心理衛生中心查詢 職務再設計 身心障礙服務入口網
get /trainees/{p}/resources/pdf
status 200

# PLAN-083 What is to be improved is listed first; only then the talk; a refusal to sign closes it with its words
get /trainees/{p}/records/interview
send /trainees/{p}/records/interview planned=113/09/13 combined=none to_improve= advice=
status 422
see 「亟待受訓人員改進事項」為必填欄位 「具體建議作法」為必填欄位
send /trainees/{p}/records/interview to_improve=公文時效 advice=每日檢視待辦
status 303
follow
see 待會談
rows "SELECT count(*) FROM decision WHERE rule = 'interview-at-once' AND reasons LIKE '%得併同辦理%'" = 1
keep i rows "SELECT max(id) FROM life_record WHERE kind = 'interview'"
get /records/{i}/acts/hold
send /records/{i}/acts/hold day=113/09/10 from=14:00 until=13:00 persons=林輔導、王主管 minutes=受訓人員表示不願簽名 signing=refused
status 422
send /records/{i}/acts/hold until=15:00
status 303
follow
see 已會談 受訓人員拒絕簽名
rows "SELECT state FROM deadline WHERE kind = 'guide-interview' AND subject = {p}" = met
get /records/{i}/form
status 200

# PLAN-087 Each reading of an interview leaves a trace; a mentor of others is refused
rows "SELECT CASE WHEN count(*) > 1 THEN 'traced' END FROM audit WHERE action = 'life.interview.read'" = traced
as 323000000A/guide2 t2
get /records/{i}
status 403
as 323010000B/ag2 tenth
get /records/{i}
status 403

# PLAN-080 The windows are quarters: 113/08/31 to 113/10/30, then 113/10/31 to 113/11/30; a talk outside is told, not refused
clock 2024-10-01T09:00
as 323000000A/guide1 october
get /trainees/{p}/records/talk
send /trainees/{p}/records/talk kind=final day=113/10/01 from=10:00 until=11:00 persons=林輔導 minutes=生涯發展
status 303
follow
rows "SELECT count(*) FROM decision WHERE rule = 'talk-window' AND reasons LIKE '%113/10/31至113/11/30%'" = 1
keep t rows "SELECT max(id) FROM life_record WHERE kind = 'talk'"
get /records/{t}/acts/correct
send /records/{t}/acts/correct kind=mid reason=時期登錯
status 303
rows "SELECT state FROM deadline WHERE kind = 'guide-talk-mid' AND subject = {p}" = met

# PLAN-080 A voided talk is owed again
get /records/{t}/acts/void
send /records/{t}/acts/void reason=未舉行
status 303
rows "SELECT state FROM deadline WHERE kind = 'guide-talk-mid' AND subject = {p}" = open

# PLAN-080 PLAN-081 The list of what is due has both trainees, as a page, as files and by its conditions
run jobs
as 323000000A/ag1 october
get /guidance/due
see 王小明 陳美玲 第1個月輔導紀錄表 期中個別會談 逾期
statements <= 8
get /guidance/due?duty=guide-record&overdue=1
see 陳美玲 第1個月輔導紀錄表 第2個月輔導紀錄表
no 期中個別會談 王小明
get /guidance/due.csv?duty=guide-talk
see 期中個別會談
get /guidance/due.json?duty=guide-record&overdue=1
see guide-record-1
get /guidance/due?duty=nothing
status 422
as 323010000B/ag2 october
get /guidance/due
no 王小明
as 323000000A/guide1 october
get /guidance/due
see 王小明
no 陳美玲

# PLAN-078 Who was appointed stands on the plan form, and on the version that is uploaded
as 323000000A/ag1 october
get /plan-forms/{p}
see 113/08/01
no 更換前之計畫表
post /plan-forms how=one tick={p}
status 200
pdf 王小明 科長 林輔導
save signed.pdf
get /plan-forms/{p}
send /plan-forms/{p}/files seal=1 file=@signed.pdf
status 303
follow
see "第 1 版" 科長林輔導 "（自 113/08/01）"

# PLAN-078 A mentor appointed by mistake: void, the former one serves again and stands on the form, and the signed version is good
as 323000000A/ag1 october
get /trainees/{p}/records/mentor
send /trainees/{p}/records/mentor from=113/10/01 title=專員 name=誤植者 unit=人事室
status 303
keep mistake location
rows "SELECT count(*) FROM notice WHERE kind = 'plan-form.renew' AND seen IS NULL" = 1
get {mistake}/acts/void
see 恢復擔任
send {mistake}/acts/void reason=誤植
status 303
rows "SELECT state FROM life_record WHERE kind = 'mentor' AND voided IS NULL" = "serving"
rows "SELECT name, to_day FROM trainee_grant g JOIN account a ON a.id = g.account ORDER BY g.id" = "guide1|"
get /plan-forms/{p}
see 科長 林輔導
no 誤植者
no 更換前之計畫表
rows "SELECT guide_title, guide_name, guide_from, outdated FROM plan_form WHERE admission = {p}" = "科長|林輔導|2024-08-01|0"
rows "SELECT count(*) FROM notice WHERE kind = 'plan-form.renew' AND seen IS NULL" = 0

# PLAN-078 A new mentor takes over the next day, the former one may no longer act; the plan form is to be renewed
as 323000000A/ag1 october
get /trainees/{p}/records/mentor
send /trainees/{p}/records/mentor from=113/10/01 title=專員 name=陳輔導 unit=人事室 account=guide2
status 303
rows "SELECT name, to_day FROM trainee_grant g JOIN account a ON a.id = g.account ORDER BY g.id" = "guide1|2024-09-30,guide2|"
rows "SELECT state FROM life_record WHERE kind = 'mentor' AND voided IS NULL ORDER BY id" = "ended,serving"
rows "SELECT count(*) FROM decision WHERE rule = 'mentor-changed' AND reasons LIKE '%重新核章上傳%'" = 2

# PLAN-078 d The form is made anew with the new mentor; the signed version stays with the former one's name until the next is uploaded
get /plan-forms/{p}
see "輔導員自 113/10/01 起更換為專員陳輔導，第 1 版為更換前之計畫表" "上傳第 2 版" "輔導員：科長林輔導" "（自 113/08/01）"
rows "SELECT count(*) FROM notice WHERE kind = 'plan-form.renew' AND text LIKE '%自113年10月1日起更換為專員陳輔導%'" = 1
rows "SELECT count(*) FROM audit WHERE action = 'plan-form.save' AND was LIKE '%林輔導%' AND became LIKE '%陳輔導%'" = 1
get /plan-forms/{p}
post /plan-forms how=one tick={p}
status 200
pdf 專員 陳輔導
save renewed.pdf
get /plan-forms/{p}
send /plan-forms/{p}/files seal=1 file=@renewed.pdf
status 303
follow
see "第 2 版" "輔導員：專員陳輔導" "（自 113/10/01）" "輔導員：科長林輔導"
no 更換前之計畫表
rows "SELECT number, guide, guide_from FROM plan_form_file ORDER BY number" = 1|科長林輔導|2024-08-01,2|專員陳輔導|2024-10-01
as 323000000A/guide1 october
get /trainees/{p}/records
status 403

# PLAN-080 After the last day the talk that was not held is on the list still, and the record says so
clock 2024-12-02T09:00
as 323000000A/ag1 december
run jobs
rows "SELECT kind FROM deadline WHERE kind LIKE 'guide-%' AND state = 'open' AND subject = {p} ORDER BY kind" = "guide-record-3,guide-record-4,guide-talk-final,guide-talk-mid"

# PLAN-078 A void appointment that was signed for: the form is to be signed anew for the former one; voided in turn, nobody is on it
as 323000000A/ag1 december
keep second rows "SELECT id FROM life_record WHERE kind = 'mentor' AND state = 'serving' AND voided IS NULL AND admission = {p}"
keep former rows "SELECT id FROM life_record WHERE kind = 'mentor' AND state = 'ended' AND voided IS NULL AND admission = {p}"
get /records/{second}/acts/void
send /records/{second}/acts/void reason=指派有誤
status 303
get /plan-forms/{p}
see "輔導員自 113/08/01 起更換為科長林輔導，第 2 版為更換前之計畫表" "上傳第 3 版"
as 323000000A/guide1 december
get /trainees/{p}/records
status 200
as 323000000A/ag1 december
get /records/{former}/acts/void
send /records/{former}/acts/void reason=指派有誤
status 303
get /plan-forms/{p}
see "輔導員之指派已作廢，請先指派輔導員"
rows "SELECT count(*) FROM notice WHERE kind = 'plan-form.renew' AND seen IS NULL AND text LIKE '%「科長林輔導」之指派已作廢%'" = 1
rows "SELECT count(*) FROM trainee_grant WHERE admission = {p} AND to_day IS NULL" = 0
