/* unfold.c: a file of collected money, line by line, into a table of ours.  See layout.h. */
#include <string.h>

#include "app/collection/layout.h"
#include "app/fee/fee.h"
#include "base/csv.h"
#include "base/text.h"
#include "file/temp.h"

enum { LINE_MOST = 8192, CELLS_MOST = 256, BLOCK = 1 << 16, FLUSH = 1 << 15, WRONG_MOST = 20, WORDS_MOST = 1 << 16, DIGITS_MOST = 15, CTRL_Z = 0x1A,
	LINE_MEMORY = 1 << 20 };

/* A file as records, whatever its form. */
struct record { int64_t number; const char *at; size_t n; const struct csv_row *cells; };
struct source {
	const struct file_layout *layout;
	int fd;
	uint64_t size, next;
	struct csv *csv;
	struct csv_row row;
	char block[BLOCK], line[LINE_MOST];
	size_t filled, used;
	int64_t number;
};

static size_t fill(void *with, char *to, size_t room)
{
	struct source *s = with;
	size_t n = s->next < s->size ? file_read_at(s->fd, to, room < s->size - s->next ? room : (size_t)(s->size - s->next), s->next) : 0;

	s->next += n;
	return n;
}

static struct source *source_of(struct arena *mem, const struct file_layout *l, int fd, uint64_t size)
{
	struct source *s = arena_get(mem, sizeof *s);

	s->layout = l;
	s->fd = fd;
	s->size = size;
	if (l->form == LAYOUT_CSV)
		s->csv = csv_open(mem, fill, s, LINE_MOST, CELLS_MOST, false);
	return s;
}

/* The next byte; -1 at the end. */
static int byte(struct source *s)
{
	if (s->used == s->filled) {
		s->filled = fill(s, s->block, BLOCK);
		s->used = 0;
	}
	return s->used < s->filled ? (unsigned char)s->block[s->used++] : -1;
}

/* A line without its end; what is longer than any layout allows is cut, and so is never of the right length. */
static bool next_line(struct source *s, struct record *to)
{
	size_t n = 0;
	int c = byte(s);

	if (c < 0 || (c == CTRL_Z && s->next == s->size && s->used == s->filled))
		return false;
	for (; c >= 0 && c != '\n'; c = byte(s))
		if (n < sizeof s->line - 1)
			s->line[n++] = (char)c;
	n -= n && s->line[n - 1] == '\r';
	s->line[n] = '\0';
	*to = (struct record){.number = ++s->number, .at = s->line, .n = n};
	return true;
}

static bool next_record(struct source *s, struct record *to)
{
	if (!s->csv) {
		while (next_line(s, to))
			if (to->n)
				return true;
		return false;
	}
	if (!csv_next(s->csv, &s->row))
		return false;
	*to = (struct record){.number = s->row.number, .cells = &s->row};
	return true;
}

/* Names in an old encoding don't matter here; what is not ASCII is no number and no code. */
static const char *ascii(char *s)
{
	for (char *at = s; *at; at++)
		if ((unsigned char)*at >= 0x80)
			*at = '?';
	return s;
}

/* What stands at a place, without blanks around it; "" where the record has none. */
static const char *value_at(struct arena *mem, const struct record *r, const struct layout_field *f)
{
	size_t at = (size_t)f->at - 1, n = (size_t)f->length;

	if (r->cells)
		return at < (size_t)r->cells->n ? ascii(text_trim(mem, r->cells->cells[at].at)) : "";
	if (at >= r->n)
		return "";
	return ascii(text_trim(mem, arena_bytes(mem, r->at + at, n < r->n - at ? n : r->n - at)));
}

/* ---- which one it is ---- */

static bool begins(const struct file_layout *l, struct arena *mem, int fd, uint64_t size)
{
	struct record first;
	const struct layout_field *mark = l->header->marks.at;

	if (!next_record(source_of(mem, l, fd, size), &first) || !text_is(value_at(mem, &first, l->kind), l->header->is))
		return false;
	for (int i = 0; i < l->header->marks.n; i++)
		if (!text_is(value_at(mem, &first, &mark[i]), mark[i].is))
			return false;
	return true;
}

