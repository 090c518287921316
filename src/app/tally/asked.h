/* asked.h: what RPT-1 … RPT-4 share: their conditions, their rows, the lists behind their numbers. */
#ifndef PEIXUN_TALLY_ASKED_H
#define PEIXUN_TALLY_ASKED_H

#include "app/report/report.h"
#include "app/tally/tally.h"

/* by: rows are 人員類別 or agencies. */
struct tally_asked { const char *agency; int64_t year; bool below; struct code by, group; };
extern const struct code tally_rows_by[];                      /* 依人員類別, 依機關 */
void asked_begin(struct report_run *);
void asked_check(struct report_run *);

/* A row of a table by 人員類別.  key: its name in addresses. */
struct tally_line { const char *key, *label; struct tally_who who; };
struct tally_lines { const struct tally_line *at; int n; };
/* Those that anybody is in; enterprises: 事業人員 are two, by 主管. */
struct tally_lines asked_lines(struct arena *, const struct tally *, bool enterprises);

/* The figures of the report's agencies, with its year's rules; sets run->day.  NULL: run->issues tells why there are none. */
const struct tally *asked_read(struct report_run *, bool by_agency, bool enterprises, const int64_t *figures, int n_figures);

/* Bodies of the lists: persons behind the number, their records behind 「檢視」, the records behind 參訓人次. */
bool asked_persons(struct list *, struct report_run *, const struct report_cell_of *, bool enterprises);
bool asked_records(struct list *, struct report_run *, const struct report_cell_of *, bool enterprises);
void asked_lacking_complete(const struct list *, struct arena *, void *rows, int n);
void asked_records_complete(const struct list *, struct arena *, void *rows, int n);

/* A person who lacks something, and what. */
struct tally_lacking {
	int64_t id, number, hours, business;
	const char *agency_code, *agency_name, *unit_name, *name, *national_id, *title_name, *rank_name, *group_name;
	const char *class_code, *rank_grade, *lacking;
	struct code sex;
};
/* A record: RPT-11. */
struct tally_record {
	int64_t id, hours, digital, physical, mode, business;
	const char *agency_name, *unit_name, *name, *national_id, *title_name, *rank_name, *course_name, *category, *opened_by;
	const char *mode_name, *related, *state;
	struct date start, end;
};
extern const struct field tally_lacking_fields[], tally_record_fields[];
#define TALLY_PERSONS(rows_) {.name = "persons", .title = "人員名單", .fields = report_person_fields, .size = sizeof(struct report_person), \
	.sort = "agency_code", .rows = rows_, .complete = tally_people_complete, .opens = "records", .personal = true}
#define TALLY_LACKING(rows_) {.name = "lacking", .title = "未完成人員名單", .fields = tally_lacking_fields, .size = sizeof(struct tally_lacking), \
	.sort = "agency_code", .rows = rows_, .complete = asked_lacking_complete, .opens = "records", .personal = true}
#define TALLY_RECORDS(rows_) {.name = "records", .title = "學習紀錄", .fields = tally_record_fields, .size = sizeof(struct tally_record), \
	.sort = "end", .rows = rows_, .complete = asked_records_complete, .personal = true}

/* Keys of columns, which the lists understand: "staff", "male", "female", "reached", "short", "none", "complete", "incomplete", "taken"
 * (has a record), "records", "class-0", "topic-31-done", "topic-31-left".  Rows of the table "categories": "301", "class-0". */
#endif
