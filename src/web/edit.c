/* edit.c: see edit.h. */
#include "web/edit.h"

#include "web/edit.html.h"
#include "web/list.h"
#include "web/route.h"

/* A path has slashes of its own, which req_url would take for a value's. */
static struct url below(const struct req *r, const struct edit *e, const char *rest)
{
	return (struct url){arena_print(r->mem, "%s%s%s", r->app->base, e->path, rest)};
}

void edit_page_show(struct req *r, int status, struct edit *e)
{
	e->r = r;
	e->wrong = issue_lines(r);
	e->inputs = inputs_of(r, e->fields, e->record);
	e->back = list_back(r, e->path);
	e->action = e->id ? below(r, e, arena_print(r->mem, "/%lld", (long long)e->id)) : below(r, e, "/new");
	e->removal = below(r, e, arena_print(r->mem, "/%lld/remove", (long long)e->id));
	edit_page(reply_page(r, status, e->title), e);
}
