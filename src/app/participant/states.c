/* states.c: the state machine of a participant as a table, and the one function that changes a state.   PROMO §3.1
 *
 * Knows what is possible, not who may: the pages ask that. */
#include "app/audit/audit.h"
#include "app/participant/private.h"
#include "app/participant/participant.sql.h"
#include "base/text.h"

const struct code participant_states[] = {
	{"reserve", "備選"}, {"omitted", "漏未薦送審議中"}, {"waiting", "待訓"}, {"withdrawn", "訓前自願放棄"}, {"deferred", "延後訓練"},
	{"removed", "更正除名"}, {"in_training", "受訓中"}, {"suspended", "停止訓練"}, {"makeup_open", "原因消滅，待申請補訓"},
	{"makeup_approved", "核准次年度補訓"}, {"lapsed", "視同放棄補訓"}, {"revoked", "廢止受訓資格"}, {"expelled", "退訓"},
	{"completed", "訓練期滿"}, {"failed", "成績不及格"}, {"passed", "成績及格"}, {"certificate_requested", "請證中"},
	{"certified", "已發給訓練合格證書"}, {"annulled", "撤銷訓練及格資格"}, {"exempt_approved", "核准免訓"},
	{"reserve_lapsed", "備選失效"}, {0}
};

const struct code participant_events[] = {
	{"accepted", "名冊受理"}, {"proposed", "提報漏未薦送"}, {"consented", "同意直接調訓"}, {"not_consented", "不同意直接調訓"},
	{"moved_up", "遞補為正選"}, {"moved_back", "撤銷遞補"},
	{"reserve_lapses", "年度終了，備選失其效力"}, {"withdrew", "訓前自願放棄"}, {"defers", "延後訓練"}, {"removes", "更正受訓人員名冊"},
	{"began", "開訓"}, {"began_later", "開訓日延後"}, {"stopped", "停止訓練"}, {"cause_ended", "原因消滅"},
	{"makeup_this_year", "核准當年度補訓"}, {"makeup_next_year", "核准次年度補訓"}, {"lapses", "逾期未申請補訓"},
	{"lapse_reversed", "撤銷視同放棄"}, {"revokes", "廢止受訓資格"}, {"revocation_withdrawn", "撤回廢止"}, {"expels", "退訓"},
	{"completes", "訓練期滿"}, {"passes", "核定成績及格"}, {"fails", "核定成績不及格"}, {"certificate_filed", "請領訓練合格證書"},
	{"certificate_returned", "請證退回"}, {"certifies", "發給訓練合格證書"}, {"annuls", "撤銷訓練及格資格"}, {"exempted", "核准免訓"},
	{"entry_withdrawn", "更正誤登"}, {0}
};

const struct code participant_phases[] = {{"selection", "遴選"}, {"before", "訓前"}, {"during", "訓中"}, {"after", "訓後"}, {0}};

/* ---- the table */

#define IN(state) ((uint32_t)1 << PARTICIPANT_##state)
enum { TO_FORMER = PARTICIPANT_STATES };

