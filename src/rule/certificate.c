/* certificate.c: see certificate.h. */
#include "rule/certificate.h"

#include "base/text.h"
#include "rule/plan.h"
#include "rule/rule.h"

static const char *const opens[] = {"revocation", "stop", "data_correction", NULL};
static const char *const opens_shown[] = {"廢止受訓資格案件未結", "停止訓練未結", "資料更正未結", NULL};
static const char *const statuses[] = {"passed", "exempt", "completed", "online_completed", "waived", "failed", "open", NULL};
static const char *const statuses_shown[] = {"及格", "免除基礎訓練", "完成實體課程", "完成線上學習", "逕予免除實體課程", "不及格", "未完成", NULL};

static const char *const failings[] = {"not_ended", "pt_not_passed", "bt_not_final", "revocation", "stop", "data_correction", NULL};
static const char *const failings_shown[] = {"訓練期滿日未過", "實務訓練未評定及格", "基礎訓練未完成",
	"廢止受訓資格案件未結", "停止訓練未結", "資料更正未結", NULL};

static void fails(struct verdict *v, struct ready_values *to, const char *id, const char *why)
{
	fact_texts_add(v->mem, &to->failing, id);
	verdict_say(v, verdict_cited(v, PLAN_CITE_CERT), "%s", why);
}

/* Where the score of the basic training is not counted, only that it is over; else it has to be passed or exempt. */
static bool is_final(int status, bool counted)
{
	return counted ? status == BT_IS_PASSED || status == BT_IS_EXEMPT : status != BT_IS_OPEN;
}

void ready_judge(struct verdict *v, const struct ready_facts *f, struct ready_values *to)
{
	const struct plan_value *counted = verdict_parameter(v, PLAN_BT_SCORED);

	if (!counted || !verdict_in_range(v, f->today) || !verdict_in_range(v, f->end))
		return;
	fact_texts_none(v->mem, &to->failing);
	if (!date_before(f->end, f->today))
		fails(v, to, "not_ended", arena_print(v->mem, "訓練期滿日%s未過", date_long_text(v->mem, f->end)));
	if (!f->pt_passed)
		fails(v, to, "pt_not_passed", "實務訓練成績未評定及格");
	if (!is_final(f->bt_status, counted->yes))
		fails(v, to, "bt_not_final", arena_print(v->mem, "基礎訓練%s，%s", statuses_shown[f->bt_status],
			counted->yes ? "應及格或免除" : "應完成或免除"));
	for (int i = 0; i < f->open.n; i++)
		for (int k = 0; opens[k]; k++)
			if (text_is(opens[k], f->open.at[i]))
				fails(v, to, opens[k], opens_shown[k]);
	if (verdict_found(v, !to->failing.n))
		verdict_say(v, verdict_cited(v, PLAN_CITE_CERT), "訓練期滿日%s已過，基礎訓練及實務訓練均完成，得辦理請證",
			date_long_text(v->mem, f->end));
}

/* ---- the table ---- */

static void ready_rule(struct verdict *v, const void *facts, void *values)
{
	ready_judge(v, facts, values);
}

static const struct fact ready_in[] = {
	FACT(ready_facts, today, DATE, "今日"),
	FACT(ready_facts, end, DATE, "訓練期滿日"),
	FACT(ready_facts, pt_passed, BOOL, "實務訓練評定及格"),
	FACT(ready_facts, bt_status, CHOICE, "基礎訓練", .choices = statuses, .shown = statuses_shown),
	FACT(ready_facts, open, TEXTS, "未結事項", .choices = opens, .shown = opens_shown, .may_be_absent = true),
	{0}
}, ready_out[] = {
	FACT(ready_values, failing, TEXTS, "未符合之項目", .choices = failings, .shown = failings_shown),
	{0}
};

const struct rule certificate_rules[] = {
	{"certificate-ready", "得否請證", "PLAN-128 PLAN-101 ACMS-018", RULE_NEEDS_PLAN, ready_in, ready_out, sizeof(struct ready_facts),
		sizeof(struct ready_values), ready_rule},
	{0}
};
