/* The file store: large files, one content for equal files, broken transactions, the sweep.  Both engines. */
#include "test/db/keep.h"

#include <fcntl.h>

#include "app/store/store.h"

enum { LARGE = 30 << 20 };

static const struct job_kind *const kinds[] = {&store_sweep_job, NULL};
static struct moment (*clock_now)(void);

/* A file of n bytes that differ from place to place and from seed to seed. */
static int make_file(size_t n, unsigned seed)
{
	int fd = open(keep_folder, O_TMPFILE | O_RDWR, 0600);
	char block[4096];
	unsigned x = seed * 2654435761u + 1;

	for (size_t at = 0; at < n; at += sizeof(block)) {
		for (size_t i = 0; i < sizeof(block); i++) {
			x = x * 1664525u + 1013904223u;
			block[i] = (char)(x >> 24);
		}
		if (write(fd, block, n - at < sizeof(block) ? n - at : sizeof(block)) < 0)
			fail("write: %s", strerror(errno));
	}
	return fd;
}

static bool equal(int a, int b, size_t n)
{
	char x[4096], y[4096];

	for (size_t at = 0; at < n; at += sizeof(x)) {
		ssize_t i = pread(a, x, sizeof(x), (off_t)at), j = pread(b, y, sizeof(y), (off_t)at);

		if (i != j || i <= 0 || memcmp(x, y, (size_t)i))
			return false;
	}
	return pread(a, x, 1, (off_t)n) == 0 && pread(b, y, 1, (off_t)n) == 0;
}

struct putting {
	int fd;
	int64_t content;
	const char *name;
	bool undo;
	struct stored to;
};

static void put_tx(struct db *db, void *with)
{
	struct putting *p = with;

	if (p->content)
		store_refer(db, p->content, p->name, "application/pdf", &p->to);
	else
		store_put(db, p->fd, p->name, "text/csv", &p->to);
	if (p->undo)
		db_undo(db);
}

static struct stored put(struct db *db, int fd, const char *name)
{
	struct putting p = {.fd = fd, .name = name};

	db_tx(db, put_tx, &p);
	return p.to;
}

static void test_small(struct db *db)
{
	int fd = make_file(600 << 10, 1), empty = make_file(0, 1);
	struct stored one = put(db, fd, "附件5 實務訓練計畫表.csv"), two = put(db, fd, "另存.csv"), none = put(db, empty, "空白.csv"), got;
	struct bytes b;

	ok(one.id != two.id && one.content == two.content, "equal files share one content");
	same_int(number(db, "SELECT COUNT(*) FROM file_chunk"), 3, "… in chunks of 256 KiB, stored once");
	ok(store_look(db, keep_mem, two.id, &got), "a stored file is found");
	same(got.name, "另存.csv", "… with its own name");
	same_int(got.size, 600 << 10, "… and its size");
	ok(equal(fd, store_get_fd(db, keep_mem, one.id), 600 << 10), "what comes out is what went in");
	b = store_get(db, keep_mem, one.id);
	ok(b.n == 600 << 10, "… also as bytes");
	ok(none.id && store_get_fd(db, keep_mem, none.id) >= 0, "an empty file can be stored");
	same_int(store_get_fd(db, keep_mem, 999999), -1, "a file that is not there is told");
	close(fd);
	close(empty);
}

static void test_broken(struct db *db)
{
	int fd = make_file(1 << 20, 2);
	struct putting p = {.fd = fd, .name = "半途.csv", .undo = true};
	int64_t contents = number(db, "SELECT COUNT(*) FROM file_content"), chunks = number(db, "SELECT COUNT(*) FROM file_chunk");

	db_tx(db, put_tx, &p);
	same_int(number(db, "SELECT COUNT(*) FROM file_content"), contents, "an undone transaction leaves no content");
	same_int(number(db, "SELECT COUNT(*) FROM file_chunk"), chunks, "… and no chunks");
	close(fd);
}

