/* req.h: one request as a handler sees it, and the replies that it can give.
 *
 * A handler does load → merge → save → reply, straight through. */
#ifndef PEIXUN_REQ_H
#define PEIXUN_REQ_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "db/db.h"
#include "field/field.h"
#include "web/html.h"
#include "web/wire.h"

struct route;
struct web_app;

struct who {
	int64_t account, agency, session;                       /* session: 0 for an API token */
	int64_t person;                                         /* a trainee without an account, who sees the own records alone; else 0 */
	int64_t learner;                                        /* the person whom the account belongs to; 0: not known */
	const char *account_name, *full_name, *agency_code, *agency_name, *role, *role_label, *form_token;
	uint64_t may;
	bool all_agencies, by_certificate, by_api_token;
	bool elsewhere;                                         /* has another agency to act for (兼辦) */
	bool from_outside;                                      /* an outside identity service knows this account */
	/* The message why nothing else is to be done before this page (held_at) was seen to; NULL: nothing holds. */
	const char *held, *held_at;
	bool own_trainees;                                      /* sees the trainees alone for whom the account was named */
};

enum format { AS_PAGE, AS_CSV, AS_XLSX, AS_ODS, AS_JSON };

/* A file that came with a form; fd is -1 and name "" when none did. */
struct upload { const char *name; int fd; uint64_t size; };

enum { REQ_IDS = 4 };

struct req {
	struct db *db;
	struct arena *mem;
	const struct web_app *app;
	const struct route *route;
	const struct wire_request *wire;
	struct wire_reply *out;
	const struct who *who;                                  /* NULL: nobody is signed in */
	struct moment now;
	struct date today;
	int64_t id[REQ_IDS];
	const char *word[REQ_IDS];
	const char *path;                                       /* decoded, without base and without .csv */
	struct pairs query, form;
	struct upload file;
	enum format as;
	bool json;                                              /* answers in JSON */
	bool json_in;                                           /* came as JSON: days are ISO */
	struct issues issues;
	struct html *html;                                      /* NULL: no page is open */
	const struct layout *layout;                            /* what is around the open page */
	const char *crumb;                                      /* where the page is, instead of what its route says; set before it is opened */
	const char *title, *note;                               /* note: what the last act said, shown once */
	bool refresh;                                           /* comes anew every 5 seconds where no script runs; set before it is opened */
	const char *form_to;                                    /* "https://host": a form of the open page goes there; NULL: to us alone */
	struct url done;                                        /* where a one-time form leads; see req_tx */
};

static inline enum field_style req_style(const struct req *r)
{
	return r->json_in ? STRICT : TYPED;
}

/* The agency that a statement is bound to: 0 for those who may see all. */
static inline int64_t req_agency(const struct req *r)
{
	return r->who->all_agencies ? 0 : r->who->agency;
}

/* The same for a list, as two values: a statement says FROM agency g CROSS JOIN x WHERE g.id BETWEEN $1 AND $2 AND x.agency = g.id,
 * which both engines answer from an index whether it is one agency or all (IN and OR are not). */
#define REQ_AGENCIES(r) A(req_agency(r)), A(req_agency(r) ? req_agency(r) : INT64_MAX)

bool req_may(const struct req *, uint64_t may);
const char *req_cookie(const struct req *, const char *name);   /* NULL when absent */
const char *req_form(const struct req *, const char *name);     /* trimmed, "" when absent */
const char *req_query(const struct req *, const char *name);
int64_t req_query_int(const struct req *, const char *name, int64_t least, int64_t most, int64_t otherwise);
bool req_date(struct req *, const char *name, const char *label, bool need, struct date *to);   /* of the form; notes issues */
/* The ids ticked: name=1&name=2 or 1,2; the number; notes ERR_TOO_MANY above `most`. */
int req_ticks(struct req *, const char *name, int most, int64_t **ids);

/* One transaction that a second press of the same form does not repeat.  work sets r->done, the address that the act leads to.
 * REQ_AGAIN: the form had been used; r->done is the first one's address. */
enum req_outcome { REQ_OK, REQ_UNDONE, REQ_AGAIN };
enum req_outcome req_tx(struct req *, void (*work)(struct db *, void *), void *with);
/* The same as a db_tx_crowd. */
enum req_outcome req_tx_crowd(struct req *, void (*work)(struct db *, void *), void *with);

/* Has this form been used?  Then r->done is where it led.  Asked before a POST's handler, whose own checks would find what the
 * first press did and complain of it. */
bool req_used(struct req *);
void req_sweep(struct db *, struct moment before);              /* inside a transaction: older one-time forms and notes go */

/* An address of ours: base path included, every %s escaped. */
struct url req_url(const struct req *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Opens a page with the layout; the router closes it. */
struct html *reply_page(struct req *, int status, const char *title);
/* After an act: 303 to the address with a note to be shown there; in JSON 200 with both. */
void reply_see(struct req *, struct url, const char *note);
/* A refusal: a page (or JSON) with the message; logged when it is a 403. */
#define reply_refuse(r, status, ...) reply_refusal((r), (status), (const char *const[]){__VA_ARGS__, NULL})
void reply_refusal(struct req *, int status, const char *const *code_and_values);
/* The issues alone: 422 JSON for JSON callers.  True when that was the answer; a page must draw them otherwise. */
bool reply_issues(struct req *);
bool reply_issues_as(struct req *, int status);                 /* where the page has another status than 422 */
void reply_json(struct req *, int status, struct text);
/* One record as a JSON object: every field that is not MARK. */
void reply_record(struct req *, const struct field *, const void *record);
/* A file to be saved: fd is closed after sending. */
void reply_file(struct req *, const char *type, const char *name, int fd, uint64_t size);
void reply_bytes(struct req *, int status, const char *type, const char *bytes, size_t n);
void reply_header(struct req *, const char *name, const char *value);
#endif
