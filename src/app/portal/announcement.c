/* announcement.c: 重要訊息: shown in the back office and the front office, kept up by 總處 and by 最高管理者 for theirs.     LEARN-111, 112 */
#include <string.h>
#include <unistd.h>

#include "app/audit/audit.h"
#include "app/may.h"
#include "app/portal/page.html.h"
#include "app/portal/portal.h"
#include "app/portal/portal.sql.h"
#include "app/portal/view.h"
#include "app/store/store.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"
#include "web/list.h"

/* ---- as they are shown */

static int64_t low_of(const struct req *r)
{
	struct rows *g = r->who ? db_run(r->db, &portal_place, A(r->who->agency)) : NULL;

	return g && g->n ? row_int(g, 0, "tree_low") : -1;
}

static size_t link_length(const char *at)
{
	size_t n = text_starts(at, "https://") || text_starts(at, "http://") ? strcspn(at, " \n\r\t<>\"") : 0;

	for (size_t i = 0; i < n; i++)                          /* one ends where Chinese goes on */
		if ((unsigned char)at[i] >= 0x80)
			return i;
	return n;
}

/* Text and the addresses in it, one behind the other.                                                LEARN-112 */
static struct message_parts parts_of(struct arena *mem, const char *content)
{
	struct message_parts all = {arena_array(mem, strlen(content) / 4 + 2, sizeof *all.at), 0};
	const char *text = content;

	for (const char *at = content;; at++) {
		size_t n = link_length(at);

		if (*at && !n)
			continue;
		if (at > text)
			all.at[all.n++] = (struct message_part){arena_bytes(mem, text, (size_t)(at - text)), {NULL}};
		if (!*at)
			return all;
		const char *address = arena_bytes(mem, at, n);

		all.at[all.n++] = (struct message_part){address, url_outside(mem, address)};
		text = at + n;
		at = text - 1;
	}
}

struct message_lines portal_messages_of(const struct req *r, const char *place)
{
	struct rows *m = db_run(r->db, &portal_messages, A(place), A(r->today), A(r->who ? r->who->agency : (int64_t)0), A(low_of(r)));
	struct message_lines all = {arena_array(r->mem, (size_t)m->n, sizeof *all.at), m->n};

	for (int i = 0; i < m->n; i++)
		all.at[i] = (struct message_line){row_text(m, i, "title"), parts_of(r->mem, row_text(m, i, "content")), row_date(m, i, "valid_from"),
			row_bool(m, i, "pinned"), row_text(m, i, "file_name"), req_url(r, "/announcements/%lld", (long long)row_int(m, i, "id"))};
	return all;
}

void portal_front(struct html *h, const struct req *r)
{
	struct message_lines all = portal_messages_of(r, "front");

	portal_front_messages(h, &all);
}

/* ---- as they are kept up */

struct announcement { int64_t id, version; const char *title, *content; struct code place; bool below, pinned;
	struct date valid_from, valid_to; const char *file_name; int64_t file; };

static const struct code places[] = {{"back", "後台"}, {"front", "前台"}, {"both", "前台及後台"}, {0}};

const struct field announcement_fields[] = {
	FIELD(announcement, id, INT, KEY, "編號"),
	FIELD(announcement, version, INT, KEY, "版本"),
	FIELD(announcement, title, TEXT, EDIT, "標題", .need = true, .most = 100, .wide = true),
	FIELD(announcement, content, TEXT, EDIT, "內容", .need = true, .most = 5000, .lines = true, .wide = true, .not_sorted = true),
	FIELD(announcement, place, CODE, EDIT, "顯示位置", .need = true, .list = places, .not_sorted = true),
	FIELD(announcement, valid_from, DATE, EDIT, "顯示起日", .need = true, .today = true),
	FIELD(announcement, valid_to, DATE, EDIT, "顯示迄日", .hint = "留白：一直顯示", .not_sorted = true),
	FIELD(announcement, below, BOOL, EDIT, "所屬機關也看得到", .not_sorted = true),
	FIELD(announcement, pinned, BOOL, EDIT, "置頂", .not_sorted = true),
	FIELD(announcement, file_name, TEXT, SHOW, "附件", .not_sorted = true),
	FIELD(announcement, file, INT, MARK, ""),
	{0}
};

/* 總處's are for everybody (0), a 最高管理者's for the active agency. */
static int64_t keeper(const struct req *r)
{
	return r->who->all_agencies ? 0 : r->who->agency;
}

void announcements_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "重要訊息", announcement_fields, sizeof(struct announcement), "-valid_from"))
		return;
	l.rows_at = "/learning/announcements";
	l.add = "新增重要訊息";
	if (list_run(&l, &announcement_list, A(keeper(r))))
		list_show_plain(&l);
}

static const char *title(struct arena *mem, const void *record)
{
	(void)mem;
	return ((const struct announcement *)record)->title;
}

static void check(struct req *r, void *record, const void *before)
{
	const struct announcement *n = record;

	(void)before;
	if (date_set(n->valid_to) && date_before(n->valid_to, n->valid_from))
		issue(&r->issues, -1, "valid_to", "E-DATE-02", "顯示起日", "顯示迄日");
}

