/* performance.c: RPT-3 施政績效管理資訊 (學習時數統計三合一表) and RPT-4, the same of 事業機構 with 績效考評.      LEARN-491 … 497, 501 … 505 */
#include "app/tally/asked.h"
#include "base/text.h"

static const struct field asks[] = {
	FIELD(tally_asked, year, INT, EDIT, "年度", .need = true, .least = 90, .most = 200),
	FIELD(tally_asked, agency, TEXT, EDIT, "機關", .most = 10, .hint = "機關代碼；留白為目前單位"),
	FIELD(tally_asked, below, BOOL, EDIT, "含所屬機關構"),
	{0}
};

/* ---- the agencies: where the page begins */

static const struct report_column agency_columns[] = {
	REPORT_COLUMN("code", "機關(構)代碼", TEXT), REPORT_COLUMN("name", "機關(構)名稱", TEXT),
	REPORT_COLUMN("staff", "現有人數", WHOLE, .means = "名冊人數", .list = "persons", .persons = true),
	REPORT_COLUMN("male", "男", WHOLE, .means = "名冊人數中之男性", .list = "persons", .persons = true),
	REPORT_COLUMN("female", "女", WHOLE, .means = "名冊人數中之女性", .list = "persons", .persons = true),
	REPORT_COLUMN("reached", "達成人數", WHOLE, .means = "年度內業務相關時數達最低時數之人數", .list = "persons", .persons = true),
	REPORT_COLUMN("short", "未達成人數", WHOLE, .means = "現有人數 − 達成人數", .list = "lacking", .persons = true),
	REPORT_COLUMN("rate", "達成率(%)", PERCENT, .means = "100 × 達成人數 ÷ 現有人數"),
	REPORT_COLUMN("none", "零時數人數", WHOLE, .means = "年度內沒有有效紀錄之人數", .list = "lacking", .persons = true),
	REPORT_COLUMN("hours", "總時數", WHOLE, .means = "名冊人員年度內認證時數合計"),
	REPORT_COLUMN("digital", "數位時數", WHOLE, .means = "其中數位時數"),
	REPORT_COLUMN("physical", "實體時數", WHOLE, .means = "總時數 − 數位時數"),
	REPORT_COLUMN("business", "業務相關時數", WHOLE, .means = "與業務相關之紀錄時數合計"),
	{0}
};

struct staff { int64_t all, male, female, reached, none; };

static void staff_figures(struct report_section *s, const struct staff *n)
{
	report_count(s, n->all);
	report_count(s, n->male);
	report_count(s, n->female);
	report_count(s, n->reached);
	report_count(s, n->all - n->reached);
	report_ratio(s, n->reached, n->all);
	report_count(s, n->none);
}

static void hour_figures(struct report_section *s, const struct tally_sum *x)
{
	report_count(s, x->hours);
	report_count(s, x->digital);
	report_count(s, x->hours - x->digital);
	report_count(s, x->business);
}

/* false: there is nothing to be shown. */
static bool fill_agencies(struct report_run *run, bool enterprises)
{
	static const int64_t figures[] = {TALLY_ALL, TALLY_MALE, TALLY_FEMALE, TALLY_REACHED, TALLY_NONE};
	const struct tally *t = asked_read(run, true, enterprises, figures, sizeof figures / sizeof *figures);

	if (!t)
		return false;
	if (enterprises && !t->n) {
		issue(run->issues, -1, "agency", "E-RPT-04");
		return false;
	}
	struct report_section *s = report_section(run, "agencies", "機關(構)", agency_columns);
	struct staff all = {0};
	struct tally_sum hours = {0};

	for (int i = 0; i < t->n; i++) {
		const struct tally_sum *x = t->rows[i].sum;
		struct staff n = {x[0].persons, x[1].persons, x[2].persons, x[3].persons, x[4].persons};

		report_begin(s, t->rows[i].code);
		report_text(s, t->rows[i].code);
		report_agency(s, t->rows[i].name, t->rows[i].code);
		staff_figures(s, &n);
		hour_figures(s, &x[0]);
		all.all += n.all, all.male += n.male, all.female += n.female, all.reached += n.reached, all.none += n.none;
		hours.hours += x[0].hours, hours.digital += x[0].digital, hours.business += x[0].business;
	}
	report_total(s);
	report_text(s, "");
	report_text(s, "合計");
	staff_figures(s, &all);
	hour_figures(s, &hours);
	return true;
}

