/* rows.h: reads a table to its end and holds the reader to its word. */
#include <string.h>

#include "base/text.h"
#include "file/sheet.h"

static void check_row(const struct table_row *row, int64_t before, int most)
{
	PROMISE(row->number > before && row->n > 0 - row->wide && row->n <= most);
	for (int i = 0; i < row->n; i++) {
		const struct cell *c = &row->cells[i];

		PROMISE(c->at[c->n] == '\0' && utf8_valid(c->at, c->n) && utf8_length(c->at) <= 200);
	}
}

static void read_rows(struct arena *mem, int fd, size_t size)
{
	struct table_limits limits = table_limits;
	struct table_problem problem;
	struct table_row row;
	int64_t number = 0, rows = 0;

	limits.rows = 1000;
	limits.text = 200;
	limits.cells = 50;
	limits.inflated = 16 << 20;
	struct table_reader *r = table_open(mem, fd, size, &limits, &problem);

	PROMISE(r || problem.error);
	for (; r && table_row(r, &row); number = row.number, rows++)
		check_row(&row, number, limits.cells);
	PROMISE(rows <= limits.rows);
	if (problem.error)
		PROMISE(*table_code(&problem) && *table_message(mem, &problem, &limits));
}
