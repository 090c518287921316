/* class_web.c: 登錄/維護學習時數: the classes, the learners of one, their hours and results.        LEARN-281, 284 … 288, 305, 314 */
#include <string.h>

#include "app/audit/audit.h"
#include "app/hours/hours.sql.h"
#include "app/hours/page.html.h"
#include "app/hours/view.h"
#include "app/may.h"
#include "base/json_flat.h"
#include "base/setting.h"
#include "base/text.h"

enum { HOURS_MOST = 9999, CLASS_MOST = 20000 };

const struct field hours_class_fields[] = {
	FIELD(hours_class_row, id, INT, KEY, "編號"),
	FIELD(hours_class_row, roc_year, INT, MARK, "年度"),
	FIELD(hours_class_row, owner, INT, MARK, ""),
	FIELD(hours_class_row, kind, CODE, SHOW, "種類", .list = hours_kind_codes, .not_sorted = true),
	FIELD(hours_class_row, course_code, TEXT, SHOW, "課程代碼"),
	FIELD(hours_class_row, term_no, INT, SHOW, "期別", .not_sorted = true),
	FIELD(hours_class_row, name, TEXT, SHOW, "課程名稱"),
	FIELD(hours_class_row, institution, TEXT, SHOW, "開課機關或訓練進修機構", .not_sorted = true),
	FIELD(hours_class_row, category, TEXT, SHOW, "課程類別"),
	FIELD(hours_class_row, start_day, DATE, SHOW, "起始日期"),
	FIELD(hours_class_row, end_day, DATE, SHOW, "終迄日期"),
	FIELD(hours_class_row, people, INT, SHOW, "人數", .not_sorted = true),
	FIELD(hours_class_row, pending, INT, SHOW, "未認證", .not_sorted = true),
	FIELD(hours_class_row, passed, INT, SHOW, "通過", .not_sorted = true),
	FIELD(hours_class_row, failed, INT, SHOW, "不通過", .not_sorted = true),
	{0}
};

static const struct field class_page_fields[] = {
	FIELD(hours_class_page, id, INT, KEY, ""), FIELD(hours_class_page, roc_year, INT, MARK, ""), FIELD(hours_class_page, kind, INT, MARK, ""),
	FIELD(hours_class_page, course, INT, MARK, ""), FIELD(hours_class_page, term_no, INT, MARK, ""),
	FIELD(hours_class_page, category_id, INT, MARK, ""), FIELD(hours_class_page, study_kind, INT, MARK, ""),
	FIELD(hours_class_page, course_hours, INT, MARK, ""), FIELD(hours_class_page, course_code, TEXT, MARK, ""),
	FIELD(hours_class_page, name, TEXT, MARK, ""), FIELD(hours_class_page, institution, TEXT, MARK, ""),
	FIELD(hours_class_page, institution_kind, TEXT, MARK, ""), FIELD(hours_class_page, category, TEXT, MARK, ""),
	FIELD(hours_class_page, course_mode, TEXT, MARK, ""), FIELD(hours_class_page, start_day, DATE, MARK, ""),
	FIELD(hours_class_page, end_day, DATE, MARK, ""), {0}
};

