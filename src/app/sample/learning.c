/* learning.c: 終身學習 in the sample: colleagues and where they serve, courses of every kind, who has registered, hours of one that is over. */
#include "app/account/account.h"
#include "app/code/code.h"
#include "app/course/course.h"
#include "app/hours/hours.h"
#include "app/registration/registration.h"
#include "app/sample/forms.h"
#include "app/sample/sample.sql.h"
#include "app/staff/staff.h"
#include "base/collate.h"
#include "base/log.h"

static const struct { const char *id, *name, *sex, *unit, *rank, *title; bool supervisor; } people[] = {
	{"A100000109", "王一明", "male", "人事處", "P09", "140", true}, {"A200000209", "李二美", "female", "資訊處", "P09", "140", true},
	{"B100000306", "張三和", "male", "資訊處", "P07", "150", false}, {"B200000406", "陳四娟", "female", "人事處", "P05", "190", false},
	{"C100000503", "林五德", "male", "企劃處", "P08", "150", false}, {"C200000603", "黃六珍", "female", "企劃處", "P07", "150", false},
	{"D200000800", "周八雲", "female", "秘書處", "P05", "190", false}, {"E100000907", "鄭九安", "male", "秘書處", "P07", "150", false},
};
enum { PEOPLE = sizeof people / sizeof *people, REGISTERED = 4, PASSED = 6, TRUE_LEARNER = 2 };

/* begins: days from today.  Registration is open from a month before until five days before, of what is still to come. */
static const struct { const char *code, *name, *category; int mode, unit, method, amount, begins, days, quota; const char *place; } courses[] = {
	{"A001", "政府重大政策導讀", "101", 0, 0, 2, 1, -20, 1, 0, ""},
	{"A002", "資安實務", "301", 1, 1, 1, 1, 20, 1, 20, "本部 301 教室"},
	{"A003", "系統分析", "301", 2, 2, 0, 1, 25, 5, 20, "示範大樓 101 教室"},
	{"A004", "性別主流化", "103", 0, 0, 1, 2, 15, 3, 0, ""},
};
enum { COURSES = sizeof courses / sizeof *courses, ENDED = 0, STILL_OPEN = 1, NOMINATED = 2 };

struct filling { struct arena *mem; int64_t agency, persons[PEOPLE], courses[COURSES], category; struct who who; struct moment now; };

static void put_posting(struct db *db, const struct filling *f, const struct code_book *book, int i)
{
	staff_put(db, &(struct posting_entry){.person = f->persons[i], .national_id = people[i].id, .agency = f->agency, .unit = people[i].unit,
		.title_id = sample_code(book, "title", people[i].title), .rank_id = sample_code(book, "rank", people[i].rank),
		.class_id = sample_code(book, "person_class", "2"), .is_supervisor = people[i].supervisor, .status = posting_states[0],
		.from_day = date_make(2011, 1, 1)});
}

static void put_people(struct db *db, struct filling *f)
{
	const struct code_book *book = code_book(db, f->mem);

	for (int i = 0; i < PEOPLE; i++) {
		f->persons[i] = row_int(db_run(db, &sample_colleague_put, A(people[i].id), A(people[i].name),
			A(collate_key(f->mem, people[i].name)), A(people[i].sex), A("1985-01-01"), A("2011-01-01")), 0, "id");
		put_posting(db, f, book, i);
	}
	db_run(db, &sample_learner_put, A(f->persons[TRUE_LEARNER]), A(f->agency));
}

static struct moment at(const struct filling *f, int days, int hours)
{
	return sample_hour(date_plus(moment_date(f->now), days), hours);
}

