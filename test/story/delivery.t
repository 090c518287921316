-- 人事單位: 成績下載, and what flows back to where it was delivered.

clock 2018-12-31T10:00
F1 hours
keep r06 rows "SELECT r.id FROM hours_record r JOIN person p ON p.id = r.person WHERE p.national_id = 'A100000109' AND r.hours = 12"
keep r11 rows "SELECT r.id FROM hours_record r JOIN person p ON p.id = r.person JOIN code_item c ON c.id = r.category WHERE p.national_id = 'B100000306' AND c.code = '103'"
keep k201 rows "SELECT class FROM hours_record WHERE id = {r06}"
keep k103 rows "SELECT class FROM hours_record WHERE id = {r11}"
keep c103 rows "SELECT id FROM code_item WHERE table_code = 'course_category' AND code = '103'"
keep unit rows "SELECT id FROM unit WHERE name = '人事處' AND agency = (SELECT id FROM agency WHERE code = '323000000A')"

# LEARN-401 LEARN-004 E-AUTH-01 The conditions; without the right no page
as 323000000A/o1
get /hr/delivery
status 403
as 323000000A/hr01
get /hr/delivery
status 200
see 課程結束年份 課程結束日期區間起 身分證字號 課程名稱 尚未下載過成績者 課程類別 部門名稱 人員區別 已修正 "103 性別主流化" 資訊處
get /learning
see "學習時數修正通知：0 筆"

# LEARN-402 E-DL-01 E-DATE-01 E-DATE-02 E-ID-02 E-ID-03 E-REQ-01 One year at a time; what is wrong is said at its field
get /hr/delivery
send /hr/delivery year=107 from=107-12-01 to=108-01-31
status 422
see 請以各年度下載，無法跨年度下載資料 E-DL-01
get /hr/delivery
send /hr/delivery year=107 from=13/1
status 422
see "「課程結束日期區間起」日期不正確：「13/1」，請用 107/01/31、1070131 或 2018-01-31（E-DATE-01）"
get /hr/delivery
send /hr/delivery year=107 from=12/1 to=1/31
status 422
see E-DATE-02
get /hr/delivery
send /hr/delivery year=107 national_id=A100000108
status 422
see E-ID-02
get /hr/delivery
send /hr/delivery year=107 national_id=F123456784
status 422
see E-ID-03
get /hr/delivery
send /hr/delivery year=
status 422
see E-REQ-01

# LEARN-401 LEARN-403 LEARN-405 LEARN-412 The whole year: 12 records, in a zip that opens with the 檔案密碼
get /hr/delivery
send /hr/delivery year=107
status 303
keep all location
follow
see 成績下載 檔案密碼 "課程結束年份：107；課程結束日期區間：1月1日至12月31日"
json get {all}
json row_count = 12
keep password json password
get {all}/file
status 200
opens {password} 身分證字號 A100000109 王一明 領導管理班 薦任第9職等 A107003 混成學習 學分 首次 一般公務人員 107/12/31 -資安實務 -陳四娟
locked aaaaaaaaaaaa

# LEARN-401 LEARN-402 LEARN-412 Conditions: category, unit, person, half a year; another year
get /hr/delivery
send /hr/delivery year=107 category={c103}
follow
see "課程類別：103 性別主流化"
rows "SELECT row_count FROM download_request ORDER BY id DESC LIMIT 1" = 3
get /hr/delivery
send /hr/delivery year=107 unit={unit}
rows "SELECT row_count FROM download_request ORDER BY id DESC LIMIT 1" = 6
keep political rows "SELECT id FROM code_item WHERE table_code = 'person_class' AND code = '1'"
keep civil rows "SELECT id FROM code_item WHERE table_code = 'person_class' AND code = '2'"
get /hr/delivery
send /hr/delivery year=107 class={civil}
follow
see "人員區別：2 一般公務人員"
rows "SELECT row_count FROM download_request ORDER BY id DESC LIMIT 1" = 12
get /hr/delivery
send /hr/delivery year=107 class={political}
rows "SELECT row_count FROM download_request ORDER BY id DESC LIMIT 1" = 0
get /hr/delivery
send /hr/delivery year=107 name=主流
rows "SELECT row_count FROM download_request ORDER BY id DESC LIMIT 1" = 3
get /hr/delivery
send /hr/delivery year=107 national_id=A200000209
follow
see "A20****209"
no A200000209
rows "SELECT row_count FROM download_request ORDER BY id DESC LIMIT 1" = 4
get /hr/delivery
send /hr/delivery year=107 from=7月1日 to=12/31
rows "SELECT row_count FROM download_request ORDER BY id DESC LIMIT 1" = 5
get /hr/delivery
send /hr/delivery year=106
follow
see 查無資料
as 323021000D/hr04
get /hr/delivery
send /hr/delivery year=107 format=ods
rows "SELECT row_count, format FROM download_request ORDER BY id DESC LIMIT 1" = 1|ods

