/* view.h: what the templates of colleague/ show. */
#ifndef PEIXUN_COLLEAGUE_VIEW_H
#define PEIXUN_COLLEAGUE_VIEW_H

#include "app/colleague/private.h"

struct status {
	int64_t id, records, hours, digital, physical, business;
	const char *agency_name, *unit_name, *name, *national_id, *title_name, *rank_name, *class_name;
};
struct status_line { const struct status *s; struct url at; };
struct status_lines { struct status_line *at; int n; };
struct status_view { struct query_form form; const struct list *l; struct status_lines lines; struct url export; };

struct told_lines { struct told *at; int n; };
struct records_view {
	const struct req *r;
	struct personal_bar personal;
	const char *name, *national_id, *agency_name, *unit_name, *title_name, *rank_name, *period, *note;
	struct told_lines records;
	const struct list *l;
	int64_t courses, hours, digital, physical, business;
	struct url back, all;
};

/* A list that is shown as it is, with 「匯出」. */
struct plain_view { struct query_form form; const struct list *l; struct url export, other; const char *other_label; };

/* 同仁學習類別時數一覽: a row a person, a sum or a heading. */
struct grid_cell { const char *text; };
struct cells { struct grid_cell *at; int n; };
struct category_row { const char *unit, *name, *national_id, *title, *rank; struct cells hours; bool sum; };
struct category_rows { struct category_row *at; int n; };
struct category_view { struct query_form form; struct cells heads; struct category_rows rows; const struct list *l; struct url export;
	int64_t people; };

/* 多條件複選產製報表 */
struct chosen {
	int64_t id, records, hours, digital, physical, business;
	const char *agency_code, *agency_name, *unit_name, *name, *national_id, *title_name, *rank_name, *class_name;
	struct code sex;
	uint32_t agency, unit, title, rank, person_class;       /* ids of what stands above */
	const char *key;                                        /* of the name, in the order of strokes */
	uint16_t day;
	uint32_t class;
};
struct chosen_line { const struct chosen *c; struct url at; };
struct chosen_lines { struct chosen_line *at; int n; };
struct condition_line { const char *tick, *tick_id, *label; bool on; struct inputs inputs; struct severals severals; };
struct condition_lines { struct condition_line *at; int n; };
struct set_line { const char *name, *who; struct url at; int64_t id; bool own, shared; };
struct set_lines { struct set_line *at; int n; };
struct choice_view {
	struct query_form form;
	struct condition_lines conditions;
	const struct list *l;
	struct chosen_lines lines;
	struct set_lines sets;
	struct input set_name, set_shared;
	struct url export, keep;
	const char *query;
};
#endif
