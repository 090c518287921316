/* compare.c: two versions of a roster side by side: who came, who went, what changed.            PROMO-058, 062 */
#include "app/nomination/nomination.sql.h"
#include "app/nomination/page.html.h"
#include "app/nomination/view.h"
#include "base/text.h"

enum { TEXT_MOST = 1 << 16 };

static const struct nominee *find(const struct nominees *all, const char *national_id)
{
	for (int i = 0; i < all->n; i++)
		if (text_is(all->at[i].national_id, national_id))
			return &all->at[i];
	return NULL;
}

/* What differs of one person, in words; "": nothing. */
static const char *difference(struct arena *mem, const struct nominee *was, const struct nominee *now)
{
	struct text t = text_new(mem, TEXT_MOST);

	for (const struct field *f = nominee_fields; f->name; f++) {
		const char *before = field_text(f, mem, was), *after = field_text(f, mem, now);

		if (!text_is(before, after))
			text_print(&t, "%s%s由「%s」改為「%s」", t.n ? "；" : "", f->label, before, after);
	}
	return t.n ? t.at : "";
}

static void add(struct compare_view *v, const char *kind, const struct nominee *n, const char *text)
{
	v->changes.at[v->changes.n++] = (struct version_change){kind, n->name, text};
}

static struct rows *version_of(struct req *r, const struct nomination_act *a, const char *name)
{
	struct rows *b = db_run(r->db, &nomination_batch, A(req_query_int(r, name, 1, INT64_MAX, 0)), A(a->n.id));

	if (!b->n)
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	return b->n ? b : NULL;
}

void nomination_compare_get(struct req *r)
{
	struct nomination_act a;
	struct rows *from, *to;
	struct compare_view v = {0};

	if (!nomination_open(r, &a) || !(from = version_of(r, &a, "from")) || !(to = version_of(r, &a, "to")))
		return;
	struct nominees before = nominees_of(r->db, r->mem, row_int(from, 0, "id")), after = nominees_of(r->db, r->mem, row_int(to, 0, "id"));

	v = (struct compare_view){row_text(from, 0, "file_name"), row_text(to, 0, "file_name"),
		{arena_array(r->mem, (size_t)(before.n + after.n), sizeof *v.changes.at), 0},
		req_url(r, "/promotion/%s/%lld/rosters/%lld", a.p.type->id, (long long)a.p.year, (long long)a.agency)};
	for (int i = 0; i < after.n; i++) {
		const struct nominee *was = find(&before, after.at[i].national_id);
		const char *text = was ? difference(r->mem, was, &after.at[i]) : "";

		if (!was)
			add(&v, "新增", &after.at[i], "");
		else if (*text)
			add(&v, "變更", &after.at[i], text);
	}
	for (int i = 0; i < before.n; i++)
		if (!find(&after, before.at[i].national_id))
			add(&v, "移除", &before.at[i], "");
	nomination_compare_page(reply_page(r, 200, "名冊版本比較"), &v);
}
