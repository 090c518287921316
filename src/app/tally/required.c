/* required.c: RPT-1 必須完成課程參與情形統計表.                                                                  LEARN-471 … 474 */
#include "app/tally/asked.h"
#include "app/staff/staff.h"
#include "base/text.h"

const struct code tally_rows_by[] = {{"group", "依人員類別"}, {"agency", "依機關"}, {0}};

static const struct field asks[] = {
	FIELD(tally_asked, year, INT, EDIT, "年度", .need = true, .least = 90, .most = 200),
	FIELD(tally_asked, agency, TEXT, EDIT, "機關", .most = 10, .hint = "機關代碼；留白為目前單位"),
	FIELD(tally_asked, below, BOOL, EDIT, "包含所屬機關"),
	FIELD(tally_asked, by, CODE, EDIT, "統計方式", .list = tally_rows_by),
	FIELD(tally_asked, group, CODE, EDIT, "人員類別", .list = staff_groups, .hint = "留白為全部"),
	{0}
};

static void columns_of(struct report_run *run, struct report_section *s, const struct tally_rules *rules)
{
	static const struct report_column fixed[] = {
		REPORT_COLUMN("code", "機關代碼", TEXT), REPORT_COLUMN("agency", "機關名稱", TEXT), REPORT_COLUMN("group", "人員類別", TEXT),
		REPORT_COLUMN("staff", "應完成人數", WHOLE, .means = "名冊人數", .list = "persons", .persons = true)};
	struct arena *mem = run->mem;

	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		report_column(s, fixed[i]);
	for (int i = 0; i < rules->n_topics; i++) {
		const struct tally_topic *t = &rules->topics[i];
		const char *group = t->parts ? t->name : arena_print(mem, "%s（%lld 小時）", t->name, (long long)t->hours);
		const char *means = t->parts ? "完成其所有子項目之人數" : "該項目課程類別之認證時數合計達規定時數之人數";

		report_column(s, (struct report_column)REPORT_COLUMN(arena_print(mem, "topic-%s-done", t->code), "完成人數", WHOLE, .means = means,
			.list = "persons", .group = group, .persons = true));
		report_column(s, (struct report_column)REPORT_COLUMN(arena_print(mem, "topic-%s-left", t->code), "未完成人數", WHOLE,
			.means = "應完成人數 − 完成人數", .list = "lacking", .group = group, .persons = true));
		report_column(s, (struct report_column)REPORT_COLUMN(arena_print(mem, "topic-%s-rate", t->code), "完成率(%)", PERCENT,
			.means = "100 × 完成人數 ÷ 應完成人數", .group = group));
		report_column(s, (struct report_column)REPORT_COLUMN(arena_print(mem, "topic-%s-hours", t->code), "總時數", WHOLE,
			.means = "名冊人員該項目課程類別之認證時數合計", .group = group));
		report_column(s, (struct report_column)REPORT_COLUMN(arena_print(mem, "topic-%s-average", t->code), "平均時數", AVERAGE,
			.means = "總時數 ÷ 應完成人數", .group = group));
	}
	report_column(s, (struct report_column)REPORT_COLUMN("complete", "全部完成人數", WHOLE, .means = "完成每一項目之人數", .list = "persons",
		.persons = true));
	report_column(s, (struct report_column)REPORT_COLUMN("incomplete", "未全部完成人數", WHOLE, .means = "應完成人數 − 全部完成人數",
		.list = "lacking", .persons = true));
	report_column(s, (struct report_column)REPORT_COLUMN("complete-rate", "全部完成率(%)", PERCENT, .means = "100 × 全部完成人數 ÷ 應完成人數"));
}

/* sum: of a figure of whoever the row is about. */
struct row { const struct tally *t; const struct tally_row *agency; struct tally_who who; bool all; };

static struct tally_sum sum(const struct row *row, int64_t figure)
{
	struct tally_sum all = {0};

	if (row->agency)
		return tally_row_of(row->t, row->agency, figure);
	if (!row->all)
		return tally_of(row->t, row->who, figure);
	for (int i = 0; i < row->t->n; i++) {
		struct tally_sum one = tally_row_of(row->t, &row->t->rows[i], figure);

		all.persons += one.persons, all.hours += one.hours;
	}
	return all;
}

