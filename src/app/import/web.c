/* web.c: the page where a file is sent, its template and format, and the history of uploads.     LEARN-024, 028, 029, 203 */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "app/import/import.sql.h"
#include "app/import/page.html.h"
#include "app/import/private.h"
#include "app/import/view.h"
#include "app/may.h"
#include "app/store/store.h"
#include "base/log.h"
#include "base/setting.h"
#include "base/text.h"

static const struct code charset_codes[] = {{"", "自動判斷"}, {"utf-8", "UTF-8"}, {"big5", "Big5（CP950）"}, {0}};

/* ---- the upload page */

/* 1 小時、2 天、6 學分 */
static const char *numbered_labels(struct arena *mem, const struct field *f)
{
	struct text t = text_new(mem, 8192);
	const char *number = f->numbers;

	for (const struct code *c = f->list; c->id; c++) {
		size_t n = strcspn(number, "|");

		text_print(&t, "%s%.*s %s", t.n ? "、" : "", (int)n, number, c->label);
		number += n + (number[n] == '|');
	}
	return t.at;
}

static const char *values_of(struct arena *mem, const struct field *f)
{
	switch (f->kind) {
	case K_CODE: return f->numbers ? numbered_labels(mem, f) : code_labels(mem, f->list);
	case K_INT: return f->most ? arena_print(mem, "%lld 至 %lld 的整數", (long long)f->least, (long long)f->most) : "整數";
	case K_DATE: return "民國年月日";
	case K_MOMENT: return "民國年月日，可加時間";
	case K_BOOL: return "是、否";
	case K_ID: return "身分證統一編號或統一證號";
	default: return arena_print(mem, "最多 %lld 個字", (long long)(f->most ? f->most : 200));
	}
}

static struct column_lines columns_of(struct req *r, const struct import_kind *kind)
{
	struct column_lines c = {arena_array(r->mem, FIELDS_MOST, sizeof *c.at), 0};

	for (const struct field *f = kind->fields; f->name; f++)
		if (f->use == EDIT)
			c.at[c.n++] = (struct column_line){field_heading(f), f->hint ? f->hint : "", values_of(r->mem, f),
				f->example ? f->example : "", f->need};
	return c;
}

static struct url kind_url(struct req *r, const struct import_kind *kind, const char *end)
{
	return (struct url){arena_print(r->mem, "%s%s%s", r->app->base, kind->path, end)};
}

struct list_link import_history(struct req *r, const struct import_kind *kind)
{
	if (import_is_learning(kind) && req_may(r, MAY_LEARN_BATCH | MAY_DGPA))
		return (struct list_link){"學習資訊上傳進度查詢", list_back(r, "/learning/uploads"), false};
	return (struct list_link){"匯入紀錄", list_back(r, "/imports"), false};
}

const char *import_crumb(const struct req *r, const struct import_kind *kind)
{
	for (const struct route *const *table = r->app->routes; *table; table++)
		for (const struct route *route = *table; route->path; route++)
			if (route->method == GET && route->crumb && text_is(route->path, kind->path))
				return route->crumb;
	return "匯入紀錄";
}

/* 「整批新增…」 says already what is done. */
const char *import_page_title(struct arena *mem, const struct import_kind *kind)
{
	return strncmp(kind->title, "整批", strlen("整批")) ? arena_print(mem, "%s匯入", kind->title) : kind->title;
}

static void page_show(struct req *r, int status, const struct import_kind *kind)
{
	const struct issue *wrong = issue_at(&r->issues, -1, "file");
	struct upload_page_view v = {
		.r = r, .kind = kind, .wrong = issue_lines(r), .action = kind_url(r, kind, ""), .history = import_history(r, kind),
		.template_utf8 = kind_url(r, kind, "/template"), .template_big5 = kind_url(r, kind, "/template?encoding=big5"),
		.charset = input_choice(r, "charset", "檔案編碼", "", false, options_of(r->mem, charset_codes, NULL)),
		.dry = input_tick(r, "dry", "先檢核，看過結果後再決定是否匯入", false),
		.only_correct = input_tick(r, "only_correct", "有錯誤時僅匯入正確資料列", false),
		.nightly = input_tick(r, "nightly", "排入夜間批次", text_is(setting("batch.mode"), "nightly")),
		.columns = columns_of(r, kind), .file_error = wrong ? wrong->text : NULL, .most = setting("upload.mebibytes"),
	};

	import_upload_view(reply_page(r, status, import_page_title(r->mem, kind)), &v);
}

void import_upload_page(struct req *r, const struct import_kind *kind)
{
	page_show(r, 200, kind);
}

/* ---- sending */

