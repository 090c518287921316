/* random.c: see random.h. */
#include "base/random.h"

#include <sodium.h>
#include <string.h>

#include "base/text.h"

enum { TOKEN_BYTES = 32 };

char *random_token(struct arena *mem)
{
	unsigned char bytes[TOKEN_BYTES];
	size_t room = sodium_base64_ENCODED_LEN(TOKEN_BYTES, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	char *to = arena_get(mem, room);

	randombytes_buf(bytes, sizeof bytes);
	return sodium_bin2base64(to, room, bytes, sizeof bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

char *random_digits(struct arena *mem, int n)
{
	char *to = arena_get(mem, (size_t)n + 1);

	for (int i = 0; i < n; i++)
		to[i] = (char)('0' + randombytes_uniform(10));
	to[n] = '\0';
	return to;
}

char *sha256_hex(struct arena *mem, const void *bytes, size_t n)
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, bytes, n);
	return text_hex(mem, hash, sizeof hash);
}

char *token_hash(struct arena *mem, const char *token)
{
	return sha256_hex(mem, token, strlen(token));
}
