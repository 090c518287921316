/* form.c: from a table of facts the inputs of a page.  See view.h. */
#include "app/calculator/view.h"

#include <string.h>

#include "base/text.h"

const struct pairs *form_typed(const struct req *r)
{
	return r->route->method == POST ? &r->form : &r->query;
}

const char *form_value(const struct req *r, const char *name)
{
	const char *typed = pair_value(form_typed(r), name);

	return typed ? typed : "";
}

bool form_given(const struct req *r, const char *name)
{
	size_t n = strlen(name);

	for (size_t i = 0; i < form_typed(r)->n; i++) {
		const struct pair *p = &form_typed(r)->at[i];

		if (text_starts(p->name, name) && (!p->name[n] || p->name[n] == '.') && *text_trim(r->mem, p->value))
			return true;
	}
	return false;
}

static bool wants_more(const struct req *r, const char *name)
{
	return text_is(form_value(r, "_more"), name);
}

int form_rows(const struct req *r, const char *name)
{
	int n = 0;

	for (int i = 0; i < ROWS_MOST; i++)
		if (form_given(r, arena_print(r->mem, "%s.%d", name, i)))
			n = i + 1;
	n += wants_more(r, name) ? 1 : 0;
	return n < 1 ? 1 : n > ROWS_MOST ? ROWS_MOST : n;
}

/* ---- the inputs of one fact ---- */

static const char *error_of(const struct req *r, const char *name)
{
	const struct issue *i = issue_at(&r->issues, -1, name);

	return i ? i->text : NULL;
}

static bool needed(const struct fact *f)
{
	return !f->may_be_absent && !f->may_be_null;
}

static struct options choices(const struct form_frame *form, const struct fact *f)
{
	struct options o = {NULL, 0};

	options_add(form->r->mem, &o, "", needed(f) ? "請選擇" : "（不填）");
	for (int i = 0; f->choices[i]; i++)
		options_add(form->r->mem, &o, f->choices[i], f->shown ? f->shown[i] : f->choices[i]);
	return o;
}

static struct options yes_or_no(struct arena *mem, const char *empty, bool with_no)
{
	struct options o = {NULL, 0};

	options_add(mem, &o, "", empty);
	options_add(mem, &o, "true", "是");
	if (with_no)
		options_add(mem, &o, "false", "否");
	return o;
}

static bool has_option(const struct options *o, const char *id)
{
	for (int i = 0; i < o->n; i++)
		if (text_is(o->at[i].id, id))
			return true;
	return false;
}

/* The members of a plan's list, of the chosen plan or of all, and what was typed when it is none of them. */
static struct options of_plans(const struct form_frame *form, const struct fact *f, const char *typed)
{
	const struct plan *chosen = plans_find(form->plans, form_value(form->r, "plan"));
	struct options o = {NULL, 0};

	options_add(form->r->mem, &o, "", "請選擇");
	for (int i = 0; i < form->plans->n; i++) {
		const struct plan_value *list = plan_value(form->plans->at[i], (enum plan_key)f->of_plan);

		for (int k = 0; k < list->texts.n && (!chosen || chosen == form->plans->at[i]); k++)
			if (!has_option(&o, list->texts.at[k]))
				options_add(form->r->mem, &o, list->texts.at[k], list->texts.at[k]);
	}
	if (!has_option(&o, typed))
		options_add(form->r->mem, &o, typed, typed);
	return o;
}

static struct input text_input(const struct form_frame *form, const struct fact *f, const char *name)
{
	const char *typed = form_value(form->r, name);
	struct options o;

	if (f->of_plan)
		return input_choice(form->r, name, f->label, NULL, needed(f), of_plans(form, f, typed));
	if (!f->choices)
		return input_text(form->r, name, f->label, NULL, needed(f), NULL);
	o = choices(form, f);
	if (!has_option(&o, typed))
		options_add(form->r->mem, &o, typed, typed);
	return input_choice(form->r, name, f->label, NULL, needed(f), o);
}

static struct input lines_input(const struct form_frame *form, const struct fact *f, const char *name)
{
	struct input i = input_text(form->r, name, f->label, NULL, needed(f), "每行一個");

	i.kind = INPUT_LINES;
	return i;
}

static struct part ticks_part(const struct form_frame *form, const struct fact *f, const char *name)
{
	struct req *r = form->r;
	struct part p = {.kind = PART_TICKS, .legend = f->label, .id = arena_print(r->mem, "f-%s", name), .error = error_of(r, name),
		.error_id = arena_print(r->mem, "e-%s", name)};

