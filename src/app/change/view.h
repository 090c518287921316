/* view.h: what the templates of change/ show. */
#ifndef PEIXUN_CHANGE_VIEW_H
#define PEIXUN_CHANGE_VIEW_H

#include "app/change/private.h"
#include "web/form_view.h"
#include "web/list.h"

struct phase_line { const char *label; bool here; };
struct phase_lines { struct phase_line *at; int n; };
struct fact_lines { struct person_fact *at; int n; };
struct act_line { const char *label, *held; struct url at; };
struct act_lines { struct act_line *at; int n; };
struct turn_line { const char *what, *who; struct url at; };
struct turn_lines { struct turn_line *at; int n; };
struct year_line { const char *what, *state; struct url at; };
struct year_lines { struct year_line *at; int n; };

struct person_view {
	const struct req *r;
	const struct participant *p;
	const char *look, *next, *contact;
	struct phase_lines phases;
	struct person_events life;
	struct fact_lines facts, parties;
	struct act_lines acts;
	struct turn_lines turns;
	struct year_lines years;
	struct url back;
};

struct people_view {
	const struct req *r;
	const struct list *l;
	struct url search, find, omitted, requests, periods;
	struct input type, year, state, q, id;
	bool may_propose;
};
struct cases_view { const struct req *r; const struct list *l; struct url search, people; struct input kind, year, waits; };
struct running { int64_t id, subject, days_left; const char *name, *what, *kind, *title, *citation; struct date since, due; };
struct period_line { const struct running *p; const char *left, *look; struct url at; };
struct period_lines { struct period_line *at; int n; };
struct periods_view { const struct req *r; const struct list *l; struct date today; struct period_lines lines; struct url people, search;
	struct input days; };
struct omitted_view { const struct req *r; struct url action, back; struct issue_lines wrong; struct inputs inputs; };
#endif
