/* paper_form.h: what the descriptions of the forms are made of; private to the slice.
 *
 * A form is a table of facts (its record, with labels; one that may be absent is not missed) and the parts of a document.  In the texts of
 * the parts, {name} is a fact by its name; of a day {name.short} is 80.01.01, of texts {name.inline} stands in one line and {name.points}
 * has a number before each; in a row for each of a list, {list.name} is a fact of that row and {list.number} its number. */
#ifndef PEIXUN_PAPER_PAPER_FORM_H
#define PEIXUN_PAPER_PAPER_FORM_H

#include "app/paper/paper.h"
#include "file/document.h"

struct paper {
	const char *name, *title;                               /* the title's braces are filled in */
	const struct fact *facts;
	size_t size;
	const struct document_part *parts;
	int blank_rows;                                         /* of a list without rows */
	bool across;
	double text_size, note_size;                            /* of the characters of tables, and of notes; 0: 12 */
	void (*complete)(struct arena *, void *record);         /* what follows from the rest of a record; NULL: nothing */
	void (*take)(struct arena *, void *record, const struct plan *);        /* what only this form takes from the plan */
};

extern const struct paper
#define PAPER_DECLARE(name, record) paper_##name,
	PAPER_FORMS(PAPER_DECLARE)
#undef PAPER_DECLARE
	paper_none;                                             /* the end of the list */

#define PAPER(n, record, t, ...) const struct paper paper_##n = { \
	.name = #n, .title = t, .facts = record##_facts, .size = sizeof(struct paper_##record), .parts = n##_parts, __VA_ARGS__}; \
	const char *const *paper_##n##_draw(struct pdf *pdf, const struct paper_##record *f) { return paper_draw(pdf, &paper_##n, f); }

/* Facts: FACT of fact.h; IN for a member of a part of the record, under its own name. */
#define IN(S, part, m, K, L, ...) {.name = #m, .label = L, .kind = FACT_##K, \
	.at = offsetof(struct S, part.m) + FACT_SAME(S, part.m, K##_fact), __VA_ARGS__}
#define OPTIONAL .may_be_absent = true
#define ROWS_OF(record, facts) .row = facts, .row_size = sizeof(struct record)
#define HEAD(S) IN(S, head, exam_year, INT, "考試年度"), IN(S, head, exam_name, TEXT, "考試名稱"), MARKS(S)
#define MARKS(S) IN(S, head, attachment, TEXT, "附件編號", OPTIONAL), IN(S, head, citation, TEXT, "依據", OPTIONAL), \
	IN(S, head, printed, TEXT, "列印資訊", OPTIONAL), IN(S, head, notes, TEXTS, "說明事項", OPTIONAL)

/* Parts. */
#define COUNT(a) ((int)(sizeof(a) / sizeof *(a)))
#define LABEL(t, ...) {.text = t, .look = DOCUMENT_LABEL, __VA_ARGS__}
#define FILL(t, ...) {.text = t, __VA_ARGS__}
#define CENTRE(t, ...) {.text = t, .look = DOCUMENT_CENTRE, __VA_ARGS__}
#define LONG(t, ...) {.text = t, .look = DOCUMENT_LONG, __VA_ARGS__}
#define EMPTY {.text = ""}
#define TABLE(n, ...) {.kind = DOCUMENT_TABLE, .columns = n##_columns, .n_columns = COUNT(n##_columns), \
	.rows = n##_rows, .n_rows = COUNT(n##_rows), __VA_ARGS__}
#define GAP(h) {.kind = DOCUMENT_GAP, .height = h}
#define TEXT(t, ...) {.kind = DOCUMENT_TEXT, .text = t, .style = {__VA_ARGS__}}
#define ATTACHMENT TEXT("{attachment}", .size = 12, .leading = 1.2, .align = PDF_RIGHT)
#define TITLE(t) TEXT(t, .size = 16, .leading = 1.4, .align = PDF_CENTRE), GAP(8)
#define EXAM "{exam_year|　　　}年{exam_name|　　　　　　　　　　　　}"
#define DAY "　　年　　月　　日"

/* Prints notes below what stands on the page; size: of characters, in points. */
void paper_notes(struct pdf *, const struct fact_texts *, double size);

/* values.c.  At most PAPER_FACTS facts a form, rows included, that print as at most PAPER_SOURCES values. */
enum { PAPER_FACTS = 64, PAPER_SOURCES = 198 };
int paper_count(const struct fact *);
struct document_data paper_data(struct arena *, const struct paper *, const void *record);
#endif
