/* file.c: 整批新增數位教材資訊: materials from a file; one that is there already is an error.                       LEARN-325, CSV-7 */
#include "app/material/material.sql.h"
#include "app/material/private.h"
#include "app/may.h"
#include "base/text.h"

struct complaining { struct import *im; struct import_row *row; };

static void complain(void *with, const char *field, const char *const *code_and_values)
{
	struct complaining *c = with;

	import_complain(c->im, c->row, field, code_and_values);
}

static void *begin(struct import *im)
{
	struct material_categories *all = arena_get(im->mem, sizeof *all);

	*all = material_categories(im->db, im->mem);
	return all;
}

static void check(struct import *im, struct import_row *row)
{
	material_check(im->row_mem, row->record, im->references, complain, &(struct complaining){im, row});
}

static void judge_one(struct import *im, struct import_row *row, const struct rows *known)
{
	const struct material *m = row->record;

	row->outcome = IMPORT_CREATE;
	for (int i = 0; i < known->n; i++)
		if (text_is(row_text(known, i, "name"), m->name) && date_same(row_date(known, i, "finished_on"), m->finished_on)) {
			if (row_bool(known, i, "busy"))
				import_issue(im, row, "name", "ERR_IMPORT_BUSY", m->name);
			else
				import_issue(im, row, "name", "E-DUP-01", arena_print(im->piece, "%s（%s）", m->name, date_text(im->piece,
					m->finished_on)));
			return;
		}
}

static void judge(struct import *im, struct import_row *rows, int n)
{
	const struct rows *known = db_run(im->db, &material_known, A(im->agency), A(import_texts(im, rows, n, "name")), A(im->batch));

	for (int i = 0; i < n; i++)
		judge_one(im, &rows[i], known);
}

static void row_values(struct import *im, const struct import_row *row, const void *nothing, struct value *to)
{
	(void)nothing;
	to[0] = A(im->agency);
	material_values(im->piece, row->record, to + 1);
	to[MATERIAL_VALUES + 1] = A(im->now), to[MATERIAL_VALUES + 2] = A(im->batch);
}

static const struct import_target target = {
	.what = "material", .newest = &material_newest, .put = &material_put, .sweep = &material_sweep, .release = &material_release,
	.values = row_values,
};

const struct import_kind material_kind = {
	.name = "material", .title = "整批新增數位教材資訊", .path = "/materials/import", .may = MAY_MATERIAL,
	.note = "一列為一項數位教材，通報機關為您目前的單位；已有相同教材名稱及完成日期者為錯誤。",
	.fields = material_fields, .size = sizeof(struct material), .key = (const char *const[]){"name", "finished_on", NULL}, .begin = begin,
	.check = check, .judge = judge, .makes = &target, .touched_by = &material_touched,
};
