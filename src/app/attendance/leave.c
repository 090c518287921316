/* leave.c: 請假、曠職、曠課: the records, what no field can tell, what they make true.
 * PLAN-091 … 096, PLAN-098   LAW: 訓練辦法§30, §31, §44I; 公務人員請假規則§14, §15 */
#include <string.h>

#include "app/attendance/attendance.sql.h"
#include "app/attendance/private.h"
#include "base/text.h"
#include "rule/leave.h"
#include "rule/period.h"

static const struct code kinds[] = {
	{"official", "公假"}, {"personal", "事假"}, {"sick", "病假"}, {"long_sick", "延長病假"}, {"marriage", "婚假"}, {"funeral", "喪假"},
	{"birth", "娩假"}, {"miscarriage", "流產假"}, {"prenatal", "產前假"}, {"paternity", "陪產假"}, {"donation", "骨髓捐贈或器官捐贈假"},
	{"annual", "休假"}, {"concentrated", "集中訓練公假"}, {"truancy", "曠課"}, {"absence", "曠職"}, {"other", "其他假別"}, {0}
};
static const struct code phases[] = {{"pt", "實務訓練"}, {"bt", "基礎訓練"}, {0}};
static const struct code excuses[] = {
	{"none", "無"}, {"illness", "重大傷病"}, {"not_attributable", "其他不可歸責事由"}, {"unclear", "尚待認定"}, {0}
};

static const struct field leave_fields[] = {
	FIELD(leave, kind, CODE, EDIT, "假別", .need = true, .list = kinds),
	FIELD(leave, other, TEXT, EDIT, "其他假別名稱", .most = 30, .hint = "假別為「其他假別」時填寫。"),
	FIELD(leave, from, DATE, EDIT, "起日", .need = true),
	FIELD(leave, from_time, TEXT, EDIT, "起時", .most = 5, .example = "08:30"),
	FIELD(leave, until, DATE, EDIT, "迄日", .need = true),
	FIELD(leave, until_time, TEXT, EDIT, "迄時", .most = 5, .example = "17:30"),
	FIELD(leave, hours, INT, EDIT, "時數", .need = true, .least = 1, .most = 8784, .hint = "8小時為1日；例假日除延長病假外不計入。"),
	FIELD(leave, phase, CODE, EDIT, "訓練階段", .list = phases, .hint = "留白時，以基礎訓練之起訖日認定。"),
	FIELD(leave, course_hours, INT, EDIT, "該梯次課程總時數", .most = 2000, .hint = "基礎訓練期間之請假、曠課填寫。"),
	FIELD(leave, excuse, CODE, EDIT, "不可歸責事由", .list = excuses, .hint = "基礎訓練期間請病假、事假等，是否屬重大傷病或其他不可歸責事由。"),
	FIELD(leave, known, DATE, EDIT, "知悉日期", .hint = "曠職：知悉當日應通報保訓會；留白時為起日。"),
	FIELD(leave, approved_by, TEXT, EDIT, "核准人員", .most = 60),
	FIELD(leave, document, TEXT, EDIT, "假單或核准文號", .most = 60),
	{0}
};

struct returning { struct date day; };
static const struct field returning_fields[] = {FIELD(returning, day, DATE, EDIT, "銷假日期", .need = true, .today = true), {0}};
struct prolonging { struct date until; int64_t hours; const char *document; };
static const struct field prolonging_fields[] = {
	FIELD(prolonging, until, DATE, EDIT, "延長後迄日", .need = true),
	FIELD(prolonging, hours, INT, EDIT, "延長後總時數", .need = true, .least = 1, .most = 8784),
	FIELD(prolonging, document, TEXT, EDIT, "核准文號", .most = 60),
	{0}
};

static const struct code states[] = {
	{"recorded", "已登錄"}, {"returned", "已銷假"}, {"expired", "期滿不能銷假"}, {0}
};

static bool is(const struct leave *l, const char *kind)
{
	return text_is(l->kind.id, kind);
}

const char *leave_label(const struct leave *l)
{
	return is(l, "other") && l->other && *l->other ? l->other : l->kind.label;
}

static const char *leave_cite(const struct life *l)
{
	return life_cite(l, "leave", "訓練辦法第31條");
}

static const char *class_cite(const struct life *l)
{
	return life_cite(l, "leave_bt", "訓練辦法第30條");
}

