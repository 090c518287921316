/* Statements, values and transactions, the same on both engines. */
#include "test/db/engine.h"

#include <sys/syscall.h>

SQL(make_thing, 0, "CREATE TABLE thing (id BIGINT PRIMARY KEY, code TEXT NOT NULL UNIQUE, amount BIGINT CHECK (amount >= 0),"
	" day TEXT, parent BIGINT REFERENCES thing (id))", .writes = true);
SQL(make_blob, 0, "CREATE TABLE blob_sqlite (id BIGINT PRIMARY KEY, content BLOB)", .writes = true);
SQL(make_bytea, 0, "CREATE TABLE blob_sqlite (id BIGINT PRIMARY KEY, content BYTEA)", .writes = true);
SQL(put, 5, "INSERT INTO thing (id, code, amount, day, parent) VALUES ($1, $2, $3, $4, $5)", .writes = true);
SQL(put_blob, 2, "INSERT INTO blob_sqlite (id, content) VALUES ($1, $2)", .writes = true);
SQL(get_blob, 1, "SELECT content FROM blob_sqlite WHERE id = $1");
SQL(get, 1, "SELECT id, code, amount, day, parent FROM thing WHERE id = $1");
SQL(swapped, 2, "SELECT CAST($2 AS TEXT) AS second, CAST($1 AS TEXT) AS first, CAST($2 AS TEXT) AS again");
SQL(count_all, 0, "SELECT COUNT(*) AS n, SUM(amount) AS total, COUNT(*) > 0 AS some FROM thing", .scans = true);
SQL(list, 0, "SELECT id, code, amount, day, parent FROM thing ORDER BY code", .scans = true);
SQL(raise_all, 1, "UPDATE thing SET amount = amount + $1 WHERE amount IS NOT NULL", .writes = true, .scans = true);
SQL(raise_one, 2, "UPDATE thing SET amount = $2 WHERE id = $1 RETURNING id, amount", .writes = true);
SQL(put_or_not, 2, "INSERT INTO thing (id, code) VALUES ($1, $2) ON CONFLICT (code) DO NOTHING", .writes = true);
SQL(delete_one, 1, "DELETE FROM thing WHERE id = $1", .writes = true);
SQL(like, 1, "SELECT COUNT(*) AS n FROM thing WHERE code LIKE $1", .scans = true);
SQL(places, 0, "SELECT COUNT(*) AS n FROM thing WHERE code LIKE 'place%'", .scans = true);
SQL(own_isolation, 0, "SELECT current_setting('transaction_isolation') AS level");

static struct db *db;

static void named_ok(bool good, const char *what)
{
	ok(good, "%s: %s", engine, what);
}

/* ---- values */

static const char *const rare[] = {
	"", " ", "王小明", "𠮷野家", "\xF3\xB0\x80\x80", "\xEE\x80\x80", "it's \"quoted\" \\ \t\n\r", "$1 ? :a @b %s", "\xE2\x80\x8B", NULL
};

static void text_and_back(void)
{
	for (int i = 0; rare[i]; i++) {
		struct rows *r = db_run(db, &swapped, A(rare[i]), A("b"));

		named_ok(text_is(row_text(r, 0, "first"), rare[i]) && text_is(row_text(r, 0, "again"), "b"), "text comes back");
		named_ok(row_cell(r, 0, 1)->n == strlen(rare[i]), "with its length");
	}
	named_ok(row_null(db_run(db, &swapped, value_text_or_null(""), A("b")), 0, "first"), "empty text as NULL");
}

static void all_kinds(struct db *d, void *with)
{
	(void)with;
	db_run(d, &put, A(1), A("一"), A(INT64_MAX), A(date_make(2024, 8, 1)), A((const char *)NULL));
	db_run(d, &put, A(2), A("二"), value_id_or_null(0), A((struct date){0}), A(1));
}

