/* fact_quick.h: the usual input, read straight into its struct: no tree between.
 *
 * Private to decide.c.  It takes less than JSON: whatever is unusual (an escape in a text, a key twice, an unknown one, a wrong value,
 * a day out of range) is left to the reader of fact.h, which also finds the words for what is wrong.  What it takes, it takes alike. */
#ifndef PEIXUN_FACT_QUICK_H
#define PEIXUN_FACT_QUICK_H

#include "rule/fact.h"

/* Lays one JSON object over a zeroed struct.  plan: where the text of the key "plan" is put; NULL: there is no such key.
 * False: to be read the long way; *to may hold a part then. */
bool facts_read_quickly(struct arena *, const char *json, size_t n, const struct fact *, const char **plan, void *to);

#endif