static void figures(struct report_section *s, const struct row *row)
{
	const struct tally_rules *rules = row->t->rules;
	int64_t staff = sum(row, TALLY_ALL).persons, complete = sum(row, TALLY_COMPLETE).persons;

	report_count(s, staff);
	for (int i = 0; i < rules->n_topics; i++) {
		struct tally_sum x = sum(row, TALLY_TOPIC(&rules->topics[i]));

		report_count(s, x.persons);
		report_count(s, staff - x.persons);
		report_ratio(s, x.persons, staff);
		report_count(s, x.hours);
		report_ratio(s, x.hours, staff);
	}
	report_count(s, complete);
	report_count(s, staff - complete);
	report_ratio(s, complete, staff);
}

static void begin_row(struct report_section *s, const char *key, const char *code, const char *agency, const char *group)
{
	if (key)
		report_begin(s, key);
	else
		report_total(s);
	report_text(s, code);
	report_text(s, agency);
	report_text(s, group);
}

static const char *topics_note(struct report_run *run, const struct tally_rules *rules)
{
	struct text t = text_new(run->mem, 4000);

	for (int i = 0; i < rules->n_topics; i++)
		if (!rules->topics[i].parts)
			text_print(&t, "%s%s %lld 小時", t.n ? "、" : "必須完成課程：", rules->topics[i].name, (long long)rules->topics[i].hours);
	return t.at;
}

static void fill(struct report_run *run)
{
	const struct tally_asked *ask = run->ask;
	bool by_agency = ask->by.id && text_is(ask->by.id, "agency");
	const struct tally_rules *rules = tally_rules(run->db, run->mem, (int)ask->year);

	if (!rules->n_topics) {
		issue(run->issues, -1, "year", "E-RPT-01", arena_print(run->mem, "%lld", (long long)ask->year), "必須完成課程");
		return;
	}
	const struct tally *t = asked_read(run, by_agency, false, NULL, 0);

	if (!t)
		return;
	struct report_section *s = report_section(run, "required", run->report->title, NULL);

	columns_of(run, s, t->rules);
	report_note(run, topics_note(run, t->rules));
	for (int i = 0; by_agency && i < t->n; i++) {
		begin_row(s, t->rows[i].code, t->rows[i].code, t->rows[i].name, ask->group.id ? ask->group.label : "合計");
		figures(s, &(struct row){.t = t, .agency = &t->rows[i]});
	}
	struct tally_lines lines = by_agency ? (struct tally_lines){0} : asked_lines(run->mem, t, false);

	for (int i = 0; i < lines.n; i++) {
		begin_row(s, lines.at[i].key, run->span.code, run->span.name, lines.at[i].label);
		figures(s, &(struct row){.t = t, .who = lines.at[i].who});
	}
	begin_row(s, NULL, by_agency ? "" : run->span.code, by_agency ? "合計" : run->span.name, by_agency ? "" : "合計");
	figures(s, &(struct row){.t = t, .all = true});
	report_chart(s, "全部完成情形", by_agency ? "agency" : "group", "complete", "incomplete");
}

static bool persons(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	return asked_persons(l, run, of, false);
}

static bool records(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	return asked_records(l, run, of, false);
}

static const struct report_list lists[] = {TALLY_PERSONS(persons), TALLY_LACKING(persons), TALLY_RECORDS(records), {0}};

const struct report tally_required = {.name = "required", .title = "必須完成課程參與情形統計表", .permission = "rpt.required",
	.may = MAY_RPT_REQUIRED, .reach = AGENCY_SUBTREE, .basis = "名冊：年度末日（未滿一年者為今日）主要職務在該機關之人員，不含留職停薪及離職；"
	"時數：該員年度內所有有效紀錄", .act = "查詢", .asks = asks, .size = sizeof(struct tally_asked), .lists = lists, .begin = asked_begin,
	.check = asked_check, .fill = fill};

const struct route tally_required_routes[] = {
	REPORT_ROUTES("required", "必須完成課程參與情形統計表", "人事單位", MAY_RPT_REQUIRED, asks),
	{0}
};
