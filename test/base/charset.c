/* Encodings of files.                                                  LEARN-019, decisions 9 and 15 */
#include "base/charset.h"

#include "test/tap.h"

static struct arena *mem;

/* Probes in pieces of `step` bytes and decodes what was found; "!n" where byte n is bad. */
static char *decoded(const char *bytes, size_t n, size_t step, enum charset only, enum charset *found)
{
	struct charset_probe p = {.only = only};
	uint64_t bad_at;
	bool private_use;

	for (size_t i = 0; i < n; i += step)
		charset_probe_add(&p, bytes + i, n - i < step ? n - i : step);
	*found = charset_probe_end(&p, &bad_at, &private_use);
	if (*found == CHARSET_UNKNOWN)
		return arena_print(mem, "!%llu", (unsigned long long)bad_at);

	struct charset_decoder d = {.from = *found};
	struct text t = text_new(mem, 1 << 20);

	for (size_t i = 0; i < n; i += step) {
		size_t piece = n - i < step ? n - i : step;

		t.n += charset_decode(&d, bytes + i, piece, text_room(&t, CHARSET_ROOM(piece)));
	}
	if (private_use)
		text_puts(&t, "*");
	t.at[t.n] = '\0';
	return t.at;
}

static void is(const char *bytes, size_t n, enum charset want, const char *text, const char *what)
{
	enum charset found;

	for (size_t step = 1; step < 6; step++) {
		const char *got = decoded(bytes, n, step, CHARSET_UNKNOWN, &found);

		if (found != want || strcmp(got, text))
			ok(false, "%s in pieces of %zu: charset %d, %s", what, step, found, got);
	}
	same(decoded(bytes, n, n + 1, CHARSET_UNKNOWN, &found), text, what);
	same_int(found, want, charset_label(want));
}

#define IS(bytes, want, text, what) is(bytes, sizeof bytes - 1, want, text, what)

static void detection(void)
{
	IS("\xB3\x5C\xA5\x5C\xBB\x5C,1", CHARSET_CP950, "許功蓋,1", "LEARN-019 許功蓋 in Big5");
	IS("許功蓋,1", CHARSET_UTF8, "許功蓋,1", "LEARN-019 許功蓋 in UTF-8");
	IS("\xEF\xBB\xBF" "許功蓋,1", CHARSET_UTF8_BOM, "許功蓋,1", "LEARN-019 with a byte order mark");
	IS("\xFF\xFE\x31\x8A\x9F\x52\xCB\x84,\0\x42\xD8\xB7\xDF", CHARSET_UTF16LE, "許功蓋,𠮷", "decision 15: UTF-16LE");
	IS("\xFE\xFF\x8A\x31\x52\x9F\x84\xCB\xD8\x42\xDF\xB7", CHARSET_UTF16BE, "許功蓋𠮷", "UTF-16BE");
	IS("\xFA\x40\x81\x40", CHARSET_CP950, "\uE000\uEEB8*", "decision 9: user-defined codes are kept and marked");
	IS("\uE000", CHARSET_UTF8, "\uE000*", "a private character in UTF-8");
	IS("\U000F0149", CHARSET_UTF8, "\U000F0149*", "a private character of plane 15");
	IS("，：（）", CHARSET_UTF8, "，：（）", "full-width marks are not private");
	IS("plain", CHARSET_UTF8, "plain", "ASCII");
	IS("", CHARSET_UTF8, "", "nothing");
	IS("\xB3", CHARSET_UNKNOWN, "!0", "half a character");
	IS("\xEF\xBB\xBF" "a\xB3", CHARSET_UNKNOWN, "!4", "a mark says UTF-8, the bytes do not");
}

static void refusals(void)
{
	IS("\xB3\x5C,1\n\xA5\x5C,\xFF\n", CHARSET_UNKNOWN, "!8", "LEARN-019 byte FF in Big5");
	IS("許,1\n功,\xFF\n", CHARSET_UNKNOWN, "!10", "LEARN-019 byte FF in UTF-8");
	IS("ab\0cd", CHARSET_UNKNOWN, "!2", "a NUL is no text");
	IS("\xED\xA0\x80", CHARSET_UNKNOWN, "!1", "a surrogate in UTF-8 (and no Big5)");
	IS("\xC0\x80", CHARSET_UNKNOWN, "!0", "an overlong NUL");
	IS("\xFF\xFE\x42\xD8\x41\0", CHARSET_UNKNOWN, "!4", "half a pair in UTF-16");
	IS("\xFF\xFE\x41", CHARSET_UNKNOWN, "!2", "half a unit in UTF-16");

	enum charset found;

	decoded("許功蓋", 9, 9, CHARSET_CP950, &found);
	same_int(found, CHARSET_UNKNOWN, "what a person says is tested too");
	same(decoded("許,\xB3\x5C", 6, 9, CHARSET_UTF8, &found), "!4", "UTF-8 was said");
}

/* Every byte pair decodes, or none of its forms does; it comes back as itself but for ten. */
static void all_codes(void)
{
	int codes = 0, same_bytes = 0, users = 0;

	for (unsigned lead = 0x81; lead <= 0xFE; lead++)
		for (unsigned trail = 0x40; trail <= 0xFE; trail++) {
			char pair[2] = {(char)lead, (char)trail};
			enum charset found;
			struct charset_lost lost;
			char *text = decoded(pair, 2, 2, CHARSET_CP950, &found);
			struct text back = text_new(mem, 64);

			if (found != CHARSET_CP950)
				continue;
			codes++;
			users += text_ends(text, "*");
			charset_encode(CHARSET_CP950, text, strlen(text) - text_ends(text, "*"), &back, &lost);
			same_bytes += back.n == 2 && !memcmp(back.at, pair, 2);
		}
	same_int(codes, 19720, "all pairs of CP950 decode");
	same_int(users, 6217, "6,217 of them are user-defined");
	same_int(codes - same_bytes, 10, "ten come back as their twins");
}

static void encoding(void)
{
	struct text t = text_new(mem, 1 << 10);
	struct charset_lost lost = {0};

	ok(charset_encode(CHARSET_CP950, "許a功", 7, &t, &lost) && !strcmp(t.at, "\xB3\x5C" "a\xA5\x5C"), "許a功 to Big5");
	ok(!charset_encode(CHARSET_CP950, "游錫堃", 9, &t, &lost), "LEARN-034 游錫堃 can't be written");
	ok(lost.character == 0x5803 && lost.at == 6, "the character and its place are named");
	ok(!charset_encode(CHARSET_CP950, "𠮷", 4, &t, &lost) && lost.character == 0x20BB7, "nor can 𠮷");

	struct text ten = text_new(mem, 64);
	enum charset found;

	same(decoded("\xA2\xCC\xA2\xCE", 4, 4, CHARSET_CP950, &found), "十卅", "the second codes of 十 and 卅 are read");
	ok(charset_encode(CHARSET_CP950, "十卅", 6, &ten, &lost) && !strcmp(ten.at, "\xA4\x51\xA4\xCA"),
		"and written as the first ones");
}

int main(void)
{
	mem = arena_new(256 << 20);
	detection();
	refusals();
	all_codes();
	encoding();
	arena_free(mem);
	return tap_end();
}
