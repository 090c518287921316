/* look.c: 訓練合格查詢: the public page on which a participant sees whether a training was passed: no scores, no name, and the same answer
 * for whoever is not found.                                                                    PROMO-089 */
#include "app/audit/audit.h"
#include "app/result/page.html.h"
#include "app/result/result.sql.h"
#include "app/result/view.h"
#include "base/text.h"

enum { MINUTE = 60, ASKED_MOST = 10, DAY_SECONDS = 86400 };

struct asking { const char *national_id; struct date birth_date; };

static const struct field asking_fields[] = {
	FIELD(asking, national_id, ID, EDIT, "國民身分證統一編號", .need = true, .privacy = PERSONAL),
	FIELD(asking, birth_date, DATE, EDIT, "出生日期", .need = true, .privacy = PERSONAL),
	{0}
};

static void show(struct req *r, int status, struct look_lines lines)
{
	struct look_view v = {.wrong = issue_lines(r), .action = req_url(r, "/result"), .lines = lines,
		.national_id = input_text(r, "national_id", "國民身分證統一編號", "", true, NULL),
		.birth_date = input_text(r, "birth_date", "出生日期", "", true, "民國年月日，例如 070/01/31")};

	if (!r->issues.n || !reply_issues_as(r, status))
		look_page(reply_page(r, status, "升官等訓練合格查詢"), &v);
}

void look_get(struct req *r)
{
	show(r, 200, (struct look_lines){0});
}

struct query { struct req *r; struct asking a; bool too_often; };

static void count(struct db *db, void *with)
{
	struct query *q = with;
	struct req *r = q->r;

	q->too_often = row_int(db_run(db, &look_count, A(r->wire->address), A((struct moment){r->now.seconds - MINUTE})), 0, "n") >= ASKED_MOST;
	if (q->too_often)
		return;
	db_run(db, &look_sweep, A((struct moment){r->now.seconds - DAY_SECONDS}));
	db_run(db, &look_put, A(r->wire->address), A(r->now));
}

static struct look_lines lines_of(struct req *r, const struct rows *found)
{
	struct look_lines l = {arena_array(r->mem, (size_t)found->n, sizeof *l.at), found->n};

	for (int i = 0; i < found->n; i++) {
		bool passed = row_bool(found, i, "passed") && !text_is(row_text(found, i, "state"), participant_states[PARTICIPANT_ANNULLED].id);

		l.at[i] = (struct look_line){arena_print(r->mem, "%lld年度 %s", (long long)row_int(found, i, "year"),
			code_find(promotion_type_codes, row_text(found, i, "type"))->label), passed ? "合格" : "不合格", passed ? "done" : "late"};
	}
	return l;
}

void look_post(struct req *r)
{
	struct query q = {.r = r, .a = {"", {0}}};
	struct rows *found;

	r->issues.fields = asking_fields;
	record_merge(asking_fields, req_style(r), &r->form, true, &q.a, &r->issues, -1);
	if (r->issues.n) {
		show(r, 422, (struct look_lines){0});
		return;
	}
	db_tx_light(r->db, count, &q);
	if (q.too_often) {
		reply_refuse(r, 429, "ERR_PAY_OFTEN");
		return;
	}
	found = db_run(r->db, &result_public, A(text_upper(r->mem, q.a.national_id)), A(q.a.birth_date));
	if (!found->n)
		issue(&r->issues, -1, "national_id", "ERR_LOOK_NONE");
	show(r, found->n ? 200 : 422, lines_of(r, found));
}

const struct route result_public_routes[] = {
	{GET, "/result", look_get, 0, .crumb = "升官等訓練合格查詢", .help = "升官等訓練合格查詢"},
	{POST, "/result", look_post, 0, .takes = asking_fields, .public_post = true, .asks = true, .crumb = "升官等訓練合格查詢",
		.help = "查詢升官等訓練是否合格"},
	{0}
};
