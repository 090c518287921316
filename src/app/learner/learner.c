/* learner.c: see learner.h. */
#include "app/learner/learner.h"

#include <string.h>

#include "app/audit/audit.h"
#include "app/code/code.h"
#include "app/course/course.h"
#include "app/hours/hours.h"
#include "app/learner/learner.sql.h"
#include "app/learner/page.html.h"
#include "app/learner/view.h"
#include "app/life/life.h"
#include "app/may.h"
#include "app/store/store.h"
#include "base/text.h"
#include "rule/hours.h"
#include "web/edit.h"

enum { FILE_MOST = 5 << 20, BODY_MOST = 6 << 20 };

const struct code learner_reviews[] = {{"0", "免複核"}, {"1", "待複核"}, {"2", "複核通過"}, {"3", "退回"}, {0}};

static const struct field reported_fields[] = {
	FIELD(reported, id, INT, KEY, "編號"),
	FIELD(reported, name, TEXT, SHOW, "課程名稱", .not_sorted = true),
	FIELD(reported, institution, TEXT, SHOW, "訓練進修機構名稱", .not_sorted = true),
	FIELD(reported, category, TEXT, SHOW, "課程類別", .not_sorted = true),
	FIELD(reported, start_day, DATE, SHOW, "起始日期", .not_sorted = true),
	FIELD(reported, end_day, DATE, SHOW, "終迄日期"),
	FIELD(reported, hours, INT, SHOW, "時數", .not_sorted = true),
	FIELD(reported, digital, INT, SHOW, "數位時數", .not_sorted = true),
	FIELD(reported, review, CODE, SHOW, "複核狀態", .list = learner_reviews, .not_sorted = true),
	FIELD(reported, return_reason, TEXT, SHOW, "退回原因", .not_sorted = true),
	{0}
};

/* As the form has it. */
struct report_form { const char *institution, *name, *category; struct date start, end; struct code mode, unit; int64_t amount, digital, physical; };

static const struct field form_fields[] = {
	FIELD(report_form, institution, TEXT, EDIT, "訓練進修機構名稱", .need = true, .most = 100, .wide = true),
	FIELD(report_form, name, TEXT, EDIT, "課程名稱", .need = true, .most = 100, .wide = true),
	FIELD(report_form, category, TEXT, EDIT, "課程類別", .need = true, .most = 20),
	FIELD(report_form, start, DATE, EDIT, "起始日期", .need = true),
	FIELD(report_form, end, DATE, EDIT, "終迄日期", .need = true),
	FIELD(report_form, mode, CODE, EDIT, "學習性質", .need = true, .list = course_modes),
	FIELD(report_form, amount, INT, EDIT, "時數", .need = true, .least = 1, .most = 9999),
	FIELD(report_form, unit, CODE, EDIT, "單位", .need = true, .list = course_units),
	FIELD(report_form, digital, INT, EDIT, "數位時數", .most = 179982, .hint = "混成學習必填，以小時計"),
	FIELD(report_form, physical, INT, EDIT, "實體時數", .most = 179982, .hint = "混成學習必填，以小時計"),
	{0}
};

int64_t learner_person_of(struct req *r)
{
	struct rows *p = db_run(r->db, &learner_person, A(r->who->account));

	return p->n ? row_int(p, 0, "person") : 0;
}

/* ---- what was reported ---- */

static void list_get(struct req *r)
{
	int64_t year = req_query_int(r, "year", 80, 999, roc_year(r->today));
	struct list l;

	if (!list_open(&l, r, "民間機構學習時數", reported_fields, sizeof(struct reported), "-end_day") ||
		!list_run(&l, &learner_list, A(year), A(learner_person_of(r))))
		return;
	struct reported_view v = {.r = r, .l = &l, .action = req_url(r, "/learn/hours"), .add = req_url(r, "/learn/hours/new"),
		.year = input_text(r, "year", "年度", arena_print(r->mem, "%lld", (long long)year), false, NULL),
		.lines = {arena_array(r->mem, (size_t)l.n, sizeof *v.lines.at), l.n}};
	const struct reported *x = l.rows;

	for (int i = 0; i < l.n; i++)
		v.lines.at[i] = (struct reported_line){&x[i], text_is(x[i].review.id, "2") ? "done" : text_is(x[i].review.id, "3") ? "late" : "soon",
			text_is(x[i].review.id, "3") ? req_url(r, "/learn/hours/%lld", (long long)x[i].id) : (struct url){0}};
	learner_list_page(reply_page(r, 200, "民間機構學習時數"), &v);
}

