/* act.c: what is done with a course as a whole: 下線, 重新上線, 停開, 刪除, 復原.                       LEARN-219, 228, SM-1 */
#include "app/audit/audit.h"
#include "app/course/course.sql.h"
#include "app/course/form.h"
#include "app/course/kept.h"
#include "base/text.h"

struct act { struct req *r; struct course c; bool off; };

static bool begin(struct req *r, struct act *a)
{
	r->issues.learning = true;
	a->r = r;
	if (!course_load(r->db, r->mem, r->id[0], &a->c)) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return false;
	}
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &a->c.version);
	return true;
}

static void log_act(const struct act *a, struct db *db, const char *action, const char *reason)
{
	const struct req *r = a->r;

	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address, .action = action,
		.subject_kind = "course", .subject = a->c.id, .reason = reason, .at = r->now});
}

static void refuse(struct act *a, int status)
{
	struct course now;

	if (!reply_issues_as(a->r, status) && course_load(a->r->db, a->r->mem, a->c.id, &now))
		course_page_again(a->r, status, &now);
}

static void finish(struct act *a, void (*work)(struct db *, void *), const char *note)
{
	if (!a->r->issues.n && req_tx(a->r, work, a) != REQ_UNDONE)
		reply_see(a->r, a->r->done, note);
	else
		refuse(a, issue_has(&a->r->issues, "E-STALE-01") ? 409 : 422);
}

static void note_state(struct act *a, const char *what)
{
	issue(&a->r->issues, -1, "", "E-CRS-09", course_states[course_state(&a->c, a->r->now)].label, what);
}

/* ---- 下線, 重新上線 ---- */

static void set_online(struct db *db, void *with)
{
	struct act *a = with;

	issues_clear(&a->r->issues);
	a->r->done = req_url(a->r, "/courses/%lld", (long long)a->c.id);
	if (!db_run(db, &course_online, A(a->c.id), A(a->c.version), A(a->off ? a->r->now : (struct moment){0}))->n) {
		audit_stale(db, &a->r->issues, -1, "", NULL, "course", a->c.id);
		db_undo(db);
		return;
	}
	log_act(a, db, a->off ? "course.offline" : "course.online", NULL);
}

void course_online_post(struct req *r)
{
	struct act a = {0};

	if (!begin(r, &a))
		return;
	enum course_state s = course_state(&a.c, r->now);

	a.off = *req_form(r, "off");
	if (a.off ? s != COURSE_ONLINE : s != COURSE_OFFLINE || !a.c.offline_at.seconds || r->now.seconds > course_offline(&a.c).seconds)
		note_state(&a, a.off ? "下線" : "重新上線");
	finish(&a, set_online, a.off ? "課程已下線。" : "課程已重新上線。");
}

/* ---- 停開 ---- */

static void stop(struct db *db, void *with)
{
	struct act *a = with;
	const char *reason = req_form(a->r, "stop_reason");

	issues_clear(&a->r->issues);
	a->r->done = req_url(a->r, "/courses/%lld", (long long)a->c.id);
	if (!db_run(db, &course_cancel, A(a->c.id), A(a->c.version), A(a->r->now), A(reason))->n) {
		audit_stale(db, &a->r->issues, -1, "", NULL, "course", a->c.id);
		db_undo(db);
		return;
	}
	course_changed(db, a->c.id);
	course_tell_cancelled(db, &a->c, a->r->who->account, a->r->now);
	log_act(a, db, "course.stop", reason);
}

void course_stop_post(struct req *r)
{
	static const struct field labels[] = {{.name = "stop_reason", .label = "停開原因"}, {0}};
	struct act a = {0};

	if (!begin(r, &a))
		return;
	r->issues.fields = labels;
	if (!*req_form(r, "stop_reason"))
		issue(&r->issues, -1, "stop_reason", "ERR_REQUIRED");
	if (a.c.cancelled.seconds || course_ended(&a.c, r->now))
		issue(&r->issues, -1, "", "E-CRS-09", a.c.cancelled.seconds ? "停開" : "已結束", "停開");
	finish(&a, stop, "課程已停開。");
}

/* ---- 刪除, 復原 ---- */

void course_remove_post(struct req *r)
{
	static const struct field labels[] = {{.name = "reason", .label = "刪除原因"}, {0}};
	struct course_form f;

	r->issues.learning = true;
	if (!courses_kept.load(r->db, r->mem, r->id[0], &f)) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &f.c.version);
	if (*req_form(r, "reason")) {
		upkeep_drop(r, &courses_kept, arena_copy(r->mem, &f, sizeof f), course_page_again);
		return;
	}
	r->issues.fields = labels;
	issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	if (!reply_issues(r))
		course_page_again(r, 422, &f);
}

static struct rows *removed(struct req *r, struct moment since)
{
	return db_run(r->db, &course_removed, A(r->who->agency), A(since));
}

static bool restore(struct req *r, struct db *db, int64_t id)
{
	struct rows *was = db_run(db, &course_again, A(id), A(r->who->agency));
	struct course there;

	if (!was->n)
		return false;
	if (course_find(db, r->mem, r->who->agency, row_text(was, 0, "course_code"), row_int(was, 0, "term_no"), &there)) {
		issue(&r->issues, -1, "", "E-DUP-02", course_label(r->mem, &there));
		return false;
	}
	db_run(db, &course_restore, A(id));
	course_changed(db, id);
	return true;
}

static const struct upkeep_bin bin = {&courses_kept, "已刪除之課程", removed, restore};

void courses_removed_get(struct req *r)
{
	upkeep_bin_show(r, 200, &bin);
}

void course_restore_post(struct req *r)
{
	upkeep_bin_restore(r, &bin);
}
