/* progress.c: 學習資訊上傳進度查詢: the uploads of 終身學習, found by when, what and what stands in them; and their rows.   LEARN-201 … 204 */
#include <string.h>

#include "app/import/import.sql.h"
#include "app/import/page.html.h"
#include "app/import/private.h"
#include "app/import/view.h"
#include "app/may.h"
#include "app/store/store.h"
#include "base/text.h"

enum { DAYS_SHOWN = 30, DAYS_MOST = 366, FOUND_MOST = 2000, ROWS_SHOWN = 50, READ_MEMORY = 64 << 20, LIST_MOST = 1 << 20 };

static const struct field days[] = {{.name = "from", .label = "申請時間起", .kind = K_DATE}, {.name = "to", .label = "申請時間迄", .kind = K_DATE},
	{0}};

/* ---- which ---- */

struct asked { struct date from, to; const char *kinds, *ids, *keyword; };

static struct date day_of(struct req *r, const char *name, struct date otherwise)
{
	const char *typed = req_query(r, name);
	struct date d = otherwise;

	r->issues.fields = days;
	if (*typed)
		field_parse(field_named(days, name), TYPED, typed, &d, &r->issues, -1);
	return d;
}

/* 「自動時數上傳(未開班)」 is 自動時數上傳, too. */
static bool is_work(const char *title, const char *work)
{
	size_t n = strlen(work);

	return n && text_starts(title, work) && (!title[n] || title[n] == '(');
}

/* 作業項目 by its title: several kinds of files may be one of them.                                                LEARN-202 */
static const char *kinds_asked(struct req *r, struct options *to)
{
	const char *wanted = req_query(r, "kind");
	struct text t = text_new(r->mem, LIST_MOST);
	struct json j = json_new(&t);

	json_list(&j);
	options_add(r->mem, to, "", "（全部）");
	for (const struct code *c = import_kind_codes; c->id; c++) {
		const struct import_kind *kind = import_kind_named(c->id);
		bool there = !import_is_learning(kind) || kind->may == MAY_LEARN_NOMINATION;

		if (there)
			continue;
		if (!*wanted || is_work(c->label, wanted))
			json_text(&j, c->id);
		for (int i = 0; i < to->n; i++)
			there |= is_work(c->label, to->at[i].id);
		if (!there)
			options_add(r->mem, to, c->label, c->label);
	}
	json_end(&j);
	return t.at;
}

/* In the cells as they read, whatever the file's encoding. */
static bool holds(struct req *r, int64_t file, const char *keyword)
{
	struct arena *mem = arena_new(READ_MEMORY);
	struct stored s;
	struct table_problem problem = {0};
	struct table_row row;
	bool found = false;
	int fd = store_look(r->db, mem, file, &s) ? store_get_fd(r->db, mem, file) : -1;
	struct table_reader *t = fd < 0 ? NULL : table_open(mem, fd, (uint64_t)s.size, &table_limits, &problem);

	while (t && !found && table_row(t, &row))
		for (int i = 0; i < row.n && !found; i++)
			found = strstr(row.cells[i].at, keyword);
	arena_free(mem);
	return found;
}

static const char *with_keyword(struct req *r, const struct asked *a)
{
	struct rows *b = db_run(r->db, &import_upload_files, REQ_AGENCIES(r), A(day_begins(a->from)), A(day_begins(date_plus(a->to, 1))), A(a->kinds),
		A(FOUND_MOST));
	struct text t = text_new(r->mem, LIST_MOST);
	struct json j = json_new(&t);

	json_list(&j);
	for (int i = 0; i < b->n; i++)
		if (holds(r, row_int(b, i, "file"), a->keyword))
			json_int(&j, row_int(b, i, "id"));
	json_end(&j);
	return t.at;
}

/* only: one kind's uploads; NULL: all of 學習資訊維護. */
static void ask(struct req *r, struct asked *a, struct options *kinds, const struct import_kind *only)
{
	r->issues.learning = true;
	a->to = day_of(r, "to", r->today);
	a->from = day_of(r, "from", date_plus(a->to, -DAYS_SHOWN));
	a->keyword = text_trim(r->mem, req_query(r, "keyword"));
	a->kinds = only ? arena_print(r->mem, "[\"%s\"]", only->name) : kinds_asked(r, kinds);
	a->ids = "";
	if (date_before(a->to, a->from))
		issue(&r->issues, -1, "to", "E-DATE-02", only ? "上傳開始時間" : "申請時間起", only ? "上傳結束時間" : "申請時間迄");
	else if (*a->keyword && days_between(a->from, a->to) > DAYS_MOST)
		issue(&r->issues, -1, "from", "E-QRY-01");
	else if (*a->keyword && !r->issues.n)
		a->ids = with_keyword(r, a);
}

