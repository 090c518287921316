/* view.h: private to the slice: what its pages show. */
#ifndef PEIXUN_APPLY_VIEW_H
#define PEIXUN_APPLY_VIEW_H

#include "web/form_view.h"

struct enter_view {
	const struct req *r;
	struct issue_lines wrong;
	struct inputs inputs;
	struct url action;
	bool open;
	const char *contact;
};
struct code_view { struct issue_lines wrong; struct input code; struct url action, again; const char *token; };

struct mine_line { const char *title, *state, *look, *summary; struct date day; struct url at; };
struct mine_lines { struct mine_line *at; int n; };
struct offer { const char *title, *held; struct url at; };
struct offers { struct offer *at; int n; };
struct exam_block { const char *exam, *agency, *state, *period; struct mine_lines mine; struct offers offers; };
struct exam_blocks { struct exam_block *at; int n; };
struct home_view { const struct req *r; struct exam_blocks exams; struct url leave; };
#endif
