/* sheet.c: 簽到表 of the approved learners, or blank for those who come unregistered; on paper and as CSV.       LEARN-268 … 272 */
#include <string.h>
#include <unistd.h>

#include "app/may.h"
#include "app/registration/private.h"
#include "app/registration/review.html.h"
#include "app/registration/review.sql.h"
#include "base/text.h"
#include "file/sheet.h"
#include "file/temp.h"

enum { ROWS_DEFAULT = 20, ROWS_MOST = 500, NAMES_MOST = 40 };

const struct sheet_column_kind sheet_columns[] = {
	{"seq", "序號", 30, true}, {"name", "姓名", 62, true}, {"national_id", "身分證字號", 72, false}, {"agency", "服務機關", 0, true},
	{"unit", "單位", 62, true}, {"title", "職稱", 56, true}, {"rank", "官職等", 66, false}, {"survey", "特殊調查", 62, false},
	{"am", "簽名(上午)", 76, true}, {"pm", "簽名(下午)", 76, true}, {"note", "備註", 48, false},
};
/* For those who did not register online.                                                        LEARN-269 */
static const struct sheet_column_kind on_site[] = {
	{"seq", "序號", 30, true}, {"name", "姓名", 76, true}, {"national_id", "身分證字號", 84, true}, {"agency", "服務機關", 0, true},
	{"unit", "單位", 76, true}, {"title", "職稱", 62, true}, {"signature", "簽名", 90, true},
};
enum { ON_SITE = sizeof on_site / sizeof *on_site };

const struct code sheet_orders[] = {{"agency", "服務機關（主鍵），姓名（次鍵）"}, {"name", "姓名（主鍵）"}, {"seq", "報名先後順序"}, {0}};
static const struct code kinds[] = {{"online", "線上報名"}, {"onsite", "現場報名"}, {0}}, encodings[] = {{"utf-8", "UTF-8"}, {"big5", "Big5"}, {0}};

/* Of the query. */
struct sheet_asked { struct code kind, sorted, encoding; const char *day; int64_t rows; };
const struct field sheet_fields[] = {
	FIELD(sheet_asked, kind, CODE, EDIT, "簽到表種類", .list = kinds),
	FIELD(sheet_asked, sorted, CODE, EDIT, "排序方式", .list = sheet_orders),
	FIELD(sheet_asked, rows, INT, EDIT, "空白列數", .least = 1, .most = ROWS_MOST),
	FIELD(sheet_asked, day, TEXT, EDIT, "日期", .most = 10),
	FIELD(sheet_asked, encoding, CODE, EDIT, "CSV 編碼", .list = encodings),
	{0}
};

const struct field attendant_fields[] = {
	FIELD(attendant, id, INT, KEY, "編號"),
	FIELD(attendant, seq_no, INT, SHOW, "報名先後順序"), FIELD(attendant, name, TEXT, SHOW, "姓名"),
	FIELD(attendant, national_id, TEXT, SHOW, "身分證字號"), FIELD(attendant, sex, CODE, SHOW, "性別", .list = sex_codes),
	FIELD(attendant, agency_code, TEXT, SHOW, "服務機關代碼"), FIELD(attendant, agency_name, TEXT, SHOW, "服務機關"),
	FIELD(attendant, unit, TEXT, SHOW, "單位"), FIELD(attendant, title, TEXT, SHOW, "職稱"), FIELD(attendant, rank, TEXT, SHOW, "官職等"),
	FIELD(attendant, phone, TEXT, SHOW, "電話"), FIELD(attendant, email, TEXT, SHOW, "電子郵件"),
	FIELD(attendant, created, MOMENT, SHOW, "報名時間"), FIELD(attendant, source, CODE, SHOW, "報名來源", .list = registration_sources),
	FIELD(attendant, lodging, CODE, SHOW, "住宿", .list = registration_lodgings),
	FIELD(attendant, meal, CODE, SHOW, "飲食", .list = registration_meals),
	{0}
};

/* ---- what is asked ---- */

struct sheet { struct req *r; struct course c; struct sheet_asked a; bool column[SHEET_COLUMNS], asked; };

static bool listed(const char *list, const char *id)
{
	size_t n = strlen(id);

	for (const char *s = list; (s = strstr(s, id)); s += n)
		if ((s == list || s[-1] == ',') && (s[n] == ',' || !s[n]))
			return true;
	return false;
}

/* What came, else what this account last chose for this course, else the usual.                 LEARN-270 */
static void read_columns(struct sheet *s)
{
	struct req *r = s->r;
	struct rows *last = db_run(r->db, &sheet_chosen, A(r->who->account), A(s->c.id));
	bool any = false;

	for (int i = 0; i < SHEET_COLUMNS; i++) {
		bool came = false;

		for (size_t k = 0; k < r->query.n; k++)
			came |= !strcmp(r->query.at[k].name, "column") && !strcmp(r->query.at[k].value, sheet_columns[i].id);
		s->column[i] = s->asked ? came : last->n ? listed(row_text(last, 0, "columns"), sheet_columns[i].id) : sheet_columns[i].chosen;
		any |= s->column[i];
	}
	s->column[0] = true;
	if (!any)
		issue(&r->issues, -1, "column", "E-REQ-01");
	if (!s->asked && last->n)
		s->a.sorted = *code_find(sheet_orders, row_text(last, 0, "sorted"));
}

