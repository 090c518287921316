/* private.h: what the files of class/ share. */
#ifndef PEIXUN_CLASS_PRIVATE_H
#define PEIXUN_CLASS_PRIVATE_H

#include "app/class/class.h"
#include "app/participant/participant.h"
#include "app/promotion/promotion.h"
#include "web/list.h"

extern const struct field class_fields[];
extern const struct code leave_causes[];                        /* ends with an id of NULL; the labels are those of the parameter sets */

/* Hours as typed, over 0, at most two places, into hundredths.  False: they are not. */
bool hours_parse(struct arena *, const char *typed, int64_t *hundredths);
const char *hours_text(struct arena *, int64_t hundredths);

/* Which sum an entry belongs to, by the parameter set (NULL: none is loaded): "listed", "other" or "truancy". */
const char *leave_counts(const struct promotion_set *, const char *cause);

/* One participant in a class. */
struct member {
	int64_t id, version, listed_hours, other_hours, truancy_hours;          /* hundredths */
	const char *name, *national_id, *agency_name, *listed, *listed_percent, *listed_left, *other, *other_percent, *other_left, *truancy,
		*warning;
	struct date reported;
	struct code state;
	bool must, near;                                        /* must: the rules ask for a report; near: not far from it */
};
extern const struct field member_fields[], leave_fields[];
/* Fills in texts and warnings of members by the rules of the class's year. */
void members_weigh(struct req *, const struct class *, struct member *, int n);

/* Inside a transaction: in this class from now on, reported on that day ({0}: not yet).  False: somebody was first.  May this state be in a
 * class at all?  member_may. */
bool member_enter(struct db *, struct participant *, const struct class *, struct date reported, const struct participant_news *);
bool member_may(const struct participant *);
/* Inside a transaction: 訓中 begins on the day on which the class does, 訓後 after its last one.                       PROMO-002 */
void member_follow(struct db *, struct participant *, struct date today, const struct participant_news *);
/* Inside a transaction: the class has other days, or another institute; its members go with it. */
bool members_follow(struct db *, struct arena *, const struct class *, struct date today, const struct participant_news *);

/* Would these hundredths more on a day fit?  Else the refusal as code and values; NULL: they do.  had: what the participant has in all. */
const char *const *leave_refusal(struct arena *, const struct class *, struct date day, int64_t hundredths, int64_t had);

void classes_get(struct req *);
void class_people_get(struct req *);
void class_people_post(struct req *);
void class_leave_get(struct req *);
void class_leave_post(struct req *);
#endif
