-- 終身學習: every address with what nobody would type, as 總處 and as the HR officer.

clock 2018-12-31T09:00
F1 hours

# LEARN-016 Whatever is typed into any address, page or file, is refused or taken in words: never a fault, never an empty answer
as 300000000Z/dgpa
odd 4
as 323000000A/hr01
odd 4

# LEARN-036 A file that is asked for with a wrong condition is no empty file: the page says what is wrong
as 323000000A/hr01
get "/reports/required.csv?year=107&group=nobody"
status 422
see E-CHOICE-01
get "/reports/members.csv?day=never"
status 422
see E-DATE-01
