/* unit.c: 同仁課程資料查詢: in which courses the members of the units take part, and how their hours stand.         LEARN-451 … 453 */
#include "app/colleague/colleague.sql.h"
#include "app/colleague/page.html.h"
#include "app/colleague/view.h"
#include "app/may.h"
#include "app/registration/registration.h"
#include "base/text.h"

struct unit_row {
	int64_t id, term_no, hours;
	const char *unit_name, *name, *national_id, *title_name, *course_code, *course_name, *category_name, *institution;
	struct date start_day, end_day;
	struct code mode, registration, approval;
};

static const struct code approvals[] = {{"none", "尚無時數"}, {"pending", "未認證"}, {"passed", "通過"}, {"failed", "不通過"}, {"review", "待複核"},
	{"returned", "退回"}, {0}};
static const struct code modes[] = {{"1", "數位學習"}, {"2", "實體學習"}, {"3", "混成學習"}, {0}};

const struct field unit_asks[] = {
	FIELD(asked, year, INT, EDIT, "年度", .least = 1, .most = 999),
	FIELD(asked, from, DATE, EDIT, "結束日期起"),
	FIELD(asked, to, DATE, EDIT, "結束日期迄"),
	FIELD(asked, name, TEXT, EDIT, "姓名", .most = 60),
	FIELD(asked, course_name, TEXT, EDIT, "課程名稱", .most = 100),
	FIELD(asked, course_code, TEXT, EDIT, "課程代碼", .most = 20),
	FIELD(asked, institution, TEXT, EDIT, "開課機關", .most = 100),
	FIELD(asked, approval, CODE, EDIT, "時數核可狀態", .list = approvals),
	{.name = "units", .label = "單位", .kind = K_TEXT, .use = SHOW},
	{.name = "category", .label = "課程類別", .kind = K_TEXT, .use = SHOW},
	{0}
};

const struct field unit_fields[] = {
	FIELD(unit_row, id, INT, KEY, "編號"),
	FIELD(unit_row, unit_name, TEXT, SHOW, "單位"),
	FIELD(unit_row, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(unit_row, national_id, TEXT, SHOW, "身分證字號", .privacy = PERSONAL),
	FIELD(unit_row, title_name, TEXT, SHOW, "職稱", .not_sorted = true),
	FIELD(unit_row, course_code, TEXT, SHOW, "課程代碼"),
	FIELD(unit_row, term_no, INT, SHOW, "期別", .not_sorted = true),
	FIELD(unit_row, course_name, TEXT, SHOW, "課程名稱"),
	FIELD(unit_row, category_name, TEXT, SHOW, "課程類別", .not_sorted = true),
	FIELD(unit_row, institution, TEXT, SHOW, "開課機關(構)", .not_sorted = true),
	FIELD(unit_row, start_day, DATE, SHOW, "起日", .not_sorted = true),
	FIELD(unit_row, end_day, DATE, SHOW, "迄日"),
	FIELD(unit_row, mode, CODE, SHOW, "學習性質", .list = modes, .not_sorted = true),
	FIELD(unit_row, hours, INT, SHOW, "時數"),
	FIELD(unit_row, registration, CODE, SHOW, "報名狀態", .list = registration_states, .not_sorted = true),
	FIELD(unit_row, approval, CODE, SHOW, "時數核可狀態", .list = approvals, .not_sorted = true),
	{0}
};

/* A code matches from its beginning.                                                            LEARN-005 */
static const char *begins(struct arena *mem, const char *text)
{
	const char *any = text_like(mem, text);

	return any[1] ? any + 1 : any;
}

static const struct sql *bind(const struct query *q, struct value *to, int *n)
{
	const struct asked *a = &q->asked;
	const struct value values[] = {A(q->span.low), A(q->span.high), A(q->first_year), A(q->last_year), A(q->from), A(q->to), A(q->units),
		A(text_like(q->mem, a->name)), A(q->national_id), A(text_like(q->mem, a->course_name)), A(begins(q->mem,
			a->course_code)), A(q->categories),
		A(text_like(q->mem, a->institution)), A(a->approval.id), A(day_begins(q->from)),
			A(((struct moment){day_begins(date_plus(q->to, 1)).seconds - 1}))};

	*n = sizeof values / sizeof *values;
	for (int i = 0; i < *n; i++)
		to[i] = values[i];
	return &unit_list;
}

/* Who never registered: 「—」. */
static void complete(const struct query *q, struct arena *mem, void *rows, int n)
{
	struct unit_row *u = rows;

	(void)q, (void)mem;
	for (int i = 0; i < n; i++)
		if (!*u[i].registration.id)
			u[i].registration = (struct code){"", "—"};
}

const struct query_kind unit_kind = {.path = "/colleagues/courses", .title = "同仁課程資料查詢", .may = MAY_HR_UNITS, .reach = AGENCY_OWN,
	.basis = "上課當時（報名當時）服務於本機關者之紀錄；含尚無時數之報名", .asks = unit_asks, .fields = unit_fields,
		.size = sizeof(struct unit_row),
	.sort = "unit_name", .personal = true, .period = true, .bind = bind, .complete = complete};

static void draw(struct query *q, struct req *r, struct html *h)
{
	struct plain_view v = {.form = query_form(q, r), .l = &q->l, .export = req_url(r, "/colleagues/courses/export")};

	plain_page(h, &v);
}

void unit_get(struct req *r)
{
	query_get(r, &unit_kind, draw);
}

void unit_post(struct req *r)
{
	struct query q;

	if (query_post(r, &unit_kind, &q))
		query_ask(r, &q, &colleague_unit_file);
}

static int64_t rows_of(const struct download_making *m)
{
	return query_rows(m, &unit_kind);
}

static int64_t write_list(const struct download_making *m, int fd)
{
	return query_write(m, &unit_kind, fd);
}

const struct download_kind colleague_unit_file = {.name = "colleague.unit", .label = "同仁課程資料", .may = MAY_HR_UNITS | MAY_DGPA,
	.rows = rows_of, .write = write_list};
