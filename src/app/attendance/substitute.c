/* substitute.c: 職務代理: who stands in for the post during a long leave or stop, and whose standing in ends before the trainee comes.
 * PLAN-098 … 100   LAW: 訓練計畫附則; 各機關職務代理應行注意事項 */
#include "app/attendance/private.h"
#include "base/text.h"
#include "rule/leave.h"
#include "rule/period.h"

struct substitute { struct code basis, stop; struct date from, until; bool agreed; const char *name, *agreed_by, *document; };
static const struct code bases[] = {{"before", "報到前之代理或約聘僱人員"}, {"leave", "請假1個月以上"}, {"stop", "停止訓練1個月以上"}, {0}};
static const struct code stops[] = {{"service", "服役或請公假（訓練辦法第34條之1）"}, {"custody", "受刑、勒戒、羈押等（訓練辦法第35條）"},
	{"bt", "基礎訓練（訓練辦法第34條）"}, {0}};

static const struct field substitute_fields[] = {
	FIELD(substitute, basis, CODE, EDIT, "事由", .need = true, .list = bases),
	FIELD(substitute, name, TEXT, EDIT, "代理或約聘僱人員", .need = true, .most = 60),
	FIELD(substitute, from, DATE, EDIT, "起日", .hint = "請假或停止訓練之起日；報到前之代理可留白。"),
	FIELD(substitute, until, DATE, EDIT, "迄日"),
	FIELD(substitute, stop, CODE, EDIT, "停止訓練種類", .list = stops),
	FIELD(substitute, agreed, BOOL, EDIT, "分發機關已通盤考量並同意", .hint = "事由為停止訓練時。"),
	FIELD(substitute, agreed_by, TEXT, EDIT, "核准機關", .most = 100, .hint = "主管機關；得授權所屬機關核准。"),
	FIELD(substitute, document, TEXT, EDIT, "核准文號", .most = 60),
	{0}
};

struct releasing { struct date day; };
static const struct field releasing_fields[] = {FIELD(releasing, day, DATE, EDIT, "解除代理或解聘僱日期", .need = true, .today = true), {0}};

static const struct code states[] = {{"serving", "代理中"}, {"released", "已解除"}, {0}};

static bool is(struct code c, const char *id)
{
	return text_is(c.id, id);
}

static const char *substitute_cite(const struct life *l)
{
	return life_cite(l, "proxy", "各機關職務代理應行注意事項");
}

static struct date day(const void *data)
{
	return ((const struct substitute *)data)->from;
}

static const char *summary(struct arena *mem, const struct life_record *r)
{
	const struct substitute *x = r->data;

	return arena_print(mem, "%s　%s", x->basis.label, x->name);
}

static const char *stop_cite(const struct life *l)
{
	return life_cite(l, "proxy_stop", "各機關職務代理應行注意事項");
}

/* Long enough?  The span is that of the leave or the stop, first and last day. */
static bool long_enough(struct life_case *c, const struct substitute *x, const char *key, const char *citation)
{
	const struct plan_value *least = life_plan_value(c->life, key);
	struct verdict *v;
	bool enough;

	if (!date_set(x->from) || !date_set(x->until)) {
		issue(c->issues, -1, date_set(x->from) ? "until" : "from", "ERR_REQUIRED");
		return false;
	}
	if (issue_range(c->issues, -1, "from", x->from, "until", x->until))
		return false;
	if (!least)
		return true;
	enough = !date_before(x->until, period_end(x->from, least->length));
	v = life_finding(c, is(x->basis, "leave") ? "substitute-leave" : "substitute-stop");
	v->result = enough ? RESULT_MET : RESULT_NOT_MET;
	verdict_say(v, citation, "%s至%s%s%s（至少至%s）", date_text(c->mem, x->from), date_text(c->mem, x->until), enough ? "達" : "未達",
		period_text(c->mem, least->length), date_text(c->mem, period_end(x->from, least->length)));
	return enough;
}

/* The leave on record from the first to the last day without an office day between. */
static bool on_leave(const struct life_case *c, const struct substitute *x)
{
	struct leave_days days = leave_ledger(c->life, NULL);

	for (struct date d = x->from; !date_before(x->until, d); d = date_plus(d, 1)) {
		int64_t hours = 0;

		for (int i = 0; i < days.n; i++)
			hours += date_same(days.at[i].day, d) && !is(days.at[i].leave->kind, "absence") && !is(days.at[i].leave->kind, "truancy") ?
				days.at[i].hours : 0;
		if (hours < HOURS_A_DAY && calendar_is_office_day(c->life->calendar, d))
			return false;
	}
	return true;
}

