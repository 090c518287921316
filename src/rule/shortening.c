/* shortening.c: see shortening.h. */
#include "rule/shortening.h"

#include "base/text.h"
#include "rule/plan.h"
#include "rule/rule.h"

enum { GRADE_LAST = 14, DAYS_A_MONTH = 30, MONTHS_MOST = 1200 };

/* One application on its way. */
struct shortening {
	struct verdict *v;
	const struct shortening_facts *f;
	struct shortening_values *to;
	const char *citation;
	struct date first, last;                                /* the days looked back on */
	struct period least;
	int segments, months, days;                             /* of those that count */
};

static const struct service_row *row(const struct shortening *s, int i)
{
	return (const struct service_row *)s->f->service.at + i;
}

static bool refuse(const struct shortening *s, const char *code, const char *text)
{
	return verdict_refuse(s->v, code, s->citation, "%s", text);
}

/* ---- facts that can't be ---- */

static bool grade_is_good(const struct shortening *s, const char *label, int64_t grade)
{
	return (grade >= 1 && grade <= GRADE_LAST) ||
		verdict_refuse(s->v, "BAD_DATA", s->citation, "資料錯誤：%s應為第1至第%d職等", label, GRADE_LAST);
}

static bool range_is_good(const struct shortening *s, const struct fact_range *r)
{
	if (!r->known)
		return true;
	if (r->min > r->max)
		return refuse(s, "BAD_DATA", "資料錯誤：職務列等之起迄顛倒");
	return grade_is_good(s, "職務列等", r->min) && grade_is_good(s, "職務列等", r->max);
}

static bool row_is_good(const struct shortening *s, const struct service_row *r)
{
	if (date_set(r->to) && date_before(r->to, r->from))
		return verdict_refuse(s->v, "BAD_PERIOD", s->citation, "期間錯誤：任職迄日%s早於起日%s", date_long_text(s->v->mem, r->to),
			date_long_text(s->v->mem, r->from));
	return (!r->grade.known || grade_is_good(s, "曾任職等", r->grade.n)) &&
		(!r->equivalent_grade.known || grade_is_good(s, "相當職等", r->equivalent_grade.n)) && range_is_good(s, &r->range);
}

static bool facts_are_good(const struct shortening *s)
{
	if (!verdict_in_range(s->v, s->f->report_date) || !verdict_in_range(s->v, s->f->filed_on) ||
		!grade_is_good(s, "擬任職等", s->f->intended->grade) || !range_is_good(s, &s->f->intended->range))
		return false;
	for (int i = 0; i < s->f->service.n; i++)
		if (!row_is_good(s, row(s, i)))
			return false;
	return true;
}

/* ---- the application ---- */

/* LAW: 訓練計畫第11點第1款; 附件4 */
static bool is_in_time(struct shortening *s)
{
	const struct plan_value *within = verdict_parameter(s->v, PLAN_SHORTEN_WITHIN);
	struct act_deadline due;

	if (!within || !verdict_deadline(s->v, s->citation, s->f->report_date, within->length, COUNT_NEXT_DAY, &due))
		return false;
	s->to->due = due.due;
	if (date_before(due.due, s->f->filed_on))
		return verdict_refuse(s->v, "LATE", s->citation, "逾期不予受理（末日：%s）", date_long_text(s->v->mem, due.due));
	return true;
}

static struct date end_of(const struct shortening *s, const struct service_row *r)
{
	return date_set(r->to) ? r->to : s->last;
}

static bool has_no_overlap(const struct shortening *s)
{
	for (int i = 0; i < s->f->service.n; i++)
		for (int k = 0; k < i; k++)
			if (!date_before(end_of(s, row(s, i)), row(s, k)->from) && !date_before(end_of(s, row(s, k)), row(s, i)->from))
				return verdict_refuse(s->v, "DATA_CONFLICT", s->citation, "資料衝突：第%d段與第%d段任職期間重疊", k + 1, i + 1);
	return true;
}

/* ---- four months of the same series ---- */

/* What of a segment lies in the days looked back on; false: nothing. */
static bool cut(const struct shortening *s, const struct service_row *r, struct date *from, struct date *to)
{
	*from = date_before(r->from, s->first) ? s->first : r->from;
	*to = end_of(s, r);
	if (date_before(s->last, *to))
		*to = s->last;
	return !date_before(*to, *from);
}

static bool counts(const struct shortening *s, const struct service_row *r)
{
	struct date from, to;

	return r->series && text_is(r->series, s->f->intended->series) && cut(s, r, &from, &to);
}

/* The most whole months, and the days that are left. */
static void add(struct shortening *s, struct date from, struct date to)
{
	int m = 0;

	while (m < MONTHS_MOST && !date_before(to, period_end(from, (struct period){m + 1, 'm'})))
		m++;
	if (m)
		from = date_plus(period_end(from, (struct period){m, 'm'}), 1);
	s->segments++;
	s->months += m;
	s->days += days_between(from, to) + 1;
}

