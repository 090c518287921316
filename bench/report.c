/* The reports of 終身學習, RPT-1 to RPT-9, for the whole tree of 8,000 agencies with 380,000 persons and many millions of records of one year,
 * as the server answers them to a signed-in officer of 總處, and lists behind their numbers; on as many records and on twice as many.
 *
 * usage: build/release/bench/report [records [turns [file]]]          file: a database of an earlier call, kept for the next one
 *        PostgreSQL too where PEIXUN_TEST_PG names one: test/postgres run build/release/bench/report
 *        BENCH_ONLY_PG: that alone; BENCH_ONCE: not with twice the records; BENCH_FILL: nothing but the records; BENCH_ASK: only what has
 *        this in its name */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "app/account/account.h"
#include "app/app.h"
#include "app/call.h"
#include "app/code/code.h"
#include "app/hours/private.h"
#include "app/plan/book.h"
#include "app/opening/opening.h"
#include "app/tally/tally.h"
#include "base/log.h"
#include "base/text.h"
#include "bench/fill.h"
#include "bench/measure.h"
#include "db/built.h"
#include "test/fresh.h"

enum { TURNS_MOST = 99, MEMORY = 1 << 30, PERSONS = 380000, AGENCIES = 8000, YEAR = 107, MINISTRIES = 30, BUREAUS = 300, CLASS = 25,
	CATEGORIES = 23, RANKS = 14 };

static int64_t records = 10000000, turns = 9;
static struct arena *mem;
static struct db *db;
static bool is_pg;

static void deliver(struct db *d, void *with)
{
	(void)with;
	code_deliver(d, plan_folder());
	tally_deliver(d);
}

/* 30 ministries, 300 bureaus below them, all others below these; 200 are 事業機構. */
static void seed_people(void)
{
	fill_order(db, arena_print(mem, "INSERT INTO agency (id, code, name, parent, is_enterprise) SELECT i + 1, 'A' || (100000000 + i), '機關' || i,"
		" CASE WHEN i < %d THEN NULL WHEN i < %d THEN i %% %d + 1 ELSE %d + i %% %d + 1 END, CASE WHEN i %% 40 = 0 THEN 1 ELSE 0 END FROM %s", MINISTRIES, MINISTRIES + BUREAUS,
		MINISTRIES, MINISTRIES, BUREAUS, fill_numbers(db, mem, AGENCIES)));
	fill_order(db, arena_print(mem, "INSERT INTO person (id, national_id, name, name_key, sex, birth_date, member_since)"
		" SELECT i + 1, 'A' || (100000000 + i), '王小' || i, CAST(i * 7919 %% 380000 AS TEXT), CASE WHEN i %% 2 = 0 THEN 'male' ELSE 'female' END,"
		" '1980-01-01', CASE WHEN i %% 5 = 0 THEN NULL ELSE '2012-03-01' END FROM %s", fill_numbers(db, mem, PERSONS)));
	fill_order(db, arena_print(mem, "INSERT INTO service_record (person, agency, title, rank, person_class, is_supervisor, from_day) SELECT p.id,"
		" (p.id * 7 - 1) %% %d + 1, 1, r.id, c.id, CASE WHEN p.id %% 7 = 0 THEN 1 ELSE 0 END, '2011-01-01' FROM person p"
		" JOIN code_item r ON r.table_code = 'rank' AND r.code = CASE p.id %% 3 WHEN 0 THEN 'P12' WHEN 1 THEN 'P07' ELSE 'P03' END"
		" JOIN code_item c ON c.table_code = 'person_class' AND c.code = CASE WHEN p.id %% 10 < 7 THEN '2' ELSE"
		" CAST(p.id %% 9 + 1 AS TEXT) END", AGENCIES));
}

