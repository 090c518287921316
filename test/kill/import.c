/* The kill loop of imports: a list of 100,000 persons is taken in, by `peixun import` or by the job of a real server, and at a
 * random moment between the first byte and the last step one of all their processes is killed, or all of them at once.  Whoever
 * looks sees all of the list or nothing of it: at the kill, afterwards, and while the rest is done.       ACMS-102, ACMS-023, LEARN-029, LEARN-045
 *
 * 500 of the persons are there before, without the score that the list brings: what is filled in must not show in parts either. */
#include "test/kill/kit.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/exam/exam.h"
#include "app/import/import.h"
#include "app/roster/roster.h"
#include "app/store/store.h"
#include "base/national_id.h"
#include "base/text.h"

enum { PERSONS = 100000, BEFORE = 500, PATIENCE_SECONDS = 300 };
enum way { BY_COMMAND, BY_JOB, WAYS };
static const char *const ways[] = {"by peixun import", "by a job"};

#define ACCOUNT "A58000000A/csptc"

static const char *base_url;
static char program[600], file_name[600];
static int port;

/* ---- what the list says ---- */

static const char *id_of(int n)
{
	static char id[24];

	for (int last = 0; last < 10; last++) {
		snprintf(id, sizeof(id), "%c1%07d%d", 'A' + n % 5, n, last);
		if (national_id_valid(id))
			return id;
	}
	fail("no number for person %d", n);
}

static struct text list(void)
{
	struct text t = text_new(keep_mem, 64 << 20);

	text_puts(&t, "年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科,教育訓練成績\r\n");
	for (int i = 0; i < PERSONS; i++)
		text_print(&t, "111,007,%s,王%06d,男,080/01/31,三等考試,行政警察人員,%d.50\r\n", id_of(i), i, 60 + i % 40);
	return t;
}

static void write_list(void)
{
	struct text t = list();
	int fd = open(file_name, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (fd < 0 || write(fd, t.at, t.n) != (ssize_t)t.n || close(fd))
		fail("%s can't be written", file_name);
}

/* ---- what is there before ---- */

static void people_tx(struct db *db, void *with)
{
	static const struct sql person = {.name = "person", .values = 2, .writes = true, .text = "INSERT INTO person"
		" (national_id, name, name_key, sex, birth_date) VALUES ($1, $2, $2, 'male', '1991-01-31') RETURNING id"};
	static const struct sql admission = {.name = "admission", .values = 2, .writes = true, .text = "INSERT INTO admission"
		" (person, exam, exam_level, exam_category) VALUES ($1, $2, '三等考試', '行政警察人員')"};
	const int64_t *exam = with;

	for (int i = 0; i < BEFORE; i++) {
		int n = i * (PERSONS / BEFORE);
		struct rows *r = db_run(db, &person, A(id_of(n)), A(arena_print(keep_mem, "王%06d", n)));

		db_run(db, &admission, A(row_int(r, 0, "id")), A(*exam));
	}
}

static void basis_tx(struct db *db, void *with)
{
	int64_t *exam = with, agency = agency_add(db, "A58000000A", "公務人員保障暨培訓委員會", 0);

	account_add(db, agency, "csptc", "鄭文彬", "csptc_officer", NULL);
	*exam = exam_add(db, &(struct exam){.exam_year = 111, .exam_code = "007", .exam_name = "公務人員特種考試警察人員考試", .plan = "",
		.pass_mark_education = "60.00", .pass_mark_practical = "60.00", .roster_recipient = "國家文官學院", .plan_due_days = 7,
		.apply_due_days = 7, .active = true});
}

static void make_basis(void)
{
	struct db *db = keep_open();
	int64_t exam;

	db_tx(db, basis_tx, &exam);
	db_tx(db, people_tx, &exam);
	db_close(db);
	base_url = arena_text(keep_mem, keep_url);
}

static void copy_file(const char *from, const char *to)
{
	int in = open(from, O_RDONLY | O_CLOEXEC), out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	struct stat s;

	if (in < 0 || out < 0 || fstat(in, &s))
		fail("%s can't be copied", from);
	for (ssize_t n; s.st_size > 0 && (n = sendfile(out, in, NULL, (size_t)s.st_size)) > 0;)
		s.st_size -= n;
	close(in);
	close(out);
	if (s.st_size)
		fail("%s can't be copied", from);
}

/* A database of its own for each round: keep_url becomes a copy of the basis. */
static void copy_basis(void)
{
	bool pg = text_starts(base_url, "postgres");
	const char *name = pg ? strrchr(arena_bytes(keep_mem, base_url, strcspn(base_url, "?")), '/') + 1 : base_url;

	if (pg) {
		fresh_order(keep_mem, arena_print(keep_mem, "DROP DATABASE IF EXISTS %s_round WITH (FORCE)", name));
		fresh_order(keep_mem, arena_print(keep_mem, "CREATE DATABASE %s_round TEMPLATE %s", name, name));
		snprintf(keep_url, sizeof(keep_url), "%.*s_round%s", (int)strcspn(base_url, "?"), base_url, base_url + strcspn(base_url, "?"));
		return;
	}
	snprintf(keep_url, sizeof(keep_url), "%s.round", base_url);
	for (const char *const *end = (const char *const[]){"", "-wal", "-shm", NULL}; *end; end++)
		unlink(arena_print(keep_mem, "%s%s", keep_url, *end));
	copy_file(base_url, keep_url);
}

static void drop_copy(void)
{
	if (text_starts(keep_url, "postgres")) {
		const char *path = arena_bytes(keep_mem, keep_url, strcspn(keep_url, "?"));

		fresh_order(keep_mem, arena_print(keep_mem, "DROP DATABASE IF EXISTS %s WITH (FORCE)", strrchr(path, '/') + 1));
	}
	snprintf(keep_url, sizeof(keep_url), "%s", base_url);
}

/* ---- the server and who uploads ---- */

static int connect_to_server(void)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
	int s = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (connect(s, (struct sockaddr *)&to, sizeof(to)) == 0)
		return s;
	close(s);
	return -1;
}

