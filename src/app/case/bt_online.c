/* bt_online.c: 113身障: basic training on line with consent, and 逕予免除實體課程基礎訓練 by notice of the authority.
 * PLAN-027 … 029   LAW: 訓練辦法§11-1; 113身障第2點第1款第2目、第3目, 第4點第1款 */
#include "app/case/bt.h"
#include "base/text.h"

const struct deadline_kind case_online_due = {
	.name = "online-bt", .title = "完成線上學習基礎訓練", .who = "受訓人員", .consequence = "訓練期滿日前未完成者，不得請證，由保訓會決定",
	.citation = "訓練計畫第4點第1款", .link = "/trainees/",
};

struct online { struct date filed, consented, completed; const char *why; int64_t hours; };
struct finished { struct date completed; int64_t hours; };

static const struct code online_states[] = {
	{"filed", "已函報"}, {"forwarded", "已轉陳保訓會"}, {"returned", "退回補正"}, {"consented", "同意線上學習"}, {"refused", "不同意"},
	{"completed", "已完成"}, {0}
};
static const struct field online_fields[] = {
	FIELD(online, filed, DATE, EDIT, "函報日期", .need = true, .today = true),
	FIELD(online, why, TEXT, EDIT, "確無法參加實體課程之特殊原因", .need = true, .lines = true, .wide = true, .most = 1000, .privacy = SENSITIVE),
	FIELD(online, consented, DATE, SHOW, "同意日期"),
	FIELD(online, completed, DATE, SHOW, "完成日期"),
	FIELD(online, hours, INT, SHOW, "完成時數"),
	{0}
};
static const struct field finished_fields[] = {
	FIELD(finished, completed, DATE, EDIT, "完成全部課程之日期", .need = true),
	FIELD(finished, hours, INT, EDIT, "完成時數", .need = true, .least = 1, .most = 1000), {0}
};

/* 「實務訓練期滿日前」 with the last day itself.                PLAN-028, A-27 */
static void judge_finished(struct life_case *c)
{
	const struct online *o = c->data;
	const struct plan_value *hours = case_value(c->life, PLAN_BT_ONLINE_HOURS);
	struct date end = c->life->training.end;
	struct verdict *v = life_finding(c, "online-bt");
	const char *cite = case_cite(c->life, PLAN_CITE_PERIOD, NULL);

	if (!hours) {
		verdict_param_missing(v, "bt.online.hours");
	} else if (o->hours && o->hours < hours->n) {
		verdict_refuse(v, NULL, cite, "完成%lld小時，未達規定之%lld小時", (long long)o->hours, (long long)hours->n);
		return;
	} else {
		v->result = RESULT_OK;
	}
	if (!date_set(end))
		return;
	if (!date_set(o->completed))
		verdict_say(v, cite, "應於訓練期滿日%s前（含當日）完成", date_long_text(c->mem, end));
	else if (date_before(end, o->completed))
		verdict_refuse(v, "LATE", cite, "%s完成，逾訓練期滿日%s %d日；線上學習基礎訓練未於期限內完成，由保訓會決定",
			date_long_text(c->mem, o->completed), date_long_text(c->mem, end), days_between(end, o->completed));
	else
		verdict_say(v, cite, "%s完成，未逾訓練期滿日%s", date_long_text(c->mem, o->completed), date_long_text(c->mem, end));
}

static void review_online(struct life_case *c)
{
	const struct online *o = c->data;

	if (date_set(o->consented))
		judge_finished(c);
}

static void check_filed(struct life_case *c)
{
	case_not_future(c, ((const struct online *)c->data)->filed, "filed");
}

static void check_consent(struct life_case *c)
{
	const struct case_decision *d = c->answers;
	struct online *o = c->data;

	case_check_decision(c, d, o->filed);
	o->consented = d->decided;
}

static void check_refused(struct life_case *c)
{
	case_check_decision(c, c->answers, ((const struct online *)c->data)->filed);
}