const struct file_layout *layout_of(const struct layouts *all, struct arena *mem, int fd, uint64_t size)
{
	for (int i = 0; i < all->n; i++)
		if (begins(all->at[i], mem, fd, size))
			return all->at[i];
	return NULL;
}

/* ---- what stands in a record ---- */

static bool all_digits(const char *s)
{
	size_t n = strlen(s);

	return n && n <= DIGITS_MOST && strspn(s, "0123456789") == n;
}

static int64_t digits(const char *s, size_t n)
{
	int64_t all = 0;

	for (size_t i = 0; i < n; i++)
		all = all * 10 + s[i] - '0';
	return all;
}

/* In 元; false: not a whole amount of digits. */
static bool amount_of(const char *s, const struct layout_field *f, int64_t *to)
{
	size_t n = strlen(s), cents = (size_t)f->decimals;

	if (!all_digits(s) || n < cents || digits(s + n - cents, cents))
		return false;
	*to = digits(s, n - cents);
	return true;
}

static const char *day_of(struct arena *mem, const char *s, const struct layout_field *f)
{
	static const struct { size_t year; int from; } forms[] = {[DAYS_ROC7] = {3, 1911}, [DAYS_ROC6] = {2, 2011}, [DAYS_GREGORIAN8] = {4, 0}};
	size_t year = forms[f->days].year;
	struct date day;

	if (!all_digits(s) || strlen(s) != year + 4)
		return s;
	day = date_make((int)digits(s, year) + forms[f->days].from, (int)digits(s + year, 2), (int)digits(s + year + 2, 2));
	return date_set(day) ? date_iso(mem, day) : s;
}

static const char *channel_of(struct arena *mem, const struct record *r, const struct layout_field *f)
{
	const struct layout_value *v = f->values.at;
	const char *code = f->is ? f->is : value_at(mem, r, f);

	for (int i = 0; i < f->values.n; i++)
		if (text_is(v[i].code, code))
			code = v[i].is;
	const struct code *channel = code_find(fee_channels, code);

	return channel ? channel->label : code;
}

static const char *reference_of(struct arena *mem, const struct record *r, const struct fact_rows *parts)
{
	const struct layout_field *f = parts->at;
	struct text t = text_new(mem, LINE_MOST);

	for (int i = 0; i < parts->n; i++) {
		const char *part = value_at(mem, r, &f[i]);

		if (!*part)
			return "";
		text_print(&t, "%s%s", i ? "-" : "", part);
	}
	return t.at;
}

/* ---- the whole file ---- */

struct unfolding {
	const struct file_layout *layout;
	struct arena *mem, *line;
	struct text wrong, out;
	struct csv_out csv;
	int wrongs, fd;
	int64_t count, sum, written;
	bool header, trailer, odd_amount;
};

__attribute__((format(printf, 2, 3)))
static void complain(struct unfolding *u, const char *format, ...)
{
	va_list args;

	if (++u->wrongs > WRONG_MOST)
		return;
	va_start(args, format);
	text_print(&u->wrong, "%s%s", u->wrongs > 1 ? "；" : "", arena_vprint(u->line, format, args));
	va_end(args);
}

/* Blank lines stand where the file has some, so that a row keeps its number. */
static void reach(struct unfolding *u, int64_t number)
{
	for (; u->written < number - 1; u->written++)
		text_puts(&u->out, "\r\n");
}

static void end_row(struct unfolding *u)
{
	csv_end_row(&u->csv);
	u->written++;
	if (u->out.n < FLUSH)
		return;
	file_write(u->fd, u->out.at, u->out.n);
	u->out.n = 0;
}

static void take_header(struct unfolding *u, const struct record *r, const char *const headings[5])
{
	u->header = true;
	reach(u, r->number);
	for (int i = 0; i < 5; i++)
		csv_text(&u->csv, headings[i]);
	end_row(u);
}

