/* packed.h: whole numbers as bytes, seven bits each, small ones of either sign short: for sums that are kept by the thousand. */
#ifndef PEIXUN_PACKED_H
#define PEIXUN_PACKED_H

#include <stddef.h>
#include <stdint.h>

#include "base/log.h"

enum { PACKED_MOST = 10 };                                      /* bytes of one number */

/* How many bytes it took. */
static inline size_t packed_put(unsigned char *to, int64_t number)
{
	uint64_t left = ((uint64_t)number << 1) ^ (uint64_t)(number >> 63);
	size_t n = 0;

	for (; left > 127; left >>= 7)
		to[n++] = (unsigned char)(left | 128);
	to[n++] = (unsigned char)left;
	return n;
}

/* The next one; bytes that end within it are a fault. */
static inline int64_t packed_take(const unsigned char **at, const unsigned char *end)
{
	uint64_t number = 0;

	for (int shift = 0; *at < end && shift < 64; shift += 7) {
		unsigned char byte = *(*at)++;

		number |= (uint64_t)(byte & 127) << shift;
		if (byte < 128)
			return (int64_t)(number >> 1) ^ -(int64_t)(number & 1);
	}
	fail("packed numbers that are cut off");
}

#endif
