/* agency_file.c: 機關 by file: agencies that are new, that are called otherwise, hang elsewhere in the tree, or close.  A code never changes and
 * no agency is removed.                                                                             LEARN-017, 042 */
#include <string.h>

#include "app/directory/directory.sql.h"
#include "app/directory/private.h"
#include "app/may.h"
#include "base/text.h"

enum { DEPTH_MOST = 64 };

static const struct field file_fields[] = {
	FIELD(agency, code, TEXT, EDIT, "機關代碼", .need = true, .most = 10, .example = "323000000A", .hint = "10 個大寫英文字母或數字"),
	FIELD(agency, name, TEXT, EDIT, "機關名稱", .need = true, .most = 100, .aliases = "名稱", .example = "示範部"),
	FIELD(agency, parent_code, TEXT, EDIT, "上級機關代碼", .most = 10, .example = "300000000Z", .hint = "須為既有機關，或同一檔案之機關"),
	FIELD(agency, is_enterprise, BOOL, EDIT, "事業機構", .example = "否"),
	FIELD(agency, is_opening, BOOL, EDIT, "開課機關", .example = "是", .hint = "新機關留白為是"),
	FIELD(agency, active, BOOL, EDIT, "啟用", .example = "是", .hint = "新機關留白為是；裁撤之機關填否"),
	{0}
};

struct book { const struct agency *at; int n; };

static void *begin(struct import *im)
{
	struct rows *r = db_run(im->db, &directory_agencies);
	struct book *b = arena_get(im->mem, sizeof *b);

	*b = (struct book){records_load(im->mem, r, agency_fields, sizeof(struct agency)), r->n};
	return b;
}

static void check(struct import *im, struct import_row *row)
{
	struct agency *g = row->record;

	g->code = text_upper(im->row_mem, g->code);
	g->parent_code = text_upper(im->row_mem, g->parent_code);
	if (*g->code && (strlen(g->code) != 10 || strspn(g->code, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 10))
		import_issue(im, row, "code", "ERR_AGENCY_CODE_FORM", g->code);
}

static const struct agency *stored(const struct book *b, const char *code)
{
	int low = 0, high = b->n;

	while (low < high) {
		int middle = (low + high) / 2;

		if (strcmp(b->at[middle].code, code) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < b->n && text_is(b->at[low].code, code) ? &b->at[low] : NULL;
}

/* What the tree will be: the rows of the file, sorted by code, over what is stored. */
struct tree { const struct book *book; const struct import_row *rows; int n; };

static const struct agency *in_tree(const struct tree *t, const char *code)
{
	int low = 0, high = t->n;

	while (low < high) {
		int middle = (low + high) / 2;

		if (strcmp(((const struct agency *)t->rows[middle].record)->code, code) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	const struct agency *g = low < t->n ? t->rows[low].record : NULL;

	return g && text_is(g->code, code) ? g : stored(t->book, code);
}

static void check_parent(struct import *im, struct import_row *row, const struct tree *t)
{
	const struct agency *g = row->record, *up = g;

	if (*g->parent_code && !in_tree(t, g->parent_code)) {
		import_issue(im, row, "parent_code", "E-CODE-01", g->parent_code);
		return;
	}
	for (int i = 0; up && *up->parent_code && i < DEPTH_MOST; i++) {
		const struct agency *next = in_tree(t, up->parent_code);

		if (next && text_is(next->code, g->code)) {
			import_issue(im, row, "parent_code", "ERR_AGENCY_LOOP", g->name, up->name);
			return;
		}
		up = next;
	}
}

/* What the file leaves open stays as it is. */
static void lay_over(struct import *im, struct import_row *row, const struct agency *was)
{
	struct agency *g = row->record;

	if (!import_given(im, row, "parent_code"))
		g->parent_code = was ? was->parent_code : "";
	if (!import_given(im, row, "is_enterprise"))
		g->is_enterprise = was && was->is_enterprise;
	if (!import_given(im, row, "is_opening"))
		g->is_opening = !was || was->is_opening;
	if (!import_given(im, row, "active"))
		g->active = !was || was->active;
	if (was)
		g->id = was->id, g->version = was->version;
}

static bool is_same(const struct agency *a, const struct agency *b)
{
	return text_is(a->name, b->name) && text_is(a->parent_code, b->parent_code) && a->is_enterprise == b->is_enterprise &&
		a->is_opening == b->is_opening && a->active == b->active;
}

static void judge(struct import *im, struct import_row *rows, int n)
{
	struct tree t = {im->references, rows, n};

	for (int i = 0; i < n; i++) {
		struct agency *g = rows[i].record;
		const struct agency *was = stored(t.book, g->code);

		lay_over(im, &rows[i], was);
		rows[i].outcome = !was ? IMPORT_CREATE : is_same(g, was) ? IMPORT_UNCHANGED : IMPORT_UPDATE;
	}
	for (int i = 0; i < n; i++)
		check_parent(im, &rows[i], &t);
}

static void values(struct import *im, const struct import_row *row, const void *nothing, struct value *to)
{
	const struct agency *g = row->record;

	(void)nothing;
	to[0] = A(im->batch), to[1] = value_id_or_null(g->id), to[2] = value_id_or_null(g->version), to[3] = A(g->code), to[4] = A(g->name);
	to[5] = A(g->parent_code), to[6] = A(g->is_enterprise), to[7] = A(g->is_opening), to[8] = A(g->active);
}

static void store(struct import *im, struct import_row *rows, int n)
{
	import_load(im, &agency_stage_put, rows, n, IMPORT_CREATE, values, NULL);
	import_load(im, &agency_stage_put, rows, n, IMPORT_UPDATE, values, NULL);
}

static int64_t apply(struct import *im)
{
	return row_int(db_run(im->db, &agency_stage_same, A(im->batch)), 0, "n");
}

static bool settle(struct import *im)
{
	int64_t fresh = row_int(db_run(im->db, &agency_stage_new, A(im->batch)), 0, "n");

	db_run(im->db, &agency_stage_fill, A(im->batch));
	db_run(im->db, &agency_stage_make, A(im->batch));
	if (!db_undone(im->db) && db_changed(im->db) != fresh)
		return false;
	db_run(im->db, &agency_stage_hang, A(im->batch));
	agency_renumber(im->db);
	db_run(im->db, &agency_stage_drop, A(im->batch));
	return true;
}

static void sweep(struct import *im, const char *what, int64_t first, int64_t last)
{
	(void)first, (void)last;
	if (!what)
		db_run(im->db, &agency_stage_drop, A(im->batch));
}

const struct import_kind directory_agency_kind = {
	.name = "agency", .title = "機關", .path = "/directory/import", .may = MAY_DGPA, .rows_at = NULL,
	.note = "一列為一機關。機關代碼已有者為更新，空白之欄位不變更；代碼不得變更，裁撤之機關「啟用」填否，機關不刪除。上級機關可為同一檔案之機關。"
		"匯入後不能整批復原，請以更正後之檔案再次上傳。",
	.fields = file_fields, .size = sizeof(struct agency), .key = (const char *const[]){"code", NULL},
	.begin = begin, .check = check, .judge = judge, .store = store, .apply = apply, .settle = settle, .sweep = sweep,
};