/* ---- a: 人員統計 */

static const struct report_column staff_columns[] = {
	REPORT_COLUMN("group", "人員類別", TEXT),
	REPORT_COLUMN("staff", "現有人數", WHOLE, .means = "名冊人數", .list = "persons", .persons = true),
	REPORT_COLUMN("male", "男", WHOLE, .means = "名冊人數中之男性", .list = "persons", .persons = true),
	REPORT_COLUMN("female", "女", WHOLE, .means = "名冊人數中之女性", .list = "persons", .persons = true),
	REPORT_COLUMN("reached", "達成人數", WHOLE, .means = "年度內業務相關時數達最低時數之人數", .list = "persons", .persons = true),
	REPORT_COLUMN("short", "未達成人數", WHOLE, .means = "現有人數 − 達成人數", .list = "lacking", .persons = true),
	REPORT_COLUMN("rate", "達成率(%)", PERCENT, .means = "100 × 達成人數 ÷ 現有人數"),
	REPORT_COLUMN("none", "零時數人數", WHOLE, .means = "年度內沒有有效紀錄之人數", .list = "lacking", .persons = true),
	{0}
};

static struct staff staff_of(const struct tally *t, struct tally_who who)
{
	return (struct staff){tally_of(t, who, TALLY_ALL).persons, tally_of(t, who, TALLY_MALE).persons, tally_of(t, who, TALLY_FEMALE).persons,
		tally_of(t, who, TALLY_REACHED).persons, tally_of(t, who, TALLY_NONE).persons};
}

static void staff_row(struct report_section *s, const struct tally *t, struct tally_who who, const char *label)
{
	struct staff n = staff_of(t, who);

	report_text(s, label);
	staff_figures(s, &n);
}

static void fill_staff(struct report_run *run, const struct tally *t, struct tally_lines lines)
{
	struct report_section *s = report_section(run, "staff", "人員統計", staff_columns);

	for (int i = 0; i < lines.n; i++) {
		report_begin(s, lines.at[i].key);
		staff_row(s, t, lines.at[i].who, lines.at[i].label);
	}
	report_total(s);
	staff_row(s, t, TALLY_EVERYBODY, "合計");
	report_chart(s, "達成與未達成人數", "group", "reached", "short");
}

/* ---- b: 時數統計 */

static const struct report_column hour_columns[] = {
	REPORT_COLUMN("group", "人員類別", TEXT),
	REPORT_COLUMN("hours", "總時數", WHOLE, .means = "該列人員年度內認證時數合計"),
	REPORT_COLUMN("digital", "數位時數", WHOLE, .means = "其中數位時數"),
	REPORT_COLUMN("physical", "實體時數", WHOLE, .means = "總時數 − 數位時數"),
	REPORT_COLUMN("business", "業務相關時數", WHOLE, .means = "與業務相關之紀錄時數合計"),
	REPORT_COLUMN("hours-average", "平均總時數", AVERAGE, .means = "總時數 ÷ 現有人數"),
	REPORT_COLUMN("digital-average", "平均數位時數", AVERAGE, .means = "數位時數 ÷ 現有人數"),
	REPORT_COLUMN("physical-average", "平均實體時數", AVERAGE, .means = "實體時數 ÷ 現有人數"),
	REPORT_COLUMN("business-average", "平均業務相關時數", AVERAGE, .means = "業務相關時數 ÷ 現有人數"),
	{0}
};

static void hour_row(struct report_section *s, const struct tally *t, struct tally_who who, const char *label)
{
	struct tally_sum x = tally_of(t, who, TALLY_ALL);

	report_text(s, label);
	hour_figures(s, &x);
	report_ratio(s, x.hours, x.persons);
	report_ratio(s, x.digital, x.persons);
	report_ratio(s, x.hours - x.digital, x.persons);
	report_ratio(s, x.business, x.persons);
}

static void fill_hours(struct report_run *run, const struct tally *t, struct tally_lines lines)
{
	struct report_section *s = report_section(run, "hours", "時數統計", hour_columns);

	for (int i = 0; i < lines.n; i++) {
		report_begin(s, lines.at[i].key);
		hour_row(s, t, lines.at[i].who, lines.at[i].label);
	}
	report_total(s);
	hour_row(s, t, TALLY_EVERYBODY, "合計");
	report_chart(s, "數位與實體時數", "group", "digital", "physical");
}

