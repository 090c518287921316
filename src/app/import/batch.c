/* batch.c: batches as people see them: taken in, confirmed, given up, tried again, taken back.   SM-4 */
#include <stdio.h>
#include <string.h>

#include "app/audit/audit.h"
#include "app/import/import.sql.h"
#include "app/import/private.h"
#include "app/store/store.h"
#include "base/log.h"
#include "base/setting.h"
#include "base/text.h"

enum { DAY = 86400, TAIWAN = 8 * 3600, TOUCHED_MOST = 200 };

const struct code import_states[] = {
	[BATCH_HELD] = {"held", "相同檔案，待確認"}, [BATCH_QUEUED] = {"queued", "已上傳"}, [BATCH_CHECKING] = {"checking", "檢核中"},
	[BATCH_CHECKED] = {"checked", "檢核完成，待匯入"}, [BATCH_REFUSED] = {"refused", "檢核未通過"}, [BATCH_NIGHT] = {"night", "等待夜間批次"},
	[BATCH_STORING] = {"storing", "匯入中"}, [BATCH_DONE] = {"done", "完成"}, [BATCH_PARTIAL] = {"partial", "部分完成"},
	[BATCH_ABANDONED] = {"abandoned", "已放棄"}, [BATCH_CANCELLED] = {"cancelled", "已取消"}, [BATCH_FAILED] = {"failed", "失敗"},
	[BATCH_UNDONE] = {"undone", "已復原"}, [BATCH_STATES] = {0}
};

const struct field import_batch_fields[] = {
	FIELD(import_batch, id, INT, KEY, "編號"),
	FIELD(import_batch, version, INT, MARK, "版本"),
	FIELD(import_batch, account, INT, MARK, "帳號"),
	FIELD(import_batch, agency, INT, MARK, "機關"),
	FIELD(import_batch, file, INT, MARK, "檔案"),
	FIELD(import_batch, result, INT, MARK, "結果檔"),
	FIELD(import_batch, errors, INT, MARK, "錯誤資料"),
	FIELD(import_batch, job, INT, MARK, "工作"),
	FIELD(import_batch, lease, INT, MARK, "租約"),
	FIELD(import_batch, beat, INT, MARK, "最後活動"),
	FIELD(import_batch, charset, TEXT, MARK, "指定編碼"),
	FIELD(import_batch, subject, INT, MARK, ""),
	FIELD(import_batch, sha256, TEXT, MARK, "SHA-256"),
	FIELD(import_batch, hidden, BOOL, MARK, "尚未顯示"),
	FIELD(import_batch, only_correct, BOOL, MARK, "僅匯入正確資料列"),
	FIELD(import_batch, dry, BOOL, MARK, "僅檢核"),
	FIELD(import_batch, nightly, BOOL, MARK, "排入夜間批次"),
	FIELD(import_batch, created, MOMENT, SHOW, "申請時間"),
	FIELD(import_batch, kind, CODE, SHOW, "作業項目", .list = import_kind_codes),
	FIELD(import_batch, file_name, TEXT, SHOW, "檔案名稱"),
	FIELD(import_batch, account_name, TEXT, SHOW, "上傳者", .not_sorted = true),
	FIELD(import_batch, encoding, TEXT, SHOW, "檔案編碼", .not_sorted = true),
	FIELD(import_batch, format, TEXT, MARK, "檔案種類"),
	FIELD(import_batch, columns_found, TEXT, MARK, "辨識的欄位"),
	FIELD(import_batch, rows_read, INT, SHOW, "總筆數"),
	FIELD(import_batch, rows_ok, INT, SHOW, "成功", .not_sorted = true),
	FIELD(import_batch, rows_created, INT, SHOW, "新增", .not_sorted = true),
	FIELD(import_batch, rows_updated, INT, SHOW, "更新", .not_sorted = true),
	FIELD(import_batch, rows_unchanged, INT, SHOW, "相同", .not_sorted = true),
	FIELD(import_batch, rows_wrong, INT, SHOW, "錯誤"),
	FIELD(import_batch, rows_conflict, INT, SHOW, "待複核", .not_sorted = true),
	FIELD(import_batch, warnings, INT, SHOW, "提醒", .not_sorted = true),
	FIELD(import_batch, state, CODE, SHOW, "狀態", .list = import_states),
	FIELD(import_batch, finished, MOMENT, SHOW, "完成時間", .not_sorted = true),
	FIELD(import_batch, reason, TEXT, MARK, "原因"),
	FIELD(import_batch, undone, MOMENT, MARK, "復原時間"),
	FIELD(import_batch, undo_reason, TEXT, MARK, "復原理由"),
	FIELD(import_batch, undo_left, INT, MARK, "未復原筆數"),
	{0}
};

