/* upkeep.c: see upkeep.h. */
#include "app/upkeep/upkeep.h"

#include <string.h>

#include "app/audit/audit.h"
#include "base/log.h"
#include "base/text.h"

struct keeping { struct req *r; const struct upkeep *u; void *record; const void *before; upkeep_page *page; };

static int64_t *member(const struct upkeep *u, const void *record, const char *name)
{
	const struct field *f = field_named(u->fields, name);

	if (!f || f->kind != K_INT)
		fail("the records of %s have no %s", u->path, name);
	return (int64_t *)((char *)(uintptr_t)record + f->at);
}

struct edit upkeep_edit(struct req *r, const struct upkeep *u, const void *record)
{
	int64_t id = *member(u, record, "id");

	return (struct edit){.title = id ? u->title(r->mem, record) : arena_print(r->mem, "新增%s", u->noun),
		.fields = u->fields, .record = record, .id = id, .version = *member(u, record, "version"), .path = u->path,
		.remove = id && u->remove ? arena_print(r->mem, "刪除這個%s", u->noun) : NULL};
}

static void page(struct req *r, const struct upkeep *u, int status, const void *record)
{
	struct edit e = upkeep_edit(r, u, record);

	edit_page_show(r, status, &e);
}

static void *load(struct req *r, const struct upkeep *u)
{
	void *record = arena_get(r->mem, u->size);

	if (u->load(r->db, r->mem, r->id[0], record))
		return record;
	reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	return NULL;
}

void upkeep_new(struct req *r, const struct upkeep *u)
{
	page(r, u, 200, u->fresh);
}

void upkeep_show(struct req *r, const struct upkeep *u)
{
	const void *record = load(r, u);

	if (record && r->json)
		reply_record(r, u->fields, record);
	else if (record)
		page(r, u, 200, record);
}

static void log_change(struct keeping *k, struct db *db, const char *act, int64_t id, const void *before, const void *after)
{
	const struct req *r = k->r;
	const char *from, *to;

	if (record_changes(k->u->fields, r->mem, before, after, &from, &to))
		audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
			.action = arena_print(r->mem, "%s.%s", k->u->subject_kind, act), .subject_kind = k->u->subject_kind, .subject = id,
			.before = from, .after = to, .reason = before && !after ? req_form(r, "reason") : NULL, .at = r->now});
}

static void store(struct db *db, void *with)
{
	struct keeping *k = with;
	struct req *r = k->r;

	issues_clear(&r->issues);
	r->done = (struct url){arena_print(r->mem, "%s%s", r->app->base, k->u->path)};
	int64_t id = k->u->store(r, db, k->record, k->before);

	if (!id && !r->issues.n)
		audit_stale(db, &r->issues, -1, "", NULL, k->u->subject_kind, *member(k->u, k->record, "id"));
	if (r->issues.n)
		db_undo(db);
	else
		log_change(k, db, k->before ? "change" : "add", id, k->before, k->record);
}

static void refuse(struct keeping *k)
{
	int status = issue_has(&k->r->issues, "ERR_STALE") || issue_has(&k->r->issues, "E-STALE-01") ? 409 : 422;

	if (reply_issues_as(k->r, status))
		return;
	if (k->page)
		k->page(k->r, status, k->record);
	else
		page(k->r, k->u, status, k->record);
}

static void submit(struct keeping *k)
{
	struct req *r = k->r;
	int64_t *version = member(k->u, k->record, "version");
	const char *doubt;

	r->issues.fields = k->u->fields;
	record_merge(k->u->fields, req_style(r), &r->form, !r->json || !k->before, k->record, &r->issues, -1);
	text_to_int(req_form(r, "version"), 1, INT64_MAX, version);
	if (k->u->check)
		k->u->check(r, k->record, k->before);
	if (r->issues.n || req_tx(r, store, k) == REQ_UNDONE) {
		refuse(k);
		return;
	}
	doubt = k->u->doubt ? k->u->doubt(r, k->record) : NULL;
	reply_see(r, r->done, arena_print(r->mem, "%s「%s」已儲存。%s", k->u->noun, k->u->title(r->mem, k->record),
		doubt ? doubt : ""));
}

void upkeep_save(struct req *r, const struct upkeep *u, void *record, const void *before, upkeep_page *own)
{
	submit(&(struct keeping){r, u, record, before, own});
}

void upkeep_add(struct req *r, const struct upkeep *u)
{
	upkeep_save(r, u, arena_copy(r->mem, u->fresh, u->size), NULL, NULL);
}

void upkeep_change(struct req *r, const struct upkeep *u)
{
	const void *before = load(r, u);

	if (before)
		upkeep_save(r, u, arena_copy(r->mem, before, u->size), before, NULL);
}

static void take_away(struct db *db, void *with)
{
	struct keeping *k = with;
	struct req *r = k->r;

	issues_clear(&r->issues);
	r->done = (struct url){arena_print(r->mem, "%s%s", r->app->base, k->u->path)};
	if (k->u->remove(r, db, k->record))
		log_change(k, db, "remove", r->id[0], k->record, NULL);
	else
		db_undo(db);
}

void upkeep_remove(struct req *r, const struct upkeep *u)
{
	void *record = load(r, u);

	if (record)
		upkeep_drop(r, u, record, NULL);
}

void upkeep_drop(struct req *r, const struct upkeep *u, void *record, upkeep_page *own)
{
	struct keeping k = {r, u, record, NULL, own};

	r->issues.fields = u->fields;
	if (req_tx(r, take_away, &k) == REQ_UNDONE)
		refuse(&k);
	else
		reply_see(r, r->done, arena_print(r->mem, "%s「%s」已刪除。", u->noun, u->title(r->mem, k.record)));
}
