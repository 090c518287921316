/* The reports of 終身學習 on the person's basis over the whole tree: 8,000 agencies, 380,000 persons, many millions of records of one year,
 * kept counts and the list behind a number, with marks waiting and without; on as many records and on twice as many.
 *
 * usage: build/release/bench/report [records [turns [folder]]]         folder: where SQLite's database goes, removed afterwards
 *        PostgreSQL too where PEIXUN_TEST_PG names one: test/postgres run build/release/bench/report */
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>

#include "app/code/code.h"
#include "app/plan/book.h"
#include "app/tally/tally.h"
#include "base/log.h"
#include "base/text.h"
#include "bench/fill.h"
#include "bench/measure.h"
#include "db/built.h"
#include "test/fresh.h"

enum { TURNS_MOST = 99, MEMORY = 1 << 30, PERSONS = 380000, AGENCIES = 8000, YEAR = 107, MINISTRIES = 30, BUREAUS = 300, CLASS = 25, PAGE = 50,
	CATEGORIES = 23 };

static int64_t records = 10000000, turns = 9;
static struct arena *mem, *page;
static struct db *db;
static struct moment today = {1546221600};                        /* 107/12/31 */
static bool is_pg;

static void deliver(struct db *d, void *with)
{
	(void)with;
	code_deliver(d, plan_folder());
	tally_deliver(d);
}

/* 30 ministries, 300 bureaus below them, all others below these. */
static void seed_people(void)
{
	fill_order(db, arena_print(mem, "INSERT INTO agency (id, code, name, parent) SELECT i + 1, 'A' || (100000000 + i), '機關' || i,"
		" CASE WHEN i < %d THEN NULL WHEN i < %d THEN i %% %d + 1 ELSE %d + i %% %d + 1 END FROM %s", MINISTRIES, MINISTRIES + BUREAUS,
		MINISTRIES, MINISTRIES, BUREAUS, fill_numbers(db, mem, AGENCIES)));
	fill_order(db, arena_print(mem, "INSERT INTO person (id, national_id, name, name_key, sex, birth_date) SELECT i + 1, 'A' || (100000000 + i),"
		" '王小' || i, CAST(i * 7919 %% 380000 AS TEXT), CASE WHEN i %% 2 = 0 THEN 'male' ELSE 'female' END, '1980-01-01' FROM %s",
		fill_numbers(db, mem, PERSONS)));
	fill_order(db, arena_print(mem, "INSERT INTO service_record (person, agency, title, rank, person_class, is_supervisor, from_day) SELECT p.id,"
		" (p.id * 7 - 1) %% %d + 1, 1, r.id, c.id, CASE WHEN p.id %% 7 = 0 THEN 1 ELSE 0 END, '2011-01-01' FROM person p"
		" JOIN code_item r ON r.table_code = 'rank' AND r.code = CASE p.id %% 3 WHEN 0 THEN 'P12' WHEN 1 THEN 'P07' ELSE 'P03' END"
		" JOIN code_item c ON c.table_code = 'person_class' AND c.code = CASE WHEN p.id %% 10 < 7 THEN '2' ELSE"
		" CAST(p.id %% 9 + 1 AS TEXT) END", AGENCIES));
}

static void add_records(int64_t from, int64_t to)
{
	fill_order(db, arena_print(mem, "INSERT INTO hours_class (roc_year, kind, institution, name, start_day, end_day, category, fold, spelt)"
		" SELECT %d, 2, i %% 200 + 1, '課程' || i, '2018-05-01', '2018-05-02', 1, i * CAST(922337203685 AS BIGINT), i"
		" FROM (SELECT i + %lld AS i FROM %s) n", YEAR, (long long)(from / CLASS), fill_numbers(db, mem, (to - from) / CLASS)));
	for (; from < to; from += 1000000)
		fill_order(db, arena_print(mem,
			"INSERT INTO hours_record (roc_year, class, person, owner, agency, unit, title, rank, person_class, is_supervisor, sex,"
			" category, mode, amount, unit_of_amount, hours, digital, business, cert, review, source)"
			" SELECT %d, i / %d + 1, (i / %d * 7919 + i %% %d * 997) %% %d + 1, 1, 1, 1, 1, 1, 1, 0, 1, (SELECT min(id) FROM code_item"
			" WHERE table_code = 'course_category') + (i / %d) %% %d, 2, 2, 1, 2, 0, i %% 3 %% 2, 1, 0, 2"
			" FROM (SELECT i + %lld AS i FROM %s) n", YEAR, CLASS, CLASS, CLASS, PERSONS, CLASS, CATEGORIES, (long long)from,
			fill_numbers(db, mem, to - from < 1000000 ? to - from : 1000000)));
	fill_order(db, "DELETE FROM hours_person");
	fill_order(db, "INSERT INTO hours_person (roc_year, person, category, records, hours, digital, business) SELECT roc_year, person, category, count(*),"
		" sum(hours), sum(digital), sum(hours * business) FROM hours_record GROUP BY roc_year, person, category ORDER BY 1, 2, 3");
	fill_order(db, "INSERT INTO tally_dirty (roc_year, person) VALUES (0, 0)");
}

static struct moment bench_now(void)
{
	return today;
}

static void add_job(struct db *d, void *with)
{
	(void)with;
	job_add(d, &tally_job, 0, NULL, 0, (struct moment){0});
}

