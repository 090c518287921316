/* Any bytes as a text file: what is taken decodes to valid UTF-8, the same in pieces of any size.          LEARN-019 */
#include "base/charset.h"

#include <string.h>

#include "test/fuzz/fuzz.h"

static enum charset probe(const char *bytes, size_t n, size_t step, uint64_t *bad_at, bool *private_use)
{
	struct charset_probe p = {0};

	for (size_t at = 0; at < n; at += step)
		charset_probe_add(&p, bytes + at, step < n - at ? step : n - at);
	return charset_probe_end(&p, bad_at, private_use);
}

static size_t decode(enum charset from, const char *bytes, size_t n, size_t step, char *to)
{
	struct charset_decoder d = {.from = from};
	size_t used = 0;

	for (size_t at = 0; at < n; at += step)
		used += charset_decode(&d, bytes + at, step < n - at ? step : n - at, to + used);
	return used;
}

static void fuzz(struct arena *mem, const char *bytes, size_t n)
{
	uint64_t bad[2] = {0, 0};
	bool private_use[2] = {false, false};
	size_t step = n ? (unsigned char)bytes[n - 1] % 7 + 1 : 1;
	enum charset whole = probe(bytes, n, n + 1, &bad[0], &private_use[0]);

	PROMISE(whole == probe(bytes, n, step, &bad[1], &private_use[1]));
	if (whole == CHARSET_UNKNOWN) {
		PROMISE(bad[0] == bad[1] && bad[0] < n);
		return;
	}
	PROMISE(private_use[0] == private_use[1]);
	char *a = arena_get(mem, 2 * n + 64 + 16 * n), *b = arena_get(mem, 2 * n + 64 + 16 * n);
	size_t had = decode(whole, bytes, n, n + 1, a);

	PROMISE(had == decode(whole, bytes, n, step, b) && !memcmp(a, b, had));
	PROMISE(utf8_valid(a, had) && text_has_private(a, had) == private_use[0]);
}

FUZZ_MAIN("charset")
