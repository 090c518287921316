/* candidate.c: one person's facts of 參訓資格, and what the rule makes of them.  Knows no page. */
#include "app/survey/private.h"

#include <stdlib.h>
#include <string.h>

#include "app/survey/survey.sql.h"
#include "base/text.h"

enum { ELEMENTS_MOST = 512, AHEAD = 10, GRADES = 3, BREAKS_MOST = 20 };

static const struct code grade_codes[] = {{"甲", "甲"}, {"乙", "乙"}, {"丙", "丙"}, {"丁", "丁"}, {0}};
static const struct code exam_codes[] = {{"exam", "普通考試或警察特考四等考試"}, {"qualifying_exam", "銓定資格考試"}, {0}};
static const struct code school_codes[] = {{"constable_class", "警員班"}, {"junior_college", "專科警員班或專修科"},
	{"four_year", "四年學制以上"}, {0}};
const struct code standing_codes[] = {{"eligible", "符合"}, {"not_eligible", "不符"}, {"review", "需人工審查"}, {"lacking", "資料不足"},
	{"no_rule", "參數未設定"}, {0}};

const struct field candidate_fields[] = {
	FIELD(candidate, id, INT, KEY, "編號"),
	FIELD(candidate, version, INT, KEY, "版本"),
	FIELD(candidate, agency, INT, MARK, ""),
	FIELD(candidate, former, INT, MARK, ""),
	FIELD(candidate, selector, INT, MARK, ""),
	FIELD(candidate, year, INT, EDIT, "年度", .need = true, .least = 2, .most = 999, .example = "105", .not_sorted = true),
	FIELD(candidate, type, CODE, EDIT, "訓練類別", .need = true, .list = promotion_type_codes, .example = "佐升正", .not_sorted = true),
	FIELD(candidate, agency_code, TEXT, EDIT, "服務機關代碼", .need = true, .most = 10, .example = "301010000C"),
	FIELD(candidate, agency_name, TEXT, SHOW, "服務機關", .not_sorted = true),
	FIELD(candidate, national_id, ID, EDIT, "身分證統一編號", .need = true, .privacy = PERSONAL, .example = "A123456789",
		.aliases = "身分證字號|身分證號", .not_sorted = true),
	FIELD(candidate, name, TEXT, EDIT, "姓名", .need = true, .most = 60, .privacy = PERSONAL, .example = "王小明"),
	FIELD(candidate, post, TEXT, EDIT, "現任職務", .most = 40, .example = "警佐一階", .hint = "職務之官等官階，例如 警佐一階",
		.not_sorted = true),
	FIELD(candidate, confirmed, CODE, EDIT, "經銓敘審定合格實授", .list = yes_no_codes, .example = "是", .not_sorted = true),
	FIELD(candidate, top_step_on, DATE, EDIT, "晉敘至本俸最高級日", .example = "104/01/01", .hint = "尚未晉敘至本俸最高級者留白",
		.not_sorted = true),
	FIELD(candidate, senior_pay, CODE, EDIT, "支年功俸", .list = yes_no_codes, .not_sorted = true,
		.hint = "已支年功俸者視為已達本俸最高級，請確認"),
	FIELD(candidate, grade_3, CODE, EDIT, "考績（前3年）", .list = grade_codes, .example = "甲",
		.hint = "以合格實授現任職務辦理之年終考績；另予考績不計",
		.not_sorted = true),
	FIELD(candidate, grade_2, CODE, EDIT, "考績（前2年）", .list = grade_codes, .example = "甲", .not_sorted = true),
	FIELD(candidate, grade_1, CODE, EDIT, "考績（前1年）", .list = grade_codes, .example = "乙", .not_sorted = true),
	FIELD(candidate, exam, CODE, EDIT, "考試資格", .list = exam_codes, .example = "普通考試或警察特考四等考試", .not_sorted = true),
	FIELD(candidate, exam_grade, INT, EDIT, "銓定相當職等", .least = 1, .most = 14, .hint = "銓定資格考試相當委任第幾職等",
		.not_sorted = true),
	FIELD(candidate, school, CODE, EDIT, "學歷資格", .list = school_codes, .example = "警員班", .not_sorted = true),
	FIELD(candidate, since, DATE, EDIT, "任合格實授職務起日", .example = "101/01/01", .not_sorted = true),
	FIELD(candidate, breaks, TEXT, EDIT, "年資中斷期間", .most = 200, .hint = "例如 103/01/01～103/03/31，數段以「、」分開",
		.not_sorted = true),
	FIELD(candidate, moved_on, DATE, EDIT, "商調到職日", .hint = "前一年度1月1日以後商調者填寫", .not_sorted = true),
	FIELD(candidate, former_code, TEXT, EDIT, "原任機關代碼", .most = 10, .hint = "商調者填寫", .not_sorted = true),
	FIELD(candidate, selector_name, TEXT, SHOW, "遴選機關", .not_sorted = true),
	FIELD(candidate, standing, CODE, SHOW, "審查結果", .list = standing_codes),
	FIELD(candidate, elements, TEXT, SHOW, "不符或待補要件", .not_sorted = true),
	FIELD(candidate, preview, INT, SHOW, "預估符合年度", .least = 1, .not_sorted = true),
	FIELD(candidate, result_before, TEXT, MARK, "前次結果"),
	FIELD(candidate, result, CODE, MARK, "系統審查", .list = standing_codes),
	FIELD(candidate, decided, CODE, MARK, "人工審定", .list = standing_codes),
	FIELD(candidate, decided_letter, TEXT, SHOW, "人工審定函釋文號", .not_sorted = true),
	FIELD(candidate, decided_day, DATE, MARK, "函釋日期"),
	FIELD(candidate, decided_why, TEXT, MARK, "理由"),
	{0}
};

