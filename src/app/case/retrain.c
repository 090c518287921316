/* retrain.c: 重新訓練 after a stop: asked for within 15 days, decided, and begun anew at the agency of the first allocation.
 * PLAN-065 … 067   LAW: 訓練辦法§35-1, §45II; 訓練計畫第12點第4款 */
#include "app/case/stop.h"
#include "base/text.h"
#include "rule/stop.h"

struct retrain {
	struct date ended, filed, restart;
	const char *note;
	bool basic;
	struct code differs;
};
struct restart { struct date day; const char *other_agency; };

static const struct field fields[] = {
	FIELD(retrain, ended, DATE, EDIT, "停止訓練原因消滅日", .need = true),
	FIELD(retrain, filed, DATE, EDIT, "申請日期", .need = true, .today = true, .hint = "掛號郵寄者為郵戳日期"),
	FIELD(retrain, note, TEXT, EDIT, "說明", .lines = true, .wide = true, .most = 1000),
	FIELD(retrain, basic, BOOL, SHOW, "停止者為基礎訓練"),
	FIELD(retrain, restart, DATE, SHOW, "重新訓練起始日"),
	FIELD(retrain, differs, CODE, SHOW, "標示", .list = case_marks),
	{0}
};
static const struct field restart_fields[] = {
	FIELD(restart, day, DATE, EDIT, "重新訓練起始日", .need = true),
	FIELD(restart, other_agency, TEXT, EDIT, "非原分配機關者，其機關名稱", .wide = true,
		.hint = "經核准重新訓練人員，仍留原分配機關（構）學校接受訓練"),
	{0}
};
static const struct code states[] = {
	{"filed", "已申請"}, {"returned", "補正中"}, {"approved", "已核准"}, {"refused", "不准"}, {"restarted", "已重新訓練"}, {0}
};

static void judge_window(struct life_case *c)
{
	const struct retrain *r = c->data;
	const struct retrain_window_facts facts = {r->ended, r->filed};
	struct stop_values values = {0};

	retrain_window_judge(life_finding(c, "retrain-window"), &facts, &values);
}

static void review(struct life_case *c)
{
	const struct retrain *r = c->data;

	stop_judge_unasked(c, &(struct stop){.ended = r->ended}, r->basic, r->filed);
	judge_window(c);
}

static void check_file(struct life_case *c)
{
	const struct retrain *r = c->data;

	case_not_future(c, r->filed, "filed");
	case_not_future(c, r->ended, "ended");
	review(c);
}

static void check_decision(struct life_case *c)
{
	struct retrain *r = c->data;

	case_check_decision(c, c->answers, r->filed);
	judge_window(c);
	r->differs = case_mark(case_differs(&c->findings.at[c->findings.n - 1].verdict, text_is(c->act->name, "approve")));
}

static void check_restart(struct life_case *c)
{
	const struct restart *a = c->answers;
	struct retrain *r = c->data;

	case_not_future(c, a->day, "day");
	if (date_set(a->day) && date_before(a->day, r->ended))
		case_wrong(c, "day", "重新訓練起始日不可早於停止訓練原因消滅日%s。", date_text(c->mem, r->ended));
	if (*a->other_agency)
		case_remark(c, "retrain-agency", c->kind->citation(c->life), "重新訓練機關「%s」與原分配機關不同，請確認核准函", a->other_agency);
	r->restart = a->day;
}

static void filed(struct db *db, struct life_case *c)
{
	const struct retrain *r = c->data;

	if (CASE_IN(c->life, STOPPED))
		case_happen(db, c, EVENT_RETRAIN_FILED, r->filed, "");
	life_deadline_met(db, c, &case_retrain_due, r->filed);
	life_deadline_met(db, c, &case_retrain_bt_due, r->filed);
	case_asked(db, c, case_view_of(&c->findings.at[c->findings.n - 1].verdict) == CASE_FOR);
}

static void returned(struct db *db, struct life_case *c)
{
	life_tell(db, c, "重新訓練申請退回補正：%s", c->who.reason);
}

