/* members.c: RPT-5 同仁登錄會員統計(含所屬機關): how many of the roster are 會員, agency by agency: of a day that counts are kept of (today, the
 * last one of a past year) by these, of others by the postings.                                              LEARN-521, 522 */
#include <stdlib.h>
#include <string.h>

#include "app/report/report.h"
#include "app/tally/private.h"
#include "app/tally/tally.sql.h"
#include "base/setting.h"
#include "base/text.h"

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

struct line { const char *code, *name; int64_t staff, members; };
struct lines { struct line *at; int n; };

/* False: the day is none of those that counts are kept of. */
static bool kept_ask(const struct report_run *run, struct agency_span where, struct tally_ask *to)
{
	const struct members_ask *ask = run->ask;
	int year = (int)roc_year(ask->day);

	*to = (struct tally_ask){.roc_year = year, .where = where, .who = TALLY_EVERYBODY, .today = run->today};
	return date_same(ask->day, tally_day(year, run->today));
}

static int by_code(const void *a, const void *b)
{
	return strcmp(((const struct line *)a)->code, ((const struct line *)b)->code);
}

/* False: nothing is kept, or it is just being counted. */
static bool lines_kept(struct report_run *run, struct lines *to)
{
	static const int64_t figures[] = {TALLY_ALL, TALLY_MEMBER};
	struct tally_ask ask;

	if (!kept_ask(run, run->span, &ask))
		return false;
	ask.by_agency = true;
	ask.figures = figures;
	ask.n_figures = sizeof figures / sizeof *figures;
	const struct tally *t = tally_read(run->db, run->mem, &ask);

	if (t->state != TALLY_READY)
		return false;
	*to = (struct lines){arena_array(run->mem, (size_t)t->n, sizeof *to->at), t->n};
	for (int i = 0; i < t->n; i++)
		to->at[i] = (struct line){t->rows[i].code, t->rows[i].name, tally_row_of(t, &t->rows[i], TALLY_ALL).persons,
			tally_row_of(t, &t->rows[i], TALLY_MEMBER).persons};
	if (to->n)
		qsort(to->at, (size_t)to->n, sizeof *to->at, by_code);
	return true;
}

static struct lines lines_counted(struct report_run *run)
{
	const struct members_ask *ask = run->ask;
	struct rows *g = db_run(run->db, &members_by_agency, A(ask->day), AGENCIES(&run->span));
	struct lines to = {arena_array(run->mem, (size_t)g->n, sizeof *to.at), g->n};

	for (int i = 0; i < g->n; i++)
		to.at[i] = (struct line){row_text(g, i, "code"), row_text(g, i, "name"), row_int(g, i, "staff"), row_int(g, i, "members")};
	return to;
}

static void put(struct report_section *s, const struct line *l)
{
	report_text(s, l->code);
	report_text(s, l->name);
	report_count(s, l->staff);
	report_count(s, l->members);
	report_count(s, l->staff - l->members);
	report_ratio(s, l->members, l->staff);
}

static void fill(struct report_run *run)
{
	struct report_section *s = report_section(run, "members", run->report->title, columns);
	struct line total = {"合計", "", 0, 0};
	struct lines all;

	if (!lines_kept(run, &all))
		all = lines_counted(run);
	for (int i = 0; i < all.n; i++) {
		report_begin(s, all.at[i].code);
		put(s, &all.at[i]);
		total.staff += all.at[i].staff;
		total.members += all.at[i].members;
	}
	report_total(s);
	put(s, &total);
	report_chart(s, "會員與非會員人數", "name", "members", "others");
}

/* Of a day that no counts are kept of the postings are read. */
static bool large(struct report_run *run)
{
	int64_t most = setting_int("report.page_reads");
	struct tally_ask ask;

	return !kept_ask(run, run->span, &ask) && row_int(db_run(run->db, &members_reads, AGENCIES(&run->span), A(most + 1)), 0, "n") > most;
}

/* A page in the list's own order, found by the counts; NULL: they don't tell. */
static const struct tally_people *page_kept(const struct list *l, struct report_run *run, struct agency_span span, const char *figure)
{
	struct tally_ask ask;

	if (l->r->as != AS_PAGE || l->r->json || !text_is(l->sort, "agency_code") || !kept_ask(run, span, &ask))
		return NULL;
	const struct tally_people *p = tally_people(run->db, run->mem, &ask, text_is(figure, "staff") ? TALLY_ALL : TALLY_MEMBER,
		text_is(figure, "others"), (int64_t)(l->page - 1) * l->per, l->per);

	return p->state == TALLY_READY ? p : NULL;
}

static bool people(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	const struct members_ask *ask = run->ask;
	struct agency_span span;

	if (!report_row_agencies(l->r, run, of, &span))
		return false;
	const struct tally_people *p = page_kept(l, run, span, of->figure);

	if (p)
		return list_run(l, &tally_listed, A(ids_json(run->mem, p->persons, (size_t)p->n)), A(p->day), A(p->total), A(0));
	return list_run(l, &members_people, A(ask->day), AGENCIES(&span), A(text_is(of->figure, "members") ? 1 : text_is(of->figure, "others") ? 0 :
		-1));
}

static const struct report_list lists[] = {
	{.name = "persons", .title = "同仁登錄會員名單", .fields = report_person_fields, .size = sizeof(struct report_person), .sort = "agency_code",
		.rows = people, .complete = report_person_complete, .personal = true},
	{0}
};

const struct report tally_members = {.name = "members", .title = "同仁登錄會員統計(含所屬機關)", .permission = "rpt.members",
	.may = MAY_RPT_MEMBERS, .reach = AGENCY_SUBTREE, .basis = "名冊：統計日期主要職務在該機關之人員", .act = "查詢",
	.asks = asks, .size = sizeof(struct members_ask), .lists = lists, .begin = begin, .fill = fill, .large = large};

const struct route tally_members_routes[] = {
	REPORT_ROUTES("members", "同仁登錄會員統計(含所屬機關)", "人事單位", MAY_RPT_MEMBERS, asks),
	{0}
};
