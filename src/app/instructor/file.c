/* file.c: 整批新增講師: entries from a file; one that is there already is an error.                              LEARN-246, CSV-3 */
#include <string.h>

#include "app/instructor/instructor.sql.h"
#include "app/instructor/private.h"
#include "app/may.h"
#include "base/text.h"

enum { LIST_MOST = 8 << 20 };

struct complaining { struct import *im; struct import_row *row; };

static void complain(void *with, const char *field, const char *const *code_and_values)
{
	struct complaining *c = with;

	import_complain(c->im, c->row, field, code_and_values);
}

static void *begin(struct import *im)
{
	struct expertises *e = arena_get(im->mem, sizeof *e);

	*e = expertises_load(im->db, im->mem);
	return e;
}

static void check(struct import *im, struct import_row *row)
{
	struct instructor *i = row->record;

	instructor_check(im->row_mem, i, im->references, complain, &(struct complaining){im, row});
}

/* ---- who is there already ---- */

static struct rows *load_keys(struct import *im, const struct import_row *rows, int n)
{
	struct text list = text_new(im->piece, LIST_MOST);
	struct json j = json_new(&list);

	json_list(&j);
	for (int i = 0; i < n; i++) {
		const struct instructor *one = rows[i].record;

		json_text(&j, *one->national_id ? one->national_id : one->name);
	}
	json_end(&j);
	return db_run(im->db, &instructor_own_keys, A(im->agency), A(list.at), A(im->batch));
}

/* The ID number when there is one, else the name and where they serve. */
static bool is_same(const struct instructor *a, const char *name, const char *org_name, const char *national_id)
{
	return *a->national_id ? text_is(a->national_id, national_id) : text_is(a->name, name) && text_is(a->org_name, org_name);
}

static void judge_one(struct import *im, struct import_row *row, const struct rows *known)
{
	const struct instructor *i = row->record;

	row->outcome = IMPORT_CREATE;
	for (int k = 0; k < known->n; k++)
		if (is_same(i, row_text(known, k, "name"), row_text(known, k, "org_name"), row_text(known, k, "national_id"))) {
			if (row_bool(known, k, "busy"))
				import_issue(im, row, "name", "ERR_IMPORT_BUSY", i->name);
			else
				import_issue(im, row, "name", "E-INS-02", i->name, i->org_name);
			return;
		}
}

static void judge(struct import *im, struct import_row *rows, int n)
{
	const struct rows *known = load_keys(im, rows, n);

	for (int i = 0; i < n; i++)
		judge_one(im, &rows[i], known);
}

/* ---- storing ---- */

static void row_values(struct import *im, const struct import_row *row, const void *nothing, struct value *to)
{
	(void)nothing;
	to[0] = A(im->agency);
	instructor_values(im->piece, row->record, to + 1);
	to[INSTRUCTOR_VALUES + 1] = A(im->now), to[INSTRUCTOR_VALUES + 2] = A(im->batch);
}

static void sweep(struct import *im, const char *what, int64_t first, int64_t last)
{
	if (what)
		instructor_sweep_named(im->db, im->batch, first, last);
}

static const struct import_target target = {
	.what = "instructor", .newest = &instructor_newest, .put = &instructor_put, .release = &instructor_release, .values = row_values,
};

const struct import_kind instructor_kind = {
	.name = "instructor", .title = "整批新增講師", .path = "/instructors/import", .may = MAY_INSTRUCTOR | MAY_DGPA,
		.rows_at = "/instructors?batch=",
	.note = "一列為一位講師，必填「講師姓名」及「可授科目 1」；已有相同身分證字號，或相同姓名及服務機關(構)者為錯誤。",
	.fields = instructor_fields, .size = sizeof(struct instructor), .key = (const char *const[]){"national_id", "name", "org_name", NULL},
	.begin = begin, .check = check, .judge = judge, .makes = &target, .touched_by = &instructor_touched, .sweep = sweep,

};
