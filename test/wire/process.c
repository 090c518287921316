/* Workers: who gets which connection, and what happens when one ends. */
#include "test/wire/kit.h"

static void even(void)
{
	int fds[40], pids[2] = {0}, count[2] = {0};

	for (int i = 0; i < 40; i++) {
		fds[i] = dial(ports[0]);
		put(fds[i], "GET /pid HTTP/1.1\r\nHost: t\r\n\r\n");
		int pid = pid_of(get_reply(fds[i], false));
		int k = pid == pids[0] || !pids[0] ? 0 : 1;

		pids[k] = pid;
		count[k]++;
	}
	same_int(count[0], 20, "40 kept connections: half on one worker");
	same_int(count[1], 20, "half on the other");
	for (int i = 0; i < 40; i++)
		close(fds[i]);
}

/* Asks until both places are taken by others than `except`; false when that never happens. */
static bool two_others(int except)
{
	int one = 0;

	for (int i = 0; i < 2000; i++, usleep(5000)) {
		int pid = pid_of(get("/pid"));

		if (pid && pid != except && one && pid != one)
			return true;
		if (pid && pid != except)
			one = pid;
	}
	return false;
}

static void killed(void)
{
	int pid = pid_of(get("/pid"));

	kill(pid, SIGKILL);
	ok(two_others(pid), "a killed worker is replaced");
	int fd = dial(ports[0]);

	put(fd, "GET /die HTTP/1.1\r\nHost: t\r\n\r\n");
	ok(!status_of(get_reply(fd, false)), "one that dies in a request cannot answer");
	close(fd);
	ok(two_others(0), "and is replaced");
}

/* A kept connection on each of the two workers. */
static void one_each(int fds[2])
{
	int pids[2] = {0, 0};

	for (int i = 0; i < 2; i++) {
		fds[i] = dial(ports[0]);
		put(fds[i], "GET /pid HTTP/1.1\r\nHost: t\r\n\r\n");
		pids[i] = pid_of(get_reply(fds[i], false));
		if (i && pids[1] == pids[0])
			close(fds[i--]);
	}
}

static void faults(void)
{
	int kept[2];

	one_each(kept);
	for (int i = 0; i < 2; i++) {
		put(kept[i], "POST /upload HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
		same_int(status_of(get_reply(kept[i], true)), 100, "each worker has a request under way");
		put(kept[i], "ab");
	}
	char *r = get("/fail");

	same_int(status_of(r), 500, "fail() answers 500");
	ok(strstr(r, "系統發生錯誤，資料未變更（編號 E") && strstr(r, "（E-SYS-01）") && strcasestr(r, "\r\nConnection: close\r\n"),
		"LEARN-016 E-SYS-01 with the incident's number, and nothing of what happened inside");
	int good = 0, sorry = 0;

	for (int i = 0; i < 2; i++) {
		put(kept[i], "cd");
		int status = status_of(get_reply(kept[i], false));

		good += status == 200;
		sorry += status == 503;
		close(kept[i]);
	}
	ok(good == 1 && sorry == 1, "what that worker had not begun is told to come again; the other goes on");
	ok(two_others(0), "the server goes on with two workers");
	same_int(status_of(get("/full")), 500, "a request that wants memory without end: 500");
	ok(two_others(0), "and the server goes on");
	r = ask("GET /fail HTTP/1.1\r\nHost: t\r\nAccept: application/json\r\n\r\n");
	ok(strstr(r, "\r\nContent-Type: application/json; charset=utf-8\r\n") &&
		strstr(r, "{\"error\":{\"code\":\"HTTP_500\",\"text\":\"系統發生錯誤，資料未變更（編號 E"), "who asks in JSON is told in JSON");
	ok(two_others(0), "and it goes on");
}

static void slow_one_finishes(void)
{
	int fd = dial(ports[0]);

	put(fd, "GET /wait HTTP/1.1\r\nHost: t\r\n\r\n");
	wait_begun(1);
	same_int(status_of(get("/echo")), 200, "another worker answers meanwhile");
	kill(server, SIGTERM);
	for (int more; (more = dial(ports[0])) >= 0; close(more))
		usleep(1000);
	open_gate();
	char *r = get_reply(fd, false);

	ok(status_of(r) == 200 && ended(fd), "SIGTERM: a running request is finished, its connection closed");
	close(fd);
	same_int(stop_server(), 0, "the server ends in order");
}

static void renewed(void)
{
	int pid = pid_of(get("/pid")), fd = dial(ports[0]);

	put(fd, "POST /upload HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
	same_int(status_of(get_reply(fd, true)), 100, "a worker has a request under way");
	put(fd, "ab");
	kill(server, SIGHUP);
	ok(two_others(pid), "SIGHUP: other workers");
	put(fd, "cd");
	same_int(status_of(get_reply(fd, false)), 200, "while a request that had begun is finished");
	close(fd);
}

/* -- the process beside --------------------------------------------------------------------------------------------------- */

static int told[2];

/* Ends when the gate opens, or when told to stop.  The signal may come just before poll(): hence its bound. */
static void background(volatile sig_atomic_t *stop)
{
	struct pollfd p = {gate[0], POLLIN, 0};
	char c;

	if (write(told[1], "b", 1) != 1)
		return;
	while (!*stop)
		if (poll(&p, 1, 50) == 1 && read(gate[0], &c, 1) == 1)
			return;
	if (write(told[1], "e", 1) != 1)
		return;
}

static char heard(void)
{
	struct pollfd p = {told[0], POLLIN, 0};
	char c = 0;

	return poll(&p, 1, PATIENCE_MS) == 1 && read(told[0], &c, 1) == 1 ? c : '-';
}

static void beside(void)
{
	struct server_settings s = kit_settings();
	struct wire_app with = app;

	with.background = background;
	start(&s, &with);
	same_int(heard(), 'b', "the background process runs");
	open_gate();
	same_int(heard(), 'b', "when it ends it is started again");
	same_int(stop_server(), 0, "the server ends in order");
	same_int(heard(), 'e', "and had told it to stop");
}

/* -- the parent's end ----------------------------------------------------------------------------------------------------- */

static int parent_of(int pid)
{
	char line[512] = "", *end;
	FILE *f = fopen(arena_print(mem, "/proc/%d/stat", pid), "re");

	if (!f)
		return 0;
	size_t n = fread(line, 1, sizeof line - 1, f);

	fclose(f);
	line[n] = '\0';
	end = strrchr(line, ')');
	return end && end[2] != 'Z' ? (int)strtol(end + 4, NULL, 10) : 0;
}

static void orphaned(void)
{
	struct server_settings s = kit_settings();
	int status;

	start(&s, &app);
	int worker = pid_of(get("/pid")), helper = pid_of(get("/heavy/pid"));

	ok(parent_of(worker) == server && parent_of(helper) == server, "worker and helper are children of the parent");
	kill(server, SIGKILL);
	waitpid(server, &status, 0);
	for (int i = 0; i < 4000 && (parent_of(worker) || parent_of(helper)); i++)
		usleep(5000);
	ok(!parent_of(worker), "the parent is killed: its worker ends");
	ok(!parent_of(helper), "its helper ends");
}

int main(void)
{
	struct server_settings s = kit_settings();

	if (pipe2(told, O_CLOEXEC) < 0)
		return 1;
	start(&s, &app);
	even();
	killed();
	faults();
	renewed();
	slow_one_finishes();
	beside();
	orphaned();
	return tap_end();
}