const struct field hours_line_fields[] = {
	FIELD(hours_line, id, INT, KEY, "編號"),
	FIELD(hours_line, version, INT, KEY, "版本"),
	FIELD(hours_line, roc_year, INT, MARK, ""), FIELD(hours_line, class, INT, MARK, ""), FIELD(hours_line, person, INT, MARK, ""),
	FIELD(hours_line, owner, INT, MARK, ""), FIELD(hours_line, agency, INT, MARK, ""), FIELD(hours_line, category, INT, MARK, ""),
	FIELD(hours_line, mode, INT, MARK, ""), FIELD(hours_line, amount, INT, MARK, ""), FIELD(hours_line, unit, INT, MARK, ""),
	FIELD(hours_line, business, INT, MARK, ""), FIELD(hours_line, review, INT, MARK, ""), FIELD(hours_line, source, INT, MARK, ""),
	FIELD(hours_line, batch, INT, MARK, ""), FIELD(hours_line, more, TEXT, MARK, ""), FIELD(hours_line, deleted, MOMENT, MARK, ""),
	FIELD(hours_line, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(hours_line, national_id, TEXT, SHOW, "身分證號", .privacy = PERSONAL),
	FIELD(hours_line, agency_name, TEXT, SHOW, "服務機關"),
	FIELD(hours_line, title_name, TEXT, SHOW, "職稱"),
	FIELD(hours_line, rank_name, TEXT, SHOW, "官職等"),
	FIELD(hours_line, hours, INT, SHOW, "訓練時數"),
	FIELD(hours_line, digital, INT, SHOW, "數位時數", .not_sorted = true),
	FIELD(hours_line, physical, INT, SHOW, "實體時數", .not_sorted = true),
	FIELD(hours_line, cert, INT, SHOW, "認證"),
	FIELD(hours_line, note, TEXT, SHOW, "備註", .not_sorted = true),
	FIELD(hours_line, changed, MOMENT, SHOW, "最後異動", .not_sorted = true),
	FIELD(hours_line, changed_name, TEXT, SHOW, "異動者", .not_sorted = true),
	{0}
};

/* ---- the classes */

static void count_people(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct hours_class_row *k = rows;
	struct text list = text_new(mem, (size_t)n * 24 + 16);
	struct json j = json_new(&list);
	struct arena *before = db_arena(l->r->db);

	json_list(&j);
	for (int i = 0; i < n; i++)
		json_int(&j, k[i].id);
	json_end(&j);
	db_use_arena(l->r->db, mem);
	struct rows *r = db_run(l->r->db, &hours_class_numbers, A(list.at));

	db_use_arena(l->r->db, before);
	for (int i = 0; i < n; i++)
		for (int x = 0; x < r->n; x++)
			if (row_int(r, x, "id") == k[i].id && row_int(r, x, "owner") == k[i].owner) {
				k[i].people = row_int(r, x, "people"), k[i].pending = row_int(r, x, "pending");
				k[i].passed = row_int(r, x, "passed"), k[i].failed = row_int(r, x, "failed");
			}
}

static struct input kind_input(struct req *r)
{
	return input_choice(r, "kind", "開班別", req_query(r, "kind"), false, options_of(r->mem, hours_kind_codes, "全部"));
}

void hours_classes_get(struct req *r)
{
	struct list l;
	struct classes_view v = {.l = &l, .action = req_url(r, "/hours"), .clear = req_url(r, "/hours?year="),
		.opened = req_url(r, "/hours/import/opened"), .unopened = req_url(r, "/hours/import/unopened"),
			.study = req_url(r, "/hours/import/study"),
		.may_upload = req_may(r, MAY_HOURS)};

	if (!list_open(&l, r, "登錄/維護學習時數", hours_class_fields, sizeof(struct hours_class_row), "-end_day"))
		return;
	l.complete = count_people;
	if (!list_run(&l, &hours_class_list, REQ_AGENCIES(r), A(req_query_int(r, "kind", 0, 3, 0)), A(req_query_int(r, "year", 0, 999, 0)),
		A(text_fold(r->mem, req_query(r, "code"))), A(req_query_int(r, "term", 0, 9999, 0)), A(text_fold(r->mem, req_query(r, "category"))),
		A(text_fold(r->mem, req_query(r, "name")))))
		return;
	v.kind = kind_input(r);
	v.year = input_text(r, "year", "年度", req_query(r, "year"), false, NULL);
	v.code = input_text(r, "code", "課程代碼", req_query(r, "code"), false, NULL);
	v.term = input_text(r, "term", "期別", req_query(r, "term"), false, NULL);
	v.category = input_text(r, "category", "課程類別代碼", req_query(r, "category"), false, NULL);
	v.name = input_text(r, "name", "課程名稱", req_query(r, "name"), false, NULL);
	v.year.size = v.term.size = 4;
	v.code.size = v.category.size = 10;
	v.lines = (struct class_lines){arena_array(r->mem, (size_t)l.n, sizeof *v.lines.at), l.n};
	for (int i = 0; i < l.n; i++) {
		const struct hours_class_row *k = (const struct hours_class_row *)l.rows + i;

		v.lines.at[i] = (struct class_line){k, req_url(r, "/hours/classes/%lld", (long long)k->id),
			k->term_no ? arena_print(r->mem, "%lld", (long long)k->term_no) : ""};
	}
	hours_classes_page(reply_page(r, 200, "登錄/維護學習時數"), &v);
}

/* ---- one class */

bool hours_class_open(struct req *r, int64_t id, struct hours_class_page *k)
{
	*k = (struct hours_class_page){0};
	if (record_load(r->mem, db_run(r->db, &hours_class_one, A(id)), class_page_fields, k))
		return true;
	reply_refuse(r, 404, "E-SCOPE-01");
	return false;
}

const char *hours_note(struct arena *mem, const char *more)
{
	struct json_pairs p = {0};
	int hint = 0;

	if (!more || !*more || !json_flat(mem, more, &p))
		return "";
	const struct json_pair *note = json_flat_find(&p, "note", &hint);

	return note ? note->text : "";
}

static void complete_full(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct hours_line *x = rows;

	(void)l;
	for (int i = 0; i < n; i++) {
		x[i].note = hours_note(mem, x[i].more);
	}
}

/* What was deleted before this moment does not come back. */
static struct moment restorable(const struct req *r)
{
	return (struct moment){r->now.seconds - setting_int("restore.days") * 86400};
}

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct hours_line *x = rows;

	complete_full(l, mem, rows, n);
	for (int i = 0; i < n; i++)
		x[i].national_id = personal_id(mem, x[i].national_id, false);
}

