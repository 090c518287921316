/* learner.h: 民間機構學習時數: what a 學員 has learnt at a private institution, reported by the 學員 with a proof; it counts when the
 * own agency has reviewed it.  Knows no review.                                                               LEARN-546 */
#ifndef PEIXUN_LEARNER_H
#define PEIXUN_LEARNER_H

#include "web/route.h"

extern const struct route learner_routes[];

#endif
