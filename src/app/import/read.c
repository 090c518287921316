/* read.c: a file's rows as far as they tell by themselves: parsed, checked, packed away, put in the order of their keys.
 *
 * However large the file, a row at a time is in memory, and of each row a few bytes: its number, its place, what became of it.
 * Knows no statement. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "app/import/private.h"
#include "base/log.h"
#include "base/text.h"
#include "file/temp.h"

enum { KEY_MOST = 2048, KEY_FIELDS = 16, PROGRESS_ROWS = 4096, TABLE_MEMORY = 64 << 20, AHEAD = 1024, FEW = 16,
	WINDOW = 64 << 10, APART = 2048 };

/* A row in the pile, before its record, its key and its texts.  size: of all of them. */
struct pack { uint32_t size, index, number, spare; uint64_t given, group; };
/* A row in the order of the file.  hash 0: it did not pass. */
struct place { uint64_t prefix, hash, at; struct row_verdict verdict; };
/* A row that passed, while they are put in order.  prefix: the first bytes of its key, so that pieces are in its order.  where: its
 * place in the pile and, in the low 24 bits, its index. */
struct entry { uint64_t prefix, hash, where; };
struct entries { struct entry *at; uint32_t n; };

/* ---- keys */

static void add_number(struct text *key, int number, int digits)
{
	for (int power = digits == 4 ? 1000 : 10; power; power /= 10)
		text_char(key, (char)('0' + number / power % 10));
}

/* As ISO writes it; printf takes longer than all the rest of a key. */
static void add_day(struct text *key, struct date day)
{
	int y, m, d;

	date_split(day, &y, &m, &d);
	add_number(key, y, 4);
	text_char(key, '-');
	add_number(key, m, 2);
	text_char(key, '-');
	add_number(key, d, 2);
}

static void add_key(struct text *key, const struct field *f, const void *record)
{
	const void *at = (const char *)record + f->at;

	switch (f->kind) {
	case K_TEXT: case K_ID: text_puts(key, *(const char *const *)at); break;
	case K_INT: text_int(key, *(const int64_t *)at); break;
	case K_BOOL: text_char(key, *(const bool *)at ? '1' : '0'); break;
	case K_CODE: text_puts(key, ((const struct code *)at)->id); break;
	case K_DATE:
		if (date_set(*(const struct date *)at))
			add_day(key, *(const struct date *)at);
		break;
	default: break;
	}
}

/* of: the fields of the kind's key, ending with NULL. */
static void make_key(const struct field *const *of, const void *record, struct text *key)
{
	key->n = 0;
	for (int i = 0; of[i]; i++) {
		if (i)
			text_char(key, '\x1F');
		add_key(key, of[i], record);
	}
}

static const struct field **key_fields(struct arena *mem, const struct import_kind *kind)
{
	const struct field **of = arena_array(mem, KEY_FIELDS + 1, sizeof *of);
	int n = 0;

	for (; kind->key[n]; n++) {
		if (n == KEY_FIELDS)
			fail("the key of %s has more than %d fields", kind->name, KEY_FIELDS);
		of[n] = field_named(kind->fields, kind->key[n]);
	}
	return of;
}

static uint64_t prefix_of(const struct text *key, size_t from)
{
	uint64_t prefix = 0;

	for (size_t i = from; i < from + 8; i++)
		prefix = prefix << 8 | (i < key->n ? (unsigned char)key->at[i] : 0);
	return prefix;
}

/* Of the key without its last field: a number by which rows of the same one stand together.  Always the same, so that a file which comes again
 * meets what it made in the order in which it was made. */
static uint64_t group_of(const struct text *key)
{
	static const unsigned char seed[crypto_shorthash_KEYBYTES];
	const char *end = strrchr(key->at, '\x1F');
	uint64_t group;

	crypto_shorthash((unsigned char *)&group, (const unsigned char *)key->at, end ? (size_t)(end - key->at) : key->n, seed);
	return group;
}

/* ---- packing */

static bool is_text(const struct field *f)
{
	return f->kind == K_TEXT || f->kind == K_ID;
}

