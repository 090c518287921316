/* list_download.c: the files of long lists of 終身學習, made in the background: the list's own address, asked once more with the rights of who
 * asked, so that page and file cannot differ.                                                                  LEARN-035 */
#include <string.h>
#include <unistd.h>

#include "app/account/account.h"
#include "app/app.h"
#include "app/call.h"
#include "app/download/download.h"
#include "app/may.h"
#include "base/json_flat.h"
#include "base/log.h"
#include "base/text.h"
#include "web/form.h"
#include "web/list_large.h"

enum { CONDITIONS_MOST = 1 << 16 };

struct wanted { const char *of, *query, *format; int64_t rows; };
static const struct field wanted_fields[] = {
	FIELD(wanted, of, TEXT, EDIT, "清單", .need = true, .most = 200), FIELD(wanted, query, TEXT, EDIT, "查詢條件", .most = 4000),
	FIELD(wanted, rows, INT, EDIT, "筆數", .need = true, .least = 0, .most = LIST_FILE_MOST),
	FIELD(wanted, format, TEXT, EDIT, "格式", .need = true, .most = 4, .hint = "csv、xlsx 或 ods"), {0}
};

/* The list at an address; NULL: there is none of 終身學習. */
static const struct route *list_at(struct arena *mem, const char *path)
{
	struct req probe = {.mem = mem, .app = app_web()};
	bool other;

	probe.route = route_find(probe.app, "GET", path, &probe, &other);
	return probe.route && probe.route->list && list_is_learning(&probe) ? probe.route : NULL;
}

static struct wanted read_wanted(const struct download_making *m)
{
	struct wanted w = {.of = "", .query = ""};
	struct json_pairs pairs;
	int hint = 0;

	if (!json_flat(m->mem, m->conditions, &pairs))
		return w;
	w.of = json_flat_find(&pairs, "of", &hint)->text;
	w.query = json_flat_find(&pairs, "query", &hint)->text;
	text_to_int(json_flat_find(&pairs, "rows", &hint)->text, 0, LIST_FILE_MOST, &w.rows);
	return w;
}

static const char *written(struct arena *mem, const struct wanted *w)
{
	struct text t = text_new(mem, CONDITIONS_MOST);
	struct json j = json_new(&t);

	json_begin(&j);
	json_key(&j, "of");
	json_text(&j, w->of);
	json_key(&j, "query");
	json_text(&j, w->query);
	json_key(&j, "rows");
	json_int(&j, w->rows);
	json_end(&j);
	return t.at;
}

static uint64_t may_of(struct arena *mem, const char *conditions)
{
	struct wanted w = read_wanted(&(struct download_making){.mem = mem, .conditions = conditions});
	const struct route *list = list_at(mem, w.of);

	return list ? list->may : 0;
}

/* Always more than are written while somebody waits: who asks has been told so. */
static int64_t rows_of(const struct download_making *m)
{
	(void)m;
	return INT64_MAX;
}

static int64_t write_list(const struct download_making *m, int fd)
{
	struct wanted w = read_wanted(m);
	struct wire_header headers[2] = {{"Accept", "application/json"}};
	struct who who;
	struct wire_reply reply;
	struct call c = {.who = &who, .wire = {.method = "GET", .n_headers = 1, .query = w.query,
		.path = arena_print(m->mem, "%s%s", w.of, sheet_suffix(m->format))}};

	if (!account_acting(m->db, m->account, m->agency, moment_date(m->now), &who) || !call_web(m->mem, &c, headers, &reply) ||
			reply.status != 200)
		return 0;
	if (!call_write(&reply, fd))
		fail("a list's file can't be written");
	return w.rows;
}

const struct download_kind list_download = {.name = "list", .label = "匯出清單", .may_of = may_of, .rows = rows_of, .write = write_list};

static void ask_post(struct req *r)
{
	struct wanted w = {.of = "", .query = "", .format = ""};
	struct pairs query = {0};
	enum sheet_format format;

	r->issues.learning = true;
	r->issues.fields = wanted_fields;
	record_merge(wanted_fields, req_style(r), &r->form, true, &w, &r->issues, -1);
	const struct route *list = *w.of == '/' ? list_at(r->mem, w.of) : NULL;

	if (!list || !sheet_format_of(w.format, &format) || !form_urlencoded(r->mem, w.query, strlen(w.query), &query)) {
		if (!r->issues.n || !reply_issues(r))
			reply_refuse(r, 404, "E-SCOPE-01");
	} else if (!req_may(r, list->may)) {
		reply_refuse(r, 403, "E-AUTH-01");
	} else {
		const char *name = strrchr(list->crumb, '/');

		download_ask(r, &list_download, written(r->mem, &w), arena_print(r->mem, "%s；查詢條件：%s", name ? name + 1 : list->crumb,
			list_conditions(r->mem, list->takes, &query)), format);
	}
}

const struct route list_download_routes[] = {
	{POST, "/downloads/list", ask_post, MAY_BACK_OFFICE | MAY_STATISTICS_VIEW, .takes = wanted_fields, .help = "清單之檔案，於背景產製"},
	{0}
};
