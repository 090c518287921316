/* overlap.c: one person, two examinations, the same time: found by national ID; a person says which one is taken.
 * Nothing is changed by itself.      PLAN-023   LAW: 訓練計畫第7點第3款; 訓練辦法§14 */
#include "app/may.h"
#include "app/notice/notice.h"
#include "app/training/overlap.html.h"
#include "app/training/private.h"
#include "app/training/training.sql.h"
#include "app/training/view.h"
#include "base/text.h"

static const char chosen[] = "overlap_chosen", not_chosen[] = "overlap_not_chosen";

/* The time that training takes or would take; without a day to begin there is none. */
static void time_of(struct db *db, struct training *t)
{
	struct verdict v;

	if (date_set(t->report_date) || !date_set(t->report_by))
		return;
	t->report_date = t->report_by;
	plan_choose(db, t);
	end_of(db, &v, t, NULL);
}

/* Retained, ended and lost ones take no time. */
static bool takes_time(const struct training *t)
{
	return !training_is_over(t) && t->state != RETAINED && t->state != RETAIN_REQUESTED && t->state != MAKEUP_REQUESTED &&
		date_set(t->report_date);
}

static bool overlaps(const struct training *a, const struct training *b)
{
	struct date a_end = date_set(a->end) ? a->end : a->report_date, b_end = date_set(b->end) ? b->end : b->report_date;

	return takes_time(a) && takes_time(b) && !date_before(a_end, b->report_date) && !date_before(b_end, a->report_date);
}

/* "chosen", "not chosen", "": nobody has said.  The newest word counts. */
static const char *said(struct db *db, int64_t admission)
{
	struct rows *r = db_run(db, &training_opened_by, A(admission), A(chosen), A(not_chosen));

	return r->n ? row_text(r, 0, "event") : "";
}

struct found { struct training own; struct training *others; int n; bool clash; };

/* own_wanted: also of who has no other. */
static struct found find(struct db *db, struct arena *mem, int64_t admission, bool own_wanted)
{
	struct found f = {0};
	struct rows *r = db_run(db, &training_same_person, A(admission));

	if (!r->n && !own_wanted)
		return f;
	training_load(db, mem, admission, &f.own);
	time_of(db, &f.own);
	f.others = arena_array(mem, (size_t)r->n, sizeof *f.others);
	for (int i = 0; i < r->n; i++) {
		struct training *t = &f.others[f.n];

		if (!training_load(db, mem, row_int(r, i, "id"), t))
			continue;
		time_of(db, t);
		f.clash |= overlaps(&f.own, t);
		f.n++;
	}
	return f;
}

const char *training_overlap(struct db *db, struct arena *mem, int64_t admission)
{
	struct arena *before = db_arena(db);

	db_use_arena(db, mem);
	struct found f = find(db, mem, admission, false);
	const char *words = f.clash ? said(db, admission) : "";

	db_use_arena(db, before);
	if (!f.clash)
		return NULL;
	if (text_is(words, not_chosen))
		return "訓期重疊，未選擇受訓";
	return *words ? "訓期重疊，已選擇受訓" : "訓期重疊，應選擇一種考試之等級或類科接受訓練";
}

static void demand(struct db *db, const struct training *t)
{
	struct arena *mem = db_arena(db);

	if (t->agency && !*said(db, t->admission))
		notice_add(db, &(struct notice){.agency = t->agency, .kind = "training.overlap", .subject_kind = "trainee", .subject = t->admission,
			.link = arena_print(mem, "/trainees/%lld/overlap", (long long)t->admission),
			.text = arena_print(mem, "%s訓期重疊（OVERLAP），應選擇一種考試之等級或類科接受訓練。", t->name)});
}

void overlap_demand(struct db *db, const struct training *t)
{
	struct found f = find(db, db_arena(db), t->admission, false);

	if (f.clash)
		demand(db, t);
	for (int i = 0; i < f.n; i++)
		if (overlaps(&f.own, &f.others[i]))
			demand(db, &f.others[i]);
}

/* ---- the page */

struct overlap { int64_t id; const char *overlap; };

const struct field overlap_fields[] = {
	FIELD(overlap, id, INT, KEY, "編號"),
	FIELD(overlap, overlap, TEXT, SHOW, "訓期重疊"),
	{0}
};

const struct field overlap_takes[] = {
	{.name = "chosen", .label = "選擇受訓之考試", .kind = K_INT, .use = EDIT, .need = true, .least = 1, .most = INT64_MAX},
	{.name = "statement", .label = "切結日期", .kind = K_DATE, .use = EDIT, .need = true},
	{.name = "document", .label = "文號", .kind = K_TEXT, .use = EDIT, .most = 60},
	{.name = "reason", .label = "說明", .kind = K_TEXT, .use = EDIT, .most = 200},
	{0}
};

static void add_line(struct req *r, struct overlap_lines *l, const struct training *t, bool clash)
{
	struct rows *who = db_run(r->db, &training_agency_name, A(t->admission));
	const char *word = said(r->db, t->admission);

	l->at[l->n++] = (struct overlap_line){.id = t->admission, .exam_name = arena_print(r->mem, "%d年%s", t->admission_year, t->exam_name),
		.exam_level = who->n ? row_text(who, 0, "exam_level") : "", .agency_name = who->n ? row_text(who, 0, "name") : "",
		.state = training_states[t->state].label, .from = t->report_date, .to = t->end, .overlaps = clash,
		.said = text_is(word, not_chosen) ? "訓期重疊，未選擇受訓" : *word ? "選擇受訓" : clash ? "尚未選擇" : ""};
}

