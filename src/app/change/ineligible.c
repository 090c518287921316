/* ineligible.c: 參訓資格不符: 更正名冊 before the training, 退訓 during it, 撤銷 after it, and 免訓 of who is not to blame.
 * PROMO-112 … 118   LAW: 佐升正訓練辦法§20 */
#include "app/award/award.h"
#include "app/change/private.h"
#include "base/text.h"
#include "rule/promotion.h"

const struct deadline_kind change_exempt_due = {
	.name = "promotion-exempt", .title = "申請免訓", .length = "3y", .counted = "next_day", .who = "遴選機關",
	.consequence = "逾期不得申請免訓，應重新遴選受訓", .citation = "升官等訓練辦法資格不符之規定", .link = "/promotion/participants/",
		.lapses = true,
};

static const char *citation(const struct life *l)
{
	return change_cite(l, CHANGE_INELIGIBLE);
}

/* What the rule makes of it; at_fault where it was said. */
static void find(struct life_case *c, enum promotion_phase phase, bool at_fault, struct date delivered)
{
	promotion_ineligible_judge(life_finding(c, "promotion-ineligible"), &(struct promotion_ineligible_facts){.phase = (int)phase,
		.at_fault = at_fault, .delivered = delivered}, &(struct promotion_ineligible_values){0});
}

/* ---- 更正名冊 ---- */

struct fix { const char *why; struct date found; };

static const struct code fix_states[] = {{"draft", "草稿"}, {"forwarded", "已函報保訓會"}, {"sent_back", "退回補正"}, {"approved", "已更正名冊"},
	{"refused", "未予更正"}, {"taken_back", "已撤回"}, {0}};
static const struct field fix_fields[] = {
	FIELD(fix, found, DATE, EDIT, "發現日期", .need = true, .today = true),
	FIELD(fix, why, TEXT, EDIT, "資格不符之要件及事實", .need = true, .lines = true, .wide = true, .most = 1000,
		.hint = "例如：最近3年考績為甲、乙、乙"),
	{0}
};

static void fix_check(struct life_case *c)
{
	change_not_future(c, ((const struct fix *)c->data)->found, "found");
}

static void fix_review(struct life_case *c)
{
	find(c, PHASE_BEFORE, false, (struct date){0});
}

/* Whether somebody moves up is said in the reply. */
static void fix_check_approve(struct life_case *c)
{
	change_check_letter(c);
	change_need(c, ((const struct change_forward *)c->answers)->backfill, "backfill");
	change_substitute(c, c->answers);
}

static void fix_approved(struct db *db, struct life_case *c)
{
	const struct change_forward *f = c->answers;

	change_happen(db, c, PARTICIPANT_REMOVES, f->sent, f->number, NULL);
	change_move_up(db, c, f, f->number);
	change_tell(db, c, arena_print(c->mem, "保訓會更正受訓人員名冊，%s除名（%s）", c->life->subject.name, f->number));
}

static const struct life_act fix_acts[] = {
	{.name = "file", .label = "登錄", .from = "", .to = "draft", .may = MAY_AT_SELECTING, .check = fix_check},
	{.name = "edit", .label = "修改", .from = "draft sent_back", .may = MAY_AT_SELECTING, .edits = true, .check = fix_check},
	{.name = "forward", .label = "函報保訓會更正", .from = "draft sent_back", .to = "forwarded", .may = MAY_AT_SELECTING, CHANGE_LETTER,
		.check = change_check_letter},
	{.name = "approve", .label = "更正名冊", .from = "forwarded", .to = "approved", .may = MAY_PROMOTION_CALL, CHANGE_FORWARD, .grave = true,
		.check = fix_check_approve, .effect = fix_approved},
	{.name = "refuse", .label = "不予更正", .from = "forwarded", .to = "refused", .may = MAY_PROMOTION_CALL, CHANGE_LETTER, .reason = true,
		.grave = true, .check = change_check_letter, .effect = change_refused},
	{.name = "send_back", .label = "退回補正", .from = "forwarded", .to = "sent_back", .may = MAY_PROMOTION_CALL, .reason = true},
	{.name = "take_back", .label = "撤回", .from = "draft sent_back", .to = "taken_back", .may = MAY_AT_SELECTING, .reason = true},
	CHANGE_MISTAKE("approved", change_mistaken),
	{0}
};

