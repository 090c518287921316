/* hours.h: 學習時數: records of what everybody has learnt, from files, from registrations, by hand; sums of them that are always right.
 *
 * A record is a person in a class; a class is what the six fields of the official manual say besides the person.  Who writes a record
 * changes the sums in the same transaction; what a file brings is summed beside and seen when its batch is (doc/decisions/0009).
 *                                                                                                   LEARN-281 … 316, SM-3, SM-6 */
#ifndef PEIXUN_HOURS_H
#define PEIXUN_HOURS_H

#include "app/import/import.h"
#include "job/job.h"
#include "web/route.h"

struct course_follower;

/* As they are stored. */
enum hours_kind { HOURS_OPENED = 1, HOURS_UNOPENED, HOURS_STUDY };                      /* 已開班, 未開班, 進修 */
enum hours_mode { HOURS_DIGITAL = 1, HOURS_PHYSICAL, HOURS_BLENDED };
enum hours_amount { HOURS_HOUR = 1, HOURS_DAY = 2, HOURS_CREDIT = 6 };
enum hours_cert { CERT_PENDING, CERT_PASSED, CERT_FAILED };                             /* 未認證, 通過, 不通過 */
enum hours_review { REVIEW_NONE, REVIEW_PENDING, REVIEW_APPROVED, REVIEW_RETURNED };    /* 免複核, 待複核, 複核通過, 退回 */
enum hours_source { SOURCE_TRANSFER = 1, SOURCE_BATCH, SOURCE_HAND, SOURCE_CLIENT, SOURCE_LEARNER };

/* Does such a record count, if it is not deleted and its batch is seen?   LEARN-038 */
static inline bool hours_counts(int64_t cert, int64_t review)
{
	return cert == CERT_PASSED && (review == REVIEW_NONE || review == REVIEW_APPROVED);
}

/* A record that is no row of a file.  Of kind OPENED course is given, of the others institution and name, of STUDY study_kind; of all the
 * category (a row of code_item) and the days.  hours: after conversion, of which digital.  business: -1 by the agency's 類別維護.
 * more: JSON, or NULL. */
struct hours_entry {
	enum hours_kind kind;
	int64_t course, category, study_kind, person, owner, account;
	const char *institution, *institution_kind, *name, *more;
	struct date start, end;
	enum hours_mode mode;
	enum hours_amount unit;
	int64_t amount, hours, digital;
	int business;
	enum hours_cert cert;
	enum hours_review review;
	enum hours_source source;
	struct moment at;
};

/* Inside a transaction: the record's id; 0: there is one of this person and class, whose id is then in *there. */
int64_t hours_enter(struct db *, const struct hours_entry *, int64_t *there);

/* What an agency may do with the records of its people: 複核, and what is corrected then; the snapshot of the learner's posting.  -1 (hours,
 * digital, business, review) and 0 (category): stays.  action: as the history has it.                     LEARN-315, 543 … 545, 553 */
struct hours_correction {
	int64_t record, version, account;
	struct moment at;
	const char *action, *reason;
	int64_t category, hours, digital;
	int business, review;
};
struct hours_snapshot { int64_t record, version, account; struct moment at; int64_t title, rank; };      /* 0: stays; rows of code_item */
enum hours_corrected { HOURS_CORRECTED, HOURS_STALE, HOURS_TAKEN };      /* TAKEN: the person has a record of such a class already */
/* Inside a transaction; the sums go along.  After anything but CORRECTED the caller undoes. */
enum hours_corrected hours_correct(struct db *, const struct hours_correction *);
/* The same for 職稱 and 官職等 at the time of the course; nothing but the record changes. */
enum hours_corrected hours_correct_snapshot(struct db *, const struct hours_snapshot *);
/* A returned record is sent again by its learner, with what it says now: 待複核.  As hours_correct; entry: as hours_enter takes it. */
enum hours_corrected hours_resubmit(struct db *, int64_t record, int64_t version, const struct hours_entry *);
/* Is this 課程類別 與業務相關 for the agency by its 類別維護?  one call a page: the book is read anew.              LEARN-532 */
struct hours_book;
struct hours_book *hours_book(struct db *, struct arena *);
bool hours_business(const struct hours_book *, int64_t agency, int64_t category);

/* Records of a course that are not deleted: such a course is not removed, and hours and days of it stay (E-CRS-06, E-CRS-08). */
int64_t hours_of_course(struct db *, int64_t course);
/* Records of this agency's people that wait for 複核.   LEARN-109 */
int64_t hours_to_review(struct db *, int64_t agency);

/* ---- pack.c: the records that count, packed by year and agency of the time, for questions with any conditions over a ministry
 *
 * What a record says that counts; 0: not known.  day: of the year, from 1; unit, title, rank, person_class: as they were. */
struct hours_fact {
	uint32_t person, class, unit, title, rank, person_class, category;
	uint16_t hours, digital, day;
	uint8_t mode, marks;
};
enum hours_mark { MARK_BUSINESS = 1, MARK_SUPERVISOR = 2, MARK_STUDY = 4, MARK_MALE = 8, MARK_FEMALE = 16 };

/* Those of a year of the agencies whose tree_low lies in low … high, an agency or a part of one a call.  Inside a reading transaction; `mem` is
 * reset between calls. */
void hours_facts(struct db *, struct arena *mem, int64_t roc_year, int64_t low, int64_t high,
	void (*seen)(void *with, int64_t agency, const struct hours_fact *, size_t n), void *with);
/* Of those who decide (主管 at the time), how many records that count a person has of a category; sex: 1 男, 2 女, 0 not known. */
struct hours_decider { uint32_t person, category; uint16_t records; uint8_t sex, none; };
/* The same of a year and these agencies; an agency's cells come in one call, by person. */
void hours_deciders(struct db *, struct arena *mem, int64_t roc_year, int64_t low, int64_t high,
	void (*seen)(void *with, int64_t agency, const struct hours_decider *, size_t n), void *with);
/* In the transaction of whoever changes what a record says that counts and leaves its sums as they are. */
void hours_facts_changed(struct db *, int64_t roc_year, int64_t agency);
/* Packs what has changed. */
extern const struct job_kind hours_pack_job;

/* 「整批上傳(已開班)」, 「整批上傳(未開班)」, 「整批上傳(進修成績)」 */
extern const struct import_kind hours_opened_kind, hours_unopened_kind, hours_study_kind;
/* 「自動時數上傳」: the same, by another system. */
extern const struct import_kind hours_auto_opened_kind, hours_auto_unopened_kind, hours_auto_study_kind;
extern const struct route hours_routes[], hours_import_routes[];
enum scope hours_scope(struct req *, const char *parameter, int64_t id);
/* Who was approved is transferred on the day after the course's end (LEARN-282); sums that files brought are folded in. */
extern const struct job_kind hours_transfer_job, hours_fold_job;
/* What hangs on a course. */
extern const struct course_follower hours_follower;

/* Inside a transaction: the headings of files in circulation, where none are kept yet.                                LEARN-295 */
void hours_deliver(struct db *);

/* Recounts from the records and compares: one call of tell a difference.  Inside a reading transaction. */
void hours_check(struct db *, void (*tell)(void *with, const char *finding), void *with);
#endif
