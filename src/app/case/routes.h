/* routes.h: the pages of case/ that are not a record's; private to case/. */
#ifndef PEIXUN_CASE_ROUTES_H
#define PEIXUN_CASE_ROUTES_H

#include "web/route.h"

extern const struct field exempt_list_takes[];
extern const char *const exempt_list_ticks[];
void exempt_list_get(struct req *);
void exempt_list_post(struct req *);
void exempt_list_form_get(struct req *);
void makeup_queue_get(struct req *);
#endif
