/* web.c: 下載申請進度查詢, one request with its password, and its file.                         LEARN-033, 035, 274, 411 … 413 */
#include <string.h>
#include <unistd.h>

#include "app/audit/audit.h"
#include "app/download/download.sql.h"
#include "app/download/page.html.h"
#include "app/download/view.h"
#include "app/may.h"
#include "app/store/store.h"
#include "base/setting.h"
#include "base/text.h"

enum { DEFAULT_DAYS = 30, KILO = 1024 };

static const char *size_words(struct arena *mem, int64_t size)
{
	return size < KILO ? arena_print(mem, "%lld B", (long long)size) : size < KILO * KILO ? arena_print(mem, "%lld KB", (long long)size / KILO)
		: arena_print(mem, "%lld.%lld MB", (long long)size / KILO / KILO, (long long)size / KILO % KILO * 10 / KILO);
}

static const char *tag_of(const struct download *d)
{
	return text_is(d->state.id, "ready") || text_is(d->state.id, "fetched") ? "done" : text_is(d->state.id, "failed") ? "late" :
		text_is(d->state.id, "waiting") || text_is(d->state.id, "running") ? "soon" : "plain";
}

static bool is_there(const struct download *d)
{
	return text_is(d->state.id, "ready") || text_is(d->state.id, "fetched");
}

/* ---- asking ---- */

struct asking { struct req *r; const struct download_kind *kind; const char *conditions, *shown; enum sheet_format format; struct download_making m;
	struct download_made made; int64_t content, id; bool later; void *kept; };

static void put(struct db *db, void *with)
{
	struct asking *a = with;
	struct req *r = a->r;
	struct rows *row = db_run(db, &download_put, A(a->kind->name), A(r->who->agency), A(r->who->account), A(a->conditions), A(a->shown),
		A(sheet_suffix(a->format) + 1), A(r->now));

	if (db_undone(db))
		return;
	a->id = row_int(row, 0, "id");
	if (a->later)
		db_run(db, &download_job_set, A(a->id), A(job_add(db, &download_job, a->id, NULL, r->who->agency, (struct moment){0})));
	else
		download_ready(&a->m, a->id, a->content, &a->made);
	r->done = req_url(r, "/downloads/%lld", (long long)a->id);
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "download.ask", .subject_kind = "download", .subject = a->id, .reason = a->kind->label, .at = r->now});
}

void download_ask(struct req *r, const struct download_kind *kind, const char *conditions, const char *shown, enum sheet_format format)
{
	struct asking a = {.r = r, .kind = kind, .conditions = conditions, .shown = shown, .format = format, .m = {.db = r->db, .mem = r->mem,
		.account = r->who->account, .agency = r->who->agency, .conditions = conditions, .format = format, .now = r->now}};

	a.m.kept = &a.kept;
	a.later = kind->rows(&a.m) > setting_int("export.sync_rows");
	if (!a.later)
		a.made = download_make(&a.m, kind);
	if (a.made.rows)
		a.content = store_content(r->db, a.made.fd);
	req_tx(r, put, &a);
	reply_see(r, r->done, a.later ? arena_print(r->mem, "已受理，申請編號 %lld，檔案於背景產製。", (long long)a.id) : NULL);
}

/* ---- the list ---- */

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct download *d = rows;

	for (int i = 0; i < n; i++)
		download_complete(l->r->db, mem, l->r->now, &d[i]);
}

static struct download_lines lines_of(struct req *r, const struct list *l)
{
	const struct download *rows = l->rows;
	struct download_lines lines = {arena_array(r->mem, (size_t)l->n, sizeof *lines.at), l->n};

	for (int i = 0; i < l->n; i++) {
		const struct download *d = &rows[i];
		bool own = d->account == r->who->account;

		lines.at[i] = (struct download_line){d, req_url(r, "/downloads/%lld", (long long)d->id),
			req_url(r, "/downloads/%lld/file", (long long)d->id), *d->full_name ? d->full_name : d->account_name, tag_of(d),
			d->size ? size_words(r->mem, d->size) : "", own, own && is_there(d)};
	}
	return lines;
}

struct span { struct date from, to; };
static const struct field span_fields[] = {FIELD(span, from, DATE, EDIT, "申請日期起"), FIELD(span, to, DATE, EDIT, "申請日期迄"), {0}};

static struct span span_asked(struct req *r)
{
	struct span s = {date_plus(r->today, -DEFAULT_DAYS), r->today};

	r->issues.fields = span_fields;
	r->issues.learning = true;
	record_merge(span_fields, TYPED, &r->query, false, &s, &r->issues, -1);
	if (date_before(s.to, s.from))
		issue(&r->issues, -1, "from", "E-DATE-02", span_fields[0].label, span_fields[1].label);
	return s;
}

/* 最高管理者 sees what all of the agency asked for, 總處 everybody's, without the passwords.        LEARN-411 */
static void list_get(struct req *r)
{
	r->issues.learning = true;
	struct span s = span_asked(r);
	bool all = req_may(r, MAY_LEARN_ACCOUNT | MAY_DGPA), drawn;
	struct list l;

	if (!list_open(&l, r, "下載申請進度查詢", download_fields, sizeof(struct download), "-requested"))
		return;
	l.complete = complete;
	if (r->issues.n && reply_issues(r))
		return;
	drawn = all ? list_run(&l, &download_of_agencies, REQ_AGENCIES(r), A(day_begins(s.from)), A(day_begins(date_plus(s.to, 1))))
		: list_run(&l, &download_own, A(r->who->account), A(day_begins(s.from)), A(day_begins(date_plus(s.to, 1))));
	if (!drawn)
		return;
	struct downloads_view v = {.r = r, .l = &l, .wrong = issue_lines(r), .action = req_url(r, "/downloads"), .all = all,
		.from = input_text(r, "from", "申請日期起", date_text(r->mem, s.from), false, NULL),
		.to = input_text(r, "to", "申請日期迄", date_text(r->mem, s.to), false, NULL), .lines = lines_of(r, &l)};

	download_list_page(reply_page(r, r->issues.n ? 422 : 200, "下載申請進度查詢"), &v);
}

