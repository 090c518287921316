/* act.c: a roster confirmed, deleted, marked, sent back, accepted: each in one transaction, each by the state that it finds. PROMO-046,
	058 … 064 */
#include "app/nomination/private.h"

#include <string.h>

#include "app/account/account.h"
#include "app/audit/audit.h"
#include "app/calendar/calendar.h"
#include "app/may.h"
#include "app/nomination/nomination.sql.h"
#include "app/notice/notice.h"
#include "app/participant/participant.h"
#include "app/selection/selection.h"
#include "base/text.h"

enum { LIST_MOST = 1 << 20 };

const struct code nomination_states[] = {{"none", "未匯入"}, {"imported", "已匯入"}, {"confirmed", "已確認上傳"}, {"returned", "已退回"},
	{"accepted", "已受理"}, {0}};

const struct field nomination_fields[] = {
	FIELD(nomination, id, INT, KEY, "編號"),
	FIELD(nomination, version, INT, MARK, "版本"),
	FIELD(nomination, agency, INT, MARK, ""),
	FIELD(nomination, batch, INT, MARK, ""),
	FIELD(nomination, return_batch, INT, MARK, ""),
	FIELD(nomination, type, CODE, MARK, "訓練類別", .list = promotion_type_codes),
	FIELD(nomination, year, INT, MARK, "年度"),
	FIELD(nomination, return_kind, TEXT, MARK, "退回原因別"),
	FIELD(nomination, return_reason, TEXT, MARK, "退回說明"),
	FIELD(nomination, file_name, TEXT, MARK, "檔案"),
	FIELD(nomination, late, BOOL, MARK, "末日為例假日"),
	FIELD(nomination, agency_code, TEXT, SHOW, "遴選機關代碼"),
	FIELD(nomination, agency_name, TEXT, SHOW, "遴選機關", .not_sorted = true),
	FIELD(nomination, state, CODE, SHOW, "狀態", .list = nomination_states, .not_sorted = true),
	FIELD(nomination, rows, INT, SHOW, "筆數", .not_sorted = true),
	FIELD(nomination, chosen, INT, SHOW, "正選", .not_sorted = true),
	FIELD(nomination, reserve, INT, SHOW, "備選", .not_sorted = true),
	FIELD(nomination, statement, BOOL, SHOW, "參訓人數統計表", .not_sorted = true),
	FIELD(nomination, imported, MOMENT, SHOW, "匯入時間", .not_sorted = true),
	FIELD(nomination, confirmed, MOMENT, SHOW, "確認上傳時間", .not_sorted = true),
	FIELD(nomination, submissions, INT, SHOW, "報送次數", .not_sorted = true),
	FIELD(nomination, returned, MOMENT, SHOW, "最近退回時間", .not_sorted = true),
	FIELD(nomination, accepted, MOMENT, SHOW, "受理時間", .not_sorted = true),
	FIELD(nomination, resend_until, DATE, SHOW, "補正期限", .not_sorted = true),
	FIELD(nomination, deadline, DATE, SHOW, "報送期限", .not_sorted = true),
	FIELD(nomination, days_left, INT, SHOW, "剩餘日數", .not_sorted = true),
	{0}
};

bool nomination_is(const struct nomination *n, const char *state)
{
	return text_is(n->state.id, state);
}

static bool load_one(struct arena *mem, const struct rows *r, struct nomination *to)
{
	*to = (struct nomination){.state = nomination_states[0]};
	return record_load(mem, r, nomination_fields, to);
}

bool nomination_find(struct db *db, struct arena *mem, const char *type, int64_t year, int64_t agency, struct nomination *to)
{
	return load_one(mem, db_run(db, &nomination_one, A(type), A(year), A(agency)), to);
}

bool nomination_load(struct db *db, struct arena *mem, int64_t id, struct nomination *to)
{
	return load_one(mem, db_run(db, &nomination_by_id, A(id)), to);
}

struct nominees nominees_of(struct db *db, struct arena *mem, int64_t batch)
{
	struct rows *r = db_run(db, &nominees_all, A(batch));

	return (struct nominees){r->n, records_load(mem, r, nominee_list_fields, sizeof(struct nominee))};
}

/* ---- what every act leaves ---- */

static struct url home_of(const struct nomination_act *a)
{
	return req_url(a->r, "/promotion/%s/%lld/rosters/%lld", a->p.type->id, (long long)a->p.year, (long long)a->agency);
}

