/* decision.c: RPT-9 參與決策評量表: men and women among those who take part in decisions (主管), and what of it they have learnt.
 *                                                                                                        LEARN-621, 622 */
#include "app/decision/decision.h"

#include <stdlib.h>
#include <string.h>

#include "app/code/code.h"
#include "app/decision/decision.sql.h"
#include "app/decision/private.h"
#include "app/hours/hours.h"
#include "app/tally/tally.h"
#include "base/text.h"

static const struct code levels[] = {{"own", "本機關"}, {"next", "下一層機關"}, {"all", "全部所屬機關"}, {0}};

static const struct field asks[] = {
	FIELD(decision_ask, year, INT, EDIT, "年度", .need = true, .least = 80, .most = 200),
	FIELD(decision_ask, level, CODE, EDIT, "瀏覽層級", .need = true, .list = levels),
	FIELD(decision_ask, agency, TEXT, EDIT, "機關", .most = 10, .hint = "機關代碼；留白為目前單位"),
	FIELD(decision_ask, categories, TEXT, EDIT, "課程類別", .most = 400, .several = true),
	{0}
};

static const struct report_choice choices[] = {{"categories", report_categories}, {0}};

static void begin(struct report_run *run)
{
	struct decision_ask *a = run->ask;

	a->year = roc_year(run->today);
	a->level = levels[0];
}

static const struct report_column columns[] = {
	REPORT_COLUMN("code", "機關代碼", TEXT),
	REPORT_COLUMN("name", "機關名稱", TEXT),
	REPORT_COLUMN("men", "男人數", WHOLE, .means = "年度內有所選課程類別之有效紀錄、上課當時為主管之男性人數，每人計一次",
		.list = "persons", .persons = true),
	REPORT_COLUMN("women", "女人數", WHOLE, .means = "同上，女性人數", .list = "persons", .persons = true),
	REPORT_COLUMN("persons", "合計", WHOLE, .means = "男人數＋女人數", .list = "persons", .persons = true),
	REPORT_COLUMN("men_share", "男比例(%)", PERCENT, .means = "100 × 男人數 ÷ 合計"),
	REPORT_COLUMN("women_share", "女比例(%)", PERCENT, .means = "100 × 女人數 ÷ 合計"),
	REPORT_COLUMN("men_records", "男人次", WHOLE, .means = "上述男性之紀錄數", .list = "records"),
	REPORT_COLUMN("women_records", "女人次", WHOLE, .means = "上述女性之紀錄數", .list = "records"),
	REPORT_COLUMN("third", "任一性別不少於三分之一", TEXT, .means = "3 × 較少一方人數 ≥ 合計者為符合；合計為 0 者不計"),
	REPORT_COLUMN("staff_men", "主管現有人數 男", WHOLE, .means = "名冊中主管之男性人數（當年度為今日，過去年度為年底）",
		.list = "staff", .persons = true),
	REPORT_COLUMN("staff_women", "主管現有人數 女", WHOLE, .means = "名冊中主管之女性人數", .list = "staff",
		.persons = true),
	REPORT_COLUMN("staff_share", "女性主管比例(%)", PERCENT, .means = "100 × 主管現有人數 女 ÷ 主管現有人數"),
	{0}
};

/* records and persons by sex, 0 men, 1 women; staff: those of the roster.  known: the roster is counted. */
struct line { int64_t agency; const char *code, *name; int64_t persons[2], records[2], staff[2]; };

static void put(struct report_section *s, const struct line *l, bool known)
{
	int64_t men = l->persons[0], women = l->persons[1], all = men + women;

	report_text(s, l->code);
	report_text(s, l->name);
	report_count(s, men);
	report_count(s, women);
	report_count(s, all);
	report_ratio(s, men, all);
	report_ratio(s, women, all);
	report_count(s, l->records[0]);
	report_count(s, l->records[1]);
	report_text(s, !all ? "—" : 3 * (men < women ? men : women) >= all ? "符合" : "不符合");
	if (!known) {
		report_blank(s);
		report_blank(s);
		report_blank(s);
		return;
	}
	report_count(s, l->staff[0]);
	report_count(s, l->staff[1]);
	report_ratio(s, l->staff[1], l->staff[0] + l->staff[1]);
}

