/* changes.c: see changes.h. */
#include "web/changes.h"

static const char *value_words(struct arena *mem, const char *value)
{
	struct date day;

	return date_parse_iso(value, &day) ? date_text(mem, day) : value;
}

struct change_lines change_lines_of(struct arena *mem, const struct rows *r, const struct code *whats)
{
	struct change_lines all = {arena_array(mem, (size_t)r->n, sizeof *all.at), r->n};

	for (int i = 0; i < r->n; i++) {
		const struct code *what = code_find(whats, row_text(r, i, "what"));

		all.at[i] = (struct change_line){what ? what->label : row_text(r, i, "what"), value_words(mem, row_text(r, i, "before")),
			value_words(mem, row_text(r, i, "after")), row_text(r, i, "reason"), row_text(r, i, "document"), row_text(r, i, "who"),
			row_moment(r, i, "made")};
	}
	return all;
}
