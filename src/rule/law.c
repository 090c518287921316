/* law.c: see law.h. */
#include "rule/law.h"

#include <jansson.h>

#include "base/text.h"
#include "rule/plan_private.h"

const char *law_key_name(enum law_key k)
{
#define NAME(c, key, kind, label) key,
	static const char *const names[] = {LAW_KEYS(NAME)};
#undef NAME

	return names[k];
}

const char *law_key_label(enum law_key k)
{
#define LABEL(c, key, kind, label) label,
	static const char *const labels[] = {LAW_KEYS(LABEL)};
#undef LABEL

	return labels[k];
}

enum plan_kind law_key_kind(enum law_key k)
{
#define KIND(c, key, kind, label) PLAN_KIND_##kind,
	static const enum plan_kind kinds[] = {LAW_KEYS(KIND)};
#undef KIND

	return kinds[k];
}

int law_key_named(const char *name)
{
	for (int k = 0; k < LAW_KEYS_N; k++)
		if (text_is(law_key_name((enum law_key)k), name))
			return k;
	return -1;
}

/* ---- asking ---- */

static bool holds_on(const struct law_value *l, struct date day)
{
	return !date_before(day, l->from) && (!date_set(l->until) || !date_before(l->until, day));
}

const struct law_value *law_value(const struct law_book *book, enum law_key k, struct date day)
{
	for (int i = 0; book && i < book->n; i++)
		if (book->at[i].key == k && holds_on(&book->at[i], day))
			return &book->at[i];
	return NULL;
}

const char *law_words(struct arena *mem, const struct law_value *l)
{
	return arena_print(mem, "[法規] %s（%s）", l->citation, date_set(l->confirmed) ? "已核對" : "使用前請核對");
}

/* ---- reading ---- */

struct law_file { const char *law, *abbreviation; struct date confirmed; };
struct law_entry { struct date from, until; const char *article, *note; };

static const struct fact file_facts[] = {
	FACT(law_file, law, TEXT, "法規名稱"),
	{.name = "short", .label = "法規簡稱", .kind = FACT_TEXT, .at = offsetof(struct law_file, abbreviation)},
	FACT(law_file, confirmed, DATE, "核對日期", .may_be_null = true),
	{0}
}, entry_facts[] = {
	FACT(law_entry, from, DATE, "施行日期"),
	FACT(law_entry, until, DATE, "施行末日", .may_be_null = true),
	FACT(law_entry, article, TEXT, "條次"),
	FACT(law_entry, note, TEXT, "說明", .may_be_absent = true),
	{0}
};

struct law_loading { struct plan_loading base; struct law_file file; struct law_book book; };

static void add(struct arena *mem, struct law_book *book, const struct law_value *value)
{
	book->at = arena_grow(mem, book->at, (size_t)book->n, &book->room, sizeof(*book->at));
	book->at[book->n++] = *value;
}

static bool overlaps(const struct law_value *a, const struct law_value *b)
{
	return a->key == b->key && (!date_set(a->until) || !date_before(a->until, b->from)) &&
		(!date_set(b->until) || !date_before(b->until, a->from));
}

static bool is_new(struct law_loading *l, const char *path, const struct law_book *book, const struct law_value *value)
{
	for (int i = 0; book && i < book->n; i++)
		if (overlaps(&book->at[i], value)) {
			plan_invalid(&l->base, path, "「%s」之施行期間與%s重疊", law_key_label(value->key), book->at[i].citation);
			return false;
		}
	return true;
}

/* One of the values of a key: the value by its kind, and when and by what it holds. */
static void read_entry(struct law_loading *l, enum law_key k, const char *path, const json_t *from)
{
	struct arena *mem = l->base.plans->mem;
	json_t *rest = json_copy((json_t *)from), *value = json_pack("{s:O?}", "value", json_object_get(from, "value"));
	struct law_value to = {.key = k, .law = l->file.law, .confirmed = l->file.confirmed};
	struct law_entry entry = {0};

	json_object_del(rest, "value");
	if (plan_read_at(&l->base, path, rest, entry_facts, &entry) && plan_read_value(&l->base, law_key_kind(k), path, value, &to.value)) {
		to = (struct law_value){k, to.value, entry.from, entry.until, l->file.law, entry.article,
			arena_print(mem, "%s%s", l->file.abbreviation, entry.article), entry.note, l->file.confirmed};
		to.value.source = to.citation;
		if (!to.value.known)
			plan_invalid(&l->base, path, "缺少value");
		else if (date_set(to.until) && date_before(to.until, to.from))
			plan_invalid(&l->base, path, "施行末日早於施行日期");
		else if (is_new(l, path, &l->book, &to) && is_new(l, path, l->base.plans->law, &to))
			add(mem, &l->book, &to);
	}
	json_decref(rest);
	json_decref(value);
}

static void read_values(struct law_loading *l, const json_t *values)
{
	const char *name;
	json_t *rows;

	json_object_foreach((json_t *)values, name, rows) {
		int k = law_key_named(name);
		const char *path = arena_print(l->base.plans->mem, "/values/%s", name);

		if (k < 0 || !json_array_size(rows))
			plan_invalid(&l->base, path, k < 0 ? "不明的欄位：%s" : "「%s」應為陣列，且不得空白", name);
		for (size_t i = 0; k >= 0 && i < json_array_size(rows); i++)
			read_entry(l, (enum law_key)k, arena_print(l->base.plans->mem, "%s/%zu", path, i), json_array_get(rows, i));
	}
	if (!json_is_object(values))
		plan_invalid(&l->base, "/values", "缺少「values」，或不是JSON物件");
}

/* A file is taken whole or not at all. */
static void take(struct plans *plans, const struct law_book *book)
{
	struct law_book *to = plans->law ? plans->law : arena_get(plans->mem, sizeof(*to));

	for (int i = 0; i < book->n; i++)
		add(plans->mem, to, &book->at[i]);
	plans->law = to;
}

void law_add(struct plans *plans, const char *name, const char *bytes, size_t n)
{
	struct law_loading l = {.base = {.plans = plans, .file = arena_text(plans->mem, name)}};
	json_t *root = plan_parse(plans, l.base.file, bytes, n), *head = json_copy(root);
	int before = plans->errors_n, problems = plans->problems_n;

	if (!root)
		return;
	json_object_del(head, "values");
	if (plan_read_at(&l.base, "", head, file_facts, &l.file))
		read_values(&l, json_object_get(root, "values"));
	if (plans->errors_n == before)
		take(plans, &l.book);
	plan_find_lines(plans, problems, l.base.file, bytes, n);
	json_decref(head);
	json_decref(root);
}
