/* changes.c: see changes.h. */
#include "web/changes.h"

#include "base/json_flat.h"
#include "base/text.h"

static const char *value_words(struct arena *mem, const char *value)
{
	struct date day;

	return date_parse_iso(value, &day) ? date_text(mem, day) : value;
}

struct change_lines change_lines_of(struct arena *mem, const struct rows *r, const struct code *whats)
{
	struct change_lines all = {arena_array(mem, (size_t)r->n, sizeof *all.at), r->n};

	for (int i = 0; i < r->n; i++) {
		const struct code *what = code_find(whats, row_text(r, i, "what"));

		all.at[i] = (struct change_line){what ? what->label : row_text(r, i, "what"), value_words(mem, row_text(r, i, "before")),
			value_words(mem, row_text(r, i, "after")), row_text(r, i, "reason"), row_text(r, i, "document"), row_text(r, i, "who"),
			row_moment(r, i, "made")};
	}
	return all;
}

/* ---- of the audit log */

struct reading { struct arena *mem; const struct field *fields; void *record; struct change_lines to; size_t room; };

static void add_line(struct reading *x, struct change_line line)
{
	x->to.at = arena_grow(x->mem, x->to.at, (size_t)x->to.n, &x->room, sizeof *x->to.at);
	x->to.at[x->to.n++] = line;
}

static const char *shown(struct reading *x, const struct field *f, const struct json_pair *p)
{
	if (!p || (f->kind == K_INT && text_is(p->text, "0")))
		return "";
	field_load(f, x->mem, p->text, x->record);
	return field_text(f, x->mem, x->record);
}

/* The fields of one event; none of a record that was new.  Gives how many. */
static int add_fields(struct reading *x, const char *was, const char *became, struct change_line line)
{
	struct json_pairs from = {0}, to = {0};
	int hint = 0, before = x->to.n;

	if (!*was || !*became || !json_flat(x->mem, was, &from) || !json_flat(x->mem, became, &to))
		return 0;
	for (int i = 0; i < to.n; i++) {
		const struct field *f = field_named(x->fields, to.at[i].key);
		const struct json_pair *old = json_flat_find(&from, to.at[i].key, &hint);

		line.what = f ? f->label : to.at[i].key;
		line.before = f ? shown(x, f, old) : old ? old->text : "";
		line.after = f ? shown(x, f, &to.at[i]) : to.at[i].text;
		add_line(x, line);
	}
	return x->to.n - before;
}

struct change_lines change_lines_of_events(struct arena *mem, const struct rows *r, const struct field *fields, const void *fresh, size_t size,
	const char *(*words)(struct arena *, const char *action))
{
	struct reading x = {.mem = mem, .fields = fields, .record = arena_copy(mem, fresh, size)};

	for (int i = 0; i < r->n; i++) {
		const char *who = row_text(r, i, "full_name");
		struct change_line line = {words(mem, row_text(r, i, "action")), "", "", row_text(r, i, "reason"), "",
			*who ? who : row_text(r, i, "account_name"), row_moment(r, i, "at")};

		if (!add_fields(&x, row_text(r, i, "was"), row_text(r, i, "became"), line))
			add_line(&x, line);
	}
	return x.to;
}
