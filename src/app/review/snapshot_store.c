/* snapshot_store.c: 「選擇」 and 「送出」: what was chosen of 職稱 and 官職等 is stored, for the rows that are ticked, or for all of one person.
 *                                                                                                        LEARN-553, 554 */
#include "app/code/code.h"
#include "app/review/private.h"
#include "app/review/review.sql.h"
#include "base/json.h"
#include "base/text.h"

enum { TOLD_MOST = 5, IDS_MOST = 1 << 20 };

static const struct field takes[] = {{.name = "tick", .label = "選擇", .kind = K_INT, .use = MARK},
	{.name = "all_title", .label = "職稱或官職等", .kind = K_TEXT, .use = EDIT}, {0}};

struct changing { struct req *r; struct hours_snapshot *at; const struct snapshot **was; int n; const char *left; };

static void store(struct db *db, void *with)
{
	struct changing *c = with;
	struct req *r = c->r;

	issues_clear(&r->issues);
	r->done = list_back(r, "/hr/snapshots");
	for (int i = 0; i < c->n && !db_undone(db); i++) {
		if (hours_correct_snapshot(db, &c->at[i]) != HOURS_CORRECTED) {
			if (!db_undone(db))
				issue(&r->issues, -1, "tick", "E-STALE-01", *c->was[i]->changed_name ? c->was[i]->changed_name : "他人",
					moment_text(r->mem, c->was[i]->changed));
			db_undo(db);
			return;
		}
		review_log(r, db, "hours.snapshot", c->at[i].record, NULL);
	}
}

static void changing_room(struct changing *c, int n)
{
	c->at = arena_array(c->r->mem, (size_t)n + 1, sizeof *c->at);
	c->was = arena_array(c->r->mem, (size_t)n + 1, sizeof *c->was);
}

static void add_change(struct changing *c, const struct snapshot *x, int64_t title, int64_t rank, int64_t version)
{
	title = title == x->title ? 0 : title;
	rank = rank == x->rank ? 0 : rank;
	if (!title && !rank)
		return;
	c->was[c->n] = x;
	c->at[c->n++] = (struct hours_snapshot){x->id, version, c->r->who->account, c->r->now, title, rank};
}

static const struct snapshot *row_of(const struct snapshot *x, int n, int64_t id)
{
	for (int i = 0; i < n; i++)
		if (x[i].id == id)
			return &x[i];
	return NULL;
}

static bool is_ticked(const int64_t *ids, int n, int64_t id)
{
	for (int i = 0; i < n; i++)
		if (ids[i] == id)
			return true;
	return false;
}

/* The rows that are ticked or that the form says something of, whatever page of the list they stood on; only the own agency's come. */
static const struct snapshot *spoken_of(struct req *r, const int64_t *ids, int n_ids, int *n)
{
	struct text t = text_new(r->mem, IDS_MOST);
	struct json j = json_new(&t);
	int64_t id;

	json_list(&j);
	for (int i = 0; i < n_ids; i++)
		json_int(&j, ids[i]);
	for (size_t i = 0; i < r->form.n; i++)
		if (*r->form.at[i].name != 'v' && *r->form.at[i].value && (id = snapshot_row_named(r->form.at[i].name)))
			json_int(&j, id);
	json_end(&j);
	struct rows *x = db_run(r->db, &snapshot_some, A(t.at), REQ_AGENCIES(r), A(r->today));

	*n = x->n;
	return records_load(r->mem, x, snapshot_fields, sizeof(struct snapshot));
}

/* Of a row that the form speaks of: stored when it is ticked, told when it is not. */
static void read_row(struct changing *c, const struct code_book *book, const struct snapshot *x, bool ticked, struct text *left, int *told)
{
	struct req *r = c->r;
	const char *shown;
	int64_t version = x->version, title = snapshot_chosen(r, book, "title", review_numbered(r, "t", x->id), &shown),
		rank = snapshot_chosen(r, book, "rank", review_numbered(r, "k", x->id), &shown);

	text_to_int(req_form(r, review_numbered(r, "v", x->id)), 0, INT64_MAX, &version);
	if (ticked)
		add_change(c, x, title, rank, version);
	else if (((title && title != x->title) || (rank && rank != x->rank)) && (*told)++ < TOLD_MOST)
		text_print(left, "%s%s %s", left->n ? "、" : "", x->name, x->course);
}

static void read_rows(struct changing *c)
{
	struct req *r = c->r;
	const struct code_book *book = code_book(r->db, r->mem);
	struct text left = text_new(r->mem, 1 << 16);
	int64_t *ids;
	int ticks = req_ticks(r, "tick", REVIEW_TICKS_MOST, &ids), told = 0, n;
	const struct snapshot *x = spoken_of(r, ids, ticks, &n);

	changing_room(c, n);
	for (int i = 0; i < n; i++)
		read_row(c, book, &x[i], is_ticked(ids, ticks, x[i].id), &left, &told);
	r->issues.fields = takes;
	for (int i = 0; i < ticks; i++)
		if (!row_of(x, n, ids[i])) {
			issue(&r->issues, -1, "tick", "E-SCOPE-01");
			break;
		}
	if (!ticks)
		issue(&r->issues, -1, "tick", "E-REQ-01");
	else if (!c->n && !r->issues.n)
		issue(&r->issues, -1, "tick", "ERR_TEXT_GIVEN", "勾選的列沒有更改，請先以「…」選擇職稱或官職等。");
	c->left = left.n ? left.at : "";
}

/* All that is listed of one person becomes the same.   LEARN-554 */
static void read_all(struct changing *c, const struct snapshot_find *f)
{
	struct req *r = c->r;
	const struct code_book *book = code_book(r->db, r->mem);
	const char *shown;
	int64_t title = snapshot_chosen(r, book, "title", "all_title", &shown), rank = snapshot_chosen(r, book, "rank", "all_rank", &shown);
	int n;
	const struct snapshot *x = snapshot_all_of_person(r, f, &n);

	changing_room(c, n);
	r->issues.fields = takes;
	if (!title && !rank && !r->issues.n)
		issue(&r->issues, -1, "all_title", "E-REQ-01");
	for (int i = 0; i < n; i++)
		add_change(c, &x[i], title, rank, x[i].version);
	c->left = "";
}

void snapshot_post(struct req *r)
{
	struct changing c = {.r = r};
	struct snapshot_find f;

	snapshot_take_choice(r);
	if (list_shown_again(r, snapshot_conditions) || *req_form(r, "choose")) {
		snapshot_again(r, 200);
		return;
	}
	if (snapshot_read_find(r, &f) && *req_form(r, "all") && snapshot_person(r))
		read_all(&c, &f);
	else
		read_rows(&c);
	if (r->issues.n || req_tx(r, store, &c) == REQ_UNDONE)
		snapshot_again(r, issue_has(&r->issues, "E-STALE-01") ? 409 : 422);
	else
		reply_see(r, r->done, *c.left ? arena_print(r->mem, "已更新 %d 筆；未勾選而未儲存：%s", c.n, c.left) :
			arena_print(r->mem, "已更新 %d 筆", c.n));
}