static bool open_sheet(struct req *r, struct sheet *s)
{
	static const struct field column[] = {{.name = "column", .label = "輸出欄位", .kind = K_TEXT, .use = SHOW}, {0}};

	*s = (struct sheet){.r = r, .a = {.kind = kinds[0], .sorted = sheet_orders[0], .encoding = encodings[0], .day = "", .rows = ROWS_DEFAULT},
		.asked = *req_query(r, "kind")};
	r->issues.learning = true;
	r->issues.fields = sheet_fields;
	if (!course_load(r->db, r->mem, r->id[0], &s->c)) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return false;
	}
	record_merge(sheet_fields, TYPED, &r->query, false, &s->a, &r->issues, -1);
	r->issues.fields = column;
	read_columns(s);
	return true;
}

/* ---- its rows ---- */

static const char *cell_of(struct arena *mem, const struct attendant *x, const char *column, int row)
{
	if (text_is(column, "seq"))
		return arena_print(mem, "%d", row + 1);
	if (text_is(column, "name"))
		return x->name;
	if (text_is(column, "national_id"))
		return mask_id(mem, x->national_id);
	if (text_is(column, "agency"))
		return x->agency_name;
	if (text_is(column, "survey"))
		return survey_words(mem, x->lodging, x->meal);
	return text_is(column, "unit") ? x->unit : text_is(column, "title") ? x->title : text_is(column, "rank") ? x->rank : "";
}

static void fill_online(const struct sheet *s, struct sheet_plan *p)
{
	struct req *r = s->r;
	struct rows *rows = db_run(r->db, &sheet_rows, A(s->c.id), A(s->a.sorted.id));
	const struct attendant *x = records_load(r->mem, rows, attendant_fields, sizeof *x);
	const char **cells;

	for (int i = 0; i < SHEET_COLUMNS; i++)
		if (s->column[i])
			p->columns[p->n_columns++] = &sheet_columns[i];
	p->n_rows = rows->n;
	p->cells = cells = arena_array(r->mem, (size_t)(p->n_rows * p->n_columns), sizeof *cells);
	for (int i = 0; i < p->n_rows; i++)
		for (int k = 0; k < p->n_columns; k++)
			*cells++ = cell_of(r->mem, &x[i], p->columns[k]->id, i);
	if (!rows->n)
		issue(&r->issues, -1, "", "E-REG-09");
}

static void fill_blank(const struct sheet *s, struct sheet_plan *p)
{
	const char **cells;

	p->n_columns = ON_SITE;
	p->n_rows = (int)s->a.rows;
	for (int i = 0; i < ON_SITE; i++)
		p->columns[i] = &on_site[i];
	p->cells = cells = arena_array(s->r->mem, (size_t)(p->n_rows * p->n_columns), sizeof *cells);
	for (int i = 0; i < p->n_rows; i++)
		for (int k = 0; k < ON_SITE; k++)
			*cells++ = k ? "" : arena_print(s->r->mem, "%d", i + 1);
}

/* The day that was chosen, else each day of the course. */
static void fill_days(const struct sheet *s, struct sheet_plan *p)
{
	struct date first = moment_date(s->c.start_at), last = moment_date(s->c.end_at), day;

	if (*s->a.day && date_parse(s->a.day, &day)) {
		p->days[p->n_days++] = day;
		return;
	}
	for (day = first; !date_before(last, day) && p->n_days < SHEET_DAYS; day = date_plus(day, 1))
		p->days[p->n_days++] = day;
}

struct choosing { const struct sheet *s; const char *columns; };

static void remember(struct db *db, void *with)
{
	const struct choosing *c = with;

	db_run(db, &sheet_choose, A(c->s->r->who->account), A(c->s->c.id), A(c->columns), A(c->s->a.sorted.id));
}

/* Which columns are wanted next time: a trace, not a person's data. */
static void keep_choice(const struct sheet *s)
{
	struct text t = text_new(s->r->mem, 1 << 10);

	if (text_is(s->a.kind.id, "onsite") || !s->asked)
		return;
	for (int i = 0; i < SHEET_COLUMNS; i++)
		if (s->column[i])
			text_print(&t, "%s%s", t.n ? "," : "", sheet_columns[i].id);
	db_tx_light(s->r->db, remember, &(struct choosing){s, t.at});
}

static void make_plan(const struct sheet *s, struct sheet_plan *p)
{
	*p = (struct sheet_plan){0};
	if (text_is(s->a.kind.id, "onsite"))
		fill_blank(s, p);
	else
		fill_online(s, p);
	fill_days(s, p);
	if (!s->r->issues.n)
		keep_choice(s);
}

