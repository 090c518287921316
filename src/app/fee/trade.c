/* trade.c: see trade.h. */
#include "app/fee/trade.h"

#include <string.h>

#include "app/audit/audit.h"
#include "app/fee/trade.sql.h"
#include "base/json.h"
#include "base/log.h"
#include "base/random.h"
#include "base/setting.h"
#include "base/text.h"

enum { NUMBER = 20, FIRST_ASK = 600 };

static const char *const states[] = {[TRADE_OPEN] = "open", [TRADE_PAID] = "paid", [TRADE_FAILED] = "failed",
	[TRADE_CANCELLED] = "cancelled", [TRADE_WRONG] = "wrong"};

static enum trade_state state_of(const char *id)
{
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		if (text_is(states[i], id))
			return (enum trade_state)i;
	fail("no order is %s", id);
}

static struct moment later(struct moment m, int64_t seconds)
{
	return (struct moment){m.seconds + seconds};
}

static void note(struct db *db, struct arena *mem, const char *what, const struct trade *t, const char *reason, struct moment now)
{
	audit_add(db, &(struct audit_event){.action = what, .subject_kind = t->lines.n ? due_subject_kind(t->lines.at[0].admission) : "trade",
		.subject = t->lines.n ? due_subject(t->lines.at[0].admission) : t->id, .reason = reason, .at = now,
		.after = arena_print(mem, "{\"order\":\"%s\",\"amount\":%lld}", t->number, (long long)t->amount)});
}

bool trade_offered(const struct due *d, struct date today)
{
	return gateway_on() && d->amount > 0 && d->state != FEE_ONLINE && (!date_before(d->last, today) || setting_on("fee.online.late"));
}

/* ---- orders ---- */

/* So many letters and digits as the service takes; nobody guesses it. */
static const char *new_number(struct arena *mem)
{
	return arena_bytes(mem, token_hash(mem, random_token(mem)), NUMBER);
}

bool trade_start(struct db *db, struct arena *mem, const struct dues *dues, struct moment now, struct trade *t)
{
	int64_t amount = 0;
	struct rows *put;
	const char *number = new_number(mem);

	for (int i = 0; i < dues->n; i++)
		amount += dues->at[i].amount;
	put = db_run(db, &trade_put, A(number), A(amount), A(now), A(later(now, FIRST_ASK)));
	for (int i = 0; i < dues->n && put->n; i++) {
		const struct due *d = &dues->at[i];

		db_run(db, &trade_lapsed, A(d->admission), A(later(now, -TRADE_MINUTES * 60)));
		if (!db_run(db, &trade_row_put, A(row_int(put, 0, "id")), A(d->admission), A(d->amount), A(d->issued), A(d->last))->n)
			db_undo(db);
	}
	if (db_undone(db) || !trade_find(db, mem, number, t))
		return false;
	note(db, mem, "fee.online", t, NULL, now);
	return true;
}

/* Each certificate's money has a name of its own: the service's number, and its place when there are more. */
static const char *reference_of(struct arena *mem, const char *reference, int place, int n)
{
	return n > 1 ? arena_print(mem, "%s-%d", reference, place + 1) : reference;
}

static struct trade_lines lines_of(struct db *db, struct arena *mem, const struct rows *rows, const char *reference)
{
	struct trade_lines l = {arena_array(mem, (size_t)rows->n, sizeof *l.at), rows->n};

	for (int i = 0; i < rows->n; i++) {
		struct trade_line *line = &l.at[i];
		struct fee_paid paid;

		*line = (struct trade_line){row_int(rows, i, "admission"), row_int(rows, i, "amount"), row_text(rows, i, "name"),
			arena_print(mem, "%lld年 %s", (long long)row_int(rows, i, "exam_year"), row_text(rows, i, "exam_name")),
			row_text(rows, i, "slip"), false};
		line->paid = *reference && *line->slip && fee_paid(db, mem, line->slip, &paid) &&
			text_is(paid.reference, reference_of(mem, reference, i, rows->n));
	}
	return l;
}