static void kinds_and_back(void)
{
	db_tx(db, all_kinds, NULL);
	struct rows *r = db_run(db, &get, A(1)), *none = db_run(db, &get, A(99));

	named_ok(row_int(r, 0, "amount") == INT64_MAX, "the largest number");
	named_ok(date_same(row_date(r, 0, "day"), date_make(2024, 8, 1)), "a day");
	same(row_text(r, 0, "day"), "2024-08-01", "as ISO text");
	same(row_text(r, 0, "id"), "1", "a number as text");
	named_ok(row_null(r, 0, "parent") && !row_int(r, 0, "parent"), "NULL is 0");
	same_int(r->columns, 5, "columns");
	same_int(row_column(r, "parent"), 4, "a column's place");
	r = db_run(db, &get, A(2));
	named_ok(row_null(r, 0, "day") && !date_set(row_date(r, 0, "day")), "no day");
	same(row_text(r, 0, "day"), "", "no day as text");
	same_int(row_moment(r, 0, "parent").seconds, 1, "a moment is seconds");
	same_int(none->n, 0, "no rows");
	same(none->names[1], "code", "but their names");
}

static void sums(void)
{
	struct rows *r = db_run(db, &count_all);

	named_ok(row_cell(r, 0, 0)->kind == VALUE_INT && row_int(r, 0, "n") == 2, "a count is a number");
	named_ok(row_cell(r, 0, 1)->kind == VALUE_INT && row_int(r, 0, "total") == INT64_MAX, "a sum too");
	named_ok(row_cell(r, 0, 2)->kind == VALUE_INT && row_bool(r, 0, "some"), "a comparison is 1");
}

static void blobs(struct db *d, void *with)
{
	char all[256];

	(void)with;
	for (int i = 0; i < 256; i++)
		all[i] = (char)i;
	db_run(d, &put_blob, A(1), A(((struct bytes){all, sizeof all})));
	db_run(d, &put_blob, A(2), A(((struct bytes){NULL, 0})));
	db_run(d, &put_blob, A(3), A((const char *)NULL));
}

static void bytes_and_back(void)
{
	db_tx(db, blobs, NULL);
	struct bytes b = row_bytes(db_run(db, &get_blob, A(1)), 0, "content");
	bool good = b.n == 256;

	for (size_t i = 0; good && i < 256; i++)
		good = ((const unsigned char *)b.at)[i] == i;
	named_ok(good, "every byte");
	struct rows *none = db_run(db, &get_blob, A(2));

	named_ok(!row_null(none, 0, "content") && !row_bytes(none, 0, "content").n, "no bytes are not NULL");
	named_ok(row_null(db_run(db, &get_blob, A(3)), 0, "content"), "NULL bytes");
}

/* ---- changes */

static void changes(struct db *d, void *with)
{
	(void)with;
	db_run(d, &put, A(3), A("三"), A(3), A((const char *)NULL), A((const char *)NULL));
	same_int(db_changed(d), 1, "one row is new");
	struct rows *r = db_run(d, &raise_one, A(3), A(5));

	named_ok(number(r, "amount") == 5 && db_changed(d) == 1, "changed and given back");
	db_run(d, &raise_one, A(77), A(5));
	same_int(db_changed(d), 0, "no such row");
	db_run(d, &put_or_not, A(4), A("三"));
	same_int(db_changed(d), 0, "not inserted");
	db_run(d, &raise_all, A(0));
	same_int(db_changed(d), 2, "several rows");
	db_run(d, &list);
	same_int(db_changed(d), 0, "a read changes none");
	db_run(d, &delete_one, A(3));
	same_int(db_changed(d), 1, "one row less");
}

static int seen;

static void count_seen(void *with, const struct sql *sql)
{
	seen += sql == with;
}

static void watching(void)
{
	int before = db_count(db);

	db_watch(db, count_seen, (void *)&list);
	db_run(db, &list);
	db_run(db, &count_all);
	db_run(db, &list);
	db_watch(db, NULL, NULL);
	named_ok(seen == 2 && db_count(db) == before + 3, "statements are counted and seen");
	seen = 0;
}

static void like_cases(void)
{
	db_run(db, &put, A(5), A("Ab_c"), A(0), A((const char *)NULL), A((const char *)NULL));
	named_ok(!number(db_run(db, &like, A("ab%")), "n"), "LIKE minds capitals");
	named_ok(number(db_run(db, &like, A("A%")), "n") == 1, "LIKE finds");
	db_run(db, &delete_one, A(5));
	named_ok(db_changed(db) == 1, "a write outside a transaction");
}

/* ---- undo and refusal */

