/* keep.c: the rows of a checked file into the database: hidden, piece by piece, and shown by one small transaction.
 *
 * Every piece first renews the batch's lease, so that a run which was taken for dead can't add to what its successor stores.  A
 * piece that finds other data than the check did stops the whole: nothing is shown, and the file is checked anew. LEARN-023, 025 */
#include <string.h>
#include <time.h>

#include "app/audit/audit.h"
#include "app/import/import.sql.h"
#include "app/import/private.h"
#include "app/notice/notice.h"
#include "base/text.h"
#include "db/bulk.h"

enum { STEP_FIRST = 2000, STEP_LEAST = 250, PIECE_MS = 300, TRIES = 3, SWEEP_IDS = 10000, REASONS_MOST = 64, ABOUT_MOST = 4096,
	RECORD_MOST = 1 << 20 };

void import_made(struct import *im, const char *what, int64_t after, int64_t last)
{
	if (last > after)
		db_run(im->db, &import_piece_put, A(im->batch), A(++im->run->pieces), A(what), A(after + 1), A(last));
}

/* ---- conflicts */

static const char *about(const struct import *im, const struct import_row *row)
{
	struct text t = text_new(im->piece, ABOUT_MOST);

	for (const struct field *f = im->kind->fields; f->name; f++) {
		bool is_key = false;

		for (const char *const *name = im->kind->key; *name; name++)
			is_key |= !strcmp(*name, f->name);
		if (!is_key && f->privacy != PERSONAL)
			continue;
		if (!is_key && (f->kind != K_TEXT || field_empty(f, row->record)))
			continue;
		if (t.n)
			text_puts(&t, "　");
		text_puts(&t, f->kind == K_ID ? mask_id(im->piece, field_text(f, im->piece, row->record))
			: field_text(f, im->piece, row->record));
	}
	return t.at;
}

static const char *difference(struct import_run *run, const struct import_row *row)
{
	struct complaint c[REASONS_MOST];
	struct row_verdict v = {.reason = row->reason};
	struct text t = text_new(run->im.piece, RECORD_MOST);
	int n = complaints_of(run, run->im.piece, &v, c, REASONS_MOST);

	for (int i = 0; i < n; i++) {
		const struct field *f = field_named(run->im.kind->fields, c[i].field);

		if (c[i].severity == DIFFERS)
			text_print(&t, "%s「%s」：%s", t.n ? "；" : "", f ? f->label : "", c[i].text);
	}
	return t.at;
}

static const char *as_json(const struct import *im, const struct import_row *row)
{
	struct text t = text_new(im->piece, RECORD_MOST);
	struct json j = json_new(&t);
	const struct field *fields = im->kind->fields;

	json_begin(&j);
	for (int i = 0; fields[i].name; i++) {
		if (!(row->given >> i & 1))
			continue;
		json_key(&j, fields[i].name);
		json_text(&j, field_plain(&fields[i], im->piece, row->record));
	}
	json_end(&j);
	return t.at;
}

struct conflict_feed { struct import_run *run; const struct import_row *rows; uint32_t n, at; };

static bool next_conflict(void *with, struct value *to)
{
	struct conflict_feed *f = with;

	while (f->at < f->n && f->rows[f->at].outcome != IMPORT_CONFLICT)
		f->at++;
	if (f->at == f->n)
		return false;
	const struct import_row *row = &f->rows[f->at++];

	to[0] = A(f->run->im.batch);
	to[1] = A(row->number);
	to[2] = A(about(&f->run->im, row));
	to[3] = A(difference(f->run, row));
	to[4] = A(as_json(&f->run->im, row));
	return true;
}

/* ---- one piece */

/* Some rows in one transaction: steps of rows that are judged and stored together, until its time is over. */
struct piece {
	struct import_run *run;
	uint32_t from, left, step, done;
	int64_t budget, before, count[IMPORT_OUTCOMES];
	int64_t step_took, ended;                               /* milliseconds: of the longest step; when the last one ended */
};

static bool fenced(struct db *db, struct import_run *run)
{
	db_run(db, &import_batch_beat, A(run->im.batch), A(run->batch.lease), A(job_now()));
	if (!db_undone(db) && db_changed(db) != 1) {
		run->lost = true;
		db_undo(db);
	}
	return !db_undone(db);
}

