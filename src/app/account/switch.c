/* switch.c: 切換兼辦單位: the agency that one acts for from now on.  What was begun for another one stays that one's.
 *                                                                                        LEARN-002, LEARN-103, LEARN-104 */
#include "app/account/account.h"
#include "app/account/account.sql.h"
#include "app/account/sign_in.h"
#include "app/account/sign_in.html.h"
#include "app/audit/audit.h"
#include "base/text.h"
#include "web/page.h"

const struct field switch_fields[] = {
	{.name = "agency", .label = "單位", .kind = K_INT, .use = EDIT, .need = true},
	{0}
};

static void show(struct req *r, int status)
{
	struct rows *c = db_run(r->db, &switch_choices, A(r->who->account), A(r->today));
	const char *next = *req_form(r, "next") ? req_form(r, "next") : req_query(r, "next");
	struct switch_view v = {.r = r, .action = req_url(r, "/switch"), .next = next, .wrong = issue_lines(r),
		.rows = {arena_array(r->mem, (size_t)c->n, sizeof(struct switch_row)), c->n}};

	for (int i = 0; i < c->n; i++)
		v.rows.at[i] = (struct switch_row){row_int(c, i, "id"), row_text(c, i, "code"), row_text(c, i, "name"),
			role_find(row_text(c, i, "role"))->code.label, row_int(c, i, "id") == r->who->agency && !r->who->held};
	issue_lines_without(&v.wrong, "agency");
	switch_page(reply_page(r, status, "切換兼辦單位"), &v);
}

void switch_get(struct req *r)
{
	show(r, 200);
}

struct turn { struct req *r; int64_t agency; };

static void turn(struct db *db, void *with)
{
	const struct turn *t = with;
	struct req *r = t->r;

	db_run(db, &switch_session, A(r->who->session), A(t->agency));
	db_run(db, &switch_remember, A(r->who->account), A(t->agency));
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = t->agency, .address = r->wire->address,
		.action = "account.switch", .subject_kind = "agency", .subject = t->agency, .at = r->now});
	r->done = (struct url){arena_print(r->mem, "%s%s", r->app->base, sign_in_next(req_form(r, "next")))};
}

/* The name of an agency that the account may act for; NULL: it may not, or not any more. */
static const char *may_act_for(struct req *r, int64_t agency)
{
	struct rows *c = db_run(r->db, &switch_choices, A(r->who->account), A(r->today));

	for (int i = 0; i < c->n; i++)
		if (row_int(c, i, "id") == agency)
			return arena_print(r->mem, "%s（%s）", row_text(c, i, "name"), row_text(c, i, "code"));
	return NULL;
}

void switch_post(struct req *r)
{
	struct turn t = {r, 0};
	const char *name = text_to_int(req_form(r, "agency"), 1, INT64_MAX, &t.agency) ? may_act_for(r, t.agency) : NULL;

	r->issues.fields = switch_fields;
	if (!name || !r->who->session) {
		issue(&r->issues, -1, "agency", "E-SCOPE-02", "所選單位");
		if (!reply_issues(r))
			show(r, 422);
		return;
	}
	req_tx(r, turn, &t);
	reply_see(r, r->done, arena_print(r->mem, "目前單位：%s。", name));
}
