/* picture.c: the bars beside a table: where each one stands and how long it is.  What a bar says is written beside it, so that nothing
 * depends on its colour; two figures are a filled and an open bar.
 *
 * A name stands above its bars, lengths are shares of the width, whatever that is, and nothing is scaled: letters have the size of the page
 * on a telephone too. */
#include "app/report/picture.h"

/* LONGEST: of 100, which leaves room for the value.  HIGH: of a bar; its text stands BASELINE below its top. */
enum { LONGEST = 78, BARS_MOST = 20, NAME = 20, HIGH = 15, NEXT = HIGH + 2, GAP = 9, LEGEND = 26, NAME_MOST = 24, BASELINE = 12 };

/* As a fraction of the longest, without rounding errors that matter to a picture. */
static double size_of(const struct report_section *s, const struct report_entry *row, int column)
{
	const struct report_cell *c = &row->cells[column];

	if (c->blank || c->hidden)
		return 0;
	if (s->columns[column].kind == REPORT_WHOLE)
		return (double)c->number;
	return c->of ? (double)c->number / (double)c->of * (s->columns[column].kind == REPORT_PERCENT ? 100 : 1) : 0;
}

static double longest(const struct report_section *s)
{
	double most = s->columns[s->bars.first].kind == REPORT_PERCENT ? 100 : 0;

	for (size_t i = 0; i < s->n; i++) {
		double first = s->rows[i].stands_out ? 0 : size_of(s, &s->rows[i], s->bars.first);
		double second = s->rows[i].stands_out || s->bars.second < 0 ? 0 : size_of(s, &s->rows[i], s->bars.second);

		most = first > most ? first : most;
		most = second > most ? second : most;
	}
	return most;
}

static const char *shortened(struct arena *mem, const char *name)
{
	const char *at = name, *end = name + strlen(name);

	for (int i = 0, n; i < NAME_MOST && at < end; i++, at += n)
		utf8_next(at, end, &n);
	return at < end ? arena_print(mem, "%s…", arena_bytes(mem, name, (size_t)(at - name))) : name;
}

static const char *value_of(struct arena *mem, const struct report_section *s, const struct report_entry *row, int column)
{
	const char *shown = report_shown(mem, s, &row->cells[column], column);

	return s->columns[column].kind == REPORT_PERCENT && row->cells[column].of ? arena_print(mem, "%s%%", shown) : shown;
}

static const char *width_of(struct arena *mem, const struct report_section *s, const struct report_entry *row, int column, double most)
{
	return arena_print(mem, "%.1f%%", most > 0 ? size_of(s, row, column) / most * LONGEST : 0);
}

static struct report_bar bar_of(struct arena *mem, const struct report_section *s, const struct report_entry *row, double most, int y)
{
	struct report_bar b = {.name = shortened(mem, row->cells[s->bars.names].text), .name_y = y + BASELINE, .y = y + NAME,
		.text_y = y + NAME + BASELINE, .first = value_of(mem, s, row, s->bars.first), .width = width_of(mem, s, row, s->bars.first, most)};

	if (s->bars.second >= 0) {
		b.second = value_of(mem, s, row, s->bars.second);
		b.second_width = width_of(mem, s, row, s->bars.second, most);
		b.second_y = b.y + NEXT;
		b.second_text_y = b.text_y + NEXT;
	}
	return b;
}

struct report_picture *report_picture_of(struct arena *mem, const struct report_section *s)
{
	struct report_picture *p = arena_get(mem, sizeof *p);
	bool two = s->bars.second >= 0;
	int y = two ? LEGEND : 0;
	double most;

	if (!s->bars.title || !s->n)
		return NULL;
	*p = (struct report_picture){.title = s->bars.title, .id = s->key, .note = "各數值同下表。",
		.bars = {arena_array(mem, BARS_MOST, sizeof *p->bars.at), 0}};
	most = longest(s);
	for (size_t i = 0; i < s->n && p->bars.n < BARS_MOST; i++) {
		if (s->rows[i].stands_out)
			continue;
		p->bars.at[p->bars.n++] = bar_of(mem, s, &s->rows[i], most, y);
		y += NAME + (two ? NEXT : 0) + HIGH + GAP;
	}
	if (!p->bars.n)
		return NULL;
	if (s->n > (size_t)p->bars.n + 1)
		p->note = arena_print(mem, "圖示前 %d 列，各數值及其餘各列見下表。", p->bars.n);
	if (two) {
		p->first = s->columns[s->bars.first].label;
		p->second = s->columns[s->bars.second].label;
	}
	p->height = y;
	return p;
}
