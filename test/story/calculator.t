-- 試算: every rule as a page for everybody, from its own table of facts.

clock 2024-10-12T09:00
agency 323000000A 示範部
account 323000000A/ag1user agency_officer

# DEC-1 PLAN-012 Nobody has to sign in: from the first page to an answer with its reason and citation
as nobody
get /sign-in
see 期限、期間與資格試算
get /calculator
status 200
see 訓練期滿日 縮短實務訓練 津貼比照等級 廢止受訓資格事由之檢核
get /calculator/training-end
status 200
see 報到日期 "例如 113/08/01" 113年公務人員特種考試身心障礙人員考試錄取人員訓練計畫
no 試算結果
get /calculator/training-end?plan=113-disabled%402&report_date=1130801
status 200
see 試算結果 113年11月30日 訓練辦法第25條第1項 試算結果僅供參考，以主管機關核定為準。
raw "value=\"1130801\""

# PLAN-117 PLAN-015 Rows: filled in from the address, one more when asked for, blank ones left out
get /calculator/training-end?plan=113-disabled%402&report_date=113/08/01&ledger.0.kind=extension&ledger.0.from=114/01/07&ledger.0.length=2個月&ledger.1.kind=
status 200
see 114年3月6日 延長實務訓練2個月
get /calculator/training-end?plan=113-disabled%402&report_date=113/08/01&ledger.0.kind=extension&_more=ledger
status 200
see 第2列
no 試算結果 請修正
get /calculator/training-end?plan=113-disabled%402&report_date=113/08/01&ledger.7.kind=leave&ledger.7.from=113/12/02&ledger.7.length=3d&ledger.7.counted_in=office
status 200
see 113年12月4日 第8列

# DEC-2 Every mistake at once, each beside its input, and nothing typed is lost
get /calculator/training-end?plan=&report_date=113/13/01&ledger.0.kind=leave&ledger.0.length=多久
status 422
see 請修正下列 「訓練計畫」為必填欄位 「報到日期」的日期「113/13/01」不正確 「期滿日異動第1列之起算日」為必填欄位 「期滿日異動第1列之期間」不是期間：「多久」
raw "#f-ledger.0.length" "value=\"113/13/01\"" "value=\"多久\""
no 試算結果僅供參考
get /calculator/score-total?plan=113-disabled%402&items.character=十二
status 422
see 「評分之品德」不是數字：「十二」 「評分之才能」為必填欄位
get /calculator/act-deadline?event=113/06/03&length=7日&counted=sometimes
status 422
see 「起算方式」無此選項：「sometimes」
get /calculator/course-visibility?now=113/06/03%2025:00&signup_from=113/06/01&signup_to=113/06/30
status 422
see 「現在時間」不是時間

# PLAN-106 PLAN-082 An object of the rule's facts, and one among its values
get /calculator/score-total?plan=113-disabled%402&items.character=12&items.ability=9&items.life=6&items.attitude=18&items.performance=15&conduct=-0.5
status 200
see 59.50 第19點第2款 "等第　品德" 不及格

# PLAN-055 PLAN-057 Rows in which a date, a text and a range may stay empty
get /calculator/pt-shortening?plan=113-disabled%402&level=三等考試&report_date=113/08/01&filed_on=113/08/20&channel=agency&intended.grade=6&intended.series=綜合行政&intended.range.min=5&intended.range.max=7&service.0.from=112/01/01&service.0.series=綜合行政&service.0.range.min=5&service.0.range.max=7
status 200
see 得辦理 職務列等高於或同於擬任職務 113年9月2日
get /calculator/pt-shortening?plan=113-disabled%402&level=三等考試&report_date=113/08/01&filed_on=113/08/20&channel=agency&intended.grade=6&intended.range.min=5&service.0.from=112/01/01
status 422
see 「擬任職務之擬任職務列等（迄）」為必填欄位

# PLAN-119 PLAN-121 Causes of revocation in words, as a table
get /calculator/revocation?plan=113-disabled%402&facts.absence_hours=24&facts.violence.found=true&facts.violence.evidence=false
status 200
see 符合 實務訓練曠職 強暴脅迫 不符合 缺少資料 實務訓練期間曠職累計達3日。
no pt_absent_3d DATA_MISSING

