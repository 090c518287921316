/* crawl.h: every page that links lead to, and every address asked with what nobody would type. */
#ifndef TEST_STORY_CRAWL_H
#define TEST_STORY_CRAWL_H

#include "test/story/permission.h"

enum { PAGES_MOST = 600 };

static const char *ahead[PAGES_MOST];
static struct pairs met;

/* /trainees/7 and /trainees/8 are the same kind of page; sort=name and sort=-name are not. */
static bool is_new_kind(const char *address)
{
	char *kind = arena_text(kept, address), *end = kind;

	for (const char *s = kind; *s; s++)
		if (*s < '0' || *s > '9' || (s > kind && (s[-1] < '0' || s[-1] > '9')))
			*end++ = *s >= '0' && *s <= '9' ? '0' : *s;
	*end = '\0';
	if (pair_value(&met, kind))
		return false;
	pair_add(kept, &met, kind, "");
	return true;
}

static int add_links(int n)
{
	const char *at = text_starts(answered_header("Content-Type"), "text/html") ? last.body : "";
	struct tag t;

	while (tag_next(&at, &t) && n < PAGES_MOST) {
		const char *to = tag_is(&t, "a link") ? tag_value(kept, &t, "href") : tag_is(&t, "form") ? tag_value(kept, &t, "action")
			: tag_is(&t, "script") ? tag_value(kept, &t, "src") : NULL;

		if (to && *to == '/' && !text_starts(to, setting("base")))
			problem("%s leads out of %s to %s", asked.address, setting("base"), to);
		else if (to && *to == '/' && !tag_is(&t, "form") && is_new_kind(to))
			ahead[n++] = to;
	}
	return n;
}

/* crawl FROM LEAST: at the browser one sits at; every link leads somewhere, and there are so many kinds of pages at least. */
static bool act_crawl(int n, char **words)
{
	int pages = 1, done = 0;

	(void)n;
	met.n = 0;
	ahead[0] = arena_text(kept, words[1]);
	for (; done < pages; done++) {
		visit((struct request){.method = "GET", .address = ahead[done]});
		if (last.reply.status != 200 && last.reply.status != 303)
			problem("a link leads to %s: %d", ahead[done], last.reply.status);
		pages = add_links(pages);
	}
	return done >= strtol(words[2], NULL, 10) || problem("only %d pages", done);
}

static const char *const odd[] = {
	"", " ", "0", "-1", "9223372036854775808", "1e9", "%", "_", "'", "\"><b>x</b>", "{{7*7}}", "../../etc/passwd", "\\", "\n\r\t", "\x01\x7f",
	"１２３", "一二三", "\xf0\xa0\x80\x80\xf3\xa0\x84\x80", "\xe2\x80\xae\xe2\x80\x8b", "113/02/30", "0000-00-00", "9999/99/99", "null",
	"A12345678", "true", "1,2,3,,", "999999999999999999999999999999999999999999"
};

static void ask_odd(const struct route *route, const char *value)
{
	struct pairs p = {0};
	bool foreign;
	const char *address = address_of(route->path, &foreign);

	for (const struct field *f = route->takes; f && f->name; f++)
		pair_add(kept, &p, f->name, value);
	for (const char *const *name = (const char *const[]){"exam_year", "exam_code", "sort", "page", "per", "state", "tick", "reason",
			"version", "confirm", "overwrite", "q", "role", NULL}; *name; name++)
		pair_add(kept, &p, *name, value);
	if (route->method == POST)
		pair_add(kept, &p, "_token", form_token());
	const char *body = encoded(&p);

	for (int i = 0; i < (route->method == GET && (route->list || route->files) ? 2 : 1); i++) {
		visit(route->method == POST ? (struct request){"POST", address, "application/x-www-form-urlencoded", body, strlen(body)}
			: (struct request){.method = "GET", .address = arena_print(kept, "%s%s?%s", address, i ? ".csv" : "", body)});
		if (last.reply.status >= 500)
			problem("%s: %d", address, last.reply.status);
	}
}

/* odd [EVERY]: at the browser one sits at, every address but the one that ends the session; a fault would end the story.  Every value, every
 * third …; the quick level takes every fifth. */
static bool act_odd(int n, char **words)
{
	const char *level = getenv("PEIXUN_TEST_LEVEL");
	size_t step = level && !strcmp(level, "quick") ? 5 : n > 1 ? strtoul(words[1], NULL, 10) : 1;

	for (const struct route *const *table = app_routes; *table; table++)
		for (const struct route *r = *table; r->path; r++)
			for (size_t i = 0; i < sizeof odd / sizeof *odd && strcmp(r->path, "/sign-out"); i += step)
				ask_odd(r, odd[i]);
	return true;
}
#endif