static bool on(struct req *r, const char *name)
{
	const char *s = req_form(r, name);

	return *s && !text_is(s, "0");
}

struct sending { struct req *r; struct import_order order; int64_t content; };

static void take_in(struct db *db, void *with)
{
	struct sending *s = with;
	int64_t id = batch_new(db, &s->order, s->content, true);

	s->r->done = req_url(s->r, "/imports/%lld", (long long)id);
}

static const char *megabytes(struct arena *mem, uint64_t n)
{
	return arena_print(mem, "%llu.%llu MB", (unsigned long long)(n >> 20), (unsigned long long)((n & 0xFFFFF) * 10 >> 20));
}

static void check_file(struct req *r)
{
	if (r->file.fd < 0)
		issue(&r->issues, -1, "file", "ERR_FILE_REQUIRED");
	else if (!r->file.size || r->file.size > (uint64_t)setting_int("upload.mebibytes") << 20)
		issue(&r->issues, -1, "file", "ERR_FILE_SIZE", r->file.name, megabytes(r->mem, r->file.size),
			arena_print(r->mem, "%s MB", setting("upload.mebibytes")));
}

void import_upload_post(struct req *r, const struct import_kind *kind)
{
	const char *charset = req_form(r, "charset");
	struct sending s = {.r = r, .order = {.kind = kind, .who = r->who, .address = r->wire->address, .file_name = r->file.name,
		.charset = text_is(charset, "utf-8") ? CHARSET_UTF8 : text_is(charset, "big5") ? CHARSET_CP950 : CHARSET_UNKNOWN,
		.dry = on(r, "dry"), .only_correct = on(r, "only_correct"), .nightly = on(r, "nightly"), .again = on(r, "again"), .now = r->now}};

	check_file(r);
	if (r->issues.n) {
		if (!reply_issues(r))
			page_show(r, 422, kind);
		return;
	}
	s.content = store_content(r->db, r->file.fd);
	req_tx(r, take_in, &s);
	reply_see(r, r->done, NULL);
}

/* ---- the template */

static int text_file(struct req *r, const struct text *t)
{
	int fd = memfd_create("template", MFD_CLOEXEC);

	(void)r;
	if (fd < 0 || write(fd, t->at, t->n) != (ssize_t)t->n)
		fail("a template can't be written: %m");
	return fd;
}

void import_template(struct req *r, const struct import_kind *kind)
{
	struct text line = text_new(r->mem, 65536), file = text_new(r->mem, 65536);
	struct csv_out out = {&line, false};

	for (const struct field *f = kind->fields; f->name; f++)
		if (f->use == EDIT)
			csv_text(&out, f->need ? arena_print(r->mem, "*%s", field_heading(f)) : field_heading(f));
	csv_end_row(&out);
	if (!text_is(req_query(r, "encoding"), "big5") || !charset_encode(CHARSET_CP950, line.at, line.n, &file, &(struct charset_lost){0})) {
		file.n = 0;
		text_puts(&file, "\xEF\xBB\xBF");
		text_add(&file, line.at, line.n);
	}
	reply_file(r, "text/csv", arena_print(r->mem, "template_%s.csv", kind->name), text_file(r, &file), file.n);
}

/* ---- the history */

const char *batch_progress(struct req *r, const struct import_batch *b)
{
	enum import_state s = batch_state(b);
	struct job_state j;

	if ((s != BATCH_QUEUED && s != BATCH_CHECKING && s != BATCH_STORING) || !b->job || !job_look(r->db, b->job, &j) || !j.total)
		return "";
	return arena_print(r->mem, "%lld %%", (long long)(j.done * 100 / j.total));
}

/* The upload pages of the kinds that this person may use; a form that is sent in whole has its own place. */
static struct list_links uploads_of(struct req *r, const struct code *kinds)
{
	struct list_links l = {arena_array(r->mem, KINDS_MOST, sizeof *l.at), 0};

	for (const struct code *c = kinds; c->id; c++)
		if (!import_kind_named(c->id)->whole)
			l.at[l.n++] = (struct list_link){c->label, kind_url(r, import_kind_named(c->id), ""), false};
	return l;
}

/* The kinds that this person may upload, to choose from and as a list of their names. */
static const struct code *kinds_of(struct req *r, const char **names)
{
	struct code *codes = arena_array(r->mem, KINDS_MOST + 1, sizeof *codes);
	struct text t = text_new(r->mem, 65536);
	struct json j = json_new(&t);
	int n = 0;

	json_list(&j);
	for (const struct code *c = import_kind_codes; c->id; c++)
		if (req_may(r, import_kind_named(c->id)->may)) {
			json_text(&j, c->id);
			codes[n++] = *c;
		}
	json_end(&j);
	codes[n] = (struct code){0};
	*names = t.at;
	return codes;
}

