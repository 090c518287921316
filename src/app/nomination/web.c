/* web.c: the addresses of the slice nomination, a file taken in, and the buttons of a roster's page. */
#include <string.h>

#include "app/may.h"
#include "app/nomination/nomination.sql.h"
#include "app/nomination/private.h"
#include "app/store/store.h"
#include "base/setting.h"
#include "base/text.h"
#include "file/sheet.h"

enum { CELLS = 32, LINES_MOST = 1000, TABLE_MEMORY = 64 << 20 };

static const struct field labels[] = {{.name = "row", .label = "列"}, {.name = "reason", .label = "原因"}, {.name = "return_reason",
	.label = "說明"},
	{.name = "until", .label = "補正期限"}, {.name = "file", .label = "檔案"}, {.name = "sure", .label = "確認刪除已上傳檔案"},
	{.name = "right", .label = "已核對名冊資料正確無誤"}, {0}};

/* ---- a file ---- */

struct sending { struct req *r; struct nomination_act *a; struct import_order order; int64_t content, batch; };

static void take_in(struct db *db, void *with)
{
	struct sending *s = with;
	struct req *r = s->r;

	db_run(db, &nomination_begin, A(s->a->p.type->id), A(s->a->p.year), A(s->a->agency));
	if (!nomination_find(db, r->mem, s->a->p.type->id, s->a->p.year, s->a->agency, &s->a->n))
		return;
	s->order.subject = s->a->n.id;
	s->batch = batch_new(db, &s->order, s->content, false);
}

static void check_file(struct req *r)
{
	const char *most = arena_print(r->mem, "%s MB", setting("upload.mebibytes"));

	if (r->file.fd < 0)
		issue(&r->issues, -1, "file", "ERR_REQUIRED");
	else if (!r->file.size || r->file.size > (uint64_t)setting_int("upload.mebibytes") << 20)
		issue(&r->issues, -1, "file", "ERR_FILE_SIZE", r->file.name, arena_print(r->mem, "%llu MB",
			(unsigned long long)(r->file.size >> 20)), most);
}

/* What the cells of the rows that are wrong say, by the rows' numbers. */
struct seen { int64_t number; const char *cells[CELLS]; };
struct seens { struct seen *at; size_t n, room; };

static struct seens look_at_rows(struct req *r, const struct rows *wrong)
{
	struct arena *mem = arena_new(TABLE_MEMORY);
	struct table_problem problem;
	struct table_row row;
	struct seens all = {0};
	struct table_reader *t = table_open(mem, r->file.fd, r->file.size, &table_limits, &problem);

	for (int i = 0; t && i < wrong->n && table_row(t, &row);) {
		while (i < wrong->n && row_int(wrong, i, "row_number") < row.number)
			i++;
		if (i == wrong->n || row_int(wrong, i, "row_number") != row.number)
			continue;
		all.at = arena_grow(r->mem, all.at, all.n, &all.room, sizeof *all.at);
		all.at[all.n] = (struct seen){.number = row.number};
		for (int k = 0; k < CELLS; k++)
			all.at[all.n].cells[k] = k < row.n ? arena_bytes(r->mem, row.cells[k].at, row.cells[k].n) : "";
		all.n++;
	}
	arena_free(mem);
	return all;
}

static const char *cell_of(const struct seens *all, int64_t number, const char *field)
{
	int column = 0;

	while (nominee_fields[column].name && !text_is(nominee_fields[column].name, field))
		column++;
	for (size_t i = 0; i < all->n && nominee_fields[column].name; i++)
		if (all->at[i].number == number)
			return all->at[i].cells[column];
	return "";
}

/* The engine says of which row a second one is the double within its words. */
static const char *first_number(struct arena *mem, const char *words)
{
	const char *from = strpbrk(words, "0123456789");

	return from ? arena_bytes(mem, from, strspn(from, "0123456789")) : "";
}

/* The engine has put the words together already. */
static void tell_as(struct req *r, const char *code, const char *words)
{
	size_t n = r->issues.n;

	issue(&r->issues, -1, "file", "ERR_TEXT_GIVEN", words);
	if (r->issues.n > n)
		r->issues.at[n].code = code;
}

