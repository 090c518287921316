/* form_web.c: one person's 實務訓練計畫表: filled in, downloaded, uploaded, looked at, sent back.   ACMS-041 … 050, PLAN-078 */
#include <string.h>
#include <unistd.h>

#include "app/audit/audit.h"
#include "app/plan/book.h"
#include "app/planform/form_page.html.h"
#include "app/planform/planform.sql.h"
#include "app/planform/view.h"
#include "base/text.h"

static struct words words_of(struct req *r, const char *const *texts)
{
	struct words w = {NULL, 0};

	while (texts[w.n])
		w.n++;
	w.at = arena_array(r->mem, (size_t)w.n, sizeof *w.at);
	for (int i = 0; i < w.n; i++)
		w.at[i].text = texts[i];
	return w;
}

static struct words missing_of(struct req *r, const struct planform *f)
{
	struct planform_contact contact = planform_contact(r->db, r->who);
	struct plan_form paper = planform_paper(r->mem, f, &contact);

	return words_of(r, plan_form_missing(r->mem, &paper));
}

/* Without a plan, or without its annex 5 at hand. */
static bool borrows(const struct planform *f)
{
	const struct plan *plan = plan_book_on(f->plan, f->report_date);

	return !plan || plan_borrows(plan, plan_annex_title(PLAN_FORM_PT_PLAN));
}

/* For those who may only look. */
static struct showns shown_of(struct req *r, const struct planform *f)
{
	struct showns s = {arena_array(r->mem, 32, sizeof *s.at), 0};

	for (const struct field *x = planform_fields; x->name && s.n < 32; x++)
		if (x->use == EDIT)
			s.at[s.n++] = (struct shown){x->label, field_text(x, r->mem, f)};
	return s;
}

static struct file_lines files_of(struct req *r, const struct planform *f)
{
	struct rows *x = db_run(r->db, &file_list, A(f->id));
	struct file_lines lines = {arena_array(r->mem, (size_t)x->n, sizeof *lines.at), x->n};

	for (int i = 0; i < x->n; i++) {
		struct moment at = row_moment(x, i, "uploaded");

		lines.at[i] = (struct file_line){
			.number = row_int(x, i, "number"), .name = row_text(x, i, "original_name"), .by = row_text(x, i, "uploaded_by"),
			.size = arena_print(r->mem, "%lld KB", (long long)(row_int(x, i, "size") + 1023) >> 10), .sha256 = row_text(x, i, "sha256"),
			.uploaded = at, .returned = row_moment(x, i, "returned"), .returned_by = row_text(x, i, "returned_by"),
			.reason = row_text(x, i, "return_reason"), .guide = row_text(x, i, "guide"), .guide_from = row_date(x, i, "guide_from"),
			.newest = i == 0,
			.on_time = !date_set(f->due) || !date_before(f->due, moment_date(at)),
			.at = req_url(r, "/plan-forms/%lld/files/%lld", (long long)f->id, (long long)row_int(x, i, "number")),
		};
	}
	return lines;
}

static const char *held(struct req *r, const struct planform *f)
{
	if (!date_set(f->report_date))
		return message(r->mem, "ERR_NOT_REPORTED", f->name);
	if (!f->issued.seconds)
		return message(r->mem, "ERR_FORM_NOT_ISSUED", f->name);
	return NULL;
}

static void sort_inputs(struct req *r, struct inputs all, struct form_view *v)
{
	v->inputs.at = arena_array(r->mem, (size_t)all.n, sizeof *all.at);
	v->texts.at = arena_array(r->mem, (size_t)all.n, sizeof *all.at);
	for (int i = 0; i < all.n; i++) {
		struct inputs *to = all.at[i].kind == INPUT_LINES ? &v->texts : &v->inputs;

		to->at[to->n++] = all.at[i];
	}
}

