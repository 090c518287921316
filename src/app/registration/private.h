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

#endif
