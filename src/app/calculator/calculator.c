/* calculator.c: see calculator.h. */
#include "app/calculator/calculator.h"

#include "app/calculator/page.html.h"
#include "app/calendar/calendar.h"
#include "app/plan/book.h"
#include "base/text.h"

enum { ANSWER_MOST = 1 << 20 };

/* What is of a person has no business in an address: such a rule is asked by a form that is sent, and nothing of it is kept. */
static bool is_personal(const struct rule *rule)
{
	for (const struct fact *f = rule->facts; f->name; f++)
		if (f->personal)
			return true;
	return false;
}

/* ---- the list ---- */

enum { LINKS_MOST = 40, SUBJECTS_MOST = 40 };

/* The subject of a title: the last one, or a new one. */
static struct subject *subject_of(struct req *r, struct subjects *all, const char *title)
{
	if (all->n && text_is(all->at[all->n - 1].title, title))
		return &all->at[all->n - 1];
	if (all->n < SUBJECTS_MOST)
		all->n++;
	all->at[all->n - 1] = (struct subject){title, {arena_array(r->mem, LINKS_MOST, sizeof(struct link)), 0}};
	return &all->at[all->n - 1];
}

static void list_get(struct req *r)
{
	struct list_view v = {{arena_array(r->mem, SUBJECTS_MOST, sizeof(struct subject)), 0}};

	for (const struct rule_group *g = rule_groups; g->title; g++)
		for (const struct rule *rule = g->rules; rule->name; rule++) {
			struct links *l = &subject_of(r, &v.subjects, g->title)->rules;

			if (l->n < LINKS_MOST)
				l->at[l->n++] = (struct link){req_url(r, "/calculator/%s", rule->name), rule->summary};
		}
	calculator_list_page(reply_page(r, 200, "試算"), &v);
}

/* ---- a rule ---- */

static bool has_kind(const struct fact *facts, enum fact_kind a, enum fact_kind b)
{
	for (const struct fact *f = facts; f && f->name; f++)
		if (f->kind == a || f->kind == b || has_kind(f->row, a, b))
			return true;
	return false;
}

static bool takes_plan(const struct rule *rule)
{
	return rule->plan == RULE_NEEDS_PLAN || rule->plan == RULE_MAY_HAVE_PLAN;
}

/* Newer years first, of each its newest version first. */
static struct input plan_input(struct req *r, const struct rule *rule)
{
	const struct plans *plans = plan_book();
	struct options o = {NULL, 0};
	bool need = rule->plan == RULE_NEEDS_PLAN;

	options_add(r->mem, &o, "", need ? "請選擇" : "（考試無訓練計畫檔）");
	for (int i = plans->n - 1; i >= 0; i--) {
		const struct plan *p = plans->at[i];

		options_add(r->mem, &o, plan_name(r->mem, p), arena_print(r->mem, "%s（%s起）", p->title, date_long_text(r->mem, p->from)));
	}
	return input_choice(r, "plan", "訓練計畫", NULL, need, o);
}

static bool read_plan(struct req *r, const struct rule *rule, const struct plan **plan)
{
	static const struct field one[] = {{.name = "plan", .label = "訓練計畫"}, {0}};
	const char *typed = form_value(r, "plan");

	*plan = NULL;
	if (!takes_plan(rule) || (!*typed && rule->plan == RULE_MAY_HAVE_PLAN))
		return true;
	*plan = plans_find(plan_book(), typed);
	if (*plan)
		return true;
	r->issues.fields = one;
	if (*typed)
		issue(&r->issues, -1, "plan", "ERR_CHOICE", typed);
	else
		issue(&r->issues, -1, "plan", "ERR_REQUIRED");
	return false;
}

/* As `peixun decide` gives it. */
static void reply_answer(struct req *r, const struct rule *rule, const struct verdict *v, const void *values)
{
	struct text out = text_new(r->mem, ANSWER_MOST);

	decide_write(&out, rule, v, values);
	reply_json(r, 200, out);
}

/* "/service/0/from" as the input is called: "service.0.from". */
static const char *input_name(struct arena *mem, const char *path)
{
	char *name = arena_text(mem, path + (*path == '/'));

	for (char *c = name; *c; c++)
		if (*c == '/')
			*c = '.';
	return name;
}

/* NULL: something is wrong with what was typed, or the answer was asked for in JSON and is the reply. */
static struct answer *judge(struct req *r, const struct rule *rule)
{
	struct decider d = {.mem = r->mem, .plans = plan_book(), .calendar = office_calendar(r->db, r->mem)};
	void *facts = arena_get(r->mem, rule->facts_size), *values;
	struct answer *a = arena_get(r->mem, sizeof(*a));
	const struct plan *plan;
	struct verdict v;

	read_plan(r, rule, &plan);
	form_read_facts(r, rule->facts, facts);
	if (r->issues.n)
		return NULL;
	v = decide_facts(&d, rule, plan, facts, r->mem, &values);
	if (v.malformed.code) {
		issue(&r->issues, -1, input_name(r->mem, v.malformed.path), "ERR_TEXT_GIVEN", v.malformed.text);
		return NULL;
	}
	if (r->json) {
		reply_answer(r, rule, &v, values);
		return NULL;
	}
	*a = answer_of(r->mem, rule, &v, values);
	return a;
}

/* The rule of the address.  NULL: the reply is made. */
static const struct rule *rule_of(struct req *r)
{
	const struct rule *rule = decide_rule(r->word[0]);

	if (!rule)
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	return rule;
}

static void answer(struct req *r, const struct rule *rule)
{
	struct rule_view v = {.rule = rule, .personal = is_personal(rule)};
	struct form_frame form = {r, plan_book()};

	if (r->json || (form_typed(r)->n && !*form_value(r, "_more")))
		v.answer = judge(r, rule);
	if (r->json) {
		if (r->issues.n)
			reply_issues(r);
		return;
	}
	v.action = req_url(r, "/calculator/%s", rule->name);
	v.list = req_url(r, "/calculator");
	v.has_plan = takes_plan(rule);
	if (v.has_plan)
		v.plan = plan_input(r, rule);
	v.parts = form_of(&form, rule->facts);
	v.has_dates = has_kind(rule->facts, FACT_DATE, FACT_DATES);
	v.has_lengths = has_kind(rule->facts, FACT_LENGTH, FACT_LENGTH);
	v.wrong = issue_lines(r);
	calculator_page(reply_page(r, r->issues.n ? 422 : 200, arena_print(r->mem, "試算：%s", rule->summary)), &v);
}

static void rule_get(struct req *r)
{
	const struct rule *rule = rule_of(r);

	if (!rule)
		return;
	if (is_personal(rule) && r->json)
		reply_refuse(r, 405, "ERR_METHOD");
	else if (is_personal(rule) && r->query.n)
		reply_see(r, req_url(r, "/calculator/%s", rule->name), NULL);
	else
		answer(r, rule);
}

/* Nothing is stored, so the answer is the page itself. */
static void rule_post(struct req *r)
{
	const struct rule *rule = rule_of(r);

	if (rule)
		answer(r, rule);
}

const struct route calculator_routes[] = {
	{GET, "/calculator", list_get, 0, .crumb = "試算", .menu = "試算", .help = "試算期限、期間與資格"},
	{GET, "/calculator/*rule", rule_get, 0, .crumb = "試算/規定", .help = "試算一項規定"},
	{POST, "/calculator/*rule", rule_post, 0, .public_post = true, .crumb = "試算/規定", .help = "試算一項規定，資料不列入網址"},
	{0}
};
