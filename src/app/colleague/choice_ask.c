/* choice_ask.c: the conditions of 多條件複選產製報表, and what was asked.                                        LEARN-631 */
#include <string.h>

#include "app/colleague/choice.h"
#include "app/colleague/colleague.sql.h"
#include "app/may.h"
#include "app/staff/staff.h"
#include "base/text.h"

enum { SPANS = 50 };

static const struct code supervisors[] = {{"1", "主管"}, {"0", "非主管"}, {0}};
static const struct code studies[] = {{"training", "訓練"}, {"study", "進修"}, {0}};
static const struct code business_codes[] = {{"1", "是"}, {"0", "否"}, {0}};
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

const struct choice_condition choice_conditions[CHOICE_CONDITIONS] = {
	{"agency", "機關", {"agency"}, false}, {"unit", "單位", {"unit"}, false}, {"category", "課程類別", {"category"}, true},
	{"category_group", "四大課程類別", {"category_group"}, true}, {"course", "課程名稱", {"course_name"}, false},
	{"institution", "開課機關(構)", {"institution"}, false}, {"mode", "學習性質", {"mode"}, true}, {"study", "訓練/進修", {"study"}, false},
	{"class", "人員區分", {"class"}, true}, {"group", "人員類別", {"group"}, true}, {"grade", "官等", {"grade"}, true},
	{"level", "職等", {"level"}, true},
	{"title", "職稱", {"title"}, false}, {"supervisor", "主管/非主管", {"supervisor"}, false}, {"sex", "性別", {"sex"}, false},
	{"business", "與業務相關", {"business"}, false}, {"hours", "總時數 ≥ / ≤", {"hours_least", "hours_most"}, false},
};

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

const struct query_kind choice_kind = {.path = "/statistics/choice", .title = "多條件複選產製報表", .may = MAY_STATISTICS, .reach = AGENCY_SUBTREE,
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

static bool has_value(const struct query *q, const struct choice_condition *c)
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

	for (int i = 0; i < CHOICE_CONDITIONS; i++)
		if (choice_uses(c, choice_conditions[i].name) && !has_value(c->q, &choice_conditions[i]))
			issue(&r->issues, -1, choice_conditions[i].fields[0], "ERR_REQUIRED");
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

static const char *value_words(const struct query *q, const struct choice_condition *c)
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
	for (int i = 1; i < CHOICE_CONDITIONS; i++)
		if (choice_uses(c, choice_conditions[i].name))
			text_print(&t, "；%s：%s", choice_conditions[i].label, value_words(q, &choice_conditions[i]));
	return t.at;
}

bool choice_asked(struct req *r, struct query *q, struct choice *c)
{
	bool fine = query_read(r, &choice_kind, q);

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

bool choice_again(const struct download_making *m, struct query *q, struct choice *c)
{
	if (!query_again(m, &choice_kind, q))
		return false;
	*c = (struct choice){.q = q, .keep = true};
	proper(q);
	return find_spans(c, m->agency) && (q->shown = shown_of(c));
}