enum import_state batch_state(const struct import_batch *b)
{
	for (int i = 0; i < BATCH_STATES; i++)
		if (text_is(import_states[i].id, b->state.id))
			return (enum import_state)i;
	fail("batch %lld is in the state %s", (long long)b->id, b->state.id);
}

bool batch_load(struct db *db, struct arena *mem, int64_t id, struct import_batch *to)
{
	struct arena *before = db_arena(db);

	*to = (struct import_batch){0};
	db_use_arena(db, mem);
	bool found = record_load(mem, db_run(db, &import_batch_one, A(id)), import_batch_fields, to);

	db_use_arena(db, before);
	return found;
}

static void log_act(struct db *db, const struct who *who, const char *address, int64_t batch, const char *action, const char *reason,
	struct moment now)
{
	audit_add(db, &(struct audit_event){.account = who->account, .agency = who->agency, .address = address, .action = action,
		.subject_kind = "import", .subject = batch, .reason = reason, .at = now});
}

static void queue_job(struct db *db, int64_t batch, int64_t agency, struct moment from)
{
	int64_t job = job_add(db, &import_job, batch, NULL, agency, from);

	db_run(db, &import_batch_job, A(batch), A(job));
}

int64_t batch_new(struct db *db, const struct import_order *o, int64_t content, bool by_job)
{
	static const char *const charsets[] = {[CHARSET_UTF8] = "utf-8", [CHARSET_CP950] = "big5"};
	struct stored file = {0};
	const char *charset = o->charset == CHARSET_UTF8 || o->charset == CHARSET_CP950 ? charsets[o->charset] : "";

	store_refer(db, content, o->file_name, "application/octet-stream", &file);
	struct rows *same = db_run(db, &import_batch_same, A(file.sha256), A(o->kind->name), A(o->who->agency));
	enum import_state state = same->n && !o->again ? BATCH_HELD : BATCH_QUEUED;
	struct rows *put = db_run(db, &import_batch_put, A(o->kind->name), A(o->who->account), A(o->who->agency),
		A(import_states[state].id), A(o->file_name), A(file.id), A(file.sha256), A(charset), A(o->dry), A(o->only_correct), A(o->nightly),
		A(o->now), A(o->subject));

	if (db_undone(db))
		return 0;
	int64_t id = row_int(put, 0, "id");

	if (state == BATCH_QUEUED && by_job)
		queue_job(db, id, o->who->agency, (struct moment){0});
	log_act(db, o->who, o->address, id, "import.upload", NULL, o->now);
	return id;
}

const char *batch_same(struct db *db, struct arena *mem, const struct import_batch *b)
{
	struct rows *same = db_run(db, &import_batch_same, A(b->sha256), A(b->kind.id), A(b->agency));

	if (!same->n)
		return "";
	const struct code *state = code_find(import_states, row_text(same, 0, "state"));

	return message(mem, "W-CSV-04", moment_text(mem, row_moment(same, 0, "created")), state ? state->label : "");
}

static bool set_state(struct db *db, const struct import_batch *b, enum import_state state, bool only_correct, struct moment finished)
{
	db_run(db, &import_batch_state, A(b->id), A(b->version), A(import_states[state].id), A(only_correct), A(""), A(finished));
	return !db_undone(db) && db_changed(db) == 1;
}

