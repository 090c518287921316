/* text.h: growing buffers and UTF-8 text.  Text is UTF-8 everywhere inside; files of other encodings are decoded at the door. */
#ifndef PEIXUN_TEXT_H
#define PEIXUN_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* A buffer that grows in its arena up to `most` bytes; past that is a fault.  at[n] is always NUL. */
struct text {
	char *at;
	size_t n, room, most;
	struct arena *mem;
};

struct text text_new(struct arena *, size_t most);
void text_add(struct text *, const char *bytes, size_t n);
void text_puts(struct text *, const char *);
void text_char(struct text *, char);
void text_int(struct text *, int64_t);
void text_print(struct text *, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_vprint(struct text *, const char *format, va_list);
/* A printf format's ready room: at least n bytes free at the end; the caller adds to t->n what it wrote. */
char *text_room(struct text *, size_t n);

bool text_is(const char *, const char *);                       /* equal; two NULLs are equal */
bool text_starts(const char *, const char *start);
bool text_ends(const char *, const char *end);

/* The next character and its length in bytes (1…4); an invalid byte gives U+FFFD and 1.  *n is 0 at the end. */
uint32_t utf8_next(const char *at, const char *end, int *n);
bool utf8_valid(const char *, size_t n);                        /* strict: no surrogates, no overlong forms */
size_t utf8_length(const char *);                               /* characters */
int utf8_put(char to[4], uint32_t character);                   /* bytes written */

/* What a form or file brings, made comparable: U+FF01…FF5E to ASCII and U+3000 to a blank; blanks at both ends cut off.
 * text_upper also makes ASCII letters capital.  Personal names are never folded (they are stored as they came). */
char *text_fold(struct arena *, const char *);
char *text_upper(struct arena *, const char *);
char *text_trim(struct arena *, const char *);                  /* ASCII and ideographic blanks at both ends, nothing else */

/* What finds it anywhere in a column, by LIKE … ESCAPE '!': folded and in capitals, "" as "%".                       LEARN-005 */
char *text_like(struct arena *, const char *);

/* The next of the words that people list, between blanks, line ends, commas, 、 and semicolons, narrow or wide; "" after the last. */
char *text_word(struct arena *, const char **at);

/* "A123456789" as "A12****789"; "王小明" as "王○明", "王明" as "王○". */
char *mask_id(struct arena *, const char *national_id);
char *mask_name(struct arena *, const char *name);

/* The whole text as a number in [least, most]; false when it is not one. */
bool text_to_int(const char *, int64_t least, int64_t most, int64_t *to);

/* A number from 0 below 10^16 as papers about money write it: 500 is 伍佰, 10050 is 壹萬零伍拾. */
char *text_capitals(struct arena *, int64_t);

/* Lower-case hexadecimal of n bytes, 2n characters and NUL. */
char *text_hex(struct arena *, const void *bytes, size_t n);
#endif
