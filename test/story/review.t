-- 人事單位: 學習時數(複核及修改), 類別維護(與業務相關), 學習時數修改(職稱、官職等).

clock 2018-12-31T09:00
F1 hours
give 323000000A/hr09 hr.review
keep r14 rows "SELECT r.id FROM hours_record r JOIN person p ON p.id = r.person WHERE p.national_id = 'B200000406'"

# LEARN-109 LEARN-541 What waits is R14 alone; 待辦事項 leads there
as 323000000A/hr01
get /learning
see "學習時數未複核：1 筆"
get /hr/review?state=1
status 200
see 陳四娟 "B20****406" 人事處 範例補習班 語文 "402 語文" "107/10/01～107/10/01" 實體學習 "共 1 筆" 類別維護
no B200000406 王一明
get /hr/review.csv
raw 陳四娟
get /hr/review/{r14}
see 範例補習班 待複核 退回原因
get "/hr/review?state=1&year=106"
see 查無符合條件的資料
get /hr/review?state=1
send /hr/review/find year=107 course=語 name=四 institution=補習
follow
see 陳四娟

# LEARN-541 LEARN-005 E-ID-01 E-ID-02 E-ID-03 By 身分證字號, which stands in no address
get /hr/review?state=1
send /hr/review/find state=1 national_id=b200000406
status 303
follow
see 陳四娟 "僅列出身分證字號 B20****406 的紀錄"
get /hr/review?state=1
send /hr/review/find state=1 national_id=A100000109
follow
see 查無符合條件的資料
get /hr/review?state=1
send /hr/review/find state=1 national_id=A100000108
status 422
see E-ID-02
get /hr/review?state=1
send /hr/review/find state=1 national_id=F123456784
status 422
see E-ID-03

# LEARN-003 LEARN-004 E-SCOPE-01 E-AUTH-01 Another agency does not learn that there is one; without the right none at all; 總處 reads
as 323010000B/hr02
get /hr/review?state=1
see 查無符合條件的資料
get /hr/review/{r14}
status 404
see 查無此資料，或資料不屬於
as 323000000A/o1
get /hr/review?state=1
status 403
see 您沒有使用此功能的權限
as 300000000Z/dgpa
get /hr/review?state=1
status 200
see 陳四娟
no-raw "name=\"tick\""

# LEARN-531 LEARN-532 LEARN-542 E-CODE-01 類別維護: what an agency ticks holds below it; 402 is not ticked, so R14 is proposed as not 與業務相關
keep c301 rows "SELECT id FROM code_item WHERE table_code = 'course_category' AND code = '301'"
keep c302 rows "SELECT id FROM code_item WHERE table_code = 'course_category' AND code = '302'"
keep c402 rows "SELECT id FROM code_item WHERE table_code = 'course_category' AND code = '402'"
as 323000000A/hr01
get /hr/categories
see "承自 總處" "1 政策能力訓練" "402 語文"
post /hr/categories category={c301},{c302} version=0
status 303
follow
see "已儲存，共 2 類與業務相關" 自訂 李二美
raw "id=\"category-301\" checked"
no-raw "id=\"category-402\" checked"
as 323010000B/hr02
get /hr/categories
see "承自 示範部"
raw "id=\"category-302\" checked"
as 323000000A/hr01
get /hr/review?state=1
no-raw "aria-label=\"與業務相關 陳四娟 語文\" checked"
post /hr/categories category=99999 version=1
status 422
see "「課程類別」代碼不存在：「99999」（E-CODE-01）"

# LEARN-531 E-STALE-01 Who was first is told of; ticked later, what still waits is proposed as 與業務相關
post /hr/categories category={c402} version=0
status 409
see 此筆資料已由 李二美 E-STALE-01
post /hr/categories category={c402},{c301} version=1
status 303
get /hr/review?state=1
raw "aria-label=\"與業務相關 陳四娟 語文\" checked"
rows "SELECT business FROM hours_record WHERE id = {r14}" = 0

# LEARN-531 None ticked is a choice as well, and giving up the own one follows the agency above again
as 323010000B/hr02
get /hr/categories
send /hr/categories -category
post /hr/categories version=1
status 303
follow
see "已儲存，共 0 類與業務相關" 自訂
no-raw checked
get /hr/categories
post /hr/categories/reset version=2
status 303
follow
see "承自 示範部"

