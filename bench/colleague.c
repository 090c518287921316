/* Lists of 終身學習 over one ministry,
	with 8,000 agencies and millions of records stored: a page of 多條件複選產製報表 and of 同仁學習狀況明細, as the
 * server answers them to a signed-in officer, and how long the packing of what they read takes.  Medians of turns.
 *
 * usage: build/release/bench/colleague [records [turns [file]]]   file: a database of an earlier call, kept for the next one
 *        PostgreSQL too where PEIXUN_TEST_PG names one: test/postgres run build/release/bench/colleague */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/app.h"
#include "app/call.h"
#include "app/code/code.h"
#include "app/hours/private.h"
#include "base/log.h"
#include "base/national_id.h"
#include "base/setting.h"
#include "base/text.h"
#include "bench/fill.h"
#include "bench/measure.h"
#include "db/built.h"
#include "test/fresh.h"

enum { TURNS_MOST = 99, MEMORY = 1 << 30, PERSONS = 30000, EACH = 33, AGENCIES = 8000, MINISTRY = 200, YEARS = 4 };

static int64_t records = 10000000, turns = 9;
static struct arena *mem;
static struct db *db;
static bool on_pg;

static const struct sql person_put = {.name = "person_put", .writes = true, .values = 4,
	.text = "INSERT INTO person (id, national_id, name, name_key, sex, birth_date) VALUES ($1, $2, $3, $3, $4, '1980-01-01')"};

static void put_persons(struct db *d, void *with)
{
	char id[16], name[32];

	(void)with;
	for (int i = 0; i < PERSONS; i++) {
		snprintf(id, sizeof id, "A1%07d0", i);
		while (!national_id_valid(id))
			id[9]++;
		snprintf(name, sizeof name, "王小%d", i);
		db_run(d, &person_put, A(i + 1), A(id), A(name), A(i % 2 ? "male" : "female"));
	}
}

static void deliver(struct db *d, void *with)
{
	(void)with;
	code_deliver(d, setting("plans"));
}

/* The ministry is agency 1 with the next 199 below it; the others stand beside it.  Its persons are 1 to 30,000. */
static void seed(void)
{
	long long classes = records / 30 + 1, others = records - PERSONS * EACH;
	double began = seconds_of(CLOCK_MONOTONIC);

	db_tx(db, deliver, NULL);
	fill_order(db, "INSERT INTO agency (id, code, name) VALUES (1, '323000000A', '示範部')");
	fill_order(db, arena_print(mem,
		"INSERT INTO agency (id, code, name, parent) SELECT i + 2, 'A' || (100000000 + i), '機關' || i, CASE WHEN i < %d THEN 1 END"
		" FROM %s", MINISTRY - 1, fill_numbers(db, mem, AGENCIES - 1)));
	agency_renumber(db);
	fill_order(db, arena_print(mem, "INSERT INTO unit (id, agency, name) SELECT i + 1, i / 10 + 1, '單位' || (i %% 10) FROM %s",
		fill_numbers(db, mem, MINISTRY * 10)));
	account_add(db, 1, "bench", "bench", "agency_officer", "");
	db_tx_bulk(db, put_persons, NULL);
	fill_order(db, arena_print(mem,
		"INSERT INTO service_record (person, agency, unit, title, rank, person_class, from_day) SELECT p.id, (p.id - 1) %% %d + 1,"
		" (p.id - 1) %% %d * 10 + p.id %% 10 + 1, t.id, r.id, c.id, '2011-01-01' FROM person p"
		" JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM code_item WHERE table_code = 'title') t ON t.n = p.id %% 40 + 1"
		" JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM code_item WHERE table_code = 'rank') r ON r.n = p.id %% 14 + 1"
		" JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM code_item WHERE table_code = 'person_class') c ON c.n = p.id %% 9 + 1",
		MINISTRY, MINISTRY));
	fill_order(db, "INSERT INTO institution (id, name, kind) VALUES (1, '示範訓練中心', 'government')");
	fill_order(db, arena_print(mem, "INSERT INTO hours_class (roc_year, kind, institution, name, start_day, end_day, category, fold, spelt)"
		" SELECT 110 + i %% %d, 2 + (i %% 11 = 0), 1, '課程' || i, (2021 + i %% %d) || '-05-01', (2021 + i %% %d) || CASE i %% 3 WHEN 0 THEN '-02-10'"
		" WHEN 1 THEN '-06-20' ELSE '-10-30' END, c.id, i * CAST(922337203685 AS BIGINT), i FROM %s JOIN (SELECT id, row_number() OVER (ORDER BY id)"
		" AS n FROM code_item WHERE table_code = 'course_category') c ON c.n = i %% 20 + 1", YEARS, YEARS, YEARS, fill_numbers(db, mem, classes)));
	/* Of the ministry: everybody in 33 classes of the year 113. */
	fill_order(db, arena_print(mem,
		"INSERT INTO hours_record (roc_year, class, person, owner, agency, unit, title, rank, person_class, is_supervisor, sex, category,"
		" mode, amount, unit_of_amount, hours, digital, business, cert, review, source)"
		" SELECT 113, k.id, s.person, 1, s.agency, s.unit, s.title, s.rank, s.person_class, s.person %% 7 = 0, s.person %% 2 + 1, k.category, 1 + k.id %% 3, 2, 1, 2,"
		" k.id %% 3, s.person %% 2, 1, 0, 2 FROM service_record s CROSS JOIN %s JOIN hours_class k ON k.id = 4 * ((s.person * 37 + i * 7919) %% %lld) + 4",
		fill_numbers(db, mem, EACH), classes / 4 - 1) + 0);
	for (long long from = 0; from < others; from += 1000000)
		fill_order(db, arena_print(mem,
			"INSERT INTO hours_record (roc_year, class, person, owner, agency, unit, title, rank, person_class, is_supervisor, sex, category,"
			" mode, amount, unit_of_amount, hours, digital, business, cert, review, source)"
			" SELECT 110 + (i / 30) %% %d, (i / 30) %% %lld + 1, %d + (i / 30 * 7919 + i %% 30 * 997) %% 300000, 2, %d + (i / 30 * 7919 + i %% 30 * 997) %% %d, 1, 1, 1, 1,"
			" 0, 1, 1, 2, 6, 1, 6, 0, 1, 1, 0, 2 FROM (SELECT i + %lld AS i FROM %s) n", YEARS, classes, PERSONS + 1, MINISTRY + 1,
			AGENCIES - MINISTRY, from, fill_numbers(db, mem, others - from < 1000000 ? others - from : 1000000)));
	fill_order(db, "INSERT INTO hours_served (roc_year, agency, person) SELECT DISTINCT roc_year, agency, person FROM hours_record");
	fill_order(db, "INSERT INTO hours_person (roc_year, person, category, records, hours, digital, business) SELECT roc_year, person, category, count(*), sum(hours),"
		" sum(digital), sum(hours * business) FROM hours_record WHERE person <= 30000 GROUP BY roc_year, person, category");
	fill_order(db, "INSERT INTO hours_stamp (roc_year, agency, stamp, packed) SELECT DISTINCT roc_year, agency, 1, 0 FROM hours_record");
	if (on_pg)
		fill_order(db, "ANALYZE");
	printf("%lld records made in %.0f s\n", (long long)fill_number(db, "SELECT count(*) FROM hours_record"), seconds_of(CLOCK_MONOTONIC) - began);
}

