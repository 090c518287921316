-- The reports on the person's basis (RPT-1 to RPT-4): the figures of F1, who is behind them, and that no figure is ever late.

clock 2018-12-31T09:30
F1 hours

# LEARN-471 LEARN-472 LEARN-037 RPT-1 必須完成課程 of one agency, before any job has run
as 323000000A/hr01
get "/reports/required?year=107"
status 200
see 必須完成課程參與情形統計表 "年度：107" "基準日：107/12/31" 環境教育 民主治理價值課程 性別主流化 其他民主治理 "環境教育 4 小時" 應完成人數
raw "class=\"framed\"" "<svg"
json get "/reports/required?year=107"
json sections.0.rows.3.staff = 4
json sections.0.rows.3.topic-1-done = 2
json sections.0.rows.3.topic-1-rate = 50.00
json sections.0.rows.3.topic-1-hours = 2
json sections.0.rows.3.topic-1-average = 0.50
json sections.0.rows.3.topic-2-done = 1
json sections.0.rows.3.topic-2-left = 3
json sections.0.rows.3.topic-2-rate = 25.00
json sections.0.rows.3.topic-2-hours = 6
json sections.0.rows.3.topic-3-done = 1
json sections.0.rows.3.topic-3-hours = 11
json sections.0.rows.3.topic-3-average = 2.75
json sections.0.rows.3.topic-31-done = 3
json sections.0.rows.3.topic-31-rate = 75.00
json sections.0.rows.3.topic-32-hours = 5
json sections.0.rows.3.topic-32-average = 1.25
json sections.0.rows.3.complete = 1
json sections.0.rows.3.complete-rate = 25.00

# LEARN-471 With descendants, by 人員類別 and by agency
json get "/reports/required?year=107&below=1"
json sections.0.rows.4.staff = 8
json sections.0.rows.4.topic-1-done = 3
json sections.0.rows.4.topic-1-rate = 37.50
json sections.0.rows.4.topic-2-rate = 12.50
json sections.0.rows.4.topic-3-hours = 15
json sections.0.rows.4.topic-31-done = 6
json sections.0.rows.4.topic-31-hours = 10
json sections.0.rows.4.complete-rate = 12.50
json get "/reports/required?year=107&below=1&by=agency"
json sections.0.rows.0.code = 323000000A
json sections.0.rows.0.staff = 4
json sections.0.rows.1.staff = 3
json sections.0.rows.2.staff = 0
json sections.0.rows.2.topic-1-rate = null
json sections.0.rows.3.staff = 1
json sections.0.rows.4.staff = 8
json sections.0.rows.4.topic-31-done = 6

# LEARN-473 LEARN-041 Behind 環境教育 未完成 3: who lacks how much; behind 性別主流化 完成 3: P01, P02, P03; 「檢視」 opens the records
get "/reports/required/lacking?year=107&section=required&row=total&figure=topic-2-left&told=3"
status 200
see 李二美 "環境教育 2 小時" 張三和 "環境教育 4 小時" 陳四娟 "共 3 筆" A20****209
no 王一明 資料已更新 A200000209
get "/reports/required/persons?year=107&section=required&row=total&figure=topic-31-done&told=3"
see 王一明 李二美 張三和 "共 3 筆"
no 陳四娟
keep p1 rows "SELECT id FROM person WHERE national_id = 'A100000109'"
get "/reports/required/records?year=107&section=required&row=total&figure=topic-31-done&id={p1}"
see 政府重大政策導讀 領導管理班 "共 6 筆"
keep p9 rows "SELECT id FROM person WHERE national_id = 'E100000907'"
get "/reports/required/records?year=107&section=required&row=total&figure=topic-31-done&id={p9}"
status 404
get "/reports/required/persons?year=107&section=required&row=379000000A&figure=staff"
status 404

# E-RPT-01 A year without topics
get "/reports/required?year=105"
status 422
see "105 年度尚未設定：必須完成課程（E-RPT-01）"

