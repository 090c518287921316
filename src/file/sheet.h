/* sheet.h: tables in files, read and written row by row: CSV, xlsx and ods behind one interface, and JSON for writing.
 *
 * Whatever the file's size, only a row at a time is in memory.  What a column means is not known here; neither are
 * the limits of an upload in bytes.                      LEARN-019, 020, 029, 030, 031, 034, decisions 9 and 15 */
#ifndef PEIXUN_SHEET_H
#define PEIXUN_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/charset.h"
#include "base/csv.h"
#include "base/date.h"

enum table_kind { TABLE_CSV, TABLE_XLSX, TABLE_ODS };

/* Why a table can't be read, or not to its end. */
enum table_error {
	TABLE_FINE,
	TABLE_ENCODING,                 /* neither UTF-8 nor Big5; byte and row say where */
	TABLE_QUOTE,                    /* a quote that is not closed: row */
	TABLE_SEPARATOR,                /* tabs or semicolons */
	TABLE_ROWS,                     /* more rows than the ceiling */
	TABLE_CELLS,                    /* the first row has more cells than the ceiling */
	TABLE_TEXT,                     /* a cell or a row is longer than the ceiling: row */
	TABLE_KIND,                     /* another kind of file; found says which */
	TABLE_DAMAGED,                  /* cut off, or not what it says it is */
	TABLE_LOCKED,                   /* needs a password */
	TABLE_BOMB,                     /* swells beyond the ceilings when it is unpacked */
	TABLE_SHEET,                    /* no sheet of that name, or none at all */
};

struct table_problem {
	enum table_error error;
	int64_t row;                    /* 0: no row */
	uint64_t byte;                  /* 1 is the first, 0: no byte */
	const char *found;              /* "PDF", "xls" …, or "" */
};

struct table_limits {
	enum charset charset;           /* CSV: CHARSET_UNKNOWN finds out, else what a person said (UTF-8 or CP950) */
	const char *sheet;              /* NULL: the first one that is not hidden */
	int64_t rows;                   /* that are not blank, the heading row with them */
	int cells, text;                /* in a row; characters in a cell */
	uint64_t inflated;              /* bytes unpacked, in all; as many may the cells have */
	int ratio;                      /* unpacked to packed, beyond the first 10 MiB of a part */
	int entries;                    /* parts in the archive */
};
/* The defaults: 1,000,000 data rows, 1,000 cells, 32,767 characters, 4 GiB, 200 to one, 4,096 parts. */
extern const struct table_limits table_limits;

struct table_row {
	int64_t number;                 /* as the spreadsheet shows it */
	int n;                          /* cells up to the last that is not blank */
	const struct cell *cells;       /* valid until the next row */
	bool wide;                      /* more cells than the first row (E-CSV-06) or than the ceiling */
	bool private_use;               /* holds a private-use character (造字) */
	bool plain;                     /* sheet_row()'s own */
};

struct table_reader;

/* Opens by content, the first `size` bytes of fd (read with pread; fd stays the caller's and open).  NULL: *problem says
 * why.  The reader keeps `problem`, and needs up to 24 MiB in the arena; what is more goes to nameless temporary files.
 *
 * Cells are text: a number in plain decimal as a person sees it (15 digits, no exponent, leading zeros of its format), a
 * date as 2024-08-01, a moment as 2024-08-01T09:30, a time as 09:30 (seconds where there are any), TRUE or FALSE, a
 * formula's stored value; a merged cell's text stands in its first cell; ruby and comments are left out.  Hidden rows and
 * columns are read.  Blank rows are left out and counted.  Files with macros are refused (TABLE_KIND). */
struct table_reader *table_open(struct arena *, int fd, uint64_t size, const struct table_limits *,
	struct table_problem *);

/* The next row; false at the end or at a problem. */
bool table_row(struct table_reader *, struct table_row *);

enum table_kind table_kind(const struct table_reader *);
const char *table_encoding(const struct table_reader *);        /* "Big5（CP950）", "UTF-8", "xlsx", "ods" */
enum charset table_charset(const struct table_reader *);        /* of a CSV file; CHARSET_UTF8 of the others */
const char *const *table_sheets(const struct table_reader *, int *n);    /* of ods: all of them only after the last row */

