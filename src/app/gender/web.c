/* web.c: 性別主流化訓練情形調查: who has reported, the sums, and the rounds that 總處 opens.                       LEARN-561, 564, 566 */
#include <string.h>

#include "app/agency/agency.h"
#include "app/audit/audit.h"
#include "app/code/code.h"
#include "app/gender/gender.sql.h"
#include "app/gender/page.html.h"
#include "app/gender/private.h"
#include "app/may.h"
#include "base/text.h"

enum { FIRST_YEAR = 80, LAST_YEAR = 999, LIST_MOST = 500 };

static const struct code states[] = {{"none", "未填報"}, {"draft", "暫存"}, {"sent", "已送出"}, {"excused", "不須填報"}, {"late", "逾期未填"}, {0}};
static const struct field agency_list_fields[] = {
	FIELD(gender_agency, id, INT, KEY, "編號"),
	FIELD(gender_agency, code, TEXT, SHOW, "機關代碼"),
	FIELD(gender_agency, name, TEXT, SHOW, "機關", .not_sorted = true),
	FIELD(gender_agency, year, TEXT, SHOW, "年度", .not_sorted = true),
	FIELD(gender_agency, state, CODE, SHOW, "狀態", .list = states, .not_sorted = true),
	FIELD(gender_agency, submitted, MOMENT, SHOW, "填報日期", .not_sorted = true),
	FIELD(gender_agency, deadline, DATE, SHOW, "填報期限", .not_sorted = true),
	FIELD(gender_agency, survey, INT, MARK, ""), FIELD(gender_agency, n_staff, INT, MARK, ""), {0}
};

static int64_t year_asked(struct req *r)
{
	struct rows *newest = db_run(r->db, &gender_round_newest, A(r->today));

	return req_query_int(r, "year", FIRST_YEAR, LAST_YEAR, newest->n ? row_int(newest, 0, "roc_year") : roc_year(r->today) - 1);
}

/* What follows from the roster, 總處's list and the clock.   SM-7 */
static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct gender_agency *x = rows;

	(void)mem;
	for (int i = 0; i < n; i++)
		if (!x[i].n_staff)
			x[i].state = states[3];
		else if (text_is(x[i].state.id, "none") && date_before(x[i].deadline, l->r->today))
			x[i].state = states[4];
}

static struct gender_agency_lines lines_of(struct req *r, const struct list *l, int64_t year)
{
	const struct gender_agency *x = l->rows;
	struct gender_agency_lines all = {arena_array(r->mem, (size_t)l->n, sizeof *all.at), l->n};

	for (int i = 0; i < l->n; i++) {
		bool own = x[i].id == r->who->agency && req_may(r, MAY_HR_GENDER) && !r->who->all_agencies,
			open = !date_before(x[i].deadline, r->today),
			there = text_is(x[i].state.id, "draft") || text_is(x[i].state.id, "sent");

		all.at[i] = (struct gender_agency_line){.x = &x[i]};
		if (text_is(x[i].state.id, "excused") || (!there && !(own && open)))
			continue;
		all.at[i].act = !there ? "新增調查表" : own && open ? "編輯" : "檢視";
		all.at[i].at = own ? req_url(r, "/hr/gender/form?year=%lld", (long long)year) :
			req_url(r, "/hr/gender/form?year=%lld&agency=%s", (long long)year, x[i].code);
	}
	return all;
}

static int64_t missing_of(const struct list *l)
{
	const struct gender_agency *x = l->rows;
	int64_t n = 0;

	for (int i = 0; i < l->n; i++)
		n += text_is(x[i].state.id, "none") || text_is(x[i].state.id, "draft") || text_is(x[i].state.id, "late");
	return n;
}

static void list_get(struct req *r)
{
	struct agency_span span = agency_subtree(r->db, r->mem, r->who);
	int64_t year = year_asked(r);
	struct list l;

	if (!list_open(&l, r, "性別主流化訓練情形調查", agency_list_fields, sizeof(struct gender_agency), "code"))
		return;
	l.complete = complete;
	if (!list_run(&l, &gender_agencies, AGENCIES(&span), A(year), A(gender_as_of(year, r->today))))
		return;
	struct gender_view v = {.r = r, .l = &l, .wrong = issue_lines(r), .action = req_url(r, "/hr/gender"), .missing = missing_of(&l),
		.summary = req_url(r, "/hr/gender/summary?year=%lld", (long long)year), .rounds = req_url(r, "/hr/gender/round?year=%lld",
		(long long)year),
		.year = input_text(r, "year", "年度", arena_print(r->mem, "%lld", (long long)year), true, NULL), .lines = lines_of(r, &l, year),
		.keeps = req_may(r, MAY_DGPA)};

	gender_list_page(reply_page(r, 200, "性別主流化訓練情形調查"), &v);
}

