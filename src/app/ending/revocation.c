/* revocation.c: 廢止受訓資格: a cause found, reported to 保訓會, decided.                                       PLAN-119 … 124 */
#include "app/ending/ending.h"

#include <string.h>

#include "app/attendance/attendance.h"
#include "app/guidance/guidance.h"
#include "app/paper/paper.h"
#include "base/text.h"
#include "rule/revocation.h"
#include "rule/citation.h"
#include "rule/revocation.h"

struct revocation { struct code cause, sender; struct date found; const char *facts, *evidence; };
struct reported { const char *document; struct date sent; };
struct decided { struct code result; const char *document, *reason; struct date decided, effective; };

/* The labels are short; the plan's own wording stands in the finding and in the letter.   PLAN §2.11 */
static const struct code revocation_causes[] = {
	{"waive_absent_quit", "自願放棄、未於規定時間內報到或中途離訓"}, {"bt_retrain_failed", "基礎訓練經核准重新訓練仍不及格"},
	{"bt_absence_20", "基礎訓練請假缺課時數超過20%"}, {"bt_truancy_5", "基礎訓練曠課時數達5%"}, {"pt_absent_3d", "實務訓練曠職累計達3日"},
	{"impersonation", "冒名頂替、持用偽造或變造之證件"}, {"cheating_barred", "課程測驗舞弊經扣考處分"}, {"pt_failed", "實務訓練成績不及格"},
	{"sick_leave_end", "延長病假期滿仍不能銷假繼續訓練"}, {"leave_half", "請假日數累積超過訓練期間二分之一"},
	{"major_demerit", "獎懲相互抵銷後累積達一大過"}, {"violence", "施以強暴脅迫，有具體事證"}, {"bad_conduct",
		"品德操守不良，情節嚴重，有具體事證"},
	{"not_retrained", "停止訓練原因消滅後未申請重新訓練"}, {"not_self_funded", "基礎訓練不及格未申請自費重新訓練"},
	{"waived_before", "分配訓練前自願放棄"}, {0}
};
static const struct code revocation_senders[] = {
	{"agency", "用人機關（構）學校"}, {"institution", "訓練機關（構）學校"}, {"authority", "分發機關"}, {"commission", "保訓會（依職權）"}, {0}
};
static const struct code states[] = {
	{"found", "已登錄廢止事由"}, {"sent", "已函送保訓會"}, {"revoked", "廢止受訓資格"}, {"kept", "不予廢止"}, {0}
};
static const struct code results[] = {{"revoke", "廢止受訓資格"}, {"keep", "不予廢止"}, {0}};

static const struct field fields[] = {
	FIELD(revocation, cause, CODE, EDIT, "廢止事由", .list = revocation_causes, .need = true),
	FIELD(revocation, sender, CODE, EDIT, "函送機關", .list = revocation_senders, .need = true),
	FIELD(revocation, found, DATE, EDIT, "事實發生或知悉日期", .need = true),
	FIELD(revocation, facts, TEXT, EDIT, "事實經過", .need = true, .most = 4000, .lines = true),
	FIELD(revocation, evidence, TEXT, EDIT, "具體事證", .most = 2000, .lines = true),
	{0}
};
static const struct field reported_fields[] = {
	FIELD(reported, document, TEXT, EDIT, "發文文號", .need = true),
	FIELD(reported, sent, DATE, EDIT, "發文日期", .need = true, .today = true),
	{0}
};
static const struct field decided_fields[] = {
	FIELD(decided, result, CODE, EDIT, "核定結果", .list = results, .need = true),
	FIELD(decided, document, TEXT, EDIT, "文號"),
	FIELD(decided, decided, DATE, EDIT, "核定日期", .need = true, .today = true),
	FIELD(decided, effective, DATE, EDIT, "生效日期", .hint = "計畫未定，依核定函所載。"),
	FIELD(decided, reason, TEXT, EDIT, "理由", .most = 2000, .lines = true),
	{0}
};

