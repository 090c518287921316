/* learning.h: what the stories of 終身學習 begin with: the fixture F1 of the requirements: agencies, units, persons, postings,
 * courses, and an account for each way of working.  Nobody here lives.                                             LEARN 0.4 */
#ifndef TEST_STORY_LEARNING_H
#define TEST_STORY_LEARNING_H

#include "app/course/course.h"
#include "app/hours/hours.h"
#include "test/story/fixture.h"

static const struct { const char *code, *name, *under; bool enterprise; } f1_agencies[] = {
	{"300000000Z", "人事行政總處", "", false},
	{"323000000A", "示範部", "", false}, {"323010000B", "示範部第一局", "323000000A", false},
	{"323020000C", "示範部第二局", "323000000A", false}, {"323021000D", "示範部第二局北區分局", "323020000C", false},
	{"379000000A", "範例市政府", "", false}, {"379010000E", "範例市自來水事業處", "379000000A", true},
};

static const struct { const char *id, *name, *sex, *agency, *unit, *rank, *class, *title; bool supervisor, member; } f1_persons[] = {
	{"A100000109", "王一明", "male", "323000000A", "人事處", "P12", "2", "060", true, true},
	{"A200000209", "李二美", "female", "323000000A", "資訊處", "P09", "2", "140", true, true},
	{"B100000306", "張三和", "male", "323000000A", "資訊處", "P07", "2", "150", false, true},
	{"B200000406", "陳四娟", "female", "323000000A", "人事處", "P05", "2", "190", false, false},
	{"C100000503", "林五德", "male", "323010000B", "企劃組", "P08", "2", "140", true, true},
	{"C200000603", "黃六珍", "female", "323010000B", "企劃組", "P06", "2", "150", false, true},
	{"D100000700", "吳七福", "male", "323010000B", "企劃組", "H02", "4", "290", false, false},
	{"D200000800", "周八雲", "female", "323021000D", "第一課", "P03", "2", "190", false, true},
	{"E100000907", "鄭九安", "male", "379000000A", "秘書處", "P07", "2", "150", false, true},
	{"E100001002", "趙十全", "male", "379010000E", "營運組", "C09", "7", "270", true, true},
	{"E200001102", "孫百合", "female", "379010000E", "營運組", "C06", "7", "330", false, true},
};

/* given: the functions delegated to the account, "all": each that its role can be given.  person: whose account it is. */
static const struct { const char *agency, *name, *role, *full_name, *given, *person; } f1_accounts[] = {
	{"300000000Z", "dgpa", "dgpa", "總處承辦人", "", ""},
	{"323000000A", "top01", "top_admin", "王一明", "", "A100000109"},
	{"323000000A", "hr01", "agency_officer", "李二美", "all", "A200000209"},
	{"323000000A", "hr09", "agency_officer", "陳四娟", "", "B200000406"},
	{"323000000A", "o1", "officer", "張三和", "course.maintain hours.maintain registration.review batch.query", "B100000306"},
	{"323010000B", "hr02", "agency_officer", "林五德", "all", "C100000503"},
	{"323020000C", "top03", "top_admin", "第二局最高管理者", "", ""},
	{"323021000D", "hr04", "agency_officer", "周八雲", "all", "D200000800"},
	{"379000000A", "hr05", "agency_officer", "鄭九安", "all", "E100000907"},
	{"379010000E", "top06", "top_admin", "趙十全", "", "E100001002"},
	{"323000000A", "learner03", "learner", "張三和", "", "B100000306"},
	{"323010000B", "learner06", "learner", "黃六珍", "", "C200000603"},
	{"300000000Z", "stats01", "stats", "統計檢視", "", ""},
};

static int64_t f1_one(const char *sql, const struct value *values, int n)
{
	struct rows *r = ad_hoc(sql, true, values, n);

	return r->n ? row_int(r, 0, "id") : 0;
}

static int64_t f1_code(const char *table, const char *code)
{
	struct rows *r = ad_hoc("SELECT id FROM code_item WHERE table_code = $1 AND code = $2", false,
		(const struct value[]){A(table), A(code)}, 2);

	return r->n ? row_int(r, 0, "id") : 0;
}

static int64_t f1_unit(int64_t agency, const char *name)
{
	return f1_one("INSERT INTO unit (agency, name) VALUES ($1, $2) ON CONFLICT (agency, name) DO UPDATE SET name = $2 RETURNING id",
		(const struct value[]){A(agency), A(name)}, 2);
}

