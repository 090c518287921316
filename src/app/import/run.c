/* run.c: one run over a batch, from its file to the state it ends in; the job around it; clearing up behind what was cut short.
 *
 * A run begins by sweeping what an earlier one left, checks everything, and stores only when it may.  It can be cut off at any moment
 * and run again. */
#include <stdlib.h>
#include <string.h>

#include "app/account/account.h"
#include "app/import/import.sql.h"
#include "app/import/private.h"
#include "app/store/store.h"
#include "base/log.h"
#include "base/random.h"
#include "base/setting.h"
#include "base/text.h"
#include "db/bulk.h"

enum { WORDS_MEMORY = 16 << 20, REASONS_MOST = 16, COMMAND_DEAD_SECONDS = 600, SWEEP_SECONDS = 60 };

static bool never(struct import_run *run)
{
	(void)run;
	return false;
}

static void silent(struct import_run *run, int64_t done, int64_t total, const char *text)
{
	(void)run, (void)done, (void)total, (void)text;
}

static bool reaches_all(struct db *db, const struct import_batch *b)
{
	struct rows *r = db_run(db, &import_role, A(b->account), A(b->agency));
	const struct role *role = r->n ? role_find(row_text(r, 0, "role")) : NULL;

	return role && role->all_agencies;
}

void run_new(struct import_run *run, struct db *db, struct arena *mem, const struct import_batch *b, struct moment now)
{
	const struct import_kind *kind = import_kind_named(b->kind.id);

	if (!kind)
		fail("batch %lld is of the kind %s, which this program does not have", (long long)b->id, b->kind.id);
	*run = (struct import_run){.batch = *b, .fd = -1, .progress = silent, .cancelled = never, .collect = true,
		.im = {.db = db, .mem = mem, .piece = arena_new(PIECE_MEMORY), .kind = kind, .batch = b->id, .account = b->account,
			.agency = b->agency, .subject = b->subject, .now = now, .today = moment_date(now)}};
	run->im.run = run;
	db_bulk_pages(db, 0);                                   /* a kind may say otherwise when it begins */
	run->im.all_agencies = reaches_all(db, b);
	run->words = run->im.row_mem = arena_new(WORDS_MEMORY);
	arena_defer(mem, (void (*)(void *))arena_free, run->im.piece);
	run->sentence = arena_new(WORDS_MEMORY);
	arena_defer(mem, (void (*)(void *))arena_free, run->words);
	arena_defer(mem, (void (*)(void *))arena_free, run->sentence);
	run->limits = table_limits;
	int64_t most = setting_int("upload.rows");

	run->limits.rows = (most < ROWS_MOST ? most : ROWS_MOST - 1) + 1;
	run->limits.charset = text_is(b->charset, "utf-8") ? CHARSET_UTF8 : text_is(b->charset, "big5") ? CHARSET_CP950 : CHARSET_UNKNOWN;
}

/* ---- what the check found, into the database */

struct issue_feed { struct import_run *run; struct complaint c[REASONS_MOST]; uint32_t row; int n, at; int64_t number; bool note; };

static bool next_issue(void *with, struct value *to)
{
	static const char *const severities[] = {"error", "conflict", "warning"};
	struct issue_feed *f = with;
	struct import_run *run = f->run;

	if (f->number == ISSUES_KEPT)
		return false;
	if (!f->note && run->note) {
		f->note = true;
		to[0] = A(run->im.batch), to[1] = A(++f->number), to[2] = A(0), to[3] = A(""), to[4] = A("W-CSV-02");
		to[5] = A(run->note), to[6] = A(severities[WARNS]);
		return true;
	}
	while (f->at == f->n) {
		if (f->row == run->n)
			return false;
		arena_reset(run->words);
		f->n = complaints_of(run, run->words, &run->verdicts[f->row++], f->c, REASONS_MOST);
		f->at = 0;
	}
	const struct complaint *c = &f->c[f->at++];

	to[0] = A(run->im.batch), to[1] = A(++f->number), to[2] = A((int64_t)run->verdicts[f->row - 1].number), to[3] = A(c->field);
	to[4] = A(c->code), to[5] = A(c->text), to[6] = A(severities[c->severity]);
	return true;
}

static int64_t refer(struct db *db, struct import_run *run, int64_t content, int64_t before, const char *name)
{
	struct stored put = {0};

	if (before)
		store_drop(db, before);
	if (content)
		store_refer(db, content, arena_print(run->im.piece, "%s_%s%s", name, run->im.kind->name, sheet_suffix(run->format)),
			sheet_mime(run->format), &put);
	return put.id;
}

