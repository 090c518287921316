/* category.c: 同仁學習類別時數一覽: what the members of each unit have learnt in each 課程類別, with sums.               LEARN-461, 462 */
#include <string.h>

#include "app/colleague/colleague.sql.h"
#include "app/colleague/page.html.h"
#include "app/colleague/view.h"
#include "app/may.h"
#include "base/text.h"

enum { PEOPLE_PIECE = 2000, COLUMNS_MOST = 120, LABELS = 5 };

struct learner_row { int64_t id, total; const char *unit_name, *name, *national_id, *title_name, *rank_name; int64_t *hours; };

const struct field category_asks[] = {
	FIELD(asked, year, INT, EDIT, "年度", .least = 1, .most = 999),
	FIELD(asked, from, DATE, EDIT, "結束日期起"),
	FIELD(asked, to, DATE, EDIT, "結束日期迄"),
	{.name = "class", .label = "人員區分", .kind = K_TEXT, .use = EDIT, .at = offsetof(struct asked, rank), .most = 10},
	FIELD(asked, all_categories, BOOL, EDIT, "顯示全部類別"),
	{.name = "units", .label = "單位", .kind = K_TEXT, .use = SHOW},
	{.name = "category", .label = "課程類別", .kind = K_TEXT, .use = SHOW},
	{0}
};

const struct field category_fields[] = {
	FIELD(learner_row, id, INT, KEY, "編號"),
	FIELD(learner_row, unit_name, TEXT, SHOW, "單位", .not_sorted = true),
	FIELD(learner_row, name, TEXT, SHOW, "姓名", .privacy = PERSONAL, .not_sorted = true),
	FIELD(learner_row, title_name, TEXT, SHOW, "職稱", .not_sorted = true),
	FIELD(learner_row, rank_name, TEXT, SHOW, "官職等", .not_sorted = true),
	FIELD(learner_row, total, INT, SHOW, "總時數", .not_sorted = true),
	FIELD(learner_row, national_id, TEXT, MARK, "身分證字號", .privacy = PERSONAL),
	{0}
};

static const struct query_kind kind = {.path = "/colleagues/categories", .title = "同仁學習類別時數一覽", .may = MAY_HR_UNITS, .reach = AGENCY_OWN,
	.basis = "人員：名冊基準日在職之主要任職；時數：期間內結束且已採計之紀錄", .asks = category_asks, .fields = category_fields,
	.size = sizeof(struct learner_row), .sort = "unit_name", .personal = false, .period = true};

/* The table: a column a category, behind the last of a group (四大課程類別) its sum, then the sum of all. */
struct column { const char *label; int category, from, to; };           /* category -1: the sum of from … to */
struct grid {
	struct learner_row *people;
	int n_people, n_categories, n_columns;
	const struct code_item **categories;
	struct column columns[COLUMNS_MOST];
};

static int index_of(const struct grid *g, int64_t category)
{
	for (int i = 0; i < g->n_categories; i++)
		if (g->categories[i]->id == category)
			return i;
	return -1;
}

static struct learner_row *person_of(const struct grid *g, const int *by_id, int64_t person)
{
	int low = 0, high = g->n_people;

	while (low < high) {
		int middle = (low + high) / 2;

		if (g->people[by_id[middle]].id < person)
			low = middle + 1;
		else
			high = middle;
	}
	return low < g->n_people && g->people[by_id[low]].id == person ? &g->people[by_id[low]] : NULL;
}

static struct learner_row *sorted_people;

static int by_person(const void *a, const void *b)
{
	int64_t x = sorted_people[*(const int *)a].id, y = sorted_people[*(const int *)b].id;

	return (x > y) - (x < y);
}

static const char *piece_ids(struct arena *mem, const struct grid *g, int first, int n)
{
	struct ids ids = {arena_array(mem, (size_t)n + 1, sizeof *ids.at), n};

	for (int i = 0; i < n; i++)
		ids.at[i] = g->people[first + i].id;
	return query_ids_json(mem, &ids);
}

