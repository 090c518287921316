/* selection.c: the score sheet of a 遴選機關, the order that it gives, and the meetings of its committee. */
#include "app/selection/selection.h"

#include <string.h>

#include "app/audit/audit.h"
#include "app/may.h"
#include "app/quota/quota.h"
#include "app/selection/page.html.h"
#include "app/selection/selection.sql.h"
#include "app/selection/view.h"
#include "base/text.h"

enum { ORDER_MOST = 999, PLACE_MOST = 99999, SCORE_PLACES = 2, SCORE_MOST = 9999, HUNDREDTH = 10000000, ITEMS_MOST = 400, ITEMS_SHOWN = 24,
	NUMBER_SHOWN = 6 };

static const struct code meeting_kinds[] = {{"screening", "甄審委員會"}, {"temporary", "臨時性之審查委員會"}, {0}};

static const struct field chosen_fields[] = {
	FIELD(chosen, id, INT, KEY, "編號"),
	FIELD(chosen, version, INT, MARK, "版本"),
	FIELD(chosen, hundredths, INT, MARK, ""),
	FIELD(chosen, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(chosen, national_id, ID, SHOW, "身分證統一編號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(chosen, agency_name, TEXT, SHOW, "服務機關", .not_sorted = true),
	FIELD(chosen, promotion_order, INT, SHOW, "陞遷序列", .not_sorted = true),
	FIELD(chosen, score, TEXT, SHOW, "積分", .not_sorted = true),
	FIELD(chosen, items, TEXT, SHOW, "計分項目", .not_sorted = true),
	FIELD(chosen, proposed, INT, SHOW, "建議序列", .not_sorted = true),
	FIELD(chosen, tied, BOOL, SHOW, "同分", .not_sorted = true),
	FIELD(chosen, place, INT, SHOW, "受訓序列"),
	FIELD(chosen, outcome, TEXT, SHOW, "結果", .not_sorted = true),
	{0}
};

bool selection_met(struct db *db, const char *type, int64_t year, int64_t agency)
{
	return db_run(db, &meetings_of, A(type), A(year), A(agency))->n;
}

struct rows *selection_places(struct db *db, const char *type, int64_t year, int64_t agency)
{
	return db_run(db, &places_fixed, A(type), A(year), A(agency));
}

/* ---- one 遴選機關 ---- */

struct work { struct req *r; struct promotion_place p; int64_t agency; struct statement s; bool has_statement; };

static bool work_open(struct req *r, struct work *w)
{
	*w = (struct work){.r = r, .agency = r->id[2]};
	if (!promotion_place(r, &w->p) || !promotion_selects(r, &w->p, w->agency))
		return false;
	w->has_statement = quota_find(r->db, r->mem, w->p.type->id, w->p.year, w->agency, &w->s);
	return true;
}

static struct url at(const struct work *w, const char *what)
{
	return req_url(w->r, "/promotion/%s/%lld/%s/%lld", w->p.type->id, (long long)w->p.year, what, (long long)w->agency);
}

static const char *number(struct arena *mem, int64_t n)
{
	return n ? arena_print(mem, "%lld", (long long)n) : "";
}

/* By the order that was fixed, else by the one that follows where nobody is tied.               PROMO-024, 041 */
static const char *outcome_of(const struct chosen *c, const struct statement *s, bool has_statement, int called)
{
	int64_t place = c->place ? c->place : c->tied ? 0 : c->proposed, most = s->whole + s->fraction_place - called;

	if (!place)
		return c->tied ? "待委員會排定" : "未計分";
	if (!has_statement)
		return "未計算名額";
	return place <= most ? "正選" : place <= most + s->reserve ? "備選" : "未獲選";
}

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct req *r = l->r;
	struct chosen *all = rows;
	struct statement s;
	bool has = quota_find(r->db, r->mem, r->word[0], r->id[1], r->id[2], &s);
	int called = quota_called(r->db, r->mem, r->word[0], r->id[1], r->id[2], 0).n;

	for (int i = 0; i < n; i++) {
		all[i].score = all[i].proposed ? arena_print(mem, "%lld.%02lld", (long long)all[i].hundredths / 100,
			(long long)all[i].hundredths % 100) : "";
		all[i].outcome = outcome_of(&all[i], &s, has, called);
	}
}

static struct input cell(const struct work *w, const char *name, const struct chosen *c, const char *label, const char *value)
{
	struct arena *mem = w->r->mem;
	struct input i = input_text(w->r, arena_print(mem, "%s.%lld", name, (long long)c->id), arena_print(mem, "%s %s", c->name, label),
		value, false, NULL);

	i.size = text_is(name, "items") ? ITEMS_SHOWN : NUMBER_SHOWN;
	return i;
}

static void add_meetings(const struct work *w, struct selection_view *v)
{
	struct req *r = w->r;
	struct rows *m = db_run(r->db, &meetings_of, A(w->p.type->id), A(w->p.year), A(w->agency));

	v->meetings = (struct meeting_lines){arena_array(r->mem, (size_t)m->n, sizeof *v->meetings.at), m->n};
	for (int i = 0; i < m->n; i++)
		v->meetings.at[i] = (struct meeting_line){code_find(meeting_kinds, row_text(m, i, "kind"))->label, row_text(m, i, "members"),
			row_text(m, i, "reason"), row_text(m, i, "record"), row_date(m, i, "held_on")};
	v->kind = input_choice(r, "kind", "會議", "screening", true, options_of(r->mem, meeting_kinds, NULL));
	v->held_on = input_text(r, "held_on", "日期", "", true, NULL);
	v->record = input_text(r, "record", "紀錄（文號或名稱）", "", true, NULL);
	v->members = input_text(r, "members", "委員", "", false, "臨時性之審查委員會必填");
	v->reason = input_text(r, "reason", "情形特殊之事由", "", false, "臨時性之審查委員會必填");
}

static const char *places_of(const struct work *w)
{
	struct req *r = w->r;
	struct called called = quota_called(r->db, r->mem, w->p.type->id, w->p.year, w->agency, 0);
	long long all = w->s.whole + w->s.fraction_place;

	if (!w->has_statement)
		return "尚未計算參訓名額";
	return arena_print(r->mem, "分配名額 %lld 人%s，備選 %lld 人", all, called.n ? arena_print(r->mem,
		"（%s不經遴選，計入名額；可遴選 %lld 人）", called.names, all > called.n ? all - called.n : 0) : "", (long long)w->s.reserve);
}

static void show(const struct work *w, struct list *l, int status)
{
	struct req *r = w->r;
	const struct chosen *rows = l->rows;
	struct selection_view v = {.r = r, .l = l, .wrong = issue_lines(r), .law = w->p.law, .scores_until = w->p.scores_until,
		.places = places_of(w), .action = at(w, "selection"), .quota = at(w, "quota"), .roster = at(w, "rosters"),
		.meeting = req_url(r, "/promotion/%s/%lld/selection/%lld/meeting", w->p.type->id, (long long)w->p.year, (long long)w->agency),
		.may_edit = req_may(r, MAY_PROMOTION_EDIT) && !quota_sent(r->db, w->p.type->id, w->p.year, w->agency).seconds,
		.lines = {arena_array(r->mem, (size_t)l->n, sizeof *v.lines.at), l->n}};

	for (int i = 0; i < l->n; i++) {
		const struct chosen *c = &rows[i];

		v.lines.at[i] = (struct chosen_line){c, cell(w, "order", c, "陞遷序列", number(r->mem, c->promotion_order)),
			cell(w, "score", c, "積分", c->score), cell(w, "items", c, "計分項目", c->items), cell(w, "place", c, "受訓序列",
				number(r->mem, c->place)),
			c->version, arena_print(r->mem, "v.%lld", (long long)c->id),
			text_is(c->outcome, "正選") ? "done" : text_is(c->outcome, "未獲選") ? "late" : "soon"};
	}
	add_meetings(w, &v);
	selection_page(reply_page(r, status, arena_print(r->mem, "%lld年度%s遴選", (long long)w->p.year, w->p.type->label)), &v);
}

static bool run_list(struct work *w, struct list *l)
{
	if (!list_open(l, w->r, "受訓序列", chosen_fields, sizeof(struct chosen), "proposed"))
		return false;
	l->complete = complete;
	return list_run(l, &selection_list, A(w->p.type->id), A(w->p.year), A(w->agency));
}

static void selection_get(struct req *r)
{
	struct work w;
	struct list l;

	if (work_open(r, &w) && run_list(&w, &l))
		show(&w, &l, 200);
}

/* ---- scores and places ---- */

struct entry { int64_t id, seen, order, score, place; bool scored; const char *items, *name; };
struct saving { struct work *w; struct entry *at; int n; };

/* 「嘉獎 104/12/31 0.5、…」: what came after the last day does not count.                         PROMO-023 */
static void check_items(const struct work *w, const struct entry *e, const char *field)
{
	struct req *r = w->r;

	for (const char *s = e->items; *s;) {
		size_t n = strstr(s, "、") ? (size_t)(strstr(s, "、") - s) : strlen(s);
		char *one = text_fold(r->mem, arena_bytes(r->mem, s, n)), *from = strpbrk(one, "0123456789");
		struct date day;

		if (from && date_parse(arena_bytes(r->mem, from, strcspn(from, " ")), &day) && date_before(w->p.scores_until, day))
			issue(&r->issues, -1, field, "ERR_SCORE_LATE", one, date_text(r->mem, w->p.scores_until));
		s += n + (s[n] ? strlen("、") : 0);
	}
}

static int64_t read_number(const struct work *w, const char *field, int64_t most)
{
	struct req *r = w->r;
	const char *typed = text_fold(r->mem, req_form(r, field));
	int64_t n = 0;

	if (*typed && !text_to_int(typed, 1, most, &n))
		issue(&r->issues, -1, field, "ERR_TEXT_GIVEN", arena_print(r->mem, "「%s」應為 1 至 %lld 之整數。", typed, (long long)most));
	return n;
}

static void read_score(const struct work *w, struct entry *e, const char *field)
{
	struct req *r = w->r;
	const char *typed = text_fold(r->mem, req_form(r, field)), *point = strchr(typed, '.');
	struct decimal d;

	if (!*typed)
		return;
	e->scored = *typed != '-' && decimal_parse(typed, &d) && (!point || strlen(point + 1) <= SCORE_PLACES) &&
		decimal_order(d, decimal_of(SCORE_MOST)) <= 0;
	if (e->scored)
		e->score = d.n / HUNDREDTH;
	else
		issue(&r->issues, -1, field, "ERR_TEXT_GIVEN", arena_print(r->mem, "積分「%s」應為 0 以上、最多兩位小數之數字。", typed));
}

static void read_entry(struct saving *s, int64_t id)
{
	struct work *w = s->w;
	struct req *r = w->r;
	struct entry *e = &s->at[s->n];
	struct rows *known = db_run(r->db, &score_of, A(id), A(w->p.type->id), A(w->p.year), A(w->agency));
	const char *field = arena_print(r->mem, "items.%lld", (long long)id);

	if (!known->n)
		return;
	*e = (struct entry){.id = id, .items = req_form(r, field), .name = row_text(known, 0, "name"),
		.order = read_number(w, arena_print(r->mem, "order.%lld", (long long)id), ORDER_MOST),
		.place = read_number(w, arena_print(r->mem, "place.%lld", (long long)id), PLACE_MOST)};
	read_score(w, e, arena_print(r->mem, "score.%lld", (long long)id));
	text_to_int(req_form(r, arena_print(r->mem, "v.%lld", (long long)id)), 0, INT64_MAX, &e->seen);
	if (utf8_length(e->items) > ITEMS_MOST)
		issue(&r->issues, -1, field, "ERR_TEXT_GIVEN", arena_print(r->mem, "計分項目最多 %d 個字。", ITEMS_MOST));
	check_items(w, e, field);
	if (e->scored != (e->order > 0))
		issue(&r->issues, -1, arena_print(r->mem, "score.%lld", (long long)id), "ERR_TEXT_GIVEN",
			arena_print(r->mem, "%s：陞遷序列與積分應一併填寫。", e->name));
	s->n++;
}

static void save(struct db *db, void *with)
{
	struct saving *s = with;
	struct work *w = s->w;
	struct req *r = w->r;
	struct rows *twice;

	issues_clear(&r->issues);
	r->done = at(w, "selection");
	quota_open(r, w->p.type->id, w->p.year, w->agency);
	for (int i = 0; i < s->n && !r->issues.n; i++) {
		const struct entry *e = &s->at[i];
		struct value score = e->scored ? value_int(e->score) : (struct value){.kind = VALUE_NULL};
		struct rows *put = e->seen
			? db_run(db, &score_set, A(e->id), A(e->seen), value_id_or_null(e->order), score, A(e->items),
				value_id_or_null(e->place))
			: db_run(db, &score_put, A(e->id), value_id_or_null(e->order), score, A(e->items), value_id_or_null(e->place));

		if (!put->n)
			issue(&r->issues, -1, "", "ERR_STALE", "他人", "您開啟頁面之後");
	}
	twice = db_run(db, &places_twice, A(w->p.type->id), A(w->p.year), A(w->agency));
	for (int i = 0; i < twice->n && !r->issues.n; i++)
		issue(&r->issues, -1, "", "ERR_PLACE_TWICE", number(r->mem, row_int(twice, i, "place")), row_text(twice, i, "name"));
	if (r->issues.n)
		db_undo(db);
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "selection.save", .subject_kind = "selection", .reason = arena_print(r->mem, "%lld年度%s，%d 人", (long long)w->p.year,
		w->p.type->label, s->n), .at = r->now});
}

