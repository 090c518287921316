/* web.c: 差勤明細, 權益與規定: the pages of the slice; those of the records are life's. */
#include <string.h>

#include "app/attendance/attendance.html.h"
#include "app/attendance/attendance.sql.h"
#include "app/attendance/rights.html.h"
#include "app/attendance/view.h"
#include "base/text.h"
#include "rule/allowance.h"

/* ---- 差勤明細 ---- */

static const struct code phases[] = {{"pt", "實務訓練"}, {"bt", "基礎訓練"}, {0}};

const struct field attendance_list_fields[] = {
	FIELD(attendance_line, id, INT, KEY, "紀錄編號"),
	FIELD(attendance_line, day, DATE, SHOW, "日期"),
	FIELD(attendance_line, trainee, INT, MARK, ""),
	FIELD(attendance_line, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(attendance_line, national_id, ID, SHOW, "身分證字號", .privacy = PERSONAL),
	FIELD(attendance_line, exam_year, INT, SHOW, "年度", .not_sorted = true),
	FIELD(attendance_line, exam_name, TEXT, SHOW, "考試名稱", .not_sorted = true),
	FIELD(attendance_line, agency_name, TEXT, SHOW, "機關名稱"),
	FIELD(attendance_line, kind, TEXT, SHOW, "假別"),
	FIELD(attendance_line, phase, CODE, SHOW, "訓練階段", .list = phases, .not_sorted = true),
	FIELD(attendance_line, hours, INT, SHOW, "時數", .not_sorted = true),
	{0}
};

struct asked { struct date from, until; const char *kind, *trainee; };
const struct field attendance_query[] = {
	FIELD(asked, from, DATE, EDIT, "起日"),
	FIELD(asked, until, DATE, EDIT, "迄日"),
	FIELD(asked, kind, TEXT, EDIT, "假別", .most = 30),
	FIELD(asked, trainee, TEXT, EDIT, "受訓人員編號", .most = 19),
	{0}
};

/* Who is named for some trainees sees these alone. */
#define OWN(r) A((r)->who->own_trainees ? (r)->who->account : 0), A((r)->today)

static struct attendance_lines lines_of(struct req *r, const struct list *l)
{
	const struct attendance_line *rows = l->rows;
	struct attendance_lines all = {arena_array(r->mem, (size_t)l->n, sizeof *all.at), l->n};

	for (int i = 0; i < l->n; i++)
		all.at[i] = (struct attendance_shown){&rows[i], req_url(r, "/trainees/%lld", (long long)rows[i].trainee),
			req_url(r, "/records/%lld", (long long)rows[i].id)};
	return all;
}

static struct total_lines totals_of(struct req *r, const struct asked *q, int64_t trainee, const char *from, const char *until)
{
	struct rows *t = db_run(r->db, &leave_day_totals, REQ_AGENCIES(r), A(from), A(until), A(q->kind), A(trainee), OWN(r));
	struct total_lines all = {arena_array(r->mem, (size_t)t->n, sizeof *all.at), t->n};

	for (int i = 0; i < t->n; i++) {
		const struct code *phase = code_find(phases, row_text(t, i, "phase"));
		int64_t hours = row_int(t, i, "hours");

		all.at[i] = (struct total_line){row_text(t, i, "kind"), phase ? phase->label : "", hours, hours / 8, hours % 8,
			row_int(t, i, "persons")};
	}
	return all;
}

static void show(struct req *r, int status, const struct list *l, const struct asked *q, const struct total_lines *totals)
{
	struct inputs inputs = inputs_of(r, attendance_query, q);

	attendance_page(reply_page(r, status, "差勤明細"), &(struct attendance_view){.r = r, .l = l, .wrong = issue_lines(r),
		.search = req_url(r, "/attendance"), .inputs = inputs, .lines = lines_of(r, l), .totals = *totals});
}

void attendance_get(struct req *r)
{
	struct asked q = {.kind = "", .trainee = ""};
	struct total_lines totals = {NULL, 0};
	int64_t trainee = 0;
	struct list l;

	if (!list_open(&l, r, "差勤明細", attendance_list_fields, sizeof(struct attendance_line), "-day"))
		return;
	record_merge(attendance_query, req_style(r), &r->query, false, &q, &r->issues, -1);
	if (*q.trainee && !text_to_int(q.trainee, 1, INT64_MAX, &trainee))
		issue(&r->issues, -1, "trainee", "ERR_INT", "1", "9223372036854775807", q.trainee);
	if (r->issues.n) {
		if (!reply_issues(r))
			show(r, 422, &l, &q, &totals);
		return;
	}
	const char *from = date_set(q.from) ? date_iso(r->mem, q.from) : "0000", *until = date_set(q.until) ? date_iso(r->mem, q.until) : "9999";

	if (!list_run(&l, &leave_day_list, REQ_AGENCIES(r), A(from), A(until), A(q.kind), A(trainee), OWN(r)))
		return;
	totals = totals_of(r, &q, trainee, from, until);
	show(r, 200, &l, &q, &totals);
}

/* ---- 權益與規定: what the plan says, in its own words ---- */

struct writing { struct req *r; const struct life *l; struct right_lines *to; };

static void put(struct writing *w, const char *label, const char *text, const char *cite)
{
	bool first = !w->to->n || !text_is(w->to->at[w->to->n - 1].label, label);

	if (text && *text)
		w->to->at[w->to->n++] = (struct right_line){label, text, cite, first};
}

static void put_verdict(struct writing *w, const char *label, const struct verdict *v)
{
	for (int i = 0; i < v->reasons_n; i++)
		put(w, label, v->reasons[i].text, v->reasons[i].citation);
}

static void put_value(struct writing *w, const char *label, const char *key, const char *citation)
{
	const struct plan_value *v = life_plan_value(w->l, key);

	if (!v)
		return;
	put(w, label, v->text, life_cite(w->l, citation, ""));
	for (int i = 0; i < v->texts.n; i++)
		put(w, label, v->texts.at[i], life_cite(w->l, citation, ""));
}

static void put_allowance(struct writing *w)
{
	struct verdict level = verdict_new(w->r->mem, w->l->plan, w->l->calendar), insured = level;
	struct allowance_values grade = {NULL};
	struct insurance_values schemes = {{0, NULL}};
	const struct training *t = &w->l->training;

	if (t->state_enterprise)
		put_value(w, "津貼", "allowance.state_enterprise", "allowance_enterprise");
	else
		allowance_judge(&level, &(struct allowance_facts){w->l->t.exam_level}, &grade);
	put_verdict(w, "津貼", &level);
	insurance_judge(&insured, &(struct insurance_facts){t->admission_year, t->kind == TRAINING_FIRST ? INSURANCE_FIRST :
		t->kind == TRAINING_MAKEUP ? INSURANCE_MAKEUP : INSURANCE_RETRAIN}, &schemes);
	put_verdict(w, "保險", &insured);
	put_value(w, "保險", "insurance.rules", "insurance");
	put_value(w, "補助", "benefits.list", "benefits");
}

/* The two plans give the rule of old service a scope of their own; it is never merged.                    PLAN-075 */
static void put_pension(struct writing *w)
{
	const struct plan_value *from = life_plan_value(w->l, "pension.no_contribution_from_year");
	const struct training *t = &w->l->training;
	const char *old = life_cite(w->l, "pension_old", "");
	bool within_incumbents = strstr(old, "第14點");

	if (from && t->admission_year >= from->n && !t->qualified)
		put(w, "退休撫卹", arena_print(w->r->mem, "%lld年以後錄取者，訓練期間不得繳付退撫基金費用以併計公務人員退休年資",
			(long long)from->n),
			life_cite(w->l, "pension", ""));
	else if (from && t->admission_year >= from->n)
		put(w, "退休撫卹", "符合第14點第4款之現職人員，不適用「不得繳付退撫基金費用」之規定", life_cite(w->l, "pension", ""));
	if (!within_incumbents || t->qualified)
		put_value(w, "退休撫卹（112年6月30日以前年資）", "pension.old_service", "pension_old");
}

static void put_leave_counts(struct writing *w)
{
	const struct plan_value *from = life_plan_value(w->l, "annual_leave.count_from"), *as = life_plan_value(w->l, "annual_leave.count_as");

	if (from && as && !date_before(w->l->training.end, from->date))
		put(w, "休假", arena_print(w->r->mem, "自%s起，錄取訓練期間得採計為%s", date_long_text(w->r->mem, from->date), as->text),
			life_cite(w->l, "leave_counts", ""));
}

void attendance_rights_get(struct req *r)
{
	struct life l;
	struct right_lines lines = {arena_array(r->mem, 64, sizeof *lines.at), 0};
	struct writing w = {r, &l, &lines};

	if (!life_load(r->db, r->mem, r->id[0], r->today, &l)) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	if (l.plan) {
		put_allowance(&w);
		if (l.training.qualified)
			put_value(&w, "現職人員權益", "incumbent.rules", "incumbent");
		put_value(&w, "現職人員權益（公營事業或未納入銓敘之機關）", l.training.state_enterprise ? "incumbent.other_agency" : "",
			"incumbent");
		put_pension(&w);
		put_leave_counts(&w);
		put_value(&w, "訓練經費（基礎訓練）", "bt.cost_by", "cost");
		put_value(&w, "訓練經費（實務訓練）", "pt.cost_by", "cost");
		put_value(&w, "生活管理（基礎訓練）", "bt.rules.living", "living");
		put(&w, "生活管理", "應遵守各該訓練機關（構）學校有關管理規章", life_cite(&l, "living", ""));
		put_value(&w, "倫理規範", "ethics", "ethics");
	}
	attendance_rights_page(reply_page(r, 200, arena_print(r->mem, "%s：權益與規定", l.t.name)),
		&(struct attendance_rights_view){.r = r, .t = &l.t,
		.exam = trainee_exam(r->mem, &l.t), .person = req_url(r, "/trainees/%lld", (long long)l.t.id),
		.plan = l.plan ? l.plan->title : NULL,
		.lines = lines});
}

const struct route attendance_routes[] = {
	{GET, "/attendance", attendance_get, MAY_LIFE_SEE, .takes = attendance_query, .gives = attendance_list_fields,
		.list = true, .crumb = "分發人員管理/實務訓練管理/差勤明細", .help = "請假、曠職、曠課逐日明細"},
	{GET, "/trainees/:trainee/rights", attendance_rights_get, MAY_LIFE_SEE, .crumb = "分發人員管理/受訓人員/權益與規定",
		.help = "津貼、保險、補助、休假、退撫與生活管理規定"},
	{0}
};
