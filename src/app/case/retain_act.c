/* retain_act.c: what the rules say of 保留受訓資格, what is checked, and what follows from each station. */
#include "app/case/retain.h"
#include "base/text.h"
#include "rule/retention.h"

const struct deadline_kind case_retain_training = {
	.name = "retain-training", .title = "訓練期間申請保留受訓資格", .length = "10d", .counted = "next_day", .who = "受訓人員經訓練機關",
	.consequence = "逾期不予受理", .citation = "訓練計畫附件1注意五(二)", .link = "/trainees/", .lapses = true,
};
const struct deadline_kind case_retain_recheck = {
	.name = "retain-recheck", .title = "重新審查保留受訓資格申請（公告日變更）", .who = "保訓會",
	.consequence = "申請期間已變更，應重新審查原決定", .citation = "訓練計畫第8點第3款", .link = "/trainees/",
};
const struct deadline_kind case_retain_other = {
	.name = "retain-other-exam", .title = "登錄保留原因消滅（復應其他考試錄取並報到）", .who = "保訓會",
	.consequence = "自報到之日起3個月內應申請補訓或重新訓練", .citation = "訓練計畫第9點第3款；訓練辦法第45條第1項", .link = "/trainees/",
};
const struct deadline_kind case_retain_cancel = {
	.name = "retain-cancel", .title = "廢止保留受訓資格（未補送學生證）", .who = "保訓會", .consequence = "未補送者，廢止保留受訓資格",
	.citation = "訓練計畫附件1注意六", .link = "/trainees/",
};
const struct deadline_kind case_retain_end = {
	.passes = true, .name = "retain-end", .title = "保留受訓資格期限屆滿", .who = "申請人", .consequence = "屆滿後應於3個月內申請補訓或重新訓練",
	.citation = "公務人員考試法第4條、第5條第2項", .link = "/trainees/",
};
const struct deadline_kind case_retain_card = {
	.name = "retain-card", .title = "補送學生證影本及切結書", .who = "申請人", .consequence = "未補送者，廢止保留受訓資格",
	.citation = "訓練計畫附件1注意六", .link = "/trainees/", .missed = &case_retain_cancel,
};
const struct deadline_kind case_child_three = {
	.passes = true,
	.name = "child-three", .title = "子女滿三足歲（保留原因消滅）", .who = "申請人", .consequence = "次日起3個月內應申請補訓",
	.citation = "訓練計畫附件1-2", .link = "/trainees/",
};

/* ---- what the rules say ---- */

static struct maybe_bool answer(struct code code)
{
	return (struct maybe_bool){text_is(code.id, "yes") || text_is(code.id, "no"), case_is(code, "yes")};
}

static struct period length(int64_t n, char unit)
{
	return n > 0 ? (struct period){(int)n, unit} : (struct period){0};
}

static int kind_of(const struct life *l)
{
	return l->training.kind == TRAINING_MAKEUP ? ADMITTED_MAKEUP : l->training.kind == TRAINING_RETRAIN ? ADMITTED_RETRAIN : ADMITTED_FIRST;
}

static void judge_right(struct life_case *c, int64_t years)
{
	const struct retain *r = c->data;
	bool military = case_is(r->cause, "military");
	const struct retention_facts facts = {
		.exam_year = c->life->t.exam_year, .list = c->life->training.supplementary ? LIST_SUPPLEMENTARY : LIST_REGULAR,
		.cause = r->cause.label, .law = case_is(r->law, "new") ? LAW_NEW : case_is(r->law, "old") ? LAW_OLD : -1,
		.requested = military ? length(r->service_months, 'm') : length(years, 'y'), .spouse_civil_servant = answer(r->spouse_servant),
		.spouse_parental_leave = answer(r->spouse_leave), .kind = kind_of(c->life), .allocated = CASE_IN(c->life, ALLOCATED, IN_TRAINING),
		.statutory_service = length(r->service_months, 'm'), .cause_text = *r->cause_text ? r->cause_text : NULL,
	};
	struct retention_values values = {.law = -1};

	retention_judge(life_finding(c, "retention"), &facts, &values);
}

