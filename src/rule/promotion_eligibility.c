/* promotion_eligibility.c: the four elements of 參訓資格.  See promotion.h. */
#include "rule/promotion.h"

#include "base/text.h"
#include "rule/promotion_set.h"
#include "rule/rule.h"

enum { ROC = 1911, YEAR_MOST = 1000, ELEMENTS = 4, ROWS_MOST = 1000 };

/* One check on its way. */
struct checking {
	struct verdict *v;
	const struct promotion_eligibility_facts *f;
	const struct promotion_eligibility_rule *rule;
	const char *citation, *cutoff_citation;
	struct date cutoff;
	struct fact_texts routes_met;
	const char *missing;                                    /* the fact without which the tenure can't be told; NULL: none */
};

static bool read_cutoff(struct checking *c)
{
	bool in_calendar = c->f->year > 0 && c->f->year <= YEAR_MOST;

	if (in_calendar)
		date_parse_iso(arena_print(c->v->mem, "%04d-%s", (int)c->f->year + ROC, c->rule->cutoff), &c->cutoff);
	return verdict_in_range(c->v, c->cutoff);
}

/* ---- the elements; each gives its result ---- */

static enum result post(struct checking *c)
{
	bool good = text_is(c->f->post, c->rule->post) && c->f->confirmed;

	verdict_say(c->v, c->citation, "現職人員：現任%s，%s；應為經銓敘部銓敘審定合格實授現任%s職務人員，%s", c->f->post,
		c->f->confirmed ? "經銓敘審定合格實授" : "未經銓敘審定合格實授", c->rule->post, good ? "符合" : "不符");
	return good ? RESULT_MET : RESULT_NOT_MET;
}

static enum result salary(struct checking *c)
{
	bool good = date_set(c->f->top_step_on) && !date_before(c->cutoff, c->f->top_step_on);

	verdict_say(c->v, c->citation, "官等俸級：%s；應於%s以前晉敘至%s，%s", date_set(c->f->top_step_on) ?
		arena_print(c->v->mem, "%s晉敘至最高級", date_long_text(c->v->mem, c->f->top_step_on)) : "尚未晉敘至最高級",
		date_long_text(c->v->mem, c->cutoff), c->rule->salary, good ? "符合" : "不符");
	return good ? RESULT_MET : RESULT_NOT_MET;
}

/* The grade of a year; NULL unless there is exactly one. */
static const char *grade_of(const struct fact_rows *appraisals, int64_t year)
{
	const struct promotion_appraisal *a = appraisals->at;
	const char *grade = NULL;
	int n = 0;

	for (int i = 0; i < appraisals->n; i++)
		if (a[i].year == year) {
			grade = a[i].grade;
			n++;
		}
	return n == 1 ? grade : NULL;
}

/* LAW: 佐升正訓練辦法§6: 最近3年年終考績，2年列甲等、1年列乙等以上 */
static enum result appraisals(struct checking *c)
{
	int64_t best = 0, good = 0, years = c->rule->appraisal_years;
	struct text shown = text_new(c->v->mem, 1 << 16);
	bool fine;

	for (int64_t year = c->f->year - years; year < c->f->year; year++) {
		const char *grade = grade_of(&c->f->appraisals, year);

		if (!grade) {
			verdict_say(c->v, c->citation, "考績：%lld年之年終考績應恰有1筆，需人工審查", (long long)year);
			return RESULT_REVIEW;
		}
		text_print(&shown, "%s%lld年%s", shown.n ? "、" : "", (long long)year, grade);
		best += text_is(grade, "甲");
		good += text_is(grade, "甲") || text_is(grade, "乙");
	}
	fine = best >= c->rule->best_grades && good == years;
	verdict_say(c->v, c->citation, "考績：%s；最近%lld年應有%lld年列甲等，其餘列乙等以上，%s", shown.at, (long long)years,
		(long long)c->rule->best_grades, fine ? "符合" : "不符");
	return fine ? RESULT_MET : RESULT_NOT_MET;
}

/* ---- years of service ---- */

/* Days of interruption from a day on, as far as they lie before the cut-off; one that lies in two intervals counts once. */
static int interrupted(const struct checking *c, struct date from)
{
	const struct promotion_interval *row = c->f->interruptions.at;
	struct date counted = date_plus(from, -1);              /* the last day that was looked at */
	int days = 0;

	for (;;) {
		const struct promotion_interval *next = NULL;
		struct date begin, end;

		for (int i = 0; i < c->f->interruptions.n; i++)
			if (date_before(counted, row[i].to) && (!next || date_before(row[i].from, next->from)))
				next = &row[i];
		if (!next || date_before(c->cutoff, next->from) || !date_before(counted, c->cutoff))
			return days;
		begin = date_before(counted, next->from) ? next->from : date_plus(counted, 1);
		end = date_before(c->cutoff, next->to) ? c->cutoff : next->to;
		days += days_between(begin, end) + 1;
		counted = end;
	}
}