static uint64_t pack(struct import_run *run, const struct import_row *row, const struct text *key, struct text *to)
{
	const struct import_kind *kind = run->im.kind;
	struct pack head = {.index = row->index, .number = (uint32_t)row->number, .given = row->given,
		.group = row->group};

	to->n = 0;
	text_add(to, (const char *)&head, sizeof head);
	text_add(to, row->record, kind->size);
	text_add(to, key->at, key->n + 1);
	for (const struct field *f = kind->fields; f->name; f++) {
		const char *s = is_text(f) ? *(const char *const *)((const char *)row->record + f->at) : NULL;

		if (s)
			text_add(to, s, strlen(s) + 1);
	}
	head.size = (uint32_t)to->n;
	memcpy(to->at, &head, sizeof head);
	return pile_add(&run->records, to->at, to->n);
}

/* What was read of the pile in one go. */
struct window { char *bytes; uint64_t from, to; };

/* At least AHEAD bytes of it stand in the window. */
static char *whole(struct import_run *run, struct arena *mem, const struct window *w, uint64_t at, size_t size)
{
	char *bytes = arena_get(mem, size);
	size_t there = w->to - at < size ? (size_t)(w->to - at) : size;

	memcpy(bytes, w->bytes + (at - w->from), there);
	if (there < size)
		pile_get(&run->records, bytes + there, size - there, at + there);
	return bytes;
}

static struct import_row unpack(struct import_run *run, struct arena *mem, const struct window *w, uint64_t at)
{
	const struct import_kind *kind = run->im.kind;
	struct pack head;

	memcpy(&head, w->bytes + (at - w->from), sizeof head);
	char *record = whole(run, mem, w, at, head.size) + sizeof head, *next = record + kind->size;
	struct import_row row = {.number = head.number, .key = next, .record = record, .given = head.given, .group = head.group,
		.index = head.index, .reason = run->verdicts[head.index].reason};

	next += strlen(next) + 1;
	for (const struct field *f = kind->fields; f->name; f++) {
		if (!is_text(f) || !*(const char **)(record + f->at))
			continue;
		*(const char **)(record + f->at) = next;
		next += strlen(next) + 1;
	}
	return row;
}

static int by_place(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static int by_key(const void *a, const void *b)
{
	const struct import_row *x = a, *y = b;

	return x->group != y->group ? (x->group > y->group) - (x->group < y->group) : strcmp(x->key, y->key);
}

/* Rows of a class mostly lie side by side: how much, from the first place on, is worth reading in one go. */
static size_t stretch(const uint64_t *at, uint32_t n)
{
	uint32_t i = 1;

	while (i < n && at[i] - at[i - 1] < APART && at[i] - at[0] < WINDOW - AHEAD)
		i++;
	return (size_t)(at[i - 1] - at[0]) + AHEAD;
}

/* What stands together is not cut: without the last group, unless it is the only one. */
static uint32_t whole_groups(const struct import_row *rows, uint32_t n)
{
	uint32_t whole = n;

	while (whole && rows[whole - 1].group == rows[n - 1].group)
		whole--;
	return whole ? whole : n;
}

struct import_row *rows_load(struct import_run *run, struct arena *mem, uint32_t from, uint32_t *most)
{
	uint32_t left = run->n_entries - from, n = left < *most ? left : *most;
	struct import_row *rows = arena_array(mem, n, sizeof *rows);
	uint64_t *at = arena_array(mem, n, sizeof *at);
	struct window w = {.bytes = arena_get(mem, WINDOW)};

	pile_get(&run->sorted, at, n * sizeof *at, from * sizeof *at);
	qsort(at, n, sizeof *at, by_place);
	for (uint32_t i = 0; i < n; i++) {
		if (at[i] + AHEAD > w.to) {
			w.from = at[i];
			w.to = at[i] + stretch(at + i, n - i);
			pile_get(&run->records, w.bytes, (size_t)(w.to - w.from), w.from);
		}
		rows[i] = unpack(run, mem, &w, at[i]);
	}
	qsort(rows, n, sizeof *rows, by_key);
	*most = run->im.kind->together && n < left ? whole_groups(rows, n) : n;
	return rows;
}

/* ---- the order of keys, and rows that come twice */

static uint32_t index_of(const struct entry *e)
{
	return (uint32_t)(e->where & (ROWS_MOST - 1));
}

static bool before(const struct entry *x, const struct entry *y)
{
	if (x->prefix != y->prefix)
		return x->prefix < y->prefix;
	return x->hash != y->hash ? x->hash < y->hash : index_of(x) < index_of(y);
}

static void swap(struct entry *x, struct entry *y)
{
	struct entry z = *x;

	*x = *y;
	*y = z;
}

static void sort_few(struct entry *at, uint32_t n)
{
	for (uint32_t i = 1; i < n; i++) {
		struct entry e = at[i];
		uint32_t k = i;

		for (; k && before(&e, &at[k - 1]); k--)
			at[k] = at[k - 1];
		at[k] = e;
	}
}

/* The entry around which others are put: drawn by chance, so that no file can make it slow. */
static uint32_t draw(uint64_t *chance, uint32_t n)
{
	*chance = *chance * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)((*chance >> 33) % n);
}

