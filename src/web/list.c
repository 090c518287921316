/* list.c: see list.h. */
#include "web/list_given.h"

#include <string.h>

#include "base/log.h"
#include "base/setting.h"
#include "base/text.h"
#include "web/list.html.h"
#include "web/list_large.h"
#include "web/list_question.h"
#include "web/page.h"
#include "web/req.sql.h"

static void add_pair(struct text *t, const char *name, const char *value)
{
	text_char(t, '&');
	text_puts(t, name);
	text_char(t, '=');
	text_puts(t, value);
}

static void encode_query(struct list *l)
{
	for (size_t i = 0; i < l->r->query.n; i++) {
		const struct pair *p = &l->r->query.at[i];

		if (*p->value && strcmp(p->name, "page"))
			pair_add(l->r->mem, &l->encoded, url_encode(l->r->mem, p->name), url_encode(l->r->mem, p->value));
	}
}

/* The query with `name` (plain letters) set to `value`; page goes back to the first unless it is what is set. */
static const char *query_with(const struct list *l, const char *name, const char *value)
{
	struct text t = text_new(l->r->mem, 1 << 20);

	for (size_t i = 0; i < l->encoded.n; i++)
		if (strcmp(l->encoded.at[i].name, name))
			add_pair(&t, l->encoded.at[i].name, l->encoded.at[i].value);
	add_pair(&t, name, url_encode(l->r->mem, value));
	return t.at + 1;
}

static struct url list_address(const struct list *l, const char *end, const char *query)
{
	return (struct url){arena_print(l->r->mem, "%s%s%s?%s", l->r->app->base, l->path, end, query)};
}

struct url list_url(const struct list *l, const char *name, const char *value)
{
	return list_address(l, "", query_with(l, name, value));
}

static bool has_memory(const struct req *r)
{
	return r->as == AS_PAGE && !r->json && r->who && r->route->method == GET;
}

/* Searches are remembered per person and list, so that one finds them again on coming back.  False: redirected to them, and so is what
 * the last act said. */
static bool recall(struct list *l)
{
	struct req *r = l->r;

	l->remembered = "";
	if (!has_memory(r))
		return true;
	struct rows *was = db_run(r->db, &list_memory_find, A(r->who->account), A(r->path));

	l->remembered = was->n ? row_text(was, 0, "query") : "";
	if (*r->wire->query || !*l->remembered)
		return true;
	reply_see(r, (struct url){arena_print(r->mem, "%s%s?%s", r->app->base, r->path, l->remembered)}, r->note);
	return false;
}

/* Only one that could be answered: nobody wants to come back to a mistake. */
static void remember(const struct list *l)
{
	const char *query = l->r->wire->query;

	if (has_memory(l->r) && *query && strcmp(query, l->remembered) && strlen(query) < 2000)
		db_run(l->r->db, &list_memory_put, A(l->r->who->account), A(l->r->path), A(query));
}

struct url list_back(struct req *r, const char *path)
{
	struct rows *was = db_run(r->db, &list_memory_find, A(r->who->account), A(path));
	const char *query = was->n ? row_text(was, 0, "query") : "";

	return (struct url){arena_print(r->mem, "%s%s%s%s", r->app->base, path, *query ? "?" : "", query)};
}

static bool sortable(const struct field *fields, const char *sort)
{
	const struct field *f = field_named(fields, *sort == '-' ? sort + 1 : sort);

	return f && f->use != MARK && !f->not_sorted;
}

bool list_open(struct list *l, struct req *r, const char *title, const struct field *fields, size_t size, const char *sort)
{
	const char *wanted = req_query(r, "sort");

	*l = (struct list){.r = r, .path = r->path, .fields = fields, .size = size, .title = title,
		.page = (int)req_query_int(r, "page", 1, 1000000, 1), .per = (int)req_query_int(r, "per", 20, 100, LIST_PER)};
	l->sort = sortable(fields, wanted) ? wanted : sort;
	if (l->per != 20 && l->per != 100)
		l->per = LIST_PER;
	encode_query(l);
	return recall(l);
}

void list_values(const struct list *l, struct value all[LIST_VALUES], const struct value *values, int n, int limit, int64_t offset)
{
	if (n + 3 > LIST_VALUES)
		fail("%d values are too many for a list", n);
	memcpy(all, values, (size_t)n * sizeof *all);
	all[n] = value_text(l->sort);
	all[n + 1] = value_int(limit);
	all[n + 2] = value_int(offset);
}