static const char *fix_held(const struct life *l)
{
	if (participant_state(l->participant) == PARTICIPANT_RESERVE)
		return life_last(l, &change_roster_fix, "draft forwarded sent_back", false) ? "已有辦理中之「更正名冊」，請由該筆續辦。" : NULL;
	return change_held(l, &change_roster_fix, PARTICIPANT_WAITING, "draft forwarded sent_back", "訓練期間發現者，由保訓會予以退訓");
}

static struct life_papers fix_papers(struct arena *mem, const struct life_case *c)
{
	(void)c;
	return change_papers(mem, "資格不符之相關資料", false);
}

static struct date fix_day(const void *data) { return ((const struct fix *)data)->found; }

const struct life_kind change_roster_fix = {
	.name = "promotion-roster-fix", .title = "更正名冊", .group = LIFE_APPLICATION, .requirements = "PROMO-112", .subject = &change_subject,
	.fields = fix_fields, .size = sizeof(struct fix), .states = fix_states, .acts = fix_acts, .see = CHANGE_ALL,
	.sees = change_sees_selecting, .held = fix_held, .day = fix_day, .review = fix_review, .papers = fix_papers, .table = change_reserves,
	.draw = change_draw, .form = "更正名冊函稿", .citation = citation, .selecting = "draft sent_back", .commission = "forwarded",
};

/* ---- 退訓, 撤銷: 保訓會 decides ---- */

struct ineligible { CHANGE_LETTER_MEMBERS; const char *why, *liability; struct code at_fault; struct date delivered; };

static const struct code expel_states[] = {{"approved", "已退訓"}, {"withdrawn", "已更正誤登"}, {0}};
static const struct code annul_states[] = {{"approved", "已撤銷"}, {"withdrawn", "已更正誤登"}, {0}};
static const struct field expel_fields[] = {
	CHANGE_LETTER_FIELDS(ineligible),
	FIELD(ineligible, at_fault, CODE, EDIT, "可歸責於受訓人員", .list = yes_no_codes),
	FIELD(ineligible, why, TEXT, EDIT, "資格不符之要件及事實", .need = true, .lines = true, .wide = true, .most = 1000),
	FIELD(ineligible, liability, TEXT, EDIT, "行政或刑事責任之處理", .lines = true, .wide = true, .most = 1000,
		.hint = "涉及行政或刑事責任者，依法處理"),
	{0}
}, annul_fields[] = {
	CHANGE_LETTER_FIELDS(ineligible),
	FIELD(ineligible, at_fault, CODE, EDIT, "可歸責於受訓人員", .list = yes_no_codes),
	FIELD(ineligible, delivered, DATE, EDIT, "撤銷函送達日",
		.hint = "尚未送達時留白，送達後以「修改」登錄；免訓及重新遴選之期間自送達之次日起算"),
	FIELD(ineligible, why, TEXT, EDIT, "資格不符之要件及事實", .need = true, .lines = true, .wide = true, .most = 1000),
	FIELD(ineligible, liability, TEXT, EDIT, "行政或刑事責任之處理", .lines = true, .wide = true, .most = 1000,
		.hint = "涉及行政或刑事責任者，依法處理"),
	{0}
};

static void decided_check(struct life_case *c)
{
	const struct ineligible *x = c->data;

	change_need(c, x->at_fault, "at_fault");
	change_not_future(c, x->sent, "sent");
	change_not_future(c, x->delivered, "delivered");
	issue_range(c->issues, -1, "sent", x->sent, "delivered", x->delivered);
}