static void leave(struct db *db, const struct nomination_act *a, const char *act, int64_t batch, const char *reason)
{
	struct req *r = a->r;

	db_run(db, &step_put, A(a->n.id), A(act), value_id_or_null(batch), A(r->who->account), A(reason), A(r->now));
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = arena_print(r->mem, "nomination.%s", act), .subject_kind = "nomination", .subject = a->n.id,
			.reason = *reason ? reason : NULL,
		.at = r->now});
}

static void tell(struct db *db, const struct nomination_act *a, int64_t agency, const char *text)
{
	notice_add(db, &(struct notice){.agency = agency, .kind = "nomination", .subject_kind = "nomination", .subject = a->n.id,
		.made = a->r->now,
		.text = text, .link = arena_print(a->r->mem, "/promotion/%s/%lld/rosters/%lld", a->p.type->id, (long long)a->p.year,
		(long long)a->agency)});
}

static const char *what(const struct nomination_act *a)
{
	return arena_print(a->r->mem, "%lld年度%s名冊", (long long)a->p.year, a->p.type->label);
}

/* The state that the act finds, read inside its transaction. */
static void look_again(struct db *db, struct nomination_act *a)
{
	issues_clear(&a->r->issues);
	a->r->done = home_of(a);
	nomination_find(db, a->r->mem, a->p.type->id, a->p.year, a->agency, &a->n);
}

static bool refuse(struct db *db, struct nomination_act *a)
{
	(void)a;
	db_undo(db);
	return false;
}

/* ---- deleted ---- */

static bool may_touch(struct db *db, struct nomination_act *a)
{
	struct req *r = a->r;

	if (nomination_is(&a->n, "none"))
		issue(&r->issues, -1, "", "ERR_BATCH_NONE");
	else if (nomination_is(&a->n, "confirmed") || nomination_is(&a->n, "accepted"))
		issue(&r->issues, -1, "", "ERR_BATCH_LOCKED", moment_text(r->mem, a->n.confirmed));
	return !r->issues.n || refuse(db, a);
}

void nomination_delete(struct db *db, void *with)
{
	struct nomination_act *a = with;

	look_again(db, a);
	if (!may_touch(db, a))
		return;
	if (db_run(db, &nomination_deleted, A(a->n.id), A(a->n.version))->n)
		leave(db, a, "delete", a->n.batch, "");
	else
		refuse(db, a);
}

/* ---- confirmed ---- */

bool nomination_in_time(struct req *r, const struct nomination_act *a, struct date *last, bool *late)
{
	bool provisional = false;
	struct date due = a->p.call.deadline;

	if (date_set(a->n.resend_until) && date_before(due, a->n.resend_until))
		due = a->n.resend_until;
	*last = due;
	*late = date_before(due, r->today);
	return !*late || !date_before(calendar_office_day(office_calendar(r->db, r->mem), due, &provisional), r->today);
}

struct tallies nomination_tally(struct req *r, const struct nomination_act *a, struct statement *s, bool *has_statement)
{
	struct rows *c = db_run(r->db, &nomination_counts, A(a->n.batch));
	struct called called = quota_called(r->db, r->mem, a->p.type->id, a->p.year, a->agency, a->n.batch);
	struct tallies t = {0};

	*has_statement = quota_find(r->db, r->mem, a->p.type->id, a->p.year, a->agency, s);
	t.at[t.n++] = (struct tally){called.n ? arena_print(r->mem, "正選（占分配名額），含不經遴選之%s", called.names) : "正選（占分配名額）",
		row_int(c, 0, "allotted") + called.n, s->whole + s->fraction_place, false};
	t.at[t.n++] = (struct tally){origin_codes[1].label, row_int(c, 0, "makeup"), s->makeup_outside, true};
	t.at[t.n++] = (struct tally){origin_codes[3].label, row_int(c, 0, "failed"), s->failed_reselected, true};
	t.at[t.n++] = (struct tally){"備選", row_int(c, 0, "reserve"), s->reserve, false};
	return t;
}

void nomination_against_quota(struct req *r, const struct nomination_act *a)
{
	struct statement s;
	bool has;
	struct tallies t = nomination_tally(r, a, &s, &has);

	if (!a->p.set || !a->p.set->quota)
		return;                                             /* README decision 27 */
	if (!has) {
		issue(&r->issues, -1, "", "ERR_STATEMENT");
		return;
	}
	for (int i = 0; i < t.n; i++) {
		const char *n = arena_print(r->mem, "%lld", (long long)t.at[i].n), *most = arena_print(r->mem, "%lld", (long long)t.at[i].most);

		if (t.at[i].exact && t.at[i].n != t.at[i].most)
			issue(&r->issues, -1, "", "ERR_ORIGIN_COUNT", t.at[i].label, n, most);
		else if (!t.at[i].exact && t.at[i].n > t.at[i].most && !i)
			issue(&r->issues, -1, "", "ERR_QUOTA", n, most, arena_print(r->mem, "%lld", (long long)(t.at[i].n - t.at[i].most)));
		else if (!t.at[i].exact && t.at[i].n > t.at[i].most)
			issue(&r->issues, -1, "", "ERR_RESERVE", n, most);
	}
}

