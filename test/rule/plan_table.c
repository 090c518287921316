/* Plans side by side, and the file of a new year.                                                               PLAN-007 */
#include "rule/plan_table.h"

#include <string.h>

#include "base/text.h"
#include "test/tap.h"

enum { MEMORY = 1 << 27 };

static struct arena *mem;

static const struct plan_row *row(const struct plan_rows *rows, const char *key)
{
	for (int i = 0; i < rows->n; i++)
		if (text_is(rows->at[i].key, key))
			return &rows->at[i];
	return NULL;
}

static const char *all(const struct fact_texts *texts)
{
	struct text t = text_new(mem, 1 << 16);

	for (int i = 0; i < texts->n; i++)
		text_print(&t, "%s%s", i ? "; " : "", texts->at[i]);
	return texts->n ? t.at : "";
}

static void test_examples(const struct plan *a, const struct plan *b)
{
	struct plan_rows rows = plan_rows(mem, a, b);
	const struct plan_row *scored = row(&rows, "bt.score_counted"), *causes = row(&rows, "revoke.causes"), *total = row(&rows, "period.total");
	int marked = 0;

	for (int i = 0; i < rows.n; i++)
		marked += rows.at[i].differs;
	ok(rows.n == PLAN_KEYS_N + PLAN_FORMS_N + PLAN_CITATIONS_N && marked == rows.different, "PLAN-007 each key, form and citation is a row");
	ok(scored->differs && text_is(all(&scored->a.lines), "否") && text_is(all(&scored->b.lines), "是"), "PLAN-007 a");
	ok(text_is(scored->a.point, "第19點第1款第1目") && text_is(scored->b.point, "第19點第1款第2目"), "PLAN-007 a: the points of both");
	ok(causes->differs && causes->a.lines.n == 10 && causes->b.lines.n == 12, "PLAN-007 b");
	same(all(&causes->only_b), "bt_retrain_failed; bt_absence_20; bt_truancy_5", "PLAN-007 b: the ids that only one has");
	same(all(&causes->only_a), "", "PLAN-007 b: none the other way");
	ok(!total->differs && text_is(all(&total->a.lines), "4個月"), "PLAN-007 c");
	ok(row(&rows, "form.pt_score.attachment")->differs && !row(&rows, "form.pt_plan.attachment")->differs, "forms by their annexes");
	ok(!row(&rows, "cite.retrain")->differs && row(&rows, "cite.score_handle")->differs, "citations without the plans' titles");
	same(row(&rows, "cite.retrain")->a.lines.at[0], "第12點第4款；訓練辦法第35條之1", "points in words");
}

/* Values of all kinds in words. */
static void test_words(const struct plan *a, const struct plan *b)
{
	static const struct { const char *key, *a, *b; } want[] = {
		{"allowance.level", "三等考試：委任第五職等本俸五級", "高等考試一級考試：薦任第八職等本俸四級"},
		{"insurance.by_year", "106年（含）以後：全民健康保險、公教人員保險; 103年至105年：全民健康保險、一般保險; 102年（含）以前", "106年"},
		{"revoke.leave_fraction", "1/2", "1/2"}, {"guide.plan_form_counted", "當日起算（之日起）", "當日起算（之日起）"}, {"extend.from", "次日起算", "次日起算"},
		{"plan.issued_on", "113年4月30日", "112年8月11日"}, {"plan.amendments", "113年5月16日 保訓會公訓字第1132160195號函修正第16點", "無"},
		{"score.weights", "character 品德：20", "character 品德：20"}, {"retain.max.new", "服兵役：法定役期; 進修碩士：2年", "服兵役：法定役期"},
		{"retain.evidence", "服兵役：「軍人身分證」（正反面影印本）或", ""}, {"exempt.table.lower_equivalent", "三等考試：普通考試、初等考試、特考四等、特考五等", ""},
		{"shorten.lower_grade", "三等考試：具有委任第5職等以上資格，或擬任委任第5職等職務，具有委任第4職等以上資格", "高等考試一級考試：具有薦任第8職等以上資格，或擬任薦任第8職等職務，具有薦任第7職等以上資格"},
		{"anomaly.window", "公務人員保障暨培訓委員會培訓發展處 電話：02-82367116 傳真：02-82367129 電子郵件信箱：training@csptc.gov.tw", ""},
		{"guide.resources", "1 行政院人事行政總處員工協助方案專區 https://", ""}, {"bt.enrol_method", "由實務訓練機關（構）學校報名", "由文官學院通知調訓"},
	};
	struct plan_rows rows = plan_rows(mem, a, b);

	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++) {
		const struct plan_row *r = row(&rows, want[i].key);

		ok(text_starts(all(&r->a.lines), want[i].a) && text_starts(all(&r->b.lines), want[i].b) && (*want[i].b || !r->b.lines.n),
			"%s in words", want[i].key);
	}
	same(row(&rows, "bt.pass_mark")->b.law, "[法規] 訓練辦法第36條（使用前請核對）：60", "what a law says where the plan is silent");
	ok(!row(&rows, "score.pass_mark")->a.law, "and only there");
}

