/* view.h: what the public page of fee/ shows. */
#ifndef PEIXUN_FEE_VIEW_H
#define PEIXUN_FEE_VIEW_H

#include "app/fee/trade.h"
#include "web/form_view.h"

struct due_line { int64_t id; const char *name, *exam, *amount, *tick_id, *state, *look; struct date last; bool ticked, may_tick; };
struct due_lines { struct due_line *at; int n; };
struct ask_view { struct issue_lines wrong; struct input national_id; struct url action; };
struct dues_view { struct issue_lines wrong; struct due_lines lines; struct url slips, online, again; const char *token; bool late; };
struct order_view { struct trade trade; struct pairs fields; struct url at, cancel, fee, again; const char *host, *until; };

/* What somebody ticked on the page of what is to be paid. */
struct choice { struct req *r; const int64_t *ticks; int n; struct dues dues, chosen; bool known; };
struct choice choice_read(struct req *);
/* Inside a transaction: finds what the token stands for, and notes what can't be chosen.  known: the token is good. */
void choice_find(struct db *, struct choice *);
/* The reply when something was noted. */
void choice_refuse(struct choice *);
#endif
