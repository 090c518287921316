-- 學習時數: the three files, the pages, the transfer, corrections and their history.

clock 2018-12-31T09:00
F1 courses

# LEARN-281 LEARN-289 The page offers the three uploads; nothing is there yet
as 323000000A/hr01
get /hours
status 200
see 整批上傳(已開班) 整批上傳(未開班) 整批上傳(進修成績) 查無符合條件的資料
get /hours/import/opened
see 上傳格式說明 *課程代碼
get /hours/import/opened/template
raw "*身分證號,姓名,*課程代碼,*期別,*學習性質,*訓練總數,*訓練總數單位,數位時數,實體時數,認證結果,訓練成績,證件字號,與業務相關,備註"
get /hours/import/unopened/template
raw "*身分證號,姓名,*訓練進修機構名稱,機構性質,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位,數位時數,實體時數,認證結果,期別,訓練成績,證件字號,上課縣市,與業務相關,備註"
get /hours/import/study/template
raw "*身分證號,姓名,*進修機構名稱,*課程名稱,*起始日期,*終迄日期,*進修類別,*學習性質,*訓練總數,*訓練總數單位,數位時數,實體時數,認證結果,學位,學年學期,進修成績,證件字號,與業務相關,備註"

# LEARN-290 LEARN-291 LEARN-292 LEARN-294 E-HRS-01 E-HRS-02 E-HRS-03 E-HRS-04 E-HRS-05 E-ID-03 E-INT-01 W-HRS-01 Every mistake is named with its row and column, and nothing is stored
write wrong.csv
	*身分證號,姓名,*課程代碼,*期別,*學習性質,*訓練總數,*訓練總數單位,數位時數,實體時數,認證結果,訓練成績,證件字號,與業務相關,備註
	A100000109,李二美,A107002,1,實體學習,6,小時,,,通過,,,,
	A100000109,,A107002,2,實體學習,6,小時,,,通過,,,,
	A200000209,,A107003,1,混成學習,1,學分,6,,通過,,,,
	A200000209,,A107003,01,混成學習,12,小時,6,12,通過,,,,
	B100000306,,A107001,1,數位學習,3,小時,,2,通過,,,,
	B100000306,,A107002,1,實體學習,6.5,小時,,,通過,,,,
	F123456784,,A107002,1,實體學習,6,小時,,,通過,,,,
	B100000306,,B107001,1,實體學習,6,小時,,,通過,,,,
	B100000306,,1.07E+08,1,實體學習,6,小時,,,通過,,,,
	E100001002,,A107002,1,數位學習,6,小時,,,通過,,,,
	E100001002,,A107002,1,實體學習,0,小時,,,通過,,,,
post /hours/import/opened file=@wrong.csv
keep wrong rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{wrong}
see 檢核未通過 "wrong.csv 第 2 列「身分證號」：身分證號與姓名不符（E-HRS-05）" "找不到課程代碼「A107002」、期別「2」" "缺「實體時數」（E-HRS-01）" "數位 6＋實體 12＝18，應為 12（E-HRS-02）" "數位學習 不需填寫「實體時數」（E-HRS-03）" "第 7 列「訓練總數」：只接受整數，不接受小數：「6.5」（E-INT-01）" "第 8 列「身分證號」：查無此人（E-ID-03）" "找不到課程代碼「B107001」、期別「1」" "已被試算表改成科學記號" "學習性質與課程設定不同：「數位學習」／「實體學習」" "第 12 列「訓練總數」"
rows "SELECT count(*) FROM hours_record" = 0
get /imports/{wrong}/file/errors
raw 錯誤列號 E-HRS-05

# LEARN-289 LEARN-293 SM-3 A correct file: two learners with hours of their own; the class is listed with how they stand
write c2.csv
	*身分證號,姓名,*課程代碼,*期別,*學習性質,*訓練總數,*訓練總數單位,數位時數,實體時數,認證結果,訓練成績,證件字號,與業務相關,備註
	E100001002,趙十全,A107002,1,實體學習,6,小時,,,通過,,,,
	B100000306,張三和,a107002,01,實體學習,1,天,,6,不通過,,,,缺課
