/* sqlite.c: the embedded engine; one file, one connection.  The only file that knows SQLite's library.
 *
 * WAL with synchronous=FULL: what was committed survives a power cut, and readers never wait for the writer. */
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/text.h"
#include "db/backend.h"

enum { BUSY_SECONDS = 10, OPEN_TRIES = 200, TEND_PAGES = 8000, PAGES = 8 };

struct sqlite {
	sqlite3 *handle;
	struct timespec busy_since;
	bool together, reading;                                 /* db_reads_together, and a reader's transaction is open for it */
	bool light;                                             /* the commit of the open transaction does not wait for the disk */
	bool crowd;                                             /* but its caller does, when it has let go of the lock */
	int pages;                                              /* MiB of them are kept */
};

/* A prepared statement; place[i] is SQLite's number of $i+1, 0 when the text does not use it.
 * SQLite numbers parameters by their first appearance, whatever the digits say. */
struct prepared { sqlite3_stmt *run; int *place; bool writes; };

static struct sqlite *link_of(struct db *db)
{
	return db->link;
}

static enum answer answer_of(struct db *db, int code)
{
	if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
		return ANSWER_OK;
	db_trouble(db, "%s (%d)", sqlite3_errmsg(link_of(db)->handle), code);
	switch (code) {
	case SQLITE_CONSTRAINT_UNIQUE:
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_ROWID:
	case SQLITE_CONSTRAINT_CHECK:
	case SQLITE_CONSTRAINT_FOREIGNKEY:
		return ANSWER_CONFLICT;
	}
	return (code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED ? ANSWER_AGAIN : ANSWER_BROKEN;
}

/* ---- prepared statements */

static sqlite3_stmt *prepare(struct db *db, const char *text, unsigned flags)
{
	sqlite3_stmt *run = NULL;
	const char *rest = NULL;
	int code = sqlite3_prepare_v3(link_of(db)->handle, text, -1, flags, &run, &rest);

	if (code == SQLITE_OK && run && !rest[strspn(rest, "; \t\r\n")])
		return run;
	if (code == SQLITE_OK)
		db_trouble(db, "not exactly one statement");
	else
		answer_of(db, code);
	sqlite3_finalize(run);
	return NULL;
}

/* Where each $n is; false when the text has a parameter that is not one of $1 … $values. */
static bool find_places(struct db *db, const struct sql *sql, sqlite3_stmt *run, int *place)
{
	int found = 0;

	for (int i = 0; i < sql->values; i++) {
		char name[16];

		snprintf(name, sizeof name, "$%d", i + 1);
		place[i] = sqlite3_bind_parameter_index(run, name);
		found += place[i] != 0;
	}
	if (found == sqlite3_bind_parameter_count(run) && found == sql->values)
		return true;
	db_trouble(db, "%d of the values $1 … $%d are in the text, which has %d", found, sql->values,
		sqlite3_bind_parameter_count(run));
	return false;
}

static struct prepared *prepared_new(struct db *db, struct arena *mem, const struct sql *sql, unsigned flags)
{
	struct prepared *p = arena_get(mem, sizeof *p);

	p->run = prepare(db, sql->text, flags);
	if (!p->run)
		return NULL;
	p->place = arena_array(mem, (size_t)sql->values, sizeof *p->place);
	p->writes = !sqlite3_stmt_readonly(p->run);
	if (find_places(db, sql, p->run, p->place))
		return p;
	sqlite3_finalize(p->run);
	return NULL;
}

static struct prepared *prepared_of(struct db *db, const struct sql *sql)
{
	void **kept = db_kept(db, sql);

	if (*kept)
		return *kept;
	struct prepared *p = prepared_new(db, db->own, sql, SQLITE_PREPARE_PERSISTENT);

