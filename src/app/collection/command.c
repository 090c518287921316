/* command.c: `peixun fee`: the list of payments, what is decided about one, and whether the layouts of files are right; by the rights of the
 * named account, with the words of the pages.                                                            ACMS-095 ACMS-101 */
#include <stdio.h>
#include <string.h>

#include "app/account/account.h"
#include "app/collection/collection.sql.h"
#include "app/collection/private.h"
#include "app/may.h"
#include "app/plan/book.h"
#include "base/csv.h"
#include "base/text.h"
#include "job/job.h"

enum { DONE = 0, REFUSED = 1, WRONG_CALL = 2, PIECE = 500, MEMORY = 16 << 20, ROW_MOST = 1 << 16, LIST_MOST = 1000000 };

struct command { const char *act, *what, *how, *as, *reason, *slip, *document, *standing; struct who who; };

static int usage(void)
{
	fprintf(stderr, "usage: peixun fee list [--standing open|booked|accept|assign|refund|close] --as AGENCY/ACCOUNT\n"
		"       peixun fee settle PAYMENT accept|assign|refund|close --reason TEXT [--slip NUMBER] [--document TEXT] --as AGENCY/ACCOUNT\n"
		"       peixun fee reopen PAYMENT --reason TEXT --as AGENCY/ACCOUNT\n"
		"       peixun fee layouts [FOLDER]\n"
		"Files of banks, post office and stores: peixun import payment FILE\n");
	return WRONG_CALL;
}

static bool read_options(struct command *c, int argc, char **argv)
{
	const struct { const char *name, **to; } options[] = {{"--as", &c->as}, {"--reason", &c->reason}, {"--slip", &c->slip},
		{"--document", &c->document}, {"--standing", &c->standing}};

	for (int i = 1; i < argc; i++) {
		size_t k = 0, n = sizeof options / sizeof *options;

		while (k < n && strcmp(argv[i], options[k].name))
			k++;
		if (k < n && i + 1 < argc)
			*options[k].to = argv[++i];
		else if (*argv[i] == '-' || c->how)
			return false;
		else
			*(c->what ? &c->how : c->act ? &c->what : &c->act) = argv[i];
	}
	return c->act;
}

/* ---- the list ---- */

static void put_row(struct arena *mem, const struct payment *p)
{
	struct text line = text_new(mem, ROW_MOST);
	struct csv_out out = {&line, false};

	for (const struct field *f = payment_fields; f->name; f++)
		if (f->use != MARK)
			csv_text(&out, p ? field_text(f, mem, p) : f->label);
	csv_end_row(&out);
	fwrite(line.at, 1, line.n, stdout);
}

static bool put_piece(void *with, const struct rows *rows)
{
	struct arena *mem = with;
	const struct payment *p = records_load(mem, rows, payment_fields, sizeof *p);

	for (int i = 0; i < rows->n; i++)
		put_row(mem, &p[i]);
	return true;
}

static int list(struct db *db, const struct command *c)
{
	struct arena *mem = arena_new(MEMORY);
	const struct value values[] = {A("1912-01-01"), A("2911-12-31"), A(""), A(""), A(c->standing), A("paid_on"), A(LIST_MOST), A(0)};

	put_row(mem, NULL);
	db_each(db, mem, PIECE, &payments_dated, values, sizeof values / sizeof *values, put_piece, mem);
	arena_free(mem);
	return fflush(stdout) ? REFUSED : DONE;
}

/* ---- deciding ---- */

struct deciding { struct settling s; bool reopens; };

static void decide(struct db *db, void *with)
{
	struct deciding *d = with;

	issues_clear(d->s.issues);
	if (!(d->reopens ? settle_reopen(db, &d->s) : settle(db, &d->s)))
		db_undo(db);
}

static int act(struct db *db, const struct command *c)
{
	struct issues issues = issues_new(db_arena(db), settle_fields);
	struct deciding d = {{.settlement = c->how ? c->how : "", .slip = c->slip, .document = c->document, .reason = c->reason, .who = &c->who,
		.now = job_now(), .issues = &issues}, text_is(c->act, "reopen")};

	if (!c->what || !text_to_int(c->what, 1, INT64_MAX, &d.s.payment) || d.reopens == (c->how != NULL))
		return usage();
	if (!d.reopens)
		settle_check(&d.s);
	else if (!*c->reason)
		issue(&issues, -1, "reason", "ERR_REASON");
	if (!issues.n && db_tx(db, decide, &d) == DB_OK)
		return DONE;
	for (size_t i = 0; i < issues.n; i++)
		fprintf(stderr, "%s\n", issues.at[i].text);
	return REFUSED;
}

/* ---- the layouts ---- */

static void tell_layout(void *with, const char *file, const char *problem)
{
	++*(int *)with;
	printf("%s：%s\n", file, problem);
}

static int layouts(struct db *db, const char *folder)
{
	int wrong = 0;
	struct layouts all = layouts_load(db_arena(db), folder ? folder : plan_folder(), tell_layout, &wrong);

	for (int i = 0; i < all.n; i++)
		printf("%s：%s\n", all.at[i]->file, all.at[i]->name);
	return wrong ? REFUSED : DONE;
}

int collection_command(struct db *db, int argc, char **argv)
{
	struct command c = {.reason = "", .slip = "", .document = "", .standing = ""};

	if (!read_options(&c, argc, argv))
		return usage();
	if (text_is(c.act, "layouts") && !c.as && !c.how)
		return layouts(db, c.what);
	if (!c.as || (*c.standing && !code_find(payment_standings, c.standing)))
		return usage();
	if (!account_named(db, db_arena(db), c.as, &c.who) || !(c.who.may & MAY_PAYMENT)) {
		fprintf(stderr, "%s\n", c.who.account ? message(db_arena(db), "ERR_NO_RIGHT", may_name(MAY_PAYMENT))
			: arena_print(db_arena(db), "沒有帳號 %s（機關代碼/帳號）", c.as));
		return REFUSED;
	}
	if (text_is(c.act, "list") && !c.what)
		return list(db, &c);
	return text_is(c.act, "settle") || text_is(c.act, "reopen") ? act(db, &c) : usage();
}
