/* csv.h: comma-separated values, read and written as streams.  Text is UTF-8 on both sides (charset.h decodes files); what a
 * column means is not known here.                                                             LEARN-020, LEARN-034 */
#ifndef PEIXUN_CSV_H
#define PEIXUN_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/* One cell: n bytes, and at[n] is NUL. */
struct cell { const char *at; size_t n; };

/* A record; the cells are valid until the next one is read. */
struct csv_row {
	int64_t number;                 /* as a spreadsheet shows it: blank records count, a first line "sep=," does not */
	uint64_t at;                    /* bytes of the stream before it */
	int n;                          /* cells up to the last that is not blank */
	const struct cell *cells;
	bool wide;                      /* more cells than the first record has (E-CSV-06), or than the ceiling */
	bool plain;                     /* the writer would write these cells as they stand here, one byte apart */
};

/* Why reading ended. */
enum csv_problem {
	CSV_FINE,                       /* at the end of the stream */
	CSV_QUOTE_OPEN,                 /* E-CSV-05: a quote that opens in this row is not closed */
	CSV_SEPARATOR,                  /* E-CSV-12: separated by tabs or semicolons */
	CSV_ROW_LONG,                   /* a record longer than the ceiling */
};

struct csv;

/* fill writes up to `room` bytes and gives their number; 0 is the end.  Memory: row_most bytes and a little, taken once.
 * tabs: tabs may separate instead of commas, where the first record has more of them ("Unicode text" of Excel).
 *
 * CRLF, LF and CR end a record.  A quoted cell may hold separators, line ends and "" for a quote; text behind the closing
 * quote is kept.  Blanks (also U+3000) around an unquoted cell go.  ="0123" is 0123, and one ' goes before what could start a formula. */
struct csv *csv_open(struct arena *, size_t (*fill)(void *with, char *to, size_t room), void *with,
	size_t row_most, int cells_most, bool tabs);

/* The next record that is not blank; false at the end or at a problem. */
bool csv_next(struct csv *, struct csv_row *);
enum csv_problem csv_problem(const struct csv *, int64_t *row);

/* True when a spreadsheet could take the text for a formula: behind blanks and apostrophes it begins with = + - @, their
 * full-width forms, TAB or CR.  csv_bare gives the text without the apostrophe that a writer put before such a text. */
bool csv_risky(const char *at, size_t n);
struct cell csv_bare(struct cell);

/* Writing: cells one after the other into a buffer of the caller, who may empty it between rows (out.to->n = 0).  Quoted
 * where RFC 4180 or our reader needs it; lines end with CRLF; a risky text gets a leading apostrophe, a number is written as it is. */
struct csv_out { struct text *to; bool begun; };
void csv_text(struct csv_out *, const char *text);
void csv_number(struct csv_out *, const char *digits);
void csv_plain(struct csv_out *, const struct cell *, int n);   /* the texts of a plain record */
void csv_end_row(struct csv_out *);
#endif
