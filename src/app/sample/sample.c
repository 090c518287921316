/* sample.c: see sample.h.  The same data each time: nothing here is drawn by chance, nobody here lives. */
#include "app/sample/sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/audit/audit.h"
#include "app/deadline/deadline.h"
#include "app/exam/exam.h"
#include "app/sample/forms.h"
#include "app/sample/sample.sql.h"
#include "app/trainee/trainee.h"
#include "app/training/training.h"
#include "base/collate.h"
#include "base/national_id.h"
#include "base/text.h"
#include "job/job.h"

enum { PERSONS = 300, PER_DAY = 3, OFFICERS = 4, GUIDED = 4 };

static const char password[] = "peixun-sample";

static const struct { const char *code, *name; int parent; } agencies[] = {
	{"300000000A", "行政院", -1}, {"323000000A", "示範部", 0}, {"323010000B", "示範部北區示範局", 1},
	{"323020000C", "示範部南區示範局", 1}, {"376410000A", "示範縣政府", -1}, {"376410100B", "示範縣政府警察局", 4},
	{"A58000000A", "公務人員保障暨培訓委員會", -1}, {"A58010000A", "國家文官學院", 6},
	{"323030000D", "示範警察訓練所", 1}, {"300000000Z", "行政院人事行政總處", 0},
	{"323040000E", "示範發電廠", 1},
};
enum { AGENCIES = sizeof agencies / sizeof *agencies, MINISTRY = 1, NORTH = 2, SOUTH = 3, POLICE = 5, COMMISSION = 6, ACADEMY = 7,
	SCHOOL = 8, PERSONNEL = 9 };

static const struct { int agency; const char *name, *full_name, *role; } accounts[] = {
	{MINISTRY, "ag1user", "周淑芬", "agency_officer"}, {NORTH, "ag2user", "吳建宏", "agency_officer"},
	{SOUTH, "ag3user", "許雅婷", "agency_officer"}, {POLICE, "ag4user", "蔡明哲", "agency_officer"},
	{COMMISSION, "csptc", "鄭文彬", "csptc_officer"}, {ACADEMY, "nacs", "何佩珊", "nacs_officer"},
	{COMMISSION, "sysadmin", "系統管理者", "sysadmin"}, {MINISTRY, "mentor", "林輔導", "mentor"}, {MINISTRY, "unithead", "黃主管", "unit_head"},
	{SCHOOL, "school", "錢教務", "training_institute"}, {PERSONNEL, "dgpa", "孫承辦", "dgpa"},
	{MINISTRY, "top", "江最高", "top_admin"}, {MINISTRY, "learner", "張三和", "learner"},
	{MINISTRY, "viewer", "統計檢視", "stats"},
};

static const struct exam exams[] = {
	{.exam_year = 111, .exam_code = "007", .exam_name = "公務人員特種考試警察人員考試", .plan = ""},
	{.exam_year = 113, .exam_code = "201", .exam_name = "公務人員特種考試身心障礙人員考試", .plan = "113-disabled",
		.fee_exempt_exam = true},
	{.exam_year = 115, .exam_code = "101", .exam_name = "公務人員普通考試", .plan = ""},
};
enum { EXAMS = sizeof exams / sizeof *exams };

/* The persons of the catalogue's examples, in 111 007. */
static const struct { const char *national_id, *name, *sex; int agency; } known[] = {
	{"A123456789", "王小明", "male", MINISTRY}, {"A223456781", "陳美玲", "female", MINISTRY}, {"B123456780", "林志強", "male", MINISTRY},
	{"S200000017", "張怡君", "female", -1}, {"F123456784", "李大同", "male", NORTH},
};
enum { KNOWN = sizeof known / sizeof *known };

static const char *const surnames[] = {"陳", "林", "黃", "張", "李", "王", "吳", "劉", "蔡", "楊", "許", "鄭", "謝", "郭", "洪", "邱", "曾",
	"廖", "賴", "徐", "周", "葉", "蘇", "莊", "呂", "江", "何", "蕭", "羅", "高", "歐陽", "范姜", "閻", "禤"};
