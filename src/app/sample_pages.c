/* sample_pages.c: what the officers of the sample do on pages: there the sample has no other door than they have.
 *
 * The operator marks an enterprise; 總處 says what belongs to the business, gives the report account its reports and opens a survey; the
 * ministry and two agencies below answer that, and it fetches last year's hours; a learner reports hours, which wait. */
#include <string.h>
#include <unistd.h>

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/app.h"
#include "app/call.h"
#include "app/code/code.h"
#include "app/course/course.h"
#include "app/download/download.h"
#include "base/log.h"

#define PERSONNEL "300000000Z/dgpa"
#define MINISTRY_CODE "323000000A"
#define OFFICER MINISTRY_CODE "/ag1user"
#define NORTH_OFFICER "323010000B/ag2user"
#define SOUTH_OFFICER "323020000C/ag3user"
#define VIEWER MINISTRY_CODE "/viewer"
#define LEARNER MINISTRY_CODE "/learner"
#define OPERATOR "A58000000A/sysadmin"
#define PLANT "323040000E"
#define BOUNDARY "a-line-that-no-file-has"

enum { MEMORY = 64 << 20, HEADERS = 3 };

struct pages { struct db *db; struct arena *mem; struct date today; };

static struct text ask(const struct pages *p, const char *as, const char *method, const char *path, const char *type, struct text body)
{
	struct wire_header headers[HEADERS] = {{"Content-Type", type}};
	const char *query = strchr(path, '?');
	struct call c = {.as = as, .wire = {.method = method, .path = query ? arena_bytes(p->mem, path, (size_t)(query - path)) : path,
		.query = query ? query + 1 : "", .n_headers = 1,
		.body = body.at, .n_body = body.n}};
	struct wire_reply reply;

	if (!call_web(p->mem, &c, headers, &reply) || reply.status >= 400)
		fail("the sample's %s is refused at %s: %.*s", as, path, (int)reply.body.n, reply.body.at);
	if (reply.body_file >= 0) {                             /* a document */
		size_t n = (size_t)reply.n_body_file;

		text_room(&reply.body, n);
		if (pread(reply.body_file, reply.body.at, n, 0) != (ssize_t)n)
			fail("the sample can't read %s", path);
		reply.body.n = n;
		close(reply.body_file);
	}
	return reply.body;
}

/* A form, as JSON. */
static void send(const struct pages *p, const char *as, const char *path, const char *json)
{
	ask(p, as, "POST", path, "application/json", (struct text){.at = arena_text(p->mem, json), .n = strlen(json)});
}

static const char *iso(const struct pages *p, int days)
{
	return date_iso(p->mem, date_plus(p->today, days));
}

static void mark_enterprise(const struct pages *p)
{
	struct agency a;

	if (!agency_find(p->db, p->mem, PLANT, &a))
		fail("the sample has no %s", PLANT);
	send(p, OPERATOR, arena_print(p->mem, "/agencies/%lld", (long long)a.id),
		arena_print(p->mem, "{\"version\":%lld,\"is_enterprise\":true}", (long long)a.version));
}

static void give_reports(const struct pages *p)
{
	struct who who;

	if (!account_named(p->db, p->mem, VIEWER, &who))
		fail("the sample has no %s", VIEWER);
	send(p, PERSONNEL, arena_print(p->mem, "/report-accounts/%lld", (long long)who.account), arena_print(p->mem,
		"{\"version\":1,\"reports\":\"required、human、members、offering\",\"agencies\":\"" MINISTRY_CODE "\",\"below\":true,"
		"\"person_lists\":true,\"reason\":\"年度訓練成效評估\",\"valid_from\":\"%s\",\"valid_to\":\"%s\"}", iso(p, -30), iso(p, 335)));
}

/* 總處 says which categories belong to the business of everybody who says nothing else. */
static void tell_business(const struct pages *p)
{
	struct code_items all = code_items(code_book(p->db, p->mem), p->mem, "course_category", p->today);
	struct text t = text_new(p->mem, 1 << 12);

	text_puts(&t, "{\"version\":0,\"category\":[");
	for (int i = 0, n = 0; i < all.n; i++)
		if (*all.at[i]->code != '4')
			text_print(&t, "%s%lld", n++ ? "," : "", (long long)all.at[i]->id);
	text_puts(&t, "]}");
	send(p, PERSONNEL, "/hr/categories", t.at);
}