# LEARN-481 RPT-2 人資報告
json get "/reports/human?year=107"
json sections.0.rows.0.class-0 = 1
json sections.0.rows.0.class-0-average = 12.00
json sections.0.rows.0.total-average = 24.00
json sections.0.rows.1.staff = 2
json sections.0.rows.1.class-0-rate = 100.00
json sections.0.rows.1.class-0-average = 3.50
json sections.0.rows.1.class-2 = 1
json sections.0.rows.1.class-2-average = 9.00
json sections.0.rows.1.class-3-average = 2.00
json sections.0.rows.1.total-average = 14.50
json sections.0.rows.2.taken = 0
json sections.0.rows.2.total-average = 0.00
json sections.0.rows.3.class-0 = 3
json sections.0.rows.3.class-0-rate = 75.00
json sections.0.rows.3.class-0-average = 4.75
json sections.0.rows.3.class-1-average = 3.00
json sections.0.rows.3.class-2-average = 4.50
json sections.0.rows.3.class-3-average = 1.00
json sections.0.rows.3.taken = 3
json sections.0.rows.3.total-average = 13.25
json get "/reports/human?year=107&below=1"
json sections.0.rows.4.staff = 8
json sections.0.rows.4.class-0 = 6
json sections.0.rows.4.class-0-hours = 24
json sections.0.rows.4.class-2-rate = 25.00
json sections.0.rows.4.taken = 7
json sections.0.rows.4.total-rate = 87.50
json sections.0.rows.4.total-average = 8.00

# LEARN-483 Behind 政策 3: with their hours of that class, 12, 6 and 1
get "/reports/human/persons.csv?year=107&section=human&row=total&figure=class-0&told=3"
raw "王一明" ",5,12," "李二美" ",3,6," "張三和" ",1,1,"
get "/reports/human/persons?year=107&section=human&row=total&figure=staff&told=4"
see 陳四娟 "共 4 筆"

# LEARN-491 LEARN-492 LEARN-493 LEARN-494 RPT-3 三合一表 of one agency
json get "/reports/performance?year=107"
json sections.0.rows.0.name = 示範部
json sections.1.rows.3.staff = 4
json sections.1.rows.3.male = 2
json sections.1.rows.3.reached = 2
json sections.1.rows.3.short = 2
json sections.1.rows.3.rate = 50.00
json sections.1.rows.3.none = 1
json sections.2.rows.3.hours = 53
json sections.2.rows.3.digital = 23
json sections.2.rows.3.physical = 30
json sections.2.rows.3.business = 49
json sections.2.rows.3.hours-average = 13.25
json sections.2.rows.3.digital-average = 5.75
json sections.2.rows.3.business-average = 12.25
json sections.3.rows.2.code = 103
json sections.3.rows.2.taken = 3
json sections.3.rows.2.records = 3
json sections.3.rows.2.hours = 6
json sections.3.rows.2.digital = 3
json sections.3.rows.2.average = 1.50
json sections.3.rows.9.name = 小計
json sections.3.rows.9.taken = 3
json sections.3.rows.9.records = 9
json sections.3.rows.9.hours = 19
json sections.3.rows.9.average = 4.75
get "/reports/performance?year=107"
see 人員統計 時數統計 課程類別統計 達成率(%) "與業務相關 20 小時"

# LEARN-491 LEARN-496 含所屬機關構: a row for each agency; their sum is the total
json get "/reports/performance?year=107&below=1"
json sections.0.rows.0.name = 示範部
json sections.0.rows.1.name = 示範部第一局
json sections.0.rows.2.name = 示範部第二局
json sections.0.rows.3.name = 示範部第二局北區分局
json sections.0.rows.4.staff = 8
json sections.0.rows.4.reached = 2
json sections.0.rows.4.rate = 25.00
json sections.0.rows.4.none = 1
json sections.0.rows.4.hours = 64
json sections.0.rows.4.business = 60
json sections.2.rows.4.hours-average = 8.00
json sections.2.rows.4.physical-average = 4.50

# LEARN-491 The name of an agency opens the 三合一表 of it alone
get "/reports/performance?year=107&below=1"
follow 示範部第一局
see "機關：323010000B 示範部第一局" 人員統計 時數統計 課程類別統計 "共 1 列"
no 示範部第二局 （含所屬機關）

