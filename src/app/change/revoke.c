/* revoke.c: 廢止受訓資格: reported by the 訓練機關 with its cause, decided by 保訓會, who can withdraw a decision entered in error.
 * PROMO-081 … 084, 108 … 111   LAW: 佐升正訓練辦法§13, §19II */
#include "app/change/hours.h"
#include "base/text.h"
#include "rule/promotion.h"

struct revoke { struct code cause; const char *other_hours, *course_hours, *facts; struct date event; bool grave; };

static const struct code states[] = {{"draft", "草稿"}, {"reported", "已函報保訓會"}, {"returned", "退回補正"}, {"approved", "已廢止受訓資格"},
	{"refused", "不予廢止"}, {"withdrawn", "已撤回廢止"}, {"taken_back", "已撤回"}, {0}};

static const struct field fields[] = {
	FIELD(revoke, cause, CODE, EDIT, "事由", .list = promotion_cause_codes),
	FIELD(revoke, event, DATE, EDIT, "事實發生日", .need = true),
	FIELD(revoke, other_hours, TEXT, EDIT, "停止訓練事由以外之請假缺課時數", .most = 8, .hint = "請假缺課時數超過規定者填寫，最多兩位小數"),
	FIELD(revoke, course_hours, TEXT, EDIT, "課程時數", .most = 8),
	FIELD(revoke, facts, TEXT, EDIT, "具體事實", .need = true, .lines = true, .wide = true, .most = 2000),
	FIELD(revoke, grave, BOOL, EDIT, "情節嚴重"),
	{0}
};

static const char *citation(const struct life *l)
{
	return change_cite(l, CHANGE_REVOCATION);
}

static void begin(const struct life *l, void *data)
{
	const struct change_person *x = change_person(l);
	struct revoke *v = data;

	if (x->hours_known) {
		v->other_hours = change_decimal_text(l->mem, x->hours.other);
		v->course_hours = change_decimal_text(l->mem, x->hours.course);
	}
}

static const struct verdict *judge(struct life_case *c, bool evidence)
{
	const struct revoke *r = c->data;
	struct verdict *v = life_finding(c, "promotion-revocation");

	promotion_revocation_judge(v, &(struct promotion_revocation_facts){.type = change_type(c->life), .year = c->life->participant->year,
		.cause = promotion_index(promotion_cause_codes, r->cause.id), .evidence = evidence,
		.other_hours = change_decimal(c, "other_hours", r->other_hours), .course_hours = change_decimal(c, "course_hours", r->course_hours)},
		&(struct promotion_revocation_values){0});
	return v;
}

static void check(struct life_case *c)
{
	const struct revoke *r = c->data;

	change_not_future(c, r->event, "event");
	if (!*r->cause.id)
		issue(c->issues, -1, "cause", "ERR_CAUSE");
	else
		judge(c, true);
}

static void review(struct life_case *c)
{
	if (*((const struct revoke *)c->data)->cause.id)
		judge(c, change_has_paper(c->record, "evidence"));
}

/* LAW: 佐升正訓練辦法§13: 確實證據, 扣考處分, 情節嚴重; absence by its hours */
static void check_report(struct life_case *c)
{
	const struct revoke *r = c->data;
	const struct verdict *v;

	change_check_letter(c);
	v = judge(c, change_has_paper(c->record, "evidence"));
	if (text_is(v->code, "ERR_EVIDENCE"))
		issue(c->issues, -1, "", "ERR_EVIDENCE");
	else if (v->result != RESULT_MET)
		life_refuse(c, "", citation(c->life), "%s", v->reasons_n ? v->reasons[v->reasons_n - 1].text : "事由不成立");
	if (change_is(r->cause, "bad_conduct") && !r->grave)
		life_refuse(c, "", citation(c->life), "「品德操守不良」須情節嚴重並有具體事實及確實證據；請以「修改」勾選情節嚴重");
}

