/* plan_value.c: the values of a plan file by their kinds, and those that follow from its head and its citations. */
#include <jansson.h>
#include <string.h>

#include "base/text.h"
#include "rule/citation.h"
#include "rule/deadline.h"
#include "rule/plan_private.h"

static const char *const countings[] = {[COUNT_NEXT_DAY] = "next_day", [COUNT_SAME_DAY] = "same_day", NULL};

/* ---- rows of the kinds that are tables ---- */

static const struct fact allowance_facts[] = {
	FACT(plan_allowance, level, TEXT, "考試等級"),
	FACT(plan_allowance, grade, TEXT, "俸級"),
	{0}
}, years_facts[] = {
	FACT(plan_years, from, MAYBE_INT, "考試年度（起）", .may_be_absent = true),
	FACT(plan_years, until, MAYBE_INT, "考試年度（迄）", .may_be_absent = true),
	FACT(plan_years, schemes, TEXTS, "保險"),
	{0}
}, weight_facts[] = {
	FACT(plan_weight, id, TEXT, "代號"),
	FACT(plan_weight, label, TEXT, "名稱"),
	FACT(plan_weight, group, TEXT, "所屬項目", .may_be_absent = true),
	FACT(plan_weight, weight, INT, "配分"),
	{0}
}, cause_facts[] = {
	FACT(plan_cause, item, INT, "目次"),
	FACT(plan_cause, ids, TEXTS, "事由代號"),
	FACT(plan_cause, text, TEXT, "事由"),
	{0}
}, retention_facts[] = {
	FACT(plan_retention, cause, TEXT, "事由"),
	FACT(plan_retention, most, LENGTH, "保留年限", .may_be_null = true),
	{0}
}, evidence_facts[] = {
	FACT(plan_evidence, causes, TEXTS, "事由"),
	FACT(plan_evidence, any_of, TEXTS, "證明文件（之一）"),
	FACT(plan_evidence, in_office, BOOL, "僅現職公務人員", .may_be_absent = true),
	{0}
}, levels_facts[] = {
	FACT(plan_levels, level, TEXT, "考試等級"),
	FACT(plan_levels, earlier, TEXTS, "曾受基礎訓練之考試等級"),
	{0}
}, grade_facts[] = {
	FACT(plan_grade, level, TEXT, "考試等級"),
	FACT(plan_grade, grade, INT, "職等"),
	FACT(plan_grade, post, MAYBE_INT, "擬任職等", .may_be_null = true),
	FACT(plan_grade, with_post, MAYBE_INT, "擬任該職等者之職等", .may_be_null = true),
	{0}
}, leave_facts[] = {
	FACT(plan_leave, kind, TEXT, "假別"),
	FACT(plan_leave, days, DECIMAL, "每年日數"),
	{0}
}, points_facts[] = {
	FACT(plan_points, kind, TEXT, "獎懲種類"),
	FACT(plan_points, points, DECIMAL, "加減分數"),
	{0}
}, contact_facts[] = {
	FACT(plan_contact, unit, TEXT, "單位"),
	FACT(plan_contact, phone, TEXT, "電話"),
	FACT(plan_contact, fax, TEXT, "傳真"),
	FACT(plan_contact, mail, TEXT, "電子郵件信箱"),
	{0}
}, resource_facts[] = {
	FACT(plan_resource, number, MAYBE_INT, "序號", .may_be_null = true),
	FACT(plan_resource, name, TEXT, "網站名稱"),
	FACT(plan_resource, url, TEXT, "網址"),
	FACT(plan_resource, body, TEXT, "機關", .may_be_null = true),
	FACT(plan_resource, what, TEXT, "說明", .may_be_null = true),
	{0}
}, amendment_facts[] = {
	FACT(plan_amendment, on, DATE, "修正日期"),
	FACT(plan_amendment, document, TEXT, "文號"),
	{0}
};

/* {"value": …, "point": …, "source": …}, for each kind of value. */
#define ENTRY(K, m, ...) { \
	{.name = "value", .label = "值", .kind = FACT_##K, .at = offsetof(struct plan_value, m), .may_be_absent = true, __VA_ARGS__}, \
	FACT(plan_value, point, TEXT, "點次", .may_be_absent = true), \
	FACT(plan_value, source, TEXT, "其他依據", .may_be_absent = true), \
	{0}}
#define TABLE(name) ENTRY(ROWS, rows, .row = name##_facts, .row_size = sizeof(struct plan_##name))

static const struct fact entries[][4] = {
	[PLAN_KIND_INT] = ENTRY(INT, n), [PLAN_KIND_BOOL] = ENTRY(BOOL, yes), [PLAN_KIND_DATE] = ENTRY(DATE, date),
	[PLAN_KIND_LENGTH] = ENTRY(LENGTH, length), [PLAN_KIND_COUNTING] = ENTRY(CHOICE, counting, .choices = countings),
	[PLAN_KIND_FRACTION] = ENTRY(TEXT, text), [PLAN_KIND_TEXT] = ENTRY(TEXT, text), [PLAN_KIND_TEXTS] = ENTRY(TEXTS, texts),
	[PLAN_KIND_ALLOWANCES] = TABLE(allowance), [PLAN_KIND_YEARS] = TABLE(years), [PLAN_KIND_WEIGHTS] = TABLE(weight),
	[PLAN_KIND_CAUSES] = TABLE(cause), [PLAN_KIND_RETENTIONS] = TABLE(retention), [PLAN_KIND_EVIDENCE] = TABLE(evidence),
	[PLAN_KIND_LEVELS] = TABLE(levels), [PLAN_KIND_GRADES] = TABLE(grade), [PLAN_KIND_LEAVES] = TABLE(leave), [PLAN_KIND_POINTS] = TABLE(points),
	[PLAN_KIND_CONTACTS] = TABLE(contact), [PLAN_KIND_RESOURCES] = TABLE(resource), [PLAN_KIND_AMENDMENTS] = TABLE(amendment),
};

