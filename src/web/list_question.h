/* list_question.h: what can be asked of a list, from the fields that its address takes. */
#ifndef PEIXUN_LIST_QUESTION_H
#define PEIXUN_LIST_QUESTION_H

#include "web/form_view.h"
#include "web/list.h"

/* The EDIT fields of the route's `takes`, with what was asked in them; none: no question is shown. */
struct list_question { struct url action; struct inputs inputs; };
struct list_question list_question_of(const struct list *);
#endif