static int free_port(void)
{
	struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
	socklen_t n = sizeof(at);
	int s = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (bind(s, (struct sockaddr *)&at, sizeof(at)) || getsockname(s, (struct sockaddr *)&at, &n))
		fail("no port is free");
	close(s);
	return ntohs(at.sin_port);
}

static void environment(void)
{
	setenv("PEIXUN_DB", keep_url, 1);
	setenv("PEIXUN_DATA", arena_print(keep_mem, "%s/data", keep_folder), 1);
	setenv("PEIXUN_PORT", arena_print(keep_mem, "%d", port), 1);
	if (!freopen("/dev/null", "w", stdout))
		_exit(1);
}

static pid_t server_start(void)
{
	pid_t pid = fork();
	int s = -1;

	if (!pid) {
		setpgid(0, 0);
		prctl(PR_SET_PDEATHSIG, SIGKILL);               /* no server outlives a test that fails */
		environment();
		execl(program, "peixun", "serve", NULL);
		_exit(1);
	}
	setpgid(pid, pid);
	for (int i = 0; i < 1000 && s < 0; i++) {
		nap(20);
		s = connect_to_server();
	}
	if (s < 0)
		fail("the server does not start");
	close(s);
	return pid;
}

/* As the program's pages do: the file into the store, then the batch and its job in one transaction. */
struct handing { struct import_order order; int64_t content; };

static void hand_in(struct db *db, void *with)
{
	const struct handing *h = with;

	batch_new(db, &h->order, h->content, true);
}

static _Noreturn void upload_for_job(void)
{
	struct db *db = keep_open();
	struct who who = {0};
	struct handing h = {.order = {.kind = &roster_kind, .who = &who, .file_name = "111.csv", .now = job_now()}};
	int fd = open(file_name, O_RDONLY | O_CLOEXEC);

	if (fd < 0 || !account_named(db, keep_mem, ACCOUNT, &who))
		_exit(1);
	h.content = store_content(db, fd);
	db_tx(db, hand_in, &h);
	_exit(0);
}

/* In a process of its own among those of the server; it ends with 0 when the list is taken. */
static pid_t upload_start(enum way way, pid_t server)
{
	pid_t pid = fork();

	if (pid) {
		setpgid(pid, server);
		return pid;
	}
	setpgid(0, server);
	if (way == BY_JOB)
		upload_for_job();
	environment();
	execl(program, "peixun", "import", "roster", file_name, "--as", ACCOUNT, NULL);
	_exit(1);
}

static bool upload_taken(pid_t upload)
{
	int status;

	waitpid(upload, &status, 0);
	return WIFEXITED(status) && !WEXITSTATUS(status);
}

/* ---- what is looked at ---- */

enum seen { NOTHING, ALL, HALF };

/* Hidden rows are all that a run which was cut short may leave. */
static bool hidden_left(struct db *db)
{
	return number(db, "SELECT COUNT(*) FROM import_batch WHERE hidden = 1");
}

static enum seen look(struct db *db)
{
	struct rows *r = db_run(db, SQL("SELECT COUNT(*) AS persons, COUNT(education_score) AS scores FROM trainee"));
	int64_t persons = row_int(r, 0, "persons"), scores = row_int(r, 0, "scores");

	if (persons == BEFORE && !scores)
		return NOTHING;
	if (persons == PERSONS && scores == PERSONS)
		return ALL;
	printf("# %lld persons and %lld scores are seen\n", (long long)persons, (long long)scores);
	return HALF;
}

/* What nobody goes on with (a command that was killed) stays hidden until it is swept. */
static bool settled(struct db *db)
{
	return !number(db, "SELECT COUNT(*) FROM job WHERE kind LIKE 'import%' AND subject IS NOT NULL"
		" AND state IN ('waiting', 'running')");
}

