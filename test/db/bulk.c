/* Many rows in and many rows out, the same on both engines. */
#include "test/db/engine.h"

enum { MANY = 2500 };

SQL(make_row, 0, "CREATE TABLE item (id BIGINT PRIMARY KEY, name TEXT, day TEXT, note TEXT CHECK (note <> 'refused'))",
	.writes = true);
SQL(make_blob, 0, "CREATE TABLE part (id BIGINT PRIMARY KEY, content BLOB)", .writes = true);
SQL(make_bytea, 0, "CREATE TABLE part (id BIGINT PRIMARY KEY, content BYTEA)", .writes = true);
SQL(put, 4, "INSERT INTO item (id, name, day, note) VALUES ($1, $2, $3, $4)", .writes = true,
	.copy = "COPY item (id, name, day, note) FROM STDIN");
SQL(put_part, 2, "INSERT INTO part (id, content) VALUES ($1, $2)", .writes = true, .copy = "COPY part (id, content) FROM STDIN");
SQL(put_note, 2, "INSERT INTO item (id, note) VALUES ($1, $2)", .writes = true);
SQL(change_note, 2, "UPDATE item SET note = $2 WHERE id = $1", .writes = true);
SQL(one, 1, "SELECT name, day, note FROM item WHERE id = $1");
SQL(count_all, 0, "SELECT COUNT(*) AS n, SUM(id) AS total FROM item", .scans = true);
SQL(from_on, 1, "SELECT id, name FROM item WHERE id >= $1 ORDER BY id");
SQL(parts, 0, "SELECT id, content FROM part ORDER BY id", .scans = true);

static struct db *db;

static void named_ok(bool good, const char *what)
{
	ok(good, "%s: %s", engine, what);
}

/* ---- in */

static const char *const rare[] = {
	"", "\\", "\\N", "\\.", "a\tb", "a\nb", "a\rb", "\b\f\v", "\\\\n", "\x01\x7F", "𠮷野家", "\xEE\x80\x80", "'\"", " end ", NULL
};
enum { RARE = sizeof rare / sizeof *rare };                     /* the last is NULL, a value too */

struct feed { int from, n, at, bad; const char *bad_note; };

static bool next_item(void *with, struct value *row)
{
	struct feed *f = with;

	if (f->at == f->n)
		return false;
	row[0] = A(f->from + f->at);
	row[1] = A(rare[f->at % RARE]);
	if (f->at % 2)
		row[2] = A(date_make(2024, 2, 29));
	if (f->at == f->bad)
		row[3] = A(f->bad_note);
	f->at++;
	return true;
}

struct loading { struct feed feed; int64_t given, changed; };

static void load(struct db *d, void *with)
{
	struct loading *l = with;

	l->feed.at = 0;
	l->given = db_load(d, &put, next_item, &l->feed);
	l->changed = db_changed(d);
}

static void check_loaded(void)
{
	bool good = true;

	for (int i = 0; i < 2 * RARE; i++) {
		struct rows *r = db_run(db, &one, A(i + 1));
		const char *name = rare[i % RARE];

		good &= name ? text_is(row_text(r, 0, "name"), name) && !row_null(r, 0, "name") : row_null(r, 0, "name");
		good &= text_is(row_text(r, 0, "day"), i % 2 ? "2024-02-29" : "") && row_null(r, 0, "note");
	}
	named_ok(good, "rare text, days and NULL arrive as they are");
}

static void loading(void)
{
	struct loading l = {.feed = {.from = 1, .n = MANY, .bad = -1}}, none = {.feed = {.bad = -1}};

	named_ok(db_tx(db, load, &l) == DB_OK && l.given == MANY && l.changed == MANY, "many rows");
	same_int(number(db_run(db, &count_all), "n"), MANY, "are stored");
	check_loaded();
	named_ok(db_tx(db, load, &none) == DB_OK && !none.given, "no rows");
}

