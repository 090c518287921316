/* private.h: what the files of material/ share. */
#ifndef PEIXUN_MATERIAL_PRIVATE_H
#define PEIXUN_MATERIAL_PRIVATE_H

#include "app/material/material.h"
#include "web/form_view.h"
#include "web/list.h"

/* cost: NULL in the table where nothing was said (has_cost). */
struct material {
	int64_t id, version, agency, category, hours, cost;
	const char *agency_code, *agency_name, *name, *category_code, *category_name, *audience, *language, *outline, *address, *contact_name,
		*contact_phone, *contact_email, *keywords, *note;
	struct code form, development, licence;
	struct date finished_on;
	struct moment created;
};
extern const struct field material_fields[];                    /* the EDIT ones are the columns of CSV-7 */
extern const struct code material_forms[];

/* 課程類別, with the days on which a code may be used. */
struct material_category { int64_t id; const char *code, *name; struct date from, to; };
struct material_categories { struct material_category *at; int n; };
struct material_categories material_categories(struct db *, struct arena *);

/* Its columns from name to note, in the order of the statements. */
enum { MATERIAL_VALUES = 19 };
void material_values(struct arena *, const struct material *, struct value to[MATERIAL_VALUES]);
bool material_load(struct db *, struct arena *, int64_t id, struct material *);

/* What no single field can tell; fills in the category and the language.                              LEARN-324 */
void material_check(struct arena *, struct material *, const struct material_categories *,
	void (*wrong)(void *with, const char *field, const char *const *code_and_values), void *with);

struct material_line { const struct material *m; const char *label; struct url view, edit, remove; };
struct material_lines { struct material_line *at; int n; };
struct materials_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct url search, clear, add, import, removed, platform;       /* platform {NULL}: no address is set */
	struct input name, category, agency, from, to, form, keyword;
	struct material_lines lines;
	bool may_edit;
};
struct fact_line { const char *label, *value; };
struct fact_lines { struct fact_line *at; int n; };
struct material_view { struct fact_lines facts; struct url back, edit, outside; };
#endif