/* ---- what the plan says of a cause ---- */

static const struct plan_cause *cause_of(const struct life *l, const char *id)
{
	return l->plan ? plan_cause_of(l->plan, id) : NULL;
}

/* Those that 保訓會 acts on itself, and that of before the allocation, are no items of point 20(1). */
static enum plan_citation other_cite(const char *id)
{
	if (text_is(id, "waived_before"))
		return PLAN_CITE_WAIVER;
	return life_names("not_retrained not_self_funded", id) ? PLAN_CITE_EX_OFFICIO : PLAN_CITE_REVOKE;
}

/* Of those that 保訓會 acts on itself, the one that the plan lists; a single one has no number.     PLAN-124 */
static const struct plan_cause *ex_officio(const struct life *l, const char *id)
{
	const struct plan_value *v = l->plan ? plan_value(l->plan, PLAN_REVOKE_EX_OFFICIO) : NULL;
	const struct plan_cause *rows = v && v->known ? v->rows.at : NULL;
	const char *named = text_is(id, "not_retrained") ? "retrain_not_applied" : "bt_retrain_not_applied";

	for (int i = 0; rows && i < v->rows.n; i++)
		for (int k = 0; k < rows[i].ids.n; k++)
			if (text_is(rows[i].ids.at[k], named))
				return &rows[i];
	return NULL;
}

/* The point of a cause outside 第20點第1款; NULL: the plan has none.                 PLAN-123, 124 */
static const char *other_cited(const struct life *l, const char *id)
{
	enum plan_citation other = other_cite(id);
	const char *all = training_cite(&l->training, other), *law = strstr(all, "；");
	const struct plan_cause *cause;

	if (other == PLAN_CITE_REVOKE || !*all)
		return NULL;
	if (other != PLAN_CITE_EX_OFFICIO || !l->plan)
		return all;
	if (!(cause = ex_officio(l, id)))
		return NULL;
	return !cause->item ? all : arena_print(l->mem, "%s%s%s", l->plan->title, point_words(l->mem, arena_print(l->mem, "%s%lld",
		plan_value(l->plan, PLAN_REVOKE_EX_OFFICIO)->point, (long long)cause->item)), law ? law : "");
}

static void check_plan(struct life_case *c, const struct revocation *r)
{
	const struct plan_cause *cause = cause_of(c->life, r->cause.id);
	const char *other;
	struct verdict *v;

	if (!r->cause.id || !*r->cause.id || !c->life->plan)
		return;
	v = life_finding(c, "revocation");
	v->result = RESULT_REVIEW;
	if (cause)
		verdict_say(v, plan_cause_cited(c->mem, c->life->plan, r->cause.id), "%s", cause->text);
	else if ((other = other_cited(c->life, r->cause.id)))
		verdict_say(v, other, "%s", r->cause.label);
	else {
		v->result = RESULT_NOT_IN_PLAN;
		verdict_say(v, c->life->plan->title, "本訓練計畫無「%s」之廢止事由", r->cause.label);
		life_refused(c, v, "cause");
	}
}

static void check_sender(struct life_case *c, const struct revocation *r)
{
	static const struct { const char *causes, *sender; } needed[] = {
		{"waived_before", "authority"}, {"not_retrained not_self_funded", "commission"},
	};

	for (size_t i = 0; i < 2; i++)
		if (r->cause.id && life_names(needed[i].causes, r->cause.id) && !text_is(r->sender.id, needed[i].sender))
			issue(c->issues, -1, "sender", "ERR_TEXT_GIVEN", arena_print(c->mem, "「%s」由%s辦理（%s）。", r->cause.label,
				code_find(revocation_senders, needed[i].sender)->label, training_cite(&c->life->training, other_cite(r->cause.id))));
}

