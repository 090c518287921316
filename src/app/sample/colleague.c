/* colleague.c: who serves in the agencies of the sample and what they have learnt in three years: agencies differ, some people have
 * all that is asked of them, some lack hours, some lack topics, some have nothing.  The pages of 人事單位 and 統計報表 live on it. */
#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/code/code.h"
#include "app/course/course.h"
#include "app/hours/hours.h"
#include "app/sample/forms.h"
#include "app/sample/sample.sql.h"
#include "app/staff/staff.h"
#include "base/collate.h"
#include "base/log.h"
#include "base/text.h"

enum { YEARS = 3, OFFICES = 7, POSTS = 6, LESSONS = 13, LEVELS = 6, MOST = 80, MEMBERS_OF = 7, ROWS_MEMORY = 16 << 20 };

/* Posts are taken in turn; of the first, a 主管, there is one. */
struct post { const char *unit, *title, *rank, *class; };
static const struct { const char *agency; int persons, diligence; struct post posts[POSTS]; } offices[OFFICES] = {
	{"323000000A", 6, 0, {{"總務司", "050", "P12", "2"}, {"總務司", "140", "P09", "2"}, {"企劃處", "120", "P10", "2"},
		{"資訊處", "250", "P07", "2"}, {"秘書處", "310", "H03", "4"}, {"人事處", "020", "S02", "1"}}},
	{"323010000B", 12, 1, {{"企劃組", "070", "P12", "2"}, {"企劃組", "100", "P09", "2"}, {"企劃組", "190", "P05", "2"},
		{"第一組", "150", "P08", "2"}, {"第一組", "200", "P04", "2"}, {"第二組", "300", "H02", "4"}}},
	{"323020000C", 9, 2, {{"秘書室", "080", "P11", "2"}, {"秘書室", "110", "P09", "2"}, {"第一課", "270", "P08", "2"},
		{"第一課", "280", "P06", "2"}, {"第二課", "260", "P05", "2"}, {"第二課", "390", "Z99", "8"}}},
	{"323030000D", 6, 0, {{"教務組", "100", "P09", "2"}, {"教務組", "370", "H01", "6"}, {"教務組", "370", "H01", "6"},
		{"訓導組", "360", "K24", "5"}, {"訓導組", "360", "K31", "5"}, {"總務組", "220", "P03", "2"}}},
	{"323040000E", 9, 1, {{"營運課", "060", "C13", "7"}, {"營運課", "270", "C09", "7"}, {"機務課", "320", "C08", "7"},
		{"機務課", "340", "C06", "7"}, {"業務課", "330", "C05", "7"}, {"業務課", "330", "C05", "7"}}},
	{"376410000A", 6, 3, {{"民政處", "060", "P11", "2"}, {"民政處", "140", "P08", "2"}, {"民政處", "190", "P05", "2"},
		{"秘書處", "170", "P08", "2"}, {"秘書處", "210", "P03", "2"}, {"秘書處", "310", "H03", "4"}}},
	{"376410100B", 8, 2, {{"行政科", "070", "K12", "5"}, {"行政科", "350", "K21", "5"}, {"督察科", "360", "K24", "5"},
		{"督察科", "360", "K31", "5"}, {"保安科", "360", "K32", "5"}, {"保安科", "360", "K24", "5"}}},
};

/* Months from the beginning of the year. */
static const struct { const char *category, *name, *institution; int month, day, days, hours, digital; } lessons[LESSONS] = {
	{"101", "政府重大政策專題", "國家文官學院", 1, 12, 1, 1, 1}, {"102", "環境教育講座", "國家文官學院", 2, 20, 1, 4, 4},
	{"103", "性別主流化實務", "國家文官學院", 2, 26, 1, 2, 2}, {"104", "公務倫理", "國家文官學院", 3, 6, 1, 1, 1},
	{"105", "人權公約概論", "國家文官學院", 3, 13, 1, 1, 1}, {"106", "行政中立與案例", "國家文官學院", 3, 20, 1, 1, 1},
	{"107", "多元族群文化", "國家文官學院", 4, 9, 1, 1, 1}, {"108", "公民參與", "國家文官學院", 4, 16, 1, 1, 1},
	{"301", "資訊安全與個資保護", "示範大學", 5, 8, 1, 6, 0}, {"201", "領導與團隊", "示範大學", 5, 15, 2, 12, 0},
	{"302", "法制作業", "示範大學", 6, 5, 1, 6, 2}, {"402", "公務英語", "示範語文中心", 6, 20, 10, 10, 10},
	{"401", "地方文史導覽", "示範大學", 7, 3, 1, 3, 0},
};

