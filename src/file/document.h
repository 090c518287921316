/* document.h: a form described as data and printed with the values of a record.
 *
 * A description is a constant table: the fields that the form takes, and parts (paragraphs, tables) with texts.  In a text
 *     {person.name}         is the value of that field
 *     {person.name|　　}    the same; where it is missing, what follows the bar (blanks to write on)
 *     {?cause}              is ■ where the value is there, else □
 *     {?cause=疾病}         is ■ where the value is that text, else □
 * A value is never looked into: braces in it are printed.  A field without a value (NULL or "", or not given) leaves its
 * place empty, and its label is reported.  A text that names a field the description does not declare is a fault.
 *
 * Knows no form and no training; a new form is a new description, not code. */
#ifndef PEIXUN_DOCUMENT_H
#define PEIXUN_DOCUMENT_H

#include "file/pdf.h"

struct document_value { const char *source, *text; };           /* a list ends with a source of NULL */

/* The rows of a register: each has its own values, looked up before those of the record. */
struct document_list { const char *source; const struct document_value *const *rows; int n; };

struct document_data {
	const struct document_value *values;
	const struct document_list *lists;                      /* ends with a source of NULL; NULL: none */
};

/* A field of the form: where its value comes from, and what it is called when it is missing; NULL: it may be missing. */
struct document_field { const char *source, *label; };

enum document_look {
	DOCUMENT_FILL,                                          /* what is filled in: left, middle */
	DOCUMENT_LABEL,                                         /* centred, printed again where a page cuts the cell */
	DOCUMENT_CENTRE,                                        /* filled in, centred */
	DOCUMENT_LONG                                           /* filled in, from the top */
};

struct document_cell {
	const char *text;
	enum document_look look;
	int columns, rows;                                      /* spans; 0 is 1 */
	double size, hang;                                      /* 0: the document's size, no hang */
	enum pdf_code code;                                     /* and module: as in struct pdf_style; `size` is of the bars */
	double module;
};

/* A width of 0 takes an equal share of the rest.  With `when`, the column is there only when that field has a value; cells
 * that stand in absent columns alone go with them. */
struct document_column { double width; const char *when; };

enum { DOCUMENT_COLUMNS = 24 };

struct document_row {
	struct document_cell cells[DOCUMENT_COLUMNS];           /* ends with a text of NULL; "" is an empty box */
	double height;                                          /* at least */
	bool flows, head, stretches;                            /* as in struct pdf_row */
	const char *each;                                       /* printed once for each row of that list; no spans over rows */
	const char *when;                                       /* printed only when that field has a value; spans end with such rows */
};

enum document_kind { DOCUMENT_END, DOCUMENT_TEXT, DOCUMENT_TABLE, DOCUMENT_GAP, DOCUMENT_PAGE };

struct document_part {
	enum document_kind kind;
	const char *text;                                       /* of a paragraph */
	struct pdf_style style;
	double height;                                          /* of a gap; of a text: it begins on the next page if less is left */
	const struct document_column *columns;
	const struct document_row *rows;
	int n_columns, n_rows;
	double reserve, pad;                                    /* as in struct pdf_table */
	bool bare;                                              /* a table without frame and lines */
};

struct document {
	const char *id;                                         /* of the glossary: pt_plan */
	const char *note;                                       /* at the left of each footer; NULL: the page number alone */
	double size;                                            /* of texts; 0: 12 */
	const struct document_field *fields;                    /* ends with a source of NULL */
	const struct document_part *parts;                      /* ends with DOCUMENT_END */
	bool across;                                            /* on pages that lie on their side */
};

/* Prints it as a section of its own.  Gives the labels of what is missing, each once, in the order printed; NULL at the
 * end.  The list lives in the PDF's arena. */
const char *const *document_draw(struct pdf *, const struct document *, const struct document_data *);

/* A text with its braces filled in, for titles and file names. */
char *document_text(struct arena *, const struct document *, const char *text, const struct document_data *);
#endif
