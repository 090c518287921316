/* route.h: what the program answers, one row an address, and every check made before a handler runs.
 *
 * Knows no slice: who is signed in and whether a person lies within an agency it asks through struct web_app. */
#ifndef PEIXUN_ROUTE_H
#define PEIXUN_ROUTE_H

#include <stdbool.h>
#include <stdint.h>

#include "field/field.h"
#include "web/req.h"
#include "web/wire.h"

enum method { GET, POST };

/* path: "/trainees/:trainee/plan-form"; a :word is a number, given in r->id[0…] and checked by app->scope under its name; a *word is one
 * segment of text, in r->word[0…].  The same address with .csv .xlsx .ods .json after it is the same handler with r->as set (lists only).
 * may 0: public. */
struct route {
	enum method method;
	const char *path;
	void (*handle)(struct req *);
	uint64_t may;
	const struct field *takes, *gives;                      /* takes: of a GET, its query; gives: its JSON, of a list each row */
	const char *also;                                       /* members of its JSON beside gives, as schemas: "\"missing\":{…}" */
	const char *type;                                       /* what it gives where that is no page: "application/pdf" */
	const char *const *ticks;                               /* names of further inputs, for the API description; ends with NULL */
	int most;                                               /* rows that one submission may carry; 0: 2,000 */
	uint64_t body;                                          /* largest body in bytes; 0: 1 MiB */
	bool heavy;                                             /* over about 5 ms: answered by a helper process */
	bool list;                                              /* gives files too */
	bool files;                                             /* so does this one, which is no list */
	bool asks;                                              /* a POST that stores nothing: what it carries has no place in an address */
	bool public_post;                                       /* a POST without a session (signing in) */
	bool from_outside;                                      /* of those, one that another house sends: the handler finds out whether it is */
	bool hidden;                                            /* not a page for people: left out of 網站導覽 */
	const char *crumb;                                      /* 「分發人員管理/…」; the last part is the page's name; "//" is a slash of one */
	const char *menu;                                       /* shown under this name in the main menu of who is signed in and may */
	const char *group;                                      /* or in this group of the menu of 終身學習: 「學習資訊維護」 */
	bool while_held;                                        /* also for who has something to see to first (struct who: held) */
	const char *help;
};

/* UNASSIGNED: who asks has some alone.  HIDDEN: 終身學習 does not tell whether there is such a record.                  LEARN-003 */
enum scope { SCOPE_OK, SCOPE_FOREIGN, SCOPE_UNASSIGNED, SCOPE_NONE, SCOPE_HIDDEN };

/* What the program hands to this layer at start. */
struct web_app {
	const struct route *const *routes;                      /* tables, each ending with a path of NULL; ends with NULL */
	const char *const *order;                               /* labels of menus whose order is given; others follow as declared; NULL at the end */
	const char *base;                                       /* "" or "/WebACMS": what stands before every path */
	const char *certificate_base;                           /* https://host:port of the certificate listener, or NULL */
	const char *public_origin;                              /* http(s)://host:port of the pages */
	bool secure;                                            /* cookies only over TLS */
	struct moment (*now)(void);
	/* Who holds this session or API token?  False: nobody (any more). */
	bool (*who_is)(struct req *, const char *token, bool is_api_token, struct who *);
	enum scope (*scope)(struct req *, const char *parameter, int64_t id);
	/* Keeps what was typed into a form whose session has ended; gives the address where it can be sent again, after signing in where
	 * nobody is.  A text of NULL: it can't be kept. */
	struct url (*park)(struct req *);
	const char *(*may_name)(uint64_t may);
	const char *(*no_right)(uint64_t may);                  /* the code of the refusal of who has none of these rights */
	/* Writes a refusal to the audit log, in a transaction of its own. */
	void (*refused)(struct req *, const char *code);
	const char *(*contact)(struct req *, const char *topic);        /* a number to call, "" when there is none */
	struct contact_list *(*contacts)(struct req *);
	const char *db_url;
};

/* The functions of struct wire_app.  web_open makes a worker's connection. */
struct web *web_open(const struct web_app *);
void web_close(struct web *);
struct wire_accept web_accept(void *web, struct arena *, const struct wire_request *);
void web_abandon(void *web);
void web_answer(void *web, struct arena *, const struct wire_request *, struct wire_reply *);
struct db *web_db(struct web *);

/* The rows that stand in the menu of a group (NULL: the main menu), in order; at most `most` of them. */
int route_menu(const struct web_app *, const char *group, const struct route **to, int most);
/* Follows the route table: NULL when no row fits; *other_method when one fits but for the method. */
const struct route *route_find(const struct web_app *, const char *method, const char *path, struct req *, bool *other_method);
#endif