/* Quicksort, in place: qsort() would take as much memory again. */
static void sort(struct entry *at, uint32_t n, uint64_t *chance)
{
	while (n > FEW) {
		uint32_t less = 0, more;

		swap(&at[draw(chance, n)], &at[n - 1]);
		for (uint32_t i = 0; i < n - 1; i++)
			if (before(&at[i], &at[n - 1]))
				swap(&at[i], &at[less++]);
		swap(&at[less], &at[n - 1]);
		more = n - less - 1;
		if (less < more) {                              /* the smaller part by recursion: a depth of log2(n) */
			sort(at, less, chance);
			at += less + 1;
			n = more;
		} else {
			sort(at + less + 1, more, chance);
			n = less;
		}
	}
	sort_few(at, n);
}

static void sort_entries(const struct entries *e)
{
	uint32_t i = 1;

	while (i < e->n && before(&e->at[i - 1], &e->at[i]))
		i++;
	if (i >= e->n)
		return;
	uint64_t chance;

	randombytes_buf(&chance, sizeof chance);
	sort(e->at, e->n, &chance);
}

/* E-CSV-10 */
static void refuse_double(struct import_run *run, uint32_t index, uint32_t first)
{
	struct row_verdict *v = &run->verdicts[index];
	struct import_row row = {.number = v->number, .reason = v->reason, .index = index};

	arena_reset(run->words);
	import_complain(&run->im, &row, run->im.kind->key[0], (const char *const[]){"E-CSV-10",
		arena_print(run->words, "%u", (unsigned)run->verdicts[first].number), NULL});
	v->reason = row.reason;
	v->outcome = IMPORT_REJECT;
	run->count[IMPORT_REJECT]++;
}

/* Of the rows of a key the first one stays; the others name it. */
static void keep_firsts(struct import_run *run, const struct entries *all)
{
	const struct entry *first = NULL;

	run->n_entries = 0;
	for (uint32_t i = 0; i < all->n; i++) {
		const struct entry *e = &all->at[i];

		if (first && first->prefix == e->prefix && first->hash == e->hash) {
			refuse_double(run, index_of(e), index_of(first));
			continue;
		}
		uint64_t at = e->where >> INDEX_BITS;

		first = e;
		pile_add(&run->sorted, &at, sizeof at);
		run->n_entries++;
	}
}

/* The places from the pile into two arrays of exactly their number. */
static struct entries gather(struct import_run *run, struct arena *mem)
{
	struct entries all = {.at = arena_array(mem, run->n_entries, sizeof *all.at), .n = run->n_entries};
	struct entry *to = all.at;
	struct place some[64];

	run->verdicts = arena_array(run->im.mem, run->n, sizeof *run->verdicts);
	for (uint32_t i = 0; i < run->n; i++) {
		if (i % 64 == 0)
			pile_get(&run->order, some, (run->n - i < 64 ? run->n - i : 64) * sizeof *some, (uint64_t)i * sizeof *some);
		const struct place *p = &some[i % 64];

		run->verdicts[i] = p->verdict;
		if (p->hash)
			*to++ = (struct entry){p->prefix, p->hash, p->at << INDEX_BITS | i};
	}
	return all;
}