/* ---- the page ---- */

static struct input day_input(struct req *r, const struct course *c)
{
	struct options days = {0};
	struct date last = moment_date(c->end_at);
	int n = 0;

	options_add(r->mem, &days, "", "每日一份");
	for (struct date d = moment_date(c->start_at); !date_before(last, d) && n < SHEET_DAYS; d = date_plus(d, 1), n++)
		options_add(r->mem, &days, date_text(r->mem, d), date_text(r->mem, d));
	return input_choice(r, "day", "日期", "", false, days);
}

static void show(const struct sheet *s, int status)
{
	struct req *r = s->r;
	long long id = (long long)s->c.id;
	const struct issue *missing = issue_at(&r->issues, -1, "column");
	struct sheet_view v = {.r = r, .c = &s->c, .wrong = issue_lines(r), .action = req_url(r, "/registrations/%lld/sheet", id),
		.pdf = req_url(r, "/registrations/%lld/sheet/pdf", id), .csv = req_url(r, "/registrations/%lld/sheet/csv", id),
		.roster = req_url(r, "/registrations/%lld/roster", id), .back = req_url(r, "/registrations/%lld", id),
		.kind = input_choice(r, "kind", "簽到表種類", s->a.kind.id, false, options_of(r->mem, kinds, NULL)),
		.sorted = input_choice(r, "sorted", "排序方式", s->a.sorted.id, false, options_of(r->mem, sheet_orders, NULL)),
		.rows = input_text(r, "rows", "空白列數", arena_print(r->mem, "%lld", (long long)s->a.rows), false, "現場報名用，1 至 500"),
		.day = day_input(r, &s->c), .encoding = input_choice(r, "encoding", "CSV 編碼", s->a.encoding.id, false,
		options_of(r->mem, encodings, NULL)),
		.roster_sorted = input_choice(r, "roster_sorted", "名冊排序方式", "agency", false, options_of(r->mem, sheet_orders, NULL)),
		.approved = row_int(db_run(r->db, &review_course, A(s->c.id)), 0, "approved"),
		.columns = {arena_array(r->mem, SHEET_COLUMNS, sizeof *v.columns.at), SHEET_COLUMNS},
		.columns_error = missing ? issue_shown(r->mem, missing->code, missing->text) : NULL};

	for (int i = 0; i < SHEET_COLUMNS; i++)
		v.columns.at[i] = (struct sheet_tick){sheet_columns[i].id, sheet_columns[i].label, s->column[i]};
	sheet_page(reply_page(r, status, arena_print(r->mem, "下載名冊：%s", s->c.name)), &v);
}

void sheet_get(struct req *r)
{
	struct sheet s;

	if (open_sheet(r, &s))
		show(&s, r->issues.n ? 422 : 200);
}

static void refuse(const struct sheet *s)
{
	if (!reply_issues(s->r))
		show(s, 422);
}

/* ---- the files ---- */

static const char *file_name(const struct sheet *s, const char *suffix)
{
	return arena_print(s->r->mem, "簽到表_%s_%lld%s", s->c.course_code, (long long)s->c.term_no, suffix);
}

void sheet_pdf_get(struct req *r)
{
	struct sheet_plan p;
	struct sheet s;
	int fd;

	if (!open_sheet(r, &s))
		return;
	if (!r->issues.n)
		make_plan(&s, &p);
	fd = temp_file(r->mem);
	if (!r->issues.n)
		sheet_draw(r, &s.c, &p, fd);
	if (r->issues.n)
		refuse(&s);
	else
		reply_file(r, "application/pdf", file_name(&s, ".pdf"), dup(fd), file_size(fd));
}

void sheet_csv_get(struct req *r)
{
	struct sheet_column columns[SHEET_COLUMNS];
	struct sheet_plan p;
	struct sheet s;
	int fd = temp_file(r->mem);

	if (!open_sheet(r, &s))
		return;
	if (!r->issues.n)
		make_plan(&s, &p);
	if (r->issues.n) {
		refuse(&s);
		return;
	}
	enum sheet_format format = text_is(s.a.encoding.id, "big5") ? SHEET_CSV_BIG5 : SHEET_CSV;

	for (int i = 0; i < p.n_columns; i++)
		columns[i] = (struct sheet_column){.heading = p.columns[i]->label, .kind = SHEET_TEXT};
	struct sheet_out *out = sheet_open(r->mem, fd, format, "簽到表", NULL, columns, p.n_columns);

	for (int i = 0; i < p.n_rows; i++) {
		for (int k = 0; k < p.n_columns; k++)
			sheet_text(out, p.cells[i * p.n_columns + k]);
		sheet_end_row(out);
	}
	if (sheet_close(out)) {
		reply_file(r, sheet_mime(format), file_name(&s, ".csv"), dup(fd), file_size(fd));
		return;
	}
	issue(&r->issues, -1, "encoding", "E-EXP-02", sheet_lost(out));
	refuse(&s);
}
