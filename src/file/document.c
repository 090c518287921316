/* document.c: see document.h.  Fills descriptions in and hands them to pdf.h. */
#include "file/document.h"

#include <string.h>

#include "base/log.h"

enum { MOST_TEXT = 16 << 20, MOST_SOURCE = 64 };

/* One printing. */
struct print {
	struct arena *mem;
	const struct document *document;
	const struct document_data *data;
	const struct document_value *row;                       /* of the list being printed, or NULL */
	const char **missing;
	size_t n_missing, room_missing;
};

static const struct document_field *field_of(const struct document *d, const char *source)
{
	for (const struct document_field *f = d->fields; f->source; f++)
		if (!strcmp(f->source, source))
			return f;
	fail("the form %s does not declare its field %s", d->id, source);
}

static const char *lookup(const struct document_value *v, const char *source)
{
	for (; v && v->source; v++)
		if (!strcmp(v->source, source))
			return v->text && *v->text ? v->text : NULL;
	return NULL;
}

/* NULL when it is missing. */
static const char *value_of(const struct print *p, const char *source)
{
	const char *text = lookup(p->row, source);

	return text ? text : lookup(p->data->values, source);
}

static void missing_add(struct print *p, const char *label)
{
	p->missing = arena_grow(p->mem, p->missing, p->n_missing, &p->room_missing, sizeof *p->missing);
	p->missing[p->n_missing++] = label;
}

static void note_missing(struct print *p, const char *label)
{
	for (size_t i = 0; i < p->n_missing; i++)
		if (!strcmp(p->missing[i], label))
			return;
	missing_add(p, label);
}

/* What stands between the braces, taken apart. */
struct place { char source[MOST_SOURCE]; bool box; const char *wanted, *blank; size_t n_wanted, n_blank; };

static struct place place_read(const struct document *d, const char *from, const char *end)
{
	struct place p = {.box = *from == '?'};
	const char *at = from + p.box;
	size_t n = strcspn(at, p.box ? "=}" : "|}");

	if (n >= sizeof p.source)
		fail("the form %s has a field name of %zu bytes", d->id, n);
	memcpy(p.source, at, n);
	at += n;
	if (at < end && p.box) {
		p.wanted = at + 1;
		p.n_wanted = (size_t)(end - at - 1);
	} else if (at < end) {
		p.blank = at + 1;
		p.n_blank = (size_t)(end - at - 1);
	}
	return p;
}

static void fill_place(struct print *p, struct text *to, const struct place *place)
{
	const struct document_field *field = field_of(p->document, place->source);
	const char *value = value_of(p, place->source);

	if (place->box) {
		bool ticked = value && (!place->wanted || (strlen(value) == place->n_wanted
			&& !memcmp(value, place->wanted, place->n_wanted)));

		text_puts(to, ticked ? "■" : "□");
	} else if (value)
		text_puts(to, value);
	else if (place->blank)
		text_add(to, place->blank, place->n_blank);
	if (!value && field->label)
		note_missing(p, field->label);
}

static char *filled(struct print *p, const char *text)
{
	struct text to = text_new(p->mem, MOST_TEXT);

	for (const char *open; (open = strchr(text, '{'));) {
		const char *end = strchr(open, '}');

		if (!end)
			fail("the form %s has an open brace: %s", p->document->id, text);
		struct place place = place_read(p->document, open + 1, end);

		text_add(&to, text, (size_t)(open - text));
		fill_place(p, &to, &place);
		text = end + 1;
	}
	text_puts(&to, text);
	return to.at;
}

char *document_text(struct arena *mem, const struct document *d, const char *text, const struct document_data *data)
{
	struct print p = {.mem = mem, .document = d, .data = data};

	return filled(&p, text);
}

static struct pdf_cell cell_made(struct print *p, const struct document_cell *c, bool bare)
{
	bool label = c->look == DOCUMENT_LABEL, fixed = !strchr(c->text, '{');
	struct pdf_cell cell = {
		.text = fixed ? c->text : filled(p, c->text),
		.columns = c->columns, .rows = c->rows,
		.style = {
			.size = c->size > 0 ? c->size : p->document->size,
			.hang = c->hang,
			.code = c->code, .module = c->module,
			.align = label || c->look == DOCUMENT_CENTRE ? PDF_CENTRE : PDF_LEFT,
			.fixed = fixed,
		},
		.upright = c->look == DOCUMENT_LONG ? PDF_TOP : PDF_MIDDLE,
		.bare = bare, .again = label,
	};

	return cell;
}

static int count_present(const bool *present, int from, int n)
{
	int count = 0;

	for (int i = 0; i < n; i++)
		count += present[from + i];
	return count;
}