static void list_get(struct req *r)
{
	const char *names;
	const struct code *kinds = kinds_of(r, &names);
	struct list l;

	if (!list_open(&l, r, "匯入紀錄", import_batch_fields, sizeof(struct import_batch), "-created") ||
		!list_run(&l, &import_batch_list, REQ_AGENCIES(r), A(req_query(r, "kind")), A(req_query(r, "state")), A(names)))
		return;
	const struct import_batch *rows = l.rows;
	struct history_view v = {.r = r, .l = &l, .search = req_url(r, "/imports"),
		.kind = input_choice(r, "kind", "作業項目", "", false, options_of(r->mem, kinds, "（全部）")),
		.state = input_choice(r, "state", "狀態", "", false, options_of(r->mem, import_states, "（全部）")),
		.lines = {arena_array(r->mem, (size_t)l.n, sizeof *v.lines.at), l.n}, .uploads = uploads_of(r, kinds)};

	for (int i = 0; i < l.n; i++)
		v.lines.at[i] = batch_line_of(r, &rows[i]);
	import_history_view(reply_page(r, 200, "匯入紀錄"), &v);
}

enum scope import_scope(struct req *r, const char *parameter, int64_t id)
{
	struct import_batch b;
	const struct import_kind *kind;

	(void)parameter;
	if (!batch_load(r->db, r->mem, id, &b) || !(kind = import_kind_named(b.kind.id)))
		return SCOPE_NONE;
	bool mine = r->who->all_agencies || r->who->agency == b.agency,
		looks = import_is_learning(kind) && r->route->method == GET && req_may(r, MAY_DGPA | MAY_LEARN_BATCH);

	if (mine && (looks || req_may(r, kind->may)))
		return SCOPE_OK;
	return import_is_learning(kind) ? SCOPE_HIDDEN : SCOPE_FOREIGN;
}

static const struct field upload_query[] = {{.name = "from", .label = "申請時間起", .kind = K_TEXT}, {.name = "to", .label = "申請時間迄",
	.kind = K_TEXT},
	{.name = "kind", .label = "作業項目", .kind = K_TEXT}, {.name = "keyword", .label = "上傳的檔案內容關鍵字", .kind = K_TEXT}, {0}};

const struct route import_routes[] = {
	{GET, "/imports", list_get, MAY_UPLOAD, .gives = import_batch_fields, .list = true, .crumb = "分發人員管理/匯入紀錄",
		.help = "匯入紀錄"},
	{GET, "/learning/uploads", uploads_get, MAY_LEARN_BATCH | MAY_DGPA, .takes = upload_query, .gives = import_batch_fields, .list = true,
		.heavy = true, .crumb = "學習資訊維護/學習資訊上傳進度查詢", .menu = "學習資訊上傳進度查詢", .group = "學習資訊維護",
		.help = "學習資訊上傳進度查詢"},
	{GET, "/learning/uploads/:import", upload_rows_get, MAY_LEARN_BATCH | MAY_DGPA, .heavy = true,
		.crumb = "學習資訊維護/學習資訊上傳進度查詢/上傳的資料", .help = "一次上傳的每一列及其結果"},
	{GET, "/imports/:import", batch_get, MAY_UPLOAD | MAY_DGPA | MAY_LEARN_BATCH, .crumb = "分發人員管理/匯入紀錄/批次",
		.help = "一個批次的檢核與匯入結果"},
	{POST, "/imports/:import/confirm", batch_confirm_post, MAY_UPLOAD, .help = "確認匯入、僅匯入正確資料列"},
	{POST, "/imports/:import/give-up", batch_give_up_post, MAY_UPLOAD, .help = "取消或放棄一個批次"},
	{POST, "/imports/:import/retry", batch_retry_post, MAY_UPLOAD, .help = "重試失敗的批次"},
	{POST, "/imports/:import/undo", batch_undo_post, MAY_UPLOAD, .heavy = true, .help = "復原整批"},
	{GET, "/imports/:import/file/*name", batch_file_get, MAY_UPLOAD | MAY_DGPA | MAY_LEARN_BATCH, .heavy = true,
		.help = "原始檔、結果檔、錯誤資料"},
	{GET, "/imports/:import/conflicts", conflicts_get, MAY_UPLOAD, .crumb = "分發人員管理/匯入紀錄/待複核", .help = "與既有資料不同的列"},
	{POST, "/imports/:import/conflicts", conflicts_post, MAY_UPLOAD, .help = "採用檔案資料或保留既有資料"},
	{0}
};