bool candidate_load(struct db *db, struct arena *mem, int64_t id, struct candidate *to)
{
	*to = (struct candidate){0};
	return record_load(mem, db_run(db, &candidate_one, A(id)), candidate_fields, to);
}

struct survey_count survey_counted(struct db *db, const char *type, int64_t year, int64_t selector)
{
	struct rows *n = db_run(db, &survey_counts, A(type), A(year), A(selector));

	return (struct survey_count){row_int(n, 0, "eligible"), row_int(n, 0, "everybody"), row_int(n, 0, "next")};
}

struct rows *survey_standing(struct db *db, const char *type, int64_t year, const char *ids)
{
	return db_run(db, &survey_of, A(type), A(year), A(ids));
}

/* ---- facts ---- */

/* 「103/01/01～103/03/31、…」; false: it can't be read. */
static bool read_breaks(struct arena *mem, const char *typed, struct fact_rows *to)
{
	static const char *const marks[] = {"～", "~", "至"};
	struct promotion_interval *at = arena_array(mem, BREAKS_MOST, sizeof *at);
	const char *s = text_trim(mem, typed);

	*to = (struct fact_rows){0, at};
	while (*s) {
		size_t n = strstr(s, "、") ? (size_t)(strstr(s, "、") - s) : strlen(s);
		char *one = arena_bytes(mem, s, n), *cut = NULL;
		size_t width = 0;

		for (int i = 0; i < 3 && !cut; i++) {
			cut = strstr(one, marks[i]);
			width = strlen(marks[i]);
		}
		if (!cut || to->n == BREAKS_MOST || !date_parse(arena_bytes(mem, one, (size_t)(cut - one)), &at[to->n].from) ||
			!date_parse(cut + width, &at[to->n].to) || date_before(at[to->n].to, at[to->n].from))
			return false;
		to->n++;
		s += n + (s[n] ? strlen("、") : 0);
	}
	return true;
}

static void add_way(struct fact_rows *ways, int route, const struct candidate *c)
{
	struct promotion_way *at = ways->at;

	at[ways->n++] = (struct promotion_way){route, c->since, {c->exam_grade > 0, c->exam_grade}};
}

static struct promotion_eligibility_facts facts_of(struct arena *mem, const struct candidate *c)
{
	const struct code *grades[GRADES] = {&c->grade_3, &c->grade_2, &c->grade_1};
	struct promotion_appraisal *appraisals = arena_array(mem, GRADES, sizeof *appraisals);
	struct promotion_eligibility_facts f = {.type = promotion_index(promotion_type_codes, c->type.id), .year = c->year, .post = c->post,
		.confirmed = text_is(c->confirmed.id, "yes"), .top_step_on = c->top_step_on, .appraisals = {0, appraisals},
		.routes = {0, arena_array(mem, 2, sizeof(struct promotion_way))}};
	int exam = promotion_index(exam_codes, c->exam.id), school = promotion_index(school_codes, c->school.id);

	for (int i = 0; i < GRADES; i++)
		if (*grades[i]->id)
			appraisals[f.appraisals.n++] = (struct promotion_appraisal){c->year - GRADES + i, grades[i]->id};
	if (exam >= 0)
		add_way(&f.routes, ROUTE_EXAM + exam, c);
	if (school >= 0)
		add_way(&f.routes, ROUTE_CONSTABLE_CLASS + school, c);
	read_breaks(mem, c->breaks, &f.interruptions);
	return f;
}

/* ---- judging ---- */

/* What has to be known before anything can be found; the rule itself asks for appraisals that are not there.       PROMO-007 */
static const char *lacking(struct verdict *v, const struct candidate *c)
{
	struct text names = text_new(v->mem, ELEMENTS_MOST);
	struct fact_rows breaks;

	if (!*c->post)
		text_puts(&names, "現任職務");
	if (!*c->confirmed.id)
		text_print(&names, "%s經銓敘審定合格實授", names.n ? "、" : "");
	if (!*c->exam.id && !*c->school.id)
		text_print(&names, "%s考試資格或學歷資格", names.n ? "、" : "");
	if (!date_set(c->since))
		text_print(&names, "%s任合格實授職務起日", names.n ? "、" : "");
	if (!read_breaks(v->mem, c->breaks, &breaks))
		text_print(&names, "%s年資中斷期間", names.n ? "、" : "");
	return names.n ? names.at : "";
}