static const char *const given[] = {"家豪", "志明", "俊傑", "建宏", "淑芬", "美玲", "雅婷", "怡君", "承翰", "品妤", "冠廷", "詩涵", "宗翰", "佳穎",
	"柏翰", "郁婷", "彥廷", "思妤", "子晴", "宥廷", "堃", "喆", "𠮷祥", "煊", "珮㛢", "峯", "羣", "双喜", "𤧟", "瑀㻌", "翊瑄", "秉燊"};
enum { SURNAMES = sizeof surnames / sizeof *surnames, GIVEN = sizeof given / sizeof *given };
static const char *const categories[] = {"一般行政", "人事行政", "會計", "戶政", "資訊處理", "土木工程"};
static const char *const levels[] = {"三等考試", "四等考試", "五等考試"};

struct sample {
	struct db *db;
	struct arena *mem;
	int64_t agency[AGENCIES], exam[EXAMS];
	int persons;
	struct moment now;
};

char *sample_national_id(struct arena *mem, char letter, bool female, int number)
{
	char *id = arena_print(mem, "%c%c%07d0", letter, female ? '2' : '1', number);

	while (!national_id_valid(id))
		id[9]++;
	return id;
}

static char *invented_id(struct arena *mem, int n, bool female)
{
	static const char letters[] = "ABCDEFGHJKMNPQTUVX";

	return sample_national_id(mem, letters[n % (int)(sizeof letters - 1)], female, 1000000 + n * 7919 % 8999999);
}

const char *sample_name(struct arena *mem, int n)
{
	return arena_print(mem, "%s%s", surnames[n * 5 % SURNAMES], given[n * 11 % GIVEN]);
}

/* The first who reported have a mentor and a unit head. */
static void name_mentors(struct db *db, void *with)
{
	const struct sample *s = with;

	db_run(db, &sample_grants, A(s->agency[MINISTRY]), A(date_plus(moment_date(s->now), -30)), A(GUIDED));
}

static int64_t put_person(struct sample *s, const char *id, const char *name, bool female, int n)
{
	struct date born = date_plus(date_make(1990, 1, 1), n * 37 % 5000);

	return row_int(db_run(s->db, &sample_person_put, A(id), A(name), A(collate_key(s->mem, name)), A(female ? "female" : "male"),
		A(born)), 0, "id");
}

static void put_admission(struct sample *s, int64_t person, int exam, int agency, int n)
{
	db_run(s->db, &sample_admission_put, A(person), A(s->exam[exam]), value_id_or_null(agency < 0 ? 0 : s->agency[agency]),
		A(levels[n % 3]), A(categories[n % 6]), agency < 0 ? value_moment((struct moment){0}) : value_moment(s->now));
}

static void put_agencies(struct sample *s)
{
	for (int i = 0; i < AGENCIES; i++)
		s->agency[i] = agency_add(s->db, agencies[i].code, agencies[i].name,
			agencies[i].parent < 0 ? 0 : s->agency[agencies[i].parent]);
}

static void put_accounts(struct sample *s, const char *hash)
{
	for (size_t i = 0; i < sizeof accounts / sizeof *accounts; i++)
		account_add(s->db, s->agency[accounts[i].agency], accounts[i].name, accounts[i].full_name, accounts[i].role, hash);
}

static void put_exams(struct sample *s)
{
	for (int i = 0; i < EXAMS; i++) {
		struct exam e = exams[i];

		e.pass_mark_education = e.pass_mark_practical = "60.00";
		e.roster_recipient = "國家文官學院";
		e.plan_due_days = e.apply_due_days = 7;
		e.training_supervisor = e.active = true;
		s->exam[i] = exam_add(s->db, &e);
	}
}

static void put_persons(struct sample *s)
{
	static const int where[] = {MINISTRY, MINISTRY, NORTH, SOUTH, POLICE, -1};

	for (int i = 0; i < KNOWN; i++)
		put_admission(s, put_person(s, known[i].national_id, known[i].name, !strcmp(known[i].sex, "female"), i), 0, known[i].agency, i);
	for (int i = KNOWN; i < s->persons; i++) {
		bool female = i % 2;
		const char *name = sample_name(s->mem, i);

		put_admission(s, put_person(s, invented_id(s->mem, i, female), name, female, i), i % 4 == 1 ? 1 : 2, where[i % 6], i);
	}
}

