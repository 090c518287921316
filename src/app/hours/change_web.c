/* change_web.c: what is done with the learners of a class on its page: hours and results, 「刪除」, 「復原」.   LEARN-013, 285 … 288, 305 */
#include <string.h>

#include "app/audit/audit.h"
#include "app/hours/hours.sql.h"
#include "app/hours/page.html.h"
#include "app/hours/view.h"
#include "app/may.h"
#include "base/text.h"

enum { HOURS_MOST = 9999 };

/* ---- 「送出」: hours and results */

struct change { struct hours_line was; struct facts is; };
struct saving { struct req *r; const struct hours_class_page *k; struct change *at; int n; int64_t passed, failed, pending; };

static bool number(struct req *r, const char *name, int64_t id, const char *label, int64_t stored, int64_t *to)
{
	const char *field = arena_print(r->mem, "%s.%lld", name, (long long)id), *typed = pair_value(&r->form, field);
	struct arena *mem = r->mem;

	*to = stored;
	if (!typed || text_to_int(text_fold(mem, typed), 0, HOURS_MOST, to))
		return true;
	if (strspn(text_fold(mem, typed), "0123456789") == strlen(text_fold(mem, typed)) && *typed)
		issue(&r->issues, -1, field, "E-RANGE-01", "0", "9999", typed);
	else
		issue(&r->issues, -1, field, "ERR_TEXT_GIVEN", arena_print(mem, "「%s」只接受整數，不接受小數：「%s」（E-INT-01）", label, typed));
	return false;
}

static void check_split(struct req *r, const struct hours_line *x, struct facts *f, int64_t physical)
{
	const char *field = arena_print(r->mem, "h.%lld", (long long)x->id);

	if (f->mode == HOURS_DIGITAL)
		f->digital = f->hours;
	else if (f->mode == HOURS_PHYSICAL)
		f->digital = 0;
	else if (f->digital + physical != f->hours)
		issue(&r->issues, -1, field, "E-HRS-02", arena_print(r->mem, "%d", f->digital), arena_print(r->mem, "%lld", (long long)physical),
			arena_print(r->mem, "%lld", (long long)(f->digital + physical)), arena_print(r->mem, "%d", f->hours));
	if (!f->hours && f->cert != CERT_FAILED)
		issue(&r->issues, -1, field, "E-RANGE-01", "1", "9999", "0");
}

/* What the form says of a learner; the result of all is taken where the row's own was left as it is stored. */
static void read_line(struct saving *s, const struct hours_line *x, int64_t all)
{
	struct req *r = s->r;
	struct facts f = hours_facts_of(x);
	int64_t hours, digital, physical, cert = x->cert;
	const char *typed = pair_value(&r->form, arena_print(r->mem, "c.%lld", (long long)x->id));

	if (typed && (!text_to_int(typed, 0, 2, &cert)))
		cert = x->cert;
	if (all && cert == x->cert)
		cert = all;
	if (!number(r, "h", x->id, "訓練時數", x->hours, &hours) || !number(r, "d", x->id, "數位時數", x->digital, &digital) ||
		!number(r, "f", x->id, "實體時數", x->physical, &physical))
		return;
	if (hours != x->hours)
		f.unit = HOURS_HOUR, f.amount = (int)hours;
	f.hours = (int)hours, f.digital = (int)digital, f.cert = (int)cert;
	check_split(r, x, &f, physical);
	s->passed += cert == CERT_PASSED, s->failed += cert == CERT_FAILED, s->pending += cert == CERT_PENDING;
	if (f.hours == x->hours && f.digital == x->digital && f.cert == x->cert)
		return;
	s->at[s->n++] = (struct change){*x, f};
}

static void log_act(struct req *r, struct db *db, const char *action, int64_t class, int n, const char *reason)
{
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address, .action = action,
		.subject_kind = "hours_class", .subject = class, .at = r->now, .reason = reason, .after = arena_print(r->mem,
			"{\"records\":%d}", n)});
}

