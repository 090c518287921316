-- What a roster says of an admission besides the person: 正額 or 增額, 榜示日.

clock 2024-08-01T09:00
agency 323000000A 示範部
account 323000000A/ag1user agency_officer name=周淑芬
account 323000000A/csptc csptc_officer name=鄭文彬
exam 113 201 公務人員特種考試身心障礙人員考試 plan=113-disabled
person C123456781 趙一二 男 113 201 agency=323000000A
keep p rows "SELECT id FROM trainee"

# PLAN-024 PLAN-031 What is missing is filled in; what is neither 正額 nor 增額 is refused
as 323000000A/csptc
write listed.csv
	年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科,錄取別,榜示日
	113,201,C123456781,趙一二,男,084/05/05,四等考試,一般行政,增額,113/05/01
	113,201,B123456780,林志強,男,084/05/05,四等考試,一般行政,正額,113/05/01
	113,201,F123456784,李大同,男,084/05/05,四等考試,一般行政,備取,113/05/01
get /roster/import
send /roster/import file=@listed.csv only_correct=yes
status 303
run jobs
keep listed rows "SELECT max(id) FROM import_batch"
get /imports/{listed}
see 備取
rows "SELECT p.national_id, a.listed, a.published FROM admission a JOIN person p ON p.id = a.person ORDER BY 1" = B123456780|regular|2024-05-01,C123456781|supplementary|2024-05-01
json get /allocations/{p}.json
json supplementary = true
json published = 2024-05-01

# ACMS-023 PLAN-024 What differs waits for a person
write other.csv
	年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科,錄取別,榜示日
	113,201,C123456781,趙一二,男,084/05/05,四等考試,一般行政,正額,113/05/02
get /roster/import
send /roster/import file=@other.csv
run jobs
rows "SELECT rows_conflict FROM import_batch ORDER BY id DESC LIMIT 1" = 1
rows "SELECT listed, published FROM admission WHERE id = {p}" = supplementary|2024-05-01

# PLAN-024 The agency's officer corrects it on the page of the allocation
as 323000000A/ag1user
get /allocations/{p}
send /allocations/{p} supplementary=no
status 303
rows "SELECT listed, published FROM admission WHERE id = {p}" = regular|2024-05-01

# LEARN-204 An undone roster takes back who came with it, and not what a person has corrected since
as 323000000A/csptc
get /imports/{listed}
send /imports/{listed}/undo reason=誤傳
status 409
see 更新後已有異動 復原可復原的部分
send /imports/{listed}/undo reason=誤傳 partial=1
status 303
run jobs
rows "SELECT id, listed FROM admission" = {p}|regular