# LEARN-495 LEARN-041 Behind 未達成 2: P03 and P04; behind 參訓人次 of 103 the three records
get "/reports/performance/lacking?year=107&section=staff&row=total&figure=short&told=2"
see 張三和 陳四娟 "與業務相關 19 小時" "與業務相關 20 小時" "共 2 筆"
get "/reports/performance/records?year=107&section=categories&row=103&figure=records&told=3"
see 性別主流化研習 "共 3 筆"
get "/reports/performance/records?year=107&section=categories&row=class-0&figure=records&told=9"
see "共 9 筆"
get "/reports/performance/persons?year=107&below=1&section=agencies&row=323010000B&figure=male&told=2"
see 林五德 吳七福 "共 2 筆"

# LEARN-501 LEARN-502 LEARN-503 LEARN-504 RPT-4 事業機構: those of the tree alone, with 績效考評; none is told
as 379000000A/hr05
json get "/reports/enterprise?year=107&below=1"
json sections.0.rows.0.name = 範例市自來水事業處
json sections.0.rows.1.staff = 2
json sections.1.rows.0.group = 主管人員
json sections.1.rows.1.group = 非主管人員
json sections.1.rows.2.reached = 0
json sections.2.rows.2.hours = 8
json sections.2.rows.2.digital = 2
json sections.2.rows.2.physical = 6
json sections.2.rows.2.hours-average = 4.00
json sections.4.rows.0.value = 4.00
json sections.4.rows.1.share = 25.00
json sections.4.rows.2.share = 0.00
json sections.4.rows.3.share = 0.00
json sections.4.rows.4.share = 75.00
json sections.4.rows.4.met = —
as 323000000A/hr01
get "/reports/enterprise?year=107"
status 422
see 查無事業機構

# LEARN-474 LEARN-484 LEARN-497 LEARN-505 LEARN-042 Files and the command give the same figures; one agency's 三合一表 and that of 事業機構 come as a zip
as 323000000A/hr01
get "/reports/required.csv?year=107"
raw "323000000A,示範部,合計,4,2,2,50.00,2,0.50,1,3,25.00,6,1.50,1,3,25.00,11,2.75,3,1,75.00,6,1.50,1,3,25.00,5,1.25,1,3,25.00"
get "/reports/human.csv?year=107"
raw "薦任(派),2,2,100.00,7,3.50,0,0.00,0,0.00,1,50.00,18,9.00,1,50.00,4,2.00,2,100.00,29,14.50"
get "/reports/human.xlsx?year=107"
status 200
get "/reports/human.ods?year=107"
status 200
peixun report performance --year 107 --format csv --as 323000000A/hr01
status 0
see "合計,53,23,30,49,13.25,5.75,7.50,12.25" "103,性別主流化,3,3,6,3,3,6,1.50"
peixun report enterprise --year 107 --below --format csv --as 379000000A/hr05
status 0
see "平均學習時數,8,2,,4.00,,—" "專業訓練時數比例,6,8,75.00"
get "/reports/performance?year=107"
see 檔案密碼
get "/reports/human/persons.csv?year=107&section=human&row=total&figure=staff&told=4"
raw "陳四娟" ",0,0,0,0,0"

# LEARN-037 LEARN-039 After the job has judged everybody the same figures come from what is kept
run jobs
clock 2018-12-31T09:35
run jobs
rows "SELECT roc_year, whole FROM tally_year" = 107|1
rows "SELECT count(*) FROM tally_dirty WHERE roc_year = 107" = 0
rows "SELECT count(*) FROM tally_card WHERE roc_year = 107" = 11
json get "/reports/performance?year=107&below=1"
json sections.0.rows.4.hours = 64
json sections.0.rows.4.reached = 2
json sections.1.rows.4.male = 4
json sections.2.rows.4.hours = 64
json sections.3.rows.2.taken = 6
json get "/reports/required?year=107"
json sections.0.rows.3.topic-3-hours = 11
json sections.0.rows.3.complete = 1
json get "/reports/human?year=107&below=1"
json sections.0.rows.4.total-rate = 87.50
json get "/reports/required?year=107&below=1&by=agency&group=junior"
json sections.0.rows.0.staff = 2
json sections.0.rows.1.staff = 2
json sections.0.rows.4.topic-1-done = 2
get "/reports/required/lacking?year=107&below=1&section=required&row=total&figure=topic-2-left&told=7"
see "共 7 筆" 周八雲
no 王一明
get "/reports/required/lacking?year=107&below=1&section=required&row=total&figure=topic-2-left&told=7&per=25&page=1&sort=-name"
see "共 7 筆" 周八雲
as 379000000A/hr05
json get "/reports/enterprise?year=107&below=1"
json sections.0.rows.1.staff = 2
json sections.2.rows.2.hours = 8
json sections.4.rows.4.share = 75.00
as 300000000Z/dgpa
json get "/reports/performance?year=107&below=1"
json sections.0.rows.7.staff = 11
json sections.2.rows.5.hours = 72
peixun check-data
status 0
see 資料相符

