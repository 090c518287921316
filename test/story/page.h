/* page.h: reading a page as a browser and its reader do: its words, and the fields of its forms with what they hold.
 *
 * Reads the pages of this program (attributes in double quotes, '>' escaped in them), not those of the world. */
#ifndef TEST_STORY_PAGE_H
#define TEST_STORY_PAGE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "field/field.h"

/* A tag and the characters behind it, up to the next one. */
struct tag { char name[16]; bool end; const char *with, *text; size_t n_with, n_text; };

static bool tag_next(const char **at, struct tag *t)
{
	const char *open = strchr(*at, '<'), *close = open ? strchr(open, '>') : NULL;

	if (!close)
		return false;
	*t = (struct tag){.end = open[1] == '/'};
	open += 1 + t->end;
	size_t n = strcspn(open, " \t\n/>");

	snprintf(t->name, sizeof t->name, "%.*s", (int)n, open);
	t->with = open + n;
	t->n_with = (size_t)(close - t->with);
	t->text = close + 1;
	t->n_text = strcspn(t->text, "<");
	*at = t->text;
	return true;
}

/* &amp; and its like as characters. */
static char *page_decode(struct arena *mem, const char *s, size_t n)
{
	static const struct { const char *name; char c; } entities[] = {
		{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&#34;", '"'}, {0}
	};
	struct text to = text_new(mem, 8 << 20);

	for (const char *end = s + n; s < end;) {
		int i = 0;

		while (entities[i].name && !text_starts(s, entities[i].name))
			i++;
		text_char(&to, entities[i].name ? entities[i].c : *s);
		s += entities[i].name ? strlen(entities[i].name) : 1;
	}
	return to.n ? to.at : arena_text(mem, "");
}

/* The value of an attribute, "" for one without a value, NULL when it is not there. */
static char *tag_value(struct arena *mem, const struct tag *t, const char *name)
{
	size_t n = strlen(name);

	for (const char *at = t->with, *end = t->with + t->n_with; at < end;) {
		at += strspn(at, " \t\n/");
		size_t length = strcspn(at, "= \t\n/>");
		bool quoted = at[length] == '=' && at[length + 1] == '"', found = length == n && !memcmp(at, name, n);
		const char *value = quoted ? at + length + 2 : at + length;
		size_t n_value = quoted ? strcspn(value, "\"") : 0;

		if (found && at < end)
			return page_decode(mem, value, n_value);
		at = value + n_value + (quoted || !length);
	}
	return NULL;
}

static bool tag_is(const struct tag *t, const char *names)
{
	size_t n = strlen(t->name);

	for (const char *at = names; (at = strstr(at, t->name)); at += n)
		if ((at == names || at[-1] == ' ') && (!at[n] || at[n] == ' '))
			return true;
	return false;
}

/* Adds with blanks folded to one. */
static void add_folded(struct text *to, const char *s)
{
	for (; *s; s++) {
		bool blank = strchr(" \t\r\n", *s);

		if (!blank || (to->n && to->at[to->n - 1] != ' '))
			text_char(to, blank ? ' ' : *s);
	}
}

/* What can be read on a page: its body's words and what stands in its inputs, blanks folded.  What is no page stays as it is. */
static char *page_text(struct arena *mem, const char *html)
{
	const char *at = strstr(html, "<body");
	struct text to = text_new(mem, 8 << 20);
	struct tag t;

	if (!at)
		return arena_text(mem, html);
	while (tag_next(&at, &t)) {
		const char *kind = tag_value(mem, &t, "type"), *value = tag_value(mem, &t, "value");

		if (!tag_is(&t, "a b i em strong span code small sup sub abbr time"))
			add_folded(&to, " ");
		if (tag_is(&t, "input") && value && (!kind || tag_is(&(struct tag){.name = "text"}, kind)))
			add_folded(&to, value);
		if (!tag_is(&t, "script style"))
			add_folded(&to, page_decode(mem, t.text, t.n_text));
	}
	return to.n ? to.at : arena_text(mem, "");
}

/* Where the first link of the page's own part (not of its menus) with this text, or aria-label, leads; NULL: there is none. */
static char *page_link(struct arena *mem, const char *html, const char *label)
{
	const char *at = strstr(html, "<main");
	struct tag t;

	while (at && tag_next(&at, &t)) {
		const char *aria = tag_value(mem, &t, "aria-label");

		if (tag_is(&t, "a") && !t.end && (!strcmp(page_decode(mem, t.text, t.n_text), label) || (aria && !strcmp(aria, label))))
			return tag_value(mem, &t, "href");
	}
	return NULL;
}

/* A form of a page: its controls.  known: every name it has; filled: what would be sent untouched; buttons: those with a name,
 * of which the first is pressed unless the form's first button has none. */
struct form { bool found, is_get, has_button; struct pairs known, filled, buttons; const char *pressed; };

static void form_control(struct arena *mem, struct form *f, const struct tag *t, const char **select)
{
	const char *name = tag_value(mem, t, "name"), *value = tag_value(mem, t, "value"), *kind = tag_value(mem, t, "type");
	bool box = tag_is(t, "input") && kind && (!strcmp(kind, "checkbox") || !strcmp(kind, "radio"));

	if (name && tag_is(t, "input select textarea button"))
		pair_add(mem, &f->known, name, "");
	if (tag_is(t, "button") && !t->end) {
		if (name)
			pair_add(mem, &f->buttons, name, value);
		if (name && !f->has_button)
			f->pressed = name;
		f->has_button = true;
	} else if (tag_is(t, "select"))
		*select = t->end ? NULL : name;
	else if (tag_is(t, "option") && !t->end && *select) {
		if (!pair_value(&f->filled, *select))
			pair_add(mem, &f->filled, *select, value);
		else if (tag_value(mem, t, "selected"))
			f->filled.at[f->filled.n - 1].value = value;
	} else if (name && tag_is(t, "textarea"))
		pair_add(mem, &f->filled, name, page_decode(mem, t->text, t->n_text));
	else if (name && tag_is(t, "input") && (!kind || strcmp(kind, "file")) && (!box || tag_value(mem, t, "checked")))
		pair_add(mem, &f->filled, name, value ? value : box ? "on" : "");
}

/* Does the form that begins there go to this address, by itself or by one of its buttons? */
static bool form_goes(struct arena *mem, const struct tag *form, const char *html, const char *address)
{
	struct tag t = *form;
	bool goes = text_is(tag_value(mem, form, "action"), address);

	while (!goes && !(tag_is(&t, "form") && t.end) && tag_next(&html, &t))
		goes = tag_is(&t, "button") && !t.end && text_is(tag_value(mem, &t, "formaction"), address);
	return goes;
}

/* The page's form that goes to this address, after so many that do too. */
static struct form page_form(struct arena *mem, const char *html, const char *address, int skip)
{
	struct form f = {0};
	const char *select = NULL;
	struct tag t;
	bool inside = false;

	while (tag_next(&html, &t)) {
		if (tag_is(&t, "form") && !t.end && !f.found) {
			const char *method = tag_value(mem, &t, "method");

			inside = f.found = form_goes(mem, &t, html, address) && !skip--;
			f.is_get = !method || strcmp(method, "post");
		} else if (tag_is(&t, "form") && t.end) {
			inside = false;
		} else if (inside) {
			form_control(mem, &f, &t, &select);
		}
	}
	return f;
}
#endif
