/* server_process.c: the parent's children: which must run, which do, and when the next try is.  Knows no connection. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "web/server_parts.h"

enum { STEADY_MS = 10000, FIRST_DELAY_MS = 100, LONGEST_DELAY_MS = 10000 };

static volatile sig_atomic_t stop;
static unsigned stop_within;

/* A worker ends when its control socket closes, a helper when the queue does; the alarm is for one that never looks. */
static void told_to_stop(int signal)
{
	(void)signal;
	stop = 1;
	alarm(stop_within);
}

/* What the parent alone may hold: a socket kept here by accident would keep its other end from ever noticing an end. */
static void child_begin(const struct crew *c, pid_t parent)
{
	struct sigaction action = {.sa_handler = told_to_stop};  /* without SA_RESTART: waits end */
	sigset_t none;

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	sigaction(SIGTERM, &action, NULL);
	signal(SIGINT, SIG_IGN);                                /* the terminal's goes to all, and the parent leads */
	signal(SIGHUP, SIG_IGN);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	stop_within = (unsigned)c->settings->stop_seconds + 5;
	if (getppid() != parent)
		exit(0);
	for (const int *fd = c->close_in_child; *fd >= 0; fd++)
		close(*fd);
	for (int i = 0; i < PROCESSES; i++)
		if (c->processes[i].pid && c->processes[i].role == ROLE_WORKER)
			close(c->processes[i].control);
}

static _Noreturn void child(struct crew *c, enum role role, int control, pid_t parent)
{
	child_begin(c, parent);
	if (role != ROLE_HELPER)
		close(c->queue[1]);
	if (role != ROLE_WORKER)
		close(c->queue[0]);
	if (role == ROLE_WORKER)
		server_worker(c->settings, c->app, c->tls, control, c->queue[0]);
	if (role == ROLE_HELPER)
		server_helper(c->settings, c->app, c->queue[1]);
	c->app->background(&stop);
	exit(0);
}

static struct process *free_entry(struct crew *c)
{
	for (int i = 0; i < PROCESSES; i++)
		if (!c->processes[i].pid)
			return &c->processes[i];
	return NULL;
}

static pid_t fork_child(struct crew *c, enum role role, const int pair[2])
{
	pid_t parent = getpid();

	fflush(NULL);
	pid_t pid = fork();

	if (pid)
		return pid;
	if (role == ROLE_WORKER)
		close(pair[0]);
	child(c, role, pair[1], parent);
}

/* A child that lives long starts its successor at once; each that does not doubles the wait. */
static void start(struct crew *c, enum role role, int number)
{
	struct place *place = &c->places[role][number];
	struct process *p = free_entry(c);
	int pair[2] = {-1, -1};

	place->start_at = server_clock() + LONGEST_DELAY_MS;
	if (!p || (role == ROLE_WORKER && socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) < 0))
		return;
	pid_t pid = fork_child(c, role, pair);

	if (role == ROLE_WORKER)
		close(pair[1]);
	if (pid < 0) {
		log_line("no new process: %s", strerror(errno));
		if (role == ROLE_WORKER)
			close(pair[0]);
		return;
	}
	*p = (struct process){pid, role, number, pair[0], 0, false, server_clock()};
	place->now = p;
}

void crew_start(struct crew *c)
{
	int64_t now = server_clock();

	for (int role = 0; role < 3 && !c->stopping; role++)
		for (int i = 0; i < c->wanted[role]; i++)
			if (!c->places[role][i].now && c->places[role][i].start_at <= now)
				start(c, role, i);
}

int crew_wait(const struct crew *c)
{
	int64_t first = INT64_MAX, now = server_clock();

	for (int role = 0; role < 3 && !c->stopping; role++)
		for (int i = 0; i < c->wanted[role]; i++)
			if (!c->places[role][i].now && c->places[role][i].start_at < first)
				first = c->places[role][i].start_at;
	return first == INT64_MAX ? -1 : first <= now ? 0 : (int)(first - now);
}

static int64_t delay(struct place *place, const struct process *p)
{
	int64_t ms = FIRST_DELAY_MS;

	if (server_clock() - p->started >= STEADY_MS) {
		place->quick = 0;
		return 0;
	}
	for (int i = 0; i < place->quick && ms < LONGEST_DELAY_MS; i++)
		ms *= 2;
	place->quick++;
	return ms < LONGEST_DELAY_MS ? ms : LONGEST_DELAY_MS;
}

/* The place is empty from now on. */
static void vacate(struct crew *c, struct process *p)
{
	struct place *place = &c->places[p->role][p->place];

	if (place->now != p)
		return;
	place->now = NULL;
	place->start_at = server_clock() + delay(place, p);
}

void crew_leave(struct crew *c, struct process *p)
{
	if (p->leaving)
		return;
	p->leaving = true;
	vacate(c, p);
	shutdown(p->control, SHUT_WR);
}

void crew_renew(struct crew *c)
{
	for (int i = 0; i < PROCESSES; i++) {
		struct process *p = &c->processes[i];

		if (!p->pid || p->role != ROLE_WORKER || p->leaving)
			continue;
		crew_leave(c, p);
		c->places[ROLE_WORKER][p->place] = (struct place){0};   /* no fault, so no wait */
	}
}

static void tell(const struct process *p, int status)
{
	static const char *const names[] = {"worker", "helper", "background process"};

	if (WIFSIGNALED(status))
		log_line("%s %d ended by signal %d", names[p->role], (int)p->pid, WTERMSIG(status));
	else if (WEXITSTATUS(status))
		log_line("%s %d ended with status %d", names[p->role], (int)p->pid, WEXITSTATUS(status));
}

void crew_reap(struct crew *c, void (*gone)(void *, struct process *), void *what)
{
	int status;

	for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
		for (int i = 0; i < PROCESSES; i++) {
			struct process *p = &c->processes[i];

			if (p->pid != pid)
				continue;
			tell(p, status);
			vacate(c, p);
			gone(what, p);
			if (p->role == ROLE_WORKER)
				close(p->control);
			*p = (struct process){0};
		}
	}
}

bool crew_empty(const struct crew *c, enum role role)
{
	for (int i = 0; i < PROCESSES; i++)
		if (c->processes[i].pid && c->processes[i].role == role)
			return false;
	return true;
}

void crew_kill(struct crew *c, int signal)
{
	for (int i = 0; i < PROCESSES; i++)
		if (c->processes[i].pid)
			kill(c->processes[i].pid, signal);
}
