/* trade.h: orders of 線上繳費 and what became of them: from a person's choice to money that is booked.  Knows no page.  Private to fee/.
 *
 * An order is booked once, by whoever brings the result: the service's notice or our question.                ACMS-094 ACMS-096 */
#ifndef PEIXUN_TRADE_H
#define PEIXUN_TRADE_H

#include "app/fee/private.h"
#include "app/gateway/gateway.h"
#include "job/job.h"

enum { TRADE_MINUTES = 30 };                                    /* so long nothing else is offered for what is being paid online */

enum trade_state { TRADE_OPEN, TRADE_PAID, TRADE_FAILED, TRADE_CANCELLED, TRADE_WRONG };

struct trade_line { int64_t admission, amount; const char *name, *exam, *slip; bool paid; };
struct trade_lines { struct trade_line *at; int n; };
struct trade {
	int64_t id, amount;
	const char *number, *code, *reference;                  /* reference: the service's; "" before it is paid */
	enum trade_state state;
	struct moment made, ended;
	struct trade_lines lines;                               /* paid: by this order */
};

/* Is it offered for this certificate today?                                                         ACMS-094 */
bool trade_offered(const struct due *, struct date today);
/* Inside a transaction: an order for these, open.  False: one of them is under way already; the transaction is undone. */
bool trade_start(struct db *, struct arena *, const struct dues *, struct moment now, struct trade *);
bool trade_find(struct db *, struct arena *, const char *number, struct trade *);
/* Inside a transaction: nothing was paid and its owner has changed his mind.  What comes all the same is booked. */
bool trade_cancel(struct db *, struct arena *, const char *number, struct moment now);

/* What a genuine result did.  SETTLED: booked, or handed to 保訓會 where it could not be; AGAIN: it was known; NOTED: no money;
 * UNKNOWN: no such order; AMOUNT: not the order's: nothing is paid with it, 保訓會 has it on the list. */
enum trade_settled { TRADE_SETTLED, TRADE_AGAIN, TRADE_NOTED, TRADE_UNKNOWN, TRADE_AMOUNT };
/* Inside a transaction. */
enum trade_settled trade_settle(struct db *, struct arena *, const struct gateway_result *, struct moment now);
#endif
