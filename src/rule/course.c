/* course.c: see course.h. */
#include "rule/course.h"

#include <string.h>

#include "base/text.h"
#include "rule/rule.h"

enum { CODE = 10, ITEMS_MOST = 200, DAY_SECONDS = 86400 };

static const char manual_agencies[] = "終身學習入口網站管理後台操作手冊「課程基本資料：限某機關同仁報名」",
	manual_signup[] = "終身學習入口網站管理後台操作手冊「課程基本資料：報名開始、報名結束、上線時間」";

/* ---- which agencies ---- */

static const char *capital(struct arena *mem, const char *text)
{
	char *all = text_trim(mem, text);

	for (char *c = all; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	return all;
}

const char *agency_item_wrong(const char *item)
{
	size_t n = strspn(item, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	if (strstr(item, "；") || strstr(item, "＊"))
		return "應使用半形「;」及「*」";
	if (!*item)
		return "空白";
	if (!strcmp(item, "*"))
		return "「*」之前應有機關代碼之開頭";
	if (item[n] == '*')
		return item[n + 1] ? "「*」僅得在最後" : n > CODE ? "機關代碼為10碼" : NULL;
	if (item[n])
		return "僅得為數字、英文字母及「*」";
	return n == CODE ? NULL : "機關代碼應為10碼，或開頭數碼加「*」";
}

static bool fits(const char *item, const char *code)
{
	size_t n = strlen(item);

	return item[n - 1] == '*' ? !strncmp(item, code, n - 1) : !strcmp(item, code);
}

/* Looks at each item of the list.  False: malformed, or too many. */
static bool look(struct verdict *v, const char *patterns, const char *code, int *items, bool *fit)
{
	const char *rest = patterns;

	while (*rest) {
		size_t n = strcspn(rest, ";");
		const char *item = capital(v->mem, arena_bytes(v->mem, rest, n)), *after = rest + n + (rest[n] == ';'), *wrong;
		bool empty_end = !*item && !*text_trim(v->mem, after) && *items;

		rest = after;
		if (empty_end)
			continue;
		wrong = agency_item_wrong(item);
		++*items;
		if (wrong)
			return verdict_refuse(v, "E-CRS-04", manual_agencies, "「限某機關同仁報名」第%d項「%s」不正確：%s", *items, item, wrong);
		if (*items > ITEMS_MOST)
			return verdict_refuse(v, "E-CRS-04", manual_agencies, "「限某機關同仁報名」第%d項「%s」不正確：至多%d項", *items, item,
				ITEMS_MOST);
		*fit = *fit || fits(item, code);
	}
	return true;
}

void agency_allowed_judge(struct verdict *v, const struct agency_allowed_facts *f, struct agency_allowed_values *to)
{
	const char *patterns = text_trim(v->mem, f->patterns), *code = capital(v->mem, f->code);
	int items = 0;
	bool fit = false;

	if (!look(v, patterns, code, &items, &fit))
		return;
	to->allowed = fit || !items;
	v->result = RESULT_ALLOWED;
	if (!items)
		verdict_say(v, manual_agencies, "未限機關，%s之同仁得報名", code);
	else if (fit)
		verdict_say(v, manual_agencies, "%s符合「%s」，得報名", code, patterns);
	else
		verdict_refuse(v, "E-REG-02", manual_agencies, "本課程限特定機關同仁報名：%s不符合「%s」", code, patterns);
}

/* ---- when ---- */

static int64_t moment_of(const struct fact_time *t, bool end)
{
	return (int64_t)t->day.number * DAY_SECONDS + (end && t->bare ? DAY_SECONDS - 1 : t->second);
}

static const char *shown(struct verdict *v, const struct fact_time *t, bool end)
{
	int second = end && t->bare ? DAY_SECONDS - 1 : t->second;

	return arena_print(v->mem, "%s %02d:%02d:%02d", date_long_text(v->mem, t->day), second / 3600, second / 60 % 60, second % 60);
}

static bool in_order(struct verdict *v, const struct visibility_facts *f)
{
	int64_t to = moment_of(&f->signup_to, true);

	if (date_set(f->online_from.day) && moment_of(&f->online_from, false) > to)
		return verdict_refuse(v, "E-CRS-03", manual_signup, "報名期間或上線時間不正確：上線時間%s晚於報名結束%s",
			shown(v, &f->online_from, false), shown(v, &f->signup_to, true));
	if (moment_of(&f->signup_from, false) > to)
		return verdict_refuse(v, "E-CRS-03", manual_signup, "報名期間或上線時間不正確：報名開始%s晚於報名結束%s",
			shown(v, &f->signup_from, false), shown(v, &f->signup_to, true));
	return true;
}

void visibility_judge(struct verdict *v, const struct visibility_facts *f, struct visibility_values *to)
{
	int64_t now = moment_of(&f->now, false);
	bool begun = !date_set(f->online_from.day) || moment_of(&f->online_from, false) <= now, visible;

	if (!in_order(v, f))
		return;
	visible = begun && now <= moment_of(&f->signup_to, true);
	to->visible = (struct maybe_bool){true, visible};
	to->open = (struct maybe_bool){true, visible && moment_of(&f->signup_from, false) <= now};
	if (!begun)
		verdict_say(v, manual_signup, "%s待上線，上線時間%s", shown(v, &f->now, false), shown(v, &f->online_from, false));
	else if (!visible)
		verdict_say(v, manual_signup, "%s已下線，報名結束%s", shown(v, &f->now, false), shown(v, &f->signup_to, true));
	else
		verdict_say(v, manual_signup, "%s已上線，%s，報名期間%s至%s", shown(v, &f->now, false), to->open.yes ? "開放報名" : "尚未開放報名",
			shown(v, &f->signup_from, false), shown(v, &f->signup_to, true));
}

/* ---- the table ---- */

static void agency_allowed_rule(struct verdict *v, const void *facts, void *values)
{
	agency_allowed_judge(v, facts, values);
}

static void visibility_rule(struct verdict *v, const void *facts, void *values)
{
	visibility_judge(v, facts, values);
}

static const struct fact agency_in[] = {
	FACT(agency_allowed_facts, patterns, TEXT, "限某機關同仁報名"),
	FACT(agency_allowed_facts, code, TEXT, "機關代碼"),
	{0}
}, agency_out[] = {
	FACT(agency_allowed_values, allowed, BOOL, "得報名"),
	{0}
}, visibility_in[] = {
	FACT(visibility_facts, now, TIME, "現在時間"),
	FACT(visibility_facts, online_from, TIME, "上線時間", .may_be_absent = true),
	FACT(visibility_facts, signup_from, TIME, "報名開始"),
	FACT(visibility_facts, signup_to, TIME, "報名結束"),
	{0}
}, visibility_out[] = {
	FACT(visibility_values, visible, MAYBE_BOOL, "前台可見"),
	FACT(visibility_values, open, MAYBE_BOOL, "開放報名"),
	{0}
};

const struct rule course_rules[] = {
	{"agency-allowed", "限某機關同仁報名", "LEARN-222 LEARN-223", RULE_WITHOUT_PLAN, agency_in, agency_out,
		sizeof(struct agency_allowed_facts), sizeof(struct agency_allowed_values), agency_allowed_rule},
	{"course-visibility", "課程之上線與報名", "LEARN-218 LEARN-219", RULE_WITHOUT_PLAN, visibility_in, visibility_out,
		sizeof(struct visibility_facts), sizeof(struct visibility_values), visibility_rule},
	{0}
};
