/* apply.c: 複查成績線上申辦: the public page, for who holds the 成績單: its code beside the number of the person.  A wrong pair gets one
 * neutral answer, few a minute.                                                            PROMO-090 PROMO-091 PROMO-092 */
#include <string.h>
#include <unistd.h>

#include "app/paper/paper.h"
#include "app/plan/book.h"
#include "app/recheck/page.html.h"
#include "app/recheck/recheck.sql.h"
#include "app/recheck/view.h"
#include "base/text.h"
#include "file/temp.h"
#include "rule/promotion.h"

enum { MINUTE = 60, ASKED_MOST = 10, PDF_MEMORY = 32 << 20, CONTENT_MOST = 1000 };

static const struct field labels[] = {{.name = "national_id", .label = "國民身分證統一編號"}, {.name = "code", .label = "成績單查驗碼"},
	{.name = "content", .label = "申請複查項目"}, {.name = "contact", .label = "聯絡方式"}, {0}};

static void show(struct req *r, int status, const struct applying *done)
{
	struct apply_view v = {.wrong = issue_lines(r), .action = req_url(r, "/recheck"), .form = req_url(r, "/recheck/form"), .done = done,
		.law = "接到訓練成績單之次日起15日內得申請，逾期不予受理，並以1次為限。",
		.national_id = input_text(r, "national_id", "國民身分證統一編號", "", true, NULL),
		.code = input_text(r, "code", "成績單查驗碼", "", true, "成績單上之 12 位數字"),
		.content = input_text(r, "content", "申請複查項目", "", true, "請敘明申請複查之成績項目"),
		.contact = input_text(r, "contact", "聯絡方式", "", true, "電話或電子郵件")};

	v.content.kind = INPUT_LINES;
	if (!r->issues.n || !reply_issues_as(r, status))
		recheck_apply_page(reply_page(r, status, "複查成績線上申辦"), &v);
}

void recheck_public_get(struct req *r)
{
	show(r, 200, NULL);
}

/* Of the same length for every wrong code, wherever it differs. */
static bool same_code(const char *a, const char *b)
{
	unsigned differs = strlen(a) != strlen(b);

	for (size_t i = 0; a[i] && b[i]; i++)
		differs |= (unsigned)(a[i] ^ b[i]);
	return *a && !differs;
}

struct query { struct applying a; const char *national_id, *code; bool too_often, found; };

static void look(struct db *db, struct query *q)
{
	struct req *r = q->a.r;
	struct rows *all = db_run(db, &recheck_holder, A(q->national_id));

	q->found = false;
	for (int i = 0; i < all->n; i++)
		if (same_code(row_text(all, i, "code"), q->code))
			q->found |= participant_load(db, r->mem, row_int(all, i, "id"), &q->a.p);
}

static void count(struct db *db, void *with)
{
	struct query *q = with;
	struct req *r = q->a.r;

	q->too_often = row_int(db_run(db, &recheck_count, A(r->wire->address), A((struct moment){r->now.seconds - MINUTE})), 0, "n") >= ASKED_MOST;
	if (!q->too_often)
		db_run(db, &recheck_look, A(r->wire->address), A(r->now));
}

static void apply(struct db *db, void *with)
{
	struct query *q = with;

	look(db, q);
	if (q->found)
		recheck_apply(db, &q->a, "national_id");
}

static void take_in(struct req *r, struct query *q)
{
	struct text digits = text_new(r->mem, 64);

	q->national_id = text_upper(r->mem, text_fold(r->mem, req_form(r, "national_id")));
	for (const char *s = text_fold(r->mem, req_form(r, "code")); *s && digits.n < 32; s++)
		if (*s != '-' && *s != ' ')
			text_char(&digits, *s);
	q->code = digits.n ? digits.at : "";
	for (const struct field *f = labels; f->name; f++)
		if (!*req_form(r, f->name))
			issue(&r->issues, -1, f->name, "ERR_REQUIRED");
	if (utf8_length(req_form(r, "content")) > CONTENT_MOST)
		issue(&r->issues, -1, "content", "ERR_LONG", arena_print(r->mem, "%d", CONTENT_MOST),
			arena_print(r->mem, "%zu", utf8_length(req_form(r, "content"))));
}

void recheck_public_post(struct req *r)
{
	struct query q = {.a = {.r = r, .channel = "online", .applied = r->today, .received = r->today, .content = req_form(r, "content"),
		.contact = req_form(r, "contact")}};

	r->issues.fields = labels;
	take_in(r, &q);
	if (r->issues.n)
		return show(r, 422, NULL);
	db_tx_light(r->db, count, &q);
	if (q.too_often)
		return reply_refuse(r, 429, "ERR_PAY_OFTEN");
	if (db_tx(r->db, apply, &q) == DB_OK && q.found)
		return show(r, 200, &q.a);
	if (!q.found)
		issue(&r->issues, -1, "national_id", "ERR_RECHECK_NONE");
	else if (!r->issues.n)
		issue(&r->issues, -1, "national_id", "ERR_RECHECK_ONCE", date_text(r->mem, r->today));
	show(r, 422, NULL);
}

/* ---- on paper ---- */

void recheck_form_get(struct req *r)
{
	const char *title = "各項訓練測驗複查成績申請書";
	struct arena *own = arena_new(PDF_MEMORY);
	struct pdf *pdf = pdf_new(own, &(struct pdf_about){.title = title, .author = "公務人員保障暨培訓委員會", .created = r->now});
	int fd = dup(temp_file(r->mem));

	paper_recheck_app_draw(pdf, &(struct paper_recheck_app){.head = {.printed = paper_printed(r->mem, 0, r->today, NULL)}});
	pdf_write(pdf, fd);
	arena_free(own);
	reply_file(r, "application/pdf", arena_print(r->mem, "%s.pdf", title), fd, file_size(fd));
}
