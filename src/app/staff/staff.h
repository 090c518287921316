/* staff.h: who serves where on a day (任職紀錄): the main posting of a person and those held besides, the roster of agencies.
 *
 * Postings are dated, so what was asked of a past day is answered the same for ever.  Statements read the view `posting`:
 * of a person p on a day $1
 *	LEFT JOIN posting x ON x.person = p.id AND x.is_main = 1 AND x.from_day <= $1 AND x.until >= $1
 * and of agencies (agency.h: AGENCIES)
 *	FROM agency g CROSS JOIN posting x WHERE g.tree_low BETWEEN $2 AND $3 AND x.agency = g.id AND x.is_main = 1
 *	 AND x.status = 'active' AND x.from_day <= $1 AND x.until >= $1                              LEARN-037, 1.2, 11.1 */
#ifndef PEIXUN_STAFF_H
#define PEIXUN_STAFF_H

#include "app/agency/agency.h"
#include "app/import/import.h"
#include "field/field.h"
#include "web/route.h"

/* The person of a national ID, in the spelling it is kept in; 0: there is none. */
int64_t staff_person(struct db *, const char *national_id);

/* Does the person serve in these agencies on that day, in the main posting or another one?                     LEARN 1.2 (6) */
bool staff_serves(struct db *, int64_t person, const struct agency_span *, struct date day);

/* A list whose conditions came by POST, since 身分證字號 (the form's field national_id) has no place in an address: leads to `path` with the
 * same conditions and person=NUMBER instead.  False: nobody has it (E-ID-01, 02, 03, noted at its field); the list is to be shown again.
 *                                                                                                        LEARN-005 */
bool staff_find(struct req *, const char *path, const char *label);
/* 「A10****109」 of the person of such a list, "" for 0. */
const char *staff_masked(struct req *, int64_t person);

/* How many the roster has: main posting in these agencies on that day, neither 留職停薪 nor 離職.                LEARN-037 */
int64_t staff_count(struct db *, const struct agency_span *, struct date day);

/* 人員類別 of the statistics, from 人員區分 and 官等.                                                            LEARN 12.4 */
const char *staff_group(const char *class_code, const char *rank_grade);

/* What is written of a posting.  unit: its name at the agency, made where there is none; title, rank, person_class: codes or whole names.
 * to_day {0}: it lasts. */
struct posting_entry {
	int64_t id, version;
	const char *national_id, *name, *agency_code, *unit, *title, *rank, *person_class;
	struct code sex, status;
	struct date birth_date, from_day, to_day;
	bool is_supervisor, is_beside;
	int64_t person, agency, unit_id, title_id, rank_id, class_id;   /* what those words stand for */
	const char *line;                                               /* "" for main postings, which never overlap; else of which agency */
	const char *place;                                              /* in a file: the line and the first day, two rows of which are the same */
};
extern const struct field posting_entry_fields[];

/* Inside a transaction: a new posting of entry->person from its from_day on, from which day the one before has ended; a leave with a last
 * day is followed by what was before it.  What is asked for has to fit (see line.c).  Its id. */
int64_t staff_put(struct db *, const struct posting_entry *);

extern const struct import_kind posting_kind;                   /* 任職紀錄 by file                                LEARN-042 */
extern const struct route staff_routes[];
enum scope staff_scope(struct req *, const char *parameter, int64_t id);

extern const struct code posting_states[];                      /* active, on_leave, left */
extern const struct code staff_groups[];                        /* in their order; ends with an id of NULL */
#endif
