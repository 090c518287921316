/* omitted.c: who should have been recommended and was left out, not by own fault: after the reviews of both committees and with the consent
 * of 保訓會 called directly in the next year, within that year's allotment.    PROMO-030   LAW: 佐升正訓練辦法§10 */
#include "app/change/private.h"

struct omitted { struct date service_review, selecting_review; struct code at_fault; const char *why; };

static const struct code states[] = {{"draft", "草稿"}, {"forwarded", "已函報保訓會"}, {"sent_back", "退回補正"}, {"approved", "同意直接調訓"},
	{"refused", "不同意直接調訓"}, {0}};
static const struct field fields[] = {
	FIELD(omitted, service_review, DATE, EDIT, "服務機關甄審委員會審議日"),
	FIELD(omitted, selecting_review, DATE, EDIT, "遴選機關甄審委員會審議日"),
	FIELD(omitted, at_fault, CODE, EDIT, "可歸責於其本人之事由", .list = yes_no_codes),
	FIELD(omitted, why, TEXT, EDIT, "漏未薦送之情形", .need = true, .lines = true, .wide = true, .most = 1000),
	{0}
};

static const char *citation(const struct life *l)
{
	(void)l;
	return "升官等訓練辦法第10條；保訓會升官等訓練辦理作業綱要「辦理遴選常見問題-6」";
}

static void check(struct life_case *c)
{
	const struct omitted *o = c->data;

	change_need(c, o->at_fault, "at_fault");
	change_not_future(c, o->service_review, "service_review");
	change_not_future(c, o->selecting_review, "selecting_review");
	if (change_is(o->at_fault, "yes"))
		life_refuse(c, "at_fault", citation(c->life), "漏未薦送可歸責於其本人者，不得直接調訓；得自次年度起依程序重新遴選");
}

static void review(struct life_case *c)
{
	const struct participant *p = c->life->participant;
	struct verdict *v = life_finding(c, "omitted");

	v->result = RESULT_OK;
	verdict_say(v, citation(c->life), "經保訓會同意後，於%lld年度直接調訓，並計入%s該年度之分配名額", (long long)p->year, p->selector_name);
}

static void check_forward(struct life_case *c)
{
	const struct omitted *o = c->data;

	change_check_letter(c);
	if (!date_set(o->service_review))
		life_refuse(c, "", citation(c->life), "缺服務機關甄審委員會之審議，請以「修改」登錄審議日");
	if (!date_set(o->selecting_review))
		life_refuse(c, "", citation(c->life), "缺遴選機關甄審委員會之審議，請以「修改」登錄審議日");
	check(c);
}

static void approved(struct db *db, struct life_case *c)
{
	const struct change_letter *l = c->answers;

	change_happen(db, c, PARTICIPANT_CONSENTED, l->sent, l->number, NULL);
	change_tell(db, c, arena_print(c->mem, "保訓會同意於%lld年度直接調訓（%s）", (long long)c->life->participant->year, l->number));
}

static void refused(struct db *db, struct life_case *c)
{
	const struct change_letter *l = c->answers;

	change_happen(db, c, PARTICIPANT_NOT_CONSENTED, l->sent, l->number, NULL);
	change_refused(db, c);
}

static const struct life_act acts[] = {
	{.name = "file", .label = "登錄", .from = "", .to = "draft", .may = MAY_AT_SELECTING, .check = check},
	{.name = "edit", .label = "修改", .from = "draft sent_back", .may = MAY_AT_SELECTING, .edits = true, .check = check},
	{.name = "forward", .label = "函報保訓會", .from = "draft sent_back", .to = "forwarded", .may = MAY_AT_SELECTING, CHANGE_LETTER,
		.check = check_forward},
	{.name = "approve", .label = "同意直接調訓", .from = "forwarded", .to = "approved", .may = MAY_PROMOTION_CALL, CHANGE_LETTER, .grave = true,
		.check = change_check_letter, .effect = approved},
	{.name = "refuse", .label = "不同意直接調訓", .from = "forwarded", .to = "refused", .may = MAY_PROMOTION_CALL, CHANGE_LETTER, .reason = true,
		.grave = true, .check = change_check_letter, .effect = refused},
	{.name = "send_back", .label = "退回補正", .from = "forwarded", .to = "sent_back", .may = MAY_PROMOTION_CALL, .reason = true},
	CHANGE_MISTAKE("approved", change_mistaken),
	{0}
};

static const char *held(const struct life *l)
{
	if (participant_state(l->participant) != PARTICIPANT_OMITTED)
		return "";
	return life_last(l, &change_omitted, "draft forwarded sent_back", false) ? "已有辦理中之「漏未薦送直接調訓」，請由該筆續辦。" : NULL;
}

static struct life_papers papers(struct arena *mem, const struct life_case *c)
{
	(void)c;
	return change_papers(mem, "甄審委員會會議紀錄", false);
}

const struct life_kind change_omitted = {
	.name = "promotion-omitted", .title = "漏未薦送直接調訓", .group = LIFE_APPLICATION, .requirements = "PROMO-030", .subject = &change_subject,
	.fields = fields, .size = sizeof(struct omitted), .states = states, .acts = acts, .see = CHANGE_ALL, .sees = change_sees_selecting,
	.held = held, .review = review, .papers = papers, .draw = change_draw, .form = "漏未薦送函稿", .citation = citation,
	.selecting = "draft sent_back", .commission = "forwarded",
};
