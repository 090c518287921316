/* reply.c: the replies that a handler can give, and the headers that all of them carry. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/random.h"
#include "base/text.h"
#include "web/error.html.h"
#include "web/layout.html.h"
#include "web/page.h"
#include "web/req.sql.h"
#include "web/static.h"

enum { MENU_MOST = 64, CRUMBS_MOST = 16 };
enum { NOTE_MOST = 1000 };                                      /* bytes, each of which may take three in the cookie */

#define POLICY "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; " \
	"frame-ancestors 'none'; form-action 'self'"

void reply_header(struct req *r, const char *name, const char *value)
{
	if (r->out->n_headers == sizeof r->out->headers / sizeof *r->out->headers)
		fail("too many headers in a reply");
	r->out->headers[r->out->n_headers++] = (struct wire_header){name, value};
}

static struct url static_url(struct req *r, const char *name)
{
	for (const struct static_file *f = static_files; f->name; f++)
		if (!strcmp(f->name, name))
			return req_url(r, "/static/%s?%s", name, f->tag);
	fail("there is no static file %s", name);
}

/* How much of the address that is open an item of the menu has: the page itself or one above it. */
static size_t shared(const struct req *r, const char *path)
{
	size_t n = strlen(path);

	return n > 1 && r->path && !strncmp(r->path, path, n) && (!r->path[n] || r->path[n] == '/') ? n : 0;
}

/* Rows of the route table that name a menu, where the person may go.  group: NULL: the main menu. */
static struct menu_items menu_of(struct req *r, const char *group)
{
	struct menu_items m = {arena_array(r->mem, MENU_MOST, sizeof *m.at), 0};
	const struct route *rows[MENU_MOST];
	int n_rows = r->who ? route_menu(r->app, group, rows, MENU_MOST) : 0;
	size_t most = 0;

	for (int k = 0; k < n_rows; k++) {
		const struct route *route = rows[k];
		size_t n = shared(r, route->path);

		if (route->may && !(route->may & r->who->may))
			continue;
		for (int i = 0; n > most && i < m.n; i++)
			m.at[i].here = NULL;
		m.at[m.n++] = (struct menu_item){page_url(r, route->path), route->menu, !n || n < most ? NULL : r->path[n] ? "true" : "page"};
		most = n > most ? n : most;
	}
	return m;
}

/* "//" is a slash of a label. */
static const char *crumb_label(struct arena *mem, const char **at)
{
	const char *s = *at;
	struct text t = text_new(mem, 512);

	while (*s && (*s != '/' || s[1] == '/')) {
		text_add(&t, s, 1);
		s += *s == '/' ? 2 : 1;
	}
	*at = s + (*s == '/');
	return t.n ? t.at : "";
}

/* A label that the menu has, too, leads there. */
static struct crumbs crumbs_of(struct req *r, const char *s, const struct menu_items *menu)
{
	struct crumbs c = {arena_array(r->mem, CRUMBS_MOST, sizeof *c.at), 0};

	while (*s && c.n < CRUMBS_MOST) {
		struct crumb *to = &c.at[c.n++];

		to->label = crumb_label(r->mem, &s);
		to->last = !*s;
		for (int i = 0; i < menu->n && !to->last; i++)
			if (text_is(menu->at[i].label, to->label))
				to->at = menu->at[i].at;
	}
	return c;
}

struct url page_url(struct req *r, const char *path)
{
	return (struct url){arena_print(r->mem, "%s%s", r->app->base, path)};
}

static struct layout layout_of(struct req *r)
{
	const char *crumbs = r->crumb ? r->crumb : r->route && r->route->crumb ? r->route->crumb : "",
		*group = r->route && r->route->group ? r->route->group : arena_bytes(r->mem, crumbs, strcspn(crumbs, "/"));
	struct menu_items menu = menu_of(r, NULL), beside = *group ? menu_of(r, group) : (struct menu_items){0};

	return (struct layout){
		.r = r, .title = r->title, .menu = menu, .group = beside, .group_name = group,
		.crumbs = crumbs_of(r, crumbs, beside.n ? &beside : &menu),
		.css = static_url(r, "peixun.css"), .js = static_url(r, "peixun.js"), .htmx = static_url(r, "htmx.js"),
		.icon = static_url(r, "favicon.svg"), .home = page_url(r, r->who && r->who->person ? "/apply/home" : "/"),
		.sign_out = page_url(r, r->who && r->who->person ? "/apply/leave" : "/sign-out"),
		.site_map = page_url(r, "/site-map"), .manual = page_url(r, "/manual/contents"),
		.account = page_url(r, "/account"), .switch_agency = page_url(r, "/switch"),
		.to_content = {"#C"}, .to_top = {"#U"}, .to_bottom = {"#B"},
		.wrong = r->out->status >= 400, .lost = r->who && r->who->held && text_is(r->who->held_at, "/switch"),
	};
}

struct html *reply_page(struct req *r, int status, const char *title)
{
	r->out->status = status;
	r->title = title;
	r->html = html_new(&r->out->body);
	struct layout *l = arena_get(r->mem, sizeof *l);

	*l = layout_of(r);
	r->layout = l;
	layout_top(r->html, l);
	return r->html;
}

