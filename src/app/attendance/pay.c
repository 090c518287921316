/* pay.c: 津貼 of a month with what is deducted from it, and 補助.      PLAN-068 … 072   LAW: 訓練辦法§26, §26-1, §27I, §29I */
#include <string.h>

#include "app/attendance/private.h"
#include "base/text.h"
#include "rule/allowance.h"
#include "rule/leave.h"
#include "rule/period.h"

/* ---- 補助 ---- */

struct benefit { struct code kind; struct date day; int64_t amount; const char *document; };
static const struct code benefit_kinds[] = {
	{"marriage", "結婚補助"}, {"funeral", "喪葬補助"}, {"birth", "生育補助"}, {"education", "子女教育補助"}, {"bereavement", "遺族撫慰金"}, {0}
};
static const struct field benefit_fields[] = {
	FIELD(benefit, kind, CODE, EDIT, "種類", .need = true, .list = benefit_kinds),
	FIELD(benefit, day, DATE, EDIT, "事實發生或申請日期", .need = true),
	FIELD(benefit, amount, INT, EDIT, "金額（元）", .need = true, .least = 1, .most = 100000000),
	FIELD(benefit, document, TEXT, EDIT, "核定文號", .most = 60),
	{0}
};
static const struct code benefit_states[] = {{"paid", "已核發"}, {0}};

static const char *benefit_cite(const struct life *l)
{
	return life_cite(l, "benefits", "訓練辦法第27條第1項");
}

static struct date benefit_day(const void *data)
{
	return ((const struct benefit *)data)->day;
}

static const char *benefit_summary(struct arena *mem, const struct life_record *r)
{
	const struct benefit *b = r->data;

	return arena_print(mem, "%s%lld元", b->kind.label, (long long)b->amount);
}

static bool is_bereavement(const struct benefit *b)
{
	return text_is(b->kind.id, "bereavement");
}

static void benefit_check(struct life_case *c)
{
	const struct benefit *b = c->data;

	if (is_bereavement(b) && c->life->training.state != DECEASED)
		life_refuse(c, "kind", benefit_cite(c->life), "遺族撫慰金於受訓人員亡故後發給；目前狀態為「%s」，請先登錄亡故之特殊異常情事",
			training_states[c->life->training.state].label);
	else if (!is_bereavement(b) && date_set(b->day) && !in_training(c->life, b->day))
		life_warn(c, "benefit-period", benefit_cite(c->life), "%s不在訓練期間%s至%s內，請確認得否支給", date_text(c->mem, b->day),
			date_text(c->mem, c->life->training.report_date), date_text(c->mem, c->life->training.end));
}

static void benefit_paid(struct db *db, struct life_case *c)
{
	if (is_bereavement(c->data))
		life_deadline_met(db, c, &bereavement_deadline, c->today);
}

static const struct life_act benefit_acts[] = {
	{"record", "登錄", "", "paid", MAY_LIFE_EDIT, .check = benefit_check, .effect = benefit_paid},
	{"correct", "更正", "paid", NULL, MAY_LIFE_EDIT | MAY_COMMISSION, .edits = true, .reason = true, .check = benefit_check},
	{"void", "作廢", "paid", "void", MAY_LIFE_EDIT | MAY_COMMISSION, .reason = true},
	{0}
};

const struct life_kind benefit_kind = {
	.name = "benefit", .title = "補助", .group = LIFE_ATTENDANCE, .requirements = "PLAN-072", .fields = benefit_fields,
	.size = sizeof(struct benefit), .states = benefit_states, .acts = benefit_acts, .see = MAY_LIFE_SEE, .held = not_reported,
	.day = benefit_day, .summary = benefit_summary, .citation = benefit_cite,
};

/* ---- 津貼 ---- */

struct allowance { struct date month; int64_t base, reviewed_grade, reviewed_step, deducted_days, deducted; const char *basis; };
static const struct field allowance_fields[] = {
	FIELD(allowance, month, DATE, EDIT, "月份", .need = true, .hint = "該月任一日"),
	FIELD(allowance, base, INT, EDIT, "每月津貼（元）", .most = 10000000, .hint = "俸給表金額；公營事業機構依其規定之金額。"),
	FIELD(allowance, reviewed_grade, INT, EDIT, "銓敘審定職等", .most = 14, .hint = "現職人員具任用資格並經銓敘審定者填寫，1至14。"),
	FIELD(allowance, reviewed_step, INT, EDIT, "銓敘審定俸級", .most = 20, .hint = "本俸之俸級。"),
	FIELD(allowance, basis, TEXT, SHOW, "支給標準"),
	FIELD(allowance, deducted_days, INT, SHOW, "扣除日數"),
	FIELD(allowance, deducted, INT, SHOW, "扣除金額（元）"),
	{0}
};
static const struct code allowance_states[] = {{"recorded", "已登錄"}, {0}};

