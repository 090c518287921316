/* registration.h: 報名 of 終身學習: who wants to attend a class, whether there is room, and what its opening agency decides.
 *
 * Knows no hours: what becomes of an approved registration after the course is another slice's.       LEARN-220, 223, 224, 233 … 235, 261 … 275 */
#ifndef PEIXUN_REGISTRATION_H
#define PEIXUN_REGISTRATION_H

#include "app/course/course.h"
#include "app/download/download.h"
#include "field/issue.h"
#include "web/route.h"

extern const struct route registration_routes[];
extern const struct download_kind registration_roster;          /* 學員名冊 */
extern const struct course_follower registration_follower;      /* how many are registered; called off, they follow by themselves */

/* As stored: pending 待審核, approved 核可, rejected 駁回, withdrawn 取消; and two that follow from the course: overdue 逾期未審,
 * cancelled 課程停開 (registration_shown).  End with an id of NULL. */
extern const struct code registration_states[], registration_sources[], registration_lodgings[], registration_meals[];

/* Who wants what.  source: "online" (自由報名) or "nomination" (機關薦送).  lodging, meal: ids of their lists, "" for no answer.
 * account, agency: who does it, and for whom; address: where from. */
struct registration_asked {
	int64_t course, person, account, agency, nominating_agency, batch;
	const char *source, *phone, *email, *lodging, *meal, *address;
	struct moment now;
};

/* The same with what was found: the person's agency and posting at this moment. */
struct registration_case {
	struct registration_asked asked;
	int64_t posted, title, rank, person_class;              /* posted: the agency of the main posting */
	const char *unit;
	bool is_supervisor;
};

/* Asks in the order of LEARN-234: period, 報名方式, 限某機關, 額滿, registered already, 特殊調查; notes the first that refuses
 * (E-REG-01, 08, 02, 03, 04, 05).  Reads alone; what it found holds for the moment. */
bool registration_judge(struct db *, const struct registration_asked *, struct registration_case *, struct issues *);

/* Inside the caller's transaction: takes a place and the next sequence number by one statement, which waits for nobody but who takes a place of the
 * same course, and stores the registration.  0: somebody was first, or the course has changed: the issue is noted and the transaction undone.
 * LEARN-220 */
int64_t registration_make(struct db *, const struct registration_case *, struct issues *);

/* Inside a transaction: 取消, of one that is 待審核, by the learner (a reason of "") or the nominating agency; frees the place.
 * False: it is not 待審核 (any more), or another version. */
bool registration_withdraw(struct db *, int64_t id, int64_t version, int64_t account, int64_t agency, const char *address, const char *reason,
	struct moment now);

/* The state as people see it: 待審核 after the course is 逾期未審, 待審核 and 核可 of a cancelled course are 課程停開. */
struct code registration_shown(const char *state, struct moment course_end, bool course_cancelled, struct moment now);

#endif
