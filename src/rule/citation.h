/* citation.h: points of a plan as the documents number them ("十九(二)2(5)") and in words (第19點第2款第2目之5).   PLAN-006 */
#ifndef PEIXUN_CITATION_H
#define PEIXUN_CITATION_H

#include "base/arena.h"

/* In words.  An annex ("附件5填表說明一", "附表") is in words already.  NULL: not a point. */
const char *point_words(struct arena *, const char *point);

#endif