static void decided_review(struct life_case *c)
{
	const struct ineligible *x = c->data;
	bool after = c->kind == &change_annul;

	find(c, after ? PHASE_AFTER : PHASE_DURING, change_is(x->at_fault, "yes"), x->delivered);
	if (after && !date_set(x->delivered))
		life_warn(c, "delivered", citation(c->life), "撤銷函送達日尚未登錄，重新遴選及免訓之期間無法起算");
}

static struct past past_of(const struct ineligible *x)
{
	return (struct past){.at_fault = x->at_fault, .delivered = x->delivered};
}

static void expelled(struct db *db, struct life_case *c)
{
	const struct ineligible *x = c->data;
	struct past past = past_of(x);

	change_happen(db, c, PARTICIPANT_EXPELS, x->sent, x->number, &past);
	change_tell(db, c, arena_print(c->mem, "參訓資格不符，保訓會予以退訓（%s）", x->number));
}

/* LAW: 佐升正訓練辦法§20: three years from the day after delivery, for who is not to blame */
static void period(struct db *db, struct life_case *c)
{
	const struct ineligible *x = c->data;

	if (change_is(x->at_fault, "no"))
		life_deadline(db, c, &change_exempt_due, x->delivered, NULL, NULL, citation(c->life));
}

static void annulled(struct db *db, struct life_case *c)
{
	const struct ineligible *x = c->data;
	struct past past = past_of(x);

	change_happen(db, c, PARTICIPANT_ANNULS, x->sent, x->number, &past);
	award_cancel(db, c->life->subject.id, x->sent, x->number);
	period(db, c);
	change_tell(db, c, arena_print(c->mem, "參訓資格不符，保訓會撤銷訓練及格資格，並報請考試院註銷訓練合格證書（%s）", x->number));
}

static void keep_annulled(struct db *db, const struct life_case *c, const struct ineligible *x)
{
	struct past past = past_of(x);

	past.type = c->life->participant->type;
	past.year = c->life->participant->year;
	past.national_id = c->life->participant->national_id;
	past.name = c->life->participant->name;
	past.outcome = past_outcomes[PAST_ANNULLED];
	past.letter = x->number;
	past_keep(db, &past);
}

/* The day of delivery, or whose fault, known later. */
static void annul_changed(struct db *db, struct life_case *c)
{
	keep_annulled(db, c, c->data);
	if (!change_is(((const struct ineligible *)c->data)->at_fault, "no"))
		deadline_cancel(db, &change_exempt_due, c->life->subject.kind->name, c->life->subject.id, c->today, c->act->label);
	period(db, c);
}

static void withdrawn(struct db *db, struct life_case *c)
{
	change_mistaken(db, c);
	award_restore(db, c->life->subject.id);
	deadline_cancel(db, &change_exempt_due, c->life->subject.kind->name, c->life->subject.id, c->today, c->act->label);
}

static const struct life_act expel_acts[] = {
	{.name = "file", .label = "退訓", .from = "", .to = "approved", .may = MAY_PROMOTION_CALL, .grave = true, .check = decided_check,
		.effect = expelled},
	{.name = "mistake", .label = "更正誤登", .from = "approved", .to = "withdrawn", .may = MAY_PROMOTION_CALL, .reason = true, .grave = true,
		.effect = withdrawn},
	{0}
}, annul_acts[] = {
	{.name = "file", .label = "撤銷訓練及格資格", .from = "", .to = "approved", .may = MAY_PROMOTION_CALL, .grave = true, .check = decided_check,
		.effect = annulled},
	{.name = "edit", .label = "修改", .from = "approved", .may = MAY_PROMOTION_CALL, .edits = true, .reason = true, .check = decided_check,
		.effect = annul_changed},
	{.name = "mistake", .label = "更正誤登", .from = "approved", .to = "withdrawn", .may = MAY_PROMOTION_CALL, .reason = true, .grave = true,
		.effect = withdrawn},
	{0}
};

