/* table.h: what the tests of tables share: a file of bytes, and all rows of a file as one text. */
#ifndef PEIXUN_TEST_TABLE_H
#define PEIXUN_TEST_TABLE_H

#include "base/text.h"
#include "file/sheet.h"
#include "file/temp.h"

__attribute__((unused))
static int file_of(struct arena *mem, const void *bytes, size_t n)
{
	int fd = temp_file(mem);

	file_write(fd, bytes, n);
	return fd;
}

/* "number:cell|cell;", ^ behind the number of a wide row, ~ of one with 造字; the message, or only its code, at the end. */
static char *read_with(struct arena *mem, int fd, const struct table_limits *limits, bool words)
{
	struct text t = text_new(mem, 1 << 26);
	struct table_problem problem;
	struct table_reader *r = table_open(mem, fd, file_size(fd), limits, &problem);
	struct table_row row;

	while (r && table_row(r, &row)) {
		text_print(&t, "%lld%s%s:", (long long)row.number, row.wide ? "^" : "", row.private_use ? "~" : "");
		for (int i = 0; i < row.n; i++)
			text_print(&t, "%s%s", i ? "|" : "", row.cells[i].at);
		text_puts(&t, ";");
	}
	if (problem.error)
		text_print(&t, "!%s", table_code(&problem));
	if (problem.error && words)
		text_print(&t, " %s", table_message(mem, &problem, limits));
	return t.at;
}
#endif
