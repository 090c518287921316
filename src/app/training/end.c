/* end.c: the last day of training: computed by the rule over the whole ledger, never overwritten.
 * PLAN-012 … 015, 104, 117, 139   LAW: 訓練辦法§25 */
#include "app/calendar/calendar.h"
#include "app/training/private.h"
#include "app/training/training.sql.h"
#include "base/json.h"
#include "base/text.h"
#include "rule/training.h"

enum { JSON_MOST = 64 << 10 };

const struct code end_causes[] = {
	{"initial", "報到"}, {"corrected", "更正"}, {"shortened", "縮短實務訓練"}, {"shortening_withdrawn", "撤銷縮短實務訓練"},
	{"retrain", "重新訓練"}, {"self_funded", "自費重新參加基礎訓練"}, {"extended", "延長實務訓練"}, {"leave", "請假相對延長實務訓練"}, {0}
};

/* ---- the ledger */

static struct period length_of(const char *text)
{
	struct period p = {0};

	period_parse(text, &p);
	return p;
}

struct end_rows training_ledger(struct db *db, struct arena *mem, int64_t training)
{
	struct arena *before = db_arena(db);

	db_use_arena(db, mem);
	struct rows *r = db_run(db, &training_ledger_rows, A(training));
	struct end_rows all = {r->n, arena_array(mem, (size_t)r->n, sizeof *all.at)};

	db_use_arena(db, before);
	for (int i = 0; i < r->n; i++)
		all.at[i] = (struct end_row){
			.cause = (enum end_cause)code_place(end_causes, row_text(r, i, "cause")), .was = row_date(r, i, "was"),
			.now = row_date(r, i, "became"), .from = row_date(r, i, "counted_from"), .length = length_of(row_text(r, i, "length")),
			.office_days = row_bool(r, i, "office_days"), .document = row_text(r, i, "document"), .arrived = row_date(r, i, "arrived"),
			.remark = row_text(r, i, "remark"), .made = row_moment(r, i, "made"),
		};
	return all;
}

void ledger_keep(struct db *db, const struct training *t, const struct end_row *row, const struct training_news *news)
{
	const char *length = row->length.n ? arena_print(db_arena(db), "%d%c", row->length.n, row->length.unit) : "";

	db_run(db, &training_ledger_put, A(t->id), A(end_causes[row->cause].id), A(row->was), A(row->now), A(row->from), A(length),
		A(row->office_days), A(row->document ? row->document : ""), A(row->arrived), A(row->remark ? row->remark : ""), A(news->account),
		A(news->now));
}

/* ---- the rule over it */

static int rule_kind(enum end_cause cause)
{
	return cause == END_EXTENDED ? LEDGER_EXTENSION : cause == END_SELF_FUNDED ? LEDGER_BT_RETRAIN : cause == END_LEAVE ? LEDGER_LEAVE : -1;
}

/* The rows that are counted, as the rule wants them. */
struct counting_rows { int n; struct ledger_row *at; const struct end_row **of; };

static struct counting_rows counted(struct arena *mem, const struct end_rows *ledger, const struct end_row *more)
{
	struct counting_rows c = {0, arena_array(mem, (size_t)ledger->n + 1, sizeof *c.at), arena_array(mem, (size_t)ledger->n + 1, sizeof *c.of)};

	for (int i = 0; i <= ledger->n; i++) {
		const struct end_row *row = i < ledger->n ? &ledger->at[i] : more;

		if (!row || rule_kind(row->cause) < 0)
			continue;
		c.at[c.n] = (struct ledger_row){rule_kind(row->cause), row->from, row->length, row->office_days ? LEDGER_OFFICE : LEDGER_CALENDAR};
		c.of[c.n++] = row;
	}
	return c;
}

static struct date judged(struct verdict *v, const struct training *t, const struct counting_rows *c, int n)
{
	struct training_end_facts facts = {.report_date = t->report_date, .shortened = t->shortened, .bt_exempt = t->bt_exempt,
		.ledger = {n, c->at}};
	struct training_end_values values = {0};

	*v = verdict_new(v->mem, v->plan, v->calendar);
	training_end_judge(v, &facts, &values);
	return v->result == RESULT_OK ? values.end : (struct date){0};
}

/* What was counted from the day after the last day of then is counted from that of now. */
static void rebase(struct verdict *v, struct training *t, const struct counting_rows *c)
{
	t->original_end = (struct date){0};
	for (int i = 0; i < c->n; i++) {
		struct date end = judged(v, t, c, i);
		const struct end_row *row = c->of[i];

		if (!date_set(end))
			return;
		if (!date_set(t->original_end) && row->cause != END_LEAVE)
			t->original_end = end;
		if (row->cause != END_EXTENDED && date_set(row->was) && date_same(row->from, date_plus(row->was, 1)))
			c->at[i].from = date_plus(end, 1);
	}
}

bool end_of(struct db *db, struct verdict *v, struct training *t, const struct end_row *more)
{
	struct arena *mem = db_arena(db);

	*v = verdict_new(mem, t->plan, NULL);
	t->end = t->original_end = (struct date){0};
	if (!t->plan)
		return verdict_refuse(v, "PLAN_MISSING", "", "查無適用之訓練計畫，無法計算訓練期滿日");
	struct end_rows ledger = training_ledger(db, mem, t->id);
	struct counting_rows c = counted(mem, &ledger, more);

	v->calendar = c.n ? office_calendar(db, mem) : NULL;        /* only a row of the ledger asks for office days */
	rebase(v, t, &c);
	t->end = judged(v, t, &c, c.n);
	return v->result == RESULT_OK;
}