/* Every faulty cell, with the spreadsheet's row numbers.                                         PROMO-056 */
static void tell_rows(struct req *r, int64_t batch)
{
	struct rows *wrong = db_run(r->db, &nomination_issue_rows, A(batch), A(LINES_MOST));
	struct seens cells = look_at_rows(r, wrong);

	for (int i = 0; i < wrong->n; i++) {
		int64_t number = row_int(wrong, i, "row_number");
		const struct field *f = field_named(nominee_fields, row_text(wrong, i, "field"));
		const char *row = arena_print(r->mem, "%lld", (long long)number), *code = row_text(wrong, i, "code"),
			*text = row_text(wrong, i, "text");

		if (text_is(code, "E-CSV-10"))
			issue(&r->issues, -1, "file", "ERR_ROW_DUP", row, first_number(r->mem, text), cell_of(&cells, number, "national_id"));
		else if (text_is(code, "ERR_BAN") || text_is(code, "ERR_ELIG"))
			tell_as(r, arena_text(r->mem, code), arena_print(r->mem, "第 %s 列　%s", row, text));
		else
			issue(&r->issues, -1, "file", "ERR_ROW", row, cell_of(&cells, number, "name"), f ? f->label : "", text,
				f ? cell_of(&cells, number, f->name) : "");
	}
}

static void refuse_file(struct req *r, const struct nomination_act *a, int status)
{
	if (!reply_issues_as(r, status))
		nomination_show(r, status, a);
}

/* The form is used up only by a file that was taken in. */
static void use_form(struct db *db, void *with)
{
	const struct nomination_act *a = with;

	(void)db;
	a->r->done = req_url(a->r, "/promotion/%s/%lld/rosters/%lld", a->p.type->id, (long long)a->p.year, (long long)a->agency);
}

static void tell_outcome(struct req *r, struct nomination_act *a, int64_t batch)
{
	struct import_batch b;
	struct rows *c;

	batch_load(r->db, r->mem, batch, &b);
	nomination_load(r->db, r->mem, a->n.id, &a->n);
	if (batch_state(&b) == BATCH_DONE) {
		c = db_run(r->db, &nomination_counts, A(batch));
		req_tx(r, use_form, a);
		reply_see(r, r->done, arena_print(r->mem, "匯入完成：%s，共 %lld 筆，正選 %lld 人、備選 %lld 人。", b.file_name,
			(long long)row_int(c, 0, "n"),
			(long long)row_int(c, 0, "chosen"), (long long)row_int(c, 0, "reserve")));
		return;
	}
	if (*b.reason)
		issue(&r->issues, -1, "file", "ERR_TEXT_GIVEN", b.reason);
	else
		tell_rows(r, batch);
	a->row = b.result ? batch : 0;
	refuse_file(r, a, nomination_is(&a->n, "none") ? 422 : 409);
}

void nomination_import_post(struct req *r)
{
	struct nomination_act a;
	struct sending s = {.r = r, .a = &a, .order = {.kind = &nomination_kind, .who = r->who, .address = r->wire->address,
		.file_name = r->file.name,
		.again = true, .now = r->now}};

	if (!nomination_open(r, &a))
		return;
	r->issues.fields = labels;
	check_file(r);
	if (r->issues.n) {
		refuse_file(r, &a, 422);
		return;
	}
	s.content = store_content(r->db, r->file.fd);
	db_tx(r->db, take_in, &s);
	import_work(r->db, r->mem, s.batch, r->now, NULL);
	tell_outcome(r, &a, s.batch);
}

/* ---- buttons ---- */

static void read_sure(struct nomination_act *a, const char *name)
{
	struct req *r = a->r;

	if (!*req_form(r, name) || text_is(req_form(r, name), "0"))
		issue(&r->issues, -1, name, "ERR_SURE", field_named(labels, name)->label);
}

static void read_delete(struct nomination_act *a)
{
	if (nomination_is(&a->n, "imported") || nomination_is(&a->n, "returned"))
		read_sure(a, "sure");
}

static void read_confirm(struct nomination_act *a)
{
	if (nomination_is(&a->n, "imported"))
		read_sure(a, "right");
}

