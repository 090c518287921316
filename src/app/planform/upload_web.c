/* upload_web.c: 實務訓練表單上傳與通報: finding a person and sending the signed form.   ACMS-045 … 048, 050 */
#include <string.h>

#include "app/audit/audit.h"
#include "app/planform/planform.sql.h"
#include "app/planform/upload.html.h"
#include "app/planform/view.h"
#include "base/setting.h"
#include "base/text.h"

enum { PEOPLE_MOST = 2000 };

const char *upload_most(struct req *r)
{
	return arena_print(r->mem, "%lld MB", (long long)setting_int("form.mebibytes"));
}

/* 「王小明　A123456789　待上傳」 */
static struct options people(struct req *r, const struct search *s, struct upload_view *v)
{
	struct rows *p = db_run(r->db, &planform_choice, REQ_AGENCIES(r), A(s->year), A(s->sex), A(s->letter),
		A(date_iso(r->mem, r->today)), A(PEOPLE_MOST + 1));
	struct options o = {arena_array(r->mem, (size_t)p->n + 1, sizeof *o.at), 0};

	v->more = p->n > PEOPLE_MOST;
	v->people = v->more ? PEOPLE_MOST : p->n;
	o.at[o.n++] = (struct option){"", "（請選擇）", false};
	for (int i = 0; i < v->people; i++) {
		const struct code *state = code_find(form_state_codes, row_text(p, i, "form_state"));

		o.at[o.n++] = (struct option){arena_print(r->mem, "%lld", (long long)row_int(p, i, "id")), arena_print(r->mem, "%s　%s　%s",
			row_text(p, i, "name"), row_text(p, i, "national_id"), state ? state->label : ""), false};
	}
	return o;
}

static void show(struct req *r, int status, const struct search *s)
{
	const struct issue *wrong = issue_at(&r->issues, -1, "file");
	struct upload_view v = {
		.r = r, .action = req_url(r, "/plan-forms/upload"), .search = req_url(r, "/plan-forms/upload"),
		.year = search_year(r, s), .sex = search_sex(r), .letter = search_letter(r), .filters = search_hidden(r, s),
		.seal = input_tick(r, "seal", "本檔案已完成核章", false), .file_error = wrong ? wrong->text : NULL, .most = upload_most(r),
		.contact = r->app->contact(r, "錄取人員報到事宜"),
	};

	if (s->year)
		v.person = input_choice(r, "trainee", "受訓人員", "", true, people(r, s, &v));
	if (s->year && !v.people)
		issue(&r->issues, -1, "", "ERR_NOT_FOUND", search_words(r, s));
	v.wrong = issue_lines(r);
	for (const char *const *name = (const char *const[]){"trainee", "file", "seal", NULL}; *name && !v.people; name++)
		issue_lines_without(&v.wrong, *name);
	upload_page(reply_page(r, status, "實務訓練表單上傳與通報"), &v);
}

void upload_get(struct req *r)
{
	struct search s;

	search_read(r, &s);
	if (r->issues.n && reply_issues(r))
		return;
	show(r, r->issues.n ? 422 : 200, &s);
}

struct storing { struct req *r; struct planform_upload *u; };

static void store(struct db *db, void *with)
{
	struct storing *s = with;
	struct req *r = s->r;
	struct planform_who by = planform_by(r);

	issues_clear(&r->issues);
	if (!planform_store(db, &by, s->u)) {
		audit_stale(db, &r->issues, -1, "", NULL, "trainee", s->u->form->id);
		db_undo(db);
	}
	r->done = req_url(r, "/plan-forms/%lld", (long long)s->u->form->id);
}

/* 「已收到…」: name, size, version, time, and whether in time.   ACMS-046 */
static const char *receipt(struct req *r, const struct planform_upload *u)
{
	struct planform now;

	planform_load(r->db, r->mem, u->form->id, r->today, &now);
	return arena_print(r->mem, "已收到「%s」（%llu KB），%s 之第 %lld 版，%s，%s。", u->name, (unsigned long long)(u->size + 1023) >> 10,
		now.name, (long long)u->number, moment_text(r->mem, r->now),
		text_is(now.form_state.id, "uploaded_late") ? "首次上傳已逾上傳期限（逾期上傳）" : "首次上傳在上傳期限內");
}

bool upload_take(struct req *r, const struct planform *f, int *status)
{
	const char *seal = req_form(r, "seal");
	struct planform_upload u = {.form = f, .name = r->file.name, .fd = r->file.fd, .size = r->file.size,
		.seal_declared = *seal && strcmp(seal, "0")};

	planform_check(&u, &r->issues);
	*status = 422;
	if (!r->issues.n) {
		enum req_outcome outcome = req_tx(r, store, &(struct storing){r, &u});

		if (outcome != REQ_UNDONE) {
			reply_see(r, r->done, outcome == REQ_OK ? receipt(r, &u) : NULL);
			return true;
		}
		if (!r->issues.n)                               /* the version's number was taken by another upload */
			audit_stale(r->db, &r->issues, -1, "", NULL, "trainee", f->id);
		*status = 409;
	}
	return reply_issues_as(r, *status);
}

void upload_post(struct req *r)
{
	struct planform f = {0};
	struct search s;
	int64_t id = 0;
	int status = 422;

	search_read(r, &s);
	if (!text_to_int(req_form(r, "trainee"), 1, INT64_MAX, &id)) {
		issue(&r->issues, -1, "trainee", "ERR_REQUIRED");
	} else if (!planform_load(r->db, r->mem, id, r->today, &f) || (req_agency(r) && f.agency != req_agency(r))) {
		reply_refuse(r, 403, "ERR_FORBIDDEN");
		return;
	}
	if (f.id ? upload_take(r, &f, &status) : reply_issues(r))
		return;
	show(r, status, &s);
}
