/* class_web.c: 登錄/維護學習時數: the classes, and the learners of one.  What is done with them: change_web.c.   LEARN-281, 284, 314 */
#include <string.h>

#include "app/hours/hours.sql.h"
#include "app/hours/page.html.h"
#include "app/hours/view.h"
#include "app/may.h"
#include "base/json_flat.h"
#include "base/setting.h"
#include "base/text.h"

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
		.may_upload = req_may(r, MAY_HOURS), .all_agencies = r->who->all_agencies, .own_agency = r->who->agency_name};

	if (!list_open(&l, r, "登錄/維護學習時數", hours_class_fields, sizeof(struct hours_class_row), "-end_day"))
		return;
	l.complete = count_people;
	if (!list_run(&l, &hours_class_list, REQ_AGENCIES(r), A(req_query_int(r, "kind", 0, 3, 0)), A(req_query_int(r, "year", 0, 999, 0)),
		A(text_fold(r->mem, req_query(r, "code"))), A(req_query_int(r, "term", 0, 9999, 0)), A(text_fold(r->mem, req_query(r, "category"))),
		A(text_fold(r->mem, req_query(r, "name"))), A(v.all_agencies ? text_fold(r->mem, req_query(r, "agency")) : "")))
		return;
	v.agency = input_text(r, "agency", "開課機關", req_query(r, "agency"), false, NULL);
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

struct moment hours_restorable(const struct req *r)
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

bool hours_lines_list(struct req *r, struct list *l, int64_t class, bool deleted)
{
	if (!list_open(l, r, deleted ? "已刪除之紀錄" : "學員學習時數", hours_line_fields, sizeof(struct hours_line), "name"))
		return false;
	l->path = arena_print(r->mem, deleted ? "/hours/classes/%lld/deleted" : "/hours/classes/%lld", (long long)class);
	l->complete = !deleted && personal_full(r) ? complete_full : complete;
	return list_run(l, &hours_lines, A(class), REQ_AGENCIES(r), A(deleted ? hours_restorable(r).seconds : (int64_t)0));
}

static struct input cell(struct req *r, const char *name, const struct hours_line *x, const char *label, int64_t value)
{
	struct input i = input_text(r, arena_print(r->mem, "%s.%lld", name, (long long)x->id), arena_print(r->mem, "%s %s", x->name, label),
		arena_print(r->mem, "%lld", (long long)value), false, NULL);

	i.size = 4;
	return i;
}

struct learner_line hours_learner_line(struct req *r, const struct hours_line *x)
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

void hours_class_show(struct req *r, int status, const struct hours_class_page *k, struct list *l)
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
	v.ticks = list_ticks(l, HOURS_CLASS_MOST);
	for (int i = 0; i < l->n; i++) {
		v.lines.at[i] = hours_learner_line(r, (const struct hours_line *)l->rows + i);
		v.lines.at[i].ticked = list_is_ticked(&v.ticks, v.lines.at[i].x->id);
	}
	hours_class_page(reply_page(r, status, k->name), &v);
}

void hours_class_get(struct req *r)
{
	struct hours_class_page k;
	struct list l;

	if (hours_class_open(r, r->id[0], &k) && hours_lines_list(r, &l, k.id, false))
		hours_class_show(r, 200, &k, &l);
}

void hours_class_again(struct req *r, const struct hours_class_page *k)
{
	int status = issue_has(&r->issues, "E-STALE-01") ? 409 : 422;
	struct list l;

	if (!reply_issues_as(r, status) && hours_lines_list(r, &l, k->id, false))
		hours_class_show(r, status, k, &l);
}
