/* due.c: which certificates a person may pay for, and the slip for each.  Knows no page.                 ACMS-087 … 093 */
#include <string.h>

#include "app/fee/fee.sql.h"
#include "app/fee/trade.h"
#include "app/paper/paper.h"
#include "app/plan/book.h"
#include "app/promotion/promotion.h"
#include "base/decimal.h"
#include "base/log.h"
#include "base/random.h"
#include "base/setting.h"
#include "base/text.h"
#include "rule/fee.h"
#include "rule/promotion.h"
#include "rule/slip.h"

enum { STORE_ITEM = 3, SECRET_DIGITS = 10 };

/* 教育訓練成績; who need not take part has none, and passes with the mark. */
static bool education_score(const struct fee_conditions *c, struct decimal mark, struct decimal *to)
{
	if (decimal_parse(c->education_score, to))
		return true;
	*to = mark;
	return c->bt_exempt || text_is(c->bt_state, "exempt") || text_is(c->bt_state, "waived");
}

bool fee_conditions_met(struct arena *mem, const struct fee_conditions *c, struct date today)
{
	struct verdict v = verdict_new(mem, NULL, NULL);
	struct payable_facts f = {.today = today, .practical_end = c->last_day};
	struct payable_values values = {0};

	if (!decimal_parse(c->education_mark, &f.education_mark) || !decimal_parse(c->practical_mark, &f.practical_mark))
		fail("an examination has no marks to pass");
	if (!date_set(f.practical_end) || !education_score(c, f.education_mark, &f.education_score) ||
			!decimal_parse(c->score, &f.practical_score))
		return false;
	payable_judge(&v, &f, &values);
	return v.result == RESULT_MET;
}

static bool may_pay_now(struct arena *mem, const struct rows *a, int i, struct date today)
{
	return fee_conditions_met(mem, &(struct fee_conditions){row_date(a, i, "last_day"), row_text(a, i, "education_score"),
		row_text(a, i, "score"), row_text(a, i, "pass_mark_education"),
		row_text(a, i, "pass_mark_practical"), row_text(a, i, "bt_state"), row_bool(a, i, "bt_exempt")},
		today);
}

/* By the plan where the examination has one, else by the examination itself. */
bool fee_is_exempt(struct arena *mem, const char *plan_id, const char *exam_code, const char *identity, bool proof, bool exam_exempt)
{
	const struct plan *plan = *plan_id ? plans_find(plan_book(), plan_id) : NULL;
	struct verdict v = verdict_new(mem, plan, NULL);
	struct fee_facts f = {.exam_code = plan ? NULL : exam_code, .identity_type = *identity ? identity : NULL, .proof = proof,
		.exam_exempt = exam_exempt};
	struct fee_values values = {0};

	fee_judge(&v, &f, &values);
	return values.exempt_by != NULL;
}

static bool is_exempt(struct arena *mem, const struct rows *a, int i)
{
	return fee_is_exempt(mem, row_text(a, i, "plan"), row_text(a, i, "exam_code"), row_text(a, i, "identity"),
		row_bool(a, i, "identity_proof"), row_bool(a, i, "fee_exempt_exam"));
}

/* What the slip says, or what one made today would.  False: the examination costs nothing. */
static bool fill_slip(struct db *db, struct due *d, const struct rows *a, int i, struct date today)
{
	struct rows *rule;

	d->number = row_text(a, i, "slip");
	if (*d->number) {
		d->amount = row_int(a, i, "slip_amount");
		d->issued = row_date(a, i, "issued");
		d->last = row_date(a, i, "due");
		d->state = date_before(d->last, today) ? FEE_OVERDUE : FEE_SLIP_OUT;
		return true;
	}
	rule = db_run(db, &fee_on, A(d->exam), A(today));
	if (!rule->n)
		return true;
	d->amount = row_int(rule, 0, "amount");
	d->issued = today;
	d->last = date_plus(today, (int)row_int(rule, 0, "pay_days"));
	return d->amount > 0;
}

static void fill_online(struct due *d, const struct rows *a, int i, struct moment now)
{
	d->until.seconds = row_int(a, i, "online") + TRADE_MINUTES * 60;
	if (d->until.seconds > now.seconds)
		d->state = FEE_ONLINE;
}

/* ---- 升官等訓練 ---- */

/* By the day on which the 成績單 was signed for; without it a slip made today runs as if that were today.           PROMO-097 */
struct date fee_training_last(struct db *db, struct arena *mem, struct date receipt)
{
	struct verdict v = promotion_verdict(db, mem);
	struct promotion_fee_values to = {.due = {0}};

	promotion_fee_judge(&v, &(struct promotion_fee_facts){receipt}, &to);
	return to.due;
}

static bool fill_training(struct db *db, struct arena *mem, struct due *d, const struct rows *a, int i, struct date today)
{
	struct promotion_place p;
	struct date receipt = row_date(a, i, "receipt");

	d->number = row_text(a, i, "slip");
	d->undated = !*d->number && !date_set(receipt);
	if (*d->number) {
		d->amount = row_int(a, i, "slip_amount");
		d->issued = row_date(a, i, "issued");
		d->last = row_date(a, i, "due");
		d->state = FEE_SLIP_OUT;
	} else {
		promotion_place_of(db, mem, row_text(a, i, "type"), row_int(a, i, "exam_year"), &p);
		d->amount = p.set ? p.set->fee_amount : 0;
		d->issued = today;
		d->last = fee_training_last(db, mem, d->undated ? today : receipt);
	}
	if (date_before(d->last, today))
		d->state = FEE_OVERDUE;
	return d->amount > 0;
}

