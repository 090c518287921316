/* row.c: the columns of a roster and what a row tells by itself.                                 PROMO-055, 056, 119 */
#include "app/nomination/private.h"

#include <string.h>

#include "base/text.h"

enum { SCORE_PLACES = 2, SCORE_MOST = 9999 };

static const struct code grade_codes[] = {{"甲", "甲"}, {"乙", "乙"}, {"丙", "丙"}, {"丁", "丁"}, {0}};

const struct field nominee_fields[] = {
	FIELD(nominee, serial, TEXT, EDIT, "序號", .need = true, .most = 10, .example = "1"),
	FIELD(nominee, agency_code, TEXT, EDIT, "服務機關代碼", .need = true, .most = 10, .example = "301010000C", .hint = "10碼機關代碼"),
	FIELD(nominee, agency_name, TEXT, EDIT, "服務機關", .need = true, .most = 100, .example = "示範警政署第一總隊"),
	FIELD(nominee, name, TEXT, EDIT, "姓名", .need = true, .most = 60, .privacy = PERSONAL, .example = "範例一"),
	FIELD(nominee, national_id, ID, EDIT, "身分證統一編號", .need = true, .privacy = PERSONAL, .example = "A000000000"),
	FIELD(nominee, sex, CODE, EDIT, "性別", .need = true, .list = sex_codes, .example = "男"),
	FIELD(nominee, birth_date, DATE, EDIT, "出生日期", .need = true, .privacy = PERSONAL, .example = "070/01/31",
		.hint = "民國年月日，例如 070/01/31"),
	FIELD(nominee, title, TEXT, EDIT, "職稱", .need = true, .most = 60, .example = "警員"),
	FIELD(nominee, pay, TEXT, EDIT, "官等俸級", .need = true, .most = 60, .example = "警佐一階本俸一級"),
	FIELD(nominee, route, TEXT, EDIT, "參訓資格", .need = true, .most = 60, .example = "普通考試或警察特考四等考試"),
	FIELD(nominee, since, DATE, EDIT, "現職等階到職日", .need = true, .aliases = "警佐一階到職日", .example = "101/01/01",
		.hint = "民國年月日"),
	FIELD(nominee, grade_3, TEXT, EDIT, "考績（前3年）", .need = true, .most = 1, .example = "甲", .hint = "年終考績等次"),
	FIELD(nominee, grade_2, TEXT, EDIT, "考績（前2年）", .need = true, .most = 1, .example = "甲"),
	FIELD(nominee, grade_1, TEXT, EDIT, "考績（前1年）", .need = true, .most = 1, .example = "乙"),
	FIELD(nominee, promotion_order, INT, EDIT, "陞遷序列", .need = true, .least = 1, .most = 999, .example = "1"),
	FIELD(nominee, score, TEXT, EDIT, "積分", .need = true, .most = 8, .example = "88.50", .hint = "採計至前一年度12月31日，最多兩位小數"),
	FIELD(nominee, place, INT, EDIT, "受訓序列", .need = true, .least = 1, .most = 99999, .example = "1", .hint = "不得重複"),
	FIELD(nominee, outcome, CODE, EDIT, "正選/備選", .need = true, .list = outcome_codes, .example = "正選"),
	FIELD(nominee, origin, CODE, EDIT, "參訓身分", .need = true, .list = origin_codes, .example = "第1次參訓"),
	FIELD(nominee, cost, CODE, EDIT, "公費/自費", .need = true, .list = cost_codes, .example = "公費",
		.hint = "成績不及格重新訓練者應為自費"),
	FIELD(nominee, remark, TEXT, EDIT, "備註", .most = 200, .example = "本列為範例，請刪除"),
	{0}
};

