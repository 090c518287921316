/* bt_result.c: what came of basic training: its result, violations of its tests.
 * PLAN-101, 102, 103, 105   LAW: 訓練辦法§36-1, §38; 訓練計畫第19點第1款 */
#include "app/case/bt.h"
#include "app/guidance/guidance.h"
#include "base/decimal.h"
#include "base/text.h"
#include "rule/revocation.h"

const struct deadline_kind case_self_funded_due = {
	.name = "self-funded", .title = "申請自費重新訓練", .length = "1m", .counted = "next_day", .who = "受訓人員",
	.consequence = "未於期限內申請者，由保訓會廢止受訓資格", .citation = "訓練辦法第38條", .link = "/trainees/",
	.missed = &ex_officio_deadline,
};
const struct deadline_kind case_review_due = {
	.name = "bt-review", .title = "申請基礎訓練成績複查或閱覽試卷", .length = "15d", .counted = "next_day", .who = "受訓人員",
	.consequence = "逾期不予受理", .citation = "訓練辦法第37條之2", .link = "/trainees/", .goes_on = true, .lapses = true,
};

bool bt_score_wrong(const char *score)
{
	struct decimal d = {0};

	return *score && (!decimal_parse(score, &d) || decimal_order(d, decimal_of(0)) < 0 || decimal_order(d, decimal_of(100)) > 0);
}

static const struct code modes[] = {{"in_person", "實體課程（班級）"}, {"online", "線上學習"}, {0}};
static const struct code results[] = {{"passed", "及格"}, {"failed", "不及格"}, {"completed", "完成（未評定及格）"}, {0}};
static const struct code states[] = {{"recorded", "已登錄"}, {0}};

static const struct field fields[] = {
	FIELD(bt_result, mode, CODE, EDIT, "訓練方式", .need = true, .list = modes),
	FIELD(bt_result, result, CODE, EDIT, "結果", .need = true, .list = results),
	FIELD(bt_result, score, TEXT, EDIT, "成績", .most = 6),
	FIELD(bt_result, noticed, DATE, EDIT, "成績通知（核定）日期", .need = true),
	FIELD(bt_result, document, TEXT, EDIT, "通知文號", .most = 60),
	FIELD(bt_result, served, DATE, EDIT, "送達日期", .hint = "不及格者由此日起算申請自費重新訓練之期限"),
	FIELD(bt_result, remark, TEXT, EDIT, "備註", .lines = true, .wide = true, .most = 1000),
	{0}
};

const struct bt_result *bt_last_result(const struct life *l)
{
	const struct life_record *r = life_last(l, &case_result, NULL, true);

	return r ? r->data : NULL;
}

const struct bt_result *bt_failed(const struct life *l)
{
	const struct bt_result *b = bt_last_result(l);

	return b && case_is(b->result, "failed") ? b : NULL;
}

/* ---- what the plan makes of it ---- */

static void judge_counted(struct life_case *c)
{
	struct verdict *v = life_finding(c, "bt-score");
	const char *cite = case_cite(c->life, PLAN_CITE_BT_SCORE, NULL);

	v->result = RESULT_OK;
	if (bt_scored(c->life))
		verdict_say(v, cite, "基礎訓練成績予以採計；不及格者得於期限內申請自費重新訓練1次");
	else
		verdict_say(v, cite, "基礎訓練成績不予採計，僅供登錄；實體課程成績及格者，於其後考試得作為免除基礎訓練之依據");
}

/* Nobody asked in time: 保訓會 revokes.                         PLAN-105   LAW: 訓練辦法§45II; 112高普第20點第4款第1目 */
static void judge_unasked(struct life_case *c)
{
	const struct bt_result *b = c->data;
	const struct plan_value *within = plan_value(c->life->plan, PLAN_SELF_FUNDED_WITHIN);
	const char *cite = c->life->plan->citations[PLAN_CITE_SELF_FUNDED];
	struct act_deadline due;
	struct verdict *v;

	if (!case_is(b->result, "failed") || !bt_scored(c->life) || !within->known || !date_set(b->served) ||
		life_last(c->life, &case_self_funded, NULL, true))
		return;
	v = life_finding(c, "self-funded-missed");
	v->result = RESULT_NOT_MET;
	if (verdict_deadline(v, cite ? cite : "", b->served, within->length, COUNT_NEXT_DAY, &due) && date_before(due.due, c->today)) {
		v->result = RESULT_MET;
		verdict_say(v, "訓練辦法第45條第2項", "未於%s前申請自費重新訓練，應由保訓會廢止受訓資格", date_long_text(c->mem, due.due));
	}
}

