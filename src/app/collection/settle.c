/* settle.c: money that did not fit, settled by a person; who, when and why are kept.  Knows no page.    ACMS-093 ACMS-095 ACMS-096 */
#include "app/audit/audit.h"
#include "app/collection/collection.sql.h"
#include "app/collection/private.h"
#include "base/text.h"

enum { REASON_MOST = 500, DOCUMENT_MOST = 60, WORDS_MOST = 4096 };

const struct code payment_standings[] = {
	{"open", "待處理"}, {"booked", "已入帳"},
	{"accept", "准予入帳"}, {"assign", "改入其他繳費單"}, {"refund", "退費"}, {"close", "結案（免退費）"}, {0}
};
const struct code payment_settlements[] = {
	{"accept", "准予入帳"}, {"assign", "改入其他繳費單"}, {"refund", "退費"}, {"close", "結案（免退費）"}, {0}
};

const struct field payment_fields[] = {
	FIELD(payment, id, INT, KEY, "編號"),
	FIELD(payment, paid_on, DATE, SHOW, "繳款日期"),
	FIELD(payment, channel, CODE, SHOW, "繳費管道", .list = fee_channels, .not_sorted = true),
	FIELD(payment, reference, TEXT, SHOW, "交易序號", .not_sorted = true),
	FIELD(payment, slip_number, TEXT, SHOW, "繳費單號"),
	FIELD(payment, amount, INT, SHOW, "金額"),
	FIELD(payment, owed, TEXT, SHOW, "應繳", .not_sorted = true),
	FIELD(payment, name, TEXT, SHOW, "姓名", .privacy = PERSONAL, .not_sorted = true),
	FIELD(payment, outcome, CODE, SHOW, "比對結果", .list = fee_outcomes),
	FIELD(payment, standing, CODE, SHOW, "處理情形", .list = payment_standings, .not_sorted = true),
	FIELD(payment, settle_reason, TEXT, SHOW, "處理理由", .not_sorted = true),
	FIELD(payment, source, TEXT, SHOW, "來源", .not_sorted = true),
	FIELD(payment, source_row, TEXT, SHOW, "列號", .not_sorted = true),
	FIELD(payment, version, INT, MARK, ""), FIELD(payment, batch, INT, MARK, ""), FIELD(payment, slip, INT, MARK, ""),
	FIELD(payment, admission, INT, MARK, ""), FIELD(payment, exam_year, INT, MARK, ""), FIELD(payment, exam_name, TEXT, MARK, ""),
	FIELD(payment, settle_document, TEXT, MARK, ""), FIELD(payment, settler, TEXT, MARK, ""), FIELD(payment, due, DATE, MARK, ""),
	FIELD(payment, received, MOMENT, MARK, ""), FIELD(payment, settled, MOMENT, MARK, ""),
	{0}
};

const struct field settle_fields[] = {
	{.name = "settlement", .label = "處理方式", .kind = K_CODE, .use = EDIT, .need = true, .list = payment_settlements},
	{.name = "slip", .label = "改入之繳費單號", .kind = K_TEXT, .use = EDIT, .most = 30},
	{.name = "document", .label = "退費文號", .kind = K_TEXT, .use = EDIT, .most = DOCUMENT_MOST},
	{.name = "reason", .label = "理由", .kind = K_TEXT, .use = EDIT, .need = true, .most = REASON_MOST},
	{0}
};

bool payment_load(struct db *db, struct arena *mem, int64_t id, struct payment *to)
{
	*to = (struct payment){0};
	return record_load(mem, db_run(db, &payment_one, A(id)), payment_fields, to);
}

bool payment_is_open(const struct payment *p)
{
	return text_is(p->standing.id, "open");
}

/* ---- deciding ---- */

static void too_long(const struct settling *s, const char *field, const char *text, int most)
{
	if (utf8_length(text) > (size_t)most)
		issue(s->issues, -1, field, "ERR_LONG", arena_print(s->issues->mem, "%d", most),
			arena_print(s->issues->mem, "%d", (int)utf8_length(text)));
}

void settle_check(const struct settling *s)
{
	const struct code *how = code_find(payment_settlements, s->settlement);

	if (!*s->settlement)
		issue(s->issues, -1, "settlement", "ERR_REQUIRED");
	else if (!how)
		issue(s->issues, -1, "settlement", "ERR_CODE", s->settlement, code_labels(s->issues->mem, payment_settlements));
	if (how && text_is(how->id, "assign") && !*s->slip)
		issue(s->issues, -1, "slip", "ERR_REQUIRED");
	if (!*s->reason)
		issue(s->issues, -1, "reason", "ERR_REASON");
	too_long(s, "reason", s->reason, REASON_MOST);
	too_long(s, "document", s->document, DOCUMENT_MOST);
}