/* Every second class is of a course that was opened here, by one agency after the other. */
static void add_classes(long long from, long long to)
{
	char *numbers = fill_numbers(db, mem, to - from);

	fill_order(db, arena_print(mem,
		"INSERT INTO course (id, agency, course_code, term_no, name, roc_year, category, mode, amount, unit_of_amount, certified_hours, digital_hours,"
		" physical_hours, start_at, end_at, enroll_method, quota, taken, approved, created)"
		" SELECT i + 1, i / 2 %% %d + 1, 'C' || i, 1, '課程' || i, %d, (SELECT min(id) FROM code_item WHERE table_code = 'course_category') + i %% %d,"
		" CASE i %% 3 WHEN 0 THEN 'physical' ELSE 'digital' END, 2, 'hour', 2, 0, 2, 1514736000 + i %% 360 * 86400, 1514750000 + i %% 360 * 86400,"
		" CASE i %% 4 WHEN 0 THEN 'free' ELSE 'nominate' END, 30, %d, %d, 1514736000 FROM (SELECT i + %lld AS i FROM %s) n WHERE i %% 2 = 0",
		AGENCIES, YEAR, CATEGORIES, CLASS, CLASS, from, numbers));
	fill_order(db, arena_print(mem,
		"INSERT INTO hours_class (id, roc_year, kind, course, institution, name, start_day, end_day, category, fold, spelt)"
		" SELECT i + 1, %d, 2 - (i %% 2 = 0)%s, CASE WHEN i %% 2 = 0 THEN i + 1 END, i %% 200 + 1, '課程' || i, '2018-05-01', '2018-05-02',"
		" (SELECT min(id) FROM code_item WHERE table_code = 'course_category') + i %% %d, i * CAST(922337203685 AS BIGINT), i"
		" FROM (SELECT i + %lld AS i FROM %s) n", YEAR, is_pg ? "::int" : "", CATEGORIES, from, numbers));
}

/* Each in the agency, as the person serves. */
static void add_records(int64_t from, int64_t to)
{
	add_classes(from / CLASS, to / CLASS);
	for (; from < to; from += 1000000)
		fill_order(db, arena_print(mem,
			"INSERT INTO hours_record (roc_year, class, person, owner, agency, unit, title, rank, person_class, is_supervisor, sex,"
			" category, mode, amount, unit_of_amount, hours, digital, business, cert, review, source)"
			" SELECT %d, class, person, 1, (person * 7 - 1) %% %d + 1, 1, 1, (SELECT min(id) FROM code_item WHERE table_code = 'rank') + person %% %d,"
			" 1, CASE WHEN person %% 7 = 0 THEN 1 ELSE 0 END, 2 - person %% 2, (SELECT min(id) FROM code_item WHERE table_code ="
			" 'course_category') + (class - 1) %% %d, 2, 2, 1, 2, 0, i %% 3 %% 2, CASE i %% 50 WHEN 0 THEN 2 WHEN 1 THEN 0 ELSE 1 END, 0, 2"
			" FROM (SELECT i, i / %d + 1 AS class, (i / %d * 7919 + i %% %d * 997) %% %d + 1 AS person"
			" FROM (SELECT i + %lld AS i FROM %s) k) n", YEAR, AGENCIES, RANKS, CATEGORIES, CLASS, CLASS, CLASS, PERSONS, (long long)from,
			fill_numbers(db, mem, to - from < 1000000 ? to - from : 1000000)));
	fill_order(db, "INSERT INTO hours_served (roc_year, agency, person) SELECT DISTINCT roc_year, agency, person FROM hours_record WHERE 1 = 1 ON CONFLICT DO NOTHING");
	fill_order(db, "DELETE FROM hours_person");
	fill_order(db, "INSERT INTO hours_person (roc_year, person, category, records, hours, digital, business) SELECT roc_year, person, category, count(*),"
		" sum(hours), sum(digital), sum(hours * business) FROM hours_record WHERE cert = 1 GROUP BY roc_year, person, category ORDER BY 1, 2, 3");
	fill_order(db, "INSERT INTO tally_dirty (roc_year, person) VALUES (0, 0)");
	fill_order(db, "INSERT INTO course_dirty (agency, start_at, end_at) SELECT id, 0, 9999999999 FROM agency");
	fill_order(db, arena_print(mem, "INSERT INTO hours_stamp (roc_year, agency, stamp, packed) SELECT %d, id, 1, 0 FROM agency WHERE 1 = 1"
		" ON CONFLICT (roc_year, agency) DO UPDATE SET stamp = hours_stamp.stamp + 1", YEAR));
}

static struct moment bench_now(void)
{
	return (struct moment){1546221600};                     /* 107/12/31 */
}

static void add_job(struct db *d, void *with)
{
	(void)with;
	job_add(d, &tally_job, 0, NULL, 0, (struct moment){0});
}

