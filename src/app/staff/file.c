/* file.c: 任職紀錄 by file: who serves where, since when; who has moved, is on leave, has left.                    LEARN-037, 042
 *
 * Of the rows of one person each begins where it says, and ends the one before it.  A row whose first day is known already fills that
 * posting in.  Who is new to the system is brought in with the first posting. */
#include <string.h>

#include "app/may.h"
#include "app/staff/private.h"
#include "app/staff/staff.sql.h"
#include "base/collate.h"
#include "base/text.h"

struct complaining { struct import *im; struct import_row *row; };

static void complain(void *with, const char *field, const char *const *code_and_values)
{
	struct complaining *c = with;

	import_complain(c->im, c->row, field, code_and_values);
}

static void *begin(struct import *im)
{
	return staff_words(im->db, im->mem, im->agency, im->all_agencies);
}

static void check(struct import *im, struct import_row *row)
{
	staff_check(im->row_mem, row->record, im->references, complain, &(struct complaining){im, row});
}

/* ---- what is known of a person */

static struct rows *load_known(struct import *im, const struct import_row *rows, int n)
{
	return db_run(im->db, &staff_known, A(import_texts(im, rows, n, "national_id")), A(im->batch));
}

/* Of one person: rows from…to-1 of those known, which come in the order of their national IDs. */
struct known { const struct rows *rows; int from, to; };

