/* survey.h: 調查符合參訓資格人數: who serves where with which appraisals and years, and whether that is enough, element by element.
 *
 * A rule finds (rule/promotion.h); where it can't, or an interpretation letter says otherwise, a person decides and cites it.
 *                                                                              PROMO-007 … 019, 022, 027, 035 */
#ifndef PEIXUN_SURVEY_H
#define PEIXUN_SURVEY_H

#include "app/import/import.h"
#include "web/route.h"

extern const struct route survey_routes[];
extern const struct import_kind survey_kind;
enum scope survey_scope(struct req *, const char *parameter, int64_t candidate);

/* How many of a 遴選機關 are eligible, were looked at, and are expected for the year after by day alone.        PROMO-035, 043 */
struct survey_count { int64_t eligible, all, next; };
struct survey_count survey_counted(struct db *, const char *type, int64_t year, int64_t selector);

/* What is known of a list of persons (JSON, national IDs): national_id, standing, elements, selector, selector_name. */
struct rows *survey_standing(struct db *, const char *type, int64_t year, const char *ids);
#endif
