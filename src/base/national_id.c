/* national_id.c: see national_id.h. */
#include "base/national_id.h"

#include <string.h>

/* The two-digit value of each first letter, A to Z. */
static const unsigned char letter_value[] = {
	10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33,
};

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* The second character as a digit: 1 2 for citizens, 8 9 for the new resident form, A-D for the old one; -1 otherwise. */
static int second_digit(char c)
{
	if (c >= 'A' && c <= 'D')
		return letter_value[c - 'A'] % 10;
	return c == '1' || c == '2' || c == '8' || c == '9' ? c - '0' : -1;
}

bool national_id_formed(const char *id)
{
	return strlen(id) == 10 && is_capital(id[0]) && second_digit(id[1]) >= 0 && strspn(id + 2, "0123456789") == 8;
}

bool national_id_valid(const char *id)
{
	static const int weight[] = {8, 7, 6, 5, 4, 3, 2, 1, 1};

	if (!national_id_formed(id))
		return false;
	int value = letter_value[id[0] - 'A'];
	int sum = value / 10 + value % 10 * 9 + second_digit(id[1]) * weight[0];

	for (int i = 2; i < 10; i++)
		sum += (id[i] - '0') * weight[i - 1];
	return sum % 10 == 0;
}

bool national_id_resident(const char *id)
{
	return id[1] != '1' && id[1] != '2';
}

bool national_id_female(const char *id)
{
	return strchr("29BD", id[1]);
}
