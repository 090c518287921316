/* route.c: from a request to its handler, with every check made on the way. */
#include "web/route.h"

#include <string.h>

#include "base/log.h"
#include "base/random.h"
#include "base/setting.h"
#include "base/text.h"
#include "web/form.h"
#include "web/page.h"
#include "web/req.sql.h"
#include "web/static.h"

enum { BODY_MOST = 1 << 20, TICKS_MOST = 2000, OWN_MEMORY = 4096 };

struct web {
	struct arena *mem;
	const struct web_app *app;
	struct db *db;
};

struct web *web_open(const struct web_app *app)
{
	struct arena *mem = arena_new(OWN_MEMORY);
	struct web *web = arena_get(mem, sizeof *web);

	*web = (struct web){mem, app, db_open(app->db_url)};
	return web;
}

void web_close(struct web *w)
{
	db_close(w->db);
	arena_free(w->mem);
}

struct db *web_db(struct web *w)
{
	return w->db;
}

const char *wire_header(const struct wire_request *w, const char *name)
{
	for (int i = 0; i < w->n_headers; i++)
		if (!strcasecmp(w->headers[i].name, name))
			return w->headers[i].value;
	return NULL;
}

bool wire_wants_json(const struct wire_request *w)
{
	const char *accept = wire_header(w, "Accept"), *type = wire_header(w, "Content-Type");

	return (w->path && text_ends(w->path, ".json")) || (accept && text_starts(accept, "application/json")) ||
		(type && text_starts(type, "application/json"));
}

/* One segment of a path against one of a route: the same letters, a :number or a *word. */
static bool segment_fits(const char *want, size_t n_want, const char *got, size_t n_got, struct req *r, int *n)
{
	if (*want == '*' || *want == ':') {
		if (!n_got || n_got > 200 || *n == REQ_IDS)
			return false;
		r->word[*n] = arena_bytes(r->mem, got, n_got);
		if (*want == ':' && !text_to_int(r->word[*n], 1, INT64_MAX, &r->id[*n]))
			return false;
		++*n;
		return true;
	}
	return n_want == n_got && !memcmp(want, got, n_want);
}

static bool path_fits(const char *want, const char *got, struct req *r)
{
	for (int n = 0; *want == '/' && *got == '/';) {
		size_t n_want = strcspn(++want, "/"), n_got = strcspn(++got, "/");

		if (!segment_fits(want, n_want, got, n_got, r, &n))
			return false;
		want += n_want;
		got += n_got;
	}
	return !*want && !*got;
}

static enum method method_of(const char *name)
{
	return strcmp(name, "POST") ? GET : POST;
}

static int place_of(const struct web_app *app, const char *label)
{
	int i = 0;

	while (app->order && app->order[i] && strcmp(app->order[i], label))
		i++;
	return i;
}

int route_menu(const struct web_app *app, const char *group, const struct route **to, int most)
{
	int n = 0;

	for (const struct route *const *table = app->routes; *table; table++)
		for (const struct route *r = *table; r->path && n < most; r++) {
			int at = n, place = r->menu ? place_of(app, r->menu) : 0;

			if (!r->menu || (group ? !r->group || strcmp(r->group, group) : r->group != NULL))
				continue;
			for (; at && place_of(app, to[at - 1]->menu) > place; at--)
				to[at] = to[at - 1];
			to[at] = r;
			n++;
		}
	return n;
}

const struct route *route_find(const struct web_app *app, const char *method, const char *path, struct req *r, bool *other)
{
	*other = false;
	for (const struct route *const *table = app->routes; *table; table++) {
		for (const struct route *route = *table; route->path; route++) {
			if (!path_fits(route->path, path, r))
				continue;
			if (route->method == method_of(method))
				return route;
			*other = true;
		}
	}
	return NULL;
}

/* The path without the base, decoded; .csv and its like taken off into r->as.  False: not an address of ours. */
static bool read_path(struct req *r)
{
	static const struct { const char *end; enum format as; } ends[] = {
		{".csv", AS_CSV}, {".xlsx", AS_XLSX}, {".ods", AS_ODS}, {".json", AS_JSON},
	};
	const char *raw = r->wire->path;
	size_t n_base = strlen(r->app->base);

	if (strncmp(raw, r->app->base, n_base) || (raw[n_base] && raw[n_base] != '/'))
		return false;
	char *path = form_decode(r->mem, raw + n_base, strlen(raw + n_base), false);

	if (!path)
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		if (text_ends(path, ends[i].end)) {
			path[strlen(path) - strlen(ends[i].end)] = '\0';
			r->as = ends[i].as;
		}
	}
	r->path = *path ? path : "/";
	return true;
}