# LEARN-037 LEARN-038 A result changed on a page counts at once, before the job has run and behind it
as 323000000A/hr01
keep clazz rows "SELECT k.id FROM hours_class k JOIN course c ON c.id = k.course WHERE c.course_code = 'A107002'"
keep r12 rows "SELECT r.id FROM hours_record r JOIN person p ON p.id = r.person WHERE p.national_id = 'B100000306' AND r.cert = 2"
post /hours/classes/{clazz} v.{r12}=1 h.{r12}=6 c.{r12}=1
rows "SELECT count(*) FROM tally_dirty WHERE roc_year = 107" = 1
json get "/reports/performance?year=107"
json sections.2.rows.3.hours = 59
json get "/reports/performance?year=107&below=1"
json sections.0.rows.0.hours = 59
json sections.2.rows.4.hours = 70
get "/reports/human/persons.csv?year=107&section=human&row=total&figure=class-2&told=2"
raw "張三和" ",1,6,"
clock 2018-12-31T09:40
run jobs
rows "SELECT count(*) FROM tally_dirty WHERE roc_year = 107" = 0
json get "/reports/performance?year=107&below=1"
json sections.0.rows.0.hours = 59
json sections.2.rows.4.hours = 70
peixun check-data
status 0

# LEARN-027 LEARN-038 A file counts when its batch is seen; taken back, it does not, though its sums still wait beside
write many.csv
	*身分證號,姓名,*訓練進修機構名稱,機構性質,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位,數位時數,實體時數,認證結果,期別,訓練成績,證件字號,上課縣市,與業務相關,備註
	B100000306,張三和,示範訓練中心,政府機關,環境教育二,102,107/12/01,107/12/01,實體學習,4,小時,,,通過,,,,,是,
	D200000800,周八雲,示範訓練中心,政府機關,環境教育二,102,107/12/01,107/12/01,實體學習,4,小時,,,通過,,,,,是,
post /hours/import/unopened file=@many.csv
keep batch rows "SELECT max(id) FROM import_batch"
json get "/reports/required?year=107&below=1"
json sections.0.rows.4.topic-2-done = 1
run jobs
rows "SELECT state FROM import_batch WHERE id = {batch}" = done
json get "/reports/required?year=107&below=1"
json sections.0.rows.4.topic-2-done = 3
json sections.0.rows.4.topic-2-hours = 14
post /imports/{batch}/undo reason=測試
json get "/reports/required?year=107&below=1"
json sections.0.rows.4.topic-2-done = 1
clock 2018-12-31T09:50
run jobs
rows "SELECT count(*) FROM tally_dirty WHERE roc_year = 107" = 0
json get "/reports/required?year=107&below=1"
json sections.0.rows.4.topic-2-done = 1
json sections.0.rows.4.topic-2-hours = 6
peixun check-data
status 0

# LEARN-037 A posting that ends and one that begins: on the day itself, before any job; the year before stays as it was
rows "UPDATE service_record SET to_day = '2019-01-31' WHERE person = (SELECT id FROM person WHERE national_id = 'B100000306') RETURNING 1" = 1
posting B100000306 323010000B 企劃組 2019-02-01 rank=P07 class=2
clock 2019-01-15T09:00
run jobs
as 323000000A/hr01 january
rows "SELECT roc_year, judged, whole FROM tally_year ORDER BY 1" = 107|2018-12-31|1,108|2019-01-15|1
json get "/reports/performance?year=108"
json sections.0.rows.0.staff = 4
clock 2019-03-01T09:00
as 323000000A/hr01 march
rows "SELECT count(*) FROM tally_dirty WHERE roc_year = 107" = 0
json get "/reports/performance?year=108"
json sections.0.rows.0.staff = 3
json get "/reports/performance?year=108&below=1"
json sections.0.rows.1.staff = 4
json sections.0.rows.4.staff = 8
json sections.1.rows.4.staff = 8
json get "/reports/performance?year=107"
json sections.0.rows.0.staff = 4
get "/reports/performance/persons?year=108&below=1&section=agencies&row=323010000B&figure=staff&told=4"
see 張三和 "共 4 筆"
run jobs
rows "SELECT judged FROM tally_year WHERE roc_year = 108" = 2019-03-01
json get "/reports/performance?year=108&below=1"
json sections.0.rows.0.staff = 3
json sections.0.rows.1.staff = 4
peixun check-data
status 0

