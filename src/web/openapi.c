/* openapi.c: see openapi.h: the document as a whole.  One route is the business of openapi_operation.c, its fields that of
 * openapi_schema.c, what all have in common that of openapi_fixed.c. */
#include "web/openapi.h"

#include <string.h>

#include "base/text.h"
#include "web/openapi_private.h"

enum { TAGS_MOST = 64 };

static void openapi_get(struct req *);

const struct route openapi_routes[] = {
	{GET, "/api/openapi", openapi_get, 0, .hidden = true, .crumb = "API", .type = "application/json", .help = "這份說明"},
	{0}
};

/* "/trainees/:trainee" as "/trainees/{trainee}". */
static const char *path_of(struct openapi *w, const struct route *r)
{
	struct text t = text_new(w->mem, 4096);

	for (const char *s = r->path; *s;) {
		size_t n = *s == ':' || *s == '*' ? strcspn(s, "/") : 1;

		if (*s == ':' || *s == '*')
			text_print(&t, "{%.*s}", (int)n - 1, s + 1);
		else
			text_char(&t, *s);
		s += n;
	}
	if (r->handle == openapi_get)
		text_puts(&t, ".json");
	return t.at;
}

static void each_route(struct openapi *w, void (*what)(struct openapi *, const struct route *table, const struct route *))
{
	for (const struct route *const *table = w->app->routes; *table; table++)
		for (const struct route *r = *table; r->path; r++)
			what(w, *table, r);
}

/* Described by the same path: :word and *word of one name are one parameter. */
static bool same_path(const char *a, const char *b)
{
	while (*a && (*a == *b || (strchr(":*", *a) && *b && strchr(":*", *b)))) {
		a++;
		b++;
	}
	return *a == *b;
}

/* The first route of a path writes all of them. */
static void put_path(struct openapi *w, const struct route *table, const struct route *r)
{
	bool first = true;

	for (const struct route *const *t = w->app->routes; *t; t++) {
		for (const struct route *other = *t; other->path; other++) {
			if (!same_path(other->path, r->path))
				continue;
			if (first && other != r)
				return;
			if (first) {
				json_key(w->j, path_of(w, r));
				json_begin(w->j);
			}
			first = false;
			openapi_operation(w, *t, other, false);
		}
	}
	json_end(w->j);
	(void)table;
}

static void put_files(struct openapi *w, const struct route *table, const struct route *r)
{
	if (!r->list && !r->files)
		return;
	json_key(w->j, arena_print(w->mem, "%s.{format}", path_of(w, r)));
	json_begin(w->j);
	openapi_operation(w, table, r, true);
	json_end(w->j);
}

static void put_paths(struct openapi *w)
{
	json_key(w->j, "paths");
	json_begin(w->j);
	each_route(w, put_path);
	each_route(w, put_files);
	json_end(w->j);
}

/* ---- the rest ---- */

static void put_tags(struct openapi *w)
{
	const char *seen[TAGS_MOST];
	int n = 0;

	json_key(w->j, "tags");
	json_list(w->j);
	for (const struct route *const *table = w->app->routes; *table; table++) {
		for (const struct route *r = *table; r->path; r++) {
			const char *tag = openapi_tag(w, *table, r);
			int at = 0;

			while (at < n && strcmp(seen[at], tag))
				at++;
			if (at < n || n == TAGS_MOST)
				continue;
			seen[n++] = tag;
			json_begin(w->j);
			openapi_put(w->j, "name", tag);
			openapi_put(w->j, "description", arena_print(w->mem, "「%s」的作業", tag));
			json_end(w->j);
		}
	}
	json_end(w->j);
}

static const char about[] = "錄取人員訓練、升官等訓練與終身學習的作業。網頁上能做的，程式都能以同一個網址做到：要求的 Accept 或 Content-Type 為 "
	"application/json，或網址以 .json 結尾時，以 JSON 回答；日期一律為西元 YYYY-MM-DD。";

/* The whole description as one JSON object. */
static void put_all(struct openapi *w)
{
	struct json *j = w->j;

	json_begin(j);
	openapi_put(j, "openapi", "3.1.0");
	json_key(j, "info");
	json_begin(j);
	openapi_put(j, "title", "培訓業務系統");
	openapi_put(j, "version", PEIXUN_VERSION);
	openapi_put(j, "description", about);
	json_end(j);
	json_key(j, "servers");
	json_list(j);
	json_begin(j);
	openapi_put(j, "url", *w->app->base ? w->app->base : "/");
	json_end(j);
	json_end(j);
	put_tags(w);
	put_paths(w);
	openapi_components(j, w->mem);
	json_end(j);
}

static void openapi_get(struct req *r)
{
	struct text body = text_new(r->mem, 8 << 20);
	struct json j = json_new(&body);

	put_all(&(struct openapi){&j, r->mem, r->app});
	reply_json(r, 200, body);
}
