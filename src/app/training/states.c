/* states.c: the state machine of a trainee as a table, and the one function that changes a state.      PLAN §6, PLAN-064, 137
 *
 * Knows what is possible, not who may: the pages ask that. */
#include "app/audit/audit.h"
#include "app/training/private.h"
#include "app/training/training.sql.h"
#include "base/log.h"
#include "base/text.h"

const struct code training_states[] = {
	{"admitted", "錄取"}, {"retain_requested", "保留申請中"}, {"retained", "保留受訓資格"}, {"makeup_requested", "補訓/重新訓練申請中"},
	{"wait_allocation", "待分配訓練"}, {"allocated", "已分配"}, {"in_training", "受訓中"}, {"stopped", "停止訓練"},
	{"retrain_requested", "重新訓練申請中"}, {"period_ended", "訓練期滿"}, {"rating", "成績考核中"}, {"with_commission", "保訓會審理成績中"},
	{"extended", "延長實務訓練"}, {"passed", "評定及格"}, {"certificate_filed", "請證中"}, {"certified", "已發給考試及格證書"},
	{"revoke_filed", "函送廢止中"}, {"revoked", "廢止受訓資格"}, {"lost", "喪失考試錄取資格"}, {"deceased", "亡故"}, {0}
};

const struct code bt_states[] = {
	{"none", "尚未參加"}, {"enrolled", "已報名"}, {"running", "受訓中"}, {"passed", "及格"}, {"done", "完成"}, {"failed", "不及格"},
	{"stopped", "停止訓練"}, {"waived", "逕予免除實體課程"}, {"exempt", "免除"}, {"online_requested", "線上學習申請中"},
	{"online", "線上學習"}, {"online_done", "線上學習完成"}, {"self_requested", "自費重新訓練申請中"},
	{"self_running", "自費重新訓練中"}, {"failed_final", "重新訓練仍不及格"}, {0}
};

const struct code training_events[] = {
	{"retain_filed", "申請保留受訓資格"}, {"retain_approved", "核准保留受訓資格"}, {"retain_refused", "不予保留受訓資格"},
	{"makeup_filed", "申請補訓或重新訓練"}, {"makeup_approved", "核准補訓或重新訓練"}, {"makeup_refused", "不予補訓或重新訓練"},
	{"makeup_missed", "逾期未申請或未報到補訓"}, {"allocated", "分配訓練"}, {"reported", "報到"}, {"report_cleared", "清除報到日期"},
	{"stopped", "停止訓練"}, {"retrain_filed", "申請重新訓練"}, {"retrain_approved", "核准重新訓練"}, {"retrain_refused", "不予重新訓練"},
	{"period_ended", "訓練期滿"}, {"rated", "輔導員評擬成績"}, {"rated_pass", "評定及格"}, {"rated_fail", "評定不及格"},
	{"ruled_fail", "核定不及格"}, {"ruled_return", "退還重新評定"}, {"ruled_extend", "准予延長實務訓練"}, {"ruled_pass", "逕予及格"},
	{"extension_ended", "延長實務訓練期滿"}, {"certificate_filed", "請證"}, {"certified", "發給考試及格證書"},
	{"revoke_filed", "函送廢止受訓資格"}, {"revoked", "廢止受訓資格"}, {"not_revoked", "不予廢止受訓資格"}, {"died", "亡故"},
	{"loss_reversed", "撤銷喪失考試錄取資格"}, {"period_reopened", "訓練期間延後屆滿"}, {"certificate_returned", "請證退回"},
	{"allocation_undone", "還原分配"}, {"retain_revoked", "廢止保留受訓資格"}, {0}
};

const struct code training_kinds[] = {{"first", "當年度"}, {"makeup", "補訓"}, {"retrain", "重新訓練"}, {0}};

/* ---- the table */

#define IN(state) ((uint32_t)1 << (state))
static const uint32_t in_any = IN(TRAINING_STATES) - 1, in_end = IN(CERTIFIED) | IN(REVOKED) | IN(LOST) | IN(DECEASED);

/* Where an event leads, if not to a state of its own. */
enum { TO_FORMER = TRAINING_STATES, TO_OPENER };

/* What happens to the open deadlines. */
enum ends { ENDS_NONE, ENDS_TRAINING, ENDS_ALL };

struct step {
	enum training_event event;
	uint32_t from;
	int to;
	enum ends ends;
	bool (*guard)(const struct training *, struct date);    /* the day it happens; {0}: not asked.  NULL: none */
	enum training_event opener, other_opener;               /* TO_OPENER: back to where the last of these came from */
};

/* 保留 during the training is of the law before 103: for whom, the plan says.          PLAN-032, 038 */
static bool may_retain(const struct training *t, struct date day)
{
	const struct plan_value *new_law_from = t->plan ? plan_value(t->plan, PLAN_RETAIN_NEW_LAW_ONLY) : NULL;

	(void)day;
	return t->state != IN_TRAINING || (new_law_from && new_law_from->known && t->admission_year < new_law_from->n);
}

