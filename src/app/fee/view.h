/* view.h: what the public page of fee/ shows. */
#ifndef PEIXUN_FEE_VIEW_H
#define PEIXUN_FEE_VIEW_H

#include "app/fee/trade.h"
#include "web/form_view.h"

/* What a receipt says. */
struct receipt {
	int64_t admission, amount, exam_year;
	const char *exam_name, *name, *slip, *number, *channel, *reference;
	struct date paid;
};

struct due_line { int64_t id; const char *name, *exam, *amount, *tick_id, *state, *look; struct date last; bool ticked, may_tick; };
struct due_lines { struct due_line *at; int n; };
struct ask_view { struct issue_lines wrong; struct input national_id, slip; struct url action; };
struct dues_view { struct issue_lines wrong; struct due_lines lines; struct url slips, online, receipt, again; const char *token; bool late;
	struct receipt paid; const char *payer, *paid_exam; };
/* From such a row.  False: there is none. */
bool receipt_of(struct arena *, const struct rows *, struct receipt *);
/* Paid by this person with this slip?  Both must be right, and nobody is told which was not. */
bool receipt_find(struct db *, struct arena *, int64_t person, const char *slip, struct receipt *);
/* Whom the form's token stands for; 0: nobody, or it is too old. */
int64_t query_person(struct db *, struct req *);
/* The page to ask on, once more, with what is wrong. */
void ask_again(struct req *, const char *code);

struct list;
struct statement_view { struct list *l; struct url search, paper; struct input year, month; };
struct order_view { struct trade trade; struct pairs fields; struct url at, cancel, fee, again; const char *host, *until; };

/* What somebody ticked on the page of what is to be paid. */
struct choice { struct req *r; const int64_t *ticks; int n; struct dues dues, chosen; bool known; };
struct choice choice_read(struct req *);
/* Inside a transaction: finds what the token stands for, and notes what can't be chosen.  known: the token is good. */
void choice_find(struct db *, struct choice *);
/* The reply when something was noted. */
void choice_refuse(struct choice *);
#endif
