-- 人事單位: the lists of persons and courses, with F1's figures.

clock 2018-12-31T09:00
F1 hours
run jobs

# LEARN-441 LEARN-442 The roster with its sums; conditions on hours, on those without any, with the agencies below
as 323000000A/hr01
get /colleagues
status 200
see 同仁學習狀況明細 請設定查詢條件 包含所屬機關 零時數 "業務相關時數 ≥"
no 王一明
get "/colleagues?year=107"
status 200
see "共 4 人" 王一明 李二美 張三和 陳四娟 "A10****109" 名冊基準日
no 林五德 A100000109
get "/colleagues?year=107&business_least=20"
see "共 2 人" 王一明 李二美
no 張三和
get "/colleagues?year=107&zero=1"
see "共 1 人" 陳四娟
get "/colleagues?year=107&below=1"
see "共 8 人" 林五德 周八雲
no 鄭九安
json get "/colleagues.json?year=107&name=李二美"
json rows.0.records = 4
json rows.0.hours = 24
json rows.0.digital = 9
json rows.0.physical = 15
json rows.0.business = 24
json get "/colleagues.json?year=107&below=1&sort=-hours"
json total = 8

# LEARN-441 Every condition by itself: of the person, of the record, of the time
get "/colleagues?year=107&below=1&unit=資訊"
see "共 2 人"
get "/colleagues?year=107&below=1&sex=female"
see "共 4 人"
get "/colleagues?year=107&below=1&grade=薦任"
see "共 4 人"
get "/colleagues?year=107&below=1&grade_from=7&grade_to=9"
see "共 3 人" 李二美 張三和 林五德
get "/colleagues?year=107&below=1&class=4"
see "共 1 人" 吳七福
get "/colleagues?year=107&below=1&supervisor=1"
see "共 3 人"
get "/colleagues?year=107&below=1&agency=323020000C"
see "共 1 人" 周八雲
keep c103 rows "SELECT id FROM code_item WHERE table_code = 'course_category' AND code = '103'"
get "/colleagues?year=107&below=1&category={c103}&hours_least=1"
see "共 6 人"
json get "/colleagues.json?year=107&below=1&category={c103}&name=李二美"
json rows.0.records = 1
json rows.0.hours = 3
json get "/colleagues.json?year=107&mode=1&name=李二美"
json rows.0.records = 2
json rows.0.hours = 3
json get "/colleagues.json?from=107/08/01&to=107/12/31&name=李二美"
json rows.0.records = 2
json rows.0.hours = 21
get "/colleagues?year=107&hours_least=5&hours_most=23"
see "共 1 人" 張三和
get "/colleagues?year=107&title=專員"
see "共 1 人" 張三和
get "/colleagues?year=107&digital_least=9&digital_most=11"
see "共 2 人" 王一明 李二美
get "/colleagues?year=107&physical_least=15&physical_most=15"
see "共 2 人" 王一明 李二美
get "/colleagues?year=107&business_least=1&business_most=24"
see "共 3 人" 王一明 李二美 張三和

# LEARN-005 LEARN-007 E-DATE-02 E-DATE-03 E-RANGE-01 What is wrong stands at its field, and nothing is asked
get "/colleagues?from=107/12/31&to=107/01/01"
status 422
see E-DATE-02
no 王一明
get "/colleagues?year=300"
status 422
see E-DATE-03

# LEARN-037 LEARN-038 The as-of day and what has not ended: R19 is of 108 and counts from its end on
json get "/colleagues.json?year=108&below=1&name=周八雲"
json rows.0.hours = 0
clock 2019-01-06T09:00
as 323000000A/hr01 january
json get "/colleagues.json?year=108&below=1&name=周八雲"
json rows.0.hours = 4
json get "/colleagues.json?year=107&below=1&name=周八雲"
json rows.0.hours = 1
clock 2018-12-31T10:00
as 323000000A/hr01 again

# LEARN-443 「檢視」: all records of the time, with what does not count
keep p03 rows "SELECT id FROM person WHERE national_id = 'B100000306'"
get "/colleagues/{p03}?from=2018-01-01&to=2018-12-31"
status 200
see 性別主流化研習 人文講座 資安實務 "不通過，不計" "共 3 筆" "合計（採計 2 筆） 5" "B10****306"
json get "/colleagues/{p03}?from=2018-01-01&to=2018-12-31"
json total = 3