/* ---- the sums */

struct summed { int64_t id, staff_m, staff_f, staff, trained_m, trained_f, trained, hours; const char *name, *rate_m, *rate_f, *rate, *average; };
#define FIGURE(m, K, L) FIELD(summed, m, K, SHOW, L, .not_sorted = true)
static const struct field summed_fields[] = {
	FIELD(summed, id, INT, KEY, ""), FIGURE(name, TEXT, "人員別"), FIGURE(staff_m, INT, "現有人數 男"), FIGURE(staff_f, INT, "現有人數 女"),
	FIGURE(staff, INT, "現有人數 計"), FIGURE(trained_m, INT, "參訓人數 男"), FIGURE(trained_f, INT, "參訓人數 女"), FIGURE(trained,
	INT, "參訓人數 計"),
	FIGURE(rate_m, TEXT, "參訓比率(%) 男"), FIGURE(rate_f, TEXT, "參訓比率(%) 女"), FIGURE(rate, TEXT, "參訓比率(%) 計"),
	FIGURE(hours, INT, "參訓總時數"), FIGURE(average, TEXT, "平均時數"), {0}
};

static void complete_sums(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct summed *x = rows;

	(void)l;
	for (int i = 0; i < n; i++) {
		x[i].name = gender_line_names[(x[i].id - 1) % (GENDER_LINES + 1)];
		x[i].staff = x[i].staff_m + x[i].staff_f, x[i].trained = x[i].trained_m + x[i].trained_f;
		x[i].rate_m = gender_share(mem, x[i].trained_m, x[i].staff_m), x[i].rate_f = gender_share(mem, x[i].trained_f, x[i].staff_f);
		x[i].rate = gender_share(mem, x[i].trained, x[i].staff), x[i].average = gender_mean(mem, x[i].hours, x[i].trained);
	}
}

static void summary_get(struct req *r)
{
	struct agency_span span = agency_subtree(r->db, r->mem, r->who);
	int64_t year = year_asked(r);
	struct list l;

	if (!list_open(&l, r, arena_print(r->mem, "性別主流化訓練情形彙總 %lld 年度", (long long)year), summed_fields, sizeof(struct summed), ""))
		return;
	l.complete = complete_sums;
	if (list_run(&l, &gender_summary, AGENCIES(&span), A(year)))
		list_show_plain(&l);
}

/* ---- rounds */

struct round { int64_t year, least; struct date open, deadline; const char *categories, *excused; };
const struct field gender_round_fields[] = {
	FIELD(round, year, INT, EDIT, "年度", .need = true, .least = FIRST_YEAR, .most = LAST_YEAR),
	FIELD(round, open, DATE, EDIT, "開放日期", .need = true),
	FIELD(round, deadline, DATE, EDIT, "填報期限", .need = true),
	FIELD(round, least, INT, EDIT, "最低時數", .need = true, .least = 1, .most = 999),
	FIELD(round, categories, TEXT, EDIT, "計入的課程類別", .need = true, .most = 500, .hint = "課程類別代碼，以逗號分隔"),
	FIELD(round, excused, TEXT, EDIT, "不須填報的機關", .most = 5000, .lines = true, .hint = "機關代碼，以逗號或換行分隔；名冊無人的機關不必列"),
	{0}
};
struct reopened { const char *code; struct date until; };
const struct field gender_reopen_fields[] = {
	FIELD(reopened, code, TEXT, EDIT, "機關代碼", .need = true, .most = 20),
	FIELD(reopened, until, DATE, EDIT, "新的填報期限", .need = true),
	{0}
};

static const char *joined(struct req *r, struct rows *x)
{
	struct text t = text_new(r->mem, 1 << 16);

	for (int i = 0; i < x->n; i++)
		text_print(&t, "%s%s", i ? "," : "", row_text(x, i, "code"));
	return t.n ? t.at : "";
}

static struct round round_load(struct req *r, int64_t year, int64_t *version)
{
	struct rows *x = db_run(r->db, &gender_round_one, A(year));
	struct round o = {.year = year, .least = 1, .categories = "103", .excused = ""};

