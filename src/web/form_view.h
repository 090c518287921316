/* form_view.h: a form as its template needs it: inputs made from the field table, with what was typed and what is wrong.
 *
 * Nothing typed is lost: an input shows what came with the request before it shows what is stored. */
#ifndef PEIXUN_FORM_VIEW_H
#define PEIXUN_FORM_VIEW_H

#include "web/req.h"

struct issue_line { const char *text; struct url at; bool linked; };
struct issue_lines { struct issue_line *at; int n; bool saves; };        /* saves: the form was to store something */

enum input_kind { INPUT_TEXT, INPUT_LINES, INPUT_CHOICE, INPUT_TICK, INPUT_SEVERAL, INPUT_PASSWORD };
struct option { const char *id, *label; bool chosen; };
struct options { struct option *at; int n; };
struct input {
	enum input_kind kind;
	const char *name, *id, *label, *value, *hint, *hint_id, *error, *error_id, *autocomplete;
	int size;
	bool need, on, wide;
	struct options options;
};
struct inputs { struct input *at; int n; };

/* All that is wrong, each with a link to its field's input. */
struct issue_lines issue_lines(const struct req *);
/* The page has no input of this name now: its line leads nowhere. */
void issue_lines_without(struct issue_lines *, const char *name);
/* The inputs of a record's EDIT fields, in the table's order. */
struct inputs inputs_of(const struct req *, const struct field *, const void *record);
/* One input outside a field table, showing what was typed, else `value`. */
struct input input_text(const struct req *, const char *name, const char *label, const char *value, bool need, const char *hint);
struct input input_choice(const struct req *, const char *name, const char *label, const char *value, bool need, struct options);
/* Boxes, of which any number may be ticked; value: "a,b". */
struct input input_several(const struct req *, const char *name, const char *label, const char *value, bool need, struct options);
struct input input_password(const struct req *, const char *name, const char *label, const char *autocomplete, const char *hint);
struct input input_tick(const struct req *, const char *name, const char *label, bool on);
struct options options_of(struct arena *, const struct code *list, const char *empty_label);     /* NULL: no empty choice */
void options_add(struct arena *, struct options *, const char *id, const char *label);
const char *form_once(const struct req *);                      /* a new one-time token, or the one that came when a form is shown again */
#endif
