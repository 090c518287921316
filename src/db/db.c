/* db.c: statements, transactions with retry, and the failure that sticks.  Knows no engine's library. */
#include "db/db.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/text.h"
#include "db/backend.h"
#include "db/bulk.h"

#ifdef __SANITIZE_ADDRESS__
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

enum {
	OWN_MOST = 64 << 20,
	SCRATCH_MOST = 512 << 20,
	SCANS_MOST = 1 << 20,
	LET_IN_MS = 12, WITHOUT_PAUSE_MS = 100,                     /* db_bulk_pause */
	PATIENCE_SECONDS = 30,                                      /* for one transaction, all its tries together */
	PAUSE_MOST_MS = 200
};

struct db *db_open(const char *url)
{
	static unsigned opened;
	struct arena *own = arena_new(OWN_MOST);
	struct db *db = arena_get(own, sizeof *db);

	db->own = own;
	db->process = getpid();
	db->number = ++opened;
	db->scratch = arena_new(SCRATCH_MOST);
	db->url = arena_text(own, url);
	db->scan_check = SANITIZED || getenv("PEIXUN_SCAN_CHECK");
	db->scans = arena_get(own, sizeof *db->scans);
	*db->scans = text_new(own, SCANS_MOST);
	if (text_starts(url, "postgresql://") || text_starts(url, "postgres://"))
		pg_open(db);
	else
		sqlite_open(db);
	return db;
}

void db_close(struct db *db)
{
	if (!db)
		return;
	db->engine->close(db);
	arena_free(db->scratch);
	arena_free(db->own);
}

bool db_is_postgresql(const struct db *db)
{
	return db->engine->postgresql;
}

unsigned db_number(const struct db *db)
{
	return db->number;
}

const char *db_url(const struct db *db)
{
	return db->url;
}

void db_use_arena(struct db *db, struct arena *mem)
{
	db->rows = mem;
}

struct arena *db_arena(const struct db *db)
{
	return db->rows;
}

int64_t db_changed(const struct db *db)
{
	return db->changed;
}

int db_count(const struct db *db)
{
	return db->count;
}

void db_watch(struct db *db, void (*seen)(void *, const struct sql *), void *with)
{
	db->seen = seen;
	db->seen_with = with;
}

const char *db_scan_found(const struct db *db)
{
	return db->scans->at;
}

void db_trouble(struct db *db, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(db->trouble, sizeof db->trouble, format, args);
	va_end(args);
}

/* ---- what each statement of a connection has */

static struct kept *kept_place(struct kept *table, size_t room, const char *text)
{
	size_t at = ((uintptr_t)text >> 3) * 0x9E3779B97F4A7C15u >> 20;

	for (;; at++) {
		struct kept *k = &table[at & (room - 1)];

		if (!k->text || k->text == text)
			return k;
	}
}

static void kept_grow(struct db *db)
{
	size_t room = db->kept_room ? db->kept_room * 2 : 64;
	struct kept *table = arena_array(db->own, room, sizeof *table);

	for (size_t i = 0; i < db->kept_room; i++)
		if (db->kept[i].text)
			*kept_place(table, room, db->kept[i].text) = db->kept[i];
	db->kept = table;
	db->kept_room = room;
}

void **db_kept(struct db *db, const struct sql *sql)
{
	if (db->kept_n * 2 >= db->kept_room)
		kept_grow(db);
	struct kept *k = kept_place(db->kept, db->kept_room, sql->text);

	if (!k->text) {
		k->text = sql->text;
		k->values = sql->values;
		k->copy = SANITIZED ? arena_text(db->own, sql->text) : NULL;
		db->kept_n++;
	}
	if (k->values != sql->values || (k->copy && !text_is(k->copy, sql->text)))
		fail("%s: its text has changed; it must be of static life", sql->name);
	return &k->what;
}

void db_forget_kept(struct db *db)
{
	for (size_t i = 0; i < db->kept_room; i++)
		db->kept[i].what = NULL;
}

/* ---- values on their way in */

enum { DAY_ROOM = 11 };

static struct value day_as_text(int64_t number, char to[DAY_ROOM])
{
	int y, m, d;

	date_split((struct date){(int32_t)number}, &y, &m, &d);
	int n = snprintf(to, DAY_ROOM, "%04u-%02u-%02u", (unsigned)y % 10000, (unsigned)m % 100, (unsigned)d % 100);

	return (struct value){.kind = VALUE_TEXT, .s = to, .n = (size_t)n};
}

static void check_text(const struct sql *sql, int i, const struct value *v)
{
	if (!utf8_valid(v->s, v->n) || memchr(v->s, 0, v->n))
		fail("%s: value $%d is not clean text", sql->name, i + 1);
}

