/* plan_load.c: plan files to plans.  Strict: an unknown key, a missing one, a wrong type is an error with its place. */
#include <jansson.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "rule/citation.h"
#include "rule/law.h"
#include "rule/plan_private.h"

#define NAME(c, key, always) key,
static const char *const citation_names[] = {PLAN_CITATIONS(NAME)};
#undef NAME
#define NAME(c, key, title) key,
static const char *const form_names[] = {PLAN_FORMS(NAME)};
#undef NAME

/* ---- what a file holds ---- */

struct cited { struct fact_texts points, laws; };
struct form { const char *attachment, *point; };

static const struct fact version_facts[] = {
	FACT(plan_version, version, INT, "版次"),
	FACT(plan_version, from, DATE, "訂定或修正日期"),
	FACT(plan_version, document, TEXT, "文號"),
	{0}
}, head_facts[] = {
	FACT(plan_head, id, TEXT, "訓練計畫代號"),
	FACT(plan_head, exam, TEXT, "考試代號"),
	FACT(plan_head, exam_name, TEXT, "考試名稱"),
	FACT(plan_head, title, TEXT, "訓練計畫名稱"),
	FACT(plan_head, exam_year, INT, "考試年度"),
	FACT(plan_head, versions, ROWS, "版次", .row = version_facts, .row_size = sizeof(struct plan_version)),
	{0}
}, cited_facts[] = {
	FACT(cited, points, TEXTS, "點次", .may_be_absent = true),
	FACT(cited, laws, TEXTS, "法規", .may_be_absent = true),
	{0}
}, form_facts[] = {
	FACT(form, attachment, TEXT, "附件"),
	FACT(form, point, TEXT, "點次", .may_be_absent = true),
	{0}
};

/* ---- problems ---- */

void plan_complain(struct plans *plans, bool warning, const char *file, const char *code, int line, const char *path,
	const char *format, ...)
{
	va_list args;

	va_start(args, format);
	plans->problems = arena_grow(plans->mem, plans->problems, (size_t)plans->problems_n, &plans->problems_room,
		sizeof(*plans->problems));
	plans->problems[plans->problems_n++] = (struct plan_problem){file, code, line, path, arena_vprint(plans->mem, format, args),
		warning};
	plans->errors_n += !warning;
	va_end(args);
}

const char *plan_path(struct arena *mem, enum plan_key k)
{
	return arena_print(mem, "/parameters/%s", plan_key_name(k));
}

void plan_invalid(struct plan_loading *l, const char *path, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	plan_complain(l->plans, false, l->file, "PLAN_INVALID", 0, path, "%s", arena_vprint(l->plans->mem, format, args));
	va_end(args);
}

bool plan_read_at(struct plan_loading *l, const char *path, const void *object, const struct fact *facts, void *to)
{
	struct fact_reader r = {.mem = l->plans->mem};
	bool good = facts_read(&r, object, facts, to);

	if (!good)
		plan_invalid(l, arena_print(l->plans->mem, "%s%s", path, r.error.path), "%s", r.error.text);
	if (good && r.out_of_range)
		plan_invalid(l, path, "日期不在民國1年至1000年間");
	return good;
}

/* ---- sections ---- */

static bool member_of(const char *name, const char *const *names, int n)
{
	for (int i = 0; i < n; i++)
		if (!strcmp(name, names[i]))
			return true;
	return false;
}

const void *plan_section(struct plan_loading *l, const void *root, const char *name, const char *const *names, int n)
{
	const json_t *object = json_object_get(root, name);
	const char *path = arena_print(l->plans->mem, "/%s", name), *key;
	json_t *value;

	if (!json_is_object(object)) {
		plan_invalid(l, path, "缺少「%s」，或不是JSON物件", name);
		return NULL;
	}
	json_object_foreach((json_t *)object, key, value)
		if (!member_of(key, names, n))
			plan_invalid(l, arena_print(l->plans->mem, "%s/%s", path, key), "不明的欄位：%s", key);
	for (int i = 0; i < n; i++)
		if (!json_object_get(object, names[i]))
			plan_invalid(l, arena_print(l->plans->mem, "%s/%s", path, names[i]), "缺少「%s」，計畫無規定者應明列null", names[i]);
	return object;
}

void plan_check_point(struct plan_loading *l, const char *path, const char *point)
{
	if (point && !point_words(l->plans->mem, point))
		plan_invalid(l, path, "不是點次：%s", point);
}

static void join(struct text *t, const struct fact_texts *texts)
{
	for (int i = 0; i < texts->n; i++)
		text_print(t, "%s%s", i ? "、" : "", texts->at[i]);
}

/* 113年…訓練計畫第4點第1款、第21點第2款；訓練辦法第25條第1項 */
static const char *cite(struct plan_loading *l, const char *path, const struct cited *c)
{
	struct text t = text_new(l->plans->mem, 1 << 16);

	if (c->points.n)
		text_puts(&t, l->head.title ? l->head.title : "");
	for (int i = 0; i < c->points.n; i++) {
		const char *words = point_words(l->plans->mem, c->points.at[i]);

		plan_check_point(l, arena_print(l->plans->mem, "%s/points/%d", path, i), c->points.at[i]);
		text_print(&t, "%s%s", i ? "、" : "", words ? words : "");
	}
	text_puts(&t, c->points.n && c->laws.n ? "；" : "");
	join(&t, &c->laws);
	return t.at;
}

