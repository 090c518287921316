/* token.c: whether an id_token is to be believed.  Knows no net and no database. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <sodium.h>
#include <string.h>

#include "app/oidc/private.h"
#include "base/text.h"

enum { TOKEN_MOST = 1 << 15, CLOCKS_APART = 60 };

static void let_go(void *json)
{
	json_decref(json);
}

char *oidc_base64(struct arena *mem, const void *bytes, size_t n)
{
	size_t most = sodium_base64_encoded_len(n, sodium_base64_VARIANT_URLSAFE_NO_PADDING);

	return sodium_bin2base64(arena_get(mem, most), most, bytes, n, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

/* False: it is no base64url. */
static bool decode(struct arena *mem, const char *text, size_t n, gnutls_datum_t *to)
{
	size_t size = 0;

	to->data = arena_get(mem, n + 1);
	if (sodium_base642bin(to->data, n + 1, text, n, NULL, &size, NULL, sodium_base64_VARIANT_URLSAFE_NO_PADDING))
		return false;
	to->data[size] = 0;
	to->size = (unsigned)size;
	return true;
}

struct parts { json_t *header, *claims; gnutls_datum_t signed_text, signature; };

static json_t *object_of(struct arena *mem, const char *text, size_t n)
{
	gnutls_datum_t bytes;
	json_t *json = decode(mem, text, n, &bytes) ? json_loadb((char *)bytes.data, bytes.size, JSON_REJECT_DUPLICATES, NULL) : NULL;

	if (json)
		arena_defer(mem, let_go, json);
	return json_is_object(json) ? json : NULL;
}

static bool take_apart(struct arena *mem, const char *token, struct parts *to)
{
	const char *first = strchr(token, '.'), *second = first ? strchr(first + 1, '.') : NULL;

	if (!second || strchr(second + 1, '.') || strlen(token) > TOKEN_MOST)
		return false;
	to->header = object_of(mem, token, (size_t)(first - token));
	to->claims = object_of(mem, first + 1, (size_t)(second - first - 1));
	to->signed_text = (gnutls_datum_t){(unsigned char *)arena_text(mem, token), (unsigned)(second - token)};
	return to->header && to->claims && decode(mem, second + 1, strlen(second + 1), &to->signature);
}

static const char *text_of(json_t *object, const char *name)
{
	const char *value = json_string_value(json_object_get(object, name));

	return value ? value : "";
}

/* The RSA key of this kid for signatures; a set of one key needs no kid. */
static json_t *key_of(json_t *keys, json_t *header)
{
	json_t *all = json_object_get(keys, "keys"), *key;
	const char *kid = text_of(header, "kid");
	size_t i;

	json_array_foreach(all, i, key) {
		bool fits = *kid ? text_is(text_of(key, "kid"), kid) : json_array_size(all) == 1;

		if (fits && text_is(text_of(key, "kty"), "RSA") && !text_is(text_of(key, "use"), "enc"))
			return key;
	}
	return NULL;
}

bool oidc_has_key(struct arena *mem, const char *token, json_t *keys)
{
	struct parts p;

	return take_apart(mem, token, &p) && key_of(keys, p.header);
}

static bool signature_fits(struct arena *mem, const struct parts *p, json_t *key)
{
	const char *n = text_of(key, "n"), *e = text_of(key, "e");
	gnutls_datum_t modulus, exponent;
	gnutls_pubkey_t public;
	bool fits = false;

	if (!decode(mem, n, strlen(n), &modulus) || !decode(mem, e, strlen(e), &exponent) || gnutls_pubkey_init(&public))
		return false;
	if (!gnutls_pubkey_import_rsa_raw(public, &modulus, &exponent))
		fits = gnutls_pubkey_verify_data2(public, GNUTLS_SIGN_RSA_SHA256, 0, &p->signed_text, &p->signature) >= 0;
	gnutls_pubkey_deinit(public);
	return fits;
}

/* aud is one name, or several, of which azp then says who asked. */
static bool meant_for(json_t *claims, const char *client)
{
	json_t *aud = json_object_get(claims, "aud"), *one;
	bool found = false;
	size_t i;

	if (json_is_string(aud))
		return text_is(json_string_value(aud), client);
	json_array_foreach(aud, i, one)
		found |= json_is_string(one) && text_is(json_string_value(one), client);
	return found && (json_array_size(aud) == 1 || text_is(text_of(claims, "azp"), client));
}

static const char *wrong_with(json_t *claims, const struct oidc_wanted *w)
{
	if (!text_is(text_of(claims, "iss"), w->issuer))
		return "iss";
	if (!meant_for(claims, w->client))
		return "aud";
	if (json_integer_value(json_object_get(claims, "exp")) + CLOCKS_APART <= w->now.seconds)
		return "exp";
	if (json_integer_value(json_object_get(claims, "iat")) > w->now.seconds + CLOCKS_APART)
		return "iat";
	if (!text_is(text_of(claims, "nonce"), w->nonce))
		return "nonce";
	return *text_of(claims, "sub") ? NULL : "sub";
}

json_t *oidc_claims(struct arena *mem, const char *token, json_t *keys, const struct oidc_wanted *wanted, const char **why)
{
	struct parts p;

	*why = "token";
	if (!take_apart(mem, token, &p))
		return NULL;
	*why = "alg";
	if (!text_is(text_of(p.header, "alg"), "RS256") || json_object_get(p.header, "crit"))
		return NULL;
	json_t *key = key_of(keys, p.header);

	*why = key ? "signature" : "kid";
	if (!key || !signature_fits(mem, &p, key))
		return NULL;
	*why = wrong_with(p.claims, wanted);
	return *why ? NULL : p.claims;
}