/* Which lessons somebody takes, by how much they learn: nothing; few; much without all topics; the topics and little else; all that is
 * asked; more. */
static const unsigned taken[LEVELS] = {0, 0x005, 0x0f03, 0x10ff, 0x06ff, 0x1fff};
static const int levels[] = {4, 5, 2, 3, 4, 1, 4, 3, 5, 0, 2, 4, 1, 3};

static const char *const class_names[] = {"政策溝通工作坊", "主管研習班", "公文寫作班"};
static const char *const class_categories[] = {"202", "201", "203"};
enum { CLASSES = 3, OPENERS = 3, TAUGHT = 6 };                  /* of each year, of the first of the offices */

struct colleague { int64_t id, agency; int office; };
struct filling {
	struct arena *mem, *rows;
	struct who who;
	const struct code_book *book;
	struct date today;
	int year, n;
	struct colleague at[MOST];
};

int64_t sample_code(const struct code_book *book, const char *table, const char *code)
{
	const struct code_item *item = NULL;

	code_look_up(book, table, code, (struct date){0}, &item);
	if (!item)
		fail("the sample's %s %s is unknown", table, code);
	return item->id;
}

struct moment sample_hour(struct date day, int hour)
{
	return (struct moment){day_begins(day).seconds + (int64_t)hour * 3600};
}

/* ---- who serves where */

static void put_posting(struct db *db, const struct filling *f, const struct colleague *c, const char *id, struct post post, bool supervisor,
	struct date from, const struct code *status)
{
	staff_put(db, &(struct posting_entry){.person = c->id, .national_id = id, .agency = c->agency, .unit = post.unit,
		.title_id = sample_code(f->book, "title", post.title), .rank_id = sample_code(f->book, "rank", post.rank),
		.class_id = sample_code(f->book, "person_class", post.class), .is_supervisor = supervisor, .status = *status, .from_day = from});
}

/* Some were promoted last summer, one is on leave, one has left. */
static void put_colleague(struct db *db, struct filling *f, int office, int i)
{
	struct colleague *c = &f->at[f->n];
	struct agency agency;
	bool woman = (office + i) % 2;
	int n = f->n++;
	const char *id = sample_national_id(f->mem, 'W', woman, 1000000 + n * 131), *name = sample_name(f->mem, n + 40);
	struct post post = offices[office].posts[i % POSTS];
	struct date summer = date_make(f->year - 1, 7, 16);

	if (!agency_find(db, f->mem, offices[office].agency, &agency))
		fail("the sample has no agency %s", offices[office].agency);
	c->agency = agency.id;
	c->office = office;
	c->id = row_int(db_run(db, &sample_colleague_put, A(id), A(name), A(collate_key(f->mem, name)), A(woman ? "female" : "male"),
		A(date_make(1968 + n % 27, 1 + n % 12, 1 + n % 28)), n % MEMBERS_OF ? A("2011-01-01") : value_text(NULL)), 0, "id");
	put_posting(db, f, c, id, post, !i, date_make(2011, 1, 1), &posting_states[0]);
	if (text_is(post.rank, "P05"))
		put_posting(db, f, c, id, (struct post){post.unit, "170", "P06", post.class}, false, summer, &posting_states[0]);
	else if (i && i == offices[office].persons - 1 && office < 3)
		put_posting(db, f, c, id, post, false, summer, &posting_states[office]);
}

/* ---- what they have learnt */