static void identify(struct req *r)
{
	const char *bearer = wire_header(r->wire, "Authorization"), *token = req_cookie(r, "peixun");
	struct who *who = arena_get(r->mem, sizeof *who);
	bool api = bearer && !strncasecmp(bearer, "Bearer ", 7);

	if (api)
		token = bearer + 7;
	if (token && *token && r->app->who_is(r, token, api, who))
		r->who = who;
}

static void read_note(struct req *r)
{
	const char *note = req_cookie(r, "peixun_note"), *token = note ? NULL : req_cookie(r, "peixun_long_note");

	if (!note && !token)
		return;
	if (note) {
		r->note = form_decode(r->mem, note, strlen(note), false);
	} else {
		struct rows *kept = db_run(r->db, &long_note_find, A(token_hash(r->mem, token)));

		r->note = kept->n ? row_text(kept, 0, "text") : NULL;
	}
	if (r->as == AS_PAGE && !r->json)
		reply_header(r, "Set-Cookie", arena_print(r->mem, "%s=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax",
			note ? "peixun_note" : "peixun_long_note"));
}

/* Nobody is signed in: pages lead to the sign-in page and back; what was typed is kept. */
static void ask_to_sign_in(struct req *r)
{
	if (r->json || r->as != AS_PAGE || wire_header(r->wire, "Authorization")) {
		reply_header(r, "WWW-Authenticate", "Bearer");
		reply_refuse(r, 401, "ERR_SIGN_IN");
	} else if (r->route->method == POST) {
		form_read(r);
		reply_see(r, r->app->park(r), NULL);
	} else {
		const char *query = *r->wire->query ? arena_print(r->mem, "%s?%s", r->path, r->wire->query) : r->path;

		reply_see(r, strcmp(r->path, "/") ? req_url(r, "/sign-in?next=%s", query) : req_url(r, "/sign-in"), NULL);
	}
}

/* A browser says where a request comes from. */
static bool from_another_site(const struct req *r)
{
	const char *site = wire_header(r->wire, "Sec-Fetch-Site");

	return site && strcmp(site, "same-origin") && strcmp(site, "none");
}

/* A form of ours carries the session's token. */
static bool from_our_page(struct req *r)
{
	const char *header = wire_header(r->wire, "X-Form-Token");

	if ((r->who && r->who->by_api_token) || r->route->from_outside)
		return true;
	if (from_another_site(r))
		return false;
	if (r->route->public_post)
		return true;
	const char *token = header ? header : req_form(r, "_token");

	return strlen(token) == strlen(r->who->form_token) && text_is(token, r->who->form_token);
}

static bool in_scope(struct req *r)
{
	int n = 0;

	for (const char *s = r->route->path; (s = strpbrk(s, ":*")); s++, n++) {
		if (*s == '*')
			continue;
		enum scope scope = r->app->scope(r, arena_bytes(r->mem, s + 1, strcspn(s + 1, "/")), r->id[n]);

		if (scope == SCOPE_FOREIGN || scope == SCOPE_UNASSIGNED) {
			reply_refuse(r, 403, scope == SCOPE_FOREIGN ? "ERR_FORBIDDEN" : "ERR_UNASSIGNED");
			return false;
		}
		if (scope == SCOPE_HIDDEN) {
			r->app->refused(r, "E-SCOPE-01");
			reply_refuse(r, 404, "E-SCOPE-01");
			return false;
		}
		if (scope == SCOPE_NONE) {
			reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
			return false;
		}
	}
	return true;
}

/* A form of an earlier session, say of a tab left open: what was typed is shown to be sent again.   ACMS-104 */
static void refuse_form(struct req *r)
{
	struct url again = {NULL};

	if (r->who && !r->json && r->as == AS_PAGE && !from_another_site(r))
		again = r->app->park(r);
	if (again.text)
		reply_see(r, again, NULL);
	else
		reply_refuse(r, 403, text_is(r->app->no_right(r->route->may), "E-AUTH-01") ? "E-FORM-01" : "ERR_FORM_TOKEN");
}

static bool body_accepted(struct req *r)
{
	int status = r->wire->n_body ? form_read(r) : 0;

	if (status) {
		reply_refuse(r, status, status == 415 ? "ERR_BODY_KIND" : "ERR_BODY");
		return false;
	}
	if (!from_our_page(r)) {
		refuse_form(r);
		return false;
	}
	return true;
}

/* Something has to be seen to first; what was typed is kept. */
static void hold(struct req *r)
{
	const char *const said[] = {r->who->held, strcmp(r->who->held, "E-SCOPE-02") ? NULL : r->who->agency_name, NULL};

	if (r->json || r->as != AS_PAGE) {
		reply_refusal(r, 403, said);
		return;
	}
	struct url at = page_url(r, r->who->held_at);

	if (r->route->method == POST) {
		form_read(r);
		struct url parked = r->app->park(r);

		if (parked.text)
			at.text = arena_print(r->mem, "%s?next=%s", at.text, parked.text + strlen(r->app->base));
	}
	reply_see(r, at, issue_shown(r->mem, *said, message_text(r->mem, said)));
}