struct row_wrong { struct req *r; const struct nominee *n; };

static void row_wrong(void *with, const char *field, const char *const *code_and_values)
{
	struct row_wrong *w = with;
	const struct field *f = field_named(nominee_fields, field);

	issue(&w->r->issues, -1, "", "ERR_ROW", arena_print(w->r->mem, "%lld", (long long)w->n->row_number), w->n->name, f ? f->label : "",
		message_text(w->r->mem, code_and_values), f ? field_text(f, w->r->mem, w->n) : "");
}

/* Eligible is not selected: where the order was fixed here, the roster has it, and nobody 正選 whom it does not have.       PROMO-018 */
static void check_place(struct req *r, const struct nominee *n, const struct rows *fixed)
{
	bool chosen = text_is(n->outcome.id, "primary") && text_is(n->origin.id, "first_time");

	for (int i = 0; i < fixed->n; i++)
		if (text_is(row_text(fixed, i, "national_id"), n->national_id)) {
			if (row_int(fixed, i, "place") != n->place)
				row_wrong(&(struct row_wrong){r, n}, "place", (const char *const[]){"ERR_PLACE_DIFFERS",
					arena_print(r->mem, "%lld", (long long)row_int(fixed, i, "place")), NULL});
			return;
		}
	if (fixed->n && chosen)
		row_wrong(&(struct row_wrong){r, n}, "place", (const char *const[]){"ERR_NO_PLACE", NULL});
}

/* What was right when the file came may not be any more. */
static void examine_all(struct req *r, const struct nomination_act *a)
{
	struct nominees all = nominees_of(r->db, r->mem, a->n.batch);
	struct text list = text_new(r->mem, LIST_MOST);
	struct json j = json_new(&list);
	struct known k = {.p = a->p, .agency = a->agency, .nomination = a->n.id, .today = r->today};
	struct rows *twice = db_run(r->db, &nomination_places_twice, A(a->n.batch));
	struct rows *fixed = selection_places(r->db, a->p.type->id, a->p.year, a->agency);

	json_list(&j);
	for (int i = 0; i < all.n; i++)
		json_text(&j, all.at[i].national_id);
	json_end(&j);
	known_load(r->db, r->mem, &k, list.at);
	for (int i = 0; i < all.n; i++) {
		nominee_examine(r->mem, &all.at[i], &k, row_wrong, &(struct row_wrong){r, &all.at[i]});
		check_place(r, &all.at[i], fixed);
	}
	for (int i = 0; i < twice->n; i++)
		issue(&r->issues, -1, "", "ERR_PLACE_TWICE", arena_print(r->mem, "%lld", (long long)row_int(twice, i, "place")),
			row_text(twice, i, "name"));
}

static void may_confirm(struct nomination_act *a, bool *late)
{
	struct req *r = a->r;
	struct date last;

	if (nomination_is(&a->n, "none"))
		issue(&r->issues, -1, "", "ERR_BATCH_NONE");
	else if (nomination_is(&a->n, "returned"))
		issue(&r->issues, -1, "", "ERR_BATCH_EXISTS", a->p.type->label);
	else if (!nomination_is(&a->n, "imported"))
		issue(&r->issues, -1, "", "ERR_BATCH_LOCKED", moment_text(r->mem, a->n.confirmed));
	else if (!date_set(a->p.call.deadline))
		issue(&r->issues, -1, "", "ERR_PARAM", arena_print(r->mem, "%lld", (long long)a->p.year), "報送期限");
	else if (!nomination_in_time(r, a, &last, late))
		issue(&r->issues, -1, "", "ERR_DEADLINE", date_long_text(r->mem, last));
	if (r->issues.n)
		return;
	if (a->p.call.committee && !selection_met(r->db, a->p.type->id, a->p.year, a->agency))
		issue(&r->issues, -1, "", "ERR_COMMITTEE", a->n.agency_name);
	nomination_against_quota(r, a);
	examine_all(r, a);
}

