/* number.c: one certificate: what became of it, and its number corrected, with a reason and the history.       PROMO-094, 114, 127 */
#include "app/audit/audit.h"
#include "app/award/award.sql.h"
#include "app/award/page.html.h"
#include "app/award/view.h"
#include "app/may.h"
#include "base/text.h"

enum { DOCUMENT_MOST = 60, REASON_MOST = 200 };

/* ---- cancelled with the pass ---- */

void award_cancel(struct db *db, int64_t participant, struct date day, const char *document)
{
	db_run(db, &award_end, A(participant), A(day), A(document));
}

void award_restore(struct db *db, int64_t participant)
{
	db_run(db, &award_again, A(participant));
}

/* ---- the page ---- */

struct amended { const char *number, *document, *reason, *letter; struct date issued; };
const struct field award_amend_fields[] = {
	FIELD(amended, number, TEXT, EDIT, "證書字號", .need = true, .most = AWARD_NUMBER_MOST),
	FIELD(amended, issued, DATE, EDIT, "發證日期", .need = true),
	FIELD(amended, document, TEXT, EDIT, "考試院發證文號", .need = true, .most = DOCUMENT_MOST),
	FIELD(amended, reason, TEXT, EDIT, "更正理由", .need = true, .most = REASON_MOST),
	FIELD(amended, letter, TEXT, EDIT, "更正文號", .most = DOCUMENT_MOST),
	{0}
};

static const struct code whats[] = {{"number", "證書字號"}, {"issued", "發證日期"}, {"document", "考試院發證文號"}, {0}};

bool award_load(struct req *r, struct awarded *a)
{
	struct rows *one = db_run(r->db, &award_one, A(r->id[0]));

	*a = (struct awarded){0};
	if (one->n && record_load(r->mem, one, awarded_fields, a))
		return true;
	reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	return false;
}

static bool is_issued(const struct awarded *a)
{
	return text_is(a->state.id, participant_states[PARTICIPANT_CERTIFIED].id);
}

static void show(struct req *r, int status, const struct awarded *a, const struct amended *m)
{
	struct award_view v = {.r = r, .a = a, .wrong = issue_lines(r), .look = is_issued(a) ? "done" :
		text_is(a->state.id, participant_states[PARTICIPANT_ANNULLED].id) ? "late" : "soon",
		.action = req_url(r, "/promotion/awards/%lld", (long long)a->id),
		.changes = change_lines_of(r->mem, db_run(r->db, &award_changes, A(a->id)), whats),
		.note = req_url(r, "/promotion/awards/%lld/note", (long long)a->id), .person = participant_url(r, a->id),
		.back = list_back(r, "/promotion/awards"), .version = arena_print(r->mem, "%lld", (long long)a->seen),
		.issued = is_issued(a), .may = is_issued(a) && req_may(r, MAY_PROMOTION_CALL)};

	v.inputs = inputs_of(r, award_amend_fields, m);
	award_page(reply_page(r, status, arena_print(r->mem, "%s 訓練合格證書", a->name)), &v);
}

static struct amended as_it_is(const struct awarded *a)
{
	return (struct amended){.number = a->number, .document = a->document, .issued = a->issued, .reason = "", .letter = ""};
}

void award_get(struct req *r)
{
	struct awarded a;

	if (!award_load(r, &a))
		return;
	struct amended m = as_it_is(&a);

	if (r->json)
		reply_record(r, awarded_fields, &a);
	else
		show(r, 200, &a, &m);
}

/* ---- corrected ---- */

struct amending { struct req *r; struct awarded a; struct amended m; int64_t seen; };

static void keep(struct db *db, const struct amending *x, const char *what, const char *before, const char *after)
{
	struct req *r = x->r;

	if (!text_is(before, after))
		db_run(db, &award_change_put, A(x->a.id), A(what), A(before), A(after), A(x->m.reason), A(x->m.letter),
			A(r->who->account), A(r->now));
}

static void amend(struct db *db, void *with)
{
	struct amending *x = with;
	struct req *r = x->r;

	issues_clear(&r->issues);
	r->done = req_url(r, "/promotion/awards/%lld", (long long)x->a.id);
	if (!db_run(db, &award_amend, A(x->a.id), A(x->seen), A(x->m.number), A(x->m.issued), A(x->m.document))->n) {
		bool taken = db_run(db, &award_taken, A(award_json(r->mem, x->m.number)))->n && !text_is(x->m.number, x->a.number);

		if (taken)
			issue(&r->issues, -1, "number", "ERR_EXISTS", x->m.number);
		else
			issue(&r->issues, -1, "", "ERR_STALE", x->a.name, "他人", "您開啟頁面之後");
		db_undo(db);
		return;
	}
	keep(db, x, "number", x->a.number, x->m.number);
	keep(db, x, "issued", date_text(r->mem, x->a.issued), date_text(r->mem, x->m.issued));
	keep(db, x, "document", x->a.document, x->m.document);
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "award.correct",
		.subject_kind = "participant", .subject = x->a.id, .reason = x->m.reason, .at = r->now,
		.before = arena_print(r->mem, "{\"number\":\"%s\"}", x->a.number), .after = arena_print(r->mem, "{\"number\":\"%s\"}", x->m.number)});
}

void award_post(struct req *r)
{
	struct amending x = {.r = r};

	if (!award_load(r, &x.a))
		return;
	x.m = as_it_is(&x.a);
	r->issues.fields = award_amend_fields;
	if (!is_issued(&x.a))
		return reply_refuse(r, 409, "ERR_AWARD_STATE", x.a.name, x.a.state.label, "更正證書字號");
	record_merge(award_amend_fields, req_style(r), &r->form, true, &x.m, &r->issues, -1);
	x.m.number = text_fold(r->mem, x.m.number);
	if (date_set(x.m.issued) && date_before(r->today, x.m.issued))
		issue(&r->issues, -1, "issued", "ERR_DATE_FUTURE", date_text(r->mem, r->today));
	if (!r->issues.n && text_is(x.m.number, x.a.number) && text_is(x.m.document, x.a.document) && date_same(x.m.issued, x.a.issued))
		issue(&r->issues, -1, "number", "ERR_TEXT_GIVEN", "與已登錄者相同，無須更正。");
	x.seen = x.a.seen;
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &x.seen);
	if (!r->issues.n && req_tx(r, amend, &x) != REQ_UNDONE) {
		reply_see(r, r->done, "已更正，原字號列於異動紀錄。");
		return;
	}
	int status = issue_has(&r->issues, "ERR_STALE") ? 409 : 422;

	if (!reply_issues_as(r, status))
		show(r, status, &x.a, &x.m);
}
