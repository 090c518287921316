/* plan_notes.c: the printed notes of the forms of a plan, from a file beside it.  Knows no form's layout.       PLAN-138 */
#include <jansson.h>

#include "base/text.h"
#include "rule/plan_private.h"

/* Of one file, in the order they were added. */
struct plan_noted {
	struct plan_noted *next;
	const char *file, *plan;
	struct fact_texts notes[PLAN_FORMS_N];
	bool taken;
};

static void wrong(struct plans *plans, const char *file, const char *path, const char *text)
{
	plan_complain(plans, false, file, "PLAN_INVALID", 0, path, "%s", text);
}

/* An array of texts, each of which says something. */
static bool read_form(struct plans *plans, const char *file, const char *path, const json_t *from, struct fact_texts *to)
{
	size_t n = json_array_size(from);

	if (json_is_null(from))
		return true;
	*to = (struct fact_texts){(int)n, arena_array(plans->mem, n, sizeof(*to->at))};
	for (size_t i = 0; i < n; i++) {
		const char *text = json_string_value(json_array_get(from, i));

		to->at[i] = text ? arena_text(plans->mem, text) : "";
		if (!*to->at[i]) {
			wrong(plans, file, arena_print(plans->mem, "%s/%zu", path, i), "應為文字，且不得空白");
			return false;
		}
	}
	if (!json_is_array(from))
		wrong(plans, file, path, "應為文字之陣列或null");
	return json_is_array(from);
}

static bool read_notes(struct plans *plans, const json_t *notes, struct plan_noted *to)
{
	int before = plans->errors_n;
	const char *name;
	json_t *value;

	json_object_foreach((json_t *)notes, name, value) {
		int form = plan_form_named(name);
		const char *path = arena_print(plans->mem, "/notes/%s", name);

		if (form < 0)
			wrong(plans, to->file, path, arena_print(plans->mem, "不明的表單：%s", name));
		else
			read_form(plans, to->file, path, value, &to->notes[form]);
	}
	return plans->errors_n == before;
}

static void add(struct plans *plans, struct plan_noted *noted)
{
	struct plan_noted **at = &plans->noted;

	while (*at)
		at = &(*at)->next;
	*at = noted;
}

void plans_add_notes(struct plans *plans, const char *name, const char *bytes, size_t n)
{
	struct plan_noted *noted = arena_get(plans->mem, sizeof(*noted));
	json_t *root = plan_parse(plans, arena_text(plans->mem, name), bytes, n);
	const json_t *plan = json_object_get(root, "plan"), *notes = json_object_get(root, "notes");
	int before = plans->problems_n;

	if (!root)
		return;
	noted->file = arena_text(plans->mem, name);
	if (!json_is_string(plan) || !json_is_object(notes) || json_object_size(root) != 2) {
		wrong(plans, noted->file, "", "應恰有plan（訓練計畫代號）及notes（各表單之說明）");
	} else {
		noted->plan = arena_text(plans->mem, json_string_value(plan));
		if (read_notes(plans, notes, noted))
			add(plans, noted);
	}
	plan_find_lines(plans, before, noted->file, bytes, n);
	json_decref(root);
}

void plan_take_notes(struct plan_loading *l)
{
	struct plan_noted *noted = l->plans->noted;

	while (noted && !text_is(noted->plan, l->plan.id))
		noted = noted->next;
	if (!noted)
		return;
	noted->taken = true;
	for (int i = 0; i < PLAN_FORMS_N; i++) {
		if (noted->notes[i].n && !l->plan.forms[i])
			wrong(l->plans, noted->file, arena_print(l->plans->mem, "/notes/%s", plan_form_name((enum plan_annex)i)),
				"訓練計畫無此表單");
		l->plan.notes[i] = noted->notes[i];
	}
}

void plan_check_notes(struct plans *plans)
{
	for (const struct plan_noted *noted = plans->noted; noted; noted = noted->next)
		if (!noted->taken)
			plan_complain(plans, true, noted->file, "PLAN_MISSING", 0, "/plan", "無可用之訓練計畫：%s", noted->plan);
}
