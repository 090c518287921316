/* browser.h: people at their browsers, asking the program in this very process: requests, cookies, tokens of forms. */
#ifndef TEST_STORY_BROWSER_H
#define TEST_STORY_BROWSER_H

#include <unistd.h>

#include "app/account/account.h"
#include "app/app.h"
#include "base/log.h"
#include "base/random.h"
#include "base/setting.h"
#include "test/story/page.h"
#include "web/html.h"
#include "web/route.h"

enum { REQUEST_MEMORY = 256 << 20, BROWSERS = 32, MORE_HEADERS = 8 };

struct browser { const char *name; struct pairs cookies; };
struct request { const char *method, *address, *type, *body; size_t n; };
struct answer { struct wire_reply reply; const char *body, *text; size_t n; int statements; };

static struct arena *kept, *moment_memory;                      /* of the story, of the last request */
static struct web *web;
static struct browser browsers[BROWSERS], *me = browsers;
static struct request last_post, asked;
static struct answer last;
static struct wire_header more[MORE_HEADERS];                   /* of the next request alone, and its certificate */
static int n_more;
static struct wire_certificate card;
static bool has_card;

static struct db *base(void)
{
	db_use_arena(web_db(web), kept);
	return web_db(web);
}

/* The statement of this text, for what a story looks up. */
static struct rows *ad_hoc(const char *text, bool writes, const struct value *values, int n)
{
	return db_run_values(base(), arena_copy(kept, &(struct sql){.name = "ad_hoc", .text = text, .values = n, .writes = writes,
		.scans = true}, sizeof(struct sql)), values, n);
}

static const char *cookie(const char *name)
{
	const char *value = pair_value(&me->cookies, name);

	return value ? value : "";
}

static void set_cookie(const char *name, const char *value)
{
	for (size_t i = 0; i < me->cookies.n; i++)
		if (!strcmp(me->cookies.at[i].name, name)) {
			me->cookies.at[i].value = value;
			return;
		}
	pair_add(kept, &me->cookies, name, value);
}

static void take_cookies(void)
{
	for (int i = 0; i < last.reply.n_headers; i++) {
		const char *value = last.reply.headers[i].value, *equals = strchr(value, '=');

		if (equals && !strcmp(last.reply.headers[i].name, "Set-Cookie"))
			set_cookie(arena_bytes(kept, value, (size_t)(equals - value)), strstr(value, "Max-Age=0") ? "" :
				arena_bytes(kept, equals + 1, strcspn(equals + 1, ";")));
	}
}

/* The browser of this name, made when there is none. */
static void sit_down(const char *name)
{
	for (me = browsers; me->name && strcmp(me->name, name); me++)
		if (me == browsers + BROWSERS - 1)
			fail("too many browsers in one story");
	me->name = name;
}

/* Signed in without the form: a session made directly.  False: no such account. */
static bool sign_in_at_once(const char *account, bool by_certificate)
{
	struct who who = {0};
	struct wire_request wire = {.address = "192.0.2.1"};
	struct req r = {.db = base(), .mem = kept, .wire = &wire, .now = app_now(), .today = moment_date(app_now())};

	if (!account_named(r.db, kept, account, &who))
		return false;
	set_cookie("peixun", session_start(&r, who.account, by_certificate, "staff"));
	return true;
}

/* What hides in every form that this session is shown. */
static const char *form_token(void)
{
	struct rows *s = ad_hoc("SELECT form_token FROM session WHERE token_hash = $1", false,
		(const struct value[]){A(token_hash(kept, cookie("peixun")))}, 1);

	return s->n ? row_text(s, 0, "form_token") : "";
}

static const char *body_of_file(const struct wire_reply *r)
{
	char *bytes = arena_get(moment_memory, r->n_body_file + 1);

	if (pread(r->body_file, bytes, r->n_body_file, 0) != (ssize_t)r->n_body_file)
		fail("the file of a reply is shorter than it says");
	close(r->body_file);
	return bytes;
}

static void give(const struct wire_request *w)
{
	struct db *db = web_db(web);
	struct wire_accept accepted = web_accept(web, moment_memory, w);
	int before = db_count(db);

	last.reply = (struct wire_reply){.status = 200, .body = text_new(moment_memory, 1 << 20), .body_file = -1};
	if (accepted.refuse || w->n_body > accepted.most)
		last.reply.status = accepted.refuse ? accepted.refuse : 413;
	else
		web_answer(web, moment_memory, w, &last.reply);
	last.statements = db_count(db) - before;
}

static void add_header(struct wire_header *all, int *n, const char *name, const char *value)
{
	all[(*n)++] = (struct wire_header){name, value};
}

static void ask(struct request q)
{
	struct wire_header headers[MORE_HEADERS + 4];
	int n = 0;

	arena_reset(moment_memory);
	if (!strcmp(q.method, "POST"))
		last_post = q;
	asked = q;
	add_header(headers, &n, "Host", "story.example");
	add_header(headers, &n, "Cookie", arena_print(moment_memory, "peixun=%s; peixun_note=%s; peixun_long_note=%s; peixun_parked=%s",
		cookie("peixun"), cookie("peixun_note"), cookie("peixun_long_note"), cookie("peixun_parked")));
	if (q.type)
		add_header(headers, &n, "Content-Type", q.type);
	for (int i = 0; i < n_more; i++)
		headers[n++] = more[i];
	size_t path = strcspn(q.address, "?");

	give(&(struct wire_request){.method = q.method, .path = arena_bytes(kept, q.address, path),
		.query = q.address[path] ? q.address + path + 1 : "", .headers = headers, .n_headers = n, .address = "192.0.2.1",
		.on_certificate_port = has_card, .certificate = card, .body = q.body, .body_file = -1, .n_body = q.n});
	last.body = last.reply.body_file >= 0 ? body_of_file(&last.reply) : last.reply.body.n ? last.reply.body.at : "";
	last.n = last.reply.body_file >= 0 ? last.reply.n_body_file : last.reply.body.n;
	last.text = page_text(moment_memory, last.body);
	take_cookies();
	n_more = 0;
	has_card = false;
	card = (struct wire_certificate){0};
}

static const char *answered_header(const char *name)
{
	for (int i = 0; i < last.reply.n_headers; i++)
		if (!strcasecmp(last.reply.headers[i].name, name))
			return last.reply.headers[i].value;
	return "";
}

/* name=value&… of pairs. */
static char *encoded(const struct pairs *p)
{
	struct text to = text_new(kept, 16 << 20);

	for (size_t i = 0; i < p->n; i++)
		text_print(&to, "%s%s=%s", i ? "&" : "", url_encode(kept, p->at[i].name), url_encode(kept, p->at[i].value));
	return to.n ? to.at : arena_text(kept, "");
}

/* As a form with a file: file_name is what the sender's disk calls it. */
static struct request multipart(const char *address, const struct pairs *p, const char *name, const char *file_name, struct text file)
{
	struct text to = text_new(kept, 256 << 20);

	for (size_t i = 0; i < p->n; i++)
		text_print(&to, "--story-edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n", p->at[i].name, p->at[i].value);
	text_print(&to, "--story-edge\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
		"Content-Type: application/octet-stream\r\n\r\n", name, file_name);
	text_add(&to, file.at, file.n);
	text_puts(&to, "\r\n--story-edge--\r\n");
	return (struct request){"POST", address, "multipart/form-data; boundary=story-edge", to.at, to.n};
}
#endif
