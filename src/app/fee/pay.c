/* pay.c: 「請領證書繳款」: the public page.  It tells nobody whether a person is known: decision by one neutral answer, few questions a
 * minute, a masked name, and a token instead of the number in what follows.            ACMS-083, 085, 086, 091, 098 */
#include <string.h>
#include <unistd.h>

#include "app/audit/audit.h"
#include "app/fee/fee.sql.h"
#include "app/fee/page.html.h"
#include "app/fee/view.h"
#include "base/log.h"
#include "base/random.h"
#include "base/text.h"
#include "file/temp.h"

enum { ASKED_MOST = 10, MINUTE = 60, TOKEN_SECONDS = 900, DAY_SECONDS = 86400, TICKS_MOST = 50 };

struct asking { const char *national_id, *slip; };

static const struct field asking_fields[] = {
	FIELD(asking, national_id, ID, EDIT, "身分證字號", .need = true, .privacy = PERSONAL),
	FIELD(asking, slip, TEXT, EDIT, "繳費單編號", .most = 30),
	{0}
}, slip_fields[] = {{.name = "token", .label = "查詢", .kind = K_TEXT, .use = EDIT, .need = true}, {0}};
static const char *const slip_ticks[] = {"tick", NULL};

static void show_ask(struct req *r, int status)
{
	struct ask_view v = {.wrong = issue_lines(r), .action = req_url(r, "/fee"),
		.national_id = input_text(r, "national_id", "身分證字號", "", true, NULL),
		.slip = input_text(r, "slip", "繳費單編號", "", false, "已繳費而需要收據者填寫；查詢應繳金額不必填。")};

	if (!r->issues.n || !reply_issues_as(r, status))
		fee_ask_page(reply_page(r, status, "請領證書繳款"), &v);
}

void ask_again(struct req *r, const char *code)
{
	issue(&r->issues, -1, "", code);
	show_ask(r, 422);
}

static void ask_get(struct req *r)
{
	show_ask(r, 200);
}

/* What stands in the page's box: numbers above zero. */
static int64_t tick_of(int64_t admission)
{
	static const int64_t trainings = INT64_C(1000000000000000);

	return admission < 0 ? trainings - admission : admission;
}

static struct due_line line_of(struct req *r, const struct due *d, const int64_t *ticks, int n)
{
	static const struct { const char *words, *look; } states[] = {[FEE_PAYABLE] = {"待繳款", "soon"},
		[FEE_SLIP_OUT] = {"已產製繳費單", "soon"}, [FEE_OVERDUE] = {"已逾繳款期限", "late"},
		[FEE_ONLINE] = {"線上繳費處理中", "soon"}};
	int64_t tick = tick_of(d->admission);
	struct due_line line = {tick, mask_name(r->mem, d->name), arena_print(r->mem, "%lld年 %s", (long long)d->exam_year, d->exam_name),
		d->amount ? arena_print(r->mem, "%lld元", (long long)d->amount) : "", arena_print(r->mem, "tick-%lld", (long long)tick),
		states[d->state].words, states[d->state].look, d->undated ? (struct date){0} : d->last, false, d->state != FEE_ONLINE};

	for (int i = 0; i < n; i++)
		line.ticked |= ticks[i] == tick;
	return line;
}

static void show_dues(struct req *r, int status, const struct choice *c, const char *token, const struct receipt *paid)
{
	const struct dues *dues = &c->dues;
	struct dues_view v = {.wrong = issue_lines(r), .receipt = req_url(r, "/fee/receipt"), .paid = *paid, .payer = mask_name(r->mem, paid->name),
		.paid_exam = arena_print(r->mem, "%lld年 %s", (long long)paid->exam_year, paid->exam_name),
		.lines = {arena_array(r->mem, (size_t)dues->n, sizeof *v.lines.at), dues->n},
		.slips = req_url(r, "/fee/slips"), .again = req_url(r, "/fee"), .token = token};

	issue_lines_without(&v.wrong, "tick");
	for (int i = 0; i < dues->n; i++) {
		v.lines.at[i] = line_of(r, &dues->at[i], c->ticks, c->n);
		v.late |= dues->at[i].state == FEE_OVERDUE;
		if (trade_offered(&dues->at[i], r->today))
			v.online = req_url(r, "/fee/online");
	}
	if (!r->issues.n || !reply_issues_as(r, status))
		fee_dues_page(reply_page(r, status, "請領證書繳款"), &v);
}

