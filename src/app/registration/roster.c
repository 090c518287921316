/* roster.c: 下載學員名冊: who was approved, with all data, in a zip that opens with the 檔案密碼.                    LEARN-273, 274 */
#include "app/download/download.h"

#include "app/may.h"
#include "app/registration/private.h"
#include "app/registration/review.sql.h"
#include "base/json_flat.h"
#include "base/text.h"

enum { PIECE = 500, PIECE_MEMORY = 32 << 20 };

const struct field attendant_roster_fields[] = {{.name = "roster_sorted", .label = "名冊排序方式", .kind = K_CODE, .use = EDIT,
	.list = sheet_orders}, {0}};

static const struct sheet_column columns[] = {
	{.heading = "序號", .kind = SHEET_INTEGER}, {.heading = "身分證字號"}, {.heading = "姓名"}, {.heading = "性別"}, {.heading = "服務機關代碼"},
	{.heading = "服務機關"}, {.heading = "單位"}, {.heading = "職稱"}, {.heading = "官職等"}, {.heading = "電話"}, {.heading = "電子郵件"},
	{.heading = "報名時間", .kind = SHEET_MOMENT}, {.heading = "報名來源"}, {.heading = "住宿"}, {.heading = "飲食"},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

struct conditions { int64_t course; const char *sorted; };

static struct conditions conditions_of(const struct download_making *m)
{
	struct conditions c = {.sorted = "agency"};
	struct json_pairs pairs;
	int hint = 0;

	if (!json_flat(m->mem, m->conditions, &pairs))
		return c;
	const struct json_pair *course = json_flat_find(&pairs, "course", &hint), *sorted = json_flat_find(&pairs, "sorted", &hint);

	if (course)
		text_to_int(course->text, 1, INT64_MAX, &c.course);
	if (sorted && code_find(sheet_orders, sorted->text))
		c.sorted = sorted->text;
	return c;
}

static int64_t rows_of(const struct download_making *m)
{
	struct rows *c = db_run(m->db, &review_course, A(conditions_of(m).course));

	return c->n ? row_int(c, 0, "approved") : 0;
}

struct writing { const struct download_making *m; struct sheet_out *out; struct arena *piece; int64_t n, total; bool stopped; };

static void write_one(struct sheet_out *out, const struct attendant *x, int64_t number)
{
	sheet_integer(out, number);
	sheet_text(out, x->national_id);
	sheet_text(out, x->name);
	sheet_text(out, x->sex.label);
	sheet_text(out, x->agency_code);
	sheet_text(out, x->agency_name);
	sheet_text(out, x->unit);
	sheet_text(out, x->title);
	sheet_text(out, x->rank);
	sheet_text(out, x->phone);
	sheet_text(out, x->email);
	sheet_moment(out, x->created);
	sheet_text(out, x->source.label);
	sheet_text(out, x->lodging.label);
	sheet_text(out, x->meal.label);
	sheet_end_row(out);
}

static bool write_piece(void *with, const struct rows *rows)
{
	struct writing *w = with;
	const struct attendant *x = records_load(w->piece, rows, attendant_fields, sizeof *x);

	for (int i = 0; i < rows->n; i++)
		write_one(w->out, &x[i], ++w->n);
	w->stopped = !download_progress(w->m, w->n, w->total);
	return !w->stopped;
}

static int64_t write_roster(const struct download_making *m, int fd)
{
	struct conditions c = conditions_of(m);
	struct writing w = {.m = m, .piece = arena_new(PIECE_MEMORY), .total = rows_of(m)};
	struct course course;
	const char *title = "學員名冊";

	if (course_load(m->db, m->mem, c.course, &course))
		title = arena_print(m->mem, "學員名冊 %s", course_label(m->mem, &course));
	const char *lines[] = {title, arena_print(m->mem, "製表時間 %s", moment_text(m->mem, m->now)), NULL};

	w.out = sheet_open(m->mem, fd, m->format, "學員名冊", lines, columns, COLUMNS);
	db_each(m->db, w.piece, PIECE, &sheet_rows, (const struct value[]){A(c.course), A(c.sorted)}, 2, write_piece, &w);
	sheet_close(w.out);
	arena_free(w.piece);
	return w.stopped ? -1 : w.n;
}

const struct download_kind registration_roster = {.name = "registration.roster", .label = "學員名冊", .may = MAY_REGISTRATION | MAY_DGPA,
	.rows = rows_of, .write = write_roster};

void roster_post(struct req *r)
{
	const struct code *order = code_find(sheet_orders, req_form(r, "roster_sorted"));
	struct course c;

	if (!course_load(r->db, r->mem, r->id[0], &c)) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	order = order ? order : sheet_orders;
	if (!row_int(db_run(r->db, &review_course, A(c.id)), 0, "approved")) {
		issue(&r->issues, -1, "", "E-REG-09");
		if (!reply_issues(r))
			sheet_get(r);
		return;
	}
	download_ask(r, &registration_roster, arena_print(r->mem, "{\"course\":%lld,\"sorted\":\"%s\"}", (long long)c.id, order->id),
		arena_print(r->mem, "課程：%s；排序方式：%s", course_label(r->mem, &c), order->label), SHEET_XLSX);
}