/* The copy is of no use before it has a day and a number; filled in, it is a plan. */
static void test_copy(const struct plans *plans, const struct plan *a)
{
	const char *text = plan_copy(mem, plans, a, 114), *notes = plan_copy_notes(mem, plans, a, 114), *at;
	struct plans *open = arena_get(mem, sizeof(*open)), *filled = arena_get(mem, sizeof(*filled));
	static const char clear[] = "\"from\": null, \"document\": null";
	const struct plan *p;

	open->mem = filled->mem = mem;
	plans_add(open, "114-disabled.json", text, strlen(text));
	ok(open->n == 0 && open->errors_n == 1 && text_is(open->problems[0].path, "/versions/0/from"), "PLAN-007 day and number of issue are cleared");
	at = strstr(text, clear);
	text = at ? arena_print(mem, "%.*s\"from\": \"2025-04-30\", \"document\": \"某函訂定\"%s", (int)(at - text), text, at + strlen(clear)) : "";
	plans_add_notes(filled, "forms/114-disabled.json", notes, strlen(notes));
	plans_add(filled, "114-disabled.json", text, strlen(text));
	plans_settle(filled, NULL);
	p = plans_find(filled, "114-disabled");
	if (!ok(p && filled->errors_n == 0, "PLAN-007 filled in, it is a plan"))
		return;
	same(p->title, "114年公務人員特種考試身心障礙人員考試錄取人員訓練計畫", "PLAN-007 the title of the new year");
	same(p->values[PLAN_TARGETS].texts.at[0], "114年本考試錄取人員", "PLAN-007 and whom it is for");
	ok(p->values[PLAN_MAKEUP_FROM].n == 104 && p->values[PLAN_REVOKE_CAUSES].rows.n == 10 && p->notes[PLAN_FORM_PT_PLAN].n == 9,
		"PLAN-007 values and notes are kept for review");
	same_int(plan_rows(mem, a, p).different, 7, "PLAN-007 nothing else differs: id, year, title, day, number, amendments, 訓練對象");
	ok(!plan_copy_notes(mem, plans, plans_find(plans, "112-senior-ordinary"), 113), "a plan without notes");
}

int main(void)
{
	const struct plans *plans;
	const struct plan *a, *b;

	mem = arena_new((size_t)MEMORY);
	plans = plans_load(mem, "plans");
	a = plans_find(plans, "113-disabled");
	b = plans_find(plans, "112-senior-ordinary");
	if (ok(a && b, "the shipped plans")) {
		test_examples(a, b);
		test_words(a, b);
		test_copy(plans, a);
	}
	arena_free(mem);
	return tap_end();
}
