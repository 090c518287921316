/* batch_web.c: the page of one batch: how far it is, what was found, what can be done with it.   LEARN-016, 023 … 028 */
#include <unistd.h>

#include "app/account/account.h"
#include "app/import/import.sql.h"
#include "app/import/page.html.h"
#include "app/import/private.h"
#include "app/import/view.h"
#include "app/store/store.h"
#include "base/setting.h"
#include "base/text.h"

enum { ISSUES_JSON = 1000, PERCENT = 100 };

bool batch_of(struct req *r, struct import_batch *b)
{
	if (batch_load(r->db, r->mem, r->id[0], b))
		return true;
	reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	return false;
}

const char *batch_tag(const struct import_batch *b)
{
	switch (batch_state(b)) {
	case BATCH_DONE: return "done";
	case BATCH_REFUSED: case BATCH_FAILED: return "late";
	case BATCH_PARTIAL: case BATCH_HELD: case BATCH_CHECKED: return "soon";
	default: return "plain";
	}
}

static struct text_lines lines_of(struct req *r, const struct import_batch *b, const struct import_kind *kind)
{
	struct rows *i = db_run(r->db, &import_issues, A(b->id), A(LINES_SHOWN));
	struct text_lines l = {arena_array(r->mem, (size_t)i->n, sizeof *l.at), i->n};

	for (int k = 0; k < i->n; k++)
		l.at[k].text = import_line(r->mem, kind, b->file_name, row_int(i, k, "row_number"), row_text(i, k, "field"),
			row_text(i, k, "text"), row_text(i, k, "code"));
	return l;
}

static struct text_lines touched_of(struct req *r, const struct rows *touched)
{
	struct text_lines l = {arena_array(r->mem, touched ? (size_t)touched->n : 0, sizeof *l.at), touched ? touched->n : 0};

	for (int i = 0; i < l.n; i++)
		l.at[i].text = arena_print(r->mem, "%s：%s", row_text(touched, i, "about"), row_text(touched, i, "reason"));
	return l;
}

static void add_progress(struct req *r, struct batch_view *v)
{
	struct job_state j;

	v->doing = v->b->state.label;
	v->total = 1;
	if (v->b->job && job_look(r->db, v->b->job, &j)) {
		v->total = j.total > 0 ? j.total : 1;
		v->done = j.done < v->total ? j.done : v->total;
		v->doing = *j.text ? arena_text(r->mem, j.text) : v->doing;
	}
	v->percent = v->done * PERCENT / v->total;
}

struct batch_acts batch_acts(const struct import_batch *b, const struct import_kind *kind, struct moment now)
{
	enum import_state s = batch_state(b);
	bool done = s == BATCH_DONE || s == BATCH_PARTIAL;

	return (struct batch_acts){.open = s == BATCH_QUEUED || s == BATCH_CHECKING || s == BATCH_STORING,
		.confirm = s == BATCH_HELD || s == BATCH_CHECKED || (s == BATCH_REFUSED && b->rows_read && !b->rows_wrong),
		.correct = !kind->whole && s == BATCH_REFUSED && b->rows_wrong && b->rows_read > b->rows_wrong,
		.cancel = s == BATCH_QUEUED || s == BATCH_CHECKING || s == BATCH_NIGHT,
		.abandon = s == BATCH_HELD || s == BATCH_CHECKED || s == BATCH_REFUSED || s == BATCH_FAILED, .retry = s == BATCH_FAILED,
		.undo = kind_is_undone(kind) && done && now.seconds - b->finished.seconds <= setting_int("undo.days") * 86400};
}

static struct url batch_url(struct req *r, const struct import_batch *b, const char *end)
{
	return (struct url){arena_print(r->mem, "%s/imports/%lld%s", r->app->base, (long long)b->id, end)};
}

