/* pdf_table.c: rows of cells, with spans, over as many pages as they need.  Knows nothing of what they say.
 *
 * Rows that spans tie together are laid out together, and move to the next page together when they fit there.  A cell is
 * drawn when it ends, or when its page does: then with the lines that have room, and the others on the next page. */
#include <string.h>

#include "base/log.h"
#include "file/pdf_private.h"

enum { MOST_COLUMNS = 64, WORTH_A_CUT = 72 };

/* A cell in its place. */
struct placed {
	const struct pdf_cell *cell;
	struct shaped *text;
	int column, columns, row, last_row;
	int line;                                               /* the first line not yet drawn */
	bool cut;                                               /* a part of it stands on an earlier page */
	double top;                                             /* on this page */
};

/* Rows from first to last, and what of them is drawn. */
struct group {
	int first, last;
	struct placed *cells;
	size_t n, room;
};

struct grid {
	struct pdf *pdf;
	const struct pdf_table *table;
	double pad, frame_top;
	double fresh;                                           /* where the first row after the headings stands on this page */
	double at[MOST_COLUMNS + 1];                            /* left edges, and the right edge of the last */
	int n_head;
	struct group *head;                                     /* n_head of them at most */
	int n_head_groups;
	double stretch;                                         /* what each stretching row gets beyond its own height */
};

static void set_columns(struct grid *g)
{
	const struct pdf_table *t = g->table;
	double known = 0;
	int free = 0;

	if (t->n_columns < 1 || t->n_columns > MOST_COLUMNS)
		fail("a PDF table of %d columns", t->n_columns);
	for (int i = 0; i < t->n_columns; i++) {
		known += t->widths[i];
		free += t->widths[i] == 0;
	}
	double share = free ? (g->pdf->width - known) / free : 0, scale = free ? 1 : g->pdf->width / known;

	g->at[0] = g->pdf->left;
	for (int i = 0; i < t->n_columns; i++)
		g->at[i + 1] = g->at[i] + (t->widths[i] == 0 ? share : t->widths[i] * scale);
}

static double width_of(const struct grid *g, const struct placed *p)
{
	return g->at[p->column + p->columns] - g->at[p->column];
}

static int span(int given)
{
	return given ? given : 1;
}

static void place_cell(struct grid *g, struct group *group, int row, int column, const struct pdf_cell *c)
{
	group->cells = arena_grow(g->pdf->mem, group->cells, group->n, &group->room, sizeof *group->cells);
	struct placed *p = &group->cells[group->n++];

	*p = (struct placed){.cell = c, .column = column, .columns = span(c->columns), .row = row,
		.last_row = row + span(c->rows) - 1};
	if (p->column + p->columns > g->table->n_columns || p->last_row >= g->table->n_rows)
		fail("row %d of a PDF table has a cell outside of it", row);
	p->text = pdf_shape(g->pdf, c->text, &c->style, width_of(g, p) - 2 * g->pad);
	if (p->last_row > group->last)
		group->last = p->last_row;
}

/* The rows from one on that belong together, with their cells set. */
static struct group group_make(struct grid *g, int first)
{
	struct group group = {.first = first, .last = first};
	int busy[MOST_COLUMNS];                                 /* the last row that a cell in the column reaches */

	memset(busy, -1, sizeof busy);
	for (int row = first; row <= group.last; row++) {
		const struct pdf_row *r = &g->table->rows[row];
		int column = 0;

		for (int i = 0; i < r->n; i++) {
			while (column < g->table->n_columns && busy[column] >= row)
				column++;
			place_cell(g, &group, row, column, &r->cells[i]);
			for (int k = 0; k < span(r->cells[i].columns); k++)
				busy[column + k] = row + span(r->cells[i].rows) - 1;
			column += span(r->cells[i].columns);
		}
	}
	return group;
}

static double height_left(const struct grid *g, const struct placed *p)
{
	return p->text ? shaped_height(p->text, p->line) + 2 * g->pad : 0;
}