/* The row's cells, without those of absent columns.  busy: the last row that a cell reaches in each column, from earlier rows. */
static struct pdf_row row_made(struct print *p, const struct document_part *part, int row, const bool *present, int *busy)
{
	const struct document_row *r = &part->rows[row];
	struct pdf_cell *cells = arena_array(p->mem, DOCUMENT_COLUMNS, sizeof *cells);
	struct pdf_row made = {cells, 0, r->height, r->flows, r->head, r->stretches};
	int column = 0;

	for (int i = 0; i < DOCUMENT_COLUMNS && r->cells[i].text; i++) {
		const struct document_cell *c = &r->cells[i];
		int columns = c->columns ? c->columns : 1;

		while (column < part->n_columns && busy[column] >= row)
			column++;
		if (column + columns > part->n_columns)
			fail("the form %s: too many cells in row %d: %s", p->document->id, row, c->text);
		int left = count_present(present, column, columns);

		for (int k = 0; k < columns; k++)
			busy[column + k] = row + (c->rows ? c->rows : 1) - 1;
		column += columns;
		if (!left)
			continue;
		cells[made.n] = cell_made(p, c, part->bare);
		cells[made.n++].columns = left;
	}
	return made;
}

static int columns_present(const struct print *p, const struct document_part *part, bool *present, double *widths)
{
	int n = 0;

	if (part->n_columns > DOCUMENT_COLUMNS)
		fail("the form %s has a table of %d columns", p->document->id, part->n_columns);
	for (int i = 0; i < part->n_columns; i++) {
		const struct document_column *c = &part->columns[i];

		present[i] = !c->when || value_of(p, field_of(p->document, c->when)->source);
		if (present[i])
			widths[n++] = c->width;
	}
	return n;
}

static const struct document_list *list_of(const struct print *p, const char *source)
{
	for (const struct document_list *l = p->data->lists; l && l->source; l++)
		if (!strcmp(l->source, source))
			return l;
	fail("the form %s is given no list %s", p->document->id, source);
}

static void draw_table(struct pdf *pdf, struct print *p, const struct document_part *part)
{
	bool present[DOCUMENT_COLUMNS];
	double widths[DOCUMENT_COLUMNS];
	int busy[DOCUMENT_COLUMNS], n_rows = 0;
	struct pdf_row *rows = NULL;
	size_t n = 0, room = 0;
	int n_columns = columns_present(p, part, present, widths);

	memset(busy, -1, sizeof busy);
	for (int row = 0; row < part->n_rows; row++) {
		const char *each = part->rows[row].each, *when = part->rows[row].when;

		if (when && !value_of(p, field_of(p->document, when)->source))
			continue;
		const struct document_list *list = each ? list_of(p, each) : NULL;

		for (int i = 0; i < (list ? list->n : 1); i++) {
			p->row = list ? list->rows[i] : NULL;
			if (list)                               /* the same row of the description again */
				memset(busy, -1, sizeof busy);
			rows = arena_grow(p->mem, rows, n, &room, sizeof *rows);
			rows[n++] = row_made(p, part, row, present, busy);
		}
		p->row = NULL;
	}
	n_rows = (int)n;
	pdf_table(pdf, &(struct pdf_table){.widths = widths, .n_columns = n_columns, .rows = rows, .n_rows = n_rows,
		.bare = part->bare, .reserve = part->reserve, .pad = part->pad});
}

static void draw_part(struct pdf *pdf, struct print *p, const struct document_part *part)
{
	struct pdf_style style = part->style;

	switch (part->kind) {
	case DOCUMENT_TEXT:
		if (pdf_left(pdf) < part->height)
			pdf_page(pdf);
		style.fixed = !strchr(part->text, '{');
		if (!(style.size > 0))
			style.size = p->document->size;
		pdf_paragraph(pdf, style.fixed ? part->text : filled(p, part->text), &style);
		break;
	case DOCUMENT_TABLE:
		draw_table(pdf, p, part);
		break;
	case DOCUMENT_GAP:
		pdf_gap(pdf, part->height);
		break;
	case DOCUMENT_PAGE:
		pdf_page(pdf);
		break;
	case DOCUMENT_END:
		break;
	}
}

const char *const *document_draw(struct pdf *pdf, const struct document *d, const struct document_data *data)
{
	struct print p = {.mem = pdf_arena(pdf), .document = d, .data = data};

	(d->across ? pdf_section_across : pdf_section)(pdf, d->note ? filled(&p, d->note) : NULL);
	for (const struct document_part *part = d->parts; part->kind != DOCUMENT_END; part++)
		draw_part(pdf, &p, part);
	missing_add(&p, NULL);
	return p.missing;
}