static void check_leave(struct life_case *c, const struct substitute *x)
{
	const char *cited = substitute_cite(c->life);

	if (!long_enough(c, x, "proxy.leave_min", cited)) {
		if (!c->issues->n)
			life_refuse(c, "until", cited, "連續請假未達1個月，不得安排職務代理；請確認請假起訖日");
	} else if (!on_leave(c, x)) {
		life_refuse(c, "from", cited, "%s至%s之間有上班日未登錄請假，請假不連續；請先登錄請假紀錄", date_text(c->mem, x->from),
			date_text(c->mem, x->until));
	}
}

static void check_stop(struct life_case *c, const struct substitute *x)
{
	const char *cited = stop_cite(c->life);

	if (is(x->stop, ""))
		issue(c->issues, -1, "stop", "ERR_REQUIRED");
	if (is(x->stop, "bt")) {
		life_warn(c, "substitute-stop", cited, "計畫僅列訓練辦法第34條之1及第35條之停止訓練，未列停止基礎訓練，請人工認定");
		return;
	}
	if (!long_enough(c, x, "proxy.stop_min", cited)) {
		if (!c->issues->n)
			life_refuse(c, "until", cited, "停止訓練未達1個月，不得安排職務代理");
	} else if (!x->agreed) {
		life_refuse(c, "agreed", cited, "分發機關尚未同意；經通盤考量並同意後，始得安排職務代理");
	}
}

static void check(struct life_case *c)
{
	const struct substitute *x = c->data;

	if (is(x->basis, "leave"))
		check_leave(c, x);
	if (is(x->basis, "stop"))
		check_stop(c, x);
	if (!is(x->basis, "before") && (!x->agreed_by || !*x->agreed_by))
		life_warn(c, "substitute-approval", substitute_cite(c->life),
			"應比照「各機關職務代理應行注意事項」報主管機關核准（得授權所屬機關），請補登核准機關及文號");
}

/* Before R, or R itself at the latest where nobody knows better.                                           PLAN-100 */
static void recorded(struct db *db, struct life_case *c)
{
	const struct training *t = &c->life->training;
	struct date by = date_set(t->report_date) ? t->report_date : t->report_by;

	if (is(((const struct substitute *)c->data)->basis, "before"))
		life_deadline(db, c, &release_deadline, date_set(by) ? by : c->today, NULL, NULL, substitute_cite(c->life));
}

static void release_check(struct life_case *c)
{
	const struct releasing *a = c->answers;
	const struct training *t = &c->life->training;

	if (is(((const struct substitute *)c->data)->basis, "before") && date_set(a->day) && date_set(t->report_date) &&
		date_before(t->report_date, a->day))
		life_warn(c, "substitute-late", substitute_cite(c->life), "受訓人員%s報到，原代理或約聘僱人員應於報到前解除，實際於%s解除",
			date_text(c->mem, t->report_date), date_text(c->mem, a->day));
}

static void released(struct db *db, struct life_case *c)
{
	if (is(((const struct substitute *)c->data)->basis, "before"))
		life_deadline_met(db, c, &release_deadline, ((const struct releasing *)c->answers)->day);
}

static void voided(struct db *db, struct life_case *c)
{
	if (is(((const struct substitute *)c->data)->basis, "before"))
		deadline_cancel(db, &release_deadline, "trainee", c->life->t.id, c->today, "紀錄作廢");
}

static const struct life_act acts[] = {
	{"record", "登錄", "", "serving", MAY_LIFE_EDIT, .check = check, .effect = recorded},
	{"correct", "更正", "serving", NULL, MAY_LIFE_EDIT, .edits = true, .check = check, .effect = recorded},
	{"release", "登錄解除", "serving", "released", MAY_LIFE_EDIT, releasing_fields, sizeof(struct releasing), .check = release_check,
		.effect = released},
	{"void", "作廢", "serving released", "void", MAY_LIFE_EDIT | MAY_COMMISSION, .reason = true, .effect = voided},
	{0}
};

const struct life_kind substitute_kind = {
	.name = "substitute", .title = "職務代理", .group = LIFE_ATTENDANCE, .requirements = "PLAN-098 PLAN-099 PLAN-100",
	.fields = substitute_fields, .size = sizeof(struct substitute), .states = states, .acts = acts, .see = MAY_LIFE_SEE, .day = day,
	.summary = summary, .citation = substitute_cite,
};
