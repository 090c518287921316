/* list_large.c: see list_large.h. */
#include "web/list_large.h"

#include <string.h>

#include "base/setting.h"
#include "base/text.h"
#include "web/route.h"

enum { WORDS_MOST = 1 << 16, MINUTE = 60, HOUR = 3600, DAY = 86400, TAIWAN = 8 * HOUR };

static bool begins(const char *crumb, const char *group)
{
	size_t n = strlen(group);

	return text_starts(crumb, group) && (crumb[n] == '/' || !crumb[n]);
}

bool list_is_learning(const struct req *r)
{
	for (const struct route *const *table = r->app->routes; r->route->crumb && *table; table++)
		for (const struct route *route = *table; route->path; route++)
			if (route->group && begins(r->route->crumb, route->group))
				return true;
	return false;
}

static const char *value_words(const struct field *f, const char *value)
{
	const struct code *c = f->kind == K_CODE ? code_find(f->list, value) : NULL;

	return c ? c->label : f->kind == K_BOOL ? "是" : value;
}

char *list_conditions(struct arena *mem, const struct field *takes, const struct pairs *query)
{
	struct text t = text_new(mem, WORDS_MOST);

	for (size_t i = 0; takes && i < query->n; i++) {
		const struct field *f = field_named(takes, query->at[i].name);

		if (f && f->use != MARK && *f->label && *query->at[i].value && t.n < WORDS_MOST / 2)
			text_puts(&t, arena_print(mem, "%s%s：%.1000s", t.n ? "；" : "", f->label, value_words(f, query->at[i].value)));
	}
	return t.n ? t.at : arena_print(mem, "無");
}

const char *const *list_head_lines(const struct list *l)
{
	const struct req *r = l->r;
	const char **lines;
	int n = 0;

	if (l->head || !r->who || !list_is_learning(r))
		return l->head;
	lines = arena_array(r->mem, 8, sizeof *lines);
	lines[n++] = l->title;
	lines[n++] = arena_print(r->mem, "查詢條件：%s", list_conditions(r->mem, r->route->takes, &r->query));
	lines[n++] = arena_print(r->mem, "機關：%s %s", r->who->agency_code, r->who->agency_name);
	lines[n++] = arena_print(r->mem, "製表時間：%s", moment_text(r->mem, r->now));
	lines[n++] = "資料狀態：即時";
	lines[n++] = arena_print(r->mem, "製表人：%s", r->who->full_name);
	lines[n] = NULL;
	return lines;
}

char *list_file_name(struct arena *mem, const char *title, const char *agency_code, struct moment now)
{
	int64_t of_day = (now.seconds + TAIWAN) % DAY;
	int y, month, d;

	date_split(moment_date(now), &y, &month, &d);
	return arena_print(mem, "%s_%s_%04d%02d%02d%02d%02d", title, agency_code, y, month, d, (int)(of_day / HOUR),
		(int)(of_day % HOUR / MINUTE));
}

bool list_is_large(const struct list *l, int64_t rows)
{
	const struct req *r = l->r;

	return r->who && r->who->session && rows > setting_int("export.sync_rows") && list_is_learning(r);
}

struct list_asking list_asking(const struct list *l)
{
	const char *query = strchr(list_url(l, "sort", l->sort).text, '?');

	return (struct list_asking){req_url(l->r, "/downloads/list"), l->path, query ? query + 1 : "", l->r};
}