static int64_t store(struct req *r, struct db *db, void *record, const void *before)
{
	const struct announcement *n = record;
	struct rows *put = before ? db_run(db, &announcement_set, A(n->id), A(n->version), A(n->below), A(n->title), A(n->content), A(n->place.id),
			A(n->pinned), A(n->valid_from), A(n->valid_to))
		: db_run(db, &announcement_put, value_id_or_null(keeper(r)), A(n->below), A(n->title), A(n->content), A(n->place.id), A(n->pinned),
			A(n->valid_from), A(n->valid_to), A(r->now));

	return put->n ? row_int(put, 0, "id") : 0;
}

static int64_t keeping_for;                                     /* of the request at hand: load is not told who asks */

static bool load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	return record_load(mem, db_run(db, &announcement_one, A(id), A(keeping_for)), announcement_fields, record);
}

static const struct announcement fresh = {.title = "", .content = "", .file_name = "", .place = {"back", "後台"}, .below = true};
static const struct upkeep announcements = {"/learning/announcements", "announcement", "重要訊息", announcement_fields,
	sizeof(struct announcement), &fresh, load, title, check, store, NULL, NULL};

void announcement_new_get(struct req *r) { upkeep_new(r, &announcements); }
void announcement_new_post(struct req *r) { upkeep_add(r, &announcements); }
/* ---- a file that goes with one */

enum { ATTACHED_MOST = 10 << 20 };

struct attaching { struct req *r; const struct announcement *to; const char *type; };

static void show_one(struct req *r, int status, const void *record)
{
	const struct announcement *n = record;
	struct edit e = upkeep_edit(r, &announcements, n);
	const struct issue *wrong = issue_at(&r->issues, -1, "file");

	edit_page_show(r, status, &e);
	if (!n->id || r->json)
		return;
	struct attachment_view v = {.r = r, .name = n->file_name, .at = req_url(r, "/announcements/%lld", (long long)n->id), .version = n->version,
		.action = req_url(r, "/learning/announcements/%lld/file", (long long)n->id), .wrong = wrong ? wrong->text : NULL};

	attachment_form(r->html, &v);
}

void announcement_get(struct req *r)
{
	struct announcement n = fresh;

	keeping_for = keeper(r);
	if (!load(r->db, r->mem, r->id[0], &n))
		reply_refuse(r, 404, "E-SCOPE-01");
	else if (r->json)
		reply_record(r, announcement_fields, &n);
	else
		show_one(r, 200, &n);
}

void announcement_post(struct req *r)
{
	struct announcement before = fresh, after;

	keeping_for = keeper(r);
	if (!load(r->db, r->mem, r->id[0], &before)) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	after = before;
	upkeep_save(r, &announcements, &after, &before, show_one);
}

/* Put in the place of the one before; with nothing chosen that one goes. */
static void attach(struct db *db, void *with)
{
	const struct attaching *x = with;
	struct req *r = x->r;
	struct stored file = {0};
	int64_t version = 0;

	issues_clear(&r->issues);
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &version);
	if (x->type)
		store_put(db, r->file.fd, r->file.name, x->type, &file);
	if (!db_run(db, &announcement_attach, A(x->to->id), A(version), value_id_or_null(file.id), A(x->type ? r->file.name : ""))->n) {
		audit_stale(db, &r->issues, -1, "file", NULL, "announcement", x->to->id);
		db_undo(db);
		return;
	}
	if (x->to->file)
		store_drop(db, x->to->file);
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "announcement.file", .subject_kind = "announcement", .subject = x->to->id, .before = x->to->file_name,
		.after = x->type ? r->file.name : "", .at = r->now});
	r->done = req_url(r, "/learning/announcements/%lld", (long long)x->to->id);
}

void announcement_file_post(struct req *r)
{
	struct announcement n = fresh;
	bool drops = *req_form(r, "drop");
	struct attaching x = {r, &n, drops ? NULL : portal_file_type(&r->file, ATTACHED_MOST)};

	keeping_for = keeper(r);
	r->issues.learning = true;
	if (!load(r->db, r->mem, r->id[0], &n)) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	if (!drops && !x.type)
		issue(&r->issues, -1, "file", "E-FILE-01", "附件須為 PDF、ODF、JPEG 或 PNG，10 MB 以內");
	if (!r->issues.n && req_tx(r, attach, &x) != REQ_UNDONE)
		reply_see(r, r->done, drops ? "附件已移除。" : "附件已附上。");
	else if (!reply_issues_as(r, issue_has(&r->issues, "E-STALE-01") ? 409 : 422))
		show_one(r, issue_has(&r->issues, "E-STALE-01") ? 409 : 422, &n);
}

/* For those who are shown the message, and those who keep it up. */
void announcement_file_get(struct req *r)
{
	bool back = req_may(r, MAY_BACK_OFFICE), keeps = req_may(r, MAY_LEARN_ACCOUNT);
	struct rows *f = db_run(r->db, &announcement_file, A(r->id[0]), A(back), A(r->today), A(r->who ? r->who->agency : (int64_t)0), A(low_of(r)),
		A(keeps ? keeper(r) : (int64_t)-1));
	struct stored file;
	int fd = f->n ? store_get_fd(r->db, r->mem, row_int(f, 0, "file")) : -1;

	if (fd < 0 || !store_look(r->db, r->mem, row_int(f, 0, "file"), &file))
		reply_refuse(r, 404, "E-SCOPE-01");
	else
		reply_file(r, file.type, file.name, dup(fd), (uint64_t)file.size);
}
