/* summary.c: RPT-6 性別主流化訓練情形彙總: what an agency and those below it have reported, summed; and who has not.            LEARN-566 */
#include "app/agency/agency.h"
#include "app/gender/gender.sql.h"
#include "app/gender/private.h"
#include "app/report/report.h"
#include "base/text.h"

enum { AGENCIES_MOST = 20000 };

struct gender_ask { const char *agency; int64_t year; bool below; };
static const struct field asks[] = {
	FIELD(gender_ask, year, INT, EDIT, "年度", .need = true, .least = GENDER_FIRST_YEAR, .most = GENDER_LAST_YEAR),
	FIELD(gender_ask, agency, TEXT, EDIT, "機關", .most = 10, .hint = "機關代碼；留白為目前單位"),
	FIELD(gender_ask, below, BOOL, EDIT, "包含所屬機關"),
	{0}
};

#define STAFF(key_, label_) REPORT_COLUMN(key_, label_, WHOLE, .group = "現有人數", .persons = true, .means = "各機關填報之現有人數")
#define TRAINED(key_, label_) REPORT_COLUMN(key_, label_, WHOLE, .group = "參訓人數", .persons = true, .means = "各機關填報之參訓人數")
#define RATE(key_, label_) REPORT_COLUMN(key_, label_, PERCENT, .group = "參訓比率(%)", .means = "100 × 參訓人數 ÷ 現有人數")

static const struct report_column columns[] = {
	REPORT_COLUMN("name", "人員別", TEXT), STAFF("staff_m", "男"), STAFF("staff_f", "女"), STAFF("staff", "計"),
	TRAINED("trained_m", "男"), TRAINED("trained_f", "女"), TRAINED("trained", "計"), RATE("rate_m", "男"), RATE("rate_f", "女"),
	RATE("rate", "計"),
	REPORT_COLUMN("hours", "參訓總時數", WHOLE, .means = "各機關填報之參訓總時數"),
	REPORT_COLUMN("average", "平均時數", AVERAGE, .means = "參訓總時數 ÷ 參訓人數計"),
	{0}
};
static const struct report_column missing_columns[] = {
	REPORT_COLUMN("code", "機關代碼", TEXT), REPORT_COLUMN("name", "機關名稱", TEXT), REPORT_COLUMN("state", "狀態", TEXT), {0}
};

static void begin(struct report_run *run)
{
	struct gender_ask *ask = run->ask;
	struct rows *newest = db_run(run->db, &gender_round_newest, A(run->today));

	ask->year = newest->n ? row_int(newest, 0, "roc_year") : roc_year(run->today) - 1;
	ask->below = true;
}

struct figures { int64_t staff_m, staff_f, trained_m, trained_f, hours; };

static void put(struct report_section *s, const char *name, const struct figures *x)
{
	report_text(s, name);
	report_count(s, x->staff_m);
	report_count(s, x->staff_f);
	report_count(s, x->staff_m + x->staff_f);
	report_count(s, x->trained_m);
	report_count(s, x->trained_f);
	report_count(s, x->trained_m + x->trained_f);
	report_ratio(s, x->trained_m, x->staff_m);
	report_ratio(s, x->trained_f, x->staff_f);
	report_ratio(s, x->trained_m + x->trained_f, x->staff_m + x->staff_f);
	report_count(s, x->hours);
	report_ratio(s, x->hours, x->trained_m + x->trained_f);
}

static void add_sums(struct report_run *run, int64_t year)
{
	struct rows *r = db_run(run->db, &gender_summary, AGENCIES(&run->span), A(year));
	struct report_section *s = report_section(run, "summary", run->report->title, columns);
	struct figures all[GENDER_LINES] = {{0}}, total = {0};

	for (int i = 0; i < r->n; i++)
		all[row_int(r, i, "line") - 1] = (struct figures){row_int(r, i, "staff_m"), row_int(r, i, "staff_f"), row_int(r, i, "trained_m"),
			row_int(r, i, "trained_f"), row_int(r, i, "hours")};
	for (int i = 0; i < GENDER_LINES; i++) {
		report_begin(s, NULL);
		put(s, gender_line_names[i], &all[i]);
		total.staff_m += all[i].staff_m, total.staff_f += all[i].staff_f;
		total.trained_m += all[i].trained_m, total.trained_f += all[i].trained_f, total.hours += all[i].hours;
	}
	report_total(s);
	put(s, gender_line_names[GENDER_LINES], &total);
	report_chart(s, "參訓人數", "name", "trained_m", "trained_f");
}

/* How many have sent theirs, and who has not. */
static void add_missing(struct report_run *run, int64_t year)
{
	struct rows *r = db_run(run->db, &gender_agencies, AGENCIES(&run->span), A(year), A(gender_as_of(year, run->today)), A(false), A("code"),
		A((int64_t)AGENCIES_MOST), A((int64_t)0));
	struct report_section *s = report_section(run, "missing", "尚未送出的機關", missing_columns);
	int sent = 0, missing = 0, excused = 0;

	for (int i = 0; i < r->n; i++) {
		struct code state = gender_state(row_text(r, i, "state"), row_bool(r, i, "n_staff"), row_date(r, i, "deadline"), run->today);

		sent += text_is(state.id, "sent"), excused += text_is(state.id, "excused");
		if (text_is(state.id, "sent") || text_is(state.id, "excused"))
			continue;
		missing++;
		report_begin(s, NULL);
		report_text(s, row_text(r, i, "code"));
		report_text(s, row_text(r, i, "name"));
		report_text(s, state.label);
	}
	report_note(run, arena_print(run->mem, "填報情形：已送出 %d 個機關，尚未送出 %d 個機關，不須填報 %d 個機關", sent, missing, excused));
}

static void fill(struct report_run *run)
{
	const struct gender_ask *ask = run->ask;

	if (!db_run(run->db, &gender_round_one, A(ask->year))->n) {
		issue(run->issues, -1, "year", "E-RPT-01", arena_print(run->mem, "%lld", (long long)ask->year), "性別主流化訓練情形調查");
		return;
	}
	run->day = gender_as_of(ask->year, run->today);
	add_sums(run, ask->year);
	add_missing(run, ask->year);
}

const struct report gender_report = {.name = "gender", .title = "性別主流化訓練情形彙總", .permission = "hr.gender", .may = MAY_HR_GENDER,
	.reach = AGENCY_SUBTREE, .basis = "各機關已送出之調查表填報數；現有人數以名冊基準日在職之主要任職為準", .act = "查詢", .asks = asks,
	.size = sizeof(struct gender_ask), .begin = begin, .fill = fill};

#define AREA "人事單位/性別主流化訓練情形調查/彙總"

const struct route gender_report_routes[] = {
	{GET, "/reports/gender", report_page_get, MAY_HR_GENDER | MAY_DGPA, .takes = asks, .gives = report_reply, .also = REPORT_ALSO, .heavy = true,
		.files = true, .crumb = AREA, .help = "本機關及所屬機關已送出之合計"},
	{POST, "/reports/gender/export", report_export_post, MAY_HR_GENDER | MAY_DGPA, .heavy = true, .help = "性別主流化訓練情形彙總：匯出"},
	{0}
};
