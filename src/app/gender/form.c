/* form.c: 新增調查表, 編輯, 檢視: figures computed beside those reported.                                     LEARN-562, 563, 565, RPT-6 */
#include <string.h>

#include "app/agency/agency.h"
#include "app/audit/audit.h"
#include "app/gender/gender.sql.h"
#include "app/gender/page.html.h"
#include "app/gender/private.h"
#include "app/may.h"
#include "base/json.h"
#include "base/text.h"

enum { STAFF_M, STAFF_F, TRAINED_M, TRAINED_F, HOURS, MOST = 999999, NOTE_MOST = 200 };

const char *const gender_line_names[GENDER_LINES + 1] = {"政務人員", "一般公務人員－主管", "一般公務人員－非主管", "聘用約僱人員",
	"其他專任人員", "合計"};
static const char *const cell_names[GENDER_CELLS] = {"staff_m", "staff_f", "trained_m", "trained_f", "hours"};
static const char *const cell_labels[GENDER_CELLS] = {"現有人數 男", "現有人數 女", "參訓人數 男", "參訓人數 女", "參訓總時數"};

struct figures { int64_t computed[GENDER_LINES][GENDER_CELLS], reported[GENDER_LINES][GENDER_CELLS]; const char *note[GENDER_LINES]; };
struct survey { int64_t agency, year, id, version; const char *code, *name, *state; struct date open, deadline; bool needed, own; };

static const char *cell_name(struct arena *mem, int c, int line)
{
	return arena_print(mem, "%s.%d", cell_names[c], line + 1);
}

/* Two decimals, half away from zero, from whole numbers. */
static const char *quotient(struct arena *mem, int64_t part, int64_t whole)
{
	int64_t hundredths = whole ? (part * 200 + whole) / (whole * 2) : 0;

	return whole ? arena_print(mem, "%lld.%02lld", (long long)hundredths / 100, (long long)hundredths % 100) : "—";
}

const char *gender_share(struct arena *mem, int64_t part, int64_t whole)
{
	return quotient(mem, part * 100, whole);
}

const char *gender_mean(struct arena *mem, int64_t sum, int64_t n)
{
	return quotient(mem, sum, n);
}

struct date gender_as_of(int64_t year, struct date today)
{
	struct date last = date_make((int)year + 1911, 12, 31);

	return date_before(today, last) ? today : last;
}

/* ---- the figures */

static void compute(struct db *db, const struct survey *s, struct date today, struct figures *f)
{
	struct rows *r = db_run(db, &gender_computed, A(s->agency), A(gender_as_of(s->year, today)), A(s->year));

	for (int i = 0; i < r->n; i++) {
		int64_t *to = f->computed[row_int(r, i, "line") - 1];
		bool woman = text_is(row_text(r, i, "sex"), "female");

		to[woman ? STAFF_F : STAFF_M] += row_int(r, i, "staff");
		to[woman ? TRAINED_F : TRAINED_M] += row_int(r, i, "trained");
		to[HOURS] += row_int(r, i, "hours");
	}
}

static void load(struct db *db, const struct survey *s, struct date today, struct figures *f)
{
	struct rows *r = db_run(db, &gender_lines, A(s->id));

	*f = (struct figures){0};
	for (int i = 0; i < GENDER_LINES; i++)
		f->note[i] = "";
	if (!r->n) {
		compute(db, s, today, f);
		memcpy(f->reported, f->computed, sizeof f->reported);
		return;
	}
	for (int i = 0; i < r->n; i++) {
		int at = (int)row_int(r, i, "line") - 1;

		for (int c = 0; c < GENDER_CELLS; c++) {
			f->computed[at][c] = row_int(r, i, arena_print(db_arena(db), "c_%s", cell_names[c]));
			f->reported[at][c] = row_int(r, i, arena_print(db_arena(db), "r_%s", cell_names[c]));
		}
		f->note[at] = row_text(r, i, "note");
	}
}

/* ---- the form */