/* All persons judged by the job. */
static void judge(void)
{
	static const struct job_kind *const kinds[] = {&tally_job, NULL};
	double began = seconds_of(CLOCK_MONOTONIC), cpu = seconds_of(CLOCK_PROCESS_CPUTIME_ID);

	db_tx(db, add_job, NULL);
	job_run_due(db, kinds);
	if (is_pg)
		fill_order(db, "VACUUM ANALYZE");
	printf("  judged: %.0f persons a second, of processor time %.0f\n", PERSONS / (seconds_of(CLOCK_MONOTONIC) - began),
		PERSONS / (seconds_of(CLOCK_PROCESS_CPUTIME_ID) - cpu));
}

/* ---- what is asked */

static struct tally_ask ask;

static void by_group(void)
{
	const struct tally *t = tally_read(db, page, &ask);

	if (t->state != TALLY_READY || tally_of(t, TALLY_EVERYBODY, TALLY_ALL).persons != PERSONS)
		fail("the whole tree has not %d persons", PERSONS);
}

static void by_agency(void)
{
	static const int64_t figures[] = {TALLY_ALL, TALLY_MALE, TALLY_FEMALE, TALLY_REACHED, TALLY_NONE};
	struct tally_ask each = ask;

	each.by_agency = true;
	each.figures = figures;
	each.n_figures = 5;
	if (tally_read(db, page, &each)->n != AGENCIES)
		fail("not %d agencies", AGENCIES);
}

static void list_at(int64_t offset)
{
	const struct tally_people *p = tally_people(db, page, &ask, TALLY_REACHED, true, offset, PAGE);

	if (p->n != PAGE)
		fail("%d persons on a page", p->n);
	tally_judged(db, page, p->rules, p->day, p->persons, p->n);
}

static void first_page(void) { list_at(0); }
static void late_page(void) { list_at(100000); }

struct took { double wall, cpu; };

static struct took measure(const char *what, void (*act)(void))
{
	double wall[TURNS_MOST], cpu[TURNS_MOST];

	for (int64_t i = -1; i < turns; i++) {                  /* the first to warm up */
		double began = seconds_of(CLOCK_MONOTONIC), used = seconds_of(CLOCK_PROCESS_CPUTIME_ID);

		arena_reset(page);
		db_use_arena(db, page);
		act();
		if (i >= 0)
			wall[i] = seconds_of(CLOCK_MONOTONIC) - began, cpu[i] = seconds_of(CLOCK_PROCESS_CPUTIME_ID) - used;
	}
	db_use_arena(db, mem);
	struct took t = {median(wall, turns), median(cpu, turns)};

	printf("  %-56s %7.1f ms, of processor time %7.1f ms\n", what, t.wall * 1e3, t.cpu * 1e3);
	return t;
}

static const struct { const char *what; void (*act)(void); } acts[] = {
	{"the whole tree by 人員類別, all figures", by_group}, {"the whole tree by agency, five figures", by_agency},
	{"the list behind 未達成人數, first page", first_page}, {"the same, page 2,001", late_page},
};
enum { ACTS = sizeof acts / sizeof *acts };

static void measure_all(int64_t n, struct took to[ACTS])
{
	printf("%s, %lld records of a year, %d persons, %d agencies\n", is_pg ? "PostgreSQL" : "SQLite", (long long)n, PERSONS, AGENCIES);
	judge();
	for (int i = 0; i < ACTS; i++)
		to[i] = measure(acts[i].what, acts[i].act);
	fill_order(db, arena_print(mem, "INSERT INTO tally_dirty (roc_year, person) SELECT %d, i * 800 + 1 FROM %s", YEAR, fill_numbers(db, mem, 400)));
	measure("by 人員類別 with 400 marks waiting", by_group);
	measure("the list with 400 marks waiting", first_page);
	fill_order(db, "DELETE FROM tally_dirty");
}

static void on(const char *url)
{
	struct took once[ACTS], twice[ACTS];

	db = db_open(url);
	is_pg = db_is_postgresql(db);
	db_use_arena(db, mem);
	db_migrate(db, migrations, n_migrations);
	db_tx(db, deliver, NULL);
	seed_people();
	agency_renumber(db);
	add_records(0, records);
	measure_all(records, once);
	add_records(records, 2 * records);
	measure_all(2 * records, twice);
	for (int i = 0; i < ACTS; i++)
		printf("  %-56s ratio %.2f by the clock, %.2f by processor time\n", acts[i].what, twice[i].wall / once[i].wall,
			twice[i].cpu / once[i].cpu);
	db_close(db);
}

int main(int argc, char **argv)
{
	const char *folder = argc > 3 ? argv[3] : getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";

	if ((argc > 1 && !text_to_int(argv[1], 1000, 100000000, &records)) || (argc > 2 && !text_to_int(argv[2], 1, TURNS_MOST, &turns)))
		return 2;
	mem = arena_new(MEMORY);
	page = arena_new(MEMORY);
	job_now = bench_now;
	ask = (struct tally_ask){.roc_year = YEAR, .where = {0, 0, INT64_MAX, "", ""}, .who = TALLY_EVERYBODY, .today = moment_date(today)};
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (!getenv("BENCH_ONLY_PG")) {
		const char *url = arena_print(mem, "%s/peixun-bench-report.db", folder);

		on(url);
		for (const char *const *end = (const char *const[]){"", "-wal", "-shm", NULL}; *end; end++)
			unlink(arena_print(mem, "%s%s", url, *end));
	}
	if (fresh_server()) {
		const char *url = fresh_make(mem);

		on(url);
		fresh_drop(mem);
	}
	arena_free(page);
	arena_free(mem);
	return 0;
}