/* ---- c: 課程類別統計 */

static const struct report_column category_columns[] = {
	REPORT_COLUMN("class", "四大課程類別", TEXT), REPORT_COLUMN("code", "課程類別代碼", TEXT), REPORT_COLUMN("name", "課程類別名稱", TEXT),
	REPORT_COLUMN("taken", "參訓人數", WHOLE, .means = "有該類別有效紀錄之人數，一人計一次", .list = "persons", .persons = true),
	REPORT_COLUMN("records", "參訓人次", WHOLE, .means = "有效紀錄筆數", .list = "records"),
	REPORT_COLUMN("hours", "總時數", WHOLE, .means = "認證時數合計"),
	REPORT_COLUMN("digital", "數位時數", WHOLE, .means = "其中數位時數"),
	REPORT_COLUMN("physical", "實體時數", WHOLE, .means = "總時數 − 數位時數"),
	REPORT_COLUMN("business", "業務相關時數", WHOLE, .means = "與業務相關之紀錄時數合計"),
	REPORT_COLUMN("average", "平均時數", AVERAGE, .means = "總時數 ÷ 現有人數"),
	{0}
};

static void category_row(struct report_section *s, const char *class, const char *code, const char *name, struct tally_sum x, int64_t staff)
{
	report_text(s, class);
	report_text(s, code);
	report_text(s, name);
	report_count(s, x.persons);
	report_count(s, x.records);
	hour_figures(s, &x);
	report_ratio(s, x.hours, staff);
}

static void class_rows(struct report_section *s, struct arena *mem, const struct tally *t, int class, const char *name, int64_t staff)
{
	struct tally_sum sum = tally_of(t, TALLY_EVERYBODY, TALLY_CLASS(class));

	if (class < 0 && !sum.records)
		return;
	for (int i = 0; i < t->rules->n_categories; i++) {
		const struct tally_category *c = &t->rules->categories[i];

		if (c->class != class)
			continue;
		report_begin(s, c->code);
		category_row(s, name, c->code, c->name, tally_of(t, TALLY_EVERYBODY, TALLY_CATEGORY(c)), staff);
	}
	report_subtotal(s, class < 0 ? "unclassed" : arena_print(mem, "class-%d", class));
	category_row(s, name, "", "小計", sum, staff);
}

static void fill_categories(struct report_run *run, const struct tally *t)
{
	struct report_section *s = report_section(run, "categories", "課程類別統計", category_columns);
	struct tally_sum all = tally_of(t, TALLY_EVERYBODY, TALLY_ALL);
	int64_t staff = all.persons;

	for (int i = 0; i < t->rules->n_classes; i++)
		class_rows(s, run->mem, t, i, t->rules->classes[i].name, staff);
	class_rows(s, run->mem, t, -1, "未歸類", staff);
	report_total(s);
	all.persons = staff - tally_of(t, TALLY_EVERYBODY, TALLY_NONE).persons;
	category_row(s, "", "", "合計", all, staff);
}

/* ---- d: 績效考評, of 事業機構 */

static const struct report_column assessment_columns[] = {
	REPORT_COLUMN("name", "指標", TEXT), REPORT_COLUMN("part", "分子", WHOLE), REPORT_COLUMN("whole", "分母", WHOLE),
	REPORT_COLUMN("share", "值(%)", PERCENT, .means = "100 × 分子 ÷ 分母"), REPORT_COLUMN("value", "值(小時)", AVERAGE, .means = "分子 ÷ 分母"),
	REPORT_COLUMN("goal", "目標值", WHOLE, .means = "總處所訂年度目標"), REPORT_COLUMN("met", "達成", TEXT),
	{0}
};

static void assess(struct report_section *s, const char *name, int64_t part, int64_t whole, bool is_share, int64_t goal)
{
	bool met = part * (is_share ? 100 : 1) >= goal * whole;

	report_begin(s, NULL);
	report_text(s, name);
	report_count(s, part);
	report_count(s, whole);
	if (is_share)
		report_ratio(s, part, whole);
	report_blank(s);
	if (!is_share)
		report_ratio(s, part, whole);
	if (goal < 0)
		report_blank(s);
	else
		report_count(s, goal);
	report_text(s, goal < 0 || !whole ? "—" : met ? "是" : "否");
}