bool trade_find(struct db *db, struct arena *mem, const char *number, struct trade *t)
{
	struct rows *a = db_run(db, &trade_by_number, A(number));

	*t = (struct trade){.number = ""};
	if (!a->n)
		return false;
	*t = (struct trade){row_int(a, 0, "id"), row_int(a, 0, "amount"), row_text(a, 0, "number"), row_text(a, 0, "code"),
		row_text(a, 0, "reference"), state_of(row_text(a, 0, "state")), row_moment(a, 0, "made"), row_moment(a, 0, "ended"), {NULL, 0}};
	t->lines = lines_of(db, mem, db_run(db, &trade_rows, A(t->id)), t->reference);
	return true;
}

bool trade_cancel(struct db *db, struct arena *mem, const char *number, struct moment now)
{
	struct trade t;

	if (!trade_find(db, mem, number, &t) || t.state != TRADE_OPEN)
		return false;
	db_run(db, &trade_refused, A(t.id), A(states[TRADE_CANCELLED]), A(""), A(now));
	db_run(db, &trade_free, A(t.id));
	note(db, mem, "fee.online.cancel", &t, NULL, now);
	return true;
}

/* ---- results ---- */

static struct fee_booked book(struct db *db, struct arena *mem, const struct trade *t, const struct gateway_result *g, const char *slip,
	int64_t amount, int place, struct moment now)
{
	return fee_book(db, mem, &(struct fee_payment){.channel = "online", .slip = slip, .amount = amount, .received = now,
		.reference = reference_of(mem, g->reference, place, t->lines.n), .paid = moment_date(g->paid.seconds ? g->paid : t->made),
		.source = arena_print(mem, "線上繳費 %s", t->number)});
}

/* The slip as it would have been made with the order, unless there is one by now. */
static const char *slip_of(struct db *db, struct arena *mem, const struct rows *rows, int i)
{
	struct due d = {.admission = row_int(rows, i, "admission"), .exam_year = row_int(rows, i, "exam_year"),
		.exam_code = row_text(rows, i, "exam_code"), .amount = row_int(rows, i, "amount"), .issued = row_date(rows, i, "issued"),
		.last = row_date(rows, i, "due")};

	due_issue(db, mem, &d);
	return d.number;
}

static enum trade_settled paid(struct db *db, struct arena *mem, const struct trade *t, const struct gateway_result *g, struct moment now)
{
	struct rows *rows = db_run(db, &trade_rows, A(t->id));
	bool is_news = false;

	if (text_is(t->reference, g->reference))
		return TRADE_AGAIN;
	for (int i = 0; i < rows->n; i++)
		is_news |= book(db, mem, t, g, slip_of(db, mem, rows, i), row_int(rows, i, "amount"), i, now).outcome != FEE_SAME_AGAIN;
	if (!is_news)
		return TRADE_AGAIN;
	db_run(db, &trade_end, A(t->id), A(states[TRADE_PAID]), A(g->method), A(g->reference), A(""), A(now));
	db_run(db, &trade_free, A(t->id));
	return TRADE_SETTLED;
}

/* Signed by the service, and yet not what was ordered: recorded under the order's own number, which is no slip's, so that a person
 * looks into it. */
static enum trade_settled wrong(struct db *db, struct arena *mem, const struct trade *t, const struct gateway_result *g, struct moment now)
{
	if (g->amount > 0)
		book(db, mem, t, g, t->number, g->amount, 0, now);
	if (t->state == TRADE_OPEN)
		db_run(db, &trade_end, A(t->id), A(states[TRADE_WRONG]), A(g->method), A(g->reference), A("amount"), A(now));
	return TRADE_AMOUNT;
}

enum trade_settled trade_settle(struct db *db, struct arena *mem, const struct gateway_result *g, struct moment now)
{
	struct trade t;

	if (!trade_find(db, mem, g->number, &t))
		return TRADE_UNKNOWN;
	if (g->simulated) {
		note(db, mem, "fee.online.trial", &t, NULL, now);
		return TRADE_NOTED;
	}
	if (g->state == GATEWAY_PAID)
		return g->amount == t.amount ? paid(db, mem, &t, g, now) : wrong(db, mem, &t, g, now);
	if (g->state == GATEWAY_FAILED && t.state == TRADE_OPEN) {
		db_run(db, &trade_refused, A(t.id), A(states[TRADE_FAILED]), A(g->code), A(now));
		db_run(db, &trade_free, A(t.id));
		note(db, mem, "fee.online.failed", &t, g->code, now);
	}
	return TRADE_NOTED;
}
