/* instructor.h: 講師: who teaches what, kept by each agency and shared with others where it wants to.           LEARN-241 … 252
 *
 * Knows no course: that an instructor teaches in one is the courses' business, and a removed entry keeps its name for them. */
#ifndef PEIXUN_INSTRUCTOR_H
#define PEIXUN_INSTRUCTOR_H

#include "app/import/import.h"
#include "web/route.h"

/* expertise: codes of the categories (課程類別).  to_be_completed: 資料待補, entered by name alone from a course. */
struct instructor {
	int64_t id, version, agency;
	const char *agency_code, *agency_name, *name, *subject_1, *subject_2, *subject_3, *subject_4, *subject_5, *national_id, *org_name, *title,
		*education, *experience, *expertise_1, *expertise_2, *expertise_3, *phone, *mobile, *email, *address, *note;
	struct code sex;
	bool is_public, contact_public, to_be_completed;
	struct moment updated;
};

extern const struct field instructor_fields[];                  /* the EDIT ones are the columns of CSV-3 */
extern const struct route instructor_routes[];
extern const struct import_kind instructor_kind;

/* Those that an agency may choose (its own and 公開 ones): whose whole name it is, or of whose name it is a part.  Columns id, name,
 * org_name, title, agency_name; by name, at most `most`.                                            LEARN-225, 251 */
struct rows *instructors_named(struct db *, int64_t agency, const char *name);
struct rows *instructors_like(struct db *, struct arena *, int64_t agency, const char *part, int most);
const char *instructor_name(struct db *, int64_t agency, int64_t id);    /* of one that it may choose, else NULL */

/* A new own one by name alone, in the caller's transaction, 不公開 and 資料待補.                                     LEARN-226 */
int64_t instructor_add_named(struct db *, int64_t agency, const char *name, const char *org_name, const char *subject, struct moment now,
	int64_t batch);
int64_t instructor_newest_id(struct db *);
/* Rows that such a batch made, which are to go again: those with ids from first to last that nothing hangs on. */
void instructor_sweep_named(struct db *, int64_t batch, int64_t first, int64_t last);

enum scope instructor_scope(struct req *, const char *parameter, int64_t id);
#endif
