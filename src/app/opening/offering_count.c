/* offering_count.c: which courses RPT-7 is about: judged one by one from a few facts of each.  Texts alone are asked of the courses themselves. */
#include <string.h>

#include "app/course/course.h"
#include "app/opening/course.sql.h"
#include "app/opening/private.h"
#include "app/opening/offering.h"

enum { ROC = 1911, MONTHS = 12, OWN = 64 << 20, PIECE = 5000 };

/* What is asked, as facts say it.  named: a bit a course; NULL: texts are not asked.  group: by what they are grouped. */
enum group { BY_MODE, BY_CATEGORY, BY_AGENCY, BY_MONTH, BY_METHOD };
struct asking {
	struct report_run *run;
	const struct offering_ask *a;
	int64_t from, to, opener;                               /* opener: -1: there is none such */
	int mode, method, row;                                  /* row: the group of a list; -1: all */
	uint8_t asked, marks;                                   /* of the marks asked for: as they have to be */
	struct code_places categories;
	struct agency_places agencies;
	enum group group;
	int first_month;
	uint8_t *named;
	size_t n_named;
	struct offering_groups groups;
	struct arena *own;
};

static int month_of(struct date day)
{
	int y, m, d;

	date_split(day, &y, &m, &d);
	return y * MONTHS + m - 1;
}

/* ---- texts */

static bool add_named(void *with, const struct rows *r)
{
	struct asking *k = with;

	for (int i = 0; i < r->n; i++) {
		size_t id = (size_t)row_cell(r, i, 0)->i;

		if (id / 8 >= k->n_named) {
			uint8_t *more = arena_array(k->run->mem, id / 4 + 1, 1);

			if (k->n_named)
				memcpy(more, k->named, k->n_named);
			k->named = more;
			k->n_named = id / 4 + 1;
		}
		k->named[id / 8] |= (uint8_t)(1 << id % 8);
	}
	return true;
}

static void find_named(struct asking *k)
{
	const struct offering_ask *a = k->a;
	struct arena *mem = k->run->mem, *own;

	if (!*a->name && !*a->course_code && !*a->place)
		return;
	own = arena_new(OWN);
	k->n_named = 1;
	k->named = arena_array(mem, 1, 1);
	db_each(k->run->db, own, PIECE, &offering_named, (const struct value[]){AGENCIES(&k->run->span), A(day_begins(a->from)),
		A(day_begins(date_plus(a->to, 1))), A(text_upper(mem, text_fold(mem, a->name))), A(a->name), A(text_upper(mem, a->course_code)),
		A(a->place)}, 8, add_named, k);
	arena_free(own);
}

static bool is_named(const struct asking *k, uint32_t course)
{
	return !k->named || (course / 8 < k->n_named && (k->named[course / 8] & 1 << course % 8));
}

/* ---- one course */

static bool in_time(const struct asking *k, const struct course_fact *f)
{
	return (f->marks & FACT_BEGINS) && f->start >= k->from && f->start < k->to;
}

static bool holds(const struct asking *k, int64_t agency, const struct course_fact *f)
{
	const struct offering_ask *a = k->a;

	return (!k->mode || f->mode == k->mode) && (!k->method || f->method == k->method) && code_place(&k->categories, f->category) &&
		(!k->opener || agency == k->opener) && f->hours >= a->hours_from && (!a->hours_to || f->hours <= a->hours_to) &&
		(f->marks & k->asked) == k->marks && f->places >= a->quota_from && (!a->quota_to || f->places <= a->quota_to) &&
		(!a->term_no || f->term == a->term_no) && is_named(k, f->course);
}

/* Of a category, whether it was chosen or not. */
static int category_group(const struct code_places *p, uint32_t category)
{
	return category < p->n && p->at[category] != -1 ? p->at[category] : 1;
}

static int group_of(const struct asking *k, int64_t agency, const struct course_fact *f)
{
	switch (k->group) {
	case BY_MODE: return f->mode;
	case BY_METHOD: return f->method;
	case BY_CATEGORY: return category_group(&k->categories, f->category);
	case BY_AGENCY: return agency_place(&k->agencies, agency);
	case BY_MONTH: return month_of(moment_date((struct moment){f->start})) - k->first_month;
	}
	return 0;
}

/* ---- the groups */

static void list_groups(struct asking *k, const struct code *list)
{
	int n = 0;

	while (list[n].id)
		n++;
	k->groups = (struct offering_groups){arena_array(k->run->mem, (size_t)n + 1, sizeof *k->groups.at), n + 1};
	k->groups.at[0] = (struct offering_group){.key = "", .label = "（未填）"};
	for (int i = 0; i < n; i++)
		k->groups.at[i + 1] = (struct offering_group){.key = list[i].id, .label = list[i].label};
}

/* Place 0 are the categories that were not chosen: they count among all. */
static void category_groups(struct asking *k)
{
	struct arena *mem = k->run->mem;
	int n = k->categories.items.n + 2;

	k->groups = (struct offering_groups){arena_array(mem, (size_t)n, sizeof *k->groups.at), n};
	for (int i = 0; i < 2; i++)
		k->groups.at[i] = (struct offering_group){.key = "", .label = "（未填）"};
	for (int i = 2; i < n; i++) {
		const struct code_item *c = k->categories.items.at[i - 2];

		k->groups.at[i] = (struct offering_group){.key = c->code, .label = arena_print(mem, "%s %s", c->code, c->name)};
	}
}

