-- 同仁名冊: who serves where since when, kept up one by one and by file.

clock 2018-12-31T09:00
F1
as 323000000A/hr01

# LEARN-037 F1: the roster of an agency on a day, and with those below it; ID numbers masked                            LEARN-015
get /postings
status 200
see 同仁名冊 王一明 李二美 張三和 陳四娟 人事處 資訊處 "名冊人數 4 人" A10****109
no 林五德
no-raw A100000109
get /postings?agency=&below=1&sort=name
see "名冊人數 8 人" 林五德 周八雲
no 鄭九安
get /postings?unit=%E8%B3%87%E8%A8%8A&sort=name
see 李二美 張三和 "共 2 筆"
no 王一明
get /postings.json
raw A10****109
no-raw A100000109

# LEARN-003 E-SCOPE-01 LEARN-007 E-DATE-01 Another tree's agency is as if it were not; a day has to be one
get /postings?agency=379000000A
status 404
see 查無此資料，或資料不屬於您目前的單位及其所屬機關
no 鄭九安
get /postings?day=107/13/01
status 422
see E-DATE-01

# LEARN-037 LEARN-042 A file: a move out of one's agency ends the posting there, a leave with a last day is followed by what was before
as 323010000B/hr02
write moves.csv
	身分證號,姓名,單位,職稱,官職等,人員區分,起日,迄日,任職狀態
	B100000306,張三和,企劃組,150,P07,2,108/02/01,,
	C200000603,黃六珍,企劃組,150,P06,2,107/03/01,107/05/31,留職停薪
	D100000700,吳七福,新設科,290,H02,4,107/07/01,,離職
post /postings/import file=@moves.csv
run jobs
rows "SELECT state, rows_created, rows_updated FROM import_batch" = done|3|0
rows "SELECT g.code, s.from_day, coalesce(s.to_day, '-') FROM service_record s JOIN agency g ON g.id = s.agency JOIN person p ON p.id = s.person WHERE p.name = '張三和' ORDER BY s.from_day" = "323000000A|2011-01-01|2019-01-31,323010000B|2019-02-01|-"
rows "SELECT s.status, s.from_day, coalesce(s.to_day, '-') FROM service_record s JOIN person p ON p.id = s.person WHERE p.name = '黃六珍' ORDER BY s.from_day" = "active|2011-01-01|2018-02-28,on_leave|2018-03-01|2018-05-31,active|2018-06-01|-"
get /postings?day=107/04/01&sort=name
see "名冊人數 2 人" 留職停薪
get /postings?day=107/12/31&sort=name
see "名冊人數 2 人" 離職 新設科
get /postings?day=108/03/01&sort=name
see "名冊人數 3 人" 張三和
as 323000000A/hr01
get /postings?day=107/12/31&sort=name
see "名冊人數 4 人"
get /postings?day=108/03/01&sort=name
see "名冊人數 3 人"
no 張三和

# LEARN-027 「復原整批」: all is as it was, the unit's name apart
as 323010000B/hr02
keep batch rows "SELECT max(id) FROM import_batch"
get /imports/{batch}
send /imports/{batch}/undo reason=檔案有誤
run jobs
rows "SELECT state FROM import_batch WHERE id = {batch}" = undone
rows "SELECT count(*), sum(CASE WHEN to_day IS NULL THEN 1 ELSE 0 END), sum(CASE WHEN status = 'active' THEN 1 ELSE 0 END) FROM service_record" = 11|11|11
rows "SELECT count(*) FROM posting_stage" = 0
rows "SELECT count(DISTINCT person) FROM tally_dirty WHERE roc_year = 0 AND person > 0" = 3