void retain_judge_right(struct life_case *c)
{
	judge_right(c, ((const struct retain *)c->data)->years);
}

/* Old-law persons during the training: within 10 days of the event.    PLAN-038   LAW: 113身障附件1注意五(二) */
static void judge_in_training(struct life_case *c, const struct retain *r, struct verdict *v)
{
	const struct plan_value *year = case_value(c->life, PLAN_RETAIN_NEW_LAW_ONLY);
	const struct plan_value *within = case_value(c->life, PLAN_RETAIN_IN_TRAINING_WITHIN);
	const char *cite = case_cite(c->life, PLAN_CITE_RETAIN_IN_TRAINING, NULL);
	struct act_deadline due;

	if (year && c->life->t.exam_year >= year->n) {
		verdict_refuse(v, "NEW_LAW_ONLY", cite, "僅適用103年1月22日修正公布之考試法，訓練期間不得申請保留受訓資格；"
			"得依訓練計畫第12點申請停止訓練");
		return;
	}
	if (!within) {
		verdict_param_missing(v, "retain.in_training_within");
		return;
	}
	v->result = RESULT_ALLOWED;
	if (!verdict_deadline(v, cite, r->happened, within->length, COUNT_NEXT_DAY, &due))
		return;
	if (date_set(r->filed) && date_before(due.due, r->filed))
		verdict_refuse(v, "LATE", cite, "%s申請，逾期不予受理（末日：%s）", date_long_text(c->mem, r->filed),
			date_long_text(c->mem, due.due));
}

void retain_judge_window(struct life_case *c)
{
	const struct retain *r = c->data;
	const struct training *t = &c->life->training;
	const struct retention_window_facts facts = {.announced = t->published, .allocation = t->result_published, .filed = r->filed};
	struct retention_window_values values = {0};
	struct verdict *v = life_finding(c, "retention-window");

	if (r->in_training)
		judge_in_training(c, r, v);
	else if (!date_set(t->published))
		verdict_data_missing(v, c->kind->citation(c->life), "announced", "榜示日");
	else if (date_set(r->filed))
		retention_window_judge(v, &facts, &values);
	else
		v->result = RESULT_OK, verdict_say(v, c->kind->citation(c->life), "申請期間於送出時核算");
}

/* LAW: 113身障附件1注意七 */
static void judge_hospital(struct life_case *c)
{
	const struct retain *r = c->data;
	const char *cite = case_cite(c->life, PLAN_CITE_RETAIN_EVIDENCE, NULL);
	bool medical = case_is(r->cause, "illness") || case_is(r->cause, "pregnancy") || case_is(r->cause, "birth") ||
		case_is(r->cause, "parents") || case_is(r->cause, "child_illness");

	if (!medical)
		return;
	if (case_is(r->hospital, "clinic"))
		verdict_refuse(life_finding(c, "evidence"), "EVIDENCE_INVALID", cite,
			"證明文件不符規定：應為全民健康保險特約醫院證明，特約診所之證明不予採認");
	else if (!r->treatment)
		case_remark(c, "evidence", cite, "特約醫院證明應載明病名及治療期程或方式，請查明");
}

/* The third birthday itself.                                   PLAN-040   D-38 */
static struct date third_birthday(struct date birth)
{
	return date_plus(period_end(birth, (struct period){3, 'y'}), 1);
}

/* A child that is three already is no cause any more: the retention would end before it begins.    PLAN-031, 040   附件1-2 */
static void judge_child(struct life_case *c)
{
	const struct retain *r = c->data;
	struct date asked = date_set(r->filed) ? r->filed : c->today;

	if (case_is(r->cause, "child_care") && date_set(r->child_birth) && !date_before(asked, third_birthday(r->child_birth)))
		case_remark(c, "child-three", c->kind->citation(c->life), "子女於%s滿三足歲，申請時已無「養育三足歲以下子女」之原因，請查明",
			date_long_text(c->mem, third_birthday(r->child_birth)));
}

void retain_review(struct life_case *c)
{
	retain_judge_right(c);
	retain_judge_window(c);
	judge_child(c);
	judge_hospital(c);
	case_missing_papers(c);
}