post /hours/import/opened file=@c2.csv
run jobs
get "/hours?year=107&category=301&kind=1"
see A107002 資安實務 "301 資訊" 登錄時數 "共 1 筆"
rows "SELECT p.national_id, r.hours, r.digital, r.cert, r.source FROM hours_record r JOIN person p ON p.id = r.person ORDER BY 1" = B100000306|6|0|2|2,E100001002|6|0|1|2
rows "SELECT person, category, records, hours FROM hours_person_seen" = 10|14|1|6
keep c2 rows "SELECT id FROM hours_class"
get /hours/classes/{c2}
see 張三和 趙十全 "B10****306" 缺課 "通過 1 筆，不通過 1 筆，未認證 0 筆" 範例市自來水事業處
no B100000306
get /hours/classes/{c2}.csv
raw 張三和

# LEARN-288 E-DUP-01 A learner of the list on the spot is added by hand, once
get /hours/classes/{c2}
send /hours/classes/{c2}/add national_id=A100000109 hours=6 cert=1
status 303
follow
see 已新增王一明 王一明 "通過 2 筆"
send /hours/classes/{c2}/add national_id=A100000109 hours=6 cert=1
status 422
see 資料已存在 王一明已在本班名單中
send /hours/classes/{c2}/add national_id=A100000108 hours=6 cert=1
status 422
see E-ID-02
send /hours/classes/{c2}/add national_id=F123456784 hours=6 cert=1
status 422
see E-ID-03
send /hours/classes/{c2}/add national_id=A200000209 hours=4.5 cert=1
status 422
see E-INT-01

# LEARN-285 Hours per learner; a decimal is refused; the sums follow
keep p10 rows "SELECT r.id FROM hours_record r JOIN person p ON p.id = r.person WHERE p.national_id = 'E100001002'"
get /hours/classes/{c2}
send /hours/classes/{c2} h.{p10}=4.5
status 422
see E-INT-01 4.5
get /hours/classes/{c2}
send /hours/classes/{c2} h.{p10}=4
status 303
rows "SELECT hours, digital FROM hours_record WHERE id = {p10}" = 4|0
rows "SELECT hours FROM hours_person_seen WHERE person = (SELECT person FROM hours_record WHERE id = {p10})" = 4
get /hours/records/{p10}
see 歷程 "訓練時數：6" "訓練時數：4" "共 2 筆" 李二美

# LEARN-284 LEARN-281 A row says when and by whom it was changed last; 開課機關 is one's own, and 總處 asks for any
get /hours/classes/{c2}
order 趙十全 李二美 歷程
raw "value=\"4\""
rows "SELECT count(*) FROM hours_record WHERE id = {p10} AND changed_by = (SELECT id FROM account WHERE name = 'hr01')" = 1
get /hours?kind=1&code=a107002&category=301&year=107
raw "value=\"示範部\" size=\"16\" readonly"
see 資安實務 "共 1 筆"
get /hours?name=%25
see 查無符合條件的資料
as 300000000Z/dgpa
get /hours?agency=示範部第一局
see 查無符合條件的資料
get /hours?agency=323000000a
see 資安實務
as 323000000A/hr01

# LEARN-286 「全部通過」, with one set otherwise, and back
get /hours/classes/{c2}
send /hours/classes/{c2} all=2 c.{p10}=0
status 303
follow
see "通過 0 筆，不通過 2 筆，未認證 1 筆"
rows "SELECT count(*) FROM hours_person_seen WHERE hours <> 0" = 0
get /hours/classes/{c2}
send /hours/classes/{c2} all=1
follow
see "通過 3 筆，不通過 0 筆，未認證 0 筆"

# LEARN-011 E-STALE-01 Who was first is told of
json get /hours/classes/{c2}
post /hours/classes/{c2} v.{p10}=1 h.{p10}=3 c.{p10}=1
status 409
see 此筆資料已由 李二美 修改

