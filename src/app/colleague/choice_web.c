/* choice_web.c: 多條件複選產製報表: its conditions to tick, its list, 「檢視」, its files, saved sets of conditions.       LEARN-631 … 634 */
#include <stdlib.h>
#include <string.h>

#include "app/colleague/choice.h"
#include "app/colleague/colleague.sql.h"
#include "app/colleague/page.html.h"
#include "app/may.h"
#include "app/staff/staff.h"
#include "base/text.h"
#include "web/form.h"

enum { ROC = 1911, SPANS = 50, PIECE = 300, COLUMNS = 40, DETAIL_MEMORY = 256 << 20, SET_NAME = 50, LEVELS = 15 };

static const struct code supervisors[] = {{"1", "主管"}, {"0", "非主管"}, {0}};
static const struct code studies[] = {{"training", "訓練"}, {"study", "進修"}, {0}};
static const struct code business_codes[] = {{"1", "是"}, {"0", "否"}, {0}};
static const struct code modes[] = {{"1", "數位學習"}, {"2", "實體學習"}, {"3", "混成學習"}, {0}};
static const struct code grades[] = {{"簡任", "簡任"}, {"薦任", "薦任"}, {"委任", "委任"}, {0}};
#define SEVERAL(name_, label_) {.name = name_, .label = label_, .kind = K_TEXT, .use = SHOW}

const struct field choice_asks[] = {
	FIELD(asked, year, INT, EDIT, "年度", .least = 80, .most = 999),
	FIELD(asked, from_month, INT, EDIT, "月份起", .least = 1, .most = 12),
	FIELD(asked, to_month, INT, EDIT, "月份迄", .least = 1, .most = 12),
	FIELD(asked, below, BOOL, EDIT, "包含所屬機關"),
	FIELD(asked, agency, TEXT, EDIT, "機關", .most = 500, .hint = "機關代碼，多個以、分隔"),
	FIELD(asked, unit, TEXT, EDIT, "單位", .most = 200, .hint = "多個以、分隔"),
	FIELD(asked, course_name, TEXT, EDIT, "課程名稱", .most = 200, .hint = "多個以、分隔"),
	FIELD(asked, institution, TEXT, EDIT, "開課機關(構)", .most = 200, .hint = "多個以、分隔"),
	FIELD(asked, title, TEXT, EDIT, "職稱", .most = 200, .hint = "多個以、分隔"),
	FIELD(asked, study, CODE, EDIT, "訓練/進修", .list = studies),
	FIELD(asked, supervisor, CODE, EDIT, "主管/非主管", .list = supervisors),
	FIELD(asked, sex, CODE, EDIT, "性別", .list = sex_codes),
	FIELD(asked, business, CODE, EDIT, "與業務相關", .list = business_codes),
	FIELD(asked, hours_least, INT, EDIT, "總時數 ≥", .least = 1, .most = 9999999),
	FIELD(asked, hours_most, INT, EDIT, "總時數 ≤", .least = 1, .most = 9999999),
	SEVERAL("category", "課程類別"), SEVERAL("category_group", "四大課程類別"), SEVERAL("mode", "學習性質"), SEVERAL("class", "人員區分"),
	SEVERAL("group", "人員類別"), SEVERAL("grade", "官等"), SEVERAL("level", "職等"), {0}
};

/* In the order of the page; fields: those of the table, or what is chosen several times. */
static const struct condition { const char *name, *label, *fields[2]; bool several; } conditions[] = {
	{"agency", "機關", {"agency"}, false}, {"unit", "單位", {"unit"}, false}, {"category", "課程類別", {"category"}, true},
	{"category_group", "四大課程類別", {"category_group"}, true}, {"course", "課程名稱", {"course_name"}, false},
	{"institution", "開課機關(構)", {"institution"}, false}, {"mode", "學習性質", {"mode"}, true}, {"study", "訓練/進修", {"study"}, false},
	{"class", "人員區分", {"class"}, true}, {"group", "人員類別", {"group"}, true}, {"grade", "官等", {"grade"}, true}, {"level",
		"職等", {"level"}, true},
	{"title", "職稱", {"title"}, false}, {"supervisor", "主管/非主管", {"supervisor"}, false}, {"sex", "性別", {"sex"}, false},
	{"business", "與業務相關", {"business"}, false}, {"hours", "總時數 ≥ / ≤", {"hours_least", "hours_most"}, false},
};
enum { CONDITIONS = sizeof conditions / sizeof *conditions };

