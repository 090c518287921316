-- 統計報表: 開課狀況統計 (RPT-7), 課程執行情形表 (RPT-8), 參與決策評量表 (RPT-9), on the fixture F1.

clock 2018-12-31T09:00
F1 hours

# LEARN-601 LEARN-602 RPT-7 Courses that meet the conditions among all of the period; by month each a quarter
as 323000000A/hr01
get /reports/offering
see 開課狀況統計 開始統計 時間區間 課程性質 分組 學習費用
get "/reports/offering?from=107/01/01&to=107/12/31&mode=physical&group=mode&below=1"
see 實體學習 50.00 總計 "課程性質：實體學習"
json get "/reports/offering?from=2018-01-01&to=2018-12-31&mode=physical&group=mode&below=1"
json sections.0.rows.1.courses = 2
json sections.0.rows.1.all = 4
json sections.0.rows.1.share = 50.00
json get "/reports/offering?from=2018-01-01&to=2018-12-31&group=month&below=1"
json sections.0.rows.0.group = 107年3月
json sections.0.rows.1.group = 107年6月
json sections.0.rows.2.group = 107年9月
json sections.0.rows.3.group = 107年10月
json sections.0.rows.3.courses = 1
json sections.0.rows.3.share = 25.00
json sections.0.rows.4.courses = 4

# LEARN-574 RPT-7 By 課程性質 and by 開課機關, the groups of one grouping adding up to all
json get "/reports/offering?from=2018-01-01&to=2018-12-31&group=mode&below=1&query=1"
json sections.0.rows.0.share = 25.00
json sections.0.rows.1.share = 50.00
json sections.0.rows.2.share = 25.00
json get "/reports/offering?from=2018-01-01&to=2018-12-31&group=agency&below=1"
json sections.0.rows.0.group = "323000000A 示範部"
json sections.0.rows.0.share = 75.00
json sections.0.rows.1.share = 25.00

# LEARN-601 自設條件: hours and places; at most five of them; the list behind a number has these courses
json get "/reports/offering?from=2018-01-01&to=2018-12-31&group=category&below=1&hours_from=6&quota_to=30"
json sections.0.rows.0.group = "301 資訊"
json sections.0.rows.0.courses = 2
json sections.0.rows.1.group = "302 法制與採購"
json sections.0.rows.1.courses = 1
get "/reports/offering/courses?from=107/01/01&to=107/12/31&group=category&below=1&hours_from=6&quota_to=30&row=301&figure=courses&section=offering&told=2"
see 資安實務 系統分析 "共 2 筆"
no 採購法 政府重大政策導讀
get "/reports/offering/courses?from=107/01/01&to=107/12/31&group=month&below=1&row=2018-06&figure=courses&section=offering&told=1"
see 採購法 "共 1 筆"
get "/reports/offering?from=107/01/01&to=107/12/31&group=mode&opener=323000000A&categories=301&method=free&hours_from=1&paid=free&quota_from=1"
status 422
see "自設條件最多 5 項，目前 6 項"

# LEARN-601 E-DATE-02 E-REQ-01 E-CODE-01 What is wrong is said at its field, and nothing is counted
get "/reports/offering?from=107/12/31&to=107/01/01&group=mode"
status 422
see E-DATE-02
get "/reports/offering?from=&to=107/01/01&group=mode"
status 422
see E-REQ-01
get "/reports/offering?from=107/01/01&to=107/12/31&group=category&categories=999"
status 422
see E-CODE-01

