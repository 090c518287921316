/* command.c: `peixun audit`: verify, seal, list. */
#include <stdio.h>
#include <string.h>

#include "app/audit/audit.h"
#include "base/log.h"
#include "base/text.h"

enum { SHOWN = 200, MEMORY = 64 << 20 };

static void print_finding(void *with, const struct audit_finding *f)
{
	int *shown = with;

	if ((*shown)++ < SHOWN)
		printf("%s\n", f->text);
}

static int verify(struct db *db, const char *exported)
{
	int shown = 0;
	int64_t found = audit_verify(db, exported, print_finding, &shown);

	if (found)
		printf("稽核紀錄與封存不符，共%lld項。\n", (long long)found);
	else
		printf("稽核紀錄與封存相符。最末封存：%s\n", audit_newest(db, db_arena(db)));
	return found != 0;
}

static int seal(struct db *db)
{
	audit_seal(db);
	printf("%s\n", audit_newest(db, db_arena(db)));
	return 0;
}

static void print_event(const struct rows *r, int i, struct arena *mem)
{
	printf("%lld\t%s\t%lld\t%lld\t%s\t%s\t%s\t%lld\t%s\t%s\t%s\n", (long long)row_int(r, i, "id"),
		moment_iso(mem, row_moment(r, i, "at")), (long long)row_int(r, i, "account"), (long long)row_int(r, i, "agency"),
		row_text(r, i, "address"), row_text(r, i, "action"), row_text(r, i, "subject_kind"),
		(long long)row_int(r, i, "subject"), row_text(r, i, "was"), row_text(r, i, "became"), row_text(r, i, "reason"));
}

static bool number_option(int argc, char **argv, int *i, const char *name, int64_t *to)
{
	if (!text_is(argv[*i], name) || *i + 1 >= argc || !text_to_int(argv[*i + 1], 1, INT64_MAX, to))
		return false;
	*i += 1;
	return true;
}

static int list(struct db *db, int argc, char **argv)
{
	struct arena *mem = arena_new(MEMORY);
	int64_t most = 100, account = 0, subject = 0;
	const char *subject_kind = NULL;
	struct rows *r;

	for (int i = 0; i < argc; i++) {
		if (number_option(argc, argv, &i, "--most", &most) || number_option(argc, argv, &i, "--account", &account))
			continue;
		if (!text_is(argv[i], "--subject") || i + 2 >= argc || !text_to_int(argv[i + 2], 1, INT64_MAX, &subject))
			return 2;
		subject_kind = argv[i + 1];
		i += 2;
	}
	if (subject_kind)
		r = audit_history(db, mem, subject_kind, subject);
	else
		r = audit_find(db, mem, &(struct audit_filter){.account = account, .most = most < 100000 ? (int)most : 100000});
	for (int i = 0; i < r->n; i++)
		print_event(r, i, mem);
	arena_free(mem);
	return 0;
}

static int usage(void)
{
	fprintf(stderr, "peixun audit verify [--seal NUMBER:HMAC] | seal | list [--subject KIND ID] [--account ID] [--most N]\n");
	return 2;
}

int audit_command(struct db *db, int argc, char **argv)
{
	int status = 2;

	if (argc == 2 && text_is(argv[1], "verify"))
		return verify(db, NULL);
	if (argc == 4 && text_is(argv[1], "verify") && text_is(argv[2], "--seal"))
		return verify(db, argv[3]);
	if (argc == 2 && text_is(argv[1], "seal"))
		return seal(db);
	if (argc >= 2 && text_is(argv[1], "list"))
		status = list(db, argc - 2, argv + 2);
	return status == 2 ? usage() : status;
}
