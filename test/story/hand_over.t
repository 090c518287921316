-- A trainee goes to another agency, and what is kept of the trainee goes along: records with open cases, deadlines, days of leave, news.

clock 2024-08-01T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account 323010000B/ag2 agency_officer name=吳建宏
account A58000000A/csptc csptc_officer name=鄭文彬
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 113 201 agency=323000000A
person A223456781 陳美玲 女 113 201 agency=323000000A
person B123456780 林志強 男 113 201
peixun calendar load test/story/calendar-112-115.csv --as A58000000A/csptc
status 0

# PLAN-062 PLAN-066 ACMS-026 Before reporting a stop was asked for at the first agency: the case, its deadline and its form go to the second
as 323000000A/ag1
get /trainees/1/records/stop-service
send /trainees/1/records/stop-service cause=substitute event=113/08/01
status 303
keep stop location
get /records
see 王小明 停止訓練（服役、公假）
get /deadlines
see 王小明 申請停止訓練（服役、公假）
as 323010000B/ag2
get /records
no 王小明
get {stop}
status 403
clock 2024-08-01T09:01
get /trainees/find
send /trainees/find national_id=A123456789 exam_year=113 exam_code=201
send /trainees/take-over
send /trainees/take-over confirm=yes
status 303
get /records
see 王小明 停止訓練（服役、公假） 示範部北區示範局
get /deadlines
see 王小明 申請停止訓練（服役、公假）
as 323000000A/ag1
get /records
no 王小明
get /records.json
no-raw 王小明
get /deadlines
no 王小明
get {stop}
status 403
get {stop}/form
status 403
get /trainees/1
status 403
get /
see "王小明（113年 201）已轉為其他機關人員，已不在貴機關人員之列"

# ACMS-027 Undone, all of it goes back; what the first agency had begun is no hindrance
as 323010000B/ag2
get /trainees/1
send /trainees/1/give-back reason=誤轉
status 303
follow
get /records
no 王小明
get {stop}
status 403
as 323000000A/ag1
get /records
see 王小明 停止訓練（服役、公假）
get /deadlines
see 王小明 申請停止訓練（服役、公假）

# ACMS-027 What was done since the take-over is one
as 323010000B/ag2
get /trainees/find
send /trainees/find national_id=A123456789 exam_year=113 exam_code=201
send /trainees/take-over
send /trainees/take-over confirm=yes
status 303
clock 2024-08-01T09:05
get {stop}/acts/file
send {stop}/acts/file filed=113/08/01
status 303
get /trainees/1
send /trainees/1/give-back reason=誤轉
status 422
see "王小明 已有受訓紀錄，請先移除後再還原。"
get {stop}/acts/forward
send {stop}/acts/forward document=示局字第1130001號 sent=113/08/01
status 303

# PLAN-091 PLAN-084 PLAN-137 In training, moved by 保訓會: days of leave, the report on an anomaly and its deadlines are the second agency's
as 323000000A/ag1
post /trainees/report exam_year=113 tick=2 v.2=1 day=113/08/01 overwrite=no
status 303
clock 2024-08-05T09:00
as 323000000A/ag1 w2
get /trainees/2/records/leave
send /trainees/2/records/leave kind=absence from=113/08/05 until=113/08/05 hours=8
status 303
get /attendance
see 陳美玲
get /deadlines
see 陳美玲 書面通報
as A58000000A/csptc w2
write moved.csv
	年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科,機關代碼
	113,201,A223456781,陳美玲,女,084/05/05,四等考試,一般行政,323010000B
post /roster/import file=@moved.csv
run jobs
keep moved rows "SELECT max(id) FROM import_batch"
keep row rows "SELECT max(id) FROM import_conflict"
post /imports/{moved}/conflicts tick={row} decision=take
status 303
as 323000000A/ag1 w2
get /attendance
no 陳美玲
get /deadlines
no 陳美玲
get /records
no 陳美玲
as 323010000B/ag2 w2
get /attendance
see 陳美玲
get /deadlines
see 陳美玲 書面通報 訓練期滿
get /records
see 陳美玲 請假
rows "SELECT g.code FROM training x JOIN agency g ON g.id = x.agency WHERE x.admission = 2" = 323010000B

# PLAN-046 Who waits for allocation is allocated by the list of the allocating authority, with the records of the retention
clock 2024-07-01T09:00
as A58000000A/csptc w3
get /trainees/3/records/retain
send /trainees/3/records/retain cause=illness years=1 channel=online hospital=hospital
status 303
keep kept location
get {kept}/acts/file
send {kept}/acts/file
send {kept}/acts/file
get {kept}/acts/approve
send {kept}/acts/approve document=公訓字第1130001113號 decided=113/07/01 served=113/07/01 years=1
send {kept}/acts/approve
status 303
get /trainees/3/records/makeup
send /trainees/3/records/makeup wanted=makeup cause=illness channel=online
keep makeup location
get {makeup}/acts/file
send {makeup}/acts/file
send {makeup}/acts/file
get {makeup}/acts/approve
send {makeup}/acts/approve document=公訓字第1130002222號 decided=113/07/01 served=113/07/01
send {makeup}/acts/approve
status 303
rows "SELECT state FROM trainee_state WHERE admission = 3" = wait_allocation
write allocated.csv
	年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科,機關代碼
	113,201,B123456780,林志強,男,084/05/05,四等考試,一般行政,323010000B
post /roster/import file=@allocated.csv
run jobs
keep allocated rows "SELECT max(id) FROM import_batch"
rows "SELECT state FROM trainee_state WHERE admission = 3" = allocated
rows "SELECT g.code FROM life_record r JOIN agency g ON g.id = r.agency WHERE r.admission = 3 AND r.kind = 'makeup'" = 323010000B
as 323010000B/ag2 w3
get /records
see 林志強 補訓

# PLAN-046 The list is taken back: the person waits again, and is nobody's
as A58000000A/csptc w3
post /imports/{allocated}/undo reason=誤植
status 303
rows "SELECT state FROM trainee_state WHERE admission = 3" = wait_allocation
rows "SELECT DISTINCT agency FROM life_record WHERE admission = 3" = 0

# PLAN-062 PLAN-066 The stop is decided there; who is stopped stays with the agency of the allocation
clock 2024-08-06T09:00
as A58000000A/csptc w4
get {stop}/acts/approve
send {stop}/acts/approve document=公訓字第1130008888號 decided=113/08/05 served=113/08/06 scope=all from=113/08/01
send {stop}/acts/approve
status 303
rows "SELECT state FROM trainee_state WHERE admission = 1" = stopped
as 323010000B/ag2 w4
get /
see 經保訓會核准停止全部訓練
as 323000000A/ag1 w4
get /trainees/find
send /trainees/find national_id=A123456789 exam_year=113 exam_code=201
send /trainees/take-over
status 422
see "王小明 非待報到或待分配訓練之人員，無法轉入" 仍留原分配機關
