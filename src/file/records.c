/* records.c: see records.h. */
#include "file/records.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "file/sheet.h"

enum { FIELDS_MOST = 64 };

struct reading {
	struct arena *mem;
	const struct field *fields;
	size_t size;
	int most;
	struct issues *issues;
	struct record_rows *to;
	int column[FIELDS_MOST];                                /* of each field in the file, -1: none */
};

/* "A|B|C" has the name? */
static bool listed(const char *names, const char *name)
{
	size_t n = strlen(name);

	for (const char *s = names; s && *s; s += strcspn(s, "|"), s += *s == '|')
		if (strcspn(s, "|") == n && !memcmp(s, name, n))
			return true;
	return false;
}

static void find_columns(struct reading *r, const struct table_row *heading)
{
	for (int k = 0; r->fields[k].name && k < FIELDS_MOST; k++) {
		const struct field *f = &r->fields[k];

		r->column[k] = -1;
		for (int i = 0; f->use == EDIT && i < heading->n; i++)
			if (!strcmp(heading->cells[i].at, f->label) || listed(f->aliases, heading->cells[i].at))
				r->column[k] = i;
		if (f->use == EDIT && f->need && r->column[k] < 0)
			issue(r->issues, -1, "", "E-CSV-03", f->label);
	}
}

static void read_row(struct reading *r, const struct table_row *row)
{
	char *record = (char *)r->to->at + (size_t)r->to->n * r->size;

	r->to->number[r->to->n++] = row->number;
	for (int k = 0; r->fields[k].name && k < FIELDS_MOST; k++) {
		const struct field *f = &r->fields[k];
		int c = r->column[k];
		const char *cell = c >= 0 && c < row->n ? arena_bytes(r->mem, row->cells[c].at, row->cells[c].n) : "";

		if (f->kind == K_TEXT || f->kind == K_ID)
			*(const char **)(record + f->at) = "";
		if (f->use == EDIT && (c >= 0 || f->need))
			field_parse(f, TYPED, cell, record, r->issues, (int)row->number);
	}
}

static bool read_table(struct reading *r, int fd, uint64_t size)
{
	struct table_problem problem = {0};
	struct table_reader *table = table_open(r->mem, fd, size, &table_limits, &problem);
	struct table_row row;

	if (table && table_row(table, &row)) {
		find_columns(r, &row);
		while (!issue_at(r->issues, -1, "") && r->to->n < r->most && table_row(table, &row))
			read_row(r, &row);
	}
	if (!table || problem.error != TABLE_FINE)
		issue(r->issues, -1, "", "ERR_TEXT_GIVEN", table_message(r->mem, &problem, &table_limits));
	else if (!r->to->n && !r->issues->n)
		issue(r->issues, -1, "", "E-CSV-08");
	else if (r->to->n == r->most && table_row(table, &row))
		issue(r->issues, -1, "", "E-CSV-07", arena_print(r->mem, "%d 列", r->most));
	return !r->issues->n;
}

bool records_read(struct arena *mem, const char *path, const struct field *fields, size_t size, int most, struct issues *issues,
	struct record_rows *to)
{
	struct reading r = {mem, fields, size, most, issues, to, {0}};
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;

	*to = (struct record_rows){arena_array(mem, (size_t)most, size), arena_array(mem, (size_t)most, sizeof *to->number), 0};
	if (fd < 0 || fstat(fd, &st)) {
		issue(issues, -1, "", "ERR_TEXT_GIVEN", strerror(errno));
		return false;
	}
	bool good = read_table(&r, fd, (uint64_t)st.st_size);

	close(fd);
	return good;
}