/* ---- one ---- */

/* Who is not the one who asked learns no more than that; of another agency not even that there is one.            LEARN-003, 033 */
static bool own_one(struct req *r, struct download *d)
{
	const struct download_kind *kind;

	if (!download_load(r->db, r->mem, r->id[0], r->now, d) || (d->account != r->who->account && d->agency != r->who->agency)) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return false;
	}
	if (d->account != r->who->account) {
		reply_refuse(r, 403, "E-DL-03");
		return false;
	}
	kind = download_kind_named(d->function);
	if (!kind || !req_may(r, kind->may_of ? kind->may_of(r->mem, d->conditions) : kind->may)) {
		reply_refuse(r, 403, "ERR_NO_RIGHT", d->label);
		return false;
	}
	return true;
}

/* To who asked, in JSON, with the password. */
static void one_json(struct req *r, const struct download *d)
{
	struct text body = text_new(r->mem, 1 << 20);
	struct json j = json_new(&body);

	json_begin(&j);
	for (const struct field *f = download_fields; f->name; f++)
		if (f->use != MARK) {
			json_key(&j, f->name);
			field_json(f, &j, d);
		}
	json_key(&j, "password");
	json_text(&j, d->password);
	json_end(&j);
	reply_json(r, 200, body);
}

static void one_get(struct req *r)
{
	struct download d;

	if (!own_one(r, &d))
		return;
	if (r->json) {
		one_json(r, &d);
		return;
	}
	struct download_view v = {.r = r, .d = &d, .tag = tag_of(&d), .size = size_words(r->mem, d.size), .there = is_there(&d),
		.open = text_is(d.state.id, "waiting") || text_is(d.state.id, "running"), .legacy = text_is(setting("zip.method"), "legacy"),
		.file = req_url(r, "/downloads/%lld/file", (long long)d.id), .again = req_url(r, "/downloads/%lld/again", (long long)d.id),
		.list = list_back(r, "/downloads"), .days = setting_int("file.keep_days")};

	v.again_offered = !v.there && !v.open;
	if (text_is(d.state.id, "failed"))
		v.failed = issue_shown(r->mem, "E-EXP-01", message(r->mem, "E-EXP-01", arena_print(r->mem, "%lld", (long long)d.id)));
	else if (text_is(d.state.id, "expired"))
		v.failed = issue_shown(r->mem, "E-DL-02", message(r->mem, "E-DL-02"));
	if (v.open)
		r->refresh = true;
	download_one_page(reply_page(r, 200, d.label), &v);
}

struct fetching { struct req *r; const struct download *d; };

static void note_fetched(struct db *db, void *with)
{
	const struct fetching *f = with;
	struct req *r = f->r;
	const struct download_kind *kind = download_kind_named(f->d->function);

	db_run(db, &download_fetched, A(r->id[0]), A(r->now));
	if (kind->fetched)
		kind->fetched(db, f->d->agency, r->id[0], r->now);
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "download.fetch", .subject_kind = "download", .subject = r->id[0], .at = r->now});
}

static void file_get(struct req *r)
{
	struct stored file;
	struct download d;

	if (!own_one(r, &d))
		return;
	if (!is_there(&d) || !store_look(r->db, r->mem, d.file, &file)) {
		reply_refuse(r, 410, "E-DL-02");
		return;
	}
	int fd = store_get_fd(r->db, r->mem, d.file);

	db_tx(r->db, note_fetched, &(struct fetching){r, &d});
	reply_file(r, file.type, file.name, dup(fd), (uint64_t)file.size);      /* the reply closes its own */
}

static void again_post(struct req *r)
{
	enum sheet_format format;
	struct download d;

	if (own_one(r, &d) && sheet_format_of(d.format, &format))
		download_ask(r, download_kind_named(d.function), d.conditions, d.shown, format);
}

#define MAY_ANY (MAY_BACK_OFFICE | MAY_STATISTICS_VIEW)                         /* every list of 終身學習 may be long */

const struct route download_routes[] = {
	{GET, "/downloads", list_get, MAY_ANY, .takes = span_fields, .gives = download_fields, .list = true, .crumb = "人事單位/下載申請進度查詢",
		.menu = "下載申請進度查詢", .group = "人事單位", .help = "申請的檔案與產製進度"},
	{GET, "/downloads/:download", one_get, MAY_ANY, .gives = download_fields, .also = "\"password\":{\"type\":\"string\"}",
		.crumb = "人事單位/下載申請進度查詢", .help = "一件申請與檔案密碼"},
	{GET, "/downloads/:download/file", file_get, MAY_ANY, .type = "application/zip", .heavy = true, .hidden = true, .help = "下載檔案"},
	{POST, "/downloads/:download/again", again_post, MAY_ANY, .heavy = true, .help = "重新申請"},
	{0}
};
