/* decide.c: the tables of rules, and one answer in JSON.  See decide.h. */
#include "rule/decide.h"

#include <jansson.h>
#include <string.h>

#include "base/json.h"
#include "rule/fact_quick.h"

const struct rule_group rule_groups[] = {
	{"日期與期限", dates_rules},
	{"訓練期間", training_rules},
	{"訓練期間", stage_rules},
	{"保留受訓資格、補訓", retention_rules},
	{"保留受訓資格、補訓", retention_period_rules},
	{"保留受訓資格、補訓", makeup_rules},
	{"免除基礎訓練、縮短實務訓練", exemption_rules},
	{"免除基礎訓練、縮短實務訓練", shortening_rules},
	{"停止訓練", stop_rules},
	{"輔導", guidance_rules},
	{"請假、曠職與獎懲", leave_rules},
	{"實務訓練成績", score_rules},
	{"津貼與保險", allowance_rules},
	{"廢止受訓資格", revocation_rules},
	{"請證與繳費", certificate_rules},
	{"請證與繳費", fee_rules},
	{"請證與繳費", slip_rules},
	{"升官等訓練：參訓資格", promotion_eligibility_rules},
	{"升官等訓練：名額與遴選", promotion_quota_rules},
	{"升官等訓練：延後、停止與廢止", promotion_change_rules},
	{"升官等訓練：訓後與資格不符", promotion_score_rules},
	{"升官等訓練：訓後與資格不符", promotion_after_rules},
	{"終身學習", hours_rules},
	{"終身學習", course_rules},
	{"身分證統一編號", identity_rules},
	{0}
};

enum { FACTS_MOST = 30 };

const struct rule *decide_rule(const char *name)
{
	for (const struct rule_group *g = rule_groups; g->title; g++)
		for (const struct rule *r = g->rules; r->name; r++)
			if (text_is(r->name, name))
				return r;
	return NULL;
}

/* ---- the answer ---- */

static void write_names(struct json *j, const char *key, const struct names *names)
{
	if (!names->n)
		return;
	json_key(j, key);
	json_list(j);
	for (int i = 0; i < names->n; i++)
		json_text(j, names->at[i]);
	json_end(j);
}

static void write_values(struct json *j, const struct rule *rule, const struct verdict *v, const void *values)
{
	json_key(j, "values");
	json_begin(j);
	facts_write(j, v->mem, rule->values, values);
	if (v->code) {
		json_key(j, "code");
		json_text(j, v->code);
	}
	if (v->used) {
		json_key(j, "calendar");
		json_text(j, v->used == CALENDAR_OFFICIAL ? "official" : "weekends-only");
	}
	write_names(j, "missing", &v->missing);
	write_names(j, "params", &v->params);
	json_end(j);
}

static void write_reasons(struct json *j, const struct verdict *v)
{
	json_key(j, "reasons");
	json_list(j);
	for (int i = 0; i < v->reasons_n; i++) {
		json_begin(j);
		json_key(j, "text");
		json_text(j, v->reasons[i].text);
		json_key(j, "citation");
		json_text(j, v->reasons[i].citation);
		json_end(j);
	}
	json_end(j);
}

void decide_write(struct text *out, const struct rule *rule, const struct verdict *v, const void *values)
{
	struct json j = json_new(out);

	json_begin(&j);
	json_key(&j, "rule");
	json_text(&j, rule->name);
	json_key(&j, "result");
	json_text(&j, result_name(v->result));
	if (v->plan) {
		json_key(&j, "plan");
		json_text(&j, plan_name(v->mem, v->plan));
	}
	write_values(&j, rule, v, values);
	write_reasons(&j, v);
	json_end(&j);
}

static bool write_error(struct text *out, const struct fact_error *e)
{
	struct json j = json_new(out);

	json_begin(&j);
	json_key(&j, "error");
	json_begin(&j);
	json_key(&j, "code");
	json_text(&j, e->code);
	json_key(&j, "path");
	json_text(&j, e->path);
	json_key(&j, "text");
	json_text(&j, e->text);
	json_end(&j);
	json_end(&j);
	return false;
}

/* ---- the question ---- */

/* One question on its way. */
struct asking {
	struct decider *d;
	const struct rule *rule;
	const char *plan;                                       /* of the command line */
	struct arena *mem;
	struct fact_error error;
};

static bool refuse(struct asking *a, const char *code, const char *path, const char *text)
{
	a->error = (struct fact_error){code, path, text};
	return false;
}

static void drop(void *root)
{
	json_decref(root);
}

static json_t *parse(struct asking *a, const char *text, size_t n)
{
	json_error_t error;
	json_t *root = json_loadb(text, n, JSON_REJECT_DUPLICATES, &error);

	if (!root)
		refuse(a, "BAD_INPUT", "", arena_print(a->mem, "JSON語法錯誤：%s", fact_syntax(a->mem, &error)));
	else
		arena_defer(a->mem, drop, root);
	if (root && !json_is_object(root)) {
		refuse(a, "BAD_INPUT", "", "應為JSON物件");
		return NULL;
	}
	return root;
}

static const struct plans *plans_of(struct decider *d)
{
	if (!d->plans)
		d->plans = plans_load(d->mem, d->folder);
	return d->plans;
}

static bool takes_plan(const struct rule *r)
{
	return r->plan == RULE_MAY_HAVE_PLAN || r->plan == RULE_NEEDS_PLAN;
}