static const char *laws_of(struct arena *mem, const struct fact_texts *laws)
{
	struct text t = text_new(mem, 1 << 16);

	join(&t, laws);
	return t.at;
}

static void read_citations(struct plan_loading *l, const json_t *root)
{
	const json_t *object = plan_section(l, root, "citations", citation_names, PLAN_CITATIONS_N);

	for (int i = 0; i < PLAN_CITATIONS_N; i++) {
		const json_t *entry = object ? json_object_get(object, citation_names[i]) : NULL;
		const char *path = arena_print(l->plans->mem, "/citations/%s", citation_names[i]);
		struct cited c = {0};

		if (!entry || json_is_null(entry) || !plan_read_at(l, path, entry, cited_facts, &c))
			continue;
		l->plan.citations[i] = cite(l, path, &c);
		l->cited[i] = (struct plan_cited){c.laws.n ? laws_of(l->plans->mem, &c.laws) : NULL, c.points.n ? c.points.at[0] : NULL};
		if (!c.points.n && !c.laws.n)
			plan_invalid(l, path, "未列點次或法規");
	}
}

static void read_forms(struct plan_loading *l, const json_t *root)
{
	const json_t *object = plan_section(l, root, "forms", form_names, PLAN_FORMS_N);

	for (int i = 0; i < PLAN_FORMS_N; i++) {
		const json_t *entry = object ? json_object_get(object, form_names[i]) : NULL;
		const char *path = arena_print(l->plans->mem, "/forms/%s", form_names[i]);
		struct form f = {0};

		if (!entry || json_is_null(entry) || !plan_read_at(l, path, entry, form_facts, &f))
			continue;
		l->plan.forms[i] = f.attachment;
		plan_check_point(l, arena_print(l->plans->mem, "%s/point", path), f.point);
	}
}

/* ---- the head ---- */

static const char *const sections[] = {"parameters", "citations", "forms"};

/* The members that are not sections, as an object of their own. */
static void read_head(struct plan_loading *l, const json_t *root)
{
	json_t *head = json_copy((json_t *)root);
	struct plan *p = &l->plan;

	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++)
		json_object_del(head, sections[i]);
	if (plan_read_at(l, "", head, head_facts, &l->head)) {
		*p = (struct plan){.id = l->head.id, .exam = l->head.exam, .exam_name = l->head.exam_name, .title = l->head.title,
			.file = l->file, .exam_year = (int)l->head.exam_year};
		if (l->head.exam_year < 1 || l->head.exam_year > 999)
			plan_invalid(l, "/exam_year", "考試年度應為1至999：%lld", (long long)l->head.exam_year);
		if (!text_is(p->id, arena_print(l->plans->mem, "%d-%s", p->exam_year, p->exam)))
			plan_invalid(l, "/id", "代號「%s」應為「%d-%s」", p->id, p->exam_year, p->exam);
	}
	json_decref(head);
}

static void check_versions(struct plan_loading *l)
{
	const struct plan_version *v = l->head.versions.at;

	if (!l->head.versions.n)
		plan_invalid(l, "/versions", "至少應有一個版次");
	for (int i = 0; i < l->head.versions.n; i++) {
		const char *path = arena_print(l->plans->mem, "/versions/%d", i);

		if (v[i].version < 1 || v[i].version > 9999)
			plan_invalid(l, path, "版次應為1至9999：%lld", (long long)v[i].version);
		if (i && v[i].version <= v[i - 1].version)
			plan_invalid(l, path, "版次%lld應大於前一版次%lld", (long long)v[i].version, (long long)v[i - 1].version);
		if (i && !date_before(v[i - 1].from, v[i].from))
			plan_invalid(l, path, "日期%s應晚於前一版次", date_text(l->plans->mem, v[i].from));
	}
}

static void add_versions(struct plan_loading *l)
{
	const struct plan_version *v = l->head.versions.at;

	for (int i = 0; i < l->head.versions.n; i++) {
		struct plan *p = arena_copy(l->plans->mem, &l->plan, sizeof(*p));

		p->version = (int)v[i].version;
		p->from = v[i].from;
		p->document = v[i].document;
		p->law = l->plans->law;
		l->plans->at = arena_grow(l->plans->mem, l->plans->at, (size_t)l->plans->n, &l->plans->room, sizeof(*l->plans->at));
		l->plans->at[l->plans->n++] = p;
	}
}

