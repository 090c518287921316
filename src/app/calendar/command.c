/* command.c: `peixun calendar`: load the official file, list what is loaded. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/calendar/calendar.h"
#include "base/text.h"

enum { FILE_MOST = 16 << 20, MEMORY = 128 << 20 };

static bool read_file(struct arena *mem, const char *path, struct bytes *to)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat s;
	ssize_t n;

	if (fd < 0 || fstat(fd, &s) || s.st_size > FILE_MOST) {
		fprintf(stderr, "%s: %s\n", path, fd < 0 ? strerror(errno) : "檔案過大");
		if (fd >= 0)
			close(fd);
		return false;
	}
	to->at = arena_get(mem, (size_t)s.st_size);
	n = read(fd, (void *)(uintptr_t)to->at, (size_t)s.st_size);
	to->n = n > 0 ? (size_t)n : 0;
	close(fd);
	return true;
}

static int load(struct db *db, struct arena *mem, const char *path)
{
	const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
	struct office_load done;
	struct bytes file;

	if (!read_file(mem, path, &file))
		return 1;
	office_load(db, mem, file, name, &(struct office_who){0}, &done);
	for (int i = 0; i < done.problems_n; i++)
		fprintf(stderr, "%s\n", done.problems[i]);
	if (!done.problems_n)
		printf("已載入%s辦公日曆，共%d日，其中放假%d日。\n", office_years_text(mem, &done), done.days, done.days_off);
	return done.problems_n != 0;
}

static int list(struct db *db, struct arena *mem)
{
	struct rows *r = office_years(db);

	for (int i = 0; i < r->n; i++)
		printf("%lld\t%lld\t%s\t%s\n", (long long)row_int(r, i, "year") - 1911, (long long)row_int(r, i, "days_off"),
			moment_text(mem, row_moment(r, i, "loaded")), row_text(r, i, "source"));
	return 0;
}

int office_command(struct db *db, int argc, char **argv)
{
	struct arena *before = db_arena(db), *mem;
	int status;

	if (!(argc == 3 && text_is(argv[1], "load")) && !(argc == 2 && text_is(argv[1], "list"))) {
		fprintf(stderr, "peixun calendar load FILE | list\n");
		return 2;
	}
	mem = arena_new(MEMORY);
	db_use_arena(db, mem);
	status = argc == 3 ? load(db, mem, argv[2]) : list(db, mem);
	db_use_arena(db, before);
	arena_free(mem);
	return status;
}
