/* category.c: 類別維護(與業務相關): the 課程類別 that an agency takes for 與業務相關; without a choice of its own, that of the nearest
 * agency above it, else that of 總處.                                                                     LEARN-531, 532 */
#include "app/agency/agency.h"
#include "app/audit/audit.h"
#include "app/code/code.h"
#include "app/may.h"
#include "app/review/page.html.h"
#include "app/review/private.h"
#include "app/review/review.sql.h"
#include "base/text.h"

enum { CATEGORIES_MOST = 500, GROUPS_MOST = 20 };

/* Whose choice is looked at: 0 總處's.  from: where the one that holds stands. */
struct choice { int64_t agency, from, version; const char *name, *from_name, *changed_by; struct moment changed; bool own; };

static void load(struct req *r, struct choice *c)
{
	struct rows *near = c->agency ? db_run(r->db, &choice_from, A(c->agency)) : NULL, *one;

	c->from = near && near->n ? row_int(near, 0, "id") : 0;
	c->from_name = near && near->n ? row_text(near, 0, "name") : "總處";
	one = db_run(r->db, &choice_one, A(c->from));
	c->changed_by = one->n ? row_text(one, 0, "who") : "";
	c->changed = one->n ? row_moment(one, 0, "changed") : (struct moment){0};
	c->own = c->from == c->agency && one->n;
	c->version = c->own ? row_int(one, 0, "version") : 0;
}

/* 總處 keeps the default of all, and looks at others. */
static bool asked(struct req *r, struct choice *c)
{
	const char *code = r->who->all_agencies ? req_query(r, "agency") : "";
	struct agency_span span;

	*c = (struct choice){.agency = r->who->agency, .name = r->who->agency_name};
	if (r->who->all_agencies)
		c->agency = 0, c->name = "總處";
	if (*code) {
		if (!agency_asked(r, code, AGENCY_OWN, false, &span))
			return false;
		c->agency = span.agency, c->name = span.name;
	}
	load(r, c);
	return true;
}

static bool is_on(struct req *r, const struct rows *ticked, int64_t category)
{
	int64_t one;

	if (r->route->method == POST) {
		for (size_t i = 0; i < r->form.n; i++)
			if (text_is(r->form.at[i].name, "category") && text_to_int(r->form.at[i].value, 1, INT64_MAX, &one) && one == category)
				return true;
		return false;
	}
	for (int i = 0; i < ticked->n; i++)
		if (row_int(ticked, i, "category") == category)
			return true;
	return false;
}

/* By the four classes, as they are declared beside each category. */
static struct category_groups groups_of(struct req *r, const struct choice *c)
{
	struct code_items all = code_items(code_book(r->db, r->mem), r->mem, "course_category", r->today);
	struct rows *ticked = db_run(r->db, &choice_ticked, A(c->from));
	struct category_groups g = {arena_array(r->mem, GROUPS_MOST, sizeof *g.at), 0};

	for (int i = 0; i < all.n; i++) {
		const struct code_item *x = all.at[i];
		int at = 0;

		while (at < g.n && !text_is(g.at[at].name, x->attribute))
			at++;
		if (at == GROUPS_MOST)
			at = GROUPS_MOST - 1;
		else if (at == g.n)
			g.at[g.n++] = (struct category_group){x->attribute, {arena_array(r->mem, (size_t)all.n, sizeof *g.at->all.at), 0}};
		g.at[at].all.at[g.at[at].all.n++] = (struct category_tick){arena_print(r->mem, "category-%s", x->code),
			arena_print(r->mem, "%s %s", x->code, x->name), x->id, is_on(r, ticked, x->id)};
	}
	return g;
}

static void show(struct req *r, int status, const struct choice *c)
{
	bool keeps = r->who->all_agencies ? !c->agency : req_may(r, MAY_HR_CATEGORY);
	struct category_view v = {.r = r, .wrong = issue_lines(r), .groups = groups_of(r, c), .action = req_url(r, "/hr/categories"),
		.reset = req_url(r, "/hr/categories/reset"), .whose = c->name, .own = c->own, .version = c->version, .changed = c->changed,
		.changed_by = c->changed_by, .from = c->from_name, .may_change = keeps, .asks_agency = r->who->all_agencies};

	if (v.asks_agency)
		v.agency = input_text(r, "agency", "機關代碼", req_query(r, "agency"), false, "留白：總處的預設");
	category_page(reply_page(r, status, "類別維護(與業務相關)"), &v);
}

static void categories_get(struct req *r)
{
	struct choice c;

	if (asked(r, &c)) {
		show(r, 200, &c);
		return;
	}
	if (reply_issues_as(r, 404))
		return;
	c = (struct choice){.name = "總處"};
	load(r, &c);
	show(r, 404, &c);
}

struct storing { struct req *r; const struct choice *c; int64_t version; int64_t *ids; int n; };

static void log_choice(struct req *r, struct db *db, const struct choice *c, const char *action, const char *became)
{
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address, .action = action,
		.subject_kind = "agency", .subject = c->agency, .at = r->now, .after = became});
}

