/* kit.h: what the kill loops share: processes that are killed at random moments.  The moments follow a seed, which is printed;
 * PEIXUN_KILL_SEED sets it again. */
#ifndef TEST_KILL_KIT_H
#define TEST_KILL_KIT_H

#include "test/db/keep.h"

#include <dirent.h>
#include <sys/prctl.h>

static uint64_t kill_seed;

static void kill_begin(void)
{
	const char *given = getenv("PEIXUN_KILL_SEED");

	kill_seed = given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL) * 1000 + (uint64_t)getpid() % 1000;
	setvbuf(stdout, NULL, _IOLBF, 0);                       /* nothing is left in the buffer when a child takes over */
	printf("# PEIXUN_KILL_SEED=%llu\n", (unsigned long long)kill_seed);
}

/* 0 … below - 1 */
static int kill_random(int below)
{
	kill_seed = kill_seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((kill_seed >> 33) % (uint64_t)below);
}

/* How many kills: many in the long run, some in the everyday one. */
static int kill_rounds(int many, int some)
{
	const char *level = getenv("PEIXUN_TEST_LEVEL"), *given = getenv("PEIXUN_KILL_ROUNDS");

	if (given)
		return atoi(given);
	return level && !strcmp(level, "all") ? many : some;
}

/* "1234 (name) S 1 567 …": the process's group; of a zombie 0. */
static pid_t group_of(const char *pid)
{
	char path[300], line[512], state = 'Z', *end;
	int group = 0;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%s/stat", pid);
	if (!(f = fopen(path, "r")))
		return 0;
	if (fgets(line, sizeof(line), f) && (end = strrchr(line, ')')))
		sscanf(end + 1, " %c %*d %d", &state, &group);
	fclose(f);
	return state == 'Z' ? 0 : group;
}

/* The processes of a group; at most 64. */
static int group_members(pid_t group, pid_t members[64])
{
	DIR *d = opendir("/proc");
	const struct dirent *e;
	int n = 0;

	while (d && n < 64 && (e = readdir(d)))
		if (e->d_name[0] >= '1' && e->d_name[0] <= '9' && group_of(e->d_name) == group)
			members[n++] = (pid_t)strtol(e->d_name, NULL, 10);
	if (d)
		closedir(d);
	return n;
}

/* Clock ticks that a process has computed for. */
static long long ticks_of(pid_t pid)
{
	long long user = 0, system = 0;
	char path[64], line[512], *end;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%d/stat", (int)pid);
	if (!(f = fopen(path, "r")))
		return 0;
	if (fgets(line, sizeof(line), f) && (end = strrchr(line, ')')))
		sscanf(end + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lld %lld", &user, &system);
	fclose(f);
	return user + system;
}

static pid_t busiest(const pid_t *members, int n)
{
	pid_t best = members[0];

	for (int i = 1; i < n; i++)
		if (ticks_of(members[i]) > ticks_of(best))
			best = members[i];
	return best;
}

/* kill -9 of one process of the group: the one at work half of the time, else whichever; or of all of them at once, as when the
 * power fails.  Gives whether the group's first process, who starts the others again, is among the dead. */
__attribute__((unused))
static bool kill_any(pid_t group)
{
	pid_t members[64], victim;
	int n = group_members(group, members), lot = kill_random(4);

	if (lot == 0 || !n) {
		kill(-group, SIGKILL);
		return true;
	}
	victim = lot == 1 ? members[kill_random(n)] : busiest(members, n);
	kill(victim, SIGKILL);
	return victim == group;
}

__attribute__((unused))
static void kill_all(pid_t group)
{
	pid_t members[64];

	kill(-group, SIGKILL);
	waitpid(group, NULL, 0);
	while (group_members(group, members))
		nap(2);
}

/* The program beside this one: build/MODE/peixun. */
static inline void kill_find(char *program, size_t size)
{
	ssize_t n = readlink("/proc/self/exe", program, size - 20);
	char *at;

	program[n > 0 ? n : 0] = '\0';
	if (!(at = strstr(program, "/test/kill/")))
		fail("no program beside %s", program);
	memcpy(at, "/peixun", sizeof("/peixun"));
}

/* `peixun work --once` on the database and the data of the test; it does not outlive this process. */
static inline pid_t kill_worker(const char *program)
{
	pid_t pid = fork();

	if (pid)
		return pid;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	setenv("PEIXUN_DB", keep_url, 1);
	setenv("PEIXUN_DATA", arena_print(keep_mem, "%s/data", keep_folder), 1);
	if (!freopen("/dev/null", "w", stdout))
		_exit(1);
	execl(program, "peixun", "work", "--once", NULL);
	_exit(1);
}

/* Milliseconds of a clock that only goes on. */
static inline int kill_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int)(t.tv_sec % 100000 * 1000 + t.tv_nsec / 1000000);
}
#endif
