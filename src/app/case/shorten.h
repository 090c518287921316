/* shorten.h: 縮短實務訓練 as its form sees it; private to case/. */
#ifndef PEIXUN_CASE_SHORTEN_H
#define PEIXUN_CASE_SHORTEN_H

#include "app/case/private.h"

struct service {
	const char *agency, *title, *series, *work, *recognised, *recognised_by;
	struct date from, to, recognised_on;
	int64_t grade, range_min, range_max, equivalent;
	bool certificate;
};
struct recognise { const char *series, *document; struct date decided; };
struct shorten { struct date filed, arrived; struct code channel, meets; const char *work; struct code differs; };
struct shorten_review { struct code meets; bool confirmed; const char *note; };

/* Inside the transaction in which the first attempt begins.  False: nothing was approved before it. */
bool shorten_follows(struct db *, int64_t admission, const struct training_news *);
const char *const *shorten_draw(struct pdf *, const struct life_case *);
#endif
