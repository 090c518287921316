/* page.c: one declaration of a list as page, file, JSON and zip with 檔案密碼.  Knows no particular list.     LEARN-005, 006, 015, 030 … 035 */
#include <string.h>

#include "app/colleague/page.html.h"
#include "app/colleague/private.h"
#include "app/colleague/colleague.sql.h"
#include "app/may.h"
#include "base/text.h"
#include "web/form.h"
#include "web/html.h"

enum { PIECE = 500, PIECE_MEMORY = 64 << 20, COLUMNS = 64 };

/* ---- the form ---- */

static struct several units_several(struct query *q)
{
	struct rows *u = db_run(q->db, &colleague_units, A(q->span.agency));
	struct ids chosen = query_ids(q->mem, &q->pairs, "units");
	struct several s = {"units", "單位（可複選）", {arena_array(q->mem, (size_t)u->n + 1, sizeof *s.ticks.at), u->n}, chosen.n};

	for (int i = 0; i < u->n; i++)
		s.ticks.at[i] = (struct choice_tick){arena_print(q->mem, "f-units-%d", i), arena_print(q->mem, "%lld",
			(long long)row_int(u, i, "id")),
			row_text(u, i, "name"), query_has_id(&chosen, row_int(u, i, "id"))};
	return s;
}

static struct several categories_several(struct query *q)
{
	struct code_items c = code_items(q->codes, q->mem, "course_category", (struct date){0});
	struct ids chosen = query_ids(q->mem, &q->pairs, "category");
	struct several s = {"category", "課程類別（可複選）", {arena_array(q->mem, (size_t)c.n + 1, sizeof *s.ticks.at), c.n}, chosen.n};

	for (int i = 0; i < c.n; i++)
		s.ticks.at[i] = (struct choice_tick){arena_print(q->mem, "f-category-%d", i), arena_print(q->mem, "%lld", (long long)c.at[i]->id),
			arena_print(q->mem, "%s %s", c.at[i]->code, c.at[i]->name), query_has_id(&chosen, c.at[i]->id)};
	return s;
}

/* A field of the table named so stands for a choice that the database gives. */
static void choose_class(struct query *q, struct req *r, struct inputs *inputs)
{
	for (int i = 0; i < inputs->n; i++)
		if (text_is(inputs->at[i].name, "class"))
			inputs->at[i] = input_choice(r, "class", "人員區分", q->class_code, false,
				options_of(q->mem, code_choices(q->codes, q->mem, "person_class", (struct date){0}), "（全部）"));
}

static bool asks_for(const struct field *asks, const char *name)
{
	const struct field *f = field_named(asks, name);

	return f && f->use == SHOW;
}

struct query_form query_form(struct query *q, struct req *r)
{
	const struct query_kind *k = q->kind;
	struct query_form f = {.r = r, .action = {arena_print(r->mem, "%s%s", r->app->base, k->path)}, .clear = {arena_print(r->mem,
		"%s%s?sort=%s", r->app->base, k->path, k->sort)},
		.wrong = issue_lines(r), .basis = k->basis, .query = query_text(r->mem, &q->pairs), .who = req_query(r, "who"),
			.asked = *r->wire->query && !r->issues.n,
		.severals = {arena_array(r->mem, 2, sizeof *f.severals.at), 0}};

	f.inputs = inputs_of(r, k->asks, &q->asked);
	choose_class(q, r, &f.inputs);
	if (asks_for(k->asks, "units"))
		f.severals.at[f.severals.n++] = units_several(q);
	if (asks_for(k->asks, "category"))
		f.severals.at[f.severals.n++] = categories_several(q);
	f.personal = personal_bar(r, q->full, k->personal);
	return f;
}

/* ---- the list ---- */

static const struct field *national_id_of(const struct query_kind *k)
{
	return k->personal ? field_named(k->fields, "national_id") : NULL;
}

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	const struct query *q = (const struct query *)l;
	const struct field *id = national_id_of(q->kind);

	for (int i = 0; id && i < n; i++) {
		const char **at = (const char **)(void *)((char *)rows + (size_t)i * q->kind->size + id->at);

		*at = personal_id(mem, *at, q->full);
	}
	if (q->kind->complete)
		q->kind->complete(q, mem, rows, n);
}

/*                                                                                                LEARN-030, 036 */
static const char *const *head_lines(struct arena *mem, const struct query *q, const char *title, const char *who)
{
	const char **lines = arena_array(mem, 6, sizeof *lines);

	lines[0] = title;
	lines[1] = arena_print(mem, "查詢條件：%s", q->shown);
	lines[2] = arena_print(mem, "統計基礎：%s", q->kind->basis);
	lines[3] = arena_print(mem, "製表時間：%s", moment_text(mem, q->now));
	lines[4] = *who ? arena_print(mem, "製表人：%s", who) : NULL;
	return lines;
}

static const char *asker(const struct download_making *m)
{
	struct rows *a = db_run(m->db, &colleague_account, A(m->account));

	return a->n ? row_text(a, 0, "name") : "";
}

const char *const *query_head(const struct download_making *m, const struct query *q, const char *title)
{
	return head_lines(m->mem, q, title, asker(m));
}

const char *const *query_head_now(struct req *r, const struct query *q)
{
	return head_lines(r->mem, q, q->kind->title, *r->who->full_name ? r->who->full_name : r->who->account_name);
}

