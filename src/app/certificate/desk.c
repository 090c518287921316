/* desk.c: what an officer does with applications, for who has no page: the command, the sample data.  The same acts, the same refusals. */
#include <string.h>

#include "app/certificate/certificate.sql.h"
#include "app/certificate/private.h"
#include "app/may.h"
#include "base/text.h"

static const struct desk_act {
	const char *name;
	void (*run)(struct db *, void *);
	uint64_t may;
	bool one;                                               /* of one application; else of many, or of none yet */
} acts[] = {
	{"make", serial_make, MAY_LIFE_EDIT, false}, {"add", serial_add, MAY_LIFE_EDIT, true}, {"remove", serial_remove, MAY_LIFE_EDIT, true},
	{"delete", serial_delete, MAY_LIFE_EDIT, true}, {"confirm", serial_confirm, MAY_LIFE_EDIT, true}, {"send", serial_send, MAY_LIFE_EDIT, true},
	{"void", serial_void, MAY_LIFE_EDIT, true}, {"return", serial_return, MAY_COMMISSION | MAY_COLLEGE, true},
	{"csptc", serial_csptc, MAY_COMMISSION, false}, {"exam-yuan", serial_exam_yuan, MAY_COMMISSION, false}, {0}
};

static const struct field labels[] = {
	{.name = "tick", .label = "勾選"}, {.name = "reason", .label = "理由"}, {.name = "document", .label = "文號"},
	{.name = "day", .label = "日期"}, {0}
};

static void check(struct req *r, const struct desk_act *act, const struct certificate_order *o)
{
	bool numbered = text_is(act->name, "csptc") || text_is(act->name, "exam-yuan");

	if (!(r->who->may & act->may))
		issue(&r->issues, -1, "", "ERR_NO_RIGHT", "請證");
	if (text_is(act->name, "return") && !*o->reason)
		issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	if (numbered && !*o->document)
		issue(&r->issues, -1, "document", "ERR_REQUIRED");
	if ((numbered || text_is(act->name, "send")) && !date_set(o->day))
		issue(&r->issues, -1, "day", "ERR_REQUIRED");
	if (date_before(r->today, o->day))
		issue(&r->issues, -1, "day", "ERR_DATE_FUTURE", date_text(r->mem, r->today));
	if (act->one && serial_scope(r, "serial", o->serial) != SCOPE_OK)
		issue(&r->issues, -1, "", "ERR_SERIAL_NOT_FOUND", "");
}

int64_t certificate_act(struct db *db, const char *name, const struct certificate_order *o, struct issues *to)
{
	static const struct web_app nowhere = {.base = ""};
	const struct wire_request wire = {.address = ""};
	struct arena *mem = db_arena(db);
	struct req r = {.db = db, .mem = mem, .app = &nowhere, .wire = &wire, .who = o->who, .now = o->now, .today = moment_date(o->now),
		.issues = issues_new(mem, labels)};
	struct serial_act a = {.r = &r, .id = o->serial, .ids = o->ids, .n = o->n, .reason = o->reason, .document = o->document, .day = o->day};
	const struct desk_act *act = acts;

	while (act->name && strcmp(act->name, name))
		act++;
	if (!act->name)
		return 0;
	check(&r, act, o);
	if (!r.issues.n)
		act->run(db, &a);
	*to = r.issues;
	return r.issues.n || db_undone(db) ? 0 : a.id;
}

int64_t certificate_serial_id(struct db *db, const struct who *who, const char *number)
{
	struct rows *s = db_run(db, &serial_numbered, A(serial_number(db_arena(db), number)), A(who->all_agencies ? 0 : who->agency));

	return s->n ? row_int(s, 0, "id") : 0;
}

const char *certificate_number(struct db *db, int64_t serial, int *members)
{
	struct serial s;

	if (!serial_load(db, serial, &s))
		return "";
	*members = (int)s.members;
	return s.number;
}

bool certificate_enter(struct db *db, const struct who *who, struct moment now, int64_t trainee, const struct certificate_entry *e)
{
	struct arena *mem = db_arena(db);
	struct entering by = {.account = who->account, .agency = who->agency, .address = "", .reason = "", .now = now, .today = moment_date(now)};
	struct applicant was, a;

	if (!applicant_load(db, mem, trainee, who->agency, &was) || was.serial)
		return false;
	a = was;
	a.identity = e->identity;
	a.identity_proof = e->proof;
	a.score = e->score;
	a.practical_start = e->start;
	a.practical_end = e->end;
	return entry_store(db, mem, &by, &was, &a);
}
