-- The first account of an installation, and a password that was forgotten: by whoever runs the machine.

clock 2022-10-31T09:00
agency 323000000A 示範部

# ACMS-101 ACMS-007 An account is made with the password on standard input; it signs in
write first.txt
	correct-horse-battery
peixun account add 323000000a officer agency_officer 周淑芬 < @first.txt
status 0
see "帳號 323000000A/officer（機關人事人員）已新增"
no correct-horse
as nobody
post /sign-in agency_code=323000000A account=officer password=correct-horse-battery
status 303
rows "SELECT action FROM audit WHERE subject_kind = 'account' AND action = 'account.add'" = account.add
rows "SELECT count(*) FROM audit WHERE became LIKE '%correct-horse%'" = 0

# ACMS-007 The rules of the page hold: a weak password, a second account of the name, an unknown role or agency
write weak.txt
	short
peixun account add 323000000A second agency_officer < @weak.txt
status 1
see 至少
peixun account add 323000000A third agency_officer < @first.txt
status 0
peixun account add 323000000A officer sysadmin < @first.txt
status 1
see "323000000A／officer"
peixun account add 323000000A fourth emperor < @first.txt
status 1
see 可選
peixun account add 999999999Z fourth sysadmin < @first.txt
status 1
see 999999999Z
rows "SELECT count(*) FROM account" = 2

# ACMS-007 An account without a password can be made for a 機關憑證, but not signed in to by password
peixun account add 323000000A card agency_officer 憑證承辦人
status 0
rows "SELECT count(*) FROM account WHERE name = 'card' AND password_hash IS NULL" = 1

# ACMS-008 A new password replaces the old one and ends the sessions
write second.txt
	another-horse-battery
peixun account password 323000000A/officer < @second.txt
status 0
see "的密碼已變更"
rows "SELECT count(*) FROM session s JOIN account a ON a.id = s.account WHERE a.name = 'officer'" = 0
as nobody
post /sign-in agency_code=323000000A account=officer password=correct-horse-battery
status 422
post /sign-in agency_code=323000000A account=officer password=another-horse-battery
status 303
peixun account password 323000000A/officer < @weak.txt
status 1
see 至少
peixun account password 323000000A/officer
status 1
see 必填
peixun account password 323000000A/nobody < @second.txt
status 1
see "沒有帳號"
peixun account password
status 2
