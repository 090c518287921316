-- 期限一覽, reminders by mail, and the calendar to subscribe to.

clock 2022-10-03T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account 323010000B/ag2 agency_officer
account A58000000A/csptc csptc_officer
exam 111 007 公務人員特種考試警察人員考試
person A123456789 王小明 男 111 007 agency=323000000A
person B223456782 陳小美 女 111 007 agency=323010000B
as 323000000A/ag1
post /trainees/report exam_year=111 tick=1 v.1=1 day=111/10/03 overwrite=no
status 303
as 323010000B/ag2
post /trainees/report exam_year=111 tick=2 v.2=1 day=111/09/27 overwrite=no
status 303

# PLAN-137 The list of deadlines has each with its day, who must act, what follows and what it rests on; of the own agency alone
as 323000000A/ag1
get /deadlines
status 200
see 上傳實務訓練計畫表 王小明 用人機關 逾期上傳者仍予收件 剩
no 陳小美
statements <= 8
get /deadlines?when=late
see 沒有符合條件的未完成期限

# PLAN-137 保訓會 sees all; what has passed comes first and says by how many days
clock 2022-10-13T09:00
as A58000000A/csptc
get /deadlines?when=late&kind=plan-form
see 王小明 陳小美 逾期 示範部北區示範局
order 陳小美 王小明
json get /deadlines?kind=plan-form
json total = 2
get /deadlines.csv
see 期限 陳小美 逾期之效果

# PLAN-137 An account says where and when it wants to be reminded; what can't be is refused and what was typed stays
clock 2022-10-05T09:00
as 323000000A/ag1 wednesday
get /account/reminders
see 電子郵件提醒 行事曆訂閱 尚未產生訂閱網址 本系統尚未設定郵件主機
raw "value=\"7、3、1\""
send /account/reminders email=nobody ahead=7、99
status 422
see "「電子郵件」的「nobody」不是有效的電子郵件地址" "「到期前幾日提醒」請填最多 8 個 0 至 60 的日數"
raw "value=\"nobody\"" "value=\"7、99\""
send /account/reminders "email=officer@example.gov.tw" "ahead=1, 3 7" overdue=1
status 303
rows "SELECT email FROM account WHERE name = 'ag1'" = "officer@example.gov.tw"
rows "SELECT by_mail, ahead, overdue FROM reminder" = "1|7、3、1|1"

# PLAN-137 The calendar's address is shown once, is not stored, and names nobody in full
get /account/reminders
send /account/calendar
status 200
see 訂閱網址（僅顯示這一次）
keep feed after "calendar-feed/"
rows "SELECT length(feed_hash) FROM reminder WHERE feed_hash IS NOT NULL" = 64
as nobody
get /calendar-feed/{feed}
status 200
header Content-Type "text/calendar; charset=utf-8"
raw BEGIN:VCALENDAR 上傳實務訓練計畫表：王○明（111年公務人員特種考試 DTSTART;VALUE=DATE:202210 BEGIN:VEVENT
no-raw 王小明 陳

# PLAN-137 Another address puts the former out of use; a closed one answers nobody
as 323000000A/ag1 wednesday
get /account/reminders
send /account/calendar
status 200
keep second after "calendar-feed/"
as nobody
get /calendar-feed/{feed}
status 404
get /calendar-feed/{second}
status 200
as 323000000A/ag1 wednesday
get /account/reminders
send /account/calendar/close
status 303
as nobody
get /calendar-feed/{second}
status 404
get /calendar-feed/nonsense
status 404

# PLAN-137 Without a mail server nothing is written
clock 2022-10-06T07:31
run jobs
rows "SELECT count(*) FROM mail" = 0

# PLAN-137 The morning's mail: three days before the last day, and on that Friday for the Sunday too; names masked, once a day
setting PEIXUN_MAIL_URL smtp://127.0.0.1:9
clock 2022-10-07T07:31
rows "SELECT due FROM deadline WHERE agency = 1 AND kind = 'plan-form'" = "2022-10-10"
run jobs
rows "SELECT receiver, subject FROM mail" = "officer@example.gov.tw|期限提醒：受訓人員待辦事項"
rows "SELECT count(*) FROM mail WHERE body LIKE '%剩3日）上傳實務訓練計畫表：王○明%' AND body LIKE '%依據：%' AND body NOT LIKE '%王小明%'" = 1
clock 2022-10-07T08:31
run jobs
rows "SELECT count(*) FROM mail" = 1

# PLAN-137 Not on a Saturday, nor on a day that is none of those; once the day has passed, on each office day
clock 2022-10-08T07:31
run jobs
clock 2022-10-10T07:31
run jobs
rows "SELECT count(*) FROM mail" = 1
clock 2022-10-11T07:31
run jobs
clock 2022-10-12T07:31
run jobs
rows "SELECT count(*) FROM mail" = 3
rows "SELECT count(*) FROM mail WHERE body LIKE '%逾期2日）上傳實務訓練計畫表：王○明%'" = 1

# PLAN-137 Who does not want to be told of what has passed, or of anything, is not
as 323000000A/ag1 later-wednesday
get /account/reminders
send /account/reminders -overdue
status 303
clock 2022-10-13T07:31
run jobs
rows "SELECT count(*) FROM mail" = 3
as 323000000A/ag1 later-thursday
get /account/reminders
send /account/reminders overdue=1 -by_mail
status 303
clock 2022-10-14T07:31
run jobs
rows "SELECT count(*) FROM mail" = 3

# PLAN-137 A day on which no mail could be written is made up for on the next
as 323000000A/ag1 later-friday
get /account/reminders
send /account/reminders by_mail=1 -overdue ahead=3
status 303
get /trainees/report?exam_year=111
send /trainees/report tick=1 day=111/10/13 overwrite=yes
send /trainees/report
status 303
rows "SELECT due FROM deadline WHERE agency = 1 AND kind = 'plan-form'" = "2022-10-20"
clock 2022-10-18T07:31
run jobs
rows "SELECT count(*) FROM mail WHERE body LIKE '%剩2日）上傳實務訓練計畫表：王○明%'" = 1
