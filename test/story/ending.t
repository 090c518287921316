-- 廢止: who reports what: before the allocation the assigning authority, for a missed re-training 保訓會 itself.

clock 2024-06-20T09:00
agency 323000000A 示範部
agency A58000000A 公務人員保障暨培訓委員會
account 323000000A/ag1 agency_officer name=周淑芬
account A58000000A/csptc csptc_officer
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
exam 112 001 公務人員高等暨普通考試 plan=112-senior-ordinary
person A123456789 王小明 男 113 201
person F123456784 李大同 男 112 001 agency=323000000A
keep a rows "SELECT id FROM trainee WHERE national_id = 'A123456789'"
keep b rows "SELECT id FROM trainee WHERE national_id = 'F123456784'"

# PLAN-123 PLAN-119 A waiver before the allocation is reported by the assigning authority, not by an agency; the citation is its own
as A58000000A/csptc
get /trainees/{a}/records/revocation
send /trainees/{a}/records/revocation cause=waived_before sender=agency found=113/06/20 facts=自願放棄
status 422
see 「分配訓練前自願放棄」由分發機關辦理 第20點第3款
send /trainees/{a}/records/revocation sender=authority
status 303
keep r location
follow
see 第20點第3款
get {r}/acts/send
send {r}/acts/send document=總處字第1號 sent=113/06/20
send {r}/acts/send
status 303
rows "SELECT state FROM trainee_state WHERE admission = {a}" = "revoke_filed"

# PLAN-122 README decision 7: 保訓會 may find otherwise, with its reason; then all is as before
get {r}/acts/decide
send {r}/acts/decide result=keep document=公訓字第1號 decided=113/06/20
status 422
see 「理由」為必填欄位
send {r}/acts/decide reason=放棄之意思表示已撤回
status 200
send {r}/acts/decide
status 303
rows "SELECT state FROM trainee_state WHERE admission = {a}" = "admitted"

# PLAN-124 PLAN-067 What 保訓會 does of itself is not an agency's report
get /trainees/{b}/records/revocation
send /trainees/{b}/records/revocation cause=not_retrained sender=agency found=113/06/20 facts=逾期未申請重新訓練
status 422
see 「停止訓練原因消滅後未申請重新訓練」由保訓會（依職權）辦理 第20點第4款
send /trainees/{b}/records/revocation sender=commission
status 303

# PLAN-119 The cause of another plan is refused by name
get /trainees/{a}/records/revocation
send /trainees/{a}/records/revocation cause=bt_retrain_failed sender=institution found=113/06/20 facts=重新訓練不及格
status 422
see 本訓練計畫無「基礎訓練經核准重新訓練仍不及格」