/* ---- checks ---- */

void retain_check_draft(struct life_case *c)
{
	struct retain *r = c->data;

	if (c->who.applicant)
		r->channel = retain_online;
	if (case_is(r->cause, "other"))
		case_need(c, *r->cause_text, "cause_text");
	if (case_is(r->cause, "military"))
		case_need(c, r->service_months, "service_months");
	if (r->servant)
		case_need(c, *r->current_agency, "current_agency");
	if (case_is(r->channel, "agency"))
		case_need(c, date_set(r->happened), "happened");
	case_not_future(c, r->posted, "posted");
	case_not_future(c, r->received, "received");
	case_not_future(c, r->happened, "happened");
	case_not_future(c, r->child_birth, "child_birth");
}

/* By post the postmark counts, without one the day it was received; on line today; through the agency when it was handed over.
 * PLAN-011   LAW: 行政程序法§49 */
void retain_check_file(struct life_case *c)
{
	struct retain *r = c->data;

	retain_check_draft(c);
	if (case_is(r->channel, "post")) {
		case_need(c, date_set(r->posted) || date_set(r->received), "posted");
		r->filed = date_set(r->posted) ? r->posted : r->received;
	} else if (case_is(r->channel, "agency")) {
		r->filed = date_set(r->received) ? r->received : case_day(c);
	} else {
		r->filed = case_day(c);
	}
	if (case_is(r->channel, "post") && !date_set(r->posted) && date_set(r->received))
		case_remark(c, "filing", "行政程序法第49條", "無郵戳可稽，以收件日期%s為申請日期", date_long_text(c->mem, r->received));
	retain_review(c);
}

/* The day the retention ends: 役期 as the person who decides enters it, else from the day after the service of the approval. */
static void set_period(struct life_case *c, struct retain *r, const struct retain_approval *a)
{
	const struct retention_period_facts facts = {.served = a->served, .length = length(a->years, 'y')};
	struct retention_period_values values = {0};

	if (!date_set(a->served))
		return;
	r->from = date_plus(a->served, 1);
	r->until = a->service_end;
	if (case_is(r->cause, "military"))
		return;
	retention_period_judge(life_finding(c, "retention-period"), &facts, &values);
	r->from = values.start;
	r->until = values.end;
}

static bool any_against(const struct life_case *c)
{
	for (int i = 0; i < c->findings.n; i++)
		if (case_view_of(&c->findings.at[i].verdict) == CASE_AGAINST)
			return true;
	return false;
}

/* Says it in the finding that is against it, or, when refused, in the first that is for it. */
static bool flag(struct life_case *c, bool approved)
{
	bool against = any_against(c);

	if (approved != against)
		return false;
	for (int i = 0; i < c->findings.n; i++)
		if (case_differs(&c->findings.at[i].verdict, approved))
			return true;
	return false;
}

static const struct verdict *last(const struct life_case *c)
{
	return &c->findings.at[c->findings.n - 1].verdict;
}

void retain_check_approve(struct life_case *c)
{
	const struct retain_approval *a = c->answers;
	struct retain *r = c->data;

	case_need(c, date_set(a->served), "served");
	if (case_is(r->cause, "military"))
		case_need(c, date_set(a->service_end), "service_end");
	else
		case_need(c, a->years, "years");
	case_check_decision(c, &(struct case_decision){a->document, a->decided, a->served, a->remark}, r->filed);
	judge_right(c, a->years);
	if (text_is(last(c)->code, "OVER_MAX"))                         /* what no law allows can't be granted by a slip of the pen */
		life_refused(c, last(c), "years");
	retain_judge_window(c);
	judge_child(c);
	judge_hospital(c);
	case_missing_papers(c);
	r->differs = case_mark(flag(c, true));
	set_period(c, r, a);
}

void retain_check_refuse(struct life_case *c)
{
	struct retain *r = c->data;

	case_check_decision(c, c->answers, r->filed);
	if (!text_is(c->act->name, "refuse"))
		return;
	retain_review(c);
	r->differs = case_mark(flag(c, false));
}

