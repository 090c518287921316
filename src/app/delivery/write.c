/* write.c: the file of 成績下載, and the book of what an agency has fetched.  Knows no page.                 LEARN-403, 404, 406 */
#include <string.h>

#include "app/delivery/delivery.sql.h"
#include "app/delivery/private.h"
#include "app/hours/hours.h"
#include "app/may.h"
#include "base/json.h"
#include "base/json_flat.h"
#include "base/text.h"

enum { PIECE = 500, PIECE_MEMORY = 32 << 20, FACTS = 16 };
#define KEPT_MEMORY ((size_t)512 << 20)

static const struct sheet_column columns[] = {
	{.heading = "序號", .kind = SHEET_INTEGER}, {.heading = "機關代碼"}, {.heading = "機關名稱"},
	{.heading = "部門名稱"}, {.heading = "身分證字號"}, {.heading = "姓名"}, {.heading = "職稱"},
	{.heading = "官職等"}, {.heading = "人員區別"}, {.heading = "年度", .kind = SHEET_INTEGER},
	{.heading = "課程代碼"}, {.heading = "期別"}, {.heading = "課程名稱"}, {.heading = "課程類別代碼"},
	{.heading = "課程類別名稱"}, {.heading = "開課機關(構)"}, {.heading = "起始日期", .kind = SHEET_DATE},
	{.heading = "終迄日期", .kind = SHEET_DATE}, {.heading = "學習性質"},
	{.heading = "訓練總數", .kind = SHEET_INTEGER}, {.heading = "訓練總數單位"},
	{.heading = "認證時數", .kind = SHEET_INTEGER}, {.heading = "數位時數", .kind = SHEET_INTEGER},
	{.heading = "實體時數", .kind = SHEET_INTEGER}, {.heading = "與業務相關", .kind = SHEET_YES},
	{.heading = "訓練成績"}, {.heading = "證件字號"}, {.heading = "資料來源"},
	{.heading = "認證日期", .kind = SHEET_DATE}, {.heading = "異動別"},
	{.heading = "最後異動時間", .kind = SHEET_MOMENT},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

/* The stored facts of a record in a file, in the order of delivery_file_put from record on; NULLs are 0. */
static const char *const facts[FACTS] = {"id", "", "roc_year", "person", "version", "class", "title", "rank", "person_class", "category", "mode",
	"amount", "unit_of_amount", "hours", "digital", "business"};
struct kept { struct arena *mem; int64_t (*at)[FACTS]; size_t n, room; };

/* ---- what is wanted, as text */

const char *wanted_json(struct arena *mem, const struct wanted *w)
{
	struct text t = text_new(mem, 1 << 20);
	struct json j = json_new(&t);

	json_begin(&j);
	json_key(&j, "year"), json_int(&j, w->year);
	json_key(&j, "from"), json_text(&j, date_iso(mem, w->from));
	json_key(&j, "to"), json_text(&j, date_iso(mem, w->to));
	json_key(&j, "person"), json_int(&j, w->person);
	json_key(&j, "name"), json_text(&j, w->name);
	json_key(&j, "categories"), json_text(&j, w->categories);
	json_key(&j, "units"), json_text(&j, w->units);
	json_key(&j, "classes"), json_text(&j, w->classes);
	json_key(&j, "undelivered"), json_int(&j, w->undelivered);
	json_key(&j, "corrected"), json_int(&j, w->corrected);
	json_end(&j);
	return t.at;
}

static const char *said(const struct json_pairs *p, const char *key, const char *otherwise)
{
	int hint = 0;
	const struct json_pair *one = json_flat_find(p, key, &hint);

	return one ? one->text : otherwise;
}

static int64_t number(const struct json_pairs *p, const char *key)
{
	int64_t n = 0;

	text_to_int(said(p, key, "0"), 0, INT64_MAX, &n);
	return n;
}

struct wanted wanted_of(struct arena *mem, const char *json)
{
	struct json_pairs p = {0};

	json_flat(mem, json, &p);
	struct wanted w = {.year = number(&p, "year"), .person = number(&p, "person"), .name = said(&p, "name", ""),
		.categories = said(&p, "categories", "[]"), .units = said(&p, "units", "[]"), .classes = said(&p, "classes", "[]"),
		.undelivered = number(&p, "undelivered"), .corrected = number(&p, "corrected")};

	date_parse_iso(said(&p, "from", ""), &w.from);
	date_parse_iso(said(&p, "to", ""), &w.to);
	return w;
}

/* ---- the rows */

static struct date end_of_year(int64_t year, struct date today)
{
	struct date last = date_make((int)year + 1911, 12, 31);

	return date_before(today, last) ? today : last;
}

static int64_t rows_of(const struct download_making *m)
{
	struct wanted w = wanted_of(m->mem, m->conditions);
	struct date today = moment_date(m->now);

	return row_int(w.corrected ? db_run(m->db, &delivery_corrected_count, A(m->agency), A(w.year)) :
		db_run(m->db, &delivery_count, A(m->agency), A(end_of_year(w.year, today)), A(w.year)), 0, "n");
}

struct writing { const struct download_making *m; struct sheet_out *out; struct arena *piece; struct kept *kept;
	int64_t n, total; bool gone, stopped; };

static const char *const modes[] = {"", "數位學習", "實體學習", "混成學習"};
static const char *const sources[] = {"", "報名轉出", "整批上傳", "人工登錄", "自動時數上傳", "學員登錄"};
static const char *const deliveries[] = {"首次", "", "修正", "刪除"};

static const char *unit_of(int64_t unit)
{
	return unit == HOURS_DAY ? "天" : unit == HOURS_CREDIT ? "學分" : "小時";
}

static void write_course(struct sheet_out *o, struct arena *mem, const struct rows *r, int i)
{
	int64_t term = row_int(r, i, "term_no");

	sheet_integer(o, row_int(r, i, "roc_year"));
	sheet_text(o, row_text(r, i, "course_code"));
	sheet_text(o, term ? arena_print(mem, "%lld", (long long)term) : "");
	sheet_text(o, row_text(r, i, "course"));
	sheet_text(o, row_text(r, i, "category_code"));
	sheet_text(o, row_text(r, i, "category_name"));
	sheet_text(o, row_text(r, i, "institution"));
	sheet_date(o, row_date(r, i, "start_day"));
	sheet_date(o, row_date(r, i, "end_day"));
	sheet_text(o, modes[row_int(r, i, "mode") & 3]);
	sheet_integer(o, row_int(r, i, "amount"));
	sheet_text(o, unit_of(row_int(r, i, "unit_of_amount")));
	sheet_integer(o, row_int(r, i, "hours"));
	sheet_integer(o, row_int(r, i, "digital"));
	sheet_integer(o, row_int(r, i, "hours") - row_int(r, i, "digital"));
	sheet_yes(o, row_int(r, i, "business"));
}

static void write_one(struct writing *w, const struct rows *r, int i)
{
	static const char *const person[] = {"agency_code", "agency_name", "unit_name", "national_id", "name", "title_name", "rank_name",
		"class_name"};
	struct json_pairs more = {0};
	struct sheet_out *o = w->out;
	int64_t source = row_int(r, i, "source");

	sheet_integer(o, ++w->n);
	for (size_t k = 0; k < sizeof person / sizeof *person; k++)
		sheet_text(o, row_text(r, i, person[k]));
	write_course(o, w->piece, r, i);
	if (*row_text(r, i, "more"))
		json_flat(w->piece, row_text(r, i, "more"), &more);
	sheet_text(o, said(&more, "score", ""));
	sheet_text(o, said(&more, "certificate_no", ""));
	sheet_text(o, source >= SOURCE_TRANSFER && source <= SOURCE_LEARNER ? sources[source] : "");
	sheet_date(o, row_null(r, i, "certified") ? (struct date){0} : moment_date(row_moment(r, i, "certified")));
	sheet_text(o, deliveries[row_int(r, i, "delivered") & 3]);
	sheet_moment(o, row_moment(r, i, "changed"));
	sheet_end_row(o);
}

static void keep(struct kept *k, const struct rows *r, int i, bool gone)
{
	k->at = arena_grow(k->mem, k->at, k->n, &k->room, sizeof *k->at);
	for (int f = 0; f < FACTS; f++)
		k->at[k->n][f] = *facts[f] ? row_int(r, i, facts[f]) : gone;
	k->n++;
}

static bool write_piece(void *with, const struct rows *rows)
{
	struct writing *w = with;

	for (int i = 0; i < rows->n; i++) {
		write_one(w, rows, i);
		keep(w->kept, rows, i, w->gone);
	}
	w->stopped = !download_progress(w->m, w->n, w->total > w->n ? w->total : w->n);
	return !w->stopped;
}

static void free_arena(void *mem)
{
	arena_free(mem);
}

static struct kept *kept_new(struct arena *mem)
{
	struct kept *k = arena_get(mem, sizeof *k);

	*k = (struct kept){.mem = arena_new(KEPT_MEMORY)};
	arena_defer(mem, free_arena, k->mem);
	return k;
}

static void write_gone(struct writing *w, const struct wanted *x, const char *const *lines)
{
	w->gone = true;
	sheet_next(w->out, "已刪除紀錄", lines, columns, COLUMNS);
	int64_t before = w->n;

	w->n = 0;
	const struct value values[] = {A(w->m->agency), A(x->year), A(x->person), A(x->name), A(x->categories), A(x->units), A(x->classes),
		A(x->from), A(x->to)};

	db_each(w->m->db, w->piece, PIECE, &delivery_gone, values, sizeof values / sizeof *values, write_piece, w);
	w->n += before;
}

static int64_t write_file(const struct download_making *m, int fd)
{
	struct wanted x = wanted_of(m->mem, m->conditions);
	struct date today = moment_date(m->now);
	struct writing w = {.m = m, .piece = arena_new(PIECE_MEMORY), .total = rows_of(m), .kept = kept_new(m->mem)};
	const char *lines[] = {arena_print(m->mem, "成績下載 %lld 年度", (long long)x.year),
		arena_print(m->mem, "製表時間 %s", moment_text(m->mem, m->now)), NULL};
	const struct value all[] = {A(m->agency), A(end_of_year(x.year, today)), A(x.year), A(x.from), A(x.to), A(x.person), A(x.name),
		A(x.categories), A(x.units), A(x.classes), A(x.undelivered), A(today)};
	const struct value corrected[] = {A(m->agency), A(x.year), A(x.person), A(x.name), A(x.categories), A(x.units), A(x.classes), A(today),
		A(x.from), A(x.to)};

	w.out = sheet_open(m->mem, fd, m->format, "學習紀錄", lines, columns, COLUMNS);
	if (x.corrected)
		db_each(m->db, w.piece, PIECE, &delivery_corrected, corrected, sizeof corrected / sizeof *corrected, write_piece, &w);
	else
		db_each(m->db, w.piece, PIECE, &delivery_rows, all, sizeof all / sizeof *all, write_piece, &w);
	if (x.corrected && !w.stopped)
		write_gone(&w, &x, lines);
	sheet_close(w.out);
	arena_free(w.piece);
	*m->kept = w.kept;
	return w.stopped ? -1 : w.n;
}

/* ---- the book */

struct feed { const struct kept *kept; size_t at; int64_t request; };

static bool next(void *with, struct value *to)
{
	struct feed *f = with;

	if (f->at == f->kept->n)
		return false;
	const int64_t *x = f->kept->at[f->at++];

	to[0] = A(f->request);
	for (int i = 0; i < FACTS; i++)
		to[i + 1] = strstr("title rank person_class", facts[i]) && *facts[i] ? value_id_or_null(x[i]) : A(x[i]);
	return true;
}

static void made(struct db *db, const struct download_making *m, int64_t request)
{
	if (*m->kept)
		db_load(db, &delivery_file_put, next, &(struct feed){*m->kept, 0, request});
}

/* Fetched once more, nothing of it is left to be delivered. */
static void fetched(struct db *db, int64_t agency, int64_t request, struct moment now)
{
	db_run(db, &delivery_fetched, A(agency), A(request), A(now));
	db_run(db, &delivery_fetched_gone, A(agency), A(request));
	db_run(db, &delivery_file_drop, A(request));
}

static void over(struct db *db, int64_t request)
{
	db_run(db, &delivery_file_drop, A(request));
}

const struct download_kind delivery_kind = {.name = "hours.delivery", .label = "成績下載", .may = MAY_HOURS_DOWNLOAD | MAY_DGPA, .rows = rows_of,
	.write = write_file, .made = made, .fetched = fetched, .over = over};