# LEARN-531 總處 sets what holds where nobody has chosen
as 300000000Z/dgpa
get /hr/categories
see 總處 機關代碼
post /hr/categories category={c301} version=0
status 303
as 379000000A/hr05
get /hr/categories
see "承自 總處"
raw "id=\"category-301\" checked"
as 300000000Z/dgpa
get "/hr/categories?agency=323010000B"
see 示範部第一局 "承自 示範部"
get "/hr/categories?agency=999"
status 404
see E-SCOPE-01

# LEARN-543 SM-6 E-HRS-08 E-REQ-01 Nothing ticked; the own record is not reviewed
as 323000000A/hr01
get /hr/review?state=1
send /hr/review
status 422
see "「通過」為必填欄位（E-REQ-01）"
as 323000000A/hr09
get /hr/review?state=1
send /hr/review tick={r14}
status 422
see 不可複核本人的學習時數 E-HRS-08
rows "SELECT review FROM hours_record WHERE id = {r14}" = 1

# LEARN-544 SM-6 E-REQ-01 「退回」 wants a reason; the learner is told; it waits no more
as 323000000A/hr01
get /hr/review/{r14}
send /hr/review/{r14}/return
status 422
see "「退回原因」為必填欄位（E-REQ-01）"
get /hr/review/{r14}
send /hr/review/{r14}/return reason=缺證明文件
status 303
follow
see 已退回 退回 缺證明文件
get /hr/review?state=1
see 查無符合條件的資料
get "/hr/review?state=3"
see 陳四娟 缺證明文件
rows "SELECT count(*) FROM hours_person_seen WHERE person = (SELECT person FROM hours_record WHERE id = {r14})" = 0
rows "SELECT n.text FROM notice n JOIN account a ON a.id = n.account WHERE n.kind = 'hours.returned'" = 民間機構學習時數「語文」已退回：缺證明文件
get /learning
see "學習時數未複核：0 筆"

# LEARN-544 SM-6 The learner sees the reason, corrects, and sends it again: 待複核
account 323000000A/learner04 learner name=陳四娟
rows "UPDATE account SET person = (SELECT id FROM person WHERE national_id = 'B200000406') WHERE name = 'learner04' RETURNING role" = learner
as 323000000A/learner04
get "/learn/hours?year=107"
see 退回 缺證明文件 補正
get /learn/hours/{r14}
see 缺證明文件
send /learn/hours/{r14} amount=0
status 422
get /learn/hours/{r14}
send /learn/hours/{r14} name=日語
status 303
follow
see 已送出 待複核 日語
rows "SELECT r.review, r.hours, k.name FROM hours_record r JOIN hours_class k ON k.id = r.class WHERE r.id = {r14}" = 1|3|日語
get /learn/hours/{r14}
status 404
get /learn/hours/1
status 404

# LEARN-543 LEARN-109 LEARN-532 SM-6 「通過」: it counts from now on; 與業務相關 as ticked by hand
as 323000000A/hr01
get /hr/review?state=1
send /hr/review tick={r14} -b.{r14}
status 303
follow
see "已複核通過 1 筆" 查無符合條件的資料
rows "SELECT business, review FROM hours_record WHERE id = {r14}" = 0|2
rows "SELECT records, hours, business FROM hours_person_seen WHERE person = (SELECT person FROM hours_record WHERE id = {r14}) AND records > 0" = 1|3|0
get /learning
see "學習時數未複核：0 筆"
get "/hr/review?state=2"
see 陳四娟 已複核
get /hr/review/{r14}
see 李二美 已複核

# LEARN-543 E-HRS-07 Somebody else has reviewed it meanwhile
post /hr/review tick={r14} v.{r14}=1
status 409
see 此紀錄已由 李二美 複核 E-HRS-07

