-- 請證查驗: the roster and the proof of one carry a code; a public page tells whether they are still good, and nothing to who has no code.

clock 2023-02-03T09:00
agency 323000000A 示範部
agency A58000000A 保訓會
account 323000000A/ag1user agency_officer name=周淑芬
account A58000000A/csptc csptc_officer name=鄭文彬
exam 111 007 公務人員特種考試警察人員考試
person A123456789 王小明 男 111 007 agency=323000000A
person B123456780 林志強 男 111 007 agency=323000000A
rows "UPDATE admission SET education_score = '80.00' WHERE id <> 0 RETURNING 1" = 1,1
as 323000000A/ag1user
post /certification/persons row=1 v.1=0 identity.1=一般 score.1=82 practical_start.1=111/10/03 practical_end.1=112/02/02 row=2 v.2=0 identity.2=一般 score.2=82 practical_start.2=111/10/03 practical_end.2=112/02/02
status 303
get "/certification/serials/new?exam_year=111&exam_code=007"
send /certification/serials/new tick=1 tick=2
keep s location
get {s}/roster
no-pdf 請證查驗
rows "SELECT count(*) FROM certificate_check" = 0
get {s}
send {s}/confirm
status 303

# ACMS-078 The printed roster carries a QR code and the same to type; the code says where to look
get {s}/roster
pdf 請證查驗編號11100700001
scan "/verify?number=11100700001&code=" found
keep code rows "SELECT code FROM certificate_check WHERE admission IS NULL"
keep mine rows "SELECT code FROM certificate_check WHERE admission = 2"

# ACMS-078 ACMS-098 Whoever holds it sees that it is good, and no name, ID, score or birthday of those on it
as nobody
get /verify
status 200
see 請證查驗 編號 查驗碼
send /verify number=11100700001 code={code}
status 200
see 與系統紀錄相符 示範部 111年公務人員特種考試警察人員考試 人數 已確認申請
no 王小明 王○明 林○強 A123456789 82.00
json get "/verify?number=11100700001&code={code}"
json good = true
json members = 2

# ACMS-098 A wrong code, another's code and a number that is not there get one answer
get "/verify?number=11100700001&code=00000000000000000000"
status 422
see 查無此文件，或查驗碼不正確
no 示範部
get "/verify?number=11100700001&code={mine}"
status 422
see 查無此文件，或查驗碼不正確
get "/verify?number=99900700001&code={code}"
status 422
see 查無此文件，或查驗碼不正確
get "/verify?number=&code="
status 422
see 「編號」為必填欄位 「查驗碼」為必填欄位

# ACMS-098 One on it: name masked; typed with blanks, full width, small letters
get "/verify?number=１１１００７００００１-2&code={mine}"
status 200
see 林○強 與系統紀錄相符
no 林志強 王○明 示範部

# ACMS-104 Who guesses is stopped for a while, also with the right code; others are not
get "/verify?number=11100700001&code=1"
get "/verify?number=11100700001&code=2"
get "/verify?number=11100700001&code=3"
get "/verify?number=11100700001&code=4"
get "/verify?number=11100700001&code=5"
get "/verify?number=11100700001&code=6"
get "/verify?number=11100700001&code=7"
status 422
get "/verify?number=11100700001&code={code}"
status 429
clock 2023-02-03T09:02
get "/verify?number=11100700001&code={code}"
status 200

# ACMS-077 Sent back: the roster that was printed is not good any more, and says so; after it is confirmed again it has another code
as A58000000A/csptc
get {s}
send {s}/return reason=成績誤植
status 303
as nobody
get "/verify?number=11100700001&code={code}"
status 200
see 本文件已於 失效 申請已退回
no 示範部 與系統紀錄相符 成績誤植
as 323000000A/ag1user
get {s}
send {s}/confirm
status 303
as nobody
get "/verify?number=11100700001&code={code}"
see 失效
keep again rows "SELECT code FROM certificate_check WHERE admission IS NULL AND ended IS NULL"
get "/verify?number=11100700001&code={again}"
see 與系統紀錄相符

# PLAN-129 d Data that changed after the roster was made: it is invalid, and what changed is nobody's business here
rows "UPDATE person SET birth_date = '1995-05-06' WHERE national_id = 'A123456789' RETURNING 1" = 1
get "/verify?number=11100700001&code={again}"
see 本清冊已失效 資料已有變更
no 王 84/05/06
rows "UPDATE person SET birth_date = '1995-05-05' WHERE national_id = 'A123456789' RETURNING 1" = 1

# PLAN-133 The proof of one, once 考試院 has issued the certificate; its code is read back and leads to the page
as 323000000A/ag1user
get /certification/persons/1/note
status 409
see 尚未由考試院發證
as A58000000A/csptc
keep id rows "SELECT id FROM certificate_serial"
get /certification/numbers
send /certification/numbers tick={id} what=csptc document=公訓字第1130006555號 day=112/02/03
get /certification/numbers
send /certification/numbers tick={id} what=exam_yuan document=考授銓字第1號 day=112/02/03
status 303
as 323000000A/ag1user
get /certification/persons/1
see 列印請證證明
get /certification/persons/1/note
status 200
pdf 請證證明 王小明 考授銓字第1號 A12****789
keep one rows "SELECT code FROM certificate_check WHERE admission = 1 AND ended IS NULL"
scan "/verify?number=11100700001-1&code={one}"
as nobody
get "/verify?number=11100700001-1&code={one}"
see 與系統紀錄相符 考授銓字第1號 王○明 112/02/03

# PLAN-133 c Whose qualification is gone since: the proof is not good any more
rows "INSERT INTO trainee_state (admission, state) VALUES (1, 'revoked') RETURNING 1" = 1
get "/verify?number=11100700001-1&code={one}"
see 本文件已失效 廢止
no 王
rows "DELETE FROM trainee_state WHERE admission = 1 RETURNING 1" = 1