/* What the shown ones are for. */
static void add_about(struct req *r, struct batch_lines *lines)
{
	struct text ids = text_new(r->mem, 1 << 14);

	for (int i = 0; i < lines->n; i++)
		text_print(&ids, "%s%lld", i ? "," : "[", (long long)lines->at[i].b->id);
	if (!lines->n)
		return;
	text_char(&ids, ']');
	struct rows *about = db_run(r->db, &import_upload_about, A(ids.at));

	for (int i = 0; i < lines->n; i++) {
		struct batch_line *x = &lines->at[i];

		for (int k = 0; k < about->n; k++)
			if (row_int(about, k, "batch") == x->b->id)
				x->about = x->n_about++ ? arena_print(r->mem, "%s、%s", x->about, row_text(about, k, "about")) :
					row_text(about, k, "about");
	}
}

static struct url file_url(struct req *r, const struct import_batch *b, const char *file, bool is_there)
{
	return (struct url){is_there ? arena_print(r->mem, "%s/imports/%lld/file/%s", r->app->base, (long long)b->id, file) : NULL};
}

struct batch_line batch_line_of(struct req *r, const struct import_batch *b)
{
	const struct import_kind *kind = import_kind_named(b->kind.id);
	long long id = (long long)b->id;
	struct batch_line x = {.b = b, .at = req_url(r, "/imports/%lld", id), .title = b->kind.label,
		.progress = batch_progress(r, b), .tag = batch_tag(b), .about = "", .batch = req_url(r, "/imports/%lld", id),
		.confirm = req_url(r, "/imports/%lld/confirm", id), .give_up = req_url(r, "/imports/%lld/give-up", id),
		.retry = req_url(r, "/imports/%lld/retry", id), .original = file_url(r, b, "original", true),
		.result = file_url(r, b, "result", b->result), .errors = file_url(r, b, "errors", b->errors)};

	if (req_may(r, kind->may) && b->agency == r->who->agency)
		x.acts = batch_acts(b, kind, r->now);
	return x;
}

static void uploads_show(struct req *r, const struct import_kind *only, const char *path, const char *title)
{
	struct list l;
	struct asked a = {0};
	struct options kinds = {0};

	ask(r, &a, &kinds, only);
	if (!list_open(&l, r, title, import_batch_fields, sizeof(struct import_batch), "-created"))
		return;
	if (!r->issues.n && !list_run(&l, &import_upload_list, REQ_AGENCIES(r), A(day_begins(a.from)), A(day_begins(date_plus(a.to, 1))),
		A(a.kinds), A(a.ids)))
		return;
	if (r->issues.n && reply_issues(r))
		return;
	const struct import_batch *rows = l.rows;
	struct uploads_view v = {.r = r, .l = &l, .wrong = issue_lines(r), .search = {arena_print(r->mem, "%s%s", r->app->base, path)},
		.clear = {arena_print(r->mem, "%s%s?kind=", r->app->base, path)},
		.one_kind = only,
		.from = input_text(r, "from", only ? "上傳開始時間" : "申請時間起", date_text(r->mem, a.from), false, NULL),
		.to = input_text(r, "to", only ? "上傳結束時間" : "申請時間迄", date_text(r->mem, a.to), false, NULL),
		.keyword = input_text(r, "keyword", only ? "上傳檔案內包含文字" : "上傳的檔案內容關鍵字", "", false, NULL),
		.lines = {arena_array(r->mem, (size_t)l.n, sizeof *v.lines.at), l.n}};

	if (!only)
		v.kind = input_choice(r, "kind", "作業項目", "", false, kinds);
	v.from.size = v.to.size = 10;
	for (int i = 0; i < l.n; i++) {
		v.lines.at[i] = batch_line_of(r, &rows[i]);
		if (!only)
			v.lines.at[i].at = req_url(r, "/learning/uploads/%lld", (long long)rows[i].id);
	}
	if (only)
		add_about(r, &v.lines);
	import_uploads_view(reply_page(r, r->issues.n ? 422 : 200, title), &v);
}

void uploads_get(struct req *r)
{
	uploads_show(r, NULL, "/learning/uploads", "學習資訊上傳進度查詢");
}

void import_uploads_of(struct req *r, const struct import_kind *kind, const char *path, const char *title)
{
	uploads_show(r, kind, path, title);
}

/* ---- its rows ---- */

struct looking { struct req *r; const struct import_batch *b; struct upload_rows_view *v; bool secret[CELLS_MOST]; int outcome,
	columns; int64_t page, n; };