/* Who doesn't come to 補訓 has lost the examination; who doesn't come the first time is revoked.     考試法§5 II */
static bool is_makeup(const struct training *t, struct date day)
{
	(void)day;
	return t->state != ALLOCATED || t->kind != TRAINING_FIRST;
}

static bool past_end(const struct training *t, struct date day)
{
	return date_set(t->end) && (!date_set(day) || date_before(t->end, day));
}

static bool not_past_end(const struct training *t, struct date day)
{
	return date_set(t->end) && !date_before(t->end, day);
}

/* After the last day there is nothing to stop, but an approval may come after it; while 保訓會 looks at the score it is training still.
 * LAW: 訓練計畫第12點; 訓練辦法§34-1, §39IV, §40-1II */
static bool within_period(const struct training *t, struct date day)
{
	return t->state == ALLOCATED || t->state == WITH_COMMISSION || !date_set(t->end) || !date_set(day) || !date_before(t->end, day);
}

#define STEP(event_, from_, to_, ...) {.event = (event_), .from = (from_), .to = (to_), ##__VA_ARGS__}

static const struct step steps[] = {
	STEP(EVENT_RETAIN_FILED, IN(ADMITTED) | IN(ALLOCATED) | IN(IN_TRAINING), RETAIN_REQUESTED, .guard = may_retain),
	STEP(EVENT_RETAIN_APPROVED, IN(RETAIN_REQUESTED), RETAINED, .ends = ENDS_TRAINING),
	STEP(EVENT_RETAIN_REFUSED, IN(RETAIN_REQUESTED), TO_OPENER, .opener = EVENT_RETAIN_FILED, .other_opener = EVENT_RETAIN_FILED),
	STEP(EVENT_RETAIN_REVOKED, IN(RETAINED) | IN(MAKEUP_REQUESTED), TO_OPENER, .opener = EVENT_RETAIN_FILED,
		.other_opener = EVENT_RETAIN_FILED),
	STEP(EVENT_MAKEUP_FILED, IN(RETAINED), MAKEUP_REQUESTED),
	STEP(EVENT_MAKEUP_APPROVED, IN(MAKEUP_REQUESTED), WAIT_ALLOCATION),
	STEP(EVENT_MAKEUP_REFUSED, IN(MAKEUP_REQUESTED), RETAINED),
	STEP(EVENT_MAKEUP_MISSED, IN(RETAINED) | IN(ALLOCATED), LOST, .ends = ENDS_ALL, .guard = is_makeup),
	STEP(EVENT_ALLOCATED, IN(ADMITTED) | IN(WAIT_ALLOCATION), ALLOCATED),
	STEP(EVENT_ALLOCATION_UNDONE, IN(ADMITTED) | IN(ALLOCATED), TO_OPENER, .opener = EVENT_ALLOCATED, .other_opener = EVENT_ALLOCATED),
	STEP(EVENT_REPORTED, IN(ALLOCATED), IN_TRAINING),
	STEP(EVENT_REPORT_CLEARED, IN(IN_TRAINING) | IN(PERIOD_ENDED), TO_OPENER, .opener = EVENT_REPORTED, .other_opener = EVENT_RETRAIN_APPROVED),
	STEP(EVENT_STOPPED, IN(ALLOCATED) | IN(IN_TRAINING) | IN(PERIOD_ENDED) | IN(RATING) | IN(WITH_COMMISSION) | IN(EXTENDED), STOPPED,
		.ends = ENDS_TRAINING, .guard = within_period),
	STEP(EVENT_RETRAIN_FILED, IN(STOPPED), RETRAIN_REQUESTED),
	STEP(EVENT_RETRAIN_APPROVED, IN(RETRAIN_REQUESTED), IN_TRAINING),
	STEP(EVENT_RETRAIN_REFUSED, IN(RETRAIN_REQUESTED), STOPPED),
	STEP(EVENT_PERIOD_ENDED, IN(IN_TRAINING), PERIOD_ENDED, .guard = past_end),
	STEP(EVENT_PERIOD_REOPENED, IN(PERIOD_ENDED), IN_TRAINING, .guard = not_past_end),
	STEP(EVENT_RATED, IN(PERIOD_ENDED) | IN(RATING), RATING),
	STEP(EVENT_RATED_PASS, IN(RATING), PASSED),
	STEP(EVENT_RATED_FAIL, IN(RATING), WITH_COMMISSION),
	STEP(EVENT_RULED_FAIL, IN(WITH_COMMISSION), REVOKE_FILED),
	STEP(EVENT_RULED_RETURN, IN(WITH_COMMISSION), RATING),
	STEP(EVENT_RULED_EXTEND, IN(WITH_COMMISSION), EXTENDED),
	STEP(EVENT_RULED_PASS, IN(WITH_COMMISSION) | IN(RATING), PASSED),
	STEP(EVENT_EXTENSION_ENDED, IN(EXTENDED), RATING, .guard = past_end),
	STEP(EVENT_CERTIFICATE_FILED, IN(PASSED), CERTIFICATE_FILED),
	STEP(EVENT_CERTIFICATE_RETURNED, IN(CERTIFICATE_FILED), PASSED),
	STEP(EVENT_CERTIFIED, IN(CERTIFICATE_FILED), CERTIFIED, .ends = ENDS_ALL),
	STEP(EVENT_REVOKE_FILED, in_any & ~in_end & ~IN(REVOKE_FILED), REVOKE_FILED),
	STEP(EVENT_REVOKED, IN(REVOKE_FILED), REVOKED, .ends = ENDS_ALL),
	STEP(EVENT_NOT_REVOKED, IN(REVOKE_FILED), TO_FORMER),
	STEP(EVENT_LOSS_REVERSED, IN(LOST), TO_OPENER, .opener = EVENT_MAKEUP_MISSED, .other_opener = EVENT_MAKEUP_MISSED),
	STEP(EVENT_DIED, in_any & ~in_end, DECEASED, .ends = ENDS_ALL),
};

