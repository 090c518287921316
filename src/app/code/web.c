/* web.c: the pages of the code tables: everybody of the back office reads and downloads, 總處 keeps them up.   LEARN-017 */
#include <string.h>

#include "app/code/code.sql.h"
#include "app/code/page.html.h"
#include "app/code/private.h"
#include "app/code/view.h"
#include "app/may.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"
#include "web/list.h"

static const struct code_table *table_asked(struct req *r)
{
	const struct code_table *t = code_table_named(r->word[0]);

	if (!t)
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	return t;
}

static void tables_get(struct req *r)
{
	struct code_links all = {arena_array(r->mem, 32, sizeof *all.at), 0};

	/* 機關 and 內部單位 are kept elsewhere, and looked for here. */
	all.at[all.n++] = (struct code_link){req_url(r, "/directory"), "機關"};
	all.at[all.n++] = (struct code_link){req_url(r, "/units"), "內部單位"};

	for (const struct code_table *t = code_tables; t->name; t++)
		all.at[all.n++] = (struct code_link){req_url(r, "/codes/%s", t->name), t->title};
	code_tables_page(reply_page(r, 200, "代碼表"), &(struct code_tables_view){all, req_url(r, "/codes/import"),
		req_url(r, "/directory/import"), req_may(r, MAY_DGPA)});
}

/* As a file names it, so that what was downloaded can be uploaded. */
static void name_table(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct code_item *x = rows;

	(void)mem;
	for (int i = 0; i < n; i++)
		x[i].table_code = l->title;
}

static void list_get(struct req *r)
{
	const struct code_table *t = table_asked(r);
	struct list l;

	if (!t || !list_open(&l, r, t->title, code_item_fields, sizeof(struct code_item), "sort_no"))
		return;
	l.complete = name_table;
	if (req_may(r, MAY_DGPA)) {
		l.rows_at = arena_print(r->mem, "/codes/%s", t->name);
		l.add = "新增代碼";
	}
	if (list_run(&l, &code_list, A(t->name)))
		list_show_plain(&l);
}

static const char *table_now;                                   /* of the request at hand: load and store are not told the address */

static bool load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	return record_load(mem, db_run(db, &code_one, A(table_now), A(id)), code_item_fields, record);
}

static const char *title(struct arena *mem, const void *record)
{
	const struct code_item *x = record;

	return arena_print(mem, "%s %s", x->code, x->name);
}

/* A code that was issued stays what it is; it is ended by its last day. */
static void check(struct req *r, void *record, const void *before)
{
	const struct code_item *x = record, *was = before;

	if (was && strcmp(was->code, x->code))
		issue(&r->issues, -1, "code", "ERR_FIXED", was->code);
	if (date_set(x->valid_from) && date_set(x->valid_to) && date_before(x->valid_to, x->valid_from))
		issue(&r->issues, -1, "valid_to", "E-DATE-02", "起日", "迄日");
	if (x->attribute_from && !text_is(table_now, "course_category"))
		issue(&r->issues, -1, "attribute_from", "ERR_TEXT_GIVEN", "「屬性適用年度起」僅課程類別使用，請留白。");
}

/* What it was before the year that is said stays what it was then; with the year that stood there the last word is corrected, without any
 * that of all years.                                                                                      LEARN-482 */
static void keep_past(struct db *db, const struct code_item *x, const struct code_item *was)
{
	int64_t from = x->attribute_from, until = from - 1;
	const char *class = was->attribute;

	if (from == was->attribute_from)
		return;
	if (text_is(x->attribute, was->attribute) && was->attribute_from && was->attribute_from < from)
		until = was->attribute_from - 1;                        /* the same begins later: what was before it lasts longer */
	if (from && until < was->attribute_from) {
		struct rows *before = db_run(db, &code_class_at, A(x->id), A(until));

		class = before->n ? row_text(before, 0, "class") : "";
	}
	db_run(db, &code_past_drop, A(x->id), A(from ? until : (int64_t)0));
	if (from)
		db_run(db, &code_past_put, A(x->id), A(from - 1), A(class));
}