const struct field choice_fields[] = {
	FIELD(chosen, id, INT, KEY, "編號"),
	FIELD(chosen, agency_code, TEXT, SHOW, "機關代碼"),
	FIELD(chosen, agency_name, TEXT, SHOW, "機關名稱", .not_sorted = true),
	FIELD(chosen, unit_name, TEXT, SHOW, "單位", .not_sorted = true),
	FIELD(chosen, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(chosen, national_id, TEXT, SHOW, "身分證字號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(chosen, sex, CODE, SHOW, "性別", .list = sex_codes, .not_sorted = true),
	FIELD(chosen, title_name, TEXT, SHOW, "職稱", .not_sorted = true),
	FIELD(chosen, rank_name, TEXT, SHOW, "官職等", .not_sorted = true),
	FIELD(chosen, class_name, TEXT, SHOW, "人員區分", .not_sorted = true),
	FIELD(chosen, records, INT, SHOW, "課程數"),
	FIELD(chosen, hours, INT, SHOW, "總時數"),
	FIELD(chosen, digital, INT, SHOW, "數位時數"),
	FIELD(chosen, physical, INT, SHOW, "實體時數"),
	FIELD(chosen, business, INT, SHOW, "業務相關時數"),
	{0}
};

static const struct query_kind kind = {.path = "/statistics/choice", .title = "多條件複選產製報表", .may = MAY_STATISTICS, .reach = AGENCY_SUBTREE,
	.basis = "紀錄：上課當時之機關、單位、職稱、官職等；未勾選任何紀錄條件時為名冊全體；時數：期間內結束且已採計之紀錄", .asks = choice_asks,
	.fields = choice_fields, .size = sizeof(struct chosen), .sort = "agency_code", .several_agencies = true};

/* ---- what is asked ---- */

bool choice_uses(const struct choice *c, const char *condition)
{
	for (size_t i = 0; i < c->q->pairs.n; i++)
		if (text_is(c->q->pairs.at[i].name, "use") && text_is(c->q->pairs.at[i].value, condition))
			return true;
	return false;
}

/* The next of some words separated by 、 or commas; NULL: no more. */
static const char *next_word(struct arena *mem, const char **at)
{
	while (**at) {
		const char *end = *at;

		while (*end && *end != ',' && !text_starts(end, "、") && !text_starts(end, "，") && !text_starts(end, "；"))
			end++;
		const char *word = text_trim(mem, arena_bytes(mem, *at, (size_t)(end - *at)));

		*at = !*end ? end : *end == ',' ? end + 1 : end + strlen("、");
		if (*word)
			return word;
	}
	return NULL;
}

bool choice_words_match(struct arena *mem, const char *words, const char *text)
{
	const char *in = text_upper(mem, text_fold(mem, text));

	for (const char *at = words, *word; (word = next_word(mem, &at));)
		if (strstr(in, text_upper(mem, text_fold(mem, word))))
			return true;
	return false;
}

static bool has_value(const struct query *q, const struct condition *c)
{
	for (size_t i = 0; i < q->pairs.n; i++)
		for (int f = 0; f < 2 && c->fields[f]; f++)
			if (text_is(q->pairs.at[i].name, c->fields[f]) && *text_trim(q->mem, q->pairs.at[i].value))
				return true;
	return false;
}

static void check(struct req *r, const struct choice *c)
{
	struct asked a = c->q->asked;

	for (int i = 0; i < CONDITIONS; i++)
		if (choice_uses(c, conditions[i].name) && !has_value(c->q, &conditions[i]))
			issue(&r->issues, -1, conditions[i].fields[0], "ERR_REQUIRED");
	if (a.from_month > a.to_month)
		issue(&r->issues, -1, "to_month", "E-DATE-02", "月份起", "月份迄");
}

static void proper(struct query *q)
{
	struct asked *a = &q->asked;

	a->year = a->year ? a->year : roc_year(q->today);
	a->from_month = a->from_month ? a->from_month : 1;
	a->to_month = a->to_month ? a->to_month : 12;
}

static bool lies_in(const struct agency_span *one, const struct agency_span *other)
{
	return one->low >= other->low && one->high <= other->high;
}

static void add_span(struct choice *c, struct agency_span *to, struct agency_span s)
{
	for (int i = 0; i < c->n_spans; i++)
		if (lies_in(&s, &to[i]))
			return;
		else if (lies_in(&to[i], &s))
			to[i--] = to[--c->n_spans];
	if (c->n_spans < SPANS)
		to[c->n_spans++] = s;
}

/* The agencies named, or the active one; q->span is how far one may reach.  False: one of them is not there. */
static bool find_spans(struct choice *c, int64_t active)
{
	const struct query *q = c->q;
	struct agency_span *to = arena_array(q->mem, SPANS, sizeof *to), own;
	bool fine = true;

	c->spans = to;
	if (!choice_uses(c, "agency")) {
		if (!q->span.agency && q->asked.below)
			own = q->span;
		else if (!agency_span_of(q->db, q->mem, active, &own))
			return false;
		own.high = q->asked.below ? own.high : own.low;
		add_span(c, to, own);
		return true;
	}
	for (const char *at = q->asked.agency, *word; (word = next_word(q->mem, &at));) {
		struct rows *r = db_run(q->db, &choice_span, A(text_upper(q->mem, text_fold(q->mem, word))), AGENCIES(&q->span));
		int64_t low = r->n ? row_int(r, 0, "tree_low") : 0;

		fine &= r->n > 0;
		if (r->n)
			add_span(c, to, (struct agency_span){row_int(r, 0, "id"), low, q->asked.below ? row_int(r, 0, "tree_high") : low,
				row_text(r, 0, "code"), row_text(r, 0, "name")});
	}
	return fine;
}

static const char *value_words(const struct query *q, const struct condition *c)
{
	struct text t = text_new(q->mem, 1 << 14);

	for (size_t i = 0; i < q->pairs.n; i++)
		for (int f = 0; f < 2 && c->fields[f]; f++) {
			const struct pair *p = &q->pairs.at[i];
			const struct field *field = field_named(choice_asks, c->fields[f]);
			int64_t id;

			if (!text_is(p->name, c->fields[f]) || !*p->value)
				continue;
			const struct code_item *code = c->several && text_to_int(p->value, 1, INT64_MAX, &id) && !strstr("mode level", c->name)
				? code_by_id(q->codes, id) : NULL;

			text_print(&t, "%s%s", t.n ? "、" : "", code ? arena_print(q->mem, "%s %s", code->code, code->name) :
				field->list ? field_text(field, q->mem, &q->asked) : p->value);
		}
	return t.n ? t.at : "";
}

static const char *shown_of(const struct choice *c)
{
	const struct query *q = c->q;
	struct text t = text_new(q->mem, 1 << 16);

	text_print(&t, "%lld 年 %lld月到 %lld月", (long long)q->asked.year, (long long)q->asked.from_month, (long long)q->asked.to_month);
	for (int i = 0; i < c->n_spans && *c->spans[i].code; i++)
		text_print(&t, "；機關：%s %s", c->spans[i].code, c->spans[i].name);
	if (q->asked.below)
		text_puts(&t, "（包含所屬機關）");
	for (int i = 1; i < CONDITIONS; i++)
		if (choice_uses(c, conditions[i].name))
			text_print(&t, "；%s：%s", conditions[i].label, value_words(q, &conditions[i]));
	return t.at;
}

static bool read_choice(struct req *r, struct query *q, struct choice *c)
{
	bool fine = query_read(r, &kind, q);

	*c = (struct choice){.q = q};
	proper(q);
	check(r, c);
	if (!find_spans(c, r->who->agency)) {
		r->app->refused(r, "E-SCOPE-01");
		issue(&r->issues, -1, "agency", "E-SCOPE-01");
	}
	q->shown = shown_of(c);
	return fine && !r->issues.n;
}

/* ---- the list in order ---- */

struct place { int64_t id; const char *code, *name; };
static struct { struct place *at; int n; } places;
static const char *sort;

static int by_place_id(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static const struct place *place_of(int64_t agency)
{
	struct place wanted = {.id = agency};
	static const struct place none = {0, "", ""};
	const struct place *p = bsearch(&wanted, places.at, (size_t)places.n, sizeof *places.at, by_place_id);

	return p ? p : &none;
}

static int64_t number_of(const struct chosen *c, const char *field)
{
	return text_is(field, "records") ? c->records : text_is(field, "hours") ? c->hours : text_is(field, "digital") ? c->digital :
		text_is(field, "physical") ? c->physical : text_is(field, "business") ? c->business : 0;
}

static int by_sort(const void *a, const void *b)
{
	const struct chosen *x = a, *y = b;
	int down = *sort == '-' ? -1 : 1, n;
	const char *field = sort + (*sort == '-');
	int64_t p = number_of(x, field), q = number_of(y, field);

	if (p != q)
		return p < q ? -down : down;
	if (text_is(field, "name") && (n = strcmp(x->key, y->key)))
		return n * down;
	if ((n = strcmp(x->agency_code, y->agency_code)))
		return text_is(field, "agency_code") ? n * down : n;
	if ((n = strcmp(x->key, y->key)))
		return n;
	return (x->id > y->id) - (x->id < y->id);
}

static void name_agencies(const struct choice *c)
{
	const struct query *q = c->q;
	struct rows *r = db_run(q->db, &choice_agencies, A((int64_t)0), A(INT64_MAX));

	places.at = arena_array(q->mem, (size_t)r->n + 1, sizeof *places.at), places.n = r->n;
	for (int i = 0; i < r->n; i++)
		places.at[i] = (struct place){row_int(r, i, "id"), row_text(r, i, "code"), row_text(r, i, "name")};
	for (int i = 0; i < c->n_found; i++) {
		const struct place *p = place_of(c->found[i].agency);

		c->found[i].agency_code = p->code, c->found[i].agency_name = p->name;
	}
}

static int by_id(const void *a, const void *b)
{
	const struct chosen *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static const char *ids_of(struct arena *mem, const struct chosen *c, int n)
{
	struct text list = text_new(mem, (size_t)n * 12 + 16);
	struct json j = json_new(&list);

	json_list(&j);
	for (int i = 0; i < n; i++)
		json_int(&j, c[i].id);
	json_end(&j);
	return list.at;
}

static void name_keys(const struct choice *c)
{
	if (c->n_found)
		qsort(c->found, (size_t)c->n_found, sizeof *c->found, by_id);
	struct rows *r = db_run(c->q->db, &choice_keys, A(ids_of(c->q->mem, c->found, c->n_found)));
	int k = 0, key = r->n ? row_column(r, "name_key") : 0, id = r->n ? row_column(r, "id") : 0;

	for (int i = 0; i < c->n_found; i++) {
		while (k < r->n && row_cell(r, k, id)->i < c->found[i].id)
			k++;
		c->found[i].key = k < r->n && row_cell(r, k, id)->i == c->found[i].id ? row_cell(r, k, key)->s : "";
	}
}

static void order(const struct choice *c, const char *by)
{
	name_agencies(c);
	name_keys(c);
	sort = by;
	if (c->n_found)
		qsort(c->found, (size_t)c->n_found, sizeof *c->found, by_sort);
}

/* ---- names of those shown ---- */

static const char *code_name(const struct query *q, uint32_t id)
{
	const struct code_item *c = code_by_id(q->codes, id);

	return c ? c->name : "";
}

static void fill_words(const struct query *q, struct arena *mem, struct chosen *c, int n)
{
	struct arena *before = db_arena(q->db);

	db_use_arena(q->db, mem);
	struct rows *p = db_run(q->db, &choice_people, A(ids_of(mem, c, n)));
	struct ids units = {arena_array(mem, (size_t)n + 1, sizeof *units.at), n};

	for (int i = 0; i < n; i++)
		units.at[i] = c[i].unit;
	struct rows *u = db_run(q->db, &choice_unit_names, A(query_ids_json(mem, &units)));

	db_use_arena(q->db, before);
	for (int i = 0; i < n; i++) {
		c[i].name = c[i].national_id = c[i].unit_name = "";
		for (int k = 0; k < p->n; k++)
			if (row_int(p, k, "id") == c[i].id)
				c[i].name = row_text(p, k, "name"), c[i].national_id = personal_id(mem, row_text(p, k, "national_id"), q->full);
		for (int k = 0; k < u->n; k++)
			if (row_int(u, k, "id") == c[i].unit)
				c[i].unit_name = row_text(u, k, "name");
		c[i].title_name = code_name(q, c[i].title), c[i].rank_name = code_name(q, c[i].rank), c[i].class_name = code_name(q,
			c[i].person_class);
	}
}

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	fill_words((const struct query *)l, mem, rows, n);
}

/* ---- the page ---- */

static struct several several_new(const struct query *q, const char *name, const char *label, int room)
{
	return (struct several){name, label, {arena_array(q->mem, (size_t)room + 1, sizeof(struct choice_tick)), 0}, 0};
}

static void add_tick(const struct query *q, struct several *s, const char *value, const char *label)
{
	struct choice_tick *t = &s->ticks.at[s->ticks.n++];

	*t = (struct choice_tick){arena_print(q->mem, "f-%s-%d", s->name, s->ticks.n), value, label, false};
	for (size_t i = 0; i < q->pairs.n; i++)
		t->on |= text_is(q->pairs.at[i].name, s->name) && text_is(q->pairs.at[i].value, value);
	s->chosen += t->on;
}

static void add_items(const struct query *q, struct several *s, const char *table)
{
	struct code_items all = code_items(q->codes, q->mem, table, (struct date){0});

	s->ticks.at = arena_array(q->mem, (size_t)all.n + 1, sizeof *s->ticks.at);
	for (int i = 0; i < all.n; i++)
		add_tick(q, s, arena_print(q->mem, "%lld", (long long)all.at[i]->id), arena_print(q->mem, "%s %s", all.at[i]->code,
			all.at[i]->name));
}

static void add_codes(const struct query *q, struct several *s, const struct code *codes)
{
	for (; codes->id; codes++)
		add_tick(q, s, codes->id, codes->label);
}

static void add_groups(const struct query *q, struct several *s)
{
	struct code_items all = code_items(q->codes, q->mem, "course_category", (struct date){0});

	s->ticks.at = arena_array(q->mem, (size_t)all.n + 1, sizeof *s->ticks.at);
	for (int i = 0; i < all.n; i++)
		if (!i || !text_is(all.at[i]->attribute, all.at[i - 1]->attribute))
			add_tick(q, s, all.at[i]->attribute, all.at[i]->attribute);
}

static struct several several_of(const struct query *q, const struct condition *c)
{
	struct several s = several_new(q, c->name, c->label, LEVELS);

	if (text_is(c->name, "category"))
		add_items(q, &s, "course_category");
	else if (text_is(c->name, "class"))
		add_items(q, &s, "person_class");
	else if (text_is(c->name, "category_group"))
		add_groups(q, &s);
	else if (text_is(c->name, "level"))
		for (int i = 1; i <= LEVELS; i++)
			add_tick(q, &s, arena_print(q->mem, "%d", i), arena_print(q->mem, "%d", i));
	else
		add_codes(q, &s, text_is(c->name, "mode") ? modes : text_is(c->name, "group") ? staff_groups : grades);
	return s;
}

static struct condition_line line_of(const struct choice *c, const struct inputs *inputs, const struct condition *one)
{
	struct condition_line l = {one->name, arena_print(c->q->mem, "f-use-%s", one->name), one->label, choice_uses(c, one->name), {0}, {0}};

	if (one->several) {
		l.severals = (struct severals){arena_array(c->q->mem, 1, sizeof(struct several)), 1};
		l.severals.at[0] = several_of(c->q, one);
		return l;
	}
	l.inputs.at = arena_array(c->q->mem, 2, sizeof *l.inputs.at);
	for (int f = 0; f < 2 && one->fields[f]; f++)
		for (int i = 0; i < inputs->n; i++)
			if (text_is(inputs->at[i].name, one->fields[f]))
				l.inputs.at[l.inputs.n++] = inputs->at[i];
	return l;
}

static struct set_lines sets_of(struct req *r)
{
	struct rows *s = db_run(r->db, &choice_sets, A(r->who->account), A(r->who->agency));
	struct set_lines lines = {arena_array(r->mem, (size_t)s->n + 1, sizeof *lines.at), s->n};

	for (int i = 0; i < s->n; i++)
		lines.at[i] = (struct set_line){row_text(s, i, "name"), row_text(s, i, "who"),
			{arena_print(r->mem, "%s%s?%s", r->app->base, kind.path, row_text(s, i, "conditions"))}, row_int(s, i, "id"),
			row_int(s, i, "account") == r->who->account, row_bool(s, i, "shared")};
	return lines;
}

static void add_people(struct choice_view *v, struct req *r)
{
	const struct chosen *rows = v->l->rows;

	v->lines = (struct chosen_lines){arena_array(r->mem, (size_t)v->l->n + 1, sizeof *v->lines.at), v->l->n};
	for (int i = 0; i < v->l->n; i++)
		v->lines.at[i] = (struct chosen_line){&rows[i],
			{arena_print(r->mem, "%s%s/%lld?%s", r->app->base, kind.path, (long long)rows[i].id, v->query)}};
}

static void draw(struct req *r, struct choice *c, struct query *q, int status)
{
	struct choice_view v = {.form = query_form(q, r), .l = &q->l, .sets = sets_of(r), .export = req_url(r, "/statistics/choice/export"),
		.keep = req_url(r, "/statistics/choice/sets"), .query = query_text(r->mem, &q->pairs)};
	struct inputs all = v.form.inputs;

	v.conditions = (struct condition_lines){arena_array(r->mem, CONDITIONS, sizeof *v.conditions.at), CONDITIONS};
	for (int i = 0; i < CONDITIONS; i++)
		v.conditions.at[i] = line_of(c, &all, &conditions[i]);
	v.form.inputs = (struct inputs){all.at, all.n < 4 ? all.n : 4};
	v.set_name = input_text(r, "name", "條件組名稱", "", true, NULL);
	v.set_shared = input_tick(r, "shared", "本機關共用", false);
	if (q->l.n)
		add_people(&v, r);
	choice_page(reply_page(r, status, kind.title), &v);
}

void choice_get(struct req *r)
{
	struct query *q = arena_get(r->mem, sizeof *q);
	struct choice c;
	struct list l;

	if (!list_open(&l, r, kind.title, choice_fields, sizeof(struct chosen), kind.sort))
		return;
	bool fine = read_choice(r, q, &c);

	if (!fine && reply_issues(r))
		return;
	q->l = l;
	q->l.complete = complete;
	if (fine && query_is_run(r)) {
		q->full = personal_full(r);
		choice_answer(&c);
		order(&c, q->l.sort);
		if (!list_given(&q->l, c.found, c.n_found))
			return;
	}
	draw(r, &c, q, fine ? 200 : 422);
}

/* ---- 「檢視」 ---- */

static const char *keys_json(struct arena *mem, const struct choice_key *keys, size_t n)
{
	struct text list = text_new(mem, n * 24 + 16);
	struct json j = json_new(&list);

	json_list(&j);
	for (size_t i = 0; i < n; i++)
		json_int(&j, ((int64_t)keys[i].class << 32) + keys[i].person);
	json_end(&j);
	return list.at;
}

static void add_up(struct records_view *v, const struct chosen *p)
{
	v->courses = p->records, v->hours = p->hours, v->digital = p->digital, v->physical = p->physical, v->business = p->business;
}

void choice_person_get(struct req *r)
{
	struct query q;
	struct choice c;

	if (!read_choice(r, &q, &c)) {
		if (!reply_issues(r))
			reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	c.keep = true, c.person = (uint32_t)r->id[0];
	choice_answer(&c);
	if (!c.n_found) {
		r->app->refused(r, "E-SCOPE-01");
		reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	name_agencies(&c);
	q.full = personal_full(r);
	fill_words(&q, r->mem, c.found, 1);
	struct rows *rows = db_run(r->db, &colleague_keyed, A(q.asked.year), A(keys_json(r->mem, c.keys, c.n_keys)));
	struct records_view v = {.r = r, .personal = personal_bar(r, q.full, false), .name = c.found[0].name, .national_id = c.found[0].national_id,
		.agency_name = c.found[0].agency_name, .unit_name = c.found[0].unit_name, .title_name = c.found[0].title_name,
		.rank_name = c.found[0].rank_name, .note = "以下為符合條件之紀錄。", .records = {records_load(r->mem, rows, told_fields,
		sizeof(struct told)), rows->n}, .period = arena_print(r->mem, "%lld 年 %lld月到 %lld月", (long long)q.asked.year,
		(long long)q.asked.from_month, (long long)q.asked.to_month), .back = list_back(r, kind.path)};

	told_complete(r->mem, r->today, v.records.at, v.records.n);
	add_up(&v, &c.found[0]);
	if (req_may(r, MAY_HR_STATUS | MAY_DGPA))
		v.all = req_url(r, "/colleagues/%lld?from=%lld-01-01&to=%lld-12-31", (long long)r->id[0], (long long)q.asked.year + ROC,
			(long long)q.asked.year + ROC);
	told_show(r, &v);
}

/* ---- 「匯出」: the persons, and on a second sheet their records ---- */

void choice_post(struct req *r)
{
	const char *query = req_form(r, "query");
	struct query q;
	struct choice c;

	r->query = (struct pairs){0};
	form_urlencoded(r->mem, query, strlen(query), &r->query);
	if (read_choice(r, &q, &c))
		query_ask(r, &q, &colleague_choice_file);
	else if (!reply_issues(r))
		reply_refuse(r, 422, "ERR_TEXT_GIVEN", r->issues.at[0].text);
}

static bool choice_again(const struct download_making *m, struct query *q, struct choice *c)
{
	if (!query_again(m, &kind, q))
		return false;
	*c = (struct choice){.q = q, .keep = true};
	proper(q);
	return find_spans(c, m->agency) && (q->shown = shown_of(c));
}

static int by_key_person(const void *a, const void *b)
{
	const struct choice_key *x = a, *y = b;

	return x->person != y->person ? (x->person > y->person) - (x->person < y->person) : (x->class > y->class) - (x->class < y->class);
}

static size_t first_key(const struct choice *c, int64_t person)
{
	size_t low = 0, high = c->n_keys;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (c->keys[middle].person < person)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void write_people(struct sheet_out *out, const struct choice *c, struct arena *piece)
{
	for (int i = 0; i < c->n_found; i += PIECE) {
		int n = c->n_found - i < PIECE ? c->n_found - i : PIECE;

		arena_reset(piece);
		fill_words(c->q, piece, &c->found[i], n);
		for (int k = 0; k < n; k++)
			query_cells(out, piece, choice_fields, &c->found[i + k]);
	}
}

static void write_records_of(struct sheet_out *out, const struct choice *c, struct arena *piece, int first, int n)
{
	struct arena *before = db_arena(c->q->db);
	struct choice_key *keys = NULL;
	size_t n_keys = 0, room = 0;

	for (int i = first; i < first + n; i++)
		for (size_t k = first_key(c, c->found[i].id); k < c->n_keys && c->keys[k].person == c->found[i].id; k++) {
			keys = arena_grow(piece, keys, n_keys, &room, sizeof *keys);
			keys[n_keys++] = c->keys[k];
		}
	db_use_arena(c->q->db, piece);
	struct rows *r = db_run(c->q->db, &colleague_keyed, A(c->q->asked.year), A(keys_json(piece, keys, n_keys)));
	struct told *t = records_load(piece, r, told_person_fields, sizeof *t);

	db_use_arena(c->q->db, before);
	told_complete(piece, c->q->today, t, r->n);
	for (int i = first; i < first + n; i++)
		for (int k = told_first(t, r->n, c->found[i].id); k < r->n && t[k].person == c->found[i].id; k++)
			query_cells(out, piece, told_person_fields, &t[k]);
}

static int64_t write_choice(const struct download_making *m, int fd)
{
	struct sheet_column people[COLUMNS], records[COLUMNS];
	struct arena *piece = arena_new(DETAIL_MEMORY);
	struct query q;
	struct choice c = {0};
	bool goes_on = true;

	if (choice_again(m, &q, &c)) {
		choice_answer(&c);
		order(&c, kind.sort);
		if (c.n_keys)
			qsort(c.keys, c.n_keys, sizeof *c.keys, by_key_person);
		const char *const *head = query_head(m->mem, &q, kind.title, "");
		struct sheet_out *out = sheet_open(m->mem, fd, m->format, "人員", head, people, query_columns(choice_fields, people, COLUMNS));

		write_people(out, &c, piece);
		sheet_next(out, "課程明細", head, records, query_columns(told_person_fields, records, COLUMNS));
		for (int i = 0; i < c.n_found && goes_on; i += PIECE) {
			arena_reset(piece);
			write_records_of(out, &c, piece, i, c.n_found - i < PIECE ? c.n_found - i : PIECE);
			goes_on = download_progress(m, i, c.n_found);
		}
		sheet_close(out);
	}
	arena_free(piece);
	return goes_on ? c.n_found : -1;
}

static int64_t rows_of(const struct download_making *m)
{
	struct query q;
	struct choice c;

	if (!choice_again(m, &q, &c))
		return 0;
	choice_answer(&c);
	return c.n_found + (int64_t)c.n_keys;
}

const struct download_kind colleague_choice_file = {.name = "colleague.choice", .label = "多條件複選產製報表", .may = MAY_STATISTICS | MAY_DGPA,
	.rows = rows_of, .write = write_choice};

/* ---- saved sets of conditions ---- */

struct set { const char *name, *query; bool shared; int64_t remove; };
const struct field set_fields[] = {
	FIELD(set, name, TEXT, EDIT, "條件組名稱", .most = SET_NAME),
	FIELD(set, query, TEXT, EDIT, "查詢條件", .most = 4000),
	FIELD(set, shared, BOOL, EDIT, "本機關共用"),
	FIELD(set, remove, INT, EDIT, "刪除"),
	{0}
};
struct keeping { struct req *r; const struct set *s; bool there; };

static void keep_set(struct db *db, void *with)
{
	struct keeping *k = with;
	struct req *r = k->r;

	r->done = (struct url){arena_print(r->mem, "%s%s?%s", r->app->base, kind.path, k->s->query)};
	if (k->s->remove)
		db_run(db, &choice_set_drop, A(k->s->remove), A(r->who->account));
	else
		k->there = !db_run(db, &choice_set_put, A(r->who->account), A(r->who->agency), A(k->s->name), A(k->s->query), A(k->s->shared),
			A(r->now))->n && !db_undone(db);
	if (k->there)
		db_undo(db);
}

/* What an address says, without what is no condition. */
static bool is_query(const char *query)
{
	for (const char *c = query; *c; c++)
		if ((unsigned char)*c <= ' ' || (unsigned char)*c > '~' || strchr("#<>\"'\\", *c))
			return false;
	return true;
}

void choice_set_post(struct req *r)
{
	struct set s = {"", "", false, 0};
	struct keeping k = {r, &s, false};

	r->issues.fields = set_fields;
	r->issues.learning = true;
	record_merge(set_fields, TYPED, &r->form, false, &s, &r->issues, -1);
	if (!s.remove && !*s.name)
		issue(&r->issues, -1, "name", "ERR_REQUIRED");
	if (!is_query(s.query))
		issue(&r->issues, -1, "query", "E-CHAR-01", "1");
	if (!r->issues.n)
		req_tx(r, keep_set, &k);
	if (k.there)
		issue(&r->issues, -1, "name", "E-DUP-01", arena_print(r->mem, "條件組「%s」", s.name));
	if (!r->issues.n) {
		reply_see(r, r->done, s.remove ? "已刪除條件組" : arena_print(r->mem, "已儲存條件組「%s」", s.name));
		return;
	}
	if (!reply_issues(r))
		reply_refuse(r, 422, "ERR_TEXT_GIVEN", issue_shown(r->mem, r->issues.at[0].code, r->issues.at[0].text));
}
