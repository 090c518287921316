/* human.c: RPT-2 人資報告學習時數統計表.                                                                         LEARN-481 … 484 */
#include "app/tally/asked.h"
#include "base/text.h"

static const struct field asks[] = {
	FIELD(tally_asked, year, INT, EDIT, "年度", .need = true, .least = 90, .most = 200),
	FIELD(tally_asked, agency, TEXT, EDIT, "機關", .most = 10, .hint = "機關代碼；留白為目前單位"),
	FIELD(tally_asked, below, BOOL, EDIT, "包含所屬機關"),
	{0}
};

static void class_columns(struct report_section *s, struct arena *mem, const char *key, const char *list_key, const char *group)
{
	report_column(s, (struct report_column)REPORT_COLUMN(list_key, "參訓人數", WHOLE, .means = "有該類有效紀錄之人數，一人計一次",
		.list = "persons", .group = group, .persons = true));
	report_column(s, (struct report_column)REPORT_COLUMN(arena_print(mem, "%s-rate", key), "參與率(%)", PERCENT,
		.means = "100 × 參訓人數 ÷ 現有人數", .group = group));
	report_column(s, (struct report_column)REPORT_COLUMN(arena_print(mem, "%s-hours", key), "總時數", WHOLE,
		.means = "該列人員該類之認證時數合計", .group = group));
	report_column(s, (struct report_column)REPORT_COLUMN(arena_print(mem, "%s-average", key), "平均學習時數", AVERAGE,
		.means = "總時數 ÷ 現有人數（含未參訓者）", .group = group));
}

static void columns_of(struct report_section *s, struct arena *mem, const struct tally_rules *rules, bool unclassed)
{
	report_column(s, (struct report_column)REPORT_COLUMN("group", "人員類別", TEXT));
	report_column(s, (struct report_column)REPORT_COLUMN("staff", "現有人數", WHOLE, .means = "名冊人數", .list = "persons", .persons = true));
	for (int i = 0; i < rules->n_classes; i++)
		class_columns(s, mem, arena_print(mem, "class-%d", i), arena_print(mem, "class-%d", i), rules->classes[i].name);
	if (unclassed)
		report_column(s, (struct report_column)REPORT_COLUMN("unclassed", "未歸類總時數", WHOLE,
			.means = "未設定四大課程類別之課程類別時數合計"));
	class_columns(s, mem, "total", "taken", "合計");
}

static void class_figures(struct report_section *s, int64_t taken, int64_t hours, int64_t staff)
{
	report_count(s, taken);
	report_ratio(s, taken, staff);
	report_count(s, hours);
	report_ratio(s, hours, staff);
}

static void figures(struct report_section *s, const struct tally *t, struct tally_who who, const char *label, bool unclassed)
{
	struct tally_sum all = tally_of(t, who, TALLY_ALL);

	report_text(s, label);
	report_count(s, all.persons);
	for (int i = 0; i < t->rules->n_classes; i++) {
		struct tally_sum x = tally_of(t, who, TALLY_CLASS(i));

		class_figures(s, x.persons, x.hours, all.persons);
	}
	if (unclassed)
		report_count(s, tally_of(t, who, TALLY_UNCLASSED).hours);
	class_figures(s, all.persons - tally_of(t, who, TALLY_NONE).persons, all.hours, all.persons);
}

static void fill(struct report_run *run)
{
	const struct tally *t = asked_read(run, false, false, NULL, 0);

	if (!t)
		return;
	bool unclassed = tally_of(t, TALLY_EVERYBODY, TALLY_UNCLASSED).hours > 0;
	struct report_section *s = report_section(run, "human", run->report->title, NULL);
	struct tally_lines lines = asked_lines(run->mem, t, false);

	columns_of(s, run->mem, t->rules, unclassed);
	for (int i = 0; i < lines.n; i++) {
		report_begin(s, lines.at[i].key);
		figures(s, t, lines.at[i].who, lines.at[i].label, unclassed);
	}
	report_total(s);
	figures(s, t, TALLY_EVERYBODY, "合計", unclassed);
	report_chart(s, "平均學習時數", "group", "total-average", NULL);
}

static bool persons(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	return asked_persons(l, run, of, false);
}

static bool records(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	return asked_records(l, run, of, false);
}

static const struct report_list lists[] = {TALLY_PERSONS(persons), TALLY_RECORDS(records), {0}};

const struct report tally_human = {.name = "human", .title = "人資報告學習時數統計表", .permission = "rpt.hr", .may = MAY_RPT_HR,
	.reach = AGENCY_SUBTREE, .basis = "名冊：年度末日（未滿一年者為今日）主要職務在該機關之人員，不含留職停薪及離職；"
	"時數：該員年度內所有有效紀錄",
	.act = "查詢", .asks = asks, .size = sizeof(struct tally_asked), .lists = lists, .begin = asked_begin, .check = asked_check, .fill = fill};

const struct route tally_human_routes[] = {
	REPORT_ROUTES("human", "人資報告學習時數統計表", "人事單位", MAY_RPT_HR, asks),
	{0}
};