static void undo(struct db *d, void *with)
{
	int before;

	(void)with;
	db_run(d, &put, A(10), A("十"), A(1), A((const char *)NULL), A((const char *)NULL));
	db_undo(d);
	before = db_count(d);
	struct rows *r = db_run(d, &raise_one, A(1), A(1));

	named_ok(!r->n && row_int(r, 0, "amount") == 0 && db_count(d) == before, "after an undo nothing is done");
	named_ok(db_undone(d) && !db_conflict(d) && db_in_tx(d), "undone, without a conflict");
}

struct refusal { int id; const char *code; int amount, parent; const char *what; };

static void refused(struct db *d, void *with)
{
	const struct refusal *f = with;

	db_run(d, &put, A(20), A("before"), A(1), A((const char *)NULL), A((const char *)NULL));
	db_run(d, &put, A(f->id), A(f->code), A(f->amount), A((const char *)NULL), value_id_or_null(f->parent));
	named_ok(db_undone(d) && db_conflict(d), f->what);
	named_ok(!db_run(d, &list)->n && !db_changed(d), "then nothing is done");
}

static void refusals(void)
{
	static const struct refusal all[] = {
		{1, "new", 1, 0, "the same key"}, {21, "一", 1, 0, "the same code"}, {22, "new", -1, 0, "below zero"},
		{23, "new", 1, 99, "no such parent"},
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		enum db_outcome end = db_tx(db, refused, (void *)&all[i]);

		named_ok(end == DB_UNDONE && db_conflict(db) && !db_undone(db) && !db_in_tx(db), "refused and told");
		named_ok(number(db_run(db, &count_all), "n") == 2, "nothing of it is stored");
	}
	named_ok(db_tx(db, undo, NULL) == DB_UNDONE && !db_conflict(db), "the next transaction starts without it");
	named_ok(number(db_run(db, &count_all), "n") == 2, "an undone row is not stored");
}

/* ---- faults */

static void nested_inner(struct db *d, void *with) { (void)d; (void)with; }
static void nested_outer(struct db *d, void *with) { db_tx(d, nested_inner, with); }
static void nested(struct db *d) { db_tx(d, nested_outer, NULL); }
static void nul(struct db *d) { db_run(d, &swapped, (struct value){VALUE_TEXT, 0, "a\0b", 3}, A("b")); }
static void not_utf8(struct db *d) { db_run(d, &swapped, A("\xA4\xA4"), A("b")); }
static void too_few(struct db *d) { db_run(d, &swapped, A("a")); }
static void no_column(struct db *d) { row_int(db_run(d, &get, A(1)), 0, "nothing"); }
static void no_row(struct db *d) { row_int(db_run(d, &get, A(1)), 1, "id"); }
static void not_number(struct db *d) { row_int(db_run(d, &get, A(1)), 0, "code"); }
static void not_day(struct db *d) { row_date(db_run(d, &get, A(1)), 0, "code"); }
static void missing(struct db *d) { db_run(d, &put, A(9), A((const char *)NULL), A(1), A("x"), A((const char *)NULL)); }
static void refused_outside(struct db *d) { db_run(d, &put, A(1), A("x"), A(1), A("x"), A((const char *)NULL)); }
static void undo_outside(struct db *d) { db_undo(d); }
static void wrong_sql(struct db *d) { ad_hoc(d, "SELECT FROM nowhere WHERE"); }
static void no_arena(struct db *d) { db_use_arena(d, NULL); db_run(d, &list); }
static void parents(struct db *d) { (void)d; db_run(db, &list); }
static void fine(struct db *d) { db_run(d, &list); }

static void faults(void)
{
	static const struct { void (*what)(struct db *); const char *name; } all[] = {
		{nested, "a transaction in a transaction"}, {nul, "NUL in text"}, {not_utf8, "text not in UTF-8"},
		{too_few, "too few values"}, {no_column, "no such column"}, {no_row, "no such row"}, {not_number, "not a number"},
		{not_day, "not a day"}, {missing, "a NULL that must not be"}, {refused_outside, "refused outside a transaction"},
		{undo_outside, "undo outside a transaction"}, {wrong_sql, "no SQL"}, {no_arena, "no arena"},
		{parents, "a connection of the parent process"},
	};

	named_ok(status_of(fine) == 0, "without a fault it goes on");
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		ok(status_of(all[i].what) == 70, "%s: fault: %s", engine, all[i].name);
	named_ok(number(db_run(db, &count_all), "n") == 2, "faults store nothing");
}