# LEARN-611 RPT-8 LEARN-039 By category, of all ranks and of 薦任; the rank is that of the record
json get "/reports/execution?kind=category&year=107&categories=301"
json sections.0.rows.0.row = "301 資訊"
json sections.0.rows.0.classes = 2
json sections.0.rows.0.quota = 50
json sections.0.rows.0.records = 3
json sections.0.rows.0.passed = 2
json sections.0.rows.0.failed = 1
json sections.0.rows.0.pending = 0
json sections.0.rows.0.rate = 66.67
json sections.0.rows.0.hours = 24
json sections.0.rows.0.digital = 6
json sections.0.rows.0.physical = 18
json sections.0.rows.0.average = 12.00
json sections.0.rows.1.row = 合計
json get "/reports/execution?kind=category&year=107&categories=301&ranks=薦任"
json sections.0.rows.0.classes = 2
json sections.0.rows.0.records = 2
json sections.0.rows.0.passed = 1
json sections.0.rows.0.rate = 50.00
json sections.0.rows.0.hours = 18
json get "/reports/execution?kind=rank&year=107&categories=301"
json sections.0.rows.0.classes = null
json sections.0.rows.0.records = 1
json get "/reports/execution?kind=course&year=107&below=1"
json sections.0.rows.0.row = "A107001 第1期 政府重大政策導讀"
json sections.0.rows.0.records = 3
json sections.0.rows.3.row = "B107001 第1期 採購法"
json sections.0.rows.4.records = 7
json get "/reports/execution?kind=agency&year=107&below=1"
json sections.0.rows.1.row = "323010000B 示範部第一局"
json sections.0.rows.1.passed = 1

# LEARN-612 LEARN-041 參訓人次 3 are P02/C3, P03/C2, P10/C2; 不通過 is P03; 開課班數 2 are C2 and C3
get "/reports/execution/records?kind=category&year=107&categories=301&section=execution&row=301&figure=records&told=3"
see 李二美 系統分析 張三和 資安實務 趙十全 "共 3 筆" A20****209
no 資料已更新
get "/reports/execution/records?kind=category&year=107&categories=301&section=execution&row=301&figure=failed&told=1"
see 張三和 不通過 "共 1 筆"
get "/reports/execution/courses.csv?kind=category&year=107&categories=301&section=execution&row=301&figure=classes&told=2"
raw "資安實務,301 資訊,實體學習,107/09/18" "系統分析,301 資訊,混成學習,107/10/01"

# LEARN-612 LEARN-602 LEARN-622 LEARN-041 報名人次, 核可人次, 所有課程數量 and 主管現有人數 count persons, registrations or courses: each opens its list
rows "INSERT INTO registration (course, person, seq_no, source, state, agency, unit, rank, created) SELECT c.id, p.id, p.id, 'online', CASE p.national_id WHEN 'A200000209' THEN 'approved' ELSE 'pending' END, c.agency, '人事處', (SELECT id FROM code_item WHERE table_code = 'rank' AND attribute = '薦任' ORDER BY id LIMIT 1), 1530000000 FROM course c JOIN person p ON p.national_id IN ('A200000209', 'B100000306') WHERE c.course_code = 'A107003' RETURNING 1" = 1,1
rows "UPDATE course SET taken = taken + 2, approved = approved + 1 WHERE course_code = 'A107003' RETURNING taken, approved" = 2|1
json get "/reports/execution?kind=category&year=107&categories=301"
json sections.0.rows.0.registered = 2
json sections.0.rows.0.approved = 1
get "/reports/execution/registrations?kind=category&year=107&categories=301&section=execution&row=301&figure=registered&told=2"
see "共 2 筆" 李二美 張三和 A107003 人事處 A20****209
no 資料已更新 A200000209
get "/reports/execution/registrations?kind=category&year=107&categories=301&section=execution&row=301&figure=approved&told=1"
see "共 1 筆" 李二美 核可
no 張三和
get "/reports/execution/registrations?kind=category&year=107&ranks=薦任&section=execution&row=total&figure=registered&told=2"
see "共 2 筆"
get "/reports/execution/registrations?kind=category&year=107&ranks=簡任&section=execution&row=total&figure=registered&told=0"
see 查無符合條件的資料
get "/reports/execution/registrations?kind=category&year=107&section=execution&row=301&figure=passed"
status 404
get "/reports/execution/records?kind=category&year=107&section=execution&row=301&figure=approved"
status 404
get "/reports/offering/all?from=107/01/01&to=107/12/31&group=mode&below=1&mode=physical&section=offering&row=physical&figure=all&told=4"
see "共 4 筆" 採購法 政府重大政策導讀 資安實務 系統分析
no 資料已更新
get "/reports/offering/all?from=107/01/01&to=107/12/31&group=mode&below=1&mode=physical&query=1&section=offering&row=total&figure=all&told=2"
see "共 2 筆"
no 資料已更新
get "/reports/decision/staff?year=107&level=all&section=decision&row=total&figure=staff_men&told=2"
see "共 2 筆" 王一明 林五德
no 張三和 資料已更新
get "/reports/decision/staff?year=107&level=all&section=decision&row=323000000A&figure=staff_women&told=1"
see "共 1 筆" 李二美