static bool survey_asked(struct req *r, struct survey *s)
{
	const char *code = req_query(r, "agency");
	struct agency_span span = {.agency = r->who->agency};

	*s = (struct survey){.year = req_query_int(r, "year", 80, 999, 0)};
	if (!s->year)
		text_to_int(req_form(r, "year"), 80, 999, &s->year);
	if (!s->year) {
		r->issues.fields = r->route->takes;
		issue(&r->issues, -1, "year", "E-REQ-01");
		if (r->route->method != POST || !reply_issues(r))
			reply_refuse(r, 422, "E-REQ-01", "年度");
		return false;
	}
	if (*code && !agency_asked(r, code, AGENCY_SUBTREE, false, &span)) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return false;
	}
	struct rows *x = db_run(r->db, &gender_one, A(span.agency), A(s->year), A(gender_as_of(s->year, r->today)));

	if (!x->n) {
		reply_refuse(r, 404, "E-SVY-01", "尚未設定");
		return false;
	}
	*s = (struct survey){.agency = span.agency, .year = s->year, .id = row_int(x, 0, "survey"), .version = row_int(x, 0, "version"),
		.code = row_text(x, 0, "code"), .name = row_text(x, 0, "name"), .state = row_text(x, 0, "state"), .open = row_date(x, 0, "open_day"),
		.deadline = row_date(x, 0, "deadline"), .needed = row_bool(x, 0, "n_staff"),
		.own = span.agency == r->who->agency && req_may(r, MAY_HR_GENDER) && !r->who->all_agencies};
	return true;
}

static bool is_open(const struct req *r, const struct survey *s)
{
	return !date_before(r->today, s->open) && !date_before(s->deadline, r->today);
}

/* 計, or a figure of 合計. */
static struct gender_cell sum_cell(struct arena *mem, int64_t reported, int64_t computed)
{
	return (struct gender_cell){.i = {.value = arena_print(mem, "%lld", (long long)reported)},
		.computed = arena_print(mem, "%lld", (long long)computed), .differs = reported != computed, .sum = true};
}

static struct gender_cell cell_of(struct req *r, int line, int c, int64_t reported, int64_t computed)
{
	const char *name = cell_name(r->mem, c, line);
	struct gender_cell cell = sum_cell(r->mem, reported, computed);

	if (line == GENDER_LINES)
		return cell;
	cell.sum = false;
	cell.i = input_text(r, name, arena_print(r->mem, "%s %s", gender_line_names[line], cell_labels[c]), cell.i.value, false, NULL);
	cell.i.size = 5;
	return cell;
}

static void rates(struct arena *mem, struct gender_line *to, const int64_t *x)
{
	to->rate_m = gender_share(mem, x[TRAINED_M], x[STAFF_M]);
	to->rate_f = gender_share(mem, x[TRAINED_F], x[STAFF_F]);
	to->rate = gender_share(mem, x[TRAINED_M] + x[TRAINED_F], x[STAFF_M] + x[STAFF_F]);
	to->average = gender_mean(mem, x[HOURS], x[TRAINED_M] + x[TRAINED_F]);
}

/* Behind 男 and 女 stands 計. */
static struct gender_line line_of(struct req *r, int line, const int64_t *reported, const int64_t *computed, const char *note)
{
	struct gender_line to = {.name = gender_line_names[line], .cells = {arena_array(r->mem, GENDER_CELLS + 2, sizeof *to.cells.at), 0},
		.note_text = note};

	for (int c = 0; c < GENDER_CELLS; c++) {
		to.cells.at[to.cells.n++] = cell_of(r, line, c, reported[c], computed[c]);
		if (c == STAFF_F || c == TRAINED_F)
			to.cells.at[to.cells.n++] = sum_cell(r->mem, reported[c - 1] + reported[c], computed[c - 1] + computed[c]);
	}
	if (line < GENDER_LINES)
		to.note = input_text(r, arena_print(r->mem, "note.%d", line + 1), arena_print(r->mem, "%s 說明", gender_line_names[line]), note,
			false, NULL);
	rates(r->mem, &to, reported);
	return to;
}