# LEARN-003 LEARN-443 E-SCOPE-01 Nobody sees who is not of the own agencies, by code or by number
keep p01 rows "SELECT id FROM person WHERE national_id = 'A100000109'"
keep before rows "SELECT count(*) FROM audit WHERE action = 'refused'"
as 323010000B/hr02
get "/colleagues?year=107&agency=323000000A"
see E-SCOPE-01
no 王一明 李二美
get "/colleagues/{p01}?from=2018-01-01&to=2018-12-31"
status 404
see 查無此資料，或資料不屬於您目前的單位及其所屬機關
no 王一明
rows "SELECT CASE WHEN count(*) > {before} THEN 'more' ELSE 'none' END FROM audit WHERE action = 'refused'" = more
as 323000000A/o1
get "/colleagues?year=107"
status 403
see 您沒有使用此功能的權限

# LEARN-015 「顯示完整」 with a reason: the full number and one entry; without one, none
as 323000000A/hr01 again
get "/colleagues?year=107"
send /personal/full reason=
status 422
see E-REQ-01
get "/colleagues?year=107"
send /personal/full reason=核對名冊
status 303
follow
see A100000109 恢復遮罩 完整顯示至
rows "SELECT count(*) FROM audit WHERE action = 'personal.read' AND reason = '核對名冊'" = 1
get "/colleagues.csv?year=107"
raw "A10****109"
no-raw A100000109
get "/colleagues?year=107"
send /personal/full mask=1
follow
see A10****109 顯示完整
no A100000109
rows "SELECT count(*) FROM audit WHERE action = 'personal.read'" = 2

# LEARN-015 The same on the page of a class
keep class rows "SELECT k.id FROM hours_class k JOIN course c ON c.id = k.course WHERE c.course_code = 'A107001'"
get /hours/classes/{class}
see "A10****109"
send /personal/full reason=成績疑義
follow
see A100000109
get /hours/classes/{class}/deleted
no A100000109
rows "SELECT count(*) FROM audit WHERE action = 'personal.read' AND reason = '成績疑義'" = 1

# LEARN-005 By a national ID, which stands in no address
get "/colleagues?year=107"
send /personal/find national_id=A100000108
status 422
see E-ID-02
get "/colleagues?year=107&below=1"
send /personal/find national_id=b100000306
status 303
follow
see "共 1 人" 張三和 "查詢身分證字號：B10****306"
json get "/colleagues.json?year=107&who=1"
json total = 1
json rows.0.name = 張三和

# LEARN-444 LEARN-032 LEARN-033 「匯出」: the hours of each person, with full numbers, behind a 檔案密碼
get "/colleagues?year=107"
send /colleagues/export format=xlsx
status 303
follow
see 可下載 檔案密碼 "機關：323000000A 示範部；期間：107/01/01 至 107/12/31"
keep pw after 檔案密碼：
keep d rows "SELECT max(id) FROM download_request"
rows "SELECT row_count FROM download_request WHERE id = {d}" = 4
get /downloads/{d}/file
opens {pw} A100000109 A200000209 王一明 業務相關時數 查詢條件

# LEARN-445 「匯出明細」: a row a record; their sum is that of 「匯出」
get "/colleagues?year=107"
send /colleagues/export format=xlsx detail=1
follow
keep pw2 after 檔案密碼：
keep d2 rows "SELECT max(id) FROM download_request"
rows "SELECT row_count FROM download_request WHERE id = {d2}" = 12
get /downloads/{d2}/file
opens {pw2} A100000109 環境教育研習 系統分析 開課機關(構)
rows "SELECT state FROM download_request ORDER BY id" = fetched,fetched