static void read_mark(struct nomination_act *a)
{
	struct req *r = a->r;

	a->field = req_form(r, "field");
	a->reason = req_form(r, "reason");
	if (!text_to_int(text_fold(r->mem, req_form(r, "row")), 1, 9999999, &a->row))
		issue(&r->issues, -1, "row", "ERR_INT", "1", "9999999", req_form(r, "row"));
	if (!*a->reason)
		issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	if (*a->field && !field_named(nominee_fields, a->field))
		issue(&r->issues, -1, "row", "ERR_UNKNOWN_FIELD", a->field);
}

static void read_unmark(struct nomination_act *a)
{
	text_to_int(req_form(a->r, "mark"), 1, INT64_MAX, &a->mark);
}

static void read_return(struct nomination_act *a)
{
	struct req *r = a->r;

	a->kind = text_is(req_form(r, "kind"), "on_request") ? "on_request" : "review";
	a->reason = req_form(r, "return_reason");
	if (text_is(a->kind, "on_request") && !*a->reason)
		issue(&r->issues, -1, "return_reason", "ERR_REQUIRED");
	if (req_date(r, "until", "補正期限", false, &a->until) && date_set(a->until) && date_before(a->until, r->today))
		issue(&r->issues, -1, "until", "ERR_TEXT_GIVEN", "「補正期限」不可早於今日。");
}

static void read_nothing(struct nomination_act *a)
{
	(void)a;
}

static const struct button {
	const char *word, *done;
	uint64_t may;
	void (*read)(struct nomination_act *);
	void (*run)(struct db *, void *);
} buttons[] = {
	{"delete", "已刪除已上傳檔案，請重新匯入。", MAY_PROMOTION_EDIT, read_delete, nomination_delete},
	{"confirm", "已確認上傳並通知保訓會。", MAY_PROMOTION_EDIT, read_confirm, nomination_confirm},
	{"mark", "已標示。", MAY_PROMOTION_CALL, read_mark, nomination_mark_add},
	{"unmark", "已取消標示。", MAY_PROMOTION_CALL, read_unmark, nomination_mark_drop},
	{"return", "已整批退回，並通知遴選機關。", MAY_PROMOTION_CALL, read_return, nomination_return},
	{"accept", "已受理，並通知遴選機關。", MAY_PROMOTION_CALL, read_nothing, nomination_accept},
	{0}
};

static int status_of(const struct req *r)
{
	static const char *const conflicts[] = {"ERR_STALE", "ERR_BATCH_LOCKED", "ERR_BATCH_EXISTS", "ERR_BATCH_NONE", "ERR_BATCH_STATE", NULL};

	for (const char *const *code = conflicts; *code; code++)
		if (issue_has(&r->issues, *code))
			return 409;
	return 422;
}

void nomination_act_post(struct req *r)
{
	struct nomination_act a;
	const struct button *b = buttons;

	while (b->word && !text_is(b->word, r->word[3]))
		b++;
	if (!b->word || !req_may(r, b->may)) {
		reply_refuse(r, b->word ? 403 : 404, b->word ? "ERR_NO_RIGHT" : "ERR_PAGE_NOT_FOUND", b->word ? "升官等線上報送系統" : NULL);
		return;
	}
	if (!nomination_open(r, &a))
		return;
	int64_t seen = a.n.version;

	r->issues.fields = labels;
	b->read(&a);
	text_to_int(req_form(r, "version"), 0, INT64_MAX, &seen);
	if (!r->issues.n && seen != a.n.version && b->may == MAY_PROMOTION_EDIT && (nomination_is(&a.n, "imported") ||
		nomination_is(&a.n, "returned")))
		issue(&r->issues, -1, "", "ERR_STALE", "他人", "您開啟頁面之後");
	if (!r->issues.n && req_tx(r, b->run, &a) != REQ_UNDONE) {
		reply_see(r, r->done, b->done);
		return;
	}
	if (!r->issues.n)
		issue(&r->issues, -1, "", "ERR_STALE", "他人", "剛才");
	int status = status_of(r);

	a.row = 0;
	if (!reply_issues_as(r, status))
		nomination_show(r, status, &a);
}

/* ---- addresses ---- */

static const struct field place_query[] = {{.name = "type", .label = "訓練類別", .kind = K_CODE, .list = promotion_type_codes},
	{.name = "year", .label = "年度", .kind = K_INT, .least = 2, .most = 999}, {.name = "go", .label = "1：送出查詢", .kind = K_INT}, {0}},