/* ---- reporting ---- */

/* x: the record that was returned; NULL: a new one. */
static void show_form(struct req *r, int status, const struct report_form *f, const struct rows *x)
{
	const struct issue *file = issue_at(&r->issues, -1, "file");
	struct report_form_view v = {.r = r, .wrong = issue_lines(r), .inputs = inputs_of(r, form_fields, f),
		.file_error = file ? issue_shown(r->mem, file->code, file->text) : NULL, .action = req_url(r, "/learn/hours/new"),
		.back = req_url(r, "/learn/hours")};

	if (x) {
		v.action = req_url(r, "/learn/hours/%lld", (long long)row_int(x, 0, "id"));
		v.return_reason = row_text(x, 0, "return_reason");
		v.version = row_int(x, 0, "version");
	}
	inputs_choose(r, &v.inputs, "category", code_options(r, "course_category", f->category, "（請選擇）"));
	learner_form_page(reply_page(r, status, x ? "補正民間機構學習時數" : "登錄民間機構學習時數"), &v);
}

static const struct report_form nothing = {.institution = "", .name = "", .category = "", .mode = {"", ""}, .unit = {"", ""}};

static void form_get(struct req *r)
{
	show_form(r, 200, &nothing, NULL);
}

static int place_of(const struct code *list, const struct code *one)
{
	int i = 0;

	while (list[i].id && !text_is(list[i].id, one->id))
		i++;
	return i;
}

static void judged(struct req *r, const char *field, const struct verdict *v)
{
	issue(&r->issues, -1, field, "ERR_TEXT_GIVEN", issue_shown(r->mem, v->code, v->reasons_n ? v->reasons[0].text : ""));
}

/* Hours by the rules; their places in the lists of the rules are those of the course's lists.  LEARN-290, 291 */
static void count_hours(struct req *r, const struct report_form *f, struct hours_entry *e)
{
	static const enum hours_amount units[] = {HOURS_HOUR, HOURS_DAY, HOURS_CREDIT};
	int unit = place_of(course_units, &f->unit), mode = place_of(course_modes, &f->mode);
	struct verdict v = verdict_new(r->mem, NULL, NULL), w = v;
	struct hours_convert_values total = {0};
	struct hours_split_values split = {0};

	hours_convert_judge(&v, &(struct hours_convert_facts){unit, f->amount}, &total);
	if (v.code) {
		judged(r, "amount", &v);
		return;
	}
	hours_split_judge(&w, &(struct hours_split_facts){mode, total.hours.n, {f->digital > 0, f->digital}, {f->physical > 0, f->physical}}, &split);
	if (w.code) {
		judged(r, "digital", &w);
		return;
	}
	e->mode = (enum hours_mode)(mode + HOURS_DIGITAL);
	e->unit = units[unit];
	e->amount = f->amount;
	e->hours = total.hours.n;
	e->digital = split.digital.n;
}

/* Of the day on which the course ended.  0: E-CODE-01, E-CODE-02. */
static int64_t category_of(struct req *r, const struct report_form *f)
{
	const struct code_item *item = NULL;

	return code_check(&r->issues, -1, "category", code_book(r->db, r->mem), "course_category", f->category, f->end, &item) ? item->id : 0;
}