static void approved(struct db *db, struct life_case *c)
{
	const struct case_decision *d = c->answers;

	case_asked(db, c, true);
	life_tell(db, c, "重新訓練經保訓會核准（%s），請於受訓人員回訓時登錄重新訓練起始日", d->document);
}

static void refused(struct db *db, struct life_case *c)
{
	const struct case_decision *d = c->answers;

	if (CASE_IN(c->life, RETRAIN_REQUESTED))
		case_happen(db, c, EVENT_RETRAIN_REFUSED, d->decided, d->document);
	life_tell(db, c, "重新訓練申請：保訓會不准（%s）", d->document);
}

/* The period begins again; where basic training alone was stopped, that begins again. */
static void restarted(struct db *db, struct life_case *c)
{
	const struct restart *a = c->answers;
	const struct case_decision *d = life_answers(c->record, "approve");

	if (CASE_IN(c->life, RETRAIN_REQUESTED))
		case_happen(db, c, EVENT_RETRAIN_APPROVED, a->day, d ? d->document : "");
	else
		case_bt(db, c, BT_NONE, a->day, d ? d->document : "");
}

static const struct life_act acts[] = {
	{.name = "file", .label = "登錄申請", .from = "", .to = "filed", .may = MAY_LIFE_EDIT | MAY_COMMISSION,
		.note = "逾期提出者仍予收件，由保訓會決定。", .check = check_file, .effect = filed},
	{.name = "return", .label = "退回補正", .from = "filed", .to = "returned", .may = CASE_DECIDES, .reason = true, .effect = returned},
	{.name = "supply", .label = "補正完成", .from = "returned", .to = "filed", .may = MAY_LIFE_EDIT},
	{.name = "approve", .label = "登錄核准", .from = "filed", .to = "approved", .may = CASE_DECIDES, CASE_DECISION, .grave = true,
		.check = check_decision, .effect = approved},
	{.name = "refuse", .label = "登錄不准", .from = "filed returned", .to = "refused", .may = CASE_DECIDES, CASE_DECISION, .reason = true,
		.grave = true, .check = check_decision, .effect = refused},
	{.name = "restart", .label = "登錄重新訓練起始日", .from = "approved", .to = "restarted", .may = MAY_LIFE_EDIT | MAY_COMMISSION,
		.fields = restart_fields, .size = sizeof(struct restart), .grave = true, .note = "訓練期間由此日起重新起算，原訓練留存於歷程。",
		.check = check_restart, .effect = restarted},
	{0}
};

static const char *held(const struct life *l)
{
	if (CASE_IN(l, STOPPED) || (case_training(l) && l->training.bt == BT_STOPPED))
		return stop_over(l) ? case_no_plan(l) : "查無已核准之停止訓練。";
	return "";
}

static void begin(const struct life *l, void *data)
{
	const struct life_record *over = stop_over(l);
	struct retrain *r = data;

	if (!over)
		return;
	r->ended = ((const struct stop *)over->data)->ended;
	r->basic = case_is(((const struct stop *)over->data)->scope, "bt_only");
}

static struct date day(const void *data)
{
	return ((const struct retrain *)data)->filed;
}

static const char *summary(struct arena *mem, const struct life_record *record)
{
	const struct retrain *r = record->data;

	return arena_print(mem, "%s申請%s%s", date_text(mem, r->filed), date_set(r->restart) ? arena_print(mem, "，%s重新起算",
		date_text(mem, r->restart)) : "", case_marked(r->differs));
}

static const char *citation(const struct life *l)
{
	return case_cite(l, PLAN_CITE_RETRAIN, "訓練辦法第35條之1");
}

const struct life_kind case_retrain = {
	.name = "retrain", .title = "重新訓練申請（停止訓練後）", .group = LIFE_APPLICATION, .requirements = "PLAN-065 … 067", .fields = fields,
	.size = sizeof(struct retrain), .states = states, .acts = acts, .see = CASE_SEES, .held = held, .begin = begin, .day = day,
	.summary = summary, .review = review, .draw = retrain_draw, .form = "重新訓練函", .commission = "filed", .citation = citation,
};