static const char *expel_held(const struct life *l)
{
	return participant_can(l->participant, PARTICIPANT_EXPELS) ? NULL : participant_state(l->participant) == PARTICIPANT_WAITING ?
		arena_print(l->mem, "%s尚未開訓（訓前）；訓練前發現參訓資格不符者，由遴選機關函報更正名冊。", l->participant->name) : "";
}

static const char *annul_held(const struct life *l)
{
	return participant_can(l->participant, PARTICIPANT_ANNULS) ? NULL : "";
}

static struct date decided_day(const void *data) { return ((const struct ineligible *)data)->sent; }

const struct life_kind change_expel = {
	.name = "promotion-expel", .title = "退訓", .group = LIFE_END, .requirements = "PROMO-113", .subject = &change_subject,
		.fields = expel_fields,
	.size = sizeof(struct ineligible), .states = expel_states, .acts = expel_acts, .see = CHANGE_ALL, .sensitive = true,
	.held = expel_held, .day = decided_day, .review = decided_review, .draw = change_draw, .form = "退訓函稿", .citation = citation,
};
const struct life_kind change_annul = {
	.name = "promotion-annul", .title = "撤銷訓練及格資格", .group = LIFE_END, .requirements = "PROMO-114", .subject = &change_subject,
	.fields = annul_fields, .size = sizeof(struct ineligible), .states = annul_states, .acts = annul_acts, .see = CHANGE_ALL,
	.sensitive = true, .held = annul_held, .day = decided_day, .review = decided_review, .draw = change_draw, .form = "撤銷函稿",
	.citation = citation,
};

/* ---- 免訓 ---- */

struct exempt { struct date applied; bool eligible, selected; };

static const struct code exempt_states[] = {{"draft", "草稿"}, {"forwarded", "已函報保訓會"}, {"sent_back", "退回補正"}, {"approved", "核准免訓"},
	{"refused", "不准免訓"}, {"taken_back", "已撤回"}, {0}};
static const struct field exempt_fields[] = {
	FIELD(exempt, applied, DATE, EDIT, "申請日", .need = true, .today = true),
	FIELD(exempt, eligible, BOOL, EDIT, "已符合參訓資格"),
	FIELD(exempt, selected, BOOL, EDIT, "已依規定重新遴選"),
	{0}
};

static void exempt_judge(struct life_case *c, struct promotion_ineligible_values *to)
{
	const struct change_person *x = change_person(c->life);
	struct verdict *v = life_finding(c, "promotion-ineligible");

	promotion_ineligible_judge(v, &(struct promotion_ineligible_facts){.phase = PHASE_AFTER, .at_fault = text_is(x->at_fault, "yes"),
		.delivered = x->delivered, .filed = ((const struct exempt *)c->data)->applied}, to);
}

static void exempt_review(struct life_case *c)
{
	exempt_judge(c, &(struct promotion_ineligible_values){0});
}

static void exempt_check(struct life_case *c)
{
	const struct change_person *x = change_person(c->life);
	struct promotion_ineligible_values found = {0};

	change_not_future(c, ((const struct exempt *)c->data)->applied, "applied");
	if (text_is(x->at_fault, "yes"))
		issue(c->issues, -1, "", "ERR_EXEMPT_FAULT");
	else if (!date_set(x->delivered))
		life_refuse(c, "", citation(c->life), "撤銷函送達日尚未由保訓會登錄，無法計算免訓申請期限");
	if (c->issues->n)
		return;
	exempt_judge(c, &found);
	if (found.exempt_allowed.known && !found.exempt_allowed.yes)
		issue(c->issues, -1, "applied", "ERR_EXEMPT_LATE", date_text(c->mem, x->delivered), date_text(c->mem, found.exempt_until));
}

