/* anomaly.c: 特殊異常情事: told on the day it is known, reported in writing within three days, kept from who has no part in it.
 * PLAN-084 … 088, PLAN-127   LAW: 訓練計畫第16點第2款第3目, 第20點第2款, 附件7填表說明一、二、四 */
#include "app/guidance/guidance.sql.h"
#include "app/guidance/private.h"
#include "base/text.h"
#include "rule/guidance.h"

static const struct code causes[] = {
	{"absence", "曠職"}, {"conflict", "輔導衝突"}, {"harassment", "性騷擾"}, {"self_harm", "自傷"}, {"death", "亡故"},
	{"other", "其他足以影響訓練實施"}, {0}
};
static const struct code channels[] = {{"phone", "電話"}, {"fax", "傳真"}, {"mail", "電子郵件"}, {"other", "其他"}, {0}};

static const struct field anomaly_fields[] = {
	FIELD(anomaly, cause, CODE, EDIT, "特殊異常情事", .need = true, .list = causes),
	FIELD(anomaly, happened, DATE, EDIT, "發生日期", .need = true),
	FIELD(anomaly, happened_at, TEXT, EDIT, "發生時間", .most = 5, .example = "14:00"),
	FIELD(anomaly, known, DATE, EDIT, "知悉日期", .need = true, .today = true, .hint = "發生當日即知悉者，與發生日期相同。"),
	FIELD(anomaly, unit, TEXT, EDIT, "分配受訓單位", .most = 100),
	FIELD(anomaly, work_items, TEXT, EDIT, "受訓人員工作項目", .lines = true, .most = 2000),
	FIELD(anomaly, summary, TEXT, EDIT, "特殊異常情事摘要", .need = true, .lines = true, .most = 2000),
	FIELD(anomaly, course, TEXT, EDIT, "特殊異常情事原因及經過", .lines = true, .most = 8000,
		.hint = "按時間先後條列，並含具體之人、事、時、地、物；書面通報前填妥。"),
	FIELD(anomaly, evidence, TEXT, EDIT, "佐證資料", .lines = true, .most = 2000, .hint = "即時採證、即時記錄。"),
	FIELD(anomaly, handling, TEXT, EDIT, "輔導（處理）情形", .lines = true, .most = 8000),
	FIELD(anomaly, accused, TEXT, EDIT, "應迴避之系統帳號", .most = 60,
		.hint = "性騷擾之行為人或其他應迴避者之帳號名稱；此帳號看不到本案。"),
	{0}
};

struct notifying { struct date day; const char *time; struct code channel;
	const char *person, *receiver; bool confirmed; const char *confirmed_at; };
static const struct field notifying_fields[] = {
	FIELD(notifying, day, DATE, EDIT, "通報日期", .need = true, .today = true),
	FIELD(notifying, time, TEXT, EDIT, "通報時間", .need = true, .most = 5, .example = "16:00"),
	FIELD(notifying, channel, CODE, EDIT, "通報方式", .need = true, .list = channels),
	FIELD(notifying, person, TEXT, EDIT, "通報人", .need = true, .most = 60),
	FIELD(notifying, receiver, TEXT, EDIT, "保訓會受理人員", .most = 60),
	FIELD(notifying, confirmed, BOOL, EDIT, "已確認收到"),
	FIELD(notifying, confirmed_at, TEXT, EDIT, "確認時間", .most = 5, .example = "16:10"),
	{0}
};

struct confirming { struct date day; const char *time, *receiver; };
static const struct field confirming_fields[] = {
	FIELD(confirming, day, DATE, EDIT, "確認日期", .need = true, .today = true),
	FIELD(confirming, time, TEXT, EDIT, "確認時間", .need = true, .most = 5, .example = "16:10"),
	FIELD(confirming, receiver, TEXT, EDIT, "保訓會受理人員", .most = 60),
	{0}
};

struct reporting { struct date day; const char *document; };
static const struct field reporting_fields[] = {
	FIELD(reporting, day, DATE, EDIT, "書面通報日期", .need = true, .today = true),
	FIELD(reporting, document, TEXT, EDIT, "發文文號", .most = 100),
	{0}
};

