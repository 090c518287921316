/* web.c: the page 通知: what an agency and its people were told, and that somebody has seen it. */
#include "app/may.h"
#include "app/notice/notice.h"
#include "app/notice/page.html.h"

enum { PAGE = 50 };

static struct notice_lines lines_of(struct req *r, const struct notices *n)
{
	struct notice_lines lines = {arena_array(r->mem, (size_t)n->n, sizeof(*lines.at)), n->n};

	for (int i = 0; i < n->n; i++) {
		const struct notice *x = &n->at[i];

		lines.at[i] = (struct notice_line){.id = x->id, .text = x->text, .made = moment_text(r->mem, x->made),
			.label = arena_print(r->mem, "已閱：%s", x->text),
			.at = {x->link ? arena_print(r->mem, "%s%s", r->app->base, x->link) : NULL}};
	}
	return lines;
}

static void show(struct req *r, int status)
{
	bool seen = *req_query(r, "seen") == '1';
	int skip = (int)req_query_int(r, "skip", 0, 1000000, 0);
	struct notices n = notice_list(r->db, r->mem, r->who, seen, PAGE, skip);
	struct notice_view v = {.r = r, .lines = lines_of(r, &n), .total = n.total, .seen = seen, .action = req_url(r, "/notices"),
		.other = req_url(r, seen ? "/notices" : "/notices?seen=1"), .left = n.total - skip - n.n};

	v.next = req_url(r, "/notices?seen=%s&skip=%s", seen ? "1" : "0", arena_print(r->mem, "%d", skip + PAGE));
	notice_page(reply_page(r, status, "通知"), &v);
}

static void get(struct req *r)
{
	show(r, 200);
}

struct saving {
	struct req *r;
	int64_t *ids;
	int n, seen;
};

/* A notice that a colleague has marked meanwhile is no mistake. */
static void save(struct db *db, void *with)
{
	struct saving *s = with;
	const struct req *r = s->r;

	s->r->done = req_url(r, "/notices");
	s->seen = 0;
	for (int i = 0; i < s->n; i++)
		s->seen += notice_seen(db, r->mem, r->who, s->ids[i]);
}

static void post(struct req *r)
{
	struct saving s = {.r = r};

	s.n = req_ticks(r, "notice", PAGE, &s.ids);
	if (!s.n && !r->issues.n)
		issue(&r->issues, -1, "", "ERR_NONE_TICKED");
	if (r->issues.n) {
		if (!reply_issues(r))
			reply_see(r, req_url(r, "/notices"), "尚未勾選任何通知。");
		return;
	}
	req_tx(r, save, &s);
	reply_see(r, r->done, arena_print(r->mem, "%d 則通知已標示為已閱。", s.seen));
}

static const char *const ticks[] = {"notice", NULL};

const struct route notice_routes[] = {
	{GET, "/notices", get, MAY_SIGNED_IN, .crumb = "通知", .help = "通知"},
	{POST, "/notices", post, MAY_SIGNED_IN, .ticks = ticks, .most = PAGE, .crumb = "通知", .help = "將通知標示為已閱"},
	{0}
};