static void review(struct life_case *c)
{
	judge_counted(c);
	judge_unasked(c);
}

static void check(struct life_case *c)
{
	const struct bt_result *b = c->data;

	case_not_future(c, b->noticed, "noticed");
	case_not_future(c, b->served, "served");
	if (bt_score_wrong(b->score))
		issue(c->issues, -1, "score", "ERR_SCORE", b->score);
	if (date_set(b->served) && date_set(b->noticed) && date_before(b->served, b->noticed))
		case_wrong(c, "served", "送達日期不可早於通知日期%s。", date_text(c->mem, b->noticed));
	if (case_is(b->mode, "online") && !case_plan_has(c->life, PLAN_BT_ONLINE_ALLOWED))
		case_wrong(c, "mode", "%s", case_not_in_plan(c->life, "線上學習基礎訓練"));
	judge_counted(c);
}

/* ---- what follows ---- */

static enum bt_state state_of(const struct life *l, const struct bt_result *b)
{
	if (case_is(b->mode, "online"))
		return BT_ONLINE_DONE;
	if (case_is(b->result, "passed"))
		return BT_PASSED;
	return case_is(b->result, "failed") && bt_scored(l) ? BT_FAILED : BT_DONE;
}

static void recorded(struct db *db, struct life_case *c)
{
	const struct bt_result *b = c->data;
	const struct plan_value *within = plan_value(c->life->plan, PLAN_SELF_FUNDED_WITHIN);
	enum bt_state to = state_of(c->life, b);

	case_bt(db, c, to, b->noticed, b->document);
	if (bt_scored(c->life) && date_set(b->served))
		life_deadline(db, c, &case_review_due, b->served, NULL, NULL, NULL);
	if (to == BT_FAILED && date_set(b->served))
		life_deadline(db, c, &case_self_funded_due, b->served, case_length(c->mem, within->length, "1m"), "next_day",
			c->life->plan->citations[PLAN_CITE_SELF_FUNDED]);
	else
		deadline_cancel(db, &case_self_funded_due, "trainee", c->life->t.id, c->today, "成績更正");
	life_tell(db, c, "基礎訓練結果：%s（%s）", b->result.label, b->document);
}

static const struct life_act acts[] = {
	{.name = "record", .label = "登錄基礎訓練成績", .from = "", .to = "recorded", .may = CASE_COLLEGE | CASE_DECIDES, .check = check,
		.effect = recorded},
	{.name = "edit", .label = "更正", .from = "recorded", .may = CASE_COLLEGE | CASE_DECIDES, .edits = true, .reason = true, .check = check,
		.effect = recorded},
	{0}
};

static const char *held(const struct life *l)
{
	if (!l->plan || !case_training(l))
		return "";
	if (l->training.bt_exempt)
		return "已核准免除基礎訓練。";
	return life_last(l, &case_result, NULL, true) ? "已登錄基礎訓練成績，請以「更正」修改。" : NULL;
}

static struct date day(const void *data)
{
	return ((const struct bt_result *)data)->noticed;
}

static const char *summary(struct arena *mem, const struct life_record *record)
{
	const struct bt_result *b = record->data;

	return arena_print(mem, "%s%s%s", b->result.label ? b->result.label : "", *b->score ? "，" : "", b->score);
}

static const char *citation(const struct life *l)
{
	return case_cite(l, PLAN_CITE_BT_SCORE, "訓練辦法第36條");
}

const struct life_kind case_result = {
	.name = "bt-result", .title = "基礎訓練成績", .group = LIFE_SCORE, .requirements = "PLAN-101 PLAN-103 PLAN-105", .fields = fields,
	.size = sizeof(struct bt_result), .states = states, .acts = acts, .see = CASE_SEES, .held = held, .day = day, .summary = summary,
	.review = review, .citation = citation,
};