	*version = 0;
	if (!x->n)
		return o;
	*version = row_int(x, 0, "version");
	return (struct round){year, row_int(x, 0, "min_hours"), row_date(x, 0, "open_day"), row_date(x, 0, "deadline"),
		joined(r, db_run(r->db, &gender_categories, A(year))), joined(r, db_run(r->db, &gender_excused_codes, A(year)))};
}

static void show_round(struct req *r, int status, const struct round *o, int64_t version)
{
	static const struct reopened none = {.code = ""};
	struct gender_round_view v = {.r = r, .wrong = issue_lines(r), .action = req_url(r, "/hr/gender/round"),
		.reopen = req_url(r, "/hr/gender/reopen"), .back = req_url(r, "/hr/gender?year=%lld", (long long)o->year),
		.inputs = inputs_of(r, gender_round_fields, o), .again = inputs_of(r, gender_reopen_fields, &none), .version = version};

	gender_round_page(reply_page(r, status, "性別主流化訓練情形調查：調查年度"), &v);
}

void gender_round_get(struct req *r)
{
	int64_t version;
	struct round o = round_load(r, year_asked(r), &version);

	show_round(r, 200, &o, version);
}

struct opening { struct req *r; const struct round *o; int64_t version, categories[LIST_MOST], agencies[LIST_MOST]; int n_categories, n_agencies; };

/* Codes between commas, blanks and line ends. */
static const char *next_code(struct arena *mem, const char **at)
{
	*at += strspn(*at, ",，、 \r\n\t");
	size_t n = strcspn(*at, ", \r\n\t");
	const char *code = arena_bytes(mem, *at, n);

	*at += n;
	return code;
}

static void read_lists(struct req *r, struct opening *x)
{
	const struct code_book *book = code_book(r->db, r->mem);
	const char *code, *at = x->o->categories;
	struct agency g;

	while (*(code = next_code(r->mem, &at)) && x->n_categories < LIST_MOST) {
		const struct code_item *c = NULL;

		if (code_check(&r->issues, -1, "categories", book, "course_category", code, (struct date){0}, &c))
			x->categories[x->n_categories++] = c->id;
	}
	at = x->o->excused;
	while (*(code = next_code(r->mem, &at)) && x->n_agencies < LIST_MOST)
		if (agency_find(r->db, r->mem, code, &g))
			x->agencies[x->n_agencies++] = g.id;
		else
			issue(&r->issues, -1, "excused", "E-CODE-01", code);
}

static void log_act(struct req *r, struct db *db, const char *action, int64_t agency)
{
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address, .action = action,
		.subject_kind = "agency", .subject = agency, .at = r->now});
}

static void store_round(struct db *db, void *with)
{
	const struct opening *x = with;
	struct req *r = x->r;
	const struct round *o = x->o;

	issues_clear(&r->issues);
	r->done = req_url(r, "/hr/gender?year=%lld", (long long)o->year);
	if (!db_run(db, &gender_round_put, A(o->year), A(o->open), A(o->deadline), A(o->least), A(x->version))->n) {
		if (!db_undone(db))
			issue(&r->issues, -1, "", "E-STALE-01", "總處", "剛才");
		db_undo(db);
		return;
	}
	db_run(db, &gender_category_clear, A(o->year));
	for (int i = 0; i < x->n_categories; i++)
		db_run(db, &gender_category_put, A(o->year), A(x->categories[i]));
	db_run(db, &gender_excused_clear, A(o->year));
	for (int i = 0; i < x->n_agencies; i++)
		db_run(db, &gender_excused_put, A(o->year), A(x->agencies[i]));
	log_act(r, db, "gender.round", r->who->agency);
}

void gender_round_post(struct req *r)
{
	struct round o = {.categories = "", .excused = ""};
	struct opening *x = arena_get(r->mem, sizeof *x);

	*x = (struct opening){.r = r, .o = &o};
	r->issues.fields = gender_round_fields;
	r->issues.learning = true;
	record_merge(gender_round_fields, req_style(r), &r->form, true, &o, &r->issues, -1);
	text_to_int(req_form(r, "version"), 0, INT64_MAX, &x->version);
	if (date_set(o.open) && date_set(o.deadline) && date_before(o.deadline, o.open))
		issue(&r->issues, -1, "deadline", "E-DATE-02", "開放日期", "填報期限");
	read_lists(r, x);
	if (!r->issues.n && req_tx(r, store_round, x) != REQ_UNDONE)
		reply_see(r, r->done, arena_print(r->mem, "已儲存 %lld 年度", (long long)o.year));
	else if (!reply_issues_as(r, issue_has(&r->issues, "E-STALE-01") ? 409 : 422))
		show_round(r, issue_has(&r->issues, "E-STALE-01") ? 409 : 422, &o, x->version);
}