# LEARN-611 E-REQ-01 Kind and year are asked for
get "/reports/execution?year=&kind="
status 422
see "「報表類別」為必填欄位（E-REQ-01）" "「年度」為必填欄位（E-REQ-01）"

# LEARN-621 RPT-9 Men and women among the 主管 who have learnt 103, of the agency and of all below it
json get "/reports/decision?year=107&level=own&categories=103"
json sections.0.rows.0.men = 1
json sections.0.rows.0.women = 1
json sections.0.rows.0.men_share = 50.00
json sections.0.rows.0.women_share = 50.00
json sections.0.rows.0.third = 符合
json get "/reports/decision?year=107&level=all&categories=103"
json sections.0.rows.4.code = 合計
json sections.0.rows.4.men = 2
json sections.0.rows.4.women = 1
json sections.0.rows.4.persons = 3
json sections.0.rows.4.men_share = 66.67
json sections.0.rows.4.women_share = 33.33
json sections.0.rows.4.men_records = 2
json sections.0.rows.4.third = 符合
json sections.0.rows.4.staff_men = 2
json sections.0.rows.4.staff_women = 1
json sections.0.rows.4.staff_share = 33.33
json sections.0.rows.2.third = —
json sections.0.rows.2.men_share = null
json get "/reports/decision?year=107&level=next&categories=103"
json sections.0.rows.0.code = 323000000A
json sections.0.rows.2.code = 323020000C
no-raw 323021000D

# LEARN-622 男 2 are P01 and P05
get "/reports/decision/persons?year=107&level=all&categories=103&section=decision&row=total&figure=men&told=2"
see 王一明 林五德 "共 2 筆"
get "/reports/decision/records.csv?year=107&level=all&categories=103&section=decision&row=total&figure=men_records&told=2"
raw 王一明 林五德
get "/reports/decision?level=own&year="
status 422
see E-REQ-01

# LEARN-622 LEARN-041 By agency and name, by name, and back; who was in two agencies stands once, where the last record is
get "/reports/decision/persons?year=107&level=all&section=decision&row=total&figure=persons&per=20"
order 王一明 李二美 林五德 "共 3 筆"
get "/reports/decision/persons?year=107&level=all&section=decision&row=total&figure=persons&sort=-agency_code"
order 林五德 王一明
get "/reports/decision/persons?year=107&level=all&section=decision&row=323010000B&figure=men&sort=name"
see 林五德 "共 1 筆"
no 王一明
json get "/reports/decision?year=107&level=all"
json sections.0.rows.4.men_records = 8
get "/reports/decision/records?year=107&level=all&section=decision&row=total&figure=men_records&page=9"
see "共 8 筆" 林五德 政府重大政策導讀
get "/reports/decision/records?year=107&level=all&section=decision&row=total&figure=women_records&sort=-name"
status 200
no 王一明
rows "UPDATE hours_record SET agency = (SELECT id FROM agency WHERE code = '323010000B') WHERE person = (SELECT id FROM person WHERE name = '王一明') AND category = (SELECT id FROM code_item WHERE table_code = 'course_category' AND code = '201') RETURNING 1" = 1
get "/reports/decision/persons?year=107&level=all&section=decision&row=total&figure=men"
see 王一明 林五德 "共 2 筆"
get "/reports/decision/persons?year=107&level=all&section=decision&row=323010000B&figure=men"
see 王一明 林五德 "共 2 筆"
get "/reports/decision/persons?year=107&level=own&section=decision&row=323000000A&figure=men"
see 王一明 "共 1 筆"
rows "UPDATE hours_record SET agency = (SELECT id FROM agency WHERE code = '323000000A') WHERE person = (SELECT id FROM person WHERE name = '王一明') AND agency <> 0 AND category = (SELECT id FROM code_item WHERE table_code = 'course_category' AND code = '201') RETURNING 1" = 1