static void exempt_check_forward(struct life_case *c)
{
	const struct exempt *e = c->data;

	change_check_letter(c);
	change_need_paper(c, "evidence");
	if (!e->eligible || !e->selected)
		life_refuse(c, "", citation(c->life), "免訓須符合參訓資格並依規定重新遴選；請以「修改」確認後再函報");
	if (!c->issues->n)
		exempt_check(c);
}

static void exempt_forwarded(struct db *db, struct life_case *c)
{
	life_deadline_met(db, c, &change_exempt_due, ((const struct exempt *)c->data)->applied);
}

static void exempt_approved(struct db *db, struct life_case *c)
{
	const struct change_letter *l = c->answers;

	change_happen(db, c, PARTICIPANT_EXEMPTED, l->sent, l->number, NULL);
	change_tell(db, c, arena_print(c->mem, "保訓會核准免訓，視同訓練合格，於同一年度統一報請考試院發給訓練合格證書（%s）", l->number));
}

/* What the annulment had said of the person holds again.                                               PROMO-127 */
static void exempt_mistaken(struct db *db, struct life_case *c)
{
	const struct life_record *annulled = life_last(c->life, &change_annul, "approved", false);

	change_mistaken(db, c);
	if (annulled && !c->issues->n)
		keep_annulled(db, c, annulled->data);
}

static const struct life_act exempt_acts[] = {
	{.name = "file", .label = "登錄", .from = "", .to = "draft", .may = MAY_AT_SELECTING, .check = exempt_check},
	{.name = "edit", .label = "修改", .from = "draft sent_back", .may = MAY_AT_SELECTING, .edits = true, .check = exempt_check},
	{.name = "forward", .label = "函報保訓會", .from = "draft sent_back", .to = "forwarded", .may = MAY_AT_SELECTING, CHANGE_LETTER,
		.check = exempt_check_forward, .effect = exempt_forwarded},
	{.name = "approve", .label = "核准免訓", .from = "forwarded", .to = "approved", .may = MAY_PROMOTION_CALL, CHANGE_LETTER, .grave = true,
		.check = change_check_letter, .effect = exempt_approved},
	{.name = "refuse", .label = "不准免訓", .from = "forwarded", .to = "refused", .may = MAY_PROMOTION_CALL, CHANGE_LETTER, .reason = true,
		.grave = true, .check = change_check_letter, .effect = change_refused},
	{.name = "send_back", .label = "退回補正", .from = "forwarded", .to = "sent_back", .may = MAY_PROMOTION_CALL, .reason = true},
	{.name = "take_back", .label = "撤回", .from = "draft sent_back", .to = "taken_back", .may = MAY_AT_SELECTING, .reason = true},
	CHANGE_MISTAKE("approved", exempt_mistaken),
	{0}
};

static const char *exempt_held(const struct life *l)
{
	if (!participant_can(l->participant, PARTICIPANT_EXEMPTED))
		return "";
	return life_last(l, &change_exempt, "draft forwarded sent_back", false) ? "已有辦理中之「免訓」，請由該筆續辦。" : NULL;
}

static struct life_papers exempt_papers(struct arena *mem, const struct life_case *c)
{
	(void)c;
	return change_papers(mem, "免訓申請書", true);
}

static struct date exempt_day(const void *data) { return ((const struct exempt *)data)->applied; }

const struct life_kind change_exempt = {
	.name = "promotion-exempt", .title = "免訓", .group = LIFE_APPLICATION, .requirements = "PROMO-117 PROMO-118", .subject = &change_subject,
	.fields = exempt_fields, .size = sizeof(struct exempt), .states = exempt_states, .acts = exempt_acts, .see = CHANGE_ALL,
	.sees = change_sees_selecting, .held = exempt_held, .day = exempt_day, .review = exempt_review, .papers = exempt_papers,
	.draw = change_draw, .form = "免訓函稿", .citation = citation, .selecting = "draft sent_back", .commission = "forwarded",
};