static void store_step(struct db *db, struct piece *p)
{
	struct import_run *run = p->run;
	uint32_t n = p->step;
	int64_t count[IMPORT_OUTCOMES] = {0};

	arena_reset(run->im.piece);
	arena_reset(run->words);
	struct import_row *rows = rows_load(run, run->im.piece, p->from + p->done, &n);

	for (uint32_t i = 0; i < n; i++)
		rows[i].reason = 0;
	run->im.kind->judge(&run->im, rows, (int)n);
	for (uint32_t i = 0; i < n; i++)
		count[rows[i].outcome]++;
	if (count[IMPORT_REJECT] && !run->batch.only_correct) {
		run->changed = true;
		db_undo(db);
		return;
	}
	if (count[IMPORT_CREATE] || count[IMPORT_UPDATE])
		kind_store(&run->im, rows, (int)n);
	if (count[IMPORT_CONFLICT])
		db_load(db, &import_conflict_put, next_conflict, &(struct conflict_feed){run, rows, n, 0});
	for (int i = 0; i < IMPORT_OUTCOMES; i++)
		p->count[i] += count[i];
	p->done += n;
}

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Each transaction writes the pages anew that its rows touch, and rows of a file touch all pages of an index by person: so it takes as many
 * rows as its time allows. */
static void store_piece(struct db *db, void *with)
{
	struct piece *p = with;
	int64_t began = milliseconds(), before = began, now;

	memset(p->count, 0, sizeof p->count);
	p->run->pieces = p->before;
	p->run->lost = false;
	p->done = 0;
	p->step_took = 0;
	if (!fenced(db, p->run))
		return;
	do {
		store_step(db, p);
		now = milliseconds();
		p->step_took = now - before > p->step_took ? now - before : p->step_took;
		before = now;
	} while (!db_undone(db) && p->done < p->left && now - began + p->step_took < p->budget);
	p->ended = now;
}

/* Somebody may have stored one of the same rows in this very moment; judged again, it is known. */
static bool store_one(struct import_run *run, struct piece *p)
{
	for (int i = 0; i < TRIES; i++) {
		p->before = run->pieces;
		if (db_tx_bulk(run->im.db, store_piece, p) == DB_OK)
			return true;
		run->pieces = p->before;
		if (run->lost || run->changed)
			return false;
	}
	run->changed = true;
	return false;
}

/* So that nobody waits long for SQLite's only write lock, on a busy machine too: smaller steps, and time for the commit.  PostgreSQL has no
 * such lock, and a step is a transaction. */
static void adapt(struct piece *p)
{
	int64_t commit = milliseconds() - p->ended;

	if (db_is_postgresql(p->run->im.db))
		return;
	if (p->step_took > PIECE_MS / 2 && p->step > STEP_LEAST)
		p->step /= 2;
	else if (p->step_took < PIECE_MS / 6 && p->step < PIECE_ROWS)
		p->step = p->step * 2 < PIECE_ROWS ? p->step * 2 : PIECE_ROWS;
	p->budget = PIECE_MS - (commit < PIECE_MS / 2 ? commit : PIECE_MS / 2);
}

static bool store_pieces(struct import_run *run)
{
	bool lock = !db_is_postgresql(run->im.db);
	struct piece p = {.run = run, .left = run->n_entries, .step = lock ? STEP_FIRST : PIECE_ROWS, .budget = lock ? PIECE_MS / 2 : 0};

	memset(run->count, 0, sizeof run->count);
	run->count[IMPORT_REJECT] = run->n - run->n_entries;
	while (p.left) {
		if (!store_one(run, &p))
			return false;
		p.from += p.done;
		p.left -= p.done;
		for (int i = 0; i < IMPORT_OUTCOMES; i++)
			run->count[i] += p.count[i];
		adapt(&p);
		db_bulk_pause(run->im.db);
		run->progress(run, p.from, run->n_entries, "匯入中");
	}
	return true;
}

/* ---- showing */

static void tell(struct db *db, const struct import_run *run, enum import_state state)
{
	const struct import_batch *b = &run->batch;
	struct arena *mem = run->im.piece;
	int64_t good = run->count[IMPORT_CREATE] + run->count[IMPORT_UPDATE] + run->count[IMPORT_UNCHANGED];
	struct notice n = {.agency = b->agency, .account = b->account, .kind = "import.ended", .subject_kind = "import", .subject = b->id,
		.link = arena_print(mem, "/imports/%lld", (long long)b->id), .made = job_now(),
		.text = arena_print(mem, "%s：%s，成功 %lld 筆，錯誤 %lld 筆", run->im.kind->title, import_states[state].label,
			(long long)good, (long long)run->count[IMPORT_REJECT])};

	notice_add(db, &n);
}