static void add_trainings(struct db *db, struct arena *mem, const struct rows *a, struct dues *all, struct moment now)
{
	for (int i = 0; i < a->n; i++) {
		struct due *d = &all->at[all->n];

		if (row_bool(a, i, "paid"))
			continue;
		*d = (struct due){.admission = -row_int(a, i, "id"), .exam_year = row_int(a, i, "exam_year"), .name = row_text(a, i, "name"),
			.exam_code = row_text(a, i, "exam_code"), .exam_name = row_text(a, i, "exam_name")};
		all->n += fill_training(db, mem, d, a, i, moment_date(now));
		fill_online(d, a, i, now);
	}
}

const char *due_item(int64_t admission)
{
	return admission < 0 ? "訓練合格證書證書費" : "考試及格證書證書費";
}

const char *due_subject_kind(int64_t admission)
{
	return admission < 0 ? "participant" : "trainee";
}

int64_t due_subject(int64_t admission)
{
	return admission < 0 ? -admission : admission;
}

/* ---- all of a person ---- */

/* 升官等訓練 is paid for by its own conditions. */
struct dues dues_of(struct db *db, struct arena *mem, int64_t person, struct moment now)
{
	struct date today = moment_date(now);
	struct rows *a = db_run(db, &fee_of_person, A(person)), *trainings = db_run(db, &fee_of_trainings, A(person));
	struct dues all = {0, arena_array(mem, (size_t)(a->n + trainings->n), sizeof *all.at)};

	for (int i = 0; i < a->n; i++) {
		struct due *d = &all.at[all.n];

		if (row_int(a, i, "is_promotion") || row_bool(a, i, "paid") || !may_pay_now(mem, a, i, today) || is_exempt(mem, a, i))
			continue;
		*d = (struct due){.admission = row_int(a, i, "id"), .exam = row_int(a, i, "exam"), .exam_year = row_int(a, i, "exam_year"),
			.name = row_text(a, i, "name"), .exam_code = row_text(a, i, "exam_code"), .exam_name = row_text(a, i, "exam_name")};
		all.n += fill_slip(db, d, a, i, today);
		fill_online(d, a, i, now);
	}
	add_trainings(db, mem, trainings, &all, now);
	return all;
}

void fee_start(void)
{
	const char *item = setting("fee.store_item");
	size_t n = strlen(item);

	if (n && (n != STORE_ITEM || strspn(item, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") != n))
		fail("the setting fee.store_item is not of %d digits or capital letters: %s", STORE_ITEM, item);
}

bool due_is_set(const struct due *d)
{
	return d->amount > 0 && *setting("fee.store_item");
}

/* With the number beside 身分證字號 its payer fetches the receipt, so nobody may guess it.  No row: another slip has it, try again. */
void due_issue(struct db *db, struct arena *mem, struct due *d)
{
	struct rows *s = db_run(db, &fee_slip_one, A(d->admission));

	while (!s->n && !db_undone(db)) {
		db_run(db, &fee_slip_put, A(d->admission), A(arena_print(mem, "%03lld%s%s", (long long)d->exam_year, d->exam_code,
			random_digits(mem, SECRET_DIGITS))), A(d->amount), A(d->issued), A(d->last));
		s = db_run(db, &fee_slip_one, A(d->admission));
	}
	if (db_undone(db))
		return;
	d->number = row_text(s, 0, "number");
	d->amount = row_int(s, 0, "amount");
	d->issued = row_date(s, 0, "issued");
	d->last = row_date(s, 0, "due");
}

/* ---- on paper ---- */

static struct fact_texts places(struct arena *mem, const struct due *d, struct date today, bool *stores)
{
	static const struct { const char *channel, *words; } all[] = {{"convenience_store", "便利商店、美廉社"},
		{"post_office_counter", "全省郵局臨櫃"}, {"ctbc_counter", "中國信託商業銀行全省各分行臨櫃"}};
	struct verdict v = verdict_new(mem, NULL, NULL);
	struct channels_values open = {{0}};
	struct fact_texts words = {0};

	channels_judge(&v, &(struct channels_facts){today, d->last}, &open);
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		for (int k = 0; k < open.channels.n; k++)
			if (text_is(open.channels.at[k], all[i].channel))
				fact_texts_add(mem, &words, !i && d->admission < 0 ? "便利商店" : all[i].words);   /* decision 26: no 美廉社 */
	*stores = words.n && text_starts(words.at[0], "便利商店");
	return words;
}

void due_draw(struct pdf *pdf, const struct due *d, struct date today, const char *online)
{
	struct arena *mem = pdf_arena(pdf);
	bool stores;
	struct paper_fee_slip slip = {.head = {.exam_year = d->exam_year, .exam_name = d->exam_name, .printed = paper_printed(mem, 0, today, NULL)},
		.number = d->number, .name = mask_name(mem, d->name), .item = due_item(d->admission), .amount = d->amount, .issued = d->issued,
		.due = d->last, .places = places(mem, d, today, &stores), .bank = d->number, .online = online};
	struct verdict v = verdict_new(mem, NULL, NULL);
	struct slip_values codes = {{0}};

	slip_judge(&v, &(struct slip_facts){.due = d->last, .item_code = setting("fee.store_item"), .number = d->number, .amount = d->amount},
		&codes);
	if (codes.segments.n != 3)
		fail("no bar codes for the slip %s: %s", d->number, v.code ? v.code : "");
	slip.stores = d->admission < 0 ? "便利商店" : NULL;
	if (stores) {
		slip.store_first = codes.segments.at[0];
		slip.store_second = codes.segments.at[1];
		slip.store_third = codes.segments.at[2];
	}
	paper_fee_slip_draw(pdf, &slip);
}