static void fill_hours(const struct query *q, struct grid *g)
{
	int *by_id = arena_array(q->mem, (size_t)g->n_people + 1, sizeof *by_id);

	for (int i = 0; i < g->n_people; i++)
		by_id[i] = i;
	sorted_people = g->people;
	qsort(by_id, (size_t)g->n_people, sizeof *by_id, by_person);
	for (int first = 0; first < g->n_people; first += PEOPLE_PIECE) {
		int n = g->n_people - first < PEOPLE_PIECE ? g->n_people - first : PEOPLE_PIECE;
		struct rows *r = db_run(q->db, &category_hours, A(piece_ids(q->mem, g, first, n)), A(q->first_year), A(q->last_year),
			A(q->categories),
			A(q->from), A(q->to), A(q->today));

		for (int i = 0; i < r->n; i++) {
			struct learner_row *p = person_of(g, by_id, row_int(r, i, "person"));
			int at = index_of(g, row_int(r, i, "category"));

			if (p && at >= 0)
				p->hours[at] += row_int(r, i, "hours"), p->total += row_int(r, i, "hours");
		}
	}
}

static bool has_hours(const struct grid *g, int category)
{
	for (int i = 0; i < g->n_people; i++)
		if (g->people[i].hours[category])
			return true;
	return false;
}

static void add_column(struct grid *g, struct column c)
{
	if (g->n_columns < COLUMNS_MOST)
		g->columns[g->n_columns++] = c;
}

/* Those with hours, or all; the sum of a group of which a column is shown. */
static void lay_out(const struct query *q, struct grid *g)
{
	struct ids chosen = query_ids(q->mem, &q->pairs, "category");
	int from = 0, shown = 0;

	for (int i = 0; i < g->n_categories; i++) {
		const struct code_item *c = g->categories[i];
		bool wanted = !chosen.n || query_has_id(&chosen, c->id);

		if (wanted && (q->asked.all_categories || has_hours(g, i))) {
			add_column(g, (struct column){arena_print(q->mem, "%s %s", c->code, c->name), i, 0, 0});
			shown++;
		}
		if (i + 1 < g->n_categories && text_is(g->categories[i + 1]->attribute, c->attribute))
			continue;
		if (shown)
			add_column(g, (struct column){arena_print(q->mem, "小計 %s", *c->attribute ? c->attribute : "未歸類"), -1, from, i + 1});
		from = i + 1, shown = 0;
	}
	add_column(g, (struct column){"總時數", -1, 0, g->n_categories});
}

static struct grid grid_of(const struct query *q)
{
	struct code_items c = code_categories(q->db, q->codes, q->mem, q->last_year);
	struct rows *r = db_run(q->db, &category_people, AGENCIES(&q->span), A(q->asof), A(q->units), A(q->class_code));
	struct grid g = {.people = records_load(q->mem, r, category_fields, sizeof *g.people), .n_people = r->n, .n_categories = c.n,
		.categories = c.at};

	for (int i = 0; i < g.n_people; i++)
		g.people[i].hours = arena_array(q->mem, (size_t)c.n + 1, sizeof(int64_t));
	fill_hours(q, &g);
	lay_out(q, &g);
	return g;
}

static int64_t value_of(const struct column *c, const int64_t *hours)
{
	int64_t sum = 0;

	if (c->category >= 0)
		return hours[c->category];
	for (int i = c->from; i < c->to; i++)
		sum += hours[i];
	return sum;
}

/* The hours of the persons `from` to before `to` together. */
static int64_t *sum_of(struct arena *mem, const struct grid *g, int from, int to)
{
	int64_t *sum = arena_array(mem, (size_t)g->n_categories + 1, sizeof *sum);

	for (int i = from; i < to; i++)
		for (int k = 0; k < g->n_categories; k++)
			sum[k] += g->people[i].hours[k];
	return sum;
}

static bool ends_unit(const struct grid *g, int i)
{
	return i + 1 == g->n_people || !text_is(g->people[i].unit_name, g->people[i + 1].unit_name);
}

static int unit_begins(const struct grid *g, int i)
{
	while (i && text_is(g->people[i - 1].unit_name, g->people[i].unit_name))
		i--;
	return i;
}

/* ---- the page ---- */

static struct category_row row_of(struct arena *mem, const struct grid *g, const int64_t *hours)
{
	struct category_row r = {.unit = "", .name = "", .national_id = "", .title = "", .rank = "",
		.hours = {arena_array(mem, (size_t)g->n_columns, sizeof *r.hours.at), g->n_columns}};

	for (int i = 0; i < g->n_columns; i++) {
		int64_t value = value_of(&g->columns[i], hours);

		r.hours.at[i].text = value ? arena_print(mem, "%lld", (long long)value) : "";
	}
	return r;
}

static struct category_row sum_row(struct arena *mem, const struct grid *g, int from, int to, const char *label)
{
	struct category_row r = row_of(mem, g, sum_of(mem, g, from, to));

	r.unit = label, r.sum = true;
	return r;
}