# LEARN-294 E-HRS-05 E-POS-03 E-CODE-01 E-SCOPE-01 E-REQ-01 E-ID-02 E-DATE-02 Rows that can't be taken, all told at once
write wrong.csv
	身分證號,姓名,性別,出生日期,機關代碼,職稱,官職等,人員區分,起日,迄日
	C100000503,林五得,,,,140,P08,2,107/01/01,
	C200000603,黃六珍,,060/01/01,,150,P06,2,107/01/01,
	D100000700,吳七福,,,,099999,H02,4,107/01/01,
	B100000306,張三和,,,379000000A,150,P07,2,107/01/01,
	A123456789,新人,,,,150,P07,2,107/01/01,
	A123456788,新人,,,,150,P07,2,107/01/01,
	D200000800,周八雲,,,,190,P03,2,107/02/01,107/01/01
post /postings/import file=@wrong.csv
run jobs
rows "SELECT state, rows_wrong FROM import_batch WHERE id = (SELECT max(id) FROM import_batch)" = refused|7
keep batch rows "SELECT max(id) FROM import_batch"
get /imports/{batch}
see E-HRS-05 E-POS-03 E-CODE-01 E-SCOPE-01 E-REQ-01 E-ID-02 E-DATE-02
rows "SELECT count(*) FROM service_record" = 11

# LEARN-037 E-POS-01 E-POS-02 Days that two main postings would share are refused, with which they are; a day another agency has set stays
write apart.csv
	身分證號,姓名,職稱,官職等,人員區分,起日,迄日
	B100000306,張三和,150,P07,2,105/01/01,105/12/31
	B100000306,張三和,150,P07,2,105/06/01,
post /postings/import file=@apart.csv
run jobs
keep batch rows "SELECT max(id) FROM import_batch"
get /imports/{batch}
see 期間重疊 E-POS-01
as 323000000A/hr01
keep zhang rows "SELECT min(s.id) FROM service_record s JOIN person p ON p.id = s.person WHERE p.name = '張三和'"
get /postings/{zhang}
send /postings/{zhang} to_day=108/06/30
status 303
as 323010000B/hr02
get /postings/new
send /postings/new national_id=B100000306 name=張三和 title=150 rank=P07 person_class=2 from_day=108/05/01
status 422
see "「示範部」已登錄任職至 108/06/30" E-POS-02
send /postings/new from_day=108/07/01 unit=企劃組
status 303
rows "SELECT from_day, coalesce(to_day, '-') FROM service_record s JOIN person p ON p.id = s.person WHERE p.name = '張三和' ORDER BY from_day" = "2011-01-01|2019-06-30,2019-07-01|-"

# LEARN-013 LEARN-014 One that should never have been is removed with a reason; what had ended for it goes on; who did it is on record
keep moved rows "SELECT max(id) FROM service_record"
get /postings/{moved}
send /postings/{moved}/remove reason=
status 422
send /postings/{moved}/remove reason=誤登
status 303
rows "SELECT count(*) FROM service_record s JOIN person p ON p.id = s.person WHERE p.name = '張三和'" = 1
rows "SELECT reason FROM audit WHERE action = 'posting.remove'" = 誤登

# LEARN-011 LEARN-003 Two at once; a posting of another agency is not there
as 323000000A/hr01
json post /postings/{zhang} {"unit":"人事處","version":1}
status 409
as 323010000B/hr02
get /postings/{zhang}
status 404

# LEARN-037 Who is new comes in with the first posting, beside another one too; the same file again changes nothing              LEARN-028
as 323010000B/hr02
write new.csv
	身分證號,姓名,性別,出生日期,單位,職稱,官職等,人員區分,起日,兼任
	A123456789,新人,男,080/01/31,企劃組,150,P07,2,107/01/01,
	C100000503,林五德,,,法制室,140,P08,2,107/01/01,是
post /postings/import file=@new.csv
run jobs
rows "SELECT s.is_main, s.from_day FROM service_record s JOIN person p ON p.id = s.person WHERE p.name IN ('新人', '林五德') ORDER BY p.name, s.is_main" = "1|2018-01-01,0|2018-01-01,1|2011-01-01"
get /postings?sort=name
see "名冊人數 4 人" 兼任 法制室
write again.csv
	身分證號,姓名,單位,職稱,官職等,人員區分,起日,主管
	A123456789,新人,企劃組,150,P07,2,107/01/01,是
	C200000603,黃六珍,企劃組,150,P06,2,100/01/01,