/* What the order takes is given back before anything is stored. */
static void put_in_order(struct import_run *run)
{
	struct arena *mem = arena_new(PASS_MEMORY);
	struct entries all = gather(run, mem);

	sort_entries(&all);
	keep_firsts(run, &all);
	arena_free(mem);
}

/* ---- reading */

struct reading {
	struct import_run *run;
	const void *blank;              /* a record with nothing in it */
	const struct field **key_fields;
	void *record;
	struct text key, packed;
	unsigned char secret[crypto_shorthash_KEYBYTES];
};

static void *blank_record(struct import_run *run)
{
	char *record = arena_get(run->im.mem, run->im.kind->size);

	for (const struct field *f = run->im.kind->fields; f->name; f++) {
		if (is_text(f))
			*(const char **)(record + f->at) = "";
		else if (f->kind == K_CODE)
			*(struct code *)(record + f->at) = (struct code){"", ""};
	}
	return record;
}

static void take_row(struct reading *r, const struct table_row *from)
{
	struct import_run *run = r->run;
	struct import_row row = {.number = from->number, .record = r->record, .index = run->n};
	struct place place = {0};

	arena_reset(run->words);
	memcpy(r->record, r->blank, run->im.kind->size);
	cells_parse(run, from, &row);
	if (run->im.kind->check)
		run->im.kind->check(&run->im, &row);
	if (row.outcome == IMPORT_REJECT) {
		run->count[IMPORT_REJECT]++;
	} else {
		make_key(r->key_fields, r->record, &r->key);
		row.group = run->im.kind->together ? group_of(&r->key) : 0;
		place.prefix = run->im.kind->together ? row.group : prefix_of(&r->key, run->im.kind->key_begins);
		crypto_shorthash((unsigned char *)&place.hash, (const unsigned char *)r->key.at, r->key.n, r->secret);
		place.hash |= 1;
		place.at = pack(run, &row, &r->key, &r->packed);
		run->n_entries++;
	}
	place.verdict = (struct row_verdict){.number = (uint32_t)row.number & NUMBER_MOST, .outcome = row.outcome & 7, .reason = row.reason};
	pile_add(&run->order, &place, sizeof place);
	run->n++;
}

static bool refuse_table(struct import_run *run, const struct table_problem *problem)
{
	run->refusal_code = table_code(problem);
	run->refusal = table_message(run->im.mem, problem, &run->limits);
	if (run->im.kind->whole) {
		run->refusal_code = "ERR_FILE_EXCEL";
		run->refusal = arena_print(run->im.mem, "%s（%s）", message(run->im.mem, "ERR_FILE_EXCEL", run->batch.file_name), run->refusal);
	}
	return false;
}

static bool refuse_empty(struct import_run *run)
{
	run->refusal_code = run->im.kind->whole ? "ERR_FILE_EMPTY" : "E-CSV-08";
	run->refusal = run->im.kind->whole ? message(run->im.mem, "ERR_FILE_EMPTY", run->batch.file_name) : message(run->im.mem, "E-CSV-08");
	return false;
}

/* The heading row; when it says nothing as UTF-8, the file is tried as Big5 once more.   LEARN-019 */
static struct table_reader *open_table(struct import_run *run, struct arena *mem, struct table_problem *problem)
{
	struct table_row row;
	struct table_reader *t = table_open(mem, run->fd, run->size, &run->limits, problem);

	if (!t || !table_row(t, &row)) {
		if (problem->error == TABLE_FINE)
			refuse_empty(run);
		else
			refuse_table(run, problem);
		return NULL;
	}
	run->found = (struct charset_found){table_encoding(t), table_kind(t), table_charset(t)};
	if (heading_read(run, &row)) {
		if (run->im.exchanged)
			run->found.label = arena_print(run->im.mem, "%s，依交換格式讀取", run->found.label);
		return t;
	}
	if (text_is(run->refusal_code, "E-CSV-02") && table_kind(t) == TABLE_CSV && table_charset(t) == CHARSET_UTF8 &&
		run->limits.charset == CHARSET_UNKNOWN) {
		const char *code = run->refusal_code, *refusal = run->refusal;

		run->limits.charset = CHARSET_CP950;
		run->refusal = run->refusal_code = NULL;
		if ((t = open_table(run, mem, problem)))
			return t;
		run->limits.charset = CHARSET_UNKNOWN;
		run->refusal_code = code;
		run->refusal = refusal;
	}
	return NULL;
}