/* ---- asking ---- */

struct query { struct req *r; const char *national_id, *slip, *token; int64_t person; struct dues dues; struct receipt receipt;
	bool too_often, paid; };

/* For an unknown number the same is read as for a known one, so that the answer takes as long. */
static void look(struct query *q)
{
	struct req *r = q->r;
	struct rows *p = db_run(r->db, &fee_person, A(q->national_id));

	q->person = p->n ? row_int(p, 0, "id") : 0;
	q->token = random_token(r->mem);
	q->dues = dues_of(r->db, r->mem, q->person, r->now);
	q->paid = receipt_find(r->db, r->mem, q->person, q->slip, &q->receipt);
}

static void count(struct db *db, void *with)
{
	struct query *q = with;
	struct req *r = q->r;
	struct rows *often = db_run(db, &fee_query_count, A(wire_asker(r->mem, r->wire)), A((struct moment){r->now.seconds - MINUTE}));

	q->too_often = row_int(often, 0, "n") >= ASKED_MOST;
	if (q->too_often)
		return;
	db_run(db, &fee_query_sweep, A((struct moment){r->now.seconds - DAY_SECONDS}));
	db_run(db, &fee_query_put, A(token_hash(r->mem, q->token)), value_id_or_null(q->person), A(wire_asker(r->mem, r->wire)),
		A(r->now));
	audit_add(db, &(struct audit_event){.address = r->wire->address, .action = "fee.query", .subject_kind = "person", .subject = q->person,
		.after = arena_print(r->mem, "{\"national_id\":\"%s\"}", mask_id(r->mem, q->national_id)), .at = r->now});
}

static void ask_post(struct req *r)
{
	struct asking a = {"", ""};
	struct query q = {.r = r};

	r->issues.fields = asking_fields;
	record_merge(asking_fields, req_style(r), &r->form, true, &a, &r->issues, -1);
	if (r->issues.n) {
		show_ask(r, 422);
		return;
	}
	q.national_id = text_upper(r->mem, a.national_id);
	q.slip = text_fold(r->mem, a.slip);
	look(&q);
	db_tx_light(r->db, count, &q);
	if (q.too_often) {
		reply_refuse(r, 429, "ERR_PAY_OFTEN");
		return;
	}
	if (q.dues.n || q.paid) {
		show_dues(r, 200, &(struct choice){.r = r, .dues = q.dues}, q.token, &q.receipt);
		return;
	}
	issue(&r->issues, -1, "national_id", "ERR_PAY_NONE");
	show_ask(r, 422);
}

/* ---- choosing ---- */

struct choice choice_read(struct req *r)
{
	int64_t *ticks;
	int n = req_ticks(r, "tick", TICKS_MOST, &ticks);

	return (struct choice){.r = r, .ticks = ticks, .n = n};
}

/* Ticks of nobody or of another person choose nothing. */
static void choose(struct choice *c)
{
	c->chosen = (struct dues){0, arena_array(c->r->mem, (size_t)c->dues.n, sizeof *c->chosen.at)};
	for (int i = 0; i < c->dues.n; i++)
		for (int k = 0; k < c->n; k++)
			if (c->ticks[k] == tick_of(c->dues.at[i].admission)) {
				c->chosen.at[c->chosen.n++] = c->dues.at[i];
				break;
			}
}

