/* report.h: the reports of 終身學習: each a declaration, from which its page with table and chart, its files, JSON, the command and
 * the lists behind its numbers follow.
 *
 * A slice declares a struct report and writes what fills it; `report_kinds` is told of it by app.c, and REPORT_ROUTES gives its addresses.
 * Every figure is an exact whole number or a pair of them: nothing is rounded but what is shown.
 *                                             LEARN-030, 031, 034 … 036, 040 … 044, 701 … 705, LEARN 8 */
#ifndef PEIXUN_REPORT_H
#define PEIXUN_REPORT_H

#include "app/agency/agency.h"
#include "app/download/download.h"
#include "app/may.h"
#include "web/list.h"
#include "web/route.h"

/* PERCENT: 100 × part / whole, AVERAGE: part / whole; both with two places, half away from zero; whole 0: 「—」.   LEARN-040 */
enum report_kind { REPORT_TEXT, REPORT_WHOLE, REPORT_PERCENT, REPORT_AVERAGE };

/* means: how the figure is computed, one sentence: the definition that its heading leads to.  list: the name of the list behind each number
 * (a framed number, LEARN-041); NULL: none.  group: the heading above this one and its neighbours of the same group; NULL: none.
 * persons: counts persons (LEARN-704: a report account may not see small ones). */
struct report_column { const char *key, *label; enum report_kind kind; const char *means, *list, *group; bool persons; };
/* REPORT_COLUMN("members", "會員數", WHOLE, .means = "…", .list = "persons", .persons = true) */
#define REPORT_COLUMN(key_, label_, kind_, ...) {.key = key_, .label = label_, .kind = REPORT_##kind_, __VA_ARGS__}

struct report_run;
struct report_section;

/* ---- filling: sections (tables) of rows, each cell in the order of the columns */

/* columns: end with a key of NULL; NULL: none yet, report_column adds them (before the first row). */
struct report_section *report_section(struct report_run *, const char *key, const char *title, const struct report_column *columns);
void report_column(struct report_section *, struct report_column);

/* A row; key says to the lists which one it is; NULL: its numbers are not framed.  report_total begins the total row ("total"), of which a
 * table has one, the last; report_subtotal one that stands out like it. */
void report_begin(struct report_section *, const char *key);
void report_subtotal(struct report_section *, const char *key);
void report_total(struct report_section *);
void report_text(struct report_section *, const char *);
void report_agency(struct report_section *, const char *name, const char *code);        /* of a text column: opens the report of it alone */
void report_count(struct report_section *, int64_t);            /* of a REPORT_WHOLE column */
void report_ratio(struct report_section *, int64_t part, int64_t whole);        /* of a REPORT_PERCENT or REPORT_AVERAGE column */
void report_blank(struct report_section *);                     /* nothing: an empty cell in files too */

/* A bar for each row that is no total: the figures of one column (or of two, side by side), named by the column `names`. */
void report_chart(struct report_section *, const char *title, const char *names, const char *first, const char *second);

/* Another head line: 「必須完成課程：…」. */
void report_note(struct report_run *, const char *);

/* ---- what is asked */

/* One making of a report.  ask: the conditions, a record of report->asks.  span: the agencies, where the conditions have a field "agency"
 * (with those below where they have "below" and it is on).  day: the as-of date (名冊基準日), set by who fills; {0}: none is stated.
 * issues: what hinders the report (E-RPT-01 …): who fills notes it and returns.  job: set in the background: see download_progress. */
struct report_run {
	const struct report *report;
	struct db *db;
	struct arena *mem;
	struct moment now;
	struct date today, day;
	void *ask;
	struct agency_span span;
	bool below;
	const char *who;                                        /* 製表人 */
	bool lists;                                             /* numbers are framed; false: whoever asks may see no persons */
	int64_t least;                                          /* counts of persons below it, and shares of them, are hidden; 0: none */
	struct issues *issues;
	struct report_section **sections;
	int n_sections;
	const char **notes;
	int n_notes;
};

/* A condition that is chosen from a list which depends on the database: of the TEXT field of this name. */
struct report_choice { const char *field; const struct code *(*list)(struct report_run *); };
/* Is `value` among those of such a field?  Always when none was chosen. */
bool report_chosen(const char *several, const char *value);
/* The same as JSON for a statement: ["101","301"]; [] when none was chosen. */
const char *report_chosen_json(struct arena *, const char *several);

/* Of which number a list is asked. */
struct report_cell_of { const char *section, *row, *figure; int64_t id; };

/* The agencies of the row that a number stands in, where rows are agencies by their codes: that one alone, or for "total" all of the report.
 * False: it is none of the report's (E-SCOPE-01 is the reply). */
bool report_row_agencies(struct req *, struct report_run *, const struct report_cell_of *, struct agency_span *);

/* A list behind numbers.  rows: binds the statement and gives what list_run gives.  complete: see list.h.  opens: the list (of this
 * report) that the first cell of a row opens, told the row's KEY field "id" as cell.id: 「檢視」; NULL: none.  personal: holds persons. */
struct report_list {
	const char *name, *title;
	const struct field *fields;
	size_t size;
	const char *sort;
	bool (*rows)(struct list *, struct report_run *, const struct report_cell_of *);
	void (*complete)(const struct list *, struct arena *, void *rows, int n);
	const char *opens;
	bool personal;
};

/* For `rows`: a page, neither a file nor all of it; a page behind the end becomes the last one; a page of so many in an order that would
 * have to read them all is refused (E-RPT-05). */
