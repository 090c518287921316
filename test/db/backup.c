/* A database moves from one engine to the other and back without loss, and a damaged backup is refused.   ACMS-101 ACMS-103 */
#include "test/db/keep.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "app/audit/audit.h"
#include "app/backup/backup.h"
#include "base/text.h"
#include "file/packed.h"

enum { MANY = 2300, CHUNK = 300000 };

static const char *const rare[] = {
	"", "\\", "\\N", "\\.", "a\tb", "a\nb", "a\rb", "\b\f\v", "\\\\n", "\x01\x7F", "𠮷野家", "\xEE\x80\x80", "'\"", " end ", "\\x41", "\xEF\xBB\xBF"
};
enum { RARE = sizeof rare / sizeof *rare };

static int new_file(const char *name)
{
	return open(arena_print(keep_mem, "%s/%s", keep_folder, name), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
}

/* ---- what is moved */

/* run(db, "INSERT … $1", A(…)): a statement of the test. */
#define run(db, words, ...) db_run((db), arena_copy(keep_mem, &(struct sql){.name = "test", .text = (words), .writes = true, .scans = true, \
	.values = (int)(sizeof(struct value[]){{VALUE_NULL, 0, 0, 0}, ##__VA_ARGS__} / sizeof(struct value)) - 1}, sizeof(struct sql)), \
	##__VA_ARGS__)

static void fill_texts(struct db *db)
{
	for (int i = 0; i < MANY; i++)
		run(db, "INSERT INTO list_memory (account, path, query) VALUES ($1, $2, $3)", A(i), A(rare[i % RARE]), A(rare[i / RARE % RARE]));
	run(db, "INSERT INTO list_memory (account, path, query) VALUES ($1, 'least', '')", A(INT64_MIN + 1));
	run(db, "INSERT INTO list_memory (account, path, query) VALUES ($1, 'most', '')", A(INT64_MAX));
}

/* The first one's parent comes behind it. */
static void fill_agencies(struct db *db)
{
	run(db, "INSERT INTO agency (id, code, name) VALUES (7, '323000000A', '示範部')");
	run(db, "INSERT INTO agency (id, code, name, parent) VALUES (3, '323010000B', '示範局', 7)");
	run(db, "INSERT INTO account (id, agency, name, role) VALUES (5, 3, '承辦人', 'agency_officer')");
	run(db, "INSERT INTO person (id, national_id, name, name_key, sex, birth_date) VALUES (9, 'A123456789', '王小明', 'ff00', '1', '1995-05-05')");
	run(db, "INSERT INTO exam (id, exam_year, exam_code, exam_name) VALUES (2, 111, '007', '警察人員考試')");
	run(db, "INSERT INTO admission (id, person, exam, exam_level, exam_category) VALUES (4, 9, 2, '', '')");
	run(db, "INSERT INTO plan_form (admission, work_items, unit) VALUES (4, $1, $2)", A(rare[5]), A(rare[10]));
}

/* The highest id was given and its row is gone: it is not given a second time. */
static void fill_ids(struct db *db)
{
	static const char words[] = "INSERT INTO notice (agency, account, kind, subject_kind, subject, text, link, made) "
		"VALUES (3, 0, 'test', 'trainee', $1, '', '', 1) RETURNING id";

	for (int i = 0; i < 3; i++)
		run(db, words, A(i));
	run(db, "DELETE FROM notice WHERE subject = 2");
}

static void fill_bytes(struct db *db)
{
	unsigned char *all = arena_get(keep_mem, CHUNK);

	for (size_t i = 0; i < CHUNK; i++)
		all[i] = (unsigned char)(i * 31 + i / 256);
	run(db, "INSERT INTO file_content (id, sha256, size, whole, touched) VALUES (1, 'x', 5, 1, 1)");
	for (int i = 0; i < 45; i++)
		run(db, "INSERT INTO file_chunk (content, number, bytes) VALUES (1, $1, $2)", A(i),
			A(((struct bytes){all, i ? CHUNK / (size_t)i : 0})));
}

static void fill(struct db *db, void *with)
{
	(void)with;
	fill_texts(db);
	fill_agencies(db);
	fill_ids(db);
	fill_bytes(db);
	for (int i = 0; i < 30; i++)
		audit_add(db, &(struct audit_event){.account = 5, .agency = 3, .action = "report.save", .subject_kind = "trainee", .subject = i,
			.after = rare[i % RARE]});
}

/* ---- there and back */

static bool same_rows(const struct backup *a, const struct backup *b)
{
	bool good = a->rows == b->rows;

	for (int i = 0; i < n_tables; i++) {
		bool same_one = a->sums[i].rows == b->sums[i].rows && text_is(a->sums[i].sha256, b->sums[i].sha256) && a->sums[i].last == b->sums[i].last;

		if (!same_one)
			printf("# %s: %lld rows, last id %lld; %lld, %lld\n", all_tables[i].name, (long long)a->sums[i].rows, (long long)a->sums[i].last,
				(long long)b->sums[i].rows, (long long)b->sums[i].last);
		good &= same_one;
	}
	return good;
}

static struct db *open_at(const char *url)
{
	struct db *db = db_open(url);

	db_use_arena(db, keep_mem);
	db_migrate(db, migrations, n_migrations);
	return db;
}

static struct backup write_backup(struct db *db, int fd)
{
	struct backup b;

	same(backup_write(db, keep_mem, fd, false, &b), NULL, "a backup is written");
	return b;
}

static void print_finding(void *with, const struct audit_finding *f)
{
	(void)with;
	printf("# %s\n", f->text);
}

static int64_t last_notice(const struct backup *b)
{
	int i = 0;

	while (!text_is(all_tables[i].name, "notice"))
		i++;
	return b->sums[i].last;
}

/* The file into an empty database, and what that one then holds. */
static void moved(const char *url, const struct backup *original, int fd, const char *to)
{
	struct db *db = open_at(url);
	struct backup read, again;
	int second = new_file("again");

	run(db, "INSERT INTO contact_line (topic, numbers, shown_on, place) VALUES ('delivered', '', '', 1)");
	printf("# to %s\n", to);
	same(backup_verify(keep_mem, fd, &read), NULL, "the file is sound");
	ok(same_rows(original, &read) && text_is(read.made, original->made), "… and says what it was made of");
	same(backup_restore(db, keep_mem, fd, &read), NULL, "it is restored");
	again = write_backup(db, second);
	ok(same_rows(original, &again), "ACMS-101 every row of every table is the same, and so are the last ids");
	same_int(audit_verify(db, NULL, print_finding, NULL), 0, "ACMS-103 the audit log verifies");
	same_int(row_int(run(db, "INSERT INTO notice (agency, account, kind, subject_kind, subject, text, link, made) "
		"VALUES (3, 0, 'test', 'trainee', 99, '', '', 1) RETURNING id"), 0, "id"), last_notice(original) + 1, "a new row gets an id that nobody ever had");
	ok(backup_restore(db, keep_mem, fd, &read), "what is not empty is not restored into");
	run(db, "DELETE FROM notice WHERE subject = 99");
	close(second);
	db_close(db);
}

/* Every table of the database is among those that sqlc read from the migrations. */
static void test_complete(struct db *db)
{
	struct rows *r = run(db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
		" AND name NOT IN ('schema_migration') ORDER BY rowid");
	int found = 0;

	for (int i = 0; i < r->n; i++)
		for (int k = 0; k < n_tables; k++)
			found += text_is(row_text(r, i, "name"), all_tables[k].name);
	ok(r->n == n_tables && found == r->n, "the backup knows every table (%d of %d)", found, r->n);
	for (int k = 0; k < n_tables; k++) {
		struct rows *c = run(db, arena_print(keep_mem, "SELECT name FROM pragma_table_info('%s') ORDER BY cid", all_tables[k].name));
		bool all = c->n == all_tables[k].columns;

		for (int i = 0; all && i < c->n; i++)
			all = text_is(row_text(c, i, "name"), all_tables[k].column[i].name);
		if (!all)
			ok(false, "… and every column of %s", all_tables[k].name);
	}
}

/* ---- damage */

static char *whole_file(int fd, size_t *n)
{
	struct stat s;
	char *all;

	fstat(fd, &s);
	*n = (size_t)s.st_size;
	all = arena_get(keep_mem, *n);
	return pread(fd, all, *n, 0) == (ssize_t)*n ? all : NULL;
}

static bool refused(const char *all, size_t n)
{
	int fd = new_file("damaged");
	struct arena *mem = arena_new(64 << 20);
	struct backup b;
	bool good = write(fd, all, n) == (ssize_t)n && backup_verify(mem, fd, &b) != NULL;

	close(fd);
	arena_free(mem);
	return good;
}

static void test_bytes_changed(int fd)
{
	size_t n, missed = 0, cut = 0;
	char *all = whole_file(fd, &n);

	for (size_t i = 10; i < n; i += n / 60) {
		all[i] ^= 4;
		missed += !refused(all, n);
		all[i] ^= 4;
	}
	same_int((long long)missed, 0, "ACMS-103 a changed byte is found, wherever it is");
	for (size_t i = 0; i < n; i += n / 25)
		cut += !refused(all, i);
	same_int((long long)cut + !refused(all, n - 1), 0, "… a file that was cut off too");
	ok(!refused(all, n), "… and the file as it was is sound");
}

/* Somebody unpacks the file, changes one line and packs it again. */
static bool changed_line_refused(int fd, const char *from, const char *to)
{
	struct arena *mem = arena_new((size_t)1 << 30);
	int changed_fd = new_file("changed"), times = 0;
	struct packed *in, *out = packed_write(mem, changed_fd);
	struct text line = text_new(mem, 1 << 20);
	struct backup b;

	lseek(fd, 0, SEEK_SET);
	in = packed_read(mem, fd);
	while (packed_line(in, &line) == PACKED_LINE) {
		char *at = strstr(line.at, from);

		if (at && !times++)
			packed_put(out, to, strlen(to));
		else
			packed_put(out, line.at, line.n);
	}
	bool good = packed_finish(out) && times && backup_verify(mem, changed_fd, &b);

	close(changed_fd);
	arena_free(mem);
	return good;
}

static void test_lines_changed(int fd)
{
	static const struct { const char *from, *to, *what; } all[] = {
		{"peixun-backup", "peixun-backup 2\n", "a file of another kind"}, {"migration 0002", "", "a missing migration"},
		{"table exam", "table exam id\n", "other columns"}, {"王小明", "\t9\tA123456789\t王大明\tff00\t1\t1995-05-05\t1\t\\N\n", "a changed name"},
		{"end person", "end person 2\n", "another number of rows"}, {"\tA123456789", "", "a missing row"},
		{"whole ", "", "a missing end"}, {"whole ", "whole 00\n", "another sum"}, {"table agency", "table agency\n\t\n", "too few cells"},
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		ok(changed_line_refused(fd, all[i].from, all[i].to), "ACMS-103 refused: %s", all[i].what);
}

/* ---- one moment */

static const struct sql count_lists = {.name = "count_lists", .text = "SELECT COUNT(*) AS n FROM list_memory", .scans = true};

struct watching { struct db *other; int64_t before, after; };

static void look_twice(struct db *db, void *with)
{
	struct watching *w = with;

	w->before = row_int(db_run(db, &count_lists), 0, "n");
	write_one(w->other, SQL("INSERT INTO list_memory (account, path, query) VALUES (0, 'amid', '')"), 0);
	w->after = row_int(db_run(db, &count_lists), 0, "n");
}

static void test_moment(struct db *db, const char *url)
{
	struct watching w = {.other = open_at(url)};

	db_tx_read(db, look_twice, &w);
	ok(w.before > 0 && w.before == w.after, "a backup reads one moment while others write");
	write_one(w.other, SQL("DELETE FROM list_memory WHERE path = 'amid'"), 0);
	db_close(w.other);
}

/* ---- all or nothing */

/* A backup of rows that refer to nothing, as only a broken database has them. */
static void write_astray(int fd)
{
	struct db *db = open_at(arena_print(keep_mem, "%s/astray.db", keep_folder));
	struct backup b;

	run(db, "PRAGMA foreign_keys = OFF");
	run(db, "INSERT INTO exam (exam_year, exam_code, exam_name) VALUES (111, '007', '')");
	run(db, "INSERT INTO account (agency, name, role) VALUES (1, 'nobody', 'sysadmin')");
	backup_write(db, keep_mem, fd, false, &b);
	db_close(db);
}

static void test_nothing(const char *url, int fd, const char *engine)
{
	struct db *db = open_at(url);
	struct backup b;
	int64_t rows = 0;

	ok(!backup_verify(keep_mem, fd, &b) && backup_restore(db, keep_mem, fd, &b), "%s: rows that refer to nothing are refused", engine);
	for (int i = 0; i < n_tables; i++)
		rows += db_run(db, &all_tables[i].any)->n;
	same_int(rows, 0, "… and no row of the file is stored");
	db_close(db);
}

/* ---- the key */

static void test_key(struct db *db)
{
	int fd = new_file("with-key");
	struct backup b, read;
	unsigned char key[AUDIT_KEY];

	ok(!backup_write(db, keep_mem, fd, true, &b) && !backup_verify(keep_mem, fd, &read), "a backup with the key");
	ok(read.has_key && audit_key_look(key) && !memcmp(read.key, key, AUDIT_KEY), "… holds the key of the audit log");
	audit_key(arena_print(keep_mem, "%s/second.key", keep_folder));
	ok(audit_key_put(read.key) && audit_key_put(read.key), "it is put where there is none, or the same");
	same_int(audit_verify(db, NULL, print_finding, NULL), 0, "… and the log verifies by it");
	key[0] ^= 1;
	ok(!audit_key_put(key), "another one does not take its place");
	close(fd);
}

int main(void)
{
	const char *first, *second, *third;

	if (!mkdtemp(keep_folder))
		fail("%s: %s", keep_folder, strerror(errno));
	keep_mem = arena_new((size_t)4 << 30);
	audit_key(arena_print(keep_mem, "%s/audit.key", keep_folder));
	first = arena_print(keep_mem, "%s/first.db", keep_folder);
	third = arena_print(keep_mem, "%s/third.db", keep_folder);
	second = fresh_server() ? fresh_make(keep_mem) : arena_print(keep_mem, "%s/second.db", keep_folder);

	struct db *db = open_at(first);
	int fd = new_file("backup"), fd_back = new_file("back");

	db_tx(db, fill, NULL);
	audit_seal(db);
	test_complete(db);
	test_moment(db, first);
	struct backup original = write_backup(db, fd);

	int fd_astray = new_file("astray");

	write_astray(fd_astray);
	test_nothing(second, fd_astray, fresh_server() ? "PostgreSQL" : "SQLite");
	test_nothing(third, fd_astray, "SQLite");
	moved(second, &original, fd, fresh_server() ? "PostgreSQL" : "SQLite");
	struct db *there = open_at(second);

	test_moment(there, second);
	struct backup back = write_backup(there, fd_back);

	ok(back.rows == original.rows, "as many rows as at first");
	moved(third, &back, fd_back, "SQLite");
	db_close(there);
	test_bytes_changed(fd);
	test_lines_changed(fd);
	test_key(db);
	db_close(db);
	if (!fresh_server())
		printf("ok %d - postgresql # SKIP PEIXUN_TEST_PG is not set\n", ++tap_count);
	if (fresh_server())
		fresh_drop(keep_mem);
	return keep_end();
}
