/* issue.c: 總處 issues report accounts: which reports of which agencies somebody sees, until when, and why.                    LEARN-705 */
#include <string.h>

#include "app/account/account.h"
#include "app/report/report.sql.h"
#include "app/report/private.h"
#include "app/upkeep/upkeep.h"
#include "base/random.h"

enum { PASSWORD = 16 };

struct viewer_account {
	int64_t id, version;
	const char *agency_code, *agency_name, *name, *full_name, *reports, *agencies, *reason;
	struct date valid_from, valid_to;
	bool below, person_lists, active;
	const char *password, *hash;                            /* the first ones, of a new account */
};

static const struct field list_fields[] = {
	FIELD(viewer_account, id, INT, KEY, "編號"),
	FIELD(viewer_account, name, TEXT, SHOW, "帳號"),
	FIELD(viewer_account, full_name, TEXT, SHOW, "姓名", .not_sorted = true),
	FIELD(viewer_account, agency_name, TEXT, SHOW, "機關", .not_sorted = true),
	FIELD(viewer_account, reports, TEXT, SHOW, "報表", .not_sorted = true),
	FIELD(viewer_account, agencies, TEXT, SHOW, "可查看之機關", .not_sorted = true),
	FIELD(viewer_account, valid_from, DATE, SHOW, "有效起日", .not_sorted = true),
	FIELD(viewer_account, valid_to, DATE, SHOW, "有效迄日"),
	FIELD(viewer_account, active, BOOL, SHOW, "啟用", .not_sorted = true),
	{0}
};

static const struct field fields[] = {
	FIELD(viewer_account, id, INT, KEY, "編號"),
	FIELD(viewer_account, version, INT, KEY, "版本"),
	FIELD(viewer_account, agency_code, TEXT, EDIT, "機關", .need = true, .most = 10, .hint = "機關代碼"),
	FIELD(viewer_account, name, TEXT, EDIT, "帳號", .need = true, .most = 60),
	FIELD(viewer_account, full_name, TEXT, EDIT, "姓名", .need = true, .most = 60),
	FIELD(viewer_account, reports, TEXT, EDIT, "報表", .need = true, .most = 400, .several = true),
	FIELD(viewer_account, agencies, TEXT, EDIT, "可查看之機關", .need = true, .most = 400, .wide = true, .hint = "機關代碼，以「、」分隔"),
	FIELD(viewer_account, below, BOOL, EDIT, "包含所屬機關"),
	FIELD(viewer_account, person_lists, BOOL, EDIT, "可查看人員名單"),
	FIELD(viewer_account, valid_from, DATE, EDIT, "有效起日", .need = true, .today = true),
	FIELD(viewer_account, valid_to, DATE, EDIT, "有效迄日", .need = true),
	FIELD(viewer_account, reason, TEXT, EDIT, "事由", .need = true, .most = 200, .wide = true),
	FIELD(viewer_account, active, BOOL, EDIT, "啟用"),
	FIELD(viewer_account, agency_name, TEXT, MARK, ""),
	{0}
};

/* ---- what was given: "members,offering", in a list 「同仁登錄會員統計(含所屬機關)、開課狀況統計」 */

static void say_grants(struct db *db, struct arena *mem, struct viewer_account *v)
{
	struct rows *g = db_run(db, &viewer_grants_of, A(v->id));
	struct text reports = text_new(mem, 1 << 16), agencies = text_new(mem, 1 << 16);
	const char *report = g->n ? row_text(g, 0, "report") : "", *last = "";

	for (int i = 0; i < g->n; i++) {
		if (!text_is(row_text(g, i, "report"), last))
			text_print(&reports, "%s%s", reports.n ? "," : "", row_text(g, i, "report"));
		last = row_text(g, i, "report");
		if (text_is(last, report))                      /* each report is given for the same agencies */
			text_print(&agencies, "%s%s", agencies.n ? "、" : "", row_text(g, i, "code"));
		v->below = row_bool(g, i, "below");
		v->person_lists = row_bool(g, i, "person_lists");
		v->reason = row_text(g, i, "reason");
	}
	v->reports = reports.n ? reports.at : "";
	v->agencies = agencies.n ? agencies.at : "";
}

/* Every report, for the form. */
static struct options report_options(struct arena *mem)
{
	struct options to = {0};

	for (const struct report *const *r = report_all(); *r; r++)
		options_add(mem, &to, (*r)->name, (*r)->title);
	return to;
}

static const char *titles_of(struct arena *mem, const char *reports)
{
	struct text t = text_new(mem, 1 << 16);
	const char *word;

	while (*(word = text_word(mem, &reports)))
		text_print(&t, "%s%s", t.n ? "、" : "", report_named(word) ? report_named(word)->title : word);
	return t.n ? t.at : "";
}

static void check(struct req *r, void *record, const void *before)
{
	struct viewer_account *v = record;
	const char *at = v->reports, *word;
	struct agency a;

	while (*(word = text_word(r->mem, &at)))
		if (!report_named(word))
			issue(&r->issues, -1, "reports", "E-CODE-01", word);
	for (at = v->agencies; *(word = text_word(r->mem, &at));)
		if (!agency_find(r->db, r->mem, word, &a))
			issue(&r->issues, -1, "agencies", "E-CODE-01", word);
	if (!agency_find(r->db, r->mem, v->agency_code, &a))
		issue(&r->issues, -1, "agency_code", "E-CODE-01", v->agency_code);
	if (date_before(v->valid_to, v->valid_from))
		issue(&r->issues, -1, "valid_to", "E-DATE-02", "有效起日", "有效迄日");
	if (before && !text_is(((const struct viewer_account *)before)->name, v->name))
		issue(&r->issues, -1, "name", "ERR_TEXT_GIVEN", "帳號建立後不可變更。");
	if (!before && !r->issues.n) {
		v->password = arena_bytes(r->mem, random_token(r->mem), PASSWORD);
		v->hash = password_hash(r->mem, v->password);
	}
}

