/* extension.c: 相對延長實務訓練期間: leave beyond what the law allows adds as much to the training.  Computed; a person confirms it.
 * PLAN-139   LAW: 訓練辦法§31; 訓練計畫第17點第2款, 附件11填表說明三 */
#include "app/attendance/private.h"
#include "base/text.h"
#include "rule/leave.h"

struct extension { int64_t office_days, calendar_days; struct date returned; const char *document, *remark; };
static const struct field extension_fields[] = {
	FIELD(extension, office_days, INT, EDIT, "延長上班日數", .most = 366, .hint = "請假超過規定之日數，不滿1日以1日計；自期滿日之次日起算。"),
	FIELD(extension, calendar_days, INT, EDIT, "延長日曆日數", .most = 366, .hint = "延長病假之日數。"),
	FIELD(extension, returned, DATE, EDIT, "銷假日期", .hint = "請假期間跨越原期滿日者，自銷假之日起延長。"),
	FIELD(extension, document, TEXT, EDIT, "核定文號", .most = 60),
	FIELD(extension, remark, TEXT, EDIT, "備註", .most = 200),
	{0}
};
static const struct code states[] = {{"confirmed", "已延長"}, {0}};

static const char *extension_cite(const struct life *l)
{
	return life_cite(l, "leave", "訓練辦法第31條");
}

/* ---- what is beyond ---- */

/* Hours over the limit of each kind, days of 延長病假; less what training was extended by already.  v: where it is said, or NULL. */
struct excess { int64_t hours, office_days, calendar_days; };

static int64_t hours_of(const struct fact_rows *rows, const char *kind)
{
	const struct leave_row *row = rows->at;

	for (int i = 0; i < rows->n; i++)
		if (text_is(row[i].kind, kind))
			return row[i].hours;
	return 0;
}

static const char *days_words(struct arena *mem, int64_t hours)
{
	return hours % HOURS_A_DAY ? arena_print(mem, "%lld日%lld小時", (long long)(hours / HOURS_A_DAY), (long long)(hours % HOURS_A_DAY)) :
		arena_print(mem, "%lld日", (long long)(hours / HOURS_A_DAY));
}

static void add_kind(const struct life *l, const struct fact_rows *rows, const char *kind, int64_t allowed, struct excess *e, struct verdict *v,
	const char *citation)
{
	int64_t taken = hours_of(rows, kind);

	if (taken <= allowed)
		return;
	e->hours += taken - allowed;
	if (v)
		verdict_say(v, citation, "%s%s，規定%s，超過%s", kind, days_words(l->mem, taken), days_words(l->mem, allowed),
			days_words(l->mem, taken - allowed));
}

static void less_extended(const struct life *l, const struct life_case *c, struct excess *e)
{
	for (struct life_record *r = NULL; (r = life_next(l, &extension_kind, NULL, true, r));) {
		const struct extension *x = r->data;

		if (c && r->id == c->record->id)
			continue;
		e->office_days -= x->office_days;
		e->calendar_days -= x->calendar_days;
	}
	e->office_days = e->office_days < 0 ? 0 : e->office_days;
	e->calendar_days = e->calendar_days < 0 ? 0 : e->calendar_days;
}

static struct excess excess_of(const struct life *l, const struct life_case *c, struct verdict *v)
{
	const struct law_value *kinds = leave_law_of(l, LAW_LEAVE_PRORATED), *donation = leave_law_of(l, LAW_LEAVE_DONATION_DAYS);
	struct leave_days days = leave_ledger(l, NULL);
	struct fact_rows rows = leave_rows(l->mem, &days);
	struct excess e = {0, 0, 0};