static const struct promotion_route *route_rule(const struct checking *c, int route)
{
	const struct promotion_route *all = c->rule->routes.at;

	for (int i = 0; i < c->rule->routes.n; i++)
		if (all[i].route == route)
			return &all[i];
	return NULL;
}

/* LAW: 佐升正訓練辦法§6: 滿N年 at the end of the cut-off day */
static void check_route(struct checking *c, int at)
{
	const struct promotion_way *way = (const struct promotion_way *)c->f->routes.at + at;
	const struct promotion_route *rule = route_rule(c, way->route);
	int days = interrupted(c, way->from);
	struct date end = rule ? date_plus(period_end(way->from, (struct period){(int)rule->years, 'y'}), days) : (struct date){0};
	bool long_enough = date_set(end) && !date_before(c->cutoff, end);

	if (!rule) {
		verdict_say(c->v, c->citation, "年資：%s非本訓練之資格", promotion_routes[way->route]);
		return;
	}
	verdict_say(c->v, c->citation, "年資：%s；自%s起%s，%s，%s", rule->text, date_long_text(c->v->mem, way->from),
		days ? arena_print(c->v->mem, "，扣除中斷%d日", days) : "", date_set(end) ? arena_print(c->v->mem, "%s屆滿",
		date_long_text(c->v->mem, end)) : "屆滿日超出可計算之日期", long_enough ? "年資已滿" : "年資未滿");
	if (long_enough && rule->least_grade.known && !way->equivalent_grade.known && !c->missing)
		c->missing = arena_print(c->v->mem, "routes/%d/equivalent_grade", at);
	if (rule->least_grade.known && way->equivalent_grade.known && way->equivalent_grade.n < rule->least_grade.n)
		verdict_say(c->v, c->citation, "年資：銓定資格相當委任第%lld職等，應為第%lld職等以上", (long long)way->equivalent_grade.n,
			(long long)rule->least_grade.n);
	if (long_enough && (!rule->least_grade.known || (way->equivalent_grade.known && way->equivalent_grade.n >= rule->least_grade.n)))
		fact_texts_add(c->v->mem, &c->routes_met, promotion_routes[way->route]);
}

static enum result tenure(struct checking *c)
{
	for (int i = 0; i < c->f->routes.n; i++)
		check_route(c, i);
	if (!c->f->routes.n)
		verdict_say(c->v, c->citation, "年資：無任何考試或學歷資格，不符");
	if (c->routes_met.n)
		return RESULT_MET;
	return c->missing ? RESULT_DATA_MISSING : RESULT_NOT_MET;
}

/* ---- together ---- */

static bool makes_sense(struct checking *c)
{
	const struct promotion_interval *row = c->f->interruptions.at;

	if (c->f->interruptions.n > ROWS_MOST || c->f->routes.n > ROWS_MOST)
		return verdict_refuse(c->v, "BAD_DATA", c->citation, "資料錯誤：資格及中斷期間各至多%d筆", ROWS_MOST);
	for (int i = 0; i < c->f->interruptions.n; i++)
		if (date_before(row[i].to, row[i].from))
			return verdict_refuse(c->v, "BAD_DATA", c->citation, "資料錯誤：中斷期間之末日%s早於首日%s",
				date_long_text(c->v->mem, row[i].to), date_long_text(c->v->mem, row[i].from));
	return true;
}

static void conclude(struct checking *c, const enum result of[ELEMENTS])
{
	struct verdict *v = c->v;
	bool failed = false, open = false;

	for (int i = 0; i < ELEMENTS; i++) {
		failed = failed || of[i] == RESULT_NOT_MET;
		open = open || of[i] == RESULT_REVIEW;
	}
	if (!failed && c->missing && !c->routes_met.n) {
		verdict_data_missing(v, c->citation, c->missing, "銓定資格之相當職等");
		return;
	}
	v->result = failed ? RESULT_NOT_MET : open ? RESULT_REVIEW : RESULT_MET;
	verdict_say(v, c->cutoff_citation, "以%s為採計截止日，%s",
		date_long_text(v->mem, c->cutoff), failed ? "不符參訓資格" : open ? "參訓資格需人工審查" : "符合參訓資格");
}

