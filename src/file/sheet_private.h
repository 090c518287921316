/* sheet_private.h: what the readers and the writers of the formats share.  Only for src/file/sheet*. */
#ifndef PEIXUN_SHEET_PRIVATE_H
#define PEIXUN_SHEET_PRIVATE_H

#include "base/text.h"
#include "file/archive.h"
#include "file/sheet.h"

enum { ROW_BYTES = 1 << 20, SHEETS_MOST = 1000, NAME_MOST = 250 };

struct table_reader {
	struct arena *mem;
	enum table_kind kind;
	enum charset charset;
	const char *encoding;
	struct table_limits limits;
	struct table_problem *problem;
	bool (*next)(struct table_reader *, struct table_row *);
	void *state;
	bool may_be_private;            /* false: no character of the file is for private use */
	int64_t rows;                   /* so far */
	uint64_t given;                 /* bytes of cells so far, of xlsx and ods */
	int width;                      /* cells of the first row */
	const char **sheets;
	int n_sheets;
	size_t sheets_room;
};

/* Sets the problem unless there is one already; gives false. */
bool table_refuse(struct table_reader *, enum table_error, int64_t row);

void table_add_sheet(struct table_reader *, const char *name);

/* Each fills kind, encoding, next and state; false: *problem says why. */
bool csv_table_open(struct table_reader *, int fd, uint64_t size);
bool xlsx_table_open(struct table_reader *, struct archive *);
bool ods_table_open(struct table_reader *, struct archive *);

/* A row in the making: cells come in any order of columns. */
struct row_maker {
	struct table_reader *table;
	struct cell *cells;
	char *bytes;
	size_t used;
	int n;
	int64_t number;
	bool beyond, full;
};
struct row_maker *row_maker_new(struct table_reader *);
void row_maker_start(struct row_maker *, int64_t number);
void row_maker_cell(struct row_maker *, int column, const char *text, size_t n);        /* column 0 is the first */
bool row_maker_blank(const struct row_maker *);
bool row_maker_end(struct row_maker *, struct table_row *);     /* false: refused as too long */

/* The number as people read it: 15 digits, plain decimal, no trailing zeros.  What is no number is copied. */
enum { NUMBER_ROOM = 400 };
const char *number_text(const char *digits, char to[NUMBER_ROOM]);

/* What a number format makes of a number.  LOOK_DATE | LOOK_TIME is a moment; from LOOK_PADDED on: at least so many digits. */
enum { LOOK_PLAIN, LOOK_DATE = 1, LOOK_TIME = 2, LOOK_PADDED = 16 };
int look_of_format(const char *code);
int look_of_builtin(int id);                                    /* the formats below 164 that no file spells out */
const char *look_text(int look, const char *digits, bool from_1904, char to[NUMBER_ROOM]);

/* "2024-08-01T09:30:00" as 2024-08-01T09:30, at midnight as 2024-08-01; anything else is copied. */
const char *iso_text(const char *, char to[NUMBER_ROOM]);

/* "09:30" or "09:30:05" */
void clock_text(int64_t seconds, char *to, size_t room);

/* Writing: a format is four functions.  The common half has checked the column, counted the row and put a cell in words. */
enum { SHEET_ROWS = 1048576, SHEET_FLUSH = 64 << 10, SHEET_TEXT_MOST = 32767 };

struct sheet_value {
	enum sheet_kind kind;
	const char *text;               /* as shown; digits of a number; "" for an empty cell */
	struct date date;
	struct moment moment;
	bool yes;
};

struct sheet_writer {
	const char *suffix, *mime;
	void (*open)(struct sheet_out *);
	void (*cell)(struct sheet_out *, const struct sheet_value *);
	void (*end_row)(struct sheet_out *);
	bool (*close)(struct sheet_out *);
	void (*next)(struct sheet_out *, const struct sheet_out *to);  /* another sheet with the title, lines and columns of `to` */
	void (*plain)(struct sheet_out *, const struct cell *, int n); /* cells of a plain record of CSV; NULL: not without a look at each */
};

struct sheet_out {
	struct arena *mem, *row_mem;    /* row_mem is emptied after each row */
	const struct sheet_writer *writer;
	int fd;
	const char *title;
	const char *const *lines;
	const struct sheet_column *columns;
	int n, column;                  /* column: the next cell's */
	int form_rows;                  /* 0: no form */
	const struct sheet_fill *fills;
	int64_t row;                    /* cells that come are in this row; the heading was row 1 */
	struct text buffer;             /* goes to fd by itself when it is large */
	void *state;
	const char *lost;
};

extern const struct sheet_writer sheet_csv_writer, sheet_big5_writer, sheet_json_writer, sheet_xlsx_writer,
	sheet_ods_writer;

void sheet_flush(struct sheet_out *);
void sheet_take(struct sheet_out *, const struct sheet_out *to);       /* its title, lines and columns */

/* The text as XML and spreadsheets can hold it: line ends are LF, what no XML may hold is U+FFFD, at most 32,767 characters. */
const char *sheet_clean(struct arena *, const char *text);

/* The name of sheet number i (from 0) as spreadsheets take it: at most 31 characters, none of []:*?/\. */
const char *sheet_name(struct arena *, const char *title, int i);

/* A cell that spreadsheets hold as a number without losing a digit. */
bool sheet_number(const struct sheet_value *);

int sheet_width(const struct sheet_column *);                   /* in characters, never 0 */

/* _x000D_ in the texts of xlsx stands for a character; decoded in place, gives the new length. */
size_t xlsx_unescape(char *text, size_t n);
#endif