/* ---- reading ---- */

/* "1/2" */
static bool read_fraction(struct plan_value *v)
{
	const char *slash = strchr(v->text, '/');

	return slash && slash[1] != '0' && text_to_int(slash + 1, 1, 1000, &v->of) && slash - v->text == 1 &&
		*v->text >= '1' && *v->text <= '9' && (v->n = *v->text - '0') <= v->of;
}

bool plan_read_value(struct plan_loading *l, enum plan_kind kind, const char *path, const void *entry, struct plan_value *to)
{
	const json_t *value = json_object_get(entry, "value");

	if (!plan_read_at(l, path, entry, entries[kind], to))
		return false;
	to->known = value && !json_is_null(value);
	if (!to->known || kind != PLAN_KIND_FRACTION || read_fraction(to))
		return true;
	plan_invalid(l, path, "不是分數，例如\"1/2\"：%s", to->text);
	return false;
}

static void read_parameter(struct plan_loading *l, enum plan_key k, const json_t *entry)
{
	struct plan_value *v = &l->plan.values[k];
	const char *path = plan_path(l->plans->mem, k);

	if (!plan_read_value(l, plan_key_kind(k), path, entry, v))
		return;
	if (!json_object_get(entry, "value"))
		plan_invalid(l, path, "缺少value，計畫無規定者應明列null");
	if (v->known && !v->point && !v->source)
		plan_invalid(l, path, "「%s」未註明點次（point）或其他依據（source）", plan_key_label(k));
	plan_check_point(l, arena_print(l->plans->mem, "%s/point", path), v->point);
}

static bool is_derived(enum plan_key k)
{
#define HEAD(c) [PLAN_##c] = true,
#define CITED(c, citation) [PLAN_##c] = true,
	static const bool derived[PLAN_KEYS_N] = {PLAN_KEYS_DERIVED(HEAD, CITED)};
#undef HEAD
#undef CITED

	return derived[k];
}

void plan_read_parameters(struct plan_loading *l, const void *root)
{
	const char *names[PLAN_KEYS_N];
	const json_t *object;
	int n = 0;

	for (int k = 0; k < PLAN_KEYS_N; k++)
		if (!is_derived((enum plan_key)k))
			names[n++] = plan_key_name((enum plan_key)k);
	object = plan_section(l, root, "parameters", names, n);
	for (int k = 0; k < PLAN_KEYS_N; k++) {
		const json_t *entry = object && !is_derived((enum plan_key)k) ? json_object_get(object, plan_key_name((enum plan_key)k)) : NULL;

		if (entry)
			read_parameter(l, (enum plan_key)k, entry);
	}
}

/* ---- what follows ---- */

void plan_derive_cited(struct plan_loading *l)
{
#define HEAD(c)
#define CITED(c, citation) {PLAN_##c, PLAN_CITE_##citation},
	static const struct { enum plan_key key; enum plan_citation citation; } derived[] = {PLAN_KEYS_DERIVED(HEAD, CITED)};
#undef HEAD
#undef CITED

	for (size_t i = 0; i < sizeof(derived) / sizeof(*derived); i++) {
		const struct plan_cited *c = &l->cited[derived[i].citation];

		l->plan.values[derived[i].key] = (struct plan_value){.known = c->laws != NULL, .text = c->laws, .point = c->point};
	}
}

/* Of the version at `at`; the first one is the day of issue, those after it amended it. */
void plan_derive_head(struct arena *mem, struct plan *p, const struct plan_version *versions, int at)
{
	static const char title[] = "訓練計畫名稱", issued[] = "訓練計畫訂定函", amended[] = "訓練計畫修正函";
	struct plan_amendment *rows = arena_array(mem, (size_t)at, sizeof(*rows));
	struct plan_value *v = p->values;

	for (int i = 1; i <= at; i++)
		rows[i - 1] = (struct plan_amendment){versions[i].from, versions[i].document};
	v[PLAN_ID] = (struct plan_value){.known = true, .text = p->id, .source = title};
	v[PLAN_EXAM_NAME] = (struct plan_value){.known = true, .text = p->exam_name, .source = title};
	v[PLAN_EXAM_YEAR] = (struct plan_value){.known = true, .n = p->exam_year, .source = title};
	v[PLAN_TITLE] = (struct plan_value){.known = true, .text = p->title, .source = title};
	v[PLAN_ISSUED_ON] = (struct plan_value){.known = true, .date = versions->from, .source = issued};
	v[PLAN_ISSUED_NO] = (struct plan_value){.known = true, .text = versions->document, .source = issued};
	v[PLAN_AMENDMENTS] = (struct plan_value){.known = true, .rows = {at, rows}, .source = at ? amended : "未經修正"};
}
