/* How long it takes until every deadline is by a new office calendar: three counted ones for each trainee, a first calendar (all of them
 * lose their 暫算), then the same year with one more day off.
 *
 * usage: build/release/bench/deadline [trainees]      SQLite in a new folder under TMPDIR; PostgreSQL where PEIXUN_TEST_PG names one:
 *        test/postgres run build/release/bench/deadline */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "app/calendar/calendar.h"
#include "app/deadline/deadline.h"
#include "base/log.h"
#include "base/text.h"
#include "bench/measure.h"
#include "db/built.h"
#include "db/db.h"
#include "test/fresh.h"

static const struct deadline_kind
	form = {.name = "plan-form", .title = "上傳實務訓練計畫表", .length = "7d", .counted = "same_day", .link = "/plan-forms/"},
	list = {.name = "exempt-list", .title = "函送應免除基礎訓練人員清冊", .length = "7d", .counted = "next_day", .link = "/trainees/"},
	shortening = {.name = "shortening", .title = "申請縮短實務訓練", .length = "1m", .counted = "next_day", .link = "/trainees/"};
static const struct deadline_kind *const kinds[] = {&form, &list, &shortening, NULL};

static struct arena *mem;
static struct db *db;
static int trainees = 50000;

/* They report on the days of a year. */
static void start_tx(struct db *d, void *with)
{
	int from = *(int *)with;

	for (int i = from; i < from + 500 && i < trainees; i++)
		for (const struct deadline_kind *const *k = kinds; *k; k++)
			deadline_start(d, NULL, &(struct deadline){.kind = *k, .subject_kind = "trainee", .subject = i + 1, .agency = 1 + i % 900,
				.about = "王小明（113年公務人員特種考試身心障礙人員考試）", .event = date_plus(date_make(2024, 1, 2), i % 330)});
}

static struct text office_year(int extra)
{
	struct text t = text_new(mem, 1 << 20);
	int y, m, d;

	text_puts(&t, "\xef\xbb\xbf西元日期,星期,是否放假,備註\r\n");
	for (struct date day = date_make(2024, 1, 1); date_year(day) <= 2025; day = date_plus(day, 1)) {
		static const char *const weekdays[] = {"日", "一", "二", "三", "四", "五", "六"};
		int weekday = date_weekday(day);

		date_split(day, &y, &m, &d);
		text_print(&t, "%04d%02d%02d,%s,%d,\r\n", y, m, d, weekdays[weekday], weekday == WEEKDAY_SUNDAY || weekday == WEEKDAY_SATURDAY ||
			(m == 10 && d == 10) || (m == 8 && d == extra) ? 2 : 0);
	}
	return t;
}

static void recompute(const char *what, int extra)
{
	struct text file = office_year(extra);
	struct office_load done;

	office_load(db, mem, (struct bytes){file.at, file.n}, "bench.csv", &(struct office_who){0}, &done);
	if (done.problems_n)
		fail("calendar: %s", done.problems[0]);
	double from = seconds_of(CLOCK_MONOTONIC);
	clock_t busy = clock();
	int64_t moved = deadline_recompute(db);

	printf("  %s: %.2f s (%.2f s processor time here), %lld of %d days moved\n", what, seconds_of(CLOCK_MONOTONIC) - from,
		(double)(clock() - busy) / CLOCKS_PER_SEC, (long long)moved, trainees * 3);
}

static void measure(const char *engine, const char *url)
{
	db = db_open(url);
	db_use_arena(db, mem);
	db_migrate(db, migrations, n_migrations);
	deadline_kinds(kinds);
	for (int from = 0; from < trainees; from += 500) {
		db_tx(db, start_tx, &from);
		arena_reset(mem);
	}
	printf("%s, %d trainees\n", engine, trainees);
	recompute("a first calendar", 0);
	recompute("one more day off", 14);
	db_close(db);
}

int main(int argc, char **argv)
{
	char folder[] = "/tmp/peixun-bench-XXXXXX";

	mem = arena_new((size_t)1 << 30);
	int64_t n = trainees;

	if (argc > 1 && !text_to_int(argv[1], 100, 1000000, &n))
		return 2;
	trainees = (int)n;
	if (!mkdtemp(folder))
		fail("no folder");
	measure("SQLite", arena_print(mem, "%s/bench.db", folder));
	if (fresh_server())
		measure("PostgreSQL", fresh_make(mem));
	return 0;
}
