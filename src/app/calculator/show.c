/* show.c: an answer in lines and tables for people.  See view.h. */
#include "app/calculator/view.h"

#include <string.h>

#include "base/text.h"

/* ---- one value in words ---- */

/* A choice that ends with a colon stands for all that begin so. */
static const char *choice_shown(struct arena *mem, const struct fact *f, const char *id)
{
	for (int i = 0; f->choices && f->shown && f->choices[i]; i++) {
		if (text_is(f->choices[i], id))
			return f->shown[i];
		if (text_ends(f->choices[i], ":") && text_starts(id, f->choices[i]))
			return arena_print(mem, "%s%s", f->shown[i], id + strlen(f->choices[i]));
	}
	return id;
}

static const char *texts_shown(struct arena *mem, const struct fact *f, const struct fact_texts *texts)
{
	const char *all = texts->at ? "無" : NULL;

	for (int i = 0; i < texts->n; i++)
		all = i ? arena_print(mem, "%s、%s", all, choice_shown(mem, f, texts->at[i])) : choice_shown(mem, f, texts->at[i]);
	return all;
}

static const char *dates_shown(struct arena *mem, const struct fact_dates *dates)
{
	const char *all = dates->at ? "無" : NULL;

	for (int i = 0; i < dates->n; i++)
		all = i ? arena_print(mem, "%s、%s", all, date_long_text(mem, dates->at[i])) : date_long_text(mem, dates->at[i]);
	return all;
}

static const char *int_shown(struct arena *mem, int64_t n)
{
	return arena_print(mem, "%lld", (long long)n);
}

static const char *time_shown(struct arena *mem, const struct fact_time *t)
{
	if (!date_set(t->day))
		return NULL;
	return arena_print(mem, "%s %02d:%02d", date_long_text(mem, t->day), t->second / 3600, t->second / 60 % 60);
}

static const char *yes_no(bool yes)
{
	return yes ? "是" : "否";
}

static bool is_decimal(enum fact_kind k)
{
	return k == FACT_DECIMAL || k == FACT_HOURS || k == FACT_PERCENT;
}

/* NULL: nothing to say, or not a single value. */
static const char *shown(struct arena *mem, const struct fact *f, const void *from)
{
	const struct maybe_int *n = from;
	const struct maybe_bool *b = from;
	const struct period *length = from;
	const struct fact_range *range = from;
	const int *choice = from;
	const char *number = is_decimal(f->kind) ? decimal_text(mem, *(const struct decimal *)from, f->places) : NULL;

	switch (f->kind) {
	case FACT_DATE:
		return date_set(*(const struct date *)from) ? date_long_text(mem, *(const struct date *)from) : NULL;
	case FACT_LENGTH:
		return length->n ? period_text(mem, *length) : NULL;
	case FACT_INT:
		return int_shown(mem, *(const int64_t *)from);
	case FACT_MAYBE_INT:
		return n->known ? int_shown(mem, n->n) : NULL;
	case FACT_BOOL:
		return yes_no(*(const bool *)from);
	case FACT_MAYBE_BOOL:
		return b->known ? yes_no(b->yes) : NULL;
	case FACT_DECIMAL:
	case FACT_HOURS:
		return number;
	case FACT_PERCENT:
		return number ? arena_print(mem, "%s%%", number) : NULL;
	case FACT_TEXT:
		return *(const char *const *)from ? choice_shown(mem, f, *(const char *const *)from) : NULL;
	case FACT_CHOICE:
		return *choice >= 0 ? choice_shown(mem, f, f->choices[*choice]) : NULL;
	case FACT_TEXTS:
		return texts_shown(mem, f, from);
	case FACT_RANGE:
		return range->known ? arena_print(mem, "%lld至%lld", (long long)range->min, (long long)range->max) : NULL;
	case FACT_DATES:
		return dates_shown(mem, from);
	case FACT_TIME:
		return time_shown(mem, from);
	default:
		return NULL;
	}
}

/* ---- lines and tables ---- */

enum { LINES_MOST = 60, TABLES_MOST = 10 };