/* The first end is the one that counts.                        PLAN-040   LAW: 訓練辦法§45I */
void retain_check_end(struct life_case *c)
{
	const struct retain_end *e = c->answers;
	struct retain *r = c->data;

	case_not_future(c, e->day, "day");
	if (date_set(r->from) && date_set(e->day) && date_before(e->day, r->from))
		case_remark(c, "cause-ended", "訓練辦法第45條第1項", "原因消滅日%s早於保留期間之起日%s", date_long_text(c->mem, e->day),
			date_long_text(c->mem, r->from));
	if (!date_set(r->ended) || date_before(e->day, r->ended)) {
		r->ended = e->day;
		r->ended_by = e->what;
	}
}

/* ---- what follows ---- */

/* During the training the days run from the event.                                                         D-02, PLAN-038 */
void retain_noted(struct db *db, struct life_case *c)
{
	const struct retain *r = c->data;
	const struct plan_value *within = case_value(c->life, PLAN_RETAIN_IN_TRAINING_WITHIN);
	const char *length = within ? case_length(c->mem, within->length, NULL) : NULL;

	if (r->in_training)
		life_deadline(db, c, &case_retain_training, r->happened, length, length ? "next_day" : NULL,
			case_cite(c->life, PLAN_CITE_RETAIN_IN_TRAINING, NULL));
}

void retain_filed(struct db *db, struct life_case *c)
{
	const struct retain *r = c->data;

	life_deadline_met(db, c, r->in_training ? &case_retain_training : case_training_deadline("retain-close"), r->filed);
	case_happen(db, c, EVENT_RETAIN_FILED, r->filed, "");
}

void retain_returned(struct db *db, struct life_case *c)
{
	life_tell(db, c, "保留受訓資格申請退回補件：%s", c->who.reason);
}

struct date retain_cause_end(const struct retain *r)
{
	if (!date_set(r->ended) && case_is(r->cause, "child_care") && date_set(r->child_birth))
		return third_birthday(r->child_birth);
	return r->ended;
}

/* Whichever comes first, the end of the cause or of the retention, starts the three months.                PLAN-043 */
static void start_windows(struct db *db, struct life_case *c, const struct retain *r)
{
	const struct plan_value *within = case_value(c->life, PLAN_MAKEUP_WITHIN);
	const char *length = within ? case_length(c->mem, within->length, NULL) : NULL;
	struct date ended = retain_cause_end(r);
	bool cause = date_set(ended) && (!date_set(r->until) || !date_before(r->until, ended));

	if (date_set(r->until))
		life_deadline(db, c, &case_retain_end, r->until, NULL, NULL, case_cite(c->life, PLAN_CITE_RETAIN_PERIOD, case_retain_end.citation));
	life_deadline(db, c, &case_makeup_due, cause ? ended : r->until, length, "next_day", NULL);
}

void retain_approved(struct db *db, struct life_case *c)
{
	const struct retain_approval *a = c->answers;
	struct retain *r = c->data;

	life_deadline_met(db, c, &case_retain_recheck, case_day(c));
	case_happen(db, c, EVENT_RETAIN_APPROVED, a->served, a->document);
	start_windows(db, c, r);
	if (case_is(r->cause, "child_care") && date_set(r->child_birth))
		life_deadline(db, c, &case_child_three, third_birthday(r->child_birth), NULL, NULL, NULL);
	if (retain_study(r->cause) && r->notice_only && date_set(a->card_by))
		life_deadline(db, c, &case_retain_card, a->card_by, NULL, NULL,
			case_cite(c->life, PLAN_CITE_RETAIN_STUDY, case_retain_card.citation));
	life_tell(db, c, "保留受訓資格經保訓會核准（%s）", a->document);
}

void retain_card(struct db *db, struct life_case *c)
{
	life_deadline_met(db, c, &case_retain_card, case_day(c));
	deadline_cancel(db, &case_retain_cancel, "trainee", c->life->t.id, c->today, c->act->label);
}