struct filling { struct sample *s; const char *hash; };

static void fill(struct db *db, void *with)
{
	struct filling *f = with;

	(void)db;
	put_agencies(f->s);
	put_accounts(f->s, f->hash);
	put_exams(f->s);
	put_persons(f->s);
}

static char *account_path(struct arena *mem, int account)
{
	return arena_print(mem, "%s/%s", agencies[accounts[account].agency].code, accounts[account].name);
}

/* Some have reported in the last two weeks, entered by their agency's officer as on the page. */
static void report_some(struct sample *s, int account, int days_ago)
{
	struct who who;
	char *name = account_path(s->mem, account);
	struct rows *ids;
	struct issues issues = issues_new(s->mem, NULL);
	struct report_sheet sheet = {.who = &who, .reason = "", .now = {s->now.seconds - (int64_t)days_ago * 86400}, .issues = &issues};
	int64_t some[PER_DAY];
	int n = 0;

	if (!account_named(s->db, s->mem, name, &who))
		return;
	ids = db_run(s->db, &sample_absent, A(who.agency), A(s->exam[EXAMS - 1]), A(PER_DAY));
	for (; n < ids->n; n++)
		some[n] = row_int(ids, n, "id");
	sheet.day = sheet.today = moment_date(sheet.now);
	report_load(s->db, &sheet, some, n);
	report_check(s->db, &sheet);
	if (!issues.n)
		db_tx(s->db, report_write, &sheet);
}

static void say(const char *payer)
{
	printf("帳號（密碼都是 %s）：\n", password);
	for (size_t i = 0; i < sizeof accounts / sizeof *accounts; i++)
		printf("  %s  %-9s %s\n", agencies[accounts[i].agency].code, accounts[i].name, role_find(accounts[i].role)->code.label);
	printf("請領證書繳款（/fee，不必登入）：身分證字號 %s\n", payer);
}

int sample_command(struct db *db, int argc, char **argv)
{
	struct arena *mem = db_arena(db);
	struct sample s = {.db = db, .mem = mem, .persons = PERSONS, .now = job_now()};
	struct filling f = {&s, password_hash(mem, password)};
	int64_t persons = PERSONS;

	if (argc > 1 && (argc != 3 || strcmp(argv[1], "--persons") || !text_to_int(argv[2], KNOWN, 8000000, &persons))) {
		fprintf(stderr, "usage: peixun sample [--persons N]\n");
		return 2;
	}
	s.persons = (int)persons;
	if (row_int(db_run(db, &sample_empty), 0, "n")) {
		fprintf(stderr, "peixun sample: the database holds agencies already; nothing was changed\n");
		return 1;
	}
	db_tx(db, fill, &f);
	sample_office(db, mem, moment_date(s.now));
	for (int account = 0; account < OFFICERS; account++)
		for (int day = 0; day < 14; day += 2)
			report_some(&s, account, day);
	for (int account = 0; account < OFFICERS; account++)
		sample_forms(db, mem, account_path(mem, account), account_path(mem, OFFICERS), s.now);
	db_tx(db, name_mentors, &s);
	sample_life(db, mem, account_path(mem, 0), s.now);
	const char *payer = sample_certificates(db, mem, account_path(mem, 0), account_path(mem, OFFICERS), s.now);

	training_day(db, s.now);
	deadline_day(db, s.now);
	sample_promotion(db, mem, s.agency[MINISTRY], s.agency[POLICE - 1], account_path(mem, 1), s.now);
	sample_participants(db, mem, s.agency[MINISTRY], s.agency[SCHOOL], agencies[NORTH].code, account_path(mem, OFFICERS), s.now);
	sample_graduates(db, mem, s.agency[MINISTRY], agencies[NORTH].code, agencies[SCHOOL].code, account_path(mem, OFFICERS), s.now);
	sample_learning(db, mem, s.agency[MINISTRY], account_path(mem, 0), s.now);
	sample_colleagues(db, mem, account_path(mem, 0), s.now);
	audit_seal(db);
	say(payer);
	return 0;
}
