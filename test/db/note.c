/* What an act said reaches the next page whole, however long: browsers drop a cookie of more than 4 KB.        ACMS-036 */
#include "test/db/keep.h"

#include "app/app.h"
#include "base/text.h"
#include "web/html.h"
#include "web/page.h"
#include "web/route.h"

static const char *said;                                         /* what the act says */
static struct arena *request;

static void act(struct req *r)
{
	reply_see(r, req_url(r, "/page"), said);
}

static void page(struct req *r)
{
	reply_page(r, 200, "頁");
}

static const struct route routes[] = {
	{.method = POST, .path = "/act", .handle = act, .public_post = true}, {.method = GET, .path = "/page", .handle = page}, {0}
};
static const struct route *const tables[] = {routes, NULL};

static struct wire_reply ask(struct web *web, const char *method, const char *path, const char *cookie)
{
	struct wire_header headers[] = {{"Cookie", cookie}, {"Sec-Fetch-Site", "same-origin"}};
	struct wire_reply reply = {.status = 200, .body_file = -1};

	web_answer(web, request, &(struct wire_request){.method = method, .path = path, .query = "", .headers = headers, .n_headers = 2,
		.address = "192.0.2.1", .body_file = -1}, &reply);
	return reply;
}

/* "name=value" of what the reply sets; "" when it sets nothing. */
static const char *cookie_of(const struct wire_reply *reply)
{
	for (int i = 0; i < reply->n_headers; i++)
		if (text_is(reply->headers[i].name, "Set-Cookie"))
			return arena_bytes(request, reply->headers[i].value, strcspn(reply->headers[i].value, ";"));
	return "";
}

static void one(struct web *web, size_t characters)
{
	struct text words = text_new(request, 1 << 20);

	for (size_t i = 0; i < characters; i++)
		text_puts(&words, i % 50 ? "訓" : "練");
	text_puts(&words, "完");
	said = words.at;
	struct wire_reply done = ask(web, "POST", "/act", "");
	const char *cookie = cookie_of(&done);
	struct wire_reply shown = ask(web, "GET", "/page", cookie);

	ok(strlen(cookie) < 4000, "%zu characters: %zu bytes of cookie", characters, strlen(cookie));
	ok(strstr(shown.body.at, said) != NULL, "and the next page has them all");
	ok(text_ends(cookie_of(&shown), "="), "once");
	ok(!strstr(ask(web, "GET", "/page", "peixun_long_note=abc").body.at, "練"), "nobody else reads them");
}

static void tests(void)
{
	struct web_app app = *app_web();

	app.routes = tables;
	app.db_url = keep_url;
	db_close(keep_open());
	struct web *web = web_open(&app);

	for (size_t n = 1; n <= 20000; n *= 20) {
		request = arena_new(64 << 20);
		one(web, n);
		arena_free(request);
	}
	web_close(web);
}

int main(void)
{
	on_both(tests);
	return keep_end();
}