/* posting ID AGENCY UNIT FROM [to=DAY] [rank=CODE] [class=CODE] [title=CODE] [supervisor=1] [besides=1] [status=…]: a main posting, or one
 * held besides */
static int64_t f1_posting(const char *id, const char *agency, const char *unit, const char *from, const char *to, const char *const codes[3],
	bool supervisor, bool besides, const char *status)
{
	int64_t at = agency_id(agency);

	return f1_one("INSERT INTO service_record (person, agency, unit, title, rank, person_class, is_supervisor, is_main, status, from_day, "
		"to_day) SELECT id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 FROM person WHERE national_id = $1 RETURNING id",
		(const struct value[]){A(id), A(at), A(f1_unit(at, unit)), value_id_or_null(f1_code("title", codes[2])),
		value_id_or_null(f1_code("rank", codes[0])), value_id_or_null(f1_code("person_class", codes[1])), A(supervisor), A(!besides),
		A(status), A(from), value_text_or_null(to)}, 11);
}

static bool make_posting(int n, char **words)
{
	const char *status = word_after(n, words, 5, "status=");

	return f1_posting(words[1], words[2], words[3], words[4], word_after(n, words, 5, "to="), (const char *const[]){
		word_after(n, words, 5, "rank="), word_after(n, words, 5, "class="), word_after(n, words, 5, "title=")},
		*word_after(n, words, 5, "supervisor="), *word_after(n, words, 5, "besides="), *status ? status : "active");
}

static void f1_put_person(int i)
{
	f1_one("INSERT INTO person (national_id, name, name_key, sex, birth_date, member_since) VALUES ($1, $2, $3, $4, '1970-01-01', $5) "
		"RETURNING id", (const struct value[]){A(f1_persons[i].id), A(f1_persons[i].name), A(collate_key(kept, f1_persons[i].name)),
		A(f1_persons[i].sex), value_text(f1_persons[i].member ? "2011-01-01" : NULL)}, 5);
	f1_posting(f1_persons[i].id, f1_persons[i].agency, f1_persons[i].unit, "2011-01-01", "",
		(const char *const[]){f1_persons[i].rank, f1_persons[i].class, f1_persons[i].title}, f1_persons[i].supervisor, false, "active");
}

static bool f1_give(int64_t account, const char *agency, const char *role, const char *given)
{
	for (const struct permission *p = permissions; p->code; p++)
		if ((!strcmp(given, "all") && (role_find(role)->delegable & p->may)) || strstr(given, p->code))
			f1_one("INSERT INTO permission_grant (account, agency, permission, granted_by, granted_at) VALUES ($1, $2, $3, 0, 0) "
				"RETURNING id", (const struct value[]){A(account), A(agency_id(agency)), A(p->code)}, 3);
	return account;
}

/* give CODE/NAME PERMISSION … | all: functions delegated to an account for its own agency */
static bool make_given(int n, char **words)
{
	struct who who;
	bool done = account_named(base(), kept, words[1], &who);

	for (int i = 2; done && i < n; i++)
		f1_give(who.account, who.agency_code, who.role, words[i]);
	return done;
}

static void f1_put_account(int i, const char *hash)
{
	int64_t id = account_add(base(), agency_id(f1_accounts[i].agency), f1_accounts[i].name, f1_accounts[i].full_name, f1_accounts[i].role, hash);

	if (*f1_accounts[i].person)
		f1_one("UPDATE account SET person = (SELECT id FROM person WHERE national_id = $2) WHERE id = $1 RETURNING id",
			(const struct value[]){A(id), A(f1_accounts[i].person)}, 2);
	f1_give(id, f1_accounts[i].agency, f1_accounts[i].role, f1_accounts[i].given);
}

/* C1 … C4; moments are those of Taiwan. */
static const struct { const char *agency, *code, *name, *mode, *unit, *from, *to, *method, *limit, *category; int amount, hours, digital,
	quota; bool hard; } f1_courses[] = {
	{"323000000A", "A107001", "政府重大政策導讀", "digital", "hour", "2018-03-01", "2018-03-01", "free", "", "101", 1, 1, 1, 100, false},
	{"323000000A", "A107002", "資安實務", "physical", "day", "2018-09-18", "2018-09-18", "free", "", "301", 1, 6, 0, 30, true},
	{"323000000A", "A107003", "系統分析", "blended", "credit", "2018-10-01", "2018-10-30", "nominate", "323000000A;323*", "301", 1, 18, 6,
		20, false},
	{"323010000B", "B107001", "採購法", "physical", "hour", "2018-06-22", "2018-06-22", "closed", "", "302", 6, 6, 0, 0, false},
};

