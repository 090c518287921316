/* birth.c: 生日 of files in circulation, held against the person where one is stored.                          LEARN-295, CSV-5A */
#include "app/hours/hours.sql.h"
#include "app/hours/private.h"
#include "base/text.h"

enum { LIST_MOST = 4 << 20 };

/* "A100000109 1970-01-01": of all rows that say it. */
static const char *said(struct import *im, const struct import_row *rows, int n)
{
	struct text list = text_new(im->piece, LIST_MOST);
	struct json j = json_new(&list);
	bool any = false;

	json_list(&j);
	for (int i = 0; i < n; i++) {
		const struct hours_row *r = rows[i].record;

		if (!date_set(r->birth) || rows[i].outcome == IMPORT_REJECT)
			continue;
		json_text(&j, arena_print(im->piece, "%s %s", r->national_id, date_iso(im->piece, r->birth)));
		any = true;
	}
	json_end(&j);
	return any ? list.at : NULL;
}

void hours_births(struct import *im, struct import_row *rows, int n)
{
	const char *list = said(im, rows, n);
	struct rows *other = list ? db_run(im->db, &hours_births_other, A(list)) : NULL;

	for (int i = 0; other && i < other->n; i++)
		for (int k = 0; k < n; k++) {
			const struct hours_row *r = rows[k].record;

			if (date_set(r->birth) && text_is(r->national_id, row_text(other, i, "national_id")) &&
					text_is(date_iso(im->piece, r->birth), row_text(other, i, "said")))
				import_issue(im, &rows[k], "birth", "E-POS-03");
		}
}
