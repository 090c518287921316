/* download.c: asking for a file, making it, keeping it for its days.  Knows no page. */
#include "app/download/private.h"

#include "app/audit/audit.h"
#include "app/download/download.sql.h"
#include "app/notice/notice.h"
#include "app/store/store.h"
#include "base/log.h"
#include "base/setting.h"
#include "base/text.h"
#include "file/archive_write.h"
#include "file/temp.h"
#include "web/list_large.h"

enum { DAY = 86400, HOUR = 3600, TRIES = 3 };

const struct code download_states[] = {{"waiting", "申請中"}, {"running", "產製中"}, {"ready", "可下載"}, {"fetched", "已下載"},
	{"none", "查無資料"}, {"failed", "失敗"}, {"expired", "逾期刪除"}, {0}};

const struct field download_fields[] = {
	FIELD(download, id, INT, KEY, "申請編號"),
	FIELD(download, requested, MOMENT, SHOW, "申請時間"),
	FIELD(download, label, TEXT, SHOW, "功能", .not_sorted = true),
	FIELD(download, format, TEXT, SHOW, "格式", .not_sorted = true),
	FIELD(download, row_count, INT, SHOW, "筆數"),
	FIELD(download, state, CODE, SHOW, "狀態", .list = download_states, .not_sorted = true),
	FIELD(download, progress, TEXT, SHOW, "進度", .not_sorted = true),
	FIELD(download, size, INT, SHOW, "檔案大小"),
	FIELD(download, expires, MOMENT, SHOW, "到期時間"),
	FIELD(download, shown, TEXT, SHOW, "查詢條件", .not_sorted = true),
	FIELD(download, agency, INT, MARK, ""), FIELD(download, account, INT, MARK, ""), FIELD(download, file, INT, MARK, ""),
	FIELD(download, job, INT, MARK, ""), FIELD(download, function, TEXT, MARK, ""), FIELD(download, conditions, TEXT, MARK, ""),
	FIELD(download, fetched, MOMENT, MARK, ""), FIELD(download, job_state, TEXT, MARK, ""), FIELD(download, full_name, TEXT, MARK, ""),
	FIELD(download, account_name, TEXT, MARK, ""),
	{0}
};

static const struct download_kind *const *kinds;

void download_kinds(const struct download_kind *const *those)
{
	kinds = those;
}

const struct download_kind *download_kind_named(const char *name)
{
	for (const struct download_kind *const *k = kinds; k && *k; k++)
		if (text_is((*k)->name, name))
			return *k;
	return NULL;
}

bool download_progress(const struct download_making *m, int64_t done, int64_t total)
{
	if (m->job)
		job_progress(m->job, done, total, "產製中");
	return !m->job || !job_cancelled(m->job);
}

/* ---- making ---- */

static enum archive_lock lock_of_setting(void)
{
	const char *method = setting("zip.method");

	if (!text_is(method, "aes256") && !text_is(method, "legacy"))
		fail("the setting zip.method is neither aes256 nor legacy: %s", method);
	return text_is(method, "legacy") ? ARCHIVE_LEGACY : ARCHIVE_AES256;
}

/* 學員名冊_323000000A_201812311000 */
static const char *base_name(const struct download_making *m, const struct download_kind *kind)
{
	struct rows *g = db_run(m->db, &download_agency_code, A(m->agency));

	return list_file_name(m->mem, kind->label, g->n ? row_text(g, 0, "code") : "", m->now);
}

struct download_made download_make(const struct download_making *m, const struct download_kind *kind)
{
	int inner = temp_file(m->mem), zip = temp_file(m->mem);
	const char *name = base_name(m, kind);
	struct download_made made = {.fd = zip, .kind = kind, .rows = kind->write(m, inner), .name = arena_print(m->mem, "%s.zip", name),
		.password = password_make(m->mem)};

	if (made.rows <= 0)
		return made;
	struct archive_out *out = archive_create(m->mem, zip);

	archive_lock(out, lock_of_setting(), made.password);
	archive_add_file(out, arena_print(m->mem, "%s%s", name, sheet_suffix(m->format)), inner, file_size(inner), m->format == SHEET_CSV);
	archive_finish(out);
	return made;
}

