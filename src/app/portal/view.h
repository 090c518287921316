/* view.h: what the templates of portal/ show. */
#ifndef PEIXUN_PORTAL_VIEW_H
#define PEIXUN_PORTAL_VIEW_H

#include "web/form_view.h"

struct message_line { const char *title, *content; struct date from; bool pinned; };
struct message_lines { struct message_line *at; int n; };
struct portal_link { struct url at; const char *label; };
struct portal_links { struct portal_link *at; int n; };
struct correction_line { int64_t year, n; struct url at; };
struct correction_lines { struct correction_line *at; int n; };
struct portal_group { const char *name; struct portal_links links; };
struct portal_groups { struct portal_group *at; int n; };
struct portal_view {
	const struct req *r;
	struct message_lines messages;
	struct portal_groups groups;
	bool has_todo, keeps, keeps_manual;
	int64_t waiting;
	struct correction_lines corrections;                    /* one a year; none: 0 */
	struct url front, manual, announcements, manuals, turn, review, survey;
	int64_t survey_year;                                    /* 0: none is to be reported */
	struct date survey_until;
};

struct manual_line { const char *label; struct date from; struct moment made; struct url at; bool offered; };
struct manual_lines { struct manual_line *at; int n; };
struct manuals_view { const struct req *r; struct issue_lines wrong; struct url action, back; struct input label, from; const char *file_error;
	struct manual_lines lines; };
#endif
