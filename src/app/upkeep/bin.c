/* bin.c: what was removed, and restoring it.                                                              LEARN-013 */
#include "app/audit/audit.h"
#include "app/upkeep/page.html.h"
#include "app/upkeep/upkeep.h"
#include "app/upkeep/upkeep.sql.h"
#include "app/upkeep/view.h"
#include "base/setting.h"
#include "base/text.h"
#include "web/list.h"

enum { DAY = 86400 };

static struct moment since(const struct req *r)
{
	return (struct moment){r->now.seconds - setting_int("restore.days") * DAY};
}

/* Who removed it, and may this person bring it back? */
static bool may_restore(struct req *r, int64_t removed_by, const char **who)
{
	struct rows *by = db_run(r->db, &upkeep_remover, A(removed_by));

	*who = by->n ? row_text(by, 0, "who") : "";
	return text_is(r->who->role, "top_admin") || (by->n && text_is(r->who->role, row_text(by, 0, "role")));
}

static struct url address(struct req *r, const struct upkeep_bin *b, const char *end)
{
	return (struct url){arena_print(r->mem, "%s%s%s", r->app->base, b->kept->path, end)};
}

static void reply_removed_json(struct req *r, const struct removed_view *v)
{
	struct text t = text_new(r->mem, 4 << 20);
	struct json j = json_new(&t);

	json_begin(&j);
	json_key(&j, "rows");
	json_list(&j);
	for (int i = 0; i < v->lines.n; i++) {
		json_begin(&j);
		json_key(&j, "about");
		json_text(&j, v->lines.at[i].about);
		json_key(&j, "reason");
		json_text(&j, v->lines.at[i].reason);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	reply_json(r, 200, t);
}

void upkeep_bin_show(struct req *r, int status, const struct upkeep_bin *b)
{
	struct rows *rows = b->rows(r, since(r));
	struct removed_view v = {.r = r, .title = b->title, .wrong = issue_lines(r), .back = list_back(r, b->kept->path),
		.days = setting_int("restore.days"), .lines = {arena_array(r->mem, (size_t)rows->n, sizeof *v.lines.at), rows->n}};

	for (int i = 0; i < rows->n; i++) {
		struct removed_line *l = &v.lines.at[i];

		l->about = row_text(rows, i, "about");
		l->label = arena_print(r->mem, "復原 %s", l->about);
		l->reason = row_text(rows, i, "reason");
		l->removed = row_moment(rows, i, "removed");
		l->until = (struct moment){l->removed.seconds + v.days * DAY};
		if (may_restore(r, row_int(rows, i, "removed_by"), &l->who))
			l->restore = address(r, b, arena_print(r->mem, "/removed/%lld/restore", (long long)row_int(rows, i, "id")));
	}
	if (r->json)
		reply_removed_json(r, &v);
	else
		upkeep_removed_page(reply_page(r, status, b->title), &v);
}

struct restoring { struct req *r; const struct upkeep_bin *b; const char *about; };

/* Asked anew inside the transaction: is it still there, young enough, and this person's to restore? */
static void restore(struct db *db, void *with)
{
	struct restoring *k = with;
	struct req *r = k->r;
	struct rows *rows = k->b->rows(r, since(r));
	const char *who;

	issues_clear(&r->issues);
	r->done = address(r, k->b, "");
	k->about = NULL;
	for (int i = 0; i < rows->n; i++)
		if (row_int(rows, i, "id") == r->id[0] && may_restore(r, row_int(rows, i, "removed_by"), &who))
			k->about = row_text(rows, i, "about");
	if (!k->about || !k->b->restore(r, db, r->id[0])) {
		db_undo(db);
		return;
	}
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = arena_print(r->mem, "%s.restore", k->b->kept->subject_kind), .subject_kind = k->b->kept->subject_kind,
		.subject = r->id[0], .at = r->now});
}

void upkeep_bin_restore(struct req *r, const struct upkeep_bin *b)
{
	struct restoring k = {r, b, NULL};

	r->issues.learning = true;
	if (req_tx(r, restore, &k) != REQ_UNDONE)
		reply_see(r, r->done, arena_print(r->mem, "%s「%s」已復原。", b->kept->noun, k.about ? k.about : ""));
	else if (!r->issues.n)
		reply_refuse(r, 404, "E-SCOPE-01");
	else if (!reply_issues(r))
		upkeep_bin_show(r, 422, b);
}
