-- Who may ask what: every address of the product, as each role and as nobody.  A new address without a line here fails.

clock 2022-10-31T09:00
agency 323000000A 示範部
agency 323010000B 示範部北區示範局 under=323000000A
account 323000000A/ag1user agency_officer
account 323000000A/csptc csptc_officer
account 323000000A/nacs nacs_officer
account 323000000A/operator sysadmin
account 323000000A/mentor mentor
account 323000000A/unithead unit_head
account 323000000A/hrhead hr_head
account 323000000A/head agency_head
account 323000000A/dgpa dgpa
account 323000000A/topadmin top_admin
account 323000000A/officer officer
account 323000000A/learner learner
account 323000000A/stats stats
account 323000000A/institute training_institute
account 323010000B/ag2user agency_officer
exam 111 007 公務人員特種考試警察人員考試
person F123456784 李大同 男 111 007 agency=323010000B
keep trainee rows "SELECT id FROM trainee"
as 323010000B/ag2user
post /trainees/report tick={trainee} day=111/10/03 overwrite=no exam_year=111
status 303
keep entry rows "SELECT id FROM report_entry"
as 323000000A/csptc
write roster.csv
	年度,考試代碼
post /roster/import file=@roster.csv
status 303
keep import rows "SELECT id FROM import_batch"
keep number rows "SELECT 1"
keep serial rows "INSERT INTO certificate_serial (number, agency, exam, made, made_by) SELECT '11100700001', agency, exam, 1, 1 FROM trainee RETURNING id"
keep payment rows "INSERT INTO fee_payment (channel, reference, slip_number, amount, paid_on, received, source, outcome) VALUES ('online', 'T1', '1', 500, '2023-02-10', 1, 'x', 'unknown_slip') RETURNING id"
rows "INSERT INTO fee_ledger (made, exam_year, exam_name, channel, item, payment, reference, n, received, booked, refunded) VALUES (1, 0, '', 'online', 'open', 0, '', 1, 500, 0, 0) RETURNING 1" = 1

keep course rows "INSERT INTO course (agency, course_code, term_no, name, roc_year, category, mode, amount, unit_of_amount, certified_hours, digital_hours, physical_hours, start_at, end_at, enroll_method, created) SELECT agency, 'X1', 1, 'x', 111, 0, 'digital', 1, 'hour', 1, 1, 0, 1, 2, 'closed', 1 FROM trainee RETURNING id"
rows "INSERT INTO course_dirty (agency, start_at, end_at) SELECT agency, 0, 9999999999 FROM course RETURNING 1" = 1
rows "INSERT INTO code_item (id, table_code, code, name) VALUES (9001, 'course_category', '999x', 'x') RETURNING 1" = 1
keep hours_class rows "INSERT INTO hours_class (roc_year, kind, institution, name, start_day, end_day, category, fold, spelt) SELECT 111, 2, NULL, 'x', '2022-01-01', '2022-01-01', 9001, 1, 1 RETURNING id"
keep hours rows "INSERT INTO hours_record (roc_year, class, person, owner, agency, is_supervisor, sex, category, mode, amount, unit_of_amount, hours, digital, business, cert, review, source) SELECT 111, {hours_class}, t.person, t.agency, t.agency, 0, 1, 9001, 2, 1, 1, 1, 0, 0, 0, 0, 3 FROM trainee t RETURNING id"
rows "INSERT INTO hours_served (roc_year, agency, person) SELECT roc_year, agency, person FROM hours_record WHERE id = {hours} RETURNING 1" = 1
rows "INSERT INTO course_dirty (agency, start_at, end_at) SELECT agency, 0, 9999999999 FROM trainee RETURNING 1" = 1
keep private rows "SELECT {hours}"
keep returned rows "SELECT {hours}"
keep own_hours rows "SELECT {hours}"
keep nominated rows "SELECT 1"
rows "INSERT INTO hours_class_owner (owner, roc_year, class) SELECT agency, 111, {hours_class} FROM trainee RETURNING 1" = 1
keep unit rows "INSERT INTO unit (agency, name) SELECT agency, 'x' FROM trainee RETURNING id"
keep posting rows "INSERT INTO service_record (person, agency, from_day) SELECT person, agency, '2011-01-01' FROM trainee RETURNING id"
agency 379000000A 範例市政府
keep colleague rows "INSERT INTO person (national_id, name, name_key, sex, birth_date) SELECT 'A123456789', name, name_key, sex, birth_date FROM person RETURNING id"
rows "INSERT INTO service_record (person, agency, from_day) SELECT {colleague}, id, '2011-01-01' FROM agency WHERE code = '379000000A' RETURNING 1" = 1
keep instructor rows "INSERT INTO instructor (agency, name, subject_1, updated) SELECT agency, 'x', 'y', 1 FROM trainee RETURNING id"
keep material rows "INSERT INTO material (agency, name, category, hours, finished_on, form, development, licence, contact_name, contact_phone, created) SELECT agency, 'x', 0, 1, '2022-01-01', 'video', 'own', 'all', 'x', '1', 1 FROM trainee RETURNING id"
keep selector rows "SELECT agency FROM trainee"
keep year rows "SELECT 111"
keep class rows "INSERT INTO training_class (type, year, name, institute, start_day, end_day, course) SELECT 'zuo_to_zheng', 111, '甲班', agency, '2022-06-06', '2022-07-01', 12000 FROM trainee RETURNING id"
keep participant rows "INSERT INTO participant (type, year, national_id, name, selector, agency, agency_code, agency_name, outcome, origin, cost, state) SELECT 'zuo_to_zheng', 111, 'F123456784', '李大同', agency, agency, '323010000B', '示範部北區示範局', 'primary', 'first_time', 'public', 'waiting' FROM trainee RETURNING id"
keep candidate rows "INSERT INTO promotion_candidate (type, year, national_id, name, agency, selector) SELECT 'zuo_to_zheng', 111, 'F123456784', '李大同', agency, agency FROM trainee RETURNING id"

