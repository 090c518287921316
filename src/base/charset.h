/* charset.h: bytes of files to UTF-8 and back.  Knows nothing of cells or rows.               LEARN-019
 *
 * Big5 is code page 950 as Windows writes it, with the user-defined codes (造字) as private-use characters.  The tables
 * are generated from ICU's windows-950 when the program is built. */
#ifndef PEIXUN_CHARSET_H
#define PEIXUN_CHARSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

enum charset { CHARSET_UNKNOWN, CHARSET_UTF8, CHARSET_UTF8_BOM, CHARSET_UTF16LE, CHARSET_UTF16BE, CHARSET_CP950 };

const char *charset_label(enum charset);                        /* as shown to people: "Big5（CP950）"; "" for unknown */

/* Decides what a file is from all its bytes, block by block: a byte order mark counts; else strictly valid UTF-8; else CP950
 * when every byte pair decodes.  Start with {0}, or with .only set to CHARSET_UTF8 or CHARSET_CP950 when a person said which it
 * is.  A NUL character is never text. */
struct charset_probe {
	enum charset only;
	uint64_t seen;                                          /* bytes so far */
	unsigned char head[3];
	struct charset_check { bool bad, private_use; uint64_t bad_at; int left; uint32_t part, least, most; } utf8, other;
};
void charset_probe_add(struct charset_probe *, const void *bytes, size_t n);

/* CHARSET_UNKNOWN: *bad_at is the byte (0 is the first) where the best candidate broke.  *private_use: 造字 or another private character. */
enum charset charset_probe_end(struct charset_probe *, uint64_t *bad_at, bool *private_use);

/* Decodes block by block to UTF-8 without the byte order mark; a character may lie across two blocks.  `to` has room for
 * CHARSET_ROOM(n) bytes; gives the number written.  The probe has passed the same bytes: what does not decode is a fault. */
#define CHARSET_ROOM(n) ((n) + (n) / 2 + 8)
struct charset_decoder { enum charset from; bool begun; int held; unsigned char part[4]; };
size_t charset_decode(struct charset_decoder *, const void *bytes, size_t n, char *to);

/* Adds UTF-8 text to `to` in another charset (never a byte order mark).  False: the character at byte `at` of the text can't be
 * written there, and `to` holds what came before it. */
struct charset_lost { uint32_t character; size_t at; };
bool charset_encode(enum charset, const char *text, size_t n, struct text *to, struct charset_lost *);

bool charset_private(uint32_t character);
bool text_has_private(const char *text, size_t n);              /* valid UTF-8 that holds a private-use character */
#endif
