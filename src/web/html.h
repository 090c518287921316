/* html.h: what templates are made of: literal markup, values escaped by their type, and URLs.
 *
 * Pages are written in templates only (*.html, *.xml; see tools/tplc.c), whose compiler checks the place of every value.
 * One escape for & < > " ' is then right everywhere, in text and in quoted attributes.  Knows no page and no request. */
#ifndef PEIXUN_HTML_H
#define PEIXUN_HTML_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/code.h"
#include "base/date.h"
#include "base/text.h"

/* A page being written: it grows at the end of a text, whose ceiling is the page's. */
struct html { struct text *to; };

/* Text that is markup already.  Only html_done() makes it. */
struct markup { const char *text; };

/* An address, safe in href, src, action, hx-get ….  Only the functions below make it.  NULL prints nothing. */
struct url { const char *text; };

struct html *html_new(struct text *to);

/* What was written so far, to be put inside another page (a layout).  It lives as long as the text's arena, but writing on
 * may move it: take it when the inner page is complete. */
struct markup html_done(const struct html *);

/* The bytes as they are.  Called by generated code with the template's own literals. */
void html_raw(struct html *, const char *markup, size_t n);

/* {{ x }}: escaped and printed according to the type of x.  A type without a row here does not compile: there is none for
 * bool, char, fractions, pointers to data and enumerations (print the label of the code instead). */
#define html_put(h, x) do { \
	__auto_type html_value = (x); \
	(void)HTML_NO_ENUM_CHECK(html_value); \
	_Generic(html_value, \
		char *: html_put_text, const char *: html_put_text, \
		int: html_put_int, long: html_put_int, long long: html_put_int, \
		unsigned: html_put_unsigned, unsigned long: html_put_unsigned, unsigned long long: html_put_unsigned, \
		struct date: html_put_date, struct long_date: html_put_long_date, struct moment: html_put_moment, \
		struct code: html_put_code, struct url: html_put_url, struct markup: html_put_markup)((h), html_value); \
} while (0)

void html_put_text(struct html *, const char *);                /* NULL is ""; control characters become U+FFFD */
void html_put_int(struct html *, long long);
void html_put_unsigned(struct html *, unsigned long long);
void html_put_date(struct html *, struct date);                 /* 113/08/01 */
void html_put_long_date(struct html *, struct long_date);       /* 113年8月1日 */
void html_put_moment(struct html *, struct moment);             /* 113/08/01 09:30 */
void html_put_code(struct html *, struct code);                 /* its label */
void html_put_url(struct html *, struct url);                   /* as escaped text */
void html_put_markup(struct html *, struct markup);

/* In href and the like: only a struct url compiles. */
static inline void html_url(struct html *h, struct url u) { html_put_url(h, u); }

/* To _Generic an enumeration is the integer it is stored in; -Wenum-compare (in -Wall) can tell.  Never evaluated. */
enum this_is_an_enumeration { HTML_NO_ENUMERATION = -1 };
#define HTML_NO_ENUM_CHECK(x) \
	sizeof(_Generic((x), int: (x), unsigned: (x), default: 0) == (enum this_is_an_enumeration)0)

/* An address of this program, from a printf format that knows %s %d %ld %lld and %% only; what %s brings is percent-encoded
 * whole (a path segment, or a value of the query).  The format is a literal that begins with '/', '?' or '#'; anything else
 * is a fault.
 *	url(mem, "/trainees/%lld?q=%s", id, name) */
struct url url(struct arena *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same with `base` before it: what stands before every path of this installation, "" or "/WebACMS". */
struct url url_under(struct arena *, const char *base, const char *format, va_list) __attribute__((format(printf, 3, 0)));

/* One value percent-encoded, for headers and cookies. */
char *url_encode(struct arena *, const char *text);

/* The same address with one more name=value of the query, both encoded; before a '#' when there is one. */
struct url url_with(struct arena *, struct url, const char *name, const char *value);

/* Somebody else's address, as stored data has it: http://… and https://… are taken (with blanks and control characters
 * encoded), everything else, javascript: above all, gives {NULL}. */
struct url url_outside(struct arena *, const char *text);

/* The whole address, for mails and calendars: the origin is a setting, "https://training.example.gov.tw". */
struct url url_at(struct arena *, const char *origin, struct url);

#endif
