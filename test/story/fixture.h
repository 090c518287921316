/* fixture.h: what is there before a story begins: agencies, accounts, examinations, persons. */
#ifndef TEST_STORY_FIXTURE_H
#define TEST_STORY_FIXTURE_H

#include "app/account/account.sql.h"
#include "app/agency/agency.h"
#include "app/course/course.h"
#include "app/exam/exam.h"
#include "base/collate.h"
#include "test/story/browser.h"

/* The value of "name=…" among words from the given one on, "" when it is not there. */
static const char *word_after(int n, char **words, int from, const char *name)
{
	for (int i = from; i < n; i++)
		if (text_starts(words[i], name))
			return words[i] + strlen(name);
	return "";
}

static int64_t agency_id(const char *code)
{
	struct agency g = {0};

	return *code && agency_find(base(), kept, code, &g) ? g.id : 0;
}

/* agency CODE NAME [under=CODE] */
static bool make_agency(int n, char **words)
{
	return agency_add(base(), words[1], words[2], agency_id(word_after(n, words, 3, "under=")));
}

/* account CODE/NAME ROLE [password=…] [name=…] */
static bool make_account(int n, char **words)
{
	const char *slash = strchr(words[1], '/'), *password = word_after(n, words, 3, "password=");

	return slash && account_add(base(), agency_id(arena_bytes(kept, words[1], (size_t)(slash - words[1]))), slash + 1,
		word_after(n, words, 3, "name="), words[2], *password ? password_hash(kept, password) : NULL);
}

/* certificate CODE SERIAL: a 機關憑證 of the agency */
static bool make_certificate(int n, char **words)
{
	(void)n;
	return db_run(base(), &certificate_put, A(agency_id(words[1])), A(words[2]), A(""), A(true))->n;
}

/* exam YEAR CODE NAME [plan=…] */
static bool make_exam(int n, char **words)
{
	struct exam e = {.exam_code = words[2], .exam_name = words[3], .plan = word_after(n, words, 4, "plan="),
		.pass_mark_education = "60.00", .pass_mark_practical = "60.00", .roster_recipient = "國家文官學院",
		.plan_due_days = 7, .apply_due_days = 7, .training_supervisor = true, .active = true};

	return text_to_int(words[1], 1, 999, &e.exam_year) && exam_add(base(), &e);
}

/* person ID NAME 男|女 YEAR CODE [agency=CODE]: admitted by that examination, as a list from the ministry would bring them */
static bool make_person(int n, char **words)
{
	static const char person[] = "INSERT INTO person (national_id, name, name_key, sex, birth_date) VALUES ($1, $2, $3, $4, '1995-05-05') "
		"ON CONFLICT (national_id) DO UPDATE SET name = $2 RETURNING id";
	static const char admission[] = "INSERT INTO admission (person, exam, agency, exam_level, exam_category, taken_over) "
		"VALUES ($1, $2, $3, '四等考試', '一般行政', $4) RETURNING id";
	const struct code *sex = code_find(sex_codes, words[3]);
	int64_t year = 0, agency = agency_id(word_after(n, words, 6, "agency="));
	struct exam e = {0};

	if (!sex || !text_to_int(words[4], 1, 999, &year) || !exam_find(base(), kept, year, words[5], &e))
		return false;
	struct rows *p = ad_hoc(person, true, (const struct value[]){A(words[1]), A(words[2]),
		A(collate_key(kept, words[2])), A(sex->id)}, 4);

	return ad_hoc(admission, true, (const struct value[]){A(row_int(p, 0, "id")), A(e.id), value_id_or_null(agency),
		value_moment(agency ? app_now() : (struct moment){0})}, 4)->n;
}

/* selector CODE …: 遴選機關 of 佐升正, as long as anybody remembers */
static bool make_selectors(int n, char **words)
{
	static const char selector[] = "INSERT INTO promotion_selector (type, agency, from_year) VALUES ('zuo_to_zheng', $1, 100)";

	for (int i = 1; i < n; i++)
		ad_hoc(selector, true, (const struct value[]){A(agency_id(words[i]))}, 1);
	return true;
}

