/* conduct.c: 獎懲 of a trainee: rewards and penalties offset each other, and none is ever erased.     PLAN-097   LAW: 訓練辦法§33 */
#include "app/attendance/private.h"
#include "base/text.h"
#include "rule/leave.h"

static const struct code kinds[] = {
	{"commendation", "嘉獎"}, {"merit", "記功"}, {"major_merit", "記大功"}, {"reprimand", "申誡"}, {"demerit", "記過"},
	{"major_demerit", "記大過"}, {"other", "其他"}, {0}
};

static const struct field conduct_fields[] = {
	FIELD(conduct, kind, CODE, EDIT, "種類", .need = true, .list = kinds),
	FIELD(conduct, times, INT, EDIT, "次數", .need = true, .least = 1, .most = 9),
	FIELD(conduct, day, DATE, EDIT, "核定日期", .need = true),
	FIELD(conduct, reason, TEXT, EDIT, "事由", .need = true, .lines = true, .most = 1000),
	FIELD(conduct, document, TEXT, EDIT, "核定文號", .most = 60),
	{0}
};
static const struct code states[] = {{"recorded", "已登錄"}, {0}};

struct fact_rows conduct_rows(const struct life *l, const struct life_case *c)
{
	struct life_now all = {l, c, &conduct_kind, NULL, false};
	struct conduct_row *rows = arena_array(l->mem, (size_t)l->n + 1, sizeof *rows);
	const struct conduct *x;
	int n = 0;

	while ((x = life_now_next(&all)))
		rows[n++] = (struct conduct_row){x->kind.label, x->times};
	return (struct fact_rows){n, rows};
}

const char *conduct_words(const struct life *l)
{
	struct text t = text_new(l->mem, 1 << 14);
	struct fact_rows rows = conduct_rows(l, NULL);

	for (const struct code *k = kinds; k->id; k++) {
		int64_t times = 0;

		for (int i = 0; i < rows.n; i++) {
			const struct conduct_row *row = (const struct conduct_row *)rows.at + i;

			times += text_is(row->kind, k->label) ? row->count : 0;
		}
		if (times)
			text_print(&t, "%s%s%lld次", t.n ? "、" : "", k->label, (long long)times);
	}
	return t.n ? t.at : "無";
}

static const char *conduct_cite(const struct life *l)
{
	return life_cite(l, "discipline", "訓練辦法第33條");
}

static void begin(const struct life *l, void *data)
{
	*(struct conduct *)data = (struct conduct){.times = 1, .day = l->today, .reason = "", .document = ""};
}

static struct date day(const void *data)
{
	return ((const struct conduct *)data)->day;
}

static const char *summary(struct arena *mem, const struct life_record *r)
{
	const struct conduct *x = r->data;

	return arena_print(mem, "%s%lld次　%s", x->kind.label, (long long)x->times, x->reason);
}

/* The balance as it stands; the cause is tested on the last day, not before. */
static void balance(struct life_case *c)
{
	struct conduct_facts facts = {conduct_rows(c->life, c)};
	struct conduct_values values = {{0}, {0}};
	struct verdict *v;

	if (!c->life->plan || !facts.records.n)
		return;
	v = life_finding(c, "conduct-net");
	conduct_judge(v, &facts, &values);
	if (!date_before(c->life->training.end, c->today))
		verdict_say(v, life_cite(c->life, "revoke", "訓練辦法第44條"), "獎懲相互抵銷後是否累積達一大過，於訓練期滿日%s認定",
			date_text(c->mem, c->life->training.end));
	attendance_test_causes(c);
}

static void check(struct life_case *c)
{
	const struct conduct *x = c->data;

	if (date_set(x->day) && !in_training(c->life, x->day))
		life_refuse(c, "day", conduct_cite(c->life), "%s不在訓練期間%s至%s內，請更正日期", date_text(c->mem, x->day),
			date_text(c->mem, c->life->training.report_date), date_text(c->mem, c->life->training.end));
	balance(c);
}

static void stored(struct db *db, struct life_case *c)
{
	life_deadline(db, c, &conduct_deadline, c->life->training.end, NULL, NULL, life_cite(c->life, "revoke", "訓練辦法第44條"));
	life_revocation_tasks(db, c);
}

static void corrected(struct db *db, struct life_case *c)
{
	stored(db, c);
	attendance_causes_gone(db, c);
}

static const struct life_act acts[] = {
	{"record", "登錄", "", "recorded", MAY_LIFE_EDIT, .check = check, .effect = stored, .note = "獎懲得相互抵銷，但紀錄不得註銷。"},
	{"correct", "更正", "recorded", NULL, MAY_LIFE_EDIT | MAY_COMMISSION, .edits = true, .reason = true, .check = check, .effect = corrected},
	{"void", "作廢", "recorded", "void", MAY_LIFE_EDIT | MAY_COMMISSION, .reason = true, .effect = attendance_causes_gone,
		.note = "限誤登錄者；獎懲紀錄不得註銷。"},
	{0}
};

const struct life_kind conduct_kind = {
	.name = "conduct", .title = "獎懲", .group = LIFE_ATTENDANCE, .requirements = "PLAN-097", .fields = conduct_fields,
	.size = sizeof(struct conduct), .states = states, .acts = acts, .see = ATTENDANCE_SEES, .held = not_reported, .begin = begin,
	.day = day, .summary = summary, .review = balance, .citation = conduct_cite,
};