static void check_finished(struct life_case *c)
{
	const struct finished *f = c->answers;
	struct online *o = c->data;

	case_not_future(c, f->completed, "completed");
	if (date_set(f->completed) && date_before(f->completed, o->consented))
		case_wrong(c, "completed", "完成日期早於保訓會同意之日%s；經同意後始得參加線上學習。", date_text(c->mem, o->consented));
	o->completed = f->completed;
	o->hours = f->hours;
	judge_finished(c);
}

static void filed(struct db *db, struct life_case *c)
{
	case_bt(db, c, BT_ONLINE_REQUESTED, ((const struct online *)c->data)->filed, "");
}

static void consented(struct db *db, struct life_case *c)
{
	const struct case_decision *d = c->answers;

	case_bt(db, c, BT_ONLINE, d->decided, d->document);
	if (date_set(c->life->training.end))
		life_deadline(db, c, &case_online_due, c->life->training.end, NULL, NULL, case_cite(c->life, PLAN_CITE_PERIOD, NULL));
	life_tell(db, c, "保訓會同意參加線上學習基礎訓練（%s）；請提供電腦設備，並於上班時間安排學習", d->document);
}

static void refused(struct db *db, struct life_case *c)
{
	const struct case_decision *d = c->answers;

	case_bt(db, c, life_last(c->life, &case_waive, NULL, true) ? BT_WAIVED : BT_NONE, d->decided, d->document);
	life_tell(db, c, "保訓會不同意參加線上學習基礎訓練（%s），請辦理實體課程報名", d->document);
}

static void returned(struct db *db, struct life_case *c)
{
	life_tell(db, c, "線上學習基礎訓練之函報退回補正：%s", c->who.reason);
}

static void finished(struct db *db, struct life_case *c)
{
	const struct finished *f = c->answers;

	case_bt(db, c, BT_ONLINE_DONE, f->completed, "");
	life_deadline_met(db, c, &case_online_due, f->completed);
}

static const struct life_act online_acts[] = {
	{.name = "report", .label = "函報國家文官學院", .from = "", .to = "filed", .may = CASE_AGENCY, .note = "經保訓會同意後始得參加線上學習。",
		.check = check_filed, .effect = filed},
	{.name = "edit", .label = "修改", .from = "filed returned", .may = CASE_AGENCY, .edits = true, .check = check_filed},
	{.name = "forward", .label = "轉陳保訓會", .from = "filed", .to = "forwarded", .may = CASE_COLLEGE, CASE_FORWARD,
		.check = case_check_forward},
	{.name = "return", .label = "退回補正", .from = "filed forwarded", .to = "returned", .may = CASE_COLLEGE | CASE_DECIDES, .reason = true,
		.effect = returned},
	{.name = "supply", .label = "補正完成", .from = "returned", .to = "filed", .may = CASE_AGENCY},
	{.name = "consent", .label = "登錄同意", .from = "forwarded", .to = "consented", .may = CASE_DECIDES, CASE_DECISION, .grave = true,
		.check = check_consent, .effect = consented},
	{.name = "refuse", .label = "登錄不同意", .from = "forwarded", .to = "refused", .may = CASE_DECIDES, CASE_DECISION, .reason = true,
		.grave = true, .check = check_refused, .effect = refused},
	{.name = "finish", .label = "登錄完成", .from = "consented", .to = "completed", .may = CASE_COLLEGE | CASE_AGENCY,
		.fields = finished_fields, .size = sizeof(struct finished), .check = check_finished, .effect = finished},
	{0}
};

static struct life_papers proof(struct arena *mem, const struct life_case *c)
{
	struct life_papers p = {1, arena_array(mem, 1, sizeof *p.at)};

	(void)c;
	p.at[0] = (struct life_paper){"proof", "特殊原因之相關證明文件", "", true, false};
	return p;
}

static const char *online_held(const struct life *l)
{
	if (!l->plan || !case_training(l))
		return "";
	if (!case_plan_has(l, PLAN_BT_ONLINE_ALLOWED))
		return case_not_in_plan(l, "線上學習基礎訓練");
	if (l->training.bt_exempt)
		return "已核准免除基礎訓練。";
	if (life_last(l, &case_online, "filed forwarded returned consented completed", true))
		return "已函報線上學習基礎訓練。";
	return NULL;
}

