/* options.c: a code table as the choice of a form. */
#include "app/code/code.h"

#include "app/code/code.sql.h"
#include "base/text.h"

struct options code_options(struct req *r, const char *table, const char *now, const char *empty)
{
	struct rows *c = db_run(r->db, &code_offered, A(table), A(r->today), A(now));
	struct options o = {arena_array(r->mem, (size_t)c->n + 1, sizeof *o.at), c->n + 1};

	o.at[0] = (struct option){"", empty, false};
	for (int i = 0; i < c->n; i++)
		o.at[i + 1] = (struct option){row_text(c, i, "code"), arena_print(r->mem, "%s %s", row_text(c, i, "code"), row_text(c, i, "name")),
			false};
	return o;
}
