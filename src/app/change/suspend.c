/* suspend.c: 停止訓練保留受訓資格: asked for through the 訓練機關, or mandatory above 20 % of the hours; 保訓會 replies.
 * PROMO-076, 078 … 080   LAW: 佐升正訓練辦法§12 */
#include "app/change/hours.h"
#include "base/text.h"
#include "rule/promotion.h"

struct suspend { struct code sort, cause; const char *cause_text, *listed_hours, *course_hours, *late_reason; struct date event, applied; };

const struct deadline_kind change_stop_due = {
	.name = "promotion-stop", .title = "申請停止訓練", .length = "3d", .counted = "next_day", .who = "訓練機關（構）、學校",
	.consequence = "逾期者由保訓會決定", .citation = "升官等訓練辦法停止訓練之規定", .link = "/promotion/participants/",
};

static const struct code sorts[] = {{"requested", "申請停止訓練"}, {"mandatory", "應予停止訓練"}, {0}};
static const struct code causes[] = {{"婚", "婚"}, {"喪", "喪"}, {"懷孕", "懷孕"}, {"分娩", "分娩"}, {"流產", "流產"}, {"重病", "重病"},
	{"其他重大事由", "其他重大事由"}, {0}};
static const struct code states[] = {{"draft", "草稿"}, {"reported", "已函報保訓會"}, {"returned", "退回補正"}, {"approved", "已函復停止訓練"},
	{"refused", "已函復不同意"}, {"taken_back", "已撤回"}, {0}};

static const struct field fields[] = {
	FIELD(suspend, sort, CODE, EDIT, "函報種類", .list = sorts),
	FIELD(suspend, cause, CODE, EDIT, "事由", .list = causes),
	FIELD(suspend, event, DATE, EDIT, "事由發生日", .need = true),
	FIELD(suspend, applied, DATE, EDIT, "申請日", .need = true, .today = true),
	FIELD(suspend, listed_hours, TEXT, EDIT, "因停止訓練事由缺課時數", .most = 8, .hint = "最多兩位小數；班務已登錄請假者自動帶入"),
	FIELD(suspend, course_hours, TEXT, EDIT, "課程時數", .most = 8),
	FIELD(suspend, cause_text, TEXT, EDIT, "事由說明", .lines = true, .wide = true, .most = 1000),
	FIELD(suspend, late_reason, TEXT, EDIT, "逾期仍函報之理由", .lines = true, .wide = true, .most = 1000),
	{0}
};

static const char *citation(const struct life *l)
{
	return change_cite(l, CHANGE_STOP);
}

struct decimal change_decimal(struct life_case *c, const char *field, const char *typed)
{
	const char *text = text_fold(c->mem, typed);
	struct decimal d = {0};

	if (*text && (*text == '-' || !decimal_parse(text, &d) || decimal_order(d, decimal_round(d, 2)))) {
		issue(c->issues, -1, field, "ERR_DECIMAL", "2", typed);
		return (struct decimal){0};
	}
	return d;
}

const char *change_decimal_text(struct arena *mem, struct decimal d)
{
	return d.known ? decimal_text(mem, d, 2) : "";
}

static void begin(const struct life *l, void *data)
{
	const struct change_person *x = change_person(l);
	struct suspend *s = data;

	if (x->hours_known) {
		s->listed_hours = change_decimal_text(l->mem, x->hours.listed);
		s->course_hours = change_decimal_text(l->mem, x->hours.course);
	}
}

static const struct verdict *judge(struct life_case *c, struct promotion_stop_values *to)
{
	const struct suspend *s = c->data;
	struct verdict *v = life_finding(c, "promotion-stop");

	promotion_stop_judge(v, &(struct promotion_stop_facts){.type = change_type(c->life), .year = c->life->participant->year, .event = s->event,
		.filed_on = s->applied, .cause = *s->cause.id ? s->cause.id : NULL, .listed_hours = change_decimal(c, "listed_hours",
			s->listed_hours),
		.course_hours = change_decimal(c, "course_hours", s->course_hours)}, to);
	return v;
}

/* LAW: 佐升正訓練辦法§12: what is late is forwarded with a reason, and 保訓會 decides; what is mandatory has no time limit. */
static void check(struct life_case *c)
{
	const struct suspend *s = c->data;
	struct promotion_stop_values found = {0};
	bool mandatory = change_is(s->sort, "mandatory");

	change_need(c, s->sort, "sort");
	change_not_future(c, s->event, "event");
	change_not_future(c, s->applied, "applied");
	issue_range(c->issues, -1, "event", s->event, "applied", s->applied);
	if (!*s->cause.id && !mandatory)
		issue(c->issues, -1, "cause", "ERR_CAUSE");
	if (change_is(s->cause, "其他重大事由") && !*s->cause_text)
		issue(c->issues, -1, "cause_text", "ERR_REQUIRED");
	if (c->issues->n)
		return;
	judge(c, &found);
	if (mandatory && !found.mandatory.yes)
		life_refuse(c, "sort", citation(c->life),
			"應予停止訓練限因停止訓練事由請假缺課超過課程時數百分之二十；請填缺課及課程時數，未超過者請選申請停止訓練");
	else if (!found.mandatory.yes && found.in_time.known && !found.in_time.yes && !*s->late_reason)
		issue(c->issues, -1, "late_reason", "ERR_STOP_LATE", date_text(c->mem, s->event), date_text(c->mem, found.due));
}

