/* web.c: the yearly training plans as pages: which there are, one with all its values and points, two side by side.
 * Public: the plans are public documents.                                                                 PLAN-001, PLAN-007 */
#include "app/plan/book.h"
#include "app/plan/page.html.h"
#include "app/plan/view.h"
#include "base/text.h"

static const struct field compare_fields[] = {
	{.name = "a", .label = "訓練計畫", .kind = K_TEXT}, {.name = "b", .label = "與之比較", .kind = K_TEXT}, {0}
};

static struct plan_texts texts_of(struct req *r, const struct fact_texts *from)
{
	struct plan_texts to = {arena_array(r->mem, (size_t)from->n, sizeof(*to.at)), 0};

	for (; to.n < from->n; to.n++)
		to.at[to.n].text = from->at[to.n];
	return to;
}

static const char *joined(struct arena *mem, const struct fact_texts *texts)
{
	struct text t = text_new(mem, 1 << 16);

	for (int i = 0; i < texts->n; i++)
		text_print(&t, "%s%s", i ? "、" : "", texts->at[i]);
	return texts->n ? t.at : NULL;
}

/* ---- the list ---- */

static const char *state_of(const struct plans *all, const struct plan *p)
{
	for (int i = 0; i < all->problems_n; i++)
		if (text_is(all->problems[i].code, "PLAN_KEPT") && text_is(all->problems[i].file, p->file))
			return "檔案有誤，沿用先前內容";
	return "可用";
}

static struct plan_lines lines_of(struct req *r, const struct plans *all)
{
	struct plan_lines to = {arena_array(r->mem, (size_t)all->n, sizeof(*to.at)), 0};

	for (; to.n < all->n; to.n++) {
		const struct plan *p = all->at[to.n];
		struct fact_texts amended = plan_value_lines(r->mem, PLAN_KIND_AMENDMENTS, plan_value(p, PLAN_AMENDMENTS));
		const char *name = plan_name(r->mem, p);

		to.at[to.n] = (struct plan_line){name, p->title, p->document, joined(r->mem, &amended), state_of(all, p), p->from,
			plan_known(p), PLAN_KEYS_N, req_url(r, "/plans/%s", name)};
	}
	return to;
}

static struct plan_problem_lines problems_of(struct req *r, const struct plans *all)
{
	struct plan_problem_lines to = {arena_array(r->mem, (size_t)all->problems_n, sizeof(*to.at)), 0};

	for (int i = 0; i < all->problems_n; i++) {
		const struct plan_problem *p = &all->problems[i];
		const char *where = p->line ? arena_print(r->mem, "%s 第%d行", p->file, p->line) : p->file;

		to.at[to.n++] = (struct plan_problem_line){where, p->code, p->path, p->text};
	}
	return to;
}

static struct law_lines laws_of(struct req *r, const struct law_book *book)
{
	struct law_lines to = {arena_array(r->mem, book ? (size_t)book->n : 0, sizeof(*to.at)), 0};

	for (; book && to.n < book->n; to.n++) {
		const struct law_value *l = &book->at[to.n];
		struct fact_texts values = plan_value_lines(r->mem, law_key_kind(l->key), &l->value);

		to.at[to.n] = (struct law_line){law_key_label(l->key), law_key_name(l->key), l->citation, l->note,
			date_set(l->until) ? date_text(r->mem, l->until) : NULL, date_set(l->confirmed) ? date_text(r->mem, l->confirmed) : NULL,
			texts_of(r, &values), l->from};
	}
	return to;
}

static struct input choice(struct req *r, const char *name, const char *label, const struct plans *all, int chosen)
{
	struct options options = {0};

	for (int i = 0; i < all->n; i++)
		options_add(r->mem, &options, plan_name(r->mem, all->at[i]), arena_print(r->mem, "%s（%s）", all->at[i]->title,
			plan_name(r->mem, all->at[i])));
	return input_choice(r, name, label, chosen >= 0 && chosen < all->n ? plan_name(r->mem, all->at[chosen]) : "", false, options);
}

static void list_get(struct req *r)
{
	const struct plans *all = plan_book_now();
	struct plan_list_view v = {.r = r, .plans = lines_of(r, all), .problems = problems_of(r, all), .laws = laws_of(r, all->law),
		.a = choice(r, "a", "訓練計畫", all, all->n - 1), .b = choice(r, "b", "與之比較", all, 0), .compare = req_url(r, "/plans/compare")};

	plan_list_page(reply_page(r, 200, "訓練計畫"), &v);
}

/* ---- one, or two ---- */

static struct plan_cell_view cell(struct req *r, const struct plan_cell *c, const struct fact_texts *only)
{
	return (struct plan_cell_view){texts_of(r, &c->lines), c->point, c->source, c->law, joined(r->mem, only)};
}

static void show(struct req *r, const struct plan *a, const struct plan *b)
{
	struct plan_rows rows = plan_rows(r->mem, a, b);
	struct plan_view v = {.title = a->title, .name = plan_name(r->mem, a), .document = a->document, .from = a->from,
		.other_title = b ? b->title : NULL, .other_name = b ? plan_name(r->mem, b) : NULL, .different = rows.different,
		.rows = {arena_array(r->mem, (size_t)rows.n, sizeof(*v.rows.at)), 0}, .back = req_url(r, "/plans")};

	for (; v.rows.n < rows.n; v.rows.n++) {
		const struct plan_row *row = &rows.at[v.rows.n];

		v.rows.at[v.rows.n] = (struct plan_row_view){row->number, row->key, row->label, cell(r, &row->a, &row->only_a),
			cell(r, &row->b, &row->only_b), row->differs};
	}
	if (b)
		plan_compare_page(reply_page(r, 200, "訓練計畫比較"), &v);
	else
		plan_one_page(reply_page(r, 200, a->title), &v);
}

static void one_get(struct req *r)
{
	const struct plan *p = plans_find(plan_book(), r->word[0]);

	if (p)
		show(r, p, NULL);
	else
		reply_refuse(r, 404, "PLAN_MISSING");
}

static void compare_get(struct req *r)
{
	const struct plans *all = plan_book();
	const struct plan *a = plans_find(all, req_query(r, "a")), *b = plans_find(all, req_query(r, "b"));

	if (a && b)
		show(r, a, b);
	else
		reply_refuse(r, 404, "PLAN_MISSING");
}

const struct route plan_routes[] = {
	{GET, "/plans", list_get, 0, .crumb = "訓練計畫", .help = "年度訓練計畫之清單、法規參數"},
	{GET, "/plans/compare", compare_get, 0, .takes = compare_fields, .hidden = true, .crumb = "訓練計畫/比較", .help = "比較兩個訓練計畫"},
	{GET, "/plans/*plan", one_get, 0, .crumb = "訓練計畫/內容", .help = "一個訓練計畫之參數、點次及依據"},
	{0}
};