static void test_large(struct db *db)
{
	int fd = make_file(LARGE, 3);
	struct putting p = {.name = "大檔.pdf", .content = store_content(db, fd)};

	same_int(number(db, "SELECT MAX(size) FROM file_content WHERE whole = 1"), LARGE, "a large content arrives in pieces");
	same_int(store_content(db, fd), p.content, "the same content again is the same");
	db_tx(db, put_tx, &p);
	ok(equal(fd, store_get_fd(db, keep_mem, p.to.id), LARGE), "what comes out is what went in");
	same_int(put(db, fd, "再存.pdf").content, p.content, "storing it whole finds it too");
	close(fd);
}

static int64_t shift;

static struct moment shifted(void)
{
	return (struct moment){clock_now().seconds + shift};
}

static void drop_tx(struct db *db, void *with)
{
	const int64_t *id = with;

	store_drop(db, *id);
}

static void kill_at_20(void *with, const struct sql *sql)
{
	int *seen = with;

	if (!strcmp(sql->name, "store_chunk_insert") && ++*seen == 20)
		kill(getpid(), SIGKILL);
}

/* Before a connection is open here: an upload is killed in its second piece. */
static void cut_upload(int fd)
{
	pid_t pid = fork();

	if (!pid) {
		struct db *db = keep_open();
		int seen = 0;

		db_watch(db, kill_at_20, &seen);
		store_content(db, fd);
		_exit(0);
	}
	waitpid(pid, NULL, 0);
}

static void test_cut(struct db *db, int fd)
{
	struct putting p = {.name = "再傳.pdf"};

	same_int(number(db, "SELECT COUNT(*) FROM file_chunk"), 16, "an upload was killed: its first piece is there");
	same_int(number(db, "SELECT COUNT(*) FROM file_content WHERE whole = 1"), 0, "… and nobody sees it");
	p.content = store_content(db, fd);
	db_tx(db, put_tx, &p);
	ok(equal(fd, store_get_fd(db, keep_mem, p.to.id), 8 << 20), "uploaded again it is whole");
	db_tx(db, drop_tx, &p.to.id);
	job_now = shifted;
	job_run_due(db, kinds);
	shift = 2 * 86400;
	job_run_due(db, kinds);
	same_int(number(db, "SELECT COUNT(*) FROM file_chunk"), 0, "the pieces of the killed upload are swept too");
	job_now = clock_now;
	shift = 0;
}

static void test_sweep(struct db *db)
{
	int fd = make_file(20 << 20, 5);
	struct stored one = put(db, fd, "一.pdf"), two = put(db, fd, "二.pdf");
	int64_t before = number(db, "SELECT COUNT(*) FROM file_content");

	job_now = shifted;
	job_run_due(db, kinds);
	shift = 2 * 86400;
	db_tx(db, drop_tx, &one.id);
	job_run_due(db, kinds);
	same_int(number(db, "SELECT COUNT(*) FROM file_content"), before, "a content with a file left stays");
	db_tx(db, drop_tx, &two.id);
	shift += 86400;
	job_run_due(db, kinds);
	same_int(number(db, "SELECT COUNT(*) FROM file_content"), before - 1, "… without one it goes in the night");
	same_int(number(db, "SELECT COUNT(*) FROM file_chunk c LEFT JOIN file_content f ON f.id = c.content WHERE f.id IS NULL"), 0,
		"… with its chunks");
	ok(!store_look(db, keep_mem, two.id, &two), "a dropped file is not found");
	job_now = clock_now;
	shift = 0;
	close(fd);
}

static void test_all(void)
{
	struct db *db;
	int fd = make_file(8 << 20, 4);

	clock_now = job_now;
	cut_upload(fd);
	db = keep_open();
	test_cut(db, fd);
	write_one(db, SQL("DELETE FROM job_period"), 0);
	close(fd);
	test_small(db);
	test_broken(db);
	test_large(db);
	test_sweep(db);
	db_close(db);
}

int main(void)
{
	on_both(test_all);
	return keep_end();
}