# LEARN-451 LEARN-452 Courses of the units' members, with the state of their hours; registrations without hours too
get "/colleagues/courses?year=107"
status 200
see 同仁課程資料查詢 王一明 語文 待複核 "共 14 筆"
keep it rows "SELECT id FROM unit WHERE name = '資訊處'"
get "/colleagues/courses?year=107&units={it}&approval=failed"
see "共 1 筆" 張三和 資安實務 不通過 "B10****306"
no 系統分析
get "/colleagues/courses?year=107&name=陳四娟"
see "共 1 筆" 語文 待複核 —
rows "INSERT INTO registration (course, person, seq_no, source, agency, unit, created) SELECT c.id, p.id, 1, 'online', c.agency, '人事處', 1 FROM course c JOIN person p ON p.national_id = 'B200000406' WHERE c.course_code = 'A107001' RETURNING state" = pending
rows "UPDATE course SET taken = 1, last_seq = 1 WHERE course_code = 'A107001' RETURNING 1" = 1
get "/colleagues/courses?year=107&name=陳四娟"
see "共 2 筆" 尚無時數 待審核 政府重大政策導讀
get "/colleagues/courses?year=107&approval=none"
see "共 1 筆" 陳四娟
get "/colleagues/courses?year=107&course_name=系統&category=1"
see 查無符合條件的資料
get "/colleagues/courses?year=107&course_code=a1070&institution=示範部"
see 系統分析 資安實務

# LEARN-453 The file has as many rows as the page has hits
get "/colleagues/courses?year=107"
see "共 15 筆"
send /colleagues/courses/export format=xlsx
follow
keep pw3 after 檔案密碼：
rows "SELECT row_count FROM download_request ORDER BY id DESC LIMIT 1" = 15

# LEARN-461 Hours of each category, with sums of the units, the groups and all
get "/colleagues/categories?year=107"
status 200
see "101 當前政府重大政策" "小計 1 政策能力訓練" 總時數 "資訊處 合計" "人事處 合計" 總計 "共 4 人"
times 1 "107 多元族群文化"
order 總計 2 6 6 3 2 19 12 12 18 18 4 4 53
get "/colleagues/categories?year=107&all_categories=1"
times 2 "107 多元族群文化"
get "/colleagues/categories?year=107&units={it}"
see "共 2 人" 李二美
no 王一明

# LEARN-462 The same in a file
get "/colleagues/categories?year=107"
send /colleagues/categories/export format=xlsx
follow
keep pw4 after 檔案密碼：
keep d4 rows "SELECT max(id) FROM download_request"
get /downloads/{d4}/file
opens {pw4} A200000209 總計 合計 <v>53</v>

# LEARN-511 LEARN-512 Members; masked without a password, full in a zip
get "/colleagues/members?member=yes"
see "共 3 筆" 王一明 李二美 張三和 身份證字號 "A10****109" 加入日期
no 陳四娟
get "/colleagues/members?member=no"
see "共 1 筆" 陳四娟
get "/colleagues/members?rank=薦任&class=2"
see "共 2 筆"
get "/colleagues/members.csv?member=yes"
raw "A10****109"
no-raw A100000109
get "/colleagues/members?member=yes"
send /colleagues/members/export format=ods
follow
see 檔案密碼 可下載

# LEARN-571 LEARN-572 LEARN-573 Courses of agencies, with who registered and who passed
get "/colleagues/offered?year=107&below=1"
see "共 4 筆" 政府重大政策導讀 資安實務 系統分析 採購法
get "/colleagues/offered?year=107"
see "共 3 筆"
no 採購法
json get "/colleagues/offered.json?year=107&below=1&course_code=A107001"
json rows.0.passed = 3
json rows.0.asked = 1
json get "/colleagues/offered.json?year=107&below=1&course_code=A107002"
json rows.0.passed = 1
json get "/colleagues/offered.json?year=107&below=1&course_code=A107003"
json rows.0.passed = 1
json get "/colleagues/offered.json?year=107&below=1&course_code=B107001"
json rows.0.passed = 1
json get "/colleagues/offered.json?year=107&below=1&course_mode=physical"
json total = 2
json get "/colleagues/offered.json?year=107&below=1&method=closed"
json total = 1
json get "/colleagues/offered.json?year=107&below=1&term=2"
json total = 0
get "/colleagues/offered.csv?year=107&below=1"
raw "採購法"
times 8 "107/"
as 323000000A/o1
get "/colleagues/offered?year=107"
status 403