static void find_known(struct known *k, const char *national_id)
{
	int low = 0, high = k->rows->n;

	while (low < high) {
		int middle = (low + high) / 2;

		if (strcmp(row_text(k->rows, middle, "national_id"), national_id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (k->from = k->to = low; k->to < k->rows->n && text_is(row_text(k->rows, k->to, "national_id"), national_id);)
		k->to++;
}

static void know_person(struct import *im, struct import_row *row, const struct known *k)
{
	struct posting_entry *e = row->record;

	if (k->from == k->to) {
		if (!e->sex.id || !*e->sex.id)
			import_issue(im, row, "sex", "E-REQ-01");
		if (!date_set(e->birth_date))
			import_issue(im, row, "birth_date", "E-REQ-01");
		return;
	}
	e->person = row_int(k->rows, k->from, "person");
	if (row_bool(k->rows, k->from, "busy"))
		import_issue(im, row, "national_id", "ERR_IMPORT_BUSY", e->name);
	if (!text_is(row_text(k->rows, k->from, "name"), e->name))
		import_issue(im, row, "name", "E-HRS-05");
	if (date_set(e->birth_date) && !date_same(row_date(k->rows, k->from, "birth_date"), e->birth_date))
		import_issue(im, row, "birth_date", "E-POS-03");
}

static struct staff_span span_of(const struct rows *r, int i)
{
	return (struct staff_span){row_int(r, i, "id"), row_int(r, i, "agency"), row_text(r, i, "agency_name"), row_date(r, i, "from_day"),
		row_date(r, i, "to_day")};
}

static void know_line(struct import *im, const struct posting_entry *e, const struct known *k, struct staff_line *line)
{
	line->n = 0;
	for (int i = k->from; i < k->to; i++)
		if (row_int(k->rows, i, "id") && row_bool(k->rows, i, "is_main") == !e->is_beside &&
				(!e->is_beside || row_int(k->rows, i, "agency") == e->agency))
			staff_line_add(im->piece, line, span_of(k->rows, i));
}

/* ---- how a row stands to it */

/* What the file leaves open stays as it is. */
static void lay_over(struct import *im, struct import_row *row, const struct rows *r, int i)
{
	struct posting_entry *e = row->record;

	e->id = row_int(r, i, "id"), e->version = row_int(r, i, "version");
	if (!import_given(im, row, "unit"))
		e->unit = row_text(r, i, "unit");
	if (!import_given(im, row, "is_supervisor"))
		e->is_supervisor = row_bool(r, i, "is_supervisor");
	if (!import_given(im, row, "status"))
		e->status = *code_find(posting_states, row_text(r, i, "status"));
	if (!import_given(im, row, "to_day"))
		e->to_day = row_date(r, i, "to_day");
}

static bool is_same(const struct posting_entry *e, const struct rows *r, int i)
{
	return text_is(e->unit, row_text(r, i, "unit")) && e->title_id == row_int(r, i, "title") && e->rank_id == row_int(r, i, "rank") &&
		e->class_id == row_int(r, i, "person_class") && e->is_supervisor == row_bool(r, i, "is_supervisor") &&
		text_is(e->status.id, row_text(r, i, "status")) && date_same(e->to_day, row_date(r, i, "to_day"));
}

static void fill_in(struct import *im, struct import_row *row, const struct known *k, const struct staff_span *there)
{
	for (int i = k->from; i < k->to; i++)
		if (row_int(k->rows, i, "id") == there->id) {
			lay_over(im, row, k->rows, i);
			row->outcome = is_same(row->record, k->rows, i) ? IMPORT_UNCHANGED : IMPORT_UPDATE;
		}
}

static void judge_one(struct import *im, struct import_row *row, const struct known *k, struct staff_line *line)
{
	struct posting_entry *e = row->record;
	struct staff_span wanted = {.agency = e->agency, .agency_name = "同檔另一列", .from = e->from_day, .until = e->to_day};
	const struct staff_span *by;

	row->outcome = IMPORT_CREATE;
	know_person(im, row, k);
	if (row->outcome == IMPORT_REJECT)
		return;
	enum staff_fit fit = staff_fit(line, &wanted, &by);

	if (fit == STAFF_THERE) {
		fill_in(im, row, k, by);
	} else if (fit == STAFF_NEW) {
		e->to_day = wanted.until;
		staff_line_add(im->piece, line, wanted);
	} else {
		staff_misfit(im->row_mem, "from_day", fit, by, complain, &(struct complaining){im, row});
	}
}

static bool same_person(const struct import_row *a, const struct import_row *b)
{
	return text_is(((const struct posting_entry *)a->record)->national_id, ((const struct posting_entry *)b->record)->national_id);
}

static bool same_line(const struct import_row *a, const struct import_row *b)
{
	return same_person(a, b) && text_is(((const struct posting_entry *)a->record)->line, ((const struct posting_entry *)b->record)->line);
}

/* The rows of one person stand together: line by line, each in the order of its days. */

static void judge(struct import *im, struct import_row *rows, int n)
{
	struct known k = {load_known(im, rows, n), 0, 0};
	struct staff_line line = {0};

	for (int i = 0; i < n; i++) {
		const struct posting_entry *e = rows[i].record;

		if (!i || !same_person(&rows[i - 1], &rows[i]))
			find_known(&k, e->national_id);
		if (!i || !same_line(&rows[i - 1], &rows[i]))
			know_line(im, e, &k, &line);
		judge_one(im, &rows[i], &k, &line);
	}
}

/* ---- storing */

struct feed { struct import *im; struct import_row *rows; int n, at; const char *last; };

static bool next_person(void *with, struct value *to)
{
	struct feed *f = with;
	const struct posting_entry *e = NULL;

	for (; f->at < f->n; f->at++) {
		e = f->rows[f->at].record;
		if (f->rows[f->at].outcome == IMPORT_CREATE && !e->person && !text_is(e->national_id, f->last))
			break;
	}
	if (f->at == f->n)
		return false;
	f->at++;
	f->last = e->national_id;
	to[0] = A(e->national_id), to[1] = A(e->name), to[2] = A(collate_key(f->im->piece, e->name)), to[3] = A(e->sex.id);
	to[4] = A(e->birth_date), to[5] = A(f->im->batch);
	return true;
}

static void stage_values(struct import *im, const struct import_row *row, const void *nothing, struct value *to)
{
	(void)nothing;
	staff_stage_values(im->batch, row->record, row->outcome == IMPORT_CREATE, to);
}

static void store(struct import *im, struct import_row *rows, int n)
{
	int64_t before = row_int(db_run(im->db, &staff_person_last), 0, "id");

	if (db_load(im->db, &staff_person_put, next_person, &(struct feed){im, rows, n, 0, ""}))
		import_made(im, "person", before, row_int(db_run(im->db, &staff_person_last), 0, "id"));
	import_load(im, &staff_stage_put, rows, n, IMPORT_CREATE, stage_values, NULL);
	import_load(im, &staff_stage_put, rows, n, IMPORT_UPDATE, stage_values, NULL);
}

static int64_t apply(struct import *im)
{
	return staff_staged(im->db, im->batch);
}

static bool settle(struct import *im)
{
	return staff_show(im->db, im->batch);
}

static void sweep(struct import *im, const char *what, int64_t first, int64_t last)
{
	if (what)
		db_run(im->db, &staff_person_sweep, A(im->batch), A(first), A(last));
	else
		db_run(im->db, &staff_stage_drop, A(im->batch));
}

static struct rows *touched(struct import *im, int most)
{
	return db_run(im->db, &staff_touched, A(im->batch), A(most));
}

static void take_back(struct import *im)
{
	staff_take_back(im->db, im->batch);
}

const struct import_kind posting_kind = {
	.name = "posting", .title = "任職紀錄", .path = "/postings/import", .may = MAY_HR_SNAPSHOT | MAY_DGPA, .rows_at = "/postings?batch=",
	.note = "一列為一人於一機關之一段任職：到職、調任、留職停薪及離職各為一列，由起日起算，前一筆於其前一日終止。"
		"起日相同者為更新，空白之欄位不變更既有資料；系統尚無此人時，須填寫性別及出生日期。",
	.fields = posting_entry_fields, .size = sizeof(struct posting_entry), .key = (const char *const[]){"national_id", "place", NULL},
	.together = true, .begin = begin, .check = check, .judge = judge, .store = store, .apply = apply, .settle = settle, .sweep = sweep,
	.touched = touched, .take_back = take_back,
};