/* The problem in a person's words, from the catalogue; the limits are those given to table_open. */
const char *table_code(const struct table_problem *);           /* "E-CSV-01"; "" for none */
const char *table_message(struct arena *, const struct table_problem *, const struct table_limits *);

/* Writing.  The columns are the heading row, bold and frozen together with the lines above it. */
enum sheet_format { SHEET_CSV, SHEET_CSV_BIG5, SHEET_XLSX, SHEET_ODS, SHEET_JSON };
enum sheet_kind {
	SHEET_TEXT,                     /* always a text: leading zeros stay, no formula starts */
	SHEET_INTEGER,
	SHEET_DECIMAL,                  /* shown with `places` digits behind the point */
	SHEET_DATE,                     /* a text, 113/08/01; in JSON 2024-08-01             LEARN-030 */
	SHEET_MOMENT,                   /* a text, 113/08/01 09:30; in JSON 2024-08-01T09:30:00+08:00 */
	SHEET_YES,                      /* 是 or 否; in JSON true or false */
};
struct sheet_column {
	const char *key;                /* the name in JSON; NULL: the heading */
	const char *heading;
	enum sheet_kind kind;
	int places, width;              /* width in characters; 0: by kind and heading */
};

struct sheet_out;

/* title names the sheet.  Lines (report name, conditions …; each a row of one cell) end with NULL; NULL: none.  They are
 * left out of CSV, which is made for programs.  Writes to fd, which is empty and stays the caller's; title, lines and
 * columns stay until sheet_close().  JSON is {"title", "lines": [], "columns": [{"key", "label"}], "rows": [{key: value}]}. */
struct sheet_out *sheet_open(struct arena *, int fd, enum sheet_format, const char *title, const char *const *lines,
	const struct sheet_column *, int n);

/* Ends the sheet and begins another one in the same file, with columns of its own.  CSV: behind an empty line and one with the title.
 * Not for JSON. */
void sheet_next(struct sheet_out *, const char *title, const char *const *lines, const struct sheet_column *, int n);

/* The same as a form to be filled in, xlsx or ods: the heading can't be changed, and `rows` rows below it take what `fills`, one a
 * column, says.  choices: all that a cell may hold, 255 characters together; ends with NULL; NULL: anything.  note: told to who fills it
 * in, 255 characters; NULL: nothing. */
struct sheet_fill { const char *const *choices; const char *note; };
struct sheet_out *sheet_open_form(struct arena *, int fd, enum sheet_format, const char *title, const struct sheet_column *,
	const struct sheet_fill *fills, int n, int rows);

/* The cells of a row, in the columns' order; each kind of cell may stand in any column.  A decimal comes as its digits
 * ("-12.50").  A row may be shorter than the heading, never longer.  Memory does not grow with the rows. */
void sheet_text(struct sheet_out *, const char *);              /* NULL: an empty cell */
void sheet_integer(struct sheet_out *, int64_t);
void sheet_decimal(struct sheet_out *, const char *digits);
void sheet_date(struct sheet_out *, struct date);               /* none: an empty cell */
void sheet_moment(struct sheet_out *, struct moment);           /* never: an empty cell */
void sheet_yes(struct sheet_out *, bool);
void sheet_blank(struct sheet_out *);
void sheet_row(struct sheet_out *, const struct table_row *, int n);    /* n cells of it, texts as they are and empty ones; quick from CSV to CSV */
void sheet_end_row(struct sheet_out *);

/* Ends the file.  False only for SHEET_CSV_BIG5 when Big5 can't write something: the file is of no use then, and
 * sheet_lost() names the cells concerned, each text once: "游錫堃（堃）、…" (the list of E-EXP-02). */
bool sheet_close(struct sheet_out *);
const char *sheet_lost(const struct sheet_out *);

const char *sheet_suffix(enum sheet_format);                    /* ".csv", ".xlsx", ".ods", ".json" */
const char *sheet_mime(enum sheet_format);
bool sheet_format_of(const char *suffix, enum sheet_format *);  /* "csv" or ".csv"; false: no such format */
#endif