/* The lines in the order of their codes, and by the agency's number. */
struct lines { struct line *at, **by_agency; int n; };

static int by_number(const void *a, const void *b)
{
	const struct line *const *x = a, *const *y = b;

	return ((*x)->agency > (*y)->agency) - ((*x)->agency < (*y)->agency);
}

static struct lines lines_of(struct arena *mem, const struct rows *g)
{
	struct lines to = {arena_array(mem, (size_t)g->n, sizeof *to.at), arena_array(mem, (size_t)g->n, sizeof *to.by_agency), g->n};

	for (int i = 0; i < g->n; i++) {
		to.at[i] = (struct line){.agency = row_cell(g, i, 0)->i, .code = row_cell(g, i, 1)->s, .name = row_cell(g, i, 2)->s};
		to.by_agency[i] = &to.at[i];
	}
	if (to.n)
		qsort(to.by_agency, (size_t)to.n, sizeof *to.by_agency, by_number);
	return to;
}

static struct line *line_of(const struct lines *all, int64_t agency)
{
	const struct line key = {.agency = agency}, *wanted = &key;
	struct line **at = all->n ? bsearch(&wanted, all->by_agency, (size_t)all->n, sizeof *all->by_agency, by_number) : NULL;

	return at ? *at : NULL;
}

/* 本機關 is the agency alone; the other levels are of the tree. */
static bool below(const struct report_run *run)
{
	const struct decision_ask *a = run->ask;

	return a->level.id && !text_is(a->level.id, "own");
}

static bool count_staff(struct report_run *run, const struct lines *all)
{
	static const int64_t figures[] = {TALLY_ALL, TALLY_LEADING_MEN, TALLY_LEADING_WOMEN};
	const struct decision_ask *a = run->ask;
	const struct tally *t = tally_read(run->db, run->mem, &(struct tally_ask){.roc_year = (int)a->year, .where = run->span, .by_agency = true,
		.who = TALLY_EVERYBODY, .today = run->today, .figures = figures, .n_figures = 3});

	run->day = t->day;
	for (int i = 0; i < t->n; i++) {
		struct line *l = line_of(all, t->rows[i].agency);

		if (l) {
			l->staff[0] = tally_row_of(t, &t->rows[i], TALLY_LEADING_MEN).persons;
			l->staff[1] = tally_row_of(t, &t->rows[i], TALLY_LEADING_WOMEN).persons;
		}
	}
	return t->state == TALLY_READY;
}

/* ---- who has learnt: everybody once for an agency, and once in all */

struct counting {
	const struct report_run *run;
	struct arena *mem;
	const struct lines *lines;
	struct decision_categories categories;
	struct line *total;
	uint8_t *seen[2];                                       /* a bit a person, by sex */
	size_t room[2];
};

/* False: this person was counted before. */
static bool first_time(struct counting *c, int sex, uint32_t person)
{
	size_t byte = person / 8, before = c->room[sex];
	uint8_t bit = (uint8_t)(1 << person % 8);

	if (byte >= before) {
		uint8_t *more = arena_array(c->mem, byte * 2 + 1, 1);

		if (before)
			memcpy(more, c->seen[sex], before);
		c->seen[sex] = more;
		c->room[sex] = byte * 2 + 1;
	}
	bool is_new = !(c->seen[sex][byte] & bit);

	c->seen[sex][byte] |= bit;
	return is_new;
}

/* Cells of an agency, by person. */
static void count_agency(void *with, int64_t agency, const struct hours_decider *cells, size_t n)
{
	struct counting *c = with;
	struct line none = {0}, *l = line_of(c->lines, agency);
	uint32_t last[2] = {0, 0};

	for (size_t i = 0; i < n; i++) {
		int sex = cells[i].sex - 1;

		if (sex < 0 || !decision_asked(&c->categories, cells[i].category))
			continue;
		struct line *to = l ? l : &none;

		to->persons[sex] += last[sex] != cells[i].person;
		to->records[sex] += cells[i].records;
		c->total->records[sex] += cells[i].records;
		c->total->persons[sex] += last[sex] != cells[i].person && first_time(c, sex, cells[i].person);
		last[sex] = cells[i].person;
	}
}

