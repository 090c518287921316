/* revocation.c: see revocation.h. */
#include "rule/revocation_private.h"

#include <string.h>

#include "base/text.h"
#include "rule/citation.h"
#include "rule/leave.h"
#include "rule/plan.h"
#include "rule/rule.h"

/* What has been found so far. */
struct finding_all {
	struct verdict *v;
	const struct cause_facts *f;
	struct cause_row *rows;
	int n, of[RESULT_NOT_IN_PLAN + 1];                      /* how many of each result */
	struct names missing, params;
};

static const struct cause_test *test_of(const char *id)
{
	for (int i = 0; i < CAUSE_TESTS; i++)
		if (text_is(cause_tests[i].id, id))
			return &cause_tests[i];
	return NULL;
}

static void copy_names(struct arena *mem, struct names *to, const struct names *from)
{
	for (int i = 0; i < from->n; i++)
		names_add(mem, to, from->at[i]);
}

/* A finding in words, and what the test itself had to say. */
static void say(const struct finding_all *all, const struct testing *t, enum result r, const struct plan_cause *cause)
{
	static const char *const found[] = {[RESULT_MET] = "符合", [RESULT_NOT_MET] = "不符合", [RESULT_REVIEW] = "請人工認定",
		[RESULT_PARAM_MISSING] = "訓練計畫檔未定義"};
	struct arena *mem = all->v->mem;

	if (r == RESULT_DATA_MISSING)
		return;
	verdict_say(all->v, plan_cause_cited(mem, all->v->plan, cause->ids.at[0]), "%s：%s", found[r], cause->text);
	for (int i = 0; i < t->v.reasons_n; i++)
		verdict_say(all->v, t->v.reasons[i].citation, "%s", t->v.reasons[i].text);
}

static void add_row(struct finding_all *all, const char *id, struct maybe_int item, enum result r)
{
	all->rows[all->n++] = (struct cause_row){id, item, result_name(r)};
	all->of[r]++;
}

/* False: facts that can't be, and the whole is REFUSED with them. */
static bool refused(struct finding_all *all, const struct testing *t, enum result r)
{
	if (r != RESULT_REFUSED)
		return false;
	return !verdict_refuse(all->v, t->v.code, t->v.reasons[0].citation, "%s", t->v.reasons[0].text);
}

static bool find_in_plan(struct finding_all *all, const struct cause_test *test, const struct plan_cause *cause)
{
	struct testing t = {.v = verdict_new(all->v->mem, all->v->plan, all->v->calendar), .f = all->f, .in_plan = true};
	enum result r = test->run(&t);

	if (refused(all, &t, r))
		return false;
	add_row(all, test->id, (struct maybe_int){true, cause->item}, r);
	say(all, &t, r, cause);
	copy_names(all->v->mem, &all->missing, &t.v.missing);
	copy_names(all->v->mem, &all->params, &t.v.params);
	return true;
}

static bool find_elsewhere(struct finding_all *all, const struct cause_test *test)
{
	struct testing t = {.v = verdict_new(all->v->mem, all->v->plan, all->v->calendar), .f = all->f};
	enum result r = test->run(&t);

	if (refused(all, &t, r))
		return false;
	if (r == RESULT_DATA_MISSING)
		return true;
	add_row(all, test->id, (struct maybe_int){0}, RESULT_NOT_IN_PLAN);
	verdict_say(all->v, all->v->plan->title, "本訓練計畫無此廢止事由：%s", test->label);
	return true;
}

static bool find_all(struct finding_all *all, const struct plan_value *causes)
{
	const struct plan_cause *cause = causes->rows.at;
	const struct cause_test *test;

	for (int i = 0; i < causes->rows.n; i++)
		for (int k = 0; k < cause[i].ids.n; k++)
			if ((test = test_of(cause[i].ids.at[k])) && !find_in_plan(all, test, &cause[i]))
				return false;
	for (int i = 0; i < CAUSE_TESTS; i++)
		if (!plan_has_cause(all->v->plan, cause_tests[i].id) && !find_elsewhere(all, &cause_tests[i]))
			return false;
	return true;
}

/* Hours and times that can't be refuse the whole, whatever they are for. */
static bool counts_are_good(struct verdict *v, const struct cause_facts *f)
{
	const struct { const struct maybe_int *n; const char *label; int least; } counts[] = {
		{&f->course_hours, "課程時數", 1}, {&f->unexcused_hours, "請假缺課時數", 0}, {&f->truancy_hours, "曠課時數", 0},
		{&f->absence_hours, "曠職時數", 0},
	};

	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++)
		if (counts[i].n->known && !verdict_count(v, verdict_cited(v, PLAN_CITE_REVOKE), counts[i].label, counts[i].n->n, counts[i].least))
			return false;
	return true;
}

/* The strongest finding of all. */
static void conclude(struct finding_all *all)
{
	static const enum result order[] = {RESULT_MET, RESULT_REVIEW, RESULT_PARAM_MISSING, RESULT_NOT_MET, RESULT_DATA_MISSING};
	size_t i = 0;

	while (i + 1 < sizeof(order) / sizeof(*order) && !all->of[order[i]])
		i++;
	all->v->result = order[i];
	if (order[i] == RESULT_DATA_MISSING) {
		all->v->missing = all->missing;
		verdict_say(all->v, verdict_cited(all->v, PLAN_CITE_REVOKE), "缺少必要資料：未提供任何廢止事由之完整事實");
	}
	if (order[i] == RESULT_PARAM_MISSING)
		all->v->params = all->params;
}

