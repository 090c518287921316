/* mentor.c: 輔導員 and 單位主管 of a trainee, each from a day to a day; who has an account may act for the trainee.      PLAN-078 */
#include "app/audit/audit.h"
#include "app/guidance/guidance.sql.h"
#include "app/guidance/private.h"
#include "app/planform/planform.h"
#include "base/text.h"

static const struct field mentor_fields[] = {
	FIELD(mentor, from, DATE, EDIT, "起日", .need = true),
	FIELD(mentor, title, TEXT, EDIT, "職稱", .need = true, .most = 60),
	FIELD(mentor, name, TEXT, EDIT, "姓名", .need = true, .most = 60),
	FIELD(mentor, unit, TEXT, EDIT, "單位", .most = 100),
	FIELD(mentor, account, TEXT, EDIT, "系統帳號", .most = 60, .hint = "本機關之帳號名稱，以此帳號填寫及核閱；沒有帳號時留白。"),
	{0}
};

struct ending { struct date until; };
static const struct field ending_fields[] = {FIELD(ending, until, DATE, EDIT, "迄日", .need = true), {0}};

static const struct code states[] = {{"serving", "擔任中"}, {"ended", "已結束"}, {0}};

static struct date until_of(const struct life_record *r)
{
	const struct ending *e = text_is(r->state.id, "ended") ? life_answers(r, "end") : NULL;

	return e ? e->until : (struct date){0};
}

const struct mentor *mentor_on(const struct life *l, struct date day)
{
	const struct mentor *on = NULL;

	for (struct life_record *r = NULL; (r = life_next(l, &mentor_kind, NULL, true, r));) {
		const struct mentor *m = r->data;
		struct date until = until_of(r);

		if (!date_before(day, m->from) && (!date_set(until) || !date_before(until, day)))
			on = m;
	}
	return on;
}

static void begin(const struct life *l, void *data)
{
	((struct mentor *)data)->from = life_last(l, &mentor_kind, NULL, true) ? l->today : l->training.report_date;
}

static struct date day(const void *data)
{
	return ((const struct mentor *)data)->from;
}

static const char *summary(struct arena *mem, const struct life_record *r)
{
	const struct mentor *m = r->data;

	return arena_print(mem, "%s%s%s%s", m->unit, *m->unit ? " " : "", m->title, m->name);
}

/* The one who serves gives way on the day before. */
static struct life_record *former(const struct life_case *c)
{
	struct life_record *r = life_last(c->life, c->kind, "serving", true);

	return r && r->id != c->record->id ? r : NULL;
}

static void check_assign(struct life_case *c)
{
	const struct mentor *m = c->data;
	const struct life_record *before = former(c);

	if (date_set(m->from))
		guide_in_training(c, "from", m->from);
	if (before && !date_before(((const struct mentor *)before->data)->from, m->from))
		life_refuse(c, "from", guide_cite_law(c->life), "原%s「%s」自%s起擔任，更換之起日應在其後", c->kind->title,
			((const struct mentor *)before->data)->name, date_text(c->mem, ((const struct mentor *)before->data)->from));
	if (before)
		life_warn(c, "mentor-changed", life_cite(c->life, "plan_form", "訓練辦法第32條"),
			"更換%s：原「%s」擔任至%s止。實務訓練計畫表請更新後重新核章上傳，並保留原版本", c->kind->title,
			((const struct mentor *)before->data)->name, date_text(c->mem, date_plus(m->from, -1)));
}

static const char *role_of(const struct life_case *c)
{
	return c->kind == &mentor_kind ? "mentor" : "unit_head";
}

static int64_t account_of(struct db *db, const struct life_case *c)
{
	const struct mentor *m = c->data;
	struct rows *account = *m->account ? db_run(db, &mentor_account, A(c->record->agency), A(m->account), A(role_of(c))) : NULL;

	return account && account->n ? row_int(account, 0, "id") : 0;
}