static void refuse(struct work *w)
{
	struct req *r = w->r;
	int status = issue_has(&r->issues, "ERR_STALE") || issue_has(&r->issues, "ERR_BATCH_LOCKED") ? 409 : 422;
	struct list l;

	if (!reply_issues_as(r, status) && run_list(w, &l))
		show(w, &l, status);
}

static void selection_post(struct req *r)
{
	struct work w;
	struct saving s = {.w = &w, .at = arena_array(r->mem, r->form.n, sizeof *s.at)};
	bool places = false;

	if (!work_open(r, &w))
		return;
	for (size_t i = 0; i < r->form.n; i++) {
		int64_t id;

		if (text_starts(r->form.at[i].name, "v.") && text_to_int(r->form.at[i].name + 2, 1, INT64_MAX, &id))
			read_entry(&s, id);
	}
	for (int i = 0; i < s.n; i++)
		places |= s.at[i].place > 0;
	if (places && !selection_met(r->db, w.p.type->id, w.p.year, w.agency))
		issue(&r->issues, -1, "", "ERR_COMMITTEE", r->who->agency_name);
	if (r->issues.n || req_tx(r, save, &s) == REQ_UNDONE)
		refuse(&w);
	else
		reply_see(r, r->done, arena_print(r->mem, "已儲存 %d 人之積分及受訓序列。", s.n));
}

