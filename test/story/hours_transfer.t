-- 學習時數: what follows by itself from a course's end.

clock 2018-09-18T12:00
F1 courses

# LEARN-289 E-HRS-09 On the last day of the course it has not ended yet
as 323000000A/hr01
write early.csv
	*身分證號,*課程代碼,*期別,*學習性質,*訓練總數,*訓練總數單位
	C200000603,A107002,1,實體學習,6,小時
post /hours/import/opened file=@early.csv
keep early rows "SELECT max(id) FROM import_batch"
run jobs
get /imports/{early}
see 課程尚未結束（107/09/18） E-HRS-09
clock 2018-09-19T12:00
as 323000000A/hr01 tomorrow
post /hours/import/opened file=@early.csv again=yes
run jobs
rows "SELECT state FROM import_batch ORDER BY id DESC LIMIT 1" = done

# LEARN-282 LEARN-283 LEARN-287 On the day after the end who was approved has a record, once; one that was uploaded meanwhile is not doubled
rows "INSERT INTO registration (course, person, seq_no, source, state, agency, created) SELECT c.id, p.id, p.id, 'online', CASE p.national_id WHEN 'D200000800' THEN 'rejected' ELSE 'approved' END, 1, 1 FROM course c JOIN person p ON p.national_id IN ('C100000503', 'D200000800', 'A200000209') WHERE c.course_code = 'A107003' RETURNING state" = approved,approved,rejected
rows "UPDATE course SET taken = 2, approved = 2, rejected = 1, last_seq = 20 WHERE course_code = 'A107003' RETURNING approved" = 2
clock 2018-10-30T23:00
run jobs
rows "SELECT count(*) FROM hours_record WHERE source = 1" = 0
clock 2018-10-31T02:00
write c3.csv
	*身分證號,*課程代碼,*期別,*學習性質,*訓練總數,*訓練總數單位,數位時數,實體時數
	A200000209,A107003,1,混成學習,1,學分,6,12
run jobs
rows "SELECT p.national_id, r.hours, r.digital, r.cert FROM hours_record r JOIN person p ON p.id = r.person WHERE r.source = 1 ORDER BY 1" = A200000209|18|6|0,C100000503|18|6|0
clock 2018-10-31T04:00
run jobs
rows "SELECT count(*) FROM hours_record WHERE source = 1" = 2
rows "SELECT count(*) FROM registration WHERE hours IS NOT NULL" = 2
as 323000000A/hr01 october
post /hours/import/opened file=@c3.csv
run jobs
rows "SELECT count(*), sum(r.cert) FROM hours_record r JOIN person p ON p.id = r.person JOIN hours_class k ON k.id = r.class JOIN course c ON c.id = k.course WHERE p.national_id = 'A200000209' AND c.course_code = 'A107003'" = 1|1
keep c3 rows "SELECT k.id FROM hours_class k JOIN course c ON c.id = k.course WHERE c.course_code = 'A107003'"
keep gone rows "SELECT r.id FROM hours_record r JOIN person p ON p.id = r.person WHERE r.class = {c3} AND p.national_id = 'C100000503'"
get /hours/classes/{c3}
send /hours/classes/{c3} delete=1 tick={gone}
send /hours/classes/{c3} confirm=1
clock 2018-11-01T04:00
run jobs
rows "SELECT count(*) FROM hours_record WHERE class = {c3} AND deleted IS NULL" = 1
