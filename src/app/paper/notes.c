/* notes.c: the notes below a form: numbered paragraphs and small tables, as the plan words them.  Knows no form. */
#include <string.h>

#include "app/paper/paper_form.h"
#include "base/text.h"

enum { MOST_COLUMNS = 6 };

static const double FIRST_COLUMN = 130, WORTH_BEGINNING = 100;

static bool is_numeral(const char *at)
{
	static const char numerals[] = "一二三四五六七八九十";

	for (size_t i = 0; numerals[i]; i += 3)
		if (!strncmp(at, numerals + i, 3))
			return true;
	return false;
}

/* The bytes of Chinese numerals that a text begins with. */
static size_t numeral(const char *text)
{
	size_t n = 0;

	while (is_numeral(text + n))
		n += 3;
	return n;
}

/* Paragraphs stand in by their number, in characters: 一、 not, （一） by two, 1、 by three. */
struct stand { double indent, hang; };

static struct stand stand_of(const char *text)
{
	bool wide = text_starts(text, "（");
	size_t n = numeral(text + (wide ? 3 : *text == '('));

	if (n && wide)
		return (struct stand){2, 2 + (double)n / 3};
	if (n && *text == '(')
		return (struct stand){2, 1 + (double)n / 3};
	if (n && text_starts(text + n, "、"))
		return (struct stand){0, 1 + (double)n / 3};
	n = strspn(text, "0123456789");
	if (n && text_starts(text + n, "、"))
		return (struct stand){3, 1 + (double)n / 2};
	if (*text >= 'A' && *text <= 'Z' && text_starts(text + 1, "："))
		return (struct stand){2, 1.5};
	return (struct stand){0, text_starts(text, "※") ? 1 : 0};
}

static void put_paragraph(struct pdf *pdf, const char *text, double size)
{
	struct stand s = stand_of(text);

	pdf_paragraph(pdf, text, &(struct pdf_style){.size = size, .leading = 1.5, .indent = s.indent * size, .hang = s.hang * size, .fixed = true});
}

/* A paragraph with tabs as cells.  Gives their number. */
static int cut_cells(struct arena *mem, const char *text, double size, bool head, struct pdf_cell *to)
{
	int n = 0;

	while (n < MOST_COLUMNS) {
		size_t length = strcspn(text, "\t");

		to[n++] = (struct pdf_cell){.text = arena_bytes(mem, text, length), .upright = PDF_MIDDLE,
			.style = {.size = size, .align = head || n == 1 ? PDF_CENTRE : PDF_LEFT, .fixed = true}};
		if (!text[length])
			break;
		text += length + 1;
	}
	return n;
}

/* The rows from the first of these on.  Gives how many there were. */
static int put_rows(struct pdf *pdf, const char *const *rows, int most, double size)
{
	struct arena *mem = pdf_arena(pdf);
	struct pdf_row *to = arena_array(mem, (size_t)most, sizeof *to);
	double widths[MOST_COLUMNS] = {FIRST_COLUMN};
	int n = 0, columns = 0;

	for (; n < most && strchr(rows[n], '\t'); n++) {
		struct pdf_cell *cells = arena_array(mem, MOST_COLUMNS, sizeof *cells);

		to[n] = (struct pdf_row){.cells = cells, .n = cut_cells(mem, rows[n], size, n == 0, cells), .head = n == 0};
		columns = to[n].n > columns ? to[n].n : columns;
	}
	pdf_table(pdf, &(struct pdf_table){.widths = widths, .n_columns = columns, .rows = to, .n_rows = n});
	pdf_gap(pdf, size / 2);
	return n;
}

void paper_notes(struct pdf *pdf, const struct paper *p, const struct fact_texts *notes)
{
	double size = p->note_size > 0 ? p->note_size : 12;

	if (notes->n && pdf_left(pdf) < WORTH_BEGINNING)
		pdf_page(pdf);
	if (notes->n)
		pdf_gap(pdf, size);
	for (int i = 0; i < notes->n;) {
		if (strchr(notes->at[i], '\t'))
			i += put_rows(pdf, notes->at + i, notes->n - i, size);
		else
			put_paragraph(pdf, notes->at[i++], size);
	}
}
