-- The yearly training plans, for everybody: which there are, one with its points, two side by side.

clock 2024-10-12T09:00
agency 323000000A 示範部
account 323000000A/ag1user agency_officer

# PLAN-001 PLAN-002 The list: title, 文號, days, amendments, number of parameters, state; law beside it
as nobody
get /plans
status 200
see 113年公務人員特種考試身心障礙人員考試錄取人員訓練計畫 保訓會公訓字第1130006555號函訂定 113/04/30
see 113-disabled@2 保訓會公訓字第1132160195號函修正第16點 "113年5月16日 保訓會公訓字第1132160195號函修正第16點" 可用
see 112年公務人員高等暨普通考試錄取人員訓練計畫 保訓會公訓字第1120008552號函訂定 112/08/11
see 法規參數 訓練辦法第41條 使用前請核對 記大過：-4.5分 事假：7日
raw "<form method=\"get\" action=\"/plans/compare\""

# PLAN-001 PLAN-021 One plan with all its values, points and sources; what a law says is marked as such
get /plans/113-disabled@2
status 200
see P-033 period.total 4個月 第4點第1款 revoke.causes "10、其他足認為品德操守不良" 第20點第1款 form.pt_plan.attachment 附件5
see "[法規] 訓練辦法第36條（使用前請核對）：60" 計畫未規定
get /plans/113-disabled
status 200
see 保訓會公訓字第1132160195號函修正第16點
get /plans/113-disabled@1
status 200
see 保訓會公訓字第1130006555號函訂定

# PLAN-007 a b c: side by side, what differs is marked, with both plans' points
get /plans/compare?a=113-disabled&b=112-senior-ordinary
status 200
see 訓練計畫比較 不同 "第19點第1款第1目" "第19點第1款第2目" 僅此計畫：bt_retrain_failed、bt_absence_20、bt_truancy_5
raw "P-020<br><strong class=\"tag warn\">不同</strong></td><th scope=\"row\">基礎訓練是否採計成績"
raw "P-120<br><strong class=\"tag warn\">不同</strong></td><th scope=\"row\">廢止受訓資格事由"
raw "P-033</td><th scope=\"row\">訓練期間"

# PLAN-007 An unknown plan is said so
get /plans/compare?a=113-disabled&b=999-police
status 404
see 查無此訓練計畫
get /plans/113-police
status 404
see 查無此訓練計畫

# PLAN-001 The same for who is signed in
as 323000000A/ag1user
get /plans
status 200
see 訓練計畫 參數

# PLAN-001 A server that finds no plan does not begin
setting PEIXUN_PLANS /nowhere
peixun serve
status 1
see "no training plan in the folder /nowhere" PEIXUN_PLANS
