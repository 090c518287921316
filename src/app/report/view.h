/* view.h: what the templates of report/ show. */
#ifndef PEIXUN_REPORT_VIEW_H
#define PEIXUN_REPORT_VIEW_H

#include "app/personal/personal.h"
#include "app/report/private.h"
#include "web/form_view.h"

struct report_head { const char *label; struct url at; bool number, group; int wide, tall; };
struct report_heading { struct report_head *at; int n; };
struct report_shown_cell { const char *text, *aria; struct url at; bool number, head, brief; };  /* brief: never broken */
struct report_shown_cells { struct report_shown_cell *at; int n; };
struct report_shown_row { bool stands_out; struct report_shown_cells cells; };
struct report_shown_rows { struct report_shown_row *at; int n; };
/* Lengths are shares of the width: "45.5%"; the rest counts from above. */
struct report_bar { const char *name, *first, *second, *width, *second_width; int name_y, y, text_y, second_y, second_text_y; };
struct report_bar_set { struct report_bar *at; int n; };
struct report_picture { const char *title, *id, *note, *first, *second; struct report_bar_set bars; int height; };
struct report_table { const char *title, *caption; bool titled, grouped; struct report_heading groups, heads; struct report_shown_rows rows;
	struct report_picture *picture; };
struct report_tables { struct report_table *at; int n; };
struct report_meaning { const char *id, *label, *means; };
struct report_meanings { struct report_meaning *at; int n; };
struct report_lines { const char *const *at; int n; };
struct report_page {
	const struct req *r;
	const char *act;
	struct issue_lines wrong;
	struct inputs inputs;
	struct url action, clear, export_action, first_format, csv, xlsx, ods;
	bool made, zip, large;
	struct report_lines heads;
	struct report_tables tables;
	struct report_meanings meanings;
	struct pairs kept;                                      /* the conditions, for the form that asks for a file */
	struct list_links steps;
	int page, pages;
};
struct report_list_line { const struct list_row *row; struct url look; };
struct report_list_lines { struct report_list_line *at; int n; };
struct report_list_view { const struct req *r; const struct list *l; const char *what, *changed, *words, *opens; struct url back;
	struct report_list_lines rows; struct personal_bar personal; };
struct viewer_report { const char *title, *agencies; struct url at; };
struct viewer_reports { struct viewer_report *at; int n; };

enum { REPORT_PER_PAGE = 100 };
/* table.c: one table, its page of rows and its total; query: the conditions. */
struct report_table report_table_of(struct req *, const struct report_place *, const struct report_section *, const char *query, int page);
struct report_meanings report_meanings_of(struct req *, const struct report_run *);

#endif
