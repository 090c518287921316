/* store.c: candidates from files: read, judged by the rule, stored; what differs from a stored one replaces it, unless a person has decided
 * about that one already. */
#include <string.h>

#include "app/may.h"
#include "app/survey/private.h"
#include "app/survey/survey.sql.h"
#include "base/text.h"

enum { LIST_MOST = 8 << 20 };

/* Held for the pass: where agencies belong, and a verdict to begin from. */
struct references { struct selector_tree agencies; const struct promotions *promotions; };

/* What judge() leaves for store(). */
struct known { struct candidate now, before; bool decided; };

static void *begin(struct import *im)
{
	struct references *r = arena_get(im->mem, sizeof *r);

	r->agencies = selector_tree(im->db, im->mem);
	r->promotions = promotion_verdict(NULL, im->mem).promotions;
	return r;
}

struct complaining { struct import *im; struct import_row *row; };

static void complain(void *with, const char *field, const char *const *code_and_values)
{
	struct complaining *c = with;

	import_complain(c->im, c->row, field, code_and_values);
}

static void check(struct import *im, struct import_row *row)
{
	struct candidate *c = row->record;
	const struct references *r = im->references;
	struct verdict v = verdict_new(im->row_mem, NULL, NULL);

	c->agency_code = text_upper(im->row_mem, c->agency_code);
	c->former_code = text_upper(im->row_mem, c->former_code);
	if (!r || !c->year || !*c->type.id || !*c->agency_code)
		return;
	v.promotions = r->promotions;
	candidate_place(c, &r->agencies, &v, complain, &(struct complaining){im, row});
	if (c->agency && !candidate_is_of(c, im->agency))
		import_issue(im, row, "agency_code", "ERR_NOT_OWN", c->agency_code);
}

/* ---- how a row stands to what is stored */

static struct rows *load_known(struct import *im, const struct import_row *rows, int n)
{
	struct text list = text_new(im->piece, LIST_MOST);
	struct json j = json_new(&list);

	json_list(&j);
	for (int i = 0; i < n; i++)
		json_text(&j, ((const struct candidate *)rows[i].record)->national_id);
	json_end(&j);
	return db_run(im->db, &candidate_known, A(list.at), A(im->batch));
}

static bool is_same_key(const struct candidate *a, const struct candidate *b)
{
	return a->year == b->year && text_is(a->type.id, b->type.id) && text_is(a->national_id, b->national_id);
}

/* The file's values laid over the stored ones; what differs is told where a person has decided. */
static void lay_over(struct import *im, struct import_row *row, struct known *k)
{
	const struct candidate *file = row->record;

	row->outcome = IMPORT_UNCHANGED;
	for (const struct field *f = candidate_fields; f->name; f++) {
		if (f->use != EDIT || !import_given(im, row, f->name))
			continue;
		const char *was = field_plain(f, im->piece, &k->before), *is = field_plain(f, im->piece, file);

		if (!strcmp(was, is))
			continue;
		field_load(f, im->piece, is, &k->now);
		if (k->decided)
			import_differs(im, row, f->name, field_text(f, im->piece, &k->before), field_text(f, im->piece, file));
		else if (row->outcome == IMPORT_UNCHANGED)
			row->outcome = IMPORT_UPDATE;
	}
	k->now.agency = file->agency;
	k->now.former = file->former ? file->former : k->before.former;
	k->now.selector = file->selector;
}

static void judge_one(struct import *im, struct import_row *row, const struct candidate *stored, bool busy)
{
	const struct references *r = im->references;
	struct known *k = row->found = arena_get(im->piece, sizeof *k);
	struct verdict v = verdict_new(im->piece, NULL, NULL);

	if (row->outcome == IMPORT_REJECT)
		return;
	row->outcome = IMPORT_CREATE;
	k->now = *(const struct candidate *)row->record;
	if (busy)
		import_issue(im, row, "national_id", "ERR_IMPORT_BUSY", k->now.name);
	if (stored) {
		k->before = k->now = *stored;
		k->decided = *stored->decided.id;
		lay_over(im, row, k);
	}
	v.promotions = r->promotions;
	if (row->outcome == IMPORT_CREATE || row->outcome == IMPORT_UPDATE)
		candidate_judge(&k->now, &v);
}