static void let_answer(struct db *db, void *with)
{
	const struct pages *p = with;
	static const char *const officers[] = {NORTH_OFFICER, SOUTH_OFFICER};

	for (size_t i = 0; i < sizeof officers / sizeof *officers; i++) {
		struct who who;

		if (!account_named(db, p->mem, officers[i], &who))
			fail("the sample has no %s", officers[i]);
		permission_give(db, who.account, who.agency, "hr.gender", 0, 0, job_now());
	}
}

/* Of last year: opened by 總處, answered by the ministry as computed, by one agency with a correction, begun by another; the rest is silent. */
static void survey(const struct pages *p)
{
	int year = roc_year(p->today) - 1;

	send(p, PERSONNEL, "/hr/gender/round", arena_print(p->mem, "{\"year\":%d,\"open\":\"%s\",\"deadline\":\"%s\",\"least\":1,"
		"\"categories\":\"103\",\"excused\":\"\"}", year, iso(p, -14), iso(p, 21)));
	send(p, OFFICER, "/hr/gender/form", arena_print(p->mem, "{\"year\":%d,\"version\":0,\"send\":\"1\"}", year));
	db_tx(p->db, let_answer, (void *)p);
	send(p, NORTH_OFFICER, "/hr/gender/form", arena_print(p->mem, "{\"year\":%d,\"version\":0,\"hours.3\":\"30\",\"note.3\":\"機關自辦講習"
		"未及登錄\",\"send\":\"1\"}", year));
	send(p, SOUTH_OFFICER, "/hr/gender/form", arena_print(p->mem, "{\"year\":%d,\"version\":0}", year));
}

/* A proof that can be opened: the sheet of a class. */
static void report_hours(const struct pages *p)
{
	struct agency a;
	struct course c;

	if (!agency_find(p->db, p->mem, MINISTRY_CODE, &a) || !course_find(p->db, p->mem, a.id, "A002", 1, &c))
		fail("the sample has no course");
	struct text proof = ask(p, OFFICER, "GET", arena_print(p->mem, "/registrations/%lld/sheet/pdf?kind=onsite&rows=1&column=name",
		(long long)c.id), "", (struct text){0});
	struct text body = text_new(p->mem, 1 << 20);
	const struct { const char *name, *value; } typed[] = {{"institution", "示範語文補習班"}, {"name", "日語初階"}, {"category", "402"},
		{"start", date_text(p->mem, date_plus(p->today, -12))},
		{"end", date_text(p->mem, date_plus(p->today, -5))}, {"mode", "physical"}, {"amount", "12"}, {"unit", "hour"}};

	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
		text_print(&body, "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n", typed[i].name, typed[i].value);
	text_puts(&body, "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"結業證明.pdf\"\r\n"
		"Content-Type: application/pdf\r\n\r\n");
	text_add(&body, proof.at, proof.n);
	text_puts(&body, "\r\n--" BOUNDARY "--\r\n");
	ask(p, LEARNER, "POST", "/learn/hours/new", "multipart/form-data; boundary=" BOUNDARY, body);
}

/* Asked for, and made at once. */
static void fetch_hours(const struct pages *p)
{
	send(p, OFFICER, "/hr/delivery", arena_print(p->mem, "{\"year\":%d,\"from\":\"1/1\",\"to\":\"12/31\",\"format\":\"xlsx\"}",
		roc_year(p->today) - 1));
	job_run_due(p->db, (const struct job_kind *const[]){&download_job, NULL});
}

void sample_pages(struct db *db)
{
	struct pages p = {db, arena_new(MEMORY), moment_date(job_now())};

	mark_enterprise(&p);
	tell_business(&p);
	give_reports(&p);
	survey(&p);
	report_hours(&p);
	fetch_hours(&p);
	arena_free(p.mem);
}
