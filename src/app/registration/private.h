/* private.h: what the files of registration/ share. */
#ifndef PEIXUN_REGISTRATION_PRIVATE_H
#define PEIXUN_REGISTRATION_PRIVATE_H

#include "app/registration/view.h"

/* 前台 */
void learn_search_get(struct req *);
void learn_class_get(struct req *);
void learn_register_post(struct req *);
void learn_own_get(struct req *);
void learn_withdraw_post(struct req *);
extern const struct field learn_found_fields[], learn_find_fields[], learn_own_fields[], learn_answer_fields[], learn_withdraw_fields[];

/* The person of the account that is signed in; 0: nobody is, or it has none. */
struct learner { int64_t person; const char *name, *phone, *email; };
struct learner learner_of(struct req *);

/* The class as the front office shows it; the page of its address, with what is wrong. */
void learn_class_show(struct req *, int status, const struct course *);
void found_complete(struct arena *, struct found *);

/* 報名准駁 */
void review_courses_get(struct req *);
void review_get(struct req *);
void review_post(struct req *);
extern const struct field review_find_fields[], review_course_fields[], review_fields[];

/* What a form decides: rows one by one, and all of the rest that wait: "approved", "rejected" or "".  upto: the newest registration that
 * the page knew; waiting: how many of the rows were 待審核. */
struct decision { int64_t id, version; bool approve, was_rejected; const char *reason; };
struct reviewing { struct req *r; struct decision *at; int n; const char *all, *reason; int64_t upto, waiting, approve, reject; };
struct tally { int64_t approved, rejected, taken; };
/* E-REG-03 where the quota is hard and would be passed.                                          LEARN-267 */
bool review_fits(struct req *, const struct course *, const struct reviewing *);
void review_save(struct db *, void *reviewing);                 /* a transaction of req_tx */
/* 下載名冊 */
void sheet_get(struct req *);
void sheet_pdf_get(struct req *);
void sheet_csv_get(struct req *);
void roster_post(struct req *);
extern const struct field sheet_fields[], attendant_roster_fields[];
extern const struct code sheet_orders[];

/* One approved learner, as sheets and the roster have it. */
struct attendant {
	int64_t id, seq_no;
	const char *name, *national_id, *agency_code, *agency_name, *unit, *title, *rank, *phone, *email, *survey;
	struct code sex, source, lodging, meal;
	struct moment created;
};
extern const struct field attendant_fields[];

/* What a sheet is to be: its columns in their order, the rows of text, for which days. */
enum { SHEET_COLUMNS = 11, SHEET_DAYS = 62 };
struct sheet_column_kind { const char *id, *label; double width; bool chosen; };
extern const struct sheet_column_kind sheet_columns[];          /* SHEET_COLUMNS of them; chosen: at first */
struct sheet_plan {
	const struct sheet_column_kind *columns[SHEET_COLUMNS];
	int n_columns, n_rows, n_days;
	const char *const *cells;                               /* n_rows × n_columns */
	struct date days[SHEET_DAYS];
};
void sheet_draw(struct req *, const struct course *, const struct sheet_plan *, int fd);

/* 「住宿：需要；飲食：素」 */
const char *survey_words(struct arena *, struct code lodging, struct code meal);

#endif
