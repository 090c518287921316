/* find.c: a list that is searched by 身分證字號, which stands in no address.                                       LEARN-005 */
#include <string.h>

#include "app/staff/staff.h"
#include "app/staff/staff.sql.h"
#include "base/text.h"

struct key { const char *national_id; };

static bool person_of(struct req *r, const char *label, int64_t *person)
{
	const struct field field = FIELD(key, national_id, ID, EDIT, "", .need = true);
	struct field named = field;
	struct key k = {""};

	named.label = label;
	r->issues.learning = true;
	if (!field_parse(&named, TYPED, req_form(r, "national_id"), &k, &r->issues, -1))
		return false;
	*person = staff_person(r->db, k.national_id);
	if (!*person)
		issue(&r->issues, -1, "national_id", "E-ID-03");
	return *person;
}

bool staff_find(struct req *r, const char *path, const char *label)
{
	int64_t person = 0;
	struct url to = req_url(r, "/");
	bool any = false;

	if (*req_form(r, "national_id") && !person_of(r, label, &person))
		return false;
	to.text = arena_print(r->mem, "%s%s", r->app->base, path);
	for (size_t i = 0; i < r->form.n; i++) {
		const struct pair *p = &r->form.at[i];

		if (*p->name == '_' || text_is(p->name, "national_id") || text_is(p->name, "person") || !*p->value)
			continue;
		to = url_with(r->mem, to, p->name, p->value);
		any = true;
	}
	if (person)
		to = url_with(r->mem, to, "person", arena_print(r->mem, "%lld", (long long)person));
	else if (!any)
		to = url_with(r->mem, to, "all", "");           /* no condition: not those of the last visit */
	reply_see(r, to, NULL);
	return true;
}

const char *staff_masked(struct req *r, int64_t person)
{
	struct rows *p = person ? db_run(r->db, &staff_national_id, A(person)) : NULL;

	return p && p->n ? mask_id(r->mem, row_text(p, 0, "national_id")) : "";
}
