/* read.h: a PDF written to a file and read back with the tools that other people use. */
#ifndef TEST_FILE_READ_H
#define TEST_FILE_READ_H

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "file/pdf.h"
#include "test/tap.h"

static struct arena *mem;
static char path[] = "/tmp/pdf-test-XXXXXX";

/* What a command on the file prints, all of it. */
__attribute__((unused))
static const char *output(const char *command)
{
	struct text to = text_new(mem, 1 << 20);
	FILE *f = popen(arena_print(mem, command, path), "r");
	char piece[4096];

	for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;)
		text_add(&to, piece, n);
	int status = pclose(f);

	return status ? arena_print(mem, "status %d: %s", status, to.at) : to.at;
}

/* Writes the PDF to the file that output() reads. */
__attribute__((unused))
static void save(struct pdf *pdf)
{
	int fd = open(path, O_WRONLY | O_TRUNC);

	ok(fd >= 0 && pdf_write(pdf, fd), "written");
	close(fd);
}

__attribute__((unused))
static const char *without_blanks(const char *s)
{
	struct text t = text_new(mem, 1 << 20);
	const char *end = s + strlen(s);

	for (int n; s < end; s += n) {
		uint32_t c = utf8_next(s, end, &n);

		if (c > ' ' && c != 0x3000)
			text_add(&t, s, (size_t)n);
	}
	return t.at;
}

__attribute__((unused))
static void has(const char *text, const char *part)
{
	if (!ok(strstr(text, part) != NULL, "has %.120s", part))
		printf("# in: %.2000s\n", text);
}

__attribute__((unused))
static void lacks(const char *text, const char *part)
{
	ok(strstr(text, part) == NULL, "does not have %s", part);
}

static void read_open(void)
{
	mem = arena_new(256 << 20);
	close(mkstemp(path));
}

static int read_close(void)
{
	unlink(path);
	arena_free(mem);
	return tap_end();
}
#endif
