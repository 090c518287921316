/* clock.c: see clock.h. */
#include "base/clock.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

struct moment clock_now(void)
{
	return (struct moment){time(NULL)};
}

bool clock_parse(const char *text, struct moment *to)
{
	char day[11] = "";
	struct date date;
	int hour, minute;

	if (strlen(text) != 16 || text[10] != 'T' || text[13] != ':')
		return false;
	memcpy(day, text, 10);
	hour = (text[11] - '0') * 10 + text[12] - '0';
	minute = (text[14] - '0') * 10 + text[15] - '0';
	if (!date_parse_iso(day, &date) || hour < 0 || hour > 23 || minute < 0 || minute > 59)
		return false;
	to->seconds = day_begins(date).seconds + hour * 3600 + minute * 60;
	return true;
}
