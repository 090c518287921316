/* old.c: what was uploaded in 終身學習 is kept for some time; its counts stay.                                  LEARN-026, LEARN-204 */
#include "app/import/import.sql.h"
#include "app/import/private.h"
#include "app/store/store.h"
#include "base/setting.h"

enum { DAY_SECONDS = 86400, LIST_MOST = 1 << 16 };

static const char *learning_kinds(struct arena *mem)
{
	struct text t = text_new(mem, LIST_MOST);
	struct json j = json_new(&t);

	json_list(&j);
	for (const struct code *c = import_kind_codes; c->id; c++)
		if (import_is_learning(import_kind_named(c->id)))
			json_text(&j, c->id);
	json_end(&j);
	return t.at;
}

struct dropping { struct moment before; const char *kinds; int n; };

static void drop_some(struct db *db, void *with)
{
	static const char *const files[] = {"file", "result", "errors", NULL};
	struct dropping *d = with;
	struct rows *r = db_run(db, &import_batch_old, A(d->before), A(d->kinds));

	d->n = r->n;
	for (int i = 0; i < r->n && !db_undone(db); i++) {
		db_run(db, &import_batch_bare, A(row_int(r, i, "id")));
		for (const char *const *f = files; *f; f++)
			if (!row_null(r, i, *f))
				store_drop(db, row_int(r, i, *f));
	}
}

void import_drop_old(struct db *db, struct arena *mem, struct moment now)
{
	struct dropping d = {{now.seconds - setting_int("upload.keep_days") * DAY_SECONDS}, learning_kinds(mem), 0};

	do
		db_tx(db, drop_some, &d);
	while (d.n);
}
