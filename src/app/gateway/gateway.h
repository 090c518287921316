/* gateway.h: the payment service behind 「線上繳費」, as an adapter: a browser is sent there with a signed form, the service tells the
 * result from server to server, and can be asked.  What is spoken is 綠界 全方位金流 (AIO): fields with a check value.      ACMS-094
 *
 * Knows no fee, no page and no database: another service is another folder with this header.  Off until it is set (fee.online.*). */
#ifndef PEIXUN_GATEWAY_H
#define PEIXUN_GATEWAY_H

#include "base/arena.h"
#include "base/date.h"
#include "field/field.h"
#include "web/html.h"

/* Fails, with the setting's name, where it is set by halves or wrongly.  Once, at start. */
void gateway_start(void);
bool gateway_on(void);

struct gateway_order {
	const char *number;                                     /* ours, never used before: 20 letters and digits */
	int64_t amount;                                         /* in 元 */
	const char *item;                                       /* what is paid, without a name of a person */
	const char *told_at;                                    /* whole addresses: where the service's server posts the result, */
	const char *result_at, *back_at;                        /* where the browser posts it, and where it may go back to without */
	struct moment made;
};

/* The form that a browser sends to gateway_address(), signed. */
struct pairs gateway_form(struct arena *, const struct gateway_order *);
struct url gateway_address(struct arena *);
/* For the page's Content-Security-Policy: "https://payment.example.tw". */
const char *gateway_origin(struct arena *);

enum gateway_state {
	GATEWAY_OPEN,                                           /* nothing yet, or the bank has not answered */
	GATEWAY_PAID,
	GATEWAY_FAILED,                                         /* it will not come */
};
struct gateway_result {
	const char *number;                                     /* our order's */
	const char *reference;                                  /* the service's own number of the payment */
	const char *method;                                     /* as the service has it: "Credit_CreditCard" */
	const char *code;                                       /* why not, as the service has it */
	int64_t amount;
	struct moment paid;                                     /* never: not said */
	enum gateway_state state;
	bool simulated;                                         /* pressed by the operator for a trial: no money */
};

enum gateway_trust {
	GATEWAY_GENUINE,
	GATEWAY_BROKEN,                                         /* not what the service sends */
	GATEWAY_FORGED,                                         /* the check value is not that of these fields */
	GATEWAY_FOREIGN,                                        /* of another merchant */
};

/* What somebody says is the result of an order.  Only of GATEWAY_GENUINE is *result worth anything; otherwise it may hold the number. */
enum gateway_trust gateway_told(struct arena *, const struct pairs *, struct gateway_result *);

/* Asks the service, which answers within 20 s or not at all.  NULL: *result is genuine; else what went wrong, without secrets. */
const char *gateway_ask(struct arena *, const char *number, struct moment now, struct gateway_result *);

/* ---- the check value, for the two above and its test ---- */

/* The text that is hashed: pairs by name without regard to capitals, key and iv around, encoded as .NET does, in small letters.
 * A pair named CheckMacValue is left out. */
char *check_value_text(struct arena *, const struct pairs *, const char *key, const char *iv);
/* 64 capital hexadecimal digits of its SHA-256. */
char *check_value(struct arena *, const struct pairs *, const char *key, const char *iv);
#endif