static const char *allowance_cite(const struct life *l)
{
	return life_cite(l, "allowance", "訓練辦法第26條");
}

static struct date month_first(struct date d)
{
	int year, month, day;

	date_split(d, &year, &month, &day);
	return date_make(year, month, 1);
}

static struct date month_last(struct date d)
{
	return period_end(month_first(d), (struct period){1, 'm'});
}

static void allowance_begin(const struct life *l, void *data)
{
	const struct life_record *last = life_last(l, &allowance_kind, NULL, true);
	struct allowance *a = data;

	if (last) {
		*a = *(const struct allowance *)last->data;
		a->month = date_plus(month_last(a->month), 1);
	} else {
		a->month = month_first(l->training.report_date);
	}
}

static struct date allowance_day(const void *data)
{
	return ((const struct allowance *)data)->month;
}

static const char *allowance_summary(struct arena *mem, const struct life_record *r)
{
	const struct allowance *a = r->data;
	int year, month, day;

	date_split(a->month, &year, &month, &day);
	return arena_print(mem, "%d年%d月　%s%s", roc_year(a->month), month, a->basis,
		a->deducted_days ? arena_print(mem, "，扣除%lld日", (long long)a->deducted_days) : "");
}

/* 一 … 十四 before a word: "委任第五職等本俸五級" has 五 before 職等 and 五 before 級.  0: none. */
static int numeral_before(const char *text, const char *word)
{
	static const char *const digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
	const char *at = strstr(text, word);
	int n = 0, unit = 1;

	for (bool found = at; found && at - text >= 3;) {
		found = false;
		for (int i = 0; i < 10 && !found; i++)
			if (!memcmp(at - 3, digits[i], 3)) {
				n += i == 9 ? 10 : unit * (i + 1);
				found = true;
			}
		at -= found ? 3 : 0;
	}
	return n;
}

static void say(struct life_case *c, const char *citation, const char *text)
{
	struct verdict *v = life_finding(c, "allowance");

	v->result = RESULT_OK;
	verdict_say(v, citation, "%s", text);
}

/* A reviewed grade that is higher than the examination's is paid instead.                                 PLAN-070 */
static const char *reviewed(struct life_case *c, const struct allowance *a, const char *grade)
{
	const char *cited = life_cite(c->life, "incumbent", "訓練辦法第29條第1項");
	int exam_grade = numeral_before(grade, "職等"), exam_step = numeral_before(strstr(grade, "本俸") ? strstr(grade, "本俸") : "", "級");
	bool higher = a->reviewed_grade > exam_grade || (a->reviewed_grade == exam_grade && a->reviewed_step > exam_step);

	if (!a->reviewed_grade)
		return NULL;
	if (!c->life->training.qualified) {
		say(c, cited, "未具擬任職務法定任用資格並經銓敘審定，仍依考試等級支給");
		return NULL;
	}
	if (!higher) {
		say(c, cited, arena_print(c->mem, "銓敘審定第%lld職等本俸%lld級未高於考試取得資格之「%s」，仍依考試等級支給",
			(long long)a->reviewed_grade,
			(long long)a->reviewed_step, grade));
		return NULL;
	}
	say(c, cited, arena_print(c->mem, "銓敘審定第%lld職等本俸%lld級高於考試取得資格之「%s」，依銓敘審定級俸支給", (long long)a->reviewed_grade,
		(long long)a->reviewed_step, grade));
	return arena_print(c->mem, "銓敘審定第%lld職等本俸%lld級", (long long)a->reviewed_grade, (long long)a->reviewed_step);
}

static void judge_level(struct life_case *c, struct allowance *a)
{
	struct allowance_values values = {NULL};
	const char *higher;

	a->basis = "";
	if (c->life->training.state_enterprise) {
		a->basis = "依公營事業機構規定，比照相當等級";
		say(c, life_cite(c->life, "allowance_enterprise", "訓練辦法第26條"), "分配在公營事業機構實務訓練者，從其規定比照相當等級發給津貼");
		if (!a->base)
			life_refuse(c, "base", life_cite(c->life, "allowance_enterprise", "訓練辦法第26條"),
				"缺少資料（DATA_MISSING）：請輸入公營事業機構發給之金額");
		return;
	}
	allowance_judge(life_finding(c, "allowance"), &(struct allowance_facts){c->life->t.exam_level}, &values);
	if (!values.grade)
		return;
	higher = reviewed(c, a, values.grade);
	a->basis = higher ? higher : arena_print(c->mem, "比照%s俸給", values.grade);
}