static bool read_table(struct reading *r, struct table_reader *t, struct table_problem *problem)
{
	struct import_run *run = r->run;
	struct table_row row;

	while (table_row(t, &row)) {
		take_row(r, &row);
		if (run->n % PROGRESS_ROWS == 0) {
			run->progress(run, run->n, run->batch.rows_read, "檢核中");
			if (run->cancelled(run))
				return false;
		}
	}
	if (problem->error != TABLE_FINE)
		return refuse_table(run, problem);
	return run->n || refuse_empty(run);
}

static void hold_references(struct import_run *run)
{
	struct arena *before = run->im.db ? db_arena(run->im.db) : NULL;

	if (!run->im.db || !run->im.kind->begin)
		return;
	db_use_arena(run->im.db, run->im.mem);
	run->im.references = run->im.kind->begin(&run->im);
	db_use_arena(run->im.db, before);
}

/* Another institution's form of the rows, as a table of ours.  False: refused. */
static bool unfold(struct import_run *run)
{
	struct import_unfolded u = {.fd = -1};

	if (!run->im.kind->unfold || !run->im.kind->unfold(&run->im, run->fd, run->size, &u))
		return true;
	run->form = u.form;
	run->refusal_code = u.refusal_code;
	run->refusal = u.refusal;
	if (u.refusal)
		return false;
	run->fd = u.fd;
	run->size = file_size(u.fd);
	run->limits.charset = CHARSET_UTF8;
	return true;
}

static bool is_refused(struct import_run *run)
{
	const char *const *why = run->im.kind->refuses && run->im.db ? run->im.kind->refuses(&run->im) : NULL;

	if (!why)
		return false;
	run->refusal_code = *why;
	run->refusal = message_text(run->im.mem, why);
	return true;
}

bool read_rows(struct import_run *run)
{
	struct arena *table_mem = arena_new(TABLE_MEMORY), *kept = run->im.mem;
	struct table_problem problem;
	struct reading r = {.run = run, .blank = blank_record(run), .key_fields = key_fields(kept, run->im.kind),
		.record = arena_get(kept, run->im.kind->size),
		.key = text_new(kept, KEY_MOST * FIELDS_MOST), .packed = text_new(kept, 4 << 20)};
	bool good;

	if (is_refused(run)) {
		arena_free(table_mem);
		return false;
	}
	hold_references(run);
	randombytes_buf(r.secret, sizeof r.secret);
	run->records = pile_new(kept);
	run->order = pile_new(kept);
	run->sorted = pile_new(kept);
	run->complaints = pile_new(kept);
	struct table_reader *t = unfold(run) ? open_table(run, table_mem, &problem) : NULL;

	if (run->form)
		run->found.label = run->form;
	good = t && read_table(&r, t, &problem);
	arena_free(table_mem);
	if (!good)
		return false;
	put_in_order(run);
	run->im.rows = run->n_entries;
	return true;
}

/* ---- complaints */

int complaints_of(struct import_run *run, struct arena *mem, const struct row_verdict *v, struct complaint *to, int most)
{
	static const char *const none = "";
	int n = 0;

	for (uint32_t at = v->reason; at && n < most; n++) {
		struct complaint_head head;

		pile_get(&run->complaints, &head, sizeof head, at - 1);
		char *words = arena_get(mem, (size_t)head.code + head.text + 1);

		pile_get(&run->complaints, words, (size_t)head.code + head.text, at - 1 + sizeof head);
		bool named = head.field != UINT16_MAX;

		to[n] = (struct complaint){(enum severity)head.severity, named ? run->im.kind->fields[head.field].name : none,
			words, words + head.code};
		at = head.next;
	}
	for (int i = 0; i < n / 2; i++) {
		struct complaint c = to[i];

		to[i] = to[n - 1 - i];
		to[n - 1 - i] = c;
	}
	return n;
}