static void put_courses(struct db *db, struct filling *f)
{
	static const int per_unit[] = {1, 6, 18};
	struct code_book *book = code_book(db, f->mem);

	for (int i = 0; i < COURSES; i++) {
		const struct code_item *category = NULL;
		int64_t hours = (int64_t)courses[i].amount * per_unit[courses[i].unit];
		int64_t digital = courses[i].mode == 0 ? hours : courses[i].mode == 1 ? 0 : hours / 3;
		int begins = courses[i].begins;
		bool listed = courses[i].method != 2;

		if (*code_look_up(book, "course_category", courses[i].category, moment_date(f->now), &category))
			fail("the sample's category %s is unknown", courses[i].category);
		if (i == ENDED)
			f->category = category->id;
		f->courses[i] = course_put(db, &(struct course){.agency = f->agency, .course_code = courses[i].code, .term_no = 1,
			.name = courses[i].name, .roc_year = roc_year(moment_date(at(f, begins, 9))), .category = category->id,
			.mode = course_modes[courses[i].mode], .amount = courses[i].amount, .unit_of_amount = course_units[courses[i].unit],
			.certified_hours = hours, .digital_hours = digital, .physical_hours = hours - digital, .start_at = at(f, begins, 9),
			.end_at = at(f, begins + courses[i].days - 1, 17), .time_note = "", .place = courses[i].place,
			.enroll_method = course_methods[courses[i].method], .enroll_from = listed ? at(f, begins - 30, 0) : (struct moment){0},
			.enroll_to = listed ? (struct moment){at(f, begins - 4, 0).seconds - 1} : (struct moment){0}, .quota = courses[i].quota,
			.quota_hard = courses[i].quota, .agency_limit = "", .intro = "", .contact_name = "周淑芬", .contact_phone = "02-1234-5678",
			.contact_email = "", .note = "", .created = f->now, .created_by = f->who.account});
	}
}

static void put_registration(struct db *db, struct filling *f, int person, int course, int64_t nominating, const char *source)
{
	struct issues issues = issues_new(f->mem, NULL);
	struct registration_case c = {0};
	struct registration_asked asked = {.course = f->courses[course], .person = f->persons[person], .account = f->who.account,
		.agency = f->agency, .nominating_agency = nominating, .source = source, .phone = "", .email = "", .lodging = "", .meal = "",
		.address = "", .now = f->now};

	if (!registration_judge(db, &asked, &c, &issues) || !registration_make(db, &c, &issues))
		fail("the sample's %s can't register", people[person].name);
}

/* Who comes to the courses that are open: by themselves to one, sent by the agency to the other. */
static void put_registrations(struct db *db, struct filling *f)
{
	for (int i = 0; i < REGISTERED; i++)
		put_registration(db, f, i, STILL_OPEN, 0, "online");
	for (int i = REGISTERED; i < PASSED; i++)
		put_registration(db, f, i, NOMINATED, f->agency, "nomination");
}

static void put_hours(struct db *db, struct filling *f)
{
	struct date day = moment_date(at(f, courses[ENDED].begins, 9));
	int64_t there;

	for (int i = 0; i < PASSED; i++)
		hours_enter(db, &(struct hours_entry){.kind = HOURS_OPENED, .course = f->courses[ENDED], .category = f->category,
			.person = f->persons[i], .owner = f->agency, .account = f->who.account, .start = day, .end = day, .mode = HOURS_DIGITAL,
			.unit = HOURS_HOUR, .amount = 1, .hours = 1, .digital = 1, .business = -1,
			.cert = i ? CERT_PASSED : CERT_PENDING, .source = SOURCE_HAND, .at = f->now}, &there);
}

static void fill(struct db *db, void *with)
{
	struct filling *f = with;

	put_people(db, f);
	for (const struct permission *p = permissions; p->code; p++)
		if (role_find(f->who.role)->delegable & p->may)
			permission_give(db, f->who.account, f->agency, p->code, 0, 0, f->now);
	put_courses(db, f);
	put_registrations(db, f);
	put_hours(db, f);
}

void sample_learning(struct db *db, struct arena *mem, int64_t agency, const char *officer, struct moment now)
{
	struct filling f = {.mem = mem, .agency = agency, .now = now};

	if (!account_named(db, mem, officer, &f.who))
		fail("the sample has no %s", officer);
	db_tx(db, fill, &f);
}
