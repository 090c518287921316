/* stop_act.c: what the rules say of 停止訓練, what is checked, and what follows from each station.   PLAN-060 … 065, 067 */
#include "app/case/stop.h"
#include "app/guidance/guidance.h"
#include "base/text.h"
#include "rule/citation.h"
#include "rule/stop.h"

const struct deadline_kind case_stop_bt_due = {
	.name = "stop-bt", .title = "申請停止基礎訓練", .length = "5d", .counted = "next_day", .who = "受訓人員（經訓練機關（構）學校）",
	.consequence = "逾期者由保訓會決定", .citation = "訓練辦法第34條", .link = "/trainees/",
};
const struct deadline_kind case_stop_service_due = {
	.name = "stop-service", .title = "申請停止訓練（服役、公假）", .length = "15d", .counted = "next_day", .who = "受訓人員（經用人機關）",
	.consequence = "逾期者由保訓會決定；未經准假之缺勤可能成為曠職", .citation = "訓練辦法第34條之1", .link = "/trainees/",
};
const struct deadline_kind case_stop_custody_due = {
	.name = "stop-custody", .title = "函送保訓會停止訓練", .who = "用人機關", .consequence = "應即時辦理", .citation = "訓練辦法第35條",
	.link = "/trainees/",
};
const struct deadline_kind case_stop_ask = {
	.name = "stop-ask", .title = "確認停止訓練原因是否消滅", .length = "1m", .counted = "next_day", .who = "用人機關",
	.consequence = "訓練計畫未定期限，以1個月提醒；原因消滅後15日內得申請重新訓練", .citation = "訓練辦法第35條之1", .link = "/trainees/",
	.goes_on = true,
};
const struct deadline_kind case_retrain_due = {
	.name = "retrain", .title = "申請重新訓練", .length = "15d", .counted = "next_day", .who = "受訓人員",
	.consequence = "未申請者由保訓會廢止受訓資格", .citation = "訓練辦法第35條之1、第45條第2項", .link = "/trainees/",
	.missed = &ex_officio_deadline,
};
const struct deadline_kind case_retrain_bt_due = {
	.name = "retrain-bt", .title = "申請重新訓練（基礎訓練）", .length = "15d", .counted = "next_day", .who = "受訓人員",
	.consequence = "基礎訓練仍未完成，應重新報名實體課程或申請線上學習", .citation = "訓練辦法第35條之1", .link = "/trainees/",
	.lapses = true,
};

/* ---- what the rules say ---- */

static void judge_bt(struct life_case *c, const struct stop *s)
{
	const struct bt_stop_facts facts = {.event = s->event, .cause = s->cause.label, .filed_on = s->filed,
		.bt_mode = case_is(s->mode, "online") ? STOP_BT_ONLINE : STOP_BT_IN_PERSON};
	struct stop_values values = {0};

	bt_stop_judge(life_finding(c, "bt-stop"), &facts, &values);
}

static void judge_absent(struct life_case *c, const struct stop *s)
{
	const struct mandatory_stop_facts facts = {s->absent_hours, s->course_hours};
	struct mandatory_stop_values values = {0};
	struct verdict *v = life_finding(c, "bt-mandatory-stop");

	mandatory_stop_judge(v, &facts, &values);
	if (case_plan_has(c->life, PLAN_BT_DISABILITY_WAIVER))
		verdict_say(v, case_cite(c->life, PLAN_CITE_BT_WAIVER, NULL),
			"因個人身心障礙因素請假超過規定時數者，由保訓會或文官學院逕予免除實體課程基礎訓練");
}

static void judge_service(struct life_case *c, const struct stop *s)
{
	const struct service_stop_facts facts = {.event = s->event, .cause = s->cause.label, .filed_on = s->filed};
	struct stop_values values = {0};

	service_stop_judge(life_finding(c, "service-stop"), &facts, &values);
}

/* 「第20點第1款第10目」: where the plan numbers the cause that comes before a stop; "" where it doesn't. */
static const char *unless_point(const struct life_case *c)
{
	const struct plan_value *unless = case_value(c->life, PLAN_STOP_UNLESS), *causes = case_value(c->life, PLAN_REVOKE_CAUSES);

	return !unless || !causes ? "" : point_words(c->mem, arena_print(c->mem, "%s%lld", causes->point, (long long)unless->n));
}

/* The exception in the very words of the plan, which are not the same in each; put together where its file has none.      A-29 */
static const char *unless_words(const struct life_case *c, const char *point)
{
	const struct plan_value *words = case_value(c->life, PLAN_STOP_UNLESS_WORDS);

	return words ? words->text : arena_print(c->mem, "除已依%s予以廢止受訓資格者外", point);
}

