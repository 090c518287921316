/* contact.c: see contact.h. */
#include "app/contact/contact.h"

#include <string.h>

#include "app/contact/contact.sql.h"
#include "app/may.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"
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
static const struct { int place; const char *topic, *numbers, *shown_on; } delivered[] = {
	{1, "無法登入", "02-82366932", ""},
	{2, "錄取人員報到事宜", "02-82367113", ""},
	{3, "請證", "02-26531619、1618", ""},
	{4, "請證操作問題諮詢", "02-26531618、1619", "area"},
	/* 「相關訓練資源連結&服務專線」                                                               PROMO-120 */
	{11, "薦升簡法規疑義", "02-82367123", "promotion"}, {12, "正升監法規疑義", "02-82367124", "promotion"},
	{13, "委升薦法規疑義", "02-82367122", "promotion"}, {14, "佐升正法規疑義", "02-82367128", "promotion"},
	{15, "薦升簡、正升監成績評量", "02-82366973", "promotion"}, {16, "委升薦、佐升正成績評量", "02-82366983", "promotion"},
	{17, "正升監班務事項", "02-26531548、02-26531550", "promotion"}, {18, "佐升正班務事項", "02-26531545", "promotion"},
	{19, "公務人員任用法及警察人員人事條例（銓敘部）", "02-82366666", "promotion"},
};

void contact_deliver(struct db *db)
{
	if (db_run(db, &contact_all)->n)
		return;
	for (size_t i = 0; i < sizeof delivered / sizeof *delivered; i++)
		db_run(db, &contact_put, A(delivered[i].topic), A(delivered[i].numbers), A(delivered[i].place), A(delivered[i].shown_on));
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
		if (*row_text(c, i, "numbers") && !*row_text(c, i, "shown_on"))
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

static bool load(struct db *db, struct arena *mem, int64_t id, void *contact)
{
	return record_load(mem, db_run(db, &contact_by_id, A(id)), contact_fields, contact);
}

static const char *title(struct arena *mem, const void *contact)
{
	(void)mem;
	return ((const struct contact *)contact)->topic;
}

static int64_t store(struct req *r, struct db *db, void *contact, const void *before)
{
	const struct contact *c = contact;
	struct rows *put = before ? db_run(db, &contact_set, A(c->id), A(c->version), A(c->topic), A(c->numbers), A(c->place))
		: db_run(db, &contact_put, A(c->topic), A(c->numbers), A(c->place), A(""));

	(void)r;
	return put->n ? row_int(put, 0, "id") : 0;
}

static const struct contact fresh = {.topic = "", .numbers = ""};
static const struct upkeep lines = {"/contacts", "contact", "聯絡電話", contact_fields, sizeof(struct contact), &fresh, load, title,
	NULL, store, NULL, NULL};

static void new_get(struct req *r) { upkeep_new(r, &lines); }
static void new_post(struct req *r) { upkeep_add(r, &lines); }
static void one_get(struct req *r) { upkeep_show(r, &lines); }
static void one_post(struct req *r) { upkeep_change(r, &lines); }

const struct route contact_routes[] = {
	{GET, "/contacts", list_get, MAY_EXAM_SEE, .gives = contact_fields, .list = true, .crumb = "系統管理/聯絡電話維護",
		.help = "聯絡電話"},
	{GET, "/contacts/new", new_get, MAY_CONTACT_EDIT, .crumb = "系統管理/聯絡電話維護/新增", .help = "新增聯絡電話"},
	{POST, "/contacts/new", new_post, MAY_CONTACT_EDIT, .takes = contact_fields, .help = "新增聯絡電話"},
	{GET, "/contacts/:contact", one_get, MAY_CONTACT_EDIT, .gives = contact_fields,
		.crumb = "系統管理/聯絡電話維護/修改", .help = "一列聯絡電話"},
	{POST, "/contacts/:contact", one_post, MAY_CONTACT_EDIT, .takes = contact_fields, .help = "修改聯絡電話"},
	{0}
};