/* LAW: 訓練辦法§21 */
static bool ask_for_series(const struct shortening *s)
{
	struct date from, to;
	bool certified = false, open = false;

	for (int i = 0; i < s->f->service.n; i++) {
		if (row(s, i)->series || !cut(s, row(s, i), &from, &to))
			continue;
		open = open || !row(s, i)->certificate;
		certified = certified || row(s, i)->certificate;
		if (!row(s, i)->certificate)
			verdict_data_missing(s->v, s->citation, arena_print(s->v->mem, "service/%d/series", i), "職系，或原服務機關之工作內容證明");
	}
	if (certified && !open) {
		s->v->result = RESULT_REVIEW;
		verdict_say(s->v, s->citation, "曾任職務無職系，由保訓會依原服務機關之證明認定是否同職系，請人工認定");
	}
	return certified || open;
}

/* LAW: 訓練辦法§20; 訓練計畫第11點第1款 */
static bool has_served(struct shortening *s)
{
	struct date from, to;

	if (!s->f->intended->series)
		return verdict_data_missing(s->v, s->citation, "intended/series", "擬任職務之職系");
	for (int i = 0; i < s->f->service.n; i++)
		if (counts(s, row(s, i)) && cut(s, row(s, i), &from, &to))
			add(s, from, to);
	if (s->segments > 1) {                                  /* one alone is measured by the calendar */
		s->months += s->days / DAYS_A_MONTH;
		s->days %= DAYS_A_MONTH;
	}
	s->to->months = (struct maybe_int){true, s->months};
	s->to->days = (struct maybe_int){true, s->days};
	verdict_say(s->v, s->citation, "%s至%s之間，同職系（%s）服務合計%d個月%d日，應達%s", date_long_text(s->v->mem, s->first),
		date_long_text(s->v->mem, s->last), s->f->intended->series, s->months, s->days, period_text(s->v->mem, s->least));
	if (s->months >= s->least.n)
		return true;
	return !ask_for_series(s) && refuse(s, NULL, "最近5年內同職系服務期間未達規定，不得縮短實務訓練");
}

/* ---- one of three conditions ---- */

/* The plan's row for the level; NULL, and PARAM_MISSING, when there is none. */
static const struct plan_grade *grades(const struct shortening *s)
{
	const struct plan_value *table = verdict_parameter(s->v, PLAN_SHORTEN_GRADES);
	const struct plan_grade *g = table ? table->rows.at : NULL;

	for (int i = 0; table && i < table->rows.n; i++)
		if (text_is(g[i].level, s->f->level))
			return &g[i];
	if (table)
		verdict_param_missing(s->v, plan_key_name(PLAN_SHORTEN_GRADES));
	return NULL;
}

/* LAW: 訓練計畫第11點第2款第2目 */
static bool is_high(const struct shortening *s, const struct plan_grade *g, int64_t grade)
{
	return grade >= g->grade || (g->post.known && s->f->intended->grade == g->post.n && grade >= g->with_post.n);
}

static int64_t highest(const struct shortening *s, bool equivalent)
{
	int64_t most = 0;

	for (int i = 0; i < s->f->service.n; i++) {
		const struct maybe_int n = equivalent ? row(s, i)->equivalent_grade : row(s, i)->grade;

		if (counts(s, row(s, i)) && n.known && n.n > most)
			most = n.n;
	}
	return most;
}

/* LAW: 訓練辦法§20; 訓練計畫第11點第1款第3目 */
static bool has_post(const struct shortening *s)
{
	const struct fact_range *want = &s->f->intended->range;

	for (int i = 0; i < s->f->service.n; i++) {
		const struct fact_range *had = &row(s, i)->range;

		if (counts(s, row(s, i)) && had->known && want->known && had->min >= want->min && had->max >= want->max)
			return true;
	}
	return false;
}

static void grant(const struct shortening *s, enum shorten_branch branch, const char *why)
{
	s->v->result = RESULT_ALLOWED;
	s->to->branch = (int)branch;
	verdict_say(s->v, s->citation, "%s，得縮短實務訓練", why);
}

/* No condition holds: was there anything to judge by, and is it clear? */
static void explain(const struct shortening *s)
{
	const struct fact_range *want = &s->f->intended->range;
	bool any = false, unclear = false, unknown = false;

	for (int i = 0; i < s->f->service.n; i++) {
		const struct service_row *r = row(s, i);

		if (!counts(s, r))
			continue;
		any = any || r->grade.known || r->equivalent_grade.known || r->range.known;
		unknown = unknown || (r->range.known && !want->known);
		unclear = unclear || (r->range.known && want->known && !(r->range.min < want->min && r->range.max < want->max));
	}
	for (int i = 0; i < s->f->service.n && !any; i++)
		if (counts(s, row(s, i)))
			verdict_data_missing(s->v, s->citation, arena_print(s->v->mem, "service/%d/grade", i), "曾任職等、相當職等或職務列等");
	if (unknown)
		verdict_data_missing(s->v, s->citation, "intended/range", "擬任職務之職務列等");
	if (!any || unknown)
		return;
	if (!unclear) {
		refuse(s, NULL, "未具低一職等以上、職責程度相當或職務列等高於或同於擬任職務之資格，不得縮短實務訓練");
		return;
	}
	s->v->result = RESULT_REVIEW;
	verdict_say(s->v, s->citation, "曾任職務列等與擬任職務列等互有高低，請人工認定");
}

