/* status.c: 同仁學習狀況明細: the roster of agencies with what each has learnt in a time; its two files.               LEARN-441, 442, 444, 445 */
#include <stdlib.h>

#include "app/colleague/colleague.sql.h"
#include "app/colleague/page.html.h"
#include "app/colleague/view.h"
#include "app/hours/hours.h"
#include "app/may.h"
#include "base/text.h"

enum { MOST_HOURS = 9999999, PIECE = 300, COLUMNS = 40, DETAIL_MEMORY = 256 << 20 };

static const struct code grades[] = {{"簡任", "簡任"}, {"薦任", "薦任"}, {"委任", "委任"}, {0}};
static const struct code supervisors[] = {{"1", "主管"}, {"0", "非主管"}, {0}};
static const struct code modes[] = {{"1", "數位學習"}, {"2", "實體學習"}, {"3", "混成學習"}, {0}};

const struct field status_asks[] = {
	FIELD(asked, year, INT, EDIT, "年度", .least = 1, .most = 999),
	FIELD(asked, from, DATE, EDIT, "結束日期起"),
	FIELD(asked, to, DATE, EDIT, "結束日期迄"),
	FIELD(asked, agency, TEXT, EDIT, "機關", .most = 20, .hint = "機關代碼，空白為本機關"),
	FIELD(asked, below, BOOL, EDIT, "包含所屬機關"),
	FIELD(asked, unit, TEXT, EDIT, "單位", .most = 60),
	FIELD(asked, name, TEXT, EDIT, "姓名", .most = 60),
	FIELD(asked, sex, CODE, EDIT, "性別", .list = sex_codes),
	FIELD(asked, title, TEXT, EDIT, "職稱", .most = 60),
	FIELD(asked, grade, CODE, EDIT, "官等", .list = grades),
	FIELD(asked, grade_from, INT, EDIT, "職等起", .least = 1, .most = 15),
	FIELD(asked, grade_to, INT, EDIT, "職等迄", .least = 1, .most = 15),
	{.name = "class", .label = "人員區分", .kind = K_TEXT, .use = EDIT, .at = offsetof(struct asked, rank), .most = 10},
	FIELD(asked, supervisor, CODE, EDIT, "主管/非主管", .list = supervisors),
	FIELD(asked, mode, CODE, EDIT, "學習性質", .list = modes),
	FIELD(asked, hours_least, INT, EDIT, "總時數 ≥", .least = 1, .most = MOST_HOURS),
	FIELD(asked, hours_most, INT, EDIT, "總時數 ≤", .least = 1, .most = MOST_HOURS),
	FIELD(asked, digital_least, INT, EDIT, "數位時數 ≥", .least = 1, .most = MOST_HOURS),
	FIELD(asked, digital_most, INT, EDIT, "數位時數 ≤", .least = 1, .most = MOST_HOURS),
	FIELD(asked, physical_least, INT, EDIT, "實體時數 ≥", .least = 1, .most = MOST_HOURS),
	FIELD(asked, physical_most, INT, EDIT, "實體時數 ≤", .least = 1, .most = MOST_HOURS),
	FIELD(asked, business_least, INT, EDIT, "業務相關時數 ≥", .least = 1, .most = MOST_HOURS),
	FIELD(asked, business_most, INT, EDIT, "業務相關時數 ≤", .least = 1, .most = MOST_HOURS),
	FIELD(asked, zero, BOOL, EDIT, "零時數"),
	{.name = "category", .label = "課程類別", .kind = K_TEXT, .use = SHOW},
	{0}
};