/* f: as stored, or with what was typed laid over it. */
void form_show(struct req *r, int status, const struct planform *f)
{
	const struct issue *wrong = issue_at(&r->issues, -1, "file");
	long long id = (long long)f->id, number = (long long)f->number;
	struct planform_advice advice = planform_advice(r->mem, f);
	struct form_view v = {
		.r = r, .f = f, .exam = arena_print(r->mem, "%lld年 %s", (long long)f->exam_year, exam_label(r->mem, f->exam_code, f->exam_name)),
		.file_error = wrong ? wrong->text : NULL, .most = upload_most(r), .held = held(r, f), .wrong = issue_lines(r),
		.save = req_url(r, "/plan-forms/%lld", id), .download = req_url(r, "/plan-forms"), .upload = req_url(r, "/plan-forms/%lld/files", id),
		.send_back = req_url(r, "/plan-forms/%lld/files/%lld/return", id, number),
		.send_back_undo = req_url(r, "/plan-forms/%lld/files/%lld/return-undo", id, number),
		.person = req_url(r, "/trainees/%lld", id), .back = list_back(r, "/plan-forms"), .missing = missing_of(r, f),
		.advice = words_of(r, advice.lacks), .advice_cite = advice.citation, .files = files_of(r, f),
		.seal = input_tick(r, "seal", "本檔案已完成核章", false), .may_edit = req_may(r, MAY_FORM_EDIT),
		.reason = input_text(r, "reason", f->returned.seconds ? "取消之理由" : "核章不全之理由", "", true, NULL),
		.may_return = req_may(r, MAY_FORM_RETURN) && f->number, .borrowed_layout = borrows(f),
		.outdated = planform_is_outdated(f), .next = (long long)f->number + 1,
		.proposed_end = date_set(f->training_end) ? (struct date){0} : planform_training_end(r->mem, f),
	};

	v.seal.on = v.seal.on && *req_form(r, "seal");
	if (v.may_edit)
		sort_inputs(r, inputs_of(r, planform_fields, f), &v);
	else
		v.shown = shown_of(r, f);
	form_page(reply_page(r, status, arena_print(r->mem, "%s 之實務訓練計畫表", f->name)), &v);
}

static void put_files(struct json *j, const struct file_lines *files)
{
	json_key(j, "files");
	json_list(j);
	for (int i = 0; i < files->n; i++) {
		const struct file_line *x = &files->at[i];

		json_begin(j);
		json_key(j, "number");
		json_int(j, x->number);
		json_key(j, "name");
		json_text(j, x->name);
		json_key(j, "sha256");
		json_text(j, x->sha256);
		json_key(j, "uploaded");
		json_text(j, moment_iso(j->to->mem, x->uploaded));
		json_key(j, "returned");
		json_text(j, x->returned.seconds ? moment_iso(j->to->mem, x->returned) : NULL);
		json_key(j, "guide");
		json_text(j, x->guide);
		json_key(j, "guide_from");
		json_text(j, date_set(x->guide_from) ? date_iso(j->to->mem, x->guide_from) : NULL);
		json_key(j, "return_reason");
		json_text(j, x->reason);
		json_key(j, "location");
		json_text(j, x->at.text);
		json_end(j);
	}
	json_end(j);
}

static void put_words(struct json *j, const char *key, struct words w)
{
	json_key(j, key);
	json_list(j);
	for (int i = 0; i < w.n; i++)
		json_text(j, w.at[i].text);
	json_end(j);
}

static void reply_form_json(struct req *r, const struct planform *f)
{
	struct text body = text_new(r->mem, 1 << 20);
	struct json j = json_new(&body);
	struct file_lines files = files_of(r, f);

	json_begin(&j);
	for (const struct field *x = planform_fields; x->name; x++) {
		if (x->use == MARK)
			continue;
		json_key(&j, x->name);
		field_json(x, &j, f);
	}
	put_words(&j, "missing", missing_of(r, f));
	put_words(&j, "warnings", words_of(r, planform_advice(r->mem, f).lacks));
	put_files(&j, &files);
	json_end(&j);
	reply_json(r, 200, body);
}

static void load(struct req *r, struct planform *f)
{
	planform_load(r->db, r->mem, r->id[0], r->today, f);
	r->issues.fields = planform_fields;
}

void form_get(struct req *r)
{
	struct planform f;

	load(r, &f);
	if (r->json)
		reply_form_json(r, &f);
	else
		form_show(r, 200, &f);
}

struct saving { struct req *r; const struct planform *before, *after; };

