/* exemption.c: see exemption.h. */
#include "rule/exemption.h"

#include "base/text.h"
#include "rule/plan.h"
#include "rule/rule.h"

/* The levels that the tables name; another one is a person's to judge. */
static const char *const known_levels[] = {"高考一級", "高考二級", "高考三級", "普通考試", "初等考試", "特考一等", "特考二等", "特考三等",
	"特考四等", "特考五等", NULL};

enum { TESTS = 2 };
static const enum plan_key tables[TESTS] = {PLAN_EXEMPT_SAME_OR_HIGHER, PLAN_EXEMPT_LOWER};

/* What the records say so far.  What is open counts only when no record decides. */
struct looking {
	struct verdict *v;
	const struct exemption_facts *f;
	const char *citation;
	struct date first, last;                                /* the days looked back on */
	bool review;
	struct names params, missing;
};

static bool is_known(const char *level)
{
	for (int i = 0; known_levels[i]; i++)
		if (text_is(known_levels[i], level))
			return true;
	return false;
}

static bool in_window(const struct looking *l, struct date d)
{
	return !date_before(d, l->first) && !date_before(l->last, d);
}

/* Of the plan's row for the present level: NULL when there is none. */
static const struct fact_texts *accepted(const struct looking *l, int test)
{
	const struct plan_value *table = plan_value(l->v->plan, tables[test]);
	const struct plan_levels *row = table->rows.at;

	for (int i = 0; table->known && i < table->rows.n; i++)
		if (text_is(row[i].level, l->f->level))
			return &row[i].earlier;
	return NULL;
}

/* Whether one record decides one test; what stands in its way is noted. */
static bool decides(struct looking *l, int test, int i)
{
	const struct earlier_bt *e = (const struct earlier_bt *)l->f->earlier.at + i;
	const struct fact_texts *levels = accepted(l, test);
	bool restricted = plan_value(l->v->plan, PLAN_EXEMPT_PROVIDER)->known;

	if (!e->passed || e->mode != MODE_IN_PERSON || (e->provider == PROVIDER_OTHER && restricted))
		return false;
	if (date_set(e->passed_on) && !in_window(l, e->passed_on))
		return false;
	if (levels && !texts_have(levels, e->level)) {
		l->review = l->review || !is_known(e->level);
		return false;
	}
	if (!levels)
		names_add(l->v->mem, &l->params, plan_key_name(tables[test]));
	if (e->provider == PROVIDER_OTHER)
		names_add(l->v->mem, &l->params, plan_key_name(PLAN_EXEMPT_PROVIDER));
	if (!date_set(e->passed_on))
		names_add(l->v->mem, &l->missing, arena_print(l->v->mem, "earlier/%d/passed_on", i));
	return levels && e->provider != PROVIDER_OTHER && date_set(e->passed_on);
}

static void say_met(const struct looking *l, int test, const struct earlier_bt *e)
{
	const char *source = plan_value(l->v->plan, tables[test])->source;

	verdict_found(l->v, true);
	if (source)
		verdict_say(l->v, l->citation, "%s", source);
	verdict_say(l->v, l->citation, "%s（%s）基礎訓練%s成績及格，在%s至%s之間，%s", e->exam, e->level, date_long_text(l->v->mem, e->passed_on),
		date_long_text(l->v->mem, l->first), date_long_text(l->v->mem, l->last),
		test ? "為較低等級考試而訓期相當或課程相當，應免除基礎訓練" : "為同等級或較高等級考試，應免除基礎訓練");
}

/* No record decides: what is open first, else not exempt. */
static void say_open(const struct looking *l)
{
	struct verdict *v = l->v;

	for (int i = 0; i < l->params.n; i++)
		verdict_param_missing(v, l->params.at[i]);
	for (int i = 0; i < l->missing.n && !l->params.n; i++)
		verdict_data_missing(v, l->citation, l->missing.at[i], "基礎訓練及格日期");
	if (l->params.n || l->missing.n)
		return;
	if (l->review) {
		v->result = RESULT_REVIEW;
		verdict_say(v, l->citation, "考試等級不在對照表之列，請人工認定");
		return;
	}
	verdict_found(v, false);
	verdict_say(v, l->citation, "%s至%s之間，無同等級以上或訓期、課程相當之基礎訓練成績及格紀錄", date_long_text(v->mem, l->first),
		date_long_text(v->mem, l->last));
}

void exemption_judge(struct verdict *v, const struct exemption_facts *f, struct exemption_values *to)
{
	struct looking l = {.v = v, .f = f, .citation = verdict_cited(v, PLAN_CITE_EXEMPT)};
	const struct plan_value *back = verdict_parameter(v, PLAN_EXEMPT_LOOKBACK);

	if (!back || !verdict_in_range(v, f->report_date))
		return;
	l.first = period_back(f->report_date, back->length);
	l.last = date_plus(f->report_date, -1);
	if (!plan_has_level(v->plan, f->level)) {
		verdict_param_missing(v, plan_key_name(PLAN_EXEMPT_SAME_OR_HIGHER));
		return;
	}
	for (int test = 0; test < TESTS; test++)
		for (int i = 0; i < f->earlier.n; i++)
			if (decides(&l, test, i)) {
				*to = (struct exemption_values){{true, test + 1}, {true, i}};
				say_met(&l, test, (const struct earlier_bt *)f->earlier.at + i);
				return;
			}
	say_open(&l);
}

/* ---- the table ---- */

static void exemption_rule(struct verdict *v, const void *facts, void *values)
{
	exemption_judge(v, facts, values);
}

static const char *const providers[] = {"college", "commissioned", "other", NULL};
static const char *const providers_shown[] = {"國家文官學院", "受委託之訓練機關（構）學校", "其他", NULL};
static const char *const modes[] = {"in_person", "online", NULL}, *const modes_shown[] = {"實體課程", "線上學習", NULL};

static const struct fact earlier_facts[] = {
	FACT(earlier_bt, exam, TEXT, "考試名稱"),
	FACT(earlier_bt, level, TEXT, "考試等級", .choices = known_levels),
	FACT(earlier_bt, passed_on, DATE, "成績及格日期", .may_be_null = true),
	FACT(earlier_bt, provider, CHOICE, "辦理機關", .choices = providers, .shown = providers_shown),
	FACT(earlier_bt, mode, CHOICE, "訓練方式", .choices = modes, .shown = modes_shown),
	FACT(earlier_bt, passed, BOOL, "成績及格"),
	{0}
}, exemption_in[] = {
	FACT(exemption_facts, level, TEXT, "考試等級", .of_plan = PLAN_LEVELS),
	FACT(exemption_facts, report_date, DATE, "報到日期"),
	FACT(exemption_facts, earlier, ROWS, "曾受之基礎訓練", .row = earlier_facts, .row_size = sizeof(struct earlier_bt)),
	{0}
}, exemption_out[] = {
	FACT(exemption_values, test, MAYBE_INT, "符合之款目"),
	FACT(exemption_values, which, MAYBE_INT, "據以免除之紀錄（自0起）"),
	{0}
};

const struct rule exemption_rules[] = {
	{"bt-exemption", "免除基礎訓練", "PLAN-047 PLAN-048 PLAN-049", RULE_NEEDS_PLAN, exemption_in, exemption_out,
		sizeof(struct exemption_facts), sizeof(struct exemption_values), exemption_rule},
	{0}
};
