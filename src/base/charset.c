/* charset.c: see charset.h.  The checks are small state machines, so that a block may end anywhere. */
#include "base/charset.h"

#include <string.h>

#include "base/log.h"

extern const uint16_t cp950_decode[126 * 157], cp950_encode[65536];     /* build/gen/cp950_table.c, by tools/cp950.c */

const char *charset_label(enum charset c)
{
	static const char *const labels[] = {
		[CHARSET_UNKNOWN] = "", [CHARSET_UTF8] = "UTF-8", [CHARSET_UTF8_BOM] = "UTF-8（BOM）",
		[CHARSET_UTF16LE] = "UTF-16LE", [CHARSET_UTF16BE] = "UTF-16BE", [CHARSET_CP950] = "Big5（CP950）",
	};

	return labels[c];
}

bool charset_private(uint32_t c)
{
	return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

bool text_has_private(const char *text, size_t n)
{
	const unsigned char *at = (const unsigned char *)text, *end = at + n;

	for (; at < end; at++) {
		if (*at < 0xEE)
			continue;
		if (*at == 0xEE || *at == 0xF4 || (*at == 0xEF && at[1] < 0xA4) || (*at == 0xF3 && at[1] >= 0xB0))
			return true;
	}
	return false;
}

/* The character of a byte pair, 0 for none. */
static uint32_t cp950_pair(unsigned lead, unsigned trail)
{
	if (lead < 0x81 || lead > 0xFE || trail < 0x40 || (trail > 0x7E && trail < 0xA1) || trail > 0xFE)
		return 0;
	return cp950_decode[(lead - 0x81) * 157 + (trail < 0x7F ? trail - 0x40 : trail - 0xA1 + 63)];
}

static bool broken(struct charset_check *c, uint64_t at)
{
	c->bad = true;
	c->bad_at = at;
	return false;
}

/* The length of the run of ASCII but NUL at s; eight bytes at a time. */
static size_t ascii_run(const unsigned char *s, size_t n)
{
	size_t i = 0;

	for (uint64_t w; i + 8 <= n; i += 8) {
		memcpy(&w, s + i, 8);
		if ((w | (w - 0x0101010101010101u)) & 0x8080808080808080u)
			break;
	}
	while (i < n && s[i] && s[i] < 0x80)
		i++;
	return i;
}

/* The first byte of a longer sequence: how many follow, and what the next one may be. */
static bool utf8_lead(struct charset_check *c, unsigned b)
{
	c->left = b >= 0xC2 && b < 0xE0 ? 1 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xF0 && b < 0xF5 ? 3 : 0;
	c->least = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
	c->most = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
	c->part = b;
	return c->left > 0;
}

static bool utf8_follows(struct charset_check *c, unsigned b)
{
	if (b < c->least || b > c->most)
		return false;
	if (c->part == 0xEE || c->part == 0xF4 || (c->part == 0xEF && b < 0xA4) || (c->part == 0xF3 && b >= 0xB0))
		c->private_use = true;
	c->part = 0;
	c->least = 0x80;
	c->most = 0xBF;
	c->left--;
	return true;
}

static bool utf8_add(struct charset_check *c, const unsigned char *s, size_t n, uint64_t at)
{
	for (size_t i = 0; i < n && !c->bad; ) {
		if (c->left) {
			if (!utf8_follows(c, s[i]))
				return broken(c, at + i);
			i++;
		} else if (s[i] >= 0xE4 && s[i] <= 0xE9 && n - i > 2) {         /* most of Chinese */
			if ((s[i + 1] & 0xC0) != 0x80 || (s[i + 2] & 0xC0) != 0x80)
				return broken(c, at + i + 1 + ((s[i + 1] & 0xC0) == 0x80));
			i += 3;
		} else if (s[i] < 0x80) {
			size_t run = ascii_run(s + i, n - i);

			if (!run)
				return broken(c, at + i);
			i += run;
		} else if (utf8_lead(c, s[i])) {
			i++;
		} else {
			return broken(c, at + i);
		}
	}
	return !c->bad;
}

static bool cp950_add(struct charset_check *c, const unsigned char *s, size_t n, uint64_t at)
{
	for (size_t i = 0; i < n; i++) {
		if (c->left) {
			uint32_t u = cp950_pair(c->part, s[i]);

			if (!u)
				return broken(c, at + i - 1);
			c->private_use |= charset_private(u);
			c->left = 0;
		} else if (s[i] >= 0x80) {
			if (s[i] == 0x80 || s[i] == 0xFF)
				return broken(c, at + i);
			c->part = s[i];
			c->left = 1;
		} else if (!s[i]) {
			return broken(c, at + i);
		}
	}
	return true;
}

/* c->left counts bytes of a unit, c->part holds the first of them, c->least a high surrogate that waits for its second half. */
static bool utf16_add(struct charset_check *c, const unsigned char *s, size_t n, uint64_t at, bool big)
{
	for (size_t i = 0; i < n; i++) {
		if (!c->left) {
			c->part = s[i];
			c->left = 1;
			continue;
		}
		uint32_t u = big ? c->part << 8 | s[i] : (uint32_t)s[i] << 8 | c->part;
		bool low = u >= 0xDC00 && u < 0xE000;

		c->left = 0;
		if (!u || low != (c->least != 0))
			return broken(c, at + i - 1);
		c->private_use |= (u >= 0xE000 && u <= 0xF8FF) || (u >= 0xDB80 && u < 0xDC00);
		c->least = u >= 0xD800 && u < 0xDC00 ? u : 0;
	}
	return true;
}

static enum charset bom_of(const unsigned char *head, uint64_t n)
{
	if (n >= 3 && !memcmp(head, "\xEF\xBB\xBF", 3))
		return CHARSET_UTF8_BOM;
	if (n >= 2 && !memcmp(head, "\xFF\xFE", 2))
		return CHARSET_UTF16LE;
	return n >= 2 && !memcmp(head, "\xFE\xFF", 2) ? CHARSET_UTF16BE : CHARSET_UNKNOWN;
}

/* The mark itself is no character of the text, so checking begins with the first bytes all the same: U+FEFF is valid. */
static void check(struct charset_probe *p, enum charset as, const unsigned char *s, size_t n, uint64_t at)
{
	bool utf16 = as == CHARSET_UTF16LE || as == CHARSET_UTF16BE;

	if (!utf16 && as != CHARSET_CP950 && !p->utf8.bad)
		utf8_add(&p->utf8, s, n, at);
	if ((as == CHARSET_UNKNOWN || as == CHARSET_CP950) && !p->other.bad)
		cp950_add(&p->other, s, n, at);
	if (utf16 && !p->other.bad)
		utf16_add(&p->other, s, n, at, as == CHARSET_UTF16BE);
}

static enum charset expected(const struct charset_probe *p)
{
	return p->only != CHARSET_UNKNOWN ? p->only : bom_of(p->head, p->seen < 3 ? p->seen : 3);
}

void charset_probe_add(struct charset_probe *p, const void *bytes, size_t n)
{
	const unsigned char *s = bytes;
	size_t taken = 0;

	/* The first three bytes are gathered before any check: they say which checks there are. */
	while (p->seen < 3 && taken < n) {
		p->head[p->seen++] = s[taken++];
		if (p->seen == 3)
			check(p, expected(p), p->head, 3, 0);
	}
	if (taken == n)
		return;
	check(p, expected(p), s + taken, n - taken, p->seen);
	p->seen += n - taken;
}

static void check_end(struct charset_check *c, uint64_t seen, bool utf16)
{
	if (!c->bad && (c->left || (utf16 && c->least)))
		broken(c, seen - 1);
}

enum charset charset_probe_end(struct charset_probe *p, uint64_t *bad_at, bool *private_use)
{
	enum charset as = expected(p);
	bool utf16 = as == CHARSET_UTF16LE || as == CHARSET_UTF16BE;

	if (p->seen < 3)
		check(p, as, p->head, (size_t)p->seen, 0);
	check_end(&p->utf8, p->seen, false);
	check_end(&p->other, p->seen, utf16);
	bool use_utf8 = !utf16 && as != CHARSET_CP950 && !p->utf8.bad;
	bool use_other = !use_utf8 && as != CHARSET_UTF8 && as != CHARSET_UTF8_BOM && !p->other.bad;

	*private_use = use_utf8 ? p->utf8.private_use : p->other.private_use;
	if (use_utf8 && as == CHARSET_UTF8)                     /* asked for by name: the mark may be there all the same */
		return bom_of(p->head, p->seen < 3 ? p->seen : 3) == CHARSET_UTF8_BOM ? CHARSET_UTF8_BOM : CHARSET_UTF8;
	if (use_utf8)
		return as == CHARSET_UNKNOWN ? CHARSET_UTF8 : as;
	if (use_other)
		return as == CHARSET_UNKNOWN ? CHARSET_CP950 : as;
	/* The one that came further is the one that the file was meant to be. */
	*bad_at = p->utf8.bad && p->utf8.bad_at > p->other.bad_at ? p->utf8.bad_at : p->other.bad_at;
	return CHARSET_UNKNOWN;
}

static size_t decode_cp950(struct charset_decoder *d, const unsigned char *s, size_t n, char *to)
{
	char *at = to;

	for (size_t i = 0; i < n; i++) {
		if (!d->held && s[i] < 0x80) {
			*at++ = (char)s[i];
		} else if (!d->held) {
			d->part[0] = s[i];
			d->held = 1;
		} else {
			uint32_t c = cp950_pair(d->part[0], s[i]);

			if (!c)
				fail("bytes that passed as CP950 do not decode");
			d->held = 0;
			at += utf8_put(at, c);
		}
	}
	return (size_t)(at - to);
}

static uint32_t unit(const unsigned char *s, bool big)
{
	return big ? (uint32_t)s[0] << 8 | s[1] : (uint32_t)s[1] << 8 | s[0];
}

static size_t decode_utf16(struct charset_decoder *d, const unsigned char *s, size_t n, char *to)
{
	bool big = d->from == CHARSET_UTF16BE;
	char *at = to;

	for (size_t i = 0; i < n; i++) {
		d->part[d->held++] = s[i];
		if (d->held == 2) {
			uint32_t c = unit(d->part, big);

			if (c >= 0xD800 && c < 0xDC00)
				continue;
			at += utf8_put(at, c);
			d->held = 0;
		} else if (d->held == 4) {
			at += utf8_put(at, 0x10000 + ((unit(d->part, big) - 0xD800) << 10) + (unit(d->part + 2, big) - 0xDC00));
			d->held = 0;
		}
	}
	return (size_t)(at - to);
}

/* How many of the next n bytes belong to the mark; a block may end within it. */
static size_t skip_mark(struct charset_decoder *d, size_t n)
{
	int size = d->from == CHARSET_UTF8_BOM ? 3 : 2;
	size_t i = 0;

	while (i < n && d->held < size) {
		d->held++;
		i++;
	}
	if (d->held == size) {
		d->begun = true;
		d->held = 0;
	}
	return i;
}

size_t charset_decode(struct charset_decoder *d, const void *bytes, size_t n, char *to)
{
	const unsigned char *s = bytes;

	if (!d->begun && d->from != CHARSET_UTF8 && d->from != CHARSET_CP950) {
		size_t skipped = skip_mark(d, n);

		s += skipped;
		n -= skipped;
	}
	if (d->from == CHARSET_CP950)
		return decode_cp950(d, s, n, to);
	if (d->from == CHARSET_UTF16LE || d->from == CHARSET_UTF16BE)
		return decode_utf16(d, s, n, to);
	if (n)
		memcpy(to, s, n);
	return n;
}

bool charset_encode(enum charset charset, const char *text, size_t n, struct text *to, struct charset_lost *lost)
{
	const char *end = text + n;

	if (charset != CHARSET_CP950) {
		text_add(to, text, n);
		return true;
	}
	unsigned char *out = (unsigned char *)text_room(to, n), *begin = out;       /* never longer than UTF-8 */
	bool good = true;

	while (text < end && good) {
		int step;
		uint32_t c = utf8_next(text, end, &step);
		unsigned pair = c > 0xFFFF ? 0 : cp950_encode[c];

		good = c < 0x80 || pair;
		if (!good)
			*lost = (struct charset_lost){c, n - (size_t)(end - text)};
		else if (c >= 0x80)
			*out++ = (unsigned char)(pair >> 8);
		if (good)
			*out++ = (unsigned char)(c < 0x80 ? c : pair & 0xFF);
		text += step;
	}
	*out = '\0';
	to->n += (size_t)(out - begin);
	return good;
}