# LEARN-287 LEARN-013 SM-3 Deleting asks first, keeps the record, and can be taken back
get /hours/classes/{c2}
send /hours/classes/{c2} delete=1
status 422
see 尚未勾選
keep p03 rows "SELECT r.id FROM hours_record r JOIN person p ON p.id = r.person WHERE p.national_id = 'B100000306'"
get /hours/classes/{c2}
send /hours/classes/{c2} delete=1 tick={p03}
status 200
see "將刪除下列 1 位學員" 張三和
rows "SELECT count(*) FROM hours_record WHERE deleted IS NOT NULL" = 0
send /hours/classes/{c2} confirm=1 reason=重複登錄
status 303
follow
see "已刪除 1 筆" "共 2 人"
rows "SELECT sum(hours) FROM hours_agency_seen" = 10
get /hours/classes/{c2}/deleted
see 張三和 復原
send /hours/records/{p03}/restore
status 303
follow
see "共 3 人"
rows "SELECT sum(hours) FROM hours_agency_seen" = 16

# LEARN-316 Entered, changed, deleted, restored: the history has each with who and when
get /hours/records/{p03}
see 登錄（整批上傳） 修改 刪除 復原 重複登錄 "認證：不通過" "認證：通過"

# LEARN-316 LEARN-003 The learner sees the own hours, what of them was changed lately, and what became of one; nobody else's
as 323000000A/learner03
get /learn/records?year=107
see 我的學習時數 資安實務 異動 歷程
get /learn/records/{p03}
see 登錄（整批上傳） 刪除 復原
no-raw /imports/
as 323010000B/learner06
get /learn/records?year=107
no 資安實務
get /learn/records/{p03}
status 404
as 323000000A/hr01

# LEARN-301 LEARN-302 LEARN-305 SM-3 未開班: six fields make a record; the same six change it; one other makes a second
write u.csv
	*身分證號,姓名,*訓練進修機構名稱,機構性質,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位,數位時數,實體時數,認證結果,期別,訓練成績,證件字號,上課縣市,與業務相關,備註
	A100000109,王一明,示範大學,學校,採購實務,302,107/05/01,107/05/02,實體學習,6,小時,,6,通過,,85,,臺北市,Y,
post /hours/import/unopened file=@u.csv
run jobs
write u12.csv
	*身分證號,*訓練進修機構名稱,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位
	A100000109,示範大學,採購實務,法制與採購,1070501,2018-05-02,2,12,1
post /hours/import/unopened file=@u12.csv
run jobs
rows "SELECT hours, business, more FROM hours_record WHERE class <> {c2}" = "12|1|{\"score\":\"85\",\"county\":\"10\"}"
write u3.csv
	*身分證號,*訓練進修機構名稱,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位
	A100000109,示範大學,採購實務,302,107/05/01,107/05/03,2,6,1
	A100000109,示範大學,採購實務,301,107/05/01,107/05/02,2,6,1
post /hours/import/unopened file=@u3.csv
run jobs
rows "SELECT count(*) FROM hours_record WHERE class <> {c2}" = 3
rows "SELECT count(*) FROM hours_class WHERE kind = 2" = 3

# LEARN-303 W-CSV-03 What only looks different is pointed out, and is new all the same
write near.csv
	*身分證號,*訓練進修機構名稱,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位
	A100000109,示範大學,採購 實務,302,107/05/01,107/05/02,2,6,1
	A200000209,示範大學,採購　實務,302,107/05/01,107/05/02,2,6,1
post /hours/import/unopened file=@near.csv
keep near rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{near}
see 完成 "疑似與既有紀錄重複，只差「課程名稱」：「採購 實務」／「採購實務」" "提醒"
rows "SELECT warnings, rows_created FROM import_batch WHERE id = {near}" = 1|2

# LEARN-022 E-CSV-10 E-DATE-02 E-HRS-09 E-CODE-01 E-RANGE-01 The same key twice, an end before the start, an end to come, an unknown code
write bad.csv
	*身分證號,*訓練進修機構名稱,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位
	A200000209,示範大學,民法,302,107/05/01,107/05/02,2,6,1
	A200000209,示範大學,刑法,302,107/05/03,107/05/02,2,6,1
	A200000209,示範大學,刑法,302,107/12/03,108/01/02,2,6,1
	A200000209,示範大學,刑法,999,107/05/01,107/05/02,2,6,1
	A200000209,示範大學,民法,302,107/05/01,107/05/02,2,3,1
	A200000209,示範大學,舊課,302,070/05/01,070/05/02,2,3,1