	if (!p)
		return NULL;
	*kept = p;
	scan_look(db, sql);
	return p;
}

static int bind_one(sqlite3_stmt *run, int place, const struct value *v, sqlite3_destructor_type life)
{
	switch (v->kind) {
	case VALUE_INT:
		return sqlite3_bind_int64(run, place, v->i);
	case VALUE_TEXT:
		return sqlite3_bind_text64(run, place, v->s, v->n, life, SQLITE_UTF8);
	case VALUE_BYTES:
		return sqlite3_bind_blob64(run, place, v->n ? v->s : "", v->n, life);
	case VALUE_NULL:
	case VALUE_DAY:                                             /* db.c made it text */
		break;
	}
	return sqlite3_bind_null(run, place);
}

static int bind_all(const struct prepared *p, const struct value *values, int n, sqlite3_destructor_type life)
{
	int code = SQLITE_OK;

	for (int i = 0; i < n && code == SQLITE_OK; i++)
		code = bind_one(p->run, p->place[i], &values[i], life);
	return code;
}

/* ---- rows */

static struct value cell_of(sqlite3_stmt *run, int column, struct arena *mem)
{
	struct value v = {0};

	switch (sqlite3_column_type(run, column)) {
	case SQLITE_INTEGER:
		return value_int(sqlite3_column_int64(run, column));
	case SQLITE_NULL:
		return v;
	case SQLITE_BLOB:
		v.kind = VALUE_BYTES;
		v.s = sqlite3_column_blob(run, column);
		break;
	default:
		v.kind = VALUE_TEXT;
		v.s = (const char *)sqlite3_column_text(run, column);
	}
	v.n = (size_t)sqlite3_column_bytes(run, column);
	v.s = arena_bytes(mem, v.s, v.n);
	return v;
}

static void name_columns(sqlite3_stmt *run, struct rows *to)
{
	const char **names;

	to->columns = sqlite3_column_count(run);
	names = arena_array(to->mem, (size_t)to->columns, sizeof *names);
	for (int i = 0; i < to->columns; i++)
		names[i] = arena_text(to->mem, sqlite3_column_name(run, i));
	to->names = names;
}

/* All rows.  The cells grow in the scratch arena, so that the result's arena takes no more than they need. */
static int step_all(struct db *db, sqlite3_stmt *run, struct rows *to)
{
	struct value *cells = NULL;
	size_t n = 0, room = 0;
	int code;

	while ((code = sqlite3_step(run)) == SQLITE_ROW) {
		if (!to->n++)                                       /* not before: a changed schema shows at the first step */
			name_columns(run, to);
		for (int c = 0; c < to->columns; c++) {
			cells = arena_grow(db->scratch, cells, n, &room, sizeof *cells);
			cells[n++] = cell_of(run, c, to->mem);
		}
	}
	if (!to->n)
		name_columns(run, to);
	to->cells = arena_copy(to->mem, cells, n * sizeof *cells);
	return code;
}

/* The write lock is taken at once: a transaction that began as a reader could never get it after another's write. */
static const struct sql begin = {.name = "begin", .text = "BEGIN IMMEDIATE", .scans = true};
static const struct sql begin_reading = {.name = "begin_reading", .text = "BEGIN DEFERRED", .scans = true};
static const struct sql begin_read = {.name = "begin_read", .text = "BEGIN", .scans = true};
static const struct sql commit = {.name = "commit", .text = "COMMIT", .scans = true};
static const struct sql rollback = {.name = "rollback", .text = "ROLLBACK", .scans = true};

static enum answer control(struct db *db, const struct sql *sql)
{
	struct prepared *p = prepared_of(db, sql);

	if (!p)
		return ANSWER_BROKEN;
	enum answer a = answer_of(db, sqlite3_step(p->run));

	sqlite3_reset(p->run);
	return a;
}

/* Ends the reader's transaction: before a write, which could not follow in it, and at the end of reading together. */
static void stop_reading(struct db *db)
{
	struct sqlite *s = link_of(db);

	if (s->reading && control(db, &commit) != ANSWER_OK)
		fail("end of reading: %s", db->trouble);
	s->reading = false;
}

/* Locks are taken and given back once for a run of reads, not once for each. */
static void read_together(struct db *db, bool writes)
{
	struct sqlite *s = link_of(db);

	if (writes)
		stop_reading(db);
	else if (s->together && !s->reading && db->state == TX_NONE)
		s->reading = control(db, &begin_reading) == ANSWER_OK;
}

static enum answer run_prepared(struct db *db, const struct prepared *p, const struct value *values, int n, struct rows *to)
{
	struct arena *mem = to->mem;
	int code = bind_all(p, values, n, SQLITE_STATIC);

