/* file.c: 代碼表 by file: codes that are new, codes that are called otherwise or end.  A code is never removed: what a batch brought ends
 * when the batch is taken back.                                                                             LEARN-017, 042 */
#include "app/code/code.sql.h"
#include "app/code/private.h"
#include "app/may.h"
#include "base/text.h"

/* 代碼表 by its title or its name, then what is kept up on the page. */
static const struct field file_fields[] = {
	FIELD(code_item, table_code, TEXT, EDIT, "代碼表", .need = true, .most = 40, .example = "課程類別", .hint = "代碼表之名稱"),
	FIELD(code_item, code, TEXT, EDIT, "代碼", .need = true, .most = 20, .example = "306"),
	FIELD(code_item, name, TEXT, EDIT, "名稱", .need = true, .most = 100, .example = "外交"),
	FIELD(code_item, attribute, TEXT, EDIT, "屬性", .most = 40, .example = "3 專業訓練"),
	FIELD(code_item, is_required, BOOL, EDIT, "必須完成", .example = "否"),
	FIELD(code_item, sort_no, INT, EDIT, "順序", .least = 0, .most = 99999),
	FIELD(code_item, valid_from, DATE, EDIT, "起日"),
	FIELD(code_item, valid_to, DATE, EDIT, "迄日", .hint = "停用之代碼填最後有效日"),
	{0}
};

static void *begin(struct import *im)
{
	return code_book(im->db, im->mem);
}

static void check(struct import *im, struct import_row *row)
{
	struct code_item *x = row->record;
	const struct code_table *t = code_tables;

	while (t->name && !text_is(t->name, x->table_code) && !text_is(t->title, x->table_code))
		t++;
	if (t->name)
		x->table_code = t->name;
	else if (*x->table_code)
		import_issue(im, row, "table_code", "E-CODE-01", x->table_code);
	if (date_set(x->valid_from) && date_set(x->valid_to) && date_before(x->valid_to, x->valid_from))
		import_issue(im, row, "valid_to", "E-DATE-02", "起日", "迄日");
}

/* What the file leaves open stays as it is. */
static void lay_over(struct import *im, struct import_row *row, const struct code_item *was)
{
	struct code_item *x = row->record;

	x->id = was->id, x->version = was->version;
	if (!import_given(im, row, "attribute"))
		x->attribute = was->attribute;
	if (!import_given(im, row, "is_required"))
		x->is_required = was->is_required;
	if (!import_given(im, row, "sort_no"))
		x->sort_no = was->sort_no;
	if (!import_given(im, row, "valid_from"))
		x->valid_from = was->valid_from;
	if (!import_given(im, row, "valid_to"))
		x->valid_to = was->valid_to;
}

static bool is_same(const struct code_item *a, const struct code_item *b)
{
	return text_is(a->name, b->name) && text_is(a->attribute, b->attribute) && a->is_required == b->is_required && a->sort_no == b->sort_no &&
		date_same(a->valid_from, b->valid_from) && date_same(a->valid_to, b->valid_to);
}

static void judge(struct import *im, struct import_row *rows, int n)
{
	for (int i = 0; i < n; i++) {
		struct code_item *x = rows[i].record;
		const struct code_item *was = code_of(im->references, x->table_code, x->code);

		rows[i].outcome = IMPORT_CREATE;
		if (!was)
			continue;
		lay_over(im, &rows[i], was);
		rows[i].outcome = is_same(x, was) ? IMPORT_UNCHANGED : IMPORT_UPDATE;
	}
}

static void values(struct import *im, const struct import_row *row, const void *nothing, struct value *to)
{
	const struct code_item *x = row->record;

	(void)nothing;
	to[0] = A(im->batch), to[1] = value_id_or_null(x->id), to[2] = value_id_or_null(x->version), to[3] = A(x->table_code), to[4] = A(x->code);
	to[5] = A(x->name), to[6] = A(x->attribute ? x->attribute : ""), to[7] = A(x->is_required), to[8] = A(x->sort_no);
	to[9] = A(x->valid_from), to[10] = A(x->valid_to);
}

static void store(struct import *im, struct import_row *rows, int n)
{
	import_load(im, &code_stage_put, rows, n, IMPORT_CREATE, values, NULL);
	import_load(im, &code_stage_put, rows, n, IMPORT_UPDATE, values, NULL);
}

static int64_t apply(struct import *im)
{
	return row_int(db_run(im->db, &code_stage_same, A(im->batch)), 0, "n");
}

/* A code that somebody else has entered meanwhile is not ours to fill in unseen. */
static bool settle(struct import *im)
{
	int64_t fresh = row_int(db_run(im->db, &code_stage_new, A(im->batch)), 0, "n");

	db_run(im->db, &code_stage_was, A(im->batch));
	db_run(im->db, &code_stage_fill, A(im->batch));
	db_run(im->db, &code_stage_make, A(im->batch));
	return db_undone(im->db) || db_changed(im->db) == fresh;
}

static void sweep(struct import *im, const char *what, int64_t first, int64_t last)
{
	(void)first, (void)last;
	if (!what)
		db_run(im->db, &code_stage_drop, A(im->batch));
}

static struct rows *touched(struct import *im, int most)
{
	return db_run(im->db, &code_stage_touched, A(im->batch), A(most));
}

static void take_back(struct import *im)
{
	db_run(im->db, &code_stage_unfill, A(im->batch));
	db_run(im->db, &code_stage_end, A(im->batch), A(date_plus(im->today, -1)));
	db_run(im->db, &code_stage_drop, A(im->batch));
}

const struct import_kind code_kind = {
	.name = "code", .title = "代碼表", .path = "/codes/import", .may = MAY_DGPA,
	.note = "一列為一個代碼，「代碼表」填其名稱，例如課程類別。代碼已有者為更新，空白之欄位不變更；停用之代碼填迄日，代碼不刪除。"
		"復原時，新增之代碼以前一日為迄日停用，更新者恢復原狀。",
	.fields = file_fields, .size = sizeof(struct code_item), .key = (const char *const[]){"table_code", "code", NULL},
	.begin = begin, .check = check, .judge = judge, .store = store, .apply = apply, .settle = settle, .sweep = sweep, .touched = touched,
	.take_back = take_back,
};