static struct rows *run_page(const struct list *l, const struct sql *sql, const struct value *values, int n, int limit, int64_t offset)
{
	struct value all[LIST_VALUES];

	list_values(l, all, values, n, limit, offset);
	return db_run_values(l->r->db, sql, all, n + 3);
}

static void make_heads(struct list *l)
{
	l->heads.at = arena_array(l->r->mem, 64, sizeof *l->heads.at);
	for (const struct field *f = l->fields; f->name && l->heads.n < 64; f++) {
		bool down = *l->sort == '-', here = !strcmp(l->sort + down, f->name);

		if (f->use == KEY || f->use == MARK)
			continue;
		l->heads.at[l->heads.n++] = (struct list_head){
			.label = f->label, .sorted = here, .down = down, .sortable = !f->not_sorted, .number = f->kind == K_INT,
			.aria = down ? "descending" : "ascending",
			.at = list_url(l, "sort", here && !down ? arena_print(l->r->mem, "-%s", f->name) : f->name),
		};
	}
}

static void add_link(struct list *l, struct list_links *links, const char *label, struct url at, bool here)
{
	if (!links->at)
		links->at = arena_array(l->r->mem, 16, sizeof *links->at);
	links->at[links->n++] = (struct list_link){label, at, here};
}

static void add_step(struct list *l, const char *label, int page)
{
	char *number = arena_print(l->r->mem, "%d", page);

	if (page >= 1 && page <= l->pages)
		add_link(l, &l->steps, label ? label : number, list_url(l, "page", number), page == l->page && !label);
}

static void make_links(struct list *l)
{
	static const char *const ends[][2] = {{"CSV", ".csv"}, {"Excel", ".xlsx"}, {"ODF", ".ods"}};

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		add_link(l, &l->files, ends[i][0], list_address(l, ends[i][1], query_with(l, "sort", l->sort)), false);
	for (int per = 20; per <= 100; per += per == 20 ? 30 : 50) {
		char *number = arena_print(l->r->mem, "%d", per);

		add_link(l, &l->sizes, number, list_url(l, "per", number), per == l->per);
	}
	l->here = list_url(l, "page", arena_print(l->r->mem, "%d", l->page));
	if (l->page > 1)
		add_step(l, "上一頁", l->page - 1);
	for (int page = l->page > 3 ? l->page - 3 : 1; page <= l->page + 3; page++)
		add_step(l, NULL, page);
	add_step(l, "下一頁", l->page + 1);
}

static bool load_page(struct list *l, const struct sql *sql, const struct value *values, int n)
{
	struct rows *rows = run_page(l, sql, values, n, l->per, (int64_t)(l->page - 1) * l->per);

	if (!rows->n && l->page > 1) {                               /* past the end: the last page */
		rows = run_page(l, sql, values, n, 1, 0);
		l->total = rows->n ? row_int(rows, 0, "total") : 0;
		l->page = l->total ? (int)((l->total + l->per - 1) / l->per) : 1;
		rows = run_page(l, sql, values, n, l->per, (int64_t)(l->page - 1) * l->per);
	}
	l->total = rows->n ? row_int(rows, 0, "total") : 0;
	l->pages = l->total ? (int)((l->total + l->per - 1) / l->per) : 1;
	l->n = rows->n;
	l->rows = records_load(l->r->mem, rows, l->fields, l->size);
	if (l->complete)
		l->complete(l, l->r->mem, l->rows, l->n);
	return true;
}

static void reply_rows_json(struct list *l)
{
	struct text body = text_new(l->r->mem, 12 << 20);
	struct json j = json_new(&body);

	json_begin(&j);
	json_key(&j, "total");
	json_int(&j, l->total);
	json_key(&j, "page");
	json_int(&j, l->page);
	json_key(&j, "rows");
	json_list(&j);
	for (int i = 0; i < l->n; i++)
		record_json(l->fields, &j, (const char *)l->rows + (size_t)i * l->size);
	json_end(&j);
	json_end(&j);
	reply_json(l->r, 200, body);
}

/* The page is loaded: as JSON it is the reply. */
static bool drawn(struct list *l)
{
	if (l->r->json) {
		reply_rows_json(l);
		return false;
	}
	remember(l);
	make_heads(l);
	make_links(l);
	return true;
}

