-- Courses of 終身學習 as an agency opens, changes and ends them.

clock 2018-08-01T10:00
agency 323000000A 示範部
agency 323010000B 示範部第一局 under=323000000A
agency 379000000A 範例市政府
account 323000000A/hr01 top_admin name=周淑芬
account 323010000B/hr02 top_admin
account 379000000A/hr03 top_admin
course 323000000A A107002 1 資安實務 from=107/09/18 to=107/09/18 amount=1 unit_of_amount=天 enroll_to=107/09/10 quota=30 quota_hard=1 fee=0
course 323010000B B107001 1 採購法 from=107/06/22 to=107/06/22 enroll_method=不開放線上報名

# LEARN-215 LEARN-216 What was entered and what it is in hours are both kept
rows "SELECT amount, unit_of_amount, certified_hours, digital_hours, physical_hours FROM course_shown WHERE course_code = 'A107002'" = 1|day|6|0|6
