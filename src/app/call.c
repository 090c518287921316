/* call.c: see call.h. */
#include "app/call.h"

#include <jansson.h>
#include <stdio.h>
#include <unistd.h>

#include "app/account/account.h"
#include "app/app.h"

static struct who caller;

/* In place of the sessions: whoever asks is the account of --as. */
static bool who_calls(struct req *r, const char *token, bool is_api_token, struct who *who)
{
	(void)r, (void)token, (void)is_api_token;
	*who = caller;
	return caller.account;
}

static void ask(struct arena *mem, struct web *web, struct call *c, struct wire_header *headers, struct wire_reply *reply)
{
	if (caller.account)
		headers[c->wire.n_headers++] = (struct wire_header){"Authorization", "Bearer command"};
	c->wire.headers = headers;
	c->wire.address = "";
	c->wire.body_file = -1;
	if (c->seen)
		db_watch(web_db(web), c->seen, c->with);
	web_answer(web, mem, &c->wire, reply);
}

bool call_web(struct arena *mem, struct call *c, struct wire_header *headers, struct wire_reply *reply)
{
	struct web_app app = *app_web();

	app.who_is = who_calls;
	caller = (struct who){0};
	struct web *web = web_open(&app);

	db_use_arena(web_db(web), mem);
	bool there = !c->as || account_named(web_db(web), mem, c->as, &caller);

	if (c->who)
		caller = *c->who;

	caller.by_api_token = true;                                 /* no page of ours comes before, so no form token */
	*reply = (struct wire_reply){.status = 200, .body_file = -1};
	if (there)
		ask(mem, web, c, headers, reply);
	web_close(web);
	return there;
}

void call_refused(const char *about, const json_t *said)
{
	const char *text = json_string_value(json_object_get(json_object_get(said, "error"), "text"));
	const json_t *issues = json_object_get(said, "issues"), *one;
	size_t i;

	json_array_foreach(issues, i, one)
		fprintf(stderr, "%s：%s\n", about, json_string_value(json_object_get(one, "text")));
	if (text || !json_array_size(issues))
		fprintf(stderr, "%s：%s\n", about, text ? text : "這個網址沒有可下載的檔案。");
}

static bool write_whole(int fd, const char *at, size_t n)
{
	while (n) {
		ssize_t done = write(fd, at, n);

		if (done < 0)
			return false;
		at += done;
		n -= (size_t)done;
	}
	return true;
}

bool call_write(const struct wire_reply *reply, int fd)
{
	char piece[1 << 14];
	off_t at = 0;
	ssize_t n;

	if (reply->body_file < 0)
		return write_whole(fd, reply->body.at, reply->body.n);
	while ((n = pread(reply->body_file, piece, sizeof piece, at)) > 0 && write_whole(fd, piece, (size_t)n))
		at += n;
	return n == 0;
}
