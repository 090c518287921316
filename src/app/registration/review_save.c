/* review_save.c: decisions stored: all that a form says, or nothing.                            LEARN-263 … 267 */
#include "app/audit/audit.h"
#include "app/mail/mail.h"
#include "app/notice/notice.h"
#include "app/registration/private.h"
#include "app/registration/review.sql.h"
#include "base/text.h"

static void over_quota(struct req *r, int64_t approved, int64_t quota)
{
	issue(&r->issues, -1, "", "E-REG-03", arena_print(r->mem, "核可後將達 %lld 人，超過名額 %lld 人", (long long)approved, (long long)quota));
}

bool review_fits(struct req *r, const struct course *c, const struct reviewing *w)
{
	struct rows *now = db_run(r->db, &review_course, A(c->id));
	int64_t all = row_int(now, 0, "approved") + w->approve;

	if (w->approve && c->quota_hard && c->quota && all > c->quota)
		over_quota(r, all, c->quota);
	return !r->issues.n;
}

static void tell(struct db *db, const struct reviewing *w, const struct decision *d)
{
	struct req *r = w->r;

	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = d->approve ? "registration.approve" : "registration.reject", .subject_kind = "registration", .subject = d->id,
		.reason = *d->reason ? d->reason : NULL, .at = r->now});
}

/* Row by row what was chosen for one; false: somebody was first. */
static bool decide_each(struct db *db, const struct reviewing *w, struct tally *t)
{
	for (int i = 0; i < w->n; i++) {
		const struct decision *d = &w->at[i];
		struct rows *done = db_run(db, &review_decide, A(d->id), A(d->version), A(d->approve ? "approved" : "rejected"), A(d->reason),
			A(w->r->now), A(w->r->who->account));

		if (!done->n)
			return false;
		t->approved += d->approve;
		t->rejected += !d->approve && !d->was_rejected;
		t->rejected -= d->approve && d->was_rejected;
		t->taken += d->approve && d->was_rejected;
		t->taken -= !d->approve && !d->was_rejected;
		tell(db, w, d);
	}
	return true;
}

/* The rest of those that wait, as far as the page knew of them.                                 LEARN-266 */
static int64_t decide_rest(struct db *db, const struct reviewing *w, struct tally *t)
{
	struct req *r = w->r;
	bool approve = text_is(w->all, "approved");

	if (!*w->all)
		return 0;
	db_run(db, &review_decide_all, A(r->id[0]), A(approve ? "approved" : "rejected"), A(approve ? "" : w->reason), A(r->now),
		A(r->who->account), A(w->upto));
	int64_t n = db_changed(db);

	*(approve ? &t->approved : &t->rejected) += n;
	t->taken -= approve ? 0 : n;
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = approve ? "registration.approve-all" : "registration.reject-all", .subject_kind = "course", .subject = r->id[0],
		.after = arena_print(db_arena(db), "{\"registrations\":%lld}", (long long)n), .reason = approve ? NULL : w->reason, .at = r->now});
	return n;
}

/* Whoever left a mailbox hears of it; why one was rejected stands on 我的報名 alone.                LEARN-263 */
static void send_mails(struct db *db, struct req *r)
{
	struct rows *m = mail_on() ? db_run(db, &review_mailboxes, A(r->id[0]), A(r->now), A(r->who->account)) : NULL;

	for (int i = 0; m && i < m->n && !db_undone(db); i++)
		if (mail_address(row_text(m, i, "email")))
			mail_add(db, &(struct mail){row_text(m, i, "email"), "報名審核結果",
				arena_print(r->mem,
					"您報名的「%s」（%s 第 %lld 期）審核結果：%s。\n詳情請登入後至「我的報名」查看：%s%s/learn/registrations\n",
					row_text(m, i, "name"), row_text(m, i, "course_code"), (long long)row_int(m, i, "term_no"),
					text_is(row_text(m, i, "state"), "approved") ? "核可" : "駁回", r->app->public_origin, r->app->base)});
}

/* Who nominated somebody that is rejected is told at home and by mail: how many of which class, not whom.             LEARN-265 */
static void tell_nominators(struct db *db, struct req *r)
{
	struct rows *a = db_run(db, &review_nominators, A(r->id[0]), A(r->now), A(r->who->account));

	for (int i = 0; i < a->n && !db_undone(db); i++) {
		const char *code = row_text(a, i, "course_code");
		long long term = (long long)row_int(a, i, "term_no"), n = (long long)row_int(a, i, "n");
		const char *link = arena_print(r->mem, "/hr/nominations?code=%s&term=%lld&state=rejected", code, term);
		const char *text = arena_print(r->mem, "薦送報名「%s」（%s 第 %lld 期）：開課機關駁回 %lld 人，請查看駁回原因。",
			row_text(a, i, "name"), code, term, n);

		notice_add(db, &(struct notice){.agency = row_int(a, i, "nominating_agency"), .account = row_int(a, i, "id"),
			.kind = "registration.rejected", .subject_kind = "course", .subject = r->id[0], .made = r->now, .link = link, .text = text});
		if (mail_on() && mail_address(row_text(a, i, "email")))
			mail_add(db, &(struct mail){row_text(a, i, "email"), "薦送報名審核結果", arena_print(r->mem, "%s\n%s%s%s\n", text,
				r->app->public_origin, r->app->base, link)});
	}
}

void review_save(struct db *db, void *with)
{
	struct reviewing *w = with;
	struct req *r = w->r;
	struct tally t = {0};

	issues_clear(&r->issues);
	r->done = list_back(r, r->path);
	if (!decide_each(db, w, &t)) {
		if (!db_undone(db))
			issue(&r->issues, -1, "", "E-STALE-01", "他人", "您開啟頁面之後");
		db_undo(db);
		return;
	}
	int64_t rest = decide_rest(db, w, &t), approved = 0;

	for (int i = 0; i < w->n; i++)
		approved += w->at[i].approve;
	w->approve = approved + (text_is(w->all, "approved") ? rest : 0);
	w->reject = w->n - approved + (text_is(w->all, "rejected") ? rest : 0);
	if (db_run(db, &review_count, A(r->id[0]), A(t.approved), A(t.rejected), A(t.taken))->n || db_undone(db)) {
		course_changed(db, r->id[0]);
		send_mails(db, r);
		tell_nominators(db, r);
		return;
	}
	struct rows *now = db_run(db, &review_course, A(r->id[0]));

	over_quota(r, row_int(now, 0, "approved") + t.approved, row_int(now, 0, "quota"));
	db_undo(db);
}
