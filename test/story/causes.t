-- The causes of revocation as a list: each of the plan's with its item, what the records make of it, and what a person found.

clock 2024-08-01T09:00
agency 323000000A 示範部
account 323000000A/ag1 agency_officer name=周淑芬
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
exam 112 001 公務人員高等暨普通考試 plan=112-senior-ordinary
person A123456789 王小明 男 113 201 agency=323000000A
person F123456784 李大同 男 112 001 agency=323000000A
as 323000000A/ag1
post /trainees/report exam_year=113 tick=1 v.1=1 day=113/08/01 overwrite=no
status 303
post /trainees/report exam_year=112 tick=2 v.2=1 day=113/08/01 overwrite=no
status 303
clock 2024-09-06T09:00
as 323000000A/ag1 w2
post /trainees/1/records/leave kind=absence from=113/09/04 until=113/09/06 hours=24
status 303
post /trainees/2/records/leave kind=absence from=113/09/04 until=113/09/06 hours=24
status 303

# PLAN-119 a, d PLAN-121 a Two causes are met: what the hours say and what a person found with evidence; both are listed by their items
get /trainees/1/records/revocation
send /trainees/1/records/revocation cause=violence sender=agency found=113/09/06 facts=毆打同仁 evidence=監視錄影
status 303
follow
see 符合：實務訓練期間曠職累計達3日 第20點第1款第3目
see 符合：訓練期間對訓練機關（構）學校講座、長官或其他人員施以強暴脅迫 第20點第1款第9目
see 不符合 請假

# PLAN-119 b The same facts under the other plan are of another item
get /trainees/2/records/revocation
send /trainees/2/records/revocation cause=pt_absent_3d sender=agency found=113/09/06 facts=曠職3日
status 303
follow
see 第20點第1款第4目
no 第20點第1款第3目
no 符合：訓練期間對訓練機關（構）學校講座
