/* private.h: what the files of decision/ share. */
#ifndef PEIXUN_DECISION_PRIVATE_H
#define PEIXUN_DECISION_PRIVATE_H

#include "app/report/report.h"

struct decision_ask { const char *agency, *categories; int64_t year; struct code level; };

/* 課程類別 that were chosen, by their ids; none: any. */
struct decision_categories { const int64_t *at; size_t n; };
struct decision_categories decision_categories(struct report_run *);
static inline bool decision_asked(const struct decision_categories *c, int64_t category)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->at[i] == category)
			return true;
	return !c->n;
}

/* ---- decision_list.c: the lists behind numbers */
bool decision_people_listed(struct list *, struct report_run *, const struct report_cell_of *);
bool decision_records_listed(struct list *, struct report_run *, const struct report_cell_of *);
#endif
