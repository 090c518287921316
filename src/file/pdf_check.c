/* pdf_check.c: see pdf_check.h.  The bytes are a stranger's: every step is bounded by the end of the file. */
#include "file/pdf_check.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#include "base/log.h"

enum { TAIL = 1024, SECTIONS_MOST = 1000, DEPTH_MOST = 64, ENTRY = 20, DIGITS_MOST = 15, NAME_MOST = 16 };

enum kind { END, NAME, WORD, STRING, OPEN, CLOSE };

struct place { const char *start, *at, *end; };
struct token { enum kind kind; const char *at; size_t n; };

static bool is_delimiter(char c)
{
	return strchr("()<>[]{}/%", c) && c;
}

static bool is_blank(char c)
{
	return !c || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

static void skip_blanks(struct place *p)
{
	while (p->at < p->end && (is_blank(*p->at) || *p->at == '%')) {
		if (*p->at == '%')
			while (p->at < p->end && *p->at != '\n' && *p->at != '\r')
				p->at++;
		else
			p->at++;
	}
}

/* (…) with its own parentheses and \ escapes. */
static void skip_string(struct place *p)
{
	int depth = 0;

	for (; p->at < p->end; p->at++) {
		if (*p->at == '\\')
			p->at += p->end - p->at > 1;
		else if (*p->at == '(')
			depth++;
		else if (*p->at == ')' && !--depth) {
			p->at++;
			return;
		}
	}
}

static void skip_word(struct place *p)
{
	while (p->at < p->end && !is_blank(*p->at) && !is_delimiter(*p->at))
		p->at++;
}

static bool two(const struct place *p, char c)
{
	return p->end - p->at > 1 && p->at[1] == c;
}

static struct token next(struct place *p)
{
	skip_blanks(p);
	struct token t = {END, p->at, 0};

	if (p->at == p->end)
		return t;
	switch (*p->at) {
	case '/': t.kind = NAME; p->at++; skip_word(p); break;
	case '(': t.kind = STRING; skip_string(p); break;
	case '[': case '{': t.kind = OPEN; p->at++; break;
	case ']': case '}': t.kind = CLOSE; p->at++; break;
	case '<':
		t.kind = two(p, '<') ? OPEN : STRING;
		if (t.kind == OPEN)
			p->at += 2;
		else
			while (p->at < p->end && *p->at++ != '>')
				;
		break;
	case '>': t.kind = CLOSE; p->at += two(p, '>') ? 2 : 1; break;
	case ')': t.kind = WORD; p->at++; break;
	default: t.kind = WORD; skip_word(p);
	}
	t.n = (size_t)(p->at - t.at);
	return t;
}

static bool is_word(struct token t, const char *word)
{
	return t.kind == WORD && t.n == strlen(word) && !memcmp(t.at, word, t.n);
}

static int hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* /Encrypt may also be written /Encr#79pt. */
static bool is_name(struct token t, const char *name)
{
	char plain[NAME_MOST];
	size_t n = 0;

	if (t.kind != NAME)
		return false;
	for (size_t i = 1; i < t.n && n + 1 < sizeof plain; i++) {
		bool escaped = t.at[i] == '#' && i + 2 < t.n && hex(t.at[i + 1]) >= 0 && hex(t.at[i + 2]) >= 0;

		int c = escaped ? hex(t.at[i + 1]) << 4 | hex(t.at[i + 2]) : t.at[i];

		plain[n++] = (char)c;
		i += escaped ? 2 : 0;
	}
	return n == strlen(name) && !memcmp(plain, name, n);
}

/* -1: not a number, or one that no offset can be. */
static int64_t number(struct token t)
{
	int64_t n = 0;

	if (t.kind != WORD || !t.n || t.n > DIGITS_MOST)
		return -1;
	for (size_t i = 0; i < t.n; i++) {
		if (t.at[i] < '0' || t.at[i] > '9')
			return -1;
		n = n * 10 + (t.at[i] - '0');
	}
	return n;
}

/* What the trailer of one section says. */
struct trailer { bool found, locked, xref_stream; int64_t previous, root; };

/* A dictionary from its << on: keys at its own level, each with the first token of its value. */
static void read_trailer(struct place *p, struct trailer *t)
{
	int depth = 1;
	bool is_value = false;
	struct token key = {0};

	*t = (struct trailer){.previous = -1, .root = -1};
	if (next(p).kind != OPEN)
		return;
	while (depth > 0 && depth < DEPTH_MOST) {
		struct token x = next(p);

		if (x.kind == END)
			return;
		depth += x.kind == OPEN ? 1 : x.kind == CLOSE ? -1 : 0;
		if (depth != 1 + (x.kind == OPEN))
			continue;
		if (x.kind == NAME && !is_value) {
			key = x;
			is_value = true;
			t->locked |= is_name(key, "Encrypt");
		} else if (is_value) {
			is_value = false;
			if (is_name(key, "Prev"))
				t->previous = number(x);
			else if (is_name(key, "Root"))
				t->root = number(x);
			else if (is_name(key, "Type"))
				t->xref_stream = is_name(x, "XRef");
		}
	}
	t->found = depth == 0;
}

/* Is "root 0 obj" where the table says? */
static bool leads_to(const struct place *p, const char *entry, int64_t object)
{
	int64_t at = number((struct token){WORD, entry, 10});

	if (at < 0 || at >= p->end - p->start)
		return false;
	struct place there = {p->start, p->start + at, p->end};

	return number(next(&there)) == object && number(next(&there)) >= 0 && is_word(next(&there), "obj");
}

struct table { const char *entries; int64_t first, n; };

/* "0 6" and its six lines of 20 bytes.  False: no further subsection. */
static bool read_subsection(struct place *p, struct table *s)
{
	struct place before = *p;
	int64_t first = number(next(p)), n = number(next(p));

	skip_blanks(p);
	if (first < 0 || n < 0 || n > (p->end - p->at) / ENTRY) {
		*p = before;
		return false;
	}
	*s = (struct table){p->at, first, n};
	p->at += n * ENTRY;
	return true;
}

/* "xref", the subsections, "trailer" and its dictionary. */
static bool read_table(struct place *p, struct trailer *t)
{
	struct place body = *p;
	struct table s;
	bool root_is_wrong = false;

	while (read_subsection(p, &s))
		;
	if (!is_word(next(p), "trailer"))
		return false;
	read_trailer(p, t);
	while (t->root >= 0 && read_subsection(&body, &s))
		if (t->root >= s.first && t->root < s.first + s.n)
			root_is_wrong |= !leads_to(p, s.entries + (t->root - s.first) * ENTRY, t->root);
	return t->found && !root_is_wrong;
}

/* "12 0 obj", the dictionary of a cross-reference stream, and the stream to its end. */
static bool read_stream(struct place *p, struct trailer *t)
{
	if (number(next(p)) < 0 || number(next(p)) < 0 || !is_word(next(p), "obj"))
		return false;
	read_trailer(p, t);
	return t->found && t->xref_stream && is_word(next(p), "stream") &&
		memmem(p->at, (size_t)(p->end - p->at), "endstream", 9);
}

static bool read_section(const struct place *file, int64_t offset, struct trailer *t)
{
	if (offset < 0 || offset >= file->end - file->start)
		return false;
	struct place p = {file->start, file->start + offset, file->end}, stream = p;

	return is_word(next(&p), "xref") ? read_table(&p, t) : read_stream(&stream, t);
}

static const char *last(const char *from, const char *to, const char *words)
{
	size_t n = strlen(words);

	for (const char *at = to - n; at >= from; at--)
		if (!memcmp(at, words, n))
			return at;
	return NULL;
}

/* The offset behind the last startxref; -1: the end of the file is missing. */
static int64_t first_section(const struct place *file)
{
	const char *from = file->end - file->start > TAIL ? file->end - TAIL : file->start;
	const char *mark = last(from, file->end, "%%EOF");
	const char *word = mark ? last(from, mark, "startxref") : NULL;

	if (!word)
		return -1;
	struct place p = {file->start, word, mark};

	next(&p);
	return number(next(&p));
}

enum pdf_verdict pdf_check(const char *bytes, size_t n)
{
	struct place file = {bytes, bytes, bytes + n};
	struct trailer t;
	bool has_root = false, locked = false;

	if (n < 8 || memcmp(bytes, "%PDF-", 5) || !isdigit((unsigned char)bytes[5]))
		return PDF_NOT_PDF;
	int64_t at = first_section(&file);
	int sections = 0;

	do {
		if (!read_section(&file, at, &t) || ++sections > SECTIONS_MOST)
			return locked ? PDF_LOCKED : PDF_DAMAGED;
		has_root |= t.root >= 0;
		locked |= t.locked;
		at = t.previous;
	} while (at > 0);
	return locked ? PDF_LOCKED : has_root ? PDF_WHOLE : PDF_DAMAGED;
}

enum pdf_verdict pdf_check_file(int fd, size_t size)
{
	if (!size)
		return PDF_NOT_PDF;
	char *at = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);

	if (at == MAP_FAILED)
		fail("a file that was sent can't be mapped: %m");
	enum pdf_verdict verdict = pdf_check(at, size);

	munmap(at, size);
	return verdict;
}