static const char *channel_label(const char *id)
{
	const struct code *c = code_find(fee_channels, id);

	return c ? c->label : id;
}

/* The slip to be paid with it, as an id; 0: it can't be. */
static int64_t slip_for(struct db *db, const struct settling *s, const struct payment *p)
{
	bool other = text_is(s->settlement, "assign");
	const char *number = other ? s->slip : p->slip_number, *field = other ? "slip" : "settlement";
	struct rows *slip = db_run(db, &settle_slip, A(number)), *used = db_run(db, &settle_used, A(p->channel.id), A(p->reference));

	if (!slip->n)
		issue(s->issues, -1, field, "ERR_PAYMENT_SLIP", number);
	else if (!row_null(slip, 0, "payment"))
		issue(s->issues, -1, field, "ERR_PAYMENT_PAID", number, date_text(s->issues->mem, row_date(slip, 0, "paid_on")),
			channel_label(row_text(slip, 0, "channel")), row_text(slip, 0, "reference"));
	else if (used->n)
		issue(s->issues, -1, field, "ERR_PAYMENT_USED", p->channel.label, p->reference, row_text(used, 0, "number"));
	return s->issues->n || !slip->n ? 0 : row_int(slip, 0, "id");
}

static const char *standing_json(struct db *db, const struct payment *p)
{
	struct text t = text_new(db_arena(db), WORDS_MOST);
	struct json j = json_new(&t);

	json_begin(&j);
	json_key(&j, "standing"), json_text(&j, p->standing.id);
	json_key(&j, "slip"), json_int(&j, p->slip);
	json_key(&j, "document"), json_text(&j, p->settle_document);
	json_end(&j);
	return t.at;
}

static void log_act(struct db *db, const struct settling *s, const char *action, const struct payment *before)
{
	struct payment after;

	if (db_undone(db) || !payment_load(db, db_arena(db), s->payment, &after))
		return;
	audit_add(db, &(struct audit_event){.account = s->who->account, .agency = s->who->agency, .address = s->address, .action = action,
		.subject_kind = "payment", .subject = s->payment, .before = standing_json(db, before), .after = standing_json(db, &after),
		.reason = s->reason, .at = s->now});
}

/* False: nobody may do this with it now, as noted. */
static bool in_state(struct db *db, const struct settling *s, const char *act, bool open, struct payment *p)
{
	if (!payment_load(db, db_arena(db), s->payment, p)) {
		issue(s->issues, -1, "", "ERR_PAGE_NOT_FOUND");
		return false;
	}
	if (payment_is_open(p) != open || (!open && !p->settled.seconds))
		issue(s->issues, -1, "", "ERR_PAYMENT_DONE", p->standing.label, act);
	else if (s->seen && s->seen != p->version)
		audit_stale(db, s->issues, -1, "", NULL, "payment", s->payment);
	return !s->issues->n;
}

bool settle(struct db *db, const struct settling *s)
{
	const struct code *how = code_find(payment_settlements, s->settlement);
	bool books = text_is(how->id, "accept") || text_is(how->id, "assign");
	struct payment p;
	int64_t slip = 0;

	if (!in_state(db, s, how->label, true, &p) || (books && !(slip = slip_for(db, s, &p))))
		return false;
	if (!db_run(db, &settle_put, A(s->payment), A(p.version), A(how->id), A(s->now), A(s->who->account), A(s->reason), A(s->document),
			value_id_or_null(slip))->n || (slip && !db_run(db, &settle_book, A(s->payment), A(slip), A(s->now), A(s->who->account))->n)) {
		if (!db_undone(db))
			audit_stale(db, s->issues, -1, "", NULL, "payment", s->payment);
		db_undo(db);
		return false;
	}
	db_run(db, &settle_ledger, A(s->payment));
	if (slip)
		fee_slip_days(db, slip);
	log_act(db, s, "payment.settle", &p);
	return !db_undone(db);
}

bool settle_reopen(struct db *db, const struct settling *s)
{
	struct payment p;

	if (!in_state(db, s, "撤銷處理", false, &p))
		return false;
	if (row_int(db_run(db, &settle_built, A(s->payment)), 0, "n") > 1) {
		issue(s->issues, -1, "", "ERR_PAYMENT_BUILT");
		return false;
	}
	db_run(db, &settle_unbook, A(s->payment));
	fee_slip_days(db, p.slip);
	db_run(db, &settle_clear, A(s->payment), A(p.version));
	db_run(db, &settle_ledger_back, A(s->payment), A(s->now));
	log_act(db, s, "payment.reopen", &p);
	return !db_undone(db);
}