# LEARN-574 E-RPT-02 「開課狀況統計」 of a query; before one there is nothing to count
as 323010000B/hr02 offered
get /colleagues/offered
follow 開課狀況統計
status 200
see E-RPT-02 "請先設定查詢條件並點選「查詢」"
no 總計
as 323000000A/hr01 again
get "/colleagues/offered?year=107&below=1"
follow 開課狀況統計
status 200
see "數位學習 1 4 25.00" "實體學習 2 4 50.00" "總計 4 4 100.00" "機關：323000000A 示範部（含所屬機關）"
json get "/colleagues/offering?from=2018-01-01&to=2018-12-31&group=agency&below=1&query=1"
json sections.0.rows.0.courses = 3
json sections.0.rows.0.share = 75.00
json sections.0.rows.1.share = 25.00
get "/colleagues/offered?year=107&below=1&course_name=系統&category={c103}"
see 查無符合條件的資料
get "/colleagues/offered?year=107&below=1&course_mode=physical&place="
follow 開課狀況統計
see "課程性質：實體學習" "總計 2 2 100.00"
give 323000000A/o1 hr.courses
as 323000000A/o1 again
get "/colleagues/offered?year=107&course_code=A107003&term=1"
follow 開課狀況統計
see "課程代碼：A107003" "期別：1" 混成學習 100.00

# LEARN-571 LEARN-003 A 承辦人 has the own agency alone, on the page, in the statistics and in the list behind them
get "/colleagues/offered?year=107&below=1"
see "共 3 筆"
no 採購法
get "/colleagues/offered?year=107&agency=323010000B"
status 422
see E-SCOPE-01
json get "/colleagues/offering?from=2018-01-01&to=2018-12-31&group=agency&below=1&query=1"
json sections.0.rows.1.courses = 3
get "/colleagues/offering?from=107/01/01&to=107/12/31&group=mode&query=1&agency=323010000B"
see E-SCOPE-01
no 採購法
get "/colleagues/offering/courses?from=107/01/01&to=107/12/31&group=agency&below=1&query=1&section=offering&row=total&figure=courses&told=1"
see "共 3 筆"
no 採購法

# LEARN-574 LEARN-041 The list behind a number of it
get "/colleagues/offering/courses?from=107/01/01&to=107/12/31&group=mode&query=1&section=offering&row=blended&figure=courses&told=1"
see "共 1 筆" 系統分析
get "/reports/offering?from=107/01/01&to=107/12/31&group=mode"
status 403

# LEARN-035 A list of many rows is made in the background
setting PEIXUN_EXPORT_SYNC_ROWS 3
as 323000000A/hr01 again
get "/colleagues?year=107"
send /colleagues/export format=ods
status 303
follow
see 申請中 檔案產製中
run jobs
rows "SELECT state, row_count FROM download_request ORDER BY id DESC LIMIT 1" = ready|4

# LEARN-631 LEARN-632 RPT-10 Only what is ticked applies; values of one condition by OR, conditions by AND
setting PEIXUN_EXPORT_SYNC_ROWS 5000
get /statistics/choice
status 200
see 多條件複選產製報表 使用「機關」 使用「四大課程類別」 使用「總時數
get "/statistics/choice?year=107&from_month=1&to_month=12&below=1&use=agency&agency=323000000A&use=category&category={c103}"
see "共 6 人" 王一明 李二美 張三和 林五德 吳七福 周八雲 "A20****209" "儲存條件組"
json get "/statistics/choice.json?year=107&below=1&use=category&category={c103}&sort=-hours"
json total = 6
json rows.0.name = 李二美
json rows.0.records = 1
json rows.0.hours = 3
get "/statistics/choice?year=107&use=agency&agency=323000000A&use=category&category={c103}"
see "共 3 人" 王一明 李二美 張三和
get "/statistics/choice?year=107&use=agency&agency=323000000A&use=category&category={c103}&use=sex&sex=female"
see "共 1 人" 李二美
get "/statistics/choice?year=107&category={c103}&sex=female"
see "共 4 人" 陳四娟
get "/statistics/choice?year=107&below=1&use=agency&agency=323010000B、323021000D&use=category&category={c103}"
see "共 3 人" 林五德 吳七福 周八雲

