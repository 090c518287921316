/* bt_self.c: 自費重新訓練 after failed basic training (112高普), once.
 * PLAN-103 … 105   LAW: 訓練辦法§25III, §38, §45II; 112高普第19點第1款第2目 */
#include "app/case/bt.h"
#include "app/guidance/guidance.h"
#include "base/text.h"
#include "rule/period.h"
#include "rule/revocation.h"

struct approval { CASE_DECISION_MEMBERS; struct date class_end; };
struct outcome { const char *score, *document; struct date noticed; };

static const struct field fields[] = {
	FIELD(bt_self, noticed, DATE, EDIT, "不及格通知日期", .need = true),
	FIELD(bt_self, notice_no, TEXT, EDIT, "不及格通知文號", .most = 60),
	FIELD(bt_self, served, DATE, EDIT, "不及格通知送達日期", .need = true),
	FIELD(bt_self, filed, DATE, EDIT, "申請日期", .need = true, .today = true, .hint = "掛號郵寄者為郵戳日期"),
	FIELD(bt_self, postal_code, TEXT, EDIT, "郵遞區號", .most = 6, .privacy = PERSONAL),
	FIELD(bt_self, address, TEXT, EDIT, "通訊地址", .wide = true, .privacy = PERSONAL),
	FIELD(bt_self, phone, TEXT, EDIT, "電話", .most = 40, .privacy = PERSONAL),
	FIELD(bt_self, new_end, DATE, SHOW, "加計重新訓練後之訓練期滿日"),
	FIELD(bt_self, class_end, DATE, SHOW, "重新訓練結訓日期"),
	FIELD(bt_self, score, TEXT, SHOW, "重新訓練成績"),
	FIELD(bt_self, differs, CODE, SHOW, "標示", .list = case_marks),
	{0}
};
static const struct field approval_fields[] = {
	CASE_DECISION_FIELDS(approval),
	FIELD(approval, class_end, DATE, EDIT, "重新訓練結訓日期", .hint = "已排定時填寫"),
	{0}
};
static const struct field outcome_fields[] = {
	FIELD(outcome, score, TEXT, EDIT, "成績", .need = true, .most = 6),
	FIELD(outcome, noticed, DATE, EDIT, "成績通知日期", .need = true),
	FIELD(outcome, document, TEXT, EDIT, "通知文號", .most = 60),
	{0}
};
static const struct code states[] = {
	{"filed", "已申請"}, {"forwarded", "已函送保訓會"}, {"returned", "退回補正"}, {"approved", "自費重新訓練中"}, {"refused", "不准"},
	{"passed", "重新訓練及格"}, {"failed", "重新訓練仍不及格"}, {0}
};

/* ---- what the rules say ---- */

static struct verdict *judge_window(struct life_case *c)
{
	const struct bt_self *s = c->data;
	struct verdict *v = life_finding(c, "self-funded");
	const struct plan_value *within = verdict_parameter(v, PLAN_SELF_FUNDED_WITHIN);
	const char *cite = c->life->plan->citations[PLAN_CITE_SELF_FUNDED];
	struct act_deadline due;

	if (!within || !date_set(s->served))
		return v;
	v->result = RESULT_ALLOWED;
	if (verdict_deadline(v, cite ? cite : "", s->served, within->length, COUNT_NEXT_DAY, &due) && date_set(s->filed) &&
		date_before(due.due, s->filed))
		verdict_refuse(v, "LATE", cite ? cite : "", "%s申請，逾期（末日：%s）；未於期限內申請者，由保訓會廢止受訓資格",
			date_long_text(c->mem, s->filed), date_long_text(c->mem, due.due));
	return v;
}

static void judge_failed(struct life_case *c)
{
	const struct cause_facts causes = {.bt_retrain_passed = {true, false}};
	const struct revocation_facts facts = {&causes};
	struct revocation_values values = {0};

	revocation_judge(life_finding(c, "revocation"), &facts, &values);
}