# LEARN-404 Never fetched: counted per agency, when a file was fetched, not when it was asked for
as 323020000C/top03
get /hr/delivery
status 200
as 323000000A/hr01
rows "DELETE FROM hours_delivery RETURNING agency" = "2,2,2,2,2,2,2,2,2,2,2,2"
get /hr/delivery
send /hr/delivery year=107 undelivered=1
keep never location
follow
rows "SELECT row_count FROM download_request ORDER BY id DESC LIMIT 1" = 12
get /hr/delivery
send /hr/delivery year=107 to=6/30
keep half location
rows "SELECT row_count FROM download_request ORDER BY id DESC LIMIT 1" = 7
get {half}/file
status 200
as 323000000A/top01
get /hr/delivery
send /hr/delivery year=107 undelivered=1
rows "SELECT row_count FROM download_request ORDER BY id DESC LIMIT 1" = 5

# LEARN-110 A record changed before anybody fetched it is no correction; fetched and changed, it is
as 323000000A/hr01
get /hours/classes/{k201}
send /hours/classes/{k201} h.{r06}=11
status 303
get /learning
see "學習時數修正通知：0 筆"
get {never}/file
status 200
get /learning
see "107 年 1 筆"
get /hr/delivery
send /hr/delivery year=107
keep all location
get {all}/file
get /learning
see "學習時數修正通知：0 筆"

# LEARN-110 LEARN-406 Changed and deleted after fetching: both flow back, the deleted one on a sheet of its own; fetching clears the notice
get /hours/classes/{k201}
send /hours/classes/{k201} h.{r06}=10
status 303
get /hours/classes/{k103}
post /hours/classes/{k103} delete=1 confirm=1 tick={r11} reason=重複
status 303
get /learning
see "107 年 2 筆"
get /hr/delivery
send /hr/delivery year=107 corrected=1 category={c103}
keep some location
json get {some}
json row_count = 1
keep password json password
get {some}/file
opens {password} 張三和 -領導管理班
get /learning
see "107 年 1 筆"
get /hr/delivery
send /hr/delivery year=107 corrected=1 to=6/30
rows "SELECT row_count FROM download_request ORDER BY id DESC LIMIT 1" = 0
get "/hr/delivery?corrected=1&year=107"
raw "value=\"107\""
send /hr/delivery
status 303
keep corrected location
json get {corrected}
json row_count = 1
keep password json password
get /learning
see "107 年 1 筆"
get {corrected}/file
opens {password} 領導管理班 修正 <v>10</v> -張三和
get /learning
see "學習時數修正通知：0 筆"
get /hr/delivery
send /hr/delivery year=107 corrected=1
follow
see 查無資料

# LEARN-110 職稱, 官職等 of a record and a file taken back are corrections as well
keep r10 rows "SELECT r.id FROM hours_record r WHERE r.hours = 18"
post /hr/snapshots year=107 name=李二美 tick={r10} k.{r10}=P08 v.{r10}=1
status 303
get /learning
see "107 年 1 筆"
write u.csv
	*身分證號,*訓練進修機構名稱,機構性質,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位
	A100000109,示範大學,學校,採購實務,302,107/05/01,107/05/02,實體學習,6,小時
post /hours/import/unopened file=@u.csv
keep batch rows "SELECT max(id) FROM import_batch"
run jobs
get /hr/delivery
send /hr/delivery year=107 undelivered=1
keep new location
rows "SELECT row_count FROM download_request ORDER BY id DESC LIMIT 1" = 1
get {new}/file
get /learning
see "107 年 1 筆"
post /imports/{batch}/undo reason=誤傳 confirm=1
status 303
run jobs
get /learning
see "107 年 2 筆"

# LEARN-411 LEARN-413 E-DL-02 E-DL-03 Found by its day; for who asked alone; after its days it is gone, and asked for again
get "/downloads?from=107/12/31&to=107/12/31"
see 成績下載 顯示查詢條件
get "/downloads?from=107/12/30&to=107/12/30"
see 查無符合條件的資料
as 323000000A/top01
get {new}
status 403
see 只有申請人可以下載及檢視檔案密碼
clock 2019-01-07T10:01
as 323000000A/hr01 later
run jobs
get {new}
see 逾期刪除 檔案已逾保存期限 重新申請
rows "SELECT count(*) FROM hours_delivery_file f JOIN download_request d ON d.id = f.request WHERE d.state = 'expired'" = 0
send {new}/again
status 303
