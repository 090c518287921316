/* asked.c: conditions, rows and lists of RPT-1 … RPT-4.  What a report's columns are stands in its own file. */
#include "app/tally/asked.h"

#include <string.h>

#include "app/personal/personal.h"
#include "app/tally/private.h"
#include "app/tally/tally.sql.h"
#include "base/json.h"
#include "base/text.h"

enum { YEAR_FIRST = 90, LACKING_MOST = 4000 };

/* ---- conditions */

void asked_begin(struct report_run *run)
{
	struct tally_asked *a = run->ask;

	a->year = roc_year(run->today);
	a->by = tally_rows_by[0];
}

void asked_check(struct report_run *run)
{
	const struct tally_asked *a = run->ask;

	if (a->year > roc_year(run->today))
		issue(run->issues, -1, "year", "E-DATE-03", arena_print(run->mem, "%lld", (long long)a->year));
}

static struct tally_ask ask_of(const struct report_run *run, bool enterprises)
{
	const struct tally_asked *a = run->ask;
	struct tally_ask ask = {.roc_year = (int)a->year, .where = run->span, .enterprises = enterprises, .who = TALLY_EVERYBODY,
		.today = run->today};

	if (a->group.id)
		ask.who.group = a->group.id;
	return ask;
}

static void say_counting(struct issues *issues, int64_t done, int64_t total)
{
	issue(issues, -1, "", "E-RPT-03", arena_print(issues->mem, "%lld", (long long)done), arena_print(issues->mem, "%lld", (long long)total));
}

const struct tally *asked_read(struct report_run *run, bool by_agency, bool enterprises, const int64_t *figures, int n_figures)
{
	struct tally_ask ask = ask_of(run, enterprises);

	ask.by_agency = by_agency;
	ask.figures = figures;
	ask.n_figures = n_figures;
	const struct tally *t = tally_read(run->db, run->mem, &ask);

	run->day = t->day;
	if (t->state == TALLY_READY)
		return t;
	say_counting(run->issues, t->done, t->total);
	return NULL;
}

/* ---- rows */

static const struct tally_line enterprise_lines[] = {{"enterprise-1", "主管人員", {"enterprise", 0, 1}},
	{"enterprise-0", "非主管人員", {"enterprise", 0, 0}}};

static int all_lines(struct arena *mem, bool enterprises, struct tally_line **to)
{
	int n = 0;

	*to = arena_array(mem, 16, sizeof **to);
	for (const struct code *g = staff_groups; g->id; g++) {
		if (enterprises && text_is(g->id, "enterprise"))
			(*to)[n++] = enterprise_lines[0], (*to)[n++] = enterprise_lines[1];
		else
			(*to)[n++] = (struct tally_line){g->id, g->label, {g->id, 0, -1}};
	}
	return n;
}

struct tally_lines asked_lines(struct arena *mem, const struct tally *t, bool enterprises)
{
	struct tally_line *all;
	int n = all_lines(mem, enterprises, &all), kept = 0;

	for (int i = 0; i < n; i++)
		if (tally_of(t, all[i].who, TALLY_ALL).persons)
			all[kept++] = all[i];
	return (struct tally_lines){all, kept};
}

/* ---- what a number counts */

static const struct { const char *key; int64_t figure; bool lacking; int sex; } counted[] = {
	{"staff", TALLY_ALL, false, 0}, {"male", TALLY_ALL, false, 1}, {"female", TALLY_ALL, false, 2}, {"reached", TALLY_REACHED, false, 0},
	{"short", TALLY_REACHED, true, 0}, {"none", TALLY_NONE, false, 0}, {"complete", TALLY_COMPLETE, false, 0},
	{"incomplete", TALLY_COMPLETE, true, 0}, {"taken", TALLY_NONE, true, 0}, {"records", TALLY_NONE, true, 0}, {"left", TALLY_DONE, true, 0},
};

static bool number_behind(const char *text, const char *prefix, int64_t *to)
{
	return text_starts(text, prefix) && text_to_int(text + strlen(prefix), 0, 1000000, to);
}