/* LAW: 訓練辦法§20, §22, §23 */
static void judge_conditions(const struct shortening *s)
{
	const struct plan_grade *g = grades(s);

	if (!g)
		return;
	if (is_high(s, g, highest(s, false)))
		grant(s, BRANCH_LOWER_GRADE, "具低一職等以上之資格及工作經驗");
	else if (is_high(s, g, highest(s, true)))
		grant(s, BRANCH_EQUIVALENT, "具與低一職等職責程度相當以上之資格及工作經驗");
	else if (has_post(s))
		grant(s, BRANCH_POST_GRADE, "曾任職務列等高於或同於擬任職務列等");
	else
		explain(s);
}

void shortening_judge(struct verdict *v, const struct shortening_facts *f, struct shortening_values *to)
{
	struct shortening s = {.v = v, .f = f, .to = to, .citation = verdict_cited(v, PLAN_CITE_SHORTEN)};
	const struct plan_value *back = verdict_parameter(v, PLAN_SHORTEN_LOOKBACK), *least = verdict_parameter(v, PLAN_SHORTEN_LEAST);

	to->branch = -1;
	if (!back || !least || !facts_are_good(&s))
		return;
	s.first = period_back(f->report_date, back->length);
	s.last = date_plus(f->report_date, -1);
	s.least = least->length;
	if (f->channel == CHANNEL_DIRECT)
		refuse(&s, "WRONG_CHANNEL", "與規定程序不合，不予受理：應向實務訓練機關（構）學校提出申請，由其函送保訓會");
	else if (is_in_time(&s) && has_no_overlap(&s) && has_served(&s))
		judge_conditions(&s);
}

/* ---- the table ---- */

static void shortening_rule(struct verdict *v, const void *facts, void *values)
{
	shortening_judge(v, facts, values);
}

static const char *const channels[] = {"agency", "direct", NULL}, *const channels_shown[] = {"向實務訓練機關（構）學校", "逕送保訓會", NULL};
static const char *const branches[] = {"one_grade_lower", "equivalent_responsibility", "post_grade", NULL};
static const char *const branches_shown[] = {"低一職等以上之資格", "職責程度相當以上之資格", "職務列等高於或同於擬任職務", NULL};

static const struct fact intended_facts[] = {
	FACT(intended_post, grade, INT, "擬任職等（1至14）"),
	FACT(intended_post, series, TEXT, "擬任職系", .may_be_null = true),
	FACT(intended_post, range, RANGE, "擬任職務列等", .may_be_absent = true),
	{0}
}, service_facts[] = {
	FACT(service_row, from, DATE, "起日"),
	FACT(service_row, to, DATE, "迄日", .may_be_null = true),
	FACT(service_row, series, TEXT, "職系", .may_be_null = true),
	FACT(service_row, grade, MAYBE_INT, "職等（1至14）", .may_be_null = true),
	FACT(service_row, range, RANGE, "職務列等", .may_be_absent = true),
	FACT(service_row, certificate, BOOL, "附工作內容證明", .may_be_absent = true),
	FACT(service_row, equivalent_grade, MAYBE_INT, "相當職等", .may_be_absent = true),
	{0}
}, shortening_in[] = {
	FACT(shortening_facts, level, TEXT, "考試等級", .of_plan = PLAN_LEVELS),
	FACT(shortening_facts, report_date, DATE, "報到日期"),
	FACT(shortening_facts, filed_on, DATE, "申請日期"),
	FACT(shortening_facts, channel, CHOICE, "申請方式", .choices = channels, .shown = channels_shown),
	FACT_OF(shortening_facts, intended, intended_post, "擬任職務", intended_facts),
	FACT(shortening_facts, service, ROWS, "曾任職務", .row = service_facts, .row_size = sizeof(struct service_row)),
	{0}
}, shortening_out[] = {
	FACT(shortening_values, due, DATE, "申請末日"),
	FACT(shortening_values, months, MAYBE_INT, "同職系服務月數"),
	FACT(shortening_values, days, MAYBE_INT, "餘日數"),
	FACT(shortening_values, branch, CHOICE, "符合之條件", .choices = branches, .shown = branches_shown),
	{0}
};

const struct rule shortening_rules[] = {
	{"pt-shortening", "縮短實務訓練", "PLAN-052 PLAN-053 PLAN-054 PLAN-055 PLAN-056 PLAN-057 PLAN-058", RULE_NEEDS_PLAN, shortening_in,
		shortening_out, sizeof(struct shortening_facts), sizeof(struct shortening_values), shortening_rule},
	{0}
};