bool query_is_run(const struct req *r)
{
	return *r->wire->query || r->json || r->as != AS_PAGE;
}

void query_get(struct req *r, const struct query_kind *k, void (*more)(struct query *, struct req *, struct html *))
{
	struct query *q = arena_get(r->mem, sizeof *q);
	struct value values[QUERY_VALUES];
	struct list l;
	int n = 0;

	if (!list_open(&l, r, k->title, k->fields, k->size, k->sort))
		return;
	bool fine = query_read(r, k, q);

	if (!fine && reply_issues(r))
		return;
	q->l = l;
	q->l.complete = complete;
	if (fine && query_is_run(r)) {
		q->l.head = query_head_now(r, q);
		q->full = k->personal && personal_full(r);
		const struct sql *sql = k->bind(q, values, &n);

		if (!list_run_values(&q->l, sql, values, n))
			return;
	}
	more(q, r, reply_page(r, fine ? 200 : 422, k->title));
}

/* ---- files with 檔案密碼 ---- */

bool query_post(struct req *r, const struct query_kind *k, struct query *q)
{
	const char *query = req_form(r, "query");

	r->query = (struct pairs){0};
	form_urlencoded(r->mem, query, strlen(query), &r->query);
	if (query_read(r, k, q))
		return true;
	if (!reply_issues(r))
		reply_refuse(r, issue_has(&r->issues, "E-SCOPE-01") ? 404 : 422, r->issues.n ? "ERR_TEXT_GIVEN" : "E-SCOPE-01",
			r->issues.n ? r->issues.at[0].text : NULL);
	return false;
}

void query_ask(struct req *r, const struct query *q, const struct download_kind *kind)
{
	enum sheet_format format = SHEET_XLSX;

	if (text_is(req_form(r, "format"), "ods"))
		format = SHEET_ODS;
	download_ask(r, kind, query_kept(r, q), q->shown, format);
}

void query_each(struct query *q, int piece, bool (*seen)(void *with, const struct rows *), void *with)
{
	struct value values[QUERY_VALUES + 3];
	struct arena *mem = arena_new(PIECE_MEMORY);
	int n = 0;
	const struct sql *sql = q->kind->bind(q, values, &n);

	values[n] = A(q->kind->sort), values[n + 1] = A((int64_t)NO_LIMIT), values[n + 2] = A((int64_t)0);
	q->l.r = NULL;
	db_each(q->db, mem, piece, sql, values, n + 3, seen, with);
	arena_free(mem);
}

int query_columns(const struct field *fields, struct sheet_column *to, int most)
{
	int n = 0;

	for (const struct field *f = fields; f->name && n < most; f++)
		if (f->use != KEY && f->use != MARK)
			to[n++] = (struct sheet_column){.key = f->name, .heading = f->label,
				.kind = f->kind == K_INT ? SHEET_INTEGER : f->kind == K_DATE ? SHEET_DATE : f->kind == K_MOMENT ? SHEET_MOMENT
					: SHEET_TEXT};
	return n;
}

void query_cells(struct sheet_out *out, struct arena *mem, const struct field *fields, const void *record)
{
	for (const struct field *f = fields; f->name; f++) {
		const void *at = (const char *)record + f->at;

		if (f->use == KEY || f->use == MARK)
			continue;
		if (f->kind == K_INT)
			sheet_integer(out, *(const int64_t *)at);
		else if (f->kind == K_DATE)
			sheet_date(out, *(const struct date *)at);
		else if (f->kind == K_MOMENT)
			sheet_moment(out, *(const struct moment *)at);
		else
			sheet_text(out, field_text(f, mem, record));
	}
	sheet_end_row(out);
}

struct writing { const struct download_making *m; struct query *q; struct sheet_out *out; struct arena *piece; int64_t n; bool stopped; };

static bool write_piece(void *with, const struct rows *rows)
{
	struct writing *w = with;
	const struct query_kind *k = w->q->kind;
	char *records = records_load(rows->mem, rows, k->fields, k->size);

	complete(&w->q->l, rows->mem, records, rows->n);
	for (int i = 0; i < rows->n; i++, w->n++)
		query_cells(w->out, rows->mem, k->fields, records + (size_t)i * k->size);
	w->stopped = !download_progress(w->m, w->n, rows->n ? row_int(rows, 0, "total") : 0);
	return !w->stopped;
}

int64_t query_write(const struct download_making *m, const struct query_kind *k, int fd)
{
	struct sheet_column columns[COLUMNS];
	struct query q;
	struct writing w = {.m = m, .q = &q};

	if (!query_again(m, k, &q))
		return 0;
	w.out = sheet_open(m->mem, fd, m->format, k->title, query_head(m, &q, k->title), columns,
		query_columns(k->fields, columns, COLUMNS));
	query_each(&q, PIECE, write_piece, &w);
	sheet_close(w.out);
	return w.stopped ? -1 : w.n;
}

int64_t query_rows(const struct download_making *m, const struct query_kind *k)
{
	struct value values[QUERY_VALUES + 3];
	struct query q;
	int n = 0;

	if (!query_again(m, k, &q))
		return 0;
	const struct sql *sql = k->bind(&q, values, &n);

	values[n] = A(k->sort), values[n + 1] = A((int64_t)1), values[n + 2] = A((int64_t)0);
	struct rows *one = db_run_values(m->db, sql, values, n + 3);

	return one->n ? row_int(one, 0, "total") : 0;
}
