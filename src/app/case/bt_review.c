/* bt_review.c: what the plans leave to 訓練辦法: 成績複查 and 閱覽試卷 of basic training, once each, and 迴避 of who rates.
 * PLAN-140, 142   LAW: 訓練辦法§37-2, §42-1 */
#include "app/case/bt.h"
#include "base/text.h"
#include "rule/law.h"

const struct deadline_kind case_answer_due = {
	.name = "bt-answer", .title = "答復成績複查或閱覽試卷", .length = "15d", .counted = "next_day", .who = "國家文官學院",
	.consequence = "必要時得延長10日", .citation = "訓練辦法第37條之2", .link = "/trainees/", .goes_on = true,
};

struct asked { struct date received, filed, answer_by; const char *what; bool paid, extended; };
struct answer { struct date day; const char *document, *outcome; };

static const struct code states[] = {{"filed", "已申請"}, {"extended", "延長答復"}, {"answered", "已答復"}, {"refused", "不受理"}, {0}};
static const struct field fields[] = {
	FIELD(asked, received, DATE, EDIT, "收到成績通知單之日", .need = true),
	FIELD(asked, filed, DATE, EDIT, "申請日期", .need = true, .today = true),
	FIELD(asked, what, TEXT, EDIT, "申請項目（科目）", .wide = true, .most = 200),
	FIELD(asked, paid, BOOL, EDIT, "已繳納費用"),
	FIELD(asked, answer_by, DATE, SHOW, "答復末日"),
	{0}
};
static const struct field answer_fields[] = {
	FIELD(answer, day, DATE, EDIT, "答復日期", .need = true, .today = true),
	FIELD(answer, document, TEXT, EDIT, "答復文號", .most = 60),
	FIELD(answer, outcome, TEXT, EDIT, "答復結果", .need = true, .lines = true, .wide = true, .most = 1000),
	{0}
};

static const char law[] = "訓練辦法第37條之2";

/* What the law gives on a day; NULL: nothing is known of that day.                       [法規] 訓練辦法§37-2 */
static const struct law_value *by_law(const struct life *l, enum law_key k, struct date day)
{
	return l->plan ? law_value(l->plan->law, k, day) : NULL;
}

/* Days in which an answer is due, with those that it may be put off; n 0: not known. */
static struct period answer_days(const struct life *l, const struct asked *a, bool put_off)
{
	const struct law_value *days = by_law(l, LAW_RECHECK_ANSWER, a->filed), *more = by_law(l, LAW_RECHECK_EXTEND, a->filed);

	return (struct period){(days ? days->value.length.n : 0) + (put_off && more ? more->value.length.n : 0), 'd'};
}

/* For the deadline; NULL: as its kind says. */
static const char *answer_length(const struct life_case *c, const struct asked *a, bool put_off)
{
	struct period days = answer_days(c->life, a, put_off);

	return days.n ? arena_print(c->mem, "%dd", days.n) : NULL;
}

static struct verdict *judge(struct life_case *c)
{
	const struct asked *a = c->data;
	const struct law_value *within = by_law(c->life, LAW_RECHECK_WITHIN, a->received);
	const char *law_now = within ? law_words(c->mem, within) : law;
	struct verdict *v = life_finding(c, "bt-review");
	struct act_deadline due;

	if (!bt_scored(c->life)) {
		v->result = RESULT_REVIEW;
		verdict_say(v, law, "本訓練計畫之基礎訓練成績不予採計，是否受理請人工認定");
		return v;
	}
	if (!within) {
		verdict_param_missing(v, law_key_name(LAW_RECHECK_WITHIN));
		return v;
	}
	v->result = RESULT_ALLOWED;
	if (verdict_deadline(v, law_now, a->received, within->value.length, COUNT_NEXT_DAY, &due) && date_set(a->filed) &&
		date_before(due.due, a->filed))
		verdict_refuse(v, "LATE", law_now, "%s申請，逾期不予受理（末日：%s）", date_long_text(c->mem, a->filed),
			date_long_text(c->mem, due.due));
	return v;
}

static void review(struct life_case *c)
{
	judge(c);
}

static void check(struct life_case *c)
{
	struct asked *a = c->data;

	case_not_future(c, a->received, "received");
	case_not_future(c, a->filed, "filed");
	if (!a->paid)
		case_wrong(c, "paid", "應先繳納費用始得申請（%s）。", law);
	life_refused(c, judge(c), "filed");
	if (date_set(a->filed))
		a->answer_by = act_deadline(c->life->calendar, a->filed, answer_days(c->life, a, false), COUNT_NEXT_DAY).due;
}

static void check_extend(struct life_case *c)
{
	struct asked *a = c->data;

	a->answer_by = act_deadline(c->life->calendar, a->filed, answer_days(c->life, a, true), COUNT_NEXT_DAY).due;
}

static void check_answer(struct life_case *c)
{
	case_not_future(c, ((const struct answer *)c->answers)->day, "day");
}

static void filed(struct db *db, struct life_case *c)
{
	const struct asked *a = c->data;

	life_deadline(db, c, &case_answer_due, a->filed, answer_length(c, a, false), "next_day", NULL);
}

static void extended(struct db *db, struct life_case *c)
{
	const struct asked *a = c->data;

	life_deadline(db, c, &case_answer_due, a->filed, answer_length(c, a, true), "next_day", NULL);
}

static void answered(struct db *db, struct life_case *c)
{
	const struct answer *a = c->answers;

	life_deadline_met(db, c, &case_answer_due, a->day);
	life_tell(db, c, "%s已答復（%s）", c->kind->title, a->document);
}

