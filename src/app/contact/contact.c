/* contact.c: see contact.h. */
#include "app/contact/contact.h"

#include <string.h>

#include "app/audit/audit.h"
#include "app/contact/contact.sql.h"
#include "app/may.h"
#include "base/text.h"
#include "web/edit.h"
#include "web/list.h"

const struct field contact_fields[] = {
	FIELD(contact, id, INT, KEY, "編號"),
	FIELD(contact, version, INT, KEY, "版本"),
	FIELD(contact, topic, TEXT, EDIT, "事項", .need = true, .most = 40),
	FIELD(contact, numbers, TEXT, EDIT, "電話", .most = 60, .hint = "留白時，各網頁不顯示這一列"),
	FIELD(contact, place, INT, EDIT, "順序", .least = 0, .most = 99, .not_sorted = true),
	{0}
};

/* Who to call for what: the operation manual's pages 「登入」, 「系統選單」. */
static const struct contact delivered[] = {
	{.place = 1, .topic = "無法登入", .numbers = "02-82366932"},
	{.place = 2, .topic = "錄取人員報到事宜", .numbers = "02-82367113"},
	{.place = 3, .topic = "請證", .numbers = "02-26531619、1618"},
};

void contact_deliver(struct db *db)
{
	if (db_run(db, &contact_all)->n)
		return;
	for (size_t i = 0; i < sizeof delivered / sizeof *delivered; i++)
		db_run(db, &contact_put, A(delivered[i].topic), A(delivered[i].numbers), A(delivered[i].place));
}

const char *contact_numbers(struct req *r, const char *topic)
{
	struct rows *c = db_run(r->db, &contact_one, A(topic));

	return c->n ? row_text(c, 0, "numbers") : "";
}

struct contact_list *contact_lines(struct req *r)
{
	struct rows *c = db_run(r->db, &contact_all);
	struct contact_list *list = arena_get(r->mem, sizeof *list);

	list->at = arena_array(r->mem, (size_t)c->n, sizeof *list->at);
	for (int i = 0; i < c->n; i++)
		if (*row_text(c, i, "numbers"))
			list->at[list->n++] = (struct contact_line){row_text(c, i, "topic"), row_text(c, i, "numbers")};
	return list;
}

static void list_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "聯絡電話維護", contact_fields, sizeof(struct contact), "place"))
		return;
	l.rows_at = req_may(r, MAY_CONTACT_EDIT) ? "/contacts" : NULL;
	l.add = req_may(r, MAY_CONTACT_EDIT) ? "新增聯絡電話" : NULL;
	if (list_run(&l, &contact_list))
		list_show_plain(&l);
}

static void edit_show(struct req *r, int status, const struct contact *c)
{
	edit_page_show(r, status, &(struct edit){.title = c->id ? c->topic : "新增聯絡電話", .fields = contact_fields, .record = c,
		.id = c->id, .version = c->version, .path = "/contacts"});
}

static const struct contact fresh = {.topic = "", .numbers = ""};

static void new_get(struct req *r)
{
	edit_show(r, 200, &fresh);
}

static bool load(struct req *r, struct contact *c)
{
	if (record_load(r->mem, db_run(r->db, &contact_by_id, A(r->id[0])), contact_fields, c))
		return true;
	reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	return false;
}

static void one_get(struct req *r)
{
	struct contact c = {0};

	if (load(r, &c))
		edit_show(r, 200, &c);
}

struct saving { struct req *r; struct contact *now; const struct contact *before; };

static void save(struct db *db, void *with)
{
	struct saving *k = with;
	struct req *r = k->r;
	struct contact *c = k->now;
	const char *from, *to;
	struct rows *put = k->before ? db_run(db, &contact_set, A(c->id), A(c->version), A(c->topic), A(c->numbers), A(c->place))
		: db_run(db, &contact_put, A(c->topic), A(c->numbers), A(c->place));

	issues_clear(&r->issues);
	r->done = req_url(r, "/contacts");
	if (!put->n) {
		issue(&r->issues, -1, "", "ERR_STALE", "他人", "您開啟頁面之後");
		db_undo(db);
	} else if (record_changes(contact_fields, r->mem, k->before, c, &from, &to)) {
		audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
			.action = k->before ? "contact.change" : "contact.add", .subject_kind = "contact",
			.subject = row_int(put, 0, "id"), .before = from, .after = to, .at = r->now});
	}
}

static void edit(struct req *r, struct contact *c, const struct contact *before)
{
	struct saving k = {r, c, before};

	r->issues.fields = contact_fields;
	record_merge(contact_fields, req_style(r), &r->form, !r->json, c, &r->issues, -1);
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &c->version);
	if (r->issues.n || req_tx(r, save, &k) == REQ_UNDONE) {
		if (!reply_issues(r))
			edit_show(r, issue_has(&r->issues, "ERR_STALE") ? 409 : 422, c);
		return;
	}
	reply_see(r, r->done, arena_print(r->mem, "「%s」已儲存。", c->topic));
}

static void new_post(struct req *r)
{
	struct contact c = fresh;

	edit(r, &c, NULL);
}

static void one_post(struct req *r)
{
	struct contact before = {0}, c;

	if (!load(r, &before))
		return;
	c = before;
	edit(r, &c, &before);
}

const struct route contact_routes[] = {
	{GET, "/contacts", list_get, MAY_EXAM_SEE, .gives = contact_fields, .list = true, .crumb = "系統管理/聯絡電話維護",
		.help = "聯絡電話"},
	{GET, "/contacts/new", new_get, MAY_CONTACT_EDIT, .crumb = "系統管理/聯絡電話維護/新增", .help = "新增聯絡電話"},
	{POST, "/contacts/new", new_post, MAY_CONTACT_EDIT, .takes = contact_fields, .help = "新增聯絡電話"},
	{GET, "/contacts/:contact", one_get, MAY_CONTACT_EDIT, .crumb = "系統管理/聯絡電話維護/修改", .help = "一列聯絡電話"},
	{POST, "/contacts/:contact", one_post, MAY_CONTACT_EDIT, .takes = contact_fields, .help = "修改聯絡電話"},
	{0}
};