const struct field nominee_list_fields[] = {
	FIELD(nominee, id, INT, KEY, "編號"),
	FIELD(nominee, row_number, INT, SHOW, "列"),
	FIELD(nominee, serial, TEXT, SHOW, "序號", .not_sorted = true),
	FIELD(nominee, agency_code, TEXT, SHOW, "服務機關代碼", .not_sorted = true),
	FIELD(nominee, agency_name, TEXT, SHOW, "服務機關", .not_sorted = true),
	FIELD(nominee, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(nominee, national_id, ID, SHOW, "身分證統一編號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(nominee, sex, CODE, SHOW, "性別", .list = sex_codes, .not_sorted = true),
	FIELD(nominee, birth_date, DATE, SHOW, "出生日期", .privacy = PERSONAL, .not_sorted = true),
	FIELD(nominee, title, TEXT, SHOW, "職稱", .not_sorted = true),
	FIELD(nominee, pay, TEXT, SHOW, "官等俸級", .not_sorted = true),
	FIELD(nominee, route, TEXT, SHOW, "參訓資格", .not_sorted = true),
	FIELD(nominee, since, DATE, SHOW, "現職等階到職日", .not_sorted = true),
	FIELD(nominee, grade_3, TEXT, SHOW, "考績（前3年）", .not_sorted = true),
	FIELD(nominee, grade_2, TEXT, SHOW, "考績（前2年）", .not_sorted = true),
	FIELD(nominee, grade_1, TEXT, SHOW, "考績（前1年）", .not_sorted = true),
	FIELD(nominee, promotion_order, INT, SHOW, "陞遷序列", .not_sorted = true),
	FIELD(nominee, score, TEXT, SHOW, "積分", .not_sorted = true),
	FIELD(nominee, place, INT, SHOW, "受訓序列"),
	FIELD(nominee, outcome, CODE, SHOW, "正選/備選", .list = outcome_codes, .not_sorted = true),
	FIELD(nominee, origin, CODE, SHOW, "參訓身分", .list = origin_codes, .not_sorted = true),
	FIELD(nominee, cost, CODE, SHOW, "公費/自費", .list = cost_codes, .not_sorted = true),
	FIELD(nominee, remark, TEXT, SHOW, "備註", .not_sorted = true),
	FIELD(nominee, checked, BOOL, SHOW, "參訓資格已核對", .not_sorted = true),
	FIELD(nominee, mark_field, TEXT, SHOW, "退回欄位", .not_sorted = true),
	FIELD(nominee, mark_reason, TEXT, SHOW, "退回原因", .not_sorted = true),
	{0}
};

const char *nominee_heading(const struct field *f, int kind)
{
	return kind == ZUO_TO_ZHENG && f->aliases ? f->aliases : f->label;
}

static void check_grade(const char *field, const char *grade, nominee_wrong *wrong, void *with)
{
	if (*grade && !code_find(grade_codes, grade))
		wrong(with, field, (const char *const[]){"ERR_CODE", grade, "甲、乙、丙、丁", NULL});
}

/* Without blanks and in half-width digits, two places. */
static void check_score(struct arena *mem, struct nominee *n, nominee_wrong *wrong, void *with)
{
	const char *typed = text_fold(mem, n->score), *point = strchr(typed, '.');
	struct decimal d;

	if (!*typed)
		return;
	if (*typed == '-' || !decimal_parse(typed, &d) || (point && strlen(point + 1) > SCORE_PLACES) || decimal_order(d,
		decimal_of(SCORE_MOST)) > 0)
		wrong(with, "score", (const char *const[]){"ERR_DECIMAL", "2", n->score, NULL});
	else
		n->score = decimal_text(mem, d, SCORE_PLACES);
}

static void check_route(struct arena *mem, const struct nominee *n, nominee_wrong *wrong, void *with)
{
	struct text all = text_new(mem, 1024);

	for (int i = 0; i < ROUTES_N; i++) {
		if (text_is(promotion_route_words[i], n->route))
			return;
		text_print(&all, "%s%s", i ? "、" : "", promotion_route_words[i]);
	}
	if (*n->route)
		wrong(with, "route", (const char *const[]){"ERR_CODE", n->route, all.at, NULL});
}

/* LAW: 佐升正訓練辦法§19: 全額自費 */
static void check_cost(const struct nominee *n, nominee_wrong *wrong, void *with)
{
	if (text_is(n->origin.id, "failed_reselected") && text_is(n->cost.id, "public"))
		wrong(with, "cost", (const char *const[]){"ERR_COST", n->origin.label, "自費（全額自費，得以公假參訓）", NULL});
}

void nominee_check(struct arena *mem, struct nominee *n, int kind, nominee_wrong *wrong, void *with)
{
	n->agency_code = text_upper(mem, n->agency_code);
	check_grade("grade_3", n->grade_3, wrong, with);
	check_grade("grade_2", n->grade_2, wrong, with);
	check_grade("grade_1", n->grade_1, wrong, with);
	check_score(mem, n, wrong, with);
	check_cost(n, wrong, with);
	if (kind == ZUO_TO_ZHENG)
		check_route(mem, n, wrong, with);
}