	*to = (struct rows){.mem = mem};
	if (code == SQLITE_OK)
		code = step_all(db, p->run, to);
	if (code == SQLITE_DONE && p->writes)
		db->changed = sqlite3_changes64(link_of(db)->handle);
	enum answer a = answer_of(db, code);

	sqlite3_reset(p->run);
	return a;
}

static enum answer sqlite_run(struct db *db, const struct sql *sql, const struct value *values, int n, struct rows *to)
{
	struct prepared *p = prepared_of(db, sql);

	if (p)
		read_together(db, p->writes);
	return p ? run_prepared(db, p, values, n, to) : ANSWER_BROKEN;
}

static enum answer sqlite_load(struct db *db, const struct load *l, int64_t *count)
{
	struct prepared *p = prepared_of(db, l->sql);
	int code = SQLITE_DONE;

	if (!p)
		return ANSWER_BROKEN;
	while (code == SQLITE_DONE && load_next(l)) {
		code = bind_all(p, l->row, l->sql->values, SQLITE_STATIC);
		if (code == SQLITE_OK)
			code = sqlite3_step(p->run);
		*count += code == SQLITE_DONE;
		if (code == SQLITE_DONE)
			sqlite3_reset(p->run);
	}
	enum answer a = answer_of(db, code);

	sqlite3_reset(p->run);
	return a;
}

/* At most `most` rows into an empty arena; the last code of stepping. */
static int step_piece(sqlite3_stmt *run, struct rows *to, int most)
{
	int code = SQLITE_ROW;

	while (to->n < most && (code = sqlite3_step(run)) == SQLITE_ROW) {
		if (!to->n) {
			name_columns(run, to);
			to->cells = arena_array(to->mem, (size_t)most * (size_t)to->columns, sizeof *to->cells);
		}
		for (int c = 0; c < to->columns; c++)
			to->cells[to->n * to->columns + c] = cell_of(run, c, to->mem);
		to->n++;
	}
	return code;
}

static int each_piece(sqlite3_stmt *run, const struct each *e)
{
	int code = SQLITE_ROW;

	while (code == SQLITE_ROW) {
		arena_reset(e->mem);
		struct rows r = {.mem = e->mem};

		code = step_piece(run, &r, e->piece);
		if ((code != SQLITE_ROW && code != SQLITE_DONE) || !r.n || !e->piece_done(e->with, &r))
			break;
	}
	return code;
}

/* Prepared anew: the statement may be run by piece_done as well. */
static enum answer sqlite_each(struct db *db, const struct each *e)
{
	struct prepared *p = prepared_of(db, e->sql);
	struct prepared own;

	if (!p)
		return ANSWER_BROKEN;
	own = (struct prepared){.run = prepare(db, e->sql->text, 0), .place = p->place};
	if (!own.run)
		return ANSWER_BROKEN;
	int code = bind_all(&own, e->values, e->n, SQLITE_TRANSIENT);

	if (code == SQLITE_OK)
		code = each_piece(own.run, e);
	enum answer a = answer_of(db, code);

	sqlite3_finalize(own.run);
	return a;
}

static enum answer sqlite_script(struct db *db, const char *text)
{
	stop_reading(db);
	return answer_of(db, sqlite3_exec(link_of(db)->handle, text, NULL, NULL, NULL));
}

static enum answer sqlite_check(struct db *db, const struct sql *sql)
{
	struct prepared *p = prepared_new(db, db->scratch, sql, 0);

	if (!p)
		return ANSWER_BROKEN;
	sqlite3_finalize(p->run);
	scan_look(db, sql);
	return ANSWER_OK;
}

static enum answer sqlite_plan(struct db *db, const struct sql *sql, struct rows *to)
{
	sqlite3_stmt *run = prepare(db, arena_print(db->scratch, "EXPLAIN QUERY PLAN %s", sql->text), 0);

	if (!run)
		return ANSWER_BROKEN;
	enum answer a = answer_of(db, step_all(db, run, to));