static const struct life_act acts[] = {
	{.name = "file", .label = "登錄申請", .from = "", .to = "filed", .may = CASE_AGENCY | CASE_COLLEGE, .check = check, .effect = filed},
	{.name = "extend", .label = "延長答復期限", .from = "filed", .to = "extended", .may = CASE_COLLEGE, .reason = true, .check = check_extend,
		.effect = extended},
	{.name = "answer", .label = "登錄答復", .from = "filed extended", .to = "answered", .may = CASE_COLLEGE, .fields = answer_fields,
		.size = sizeof(struct answer), .check = check_answer, .effect = answered},
	{0}
};

static const char *held_of(const struct life *l, const struct life_kind *k)
{
	if (!l->plan || !bt_last_result(l))
		return "";
	return life_last(l, k, NULL, true) ? "以1次為限，已申請（訓練辦法第37條之2）。" : NULL;
}

static const char *recheck_held(const struct life *l) { return held_of(l, &case_recheck); }
static const char *view_held(const struct life *l) { return held_of(l, &case_view); }

static void begin(const struct life *l, void *data)
{
	const struct bt_result *b = bt_last_result(l);

	if (b)
		((struct asked *)data)->received = b->served;
}

static struct date day(const void *data)
{
	return ((const struct asked *)data)->filed;
}

static const char *citation(const struct life *l)
{
	return case_cite_law(l, law);
}

#define KIND(n, t) .name = n, .title = t, .group = LIFE_SCORE, .requirements = "PLAN-142", .fields = fields, .size = sizeof(struct asked), \
	.states = states, .acts = acts, .see = CASE_SEES, .college = "filed extended", \
	.begin = begin, .day = day, .review = review, .citation = citation

const struct life_kind case_recheck = {KIND("bt-recheck", "基礎訓練成績複查"), .held = recheck_held};
const struct life_kind case_view = {KIND("bt-view", "閱覽基礎訓練試卷"), .held = view_held};

/* ---- 迴避 ---- */

struct recuse { const char *name, *deputy; struct code role, relation; struct date declared; };

static const struct code roles[] = {
	{"guide", "輔導員"}, {"unit_head", "單位主管"}, {"committee", "考績委員會委員"}, {"chief", "機關首長"}, {0}
};
static const struct code relations[] = {
	{"none", "無應迴避之關係"}, {"spouse", "配偶"}, {"former_spouse", "前配偶"}, {"blood", "三親等內血親"}, {"marriage", "三親等內姻親"}, {0}
};
static const struct code recuse_states[] = {{"declared", "已聲明"}, {0}};
static const struct field recuse_fields[] = {
	FIELD(recuse, role, CODE, EDIT, "職責", .need = true, .list = roles),
	FIELD(recuse, name, TEXT, EDIT, "評分（審議）人員姓名", .need = true, .most = 60),
	FIELD(recuse, relation, CODE, EDIT, "與受訓人員之關係", .need = true, .list = relations, .privacy = PERSONAL),
	FIELD(recuse, deputy, TEXT, EDIT, "迴避後由何人代理", .most = 60, .hint = "應迴避者必填；考績委員會委員填「不計入」"),
	FIELD(recuse, declared, DATE, EDIT, "聲明日期", .need = true, .today = true),
	{0}
};

static void judge_relation(struct life_case *c)
{
	const struct recuse *x = c->data;
	struct verdict *v = life_finding(c, "recusal");
	bool related = *x->relation.id && !case_is(x->relation, "none");

	v->result = related ? RESULT_MET : RESULT_NOT_MET;
	verdict_say(v, "訓練辦法第42條之1", related ? "%s%s為受訓人員之%s，應自行迴避，不得參與評分、審議" : "%s%s：%s", x->role.label, x->name,
		x->relation.label);
}

static void check_relation(struct life_case *c)
{
	const struct recuse *x = c->data;

	case_not_future(c, x->declared, "declared");
	judge_relation(c);
	if (*x->relation.id && !case_is(x->relation, "none"))
		case_need(c, *x->deputy, "deputy");
}

#define RATES (CASE_AGENCY | MAY_GUIDE | MAY_UNIT_HEAD)

static const struct life_act recuse_acts[] = {
	{.name = "declare", .label = "登錄迴避聲明", .from = "", .to = "declared", .may = RATES, .check = check_relation},
	{.name = "edit", .label = "更正", .from = "declared", .may = RATES, .edits = true, .reason = true, .check = check_relation},
	{.name = "void", .label = "作廢", .from = "declared", .to = "void", .may = CASE_AGENCY, .reason = true},
	{0}
};

static const char *recuse_held(const struct life *l)
{
	return l->plan && case_training(l) ? NULL : "";
}

static struct date recuse_day(const void *data)
{
	return ((const struct recuse *)data)->declared;
}

static const char *recuse_summary(struct arena *mem, const struct life_record *record)
{
	const struct recuse *x = record->data;

	return arena_print(mem, "%s%s：%s", x->role.label ? x->role.label : "", x->name, x->relation.label ? x->relation.label : "");
}

static const char *recuse_citation(const struct life *l)
{
	return case_cite(l, PLAN_CITE_SCORES, "訓練辦法第42條之1");
}

const struct life_kind case_recuse = {
	.name = "recuse", .title = "迴避聲明", .group = LIFE_SCORE, .requirements = "PLAN-140", .fields = recuse_fields,
	.size = sizeof(struct recuse), .states = recuse_states, .acts = recuse_acts, .see = MAY_LIFE_SEE | RATES, .held = recuse_held,
	.day = recuse_day, .summary = recuse_summary, .review = judge_relation, .citation = recuse_citation,
};