static void review(struct life_case *c)
{
	judge(c, &(struct promotion_stop_values){0});
	if (*((const struct suspend *)c->data)->late_reason)
		life_warn(c, "late", citation(c->life), "逾期函報：%s；由保訓會決定", ((const struct suspend *)c->data)->late_reason);
}

static void check_report(struct life_case *c)
{
	change_check_letter(c);
	change_need_paper(c, "evidence");
	if (!c->issues->n)
		check(c);
}

static void noted(struct db *db, struct life_case *c)
{
	struct verdict v = verdict_new(c->mem, NULL, NULL);
	const struct promotion_set *set;

	v.promotions = c->life->promotions;
	set = promotion_set(&v, change_type(c->life), c->life->participant->year);
	if (set && !change_is(((const struct suspend *)c->data)->sort, "mandatory"))
		life_deadline(db, c, &change_stop_due, ((const struct suspend *)c->data)->event, arena_print(c->mem, "%d%c",
			set->stop->within.n, set->stop->within.unit), "next_day", citation(c->life));
}

static void reported(struct db *db, struct life_case *c)
{
	life_deadline_met(db, c, &change_stop_due, ((const struct suspend *)c->data)->applied);
}

static void approved(struct db *db, struct life_case *c)
{
	const struct change_letter *l = c->answers;

	change_happen(db, c, PARTICIPANT_STOPPED, l->sent, l->number, &(struct past){.filled = yes_no_codes[1]});
	change_tell(db, c, arena_print(c->mem, "保訓會函復停止訓練，保留受訓資格（%s）", l->number));
}

static const struct life_act acts[] = {
	{.name = "file", .label = "登錄", .from = "", .to = "draft", .may = MAY_CLASS, .check = check, .effect = noted},
	{.name = "edit", .label = "修改", .from = "draft returned", .may = MAY_CLASS, .edits = true, .check = check, .effect = noted},
	{.name = "report", .label = "函報保訓會", .from = "draft returned", .to = "reported", .may = MAY_CLASS, CHANGE_LETTER, .check = check_report,
		.effect = reported},
	{.name = "approve", .label = "函復停止訓練", .from = "reported", .to = "approved", .may = MAY_PROMOTION_CALL, CHANGE_LETTER, .grave = true,
		.check = change_check_letter, .effect = approved},
	{.name = "refuse", .label = "函復不同意", .from = "reported", .to = "refused", .may = MAY_PROMOTION_CALL, CHANGE_LETTER, .reason = true,
		.grave = true, .check = change_check_letter, .effect = change_refused},
	{.name = "send_back", .label = "退回補正", .from = "reported", .to = "returned", .may = MAY_PROMOTION_CALL, .reason = true},
	{.name = "take_back", .label = "撤回", .from = "draft returned", .to = "taken_back", .may = MAY_CLASS, .reason = true},
	{.name = "mistake", .label = "更正誤登", .from = "approved", .to = "reported", .may = MAY_PROMOTION_CALL, .reason = true, .grave = true,
		.note = "函復登錄錯誤時使用；原紀錄保留。", .effect = change_mistaken},
	{0}
};

static const char *held(const struct life *l)
{
	return change_held(l, &change_suspend, PARTICIPANT_IN_TRAINING, "draft reported returned", "開訓前請改辦理延後訓練");
}

static struct life_papers papers(struct arena *mem, const struct life_case *c)
{
	(void)c;
	return change_papers(mem, "相關證明文件", true);
}

static struct date day(const void *data) { return ((const struct suspend *)data)->event; }

static const char *summary(struct arena *mem, const struct life_record *r)
{
	const struct suspend *s = r->data;

	return arena_print(mem, "%s%s%s", s->sort.label ? s->sort.label : "", *s->cause.id ? "：" : "", s->cause.label ? s->cause.label : "");
}

const struct life_kind change_suspend = {
	.name = "promotion-suspend", .title = "停止訓練", .group = LIFE_APPLICATION, .requirements = "PROMO-076 PROMO-078 PROMO-079 PROMO-080",
	.subject = &change_subject, .fields = fields, .size = sizeof(struct suspend), .states = states, .acts = acts, .see = CHANGE_ALL,
	.sees = change_sees_class, .sensitive = true, .held = held, .begin = begin, .day = day, .summary = summary, .review = review,
	.papers = papers, .draw = change_draw, .form = "停止訓練函稿", .citation = citation, .institute = "draft returned",
	.commission = "reported",
};
