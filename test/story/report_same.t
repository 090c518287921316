-- The reports of 107 of F1, cell by cell the same on either engine: each is compared with these very lines.

clock 2018-12-31T09:00
F1 hours
as 323000000A/hr01

# LEARN-044 LEARN-042 同仁登錄會員統計 and 開課狀況統計 as CSV, by the command
peixun report members --day 107/12/31 --below --format csv --as 323000000A/hr01
status 0
see "323000000A,示範部,4,3,1,75.00" "323010000B,示範部第一局,3,2,1,66.67" "323020000C,示範部第二局,0,0,0," "323021000D,示範部第二局北區分局,1,1,0,100.00" "合計,,8,6,2,75.00"
peixun report offering --from 107/01/01 --to 107/12/31 --group mode --below --format csv --as 323000000A/hr01
status 0
see "數位學習,1,4,25.00" "實體學習,2,4,50.00" "混成學習,1,4,25.00" "總計,4,4,100.00"

# LEARN-044 課程執行情形表 and 參與決策評量表
peixun report execution --kind category --year 107 --below --format csv --as 323000000A/hr01
status 0
see "101 當前政府重大政策,1,100,0,0,3,3,0,0,100.00,3,3,0,1.00" "301 資訊,2,50,0,0,3,2,1,0,66.67,24,6,18,12.00" "302 法制與採購,1,0,0,0,1,1,0,0,100.00,6,0,6,6.00" "合計,4,150,0,0,7,6,1,0,85.71,33,9,24,5.50"
peixun report decision --year 107 --level all --categories 103 --format csv --as 323000000A/hr01
status 0
see "323000000A,示範部,1,1,2,50.00,50.00,1,1,符合,1,1,50.00" "323020000C,示範部第二局,0,0,0,,,0,0,—,0,0," "合計,,2,1,3,66.67,33.33,2,1,符合,2,1,33.33"

# LEARN-044 LEARN-566 性別主流化訓練情形彙總 of what three agencies have sent
as 300000000Z/dgpa
post /hr/gender/round year=107 open=107/12/01 deadline=108/01/31 least=1 categories=103
status 303
as 323000000A/hr01
post /hr/gender/form year=107 send=1
as 323010000B/hr02
post /hr/gender/form year=107 send=1
as 323021000D/hr04
post /hr/gender/form year=107 send=1
status 303
peixun report gender --year 107 --below --format csv --as 323000000A/hr01
status 0
see "一般公務人員－主管,2,1,3,2,1,3,100.00,100.00,100.00,6,2.00" "合計,4,4,8,4,2,6,100.00,50.00,75.00,10,1.67"

# LEARN-044 Every report that is declared, for the whole tree: the same file on either engine
as 300000000Z/dgpa
all-reports "year=107&below=1&from=107/01/01&to=107/12/31&day=107/12/31&level=all&kind=category" report_all.csv