static void show(struct db *db, void *with)
{
	struct import_run *run = with;
	const struct import_batch *b = &run->batch;
	enum import_state state = run->count[IMPORT_REJECT] ? BATCH_PARTIAL : BATCH_DONE;

	arena_reset(run->im.piece);
	run->lost = run->changed = false;
	if (run->staged && kind_apply(&run->im) != run->staged && !db_undone(db)) {
		run->changed = true;
		db_undo(db);
	}
	if (run->im.kind->settle && !db_undone(db) && !run->im.kind->settle(&run->im)) {
		run->changed = true;
		db_undo(db);
	}
	db_run(db, &import_batch_show, A(b->id), A(b->lease), A(import_states[state].id), A(run->count[IMPORT_CREATE]),
		A(run->count[IMPORT_UPDATE]), A(run->count[IMPORT_UNCHANGED]), A(job_now()));
	if (!db_undone(db) && db_changed(db) != 1) {
		run->lost = true;
		db_undo(db);
	}
	if (run->im.kind->shown && !db_undone(db))
		run->im.kind->shown(&run->im);
	audit_add(db, &(struct audit_event){.account = b->account, .agency = b->agency, .action = "import.store", .subject_kind = "import",
		.subject = b->id, .at = job_now(), .after = arena_print(run->im.piece,
			"{\"kind\":\"%s\",\"sha256\":\"%s\",\"created\":%lld,\"updated\":%lld,\"rejected\":%lld}", b->kind.id, b->sha256,
			(long long)run->count[IMPORT_CREATE], (long long)run->count[IMPORT_UPDATE], (long long)run->count[IMPORT_REJECT])});
	tell(db, run, state);
	if (run->job)
		job_done(run->job);
}

bool store_rows(struct import_run *run)
{
	struct arena *before = db_arena(run->im.db);
	bool shown;

	db_use_arena(run->im.db, run->im.piece);
	run->collect = false;
	run->tell_conflicts = true;
	run->changed = run->lost = false;
	run->staged = run->pieces = 0;
	/* All is as it is in the file: there is nothing to do but to say so. */
	shown = run->count[IMPORT_CREATE] + run->count[IMPORT_UPDATE] + run->count[IMPORT_CONFLICT] == 0 || store_pieces(run);
	run->staged = run->count[IMPORT_UPDATE];
	if (shown && (run->count[IMPORT_REJECT] != run->batch.rows_wrong || run->count[IMPORT_CONFLICT] != run->batch.rows_conflict)) {
		run->changed = true;
		shown = false;
	}
	shown = shown && db_tx_bulk(run->im.db, show, run) == DB_OK;
	db_use_arena(run->im.db, before);
	return shown;
}

/* ---- sweeping: what was stored and is not seen goes again, the newest first, in bounded steps */

struct sweep { struct import_run *run; bool more; };

static void sweep_staged(struct db *db, void *with)
{
	struct sweep *s = with;

	kind_sweep(&s->run->im, NULL, 0, 0);
	db_run(db, &import_conflict_drop, A(s->run->im.batch));
}

static void sweep_step(struct db *db, void *with)
{
	struct sweep *s = with;
	struct import *im = &s->run->im;

	arena_reset(im->piece);
	struct rows *r = db_run(db, &import_piece_last, A(im->batch));

	s->more = r->n;
	if (!r->n)
		return;
	int64_t number = row_int(r, 0, "number"), first = row_int(r, 0, "first"), last = row_int(r, 0, "last");
	int64_t from = last - first >= SWEEP_IDS ? last - SWEEP_IDS + 1 : first;

	kind_sweep(im, row_text(r, 0, "what"), from, last);
	if (from == first)
		db_run(db, &import_piece_drop, A(im->batch), A(number));
	else
		db_run(db, &import_piece_cut, A(im->batch), A(number), A(from - 1));
}

void sweep_batch(struct import_run *run)
{
	struct arena *before = db_arena(run->im.db);
	struct sweep s = {.run = run, .more = true};

	db_use_arena(run->im.db, run->im.piece);
	db_tx_bulk(run->im.db, sweep_staged, &s);
	while (s.more) {
		db_tx_bulk(run->im.db, sweep_step, &s);
		if (s.more)
			db_bulk_pause(run->im.db);
	}
	db_use_arena(run->im.db, before);
}
