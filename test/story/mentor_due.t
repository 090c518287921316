-- What a 輔導員 finds on the first page.

clock 2024-08-01T09:00
agency 323000000A 示範部
account 323000000A/ag1user agency_officer name=周淑芬
account 323000000A/mentor1 mentor name=林輔導
account 323000000A/mentor2 mentor name=陳輔導
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 113 201 agency=323000000A
person A223456781 陳美玲 女 113 201 agency=323000000A
keep p1 rows "SELECT id FROM trainee WHERE national_id = 'A123456789'"
keep p2 rows "SELECT id FROM trainee WHERE national_id = 'A223456781'"
as 323000000A/ag1user
post /trainees/report exam_year=113 tick={p1} tick={p2} day=113/08/01 overwrite=no
status 303
get /trainees/{p1}/grants/new
send /trainees/{p1}/grants/new account=mentor1 from_day=113/08/01 to_day=
status 303

# PLAN-137 PLAN-087 A 輔導員 sees what he has to do for those for whom he is named, with the day and the reason; nothing of the office, and of nobody else
as 323000000A/mentor1
get /
see 期限 實習階段期滿 王小明 113/08/31 第5點第2款第1目
no 陳美玲
no 上傳實務訓練計畫表
get /deadlines
status 403
as 323000000A/mentor2
get /
no 實習階段期滿
no 王小明
