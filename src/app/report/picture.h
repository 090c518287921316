/* picture.h: a chart of a table.  Private to report/. */
#ifndef PEIXUN_REPORT_PICTURE_H
#define PEIXUN_REPORT_PICTURE_H

#include <string.h>

#include "app/report/view.h"

/* NULL: the table has none, or no rows. */
struct report_picture *report_picture_of(struct arena *, const struct report_section *);

#endif