static void show(struct req *r, int status, const struct survey *s, struct figures *f)
{
	int64_t all[GENDER_CELLS] = {0}, all_computed[GENDER_CELLS] = {0};
	struct gender_form_view v = {.r = r, .wrong = issue_lines(r), .action = req_url(r, "/hr/gender/form"),
		.back = list_back(r, "/hr/gender"), .agency = s->name, .year = s->year, .version = s->version, .deadline = s->deadline,
		.may_edit = s->own && is_open(r, s), .lines = {arena_array(r->mem, GENDER_LINES, sizeof *v.lines.at), GENDER_LINES}};

	if (!is_open(r, s))
		v.closed = date_before(s->deadline, r->today) ? arena_print(r->mem, "已超過填報期限（%s），僅能檢視", date_text(r->mem,
			s->deadline)) :
			arena_print(r->mem, "%s 起開放填報", date_text(r->mem, s->open));
	for (int i = 0; i < GENDER_LINES; i++) {
		v.lines.at[i] = line_of(r, i, f->reported[i], f->computed[i], f->note[i]);
		for (int c = 0; c < GENDER_CELLS; c++)
			all[c] += f->reported[i][c], all_computed[c] += f->computed[i][c];
	}
	v.total = line_of(r, GENDER_LINES, all, all_computed, "");
	gender_form_page(reply_page(r, status, "性別主流化訓練情形調查表"), &v);
}

void gender_form_get(struct req *r)
{
	struct survey s;
	struct figures f;

	if (!survey_asked(r, &s))
		return;
	if (!s.needed) {
		reply_refuse(r, 409, "E-SVY-02");
		return;
	}
	load(r->db, &s, r->today, &f);
	show(r, 200, &s, &f);
}

/* ---- 「暫存」, 「送出」 */

/* What each cell and note is called in a complaint. */
static const struct field *names_of(struct req *r)
{
	struct field *f = arena_array(r->mem, GENDER_LINES * (GENDER_CELLS + 1) + 1, sizeof *f), *to = f;

	for (int i = 0; i < GENDER_LINES; i++) {
		for (int c = 0; c < GENDER_CELLS; c++)
			*to++ = (struct field){.name = cell_name(r->mem, c, i), .kind = K_INT, .most = MOST,
				.label = arena_print(r->mem, "%s %s", gender_line_names[i], cell_labels[c])};
		*to++ = (struct field){.name = arena_print(r->mem, "note.%d", i + 1), .kind = K_TEXT, .most = NOTE_MOST,
			.label = arena_print(r->mem, "%s 說明", gender_line_names[i])};
	}
	*to = (struct field){0};
	return f;
}

static void read_line(struct req *r, struct figures *f, int line)
{
	const char *note = arena_print(r->mem, "note.%d", line + 1);

	for (int c = 0; c < GENDER_CELLS; c++) {
		const char *name = cell_name(r->mem, c, line);

		if (pair_value(&r->form, name))
			field_parse(field_named(r->issues.fields, name), TYPED, pair_value(&r->form, name), &f->reported[line][c], &r->issues, -1);
	}
	if (pair_value(&r->form, note))
		field_parse(field_named(r->issues.fields, note), TYPED, pair_value(&r->form, note), &f->note[line], &r->issues, -1);
}

static void unfit(struct req *r, int line, int c, int64_t value, const char *why)
{
	const char *name = cell_name(r->mem, c, line);

	issue(&r->issues, -1, name, "E-SVY-03", field_named(r->issues.fields, name)->label, arena_print(r->mem, "%lld", (long long)value), why);
}

/* What a form that is sent has to say; 「暫存」 keeps what there is.                                            LEARN-563, SM-7 */
static void check_line(struct req *r, const struct figures *f, int line)
{
	const int64_t *x = f->reported[line];

	if (x[TRAINED_M] > x[STAFF_M])
		unfit(r, line, TRAINED_M, x[TRAINED_M], arena_print(r->mem, "現有 %lld", (long long)x[STAFF_M]));
	if (x[TRAINED_F] > x[STAFF_F])
		unfit(r, line, TRAINED_F, x[TRAINED_F], arena_print(r->mem, "現有 %lld", (long long)x[STAFF_F]));
	if (!x[TRAINED_M] && !x[TRAINED_F] && x[HOURS])
		unfit(r, line, HOURS, x[HOURS], "參訓 0 人");
	if (memcmp(x, f->computed[line], sizeof f->reported[line]) && !*f->note[line])
		issue(&r->issues, -1, arena_print(r->mem, "note.%d", line + 1), "E-REQ-01");
}

