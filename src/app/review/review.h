/* review.h: what the personnel office of an agency does with the hours of its people: 學習時數(複核及修改), 類別維護(與業務相關),
 * 學習時數修改(職稱、官職等).  The records, their sums and their history are those of hours/.          LEARN-531 … 554, SM-6 */
#ifndef PEIXUN_REVIEW_H
#define PEIXUN_REVIEW_H

#include "web/route.h"

extern const struct route review_routes[], category_routes[], snapshot_routes[];
/* :private, a record: of somebody whose main posting is in the active agency. */
enum scope review_scope(struct req *, const char *parameter, int64_t id);
#endif
