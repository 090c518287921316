-- What a 輔導員 and a 單位主管 find on the first page.

clock 2024-08-01T09:00
agency 323000000A 示範部
account 323000000A/ag1user agency_officer name=周淑芬
account 323000000A/mentor1 mentor name=林輔導
account 323000000A/mentor2 mentor name=陳輔導
account 323000000A/head1 unit_head name=黃主管
account 323000000A/head2 unit_head name=王主管
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

# PLAN-137 PLAN-109 A 單位主管 finds nothing while nothing waits; a month's record that is to be read, with since when and why; read, no more
as 323000000A/ag1user head
get /trainees/{p1}/records/unit-head
send /trainees/{p1}/records/unit-head from=113/08/01 title=主任 name=黃主管 unit=人事室 account=head1
status 303
as 323000000A/head1
get /
no 期限
clock 2024-09-02T09:00
as 323000000A/mentor1 september
get /trainees/{p1}/records/guide-record
send /trainees/{p1}/records/guide-record work_items=公文 orientation=done observation=going_on cases=going_on talks=not_yet character=B ability=B life=B attitude=B performance=B
status 303
keep month location
as 323000000A/head1 september
get /
see "待辦 實務訓練輔導紀錄表：主管核閱　王小明（113年公務人員特種考試身心障礙人員考試）　113/08/01至113/08/31" "113/09/02 起" 第16點
as 323000000A/head2
get /
no 王小明
as 323000000A/head1 september
get {month}/acts/read
send {month}/acts/read supervisor=林股長 unit_head=黃主管
status 303
get /
no 待辦

# PLAN-137 PLAN-109 The rating that the 輔導員 has drafted waits for the 單位主管, and after the first review for nobody of the unit
clock 2024-12-02T09:00
as 323000000A/mentor1 december
get /trainees/{p1}/records/rating
send /trainees/{p1}/records/rating scorer=林輔導 relation=none character=18 ability=13 life=8 attitude=26 performance=21 signed_on=113/12/02 gap_reason=紙本另送
status 303
keep rating location
as 323000000A/head1 december
get /
see "待辦 實務訓練成績考核：單位主管初核　王小明" "第1次" "113/12/02 起"
get {rating}/acts/review
send {rating}/acts/review scorer=黃主管 relation=none character=18 ability=13 life=8 attitude=26 performance=21 signed_on=113/12/02
status 303
get /
no 待辦