# LEARN-621 LEARN-039 What is packed says the same, and is read; what has changed since is read from the records; check-data tells them apart
run jobs
clock 2018-12-31T09:20
run jobs
rows "SELECT count(*) FROM hours_stamp s WHERE NOT EXISTS (SELECT 1 FROM hours_decider d WHERE d.agency = s.agency AND d.roc_year = s.roc_year AND d.stamp = s.stamp)" = 0
json get "/reports/decision?year=107&level=all&categories=103"
json sections.0.rows.4.men = 2
json sections.0.rows.4.women = 1
json sections.0.rows.4.men_records = 2
json sections.0.rows.4.staff_men = 2
json sections.0.rows.4.staff_women = 1
peixun check-data
status 0
rows "UPDATE hours_record SET is_supervisor = 0 WHERE person = (SELECT id FROM person WHERE name = '王一明') AND roc_year = 107 AND is_supervisor = 1 AND deleted IS NULL AND category = (SELECT id FROM code_item WHERE table_code = 'course_category' AND code = '103') RETURNING 1" = 1
json get "/reports/decision?year=107&level=all&categories=103"
json sections.0.rows.4.men = 2
peixun check-data
status 1
see "參與決策評量表：107年度機關"
rows "UPDATE hours_stamp SET stamp = stamp + 1 WHERE roc_year = 107 AND agency = (SELECT id FROM agency WHERE code = '323000000A') RETURNING 1" = 1
json get "/reports/decision?year=107&level=all&categories=103"
json sections.0.rows.4.men = 1
json sections.0.rows.4.men_records = 1
json sections.0.rows.4.women = 1
clock 2018-12-31T09:40
run jobs
json get "/reports/decision?year=107&level=all&categories=103"
json sections.0.rows.4.men = 1

# LEARN-035 LEARN-611 E-RPT-05 What reads too much is no page's: it says so and offers the background, where the file is made; a smaller scope is shown
setting PEIXUN_REPORT_PAGE_READS 1
get "/reports/execution?year=107&kind=course&below=1"
status 422
see "查詢範圍過大，本頁不即時統計。請縮小機關範圍，或按「匯出」於背景產製，完成後至下載申請進度查詢下載" E-RPT-05 於背景產製
no 資料狀態
send /reports/execution/export format=csv
status 303
follow
see 已受理
run jobs
get /downloads
see 課程執行情形表 可下載
json get "/reports/execution?year=107&kind=course&below=1"
status 200
get "/reports/execution?year=105&kind=course&below=1"
status 200
no E-RPT-05
get "/reports/execution?year=107&kind=agency&below=1"
status 200
no E-RPT-05

# LEARN-612 E-RPT-05 A page of many records comes by opening agency, course and name; in the order of names it would have to read all
get "/reports/execution/records?kind=agency&year=107&below=1&section=execution&row=total&figure=records&per=20"
status 200
order 政府重大政策導讀 資安實務 系統分析 採購法
get "/reports/execution/records?kind=agency&year=107&below=1&section=execution&row=total&figure=records&sort=name"
status 422
see E-RPT-05
get "/reports/execution/records.csv?kind=agency&year=107&below=1&section=execution&row=total&figure=records&sort=name"
status 200
setting PEIXUN_REPORT_PAGE_READS 20000
get "/reports/execution/records?kind=agency&year=107&below=1&section=execution&row=total&figure=records&sort=name"
status 200
order 王一明 李二美 林五德
get "/reports/execution/records?kind=course&year=107&section=execution&row=4&figure=records"
status 200
see 查無符合條件的資料
get "/reports/offering/courses?from=107/01/01&to=107/12/31&group=agency&below=1&section=offering&row=total&figure=courses&sort=-start"
order 系統分析 資安實務 採購法 政府重大政策導讀
get "/reports/offering/courses?from=107/01/01&to=107/12/31&group=agency&below=1&section=offering&row=total&figure=courses&sort=-agency_code"
order 採購法 政府重大政策導讀 資安實務 系統分析
get "/reports/offering/courses?from=107/01/01&to=107/12/31&group=mode&below=1&section=offering&row=total&figure=courses&limited=some"
see 系統分析 "共 1 筆"
get "/reports/offering/courses?from=107/01/01&to=107/12/31&group=mode&below=1&section=offering&row=physical&figure=courses&name=實務"
see 資安實務 "共 1 筆"
