/* private.h: what the files of gender/ share. */
#ifndef PEIXUN_GENDER_PRIVATE_H
#define PEIXUN_GENDER_PRIVATE_H

#include "app/gender/gender.h"
#include "app/gender/view.h"

enum { GENDER_FIRST_YEAR = 80, GENDER_LAST_YEAR = 999 };
int64_t gender_year(struct req *);                              /* that is asked for, else that of the newest round */
extern const char *const gender_line_names[GENDER_LINES + 1];   /* the last: 合計 */
/* 「50.00」 of a part and a whole; 「—」 of nothing.                                                               LEARN-040 */
const char *gender_share(struct arena *, int64_t part, int64_t whole);
const char *gender_mean(struct arena *, int64_t sum, int64_t n);
/* The day the roster is of: the year's last, or today when that is earlier.                                      LEARN-037 */
struct date gender_as_of(int64_t year, struct date today);
/* What a form's stored state is to people, by the roster and 總處's list, and the clock.                              SM-7 */
struct code gender_state(const char *stored, bool needed, struct date deadline, struct date today);
void gender_form_get(struct req *);
void gender_form_post(struct req *);
void gender_round_get(struct req *);
void gender_round_post(struct req *);
void gender_reopen_post(struct req *);
extern const struct field gender_round_fields[], gender_reopen_fields[];
#endif
