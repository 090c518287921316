/* export_command.c: `peixun export`, `peixun overdue` and `peixun eligibility`: a list as a file, by the list's own address and the rights of an
 * account; the last has everybody on it checked first.                                                        ACMS-101 PROMO-123
 *
 * The file alone goes to standard output, or to FILE, which then is there whole or not at all. */
#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/call.h"
#include "app/promotion/promotion.h"
#include "base/text.h"

enum { MEMORY = 512 << 20, WRONG_CALL = 2, YEAR_MOST = 999 };

struct order { const char *path, *as, *file; };

static int refuse(const char *about, const char *what)
{
	fprintf(stderr, "%s：%s\n", about, what);
	return 1;
}

/* What the web would have said. */
static int tell_refusal(const struct order *o, const struct wire_reply *reply)
{
	json_t *said = json_loadb(reply->body.at ? reply->body.at : "", reply->body.n, 0, NULL);

	call_refused(o->path, said);
	json_decref(said);
	return 1;
}

static bool is_page(const struct wire_reply *reply)
{
	for (int i = 0; i < reply->n_headers; i++)
		if (!strcmp(reply->headers[i].name, "Content-Type"))
			return text_starts(reply->headers[i].value, "text/html");
	return true;
}

static int put_file(struct arena *mem, const struct order *o, const struct wire_reply *reply)
{
	char *beside = arena_print(mem, "%s.XXXXXX", o->file);
	int fd = mkostemp(beside, 0);

	if (fd < 0)
		return refuse(o->file, strerror(errno));
	bool good = call_write(reply, fd) && !fsync(fd) && !rename(beside, o->file);
	int why = errno;

	close(fd);
	if (good)
		return 0;
	unlink(beside);
	return refuse(o->file, strerror(why));
}

static int run(struct arena *mem, const struct order *o)
{
	const char *query = strchr(o->path, '?');
	/* A page at a time is for who asks over the network. */
	const char *whole = arena_print(mem, "%s%sper=all", query ? query + 1 : "", query ? "&" : "");
	struct wire_header headers[2] = {{"Accept", "application/json"}};       /* so that a refusal can be read */
	struct call c = {.as = o->as, .wire = {.method = "GET", .n_headers = 1, .query = whole,
		.path = arena_bytes(mem, o->path, query ? (size_t)(query - o->path) : strlen(o->path))}};
	struct wire_reply reply;

	if (!call_web(mem, &c, headers, &reply))
		return refuse(o->as, "沒有這個帳號（機關代碼/帳號）。");
	if (reply.status != 200 || is_page(&reply))
		return tell_refusal(o, &reply);
	if (o->file)
		return put_file(mem, o, &reply);
	return call_write(&reply, STDOUT_FILENO) ? 0 : refuse(o->path, strerror(errno));
}

/* What the button 「全部重新審查」 does.  False: refused, and told. */
static bool check_everybody(struct arena *mem, const struct order *o, const char *type, int64_t year)
{
	const char *body = arena_print(mem, "{\"type\":\"%s\",\"year\":%lld}", type, (long long)year);
	struct wire_header headers[3] = {{"Accept", "application/json"}, {"Content-Type", "application/json"}};
	struct call c = {.as = o->as, .wire = {.method = "POST", .n_headers = 2, .query = "", .path = "/promotion/survey/run", .body = body,
		.n_body = strlen(body)}};
	struct wire_reply reply;

	if (!call_web(mem, &c, headers, &reply)) {
		refuse(o->as, "沒有這個帳號（機關代碼/帳號）。");
		return false;
	}
	if (reply.status != 200)
		tell_refusal(o, &reply);
	return reply.status == 200;
}

static bool read_options(struct order *o, int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (text_is(argv[i], "--as") && i + 1 < argc)
			o->as = argv[++i];
		else if (text_is(argv[i], "-o") && i + 1 < argc)
			o->file = argv[++i];
		else if (*argv[i] == '/' && !o->path)
			o->path = argv[i];
		else
			return false;
	}
	return o->path && o->as;
}

static int command(struct order o, int argc, char **argv, const char *usage)
{
	struct arena *mem = arena_new(MEMORY);
	int status = WRONG_CALL;

	if (read_options(&o, argc, argv))
		status = run(mem, &o);
	else
		fprintf(stderr, "usage: peixun %s\n", usage);
	arena_free(mem);
	return status;
}

int export_command(struct db *db, int argc, char **argv)
{
	(void)db;
	return command((struct order){0}, argc, argv, "export PATH --as AGENCY/ACCOUNT [-o FILE]\n"
		"PATH: a list's address with .csv, .xlsx, .ods or .json, such as /trainees/report.csv?exam_year=111");
}

int overdue_command(struct db *db, int argc, char **argv)
{
	(void)db;
	return command((struct order){.path = "/plan-forms/overview.csv?state=overdue"}, argc, argv,
		"overdue --as AGENCY/ACCOUNT [-o FILE]");
}

int eligibility_command(struct db *db, int argc, char **argv)
{
	const struct code *type = argc > 2 ? code_find(promotion_type_codes, argv[1]) : NULL;
	struct arena *mem = arena_new(MEMORY);
	struct order o = {0};
	int status = WRONG_CALL;
	int64_t year;

	(void)db;
	if (type && text_to_int(argv[2], 2, YEAR_MOST, &year)) {
		o.path = arena_print(mem, "/promotion/survey.csv?type=%s&year=%lld", type->id, (long long)year);
		if (read_options(&o, argc - 2, argv + 2))
			status = check_everybody(mem, &o, type->id, year) ? run(mem, &o) : 1;
	}
	if (status == WRONG_CALL)
		fprintf(stderr, "usage: peixun eligibility TYPE YEAR --as AGENCY/ACCOUNT [-o FILE]\nTYPE: such as zuo_to_zheng\n");
	arena_free(mem);
	return status;
}