static void refused_loads(void)
{
	struct loading twice = {.feed = {.from = MANY - 10, .n = 20, .bad = -1}};
	struct loading bad = {.feed = {.from = MANY + 100, .n = 20, .bad = 7, .bad_note = "refused"}};

	named_ok(db_tx(db, load, &twice) == DB_UNDONE && db_conflict(db) && !twice.given, "a key twice is refused");
	named_ok(db_tx_bulk(db, load, &bad) == DB_UNDONE && db_conflict(db) && !bad.given, "what a CHECK refuses too");
	same_int(number(db_run(db, &count_all), "n"), MANY, "and nothing of it is stored");
}

static bool next_part(void *with, struct value *row)
{
	static char all[70000];                                     /* more than a buffer of COPY */
	int *at = with;

	for (size_t i = 0; i < sizeof all; i++)
		all[i] = (char)(i * 31 + i / 256);
	row[0] = A(*at);
	row[1] = A(((struct bytes){all, *at == 1 ? 0 : sizeof all}));
	return ++*at <= 3;
}

static void load_parts(struct db *d, void *with)
{
	int at = 1;

	(void)with;
	same_int(db_load(d, &put_part, next_part, &at), 2, "two rows of bytes");
}

static void bytes_in(void)
{
	db_tx(db, load_parts, NULL);
	struct rows *r = db_run(db, &parts);
	struct bytes b = row_bytes(r, 1, "content");
	bool good = b.n == 70000;

	for (size_t i = 0; good && i < b.n; i++)
		good = ((const char *)b.at)[i] == (char)(i * 31 + i / 256);
	named_ok(good && !row_null(r, 0, "content") && !row_bytes(r, 0, "content").n, "bytes come back");
}

/* ---- out */

struct reading { int pieces, most, stop_after, writes; int64_t total, rows; struct db *aside; };

static bool add_piece(void *with, const struct rows *r)
{
	struct reading *t = with;

	t->pieces++;
	t->most = r->n > t->most ? r->n : t->most;
	for (int i = 0; i < r->n; i++)
		t->total += row_int(r, i, "id");
	t->rows += r->n;
	return t->pieces != t->stop_after;
}

static struct reading read_from(int from, int piece, int stop_after)
{
	struct arena *pieces = arena_new(1 << 20);
	struct reading t = {.stop_after = stop_after};

	db_each(db, pieces, piece, &from_on, (const struct value[]){A(from)}, 1, add_piece, &t);
	arena_free(pieces);
	return t;
}

static void pieces(void)
{
	struct reading t = read_from(1, 100, 0);

	named_ok(t.rows == MANY && t.pieces == 25 && t.most == 100, "25 pieces of 100 rows");
	named_ok(t.total == (int64_t)MANY * (MANY + 1) / 2, "each row once");
	t = read_from(1, 999, 0);
	named_ok(t.rows == MANY && t.pieces == 3, "a last piece that is smaller");
	t = read_from(MANY + 1, 10, 0);
	named_ok(!t.pieces, "no rows, no call");
	t = read_from(1, 10, 2);
	named_ok(t.pieces == 2 && t.rows == 20, "it stops when told");
	named_ok(read_from(1, 1, 3).rows == 3, "pieces of one row");
}

/* Reads of its own, the same statement among them, on the same connection; and another's write amid it. */
static bool look_aside(void *with, const struct rows *r)
{
	struct reading *t = with;

	db_run(t->aside, &put_note, A(100000 + t->pieces), A("another's"));
	same_int(number(db_run(db, &one, A(1)), "note"), 0, "a read amid a read");
	t->most = db_run(db, &from_on, A(MANY))->n;
	return add_piece(with, r);
}

static void aside(void)
{
	struct arena *piece = arena_new(1 << 20);
	struct reading t = {.aside = open_one()};

	db_each(db, piece, 1000, &from_on, (const struct value[]){A(1)}, 1, look_aside, &t);
	same_int(t.rows, MANY, "one consistent read, whatever others write");
	same_int(number(db_run(db, &count_all), "n"), MANY + 3, "what they wrote is there afterwards");
	db_close(t.aside);
	arena_free(piece);
}

static bool note_them(void *with, const struct rows *r)
{
	struct reading *t = with;

	for (int i = 0; i < r->n; i++, t->writes++)
		db_run(db, &put_note, A(200000 + row_int(r, i, "id")), A("copied"));
	return add_piece(with, r);
}

