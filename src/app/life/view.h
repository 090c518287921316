/* view.h: private to the slice: what its pages show. */
#ifndef PEIXUN_LIFE_VIEW_H
#define PEIXUN_LIFE_VIEW_H

#include "app/account/account.h"
#include "app/life/private.h"
#include "web/form_view.h"
#include "web/list.h"

struct term { const char *label, *text; };
struct terms { struct term *at; int n; };

struct finding_line { const char *text, *cite; };
struct finding_lines { struct finding_line *at; int n; };
struct finding { const char *result, *look, *rule; struct finding_lines lines; };
struct findings { struct finding *at; int n; };

struct act_link { const char *label, *held, *note; struct url at; bool first; };
struct act_links { struct act_link *at; int n; };

struct step_line { struct moment at; const char *by, *what, *reason, *changed; struct terms answers; };
struct step_lines { struct step_line *at; int n; };

struct file_line { const char *label, *name, *size, *by; struct moment at; struct url url; };
struct file_lines { struct file_line *at; int n; };
struct paper_line { const char *label, *hint, *tag, *look; };
struct paper_lines { struct paper_line *at; int n; };

struct table_cell { const char *text; bool name; };
struct table_cells { struct table_cell *at; int n; };
struct table_row { struct table_cells cells; };
struct table_rows { struct table_row *at; int n; };
struct table_view { const char *caption; struct table_cells heads; struct table_rows rows; };

struct record_view {
	const struct req *r;
	const struct life_record *record;
	const struct life_subject *s;
	const char *look, *citation, *file_error, *most;
	struct issue_lines wrong;
	struct terms terms;
	struct table_view table;
	struct findings findings;
	struct act_links acts;
	struct step_lines steps;
	struct file_lines files;
	struct paper_lines papers;
	struct input slot;
	struct url person, all, upload, form;
	bool may_upload, has_form, borrowed;                    /* borrowed: the form's layout */
	const char *form_name;
};

/* A new record, or an act on one. */
struct act_view {
	const struct req *r;
	const struct life_case *c;
	const char *citation, *held, *button, *note;
	struct issue_lines wrong;
	struct inputs inputs, lines, answers;
	struct input reason;
	struct table_view table;
	struct findings findings;
	struct terms terms;
	struct pairs hidden;
	struct url action, back;
	bool confirm;
};

struct kind_line { const char *title, *held; struct url begin; bool may_begin; };
struct kind_lines { struct kind_line *at; int n; };
struct record_line { const char *title, *state, *look, *summary; struct date day; struct url at; };
struct record_lines { struct record_line *at; int n; };
struct group_block { const char *title; struct kind_lines kinds; struct record_lines records; };
struct group_blocks { struct group_block *at; int n; };
struct records_view { const struct req *r; const struct life_subject *s; struct group_blocks groups; struct url person; };

struct list_view { const struct req *r; const struct list *l; struct url search; struct input kind, state, waits; bool may_wait; };

struct table_view life_table_of(struct arena *, const struct life_case *);
struct findings life_findings(struct arena *, const struct life_case *);
struct terms life_terms(struct arena *, const struct field *, const void *record);
const char *life_held(const struct life_case *, const struct life_act *);
/* Where a reader came from: the subject's page (a trainee's: with all records), or of a trainee without an account the own one. */
struct url life_home_url(const struct req *, const struct life *, bool all);

/* Reads the life of r->id[0] (a subject, or a record's).  NULL: a refusal was made.  A record is found at the addresses of its own subject's
 * kind alone, since its rights were asked there. */
struct life *life_of_subject(struct req *, const struct life_subject_kind *, int64_t id);
/* An address below one of a kind of subject's. */
struct url life_url(const struct req *, const char *below, const char *format, ...) __attribute__((format(printf, 3, 4)));
bool life_is_at(const struct req *, const char *address);        /* is the route below it? */
struct life *life_of_record(struct req *, struct life_record **);
void life_read_trace(struct req *, const struct life *, const struct life_record *);
#endif
