/* code.c: the rows in memory: looking one up, choices of a form.  Knows no page. */
#include "app/code/code.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/code/code.sql.h"
#include "app/code/private.h"
#include "base/log.h"
#include "base/text.h"
#include "file/records.h"

enum { ROWS_MOST = 20000, DELIVERY_MEMORY = 16 << 20 };

const struct code_table code_tables[] = {
	{"course_category", "課程類別", "四大課程類別", true}, {"expertise", "專長代碼", NULL, false}, {"title", "職稱", NULL, false},
	{"rank", "官職等", "官等", false}, {"person_class", "人員區分", NULL, false}, {"study_kind", "進修類別", NULL, false},
	{"county", "縣市", NULL, false}, {"mode", "課程性質", NULL, false}, {"amount_unit", "認證單位", "折算時數", false},
	{"degree", "學位學分", NULL, false}, {"enroll_method", "報名方式", NULL, false}, {"cert_result", "認證結果", NULL, false},
	{"institution_kind", "機構性質", NULL, false}, {"lodging", "住宿", NULL, false}, {"meal", "飲食", NULL, false}, {0}
};

const struct field code_item_fields[] = {
	FIELD(code_item, id, INT, KEY, "編號"),
	FIELD(code_item, version, INT, KEY, "版本"),
	FIELD(code_item, table_code, TEXT, SHOW, "代碼表", .not_sorted = true),
	FIELD(code_item, code, TEXT, EDIT, "代碼", .need = true, .most = 20),
	FIELD(code_item, name, TEXT, EDIT, "名稱", .need = true, .most = 100),
	FIELD(code_item, attribute, TEXT, EDIT, "屬性", .most = 40, .hint = "課程類別為四大課程類別，官職等為官等，認證單位為折算時數；其他留白"),
	FIELD(code_item, attribute_from, INT, EDIT, "屬性適用年度起", .least = 80, .most = 999, .not_sorted = true,
		.hint = "僅課程類別使用：填年度，則以前年度之統計仍依原屬性；未變更年度即為更正"),
	FIELD(code_item, is_required, BOOL, EDIT, "必須完成", .hint = "僅課程類別使用", .not_sorted = true),
	FIELD(code_item, sort_no, INT, EDIT, "順序", .least = 0, .most = 99999),
	FIELD(code_item, valid_from, DATE, EDIT, "起日", .hint = "留白：一直有效"),
	FIELD(code_item, valid_to, DATE, EDIT, "迄日", .hint = "停用之代碼填最後有效日；代碼不刪除"),
	{0}
};

const struct code_table *code_table_named(const char *name)
{
	for (const struct code_table *t = code_tables; t->name; t++)
		if (!strcmp(t->name, name))
			return t;
	return NULL;
}

/* Sorted by table and code. */
struct code_book { struct code_item *at; int n; };

struct code_book *code_book(struct db *db, struct arena *mem)
{
	struct rows *r = db_run(db, &code_all);
	struct code_book *book = arena_get(mem, sizeof *book);

	*book = (struct code_book){records_load(mem, r, code_item_fields, sizeof(struct code_item)), r->n};
	return book;
}

static int compare(const struct code_item *a, const char *table, const char *code)
{
	int order = strcmp(a->table_code, table);

	return order ? order : strcmp(a->code, code);
}