/* "topic-31-done" */
static bool topic_behind(const struct tally_rules *rules, const char *key, int64_t *figure, bool *lacking)
{
	for (int i = 0; text_starts(key, "topic-") && i < rules->n_topics; i++) {
		size_t n = strlen(rules->topics[i].code);

		if (strncmp(key + 6, rules->topics[i].code, n) || (strcmp(key + 6 + n, "-done") && strcmp(key + 6 + n, "-left")))
			continue;
		*figure = TALLY_TOPIC(&rules->topics[i]);
		*lacking = key[6 + n + 1] == 'l';
		return true;
	}
	return false;
}

static bool category_behind(const struct tally_rules *rules, const char *row, int64_t *figure)
{
	int64_t n;

	if (text_is(row, "unclassed") || (number_behind(row, "class-", &n) && n < rules->n_classes)) {
		*figure = text_is(row, "unclassed") ? TALLY_UNCLASSED : TALLY_CLASS(n);
		return true;
	}
	for (int i = 0; i < rules->n_categories; i++)
		if (text_is(rules->categories[i].code, row)) {
			*figure = TALLY_CATEGORY(&rules->categories[i]);
			return true;
		}
	return false;
}

/* Of whom: the row's part of the report; false: a refusal was the reply. */
static bool of_row(struct list *l, struct report_run *run, const struct report_cell_of *of, bool enterprises, struct tally_ask *ask)
{
	struct tally_line *all;
	int n = all_lines(run->mem, enterprises, &all);

	if (text_is(of->row, "total"))
		return true;
	for (int i = 0; i < n; i++)
		if (text_is(all[i].key, of->row)) {
			ask->who = all[i].who;
			return true;
		}
	return report_row_agencies(l->r, run, of, &ask->where);
}

struct behind { struct tally_ask ask; const struct tally_rules *rules; int64_t figure; bool lacking; };

static bool behind_of(struct list *l, struct report_run *run, const struct report_cell_of *of, bool enterprises, struct behind *to)
{
	*to = (struct behind){.ask = ask_of(run, enterprises)};
	to->rules = tally_rules(run->db, run->mem, to->ask.roc_year);
	if (text_is(of->section, "categories") && category_behind(to->rules, of->row, &to->figure))
		return true;
	if (!of_row(l, run, of, enterprises, &to->ask))
		return false;
	for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
		if (text_is(counted[i].key, of->figure)) {
			to->figure = counted[i].figure;
			to->lacking = counted[i].lacking;
			to->ask.who.sex = counted[i].sex;
			return true;
		}
	if (topic_behind(to->rules, of->figure, &to->figure, &to->lacking) || category_behind(to->rules, of->figure, &to->figure))
		return true;
	reply_refuse(l->r, 404, "E-SCOPE-01");
	return false;
}

/* ---- lists */

/* Of the list at hand: its callbacks are told rows alone. */
static struct { const struct tally_rules *rules; struct date day; int64_t figure, number; } listed;

/* Where a page in the list's own order is asked for, the ids are those of that page alone. */
static const struct tally_people *people_behind(struct list *l, struct report_run *run, const struct behind *b, bool *is_page)
{
	*is_page = l->r->as == AS_PAGE && !l->r->json && text_is(l->sort, "agency_code");
	const struct tally_people *p = tally_people(run->db, run->mem, &b->ask, b->figure, b->lacking, *is_page ? (int64_t)(l->page - 1) * l->per : 0,
		*is_page ? l->per : LIST_FILE_MOST);

	listed.rules = p->rules;
	listed.day = p->day;
	listed.figure = b->figure >= TALLY_UNCLASSED ? b->figure : TALLY_ALL;
	listed.number = *is_page ? (int64_t)(l->page - 1) * l->per : 0;
	if (p->state == TALLY_READY)
		return p;
	reply_refuse(l->r, 503, "E-RPT-03", arena_print(run->mem, "%lld", (long long)p->done), arena_print(run->mem, "%lld", (long long)p->total));
	return NULL;
}

static bool list_people(struct list *l, struct report_run *run, const struct behind *b)
{
	bool is_page;
	const struct tally_people *p = people_behind(l, run, b, &is_page);

	return p && list_run(l, &tally_listed, A(ids_json(run->mem, p->persons, (size_t)p->n)), A(p->day), A(p->total), A(is_page ? 0 : 1));
}