static const char *earliest(const struct life_case *c)
{
	const struct participant *p = c->life->participant;
	struct verdict v = verdict_new(c->mem, NULL, NULL);
	struct promotion_reentry_values to = {0};

	v.promotions = c->life->promotions;
	promotion_reentry_judge(&v, &(struct promotion_reentry_facts){.type = change_type(c->life), .revoked_year = p->year,
		.cause = promotion_index(promotion_cause_codes, ((const struct revoke *)c->data)->cause.id)}, &to);
	return to.earliest_year.known ? arena_print(c->mem, "，最早得於%lld年度重新遴選", (long long)to.earliest_year.n) : "";
}

static void approved(struct db *db, struct life_case *c)
{
	const struct change_letter *l = c->answers;

	change_happen(db, c, PARTICIPANT_REVOKES, l->sent, l->number, &(struct past){.cause = ((const struct revoke *)c->data)->cause});
	change_tell(db, c, arena_print(c->mem, "保訓會廢止當年度受訓資格（%s）%s", l->number, earliest(c)));
}

static void withdrawn(struct db *db, struct life_case *c)
{
	const struct change_letter *l = c->answers;

	change_happen(db, c, PARTICIPANT_REVOCATION_WITHDRAWN, l->sent, l->number, NULL);
	change_tell(db, c, arena_print(c->mem, "保訓會撤回廢止受訓資格（%s）：%s", l->number, c->who.reason));
}

static const struct life_act acts[] = {
	{.name = "file", .label = "登錄", .from = "", .to = "draft", .may = MAY_CLASS, .check = check},
	{.name = "edit", .label = "修改", .from = "draft returned", .may = MAY_CLASS, .edits = true, .check = check},
	{.name = "report", .label = "函報保訓會", .from = "draft returned", .to = "reported", .may = MAY_CLASS, CHANGE_LETTER, .check = check_report},
	{.name = "approve", .label = "廢止受訓資格", .from = "reported", .to = "approved", .may = MAY_PROMOTION_CALL, CHANGE_LETTER, .grave = true,
		.check = check_report, .effect = approved},
	{.name = "refuse", .label = "不予廢止", .from = "reported", .to = "refused", .may = MAY_PROMOTION_CALL, CHANGE_LETTER, .reason = true,
		.grave = true, .check = change_check_letter, .effect = change_refused},
	{.name = "send_back", .label = "退回補正", .from = "reported", .to = "returned", .may = MAY_PROMOTION_CALL, .reason = true},
	{.name = "withdraw", .label = "撤回廢止", .from = "approved", .to = "withdrawn", .may = MAY_PROMOTION_CALL, CHANGE_LETTER, .reason = true,
		.grave = true, .check = change_check_letter, .effect = withdrawn},
	{.name = "take_back", .label = "撤回", .from = "draft returned", .to = "taken_back", .may = MAY_CLASS, .reason = true},
	{0}
};

static const char *held(const struct life *l)
{
	return change_held(l, &change_revoke, PARTICIPANT_IN_TRAINING, "draft reported returned", "開訓前放棄者請由服務機關辦理訓前自願放棄");
}

static struct life_papers papers(struct arena *mem, const struct life_case *c)
{
	const struct revoke *r = c->data;
	bool sure = change_is(r->cause, "violence") || change_is(r->cause, "bad_conduct"), test = change_is(r->cause, "test_exclusion");

	return change_papers(mem, test ? "扣考處分" : sure ? "確實證據" : "相關事證資料", sure || test);
}

static struct date day(const void *data) { return ((const struct revoke *)data)->event; }

static const char *summary(struct arena *mem, const struct life_record *r)
{
	const struct revoke *v = r->data;

	return arena_print(mem, "%s", v->cause.label ? v->cause.label : "");
}

const struct life_kind change_revoke = {
	.name = "promotion-revoke", .title = "廢止受訓資格", .group = LIFE_END, .requirements = "PROMO-081 PROMO-082 PROMO-083 PROMO-084",
	.subject = &change_subject, .fields = fields, .size = sizeof(struct revoke), .states = states, .acts = acts, .see = CHANGE_ALL,
	.sees = change_sees_class, .sensitive = true, .held = held, .begin = begin, .day = day, .summary = summary, .review = review,
	.papers = papers, .draw = change_draw, .form = "廢止受訓資格函稿", .citation = citation, .institute = "draft returned",
	.commission = "reported",
};
