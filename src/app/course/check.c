/* check.c: what must hold for a course, the same for the form and for a file; knows no form and no file.      LEARN-213 … 222 */
#include <stdlib.h>
#include <string.h>

#include "app/course/course.sql.h"
#include "app/course/private.h"
#include "base/text.h"
#include "rule/course.h"
#include "rule/hours.h"

enum { YEAR_LEAST = 80, YEARS_AHEAD = 5, ITEMS_MOST = 200 };

struct course_references *course_references(struct db *db, struct arena *mem)
{
	struct course_references *to = arena_get(mem, sizeof *to);
	struct rows *c = db_run(db, &course_categories), *a = db_run(db, &course_agencies);

	to->categories = arena_array(mem, (size_t)c->n, sizeof *to->categories);
	to->agencies = arena_array(mem, (size_t)a->n, sizeof *to->agencies);
	for (; to->n_categories < c->n; to->n_categories++)
		to->categories[to->n_categories] = (struct category){row_int(c, to->n_categories, "id"),
			arena_text(mem, row_text(c, to->n_categories, "code")), arena_text(mem, row_text(c, to->n_categories, "name")),
			row_date(c, to->n_categories, "valid_from"), row_date(c, to->n_categories, "valid_to")};
	for (; to->n_agencies < a->n; to->n_agencies++)
		to->agencies[to->n_agencies] = (struct code){arena_text(mem, row_text(a, to->n_agencies, "code")),
			arena_text(mem, row_text(a, to->n_agencies, "name"))};
	return to;
}

#define WRONG(k, field, ...) (k)->wrong((k)->with, (field), (const char *const[]){__VA_ARGS__, NULL})

static const char *number(const struct course_check *k, int64_t n)
{
	return arena_print(k->mem, "%lld", (long long)n);
}

/* ---- which course ---- */