bool tally_people_listed(struct list *l, struct report_run *run, const struct tally_ask *ask, int64_t figure)
{
	return list_people(l, run, &(struct behind){.ask = *ask, .figure = figure});
}

bool asked_persons(struct list *l, struct report_run *run, const struct report_cell_of *of, bool enterprises)
{
	struct behind b;

	return behind_of(l, run, of, enterprises, &b) && list_people(l, run, &b);
}

static const struct tally_sum *judged(const struct list *l, struct arena *mem, const int64_t *ids, int n)
{
	return tally_judged(l->r->db, mem, listed.rules, listed.day, ids, n);
}

static int64_t id_at(const void *rows, size_t size, int i)
{
	return *(const int64_t *)((const char *)rows + size * (size_t)i);       /* both records begin with it */
}

static const int64_t *ids_at(struct arena *mem, const void *rows, size_t size, int n)
{
	int64_t *ids = arena_array(mem, (size_t)n, sizeof *ids);

	for (int i = 0; i < n; i++)
		ids[i] = id_at(rows, size, i);
	return ids;
}

static const char *group_label(const char *class_code, const char *grade)
{
	return staff_groups[group_of(listed.rules, class_code, grade)].label;
}

void tally_people_complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct report_person *p = rows;
	const struct tally_sum *sums = judged(l, mem, ids_at(mem, rows, sizeof *p, n), n);
	int at = tally_figure_at(listed.rules, listed.figure), figures = listed.rules->n_figures;

	for (int i = 0; i < n; i++) {
		const struct tally_sum *s = &sums[i * figures + at];

		p[i].courses = s->records, p[i].hours = s->hours, p[i].digital = s->digital;
		p[i].physical = s->hours - s->digital, p[i].business = s->business;
		p[i].group_name = group_label(p[i].class_code, p[i].rank_grade);
	}
	report_person_complete(l, mem, rows, n);
}

/* 「環境教育 2 小時、…、與業務相關 5 小時」 */
static const char *lacks(struct arena *mem, const struct tally_sum *sums)
{
	const struct tally_rules *rules = listed.rules;
	struct text t = text_new(mem, LACKING_MOST);
	int64_t business = sums[tally_figure_at(rules, TALLY_ALL)].business;

	for (int i = 0; i < rules->n_topics; i++) {
		const struct tally_sum *s = &sums[tally_figure_at(rules, TALLY_TOPIC(&rules->topics[i]))];

		if (!rules->topics[i].parts && !s->persons)
			text_print(&t, "%s%s %lld 小時", t.n ? "、" : "", rules->topics[i].name, (long long)(rules->topics[i].hours - s->hours));
	}
	if (business < rules->minimum)
		text_print(&t, "%s與業務相關 %lld 小時", t.n ? "、" : "", (long long)(rules->minimum - business));
	return t.n ? t.at : "";
}

void asked_lacking_complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct tally_lacking *p = rows;
	const struct tally_sum *sums = judged(l, mem, ids_at(mem, rows, sizeof *p, n), n);
	int figures = listed.rules->n_figures, all = tally_figure_at(listed.rules, TALLY_ALL);
	bool full = personal_is_full(l->r);

	for (int i = 0; i < n; i++) {
		p[i].number = ++listed.number;
		p[i].national_id = personal_id(mem, p[i].national_id, full);
		p[i].hours = sums[i * figures + all].hours;
		p[i].business = sums[i * figures + all].business;
		p[i].group_name = group_label(p[i].class_code, p[i].rank_grade);
		p[i].lacking = lacks(mem, sums + i * figures);
	}
}

/* ---- records */

/* Is the person one of those of the report? */
static bool is_counted(struct report_run *run, const struct tally_ask *ask, int64_t person)
{
	struct ids one = {.mem = run->mem};

	ids_add(&one, person);
	const struct tally_rules *rules = tally_rules(run->db, run->mem, ask->roc_year);

	return card_in(cards_judge(run->db, run->mem, rules, tally_day(ask->roc_year, ask->today), &one), ask);
}