/* given: of the object; NULL: it has none. */
static bool find_plan(struct asking *a, const char *given, const struct plan **plan)
{
	const char *reference = given ? given : a->plan;

	*plan = NULL;
	if (!takes_plan(a->rule))
		return true;
	if (!reference)
		return a->rule->plan == RULE_MAY_HAVE_PLAN || refuse(a, "BAD_INPUT", "/plan", "缺少必要欄位「訓練計畫」（plan）");
	*plan = plans_find(plans_of(a->d), reference);
	return *plan || refuse(a, "PLAN_MISSING", "/plan", arena_print(a->mem, "查無訓練計畫：%s%s", reference,
		a->d->plans->errors_n ? "（計畫檔有錯誤，請執行peixun plan check）" : ""));
}

/* Takes the key `plan` out of the object: the rules' own facts do not know it. */
static bool take_plan(struct asking *a, json_t *root, const struct plan **plan)
{
	const json_t *given = takes_plan(a->rule) ? json_object_get(root, "plan") : NULL;
	const char *reference;

	if (given && !json_is_null(given) && !json_is_string(given))
		return refuse(a, "BAD_INPUT", "/plan", "「訓練計畫」應為文字");
	reference = json_is_string(given) ? arena_text(a->mem, json_string_value(given)) : NULL;
	if (given)
		json_object_del(root, "plan");
	return find_plan(a, reference, plan);
}

/* Values that say nothing yet. */
static void *blank_values(struct arena *mem, const struct rule *rule)
{
	char *values = arena_get(mem, rule->values_size);

	for (const struct fact *f = rule->values; f->name; f++)
		if (f->kind == FACT_CHOICE)
			*(int *)(values + f->at) = -1;
	return values;
}

struct verdict decide_facts(struct decider *d, const struct rule *rule, const struct plan *plan, const void *facts, struct arena *mem,
	void **values)
{
	struct verdict v = verdict_new(mem, plan, d->calendar);

	*values = blank_values(mem, rule);
	if (rule->plan == RULE_PROMOTION)
		v.promotions = plans_of(d)->promotions;
	if (facts)
		rule->judge(&v, facts, *values);
	else
		verdict_in_range(&v, (struct date){0});
	return v;
}

static bool judge(struct asking *a, const struct plan *plan, const struct fact_reader *r, const void *facts, struct text *out)
{
	void *values;
	struct verdict v = decide_facts(a->d, a->rule, plan, r->out_of_range ? NULL : facts, a->mem, &values);

	if (v.malformed.code)
		return write_error(out, &v.malformed);
	decide_write(out, a->rule, &v, values);
	return true;
}

/* Whatever the input is: finds what is wrong, and where. */
static bool decide_slowly(struct asking *a, const char *json, size_t n, struct text *out)
{
	struct fact_reader r = {.mem = a->mem};
	void *facts = arena_get(a->mem, a->rule->facts_size);
	const struct plan *plan;
	json_t *root = parse(a, json, n);

	if (!root || !take_plan(a, root, &plan))
		return write_error(out, &a->error);
	if (!facts_read(&r, root, a->rule->facts, facts))
		return write_error(out, &r.error);
	return judge(a, plan, &r, facts, out);
}

bool decide(struct decider *d, const struct rule *rule, const char *named, const char *json, size_t n, struct arena *mem,
	struct text *out)
{
	struct asking a = {.d = d, .rule = rule, .plan = named, .mem = mem};
	void *facts = arena_get(mem, rule->facts_size);
	const char *reference = NULL;
	const struct plan *plan;

	if (!facts_read_quickly(mem, json, n, rule->facts, takes_plan(rule) ? &reference : NULL, facts) ||
		!find_plan(&a, reference, &plan))
		return decide_slowly(&a, json, n, out);
	return judge(&a, plan, &(struct fact_reader){.mem = mem}, facts, out);
}

/* ---- the list ---- */

static void write_requirements(struct json *j, struct text *scratch, const char *all)
{
	json_key(j, "requirements");
	json_list(j);
	while (*all) {
		size_t n = strcspn(all, " ");

		scratch->n = 0;
		text_add(scratch, all, n);
		json_text(j, scratch->at);
		all += n + (all[n] == ' ');
	}
	json_end(j);
}

/* The facts of a rule, after the plan where it takes one. */
static void write_input(struct json *j, const struct rule *r)
{
	struct fact with_plan[FACTS_MOST + 2] = {
		{.name = "plan", .kind = FACT_TEXT, .label = "訓練計畫代號，例如113-disabled或113-disabled@2",
			.may_be_absent = r->plan == RULE_MAY_HAVE_PLAN},
	};
	int n = 1;

	for (const struct fact *f = r->facts; f->name && n <= FACTS_MOST; f++)
		with_plan[n++] = *f;
	json_key(j, "input");
	facts_schema(j, r->plan == RULE_WITHOUT_PLAN || r->plan == RULE_PROMOTION ? r->facts : with_plan, true);
}

void decide_list(struct text *out)
{
	struct text scratch = text_new(out->mem, 4096);
	struct json j = json_new(out);

	json_list(&j);
	for (const struct rule_group *g = rule_groups; g->title; g++)
		for (const struct rule *r = g->rules; r->name; r++) {
			json_begin(&j);
			json_key(&j, "rule");
			json_text(&j, r->name);
			json_key(&j, "summary");
			json_text(&j, r->summary);
			write_requirements(&j, &scratch, r->requirements);
			write_input(&j, r);
			json_key(&j, "values");
			facts_schema(&j, r->values, false);
			json_end(&j);
		}
	json_end(&j);
}
