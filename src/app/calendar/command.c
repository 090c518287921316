/* command.c: `peixun calendar`: load the official file, list what is loaded. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/account/account.h"
#include "app/calendar/calendar.h"
#include "app/may.h"
#include "base/text.h"

enum { FILE_MOST = 16 << 20, MEMORY = 128 << 20, WRONG_CALL = 2 };

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

static int load(struct db *db, struct arena *mem, const char *path, const char *as)
{
	const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
	struct office_load done;
	struct bytes file;
	struct who who;

	if (!account_named(db, mem, as, &who)) {
		fprintf(stderr, "peixun calendar: there is no active account %s\n", as);
		return WRONG_CALL;
	}
	if (!(who.may & MAY_CALENDAR_EDIT)) {
		fprintf(stderr, "%s\n", message(mem, "ERR_NO_RIGHT", may_name(MAY_CALENDAR_EDIT)));
		return 1;
	}
	if (!read_file(mem, path, &file))
		return 1;
	office_load(db, mem, file, name, &(struct office_who){.account = who.account, .agency = who.agency}, &done);
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

	bool loads = argc == 5 && text_is(argv[1], "load") && text_is(argv[3], "--as");

	if (!loads && !(argc == 2 && text_is(argv[1], "list"))) {
		fprintf(stderr, "usage: peixun calendar load FILE --as AGENCY/ACCOUNT | list\n");
		return WRONG_CALL;
	}
	mem = arena_new(MEMORY);
	db_use_arena(db, mem);
	status = loads ? load(db, mem, argv[2], argv[4]) : list(db, mem);
	db_use_arena(db, before);
	arena_free(mem);
	return status;
}
