/* view.h: what the templates of nomination/ show. */
#ifndef PEIXUN_NOMINATION_VIEW_H
#define PEIXUN_NOMINATION_VIEW_H

#include "app/nomination/private.h"

struct item_line { const char *title, *state, *left, *look; struct date deadline; struct url at; };
struct item_lines { struct item_line *at; int n; };
struct twice_line { const char *name, *national_id, *agency, *other; };
struct twice_lines { struct twice_line *at; int n; };
struct overview_line { const struct nomination *n; struct url at; const char *look, *left; };
struct overview_lines { struct overview_line *at; int n; };
struct rosters_view {
	const struct req *r;
	const struct list *l;                                   /* NULL: an agency's own */
	struct issue_lines wrong;
	struct url action, remind;
	struct input type, year;
	struct item_lines items;
	struct overview_lines lines;
	struct twice_lines twice;
	const char *type_id;
	bool may_remind;                                        /* there is somebody to remind on this page */
};

struct mark_line { int64_t id, row; const char *name, *field, *reason, *same; struct url drop; };
struct mark_lines { struct mark_line *at; int n; };
struct step_line { const char *act, *who, *file, *reason; struct moment at; struct url original, compare; };
struct step_lines { struct step_line *at; int n; };
struct tally_line { const char *label, *verdict, *look; int64_t n, most; };
struct tally_lines { struct tally_line *at; int n; };
struct roster_view {
	const struct req *r;
	const struct nomination_act *a;
	const struct nomination *n;
	struct issue_lines wrong;
	const char *law, *title, *tag, *version, *deadline, *contact, *letter, *file_error, *most, *rows_most;
	struct date cutoff, scores_until, employed_on;
	struct tally_lines tallies;
	struct mark_lines marks;
	struct step_lines steps;
	struct input field, row, reason, return_kind, return_reason, until, sure, right;
	struct url blank_xlsx, blank_ods, sample_xlsx, sample_ods, pdf, import, rows, file, drop, confirm, mark, give_back, accept, quota,
		selection, back, result;
	bool selects, may_import, may_delete, may_confirm, locked, may_call, has_statement, needs_statement, marks_shown;
};

struct rows_view { const struct req *r; const struct list *l; struct url back; };

struct version_change { const char *kind, *name, *text; };
struct version_changes { struct version_change *at; int n; };
struct compare_view { const char *from, *to; struct version_changes changes; struct url back; };
#endif