/* What the file is for, where each of its rows is for each of that.                                             LEARN-424 */
static void add_about(struct req *r, struct batch_view *v)
{
	struct rows *about = db_run(r->db, &import_upload_about, A(arena_print(r->mem, "[%lld]", (long long)v->b->id)));

	v->about = v->product = "";
	for (int i = 0; i < about->n; i++)
		v->about = arena_print(r->mem, "%s%s%s", v->about, i ? "、" : "", row_text(about, i, "about"));
	if (about->n && v->b->rows_read)
		v->product = arena_print(r->mem, "%lld 人 × %d 課程 = %lld 筆", (long long)v->b->rows_read, about->n,
			(long long)v->b->rows_read * about->n);
}

void batch_show(struct req *r, int status, const struct import_batch *b, const struct rows *touched)
{
	struct batch_view v = {.r = r, .b = b, .kind = import_kind_named(b->kind.id), .wrong = issue_lines(r), .tag = batch_tag(b), .same = "",
		.self = batch_url(r, b, ""), .confirm = batch_url(r, b, "/confirm"), .give_up = batch_url(r, b, "/give-up"),
		.retry = batch_url(r, b, "/retry"), .undo = batch_url(r, b, "/undo"), .original = batch_url(r, b, "/file/original"),
		.result = batch_url(r, b, "/file/result"), .errors = batch_url(r, b, "/file/errors"),
		.history = import_history(r, import_kind_named(b->kind.id)),
		.conflicts = batch_url(r, b, "/conflicts"), .touched = touched_of(r, touched),
		.reason = input_text(r, "reason", "復原理由", "", true, NULL)};

	v.again = (struct url){arena_print(r->mem, "%s%s", r->app->base, v.kind->path)};
	if (v.kind->rows_at && !b->hidden)
		v.rows = (struct url){arena_print(r->mem, "%s%s%lld", r->app->base, v.kind->rows_at, (long long)b->id)};
	v.acts = batch_acts(b, v.kind, r->now);
	v.undo_until = setting_int("undo.days");
	if (batch_state(b) == BATCH_DONE || batch_state(b) == BATCH_PARTIAL)
		v.open_conflicts = row_int(db_run(r->db, &import_conflict_open, A(b->id)), 0, "n");
	add_about(r, &v);
	if (v.acts.open) {
		add_progress(r, &v);
		r->refresh = true;
	}
	if (batch_state(b) == BATCH_HELD)
		v.same = batch_same(r->db, r->mem, b);
	v.undone_by = b->undone.seconds ? account_label(r->db, r->mem, row_int(db_run(r->db, &import_batch_one, A(b->id)), 0, "undone_by")) : "";
	v.lines = lines_of(r, b, v.kind);
	v.more = row_int(db_run(r->db, &import_issue_count, A(b->id)), 0, "n") - v.lines.n;
	r->crumb = arena_print(r->mem, "%s/批次", import_crumb(r, v.kind));
	import_batch_view(reply_page(r, status, import_page_title(r->mem, v.kind)), &v);
}

void batch_get(struct req *r)
{
	struct import_batch b;

	if (!batch_of(r, &b))
		return;
	if (!r->json) {
		batch_show(r, 200, &b, NULL);
		return;
	}
	struct text t = text_new(r->mem, 8 << 20);
	struct json j = json_new(&t);

	import_json(&j, &b, db_run(r->db, &import_issues, A(b.id), A(ISSUES_JSON)));
	reply_json(r, 200, t);
}

/* ---- acts */

struct act { struct req *r; struct import_batch b; bool good; };

static void note_state(struct req *r, const struct import_batch *b)
{
	issue(&r->issues, -1, "", "ERR_IMPORT_STATE", b->state.label);
}

static void confirm(struct db *db, void *with)
{
	struct act *a = with;

	a->r->done = req_url(a->r, "/imports/%lld", (long long)a->b.id);
	a->good = batch_confirm(db, a->r->who, &a->b, *req_form(a->r, "only_correct"), a->r->now);
	if (!a->good && !db_undone(db))
		db_undo(db);
}