static const struct step { enum participant_event event; uint32_t from; int to; } steps[] = {
	{PARTICIPANT_CONSENTED, IN(OMITTED), PARTICIPANT_WAITING},
	{PARTICIPANT_NOT_CONSENTED, IN(OMITTED), PARTICIPANT_REMOVED},
	{PARTICIPANT_MOVED_UP, IN(RESERVE), PARTICIPANT_WAITING},
	{PARTICIPANT_MOVED_BACK, IN(WAITING), PARTICIPANT_RESERVE},
	{PARTICIPANT_RESERVE_LAPSES, IN(RESERVE), PARTICIPANT_RESERVE_LAPSED},
	{PARTICIPANT_WITHDREW, IN(WAITING), PARTICIPANT_WITHDRAWN},
	{PARTICIPANT_DEFERS, IN(WAITING), PARTICIPANT_DEFERRED},
	{PARTICIPANT_REMOVES, IN(WAITING) | IN(RESERVE), PARTICIPANT_REMOVED},
	{PARTICIPANT_BEGAN, IN(WAITING), PARTICIPANT_IN_TRAINING},
	{PARTICIPANT_BEGAN_LATER, IN(IN_TRAINING), PARTICIPANT_WAITING},
	{PARTICIPANT_STOPPED, IN(IN_TRAINING), PARTICIPANT_SUSPENDED},
	{PARTICIPANT_CAUSE_ENDED, IN(DEFERRED) | IN(SUSPENDED), PARTICIPANT_MAKEUP_OPEN},
	{PARTICIPANT_MAKEUP_THIS_YEAR, IN(MAKEUP_OPEN), PARTICIPANT_WAITING},
	{PARTICIPANT_MAKEUP_NEXT_YEAR, IN(MAKEUP_OPEN), PARTICIPANT_MAKEUP_APPROVED},
	{PARTICIPANT_LAPSES, IN(MAKEUP_OPEN), PARTICIPANT_LAPSED},
	{PARTICIPANT_LAPSE_REVERSED, IN(LAPSED), PARTICIPANT_MAKEUP_OPEN},
	{PARTICIPANT_REVOKES, IN(IN_TRAINING), PARTICIPANT_REVOKED},
	{PARTICIPANT_REVOCATION_WITHDRAWN, IN(REVOKED), PARTICIPANT_IN_TRAINING},
	{PARTICIPANT_EXPELS, IN(IN_TRAINING) | IN(COMPLETED), PARTICIPANT_EXPELLED},
	{PARTICIPANT_COMPLETES, IN(IN_TRAINING), PARTICIPANT_COMPLETED},
	{PARTICIPANT_PASSES, IN(COMPLETED) | IN(FAILED), PARTICIPANT_PASSED},
	{PARTICIPANT_FAILS, IN(COMPLETED) | IN(PASSED), PARTICIPANT_FAILED},
	{PARTICIPANT_CERTIFICATE_FILED, IN(PASSED) | IN(EXEMPT_APPROVED), PARTICIPANT_CERTIFICATE_REQUESTED},
	{PARTICIPANT_CERTIFICATE_RETURNED, IN(CERTIFICATE_REQUESTED), TO_FORMER},
	{PARTICIPANT_CERTIFIES, IN(CERTIFICATE_REQUESTED), PARTICIPANT_CERTIFIED},
	{PARTICIPANT_ANNULS, IN(PASSED) | IN(CERTIFICATE_REQUESTED) | IN(CERTIFIED), PARTICIPANT_ANNULLED},
	{PARTICIPANT_EXEMPTED, IN(ANNULLED), PARTICIPANT_EXEMPT_APPROVED},
	{PARTICIPANT_ENTRY_WITHDRAWN, IN(WITHDRAWN) | IN(DEFERRED) | IN(REMOVED) | IN(SUSPENDED) | IN(MAKEUP_OPEN) | IN(EXPELLED) | IN(ANNULLED) |
		IN(CERTIFIED) | IN(WAITING) | IN(MAKEUP_APPROVED) | IN(EXEMPT_APPROVED),
		TO_FORMER},
};

static const struct step *step_of(const struct participant *p, enum participant_event event)
{
	uint32_t now = (uint32_t)1 << participant_state(p);

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (steps[i].event == event && steps[i].from & now)
			return &steps[i];
	return NULL;
}

bool participant_can(const struct participant *p, enum participant_event event)
{
	return step_of(p, event);
}

enum participant_state participant_state(const struct participant *p)
{
	return (enum participant_state)promotion_index(participant_states, p->state.id);
}

/* 訓前 begins with the acceptance of the roster, 訓中 with 開訓, 訓後 with 結訓; who did not get to the end stays where it ended.  PROMO-002 */
enum participant_phase participant_phase(const struct participant *p)
{
	switch (participant_state(p)) {
	case PARTICIPANT_OMITTED:
		return PHASE_SELECTION;
	case PARTICIPANT_RESERVE: case PARTICIPANT_WAITING: case PARTICIPANT_WITHDRAWN: case PARTICIPANT_DEFERRED: case PARTICIPANT_REMOVED:
	case PARTICIPANT_RESERVE_LAPSED:
		return PHASE_BEFORE_TRAINING;
	case PARTICIPANT_IN_TRAINING: case PARTICIPANT_SUSPENDED: case PARTICIPANT_REVOKED: case PARTICIPANT_EXPELLED:
		return PHASE_IN_TRAINING;
	default:
		return PHASE_AFTER_TRAINING;                        /* 補訓 is 訓後篇-2 */
	}
}

/* ---- what happened */

static struct code state_named(const char *id)
{
	return *code_find(participant_states, id);
}

void participant_event_keep(struct db *db, const struct participant *p, const char *was, const struct participant_news *news)
{
	struct arena *mem = db_arena(db);
	const char *event = participant_events[news->event].id;

	db_run(db, &participant_event_put, A(p->id), A(event), A(date_set(news->day) ? news->day : moment_date(news->now)), A(was), A(p->state.id),
		A(news->document ? news->document : ""), A(news->remark ? news->remark : ""), value_id_or_null(news->record), A(news->account),
		A(news->now));
	audit_add(db, &(struct audit_event){.account = news->account, .agency = p->agency, .address = news->address,
		.action = arena_print(mem, "participant.%s", event), .subject_kind = "participant", .subject = p->id,
		.before = *was ? arena_print(mem, "{\"state\":\"%s\"}", was) : NULL, .after = arena_print(mem, "{\"state\":\"%s\"}", p->state.id),
		.reason = news->remark && *news->remark ? news->remark : NULL, .at = news->now});
}