/* Where a row that begins at y would end: below the texts of the cells that end with it. */
static double row_bottom(const struct grid *g, const struct group *group, int row, double y, bool cut)
{
	double bottom = y + (cut ? 0 : g->table->rows[row].least_height);

	for (size_t i = 0; i < group->n; i++) {
		const struct placed *p = &group->cells[i];

		if (p->last_row == row && p->top + height_left(g, p) > bottom)
			bottom = p->top + height_left(g, p);
	}
	return bottom + (g->table->rows[row].stretches && !cut ? g->stretch : 0);
}

static void begin_row(struct group *group, int row, double y)
{
	for (size_t i = 0; i < group->n; i++) {
		struct placed *p = &group->cells[i];

		if (p->row != row)
			continue;
		p->top = y;
		p->line = 0;
		p->cut = false;
	}
}

/* As if it stood alone on a page of any height. */
static double group_height(const struct grid *g, struct group *group)
{
	double y = 0;

	for (int row = group->first; row <= group->last; row++) {
		begin_row(group, row, y);
		y = row_bottom(g, group, row, y, false);
	}
	return y;
}

static void draw_text(struct grid *g, struct placed *p, double height, bool ends)
{
	bool whole = p->cell->again || (ends && !p->cut);
	double spare = height - height_left(g, p), down = 0;
	int to = p->text->n;

	if (!whole && !ends) {
		int fit = (int)((height - 2 * g->pad + 0.01) / p->text->line_height);

		to = fit < 0 ? p->line : fit < to - p->line ? p->line + fit : to;
	}
	if (whole && spare > 0)
		down = p->cell->upright == PDF_MIDDLE ? spare / 2 : p->cell->upright == PDF_BOTTOM ? spare : 0;
	/* A label that has no room here stands on the next page, where it is drawn again. */
	if (p->cell->again && !ends && spare < 0)
		return;
	pdf_mark_lines(g->pdf, p->text, p->line, to, g->at[p->column] + g->pad, p->top + g->pad + down);
	if (!p->cell->again)
		p->line = to;
}

/* The part of a cell between its top and y. */
static void draw_cell(struct grid *g, struct placed *p, double y, bool ends)
{
	if (!p->cell->bare)
		pdf_mark_box(g->pdf, MARK_BOX, g->at[p->column], p->top, width_of(g, p), y - p->top);
	if (p->text)
		draw_text(g, p, y - p->top, ends);
}

static void draw_frame(struct grid *g, double y)
{
	if (y > g->frame_top && !g->table->bare)
		pdf_mark_box(g->pdf, MARK_FRAME, g->at[0], g->frame_top, g->at[g->table->n_columns] - g->at[0], y - g->frame_top);
	g->frame_top = y;
}

static void draw_group(struct grid *g, struct group *group, bool with_head);

/* Ends the page at y and begins the next with the heading rows. */
static void break_page(struct grid *g, double y, bool with_head)
{
	draw_frame(g, y);
	pdf_page(g->pdf);
	g->frame_top = g->pdf->y;
	for (int i = 0; with_head && i < g->n_head_groups; i++)
		draw_group(g, &g->head[i], false);
	g->fresh = g->pdf->y;
}

static bool open_in(const struct placed *p, int row)
{
	return p->row <= row && p->last_row >= row;
}

static void cut_row(struct grid *g, struct group *group, int row, bool with_head)
{
	for (size_t i = 0; i < group->n; i++)
		if (open_in(&group->cells[i], row))
			draw_cell(g, &group->cells[i], g->pdf->bottom, false);
	break_page(g, g->pdf->bottom, with_head);
	for (size_t i = 0; i < group->n; i++)
		if (open_in(&group->cells[i], row)) {
			group->cells[i].top = g->pdf->y;
			group->cells[i].cut = true;
		}
}

