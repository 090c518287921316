/* csv_write.c: the writing half of csv.h, and what both halves know of formulas. */
#include "base/csv.h"

#include <string.h>

bool csv_risky(const char *at, size_t n)
{
	while (n && (*at == '\'' || *at == ' ' || *at == '\n'))
		at++, n--;
	if (n && memchr("=+-@\t\r", *at, 6))
		return true;
	/* U+FF0B FF0D FF1D FF20: spreadsheets in East Asian settings take them for their ASCII forms. */
	return n >= 3 && !memcmp(at, "\xEF\xBC", 2) && memchr("\x8B\x8D\x9D\xA0", at[2], 4);
}

struct cell csv_bare(struct cell f)
{
	if (f.n && *f.at == '\'' && csv_risky(f.at + 1, f.n - 1))
		return (struct cell){f.at + 1, f.n - 1};
	return f;
}

static bool is_blank_start(const char *at, size_t n)
{
	return *at == ' ' || (n >= 3 && !memcmp(at, "\xE3\x80\x80", 3));
}

/* What our reader would take otherwise when it stood there without quotes. */
static bool must_quote(const char *at, size_t n)
{
	static const bool special[256] = {[','] = true, ['"'] = true, ['\n'] = true, ['\r'] = true};

	for (size_t i = 0; i < n; i++)
		if (special[(unsigned char)at[i]])
			return true;
	return n && (is_blank_start(at, n) || at[n - 1] == ' ' || at[n - 1] == '\t' ||
		(n >= 3 && is_blank_start(at + n - 3, 3)));
}

static void next_cell(struct csv_out *out)
{
	if (out->begun)
		text_char(out->to, ',');
	out->begun = true;
}

void csv_text(struct csv_out *out, const char *text)
{
	size_t n = strlen(text);
	bool quoted;

	next_cell(out);
	if (!n)
		return;
	quoted = must_quote(text, n);
	if (quoted)
		text_char(out->to, '"');
	if (csv_risky(text, n))
		text_char(out->to, '\'');
	if (!quoted) {
		text_add(out->to, text, n);
		return;
	}
	for (const char *end = text + n; text < end; ) {
		const char *quote = memchr(text, '"', (size_t)(end - text));
		const char *upto = quote ? quote + 1 : end;

		text_add(out->to, text, (size_t)(upto - text));
		if (quote)
			text_char(out->to, '"');
		text = upto;
	}
	text_char(out->to, '"');
}

void csv_number(struct csv_out *out, const char *digits)
{
	next_cell(out);
	text_puts(out->to, digits);
}

void csv_plain(struct csv_out *out, const struct cell *cells, int n)
{
	next_cell(out);
	size_t from = out->to->n;

	text_add(out->to, cells->at, (size_t)(cells[n - 1].at - cells->at) + cells[n - 1].n);
	for (int i = 1; i < n; i++)
		out->to->at[from + (size_t)(cells[i].at - cells->at) - 1] = ',';
}

void csv_end_row(struct csv_out *out)
{
	text_add(out->to, "\r\n", 2);
	out->begun = false;
}