struct reopening { struct req *r; struct agency agency; int64_t year; struct date until; };

static void reopen(struct db *db, void *with)
{
	const struct reopening *x = with;

	x->r->done = req_url(x->r, "/hr/gender/round?year=%lld", (long long)x->year);
	db_run(db, &gender_reopen, A(x->year), A(x->agency.id), A(x->until));
	log_act(x->r, db, "gender.reopen", x->agency.id);
}

void gender_reopen_post(struct req *r)
{
	struct reopened typed = {.code = ""};
	struct reopening x = {.r = r};
	int64_t version;

	r->issues.fields = gender_reopen_fields;
	r->issues.learning = true;
	text_to_int(req_form(r, "year"), FIRST_YEAR, LAST_YEAR, &x.year);
	record_merge(gender_reopen_fields, req_style(r), &r->form, true, &typed, &r->issues, -1);
	x.until = typed.until;
	if (*typed.code && !agency_find(r->db, r->mem, typed.code, &x.agency))
		issue(&r->issues, -1, "code", "E-CODE-01", typed.code);
	struct round o = round_load(r, x.year, &version);

	if (!version)
		issue(&r->issues, -1, "year", "ERR_TEXT_GIVEN", "此年度尚未開放調查。");
	if (!r->issues.n && req_tx(r, reopen, &x) != REQ_UNDONE)
		reply_see(r, r->done, arena_print(r->mem, "%s可填報至 %s", x.agency.name, date_text(r->mem, x.until)));
	else if (!reply_issues(r))
		show_round(r, 422, &o, version);
}

static const struct field year_query[] = {{.name = "year", .label = "年度", .kind = K_INT, .most = LAST_YEAR},
	{.name = "agency", .label = "機關代碼", .kind = K_TEXT}, {0}};
static const struct field form_takes[] = {{.name = "year", .label = "年度", .kind = K_INT, .use = EDIT, .most = LAST_YEAR},
	{.name = "version", .label = "看到的版本", .kind = K_INT, .use = EDIT, .most = INT64_MAX},
	{.name = "send", .label = "1：送出，否則暫存", .kind = K_INT, .use = EDIT, .most = 1}, {0}};
static const char *const cells[] = {"staff_m", "staff_f", "trained_m", "trained_f", "hours", "note", NULL};

#define AREA "人事單位/性別主流化訓練情形調查"

const struct route gender_routes[] = {
	{GET, "/hr/gender", list_get, MAY_HR_GENDER | MAY_DGPA, .takes = year_query, .gives = agency_list_fields, .list = true, .crumb = AREA,
		.menu = "性別主流化訓練情形調查", .group = "人事單位", .help = "各機關填報情形"},
	{GET, "/hr/gender/form", gender_form_get, MAY_HR_GENDER | MAY_DGPA, .takes = year_query, .hidden = true, .crumb = AREA "/調查表",
		.help = "一個機關的調查表"},
	{POST, "/hr/gender/form", gender_form_post, MAY_HR_GENDER, .takes = form_takes, .ticks = cells, .crumb = AREA "/調查表",
		.help = "暫存或送出調查表"},
	{GET, "/hr/gender/summary", summary_get, MAY_HR_GENDER | MAY_DGPA, .takes = year_query, .gives = summed_fields, .list = true,
		.crumb = AREA "/彙總", .help = "本機關及所屬機關已送出之合計"},
	{GET, "/hr/gender/round", gender_round_get, MAY_DGPA, .takes = year_query, .crumb = AREA "/調查年度", .help = "調查年度的設定"},
	{POST, "/hr/gender/round", gender_round_post, MAY_DGPA, .takes = gender_round_fields, .crumb = AREA "/調查年度", .help = "儲存調查年度"},
	{POST, "/hr/gender/reopen", gender_reopen_post, MAY_DGPA, .takes = gender_reopen_fields, .crumb = AREA "/調查年度",
		.help = "為一個機關延長填報期限"},
	{0}
};
