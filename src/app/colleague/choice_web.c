/* choice_web.c: the page of 多條件複選產製報表, 「檢視」 of one person, and what asks for its file.                 LEARN-631 … 633 */
#include <string.h>
#include <unistd.h>

#include "app/colleague/choice.h"
#include "app/colleague/colleague.sql.h"
#include "app/colleague/page.html.h"
#include "app/may.h"
#include "base/text.h"
#include "file/temp.h"
#include "web/form.h"

enum { ROC = 1911 };

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	choice_fill_words((const struct query *)l, mem, rows, n);
}

static void add_people(struct choice_view *v, struct req *r)
{
	const struct chosen *rows = v->l->rows;

	v->lines = (struct chosen_lines){arena_array(r->mem, (size_t)v->l->n + 1, sizeof *v->lines.at), v->l->n};
	for (int i = 0; i < v->l->n; i++)
		v->lines.at[i] = (struct chosen_line){&rows[i],
			{arena_print(r->mem, "%s%s/%lld?%s", r->app->base, choice_kind.path, (long long)rows[i].id, v->query)}};
}

static void draw(struct req *r, struct choice *c, struct query *q, int status)
{
	struct choice_view v = {.form = query_form(q, r), .l = &q->l, .sets = choice_set_lines(r), .export = req_url(r, "/statistics/choice/export"),
		.keep = req_url(r, "/statistics/choice/sets"), .query = query_text(r->mem, &q->pairs)};
	struct inputs all = v.form.inputs;

	v.conditions = (struct condition_lines){arena_array(r->mem, CHOICE_CONDITIONS, sizeof *v.conditions.at), CHOICE_CONDITIONS};
	for (int i = 0; i < CHOICE_CONDITIONS; i++)
		v.conditions.at[i] = choice_line(c, &all, &choice_conditions[i]);
	v.form.inputs = (struct inputs){all.at, all.n < 4 ? all.n : 4};
	v.set_name = input_text(r, "name", "條件組名稱", "", true, NULL);
	v.set_shared = input_tick(r, "shared", "本機關共用", false);
	if (q->l.n)
		add_people(&v, r);
	choice_page(reply_page(r, status, choice_kind.title), &v);
}

/* The same two sheets as 「匯出」, with masked numbers. */
static void give_sheets(struct req *r, struct choice *c)
{
	enum sheet_format format = r->as == AS_ODS ? SHEET_ODS : SHEET_XLSX;
	int fd = dup(temp_file(r->mem));                        /* the reply closes its own */

	c->keep = true;
	choice_sheets(c, fd, format, c->q->l.sort, query_head_now(r, c->q), NULL);
	reply_file(r, sheet_mime(format), arena_print(r->mem, "%s%s", choice_kind.title, sheet_suffix(format)), fd, file_size(fd));
}

void choice_get(struct req *r)
{
	struct query *q = arena_get(r->mem, sizeof *q);
	struct choice c;
	struct list l;

	if (!list_open(&l, r, choice_kind.title, choice_fields, sizeof(struct chosen), choice_kind.sort))
		return;
	bool fine = choice_asked(r, q, &c);

	if (!fine && reply_issues(r))
		return;
	q->l = l;
	q->l.complete = complete;
	if (fine && (r->as == AS_XLSX || r->as == AS_ODS)) {
		give_sheets(r, &c);
		return;
	}
	if (fine && query_is_run(r)) {
		q->full = personal_full(r);
		choice_answer(&c);
		choice_order(&c, q->l.sort);
		if (!list_given(&q->l, c.found, c.n_found))
			return;
	}
	draw(r, &c, q, fine ? 200 : 422);
}

/* ---- 「檢視」 ---- */

static void add_up(struct records_view *v, const struct chosen *p)
{
	v->courses = p->records, v->hours = p->hours, v->digital = p->digital, v->physical = p->physical, v->business = p->business;
}

void choice_person_get(struct req *r)
{
	struct query q;
	struct choice c;

	if (!choice_asked(r, &q, &c)) {
		if (!reply_issues(r))
			reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	c.keep = true, c.person = (uint32_t)r->id[0];
	choice_answer(&c);
	if (!c.n_found) {
		r->app->refused(r, "E-SCOPE-01");
		reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	choice_name_agencies(&c);
	q.full = personal_full(r);
	choice_fill_words(&q, r->mem, c.found, 1);
	struct rows *rows = db_run(r->db, &colleague_keyed, A(q.asked.year), A(choice_keys_json(r->mem, c.keys, c.n_keys)));
	struct records_view v = {.r = r, .personal = personal_bar(r, q.full, false), .name = c.found[0].name, .national_id = c.found[0].national_id,
		.agency_name = c.found[0].agency_name, .unit_name = c.found[0].unit_name, .title_name = c.found[0].title_name,
		.rank_name = c.found[0].rank_name, .note = "以下為符合條件之紀錄。", .records = {records_load(r->mem, rows, told_fields,
		sizeof(struct told)), rows->n}, .period = arena_print(r->mem, "%lld 年 %lld月到 %lld月", (long long)q.asked.year,
		(long long)q.asked.from_month, (long long)q.asked.to_month), .back = list_back(r, choice_kind.path)};

	told_complete(r->mem, r->today, v.records.at, v.records.n);
	add_up(&v, &c.found[0]);
	if (req_may(r, MAY_HR_STATUS | MAY_DGPA))
		v.all = req_url(r, "/colleagues/%lld?from=%lld-01-01&to=%lld-12-31", (long long)r->id[0], (long long)q.asked.year + ROC,
			(long long)q.asked.year + ROC);
	told_show(r, &v);
}

/* ---- 「匯出」 ---- */

void choice_post(struct req *r)
{
	const char *query = req_form(r, "query");
	struct query q;
	struct choice c;

	r->query = (struct pairs){0};
	form_urlencoded(r->mem, query, strlen(query), &r->query);
	if (choice_asked(r, &q, &c))
		query_ask(r, &q, &colleague_choice_file);
	else if (!reply_issues(r))
		reply_refuse(r, 422, "ERR_TEXT_GIVEN", r->issues.at[0].text);
}