static void read_root(struct plans *plans, const char *file, const json_t *root)
{
	struct plan_loading l = {.plans = plans, .file = file};
	int before = plans->errors_n;

	if (!json_is_object(root)) {
		plan_invalid(&l, "", "應為JSON物件");
		return;
	}
	read_head(&l, root);
	if (plans->errors_n == before)
		check_versions(&l);
	plan_read_parameters(&l, root);
	read_citations(&l, root);
	plan_derive_cited(&l);
	read_forms(&l, root);
	plan_take_notes(&l);
	if (plans->errors_n == before) {
		plan_derive_head(plans->mem, &l.plan, l.head.versions.at, 0);
		plan_check(plans, &l.plan);
	}
	if (plans->errors_n == before)
		add_versions(&l);
}

/* ---- files ---- */

/* The line with the first character that is none; a byte of a character is never a line's end. */
static int first_not_utf8(const char *bytes, size_t n)
{
	int line = 1;

	for (const char *at = bytes, *end = bytes + n, *stop; at < end; at = stop + 1, line++) {
		stop = memchr(at, '\n', (size_t)(end - at));
		if (!stop || !utf8_valid(at, (size_t)(stop - at)))
			break;
	}
	return line;
}

void *plan_parse(struct plans *plans, const char *file, const char *bytes, size_t n)
{
	json_error_t error;
	json_t *root;

	if (!utf8_valid(bytes, n)) {
		plan_complain(plans, false, file, "PLAN_ENCODING", first_not_utf8(bytes, n), "", "不是UTF-8編碼，請將檔案另存為UTF-8");
		return NULL;
	}
	root = json_loadb(bytes, n, JSON_REJECT_DUPLICATES, &error);
	if (!root)
		plan_complain(plans, false, file, "PLAN_SYNTAX", error.line, "", "JSON語法錯誤：%s", fact_syntax(plans->mem, &error));
	return root;
}

void plans_add(struct plans *plans, const char *name, const char *bytes, size_t n)
{
	const char *file = arena_text(plans->mem, name);
	json_t *root = plan_parse(plans, file, bytes, n);

	int before = plans->problems_n;

	if (root)
		read_root(plans, file, root);
	json_decref(root);
	plan_find_lines(plans, before, file, bytes, n);
}

static bool same_version(const struct plan *a, const struct plan *b)
{
	return text_is(a->id, b->id) && a->version == b->version;
}

/* Another file with the same version; NULL: none. */
static const struct plan *twice(const struct plans *plans, int at)
{
	for (int i = 0; i < plans->n; i++)
		if (i != at && same_version(plans->at[i], plans->at[at]))
			return plans->at[i];
	return NULL;
}

/* Was this file in force with this version before the other one came? */
static bool was_there(const struct plans *former, const struct plan *p)
{
	for (int i = 0; former && i < former->n; i++)
		if (same_version(former->at[i], p) && text_is(former->at[i]->file, p->file))
			return true;
	return false;
}

/* Neither is used, but that a plan in force stays so.                                                     PLAN-001 b */
static bool duplicate(struct plans *plans, const struct plans *former, const struct plan *p, const struct plan *other)
{
	size_t n;
	const char *bytes = plan_file_bytes(plans, p->file, &n), *name = plan_name(plans->mem, p);
	int line = bytes ? plan_line(bytes, n, "/versions") : 0;

	if (was_there(former, p)) {
		plan_complain(plans, true, p->file, "PLAN_KEPT", line, "/versions", "%s另有檔案%s，仍依本檔案辦理", name, other->file);
		return false;
	}
	plan_complain(plans, false, p->file, "PLAN_DUPLICATE", line, "/versions", was_there(former, other) ? "%s已有檔案%s，本檔案不採用"
		: "%s另有檔案%s，均不採用", name, other->file);
	return true;
}

static int by_version(const void *a, const void *b)
{
	const struct plan_version *x = a, *y = b;

	return x->version < y->version ? -1 : x->version > y->version;
}

/* An amendment that changed a value stands in a file of its own: what was issued and what amended it is known when all files are read. */
static void derive_heads(struct plans *plans)
{
	struct plan_version *versions = arena_array(plans->mem, (size_t)plans->n, sizeof(*versions));

	for (int i = 0; i < plans->n; i++) {
		struct plan *p = (struct plan *)(uintptr_t)plans->at[i];        /* made by add_versions, in our arena */
		int n = 0, at = 0;

		for (int k = 0; k < plans->n; k++)
			if (text_is(plans->at[k]->id, p->id))
				versions[n++] = (struct plan_version){plans->at[k]->version, plans->at[k]->from, plans->at[k]->document};
		qsort(versions, (size_t)n, sizeof(*versions), by_version);
		while (versions[at].version != p->version)
			at++;
		plan_derive_head(plans->mem, p, versions, at);
	}
}

void plans_settle(struct plans *plans, const struct plans *former)
{
	bool *out = arena_array(plans->mem, (size_t)plans->n, sizeof(*out));
	int kept = 0;

	for (int i = 0; i < plans->n; i++) {
		const struct plan *other = twice(plans, i);

		out[i] = other && duplicate(plans, former, plans->at[i], other);
	}
	for (int i = 0; i < plans->n; i++)
		if (!out[i])
			plans->at[kept++] = plans->at[i];
	plans->n = kept;
	derive_heads(plans);
}