post /hours/import/unopened file=@bad.csv
keep bad rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{bad}
see "第 6 列" "與第 2 列重複（E-CSV-10）" "「起始日期」不可晚於「終迄日期」（E-DATE-02）" "課程尚未結束（108/01/02）（E-HRS-09）" "代碼不存在：「999」（E-CODE-01）" E-DATE-03

# LEARN-304 SM-6 Hours of a private institution wait for the person's agency
write private.csv
	*身分證號,姓名,*訓練進修機構名稱,機構性質,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位
	B200000406,陳四娟,語言補習班,3,語文,402,107/10/01,107/10/01,實體學習,3,小時
	B100000306,,示範文教公司,,語文,402,107/10/01,107/10/01,實體學習,3,小時
	A200000209,,示範大學,,語文,402,107/10/01,107/10/01,實體學習,3,小時
post /hours/import/unopened file=@private.csv
run jobs
rows "SELECT p.national_id, r.review FROM hours_record r JOIN person p ON p.id = r.person JOIN hours_class k ON k.id = r.class WHERE k.name = '語文' ORDER BY 1" = A200000209|0,B100000306|1,B200000406|1

# LEARN-306 E-DUP-01 A typing error in a class is put right in one step
write typo.csv
	*身分證號,*訓練進修機構名稱,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位
	A100000109,示範大學,採購實物,302,107/06/01,107/06/02,2,6,1
	A200000209,示範大學,採購實物,302,107/06/01,107/06/02,2,6,1
post /hours/import/unopened file=@typo.csv
run jobs
keep typo rows "SELECT id FROM hours_class WHERE name = '採購實物'"
get /hours/classes/{typo}/key
send /hours/classes/{typo}/key
status 422
see 沒有需要更正的內容
get /hours/classes/{typo}/key
send /hours/classes/{typo}/key title=採購實務進階
status 303
follow
see "已更正 2 筆" 採購實務進階 "共 2 人"
rows "SELECT count(*) FROM hours_record WHERE class = {typo}" = 0
keep moved rows "SELECT id FROM hours_class WHERE name = '採購實務進階'"
get /hours/classes/{moved}/key
send /hours/classes/{moved}/key title=採購實務 start=107/05/01 end=107/05/02
status 422
see E-DUP-01 部分學員已有相同課程的紀錄
get /hours/classes/{moved}/key
send /hours/classes/{moved}/key category=999
status 422
see E-CODE-01

# LEARN-311 LEARN-312 LEARN-313 LEARN-314 進修: the same rules, its kind by code or name
write s.csv
	*身分證號,姓名,*進修機構名稱,*課程名稱,*起始日期,*終迄日期,*進修類別,*學習性質,*訓練總數,*訓練總數單位,數位時數,實體時數,認證結果,學位,學年學期,進修成績,證件字號,與業務相關,備註
	A200000209,李二美,示範大學,資訊管理碩士班,107/02/01,107/06/30,1,混成學習,3,學分,18,36,通過,碩士,106-2,85,,Y,
post /hours/import/study file=@s.csv
run jobs
rows "SELECT r.hours, r.digital, r.more, t.code FROM hours_record r JOIN hours_class k ON k.id = r.class JOIN code_item t ON t.id = r.category WHERE k.kind = 3" = "54|18|{\"score\":\"85\",\"degree\":\"碩士\",\"semester\":\"106-2\"}|499"
write s2.csv
	*身分證號,*進修機構名稱,*課程名稱,*起始日期,*終迄日期,*進修類別,*學習性質,*訓練總數,*訓練總數單位,數位時數,實體時數
	A200000209,示範大學,資訊管理碩士班,107/02/01,107/06/30,入學進修,混成學習,2,學分,12,24
	A200000209,示範大學,資訊管理碩士班,107/02/01,107/06/30,選修學分,混成學習,2,學分,12,24
post /hours/import/study file=@s2.csv
run jobs
rows "SELECT k.study_kind IS NOT NULL, r.hours FROM hours_record r JOIN hours_class k ON k.id = r.class WHERE k.kind = 3" = 1|36,1|36
write s9.csv
	*身分證號,*進修機構名稱,*課程名稱,*起始日期,*終迄日期,*進修類別,*學習性質,*訓練總數,*訓練總數單位,數位時數,實體時數
	A200000209,示範大學,資訊管理碩士班,107/02/01,107/06/30,9,混成學習,2,學分,0,24