static void store(struct db *db, void *with)
{
	struct storing *s = with;
	struct req *r = s->r;
	struct text words = text_new(r->mem, 1 << 16);

	issues_clear(&r->issues);
	r->done = req_url(r, "/hr/categories");
	if (!db_run(db, &choice_put, A(s->c->agency), A(s->version), A(r->now), A(r->who->account))->n) {
		if (!db_undone(db))
			issue(&r->issues, -1, "", "E-STALE-01", s->c->changed_by, moment_text(r->mem, s->c->changed));
		db_undo(db);
		return;
	}
	db_run(db, &choice_clear, A(s->c->agency));
	db_run(db, &choice_tick, A(s->c->agency), A((int64_t)0));
	text_puts(&words, "{\"categories\":[");
	for (int i = 0; i < s->n; i++) {
		db_run(db, &choice_tick, A(s->c->agency), A(s->ids[i]));
		text_print(&words, "%s%lld", i ? "," : "", (long long)s->ids[i]);
	}
	text_puts(&words, "]}");
	log_choice(r, db, s->c, "category.set", words.at);
}

/* Only categories that are valid now. */
static void keep_known(struct req *r, struct storing *s)
{
	struct code_items all = code_items(code_book(r->db, r->mem), r->mem, "course_category", r->today);
	static const struct field named[] = {{.name = "category", .label = "課程類別", .kind = K_INT, .use = MARK}, {0}};
	int n = 0;

	r->issues.fields = named;
	for (int i = 0; i < s->n; i++) {
		int k = 0;

		while (k < all.n && all.at[k]->id != s->ids[i])
			k++;
		if (k < all.n)
			s->ids[n++] = s->ids[i];
		else
			issue(&r->issues, -1, "category", "E-CODE-01", arena_print(r->mem, "%lld", (long long)s->ids[i]));
	}
	s->n = n;
}

static void categories_post(struct req *r)
{
	struct choice c;
	struct storing s = {.r = r, .c = &c};

	r->issues.learning = true;
	asked(r, &c);
	s.n = req_ticks(r, "category", CATEGORIES_MOST, &s.ids);
	text_to_int(req_form(r, "version"), 0, INT64_MAX, &s.version);
	keep_known(r, &s);
	if (!r->issues.n && req_tx(r, store, &s) != REQ_UNDONE)
		reply_see(r, r->done, arena_print(r->mem, "已儲存，共 %d 類與業務相關", s.n));
	else if (!reply_issues_as(r, issue_has(&r->issues, "E-STALE-01") ? 409 : 422))
		show(r, issue_has(&r->issues, "E-STALE-01") ? 409 : 422, &c);
}

static void drop(struct db *db, void *with)
{
	struct storing *s = with;
	struct req *r = s->r;

	issues_clear(&r->issues);
	r->done = req_url(r, "/hr/categories");
	db_run(db, &choice_drop, A(s->c->agency), A(s->version));
	if (db_undone(db) || db_changed(db) != 1) {
		if (!db_undone(db))
			issue(&r->issues, -1, "", "E-STALE-01", s->c->changed_by, moment_text(r->mem, s->c->changed));
		db_undo(db);
		return;
	}
	db_run(db, &choice_clear, A(s->c->agency));
	log_choice(r, db, s->c, "category.reset", NULL);
}

static void reset_post(struct req *r)
{
	struct choice c;
	struct storing s = {.r = r, .c = &c};

	r->issues.learning = true;
	asked(r, &c);
	text_to_int(req_form(r, "version"), 0, INT64_MAX, &s.version);
	if (req_tx(r, drop, &s) != REQ_UNDONE)
		reply_see(r, r->done, "已取消本機關的設定");
	else if (!reply_issues_as(r, 409))
		show(r, 409, &c);
}

static const struct field query[] = {{.name = "agency", .label = "機關代碼", .kind = K_TEXT}, {0}};
static const struct field takes[] = {{.name = "category", .label = "與業務相關的課程類別（代碼表編號）", .kind = K_INT, .use = EDIT,
	.most = INT64_MAX},
	{.name = "version", .label = "看到的版本", .kind = K_INT, .use = EDIT, .most = INT64_MAX}, {0}};

#define AREA "人事單位/類別維護(與業務相關)"

const struct route category_routes[] = {
	{GET, "/hr/categories", categories_get, MAY_HR_CATEGORY | MAY_DGPA, .takes = query, .crumb = AREA,
		.menu = "類別維護(與業務相關)", .group = "人事單位", .help = "本機關視為與業務相關的課程類別"},
	{POST, "/hr/categories", categories_post, MAY_HR_CATEGORY | MAY_DGPA, .takes = takes, .crumb = AREA, .help = "儲存與業務相關的課程類別"},
	{POST, "/hr/categories/reset", reset_post, MAY_HR_CATEGORY | MAY_DGPA, .takes = takes, .crumb = AREA,
		.help = "取消本機關的設定，沿用上級機關"},
	{0}
};
