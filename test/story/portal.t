-- 終身學習, 首頁: messages, manuals, code tables, what waits; and what every form of 終身學習 does.

clock 2018-12-31T09:00
F1
keep operator rows "SELECT 1"

# LEARN-111 LEARN-016 Without messages it says so
as 323010000B/hr02
get /learning
status 200
see 重要訊息 目前沒有重要訊息 目前單位：示範部第一局（323010000B）

# LEARN-112 LEARN-111 What 總處 announces for the 後台 stands there, with what it says; what is for the 前台 does not
as 300000000Z/dgpa
get /learning/announcements/new
send /learning/announcements/new title=年終結算 content=請於年底前登錄時數 place=back valid_from=107/12/01 valid_to=107/12/31
status 303
get /learning/announcements/new
send /learning/announcements/new title=學員須知 content=前台訊息 place=front valid_from=107/12/01
status 303
get /learning/announcements/new
send /learning/announcements/new title=系統維護 content=週末暫停服務 place=both valid_from=107/11/01 pinned=1
status 303
as 323010000B/hr02
get /learning
see 年終結算 請於年底前登錄時數
no 學員須知
order 系統維護 年終結算
raw "<details"

# LEARN-112 Past its last day it is gone
clock 2019-01-01T09:00
as 323010000B/hr02 later
get /learning
no 年終結算
see 系統維護
clock 2018-12-31T09:00
as 323010000B/hr02

# LEARN-112 What a 最高管理者 announces is seen at and below its agency alone
as 323020000C/top03
get /learning/announcements/new
send /learning/announcements/new title=第二局通知 content=局內 place=back valid_from=107/12/01 below=1
status 303
keep announcement rows "SELECT id FROM announcement WHERE title = '第二局通知'"
as 323021000D/hr04
get /learning
see 第二局通知
as 323010000B/hr02
get /learning
no 第二局通知
as 323000000A/top01
get /learning/announcements/{announcement}
status 404

# LEARN-112 E-DATE-02 E-LEN-01 An end before the beginning, a title too long
as 300000000Z/dgpa
get /learning/announcements/new
send /learning/announcements/new title=期間 content=不對 place=back valid_from=107/12/31 valid_to=107/12/01
status 422
see 「顯示起日」不可晚於「顯示迄日」

# LEARN-112 A file goes with a message: given to those who are shown it, to nobody else, and replaced or taken away
as 323020000C/top03
write notice.pdf
	%PDF-1.4 第二局
write wrong.exe
	MZ
get /learning/announcements/{announcement}
send /learning/announcements/{announcement}/file file=@wrong.exe
status 422
see "檔案類型或大小不符：附件須為 PDF、ODF、JPEG 或 PNG，10 MB 以內（E-FILE-01）"
send /learning/announcements/{announcement}/file file=@notice.pdf
status 303
follow
see 附件已附上 notice.pdf
as 323021000D/hr04
get /learning
see 附件： notice.pdf
get /announcements/{announcement}
status 200
header Content-Disposition notice.pdf
raw 第二局
as 323010000B/hr02
get /announcements/{announcement}
status 404
as nobody
get /announcements/{announcement}
status 404
as 323020000C/top03
get /learning/announcements/{announcement}
send /learning/announcements/{announcement}/file drop=1
status 303
get /announcements/{announcement}
status 404

# LEARN-112 LEARN-233 What is for the 前台 stands there, for those who are not signed in too; addresses in it lead there, and nothing else does
as 300000000Z/dgpa
get /learning/announcements/new
send /learning/announcements/new title=註冊說明 "content=請見 https://example.gov.tw/a?b=1。<b>注意</b>" place=front valid_from=107/12/01
status 303
keep front rows "SELECT id FROM announcement WHERE title = '註冊說明'"
get /learning/announcements/{front}
send /learning/announcements/{front}/file file=@notice.pdf
as nobody
get /learn/courses
see 重要訊息 註冊說明 系統維護 附件： notice.pdf
raw "href=\"https://example.gov.tw/a?b=1\""
no 年終結算 第二局通知
no-raw <b>注意
get /announcements/{front}
status 200
as 323010000B/learner06
get /learn/registrations
see 註冊說明
as 323010000B/hr02

# LEARN-011 Who comes second overwrites nothing
as 323020000C/top03
keep version rows "SELECT version FROM announcement WHERE id = {announcement}"
json post /learning/announcements/{announcement} {"title":"甲","version":{version}}
status 200
json post /learning/announcements/{announcement} {"title":"乙","version":{version}}
status 409
rows "SELECT title FROM announcement WHERE id = {announcement}" = 甲

# LEARN-012 Pressed twice, done once
get /learning/announcements/new
send /learning/announcements/new title=只要一次 content=一次 place=back valid_from=107/12/01
status 303
press again
rows "SELECT count(*) FROM announcement WHERE title = '只要一次'" = 1

