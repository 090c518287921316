/* bulk.c: a row of a file for 請證, and the trainee whom it is about.  Knows not what is stored of it.     ACMS-059, 061 */
#include "app/certificate/bulk.h"

#include <stdlib.h>
#include <string.h>

#include "app/certificate/certificate.sql.h"
#include "app/exam/exam.h"
#include "base/text.h"

const char *const bulk_key[] = {"national_id", "exam_year", "exam_code", NULL};

void bulk_check(struct import *im, struct import_row *row)
{
	struct bulk *b = row->record;
	const char *code = b->exam_code, *score;

	if (*code && !exam_code_tidy(im->row_mem, &code))
		import_issue(im, row, "exam_code", "ERR_EXAM_CODE", code);
	b->exam_code = code;
	if (*b->score && !score_parse(im->row_mem, b->score, &score))
		import_issue(im, row, "score", "ERR_SCORE", b->score);
	else if (*b->score)
		b->score = score;
	if (date_set(b->start) && date_set(b->end) && date_before(b->end, b->start))
		import_issue(im, row, "end", "ERR_DATE_RANGE", date_text(im->row_mem, b->end), field_named(im->kind->fields, "start")->label,
			date_text(im->row_mem, b->start));
}

static struct rows *load_known(struct import *im, const struct import_row *rows, int n, int64_t agency)
{
	return db_run(im->db, &bulk_known, A(import_texts(im, rows, n, "national_id")), A(agency));
}

static int compare(const char *id, int64_t year, const char *code, const struct applicant *a)
{
	int by = strcmp(id, a->national_id);

	if (by)
		return by;
	return year != a->exam_year ? (year < a->exam_year ? -1 : 1) : strcmp(code, a->exam_code);
}

static int in_order(const void *a, const void *b)
{
	const struct applicant *x = a;

	return compare(x->national_id, x->exam_year, x->exam_code, b);
}

static int to_row(const void *key, const void *a)
{
	const struct bulk *b = key;

	return compare(b->national_id, b->exam_year, b->exam_code, a);
}

void bulk_judge(struct import *im, struct import_row *rows, int n, int64_t agency,
	void (*judge)(struct import *, struct import_row *, const struct applicant *))
{
	const struct rows *found = load_known(im, rows, n, agency);
	struct applicant *all = records_load(im->piece, found, applicant_fields, sizeof *all);

	for (int i = 0; i < found->n; i++)
		all[i].place = row_int(found, i, "place");
	qsort(all, (size_t)found->n, sizeof *all, in_order);
	for (int i = 0; i < n; i++) {
		const struct bulk *b = rows[i].record;
		struct applicant *a = bsearch(b, all, (size_t)found->n, sizeof *all, to_row);

		rows[i].found = a;
		rows[i].outcome = IMPORT_UNCHANGED;
		if (!a)
			import_issue(im, &rows[i], "national_id", agency ? "ERR_FORBIDDEN" : "ERR_TRAINEE_NOT_FOUND");
		else if (*b->name && strcmp(b->name, a->name))
			import_issue(im, &rows[i], "name", "ERR_NAME_OTHER", b->name, a->name);
		else
			judge(im, &rows[i], a);
	}
}

struct entering bulk_by(const struct import *im, const char *reason)
{
	return (struct entering){.account = im->account, .agency = im->agency, .address = "", .reason = reason, .now = im->now,
		.today = im->today};
}
