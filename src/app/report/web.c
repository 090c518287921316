/* web.c: the pages of every report: conditions, figures with their pictures, files, and the lists behind numbers. */
#include <string.h>
#include <unistd.h>

#include "app/audit/audit.h"
#include "app/personal/personal.h"
#include "app/report/page.html.h"
#include "app/report/viewer.h"
#include "base/setting.h"
#include "file/temp.h"
#include "web/form.h"

const struct field report_reply[] = {
	{.name = "name", .label = "報表代號", .kind = K_TEXT, .use = SHOW}, {.name = "title", .label = "報表名稱", .kind = K_TEXT, .use = SHOW},
	{.name = "produced", .label = "製表時間", .kind = K_TEXT, .use = SHOW}, {0}
};

static const struct report *const *all;

void report_kinds(const struct report *const *those)
{
	all = those;
}

const struct report *const *report_all(void)
{
	static const struct report *const none[] = {NULL};

	return all ? all : none;
}

const struct report *report_named(const char *name)
{
	for (const struct report *const *r = report_all(); *r; r++)
		if (text_is((*r)->name, name))
			return *r;
	return NULL;
}

struct report_place report_place_of(struct req *r)
{
	const char *name = strchr(r->path + 1, '/') + 1;
	struct report_place p = {report_named(arena_bytes(r->mem, name, strcspn(name, "/"))),
		arena_bytes(r->mem, r->path, (size_t)(name - r->path) - 1)};

	if (!p.report)
		reply_refuse(r, 404, "E-SCOPE-01");
	else if (viewer_is(r->who) && !viewer_may(r, p.report))
		p.report = NULL;
	return p;
}

struct url report_address(struct req *r, const struct report_place *p, const char *end, const char *query)
{
	return (struct url){arena_print(r->mem, "%s%s/%s%s%s%s", r->app->base, p->home, p->report->name, end, *query ? "?" : "", query)};
}

/* ---- the form */

static const struct report_choice *choice_of(const struct report *report, const char *field)
{
	for (const struct report_choice *c = report->choices; c && c->field; c++)
		if (text_is(c->field, field))
			return c;
	return NULL;
}

static void offer_choice(struct req *r, struct report_run *run, struct input *i)
{
	const struct report_choice *c = choice_of(run->report, i->name);
	const struct field *f = field_named(run->report->asks, i->name);
	const char *chosen = c ? field_plain(f, r->mem, run->ask) : "";

	if (c && f->several)
		*i = input_several(r, f->name, f->label, chosen, f->need, options_of(r->mem, c->list(run), NULL));
	else if (c)
		*i = input_choice(r, f->name, f->label, chosen, f->need, options_of(r->mem, c->list(run), f->need ? NULL : "（全部）"));
}

static struct inputs form_of(struct req *r, struct report_run *run)
{
	struct inputs to = inputs_of(r, run->report->asks, run->ask);

	for (int i = 0; i < to.n; i++) {
		if (to.at[i].kind == INPUT_TICK)
			to.at[i].on = *(const bool *)((const char *)run->ask + field_named(run->report->asks, to.at[i].name)->at);
		if (text_is(to.at[i].name, "agency") && viewer_is(r->who))
			to.at[i].hint = viewer_agencies(r, run->report);
		offer_choice(r, run, &to.at[i]);
	}
	return to;
}

/* ---- the page */

static void add_steps(struct req *r, const struct report_place *p, struct report_page *v, const struct report_run *run, const char *query)
{
	v->pages = 1;
	for (int i = 0; i < run->n_sections; i++) {
		int pages = ((int)run->sections[i]->n + REPORT_PER_PAGE - 2) / REPORT_PER_PAGE;

		v->pages = pages > v->pages ? pages : v->pages;
	}
	v->page = (int)req_query_int(r, "page", 1, v->pages, 1);
	v->steps.at = arena_array(r->mem, (size_t)v->pages, sizeof *v->steps.at);
	for (int i = 1; v->pages > 1 && i <= v->pages; i++)
		if (i == 1 || i == v->pages || (i > v->page - 4 && i < v->page + 4))
			v->steps.at[v->steps.n++] = (struct list_link){arena_print(r->mem, "%d", i),
				report_address(r, p, "", arena_print(r->mem, "%s&page=%d", query, i)), i == v->page};
}

static struct pairs kept_of(struct req *r, const char *query)
{
	struct pairs kept = {0};

	form_urlencoded(r->mem, query, strlen(query), &kept);
	return kept;
}

