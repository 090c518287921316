/* revocation_causes.c: the test of each cause of revocation.  Knows no plan's list of them.  See revocation.h. */
#include "rule/revocation_private.h"

#include "base/text.h"
#include "rule/leave.h"
#include "rule/plan.h"

static enum result missing(struct testing *t, const char *key, const char *label)
{
	verdict_data_missing(&t->v, t->v.plan->title, arena_print(t->v.mem, "facts/%s", key), label);
	return RESULT_DATA_MISSING;
}

static enum result met(bool holds)
{
	return holds ? RESULT_MET : RESULT_NOT_MET;
}

/* ---- the tests ---- */

static bool is_true(struct maybe_bool b)
{
	return b.known && b.yes;
}

static bool is_false(struct maybe_bool b)
{
	return b.known && !b.yes;
}

/* LAW: 訓練計畫第20點第1款第1目 */
static enum result left(struct testing *t)
{
	const struct cause_facts *f = t->f;

	if (is_true(f->waived) || is_true(f->not_reported) || is_true(f->left))
		return RESULT_MET;
	if (!f->waived.known)
		missing(t, "waived", "自願放棄受訓資格");
	if (!f->not_reported.known)
		missing(t, "not_reported", "未於規定之時間內報到");
	if (!f->left.known)
		missing(t, "left", "中途離訓");
	return t->v.result == RESULT_DATA_MISSING ? t->v.result : RESULT_NOT_MET;
}

/* LAW: 112高普第20點第1款第2目 */
static enum result retrain_failed(struct testing *t)
{
	return t->f->bt_retrain_passed.known ? met(!t->f->bt_retrain_passed.yes) : missing(t, "bt_retrain_passed", "重新訓練成績及格");
}

/* Hours against those of the course, by a percentage of the plan; one that is not in the plan is not reckoned. */
static enum result of_course(struct testing *t, struct maybe_int hours, enum plan_key percent, bool (*holds)(int64_t, int64_t, int64_t))
{
	const struct plan_value *limit;

	if (t->v.result == RESULT_DATA_MISSING || !t->in_plan)
		return t->v.result;
	limit = verdict_parameter(&t->v, percent);
	if (!limit)
		return t->v.result;
	verdict_say(&t->v, verdict_cited(&t->v, PLAN_CITE_REVOKE), "%lld小時，課程時數%lld小時，上限%lld％", (long long)hours.n,
		(long long)t->f->course_hours.n, (long long)limit->n);
	return met(holds(hours.n, t->f->course_hours.n, limit->n));
}

/* LAW: 112高普第20點第1款第3目 */
static enum result bt_absence(struct testing *t)
{
	if (!t->f->course_hours.known)
		missing(t, "course_hours", "課程時數");
	if (!t->f->unexcused_hours.known)
		missing(t, "unexcused_hours", "請假缺課時數");
	return of_course(t, t->f->unexcused_hours, PLAN_REVOKE_BT_ABSENCE, absence_exceeds);
}

/* LAW: 112高普第20點第1款第4目前段 */
static enum result bt_truancy(struct testing *t)
{
	if (!t->f->course_hours.known)
		missing(t, "course_hours", "課程時數");
	if (!t->f->truancy_hours.known)
		missing(t, "truancy_hours", "曠課時數");
	return of_course(t, t->f->truancy_hours, PLAN_REVOKE_BT_TRUANCY, truancy_reaches);
}

/* LAW: 113身障第20點第1款第3目; 112高普第20點第1款第4目後段 */
static enum result pt_absence(struct testing *t)
{
	const struct plan_value *days;

	if (!t->f->absence_hours.known)
		return missing(t, "absence_hours", "曠職時數");
	days = verdict_parameter(&t->v, PLAN_REVOKE_ABSENCE_DAYS);
	if (!days)
		return t->v.result;
	verdict_say(&t->v, verdict_cited(&t->v, PLAN_CITE_REVOKE), "曠職累計%lld小時，上限%lld日（每日8小時）", (long long)t->f->absence_hours.n,
		(long long)days->n);
	return met(absence_reaches(t->f->absence_hours.n, days->n));
}

static enum result finding(struct testing *t, const struct cause_finding *f, const char *key, const char *label)
{
	return f ? met(f->found && f->evidence) : missing(t, key, label);
}

/* LAW: 113身障第20點第1款第4目; 112高普第20點第1款第5目 */
static enum result impersonation(struct testing *t)
{
	return finding(t, t->f->impersonation, "impersonation", "冒名頂替、偽造或變造證件");
}

