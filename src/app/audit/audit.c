/* audit.c: adding events and reading them back.  Sealing is in seal.c, verifying in verify.c. */
#include "app/audit/audit.h"

#include "app/audit/audit.sql.h"
#include "base/log.h"

void audit_add(struct db *db, const struct audit_event *e)
{
	struct moment at = e->at.seconds ? e->at : job_now();

	db_run(db, &audit_insert, A(at), value_id_or_null(e->account), value_id_or_null(e->agency), A(e->address), A(e->action),
		A(e->subject_kind), value_id_or_null(e->subject), A(e->before), A(e->after), A(e->reason));
}

static void add(struct db *db, void *with)
{
	audit_add(db, with);
}

void audit_refusal(struct db *db, const struct audit_event *e)
{
	struct audit_event copy = *e;

	if (db_tx(db, add, &copy) != DB_OK)
		fail("audit: a refusal could not be written");
}

enum { HOUR = 3600 };

struct bounded { const struct audit_event *e; int64_t hour; };

/* address "": all together. */
static int64_t flood_of(struct db *db, const struct bounded *b, const char *address)
{
	struct rows *n = db_run(db, &audit_flood_one, A(b->e->action), A(b->hour), A(address));

	return n->n ? row_int(n, 0, "n") : 0;
}

static bool is_full(struct db *db, struct bounded *b)
{
	return flood_of(db, b, "") >= AUDIT_FLOOD || flood_of(db, b, b->e->address) >= AUDIT_FLOOD_ADDRESS;
}

static void add_bounded(struct db *db, void *with)
{
	struct bounded *b = with;
	struct audit_event e = *b->e;

	if (is_full(db, b))
		return;
	db_run(db, &audit_flood_put, A(e.action), A(b->hour), A(""));
	db_run(db, &audit_flood_put, A(e.action), A(b->hour), A(e.address));
	db_run(db, &audit_flood_sweep, A(e.action), A(b->hour));
	if (is_full(db, b))
		e.reason = arena_print(db_arena(db), "%s；本小時同類拒絕過多，其後不再逐筆記錄", e.reason ? e.reason : "");
	audit_add(db, &e);
}

void audit_refusal_bounded(struct db *db, const struct audit_event *e)
{
	struct bounded b = {e, (e->at.seconds ? e->at : job_now()).seconds / HOUR};

	if (!is_full(db, &b) && db_tx(db, add_bounded, &b) != DB_OK)
		fail("audit: a refusal could not be written");
}

static struct rows *of_subject(struct db *db, struct arena *mem, const struct sql *sql, const char *subject_kind, int64_t subject)
{
	struct arena *before = db_arena(db);
	struct rows *r;

	db_use_arena(db, mem);
	r = db_run(db, sql, A(subject_kind), A(subject));
	db_use_arena(db, before);
	return r;
}

struct rows *audit_history(struct db *db, struct arena *mem, const char *subject_kind, int64_t subject)
{
	return of_subject(db, mem, &audit_of_subject, subject_kind, subject);
}

struct rows *audit_told(struct db *db, struct arena *mem, const char *subject_kind, int64_t subject)
{
	return of_subject(db, mem, &audit_told_of, subject_kind, subject);
}

void audit_told_soon(struct db *db, const char *subject_kind, int64_t subject)
{
	db_soon(db, &audit_told_of, A(subject_kind), A(subject));
}

void audit_stale(struct db *db, struct issues *to, int row, const char *field, const char *name, const char *subject_kind, int64_t subject)
{
	struct rows *last = db_run(db, &audit_last_change, A(subject_kind), A(subject));
	const char *who = last->n ? arena_text(to->mem, row_text(last, 0, "who")) : "他人";
	const char *when = last->n ? moment_text(to->mem, row_moment(last, 0, "at")) : "剛才";

	if (name)
		issue(to, row, field, "ERR_STALE", name, who, when);
	else
		issue(to, row, field, "ERR_STALE", who, when);
}

struct rows *audit_find(struct db *db, struct arena *mem, const struct audit_filter *f)
{
	struct arena *before = db_arena(db);
	const struct sql *page = f->account ? &audit_page_account : &audit_page;
	struct rows *r;

	db_use_arena(db, mem);
	r = db_run(db, page, A(f->before), A(f->account), A(f->agency), A(f->action), A(f->from.seconds), A(f->to.seconds),
		A(f->most));
	db_use_arena(db, before);
	return r;
}
