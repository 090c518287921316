-- The 實務訓練計畫表: filled in, downloaded, signed, uploaded, looked at, sent back.

clock 2022-10-03T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
agency A58000000A 保訓會
account 323000000A/ag1user agency_officer name=周淑芬
account 323010000B/ag2user agency_officer name=吳建宏
account A58000000A/csptc csptc_officer name=鄭文彬
account A58000000A/nacs nacs_officer name=何佩珊
exam 111 007 公務人員特種考試警察人員考試
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person A123456789 王小明 男 111 007 agency=323000000A
person A223456781 陳美玲 女 111 007 agency=323000000A
person B123456780 林志強 男 111 007 agency=323000000A
person F123456784 李大同 男 111 007 agency=323010000B
person C123456785 王小明 男 111 007 agency=323000000A
keep p1 rows "SELECT id FROM trainee WHERE national_id = 'A123456789'"
keep p2 rows "SELECT id FROM trainee WHERE national_id = 'A223456781'"
keep p3 rows "SELECT id FROM trainee WHERE national_id = 'B123456780'"
keep p5 rows "SELECT id FROM trainee WHERE national_id = 'F123456784'"
keep p6 rows "SELECT id FROM trainee WHERE national_id = 'C123456785'"

# ACMS-038 The page asks for 年度 and offers the own agency's persons only
as 323000000A/ag1user w1
get /plan-forms
status 200
see 下載實務訓練計畫表 須先在此下載，始可上傳檔案
get /plan-forms?exam_year=111
status 200
see "共 4 人" 王小明 陳美玲 林志強
no 李大同
statements <= 9

# ACMS-038 Nobody found and a missing 年度 are told
get "/plan-forms?exam_year=110"
see "查無符合條件的資料（年度 110）。"
get "/plan-forms?exam_year="
status 422
see "「年度」為必填欄位，請輸入。"
json get /plan-forms?exam_year=111
status 200
json total = 4

# ACMS-042 The page repeats the notice on 「訓練主管」
get /plan-forms?exam_year=111
see "下載後之實務訓練計畫表需增列「訓練主管」核章欄位"

# ACMS-039 Nobody ticked is refused; 「選取之人員」 is one person
send /plan-forms how=one
status 422
see "尚未勾選任何人員。"
post /plan-forms tick={p1} tick={p2} how=one exam_year=111
status 422
see "「選取之人員」一次下載 1 人，您勾選了 2 人" "共 4 人"
rows "SELECT count(*) FROM plan_form" = 0

# ACMS-041 PLAN-078 What is not known is listed before printing, in the list and on the person's page
get /plan-forms/{p1}
status 200
see 下列欄位尚無資料 工作項目 輔導方式：職前講習 輔導方式：個別會談 輔導員職稱及姓名 訓練期滿日期 受訓人員報到日期
no "姓名 國民身分證統一編號 出生年月日 尚無"

# ACMS-041 PLAN-078 工作項目, 輔導方式, 輔導員 … are filled in and kept; who, when, what stands in the history
send /plan-forms/{p1} unit=人口政策科 series=綜合行政 guide_title=專員 guide_name=陳大文 "work_items=一、戶籍行政業務之規劃。\n二、新住民照顧輔導。"
	orientation=八月一日至二日 "observation=戶籍登記、國籍行政及殯葬管理等3項業務" cases=戶籍更正等3種個案 talks=期中及期末各1次
	allocation_agency=行政院人事行政總處 allocation_date=111/09/15 allocation_no=總處培字第1110012345號 training_end=112/02/02
status 303
location /plan-forms/{p1}
follow
see "實務訓練計畫表的內容已儲存。" 人口政策科
rows "SELECT work_items, orientation, allocation_date, training_end, version FROM plan_form" = "一、戶籍行政業務之規劃。\n二、新住民照顧輔導。|八月一日至二日|2022-09-15|2023-02-02|1"
rows "SELECT count(*) FROM audit WHERE action = 'plan-form.save' AND became LIKE '%人口政策科%'" = 1
get /trainees/{p1}
see 實務訓練計畫表內容 "工作項目：一、戶籍行政業務之規劃。"

# PLAN-079 Less than the annex asks for is a warning, not a refusal; three or more are well, in whatever words
get /plan-forms/{p1}
no 應至少選擇
send /plan-forms/{p1} observation=戶籍登記、國籍行政 "cases=戶籍更正\n歸化申請\n門牌編釘" talks=每月一次
status 303
follow
see 工作觀摩應至少選擇3項業務 個別會談應於期中及期末期間至少各進行1次 本考試尚無訓練計畫檔，暫依113年公務人員特種考試身心障礙人員考試錄取人員訓練計畫附件5填表說明三
no 應至少選擇3種實際個案
send /plan-forms/{p1} "observation=戶籍登記、國籍行政及殯葬管理" cases=討論二種個案 talks=期中、期末各一次
json get /plan-forms/{p1}
json warnings.0 = 專業課程訓練或輔導應至少選擇3種實際個案
get /plan-forms/{p1}
send /plan-forms/{p1} cases=戶籍更正等三種個案
json get /plan-forms/{p1}
json warnings = []