	sqlite3_finalize(run);
	return a;
}

/* ---- transactions */

/* Outside a transaction.  A pragma is done when it is prepared, so it is never kept. */
static void wait_for_disk(struct db *db, bool wait)
{
	struct sqlite *s = link_of(db);

	if (s->light == wait && sqlite3_exec(s->handle, wait ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL", NULL, NULL, NULL))
		fail("synchronous: %s", sqlite3_errmsg(s->handle));
	s->light = !wait;
}

/* Outside a transaction.  In a small cache, pages of an index that is gone through in many places are written to the log and read again, over
 * and over; one that is large is kept for bulk alone. */
static void keep_pages(struct db *db, int mebibytes)
{
	struct sqlite *s = link_of(db);
	char pragma[64];

	if (s->pages == mebibytes)
		return;
	snprintf(pragma, sizeof pragma, "PRAGMA cache_size = -%d", mebibytes * 1000);
	if (sqlite3_exec(s->handle, pragma, NULL, NULL, NULL))
		fail("cache_size: %s", sqlite3_errmsg(s->handle));
	s->pages = mebibytes;
}

static enum answer sqlite_begin(struct db *db, enum isolation isolation)
{
	stop_reading(db);
	keep_pages(db, isolation == ISOLATION_BULK && db->bulk_pages ? db->bulk_pages : PAGES);
	wait_for_disk(db, isolation != ISOLATION_LIGHT && isolation != ISOLATION_CROWD);
	link_of(db)->crowd = isolation == ISOLATION_CROWD;
	enum answer a = control(db, isolation == ISOLATION_READ ? &begin_read : &begin);

	if (a != ANSWER_OK)
		wait_for_disk(db, true);
	return a;
}

/* What is in the log of writes goes to the disk, this connection's commits and all before them.  Where the log was started anew meanwhile,
 * who did that had them in the database safely. */
static void sync_log(struct db *db)
{
	sqlite3_file *log = NULL;

	if (sqlite3_file_control(link_of(db)->handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) || !log)
		fail("the log of writes is not there");
	if (log->pMethods && log->pMethods->xSync(log, SQLITE_SYNC_NORMAL))
		fail("the log of writes can't be synced");
}

static enum answer sqlite_commit(struct db *db)
{
	enum answer a = control(db, &commit);

	if (a != ANSWER_OK)
		return a;
	if (link_of(db)->crowd)
		sync_log(db);
	wait_for_disk(db, true);
	return a;
}

static void sqlite_rollback(struct db *db)
{
	if (!sqlite3_get_autocommit(link_of(db)->handle) && control(db, &rollback) != ANSWER_OK)
		fail("rollback: %s", db->trouble);
	wait_for_disk(db, true);
}

/* Waits in small uneven steps, so that many waiting processes do not come all at once. */
static int wait_busy(void *with, int times)
{
	struct sqlite *s = with;
	struct timespec now;
	unsigned char bits = 0;

	clock_gettime(CLOCK_MONOTONIC, &now);
	if (!times)
		s->busy_since = now;
	if (now.tv_sec - s->busy_since.tv_sec >= BUSY_SECONDS)
		return 0;
	if (getrandom(&bits, 1, 0) < 0)
		bits = 128;
	nanosleep(&(struct timespec){.tv_nsec = 50000L + bits * (times < 6 ? 1000L : times < 20 ? 10000L : 40000L)}, NULL);
	return 1;
}

/* ---- opening */

static void make_folders(struct db *db, const char *path)
{
	char *part = arena_text(db->scratch, path);

	for (char *at = strchr(part + 1, '/'); at; at = strchr(at + 1, '/')) {
		*at = 0;
		if (mkdir(part, 0700) && errno != EEXIST)
			fail("folder %s: %s", part, strerror(errno));
		*at = '/';
	}
}

/* Nobody else may read it from its first moment on; SQLite gives its side files the same mode.  An existing file must not be
 * opened here: closing it would drop the locks that this process holds on it. */
static void make_file(const char *path)
{
	int fd = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);

	if (fd >= 0)
		close(fd);
	else if (errno != EEXIST)
		fail("database %s: %s", path, strerror(errno));
}

static const char settings[] =
	"PRAGMA page_size = 8192;"
	"PRAGMA journal_mode = WAL;"
	"PRAGMA synchronous = FULL;"
	"PRAGMA foreign_keys = ON;"
	"PRAGMA mmap_size = 16777216;"
	"PRAGMA wal_autocheckpoint = 24000;"
	"PRAGMA journal_size_limit = 134217728;"
	"PRAGMA trusted_schema = OFF;"
	"PRAGMA case_sensitive_like = ON;";                             /* as LIKE is on PostgreSQL */

/* Turning a new file to WAL does not wait for another process that does the same; hence the tries. */
static void set_up(struct db *db, sqlite3 *handle)
{
	int code = SQLITE_BUSY;

	sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	for (int i = 0; i < OPEN_TRIES && (code & 0xFF) == SQLITE_BUSY; i++) {
		if (i)
			nanosleep(&(struct timespec){.tv_nsec = 20000000}, NULL);
		code = sqlite3_exec(handle, settings, NULL, NULL, NULL);
	}
	if (answer_of(db, code) != ANSWER_OK)
		fail("database %s: %s", db->url, db->trouble);
}

static int close_prepared(sqlite3 *handle)
{
	sqlite3_stmt *run;

	while ((run = sqlite3_next_stmt(handle, NULL)))
		sqlite3_finalize(run);
	return sqlite3_close(handle);
}

static void sqlite_close(struct db *db)
{
	if (close_prepared(link_of(db)->handle) != SQLITE_OK)
		log_line("database %s was not closed cleanly", db->url);
}

static void sqlite_together(struct db *db, bool on)
{
	if (!on)
		stop_reading(db);
	link_of(db)->together = on;
}

/* Five milliseconds at most: who waits for a reader holds up the writers. */
static int wait_little(void *with, int times)
{
	(void)with;
	nanosleep(&(struct timespec){.tv_nsec = 200000}, NULL);
	return times < 25;
}

/* Passive: nobody waits while pages are written.  Does not ask the disk for the file unless no page was left. */
static bool move_pages(sqlite3 *handle, int *pages)
{
	sqlite3_file *file = NULL;
	int moved = 0;

	return sqlite3_wal_checkpoint_v2(handle, NULL, SQLITE_CHECKPOINT_PASSIVE, pages, &moved) == SQLITE_OK &&
		sqlite3_file_control(handle, NULL, SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK &&
		(*pages < TEND_PAGES || file->pMethods->xSync(file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY) == SQLITE_OK);
}

/* Where somebody always writes, a few pages are left every time and the log would grow for ever: so it is begun anew, for which writers
 * wait until those few are moved and on the disk; readers are not waited for.  Twice before, since the first turn takes long, the second
 * has what came meanwhile, and the disk is left with little to do while writers wait. */
static void sqlite_tend(struct db *db)
{
	struct sqlite *s = link_of(db);
	int pages = 0;

	if (!move_pages(s->handle, &pages) || pages < TEND_PAGES || !move_pages(s->handle, &pages))
		return;
	sqlite3_busy_handler(s->handle, wait_little, NULL);
	sqlite3_wal_checkpoint_v2(s->handle, NULL, SQLITE_CHECKPOINT_RESTART, NULL, NULL);
	sqlite3_busy_handler(s->handle, wait_busy, s);
}

static const struct engine engine = {
	.close = sqlite_close, .together = sqlite_together, .tend = sqlite_tend,
	.begin = sqlite_begin, .commit = sqlite_commit, .rollback = sqlite_rollback,
	.run = sqlite_run, .load = sqlite_load, .each = sqlite_each, .script = sqlite_script, .check = sqlite_check, .plan = sqlite_plan,
};

void sqlite_open(struct db *db)
{
	struct sqlite *s = arena_get(db->own, sizeof *s);
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

	db->engine = &engine;
	db->link = s;
	if (!text_is(db->url, ":memory:")) {
		make_folders(db, db->url);
		make_file(db->url);
	}
	if (sqlite3_open_v2(db->url, &s->handle, flags, NULL) != SQLITE_OK)
		fail("database %s: %s", db->url, s->handle ? sqlite3_errmsg(s->handle) : "out of memory");
	sqlite3_busy_handler(s->handle, wait_busy, s);
	set_up(db, s->handle);
	keep_pages(db, PAGES);
}