struct harassment { const char *number; struct date day; const char *body; };
static const struct field harassment_fields[] = {
	FIELD(harassment, number, TEXT, EDIT, "案號", .need = true, .most = 60),
	FIELD(harassment, day, DATE, EDIT, "受理日期", .need = true, .today = true),
	FIELD(harassment, body, TEXT, EDIT, "處理單位", .need = true, .most = 100),
	{0}
};

static const struct code states[] = {{"open", "待通報"}, {"told", "已通報"}, {"reported", "已書面通報"}, {0}};

static void (*tests)(struct life_case *);

void guidance_tests(void (*test)(struct life_case *))
{
	tests = test;
}

static struct date known_day(const struct anomaly *a)
{
	return date_before(a->known, a->happened) ? a->happened : a->known;
}

static const char *held(const struct life *l)
{
	return l->training.state == DECEASED ? NULL : guide_held(l);
}

static void begin(const struct life *l, void *data)
{
	const struct life_record *last = life_last(l, &guide_record_kind, NULL, true);
	const struct mentor *m = mentor_on(l, l->today);
	struct anomaly *a = data;

	a->happened = a->known = l->today;
	a->unit = last ? ((const struct guide_record *)last->data)->unit : m ? m->unit : "";
	a->work_items = last ? ((const struct guide_record *)last->data)->work_items : "";
}

static struct date day(const void *data)
{
	return ((const struct anomaly *)data)->happened;
}

static const char *summary(struct arena *mem, const struct life_record *r)
{
	const struct anomaly *a = r->data;

	return arena_print(mem, "%s（%s知悉）", a->cause.label, date_text(mem, known_day(a)));
}

static const char *anomaly_cite(const struct life *l)
{
	return life_cite(l, "anomaly", "訓練辦法第32條");
}

/* ---- what is due ---- */

static void judge_due(struct life_case *c, const struct anomaly *a)
{
	struct anomaly_values due = {{0}, {0}};
	struct verdict *v;

	if (!c->life->plan || !date_set(known_day(a)))
		return;
	v = life_finding(c, "anomaly-due");
	anomaly_judge(v, &(struct anomaly_facts){known_day(a)}, &due);
}

static void say_harassment(struct life_case *c)
{
	life_warn(c, "harassment", life_cite(c->life, "harassment", "訓練辦法第32條"),
		"性騷擾事件依「公務人員考試錄取人員訓練期間遭受性騷擾事件處理須知」處理，請登錄處理案號；不當然構成廢止受訓資格事由");
}

/* ---- acts ---- */

static void check_death(struct life_case *c)
{
	const struct training *t = &c->life->training;

	if (!c->record->id && t->state != DECEASED && !training_can(t, EVENT_DIED))
		life_refuse(c, "cause", life_cite(c->life, "anomaly", "訓練辦法第32條"), "目前狀態為「%s」，訓練已結束，不能登錄亡故",
			training_states[t->state].label);
}

static void not_before(struct life_case *c, const char *field, const char *label, struct date day, struct date happened)
{
	if (date_before(day, happened))
		issue(c->issues, -1, field, "ERR_TEXT_GIVEN", arena_print(c->mem, "%s%s早於發生日期%s，請確認。", label, date_text(c->mem, day),
			date_text(c->mem, happened)));
}

static void check(struct life_case *c)
{
	struct anomaly *a = c->data;

	guide_time(c, "happened_at", &a->happened_at);
	if (!date_set(a->happened) || !date_set(a->known))
		return;
	guide_not_future(c, "known", a->known);
	not_before(c, "known", "知悉日期", a->known, a->happened);
	if (date_before(a->happened, c->life->training.report_date))
		guide_in_training(c, "happened", a->happened);
	if (text_is(a->cause.id, "death"))
		check_death(c);
	judge_due(c, a);
	if (text_is(a->cause.id, "harassment"))
		say_harassment(c);
	if (tests)
		tests(c);
}

static struct date start(struct db *db, struct life_case *c, const struct deadline_kind *kind, const char *length)
{
	const struct trainee *t = &c->life->t;

