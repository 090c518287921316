/* plan_file.c: the files of a folder to plans, and what stays in force when one of them has become faulty.          PLAN-001 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "rule/law.h"
#include "rule/plan_private.h"
#include "rule/promotion_set.h"

enum { FILE_MOST = 1 << 20 };

/* A good one, as it was read. */
struct plan_file { struct plan_file *next; const char *name, *bytes; size_t n; };

/* Reading one folder, or one within it. */
struct reading {
	struct plans *plans;
	const struct plans *former;
	const char *folder;
	char *buffer;
	void (*add)(struct plans *, const char *name, const char *bytes, size_t n);
};

static void keep(struct plans *plans, const char *name, const char *bytes, size_t n)
{
	struct plan_file *file = arena_get(plans->mem, sizeof(*file));

	*file = (struct plan_file){plans->files, name, arena_copy(plans->mem, bytes, n), n};
	plans->files = file;
}

static const struct plan_file *kept(const struct plans *plans, const char *name)
{
	const struct plan_file *file = plans ? plans->files : NULL;

	while (file && !text_is(file->name, name))
		file = file->next;
	return file;
}

const char *plan_file_bytes(const struct plans *plans, const char *name, size_t *n)
{
	const struct plan_file *file = kept(plans, name);

	*n = file ? file->n : 0;
	return file ? file->bytes : NULL;
}

/* What the file held when it was last good is used in its stead. */
static void fall_back(const struct reading *r, const char *name)
{
	const struct plan_file *file = kept(r->former, name);
	int before = r->plans->problems_n, errors = r->plans->errors_n;

	if (!file)
		return;
	r->add(r->plans, name, file->bytes, file->n);
	if (r->plans->errors_n > errors)
		return;
	r->plans->problems_n = before;
	keep(r->plans, name, file->bytes, file->n);
	plan_complain(r->plans, true, name, "PLAN_KEPT", 0, "", "檔案有誤，仍依先前正確之內容辦理");
}

/* False: a problem says why it can't be read. */
static bool read_file(const struct reading *r, const char *name, size_t *n)
{
	FILE *file = fopen(arena_print(r->plans->mem, "%s/%s", r->folder, name), "r");
	bool good;

	*n = file ? fread(r->buffer, 1, FILE_MOST + 1, file) : 0;
	good = file && !ferror(file) && *n <= FILE_MOST;
	if (!file || ferror(file))
		plan_complain(r->plans, false, name, "PLAN_SYNTAX", 0, "", "無法讀取：%s", strerror(errno));
	else if (*n > FILE_MOST)
		plan_complain(r->plans, false, name, "PLAN_SYNTAX", 0, "", "檔案超過%d位元組", FILE_MOST);
	if (file)
		fclose(file);
	return good;
}

static void add_file(const struct reading *r, const char *name)
{
	int before = r->plans->errors_n;
	size_t n;

	if (read_file(r, name, &n))
		r->add(r->plans, name, r->buffer, n);
	if (r->plans->errors_n == before)
		keep(r->plans, name, r->buffer, n);
	else
		fall_back(r, name);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Names of the files of a folder, sorted; -1: it can't be read. */
static int list_files(struct arena *mem, const char *folder, const char *within, const char ***names)
{
	DIR *dir = opendir(arena_print(mem, "%s/%s", folder, within));
	size_t n = 0, room = 0;

	if (!dir)
		return -1;
	for (const struct dirent *d; (d = readdir(dir));)
		if (d->d_name[0] != '.' && text_ends(d->d_name, ".json")) {
			*names = arena_grow(mem, *names, n, &room, sizeof(**names));
			(*names)[n++] = arena_print(mem, "%s%s", within, d->d_name);
		}
	closedir(dir);
	if (n)
		qsort(*names, n, sizeof(**names), by_name);
	return (int)n;
}

/* False: there is no such folder. */
static bool add_folder(struct reading *r, const char *within, void (*add)(struct plans *, const char *name, const char *bytes, size_t n))
{
	const char **names = NULL;
	int n = list_files(r->plans->mem, r->folder, within, &names);

	r->add = add;
	for (int i = 0; i < n; i++)
		add_file(r, names[i]);
	return n >= 0;
}

struct plans *plans_load_again(struct arena *mem, const char *folder, const struct plans *former)
{
	struct plans *plans = arena_get(mem, sizeof(*plans));
	struct reading r = {.plans = plans, .former = former, .folder = folder, .buffer = arena_get(mem, FILE_MOST + 1)};

	plans->mem = mem;
	add_folder(&r, "law/", law_add);
	add_folder(&r, "forms/", plans_add_notes);
	add_folder(&r, "promotion/", promotions_add);
	if (!add_folder(&r, "", plans_add))
		plan_complain(plans, false, arena_text(mem, folder), "PLAN_MISSING", 0, "", "無法讀取資料夾：%s", strerror(errno));
	plans_settle(plans, former);
	plan_check_notes(plans);
	promotions_check(plans);
	return plans;
}

struct plans *plans_load(struct arena *mem, const char *folder)
{
	return plans_load_again(mem, folder, NULL);
}