int64_t query_person(struct db *db, struct req *r)
{
	struct rows *q = db_run(db, &fee_query_one, A(token_hash(r->mem, req_form(r, "token"))),
		A((struct moment){r->now.seconds - TOKEN_SECONDS}));

	return q->n ? row_int(q, 0, "person") : 0;
}

void choice_find(struct db *db, struct choice *c)
{
	struct req *r = c->r;

	int64_t person = query_person(db, r);

	issues_clear(&r->issues);
	c->known = person;
	c->dues = dues_of(db, r->mem, person, r->now);
	choose(c);
	if (!c->chosen.n)
		issue(&r->issues, -1, "tick", "ERR_NONE_TICKED");
	for (int i = 0; i < c->chosen.n; i++)
		if (c->chosen.at[i].state == FEE_ONLINE)
			issue(&r->issues, -1, "tick", "ERR_PAY_ONLINE", c->chosen.at[i].exam_name, moment_text(r->mem, c->chosen.at[i].until));
}

void choice_refuse(struct choice *c)
{
	struct req *r = c->r;

	if (c->known) {
		show_dues(r, 422, c, req_form(r, "token"), &(struct receipt){.slip = "", .name = "", .exam_name = ""});
		return;
	}
	issues_clear(&r->issues);
	ask_again(r, "ERR_PAY_TOKEN");
}

/* ---- slips ---- */

static void issue_slips(struct db *db, void *with)
{
	struct choice *c = with;
	struct req *r = c->r;

	choice_find(db, c);
	for (int i = 0; i < c->chosen.n; i++)
		if (!due_is_set(&c->chosen.at[i]))
			issue(&r->issues, -1, "tick", "ERR_PAY_CONFIG", c->chosen.at[i].exam_name);
	for (int i = 0; i < c->chosen.n && c->known && !r->issues.n; i++) {
		due_issue(db, r->mem, &c->chosen.at[i]);
		audit_add(db, &(struct audit_event){.address = r->wire->address, .action = "fee.slip",
			.subject_kind = due_subject_kind(c->chosen.at[i].admission), .subject = due_subject(c->chosen.at[i].admission), .at = r->now,
			.after = arena_print(r->mem, "{\"number\":\"%s\"}", c->chosen.at[i].number)});
	}
}

static void send_slips(struct req *r, const struct dues *chosen)
{
	struct pdf *pdf = pdf_new(r->mem, &(struct pdf_about){.title = "請領證書繳費單", .author = "公務人員保障暨培訓委員會", .created = r->now});
	int fd = temp_file(r->mem);

	for (int i = 0; i < chosen->n; i++)
		due_draw(pdf, &chosen->at[i], r->today, trade_offered(&chosen->at[i], r->today) ?
			url_at(r->mem, r->app->public_origin, req_url(r, "/fee")).text : NULL);
	if (!pdf_write(pdf, fd))
		fail("%d slips are too many pages", chosen->n);
	reply_file(r, "application/pdf", chosen->n > 1 ? "繳費單.pdf" : arena_print(r->mem, "繳費單%s.pdf", chosen->at[0].number),
		dup(fd), file_size(fd));
}

static void slips_post(struct req *r)
{
	struct choice c = choice_read(r);

	db_tx(r->db, issue_slips, &c);
	if (r->issues.n || !c.known)
		choice_refuse(&c);
	else
		send_slips(r, &c.chosen);
}

const struct route fee_public_routes[] = {
	{GET, "/fee", ask_get, 0, .crumb = "請領證書繳款", .help = "請領證書繳款"},
	{POST, "/fee", ask_post, 0, .takes = asking_fields, .public_post = true, .crumb = "請領證書繳款", .help = "查詢應繳的證書費"},
	{POST, "/fee/slips", slips_post, 0, .takes = slip_fields, .ticks = slip_ticks, .type = "application/pdf", .public_post = true,
		.heavy = true, .crumb = "請領證書繳款", .help = "下載繳費單"},
	{0}
};