/* The first row at or behind table and code. */
static int place_of(const struct code_book *book, const char *table, const char *code)
{
	int low = 0, high = book->n;

	while (low < high) {
		int middle = (low + high) / 2;

		if (compare(&book->at[middle], table, code) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct code_item *code_of(const struct code_book *book, const char *table, const char *code)
{
	int at = place_of(book, table, code);

	return at < book->n && !compare(&book->at[at], table, code) ? &book->at[at] : NULL;
}

static const struct code_item *find(const struct code_book *book, const char *table, const char *wanted)
{
	const struct code_item *by_code = code_of(book, table, wanted);
	int at;

	if (by_code)
		return by_code;
	for (at = place_of(book, table, ""); at < book->n && !strcmp(book->at[at].table_code, table); at++)
		if (!strcmp(book->at[at].name, wanted))
			return &book->at[at];
	return NULL;
}

static bool valid(const struct code_item *x, struct date day)
{
	return !date_set(day) || ((!date_set(x->valid_from) || !date_before(day, x->valid_from)) &&
		(!date_set(x->valid_to) || !date_before(x->valid_to, day)));
}

const char *code_look_up(const struct code_book *book, const char *table, const char *wanted, struct date day,
	const struct code_item **to)
{
	const struct code_item *x = find(book, table, wanted);

	if (!x)
		return "E-CODE-01";
	*to = x;
	return valid(x, day) ? "" : "E-CODE-02";
}

bool code_check(struct issues *issues, int row, const char *field, const struct code_book *book, const char *table, const char *wanted,
	struct date day, const struct code_item **to)
{
	const char *wrong = *wanted ? code_look_up(book, table, wanted, day, to) : NULL;

	if (wrong && text_is(wrong, "E-CODE-01"))
		issue(issues, row, field, "E-CODE-01", wanted);
	else if (wrong && *wrong)
		issue(issues, row, field, "E-CODE-02", wanted, date_text(issues->mem, day));
	return wrong && !*wrong;
}

const struct code_item *code_by_id(const struct code_book *book, int64_t id)
{
	for (int i = 0; i < book->n; i++)
		if (book->at[i].id == id)
			return &book->at[i];
	return NULL;
}

static int compare_place(const void *a, const void *b)
{
	const struct code_item *x = *(const struct code_item *const *)a, *y = *(const struct code_item *const *)b;

	if (x->sort_no != y->sort_no)
		return x->sort_no < y->sort_no ? -1 : 1;
	return strcmp(x->code, y->code);
}

struct code_items code_items(const struct code_book *book, struct arena *mem, const char *table, struct date day)
{
	struct code_items all = {0};
	int from = place_of(book, table, "");
	size_t room = 0;

	for (int i = from; i < book->n && !strcmp(book->at[i].table_code, table); i++) {
		if (!valid(&book->at[i], day))
			continue;
		all.at = arena_grow(mem, all.at, (size_t)all.n, &room, sizeof(struct code_item *));
		all.at[all.n++] = &book->at[i];
	}
	if (all.n)
		qsort(all.at, (size_t)all.n, sizeof(struct code_item *), compare_place);
	return all;
}

static int by_class(const void *a, const void *b)
{
	const struct code_item *x = *(const struct code_item *const *)a, *y = *(const struct code_item *const *)b;

	if (!*x->attribute != !*y->attribute)
		return *x->attribute ? -1 : 1;
	return strcmp(x->attribute, y->attribute) ? strcmp(x->attribute, y->attribute) : compare_place(a, b);
}

struct code_items code_categories(struct db *db, const struct code_book *book, struct arena *mem, int64_t roc_year)
{
	struct code_items all = code_items(book, mem, "course_category", (struct date){0});
	struct arena *before = db_arena(db);

	db_use_arena(db, mem);
	struct rows *r = db_run(db, &code_classes, A(roc_year));

	db_use_arena(db, before);
	for (int i = 0; i < all.n; i++) {
		struct code_item *x = arena_get(mem, sizeof *x);

		*x = *all.at[i];
		for (int k = 0; k < r->n; k++)
			if (row_int(r, k, "category") == x->id)
				x->attribute = row_text(r, k, "class");
		all.at[i] = x;
	}
	if (all.n)
		qsort(all.at, (size_t)all.n, sizeof(struct code_item *), by_class);
	return all;
}

const struct code *code_choices(const struct code_book *book, struct arena *mem, const char *table, struct date day)
{
	struct code_items items = code_items(book, mem, table, day);
	struct code *list = arena_array(mem, (size_t)items.n + 1, sizeof *list);

	for (int i = 0; i < items.n; i++)
		list[i] = (struct code){items.at[i]->code, arena_print(mem, "%s %s", items.at[i]->code, items.at[i]->name)};
	return list;
}

/* ---- what comes with the program */

void code_put_item(struct db *db, const char *table, const struct code_item *x)
{
	db_run(db, &code_put, A(table), A(x->code), A(x->name), A(x->attribute), A(x->is_required), A(x->sort_no), A(x->valid_from),
		A(x->valid_to));
}

static void deliver_table(struct db *db, struct arena *mem, const struct code_table *t, const char *path)
{
	struct issues issues = issues_new(mem, code_item_fields);
	struct record_rows rows = {0};

	if (!records_read(mem, path, code_item_fields, sizeof(struct code_item), ROWS_MOST, &issues, &rows))
		fail("%s: %s", path, issues.n ? issues.at[0].text : "can't be read");
	for (int i = 0; i < rows.n; i++) {
		struct code_item *x = (struct code_item *)rows.at + i;

		x->sort_no = x->sort_no ? x->sort_no : (i + 1) * 10;
		code_put_item(db, t->name, x);
	}
}

/* An installation may have its own folder of plans, and no code tables in it: 總處 can still enter them. */
void code_deliver(struct db *db, const char *plans)
{
	struct arena *mem = arena_new(DELIVERY_MEMORY);

	for (const struct code_table *t = code_tables; t->name; t++) {
		const char *path = arena_print(mem, "%s/codes/%s.csv", plans, t->name);

		if (db_run(db, &code_has, A(t->name))->n)
			continue;
		if (access(path, R_OK))
			log_line("%s is not there: the code table %s stays empty", path, t->title);
		else
			deliver_table(db, mem, t, path);
		arena_reset(mem);
	}
	arena_free(mem);
}