bool batch_confirm(struct db *db, const struct who *who, const struct import_batch *b, bool only_correct, struct moment now)
{
	enum import_state s = batch_state(b);
	bool good = s == BATCH_HELD || s == BATCH_CHECKED || (s == BATCH_REFUSED && only_correct && b->rows_read > b->rows_wrong) ||
		(s == BATCH_REFUSED && b->rows_read && !b->rows_wrong);

	if (only_correct && import_kind_named(b->kind.id)->whole)
		return false;

	if (!good || !set_state(db, b, BATCH_QUEUED, only_correct || b->only_correct, (struct moment){0}))
		return false;
	queue_job(db, b->id, b->agency, (struct moment){0});
	log_act(db, who, NULL, b->id, only_correct ? "import.confirm-correct" : "import.confirm", NULL, now);
	return true;
}

bool batch_give_up(struct db *db, const struct who *who, const struct import_batch *b, struct moment now)
{
	enum import_state s = batch_state(b);
	bool open = s == BATCH_QUEUED || s == BATCH_CHECKING || s == BATCH_NIGHT;

	if (!open && s != BATCH_HELD && s != BATCH_CHECKED && s != BATCH_REFUSED && s != BATCH_FAILED)
		return false;
	if (!set_state(db, b, open ? BATCH_CANCELLED : BATCH_ABANDONED, b->only_correct, now))
		return false;
	log_act(db, who, NULL, b->id, open ? "import.cancel" : "import.abandon", NULL, now);
	return true;
}

bool batch_retry(struct db *db, const struct import_batch *b, struct moment now)
{
	(void)now;
	if (batch_state(b) != BATCH_FAILED || !set_state(db, b, BATCH_QUEUED, b->only_correct, (struct moment){0}))
		return false;
	queue_job(db, b->id, b->agency, (struct moment){0});
	return true;
}

/* ---- the nightly window: "20:00-06:00", Taiwan time */

struct moment batch_window(struct moment now)
{
	int h1, m1, h2, m2;
	int64_t second = (now.seconds + TAIWAN) % DAY, midnight = now.seconds - second;

	if (sscanf(setting("batch.window"), "%2d:%2d-%2d:%2d", &h1, &m1, &h2, &m2) != 4)
		fail("the setting batch.window is no span of time: %s", setting("batch.window"));
	int64_t from = h1 * 3600 + m1 * 60, to = h2 * 3600 + m2 * 60;
	bool inside = from < to ? second >= from && second < to : second >= from || second < to;

	return (struct moment){inside ? 0 : midnight + from + (second >= from ? DAY : 0)};
}

void batch_night(struct db *db, struct import_run *run)
{
	if (run->job)
		queue_job(db, run->im.batch, run->batch.agency, batch_window(job_now()));
}

/* ---- taking back */

static bool may_be_undone(const struct import_undo *u)
{
	enum import_state s = batch_state(u->batch);

	if (!kind_is_undone(import_kind_named(u->batch->kind.id)))
		return false;
	return (s == BATCH_DONE || s == BATCH_PARTIAL) && u->now.seconds - u->batch->finished.seconds <= setting_int("undo.days") * DAY;
}

void batch_undo(struct db *db, void *with)
{
	struct import_undo *u = with;
	struct import_run *run = arena_get(db_arena(db), sizeof *run);

	u->touched = NULL;
	u->done = false;
	if (!may_be_undone(u))
		return;
	run_new(run, db, db_arena(db), u->batch, u->now);
	run->im.account = u->who->account;
	run->im.agency = u->who->agency;
	u->touched = kind_touched(&run->im, TOUCHED_MOST);
	if (u->touched->n && !u->partial)
		return;
	db_run(db, &import_batch_because, A(u->batch->id), A(u->reason));
	kind_take_back(&run->im);
	db_run(db, &import_batch_hide, A(u->batch->id), A(u->batch->version), A(u->now), A(u->who->account),
		A(u->touched->n ? row_int(u->touched, 0, "total") : 0));
	u->done = !db_undone(db) && db_changed(db) == 1;
	if (!u->done) {
		db_undo(db);
		return;
	}
	log_act(db, u->who, u->address, u->batch->id, "import.undo", u->reason, u->now);
	job_add(db, &import_sweep_job, 0, NULL, u->batch->agency, (struct moment){0});
}