# PLAN-128 Things to tick
get /calculator/certificate-ready?plan=112-senior-ordinary%401&today=113/02/29&end=113/02/29&pt_passed=true&bt_status=failed&open=data_correction&open=stop
status 200
see 訓練期滿日未過、基礎訓練未完成、資料更正未結、停止訓練未結
raw "value=\"data_correction\" checked"
get /calculator/certificate-ready?plan=112-senior-ordinary%401&today=113/02/29&end=113/02/28&pt_passed=true&bt_status=passed
status 200
see 未符合之項目 無 得辦理請證

# PLAN-081 One day a line
get /calculator/guidance-gaps?plan=113-disabled%402&start=113/08/01&end=113/11/30&records=113/08/30%0A113/09/27%0A113/11/29&methods.orientation=true&methods.observed=2&methods.cases=3&methods.talks_mid=1&methods.talks_final=0
status 200
see 輔導紀錄表：訓練月份3、工作觀摩、期末個別會談
get /calculator/guidance-gaps?plan=113-disabled%402&start=113/08/01&end=113/11/30&records=113/08/30%0A某日&methods.orientation=true&methods.observed=2&methods.cases=3&methods.talks_mid=1&methods.talks_final=0
status 422
see 「輔導紀錄表之末日」的日期「某日」不正確

# PLAN-003 PLAN-068 A level of another plan is taken in words, and a rule without plan asks for none
get /calculator/allowance?plan=113-disabled%402&level=普通考試
status 200
see 訓練計畫未定義，請人工認定
get /calculator/hours-convert?unit=credit&amount=3
status 200
see 54
no 訓練計畫

# DEC-3 What can't be is said to be wrong data, not a refused application
get /calculator/leave-fraction?plan=113-disabled%402&start=113/11/30&end=113/08/01
status 200
see 輸入之資料有誤 期間錯誤

# DEC-4 The same in JSON is the answer of peixun decide; mistakes come back as data
json get /calculator/training-end?plan=113-disabled%402&report_date=2024-08-01
status 200
json rule = training-end
json values.end = 2024-11-30
json get /calculator/training-end?report_date=2024-08-99
status 422
json issues.0.field = plan
json issues.1.field = report_date
json issues.1.code = ERR_DATE

# LEARN-008 ACMS-104 No national ID in an address: that rule is asked by a form that is sent; nothing is stored, logged or kept by a browser
get /calculator
see 身分證統一編號及統一證號之格式與檢查碼
get /calculator/national-id
status 200
see "不列入網址、不儲存，也不留紀錄"
raw "method=\"post\" action=\"/calculator/national-id\""
no-raw "method=\"get\" action=\"/calculator"
send /calculator/national-id id=A123456789
status 200
see 試算結果
raw "value=\"A123456789\""
header Cache-Control no-store
no-raw "/calculator/national-id?" "id=A123456789"
send /calculator/national-id id=A123456788
see 檢查碼
send /calculator/national-id id=
status 422
see 「身分證統一編號」為必填欄位
json post /calculator/national-id {"id":"A123456789"}
status 200
json rule = national-id
rows "SELECT count(*) FROM audit" = 0
rows "SELECT count(*) FROM session" = 0
get /calculator/national-id?id=A12345
status 303
location /calculator/national-id
json get /calculator/national-id?id=A12345
status 405
get /calculator/nothing
status 404

# ACMS-012 Who is signed in finds it in the menu, and an application is still only an answer
as 323000000A/ag1user
get /
see 試算
get /calculator/period-end?start=112/10/31&length=4個月
status 200
see 113年2月29日
rows "SELECT count(*) FROM audit WHERE action LIKE '%calcul%'" = 0

# PROMO-109 DEC-5 Rules of the parameter sets, and what only the rule itself can see to be wrong
as nobody
get /calculator/promotion-reentry?type=zuo_to_zheng&cause=truancy&revoked_year=104
status 200
see 108
get /calculator/certificate-fee?amount=500
status 422
see 請修正 考試代碼
