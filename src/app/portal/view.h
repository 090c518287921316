/* view.h: what the templates of portal/ show. */
#ifndef PEIXUN_PORTAL_VIEW_H
#define PEIXUN_PORTAL_VIEW_H

#include "web/form_view.h"

struct message_part { const char *text; struct url at; };       /* at {NULL}: text; else an address */
struct message_parts { struct message_part *at; int n; };
struct message_line { const char *title; struct message_parts parts; struct date from; bool pinned; const char *file_name; struct url file; };
struct message_lines { struct message_line *at; int n; };
struct portal_link { struct url at; const char *label; };
struct portal_links { struct portal_link *at; int n; };
struct correction_line { int64_t year, n; struct url at; };
struct correction_lines { struct correction_line *at; int n; };
struct portal_group { const char *name; struct portal_links links; };
struct portal_groups { struct portal_group *at; int n; };
/* next: when it is tried again, or when it was given up. */
struct job_line { const char *name; int64_t tries; bool failed; struct moment next; const char *incident; };
struct job_lines { struct job_line *at; int n; };
struct portal_view {
	const struct req *r;
	struct message_lines messages;
	struct portal_groups groups;
	bool has_todo, keeps, keeps_manual;
	int64_t waiting;
	struct job_lines jobs;                                  /* for 總處 */
	struct correction_lines corrections;                    /* one a year; none: 0 */
	struct url front, manual, announcements, manuals, turn, password, review, survey;
	int64_t survey_year;                                    /* 0: none is to be reported */
	struct date survey_until;
};

struct manual_line { const char *label; struct date from; struct moment made; struct url at; bool offered; };
struct manual_lines { struct manual_line *at; int n; };
struct manuals_view { const struct req *r; struct issue_lines wrong; struct url action, back; struct input label, from; const char *file_error;
	struct manual_lines lines; };
/* name "": there is none. */
struct attachment_view { const struct req *r; const char *name, *wrong; int64_t version; struct url at, action; };

/* web.c, announcement.c */
extern const struct field announcement_fields[];
/* By what the file begins with, PDF, ODF, JPEG or PNG; NULL: none of them, or over `most` bytes. */
const char *portal_file_type(const struct upload *, uint64_t most);
struct message_lines portal_messages_of(const struct req *, const char *place);
void announcements_get(struct req *);
void announcement_new_get(struct req *);
void announcement_new_post(struct req *);
void announcement_get(struct req *);
void announcement_post(struct req *);
void announcement_file_post(struct req *);
void announcement_file_get(struct req *);
#endif