void page_close(struct req *r)
{
	if (r->html) {
		struct layout l = {.r = r, .to_bottom = {"#B"}, .contacts = *r->app->contacts(r)};

		layout_bottom(r->html, &l);
		reply_header(r, "Content-Type", "text/html; charset=utf-8");
	}
	reply_header(r, "Content-Security-Policy", r->form_to ? arena_print(r->mem, POLICY " %s", r->form_to) : POLICY);
	reply_header(r, "X-Content-Type-Options", "nosniff");
	reply_header(r, "Referrer-Policy", "same-origin");
	reply_header(r, "Cache-Control", "no-store");
	if (r->app->secure)
		reply_header(r, "Strict-Transport-Security", "max-age=31536000");
}

void reply_json(struct req *r, int status, struct text body)
{
	r->out->status = status;
	r->out->body = body;
	reply_header(r, "Content-Type", "application/json; charset=utf-8");
}

static struct text json_text_new(struct req *r)
{
	return text_new(r->mem, 8 << 20);
}

static void json_see(struct req *r, struct url at, const char *note)
{
	struct text body = json_text_new(r);
	struct json j = json_new(&body);

	json_begin(&j);
	json_key(&j, "location");
	json_text(&j, at.text);
	json_key(&j, "note");
	json_text(&j, note ? note : "");
	json_end(&j);
	reply_json(r, 200, body);
}

void reply_record(struct req *r, const struct field *fields, const void *record)
{
	struct text body = json_text_new(r);
	struct json j = json_new(&body);

	record_json(fields, &j, record);
	reply_json(r, 200, body);
}

/* The note travels in a cookie of one use, percent-encoded; one that is too long for that stays here, and the cookie names it. */
static void send_note(struct req *r, const char *note)
{
	bool is_long = strlen(note) > NOTE_MOST;
	const char *carried = is_long ? random_token(r->mem) : url_encode(r->mem, note);

	if (is_long)
		db_run(r->db, &long_note_put, A(token_hash(r->mem, carried)), A(note), A(r->now));
	reply_header(r, "Set-Cookie", arena_print(r->mem, "%s=%s; Path=/; Max-Age=60; HttpOnly; SameSite=Lax%s",
		is_long ? "peixun_long_note" : "peixun_note", carried, r->app->secure ? "; Secure" : ""));
}

void reply_see(struct req *r, struct url at, const char *note)
{
	if (r->json) {
		json_see(r, at, note);
		return;
	}
	r->out->status = 303;
	reply_header(r, "Location", at.text);
	if (note)
		send_note(r, note);
}

/* As the server's own, in server_reply.c. */
static void json_refusal(struct req *r, int status, const char *code, const char *text)
{
	struct text body = json_text_new(r);
	struct json j = json_new(&body);

	json_begin(&j);
	json_key(&j, "error");
	json_begin(&j);
	json_key(&j, "code");
	json_text(&j, code);
	json_key(&j, "text");
	json_text(&j, text);
	json_end(&j);
	json_end(&j);
	reply_json(r, status, body);
}

static const char *title_of(int status)
{
	switch (status) {
	case 401: return "請先登入";
	case 403: return "無法執行此作業";
	case 404: return "找不到網頁";
	case 409: return "資料已更新";
	default: return "無法處理您的要求";
	}
}

void reply_refusal(struct req *r, int status, const char *const *code_and_values)
{
	const char *text = message_text(r->mem, code_and_values);

	if (status == 403)
		r->app->refused(r, *code_and_values);
	if (r->json || r->as != AS_PAGE)
		json_refusal(r, status, *code_and_values, text);
	else
		error_page(reply_page(r, status, title_of(status)), issue_shown(r->mem, *code_and_values, text),
			r->who ? page_url(r, "/") : page_url(r, "/sign-in"), r->who);
}

bool reply_issues(struct req *r)
{
	return reply_issues_as(r, 422);
}

bool reply_issues_as(struct req *r, int status)
{
	if (!r->json)
		return false;
	struct text body = json_text_new(r);
	struct json j = json_new(&body);

	json_begin(&j);
	json_key(&j, "issues");
	json_list(&j);
	for (size_t i = 0; i < r->issues.n; i++) {
		const struct issue *one = &r->issues.at[i];

		json_begin(&j);
		json_key(&j, "row");
		json_int(&j, one->row);
		json_key(&j, "field");
		json_text(&j, one->field);
		json_key(&j, "code");
		json_text(&j, one->code);
		json_key(&j, "text");
		json_text(&j, one->text);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	reply_json(r, status, body);
	return true;
}

void reply_bytes(struct req *r, int status, const char *type, const char *bytes, size_t n)
{
	r->out->status = status;
	text_add(&r->out->body, bytes, n);
	reply_header(r, "Content-Type", type);
}

void reply_file(struct req *r, const char *type, const char *name, int fd, uint64_t size)
{
	r->out->status = 200;
	r->out->body_file = fd;
	r->out->n_body_file = size;
	reply_header(r, "Content-Type", type);
	reply_header(r, "Content-Disposition", arena_print(r->mem, "attachment; filename*=UTF-8''%s", url_encode(r->mem, name)));
}
