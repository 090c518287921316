/* book.c: see book.h. */
#include "app/plan/book.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/setting.h"
#include "base/text.h"

enum { PLANS_MEMORY = 32 << 20, LEVELS_UP = 5 };

/* ---- where ---- */

static bool is_folder(const char *path)
{
	struct stat s;

	return stat(path, &s) == 0 && S_ISDIR(s.st_mode);
}

/* The program may stand in bin beside share, or somewhere in its own source tree. */
static void find_beside_program(char folder[PATH_MAX])
{
	static const char *const places[] = {"share/peixun/plans", "plans"};
	char program[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", program, sizeof program);

	for (int up = 0; n > 0 && up < LEVELS_UP; up++) {
		while (n > 0 && program[n - 1] != '/')
			n--;
		for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++)
			if (snprintf(folder, PATH_MAX, "%.*s%s", (int)n, program, places[i]) < PATH_MAX && is_folder(folder))
				return;
		n -= n > 0;
	}
	snprintf(folder, PATH_MAX, "plans");
}

const char *plan_folder(void)
{
	static char found[PATH_MAX];

	if (*setting("plans"))
		return setting("plans");
	if (!*found)
		find_beside_program(found);
	return found;
}

/* ---- whether anything has changed ---- */

/* A sum over names, sizes and times of the files.                        FNV-1a */
static void mix(uint64_t *sum, const void *bytes, size_t n)
{
	const unsigned char *c = bytes;

	for (size_t i = 0; i < n; i++)
		*sum = (*sum ^ c[i]) * 0x100000001b3;
}

static void mix_folder(uint64_t *sum, const char *folder)
{
	char path[PATH_MAX];
	uint64_t files = 0;
	DIR *dir = opendir(folder);

	for (const struct dirent *d; dir && (d = readdir(dir));) {
		uint64_t one = 0xcbf29ce484222325;
		struct stat s;

		if (!text_ends(d->d_name, ".json") || (size_t)snprintf(path, sizeof path, "%s/%s", folder, d->d_name) >= sizeof path ||
			stat(path, &s) != 0)
			continue;
		mix(&one, d->d_name, strlen(d->d_name));
		mix(&one, &s.st_size, sizeof s.st_size);
		mix(&one, &s.st_mtim, sizeof s.st_mtim);
		mix(&one, &s.st_ino, sizeof s.st_ino);
		files += one;                                   /* the order of a folder means nothing */
	}
	if (dir)
		closedir(dir);
	mix(sum, &files, sizeof files);
}

static uint64_t folder_sum(const char *folder)
{
	static const char *const within[] = {"", "/law", "/forms"};
	char path[PATH_MAX];
	uint64_t sum = 0xcbf29ce484222325;

	for (size_t i = 0; i < sizeof(within) / sizeof(*within); i++)
		if ((size_t)snprintf(path, sizeof path, "%s%s", folder, within[i]) < sizeof path)
			mix_folder(&sum, path);
	return sum;
}

/* ---- the book ---- */

/* What is in force, and what was before: somebody may still be reading it. */
static struct book { struct arena *mem; const struct plans *plans; } now, former;
static uint64_t now_sum;

static void tell(const struct plans *plans)
{
	for (int i = 0; i < plans->problems_n; i++)
		if (!plans->problems[i].warning || text_is(plans->problems[i].code, "PLAN_KEPT"))
			log_line("plans: %s:%d: %s %s: %s", plans->problems[i].file, plans->problems[i].line, plans->problems[i].code,
				plans->problems[i].path, plans->problems[i].text);
}

const struct plans *plan_book_now(void)
{
	uint64_t sum = folder_sum(plan_folder());
	struct arena *mem;

	if (now.plans && sum == now_sum)
		return now.plans;
	mem = arena_new((size_t)PLANS_MEMORY);
	if (former.mem)
		arena_free(former.mem);
	former = now;
	now = (struct book){mem, plans_load_again(mem, plan_folder(), former.plans)};
	now_sum = sum;
	tell(now.plans);
	return now.plans;
}

const struct plans *plan_book(void)
{
	static struct moment looked;
	struct moment at = now.plans ? clock_now() : looked;

	if (now.plans && at.seconds == looked.seconds)
		return now.plans;
	looked = at;
	return plan_book_now();
}

const struct plan *plan_book_on(const char *id, struct date day)
{
	const struct plan *plan = *id ? plans_on(plan_book(), id, day) : NULL;

	return plan || !*id ? plan : plans_find(plan_book(), id);
}
