/* private.h: what the files of nominate/ share. */
#ifndef PEIXUN_NOMINATE_PRIVATE_H
#define PEIXUN_NOMINATE_PRIVATE_H

#include "app/nominate/nominate.h"
#include "app/nominate/view.h"

enum { COURSES_MOST = 50 };
/* Inside a transaction: the choice of these courses (a JSON list); its id. */
int64_t nominate_choose(struct db *, int64_t agency, int64_t account, const char *courses, struct moment now);
#endif
