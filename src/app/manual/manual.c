/* manual.c: see manual.h. */
#include "app/manual/manual.h"

#include <string.h>

#include "app/manual/page.html.h"
#include "app/manual/view.h"

static const struct manual_page *find(const char *name)
{
	for (const struct manual_page *p = manual_pages; p->name; p++)
		if (!strcmp(p->name, name))
			return p;
	return NULL;
}

/* The catalogue of messages is the program's own; the page that speaks of them shows it whole. */
static struct message_lines all_messages(struct req *r)
{
	struct message_lines l = {NULL, 0};

	while (messages[l.n].code)
		l.n++;
	l.at = arena_array(r->mem, (size_t)l.n, sizeof *l.at);
	for (int i = 0; i < l.n; i++)
		l.at[i] = (struct message_line){messages[i].code, messages[i].text};
	return l;
}

static void page_get(struct req *r)
{
	const struct manual_page *p = find(r->word[0]);

	if (!p) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	struct text body = text_new(r->mem, 1 << 20);
	struct html *h = html_new(&body);

	html_raw(h, p->html, strlen(p->html));
	struct manual_view v = {.body = html_done(h), .contents = req_url(r, "/manual/contents")};

	if (!strcmp(p->name, "messages"))
		v.messages = all_messages(r);
	manual_view_page(reply_page(r, 200, p->title), &v);
}

static void contents_get(struct req *r)
{
	reply_see(r, req_url(r, "/manual/contents"), NULL);
}

const struct route manual_routes[] = {
	{GET, "/manual", contents_get, 0, .help = "使用手冊"},
	{GET, "/manual/*page", page_get, 0, .crumb = "使用手冊", .help = "使用手冊的一章"},
	{0}
};
