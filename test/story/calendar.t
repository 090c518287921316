-- 辦公日曆維護 and 通知: a year is loaded, open deadlines follow it, and their agency is told.

clock 2022-10-03T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account 323000000A/ag1b agency_officer name=林志明
account 323010000B/ag2 agency_officer
account A58000000A/csptc csptc_officer
exam 111 007 公務人員特種考試警察人員考試
person A123456789 王小明 男 111 007 agency=323000000A

# ACMS-017 Without the calendar of 111 the last day is 111/10/10, marked 暫算
as 323000000A/ag1

post /trainees/report exam_year=111 tick=1 v.1=1 day=111/10/03 overwrite=no
status 303
rows "SELECT due, (SELECT count(*) FROM deadline_provisional) FROM deadline" = "2022-10-10|1"
get /
see 上傳實務訓練計畫表 王小明 111/10/10（暫算）

# ACMS-013 ACMS-011 An agency does not keep the calendar
get /calendar
status 403

# PLAN-137 A file with mistakes names each of them and changes nothing; so does no file at all
as A58000000A/csptc
get /calendar
status 200
see 尚未載入任何年度
send /calendar file=@calendar-wrong.csv
status 422
see "第3列：是否放假「1」應為0或2" "第3列：111/01/02是星期日，不是「一」"
rows "SELECT count(*) FROM office_day" = 0
get /calendar
send /calendar
status 422
see 請選擇要載入的檔案

# ACMS-100 The official file is loaded, and who loaded it is in the log
get /calendar
send /calendar file=@calendar-111.csv
status 303
location /calendar
follow
see 已載入民國111年辦公日曆 "民國 111 年"
rows "SELECT l.name, x.action, x.reason FROM audit x JOIN account l ON l.id = x.account WHERE x.action LIKE 'office-calendar%'" = "csptc|office-calendar.load|calendar-111.csv"
get /calendar/2022
see 國慶日 補行上班 "否（上班）"

# ACMS 1.7 A second press loads nothing twice
press again
status 303
rows "SELECT count(*), MAX(version) FROM office_year" = "1|1"

# ACMS-017 PLAN-137 With the calendar of 111 the last day is 111/10/11; the agency is told once
clock 2022-10-03T09:00
run jobs
clock 2022-10-03T09:02
run jobs
rows "SELECT due, (SELECT count(*) FROM deadline_provisional) FROM deadline" = "2022-10-11|0"
as 323000000A/ag1
get /
see 111/10/11 "由111年10月10日改為111年10月11日"
no 暫算
get /notices
see "共 1 則" "「上傳實務訓練計畫表」王小明"

# PLAN-137 ACMS-011 Another agency is not told, and can't mark what is not its own
as 323010000B/ag2
get /notices
see 沒有通知
post /notices notice=1
status 303
rows "SELECT count(*) FROM notice WHERE seen IS NULL" = 1

# PLAN-137 When one of an agency's officers has seen it, it is seen, and can be looked at again
as 323000000A/ag1b
get /notices
send /notices
status 303
follow
see 尚未勾選任何通知
send /notices notice=1
status 303
location /notices
follow
see "1 則通知已標示為已閱" 沒有通知
get /notices?seen=1
see "由111年10月10日改為111年10月11日"
as 323000000A/ag1
get /
no "由111年10月10日改為111年10月11日"