static void refuse_right(struct req *r)
{
	const char *code = r->app->no_right(r->route->may);

	if (strcmp(code, "ERR_NO_RIGHT"))
		reply_refuse(r, 403, code);
	else
		reply_refuse(r, 403, code, r->app->may_name(r->route->may));
}

static void dispatch(struct req *r)
{
	bool other;
	const struct route *route = read_path(r) ? route_find(r->app, r->wire->method, r->path, r, &other) : (other = false, NULL);

	r->json = r->as == AS_JSON || wire_wants_json(r->wire);
	identify(r);
	read_note(r);
	if (!form_urlencoded(r->mem, r->wire->query, strlen(r->wire->query), &r->query)) {
		reply_refuse(r, 400, "ERR_BODY");
		return;
	}
	if (!route || (r->as != AS_PAGE && r->as != AS_JSON && !route->list && !route->files)) {
		reply_refuse(r, other ? 405 : 404, other ? "ERR_METHOD" : "ERR_PAGE_NOT_FOUND");
		return;
	}
	r->route = route;
	if (!r->who && route->may) {
		ask_to_sign_in(r);
		return;
	}
	if (route->may && r->who->held && !route->while_held) {
		hold(r);
		return;
	}
	if (route->may && !(r->who->may & route->may)) {
		refuse_right(r);
		return;
	}
	if ((route->may && !in_scope(r)) || (route->method == POST && !body_accepted(r)))
		return;
	if (route->method == POST && req_used(r))
		reply_see(r, r->done, NULL);
	else
		route->handle(r);
}

static bool serve_static(const struct wire_request *w, const char *base, struct wire_reply *out)
{
	size_t n = strlen(base);

	if (strncmp(w->path, base, n) || strncmp(w->path + n, "/static/", 8))
		return false;
	for (const struct static_file *f = static_files; f->name; f++) {
		if (strcmp(f->name, w->path + n + 8))
			continue;
		const char *tag = wire_header(w, "If-None-Match");

		out->status = tag && strstr(tag, f->tag) ? 304 : 200;
		out->headers[out->n_headers++] = (struct wire_header){"Content-Type", f->type};
		out->headers[out->n_headers++] = (struct wire_header){"Cache-Control", "public, max-age=31536000, immutable"};
		out->headers[out->n_headers++] = (struct wire_header){"X-Content-Type-Options", "nosniff"};
		if (out->status == 200)
			text_add(&out->body, (const char *)f->at, f->n);
		return true;
	}
	return false;
}

void web_answer(void *what, struct arena *mem, const struct wire_request *w, struct wire_reply *out)
{
	struct web *web = what;
	struct wire_request from = *w;
	struct req r = {.db = web->db, .mem = mem, .app = web->app, .wire = &from, .out = out, .now = web->app->now(),
		.file = {"", -1, 0}, .issues = issues_new(mem, NULL)};

	out->body_file = -1;
	out->body = text_new(mem, 12 << 20);
	if (serve_static(w, web->app->base, out))
		return;
	from.address = wire_client(mem, w, setting("proxy"));
	r.today = moment_date(r.now);
	db_use_arena(web->db, mem);
	db_reads_together(web->db, true);
	out->status = 0;
	dispatch(&r);
	if (!out->status)
		fail("%s %s left no reply", w->method, r.path ? r.path : "");
	page_close(&r);
	db_reads_together(web->db, false);
}

/* After a fault: the connection goes, and with it what it held. */
void web_abandon(void *what)
{
	struct web *web = what;

	db_close(web->db);
}

/* Asked at the headers, before a body is accepted.  The session is looked at again when the body is there. */
struct wire_accept web_accept(void *what, struct arena *mem, const struct wire_request *w)
{
	struct web *web = what;
	struct wire_reply nowhere = {.body_file = -1, .body = text_new(mem, 1 << 20)};
	struct req r = {.db = web->db, .mem = mem, .app = web->app, .wire = w, .out = &nowhere, .now = web->app->now(),
		.file = {"", -1, 0}, .issues = issues_new(mem, NULL)};
	bool other;
	struct wire_accept a = {.most = BODY_MOST};
	const struct route *route = read_path(&r) ? route_find(web->app, w->method, r.path, &r, &other) : NULL;

	if (!route)
		return a;
	a.heavy = route->heavy || r.as == AS_XLSX || r.as == AS_ODS || r.as == AS_CSV || (r.as == AS_JSON && strstr(w->query, "per=all"));
	if (route->body <= BODY_MOST)
		return a;
	db_use_arena(web->db, mem);
	r.today = moment_date(r.now);
	identify(&r);
	if (r.who && (r.who->may & route->may))
		a.most = route->body;
	else
		a.refuse = r.who ? 403 : 401;
	return a;
}
