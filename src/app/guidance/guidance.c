/* guidance.c: what the kinds of records of an office share: remarks, refusals, citations, records with the one being made. */
#include "app/guidance/guidance.h"

#include <stdarg.h>
#include <string.h>

#include "app/guidance/private.h"
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

int minutes_of(const char *time)
{
	const char *colon = time ? strchr(time, ':') : NULL;
	int64_t hour, minute;

	if (!colon || strlen(colon) != 3 || colon - time > 2)
		return -1;
	char digits[3] = {0};

	memcpy(digits, time, (size_t)(colon - time));
	if (!text_to_int(digits, 0, 23, &hour) || !text_to_int(colon + 1, 0, 59, &minute))
		return -1;
	return (int)(hour * 60 + minute);
}

bool guide_time(struct life_case *c, const char *field, const char **time)
{
	const char *folded = text_fold(c->mem, *time ? *time : "");

	*time = folded;
	if (!*folded || minutes_of(folded) >= 0)
		return true;
	issue(c->issues, -1, field, "ERR_TEXT_GIVEN", arena_print(c->mem, "時間「%s」不正確，請以24小時制輸入時與分，例如 09:30。", folded));
	return false;
}

bool guide_in_training(struct life_case *c, const char *field, struct date day)
{
	const struct training *t = &c->life->training;
	bool pending = t->state == WITH_COMMISSION || t->state == RATING || t->state == PERIOD_ENDED;

	if (!date_before(day, t->report_date) && (!date_set(t->end) || !date_before(t->end, day) || pending))
		return true;
	life_refuse(c, field, life_cite(c->life, "period", "訓練辦法第25條"), "%s不在訓練期間%s至%s內，請更正日期", date_text(c->mem, day),
		date_text(c->mem, t->report_date), date_text(c->mem, t->end));
	return false;
}

bool guide_not_future(struct life_case *c, const char *field, struct date day)
{
	if (!date_before(c->today, day))
		return true;
	issue(c->issues, -1, field, "ERR_DATE_FUTURE", date_text(c->mem, c->today));
	return false;
}

const char *guide_held(const struct life *l)
{
	if (!date_set(l->training.report_date))
		return "尚未登錄報到日期；報到後始得登錄（訓練辦法第25條）。";
	return NULL;
}

const char *guide_cite_law(const struct life *l)
{
	return life_cite(l, "guide", "訓練辦法第32條");
}
