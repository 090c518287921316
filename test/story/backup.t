-- 備份: the whole database in one file, by the operator of an installation.

clock 2022-10-31T09:00
agency 323000000A 示範部
account 323000000A/ag1user agency_officer name=周淑芬
exam 111 007 公務人員特種考試警察人員考試
person A123456789 王小明 男 111 007 agency=323000000A
as 323000000A/ag1user
get /
peixun audit seal

# ACMS-101 ACMS-103 A backup is made while the program runs, says what is not in it, and can be checked
peixun backup @monday.backup
status 0
see "已備份" "稽核金鑰" monday.backup
peixun backup --check @monday.backup
status 0
see "備份檔完整" "2022-10-31T09:00:00+08:00" admission
rows "SELECT count(*) FROM audit WHERE action = 'backup'" = 1

# ACMS-101 An older backup is not overwritten
peixun backup @monday.backup
status 1
see 檔案已存在

# ACMS-103 A file that is no backup is refused, by its name
write letter.txt
	王小明您好
peixun backup --check @letter.txt
status 1
see letter.txt "不是 peixun backup 產生的備份檔"
peixun restore @letter.txt
status 1
see "不是 peixun backup 產生的備份檔"
peixun restore @nothing.backup
status 1
see nothing.backup

# ACMS-103 A database in use is not restored into, and stays as it was
peixun backup @tuesday.backup --with-key
status 0
peixun restore @tuesday.backup
status 1
see "資料庫不是空的"
rows "SELECT name FROM person" = 王小明

# ACMS-101 A wrong call is told how to call
peixun backup
status 2
see "usage: peixun backup FILE"
peixun backup --check @monday.backup --with-key
status 2
peixun restore
status 2