/* made: with its figures; offered: it is too large for a page, and 「匯出」 is there for it. */
enum shown { FORM_ALONE, MADE, OFFERED };

static void show(struct req *r, const struct report_place *p, struct report_run *run, enum shown what)
{
	bool made = what == MADE;
	const char *query = what != FORM_ALONE ? report_query(run) : "";
	struct report_page v = {.r = r, .act = run->report->act, .wrong = issue_lines(r), .inputs = form_of(r, run), .made = made,
		.action = report_address(r, p, "", ""), .clear = report_address(r, p, "", ""), .export_action = report_address(r, p, "/export", ""),
		.csv = report_address(r, p, ".csv", query), .xlsx = report_address(r, p, ".xlsx", query), .ods = report_address(r, p, ".ods", query),
		.kept = kept_of(r, query), .large = what == OFFERED,
		.zip = what == OFFERED && run->report->zip && run->report->zip(run) != REPORT_PLAIN};

	if (made) {
		v.zip = run->report->zip && run->report->zip(run) != REPORT_PLAIN;
		v.large = report_rows(run) > setting_int("export.sync_rows");
		v.heads.at = report_heads(run) + 1;
		while (v.heads.at[v.heads.n])
			v.heads.n++;
		add_steps(r, p, &v, run, query);
		v.tables = (struct report_tables){arena_array(r->mem, (size_t)run->n_sections, sizeof *v.tables.at), run->n_sections};
		for (int i = 0; i < run->n_sections; i++)
			v.tables.at[i] = report_table_of(r, p, run->sections[i], query, v.page);
		v.meanings = report_meanings_of(r, run);
	}
	report_show_page(reply_page(r, r->issues.n ? 422 : 200, run->report->title), &v);
}

static const struct { enum format as; enum sheet_format format; } formats[] = {
	{AS_CSV, SHEET_CSV}, {AS_XLSX, SHEET_XLSX}, {AS_ODS, SHEET_ODS}
};

static void give_file(struct req *r, const struct report_place *p, struct report_run *run)
{
	enum sheet_format format = SHEET_CSV;
	int fd = dup(temp_file(r->mem));                            /* the reply closes its own */

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (formats[i].as == r->as)
			format = formats[i].format;
	struct url meanings = report_address(r, p, "", arena_print(r->mem, "%s#meanings", report_query(run)));

	report_sheets(run, format, fd, url_at(r->mem, r->app->public_origin, meanings).text);
	reply_file(r, sheet_mime(format), arena_print(r->mem, "%s%s", report_file_name(run), sheet_suffix(format)), fd, file_size(fd));
}

static bool holds_persons(const struct report_run *run)
{
	return run->report->zip && run->report->zip(run) == REPORT_ZIP_ALWAYS;
}

void report_page_get(struct req *r)
{
	struct report_place p = report_place_of(r);

	if (!p.report)
		return;
	struct report_run run = report_run_new(r, p.report);
	/* Nothing asked yet: an empty form. */
	bool ask = r->query.n || r->json || r->as != AS_PAGE, asked = ask && report_asked(r, &run);
	bool offered = asked && r->as == AS_PAGE && !r->json && p.report->large && p.report->large(&run);

	if (offered)
		issue(&r->issues, -1, "", "E-RPT-05");
	else if (asked)
		p.report->fill(&run);
	if (r->issues.n && r->json) {
		reply_issues_as(r, 422);
		return;
	}
	if (r->issues.n)
		r->as = AS_PAGE;                                    /* what is wrong is said on the page, whatever file was asked for */
	if (ask && !r->issues.n && viewer_is(r->who))
		viewer_opened(r, &run);
	report_hide_small(&run);
	if (r->as != AS_PAGE && r->as != AS_JSON && holds_persons(&run))
		reply_refuse(r, 422, "ERR_TEXT_GIVEN", "內含人員資料的檔案須以「匯出」申請，並以檔案密碼開啟。");
	else if (r->as != AS_PAGE && r->as != AS_JSON)
		give_file(r, &p, &run);
	else if (r->json)
		reply_json(r, 200, report_json(&run));
	else
		show(r, &p, &run, offered ? OFFERED : ask && !r->issues.n ? MADE : FORM_ALONE);
}

/* ---- the lists behind numbers */

static const struct report_list *list_named(const struct report *report, const char *name)
{
	for (const struct report_list *l = report->lists; l && l->name; l++)
		if (text_is(l->name, name))
			return l;
	return NULL;
}