/* ---- changes */

static const char *inputs_of(struct arena *mem, const struct training *t, const struct end_rows *ledger)
{
	struct text to = text_new(mem, JSON_MOST);
	struct json j = json_new(&to);

	json_begin(&j);
	json_key(&j, "report_date");
	json_text(&j, date_iso(mem, t->report_date));
	json_key(&j, "shortened");
	json_bool(&j, t->shortened);
	json_key(&j, "bt_exempt");
	json_bool(&j, t->bt_exempt);
	json_key(&j, "ledger_rows");
	json_int(&j, ledger->n);
	json_end(&j);
	return to.at;
}

static void keep_decision(struct db *db, const struct training *t, const struct verdict *v, const struct training_news *news)
{
	struct end_rows ledger = training_ledger(db, db_arena(db), t->id);

	decision_keep(db, t->admission, "training-end", v, inputs_of(db_arena(db), t, &ledger), news, 0);
}

static void refuse(struct issues *issues, int row, const struct verdict *v)
{
	const char *why = v->reasons_n ? v->reasons[v->reasons_n - 1].text : "無法計算訓練期滿日";

	issue(issues, row, row < 0 ? "" : "tick", "ERR_TEXT_GIVEN", why);
}

bool end_again(struct db *db, struct training *t, enum end_cause cause, const struct training_news *news, struct issues *issues, int row)
{
	struct end_row r = {.cause = cause, .was = t->end, .from = t->report_date, .document = news->document, .remark = news->remark};
	struct verdict v;

	if (!end_of(db, &v, t, NULL) && issues && t->plan) {
		refuse(issues, row, &v);
		return false;
	}
	if (date_same(t->end, r.was))
		return true;
	r.now = t->end;
	ledger_keep(db, t, &r, news);
	keep_decision(db, t, &v, news);
	return true;
}

/* What the ledger can't hold twice, or has not.  NULL: it can. */
static const char *misplaced(const struct training *t, const struct end_row *row)
{
	if (!t->attempt)
		return "尚未輸入報到日期，無從變更訓練期滿日。";
	if (row->cause == END_SHORTENED && t->shortened)
		return "已核准縮短實務訓練，不得重複登錄。";
	if (row->cause == END_SHORTENING_WITHDRAWN && !t->shortened)
		return "未經核准縮短實務訓練，無從撤銷。";
	return NULL;
}

bool training_end_moves(struct db *db, struct training *t, const struct end_row *given, const struct training_news *news, struct issues *issues)
{
	const char *wrong = misplaced(t, given);
	struct training was = *t;
	struct end_row row = *given;
	struct verdict v;

	if (!wrong && !training_touch(db, t))
		wrong = "資料剛才已由他人更新，請重新操作。";
	if (wrong) {
		issue(issues, -1, "", "ERR_TEXT_GIVEN", wrong);
		return false;
	}
	row.was = was.end;
	if (row.cause == END_SHORTENED || row.cause == END_SHORTENING_WITHDRAWN) {
		t->shortened = row.cause == END_SHORTENED;
		t->shortening_arrived = t->shortened ? row.arrived : (struct date){0};
	}
	if (!end_of(db, &v, t, &row)) {
		was.version = t->version;
		was.id = t->id;
		*t = was;
		refuse(issues, -1, &v);
		return false;
	}
	row.now = t->end;
	ledger_keep(db, t, &row, news);
	keep_decision(db, t, &v, news);
	attempt_keep(db, t);
	change_audit(db, t, "training.end", arena_print(db_arena(db), "{\"end_date\":\"%s\"}", date_iso(db_arena(db), row.was)),
		arena_print(db_arena(db), "{\"end_date\":\"%s\"}", date_iso(db_arena(db), row.now)), news);
	end_reopens(db, t, news);
	deadlines_follow(db, t, news);
	return true;
}

/* ---- computed once more, nothing changed */

enum { PIECE = 200, MEMORY = 64 << 20 };

struct checking {
	struct db *db;
	struct arena *mem;
	void (*wrong)(void *with, const struct training *, struct date should);
	void *with;
};

static bool check_piece(void *with, const struct rows *r)
{
	const struct checking *c = with;
	struct training t, again;
	struct verdict v;

	for (int i = 0; i < r->n; i++) {
		arena_reset(c->mem);
		if (!training_load(c->db, c->mem, row_int(r, i, "admission"), &t) || !t.id)
			continue;
		again = t;
		end_of(c->db, &v, &again, NULL);
		if (!date_same(again.end, t.end) || !date_same(again.original_end, t.original_end))
			c->wrong(c->with, &t, date_same(again.end, t.end) ? again.original_end : again.end);
	}
	return true;
}

void training_check(struct db *db, void (*wrong)(void *, const struct training *, struct date), void *with)
{
	struct arena *mem = arena_new(MEMORY), *before = db_arena(db);
	struct checking c = {db, arena_new(MEMORY), wrong, with};

	db_use_arena(db, c.mem);
	db_each(db, mem, PIECE, &training_attempts, NULL, 0, check_piece, &c);
	db_use_arena(db, before);
	arena_free(c.mem);
	arena_free(mem);
}
