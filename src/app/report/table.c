/* table.c: what a report's tables show on a page: headings that lead to their definitions, numbers that lead to their lists. */
#include <string.h>

#include "app/report/picture.h"
#include "app/report/view.h"
#include "base/text.h"

enum { BRIEF = 12 };

static const char *meaning_id(struct arena *mem, const struct report_column *c)
{
	return arena_print(mem, "means-%s", c->key);
}

struct report_meanings report_meanings_of(struct req *r, const struct report_run *run)
{
	struct report_meanings to = {arena_array(r->mem, REPORT_SECTIONS * REPORT_COLUMNS, sizeof *to.at), 0};

	for (int s = 0; s < run->n_sections; s++)
		for (int i = 0; i < run->sections[s]->n_columns; i++) {
			const struct report_column *c = &run->sections[s]->columns[i];
			const char *id = meaning_id(r->mem, c);
			bool there = !c->means;

			for (int k = 0; k < to.n; k++)
				there |= text_is(to.at[k].id, id);
			if (!there)
				to.at[to.n++] = (struct report_meaning){id,
					c->group ? arena_print(r->mem, "%s %s", c->group, c->label) : c->label, c->means};
		}
	return to;
}

/* The headings in two lines where some stand under one: `groups` is the upper one, with those of no group, which are as tall as both. */
static void heads_of(struct req *r, const struct report_section *s, struct report_table *to)
{
	to->groups.at = arena_array(r->mem, (size_t)s->n_columns, sizeof *to->groups.at);
	to->heads.at = arena_array(r->mem, (size_t)s->n_columns, sizeof *to->heads.at);
	for (int i = 0; i < s->n_columns; i++)
		to->grouped |= s->columns[i].group != NULL;
	for (int i = 0; i < s->n_columns; i++) {
		const struct report_column *c = &s->columns[i];
		struct report_head h = {.label = c->label, .number = c->kind != REPORT_TEXT, .wide = 1, .tall = 1,
			.at = {c->means ? arena_print(r->mem, "#%s", meaning_id(r->mem, c)) : NULL}};

		if (to->grouped && !c->group) {
			h.tall = 2;
			to->groups.at[to->groups.n++] = h;
			continue;
		}
		to->heads.at[to->heads.n++] = h;
		if (!c->group)
			continue;
		if (i && text_is(s->columns[i - 1].group, c->group))
			to->groups.at[to->groups.n - 1].wide++;
		else
			to->groups.at[to->groups.n++] = (struct report_head){.label = c->group, .wide = 1, .tall = 1, .group = true};
	}
}

static const char *row_name(const struct report_section *s, const struct report_entry *row)
{
	for (int i = 0; i < s->n_columns; i++)
		if (s->columns[i].kind == REPORT_TEXT && row->cells[i].text && *row->cells[i].text)
			return row->cells[i].text;
	return "";
}

static struct url list_address(struct req *r, const struct report_place *p, const struct report_section *s, const struct report_entry *row,
	int column, const char *query)
{
	const struct report_column *c = &s->columns[column];

	const char *named = arena_print(r->mem, "%s %s%s%s", row_name(s, row), c->group ? c->group : "", c->group ? " " : "", c->label);

	return report_address(r, p, arena_print(r->mem, "/%s", c->list), arena_print(r->mem,
		"%s%ssection=%s&row=%s&figure=%s&told=%lld&named=%s", query, *query ? "&" : "", s->key, url_encode(r->mem, row->key),
		url_encode(r->mem, c->key), (long long)row->cells[column].number, url_encode(r->mem, named)));
}

static struct report_shown_row shown_row(struct req *r, const struct report_place *p, const struct report_section *s,
	const struct report_entry *row, const char *query)
{
	struct report_shown_row to = {row->stands_out, {arena_array(r->mem, (size_t)s->n_columns, sizeof *to.cells.at), s->n_columns}};
	bool named = false;

	for (int i = 0; i < s->n_columns; i++) {
		struct report_shown_cell *c = &to.cells.at[i];

		c->text = report_shown(r->mem, s, &row->cells[i], i);
		c->number = s->columns[i].kind != REPORT_TEXT;
		c->brief = !c->number && utf8_length(c->text) <= (size_t)BRIEF;
		c->head = !named && !c->number && *c->text;
		named |= c->head;
		if (row->cells[i].agency)
			c->at = report_address(r, p, "", report_query_of(s->run, row->cells[i].agency));
		if (s->run->lists && report_framed(s, row, i)) {
			c->at = list_address(r, p, s, row, i, query);
			c->aria = arena_print(r->mem, "%s，開啟名單：%s %s", c->text, row_name(s, row), s->columns[i].label);
		}
	}
	return to;
}

struct report_table report_table_of(struct req *r, const struct report_place *p, const struct report_section *s, const char *query, int page)
{
	struct report_table to = {.title = s->title, .titled = s->run->n_sections > 1, .picture = report_picture_of(r->mem, s),
		.rows = {arena_array(r->mem, s->n < REPORT_PER_PAGE ? s->n : REPORT_PER_PAGE + 1, sizeof *to.rows.at), 0}};
	size_t body = s->n - (s->n && s->rows[s->n - 1].total), from = body > REPORT_PER_PAGE ? (size_t)(page - 1) * REPORT_PER_PAGE : 0;

	heads_of(r, s, &to);
	to.caption = arena_print(r->mem, "共 %zu 列", body);
	for (size_t i = from; i < s->n; i++)
		if (i < from + REPORT_PER_PAGE || s->rows[i].total)
			to.rows.at[to.rows.n++] = shown_row(r, p, s, &s->rows[i], query);
	return to;
}