static void count_all(struct db *db, void *with)
{
	struct counting *c = with;
	const struct decision_ask *a = c->run->ask;

	hours_deciders(db, c->mem, a->year, c->run->span.low, c->run->span.high, count_agency, c);
}

struct decision_categories decision_categories(struct report_run *run)
{
	const struct decision_ask *a = run->ask;
	struct code_items all = code_items(code_book(run->db, run->mem), run->mem, "course_category", (struct date){0});
	int64_t *ids = arena_array(run->mem, (size_t)all.n, sizeof *ids);
	struct decision_categories to = {ids, 0};

	for (int i = 0; i < all.n && *a->categories; i++)
		if (report_chosen(a->categories, all.at[i]->code))
			ids[to.n++] = all.at[i]->id;
	return to;
}

static void fill(struct report_run *run)
{
	const struct decision_ask *a = run->ask;
	bool next = text_is(a->level.id, "next"), all = text_is(a->level.id, "all");
	struct line total = {.code = "合計", .name = ""};
	struct lines lines = lines_of(run->mem, db_run(run->db, &decision_agencies, AGENCIES(&run->span), A(next ? run->span.agency : 0)));
	struct counting c = {.run = run, .mem = run->mem, .lines = &lines, .total = &total,
		.categories = decision_categories(run)};
	struct report_section *s = report_section(run, "decision", run->report->title, columns);

	db_tx_read(run->db, count_all, &c);
	bool known = count_staff(run, &lines);

	if (!known)
		report_note(run, "主管現有人數：統計中，請稍後再查詢");
	for (int i = 0; i < lines.n; i++) {
		report_begin(s, lines.at[i].code);
		put(s, &lines.at[i], known);
		total.staff[0] += lines.at[i].staff[0];
		total.staff[1] += lines.at[i].staff[1];
	}
	if (all) {
		report_total(s);
		put(s, &total, known);
	}
	report_chart(s, "男女人數", "name", "men", "women");
}

static bool staff_listed(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	const struct decision_ask *a = run->ask;
	struct tally_ask ask = {.roc_year = (int)a->year, .where = run->span, .who = TALLY_EVERYBODY, .today = run->today};

	return report_row_agencies(l->r, run, of, &ask.where) &&
		tally_people_listed(l, run, &ask, text_is(of->figure, "staff_men") ? TALLY_LEADING_MEN : TALLY_LEADING_WOMEN);
}

static const struct report_list lists[] = {
	{.name = "persons", .title = "參與決策人員名單", .fields = report_person_fields, .size = sizeof(struct report_person), .sort = "agency_code",
		.rows = decision_people_listed, .complete = report_person_complete, .personal = true},
	{.name = "records", .title = "學習時數紀錄", .fields = report_record_fields, .size = sizeof(struct report_record), .sort = "agency_name",
		.rows = decision_records_listed, .complete = report_record_complete, .personal = true},
	{.name = "staff", .title = "主管名單", .fields = report_person_fields, .size = sizeof(struct report_person), .sort = "agency_code",
		.rows = staff_listed, .complete = tally_people_complete, .personal = true},
	{0}
};

const struct report decision_report = {.name = "decision", .title = "參與決策評量表", .permission = "stat.decision", .may = MAY_STATISTICS,
	.reach = AGENCY_SUBTREE, .basis = "紀錄：以上課當時之機關及主管註記計", .act = "查詢", .asks = asks, .size = sizeof(struct decision_ask),
	.choices = choices, .lists = lists, .begin = begin, .below = below, .fill = fill};

const struct route decision_routes[] = {
	REPORT_ROUTES("decision", "參與決策評量表", "統計報表", MAY_STATISTICS, asks),
	{0}
};