static void give_up(struct db *db, void *with)
{
	struct act *a = with;

	a->r->done = req_url(a->r, "/imports/%lld", (long long)a->b.id);
	a->good = batch_give_up(db, a->r->who, &a->b, a->r->now);
	if (!a->good && !db_undone(db))
		db_undo(db);
}

static void retry(struct db *db, void *with)
{
	struct act *a = with;

	a->r->done = req_url(a->r, "/imports/%lld", (long long)a->b.id);
	a->good = batch_retry(db, &a->b, a->r->now);
	if (!a->good && !db_undone(db))
		db_undo(db);
}

static bool act(struct req *r, void (*what)(struct db *, void *), const char *note)
{
	struct act a = {.r = r};

	if (!batch_of(r, &a.b))
		return false;
	enum req_outcome outcome = req_tx(r, what, &a);

	if (outcome == REQ_UNDONE) {
		batch_of(r, &a.b);
		note_state(r, &a.b);
		if (!reply_issues_as(r, 409))
			batch_show(r, 409, &a.b, NULL);
		return false;
	}
	if (outcome == REQ_OK && what == give_up && a.b.job)
		job_cancel(r->db, a.b.job);
	reply_see(r, r->done, outcome == REQ_AGAIN ? NULL : note);
	return true;
}

void batch_confirm_post(struct req *r)
{
	act(r, confirm, "已排入批次。");
}

void batch_give_up_post(struct req *r)
{
	act(r, give_up, "批次已停止，未匯入任何資料。");
}

void batch_retry_post(struct req *r)
{
	act(r, retry, "已重新排入批次。");
}

/* ---- taking back */

struct undoing { struct req *r; struct import_undo u; };

static void undo(struct db *db, void *with)
{
	struct undoing *k = with;

	k->r->done = req_url(k->r, "/imports/%lld", (long long)k->u.batch->id);
	batch_undo(db, &k->u);
	if (!k->u.done && !db_undone(db))
		db_undo(db);
}

void batch_undo_post(struct req *r)
{
	static const struct field labels[] = {{.name = "reason", .label = "復原理由"}, {0}};
	struct import_batch b;
	struct undoing k = {r, {.batch = &b, .who = r->who, .address = r->wire->address, .reason = req_form(r, "reason"),
		.partial = *req_form(r, "partial"), .now = r->now}};

	if (!batch_of(r, &b))
		return;
	r->issues.fields = labels;
	if (!*k.u.reason)
		issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	enum req_outcome outcome = r->issues.n ? REQ_UNDONE : req_tx(r, undo, &k);

	if (outcome != REQ_UNDONE) {
		reply_see(r, r->done, outcome == REQ_AGAIN ? NULL : "本批已復原。");
		return;
	}
	if (!r->issues.n && k.u.touched && k.u.touched->n)
		issue(&r->issues, -1, "", "E-BAT-01", arena_print(r->mem, "%lld", (long long)row_int(k.u.touched, 0, "total")));
	else if (!r->issues.n)
		note_state(r, &b);
	if (!reply_issues_as(r, *k.u.reason ? 409 : 422))
		batch_show(r, *k.u.reason ? 409 : 422, &b, k.u.touched);
}

/* ---- files */

void batch_file_get(struct req *r)
{
	struct import_batch b;
	struct stored file;

	if (!batch_of(r, &b))
		return;
	int64_t id = text_is(r->word[1], "original") ? b.file : text_is(r->word[1], "result") ? b.result
		: text_is(r->word[1], "errors") ? b.errors : 0;

	if (!b.file && b.finished.seconds && import_is_learning(import_kind_named(b.kind.id))) {
		reply_refuse(r, 410, "E-DL-02");
		return;
	}
	if (!id || !store_look(r->db, r->mem, id, &file)) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	reply_file(r, file.type, file.name, dup(store_get_fd(r->db, r->mem, id)), (uint64_t)file.size);      /* the reply closes its own */
}
