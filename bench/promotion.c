/* 升官等訓練: how long everybody's 參訓資格 takes, and a whole roster from file to rows.
 *
 * usage: build/release/bench/promotion [persons [rows]]     persons are judged in memory; the roster goes into a fresh SQLite file */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "app/account/account.h"
#include "app/nomination/private.h"
#include "app/store/store.h"
#include "app/survey/private.h"
#include "base/national_id.h"
#include "base/text.h"
#include "bench/measure.h"
#include "db/built.h"
#include "file/sheet.h"
#include "file/temp.h"

enum { MEMORY = 1 << 30, PIECE = 64 << 20, PIECE_ROWS = 1000 };

static const struct import_kind *const kinds[] = {&nomination_kind, NULL};

static void judge(int persons)
{
	struct arena *mem = arena_new(MEMORY), *piece = arena_new(PIECE);
	struct verdict first = promotion_verdict(NULL, mem);
	struct times begun = now(), took;
	int met = 0;

	for (int i = 0; i < persons; i++) {
		struct candidate c = {.year = 113, .type = promotion_type_codes[0], .post = "警佐一階", .confirmed = yes_no_codes[0],
			.senior_pay = {"", ""}, .grade_3 = {"甲", "甲"}, .grade_2 = {"甲", "甲"}, .grade_1 = {i % 3 ? "乙" : "丙", "乙"}, .exam = {"exam", ""},
			.school = {i % 2 ? "constable_class" : "", ""}, .since = date_make(2015 + i % 8, 1, 1), .top_step_on = date_make(2022 + i % 3, 1, 1),
			.breaks = ""};
		struct verdict v = verdict_new(piece, NULL, NULL);

		v.promotions = first.promotions;
		candidate_judge(&c, &v);
		met += text_is(c.result.id, "eligible");
		if (i % PIECE_ROWS == PIECE_ROWS - 1)
			arena_reset(piece);
	}
	took = since(begun);
	printf("eligibility: %d persons in %.2f s, of processor time %.2f s (%d eligible)\n", persons, took.wall, took.cpu, met);
	arena_free(piece);
	arena_free(mem);
}

static const char *id_of(struct arena *mem, int n)
{
	char *id = arena_print(mem, "A1%07d0", n);

	while (!national_id_valid(id))
		id[9]++;
	return id;
}

static int roster(struct arena *mem, int rows)
{
	struct sheet_column columns[32];
	int n = 0, fd = temp_file(mem);

	for (const struct field *f = nominee_fields; f->name; f++)
		columns[n++] = (struct sheet_column){.heading = f->label};
	struct sheet_out *o = sheet_open(mem, fd, SHEET_XLSX, "名冊", NULL, columns, n);

	for (int i = 0; i < rows; i++) {
		for (const struct field *f = nominee_fields; f->name; f++)
			sheet_text(o, text_is(f->name, "national_id") ? id_of(mem, i) : text_is(f->name, "place") ? arena_print(mem, "%d", i + 1) :
				text_is(f->name, "agency_code") ? "301000000A" : f->example);
		sheet_end_row(o);
	}
	sheet_close(o);
	return fd;
}

static const struct sql set_up[] = {
	{.name = "agency", .writes = true, .text = "INSERT INTO agency (id, code, name) VALUES (1, '301000000A', '示範警政署')"},
	{.name = "account", .writes = true, .text = "INSERT INTO account (id, agency, name, role) VALUES (1, 1, 'bench', 'agency_officer')"},
	{.name = "selector", .writes = true, .text = "INSERT INTO promotion_selector (type, agency, from_year) VALUES ('zuo_to_zheng', 1, 100)"},
	{.name = "nomination", .writes = true, .text = "INSERT INTO nomination (id, type, year, agency) VALUES (1, 'zuo_to_zheng', 113, 1)"},
};

struct sending { struct import_order order; int64_t content, batch; };

static void prepare(struct db *db, void *with)
{
	struct sending *s = with;

	for (size_t i = 0; i < sizeof set_up / sizeof *set_up; i++)
		db_run(db, &set_up[i]);
	s->batch = batch_new(db, &s->order, s->content, false);
}

static void import(int rows)
{
	struct arena *mem = arena_new(MEMORY);
	char folder[] = "/tmp/peixun-bench-XXXXXX";
	struct db *db = db_open(arena_print(mem, "%s/bench.db", mkdtemp(folder)));
	struct who who = {.account = 1, .agency = 1};
	struct sending s = {.order = {.kind = &nomination_kind, .who = &who, .file_name = "roster.xlsx", .subject = 1, .now = {1700000000}}};
	struct import_batch b;

	import_kinds(kinds);
	db_use_arena(db, mem);
	db_migrate(db, migrations, n_migrations);
	s.content = store_content(db, roster(mem, rows));
	db_tx(db, prepare, &s);
	struct times begun = now(), took;

	import_work(db, mem, s.batch, s.order.now, NULL);
	batch_load(db, mem, s.batch, &b);
	took = since(begun);
	printf("roster: %d rows of xlsx checked and stored in %.2f s, of processor time %.2f s (%s)\n", rows, took.wall, took.cpu, b.state.label);
	db_close(db);
	unlink(arena_print(mem, "%s/bench.db", folder));
	unlink(arena_print(mem, "%s/bench.db-wal", folder));
	unlink(arena_print(mem, "%s/bench.db-shm", folder));
	rmdir(folder);
	arena_free(mem);
}

int main(int argc, char **argv)
{
	judge(argc > 1 ? atoi(argv[1]) : 100000);
	import(argc > 2 ? atoi(argv[2]) : 5000);
	return 0;
}