	return deadline_start(db, c->life->calendar, &(struct deadline){.kind = kind, .subject_kind = "life", .subject = c->record->id,
		.agency = c->record->agency, .about = arena_print(c->mem, "受訓人員編號%lld", (long long)t->id), .event = known_day(c->data),
		.length = length, .counted = length ? "same_day" : NULL, .citation = anomaly_cite(c->life)});
}

static void start_deadlines(struct db *db, struct life_case *c)
{
	const struct plan_value *within = life_plan_value(c->life, "anomaly.written_within");

	start(db, c, &anomaly_notice_deadline, NULL);
	if (within)
		start(db, c, &anomaly_report_deadline, arena_print(c->mem, "%d%c", within->length.n, within->length.unit));
}

/* 亡故 ends the training and is no cause of revocation; the survivors' grant is looked after.                 PLAN-127 */
static void died(struct db *db, struct life_case *c)
{
	struct training t = c->life->training;
	struct training_news news = life_news(c, EVENT_DIED, ((const struct anomaly *)c->data)->happened, "");

	if (t.state == DECEASED)
		return;
	if (!training_happen(db, &t, &news))
		life_refuse(c, "cause", anomaly_cite(c->life), "目前狀態不能登錄亡故，請重新整理後再試");
	life_deadline(db, c, &bereavement_deadline, known_day(c->data), NULL, NULL, life_cite(c->life, "benefits", "訓練辦法第27條第1項"));
}

/* Who is accused does not see the case, whatever the account may do else.                                PLAN-088 b */
static void shut_out(struct db *db, struct life_case *c)
{
	const struct anomaly *a = c->data;
	struct rows *account = *a->accused ? db_run(db, &mentor_account, A(c->record->agency), A(a->accused), A("")) : NULL;

	if (account && !account->n)
		issue(c->issues, -1, "accused", "ERR_TEXT_GIVEN", arena_print(c->mem, "本機關沒有帳號「%s」；沒有帳號時留白。", a->accused));
	else
		db_run(db, &anomaly_shut_out, A(c->record->id), value_id_or_null(account ? row_int(account, 0, "id") : 0));
}

static void recorded(struct db *db, struct life_case *c)
{
	bool death = text_is(((const struct anomaly *)c->data)->cause.id, "death");

	shut_out(db, c);
	if (death)
		died(db, c);
	start_deadlines(db, c);
	if (!death)                                                 /* no revocation follows it: PLAN-127 b */
		life_revocation_tasks(db, c);
}

static void corrected(struct db *db, struct life_case *c)
{
	shut_out(db, c);
	if (text_is(c->record->state.id, "open"))
		start_deadlines(db, c);
	life_revocation_tasks(db, c);
}

static void notify_check(struct life_case *c)
{
	struct notifying *n = c->answers;
	const struct anomaly *a = c->data;

	guide_time(c, "time", &n->time);
	guide_time(c, "confirmed_at", &n->confirmed_at);
	if (date_set(n->day) && guide_not_future(c, "day", n->day))
		not_before(c, "day", "通報日期", n->day, a->happened);
	if (n->confirmed && !*n->confirmed_at)
		issue(c->issues, -1, "confirmed_at", "ERR_REQUIRED");
	if (text_is(n->channel.id, "other"))
		life_warn(c, "anomaly-channel", anomaly_cite(c->life), "通報應以電話、傳真或電子郵件為之；其他方式請補以規定方式通報");
	if (!n->confirmed)
		life_warn(c, "anomaly-confirm", anomaly_cite(c->life), "應主動確認保訓會是否收到通報，確認後請登錄「確認收到」");
	if (date_set(n->day) && date_before(known_day(a), n->day))
		life_warn(c, "anomaly-late", anomaly_cite(c->life), "逾期通報：應於%s（事發或知悉當日）通報，實際於%s通報",
			date_text(c->mem, known_day(a)),
			date_text(c->mem, n->day));
}

static void notified(struct db *db, struct life_case *c)
{
	deadline_meet(db, &anomaly_notice_deadline, "life", c->record->id, ((const struct notifying *)c->answers)->day);
}