struct saving { struct req *r; const struct survey *s; const struct figures *f; int64_t version; bool send; };

/* What is reported, for the log: {"state":"sent","staff_m.1":0, …}. */
static const char *reported_json(struct arena *mem, const struct saving *x)
{
	struct text t = text_new(mem, 1 << 16);
	struct json j = json_new(&t);

	json_begin(&j);
	json_key(&j, "state"), json_text(&j, x->send ? "sent" : "draft");
	for (int i = 0; i < GENDER_LINES; i++)
		for (int c = 0; c < GENDER_CELLS; c++)
			json_key(&j, cell_name(mem, c, i)), json_int(&j, x->f->reported[i][c]);
	json_end(&j);
	return t.at;
}

static void save(struct db *db, void *with)
{
	const struct saving *x = with;
	const struct figures *f = x->f;
	struct req *r = x->r;

	issues_clear(&r->issues);
	r->done = req_url(r, "/hr/gender?year=%lld", (long long)x->s->year);
	struct rows *put = db_run(db, &gender_put, A(x->s->year), A(x->s->agency), A(x->send ? "sent" : "draft"),
		x->send ? A(r->now.seconds) : value_id_or_null(0), A(x->version));

	if (!put->n) {
		if (!db_undone(db))
			audit_stale(db, &r->issues, -1, "", NULL, "gender_survey", x->s->id);
		db_undo(db);
		return;
	}
	int64_t id = row_int(put, 0, "id");

	for (int i = 0; i < GENDER_LINES; i++)
		db_run(db, &gender_line_put, A(id), A(i + 1), A(f->computed[i][0]), A(f->computed[i][1]), A(f->computed[i][2]), A(f->computed[i][3]),
			A(f->computed[i][4]), A(f->reported[i][0]), A(f->reported[i][1]), A(f->reported[i][2]), A(f->reported[i][3]),
			A(f->reported[i][4]),
			A(f->note[i]));
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = x->send ? "gender.send" : "gender.save", .subject_kind = "gender_survey", .subject = id,
		.after = reported_json(r->mem, x), .at = r->now});
}

static bool refused(struct req *r, const struct survey *s)
{
	if (!s->needed)
		reply_refuse(r, 409, "E-SVY-02");
	else if (!s->own)
		reply_refuse(r, 404, "E-SCOPE-01");
	return !s->needed || !s->own;
}

void gender_form_post(struct req *r)
{
	struct survey s;
	struct figures f;

	r->issues.learning = true;
	if (!survey_asked(r, &s) || refused(r, &s))
		return;
	struct saving x = {r, &s, &f, s.version, *req_form(r, "send")};

	text_to_int(req_form(r, "version"), 0, INT64_MAX, &x.version);
	load(r->db, &s, r->today, &f);
	r->issues.fields = names_of(r);
	for (int i = 0; i < GENDER_LINES; i++)
		read_line(r, &f, i);
	for (int i = 0; i < GENDER_LINES && x.send && !r->issues.n; i++)
		check_line(r, &f, i);
	if (!is_open(r, &s)) {
		issues_clear(&r->issues);
		issue(&r->issues, -1, "", "E-SVY-01", date_text(r->mem, s.deadline));
	}
	if (!r->issues.n && req_tx(r, save, &x) != REQ_UNDONE)
		reply_see(r, r->done, x.send ? "已送出" : "已暫存");
	else if (!reply_issues_as(r, issue_has(&r->issues, "E-STALE-01") || issue_has(&r->issues, "E-SVY-01") ? 409 : 422))
		show(r, issue_has(&r->issues, "E-STALE-01") || issue_has(&r->issues, "E-SVY-01") ? 409 : 422, &s, &f);
}
