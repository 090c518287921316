/* view.h: what the public page of fee/ shows. */
#ifndef PEIXUN_FEE_VIEW_H
#define PEIXUN_FEE_VIEW_H

#include "app/fee/private.h"
#include "web/form_view.h"

struct due_line { int64_t id; const char *name, *exam, *amount, *tick_id, *state, *look; struct date last; bool ticked; };
struct due_lines { struct due_line *at; int n; };
struct ask_view { struct issue_lines wrong; struct input national_id; struct url action; };
struct dues_view { struct issue_lines wrong; struct due_lines lines; struct url slips, again; const char *token; bool late; };
#endif