/* What can only happen in the training is not found before it; who gave up after the allocation is the agency's to report.  PLAN-120, 123 */
static void check_time(struct life_case *c, const struct revocation *r)
{
	static const char in_training[] = "bt_retrain_failed bt_absence_20 bt_truancy_5 pt_absent_3d cheating_barred pt_failed sick_leave_end "
		"leave_half major_demerit violence";
	const struct training *t = &c->life->training;

	if (!r->cause.id)
		return;
	if (text_is(r->cause.id, "waived_before") && t->state >= ALLOCATED)
		issue(c->issues, -1, "cause", "ERR_TEXT_GIVEN", arena_print(c->mem,
			"受訓人員目前為「%s」，分配訓練後放棄者，請選「%s」，由用人機關函送（%s）。", training_states[t->state].label,
			revocation_causes[0].label, training_cite(t, PLAN_CITE_REVOKE)));
	if (!life_names(in_training, r->cause.id))
		return;
	if (!date_set(t->report_date))
		issue(c->issues, -1, "cause", "ERR_TEXT_GIVEN", arena_print(c->mem, "「%s」為訓練期間之事由，受訓人員尚未報到。", r->cause.label));
	else if (date_set(r->found) && date_before(r->found, t->report_date))
		issue(c->issues, -1, "found", "ERR_TEXT_GIVEN", arena_print(c->mem, "「%s」為訓練期間之事由，%s早於報到日期%s，請確認。",
			r->cause.label, date_text(c->mem, r->found), date_text(c->mem, t->report_date)));
}

/* Facts that a person alone can know need their evidence.   PLAN-121 */
static void check(struct life_case *c)
{
	const struct revocation *r = c->data;

	check_plan(c, r);
	check_sender(c, r);
	if (r->cause.id && life_names("impersonation violence bad_conduct", r->cause.id) && !*r->evidence)
		issue(c->issues, -1, "evidence", "ERR_TEXT_GIVEN", arena_print(c->mem, "「%s」應有具體事證，請填寫並附上證明文件（%s）。",
			r->cause.label,
			training_cite(&c->life->training, PLAN_CITE_REVOKE)));
	if (date_set(r->found) && date_before(c->today, r->found))
		issue(c->issues, -1, "found", "ERR_DATE_FUTURE", date_text(c->mem, c->today));
	check_time(c, r);
}

/* What a person has found, and where the training is.                                          PLAN-102, 105, 114, 120, 121 */
static void recorded_facts(const struct life_case *c, struct cause_facts *f)
{
	const struct revocation *r = c->data;
	const struct training *t = &c->life->training;
	const struct cause_finding *found = arena_copy(c->mem, &(struct cause_finding){true, *r->evidence || c->record->files.n},
		sizeof(struct cause_finding));
	const char *cause = r->cause.id ? r->cause.id : "";

	f->left = (struct maybe_bool){text_is(cause, "waive_absent_quit"), true};
	f->bt_retrain_passed = (struct maybe_bool){t->bt == BT_FAILED_FINAL, false};
	f->barred = f->cheating = (struct maybe_bool){text_is(cause, "cheating_barred"), true};
	f->pt_confirmed_fail = (struct maybe_bool){t->state == REVOKE_FILED && t->former == WITH_COMMISSION, true};
	f->impersonation = text_is(cause, "impersonation") ? found : NULL;
	f->violence = text_is(cause, "violence") ? found : NULL;
	f->bad_conduct = text_is(cause, "bad_conduct") ? found : NULL;
}

/* All causes of the plan as they stand, each with its item.  A difference is for a person to see.                       PLAN-119 */
static void review(struct life_case *c)
{
	struct cause_facts facts = {.bt_retrain_passed = {false, false}};
	struct revocation_values causes = {{0, NULL}};

	check_plan(c, c->data);
	if (!c->life->plan)
		return;
	attendance_cause_facts(c, &facts);
	recorded_facts(c, &facts);
	revocation_judge(life_finding(c, "revocation"), &(struct revocation_facts){&facts}, &causes);
}

