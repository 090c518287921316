-- The lines to call: delivered, changed in one place, seen everywhere.

agency 323000000A 示範部
account 323000000A/ag1user agency_officer
account 323000000A/csptc csptc_officer
account 323000000A/second csptc_officer
exam 111 007 公務人員特種考試警察人員考試

# ACMS-003 ACMS-013 ACMS-014 The numbers of the operation manual stand where the manual prints them
as nobody
get /sign-in
see "「無法登入」 02-82366932" "「錄取人員報到事宜」 02-82367113" "「請證」 02-26531619、1618"
as 323000000A/ag1user
get /assignment
see 操作問題諮詢電話：02-82367113
get /certification
see 操作問題諮詢電話：02-26531618、1619

# ACMS-021 ACMS-003 Changing a number changes every page at once, signed in or not
keep reporting rows "SELECT id FROM contact_line WHERE topic = '錄取人員報到事宜'"
as 323000000A/csptc
get /contacts/{reporting}
send /contacts/{reporting} numbers=02-55557777
status 303
location /contacts
follow
see 已儲存 02-55557777
get /assignment
see 操作問題諮詢電話：02-55557777
as nobody
get /sign-in
see "「錄取人員報到事宜」 02-55557777"
no 02-82367113
rows "SELECT count(*) FROM audit WHERE action = 'contact.change' AND became LIKE '%02-55557777%'" = 1

# ACMS-003 A line that was emptied is not shown: no blank label
keep sign-in rows "SELECT id FROM contact_line WHERE topic = '無法登入'"
as 323000000A/csptc
get /contacts/{sign-in}
send /contacts/{sign-in} numbers=
status 303
as nobody
get /sign-in
no 「無法登入」
see 「請證」

# ACMS-021 A line without its topic is refused, with what was typed
as 323000000A/csptc
get /contacts/new
send /contacts/new topic= numbers=02-1111 place=5
status 422
see 「事項」為必填欄位 02-1111
rows "SELECT count(*) FROM contact_line WHERE numbers = '02-1111'" = 0

# ACMS-021 A place that is no number, and a number that is too long, are both named at once
get /contacts/new
send /contacts/new topic=甲 place=零 numbers=1234567890123456789012345678901234567890123456789012345678901
status 422
see "「順序」只接受 0 至 99 的整數：「零」" "「電話」最多 60 個字"

# ACMS-021 Whoever was second is told and has stored nothing
as 323000000A/csptc
get /contacts/{reporting}
as 323000000A/second
get /contacts/{reporting}
send /contacts/{reporting} numbers=02-1000
status 303
as 323000000A/csptc
get /contacts/{reporting}
post /contacts/{reporting} version=1 topic=錄取人員報到事宜 numbers=02-2000 place=2
status 409
see 您的輸入尚未儲存 02-2000
json post /contacts/{reporting} {"version":1,"topic":"錄取人員報到事宜","numbers":"02-2000","place":2}
status 409
json issues.0.code = ERR_STALE
rows "SELECT numbers FROM contact_line WHERE id = {reporting}" = 02-1000

# ACMS-021 A double press adds one line and one audit entry
get /contacts/new
send /contacts/new topic=停車 numbers=02-3000 place=9
status 303
press again
status 303
location /contacts
rows "SELECT count(*) FROM contact_line WHERE topic = '停車'" = 1
rows "SELECT count(*) FROM audit WHERE action = 'contact.add'" = 1

# ACMS-021 The same by JSON: one row is changed, and mistakes come back as data
json post /contacts/new {"topic":"夜間","numbers":"02-4000","place":12}
status 200
json location = /contacts
json post /contacts/new {"topic":"","numbers":"02-4001","place":100}
status 422
json issues.0.code = ERR_REQUIRED
json issues.0.field = topic
json issues.1.code = ERR_INT
json get /contacts?sort=-topic
status 200
json total = 15

# ACMS-011 Only 保訓會 keeps the lines: others see them and can't change them
as 323000000A/ag1user
get /contacts
status 200
no 新增聯絡電話
get /contacts/{reporting}
status 403
see 您的帳號沒有「維護聯絡電話」的權限。
post /contacts/{reporting} version=2 topic=錄取人員報到事宜 numbers=02-6666 place=2
status 403
post /contacts/new topic=甲 numbers=02-6666 place=2
status 403
rows "SELECT count(*) FROM contact_line WHERE numbers = '02-6666'" = 0
rows "SELECT count(*) FROM audit WHERE action = 'refused' AND became = 'ERR_NO_RIGHT'" = 3

# ACMS-021 A line that does not exist is 404, for reading and for writing
as 323000000A/csptc
get /contacts/999999
status 404
post /contacts/999999 version=1 topic=甲 numbers=1 place=1
status 404
get /contacts/99999999999999999999
status 404