# ACMS-011 ACMS-001 What is open to everybody is open to nobody's browser too, and nothing else is
route GET /sign-in = public
route POST /sign-in = public
route GET /certificate = public
route GET /sign-in/outside = public
route GET /sign-in/outside/back = public
route POST /certificate = public
route GET /help/forgotten = public
route GET /help/certificate = public
route GET /help/popup = public
route GET /fee = public
route GET /verify = public
route GET /result = public
route GET /recheck = public
route POST /recheck = public
route GET /recheck/form = public
route POST /result = public
route POST /fee = public
route POST /fee/slips = public
route POST /fee/online = public
route POST /fee/receipt = public
route POST /fee/online/told = public
route POST /fee/online/back = public
route GET /fee/online/*order/pay = public
route GET /fee/online/*order = public
route POST /fee/online/*order/cancel = public
route GET /site-map = public
route GET /calculator = public
route GET /apply = public
route POST /apply = public
route POST /apply/code = public
route GET /apply/home = applicant
route POST /apply/leave = applicant
route GET /calculator/*rule = public
route POST /calculator/*rule = public
route GET /plans = public
route GET /plans/compare = public
route GET /plans/*plan = public
route GET /manual = public
route GET /manual/*page = public
route GET /health = public
route GET /api/openapi = public

# ACMS-012 ACMS-010 What every account has
route GET / = everyone
route POST /sign-out = everyone
route GET /switch = everyone
route POST /switch = everyone
route GET /parked/*token = everyone
route GET /account = everyone
route GET /account/reminders = everyone
route POST /account/reminders = everyone
route POST /account/calendar = everyone
route POST /account/calendar/close = everyone
route GET /calendar-feed/*token = public
route GET /deadlines = agency_officer csptc_officer nacs_officer hr_head agency_head
route GET /records = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route GET /trainees/:trainee/records = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route GET /trainees/:trainee/records/*kind = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route POST /trainees/:trainee/records/*kind = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route GET /records/:record = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route GET /records/:record/acts/*act = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route GET /guidance/due = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route GET /attendance = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route GET /trainees/:trainee/rights = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route GET /trainees/:trainee/resources = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route GET /trainees/:trainee/resources/pdf = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route POST /records/:record/acts/*act = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route POST /records/:record/files = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route GET /records/:record/files/:number = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route GET /records/:record/form = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route POST /account/password = everyone
route POST /account/tokens = everyone
route POST /account/tokens/revoke = everyone
route GET /notices = everyone
route POST /notices = everyone
route POST /notices/:notice/seen = everyone

# ACMS-012 ACMS-011 The sub-systems and their pages: the operator has none of them
route GET /assignment = agency_officer csptc_officer nacs_officer hr_head agency_head
route GET /certification = agency_officer csptc_officer nacs_officer

# ACMS-053 ACMS-063 ACMS-077 ACMS-081 ACMS-082 請證: officers apply; 保訓會 corrects, sends back and records numbers; 國家文官學院 sends back
route GET /certification/persons = agency_officer csptc_officer nacs_officer
route POST /certification/persons = agency_officer csptc_officer
route POST /certification/persons/find = agency_officer csptc_officer nacs_officer
route GET /certification/persons/:trainee = agency_officer csptc_officer nacs_officer
route GET /certification/serials = agency_officer csptc_officer nacs_officer
route GET /certification/serials/new = agency_officer csptc_officer nacs_officer
route POST /certification/serials/new = agency_officer
route GET /certification/serials/:serial = agency_officer csptc_officer nacs_officer
route POST /certification/serials/:serial = agency_officer csptc_officer nacs_officer
route POST /certification/serials/:serial/*act = agency_officer csptc_officer nacs_officer
route GET /certification/serials/:serial/roster = agency_officer csptc_officer nacs_officer
route GET /certification/progress = agency_officer csptc_officer nacs_officer
route GET /certification/numbers = csptc_officer
route POST /certification/numbers = csptc_officer

# ACMS-024 ACMS-025 ACMS-027 轉為本機關人員: officers and 保訓會
route GET /trainees/find = agency_officer csptc_officer
route POST /trainees/find = agency_officer csptc_officer
route POST /trainees/take-over = agency_officer csptc_officer
route POST /trainees/:trainee/give-back = agency_officer csptc_officer

# ACMS-028 ACMS-030 ACMS-036 報到日期: officers write; 保訓會 reads and corrects with a reason; 國家文官學院 reads
route GET /trainees/report = agency_officer csptc_officer nacs_officer hr_head agency_head
route POST /trainees/report = agency_officer csptc_officer
route GET /trainees/report/entries = agency_officer csptc_officer nacs_officer hr_head agency_head
route GET /trainees/report/entries/:entry = agency_officer csptc_officer nacs_officer hr_head agency_head
route POST /trainees/report/entries/:entry/undo = agency_officer csptc_officer
route GET /trainees/:trainee = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route POST /trainees/:trainee/clear = agency_officer csptc_officer

# PLAN-087 Who guides a trainee is named by the agency's officer, and sees the own trainees alone
route GET /trainees/mine = mentor unit_head
route GET /trainees/:trainee/grants = agency_officer csptc_officer
route GET /trainees/:trainee/grants/new = agency_officer
route POST /trainees/:trainee/grants/new = agency_officer
route GET /trainees/:trainee/grants/:grant = agency_officer
route POST /trainees/:trainee/grants/:grant = agency_officer

# PLAN-021 PLAN-023 PLAN-024 PLAN-004 The letter of allocation, two examinations at once, which plan governs
route GET /allocations = agency_officer csptc_officer nacs_officer
route GET /allocations/:trainee = agency_officer csptc_officer
route POST /allocations/:trainee = agency_officer csptc_officer
route GET /trainees/:trainee/overlap = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route POST /trainees/:trainee/overlap = agency_officer csptc_officer
route GET /trainees/:trainee/plan = agency_officer csptc_officer nacs_officer mentor unit_head hr_head agency_head
route POST /trainees/:trainee/plan = agency_officer csptc_officer
route GET /trainees/:trainee/mailbox = agency_officer csptc_officer
route POST /trainees/:trainee/mailbox = agency_officer csptc_officer

# ACMS-023 ACMS-059 ACMS-061 The roster is 保訓會's, 請證資料 the agency's; the history of uploads shows what one may upload
route GET /roster/import = csptc_officer
route POST /roster/import = csptc_officer
route GET /roster/import/template = csptc_officer
route GET /payments = csptc_officer
route GET /payments/:payment = csptc_officer
route GET /payments/:payment/receipt = csptc_officer
route GET /payments/statement = csptc_officer
route GET /payments/statement/paper = csptc_officer
route POST /payments/:payment/settle = csptc_officer
route POST /payments/:payment/reopen = csptc_officer
route GET /payments/import = csptc_officer
route POST /payments/import = csptc_officer
route GET /payments/import/template = csptc_officer
route GET /imports = agency_officer csptc_officer nacs_officer training_institute top_admin dgpa
route GET /imports/:import = agency_officer csptc_officer nacs_officer training_institute top_admin dgpa
route POST /imports/:import/confirm = agency_officer csptc_officer nacs_officer training_institute top_admin dgpa
route POST /imports/:import/give-up = agency_officer csptc_officer nacs_officer training_institute top_admin dgpa
route POST /imports/:import/retry = agency_officer csptc_officer nacs_officer training_institute top_admin dgpa
route POST /imports/:import/undo = agency_officer csptc_officer nacs_officer training_institute top_admin dgpa
route GET /imports/:import/file/*name = agency_officer csptc_officer nacs_officer training_institute top_admin dgpa
route GET /imports/:import/conflicts = agency_officer csptc_officer nacs_officer training_institute top_admin dgpa
route POST /imports/:import/conflicts = agency_officer csptc_officer nacs_officer training_institute top_admin dgpa
route POST /certification/persons/:trainee/proofs = agency_officer
route GET /certification/persons/:trainee/proofs/:number = agency_officer csptc_officer
route POST /certification/persons/:trainee/proofs/:number/remove = agency_officer
route GET /certification/persons/:trainee/note = agency_officer csptc_officer nacs_officer
route GET /certification/received = csptc_officer nacs_officer
route POST /certification/received = csptc_officer nacs_officer
route GET /certification/payers = agency_officer csptc_officer nacs_officer
route GET /certification/payers/notice = agency_officer
route GET /certification/import = agency_officer
route POST /certification/import = agency_officer
route GET /certification/import/template = agency_officer
route GET /certification/education = csptc_officer nacs_officer
route POST /certification/education = csptc_officer nacs_officer
route GET /certification/education/template = csptc_officer nacs_officer

# ACMS-021 Examinations and lines: read by those who work with them, kept by 保訓會
route GET /exams = agency_officer csptc_officer nacs_officer hr_head agency_head
route GET /exams/new = csptc_officer
route POST /exams/new = csptc_officer
route GET /exams/:exam = csptc_officer
route POST /exams/:exam = csptc_officer
route POST /exams/:exam/remove = csptc_officer
route GET /fees = agency_officer csptc_officer nacs_officer hr_head agency_head
route GET /fees/new = csptc_officer
route POST /fees/new = csptc_officer
route GET /fees/:fee = csptc_officer
route POST /fees/:fee = csptc_officer
route POST /fees/:fee/remove = csptc_officer
route GET /contacts = agency_officer csptc_officer nacs_officer hr_head agency_head
route GET /contacts/new = csptc_officer
route POST /contacts/new = csptc_officer
route GET /contacts/:contact = csptc_officer
route POST /contacts/:contact = csptc_officer
route GET /calendar = csptc_officer
route POST /calendar = csptc_officer
route GET /calendar/:year = csptc_officer

# ACMS-038 ACMS-043 ACMS-046 ACMS-047 ACMS-049 ACMS-051 實務訓練計畫表: officers fill in and upload; 保訓會 and 國家文官學院 look; 保訓會 sends back
route GET /plan-forms = agency_officer csptc_officer nacs_officer hr_head agency_head
route POST /plan-forms = agency_officer csptc_officer nacs_officer hr_head agency_head
route GET /plan-forms/upload = agency_officer
route POST /plan-forms/upload = agency_officer
route GET /plan-forms/overview = agency_officer csptc_officer nacs_officer hr_head agency_head
route GET /plan-forms/:trainee = agency_officer csptc_officer nacs_officer hr_head agency_head
route POST /plan-forms/:trainee = agency_officer
route POST /plan-forms/:trainee/files = agency_officer
route GET /plan-forms/:trainee/files/:number = agency_officer csptc_officer nacs_officer hr_head agency_head
route POST /plan-forms/:trainee/files/:number/return = csptc_officer
route POST /plan-forms/:trainee/files/:number/return-undo = csptc_officer

# ACMS-007 ACMS-009 Accounts, agencies, certificates, the audit log: the operator alone
route GET /accounts = sysadmin
route GET /accounts/new = sysadmin
route POST /accounts/new = sysadmin
route GET /accounts/:account = sysadmin
route POST /accounts/:account = sysadmin
route GET /agency-certificates = sysadmin
route GET /agency-certificates/new = sysadmin
route POST /agency-certificates/new = sysadmin
route GET /agency-certificates/:certificate = sysadmin
route POST /agency-certificates/:certificate = sysadmin
route GET /agencies = sysadmin dgpa
route GET /agencies/new = sysadmin dgpa
route POST /agencies/new = sysadmin dgpa
route GET /agencies/:agency = sysadmin dgpa
route POST /agencies/:agency = sysadmin dgpa
route GET /audit = sysadmin

# PLAN-050 PLAN-046 The agency sends the list of who is exempt; 保訓會 sees who waits for allocation
route GET /exempt-list = agency_officer
route POST /exempt-list = agency_officer
route GET /exempt-list/:exam/form = agency_officer
route GET /makeup-queue = csptc_officer

# PROMO-004 PROMO-005 PROMO-007 PROMO-021 升官等訓練: 保訓會 calls, agencies enter who is eligible, 保訓會 reads
route GET /promotion = agency_officer csptc_officer nacs_officer training_institute
route GET /promotion/parameters = agency_officer csptc_officer
route GET /promotion/faq = agency_officer csptc_officer nacs_officer training_institute
route GET /promotion/faq/:question = csptc_officer
route POST /promotion/faq/:question = csptc_officer
route GET /promotion/calls = csptc_officer
route GET /promotion/calls/new = csptc_officer
route POST /promotion/calls/new = csptc_officer
route GET /promotion/calls/:callup = csptc_officer
route POST /promotion/calls/:callup = csptc_officer
route GET /promotion/shares = csptc_officer
route GET /promotion/shares/new = csptc_officer
route POST /promotion/shares/new = csptc_officer
route GET /promotion/shares/:share = csptc_officer
route POST /promotion/shares/:share = csptc_officer
route GET /promotion/selectors = csptc_officer
route GET /promotion/selectors/new = csptc_officer
route POST /promotion/selectors/new = csptc_officer
route GET /promotion/selectors/:choice = csptc_officer
route POST /promotion/selectors/:choice = csptc_officer
route GET /promotion/results = csptc_officer
route GET /promotion/results/new = csptc_officer
route POST /promotion/results/new = csptc_officer
route GET /promotion/results/:past = csptc_officer
route POST /promotion/results/:past = csptc_officer
route POST /promotion/results/:past/remove = csptc_officer
route GET /promotion/survey = agency_officer csptc_officer
route POST /promotion/survey/run = agency_officer
route GET /promotion/survey/import = agency_officer
route POST /promotion/survey/import = agency_officer
route GET /promotion/survey/import/template = agency_officer
route GET /promotion/survey/new = agency_officer
route POST /promotion/survey/new = agency_officer
route GET /promotion/survey/:candidate = agency_officer
route POST /promotion/survey/:candidate = agency_officer
route GET /promotion/survey/:candidate/check = agency_officer csptc_officer
route POST /promotion/survey/:candidate/decide = agency_officer

# PROMO-022 PROMO-033 PROMO-047 參訓人數統計表: the 遴選機關 computes, 保訓會 reads
route GET /promotion/quota = agency_officer csptc_officer
route GET /promotion/*type/:year/quota/:selector = agency_officer csptc_officer
route POST /promotion/*type/:year/quota/:selector = agency_officer
route GET /promotion/*type/:year/quota/:selector/pdf = agency_officer csptc_officer

# PROMO-023 … 026 遴選: the agency scores and ranks, 保訓會 reads
route GET /promotion/*type/:year/selection/:selector = agency_officer csptc_officer
route POST /promotion/*type/:year/selection/:selector = agency_officer
route POST /promotion/*type/:year/selection/:selector/meeting = agency_officer

# PROMO-048 … 065 名冊線上報送: the 遴選機關 sends, 保訓會 reads, sends back, accepts
route GET /promotion/participants = agency_officer csptc_officer nacs_officer training_institute
route POST /promotion/participants/find = agency_officer csptc_officer nacs_officer training_institute
route GET /promotion/participants/omitted = agency_officer
route POST /promotion/participants/omitted = agency_officer
route GET /promotion/participants/:participant = agency_officer csptc_officer nacs_officer training_institute
route GET /promotion/periods = agency_officer csptc_officer nacs_officer training_institute
route GET /promotion/requests = agency_officer csptc_officer nacs_officer training_institute
route GET /promotion/participants/:participant/records/*kind = agency_officer csptc_officer nacs_officer training_institute
route POST /promotion/participants/:participant/records/*kind = agency_officer csptc_officer nacs_officer training_institute
route GET /promotion/requests/:record = agency_officer csptc_officer nacs_officer training_institute
route GET /promotion/requests/:record/acts/*act = agency_officer csptc_officer nacs_officer training_institute
route POST /promotion/requests/:record/acts/*act = agency_officer csptc_officer nacs_officer training_institute
route POST /promotion/requests/:record/files = agency_officer csptc_officer nacs_officer training_institute
route GET /promotion/requests/:record/files/:number = agency_officer csptc_officer nacs_officer training_institute
route GET /promotion/requests/:record/form = agency_officer csptc_officer nacs_officer training_institute
route GET /promotion/rosters = agency_officer csptc_officer
route POST /promotion/rosters/remind = csptc_officer
route GET /promotion/*type/:year/rosters/:selector = agency_officer csptc_officer
route GET /promotion/*type/:year/rosters/:selector/rows = agency_officer csptc_officer
route GET /promotion/*type/:year/rosters/:selector/form/*name = agency_officer
route GET /promotion/*type/:year/rosters/:selector/file = agency_officer csptc_officer
route GET /promotion/*type/:year/rosters/:selector/pdf = agency_officer csptc_officer
route GET /promotion/*type/:year/rosters/:selector/compare = agency_officer csptc_officer
route POST /promotion/*type/:year/rosters/:selector/import = agency_officer
route POST /promotion/*type/:year/rosters/:selector/*act = agency_officer csptc_officer

# PROMO-077 Classes: the institute its own, 國家文官學院 all; 保訓會 reads
route GET /promotion/classes = csptc_officer nacs_officer training_institute
route GET /promotion/classes/new = nacs_officer training_institute
route POST /promotion/classes/new = nacs_officer training_institute
route GET /promotion/classes/import = nacs_officer training_institute
route POST /promotion/classes/import = nacs_officer training_institute
route GET /promotion/classes/import/template = nacs_officer training_institute
route GET /promotion/classes/leave-import = nacs_officer training_institute
route POST /promotion/classes/leave-import = nacs_officer training_institute
route GET /promotion/classes/leave-import/template = nacs_officer training_institute
route GET /promotion/classes/:class = nacs_officer training_institute
route POST /promotion/classes/:class = nacs_officer training_institute
route POST /promotion/classes/:class/remove = nacs_officer training_institute
route GET /promotion/classes/:class/people = csptc_officer nacs_officer training_institute
route POST /promotion/classes/:class/people = nacs_officer training_institute
route GET /promotion/classes/:class/leave = csptc_officer nacs_officer training_institute
route POST /promotion/classes/:class/leave = nacs_officer training_institute

# LEARN-003 LEARN-233 LEARN-234 前台: everybody finds a class, a 學員 registers
route GET /learn/courses = public
route GET /learn/courses/:offering = public
route POST /learn/courses/:offering/register = learner
route GET /learn/registrations = learner
route POST /learn/registrations/:registration/withdraw = learner
route GET /learn/hours = learner
route GET /learn/hours/new = learner
route POST /learn/hours/new = learner
route GET /learn/hours/:returned = learner
route POST /learn/hours/:returned = learner

# LEARN-004 LEARN-531 LEARN-541 LEARN-551 人事單位: the own agency writes; 總處 reads, and sets the default of 類別維護
route GET /hr/review = agency_officer dgpa top_admin
route POST /hr/review/find = agency_officer dgpa top_admin
route POST /hr/review = agency_officer top_admin
route GET /hr/review/:private = agency_officer dgpa top_admin
route POST /hr/review/:private = agency_officer top_admin
route POST /hr/review/:private/return = agency_officer top_admin
route POST /hr/review/:private/withdraw = agency_officer top_admin
route GET /hr/review/:private/proof = agency_officer dgpa top_admin
route GET /hr/delivery = agency_officer dgpa top_admin
route POST /hr/delivery = agency_officer top_admin
route GET /hr/nominations = agency_officer dgpa top_admin
route POST /hr/nominations/find = agency_officer dgpa top_admin
route GET /hr/nominations/new = agency_officer top_admin
route POST /hr/nominations/courses = agency_officer top_admin
route POST /hr/nominations/new = agency_officer top_admin
route GET /hr/nominations/new/template = agency_officer top_admin
route GET /hr/nominations/uploads = agency_officer dgpa top_admin
route GET /hr/nominations/:nominated = agency_officer top_admin
route POST /hr/nominations/:nominated = agency_officer top_admin
route GET /hr/gender = agency_officer dgpa top_admin
route GET /hr/gender/form = agency_officer dgpa top_admin
route POST /hr/gender/form = agency_officer top_admin
route GET /hr/gender/round = dgpa
route GET /reports/gender = agency_officer dgpa top_admin
route POST /reports/gender/export = agency_officer dgpa top_admin
route POST /hr/gender/round = dgpa
route POST /hr/gender/reopen = dgpa
route GET /hr/categories = agency_officer dgpa top_admin
route POST /hr/categories = agency_officer dgpa top_admin
route POST /hr/categories/reset = agency_officer dgpa top_admin
route GET /hr/snapshots = agency_officer dgpa top_admin
route POST /hr/snapshots/find = agency_officer dgpa top_admin
route POST /hr/snapshots/pick = agency_officer top_admin
route POST /hr/snapshots = agency_officer top_admin

# LEARN-004 LEARN-281 登錄/維護學習時數: the agency that entered them writes; 總處 reads
route GET /hours = dgpa top_admin
route GET /hours/auto = top_admin
route POST /hours/auto = top_admin
route GET /hours/classes/:hours_class = dgpa top_admin
route POST /hours/classes/:hours_class = top_admin
route POST /hours/classes/:hours_class/add = top_admin
route GET /hours/classes/:hours_class/key = top_admin
route POST /hours/classes/:hours_class/key = top_admin
route GET /hours/classes/:hours_class/deleted = dgpa top_admin
route GET /hours/records/:hours = dgpa top_admin
route POST /hours/records/:hours/restore = top_admin
route GET /hours/import/opened = top_admin
route POST /hours/import/opened = top_admin
route GET /hours/import/opened/template = top_admin
route GET /hours/import/unopened = top_admin
route POST /hours/import/unopened = top_admin
route GET /hours/import/unopened/template = top_admin
route GET /hours/import/study = top_admin
route POST /hours/import/study = top_admin
route GET /hours/import/study/template = top_admin
# LEARN-261 … 275 報名准駁/下載名冊: the opening agency; 總處 reads
route GET /registrations = dgpa top_admin
route GET /registrations/:course = dgpa top_admin
route POST /registrations/:course = top_admin
route GET /registrations/:course/sheet = dgpa top_admin
route GET /registrations/:course/sheet/pdf = dgpa top_admin
route GET /registrations/:course/sheet/csv = dgpa top_admin
route POST /registrations/:course/roster = dgpa top_admin

# LEARN-201 LEARN-204 學習資訊上傳進度查詢
route GET /learning/uploads = dgpa top_admin
route GET /learning/uploads/:import = dgpa top_admin

# LEARN-004 LEARN-321 數位教材: all may be found; the own ones are changed
route GET /materials = top_admin dgpa
route GET /materials/import = top_admin dgpa
route POST /materials/import = top_admin dgpa
route GET /materials/import/template = top_admin dgpa
route GET /materials/new = top_admin dgpa
route POST /materials/new = top_admin dgpa
route GET /materials/removed = top_admin dgpa
route POST /materials/removed/:removed/restore = top_admin dgpa
route GET /materials/:shown/view = top_admin dgpa
route GET /materials/:material = top_admin dgpa
route POST /materials/:material = top_admin dgpa
route POST /materials/:material/remove = top_admin dgpa

# LEARN-004 LEARN-211 LEARN-241 LEARN-251 課程 and 講師: the opening agency writes; 總處 reads
route GET /courses = top_admin dgpa
route GET /courses/new = top_admin
route POST /courses/new = top_admin
route GET /courses/import = top_admin
route POST /courses/import = top_admin
route GET /courses/import/template = top_admin
route GET /courses/subjects/import = top_admin
route POST /courses/subjects/import = top_admin
route GET /courses/subjects/import/template = top_admin
route GET /courses/removed = top_admin
route POST /courses/removed/:removed/restore = top_admin
route GET /courses/:course = top_admin dgpa
route POST /courses/:course = top_admin
route GET /courses/:course/copy = top_admin
route POST /courses/:course/remove = top_admin
route POST /courses/:course/stop = top_admin
route POST /courses/:course/online = top_admin
route GET /instructors = top_admin dgpa
route GET /instructors/shared = top_admin dgpa
route GET /instructors/shared/:shared = top_admin dgpa
route POST /instructors/shared/:shared/copy = top_admin
route GET /instructors/import = top_admin
route POST /instructors/import = top_admin
route GET /instructors/import/template = top_admin
route GET /instructors/new = top_admin
route POST /instructors/new = top_admin
route GET /instructors/removed = top_admin
route POST /instructors/removed/:removed/restore = top_admin
route GET /instructors/:instructor = top_admin
route POST /instructors/:instructor = top_admin
route POST /instructors/:instructor/remove = top_admin

# LEARN-033 LEARN-411 下載申請
route GET /downloads = agency_officer dgpa stats top_admin
route GET /downloads/:download = agency_officer dgpa stats top_admin
route GET /downloads/:download/file = agency_officer dgpa stats top_admin
route POST /downloads/:download/again = agency_officer dgpa stats top_admin
route POST /downloads/list = agency_officer dgpa stats top_admin

# LEARN-521 LEARN-601 LEARN-611 LEARN-621 LEARN-703 LEARN-705 統計報表 and who issues and sees report accounts
route GET /reports/members = agency_officer dgpa top_admin
route GET /reports/members/*list = agency_officer dgpa top_admin
route POST /reports/members/export = agency_officer dgpa top_admin
route GET /reports/offering = agency_officer dgpa top_admin
route GET /reports/offering/*list = agency_officer dgpa top_admin
route POST /reports/offering/export = agency_officer dgpa top_admin
route GET /reports/execution = agency_officer dgpa top_admin
route GET /reports/execution/*list = agency_officer dgpa top_admin
route POST /reports/execution/export = agency_officer dgpa top_admin
route GET /reports/decision = agency_officer dgpa top_admin
route GET /reports/decision/*list = agency_officer dgpa top_admin
route POST /reports/decision/export = agency_officer dgpa top_admin
route GET /statistics = stats
route GET /statistics/*report = stats
route GET /statistics/*report/*list = stats
route POST /statistics/*report/export = stats
route GET /report-accounts = dgpa
route GET /report-accounts/new = dgpa
route POST /report-accounts/new = dgpa
route GET /report-accounts/:account = dgpa
route POST /report-accounts/:account = dgpa

# PROMO-085 PROMO-086 PROMO-087 PROMO-088 Scores: the institute sends, 保訓會 determines, agencies read and print; each 服務機關 has its own signed for
route GET /promotion/classes/:class/scores = csptc_officer nacs_officer training_institute
route POST /promotion/classes/:class/scores = csptc_officer training_institute
route POST /promotion/classes/:class/scores/determine = csptc_officer
route GET /promotion/scores/import = csptc_officer training_institute
route POST /promotion/scores/import = csptc_officer training_institute
route GET /promotion/scores/import/template = csptc_officer training_institute
route GET /promotion/scores = agency_officer csptc_officer nacs_officer training_institute
route POST /promotion/scores = agency_officer
route GET /promotion/scores/register = agency_officer csptc_officer
route GET /promotion/scores/reports = agency_officer csptc_officer
route GET /promotion/scores/signing = agency_officer
route GET /promotion/scores/:participant = agency_officer csptc_officer nacs_officer training_institute
route POST /promotion/scores/:participant = csptc_officer

# PROMO-090 PROMO-091 PROMO-093 複查: anybody with the 成績單 applies; 保訓會 keeps and answers; agencies read
route GET /promotion/rechecks = agency_officer csptc_officer
route GET /promotion/rechecks/new = csptc_officer
route POST /promotion/rechecks/new = csptc_officer
route GET /promotion/rechecks/:number = agency_officer csptc_officer
route POST /promotion/rechecks/:number/extend = csptc_officer
route POST /promotion/rechecks/:number/answer = csptc_officer
# LEARN-017 LEARN-101 … 112 首頁, 重要訊息, 使用手冊, 代碼表
route GET /learning = dgpa top_admin agency_officer
route GET /learning/manual = dgpa top_admin agency_officer
route GET /learning/announcements = dgpa top_admin
route GET /learning/announcements/new = dgpa top_admin
route POST /learning/announcements/new = dgpa top_admin
route GET /learning/announcements/:announcement = dgpa top_admin
route POST /learning/announcements/:announcement = dgpa top_admin
route POST /learning/announcements/:announcement/file = dgpa top_admin
route GET /announcements/:message_file = public
route GET /learn/records = learner
route GET /learn/records/:own_hours = learner
route GET /learning/manuals = dgpa
route POST /learning/manuals = dgpa
route GET /learning/manuals/:manual_file = dgpa
route GET /directory = agency_officer top_admin dgpa
route GET /directory/import = dgpa
route POST /directory/import = dgpa
route GET /directory/import/template = dgpa
route GET /units = agency_officer top_admin dgpa
route GET /units/import = agency_officer top_admin dgpa
route POST /units/import = agency_officer top_admin dgpa
route GET /units/import/template = agency_officer top_admin dgpa
route GET /units/new = agency_officer top_admin dgpa
route POST /units/new = agency_officer top_admin dgpa
route GET /units/:unit = agency_officer top_admin dgpa
route POST /units/:unit = agency_officer top_admin dgpa
route GET /postings = agency_officer top_admin dgpa
route GET /postings/import = agency_officer top_admin dgpa
route POST /postings/import = agency_officer top_admin dgpa
route GET /postings/import/template = agency_officer top_admin dgpa
route GET /postings/new = agency_officer top_admin dgpa
route POST /postings/new = agency_officer top_admin dgpa
route GET /postings/:posting = agency_officer top_admin dgpa
route POST /postings/:posting = agency_officer top_admin dgpa
route GET /postings/:posting/person = agency_officer top_admin dgpa
route POST /postings/:posting/person = agency_officer top_admin dgpa
route POST /postings/:posting/remove = agency_officer top_admin dgpa
route GET /codes = dgpa top_admin agency_officer
route GET /codes/import = dgpa
route POST /codes/import = dgpa
route GET /codes/import/template = dgpa
route GET /codes/*table = dgpa top_admin agency_officer
route GET /codes/*table/new = dgpa
route POST /codes/*table/new = dgpa
route GET /codes/*table/:code = dgpa
route POST /codes/*table/:code = dgpa

# LEARN-331 … 337 會員管理
route GET /members = dgpa top_admin
route GET /members/new = dgpa top_admin
route POST /members/new = dgpa top_admin
route GET /members/:member/:place = dgpa top_admin
route POST /members/:member/:place = dgpa top_admin
route POST /members/:member/:place/reset = dgpa top_admin
route POST /members/:member/:place/besides = dgpa top_admin

# PROMO-094 訓練合格證書: 保訓會 asks for and records them; agencies read
route GET /promotion/awards = agency_officer csptc_officer
route POST /promotion/awards = csptc_officer
route GET /promotion/awards/list = csptc_officer
route GET /promotion/awards/letters = csptc_officer
route GET /promotion/awards/import = csptc_officer
route POST /promotion/awards/import = csptc_officer
route GET /promotion/awards/import/template = csptc_officer
route GET /promotion/awards/:participant = agency_officer csptc_officer
route POST /promotion/awards/:participant = csptc_officer
route GET /promotion/awards/:participant/note = agency_officer csptc_officer

# LEARN-441 … 462, 511, 571, 631 Lists of persons and courses; numbers in full for who works with persons
route GET /colleagues = agency_officer top_admin dgpa
route POST /colleagues/export = agency_officer top_admin dgpa
route GET /colleagues/:colleague = agency_officer top_admin dgpa
route GET /colleagues/courses = agency_officer top_admin dgpa
route POST /colleagues/courses/export = agency_officer top_admin dgpa
route GET /colleagues/categories = agency_officer top_admin dgpa
route POST /colleagues/categories/export = agency_officer top_admin dgpa
route GET /colleagues/members = agency_officer top_admin dgpa
route POST /colleagues/members/export = agency_officer top_admin dgpa
route GET /colleagues/offered = agency_officer top_admin dgpa
route GET /colleagues/offering = agency_officer top_admin dgpa
route GET /colleagues/offering/*list = agency_officer top_admin dgpa
route POST /colleagues/offering/export = agency_officer top_admin dgpa
route GET /statistics/choice = agency_officer top_admin dgpa
route POST /statistics/choice/export = agency_officer top_admin dgpa
route POST /statistics/choice/sets = agency_officer top_admin dgpa
route GET /statistics/choice/:colleague = agency_officer top_admin dgpa
route POST /personal/full = agency_officer top_admin dgpa
route POST /personal/find = agency_officer top_admin dgpa

# LEARN-471 … 505 Reports on the person's basis; what they are judged by is kept up by 總處
route GET /reports/required = agency_officer top_admin dgpa
route GET /reports/required/*list = agency_officer top_admin dgpa
route POST /reports/required/export = agency_officer top_admin dgpa
route GET /reports/human = agency_officer top_admin dgpa
route GET /reports/human/*list = agency_officer top_admin dgpa
route POST /reports/human/export = agency_officer top_admin dgpa
route GET /reports/performance = agency_officer top_admin dgpa
route GET /reports/performance/*list = agency_officer top_admin dgpa
route POST /reports/performance/export = agency_officer top_admin dgpa
route GET /reports/enterprise = agency_officer top_admin dgpa
route GET /reports/enterprise/*list = agency_officer top_admin dgpa
route POST /reports/enterprise/export = agency_officer top_admin dgpa
route GET /year-settings = dgpa
route GET /year-settings/new = dgpa
route POST /year-settings/new = dgpa
route GET /year-settings/:year_setting = dgpa
route POST /year-settings/:year_setting = dgpa
route GET /required-topics = dgpa
route GET /required-topics/new = dgpa
route POST /required-topics/new = dgpa
route GET /required-topics/:topic = dgpa
route POST /required-topics/:topic = dgpa
route GET /staff-groups = dgpa
route GET /staff-groups/new = dgpa
route POST /staff-groups/new = dgpa
route GET /staff-groups/:staff_group = dgpa
route POST /staff-groups/:staff_group = dgpa
route POST /required-topics/:topic/remove = dgpa

# ACMS-011 Nobody forgot to say who may
routes told

# ACMS-011 Asking for what one may not changed nothing, and each refusal of a right is in the audit log
rows "SELECT report_date FROM trainee" = 2022-10-03
rows "SELECT count(*) FROM exam" = 1
rows "SELECT CASE WHEN count(*) > 90 THEN 'many' END FROM audit WHERE action = 'refused' AND became = 'ERR_NO_RIGHT'" = many