static int64_t store(struct req *r, struct db *db, void *record, const void *before)
{
	const struct code_item *x = record;
	struct rows *put = before ? db_run(db, &code_set, A(x->id), A(x->version), A(x->name), A(x->attribute), A(x->is_required), A(x->sort_no),
			A(x->valid_from), A(x->valid_to))
		: db_run(db, &code_put, A(table_now), A(x->code), A(x->name), A(x->attribute), A(x->is_required), A(x->sort_no), A(x->valid_from),
			A(x->valid_to));

	if (!put->n && !before)
		issue(&r->issues, -1, "code", "ERR_EXISTS", x->code);
	if (put->n && before)
		keep_past(db, x, before);
	if (put->n && (text_is(table_now, "course_category") || text_is(table_now, "rank") || text_is(table_now, "person_class")))
		db_run(db, &code_mark);
	return put->n ? row_int(put, 0, "id") : 0;
}

static const struct code_item fresh = {.table_code = "", .code = "", .name = "", .attribute = ""};

/* The records of one table. */
static const struct upkeep *keeping(struct req *r)
{
	const struct code_table *t = table_asked(r);
	struct upkeep *u = t ? arena_get(r->mem, sizeof *u) : NULL;

	if (!u)
		return NULL;
	table_now = t->name;
	*u = (struct upkeep){arena_print(r->mem, "/codes/%s", t->name), "code", "代碼", code_item_fields, sizeof(struct code_item), &fresh, load,
		title, check, store, NULL, NULL};
	r->id[0] = r->id[1];
	return u;
}

static void with(struct req *r, void (*act)(struct req *, const struct upkeep *))
{
	const struct upkeep *u = keeping(r);

	if (u)
		act(r, u);
}

static void new_get(struct req *r) { with(r, upkeep_new); }
static void new_post(struct req *r) { with(r, upkeep_add); }
static void one_get(struct req *r) { with(r, upkeep_show); }
static void one_post(struct req *r) { with(r, upkeep_change); }

static void import_get(struct req *r) { import_upload_page(r, &code_kind); }
static void import_post(struct req *r) { import_upload_post(r, &code_kind); }
static void template_get(struct req *r) { import_template(r, &code_kind); }

const struct route code_routes[] = {
	{GET, "/codes", tables_get, MAY_BACK_OFFICE, .crumb = "學習資訊維護/代碼表", .menu = "代碼表", .group = "學習資訊維護", .help = "代碼表"},
	{GET, "/codes/import", import_get, MAY_DGPA, .crumb = "學習資訊維護/代碼表/整批匯入代碼", .help = "整批匯入代碼"},
	{POST, "/codes/import", import_post, MAY_DGPA, .body = (uint64_t)512 << 20, .heavy = true,
		.crumb = "學習資訊維護/代碼表/整批匯入代碼", .help = "上傳代碼"},
	{GET, "/codes/import/template", template_get, MAY_DGPA, .help = "代碼的範本"},
	{GET, "/codes/*table", list_get, MAY_BACK_OFFICE, .gives = code_item_fields, .list = true, .crumb = "學習資訊維護/代碼表/一覽",
		.group = "學習資訊維護", .help = "一個代碼表"},
	{GET, "/codes/*table/new", new_get, MAY_DGPA, .crumb = "學習資訊維護/代碼表/新增", .help = "新增代碼"},
	{POST, "/codes/*table/new", new_post, MAY_DGPA, .takes = code_item_fields, .help = "新增代碼"},
	{GET, "/codes/*table/:code", one_get, MAY_DGPA, .gives = code_item_fields, .crumb = "學習資訊維護/代碼表/修改", .help = "修改代碼"},
	{POST, "/codes/*table/:code", one_post, MAY_DGPA, .takes = code_item_fields, .help = "修改代碼"},
	{0}
};