/* The values as the engines know them: clean text, and days as text. */
static const struct value *values_in(struct db *db, const struct sql *sql, const struct value *from, int n)
{
	struct value *to = NULL;

	if (n != sql->values)
		fail("%s takes %d values, not %d", sql->name, sql->values, n);
	for (int i = 0; i < n; i++) {
		if (from[i].kind == VALUE_TEXT)
			check_text(sql, i, &from[i]);
		if (from[i].kind != VALUE_DAY)
			continue;
		if (!to)
			to = arena_copy(db->scratch, from, (size_t)n * sizeof *to);
		to[i] = day_as_text(from[i].i, arena_get(db->scratch, DAY_ROOM));
	}
	return to ? to : from;
}

/* ---- one statement */

static void pause_between(int try)
{
	uint32_t bits = 0;
	long most = try < 8 ? 1L << try : PAUSE_MOST_MS;

	if (getrandom(&bits, sizeof bits, 0) < 0)
		bits = (uint32_t)try * 7919;
	long nanoseconds = (long)(bits % 1000000) * (most > PAUSE_MOST_MS ? PAUSE_MOST_MS : most);

	nanosleep(&(struct timespec){.tv_nsec = nanoseconds}, NULL);
}

static int64_t seconds_running(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec;
}

/* A connection taken over a fork() breaks SQLite's locks and PostgreSQL's protocol, mostly unseen. */
static void check_process(const struct db *db)
{
	if (SANITIZED && db->process != getpid())
		fail("the connection was opened by another process");
}

/* False: nothing is to be done, the transaction is as good as over. */
static bool may_run(struct db *db, const struct sql *sql)
{
	check_process(db);
	db->changed = 0;
	if (db->loading)
		fail("%s: run while rows are being loaded", sql->name);
	if (db->state != TX_NONE && db->state != TX_OPEN)
		return false;
	if (sql->writes && db->reading && db->state == TX_NONE)
		fail("%s: a write amid a read outside a transaction", sql->name);
	if (sql->writes && db->only_reads)
		fail("%s: a write in a transaction that only reads", sql->name);
	db->count++;
	if (db->seen)
		db->seen(db->seen_with, sql);
	arena_reset(db->scratch);
	return true;
}

/* What follows from an answer: inside a transaction it sticks.  True: it went well. */
static bool settled(struct db *db, const char *name, enum answer a)
{
	if (a == ANSWER_OK)
		return true;
	if (a == ANSWER_BROKEN || db->state == TX_NONE)
		fail("%s: %s", name, db->trouble);
	db->changed = 0;
	db->state = a == ANSWER_AGAIN ? TX_AGAIN : TX_CONFLICT;
	return false;
}

static enum answer run_patiently(struct db *db, const struct sql *sql, const struct value *values, int n, struct rows *r)
{
	int64_t until = seconds_running() + PATIENCE_SECONDS;
	enum answer a = db->engine->run(db, sql, values, n, r);

	for (int try = 0; a == ANSWER_AGAIN && db->state == TX_NONE && seconds_running() < until; try++) {
		pause_between(try);
		a = db->engine->run(db, sql, values, n, r);
	}
	return a;
}

struct rows *db_run_values(struct db *db, const struct sql *sql, const struct value *values, int n)
{
	if (!db->rows)
		fail("%s: no arena was given for the rows", sql->name);
	struct rows *r = arena_get(db->rows, sizeof *r);

	r->mem = db->rows;
	if (!may_run(db, sql))
		return r;
	values = values_in(db, sql, values, n);
	if (!settled(db, sql->name, run_patiently(db, sql, values, n, r)))
		*r = (struct rows){.mem = db->rows};
	return r;
}

/* ---- transactions */

void db_undo(struct db *db)
{
	if (db->state == TX_NONE)
		fail("nothing to undo outside a transaction");
	if (db->state == TX_OPEN)
		db->state = TX_UNDONE;
}

bool db_undone(const struct db *db)
{
	return db->state != TX_NONE && db->state != TX_OPEN;
}

bool db_conflict(const struct db *db)
{
	return db->conflict || db->state == TX_CONFLICT;
}

bool db_in_tx(const struct db *db)
{
	return db->state != TX_NONE;
}

/* One try; how it ended: TX_NONE when all is committed. */
static enum tx_state attempt(struct db *db, void (*work)(struct db *, void *), void *with, enum isolation isolation)
{
	enum answer begun = db->engine->begin(db, isolation);

	if (begun == ANSWER_AGAIN)
		return TX_AGAIN;
	if (begun != ANSWER_OK)
		fail("begin: %s", db->trouble);
	db->state = TX_OPEN;
	db->only_reads = isolation == ISOLATION_READ;
	work(db, with);
	db->only_reads = false;
	if (db->state == TX_OPEN && settled(db, "commit", db->engine->commit(db)))
		db->state = TX_NONE;
	else
		db->engine->rollback(db);
	enum tx_state end = db->state;

	db->state = TX_NONE;
	return end;
}

static enum db_outcome transact(struct db *db, void (*work)(struct db *, void *), void *with, enum isolation isolation)
{
	int64_t until = seconds_running() + PATIENCE_SECONDS;
	enum tx_state end;