/* ---- a violation of a test ---- */

struct violation { struct code sanction, cheating; struct date tested, decided; const char *subject, *facts, *document; };

static const struct code sanctions[] = {{"deduct", "扣分"}, {"no_score", "不予計分"}, {"barred", "扣考"}, {0}};
static const struct field violation_fields[] = {
	FIELD(violation, tested, DATE, EDIT, "測驗日期", .need = true),
	FIELD(violation, subject, TEXT, EDIT, "測驗科目", .wide = true, .most = 100),
	FIELD(violation, facts, TEXT, EDIT, "違規情事", .need = true, .lines = true, .wide = true, .most = 2000),
	FIELD(violation, sanction, CODE, EDIT, "處分", .need = true, .list = sanctions),
	FIELD(violation, cheating, CODE, EDIT, "以詐術或其他不正當方法舞弊", .list = case_yes_no, .hint = "處分為扣考時請填"),
	FIELD(violation, decided, DATE, EDIT, "處分日期", .need = true),
	FIELD(violation, document, TEXT, EDIT, "處分文號", .most = 60),
	{0}
};

/* 扣考 for cheating is a cause of revocation; the others are none.          PLAN-102 */
static enum result judge_cause(struct life_case *c)
{
	const struct violation *x = c->data;
	bool barred = case_is(x->sanction, "barred");
	const struct cause_facts causes = {.barred = {true, barred},
		.cheating = {case_is(x->cheating, "yes") || case_is(x->cheating, "no"), case_is(x->cheating, "yes")}};
	const struct revocation_facts facts = {&causes};
	struct revocation_values values = {0};
	struct verdict *v = life_finding(c, "revocation");

	revocation_judge(v, &facts, &values);
	return v->result;
}

static void review_violation(struct life_case *c)
{
	judge_cause(c);
}

static void check_violation(struct life_case *c)
{
	const struct violation *x = c->data;

	case_not_future(c, x->tested, "tested");
	case_not_future(c, x->decided, "decided");
	judge_cause(c);
}

static void violated(struct db *db, struct life_case *c)
{
	const struct violation *x = c->data;

	life_revocation_tasks(db, c);                           /* D-21 */
	if (case_is(x->sanction, "barred") && case_is(x->cheating, "yes"))
		life_tell(db, c, "基礎訓練課程測驗舞弊經扣考處分，符合廢止受訓資格事由，應即時函送保訓會（%s）", x->document);
	else
		life_tell(db, c, "基礎訓練課程測驗違規：%s（%s）", x->sanction.label, x->document);
}

static const struct life_act violation_acts[] = {
	{.name = "record", .label = "登錄測驗違規", .from = "", .to = "recorded", .may = CASE_COLLEGE | CASE_DECIDES, .check = check_violation,
		.effect = violated},
	{.name = "edit", .label = "更正", .from = "recorded", .may = CASE_COLLEGE | CASE_DECIDES, .edits = true, .reason = true,
		.check = check_violation},
	{.name = "void", .label = "撤銷", .from = "recorded", .to = "void", .may = CASE_COLLEGE | CASE_DECIDES, .reason = true},
	{0}
};

static const char *violation_held(const struct life *l)
{
	return l->plan && case_training(l) ? NULL : "";
}

static struct date violation_day(const void *data)
{
	return ((const struct violation *)data)->tested;
}

static const char *violation_summary(struct arena *mem, const struct life_record *record)
{
	const struct violation *x = record->data;

	return arena_print(mem, "%s%s", x->sanction.label ? x->sanction.label : "", case_is(x->cheating, "yes") ? "（舞弊）" : "");
}

static const char *violation_citation(const struct life *l)
{
	return case_cite(l, PLAN_CITE_BT_TEST, "訓練辦法第36條之1");
}

const struct life_kind case_violation = {
	.name = "bt-violation", .title = "基礎訓練課程測驗違規", .group = LIFE_SCORE, .requirements = "PLAN-102", .fields = violation_fields,
	.size = sizeof(struct violation), .states = states, .acts = violation_acts, .see = CASE_SEES,
	.held = violation_held, .day = violation_day, .summary = violation_summary, .review = review_violation,
	.citation = violation_citation,
};