static void save(struct db *db, void *with)
{
	struct saving *s = with;
	struct req *r = s->r;
	struct hours_act act = {r->who->account, r->now, "set", NULL};

	issues_clear(&r->issues);
	r->done = req_url(r, "/hours/classes/%lld", (long long)s->k->id);
	for (int i = 0; i < s->n && !db_undone(db); i++) {
		struct hours_line x = s->at[i].was;

		text_to_int(req_form(r, arena_print(r->mem, "v.%lld", (long long)x.id)), 0, INT64_MAX, &x.version);
		if (!hours_set(db, &x, &s->at[i].is, &act) && !db_undone(db)) {
			issue(&r->issues, -1, arena_print(r->mem, "h.%lld", (long long)x.id), "E-STALE-01", x.changed_name,
				moment_text(r->mem, x.changed));
			db_undo(db);
			return;
		}
	}
	if (s->n)
		log_act(r, db, "hours.set", s->k->id, s->n, NULL);
}

static struct hours_line *lines_of(struct req *r, int64_t class, bool deleted, int *n)
{
	struct rows *all = db_run(r->db, &hours_lines, A(class), REQ_AGENCIES(r), A(deleted), A("name"), A((int64_t)HOURS_CLASS_MOST), A((int64_t)0));

	*n = all->n;
	return records_load(r->mem, all, hours_line_fields, sizeof(struct hours_line));
}

static void set_post(struct req *r, const struct hours_class_page *k)
{
	struct saving s = {.r = r, .k = k};
	int64_t all = 0;
	int n;
	struct hours_line *x = lines_of(r, k->id, false, &n);

	text_to_int(req_form(r, "all"), 0, 2, &all);
	s.at = arena_array(r->mem, (size_t)n, sizeof *s.at);
	for (int i = 0; i < n; i++)
		if (all || pair_value(&r->form, arena_print(r->mem, "v.%lld", (long long)x[i].id)))
			read_line(&s, &x[i], all);
		else
			s.passed += x[i].cert == CERT_PASSED, s.failed += x[i].cert == CERT_FAILED, s.pending += x[i].cert == CERT_PENDING;
	if (r->issues.n || req_tx(r, save, &s) == REQ_UNDONE)
		hours_class_again(r, k);
	else
		reply_see(r, r->done, arena_print(r->mem, "通過 %lld 筆，不通過 %lld 筆，未認證 %lld 筆", (long long)s.passed, (long long)s.failed,
			(long long)s.pending));
}

/* ---- 「刪除勾選的項目」 */

struct removing { struct req *r; const struct hours_class_page *k; struct hours_line *x; int n; };

static void remove_all(struct db *db, void *with)
{
	struct removing *d = with;
	struct req *r = d->r;
	struct hours_act act = {r->who->account, r->now, "delete", req_form(r, "reason")};

	issues_clear(&r->issues);
	r->done = req_url(r, "/hours/classes/%lld", (long long)d->k->id);
	for (int i = 0; i < d->n && !db_undone(db); i++)
		if (!hours_delete(db, &d->x[i], &act) && !db_undone(db)) {
			issue(&r->issues, -1, "", "E-STALE-01", d->x[i].changed_name, moment_text(r->mem, d->x[i].changed));
			db_undo(db);
		}
	log_act(r, db, "hours.delete", d->k->id, d->n, act.reason);
}

static void ask_removal(struct req *r, const struct removing *d)
{
	struct removal_view v = {.r = r, .k = d->k, .action = req_url(r, "/hours/classes/%lld", (long long)d->k->id), .wrong = issue_lines(r),
		.back = req_url(r, "/hours/classes/%lld", (long long)d->k->id)};

	v.lines = (struct learner_lines){arena_array(r->mem, (size_t)d->n, sizeof *v.lines.at), d->n};
	pair_add(r->mem, &v.carried, "delete", "1");
	for (int i = 0; i < d->n; i++) {
		d->x[i].national_id = mask_id(r->mem, d->x[i].national_id);
		v.lines.at[i] = hours_learner_line(r, &d->x[i]);
		pair_add(r->mem, &v.carried, "tick", arena_print(r->mem, "%lld", (long long)d->x[i].id));
	}
	v.reason = input_text(r, "reason", "刪除理由", "", false, NULL);
	hours_removal_page(reply_page(r, 200, "刪除學習時數"), &v);
}