/* What a run that does not come to rest is doing. */
static void tell_standing(struct db *db)
{
	struct rows *j = db_run(db, SQL("SELECT id, kind, state, tries, lease, slot, not_before, reason FROM job")),
		*b = db_run(db, SQL("SELECT id, state, hidden, lease, job, rows_read FROM import_batch"));

	for (int i = 0; i < j->n; i++)
		printf("# job %d %s: %s, try %d, lease %d, slot %d, not before %+d s, %s\n", (int)row_int(j, i, "id"),
			row_text(j, i, "kind"), row_text(j, i, "state"), (int)row_int(j, i, "tries"), (int)row_int(j, i, "lease"),
			(int)row_int(j, i, "slot"), (int)(row_int(j, i, "not_before") - time(NULL)), row_text(j, i, "reason"));
	for (int i = 0; i < b->n; i++)
		printf("# batch %d: %s, hidden %d, lease %d, job %d, %d rows\n", (int)row_int(b, i, "id"), row_text(b, i, "state"),
			(int)row_int(b, i, "hidden"), (int)row_int(b, i, "lease"), (int)row_int(b, i, "job"), (int)row_int(b, i, "rows_read"));
}

/* Looks again and again until everything has come to rest. */
static enum seen watch(void)
{
	time_t until = time(NULL) + PATIENCE_SECONDS;
	struct db *db = keep_open();
	enum seen seen = look(db), before = seen;
	bool rest = false;

	while (seen != HALF && !rest && time(NULL) < until) {
		rest = settled(db);
		seen = look(db);
		if (before == ALL && seen == NOTHING)
			seen = HALF;
		before = seen;
		nap(rest ? 0 : 100);
	}
	if (!rest && seen != HALF) {
		printf("# it does not come to rest\n");
		tell_standing(db);
	}
	db_close(db);
	return rest ? seen : HALF;
}

static bool whole(enum seen end)
{
	struct db *db = keep_open();
	bool good = end == NOTHING || hidden_left(db) || (number(db, "SELECT COUNT(*) FROM admission") == PERSONS &&
		number(db, "SELECT COUNT(*) FROM person") == PERSONS);

	db_close(db);
	return good;
}

/* One server, one upload, one kill after so many milliseconds; then it is left in peace. */
static bool round_of(enum way way, int delay, char *told, size_t n_told)
{
	pid_t server = server_start(), upload = upload_start(way, server);
	enum seen at_kill, end;
	struct db *db;
	bool taken, headless;

	nap(delay);
	headless = kill_any(server);
	db = keep_open();
	at_kill = look(db);
	db_close(db);
	if (headless) {
		kill_all(server);
		taken = upload_taken(upload);
		server = server_start();
	} else {
		taken = upload_taken(upload);
	}
	end = at_kill == HALF ? HALF : watch();
	kill_all(server);
	snprintf(told, n_told, "%s, after %d ms: %s at the kill, %s at the end%s", ways[way], delay, at_kill == ALL ? "all" : "nothing",
		end == ALL ? "all" : "nothing", taken ? "" : ", it was not taken");
	return at_kill != HALF && end != HALF && (end == ALL || !taken) && (at_kill != ALL || end == ALL) && whole(end);
}

/* How long it takes when nobody disturbs it, in milliseconds. */
static int undisturbed(enum way way)
{
	struct timespec from, to;
	pid_t server, upload;

	copy_basis();
	server = server_start();
	clock_gettime(CLOCK_MONOTONIC, &from);
	upload = upload_start(way, server);
	if (!ok(upload_taken(upload), "%s: the list is taken", ways[way]) || !ok(watch() == ALL, "… and all of it is seen (ACMS-023)"))
		fail("the loop makes no sense");
	clock_gettime(CLOCK_MONOTONIC, &to);
	kill_all(server);
	return (int)((to.tv_sec - from.tv_sec) * 1000 + (to.tv_nsec - from.tv_nsec) / 1000000);
}

static void test_all(void)
{
	int rounds = kill_rounds(100, 5), spans[WAYS], bad = 0;
	char told[200];

	snprintf(file_name, sizeof(file_name), "%s/111.csv", keep_folder);
	port = free_port();
	make_basis();
	write_list();
	for (int way = 0; way < WAYS; way++) {
		spans[way] = undisturbed((enum way)way);
		printf("# %s, undisturbed: %d ms\n", ways[way], spans[way]);
	}
	for (int i = 0; i < rounds && !bad; i++) {
		enum way way = (enum way)kill_random(WAYS);
		bool good;

		copy_basis();
		good = round_of(way, kill_random(spans[way]), told, sizeof(told));
		bad += !ok(good, "kill %d of %d: all or nothing (ACMS-102), %s", i + 1, rounds, told);
	}
	drop_copy();
}

/* The program beside this one: build/MODE/test/kill/import is run, build/MODE/peixun is tested. */
int main(void)
{
	kill_find(program, sizeof program);
	kill_begin();
	on_both(test_all);
	return keep_end();
}
