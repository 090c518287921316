/* command.c: `peixun plan-form list`: 實務訓練計畫表繳交情形 as CSV on standard output, by the rights of the named account.   ACMS-051, 101 */
#include <stdio.h>
#include <string.h>

#include "app/account/account.h"
#include "app/may.h"
#include "app/planform/planform.sql.h"
#include "app/planform/view.h"
#include "base/csv.h"
#include "base/text.h"
#include "job/job.h"

enum { PIECE = 500, PIECE_MEMORY = 16 << 20, WRONG_CALL = 2 };

struct listing { const char *as, *state, *year_text; int64_t year; struct who who; struct arena *mem; };

static void put_line(const struct text *line)
{
	fwrite(line->at, 1, line->n, stdout);
}

static bool write_piece(void *with, const struct rows *rows)
{
	const struct listing *l = with;
	const struct planform *f = records_load(l->mem, rows, overview_list_fields, sizeof *f);

	for (int i = 0; i < rows->n; i++) {
		struct text line = text_new(l->mem, 1 << 16);
		struct csv_out out = {&line, false};

		for (const struct field *x = overview_list_fields; x->name; x++)
			if (x->use == SHOW)
				csv_text(&out, field_text(x, l->mem, &f[i]));
		csv_end_row(&out);
		put_line(&line);
	}
	return true;
}

static void write_all(struct db *db, struct listing *l)
{
	int64_t agency = l->who.all_agencies ? 0 : l->who.agency;
	struct text line = text_new(db_arena(db), 1 << 16);
	struct csv_out out = {&line, false};
	const struct value values[] = {A(agency), A(agency ? agency : INT64_MAX), A(l->year), A(""), A(""), A(l->state),
		A(date_iso(db_arena(db), moment_date(job_now()))), A("due"), A(LIST_FILE_MOST), A(0)};

	for (const struct field *x = overview_list_fields; x->name; x++)
		if (x->use == SHOW)
			csv_text(&out, x->label);
	csv_end_row(&out);
	put_line(&line);
	db_each(db, l->mem, PIECE, &planform_overview, values, sizeof values / sizeof *values, write_piece, l);
}

/* False: a wrong call. */
static bool read_options(struct listing *l, int argc, char **argv)
{
	static const char *const names[] = {"--as", "--year", "--state"};
	const char **values[] = {&l->as, &l->year_text, &l->state};

	if (argc < 2 || strcmp(argv[1], "list"))
		return false;
	for (int i = 2; i < argc; i += 2) {
		size_t k = 0;

		while (k < 3 && strcmp(argv[i], names[k]))
			k++;
		if (k == 3 || i + 1 == argc)
			return false;
		*values[k] = argv[i + 1];
	}
	return l->as && (!*l->year_text || text_to_int(l->year_text, 1, 999, &l->year)) &&
		(!*l->state || !strcmp(l->state, "open") || code_find(form_state_codes, l->state));
}

int planform_command(struct db *db, int argc, char **argv)
{
	struct listing l = {.state = "", .year_text = ""};

	if (!read_options(&l, argc, argv)) {
		fprintf(stderr, "usage: peixun plan-form list [--year YEAR] [--state STATE] --as AGENCY/ACCOUNT\n"
			"STATE: open overdue not_issued waiting uploaded uploaded_late returned absent\n");
		return WRONG_CALL;
	}
	if (!account_named(db, db_arena(db), l.as, &l.who) || !(l.who.may & MAY_FORM_SEE)) {
		fprintf(stderr, "%s\n", l.who.account ? message(db_arena(db), "ERR_NO_RIGHT", may_name(MAY_FORM_SEE))
			: arena_print(db_arena(db), "沒有帳號 %s（機關代碼/帳號）", l.as));
		return 1;
	}
	l.mem = arena_new(PIECE_MEMORY);
	write_all(db, &l);
	arena_free(l.mem);
	return fflush(stdout) != 0;
}
