/* office.c: the loaded calendar, read. */
#include "app/calendar/calendar.h"
#include "app/calendar/calendar.sql.h"

static void add_year(struct calendar *c, int year)
{
	calendar_add_year(c, year);
	for (struct date d = date_make(year, 1, 1); date_year(d) == year; d = date_plus(d, 1))
		calendar_set(c, d, false);
}

struct calendar *office_calendar(struct db *db, struct arena *mem)
{
	struct calendar *c = calendar_new(mem);
	struct rows *years = db_run(db, &office_known), *off = db_run(db, &office_off);
	int64_t version = 0;

	for (int i = 0; i < years->n; i++) {
		add_year(c, (int)row_int(years, i, "year"));
		version += row_int(years, i, "version");
	}
	calendar_set_version(c, version);
	for (int i = 0; i < off->n; i++)
		/* Outside a transaction a year may have been loaded between the two statements. */
		if (calendar_knows(c, date_year(row_date(off, i, "day"))))
			calendar_set(c, row_date(off, i, "day"), true);
	return c;
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
