/* say.c: remarks, refusals and citations in the words of a kind, and its records with the one that is being made.   PLAN-006 */
#include <stdarg.h>
#include <string.h>

#include "app/life/life.h"
#include "base/text.h"
#include "rule/citation.h"

const void *life_now_next(struct life_now *n)
{
	const struct life_case *c = n->c && n->c->act && n->c->kind == n->kind ? n->c : NULL;

	while (!n->own && (n->at = life_next(n->life, n->kind, NULL, true, n->at)))
		if (!c || n->at->id != c->record->id)
			return n->at->data;
	if (n->own || !c || text_is(c->act->to, "void"))
		return NULL;
	n->own = true;
	n->at = c->record;
	return c->data;
}

void life_warn(struct life_case *c, const char *name, const char *citation, const char *format, ...)
{
	struct verdict *v = life_finding(c, name);
	va_list args;

	va_start(args, format);
	v->result = RESULT_REVIEW;
	verdict_say(v, citation, "%s", arena_vprint(c->mem, format, args));
	va_end(args);
}

void life_refuse(struct life_case *c, const char *field, const char *citation, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	issue(c->issues, -1, field, "ERR_TEXT_GIVEN", arena_print(c->mem, "%s（%s）", arena_vprint(c->mem, format, args), citation));
	va_end(args);
}

const struct plan_value *life_plan_value(const struct life *l, const char *key)
{
	for (int k = 0; l->plan && k < PLAN_KEYS_N; k++)
		if (text_is(plan_key_name(k), key))
			return plan_value(l->plan, k)->known ? plan_value(l->plan, k) : NULL;
	return NULL;
}

static const char *citation_named(const struct plan *p, const char *name)
{
	static const char *const names[] = {
#define NAME(c, key, ...) key,
		PLAN_CITATIONS(NAME)
#undef NAME
	};

	for (int i = 0; p && i < PLAN_CITATIONS_N; i++)
		if (text_is(names[i], name))
			return p->citations[i];
	return NULL;
}

const char *life_cite(const struct life *l, const char *name, const char *law)
{
	const struct plan_value *v = strchr(name, '.') ? life_plan_value(l, name) : NULL;
	const char *point = v && v->point ? point_words(l->mem, v->point) : NULL;
	const char *words = point ? arena_print(l->mem, "%s%s", l->plan->title, point) : citation_named(l->plan, name);

	return !words ? law : point && *law ? arena_print(l->mem, "%s；%s", words, law) : words;
}