# ACMS-041 A second press of the same form changes nothing, and a page that is older than the data is told so
press again
get /plan-forms/{p1}
post /plan-forms/{p1} version=0 unit=別的單位
status 409
see 資料已由 別的單位
rows "SELECT unit FROM plan_form" = 人口政策科
json post /plan-forms/{p1} {"version":4,"training_end":"112/02/02"}
status 422
json issues.0.code = ERR_DATE_ISO
json post /plan-forms/{p1} {"version":4,"guide_name":"陳大武"}
status 200
json get /plan-forms/{p1}
json guide_name = 陳大武
json version = 5
json missing.0 = 受訓人員報到日期
json missing.1 = 電話

# ACMS-039 ACMS-041 ACMS-042 The form of one person carries what is known, and nobody else's data
post /trainees/report exam_year=111 tick={p1} day=111/10/03 overwrite=no
get /plan-forms?exam_year=111
send /plan-forms tick={p1} how=one
status 200
header Content-Type application/pdf
header Content-Disposition "filename*=UTF-8''111-007-%E7%8E%8B%E5%B0%8F%E6%98%8E-"
pdf 王小明 A123456789 中華民國111年10月3日 84年5月5日 四等考試 一般行政 訓練主管 人口政策科 專員陳大武 戶籍行政業務之規劃 總處培字第1110012345號 周淑芬
	報到後7日內 中華民國112年2月2日
rows "SELECT admission, issued FROM plan_form" = "{p1}|1664758800"
rows "SELECT count(*) FROM audit WHERE action = 'plan-form.issue'" = 1

# ACMS-043 Without a download from the system nothing can be uploaded, and the file is not kept
save signed.pdf
post /trainees/report exam_year=111 tick={p2} day=111/10/03 overwrite=no
get /plan-forms/{p2}
see "陳美玲 尚未由系統下載實務訓練計畫表，請先至「範例檔案下載」下載。"
post /plan-forms/{p2}/files file=@signed.pdf seal=1
status 422
see "陳美玲 尚未由系統下載實務訓練計畫表，請先至「範例檔案下載」下載。"
rows "SELECT count(*) FROM stored_file" = 0

# ACMS-040 Several persons come as one archive with a file each, also when two have the same name; all count as downloaded
get /plan-forms?exam_year=111
post /plan-forms tick={p1} tick={p2} tick={p3} tick={p6} how=many
status 200
header Content-Type application/zip
zip 111-007-林志強-實務訓練計畫表.pdf 111-007-王小明-實務訓練計畫表(2).pdf 111-007-王小明-實務訓練計畫表.pdf 111-007-陳美玲-實務訓練計畫表.pdf
rows "SELECT count(*) FROM plan_form WHERE issued IS NOT NULL" = 4
post /plan-forms how=many
status 422
see "尚未勾選任何人員。"

# ACMS-040 ACMS-011 One foreign person among them, and nothing is made and nobody marked
keep issues rows "SELECT count(*) FROM audit WHERE action = 'plan-form.issue'"
post /plan-forms tick={p1} tick={p5}
status 403
see "此人員非貴機關人員，無法執行此作業。"
get /plan-forms/{p5}
status 403
post /plan-forms/{p5} version=0 unit=x
status 403
post /plan-forms/upload trainee={p5} seal=1 file=@signed.pdf
status 403
rows "SELECT count(*) FROM audit WHERE action = 'plan-form.issue'" = {issues}

# ACMS-044 A later download has the data of that day; one by the commission does not count as the agency's
clock 2022-10-05T10:00
as 323000000A/ag1user w2
post /plan-forms tick={p1} how=one
rows "SELECT issued FROM plan_form WHERE admission = {p1}" = 1664935200
as A58000000A/csptc w2
clock 2022-10-06T10:00
as A58000000A/csptc w3
post /plan-forms tick={p1} how=one
status 200
rows "SELECT issued FROM plan_form WHERE admission = {p1}" = 1664935200
as 323000000A/ag1user w3
get /plan-forms/{p1}
see "111/10/05 10:00" "111/10/10 暫算"