remind_takes[] = {{.name = "type", .label = "訓練類別", .kind = K_CODE, .list = promotion_type_codes, .use = EDIT, .need = true},
	{.name = "year", .label = "年度", .kind = K_INT, .use = EDIT, .need = true, .least = 2, .most = 999}, {0}},
act_takes[] = {{.name = "sure", .label = "確認刪除已上傳檔案（delete）", .kind = K_BOOL, .use = EDIT},
	{.name = "right", .label = "已核對名冊資料正確無誤（confirm）", .kind = K_BOOL, .use = EDIT},
	{.name = "row", .label = "列（mark）", .kind = K_INT, .use = EDIT}, {.name = "field", .label = "欄位（mark）", .kind = K_TEXT,
		.use = EDIT},
	{.name = "reason", .label = "原因（mark）", .kind = K_TEXT, .use = EDIT}, {.name = "mark", .label = "標示編號（unmark）",
		.kind = K_INT, .use = EDIT},
	{.name = "kind", .label = "review 或 on_request（return）", .kind = K_TEXT, .use = EDIT},
	{.name = "return_reason", .label = "說明（return）", .kind = K_TEXT, .use = EDIT},
	{.name = "until", .label = "補正期限（return）", .kind = K_DATE, .use = EDIT},
	{.name = "version", .label = "看到的版本", .kind = K_INT, .use = EDIT, .most = INT64_MAX}, {0}},
form_query[] = {{.name = "as", .label = "ods；否則為 xlsx", .kind = K_TEXT}, {0}}, file_query[] = {{.name = "batch", .label = "版本",
	.kind = K_INT}, {0}},
compare_query[] = {{.name = "from", .label = "版本", .kind = K_INT}, {.name = "to", .label = "版本", .kind = K_INT}, {0}};

#define AREA "升官等訓練/升官等線上報送系統"
#define ROSTER "/promotion/*type/:year/rosters/:selector"

const struct route nomination_routes[] = {
	{GET, "/promotion/rosters", nominations_get, MAY_PROMOTION_SEE, .takes = place_query, .gives = nomination_fields, .list = true,
		.crumb = AREA,
		.help = "升官等線上報送系統：訓練項目，或各遴選機關名冊"},
	{POST, "/promotion/rosters/remind", nominations_remind, MAY_PROMOTION_CALL, .takes = remind_takes, .crumb = AREA,
		.help = "提醒尚未確認上傳之遴選機關"},
	{GET, ROSTER, nomination_get, MAY_PROMOTION_SEE, .gives = nomination_fields, .crumb = AREA "/名冊", .help = "一個遴選機關的名冊"},
	{GET, ROSTER "/rows", nomination_rows_get, MAY_PROMOTION_SEE, .gives = nominee_list_fields, .list = true, .crumb = AREA "/名冊/人員",
		.help = "名冊之人員"},
	{GET, ROSTER "/form/*name", nomination_form_get, MAY_PROMOTION_EDIT, .takes = form_query, .type =
		"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", .heavy = true, .help = "空白表單 blank、範本 sample"},
	{GET, ROSTER "/file", nomination_file_get, MAY_PROMOTION_SEE, .takes = file_query, .type = "application/octet-stream", .heavy = true,
		.help = "下載上傳資料"},
	{GET, ROSTER "/pdf", nomination_pdf_get, MAY_PROMOTION_SEE, .type = "application/pdf", .heavy = true,
		.help = "列印受訓（含備選）人員名冊"},
	{GET, ROSTER "/compare", nomination_compare_get, MAY_PROMOTION_SEE, .takes = compare_query, .heavy = true,
		.crumb = AREA "/名冊/版本比較",
		.help = "名冊兩版之差異"},
	{POST, ROSTER "/import", nomination_import_post, MAY_PROMOTION_EDIT, .body = (uint64_t)512 << 20, .heavy = true, .crumb = AREA "/名冊",
		.help = "匯入資料"},
	{POST, ROSTER "/*act", nomination_act_post, MAY_PROMOTION_EDIT | MAY_PROMOTION_CALL, .takes = act_takes, .crumb = AREA "/名冊",
		.help = "刪除 delete、確認上傳 confirm、標示 mark、取消標示 unmark、退回 return、受理 accept"},
	{0}
};
