-- 數位教材資訊通報: what each agency has made, for all to find.

clock 2018-10-15T10:00
agency 323000000A 示範部
agency 379000000A 範例市政府
account 323000000A/hr01 top_admin name=周淑芬
account 379000000A/hr03 top_admin
account 379000000A/dgpa dgpa
rows "INSERT INTO code_item (table_code, code, name) VALUES ('course_category', '301', '資訊') ON CONFLICT (table_code, code) DO UPDATE SET name = '資訊' RETURNING code" = 301

# LEARN-324 E-REQ-01 Needed fields are told, and what was typed stays
as 323000000A/hr01
get /materials/new
send /materials/new name= category_code=301 hours=2 finished_on=107/10/01 form=video development=own licence=all contact_name=周淑芬 contact_phone=02-1 keywords=資安、密碼
status 422
see "「教材名稱」為必填欄位（E-REQ-01）"
raw 資安、密碼
send /materials/new name=資安入門 address=ftp://example.tw
status 422
see "「教材網址」須以 http:// 或 https:// 開頭（E-URL-01）"
send /materials/new address=https://example.gov.tw/a
status 303
follow
see 資安入門 "301 資訊" 示範部 "107/10/01" 檢視 編輯
rows "SELECT language, cost IS NULL FROM material" = 中文|1

# LEARN-324 E-DUP-01 Not the same of the same day twice
get /materials/new
send /materials/new name=資安入門 category_code=301 hours=2 finished_on=107/10/01 form=video development=own licence=all contact_name=周 contact_phone=02-1
status 422
see "資料已存在：資安入門（107/10/01）（E-DUP-01）"
json post /materials/new {"name":"x","category_code":"999","hours":1,"finished_on":"2018-10-01","form":"video","development":"own","licence":"all","contact_name":"a","contact_phone":"1"}
status 422
json issues.0.code = E-CODE-01
keep mine rows "SELECT id FROM material"

# LEARN-321 LEARN-322 All agencies' are found and looked at; only own ones can be changed
as 379000000A/hr03
get /materials/new
send /materials/new name=市政導覽 category_code=301 hours=3 finished_on=107/09/01 form=scorm development=bought licence=own contact_name=王 contact_phone=04-1
status 303
follow
see 資安入門 市政導覽
raw "編輯 市政導覽" "刪除 市政導覽"
no-raw "編輯 資安入門"
no-raw "刪除 資安入門"
get /materials/{mine}/view
see 資安入門 示範部 https://example.gov.tw/a
no-raw "<textarea"

# LEARN-323 E-SCOPE-01 A request made by hand changes nothing of another agency's
get /materials/{mine}
status 404
post /materials/{mine} name=改名
status 404
see 查無此資料，或資料不屬於您目前的單位及其所屬機關
post /materials/{mine}/remove reason=x
status 404
rows "SELECT name FROM material WHERE id = {mine}" = 資安入門

# LEARN-321 LEARN-005 Each condition
get /materials?keyword=%E5%AF%86%E7%A2%BC
see 資安入門
no 市政導覽
get /materials?agency=379
see 市政導覽
no 資安入門
get /materials?form=scorm&from=107/09/01&to=107/09/30
see 市政導覽
get /materials?from=107/12/31&to=107/01/01
status 422
see "「完成日期起」不可晚於「完成日期迄」（E-DATE-02）"

# LEARN-323 LEARN-011 LEARN-013 Changed with the version that was read, deleted with a reason, restored
as 323000000A/hr01
get /materials/{mine}
send /materials/{mine} hours=4
status 303
json post /materials/{mine} {"hours":5,"version":1}
status 409
json issues.0.code = E-STALE-01
get /materials/{mine}
see 將刪除數位教材「資安入門」
send /materials/{mine}/remove reason=已下架
status 303
get /materials/{mine}/view
status 404
get /materials/removed
see 資安入門 已下架
send /materials/removed/{mine}/restore
status 303
get /materials/{mine}/view
status 200

# LEARN-325 CSV-7 By file: added for the active agency; what is there already is an error
get /materials/import/template
raw "*教材名稱,*教材類別,*教材時數,*完成日期,*教材格式,*開發方式,*授權範圍,適用對象,教材語言,教材大綱,教材網址,建置經費,*聯絡人,*聯絡電話,電子郵件,關鍵字,備註"
write materials.csv
	*教材名稱,*教材類別,*教材時數,*完成日期,*教材格式,*開發方式,*授權範圍,適用對象,教材語言,教材大綱,教材網址,建置經費,*聯絡人,*聯絡電話,電子郵件,關鍵字,備註
	甲教材,301,2,1070901,9,1,全國公務人員,,,,,"10,000",周,02-1,,,
	乙教材,301,2,1070901,影音,2,3,,英文,,http://example.tw,,周,02-1,,,
post /materials/import file=@materials.csv
run jobs
follow
see 完成
rows "SELECT name, form, licence, language, cost FROM material WHERE batch IS NOT NULL ORDER BY id" = 乙教材|video|own|英文|,甲教材|other|all|中文|10000
write again.csv
	教材名稱,教材類別,教材時數,完成日期,教材格式,開發方式,授權範圍,聯絡人,聯絡電話,教材網址
	甲教材,301,2,1070901,9,1,1,周,02-1,
	丙教材,301,0,1070901,5,1,1,周,02-1,ftp://x
post /materials/import file=@again.csv
run jobs
follow
see "第 2 列「教材名稱」：資料已存在：甲教材" E-DUP-01 "第 3 列「教材時數」：須介於 1 至 9999：「0」（E-RANGE-01）" "第 3 列「教材格式」" E-CHOICE-01 "第 3 列「教材網址」：須以 http:// 或 https:// 開頭（E-URL-01）"

# LEARN-326 The button is there when its address is set, and opens a window of its own
get /materials
no E等公務園+學習平臺
setting PEIXUN_MATERIAL_PLATFORM https://elearn.example.gov.tw/
get /materials
see E等公務園+學習平臺
raw "href=\"https://elearn.example.gov.tw/\" target=\"_blank\""

# LEARN-004 總處 writes of its own, too, and sees all
as 379000000A/dgpa
get /materials
see 資安入門 市政導覽
