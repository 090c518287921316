/* server_heavy.c: heavy requests in the worker: suspended, given to the helpers in order, resumed with the reply.
 *
 * All workers write into one queue and all helpers read from it, so the next free helper takes the oldest request.  Each
 * request brings its own socket for the reply: when the helper dies the socket closes, and that is the answer.
 *
 * A client that shuts its side while a helper works for it may be taken to have left: the library reads on before it sends. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "web/server_parts.h"

void heavy_start(struct exchange *x)
{
	struct worker *w = x->connection->worker;
	struct exchange **last = &w->heavy;

	if (w->n_heavy >= w->settings->heavy_waiting) {
		reply_error(&x->reply, x->mem, wire_wants_json(&x->request), 503, NULL);
		return;
	}
	while (*last)
		last = &(*last)->next;
	*last = x;
	x->next = NULL;
	w->n_heavy++;
	x->stage = STAGE_WAITING;
	connection_phase(x->connection, PHASE_WORK, 0);
	if (x->connection->since < w->check_at)
		w->check_at = x->connection->since;                 /* the next check finds the right moment */
	MHD_suspend_connection(x->connection->at);
	heavy_push(w);
}

static void resume(struct exchange *x)
{
	struct worker *w = x->connection->worker;
	struct exchange **at = &w->heavy;

	while (*at != x)
		at = &(*at)->next;
	*at = x->next;
	w->n_heavy--;
	if (x->answer >= 0)
		close(x->answer);
	x->answer = -1;
	x->stage = STAGE_READY;
	MHD_resume_connection(x->connection->at);
}

void heavy_drop(struct exchange *x, int status)
{
	reply_error(&x->reply, x->mem, wire_wants_json(&x->request), status, NULL);
	resume(x);
}

/* False: the queue is full for now. */
static bool push(struct exchange *x)
{
	int pair[2];

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0) {
		log_line("no socket for a helper: %s", strerror(errno));
		return false;
	}
	x->sent = parcel_send_request(x->connection->worker->queue, x, pair[1]);
	int why = errno;

	close(pair[1]);
	if (x->sent) {
		x->answer = pair[0];
		return true;
	}
	close(pair[0]);
	if (why == EAGAIN || why == EINTR)
		return false;
	log_line("a heavy request cannot be handed on: %s", strerror(why));
	heavy_drop(x, 500);
	return true;
}

void heavy_push(struct worker *w)
{
	for (struct exchange *x = w->heavy, *next; x; x = next) {
		next = x->next;
		if (!x->sent && !push(x))
			return;
	}
}

struct taken { struct exchange *x; bool good; };

static void take(void *what)
{
	struct taken *t = what;

	t->good = parcel_take_reply(t->x->answer, t->x->mem, &t->x->reply);
}

void heavy_collect(struct exchange *x)
{
	struct taken t = {x, false};
	char incident[16];

	if (!server_guard(take, &t, incident))
		worker_fault(x->connection->worker);
	if (!t.good) {
		log_line("a helper ended in the middle of a request");
		reply_error(&x->reply, x->mem, wire_wants_json(&x->request), 500, NULL);
	}
	resume(x);
}