bool report_row_agencies(struct req *r, struct report_run *run, const struct report_cell_of *of, struct agency_span *to)
{
	struct agency a;

	*to = run->span;
	if (text_is(of->row, "total"))
		return true;
	if (agency_find(r->db, r->mem, of->row, &a) && agency_span_of(r->db, r->mem, a.id, to) && to->low >= run->span.low &&
		to->low <= run->span.high) {
		to->high = to->low;
		return true;
	}
	r->app->refused(r, "E-SCOPE-01");
	reply_refuse(r, 404, "E-SCOPE-01");
	return false;
}

static void note_read(struct db *db, void *with)
{
	struct req *r = with;

	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "report.list", .subject_kind = "address", .after = r->wire->query, .reason = r->path, .at = r->now});
}

static void show_list(struct req *r, const struct report_place *p, const struct report_list *kind, const struct list *l, struct report_run *run,
	const struct report_cell_of *of)
{
	const char *told = req_query(r, "told"), *query = report_query(run);
	struct report_list_view v = {.r = r, .l = l, .what = req_query(r, "named"), .words = report_words(run), .opens = kind->opens,
		.back = report_address(r, p, "", query)};

	if (kind->personal)
		v.personal = personal_bar(r, personal_full(r), false);
	int64_t was;

	if (text_to_int(told, 0, INT64_MAX, &was) && was != l->total)
		v.changed = arena_print(r->mem, "資料已更新：報表 %lld 筆，目前 %lld 筆", (long long)was, (long long)l->total);
	struct list_row_set rows = list_rows(l);

	v.rows = (struct report_list_lines){arena_array(r->mem, (size_t)l->n, sizeof *v.rows.at), l->n};
	for (int i = 0; i < l->n; i++) {
		v.rows.at[i].row = &rows.at[i];
		if (!kind->opens)
			continue;
		int64_t id = *(const int64_t *)((const char *)rows.at[i].record + field_named(l->fields, "id")->at);

		v.rows.at[i].look = report_address(r, p, arena_print(r->mem, "/%s", kind->opens), arena_print(r->mem,
			"%s%ssection=%s&row=%s&figure=%s&id=%lld", query, *query ? "&" : "", url_encode(r->mem, of->section),
			url_encode(r->mem, of->row), url_encode(r->mem, of->figure), (long long)id));
	}
	report_list_page(reply_page(r, 200, l->title), &v);
}

void report_list_get(struct req *r)
{
	struct report_place p = report_place_of(r);
	const char *name = strrchr(r->path, '/') + 1;
	const struct report_list *kind = p.report ? list_named(p.report, name) : NULL;
	struct list l;

	if (!p.report)
		return;
	struct report_run run = report_run_new(r, p.report);
	struct report_cell_of of = {req_query(r, "section"), req_query(r, "row"), req_query(r, "figure"), req_query_int(r, "id", 1, INT64_MAX, 0)};

	if (!kind) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	if (!report_asked(r, &run)) {
		if (!reply_issues(r))
			show(r, &p, &run, FORM_ALONE);
		return;
	}
	if (!run.lists) {
		r->app->refused(r, "E-AUTH-01");
		reply_refuse(r, 403, "E-AUTH-01");
		return;
	}
	if (!list_open(&l, r, kind->title, kind->fields, kind->size, kind->sort))
		return;
	l.complete = kind->complete;
	l.head = report_list_heads(&run, kind->title, req_query(r, "named"));
	report_number_from(0);
	if (kind->personal && r->as != AS_PAGE)
		db_tx(r->db, note_read, r);
	if (kind->rows(&l, &run, &of))
		show_list(r, &p, kind, &l, &run, &of);
}

/* 「匯出」 */
void report_export_post(struct req *r)
{
	struct report_place p = report_place_of(r);
	enum sheet_format format = SHEET_XLSX;

	if (!p.report)
		return;
	struct report_run run = report_run_new(r, p.report);

	if (*req_form(r, "format") && (!sheet_format_of(req_form(r, "format"), &format) || format == SHEET_JSON))
		issue(&r->issues, -1, "", "ERR_TEXT_GIVEN", "匯出格式為 Excel（xlsx）、ODF（ods）或 CSV（csv）。");
	if (report_asked(r, &run) && !r->issues.n)
		report_ask_file(r, &run, format);
	else if (!reply_issues(r))
		show(r, &p, &run, FORM_ALONE);
}