/* E-FILE-01 says in what way it does not fit. */
static const char *check_file(struct req *r)
{
	struct issues kept = r->issues;
	const char *type;

	r->issues = issues_new(r->mem, form_fields);
	type = life_paper_type(r);
	struct issues found = r->issues;

	r->issues = kept;
	if (found.n)
		issue(&r->issues, -1, "file", "E-FILE-01", found.at[0].text);
	else if (r->file.size > FILE_MOST)
		issue(&r->issues, -1, "file", "E-FILE-01", "證明文件最大 5 MB");
	return type;
}

struct reporting { struct req *r; struct hours_entry e; const char *type; };

static void store(struct db *db, void *with)
{
	struct reporting *p = with;
	struct req *r = p->r;
	struct stored file;
	int64_t there, id;

	issues_clear(&r->issues);
	r->done = req_url(r, "/learn/hours?year=%d", roc_year(p->e.end));
	id = hours_enter(db, &p->e, &there);
	if (!id) {
		if (!db_undone(db))
			issue(&r->issues, -1, "name", "E-DUP-01", arena_print(r->mem, "%s，%s 至 %s", p->e.name, date_text(r->mem, p->e.start),
				date_text(r->mem, p->e.end)));
		db_undo(db);
		return;
	}
	store_put(db, r->file.fd, r->file.name, p->type, &file);
	db_run(db, &learner_proof, A(id), A(roc_year(p->e.end)), A(file.id), A(r->file.name), A(r->now));
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "hours.report", .subject_kind = "hours_record", .subject = id, .at = r->now});
}

static struct reporting reporting_of(struct req *r)
{
	return (struct reporting){.r = r, .e = {.kind = HOURS_UNOPENED, .person = learner_person_of(r), .owner = r->who->agency,
		.account = r->who->account,
		.institution_kind = "private", .business = -1, .cert = CERT_PASSED, .review = REVIEW_PENDING, .source = SOURCE_LEARNER,
		.at = r->now}};
}

/* What was typed, checked; file: it has to come along. */
static void read_form(struct req *r, struct report_form *f, struct reporting *p, bool file)
{
	r->issues.fields = form_fields;
	r->issues.learning = true;
	record_merge(form_fields, req_style(r), &r->form, true, f, &r->issues, -1);
	p->e.category = category_of(r, f);
	if (date_before(f->end, f->start) && date_set(f->end))
		issue(&r->issues, -1, "start", "E-DATE-02", "起始日期", "終迄日期");
	if (date_before(r->today, f->end))
		issue(&r->issues, -1, "end", "E-HRS-09", date_text(r->mem, f->end));
	if (file || (r->file.fd >= 0 && r->file.size))
		p->type = check_file(r);
	if (!r->issues.n)
		count_hours(r, f, &p->e);
	p->e.institution = text_trim(r->mem, f->institution), p->e.name = text_trim(r->mem, f->name), p->e.start = f->start, p->e.end = f->end;
}

static void form_post(struct req *r)
{
	struct report_form f = nothing;
	struct reporting p = reporting_of(r);

	if (!p.e.person)
		issue(&r->issues, -1, "", "ERR_TEXT_GIVEN", "您的帳號尚未連結至人員資料；請洽服務機關人事單位。");
	read_form(r, &f, &p, true);
	if (!r->issues.n && req_tx(r, store, &p) != REQ_UNDONE)
		reply_see(r, r->done, "已送出，待服務機關複核。");
	else if (!reply_issues(r))
		show_form(r, 422, &f, NULL);
}

/* ---- what was returned is sent again   SM-6 */

static struct report_form form_of(const struct rows *x)
{
	static const enum hours_amount units[] = {HOURS_HOUR, HOURS_DAY, HOURS_CREDIT};
	struct report_form f = {.institution = row_text(x, 0, "institution"), .name = row_text(x, 0, "name"), .category = row_text(x, 0, "category"),
		.start = row_date(x, 0, "start_day"), .end = row_date(x, 0, "end_day"), .mode = course_modes[row_int(x, 0, "mode") - HOURS_DIGITAL],
		.amount = row_int(x, 0, "amount"), .unit = course_units[0]};

