/* retention.c: who may ask for 保留受訓資格, under which law, for how long.  See retention.h. */
#include "rule/retention.h"

#include "base/text.h"
#include "rule/rule.h"

static const char service[] = "服兵役", child_care[] = "養育三足歲以下子女", other[] = "其他不可歸責事由";

static const char *const laws[] = {[LAW_NEW] = "公務人員考試法（103年1月22日修正公布）第4條",
	[LAW_OLD] = "公務人員考試法（102年1月23日修正公布）第2條第3項"};

/* What a law gives for the cause.  most {0}: as long as 法定役期, which was not said. */
struct offer { bool has_cause; struct period most; };

/* One application on its way. */
struct retaining {
	struct verdict *v;
	const struct retention_facts *f;
	struct retention_values *to;
	const char *citation;
	struct offer offers[2];                                 /* by law */
	bool admitted_before;                                   /* while the old law was in force */
};

/* LAW: 訓練辦法§15 */
static bool known_cause(struct retaining *r)
{
	const struct plan_value *causes;

	if (r->f->list == LIST_SUPPLEMENTARY)
		return verdict_refuse(r->v, "NOT_REGULAR_LIST", r->citation, "僅正額錄取人員得申請保留受訓資格；增額錄取人員得依公務人員"
			"考試法第5條申請延後分配訓練");
	if (!(causes = verdict_parameter(r->v, PLAN_RETAIN_CAUSES)))
		return false;
	return fact_texts_has(&causes->texts, r->f->cause) || verdict_refuse(r->v, "CAUSE_UNKNOWN", r->citation,
		"「%s」非得申請保留受訓資格之事由；得申請之事由：%s", r->f->cause, fact_texts_line(r->v->mem, &causes->texts));
}

/* ---- which law ---- */

static bool read_offer(struct retaining *r, enum plan_key key, struct offer *to)
{
	const struct plan_value *table = verdict_parameter(r->v, key);
	const struct plan_retention *row;

	if (!table)
		return false;
	row = table->rows.at;
	for (int i = 0; i < table->rows.n; i++)
		if (text_is(row[i].cause, r->f->cause))
			*to = (struct offer){true, row[i].most.n ? row[i].most : r->f->statutory_service};
	return true;
}

/* Is the first longer than the second whenever it begins?  Months and years differ in days. */
static bool longer(struct period a, struct period b)
{
	enum { FIRST_YEAR = 2021, MONTHS = 48 };

	if ((a.unit == 'y' || a.unit == 'm') && (b.unit == 'y' || b.unit == 'm'))
		return a.n * (a.unit == 'y' ? 12 : 1) > b.n * (b.unit == 'y' ? 12 : 1);
	for (int m = 0; m < MONTHS; m++) {
		struct date first = date_make(FIRST_YEAR + m / 12, 1 + m % 12, 1), end = period_end(first, a), most = period_end(first, b);

		if (!date_set(most) || (date_set(end) && !date_before(most, end)))
			return false;
	}
	return true;
}

static void choose(struct retaining *r, enum retention_law law, const char *why)
{
	const char *which = r->v->plan->citations[PLAN_CITE_RETAIN_LAW];

	r->to->law = law;
	r->to->max = r->offers[law].most;
	verdict_say(r->v, arena_print(r->v->mem, "%s；%s", laws[law], which ? which : r->citation), "適用%s：%s",
		law == LAW_NEW ? "新法" : "舊法", why);
}

/* The law as it was may be chosen by who was admitted under it; whoever trains later than that is under the new one.
 * LAW: 考選部103-02-11選規一字第1031300049號函; 113身障附件1注意三、四 */
static bool choose_law(struct retaining *r, int64_t new_only_from)
{
	const struct retention_facts *f = r->f;
	bool later_training = f->kind == ADMITTED_MAKEUP || f->kind == ADMITTED_RETRAIN, new_only = !r->admitted_before || later_training;
	const char *why = later_training ? "歷年補訓或重新訓練人員" : arena_print(r->v->mem, "%lld年%s錄取人員", (long long)f->exam_year,
		r->admitted_before ? "正額" : arena_print(r->v->mem, "（%lld年以後）", (long long)new_only_from));

	if (new_only)
		choose(r, LAW_NEW, why);
	if (new_only && f->law == LAW_OLD)
		return verdict_refuse(r->v, "NEW_LAW_ONLY", r->citation, "%s僅適用新法，不得選擇舊法", why);
	if (new_only)
		return true;
	if (f->law == LAW_OLD && !r->offers[LAW_OLD].has_cause)
		return verdict_refuse(r->v, "CAUSE_UNKNOWN", laws[LAW_OLD], "舊法無「%s」之事由，應適用新法", f->cause);
	if (f->law >= 0)
		choose(r, (enum retention_law)f->law, arena_print(r->v->mem, "%s，申請人選擇", why));
	else if (r->offers[LAW_OLD].has_cause && r->offers[LAW_OLD].most.n && longer(r->offers[LAW_OLD].most, r->offers[LAW_NEW].most))
		choose(r, LAW_OLD, arena_print(r->v->mem, "%s基於信賴保護得選擇，最長期間較長（暫採，得改選）", why));
	else
		choose(r, LAW_NEW, arena_print(r->v->mem, "%s，新法最長期間不短於舊法", why));
	return true;
}

static bool find_law(struct retaining *r)
{
	const struct plan_value *from = verdict_parameter(r->v, PLAN_RETAIN_NEW_LAW_ONLY);

	if (!from)
		return false;
	r->admitted_before = r->f->exam_year < from->n;
	return read_offer(r, PLAN_RETAIN_MAX_NEW, &r->offers[LAW_NEW]) &&
		(!r->admitted_before || read_offer(r, PLAN_RETAIN_MAX_OLD, &r->offers[LAW_OLD])) && choose_law(r, from->n);
}