/* ---- contention */

static void increment(struct db *d, void *with)
{
	struct rows *r = db_run(d, &get, A(2));

	(void)with;
	db_run(d, &raise_one, A(2), A(row_int(r, 0, "amount") + 1));
}

static void increments(struct db *d, int who)
{
	(void)who;
	for (int i = 0; i < 40; i++)
		if (db_tx(d, increment, NULL) != DB_OK)
			_exit(1);
}

/* No rule of the schema forbids two places: only that both transactions can't have come first. */
static void take_place(struct db *d, void *with)
{
	const int *who = with;

	if (!number(db_run(d, &places), "n"))
		db_run(d, &put_or_not, A(100 + *who), A(arena_print(mem, "place %d", *who)));
}

static void take_places(struct db *d, int who)
{
	db_tx(d, take_place, &who);
}

static void contention(void)
{
	named_ok(crowd(4, increments) == 4, "four processes count at once");
	same_int(row_int(db_run(db, &get, A(2)), 0, "amount"), 160, "and no count is lost");
	named_ok(crowd(6, take_places) == 6, "six processes want one place");
	same_int(number(db_run(db, &places), "n"), 1, "and one has it");
}

static int tries;
static struct db *other;

static void interfered(struct db *d, void *with)
{
	(void)with;
	struct rows *r = db_run(d, &get, A(2));

	if (!tries++)
		db_tx(other, increment, NULL);
	db_run(d, &raise_one, A(2), A(row_int(r, 0, "amount") + 1));
	if (tries == 1)
		named_ok(db_undone(d) && !db_conflict(d), "a lost race sticks until the transaction is run again");
}

static void told_level(struct db *d, void *with)
{
	same(row_text(db_run(d, &own_isolation), 0, "level"), with, "isolation");
}

static const struct sql disk_sqlite = {.name = "disk", .text = "SELECT synchronous AS level FROM pragma_synchronous", .scans = true},
	disk_postgresql = {.name = "disk", .text = "SELECT current_setting('synchronous_commit') AS level", .scans = true};

static void told_disk(struct db *d, void *with)
{
	same(row_text(db_run(d, db_is_postgresql(d) ? &disk_postgresql : &disk_sqlite), 0, "level"), with, "whether the disk is waited for");
}

static void undone_light(struct db *d, void *with)
{
	(void)with;
	db_undo(d);
}

/* Only the light ones do not wait, and nothing that follows them, however they end. */
static void light(void)
{
	const char *waits = db_is_postgresql(db) ? "on" : "2", *does_not = db_is_postgresql(db) ? "off" : "1";

	db_tx(db, told_disk, (void *)(uintptr_t)waits);
	db_tx_light(db, told_disk, (void *)(uintptr_t)does_not);
	told_disk(db, (void *)(uintptr_t)waits);
	db_tx_crowd(db, told_disk, (void *)(uintptr_t)(db_is_postgresql(db) ? "on" : "1"));
	told_disk(db, (void *)(uintptr_t)waits);
	named_ok(db_tx_light(db, undone_light, NULL) == DB_UNDONE, "a light transaction is undone like any other");
	told_disk(db, (void *)(uintptr_t)waits);
	db_tx(db, told_disk, (void *)(uintptr_t)waits);
}

static int syncs;

int fdatasync(int fd)
{
	syncs++;
	return (int)syscall(SYS_fdatasync, fd);
}

static void paid(struct db *d, void *with)
{
	static int amount = 200;

	(void)with;
	db_run(d, &raise_one, A(2), A(amount++));
}

/* The lock is free before the disk is waited for, and the call returns when it has been. */
static void only_sqlite(void)
{
	if (db_is_postgresql(db))
		return;
	syncs = 0;
	db_tx_crowd(db, paid, NULL);
	same_int(syncs, 1, "one of a crowd is on the disk when it returns");
	db_tx(db, paid, NULL);
	same_int(syncs, 2, "like any other");
	db_tx_light(db, paid, NULL);
	same_int(syncs, 2, "but a light one");
}