# ACMS-045 年度 is needed; 性別 and the letter narrow the list of persons
get /plan-forms/upload?exam_year=
status 422
see "「年度」為必填欄位，請輸入。"
get /plan-forms/upload?exam_year=111&sex=male
see "王小明　A123456789　待上傳" "林志強　B123456780　未報到"
no 陳美玲
get /plan-forms/upload?exam_year=111&letter=a
see A123456789 A223456781
no B123456780 C123456785
get /plan-forms/upload?exam_year=111&sex=male&letter=A
see "共 1 人" A123456789
get /plan-forms/upload?exam_year=111&letter=12
status 422
see "「身分證字號英文字母」請輸入一個英文字母 A 至 Z，您輸入的是「12」。"
get /plan-forms/upload?exam_year=99
see "查無符合條件的資料（年度 99）。"

# ACMS-046 Without a person, a file, the statement or 報到日期 nothing is stored, and all is told at once
get /plan-forms/upload?exam_year=111
send /plan-forms/upload trainee=
status 422
see "「受訓人員」為必填欄位，請輸入。"
send /plan-forms/upload trainee={p3}
status 422
see "林志強 尚未輸入報到日期。" "請選擇要上傳的檔案。" "請勾選「本檔案已完成核章」。"
rows "SELECT count(*) FROM plan_form_file" = 0

# ACMS-047 Only a whole PDF without a password is taken, whatever its name says
write plan.docx PK a document
write plan.pdf PK the same document
write empty.pdf
write cut.pdf %PDF-1.4 and no more
get /plan-forms/upload?exam_year=111
send /plan-forms/upload trainee={p1} seal=1 file=@plan.docx
status 422
see "「plan.docx」不是 PDF 檔。僅限上傳有核章紀錄之 PDF 檔。" 王小明
send /plan-forms/upload trainee={p1} seal=1 file=@plan.pdf
see "「plan.pdf」不是 PDF 檔。"
send /plan-forms/upload trainee={p1} seal=1 file=@empty.pdf
see "「empty.pdf」大小 0 KB，無法收件。檔案不可為空檔，且不可超過上限 10.0 MB。"
send /plan-forms/upload trainee={p1} seal=1 file=@cut.pdf
see "「cut.pdf」不完整或已毀損"
setting PEIXUN_FORM_MEBIBYTES 0
send /plan-forms/upload trainee={p1} seal=1 file=@signed.pdf
status 422
see "「signed.pdf」大小" "超過上限 0 KB"
setting PEIXUN_FORM_MEBIBYTES 10
rows "SELECT count(*) FROM plan_form_file" = 0
rows "SELECT count(*) FROM stored_file" = 0

# ACMS-046 A signed PDF is stored, with name, size, version, time and whether it was in time
clock 2022-10-07T09:00
as 323000000A/ag1user w4
get /plan-forms/upload?exam_year=111
send /plan-forms/upload trainee={p1} seal=1 file=@signed.pdf
status 303
location /plan-forms/{p1}
follow
see "已收到「signed.pdf」" "王小明 之第 1 版，111/10/07 09:00，首次上傳在上傳期限內。" 已上傳
rows "SELECT number, original_name, seal_declared, uploaded FROM plan_form_file" = "1|signed.pdf|1|1665104400"
rows "SELECT state, ended FROM deadline WHERE subject = {p1}" = "met|2022-10-07"

# ACMS-046 A second press stores no second version
press again
status 303
rows "SELECT count(*) FROM plan_form_file" = 1

# ACMS-048 Another file replaces the first, which is kept; a refused one changes nothing
clock 2022-10-20T09:00
as 323000000A/ag1user w5
get /plan-forms/{p1}
send /plan-forms/{p1}/files seal=1 file=@signed.pdf
status 303
follow
see "之第 2 版" "首次上傳在上傳期限內"
get /plan-forms/{p1}
send /plan-forms/{p1}/files seal=1 file=@plan.pdf
status 422
see "「plan.pdf」不是 PDF 檔。"
rows "SELECT number FROM plan_form_file ORDER BY number" = 1,2
rows "SELECT state, ended FROM deadline WHERE subject = {p1}" = "met|2022-10-07"

# ACMS-049 The original comes back letter by letter under its own name, to those who may see it
get /plan-forms/{p1}/files/2
status 200
header Content-Type application/pdf
header Content-Disposition attachment;
header Content-Disposition signed.pdf
pdf 王小明 A123456789
get /plan-forms/{p1}/files/3
status 404
see "王小明 尚未上傳實務訓練計畫表。"
as 323010000B/ag2user w5
get /plan-forms/{p1}/files/2
status 403
as A58000000A/nacs w5
get /plan-forms/{p1}/files/2
status 200
rows "SELECT count(*) FROM audit WHERE action = 'plan-form.read' AND subject = {p1}" = 1
get /plan-forms/{p1}
see 人口政策科
no 儲存送出
order 期限 已上傳的檔案 此人的訓練歷程與異動紀錄
post /plan-forms/{p1}/files/2/return reason=x
status 403