post /hours/import/study file=@s9.csv
keep s9 rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{s9}
see E-CODE-01 E-HRS-01
keep study rows "SELECT min(id) FROM hours_class WHERE kind = 3"
get /hours/classes/{study}
see 李二美 混成學習
keep p02 rows "SELECT id FROM hours_record WHERE class = {study}"
send /hours/classes/{study} h.{p02}=30
status 422
see "數位 12＋實體 24＝36，應為 30"
get /hours/classes/{study}
send /hours/classes/{study} h.{p02}=30 d.{p02}=10 f.{p02}=20
status 303
rows "SELECT hours, digital FROM hours_record WHERE id = {p02}" = 30|10

# LEARN-295 CSV-5A A file of a training centre's own system comes in as it is
write-big5 centre.csv
	"身分證字號","課程類別代碼","學員所屬機關(構)代碼","上課縣市","期別","課程名稱","學位學分","課程代碼","出勤上課狀況","開課起始日期","開課起始時間","開課結束日期","開課結束時間","訓練總數","訓練總數單位","訓練成績","證件字號","生日","學習性質","數位時數","實體時數","實際上課起始日期","實際上課起始時間","實際上課結束日期","年度"
	"A100000109","301","323000000A","10","1","系統分析班","6","X1","全勤","107-05-01","0900","107-05-03","1700","1","6","90","","590101","3","6","12","","","","107"
post /hours/import/unopened file=@centre.csv
keep centre rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{centre}
see 依交換格式讀取 完成
rows "SELECT r.hours, r.review, i.name FROM hours_record r JOIN hours_class k ON k.id = r.class JOIN institution i ON i.id = k.institution WHERE k.name = '系統分析班'" = 18|0|示範部
write centre3.csv
	"身分證字號","課程類別代碼","課程名稱","開課起始日期","開課結束日期","訓練總數","訓練總數單位","學習性質","數位時數","實體時數"
	"A100000109","301","系統分析班","107-05-01","107-05-03","1","3","3","6","12"
post /hours/import/unopened file=@centre3.csv
keep centre3 rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{centre3}
see "「訓練總數單位」" E-CHOICE-01

# LEARN-295 CSV-5A 生日 is held against the person's where one is stored: the class of a stranger goes to nobody
write-big5 stranger.csv
	"身分證字號","課程類別代碼","課程名稱","開課起始日期","開課結束日期","訓練總數","訓練總數單位","生日","學習性質"
	"A100000109","301","系統分析二班","107-05-01","107-05-03","6","1","591231","2"
	"A200000209","301","系統分析二班","107-05-01","107-05-03","6","1","590101","2"
	"B100000306","301","系統分析二班","107-05-01","107-05-03","6","1","","2"
post /hours/import/unopened file=@stranger.csv
run jobs
follow
see "stranger.csv 第 2 列「生日」：身分證號與出生日期不符（E-POS-03）"
rows "SELECT rows_wrong, rows_read FROM import_batch ORDER BY id DESC LIMIT 1" = 1|3

# LEARN-295 CSV-5A The older 19 columns, and the form of 環境教育: its hours are hours, what it tells besides goes to 備註
write old19.csv
	身份證字號,課程類別代碼,學員所屬機關(構)代碼,上課縣市,期別,課程名稱,學位學分,課程代碼,出勤上課狀況,開課起始日期,開課結束日期,訓練總數,訓練總數單位,訓練成績,證件字號,生日,學習性質,數位時數,實體時數
	A200000209,301,323000000A,10,2,舊式檔案,6,X2,全勤,107-06-01,107-06-02,2,2,88,,590101,2,,
post /hours/import/unopened file=@old19.csv
run jobs
follow
see 依交換格式讀取 完成
rows "SELECT r.hours, r.digital, r.more FROM hours_record r JOIN hours_class k ON k.id = r.class WHERE k.name = '舊式檔案'" = "12|0|{\"term\":\"2\",\"score\":\"88\",\"county\":\"10\",\"note\":\"出勤上課狀況：全勤\"}"
write green.csv
	身分證字號,姓名,名稱,課程類別代碼,上課起始日期,上課結束日期,課程時數,學習性質,實施縣市,實施地點,內容概要
	A200000209,李二美,濕地保育,102,107/06/05,107/06/05,3,2,臺北市,關渡,導覽