/* ---- the application ---- */

/* LAW: 113身障附件1注意四(二): what only the new law has, before 分配訓練 is done */
static bool before_allocation(struct retaining *r)
{
	if (!r->f->allocated || !r->admitted_before || r->offers[LAW_OLD].has_cause)
		return true;
	return verdict_refuse(r->v, NULL, r->citation, "「%s」為新法之事由，申請期間限於「分配訓練」(完成分配作業)之前", r->f->cause);
}

/* LAW: 訓練辦法§15; 訓練計畫第8點第2款 */
static bool spouse_allows(struct retaining *r)
{
	const struct maybe_bool *civil = &r->f->spouse_civil_servant, *leave = &r->f->spouse_parental_leave;

	if (!text_is(r->f->cause, child_care) || (civil->known && !civil->yes) || (leave->known && !leave->yes))
		return true;
	if (civil->known && leave->known)
		return verdict_refuse(r->v, NULL, verdict_cited(r->v, PLAN_CITE_RETAIN_SPOUSE), "配偶為公務人員且依法已申請育嬰留職停薪者，不得以養育"
			"三足歲以下子女申請保留受訓資格");
	if (!civil->known)
		verdict_data_missing(r->v, r->citation, "spouse_civil_servant", "配偶是否為公務人員");
	if (!leave->known)
		verdict_data_missing(r->v, r->citation, "spouse_parental_leave", "配偶是否依法已申請育嬰留職停薪");
	return false;
}

static bool said_enough(struct retaining *r)
{
	if (text_is(r->f->cause, other) && (!r->f->cause_text || !*text_trim(r->v->mem, r->f->cause_text)))
		return verdict_data_missing(r->v, r->citation, "cause_text", "其他不可歸責事由之內容");
	if (text_is(r->f->cause, service) && !r->f->statutory_service.n)
		return verdict_data_missing(r->v, r->citation, "statutory_service", "法定役期");
	return true;
}

static bool within_most(struct retaining *r)
{
	struct verdict *v = r->v;
	const char *most = period_text(v->mem, r->to->max);

	if (r->f->requested.n && longer(r->f->requested, r->to->max))
		return verdict_refuse(v, "OVER_MAX", laws[r->to->law], "超過規定上限：「%s」申請保留%s，最長為%s", r->f->cause,
			period_text(v->mem, r->f->requested), most);
	v->result = RESULT_ALLOWED;
	verdict_say(v, laws[r->to->law], "「%s」得申請保留受訓資格，最長%s%s", r->f->cause, most,
		r->f->requested.n ? arena_print(v->mem, "；申請%s，未逾上限", period_text(v->mem, r->f->requested)) : "");
	return true;
}

void retention_judge(struct verdict *v, const struct retention_facts *f, struct retention_values *to)
{
	struct retaining r = {.v = v, .f = f, .to = to, .citation = verdict_cited(v, PLAN_CITE_RETAIN)};

	to->law = -1;
	if (known_cause(&r) && find_law(&r) && before_allocation(&r) && spouse_allows(&r) && said_enough(&r))
		within_most(&r);
}

/* ---- the table ---- */

static void retention_rule(struct verdict *v, const void *facts, void *values)
{
	retention_judge(v, facts, values);
}

static const char *const lists[] = {"regular", "supplementary", NULL}, *const law_names[] = {"new", "old", NULL},
	*const kinds[] = {"first", "makeup", "retrain", NULL};
static const char *const lists_shown[] = {"正額錄取", "增額錄取", NULL}, *const kinds_shown[] = {"當年度訓練", "補訓", "重新訓練", NULL},
	*const law_names_shown[] = {"103年1月22日修正公布之考試法", "102年1月23日修正公布之考試法", NULL};

static const struct fact retention_in[] = {
	FACT(retention_facts, exam_year, INT, "考試年度"),
	FACT(retention_facts, list, CHOICE, "錄取別", .choices = lists, .shown = lists_shown),
	FACT(retention_facts, cause, TEXT, "事由", .of_plan = PLAN_RETAIN_CAUSES),
	FACT(retention_facts, law, CHOICE, "選擇適用之考試法", .choices = law_names, .shown = law_names_shown, .may_be_absent = true),
	FACT(retention_facts, requested, LENGTH, "申請期間", .may_be_absent = true),
	FACT(retention_facts, spouse_civil_servant, MAYBE_BOOL, "配偶為公務人員", .may_be_absent = true),
	FACT(retention_facts, spouse_parental_leave, MAYBE_BOOL, "配偶依法已申請育嬰留職停薪", .may_be_absent = true),
	FACT(retention_facts, kind, CHOICE, "受訓別", .choices = kinds, .shown = kinds_shown, .may_be_absent = true),
	FACT(retention_facts, allocated, BOOL, "已完成分配作業", .may_be_absent = true),
	FACT(retention_facts, statutory_service, LENGTH, "法定役期", .may_be_absent = true),
	FACT(retention_facts, cause_text, TEXT, "其他事由之內容", .may_be_absent = true),
	{0}
}, retention_out[] = {
	FACT(retention_values, law, CHOICE, "適用之考試法", .choices = law_names, .shown = law_names_shown),
	FACT(retention_values, max, LENGTH, "最長期間"),
	{0}
};

const struct rule retention_rules[] = {
	{"retention", "保留受訓資格之申請", "PLAN-031 PLAN-032 PLAN-033 PLAN-036", RULE_NEEDS_PLAN, retention_in, retention_out,
		sizeof(struct retention_facts), sizeof(struct retention_values), retention_rule},
	{0}
};