static void take_detail(struct unfolding *u, const struct record *r)
{
	const struct layout_detail *d = u->layout->detail;
	const char *amount = value_at(u->line, r, d->amount);
	int64_t value;

	u->count++;
	if (amount_of(amount, d->amount, &value)) {
		u->sum += value;
		amount = arena_print(u->line, "%lld", (long long)value);
	} else {
		u->odd_amount = true;
	}
	reach(u, r->number);
	csv_text(&u->csv, value_at(u->line, r, d->slip));
	csv_text(&u->csv, amount);
	csv_text(&u->csv, day_of(u->line, value_at(u->line, r, d->paid), d->paid));
	csv_text(&u->csv, channel_of(u->line, r, d->channel));
	csv_text(&u->csv, reference_of(u->line, r, &d->reference));
	end_row(u);
}

/* An amount that can't be read is complained of at its row; the sum can't be told then. */
static void take_trailer(struct unfolding *u, const struct record *r)
{
	const struct layout_trailer *t = u->layout->trailer;
	const char *count = value_at(u->line, r, t->count), *amount = value_at(u->line, r, t->amount);
	int64_t sum = 0;

	u->trailer = true;
	if (!all_digits(count) || digits(count, strlen(count)) != u->count)
		complain(u, "第 %lld 列尾筆之總筆數為「%s」，明細共 %lld 筆", (long long)r->number, count, (long long)u->count);
	if (!amount_of(amount, t->amount, &sum) || (!u->odd_amount && sum != u->sum))
		complain(u, "第 %lld 列尾筆之總金額為「%s」，明細合計 %lld 元", (long long)r->number, amount, (long long)u->sum);
}

static void take(struct unfolding *u, const struct record *r, const char *const headings[5])
{
	const struct file_layout *l = u->layout;
	const char *kind = value_at(u->line, r, l->kind);

	if (!r->cells && (int64_t)r->n != l->length)
		complain(u, "第 %lld 列長度為 %zu，應為 %lld", (long long)r->number, r->n, (long long)l->length);
	else if (u->trailer)
		complain(u, "第 %lld 列在尾筆之後", (long long)r->number);
	else if (!u->header && text_is(kind, l->header->is))
		take_header(u, r, headings);
	else if (text_is(kind, l->detail->is))
		take_detail(u, r);
	else if (text_is(kind, l->trailer->is))
		take_trailer(u, r);
	else
		complain(u, "第 %lld 列之資料別「%s」不是首筆、明細或尾筆", (long long)r->number, kind);
}

bool layout_unfold(const struct file_layout *l, struct arena *mem, int fd, uint64_t size, const char *const headings[5], struct import_unfolded *to)
{
	struct unfolding u = {.layout = l, .mem = mem, .line = arena_new(LINE_MEMORY), .wrong = text_new(mem, WORDS_MOST),
		.out = text_new(mem, FLUSH + LINE_MEMORY), .fd = temp_file(mem)};
	struct source *s = source_of(mem, l, fd, size);
	struct record r;
	int64_t row;

	u.csv.to = &u.out;
	while (next_record(s, &r)) {
		take(&u, &r, headings);
		arena_reset(u.line);
	}
	if (s->csv && csv_problem(s->csv, &row) != CSV_FINE)
		complain(&u, "第 %lld 列無法解讀", (long long)row);
	if (!u.trailer)
		complain(&u, "沒有尾筆，檔案可能不完整");
	file_write(u.fd, u.out.at, u.out.n);
	arena_free(u.line);
	to->fd = u.fd;
	to->form = arena_print(mem, "代收檔「%s」", l->name);
	if (!u.wrongs)
		return true;
	to->refusal_code = "ERR_PAYMENT_FILE";
	to->refusal = message(mem, "ERR_PAYMENT_FILE", l->name, u.wrongs > WRONG_MOST ?
		arena_print(mem, "%s；等共 %d 處", u.wrong.at, u.wrongs) : u.wrong.at);
	return false;
}
