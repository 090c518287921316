/* download_web.c: 範例檔案下載／下載實務訓練計畫表: the persons, and their forms for one or for many.   ACMS-038 … 044 */
#include <string.h>
#include <unistd.h>

#include "app/planform/download.html.h"
#include "app/planform/planform.sql.h"
#include "app/planform/view.h"
#include "base/text.h"

enum { FORMS_MOST = 200 };

const struct field download_list_fields[] = {
	FIELD(planform, id, INT, KEY, "編號"),
	FIELD(planform, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(planform, national_id, ID, SHOW, "身分證字號", .privacy = PERSONAL),
	FIELD(planform, sex, CODE, SHOW, "性別", .list = sex_codes),
	FIELD(planform, exam_name, TEXT, SHOW, "考試名稱"),
	FIELD(planform, exam_level, TEXT, SHOW, "考試等級"),
	FIELD(planform, exam_category, TEXT, SHOW, "考試類科"),
	FIELD(planform, report_date, DATE, SHOW, "報到日期"),
	FIELD(planform, due, DATE, SHOW, "上傳期限"),
	FIELD(planform, issued, MOMENT, SHOW, "下載時間"),
	FIELD(planform, version, INT, MARK, ""), FIELD(planform, exam_year, INT, MARK, ""), FIELD(planform, exam_code, TEXT, MARK, ""),
	FIELD(planform, plan, TEXT, MARK, ""), FIELD(planform, plan_due_days, INT, MARK, ""), FIELD(planform, agency, INT, MARK, ""),
	FIELD(planform, agency_name, TEXT, MARK, ""), FIELD(planform, birth_date, DATE, MARK, ""),
	FIELD(planform, provisional, BOOL, MARK, ""), FIELD(planform, training_supervisor, BOOL, MARK, ""),
	FIELD(planform, allocation_agency, TEXT, MARK, ""), FIELD(planform, allocation_date, DATE, MARK, ""),
	FIELD(planform, allocation_no, TEXT, MARK, ""), FIELD(planform, unit, TEXT, MARK, ""), FIELD(planform, series, TEXT, MARK, ""),
	FIELD(planform, guide_title, TEXT, MARK, ""), FIELD(planform, guide_name, TEXT, MARK, ""),
	FIELD(planform, training_end, DATE, MARK, ""), FIELD(planform, work_items, TEXT, MARK, ""),
	FIELD(planform, orientation, TEXT, MARK, ""), FIELD(planform, observation, TEXT, MARK, ""), FIELD(planform, cases, TEXT, MARK, ""),
	FIELD(planform, talks, TEXT, MARK, ""), FIELD(planform, contact_name, TEXT, MARK, ""),
	FIELD(planform, contact_phone, TEXT, MARK, ""),
	{0}
};

static bool is_ticked(const int64_t *ids, int n, int64_t id)
{
	for (int i = 0; i < n; i++)
		if (ids[i] == id)
			return true;
	return false;
}

static int distinct(int64_t *ids, int n)
{
	int m = 0;

	for (int i = 0; i < n; i++)
		if (!is_ticked(ids, m, ids[i]))
			ids[m++] = ids[i];
	return m;
}

static const char *joined(struct req *r, const char *const *labels, int *n)
{
	struct text t = text_new(r->mem, 4096);

	for (*n = 0; labels[*n]; ++*n) {
		text_puts(&t, *n ? "、" : "");
		text_puts(&t, labels[*n]);
	}
	return t.at ? t.at : "";
}

static struct download_lines lines_of(struct req *r, const struct list *l, const struct list_ticks *ticks)
{
	struct planform_contact contact = planform_contact(r->db, r->who);
	const struct planform *rows = l->rows;
	struct download_lines lines = {arena_array(r->mem, (size_t)l->n, sizeof *lines.at), l->n};

	for (int i = 0; i < l->n; i++) {
		struct plan_form paper = planform_paper(r->mem, &rows[i], &contact);
		struct download_line *line = &lines.at[i];

		*line = (struct download_line){.f = &rows[i], .person = req_url(r, "/plan-forms/%lld", (long long)rows[i].id),
			.ticked = list_is_ticked(ticks, rows[i].id), .tick_id = arena_print(r->mem, "t%lld", (long long)rows[i].id)};
		line->missing = joined(r, plan_form_missing(r->mem, &paper), &line->missing_n);
	}
	return lines;
}

static void show(struct req *r, int status, struct list *l, const struct search *s)
{
	struct list_ticks ticks = list_ticks(l, FORMS_MOST);
	struct download_view v = {
		.r = r, .l = l, .wrong = issue_lines(r), .action = req_url(r, "/plan-forms"), .search = req_url(r, "/plan-forms"),
		.year = search_year(r, s), .exam = search_exam(r, s), .sex = search_sex(r), .letter = search_letter(r),
		.filters = search_hidden(r, s), .lines = lines_of(r, l, &ticks),
		.ticked = ticks.n, .elsewhere = ticks.elsewhere, .carried = ticks.hidden, .contact = r->app->contact(r, "錄取人員報到事宜"),
		.marks = req_may(r, MAY_FORM_EDIT),
	};

	download_page(reply_page(r, status, "下載實務訓練計畫表"), &v);
}

static bool run(struct req *r, struct list *l, const struct search *s)
{
	return list_run(l, &planform_list, REQ_AGENCIES(r), A(s->year), A(s->exam), A(s->sex), A(s->letter));
}

void download_get(struct req *r)
{
	struct search s;
	struct list l;

	if (!list_open(&l, r, "下載實務訓練計畫表", download_list_fields, sizeof(struct planform), "name"))
		return;
	search_read(r, &s);
	if (!s.year && !r->issues.n && s.wanted)
		issue(&r->issues, -1, "exam_year", "ERR_REQUIRED");
	if (r->issues.n) {
		if (!reply_issues(r))
			show(r, 422, &l, &s);
		return;
	}
	if (s.wanted && !run(r, &l, &s))
		return;
	if (s.wanted && !l.n)
		issue(&r->issues, -1, "", "ERR_NOT_FOUND", search_words(r, &s));
	show(r, 200, &l, &s);
}

static void again(struct req *r, int status)
{
	struct search s;
	struct list l;

	search_read(r, &s);
	list_open(&l, r, "下載實務訓練計畫表", download_list_fields, sizeof(struct planform), "name");
	if (s.year)
		run(r, &l, &s);
	show(r, status, &l, &s);
}

static void refuse(struct req *r)
{
	int status = issue_has(&r->issues, "ERR_FORBIDDEN") ? 403 : 422;

	if (!reply_issues_as(r, status))
		again(r, status);
}

/* The ticked persons whom the caller may see; the others are issues. */
static int load_ticked(struct req *r, struct planform **forms)
{
	const char *how = req_form(r, "how");
	int64_t *ids;
	int n = req_ticks(r, "tick", FORMS_MOST, &ids);

	n = distinct(ids, n);
	*forms = arena_array(r->mem, (size_t)n, sizeof **forms);
	if (!n && !r->issues.n)
		issue(&r->issues, -1, "tick", "ERR_NONE_TICKED");
	if (!strcmp(how, "one") && n > 1)
		issue(&r->issues, -1, "tick", "ERR_ONE_PERSON", arena_print(r->mem, "%d", n));
	for (int i = 0; i < n && !r->issues.n; i++)
		if (!planform_load(r->db, r->mem, ids[i], r->today, &(*forms)[i]) || (req_agency(r) && (*forms)[i].agency != req_agency(r)))
			issue(&r->issues, i, "tick", "ERR_FORBIDDEN");
	return n;
}

struct marking { struct req *r; const struct planform *forms; int n; };

static void mark(struct db *db, void *with)
{
	const struct marking *m = with;
	struct planform_who by = planform_by(m->r);

	planform_issue(db, &by, m->forms, m->n);
}

/* The forms are drawn first: if one can't be made, none counts as downloaded. */
void download_post(struct req *r)
{
	struct planform_download file;
	struct marking m = {.r = r};
	struct planform *forms;

	if (list_shown_again(r, search_names)) {
		again(r, 200);
		return;
	}
	m.n = load_ticked(r, &forms);
	m.forms = forms;
	if (r->issues.n || !planform_make(r, forms, m.n, m.n > 1 || !strcmp(req_form(r, "how"), "many"), &file)) {
		refuse(r);
		return;
	}
	if (req_may(r, MAY_FORM_EDIT))                              /* only the agency's own download opens the way to the upload */
		req_tx(r, mark, &m);
	reply_file(r, file.type, file.name, dup(file.fd), file.size);   /* the reply closes its own */
}
