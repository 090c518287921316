/* makeup.c: see makeup.h. */
#include "rule/makeup.h"

#include "rule/rule.h"
#include "rule/window.h"

enum { YEAR_MOST = 999 };

/* ---- until when ---- */

static bool know_an_end(struct verdict *v, const struct makeup_window_facts *f)
{
	const char *citation = verdict_cited(v, PLAN_CITE_MAKEUP_WINDOW);

	if (date_set(f->retention_end) || date_set(f->cause_ended))
		return true;
	verdict_data_missing(v, citation, "retention_end", "保留期限屆滿日");
	return verdict_data_missing(v, citation, "cause_ended", "保留原因消滅日");
}

/* LAW: 公務人員考試法§5II: 保留期限屆滿前保留原因消滅者，自原因消滅起算 */
static enum makeup_governed governed_by(const struct makeup_window_facts *f)
{
	if (!date_set(f->cause_ended))
		return GOVERNED_EXPIRY;
	return !date_set(f->retention_end) || !date_before(f->retention_end, f->cause_ended) ? GOVERNED_CAUSE : GOVERNED_EXPIRY;
}

static void say_governed(struct verdict *v, const struct makeup_window_facts *f, enum makeup_governed by)
{
	const char *end = date_set(f->retention_end) ? date_long_text(v->mem, f->retention_end) : "未定",
		*ended = date_set(f->cause_ended) ? date_long_text(v->mem, f->cause_ended) : "尚未發生";

	verdict_say(v, verdict_cited(v, PLAN_CITE_MAKEUP_WINDOW), "保留期限屆滿日%s，保留原因消滅日%s：%s，自%s後起算", end, ended,
		f->study ? "進修碩、博士者兩者以期限先屆至者為準" : "保留期限屆滿前原因消滅者，以原因消滅日為準",
		by == GOVERNED_CAUSE ? "保留原因消滅" : "保留期限屆滿");
}

void makeup_window_judge(struct verdict *v, const struct makeup_window_facts *f, struct makeup_window_values *to)
{
	const struct plan_value *within = verdict_parameter(v, PLAN_MAKEUP_WITHIN);
	struct window_answer answer = {0};
	enum makeup_governed by;

	to->governed_by = -1;
	if (!within || !know_an_end(v, f))
		return;
	by = governed_by(f);
	to->governed_by = (int)by;
	say_governed(v, f, by);
	window_judge(v, &(struct window){.source = verdict_cited(v, PLAN_CITE_MAKEUP_WINDOW), .length = within->length,
		.event = by == GOVERNED_CAUSE ? f->cause_ended : f->retention_end, .counting = COUNT_NEXT_DAY, .filed = f->filed,
		.code = "LATE", .late = "逾期未提出申請者，即喪失考試錄取資格"}, &answer);
	to->due = answer.due;
	to->in_time = answer.in_time;
}

/* ---- which ---- */

void makeup_kind_judge(struct verdict *v, const struct makeup_kind_facts *f, struct makeup_kind_values *to)
{
	const char *citation = verdict_cited(v, PLAN_CITE_MAKEUP_KIND);
	const struct plan_value *from = verdict_parameter(v, PLAN_MAKEUP_FROM), *until;
	bool makeup, retrain;

	if (!from || !(until = verdict_parameter(v, PLAN_MAKEUP_UNTIL)))
		return;
	if (f->exam_year < 1 || f->exam_year > YEAR_MOST) {
		verdict_refuse(v, "BAD_DATA", citation, "資料錯誤：考試年度應為1至%d（實際為%lld）", YEAR_MOST, (long long)f->exam_year);
		return;
	}
	retrain = f->exam_year <= until->n && !(f->in_training.known && !f->in_training.yes);
	makeup = f->exam_year > until->n || !f->in_training.known || !f->in_training.yes;
	if (makeup)
		fact_texts_add(v->mem, &to->kinds, "makeup");
	if (retrain)
		fact_texts_add(v->mem, &to->kinds, "retrain");
	if (f->exam_year > until->n)
		verdict_say(v, citation, "%lld年（%lld年含以後）錄取之保留受訓資格人員：申請補訓", (long long)f->exam_year, (long long)from->n);
	else
		verdict_say(v, citation, "%lld年（%lld年含以前）錄取之保留受訓資格人員：%s", (long long)f->exam_year, (long long)until->n,
			makeup && retrain ? "申請補訓或重新訓練（訓練期間核准保留者為重新訓練，其餘為補訓）" :
			retrain ? "訓練期間核准保留，申請重新訓練" : "非訓練期間核准保留，申請補訓");
}

/* ---- the table ---- */

static void window_rule(struct verdict *v, const void *facts, void *values)
{
	makeup_window_judge(v, facts, values);
}

static void kind_rule(struct verdict *v, const void *facts, void *values)
{
	makeup_kind_judge(v, facts, values);
}

static const char *const governors[] = {"expiry", "cause", NULL}, *const governors_shown[] = {"保留期限屆滿", "保留原因消滅", NULL};
static const char *const kind_names[] = {"makeup", "retrain", NULL}, *const kind_names_shown[] = {"補訓", "重新訓練", NULL};

static const struct fact window_in[] = {
	FACT(makeup_window_facts, retention_end, DATE, "保留期限屆滿日", .may_be_absent = true),
	FACT(makeup_window_facts, cause_ended, DATE, "保留原因消滅日", .may_be_absent = true),
	FACT(makeup_window_facts, study, BOOL, "進修碩、博士", .may_be_absent = true),
	FACT(makeup_window_facts, filed, DATE, "提出日", .may_be_absent = true),
	{0}
}, window_out[] = {
	FACT(makeup_window_values, due, DATE, "末日"),
	FACT(makeup_window_values, governed_by, CHOICE, "起算依據", .choices = governors, .shown = governors_shown),
	FACT(makeup_window_values, in_time, MAYBE_BOOL, "未逾期"),
	{0}
}, kind_in[] = {
	FACT(makeup_kind_facts, exam_year, INT, "考試年度"),
	FACT(makeup_kind_facts, in_training, MAYBE_BOOL, "訓練期間核准保留", .may_be_absent = true),
	{0}
}, kind_out[] = {
	FACT(makeup_kind_values, kinds, TEXTS, "得申請之種類", .choices = kind_names, .shown = kind_names_shown),
	{0}
};

const struct rule makeup_rules[] = {
	{"makeup-window", "補訓或重新訓練之申請期限", "PLAN-043 PLAN-044", RULE_NEEDS_PLAN, window_in, window_out,
		sizeof(struct makeup_window_facts), sizeof(struct makeup_window_values), window_rule},
	{"makeup-kind", "得申請補訓或重新訓練", "PLAN-042", RULE_NEEDS_PLAN, kind_in, kind_out, sizeof(struct makeup_kind_facts),
		sizeof(struct makeup_kind_values), kind_rule},
	{0}
};
