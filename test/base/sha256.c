/* The hash under which files are stored, by the examples of FIPS 180-2. */
#include "base/sha256.h"
#include "base/text.h"
#include "test/tap.h"

static const char *hash_of(struct arena *mem, const char *text, size_t piece)
{
	struct sha256 *s = sha256_new(mem);
	unsigned char hash[SHA256_BYTES];

	for (size_t n = strlen(text), at = 0; at < n; at += piece)
		sha256_add(s, text + at, n - at < piece ? n - at : piece);
	sha256_end(s, hash);
	return text_hex(mem, hash, sizeof hash);
}

int main(void)
{
	struct arena *mem = arena_new(1 << 16);
	const char *two_blocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

	same(hash_of(mem, "", 1), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "of nothing");
	same(hash_of(mem, "abc", 8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "of one block");
	same(hash_of(mem, two_blocks, 64), "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1", "of two blocks");
	same(hash_of(mem, two_blocks, 5), hash_of(mem, two_blocks, 64), "however it is cut");
	sha256_new(mem);                                        /* given up: goes with its arena */
	arena_free(mem);
	return tap_end();
}