static struct date online_day(const void *data)
{
	return ((const struct online *)data)->filed;
}

static const char *online_citation(const struct life *l)
{
	return case_cite(l, PLAN_CITE_BT_ONLINE, "訓練辦法第11條之1");
}

const struct life_kind case_online = {
	.name = "bt-online", .title = "線上學習基礎訓練", .group = LIFE_APPLICATION, .requirements = "PLAN-027 PLAN-028", .fields = online_fields,
	.size = sizeof(struct online), .states = online_states, .acts = online_acts, .see = CASE_SEES, .held = online_held,
	.day = online_day, .review = review_online, .papers = proof, .college = "filed", .commission = "forwarded", .citation = online_citation,
};

/* ---- 逕予免除 ---- */

struct waive { struct date day; struct code by; const char *document, *why; };

static const struct code authorities[] = {{"commission", "保訓會"}, {"college", "國家文官學院"}, {0}};
static const struct code waive_states[] = {{"waived", "逕予免除"}, {"taken_back", "已撤銷"}, {0}};
static const struct field waive_fields[] = {
	FIELD(waive, by, CODE, EDIT, "通知機關", .need = true, .list = authorities),
	FIELD(waive, day, DATE, EDIT, "通知日期", .need = true),
	FIELD(waive, document, TEXT, EDIT, "通知文號", .need = true, .most = 60),
	FIELD(waive, why, TEXT, EDIT, "個人身心障礙因素之情形", .need = true, .lines = true, .wide = true, .most = 1000, .privacy = SENSITIVE),
	{0}
};

static void check_waive(struct life_case *c)
{
	case_not_future(c, ((const struct waive *)c->data)->day, "day");
}

static void waived(struct db *db, struct life_case *c)
{
	const struct waive *w = c->data;

	case_bt(db, c, BT_WAIVED, w->day, w->document);
	life_tell(db, c, "經%s逕予免除實體課程基礎訓練（%s），訓練期滿日不變；仍得函報參加線上學習基礎訓練", w->by.label, w->document);
}

static void waiver_gone(struct db *db, struct life_case *c)
{
	case_bt(db, c, BT_NONE, case_day(c), "");
	life_tell(db, c, "逕予免除實體課程基礎訓練已撤銷：%s", c->who.reason);
}

static const struct life_act waive_acts[] = {
	{.name = "notice", .label = "登錄逕予免除", .from = "", .to = "waived", .may = CASE_COLLEGE | CASE_DECIDES, .grave = true,
		.check = check_waive, .effect = waived},
	{.name = "take_back", .label = "撤銷", .from = "waived", .to = "taken_back", .may = CASE_COLLEGE | CASE_DECIDES, .reason = true,
		.grave = true, .effect = waiver_gone},
	{0}
};

static const char *waive_held(const struct life *l)
{
	if (!l->plan || !case_training(l))
		return "";
	if (!case_plan_has(l, PLAN_BT_DISABILITY_WAIVER))
		return case_not_in_plan(l, "逕予免除實體課程基礎訓練");
	return l->training.bt == BT_WAIVED ? "已逕予免除實體課程基礎訓練。" : NULL;
}

static struct date waive_day(const void *data)
{
	return ((const struct waive *)data)->day;
}

static const char *waive_citation(const struct life *l)
{
	return case_cite(l, PLAN_CITE_BT_WAIVER, "訓練辦法第11條之1");
}

const struct life_kind case_waive = {
	.name = "bt-waive", .title = "逕予免除實體課程基礎訓練", .group = LIFE_APPLICATION, .requirements = "PLAN-029", .fields = waive_fields,
	.size = sizeof(struct waive), .states = waive_states, .acts = waive_acts, .see = CASE_SEES, .held = waive_held,
	.day = waive_day, .citation = waive_citation,
};