static bool run_lines(struct req *r, struct list *l, int64_t class, bool deleted)
{
	if (!list_open(l, r, deleted ? "已刪除之紀錄" : "學員學習時數", hours_line_fields, sizeof(struct hours_line), "name"))
		return false;
	l->path = arena_print(r->mem, deleted ? "/hours/classes/%lld/deleted" : "/hours/classes/%lld", (long long)class);
	l->complete = !deleted && personal_full(r) ? complete_full : complete;
	return list_run(l, &hours_lines, A(class), REQ_AGENCIES(r), A(deleted ? restorable(r).seconds : (int64_t)0));
}

static struct input cell(struct req *r, const char *name, const struct hours_line *x, const char *label, int64_t value)
{
	struct input i = input_text(r, arena_print(r->mem, "%s.%lld", name, (long long)x->id), arena_print(r->mem, "%s %s", x->name, label),
		arena_print(r->mem, "%lld", (long long)value), false, NULL);

	i.size = 4;
	return i;
}

static struct learner_line line_of(struct req *r, const struct hours_line *x)
{
	struct learner_line e = {.x = x, .at = req_url(r, "/hours/records/%lld", (long long)x->id), .blended = x->mode == HOURS_BLENDED,
		.version_name = arena_print(r->mem, "v.%lld", (long long)x->id), .tick_id = arena_print(r->mem, "tick-%lld", (long long)x->id),
		.mode = hours_code_label(hours_mode_codes, x->mode), .state = hours_code_label(hours_state_codes, x->cert),
		.business = hours_code_label(hours_business_codes, x->business),
		.review = x->review ? hours_code_label(hours_review_codes, x->review) : "",
		.hours = cell(r, "h", x, "訓練時數", x->hours), .digital = cell(r, "d", x, "數位時數", x->digital),
		.physical = cell(r, "f", x, "實體時數", x->physical)};

	e.cert = input_choice(r, arena_print(r->mem, "c.%lld", (long long)x->id), arena_print(r->mem, "%s 認證", x->name),
		arena_print(r->mem, "%lld", (long long)x->cert), false, options_of(r->mem, hours_state_codes, NULL));
	return e;
}

static bool is_ticked(const struct req *r, int64_t id)
{
	int64_t one;

	for (size_t i = 0; i < r->form.n; i++)
		if (text_is(r->form.at[i].name, "tick") && text_to_int(r->form.at[i].value, 1, INT64_MAX, &one) && one == id)
			return true;
	return false;
}