static struct options choices(struct req *r, const struct overlap_lines *l)
{
	struct options o = {0};

	options_add(r->mem, &o, "", "請選擇");
	for (int i = 0; i < l->n; i++)
		if (l->at[i].overlaps)
			options_add(r->mem, &o, arena_print(r->mem, "%lld", (long long)l->at[i].id),
				arena_print(r->mem, "%s %s", l->at[i].exam_name, l->at[i].exam_level));
	return o;
}

static void show(struct req *r, int status)
{
	struct found f = find(r->db, r->mem, r->id[0], true);
	struct overlap_view v = {.r = r, .wrong = issue_lines(r), .clash = f.clash, .may = req_may(r, MAY_LIFE_EDIT | MAY_COMMISSION),
		.action = req_url(r, "/trainees/%lld/overlap", (long long)r->id[0]), .back = req_url(r, "/trainees/%lld", (long long)r->id[0]),
		.cite = training_cite(&f.own, PLAN_CITE_OVERLAP), .lines = {arena_array(r->mem, (size_t)f.n + 1, sizeof *v.lines.at), 0},
		.statement = input_text(r, "statement", "切結日期", "", true, "受訓人員簽具切結之日"),
		.document = input_text(r, "document", "文號", "", false, NULL), .reason = input_text(r, "reason", "說明", "", false, NULL)};

	add_line(r, &v.lines, &f.own, f.clash);
	for (int i = 0; i < f.n; i++)
		add_line(r, &v.lines, &f.others[i], overlaps(&f.own, &f.others[i]));
	v.chosen = input_choice(r, "chosen", "選擇受訓之考試", "", true, choices(r, &v.lines));
	overlap_page(reply_page(r, status, arena_print(r->mem, "%s的訓期重疊", f.own.name)), &v);
}

void overlap_get(struct req *r)
{
	struct overlap o = {r->id[0], training_overlap(r->db, r->mem, r->id[0])};

	o.overlap = o.overlap ? o.overlap : "";
	if (r->json)
		reply_record(r, overlap_fields, &o);
	else
		show(r, 200);
}

/* ---- the choice */

struct choosing { struct req *r; int64_t chosen; struct date statement; };

/* Who has the other admission is told: to give it up or to have it retained is decided by a person. */
static void tell(struct db *db, const struct req *r, const struct training *t, bool is_chosen)
{
	if (t->agency && t->agency != r->who->agency)
		notice_add(db, &(struct notice){.agency = t->agency, .kind = "training.overlap", .subject_kind = "trainee", .subject = t->admission,
			.link = arena_print(db_arena(db), "/trainees/%lld/overlap", (long long)t->admission),
			.text = arena_print(db_arena(db), "%s訓期重疊，%s此項考試受訓。%s", t->name, is_chosen ? "已選擇" : "未選擇",
				is_chosen ? "" : "請辦理放棄受訓資格或保留受訓資格。")});
}

static void keep(struct db *db, const struct choosing *c, const struct training *t)
{
	const struct req *r = c->r;
	bool is_chosen = t->admission == c->chosen;
	struct training_news news = {.day = c->statement, .account = r->who->account, .address = r->wire->address, .now = r->now,
		.document = req_form(r, "document"), .remark = req_form(r, "reason")};

	event_keep(db, t, is_chosen ? chosen : not_chosen, said(db, t->admission), is_chosen ? "選擇受訓" : "未選擇受訓", &news);
	change_audit(db, t, "training.overlap", NULL, is_chosen ? "{\"overlap\":\"選擇受訓\"}" : "{\"overlap\":\"未選擇受訓\"}", &news);
	tell(db, r, t, is_chosen);
}

static void choose(struct db *db, void *with)
{
	struct choosing *c = with;
	struct req *r = c->r;
	struct found f = find(db, r->mem, r->id[0], true);
	bool among = c->chosen == f.own.admission;

	issues_clear(&r->issues);
	r->done = req_url(r, "/trainees/%lld/overlap", (long long)r->id[0]);
	for (int i = 0; i < f.n; i++)
		among |= overlaps(&f.own, &f.others[i]) && c->chosen == f.others[i].admission;
	if (!f.clash || !among) {
		issue(&r->issues, -1, "chosen", "ERR_TEXT_GIVEN", f.clash ? "請由訓期重疊的考試中選擇。" : "沒有訓期重疊，無須選擇。");
		db_undo(db);
		return;
	}
	keep(db, c, &f.own);
	for (int i = 0; i < f.n; i++)
		if (overlaps(&f.own, &f.others[i]))
			keep(db, c, &f.others[i]);
}

void overlap_post(struct req *r)
{
	struct choosing c = {.r = r};

	r->issues.fields = overlap_takes;
	if (!text_to_int(req_form(r, "chosen"), 1, INT64_MAX, &c.chosen))
		issue(&r->issues, -1, "chosen", "ERR_REQUIRED");
	if (!*req_form(r, "statement"))
		issue(&r->issues, -1, "statement", "ERR_REQUIRED");
	else if (!date_parse(req_form(r, "statement"), &c.statement))
		issue(&r->issues, -1, "statement", "ERR_DATE", req_form(r, "statement"));
	else if (date_before(r->today, c.statement))
		issue(&r->issues, -1, "statement", "ERR_DATE_FUTURE", date_text(r->mem, r->today));
	if (r->issues.n || req_tx(r, choose, &c) == REQ_UNDONE) {
		if (!reply_issues(r))
			show(r, 422);
		return;
	}
	reply_see(r, r->done, "已登錄選擇受訓之考試。");
}