static void check_code(const struct course_check *k, const struct course *c)
{
	size_t n = strspn(c->course_code, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

	if (c->course_code[n])
		WRONG(k, "course_code", "E-CHAR-01", number(k, (int64_t)n + 1));
}

bool category_valid(const struct category *c, struct date day)
{
	return (!date_set(c->from) || !date_before(day, c->from)) && (!date_set(c->to) || !date_before(c->to, day));
}

/* A course keeps the code that is valid on its last day.                                           LEARN-017 */
static void check_category(const struct course_check *k, struct course *c)
{
	struct date day = c->end_at.seconds ? moment_date(c->end_at) : k->today;

	c->category = 0;
	if (!*c->category_code)
		return;
	for (int i = 0; i < k->references->n_categories && !c->category; i++)
		if (text_is(k->references->categories[i].code, c->category_code)) {
			c->category = k->references->categories[i].id;
			if (!category_valid(&k->references->categories[i], day))
				WRONG(k, "category_code", "E-CODE-02", c->category_code, date_text(k->mem, day));
		}
	if (!c->category)
		WRONG(k, "category_code", "E-CODE-01", c->category_code);
}

/* ---- when ---- */

static bool is_acceptable(const struct course_check *k, const char *field, struct moment m, bool until)
{
	int year = m.seconds ? roc_year(moment_date(m)) : YEAR_LEAST;

	if (year >= YEAR_LEAST && year <= roc_year(k->today) + YEARS_AHEAD)
		return true;
	WRONG(k, field, "E-DATE-03", until ? date_text(k->mem, moment_date(m)) : date_text(k->mem, moment_date(m)));
	return false;
}

/* Only courses of this year or later; an older one that is there already may still be changed.                       LEARN-214 */
static void check_year(const struct course_check *k, struct course *c)
{
	int year = roc_year(moment_date(c->start_at));

	if (!c->roc_year)
		c->roc_year = year;
	if (c->roc_year != year || (c->roc_year < roc_year(k->today) && (!k->before || k->before->roc_year != c->roc_year)))
		WRONG(k, "roc_year", "E-CRS-01", number(k, roc_year(k->today)));
}

static void check_days(const struct course_check *k, struct course *c)
{
	if (!c->start_at.seconds || !c->end_at.seconds || !is_acceptable(k, "start_at", c->start_at, false) ||
			!is_acceptable(k, "end_at", c->end_at, true))
		return;
	check_year(k, c);
	if (c->end_at.seconds < c->start_at.seconds)
		WRONG(k, "end_at", "E-CRS-05", "課程結束早於課程開始");
}

/* ---- hours ---- */

static int index_of(const struct code *list, const char *id)
{
	for (int i = 0; list[i].id; i++)
		if (text_is(list[i].id, id))
			return i;
	return -1;
}

/* In the words of a course, of what the rule found.                                                 LEARN-216 */
static void tell_split(const struct course_check *k, const struct course *c, const char *code)
{
	bool digital = c->digital_hours > 0, physical = c->physical_hours > 0;
	const char *wrong = digital ? "physical_hours" : "digital_hours";

	if (text_is(code, "E-HRS-01"))
		WRONG(k, wrong, "E-HRS-01", !digital && !physical ? "數位時數、實體時數" : digital ? "實體時數" : "數位時數");
	else if (text_is(code, "E-HRS-03"))
		WRONG(k, digital ? "digital_hours" : "physical_hours", "E-HRS-03", c->mode.label, text_is(c->mode.id, "digital") ? "實體時數"
			: "數位時數");
	else
		WRONG(k, wrong, "E-HRS-02", number(k, c->digital_hours), number(k, c->physical_hours),
			number(k, c->digital_hours + c->physical_hours), number(k, c->certified_hours));
}

static void check_hours(const struct course_check *k, struct course *c)
{
	int unit = index_of(course_units, c->unit_of_amount.id), nature = index_of(course_modes, c->mode.id);
	struct verdict v = verdict_new(k->mem, NULL, NULL);
	struct hours_convert_values hours = {0};
	struct hours_split_values split = {0};

	if (unit < 0 || nature < 0 || c->amount < 1)
		return;
	hours_convert_judge(&v, &(struct hours_convert_facts){unit, c->amount}, &hours);
	c->certified_hours = hours.hours.n;
	hours_split_judge(&v, &(struct hours_split_facts){nature, c->certified_hours, {c->digital_hours > 0, c->digital_hours},
		{c->physical_hours > 0, c->physical_hours}}, &split);
	if (v.result == RESULT_REFUSED) {
		tell_split(k, c, v.code);
		return;
	}
	c->digital_hours = split.digital.n;
	c->physical_hours = split.physical.n;
}

/* ---- registration ---- */

static void check_period(const struct course_check *k, struct course *c)
{
	if (text_is(c->enroll_method.id, "closed")) {
		c->enroll_from = c->enroll_to = (struct moment){0};
	} else if (!c->enroll_from.seconds || !c->enroll_to.seconds) {
		if (*c->enroll_method.id && !k->unread(k->with, "enroll_from") && !k->unread(k->with, "enroll_to"))
			WRONG(k, c->enroll_from.seconds ? "enroll_to" : "enroll_from", "E-CRS-03",
				c->enroll_from.seconds ? "請填寫報名結束" : "請填寫報名開始");
		return;
	} else if (c->enroll_to.seconds < c->enroll_from.seconds) {
		WRONG(k, "enroll_to", "E-CRS-03", "報名結束早於報名開始");
	} else if (c->end_at.seconds && c->enroll_to.seconds > c->end_at.seconds) {
		WRONG(k, "enroll_to", "E-CRS-03", "報名結束晚於課程結束");
	}
	if (c->end_at.seconds && c->online_from.seconds > course_offline(c).seconds)
		WRONG(k, "online_from", "E-CRS-03", c->enroll_to.seconds ? "上線時間晚於報名結束" : "上線時間晚於課程結束");
}

/* ---- 限某機關同仁報名 ---- */

static const struct code *agency_of(const struct course_references *all, const char *code)
{
	int low = 0, high = all->n_agencies;

	while (low < high) {
		int middle = (low + high) / 2, order = strcmp(all->agencies[middle].id, code);

		if (!order)
			return &all->agencies[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* Wide signs are read as narrow ones, but the person has to look at it: which item the first stands in; 0: there are none. */
static int wide_item(const char *typed)
{
	int item = 1;

	for (const char *at = typed; *at; at++) {
		if (text_starts(at, "；") || text_starts(at, "＊"))
			return item;
		item += *at == ';';
	}
	return 0;
}

static const char *item_wrong(const struct course_check *k, const char *item, int n)
{
	const char *wrong = agency_item_wrong(item);

	if (!wrong && n > ITEMS_MOST)
		wrong = "至多 200 項";
	if (!wrong && item[strlen(item) - 1] != '*' && !agency_of(k->references, item))
		wrong = "機關代碼不存在";
	return wrong;
}

static bool has_item(const char *list, const char *item)
{
	const char *at = list;
	size_t n = strlen(item);

	while ((at = strstr(at, item))) {
		if ((at == list || at[-1] == ';') && (!at[n] || at[n] == ';'))
			return true;
		at += n;
	}
	return false;
}

static void check_limit(const struct course_check *k, struct course *c)
{
	const char *typed = c->agency_limit, *rest = text_upper(k->mem, typed);
	struct text tidy = text_new(k->mem, 65536);
	int n = 0, wide = wide_item(typed);

	while (*rest) {
		size_t width = strcspn(rest, ";");
		const char *item = text_trim(k->mem, arena_bytes(k->mem, rest, width)), *wrong;

		rest += width + (rest[width] == ';');
		if (!*item && !*text_trim(k->mem, rest))
			break;
		n++;
		wrong = n == wide ? "應使用半形「;」及「*」，已改為半形，請確認" : item_wrong(k, item, n);
		if (wrong)
			WRONG(k, "agency_limit", "E-CRS-04", number(k, n), item, wrong);
		if (!has_item(tidy.n ? tidy.at : "", item))
			text_print(&tidy, "%s%s", tidy.n ? ";" : "", item);
	}
	c->agency_limit = tidy.n ? tidy.at : "";
}

const char *limit_told(struct arena *mem, const struct course_references *all, const char *limit)
{
	struct text t = text_new(mem, 1 << 20);

	for (const char *rest = limit; *rest;) {
		size_t n = strcspn(rest, ";");
		const char *item = arena_bytes(mem, rest, n);
		const struct code *one = agency_of(all, item);
		int fits = 0;

		rest += n + (rest[n] == ';');
		for (int i = 0; n && item[n - 1] == '*' && i < all->n_agencies; i++)
			fits += !strncmp(all->agencies[i].id, item, n - 1);
		if (n && item[n - 1] == '*')
			text_print(&t, "%s%s 符合 %d 個機關", t.n ? "；" : "", item, fits);
		else if (one)
			text_print(&t, "%s%s %s", t.n ? "；" : "", item, one->label);
	}
	return t.n ? t.at : "";
}

void course_check(const struct course_check *k, struct course *c)
{
	check_code(k, c);
	check_category(k, c);
	check_days(k, c);
	check_hours(k, c);
	if (!*c->place && (text_is(c->mode.id, "physical") || text_is(c->mode.id, "blended")) && !k->unread(k->with, "place"))
		WRONG(k, "place", "ERR_REQUIRED");
	check_period(k, c);
	if (c->quota_hard && !c->quota && !k->unread(k->with, "quota"))
		WRONG(k, "quota", "E-CRS-07");
	check_limit(k, c);
}