	for (int i = 0; kinds && i < kinds->value.texts.n; i++) {
		int half_days = leave_half_days(l, kinds->value.texts.at[i]);

		if (half_days >= 0)
			add_kind(l, &rows, kinds->value.texts.at[i], (int64_t)half_days * HOURS_A_DAY / 2, &e, v, law_words(l->mem, kinds));
	}
	if (donation)
		add_kind(l, &rows, "骨髓捐贈或器官捐贈假", donation->value.n * HOURS_A_DAY, &e, v, law_words(l->mem, donation));
	e.office_days = (e.hours + HOURS_A_DAY - 1) / HOURS_A_DAY;
	e.calendar_days = (hours_of(&rows, "延長病假") + HOURS_A_DAY - 1) / HOURS_A_DAY;
	if (v && e.calendar_days)
		verdict_say(v, extension_cite(l), "延長病假%lld日，銷假後相對延長", (long long)e.calendar_days);
	less_extended(l, c, &e);
	return e;
}

/* ---- the record ---- */

static const char *held(const struct life *l)
{
	const char *why = not_reported(l);
	struct excess e;

	if (why || !l->plan)
		return why ? why : "";
	if (!leave_law_of(l, LAW_LEAVE_PRORATED))
		return "法規參數未載入請假規定（PARAM_MISSING），請人工認定。";
	e = excess_of(l, NULL, NULL);
	return e.office_days || e.calendar_days ? NULL : "請假未超過規定日數，無須相對延長（訓練辦法第31條）。";
}

static void begin(const struct life *l, void *data)
{
	struct excess e = excess_of(l, NULL, NULL);

	*(struct extension *)data = (struct extension){.office_days = e.office_days, .calendar_days = e.calendar_days, .document = "", .remark = ""};
}

static const char *summary(struct arena *mem, const struct life_record *r)
{
	const struct extension *x = r->data;

	return arena_print(mem, "延長上班日%lld日、日曆日%lld日", (long long)x->office_days, (long long)x->calendar_days);
}

static void review(struct life_case *c)
{
	struct verdict *v = life_finding(c, "leave-excess");
	struct excess e = excess_of(c->life, c, v);
	const struct extension *x = c->data;

	v->result = RESULT_OK;
	verdict_say(v, extension_cite(c->life), "應延長上班日%lld日、日曆日%lld日（一般假別以上班日計，不滿1日以1日計；延長病假以日曆日計）",
		(long long)e.office_days, (long long)e.calendar_days);
	if (x->office_days != e.office_days || x->calendar_days != e.calendar_days)
		verdict_say(v, extension_cite(c->life), "登錄之日數（上班日%lld日、日曆日%lld日）與系統計算不同，請確認", (long long)x->office_days,
			(long long)x->calendar_days);
}

static void check(struct life_case *c)
{
	const struct extension *x = c->data;

	if (!x->office_days && !x->calendar_days)
		life_refuse(c, "office_days", extension_cite(c->life), "延長日數不可均為0");
	review(c);
}

static bool move(struct db *db, struct life_case *c, struct training *t, int64_t days, bool office)
{
	const struct extension *x = c->data;
	struct date next = date_plus(t->end, 1);
	struct training_news news = life_news(c, 0, c->today, x->document);

	return !days || training_end_moves(db, t, &(struct end_row){.cause = END_LEAVE, .from = date_before(next, x->returned) ? x->returned : next,
		.length = {(int)days, 'd'}, .office_days = office, .document = x->document, .remark = x->remark}, &news, c->issues);
}

static void confirmed(struct db *db, struct life_case *c)
{
	const struct extension *x = c->data;
	struct training t = c->life->training;

	if (move(db, c, &t, x->office_days, true))
		move(db, c, &t, x->calendar_days, false);
}

static const struct life_act acts[] = {
	{"confirm", "確認延長", "", "confirmed", MAY_LIFE_EDIT, .grave = true, .check = check, .effect = confirmed,
		.note = "訓練期滿日隨之延後，並於成績清冊備註欄記載「相對延長實務訓練期間」。"},
	{0}
};

const struct life_kind extension_kind = {
	.name = "leave-extension", .title = "相對延長實務訓練期間", .group = LIFE_ATTENDANCE, .requirements = "PLAN-139",
	.fields = extension_fields, .size = sizeof(struct extension), .states = states, .acts = acts, .see = ATTENDANCE_SEES, .held = held,
	.begin = begin, .summary = summary, .review = review, .citation = extension_cite,
};
