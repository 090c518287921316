/* outcome.c: what follows from a rating: the state of the trainee, the commission's decision, the deadlines.   PLAN-113 … 118, 129 */
#include <string.h>

#include "app/guidance/guidance.h"
#include "app/score/private.h"
#include "base/text.h"

static bool happen(struct db *db, struct life_case *c, enum training_event event, struct date day, const char *document)
{
	struct training t;
	struct training_news news = life_news(c, event, day, document);

	if (training_load(db, c->mem, c->life->t.id, &t) && training_happen(db, &t, &news))
		return true;
	issue(c->issues, -1, "", "ERR_TEXT_GIVEN", arena_print(c->mem, "受訓人員目前為「%s」，無法登錄「%s」。",
		training_states[t.state].label, training_events[event].label));
	return false;
}

/* The night may not have come yet in which a period that is over is noted as over. */
void score_drafted(struct db *db, struct life_case *c)
{
	enum training_state state = c->life->training.state;
	struct date day = c->today;

	if (state == REVOKE_FILED)                                  /* who left may be rated still: PLAN-126 */
		return;
	if (state == IN_TRAINING && !happen(db, c, EVENT_PERIOD_ENDED, day, ""))
		return;
	if (state == EXTENDED && !happen(db, c, EVENT_EXTENSION_ENDED, day, ""))
		return;
	happen(db, c, EVENT_RATED, day, "");
}

void score_decided(struct db *db, struct life_case *c)
{
	const struct scoring *s = c->answers;
	bool left = c->life->training.state == REVOKE_FILED;

	if (text_is(c->record->state.id, "passed") && !left && happen(db, c, EVENT_RATED_PASS, s->signed_on, "")) {
		life_deadline_met(db, c, &score_again_deadline, s->signed_on);
		life_deadline(db, c, &score_certificate_deadline, s->signed_on, NULL, NULL, training_cite(&c->life->training, PLAN_CITE_CERT));
	}
	if (text_is(c->record->state.id, "failed") && (left || happen(db, c, EVENT_RATED_FAIL, s->signed_on, ""))) {
		life_deadline_met(db, c, &score_again_deadline, s->signed_on);
		life_deadline(db, c, &score_send_deadline, s->signed_on, NULL, NULL, training_cite(&c->life->training, PLAN_CITE_SCORE_FAIL));
	}
}

void score_sent(struct db *db, struct life_case *c)
{
	life_deadline_met(db, c, &score_send_deadline, ((const struct sending *)c->answers)->sent);
}

/* ---- the commission ---- */

static int ruling_of(const struct ruling_given *g)
{
	static const char *const ids[] = {[RULING_CONFIRM_FAIL] = "confirm_fail", [RULING_RETURN] = "return", [RULING_EXTEND] = "extend",
		[RULING_PASS] = "pass"};

	for (int i = 0; i < 4; i++)
		if (text_is(ids[i], g->ruling.id))
			return i;
	return -1;
}

static bool extended_before(const struct life *l)
{
	return life_last(l, &rating_kind, "extended", true) != NULL;
}

static struct ruling_values ruled(struct life_case *c, struct verdict *v)
{
	const struct ruling_given *g = c->answers;
	const struct training *t = &c->life->training;
	struct ruling_facts facts = {.ruling = ruling_of(g), .arrived = g->arrived, .end = t->end, .extended_before = extended_before(c->life),
		.shortened = t->shortened};
	struct ruling_values to = {0};

	period_parse(g->length, &facts.length);
	ruling_judge(v, &facts, &to);
	return to;
}

void score_check_send(struct life_case *c)
{
	c->issues->fields = sending_fields;
	score_in_order(c, "sent", ((const struct sending *)c->answers)->sent);
	c->issues->fields = c->kind->fields;
}

/* Sent, then looked at, decided, and arrived. */
static void check_ruling_days(struct life_case *c, const struct ruling_given *g)
{
	score_in_order(c, "decided", g->decided);
	score_in_order(c, "arrived", g->arrived);
	if (date_set(g->visited) && date_before(c->today, g->visited))
		issue(c->issues, -1, "visited", "ERR_DATE_FUTURE", date_text(c->mem, c->today));
	if (date_set(g->arrived) && date_set(g->decided) && date_before(g->arrived, g->decided))
		issue(c->issues, -1, "arrived", "ERR_TEXT_GIVEN", arena_print(c->mem, "文到日%s早於核定日期%s，請確認。",
			date_text(c->mem, g->arrived), date_text(c->mem, g->decided)));
	if (date_set(g->visited) && date_set(g->decided) && date_before(g->decided, g->visited))
		issue(c->issues, -1, "visited", "ERR_TEXT_GIVEN", arena_print(c->mem, "訪查日期%s晚於核定日期%s，應先行訪查、調閱資料並晤談。",
			date_text(c->mem, g->visited), date_text(c->mem, g->decided)));
}

