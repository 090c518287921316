/* office.h: the office calendar of 111 (2022) as the official file has it, for tests. */
#ifndef TEST_OFFICE_H
#define TEST_OFFICE_H

#include "app/calendar/calendar.h"
#include "base/text.h"
#include "test/db/keep.h"

/* Days off besides weekends, and the Saturday on which offices worked. */
static const char *const office_holidays[] = {
	"2022-01-31", "2022-02-01", "2022-02-02", "2022-02-03", "2022-02-04", "2022-02-28", "2022-04-04", "2022-04-05", "2022-06-03",
	"2022-09-09", "2022-10-10", NULL
};

static bool office_off(struct date d, const char *more)
{
	const char *iso = date_iso(keep_mem, d);

	for (int i = 0; office_holidays[i]; i++)
		if (text_is(office_holidays[i], iso))
			return true;
	if (text_is(iso, "2022-01-22"))
		return false;
	return text_is(iso, more) || date_weekday(d) == WEEKDAY_SUNDAY || date_weekday(d) == WEEKDAY_SATURDAY;
}

/* The file's text for a year; more: one further day off. */
__attribute__((unused))
static struct text office_file(int year, const char *more)
{
	static const char *const weekdays[] = {"日", "一", "二", "三", "四", "五", "六"};
	struct text t = text_new(keep_mem, 1 << 20);
	int y, m, d;

	text_puts(&t, "\xef\xbb\xbf西元日期,星期,是否放假,備註\r\n");
	for (struct date day = date_make(year, 1, 1); date_year(day) == year; day = date_plus(day, 1)) {
		date_split(day, &y, &m, &d);
		text_print(&t, "%04d%02d%02d,%s,%d,%s\r\n", y, m, d, weekdays[date_weekday(day)], office_off(day, more) ? 2 : 0,
			m == 10 && d == 10 ? "國慶日" : text_is(date_iso(keep_mem, day), "2022-01-22") ? "補行上班" : "");
	}
	return t;
}

__attribute__((unused))
static struct office_load office_load_text(struct db *db, const char *text, size_t n)
{
	struct office_load done;

	office_load(db, keep_mem, (struct bytes){text, n}, "111年辦公日曆表.csv", &(struct office_who){.account = 7}, &done);
	return done;
}
#endif
