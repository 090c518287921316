/* private.h: what the files of nomination/ share. */
#ifndef PEIXUN_NOMINATION_PRIVATE_H
#define PEIXUN_NOMINATION_PRIVATE_H

#include "app/nomination/nomination.h"
#include "app/promotion/promotion.h"
#include "app/quota/quota.h"
#include "rule/verdict.h"
#include "web/list.h"

enum { ROWS_MOST = 20000 };                                     /* of a roster */

struct nomination {
	int64_t id, version, year, agency, batch, submissions, return_batch, rows, chosen, reserve, days_left;  /* chosen: 正選 */
	struct code type, state;
	const char *agency_code, *agency_name, *return_kind, *return_reason, *file_name, *law;
	struct moment imported, confirmed, returned, accepted;
	struct date resend_until, deadline;
	bool late, statement;
};
extern const struct field nomination_fields[];
extern const struct code nomination_states[];                   /* none imported confirmed returned accepted */
bool nomination_is(const struct nomination *, const char *state);
bool nomination_find(struct db *, struct arena *, const char *type, int64_t year, int64_t agency, struct nomination *);
bool nomination_load(struct db *, struct arena *, int64_t id, struct nomination *);

/* One person of a roster, as in the file. */
struct nominee {
	int64_t id, row_number, promotion_order, place;
	const char *serial, *agency_code, *agency_name, *name, *national_id, *title, *pay, *route, *grade_3, *grade_2, *grade_1, *score, *remark,
		*mark_field, *mark_reason;
	struct code sex, outcome, origin, cost;
	struct date birth_date, since;
	bool checked;                                           /* 參訓資格 was compared with the survey */
};
extern const struct field nominee_fields[];                     /* the EDIT ones are the columns of the form */
extern const struct field nominee_list_fields[];
/* The heading of a column in the form of a training: 佐升正 has words of its own. */
const char *nominee_heading(const struct field *, int kind);
/* What a row tells by itself, beside its field table. */
typedef void nominee_wrong(void *with, const char *field, const char *const *code_and_values);
void nominee_check(struct arena *, struct nominee *, int kind, nominee_wrong *, void *with);

/* What the program knows of the persons of a roster, looked up at once. */
struct known {
	struct promotion_place p;
	int64_t agency, nomination;
	struct pasts pasts;
	struct rows *standing, *elsewhere;
	struct selector_tree tree;
	struct date today;
};
/* ids: JSON list of their national IDs. */
void known_load(struct db *, struct arena *, struct known *, const char *ids);
/* Everything about one that stands against it.  Sets `checked`.                                 PROMO-063, 107 … 119 */
void nominee_examine(struct arena *, struct nominee *, const struct known *, nominee_wrong *, void *with);

struct nominees { int n; struct nominee *at; };
struct nominees nominees_of(struct db *, struct arena *, int64_t batch);

/* ---- acts; each in a transaction (with: struct nomination_act); issues undo it ---- */

struct nomination_act {
	struct req *r;
	struct promotion_place p;
	int64_t agency;
	struct nomination n;
	int64_t row, mark;
	const char *field, *reason, *kind;
	struct date until;
};
void nomination_delete(struct db *, void *);
void nomination_confirm(struct db *, void *);
void nomination_mark_add(struct db *, void *);
void nomination_mark_drop(struct db *, void *);
void nomination_return(struct db *, void *);
void nomination_accept(struct db *, void *);

/* The last day on which it may be confirmed, and whether it is now; *late: a rest day's grace.           README decision 23 */
bool nomination_in_time(struct req *, const struct nomination_act *, struct date *last, bool *late);
/* Numbers of the roster against the statement; issues for what is too many.                      PROMO-046 */
struct tally { const char *label; int64_t n, most; bool exact; };
struct tallies { struct tally at[4]; int n; };
struct tallies nomination_tally(struct req *, const struct nomination_act *, struct statement *, bool *has_statement);
void nomination_against_quota(struct req *, const struct nomination_act *);

/* ---- pages ---- */

bool nomination_open(struct req *, struct nomination_act *);     /* of the address; false: the refusal is made */
void nominations_get(struct req *);
void nominations_remind(struct req *);
void nomination_get(struct req *);
void nomination_show(struct req *, int status, const struct nomination_act *);
void nomination_import_post(struct req *);
void nomination_act_post(struct req *);
void nomination_rows_get(struct req *);
void nomination_form_get(struct req *);
void nomination_file_get(struct req *);
void nomination_pdf_get(struct req *);
void nomination_compare_get(struct req *);
#endif