/* ---- what bears on a later selection                                                            PROMO-063, 107 … 119 */

static const struct outcome { enum participant_event event; enum past_outcome keeps, drops; } outcomes[] = {
	{PARTICIPANT_CONSENTED, PAST_OMITTED, PASTS_N}, {PARTICIPANT_DEFERS, PAST_DEFERRED, PASTS_N}, {PARTICIPANT_STOPPED, PAST_STOPPED, PASTS_N},
	{PARTICIPANT_REVOKES, PAST_REVOKED, PASTS_N}, {PARTICIPANT_REVOCATION_WITHDRAWN, PASTS_N, PAST_REVOKED},
	{PARTICIPANT_EXPELS, PAST_EXPELLED, PASTS_N}, {PARTICIPANT_PASSES, PAST_PASSED, PAST_FAILED}, {PARTICIPANT_FAILS, PAST_FAILED, PAST_PASSED},
	{PARTICIPANT_ANNULS, PAST_ANNULLED, PASTS_N}, {PARTICIPANT_EXEMPTED, PAST_PASSED, PAST_ANNULLED},
};

/* Of a state that a mistaken entry led to; back: the state that it is now, PARTICIPANT_STATES: whichever. */
static const struct { enum participant_state state, back; enum past_outcome drops; } mistakes[] = {
	{PARTICIPANT_DEFERRED, PARTICIPANT_STATES, PAST_DEFERRED}, {PARTICIPANT_SUSPENDED, PARTICIPANT_STATES, PAST_STOPPED},
	{PARTICIPANT_EXPELLED, PARTICIPANT_STATES, PAST_EXPELLED}, {PARTICIPANT_ANNULLED, PARTICIPANT_STATES, PAST_ANNULLED},
	{PARTICIPANT_EXEMPT_APPROVED, PARTICIPANT_STATES, PAST_PASSED}, {PARTICIPANT_WAITING, PARTICIPANT_OMITTED, PAST_OMITTED},
};

static struct past past_of(const struct participant *p, enum past_outcome outcome, const struct participant_news *news)
{
	struct past x = news->past ? *news->past : (struct past){0};

	x.type = p->type;
	x.year = p->year;
	x.national_id = p->national_id;
	x.name = p->name;
	x.outcome = past_outcomes[outcome];
	x.letter = news->document;
	return x;
}

static void keep_outcome(struct db *db, const struct participant *p, const char *was, const struct participant_news *news)
{
	struct past x;

	for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++) {
		if (outcomes[i].event != news->event)
			continue;
		if (outcomes[i].keeps != PASTS_N) {
			x = past_of(p, outcomes[i].keeps, news);
			past_keep(db, &x);
		}
		if (outcomes[i].drops != PASTS_N) {
			x = past_of(p, outcomes[i].drops, news);
			past_take_back(db, &x);
		}
	}
	for (size_t i = 0; news->event == PARTICIPANT_ENTRY_WITHDRAWN && i < sizeof mistakes / sizeof *mistakes; i++)
		if (text_is(participant_states[mistakes[i].state].id, was) && (mistakes[i].back == PARTICIPANT_STATES ||
				mistakes[i].back == participant_state(p))) {
			x = past_of(p, mistakes[i].drops, news);
			past_take_back(db, &x);
		}
}

bool participant_happen(struct db *db, struct participant *p, const struct participant_news *news)
{
	const struct step *s = step_of(p, news->event);
	const char *was = p->state.id;

	if (!s)
		return false;
	if (s->to == TO_FORMER) {
		struct rows *last = db_run(db, &participant_came_from, A(p->id), A(was));

		if (!last->n || !*row_text(last, 0, "was"))
			return false;
		p->state = state_named(row_text(last, 0, "was"));
	} else {
		p->state = participant_states[s->to];
	}
	if (news->event == PARTICIPANT_MOVED_UP)
		p->outcome = outcome_codes[0];
	if (news->event == PARTICIPANT_MOVED_BACK)
		p->outcome = outcome_codes[1];
	if (!db_run(db, &participant_state_set, A(p->id), A(p->version), A(p->state.id), A(p->outcome.id), value_id_or_null(p->substitute_of))->n) {
		p->state = state_named(was);
		return false;
	}
	p->version++;
	participant_event_keep(db, p, was, news);
	keep_outcome(db, p, was, news);
	return !db_undone(db);
}