post /postings/import file=@again.csv
run jobs
rows "SELECT rows_updated, rows_unchanged FROM import_batch WHERE id = (SELECT max(id) FROM import_batch)" = 1|1
rows "SELECT s.is_supervisor FROM service_record s JOIN person p ON p.id = s.person WHERE p.name = '新人'" = 1

# LEARN-027 E-BAT-01 A batch whose posting was changed since is not taken back
keep new rows "SELECT max(id) - 1 FROM import_batch"
get /imports/{new}
send /imports/{new}/undo reason=檔案有誤
see "無法整批復原：1 筆資料在匯入後已被修改或複核（E-BAT-01）" 新人 匯入後已有異動

# LEARN-042 By command, with the same checks: 總處 for any agency; exit status 1 and the line for what is wrong, nothing stored
write all.csv
	身分證號,姓名,機關代碼,職稱,官職等,人員區分,起日
	E100000907,鄭九安,379010000E,150,P07,2,107/11/01
peixun import posting @all.csv --as 300000000Z/dgpa
status 0
rows "SELECT g.code FROM service_record s JOIN agency g ON g.id = s.agency JOIN person p ON p.id = s.person WHERE p.name = '鄭九安' AND s.to_day IS NULL" = 379010000E
write bad.csv
	身分證號,姓名,職稱,官職等,人員區分,起日
	E100000907,鄭十安,150,P07,2,107/12/01
peixun import posting @bad.csv --as 323000000A/o1
status 1
see 的權限
peixun import posting @bad.csv --as 379000000A/hr05
status 1
see "第 2 列「姓名」" E-HRS-05

# LEARN-004 An officer without the function has no such page
as 323000000A/o1
get /postings
status 403

# LEARN-011 LEARN-014 LEARN-294 E-REQ-01 E-STALE-01 A name or day of birth entered wrongly is corrected with a reason; the 身分證號 stays
as 323010000B/hr02
keep wu rows "SELECT s.id FROM service_record s JOIN person p ON p.id = s.person WHERE p.national_id = 'D100000700'"
get /postings/{wu}
see 更正人員基本資料
get /postings/{wu}/person
see D10****700
raw 吳七福 59/01/01
no 異動紀錄
send /postings/{wu}/person name=吳七褔 birth_date=60/2/3
status 422
see 更正理由 為必填欄位 E-REQ-01
send /postings/{wu}/person birth_date=120/01/01 reason=戶籍登記
status 422
see E-DATE-03
send /postings/{wu}/person birth_date=60/2/3 reason=戶籍登記
status 303
follow
see 異動紀錄 姓名 吳七福 吳七褔 出生日期 59/01/01 60/02/03 戶籍登記
rows "SELECT national_id, name, birth_date FROM person WHERE name = '吳七褔'" = "D100000700|吳七褔|1971-02-03"
rows "SELECT reason FROM audit WHERE action = 'colleague.change'" = 戶籍登記
rows "SELECT count(DISTINCT t.person) FROM tally_dirty t JOIN person p ON p.id = t.person WHERE t.roc_year = 0 AND p.national_id = 'D100000700'" = 1
json post /postings/{wu}/person {"name":"吳七","sex":"male","birth_date":"1971-02-03","reason":"再改","version":1}
status 409
write corrected.csv
	身分證號,姓名,職稱,官職等,人員區分,起日
	D100000700,吳七褔,290,H02,4,107/10/01
post /postings/import file=@corrected.csv
run jobs
rows "SELECT state FROM import_batch WHERE id = (SELECT max(id) FROM import_batch)" = done

# LEARN-003 E-SCOPE-01 Who serves elsewhere by now is corrected there, not by the agency of an old posting
as 379000000A/hr05
keep zheng rows "SELECT min(s.id) FROM service_record s JOIN person p ON p.id = s.person WHERE p.national_id = 'E100000907'"
get /postings/{zheng}
status 200
no 更正人員基本資料
get /postings/{zheng}/person
status 404
see E-SCOPE-01