post /hours/import/unopened file=@green.csv
run jobs
follow
see 依交換格式讀取 完成
rows "SELECT r.hours, r.more FROM hours_record r JOIN hours_class k ON k.id = r.class WHERE k.name = '濕地保育'" = "3|{\"county\":\"10\",\"note\":\"實施地點：關渡；內容概要：導覽\"}"

# LEARN-315 E-HRS-06 What another agency has entered is seen by nobody else here, and changed by nobody else
as 323010000B/hr02
get /hours/classes/{c2}
status 404
get /hours/records/{p03}
status 404
write foreign.csv
	*身分證號,*訓練進修機構名稱,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位
	A100000109,示範大學,採購實務,302,107/05/01,107/05/02,2,20,1
post /hours/import/unopened file=@foreign.csv
keep foreign rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{foreign}
see "此紀錄由「示範部」登錄，您無法修改（E-HRS-06）"

# LEARN-315 LEARN-302 The agency above may change what one below it has entered
write below.csv
	*身分證號,*訓練進修機構名稱,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位
	C100000503,示範大學,民法概論,302,107/05/01,107/05/02,2,6,1
post /hours/import/unopened file=@below.csv
run jobs
as 323000000A/hr01
write above.csv
	*身分證號,*訓練進修機構名稱,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位
	C100000503,示範大學,民法概論,302,107/05/01,107/05/02,2,9,1
post /hours/import/unopened file=@above.csv
run jobs
rows "SELECT r.hours FROM hours_record r JOIN hours_class k ON k.id = r.class WHERE k.name = '民法概論'" = 9

# LEARN-027 A batch is undone as a whole: what it made is gone, what it changed is as before, and so are the sums
keep before rows "SELECT sum(hours) FROM hours_agency_seen"
write undo.csv
	*身分證號,*訓練進修機構名稱,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位
	C100000503,示範大學,民法概論,302,107/05/01,107/05/02,2,30,1
	C200000603,示範大學,民法概論,302,107/05/01,107/05/02,2,30,1
post /hours/import/unopened file=@undo.csv
keep undo rows "SELECT max(id) FROM import_batch"
run jobs
rows "SELECT sum(hours) - {before} FROM hours_agency_seen" = 51
get /imports/{undo}
send /imports/{undo}/undo reason=檔案錯誤
status 303
rows "SELECT sum(hours) - {before} FROM hours_agency_seen" = 0
run jobs
rows "SELECT sum(hours) - {before} FROM hours_agency_seen" = 0
rows "SELECT r.hours FROM hours_record r JOIN hours_class k ON k.id = r.class WHERE k.name = '民法概論'" = 9

# LEARN-028 LEARN-205 The same file once more: nothing is written
post /hours/import/unopened file=@above.csv again=yes
run jobs
rows "SELECT rows_created, rows_updated, rows_unchanged FROM import_batch ORDER BY id DESC LIMIT 1" = 0|0|1

# LEARN-205 An outside system sends a file under a number of its own: sent twice it acts once
write auto.csv
	*身分證號,姓名,*課程代碼,*期別,*學習性質,*訓練總數,*訓練總數單位,數位時數,實體時數,認證結果,訓練成績,證件字號,與業務相關,備註
	A100000109,王一明,A107001,1,數位學習,1,小時,,,通過,,,,
	A200000209,李二美,A107001,1,數位學習,1,小時,,,通過,,,,
post /hours/auto request=E-20181001-1 kind=opened file=@auto.csv
status 303
keep auto rows "SELECT max(id) FROM import_batch"
post /hours/auto request=E-20181001-1 kind=opened file=@auto.csv
status 303
rows "SELECT max(id) FROM import_batch" = {auto}
run jobs
get "/hours/auto?request=E-20181001-1"
follow
see 自動時數上傳 完成
rows "SELECT count(*) FROM hours_record WHERE source = 4" = 2
post /hours/auto request=E-20181001-2 kind=other file=@auto.csv
status 422
see E-CHOICE-01
get "/hours/auto?request=unknown"
status 404
