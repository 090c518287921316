/* choice_form.c: the conditions of 多條件複選產製報表 as inputs, each with its tick.                                LEARN-631 */
#include "app/colleague/choice.h"
#include "app/staff/staff.h"
#include "base/text.h"

enum { LEVELS = 15 };

static const struct code modes[] = {{"1", "數位學習"}, {"2", "實體學習"}, {"3", "混成學習"}, {0}};
static const struct code grades[] = {{"簡任", "簡任"}, {"薦任", "薦任"}, {"委任", "委任"}, {0}};

static struct several several_new(const struct query *q, const char *name, const char *label, int room)
{
	return (struct several){name, label, {arena_array(q->mem, (size_t)room + 1, sizeof(struct choice_tick)), 0}, 0};
}

static void add_tick(const struct query *q, struct several *s, const char *value, const char *label)
{
	struct choice_tick *t = &s->ticks.at[s->ticks.n++];

	*t = (struct choice_tick){arena_print(q->mem, "f-%s-%d", s->name, s->ticks.n), value, label, false};
	for (size_t i = 0; i < q->pairs.n; i++)
		t->on |= text_is(q->pairs.at[i].name, s->name) && text_is(q->pairs.at[i].value, value);
	s->chosen += t->on;
}

static void add_items(const struct query *q, struct several *s, const char *table)
{
	struct code_items all = code_items(q->codes, q->mem, table, (struct date){0});

	s->ticks.at = arena_array(q->mem, (size_t)all.n + 1, sizeof *s->ticks.at);
	for (int i = 0; i < all.n; i++)
		add_tick(q, s, arena_print(q->mem, "%lld", (long long)all.at[i]->id), arena_print(q->mem, "%s %s", all.at[i]->code,
			all.at[i]->name));
}

static void add_codes(const struct query *q, struct several *s, const struct code *codes)
{
	for (; codes->id; codes++)
		add_tick(q, s, codes->id, codes->label);
}

static void add_groups(const struct query *q, struct several *s)
{
	struct code_items all = code_items(q->codes, q->mem, "course_category", (struct date){0});

	s->ticks.at = arena_array(q->mem, (size_t)all.n + 1, sizeof *s->ticks.at);
	for (int i = 0; i < all.n; i++)
		if (!i || !text_is(all.at[i]->attribute, all.at[i - 1]->attribute))
			add_tick(q, s, all.at[i]->attribute, all.at[i]->attribute);
}

static struct several several_of(const struct query *q, const struct choice_condition *c)
{
	struct several s = several_new(q, c->name, c->label, LEVELS);

	if (text_is(c->name, "category"))
		add_items(q, &s, "course_category");
	else if (text_is(c->name, "class"))
		add_items(q, &s, "person_class");
	else if (text_is(c->name, "category_group"))
		add_groups(q, &s);
	else if (text_is(c->name, "level"))
		for (int i = 1; i <= LEVELS; i++)
			add_tick(q, &s, arena_print(q->mem, "%d", i), arena_print(q->mem, "%d", i));
	else
		add_codes(q, &s, text_is(c->name, "mode") ? modes : text_is(c->name, "group") ? staff_groups : grades);
	return s;
}

struct condition_line choice_line(const struct choice *c, const struct inputs *inputs, const struct choice_condition *one)
{
	struct condition_line l = {one->name, arena_print(c->q->mem, "f-use-%s", one->name), one->label, choice_uses(c, one->name), {0}, {0}};

	if (one->several) {
		l.severals = (struct severals){arena_array(c->q->mem, 1, sizeof(struct several)), 1};
		l.severals.at[0] = several_of(c->q, one);
		return l;
	}
	l.inputs.at = arena_array(c->q->mem, 2, sizeof *l.inputs.at);
	for (int f = 0; f < 2 && one->fields[f]; f++)
		for (int i = 0; i < inputs->n; i++)
			if (text_is(inputs->at[i].name, one->fields[f]))
				l.inputs.at[l.inputs.n++] = inputs->at[i];
	return l;
}