void revocation_judge(struct verdict *v, const struct revocation_facts *f, struct revocation_values *to)
{
	const struct plan_value *causes = verdict_parameter(v, PLAN_REVOKE_CAUSES);
	struct finding_all all = {.v = v, .f = f->facts, .rows = arena_array(v->mem, CAUSE_TESTS, sizeof(*all.rows))};

	if (!causes || !counts_are_good(v, f->facts) || !find_all(&all, causes))
		return;
	conclude(&all);
	to->causes = (struct fact_rows){all.n, all.rows};
}

/* ---- the table ---- */

static void revocation_rule(struct verdict *v, const void *facts, void *values)
{
	revocation_judge(v, facts, values);
}

static const char *const causes[] = {"waive_absent_quit", "bt_retrain_failed", "bt_absence_20", "bt_truancy_5", "pt_absent_3d", "impersonation",
	"cheating_barred", "pt_failed", "sick_leave_end", "leave_half", "major_demerit", "violence", "bad_conduct", NULL};
static const char *const causes_shown[] = {"放棄、未報到或中途離訓", "基礎訓練重新訓練不及格", "基礎訓練缺課", "基礎訓練曠課", "實務訓練曠職",
	"冒名頂替、偽造或變造證件", "舞弊扣考", "實務訓練成績不及格", "延長病假期滿", "請假逾二分之一", "獎懲累積達一大過", "強暴脅迫",
	"品德操守不良", NULL};
static const char *const found[] = {"MET", "NOT_MET", "REVIEW", "PARAM_MISSING", "DATA_MISSING", "NOT_IN_PLAN", NULL};
static const char *const found_shown[] = {"符合", "不符合", "請人工認定", "訓練計畫未定義", "缺少資料", "本計畫無此事由", NULL};

static const struct fact period_facts[] = {
	FACT(cause_period, start, DATE, "起日"),
	FACT(cause_period, end, DATE, "期滿日"),
	{0}
}, finding_facts[] = {
	FACT(cause_finding, found, BOOL, "經發現"),
	FACT(cause_finding, evidence, BOOL, "有具體事證"),
	{0}
}, cause_in[] = {
	FACT(cause_facts, waived, MAYBE_BOOL, "自願放棄受訓資格", .may_be_absent = true),
	FACT(cause_facts, not_reported, MAYBE_BOOL, "未於規定之時間內報到", .may_be_absent = true),
	FACT(cause_facts, left, MAYBE_BOOL, "中途離訓", .may_be_absent = true),
	FACT(cause_facts, bt_retrain_passed, MAYBE_BOOL, "基礎訓練重新訓練成績及格", .may_be_absent = true),
	FACT(cause_facts, course_hours, MAYBE_INT, "基礎訓練課程時數", .may_be_absent = true),
	FACT(cause_facts, unexcused_hours, MAYBE_INT, "基礎訓練請假缺課時數（不含曠課及不可歸責之事由）", .may_be_absent = true),
	FACT(cause_facts, truancy_hours, MAYBE_INT, "基礎訓練曠課時數", .may_be_absent = true),
	FACT(cause_facts, absence_hours, MAYBE_INT, "實務訓練曠職時數", .may_be_absent = true),
	FACT(cause_facts, barred, MAYBE_BOOL, "扣考處分", .may_be_absent = true),
	FACT(cause_facts, cheating, MAYBE_BOOL, "以詐術或其他不正當方法舞弊", .may_be_absent = true),
	FACT(cause_facts, pt_confirmed_fail, MAYBE_BOOL, "實務訓練成績經核定不及格", .may_be_absent = true),
	FACT(cause_facts, sick_leave_expired, MAYBE_BOOL, "延長病假期滿", .may_be_absent = true),
	FACT(cause_facts, returned, MAYBE_BOOL, "已銷假繼續訓練", .may_be_absent = true),
	FACT_OF(cause_facts, period, cause_period, "訓練期間", period_facts, .may_be_absent = true),
	FACT(cause_facts, leave, ROWS, "請假", .row = leave_row_facts, .row_size = sizeof(struct leave_row), .may_be_absent = true),
	FACT(cause_facts, conduct, ROWS, "獎懲", .row = conduct_row_facts, .row_size = sizeof(struct conduct_row), .may_be_absent = true),
	FACT(cause_facts, period_ended, MAYBE_BOOL, "訓練期滿", .may_be_absent = true),
	FACT_OF(cause_facts, impersonation, cause_finding, "冒名頂替、偽造或變造證件", finding_facts, .may_be_absent = true),
	FACT_OF(cause_facts, violence, cause_finding, "施以強暴脅迫", finding_facts, .may_be_absent = true),
	FACT_OF(cause_facts, bad_conduct, cause_finding, "品德操守不良，情節嚴重", finding_facts, .may_be_absent = true),
	{0}
}, revocation_in[] = {
	FACT_OF(revocation_facts, facts, cause_facts, "事實", cause_in),
	{0}
}, row_facts[] = {
	FACT(cause_row, id, TEXT, "事由", .choices = causes, .shown = causes_shown),
	FACT(cause_row, item, MAYBE_INT, "目次"),
	FACT(cause_row, result, TEXT, "認定", .choices = found, .shown = found_shown),
	{0}
}, revocation_out[] = {
	FACT(revocation_values, causes, ROWS, "廢止事由", .row = row_facts, .row_size = sizeof(struct cause_row)),
	{0}
};

const struct rule revocation_rules[] = {
	{"revocation", "廢止受訓資格事由之檢核", "PLAN-119 PLAN-120 PLAN-121", RULE_NEEDS_PLAN, revocation_in, revocation_out,
		sizeof(struct revocation_facts), sizeof(struct revocation_values), revocation_rule},
	{0}
};