static const char *summary_of(struct req *r, const struct hours_class_page *k)
{
	struct rows *n = db_run(r->db, &hours_class_numbers, A(arena_print(r->mem, "[%lld]", (long long)k->id)));
	long long passed = 0, failed = 0, pending = 0;

	for (int i = 0; i < n->n; i++) {
		if (!r->who->all_agencies && row_int(n, i, "owner") != r->who->agency)
			continue;
		passed += row_int(n, i, "passed"), failed += row_int(n, i, "failed"), pending += row_int(n, i, "pending");
	}
	return arena_print(r->mem, "通過 %lld 筆，不通過 %lld 筆，未認證 %lld 筆", passed, failed, pending);
}

static void show(struct req *r, int status, const struct hours_class_page *k, struct list *l)
{
	static const struct code all[] = {{"1", "全部通過"}, {"2", "全部不通過"}, {0}};
	struct class_view v = {.r = r, .l = l, .k = k, .wrong = issue_lines(r), .may_change = req_may(r, MAY_HOURS) && !r->who->all_agencies,
		.opened = k->kind == HOURS_OPENED, .action = req_url(r, "/hours/classes/%lld", (long long)k->id), .summary = summary_of(r, k),
		.add = req_url(r, "/hours/classes/%lld/add", (long long)k->id), .key = req_url(r, "/hours/classes/%lld/key", (long long)k->id),
		.deleted = req_url(r, "/hours/classes/%lld/deleted", (long long)k->id), .back = list_back(r, "/hours")};

	v.personal = personal_bar(r, l->complete == complete_full, false);
	v.all = input_choice(r, "all", "全部通過\\全部不通過", "", false, options_of(r->mem, all, "依各列"));
	v.national_id = input_text(r, "national_id", "身分證號", "", true, NULL);
	v.amount = input_text(r, "hours", "訓練時數", k->course_hours ? arena_print(r->mem, "%lld", (long long)k->course_hours) : "", true, NULL);
	v.result = input_choice(r, "cert", "認證", "1", false, options_of(r->mem, hours_state_codes, NULL));
	v.lines = (struct learner_lines){arena_array(r->mem, (size_t)l->n, sizeof *v.lines.at), l->n};
	v.ticks = list_ticks(l, CLASS_MOST);
	for (int i = 0; i < l->n; i++) {
		v.lines.at[i] = line_of(r, (const struct hours_line *)l->rows + i);
		v.lines.at[i].ticked = list_is_ticked(&v.ticks, v.lines.at[i].x->id);
	}
	hours_class_page(reply_page(r, status, k->name), &v);
}

void hours_class_get(struct req *r)
{
	struct hours_class_page k;
	struct list l;

	if (hours_class_open(r, r->id[0], &k) && run_lines(r, &l, k.id, false))
		show(r, 200, &k, &l);
}

void hours_class_again(struct req *r, const struct hours_class_page *k)
{
	int status = issue_has(&r->issues, "E-STALE-01") ? 409 : 422;
	struct list l;

	if (!reply_issues_as(r, status) && run_lines(r, &l, k->id, false))
		show(r, status, k, &l);
}

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
	struct rows *all = db_run(r->db, &hours_lines, A(class), REQ_AGENCIES(r), A(deleted), A("name"), A((int64_t)CLASS_MOST), A((int64_t)0));

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
		v.lines.at[i] = line_of(r, &d->x[i]);
		pair_add(r->mem, &v.carried, "tick", arena_print(r->mem, "%lld", (long long)d->x[i].id));
	}
	v.reason = input_text(r, "reason", "刪除理由", "", false, NULL);
	hours_removal_page(reply_page(r, 200, "刪除學習時數"), &v);
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
		if (run_lines(r, &l, k.id, false))
			show(r, 200, &k, &l);
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

	if (!hours_class_open(r, r->id[0], &k) || !run_lines(r, &l, k.id, true))
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
			s.x.deleted.seconds < restorable(r).seconds) {
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
