/* private.h: between the files of life/. */
#ifndef PEIXUN_LIFE_PRIVATE_H
#define PEIXUN_LIFE_PRIVATE_H

#include "app/life/life.h"

/* A struct of a field table as a JSON object of texts, and back. */
const char *life_plain(struct arena *, const struct field *, const void *record);
void *life_read(struct arena *, const char *json, const struct field *, size_t size);

const struct life_act *life_act_named(const struct life_kind *, const char *name);     /* NULL: none */

/* A sensitive kind lets in who has the right, and the trainee whom it is about. */
bool life_lets_in(const struct life_kind *, const struct life_who *);
/* May this person see records of the kind (in this state), begin one, do this act now? */
bool life_may_do(const struct life_record *, const struct life_act *, const struct life_who *);
/* The rights of which one is needed to see a record of the kind in this state (NULL: at all). */
uint64_t life_sees(const struct life_kind *, const char *state);
struct life_record *life_find(const struct life *, int64_t id);

/* A case of a record that is there, or (record NULL) of a new one of the kind. */
struct life_case life_case_of(const struct life *, const struct life_kind *, struct life_record *, const struct life_who *, struct issues *);
/* The findings of its review, or of the act's check beside the issues. */
void life_review(struct life_case *);

/* Inside a transaction: the case as it was typed, on a life loaded anew; version: the record as the person saw it. */
int64_t life_do(struct db *, struct life_case *, int64_t version);

/* The notices when an act has led from one station to the next (bits of life_waits), inside the transaction. */
void life_moved(struct db *, struct life_case *, int before, int after);

enum { LIFE_KINDS = 96 };
void life_list_kinds(const struct life_kind *const *);          /* for the list: called by life_kinds */
extern const struct field life_list_fields[], life_list_query[];

struct json;
void life_put_record(struct json *, struct arena *, const struct life_record *);

void life_record_show(struct req *, int status, struct life_case *);
void life_list_get(struct req *);
void life_records_get(struct req *);
#endif