/* 專業訓練: the third of 四大課程類別, by the number that its name begins with.                                  LEARN 12.1 */
static int64_t professional(const struct tally *t)
{
	for (int i = 0; i < t->rules->n_classes; i++)
		if (*t->rules->classes[i].name == '3')
			return tally_of(t, TALLY_EVERYBODY, TALLY_CLASS(i)).hours;
	return 0;
}

static void fill_assessment(struct report_run *run, const struct tally *t)
{
	const struct tally_goals *goals = &t->rules->goals;
	struct tally_sum all = tally_of(t, TALLY_EVERYBODY, TALLY_ALL);
	struct report_section *s = report_section(run, "assessment", "績效考評", assessment_columns);

	assess(s, "平均學習時數", all.hours, all.persons, false, goals->hours);
	assess(s, "數位學習時數比例", all.digital, all.hours, true, goals->digital);
	assess(s, "達成最低時數比率", tally_of(t, TALLY_EVERYBODY, TALLY_REACHED).persons, all.persons, true, goals->reached);
	assess(s, "必須完成課程完成率", tally_of(t, TALLY_EVERYBODY, TALLY_COMPLETE).persons, all.persons, true, goals->required);
	assess(s, "專業訓練時數比例", professional(t), all.hours, true, goals->professional);
}

/* ---- the two reports */

static void fill_all(struct report_run *run, bool enterprises)
{
	const struct tally *t = fill_agencies(run, enterprises) ? asked_read(run, false, enterprises, NULL, 0) : NULL;

	if (!t)
		return;
	struct tally_lines lines = asked_lines(run->mem, t, enterprises);

	report_note(run, arena_print(run->mem, "年度最低時數：與業務相關 %lld 小時", (long long)t->rules->minimum));
	fill_staff(run, t, lines);
	fill_hours(run, t, lines);
	fill_categories(run, t);
	if (enterprises)
		fill_assessment(run, t);
}

static void fill(struct report_run *run)
{
	fill_all(run, false);
}

static void fill_enterprise(struct report_run *run)
{
	fill_all(run, true);
}

static enum report_zip zip(const struct report_run *run)
{
	return run->below ? REPORT_PLAIN : REPORT_ZIP;
}

static enum report_zip zip_always(const struct report_run *run)
{
	(void)run;
	return REPORT_ZIP;
}

static bool persons(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	return asked_persons(l, run, of, false);
}

static bool records(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	return asked_records(l, run, of, false);
}

static bool enterprise_persons(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	return asked_persons(l, run, of, true);
}

static bool enterprise_records(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	return asked_records(l, run, of, true);
}

static const struct report_list lists[] = {TALLY_PERSONS(persons), TALLY_LACKING(persons), TALLY_RECORDS(records), {0}};
static const struct report_list enterprise_lists[] = {TALLY_PERSONS(enterprise_persons), TALLY_LACKING(enterprise_persons),
	TALLY_RECORDS(enterprise_records), {0}};
#define BASIS "名冊：年度末日（未滿一年者為今日）主要職務在該機關之人員，不含留職停薪及離職；時數：該員年度內所有有效紀錄"

const struct report tally_performance = {.name = "performance", .title = "施政績效管理資訊", .permission = "rpt.performance",
	.may = MAY_RPT_PERFORMANCE, .reach = AGENCY_SUBTREE, .basis = BASIS, .act = "查詢", .asks = asks, .size = sizeof(struct tally_asked),
	.lists = lists, .begin = asked_begin, .check = asked_check, .fill = fill, .zip = zip};
const struct report tally_enterprise = {.name = "enterprise", .title = "施政績效管理資訊(事業機構)", .permission = "rpt.enterprise",
	.may = MAY_RPT_ENTERPRISE, .reach = AGENCY_SUBTREE, .basis = BASIS, .act = "查詢", .asks = asks, .size = sizeof(struct tally_asked),
	.lists = enterprise_lists, .begin = asked_begin, .check = asked_check, .fill = fill_enterprise, .zip = zip_always};

const struct route tally_performance_routes[] = {
	REPORT_ROUTES("performance", "施政績效管理資訊", "人事單位", MAY_RPT_PERFORMANCE, asks),
	REPORT_ROUTES("enterprise", "施政績效管理資訊(事業機構)", "人事單位", MAY_RPT_ENTERPRISE, asks),
	{0}
};
