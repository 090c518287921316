/* plan.c: names of what a plan holds, and finding the right plan.  See plan.h. */
#include "rule/plan.h"

#include <string.h>

#include "base/text.h"
#include "rule/citation.h"

const char *plan_key_name(enum plan_key k)
{
#define NAME(c, key, kind, number, label) key,
	static const char *const names[] = {PLAN_KEYS(NAME)};
#undef NAME

	return names[k];
}

const char *plan_key_label(enum plan_key k)
{
#define LABEL(c, key, kind, number, label) label,
	static const char *const labels[] = {PLAN_KEYS(LABEL)};
#undef LABEL

	return labels[k];
}

const char *plan_key_number(enum plan_key k)
{
#define NUMBER(c, key, kind, number, label) number,
	static const char *const numbers[] = {PLAN_KEYS(NUMBER)};
#undef NUMBER

	return numbers[k];
}

enum plan_kind plan_key_kind(enum plan_key k)
{
#define KIND(c, key, kind, number, label) PLAN_KIND_##kind,
	static const enum plan_kind kinds[] = {PLAN_KEYS(KIND)};
#undef KIND

	return kinds[k];
}

static const char *const form_names[] = {
#define NAME(c, key, title) key,
	PLAN_FORMS(NAME)
#undef NAME
};

const char *plan_form_name(enum plan_annex form)
{
	return form_names[form];
}

const char *plan_annex_title(enum plan_annex form)
{
#define TITLE(c, key, title) title,
	static const char *const titles[] = {PLAN_FORMS(TITLE)};
#undef TITLE

	return titles[form];
}

/* 自費重新訓練 has no layout to borrow: no plan at hand prints its annex. */
bool plan_borrows(const struct plan *p, const char *title)
{
	for (int i = 0; i < PLAN_FORMS_N; i++)
		if (!strcmp(plan_annex_title((enum plan_annex)i), title))
			return p->forms[i] && !p->notes[i].n && i != PLAN_FORM_BT_SELF_FUNDED_APP;
	return false;
}

const char *plan_citation_name(enum plan_citation citation)
{
#define NAME(c, key, always) key,
	static const char *const names[] = {PLAN_CITATIONS(NAME)};
#undef NAME

	return names[citation];
}

int plan_form_named(const char *name)
{
	for (int i = 0; i < PLAN_FORMS_N; i++)
		if (text_is(form_names[i], name))
			return i;
	return -1;
}

const char *plan_name(struct arena *mem, const struct plan *p)
{
	return arena_print(mem, "%s@%d", p->id, p->version);
}

const struct plan *plans_find(const struct plans *plans, const char *reference)
{
	const char *at = strchr(reference, '@');
	size_t n = at ? (size_t)(at - reference) : strlen(reference);
	const struct plan *best = NULL;
	int64_t version = 0;

	if (at && (at[1] == '0' || !text_to_int(at + 1, 1, INT32_MAX, &version)))
		return NULL;
	for (int i = 0; i < plans->n; i++) {
		const struct plan *p = plans->at[i];

		if (strlen(p->id) != n || memcmp(p->id, reference, n) || (at && p->version != version))
			continue;
		if (!best || best->version < p->version)
			best = p;
	}
	return best;
}

const struct plan *plans_on(const struct plans *plans, const char *id, struct date day)
{
	const struct plan *best = NULL;

	for (int i = 0; i < plans->n; i++) {
		const struct plan *p = plans->at[i];

		if (text_is(p->id, id) && !date_before(day, p->from) && (!best || best->version < p->version))
			best = p;
	}
	return best;
}

const struct plan *plans_for(const struct plans *plans, const char *exam, int admission_year, struct date report, bool first_training)
{
	int year = first_training ? admission_year : roc_year(report);
	const struct plan *best = NULL;

	for (int i = 0; i < plans->n; i++) {
		const struct plan *p = plans->at[i];
		bool fits = first_training ? p->exam_year == year : p->exam_year <= year && plans_on(plans, p->id, report);

		if (!text_is(p->exam, exam) || !fits)
			continue;
		if (!best || best->exam_year < p->exam_year || (best->exam_year == p->exam_year && best->version < p->version))
			best = p;
	}
	return best;
}

bool plan_excludes(const struct plan *p, const char *category)
{
	const struct fact_texts *excluded = &p->values[PLAN_EXCLUDED].texts;

	for (int i = 0; i < excluded->n; i++)
		if (text_is(excluded->at[i], category))
			return true;
	return false;
}

bool texts_have(const struct fact_texts *texts, const char *text)
{
	for (int i = 0; i < texts->n; i++)
		if (text_is(texts->at[i], text))
			return true;
	return false;
}

const struct plan_cause *plan_cause_of(const struct plan *p, const char *id)
{
	const struct plan_value *v = plan_value(p, PLAN_REVOKE_CAUSES);
	const struct plan_cause *rows = v->known ? v->rows.at : NULL;

	for (int i = 0; rows && i < v->rows.n; i++)
		if (texts_have(&rows[i].ids, id))
			return &rows[i];
	return NULL;
}

bool plan_has_cause(const struct plan *p, const char *id)
{
	return plan_cause_of(p, id) != NULL;
}

const char *plan_cause_cited(struct arena *mem, const struct plan *p, const char *id)
{
	const struct plan_cause *cause = plan_cause_of(p, id);
	const char *all = p->citations[PLAN_CITE_REVOKE], *law = all ? strstr(all, "；") : NULL;

	if (!cause)
		return NULL;
	return arena_print(mem, "%s%s%s", p->title, point_words(mem, arena_print(mem, "%s%lld", plan_value(p, PLAN_REVOKE_CAUSES)->point,
		(long long)cause->item)), law ? law : "");
}

bool plan_has_level(const struct plan *p, const char *level)
{
	return texts_have(&plan_value(p, PLAN_LEVELS)->texts, level);
}