static void add_people(struct category_view *v, struct arena *mem, const struct grid *g, int first, int n)
{
	v->rows.at = arena_array(mem, (size_t)n * 2 + 2, sizeof *v->rows.at);
	for (int i = first; i < first + n; i++) {
		const struct learner_row *p = &g->people[i];
		struct category_row *r = &v->rows.at[v->rows.n++];

		*r = row_of(mem, g, p->hours);
		r->unit = p->unit_name, r->name = p->name, r->title = p->title_name, r->rank = p->rank_name;
		if (ends_unit(g, i))
			v->rows.at[v->rows.n++] = sum_row(mem, g, unit_begins(g, i), i + 1, arena_print(mem, "%s 合計", p->unit_name));
	}
	v->rows.at[v->rows.n++] = sum_row(mem, g, 0, g->n_people, "總計");
}

static void draw(struct query *q, struct req *r, struct grid *g, int status)
{
	struct category_view v = {.form = query_form(q, r), .l = &q->l, .export = req_url(r, "/colleagues/categories/export"),
		.people = g->n_people,
		.heads = {arena_array(r->mem, COLUMNS_MOST, sizeof *v.heads.at), g->n_columns}};

	for (int i = 0; i < g->n_columns; i++)
		v.heads.at[i].text = g->columns[i].label;
	if (g->n_people)
		add_people(&v, r->mem, g, (int)((struct learner_row *)q->l.rows - g->people), q->l.n);
	category_hours_page(reply_page(r, status, kind.title), &v);
}

void category_get(struct req *r)
{
	struct query *q = arena_get(r->mem, sizeof *q);
	struct grid g = {0};
	struct list l;

	if (!list_open(&l, r, kind.title, category_fields, sizeof(struct learner_row), kind.sort))
		return;
	bool fine = query_read(r, &kind, q);

	if (!fine && reply_issues(r))
		return;
	q->l = l;
	if (fine && query_is_run(r)) {
		q->l.head = query_head_now(r, q);
		g = grid_of(q);
		if (!list_given(&q->l, g.people, g.n_people))
			return;
	}
	draw(q, r, &g, fine ? 200 : 422);
}

/* ---- 「匯出」 ---- */

void category_post(struct req *r)
{
	struct query q;

	if (query_post(r, &kind, &q))
		query_ask(r, &q, &colleague_category_file);
}

static void write_row(struct sheet_out *out, const struct grid *g, const char *const labels[LABELS], const int64_t *hours)
{
	for (int i = 0; i < LABELS; i++)
		sheet_text(out, labels[i]);
	for (int i = 0; i < g->n_columns; i++)
		sheet_integer(out, value_of(&g->columns[i], hours));
	sheet_end_row(out);
}

static int64_t write_list(const struct download_making *m, int fd)
{
	struct sheet_column columns[COLUMNS_MOST + LABELS] = {{.heading = "單位"}, {.heading = "姓名"}, {.heading = "身分證字號"},
		{.heading = "職稱"},
		{.heading = "官職等"}};
	struct query q;

	if (!query_again(m, &kind, &q))
		return 0;
	struct grid g = grid_of(&q);

	for (int i = 0; i < g.n_columns; i++)
		columns[LABELS + i] = (struct sheet_column){.heading = g.columns[i].label, .kind = SHEET_INTEGER};
	struct sheet_out *out = sheet_open(m->mem, fd, m->format, kind.title, query_head(m, &q, kind.title), columns,
		LABELS + g.n_columns);

	for (int i = 0; i < g.n_people; i++) {
		const struct learner_row *p = &g.people[i];

		write_row(out, &g, (const char *const[]){p->unit_name, p->name, p->national_id, p->title_name, p->rank_name}, p->hours);
		if (ends_unit(&g, i))
			write_row(out, &g, (const char *const[]){arena_print(m->mem, "%s 合計", p->unit_name), "", "", "", ""},
				sum_of(m->mem, &g, unit_begins(&g, i), i + 1));
	}
	write_row(out, &g, (const char *const[]){"總計", "", "", "", ""}, sum_of(m->mem, &g, 0, g.n_people));
	sheet_close(out);
	return g.n_people;
}

static int64_t rows_of(const struct download_making *m)
{
	struct query q;

	return query_again(m, &kind, &q) ? db_run(m->db, &category_people, AGENCIES(&q.span), A(q.asof), A(q.units), A(q.class_code))->n : 0;
}

const struct download_kind colleague_category_file = {.name = "colleague.category", .label = "同仁學習類別時數一覽", .may = MAY_HR_UNITS | MAY_DGPA,
	.rows = rows_of, .write = write_list};