bool asked_records(struct list *l, struct report_run *run, const struct report_cell_of *of, bool enterprises)
{
	struct tally_ask ask = ask_of(run, enterprises);
	struct behind b;
	bool is_page;

	if (of->id) {
		if (!is_counted(run, &ask, of->id)) {
			l->r->app->refused(l->r, "E-SCOPE-01");
			reply_refuse(l->r, 404, "E-SCOPE-01");
			return false;
		}
		return list_run(l, &tally_records, A(ask.roc_year), A(ids_json(run->mem, &of->id, 1)), A(""), A(""), A(0));
	}
	if (!behind_of(l, run, of, enterprises, &b))
		return false;
	const struct tally_people *p = people_behind(l, run, &b, &is_page);
	const char *class = "";
	int64_t n;

	if (number_behind(of->row, "class-", &n) && n < b.rules->n_classes)
		class = b.rules->classes[n].name;
	return p && list_run(l, &tally_records, A(ask.roc_year), A(ids_json(run->mem, p->persons, (size_t)p->n)),
		A(b.figure >= TALLY_CATEGORY_0 ? of->row : ""), A(class), A(b.figure == TALLY_UNCLASSED));
}

void asked_records_complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	static const char *const modes[] = {"", "數位學習", "實體學習", "混成學習"};
	struct tally_record *x = rows;
	bool full = personal_is_full(l->r);

	for (int i = 0; i < n; i++) {
		x[i].national_id = personal_id(mem, x[i].national_id, full);
		x[i].physical = x[i].hours - x[i].digital;
		x[i].mode_name = x[i].mode > 0 && x[i].mode < 4 ? modes[x[i].mode] : "";
		x[i].related = x[i].business ? "是" : "否";
		x[i].state = "通過";
	}
}

const struct field tally_lacking_fields[] = {
	REPORT_WHO(tally_lacking),
	FIELD(tally_lacking, hours, INT, SHOW, "總時數", .not_sorted = true),
	FIELD(tally_lacking, business, INT, SHOW, "業務相關時數", .not_sorted = true),
	FIELD(tally_lacking, lacking, TEXT, SHOW, "尚缺", .not_sorted = true, .wide = true),
	FIELD(tally_lacking, class_code, TEXT, MARK, ""), FIELD(tally_lacking, rank_grade, TEXT, MARK, ""),
	{0}
};

const struct field tally_record_fields[] = {
	FIELD(tally_record, id, INT, KEY, "紀錄"),
	FIELD(tally_record, agency_name, TEXT, SHOW, "機關", .not_sorted = true),
	FIELD(tally_record, unit_name, TEXT, SHOW, "單位", .not_sorted = true),
	FIELD(tally_record, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(tally_record, national_id, TEXT, SHOW, "身分證字號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(tally_record, title_name, TEXT, SHOW, "職稱", .not_sorted = true),
	FIELD(tally_record, rank_name, TEXT, SHOW, "官職等", .not_sorted = true),
	FIELD(tally_record, course_name, TEXT, SHOW, "課程名稱", .not_sorted = true),
	FIELD(tally_record, category, TEXT, SHOW, "課程類別", .not_sorted = true),
	FIELD(tally_record, opened_by, TEXT, SHOW, "開課機關(構)", .not_sorted = true),
	FIELD(tally_record, start, DATE, SHOW, "起始日期", .not_sorted = true),
	FIELD(tally_record, end, DATE, SHOW, "終迄日期"),
	FIELD(tally_record, mode_name, TEXT, SHOW, "學習性質", .not_sorted = true),
	FIELD(tally_record, hours, INT, SHOW, "認證時數", .not_sorted = true),
	FIELD(tally_record, digital, INT, SHOW, "數位", .not_sorted = true),
	FIELD(tally_record, physical, INT, SHOW, "實體", .not_sorted = true),
	FIELD(tally_record, related, TEXT, SHOW, "與業務相關", .not_sorted = true),
	FIELD(tally_record, state, TEXT, SHOW, "狀態", .not_sorted = true),
	FIELD(tally_record, mode, INT, MARK, ""), FIELD(tally_record, business, INT, MARK, ""),
	{0}
};