# ACMS-050 A late file is taken and marked
as 323000000A/ag1user w5
get /plan-forms/upload?exam_year=111
see "陳美玲　A223456781　逾期未上傳"
send /plan-forms/upload trainee={p2} seal=1 file=@signed.pdf
follow
see 首次上傳已逾上傳期限（逾期上傳） 逾期上傳

# ACMS-017 ACMS-051 The overview tells how far everybody is, and gives the same as a file
get /plan-forms/overview?exam_year=111
status 200
see "共 4 人" 已上傳 逾期上傳 未報到
no 李大同
get /plan-forms/overview?exam_year=111&state=uploaded
see "共 1 人" 王小明
get /plan-forms/overview?exam_year=111&state=nonsense
status 422
get /plan-forms/overview.csv?exam_year=111
status 200
raw 姓名,身分證字號
raw "逾期上傳"
json get /plan-forms/overview?exam_year=111&state=uploaded_late
json total = 1
json rows.0.form_state = uploaded_late

# ACMS-019 The counter of the work list and its list have the same number
clock 2022-10-21T09:00
as 323000000A/ag1user w6
post /trainees/report exam_year=111 tick={p3} day=111/10/21 overwrite=no
get /plan-forms/overview?state=open
see "共 1 人" 林志強 待上傳
get /
raw "href=\"/plan-forms/{p3}\""

# ACMS-051 The commission sees all agencies with totals of each
as A58000000A/csptc w6
get /plan-forms/overview?exam_year=111
see "共 5 人" 各機關合計 "323000000A 示範部" "323010000B 示範部北區示範局"
get /plan-forms/overview?exam_year=111&agency=323010000b
see "共 1 人" 李大同

# ACMS-047 The commission marks a file 核章不全 with a reason; the agency is told and has to send it again
get /plan-forms/{p1}
send /plan-forms/{p1}/files/2/return reason=
status 422
see 請填寫理由。
send /plan-forms/{p1}/files/2/return reason=缺機關首長核章
status 303
follow
see 已註記核章不全 缺機關首長核章
post /plan-forms/{p1}/files/1/return reason=舊版
status 409
rows "SELECT agency, text FROM notice WHERE kind = 'plan-form.returned'" = "1|王小明 之實務訓練計畫表（第 2 版）核章不全：缺機關首長核章。請補正後重新上傳。"
rows "SELECT state FROM deadline WHERE subject = {p1}" = open
as 323000000A/ag1user w6
get /plan-forms/overview?state=open
see "共 2 人" 核章不全
get /plan-forms/{p1}
see "第 2 版經保訓會於 111/10/21 09:00 註記核章不全：缺機關首長核章。"

# ACMS-047 ACMS-048 What was sent back by mistake is taken back; a new file closes it, and the first day still counts
as A58000000A/csptc w6
get /plan-forms/{p1}
send /plan-forms/{p1}/files/2/return-undo reason=誤植
status 303
rows "SELECT state, ended FROM deadline WHERE subject = {p1}" = "met|2022-10-07"
get /plan-forms/{p1}
send /plan-forms/{p1}/files/2/return reason=缺章
as 323000000A/ag1user w6
get /plan-forms/{p1}
send /plan-forms/{p1}/files seal=1 file=@signed.pdf
follow
see "之第 3 版" "首次上傳在上傳期限內"
rows "SELECT state, ended FROM deadline WHERE subject = {p1}" = "met|2022-10-07"
get /plan-forms/overview?exam_year=111&state=returned
see 查無符合條件的資料

# ACMS-100 Every act stands in the person's history
get /trainees/{p1}
see 上傳實務訓練計畫表 下載實務訓練計畫表 核章不全 取消核章不全 檢視上傳之計畫表 缺章

# ACMS-052 The label with 通報 is kept whole
get /plan-forms/upload
see 實務訓練表單上傳與通報

# PLAN-078 A plan counts from the day of reporting, in the deadline and on the form
as 323000000A/ag1user w6
person D123456786 趙一二 男 113 201 agency=323000000A
keep p7 rows "SELECT id FROM trainee WHERE exam_code = '201'"
clock 2024-08-01T09:00
as 323000000A/ag1user w7
post /trainees/report exam_year=113 tick={p7} day=113/08/01 overwrite=no
rows "SELECT due FROM deadline WHERE subject = {p7} AND kind = 'plan-form'" = 2024-08-07
post /plan-forms tick={p7} how=one
pdf 附件5 報到之日起7日內 中華民國113年11月30日
get /plan-forms/{p7}
see "推算為 113/11/30" 附件5填表說明一
no 暫用113年格式
