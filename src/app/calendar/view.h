/* view.h: private to the slice: what its pages show. */
#ifndef PEIXUN_CALENDAR_VIEW_H
#define PEIXUN_CALENDAR_VIEW_H

#include "web/form_view.h"

struct year_line { int64_t year, days_off; const char *source; struct moment loaded; struct url at; };
struct year_lines { struct year_line *at; int n; };
struct problem_line { const char *text; };
struct problem_lines { struct problem_line *at; int n; };
struct calendar_view { const struct req *r; struct url action; struct problem_lines problems; struct year_lines years; };

struct day_line { struct date day; const char *weekday, *remark; bool off; };
struct day_lines { struct day_line *at; int n; };
struct year_view { struct day_lines days; struct url back; };
#endif