	check_process(db);
	if (db->state != TX_NONE || db->reading || db->loading)
		fail("a transaction inside another or inside a read");
	db->conflict = false;
	for (int try = 0; (end = attempt(db, work, with, isolation)) == TX_AGAIN; try++) {
		if (seconds_running() >= until)
			fail("a transaction found no way in %d tries: %s", try + 1, db->trouble);
		pause_between(try);
	}
	db->conflict = end == TX_CONFLICT;
	return end == TX_NONE ? DB_OK : DB_UNDONE;
}

enum db_outcome db_tx(struct db *db, void (*work)(struct db *, void *), void *with)
{
	return transact(db, work, with, ISOLATION_STRICT);
}

enum db_outcome db_tx_bulk(struct db *db, void (*work)(struct db *, void *), void *with)
{
	return transact(db, work, with, ISOLATION_BULK);
}

void db_bulk_pages(struct db *db, int mebibytes)
{
	db->bulk_pages = mebibytes;
}

void db_bulk_pause(struct db *db)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	int64_t at = (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;

	if (db_is_postgresql(db) || at - db->paused < WITHOUT_PAUSE_MS)
		return;
	nanosleep(&(struct timespec){.tv_nsec = LET_IN_MS * 1000000L}, NULL);
	db->paused = at + LET_IN_MS;
}

enum db_outcome db_tx_crowd(struct db *db, void (*work)(struct db *, void *), void *with)
{
	return transact(db, work, with, ISOLATION_CROWD);
}

enum db_outcome db_tx_light(struct db *db, void (*work)(struct db *, void *), void *with)
{
	return transact(db, work, with, ISOLATION_LIGHT);
}

enum db_outcome db_tx_read(struct db *db, void (*work)(struct db *, void *), void *with)
{
	return transact(db, work, with, ISOLATION_READ);
}

/* ---- many rows in, many rows out */

bool load_next(const struct load *l)
{
	memset(l->row, 0, (size_t)l->sql->values * sizeof *l->row);
	if (!l->next(l->with, l->row))
		return false;
	for (int i = 0; i < l->sql->values; i++) {
		if (l->row[i].kind == VALUE_TEXT)
			check_text(l->sql, i, &l->row[i]);
		else if (l->row[i].kind == VALUE_DAY)
			l->row[i] = day_as_text(l->row[i].i, l->days + (size_t)i * DAY_ROOM);
	}
	return true;
}

int64_t db_load(struct db *db, const struct sql *sql, bool (*next)(void *, struct value *), void *with)
{
	struct load l = {.sql = sql, .next = next, .with = with};
	int64_t count = 0;

	if (!sql->copy)
		fail("%s: not a plain INSERT of its values", sql->name);
	if (db->state == TX_NONE)
		fail("%s: loaded outside a transaction", sql->name);
	if (!may_run(db, sql))
		return 0;
	l.row = arena_array(db->scratch, (size_t)sql->values, sizeof *l.row);
	l.days = arena_array(db->scratch, (size_t)sql->values, DAY_ROOM);
	db->loading = true;
	enum answer a = db->engine->load(db, &l, &count);

	db->loading = false;
	db->changed = count;
	return settled(db, sql->name, a) ? count : 0;
}

void db_reads_together(struct db *db, bool on)
{
	if (db->engine->together)
		db->engine->together(db, on);
}

void db_soon_values(struct db *db, const struct sql *sql, const struct value *values, int n)
{
	if (!db->engine->soon || db->state != TX_NONE || sql->writes || db->reading)
		return;
	arena_reset(db->scratch);
	db->engine->soon(db, sql, values_in(db, sql, values, n), n);
}

void db_tend(struct db *db)
{
	if (db->engine->tend)
		db->engine->tend(db);
}

void db_each(struct db *db, struct arena *mem, int piece, const struct sql *sql, const struct value *values, int n,
	bool (*piece_done)(void *, const struct rows *), void *with)
{
	struct each e = {.sql = sql, .n = n, .piece = piece, .mem = mem, .piece_done = piece_done, .with = with};

	if (piece < 1)
		fail("%s: pieces of %d rows", sql->name, piece);
	if (!may_run(db, sql))
		return;
	e.values = values_in(db, sql, values, n);
	db->reading++;
	enum answer a = db->engine->each(db, &e);

	db->reading--;
	/* What piece_done did may have undone the transaction already; that stands. */
	if (db->state == TX_NONE || db->state == TX_OPEN)
		settled(db, sql->name, a);
}

int db_check_sql(struct db *db, const struct sql *const *all)
{
	int bad = 0;

	for (; *all; all++) {
		arena_reset(db->scratch);
		if (db->engine->check(db, *all) == ANSWER_OK)
			continue;
		log_line("%s: %s", (*all)->name, db->trouble);
		bad++;
	}
	return bad;
}