void promotion_eligibility_judge(struct verdict *v, const struct promotion_eligibility_facts *f, struct promotion_eligibility_values *to)
{
	static const struct { const char *name; enum result (*check)(struct checking *); } elements[ELEMENTS] = {
		{"post", post}, {"salary", salary}, {"appraisals", appraisals}, {"tenure", tenure}};
	const struct promotion_set *set = promotion_set(v, f->type, f->year);
	struct checking c = {.v = v, .f = f};
	struct promotion_element *row;
	enum result results[ELEMENTS];

	if (!set)
		return;
	if (!set->eligibility) {
		promotion_param_missing(v, set, "eligibility.routes");
		return;
	}
	c.rule = set->eligibility;
	c.citation = promotion_cite(v, set, c.rule->article);
	c.cutoff_citation = promotion_cite(v, set, c.rule->cutoff_article);
	if (!read_cutoff(&c) || !makes_sense(&c))
		return;
	row = arena_array(v->mem, ELEMENTS, sizeof(*row));
	for (int i = 0; i < ELEMENTS; i++) {
		results[i] = elements[i].check(&c);
		row[i] = (struct promotion_element){elements[i].name, result_name(results[i])};
	}
	fact_texts_none(v->mem, &c.routes_met);
	*to = (struct promotion_eligibility_values){c.routes_met, {ELEMENTS, row}};
	conclude(&c, results);
}

/* ---- the table ---- */

static void eligibility_rule(struct verdict *v, const void *facts, void *values)
{
	promotion_eligibility_judge(v, facts, values);
}

static const struct fact appraisal_facts[] = {
	FACT(promotion_appraisal, year, INT, "考績年度"),
	FACT(promotion_appraisal, grade, TEXT, "等次"),
	{0}
}, way_facts[] = {
	FACT(promotion_way, route, CHOICE, "資格", .choices = promotion_routes, .shown = promotion_route_words),
	FACT(promotion_way, from, DATE, "任合格實授職務起日"),
	FACT(promotion_way, equivalent_grade, MAYBE_INT, "銓定資格相當職等", .may_be_absent = true),
	{0}
}, interval_facts[] = {
	FACT(promotion_interval, from, DATE, "首日"),
	FACT(promotion_interval, to, DATE, "末日"),
	{0}
}, eligibility_in[] = {
	FACT(promotion_eligibility_facts, type, CHOICE, "訓練類別", .choices = promotion_types, .shown = promotion_type_words),
	FACT(promotion_eligibility_facts, year, INT, "年度"),
	FACT(promotion_eligibility_facts, post, TEXT, "現任職務"),
	FACT(promotion_eligibility_facts, confirmed, BOOL, "經銓敘審定合格實授"),
	FACT(promotion_eligibility_facts, top_step_on, DATE, "晉敘至本俸最高級日", .may_be_null = true),
	FACT(promotion_eligibility_facts, appraisals, ROWS, "年終考績", .row = appraisal_facts, .row_size = sizeof(struct promotion_appraisal)),
	FACT(promotion_eligibility_facts, routes, ROWS, "考試或學歷資格", .row = way_facts, .row_size = sizeof(struct promotion_way)),
	FACT(promotion_eligibility_facts, interruptions, ROWS, "年資中斷期間", .row = interval_facts,
		.row_size = sizeof(struct promotion_interval), .may_be_absent = true),
	{0}
}, element_facts[] = {
	FACT(promotion_element, element, TEXT, "要件：post、salary、appraisals、tenure"),
	FACT(promotion_element, result, TEXT, "結果"),
	{0}
}, eligibility_out[] = {
	FACT(promotion_eligibility_values, routes_met, TEXTS, "年資已滿之資格"),
	FACT(promotion_eligibility_values, elements, ROWS, "各要件", .row = element_facts, .row_size = sizeof(struct promotion_element)),
	{0}
};

const struct rule promotion_eligibility_rules[] = {
	{"promotion-eligibility", "升官等訓練參訓資格", "PROMO-007 PROMO-008 PROMO-009 PROMO-010 PROMO-011 PROMO-012 PROMO-013 PROMO-014 "
		"PROMO-015 PROMO-016", RULE_PROMOTION, eligibility_in, eligibility_out, sizeof(struct promotion_eligibility_facts),
		sizeof(struct promotion_eligibility_values), eligibility_rule},
	{0}
};