/* The last day follows the length of basic training; a class that takes longer doesn't move it.                PLAN-104 */
static void compare_days(struct life_case *c)
{
	const struct bt_self *s = c->data;

	if (date_before(s->new_end, s->class_end) && date_set(s->new_end))
		case_remark(c, "self-class", c->kind->citation(c->life),
			"重新訓練至%s結訓，晚於加計後之訓練期滿日%s；期滿日不因此變更，須經保訓會來函另定較晚之期滿日，始得依來函登錄",
			date_long_text(c->mem, s->class_end), date_long_text(c->mem, s->new_end));
}

static void review(struct life_case *c)
{
	judge_window(c);
	compare_days(c);
	if (text_is(c->record->state.id, "failed"))
		judge_failed(c);
}

/* ---- checks ---- */

static void check_file(struct life_case *c)
{
	const struct bt_self *s = c->data;

	case_not_future(c, s->noticed, "noticed");
	case_not_future(c, s->served, "served");
	case_not_future(c, s->filed, "filed");
	judge_window(c);
}

static void check_refusal(struct life_case *c)
{
	struct bt_self *s = c->data;

	case_check_decision(c, c->answers, s->filed);
	s->differs = case_mark(case_differs(judge_window(c), false));
}

/* Both days are kept with the record, since the training's own may move again.                                PLAN-104 */
static void check_approval(struct life_case *c)
{
	const struct approval *a = c->answers;
	struct bt_self *s = c->data;
	struct case_decision d = {a->document, a->decided, a->served, a->remark};
	struct date first = date_plus(c->life->training.end, 1);

	case_check_decision(c, &d, s->filed);
	s->differs = case_mark(case_differs(judge_window(c), true));
	s->class_end = a->class_end;
	s->new_end = period_end(first, plan_value(c->life->plan, PLAN_BT_LENGTH)->length);
	if (date_set(a->class_end) && date_before(a->class_end, s->noticed))
		case_wrong(c, "class_end", "重新訓練結訓日期早於不及格通知日期%s，請查明。", date_text(c->mem, s->noticed));
	compare_days(c);
}

static void check_outcome(struct life_case *c)
{
	const struct outcome *o = c->answers;

	case_not_future(c, o->noticed, "noticed");
	if (bt_score_wrong(o->score))
		issue(c->issues, -1, "score", "ERR_SCORE", o->score);
	((struct bt_self *)c->data)->score = o->score;
	if (text_is(c->act->name, "fail"))
		judge_failed(c);
}

/* ---- what follows ---- */

static void filed(struct db *db, struct life_case *c)
{
	const struct bt_self *s = c->data;

	case_bt(db, c, BT_SELF_REQUESTED, s->filed, "");
	life_deadline_met(db, c, &case_self_funded_due, s->filed);
	case_asked(db, c, case_view_of(&c->findings.at[c->findings.n - 1].verdict) == CASE_FOR);
}

static void returned(struct db *db, struct life_case *c)
{
	life_tell(db, c, "自費重新訓練申請退回補正：%s", c->who.reason);
}

/* From the day after the last day so far, as long as basic training is.        PLAN-104   LAW: 訓練辦法§25III */
static void approved(struct db *db, struct life_case *c)
{
	const struct approval *d = c->answers;
	const struct plan_value *length = plan_value(c->life->plan, PLAN_BT_LENGTH);
	struct training_news news = life_news(c, TRAINING_EVENTS, d->decided, d->document);

	case_asked(db, c, true);
	case_bt(db, c, BT_SELF_RUNNING, d->decided, d->document);
	training_end_moves(db, case_now(db, c), &(struct end_row){.cause = END_SELF_FUNDED, .from = date_plus(c->life->training.end, 1),
		.length = length->length, .document = d->document, .arrived = d->served, .remark = c->kind->title, .made = c->who.now}, &news,
		c->issues);
	life_tell(db, c, "保訓會核准自費重新訓練（%s），訓練期滿日自原訓期屆滿日之翌日起加計%s", d->document, period_text(c->mem, length->length));
}

static void refused(struct db *db, struct life_case *c)
{
	const struct case_decision *d = c->answers;

	case_bt(db, c, BT_FAILED, d->decided, d->document);
	life_tell(db, c, "自費重新訓練申請：保訓會不准（%s）", d->document);
}

