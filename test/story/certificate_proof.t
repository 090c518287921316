-- 請證: proofs of 身分別 as files, before and after 申請序號; who is on an application keeps 報到日期.

clock 2023-02-03T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局
agency A58000000A 保訓會
account 323000000A/ag1user agency_officer name=周淑芬
account 323010000B/ag2user agency_officer
account A58000000A/csptc csptc_officer name=鄭文彬
account A58000000A/nacs nacs_officer
exam 111 007 公務人員特種考試警察人員考試
person A123456789 王小明 男 111 007 agency=323000000A
person B123456780 林志強 男 111 007 agency=323000000A
rows "UPDATE admission SET education_score = '80.00' WHERE id <> 0 RETURNING 1" = 1,1
as 323000000A/ag1user
post /trainees/report exam_year=111 tick=1 v.1=1 tick=2 v.2=1 day=111/10/03 overwrite=no confirm=yes
status 303
keep entry rows "SELECT id FROM report_entry"

# ACMS-056 A proof is a PDF or a picture by its bytes, whatever it is called; else the file is named
get /certification/persons/1
status 200
see 證明文件 未檢附
write proof.pdf
	這不是 PDF
write empty.pdf
send /certification/persons/1/proofs file=@proof.pdf what=identity
status 422
see "「proof.pdf」不是 PDF、JPEG 或 PNG 檔"
get /certification/persons/1
send /certification/persons/1/proofs file=@empty.pdf what=identity
status 422
see 請選擇要上傳的檔案
get /certification/persons/1
send /certification/persons/1/proofs what=identity
status 422
write cut.pdf
	%PDF-1.4
get /certification/persons/1
send /certification/persons/1/proofs file=@cut.pdf what=identity
status 422
see "cut.pdf"
rows "SELECT count(*) FROM certificate_proof" = 0
rows "SELECT count(*) FROM stored_file" = 0

# ACMS-056 Who attached it and when is kept; the mark says 已檢附
post /certification/persons row=1 v.1=0 identity.1=一般 score.1=82 practical_start.1=111/10/03 practical_end.1=112/02/02 row=2 v.2=0 identity.2=中低收入戶 score.2=82 practical_start.2=111/10/03 practical_end.2=112/02/02
status 303
get "/certification/serials/new?exam_year=111&exam_code=007"
send /certification/serials/new tick=1
status 303
keep s1 location
get {s1}/roster
save proof.pdf
get /certification/persons/2
send /certification/persons/2/proofs file=@proof.pdf what=identity
status 303
keep paper rows "SELECT max(id) FROM certificate_proof"
follow
see 證明文件已附上。 proof.pdf 周淑芬 "112/02/03 09:00" 身分別證明文件 中低收入戶
rows "SELECT identity_proof FROM certificate_data WHERE admission = 2" = 1

# ACMS-056 decision-22 Who reads it leaves a trace; another agency and 國家文官學院 do not get it
get /certification/persons/2/proofs/{paper}
status 200
header Content-Type application/pdf
header Content-Disposition proof.pdf
rows "SELECT count(*) FROM audit WHERE action = 'certificate.proof-read' AND subject = 2" = 1
get /certification/persons/1/proofs/{paper}
status 404
as 323010000B/ag2user
get /certification/persons/2/proofs/{paper}
status 403
as A58000000A/nacs
get /certification/persons/2/proofs/{paper}
status 403
get /certification/persons/2
no 證明文件
as A58000000A/csptc
get /certification/persons/2/proofs/{paper}
status 200
get /certification/persons/2
see proof.pdf

# ACMS-056 One that came to the wrong person goes again, with a reason; the mark goes with the last
as 323000000A/ag1user
get /certification/persons/2
send /certification/persons/2/proofs/{paper}/remove
status 422
see 「移除理由」為必填欄位
get /certification/persons/2
send /certification/persons/2/proofs/{paper}/remove remove_reason=誤附他人文件
status 303
rows "SELECT identity_proof FROM certificate_data WHERE admission = 2" = 0
rows "SELECT count(*) FROM stored_file" = 0
get /certification/persons/2/proofs/{paper}
status 404
rows "SELECT count(*) FROM audit WHERE action = 'certificate.proof-removed' AND reason = '誤附他人文件'" = 1

# ACMS-056 ACMS-088 It may come when the application is confirmed; the roster stays good, the fee is not asked for any more
get "/certification/serials/new?exam_year=111&exam_code=007"
send /certification/serials/new tick=2
status 303
keep s2 location
get {s2}
send {s2}/confirm
status 303
get /certification/persons/2
see 已列入申請序號 證明文件
send /certification/persons/2/proofs file=@proof.pdf what=identity
status 303
keep later rows "SELECT max(id) FROM certificate_proof"
get {s2}
no 清冊失效
get {s2}/roster
status 200
post /certification/persons/2/proofs/{later}/remove remove_reason=誤
status 409
see 已列入申請序號

# ACMS-035 Who is on an application keeps 報到日期: all is refused, with each name; who would be skipped anyway is no hindrance
get /trainees/report?exam_year=111
post /trainees/report exam_year=111 tick=1 v.1=2 tick=2 v.2=2 day=111/10/04 overwrite=yes confirm=yes
status 422
see "王小明 已列入申請序號 11100700001，請先至「申請序號人員異動」刪除該人員或刪除申請序號。" "林志強 已列入申請序號 11100700002"
rows "SELECT DISTINCT report_date FROM admission" = 2022-10-03
post /trainees/report exam_year=111 tick=1 v.1=2 tick=2 v.2=2 day=111/10/04 overwrite=no confirm=yes
status 303
post /trainees/1/clear reason=誤植
see 已列入申請序號 11100700001
rows "SELECT DISTINCT report_date FROM admission" = 2022-10-03

# ACMS-035 ACMS-036 The entry that wrote it can't be taken back either
get /trainees/report/entries/{entry}
post /trainees/report/entries/{entry}/undo reason=誤植
see 已列入申請序號 11100700001

# ACMS-075 The page that asks for the number says where it can be found, and leads there
get /certification/serials
see 忘記申請序號時，可至「請證人員資料管理」查詢
raw "href=\"/certification/persons\""
get "/certification/persons?exam_year=111&exam_code=007"
see 11100700001 11100700002
