/* server_helper.c: a helper process: takes one heavy request after the other, and works as long as one needs. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/log.h"
#include "web/server_parts.h"

struct work {
	const struct wire_app *app;
	void *state;
	struct arena *mem;
	size_t most;
	struct wire_request request;
	struct wire_reply reply;
	int answer;
};

static void work(void *what)
{
	struct work *w = what;

	w->reply = (struct wire_reply){.status = 200, .body_file = -1, .body = text_new(w->mem, w->most)};
	w->app->answer(w->state, w->mem, &w->request, &w->reply);
	parcel_send_reply(w->answer, w->mem, &w->reply);
}

static void one(struct work *w, unsigned seconds)
{
	char incident[16];

	alarm(seconds);                                         /* ends this process; the worker sees the socket close */
	if (!server_guard(work, w, incident)) {
		bool json = wire_wants_json(&w->request);

		arena_reset(w->mem);
		reply_error(&w->reply, w->mem, json, 500, incident);
		parcel_send_reply(w->answer, w->mem, &w->reply);
		exit(70);
	}
	alarm(0);
	close(w->answer);
	if (w->request.body_file >= 0)
		close(w->request.body_file);
	arena_reset(w->mem);
}

_Noreturn void server_helper(const struct server_settings *s, const struct wire_app *app, int queue)
{
	struct work w = {.app = app, .mem = arena_new(s->memory), .most = s->memory};

	setpriority(PRIO_PROCESS, 0, 5);                        /* light requests go first where processors are few */
	w.state = app->open();
	for (;;) {
		w.request = (struct wire_request){.body_file = -1};
		if (parcel_take_request(queue, w.mem, &w.request, &w.answer))
			one(&w, (unsigned)s->heavy_seconds);
		else if (errno != EINTR)
			exit(0);                                    /* no worker is left */
	}
}
