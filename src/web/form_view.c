/* form_view.c: see form_view.h. */
#include "web/form_view.h"

#include <string.h>

#include "base/random.h"
#include "base/text.h"
#include "web/route.h"

const char *form_once(const struct req *r)
{
	const char *came = pair_value(&r->form, "_once");

	return came && *came && r->issues.n ? came : random_token(r->mem);
}

struct issue_lines issue_lines(const struct req *r)
{
	struct issue_lines l = {arena_array(r->mem, r->issues.n, sizeof *l.at), (int)r->issues.n,
		r->route->method == POST && !r->route->public_post && !r->route->asks};

	for (size_t i = 0; i < r->issues.n; i++) {
		const struct issue *one = &r->issues.at[i];

		l.at[i] = (struct issue_line){issue_shown(r->mem, one->code, one->text),
			{arena_print(r->mem, "#f-%s", one->field)}, *one->field && one->row < 0};
	}
	return l;
}

void issue_lines_without(struct issue_lines *l, const char *name)
{
	for (int i = 0; i < l->n; i++)
		if (!strcmp(l->at[i].at.text + strlen("#f-"), name))
			l->at[i].linked = false;
}

static const char *error_of(const struct req *r, const char *name)
{
	const struct issue *i = issue_at(&r->issues, -1, name);

	return i ? issue_shown(r->mem, i->code, i->text) : NULL;
}

/* What came in the body, then what came in the query, then what is stored. */
static const char *typed_or(const struct req *r, const char *name, const char *stored)
{
	const char *typed = pair_value(&r->form, name);

	if (!typed)
		typed = pair_value(&r->query, name);
	return typed ? typed : stored ? stored : "";
}

static struct input input_new(const struct req *r, enum input_kind kind, const char *name, const char *label)
{
	return (struct input){
		.kind = kind, .name = name, .label = label, .size = 20,
		.id = arena_print(r->mem, "f-%s", name), .hint_id = arena_print(r->mem, "h-%s", name),
		.error_id = arena_print(r->mem, "e-%s", name), .error = error_of(r, name),
	};
}

struct input input_text(const struct req *r, const char *name, const char *label, const char *value, bool need, const char *hint)
{
	struct input i = input_new(r, INPUT_TEXT, name, label);

	i.value = typed_or(r, name, value);
	i.need = need;
	i.hint = hint;
	return i;
}

struct input input_choice(const struct req *r, const char *name, const char *label, const char *value, bool need,
	struct options options)
{
	struct input i = input_new(r, INPUT_CHOICE, name, label);

	i.value = typed_or(r, name, value);
	i.need = need;
	i.options = options;
	for (int k = 0; k < options.n; k++)
		options.at[k].chosen = !strcmp(options.at[k].id, i.value);
	return i;
}

/* Is it one of "a,b"? */
static bool among(const char *values, const char *one)
{
	size_t n = strlen(one);

	for (; *values; values += strcspn(values, ","), values += *values == ',')
		if (strcspn(values, ",") == n && !strncmp(values, one, n))
			return true;
	return false;
}

struct input input_several(const struct req *r, const char *name, const char *label, const char *value, bool need, struct options options)
{
	struct input i = input_new(r, INPUT_SEVERAL, name, label);
	const char *values = pair_values(r->mem, r->form.n ? &r->form : &r->query, name);

	if (!values && !r->form.n)
		values = value;
	i.need = need;
	i.options = options;
	for (int k = 0; k < options.n; k++)
		options.at[k].chosen = values && among(values, options.at[k].id);
	return i;
}

struct input input_password(const struct req *r, const char *name, const char *label, const char *autocomplete, const char *hint)
{
	struct input i = input_new(r, INPUT_PASSWORD, name, label);

	i.autocomplete = autocomplete;
	i.hint = hint;
	i.need = true;
	return i;
}

struct input input_tick(const struct req *r, const char *name, const char *label, bool on)
{
	struct input i = input_new(r, INPUT_TICK, name, label);
	const char *typed = pair_value(&r->form, name);

	i.on = r->form.n ? typed && *typed && strcmp(typed, "0") : on;
	return i;
}

void options_add(struct arena *mem, struct options *o, const char *id, const char *label)
{
	struct option *at = arena_array(mem, (size_t)o->n + 1, sizeof *at);

	if (o->n)
		memcpy(at, o->at, (size_t)o->n * sizeof *at);
	at[o->n++] = (struct option){id, label, false};
	o->at = at;
}

struct options options_of(struct arena *mem, const struct code *list, const char *empty_label)
{
	struct options o = {0};

	if (empty_label)
		options_add(mem, &o, "", empty_label);
	for (; list->id; list++)
		options_add(mem, &o, list->id, list->label);
	return o;
}

static struct input input_of(const struct req *r, const struct field *f, const void *record)
{
	const char *stored = f->kind == K_CODE ? field_plain(f, r->mem, record) : field_text(f, r->mem, record);
	struct input i;

	if (f->kind == K_BOOL)
		i = input_tick(r, f->name, f->label, *(const bool *)((const char *)record + f->at));
	else if (f->kind == K_CODE)
		i = input_choice(r, f->name, f->label, stored, f->need, options_of(r->mem, f->list, f->need ? NULL : "（未選）"));
	else
		i = input_text(r, f->name, f->label, stored, f->need, f->hint);
	if (f->lines || f->several)
		i.kind = f->lines ? INPUT_LINES : INPUT_SEVERAL;
	if (f->privacy == SENSITIVE && f->kind == K_TEXT) {         /* a secret: never sent back */
		i = input_password(r, f->name, f->label, "new-password", f->hint);
		i.need = f->need;
	}
	i.wide = f->wide || f->lines;
	i.size = f->kind == K_DATE || f->kind == K_INT ? 10 : f->wide ? 50 : 20;
	i.hint = f->hint;
	return i;
}

struct inputs inputs_of(const struct req *r, const struct field *fields, const void *record)
{
	struct inputs all = {NULL, 0};

	for (const struct field *f = fields; f->name; f++)
		all.n += f->use == EDIT;
	all.at = arena_array(r->mem, (size_t)all.n, sizeof *all.at);
	all.n = 0;
	for (const struct field *f = fields; f->name; f++)
		if (f->use == EDIT)
			all.at[all.n++] = input_of(r, f, record);
	return all;
}
