-- How far a trainee is: who may act for whom, what an allocation says, the day of reporting and what follows from it.

clock 2024-08-01T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
account 323000000A/ag1user agency_officer name=周淑芬
account 323000000A/mentor1 mentor name=林輔導
account 323000000A/mentor2 mentor name=陳輔導
account 323000000A/unithead unit_head name=黃主管
account 323000000A/hrhead hr_head
account 323000000A/csptc csptc_officer name=鄭文彬
account 323010000B/ag2user agency_officer
account 323010000B/mentor3 mentor
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 113 201 agency=323000000A
person A223456781 陳美玲 女 113 201 agency=323000000A
person F123456784 李大同 男 113 201 agency=323010000B
keep p1 rows "SELECT id FROM trainee WHERE national_id = 'A123456789'"
keep p2 rows "SELECT id FROM trainee WHERE national_id = 'A223456781'"
keep p3 rows "SELECT id FROM trainee WHERE national_id = 'F123456784'"

# PLAN-087 a A mentor who is named for nobody sees nobody; the list is empty
as 323000000A/mentor1
get /
status 200
see 我的受訓人員
no 分發人員管理
get /trainees/mine
status 200
no 王小明 陳美玲
get /trainees/{p1}
status 403
get /trainees/report?exam_year=113
status 403

# PLAN-087 The agency's officer names the mentor, from a day on; only accounts of the own agency can be named
as 323000000A/ag1user
get /trainees/{p1}/grants
status 200
get /trainees/{p1}/grants/new
see 林輔導 陳輔導 黃主管 輔導員 單位主管
no mentor3 ag1user
send /trainees/{p1}/grants/new account=mentor1 from_day=113/08/01 to_day=113/07/01
status 422
see 迄日不可早於起日
send /trainees/{p1}/grants/new account=mentor1 from_day=113/08/01 to_day=
status 303
follow
see mentor1 林輔導 輔導員 113/08/01
get /trainees/{p1}/grants/new
send /trainees/{p1}/grants/new account=mentor1 from_day=113/08/15 to_day=
status 422
see 此帳號於該期間已有授權
get /trainees/{p1}/grants/new
send /trainees/{p1}/grants/new account=mentor3 from_day=113/08/15 to_day=
status 422
rows "SELECT count(*) FROM trainee_grant" = 1
rows "SELECT count(*) FROM audit WHERE action = 'grant.add'" = 1

# PLAN-087 a From then on this mentor sees this trainee and no other; another mentor sees nobody
as 323000000A/mentor1
get /
see 您自113年8月1日起為受訓人員王小明之輔導員。
get /trainees/mine
see 王小明 已分配
no 陳美玲
get /trainees/{p1}
status 200
see 王小明
get /trainees/{p2}
status 403
json get /trainees/{p1}.json
json name = 王小明
get /trainees/{p1}/grants
status 403
as 323000000A/mentor2
get /trainees/mine
no 王小明
get /trainees/{p1}
status 403

# PLAN-087 The agency's notices name trainees: they are not for a mentor
as 323000000A/ag1user
rows "INSERT INTO notice (agency, account, kind, subject_kind, subject, text, link, made) SELECT id, 0, 'x', 'x', 1, '陳美玲的期限已變更', '', 1 FROM agency WHERE code = '323000000A' RETURNING 1" = 1
get /notices
see 陳美玲的期限已變更
as 323000000A/mentor1
get /notices
no 陳美玲
see 王小明

# PLAN-087 Another agency's officer can't name anybody here, nor can 人事主管; 保訓會 looks
as 323010000B/ag2user
get /trainees/{p1}/grants
status 403
as 323000000A/hrhead
get /trainees/{p1}
status 200
get /trainees/{p1}/grants
status 403
get /trainees/{p3}
status 403
as 323000000A/csptc
get /trainees/{p1}/grants
see mentor1

# PLAN-087 When the days are over the mentor is shut out again
as 323000000A/ag1user
keep grant rows "SELECT id FROM trainee_grant"
get /trainees/{p1}/grants/{grant}
see 113/08/01
send /trainees/{p1}/grants/{grant} account=mentor1 from_day=113/08/01 to_day=113/08/31
status 303
get /trainees/{p2}/grants/{grant}
status 404
clock 2024-08-31T09:00
as 323000000A/mentor1 later
get /trainees/{p1}
status 200
clock 2024-09-01T09:00
as 323000000A/mentor1 evenlater
get /trainees/{p1}
status 403
get /trainees/mine
no 王小明

# PLAN-087 Who is taken over by another agency leaves the mentors of this one
clock 2024-08-02T09:00
rows "UPDATE admission SET agency = (SELECT id FROM agency WHERE code = '323010000B') WHERE id = {p1} RETURNING 1" = 1
as 323000000A/mentor1 moved
get /trainees/{p1}
status 403
get /trainees/mine
no 王小明
rows "UPDATE admission SET agency = (SELECT id FROM agency WHERE code = '323000000A') WHERE id = {p1} RETURNING 1" = 1