static void ask(const char *what, const char *path, const char *query)
{
	double wall[TURNS_MOST], cpu[TURNS_MOST];
	size_t size = 0;

	for (int64_t i = 0; i < turns; i++) {
		struct arena *own = arena_new((size_t)2 * MEMORY);
		struct wire_header headers[4] = {{0}};
		struct wire_reply reply = {0};
		struct call c = {.as = "323000000A/bench", .wire = {.method = "GET", .path = path, .query = query, .address = "127.0.0.1"}};
		double began = seconds_of(CLOCK_MONOTONIC), used = seconds_of(CLOCK_PROCESS_CPUTIME_ID);

		if (!call_web(own, &c, headers, &reply) || reply.status != 200)
			fail("%s was answered with %d", path, reply.status);
		wall[i] = seconds_of(CLOCK_MONOTONIC) - began, cpu[i] = seconds_of(CLOCK_PROCESS_CPUTIME_ID) - used;
		size = reply.body.n;
		arena_free(own);
	}
	printf("  %-60s %6.0f ms of processor time, %6.0f ms by the clock (%zu bytes)\n", what, median(cpu, turns) * 1e3, median(wall,
		turns) * 1e3, size);
}

static void measure(const char *what)
{
	double began = seconds_of(CLOCK_MONOTONIC), used = seconds_of(CLOCK_PROCESS_CPUTIME_ID);

	hours_pack(db, NULL);
	printf("%s: packing what was not %.1f s, of processor time %.1f s\n", what, seconds_of(CLOCK_MONOTONIC) - began,
		seconds_of(CLOCK_PROCESS_CPUTIME_ID) - used);
	ask("no condition but the year and the ministry", "/statistics/choice", "year=113&below=1");
	ask("one category", "/statistics/choice", "year=113&below=1&use=category&category=3");
	ask("women, no supervisors, two 學習性質, from March to September", "/statistics/choice",
		"year=113&below=1&from_month=3&to_month=9&use=sex&sex=female&use=supervisor&supervisor=0&use=mode&mode=1&mode=2");
	ask("a part of the course's name", "/statistics/choice", "year=113&below=1&use=course&course_name=7");
	ask("everybody with at least 40 hours, by hours", "/statistics/choice", "year=113&below=1&use=hours&hours_least=40&sort=-hours");
	ask("同仁學習狀況明細, a past year from the sums", "/colleagues", "year=113&below=1");
	ask("同仁學習狀況明細 of one agency", "/colleagues", "year=113");
	ask("同仁學習狀況明細, half a year of one agency", "/colleagues", "from=113/01/01&to=113/06/30");
}

static void on(const char *what, const char *url, bool is_new)
{
	setenv("PEIXUN_DB", url, 1);
	db = db_open(url);
	db_use_arena(db, mem);
	db_migrate(db, migrations, n_migrations);
	if (is_new)
		seed();
	measure(what);
	db_close(db);
}

int main(int argc, char **argv)
{
	const char *folder = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";

	if ((argc > 1 && !text_to_int(argv[1], 1000000, 100000000, &records)) || (argc > 2 && !text_to_int(argv[2], 1, TURNS_MOST, &turns)))
		return 2;
	mem = arena_new((size_t)4 * MEMORY);
	setenv("PEIXUN_CLOCK", "2024-12-31T09:00", 1);
	app_start();
	const char *url = argc > 3 ? argv[3] : arena_print(mem, "%s/peixun-bench-colleague.db", folder);

	on("SQLite", url, access(url, F_OK) != 0);
	for (const char *const *end = (const char *const[]){"", "-wal", "-shm", NULL}; *end && argc <= 3; end++)
		unlink(arena_print(mem, "%s%s", url, *end));
	if (fresh_server()) {
		on_pg = true;
		on("PostgreSQL", fresh_make(mem), true);
		fresh_drop(mem);
	}
	arena_free(mem);
	return 0;
}
