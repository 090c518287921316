/* private.h: what the files of staff/ share. */
#ifndef PEIXUN_STAFF_PRIVATE_H
#define PEIXUN_STAFF_PRIVATE_H

#include "app/code/code.h"
#include "app/staff/staff.h"
#include "web/changes.h"
#include "web/form_view.h"
#include "web/list.h"

/* ---- line.c: the postings of one person that exclude each other: the main ones, or those beside of one agency. */

/* until {0}: it lasts. */
struct staff_span { int64_t id, agency; const char *agency_name; struct date from, until; };
struct staff_line { struct staff_span *at; int n; size_t room; };
void staff_line_add(struct arena *, struct staff_line *, struct staff_span);

/* How a posting stands to those that there are: one more, that with the same first day, or not to be (why).  by: which one. */
enum staff_fit { STAFF_NEW, STAFF_THERE, STAFF_OVERLAP, STAFF_ENDED_ELSEWHERE };
/* An open until is set to the eve of what follows. */
enum staff_fit staff_fit(const struct staff_line *, struct staff_span *wanted, const struct staff_span **by);

/* ---- entry.c: what an entry tells by itself and with the codes, for file and form alike. */
struct staff_words { const struct code_book *codes; struct rows *agencies; int64_t own; bool all; };
struct staff_words *staff_words(struct db *, struct arena *, int64_t own, bool all);
typedef void staff_wrong(void *with, const char *field, const char *const *code_and_values);
void staff_check(struct arena *, struct posting_entry *, const struct staff_words *, staff_wrong *, void *with);
/* Complains, of that field, of a fit that is none. */
void staff_misfit(struct arena *, const char *field, enum staff_fit, const struct staff_span *by, staff_wrong *, void *with);

/* ---- write.c: every write of a posting. */

/* Inside the transaction that shows a batch: what was staged, written; how many of those to be filled in still were as they had been.
 * False: postings overlap, since somebody was first. */
int64_t staff_staged(struct db *, int64_t batch);
bool staff_show(struct db *, int64_t batch);
void staff_take_back(struct db *, int64_t batch);
/* An entry as a row that is staged. */
enum { STAGE_VALUES = 17 };
void staff_stage_values(int64_t batch, const struct posting_entry *, bool is_new, struct value to[STAGE_VALUES]);
/* Inside a transaction; false: somebody was first. */
bool staff_set(struct db *, const struct posting_entry *);
bool staff_remove(struct db *, const struct posting_entry *);

/* ---- pages */
struct colleague {
	int64_t id;
	const char *national_id, *name, *agency_code, *agency_name, *unit_name, *title_name, *rank_name, *class_name, *post;
	struct code status;
	bool is_supervisor;
	struct date from_day, until;
};
struct colleague_line { const struct colleague *c; struct url at; bool own; };
struct colleague_lines { struct colleague_line *at; int n; };
struct colleagues_view {
	const struct req *r;
	const struct list *l;
	struct url search, clear, add, import;
	struct inputs inputs;
	struct issue_lines wrong;
	struct colleague_lines lines;
	const char *basis;                                      /* of which day and which agencies, how many count */
	bool may_edit;
};

/* ---- person.c: name, sex and day of birth of who serves here. */
extern const struct field staff_person_fields[];
void staff_person_get(struct req *);
void staff_person_post(struct req *);
/* Is it for the agency at hand to correct this person: the main posting of today is there, or nowhere?  總處: always. */
bool staff_is_of(struct req *, int64_t person);

struct staff_person_view {
	const struct req *r;
	struct issue_lines wrong;
	struct inputs inputs;
	const char *national_id;
	int64_t version;
	struct change_lines changes;
	struct url action, back;
};
#endif
