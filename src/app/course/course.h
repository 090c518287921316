/* course.h: 課程 of 終身學習: what a course is, how it stands at a moment, and where others find one.            LEARN-211 … 232, SM-1
 *
 * Knows no registration and no hours record: how many hang on a course, and what becomes of them when it is called off or changed, it
 * asks those who follow it (struct course_follower). */
#ifndef PEIXUN_COURSE_H
#define PEIXUN_COURSE_H

#include "app/import/import.h"
#include "web/route.h"

/* agency: the 開課機關.  category: an id of code_item.  hours are whole hours, amount is as it was entered.  Moments: a period ends with its
 * last second.  taken: live registrations that hold a place, kept by who changes them. */
struct course {
	int64_t id, version, agency, category, term_no, roc_year, amount, certified_hours, digital_hours, physical_hours, quota, taken, fee,
		created_by, deleted_by;
	const char *agency_code, *agency_name, *course_code, *name, *category_code, *category_name, *time_note, *place, *agency_limit, *intro,
		*contact_name, *contact_phone, *contact_email, *note, *cancel_reason, *delete_reason;
	struct code mode, unit_of_amount, enroll_method, state;
	struct moment start_at, end_at, enroll_from, enroll_to, online_from, offline_at, cancelled, transferred, deleted, created;
	bool quota_hard, survey_lodging, survey_meal;
};

extern const struct route course_routes[];
extern const struct import_kind course_kind, lesson_kind;       /* 整批新增課程, 整批新增科目 */
extern const struct field course_fields[];                      /* the EDIT ones are the columns of CSV-1 */
extern const struct code course_modes[], course_units[], course_methods[], course_states[];
#define MODE_NUMBERS "1|2|3"                                    /* what files write for course_modes */
#define UNIT_NUMBERS "1|2|6"                                    /* for course_units */

/* SM-1.  A course that is called off or deleted is nothing else; 已結束 and 已轉出 are marks beside the others. */
enum course_state { COURSE_WAITING, COURSE_ONLINE, COURSE_OFFLINE, COURSE_CANCELLED, COURSE_DELETED };
enum course_state course_state(const struct course *, struct moment now);
bool course_ended(const struct course *, struct moment now);    /* 已結束: the clock has passed 課程結束, and it was not called off */
/* When it goes offline by itself: with the end of registration, or with its own where nobody can register online. */
struct moment course_offline(const struct course *);
/* Online, 自由報名 or 機關薦送, and within 報名開始 … 報名結束. */
bool course_takes(const struct course *, struct moment now);

/* One that people see (not deleted, not of a file that is being stored); `state` is left empty.  False: there is none. */
bool course_load(struct db *, struct arena *, int64_t id, struct course *);
bool course_find(struct db *, struct arena *, int64_t agency, const char *code, int64_t term, struct course *);

/* Stores a new one as it is, with its agency, created and created_by, in the caller's transaction; its id, 0 when the key is taken. */
int64_t course_put(struct db *, const struct course *);

/* In the transaction of whoever changes a course, a registration for it or a record of it, before and after what moves its days: what
 * the reports keep of it is counted anew. */
void course_changed(struct db *, int64_t course);
void courses_changed(struct db *, int64_t agency);              /* the same of any courses of an agency */

/* 「政府重大政策導讀（A107001 第 1 期）」 */
const char *course_label(struct arena *, const struct course *);

/* SCOPE_HIDDEN for a course of another agency, but for who sees all: the scope of :course. */
enum scope course_scope(struct req *, const char *parameter, int64_t course);

/* What hangs on a course, and what becomes of it.  Each member may be NULL. */
struct course_use { int64_t registrations, hours, certified; }; /* certified: of the hours, those not to be changed any more */
struct course_follower {
	void (*count)(struct db *, int64_t course, struct course_use *add_to);
	/* In the transaction of 「停開」. */
	void (*cancelled)(struct db *, const struct course *, int64_t account, struct moment now);
	/* In the transaction of a change with 「同步更新學員時數」: what is not certified follows. */
	void (*changed)(struct db *, const struct course *before, const struct course *after, int64_t account, struct moment now);
};
void course_followers(const struct course_follower *const *);   /* the program's, once a process; ends with NULL */
struct course_use course_use(struct db *, int64_t course);
#endif
