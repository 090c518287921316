/* view.h: private to the slice: the form that a table of facts makes, what was read from it, and the answer in lines. */
#ifndef PEIXUN_CALCULATOR_VIEW_H
#define PEIXUN_CALCULATOR_VIEW_H

#include "rule/decide.h"
#include "web/form_view.h"
#include "web/route.h"

enum { ROWS_MOST = 20 };

/* ---- the list ---- */

struct link { struct url at; const char *text; };
struct links { struct link *at; int n; };
struct subject { const char *title; struct links rules; };
struct subjects { struct subject *at; int n; };
struct list_view { struct subjects subjects; };

/* ---- a form ---- */

struct tick { const char *name, *id, *value, *label; bool on; };
struct ticks { struct tick *at; int n; };

/* One thing to fill in: an input, ticks, or a group of further things with a legend. */
enum part_kind { PART_INPUT, PART_TICKS, PART_GROUP };
struct part;
struct parts { struct part *at; int n; };
struct part {
	enum part_kind kind;
	struct input input;
	const char *legend, *id;                                /* of ticks and groups */
	const char *error, *error_id;                           /* of ticks */
	bool may_be_blank;                                      /* of a group: nothing of it has to be filled in */
	struct ticks ticks;
	struct parts parts;
	const char *more;                                       /* the group's rows may be more: what the button sends; NULL: no button */
	const char *more_label;
};

/* What the form of a rule needs to know beside its facts. */
struct form_frame { struct req *r; const struct plans *plans; };
struct parts form_of(const struct form_frame *, const struct fact *);

/* What was typed: of a form that is sent, its body, else the address. */
const struct pairs *form_typed(const struct req *);
const char *form_value(const struct req *, const char *name);   /* "": nothing */

/* Lays what was typed over the zeroed struct of a rule's facts.  Mistakes are in r->issues, each under the name of its input. */
void form_read_facts(struct req *, const struct fact *, void *to);

/* How many rows a repeated group shows: those with something in them, one more when it was asked for, at least one. */
int form_rows(const struct req *, const char *name);
bool form_given(const struct req *, const char *name);          /* something was typed for it or within it */

/* ---- an answer ---- */

struct cell { const char *text; };
struct cells { struct cell *at; int n; };
struct table_row { struct cells cells; };
struct table_rows { struct table_row *at; int n; };
struct shown_table { const char *label; struct cells heads; struct table_rows rows; };
struct shown_tables { struct shown_table *at; int n; };
struct shown_line { const char *label, *text; };
struct shown_lines { struct shown_line *at; int n; };
struct shown_reason { const char *text, *citation; };
struct shown_reasons { struct shown_reason *at; int n; };

struct answer {
	const char *verdict, *look;                             /* 「得辦理」; the class of its tag */
	struct shown_lines lines;
	struct shown_tables tables;
	struct shown_reasons reasons;
	const char *plan, *calendar;                            /* NULL: none was used, or a reason says so */
};
struct answer answer_of(struct arena *, const struct rule *, const struct verdict *, const void *values);

struct rule_view {
	const struct rule *rule;
	struct url action, list;
	struct input plan;
	bool has_plan, has_dates, has_lengths, personal;        /* personal: what is typed must not stand in an address */
	struct parts parts;
	struct issue_lines wrong;
	struct answer *answer;                                  /* NULL: nothing was asked, or something is wrong */
};
#endif
