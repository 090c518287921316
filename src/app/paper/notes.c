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

/* What the paragraphs so far were numbered with. */
struct notes { struct pdf *pdf; double size; bool first, second; double beside; };

/* In characters: where a paragraph begins, and how much further its other lines do. */
struct stand { double indent, hang; };

/* （一） or (一): the characters of its number; 0: not so numbered. */
static double second_number(const char *text)
{
	bool wide = text_starts(text, "（");
	size_t n = numeral(text + (wide ? 3 : *text == '('));

	return !n || (!wide && *text != '(') ? 0 : (double)n / 3 + (wide ? 2 : 1);
}

static bool is_heading(const char *text)
{
	return text_starts(text, "※") || text_ends(text, "：");
}

/* Each kind of number stands in by two characters more than those before it: 一、 （一） 1、 A：.  What has none goes on with the
 * paragraph before it, unless it is a heading. */
static struct stand stand_of(struct notes *n, const char *text)
{
	double second = second_number(text);
	size_t first = second > 0 ? 0 : numeral(text), digits = strspn(text, "0123456789");
	struct stand s = {n->beside, 0};

	if (first && text_starts(text + first, "、")) {
		n->first = true;
		n->second = false;
		s = (struct stand){0, 1 + (double)first / 3};
	} else if (second > 0) {
		n->second = true;
		s = (struct stand){n->first ? 2 : 0, second};
	} else if (digits && text_starts(text + digits, "、")) {
		s = (struct stand){2 * (n->first + n->second), 1 + (double)digits / 2};
	} else if (*text >= 'A' && *text <= 'Z' && text_starts(text + 1, "：")) {
		s = (struct stand){2 * (n->first + n->second), 1.5};
	} else if (is_heading(text)) {
		*n = (struct notes){n->pdf, n->size, false, false, 0};
		return (struct stand){0, text_starts(text, "※")};
	}
	n->beside = s.indent + s.hang;
	return s;
}

static void put_paragraph(struct notes *n, const char *text)
{
	struct stand s = stand_of(n, text);

	pdf_paragraph(n->pdf, text, &(struct pdf_style){.size = n->size, .leading = 1.5, .indent = s.indent * n->size, .hang = s.hang * n->size,
		.fixed = true});
}

/* A paragraph with tabs as cells.  Gives their number. */
static int cut_cells(struct arena *mem, const char *text, double size, bool head, struct pdf_cell *to)
{
	int n = 0;

	while (n < MOST_COLUMNS) {
		size_t length = strcspn(text, "\t");

		to[n] = (struct pdf_cell){.text = arena_bytes(mem, text, length), .upright = PDF_MIDDLE,
			.style = {.size = size, .align = head || n == 0 ? PDF_CENTRE : PDF_LEFT, .fixed = true}};
		n++;
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

void paper_notes(struct pdf *pdf, const struct fact_texts *notes, double size)
{
	struct notes n = {.pdf = pdf, .size = size};

	if (notes->n)
		pdf_gap(pdf, n.size);
	for (int i = 0; i < notes->n;) {
		bool table = strchr(notes->at[i], '\t'), before_table = i + 1 < notes->n && strchr(notes->at[i + 1], '\t');

		/* What leads to something does not stand alone at the end of a page. */
		if ((i == 0 || (before_table && !table)) && pdf_left(pdf) < WORTH_BEGINNING)
			pdf_page(pdf);
		if (table)
			i += put_rows(pdf, notes->at + i, notes->n - i, n.size);
		else
			put_paragraph(&n, notes->at[i++]);
	}
}
