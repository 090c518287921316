/* condition.c: 年度 and 考試 that the pages of 請證 are searched by, and the list that they have in common.   ACMS-053, 062, 081 */
#include "app/certificate/certificate.sql.h"
#include "app/certificate/view.h"
#include "app/exam/exam.h"
#include "base/text.h"

#define CONDITIONS(year, exam) { \
	{.name = "exam_year", .label = year, .kind = K_INT, .use = EDIT, .need = true, .least = 1, .most = 999}, \
	{.name = "exam_code", .label = exam, .kind = K_TEXT, .use = EDIT, .need = true, .most = 3}, \
	{.name = "name", .label = "姓名", .kind = K_TEXT}, \
	{.name = "number", .label = "申請序號", .kind = K_TEXT}, \
	{.name = "entered", .label = "是否已填成績", .kind = K_TEXT}, \
	{.name = "person", .label = "人員編號", .kind = K_INT, .least = 1, .most = INT64_MAX}, \
	{.name = "tick", .label = "勾選", .kind = K_TEXT}, \
	{.name = "reason", .label = "理由", .kind = K_TEXT}, \
	{0} \
}
const struct field person_conditions[] = CONDITIONS("年度", "考試代碼"), condition_fields[] = CONDITIONS("考試年度", "考試種類");

const char *const condition_names[] = {"exam_year", "exam_code", "name", "number", "entered", "person", NULL};

void condition_read(struct req *r, const struct field *labels, struct condition *c)
{
	if (r->route->method == POST)
		list_shown_again(r, condition_names);                   /* a form brings what its page was searched with */
	const char *year = req_query(r, "exam_year");

	r->issues.fields = labels;
	*c = (struct condition){.labels = labels, .exam = req_query(r, "exam_code"), .name = req_query(r, "name"),
		.wanted = r->query.n || r->as != AS_PAGE || r->json};
	if (!c->wanted)
		return;
	if (!*year)
		issue(&r->issues, -1, "exam_year", "ERR_REQUIRED");
	else if (!text_to_int(text_fold(r->mem, year), 1, 999, &c->year))
		issue(&r->issues, -1, "exam_year", "ERR_INT", "1", "999", year);
	if (!*c->exam)
		issue(&r->issues, -1, "exam_code", "ERR_REQUIRED");
	text_to_int(req_query(r, "person"), 1, INT64_MAX, &c->person);
}

const char *condition_words(struct req *r, const struct condition *c)
{
	struct exam e;

	return arena_print(r->mem, "%s %lld、%s %s。注意考試別之選取", c->labels[0].label, (long long)c->year, c->labels[1].label,
		exam_find(r->db, r->mem, c->year, c->exam, &e) ? exam_label(r->mem, e.exam_code, e.exam_name) : c->exam);
}

struct search_view search_view(struct req *r, const char *path, const struct condition *c)
{
	int64_t year = c->year ? c->year : exam_newest_year(r->db);
	struct search_view v = {.at = {arena_print(r->mem, "%s%s", r->app->base, path)},
		.year = input_text(r, "exam_year", c->labels[0].label, year ? arena_print(r->mem, "%lld", (long long)year) : "", true, NULL),
		.exam = input_choice(r, "exam_code", c->labels[1].label, c->exam, true, exam_options(r, year, "（請選取）"))};

	v.year.size = 5;
	return v;
}

struct pairs condition_hidden(struct req *r, const struct condition *c)
{
	struct pairs p = {0};

	pair_add(r->mem, &p, "exam_year", c->year ? arena_print(r->mem, "%lld", (long long)c->year) : "");
	for (const char *const *name = condition_names + 1; *name; name++)
		pair_add(r->mem, &p, *name, req_query(r, *name));
	return p;
}

static const char *stage_of(const struct applicant *a)
{
	const struct code *c = code_find(serial_states, a->serial_state);

	return c ? c->label : "未產製序號";
}

void applicants_complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct applicant *a = rows;

	for (int i = 0; i < n; i++) {
		struct lacks lacks = applicant_lacks(mem, &a[i], l->r->today, a[i].serial);

		a[i].stage = stage_of(&a[i]);
		a[i].why = a[i].serial ? "" : lacks_words(mem, &lacks);
	}
}

bool run_applicants(struct req *r, struct list *l, const struct condition *c)
{
	l->complete = applicants_complete;
	return list_run(l, &applicant_list, REQ_AGENCIES(r), A(c->year), A(c->exam), A(c->name),
		A(serial_number(r->mem, req_query(r, "number"))), A(req_query(r, "entered")), A(c->person));
}