# LEARN-545 E-INT-01 E-RANGE-01 E-CODE-01 E-STALE-01 After the review hours, category and 與業務相關 are changed, with history; the sums follow
get /hr/review/{r14}
send /hr/review/{r14} hours=2.5
status 422
see "「時數」只接受整數，不接受小數：「2.5」（E-INT-01）"
get /hr/review/{r14}
send /hr/review/{r14} hours=10000
status 422
see "「時數」須介於 1 至 9999：「10000」（E-RANGE-01）"
get /hr/review/{r14}
send /hr/review/{r14} category=998
status 422
see "「課程類別」代碼不存在：「998」（E-CODE-01）"
get /hr/review/{r14}
send /hr/review/{r14} hours=2 business=1 category=403
status 303
follow
see 已修改 健康與心理
rows "SELECT r.hours, r.business, t.code FROM hours_record r JOIN code_item t ON t.id = r.category WHERE r.id = {r14}" = 2|1|403
rows "SELECT t.code, s.hours, s.business FROM hours_person_seen s JOIN code_item t ON t.id = s.category WHERE s.person = (SELECT person FROM hours_record WHERE id = {r14}) AND s.records > 0" = 403|2|2
post /hr/review/{r14} version=1 hours=3 digital=0 category=403
status 409
see E-STALE-01
rows "SELECT count(*) FROM hours_revision WHERE record = {r14}" = 6

# LEARN-545 SM-6 「撤銷通過」 with a reason: it waits again, and counts no more
get /hr/review/{r14}
send /hr/review/{r14}/withdraw
status 422
see "「撤銷原因」為必填欄位（E-REQ-01）"
get /hr/review/{r14}
send /hr/review/{r14}/withdraw reason=誤審
status 303
follow
see 已撤銷通過 待複核
rows "SELECT coalesce(sum(records), 0) FROM hours_person_seen WHERE person = (SELECT person FROM hours_record WHERE id = {r14})" = 0
get /learning
see "學習時數未複核：1 筆"

# LEARN-551 E-RPT-02 學習時數修改: at least one condition; of 李二美 in 107 there are R07 to R10
get /hr/snapshots
see 請至少設定一項查詢條件
get /hr/snapshots?all=
send /hr/snapshots/find year=107 name=李二美
follow
see "共 4 筆" A107003 系統分析 薦任第9職等
no 王一明 A200000209
get "/hr/snapshots?code=A1070&year=107"
see "共 4 筆"
get /hr/snapshots?all=
send /hr/snapshots/find course=性別 from=107/05/05 to=107/05/05
follow
see "共 2 筆" 王一明 張三和
get "/hr/snapshots?from=107/05/05&to=107/05/01"
status 422
see E-DATE-02
get /hr/snapshots?all=
send /hr/snapshots/find national_id=A200000209
follow
see "共 4 筆" "同一人整批更改"
as 323010000B/hr02
get /hr/snapshots?all=
send /hr/snapshots/find year=107 name=李二美
follow
see 查無符合條件的資料
as 323000000A/hr01

# LEARN-552 E-CODE-01 「…」: a page to choose from, which leads back with everything else kept; not stored yet
keep r10 rows "SELECT r.id FROM hours_record r JOIN person p ON p.id = r.person JOIN hours_class k ON k.id = r.class WHERE p.national_id = 'A200000209' AND r.hours = 18"
keep r09 rows "SELECT r.id FROM hours_record r JOIN person p ON p.id = r.person WHERE p.national_id = 'A200000209' AND r.hours = 3"
post /hr/snapshots/pick pick=k.{r10} year=107 name=李二美 tick={r10}
status 200
see 選擇官職等 薦任第8職等
post /hr/snapshots/pick picking=k.{r10} word=薦任第8 year=107 name=李二美 tick={r10}
see 薦任第8職等
no 薦任第9職等
raw "name=\"name\" value=\"李二美\""
post /hr/snapshots choose=k.{r10}=P08 year=107 name=李二美 tick={r10} v.{r10}=1
status 200
see 薦任第8職等 更改 "共 4 筆" "已勾選 1 筆"
rows "SELECT q.code FROM hours_record r JOIN code_item q ON q.id = r.rank WHERE r.id = {r10}" = P09
post /hr/snapshots k.{r10}=P99 tick={r10} year=107 name=李二美
status 422
see "「官職等」代碼不存在：「P99」（E-CODE-01）"

