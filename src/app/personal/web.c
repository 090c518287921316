/* web.c: 「顯示完整」 and 「以身分證字號查詢」.                                                          LEARN-005, 008, 015 */
#include <string.h>

#include "app/audit/audit.h"
#include "app/may.h"
#include "app/personal/page.html.h"
#include "app/personal/personal.h"
#include "app/personal/personal.sql.h"
#include "base/national_id.h"
#include "base/text.h"
#include "web/html.h"

enum { MINUTE = 60, SHOWN_SECONDS = 15 * MINUTE, ADDRESS_MOST = 2000, REASON_MOST = 100 };

/* HR, 最高管理者, and 承辦人 who keep hours or decide on registrations.                                       LEARN-015 */
#define MAY_SHOW (MAY_HOURS | MAY_REGISTRATION | MAY_HR_STATUS | MAY_HR_UNITS | MAY_HR_MEMBERS | MAY_HR_REVIEW | MAY_HR_SNAPSHOT | \
	MAY_STATISTICS | MAY_LEARN_NOMINATION | MAY_RPT_REQUIRED | MAY_RPT_HR | MAY_RPT_PERFORMANCE | MAY_RPT_ENTERPRISE | MAY_RPT_MEMBERS)

struct place { const char *path, *query, *reason, *national_id; bool mask; };
static const struct field place_fields[] = {
	FIELD(place, path, TEXT, EDIT, "頁面", .most = ADDRESS_MOST),
	FIELD(place, query, TEXT, EDIT, "條件", .most = ADDRESS_MOST),
	FIELD(place, reason, TEXT, EDIT, "顯示完整之理由", .most = REASON_MOST),
	FIELD(place, mask, BOOL, EDIT, "恢復遮罩"),
	{0}
};
static const struct field find_fields[] = {
	FIELD(place, path, TEXT, EDIT, "頁面", .most = ADDRESS_MOST),
	FIELD(place, query, TEXT, EDIT, "條件", .most = ADDRESS_MOST),
	FIELD(place, national_id, ID, EDIT, "身分證字號", .privacy = PERSONAL),
	{0}
};

/* ---- what a page asks ---- */

static bool is_offered(const struct req *r)
{
	return r->who && (r->who->may & MAY_SHOW) && !r->who->all_agencies;
}

static struct rows *shown_now(struct req *r)
{
	return db_run(r->db, &personal_one, A(r->who->account), A(r->path), A(r->now));
}

/* No row: masked. */
static struct rows *full_now(struct req *r)
{
	return is_offered(r) && r->as == AS_PAGE && !r->json ? shown_now(r) : NULL;
}

bool personal_is_full(struct req *r)
{
	struct rows *shown = full_now(r);

	return shown && shown->n;
}

bool personal_full(struct req *r)
{
	struct rows *shown = full_now(r);

	if (!shown || !shown->n)
		return false;
	audit_refusal(r->db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "personal.read", .subject_kind = "address", .after = r->path, .reason = row_text(shown, 0, "reason"), .at = r->now});
	return true;
}

const char *personal_id(struct arena *mem, const char *national_id, bool full)
{
	return full ? national_id : mask_id(mem, national_id);
}

const char *personal_asked(struct req *r)
{
	struct rows *key = db_run(r->db, &personal_key_one, A(req_query_int(r, "who", 1, INT64_MAX, 0)));

	return key->n ? row_text(key, 0, "national_id") : "";
}

/* The conditions of the page without those of these names. */
static const char *query_without(struct req *r, const char *one, const char *other)
{
	struct text t = text_new(r->mem, 1 << 16);

	for (size_t i = 0; i < r->query.n; i++) {
		const struct pair *p = &r->query.at[i];

		if (*p->value && strcmp(p->name, one) && strcmp(p->name, other))
			text_print(&t, "%s%s=%s", t.n ? "&" : "", url_encode(r->mem, p->name), url_encode(r->mem, p->value));
	}
	return t.n ? t.at : "";
}

struct personal_bar personal_bar(struct req *r, bool full, bool find)
{
	const char *asked = find ? personal_asked(r) : "";
	struct rows *shown = full ? shown_now(r) : NULL;
	const char *rest = query_without(r, "who", "page");
	struct personal_bar b = {.r = r, .offered = is_offered(r), .full = full, .find = find, .show = req_url(r, "/personal/full"),
		.search = req_url(r, "/personal/find"), .path = r->path, .query = find ? query_without(r, "page", "page") : r->wire->query,
		.asked = *asked ? mask_id(r->mem, asked) : "",
		.forget = {arena_print(r->mem, "%s%s?%s", r->app->base, r->path, *rest ? rest : "page=1")}};