	while (f->choices[p.ticks.n])
		p.ticks.n++;
	p.ticks.at = arena_array(r->mem, (size_t)p.ticks.n, sizeof(*p.ticks.at));
	for (int i = 0; i < p.ticks.n; i++) {
		bool on = false;

		for (size_t k = 0; k < form_typed(r)->n; k++)
			on = on || (text_is(form_typed(r)->at[k].name, name) && text_is(form_typed(r)->at[k].value, f->choices[i]));
		p.ticks.at[i] = (struct tick){name, arena_print(r->mem, "f-%s-%d", name, i), f->choices[i],
			f->shown ? f->shown[i] : f->choices[i], on};
	}
	return p;
}

/* ---- groups ---- */

static struct parts parts_of(const struct form_frame *, const struct fact *, const char *prefix);

static struct part group(const struct form_frame *form, const struct fact *f, const char *name)
{
	return (struct part){.kind = PART_GROUP, .legend = f->label, .id = arena_print(form->r->mem, "f-%s", name),
		.may_be_blank = !needed(f)};
}

static struct part rows_part(const struct form_frame *form, const struct fact *f, const char *name)
{
	struct arena *mem = form->r->mem;
	struct part p = group(form, f, name);

	p.parts.n = form_rows(form->r, name);
	p.parts.at = arena_array(mem, (size_t)p.parts.n, sizeof(*p.parts.at));
	for (int i = 0; i < p.parts.n; i++) {
		const char *row = arena_print(mem, "%s.%d", name, i);

		p.parts.at[i] = (struct part){.kind = PART_GROUP, .legend = arena_print(mem, "第%d列", i + 1),
			.id = arena_print(mem, "f-%s", row), .parts = parts_of(form, f->row, arena_print(mem, "%s.", row))};
	}
	if (p.parts.n < ROWS_MOST) {
		p.more = name;
		p.more_label = arena_print(mem, "增加一列「%s」", f->label);
	}
	return p;
}

static struct part range_part(const struct form_frame *form, const struct fact *f, const char *name)
{
	struct part p = group(form, f, name);
	struct arena *mem = form->r->mem;

	p.parts = (struct parts){arena_array(mem, 2, sizeof(*p.parts.at)), 2};
	p.parts.at[0].input = input_text(form->r, arena_print(mem, "%s.min", name), "起（最低）", NULL, needed(f), NULL);
	p.parts.at[1].input = input_text(form->r, arena_print(mem, "%s.max", name), "迄（最高）", NULL, needed(f), NULL);
	return p;
}

static struct input input_of(const struct form_frame *form, const struct fact *f, const char *name)
{
	struct req *r = form->r;

	switch (f->kind) {
	case FACT_CHOICE:
		return input_choice(r, name, f->label, NULL, needed(f), choices(form, f));
	case FACT_BOOL:
		return input_choice(r, name, f->label, NULL, needed(f),
			yes_or_no(r->mem, needed(f) ? "請選擇" : "否", needed(f)));
	case FACT_MAYBE_BOOL:
		return input_choice(r, name, f->label, NULL, needed(f), yes_or_no(r->mem, needed(f) ? "請選擇" : "（不填）", true));
	case FACT_TEXT:
		return text_input(form, f, name);
	case FACT_TEXTS:
	case FACT_DATES:
		return lines_input(form, f, name);
	default:
		return input_text(r, name, f->label, NULL, needed(f), NULL);
	}
}

static struct part part_of(const struct form_frame *form, const struct fact *f, const char *name)
{
	struct part p;

	switch (f->kind) {
	case FACT_ROWS:
		return rows_part(form, f, name);
	case FACT_RANGE:
		return range_part(form, f, name);
	case FACT_OBJECT:
		p = group(form, f, name);
		p.parts = parts_of(form, f->row, arena_print(form->r->mem, "%s.", name));
		return p;
	default:
		if (f->kind == FACT_TEXTS && f->choices)
			return ticks_part(form, f, name);
		return (struct part){.kind = PART_INPUT, .input = input_of(form, f, name)};
	}
}

static struct parts parts_of(const struct form_frame *form, const struct fact *facts, const char *prefix)
{
	struct parts all = {NULL, 0};

	while (facts[all.n].name)
		all.n++;
	all.at = arena_array(form->r->mem, (size_t)all.n, sizeof(*all.at));
	for (int i = 0; i < all.n; i++)
		all.at[i] = part_of(form, &facts[i], arena_print(form->r->mem, "%s%s", prefix, facts[i].name));
	return all;
}

struct parts form_of(const struct form_frame *form, const struct fact *facts)
{
	return parts_of(form, facts, "");
}