static void begin(const struct life *l, void *data)
{
	((struct leave *)data)->from = ((struct leave *)data)->until = l->today;
}

static struct date day(const void *data)
{
	return ((const struct leave *)data)->from;
}

static const char *summary(struct arena *mem, const struct life_record *r)
{
	const struct leave *l = r->data;

	return arena_print(mem, "%s　%s至%s　%lld小時%s", leave_label(l), date_text(mem, l->from), date_text(mem, l->until), (long long)l->hours,
		text_is(l->phase.id, "bt") ? "（基礎訓練）" : "");
}

/* ---- what no field can tell ---- */

static void set_phase(struct life_case *c, struct leave *l)
{
	const struct training *t = &c->life->training;
	bool in_class = date_set(t->bt_start) && !date_before(l->from, t->bt_start) && !date_before(t->bt_end, l->from);

	if (!l->phase.id || !*l->phase.id)
		l->phase = phases[in_class];
	if (is(l, "truancy") && (text_is(l->phase.id, "pt") || (date_set(t->bt_start) && !in_class)))
		life_refuse(c, "kind", leave_cite(c->life), "曠課僅適用基礎訓練期間，%s為實務訓練期間，請改登錄「曠職」",
			date_text(c->mem, l->from));
	if (is(l, "absence") && text_is(l->phase.id, "bt"))
		life_refuse(c, "kind", class_cite(c->life), "曠職適用實務訓練期間，%s為基礎訓練期間，請改登錄「曠課」", date_text(c->mem, l->from));
}

static void check_days(struct life_case *c, const struct leave *l)
{
	const struct training *t = &c->life->training;

	if (!issue_range(c->issues, -1, "from", l->from, "until", l->until) && !in_training(c->life, l->from))
		life_refuse(c, "from", life_cite(c->life, "period", "訓練辦法第25條"), "%s不在訓練期間%s至%s內，請更正日期",
			date_text(c->mem, l->from),
			date_text(c->mem, t->report_date), date_text(c->mem, t->end));
	/* Who is away without leave is known to be when it has happened. */
	if ((is(l, "absence") || is(l, "truancy")) && date_before(c->today, l->until))
		issue(c->issues, -1, "until", "ERR_DATE_FUTURE", date_text(c->mem, c->today));
	if (date_set(l->known) && date_before(c->today, l->known))
		issue(c->issues, -1, "known", "ERR_DATE_FUTURE", date_text(c->mem, c->today));
	if (date_set(l->known) && date_before(l->known, l->from))
		issue(c->issues, -1, "known", "ERR_TEXT_GIVEN", arena_print(c->mem, "知悉日期%s早於起日%s，請確認。", date_text(c->mem, l->known),
			date_text(c->mem, l->from)));
	if (is(l, "other") && !*l->other)
		issue(c->issues, -1, "other", "ERR_REQUIRED");
}

static bool check_time(struct life_case *c, const char *field, const char **time)
{
	*time = text_fold(c->mem, *time ? *time : "");
	if (!**time || minutes_of(*time) >= 0)
		return true;
	issue(c->issues, -1, field, "ERR_TEXT_GIVEN", arena_print(c->mem, "時間「%s」不正確，請以24小時制輸入時與分，例如 08:30。", *time));
	return false;
}

/* ---- 職務代理: leave that goes on for a month ---- */

static bool joins(const struct calendar *calendar, struct date until, struct date from)
{
	bool provisional = false;

	return !date_before(calendar_office_day(calendar, date_plus(until, 1), &provisional), from);
}

/* The span of leave around this one without an office day between. */
static void span(struct life_case *c, const struct leave *l, struct date *from, struct date *until)
{
	*from = l->from;
	*until = l->until;
	for (bool grown = true; grown;) {
		struct life_now all = {c->life, c, &leave_kind, NULL, false};
		const struct leave *x;

		grown = false;
		while ((x = life_now_next(&all))) {
			if (is(x, "absence") || is(x, "truancy"))
				continue;
			if (date_before(*until, x->until) && joins(c->life->calendar, *until, x->from))
				*until = x->until, grown = true;
			if (date_before(x->from, *from) && joins(c->life->calendar, x->until, *from))
				*from = x->from, grown = true;
		}
	}
}

