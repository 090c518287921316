/* unit_file.c: 內部單位 by file: units that are new, get a code or another place in the order, or are used no more.        LEARN-017, 042 */
#include "app/directory/directory.sql.h"
#include "app/directory/private.h"
#include "app/may.h"
#include "base/text.h"

static const struct field file_fields[] = {
	FIELD(unit, agency_code, TEXT, EDIT, "機關代碼", .most = 10, .example = "323000000A", .hint = "留白：目前單位"),
	FIELD(unit, name, TEXT, EDIT, "單位名稱", .need = true, .most = 60, .aliases = "單位|內部單位", .example = "人事處"),
	FIELD(unit, code, TEXT, EDIT, "單位代碼", .most = 20, .example = "0100"),
	FIELD(unit, sort_no, INT, EDIT, "順序", .least = 0, .most = 99999),
	FIELD(unit, active, BOOL, EDIT, "啟用", .example = "是", .hint = "新單位留白為是"),
	{0}
};

static void *begin(struct import *im)
{
	return db_run(im->db, &directory_agencies);
}

/* Of one's own agency without its code; 總處 of any. */
static void check(struct import *im, struct import_row *row)
{
	const struct rows *all = im->references;
	struct unit *u = row->record;

	u->agency_code = text_upper(im->row_mem, u->agency_code);
	for (int i = 0; i < all->n && !u->agency; i++)
		if (*u->agency_code ? text_is(row_text(all, i, "code"), u->agency_code) : row_int(all, i, "id") == im->agency) {
			u->agency = row_int(all, i, "id");
			u->agency_code = row_text(all, i, "code");
		}
	if (!u->agency || (u->agency != im->agency && !im->all_agencies))
		import_issue(im, row, "agency_code", "E-SCOPE-01");
}

static struct rows *load_known(struct import *im, const struct import_row *rows, int n)
{
	return db_run(im->db, &directory_unit_known, A(import_texts(im, rows, n, "agency_code")));
}

/* What the file leaves open stays as it is. */
static enum import_outcome lay_over(struct import *im, struct import_row *row, const struct rows *known, int i)
{
	struct unit *u = row->record;

	u->id = row_int(known, i, "id"), u->version = row_int(known, i, "version");
	if (!import_given(im, row, "code"))
		u->code = row_text(known, i, "code");
	if (!import_given(im, row, "sort_no"))
		u->sort_no = row_int(known, i, "sort_no");
	if (!import_given(im, row, "active"))
		u->active = row_bool(known, i, "active");
	return text_is(u->code, row_text(known, i, "code")) && u->sort_no == row_int(known, i, "sort_no") &&
		u->active == row_bool(known, i, "active") ? IMPORT_UNCHANGED : IMPORT_UPDATE;
}

static int find(const struct rows *known, const struct unit *u)
{
	for (int i = 0; i < known->n; i++)
		if (row_int(known, i, "agency") == u->agency && text_is(row_text(known, i, "name"), u->name))
			return i;
	return -1;
}

static void judge(struct import *im, struct import_row *rows, int n)
{
	struct rows *known = load_known(im, rows, n);

	for (int i = 0; i < n; i++) {
		struct unit *u = rows[i].record;
		int at = find(known, u);

		if (at >= 0) {
			rows[i].outcome = lay_over(im, &rows[i], known, at);
			continue;
		}
		rows[i].outcome = IMPORT_CREATE;
		u->code = u->code ? u->code : "";
		u->active |= !import_given(im, &rows[i], "active");
	}
}

static void values(struct import *im, const struct import_row *row, const void *nothing, struct value *to)
{
	const struct unit *u = row->record;

	(void)nothing;
	to[0] = A(im->batch), to[1] = value_id_or_null(u->id), to[2] = value_id_or_null(u->version), to[3] = A(u->agency), to[4] = A(u->code);
	to[5] = A(u->name), to[6] = A(u->sort_no), to[7] = A(u->active);
}

static void store(struct import *im, struct import_row *rows, int n)
{
	import_load(im, &unit_stage_put, rows, n, IMPORT_CREATE, values, NULL);
	import_load(im, &unit_stage_put, rows, n, IMPORT_UPDATE, values, NULL);
}

static int64_t apply(struct import *im)
{
	return row_int(db_run(im->db, &unit_stage_same, A(im->batch)), 0, "n");
}

static bool settle(struct import *im)
{
	int64_t fresh = row_int(db_run(im->db, &unit_stage_new, A(im->batch)), 0, "n");

	db_run(im->db, &unit_stage_fill, A(im->batch));
	db_run(im->db, &unit_stage_make, A(im->batch));
	bool good = db_undone(im->db) || db_changed(im->db) == fresh;

	db_run(im->db, &unit_stage_drop, A(im->batch));
	return good;
}

static void sweep(struct import *im, const char *what, int64_t first, int64_t last)
{
	(void)first, (void)last;
	if (!what)
		db_run(im->db, &unit_stage_drop, A(im->batch));
}

const struct import_kind directory_unit_kind = {
	.name = "unit", .title = "內部單位", .path = "/units/import", .may = MAY_HR_SNAPSHOT | MAY_DGPA,
	.note = "一列為一機關之一內部單位。該機關已有此單位名稱者為更新，空白之欄位不變更；不再使用之單位「啟用」填否，單位不刪除，更名請於網頁修改。"
		"匯入後不能整批復原，請以更正後之檔案再次上傳。",
	.fields = file_fields, .size = sizeof(struct unit), .key = (const char *const[]){"agency_code", "name", NULL},
	.begin = begin, .check = check, .judge = judge, .store = store, .apply = apply, .settle = settle, .sweep = sweep,
};