# LEARN-038 R19 began in 107 and ended in 108: it counts in 108
json get "/reports/performance?year=108&below=1"
json sections.0.rows.4.hours = 4

# LEARN-472 總處 sets 環境教育 of 108 to 2 hours: 108 is judged by 2, 107 still by 4
as 300000000Z/dgpa march
post /year-settings/new roc_year=108 minimum=20 goal_hours=30
status 303
rows "SELECT roc_year, count(*) FROM tally_topic GROUP BY roc_year ORDER BY 1" = 106|5,108|5
keep t2 rows "SELECT id FROM tally_topic WHERE roc_year = 108 AND code = '2'"
post /required-topics/{t2} id={t2} version=1 roc_year=108 code=2 name=環境教育 hours=2 categories=102 sort_no=20
status 303
json get "/reports/required?year=108&agency=323000000A&below=1"
json sections.0.rows.4.topic-2-done = 1
as 323000000A/hr01 march
get "/reports/required?year=108&below=1"
see "環境教育 2 小時"
get "/reports/required?year=107&below=1"
see "環境教育 4 小時"
clock 2019-03-01T09:10
run jobs
rows "SELECT whole FROM tally_year WHERE roc_year = 108" = 1
json get "/reports/required?year=108&below=1"
json sections.0.rows.4.topic-2-done = 1
json get "/reports/required?year=107&below=1"
json sections.0.rows.4.topic-2-done = 1
peixun check-data
status 0

# LEARN-472 E-CODE-01 E-DUP-01 A category belongs to one topic of a year
as 300000000Z/dgpa march
post /required-topics/{t2} id={t2} version=2 roc_year=108 code=2 name=環境教育 hours=2 "categories=102 103 998" sort_no=20
status 422
see "課程類別 103 已屬於「性別主流化」" 998
as 323000000A/hr01 march
get /required-topics
status 403

# LEARN-482 A category without class stands in a column of its own, and the total has it
as 300000000Z/dgpa march
keep c104 rows "SELECT id FROM code_item WHERE table_code = 'course_category' AND code = '104'"
keep v104 rows "SELECT version FROM code_item WHERE table_code = 'course_category' AND code = '104'"
post /codes/course_category/{c104} id={c104} version={v104} code=104 name=廉政與服務倫理 attribute= is_required=1 sort_no=40
status 303
as 323000000A/hr01 march
json get "/reports/human?year=107"
json sections.0.rows.3.unclassed = 3
json sections.0.rows.3.class-0-hours = 16
json sections.0.rows.3.total-hours = 59
json get "/reports/performance?year=107"
json sections.3.rows.2.hours = 6
clock 2019-03-01T09:20
run jobs
json get "/reports/human?year=107"
json sections.0.rows.3.unclassed = 3
json sections.0.rows.3.class-0-hours = 16
peixun check-data
status 0