/* LAW: 訓練辦法§36-1; 113身障第20點第1款第2目; 112高普第20點第1款第6目 */
static enum result cheating(struct testing *t)
{
	if (is_false(t->f->barred))
		return RESULT_NOT_MET;
	if (!t->f->barred.known)
		missing(t, "barred", "扣考處分");
	if (!t->f->cheating.known)
		missing(t, "cheating", "舞弊情事");
	if (t->v.result == RESULT_DATA_MISSING)
		return t->v.result;
	return t->f->cheating.yes ? RESULT_MET : RESULT_REVIEW;
}

/* LAW: 113身障第20點第1款第5目; 112高普第20點第1款第7目 */
static enum result pt_failed(struct testing *t)
{
	return t->f->pt_confirmed_fail.known ? met(t->f->pt_confirmed_fail.yes) : missing(t, "pt_confirmed_fail", "核定不及格");
}

/* LAW: 113身障第20點第1款第6目; 112高普第20點第1款第8目 */
static enum result sick_leave(struct testing *t)
{
	if (is_false(t->f->sick_leave_expired) || is_true(t->f->returned))
		return RESULT_NOT_MET;
	if (!t->f->sick_leave_expired.known)
		missing(t, "sick_leave_expired", "延長病假期滿");
	if (!t->f->returned.known)
		missing(t, "returned", "已銷假繼續訓練");
	return t->v.result == RESULT_DATA_MISSING ? t->v.result : RESULT_MET;
}

/* LAW: 113身障第20點第1款第7目; 112高普第20點第1款第9目 */
static enum result leave_half(struct testing *t)
{
	struct leave_values values = {{0}, {0}};
	struct leave_facts facts = {.leave = t->f->leave};

	if (!t->f->period)
		missing(t, "period", "訓練期間");
	if (!t->f->leave.at)
		missing(t, "leave", "請假");
	if (t->v.result == RESULT_DATA_MISSING)
		return t->v.result;
	facts.start = t->f->period->start;
	facts.end = t->f->period->end;
	leave_judge(&t->v, &facts, &values);
	return t->v.result;
}

/* LAW: 113身障第20點第1款第8目; 112高普第20點第1款第10目 */
static enum result major_demerit(struct testing *t)
{
	struct conduct_sum sum;

	if (t->f->conduct.at && !conduct_add(&t->v, &t->f->conduct, &sum))
		return t->v.result;
	if (is_false(t->f->period_ended))
		return RESULT_NOT_MET;
	if (!t->f->conduct.at)
		missing(t, "conduct", "獎懲");
	if (!t->f->period_ended.known)
		missing(t, "period_ended", "訓練期滿");
	if (t->v.result == RESULT_DATA_MISSING)
		return t->v.result;
	verdict_say(&t->v, verdict_cited(&t->v, PLAN_CITE_DISCIPLINE), sum.unknown ? "獎懲種類「%s」不在規定之列" : "獎懲相互抵銷後淨計%s次申誡",
		sum.unknown ? sum.unknown : arena_print(t->v.mem, "%lld", (long long)sum.net));
	return sum.unknown ? RESULT_REVIEW : met(sum.net >= sum.demerit);
}

/* LAW: 113身障第20點第1款第9目; 112高普第20點第1款第11目 */
static enum result violence(struct testing *t)
{
	return finding(t, t->f->violence, "violence", "施以強暴脅迫");
}

/* LAW: 113身障第20點第1款第10目; 112高普第20點第1款第12目 */
static enum result bad_conduct(struct testing *t)
{
	return finding(t, t->f->bad_conduct, "bad_conduct", "品德操守不良，情節嚴重");
}

const struct cause_test cause_tests[CAUSE_TESTS] = {
	{"waive_absent_quit", left, "放棄、未報到或中途離訓"}, {"bt_retrain_failed", retrain_failed, "基礎訓練重新訓練不及格"},
	{"bt_absence_20", bt_absence, "基礎訓練缺課"}, {"bt_truancy_5", bt_truancy, "基礎訓練曠課"}, {"pt_absent_3d", pt_absence, "實務訓練曠職"},
	{"impersonation", impersonation, "冒名頂替、偽造或變造證件"}, {"cheating_barred", cheating, "舞弊扣考"},
	{"pt_failed", pt_failed, "實務訓練成績不及格"}, {"sick_leave_end", sick_leave, "延長病假期滿"}, {"leave_half", leave_half, "請假逾二分之一"},
	{"major_demerit", major_demerit, "獎懲累積達一大過"}, {"violence", violence, "強暴脅迫"}, {"bad_conduct", bad_conduct, "品德操守不良"},
};
