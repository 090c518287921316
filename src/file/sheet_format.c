/* sheet_format.c: the number formats of spreadsheets, as far as they make a number a day, a time or a row of digits. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file/sheet_private.h"

enum { SECONDS_A_DAY = 86400, SERIAL_MOST = 2958465, LEAP_1900 = 60, DIGITS_MOST = 15 };

/* Behind one piece of a format that says nothing here: "text", \x, _x, *x, [colour], @; 0 when there is none. */
static size_t silent_piece(const char *at)
{
	const char *end;

	switch (*at) {
	case '"':
		end = strchr(at + 1, '"');
		return end ? (size_t)(end - at) + 1 : strlen(at);
	case '\\':
	case '_':
	case '*':
		return at[1] ? 2 : 1;
	case '[':
		end = strchr(at, ']');
		return !end ? strlen(at) : strspn(at + 1, "hHmMsS") == (size_t)(end - at) - 1 ? 0 : (size_t)(end - at) + 1;
	default:
		return 0;
	}
}

/* m is a minute behind hours or before seconds, else a month. */
static bool is_minute(char before, const char *after)
{
	after += strspn(after, "mM]:. ");
	return before == 'h' || *after == 's' || *after == 'S' || !strncasecmp(after, "[s", 2);
}

static int look_of_letter(const char *at, char *before)
{
	char c = *at | 0x20;

	if (c == 'e' && (at[1] == '+' || at[1] == '-'))
		return LOOK_PLAIN;
	if (c == 'm') {
		bool minute = is_minute(*before, at);

		return minute ? LOOK_TIME : LOOK_DATE;
	}
	if (!strchr("ydeghs", c) || *at < 'A')
		return LOOK_PLAIN;
	*before = c;
	return c == 'h' || c == 's' ? LOOK_TIME : LOOK_DATE;
}

int look_of_format(const char *code)
{
	size_t zeros = strspn(code, "0");
	char before = 0;
	int look = LOOK_PLAIN;

	if (zeros > 1 && !code[zeros])
		return LOOK_PADDED + (int)(zeros < DIGITS_MOST ? zeros : DIGITS_MOST);
	if (!strncasecmp(code, "General", 7) || !strncmp(code, "G/", 2))
		return LOOK_PLAIN;
	for (size_t n; *code && *code != ';'; code += n) {
		n = silent_piece(code);
		if (n)
			continue;
		n = 1;
		if (!strncasecmp(code, "AM/PM", 5) || !strncasecmp(code, "A/P", 3))
			n = (code[1] | 0x20) == 'm' ? 5 : 3;
		else
			look |= look_of_letter(code, &before);
	}
	return look;
}

/* 27 to 36 and 50 to 58 as Excel in Taiwan has them: years of the Republic, and 上午/下午. */
int look_of_builtin(int id)
{
	static const char *const looks = "..............dddd" "ttttb....dddddttttd........ttt";
	static const char *const taiwan = "dd" "tt" "d" "tt" "dd";

	if (id >= 50 && id <= 58)
		return taiwan[id - 50] == 'd' ? LOOK_DATE : LOOK_TIME;
	char c = id >= 14 && id <= 47 ? looks[id] : '.';

	return c == 'd' ? LOOK_DATE : c == 't' ? LOOK_TIME : c == 'b' ? LOOK_DATE | LOOK_TIME : LOOK_PLAIN;
}

void clock_text(int64_t seconds, char *to, size_t room)
{
	long long hours = seconds / 3600, minutes = seconds / 60 % 60, rest = seconds % 60;

	if (rest)
		snprintf(to, room, "%02lld:%02lld:%02lld", hours, minutes, rest);
	else
		snprintf(to, room, "%02lld:%02lld", hours, minutes);
}

const char *iso_text(const char *text, char to[NUMBER_ROOM])
{
	static const char shape[] = "0000-00-00T00:00:00";
	size_t n = strlen(text), i = 0;

	for (; i < n && i < sizeof shape - 1; i++)
		if (shape[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i])
			break;
	if (i < 16 || i == 17 || i == 18)
		return text;
	int shown = i >= 19 && strncmp(text + 17, "00", 2) ? 19 : strncmp(text + 11, "00:00", 5) ? 16 : 10;

	snprintf(to, NUMBER_ROOM, "%.*s", shown, text);
	return to;
}

/* {0} for what is no day; there never was a 1900-02-29, which is serial number 60. */
static struct date day_of(int64_t serial, bool from_1904)
{
	if (serial < !from_1904 || serial > SERIAL_MOST || (!from_1904 && serial == LEAP_1900))
		return (struct date){0};
	struct date first = from_1904 ? date_make(1904, 1, 1) : date_make(1899, 12, serial < LEAP_1900 ? 31 : 30);

	return date_plus(first, (int)serial);
}

static const char *moment_of(double value, int look, bool from_1904, char *to)
{
	int64_t all = llround(value * SECONDS_A_DAY), day = all / SECONDS_A_DAY;
	int year, month, of_month;
	size_t n;

	if (look == LOOK_TIME) {
		clock_text(all, to, NUMBER_ROOM);
		return to;
	}
	struct date d = day_of(look & LOOK_TIME ? day : (int64_t)value, from_1904);

	if (!date_set(d))
		return NULL;
	date_split(d, &year, &month, &of_month);
	n = (size_t)snprintf(to, NUMBER_ROOM, "%04d-%02d-%02d", year, month, of_month);
	if (look & LOOK_TIME) {
		to[n++] = 'T';
		clock_text(all % SECONDS_A_DAY, to + n, NUMBER_ROOM - n);
	}
	return to;
}

static const char *padded(const char *digits, int least, char to[NUMBER_ROOM])
{
	char room[NUMBER_ROOM];
	const char *plain = number_text(digits, room);
	size_t n = strlen(plain);

	if (strspn(plain, "0123456789") == n && n < (size_t)least)
		snprintf(to, NUMBER_ROOM, "%0*d%s", least - (int)n, 0, plain);
	else
		snprintf(to, NUMBER_ROOM, "%s", plain);
	return to;
}

const char *look_text(int look, const char *digits, bool from_1904, char to[NUMBER_ROOM])
{
	char *end;

	if (look >= LOOK_PADDED)
		return strlen(digits) < NUMBER_ROOM ? padded(digits, look - LOOK_PADDED, to) : digits;
	if (look == LOOK_PLAIN)
		return number_text(digits, to);
	double value = strtod(digits, &end);
	const char *text = *end || !(value >= 0 && value <= SERIAL_MOST + 1) ? NULL : moment_of(value, look, from_1904, to);

	return text ? text : number_text(digits, to);
}