const struct field status_fields[] = {
	FIELD(status, id, INT, KEY, "編號"),
	FIELD(status, agency_name, TEXT, SHOW, "機關"),
	FIELD(status, unit_name, TEXT, SHOW, "單位", .not_sorted = true),
	FIELD(status, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(status, national_id, TEXT, SHOW, "身分證字號", .privacy = PERSONAL),
	FIELD(status, title_name, TEXT, SHOW, "職稱", .not_sorted = true),
	FIELD(status, rank_name, TEXT, SHOW, "官職等"),
	FIELD(status, class_name, TEXT, SHOW, "人員區分", .not_sorted = true),
	FIELD(status, records, INT, SHOW, "課程數"),
	FIELD(status, hours, INT, SHOW, "總時數"),
	FIELD(status, digital, INT, SHOW, "數位時數"),
	FIELD(status, physical, INT, SHOW, "實體時數"),
	FIELD(status, business, INT, SHOW, "業務相關時數"),
	{0}
};

static int64_t most(int64_t asked)
{
	return asked ? asked : MOST_HOURS;
}

static const struct sql *bind(const struct query *q, struct value *to, int *n)
{
	const struct asked *a = &q->asked;
	int64_t mode = *a->mode.id ? *a->mode.id - '0' : 0, supervisor = *a->supervisor.id ? *a->supervisor.id - '0' : -1;
	const struct value values[] = {A(q->span.low), A(q->span.high), A(q->asof), A(text_like(q->mem, a->unit)), A(text_like(q->mem, a->name)),
		A(q->national_id), A(a->sex.id), A(q->titles), A(q->ranks), A(q->class_code), A(supervisor), A(q->first_year), A(q->last_year),
		A(q->categories), A(mode), A(q->from), A(q->to), A(q->today), A(q->whole_year && !mode), A(a->hours_least), A(most(a->hours_most)),
		A(a->digital_least), A(most(a->digital_most)), A(a->physical_least), A(most(a->physical_most)), A(a->business_least),
		A(most(a->business_most)), A(a->zero)};

	*n = sizeof values / sizeof *values;
	for (int i = 0; i < *n; i++)
		to[i] = values[i];
	return &status_list;
}

const struct query_kind status_kind = {.path = "/colleagues", .title = "同仁學習狀況明細", .may = MAY_HR_STATUS,
	.basis = "人員：名冊基準日在職之主要任職；時數：期間內結束且已採計之紀錄", .reach = AGENCY_SUBTREE, .asks = status_asks,
		.fields = status_fields,
	.size = sizeof(struct status), .sort = "agency_name", .personal = true, .period = true, .bind = bind};

/* The time of the list, for the courses of one person. */
static struct url person_url(struct req *r, const struct query *q, int64_t person)
{
	return req_url(r, "/colleagues/%lld?from=%s&to=%s", (long long)person, date_iso(r->mem, q->from), date_iso(r->mem, q->to));
}

static void draw(struct query *q, struct req *r, struct html *h)
{
	struct status_view v = {.form = query_form(q, r), .l = &q->l, .lines = {arena_array(r->mem, (size_t)q->l.n + 1,
		sizeof *v.lines.at), q->l.n},
		.export = req_url(r, "/colleagues/export")};

	for (int i = 0; i < q->l.n; i++) {
		const struct status *s = (const struct status *)q->l.rows + i;

		v.lines.at[i] = (struct status_line){s, person_url(r, q, s->id)};
	}
	status_page(h, &v);
}

void status_get(struct req *r)
{
	query_get(r, &status_kind, draw);
}

/* 「匯出」 or 「匯出明細」. */
void status_post(struct req *r)
{
	struct query q;

	if (query_post(r, &status_kind, &q))
		query_ask(r, &q, *req_form(r, "detail") ? &colleague_detail_file : &colleague_status_file);
}

/* ---- 「匯出」 ---- */

static int64_t rows_of(const struct download_making *m)
{
	return query_rows(m, &status_kind);
}

static int64_t write_list(const struct download_making *m, int fd)
{
	return query_write(m, &status_kind, fd);
}

const struct download_kind colleague_status_file = {.name = "colleague.status", .label = "同仁學習狀況", .may = MAY_HR_STATUS | MAY_DGPA,
	.rows = rows_of, .write = write_list};

/* ---- 「匯出明細」: a row a record that counts, in the order of the list ---- */

struct detail { const struct download_making *m; struct query *q; struct sheet_out *out; struct arena *mem; int64_t n; bool stopped; };

static const char *people_of(struct arena *mem, const struct rows *people)
{
	struct ids ids = {arena_array(mem, (size_t)people->n + 1, sizeof *ids.at), people->n};

	for (int i = 0; i < people->n; i++)
		ids.at[i] = row_int(people, i, "id");
	return query_ids_json(mem, &ids);
}

static bool write_details(void *with, const struct rows *people)
{
	struct detail *d = with;
	const struct query *q = d->q;
	struct arena *before = db_arena(q->db);
	int64_t mode = *q->asked.mode.id ? *q->asked.mode.id - '0' : 0;

	arena_reset(d->mem);
	db_use_arena(q->db, d->mem);
	struct rows *r = db_run(q->db, &colleague_records, A(people_of(d->mem, people)), A(q->first_year), A(q->last_year),
		A(q->categories), A(mode),
		A(q->from), A(q->to), A(true), A(q->today));
	struct told *t = records_load(d->mem, r, told_person_fields, sizeof *t);

	db_use_arena(q->db, before);
	told_complete(d->mem, q->today, t, r->n);
	for (int i = 0; i < people->n; i++) {
		int64_t person = row_int(people, i, "id");

		for (int k = told_first(t, r->n, person); k < r->n && t[k].person == person; k++, d->n++)
			query_cells(d->out, d->mem, told_person_fields, &t[k]);
	}
	d->stopped = !download_progress(d->m, d->n, 0);
	return !d->stopped;
}

static int64_t write_detail(const struct download_making *m, int fd)
{
	struct sheet_column columns[COLUMNS];
	struct query q;
	struct detail d = {.m = m, .q = &q, .mem = arena_new(DETAIL_MEMORY)};
	const char *title = "同仁學習狀況明細（課程細項）";

	if (query_again(m, &status_kind, &q)) {
		d.out = sheet_open(m->mem, fd, m->format, "明細", query_head(m, &q, title), columns,
			query_columns(told_person_fields, columns, COLUMNS));
		query_each(&q, PIECE, write_details, &d);
		sheet_close(d.out);
	}
	arena_free(d.mem);
	return d.stopped ? -1 : d.n;
}

/* About: by the courses of the persons on the list. */
static bool add_courses(void *with, const struct rows *people)
{
	int64_t *n = with;

	for (int i = 0; i < people->n; i++)
		*n += row_int(people, i, "records");
	return true;
}

static int64_t rows_of_detail(const struct download_making *m)
{
	struct query q;
	int64_t n = 0;

	if (query_again(m, &status_kind, &q))
		query_each(&q, PIECE, add_courses, &n);
	return n;
}

const struct download_kind colleague_detail_file = {.name = "colleague.detail", .label = "同仁學習狀況明細", .may = MAY_HR_STATUS | MAY_DGPA,
	.rows = rows_of_detail, .write = write_detail};
