/* training.c: 集中訓練 within the practical training, and other training or study outside.             PLAN-019, PLAN-020 */
#include "app/attendance/private.h"
#include "base/text.h"
#include "rule/leave.h"
#include "rule/period.h"

static const struct code states[] = {{"recorded", "已登錄"}, {0}};

/* ---- 集中訓練 ---- */

struct concentrated { struct date from, until; struct code sent; const char *organiser, *name, *document; };
static const struct code sent_codes[] = {{"yes", "派訓"}, {"no", "不派訓"}, {0}};
static const struct field concentrated_fields[] = {
	FIELD(concentrated, name, TEXT, EDIT, "訓練名稱", .need = true, .most = 100, .hint = "依考試等級、類科辦理之集中訓練。"),
	FIELD(concentrated, organiser, TEXT, EDIT, "辦理機關", .need = true, .most = 100),
	FIELD(concentrated, from, DATE, EDIT, "起日", .need = true),
	FIELD(concentrated, until, DATE, EDIT, "迄日", .need = true),
	FIELD(concentrated, sent, CODE, EDIT, "派訓情形", .need = true, .list = sent_codes),
	FIELD(concentrated, document, TEXT, EDIT, "調訓文號", .most = 60),
	{0}
};

static const char *concentrated_cite(const struct life *l)
{
	return life_cite(l, "concentrated", "訓練辦法第6條");
}

static void concentrated_begin(const struct life *l, void *data)
{
	(void)l;
	((struct concentrated *)data)->sent = sent_codes[0];
}

static struct date concentrated_day(const void *data)
{
	return ((const struct concentrated *)data)->from;
}

static const char *concentrated_summary(struct arena *mem, const struct life_record *r)
{
	const struct concentrated *x = r->data;

	return arena_print(mem, "%s（%s）　%s至%s", x->name, x->organiser, date_text(mem, x->from), date_text(mem, x->until));
}

static void warn_of_length(struct life_case *c, const struct concentrated *x)
{
	const struct plan_value *least = life_plan_value(c->life, "concentrated.length_min");
	const struct plan_value *most = life_plan_value(c->life, "concentrated.length_max");

	if (!least || !most)
		return;
	/* An odd week has five days of classes: what matters is how many weeks it touches. */
	if (date_before(period_end(x->from, most->length), x->until))
		life_warn(c, "concentrated-length", concentrated_cite(c->life), "期間以1至2週為原則，本次%d日", days_between(x->from, x->until) + 1);
}

static void concentrated_check(struct life_case *c)
{
	const struct concentrated *x = c->data;

	if (text_is(x->sent.id, "no"))
		life_refuse(c, "sent", life_cite(c->life, "concentrated", "訓練辦法第6條"),
			"實務訓練機關（構）學校不得拒絕指派受訓人員參訓（NOT_ALLOWED），請選擇「派訓」");
	if (!date_set(x->from) || !date_set(x->until) || issue_range(c->issues, -1, "from", x->from, "until", x->until))
		return;
	if (!in_training(c->life, x->from) || !in_training(c->life, x->until))
		life_refuse(c, "from", concentrated_cite(c->life), "集中訓練應在實務訓練期間%s至%s內，請更正日期",
			date_text(c->mem, c->life->training.report_date), date_text(c->mem, c->life->training.end));
	else
		warn_of_length(c, x);
}

/* Those who attend are on 公假. */
static void concentrated_recorded(struct db *db, struct life_case *c)
{
	const struct concentrated *x = c->data;
	struct leave l = {.kind = {"concentrated", "集中訓練公假"}, .phase = {"pt", "實務訓練"}, .excuse = {"", ""}, .from = x->from,
		.until = x->until, .from_time = "", .until_time = "", .other = "", .approved_by = "", .document = x->document, .hours = INT32_MAX};
	struct leave_days days = leave_days_of(c->mem, c->life->calendar, &l);

	l.hours = 0;
	for (int i = 0; i < days.n; i++)
		l.hours += HOURS_A_DAY;
	life_begin(db, c->life, &leave_kind, "record", &l, NULL, &c->who, c->issues);
}

static const struct life_act concentrated_acts[] = {
	{"record", "登錄", "", "recorded", MAY_LIFE_EDIT, .check = concentrated_check, .effect = concentrated_recorded,
		.note = "參訓期間以公假登記。"},
	{"void", "作廢", "recorded", "void", MAY_LIFE_EDIT | MAY_COMMISSION, .reason = true, .note = "公假紀錄請於「請假、曠職、曠課」一併作廢。"},
	{0}
};

const struct life_kind concentrated_kind = {
	.name = "concentrated", .title = "集中訓練", .group = LIFE_ATTENDANCE, .requirements = "PLAN-019", .fields = concentrated_fields,
	.size = sizeof(struct concentrated), .states = states, .acts = concentrated_acts, .see = ATTENDANCE_SEES, .held = not_reported,
	.begin = concentrated_begin, .day = concentrated_day, .summary = concentrated_summary, .citation = concentrated_cite,
};

/* ---- 外派訓練、進修 ---- */

struct outside { struct code kind; struct date from, until; const char *name, *reason; };
static const struct code outside_kinds[] = {
	{"assigned", "機關因業務需要指派之訓練"}, {"sent_study", "選送進修"}, {"own_study", "自行申請進修"}, {0}
};
static const struct field outside_fields[] = {
	FIELD(outside, kind, CODE, EDIT, "種類", .need = true, .list = outside_kinds),
	FIELD(outside, name, TEXT, EDIT, "訓練或進修名稱", .need = true, .most = 100),
	FIELD(outside, from, DATE, EDIT, "起日", .need = true),
	FIELD(outside, until, DATE, EDIT, "迄日", .need = true),
	FIELD(outside, reason, TEXT, EDIT, "業務需要之理由", .need = true, .lines = true, .most = 1000),
	{0}
};

static const char *outside_cite(const struct life *l)
{
	return life_cite(l, "study", "訓練計畫實務訓練規定");
}

static struct date outside_day(const void *data)
{
	return ((const struct outside *)data)->from;
}

static const char *outside_summary(struct arena *mem, const struct life_record *r)
{
	const struct outside *x = r->data;

	return arena_print(mem, "%s　%s至%s", x->name, date_text(mem, x->from), date_text(mem, x->until));
}

static void outside_check(struct life_case *c)
{
	const struct outside *x = c->data;

	if (x->kind.id && *x->kind.id && !text_is(x->kind.id, "assigned"))
		life_refuse(c, "kind", outside_cite(c->life), "實務訓練期間不得經選送或自行申請參加進修；機關因業務需要指派之訓練不在此限");
	issue_range(c->issues, -1, "from", x->from, "until", x->until);
}

static const struct life_act outside_acts[] = {
	{"record", "登錄", "", "recorded", MAY_LIFE_EDIT, .check = outside_check},
	{"void", "作廢", "recorded", "void", MAY_LIFE_EDIT | MAY_COMMISSION, .reason = true},
	{0}
};

const struct life_kind outside_kind = {
	.name = "outside", .title = "外派訓練、進修", .group = LIFE_ATTENDANCE, .requirements = "PLAN-020", .fields = outside_fields,
	.size = sizeof(struct outside), .states = states, .acts = outside_acts, .see = ATTENDANCE_SEES, .held = not_reported,
	.day = outside_day, .summary = outside_summary, .citation = outside_cite,
};