void nomination_confirm(struct db *db, void *with)
{
	struct nomination_act *a = with;
	struct account_agencies to;
	bool late = false;

	look_again(db, a);
	may_confirm(a, &late);
	if (a->r->issues.n || !db_run(db, &nomination_confirmed, A(a->n.id), A(a->n.version), A(a->r->now), A(late))->n) {
		refuse(db, a);
		return;
	}
	leave(db, a, "confirm", a->n.batch, late ? "末日為例假日，請保訓會確認" : "");
	to = account_agencies_with(db, a->r->mem, MAY_PROMOTION_CALL);
	for (int i = 0; i < to.n; i++)
		tell(db, a, to.at[i], arena_print(a->r->mem, "%s：%s已確認上傳。", a->r->who->agency_name, what(a)));
}

/* ---- sent back, accepted: 保訓會 ---- */

static bool is_confirmed(struct db *db, struct nomination_act *a, const char *act)
{
	if (nomination_is(&a->n, "confirmed"))
		return true;
	issue(&a->r->issues, -1, "", "ERR_BATCH_STATE", a->n.state.label, act);
	return refuse(db, a);
}

void nomination_mark_add(struct db *db, void *with)
{
	struct nomination_act *a = with;
	struct req *r = a->r;

	look_again(db, a);
	if (!is_confirmed(db, a, "標示問題資料"))
		return;
	if (!db_run(db, &nominee_one, A(a->n.batch), A(a->row))->n)
		issue(&r->issues, -1, "row", "ERR_NOT_FOUND", arena_print(r->mem, "第 %lld 列", (long long)a->row));
	if (r->issues.n)
		refuse(db, a);
	else
		db_run(db, &mark_put, A(a->n.id), A(a->n.batch), A(a->row), A(a->field), A(a->reason));
}

void nomination_mark_drop(struct db *db, void *with)
{
	struct nomination_act *a = with;

	look_again(db, a);
	if (is_confirmed(db, a, "取消標示") && !db_run(db, &mark_drop, A(a->mark), A(a->n.batch))->n)
		refuse(db, a);
}

void nomination_return(struct db *db, void *with)
{
	struct nomination_act *a = with;
	struct req *r = a->r;

	look_again(db, a);
	if (!is_confirmed(db, a, "整批退回"))
		return;
	if (text_is(a->kind, "review") && !db_run(db, &marks_of, A(a->n.batch))->n)
		issue(&r->issues, -1, "", "ERR_RETURN_ROWS");
	if (r->issues.n || !db_run(db, &nomination_returned, A(a->n.id), A(a->n.version), A(r->now), A(a->kind), A(a->reason), A(a->until))->n) {
		refuse(db, a);
		return;
	}
	leave(db, a, "return", a->n.batch, a->reason);
	tell(db, a, a->agency, arena_print(r->mem, "保訓會已整批退回%s%s%s，請修正後刪除已上傳資料，再重新上傳。", what(a), *a->reason ?
		"：" : "", a->reason));
}

/* From here on they take part.  LAW: 佐升正訓練辦法§8: 備選 move up in their order */
static void let_take_part(struct db *db, const struct nomination_act *a)
{
	struct req *r = a->r;
	struct nominees all = nominees_of(db, r->mem, a->n.batch);
	struct participants to = {all.n, arena_array(r->mem, (size_t)all.n, sizeof *to.at)};

	for (int i = 0; i < all.n; i++) {
		const struct nominee *n = &all.at[i];

		to.at[i] = (struct participant){.type = *a->p.type, .year = a->p.year, .selector = a->agency, .nominee = n->id, .place = n->place,
			.outcome = n->outcome, .origin = n->origin, .cost = n->cost, .sex = n->sex, .national_id = n->national_id, .name = n->name,
			.title = n->title, .agency_code = n->agency_code, .agency_name = n->agency_name, .birth_date = n->birth_date};
	}
	participants_accept(db, &to, &(struct participant_news){.event = PARTICIPANT_ACCEPTED, .account = r->who->account,
		.address = r->wire->address, .now = r->now});
}

void nomination_accept(struct db *db, void *with)
{
	struct nomination_act *a = with;

	look_again(db, a);
	if (!is_confirmed(db, a, "受理"))
		return;
	if (!db_run(db, &nomination_accepted, A(a->n.id), A(a->n.version), A(a->r->now))->n) {
		refuse(db, a);
		return;
	}
	leave(db, a, "accept", a->n.batch, "");
	let_take_part(db, a);
	tell(db, a, a->agency, arena_print(a->r->mem, "保訓會已受理%s。", what(a)));
}
