/* plan_private.h: between the loader of plans, its values and its checks. */
#ifndef PEIXUN_PLAN_PRIVATE_H
#define PEIXUN_PLAN_PRIVATE_H

#include "rule/plan.h"

/* ---- what is wrong ---- */

/* With a file; the text is made in the plans' arena. */
void plan_complain(struct plans *, bool warning, const char *file, const char *code, int line, const char *path,
	const char *format, ...) __attribute__((format(printf, 7, 8)));

/* The path of a parameter in its file. */
const char *plan_path(struct arena *, enum plan_key);

/* ---- one file while it is read ---- */

struct plan_version { int64_t version; struct date from; const char *document; };
struct plan_head { const char *id, *exam, *exam_name, *title; int64_t exam_year; struct fact_rows versions; };
struct plan_cited { const char *laws, *point; };                /* joined; the first one; NULL: none */

struct plan_loading {
	struct plans *plans;
	const char *file;
	struct plan plan;
	struct plan_head head;
	struct plan_cited cited[PLAN_CITATIONS_N];
};

/* PLAN_INVALID at a path of the file. */
void plan_invalid(struct plan_loading *, const char *path, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Reads one object strictly; its mistakes get the path before them. */
bool plan_read_at(struct plan_loading *, const char *path, const void *object, const struct fact *, void *to);

/* A section's object; every name in it must be known, every known name must be in it.  NULL: it is not there. */
const void *plan_section(struct plan_loading *, const void *root, const char *name, const char *const *names, int n);

/* A point that is there has to be one. */
void plan_check_point(struct plan_loading *, const char *path, const char *point);

/* ---- plan_value.c ---- */

void plan_read_parameters(struct plan_loading *, const void *root);
void plan_derive_cited(struct plan_loading *);
void plan_derive_head(struct arena *, struct plan *, const struct plan_version *versions, int at);

/* {"value": …, "point": …, "source": …} by the kind of the value; false: a problem says why. */
bool plan_read_value(struct plan_loading *, enum plan_kind, const char *path, const void *entry, struct plan_value *to);

/* ---- plan_notes.c ---- */

/* Gives a plan the notes of its forms.  PLAN_INVALID: of a form that it has not. */
void plan_take_notes(struct plan_loading *);
/* Warns of notes that no plan took. */
void plan_check_notes(struct plans *);

/* The JSON of a file; NULL: problems say why.  To be given back with json_decref. */
void *plan_parse(struct plans *, const char *file, const char *bytes, size_t n);

/* ---- plan_file.c ---- */

/* What a good file of the folder held; NULL: there is no such one. */
const char *plan_file_bytes(const struct plans *, const char *name, size_t *n);

/* ---- plan_line.c ---- */

/* The line of what a JSON pointer names, or of the innermost thing on the way to it; bytes: a text that is JSON.  From 1. */
int plan_line(const char *bytes, size_t n, const char *path);

/* Gives the problems of a file, from one on, the lines of their paths. */
void plan_find_lines(struct plans *, int from, const char *file, const char *bytes, size_t n);

/* ---- plan_check.c ---- */

/* What no single value can tell, as problems with code PLAN_INVALID.                           PLAN-003 */
void plan_check(struct plans *, const struct plan *);

#endif