# LEARN-553 E-REQ-01 E-STALE-01 Only ticked rows are stored; the others are told
get /hr/snapshots?all=
send /hr/snapshots/find year=107 name=李二美
follow
post /hr/snapshots year=107 name=李二美 k.{r10}=P08
status 422
see "「選擇」為必填欄位（E-REQ-01）"
as 323010000B/hr02
post /hr/snapshots year=107 tick={r10} k.{r10}=P08 v.{r10}=1
status 422
see E-SCOPE-01
as 323000000A/hr01
post /hr/snapshots year=107 name=李二美 tick={r10} k.{r10}=P08 v.{r10}=1 k.{r09}=P08 v.{r09}=1
status 303
follow
see "已更新 1 筆" "未勾選而未儲存：李二美 性別主流化研習"
rows "SELECT q.code FROM hours_record r JOIN code_item q ON q.id = r.rank WHERE r.id IN ({r09}, {r10}) ORDER BY r.id" = P09,P08
post /hr/snapshots year=107 name=李二美 tick={r10} k.{r10}=E05 v.{r10}=1
status 422
post /hr/snapshots year=107 name=李二美 tick={r10} k.{r10}=P08 v.{r10}=2
status 422
see 勾選的列沒有更改
post /hr/snapshots year=107 name=李二美 tick={r10} k.{r10}=P05 v.{r10}=1
status 409
see E-STALE-01
rows "SELECT action, old_values, new_values FROM hours_revision WHERE record = {r10}" = "snapshot|{\"官職等\":\"薦任第9職等\"}|{\"官職等\":\"薦任第8職等\"}"

# LEARN-553 What is ticked is stored wherever it stands in the list, even on a page that is not shown
post /hr/snapshots year=106 tick={r10} k.{r10}=P07 v.{r10}=2
status 303
follow
see "已更新 1 筆"
rows "SELECT q.code FROM hours_record r JOIN code_item q ON q.id = r.rank WHERE r.id = {r10}" = P07

# LEARN-554 What is corrected on a record moves what is counted by the record, and nothing that is counted by the person
json get "/reports/execution?kind=category&year=107&categories=301&ranks=薦任"
json sections.0.rows.0.records = 2
json get "/reports/human?year=107"
json sections.0.rows.1.class-2-hours = 18
post /hr/snapshots year=107 tick={r10} k.{r10}=委任第5職等 v.{r10}=3
status 303
json get "/reports/execution?kind=category&year=107&categories=301&ranks=薦任"
json sections.0.rows.0.records = 1
json get "/reports/human?year=107"
json sections.0.rows.1.class-2-hours = 18

# LEARN-554 The roster does not change; all records of a person in a period at once
rows "SELECT x.rank_code FROM posting x JOIN person p ON p.id = x.person WHERE p.national_id = 'A200000209'" = P09
keep p02 rows "SELECT id FROM person WHERE national_id = 'A200000209'"
post /hr/snapshots person={p02} from=107/04/01 to=107/12/31 all=1 all_rank=委任第5職等
status 303
follow
see "已更新 2 筆"
rows "SELECT q.code, count(*) FROM hours_record r JOIN code_item q ON q.id = r.rank WHERE r.person = {p02} GROUP BY q.code ORDER BY q.code" = P05|3,P09|1

# LEARN-015 「顯示完整」 of those whose records are to be corrected or reviewed, with a reason and one entry each
get /hr/snapshots?all=
send /hr/snapshots/find year=107 name=李二美
follow
see A20****209
no A200000209
send /personal/full reason=核對職稱
status 303
follow
see A200000209 恢復遮罩
rows "SELECT count(*) FROM audit WHERE action = 'personal.read' AND reason = '核對職稱'" = 1
get "/hr/review?state=1"
see B20****406
no B200000406
send /personal/full reason=核對證明
status 303
follow
see B200000406 恢復遮罩

# LEARN-015 The page of one record as well, with a reason and an entry of its own
get /hr/review/{r14}
see B20****406 顯示完整
no B200000406
send /personal/full reason=核對證明文件上的號碼
status 303
follow
see B200000406 恢復遮罩
rows "SELECT count(*) FROM audit WHERE action = 'personal.read' AND reason = '核對證明文件上的號碼'" = 1
send /hr/review/{r14}/return
status 422
see B20****406
no B200000406
json get /hr/review/{r14}
json national_id = B20****406
