/* password.c: the 檔案密碼: made, and kept so that the database alone does not tell it. */
#include <sodium.h>
#include <string.h>

#include "app/audit/audit.h"
#include "app/download/private.h"
#include "base/log.h"
#include "base/text.h"

enum { LENGTH = 12 };

/* Without 0 O 1 l I. */
static const char letters[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

char *password_make(struct arena *mem)
{
	char *to = arena_get(mem, LENGTH + 1);

	if (sodium_init() < 0)
		fail("libsodium does not start");
	for (int i = 0; i < LENGTH; i++)
		to[i] = letters[randombytes_uniform(sizeof letters - 1)];
	return to;
}

struct bytes password_seal(struct db *db, struct arena *mem, const char *password)
{
	size_t n = strlen(password);
	unsigned char key[AUDIT_KEY], *to = arena_get(mem, crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + n);

	_Static_assert(AUDIT_KEY == crypto_secretbox_KEYBYTES, "a key of another length");
	audit_key_for(db, "download.password", key);
	randombytes_buf(to, crypto_secretbox_NONCEBYTES);
	crypto_secretbox_easy(to + crypto_secretbox_NONCEBYTES, (const unsigned char *)password, n, to, key);
	sodium_memzero(key, sizeof key);
	return (struct bytes){to, crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + n};
}

const char *password_open(struct db *db, struct arena *mem, struct bytes sealed)
{
	const unsigned char *from = sealed.at;
	size_t head = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
	unsigned char key[AUDIT_KEY], *to = arena_get(mem, sealed.n + 1);

	if (sealed.n < head)
		return "";
	audit_key_for(db, "download.password", key);
	int wrong = crypto_secretbox_open_easy(to, from + crypto_secretbox_NONCEBYTES, sealed.n - crypto_secretbox_NONCEBYTES, from, key);

	sodium_memzero(key, sizeof key);
	if (wrong)
		return "";
	to[sealed.n - head] = '\0';
	return (const char *)to;
}