/* Days of all absence so far; a day falls into the month in which its eighth hour occurred. */
static int64_t days_until(const struct life_case *c, struct verdict *v, const struct leave_days *ledger, struct date until)
{
	int half_days = leave_half_days(c->life, "事假");
	struct deduction_facts facts = {leave_sum(ledger, "truancy", until), leave_sum(ledger, "absence", until),
		leave_sum(ledger, "personal", until), half_days < 0 ? (struct decimal){0} : decimal_hundredths(50 * half_days)};
	struct deduction_values values = {{0}, NULL};

	deduction_judge(v, &facts, &values);
	return values.days.known ? values.days.n : 0;
}

static void judge_deduction(struct life_case *c, struct allowance *a)
{
	struct leave_days ledger = leave_ledger(c->life, c);
	struct verdict scratch = verdict_new(c->mem, c->life->plan, c->life->calendar), *v;
	int64_t before = days_until(c, &scratch, &ledger, date_plus(month_first(a->month), -1)), month_days;

	v = life_finding(c, "allowance-deduction");
	a->deducted_days = days_until(c, v, &ledger, month_last(a->month)) - before;
	if (leave_law(c->life))
		verdict_say(v, law_words(c->mem, leave_law(c->life)), "事假每年日數計畫未規定，依法規按訓練月數比例計算");
	month_days = days_between(month_first(a->month), month_last(a->month)) + 1;
	a->deducted = a->base ? (2 * a->base * a->deducted_days + month_days) / (2 * month_days) : 0;
	if (!a->deducted_days)
		return;
	verdict_say(v, life_cite(c->life, "deduct", "訓練辦法第26條之1"), "本月扣除%lld日%s", (long long)a->deducted_days, a->base ?
		arena_print(c->mem, "：%lld元÷%lld日×%lld日＝%lld元（每日津貼以當月日曆日數計，計畫未定，此為本系統之計法）", (long long)a->base,
			(long long)month_days, (long long)a->deducted_days, (long long)a->deducted) : "；未輸入每月津貼，不計算金額");
}

static bool month_taken(const struct life_case *c, struct date month)
{
	for (struct life_record *r = NULL; (r = life_next(c->life, &allowance_kind, NULL, true, r));)
		if (r->id != c->record->id && date_same(((const struct allowance *)r->data)->month, month))
			return true;
	return false;
}

static void allowance_check(struct life_case *c)
{
	struct allowance *a = c->data;
	const struct training *t = &c->life->training;

	if (!date_set(a->month))
		return;
	a->month = month_first(a->month);
	if (date_before(month_last(a->month), t->report_date) || (date_set(t->end) && date_before(t->end, a->month)))
		life_refuse(c, "month", allowance_cite(c->life), "該月不在訓練期間%s至%s內", date_text(c->mem, t->report_date),
			date_text(c->mem, t->end));
	else if (month_taken(c, a->month))
		life_refuse(c, "month", allowance_cite(c->life), "該月津貼已登錄（DUPLICATE），請更正原紀錄");
	if (c->life->plan)
		judge_level(c, a), judge_deduction(c, a);
}

static void allowance_review(struct life_case *c)
{
	struct allowance copy = *(const struct allowance *)c->data;
	struct insurance_values schemes = {{0, NULL}};
	const struct training *t = &c->life->training;

	if (!c->life->plan)
		return;
	judge_level(c, &copy);
	judge_deduction(c, &copy);
	insurance_judge(life_finding(c, "insurance"), &(struct insurance_facts){t->admission_year, t->kind == TRAINING_FIRST ? INSURANCE_FIRST :
		t->kind == TRAINING_MAKEUP ? INSURANCE_MAKEUP : INSURANCE_RETRAIN}, &schemes);
}

static const struct life_act allowance_acts[] = {
	{"record", "登錄", "", "recorded", MAY_LIFE_EDIT, .check = allowance_check},
	{"correct", "更正", "recorded", NULL, MAY_LIFE_EDIT, .edits = true, .check = allowance_check,
		.note = "扣除日數依目前之差勤紀錄重新計算。"},
	{"void", "作廢", "recorded", "void", MAY_LIFE_EDIT | MAY_COMMISSION, .reason = true},
	{0}
};

const struct life_kind allowance_kind = {
	.name = "allowance", .title = "津貼", .group = LIFE_ATTENDANCE, .requirements = "PLAN-068 PLAN-069 PLAN-070 PLAN-071 PLAN-073",
	.fields = allowance_fields, .size = sizeof(struct allowance), .states = allowance_states, .acts = allowance_acts, .see = MAY_LIFE_SEE,
	.held = not_reported, .begin = allowance_begin, .day = allowance_day, .summary = allowance_summary, .review = allowance_review,
	.citation = allowance_cite,
};