static void agency_groups(struct asking *k)
{
	int n = k->agencies.rows->n + 1;

	k->groups = (struct offering_groups){arena_array(k->run->mem, (size_t)n, sizeof *k->groups.at), n};
	for (int i = 1; i < n; i++)
		k->groups.at[i] = (struct offering_group){.key = agency_code_at(&k->agencies, i)};
}

static void month_groups(struct asking *k)
{
	int n = month_of(k->a->to) - k->first_month + 1;

	k->groups = (struct offering_groups){arena_array(k->run->mem, (size_t)n, sizeof *k->groups.at), n};
	for (int i = 0; i < n; i++) {
		int y = (k->first_month + i) / MONTHS, m = (k->first_month + i) % MONTHS + 1;

		k->groups.at[i] = (struct offering_group){.key = arena_print(k->run->mem, "%04d-%02d", y, m),
			.label = arena_print(k->run->mem, "%d年%d月", y - ROC, m)};
	}
}

static void make_groups(struct asking *k)
{
	switch (k->group) {
	case BY_MODE: list_groups(k, course_modes); break;
	case BY_METHOD: list_groups(k, course_methods); break;
	case BY_CATEGORY: category_groups(k); break;
	case BY_AGENCY: agency_groups(k); break;
	case BY_MONTH: month_groups(k); break;
	}
}

static enum group group_named(struct code c)
{
	static const char *const names[] = {[BY_MODE] = "mode", [BY_CATEGORY] = "category", [BY_AGENCY] = "agency", [BY_MONTH] = "month"};

	for (int i = BY_MODE; i <= BY_MONTH; i++)
		if (text_is(names[i], c.id))
			return (enum group)i;
	return BY_METHOD;
}

/* Not chosen: either will do. */
static void ask_mark(struct asking *k, enum fact_mark mark, struct code chosen, const char *with)
{
	if (!chosen.id || !*chosen.id)
		return;
	k->asked |= (uint8_t)mark;
	k->marks |= text_is(chosen.id, with) ? (uint8_t)mark : 0;
}

static struct asking asking_of(struct report_run *run)
{
	const struct offering_ask *a = run->ask;
	struct asking k = {.run = run, .a = a, .from = day_begins(a->from).seconds, .to = day_begins(date_plus(a->to, 1)).seconds, .row = -1,
		.mode = list_place(course_modes, a->mode.id), .method = list_place(course_methods, a->method.id),
		.categories = code_places(run, "course_category", a->categories, false),
		.group = group_named(a->group), .first_month = month_of(a->from)};

	ask_mark(&k, FACT_PAID, a->paid, "paid");
	ask_mark(&k, FACT_LIMITED, a->limited, "some");
	if (k.group == BY_AGENCY || *a->opener)
		k.agencies = agency_places(run);
	if (*a->opener) {
		int place = agency_place_of(&k.agencies, text_upper(run->mem, text_fold(run->mem, a->opener)));

		k.opener = place ? agency_at(&k.agencies, place) : -1;
	}
	find_named(&k);
	make_groups(&k);
	return k;
}

static void begin(void *with)
{
	struct asking *k = with;

	for (int i = 0; i < k->groups.n; i++)
		k->groups.at[i].n = k->groups.at[i].every = 0;
}

static void count(void *with, int64_t agency, struct bytes b)
{
	struct asking *k = with;
	const struct course_fact *f;

	arena_reset(k->own);
	for (size_t n = facts_of(k->own, b, &f); n--; f++) {
		if (!in_time(k, f))
			continue;
		struct offering_group *g = &k->groups.at[group_of(k, agency, f)];

		g->every++;
		g->n += holds(k, agency, f);
	}
}

struct offering_groups offering_count(struct report_run *run)
{
	struct asking k = asking_of(run);

	k.own = arena_new(OWN);
	blocks_read(run->db, &run->span, &(struct block_reading){roc_year(k.a->from), roc_year(k.a->to), BLOCK_FACTS, begin, count, &k});
	arena_free(k.own);
	for (int i = 1; i < k.groups.n && k.group == BY_AGENCY; i++)
		if (k.groups.at[i].n)
			k.groups.at[i].label = agency_label_at(run->mem, &k.agencies, i);
	return k.groups;
}

static bool is_listed(const void *with, int64_t agency, const struct course_fact *f)
{
	const struct asking *k = with;

	return in_time(k, f) && holds(k, agency, f) && (k->row < 0 || group_of(k, agency, f) == k->row);
}

static bool is_none(const void *with, int64_t agency, const struct course_fact *f)
{
	(void)with, (void)agency, (void)f;
	return false;
}

bool offering_courses(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	struct asking k = asking_of(run);
	bool all = text_is(of->row, "total");

	for (int i = 0; i < k.groups.n && !all && k.row < 0; i++)
		if (k.groups.at[i].key && text_is(k.groups.at[i].key, of->row))
			k.row = i;
	return opening_course_list(l, run, roc_year(k.a->from), roc_year(k.a->to), all || k.row >= 0 ? is_listed : is_none, &k);
}
