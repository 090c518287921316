/* conflict_web.c: rows that differ from what is stored: listed, and decided by ticking them.   decision 15 */
#include "app/audit/audit.h"
#include "app/import/import.sql.h"
#include "app/import/page.html.h"
#include "app/import/private.h"
#include "app/import/view.h"
#include "base/text.h"

enum { TICKS_MOST = 2000 };

static const struct code decisions[] = {{"take", "採用檔案資料"}, {"keep", "保留既有資料"}, {0}};

static const struct field conflict_fields[] = {
	FIELD(conflict, id, INT, KEY, "編號"),
	FIELD(conflict, row_number, INT, SHOW, "列號"),
	FIELD(conflict, about, TEXT, SHOW, "人員", .not_sorted = true),
	FIELD(conflict, difference, TEXT, SHOW, "差異", .not_sorted = true),
	FIELD(conflict, decision, CODE, SHOW, "決定", .list = decisions, .not_sorted = true),
	FIELD(conflict, decided, MOMENT, SHOW, "決定時間", .not_sorted = true),
	{0}
};

static void show(struct req *r, int status, const struct import_batch *b)
{
	struct list l;

	if (!list_open(&l, r, "待複核", conflict_fields, sizeof(struct conflict), "row_number") ||
		!list_run(&l, &import_conflict_list, A(b->id), A(0)))
		return;
	const struct conflict *rows = l.rows;
	struct conflicts_view v = {.r = r, .l = &l, .b = b, .wrong = issue_lines(r),
		.action = req_url(r, "/imports/%lld/conflicts", (long long)b->id), .back = req_url(r, "/imports/%lld", (long long)b->id),
		.lines = {arena_array(r->mem, (size_t)l.n, sizeof *v.lines.at), l.n},
		.open = row_int(db_run(r->db, &import_conflict_open, A(b->id)), 0, "n")};

	for (int i = 0; i < l.n; i++)
		v.lines.at[i] = (struct conflict_line){&rows[i], arena_print(r->mem, "t%lld", (long long)rows[i].id), !*rows[i].decision.id};
	import_conflicts_view(reply_page(r, status, "待複核"), &v);
}

void conflicts_get(struct req *r)
{
	struct import_batch b;

	if (batch_of(r, &b))
		show(r, 200, &b);
}

struct deciding { struct req *r; const struct import_batch *b; const int64_t *ids; int n; bool take; };

static void decide(struct db *db, void *with)
{
	struct deciding *d = with;
	struct req *r = d->r;

	issues_clear(&r->issues);
	r->done = req_url(r, "/imports/%lld/conflicts", (long long)d->b->id);
	if (conflicts_decide(db, d->b, d->ids, d->n, d->take, r->who, r->wire->address, r->now) < d->n)
		audit_stale(db, &r->issues, -1, "", NULL, "import", d->b->id);
	if (r->issues.n && !db_undone(db))
		db_undo(db);
}

void conflicts_post(struct req *r)
{
	struct import_batch b;
	int64_t *ids;
	const char *decision = req_form(r, "decision");

	if (!batch_of(r, &b))
		return;
	struct deciding d = {.r = r, .b = &b, .n = req_ticks(r, "tick", TICKS_MOST, &ids), .take = text_is(decision, "take")};

	d.ids = ids;
	if (!d.n && !r->issues.n)
		issue(&r->issues, -1, "", "ERR_NONE_TICKED");
	if (!code_find(decisions, decision))
		issue(&r->issues, -1, "", "ERR_CODE", decision, code_labels(r->mem, decisions));
	if (r->issues.n || req_tx(r, decide, &d) == REQ_UNDONE) {
		int status = issue_has(&r->issues, "ERR_STALE") ? 409 : 422;

		if (!reply_issues_as(r, status))
			show(r, status, &b);
		return;
	}
	reply_see(r, r->done, arena_print(r->mem, "已決定 %d 筆：%s。", d.n, code_find(decisions, decision)->label));
}
