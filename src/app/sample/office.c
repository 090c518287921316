/* office.c: an office calendar of the sample's three years, so that last days are not 暫算.
 *
 * Invented like the rest, and says so: weekends and the holidays that have a date of the solar year, by 紀念日及節日實施條例.  Those of the
 * lunar year, and days off in exchange for them, are in the official file alone, which replaces it. */
#include "app/calendar/calendar.h"
#include "app/sample/forms.h"
#include "base/text.h"

enum { YEARS = 3, FILE_MOST = 64 << 10 };

static const char source[] = "範例自編日曆（非官方辦公日曆表）";

static const struct { int month, day; const char *name; } holidays[] = {
	{1, 1, "開國紀念日"}, {2, 28, "和平紀念日"}, {4, 4, "兒童節"}, {4, 5, "清明節"}, {5, 1, "勞動節"}, {9, 28, "孔子誕辰紀念日"},
	{10, 10, "國慶日"}, {10, 25, "臺灣光復節"}, {12, 25, "行憲紀念日"},
};

static const char *holiday(struct date day)
{
	int year, month, number;

	date_split(day, &year, &month, &number);
	for (size_t i = 0; i < sizeof holidays / sizeof *holidays; i++)
		if (holidays[i].month == month && holidays[i].day == number)
			return holidays[i].name;
	return "";
}

/* As the official file is: 20260101,四,2,開國紀念日 */
static void put_day(struct text *t, struct date day)
{
	static const char *const weekdays[] = {"日", "一", "二", "三", "四", "五", "六"};
	int year, month, number, weekday = date_weekday(day);
	const char *name = holiday(day);

	date_split(day, &year, &month, &number);
	text_print(t, "%04d%02d%02d,%s,%d,%s\n", year, month, number, weekdays[weekday], weekday % 6 && !*name ? 0 : 2, name);
}

void sample_office(struct db *db, struct arena *mem, struct date today)
{
	struct text t = text_new(mem, FILE_MOST);
	struct office_load load;
	int year, month, day;

	date_split(today, &year, &month, &day);
	text_puts(&t, "西元日期,星期,是否放假,備註\n");
	for (struct date d = date_make(year - 1, 1, 1), end = date_make(year - 1 + YEARS, 1, 1); date_before(d, end); d = date_plus(d, 1))
		put_day(&t, d);
	office_load(db, mem, (struct bytes){t.at, t.n}, source, &(struct office_who){0}, &load);
}
