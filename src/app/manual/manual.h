/* manual.h: 使用手冊: the pages of doc/manual, built in, and the list of messages. */
#ifndef PEIXUN_MANUAL_H
#define PEIXUN_MANUAL_H

#include "web/route.h"

struct manual_page { const char *name, *title, *html; };        /* html: made by tools/manual, markup already */
extern const struct manual_page manual_pages[];                 /* by name; ends with a name of NULL */

extern const struct route manual_routes[];
#endif