bool report_list_is_page(const struct list *);
void report_list_clamp(struct list *, int64_t total);
bool report_list_too_large(struct list *, int64_t total);

/* How its files are given: as they are; as a zip with 檔案密碼 offered in their stead (LEARN 9; figures alone are no personal data, so their
 * addresses and the command still give them plain); or never but as that (they hold persons). */
enum report_zip { REPORT_PLAIN, REPORT_ZIP, REPORT_ZIP_ALWAYS };

/* name: its address is /reports/NAME.  permission: its code in the permission matrix ("rpt.members").  reach: LEARN 1.2.  basis: one
 * sentence, 「名冊：…」.  act: 「查詢」.  begin: what an empty form proposes; below: are the agencies below
 * meant too, where no condition of that name says so; check: what no field can tell, into run->issues; large: it reads so much (setting
 * report.page_reads) that no page waits for it: 「匯出」 in the background is offered instead (E-RPT-05); NULL: never; zip: NULL: plain. */
struct report {
	const char *name, *title, *permission;
	uint64_t may;
	enum agency_reach reach;
	const char *basis, *act;
	const struct field *asks;
	size_t size;
	const struct report_choice *choices;                    /* ends with a field of NULL; NULL: none */
	const struct report_list *lists;                        /* ends with a name of NULL; NULL: none */
	void (*begin)(struct report_run *);
	bool (*below)(const struct report_run *);
	void (*check)(struct report_run *);
	void (*fill)(struct report_run *);
	bool (*large)(struct report_run *);
	enum report_zip (*zip)(const struct report_run *);
};
void report_kinds(const struct report *const *);                /* once at program start; ends with NULL */
const struct report *const *report_all(void);
const struct report *report_named(const char *name);            /* NULL: none */

/* ---- its addresses: for a slice's route table:
 * REPORT_ROUTES("members", "同仁登錄會員統計(含所屬機關)", "人事單位", MAY_RPT_MEMBERS, asks) */
void report_page_get(struct req *);
void report_list_get(struct req *);
void report_export_post(struct req *);
#define REPORT_ROUTES(name_, title_, group_, may_, asks_) \
	{GET, "/reports/" name_, report_page_get, (may_) | MAY_DGPA, .takes = asks_, .gives = report_reply, .also = REPORT_ALSO, .heavy = true, \
		.files = true, .crumb = group_ "/" title_, .menu = title_, .group = group_, .help = title_}, \
	{GET, "/reports/" name_ "/*list", report_list_get, (may_) | MAY_DGPA, .files = true, .hidden = true, .heavy = true, \
		.crumb = group_ "/" title_ "/名單", .help = title_ "：數字背後的名單"}, \
	{POST, "/reports/" name_ "/export", report_export_post, (may_) | MAY_DGPA, .heavy = true, .help = title_ "：匯出"}
extern const struct field report_reply[];
#define REPORT_ALSO "\"heads\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},\"sections\":{\"type\":\"array\",\"items\":{\"type\":\"object\"}}"

/* The columns of a list of persons behind a number (LEARN-041); the statement gives columns of these names, id among them: the person.
 * number is filled in (序號); national_id comes masked from report_person_complete. */
struct report_person {
	int64_t id, number, courses, hours, digital, physical, business;
	const char *agency_code, *agency_name, *unit_name, *name, *national_id, *title_name, *rank_name, *group_name;
	const char *class_code, *rank_grade;                    /* for group_name, 人員類別; "": the statement gives it itself */
	struct code sex;
};
/* What every such list begins with; T has these members. */
#define REPORT_WHO(T) \
	FIELD(T, id, INT, KEY, "人員"), \
	FIELD(T, number, INT, SHOW, "序號", .not_sorted = true), \
	FIELD(T, agency_code, TEXT, SHOW, "機關代碼"), \
	FIELD(T, agency_name, TEXT, SHOW, "機關名稱", .not_sorted = true), \
	FIELD(T, unit_name, TEXT, SHOW, "單位", .not_sorted = true), \
	FIELD(T, name, TEXT, SHOW, "姓名", .privacy = PERSONAL), \
	FIELD(T, national_id, TEXT, SHOW, "身分證字號", .privacy = PERSONAL, .not_sorted = true), \
	FIELD(T, sex, CODE, SHOW, "性別", .list = sex_codes, .not_sorted = true), \
	FIELD(T, title_name, TEXT, SHOW, "職稱", .not_sorted = true), \
	FIELD(T, rank_name, TEXT, SHOW, "官職等", .not_sorted = true), \
	FIELD(T, group_name, TEXT, SHOW, "人員類別", .not_sorted = true)
extern const struct field report_person_fields[];
void report_person_complete(const struct list *, struct arena *, void *rows, int n);

/* Of a list of records (RPT-11); mode and cert as they are stored, as text; national_id comes masked from report_record_complete. */
struct report_record { int64_t id, hours, digital, physical; const char *agency_name, *unit_name, *name, *national_id, *title_name, *rank_name,
	*course_name, *category, *institution; struct date start_day, end_day; struct code mode, cert; bool business; };
extern const struct field report_record_fields[];
void report_record_complete(const struct list *, struct arena *, void *rows, int n);

const struct code *report_categories(struct report_run *);      /* 課程類別, for struct report_choice */

extern const struct route viewer_routes[], viewer_account_routes[];
/* The kinds of downloads with one for each report behind them; once, after report_kinds. */
const struct download_kind *const *report_downloads(struct arena *, const struct download_kind *const *others);

#endif