/* participant YEAR ID NAME STATE SELECTOR AGENCY [outcome=… origin=… cost=… place=… institute=CODE from=DAY to=DAY]: who takes part in 佐升正 of
 * that year, nominated by an agency for a post in another, 警員 of 正選, for the first time, at public cost */
static bool make_participant(int n, char **words)
{
	static const char participant[] = "INSERT INTO participant (type, year, national_id, name, sex, birth_date, title, selector, agency, agency_code, "
		"agency_name, institute, outcome, origin, cost, place, state, class_from, class_until) SELECT 'zuo_to_zheng', $1, $2, $3, 'male', "
		"'1981-01-31', '警員', $4, id, code, name, $6, $7, $8, $9, $10, $11, $12, $13 FROM agency WHERE id = $5 RETURNING id";
	const char *outcome = word_after(n, words, 7, "outcome="), *origin = word_after(n, words, 7, "origin="), *cost = word_after(n, words, 7, "cost="),
		*place = word_after(n, words, 7, "place="), *from = word_after(n, words, 7, "from="), *to = word_after(n, words, 7, "to=");
	int64_t year = 0, number = 0;
	struct date begins = {0}, ends = {0};

	if (!text_to_int(words[1], 1, 999, &year) || (*place && !text_to_int(place, 0, 9999, &number)))
		return false;
	if ((*from && !date_parse(from, &begins)) || (*to && !date_parse(to, &ends)))
		return false;
	return ad_hoc(participant, true, (const struct value[]){A(year), A(words[2]), A(words[3]), A(agency_id(words[5])), A(agency_id(words[6])),
		value_id_or_null(agency_id(word_after(n, words, 7, "institute="))), A(*outcome ? outcome : "primary"), A(*origin ? origin : "first_time"),
		A(*cost ? cost : "public"), A(number), A(words[4]), A(begins), A(ends)}, 13)->n;
}

/* course AGENCY CODE TERM NAME from=DAY to=DAY [member=VALUE …]: a course as a form would store it, its members by their names and as
 * people write them; else 自由報名 of 6 小時, 實體學習, of the first category, for which one registers from the day it was made to its end. */
static bool make_course(int n, char **words)
{
	static const char category[] = "SELECT id FROM code_item WHERE table_code = 'course_category' ORDER BY code LIMIT 1";
	static const char category_of[] = "SELECT id FROM code_item WHERE table_code = 'course_category' AND code = $1";
	struct course c = {.agency = agency_id(words[1]), .course_code = words[2], .name = words[4], .mode = course_modes[1], .amount = 6,
		.unit_of_amount = course_units[0], .enroll_method = course_methods[1], .created = app_now(), .certified_hours = 6};
	struct issues wrong = issues_new(kept, course_fields);

	for (const struct field *f = course_fields; f->name; f++)
		if (f->kind == K_TEXT && !*(const char **)((char *)&c + f->at))
			*(const char **)((char *)&c + f->at) = "";
	for (int i = 5; i < n; i++) {
		const char *is = strchr(words[i], '=');
		const struct field *f = is ? field_named(course_fields, text_starts(words[i], "from=") ? "start_at" : text_starts(words[i], "to=")
			? "end_at" : arena_bytes(kept, words[i], (size_t)(is - words[i]))) : NULL;

		if (!f || !field_parse(f, TYPED, is + 1, &c, &wrong, 0))
			return problem("no course has %s", words[i]);
	}
	struct rows *k = *c.category_code ? ad_hoc(category_of, false, (const struct value[]){A(c.category_code)}, 1)
		: ad_hoc(category, false, NULL, 0);

	c.category = k->n ? row_int(k, 0, "id") : 0;
	c.roc_year = roc_year(moment_date(c.start_at));
	c.enroll_from = c.enroll_from.seconds ? c.enroll_from : c.created;
	c.enroll_to = c.enroll_to.seconds ? c.enroll_to : c.end_at;
	c.certified_hours = c.amount * (text_is(c.unit_of_amount.id, "day") ? 6 : text_is(c.unit_of_amount.id, "credit") ? 18 : 1);
	if (text_is(c.mode.id, "digital"))
		c.digital_hours = c.certified_hours;
	else if (text_is(c.mode.id, "physical"))
		c.physical_hours = c.certified_hours;
	return text_to_int(words[3], 1, 9999, &c.term_no) && course_put(base(), &c);
}
#endif
