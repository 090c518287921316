/* oidc.h: signing in through an outside identity service (ECPA人事服務網) by OpenID Connect, beside the local accounts.
 *
 * Off until the setting oidc.issuer names one.  Authorization code with PKCE, state and nonce (OpenID Connect Core 1.0 §3.1, RFC 7636);
 * the id_token is believed by its RS256 signature alone, with the keys that the service publishes (RFC 7517, RFC 7515).  Nothing is
 * kept here between the two requests: state, nonce and verifier all follow from a secret that the browser's cookie holds.
 *                                                                                                  LEARN-001, LEARN-105 */
#ifndef PEIXUN_OIDC_H
#define PEIXUN_OIDC_H

#include "web/route.h"

extern const struct route oidc_routes[];
#endif
