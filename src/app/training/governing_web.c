/* governing_web.c: which plan governs a trainee and why, and another one chosen by a person with a reason.      PLAN-004 */
#include <string.h>

#include "app/may.h"
#include "app/plan/book.h"
#include "app/training/governing.html.h"
#include "app/training/view.h"
#include "base/text.h"

struct governing { int64_t id; const char *plan, *title, *why; bool by_person; struct date report_date, end_date, original_end; };

const struct field governing_fields[] = {
	FIELD(governing, id, INT, KEY, "編號"),
	FIELD(governing, plan, TEXT, SHOW, "計畫代號"),
	FIELD(governing, title, TEXT, SHOW, "適用計畫"),
	FIELD(governing, why, TEXT, SHOW, "理由"),
	FIELD(governing, by_person, BOOL, SHOW, "由承辦人選定"),
	FIELD(governing, report_date, DATE, SHOW, "報到日期"),
	FIELD(governing, end_date, DATE, SHOW, "訓練期滿日"),
	FIELD(governing, original_end, DATE, SHOW, "原訓期屆滿日"),
	{0}
};

const struct field governing_takes[] = {
	{.name = "plan", .label = "訓練計畫", .kind = K_TEXT, .use = EDIT, .most = 60},
	{.name = "reason", .label = "理由", .kind = K_TEXT, .use = EDIT, .need = true, .most = 200},
	{0}
};

/* Every plan once, as its newest version. */
static struct options all_plans(struct req *r)
{
	const struct plans *all = plan_book();
	struct options o = {0};

	options_add(r->mem, &o, "", "依規定自動選定");
	for (int i = 0; i < all->n; i++)
		if (!i || strcmp(all->at[i]->id, all->at[i - 1]->id))
			options_add(r->mem, &o, all->at[i]->id, all->at[i]->title);
	return o;
}

static void show(struct req *r, int status, const struct training *t)
{
	struct governing_view v = {.r = r, .wrong = issue_lines(r), .may = t->attempt && req_may(r, MAY_LIFE_EDIT | MAY_COMMISSION),
		.action = req_url(r, "/trainees/%lld/plan", (long long)r->id[0]), .back = req_url(r, "/trainees/%lld", (long long)r->id[0]),
		.plan = t->plan ? t->plan->title : "無適用之訓練計畫", .why = t->plan_reason, .end = date_long_text(r->mem, t->end),
		.choice = input_choice(r, "plan", "訓練計畫", t->plan_chosen && t->plan ? t->plan->id : "", false, all_plans(r)),
		.reason = input_text(r, "reason", "理由", "", true, NULL)};

	governing_page(reply_page(r, status, arena_print(r->mem, "%s的適用計畫", t->name)), &v);
}

void governing_get(struct req *r)
{
	struct training t;

	training_load(r->db, r->mem, r->id[0], &t);
	struct governing g = {r->id[0], t.plan ? t.plan->id : "", t.plan ? t.plan->title : "", t.plan_reason, t.plan_chosen, t.report_date, t.end,
		t.original_end};

	if (r->json)
		reply_record(r, governing_fields, &g);
	else
		show(r, 200, &t);
}

struct replanning { struct req *r; const struct plan *plan; };

static void replan(struct db *db, void *with)
{
	const struct replanning *p = with;
	struct req *r = p->r;
	struct training t;

	issues_clear(&r->issues);
	r->done = req_url(r, "/trainees/%lld/plan", (long long)r->id[0]);
	training_load(db, db_arena(db), r->id[0], &t);
	if (!training_replan(db, &t, p->plan, &(struct training_news){.day = r->today, .account = r->who->account, .address = r->wire->address,
			.now = r->now, .remark = req_form(r, "reason")}, &r->issues))
		db_undo(db);
}

void governing_post(struct req *r)
{
	const char *id = req_form(r, "plan");
	struct replanning p = {r, *id ? plans_find(plan_book(), id) : NULL};
	struct training t;

	r->issues.fields = governing_takes;
	if (*id && !p.plan)
		issue(&r->issues, -1, "plan", "ERR_TEXT_GIVEN", "查無此訓練計畫，請由清單選取。");
	if (!*text_trim(r->mem, req_form(r, "reason")))
		issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	if (!r->issues.n && req_tx(r, replan, &p) != REQ_UNDONE) {
		reply_see(r, r->done, "適用計畫已變更，訓練期滿日與各項期限已重新計算。");
		return;
	}
	if (reply_issues(r))
		return;
	training_load(r->db, r->mem, r->id[0], &t);
	show(r, 422, &t);
}
