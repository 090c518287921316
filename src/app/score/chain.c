/* chain.c: what one scorer's numbers come to, and who acts next.  The rules answer; this file asks them.   PLAN-106 … 113, 140 */
#include <string.h>

#include "app/score/private.h"
#include "base/text.h"

enum { ITEMS = 5 };

static const char *const names[ITEMS] = {"character", "ability", "life", "attitude", "performance"};

const struct life_record *rating_last(const struct life *l)
{
	return life_last(l, &rating_kind, NULL, true);
}

struct date rating_day(const struct life_record *x)
{
	const struct scoring *s = life_answers(x, "decide");

	return s ? s->signed_on : (struct date){0};
}

const char *rating_total(struct arena *mem, const struct life_record *x)
{
	const struct scoring *s = life_answers(x, "decide");
	struct decimal sum = decimal_of(0), one;
	const char *const typed[ITEMS + 1] = {s ? s->character : "", s ? s->ability : "", s ? s->life : "", s ? s->attitude : "",
		s ? s->performance : "", ((const struct rating *)x->data)->points};

	if (!s || !life_names("passed failed sent returned extended confirmed ruled_pass", x->state.id))
		return NULL;
	for (int i = 0; i <= ITEMS; i++)
		if (decimal_parse(typed[i], &one))
			sum = decimal_plus(sum, i < ITEMS ? decimal_round(one, 2) : one);
	return decimal_text(mem, sum, 2);
}

static void spread(const struct scoring *s, const char *typed[ITEMS])
{
	const char *all[ITEMS] = {s->character, s->ability, s->life, s->attitude, s->performance};

	memcpy(typed, all, sizeof all);
}

bool score_items_of(struct life_case *c, const char *const typed[ITEMS], bool need, struct score_items *to)
{
	struct decimal *at[ITEMS] = {&to->character, &to->ability, &to->life, &to->attitude, &to->performance};
	size_t before = c->issues->all;
	bool any = need;

	for (int i = 0; i < ITEMS; i++)
		any |= *typed[i] != 0;
	c->issues->fields = c->act->fields;
	for (int i = 0; i < ITEMS && any; i++) {
		if (!*typed[i])
			issue(c->issues, -1, names[i], "ERR_REQUIRED");
		else if (!decimal_parse(text_fold(c->mem, typed[i]), at[i]))
			issue(c->issues, -1, names[i], "ERR_DECIMAL", "2", typed[i]);
	}
	c->issues->fields = c->kind->fields;
	return any && c->issues->all == before;
}

/* C of the sheet as a number; empty is none. */
static struct decimal points_of(const struct rating *r)
{
	struct decimal c = {0};

	if (*r->points)
		decimal_parse(r->points, &c);
	return c;
}

static struct decimal judged(struct verdict *v, const struct score_items *items, const struct rating *sheet, bool *passed)
{
	struct score_values to = {0};

	score_judge(v, &(struct score_facts){.items = items, .conduct = points_of(sheet), .mandatory_fail = sheet->mandatory_fail}, &to);
	if (passed)
		*passed = to.passed.known && to.passed.yes;
	return to.total;
}

/* The item that a refusal speaks of, so that it stands beside its input. */
static const char *item_named(const struct verdict *v)
{
	static const char *const labels[ITEMS] = {"「品德」", "「才能」", "「生活表現」", "「學習態度」", "「工作績效」"};

	for (int i = 0; i < ITEMS; i++)
		if (v->reasons_n && strstr(v->reasons[0].text, labels[i]))
			return names[i];
	return "";
}

struct decimal score_total_of(struct life_case *c, const struct scoring *s)
{
	const char *typed[ITEMS];
	struct score_items items = {0};
	struct decimal total = {0};
	struct verdict *v;

	spread(s, typed);
	if (!score_items_of(c, typed, true, &items))
		return total;
	v = life_finding(c, "score-total");
	total = judged(v, &items, c->data, NULL);
	return life_refused(c, v, item_named(v)) ? (struct decimal){0} : total;
}

struct decimal score_stored(struct arena *mem, const struct life *l, const struct life_record *x, const struct scoring *s)
{
	struct verdict v = verdict_new(mem, l->plan, l->calendar);
	struct score_items items = {0};
	const char *typed[ITEMS];
	struct decimal *at[ITEMS] = {&items.character, &items.ability, &items.life, &items.attitude, &items.performance};

	spread(s, typed);
	for (int i = 0; i < ITEMS; i++)
		if (!decimal_parse(typed[i], at[i]))
			return (struct decimal){0};
	return judged(&v, &items, x->data, NULL);
}

/* What a sheet rests on that has to fail whatever its points.   附件9附註三 */
static const char *score_form_cite(const struct life *l)
{
	const char *form = training_cite(&l->training, PLAN_CITE_SCORE_FORM);

	return *form ? form : training_cite(&l->training, PLAN_CITE_SCORE);
}

