/* verdict.c: see verdict.h. */
#include "rule/verdict.h"

#include <stdarg.h>

#include "base/text.h"

enum { YEAR_FIRST = 1912, YEAR_LAST = 2911, COUNT_MOST = 1000000000 };

static const char law_counting[] = "行政程序法第48條第2項", law_months[] = "行政程序法第48條第2項、第3項",
	law_holiday[] = "行政程序法第48條第4項";

const char *result_name(enum result r)
{
	static const char *const names[] = {"OK", "MET", "NOT_MET", "ALLOWED", "REFUSED", "REVIEW", "PARAM_MISSING", "DATA_MISSING",
		"NOT_IN_PLAN"};

	return names[r];
}

struct verdict verdict_new(struct arena *mem, const struct plan *plan, const struct calendar *calendar)
{
	return (struct verdict){.mem = mem, .plan = plan, .calendar = calendar};
}

static void say(struct verdict *v, const char *citation, const char *text)
{
	v->reasons = arena_grow(v->mem, v->reasons, (size_t)v->reasons_n, &v->reasons_room, sizeof(*v->reasons));
	v->reasons[v->reasons_n++] = (struct reason){text, citation};
}

void verdict_say(struct verdict *v, const char *citation, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(v, citation, arena_vprint(v->mem, format, args));
	va_end(args);
}

bool verdict_refuse(struct verdict *v, const char *code, const char *citation, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(v, citation, arena_vprint(v->mem, format, args));
	va_end(args);
	v->result = RESULT_REFUSED;
	v->code = code;
	return false;
}

void names_add(struct arena *mem, struct names *names, const char *name)
{
	for (int i = 0; i < names->n; i++)
		if (text_is(names->at[i], name))
			return;
	names->at = arena_grow(mem, names->at, (size_t)names->n, &names->room, sizeof(*names->at));
	names->at[names->n++] = name;
}

const char *verdict_cited(const struct verdict *v, enum plan_citation c)
{
	return v->plan->citations[c] ? v->plan->citations[c] : v->plan->title;
}

bool verdict_found(struct verdict *v, bool holds)
{
	v->result = holds ? RESULT_MET : RESULT_NOT_MET;
	return holds;
}

bool verdict_count(struct verdict *v, const char *citation, const char *label, int64_t n, int64_t least)
{
	if (n >= least && n <= COUNT_MOST)
		return true;
	return verdict_refuse(v, "BAD_DATA", citation, "資料錯誤：%s應為%lld至%d之整數（實際為%lld）", label, (long long)least, COUNT_MOST,
		(long long)n);
}

bool verdict_param_missing(struct verdict *v, const char *parameter)
{
	const char *label = parameter;

	for (int k = 0; k < PLAN_KEYS_N; k++)
		if (!strcmp(plan_key_name((enum plan_key)k), parameter))
			label = plan_key_label((enum plan_key)k);
	names_add(v->mem, &v->params, parameter);
	v->result = RESULT_PARAM_MISSING;
	verdict_say(v, v->plan->citations[PLAN_CITE_FALLBACK], "訓練計畫檔未定義：%s，請人工認定；未規定事項適用訓練辦法及其他有關訓練之規定", label);
	return false;
}

const struct plan_value *verdict_parameter(struct verdict *v, enum plan_key k)
{
	const struct plan_value *value = plan_value(v->plan, k);

	if (value->known)
		return value;
	verdict_param_missing(v, plan_key_name(k));
	return NULL;
}

bool verdict_data_missing(struct verdict *v, const char *citation, const char *fact, const char *label)
{
	names_add(v->mem, &v->missing, fact);
	v->result = RESULT_DATA_MISSING;
	verdict_say(v, citation, "缺少資料：%s（%s）", label, fact);
	return false;
}

bool verdict_not_in_plan(struct verdict *v, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(v, v->plan->title, arena_vprint(v->mem, format, args));
	va_end(args);
	v->result = RESULT_NOT_IN_PLAN;
	return false;
}

bool verdict_malformed(struct verdict *v, const char *path, const char *text)
{
	v->malformed = (struct fact_error){"BAD_INPUT", path, text};
	return false;
}

bool verdict_in_range(struct verdict *v, struct date d)
{
	if (date_set(d) && date_year(d) >= YEAR_FIRST && date_year(d) <= YEAR_LAST)
		return true;
	return verdict_refuse(v, "BAD_PERIOD", law_counting, "期間或日期錯誤：可計算之日期為民國1年1月1日至1000年12月31日");
}

char *period_text(struct arena *mem, struct period p)
{
	const char *unit = p.unit == 'd' ? "日" : p.unit == 'w' ? "週" : p.unit == 'm' ? "個月" : "年";

	return arena_print(mem, "%d%s", p.n, unit);
}

static const char *cited(struct verdict *v, const char *source, const char *law)
{
	return *source ? arena_print(v->mem, "%s；%s", source, law) : law;
}

static void say_moved(struct verdict *v, const struct act_deadline *a)
{
	static const char *const weekday[] = {"日", "一", "二", "三", "四", "五", "六"};

	if (!date_same(a->raw, a->due))
		verdict_say(v, law_holiday, "末日%s（星期%s）為休息日，順延至%s", date_long_text(v->mem, a->raw),
			weekday[date_weekday(a->raw)], date_long_text(v->mem, a->due));
	if (a->provisional)
		verdict_say(v, law_holiday, "暫算（未載入該年行事曆，僅以星期六、日為休息日）");
}

bool verdict_deadline(struct verdict *v, const char *source, struct date event, struct period length, enum counting counting,
	struct act_deadline *to)
{
	struct date first = counting == COUNT_NEXT_DAY ? date_plus(event, 1) : event;

	*to = act_deadline(v->calendar, event, length, counting);
	if (!verdict_in_range(v, to->raw) || !verdict_in_range(v, to->due))
		return false;
	verdict_say(v, cited(v, source, length.unit == 'd' ? law_counting : law_months), "自%s起算%s，末日%s",
		date_long_text(v->mem, first), period_text(v->mem, length), date_long_text(v->mem, to->raw));
	say_moved(v, to);
	v->used = to->provisional || v->used == CALENDAR_WEEKENDS_ONLY ? CALENDAR_WEEKENDS_ONLY : CALENDAR_OFFICIAL;
	return true;
}
