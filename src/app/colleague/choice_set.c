/* choice_set.c: sets of conditions that are kept, for oneself or for the agency.                                   LEARN-634 */
#include <string.h>

#include "app/colleague/choice.h"
#include "app/colleague/colleague.sql.h"
#include "base/text.h"

enum { SET_NAME = 50 };

struct set { const char *name, *query; bool shared; int64_t remove; };
const struct field set_fields[] = {
	FIELD(set, name, TEXT, EDIT, "條件組名稱", .most = SET_NAME),
	FIELD(set, query, TEXT, EDIT, "查詢條件", .most = 4000),
	FIELD(set, shared, BOOL, EDIT, "本機關共用"),
	FIELD(set, remove, INT, EDIT, "刪除"),
	{0}
};
struct keeping { struct req *r; const struct set *s; bool there; };

static void keep_set(struct db *db, void *with)
{
	struct keeping *k = with;
	struct req *r = k->r;

	r->done = (struct url){arena_print(r->mem, "%s%s?%s", r->app->base, choice_kind.path, k->s->query)};
	if (k->s->remove)
		db_run(db, &choice_set_drop, A(k->s->remove), A(r->who->account));
	else
		k->there = !db_run(db, &choice_set_put, A(r->who->account), A(r->who->agency), A(k->s->name), A(k->s->query), A(k->s->shared),
			A(r->now))->n && !db_undone(db);
	if (k->there)
		db_undo(db);
}

/* What an address says, without what is no condition. */
static bool is_query(const char *query)
{
	for (const char *c = query; *c; c++)
		if ((unsigned char)*c <= ' ' || (unsigned char)*c > '~' || strchr("#<>\"'\\", *c))
			return false;
	return true;
}

void choice_set_post(struct req *r)
{
	struct set s = {"", "", false, 0};
	struct keeping k = {r, &s, false};

	r->issues.fields = set_fields;
	r->issues.learning = true;
	record_merge(set_fields, TYPED, &r->form, false, &s, &r->issues, -1);
	if (!s.remove && !*s.name)
		issue(&r->issues, -1, "name", "ERR_REQUIRED");
	if (!is_query(s.query))
		issue(&r->issues, -1, "query", "E-CHAR-01", "1");
	if (!r->issues.n)
		req_tx(r, keep_set, &k);
	if (k.there)
		issue(&r->issues, -1, "name", "E-DUP-01", arena_print(r->mem, "條件組「%s」", s.name));
	if (!r->issues.n) {
		reply_see(r, r->done, s.remove ? "已刪除條件組" : arena_print(r->mem, "已儲存條件組「%s」", s.name));
		return;
	}
	if (!reply_issues(r))
		reply_refuse(r, 422, "ERR_TEXT_GIVEN", issue_shown(r->mem, r->issues.at[0].code, r->issues.at[0].text));
}

struct set_lines choice_set_lines(struct req *r)
{
	struct rows *s = db_run(r->db, &choice_sets, A(r->who->account), A(r->who->agency));
	struct set_lines lines = {arena_array(r->mem, (size_t)s->n + 1, sizeof *lines.at), s->n};

	for (int i = 0; i < s->n; i++)
		lines.at[i] = (struct set_line){row_text(s, i, "name"), row_text(s, i, "who"),
			{arena_print(r->mem, "%s%s?%s", r->app->base, choice_kind.path, row_text(s, i, "conditions"))}, row_int(s, i, "id"),
			row_int(s, i, "account") == r->who->account, row_bool(s, i, "shared")};
	return lines;
}
