/* edit.c: see edit.h. */
#include "web/edit.h"

#include "web/edit.html.h"
#include "web/list.h"

void edit_page_show(struct req *r, int status, struct edit *e)
{
	e->r = r;
	e->wrong = issue_lines(r);
	e->inputs = inputs_of(r, e->fields, e->record);
	e->back = list_back(r, e->path);
	e->action = e->id ? req_url(r, "/%s/%lld", e->path + 1, (long long)e->id) : req_url(r, "/%s/new", e->path + 1);
	e->removal = req_url(r, "/%s/%lld/remove", e->path + 1, (long long)e->id);
	edit_page(reply_page(r, status, e->title), e);
}