void download_ready(const struct download_making *m, int64_t id, int64_t content, const struct download_made *made)
{
	struct moment expires = {m->now.seconds + setting_int("file.keep_days") * DAY};
	struct stored file = {0};

	if (!made->rows) {
		db_run(m->db, &download_nothing, A(id));
		return;
	}
	store_refer(m->db, content, made->name, "application/zip", &file);
	struct rows *done = db_run(m->db, &download_done, A(id), A(made->rows), A(file.id), A(file.size),
		A(password_seal(m->db, db_arena(m->db), made->password)), A(expires));

	if (!done->n && !db_undone(m->db))                          /* another run of the job was first */
		store_drop(m->db, file.id);
	else if (made->kind->made)
		made->kind->made(m->db, m, id);
}

/* ---- in the background ---- */

struct working { struct job *job; struct download_making m; const struct download_kind *kind; struct download_made made;
	int64_t content; void *kept; };

static void finish(struct db *db, void *with)
{
	const struct working *w = with;

	download_ready(&w->m, w->job->subject, w->content, &w->made);
	notice_add(db, &(struct notice){.agency = w->m.agency, .account = w->m.account, .kind = "download.ready", .subject_kind = "download",
		.subject = w->job->subject, .made = job_now(), .link = arena_print(db_arena(db), "/downloads/%lld", (long long)w->job->subject),
		.text = arena_print(db_arena(db), w->made.rows ? "%s已產製完成，請至下載申請進度查詢下載。" : "%s查無資料，未產製檔案。",
			w->kind->label)});
	job_done(w->job);
}

static void give_up(struct db *db, void *with)
{
	(void)db;
	job_give_up(with, "此種下載已不提供");
}

static void work(struct job *job)
{
	struct download d;
	struct working w = {.job = job};

	if (!download_load(job->db, job->mem, job->subject, job->now, &d) || !(w.kind = download_kind_named(d.function))) {
		db_tx(job->db, give_up, job);
		return;
	}
	w.m = (struct download_making){.db = job->db, .mem = job->mem, .account = d.account, .agency = d.agency, .conditions = d.conditions,
		.now = job->now, .job = job, .kept = &w.kept};
	if (!sheet_format_of(d.format, &w.m.format))
		fail("download %lld is of the format %s", (long long)d.id, d.format);
	w.made = download_make(&w.m, w.kind);
	if (w.made.rows < 0)
		return;
	if (w.made.rows)
		w.content = store_content(job->db, w.made.fd);
	w.m.now = job_now();
	db_tx(job->db, finish, &w);
}

const struct job_kind download_job = {.name = "download", .run = work, .tries = TRIES};

/* ---- when its days are over ---- */

static void expire(struct db *db, void *with)
{
	struct job *job = with;
	struct rows *over = db_run(db, &download_over, A(job->now));

	for (int i = 0; i < over->n; i++) {
		const struct download_kind *kind = download_kind_named(row_text(over, i, "function"));

		db_run(db, &download_expire, A(row_int(over, i, "id")));
		if (kind && kind->over)
			kind->over(db, row_int(over, i, "id"));
		store_drop(db, row_int(over, i, "file"));
	}
	if (over->n)
		job_add(db, &download_sweep_job, 0, NULL, 0, (struct moment){0});
	job_done(job);
}

static void sweep(struct job *job)
{
	db_tx(job->db, expire, job);
}

const struct job_kind download_sweep_job = {.name = "download.sweep", .run = sweep, .period_seconds = HOUR};

/* ---- one request ---- */

/* The request says what is there, its job how far it is, the clock what is over. */
static const char *state_of(const struct download *d, struct moment now)
{
	if (text_is(d->state.id, "waiting"))
		return text_is(d->job_state, "running") ? "running" : text_is(d->job_state, "failed") ? "failed" : "waiting";
	return d->expires.seconds && d->expires.seconds <= now.seconds ? "expired" : d->state.id;
}

void download_complete(struct db *db, struct arena *mem, struct moment now, struct download *d)
{
	const struct download_kind *kind = download_kind_named(d->function);
	struct job_state j;

	d->label = kind ? kind->label : d->function;
	d->state = *code_find(download_states, state_of(d, now));
	d->progress = "";
	if (text_is(d->state.id, "running") && job_look(db, d->job, &j) && j.total > 0)
		d->progress = arena_print(mem, "%lld / %lld", (long long)j.done, (long long)j.total);
}

bool download_load(struct db *db, struct arena *mem, int64_t id, struct moment now, struct download *to)
{
	struct rows *r = db_run(db, &download_one, A(id));

	*to = (struct download){.password = ""};
	if (!record_load(mem, r, download_fields, to))
		return false;
	download_complete(db, mem, now, to);
	if (!row_null(r, 0, "password") && !text_is(to->state.id, "expired"))
		to->password = password_open(db, mem, row_bytes(r, 0, "password"));
	return true;
}