/* ---- storing */

static void give(struct req *r, struct db *db, int64_t account, const struct viewer_account *v)
{
	const char *reports = v->reports, *report, *agency;

	db_run(db, &viewer_grants_drop, A(account));
	while (*(report = text_word(r->mem, &reports))) {
		const char *agencies = v->agencies;
		struct agency a;

		while (*(agency = text_word(r->mem, &agencies)))
			if (agency_find(db, r->mem, agency, &a))
				db_run(db, &viewer_grant_put, A(account), A(report), A(a.id), A(v->below), A(v->person_lists),
					A(v->reason), A(r->who->account), A(r->now));
	}
}

static int64_t store(struct req *r, struct db *db, void *record, const void *before)
{
	struct viewer_account *v = record;
	struct agency a;
	int64_t id = 0;

	if (before) {
		struct rows *set = db_run(db, &viewer_account_set, A(v->id), A(v->version), A(v->full_name), A(v->valid_from),
			A(v->valid_to), A(v->active));

		id = set->n ? v->id : 0;
	} else if (agency_find(db, r->mem, v->agency_code, &a)) {
		id = account_add(db, a.id, v->name, v->full_name, "stats", v->hash);
		if (!id)
			issue(&r->issues, -1, "name", "E-ACC-01", v->name);
		else
			db_run(db, &viewer_account_first, A(id), A(v->valid_from), A(v->valid_to));
	}
	if (id)
		give(r, db, id, v);
	return id;
}

static bool load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	if (!record_load(mem, db_run(db, &viewer_account_one, A(id)), fields, record))
		return false;
	say_grants(db, mem, record);
	return true;
}

static const char *title(struct arena *mem, const void *record)
{
	const struct viewer_account *v = record;

	return arena_print(mem, "%s %s", v->name, v->full_name);
}

/* The first password is told once, to who made the account. */
static const char *doubt(struct req *r, const void *record)
{
	const struct viewer_account *v = record;

	return v->password ? arena_print(r->mem, "起始密碼：%s（首次登入後須變更）", v->password) : NULL;
}

static const struct viewer_account fresh = {.agency_code = "", .name = "", .full_name = "", .reports = "", .agencies = "",
	.reason = "", .active = true};
static const struct upkeep accounts = {"/report-accounts", "account", "報表帳號", fields, sizeof(struct viewer_account), &fresh, load, title, check,
	store, NULL, doubt};

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct viewer_account *v = rows;

	for (int i = 0; i < n; i++) {
		say_grants(l->r->db, mem, &v[i]);
		v[i].reports = titles_of(mem, v[i].reports);
	}
}

static void list_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "報表帳號", list_fields, sizeof(struct viewer_account), "name"))
		return;
	l.rows_at = "/report-accounts";
	l.add = "新增報表帳號";
	l.complete = complete;
	if (list_run(&l, &viewer_accounts))
		list_show_plain(&l);
}

static void page(struct req *r, int status, const void *record)
{
	struct edit e = upkeep_edit(r, &accounts, record);
	struct edit_choice reports = {"reports", report_options(r->mem)};

	e.choices = &reports, e.n_choices = 1;
	edit_page_show(r, status, &e);
}

static void new_get(struct req *r)
{
	page(r, 200, &fresh);
}

static void new_post(struct req *r)
{
	r->issues.learning = true;
	upkeep_save(r, &accounts, arena_copy(r->mem, &fresh, sizeof fresh), NULL, page);
}

static bool found(struct req *r, struct viewer_account *v)
{
	*v = fresh;
	if (load(r->db, r->mem, r->id[0], v))
		return true;
	reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	return false;
}

static void one_get(struct req *r)
{
	struct viewer_account v;

	if (!found(r, &v))
		return;
	if (r->json)
		reply_record(r, fields, &v);
	else
		page(r, 200, &v);
}

static void one_post(struct req *r)
{
	struct viewer_account before;

	r->issues.learning = true;
	if (found(r, &before))
		upkeep_save(r, &accounts, arena_copy(r->mem, &before, sizeof before), &before, page);
}

#define HERE "統計報表/報表帳號"

const struct route viewer_account_routes[] = {
	{GET, "/report-accounts", list_get, MAY_DGPA, .gives = list_fields, .list = true, .crumb = HERE, .menu = "報表帳號", .group = "統計報表",
		.help = "身份「統計報表」的帳號"},
	{GET, "/report-accounts/new", new_get, MAY_DGPA, .crumb = HERE "/新增", .help = "新增報表帳號"},
	{POST, "/report-accounts/new", new_post, MAY_DGPA, .takes = fields, .heavy = true, .help = "新增報表帳號"},
	{GET, "/report-accounts/:account", one_get, MAY_DGPA, .gives = fields, .crumb = HERE "/修改", .help = "修改報表帳號"},
	{POST, "/report-accounts/:account", one_post, MAY_DGPA, .takes = fields, .help = "修改報表帳號"},
	{0}
};