static void f1_put_course(int i)
{
	struct date from, to;

	date_parse_iso(f1_courses[i].from, &from);
	date_parse_iso(f1_courses[i].to, &to);
	f1_one("INSERT INTO course (agency, course_code, term_no, name, name_key, roc_year, category, mode, amount, unit_of_amount, "
		"certified_hours, digital_hours, physical_hours, start_at, end_at, enroll_method, quota, quota_hard, agency_limit, created) "
		"VALUES ($1, $2, 1, $3, $4, 107, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 0) RETURNING id",
		(const struct value[]){A(agency_id(f1_courses[i].agency)), A(f1_courses[i].code), A(f1_courses[i].name),
		A(collate_key(kept, f1_courses[i].name)), A(f1_code("course_category", f1_courses[i].category)), A(f1_courses[i].mode),
		A(f1_courses[i].amount), A(f1_courses[i].unit), A(f1_courses[i].hours), A(f1_courses[i].digital),
		A(f1_courses[i].hours - f1_courses[i].digital), A(day_begins(from).seconds), A(day_begins(date_plus(to, 1)).seconds - 60),
		A(f1_courses[i].method), value_id_or_null(f1_courses[i].quota), A(f1_courses[i].hard), A(f1_courses[i].limit)}, 17);
	courses_changed(base(), agency_id(f1_courses[i].agency));
}

static void f1_put(struct db *db, const char *hash)
{
	for (size_t i = 0; i < sizeof f1_agencies / sizeof *f1_agencies; i++) {
		int64_t id = agency_add(db, f1_agencies[i].code, f1_agencies[i].name, agency_id(f1_agencies[i].under));

		if (f1_agencies[i].enterprise)
			f1_one("UPDATE agency SET is_enterprise = 1 WHERE id = $1 RETURNING id", (const struct value[]){A(id)}, 1);
	}
	for (size_t i = 0; i < sizeof f1_persons / sizeof *f1_persons; i++)
		f1_put_person((int)i);
	for (size_t i = 0; i < sizeof f1_accounts / sizeof *f1_accounts; i++)
		f1_put_account((int)i, hash);
}

/* R01 … R22, in this order; course: of F1's, else of an institution: P a private one, G another. */
static const struct { const char *person, *course, *category, *start, *end; enum hours_amount unit; int amount, hours, digital; bool business;
	enum hours_cert cert; } f1_hours[] = {
	{"A100000109", "A107001", "101", "2018-03-01", "2018-03-01", HOURS_HOUR, 1, 1, 1, true, CERT_PASSED},
	{"A100000109", "G", "102", "2018-04-10", "2018-04-10", HOURS_HOUR, 4, 4, 4, true, CERT_PASSED},
	{"A100000109", "G", "103", "2018-05-05", "2018-05-05", HOURS_HOUR, 2, 2, 2, true, CERT_PASSED},
	{"A100000109", "G", "104", "2018-06-12", "2018-06-12", HOURS_HOUR, 3, 3, 0, true, CERT_PASSED},
	{"A100000109", "G", "106", "2018-07-20", "2018-07-20", HOURS_HOUR, 2, 2, 2, true, CERT_PASSED},
	{"A100000109", "G", "201", "2018-09-03", "2018-09-04", HOURS_DAY, 2, 12, 0, true, CERT_PASSED},
	{"A200000209", "A107001", "101", "2018-03-01", "2018-03-01", HOURS_HOUR, 1, 1, 1, true, CERT_PASSED},
	{"A200000209", "G", "102", "2018-04-10", "2018-04-10", HOURS_HOUR, 2, 2, 2, true, CERT_PASSED},
	{"A200000209", "G", "103", "2018-08-15", "2018-08-15", HOURS_HOUR, 3, 3, 0, true, CERT_PASSED},
	{"A200000209", "A107003", "301", "2018-10-01", "2018-10-30", HOURS_CREDIT, 1, 18, 6, true, CERT_PASSED},
	{"B100000306", "G", "103", "2018-05-05", "2018-05-05", HOURS_HOUR, 1, 1, 1, true, CERT_PASSED},
	{"B100000306", "A107002", "301", "2018-09-18", "2018-09-18", HOURS_DAY, 1, 6, 0, true, CERT_FAILED},
	{"B100000306", "G", "401", "2018-11-11", "2018-11-11", HOURS_HOUR, 4, 4, 4, false, CERT_PASSED},
	{"B200000406", "P", "402", "2018-10-01", "2018-10-01", HOURS_HOUR, 3, 3, 0, false, CERT_PASSED},
	{"C100000503", "A107001", "101", "2018-03-01", "2018-03-01", HOURS_HOUR, 1, 1, 1, true, CERT_PASSED},
	{"C100000503", "G", "103", "2018-05-05", "2018-05-05", HOURS_HOUR, 1, 1, 1, true, CERT_PASSED},
	{"C200000603", "B107001", "302", "2018-06-22", "2018-06-22", HOURS_HOUR, 6, 6, 0, true, CERT_PASSED},
	{"D100000700", "G", "103", "2018-05-05", "2018-05-05", HOURS_HOUR, 2, 2, 2, true, CERT_PASSED},
	{"D200000800", "G", "102", "2018-12-20", "2019-01-05", HOURS_HOUR, 4, 4, 4, true, CERT_PASSED},
	{"D200000800", "G", "103", "2018-05-05", "2018-05-05", HOURS_HOUR, 1, 1, 1, true, CERT_PASSED},
	{"E100001002", "A107002", "301", "2018-09-18", "2018-09-18", HOURS_DAY, 1, 6, 0, true, CERT_PASSED},
	{"E200001102", "G", "103", "2018-05-05", "2018-05-05", HOURS_HOUR, 2, 2, 2, true, CERT_PASSED},
};
static const char *const f1_class_names[][2] = {{"102", "環境教育研習"}, {"103", "性別主流化研習"}, {"104", "廉政與服務倫理研習"},
	{"106", "行政中立研習"}, {"201", "領導管理班"}, {"401", "人文講座"}, {"402", "語文"}};