static void save(struct db *db, void *with)
{
	struct saving *s = with;
	struct planform_who by = planform_by(s->r);

	issues_clear(&s->r->issues);
	if (!planform_save(db, &by, s->before, s->after)) {
		audit_stale(db, &s->r->issues, -1, "", NULL, "trainee", s->before->id);
		db_undo(db);
	}
	s->r->done = req_url(s->r, "/plan-forms/%lld", (long long)s->after->id);
}

/* 工作項目, 輔導方式, 輔導員 …: nothing is needed, whatever is missing prints as an empty box. */
void form_post(struct req *r)
{
	struct planform before, f;
	int64_t version;

	load(r, &before);
	f = before;
	record_merge(planform_fields, req_style(r), &r->form, false, &f, &r->issues, -1);
	if (!text_to_int(req_form(r, "version"), 0, INT64_MAX, &version)) {
		issue(&r->issues, -1, "version", "ERR_REQUIRED");
	} else if (version != before.version) {
		audit_stale(r->db, &r->issues, -1, "", NULL, "trainee", r->id[0]);
		r->issues.fields = planform_fields;
	}
	if (r->issues.n || req_tx(r, save, &(struct saving){r, &before, &f}) == REQ_UNDONE) {
		bool stale = issue_has(&r->issues, "ERR_STALE");

		if (!reply_issues_as(r, stale ? 409 : 422))
			form_show(r, stale ? 409 : 422, &f);
		return;
	}
	reply_see(r, r->done, "實務訓練計畫表的內容已儲存。");
}

void file_post(struct req *r)
{
	struct planform f;
	int status;

	load(r, &f);
	if (!upload_take(r, &f, &status))
		form_show(r, status, &f);
}

/* Letter by letter what was sent.  Who reads another agency's file leaves a trace.   ACMS-049 */
void file_get(struct req *r)
{
	struct planform f;
	struct rows *x = db_run(r->db, &file_one, A(r->id[0]), A(r->id[1]));

	load(r, &f);
	int fd = x->n ? store_get_fd(r->db, r->mem, row_int(x, 0, "file")) : -1;

	if (fd < 0) {
		reply_refuse(r, 404, "ERR_NOT_UPLOADED", f.name);
		return;
	}
	if (f.agency != r->who->agency)
		audit_refusal(r->db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
			.action = "plan-form.read", .subject_kind = "trainee", .subject = f.id, .at = r->now,
			.after = arena_print(r->mem, "{\"number\":%lld}", (long long)r->id[1])});
	reply_file(r, "application/pdf", row_text(x, 0, "original_name"), dup(fd), (uint64_t)row_int(x, 0, "size"));
}

struct returning {
	struct req *r;
	const struct planform *f;
	bool (*act)(struct db *, const struct planform_who *, const struct planform *, int64_t number, const char *reason);
};

static void send_back(struct db *db, void *with)
{
	struct returning *x = with;
	struct req *r = x->r;
	struct planform_who by = planform_by(r);

	issues_clear(&r->issues);
	if (!x->act(db, &by, x->f, r->id[1], req_form(r, "reason"))) {
		audit_stale(r->db, &r->issues, -1, "", NULL, "trainee", r->id[0]);
		db_undo(db);
	}
	r->done = req_url(r, "/plan-forms/%lld", (long long)x->f->id);
}

static void answer_return(struct req *r, struct returning *x, const char *note)
{
	struct planform f;
	bool reason = *req_form(r, "reason");

	load(r, &f);
	x->r = r;
	x->f = &f;
	if (!reason)
		issue(&r->issues, -1, "reason", "ERR_REASON");
	if (reason && req_tx(r, send_back, x) != REQ_UNDONE)
		reply_see(r, r->done, note);
	else if (!reply_issues_as(r, reason ? 409 : 422))
		form_show(r, reason ? 409 : 422, &f);
}

void return_post(struct req *r)
{
	answer_return(r, &(struct returning){.act = planform_return}, "已註記核章不全，並已通知該機關重新上傳。");
}

void return_undo_post(struct req *r)
{
	answer_return(r, &(struct returning){.act = planform_return_undo}, "已取消核章不全，並已通知該機關。");
}