static const char *element_words(const char *element)
{
	static const struct code words[] = {{"post", "現職人員"}, {"salary", "官等俸級"}, {"appraisals", "考績"}, {"tenure", "年資"}, {0}};

	return code_find(words, element)->label;
}

static const char *not_met(struct arena *mem, const struct promotion_eligibility_values *found)
{
	const struct promotion_element *e = found->elements.at;
	struct text names = text_new(mem, ELEMENTS_MOST);

	for (int i = 0; i < found->elements.n; i++)
		if (!text_is(e[i].result, result_name(RESULT_MET)))
			text_print(&names, "%s%s", names.n ? "、" : "", element_words(e[i].element));
	return names.n ? names.at : "";
}

/* 官等俸級 and 年資 come with time; 現職人員 and 考績 don't. */
static bool fails_by_days(const struct promotion_eligibility_values *found)
{
	const struct promotion_element *e = found->elements.at;

	for (int i = 0; i < found->elements.n; i++)
		if ((text_is(e[i].element, "post") || text_is(e[i].element, "appraisals")) && !text_is(e[i].result, result_name(RESULT_MET)))
			return false;
	return true;
}

/* Of one who fails by a day alone: the first year whose cut-off has it,
	if the appraisals stay as they are; 0: none of the next ten.  PROMO-016 */
static int64_t preview_of(const struct verdict *v, struct promotion_eligibility_facts f)
{
	struct promotion_appraisal *a = f.appraisals.at;

	for (int years = 1; years <= AHEAD; years++) {
		struct verdict scratch = verdict_new(v->mem, NULL, NULL);
		struct promotion_eligibility_values found = {0};

		scratch.promotions = v->promotions;
		f.year++;
		for (int i = 0; i < f.appraisals.n; i++)
			a[i].year++;
		promotion_eligibility_judge(&scratch, &f, &found);
		if (scratch.result == RESULT_MET)
			return f.year;
	}
	return 0;
}

static const struct code *standing_of(enum result result)
{
	switch (result) {
	case RESULT_MET: return &standing_codes[0];
	case RESULT_NOT_MET: return &standing_codes[1];
	case RESULT_DATA_MISSING: return &standing_codes[3];
	case RESULT_PARAM_MISSING: return &standing_codes[4];
	default: return &standing_codes[2];
	}
}

void candidate_judge(struct candidate *c, struct verdict *v)
{
	const char *without = lacking(v, c);
	struct promotion_eligibility_facts f = facts_of(v->mem, c);
	struct promotion_eligibility_values found = {0};

	promotion_eligibility_judge(v, &f, &found);
	c->result = *standing_of(v->result);
	c->elements = not_met(v->mem, &found);
	c->preview = 0;
	if (*without && v->result != RESULT_PARAM_MISSING) {
		c->result = standing_codes[3];
		c->elements = arena_print(v->mem, "資料不足：%s", without);
		verdict_say(v, "", "資料不足，未列為符合：請補「%s」", without);
	} else if (v->result == RESULT_NOT_MET && fails_by_days(&found)) {
		c->preview = preview_of(v, f);
		if (c->preview)
			verdict_say(v, "", "如其他要件不變，預估%lld年度符合", (long long)c->preview);
	}
	if (text_is(c->senior_pay.id, "yes"))
		verdict_say(v, "", "支年功俸，視為已達本俸最高級，請確認");
}

/* ---- whose candidate ---- */

void candidate_place(struct candidate *c, const struct selector_tree *all, struct verdict *v,
	void (*wrong)(void *, const char *, const char *const *), void *with)
{
	const struct selector_place *here = selector_find(all, c->type.id, c->year, c->agency_code), *before = NULL;
	struct promotion_transfer_values found = {0};
	struct fact_rows breaks;

	if (*c->former_code && !(before = selector_find(all, c->type.id, c->year, c->former_code)))
		wrong(with, "former_code", (const char *const[]){"ERR_NO_SELECTOR", c->former_code, NULL});
	if (*c->agency_code && !here)
		wrong(with, "agency_code", (const char *const[]){"ERR_NO_SELECTOR", c->agency_code, NULL});
	if (!read_breaks(v->mem, c->breaks, &breaks))
		wrong(with, "breaks", (const char *const[]){"ERR_BREAKS", c->breaks, NULL});
	if (!here)
		return;
	c->agency = here->agency;
	c->former = before ? before->agency : 0;
	c->selector = c->home = here->selector;
	if (!date_set(c->moved_on))
		return;
	promotion_transfer_judge(v, &(struct promotion_transfer_facts){c->year, c->moved_on}, &found);
	if (found.selecting == SELECTING_OLD && !before)
		wrong(with, "former_code", (const char *const[]){"ERR_REQUIRED", NULL});
	else if (found.selecting == SELECTING_OLD)
		c->selector = before->selector;
}

bool candidate_is_of(const struct candidate *c, int64_t agency)
{
	return c->agency == agency || c->selector == agency || c->home == agency;
}