struct ending { struct import_run *run; enum import_state state; const char *reason; };

static bool has_ended(enum import_state s)
{
	return s != BATCH_STORING && s != BATCH_NIGHT && s != BATCH_CHECKED;
}

static void end_check(struct db *db, void *with)
{
	struct ending *e = with;
	struct import_run *run = e->run;
	const int64_t *count = run->count;

	arena_reset(run->im.piece);
	db_use_arena(db, run->im.piece);
	run->lost = false;
	db_run(db, &import_issue_drop, A(run->im.batch));
	int64_t result = refer(db, run, run->result, run->batch.result, "result"), errors = refer(db, run, run->errors, run->batch.errors, "errors");

	db_run(db, &import_batch_checked, A(run->im.batch), A(run->batch.lease), A(import_states[e->state].id),
		A(run->found.label ? run->found.label : ""), A(run->found.label ? sheet_suffix(run->format) : ""),
		A(run->columns_found ? run->columns_found : ""), A((int64_t)run->n), A(count[IMPORT_REJECT]), A(count[IMPORT_CREATE]),
		A(count[IMPORT_UPDATE]), A(count[IMPORT_UNCHANGED]), A(count[IMPORT_CONFLICT]), A(run->warnings), A(e->reason),
		A(has_ended(e->state) ? job_now() : (struct moment){0}), value_id_or_null(result), value_id_or_null(errors));
	if (!db_undone(db) && db_changed(db) != 1) {
		run->lost = true;
		db_undo(db);
	}
	if (run->verdicts)
		db_load(db, &import_issue_put, next_issue, &(struct issue_feed){.run = run});
	if (e->state == BATCH_NIGHT)
		batch_night(db, run);
	if (run->job && e->state != BATCH_STORING)
		job_done(run->job);
}

static bool end_in(struct import_run *run, enum import_state state, const char *reason)
{
	struct arena *before = db_arena(run->im.db);
	bool done = db_tx_bulk(run->im.db, end_check, &(struct ending){run, state, reason}) == DB_OK;

	db_use_arena(run->im.db, before);
	run->batch.rows_wrong = run->count[IMPORT_REJECT];
	run->batch.rows_conflict = run->count[IMPORT_CONFLICT];
	return done;
}

/* ---- a run */

struct leasing { struct import_run *run; bool taken; };

static void lease(struct db *db, void *with)
{
	struct leasing *l = with;
	struct import_batch *b = &l->run->batch;

	l->taken = db_run(db, &import_batch_lease, A(b->id), A(b->lease), A(job_now()), A(import_states[BATCH_CHECKING].id))->n;
}

static enum import_state after_check(struct import_run *run)
{
	const struct import_batch *b = &run->batch;
	int64_t good = (int64_t)run->n - run->count[IMPORT_REJECT];

	if (run->count[IMPORT_REJECT] && (!b->only_correct || !good) && !b->dry)
		return BATCH_REFUSED;
	if (b->dry)
		return run->count[IMPORT_REJECT] ? BATCH_REFUSED : BATCH_CHECKED;
	return (b->nightly || text_is(setting("batch.mode"), "nightly")) && batch_window(job_now()).seconds ? BATCH_NIGHT : BATCH_STORING;
}

static const char *refusal_of(const struct import_run *run)
{
	return run->refusal ? issue_shown(run->im.mem, run->refusal_code, run->refusal) : "";
}

/* again: whatever it finds, nothing is stored now.  False: cut short. */
static bool check(struct import_run *run, bool again)
{
	if (!read_rows(run) && !run->refusal)
		return false;
	if (!run->refusal) {
		if (!check_rows(run))
			return false;
		result_write(run, again || after_check(run) == BATCH_REFUSED);
	}
	return true;
}

/* Once more, by a run of its own, since others have changed what the first one had found.   SM-4 */
static void check_again(struct import_run *first)
{
	struct import_run *run = arena_get(first->im.mem, sizeof *run);

	sweep_batch(first);
	run_new(run, first->im.db, first->im.mem, &first->batch, first->im.now);
	run->batch.lease = first->batch.lease;
	run->job = first->job;
	run->fd = first->fd;
	run->size = first->size;
	if (check(run, true))
		end_in(run, BATCH_REFUSED, "資料於檢核後已有變動，未匯入任何資料，請確認檢核結果後再匯入");
}