/* Not for 緩刑 and 易科罰金, nor where 廢止 for bad conduct comes first.  PLAN-063   LAW: 訓練辦法§35 */
static void judge_custody(struct life_case *c, const struct stop *s)
{
	struct verdict *v;
	const char *cite = c->kind->citation(c->life);
	const char *unless = unless_point(c);

	if (!s->cause.id || !*s->cause.id)
		return;
	v = life_finding(c, "mandatory-stop");
	v->result = RESULT_NOT_MET;
	if (case_is(s->cause, "suspended") || case_is(s->cause, "fine")) {
		verdict_say(v, cite, "%s者，不在應予停止訓練之列", s->cause.label);
	} else if (CASE_IN(c->life, REVOKE_FILED, REVOKED)) {
		verdict_say(v, cite, "已函送或廢止受訓資格；依%s廢止者，不另停止訓練", unless);
	} else {
		v->result = RESULT_MET;
		verdict_say(v, cite, "%s，%s，應予停止訓練", s->cause.label, unless_words(c, unless));
	}
}

static void judge(struct life_case *c)
{
	const struct stop *s = c->data;

	if (c->kind == &case_stop_bt)
		judge_bt(c, s);
	else if (c->kind == &case_stop_absent)
		judge_absent(c, s);
	else if (c->kind == &case_stop_service)
		judge_service(c, s);
	else
		judge_custody(c, s);
}

/* Is a stop of basic training left out by the plan?            LAW: 訓練辦法§45II; 113身障第20點第4款 */
static bool excepted(const struct life *l, bool basic)
{
	const struct plan_value *v = case_value(l, PLAN_RETRAIN_MISSED_EXCEPT);

	return basic && v && v->text && *v->text;
}

void stop_judge_unasked(struct life_case *c, const struct stop *s, bool basic, struct date filed)
{
	struct retrain_window_facts facts = {s->ended, date_set(filed) ? filed : c->today};
	struct stop_values values = {0};
	struct verdict window = verdict_new(c->mem, c->life->plan, c->life->calendar), *v;
	const char *cite = case_cite(c->life, PLAN_CITE_EX_OFFICIO, "訓練辦法第45條第2項");

	retrain_window_judge(&window, &facts, &values);
	if (window.result != RESULT_REFUSED)
		return;
	v = life_finding(c, "retrain-missed");
	v->used = window.used;
	v->result = excepted(c->life, basic) ? RESULT_NOT_MET : RESULT_MET;
	if (v->result == RESULT_MET)
		verdict_say(v, cite, "停止訓練原因於%s消滅，末日%s，%s，應由保訓會廢止受訓資格", date_long_text(c->mem, s->ended),
			date_long_text(c->mem, values.due), date_set(filed) ? "逾期申請重新訓練" : "未申請重新訓練");
	else
		verdict_say(v, cite, "因故停止實體課程基礎訓練者，未申請重新訓練不廢止受訓資格；基礎訓練仍未完成，得重新報名實體課程或申請線上學習");
}

void stop_review(struct life_case *c)
{
	const struct stop *s = c->data;
	const struct life_record *asked = life_last(c->life, &case_retrain, NULL, false);

	judge(c);
	if (date_set(s->ended) && !(asked && !date_before(asked->day, s->ended)))
		stop_judge_unasked(c, s, c->kind == &case_stop_bt || c->kind == &case_stop_absent, (struct date){0});
	if (text_is(c->record->state.id, "noted") || text_is(c->record->state.id, "filed"))
		case_missing_papers(c);
}

/* ---- checks ---- */

void stop_check_note(struct life_case *c)
{
	const struct stop *s = c->data;

	case_not_future(c, s->known, "known");
	if (c->kind == &case_stop_custody || c->kind == &case_stop_absent)
		case_not_future(c, s->event, "event");
	if (case_is(s->cause, "other"))
		case_need(c, *s->cause_text, "cause_text");
	if (date_set(s->event) && date_set(c->life->training.report_date) && c->kind == &case_stop_bt &&
		date_before(s->event, c->life->training.report_date))
		case_wrong(c, "event", "事由發生日早於報到日期%s，非訓練期間。", date_text(c->mem, c->life->training.report_date));
	judge(c);
	for (int i = 0; i < c->findings.n; i++)
		if (c->findings.at[i].verdict.result == RESULT_NOT_IN_PLAN || text_is(c->findings.at[i].verdict.code, "WRONG_CHANNEL"))
			life_refused(c, &c->findings.at[i].verdict, "event");
}

void stop_check_file(struct life_case *c)
{
	struct stop *s = c->data;

	s->filed = ((const struct stop_filing *)c->answers)->filed;
	case_not_future(c, s->filed, "filed");
	judge(c);
	case_missing_papers(c);
}

void stop_check_approve(struct life_case *c)
{
	const struct stop_approval *a = c->answers;
	struct stop *s = c->data;

	case_check_decision(c, &(struct case_decision){a->document, a->decided, a->served, a->remark}, s->filed);
	if (c->kind == &case_stop_service && case_is(a->scope, "bt_only"))
		case_wrong(c, "scope", "服役或公假之停止訓練為停止全部訓練。");
	s->scope = a->scope;
	s->from = a->from;
	judge(c);
	s->differs = case_mark(case_differs(&c->findings.at[c->findings.n - 1].verdict, true));
}