static struct hours_entry f1_hours_entry(int i)
{
	bool own = *f1_hours[i].course == 'P';
	struct hours_entry e = {.kind = HOURS_UNOPENED, .institution = own ? "範例補習班" : "示範訓練中心",
		.institution_kind = own ? "private" : "government", .name = "", .unit = f1_hours[i].unit, .amount = f1_hours[i].amount,
		.hours = f1_hours[i].hours, .digital = f1_hours[i].digital, .business = f1_hours[i].business, .cert = f1_hours[i].cert,
		.review = own ? REVIEW_PENDING : REVIEW_NONE, .source = own ? SOURCE_LEARNER : SOURCE_HAND,
		.category = f1_code("course_category", f1_hours[i].category)};
	const struct value id[] = {A(f1_hours[i].person)}, course[] = {A(f1_hours[i].course)};

	date_parse_iso(f1_hours[i].start, &e.start);
	date_parse_iso(f1_hours[i].end, &e.end);
	e.at = day_begins(date_plus(e.end, 1));
	e.mode = !e.digital ? HOURS_PHYSICAL : e.digital == e.hours ? HOURS_DIGITAL : HOURS_BLENDED;
	e.person = row_int(ad_hoc("SELECT id FROM person WHERE national_id = $1", false, id, 1), 0, "id");
	e.owner = row_int(ad_hoc("SELECT s.agency AS id FROM service_record s JOIN person p ON p.id = s.person WHERE p.national_id = $1", false, id, 1),
		0, "id");
	struct rows *c = ad_hoc("SELECT id, agency FROM course WHERE course_code = $1", false, course, 1);

	if (c->n) {
		e.kind = HOURS_OPENED, e.institution = NULL, e.institution_kind = NULL;
		e.course = row_int(c, 0, "id"), e.owner = row_int(c, 0, "agency");
	}
	for (size_t k = 0; !c->n && k < sizeof f1_class_names / sizeof *f1_class_names; k++)
		if (!strcmp(f1_class_names[k][0], f1_hours[i].category))
			e.name = f1_class_names[k][1];
	return e;
}

static void f1_put_hours(struct db *db, void *with)
{
	int64_t there;

	(void)with;
	for (size_t i = 0; i < sizeof f1_hours / sizeof *f1_hours; i++) {
		struct hours_entry e = f1_hours_entry((int)i);

		hours_enter(db, &e, &there);
	}
}

/* F1 [courses | hours]: with the courses C1 … C4; with these and the records R01 … R22.  Every account's password is "f1 sentence of words". */
static bool make_f1(int n, char **words)
{
	bool hours = n > 1 && !strcmp(words[1], "hours"), courses = hours || (n > 1 && !strcmp(words[1], "courses"));

	f1_put(base(), password_hash(kept, "f1 sentence of words"));
	for (size_t i = 0; courses && i < sizeof f1_courses / sizeof *f1_courses; i++)
		f1_put_course((int)i);
	return !hours || db_tx(base(), f1_put_hours, NULL) == DB_OK;
}
#endif