static void judge(struct import *im, struct import_row *rows, int n)
{
	const struct rows *found = load_known(im, rows, n);
	struct candidate *stored = records_load(im->piece, found, candidate_fields, sizeof *stored);
	int from = 0;

	/* Both stand in the order of the ID; a person may be there for some years. */
	for (int i = 0; i < n; i++) {
		const struct candidate *c = rows[i].record, *same = NULL;
		bool busy = false;

		while (from < found->n && strcmp(stored[from].national_id, c->national_id) < 0)
			from++;
		for (int k = from; k < found->n && !strcmp(stored[k].national_id, c->national_id); k++)
			if (is_same_key(&stored[k], c)) {
				same = &stored[k];
				busy = row_bool(found, k, "busy");
			}
		judge_one(im, &rows[i], same, busy);
	}
}

/* ---- storing */

void candidate_values(const struct candidate *c, struct value to[CANDIDATE_VALUES])
{
	to[0] = A(c->name), to[1] = A(c->agency), to[2] = value_id_or_null(c->former), to[3] = A(c->moved_on), to[4] = A(c->selector);
	to[5] = A(c->post), to[6] = A(c->confirmed.id), to[7] = A(c->top_step_on), to[8] = A(c->senior_pay.id), to[9] = A(c->grade_3.id);
	to[10] = A(c->grade_2.id), to[11] = A(c->grade_1.id), to[12] = A(c->exam.id), to[13] = value_id_or_null(c->exam_grade);
	to[14] = A(c->school.id), to[15] = A(c->since), to[16] = A(c->breaks), to[17] = A(c->result.id), to[18] = A(c->elements);
	to[19] = value_id_or_null(c->preview);
}

static void row_values(struct import *im, const struct import_row *row, const void *nothing, struct value *to)
{
	(void)nothing;
	const struct candidate *c = &((const struct known *)row->found)->now;

	to[0] = A(c->type.id), to[1] = A(c->year), to[2] = A(c->national_id);
	candidate_values(c, to + 3);
	to[23] = A(im->batch);
}

static void change_values(struct import *im, const struct import_row *row, const void *now, struct value *to)
{
	const struct known *k = row->found;

	to[0] = A(im->batch), to[1] = A(k->before.id), to[2] = A(!now), to[3] = A(k->before.version + !now);
	candidate_values(now ? &k->now : &k->before, to + 4);
}

static const struct import_target target = {
	.what = "candidate", .newest = &candidate_last, .put = &candidate_put, .sweep = &candidate_sweep, .values = row_values,
};
static const struct import_staging changes = {
	.put = &candidate_change_put, .drop = &candidate_change_drop, .two_sides = true, .values = change_values,
};

static int64_t apply(struct import *im)
{
	db_run(im->db, &candidate_change_apply, A(im->batch), A(0));
	return db_changed(im->db);
}

static void take_back(struct import *im)
{
	db_run(im->db, &candidate_release, A(im->batch));
	db_run(im->db, &candidate_change_apply, A(im->batch), A(1));
}

static bool decide(struct import *im, struct import_row *row, bool take)
{
	const struct known *k;
	struct verdict v = promotion_verdict(NULL, im->piece);
	struct candidate now;
	struct value values[CANDIDATE_VALUES + 2];

	check(im, row);
	judge(im, row, 1);
	k = row->found;
	if (row->outcome == IMPORT_REJECT || !k->before.id)
		return false;
	if (!take)
		return true;
	now = k->now;
	candidate_judge(&now, &v);
	values[0] = A(now.id), values[1] = A(now.version);
	candidate_values(&now, values + 2);
	return db_run_values(im->db, &candidate_set, values, CANDIDATE_VALUES + 2)->n;
}

const struct import_kind survey_kind = {
	.name = "survey", .title = "參訓資格調查表", .path = "/promotion/survey/import", .may = MAY_PROMOTION_EDIT,
	.note = "一列為一人於一年度一訓練之參訓資格資料。與既有資料不同者以檔案為準並重新審查；已經人工審定者列為待複核，由承辦人逐筆決定。",
	.fields = candidate_fields, .size = sizeof(struct candidate), .key = (const char *const[]){"national_id", "year", "type", NULL},
	.form_codes = true, .begin = begin, .check = check, .judge = judge, .makes = &target, .fills = &changes,
	.touched_by = &candidate_touched, .apply = apply, .take_back = take_back, .decide = decide,
};
