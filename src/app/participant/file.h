/* file.h: uploads whose rows name a participant of a training and year by 身分證統一編號. */
#ifndef PEIXUN_PARTICIPANT_FILE_H
#define PEIXUN_PARTICIPANT_FILE_H

#include "app/import/import.h"
#include "app/participant/participant.h"

/* Whom a row names; name "": the file does not say it. */
struct participant_named { const char *national_id, *name, *type; int64_t year; };

struct participant_finder {
	/* Of a JSON list of national IDs ($1): national_id, name, type, year and whatever else the kind needs, by national_id. */
	const struct sql *known;
	struct participant_named (*named)(const void *record);
	void *(*found)(struct import *, const struct rows *, int i);    /* what is known, in im->piece: for row->found */
};

/* In judge(): finds what is known of each row's participant (NULL: nobody), all with one statement; complains of who takes no part or has
 * another name.  Rows stand by national_id. */
void participants_find(struct import *, struct import_row *, int n, const struct participant_finder *);

#endif
