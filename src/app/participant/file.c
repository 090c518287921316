/* file.c: rows of uploads that name a participant. */
#include "app/participant/participant.h"

#include <string.h>

#include "base/text.h"

static struct rows *look_up(struct import *im, const struct import_row *rows, int n, const struct participant_finder *f)
{
	return db_run_values(im->db, f->known, (const struct value[]){A(import_texts(im, rows, n, "national_id"))}, 1);
}

static bool is(const struct rows *known, int i, const struct participant_named *who)
{
	return row_int(known, i, "year") == who->year && text_is(row_text(known, i, "type"), who->type);
}

void participants_find(struct import *im, struct import_row *rows, int n, const struct participant_finder *f)
{
	const struct rows *known = look_up(im, rows, n, f);
	int from = 0;

	for (int i = 0; i < n; i++) {
		struct participant_named who = f->named(rows[i].record);
		const char *name = NULL;

		rows[i].found = NULL;
		while (from < known->n && strcmp(row_text(known, from, "national_id"), who.national_id) < 0)
			from++;
		for (int k = from; k < known->n && !name && text_is(row_text(known, k, "national_id"), who.national_id); k++)
			if (is(known, k, &who)) {
				rows[i].found = f->found(im, known, k);
				name = row_text(known, k, "name");
			}
		if (!name)
			import_issue(im, &rows[i], "national_id", "ERR_NO_PARTICIPANT", who.national_id);
		else if (*who.name && strcmp(who.name, name))
			import_issue(im, &rows[i], "name", "ERR_NAME_OTHER", who.name, name);
	}
}
