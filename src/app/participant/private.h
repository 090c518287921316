/* private.h: what the files of participant/ share. */
#ifndef PEIXUN_PARTICIPANT_PRIVATE_H
#define PEIXUN_PARTICIPANT_PRIVATE_H

#include "app/participant/participant.h"

/* The row of what happened, and that of the audit log; was "": a beginning. */
void participant_event_keep(struct db *, const struct participant *, const char *was, const struct participant_news *);
#endif
