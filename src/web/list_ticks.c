/* list_ticks.c: the ticks of a list that is a form, over all its pages.  See list.h. */
#include <string.h>

#include "base/text.h"
#include "web/list.h"

static void take(struct req *r, const char *name)
{
	const char *value = req_form(r, name);

	if (*value && !*req_query(r, name))
		pair_add(r->mem, &r->query, name, value);
}

bool list_shown_again(struct req *r, const char *const *conditions)
{
	static const char *const ours[] = {"per", "sort", NULL};
	bool anew = *req_query(r, "sort") || *req_query(r, "per");     /* another order begins at its first page */

	for (const char *const *name = conditions; *name; name++)
		take(r, *name);
	for (const char *const *name = ours; *name; name++)
		take(r, *name);
	if (!anew)
		take(r, "page");
	return *req_form(r, "show");
}

bool list_is_ticked(const struct list_ticks *t, int64_t id)
{
	for (int i = 0; i < t->n; i++)
		if (t->ids[i] == id)
			return true;
	return false;
}

static int64_t id_of(const struct list *l, int row)
{
	const struct field *id = field_named(l->fields, "id");

	return *(const int64_t *)((const char *)l->rows + (size_t)row * l->size + id->at);
}

static bool on_page(const struct list *l, int64_t id)
{
	for (int i = 0; i < l->n; i++)
		if (id_of(l, i) == id)
			return true;
	return false;
}

static void tick_page(const struct list *l, struct list_ticks *t, int most)
{
	for (int i = 0; i < l->n && t->n < most; i++)
		if (!list_is_ticked(t, id_of(l, i)))
			t->ids[t->n++] = id_of(l, i);
}

/* What was filled in for a row of another page, its version included: name.ID. */
static void carry_typed(const struct list *l, struct list_ticks *t)
{
	struct req *r = l->r;

	for (size_t i = 0; i < r->form.n; i++) {
		const char *dot = strrchr(r->form.at[i].name, '.');
		int64_t id;

		if (dot && text_to_int(dot + 1, 1, INT64_MAX, &id) && !on_page(l, id))
			pair_add(r->mem, &t->hidden, r->form.at[i].name, r->form.at[i].value);
	}
}

struct list_ticks list_ticks(struct list *l, int most)
{
	struct req *r = l->r;
	const char *show = req_form(r, "show");
	struct list_ticks t = {0};

	t.n = issue_has(&r->issues, "ERR_TOO_MANY") ? 0 : req_ticks(r, "tick", most, &t.ids);
	if (!t.ids)
		t.ids = arena_array(r->mem, (size_t)most, sizeof *t.ids);
	if (!strcmp(show, "none"))
		t.n = 0;
	if (!strcmp(show, "all"))
		tick_page(l, &t, most);
	if (l->pages > 1)
		pair_add(r->mem, &t.hidden, "page", arena_print(r->mem, "%d", l->page));
	if (l->per != LIST_PER)
		pair_add(r->mem, &t.hidden, "per", arena_print(r->mem, "%d", l->per));
	if (*req_query(r, "sort"))
		pair_add(r->mem, &t.hidden, "sort", l->sort);
	for (int i = 0; i < t.n; i++)
		if (!on_page(l, t.ids[i])) {
			t.elsewhere++;
			pair_add(r->mem, &t.hidden, "tick", arena_print(r->mem, "%lld", (long long)t.ids[i]));
		}
	carry_typed(l, &t);
	return t;
}