/* All persons judged, all facts packed. */
static void keep(void)
{
	static const struct job_kind *const kinds[] = {&tally_job, NULL};
	struct times began = now();

	db_tx(db, add_job, NULL);
	job_run_due(db, kinds);
	struct times judged = since(began);

	began = now();
	hours_pack(db, NULL);
	struct times packed = since(began);

	began = now();
	opening_blocks(db, NULL);
	struct times blocks = since(began);

	if (is_pg)
		fill_order(db, "VACUUM ANALYZE");
	printf("  judged: %.0f persons a second of processor time (%.0f s by the clock); packed: %.0f agencies a second (%.0f s), their"
		" courses: %.0f (%.0f s)\n", PERSONS / judged.cpu, judged.wall, AGENCIES / packed.cpu, packed.wall, AGENCIES / blocks.cpu, blocks.wall);
}

/* ---- what is asked */

static const struct { const char *what, *path, *query; } asks[] = {
	{"RPT-1 三合一表, 依人員類別", "/reports/required", "year=107&below=1&by=group"},
	{"RPT-1 三合一表, 依機關", "/reports/required", "year=107&below=1&by=agency"},
	{"RPT-2 人資報告", "/reports/human", "year=107&below=1"},
	{"RPT-3 績效", "/reports/performance", "year=107&below=1"},
	{"RPT-4 事業機構", "/reports/enterprise", "year=107&below=1"},
	{"RPT-5 會員統計", "/reports/members", "day=107/12/31&below=1"},
	{"RPT-7 開課狀況, 依課程類別", "/reports/offering", "from=107/01/01&to=107/12/31&below=1&group=category"},
	{"RPT-7 開課狀況, 依開課機關, 實體", "/reports/offering", "from=107/01/01&to=107/12/31&below=1&group=agency&mode=physical"},
	{"RPT-7 開課狀況, 依月份, 五條件", "/reports/offering",
		"from=107/01/01&to=107/12/31&below=1&group=month&method=free&hours_from=2&quota_from=20&paid=free&categories=101&categories=103"},
	{"RPT-7 開課狀況, 課程名稱", "/reports/offering", "from=107/01/01&to=107/12/31&below=1&group=mode&name=77"},
	{"RPT-8 課程執行, 依課程類別", "/reports/execution", "year=107&below=1&kind=category"},
	{"RPT-8 課程執行, 依開課機關", "/reports/execution", "year=107&below=1&kind=agency"},
	{"RPT-8 課程執行, 依職等", "/reports/execution", "year=107&below=1&kind=rank"},
	{"RPT-8 課程執行, 依職等, 二課程類別", "/reports/execution", "year=107&below=1&kind=rank&categories=101&categories=103"},
	{"RPT-8 課程執行, 依開課機關, 薦任", "/reports/execution", "year=107&below=1&kind=agency&ranks=薦任"},
	{"RPT-9 參與決策, 全部機關", "/reports/decision", "year=107&level=all"},
	{"RPT-9 參與決策, 二課程類別", "/reports/decision", "year=107&level=all&categories=101&categories=103"},
	{"list behind RPT-1, 未達成", "/reports/required/lacking", "year=107&below=1&by=group&section=required&row=total&figure=short"},
	{"list behind RPT-1, page 200", "/reports/required/lacking", "year=107&below=1&by=group&section=required&row=total&figure=short&page=200"},
	{"list behind RPT-5, 會員數 of all", "/reports/members/persons", "day=107/12/31&below=1&section=members&row=total&figure=members"},
	{"list behind RPT-7, courses of all", "/reports/offering/courses",
		"from=107/01/01&to=107/12/31&below=1&group=category&section=offering&row=total&figure=courses"},
	{"list behind RPT-7, page 2000, by 開始日期", "/reports/offering/courses",
		"from=107/01/01&to=107/12/31&below=1&group=category&section=offering&row=total&figure=courses&sort=start&page=2000"},
	{"list behind RPT-8, 開課班數 of a 課程類別", "/reports/execution/courses", "year=107&below=1&kind=category&section=execution&row=101&figure=classes"},
	{"list behind RPT-8, 參訓人次 of all", "/reports/execution/records", "year=107&below=1&kind=agency&section=execution&row=total&figure=records"},
	{"list behind RPT-8, 參訓人次 of an agency", "/reports/execution/records",
		"year=107&below=1&kind=agency&section=execution&row=A100000500&figure=records"},
	{"list behind RPT-8, 通過人次 of 薦任, page 500", "/reports/execution/records",
		"year=107&below=1&kind=category&ranks=薦任&section=execution&row=101&figure=passed&page=500"},
	{"list behind RPT-9, 女人數 of all", "/reports/decision/persons", "year=107&level=all&section=decision&row=total&figure=women"},
	{"list behind RPT-9, 女人次 of all", "/reports/decision/records", "year=107&level=all&section=decision&row=total&figure=women_records"},
};
enum { ASKS = sizeof asks / sizeof *asks };