/* The heading row: which columns are national IDs, and which holds the outcome. */
static void read_heads(struct looking *k, const struct table_row *row)
{
	const struct import_kind *kind = k->v->kind;

	k->outcome = -1;
	k->columns = row->n < CELLS_MOST ? row->n : CELLS_MOST;
	k->v->heads = (struct text_lines){arena_array(k->r->mem, (size_t)k->columns, sizeof *k->v->heads.at), k->columns};
	for (int i = 0; i < k->columns; i++) {
		const char *name = heading_fold(k->r->mem, row->cells[i].at);

		k->v->heads.at[i].text = arena_bytes(k->r->mem, row->cells[i].at, row->cells[i].n);
		if (text_is(name, "結果"))
			k->outcome = i;
		for (const struct field *f = kind->fields; f->name; f++)
			k->secret[i] |= f->kind == K_ID && (text_is(name, heading_fold(k->r->mem, f->label)) || strstr(name, "身分證"));
	}
}

static void take_row(struct looking *k, const struct table_row *row, int64_t number)
{
	const char *wanted = req_query(k->r, "result"), *outcome = k->outcome >= 0 && k->outcome < row->n ? row->cells[k->outcome].at : "";
	struct upload_rows_view *v = k->v;

	if (*wanted && strcmp(outcome, wanted))
		return;
	if (k->n++ / ROWS_SHOWN != k->page - 1)
		return;
	struct upload_row *to = &v->rows.at[v->rows.n++];

	to->number = number;
	to->cells = (struct text_lines){arena_array(k->r->mem, (size_t)k->columns, sizeof *to->cells.at), k->columns};
	for (int i = 0; i < k->columns; i++) {
		const char *text = i < row->n ? arena_bytes(k->r->mem, row->cells[i].at, row->cells[i].n) : "";

		to->cells.at[i].text = k->secret[i] && *text ? mask_id(k->r->mem, text) : text;
	}
}

/* Of the result file, which has every row as it came with its outcome and why; before there is one, of the upload. */
static bool read_rows_of(struct looking *k)
{
	struct req *r = k->r;
	int64_t file = k->b->result ? k->b->result : k->b->file;
	struct arena *mem = arena_new(READ_MEMORY);
	struct stored s;
	struct table_problem problem = {0};
	struct table_row row;

	arena_defer(r->mem, (void (*)(void *))arena_free, mem);
	int fd = store_look(r->db, mem, file, &s) ? store_get_fd(r->db, mem, file) : -1;
	struct table_reader *t = fd < 0 ? NULL : table_open(mem, fd, (uint64_t)s.size, &table_limits, &problem);

	if (!t || !table_row(t, &row))
		return false;
	read_heads(k, &row);
	while (table_row(t, &row))
		take_row(k, &row, row.number);
	return true;
}

static const struct code results[] = {{"", "（全部）"}, {"新增", "新增"}, {"更新", "更新"}, {"相同", "相同"}, {"待複核", "待複核"}, {"錯誤", "錯誤"},
	{0}};

void upload_rows_get(struct req *r)
{
	struct import_batch b;
	struct upload_rows_view v = {.r = r, .b = &b};
	struct looking k = {.r = r, .b = &b, .v = &v, .page = req_query_int(r, "page", 1, 1000000, 1)};

	if (!batch_of(r, &b))
		return;
	v.kind = import_kind_named(b.kind.id);
	v.tag = batch_tag(&b);
	v.rows.at = arena_array(r->mem, ROWS_SHOWN, sizeof *v.rows.at);
	v.readable = read_rows_of(&k);
	v.total = k.n;
	v.page = k.page;
	v.pages = k.n ? (k.n + ROWS_SHOWN - 1) / ROWS_SHOWN : 1;
	v.result = input_choice(r, "result", "結果", "", false, options_of(r->mem, results, NULL));
	v.search = req_url(r, "/learning/uploads/%lld", (long long)b.id);
	v.batch = req_url(r, "/imports/%lld", (long long)b.id);
	v.back = list_back(r, "/learning/uploads");
	v.before = (struct url){k.page > 1 ? req_url(r, "/learning/uploads/%lld?result=%s&page=%lld", (long long)b.id, req_query(r, "result"),
		(long long)k.page - 1).text : NULL};
	v.after = (struct url){k.page < v.pages ? req_url(r, "/learning/uploads/%lld?result=%s&page=%lld", (long long)b.id, req_query(r, "result"),
		(long long)k.page + 1).text : NULL};
	import_upload_rows_view(reply_page(r, 200, arena_print(r->mem, "%s：%s", v.kind->title, b.file_name)), &v);
}
