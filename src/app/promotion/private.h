/* private.h: what the files of promotion/ share. */
#ifndef PEIXUN_PROMOTION_PRIVATE_H
#define PEIXUN_PROMOTION_PRIVATE_H

#include "app/promotion/promotion.h"
#include "web/list.h"

/* A decimal of at most so many places, 0 to `most`, a % behind it or not, into the form it is kept in (all places); an issue otherwise. */
bool decimal_field(struct req *, const char *field, const char **value, int places, int64_t most);

extern const struct field share_fields[], selector_fields[], past_fields[], faq_fields[], share_query[], past_query[];

void callups_get(struct req *);
void callup_new_get(struct req *);
void callup_new_post(struct req *);
void callup_get(struct req *);
void callup_post(struct req *);
void shares_get(struct req *);
void share_new_get(struct req *);
void share_new_post(struct req *);
void share_get(struct req *);
void share_post(struct req *);
void selectors_get(struct req *);
void selector_new_get(struct req *);
void selector_new_post(struct req *);
void selector_get(struct req *);
void selector_post(struct req *);
void pasts_get(struct req *);
void past_new_get(struct req *);
void past_new_post(struct req *);
void past_get(struct req *);
void past_post(struct req *);
void past_remove_post(struct req *);
void parameters_get(struct req *);
void faqs_get(struct req *);
void faq_get(struct req *);
void faq_post(struct req *);
#endif