static void read_and_write(struct db *d, void *with)
{
	struct arena *piece = arena_new(1 << 20);

	db_each(d, piece, 1, &from_on, (const struct value[]){A(100000)}, 1, note_them, with);
	arena_free(piece);
}

static bool undo_amid(void *with, const struct rows *r)
{
	add_piece(with, r);
	db_run(db, &put_note, A(1), A("a key twice"));
	return !db_undone(db);
}

static void refused_amid(struct db *d, void *with)
{
	struct arena *piece = arena_new(1 << 20);

	db_each(d, piece, 1, &from_on, (const struct value[]){A(1)}, 1, undo_amid, with);
	arena_free(piece);
}

static void within_transactions(void)
{
	struct reading t = {.stop_after = 3}, u = {0};

	named_ok(db_tx(db, read_and_write, &t) == DB_OK && t.writes == 3, "in a transaction it may write");
	same_int(number(db_run(db, &count_all), "n"), MANY + 6, "what it wrote is stored");
	named_ok(db_tx(db, refused_amid, &u) == DB_UNDONE && db_conflict(db) && u.pieces == 1, "a refusal amid a read");
	named_ok(number(db_run(db, &count_all), "n") == MANY + 6, "and the connection goes on");
}

/* ---- faults */

static bool never(void *with, struct value *row) { (void)with; (void)row; return false; }
static bool runs(void *with, struct value *row) { (void)row; db_run(with, &count_all); return false; }
static bool not_text(void *with, struct value *row) { (void)with; row[1] = A("\xFF"); return true; }
static void loads_without_copy(struct db *d, void *with) { (void)with; db_load(d, &put_note, never, NULL); }
static void loads_and_runs(struct db *d, void *with) { (void)with; db_load(d, &put, runs, d); }
static void loads_dirty(struct db *d, void *with) { (void)with; db_load(d, &put, not_text, NULL); }
static void load_outside(struct db *d) { db_load(d, &put, never, NULL); }
static void without_copy(struct db *d) { db_tx(d, loads_without_copy, NULL); }
static void run_amid_load(struct db *d) { db_tx(d, loads_and_runs, NULL); }
static void dirty(struct db *d) { db_tx(d, loads_dirty, NULL); }
static bool writes(void *with, const struct rows *r) { (void)r; db_run(with, &change_note, A(1), A("x")); return false; }
static void nothing(struct db *d, void *with) { (void)d; (void)with; }
static bool transacts(void *with, const struct rows *r) { (void)r; db_tx(with, nothing, NULL); return false; }

static void write_amid(struct db *d)
{
	db_each(d, arena_new(1 << 20), 1, &from_on, (const struct value[]){A(1)}, 1, writes, d);
}

static void transaction_amid(struct db *d)
{
	db_each(d, arena_new(1 << 20), 1, &from_on, (const struct value[]){A(1)}, 1, transacts, d);
}

static void writes_in_read(struct db *d, void *with) { (void)with; db_run(d, &change_note, A(1), A("x")); }
static void write_in_read(struct db *d) { db_tx_read(d, writes_in_read, NULL); }

static void text_changes(struct db *d)
{
	char text[] = "SELECT 1 AS a";
	struct sql sql = {.name = "changing", .text = text};

	db_run(d, &sql);
	text[7] = '2';
	db_run(d, &sql);
}

static void faults(void)
{
	static const struct { void (*what)(struct db *); const char *name; } all[] = {
		{load_outside, "a load outside a transaction"}, {without_copy, "a load without a COPY form"},
		{run_amid_load, "a statement amid a load"}, {dirty, "a load of text not in UTF-8"},
		{write_amid, "a write amid a read"}, {transaction_amid, "a transaction amid a read"},
		{write_in_read, "a write in a transaction that only reads"}, {text_changes, "a statement's text that changes"},
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		ok(status_of(all[i].what) == 70, "%s: fault: %s", engine, all[i].name);
}

static void tests(void)
{
	db = open_one();
	db_run(db, &make_row);
	db_run(db, db_is_postgresql(db) ? &make_bytea : &make_blob);
	loading();
	refused_loads();
	bytes_in();
	pieces();
	aside();
	within_transactions();
	faults();
	db_close(db);
}

int main(void)
{
	on_both(tests);
	return tap_end();
}