# LEARN-482 四大課程類別 are dated: from 108 on another class, 107 stays as it was; then the year is corrected, and the word of all years
as 300000000Z/dgpa march
keep v104 rows "SELECT version FROM code_item WHERE id = {c104}"
post /codes/course_category/{c104} id={c104} version={v104} code=104 name=廉政與服務倫理 "attribute=1 政策能力訓練" is_required=1 sort_no=40
status 303
get /codes/course_category/{c104}
send /codes/course_category/{c104} "attribute=3 專業訓練" attribute_from=108
status 303
rows "SELECT first_year, last_year, class FROM category_class WHERE category = {c104} ORDER BY 1" = "1|107|1 政策能力訓練,108|9999|3 專業訓練"
get /codes/course_category
see "廉政與服務倫理 3 專業訓練 108"
as 323000000A/hr01 march
json get "/reports/human?year=107"
json sections.0.rows.3.class-0-hours = 19
json sections.0.rows.3.class-2-hours = 24
json sections.0.rows.3.total-hours = 59
clock 2019-03-01T09:22
run jobs
json get "/reports/human?year=107"
json sections.0.rows.3.class-0-hours = 19
get "/colleagues/categories?year=107"
order "104 廉政與服務倫理" "小計 1 政策能力訓練" "301 資訊"
as 300000000Z/dgpa march
get /codes/course_category/{c104}
send /codes/course_category/{c104} attribute_from=107
status 303
as 323000000A/hr01 march
json get "/reports/human?year=107"
json sections.0.rows.3.class-0-hours = 16
json sections.0.rows.3.class-2-hours = 27
get "/colleagues/categories?year=107"
order "小計 1 政策能力訓練" "104 廉政與服務倫理" "301 資訊" "小計 3 專業訓練"
as 300000000Z/dgpa march
get /codes/course_category/{c104}
send /codes/course_category/{c104} attribute_from=110
status 303
rows "SELECT first_year, last_year, class FROM category_class WHERE category = {c104} ORDER BY 1" = "1|109|1 政策能力訓練,110|9999|3 專業訓練"
get /codes/course_category/{c104}
send /codes/course_category/{c104} "attribute=1 政策能力訓練" attribute_from=
status 303
rows "SELECT first_year, last_year, class FROM category_class WHERE category = {c104} ORDER BY 1" = "1|9999|1 政策能力訓練"
keep rank rows "SELECT id FROM code_item WHERE table_code = 'rank' AND code = 'P09'"
get /codes/rank/{rank}
send /codes/rank/{rank} attribute_from=108
status 422
see 僅課程類別使用
as 323000000A/hr01 march
clock 2019-03-01T09:25
run jobs
peixun check-data
status 0

# LEARN-037 An agency below one that had none: what is above counts it, before the job has added up anew
agency 323021100F 北區分局第一組 under=323021000D
rows "SELECT count(*) FROM tally_dirty WHERE person = -1" = 1
json get "/reports/performance?year=107&below=1"
json sections.0.rows.5.staff = 8
json sections.1.rows.4.staff = 8
clock 2019-03-01T09:30
run jobs
json get "/reports/performance?year=107&below=1"
json sections.1.rows.4.staff = 8
peixun check-data
status 0

# LEARN-044 peixun check-data finds a card, and a count, that say otherwise than the records
rows "UPDATE tally_card SET slot = slot + 1 WHERE roc_year = 107 AND person = {p1} RETURNING 1" = 1
rows "DELETE FROM tally_count WHERE roc_year = 107 AND kind = 0 AND agency = (SELECT id FROM agency WHERE code = '323010000B') RETURNING 1" = 1
peixun check-data
status 1
see "人員統計：107年度人員 {p1} 與紀錄不同" "沒有統計"
run jobs
rows "SELECT count(*) FROM tally_dirty WHERE roc_year = 107" = 0

# LEARN-044 A mark for all of the year makes everything anew
rows "INSERT INTO tally_dirty (roc_year, person) VALUES (107, 0) RETURNING 1" = 1
as 323000000A/hr01 march
json get "/reports/performance?year=107&below=1"
json sections.1.rows.4.staff = 8
clock 2019-03-01T09:40
run jobs
peixun check-data
status 0

# LEARN-039 E-RPT-03 More persons than a page may judge are counted first: no figure meanwhile, and a file that was just asked for waits
setting PEIXUN_EXPORT_SYNC_ROWS 1
get "/reports/required?year=107&below=1"
status 200
setting PEIXUN_REPORT_PAGE_PERSONS 3
rows "INSERT INTO tally_dirty (roc_year, person) VALUES (107, 0) RETURNING 1" = 1
send /reports/required/export format=csv
status 303
follow
see 已受理
get "/reports/required?year=107&below=1"
status 422
see "統計資料因大量異動正在重新計算" "完成前不提供數字" E-RPT-03
no 應完成人數
clock 2019-03-01T09:50
run jobs
get /downloads
see 必須完成課程參與情形統計表
no 查無資料
clock 2019-03-01T10:00
run jobs
get /downloads
see 必須完成課程參與情形統計表 可下載
get "/reports/required?year=107&below=1"
status 200
see 應完成人數