static void confirm_check(struct life_case *c)
{
	struct confirming *a = c->answers;

	guide_time(c, "time", &a->time);
	if (date_set(a->day))
		guide_not_future(c, "day", a->day);
}

static void write_check(struct life_case *c)
{
	const struct reporting *a = c->answers;
	const struct anomaly *x = c->data;

	if (date_set(a->day) && guide_not_future(c, "day", a->day))
		not_before(c, "day", "書面通報日期", a->day, x->happened);
	if (!*x->course || !*x->handling)
		life_warn(c, "anomaly-report", anomaly_cite(c->life), "附件7之「原因及經過」或「輔導（處理）情形」尚未填寫，請先補充");
}

static void reported(struct db *db, struct life_case *c)
{
	deadline_meet(db, &anomaly_report_deadline, "life", c->record->id, ((const struct reporting *)c->answers)->day);
}

static const char *only_harassment(const struct life_case *c)
{
	return text_is(((const struct anomaly *)c->record->data)->cause.id, "harassment") ? NULL : "";
}

static const char *unconfirmed(const struct life_case *c)
{
	const struct notifying *n = life_answers(c->record, "notify");

	return n && n->confirmed ? "" : life_answers(c->record, "confirm") ? "" : NULL;
}

static void voided(struct db *db, struct life_case *c)
{
	deadline_cancel(db, NULL, "life", c->record->id, c->today, "紀錄作廢");
}

static struct life_papers papers(struct arena *mem, const struct life_case *c)
{
	const struct life_paper wanted[] = {
		{"signed", "簽章之通報及輔導紀錄表", "掃描檔；輔導員、直屬主管、單位主管及人事主管簽章", false, true},
		{"own", "機關另行訂定之通報及輔導紀錄表", guide_own_hint(mem, c, "anomaly_own"), false, false},
		{"proof", "佐證資料", "即時採證之資料", false, false},
	};

	return (struct life_papers){3, arena_copy(mem, wanted, sizeof wanted)};
}

static void review(struct life_case *c)
{
	judge_due(c, c->data);
	if (text_is(((const struct anomaly *)c->data)->cause.id, "harassment"))
		say_harassment(c);
}

#define WRITE (MAY_LIFE_EDIT | MAY_GUIDE)
static const struct life_act acts[] = {
	{"record", "登錄", "", "open", WRITE, .check = check, .effect = recorded, .note = "登錄後請立即通報保訓會，並確認收到。"},
	{"notify", "登錄通報", "open", "told", WRITE, notifying_fields, sizeof(struct notifying), .check = notify_check, .effect = notified},
	{"confirm", "登錄確認收到", "told reported", NULL, WRITE, confirming_fields, sizeof(struct confirming), .held = unconfirmed,
		.check = confirm_check},
	{"report", "登錄書面通報", "told", "reported", MAY_LIFE_EDIT, reporting_fields, sizeof(struct reporting), .check = write_check,
		.effect = reported},
	{"supplement", "補充", "open told reported", NULL, WRITE | MAY_COMMISSION, .edits = true, .reason = true, .check = check,
		.effect = corrected},
	{"case", "登錄性騷擾處理案件", "open told reported", NULL, MAY_LIFE_EDIT, harassment_fields, sizeof(struct harassment),
		.held = only_harassment},
	{"void", "作廢", "open told reported", "void", WRITE | MAY_COMMISSION, .reason = true, .effect = voided},
	{0}
};

const struct life_kind anomaly_kind = {
	.name = "anomaly", .title = "特殊異常情事通報", .group = LIFE_GUIDANCE, .requirements = "PLAN-084 PLAN-085 PLAN-086 PLAN-087 PLAN-088",
	.fields = anomaly_fields, .size = sizeof(struct anomaly), .states = states, .acts = acts,
	.see = MAY_LIFE_SEE | MAY_GUIDE | MAY_UNIT_HEAD | MAY_COMMISSION, .sensitive = true, .held = held, .begin = begin, .day = day,
	.summary = summary, .review = review, .papers = papers, .draw = anomaly_draw,
	.form = "實務訓練期間特殊異常情事通報及輔導紀錄表", .citation = anomaly_cite,
};
