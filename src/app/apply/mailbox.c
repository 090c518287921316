/* mailbox.c: the mailbox of a trainee without an account, corrected by the office, since nobody else can reach it.        PLAN-136
 *
 * The codes that went to the former one are void and its sessions end; the former one is told, in words that name nobody. */
#include <string.h>

#include "app/apply/apply.sql.h"
#include "app/apply/private.h"
#include "app/apply/mailbox.html.h"
#include "app/audit/audit.h"
#include "app/mail/mail.h"
#include "app/may.h"
#include "app/trainee/trainee.h"
#include "base/text.h"

struct mailbox { int64_t version; const char *email, *reason; };

const struct field mailbox_fields[] = {
	FIELD(mailbox, version, INT, KEY, "版本"),
	FIELD(mailbox, email, TEXT, EDIT, "電子郵件", .most = 254, .privacy = PERSONAL,
		.hint = "錄取人員線上申辦之驗證碼僅寄至此信箱；空白者，由本人於下次申請驗證碼時登記。"),
	FIELD(mailbox, reason, TEXT, EDIT, "理由", .need = true, .most = 200),
	{0}
};

static const char acted[] = "apply.mailbox";

/* Of the person whose page it is; nobody has proved one yet: "" of version 0. */
static struct mailbox stored(struct req *r, struct db *db, int64_t person)
{
	struct rows *now = db_run(db, &apply_mailbox_one, A(person));

	return (struct mailbox){now->n ? row_int(now, 0, "version") : 0, now->n ? arena_text(r->mem, row_text(now, 0, "email")) : "", ""};
}

static struct mailbox_changes changes_of(struct req *r)
{
	struct rows *h = db_run(r->db, &apply_mailbox_history, A(r->id[0]), A(acted));
	struct mailbox_changes all = {arena_array(r->mem, (size_t)h->n, sizeof *all.at), h->n};

	for (int i = 0; i < h->n; i++)
		all.at[i] = (struct mailbox_change){row_moment(h, i, "made"), row_text(h, i, "who"), row_text(h, i, "reason")};
	return all;
}

static void show(struct req *r, int status, const struct trainee *t, const struct mailbox *m)
{
	struct inputs in = inputs_of(r, mailbox_fields, m);
	struct mailbox_view v = {.r = r, .wrong = issue_lines(r), .action = req_url(r, "/trainees/%lld/mailbox", (long long)t->id),
		.back = req_url(r, "/trainees/%lld", (long long)t->id), .version = m->version, .changes = changes_of(r)};

	v.email = in.at[0];
	v.reason = in.at[1];
	mailbox_page(reply_page(r, status, arena_print(r->mem, "%s的線上申辦信箱", t->name)), &v);
}

void mailbox_get(struct req *r)
{
	struct trainee t = {0};

	trainee_load(r->db, r->mem, r->id[0], &t);
	struct mailbox m = stored(r, r->db, t.person);

	if (r->json)
		reply_record(r, mailbox_fields, &m);
	else
		show(r, 200, &t, &m);
}

struct correcting { struct req *r; const struct trainee *t; const struct mailbox *is; };

static void tell_former(struct db *db, struct req *r, const char *former)
{
	const char *contact = r->app->contact(r, "錄取人員報到事宜");

	if (mail_on() && *former)
		mail_add(db, &(struct mail){former, "線上申辦之信箱已更正", arena_print(r->mem,
			"您好：\n\n原登記於本信箱之線上申辦，已由辦理機關更正為其他信箱，寄至本信箱之驗證碼均已失效。\n\n"
			"如有疑問，請洽辦理機關%s%s。\n",
			*contact ? "，或電洽 " : "", contact)});
}

static void correct(struct db *db, void *with)
{
	const struct correcting *c = with;
	struct req *r = c->r;
	struct mailbox was = stored(r, db, c->t->person);
	const char *from, *to;

	issues_clear(&r->issues);
	r->done = req_url(r, "/trainees/%lld/mailbox", (long long)c->t->id);
	if (was.version != c->is->version) {
		audit_stale(db, &r->issues, -1, "", NULL, "trainee", c->t->id);
		db_undo(db);
		return;
	}
	was.reason = c->is->reason;
	if (!record_changes(mailbox_fields, r->mem, &was, c->is, &from, &to))
		return;
	db_run(db, &apply_contact, A(c->t->person), A(c->is->email));
	db_run(db, &apply_codes_void, A(c->t->person), A(r->now));
	db_run(db, &apply_sessions_end, A(c->t->person));
	tell_former(db, r, was.email);
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address, .action = acted,
		.subject_kind = "trainee", .subject = c->t->id, .before = from, .after = to, .reason = c->is->reason, .at = r->now});
}

void mailbox_post(struct req *r)
{
	struct trainee t = {0};

	trainee_load(r->db, r->mem, r->id[0], &t);
	struct mailbox m = stored(r, r->db, t.person);

	r->issues.fields = mailbox_fields;
	record_merge(mailbox_fields, req_style(r), &r->form, true, &m, &r->issues, -1);
	if (!text_to_int(req_form(r, "version"), 0, INT64_MAX, &m.version))
		m.version = -1;
	if (*m.email && !mail_address(m.email))
		issue(&r->issues, -1, "email", "ERR_MAIL_ADDRESS", m.email);
	if (!r->issues.n && req_tx(r, correct, &(struct correcting){r, &t, &m}) != REQ_UNDONE) {
		reply_see(r, r->done, "線上申辦信箱已更正；先前寄出之驗證碼均已失效。");
		return;
	}
	int status = issue_has(&r->issues, "ERR_STALE") ? 409 : 422;

	if (!reply_issues_as(r, status))
		show(r, status, &t, &m);
}
