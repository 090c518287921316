-- A case goes from station to station: who receives it is told and has it on the list; the agency is told of the answer.

clock 2024-07-05T09:00
setting PEIXUN_MAIL_URL smtp://127.0.0.1:9
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
agency A58010000A 國家文官學院
account 323000000A/ag1 agency_officer name=周淑芬
account A58000000A/csptc csptc_officer name=鄭文彬
account A58010000A/nacs nacs_officer name=蘇文達
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 113 201 agency=323000000A
person B223456782 陳小美 女 113 201 agency=323000000A
as A58000000A/csptc
get /allocations/1
send /allocations/1 published=113/06/14 result_published=113/07/19 reason=榜示
status 303

# PLAN-137 An application that a trainee sends on line reaches 保訓會: a notice, the counter and the list of what waits there
as nobody
get /apply
send /apply national_id=A123456789 birth_date=084/05/05 exam_year=113 exam_code=201 email=wang@example.com
keep code rows "SELECT substr(body, 17, 6) FROM mail"
send /apply/code code={code}
get /trainees/1/records/retain
send /trainees/1/records/retain cause=child_care years=3 channel=post child_birth=112/05/20 spouse_servant=no spouse_leave=no
status 303
keep mine location
rows "SELECT count(*) FROM notice" = 0
rows "SELECT waits FROM life_record" = 0
get {mine}/acts/file
send {mine}/acts/file
send {mine}/acts/file
status 303
as A58000000A/csptc
get /
see "王小明（113年公務人員特種考試身心障礙人員考試）：「保留受訓資格申請」送出申請，待保訓會辦理。" "1 待本機關辦理之申請"
get /records?waits=mine
see 王小明 保留受訓資格申請 待本機關辦理
json get /records.json?waits=mine
json total = 1
as A58010000A/nacs
get /
no 送出申請
see "0 待本機關辦理之申請"

# PLAN-137 收件 leaves it where it is; sent back, the agency is told why and 保訓會 has nothing more to see
as A58000000A/csptc
get {mine}/acts/receive
send {mine}/acts/receive
status 303
rows "SELECT waits FROM life_record" = 1
get {mine}/acts/return
send {mine}/acts/return reason=缺戶口名簿
status 303
get /
no 送出申請
see "0 待本機關辦理之申請"
as 323000000A/ag1
get /
see "王小明：保留受訓資格申請退回補件：缺戶口名簿"
no 待本機關辦理之申請
get /records
no 待本機關辦理

# PLAN-137 Supplied, it is there again; withdrawn, 保訓會 need not see it
as 323000000A/ag1
get {mine}/acts/supply
send {mine}/acts/supply
status 303
rows "SELECT count(*) FROM notice WHERE kind = 'life.at-commission' AND seen IS NULL" = 1
get {mine}/acts/withdraw
send {mine}/acts/withdraw reason=不申請了
send {mine}/acts/withdraw
status 303
rows "SELECT count(*) FROM notice WHERE kind = 'life.at-commission' AND seen IS NULL" = 0

# PLAN-137 From 國家文官學院 to 保訓會: each has it while it waits there, and the agency hears of each step
post /trainees/report exam_year=113 tick=2 v.2=1 day=113/07/05 overwrite=no
get /trainees/2/records/bt-online
send /trainees/2/records/bt-online filed=113/07/05 why=行動不便
status 303
keep online location
as A58010000A/nacs
get /
see "「線上學習基礎訓練」函報國家文官學院，待國家文官學院辦理。" "1 待本機關辦理之申請"
get {online}/acts/forward
send {online}/acts/forward sent=113/07/05
status 303
get /
no 待國家文官學院辦理
see "0 待本機關辦理之申請"
as A58000000A/csptc
get /
see "「線上學習基礎訓練」轉陳保訓會，待保訓會辦理。" "1 待本機關辦理之申請"
as 323000000A/ag1
get /
see "陳小美：線上學習基礎訓練：轉陳保訓會"
as A58000000A/csptc
get {online}/acts/consent
send {online}/acts/consent document=公訓字第1130008888號 decided=113/07/05 served=113/07/05
send {online}/acts/consent
status 303
as 323000000A/ag1
get /
see "陳小美：保訓會同意參加線上學習基礎訓練（公訓字第1130008888號）"
no 轉陳保訓會
