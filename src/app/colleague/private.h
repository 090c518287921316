/* private.h: what the files of colleague/ share: what a page is asked, and how one declaration answers it as page, file and zip. */
#ifndef PEIXUN_COLLEAGUE_PRIVATE_H
#define PEIXUN_COLLEAGUE_PRIVATE_H

#include "app/agency/agency.h"
#include "app/code/code.h"
#include "app/colleague/colleague.h"
#include "app/download/download.h"
#include "app/personal/personal.h"
#include "file/sheet.h"
#include "web/form_view.h"
#include "web/list_given.h"

/* ---- conditions.c: all that any of the pages asks; each has a field table over it with what it asks */

struct asked {
	int64_t year, from_month, to_month, term, grade_from, grade_to, hours_least, hours_most, digital_least, digital_most, physical_least,
		physical_most, business_least, business_most;
	struct date from, to;
	const char *agency, *unit, *name, *title, *course_name, *course_code, *institution, *place, *rank;
	struct code sex, grade, supervisor, mode, course_mode, method, member, approval, study, business, group;
	bool below, zero, all_categories;
};

/* What follows from it.  several: ids chosen, as JSON lists; [] where nothing was.  asof: 名冊基準日. */
struct query_kind;
struct query {
	struct list l;                                          /* first: a list's complete() is given it */
	const struct query_kind *kind;
	struct db *db;
	struct arena *mem;
	struct pairs pairs;
	struct asked asked;
	struct agency_span span;
	struct date from, to, asof, today;
	struct moment now;
	int64_t first_year, last_year;
	const char *national_id;
	const char *units, *categories, *ranks, *titles, *person_class, *class_code;
	const struct code_book *codes;
	const char *shown;                                      /* the conditions in words */
	bool full, whole_year;
};

enum { QUERY_VALUES = 32, NO_LIMIT = 1000000000 };

/* A list that is a statement: bind gives it and its values.  complete: what the statement does not know. */
struct query_kind {
	const char *path, *title, *basis;
	uint64_t may;
	enum agency_reach reach;
	const struct field *asks, *fields;
	size_t size;
	const char *sort;
	bool several_agencies;                                  /* its "agency" is read elsewhere: the span is all that is in reach */
	bool personal;                                          /* has 身分證字號: masked, and asked by */
	bool period;                                            /* asks for a time; else it is about today */
	const struct sql *(*bind)(const struct query *, struct value *to, int *n);
	void (*complete)(const struct query *, struct arena *, void *rows, int n);
};

/* What was asked, by the pairs of an address; issues are noted.  False: there is something wrong, or it is out of reach. */
bool query_read(struct req *, const struct query_kind *, struct query *);
/* The same for a file that somebody asked for before: who may reach what was judged then, and the agency is looked up again. */
bool query_again(const struct download_making *, const struct query_kind *, struct query *);
/* 職等: the number in 薦任第7職等, 分類職位9等; 0: none. */
int64_t query_grade(const char *rank_name);
const char *query_text(struct arena *, const struct pairs *);     /* as an address says them */
const char *query_kept(struct req *, const struct query *);     /* its conditions, as a file keeps them */
/* Does the query have this several-valued condition with this id? */
struct ids { int64_t *at; int n; };
struct ids query_ids(struct arena *, const struct pairs *, const char *name);
bool query_has_id(const struct ids *, int64_t id);
const char *query_ids_json(struct arena *, const struct ids *);

/* ---- page.c */
struct choice_tick { const char *id, *value, *label; bool on; };
struct choice_ticks { struct choice_tick *at; int n; };
struct several { const char *name, *label; struct choice_ticks ticks; int chosen; };
struct severals { struct several *at; int n; };
struct query_form {
	const struct req *r;
	struct url action, clear;
	struct inputs inputs;
	struct severals severals;
	struct issue_lines wrong;
	const char *query;                                      /* what was asked, for what is done with its answer */
	const char *basis, *who;                                /* who: the key of the number that is asked by, "" for none */
	struct personal_bar personal;
	bool asked;                                             /* conditions were given: the list below is their answer */
};
struct query_form query_form(struct query *, struct req *);
struct query_export { const char *value, *label; };
struct query_exports { const struct query_export *at; int n; };

/* The page with its list, or its file; opens: the address of a row's 「檢視」 by its id, or NULL. */
void query_get(struct req *, const struct query_kind *, void (*more)(struct query *, struct req *, struct html *));
/* An empty page asks nothing yet; a program does. */
bool query_is_run(const struct req *);
/* 「匯出」: the conditions come in the form's "query". */
bool query_post(struct req *, const struct query_kind *, struct query *);
/* All rows of the kind, with full numbers, as a sheet; a download_kind's write. */
int64_t query_write(const struct download_making *, const struct query_kind *, int fd);
int64_t query_rows(const struct download_making *, const struct query_kind *);
void query_ask(struct req *, const struct query *, const struct download_kind *);
/* What stands above the columns of a file that was asked for, and of one that is given at once. */
const char *const *query_head(const struct download_making *, const struct query *, const char *title);
const char *const *query_head_now(struct req *, const struct query *);
void query_each(struct query *, int piece, bool (*seen)(void *with, const struct rows *), void *with);

/* Cells of a record into a sheet, its fields in their order but KEY and MARK. */
int query_columns(const struct field *, struct sheet_column *to, int most);
void query_cells(struct sheet_out *, struct arena *, const struct field *, const void *record);

/* ---- record.c: one record as people are told of it */
struct told {
	int64_t id, person, agency, term_no, hours, digital, physical, mode, cert, review, business;
	const char *agency_name, *unit_name, *name, *national_id, *title_name, *rank_name, *class_name, *course_name, *course_code, *institution,
		*category_name, *mode_name, *business_name, *state;
	struct date start_day, end_day;
	bool counts;
};
extern const struct field told_fields[], told_person_fields[];  /* of a course; the same with the person before it */
void told_complete(struct arena *, struct date today, struct told *, int n);
/* The first of a person among rows in the order of persons. */
int told_first(const struct told *, int n, int64_t person);
struct records_view;
void told_show(struct req *, struct records_view *);             /* its page, file or JSON */
void told_get(struct req *);

/* ---- the pages */
extern const struct query_kind status_kind, unit_kind, colleague_member_kind, offered_kind;
void status_get(struct req *);
void status_post(struct req *);
void unit_get(struct req *);
void unit_post(struct req *);
void colleague_member_get(struct req *);
void colleague_member_post(struct req *);
void offered_get(struct req *);
void offered_statistics_get(struct req *);
void category_get(struct req *);
void category_post(struct req *);
void choice_get(struct req *);
void choice_post(struct req *);
void choice_person_get(struct req *);
void choice_set_post(struct req *);
extern const struct field status_asks[], unit_asks[], colleague_member_asks[], offered_asks[], category_asks[], choice_asks[];
extern const struct field status_fields[], unit_fields[], colleague_member_fields[], offered_fields[], category_fields[], choice_fields[],
	export_fields[], set_fields[];
#endif