static void add_line(struct answer *a, const char *label, const char *text)
{
	if (text && a->lines.n < LINES_MOST)
		a->lines.at[a->lines.n++] = (struct shown_line){label, text};
}

static struct cells cells_of(struct arena *mem, const struct fact *facts, const void *from)
{
	struct cells c = {NULL, 0};

	while (facts[c.n].name)
		c.n++;
	c.at = arena_array(mem, (size_t)c.n, sizeof(*c.at));
	for (int i = 0; i < c.n; i++)
		c.at[i].text = from ? shown(mem, &facts[i], (const char *)from + facts[i].at) : facts[i].label;
	return c;
}

static void add_table(struct arena *mem, struct answer *a, const struct fact *f, const struct fact_rows *rows)
{
	struct shown_table t = {f->label, cells_of(mem, f->row, NULL), {arena_array(mem, (size_t)rows->n, sizeof(struct table_row)), rows->n}};

	for (int i = 0; i < rows->n; i++)
		t.rows.at[i].cells = cells_of(mem, f->row, (const char *)rows->at + (size_t)i * f->row_size);
	if (rows->n && a->tables.n < TABLES_MOST)
		a->tables.at[a->tables.n++] = t;
}

static void add_values(struct arena *mem, struct answer *a, const struct fact *facts, const char *prefix, const void *from)
{
	for (const struct fact *f = facts; f->name; f++) {
		const void *member = (const char *)from + f->at, *object;
		const char *label = arena_print(mem, "%s%s", prefix, f->label);

		if (f->kind == FACT_ROWS) {
			add_table(mem, a, f, member);
		} else if (f->kind == FACT_OBJECT) {
			memcpy(&object, member, sizeof(object));
			if (object)
				add_values(mem, a, f->row, arena_print(mem, "%s　", label), object);
		} else {
			add_line(a, label, shown(mem, f, member));
		}
	}
}

/* ---- the whole ---- */

static const struct { const char *text, *look; } results[] = {
	[RESULT_OK] = {"計算結果", "done"}, [RESULT_MET] = {"符合", "done"}, [RESULT_NOT_MET] = {"不符合", "soon"},
	[RESULT_ALLOWED] = {"得辦理", "done"}, [RESULT_REFUSED] = {"不予受理", "late"}, [RESULT_REVIEW] = {"請人工認定", "soon"},
	[RESULT_PARAM_MISSING] = {"訓練計畫未定義，請人工認定", "soon"}, [RESULT_DATA_MISSING] = {"缺少必要資料", "soon"},
	[RESULT_NOT_IN_PLAN] = {"本訓練計畫無此規定", "soon"},
};

/* Facts that can't be: nothing was applied for and refused. */
static bool is_about_facts(const char *code)
{
	static const char *const codes[] = {"BAD_DATA", "BAD_PERIOD", "BAD_WINDOW", "DATA_CONFLICT", "LEDGER_CONFLICT", "SCORE_RANGE"};

	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++)
		if (text_is(codes[i], code))
			return true;
	return false;
}

struct answer answer_of(struct arena *mem, const struct rule *rule, const struct verdict *v, const void *values)
{
	struct answer a = {.verdict = results[v->result].text, .look = results[v->result].look};

	a.lines.at = arena_array(mem, LINES_MOST, sizeof(*a.lines.at));
	a.tables.at = arena_array(mem, TABLES_MOST, sizeof(*a.tables.at));
	if (v->result == RESULT_REFUSED && is_about_facts(v->code))
		a.verdict = "輸入之資料有誤";
	add_values(mem, &a, rule->values, "", values);
	a.reasons = (struct shown_reasons){arena_array(mem, (size_t)v->reasons_n, sizeof(*a.reasons.at)), v->reasons_n};
	for (int i = 0; i < v->reasons_n; i++)
		a.reasons.at[i] = (struct shown_reason){v->reasons[i].text, v->reasons[i].citation};
	if (v->plan)
		a.plan = v->plan->title;
	if (v->used == CALENDAR_OFFICIAL)
		a.calendar = "末日依政府行政機關辦公日曆表計算。";
	return a;
}