static struct times ask(int which)
{
	double wall[TURNS_MOST], cpu[TURNS_MOST];

	for (int64_t i = -1; i < turns; i++) {                  /* the first to warm up */
		struct arena *own = arena_new((size_t)2 * MEMORY);
		struct wire_header headers[4] = {{0}};
		struct wire_reply reply = {0};
		struct call c = {.as = "A100000000/bench", .wire = {.method = "GET", .path = asks[which].path, .query = asks[which].query,
			.address = "127.0.0.1"}};
		struct times began = now();

		if (!call_web(own, &c, headers, &reply) || reply.status != 200)
			fail("%s was answered with %d", asks[which].what, reply.status);
		struct times took = since(began);

		if (i >= 0)
			wall[i] = took.wall, cpu[i] = took.cpu;
		arena_free(own);
	}
	return (struct times){median(wall, turns), median(cpu, turns)};
}

static void measure_all(int64_t n, struct times to[ASKS], const struct times *before)
{
	printf("%s, %lld records of a year, %d persons, %d agencies\n", is_pg ? "PostgreSQL" : "SQLite", (long long)n, PERSONS, AGENCIES);
	keep();
	for (int i = 0; i < ASKS; i++) {
		if (getenv("BENCH_ASK") && !strstr(asks[i].what, getenv("BENCH_ASK")))
			continue;
		to[i] = ask(i);
		printf("  %7.1f ms, of processor time %7.1f ms  %s", to[i].wall * 1e3, to[i].cpu * 1e3, asks[i].what);
		if (before)
			printf(" (%.2f, %.2f times)", to[i].wall / before[i].wall, to[i].cpu / before[i].cpu);
		printf("\n");
	}
}

/* What is there already of an earlier call stays. */
static void fill_to(int64_t n)
{
	int64_t there = fill_number(db, "SELECT coalesce(max(id), 0) FROM hours_class") * CLASS;

	if (there < n)
		add_records(there, n);
}

static void on(const char *url)
{
	struct times once[ASKS], twice[ASKS];

	setenv("PEIXUN_DB", url, 1);
	db = db_open(url);
	is_pg = db_is_postgresql(db);
	db_use_arena(db, mem);
	db_migrate(db, migrations, n_migrations);
	if (!fill_number(db, "SELECT coalesce(max(id), 0) FROM agency")) {
		db_tx(db, deliver, NULL);
		seed_people();
		agency_renumber(db);
		account_add(db, 1, "bench", "bench", "dgpa", "");
	}
	fill_to(records);
	if (!getenv("BENCH_FILL"))
		measure_all(records, once, NULL);
	if (!getenv("BENCH_ONCE")) {
		fill_to(2 * records);
		measure_all(2 * records, twice, once);
	}
	db_close(db);
}

int main(int argc, char **argv)
{
	const char *folder = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";

	if ((argc > 1 && !text_to_int(argv[1], 1000, 100000000, &records)) || (argc > 2 && !text_to_int(argv[2], 1, TURNS_MOST, &turns)))
		return 2;
	mem = arena_new(MEMORY);
	job_now = bench_now;
	setenv("PEIXUN_CLOCK", "2018-12-31T09:00", 1);
	app_start();
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (!getenv("BENCH_ONLY_PG")) {
		const char *url = argc > 3 ? argv[3] : arena_print(mem, "%s/peixun-bench-report.db", folder);

		on(url);
		for (const char *const *end = (const char *const[]){"", "-wal", "-shm", NULL}; *end && argc <= 3; end++)
			unlink(arena_print(mem, "%s%s", url, *end));
	}
	if (fresh_server()) {
		on(fresh_make(mem));
		fresh_drop(mem);
	}
	arena_free(mem);
	return 0;
}