static bool is_ticked(const struct req *r, int64_t id)
{
	int64_t one;

	for (size_t i = 0; i < r->form.n; i++)
		if (text_is(r->form.at[i].name, "tick") && text_to_int(r->form.at[i].value, 1, INT64_MAX, &one) && one == id)
			return true;
	return false;
}

static void delete_post(struct req *r, const struct hours_class_page *k)
{
	struct removing d = {.r = r, .k = k};
	int n;
	struct hours_line *x = lines_of(r, k->id, false, &n);

	d.x = arena_array(r->mem, (size_t)n, sizeof *d.x);
	for (int i = 0; i < n; i++)
		if (is_ticked(r, x[i].id))
			d.x[d.n++] = x[i];
	if (!d.n)
		issue(&r->issues, -1, "", "ERR_TEXT_GIVEN", "尚未勾選任何學員，請先勾選（E-REQ-01）");
	if (!d.n)
		hours_class_again(r, k);
	else if (!*req_form(r, "confirm"))
		ask_removal(r, &d);
	else if (req_tx(r, remove_all, &d) == REQ_UNDONE)
		hours_class_again(r, k);
	else
		reply_see(r, r->done, arena_print(r->mem, "已刪除 %d 筆，可於「已刪除之紀錄」復原", d.n));
}

void hours_class_post(struct req *r)
{
	static const char *const conditions[] = {NULL};
	struct hours_class_page k;
	struct list l;

	r->issues.learning = true;
	if (!hours_class_open(r, r->id[0], &k))
		return;
	if (list_shown_again(r, conditions)) {
		if (hours_lines_list(r, &l, k.id, false))
			hours_class_show(r, 200, &k, &l);
	} else if (*req_form(r, "delete"))
		delete_post(r, &k);
	else
		set_post(r, &k);
}

/* ---- 「已刪除之紀錄」, 「復原」   LEARN-013 */

void hours_deleted_get(struct req *r)
{
	struct hours_class_page k;
	struct list l;
	struct deleted_view v = {.r = r, .l = &l, .back = req_url(r, "/hours/classes/%lld", (long long)r->id[0]),
		.may_change = req_may(r, MAY_HOURS) && !r->who->all_agencies};

	if (!hours_class_open(r, r->id[0], &k) || !hours_lines_list(r, &l, k.id, true))
		return;
	v.lines = (struct deleted_lines){arena_array(r->mem, (size_t)l.n, sizeof *v.lines.at), l.n};
	for (int i = 0; i < l.n; i++) {
		const struct hours_line *x = (const struct hours_line *)l.rows + i;

		v.lines.at[i] = (struct deleted_line){x, req_url(r, "/hours/records/%lld/restore", (long long)x->id)};
	}
	hours_deleted_page(reply_page(r, 200, arena_print(r->mem, "%s：已刪除之紀錄", k.name)), &v);
}

struct restoring { struct req *r; struct hours_line x; };

static void restore(struct db *db, void *with)
{
	struct restoring *s = with;
	struct req *r = s->r;
	struct hours_act act = {r->who->account, r->now, "restore", NULL};

	r->done = req_url(r, "/hours/classes/%lld", (long long)s->x.class);
	text_to_int(req_form(r, "version"), 0, INT64_MAX, &s->x.version);
	if (!hours_restore(db, &s->x, &act))
		db_undo(db);
	log_act(r, db, "hours.restore", s->x.class, 1, NULL);
}

void hours_restore_post(struct req *r)
{
	struct restoring s = {.r = r};

	if (!record_load(r->mem, db_run(r->db, &hours_line_one, A(r->id[0])), hours_line_fields, &s.x) ||
			s.x.deleted.seconds < hours_restorable(r).seconds) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	if (req_tx(r, restore, &s) != REQ_UNDONE)
		reply_see(r, r->done, "已復原 1 筆");
	else if (db_conflict(r->db))
		reply_refuse(r, 409, "E-DUP-02", arena_print(r->mem, "%s於本班已有紀錄", s.x.name));
	else
		reply_refuse(r, 409, "E-STALE-01", s.x.changed_name, moment_text(r->mem, s.x.changed));
}