/* ---- what follows ---- */

static void happen(struct db *db, struct life_case *c, enum training_event event, struct date on, const char *document)
{
	struct training t;
	struct training_news news = life_news(c, event, on, document);

	if (!training_load(db, c->mem, c->life->t.id, &t) || !training_happen(db, &t, &news))
		issue(c->issues, -1, "", "ERR_TEXT_GIVEN", arena_print(c->mem, "受訓人員目前為「%s」，無法登錄「%s」。",
			training_states[t.state].label, training_events[event].label));
}

static void found_effect(struct db *db, struct life_case *c)
{
	life_revocation_task(db, c, training_cite(&c->life->training, PLAN_CITE_REVOKE_AT_ONCE));
}

static void void_effect(struct db *db, struct life_case *c)
{
	life_revocation_task_gone(db, c, training_cite(&c->life->training, PLAN_CITE_REVOKE_AT_ONCE));
}

static void check_sent(struct life_case *c)
{
	const struct reported *s = c->answers;
	const struct revocation *r = c->data;

	c->issues->fields = reported_fields;
	if (date_set(s->sent) && date_before(c->today, s->sent))
		issue(c->issues, -1, "sent", "ERR_DATE_FUTURE", date_text(c->mem, c->today));
	if (date_set(s->sent) && date_before(s->sent, r->found))
		issue(c->issues, -1, "sent", "ERR_TEXT_GIVEN", arena_print(c->mem, "發文日期%s早於事實發生或知悉日期%s，請確認。",
			date_text(c->mem, s->sent), date_text(c->mem, r->found)));
	c->issues->fields = fields;
}

static void sent_effect(struct db *db, struct life_case *c)
{
	const struct reported *r = c->answers;

	if (c->life->training.state != REVOKE_FILED)                /* a confirmed failing score has led there already */
		happen(db, c, EVENT_REVOKE_FILED, r->sent, r->document);
	life_deadline_met(db, c, &revocation_task_deadline, r->sent);
	life_deadline_met(db, c, &ex_officio_deadline, r->sent);
}

static void check_decided(struct life_case *c)
{
	const struct decided *d = c->answers;

	const struct reported *s = life_answers(c->record, "send");

	c->issues->fields = decided_fields;
	if (date_set(d->decided) && date_before(c->today, d->decided))
		issue(c->issues, -1, "decided", "ERR_DATE_FUTURE", date_text(c->mem, c->today));
	if (s && date_set(d->decided) && date_before(d->decided, s->sent))
		issue(c->issues, -1, "decided", "ERR_TEXT_GIVEN", arena_print(c->mem, "核定日期%s早於發文日期%s，請確認。",
			date_text(c->mem, d->decided), date_text(c->mem, s->sent)));
	if (text_is(d->result.id, "keep") && !*d->reason)
		issue(c->issues, -1, "reason", "ERR_REQUIRED");
	c->issues->fields = fields;
	if (!*d->document)
		life_warn(c, "revocation-document", training_cite(&c->life->training, PLAN_CITE_REVOKE), "核定結果未填文號，請補登。");
}

static const char *decided_leads(struct life_case *c)
{
	return text_is(((const struct decided *)c->answers)->result.id, "revoke") ? "revoked" : "kept";
}

static void decided_effect(struct db *db, struct life_case *c)
{
	const struct decided *d = c->answers;
	bool revoke = text_is(d->result.id, "revoke");

	happen(db, c, revoke ? EVENT_REVOKED : EVENT_NOT_REVOKED, date_set(d->effective) ? d->effective : d->decided, d->document);
	life_tell(db, c, "保訓會核定「%s」（%s）。", d->result.label, *d->document ? d->document : "未填文號");
}

enum { FINDERS = MAY_LIFE_EDIT | MAY_COLLEGE | MAY_COMMISSION };

