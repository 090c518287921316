/* office.c: the loaded calendar, read: once for as long as nothing else is loaded. */
#include "app/calendar/calendar.h"
#include "app/calendar/calendar.sql.h"

enum { YEARS_MEMORY = 1 << 20 };

/* The calendar that was read last, and the one before it, which somebody may hold still. */
static struct kept { struct arena *mem; struct calendar *calendar; unsigned connection; } now, former;

static int64_t version_of(const struct rows *years)
{
	int64_t version = 0;

	for (int i = 0; i < years->n; i++)
		version += row_int(years, i, "version");
	return version;
}

static void fill(struct calendar *c, const struct rows *years, const struct rows *off)
{
	for (int i = 0; i < years->n; i++) {
		int year = (int)row_int(years, i, "year");

		calendar_add_year(c, year);
		for (struct date d = date_make(year, 1, 1); date_year(d) == year; d = date_plus(d, 1))
			calendar_set(c, d, false);
	}
	calendar_set_version(c, version_of(years));
	for (int i = 0; i < off->n; i++)
		/* Outside a transaction a year may have been loaded between the two statements. */
		if (calendar_knows(c, date_year(row_date(off, i, "day"))))
			calendar_set(c, row_date(off, i, "day"), true);
}

/* What a transaction reads may be its own and never be committed, so that is not kept. */
const struct calendar *office_calendar(struct db *db, struct arena *mem)
{
	struct rows *years = db_run(db, &office_known);
	bool keep = !db_in_tx(db);
	struct calendar *c;

	if (now.calendar && now.connection == db_number(db) && calendar_version(now.calendar) == version_of(years))
		return now.calendar;
	if (keep) {
		if (former.mem)
			arena_free(former.mem);
		former = now;
		mem = arena_new(YEARS_MEMORY);
	}
	c = calendar_new(mem);
	fill(c, years, db_run(db, &office_off));
	if (keep)
		now = (struct kept){mem, c, db_number(db)};
	return c;
}

void office_calendar_soon(struct db *db)
{
	db_soon(db, &office_known);
}

int64_t office_calendar_version(struct db *db)
{
	struct rows *r = db_run(db, &office_version);

	return r->n ? row_int(r, 0, "version") : 0;
}

struct rows *office_years(struct db *db)
{
	return db_run(db, &office_year_rows);
}

struct rows *office_days(struct db *db, int year)
{
	return db_run(db, &office_day_rows, A(date_make(year, 1, 1)), A(date_make(year, 12, 31)));
}