# LEARN-107 LEARN-108 The newest manual whose day has come is given; an older one stays readable to 總處
as 323010000B/hr02
get /learning
see 目前尚無使用手冊
get /learning/manual
status 404
see 目前尚無使用手冊
as 300000000Z/dgpa
write old.pdf
	%PDF-1.4 old
write new.pdf
	%PDF-1.4 new
write wrong.txt
	no manual
post /learning/manuals label=1070131 from=107/01/31 file=@old.pdf
status 303
post /learning/manuals label=1071001 from=107/10/01 file=@old.pdf
status 303
post /learning/manuals label=1080101 from=108/01/01 file=@new.pdf
status 303
post /learning/manuals label=1 from=108/01/01 file=@wrong.txt
status 422
see 檔案類型或大小不符：使用手冊須為 PDF 或 ODT，50 MB 以內
get /learning/manuals
see 共 3 版 1071001 提供中
as 323010000B/hr02
get /learning/manual
status 200
header Content-Disposition 1071001
clock 2019-01-01T09:00
as 323010000B/hr02 later
get /learning/manual
header Content-Disposition 1080101
clock 2018-12-31T09:00
as 323010000B/hr02

# LEARN-109 What waits to be reviewed is counted, 0 too
get /learning
see 學習時數未複核：0 筆

# LEARN-102 To the front office without signing in anew
get /learning
see 回到前台
get /learn/registrations
status 200

# LEARN-004 LEARN-337 The page shows the functions that one has
as 323000000A/o1
get /learning
see 代碼表
no 會員管理
as 323000000A/top01
get /learning
see 會員管理

# LEARN-017 Every officer reads and downloads a code table; 總處 adds to it and ends a code, which is never removed
as 323000000A/o1
get /codes
see 課程類別 專長代碼 職稱 官職等 縣市
get /codes/course_category
see 共 23 筆 當前政府重大政策 1 政策能力訓練
get /codes/course_category.csv
status 200
as 300000000Z/dgpa
get /codes/course_category/new
send /codes/course_category/new code=306 name=外交 "attribute=3 專業訓練" sort_no=165
status 303
keep code rows "SELECT id FROM code_item WHERE code = '306'"
get /codes/course_category/{code}
send /codes/course_category/{code} valid_to=107/12/31
status 303
rows "SELECT valid_to FROM code_item WHERE code = '306'" = 2018-12-31
get /codes/course_category/{code}
send /codes/course_category/{code} code=307
status 422
see 登錄後不可變更
get /codes/course_category/new
send /codes/course_category/new code=306 name=又一個
status 422
see 「代碼」的「306」已存在
get /codes/nothing
status 404

# LEARN-017 LEARN-042 By file: new codes and ended ones, what was downloaded as it is; a table or a range that can't be is told; taken back
write codes.csv
	代碼表,代碼,名稱,屬性,迄日
	課程類別,307,外語,3 專業訓練,
	課程類別,108,公民參與,,108/12/31
	course_category,101,當前政府重大政策,,
post /codes/import file=@codes.csv
run jobs
rows "SELECT rows_created, rows_updated, rows_unchanged FROM import_batch WHERE kind = 'code'" = 1|1|1
rows "SELECT code, attribute, coalesce(valid_to, '-') FROM code_item WHERE table_code = 'course_category' AND code IN ('307', '108') ORDER BY code" = "108|1 政策能力訓練|2019-12-31,307|3 專業訓練|-"
keep codes rows "SELECT id FROM import_batch WHERE kind = 'code'"
get /imports/{codes}
send /imports/{codes}/undo reason=誤傳
run jobs
rows "SELECT code, coalesce(valid_to, '-') FROM code_item WHERE table_code = 'course_category' AND code IN ('307', '108') ORDER BY code" = "108|-,307|2018-12-30"
write wrong.csv
	代碼表,代碼,名稱,起日,迄日
	無此表,1,甲,,
	課程類別,308,乙,108/02/01,108/01/01
peixun import code @wrong.csv --as 300000000Z/dgpa
status 1
see "第 2 列「代碼表」" E-CODE-01 E-DATE-02
get /codes/county.csv
raw 代碼表 縣市,
as 323000000A/top01
get /codes/import
status 403

# LEARN-014 What was done is on record, and who
rows "SELECT a.name FROM audit u JOIN account a ON a.id = u.account WHERE u.action = 'code.add'" = dgpa

# LEARN-101 Signed out, an old address leads to the sign-in page
as 323000000A/top01
get /learning
post /sign-out
status 303
follow
see 您已登出。
get /learning
status 303
location /sign-in…

# LEARN-106 A new password: not the old one's rules broken, both entries the same
as 323000000A/hr09
get /learning
see 修改密碼
raw "href=\"/account\""
json post /account/password {"old":"wrong","fresh":"a long new sentence","again":"a long new sentence"}
status 422
json issues.0.field = old
json post /account/password {"old":"f1 sentence of words","fresh":"short","again":"short"}
status 422
json issues.0.field = fresh
json post /account/password {"old":"f1 sentence of words","fresh":"a long new sentence","again":"another long sentence"}
status 422
json issues.0.field = again