/* ---- meetings ---- */

static const struct field meeting_fields[] = {{.name = "kind", .label = "會議", .kind = K_CODE, .use = EDIT, .list = meeting_kinds},
	{.name = "held_on", .label = "日期", .kind = K_DATE, .use = EDIT}, {.name = "record", .label = "紀錄（文號或名稱）",
		.kind = K_TEXT, .use = EDIT},
	{.name = "members", .label = "委員", .kind = K_TEXT, .use = EDIT}, {.name = "reason", .label = "情形特殊之事由", .kind = K_TEXT,
		.use = EDIT}, {0}};

struct meeting { struct work *w; const char *kind; struct date held_on; };

static void record(struct db *db, void *with)
{
	const struct meeting *m = with;
	struct req *r = m->w->r;

	r->done = at(m->w, "selection");
	db_run(db, &meeting_put, A(m->w->p.type->id), A(m->w->p.year), A(m->w->agency), A(m->kind), A(m->held_on), A(req_form(r, "members")),
		A(req_form(r, "reason")), A(req_form(r, "record")), A(r->now));
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "selection.meeting", .subject_kind = "selection", .reason = req_form(r, "record"), .at = r->now});
}

static void meeting_post(struct req *r)
{
	struct work w;
	const struct code *kind = code_find(meeting_kinds, req_form(r, "kind"));
	struct meeting m = {.w = &w, .kind = kind ? kind->id : meeting_kinds[0].id};
	bool temporary = text_is(m.kind, "temporary");

	if (!work_open(r, &w))
		return;
	r->issues.fields = meeting_fields;
	if (req_date(r, "held_on", "日期", true, &m.held_on) && date_before(r->today, m.held_on))
		issue(&r->issues, -1, "held_on", "ERR_DATE_FUTURE", date_text(r->mem, r->today));
	if (!*req_form(r, "record"))
		issue(&r->issues, -1, "record", "ERR_REQUIRED");
	if (temporary && !*req_form(r, "members"))
		issue(&r->issues, -1, "members", "ERR_REQUIRED");
	if (temporary && !*req_form(r, "reason"))
		issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	if (r->issues.n || req_tx(r, record, &m) == REQ_UNDONE)
		refuse(&w);
	else
		reply_see(r, r->done, "已登錄會議。");
}

#define AREA "升官等訓練/遴選"
#define SELECTION "/promotion/*type/:year/selection/:selector"

static const char *const rows_sent[] = {"v", "order", "score", "items", "place", NULL};

const struct route selection_routes[] = {
	{GET, SELECTION, selection_get, MAY_PROMOTION_SEE, .gives = chosen_fields, .list = true, .crumb = AREA,
		.help = "積分、建議序列與受訓序列"},
	{POST, SELECTION, selection_post, MAY_PROMOTION_EDIT, .ticks = rows_sent, .crumb = AREA, .help = "儲存積分及受訓序列"},
	{POST, SELECTION "/meeting", meeting_post, MAY_PROMOTION_EDIT, .takes = meeting_fields, .crumb = AREA, .help = "登錄甄審委員會會議"},
	{0}
};