/* What only PostgreSQL has: a race is lost at the write; isolation by kind; a lost connection. */
static void only_postgresql(void)
{
	if (!db_is_postgresql(db))
		return;
	other = open_one();
	named_ok(db_tx(db, interfered, NULL) == DB_OK && tries == 2, "it is run again");
	same_int(row_int(db_run(db, &get, A(2)), 0, "amount"), 162, "on what the other wrote");
	db_tx(db, told_level, "serializable");
	db_tx_bulk(db, told_level, "read committed");
	db_tx_light(db, told_level, "read committed");
	db_tx_crowd(db, told_level, "read committed");
	ad_hoc(other, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
		" WHERE datname = current_database() AND pid <> pg_backend_pid()");
	same_int(row_int(db_run(db, &get, A(2)), 0, "amount"), 162, "a lost connection is made anew for a read");
	ad_hoc(other, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
		" WHERE datname = current_database() AND pid <> pg_backend_pid()");
	named_ok(db_tx(db, told_level, "serializable") == DB_OK, "and for a transaction");
	db_close(other);
}

static int64_t amount_of(int64_t id)
{
	return row_int(db_run(db, &get, A(id)), 0, "amount");
}

static bool piece_read(void *with, const struct rows *r)
{
	*(int *)with += r->n;
	return true;
}

/* Asked soon is answered as if it were asked then; what we or, between two pages, others change is read anew. */
static void asked_soon(void)
{
	int64_t amount = amount_of(2);
	struct arena *pieces = arena_new(1 << 20);
	int read = 0, all = db_run(db, &list)->n;

	for (int i = 0; i < 40; i++)
		db_soon(db, &get, A(i % 3));
	named_ok(!db_run(db, &get, A(0))->n && amount_of(2) == amount, "many, in another order, twice");
	same_int(db_run(db, &list)->n, all, "another statement between them");
	same(row_text(db_run(db, &get, A(1)), 0, "code"), "一", "one that came before it");
	db_soon(db, &get, A(2));
	db_run(db, &raise_one, A(2), A(amount + 5));
	same_int(amount_of(2), amount + 5, "a write between");
	db_soon(db, &get, A(2));
	db_tx(db, increment, NULL);
	same_int(amount_of(2), amount + 6, "a transaction between");
	db_soon(db, &get, A(2));
	db_each(db, pieces, 2, &list, NULL, 0, piece_read, &read);
	named_ok(read == all && amount_of(2) == amount + 6, "reading by pieces between");
	other = open_one();
	db_soon(db, &get, A(2));
	db_reads_together(db, false);
	db_tx(other, increment, NULL);
	same_int(amount_of(2), amount + 7, "what the last page did not ask is no answer for the next");
	db_soon(db, &get, A(2));
	if (db_is_postgresql(db))
		ad_hoc(other, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
			" WHERE datname = current_database() AND pid <> pg_backend_pid()");
	same_int(db_run(db, &list)->n, all, "the connection lost under way");
	same_int(amount_of(2), amount + 7, "and asked again");
	db_close(other);
	arena_free(pieces);
}

static char *transcript[2];

/* The same story on each engine, in words, to be compared. */
static void tell(int which)
{
	struct rows *r = db_run(db, &list);
	struct text t = text_new(mem, 1 << 20);

	for (int i = 0; i < r->n; i++)
		for (int c = 0; c < r->columns; c++)
			text_print(&t, "%d %s=%s;", (int)row_cell(r, i, c)->kind, r->names[c], row_text(r, i, r->names[c]));
	if ((transcript[which] = strdup(t.at)) == NULL)             /* outlives this run's arena */
		fail("no memory");
}

static void tests(void)
{
	db = open_one();
	named_ok(db_is_postgresql(db) == text_is(engine, "postgresql") && text_is(db_url(db), url), "opened");
	db_run(db, &make_thing);
	db_run(db, db_is_postgresql(db) ? &make_bytea : &make_blob);
	text_and_back();
	kinds_and_back();
	sums();
	bytes_and_back();
	named_ok(db_tx(db, changes, NULL) == DB_OK, "changes are committed");
	watching();
	like_cases();
	refusals();
	faults();
	for (int i = 0; rare[i]; i++)
		db_run(db, &put_or_not, A(30 + i), A(rare[i]));
	tell(db_is_postgresql(db));
	contention();
	light();
	only_postgresql();
	asked_soon();
	only_sqlite();
	db_close(db);
}

int main(void)
{
	on_both(tests);
	if (transcript[1])
		same(transcript[1], transcript[0], "both engines tell the same");
	return tap_end();
}
