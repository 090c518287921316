/* Migrations, each once; statements that do not prepare; scans that nobody meant.  And the program's own of each. */
#include "db/built.h"
#include "test/db/engine.h"

static const struct migration first = {"0001-first",
	"-- SERIAL_ID in a remark stays\n"
	"CREATE TABLE person (id SERIAL_ID, name TEXT NOT NULL DEFAULT 'BYTES SERIAL_ID', face BYTES);\n"
	"-- small: kind\n"
	"CREATE TABLE kind (id BIGINT PRIMARY KEY, word TEXT);\n"
	"-- only: sqlite\n"
	"INSERT INTO kind (id, word) VALUES (1, 'sqlite');\n"
	"-- end\n"
	"-- only: postgresql\n"
	"INSERT INTO kind (id, word) VALUES (1, 'postgresql');\n"
	"-- end\n"};
static const struct migration second = {"0002-second",
	"ALTER TABLE person ADD COLUMN note TEXT;\nCREATE INDEX person_by_note ON person (note);\n"
	"CREATE INDEX person_faceless ON person (id) WHERE face IS NULL;\n"};
static const struct migration second_changed = {"0002-second", "ALTER TABLE person ADD COLUMN remark TEXT;\n"};
static const struct migration broken = {"0003-broken", "CREATE TABLE half (id SERIAL_ID);\nCREATE TABLE half (id SERIAL_ID);\n"};
static const struct migration other_block = {"0003-other", "-- only: oracle\n-- end\n"};

SQL(add, 1, "INSERT INTO person (note) VALUES ($1) RETURNING id", .writes = true);
SQL(forget, 1, "DELETE FROM person WHERE id = $1", .writes = true);
SQL(words, 1, "SELECT word FROM kind WHERE id = $1");
SQL(names, 1, "SELECT name, face, note FROM person WHERE id = $1");
SQL(all_kinds, 0, "SELECT word FROM kind ORDER BY word");
SQL(all_names, 0, "SELECT p.name FROM person AS p");
SQL(all_meant, 0, "SELECT name FROM person", .scans = true);
SQL(by_note, 1, "SELECT name FROM person WHERE note = $1");
SQL(faceless, 0, "SELECT id FROM person WHERE face IS NULL ORDER BY id");
SQL(halves, 0, "SELECT COUNT(*) AS n FROM half", .scans = true);
SQL(no_table, 0, "SELECT 1 FROM nothing");
SQL(few_values, 1, "SELECT name FROM person WHERE id = $1 OR note = $2");

static struct db *db;

static void named_ok(bool good, const char *what)
{
	ok(good, "%s: %s", engine, what);
}

static int migrate(struct db *d, int n, const struct migration *a, const struct migration *b, const struct migration *c)
{
	struct migration all[3] = {*a, b ? *b : *a, c ? *c : *a};

	return db_migrate(d, all, n);
}

static void start_together(struct db *d, int who)
{
	int made = migrate(d, 2, &first, &second, NULL);

	(void)who;
	_exit(made == 0 || made == 1 || made == 2 ? 0 : 1);
}

static void is_changed(struct db *d) { migrate(d, 2, &first, &second_changed, NULL); }
static void is_unknown(struct db *d) { migrate(d, 1, &first, NULL, NULL); }
static void is_broken(struct db *d) { migrate(d, 3, &first, &second, &broken); }
static void has_other_block(struct db *d) { migrate(d, 3, &first, &second, &other_block); }
static void reads_half(struct db *d) { db_run(d, &halves); }

static void migrating(void)
{
	same_int(migrate(db, 1, &first, NULL, NULL), 1, "the first is new");
	same_int(migrate(db, 1, &first, NULL, NULL), 0, "then it is not");
	named_ok(crowd(4, start_together) == 4, "four processes start at once");
	same_int(migrate(db, 2, &first, &second, NULL), 0, "and the second is there");
	named_ok(db_arena(db) == mem, "the caller's arena stays");
	ok(status_of(is_changed) == 70, "%s: a changed text is a fault", engine);
	ok(status_of(is_unknown) == 70, "%s: an applied one that the program lacks is a fault", engine);
	ok(status_of(has_other_block) == 70, "%s: a block for no engine is a fault", engine);
	ok(status_of(is_broken) == 70 && status_of(reads_half) == 70, "%s: a broken one leaves nothing", engine);
}

static void marks(void)
{
	int64_t id = number(db_run(db, &add, A("a")), "id"), next = number(db_run(db, &add, A("b")), "id");

	same(row_text(db_run(db, &words, A(1)), 0, "word"), engine, "each engine has its block");
	same(row_text(db_run(db, &names, A(id)), 0, "name"), "BYTES SERIAL_ID", "what is in quotes stays");
	named_ok(next > id, "ids grow");
	db_run(db, &forget, A(next));
	named_ok(number(db_run(db, &add, A("c")), "id") > next, "an id is never given twice");
}

static void checking(void)
{
	named_ok(!db_check_sql(db, (const struct sql *const[]){&names, &all_kinds, &add, NULL}), "good statements");
	same_int(db_check_sql(db, (const struct sql *const[]){&no_table, &names, &few_values, NULL}), 2, "two that are not");
}

/* The plan of SQLite alone tells. */
static void scanning(void)
{
	struct db *fresh = open_one();

	db_run(fresh, &all_kinds);
	db_run(fresh, &all_meant);
	db_run(fresh, &by_note, A("a"));
	db_run(fresh, &faceless);
	same(db_scan_found(fresh), "", "a small table, a scan that is meant, an index, an index of a part");
	db_run(fresh, &all_names);
	db_run(fresh, &all_names);
	same(db_scan_found(fresh), db_is_postgresql(fresh) ? "" : "all_names(person)", "a scan that is not meant");
	db_close(fresh);
}

static void tests(void)
{
	db = open_one();
	migrating();
	marks();
	checking();
	scanning();
	db_close(db);
}

static void program(void)
{
	db = open_one();
	same_int(db_migrate(db, migrations, n_migrations), n_migrations, "the program's migrations apply");
	same_int(db_migrate(db, migrations, n_migrations), 0, "once");
	same_int(db_check_sql(db, all_sql), 0, "the program's statements prepare");
	same(db_scan_found(db), "", "and none scans what may be large");
	db_close(db);
}

int main(void)
{
	on_both(tests);
	on_both(program);
	return tap_end();
}