static const struct life_act acts[] = {
	{.name = "find", .label = "登錄廢止事由", .from = "", .to = "found", .may = FINDERS, .check = check, .effect = found_effect,
		.note = "符合廢止受訓資格情事者，應即時函報保訓會。"},
	{.name = "send", .label = "函送保訓會", .from = "found", .to = "sent", .may = FINDERS, .fields = reported_fields,
		.size = sizeof(struct reported), .check = check_sent, .effect = sent_effect, .grave = true},
	{.name = "decide", .label = "登錄保訓會核定結果", .from = "sent", .leads = decided_leads, .may = MAY_COMMISSION, .fields = decided_fields,
		.size = sizeof(struct decided), .check = check_decided, .effect = decided_effect, .grave = true},
	{.name = "edit", .label = "更正", .from = "found", .may = FINDERS, .edits = true, .reason = true, .check = check},
	{.name = "void", .label = "註銷", .from = "found", .to = "void", .may = FINDERS, .reason = true, .effect = void_effect},
	{0}
};

static const char *held(const struct life *l)
{
	if (training_is_over(&l->training))
		return "";
	return life_last(l, &revocation_kind, "found sent", false) ? "已有廢止受訓資格案辦理中，請由該筆紀錄續辦。" : NULL;
}

static void begin(const struct life *l, void *data)
{
	struct revocation *r = data;
	bool failed = l->training.state == REVOKE_FILED;

	r->sender = revocation_senders[0];
	if (failed)
		r->cause = *code_find(revocation_causes, "pt_failed");
}

static struct date day(const void *data)
{
	return ((const struct revocation *)data)->found;
}

static const char *summary(struct arena *mem, const struct life_record *r)
{
	(void)mem;
	return ((const struct revocation *)r->data)->cause.label;
}

static struct life_papers papers(struct arena *mem, const struct life_case *c)
{
	struct life_paper *p = arena_array(mem, 2, sizeof *p);
	const struct revocation *r = c->data;

	p[0] = (struct life_paper){.slot = "evidence", .label = "具體事證",
		.need = r->cause.id && life_names("impersonation violence bad_conduct cheating_barred", r->cause.id)};
	p[1] = (struct life_paper){.slot = "letter", .label = "函稿或核定函"};
	return (struct life_papers){2, p};
}

/* The letter to 保訓會 with the wording of the plan. */
static const char *const *draw(struct pdf *pdf, const struct life_case *c)
{
	const struct revocation *r = c->data;
	const struct reported *sent = life_answers(c->record, "send");
	const struct plan_cause *cause = cause_of(c->life, r->cause.id);
	struct paper_letter l = {.head = life_paper_head(c, PLAN_FORMS_N), .kind = "revocation", .who = c->life->t.name,
		.cause = cause ? cause->text : r->cause.label,
		.basis = cause ? plan_cause_cited(c->mem, c->life->plan, r->cause.id) :
			other_cited(c->life, r->cause.id),
		.date = sent ? sent->sent : (struct date){0}, .number = sent ? sent->document : NULL};

	paper_letter_fill(c->mem, &l);
	return paper_letter_draw(pdf, &l);
}

static const char *citation(const struct life *l)
{
	return training_cite(&l->training, PLAN_CITE_REVOKE);
}

const struct life_kind revocation_kind = {
	.name = "revocation", .title = "廢止受訓資格", .group = LIFE_END, .requirements = "PLAN-119 PLAN-120 PLAN-121 PLAN-122 PLAN-123 PLAN-124",
	.fields = fields, .size = sizeof(struct revocation), .states = states, .acts = acts, .see = FINDERS,
	.sensitive = true, .held = held, .begin = begin, .day = day, .summary = summary, .review = review, .papers = papers, .draw = draw,
	.form = "廢止受訓資格函稿", .commission = "sent", .citation = citation,
};
