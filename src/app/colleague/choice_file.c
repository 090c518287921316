/* choice_file.c: 「匯出」 of 多條件複選產製報表: the persons, and on a second sheet their records.                    LEARN-633 */
#include <stdlib.h>

#include "app/colleague/choice.h"
#include "app/colleague/colleague.sql.h"
#include "app/may.h"

enum { PIECE = 300, COLUMNS = 40, DETAIL_MEMORY = 256 << 20 };

static int by_key_person(const void *a, const void *b)
{
	const struct choice_key *x = a, *y = b;

	return x->person != y->person ? (x->person > y->person) - (x->person < y->person) : (x->class > y->class) - (x->class < y->class);
}

static size_t first_key(const struct choice *c, int64_t person)
{
	size_t low = 0, high = c->n_keys;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (c->keys[middle].person < person)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void write_people(struct sheet_out *out, const struct choice *c, struct arena *piece)
{
	for (int i = 0; i < c->n_found; i += PIECE) {
		int n = c->n_found - i < PIECE ? c->n_found - i : PIECE;

		arena_reset(piece);
		choice_fill_words(c->q, piece, &c->found[i], n);
		for (int k = 0; k < n; k++)
			query_cells(out, piece, choice_fields, &c->found[i + k]);
	}
}

static void write_records_of(struct sheet_out *out, const struct choice *c, struct arena *piece, int first, int n)
{
	struct arena *before = db_arena(c->q->db);
	struct choice_key *keys = NULL;
	size_t n_keys = 0, room = 0;

	for (int i = first; i < first + n; i++)
		for (size_t k = first_key(c, c->found[i].id); k < c->n_keys && c->keys[k].person == c->found[i].id; k++) {
			keys = arena_grow(piece, keys, n_keys, &room, sizeof *keys);
			keys[n_keys++] = c->keys[k];
		}
	db_use_arena(c->q->db, piece);
	struct rows *r = db_run(c->q->db, &colleague_keyed, A(c->q->asked.year), A(choice_keys_json(piece, keys, n_keys)));
	struct told *t = records_load(piece, r, told_person_fields, sizeof *t);

	db_use_arena(c->q->db, before);
	told_complete(piece, c->q->today, t, r->n);
	for (int i = 0; i < r->n; i++)
		t[i].national_id = personal_id(piece, t[i].national_id, c->q->full);
	for (int i = first; i < first + n; i++)
		for (int k = told_first(t, r->n, c->found[i].id); k < r->n && t[k].person == c->found[i].id; k++)
			query_cells(out, piece, told_person_fields, &t[k]);
}

bool choice_sheets(struct choice *c, int fd, enum sheet_format format, const char *sort, const char *const *head, const struct download_making *m)
{
	struct sheet_column people[COLUMNS], records[COLUMNS];
	struct arena *piece = arena_new(DETAIL_MEMORY);
	bool goes_on = true;

	choice_answer(c);
	choice_order(c, sort);
	if (c->n_keys)
		qsort(c->keys, c->n_keys, sizeof *c->keys, by_key_person);
	struct sheet_out *out = sheet_open(c->q->mem, fd, format, "人員", head, people, query_columns(choice_fields, people, COLUMNS));

	write_people(out, c, piece);
	sheet_next(out, "課程明細", head, records, query_columns(told_person_fields, records, COLUMNS));
	for (int i = 0; i < c->n_found && goes_on; i += PIECE) {
		arena_reset(piece);
		write_records_of(out, c, piece, i, c->n_found - i < PIECE ? c->n_found - i : PIECE);
		goes_on = !m || download_progress(m, i, c->n_found);
	}
	sheet_close(out);
	arena_free(piece);
	return goes_on;
}

static int64_t write_choice(const struct download_making *m, int fd)
{
	struct query q;
	struct choice c = {0};

	if (choice_again(m, &q, &c) && !choice_sheets(&c, fd, m->format, choice_kind.sort, query_head(m, &q, choice_kind.title), m))
		return -1;
	return c.n_found;
}

static int64_t rows_of(const struct download_making *m)
{
	struct query q;
	struct choice c;

	if (!choice_again(m, &q, &c))
		return 0;
	choice_answer(&c);
	return c.n_found + (int64_t)c.n_keys;
}

const struct download_kind colleague_choice_file = {.name = "colleague.choice", .label = "多條件複選產製報表", .may = MAY_STATISTICS | MAY_DGPA,
	.rows = rows_of, .write = write_choice};