/* A file that was asked for by its address, though it is made in the background: back to the page, which says how. */
static bool too_large(struct list *l, int64_t rows)
{
	if (!list_is_large(l, rows))
		return false;
	reply_see(l->r, list_url(l, "sort", l->sort), arena_print(l->r->mem,
		"共 %lld 筆，超過 %lld 筆的檔案於背景產製：請於本頁「下載全部」選擇格式。",
		(long long)rows, (long long)setting_int("export.sync_rows")));
	return true;
}

static int64_t count_rows(const struct list *l, const struct sql *sql, const struct value *values, int n)
{
	struct rows *one = run_page(l, sql, values, n, 1, 0);

	return one->n ? row_int(one, 0, "total") : 0;
}

bool list_run_values(struct list *l, const struct sql *sql, const struct value *values, int n)
{
	if (l->r->as != AS_PAGE && l->r->as != AS_JSON) {
		if (!list_is_large(l, INT64_MAX) || !too_large(l, count_rows(l, sql, values, n)))
			list_file(l, sql, values, n);
		return false;
	}
	if (l->r->as == AS_JSON && text_is(req_query(l->r, "per"), "all")) {
		list_json_file(l, sql, values, n);
		return false;
	}
	load_page(l, sql, values, n);
	return drawn(l);
}

bool list_given(struct list *l, void *all, int64_t n)
{
	bool whole = l->r->as == AS_JSON && text_is(req_query(l->r, "per"), "all");

	if (l->r->as != AS_PAGE && l->r->as != AS_JSON) {
		if (!too_large(l, n))
			list_given_file(l, all, n);
		return false;
	}
	l->total = n;
	l->per = whole && n ? (int)n : l->per;
	l->pages = n ? (int)((n + l->per - 1) / l->per) : 1;
	l->page = l->page > l->pages ? l->pages : l->page;
	int64_t first = (int64_t)(l->page - 1) * l->per;

	l->rows = (char *)all + (size_t)first * l->size;
	l->n = (int)(n - first < l->per ? n - first : l->per);
	if (l->complete)
		l->complete(l, l->r->mem, l->rows, l->n);
	return drawn(l);
}

static struct url row_url(const struct list *l, const void *record)
{
	const struct field *id = field_named(l->fields, "id");

	if (!l->rows_at || !id)
		return (struct url){NULL};
	return (struct url){arena_print(l->r->mem, "%s%s/%lld", l->r->app->base, l->rows_at,
		(long long)*(const int64_t *)((const char *)record + id->at))};
}

struct list_row_set list_rows(const struct list *l)
{
	struct list_row_set s = {arena_array(l->r->mem, (size_t)l->n, sizeof *s.at), l->n};

	for (int i = 0; i < l->n; i++) {
		const void *record = (const char *)l->rows + (size_t)i * l->size;

		s.at[i] = (struct list_row){record, row_url(l, record)};
	}
	return s;
}

static const char *look_of(const struct field *f)
{
	if (f->kind == K_DATE || f->kind == K_MOMENT)
		return "nowrap";
	return f->kind == K_INT ? "n" : f->wide ? "free" : "";
}

struct list_cell_set list_cells(const struct list *l, const struct list_row *row)
{
	struct list_cell_set s = {arena_array(l->r->mem, 64, sizeof *s.at), 0};

	for (const struct field *f = l->fields; f->name && s.n < 64; f++)
		if (f->use != KEY && f->use != MARK) {
			s.at[s.n] = (struct list_cell){field_text(f, l->r->mem, row->record), look_of(f), s.n == 0};
			s.n++;
		}
	return s;
}

struct list_question list_question_of(const struct list *l)
{
	struct req *r = l->r;
	struct list_question q = {.action = {arena_print(r->mem, "%s%s", r->app->base, l->path)}};
	int n = 0;

	for (const struct field *f = r->route->takes; f && f->name; f++)
		n += f->use == EDIT;
	q.inputs.at = arena_array(r->mem, (size_t)n, sizeof *q.inputs.at);
	for (const struct field *f = r->route->takes; f && f->name; f++)
		if (f->use == EDIT)
			q.inputs.at[q.inputs.n++] = f->kind == K_CODE ?
				input_choice(r, f->name, f->label, "", false, options_of(r->mem, f->list, "（全部）")) :
				input_text(r, f->name, f->label, "", false, f->hint);
	return q;
}

void list_show_plain(struct list *l)
{
	list_plain_page(reply_page(l->r, 200, l->title), l,
		(struct url){l->add ? arena_print(l->r->mem, "%s%s/new", l->r->app->base, l->rows_at) : NULL});
}