static const struct step *step_of(const struct training *t, enum training_event event, struct date day)
{
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (steps[i].event == event && steps[i].from & IN(t->state) && (!steps[i].guard || steps[i].guard(t, day)))
			return &steps[i];
	return NULL;
}

bool training_can(const struct training *t, enum training_event event)
{
	return step_of(t, event, (struct date){0});
}

bool training_is_over(const struct training *t)
{
	return in_end & IN(t->state);
}

int code_place(const struct code *list, const char *id)
{
	for (int i = 0; list[i].id; i++)
		if (text_is(list[i].id, id))
			return i;
	fail("%s is no code of the list that begins with %s", id, list[0].id);
}

/* ---- what happened */

static struct date day_of(const struct training_news *news)
{
	return date_set(news->day) ? news->day : moment_date(news->now);
}

static enum training_state target(struct db *db, const struct training *t, const struct step *s)
{
	struct rows *r;

	if (s->to == TO_FORMER)
		return t->former;
	if (s->to != TO_OPENER)
		return (enum training_state)s->to;
	r = db_run(db, &training_opened, A(t->admission), A(training_events[s->opener].id), A(training_events[s->other_opener].id));
	return r->n ? (enum training_state)code_place(training_states, row_text(r, 0, "was")) : ALLOCATED;
}

void event_keep(struct db *db, const struct training *t, const char *event, const char *was, const char *became, const struct training_news *news)
{
	db_run(db, &training_event_put, A(t->admission), value_id_or_null(t->id), A(event), A(day_of(news)), A(was), A(became),
		A(news->document ? news->document : ""), A(news->remark ? news->remark : ""), A(news->account), A(news->now));
}

void change_audit(struct db *db, const struct training *t, const char *action, const char *before, const char *after,
	const struct training_news *news)
{
	audit_add(db, &(struct audit_event){.account = news->account, .agency = t->agency, .address = news->address, .action = action,
		.subject_kind = "trainee", .subject = t->admission, .before = before, .after = after, .reason = news->remark, .at = news->now});
}

static void state_audit(struct db *db, const struct training *t, enum training_event event, enum training_state was,
	const struct training_news *news)
{
	struct arena *mem = db_arena(db);

	change_audit(db, t, arena_print(mem, "training.%s", training_events[event].id),
		arena_print(mem, "{\"state\":\"%s\"}", training_states[was].id),
		arena_print(mem, "{\"state\":\"%s\"}", training_states[t->state].id), news);
}

static bool (*const *begun)(struct db *, int64_t, const struct training_news *);

void training_begun(bool (*const *then)(struct db *, int64_t admission, const struct training_news *))
{
	begun = then;
}

static void follow_beginning(struct db *db, struct training *t, const struct training_news *news)
{
	bool changed = false;

	if ((news->event != EVENT_REPORTED && news->event != EVENT_RETRAIN_APPROVED) || db_undone(db))
		return;
	for (int i = 0; begun && begun[i]; i++)
		changed |= begun[i](db, t->admission, news);
	if (changed)
		training_load(db, db_arena(db), t->admission, t);
}

bool training_happen(struct db *db, struct training *t, const struct training_news *news)
{
	const struct step *s = step_of(t, news->event, day_of(news));
	enum training_state was = t->state;

	if (!s || !training_touch(db, t))
		return false;
	if (news->event == EVENT_REVOKE_FILED || news->event == EVENT_RULED_FAIL)
		t->former = was;
	t->state = target(db, t, s);
	if (news->event == EVENT_RETRAIN_APPROVED)
		attempt_restart(db, t, news);
	if (news->event == EVENT_ALLOCATED && t->attempt)               /* the day of the attempt before is no day of this one */
		db_run(db, &training_report_set, A(t->admission), A((struct date){0}), A((struct moment){0}));
	training_state_keep(db, t);
	event_keep(db, t, training_events[news->event].id, training_states[was].id, training_states[t->state].id, news);
	if (news->event != EVENT_REPORTED && news->event != EVENT_REPORT_CLEARED)       /* who writes the day has an audit row of that */
		state_audit(db, t, news->event, was, news);
	if (s->ends != ENDS_NONE)
		deadlines_end(db, t, s->ends == ENDS_ALL, news);
	deadlines_follow(db, t, news);
	follow_beginning(db, t, news);
	return !db_undone(db);
}
