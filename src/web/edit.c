/* edit.c: see edit.h. */
#include "web/edit.h"

#include <string.h>

#include "web/edit.html.h"
#include "web/list.h"
#include "web/route.h"

/* A path has slashes of its own, which req_url would take for a value's. */
static struct url below(const struct req *r, const struct edit *e, const char *rest)
{
	return (struct url){arena_print(r->mem, "%s%s%s", r->app->base, e->path, rest)};
}

void inputs_choose(const struct req *r, struct inputs *inputs, const char *name, struct options options)
{
	for (int i = 0; i < inputs->n; i++) {
		struct input *one = &inputs->at[i];

		if (strcmp(one->name, name))
			continue;
		struct input made = one->kind == INPUT_SEVERAL ? input_several(r, name, one->label, one->value, one->need, options) :
			input_choice(r, name, one->label, one->value, one->need, options);

		made.hint = one->hint;
		*one = made;
	}
}

void edit_page_show(struct req *r, int status, struct edit *e)
{
	e->r = r;
	e->wrong = issue_lines(r);
	e->inputs = inputs_of(r, e->fields, e->record);
	for (int i = 0; i < e->n_choices; i++)
		inputs_choose(r, &e->inputs, e->choices[i].name, e->choices[i].options);
	e->back = list_back(r, e->path);
	e->action = e->id ? below(r, e, arena_print(r->mem, "/%lld", (long long)e->id)) : below(r, e, "/new");
	e->removal = below(r, e, arena_print(r->mem, "/%lld/remove", (long long)e->id));
	e->reason = input_text(r, "reason", "刪除原因", "", true, NULL);
	edit_page(reply_page(r, status, e->title), e);
}