/* ---- who acts next ---- */

static bool doing(const struct life_case *c, const char *act)
{
	return c->act && text_is(c->act->name, act);
}

static struct score_committee committee_of(const struct meeting_held *m)
{
	return (struct score_committee){!text_is(m->statement.id, "none"), text_is(m->result.id, "passed") ? SCORE_PASSED : SCORE_FAILED};
}

/* The rule on all that was said so far.  A head's earlier word counts no more once the committee has sat again. */
static struct route_values route(struct life_case *c, struct verdict *v)
{
	const struct scoring *unit = doing(c, "review") ? c->answers : life_answers(c->record, "review");
	const struct meeting_held *met = doing(c, "deliberate") ? c->answers : life_answers(c->record, "deliberate");
	const struct meeting_held *again = doing(c, "reconsider") ? c->answers : life_answers(c->record, "reconsider");
	const struct scoring *head = doing(c, "decide") ? c->answers : NULL;
	struct score_committee committee = met ? committee_of(met) : (struct score_committee){0};
	struct score_reconsidered reconsidered = {again && text_is(again->result.id, "passed") ? SCORE_PASSED : SCORE_FAILED};
	struct score_head word = {0};
	struct route_facts facts = {.mandatory_fail = ((const struct rating *)c->data)->mandatory_fail, .committee = met ? &committee : NULL,
		.reconsidered = again ? &reconsidered : NULL};
	struct route_values to = {.next = -1, .final = -1};

	if (unit)
		facts.unit_head = score_stored(c->mem, c->life, c->record, unit);
	if (head) {
		word = (struct score_head){facts.mandatory_fail ? decimal_of(0) : score_stored(c->mem, c->life, c->record, head),
			*head->comment ? head->comment : NULL};
		facts.head = &word;
	}
	route_judge(v, &facts, &to);
	return to;
}

const char *score_leads(struct life_case *c)
{
	static const char *const states[] = {[NEXT_HEAD] = "at_head", [NEXT_COMMITTEE] = "at_committee", [NEXT_RECONSIDER] = "at_reconsider",
		[NEXT_COMMISSION] = "failed", [NEXT_DONE] = "passed"};
	struct verdict v = verdict_new(c->mem, c->life->plan, c->life->calendar);
	struct route_values to = route(c, &v);

	return to.next < 0 ? c->record->state.id : states[to.next];
}

static void say_route(struct life_case *c)
{
	struct verdict *v = life_finding(c, "score-route");

	route(c, v);
	if (life_refused(c, v, ""))
		return;
	if (v->result == RESULT_DATA_MISSING && v->missing.n && text_is(v->missing.at[0], "head/reason"))
		issue(c->issues, -1, "comment", "ERR_TEXT_GIVEN", "首長變更考績委員會之結果，應於評語欄註明理由。");
}

/* ---- the acts' checks ---- */

static struct date step_day(const struct life_step *s)
{
	if (!s->answers)
		return (struct date){0};
	if (s->act->fields == meeting_fields)
		return ((const struct meeting_held *)s->answers)->met;
	if (s->act->fields == sending_fields)
		return ((const struct sending *)s->answers)->sent;
	if (s->act->fields == ruling_fields)
		return ((const struct ruling_given *)s->answers)->decided;
	return s->act->fields == scoring_fields || s->act->fields == head_fields ? ((const struct scoring *)s->answers)->signed_on :
		(struct date){0};
}

void score_in_order(struct life_case *c, const char *field, struct date day)
{
	struct date last = {0};

	if (!date_set(day))
		return;
	if (date_before(c->today, day))
		issue(c->issues, -1, field, "ERR_DATE_FUTURE", date_text(c->mem, c->today));
	for (int i = 0; i < c->record->steps.n; i++) {
		struct date earlier = step_day(&c->record->steps.at[i]);

		if (date_set(earlier) && (!date_set(last) || date_before(last, earlier)))
			last = earlier;
	}
	if (date_set(last) && date_before(day, last))
		issue(c->issues, -1, field, "ERR_TEXT_GIVEN", arena_print(c->mem, "%s早於前一程序之日期%s，請確認。", date_text(c->mem, day),
			date_text(c->mem, last)));
}

/* 訓練辦法§42-1: a relative does not score.   PLAN-140 */
static void check_scorer(struct life_case *c, const struct scoring *s)
{
	c->issues->fields = c->act->fields;
	if (s->relation.id && !text_is(s->relation.id, "none"))
		issue(c->issues, -1, "relation", "ERR_TEXT_GIVEN", arena_print(c->mem,
			"評分者%s為受訓人員之%s，應行迴避，請改由職務代理人或其他主管評分（訓練辦法第42條之1）。", s->scorer, s->relation.label));
	score_in_order(c, "signed_on", s->signed_on);
	c->issues->fields = c->kind->fields;
}

