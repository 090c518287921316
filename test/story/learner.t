-- 民間機構學習時數: a 學員 reports them with a proof; they wait for 複核 at the own agency.

clock 2018-12-31T09:00
F1 courses
rows "SELECT coalesce(sum(review), 0) FROM hours_record WHERE source = 5" = 0

# LEARN-546 All that is wrong is said at once, in the words of 終身學習, and nothing is stored
as 323000000A/learner03
get /learn/hours
status 200
see 本年度尚未登錄民間機構學習時數
get /learn/hours/new
see 訓練進修機構名稱 證明文件
write proof.txt
	not a proof
post /learn/hours/new institution= name=日語 category=999 start=107/10/05 end=107/10/01 mode=physical amount=1.5 unit=hour file=@proof.txt
status 422
see "「訓練進修機構名稱」為必填欄位（E-REQ-01）" "代碼不存在：「999」（E-CODE-01）" "「起始日期」不可晚於「終迄日期」（E-DATE-02）" "只接受整數，不接受小數：「1.5」（E-INT-01）" "檔案類型或大小不符" "（E-FILE-01）"
post /learn/hours/new institution=範例補習班 name=日語 category=402 start=107/12/01 end=108/01/05 mode=physical amount=3 unit=hour
status 422
see "課程尚未結束（108/01/05）（E-HRS-09）" "（E-FILE-01）"
rows "SELECT count(*) FROM hours_record WHERE source = 5" = 0

# LEARN-546 LEARN-017 E-CODE-02 A category is one that was valid on the last day; one that has ended since is not offered
rows "UPDATE code_item SET valid_to = '2018-09-30' WHERE table_code = 'course_category' AND code = '108' RETURNING 1" = 1
get /learn/hours/new
no "108 公民參與"
post /learn/hours/new institution=範例補習班 name=日語 category=108 start=107/10/01 end=107/10/05 mode=physical amount=3 unit=hour
status 422
see 代碼「108」於 107/10/05 無效 （E-CODE-02）
post /learn/hours/new institution=範例補習班 name=日語 category=108 start=107/09/01 end=107/09/05 mode=physical amount=3 unit=hour
status 422
no E-CODE-02
rows "UPDATE code_item SET valid_to = NULL WHERE table_code = 'course_category' AND code = '108' RETURNING 1" = 1

# LEARN-546 LEARN-290 LEARN-291 Reported: 待複核 at the person's agency, with its proof; it does not count yet; a day is six hours
keep c1 rows "SELECT id FROM course WHERE course_code = 'A107001'"
as 323000000A/top01
get /registrations/{c1}/sheet/pdf?kind=onsite&rows=1&column=name
status 200
save proof.pdf
as 323000000A/learner03
get /learn/hours/new
send /learn/hours/new institution=範例補習班 name=日語 category=402 start=107/10/01 end=107/10/05 mode=physical amount=2 unit=day file=@proof.pdf
status 303
follow
see 已送出，待服務機關複核 日語 範例補習班 語文 待複核 107/10/05
rows "SELECT x.hours, x.digital, x.cert, x.review, x.source, g.code, p.name FROM hours_record x JOIN agency g ON g.id = x.agency JOIN hours_proof p ON p.record = x.id WHERE x.source = 5" = "12|0|1|1|5|323000000A|proof.pdf"

# LEARN-546 LEARN-302 The same again is refused, E-DUP-01; a 混成 one needs its split
get /learn/hours/new
send /learn/hours/new institution=範例補習班 name=日語 category=402 start=107/10/01 end=107/10/05 mode=physical amount=2 unit=day file=@proof.pdf
status 422
see "資料已存在：日語，107/10/01 至 107/10/05（E-DUP-01）"
get /learn/hours/new
send /learn/hours/new institution=範例補習班 name=英語 category=402 start=107/10/01 end=107/10/05 mode=blended amount=10 unit=hour digital=4 physical=5 file=@proof.pdf
status 422
see （E-HRS-02）
rows "SELECT count(*) FROM hours_record WHERE source = 5" = 1

# LEARN-003 Only for the 學員
as 300000000Z/stats01
get /learn/hours
status 403