static void put_record(struct db *db, const struct filling *f, struct hours_entry e)
{
	int64_t there;

	e.mode = !e.digital ? HOURS_PHYSICAL : e.digital == e.hours ? HOURS_DIGITAL : HOURS_BLENDED;
	e.unit = HOURS_HOUR;
	e.amount = e.hours;
	e.account = f->who.account;
	e.cert = CERT_PASSED;
	e.source = SOURCE_HAND;
	e.at = day_begins(date_plus(e.end, 1));
	if (!date_before(f->today, e.end) && !hours_enter(db, &e, &there))
		fail("the sample's colleague has learnt the same twice");
}

/* It is better this year than before: who did nothing does a little. */
static void put_lessons(struct db *db, const struct filling *f, int n, int year)
{
	const struct colleague *c = &f->at[n];
	int level = levels[(n * 5 + year * 3 + offices[c->office].diligence * 2) % (int)(sizeof levels / sizeof *levels)];

	for (int i = 0; i < LESSONS; i++) {
		struct date start = date_make(year, lessons[i].month, lessons[i].day);

		if (taken[level] >> i & 1)
			put_record(db, f, (struct hours_entry){.kind = HOURS_UNOPENED, .person = c->id, .owner = c->agency,
				.category = sample_code(f->book, "course_category", lessons[i].category), .institution = lessons[i].institution,
				.institution_kind = "government", .name = lessons[i].name, .start = start,
				.end = date_plus(start, lessons[i].days - 1), .hours = lessons[i].hours,
				.digital = lessons[i].digital, .business = *lessons[i].category != '4'});
	}
}

/* A class that is over, and who was in it. */
static void put_class(struct db *db, const struct filling *f, int opener, int year, int i)
{
	struct date day = date_make(year, 3 + i, 10 + opener);
	struct agency agency;
	int64_t hours = 6, category = sample_code(f->book, "course_category", class_categories[i]);

	if (!date_before(day, f->today) || !agency_find(db, f->mem, offices[opener].agency, &agency))
		return;
	const char *code = arena_print(f->mem, "H%d%02d", year % 100, i + 1);
	int64_t course = course_put(db, &(struct course){.agency = agency.id, .course_code = code, .term_no = 1, .name = class_names[i],
		.roc_year = roc_year(day), .category = category, .mode = course_modes[1], .amount = 1, .unit_of_amount = course_units[1],
		.certified_hours = hours, .physical_hours = hours, .start_at = sample_hour(day, 9),
		.end_at = sample_hour(day, 17), .time_note = "", .place = "示範大樓 101 教室", .enroll_method = course_methods[2],
		.quota = i == 1 ? 20 : 40, .agency_limit = "", .intro = "", .contact_name = "周淑芬", .contact_phone = "02-1234-5678",
		.contact_email = "", .note = "", .created = sample_hour(date_plus(day, -60), 9), .created_by = f->who.account});

	for (int n = opener + i; n < f->n; n += TAUGHT)
		put_record(db, f, (struct hours_entry){.kind = HOURS_OPENED, .course = course, .category = category, .person = f->at[n].id,
			.owner = agency.id, .start = day, .end = day, .hours = hours, .business = true});
}

static void fill(struct db *db, void *with)
{
	struct filling *f = with;

	for (int office = f->n = 0; office < OFFICES; office++)
		for (int i = 0; i < offices[office].persons; i++)
			put_colleague(db, f, office, i);
	for (int year = f->year - YEARS + 1; year <= f->year; year++) {
		for (int n = 0; n < f->n; n++, arena_reset(f->rows))
			put_lessons(db, f, n, year);
		for (int i = 0; i < OPENERS * CLASSES; i++)
			put_class(db, f, i / CLASSES, year, i % CLASSES);
	}
}

void sample_colleagues(struct db *db, struct arena *mem, const char *officer, struct moment now)
{
	struct filling f = {.mem = mem, .rows = arena_new(ROWS_MEMORY), .book = code_book(db, mem), .today = moment_date(now),
		.year = roc_year(moment_date(now)) + 1911};

	if (!account_named(db, mem, officer, &f.who))
		fail("the sample has no %s", officer);
	db_use_arena(db, f.rows);
	db_tx(db, fill, &f);
	db_use_arena(db, mem);
	arena_free(f.rows);
}