/* C is what the rule proposes, or another with a reason. */
static void check_sheet(struct life_case *c)
{
	struct rating *r = c->data, proposed = {0};
	struct decimal typed = {0}, asked = {0};

	if (*r->points && !decimal_parse(text_fold(c->mem, r->points), &typed))
		issue(c->issues, -1, "points", "ERR_DECIMAL", "2", r->points);
	if (c->kind->begin)
		c->kind->begin(c->life, &proposed);
	decimal_parse(proposed.points, &asked);
	if (typed.n != asked.n && !*r->points_reason)
		issue(c->issues, -1, "points_reason", "ERR_TEXT_GIVEN", arena_print(c->mem,
			"獎懲紀錄總分「%s」與依獎懲紀錄計算之「%s」不同，請填寫理由。", r->points, *proposed.points ? proposed.points : "0.00"));
	if (r->mandatory_fail && !*r->mandatory_reason)
		issue(c->issues, -1, "mandatory_reason", "ERR_REQUIRED");
}

void score_check_draft(struct life_case *c)
{
	const struct training *t = &c->life->training;
	const struct scoring *s = c->answers;
	const char *gaps = score_gaps(c->life);
	bool left = t->state == REVOKE_FILED;

	check_sheet(c);
	check_scorer(c, s);
	if (!left && date_set(s->signed_on) && !date_before(t->end, s->signed_on))
		issue(c->issues, -1, "signed_on", "ERR_TEXT_GIVEN", arena_print(c->mem, "訓練尚未期滿，不得考核：評定日期%s，訓練期滿日%s（%s）。",
			date_text(c->mem, s->signed_on), date_text(c->mem, t->end), training_cite(t, PLAN_CITE_SCORE)));
	if (*gaps && !*((const struct rating *)c->data)->gap_reason)
		issue(c->issues, -1, "gap_reason", "ERR_TEXT_GIVEN", arena_print(c->mem, "附件不齊：%s。請補齊，或填寫說明後送單位主管。", gaps));
	score_total_of(c, s);
}

void score_check_review(struct life_case *c)
{
	const struct scoring *s = c->answers;
	struct decimal total;

	check_scorer(c, s);
	total = score_total_of(c, s);
	if (!total.known)
		return;
	say_route(c);
	if (text_is(score_leads(c), "at_committee") && !*s->comment)
		issue(c->issues, -1, "comment", "ERR_TEXT_GIVEN", "初核不及格，應填寫評語。");
}

void score_check_meeting(struct life_case *c)
{
	const struct meeting_held *m = c->answers;
	const char *const typed[ITEMS] = {m->character, m->ability, m->life, m->attitude, m->performance};
	struct score_items items = {0};
	struct decimal total;
	bool passed = false;

	c->issues->fields = meeting_fields;
	score_in_order(c, "met", m->met);
	if (date_set(m->invited) && date_set(m->met) && date_before(m->met, m->invited))
		issue(c->issues, -1, "invited", "ERR_TEXT_GIVEN", arena_print(c->mem,
			"通知日期%s晚於開會日期%s，審議時應給予受訓人員陳述意見之機會（%s）。", date_text(c->mem, m->invited),
			date_text(c->mem, m->met), training_cite(&c->life->training, PLAN_CITE_COMMITTEE)));
	if (text_is(m->result.id, "passed") && ((const struct rating *)c->data)->mandatory_fail)
		issue(c->issues, -1, "result", "ERR_TEXT_GIVEN", arena_print(c->mem, "有應予不及格之情形（%s），必須列為不及格（%s）。",
			((const struct rating *)c->data)->mandatory_reason, score_form_cite(c->life)));
	if (m->statement.id && !text_is(m->statement.id, "none") && !date_set(m->invited))
		issue(c->issues, -1, "invited", "ERR_TEXT_GIVEN",
			"考績委員會紀錄不完整：請填寫通知受訓人員陳述意見之日期（應給予受訓人員陳述意見之機會，並作成紀錄）。");
	if (score_items_of(c, typed, false, &items)) {
		struct verdict *v = life_finding(c, "score-total");

		total = judged(v, &items, c->data, &passed);
		if (!life_refused(c, v, item_named(v)) && total.known && m->result.id && *m->result.id && passed != text_is(m->result.id, "passed"))
			issue(c->issues, -1, "result", "ERR_TEXT_GIVEN", arena_print(c->mem, "審議結果「%s」與考評總分%s分不符，請確認。",
				m->result.label, decimal_text(c->mem, total, 2)));
	}
	say_route(c);
}

void score_check_head(struct life_case *c)
{
	check_scorer(c, c->answers);
	if (score_total_of(c, c->answers).known)
		say_route(c);
}