# LEARN-631 Each condition, on the record's basis
get "/statistics/choice?year=107&below=1&use=course&course_name=資安、採購"
see "共 1 人" 黃六珍
get "/statistics/choice?year=107&below=1&use=institution&institution=訓練中心&use=mode&mode=2"
see "共 2 人" 王一明 李二美
get "/statistics/choice?year=107&below=1&use=category_group&category_group=2 一般管理訓練"
see "共 1 人" 王一明
get "/statistics/choice?year=107&below=1&use=unit&unit=資訊"
see "共 2 人"
get "/statistics/choice?year=107&below=1&use=grade&grade=委任"
see "共 2 人" 陳四娟 周八雲
get "/statistics/choice?year=107&below=1&use=level&level=8&level=9"
see "共 2 人" 李二美 林五德
get "/statistics/choice?year=107&below=1&use=group&group=contract"
see "共 1 人" 吳七福
get "/statistics/choice?year=107&below=1&use=supervisor&supervisor=1&use=hours&hours_least=10"
see "共 2 人" 王一明 李二美
get "/statistics/choice?year=107&below=1&use=business&business=0"
see "共 1 人" 張三和
get "/statistics/choice?year=107&below=1&use=study&study=study"
see 查無符合條件的資料
get "/statistics/choice?year=107&from_month=8&to_month=9&below=1&use=category&category={c103}"
see "共 1 人" 李二美

# LEARN-039 LEARN-551 What is corrected on a record is what decides, at once; the person's hours stay where they are
keep r15 rows "SELECT r.id FROM hours_record r JOIN person p ON p.id = r.person WHERE p.national_id = 'C100000503' ORDER BY 1 LIMIT 1"
run jobs
rows "SELECT count(*) FROM hours_stamp WHERE stamp <> packed" = 0
as 323010000B/hr02 corrects
get /hr/snapshots?year=107&name=林五德
post /hr/snapshots year=107 name=林五德 tick={r15} k.{r15}=P05 v.{r15}=1
status 303
as 323000000A/hr01 again
get "/statistics/choice?year=107&below=1&use=grade&grade=委任&use=mode&mode=1"
see 林五德
get "/colleagues?year=107&below=1&grade=薦任"
see 林五德

# E-REQ-01 E-DATE-02 E-SCOPE-01 A ticked condition without a value, months the wrong way round, an agency out of reach
get "/statistics/choice?year=107&use=category"
status 422
see "「課程類別」" E-REQ-01
get "/statistics/choice?year=107&from_month=9&to_month=3"
status 422
see E-DATE-02
get "/statistics/choice?year=107&use=agency&agency=379000000A"
status 422
see E-SCOPE-01
no 鄭九安

# LEARN-632 「檢視」: the records that answer, and the way to all of them
keep p02 rows "SELECT id FROM person WHERE national_id = 'A200000209'"
get "/statistics/choice?year=107&below=1&use=category&category={c103}"
get "/statistics/choice/{p02}?year=107&below=1&use=category&category={c103}"
see 性別主流化研習 "共 1 筆" 期間內全部紀錄
no 系統分析
as 323010000B/hr02 choice
get "/statistics/choice/{p02}?year=107&below=1"
status 404

# LEARN-633 Persons, and on a second sheet their records
as 323000000A/hr01 again
get "/statistics/choice?year=107&below=1&use=agency&agency=323000000A&use=category&category={c103}"
send /statistics/choice/export format=xlsx
status 303
follow
keep pw5 after 檔案密碼：
keep d5 rows "SELECT max(id) FROM download_request"
rows "SELECT row_count FROM download_request WHERE id = {d5}" = 6
get /downloads/{d5}/file
opens {pw5} A200000209 課程明細 性別主流化研習 機關代碼

# LEARN-015 LEARN-030 LEARN-036 LEARN-633 Files given at once have masked numbers, all sheets, and say what they rest on
get "/statistics/choice.xlsx?year=107&below=1&use=agency&agency=323000000A&use=category&category={c103}"
sheets "查詢條件：" 統計基礎 製表時間 "製表人：李二美" 機關代碼 課程明細 性別主流化研習 "A20****209"
no-sheets A200000209
get "/colleagues.xlsx?year=107&below=1"
sheets 同仁學習狀況明細 "機關：323000000A示範部（包含所屬機關）" "製表人：李二美" "A20****209"
get "/colleagues/offered.ods?year=107&below=1"
sheets 機關課程查詢 統計基礎 採購法

# LEARN-634 E-DUP-01 Sets of conditions, own ones and shared ones
get "/statistics/choice?year=107&below=1&use=category&category={c103}"
send /statistics/choice/sets "name=性平 107" shared=1
status 303
follow
see "共 6 人" "性平 107" 本機關共用
get "/statistics/choice?year=107&below=1"
send /statistics/choice/sets "name=性平 107"
status 422
see E-DUP-01
as 323000000A/top01
get /statistics/choice
see "性平 107" 李二美
as 323010000B/hr02 choice
get /statistics/choice
no "性平 107"