void score_check_ruling(struct life_case *c)
{
	const struct ruling_given *g = c->answers;
	struct period length;
	struct verdict *v;

	c->issues->fields = ruling_fields;
	if (*g->length && !period_parse(g->length, &length))
		issue(c->issues, -1, "length", "ERR_TEXT_GIVEN", arena_print(c->mem,
			"「延長期間」的「%s」不正確，請填例如 2m（2個月）或 8w（8週）。", g->length));
	if (g->ruling.id && !text_is(g->ruling.id, "confirm_fail") && !*g->reason)
		issue(c->issues, -1, "reason", "ERR_REQUIRED");
	check_ruling_days(c, g);
	if (!g->ruling.id || c->issues->n)
		return;
	v = life_finding(c, "commission-ruling");
	ruled(c, v);
	if (v->result == RESULT_DATA_MISSING)
		for (int i = 0; i < v->missing.n; i++)
			issue(c->issues, -1, v->missing.at[i], "ERR_REQUIRED");
	life_refused(c, v, "length");
	c->issues->fields = c->kind->fields;
}

const char *score_ruled(struct life_case *c)
{
	static const char *const states[] = {[RULING_CONFIRM_FAIL] = "confirmed", [RULING_RETURN] = "returned", [RULING_EXTEND] = "extended",
		[RULING_PASS] = "ruled_pass"};
	int ruling = ruling_of(c->answers);

	return ruling < 0 ? c->record->state.id : states[ruling];
}

static void extend(struct db *db, struct life_case *c, const struct ruling_given *g)
{
	struct end_row row = {.cause = END_EXTENDED, .from = date_plus(g->arrived, 1), .arrived = g->arrived, .document = g->document,
		.remark = g->reason};
	struct training_news news = life_news(c, EVENT_RULED_EXTEND, g->arrived, g->document);
	struct training t;

	period_parse(g->length, &row.length);
	if (happen(db, c, EVENT_RULED_EXTEND, g->arrived, g->document) && training_load(db, c->mem, c->life->t.id, &t))
		training_end_moves(db, &t, &row, &news, c->issues);
}

void score_ruling_effect(struct db *db, struct life_case *c)
{
	const struct ruling_given *g = c->answers;
	const struct training *t = &c->life->training;

	switch (ruling_of(g)) {
	case RULING_CONFIRM_FAIL:
		if (happen(db, c, EVENT_RULED_FAIL, g->decided, g->document))
			life_revocation_task(db, c, training_cite(t, PLAN_CITE_REVOKE));
		break;
	case RULING_RETURN:
		if (happen(db, c, EVENT_RULED_RETURN, g->arrived, g->document))
			life_deadline(db, c, &score_again_deadline, g->arrived, NULL, NULL, NULL);
		break;
	case RULING_EXTEND: extend(db, c, g); break;
	case RULING_PASS:
		if (happen(db, c, EVENT_RULED_PASS, g->decided, g->document))
			life_deadline(db, c, &score_certificate_deadline, g->decided, NULL, NULL, training_cite(t, PLAN_CITE_CERT));
		break;
	default: break;
	}
	life_tell(db, c, "實務訓練成績，保訓會審理結果為「%s」（%s）。", g->ruling.label, g->document);
}

/* ---- sent back, and not rated again ---- */

static struct date rated_again_by(const struct life_case *c)
{
	const struct ruling_given *g = life_answers(c->record, "rule");
	struct verdict v = verdict_new(c->mem, c->life->plan, c->life->calendar);
	struct ruling_values to = {0};

	if (g)
		ruling_judge(&v, &(struct ruling_facts){.ruling = RULING_RETURN, .arrived = g->arrived, .end = c->life->training.end}, &to);
	return to.due;
}

const char *score_pass_held(const struct life_case *c)
{
	const struct life_record *newest = rating_last(c->life);
	struct date due = rated_again_by(c);

	if (newest && newest->id != c->record->id && !life_names("drafted at_head at_committee at_reconsider", newest->state.id))
		return "";
	return date_set(due) && date_before(due, c->today) ? NULL : arena_print(c->mem,
		"重新評定之期限為%s；逾期未重新評定者，始得逕予核定及格（訓練辦法第41條）。", date_long_text(c->mem, due));
}

void score_check_pass(struct life_case *c)
{
	const struct passing *p = c->answers;
	struct date due = rated_again_by(c);

	c->issues->fields = passing_fields;
	score_in_order(c, "decided", p->decided);
	if (date_set(p->decided) && date_set(due) && !date_before(due, p->decided))
		issue(c->issues, -1, "decided", "ERR_TEXT_GIVEN", arena_print(c->mem, "核定日期%s在重新評定之期限%s之前（訓練辦法第41條）。",
			date_text(c->mem, p->decided), date_text(c->mem, due)));
	c->issues->fields = c->kind->fields;
}

void score_passed(struct db *db, struct life_case *c)
{
	const struct passing *p = c->answers;
	const struct training *t = &c->life->training;

	if (!happen(db, c, EVENT_RULED_PASS, p->decided, p->document))
		return;
	deadline_cancel(db, &score_again_deadline, "trainee", c->life->t.id, p->decided, "保訓會逕予核定及格");
	life_deadline(db, c, &score_certificate_deadline, p->decided, NULL, NULL, training_cite(t, PLAN_CITE_CERT));
	life_tell(db, c, "實務訓練成績逾期未重新評定，保訓會逕予核定及格（%s）。", p->document);
}
