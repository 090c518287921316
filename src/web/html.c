/* html.c: see html.h. */
#include "web/html.h"

#include <stdarg.h>
#include <string.h>

#include "base/log.h"

enum { URL_MOST = 1 << 20 };

struct html *html_new(struct text *to)
{
	struct html *h = arena_get(to->mem, sizeof *h);

	h->to = to;
	return h;
}

struct markup html_done(const struct html *h)
{
	return (struct markup){h->to->at};
}

void html_raw(struct html *h, const char *markup, size_t n)
{
	text_add(h->to, markup, n);
}

/* Which bytes end a run that can be copied as it is: the end, control characters that neither HTML nor XML may hold, and the
 * five of markup. */
static const unsigned char ends_run[256] = {
	[0] = 1, 1, 1, 1, 1, 1, 1, 1, 1, ['\v'] = 1, ['\f'] = 1,
	[14] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, [127] = 1,
	['&'] = 1, ['<'] = 1, ['>'] = 1, ['"'] = 1, ['\''] = 1,
};

static void put_special(struct text *to, char c)
{
	switch (c) {
	case '&':
		text_add(to, "&amp;", 5);
		break;
	case '<':
		text_add(to, "&lt;", 4);
		break;
	case '>':
		text_add(to, "&gt;", 4);
		break;
	case '"':
		text_add(to, "&#34;", 5);
		break;
	case '\'':
		text_add(to, "&#39;", 5);
		break;
	default:
		text_add(to, "\xEF\xBF\xBD", 3);
	}
}

void html_put_text(struct html *h, const char *s)
{
	for (const char *run = s ? s : ""; ; run++) {
		const char *end = run;

		while (!ends_run[(unsigned char)*end])
			end++;
		text_add(h->to, run, (size_t)(end - run));
		if (!*end)
			return;
		put_special(h->to, *end);
		run = end;
	}
}

void html_put_int(struct html *h, long long i)
{
	text_int(h->to, i);
}

void html_put_unsigned(struct html *h, unsigned long long i)
{
	text_print(h->to, "%llu", i);
}

void html_put_date(struct html *h, struct date d)
{
	text_puts(h->to, date_text(h->to->mem, d));
}

void html_put_long_date(struct html *h, struct long_date d)
{
	text_puts(h->to, date_long_text(h->to->mem, d.day));
}

void html_put_moment(struct html *h, struct moment m)
{
	text_puts(h->to, moment_text(h->to->mem, m));
}

void html_put_code(struct html *h, struct code c)
{
	html_put_text(h, c.label);
}

void html_put_url(struct html *h, struct url u)
{
	html_put_text(h, u.text);
}

void html_put_markup(struct html *h, struct markup m)
{
	if (m.text)
		text_puts(h->to, m.text);
}

static void add_byte(struct text *t, unsigned char c)
{
	static const char digit[] = "0123456789ABCDEF";

	text_add(t, (char[]){'%', digit[c >> 4], digit[c & 15]}, 3);
}

static void add_encoded(struct text *t, const char *s)
{
	for (; s && *s; s++) {
		unsigned char c = (unsigned char)*s;

		if ((c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || (c < 128 && strchr("-._~", c)))
			text_char(t, *s);
		else
			add_byte(t, c);
	}
}

/* One conversion: f stands behind the '%'.  Gives the place behind it. */
static const char *add_argument(struct text *t, const char *f, va_list *args)
{
	if (*f == '%')
		text_puts(t, "%25");
	else if (*f == 's')
		add_encoded(t, va_arg(*args, const char *));
	else if (*f == 'd')
		text_int(t, va_arg(*args, int));
	else if (text_starts(f, "ld"))
		text_int(t, va_arg(*args, long)), f++;
	else if (text_starts(f, "lld"))
		text_int(t, va_arg(*args, long long)), f += 2;
	else
		fail("url: %%%c is not a conversion of addresses", *f);
	return f + 1;
}

struct url url_under(struct arena *mem, const char *base, const char *format, va_list args)
{
	struct text t = text_new(mem, URL_MOST);
	va_list own;

	if (!*format || !strchr("/?#", *format) || text_starts(format, "//"))
		fail("url: %s is not an address of this program", format);
	text_puts(&t, base);
	va_copy(own, args);
	for (const char *f = format; *f; ) {
		size_t n = strcspn(f, "%");

		text_add(&t, f, n);
		f += n;
		if (*f)
			f = add_argument(&t, f + 1, &own);
	}
	va_end(own);
	return (struct url){t.at};
}

struct url url(struct arena *mem, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	struct url u = url_under(mem, "", format, args);

	va_end(args);
	return u;
}

char *url_encode(struct arena *mem, const char *text)
{
	struct text t = text_new(mem, URL_MOST);

	add_encoded(&t, text);
	return t.at;
}

struct url url_with(struct arena *mem, struct url u, const char *name, const char *value)
{
	struct text t = text_new(mem, URL_MOST);
	const char *from = u.text ? u.text : "";
	size_t n = strcspn(from, "#");

	text_add(&t, from, n);
	text_char(&t, memchr(from, '?', n) ? '&' : '?');
	add_encoded(&t, name);
	text_char(&t, '=');
	add_encoded(&t, value);
	text_puts(&t, from + n);
	return (struct url){t.at};
}

struct url url_outside(struct arena *mem, const char *text)
{
	struct text t = text_new(mem, URL_MOST);

	if (!text || strlen(text) > URL_MOST / 3 || (strncasecmp(text, "https://", 8) && strncasecmp(text, "http://", 7)))
		return (struct url){NULL};
	for (; *text; text++)
		if ((unsigned char)*text <= ' ' || *text == 127 || *text == '\\')
			add_byte(&t, (unsigned char)*text);
		else
			text_char(&t, *text);
	return (struct url){t.at};
}

struct url url_at(struct arena *mem, const char *origin, struct url u)
{
	struct url at = url_outside(mem, origin);

	return at.text && u.text ? (struct url){arena_print(mem, "%s%s", at.text, u.text)} : (struct url){NULL};
}
