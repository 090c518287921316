/* private.h: what the files of report/ share. */
#ifndef PEIXUN_REPORT_PRIVATE_H
#define PEIXUN_REPORT_PRIVATE_H

#include "app/report/report.h"
#include "base/text.h"

enum { REPORT_COLUMNS = 64, REPORT_SECTIONS = 8, REPORT_NOTES = 16 };

/* of: the whole of a ratio.  text: of a text cell.  blank: there is nothing.  agency: the code of that which the text opens. */
struct report_cell { const char *text, *agency; int64_t number, of; bool blank, hidden; };
struct report_entry { const char *key; bool total, stands_out; struct report_cell *cells; };
struct report_bars { const char *title; int names, first, second; };           /* columns; second -1: none */

struct report_section {
	struct report_run *run;
	const char *key, *title;
	struct report_column *columns;
	int n_columns, cell;                                    /* cell: the next one's */
	struct report_entry *rows;                              /* the total is the last */
	size_t n, room;
	struct report_bars bars;
};

/* ---- ask.c: what is asked */
/* A run of this report with what an empty form proposes. */
struct report_run report_run_new(struct req *, const struct report *);
/* The same without a request, for the background. */
struct report_run report_run_kept(const struct report *, struct db *, struct arena *, struct moment, struct issues *);
/* The conditions in r->form, or in the query of a GET; false: there are issues. */
bool report_asked(struct req *, struct report_run *);
/* The same of conditions that were kept; span: those agencies (0: all). */
void report_asked_again(struct report_run *, const struct pairs *, int64_t agency);
/* Conditions as they stand in an address, without leading '?' or '&'. */
const char *report_query(struct report_run *);
const char *report_query_of(struct report_run *, const char *agency);  /* the same of this agency alone */
/* 「年度：107」 … one each, and those of LEARN-036; ends with NULL. */
const char *const *report_heads(struct report_run *);
/* The same of a list behind a number, which is named; "": not. */
const char *const *report_list_heads(struct report_run *, const char *title, const char *named);
const char *report_heads_agency(struct report_run *);
/* The conditions alone in one line: 「年度：107；機關：…」. */
const char *report_words(struct report_run *);

/* ---- section.c */
bool report_framed(const struct report_section *, const struct report_entry *, int column);
/* As shown: "66.67", 「—」, "1234"; blank: "". */
const char *report_shown(struct arena *, const struct report_section *, const struct report_cell *, int column);
char *report_hundredths(struct arena *, int64_t part, int64_t whole, bool percent);
const struct report_section *report_section_named(const struct report_run *, const char *key);
const struct report_cell *report_cell_at(const struct report_run *, const struct report_cell_of *);      /* NULL: no such number */

/* ---- web.c */
/* /reports/NAME…, for report accounts /statistics/NAME…, and where else a slice offers it: `home` is what stands before the name. */
struct report_place { const struct report *report; const char *home; };
struct report_place report_place_of(struct req *);              /* report NULL: the reply is made */
struct url report_address(struct req *, const struct report_place *, const char *end, const char *query);

/* ---- file.c */
void report_sheets(struct report_run *, enum sheet_format, int fd, const char *address);
struct text report_json(struct report_run *);
int64_t report_rows(const struct report_run *);
/* Small counts of persons, and what is made of them, are not for who may not see the persons.               LEARN-704 */
void report_hide_small(struct report_run *);
/* <report>_<agency>_<yyyymmddhhmm>                                                                               LEARN-030 */
const char *report_file_name(struct report_run *);

void report_number_from(int64_t);                               /* person.c: the next number is one more */

/* ---- download.c: asks for the file; the reply leads to its page */
void report_ask_file(struct req *, struct report_run *, enum sheet_format);

#endif
