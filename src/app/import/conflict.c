/* conflict.c: a row that differed from what is stored, decided by a person: the file's data, or the stored ones.   decision 15 */
#include <jansson.h>
#include <string.h>

#include "app/audit/audit.h"
#include "app/import/import.sql.h"
#include "app/import/private.h"
#include "base/log.h"

/* The row as it was kept, as JSON of its cells. */
static void read_record(struct import_run *run, struct import_row *row, const char *json)
{
	const struct field *fields = run->im.kind->fields;
	json_t *root = json_loads(json, 0, NULL);
	struct issues issues = issues_new(run->im.piece, fields);

	for (int i = 0; fields[i].name; i++) {
		const char *s = json_string_value(json_object_get(root, fields[i].name));

		if (fields[i].use != EDIT)
			continue;
		if (s && !field_parse(&fields[i], STRICT, arena_text(run->im.piece, s), row->record, &issues, 0))
			fail("a conflict's record can't be read back: %s", fields[i].name);
		else if (s)
			row->given |= (uint64_t)1 << i;
		else if (fields[i].kind == K_TEXT || fields[i].kind == K_ID)
			*(const char **)((char *)row->record + fields[i].at) = "";
	}
	json_decref(root);
}

static bool decide_one(struct import_run *run, int64_t id, bool take, const struct who *who, const char *address)
{
	struct db *db = run->im.db;
	struct rows *c = db_run(db, &import_conflict_one, A(id), A(run->im.batch));
	struct import_row row = {.outcome = IMPORT_CONFLICT};

	if (!c->n)
		return false;
	row.number = row_int(c, 0, "row_number");
	row.record = arena_get(run->im.piece, run->im.kind->size);
	read_record(run, &row, row_text(c, 0, "record"));
	if (!run->im.kind->decide(&run->im, &row, take))
		return false;
	db_run(db, &import_conflict_decided, A(id), A(take ? "take" : "keep"), A(run->im.now), A(who->account));
	audit_add(db, &(struct audit_event){.account = who->account, .agency = who->agency, .address = address, .action = "import.decide",
		.subject_kind = "import", .subject = run->im.batch, .at = run->im.now,
		.after = take ? "{\"decision\":\"take\"}" : "{\"decision\":\"keep\"}", .reason = row_text(c, 0, "about")});
	return !db_undone(db);
}

int conflicts_decide(struct db *db, const struct import_batch *b, const int64_t *ids, int n, bool take,
	const struct who *who, const char *address, struct moment now)
{
	struct arena *mem = arena_new(PASS_MEMORY), *before = db_arena(db);
	struct import_run *run = arena_get(mem, sizeof *run);
	int done = 0;

	if (batch_state(b) == BATCH_DONE || batch_state(b) == BATCH_PARTIAL) {
		run_new(run, db, mem, b, now);
		run->im.account = who->account;
		run->im.agency = who->agency;
		run->collect = false;
		db_use_arena(db, mem);
		run->im.references = run->im.kind->begin ? run->im.kind->begin(&run->im) : NULL;
		db_use_arena(db, run->im.piece);
		while (done < n && decide_one(run, ids[done], take, who, address)) {
			done++;
			arena_reset(run->im.piece);
		}
	}
	db_use_arena(db, before);
	arena_free(mem);
	return done;
}
