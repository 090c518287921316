/* paper_web.c: the papers that come with a record, and the form of the annex that is made of it.   PLAN-035, PLAN-138 */
#include <string.h>
#include <unistd.h>

#include "app/audit/audit.h"
#include "app/life/life.sql.h"
#include "app/life/view.h"
#include "app/store/store.h"
#include "base/setting.h"
#include "base/text.h"
#include "file/pdf_check.h"
#include "file/temp.h"

enum { PDF_MEMORY = 64 << 20, SLOT_MOST = 40 };

/* What the first bytes say it is; NULL: none of the three. */
static const char *type_of(int fd)
{
	unsigned char head[8] = {0};
	size_t n = file_read_at(fd, head, sizeof head, 0);

	if (n >= 5 && !memcmp(head, "%PDF-", 5))
		return "application/pdf";
	if (n >= 3 && !memcmp(head, "\xff\xd8\xff", 3))
		return "image/jpeg";
	return n == 8 && !memcmp(head, "\x89PNG\r\n\x1a\n", 8) ? "image/png" : NULL;
}

const char *life_paper_type(struct req *r)
{
	const char *type;
	enum pdf_verdict v;

	if (r->file.fd < 0 || !r->file.size) {
		issue(&r->issues, -1, "file", "ERR_FILE_REQUIRED");
		return NULL;
	}
	type = type_of(r->file.fd);
	if (!type)
		issue(&r->issues, -1, "file", "ERR_PAPER_TYPE", r->file.name);
	v = type && text_is(type, "application/pdf") ? pdf_check_file(r->file.fd, r->file.size) : PDF_WHOLE;
	if (v == PDF_LOCKED)
		issue(&r->issues, -1, "file", "ERR_PDF_LOCKED", r->file.name);
	else if (v != PDF_WHOLE)
		issue(&r->issues, -1, "file", "ERR_PDF_DAMAGED", r->file.name);
	return type;
}

static bool slot_known(struct req *r, const struct life_case *c, const char *slot)
{
	struct life_papers p = c->kind->papers ? c->kind->papers(r->mem, c) : (struct life_papers){0};

	for (int i = 0; i < p.n; i++)
		if (text_is(p.at[i].slot, slot))
			return true;
	return text_is(slot, "other");
}

struct adding { struct req *r; struct life_case *c; const char *slot, *type; int64_t version; };

static void add(struct db *db, void *with)
{
	struct adding *a = with;
	struct req *r = a->r;
	struct stored file;

	issues_clear(&r->issues);
	if (!db_run(db, &life_touch, A(a->c->record->id), A(a->version))->n) {
		audit_stale(db, &r->issues, -1, "", NULL, a->c->life->subject.kind->name, a->c->life->subject.id);
		db_undo(db);
		return;
	}
	store_put(db, r->file.fd, r->file.name, a->type, &file);
	db_run(db, &life_file_put, A(a->c->record->id), A(a->slot), A(file.id), A(r->file.name), A(file.size), A(file.sha256),
		A(a->c->who.account), A(r->now));
	audit_add(db, &(struct audit_event){.account = a->c->who.account, .agency = a->c->who.agency, .address = a->c->who.address,
		.action = arena_print(r->mem, "life.%s.paper", a->c->kind->name), .subject_kind = a->c->life->subject.kind->name,
			.subject = a->c->life->subject.id,
		.after = arena_print(r->mem, "{\"record\":%lld,\"sha256\":\"%s\"}", (long long)a->c->record->id, file.sha256), .at = r->now});
	r->done = life_record_url(r, a->c->record);
}

void life_file_post(struct req *r)
{
	struct life_record *x = NULL;
	struct life *l = life_of_record(r, &x);
	struct adding a = {.r = r, .slot = req_form(r, "slot")};

	if (!l)
		return;
	struct life_who who = life_who_for(r, l);
	struct life_case c = life_case_of(l, x->kind, x, &who, &r->issues);

	a.c = &c;
	a.version = x->version;
	a.type = life_paper_type(r);
	if (!slot_known(r, &c, a.slot))
		issue(&r->issues, -1, "slot", "ERR_REQUIRED");
	if (*req_form(r, "version") && !text_to_int(req_form(r, "version"), 0, INT64_MAX, &a.version))
		a.version = -1;
	if (!r->issues.n && req_tx(r, add, &a) != REQ_UNDONE)
		reply_see(r, r->done, "文件已附上。");
	else if (!reply_issues_as(r, issue_has(&r->issues, "ERR_STALE") ? 409 : 422))
		life_record_show(r, issue_has(&r->issues, "ERR_STALE") ? 409 : 422, &c);
}

void life_file_get(struct req *r)
{
	struct life_record *x = NULL;
	struct life *l = life_of_record(r, &x);
	const struct life_file *f = NULL;
	struct stored stored;

	if (!l)
		return;
	for (int i = 0; i < x->files.n; i++)
		if (x->files.at[i].number == r->id[1])
			f = &x->files.at[i];
	int fd = f ? store_get_fd(r->db, r->mem, f->file) : -1;

	if (fd < 0 || !store_look(r->db, r->mem, f->file, &stored)) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	life_read_trace(r, l, x);
	reply_file(r, stored.type, f->name, dup(fd), (uint64_t)f->size);
}

/* The form of the annex as it stands: made anew each time, from what is stored. */
void life_form_get(struct req *r)
{
	struct life_record *x = NULL;
	struct life *l = life_of_record(r, &x);

	if (!l)
		return;
	struct life_who who = life_who_for(r, l);

	if (!x->kind->draw) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	struct life_case c = life_case_of(l, x->kind, x, &who, &r->issues);
	struct arena *own = arena_new(PDF_MEMORY);
	int fd = temp_file(r->mem);
	const char *name = arena_print(r->mem, "%s_%s.pdf", l->subject.name, x->kind->form);
	struct pdf *pdf = pdf_new(own, &(struct pdf_about){.title = x->kind->form, .author = l->subject.agency_name, .created = r->now});

	x->kind->draw(pdf, &c);
	bool whole = pdf_write(pdf, fd);

	arena_free(own);
	if (!whole) {
		reply_refuse(r, 422, "ERR_FORM_LONG", l->subject.name);
		return;
	}
	life_read_trace(r, l, x);
	reply_file(r, "application/pdf", name, dup(fd), file_size(fd));
}
