/* members.c: RPT-5 同仁登錄會員統計(含所屬機關): how many of the roster are 會員, agency by agency.                       LEARN-521, 522 */
#include "app/report/private.h"

#include "app/report/report.sql.h"

struct members_ask { const char *agency; struct date day; bool below; };

static const struct field asks[] = {
	FIELD(members_ask, agency, TEXT, EDIT, "機關", .most = 10, .hint = "機關代碼；留白為目前單位"),
	FIELD(members_ask, day, DATE, EDIT, "統計日期", .need = true),
	FIELD(members_ask, below, BOOL, EDIT, "包含所屬機關"),
	{0}
};

static const struct report_column columns[] = {
	REPORT_COLUMN("code", "機關代碼", TEXT),
	REPORT_COLUMN("name", "機關名稱", TEXT),
	REPORT_COLUMN("staff", "公務人員數", WHOLE, .means = "統計日期之名冊：主要職務在該機關者，不含留職停薪及離職人員",
		.list = "persons", .persons = true),
	REPORT_COLUMN("members", "會員數", WHOLE, .means = "名冊中於統計日期為會員者", .list = "persons", .persons = true),
	REPORT_COLUMN("others", "非會員數", WHOLE, .means = "公務人員數 − 會員數", .list = "persons", .persons = true),
	REPORT_COLUMN("rate", "會員比率(%)", PERCENT, .means = "100 × 會員數 ÷ 公務人員數"),
	{0}
};

static void begin(struct report_run *run)
{
	struct members_ask *ask = run->ask;

	ask->day = run->today;
	ask->below = true;
}

static void figures(struct report_section *s, int64_t staff, int64_t members)
{
	report_count(s, staff);
	report_count(s, members);
	report_count(s, staff - members);
	report_ratio(s, members, staff);
}

static void fill(struct report_run *run)
{
	const struct members_ask *ask = run->ask;
	struct rows *g = db_run(run->db, &members_by_agency, A(ask->day), AGENCIES(&run->span));
	struct report_section *s = report_section(run, "members", run->report->title, columns);
	int64_t staff = 0, members = 0;

	for (int i = 0; i < g->n; i++) {
		report_begin(s, row_text(g, i, "code"));
		report_text(s, row_text(g, i, "code"));
		report_text(s, row_text(g, i, "name"));
		figures(s, row_int(g, i, "staff"), row_int(g, i, "members"));
		staff += row_int(g, i, "staff");
		members += row_int(g, i, "members");
	}
	report_total(s);
	report_text(s, "合計");
	report_text(s, "");
	figures(s, staff, members);
	report_chart(s, "會員與非會員人數", "name", "members", "others");
}

static bool people(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	const struct members_ask *ask = run->ask;
	struct agency_span span;

	return report_row_agencies(l->r, run, of, &span) && list_run(l, &members_people, A(ask->day), AGENCIES(&span),
		A(text_is(of->figure, "members") ? 1 : text_is(of->figure, "others") ? 0 : -1));
}

static const struct report_list lists[] = {
	{.name = "persons", .title = "同仁登錄會員名單", .fields = report_person_fields, .size = sizeof(struct report_person), .sort = "agency_code",
		.rows = people, .complete = report_person_complete, .personal = true},
	{0}
};

const struct report report_members = {.name = "members", .title = "同仁登錄會員統計(含所屬機關)", .permission = "rpt.members",
	.may = MAY_RPT_MEMBERS, .reach = AGENCY_SUBTREE, .basis = "名冊：統計日期主要職務在該機關之人員", .act = "查詢",
	.asks = asks, .size = sizeof(struct members_ask), .lists = lists, .begin = begin, .fill = fill};

const struct route report_members_routes[] = {
	REPORT_ROUTES("members", "同仁登錄會員統計(含所屬機關)", "人事單位", MAY_RPT_MEMBERS, asks),
	{0}
};