static void say_substitute(struct life_case *c, const struct leave *l)
{
	const struct plan_value *least = life_plan_value(c->life, "proxy.leave_min");
	struct date from, until;

	if (!least || is(l, "absence") || is(l, "truancy"))
		return;
	span(c, l, &from, &until);
	if (date_before(until, period_end(from, least->length)))
		return;
	struct verdict *v = life_finding(c, "substitute-leave");

	v->result = RESULT_MET;
	verdict_say(v, life_cite(c->life, "proxy", "訓練辦法第31條"),
		"連續請假%s至%s，達%s以上，其職務得比照「各機關職務代理應行注意事項」安排代理，報主管機關核准",
		date_text(c->mem, from), date_text(c->mem, until), period_text(c->mem, least->length));
}

/* ---- acts ---- */

static void check(struct life_case *c)
{
	struct leave *l = c->data;
	bool times = check_time(c, "from_time", &l->from_time);

	times = check_time(c, "until_time", &l->until_time) && times;
	if (!date_set(l->from) || !date_set(l->until) || !l->kind.id || !*l->kind.id || !times)
		return;
	if (!date_set(l->known) && is(l, "absence"))
		l->known = l->from;
	check_days(c, l);
	set_phase(c, l);
	if (c->issues->n)
		return;
	leave_check_overlap(c, l);
	leave_warn_of_hours(c, l);
	attendance_test_causes(c);
	say_substitute(c, l);
}

/* 訓練辦法§30: what is missed in class hours goes into the record of the practical training. */
static void say_class(struct life_case *c, const struct leave *l)
{
	struct verdict *v;

	if (!text_is(l->phase.id, "bt"))
		return;
	v = life_finding(c, "leave-in-class");
	v->result = RESULT_OK;
	verdict_say(v, class_cite(c->life), "基礎訓練期間之%s，缺課時數通知用人機關，併入實務訓練請假紀錄", leave_label(l));
}

/* What was told when it was entered is told wherever it is looked at. */
static void review(struct life_case *c)
{
	say_class(c, c->data);
	leave_warn_of_hours(c, c->data);
	attendance_test_causes(c);
	say_substitute(c, c->data);
}

/* 曠職 is an anomaly of its own: told the same day, reported within three.                                PLAN-084, 086 */
static void tell_absence(struct db *db, struct life_case *c, const struct leave *l)
{
	struct anomaly a = {.cause = {"absence", "曠職"}, .happened = l->from, .known = l->known, .happened_at = l->from_time, .unit = "",
		.work_items = "", .course = "", .evidence = "", .handling = "", .accused = "",
		.summary = arena_print(c->mem, "曠職%lld小時（%s至%s）", (long long)l->hours, date_text(c->mem, l->from),
		date_text(c->mem, l->until))};

	life_begin(db, c->life, &anomaly_kind, "record", &a, NULL, &c->who, c->issues);
}

/* Day by day, as the ledger shows it.                                                                      PLAN-091 b */
static void keep_days(struct db *db, struct life_case *c)
{
	struct leave_days days = leave_days_of(c->mem, c->life->calendar, c->data);

	db_run(db, &leave_day_remove, A(c->record->id));
	for (int i = 0; i < days.n && !text_is(c->act->to, "void"); i++)
		db_run(db, &leave_day_put, A(c->record->id), A(days.at[i].day), A(c->life->t.id), A(c->record->agency),
			A(leave_label(c->data)), A(days.at[i].leave->phase.id), A(days.at[i].hours));
}

void attendance_hand_over(struct db *db, int64_t admission, int64_t agency)
{
	db_run(db, &leave_day_given_over, A(admission), A(agency));
}

static void watch_sick_leave(struct db *db, struct life_case *c)
{
	const struct leave *l = c->data;

	if (is(l, "long_sick"))
		life_deadline(db, c, &sick_leave_deadline, date_plus(l->until, 1), NULL, NULL, life_cite(c->life, "revoke", leave_cite(c->life)));
}

static void recorded(struct db *db, struct life_case *c)
{
	const struct leave *l = c->data;

	keep_days(db, c);
	if (is(l, "absence"))
		tell_absence(db, c, l);
	watch_sick_leave(db, c);
	life_revocation_tasks(db, c);
}