void stop_check_refuse(struct life_case *c)
{
	struct stop *s = c->data;

	case_check_decision(c, c->answers, s->filed);
	judge(c);
	s->differs = case_mark(case_differs(&c->findings.at[c->findings.n - 1].verdict, false));
}

void stop_check_end(struct life_case *c)
{
	const struct stop_end *e = c->answers;
	struct stop *s = c->data;
	const struct retrain_window_facts facts = {.cause_ended = e->ended};
	struct stop_values values = {0};

	case_not_future(c, e->ended, "ended");
	if (date_set(e->ended) && date_before(e->ended, s->event))
		case_wrong(c, "ended", "原因消滅日不可早於事由發生日%s。", date_text(c->mem, s->event));
	s->ended = e->ended;
	if (date_set(e->ended))
		retrain_window_judge(life_finding(c, "retrain-window"), &facts, &values);
}

/* ---- what follows ---- */

static const struct deadline_kind *due_of(const struct life_kind *k)
{
	return k == &case_stop_bt ? &case_stop_bt_due : k == &case_stop_service ? &case_stop_service_due :
		k == &case_stop_custody ? &case_stop_custody_due : NULL;
}

void stop_noted(struct db *db, struct life_case *c)
{
	const struct stop *s = c->data;
	const struct deadline_kind *kind = due_of(c->kind);
	const struct plan_value *v = case_value(c->life, c->kind == &case_stop_bt ? PLAN_STOP_BT_WITHIN : PLAN_STOP_SERVICE_WITHIN);
	const char *length = kind && kind->length && v ? case_length(c->mem, v->length, NULL) : NULL;

	if (kind)
		life_deadline(db, c, kind, kind == &case_stop_custody_due ? s->known : s->event, length,
			length ? "next_day" : NULL, c->kind->citation(c->life));
}

void stop_filed(struct db *db, struct life_case *c)
{
	const struct stop *s = c->data;
	const struct deadline_kind *kind = due_of(c->kind);

	if (kind)
		life_deadline_met(db, c, kind, date_set(s->filed) ? s->filed : case_day(c));
}

void stop_returned(struct db *db, struct life_case *c)
{
	life_tell(db, c, "%s退回補正：%s", c->kind->title, c->who.reason);
}

static bool in_class(const struct life *l)
{
	return l->training.bt == BT_RUNNING || l->training.bt == BT_SELF_RUNNING || l->training.bt == BT_ONLINE;
}

/* The class is left: another may be asked for, or the next call comes.                                     PLAN-064, 067 b */
static void leave_class(struct db *db, struct life_case *c)
{
	static const struct life_kind *const classes[] = {&case_enrol, &case_call};

	for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
		struct life_record *r = life_last(c->life, classes[i], "called running", true);
		struct issues own = issues_new(c->mem, NULL);

		if (r && !life_act(db, c->life, r, "stop", NULL, &c->who, &own))
			case_wrong(c, "", "%s無法結案，請重新整理後再試。", r->kind->title);
	}
}

void stop_approved(struct db *db, struct life_case *c)
{
	const struct stop_approval *a = c->answers;

	if (case_is(a->scope, "bt_only") || in_class(c->life)) {
		leave_class(db, c);
		case_bt(db, c, BT_STOPPED, a->from, a->document);
	}
	if (case_is(a->scope, "all"))
		case_happen(db, c, EVENT_STOPPED, a->from, a->document);
	life_deadline(db, c, &case_stop_ask, a->from, NULL, NULL, case_cite(c->life, PLAN_CITE_RETRAIN, "訓練辦法第35條之1"));
	life_tell(db, c, "經保訓會核准%s，自%s起（%s）", a->scope.label, date_long_text(c->mem, a->from), a->document);
}

void stop_refused(struct db *db, struct life_case *c)
{
	const struct case_decision *d = c->answers;

	life_tell(db, c, "%s：保訓會不予停止訓練（%s）", c->kind->title, d->document);
}

void stop_ended(struct db *db, struct life_case *c)
{
	const struct stop *s = c->data;
	const struct plan_value *v = case_value(c->life, PLAN_RETRAIN_WITHIN);
	const char *length = v ? case_length(c->mem, v->length, NULL) : NULL;
	bool basic = c->kind == &case_stop_bt || c->kind == &case_stop_absent;

	life_deadline_met(db, c, &case_stop_ask, case_day(c));
	life_deadline(db, c, excepted(c->life, basic) ? &case_retrain_bt_due : &case_retrain_due, s->ended, length, "next_day",
	 case_cite(c->life, PLAN_CITE_RETRAIN, "訓練辦法第35條之1"));
	life_tell(db, c, "停止訓練原因於%s消滅，請於期限內申請重新訓練", date_long_text(c->mem, s->ended));
}

const struct life_record *stop_over(const struct life *l)
{
	const struct life_kind *const kinds[] = {&case_stop_bt, &case_stop_absent, &case_stop_service, &case_stop_custody};
	const struct life_record *newest = NULL;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const struct life_record *r = life_last(l, kinds[i], "approved ended", false);

		if (r && (!newest || date_before(newest->day, r->day)))
			newest = r;
	}
	return newest;
}