static void draw_row(struct grid *g, struct group *group, int row, bool with_head)
{
	struct pdf *pdf = g->pdf;

	begin_row(group, row, pdf->y);
	double bottom = row_bottom(g, group, row, pdf->y, false);

	/* A line higher than the page would go on for ever, but for the ceiling of pages. */
	while (bottom > pdf->bottom + 0.01 && !pdf->too_long) {
		cut_row(g, group, row, with_head);
		bottom = row_bottom(g, group, row, pdf->y, true);
	}
	for (size_t i = 0; i < group->n; i++)
		if (group->cells[i].last_row == row)
			draw_cell(g, &group->cells[i], bottom, true);
	pdf->y = bottom;
}

static void draw_group(struct grid *g, struct group *group, bool with_head)
{
	for (int row = group->first; row <= group->last && !g->pdf->too_long; row++)
		draw_row(g, group, row, with_head);
}

/* On this page where it fits or may be cut, else on the next. */
static void put_group(struct grid *g, struct group *group)
{
	bool with_head = group->first >= g->n_head;
	double height = group_height(g, group), left = pdf_left(g->pdf);
	bool flows = group->first == group->last && g->table->rows[group->first].flows;

	if (height > left + 0.01 && !(flows && left >= WORTH_A_CUT) && g->pdf->y > g->fresh)
		break_page(g, g->pdf->y, with_head);
	draw_group(g, group, with_head);
}

static void set_head(struct grid *g)
{
	const struct pdf_table *t = g->table;
	double height = 0;

	while (g->n_head < t->n_rows && t->rows[g->n_head].head)
		g->n_head++;
	g->head = arena_array(g->pdf->mem, (size_t)g->n_head, sizeof *g->head);
	for (int row = 0; row < g->n_head; row = g->head[g->n_head_groups++].last + 1) {
		g->head[g->n_head_groups] = group_make(g, row);
		height += group_height(g, &g->head[g->n_head_groups]);
	}
	/* Headings do not stand alone at the end of a page. */
	if (g->n_head && g->pdf->y > g->pdf->top && pdf_left(g->pdf) < height + WORTH_A_CUT)
		pdf_page(g->pdf);
}

/* Gives the stretching rows their share, once all rows are known. */
static void set_stretch(struct grid *g, struct group *groups, size_t n)
{
	double spare = pdf_left(g->pdf) - g->table->reserve;
	int stretching = 0;

	for (size_t i = 0; i < n; i++)
		spare -= group_height(g, &groups[i]);
	for (int row = g->n_head; row < g->table->n_rows; row++)
		stretching += g->table->rows[row].stretches;
	if (spare > 0 && stretching)
		g->stretch = spare / stretching;
}

static void put_stretched(struct grid *g)
{
	struct group *groups = NULL;
	size_t n = 0, room = 0;

	for (int row = g->n_head; row < g->table->n_rows; row = groups[n++].last + 1) {
		groups = arena_grow(g->pdf->mem, groups, n, &room, sizeof *groups);
		groups[n] = group_make(g, row);
	}
	set_stretch(g, groups, n);
	for (size_t i = 0; i < n && !g->pdf->too_long; i++)
		put_group(g, &groups[i]);
}

/* Row by row, so that a long register is never held as a whole. */
static void put_all(struct grid *g)
{
	for (int row = g->n_head; row < g->table->n_rows && !g->pdf->too_long;) {
		struct group group = group_make(g, row);

		put_group(g, &group);
		row = group.last + 1;
	}
}

void pdf_table(struct pdf *pdf, const struct pdf_table *table)
{
	struct grid g = {.pdf = pdf, .table = table, .pad = table->pad > 0 ? table->pad : 4};

	set_columns(&g);
	set_head(&g);
	g.frame_top = pdf->y;
	g.fresh = pdf->top;
	for (int i = 0; i < g.n_head_groups; i++)
		draw_group(&g, &g.head[i], false);
	if (table->reserve > 0)
		put_stretched(&g);
	else
		put_all(&g);
	draw_frame(&g, pdf->y);
}