static void corrected(struct db *db, struct life_case *c)
{
	keep_days(db, c);
	watch_sick_leave(db, c);
	life_revocation_tasks(db, c);
	attendance_causes_gone(db, c);
}

static void voided(struct db *db, struct life_case *c)
{
	keep_days(db, c);
	attendance_causes_gone(db, c);
	if (is(c->data, "long_sick"))
		deadline_cancel(db, &sick_leave_deadline, "trainee", c->life->t.id, c->today, "紀錄作廢");
}

/* ---- 延長病假 ---- */

static const char *only_long_sick(const struct life_case *c)
{
	return is(c->record->data, "long_sick") ? NULL : "";
}

static void return_check(struct life_case *c)
{
	const struct returning *a = c->answers;
	const struct leave *l = c->data;

	issue_range(c->issues, -1, field_named(c->kind->fields, "from")->label, l->from, "day", a->day);
}

static void returned(struct db *db, struct life_case *c)
{
	life_deadline_met(db, c, &sick_leave_deadline, ((const struct returning *)c->answers)->day);
}

static void expire_check(struct life_case *c)
{
	const struct leave *l = c->data;

	if (!date_before(l->until, c->today))
		life_refuse(c, "", life_cite(c->life, "revoke", "訓練辦法第44條"), "延長病假核准至%s，期滿次日起始得登錄",
			date_text(c->mem, l->until));
	attendance_test_causes(c);
}

static void expired(struct db *db, struct life_case *c)
{
	life_deadline_met(db, c, &sick_leave_deadline, c->today);
	life_revocation_tasks(db, c);
}

/* Extended again before it ended: a new last day.                                                        PLAN-096 c */
static void prolong_check(struct life_case *c)
{
	const struct prolonging *a = c->answers;
	struct leave *l = c->data;
	struct date was = ((const struct leave *)c->record->data)->until;

	if (!date_set(a->until))
		return;
	if (!date_before(was, a->until))
		life_refuse(c, "until", leave_cite(c->life), "再延長之迄日%s應晚於原核准之迄日%s，請更正日期", date_text(c->mem, a->until),
			date_text(c->mem, was));
	l->until = a->until;
	l->hours = a->hours;
	leave_check_overlap(c, l);
	attendance_test_causes(c);
}

static struct life_papers papers(struct arena *mem, const struct life_case *c)
{
	static const struct life_paper wanted[] = {{"proof", "請假證明文件", "診斷書、核准文件等", false, false}};

	(void)c;
	return (struct life_papers){1, arena_copy(mem, wanted, sizeof wanted)};
}

#define WRITE MAY_LIFE_EDIT
static const struct life_act acts[] = {
	{"record", "登錄", "", "recorded", WRITE, .check = check, .effect = recorded,
		.note = "曠職登錄後即產生特殊異常情事通報，請於知悉當日通報保訓會。"},
	{"correct", "更正", "recorded", NULL, WRITE | MAY_COMMISSION, .edits = true, .reason = true, .check = check, .effect = corrected},
	{"return", "登錄銷假", "recorded", "returned", WRITE, returning_fields, sizeof(struct returning), .held = only_long_sick,
		.check = return_check, .effect = returned},
	{"prolong", "再延長", "recorded", NULL, WRITE, prolonging_fields, sizeof(struct prolonging), .held = only_long_sick,
		.check = prolong_check, .effect = corrected},
	{"expire", "期滿不能銷假", "recorded", "expired", WRITE, .reason = true, .grave = true, .held = only_long_sick, .check = expire_check,
		.effect = expired, .note = "確認核准延長病假期滿仍不能銷假繼續訓練，符合廢止受訓資格事由，應即時函報保訓會。"},
	{"void", "作廢", "recorded returned", "void", WRITE | MAY_COMMISSION, .reason = true, .effect = voided},
	{0}
};

const struct life_kind leave_kind = {
	.name = "leave", .title = "請假、曠職、曠課", .group = LIFE_ATTENDANCE,
	.requirements = "PLAN-091 PLAN-092 PLAN-093 PLAN-094 PLAN-095 PLAN-096 PLAN-098", .fields = leave_fields, .size = sizeof(struct leave),
	.states = states, .acts = acts, .see = ATTENDANCE_SEES, .held = not_reported, .begin = begin, .day = day, .summary = summary,
	.review = review, .papers = papers, .citation = leave_cite,
};