	for (int i = 0; i < 3; i++)
		if (row_int(x, 0, "unit_of_amount") == (int64_t)units[i])
			f.unit = course_units[i];
	if (row_int(x, 0, "mode") == HOURS_BLENDED)
		f.digital = row_int(x, 0, "digital"), f.physical = row_int(x, 0, "hours") - f.digital;
	return f;
}

static struct rows *returned(struct req *r)
{
	struct rows *x = db_run(r->db, &learner_returned, A(r->id[0]), A(learner_person_of(r)));

	if (!x->n)
		reply_refuse(r, 404, "E-SCOPE-01");
	return x;
}

static void again_get(struct req *r)
{
	struct rows *x = returned(r);

	if (!x->n)
		return;
	struct report_form f = form_of(x);

	show_form(r, 200, &f, x);
}

static void store_again(struct db *db, void *with)
{
	struct reporting *p = with;
	struct req *r = p->r;
	struct stored file;
	int64_t version = 0;

	issues_clear(&r->issues);
	r->done = req_url(r, "/learn/hours?year=%d", roc_year(p->e.end));
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &version);
	enum hours_corrected done = hours_resubmit(db, r->id[0], version, &p->e);

	if (done != HOURS_CORRECTED) {
		if (!db_undone(db) && done == HOURS_TAKEN)
			issue(&r->issues, -1, "name", "E-DUP-01", p->e.name);
		else if (!db_undone(db))
			audit_stale(db, &r->issues, -1, "name", NULL, "hours_record", r->id[0]);
		db_undo(db);
		return;
	}
	if (p->type) {
		store_put(db, r->file.fd, r->file.name, p->type, &file);
		db_run(db, &learner_proof, A(r->id[0]), A(roc_year(p->e.end)), A(file.id), A(r->file.name), A(r->now));
	}
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "hours.report", .subject_kind = "hours_record", .subject = r->id[0], .at = r->now});
}

static void again_post(struct req *r)
{
	struct rows *x = returned(r);

	if (!x->n)
		return;
	struct report_form f = form_of(x);
	struct reporting p = reporting_of(r);

	read_form(r, &f, &p, false);
	if (!r->issues.n && req_tx(r, store_again, &p) != REQ_UNDONE)
		reply_see(r, r->done, "已送出，待服務機關複核。");
	else if (!reply_issues_as(r, issue_has(&r->issues, "E-STALE-01") ? 409 : 422))
		show_form(r, issue_has(&r->issues, "E-STALE-01") ? 409 : 422, &f, x);
}

const struct route learner_routes[] = {
	{GET, "/learn/records", learner_records_get, MAY_LEARNER, .gives = learnt_fields, .list = true, .crumb = "前台/我的學習時數",
		.menu = "我的學習時數", .help = "本人一年度的學習時數，及近日新增或異動者"},
	{GET, "/learn/hours", list_get, MAY_LEARNER, .gives = reported_fields, .list = true, .crumb = "前台/民間機構學習時數",
		.menu = "民間機構學習時數", .help = "本人登錄的民間機構學習時數與複核狀態"},
	{GET, "/learn/hours/new", form_get, MAY_LEARNER, .crumb = "前台/民間機構學習時數", .help = "登錄民間機構學習時數"},
	{POST, "/learn/hours/new", form_post, MAY_LEARNER, .takes = form_fields, .body = BODY_MOST, .crumb = "前台/民間機構學習時數",
		.help = "登錄民間機構學習時數"},
	{GET, "/learn/hours/:returned", again_get, MAY_LEARNER, .crumb = "前台/民間機構學習時數", .help = "補正退回的民間機構學習時數"},
	{POST, "/learn/hours/:returned", again_post, MAY_LEARNER, .takes = form_fields, .body = BODY_MOST, .crumb = "前台/民間機構學習時數",
		.help = "補正後再送出"},
	{0}
};