/* What was granted is ended: back to where the application came from; nothing is asked for any more.        PLAN-037 c, 041 b */
static void end_retention(struct db *db, struct life_case *c, const struct case_decision *d)
{
	static const struct deadline_kind *const gone[] = {&case_retain_other, &case_retain_end, &case_child_three, &case_makeup_due,
		&case_forfeit_task};

	for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
		deadline_cancel(db, gone[i], "trainee", c->life->t.id, c->today, c->act->label);
	case_happen(db, c, EVENT_RETAIN_REVOKED, d->decided, d->document);
}

void retain_refused(struct db *db, struct life_case *c)
{
	const struct case_decision *d = c->answers;

	if (CASE_IN(c->life, RETAIN_REQUESTED))
		case_happen(db, c, EVENT_RETAIN_REFUSED, d->decided, d->document);
	else if (CASE_IN(c->life, RETAINED, MAKEUP_REQUESTED))
		end_retention(db, c, d);
	deadline_cancel(db, &case_retain_card, "trainee", c->life->t.id, c->today, c->act->label);
	life_deadline_met(db, c, &case_retain_cancel, case_day(c));
	life_deadline_met(db, c, &case_retain_recheck, case_day(c));
	life_tell(db, c, "保留受訓資格：%s（%s）", c->act->label, d->document);
}

void retain_forged(struct db *db, struct life_case *c)
{
	retain_refused(db, c);
	if (case_training(c->life))
		life_tell(db, c, "證明文件經查明有偽造變造，訓練期間發現者請依廢止受訓資格事由（持用偽造或變造之證件）辦理");
}

void retain_withdrawn(struct db *db, struct life_case *c)
{
	if (CASE_IN(c->life, RETAIN_REQUESTED))
		case_happen(db, c, EVENT_RETAIN_REFUSED, case_day(c), "");
}

void retain_ended(struct db *db, struct life_case *c)
{
	life_deadline_met(db, c, &case_retain_other, case_day(c));
	start_windows(db, c, c->data);
	life_tell(db, c, "保留受訓資格之原因消滅，請於期限內申請補訓或重新訓練");
}

void retain_other_reported(struct db *db, int64_t admission, const struct training_news *news)
{
	struct life l;
	const struct life_case c = {.mem = db_arena(db), .life = &l};

	if (life_load(db, db_arena(db), admission, moment_date(news->now), &l))
		life_deadline(db, &c, &case_retain_other, news->day, NULL, NULL, case_cite(&l, PLAN_CITE_MAKEUP_WINDOW, NULL));
}

/* ---- the window moved ---- */

void retain_reopened(struct db *db, struct life_case *c)
{
	life_deadline_met(db, c, &case_retain_recheck, case_day(c));
	case_happen(db, c, EVENT_RETAIN_FILED, ((const struct retain *)c->data)->filed, "");
}

static enum case_view window_view(const struct life *l, const struct retain *r, struct date published, struct date result_published)
{
	const struct retention_window_facts facts = {.announced = published, .allocation = result_published, .filed = r->filed};
	struct retention_window_values values = {0};
	struct verdict v = verdict_new(l->mem, l->plan, l->calendar);

	if (date_set(published))
		retention_window_judge(&v, &facts, &values);
	return case_view_of(&v);
}

void case_retain_window_moved(struct db *db, int64_t admission, struct date published, struct date result_published,
	const struct training_news *news)
{
	struct life l;
	const struct life_record *x = life_load(db, db_arena(db), admission, moment_date(news->now), &l) && l.plan ?
		life_last(&l, &case_retain, "filed received returned refused", false) : NULL;
	const struct retain *r = x ? x->data : NULL;
	const struct life_case c = {.mem = l.mem, .life = &l};

	if (!r || r->in_training || !date_set(r->filed))
		return;
	enum case_view was = window_view(&l, r, published, result_published), now = window_view(&l, r, l.training.published,
		l.training.result_published);

	if (text_is(x->state.id, "refused") ? was == CASE_AGAINST && now == CASE_FOR : now == CASE_AGAINST)
		life_deadline(db, &c, &case_retain_recheck, l.today, NULL, NULL, case_cite(&l, PLAN_CITE_RETAIN_WINDOW, NULL));
	else
		deadline_cancel(db, &case_retain_recheck, "trainee", admission, l.today, "申請期間又變更，無須重新審查");
}