/* Who has an account of the agency may act for the trainee from that day on; the one before until the day before. */
static void assigned(struct db *db, struct life_case *c)
{
	const struct mentor *m = c->data;
	struct life_record *before = former(c);
	struct ending until = {date_plus(m->from, -1)};
	int64_t account = account_of(db, c);

	if (account)
		db_run(db, &mentor_grant, A(c->life->t.id), A(account), A(role_of(c)), A(m->from));
	else if (*m->account)
		issue(c->issues, -1, "account", "ERR_TEXT_GIVEN", arena_print(c->mem,
			"本機關沒有可使用之%s帳號「%s」。請輸入帳號名稱，或先請系統管理者新增；沒有帳號時留白。", c->kind->title, m->account));
	if (before && !c->issues->n)
		life_act(db, c->life, before, "end", &until, &c->who, c->issues);
	if (c->kind == &mentor_kind && !c->issues->n && !planform_guide(db, &(struct planform_who){c->who.account, c->who.agency, c->who.address,
			c->who.now}, c->life->t.id, &(struct planform_guide){m->title, m->name, m->from}))
		audit_stale(db, c->issues, -1, "", NULL, "trainee", c->life->t.id);
}

static void check_end(struct life_case *c)
{
	const struct ending *e = c->answers;
	const struct mentor *m = c->data;

	issue_range(c->issues, -1, field_named(c->kind->fields, "from")->label, m->from, "until", e->until);
}

static void end_grant(struct db *db, const struct life_case *c, struct date until)
{
	int64_t account = account_of(db, c);

	if (account)
		db_run(db, &mentor_grant_end, A(c->life->t.id), A(account), A(role_of(c)), A(until));
}

static void ended(struct db *db, struct life_case *c)
{
	end_grant(db, c, ((const struct ending *)c->answers)->until);
}

/* By the program: who gave way to an appointment that is void has never ceased to serve. */
static void resumed(struct db *db, struct life_case *c)
{
	const struct ending *e = life_answers(c->record, "end");
	int64_t account = account_of(db, c);

	if (account && e)
		db_run(db, &mentor_grant_resume, A(c->life->t.id), A(account), A(role_of(c)), A(e->until));
}

/* Who gave way to this one. */
static struct life_record *gave_way(const struct life_case *c, struct date until)
{
	struct life_record *r = NULL, *found = NULL;

	while ((r = life_next(c->life, c->kind, "ended", true, r)))
		if (r->id != c->record->id && date_same(until_of(r), until))
			found = r;
	return found;
}

/* The plan form names the void one no more: the former one again, or nobody.                            PLAN-078 */
static void form_again(struct db *db, struct life_case *c, const struct mentor *before)
{
	const struct mentor *m = c->data;
	struct planform_who by = {c->who.account, c->who.agency, c->who.address, c->who.now};

	if (!planform_guide_undone(db, &by, c->life->t.id, &(struct planform_guide){m->title, m->name, m->from}, before ?
			&(struct planform_guide){before->title, before->name, before->from} : &(struct planform_guide){"", "", {0}}))
		audit_stale(db, c->issues, -1, "", NULL, "trainee", c->life->t.id);
}

/* An appointment that never was.  Where another serves by now, nothing comes back. */
static void voided(struct db *db, struct life_case *c)
{
	struct date until = date_plus(((const struct mentor *)c->data)->from, -1);
	struct life_record *before = former(c) ? NULL : gave_way(c, until);

	end_grant(db, c, until);
	if (former(c))
		return;
	if (before)
		life_act(db, c->life, before, "resume", NULL, &c->who, c->issues);
	if (c->kind == &mentor_kind && !c->issues->n)
		form_again(db, c, before ? before->data : NULL);
}

#define SEE (MAY_LIFE_SEE | MAY_GUIDE | MAY_UNIT_HEAD)
static const struct life_act acts[] = {
	{"assign", "指派", "", "serving", MAY_LIFE_EDIT, .check = check_assign, .effect = assigned,
		.note = "擔任中者自新任起日之前一日結束。"},
	{"end", "結束擔任", "serving", "ended", MAY_LIFE_EDIT, ending_fields, sizeof(struct ending), .check = check_end, .effect = ended},
	{"void", "作廢", "serving ended", "void", MAY_LIFE_EDIT | MAY_COMMISSION, .reason = true, .effect = voided,
		.note = "作廢後，因本次指派而結束擔任者恢復擔任，實務訓練計畫表隨之更正。"},
	{"resume", "恢復擔任", "ended", "serving", .effect = resumed},
	{0}
};

#define KIND(k, n, t, cited) const struct life_kind k = { \
	.name = n, .title = t, .group = LIFE_GUIDANCE, .requirements = "PLAN-078", .fields = mentor_fields, .size = sizeof(struct mentor), \
	.states = states, .acts = acts, .see = SEE, .held = guide_held, .begin = begin, .day = day, .summary = summary, .citation = cited}
KIND(mentor_kind, "mentor", "輔導員", guide_cite_law);
KIND(unit_head_kind, "unit-head", "單位主管", guide_cite_law);