static void outcome(struct db *db, struct life_case *c)
{
	const struct outcome *o = c->answers;
	bool passed = text_is(c->act->name, "pass");

	life_revocation_tasks(db, c);                           /* D-21, where the second try failed */
	case_bt(db, c, passed ? BT_PASSED : BT_FAILED_FINAL, o->noticed, o->document);
	life_tell(db, c, passed ? "自費重新訓練成績及格（%s）" :
		"自費重新訓練成績仍不及格（%s），符合廢止受訓資格事由，應即時函送保訓會", o->document);
}

static const struct life_act acts[] = {
	{.name = "file", .label = "登錄申請", .from = "", .to = "filed", .may = CASE_AGENCY | CASE_DECIDES,
		.note = "逾期提出者仍予收件，由保訓會決定；以1次為限。", .check = check_file, .effect = filed},
	{.name = "edit", .label = "修改", .from = "returned", .may = CASE_AGENCY, .edits = true, .check = check_file},
	{.name = "forward", .label = "函送保訓會", .from = "filed returned", .to = "forwarded", .may = CASE_AGENCY, CASE_FORWARD,
		.check = case_check_forward},
	{.name = "return", .label = "退回補正", .from = "filed forwarded", .to = "returned", .may = CASE_DECIDES, .reason = true,
		.effect = returned},
	{.name = "approve", .label = "登錄核准", .from = "filed forwarded", .to = "approved", .may = CASE_DECIDES,
		.fields = approval_fields, .size = sizeof(struct approval), .grave = true, .check = check_approval, .effect = approved},
	{.name = "refuse", .label = "登錄不准", .from = "filed forwarded returned", .to = "refused", .may = CASE_DECIDES, CASE_DECISION,
		.reason = true, .grave = true, .check = check_refusal, .effect = refused},
	{.name = "pass", .label = "登錄重新訓練及格", .from = "approved", .to = "passed", .may = CASE_COLLEGE | CASE_DECIDES,
		.fields = outcome_fields, .size = sizeof(struct outcome), .grave = true, .check = check_outcome, .effect = outcome},
	{.name = "fail", .label = "登錄重新訓練仍不及格", .from = "approved", .to = "failed", .may = CASE_COLLEGE | CASE_DECIDES,
		.fields = outcome_fields, .size = sizeof(struct outcome), .grave = true, .check = check_outcome, .effect = outcome},
	{0}
};

static const char *held(const struct life *l)
{
	if (!l->plan || !case_training(l))
		return "";
	if (!plan_value(l->plan, PLAN_SELF_FUNDED)->yes)
		return case_not_in_plan(l, "自費重新訓練；基礎訓練不予採計訓練成績");
	if (life_last(l, &case_self_funded, NULL, true))
		return "自費重新訓練以1次為限，已申請（訓練辦法第38條）。";
	return bt_failed(l) ? NULL : "";
}

static void begin(const struct life *l, void *data)
{
	const struct bt_result *b = bt_failed(l);
	struct bt_self *s = data;

	if (!b)
		return;
	s->noticed = b->noticed;
	s->notice_no = b->document;
	s->served = b->served;
}

static struct date day(const void *data)
{
	return ((const struct bt_self *)data)->filed;
}

static const char *summary(struct arena *mem, const struct life_record *record)
{
	const struct bt_self *s = record->data;

	return arena_print(mem, "%s申請%s", date_text(mem, s->filed), case_marked(s->differs));
}

static const char *citation(const struct life *l)
{
	return l->plan && l->plan->citations[PLAN_CITE_SELF_FUNDED] ? l->plan->citations[PLAN_CITE_SELF_FUNDED] : "訓練辦法第38條";
}

const struct life_kind case_self_funded = {
	.name = "bt-self-funded", .title = "自費重新訓練", .group = LIFE_APPLICATION, .requirements = "PLAN-103 … 105", .fields = fields,
	.size = sizeof(struct bt_self), .states = states, .acts = acts, .see = CASE_SEES, .held = held, .begin = begin, .day = day,
	.summary = summary, .review = review, .draw = bt_self_draw, .form = "自費重新訓練申請書", .commission = "forwarded", .citation = citation,
};
