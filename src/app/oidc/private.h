/* private.h: what the files of oidc/ share. */
#ifndef PEIXUN_OIDC_PRIVATE_H
#define PEIXUN_OIDC_PRIVATE_H

#include <jansson.h>

#include "base/arena.h"
#include "base/date.h"

/* A GET (body NULL) or a POST of a form; user: "name:password" or NULL.  JSON that hangs on the arena; NULL, with the reason in
 * words for the log. */
json_t *oidc_fetch(struct arena *, const char *address, const char *body, const char *user, const char **why);

/* What the service says of itself (discovery), kept for an hour; NULL: it can't be asked. */
struct oidc_service { const char *issuer, *authorization, *token, *keys; };
const struct oidc_service *oidc_service(struct arena *, struct moment now, const char **why);

/* What an id_token must be for. */
struct oidc_wanted { const char *issuer, *client, *nonce; struct moment now; };
/* The claims of an id_token whose signature one of the keys (a JWK set) verifies and that is meant for us, now; NULL with the reason. */
json_t *oidc_claims(struct arena *, const char *id_token, json_t *keys, const struct oidc_wanted *, const char **why);
/* Has the set a key of the token's kid?  Else it is fetched anew once. */
bool oidc_has_key(struct arena *, const char *id_token, json_t *keys);

char *oidc_base64(struct arena *, const void *bytes, size_t n);         /* base64url without padding */
#endif