	if (shown && shown->n)
		b.until = row_moment(shown, 0, "until");
	b.reason = input_text(r, "reason", "顯示完整之理由", "", true, NULL);
	if (r->route->method == GET)                            /* the page may ask for a reason of its own */
		b.reason.id = "f-full-reason";
	b.national_id = input_text(r, "national_id", "身分證字號", "", false, NULL);
	b.national_id.size = 12;
	b.national_id.autocomplete = "off";
	return b;
}

struct personal_query personal_query(struct req *r, struct url find, struct url clear, struct inputs inputs, const char *masked)
{
	struct personal_query q = {.r = r, .find = find, .clear = clear, .inputs = inputs, .masked = masked};

	if (r->route->method == GET)
		q.bar = personal_bar(r, personal_full(r), false);
	return q;
}

/* ---- the acts ---- */

/* Where it leads back to: an address of ours, as the page wrote it. */
static bool is_ours(const char *path, const char *query)
{
	if (*path != '/' || path[1] == '/')
		return false;
	for (const char *c = path; *c; c++)
		if ((unsigned char)*c <= ' ' || *c == '\\' || *c == '?' || *c == '#' || (unsigned char)*c > '~')
			return false;
	for (const char *c = query; *c; c++)
		if ((unsigned char)*c <= ' ' || *c == '#' || (unsigned char)*c > '~')
			return false;
	return true;
}

static struct url back_to(const struct req *r, const struct place *p, const char *more)
{
	const char *between = *p->query || *more ? "?" : "", *and = *p->query && *more ? "&" : "";

	return (struct url){arena_print(r->mem, "%s%s%s%s%s%s", r->app->base, p->path, between, p->query, and, more)};
}

static bool read_place(struct req *r, const struct field *fields, struct place *p)
{
	*p = (struct place){"", "", "", "", false};
	r->issues.fields = fields;
	r->issues.learning = true;
	record_merge(fields, r->json_in ? STRICT : TYPED, &r->form, false, p, &r->issues, -1);
	if (is_ours(p->path, p->query))
		return true;
	reply_refuse(r, 404, "E-SCOPE-01");
	return false;
}

static void again(struct req *r, const struct place *p, bool find)
{
	struct personal_bar b = personal_bar(r, false, find);
	struct issue_lines wrong = issue_lines(r);

	if (reply_issues(r))
		return;
	b.path = p->path, b.query = p->query, b.offered &= !find;
	personal_page(reply_page(r, 422, find ? "以身分證字號查詢" : "顯示完整"), &b, &wrong, back_to(r, p, ""));
}

struct showing { struct req *r; const struct place *p; };

static void show(struct db *db, void *with)
{
	const struct showing *s = with;
	struct req *r = s->r;

	r->done = back_to(r, s->p, "");
	db_run(db, &personal_sweep, A(r->now));
	if (s->p->mask)
		db_run(db, &personal_drop, A(r->who->account), A(s->p->path));
	else
		db_run(db, &personal_put, A(r->who->account), A(s->p->path), A(s->p->reason), A(((struct moment){r->now.seconds + SHOWN_SECONDS})));
}

static void full_post(struct req *r)
{
	struct place p;

	if (!read_place(r, place_fields, &p))
		return;
	if (!is_offered(r)) {
		reply_refuse(r, 403, "E-AUTH-01");
		return;
	}
	if (!p.mask && !*p.reason)
		issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	if (r->issues.n) {
		again(r, &p, false);
		return;
	}
	req_tx(r, show, &(struct showing){r, &p});
	reply_see(r, r->done, NULL);
}

static void keep_key(struct db *db, void *with)
{
	const struct showing *s = with;
	struct req *r = s->r;
	struct rows *key = db_run(db, &personal_key_of, A(s->p->national_id), A(r->who->account));

	if (!key->n)
		key = db_run(db, &personal_key_put, A(s->p->national_id), A(r->who->account), A(r->now));
	if (key->n)
		r->done = back_to(r, s->p, arena_print(r->mem, "who=%lld", (long long)row_int(key, 0, "id")));
}

static void find_post(struct req *r)
{
	struct place p;

	if (!read_place(r, find_fields, &p))
		return;
	if (!r->issues.n && !*p.national_id)
		issue(&r->issues, -1, "national_id", "ERR_REQUIRED");
	if (r->issues.n) {
		again(r, &p, true);
		return;
	}
	req_tx(r, keep_key, &(struct showing){r, &p});
	reply_see(r, r->done, NULL);
}

const struct route personal_routes[] = {
	{POST, "/personal/full", full_post, MAY_BACK_OFFICE, .takes = place_fields, .hidden = true, .crumb = "人事單位/顯示完整",
		.help = "於一頁完整顯示身分證字號，須敘明理由，每次檢視均留存紀錄"},
	{POST, "/personal/find", find_post, MAY_BACK_OFFICE, .takes = find_fields, .hidden = true, .crumb = "人事單位/以身分證字號查詢",
		.help = "以身分證字號查詢；號碼不出現於網址"},
	{0}
};