static void work(struct import_run *run)
{
	struct leasing l = {run, false};
	struct stored file;

	db_tx(run->im.db, lease, &l);
	if (!l.taken)
		return;
	sweep_batch(run);
	if (!store_look(run->im.db, run->im.mem, run->batch.file, &file))
		fail("the file of batch %lld is not there", (long long)run->batch.id);
	run->fd = store_get_fd(run->im.db, run->im.mem, run->batch.file);
	run->size = (uint64_t)file.size;
	if (!check(run, false))
		return;
	enum import_state next = run->refusal ? BATCH_REFUSED : after_check(run);

	if (!end_in(run, next, refusal_of(run)) || next != BATCH_STORING)
		return;
	if (!store_rows(run) && run->changed && !run->lost)
		check_again(run);
}

/* ---- as a job */

static void job_says(struct import_run *run, int64_t done, int64_t total, const char *text)
{
	job_progress(run->job, done, total, text);
}

static bool job_stops(struct import_run *run)
{
	return job_cancelled(run->job);
}

static void abandon(struct db *db, void *with)
{
	(void)db;
	job_done(with);
}

static void run_job(struct job *job)
{
	struct import_run *run = arena_get(job->mem, sizeof *run);
	struct import_batch b;

	if (!batch_load(job->db, job->mem, job->subject, &b) || !b.hidden || (batch_state(&b) != BATCH_QUEUED && batch_state(&b) != BATCH_CHECKING &&
		batch_state(&b) != BATCH_STORING && batch_state(&b) != BATCH_NIGHT)) {
		db_tx(job->db, abandon, job);                   /* taken back or done meanwhile: nothing is left to do */
		return;
	}
	run_new(run, job->db, job->mem, &b, job->now);
	run->job = job;
	run->batch.lease = job->lease;
	run->progress = job_says;
	run->cancelled = job_stops;
	work(run);
}

const struct job_kind import_job = {.name = "import", .run = run_job, .tries = 3};

/* ---- as a command */

static void (*say_to)(int64_t, int64_t, const char *);

static void command_says(struct import_run *run, int64_t done, int64_t total, const char *text)
{
	(void)run;
	if (say_to)
		say_to(done, total, text);
}

void import_work(struct db *db, struct arena *mem, int64_t batch, struct moment now,
	void (*progress)(int64_t, int64_t, const char *))
{
	struct import_run *run = arena_get(mem, sizeof *run);
	struct import_batch b;
	uint32_t number;

	if (!batch_load(db, mem, batch, &b))
		fail("there is no batch %lld", (long long)batch);
	run_new(run, db, mem, &b, now);
	number = (uint32_t)strtoul(arena_bytes(mem, sha256_hex(mem, random_token(mem), 43), 7), NULL, 16);
	run->batch.lease = -1 - (int64_t)number;                /* never that of a job */
	run->progress = command_says;
	say_to = progress;
	work(run);
}

/* ---- behind runs that were cut short for good, and behind batches that were taken back */

struct failing { const struct import_batch *batch; };

static void set_failed(struct db *db, void *with)
{
	const struct import_batch *b = ((struct failing *)with)->batch;

	db_run(db, &import_batch_failed, A(b->id), A(b->version), A(import_states[BATCH_FAILED].id),
		A(message(db_arena(db), "E-BAT-02")));
}

/* Is nobody going to go on with it? */
static bool is_dead(struct db *db, const struct import_batch *b)
{
	struct job_state j;

	if (!b->job)
		return job_now().seconds - b->beat > COMMAND_DEAD_SECONDS;
	return !job_look(db, b->job, &j) || j.phase == JOB_FAILED || j.phase == JOB_CANCELLED || j.phase == JOB_DONE;
}

static bool is_open(const struct import_batch *b)
{
	enum import_state s = batch_state(b);

	return s == BATCH_QUEUED || s == BATCH_CHECKING || s == BATCH_STORING || s == BATCH_NIGHT;
}

static void clear_up(struct db *db, struct arena *mem, const struct import_batch *b)
{
	struct import_run *run = arena_get(mem, sizeof *run);

	if (is_open(b)) {
		if (!is_dead(db, b) || db_tx(db, set_failed, &(struct failing){b}) != DB_OK)
			return;
	}
	run_new(run, db, mem, b, job_now());
	sweep_batch(run);
}

static void sweep_all(struct job *job)
{
	struct rows *r = db_run(job->db, &import_batch_hidden);

	for (int i = 0; i < r->n && !job_cancelled(job); i++) {
		struct import_batch b = {0};

		if (batch_load(job->db, job->mem, row_int(r, i, "id"), &b))
			clear_up(job->db, job->mem, &b);
	}
	import_drop_old(job->db, job->mem, job->now);
	db_tx(job->db, abandon, job);
}

const struct job_kind import_sweep_job = {.name = "import.sweep", .run = sweep_all, .period_seconds = SWEEP_SECONDS};
